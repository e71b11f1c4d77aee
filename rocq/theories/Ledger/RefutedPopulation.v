(** * Refuted claims on populations: points at which means over an axis can be compared by rational numbers *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions Bessel.Amos Bessel.Shape Bessel.Sharp Bessel.Square Bessel.Increment Bessel.Support.
From Modgap Require Import Sphere.Moments Sphere.Exponential Sphere.Area Sphere.Mean Sphere.Axis Subspace.Population.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Population.
Open Scope R_scope.

(** ** Crude bounds *)
Lemma exp_doubled : 16 <= exp 4 /\ 256 <= exp 8.
Proof.
  assert (E1 := exp_ineq1_le 1). assert (D : forall x, exp (x + x) = exp x * exp x) by (intros; apply exp_plus). assert (E2 := D 1). assert (E4 := D 2). assert (E8 := D 4).
  replace (1 + 1) with 2 in E2 by ring. replace (2 + 2) with 4 in E4 by ring. replace (4 + 4) with 8 in E8 by ring. assert (4 <= exp 2) by (rewrite E2; nra). assert (16 <= exp 4) by (rewrite E4; nra). split; [assumption|rewrite E8; nra].
Qed.

Lemma exp_10 : 1010 <= exp 10.
Proof.
  assert (E := exp_doubled). assert (E1 := exp_ineq1_le 1). assert (E2 : exp 2 = exp 1 * exp 1) by (rewrite <- exp_plus; f_equal; ring). assert (4 <= exp 2) by (rewrite E2; nra).
  replace 10 with (8 + 2) by ring. rewrite exp_plus. nra.
Qed.

(** log M(z) >= z - 1 - log z where A >= 1 - 1/t. *)
Lemma lnM_least nu z : nu > -1 -> 1 <= z -> (forall t, 1 < t -> 1 - / t <= ratio nu t) -> z - 1 - ln z <= lnM_sq nu (z ^ 2).
Proof.
  intros Hn Hz HA. assert (F0 : 0 <= lnM_sq nu (1 ^ 2)).
  { rewrite <- lnM_square, <- (Generating.lnM_0 (2 * nu + 2)) by lra. apply Generating.lnM_mono; lra. }
  destruct (Req_dec z 1) as [->|N]; [rewrite ln_1; lra|].
  assert (G := Generating.increasing_on_weak (fun t => lnM_sq nu (t ^ 2) - t + ln t) (fun t => ratio nu t - 1 + / t) 1 z ltac:(lra)). cbv beta in G. rewrite ln_1 in G.
  enough (lnM_sq nu (1 ^ 2) - 1 + 0 <= lnM_sq nu (z ^ 2) - z + ln z) by lra. apply G.
  - intros t Ht. assert (D := lnM_sq_derive_of nu Hn t). assert (D2 : is_derive (fun t => - t + ln t) t (-1 + / t)) by (auto_derive; lra).
    assert (D3 := is_derive_plus (V := R_NormedModule) _ _ _ _ _ D D2). unfold plus in D3; simpl in D3.
    replace (ratio nu t - 1 + / t) with (ratio nu t + (-1 + / t)) by ring. eapply is_derive_ext; [|exact D3]. intros x. real_numbers. cbv beta. change (x * (x * 1)) with (x ^ 2). ring.
  - intros t Ht. assert (A := HA t ltac:(lra)). lra.
Qed.

(** ** The angle: for a narrow law the loss rises towards the right end *)
(** A' from below, by the logarithmic slope. *)
Lemma slope_least nu z : nu > - / 2 -> 0 < z -> ratio nu z * (nu + / 2) / (z * (z + (nu + / 2))) <= slope nu z.
Proof.
  intros Hn Hz. assert (L := log_slope_above nu Hn z ltac:(lra)). assert (P := ratio_positive nu ltac:(lra) z ltac:(lra)). unfold log_slope in L. set (c := nu + / 2) in *. assert (Hc : 0 < c) by (unfold c; lra).
  assert (S : sqrt (z ^ 2 + c ^ 2) <= z + c) by (rewrite <- (sqrt_pow2 (z + c)) by lra; apply sqrt_le_1_alt; nra). assert (S0 : 0 < sqrt (z ^ 2 + c ^ 2)) by (apply sqrt_lt_R0; assert (0 < z ^ 2) by (apply pow_lt, Hz); nra).
  assert (Q : c / (z + c) <= c / sqrt (z ^ 2 + c ^ 2)) by (apply Rmult_le_compat_l; [lra|apply Rinv_le_contravar; assumption]).
  apply (Rmult_le_reg_r (z / ratio nu z)); [apply Rdiv_lt_0_compat; lra|].
  replace (ratio nu z * c / (z * (z + c)) * (z / ratio nu z)) with (c / (z + c)) by (field; lra). replace (slope nu z * (z / ratio nu z)) with (z * slope nu z / ratio nu z) by (field; lra). lra.
Qed.

Lemma rises k : INR k = 509 -> perp_loss k 1000000 10 0 < perp_loss k 1000000 10 (4 / 5).
Proof.
  intros K. set (kappa := 1000000). set (q := 1000010). assert (nu : INR k / 2 = 509 / 2) by (rewrite K; reflexivity).
  assert (U := perp_narrow_upper k kappa 10 ltac:(unfold kappa; lra) ltac:(lra) 0 999990 ltac:(lra) ltac:(lra) ltac:(unfold kappa; lra)).
  assert (L := perp_narrow_lower k kappa 10 ltac:(unfold kappa; lra) ltac:(lra) (4 / 5) q ltac:(lra) ltac:(unfold kappa, q; lra) ltac:(unfold kappa; lra)).
  assert (S := far_slope (INR k / 2) kappa ltac:(lra) ltac:(unfold kappa; lra)). unfold slope in S. fold (first k kappa) in S.
  assert (A1 := bound_upper_one (INR k / 2) kappa ltac:(lra) ltac:(unfold kappa; lra)). fold (first k kappa) in A1. assert (A0 := ratio_positive (INR k / 2) ltac:(lra) kappa ltac:(unfold kappa; lra)). fold (first k kappa) in A0.
  assert (C := chord_value k kappa ltac:(unfold kappa; lra)). assert (Q := far_complement (INR k / 2) q ltac:(lra) ltac:(unfold q; lra)).
  assert (B1 := bound_upper_one (INR k / 2) q ltac:(lra) ltac:(unfold q; lra)).
  assert (SL := slope_least (INR k / 2) q ltac:(lra) ltac:(unfold q; lra)). unfold second in U, L. rewrite C in U, L. rewrite nu in U, L, S, Q, SL, B1. rewrite K in U, L. set (A := first k kappa) in *. set (B := ratio (509 / 2) q) in *. set (T := slope (509 / 2) q) in *.
  unfold q in *. unfold kappa in *.
  assert (SB : 254 / 1000000000000 <= T) by lra.
  assert (M : 9994 / 10000 <= 1 - (509 + 1) * (/ 1000000 * A) <= 1) by lra.
  assert (TM : 254 / 1000000000000 * (9994 / 10000) <= T * (1 - (509 + 1) * (/ 1000000 * A))) by (apply Rmult_le_compat; lra).
  assert (SK : 1 - (509 + 1) * (/ 1000000 * A) - A ^ 2 <= 511 / 1000000000000) by lra.
  assert (BD : (509 + 1) * (/ 1000000 * A) * (/ 999990 - B / 1000010) <= 510 / 1000000 * (/ 999990 - B / 1000010)) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Theorem thm_3_angle_holds : thm_3_angle.
Proof.
  assert (K : INR 509 = 509) by (rewrite INR_IZR_INZ; reflexivity). assert (Up := rises _ K). exists 0, (4 / 5), 1000000, 10.
  revert K Up. set (kappa := 1000000). set (beta := 10). assert (Hk : 0 < kappa) by (unfold kappa; lra). assert (Hb : 0 < beta) by (unfold beta; lra).
  remember 509%nat as k eqn:Ek. intros K Up. assert (P := PI_RGT_0).
  assert (V : forall rho t, 0 < t < PI -> ln (SphereMGF 511 (sqrt (kappa ^ 2 + beta ^ 2 * (1 + -1 * cos t ^ 2 * (1 + -1 * rho ^ 2)) + 2 * rho * beta * kappa * cos t))) = lnM_sq (INR k / 2) (axis_square kappa beta rho (cos t))).
  { intros rho t Ht. rewrite (ln_of_square 511 k) by first [lra | assert (B := COS_bound t); assert (N := axis_square_nonneg kappa beta rho (cos t) ltac:(lra)); unfold axis_square in N; lra]. f_equal. unfold axis_square. ring. }
  assert (I : forall rho, is_RInt (fun theta : R => sin theta ^ k * (2 * ln (SphereMGF 511 (sqrt (kappa ^ 2 + beta ^ 2 * (1 + -1 * cos theta ^ 2 * (1 + -1 * rho ^ 2)) + 2 * rho * beta * kappa * cos theta))) + -2 * beta * (1 + -1 * cos theta ^ 2 * (1 + -1 * rho))) * exp (kappa * cos theta)) 0 PI
    (total k kappa * axis_mean k kappa (perp k kappa beta rho))).
  { intros rho. eapply is_RInt_ext; [|exact (axis_is_RInt k kappa _ (perp_tame k kappa beta rho))]. intros t Ht. apply half_turn in Ht. rewrite (V rho t Ht). unfold weighted, perp.
    do 2 f_equal. ring. }
  assert (M := SphereMGF_positive 511 kappa ltac:(lra)).
  repeat match goal with |- _ /\ _ => split end; try lra; try (intros theta Ht; first [lra | apply SphereMGF_positive; lra]); try (eexists; apply I).
  rewrite !(is_RInt_unique _ _ _ _ (I _)). apply Rlt_not_le, Rplus_lt_compat_l, Rmult_lt_compat_l; [apply Rinv_0_lt_compat, M|].
  apply Rmult_lt_compat_l; [lra|]. apply Rmult_lt_compat_l; [apply total_pos|]. unfold perp_loss in Up. lra.
Qed.

(** ** The loss of the population against that of one hyperplane, which is the angle 0 *)
Lemma quotient_of_means s g t x : s <> 0 -> g <> 0 -> t <> 0 -> s * (t * x) * g * / (s * t * g) = x.
Proof. intros. field. repeat split; assumption. Qed.

Lemma loss_mean k kappa beta rho : axis_mean k kappa (fun u => 1 * perp k kappa beta rho u + -2 * lnM_sq (INR k / 2) (kappa ^ 2) * 1) = perp_loss k kappa beta rho.
Proof.
  assert (T : tame (fun _ => 1)) by (apply tame_derive; intros; auto_derive; exact I).
  rewrite (axis_mean_linear k kappa (perp k kappa beta rho) (fun _ => 1) _ _ (perp_tame k kappa beta rho) T), Axis.mean_one. unfold perp_loss. ring.
Qed.

Theorem cor_3_loss_population_holds : cor_3_loss_population.
Proof.
  assert (K : INR 509 = 509) by (rewrite INR_IZR_INZ; reflexivity). assert (Up := rises _ K). remember 509%nat as k eqn:Ek. clear Ek. exists (S (S (S k))), 10, 1000000, 0.
  assert (X := perp_convex k 1000000 10 0 1 (4 / 5) ltac:(lra)). assert (Z : perp_loss k 1000000 10 0 < perp_loss k 1000000 10 1) by lra. clear Up X.
  revert K Z. set (kappa := 1000000). set (beta := 10). assert (Hk : 0 < kappa) by (unfold kappa; lra). assert (Hb : 0 < beta) by (unfold beta; lra). intros K Z. assert (P := PI_RGT_0).
  replace (INR (S (S (S k)))) with (INR k + 3) by (rewrite !S_INR; ring). assert (M := SphereMGF_positive (-1 + (INR k + 3)) kappa ltac:(lra)).
  assert (V : forall rho t w, w = (kappa + rho * beta * cos t) ^ 2 / 4 + beta ^ 2 * (1 - cos t ^ 2) / 4 -> hyper0F1 (-1 / 2 + 1 / 2 * (INR k + 3)) w = hyper0F1 (INR k / 2 + 1) (axis_square kappa beta rho (cos t) / 4)).
  { intros rho t w ->. f_equal; [field|unfold axis_square; field]. }
  assert (Pos : forall rho t w, w = (kappa + rho * beta * cos t) ^ 2 / 4 + beta ^ 2 * (1 - cos t ^ 2) / 4 -> 0 < hyper0F1 (-1 / 2 + 1 / 2 * (INR k + 3)) w).
  { intros rho t w E. rewrite (V rho t w E). assert (B := COS_bound t). assert (N := axis_square_nonneg kappa beta rho (cos t) ltac:(lra)). apply hyper_pos; lra. }
  assert (F : ln (SphereMGF (-1 + (INR k + 3)) kappa) = lnM_sq (INR k / 2) (kappa ^ 2)) by (apply ln_of; ring).
  set (g := fun rho u => 1 * perp k kappa beta rho u + -2 * lnM_sq (INR k / 2) (kappa ^ 2) * 1).
  assert (T : forall rho, tame (g rho)) by (intros rho; apply (tame_linear (perp k kappa beta rho) (fun _ => 1)); [apply perp_tame|apply tame_derive; intros; auto_derive; exact I]).
  assert (I1 : is_RInt (fun theta : R => Rpower (sin theta) (-3 + (INR k + 3)) * (-2 * beta + -2 * ln (SphereMGF (-1 + (INR k + 3)) kappa)
    + 2 * ln (hyper0F1 (-1 / 2 + 1 / 2 * (INR k + 3)) (1 / 4 * (kappa + beta * cos theta) ^ 2 + 1 / 4 * beta ^ 2 * (1 + -1 * cos theta ^ 2)))) * exp (kappa * cos theta)) 0 PI (total k kappa * perp_loss k kappa beta 1)).
  { rewrite <- loss_mean. apply axis_RInt; [exact (T 1)|]. intros t Ht. rewrite (V 1 t) by field. rewrite F. unfold perp, lnM_sq. ring. }
  assert (I0 : is_RInt (fun theta : R => Rpower (sin theta) (-3 + (INR k + 3)) * (-2 * ln (SphereMGF (-1 + (INR k + 3)) kappa)
    + 2 * ln (hyper0F1 (-1 / 2 + 1 / 2 * (INR k + 3)) (1 / 4 * (kappa + 0 * beta * cos theta) ^ 2 + 1 / 4 * beta ^ 2 * (1 + -1 * cos theta ^ 2))) + -2 * beta * (1 + -1 * cos theta ^ 2 * (1 + -1 * 0))) * exp (kappa * cos theta)) 0 PI (total k kappa * perp_loss k kappa beta 0)).
  { rewrite <- loss_mean. apply axis_RInt; [exact (T 0)|]. intros t Ht. rewrite (V 0 t) by field. rewrite F. unfold perp, lnM_sq. ring. }
  assert (D : is_RInt (fun theta : R => Rpower (sin theta) (-3 + (INR k + 3)) * exp (kappa * cos theta)) 0 PI (total k kappa)).
  { eapply is_RInt_ext; [|exact (whole kappa k)]. intros t Ht. apply half_turn in Ht. replace (-3 + (INR k + 3)) with (INR k) by ring. rewrite Rpower_pow by (apply sin_gt_0; lra). reflexivity. }
  assert (G1 := Gamma_pos (-1 + 1 / 2 * (INR k + 3)) ltac:(lra)). assert (G2 := Gamma_pos (-1 / 2 + 1 / 2 * (INR k + 3)) ltac:(lra)). assert (SP := sqrt_lt_R0 PI P). assert (TP := total_pos k kappa).
  assert (S1 : 0 < / sqrt PI * / Gamma (-1 + 1 / 2 * (INR k + 3))) by (apply Rmult_lt_0_compat; apply Rinv_0_lt_compat; assumption).
  repeat match goal with |- _ /\ _ => split end; try lra; try (eexists; first [exact D | exact I1 | exact I0]);
    try (intros theta Ht; apply half_turn in Ht; first [lra | apply sin_gt_0; lra | exact M | apply (Pos 1 theta); field | apply (Pos 0 theta); field]).
  - rewrite (is_RInt_unique _ _ _ _ D). apply Rgt_not_eq, Rmult_lt_0_compat; [apply Rmult_lt_0_compat; assumption|exact G2].
  - rewrite (is_RInt_unique _ _ _ _ D), (is_RInt_unique _ _ _ _ I1), (is_RInt_unique _ _ _ _ I0), !quotient_of_means by (apply Rgt_not_eq; assumption). lra.
Qed.

(** ** Where a shared centre beats centres orthogonal to the intersection: in three dimensions, cold and concentrated *)
Section Shared.
Variable k : nat.
Hypothesis flat : INR k = 0.
Let nu := INR k / 2.
Let kappa := 10.
Let beta := 1000.

Definition shared (u : R) : R := 2 * lnM_sq nu ((kappa + beta * u) ^ 2) - 2 * beta * u ^ 2.

Let nu_0 : nu = 0. Proof. unfold nu. rewrite flat. field. Qed.

Lemma shared_tame : tame shared.
Proof.
  apply tame_derive. intros u Hu. unfold shared. apply (ex_derive_minus (V := R_NormedModule)); [|auto_derive; exact I]. apply ex_derive_mult; [auto_derive; exact I|].
  apply (ex_derive_comp (lnM_sq nu) (fun u => (kappa + beta * u) ^ 2)); [|auto_derive; exact I]. eexists. apply lnM_sq_derive; [rewrite nu_0; lra|apply pow2_ge_0].
Qed.

Lemma lnM_far z : 1 <= z <= 1010 -> z - 11 <= lnM_sq nu (z ^ 2).
Proof.
  intros [Hz H2]. assert (L : ln z <= 10) by (rewrite <- (ln_exp 10); assert (E := exp_10); destruct (Req_dec z (exp 10)) as [->|N]; [lra|apply Rlt_le, ln_increasing; lra]).
  assert (F := lnM_least nu z ltac:(rewrite nu_0; lra) Hz). cut (z - 1 - ln z <= lnM_sq nu (z ^ 2)); [lra|]. apply F. intros t Ht.
  assert (C := far_complement nu t ltac:(rewrite nu_0; lra) ltac:(lra)). rewrite nu_0 in C at 2. unfold Rdiv in C. lra.
Qed.

(** In y = 1 - u^2: beta (4 y - 8 y^2) - 22 is below, as sqrt y >= 3 y - 4 y^2. *)
Lemma apart_from_below u : -1 <= u <= 1 -> beta * (4 * (1 - u ^ 2) - 8 * (1 - u ^ 2) ^ 2) - 22 <= perp k kappa beta 0 u.
Proof.
  intros Hu. assert (Y : 0 <= 1 - u ^ 2 <= 1) by nra. set (y := 1 - u ^ 2) in *. unfold perp. fold nu.
  replace (axis_square kappa beta 0 u) with (100 + 1000000 * y) by (unfold axis_square, kappa, beta, y; ring). set (z := sqrt (100 + 1000000 * y)).
  assert (Z2 : z ^ 2 = 100 + 1000000 * y) by (apply sqrt_sq_eq; lra). assert (Z0 : 0 <= z) by apply sqrt_pos. assert (Z1 : 1 <= z <= 1010) by (split; nra).
  assert (F := lnM_far z Z1). rewrite Z2 in F. assert (B : 1000 * (3 * y - 4 * y ^ 2) <= z).
  { destruct (Rle_dec (3 * y - 4 * y ^ 2) 0) as [N|N]; [lra|]. assert (C : (3 * y - 4 * y ^ 2) ^ 2 <= y).
    { assert (0 <= y * ((1 - y) * (4 * y - 1) ^ 2)) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; [lra|apply pow2_ge_0]]). lra. }
    apply Rsqr_incr_0_var; [|exact Z0]. unfold Rsqr. nra. }
  unfold beta, y in *. lra.
