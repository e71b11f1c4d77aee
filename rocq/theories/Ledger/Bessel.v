(** * The Bessel chapter of the ledger: each generated statement from the theorems of [Bessel] *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Ratio Bessel.Barrier Bessel.Amos Bessel.Shape.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements.
Open Scope R_scope.

(** ** The symbols of the ledger in terms of the library *)
Lemma IvRatio_ratio nu z : nu > -1 -> 0 < z -> IvRatio nu z = ratio nu z.
Proof. intros Hn Hz. rewrite <- ratio_besseli by lra. unfold IvRatio. rewrite (Rplus_comm 1 nu). unfold Rdiv. ring. Qed.

Lemma besseli_neq nu z : nu > -1 -> 0 < z -> besseli nu z <> 0.
Proof. intros Hn Hz. apply Rgt_not_eq, besseli_pos; lra. Qed.

Lemma near_positive (P : R -> Prop) z : 0 < z -> (forall t, 0 < t -> P t) -> locally z P.
Proof.
  intros Hz H. exists (mkposreal z Hz). intros t Ht. apply H.
  unfold ball in Ht; simpl in Ht; unfold AbsRing_ball, abs, minus, plus, opp in Ht; simpl in Ht. apply Rabs_def2 in Ht. lra.
Qed.

Lemma IvRatio_derive nu z : nu > -1 -> 0 < z -> is_derive (fun t => IvRatio nu t) z (slope nu z).
Proof.
  intros Hn Hz. apply (is_derive_ext_loc (ratio nu)); [|apply ratio_derive; lra].
  apply near_positive; [exact Hz|]. intros t Ht. symmetry. apply IvRatio_ratio; assumption.
Qed.

Lemma is_derive_at (f : R -> R) z l l' : is_derive f z l -> l = l' -> is_derive f z l'.
Proof. intros H <-. exact H. Qed.

(** ** Tactics *)
Ltac side := first [assumption | lra | nra | apply besseli_neq; lra | apply Rgt_not_eq; lra | apply Rgt_not_eq; nra].
Ltac claim := intros; repeat match goal with |- _ /\ _ => split end; try solve [side].
Ltac ratios := repeat rewrite IvRatio_ratio by lra.
Ltac eqs := first [reflexivity | lra | ring | solve [field; repeat split; side]
  | solve [unfold G, Rdiv; repeat (f_equal; try solve [lra | ring | field])]].
Ltac same H := match type of H with
  | ?c > ?d => match goal with |- ?a > ?b => replace a with c by eqs; replace b with d by eqs; exact H end
  | ?c < ?d => match goal with |- ?a < ?b => replace a with c by eqs; replace b with d by eqs; exact H end
  | ?c >= ?d => match goal with |- ?a >= ?b => replace a with c by eqs; replace b with d by eqs; exact H end
  | ?c <= ?d => match goal with |- ?a <= ?b => replace a with c by eqs; replace b with d by eqs; exact H end
  end.
(** Replace a derivative in the goal by the value that is known. *)
Ltac derived D := match type of D with is_derive ?f ?z ?l =>
  match goal with |- context [Derive ?g z] => replace (Derive g z) with l by (symmetry; exact (is_derive_unique f z l D)) end end.
(** [a + sqrt (z^2 + b^2) <> 0] for a + |b| > 0, and what is like it. *)
Ltac root_neq := apply Rgt_not_eq; match goal with |- ?e > 0 => match e with context [sqrt ?x] =>
  let P := fresh in let S := fresh in assert (P := sqrt_pos x); assert (S : sqrt x ^ 2 = x) by (apply sqrt_sq_eq; nra); nra end end.

(** ** I_nu *)
Theorem bessel_recurrence_holds : bessel_recurrence.
Proof.
  unfold bessel_recurrence; claim. assert (X := besseli_recurrence nu z ltac:(lra)).
  replace (1 + nu) with (nu + 1) by ring. replace (-1 + nu) with (nu - 1) by ring. unfold Rdiv in X. lra.
Qed.

Theorem bessel_derivative_holds : bessel_derivative.
Proof.
  unfold bessel_derivative; claim; assert (X := besseli_derive nu z ltac:(lra)); [eexists; exact X|].
  derived X. rewrite (Rplus_comm 1 nu). unfold Rdiv. ring.
Qed.

Theorem bessel_positive_holds : bessel_positive.
Proof. unfold bessel_positive; claim. apply besseli_pos; lra. Qed.

Theorem bessel_hypergeometric_holds : bessel_hypergeometric.
Proof.
  unfold bessel_hypergeometric; claim.
  - apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra].
  - assert (M := Generating.mgf_bessel nu z ltac:(lra) ltac:(lra)). rewrite (Rplus_comm 1 nu). unfold Rdiv in M. rewrite M.
    unfold Generating.SphereMGF. f_equal; field.
