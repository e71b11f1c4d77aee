(** * The generating function of the sphere in the ledger: each generated statement from the theorems of [Bessel] *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel.
Open Scope R_scope.

(** ** The symbols of the ledger in terms of the library *)
Lemma SphereMGF_same h z : SphereMGF h z = Generating.SphereMGF h z.
Proof. unfold SphereMGF, Generating.SphereMGF. f_equal; field. Qed.

Lemma ln_SphereMGF h z : ln (SphereMGF h z) = Generating.lnM h z.
Proof. rewrite SphereMGF_same. reflexivity. Qed.

Lemma SphereMGF_positive h z : 0 < h -> 0 < SphereMGF h z.
Proof. intros Hh. rewrite SphereMGF_same. apply Generating.mgf_pos. lra. Qed.

Lemma RatioOverArgument_same nu z : nu > -1 -> RatioOverArgument nu z = over_sq nu (z ^ 2).
Proof.
  intros Hn. unfold RatioOverArgument, over_sq, SphereMGF. replace (1 / 2 * (2 + 2 * nu)) with (nu + 1) by field.
  replace (1 / 2 * (4 + 2 * nu)) with (nu + 2) by field. replace (1 / 4 * z ^ 2) with (z ^ 2 / 4) by field.
  replace (2 * nu + 2) with (2 + 2 * nu) by ring. assert (P := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) ltac:(nra)). field. split; lra.
Qed.

Lemma ln_SphereMGF_derive h z : 0 < h -> is_derive (fun t => ln (SphereMGF h t)) z (ratio (-1 + 1 / 2 * h) z).
Proof.
  intros Hh. apply (is_derive_ext (Generating.lnM h)); [intros; symmetry; apply ln_SphereMGF|].
  replace (-1 + 1 / 2 * h) with (h / 2 - 1) by field. apply Generating.lnM_derive. lra.
Qed.

Ltac mgf := first [apply SphereMGF_positive; lra | apply Rgt_not_eq, SphereMGF_positive; lra].
Ltac closing := claim; try solve [mgf].

(** ** M and its logarithm *)
Theorem sphere_mgf_bessel_holds : sphere_mgf_bessel.
Proof.
  unfold sphere_mgf_bessel; claim.
  - apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra].
  - assert (M := Generating.mgf_bessel nu z ltac:(lra) ltac:(lra)). rewrite (Rplus_comm 1 nu), SphereMGF_same.
    replace (2 + 2 * nu) with (2 * nu + 2) by ring. exact M.
Qed.

Theorem sphere_mgf_at_least_one_holds : sphere_mgf_at_least_one.
Proof. unfold sphere_mgf_at_least_one; claim. rewrite SphereMGF_same. apply Rle_ge, Generating.mgf_at_least_one. lra. Qed.

Theorem sphere_mgf_gaussian_holds : sphere_mgf_gaussian.
Proof.
  unfold sphere_mgf_gaussian; closing. rewrite ln_SphereMGF. assert (B := Generating.lnM_gaussian (INR h) z ltac:(lra) ltac:(lra)).
  replace (1 / 2 * z ^ 2 * / INR h) with (z ^ 2 / (2 * INR h)) by (field; lra). exact B.
Qed.

Theorem sphere_mgf_derivative_holds : sphere_mgf_derivative.
Proof.
  unfold sphere_mgf_derivative; closing; assert (D := ln_SphereMGF_derive h z ltac:(lra)); [eexists; exact D|].
  derived D. rewrite IvRatio_ratio by lra. reflexivity.
Qed.

Theorem sphere_mgf_convex_holds : sphere_mgf_convex.
Proof.
  unfold sphere_mgf_convex; closing; assert (D := ln_SphereMGF_derive h z ltac:(lra));
    assert (E : is_derive_n (fun t => ln (SphereMGF h t)) 2 z (slope (-1 + 1 / 2 * h) z))
      by (apply (second_derivative _ (ratio (-1 + 1 / 2 * h))); [lra|intros; apply ln_SphereMGF_derive; lra|apply ratio_derive; lra]).
  - eexists; exact D.
  - eexists; exact E.
  - rewrite (is_derive_n_unique _ _ _ _ E). apply slope_pos; lra.