Qed.

Lemma shared_from_above u : -1 <= u <= 1 -> shared u <= beta * (1 - u ^ 2) + 20.
Proof.
  intros Hu. assert (L : lnM_sq nu ((kappa + beta * u) ^ 2) <= Rabs (kappa + beta * u)).
  { rewrite <- lnM_square by (rewrite nu_0; lra). rewrite <- lnM_abs. assert (P := Rabs_pos (kappa + beta * u)). destruct P as [P|P].
    - assert (G := Generating.lnM_grows_below (2 * nu + 2) 0 (Rabs (kappa + beta * u)) ltac:(rewrite nu_0; lra) ltac:(lra)). rewrite Generating.lnM_0 in G by (rewrite nu_0; lra). lra.
    - rewrite <- P, Generating.lnM_0 by (rewrite nu_0; lra). lra. }
  assert (A : Rabs (kappa + beta * u) <= kappa + beta * ((1 + u ^ 2) / 2)) by (unfold kappa, beta; apply Rabs_le; nra). unfold shared, kappa, beta in *. lra.
Qed.

(** The mean of (1 - u^2)^2 is that of 1 - u^2 times three A_1(kappa)/kappa. *)
Lemma mean_across_square : axis_mean k kappa (fun u => (1 - u ^ 2) ^ 2) = over_sq nu (kappa ^ 2) * (3 * over_sq (nu + 1) (kappa ^ 2)).
Proof.
  apply axis_mean_of. assert (A := raised k kappa). assert (B := raised (S (S k)) kappa). unfold total at 1 in B. rewrite A in B. rewrite !S_INR in B.
  assert (W := whole kappa (S (S (S (S k))))). rewrite !S_INR in W. rewrite B, flat in W. unfold nu. rewrite flat.
  match type of W with is_RInt _ _ _ ?l => match goal with |- is_RInt _ _ _ ?r => replace r with l end end.
  - eapply is_RInt_ext; [|exact W]. intros t _. unfold weighted. assert (T := sin2_cos2 t). unfold Rsqr in T. replace (1 - cos t ^ 2) with (sin t * sin t) by (simpl; lra). real_numbers. simpl. ring.
  - replace ((0 + 1 + 1) / 2) with (0 / 2 + 1) by field. ring.
