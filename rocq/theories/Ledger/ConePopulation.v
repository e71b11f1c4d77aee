(** * Theorem 2 for the population: the mean log partition function of a cone in the cosine of its centre *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions Bessel.Square.
From Modgap Require Import Sphere.Moments Sphere.Exponential Sphere.Area Sphere.Mean Sphere.Axis Sphere.Cosine Cone.Population.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Population.
Open Scope R_scope.

Section Cone.
Variables (k : nat) (kx ky beta : R).
Hypothesis ky_pos : 0 < ky.
Hypothesis beta_pos : 0 < beta.

Lemma cone_log_of u t : u = cos t -> -1 * ln (SphereMGF (INR k + 2) ky) + ln (SphereMGF (INR k + 2) (sqrt (beta ^ 2 + ky ^ 2 + 2 * beta * ky * cos t))) = cone_log k ky beta u.
Proof.
  intros ->. assert (B := COS_bound t). rewrite (ln_of _ k) by reflexivity. rewrite (ln_of_square _ k) by first [reflexivity | exact (cone_square_nonneg ky beta ky_pos beta_pos (cos t) ltac:(lra))].
  unfold cone_log, cone_square. ring.
Qed.

Lemma sine_power t : 0 < t < PI -> Rpower (sin t) (-2 + (INR k + 2)) = sin t ^ k.
Proof. intros Ht. replace (-2 + (INR k + 2)) with (INR k) by ring. apply Rpower_pow, sin_gt_0; lra. Qed.

Lemma cosine_RInt w : -1 <= w <= 1 -> is_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR k + 2))) * (((-1) * (ln (SphereMGF (INR k + 2) ky))) + (ln (SphereMGF (INR k + 2) (sqrt ((beta ^ 2) + (ky ^ 2) + (2 * beta * ky * (cos theta))))))) * (SphereMGF ((-1) + (INR k + 2)) (kx * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kx * (cos theta))))) 0 PI
  (total k kx * cosine_mean k kx w (cone_log k ky beta)).
Proof.
  intros Hw. eapply is_RInt_ext; [|exact (cosine_is_RInt k kx w _ (cone_tame k ky beta ky_pos beta_pos))]. intros t Ht. apply half_turn in Ht. rewrite (cone_log_of _ t eq_refl), sine_power by exact Ht.
  assert (B := COS_bound t). unfold weighted, across, SphereMGF. rewrite Rpow_mult_distr, sqrt_sq_eq by (apply Rmult_le_pos; nra). rewrite S_INR.
  replace (1 / 2 * (-1 + (INR k + 2))) with ((INR k + 1) / 2) by field.
  replace (1 / 4 * (kx ^ 2 * ((1 + -1 * w ^ 2) * (1 + -1 * cos t ^ 2)))) with ((1 - cos t ^ 2) * (kx ^ 2 * (1 - w ^ 2) / 4)) by field. real_numbers. ring.
Qed.

Lemma pole_RInt : is_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR k + 2))) * (((-1) * (ln (SphereMGF (INR k + 2) ky))) + (ln (SphereMGF (INR k + 2) (sqrt ((beta ^ 2) + (ky ^ 2) + (2 * beta * ky * (cos theta))))))) * (SphereMGF ((-1) + (INR k + 2)) 0) * (exp (kx * (cos theta))))) 0 PI
  (total k kx * axis_mean k kx (cone_log k ky beta)).
Proof.
  eapply is_RInt_ext; [|exact (axis_is_RInt k kx _ (cone_tame k ky beta ky_pos beta_pos))]. intros t Ht. apply half_turn in Ht. rewrite (cone_log_of _ t eq_refl), sine_power by exact Ht.
  unfold weighted, SphereMGF. replace (1 / 4 * 0 ^ 2) with 0 by field. rewrite Generating.hyper_0. real_numbers. ring.
Qed.
End Cone.

Lemma two_more h : INR h >= 2 -> exists k, h = S (S k).
Proof. intros H. assert (2 <= h)%nat by (apply INR_le; simpl; lra). exists (h - 2)%nat. lia. Qed.

Ltac cosine_integral := match goal with |- ex_RInt ?f _ _ => eexists; lazymatch f with context [SphereMGF _ 0] => apply pole_RInt | _ => apply cosine_RInt end; first [assumption | lra] end.
Ltac there := first [assumption | lra | cosine_integral | apply besseli_neq; lra | apply SphereMGF_positive; lra | apply Rgt_not_eq, SphereMGF_positive; lra | apply Rgt_not_eq, Gamma_pos; lra | apply sin_gt_0; lra].
Ltac cosine_defined := repeat match goal with |- _ /\ _ => split end; try solve [there | intros theta Ht; apply half_turn in Ht; there].
Ltac cosine_dimension h k := assert (PI_pos := PI_RGT_0); match goal with H2 : INR h >= 2 |- _ => destruct (two_more h H2) as (k & ->) end;
  assert (k_nonneg := pos_INR k); replace (INR (S (S k))) with (INR k + 2) in * by (rewrite !S_INR; ring).
Ltac ratio_of k kappa := replace (IvRatio (-1 + 1 / 2 * (INR k + 2)) kappa) with (Ratio.ratio (INR k / 2) kappa) in * by (rewrite IvRatio_ratio by lra; f_equal; field).

Theorem thm_2_population_partition_holds : thm_2_population_partition.
Proof.
  unfold thm_2_population_partition; intros h kx ky beta w H0 Hkx Hky Hb H2 Hw H1. cosine_dimension h k. cosine_defined.
  ratio_of k kx. ratio_of k ky. rewrite (is_RInt_unique _ _ _ _ (cosine_RInt k kx ky beta Hky Hb w ltac:(lra))), (is_RInt_unique _ _ _ _ (pole_RInt k kx ky beta Hky Hb)), !(printed_mean k kx) by field.
  assert (C := cone_partition k kx ky beta Hkx Hky Hb w ltac:(lra)). lra.
Qed.

Theorem thm_2_population_unequal_holds : thm_2_population_unequal.
Proof.
  unfold thm_2_population_unequal; intros h kx ky beta w p_w p_1 H0 Hkx Hky Hb H2 Hw H1 Hp. cosine_dimension h k. cosine_defined.
  ratio_of k kx. ratio_of k ky.
  rewrite (is_RInt_unique _ _ _ _ (cosine_RInt k kx ky beta Hky Hb w ltac:(lra))), (is_RInt_unique _ _ _ _ (pole_RInt k kx ky beta Hky Hb)), !(printed_mean k kx) by field.
  rewrite (is_RInt_unique _ _ _ _ (cosine_RInt k ky kx beta Hkx Hb w ltac:(lra))), (is_RInt_unique _ _ _ _ (pole_RInt k ky kx beta Hkx Hb)), !(printed_mean k ky) by field.
  assert (C := cone_partition k kx ky beta Hkx Hky Hb w ltac:(lra)). assert (D := cone_partition k ky kx beta Hky Hkx Hb w ltac:(lra)).
  apply Rge_le, (Rmult_le_compat_l (2 * beta)) in Hp; [|lra]. lra.
Qed.