Qed.

Theorem sphere_mgf_decreasing_in_dimension_holds : sphere_mgf_decreasing_in_dimension.
Proof. unfold sphere_mgf_decreasing_in_dimension; closing. rewrite !ln_SphereMGF. apply Generating.lnM_decreasing_in_dimension; lra. Qed.

Theorem sphere_mgf_convex_in_dimension_holds : sphere_mgf_convex_in_dimension.
Proof.
  unfold sphere_mgf_convex_in_dimension; closing. rewrite !ln_SphereMGF. replace (1 / 2 * g + 1 / 2 * h) with ((g + h) / 2) by field.
  apply lnM_convex_in_dimension; lra.
Qed.

Theorem sphere_mgf_over_square_holds : sphere_mgf_over_square.
Proof. unfold sphere_mgf_over_square; closing. rewrite !ln_SphereMGF. apply Generating.lnM_over_square; lra. Qed.

Lemma root_beyond z b : b > 0 -> sqrt (z ^ 2 + b ^ 2) >= b.
Proof.
  intros Hb. assert (P := sqrt_pos (z ^ 2 + b ^ 2)). assert (S : sqrt (z ^ 2 + b ^ 2) ^ 2 = z ^ 2 + b ^ 2) by (apply sqrt_sq_eq; nra). nra.
Qed.

Theorem sphere_mgf_upper_holds : sphere_mgf_upper.
Proof.
  unfold sphere_mgf_upper; closing; assert (S := root_beyond z (1 + 1 / 2 * INR h) ltac:(lra)).
  - apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|lra].
  - rewrite ln_SphereMGF. set (a := 1 / 2 * INR h - 1). set (b := 1 + 1 / 2 * INR h) in *.
    assert (B := closed_upper a b z ltac:(lra) ltac:(unfold b; lra) ltac:(unfold a, b; lra) (INR h) ltac:(lra)).
    replace (/ INR h * (-1 + sqrt (z ^ 2 + b ^ 2) + 1 / 2 * INR h)) with ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b)) by (unfold a, b; field; lra).
    replace (-1 + 1 / 2 * INR h) with a by (unfold a; ring).
    enough (Generating.lnM (INR h) z < sqrt (z ^ 2 + b ^ 2) - b - a * ln ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b))) by (unfold b at 2 in H2; lra).
    apply B. intros t Ht. assert (U := bound_upper_origin (INR h / 2 - 1) t Ht ltac:(lra)).
    replace (INR h / 2 - 1) with a in * by (unfold a; field). replace (a + 2) with b in U by (unfold a, b; ring). exact U.
Qed.

Theorem sphere_mgf_lower_holds : sphere_mgf_lower.
Proof.
  unfold sphere_mgf_lower; closing; assert (S := root_beyond z (1 / 2 + 1 / 2 * INR h) ltac:(lra)).
  - apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|lra].
  - rewrite ln_SphereMGF. set (a := 1 / 2 * INR h - 1 / 2). set (b := 1 / 2 + 1 / 2 * INR h) in *.
    assert (B := closed_lower a b z ltac:(lra) ltac:(unfold b; lra) ltac:(unfold a, b; lra) (INR h) ltac:(lra)).
    replace (/ INR h * (-1 / 2 + sqrt (z ^ 2 + b ^ 2) + 1 / 2 * INR h)) with ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b)) by (unfold a, b; field; lra).
    replace (-1 / 2 + 1 / 2 * INR h) with a by (unfold a; field).
    enough (Generating.lnM (INR h) z > sqrt (z ^ 2 + b ^ 2) - b - a * ln ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b))) by (unfold b at 2 in H2; lra).
    apply B. intros t Ht. assert (U := bound_lower (INR h / 2 - 1) t Ht ltac:(lra)).
    replace (INR h / 2 - 1 + / 2) with a in U by (unfold a; field). replace (INR h / 2 - 1 + 3 / 2) with b in U by (unfold b; field). exact U.