Qed.

Lemma shared_wins : axis_mean k kappa shared < axis_mean k kappa (perp k kappa beta 0).
Proof.
  assert (Ty : tame (fun u => 1 - u ^ 2)) by (apply tame_derive; intros; auto_derive; exact I). assert (Ty2 : tame (fun u => (1 - u ^ 2) ^ 2)) by (apply tame_derive; intros; auto_derive; exact I). assert (T1 : tame (fun _ => 1)) by (apply tame_derive; intros; auto_derive; exact I).
  assert (Y := Axis.mean_across k kappa). fold nu in Y. assert (Y2 := mean_across_square). set (r := over_sq nu (kappa ^ 2)) in *. rewrite flat in Y.
  assert (R : 9 / 100 <= r).
  { unfold r. rewrite over_sq_ratio by (try rewrite nu_0; unfold kappa; lra). assert (C := far_complement nu kappa ltac:(rewrite nu_0; lra) ltac:(unfold kappa; lra)). rewrite nu_0 in C at 2. unfold kappa in *. lra. }
  assert (Q : over_sq (nu + 1) (kappa ^ 2) <= 1 / 10).
  { rewrite over_sq_ratio by (try rewrite nu_0; unfold kappa; lra). assert (U := bound_upper_one (nu + 1) kappa ltac:(rewrite nu_0; lra) ltac:(unfold kappa; lra)). unfold kappa in *. lra. }
  assert (X : r * (3 * over_sq (nu + 1) (kappa ^ 2)) <= r * (3 / 10)) by (apply Rmult_le_compat_l; lra).
  assert (Tl := tame_linear (fun u => 1 - u ^ 2) (fun u => (1 - u ^ 2) ^ 2) (4 * beta) (-8 * beta) Ty Ty2).
  assert (L := axis_mean_le k kappa _ _ (tame_linear _ _ 1 (-22) Tl T1) (perp_tame k kappa beta 0) (fun u Hu => ltac:(assert (H := apart_from_below u Hu); cbv beta; lra))).
  assert (M := axis_mean_le k kappa shared _ shared_tame (tame_linear (fun u => 1 - u ^ 2) (fun _ => 1) beta 20 Ty T1) (fun u Hu => ltac:(assert (H := shared_from_above u Hu); cbv beta; lra))).
  cbv beta in L, M. rewrite (axis_mean_linear k kappa _ (fun _ => 1) 1 (-22) Tl T1), (axis_mean_linear k kappa (fun u => 1 - u ^ 2) (fun u => (1 - u ^ 2) ^ 2) _ _ Ty Ty2), Axis.mean_one, Y, Y2 in L.
  rewrite (axis_mean_linear k kappa (fun u => 1 - u ^ 2) (fun _ => 1) beta 20 Ty T1), Axis.mean_one, Y in M. unfold beta in *. lra.