Qed.

(** ** The ratio and its bounds *)
Theorem bessel_ratio_riccati_holds : bessel_ratio_riccati.
Proof.
  unfold bessel_ratio_riccati; claim; assert (D := IvRatio_derive nu z ltac:(lra) ltac:(lra)); [eexists; exact D|].
  derived D. ratios. unfold slope, Rdiv. ring.
Qed.

Theorem bessel_ratio_positive_holds : bessel_ratio_positive.
Proof. unfold bessel_ratio_positive; claim. ratios. apply ratio_positive; lra. Qed.

Theorem bessel_ratio_start_holds : bessel_ratio_start.
Proof. unfold bessel_ratio_start; claim. ratios. assert (B := ratio_start nu ltac:(lra) z ltac:(lra)). same B. Qed.

Theorem bessel_ratio_lower_simple_holds : bessel_ratio_lower_simple.
Proof. unfold bessel_ratio_lower_simple; claim; [root_neq|]. ratios. assert (B := bound_lower_simple nu z ltac:(lra) ltac:(lra)). same B. Qed.

Theorem bessel_ratio_lower_holds : bessel_ratio_lower.
Proof. unfold bessel_ratio_lower; claim; [root_neq|]. ratios. assert (B := bound_lower nu z ltac:(lra) ltac:(lra)). same B. Qed.

Theorem bessel_ratio_lower_rational_holds : bessel_ratio_lower_rational.
Proof.
  unfold bessel_ratio_lower_rational; claim; assert (0 < z ^ 2 * / (4 + 2 * nu)) by (apply Rmult_lt_0_compat; [nra|apply Rinv_0_lt_compat; lra]).
  - apply Rgt_not_eq. lra.
  - ratios. assert (B := bound_lower_rational nu z ltac:(lra) ltac:(lra)).
    replace (2 * nu + 4) with (4 + 2 * nu) in B by ring. unfold Rdiv in B. same B.
Qed.

Theorem bessel_ratio_lower_linear_holds : bessel_ratio_lower_linear.
Proof. unfold bessel_ratio_lower_linear; claim. ratios. assert (B := bound_lower_linear nu z ltac:(lra) ltac:(lra)). same B. Qed.

Theorem bessel_ratio_upper_linear_holds : bessel_ratio_upper_linear.
Proof. unfold bessel_ratio_upper_linear; claim. ratios. assert (B := bound_upper_linear nu z ltac:(lra) ltac:(lra)). same B. Qed.

Theorem bessel_ratio_upper_one_holds : bessel_ratio_upper_one.
Proof. unfold bessel_ratio_upper_one; claim. ratios. apply bound_upper_one; lra. Qed.

Theorem bessel_ratio_upper_holds : bessel_ratio_upper.
Proof. unfold bessel_ratio_upper; claim; [root_neq|]. ratios. assert (B := bound_upper nu z ltac:(lra) ltac:(lra)). same B. Qed.

Lemma origin_neq nu z : nu > -1 -> 0 < z -> nu + sqrt (z ^ 2 + (2 + nu) ^ 2) > 0.
Proof.
  intros Hn Hz. assert (P := sqrt_pos (z ^ 2 + (2 + nu) ^ 2)).
  assert (S : sqrt (z ^ 2 + (2 + nu) ^ 2) ^ 2 = z ^ 2 + (2 + nu) ^ 2) by (apply sqrt_sq_eq; nra). nra.
Qed.