Qed.

(** ** The ratio over its argument *)
Lemma over_x_value nu z : nu > -1 -> 0 < z -> RatioOverArgument nu z = / z * ratio nu z.
Proof. intros Hn Hz. rewrite RatioOverArgument_same, over_sq_ratio by lra. unfold Rdiv. ring. Qed.

Theorem bessel_ratio_over_x_holds : bessel_ratio_over_x.
Proof. unfold bessel_ratio_over_x; closing. rewrite over_x_value, IvRatio_ratio by lra. reflexivity. Qed.

Lemma RatioOverArgument_derive nu z : nu > -1 -> 0 < z -> is_derive (fun t => RatioOverArgument nu t) z (- (lag nu z / z)).
Proof.
  intros Hn Hz. apply (is_derive_ext_loc (fun t => ratio nu t / t)); [|apply over_argument; lra].
  apply near_positive; [exact Hz|]. intros t Ht. rewrite over_x_value by assumption. apply Rmult_comm.
Qed.

Theorem sphere_mgf_slope_holds : sphere_mgf_slope.
Proof.
  unfold sphere_mgf_slope; closing; assert (D := RatioOverArgument_derive nu z ltac:(lra) ltac:(lra));
    assert (E := ln_SphereMGF_derive (2 + 2 * nu) z ltac:(lra)); replace (-1 + 1 / 2 * (2 + 2 * nu)) with nu in E by field.
  - eexists; exact D.
  - eexists; exact E.
  - derived D. apply falling; lra.
  - derived E. rewrite IvRatio_ratio by lra. reflexivity.
  - derived E. rewrite over_x_value by lra. field. lra.
Qed.

Lemma over_sq_low nu v : nu > -1 -> 0 <= v -> over_sq nu v >= / (nu + 1 + sqrt (v + (nu + 1) ^ 2)).
Proof.
  intros Hnu Hv. destruct (Rle_lt_or_eq_dec 0 v Hv) as [Hv0|Hv0].
  - assert (H : 0 < sqrt v) by (apply sqrt_lt_R0, Hv0). assert (E := sqrt_sq_eq v Hv).
    assert (U := bound_lower_simple nu (sqrt v) H Hnu). unfold G in U. rewrite E in U.
    assert (O := over_sq_ratio nu ltac:(lra) (sqrt v) H). rewrite E in O. rewrite O.
    apply Rle_ge, (Rmult_le_reg_r (sqrt v)); [exact H|]. unfold Rdiv in *. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite <- Hv0. rewrite over_sq_0 by lra. rewrite Rplus_0_l, sqrt_pow2 by lra. right. f_equal. ring.
Qed.

Lemma over_sq_high nu v : nu > - / 2 -> 0 <= v -> over_sq nu v <= / (nu + / 2 + sqrt (v + (nu + / 2) ^ 2)).
Proof.
  intros Hnu Hv. destruct (Rle_lt_or_eq_dec 0 v Hv) as [Hv0|Hv0].
  - assert (H : 0 < sqrt v) by (apply sqrt_lt_R0, Hv0). assert (E := sqrt_sq_eq v Hv).
    assert (U := bound_upper nu (sqrt v) ltac:(lra) H). unfold G in U. rewrite E in U.
    assert (O := over_sq_ratio nu ltac:(lra) (sqrt v) H). rewrite E in O. rewrite O.
    apply (Rmult_le_reg_r (sqrt v)); [exact H|]. unfold Rdiv in *. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite <- Hv0. rewrite over_sq_0 by lra. rewrite Rplus_0_l, sqrt_pow2 by lra. apply Rinv_le_contravar; lra.