Qed.
End Shared.

Theorem thm_3_population_holds : thm_3_population.
Proof.
  assert (K : INR 0 = 0) by reflexivity. remember 0%nat as k eqn:Ek. assert (W := shared_wins k K). exists 0, 10, 1000. assert (P := PI_RGT_0). assert (M := SphereMGF_positive 2 10 ltac:(lra)).
  assert (D : 2 = INR k + 2) by lra.
  assert (I1 : is_RInt (fun theta : R => (2 * ln (SphereMGF 2 (sqrt (10 ^ 2 + 1000 ^ 2 * (1 + -1 * cos theta ^ 2 * (1 + -1 * 0 ^ 2)) + 2 * 0 * 1000 * 10 * cos theta))) + -2 * 1000 * (1 + -1 * cos theta ^ 2 * (1 + -1 * 0))) * exp (10 * cos theta)) 0 PI
    (total k 10 * axis_mean k 10 (perp k 10 1000 0))).
  { eapply is_RInt_ext; [|exact (axis_is_RInt k 10 _ (perp_tame k 10 1000 0))]. intros t _. unfold weighted, perp. assert (B := COS_bound t). assert (N := axis_square_nonneg 10 1000 0 (cos t) ltac:(lra)).
    replace (10 ^ 2 + 1000 ^ 2 * (1 + -1 * cos t ^ 2 * (1 + -1 * 0 ^ 2)) + 2 * 0 * 1000 * 10 * cos t) with (axis_square 10 1000 0 (cos t)) by (unfold axis_square; ring).
    rewrite (ln_of_square 2 k _ D N), Ek. simpl pow at 1. real_numbers. ring. }
  assert (I2 : is_RInt (fun theta : R => (2 * ln (SphereMGF 2 (sqrt (10 ^ 2 + 1000 ^ 2 * (0 ^ 2 + cos theta ^ 2 * (1 + -1 * 0 ^ 2)) + 2 * 1000 * 10 * cos theta))) + -2 * 1000 * (1 + -1 * (1 + -1 * 0) * (1 + -1 * cos theta ^ 2))) * exp (10 * cos theta)) 0 PI
    (total k 10 * axis_mean k 10 (shared k))).
  { eapply is_RInt_ext; [|exact (axis_is_RInt k 10 _ (shared_tame k K))]. intros t _. unfold weighted, shared.
    replace (10 ^ 2 + 1000 ^ 2 * (0 ^ 2 + cos t ^ 2 * (1 + -1 * 0 ^ 2)) + 2 * 1000 * 10 * cos t) with ((10 + 1000 * cos t) ^ 2) by ring.
    rewrite (ln_of_square 2 k _ D (pow2_ge_0 _)), Ek. simpl pow at 1. real_numbers. ring. }
  repeat match goal with |- _ /\ _ => split end; try lra; try (intros theta Ht; first [lra | apply SphereMGF_positive; lra]); try (eexists; first [exact I1 | exact I2]).
  rewrite (is_RInt_unique _ _ _ _ I1), (is_RInt_unique _ _ _ _ I2). apply Rlt_not_le, Rplus_lt_compat_l, Rmult_lt_compat_l; [apply Rinv_0_lt_compat, M|].
  apply Rmult_lt_compat_l; [apply Rinv_0_lt_compat, P|]. apply Rmult_lt_compat_l; [apply total_pos|exact W].
