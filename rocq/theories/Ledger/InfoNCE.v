(** * Theorem 1 for finitely many pairs in the ledger: each generated statement from the theorems of [InfoNCE] *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary InfoNCE.Energy InfoNCE.Trace InfoNCE.Finite InfoNCE.Strict InfoNCE.Stability.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere.
Open Scope R_scope.

Lemma nat_above h : INR h >= 2 -> (2 <= h)%nat.
Proof. intros H. apply INR_le. simpl. lra. Qed.

Lemma nat_positive N : 0 < INR N -> (1 <= N)%nat.
Proof. intros H. apply (INR_lt 0) in H. lia. Qed.

Lemma sum1_pos N f : (1 <= N)%nat -> (forall i, (1 <= i <= N)%nat -> 0 < f i) -> 0 < sum1 N f.
Proof. intros HN H. apply sumn_pos; [lia|]. intros i Hi. apply H. lia. Qed.

Lemma sum1_ext N f g : (forall i, (1 <= i <= N)%nat -> f i = g i) -> sum1 N f = sum1 N g.
Proof. intros H. apply sumn_ext. intros i Hi. apply H. lia. Qed.

Lemma sum1_le N f g : (forall i, (1 <= i <= N)%nat -> f i <= g i) -> sum1 N f <= sum1 N g.
Proof. intros H. apply sumn_le. intros i Hi. apply H. lia. Qed.

Lemma sum1_scal N c f : sum1 N (fun i => c * f i) = c * sum1 N f.
Proof. apply sumn_scal. Qed.

Lemma sum1_plus N f g : sum1 N (fun i => f i + g i) = sum1 N f + sum1 N g.
Proof. apply sumn_plus. Qed.

Lemma sum1_const N c : sum1 N (fun _ => c) = INR N * c.
Proof. exact (sumn_const N c). Qed.

Lemma sumn_abs n f : Rabs (sumn n f) <= sumn n (fun i => Rabs (f i)).
Proof. induction n as [|n IH]; simpl; [rewrite Rabs_R0; lra|]. eapply Rle_trans; [apply Rabs_triang|]. lra. Qed.

Section Configuration.
Variables (h N : nat) (beta : R) (x y : nat -> vector).
Hypothesis h_above : INR h >= 2.
Hypothesis N_pos : 0 < INR N.
Hypothesis beta_pos : 0 < beta.

Let Z i := sum1 N (fun j => exp (beta * dot h (x i) (y j))).

Lemma Z_pos i : 0 < Z i.
Proof. apply sum1_pos; [apply nat_positive, N_pos|]. intros. apply exp_pos. Qed.

Lemma quotient_pos i c : 0 < c -> 0 < INR N * / Z i * exp c.
Proof. intros Hc. repeat apply Rmult_lt_0_compat; [exact N_pos|apply Rinv_0_lt_compat, Z_pos|apply exp_pos]. Qed.

Section Ball.
Hypothesis queries : forall i, (1 <= i <= N)%nat -> dot h (x i) (x i) <= 1.
Hypothesis keys : forall i, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1.

Lemma probabilities : sum1 N (fun i => / Z i * exp (beta * dot h (x i) (y i))) <= / SphereMGF (INR h) beta * exp beta.
Proof.
  assert (Hh := nat_above h h_above). assert (HN := nat_positive N N_pos).
  assert (T := trace h N beta (fun i => x (S i)) (fun i => y (S i)) ltac:(lia) HN beta_pos ltac:(intros; apply queries; lia) ltac:(intros; apply keys; lia)).
  rewrite SphereMGF_same. eapply Rle_trans; [|eapply Rle_trans; [exact T|apply Req_le; unfold Rdiv; ring]].
  apply Req_le, sumn_ext. intros i Hi. unfold Rdiv. apply Rmult_comm.
Qed.

Lemma direction : -1 * / INR N * sum1 N (fun i => ln (INR N * / Z i * exp (beta * dot h (x i) (y i)))) >= -1 * beta + ln (SphereMGF (INR h) beta).
Proof.
  assert (Hh := nat_above h h_above). assert (HN := nat_positive N N_pos).
  assert (T := one_sided h N beta (fun i => x (S i)) (fun i => y (S i)) ltac:(lia) HN beta_pos ltac:(intros; apply queries; lia) ltac:(intros; apply keys; lia)).
  rewrite ln_SphereMGF. unfold Generating.lnM. set (M := ln (Generating.SphereMGF (INR h) beta)) in *.
  assert (E : sum1 N (fun i => ln (INR N * / Z i * exp (beta * dot h (x i) (y i))))
    = sumn N (fun i => ln (exp (beta * dot h (x (S i)) (y (S i))) / (partition h N beta (fun i => y (S i)) (x (S i)) / INR N)))).
  { apply sumn_ext. intros i Hi. f_equal. assert (P := Z_pos (S i)). unfold Z, sum1 in *. unfold partition. field. split; lra. }
  rewrite E. set (s := sumn N _) in *. apply Rle_ge, (Rmult_le_reg_l (INR N)); [exact N_pos|].
  replace (INR N * (-1 * / INR N * s)) with (- s) by (field; lra). lra.
Qed.
End Ball.
End Configuration.

(** What makes the statements defined. *)
Ltac pair_side := solve
  [ assumption | lra | mgf | nra
  | apply Rgt_not_eq; lra
  | intros; apply Rgt_not_eq; lra
  | intros; apply Rgt_not_eq, Z_pos; assumption
  | intros; apply Z_pos; assumption
  | intros; apply quotient_pos; assumption
  | intros; repeat apply Rmult_lt_0_compat; first [apply exp_pos | apply Rinv_0_lt_compat; first [lra | mgf | apply Z_pos; assumption] | lra]
  | intros; apply sum1_pos; [apply nat_positive; assumption | intros; apply exp_pos]
  | intros; apply Rgt_not_eq, sum1_pos; [apply nat_positive; assumption | intros; apply exp_pos]
  | intros; apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra | apply sum1_pos; [apply nat_positive; assumption | intros; apply exp_pos]]
  | intros; apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat, sum1_pos; [apply nat_positive; assumption | intros; apply exp_pos]] | apply exp_pos] ].
