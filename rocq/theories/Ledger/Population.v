(** * Theorem 3 for the population: means over an axis of logarithms of the generating function *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions Bessel.Amos Bessel.Shape Bessel.Square.
From Modgap Require Import Sphere.Moments Sphere.Exponential Sphere.Area Sphere.Mean Sphere.Axis Subspace.Population.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere.
Open Scope R_scope.

(** ** The symbols of the ledger in terms of the library *)
Lemma ln_of_square d k v : d = INR k + 2 -> 0 <= v -> ln (SphereMGF d (sqrt v)) = lnM_sq (INR k / 2) v.
Proof. intros -> Hv. assert (K := pos_INR k). rewrite ln_SphereMGF. replace (INR k + 2) with (2 * (INR k / 2) + 2) by field. apply lnM_sqrt; lra. Qed.

Lemma ln_of d k z : d = INR k + 2 -> ln (SphereMGF d z) = lnM_sq (INR k / 2) (z ^ 2).
Proof. intros ->. assert (K := pos_INR k). rewrite ln_SphereMGF. replace (INR k + 2) with (2 * (INR k / 2) + 2) by field. apply lnM_square. Qed.

Lemma half_turn t : Rmin 0 PI < t < Rmax 0 PI -> 0 < t < PI.
Proof. rewrite Rmin_left, Rmax_right by apply Rlt_le, PI_RGT_0. exact (fun H => H). Qed.

(** A mean over the axis as it is printed: the density by a power, its total by Gamma and M. *)
Lemma printed_mean k kappa x c a b : a = (INR k + 1) / 2 -> b = (INR k + 2) / 2 -> c = INR k + 2 ->
  / SphereMGF c kappa * (/ sqrt PI * / Gamma a * (total k kappa * x) * Gamma b) = x.
Proof.
  intros -> -> ->. assert (K := pos_INR k). assert (M := SphereMGF_positive (INR k + 2) kappa ltac:(lra)). assert (G := J_Gamma k).
  assert (G1 := Gamma_pos ((INR k + 1) / 2) ltac:(lra)). assert (S := sqrt_lt_R0 PI PI_RGT_0). unfold total.
  replace (hyper0F1 (INR k / 2 + 1) (kappa ^ 2 / 4)) with (SphereMGF (INR k + 2) kappa) by (unfold SphereMGF; f_equal; field).
  transitivity (/ SphereMGF (INR k + 2) kappa * (/ sqrt PI * / Gamma ((INR k + 1) / 2) * (SphereMGF (INR k + 2) kappa * x) * (J 0 k * Gamma ((INR k + 2) / 2)))); [ring|].
  rewrite G. field. lra.
Qed.

Section Axis.
Variables (k : nat) (kappa beta : R).
Hypothesis kappa_pos : 0 < kappa.
Hypothesis beta_pos : 0 < beta.
Let h := INR k + 3.

Lemma axis_RInt (X g : R -> R) : tame g -> (forall t, 0 < t < PI -> X t = g (cos t)) ->
  is_RInt (fun theta => Rpower (sin theta) (-3 + (INR k + 3)) * X theta * exp (kappa * cos theta)) 0 PI (total k kappa * axis_mean k kappa g).
Proof.
  intros T E. eapply is_RInt_ext; [|exact (axis_is_RInt k kappa g T)]. intros t Ht. apply half_turn in Ht. unfold weighted. rewrite (E t Ht).
  replace (-3 + (INR k + 3)) with (INR k) by ring. rewrite Rpower_pow by (apply sin_gt_0; lra). reflexivity.
Qed.

Lemma square_of rho v t : v = axis_square kappa beta rho (cos t) -> ln (SphereMGF (-1 + (INR k + 3)) (sqrt v)) = lnM_sq (INR k / 2) (axis_square kappa beta rho (cos t)).
Proof. intros ->. apply ln_of_square; [ring|]. apply axis_square_nonneg. assert (B := COS_bound t). lra. Qed.

Ltac into f := apply axis_RInt; [f|intros t Ht].

Lemma perp_RInt rho : is_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR k + 3))) * ((2 * (ln (SphereMGF ((-1) + (INR k + 3)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI
  (total k kappa * axis_mean k kappa (perp k kappa beta rho)).
Proof. into ltac:(apply perp_tame). rewrite (square_of rho _ t) by (unfold axis_square; ring). unfold perp. ring. Qed.

Lemma right_RInt : is_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR k + 3))) * ((2 * (ln (SphereMGF ((-1) + (INR k + 3)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2))))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2))))) * (exp (kappa * (cos theta))))) 0 PI
  (total k kappa * axis_mean k kappa (perp k kappa beta 0)).