Qed.

(** ** Noise: laws with one centre and uniform pairs beside them lose less than uniform keys *)
Section Lean.
Variable k : nat.
Hypothesis three : INR k = 1.
Let nu := INR k / 2.
Let nu_half : nu = 1 / 2. Proof. unfold nu. rewrite three. reflexivity. Qed.

Definition lean (u : R) : R := 2 * lnM_sq nu (10 ^ 2 + 10 ^ 2 + 2 * 10 * 10 * u).

Lemma lean_tame : tame lean.
Proof.
  apply tame_derive. intros u Hu. unfold lean. apply ex_derive_mult; [auto_derive; exact I|].
  apply (ex_derive_comp (lnM_sq nu) (fun u => 10 ^ 2 + 10 ^ 2 + 2 * 10 * 10 * u)); [|auto_derive; exact I]. eexists. apply lnM_sq_derive; [rewrite nu_half|]; lra.
Qed.

Lemma lean_above u : -1 <= u <= 1 -> lean u <= 2 * lnM_sq nu (10 ^ 2) + 20.
Proof.
  intros Hu. assert (S := square_mono nu ltac:(rewrite nu_half; lra) (10 ^ 2 + 10 ^ 2 + 2 * 10 * 10 * u) (20 ^ 2) ltac:(lra)).
  assert (G := Generating.lnM_grows_below (2 * nu + 2) 10 20 ltac:(rewrite nu_half; lra) ltac:(lra)). rewrite !lnM_square in G by (rewrite nu_half; lra). unfold lean. lra.