Qed.

Theorem bessel_ratio_over_x_bounds_holds : bessel_ratio_over_x_bounds.
Proof.
  unfold bessel_ratio_over_x_bounds; closing.
  - apply Rgt_not_eq. assert (S := root_beyond r (1 + nu) ltac:(lra)). lra.
  - apply Rgt_not_eq. assert (S := root_beyond r (1 / 2 + nu) ltac:(lra)). lra.
  - rewrite RatioOverArgument_same by lra. assert (B := over_sq_below nu ltac:(lra) (r ^ 2) ltac:(nra)). rewrite (Rplus_comm 2). exact B.
  - rewrite RatioOverArgument_same by lra. assert (B := over_sq_low nu (r ^ 2) ltac:(lra) ltac:(nra)). rewrite (Rplus_comm 1 nu). exact B.
  - rewrite RatioOverArgument_same by lra. assert (B := over_sq_high nu (r ^ 2) ltac:(lra) ltac:(nra)).
    replace (1 / 2 + nu) with (nu + / 2) by field. exact B.
Qed.

(** ** Increments *)
Theorem sphere_mgf_chord_holds : sphere_mgf_chord.
Proof.
  unfold sphere_mgf_chord; closing. rewrite !ln_SphereMGF, over_x_value by lra. assert (C := lnM_chord nu q p ltac:(lra) ltac:(lra)).
  replace (2 + 2 * nu) with (2 * nu + 2) by ring. replace (1 / 2 * q + 1 / 2 * p) with ((p + q) / 2) by field.
  replace ((1 / 2 * p ^ 2 + -1 / 2 * q ^ 2) * (/ ((p + q) / 2) * ratio nu ((p + q) / 2))) with ((p - q) * ratio nu ((p + q) / 2)) by (field; lra). lra.
Qed.

Lemma ratio_RInt nu k b : nu > -1 -> 0 < k -> 0 < b ->
  is_RInt (fun t => IvRatio nu t) (Rabs (b + -1 * k)) (b + k) (Generating.lnM (2 * nu + 2) (b + k) - Generating.lnM (2 * nu + 2) (Rabs (b + -1 * k))).
Proof.
  intros Hn Hk Hb. apply (is_RInt_ext (ratio nu)); [|apply ratio_integral, Hn].
  intros x Hx. symmetry. apply IvRatio_ratio; [exact Hn|]. assert (P := Rabs_pos (b + -1 * k)).
  assert (Q : Rabs (b + -1 * k) <= b + k) by (apply Rabs_le; lra). rewrite Rmin_left in Hx by exact Q. lra.
Qed.

Lemma within nu k b z : 0 < k -> 0 < b -> nu > -1 -> Rmin (Rabs (b + -1 * k)) (b + k) < z < Rmax (Rabs (b + -1 * k)) (b + k) -> 0 < z.
Proof.
  intros Hk Hb Hn Hz. assert (P := Rabs_pos (b + -1 * k)).
  assert (Q : Rabs (b + -1 * k) <= b + k) by (apply Rabs_le; lra). rewrite Rmin_left in Hz by exact Q. lra.
Qed.

Theorem bessel_ratio_odd_integral_holds : bessel_ratio_odd_integral.
Proof.
  unfold bessel_ratio_odd_integral; closing; assert (I := ratio_RInt nu k b ltac:(lra) ltac:(lra) ltac:(lra)).
  - intros z Hz. apply (within nu k b z); lra.
  - intros z Hz. apply besseli_neq; [lra|]. apply (within nu k b z); lra.
  - eexists; exact I.
  - rewrite (is_RInt_unique _ _ _ _ I). ratios. assert (C := lnM_increment nu k b ltac:(lra) ltac:(lra) ltac:(lra)).
    rewrite Rabs_minus_sym in C. replace (b - k) with (b + -1 * k) in C by ring. rewrite (Rplus_comm k b) in C. exact C.