Theorem bessel_ratio_upper_origin_holds : bessel_ratio_upper_origin.
Proof.
  unfold bessel_ratio_upper_origin; claim; [apply Rgt_not_eq, origin_neq; lra|].
  ratios. assert (B := bound_upper_origin nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Lemma order_neq nu z : 0 < z -> nu + sqrt (nu ^ 2 + z ^ 2) > 0.
Proof.
  intros Hz. assert (P : 0 < sqrt (nu ^ 2 + z ^ 2)) by (apply sqrt_lt_R0; nra).
  assert (S : sqrt (nu ^ 2 + z ^ 2) ^ 2 = nu ^ 2 + z ^ 2) by (apply sqrt_sq_eq; nra). nra.
Qed.

Theorem bessel_ratio_upper_order_holds : bessel_ratio_upper_order.
Proof.
  unfold bessel_ratio_upper_order; claim; [apply Rgt_not_eq, order_neq; lra|].
  ratios. assert (B := bound_upper_order nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Theorem bessel_ratio_upper_geometric_holds : bessel_ratio_upper_geometric.
Proof.
  unfold bessel_ratio_upper_geometric; claim.
  - apply Rgt_not_eq. assert (0 < sqrt (z ^ 2 + (1 / 2 + nu) * (3 / 2 + nu))) by (apply sqrt_lt_R0; nra). lra.
  - ratios. assert (B := bound_upper_geometric_half nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Theorem bessel_ratio_range_holds : bessel_ratio_range.
Proof. unfold bessel_ratio_range; claim; ratios; [apply ratio_positive; lra|apply bound_upper_one; lra]. Qed.

Theorem bessel_ratio_amos_holds : bessel_ratio_amos.
Proof.
  unfold bessel_ratio_amos; claim; try solve [root_neq]; ratios.
  - assert (B := bound_lower nu z ltac:(lra) ltac:(lra)). same B.
  - assert (B := bound_upper nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Theorem bessel_ratio_amos_simple_holds : bessel_ratio_amos_simple.
Proof.
  unfold bessel_ratio_amos_simple; claim; try solve [root_neq]; ratios.
  - assert (B := bound_upper_linear nu z ltac:(lra) ltac:(lra)). same B.
  - assert (B := bound_lower_simple nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Theorem bessel_ratio_asymptotic_holds : bessel_ratio_asymptotic.
Proof.
  unfold bessel_ratio_asymptotic; claim; ratios.
  - assert (B := ratio_start nu ltac:(lra) z ltac:(lra)). same B.
  - assert (B := far_below nu z ltac:(lra) ltac:(lra)). same B.
  - assert (B := far_above nu z ltac:(lra) ltac:(lra)). same B.
  - assert (B := near_below nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Theorem bessel_ratio_limit_infinity_holds : bessel_ratio_limit_infinity.
Proof.
  unfold bessel_ratio_limit_infinity; claim; ratios.
  - assert (B := bound_upper_one nu z ltac:(lra) ltac:(lra)). lra.
  - assert (B := bound_lower nu z ltac:(lra) ltac:(lra)). set (b := nu + 3 / 2) in *. unfold G in B.
    assert (S : sqrt (z ^ 2 + b ^ 2) <= z + b).
    { assert (P := sqrt_pos (z ^ 2 + b ^ 2)). assert (Q : sqrt (z ^ 2 + b ^ 2) ^ 2 = z ^ 2 + b ^ 2) by (apply sqrt_sq_eq; nra). assert (b > 0) by (unfold b; lra). nra. }
    assert (P : 0 < sqrt (z ^ 2 + b ^ 2)) by (apply sqrt_lt_R0; nra).
    assert (H3 : z / (nu + / 2 + sqrt (z ^ 2 + b ^ 2)) >= z / (z + (2 * nu + 2))).
    { apply Rle_ge. unfold Rdiv. apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; [lra|unfold b in *; lra]. }
    assert (H4 : z / (z + (2 * nu + 2)) = 1 - (2 * nu + 2) / (z + (2 * nu + 2))) by (field; lra).
    assert (H5 : (2 * nu + 2) / (z + (2 * nu + 2)) < epsilon); [|lra].
    apply (Rmult_lt_reg_r (z + (2 * nu + 2))); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra.
    match goal with Hz : z > _ |- _ => apply (Rmult_lt_compat_l epsilon) in Hz; [|lra];
      replace (epsilon * (/ epsilon * (2 + 2 * nu))) with (2 + 2 * nu) in Hz by (field; lra) end. nra.
Qed.

Theorem bessel_ratio_limit_zero_holds : bessel_ratio_limit_zero.
Proof.
  unfold bessel_ratio_limit_zero; claim; ratios.
  - assert (B := ratio_start nu ltac:(lra) z ltac:(lra)). apply (Rmult_le_compat_l (/ z)) in B; [|apply Rlt_le, Rinv_0_lt_compat; lra].
    replace (/ z * (z / (2 * nu + 2))) with (/ (2 + 2 * nu)) in B by (field; lra). lra.
  - assert (B := near_below nu z ltac:(lra) ltac:(lra)). apply Rge_le, (Rmult_le_compat_l (/ z)) in B; [|apply Rlt_le, Rinv_0_lt_compat; lra].
    replace (/ z * (- (z ^ 3 / ((2 * nu + 2) ^ 2 * (2 * nu + 4))) + z / (2 * nu + 2)))
      with (/ (2 + 2 * nu) + - (z ^ 2 / ((2 * nu + 2) ^ 2 * (2 * nu + 4)))) in B by (field; lra).
    assert (z ^ 2 / ((2 * nu + 2) ^ 2 * (2 * nu + 4)) < epsilon); [|lra].
    assert (D : 0 < (2 * nu + 2) ^ 2 * (2 * nu + 4)) by (apply Rmult_lt_0_compat; [apply pow_lt; lra|lra]).
    apply (Rmult_lt_reg_r ((2 * nu + 2) ^ 2 * (2 * nu + 4))); [exact D|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    assert (S1 := sqrt_sq_eq epsilon ltac:(lra)). assert (S2 := sqrt_sq_eq (4 + 2 * nu) ltac:(lra)).
    replace (epsilon * ((2 * nu + 2) ^ 2 * (2 * nu + 4))) with ((sqrt epsilon * sqrt (4 + 2 * nu) * (2 + 2 * nu)) ^ 2)
      by (rewrite !Rpow_mult_distr, S1, S2; ring).
    simpl; rewrite !Rmult_1_r; apply Rmult_le_0_lt_compat; lra.
Qed.

Theorem bessel_ratio_decreasing_in_order_holds : bessel_ratio_decreasing_in_order.
Proof. unfold bessel_ratio_decreasing_in_order; claim. ratios. apply ratio_decreasing_in_order; lra. Qed.

(** ** The shape of the ratio *)
Theorem bessel_ratio_increasing_holds : bessel_ratio_increasing.
Proof.
  unfold bessel_ratio_increasing; claim; assert (D := IvRatio_derive nu z ltac:(lra) ltac:(lra)); [eexists; exact D|].
  derived D. apply slope_pos; lra.
Qed.

Lemma over_x_derive nu z : nu > -1 -> 0 < z -> is_derive (fun t => / t * IvRatio nu t) z (- (lag nu z / z)).
Proof.
  intros Hn Hz. apply (is_derive_ext_loc (fun t => ratio nu t / t)); [|apply over_argument; lra].
  apply near_positive; [exact Hz|]. intros t Ht. rewrite IvRatio_ratio by assumption. apply Rmult_comm.
Qed.

Lemma over_x_below nu z : nu > -1 -> 0 < z -> / z * ratio nu z < / (2 + 2 * nu).
Proof.
  intros Hn Hz. assert (B := bound_upper_linear nu z ltac:(lra) ltac:(lra)).
  apply (Rmult_lt_compat_l (/ z)) in B; [|apply Rinv_0_lt_compat; lra].
  replace (/ z * (z / (2 * nu + 2))) with (/ (2 + 2 * nu)) in B by (field; lra). exact B.
Qed.

Lemma falling nu z : nu > -1 -> 0 < z -> - (lag nu z / z) < 0.
Proof. intros Hn Hz. assert (0 < lag nu z / z) by (apply Rdiv_lt_0_compat; [apply lag_pos; lra|lra]). lra. Qed.

Theorem bessel_ratio_over_x_decreasing_holds : bessel_ratio_over_x_decreasing.
Proof.
  unfold bessel_ratio_over_x_decreasing; claim; assert (D := over_x_derive nu z ltac:(lra) ltac:(lra)); try (eexists; exact D).
  - derived D. apply falling; lra.
  - ratios. apply over_x_below; lra.
Qed.

Theorem bessel_ratio_slope_holds : bessel_ratio_slope.
Proof.
  unfold bessel_ratio_slope; claim; assert (D := IvRatio_derive nu z ltac:(lra) ltac:(lra)); try (eexists; exact D);
    try derived D; ratios; try (apply slope_pos; lra); try (apply over_x_below; lra).
  assert (L := lag_pos nu z ltac:(lra) ltac:(lra)). rewrite slope_ratio_lag by lra. unfold Rdiv. lra.
Qed.

Lemma second_derivative (f : R -> R) (f' : R -> R) z l : 0 < z -> (forall t, 0 < t -> is_derive f t (f' t)) -> is_derive f' z l ->
  is_derive_n f 2 z l.
Proof.
  intros Hz D E. change (is_derive (Derive_n f 1) z l). apply (is_derive_ext_loc f'); [|exact E].
  apply near_positive; [exact Hz|]. intros t Ht. symmetry. apply is_derive_unique, D, Ht.
Qed.

Lemma IvRatio_second nu z : nu > -1 -> 0 < z -> is_derive_n (fun t => IvRatio nu t) 2 z
  (- 2 * ratio nu z * slope nu z - (2 * nu + 1) / z * slope nu z + (2 * nu + 1) / z ^ 2 * ratio nu z).
Proof.
  intros Hn Hz. apply (second_derivative _ (slope nu)); [exact Hz| |apply curvature; lra].
  intros t Ht. apply IvRatio_derive; assumption.
Qed.

Theorem bessel_ratio_concave_holds : bessel_ratio_concave.
Proof.
  unfold bessel_ratio_concave; claim; assert (D := IvRatio_derive nu z ltac:(lra) ltac:(lra)); assert (E := IvRatio_second nu z ltac:(lra) ltac:(lra)).
  - eexists; exact D.
  - eexists; exact E.
  - rewrite (is_derive_n_unique _ _ _ _ E). apply concave; lra.
Qed.

Lemma convexity nu z : nu > -1 -> 0 < z -> exists l, l > 0 /\
  is_derive (fun t => / t * Derive (fun t => / t * IvRatio nu t) t) z l.
Proof.
  intros Hn Hz. exists (((2 * nu + 4 + 2 * z * ratio nu z) * lag nu z - 2 * ratio nu z ^ 2) / z ^ 3). split.
  - assert (C := convex_in_square nu z Hn ltac:(lra)). apply Rdiv_lt_0_compat; [lra|apply pow_lt, Hz].
  - apply (is_derive_ext_loc (fun t => - (lag nu t / t ^ 2))).
    + apply near_positive; [exact Hz|]. intros t Ht. assert (X := over_x_derive nu t Hn Ht). derived X. change (- (lag nu t / t ^ 2) = / t * - (lag nu t / t)). field. lra.
    + assert (D := lag_derive nu z Hn ltac:(lra)). auto_derive; [split; [eexists; exact D|split; [nra|trivial]]|].
      replace (Derive (fun x => lag nu x) z) with (2 * ratio nu z ^ 2 / z - 2 * ratio nu z * lag nu z - (2 * nu + 2) / z * lag nu z)
        by (symmetry; apply is_derive_unique, D). field. lra.
Qed.

Theorem bessel_ratio_over_x_convex_holds : bessel_ratio_over_x_convex.
Proof.
  unfold bessel_ratio_over_x_convex; claim; assert (D := over_x_derive nu z ltac:(lra) ltac:(lra));
    destruct (convexity nu z ltac:(lra) ltac:(lra)) as (l & Hl & E).
  - eexists; exact D.
  - eexists; exact E.
  - derived D. apply falling; lra.
  - derived E. exact Hl.
Qed.

Theorem bessel_ratio_over_x_convex_algebraic_holds : bessel_ratio_over_x_convex_algebraic.
Proof.
  unfold bessel_ratio_over_x_convex_algebraic; claim. ratios. assert (C := convex_in_square nu z ltac:(lra) ltac:(lra)).
  unfold lag in C. same C.
Qed.

(** ** Turan *)
Lemma neighbours nu z : nu > -1 -> 0 < z ->
  besseli nu z ^ 2 + -1 * besseli (1 + nu) z * besseli (-1 + nu) z = turan nu z * besseli nu z ^ 2.
Proof.
  intros Hn Hz. assert (R := besseli_recurrence nu z ltac:(lra)). assert (N := besseli_neq nu z Hn Hz).
  replace (-1 + nu) with (nu - 1) by ring. rewrite (Rplus_comm 1 nu). unfold turan. rewrite <- ratio_besseli by lra.
  replace (besseli (nu - 1) z) with (besseli (nu + 1) z + 2 * nu / z * besseli nu z) by lra. field. split; lra.
Qed.

Lemma square_neq x : x <> 0 -> x ^ 2 <> 0.
Proof. intros H. apply pow_nonzero, H. Qed.

Lemma turan_quotient nu z : nu > -1 -> 0 < z ->
  / besseli nu z ^ 2 * (besseli nu z ^ 2 + -1 * besseli (1 + nu) z * besseli (-1 + nu) z) = turan nu z.
Proof. intros Hn Hz. rewrite neighbours by assumption. assert (N := besseli_neq nu z Hn Hz). field. exact N. Qed.

Theorem bessel_turan_ratio_holds : bessel_turan_ratio.
Proof. unfold bessel_turan_ratio; claim. rewrite turan_quotient by lra. ratios. unfold turan, Rdiv. ring. Qed.

Theorem bessel_turan_holds : bessel_turan.
Proof.
  unfold bessel_turan; claim; rewrite neighbours by lra; assert (P := besseli_pos nu z ltac:(lra)).
  - apply Rmult_lt_0_compat; [apply turan_pos; lra|apply pow_lt, P].
  - rewrite (Rplus_comm 1 nu). apply Rmult_le_compat_r; [apply pow2_ge_0|apply turan_above; lra].
Qed.

Theorem bessel_turan_lower_holds : bessel_turan_lower.
Proof.
  unfold bessel_turan_lower; claim; [root_neq|]. rewrite turan_quotient by lra. assert (B := turan_lower nu z ltac:(lra) ltac:(lra)). same B.
Qed.

Theorem bessel_turan_log_concave_holds : bessel_turan_log_concave.
Proof.
  unfold bessel_turan_log_concave; claim. ratios. assert (B := bound_log_concave nu z ltac:(lra) ltac:(lra)).
  replace (z ^ 2 + (nu ^ 2 - / 4)) with (-1 / 4 + nu ^ 2 + z ^ 2) in B by field. same B.
Qed.

Theorem bessel_turan_upper_holds : bessel_turan_upper.
Proof.
  unfold bessel_turan_upper; claim. rewrite turan_quotient by lra. assert (B := turan_upper nu z ltac:(lra) ltac:(lra)).
  replace (z ^ 2 + (nu ^ 2 - / 4)) with (-1 / 4 + nu ^ 2 + z ^ 2) in B by field. same B.
Qed.

Lemma log_root_derive nu z : nu > -1 -> 0 < z -> is_derive (fun t => ln (sqrt t * besseli nu t)) z ((nu + / 2) / z + ratio nu z).
Proof.
  intros Hn Hz. assert (D := besseli_derive nu z ltac:(lra)). assert (P := besseli_pos nu z ltac:(lra)).
  assert (Q : 0 < sqrt z) by (apply sqrt_lt_R0, Hz). assert (S := sqrt_sq_eq z ltac:(lra)).
  auto_derive.
  - repeat split; try lra; [eexists; exact D|apply Rmult_lt_0_compat; lra].
  - replace (Derive (fun x => besseli nu x) z) with (besseli (nu + 1) z + nu / z * besseli nu z) by (symmetry; apply is_derive_unique, D).
    rewrite <- ratio_besseli by lra. rewrite <- S at 3 5. field_simplify_eq; [|repeat split; lra].
    replace (sqrt z ^ 3) with (sqrt z * sqrt z ^ 2) by ring. rewrite ?S. ring_simplify. 
    try replace (sqrt z ^ 4) with (z ^ 2) by (replace (sqrt z ^ 4) with ((sqrt z ^ 2) ^ 2) by ring; rewrite S; reflexivity). ring.
Qed.

Theorem bessel_log_concave_holds : bessel_log_concave.
Proof.
  unfold bessel_log_concave; claim; assert (D := log_root_derive nu z ltac:(lra) ltac:(lra)).
  - apply Rmult_lt_0_compat; [apply sqrt_lt_R0; lra|apply besseli_pos; lra].
  - eexists; exact D.
  - eexists. apply (second_derivative _ (fun t => (nu + / 2) / t + ratio nu t)); [lra|intros; apply log_root_derive; lra|].
    auto_derive; [slopes|]. reflexivity.
  - assert (E : is_derive_n (fun t => ln (sqrt t * besseli nu t)) 2 z (- ((nu + / 2) / z ^ 2) + slope nu z)).
    { apply (second_derivative _ (fun t => (nu + / 2) / t + ratio nu t)); [lra|intros; apply log_root_derive; lra|].
      auto_derive; [slopes|]. rewrite Derive_ratio by lra. field. lra. }
    rewrite (is_derive_n_unique _ _ _ _ E). assert (B := bound_log_concave nu z ltac:(lra) ltac:(lra)).
    assert (P := ratio_positive nu ltac:(lra) z ltac:(lra)). set (T := sqrt (z ^ 2 + (nu ^ 2 - / 4))) in *.
    assert (S : T ^ 2 = z ^ 2 + (nu ^ 2 - / 4)) by (apply sqrt_sq_eq; nra). assert (Q := sqrt_pos (z ^ 2 + (nu ^ 2 - / 4))). fold T in Q.
    assert (K : z * ratio nu z + (nu + / 2) >= T).
    { apply Rge_le, (Rmult_le_compat_l z) in B; [|lra]. replace (z * ((T - (nu + / 2)) / z)) with (T - (nu + / 2)) in B by (field; lra). lra. }
    assert (K2 : (z * ratio nu z + (nu + / 2)) ^ 2 >= z ^ 2 + (nu ^ 2 - / 4)) by (rewrite <- S; nra).
    apply (Rmult_le_reg_r (z ^ 2)); [apply pow_lt; lra|]. rewrite Rmult_0_l. unfold slope.
    replace ((- ((nu + / 2) / z ^ 2) + (1 - ratio nu z ^ 2 - (2 * nu + 1) / z * ratio nu z)) * z ^ 2)
      with (z ^ 2 + (nu ^ 2 - / 4) - (z * ratio nu z + (nu + / 2)) ^ 2) by (field; lra). lra.
Qed.

Theorem bessel_log_derivative_increasing_holds : bessel_log_derivative_increasing.
Proof.
  unfold bessel_log_derivative_increasing; claim.
  - eexists. apply besseli_derive. lra.
  - assert (E : is_derive (fun t => nu + t * ratio nu t) z (ratio nu z + z * slope nu z)).
    { auto_derive; [slopes|]. rewrite Derive_ratio by lra. ring. }
    eexists. apply (is_derive_ext_loc (fun t => nu + t * ratio nu t)); [|exact E].
    apply near_positive; [lra|]. intros t Ht. assert (X := besseli_derive nu t ltac:(lra)). derived X.
    assert (N := besseli_neq nu t ltac:(lra) Ht). rewrite <- ratio_besseli by lra.
    change (nu + t * (besseli (nu + 1) t / besseli nu t) = t * / besseli nu t * (besseli (nu + 1) t + nu / t * besseli nu t)). field. split; lra.
  - assert (E : is_derive (fun t => t * / besseli nu t * Derive (fun t => besseli nu t) t) z (ratio nu z + z * slope nu z)).
    { apply (is_derive_ext_loc (fun t => nu + t * ratio nu t)).
      - apply near_positive; [lra|]. intros t Ht. assert (X := besseli_derive nu t ltac:(lra)). derived X.
        assert (N := besseli_neq nu t ltac:(lra) Ht). rewrite <- ratio_besseli by lra.
        change (nu + t * (besseli (nu + 1) t / besseli nu t) = t * / besseli nu t * (besseli (nu + 1) t + nu / t * besseli nu t)). field. split; lra.
      - auto_derive; [slopes|]. rewrite Derive_ratio by lra. ring. }
    derived E. replace (ratio nu z + z * slope nu z) with (z * turan nu z) by (unfold slope, turan; field; lra).
    apply Rmult_lt_0_compat; [lra|apply turan_pos; lra].
Qed.

Theorem bessel_ratio_odd_holds : bessel_ratio_odd.
Proof.
  unfold bessel_ratio_odd; claim; assert (P := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) ltac:(nra));
    replace (z ^ 2 / 4) with (1 / 4 * z ^ 2) in P by field; rewrite (Rplus_comm nu 1) in P.
  - lra.
  - ratios. unfold ratio, OddRatio. replace (z ^ 2 / 4) with (1 / 4 * z ^ 2) by field.
    replace (nu + 1) with (1 + nu) by ring. replace (nu + 2) with (2 + nu) by ring. replace (2 * nu + 2) with (2 + 2 * nu) by ring. unfold Rdiv. ring.
  - unfold OddRatio. replace ((-1 * z) ^ 2) with (z ^ 2) by ring. ring.
Qed.

(** ** Far out *)
Lemma far_complement nu z : nu > -1 -> 0 < z -> 1 - ratio nu z < (nu + 1) / z.
Proof.
  intros Hn Hz. assert (B := bound_lower_simple nu z ltac:(lra) Hn). unfold G in B. set (c := nu + 1) in *.
  assert (S := root_square c z). assert (P := root_pos c z ltac:(lra)). set (s := sqrt (z ^ 2 + c ^ 2)) in *.
  assert (Hc : 0 < c) by (unfold c; lra). assert (Hs : s > z) by nra.
  enough (1 - z / (c + s) <= c / z) by lra.
  apply (Rmult_le_reg_r (z * (c + s))); [nra|].
  replace ((1 - z / (c + s)) * (z * (c + s))) with (z * (c + s) - z ^ 2) by (field; lra).
  replace (c / z * (z * (c + s))) with (c * (c + s)) by (field; lra). assert (0 < (s + c) * (s - z)) by (apply Rmult_lt_0_compat; lra). nra.
Qed.

Lemma far_slope nu z : nu >= - / 2 -> 0 < z -> slope nu z < (2 * nu + 2) / z ^ 2.
Proof.
  intros Hn Hz. assert (A := ratio_positive nu ltac:(lra) z ltac:(lra)). assert (B := bound_lower nu z ltac:(lra) ltac:(lra)). unfold G in B.
  set (a := nu + / 2) in *. set (b := nu + 3 / 2) in *. assert (S := root_square b z). assert (P := root_pos b z ltac:(lra)).
  set (s := sqrt (z ^ 2 + b ^ 2)) in *. assert (Ha : 0 <= a) by (unfold a; lra). assert (Hb : 0 < b) by (unfold b; lra).
  assert (Hs : s > z) by nra. set (g := z / (a + s)) in *. assert (Hg : 0 < g) by (apply Rdiv_lt_0_compat; lra).
  assert (E : 1 - g ^ 2 - 2 * a / z * g = (2 * nu + 2) / (a + s) ^ 2).
  { unfold g. replace (1 - (z / (a + s)) ^ 2 - 2 * a / z * (z / (a + s))) with ((s ^ 2 - a ^ 2 - z ^ 2) / (a + s) ^ 2) by (field; lra).
    rewrite S. f_equal. unfold a, b. field. }
  assert (M : slope nu z < 1 - g ^ 2 - 2 * a / z * g).
  { unfold slope. replace (2 * nu + 1) with (2 * a) by (unfold a; field).
    assert (0 <= 2 * a / z) by (apply Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat, Hz]).
    assert (2 * a / z * g <= 2 * a / z * ratio nu z) by (apply Rmult_le_compat_l; lra). nra. }
  rewrite E in M. eapply Rlt_le_trans; [exact M|]. unfold Rdiv. apply Rmult_le_compat_l; [lra|].
  apply Rinv_le_contravar; [apply pow_lt, Hz|apply pow_incr; lra].
Qed.

Theorem bessel_ratio_far_holds : bessel_ratio_far.
Proof.
  unfold bessel_ratio_far; claim; assert (D := IvRatio_derive nu z ltac:(lra) ltac:(lra)); assert (F := far_slope nu z ltac:(lra) ltac:(lra));
    assert (E : is_derive (fun t => / t * (2 + 2 * nu) + IvRatio nu t) z (- (2 + 2 * nu) / z ^ 2 + slope nu z))
      by (auto_derive; [split; [lra|split; [eexists; exact D|trivial]]|derived D; field; lra]).
  - eexists; exact D.
  - eexists; exact E.
  - ratios. assert (C := far_complement nu z ltac:(lra) ltac:(lra)). unfold Rdiv in C. lra.
  - derived D. unfold Rdiv in F. lra.
  - derived E. unfold Rdiv in *. lra.
Qed.

Lemma far_growth nu k b : nu >= - / 2 -> 0 < k -> 0 <= b -> ratio nu (b + k) - ratio nu k <= b * (/ k ^ 2 * (2 * nu + 2)).
Proof.
  intros Hn Hk [Hb|Hb]; [|subst b; rewrite Rplus_0_l; lra].
  assert (I := Generating.increasing_on (fun t => (2 * nu + 2) / k ^ 2 * t - ratio nu t) (fun t => (2 * nu + 2) / k ^ 2 - slope nu t) k (b + k) ltac:(lra)).
  cbv beta in I. enough ((2 * nu + 2) / k ^ 2 * k - ratio nu k < (2 * nu + 2) / k ^ 2 * (b + k) - ratio nu (b + k)) by (unfold Rdiv in *; nra).
  apply I.
  - intros t Ht. auto_derive; [slopes|]. rewrite Derive_ratio by lra. field. lra.
  - intros t Ht. assert (F := far_slope nu t Hn ltac:(lra)).
    assert ((2 * nu + 2) / t ^ 2 <= (2 * nu + 2) / k ^ 2); [|lra].
    apply Rmult_le_compat_l; [lra|]. apply Rinv_le_contravar; [apply pow_lt, Hk|apply pow_incr; lra].
Qed.

Theorem bessel_ratio_far_shifted_holds : bessel_ratio_far_shifted.
Proof.
  unfold bessel_ratio_far_shifted; claim; set (nu := -3 / 2 + 1 / 2 * INR h) in *; assert (Hn : nu >= 0) by (unfold nu; lra); ratios;
    assert (P := ratio_positive nu ltac:(lra) kappa ltac:(lra)); assert (Q := ratio_positive nu ltac:(lra) (b + kappa) ltac:(lra));
    assert (U := bound_upper_one nu kappa ltac:(lra) ltac:(lra)); assert (V := bound_upper_one nu (b + kappa) ltac:(lra) ltac:(lra));
    assert (K : 0 < / kappa) by (apply Rinv_0_lt_compat; lra); assert (L : 0 < / (b + kappa)) by (apply Rinv_0_lt_compat; lra);
    assert (M : / (b + kappa) <= / kappa) by (apply Rinv_le_contravar; lra); set (A := ratio nu kappa) in *; set (B := ratio nu (b + kappa)) in *.
  - replace (/ kappa ^ 2) with (/ kappa * / kappa) by (field; lra). rewrite Rmult_assoc.
    assert (A * B <= 1) by nra. apply Rle_trans with (/ kappa * / (b + kappa) * 1).
    + apply Rmult_le_compat_l; [apply Rmult_le_pos; lra|assumption].
    + rewrite Rmult_1_r. apply Rmult_le_compat_l; lra.
  - replace (/ kappa ^ 2) with (/ kappa * / kappa) by (field; lra).
    assert (C := far_complement nu kappa ltac:(lra) ltac:(lra)). fold A in C. unfold Rdiv in C. replace (nu + 1) with (1 / 2 * (-1 + INR h)) in C by (unfold nu; field).
    replace (1 / 2 * (/ kappa * / kappa) * (-1 + INR h)) with (/ kappa * (1 / 2 * (-1 + INR h) * / kappa)) by ring.
    rewrite Rmult_assoc. apply Rmult_le_compat; nra.
  - assert (F := far_growth nu kappa b ltac:(lra) ltac:(lra) ltac:(lra)). fold A B in F.
    replace (2 * nu + 2) with (-1 + INR h) in F by (unfold nu; field). rewrite <- Rmult_assoc in F.
    assert (0 <= b * / kappa ^ 2 * (-1 + INR h)).
    { apply Rmult_le_pos; [apply Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat, pow_lt; lra]|lra]. }
    destruct (Rle_dec 0 (-1 * A + B)) as [H5|H5]; [apply Rle_trans with ((-1 * A + B) * 1); [apply Rmult_le_compat_l; lra|lra]|nra].
Qed.
