(** * Lower bounds on powers of Gram matrices: the Welch-Sidelnikov inequalities

    For real weights q_i and vectors m_i of R^h,
      (sum_i q_i |m_i|^{2k})^2 <= 4^k k! (h/2)_k sum_ij q_i q_j (m_i.m_j)^{2k}/(2k)!.
    By induction on the dimension h: one coordinate is split off with the binomial theorem, the sums over the
    split are compared by Cauchy-Schwarz, and the constants add up by Chu-Vandermonde. No measure is used. *)
From Coq Require Import Reals Lra Lia Psatz.
From Modgap Require Import Base.Sums Base.Factorials.
Open Scope R_scope.

Section Gram.
Variable N : nat.

(** sum_ij q_i q_j t_ij *)
Definition form (q : nat -> R) (t : nat -> nat -> R) : R := sumn N (fun i => sumn N (fun j => q i * q j * t i j)).

Lemma form_ext q t u : (forall i j, (i < N)%nat -> (j < N)%nat -> t i j = u i j) -> form q t = form q u.
Proof. intros H. apply sumn_ext; intros i Hi; apply sumn_ext; intros j Hj. rewrite H; auto. Qed.

Lemma form_one q : form q (fun _ _ => 1) = sumn N q * sumn N q.
Proof. unfold form. rewrite sumn_prod. apply sumn_ext; intros; apply sumn_ext; intros; ring. Qed.

(** One coordinate split off. *)
Lemma gram_split h (m : nat -> nat -> R) q n :
  form q (fun i j => dpow n (dot (S h) (m i) (m j)))
  = sumn (S n) (fun l => form (fun i => q i * m i h ^ (n - l)) (fun i j => dpow l (dot h (m i) (m j))) / factR (n - l)).
Proof.
  transitivity (sumn (S n) (fun l => form q (fun i j => dpow l (dot h (m i) (m j)) * dpow (n - l) (m i h * m j h)))).
  - unfold form. symmetry. rewrite (sumn_swap (S n) N). apply sumn_ext; intros i Hi.
    rewrite (sumn_swap (S n) N). apply sumn_ext; intros j Hj.
    rewrite sumn_scal. f_equal. rewrite <- dpow_plus. reflexivity.
  - apply sumn_ext; intros l Hl. unfold form, Rdiv. rewrite <- sumn_scal_r. apply sumn_ext; intros i Hi.
    rewrite <- sumn_scal_r. apply sumn_ext; intros j Hj.
    unfold dpow at 2. rewrite Rpow_mult_distr. unfold Rdiv. ring.
Qed.

Lemma gram_nonneg h (m : nat -> nat -> R) : forall n q, 0 <= form q (fun i j => dpow n (dot h (m i) (m j))).
Proof.
  induction h as [|h IH]; intros n q.
  - destruct n as [|n].
    + rewrite (form_ext q _ (fun _ _ => 1)) by (intros; unfold dpow, factR; simpl; field).
      rewrite form_one. apply Rle_0_sqr.
    + rewrite (form_ext q _ (fun _ _ => 0)).
      * unfold form. apply sumn_nonneg; intros; apply sumn_nonneg; intros; lra.
      * intros. unfold dpow, dot, Rdiv. simpl sumn. rewrite pow_i by lia. ring.
  - rewrite gram_split. apply sumn_nonneg; intros l Hl.
    apply Rmult_le_pos; [apply IH|]. apply Rlt_le, Rinv_0_lt_compat, factR_pos.
Qed.

(** 4^k k! (h/2)_k *)
Definition welch_constant (h k : nat) : R := 4 ^ k * factR k * rising (INR h / 2) k.

Lemma welch_constant_nonneg h k : 0 <= welch_constant h k.
Proof.
  unfold welch_constant. pose proof (factR_pos k). pose proof (pow_lt 4 k ltac:(lra)).
  pose proof (rising_nonneg (INR h / 2) k ltac:(pose proof (pos_INR h); lra)).
  apply Rmult_le_pos; [nra|assumption].
Qed.

Lemma fact_even l : factR (2 * l) = 4 ^ l * factR l * rising (1 / 2) l.
Proof.
  induction l as [|l IH]; [unfold factR; simpl; ring|].
  replace (2 * S l)%nat with (S (S (2 * l))) by lia.
  rewrite !factR_S, IH. simpl rising. simpl pow. rewrite S_INR, mult_INR. simpl (INR 2). field.
Qed.

Lemma binomial_factR n i : C n i = factR n / (factR i * factR (n - i)).
Proof. reflexivity. Qed.

Lemma welch_constant_step h k :
  sumn (S k) (fun l => C k l * C k l * factR (2 * (k - l)) * welch_constant h l) = welch_constant (S h) k.
