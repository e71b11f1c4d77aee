(** * The generating function M_h(z) = 0F1(; h/2; z^2/4) of a coordinate of the sphere, and its logarithm

    log M_h has the derivative A_{h/2-1}, for every real h > 0: convexity, bounds, and dependence on the dimension. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials.
From Modgap Require Import Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions Bessel.Barrier Bessel.Amos Bessel.Shape.
Open Scope R_scope.

Definition SphereMGF (h z : R) : R := hyper0F1 (h / 2) (z ^ 2 / 4).
Definition lnM (h z : R) : R := ln (SphereMGF h z).

(** Existence of derivatives that the context knows. *)
Ltac derivs := repeat split; first [eexists; eassumption | lra | nra].

(** Monotone where the derivative has a sign. *)
Lemma increasing_on f f' a b : a < b -> (forall x, a <= x <= b -> is_derive f x (f' x)) ->
  (forall x, a < x < b -> f' x > 0) -> f a < f b.
Proof.
  intros Hab D P. destruct (MVT_cor2 f f' a b Hab) as (c & E & Hc).
  - intros x Hx. apply is_derive_Reals, D, Hx.
  - specialize (P c Hc). assert (0 < f' c * (b - a)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Lemma increasing_on_weak f f' a b : a < b -> (forall x, a <= x <= b -> is_derive f x (f' x)) ->
  (forall x, a < x < b -> f' x >= 0) -> f a <= f b.
Proof.
  intros Hab D P. destruct (MVT_cor2 f f' a b Hab) as (c & E & Hc).
  - intros x Hx. apply is_derive_Reals, D, Hx.
  - specialize (P c Hc). assert (0 <= f' c * (b - a)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma hyper_at_least_one b w : 0 < b -> 0 <= w -> 1 <= hyper0F1 b w.
Proof.
  intros Hb Hw. assert (HM := hyper_is_pseries b w Hb).
  assert (Hk : forall k, 0 <= scal (pow_n w k) (/ (rising b k * INR (fact k)))).
  { intros k. unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow.
    apply Rmult_le_pos; [apply pow_le; exact Hw|apply Rlt_le, hyper_coeff_pos, Hb]. }
  assert (P := partial_le_series _ _ 0%nat HM Hk). rewrite sum_O in P.
  unfold scal in P; simpl in P; unfold mult, one in P; simpl in P. rewrite Rmult_1_l, Rmult_1_l, Rinv_1 in P. exact P.
Qed.

Lemma hyper_0 b : hyper0F1 b 0 = 1.
Proof. unfold hyper0F1. rewrite PSeries_0. simpl. rewrite Rmult_1_l, Rinv_1. reflexivity. Qed.

Section Dimension.
Variable h : R.
Hypothesis h_pos : h > 0.

Theorem mgf_at_least_one z : 1 <= SphereMGF h z.
Proof. apply hyper_at_least_one; [lra|nra]. Qed.

Lemma mgf_pos z : 0 < SphereMGF h z.
Proof. assert (H := mgf_at_least_one z). lra. Qed.

Lemma mgf_0 : SphereMGF h 0 = 1.
Proof. unfold SphereMGF. replace (0 ^ 2 / 4) with 0 by field. apply hyper_0. Qed.

Lemma lnM_0 : lnM h 0 = 0.
Proof. unfold lnM. rewrite mgf_0. apply ln_1. Qed.

Lemma mgf_even z : SphereMGF h (- z) = SphereMGF h z.
Proof. unfold SphereMGF. f_equal. field. Qed.

Theorem lnM_derive z : is_derive (lnM h) z (ratio (h / 2 - 1) z).
Proof.
  assert (Dw : is_derive (fun t => t ^ 2 / 4) z (z / 2)) by (auto_derive; [trivial|field]).
  assert (E := is_derive_comp (hyper0F1 (h / 2)) (fun t => t ^ 2 / 4) z _ _ (hyper_derive (h / 2) (z ^ 2 / 4) ltac:(lra)) Dw).
  unfold scal in E; simpl in E; unfold mult in E; simpl in E.
  assert (L := is_derive_comp ln (SphereMGF h) z _ _ (is_derive_ln _ (mgf_pos z)) E).
  unfold scal in L; simpl in L; unfold mult in L; simpl in L. unfold lnM.
  assert (P := mgf_pos z). unfold ratio. replace (h / 2 - 1 + 2) with (h / 2 + 1) by ring. replace (h / 2 - 1 + 1) with (h / 2) by ring.
  match type of L with is_derive _ _ ?u => match goal with |- is_derive _ _ ?v => replace v with u; [exact L|] end end.
  unfold SphereMGF in *. change (z * (z * 1)) with (z ^ 2). field. split; lra.
Qed.

Lemma ratio_0 nu : ratio nu 0 = 0.
Proof. unfold ratio, Rdiv. ring. Qed.
End Dimension.

(** M as a Bessel function: (2/z)^nu I_nu(z) Gamma(nu + 1) = M_{2nu+2}(z). *)
Theorem mgf_bessel nu z : nu > -1 -> z > 0 -> Rpower (2 / z) nu * besseli nu z * Gamma (nu + 1) = SphereMGF (2 * nu + 2) z.
Proof.
  intros Hn Hz. rewrite besseli_hyper by assumption. unfold SphereMGF, Gamma.
  replace ((2 * nu + 2) / 2) with (nu + 1) by field. assert (P := rGamma_pos (nu + 1) ltac:(lra)).
  assert (E : Rpower (2 / z) nu * Rpower (z / 2) nu = 1).
  { rewrite Rpower_mult_distr by (apply Rdiv_lt_0_compat; lra). replace (2 / z * (z / 2)) with 1 by (field; lra).
    unfold Rpower. rewrite ln_1, Rmult_0_r. apply exp_0. }
  replace (Rpower (2 / z) nu * (Rpower (z / 2) nu * rGamma (nu + 1) * hyper0F1 (nu + 1) (z ^ 2 / 4)) * / rGamma (nu + 1))
    with (Rpower (2 / z) nu * Rpower (z / 2) nu * hyper0F1 (nu + 1) (z ^ 2 / 4)) by (field; lra).
  rewrite E. ring.
Qed.

Theorem lnM_gaussian h z : h > 0 -> z > 0 -> lnM h z <= z ^ 2 / (2 * h).
Proof.
  intros Hh Hz.
  assert (I := increasing_on_weak (fun t => t ^ 2 / (2 * h) - lnM h t) (fun t => t / h - ratio (h / 2 - 1) t) 0 z Hz).
  cbv beta in I. rewrite lnM_0 in I. enough (0 ^ 2 / (2 * h) - 0 <= z ^ 2 / (2 * h) - lnM h z) by (unfold Rdiv in *; lra).
  apply I.
  - intros t _. assert (D := lnM_derive h Hh t). auto_derive; [derivs|].
    replace (Derive (fun x => lnM h x) t) with (ratio (h / 2 - 1) t) by (symmetry; apply is_derive_unique, D). field. lra.
  - intros t Ht. assert (S := ratio_start (h / 2 - 1) ltac:(lra) t ltac:(lra)). replace (2 * (h / 2 - 1) + 2) with h in S by field. lra.
Qed.

Lemma lnM_grows_below h a b : h >= 1 -> 0 <= a < b -> lnM h b - lnM h a < b - a.
Proof.
  intros Hh Hab. assert (H0 : h > 0) by lra.
  assert (I := increasing_on (fun t => t - lnM h t) (fun t => 1 - ratio (h / 2 - 1) t) a b ltac:(lra)). cbv beta in I.
  enough (a - lnM h a < b - lnM h b) by lra. apply I.
  - intros t _. assert (D := lnM_derive h H0 t). auto_derive; [derivs|].
    replace (Derive (fun x => lnM h x) t) with (ratio (h / 2 - 1) t) by (symmetry; apply is_derive_unique, D). ring.
  - intros t Ht. assert (U := bound_upper_one (h / 2 - 1) t ltac:(lra) ltac:(lra)). lra.
Qed.

Lemma lnM_increasing h a b : h > 0 -> 0 <= a < b -> lnM h a < lnM h b.
Proof.
  intros H0 Hab. apply (increasing_on (lnM h) (ratio (h / 2 - 1)) a b ltac:(lra)).
  - intros t _. apply lnM_derive, H0.
  - intros t Ht. apply ratio_positive; lra.
Qed.

Lemma lnM_mono h a b : h > 0 -> 0 <= a <= b -> lnM h a <= lnM h b.
Proof. intros H0 [Ha [Hb|Hb]]; [apply Rlt_le, lnM_increasing; lra|rewrite Hb; lra]. Qed.

Theorem lnM_decreasing_in_dimension g h z : g > 0 -> h > g -> z > 0 -> lnM g z > lnM h z.
Proof.
  intros Hg Hh Hz. assert (H0 : h > 0) by lra.
  assert (I := increasing_on (fun t => lnM g t - lnM h t) (fun t => ratio (g / 2 - 1) t - ratio (h / 2 - 1) t) 0 z Hz). cbv beta in I.
  rewrite !lnM_0 in I. enough (0 - 0 < lnM g z - lnM h z) by lra. apply I.
  - intros t _. assert (D := lnM_derive g Hg t). assert (E := lnM_derive h H0 t). auto_derive; [derivs|].
    replace (Derive (fun x => lnM g x) t) with (ratio (g / 2 - 1) t) by (symmetry; apply is_derive_unique, D).
    replace (Derive (fun x => lnM h x) t) with (ratio (h / 2 - 1) t) by (symmetry; apply is_derive_unique, E). ring.
  - intros t Ht. assert (U := ratio_decreasing_in_order (g / 2 - 1) (h / 2 - 1) t ltac:(lra) ltac:(lra) ltac:(lra)). lra.
Qed.

(** 2 log M(t) - t A(t) increases, from 0: log M over the square of its argument decreases. *)
Lemma lnM_half_increases h a b : h > 0 -> 0 < a < b ->
  2 * lnM h a - a * ratio (h / 2 - 1) a < 2 * lnM h b - b * ratio (h / 2 - 1) b.
Proof.
  intros Hh Hab. set (nu := h / 2 - 1).
  apply (increasing_on (fun t => 2 * lnM h t - t * ratio nu t) (fun t => t * lag nu t) a b ltac:(lra)).
  - intros t Ht. assert (D := lnM_derive h Hh t). fold nu in D. assert (E := ratio_derive nu t ltac:(unfold nu; lra) ltac:(lra)).
    auto_derive; [derivs|].
    replace (Derive (fun x => lnM h x) t) with (ratio nu t) by (symmetry; apply is_derive_unique, D).
    replace (Derive (fun x => ratio nu x) t) with (slope nu t) by (symmetry; apply is_derive_unique, E).
    rewrite slope_ratio_lag by lra. field. lra.
  - intros t Ht. assert (L := lag_pos nu t ltac:(unfold nu; lra) ltac:(lra)). apply Rmult_lt_0_compat; lra.
Qed.

Lemma lnM_half h z : h > 0 -> z > 0 -> 2 * lnM h z - z * ratio (h / 2 - 1) z > 0.
Proof.
  intros Hh Hz. set (v := 2 * lnM h (z / 2) - z / 2 * ratio (h / 2 - 1) (z / 2)).
  assert (S := lnM_half_increases h (z / 2) z Hh ltac:(lra)). fold v in S.
  destruct (Rle_lt_dec 0 v) as [P|P]; [lra|exfalso].
  set (e := Rmin (z / 4) (Rmin 1 (- v * h / 2))).
  assert (He0 : 0 < e) by (unfold e; repeat apply Rmin_pos; try lra; apply Rdiv_lt_0_compat; nra).
  assert (E1 : e <= z / 4) by apply Rmin_l. assert (E2 : e <= 1) by (eapply Rle_trans; [apply Rmin_r|apply Rmin_l]).
  assert (E3 : e <= - v * h / 2) by (eapply Rle_trans; [apply Rmin_r|apply Rmin_r]).
  assert (Q := lnM_half_increases h e (z / 2) Hh ltac:(lra)). fold v in Q.
  assert (T := ratio_start (h / 2 - 1) ltac:(lra) e He0). replace (2 * (h / 2 - 1) + 2) with h in T by field.
  assert (N := lnM_mono h 0 e Hh ltac:(lra)). rewrite lnM_0 in N.
  assert (e * ratio (h / 2 - 1) e <= e * (e / h)) by (apply Rmult_le_compat_l; lra).
  assert (e * (e / h) <= - v / 2); [|lra].
  apply (Rmult_le_reg_r h); [lra|]. replace (e * (e / h) * h) with (e * e) by (field; lra). nra.
Qed.

Theorem lnM_over_square h z l : h > 0 -> z > 0 -> 0 < l <= 1 -> lnM h (l * z) >= l ^ 2 * lnM h z.
Proof.
  intros Hh Hz [Hl [Hl1|Hl1]]; [|subst l; rewrite Rmult_1_l; lra].
  assert (I := increasing_on (fun t => - (lnM h (t * z) / t ^ 2)) (fun t => (2 * lnM h (t * z) - t * z * ratio (h / 2 - 1) (t * z)) / t ^ 3) l 1 Hl1).
  cbv beta in I. rewrite Rmult_1_l in I.
  assert (K : lnM h z < lnM h (l * z) / l ^ 2).
  { enough (- (lnM h (l * z) / l ^ 2) < - (lnM h z / 1 ^ 2)) by (replace (lnM h z) with (lnM h z / 1 ^ 2) by field; lra). apply I.
    - intros t Ht. assert (D := lnM_derive h Hh (t * z)). auto_derive.
      + split; [eexists; exact D|]. split; [|trivial]. assert (0 < t * (t * 1)) by nra. lra.
      + replace (Derive (fun x => lnM h x) (t * z)) with (ratio (h / 2 - 1) (t * z)) by (symmetry; apply is_derive_unique, D). field. lra.
    - intros t Ht. assert (H := lnM_half h (t * z) Hh ltac:(nra)). apply Rdiv_lt_0_compat; [lra|apply pow_lt; lra]. }
  assert (0 < l ^ 2) by (apply pow_lt, Hl). apply (Rmult_lt_compat_l (l ^ 2)) in K; [|assumption].
  replace (l ^ 2 * (lnM h (l * z) / l ^ 2)) with (lnM h (l * z)) in K by (field; lra). lra.
Qed.