Proof. into ltac:(apply perp_tame). rewrite (square_of 0 _ t) by (unfold axis_square; ring). unfold perp. ring. Qed.

Lemma opposite_RInt rho : is_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR k + 3))) * ((2 * (ln (SphereMGF ((-1) + (INR k + 3)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI
  (total k kappa * axis_mean k kappa (opposite k kappa beta rho)).
Proof.
  into ltac:(apply opposite_tame). unfold opposite. rewrite (ln_of_square _ k) by first [ring | assert (B := COS_bound t); assert (N := axis_square_nonneg kappa beta rho (- cos t) ltac:(lra)); unfold axis_square in N; lra].
  replace (axis_square kappa beta rho (-1 * cos t)) with ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos t) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * rho * beta * kappa * (cos t))) by (unfold axis_square; ring). ring.
Qed.

Lemma slope_RInt rho : is_RInt (fun theta : R => (2 * beta * (Rpower (sin theta) ((-3) + (INR k + 3))) * (((-1) * (cos theta)) + ((/ ((-1) + (INR k + 3))) * (/ (SphereMGF ((-1) + (INR k + 3)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta)))))) * (kappa + (rho * beta * (cos theta))) * (SphereMGF (1 + (INR k + 3)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) * (cos theta) * (exp (kappa * (cos theta))))) 0 PI
  (total k kappa * axis_mean k kappa (perp_slope k kappa beta rho)).
Proof.
  assert (K := pos_INR k). eapply is_RInt_ext; [|exact (axis_RInt (fun t => perp_slope k kappa beta rho (cos t)) (perp_slope k kappa beta rho) (perp_slope_tame k kappa beta rho) (fun t _ => eq_refl))].
  intros t _. unfold perp_slope, over_sq, SphereMGF. match goal with |- context [sqrt ?v] => replace v with (axis_square kappa beta rho (cos t)) by (unfold axis_square; ring) end.
  assert (N := axis_square_nonneg kappa beta rho (cos t) ltac:(assert (B := COS_bound t); lra)). rewrite sqrt_sq_eq by exact N. set (v := axis_square kappa beta rho (cos t)) in *.
  replace (1 / 2 * (-1 + (INR k + 3))) with (INR k / 2 + 1) by field. replace (1 / 2 * (1 + (INR k + 3))) with (INR k / 2 + 2) by field. replace (1 / 4 * v) with (v / 4) by field.
  assert (P := hyper_pos (INR k / 2 + 1) (v / 4) ltac:(lra) ltac:(lra)). set (e := exp (kappa * cos t)). set (r := Rpower (sin t) (-3 + (INR k + 3))). real_numbers. field. lra.
Qed.
End Axis.

(** ** What the statements ask to be defined, and their values *)
Lemma chord_value k kappa : 0 < kappa -> chord k kappa = / kappa * first k kappa.
Proof. intros Hk. rewrite <- first_chord by exact Hk. field. lra. Qed.

Lemma three_more h : INR h >= 3 -> exists k, h = S (S (S k)).
Proof. intros H. assert (3 <= h)%nat by (apply INR_le; simpl; lra). exists (h - 3)%nat. lia. Qed.

(** Which integral it is shows in its function; to try them all would take long. *)
Ltac integral := match goal with |- ex_RInt ?f _ _ => eexists; lazymatch f with
  | context [SphereMGF (1 + _)] => apply slope_RInt
  | context [-2 * _ * _ * _ * _] => apply opposite_RInt
  | context [2 * _ * _ * _ * _] => apply perp_RInt
  | _ => apply right_RInt end; assumption end.
Ltac here := first [assumption | lra | apply besseli_neq; lra | apply SphereMGF_positive; lra | apply Rgt_not_eq, SphereMGF_positive; lra | apply Rgt_not_eq, Gamma_pos; lra
  | apply sin_gt_0; lra | integral].
Ltac defined := repeat match goal with |- _ /\ _ => split end; try solve [here | intros theta Ht; apply half_turn in Ht; here].

(** Begins: the dimension is k + 3. *)
Ltac dimension h k := let H := fresh "H" in assert (PI_pos := PI_RGT_0); match goal with H3 : INR h >= 3 |- _ => destruct (three_more h H3) as (k & ->) end;
  assert (k_nonneg := pos_INR k); replace (INR (S (S (S k)))) with (INR k + 3) in * by (rewrite !S_INR; ring).

Ltac ratio_first k kappa := replace (IvRatio (-3 / 2 + 1 / 2 * (INR k + 3)) kappa) with (first k kappa) in * by
  (unfold first; rewrite IvRatio_ratio by lra; f_equal; field).
Ltac values k kappa beta rho := rewrite ?(is_RInt_unique _ _ _ _ (perp_RInt k kappa beta rho)), ?(printed_mean k kappa) by field; rewrite ?(ln_of (-1 + (INR k + 3)) k kappa) by ring.

Theorem thm_3_population_upper_holds : thm_3_population_upper.
Proof.
  unfold thm_3_population_upper; intros h rho kappa beta H0 Hr Hk Hb H3 H1. dimension h k. defined.
  ratio_first k kappa. values k kappa beta rho. assert (U := perp_upper k kappa beta Hk rho ltac:(lra)).
  unfold perp_loss, second in U. rewrite chord_value in U by exact Hk. lra.
Qed.

Theorem thm_3_population_lower_concentrated_holds : thm_3_population_lower_concentrated.
Proof.
  unfold thm_3_population_lower_concentrated; intros h rho kappa beta H0 Hr Hk Hb H3 H1. dimension h k. defined.
  ratio_first k kappa. values k kappa beta rho. assert (U := perp_lower k kappa beta Hk rho).
  unfold perp_loss, second in U. rewrite chord_value in U by exact Hk. lra.
Qed.

Theorem thm_3_population_hot_holds : thm_3_population_hot.
Proof.
  unfold thm_3_population_hot; intros h rho kappa beta q H0 Hr Hk Hb Hq H3 H1 Hq1 Hot. dimension h k. defined.
  ratio_first k kappa. values k kappa beta rho. assert (U := perp_upper k kappa beta Hk rho ltac:(lra)).
  unfold perp_loss, second in U. rewrite chord_value in U by exact Hk. apply (Rmult_lt_compat_l beta _ _ Hb) in Hot. lra.
Qed.

(** What `far` bounds, in this dimension. *)
Lemma concentrated_bound k kappa beta rho : 0 < kappa -> 0 < beta -> 0 <= rho < 1 ->
  perp_loss k kappa beta rho <= beta ^ 2 * (INR k + 2) * (1 + 2 * rho ^ 2) * / kappa ^ 2 + 2 * beta * rho * first k kappa ^ 2 - 2 * beta * (1 - (1 - rho) * second k kappa).
Proof.
  intros Hk Hb Hr. assert (K := pos_INR k). assert (Hbr : 0 <= beta * rho) by (apply Rmult_le_pos; lra). assert (U := perp_concentrated k kappa beta Hk Hb rho Hr). cbv zeta in U.
  destruct (bessel_ratio_far_shifted_holds (S (S (S k))) kappa (beta * rho)) as (_ & _ & _ & _ & _ & _ & P & T & G); [apply lt_0_INR; lia|exact Hk|exact Hbr|rewrite !S_INR; lra|].
  replace (INR (S (S (S k)))) with (INR k + 3) in * by (rewrite !S_INR; ring). ratio_first k kappa.
  rewrite (Rplus_comm (beta * rho)) in P, T, G. set (z := kappa + beta * rho) in *. assert (Hz : 0 < z) by (unfold z; lra).
  rewrite over_sq_ratio in U by lra. rewrite IvRatio_ratio in P, T, G by lra. replace (-3 / 2 + 1 / 2 * (INR k + 3)) with (INR k / 2) in P, T, G by field.
  rewrite chord_value in U by exact Hk. set (A := first k kappa) in *. set (B := Ratio.ratio (INR k / 2) z) in *. set (m := second k kappa) in *.
  assert (I : 0 < / kappa ^ 2) by (apply Rinv_0_lt_compat, pow_lt, Hk). set (i := / kappa ^ 2) in *.
  assert (E : 2 * beta * rho * B - 2 * beta * rho * kappa * (1 - A) * (B / z) = 2 * (beta * rho) * (B * A) + 2 * (beta * rho) ^ 2 * (/ z * (1 + -1 * A) * B)) by
    (replace kappa with (z - beta * rho) at 1 by (unfold z; ring); field; lra).
  assert (F : beta ^ 2 * (1 - rho ^ 2) * ((INR k + 1) * (/ kappa * A)) * (B / z) = beta ^ 2 * (1 - rho ^ 2) * (INR k + 1) * (/ kappa * / z * A * B)) by (field; lra).
  rewrite E, F in U. assert (R2 : 0 <= 1 - rho ^ 2) by nra. assert (B2 : 0 <= beta ^ 2 * (1 - rho ^ 2)) by (apply Rmult_le_pos; [apply pow2_ge_0|exact R2]).
  assert (X1 := Rmult_le_compat_l (2 * (beta * rho)) _ _ ltac:(lra) G). assert (X2 := Rmult_le_compat_l (2 * (beta * rho) ^ 2) _ _ ltac:(assert (Y := pow2_ge_0 (beta * rho)); lra) T).
  assert (X3 := Rmult_le_compat_l (beta ^ 2 * (1 - rho ^ 2) * (INR k + 1)) _ _ ltac:(apply Rmult_le_pos; lra) P). assert (X4 := Rmult_le_pos _ _ B2 (Rlt_le _ _ I)). lra.
Qed.

Theorem thm_3_population_upper_concentrated_holds : thm_3_population_upper_concentrated.
Proof.
  unfold thm_3_population_upper_concentrated; intros h rho kappa beta H0 Hr Hk Hb H3 H1. dimension h k. defined.
  ratio_first k kappa. values k kappa beta rho. assert (U := concentrated_bound k kappa beta rho Hk Hb ltac:(lra)).
  unfold perp_loss, second in U. rewrite chord_value in U by exact Hk. lra.
Qed.

Theorem thm_3_population_concentrated_bound_holds : thm_3_population_concentrated_bound.
Proof.
  unfold thm_3_population_concentrated_bound; intros h rho kappa beta q H0 Hr Hk Hb Hq H3 H1 Hq1 Far. dimension h k. defined.
  ratio_first k kappa. values k kappa beta rho. assert (U := concentrated_bound k kappa beta rho Hk Hb ltac:(lra)).
  assert (C := far_complement (INR k / 2) kappa ltac:(lra) Hk). assert (D := far_slope (INR k / 2) kappa ltac:(lra) Hk).
  assert (I : 0 < / kappa) by (apply Rinv_0_lt_compat, Hk).
  unfold perp_loss, second in U. rewrite chord_value in U by exact Hk. unfold slope in D. fold (first k kappa) in C, D. set (A := first k kappa) in *.
  unfold Rdiv in C, D. replace (/ kappa ^ 2) with (/ kappa * / kappa) in * by (field; lra). set (i := / kappa) in *.
  assert (E : kappa * i = 1) by (unfold i; field; lra).
  assert (C2 := Rmult_lt_compat_l i _ _ I C). assert (W : i - 3 / 2 * (INR k + 2) * (i * i) <= A ^ 2 + i * A * (INR k + 2) - 1) by lra.
  assert (P : 0 < (1 - q) * (1 - rho)) by (apply Rmult_lt_0_compat; lra). assert (W2 := Rmult_le_compat_l _ _ _ (Rlt_le _ _ P) W).
  assert (F2 := Rmult_lt_compat_l (i * i * beta) _ _ ltac:(apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra) Far).
  replace (i * i * beta * (2 * kappa * (1 + -1 * q) * (1 + -1 * rho))) with (2 * beta * i * (kappa * i) * ((1 - q) * (1 - rho))) in F2 by ring. rewrite E in F2.
  apply (Rmult_le_compat_l (2 * beta)) in W2; [|lra]. lra.
Qed.

Theorem thm_3_population_perp_holds : thm_3_population_perp.
Proof.
  unfold thm_3_population_perp; intros h rho kappa beta H0 Hr Hk Hb H3 H1 Hr0. dimension h k. defined.
  ratio_first k kappa. rewrite (is_RInt_unique _ _ _ _ (opposite_RInt k kappa beta rho)). values k kappa beta rho.
  assert (U := perp_opposite k kappa beta Hk Hb rho ltac:(lra)). lra.
Qed.

(** ** The angle of the hyperplanes *)
Theorem thm_3_angle_tangent_holds : thm_3_angle_tangent.
Proof.
  unfold thm_3_angle_tangent; intros h rho sigma kappa beta H0 Hr Hs Hk Hb H3 H1 H2. dimension h k. defined.
  rewrite (is_RInt_unique _ _ _ _ (slope_RInt k kappa beta rho)), (is_RInt_unique _ _ _ _ (perp_RInt k kappa beta sigma)). values k kappa beta rho.
  assert (U := perp_tangent k kappa beta rho sigma). unfold perp_loss in U. lra.
Qed.

Theorem thm_3_angle_convex_holds : thm_3_angle_convex.
Proof.
  unfold thm_3_angle_convex; intros h rho sigma kappa beta m H0 Hr Hs Hk Hb Hm H3 H1 H2 H4 H5. dimension h k. defined.
  rewrite (is_RInt_unique _ _ _ _ (perp_RInt k kappa beta m)), (is_RInt_unique _ _ _ _ (perp_RInt k kappa beta sigma)). values k kappa beta rho.
  assert (U := perp_convex k kappa beta rho sigma m ltac:(lra)). unfold perp_loss in U. lra.
Qed.

Theorem thm_3_angle_right_holds : thm_3_angle_right.
Proof.
  unfold thm_3_angle_right; intros h rho kappa beta H0 Hr Hk Hb H3 Hr0 H1 Steep. dimension h k. defined.
  ratio_first k kappa. rewrite (is_RInt_unique _ _ _ _ (right_RInt k kappa beta)). values k kappa beta rho.
  assert (U := perp_right k kappa beta Hk Hb rho ltac:(lra)). unfold perp_loss, second in U. rewrite chord_value in U by exact Hk.
  specialize (U ltac:(lra)). lra.
Qed.

(** A' as it is printed. *)
Lemma printed_slope k z : 0 < z -> 1 + -1 * IvRatio (-3 / 2 + 1 / 2 * (INR k + 3)) z ^ 2 + -1 * / z * (-2 + (INR k + 3)) * IvRatio (-3 / 2 + 1 / 2 * (INR k + 3)) z = slope (INR k / 2) z.
Proof. intros Hz. assert (K := pos_INR k). rewrite IvRatio_ratio by lra. unfold slope. replace (-3 / 2 + 1 / 2 * (INR k + 3)) with (INR k / 2) by field. field. lra. Qed.

Theorem thm_3_angle_narrow_upper_holds : thm_3_angle_narrow_upper.
Proof.
  unfold thm_3_angle_narrow_upper; intros h rho kappa beta low H0 Hr Hk Hb Hl H3 H1 Hn. dimension h k. defined.
  rewrite (printed_slope k low Hl). ratio_first k kappa. values k kappa beta rho.
  assert (U := perp_narrow_upper k kappa beta Hk Hb rho low ltac:(lra) Hl ltac:(lra)). unfold perp_loss, second in U. rewrite chord_value in U by exact Hk. unfold Rdiv in U. lra.
Qed.

Theorem thm_3_angle_narrow_lower_holds : thm_3_angle_narrow_lower.
Proof.
  unfold thm_3_angle_narrow_lower; intros h rho kappa beta high H0 Hr Hk Hb Hq H3 H1 Hn Hn2. dimension h k. defined.
  rewrite (printed_slope k high Hq). ratio_first k kappa. values k kappa beta rho.
  assert (U := perp_narrow_lower k kappa beta Hk Hb rho high ltac:(lra) ltac:(lra) ltac:(lra)). unfold perp_loss, second in U. rewrite chord_value in U by exact Hk.
  rewrite IvRatio_ratio by lra. replace (-3 / 2 + 1 / 2 * (INR k + 3)) with (INR k / 2) by field. unfold Rdiv in U. lra.
Qed.