Proof.
  transitivity (4 ^ k * factR k * factR k * sumn (S k) (fun l => drising l (INR h / 2) * drising (k - l) (1 / 2))).
  - rewrite <- sumn_scal. apply sumn_ext; intros l Hl.
    rewrite fact_even, binomial_factR. unfold welch_constant, drising.
    replace (4 ^ k) with (4 ^ l * 4 ^ (k - l)) by (rewrite <- pow_add; f_equal; lia).
    pose proof (factR_neq k); pose proof (factR_neq l); pose proof (factR_neq (k - l)). field. auto.
  - rewrite vandermonde. unfold drising, welch_constant. rewrite S_INR.
    replace (INR h / 2 + 1 / 2) with ((INR h + 1) / 2) by field.
    pose proof (factR_neq k). field. auto.
Qed.

(** The Welch-Sidelnikov inequality: (sum_i q_i |m_i|^{2k})^2 <= 4^k k! (h/2)_k sum_ij q_i q_j (m_i.m_j)^{2k}/(2k)!. *)
Theorem welch h (m : nat -> nat -> R) : forall k q,
  sumn N (fun i => q i * dot h (m i) (m i) ^ k) * sumn N (fun i => q i * dot h (m i) (m i) ^ k)
  <= welch_constant h k * form q (fun i j => dpow (2 * k) (dot h (m i) (m j))).
Proof.
  induction h as [|h IH]; intros k q.
  - destruct k as [|k].
    + unfold welch_constant. rewrite (form_ext q _ (fun _ _ => 1)) by (intros; unfold dpow, factR; simpl; field).
      rewrite form_one. unfold factR; simpl.
      rewrite (sumn_ext N (fun i => q i * 1) q) by (intros; ring). lra.
    + rewrite (sumn_ext N _ (fun _ => 0)).
      * rewrite sumn_0. replace (0 * 0) with 0 by ring. apply Rmult_le_pos; [apply welch_constant_nonneg|apply gram_nonneg].
      * intros. unfold dot; simpl sumn. rewrite pow_i by lia; ring.
  - rewrite gram_split.
    set (X := fun l => sumn N (fun i => q i * m i h ^ (2 * (k - l)) * dot h (m i) (m i) ^ l)).
    set (G := fun l => form (fun i => q i * m i h ^ (2 * (k - l))) (fun i j => dpow (2 * l) (dot h (m i) (m j)))).
    assert (E1 : sumn N (fun i => q i * dot (S h) (m i) (m i) ^ k) = sumn (S k) (fun l => C k l * X l)).
    { unfold X. transitivity (sumn (S k) (fun l => sumn N (fun i => C k l * (q i * m i h ^ (2 * (k - l)) * dot h (m i) (m i) ^ l)))).
      - rewrite sumn_swap. apply sumn_ext; intros i Hi.
        change (dot (S h) (m i) (m i)) with (dot h (m i) (m i) + m i h * m i h).
        rewrite binomial, sum_f_R0_sumn, <- sumn_scal. apply sumn_ext; intros l Hl.
        rewrite pow_mult. replace (m i h * m i h) with (m i h ^ 2) by ring. ring.
      - apply sumn_ext; intros l Hl. apply sumn_scal. }
    rewrite E1.
    assert (E2 : sumn (S k) (fun l => G l / factR (2 * (k - l)))
       <= sumn (S (2 * k)) (fun l => form (fun i => q i * m i h ^ (2 * k - l)) (fun i j => dpow l (dot h (m i) (m j))) / factR (2 * k - l))).
    { eapply Rle_trans; [|apply (sumn_even k (fun l => form (fun i => q i * m i h ^ (2 * k - l)) (fun i j => dpow l (dot h (m i) (m j))) / factR (2 * k - l)))].
      - apply Req_le, sumn_ext; intros l Hl. unfold G. replace (2 * k - 2 * l)%nat with (2 * (k - l))%nat by lia. reflexivity.
      - intros l. apply Rmult_le_pos; [apply gram_nonneg|]. apply Rlt_le, Rinv_0_lt_compat, factR_pos. }
    eapply Rle_trans; [|apply Rmult_le_compat_l; [apply welch_constant_nonneg|exact E2]].
    rewrite <- welch_constant_step. apply cauchy_schwarz_sumn. intros l Hl.
    assert (Hc : 0 <= C k l * C k l) by (apply Rle_0_sqr).
    assert (Hf := factR_pos (2 * (k - l))). assert (Hd := welch_constant_nonneg h l).
    assert (HG : 0 <= G l) by apply gram_nonneg.
    split; [|split].
    + apply Rmult_le_pos; [|exact Hd]. apply Rmult_le_pos; lra.
    + apply Rmult_le_pos; [exact HG|]. apply Rlt_le, Rinv_0_lt_compat, Hf.
    + replace (C k l * X l * (C k l * X l)) with (C k l * C k l * (X l * X l)) by ring.
      replace (C k l * C k l * factR (2 * (k - l)) * welch_constant h l * (G l / factR (2 * (k - l))))
        with (C k l * C k l * (welch_constant h l * G l)) by (field; apply factR_neq).
      apply Rmult_le_compat_l; [exact Hc|]. apply IH.
Qed.

End Gram.