Ltac pairs := intros; repeat match goal with |- _ /\ _ => split end; try pair_side.
(** Unit vectors lie in the ball. *)
Ltac ball := intros; match goal with H : forall i, _ -> dot _ (?v i) (?v i) = 1 |- dot _ (?v _) _ <= 1 => rewrite H by assumption; lra end.

Theorem thm_1_queries_in_ball_holds : thm_1_queries_in_ball.
Proof.
  unfold thm_1_queries_in_ball; pairs. assert (P := probabilities h N beta x y ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  eapply Rle_trans; [apply Req_le|exact P]. rewrite <- sum1_scal. apply sum1_ext. intros i Hi.
  assert (Q := Z_pos h N beta x y ltac:(assumption) i). field. split; lra.
Qed.

Theorem thm_1_trace_holds : thm_1_trace.
Proof. unfold thm_1_trace; intros; apply thm_1_queries_in_ball_holds; try assumption. ball. Qed.

Theorem thm_1_probability_holds : thm_1_probability.
Proof.
  unfold thm_1_probability; pairs. assert (P := probabilities h N beta x y ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(ball) ltac:(assumption)).
  rewrite Rmult_assoc. apply Rmult_le_compat_l; [apply Rlt_le, Rinv_0_lt_compat; lra|exact P].
Qed.

Theorem thm_1_one_sided_holds : thm_1_one_sided.
Proof. unfold thm_1_one_sided; pairs. apply direction; assumption. Qed.

Theorem thm_1_temperatures_holds : thm_1_temperatures.
Proof.
  unfold thm_1_temperatures; pairs.
  assert (A := direction h N beta x y ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(ball) ltac:(assumption)).
  assert (B := direction h N gamma y x ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(ball) ltac:(assumption)).
  assert (E : sum1 N (fun i => ln (INR N * / sum1 N (fun j => exp (gamma * dot h (y i) (x j))) * exp (gamma * dot h (y i) (x i))))
    = sum1 N (fun i => ln (INR N * / sum1 N (fun j => exp (gamma * dot h (x j) (y i))) * exp (gamma * dot h (x i) (y i))))).
  { apply sum1_ext. intros i Hi. rewrite (dot_sym h (y i) (x i)).
    rewrite (sum1_ext N (fun j => exp (gamma * dot h (y i) (x j))) (fun j => exp (gamma * dot h (x j) (y i)))) by (intros; rewrite dot_sym; reflexivity). reflexivity. }
  cbv zeta beta in A, B. rewrite E in B. lra.
Qed.

Theorem thm_1_diagonal_holds : thm_1_diagonal.
Proof.
  unfold thm_1_diagonal; pairs.
  assert (A := direction h N beta x x ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(ball) ltac:(assumption)).
  assert (E : sum1 N (fun i => ln (INR N * / sum1 N (fun j => exp (beta * dot h (x i) (x j))) * exp (beta * dot h (x i) (x i))))
    = INR N * beta + -1 * sum1 N (fun i => ln (/ INR N * sum1 N (fun j => exp (beta * dot h (x i) (x j)))))).
  { rewrite <- sum1_const, <- sum1_scal, <- sum1_plus. apply sum1_ext. intros i Hi.
    assert (P := Z_pos h N beta x x ltac:(assumption) i). match goal with H : forall i, _ -> dot _ (x i) (x i) = 1 |- _ => rewrite H by assumption end.
    rewrite !ln_mult, !ln_Rinv, ln_exp by (try apply exp_pos; try apply Rinv_0_lt_compat; try apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; assumption). ring. }
  cbv zeta beta in A. rewrite E in A. set (s := sum1 N (fun i => ln (/ INR N * _))) in *.
  replace (-1 * / INR N * (INR N * beta + -1 * s)) with (- beta + / INR N * s) in A by (field; lra). lra.
Qed.

Lemma loss_printed h N beta (x y : nat -> vector) :
  / INR N * sum1 N (fun i => -2 * beta * dot h (x i) (y i) + ln (sum1 N (fun j => exp (beta * dot h (x i) (y j)))) + ln (sum1 N (fun j => exp (beta * dot h (x j) (y i)))))
  = MCLLoss h x y beta N.
Proof. unfold MCLLoss, Rdiv. rewrite Rmult_comm. f_equal. apply sum1_ext. intros i Hi. ring. Qed.

Theorem thm_1_finite_holds : thm_1_finite.
Proof.
  unfold thm_1_finite; pairs. rewrite loss_printed, ln_SphereMGF.
  assert (F := Finite.thm_1_finite h N beta x y (nat_above h ltac:(assumption)) (nat_positive N ltac:(assumption)) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  unfold Generating.lnM. lra.
Qed.

Theorem thm_1_finite_strict_holds : thm_1_finite_strict.
Proof.
  unfold Statements.thm_1_finite_strict; pairs. rewrite loss_printed, ln_SphereMGF.
  assert (F := Strict.thm_1_finite_strict h N beta x y (nat_above h ltac:(assumption)) (nat_positive N ltac:(assumption)) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  unfold Generating.lnM. lra.
Qed.

Lemma bound_printed h beta : INR h >= 2 -> 0 < beta ->
  Rpower (2 * / beta) (-1 + 1 / 2 * INR h) * besseli (-1 + 1 / 2 * INR h) beta * Gamma (1 / 2 * INR h) = SphereMGF (INR h) beta.
Proof.
  intros Hh Hb. assert (M := Generating.mgf_bessel (-1 + 1 / 2 * INR h) beta ltac:(lra) ltac:(lra)). rewrite SphereMGF_same.
  replace (-1 + 1 / 2 * INR h + 1) with (1 / 2 * INR h) in M by ring. replace (2 * (-1 + 1 / 2 * INR h) + 2) with (INR h) in M by field. exact M.
Qed.

Theorem thm_1_bound_holds : thm_1_bound.
Proof.
  unfold thm_1_bound; pairs.
  - rewrite bound_printed by assumption. mgf.
  - rewrite bound_printed by assumption. rewrite loss_printed, ln_SphereMGF.
    assert (F := Finite.thm_1_finite h N beta x y (nat_above h ltac:(assumption)) (nat_positive N ltac:(assumption)) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
    unfold Generating.lnM. lra.
Qed.

Theorem thm_1_learnable_temperature_holds : thm_1_learnable_temperature.
Proof.
  unfold thm_1_learnable_temperature; pairs. rewrite loss_printed, ln_SphereMGF.
  assert (F := Finite.thm_1_finite h N beta x y (nat_above h ltac:(assumption)) (nat_positive N ltac:(assumption)) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  fold (Generating.lnM (INR h) beta) in F.
  assert (G : Generating.lnM (INR h) gamma - Generating.lnM (INR h) beta <= gamma - beta).
  { destruct (Rle_lt_or_eq_dec beta gamma ltac:(lra)) as [L|L]; [|rewrite L; lra].
    apply Rlt_le, Generating.lnM_grows_below; lra. }
  lra.
Qed.

Section Stable.
Variables (h N : nat) (beta r k : R) (x y : nat -> vector).
Hypothesis N_real : 0 < INR N.
Hypothesis beta_pos : 0 < beta.
Hypothesis queries : forall i, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1.
Hypothesis keys : forall i, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1.
Hypothesis h_real : INR h >= 2.
Hypothesis r_least : 1 <= r.
Hypothesis k_r : k * (4 * r) = 1.

Lemma stable : beta + -1 * ln (SphereMGF (INR h) beta)
    + -1 * / INR N * sum1 N (fun i => ln (INR N * / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i))))
  >= k * / INR N * sum1 N (fun i => / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * dot h (vadd (vscal (-1) (y i)) (x i)) (vadd (vscal (-1) (y i)) (x i))
      * sum1 N (fun j => (1 + -1 * exp (- r * beta * (1 + -1 * dot h (y i) (y j)))) * exp (beta * dot h (x i) (y j)))).
Proof.
  assert (Hh := nat_above h h_real). assert (HN := nat_positive N N_real).
  assert (T := stability h N beta (fun i => x (S i)) (fun i => y (S i)) ltac:(lia) HN beta_pos ltac:(intros i Hi; apply queries; lia) ltac:(intros i Hi; apply keys; lia) r r_least).
  rewrite ln_SphereMGF. unfold Generating.lnM. set (M := ln (Generating.SphereMGF (INR h) beta)) in *.
  assert (E : sum1 N (fun i => ln (INR N * / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i))))
    = sumn N (fun i => ln (exp (beta * dot h (x (S i)) (y (S i))) / (partition h N beta (fun i => y (S i)) (x (S i)) / INR N)))).
  { apply sumn_ext. intros i Hi. f_equal. assert (P := Z_pos h N beta x y N_real (S i)). cbv zeta in P. unfold sum1 in *. unfold partition. field. split; lra. }
  rewrite E. set (s := sumn N (fun i => ln _)) in *.
  assert (F : sum1 N (fun i => / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * dot h (vadd (vscal (-1) (y i)) (x i)) (vadd (vscal (-1) (y i)) (x i))
      * sum1 N (fun j => (1 + -1 * exp (- r * beta * (1 + -1 * dot h (y i) (y j)))) * exp (beta * dot h (x i) (y j))))
    = 4 * r * sumn N (paid h N beta (fun i => x (S i)) (fun i => y (S i)) r)).
  { rewrite <- sumn_scal. apply sumn_ext. intros i Hi. assert (P := Z_pos h N beta x y N_real (S i)). cbv zeta in P. unfold paid, apart.
    bilinear. rewrite (dot_sym h (y (S i)) (x (S i))), queries, keys by lia.
    replace (sum1 N (fun j => (1 + -1 * exp (- r * beta * (1 + -1 * dot h (y (S i)) (y j)))) * exp (beta * dot h (x (S i)) (y j))))
      with (sumn N (fun j => (1 - exp (- (r * beta * (1 - dot h (y (S i)) (y (S j)))))) * exp (beta * dot h (x (S i)) (y (S j))))).
    - unfold partition, sum1 in *. field. lra.
    - apply sumn_ext. intros j Hj. replace (- r * beta * (1 + -1 * dot h (y (S i)) (y (S j)))) with (- (r * beta * (1 - dot h (y (S i)) (y (S j))))) by ring. ring. }
  rewrite F. set (p := sumn N (paid _ _ _ _ _ _)) in *. apply Rle_ge, (Rmult_le_reg_l (INR N)); [exact N_real|].
  replace (INR N * (k * / INR N * (4 * r * p))) with (k * (4 * r) * p) by (field; lra). rewrite k_r, Rmult_1_l.
  replace (INR N * (beta + -1 * M + -1 * / INR N * s)) with (INR N * (beta - M) - s) by (field; lra). exact T.
Qed.
End Stable.

Theorem thm_1_stability_holds : thm_1_stability.
Proof. unfold thm_1_stability; pairs. apply (stable h N beta 2 (1 / 8) x y); first [assumption | lra]. Qed.

Theorem thm_1_stability_sharper_holds : thm_1_stability_sharper.
Proof. unfold thm_1_stability_sharper; pairs. apply (stable h N beta 1 (1 / 4) x y); first [assumption | lra]. Qed.

(** ** Other losses of the softmax probability *)
Theorem thm_1_loss_hinge_holds : thm_1_loss_hinge.
Proof.
  unfold thm_1_loss_hinge; pairs. assert (P := probabilities h N beta x y ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(ball) ltac:(assumption)). cbv zeta in P.
  set (p := fun i => / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i))).
  change (sum1 N p <= / SphereMGF (INR h) beta * exp beta) in P. set (Q := / INR N * / SphereMGF (INR h) beta * exp beta).
  assert (HQ : / INR N * sum1 N p <= Q) by (unfold Q; rewrite Rmult_assoc; apply Rmult_le_compat_l; [apply Rlt_le, Rinv_0_lt_compat; lra|exact P]).
  assert (Tri : Rabs (sum1 N (fun i => t + -1 * p i)) <= sum1 N (fun i => Rabs (t + -1 * p i))).
  { exact (sumn_abs N (fun i => t + -1 * p (S i))). }
  rewrite sum1_plus, sum1_const, sum1_scal in Tri.
  assert (E : sum1 N (fun i => 1 / 2 * t + 1 / 2 * Rabs (t + -1 * / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i)))
      + -1 / 2 * / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i)))
    = INR N * (1 / 2 * t) + 1 / 2 * sum1 N (fun i => Rabs (t + -1 * p i)) + -1 / 2 * sum1 N p).
  { rewrite <- sum1_const, <- !sum1_scal, <- !sum1_plus. apply sum1_ext. intros i Hi. unfold p. rewrite <- !Rmult_assoc. reflexivity. }
  rewrite E. replace (t + -1 * / INR N * / SphereMGF (INR h) beta * exp beta) with (t + -1 * Q) by (unfold Q; ring).
  replace (-1 / 2 * / INR N * / SphereMGF (INR h) beta * exp beta) with (-1 / 2 * Q) by (unfold Q; field; split; [apply Rgt_not_eq; mgf|lra]).
  set (a := / INR N * sum1 N p) in *. assert (Ea : sum1 N p = INR N * a) by (unfold a; field; lra). rewrite Ea in *.
  replace (INR N * t + -1 * (INR N * a)) with (INR N * (t - a)) in Tri by ring. rewrite Rabs_mult, (Rabs_pos_eq (INR N)) in Tri by lra.
  set (w := sum1 N (fun i => Rabs (t + -1 * p i))) in *.
  assert (W : / INR N * w >= Rabs (t - a)).
  { apply Rle_ge, (Rmult_le_reg_l (INR N)); [assumption|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact Tri. }
  replace (/ INR N * (INR N * (1 / 2 * t) + 1 / 2 * w + -1 / 2 * (INR N * a))) with (1 / 2 * t + 1 / 2 * (/ INR N * w) + -1 / 2 * a) by (field; lra).
  assert (Rabs (t + -1 * Q) <= Rabs (t - a) + (Q - a)).
  { replace (t + -1 * Q) with ((t - a) + (a - Q)) by ring. eapply Rle_trans; [apply Rabs_triang|]. rewrite (Rabs_left1 (a - Q)) by lra. lra. }
  lra.
Qed.

Theorem thm_1_loss_power_holds : thm_1_loss_power.
Proof.
  unfold thm_1_loss_power; pairs. assert (P := probabilities h N beta x y ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(ball) ltac:(assumption)). cbv zeta in P.
  set (p := fun i => / sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i))).
  change (sum1 N p <= / SphereMGF (INR h) beta * exp beta) in P. set (Q := / INR N * / SphereMGF (INR h) beta * exp beta).
  assert (HN := nat_positive N ltac:(assumption)).
  assert (Hp : forall i, (1 <= i <= N)%nat -> 0 < p i).
  { intros i Hi. apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, (Z_pos h N beta x y ltac:(assumption))|apply exp_pos]. }
  assert (HS : 0 < sum1 N p) by (apply sum1_pos; assumption).
  set (a := / INR N * sum1 N p). assert (Ha : 0 < a) by (apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|exact HS]).
  assert (HQ : a <= Q) by (unfold a, Q; rewrite (Rmult_assoc (/ INR N)); apply Rmult_le_compat_l; [apply Rlt_le, Rinv_0_lt_compat; lra|exact P]).
  assert (J : sum1 N (fun i => Rpower (p i) q) <= INR N * Rpower a q).
  { apply Rle_trans with (sum1 N (fun i => Rpower a q * (1 - q) + Rpower a q * q * / a * p i)).
    - apply sum1_le. intros i Hi. assert (B := bernoulli q (p i / a) ltac:(lra) (Rdiv_lt_0_compat _ _ (Hp i Hi) Ha)).
      assert (E : Rpower (p i) q = Rpower a q * Rpower (p i / a) q).
      { rewrite Rpower_mult_distr by (try apply Rdiv_lt_0_compat; auto). f_equal. field. lra. }
      rewrite E. assert (R := Rpower_pos a q). apply Rle_trans with (Rpower a q * (1 + q * (p i / a - 1))); [apply Rmult_le_compat_l; lra|].
      apply Req_le. field. lra.
    - rewrite sum1_plus, sum1_const, sum1_scal. apply Req_le. assert (Ea : sum1 N p = INR N * a) by (unfold a; field; lra). rewrite Ea. field. lra. }
  assert (M : Rpower a q <= Rpower Q q) by (apply Rle_Rpower_l; lra).
  rewrite sum1_scal, sum1_plus, sum1_const, sum1_scal. change (fun i => Rpower (/ sum1 N (fun j => exp (beta * dot h (x i) (y j))) * exp (beta * dot h (x i) (y i))) q) with (fun i => Rpower (p i) q).
  set (w := sum1 N (fun i => Rpower (p i) q)) in *.
  replace (/ INR N * (/ q * (INR N * 1 + -1 * w))) with (/ q * (1 + -1 * (/ INR N * w))) by (field; lra).
  apply Rle_ge, Rmult_le_compat_l; [apply Rlt_le, Rinv_0_lt_compat; lra|].
  assert (/ INR N * w <= Rpower a q); [|lra].
  apply (Rmult_le_reg_l (INR N)); [assumption|]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact J.
Qed.

Theorem thm_1_one_pair_holds : thm_1_one_pair.
Proof.
  unfold thm_1_one_pair; intros; repeat split; try (intros; unfold sum1; simpl; rewrite Rplus_0_l; apply exp_pos); try lra.
  unfold sum1; simpl. rewrite !Rplus_0_l, !ln_exp. ring.
Qed.