Qed.

Lemma lean_mean : axis_mean k 10 lean <= 2 * lnM_sq nu (10 ^ 2) + 20.
Proof.
  assert (M := mean_below k 10 lean (2 * lnM_sq nu (10 ^ 2) + 20) 0 0 lean_tame (fun u Hu => ltac:(assert (H := lean_above u Hu); lra))). lra.
Qed.

Lemma lnM_three : 5 <= lnM_sq nu (10 ^ 2).
Proof.
  assert (L : ln 10 <= 4) by (rewrite <- (ln_exp 4); apply Rlt_le, ln_increasing; [lra|assert (E := exp_doubled); lra]).
  assert (F := lnM_least nu 10 ltac:(rewrite nu_half; lra) ltac:(lra)). cut (10 - 1 - ln 10 <= lnM_sq nu (10 ^ 2)); [lra|]. apply F. intros t Ht.
  assert (C := bound_lower_linear nu t ltac:(rewrite nu_half; lra) ltac:(lra)). rewrite nu_half in C at 2. replace ((2 * (1 / 2) + 1) / (2 * t)) with (/ t) in C by (field; lra). lra.
Qed.
End Lean.

Theorem thm_1_noise_uniform_holds : thm_1_noise_uniform.
Proof.
  assert (K : INR 1 = 1) by reflexivity. remember 1%nat as k eqn:Ek. assert (P := PI_RGT_0). assert (M := SphereMGF_positive 3 10 ltac:(lra)).
  assert (D : 3 = INR k + 2) by lra. assert (L := lean_mean k K). assert (T := lnM_three k K).
  assert (E : ln (SphereMGF 3 10) = lnM_sq (INR k / 2) (10 ^ 2)) by (apply ln_of; exact D).
  assert (A : 85 / 100 <= IvRatio (1 / 2) 10) by (rewrite IvRatio_ratio by lra; assert (C := far_complement (1 / 2) 10 ltac:(lra) ltac:(lra)); lra).
  assert (TT : total k 10 = 2 * SphereMGF 3 10).
  { unfold total. rewrite Ek at 1. rewrite J_0_1. unfold SphereMGF. f_equal. f_equal; [rewrite K; field|field]. }
  exists 10, (9 / 10), 10.
  assert (I : is_RInt (fun theta : R => 2 * exp (10 * cos theta) * ln (SphereMGF 3 (sqrt (10 ^ 2 + 10 ^ 2 + 2 * 10 * 10 * cos theta))) * sin theta) 0 PI (total k 10 * axis_mean k 10 (lean k))).
  { eapply is_RInt_ext; [|exact (axis_is_RInt k 10 _ (lean_tame k K))]. intros t _. unfold weighted, lean. assert (B := COS_bound t).
    rewrite (ln_of_square 3 k _ D) by lra. rewrite Ek at 1. simpl pow at 1. real_numbers. ring. }
  repeat match goal with |- _ /\ _ => split end; try lra; try (apply besseli_neq; lra); try (intros theta Ht; first [lra | apply SphereMGF_positive; lra]); try (eexists; exact I).
  rewrite (is_RInt_unique _ _ _ _ I), TT, E. set (x := axis_mean k 10 (lean k)) in *. set (m := SphereMGF 3 10) in *.
  replace (/ m * (1 / 2 * (2 * m * x))) with x by (field; lra). set (a := IvRatio (1 / 2) 10) in *. assert (7225 / 10000 <= a ^ 2) by nra. lra.
Qed.