Qed.

Theorem sphere_mgf_increment_holds : sphere_mgf_increment.
Proof.
  unfold sphere_mgf_increment; closing; set (nu := -1 + 1 / 2 * INR h) in *; assert (Hn : nu >= 0) by (unfold nu; lra);
    assert (I := ratio_RInt nu k b ltac:(lra) ltac:(lra) ltac:(lra));
    assert (C := lnM_increment nu k b ltac:(lra) ltac:(lra) ltac:(lra));
    replace (2 * nu + 2) with (INR h) in * by (unfold nu; field).
  - intros z Hz. apply (within nu k b z); lra.
  - intros z Hz. apply besseli_neq; [lra|]. apply (within nu k b z); lra.
  - eexists; exact I.
  - rewrite !ln_SphereMGF. replace (k + -1 * b) with (k - b) by ring. rewrite <- lnM_abs with (z := k - b).
    rewrite (Rplus_comm b k). assert (U := bound_upper_one nu k ltac:(lra) ltac:(lra)). nra.
  - rewrite !ln_SphereMGF. replace (k + -1 * b) with (k - b) by ring. rewrite <- lnM_abs with (z := k - b).
    rewrite (Rplus_comm b k). ratios. lra.
  - rewrite (is_RInt_unique _ _ _ _ I), !ln_SphereMGF. replace (k + -1 * b) with (- (b + -1 * k)) by ring. rewrite lnM_even, lnM_abs. ring.
Qed.

(** ** The exponent of the overlap argument *)
Lemma over_square_zero h z l : h > 0 -> z > 0 -> 0 <= l <= 1 -> Generating.lnM h (l * z) >= l ^ 2 * Generating.lnM h z.
Proof.
  intros Hh Hz [[Hl|Hl] H1]; [apply Generating.lnM_over_square; lra|]. subst l. rewrite Rmult_0_l, Generating.lnM_0 by lra. lra.
Qed.

Theorem thm_1_overlap_psi_holds : thm_1_overlap_psi.
Proof.
  unfold thm_1_overlap_psi; closing. rewrite !ln_SphereMGF. assert (B := over_square_zero (INR h) beta c ltac:(lra) ltac:(lra) ltac:(lra)). nra.
Qed.

Theorem thm_1_overlap_condition_holds : thm_1_overlap_condition.
Proof.
  unfold thm_1_overlap_condition; closing. match goal with H : 2 * ln _ <= beta |- _ => rewrite ln_SphereMGF in H end.
  rewrite !ln_SphereMGF. assert (B := over_square_zero (INR h) beta c ltac:(lra) ltac:(lra) ltac:(lra)).
  assert (0 <= c ^ 2 <= 1) by nra. nra.
Qed.

