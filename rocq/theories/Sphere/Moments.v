(** * Integrals over polar angles: the moments of sine and cosine, and the addition of two generating functions

    [J i n] is the integral of cos^i sin^n over half a turn. From its recurrences, for b = (m + 1)/2,
      int_0^pi sin^(m - 1) 0F1(; 1/2; x cos^2) 0F1(; m/2; y sin^2) = J 0 (m - 1) 0F1(; b; x + y) for x, y >= 0:
    the generating functions of the line and of R^m make that of R^(m + 1). *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials Bessel.Hypergeometric.
Open Scope R_scope.

Definition J (i n : nat) : R := RInt (fun t => cos t ^ i * sin t ^ n) 0 PI.

Lemma ex_RInt_everywhere (f : R -> R) a b : (forall t, ex_derive f t) -> ex_RInt f a b.
Proof. intros H. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros t _. exact (ex_derive_continuous f t (H t)). Qed.

Lemma ex_J i n : ex_RInt (fun t => cos t ^ i * sin t ^ n) 0 PI.
Proof. apply ex_RInt_everywhere. intros t. auto_derive. auto. Qed.

(** The integral of the derivative of a function that is equal at both ends. *)
Lemma integral_0 (f f' : R -> R) : (forall t, is_derive f t (f' t)) -> (forall t, ex_derive f' t) -> f 0 = f PI -> RInt f' 0 PI = 0.
Proof.
  intros D C E. assert (I : is_RInt f' 0 PI (minus (f PI) (f 0))).
  { apply (is_RInt_derive (V := R_CompleteNormedModule)); [intros; apply D|intros t _; exact (ex_derive_continuous f' t (C t))]. }
  rewrite (is_RInt_unique _ _ _ _ I). unfold minus, plus, opp; simpl. rewrite E. ring.
Qed.

Lemma J_1 n : J 1 n = 0.
Proof.
  unfold J. apply (integral_0 (fun t => sin t ^ S n / INR (S n))).
  - intros t. assert (P := lt_0_INR (S n) ltac:(lia)). auto_derive; [auto|]. change (1 * cos t * (INR (S n) * sin t ^ n) * / INR (S n) = cos t ^ 1 * sin t ^ n). field. lra.
  - intros t. auto_derive. auto.
  - rewrite sin_0, sin_PI. reflexivity.
Qed.

(** By parts: cos^(i + 1) sin^(n + 1) is 0 at both ends. *)
Lemma J_parts i n : INR (S n) * J (S (S i)) n = INR (S i) * J i (S (S n)).
Proof.
  enough (E : INR (S n) * J (S (S i)) n - INR (S i) * J i (S (S n)) = 0) by lra.
  unfold J. rewrite <- !(RInt_scal (V := R_CompleteNormedModule)) by apply ex_J.
  rewrite <- (RInt_minus (V := R_CompleteNormedModule)) by (apply (ex_RInt_scal (V := R_NormedModule)), ex_J).
  apply (integral_0 (fun t => cos t ^ S i * sin t ^ S n)).
  - intros t. unfold minus, plus, opp, scal; simpl; unfold mult; simpl. auto_derive; [auto|]. destruct i, n; simpl; ring.
  - intros t. unfold minus, plus, opp, scal; simpl; unfold mult; simpl. auto_derive. auto.
  - rewrite sin_0, sin_PI. simpl. ring.
Qed.

Lemma J_square i n : J (S (S i)) n = J i n - J i (S (S n)).
Proof.
  unfold J. rewrite <- (RInt_minus (V := R_CompleteNormedModule)) by apply ex_J. apply RInt_ext. intros t _.
  unfold minus, plus, opp; simpl. assert (T := sin2_cos2 t). unfold Rsqr in T. replace (cos t * (cos t * cos t ^ i)) with ((cos t * cos t) * cos t ^ i) by ring.
  replace (cos t * cos t) with (1 - sin t * sin t) by lra. ring.
Qed.

Lemma J_raise n : INR (S (S n)) * J 0 (S (S n)) = INR (S n) * J 0 n.
Proof.
  assert (A := J_parts 0 n). assert (B := J_square 0 n). rewrite B in A. rewrite S_INR. simpl (INR 1) in A. lra.
Qed.

(** int cos^(2j) sin^(2k + m) = (1/2)_j ((m + 1)/2)_k / (m/2 + 1)_(j + k) int sin^m *)
Lemma J_sine m k : rising ((INR m + 2) / 2) k * J 0 (2 * k + m) = rising ((INR m + 1) / 2) k * J 0 m.
Proof.
  induction k as [|k IH]; [simpl; ring|]. replace (2 * S k + m)%nat with (S (S (2 * k + m))) by lia. assert (R := J_raise (2 * k + m)).
  assert (N := pos_INR m). assert (K := pos_INR k). rewrite !S_INR, plus_INR, mult_INR in R. simpl (INR 2) in R. simpl rising.
  replace (J 0 (S (S (2 * k + m)))) with ((2 * INR k + INR m + 1) / (2 * INR k + INR m + 2) * J 0 (2 * k + m)) by
    (apply (Rmult_eq_reg_l (2 * INR k + INR m + 2)); [transitivity ((2 * INR k + INR m + 1) * J 0 (2 * k + m)); [field; lra|lra]|lra]).
  replace (rising ((INR m + 2) / 2) k * ((INR m + 2) / 2 + INR k) * ((2 * INR k + INR m + 1) / (2 * INR k + INR m + 2) * J 0 (2 * k + m)))
    with ((rising ((INR m + 2) / 2) k * J 0 (2 * k + m)) * ((INR m + 1) / 2 + INR k)) by (field; lra). rewrite IH. ring.
Qed.

Lemma J_cosine j n : rising ((INR n + 2) / 2) j * J (2 * j) n = rising (1 / 2) j * J 0 n.
Proof.
  revert n. induction j as [|j IH]; intros n; [simpl; ring|]. replace (2 * S j)%nat with (S (S (2 * j))) by lia.
  assert (P := J_parts (2 * j) n). assert (N := pos_INR n). assert (H := IH (S (S n))). assert (R := J_raise n). rewrite !S_INR, ?mult_INR in *. simpl (INR 2) in *.
  rewrite rising_l. replace ((INR n + 2) / 2 + 1) with ((INR n + 1 + 1 + 2) / 2) by field.
  replace (J (S (S (2 * j))) n) with ((2 * INR j + 1) / (INR n + 1) * J (2 * j) (S (S n))) by (apply (Rmult_eq_reg_l (INR n + 1)); [transitivity ((2 * INR j + 1) * J (2 * j) (S (S n))); [field; lra|lra]|lra]).
  replace ((INR n + 2) / 2 * rising ((INR n + 1 + 1 + 2) / 2) j * ((2 * INR j + 1) / (INR n + 1) * J (2 * j) (S (S n))))
    with ((INR n + 2) / (INR n + 1) * (/ 2 + INR j) * (rising ((INR n + 1 + 1 + 2) / 2) j * J (2 * j) (S (S n)))) by (field; lra). rewrite H. simpl rising.
  replace (J 0 (S (S n))) with ((INR n + 1) / (INR n + 2) * J 0 n) by (apply (Rmult_eq_reg_l (INR n + 2)); [transitivity ((INR n + 1) * J 0 n); [field; lra|lra]|lra]). field. lra.
Qed.

Lemma rising_plus b j k : rising b (k + j) = rising b k * rising (b + INR k) j.
Proof.
  induction j as [|j IH]; [rewrite Nat.add_0_r; simpl; ring|]. rewrite Nat.add_succ_r. simpl rising. rewrite IH, plus_INR. ring.
Qed.

Theorem J_value m j k : J (2 * j) (2 * k + m) = rising (1 / 2) j * rising ((INR m + 1) / 2) k / rising ((INR m + 2) / 2) (j + k) * J 0 m.
Proof.
  assert (N := pos_INR m). assert (A := J_sine m k). assert (B := J_cosine j (2 * k + m)). assert (P := rising_pos ((INR m + 2) / 2) k ltac:(lra)).
  rewrite (Nat.add_comm j k), rising_plus. rewrite plus_INR, mult_INR in B. change (INR 2) with 2 in B. assert (K := pos_INR k).
  replace ((2 * INR k + INR m + 2) / 2) with ((INR m + 2) / 2 + INR k) in B by field. assert (Q := rising_pos ((INR m + 2) / 2 + INR k) j ltac:(lra)).
  apply (Rmult_eq_reg_l (rising ((INR m + 2) / 2) k * rising ((INR m + 2) / 2 + INR k) j)); [|nra].
  replace (rising ((INR m + 2) / 2) k * rising ((INR m + 2) / 2 + INR k) j * J (2 * j) (2 * k + m)) with (rising ((INR m + 2) / 2) k * (rising ((INR m + 2) / 2 + INR k) j * J (2 * j) (2 * k + m))) by ring.
  rewrite B. replace (rising ((INR m + 2) / 2) k * (rising (1 / 2) j * J 0 (2 * k + m))) with (rising (1 / 2) j * (rising ((INR m + 2) / 2) k * J 0 (2 * k + m))) by ring.
  rewrite A. field. lra.
Qed.

(** ** Two power series under one integral *)
Definition term (b x : R) (k : nat) : R := x ^ k / (rising b k * factR k).
Definition part (b x : R) (n : nat) : R := sumn n (term b x).

Lemma term_nonneg b x k : 0 < b -> 0 <= x -> 0 <= term b x k.
Proof. intros Hb Hx. apply Rmult_le_pos; [apply pow_le, Hx|apply Rlt_le, Rinv_0_lt_compat, Rmult_lt_0_compat; [apply rising_pos, Hb|apply factR_pos]]. Qed.

Lemma term_mono b s x k : 0 < b -> 0 <= s <= x -> term b s k <= term b x k.
Proof.
  intros Hb Hs. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, Rmult_lt_0_compat; [apply rising_pos, Hb|apply factR_pos]|apply pow_incr, Hs].
Qed.

Lemma part_limit b x : 0 < b -> is_lim_seq (part b x) (hyper0F1 b x).
Proof.
  intros Hb. assert (S := hyper_is_pseries b x Hb). apply is_lim_seq_incr_1.
  apply (is_lim_seq_ext (sum_n (fun k => scal (pow_n x k) (/ (rising b k * INR (fact k)))))); [|exact S].
  intros n. rewrite sum_n_Reals, sum_f_R0_sumn. apply sumn_ext. intros k _. unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow. reflexivity.
Qed.

Lemma part_below b x n : 0 < b -> 0 <= x -> 0 <= part b x n <= hyper0F1 b x.
Proof.
  intros Hb Hx. split; [apply sumn_nonneg; intros; apply term_nonneg; assumption|].
  apply (is_lim_seq_le (fun _ => part b x n) (fun k => part b x (n + k)) (part b x n) (hyper0F1 b x)).
  - intros k. induction k as [|k IH]; [rewrite Nat.add_0_r; lra|]. rewrite Nat.add_succ_r. unfold part in *. simpl sumn. assert (T := term_nonneg b x (n + k) Hb Hx). lra.
  - apply is_lim_seq_const.
  - apply (is_lim_seq_ext (fun k => part b x (k + n))); [intros k; f_equal; lia|]. apply is_lim_seq_incr_n, part_limit, Hb.
Qed.

(** What a partial sum lacks grows with the argument. *)
Lemma rest_mono b s x n : 0 < b -> 0 <= s <= x -> hyper0F1 b s - part b s n <= hyper0F1 b x - part b x n.
Proof.
  intros Hb Hs.
  apply (is_lim_seq_le (fun k => part b s (k + n) - part b s n) (fun k => part b x (k + n) - part b x n) (hyper0F1 b s - part b s n) (hyper0F1 b x - part b x n)).
  - intros k. enough (part b x n - part b s n <= part b x (k + n) - part b s (k + n)) by lra.
    induction k as [|k IH]; [simpl; lra|]. unfold part in *. simpl sumn. assert (T := term_mono b s x (k + n) Hb Hs). lra.
  - apply is_lim_seq_minus'; [apply (is_lim_seq_incr_n (part b s)), part_limit, Hb|apply is_lim_seq_const].
  - apply is_lim_seq_minus'; [apply (is_lim_seq_incr_n (part b x)), part_limit, Hb|apply is_lim_seq_const].
Qed.

Lemma product_rest a b s t x y n : 0 < a -> 0 < b -> 0 <= s <= x -> 0 <= t <= y ->
  0 <= hyper0F1 a s * hyper0F1 b t - part a s n * part b t n <= hyper0F1 a x * hyper0F1 b y - part a x n * part b y n.
Proof.
  intros Ha Hb Hs Ht. assert (A := part_below a s n Ha ltac:(lra)). assert (B := part_below b t n Hb ltac:(lra)).
  assert (A' := part_below a x n Ha ltac:(lra)). assert (B' := part_below b y n Hb ltac:(lra)).
  assert (U := rest_mono a s x n Ha Hs). assert (V := rest_mono b t y n Hb Ht).
  assert (P : part a s n <= part a x n) by (apply sumn_le; intros; apply term_mono; assumption).
  assert (Q : hyper0F1 b t <= hyper0F1 b y). { assert (W := rest_mono b t y 0 Hb Ht). unfold part in W. simpl in W. lra. }
  split; [nra|].
  assert ((hyper0F1 a s - part a s n) * hyper0F1 b t <= (hyper0F1 a x - part a x n) * hyper0F1 b y) by (apply Rmult_le_compat; lra).
  assert (part a s n * (hyper0F1 b t - part b t n) <= part a x n * (hyper0F1 b y - part b y n)) by (apply Rmult_le_compat; lra). lra.
Qed.

(** Sums over triangles, by diagonals and by rows. *)
Lemma sumn_S n f : sumn (S n) f = sumn n f + f n.
Proof. reflexivity. Qed.

Lemma triangle n t : sumn n (fun s => sumn (S s) (fun j => t j (s - j)%nat)) = sumn n (fun j => sumn (n - j) (fun k => t j k)).
Proof.
  induction n as [|n IH]; [reflexivity|]. rewrite (sumn_S n (fun s => sumn (S s) (fun j => t j (s - j)%nat))), IH, (sumn_S n (fun j => sumn (S n - j) (fun k => t j k))).
  replace (S n - n)%nat with 1%nat by lia.
  rewrite (sumn_ext n (fun j => sumn (S n - j) (fun k => t j k)) (fun j => sumn (n - j) (fun k => t j k) + t j (n - j)%nat)).
  - rewrite sumn_plus, sumn_S, Nat.sub_diag. replace (sumn 1 (fun k => t n k)) with (t n 0%nat) by (simpl; ring). ring.
  - intros j Hj. replace (S n - j)%nat with (S (n - j)) by lia. reflexivity.
Qed.

Lemma sumn_longer f m n : (m <= n)%nat -> (forall i, 0 <= f i) -> sumn m f <= sumn n f.
Proof. intros H P. induction H as [|n H IH]; [lra|]. simpl. specialize (P n). lra. Qed.

Section Square.
Variables (b x y : R).
Hypothesis b_pos : 0 < b.
Hypothesis x_nonneg : 0 <= x.
Hypothesis y_nonneg : 0 <= y.

Definition both (j k : nat) : R := dpow j x * dpow k y / rising b (j + k).

Lemma both_nonneg j k : 0 <= both j k.
Proof.
  assert (D : forall n z, 0 <= z -> 0 <= dpow n z) by (intros n z Hz; apply Rmult_le_pos; [apply pow_le, Hz|apply Rlt_le, Rinv_0_lt_compat, factR_pos]).
  apply Rmult_le_pos; [apply Rmult_le_pos; apply D; assumption|apply Rlt_le, Rinv_0_lt_compat, rising_pos, b_pos].
Qed.

Lemma diagonals n : sumn n (fun s => sumn (S s) (fun j => both j (s - j))) = part b (x + y) n.
Proof.
  apply sumn_ext. intros s _. unfold term. replace ((x + y) ^ s / (rising b s * factR s)) with (dpow s (x + y) * / rising b s) by
    (unfold dpow; assert (R := rising_pos b s b_pos); assert (F := factR_pos s); field; lra).
  rewrite dpow_plus, <- sumn_scal_r. apply sumn_ext. intros j Hj. unfold both. replace (j + (s - j))%nat with s by lia. reflexivity.
Qed.

(** Square sums lie between triangular ones. *)
Lemma square_limit : is_lim_seq (fun n => sumn n (fun j => sumn n (fun k => both j k))) (hyper0F1 b (x + y)).
Proof.
  apply (is_lim_seq_le_le (part b (x + y)) _ (fun n => part b (x + y) (2 * n))).
  - intros n. rewrite <- !diagonals, !triangle. split.
    + apply sumn_le. intros j Hj. apply sumn_longer; [lia|]. intros. apply both_nonneg.
    + apply Rle_trans with (sumn n (fun j => sumn (2 * n - j) (fun k => both j k))).
      * apply sumn_le. intros j Hj. apply sumn_longer; [lia|]. intros. apply both_nonneg.
      * apply sumn_longer; [lia|]. intros. apply sumn_nonneg. intros. apply both_nonneg.
  - apply part_limit, b_pos.
  - apply (is_lim_seq_subseq (part b (x + y)) (hyper0F1 b (x + y)) (fun n => (2 * n)%nat)); [|apply part_limit, b_pos].
    apply eventually_subseq. intros n. lia.
Qed.
End Square.

Lemma within u w : 0 <= u -> 0 <= w <= 1 -> 0 <= u * w <= u.
Proof. intros Hu Hw. split; nra. Qed.

Lemma square_within z : -1 <= z <= 1 -> 0 <= z ^ 2 <= 1.
Proof. intros Hz. split; nra. Qed.

Section Addition.
Variables (m : nat) (x y : R).
Hypothesis m_pos : (1 <= m)%nat.
Hypothesis x_nonneg : 0 <= x.
Hypothesis y_nonneg : 0 <= y.

Let a := 1 / 2.
Let c := INR m / 2.
Let c_pos : 0 < c. Proof. apply (le_INR 1) in m_pos. simpl in m_pos. unfold c. lra. Qed.

Definition integrand (t : R) : R := sin t ^ (m - 1) * (hyper0F1 a (x * cos t ^ 2) * hyper0F1 c (y * sin t ^ 2)).
Definition truncated (n : nat) (t : R) : R := sin t ^ (m - 1) * (part a (x * cos t ^ 2) n * part c (y * sin t ^ 2) n).

Lemma integrand_ex_derive t : ex_derive integrand t.
Proof.
  assert (A : ex_derive (fun t => x * cos t ^ 2) t) by (auto_derive; auto). assert (B : ex_derive (fun t => y * sin t ^ 2) t) by (auto_derive; auto).
  unfold integrand. apply ex_derive_mult; [auto_derive; auto|]. apply ex_derive_mult.
  - apply (ex_derive_comp (hyper0F1 a) (fun t => x * cos t ^ 2)); [eexists; apply hyper_derive; unfold a; lra|exact A].
  - apply (ex_derive_comp (hyper0F1 c) (fun t => y * sin t ^ 2)); [eexists; apply hyper_derive, c_pos|exact B].
Qed.

Lemma is_RInt_sumn n (f : nat -> R -> R) (v : nat -> R) p q : (forall i, (i < n)%nat -> is_RInt (f i) p q (v i)) -> is_RInt (fun t => sumn n (fun i => f i t)) p q (sumn n v).
Proof.
  induction n as [|n IH]; intros H; simpl.
  - assert (Z := is_RInt_const (V := R_NormedModule) p q 0). unfold scal in Z; simpl in Z; unfold mult in Z; simpl in Z. rewrite Rmult_0_r in Z. exact Z.
  - apply (is_RInt_plus (V := R_NormedModule)); [apply IH; intros; apply H; lia|apply H; lia].
Qed.

Lemma truncated_integral n : is_RInt (truncated n) 0 PI (J 0 (m - 1) * sumn n (fun j => sumn n (fun k => both ((INR m + 1) / 2) x y j k))).
Proof.
  apply (is_RInt_ext (fun t => sumn n (fun j => sumn n (fun k => x ^ j / (rising a j * factR j) * (y ^ k / (rising c k * factR k)) * (cos t ^ (2 * j) * sin t ^ (2 * k + (m - 1))))))).
  - intros t _. unfold truncated, part. rewrite sumn_prod, <- sumn_scal. apply sumn_ext. intros j _. rewrite <- sumn_scal. apply sumn_ext. intros k _.
    unfold term. rewrite !Rpow_mult_distr, <- !pow_mult, pow_add. unfold Rdiv. ring.
  - rewrite <- sumn_scal. apply is_RInt_sumn. intros j _. rewrite <- sumn_scal. apply is_RInt_sumn. intros k _.
    replace (J 0 (m - 1) * both ((INR m + 1) / 2) x y j k) with (x ^ j / (rising a j * factR j) * (y ^ k / (rising c k * factR k)) * J (2 * j) (2 * k + (m - 1))).
    + apply (is_RInt_scal (V := R_NormedModule)). apply (RInt_correct (V := R_CompleteNormedModule)), ex_J.
    + rewrite J_value. rewrite minus_INR by exact m_pos. simpl (INR 1). fold a. replace ((INR m - 1 + 1) / 2) with c by (unfold c; field).
      replace ((INR m - 1 + 2) / 2) with ((INR m + 1) / 2) by field. unfold both, dpow. assert (P := rising_pos a j ltac:(unfold a; lra)). assert (Q := rising_pos c k c_pos).
      assert (F := factR_pos j). assert (G := factR_pos k). assert (M := c_pos). unfold c in M. assert (R := rising_pos ((INR m + 1) / 2) (j + k) ltac:(lra)). field. lra.
Qed.

Theorem addition : is_RInt integrand 0 PI (J 0 (m - 1) * hyper0F1 ((INR m + 1) / 2) (x + y)).
Proof.
  assert (E : ex_RInt integrand 0 PI) by (apply ex_RInt_everywhere, integrand_ex_derive).
  replace (J 0 (m - 1) * hyper0F1 ((INR m + 1) / 2) (x + y)) with (RInt integrand 0 PI); [apply (RInt_correct (V := R_CompleteNormedModule)), E|].
  assert (M := c_pos). unfold c in M. set (rest := fun n => hyper0F1 a x * hyper0F1 c y - part a x n * part c y n).
  assert (B : forall n, J 0 (m - 1) * sumn n (fun j => sumn n (fun k => both ((INR m + 1) / 2) x y j k)) <= RInt integrand 0 PI
      <= J 0 (m - 1) * sumn n (fun j => sumn n (fun k => both ((INR m + 1) / 2) x y j k)) + PI * rest n).
  { intros n. assert (T := truncated_integral n). assert (P := PI_RGT_0).
    assert (C : is_RInt (fun _ => rest n) 0 PI (PI * rest n)) by (replace (PI * rest n) with (scal (PI - 0) (rest n)) by (unfold scal; simpl; unfold mult; simpl; ring); apply (is_RInt_const (V := R_NormedModule))).
    assert (K : forall t, 0 < t < PI -> 0 <= integrand t - truncated n t <= rest n).
    { intros t Ht. assert (S0 := sin_gt_0 t ltac:(lra) ltac:(lra)). assert (S1 := SIN_bound t). assert (C1 := COS_bound t).
      assert (D := product_rest a c (x * cos t ^ 2) (y * sin t ^ 2) x y n ltac:(unfold a; lra) c_pos
        (within x _ x_nonneg (square_within _ C1)) (within y _ y_nonneg (square_within _ S1))). fold (rest n) in D.
      assert (0 <= sin t ^ (m - 1) <= 1) by (split; [apply pow_le; lra|rewrite <- (pow1 (m - 1)); apply pow_incr; lra]).
      unfold integrand, truncated. rewrite <- Rmult_minus_distr_l. split; [apply Rmult_le_pos; lra|]. rewrite <- (Rmult_1_l (rest n)). apply Rmult_le_compat; lra. }
    rewrite <- (is_RInt_unique _ _ _ _ T), <- (is_RInt_unique _ _ _ _ C). split.
    - apply RInt_le; [lra|eexists; exact T|exact E|]. intros t Ht. specialize (K t Ht). lra.
    - rewrite <- (RInt_plus (V := R_CompleteNormedModule)) by (eexists; eassumption).
      apply RInt_le; [lra|exact E|apply (ex_RInt_plus (V := R_NormedModule)); eexists; eassumption|]. intros t Ht. specialize (K t Ht). unfold plus; simpl. lra. }
  assert (L := is_lim_seq_scal_l _ (J 0 (m - 1)) _ (square_limit ((INR m + 1) / 2) x y ltac:(lra) x_nonneg y_nonneg)).
  assert (Z : is_lim_seq (fun n => PI * rest n) (PI * 0)).
  { apply (is_lim_seq_scal_l rest PI 0). unfold rest. replace 0 with (hyper0F1 a x * hyper0F1 c y - hyper0F1 a x * hyper0F1 c y) by ring.
    apply is_lim_seq_minus'; [apply is_lim_seq_const|]. apply is_lim_seq_mult'; apply part_limit; [unfold a; lra|exact c_pos]. }
  apply Rle_antisym.
  - assert (L2 := is_lim_seq_plus' _ _ _ _ L Z). rewrite Rmult_0_r, Rplus_0_r in L2.
    exact (is_lim_seq_le (fun _ => RInt integrand 0 PI) _ (RInt integrand 0 PI) _ (fun n => proj2 (B n)) (is_lim_seq_const _) L2).
  - exact (is_lim_seq_le _ (fun _ => RInt integrand 0 PI) _ (RInt integrand 0 PI) (fun n => proj1 (B n)) L (is_lim_seq_const _)).
Qed.
End Addition.
