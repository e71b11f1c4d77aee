(** * The generating function M_h(z) = 0F1(; h/2; z^2/4), and the energy of finitely many points of the sphere

    (sum_i q_i)^2 M_h(beta) <= sum_ij q_i q_j e^{beta m_i.m_j} for unit vectors m_i of R^h and real weights: of all
    point sets and weights, the uniform law has the least energy. Term by term in the power series, by [welch]. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Factorials Base.Welch Bessel.Hypergeometric Bessel.Generating.
Open Scope R_scope.


Lemma is_series_sumn N (a : nat -> nat -> R) (l : nat -> R) :
  (forall i, (i < N)%nat -> is_series (a i) (l i)) -> is_series (V := R_NormedModule) (fun n => sumn N (fun i => a i n)) (sumn N l).
Proof.
  induction N as [|N IH]; intros H; simpl.
  - change (is_lim_seq (sum_n (fun _ : nat => 0)) 0).
    apply (is_lim_seq_ext (fun _ => 0)); [|apply is_lim_seq_const].
    intros n. rewrite sum_n_Reals. symmetry. apply sum_eq_R0. reflexivity.
  - apply (is_series_plus (V := R_NormedModule)); [apply IH; intros; apply H; lia|apply H; lia].
Qed.

Lemma is_series_scal_R (c : R) (a : nat -> R) (l : R) : is_series a l -> is_series (fun n => c * a n) (c * l).
Proof. intros H. exact (is_series_scal_l (K := R_AbsRing) (V := R_NormedModule) c a l H). Qed.

Lemma sum_n_sumn (a : nat -> R) n : sum_n a n = sumn (S n) a.
Proof. rewrite sum_n_Reals. apply sum_f_R0_sumn. Qed.

Lemma series_exp_form N q (t : nat -> nat -> R) beta :
  is_series (fun n => beta ^ n * form N q (fun i j => dpow n (t i j))) (form N q (fun i j => exp (beta * t i j))).
Proof.
  unfold form.
  apply (is_series_ext (fun n => sumn N (fun i => sumn N (fun j => q i * q j * (beta ^ n * dpow n (t i j)))))).
  { intros n. rewrite <- sumn_scal. apply sumn_ext; intros. rewrite <- sumn_scal. apply sumn_ext; intros. ring. }
  apply (is_series_sumn N (fun i n => sumn N (fun j => q i * q j * (beta ^ n * dpow n (t i j))))). intros i Hi.
  apply (is_series_sumn N (fun j n => q i * q j * (beta ^ n * dpow n (t i j)))). intros j Hj.
  apply is_series_scal_R.
  eapply is_series_ext; [|exact (is_exp_Reals (beta * t i j))].
  intros n. unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow, Rpow_mult_distr. unfold dpow, factR, Rdiv. ring.
Qed.

(** Uniform points have the least energy: (sum q)^2 M_h(beta) <= sum_ij q_i q_j e^{beta m_i.m_j} for unit m_i. *)
Theorem energy (h N : nat) (beta : R) (q : nat -> R) (m : nat -> nat -> R) :
  (1 <= h)%nat -> 0 <= beta -> (forall i, (i < N)%nat -> dot h (m i) (m i) = 1) ->
  sumn N q * sumn N q * SphereMGF (INR h) beta <= form N q (fun i j => exp (beta * dot h (m i) (m j))).
Proof.
  intros Hh Hb Hm.
  assert (Hh2 : 0 < INR h / 2) by (apply (lt_INR 0) in Hh; simpl in Hh; lra).
  set (Q := sumn N q * sumn N q).
  assert (HQ : 0 <= Q) by apply Rle_0_sqr.
  set (a := fun n => beta ^ n * form N q (fun i j => dpow n (dot h (m i) (m j)))).
  assert (Ha : forall n, 0 <= a n).
  { intros n. apply Rmult_le_pos; [apply pow_le, Hb|apply gram_nonneg]. }
  assert (HE := series_exp_form N q (fun i j => dot h (m i) (m j)) beta). fold a in HE.
  set (E := form N q (fun i j => exp (beta * dot h (m i) (m j)))) in *.
  assert (HM := hyper_is_pseries (INR h / 2) (beta ^ 2 / 4) Hh2). fold (SphereMGF (INR h) beta) in HM.
  assert (HQM := is_series_scal_R Q _ _ HM).
  apply (is_lim_seq_le (sum_n (fun n => Q * (scal (pow_n (beta ^ 2 / 4) n) (/ (rising (INR h / 2) n * INR (fact n)))))) (fun _ => E) (Q * SphereMGF (INR h) beta) E);
    [|exact HQM|apply is_lim_seq_const].
  intros K. apply Rle_trans with (sum_n a (2 * K)); [|apply partial_le_series; assumption].
  rewrite !sum_n_sumn. eapply Rle_trans; [|apply (sumn_even K a Ha)].
  apply sumn_le; intros k Hk. unfold a.
  assert (W := welch N h m k q).
  rewrite (sumn_ext N _ q) in W by (intros i Hi; rewrite Hm by exact Hi; rewrite pow1; ring).
  fold Q in W. unfold welch_constant in W.
  unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow. fold (factR k).
  assert (Hr := rising_pos (INR h / 2) k Hh2). assert (Hf := factR_pos k).
  assert (H4 : 0 < 4 ^ k) by (apply pow_lt; lra).
  replace (beta * (beta * 1) / 4) with (beta ^ 2 * / 4) by (simpl; field).
  rewrite Rpow_mult_distr, pow_inv, <- pow_mult.
  replace (Q * (beta ^ (2 * k) * / 4 ^ k * / (rising (INR h / 2) k * factR k)))
    with (beta ^ (2 * k) * (Q * / (4 ^ k * factR k * rising (INR h / 2) k))) by (field; repeat split; lra).
  apply Rmult_le_compat_l; [apply pow_le, Hb|].
  assert (Hd : 0 < 4 ^ k * factR k * rising (INR h / 2) k) by (apply Rmult_lt_0_compat; [nra|assumption]).
  apply (Rmult_le_reg_l (4 ^ k * factR k * rising (INR h / 2) k)); [exact Hd|].
  replace (4 ^ k * factR k * rising (INR h / 2) k * (Q * / (4 ^ k * factR k * rising (INR h / 2) k))) with Q by (field; repeat split; lra).
  exact W.
Qed.

Lemma SphereMGF_pos h z : (1 <= h)%nat -> 0 < SphereMGF (INR h) z.
Proof.
  intros Hh. assert (Hh2 : 0 < INR h / 2) by (apply (lt_INR 0) in Hh; simpl in Hh; lra).
  assert (HM := hyper_is_pseries (INR h / 2) (z ^ 2 / 4) Hh2).
  assert (Hw : 0 <= z ^ 2 / 4) by nra.
  assert (Hk : forall k, 0 <= scal (pow_n (z ^ 2 / 4) k) (/ (rising (INR h / 2) k * INR (fact k)))).
  { intros k. unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow.
    apply Rmult_le_pos; [apply pow_le; exact Hw|apply Rlt_le, hyper_coeff_pos, Hh2]. }
  assert (P := partial_le_series _ _ 0%nat HM Hk). rewrite sum_O in P.
  unfold scal in P; simpl in P; unfold mult, one in P; simpl in P.
  unfold SphereMGF. eapply Rlt_le_trans; [|exact P]. rewrite Rmult_1_l, Rmult_1_l, Rinv_1. lra.
Qed.