Theorem thm_1_overlap_range_holds : thm_1_overlap_range.
Proof.
  unfold thm_1_overlap_range; closing. rewrite ln_SphereMGF. assert (B := Generating.lnM_gaussian (INR h) beta ltac:(lra) ltac:(lra)).
  assert (beta ^ 2 / (2 * INR h) <= beta / 2); [|lra].
  apply (Rmult_le_reg_r (2 * INR h)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

Theorem thm_3_free_exponent_holds : thm_3_free_exponent.
Proof.
  unfold thm_3_free_exponent; closing. match goal with H : 2 * ln _ <= _ |- _ => rewrite ln_SphereMGF in H end. rewrite !ln_SphereMGF.
  assert (B := over_square_zero (-2 + INR h) beta c ltac:(lra) ltac:(lra) ltac:(lra)). assert (0 <= c ^ 2 <= 1) by nra. nra.
Qed.

Theorem thm_3_free_range_holds : thm_3_free_range.
Proof.
  unfold thm_3_free_range; closing. rewrite ln_SphereMGF. assert (B := Generating.lnM_gaussian (-2 + INR h) beta ltac:(lra) ltac:(lra)).
  assert (beta ^ 2 / (2 * (-2 + INR h)) <= beta * (1 + -1 * rho) / 2); [|lra].
  apply (Rmult_le_reg_r (2 * (-2 + INR h))); [lra|]. unfold Rdiv at 1. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

(** Where the threshold of the collapse lies. *)
Theorem thm_3_free_bracket_holds : thm_3_free_bracket.
Proof.
  unfold thm_3_free_bracket; claim; set (c := -2 + INR h) in *; assert (Hc : c >= 2) by (unfold c; lra).
  - apply besseli_neq; [lra|]. apply Rmult_lt_0_compat; lra.
  - repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra.
  - apply besseli_neq; [lra|]. repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra.
  - assert (Hz : 0 < (1 + -1 * rho) * c) by (apply Rmult_lt_0_compat; lra). rewrite IvRatio_ratio by lra.
    assert (B := bound_upper_linear (-2 + 1 / 2 * INR h) ((1 + -1 * rho) * c) ltac:(lra) ltac:(lra)).
    replace ((1 + -1 * rho) * c / (2 * (-2 + 1 / 2 * INR h) + 2)) with (1 + -1 * rho) in B by (unfold c; field; unfold c in Hc; lra). exact B.
  - set (z := / rho * / (2 + -1 * rho) * (1 + -1 * rho) * c).
    assert (Hz : 0 < z) by (unfold z; repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; lra). rewrite IvRatio_ratio by lra.
    assert (B := bound_lower_simple (-2 + 1 / 2 * INR h) z ltac:(lra) ltac:(lra)). unfold G in B.
    replace (-2 + 1 / 2 * INR h + 1) with (c / 2) in B by (unfold c; field).
    assert (E : sqrt (z ^ 2 + (c / 2) ^ 2) <= z / (1 - rho) - c / 2).
    { assert (Hd : z / (1 - rho) = c / (rho * (2 - rho))) by (unfold z; field; lra).
      assert (Hq : 0 < rho * (2 - rho) <= 1) by nra.
      assert (Hge : c <= z / (1 - rho)). { rewrite Hd. apply (Rmult_le_reg_r (rho * (2 - rho))); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra. }
      apply Rsqr_incr_0_var; [|lra]. unfold Rsqr. rewrite sqrt_sqrt by nra.
      replace ((z / (1 - rho) - c / 2) * (z / (1 - rho) - c / 2)) with ((z / (1 - rho)) ^ 2 - z / (1 - rho) * c + (c / 2) ^ 2) by (field; lra).
      apply Rplus_le_compat_r. rewrite Hd. replace z with (c * (1 - rho) / (rho * (2 - rho))) by (unfold z; field; lra).
      apply (Rmult_le_reg_r ((rho * (2 - rho)) ^ 2)); [apply pow_lt; lra|].
      replace ((c * (1 - rho) / (rho * (2 - rho))) ^ 2 * (rho * (2 - rho)) ^ 2) with (c ^ 2 * (1 - rho) ^ 2) by (field; lra).
      replace (((c / (rho * (2 - rho))) ^ 2 - c / (rho * (2 - rho)) * c) * (rho * (2 - rho)) ^ 2) with (c ^ 2 * (1 - rho * (2 - rho))) by (field; lra).
      right. ring. }
    eapply Rgt_ge_trans; [exact B|]. apply Rle_ge. assert (P := sqrt_pos (z ^ 2 + (c / 2) ^ 2)).
    apply (Rmult_le_reg_r (c / 2 + sqrt (z ^ 2 + (c / 2) ^ 2))); [lra|].
    unfold Rdiv at 3. rewrite (Rmult_assoc z), Rinv_l by lra.
    assert ((1 + -1 * rho) * (z / (1 - rho)) = z) by (field; lra). nra.
Qed.
