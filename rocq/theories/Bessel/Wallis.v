(** * Gamma (1/2) is the square root of pi

    By Wallis's integrals of powers of the sine over a quarter turn: Euler's product for 1/Gamma(1/2) is one over twice
    such an integral and the root of its length. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials Bessel.Gamma.
Open Scope R_scope.

Definition wallis (n : nat) : R := RInt (fun x => sin x ^ n) 0 (PI / 2).

Lemma sines_continuous n x : continuous (fun x => sin x ^ n) x.
Proof. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I. Qed.

Lemma sines_integrable n : ex_RInt (fun x => sin x ^ n) 0 (PI / 2).
Proof. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros; apply sines_continuous. Qed.

Lemma wallis_0 : wallis 0 = PI / 2.
Proof. unfold wallis. simpl. rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring. Qed.

Lemma wallis_1 : wallis 1 = 1.
Proof.
  apply is_RInt_unique. apply (is_RInt_ext sin); [intros; simpl; ring|].
  replace 1 with (minus (- cos (PI / 2)) (- cos 0)) by (rewrite cos_PI2, cos_0; unfold minus, plus, opp; simpl; ring).
  apply (is_RInt_derive (fun x => - cos x) sin).
  - intros x _. auto_derive; [exact I|ring].
  - intros x _. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
Qed.

Lemma wallis_step n : (INR n + 2) * wallis (S (S n)) = (INR n + 1) * wallis n.
Proof.
  set (f := fun x => sin x ^ S n * cos x).
  set (g := fun x => (INR n + 1) * sin x ^ n - (INR n + 2) * sin x ^ S (S n)).
  assert (A : is_RInt g 0 (PI / 2) (minus (f (PI / 2)) (f 0))).
  { apply (is_RInt_derive f g).
    - intros x _. unfold f, g. auto_derive; [exact I|].
      assert (T := sin2_cos2 x). unfold Rsqr in T.
      transitivity ((INR n + 1) * sin x ^ n * (cos x * cos x) - sin x ^ S (S n)).
      + change (match n with O => 1 | S _ => INR n + 1 end) with (INR (S n)). rewrite S_INR. simpl. ring.
      + replace (cos x * cos x) with (1 - sin x * sin x) by lra. simpl. ring.
    - intros x _. apply (ex_derive_continuous (V := R_NormedModule)). unfold g. auto_derive. exact I. }
  assert (E : minus (f (PI / 2)) (f 0) = 0).
  { unfold f, minus, plus, opp; simpl. rewrite cos_PI2, sin_0. ring. }
  rewrite E in A.
  assert (B : is_RInt g 0 (PI / 2) ((INR n + 1) * wallis n - (INR n + 2) * wallis (S (S n)))).
  { apply (is_RInt_minus (V := R_NormedModule) (fun x => (INR n + 1) * sin x ^ n) (fun x => (INR n + 2) * sin x ^ S (S n)));
      apply (is_RInt_scal (V := R_NormedModule)), (RInt_correct (V := R_CompleteNormedModule)), sines_integrable. }
  assert (U := is_RInt_unique _ _ _ _ A). rewrite (is_RInt_unique _ _ _ _ B) in U. lra.
Qed.

Lemma quarter_turn x : 0 < x < PI / 2 -> 0 < sin x <= 1.
Proof. intros H. split; [apply sin_gt_0; lra|]. apply SIN_bound. Qed.

Lemma wallis_pos n : 0 < wallis n.
Proof.
  assert (P := PI_RGT_0). apply RInt_gt_0; [lra| |].
  - intros x Hx. apply pow_lt, quarter_turn, Hx.
  - intros x _. apply sines_continuous.
Qed.

Lemma wallis_decreases n : wallis (S n) <= wallis n.
Proof.
  assert (P := PI_RGT_0). apply RInt_le; [lra|apply sines_integrable|apply sines_integrable|].
  intros x Hx. apply quarter_turn in Hx. assert (Q := pow_lt (sin x) n ltac:(lra)). simpl. nra.
Qed.

Lemma wallis_product n : (INR n + 1) * wallis (S n) * wallis n = PI / 2.
Proof.
  induction n as [|n IH]; [rewrite wallis_0, wallis_1; simpl; lra|].
  rewrite S_INR. replace (INR n + 1 + 1) with (INR n + 2) by ring. rewrite wallis_step. lra.
Qed.

Lemma rising_half n : rising (1 / 2) (S n) * (2 * wallis (2 * n + 1)) = INR (fact n).
Proof.
  induction n as [|n IH]; [simpl; rewrite wallis_1; field|].
  replace (2 * S n + 1)%nat with (S (S (2 * n + 1))) by lia.
  change (rising (1 / 2) (S (S n))) with (rising (1 / 2) (S n) * (1 / 2 + INR (S n))).
  assert (W := wallis_step (2 * n + 1)). rewrite plus_INR, mult_INR in W. simpl INR in W.
  rewrite fact_simpl, mult_INR, <- IH, S_INR.
  set (w := wallis (S (S (2 * n + 1)))) in *. set (v := wallis (2 * n + 1)) in *.
  replace (rising (1 / 2) (S n) * (1 / 2 + (INR n + 1)) * (2 * w))
    with (rising (1 / 2) (S n) * (((1 + 1) * INR n + 1 + 2) * w)) by field.
  rewrite W. ring.
Qed.

Lemma euler_half_square n : (1 <= n)%nat ->
  / PI <= euler (1 / 2) n * euler (1 / 2) n <= / PI + / PI * / INR n.
Proof.
  intros Hn. assert (N : 1 <= INR n) by (apply (le_INR 1); exact Hn). assert (P := PI_RGT_0).
  set (v := wallis (2 * n + 1)). assert (V : 0 < v) by apply wallis_pos.
  assert (S0 : 0 < sqrt (INR n)) by (apply sqrt_lt_R0; lra).
  assert (E : euler (1 / 2) n = / (2 * v * sqrt (INR n))).
  { unfold euler. rewrite <- (rising_half n). fold v. 
    replace (Rpower (INR n) (1 / 2)) with (sqrt (INR n)) by (rewrite <- Rpower_sqrt by lra; f_equal; field).
    assert (R := rising_pos (1 / 2) (S n) ltac:(lra)). field. repeat split; lra. }
  assert (Q : euler (1 / 2) n * euler (1 / 2) n = / (4 * INR n * (v * v))).
  { rewrite E, <- Rinv_mult. f_equal. replace (4 * INR n * (v * v)) with (4 * (sqrt (INR n) * sqrt (INR n)) * (v * v))
      by (rewrite sqrt_sqrt by lra; ring). ring. }
  assert (A : v * v <= PI / 2 / (2 * INR n + 1)).
  { assert (D := wallis_decreases (2 * n)). assert (M := wallis_product (2 * n)). rewrite mult_INR in M. simpl INR in M.
    replace (S (2 * n)) with (2 * n + 1)%nat in D, M by lia. fold v in D, M.
    apply (Rmult_le_reg_l (2 * INR n + 1)); [lra|].
    replace ((2 * INR n + 1) * (PI / 2 / (2 * INR n + 1))) with (PI / 2) by (field; lra). rewrite <- M.
    replace ((2 * INR n + 1) * (v * v)) with ((2 * INR n + 1) * v * v) by ring.
    replace ((1 + 1) * INR n + 1) with (2 * INR n + 1) by ring. apply Rmult_le_compat_l; [nra|exact D]. }
  assert (B : PI / 2 / (2 * INR n + 2) <= v * v).
  { assert (D := wallis_decreases (2 * n + 1)). assert (M := wallis_product (2 * n + 1)).
    rewrite plus_INR, mult_INR in M. simpl INR in M. fold v in D, M.
    apply (Rmult_le_reg_l (2 * INR n + 2)); [lra|].
    replace ((2 * INR n + 2) * (PI / 2 / (2 * INR n + 2))) with (PI / 2) by (field; lra). rewrite <- M.
    replace ((1 + 1) * INR n + 1 + 1) with (2 * INR n + 2) by ring.
    replace ((2 * INR n + 2) * (v * v)) with ((2 * INR n + 2) * v * v) by ring.
    apply Rmult_le_compat_r; [lra|]. apply Rmult_le_compat_l; [lra|exact D]. }
  rewrite Q. split.
  - apply Rinv_le_contravar; [nra|]. apply Rle_trans with (4 * INR n * (PI / 2 / (2 * INR n + 1))); [apply Rmult_le_compat_l; lra|].
    replace (4 * INR n * (PI / 2 / (2 * INR n + 1))) with (PI - PI / (2 * INR n + 1)) by (field; lra).
    assert (0 < PI / (2 * INR n + 1)) by (apply Rdiv_lt_0_compat; lra). lra.
  - replace (/ PI + / PI * / INR n) with (/ (4 * INR n * (PI / 2 / (2 * INR n + 2)))) by (field; repeat split; lra).
    apply Rinv_le_contravar.
    + apply Rmult_lt_0_compat; [lra|]. repeat apply Rdiv_lt_0_compat; lra.
    + apply Rmult_le_compat_l; lra.
Qed.

Theorem Gamma_half : Gamma (1 / 2) = sqrt PI.
Proof.
  assert (P := PI_RGT_0). assert (R := rGamma_pos (1 / 2) ltac:(lra)).
  assert (L := is_lim_seq_mult' _ _ _ _ (rGamma_limit (1 / 2)) (rGamma_limit (1 / 2))).
  assert (S : is_lim_seq (fun n => euler (1 / 2) n * euler (1 / 2) n) (/ PI)).
  { apply is_lim_seq_incr_1. apply (is_lim_seq_le_le (fun _ => / PI) _ (fun n => / PI + / PI * / INR (S n))).
    - intros n. apply euler_half_square. lia.
    - apply is_lim_seq_const.
    - replace (Finite (/ PI)) with (Finite (/ PI + / PI * 0)) by (f_equal; ring).
      apply is_lim_seq_plus'; [apply is_lim_seq_const|]. apply is_lim_seq_mult'; [apply is_lim_seq_const|].
      apply (is_lim_seq_incr_1 (fun n => / INR n)). replace (Finite 0) with (Rbar_inv p_infty) by reflexivity.
      apply is_lim_seq_inv; [apply is_lim_seq_INR|discriminate]. }
  assert (E : rGamma (1 / 2) * rGamma (1 / 2) = / PI).
  { apply is_lim_seq_unique in L, S. rewrite L in S. injection S. trivial. }
  unfold Gamma. symmetry. apply sqrt_lem_1; [lra|apply Rlt_le, Rinv_0_lt_compat, R|].
  rewrite <- Rinv_mult, E. apply Rinv_inv.
Qed.

(** Half-integers: (2 k)! and k! in place of Gamma. *)
Theorem Gamma_half_next k : Gamma (1 / 2 + INR k) = sqrt PI * INR (fact (2 * k)) / (4 ^ k * INR (fact k)).
Proof.
  rewrite <- Gamma_half. induction k as [|k IH].
  - simpl INR at 1. rewrite Rplus_0_r. simpl. field.
  - rewrite S_INR, <- Rplus_assoc, Gamma_step, IH by (assert (Hk := pos_INR k); lra).
    replace (2 * S k)%nat with (S (S (2 * k))) by lia. rewrite !fact_simpl, !mult_INR, !S_INR, mult_INR. simpl INR.
    assert (F := INR_fact_lt_0 k). assert (Hk := pos_INR k). assert (Q : 0 < 4 ^ k) by (apply pow_lt; lra).
    simpl pow. field. repeat split; lra.
Qed.
