(** * Laws of pairs that do not attain the bound of Theorem 1: the ledger's statements *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Bessel.Generating.
From Modgap Require Import Coupling.Compact Coupling.Mean Coupling.Trace Coupling.Pairs Coupling.Equality Coupling.Concentration.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Couplings.
Open Scope R_scope.

Section Strictly.
Variables (h : nat) (beta : R) (P : (vector -> vector -> R) -> R).
Hypothesis h_above : INR h >= 2.
Hypothesis beta_pos : 0 < beta.
Hypothesis HP : coupling h P.

Notation M := (SphereMGF (INR h) beta).

Lemma misaligned_of_coupling : P (fun x y => / P (fun x' y' => exp (beta * dot h x y')) * exp (beta * dot h x y))
  <= / M * exp beta + -1 / 16 * beta * (1 + -1 * P (fun x y => P (fun x' y' => dot h y y'))) * P (fun x y => dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))) * exp (-8 * beta).
Proof.
  rewrite mgf_same.
  exact (misaligned_mean (pairs h) (lifted P) h beta fst snd (coupling_mean h P HP) (dimension_above h h_above) beta_pos (pairs_first h) (pairs_second h)
    (fun z K => proj1 K) (fun z K => proj2 K)).
Qed.

Lemma strict_of_coupling : M < P (fun x y => P (fun x' y' => exp (beta * dot h y y'))) \/ 0 < P (fun x y => dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))) ->
  P (fun x y => / P (fun x' y' => exp (beta * dot h x y')) * exp (beta * dot h x y)) < / M * exp beta.
Proof.
  rewrite mgf_same.
  exact (trace_strict (pairs h) (lifted P) h beta fst snd (coupling_mean h P HP) (dimension_above h h_above) beta_pos (pairs_first h) (pairs_second h)
    (fun z K => proj1 K) (fun z K => proj2 K)).
Qed.

Lemma strict_loss_of_coupling : M < P (fun x y => P (fun x' y' => exp (beta * dot h y y'))) \/ 0 < P (fun x y => dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))) ->
  -2 * beta * P (fun x y => dot h x y) + P (fun x y => ln (P (fun x' y' => exp (beta * dot h x y')))) + P (fun x y => ln (P (fun x' y' => exp (beta * dot h x' y))))
  > -2 * beta + 2 * ln M.
Proof.
  intros S. apply strict_of_coupling in S. assert (B := backward_of_coupling h beta P h_above beta_pos HP).
  set (f := fun z : point (pairs h) => / P (fun x' y' => exp (beta * dot h (fst z) y')) * exp (beta * dot h (fst z) (snd z))).
  assert (FC : cont (pairs h) f) by (unfold f; pairs_continuous; intros; apply Rgt_not_eq; unfold Rgt; pairs_positive).
  assert (F0 : forall z, inside (pairs h) z -> 0 < f z) by (unfold f; pairs_positive).
  assert (HE := coupling_mean h P HP). assert (J := jensen_ln (pairs h) (lifted P) HE f FC F0). assert (Q := mean_pos (pairs h) (lifted P) HE f FC F0).
  change (lifted P f < / M * exp beta) in S. apply ln_increasing in S; [|exact Q]. assert (HM := mgf_above_zero (INR h) beta ltac:(lra)).
  rewrite ln_mult, ln_Rinv, ln_exp in S by (try apply exp_pos; try apply Rinv_0_lt_compat; exact HM).
  set (g := fun z : point (pairs h) => ln (P (fun x' y' => exp (beta * dot h (fst z) y')))). assert (GC : cont (pairs h) g) by (unfold g; pairs_continuous; pairs_positive).
  assert (DC : cont (pairs h) (fun z : point (pairs h) => dot h (fst z) (snd z))) by pairs_continuous.
  rewrite (mean_ext (pairs h) (lifted P) HE (fun z => ln (f z)) (fun z => beta * dot h (fst z) (snd z) - g z)) in J.
  - rewrite (mean_minus _ _ HE), (mean_scal _ _ HE) in J by first [assumption | apply cont_mult; [apply cont_const|assumption]].
    change (beta * P (fun x y => dot h x y) - P (fun x y => ln (P (fun x' y' => exp (beta * dot h x y')))) <= ln (lifted P f)) in J. lra.
  - apply cont_ln; assumption.
  - intros z K. unfold f, g. rewrite ln_mult, ln_Rinv, ln_exp by pairs_positive. ring.
Qed.

Lemma apart_of_coupling : P (fun x y => P (fun x' y' => dot h (vadd x (vscal (-1) y)) (vadd x' (vscal (-1) y')))) > 0 ->
  0 < P (fun x y => dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))).
Proof. exact (means_apart (pairs h) (lifted P) h fst snd (coupling_mean h P HP) (pairs_first h) (pairs_second h)). Qed.

Lemma concentrated_of_coupling : M + beta * P (fun x y => P (fun x' y' => dot h y y')) <= P (fun x y => P (fun x' y' => exp (beta * dot h y y'))).
Proof.
  rewrite mgf_same. exact (concentrated_mean (pairs h) (lifted P) h beta snd (coupling_mean h P HP) (dimension_above h h_above) (Rlt_le _ _ beta_pos) (pairs_second h) (fun z K => proj2 K)).
Qed.
End Strictly.

Theorem thm_1_trace_misaligned_holds : thm_1_trace_misaligned.
Proof. unfold thm_1_trace_misaligned; coupled. apply misaligned_of_coupling; assumption. Qed.

Theorem thm_1_trace_strict_holds : thm_1_trace_strict.
Proof. unfold thm_1_trace_strict; coupled. apply strict_of_coupling; [assumption..|left; lra]. Qed.

Theorem thm_1_equality_keys_holds : thm_1_equality_keys.
Proof. unfold thm_1_equality_keys; coupled. apply strict_loss_of_coupling; [assumption..|left; lra]. Qed.

Theorem thm_1_equality_pairs_holds : thm_1_equality_pairs.
Proof. unfold thm_1_equality_pairs; coupled. apply strict_loss_of_coupling; [assumption..|right; assumption]. Qed.

Theorem cor_1_holds : cor_1.
Proof. unfold cor_1; coupled. apply strict_loss_of_coupling; [assumption..|right; apply apart_of_coupling; assumption]. Qed.

Theorem cor_1_concentration_holds : cor_1_concentration.
Proof.
  unfold cor_1_concentration; coupled. apply strict_loss_of_coupling; [assumption..|left].
  assert (C := concentrated_of_coupling h beta P ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  eapply Rlt_le_trans; [|exact C]. assert (0 < beta * P (fun x y => P (fun x' y' => dot h y y'))) by (apply Rmult_lt_0_compat; assumption). lra.
Qed.

(** Theorem 1: the uniform law of aligned pairs attains the bound, and no other law does. *)
Lemma uniform_average h beta m : INR h >= 2 -> dot h m m = 1 ->
  ex_sphere_integral h (fun u : vector => exp (beta * dot h m u)) /\ sphere_average h (fun u : vector => exp (beta * dot h m u)) = SphereMGF (INR h) beta.
Proof.
  intros Hh Hm. destruct (average_exponential h (fun u : vector => exp (beta * dot h m u)) (vscal beta m) 0 (dimension_above h Hh)) as [X V].
  - intros u _. rewrite dot_vscal_l, Rplus_0_l. reflexivity.
  - split; [exact X|]. rewrite V, exp_0, Rmult_1_l, dot_vscal_l, dot_vscal_r, Hm. unfold SphereMGF. f_equal; field.
Qed.

Lemma bessel_bound h beta : INR h >= 2 -> 0 < beta ->
  Rpower (2 * / beta) (-1 + 1 / 2 * INR h) * besseli (-1 + 1 / 2 * INR h) beta * Gamma (1 / 2 * INR h) = SphereMGF (INR h) beta.
Proof.
  intros Hh Hb. assert (M := Generating.mgf_bessel (-1 + 1 / 2 * INR h) beta ltac:(lra) ltac:(lra)). rewrite mgf_same.
  replace (-1 + 1 / 2 * INR h + 1) with (1 / 2 * INR h) in M by ring. replace (2 * (-1 + 1 / 2 * INR h) + 2) with (INR h) in M by field. exact M.
Qed.

Theorem thm_1_holds : thm_1.
Proof.
  unfold thm_1; intros h beta P m H0 Hb HP Hm Hh HS. assert (HM := mgf_above_zero (INR h) beta ltac:(lra)).
  rewrite !bessel_bound by assumption. destruct (uniform_average h beta m Hh Hm) as [X V]. rewrite V, Hm. coupled.
  - exact X.
  - apply strict_loss_of_coupling; [assumption..|].
    destruct (Rlt_le_dec (SphereMGF (INR h) beta) (P (fun x y => P (fun x' y' => exp (beta * dot h y y'))))) as [L|L]; [left; exact L|right; lra].
Qed.
