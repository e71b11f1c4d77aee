(** * Refuted claims of the ledger: at a point of its hypotheses each is defined and false

    The points of geometry lie on coordinate axes of R^3, with cosines 0, 3/5 and 1, so that every number is rational. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment Base.Factorials Cone.Centres.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.InfoNCE Ledger.Cone.
Open Scope R_scope.

(** ** Geometry *)
Definition axis (i : nat) : vector := fun k => if Nat.eqb k i then 1 else 0.

Lemma root_0 : sqrt (1 + -1 * 0 ^ 2) = 1.
Proof. replace (1 + -1 * 0 ^ 2) with (1 ^ 2) by ring. apply sqrt_pow2. lra. Qed.
Lemma root_1 : sqrt (1 + -1 * 1 ^ 2) = 0.
Proof. replace (1 + -1 * 1 ^ 2) with 0 by ring. apply sqrt_0. Qed.
Lemma root_3_5 : sqrt (1 + -1 * (3 / 5) ^ 2) = 4 / 5.
Proof. replace (1 + -1 * (3 / 5) ^ 2) with ((4 / 5) ^ 2) by field. apply sqrt_pow2. lra. Qed.

(** Points of R^3 become numbers. *)
Ltac numbers := rewrite ?root_0, ?root_1, ?root_3_5; cbv [dot sumn vadd vscal vzero axis Nat.eqb Nat.sub INR].
Ltac point := repeat match goal with |- _ /\ _ => split end; numbers; try lra.
(** [~ a relation]: what it says of numbers is false. *)
Ltac falsely := let H := fresh in intro H; revert H; numbers; intro H; try lra.

Theorem thm_3_lower_bound_holds : thm_3_lower_bound.
Proof. exists 3%nat, 0, (axis 1), (axis 0), (axis 0). point. Qed.

Theorem thm_4_norms_holds : thm_4_norms.
Proof.
  exists 3%nat, 0, 1, 1, 1, 0, (3 / 5), (axis 0), (axis 1), (axis 2), (axis 2). point.
  falsely. apply sqrt_inj in H; lra.
Qed.

Theorem cor_2_with_c_holds : cor_2_with_c.
Proof.
  exists 3%nat, 0, 0, (axis 0), (axis 1), (axis 2). point; match goal with |- context [sqrt ?v] => replace v with (1 ^ 2) by ring; rewrite sqrt_pow2 by lra; lra end.
Qed.

Theorem cor_2_with_poles_holds : cor_2_with_poles.
Proof.
  exists 3%nat, 0, 1, (axis 0), (axis 1), (axis 2). point.
Qed.

Theorem cor_2_with_right_angle_holds : cor_2_with_right_angle.
Proof. exists 3%nat, 0, 1, (axis 0), (axis 1), (axis 2). point. Qed.

Theorem cor_4_poles_holds : cor_4_poles.
Proof.
  exists 3%nat, 0, 1, (axis 0), (axis 1), (axis 2). point. falsely.
  match goal with H : context [sqrt ?v] |- _ => replace v with 0 in H by ring; rewrite sqrt_0 in H; lra end.
Qed.

Theorem paper_def_6_domain_holds : paper_def_6_domain.
Proof. exists 0, 1, 1, (-1), 0. point. Qed.

Theorem paper_lem_5_domain_holds : paper_lem_5_domain.
Proof. exists 0, 1, 1, (-3 / 4), 0. point. Qed.

Theorem paper_lem_12_range_holds : paper_lem_12_range.
Proof. exists 3%nat, (axis 0), (vadd (vscal (3 / 5) (axis 0)) (vscal (4 / 5) (axis 1))), (axis 2). point. Qed.

Theorem paper_lem_13_sign_holds : paper_lem_13_sign.
Proof. exists 3%nat, (3 / 5), 1%Z, (-1)%Z, (axis 0), (axis 1). point. Qed.

Theorem paper_eq_326_holds : paper_eq_326.
Proof. exists 3%nat, (3 / 5), 1, 1, (3 / 5), (axis 0), (axis 1), (axis 2), (axis 2). point. Qed.

Theorem paper_cor_2_holds : paper_cor_2.
Proof. exists 3%nat, (3 / 5), (3 / 5), (3 / 5), (axis 0), (axis 1), (axis 2), (vscal (-1) (axis 2)). point. Qed.

Theorem paper_cor_3_holds : paper_cor_3.
Proof. exists 3%nat, (axis 0), (axis 0). point. Qed.

Theorem paper_eq_362_holds : paper_eq_362.
Proof. exists 3%nat, (3 / 5), (axis 0), (axis 1), (axis 2). point. Qed.

Theorem paper_cor_4_holds : paper_cor_4.
Proof. exists 3%nat, 0, (axis 0), (axis 1), (axis 2), (axis 2). point. Qed.

(** ** The Turan ratio and the ratio at order -1/2 and 0 *)
Lemma turan_0_2 : turan 0 2 > / 2.
Proof.
  unfold turan. assert (C := ratio_contiguous 0 2 ltac:(lra) ltac:(lra)). replace (0 + 1) with 1 in C by ring.
  assert (L := bound_lower 1 2 ltac:(lra) ltac:(lra)). unfold G in L.
  assert (S : sqrt (2 ^ 2 + (1 + 3 / 2) ^ 2) < 33 / 10).
  { assert (P := sqrt_pos (2 ^ 2 + (1 + 3 / 2) ^ 2)). assert (Q := sqrt_sq_eq (2 ^ 2 + (1 + 3 / 2) ^ 2) ltac:(lra)). nra. }
  assert (P := sqrt_pos (2 ^ 2 + (1 + 3 / 2) ^ 2)). set (s := sqrt (2 ^ 2 + (1 + 3 / 2) ^ 2)) in *.
  assert (K : 2 / (1 + / 2 + s) > 2 / (48 / 10)).
  { apply Rmult_lt_compat_l; [lra|]. apply Rinv_lt_contravar; [|lra]. apply Rmult_lt_0_compat; lra. }
  assert (R := ratio_positive 0 ltac:(lra) 2 ltac:(lra)).
  assert (B : ratio 0 2 < 12 / 17). { replace ((2 * 0 + 2) / 2) with 1 in C by field. nra. }
  nra.
Qed.

Ltac bessel := repeat match goal with |- _ /\ _ => split end; try solve [lra | apply besseli_neq; lra].

Theorem bessel_turan_joshi_bissu_holds : bessel_turan_joshi_bissu.
Proof. exists 0, 2. bessel. rewrite turan_quotient by lra. assert (T := turan_0_2). intro H. lra. Qed.

Theorem bessel_turan_root_holds : bessel_turan_root.
Proof.
  exists 0, 2. bessel. rewrite turan_quotient by lra. assert (T := turan_0_2). intro H.
  replace (0 ^ 2 + 2 ^ 2) with (2 ^ 2) in H by ring. rewrite sqrt_pow2 in H by lra. lra.
Qed.

Theorem bessel_turan_lower_half_holds : bessel_turan_lower_half.
Proof.
  exists (-1 / 2), (/ 4).
  bessel.
  all: replace ((/ 4) ^ 2 + (1 / 2 + -1 / 2) ^ 2) with ((/ 4) ^ 2) by field; rewrite sqrt_pow2 by lra.
  - lra.
  - rewrite turan_quotient by lra. intro H. unfold turan in H.
    assert (U := bound_upper_one (-1 / 2) (/ 4) ltac:(lra) ltac:(lra)). assert (P := ratio_positive (-1 / 2) ltac:(lra) (/ 4) ltac:(lra)).
    assert (S := ratio_start (-1 / 2) ltac:(lra) (/ 4) ltac:(lra)).
    replace (/ 4 / (2 * (-1 / 2) + 2)) with (/ 4) in S by field. set (A := ratio (-1 / 2) (/ 4)) in *.
    replace (2 * (-1 / 2) / / 4) with (-4) in H by field. replace (/ (1 / 2 + -1 / 2 + / 4)) with 4 in H by field. nra.
Qed.

Theorem bessel_ratio_complement_half_holds : bessel_ratio_complement_half.
Proof.
  exists (-1 / 2), 1. bessel. rewrite IvRatio_ratio by lra. assert (U := bound_upper_one (-1 / 2) 1 ltac:(lra) ltac:(lra)). intro H. lra.
Qed.

(** ** Theorem 1 *)
Definition pole (s : R) : vector := vscal s (axis 0).
Lemma dot_pole h s t : dot (S h) (pole s) (pole t) = s * t.
Proof.
  unfold pole. rewrite dot_vscal_l, dot_vscal_r. enough (dot (S h) (axis 0) (axis 0) = 1) as -> by ring.
  unfold dot, axis. rewrite sumn_shift. rewrite (sumn_ext h _ (fun _ => 0)) by (intros; simpl; ring). rewrite sumn_0. simpl. ring.
Qed.

Lemma exp_below b : 0 <= b < 1 -> exp b <= / (1 - b).
Proof.
  intros Hb. assert (E := exp_ineq1_le (- b)). rewrite exp_Ropp in E. assert (P := exp_pos b).
  replace (exp b) with (/ / exp b) by (field; lra). apply Rinv_le_contravar; lra.
Qed.

Lemma mgf_above_1 h z : h > 0 -> z > 0 -> 0 < ln (SphereMGF h z).
Proof. intros Hh Hz. rewrite ln_SphereMGF, <- (Generating.lnM_0 h) by exact Hh. apply Generating.lnM_increasing; lra. Qed.

Lemma INR_one : INR 1 = 1. Proof. reflexivity. Qed.
Lemma INR_2 : INR 2 = 2. Proof. simpl. lra. Qed.
Lemma INR_3 : INR 3 = 3. Proof. simpl. lra. Qed.
(** Exponentials of the goal are positive. *)
Ltac exponentials := repeat match goal with |- context [exp ?u] =>
  lazymatch goal with H : 0 < exp u |- _ => fail | _ => assert (0 < exp u) by apply exp_pos end end.
(** Sums over one, two and three pairs. *)
Ltac sums := unfold sum1; cbn [sumn]; rewrite ?INR_one, ?INR_2, ?INR_3, ?dot_pole.
Ltac config := repeat match goal with |- _ /\ _ => split end; rewrite ?INR_one, ?INR_2, ?INR_3;
  try solve [lra | mgf | intros; rewrite ?dot_pole; lra].

Theorem thm_1_separate_holds : thm_1_separate.
Proof.
  exists 2%nat, 1%nat, 1, (fun _ => pole 1), (fun _ => pole (-1)). config.
  - intros i _. sums. assert (P := exp_pos (1 * (1 * -1))). lra.
  - sums. replace (/ 1 * (0 + ln (/ 1 * (0 + exp (1 * (1 * -1)))))) with (-1).
    + assert (M := mgf_above_1 2 1 ltac:(lra) ltac:(lra)). intro H. lra.
    + rewrite Rinv_1, !Rplus_0_l, !Rmult_1_l, ln_exp. reflexivity.
Qed.

Theorem paper_eq_46_holds : paper_eq_46.
Proof.
  exists 2%nat, 1%nat, 1, (fun _ => pole 1), (fun _ => pole 1). assert (P := exp_pos (1 * (1 * 1))). config.
  - intros i _. sums. lra.
  - intros i _. sums. rewrite Rplus_0_l. replace (1 * / exp (1 * (1 * 1)) * exp (1 * (1 * 1))) with 1 by (field; lra). lra.
  - sums. rewrite !Rplus_0_l. replace (1 * / exp (1 * (1 * 1)) * exp (1 * (1 * 1))) with 1 by (field; lra). rewrite ln_1.
    assert (M := mgf_above_1 2 1 ltac:(lra) ltac:(lra)). intro H. lra.
Qed.

Theorem thm_1_smaller_constant_holds : thm_1_smaller_constant.
Proof.
  set (b := / 10000000000000). assert (Hb : 0 < b < 1) by (unfold b; lra).
  exists 2%nat, 1%nat, b, (fun _ => pole 1), (fun _ => pole 1). assert (P := exp_pos (b * (1 * 1))). config.
  - intros i _. sums. lra.
  - sums. rewrite !Rplus_0_l. replace (1 * / exp (b * (1 * 1)) * exp (b * (1 * 1))) with 1 by (field; lra).
    assert (E := exp_below b ltac:(lra)). assert (M := Generating.mgf_at_least_one 2 ltac:(lra) b). rewrite <- SphereMGF_same in M.
    assert (I : / SphereMGF 2 b <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
    assert (I0 : 0 < / SphereMGF 2 b) by (apply Rinv_0_lt_compat; lra). assert (Q := exp_pos b). intro H.
    assert (K : / SphereMGF 2 b * exp b <= / (1 - b)) by nra.
    assert (L : / (1 - b) < 1000000000000 / 999999999999) by (unfold b; lra). lra.
Qed.

Theorem thm_1_long_queries_holds : thm_1_long_queries.
Proof.
  set (s := fun i : nat => match i with 1%nat => 1 | _ => -1 end).
  exists 2%nat, 2%nat, (/ 4), (fun i => pole (4 * s i)), (fun i => pole (s i)). config.
  - intros [|[|i]] _; rewrite dot_pole; unfold s; lra.
  - intros i _. sums. exponentials. lra.
  - sums. unfold s. replace (/ 4 * (4 * 1 * 1)) with 1 by field. replace (/ 4 * (4 * 1 * -1)) with (-1) by field.
    replace (/ 4 * (4 * -1 * 1)) with (-1) by field. replace (/ 4 * (4 * -1 * -1)) with 1 by field.
    assert (P := exp_pos 1). assert (E := exp_ineq1_le 1).
    replace (exp (-1)) with (/ exp 1) by (rewrite <- exp_Ropp; f_equal; ring).
    assert (B := exp_below (/ 4) ltac:(lra)). assert (M := Generating.mgf_at_least_one 2 ltac:(lra) (/ 4)). rewrite <- SphereMGF_same in M.
    assert (I : / SphereMGF 2 (/ 4) <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
    assert (I0 : 0 < / SphereMGF 2 (/ 4)) by (apply Rinv_0_lt_compat; lra). assert (Q := exp_pos (/ 4)).
    assert (K : / SphereMGF 2 (/ 4) * exp (/ 4) <= / (1 - / 4)) by nra.
    set (e := exp 1) in *. intro H.
    replace (/ 2 * (0 + 2 * / (0 + e + / e) * e + 2 * / (0 + / e + e) * e)) with (2 - 2 * / (e ^ 2 + 1)) in H by (field; nra).
    assert (J : / (e ^ 2 + 1) <= / 5) by (apply Rinv_le_contravar; nra). lra.
Qed.

(** [M_2(4) > e^2]: four terms of the series. *)
Lemma M_2_4 : exp 2 < SphereMGF 2 4.
Proof.
  unfold SphereMGF. replace (1 / 2 * 2) with 1 by field. replace (1 / 4 * 4 ^ 2) with 4 by field.
  assert (S := hyper_is_pseries 1 4 ltac:(lra)). apply (partial_le_series _ _ 3) in S.
  - rewrite !sum_Sn, sum_O in S. unfold scal, plus in S; simpl in S; unfold mult, one in S; simpl in S.
    replace (exp 2) with (exp 1 * exp 1) by (rewrite <- exp_plus; f_equal; ring). assert (E := exp_le_3). assert (P := exp_pos 1).
    assert (exp 1 * exp 1 <= 9) by nra. eapply Rle_lt_trans; [eassumption|]. eapply Rlt_le_trans; [|exact S]. lra.
  - intros k. assert (P := hyper_coeff_pos 1 k ltac:(lra)). unfold scal; simpl; unfold mult; simpl.
    apply Rmult_le_pos; [|lra]. rewrite pow_n_pow. apply pow_le. lra.
Qed.

Theorem thm_1_overlap_condition_dropped_holds : thm_1_overlap_condition_dropped.
Proof.
  exists 2%nat, 4, 0. config. rewrite Rmult_0_l, ln_SphereMGF, Generating.lnM_0 by lra.
  assert (L := ln_increasing _ _ (exp_pos 2) M_2_4). rewrite ln_exp in L. intro H. lra.
Qed.

(** On the line M is cosh; [M + M' = e^z] and [M' <= M] are enough. *)
Ltac equal_reals := match goal with |- ?a = ?b => change (@eq R a b) end.
Lemma M_1_derive (z : R) : is_derive (SphereMGF 1) z (z * hyper0F1 (3 / 2) (z ^ 2 / 4)).
Proof.
  apply (is_derive_ext (fun t => hyper0F1 (/ 2) (t ^ 2 / 4))); [intros; unfold SphereMGF; f_equal; field|].
  assert (D := is_derive_comp (hyper0F1 (/ 2)) (fun t => t ^ 2 / 4) z _ (z / 2) (hyper_derive (/ 2) _ ltac:(lra)) ltac:(auto_derive; [trivial|field])).
  unfold scal in D; simpl in D; unfold mult in D; simpl in D. eapply is_derive_at; [exact D|].
  equal_reals. replace (/ 2 + 1) with (3 / 2) by field. replace (z * (z * 1)) with (z ^ 2) by ring. field.
Qed.

Lemma M_1_second (z : R) : is_derive (fun t => t * hyper0F1 (3 / 2) (t ^ 2 / 4)) z (SphereMGF 1 z).
Proof.
  assert (D := is_derive_comp (hyper0F1 (3 / 2)) (fun t => t ^ 2 / 4) z _ (z / 2) (hyper_derive (3 / 2) _ ltac:(lra)) ltac:(auto_derive; [trivial|field])).
  unfold scal in D; simpl in D; unfold mult in D; simpl in D.
  assert (P := is_derive_mult (fun t : R => t) (fun t => hyper0F1 (3 / 2) (t ^ 2 / 4)) z 1 _ (is_derive_id z) D ltac:(intros; apply Rmult_comm)).
  eapply is_derive_at; [exact P|]. unfold plus, mult; simpl. equal_reals. unfold SphereMGF. replace (1 / 2 * 1) with (/ 2) by field.
  replace (1 / 4 * z ^ 2) with (z ^ 2 / 4) by field. rewrite (hyper_contiguous (/ 2)) by lra.
  replace (/ 2 + 1) with (3 / 2) by field. replace (/ 2 + 2) with (5 / 2) by field. replace (3 / 2 + 1) with (5 / 2) by field.
  replace (z * (z * 1)) with (z ^ 2) by ring. field.
Qed.

Lemma M_1_exp z : SphereMGF 1 z + z * hyper0F1 (3 / 2) (z ^ 2 / 4) = exp z.
Proof.
  set (g := fun t => (SphereMGF 1 t + t * hyper0F1 (3 / 2) (t ^ 2 / 4)) * exp (- t)).
  assert (D : forall t, is_derive g t 0).
  { intros t. assert (A := M_1_derive t). assert (B := M_1_second t).
    assert (D := is_derive_plus _ _ _ _ _ A B). unfold plus in D; simpl in D.
    assert (E : is_derive (fun t : R => exp (- t)) t (- exp (- t))) by (auto_derive; [trivial|ring]).
    assert (F := is_derive_mult (fun t => SphereMGF 1 t + t * hyper0F1 (3 / 2) (t ^ 2 / 4)) (fun t => exp (- t)) t _ _ D E ltac:(intros; apply Rmult_comm)).
    eapply is_derive_at; [exact F|]. unfold plus, mult; simpl. equal_reals. replace (t * (t * 1)) with (t ^ 2) by ring. ring. }
  assert (K : g z = g 0).
  { destruct (Req_dec z 0) as [->|N]; [reflexivity|].
    destruct (MVT_gen g 0 z (fun _ => 0)) as (c & _ & E); [intros; apply D| |lra].
    intros t _. apply derivable_continuous_pt. exists 0. apply is_derive_Reals, D. }
  unfold g in K. rewrite Ropp_0, exp_0, exp_Ropp in K. assert (P := exp_pos z).
  assert (Z : SphereMGF 1 0 = 1) by (rewrite SphereMGF_same; apply Generating.mgf_0; lra).
  rewrite Z in K. apply (f_equal (fun x => x * exp z)) in K. field_simplify in K; lra.
Qed.

Lemma M_1_above z : z > 0 -> exp z / 2 <= SphereMGF 1 z.
Proof.
  intros Hz. assert (E := M_1_exp z). assert (U := bound_upper_one (- / 2) z ltac:(lra) Hz). unfold ratio in U.
  replace (- / 2 + 2) with (3 / 2) in U by field. replace (- / 2 + 1) with (/ 2) in U by field. replace (2 * - / 2 + 2) with 1 in U by field.
  assert (P : 0 < hyper0F1 (/ 2) (z ^ 2 / 4)) by (apply hyper_pos; nra).
  assert (F : SphereMGF 1 z = hyper0F1 (/ 2) (z ^ 2 / 4)) by (unfold SphereMGF; f_equal; field). rewrite F in *.
  apply (Rmult_lt_compat_r (hyper0F1 (/ 2) (z ^ 2 / 4))) in U; [|exact P]. unfold Rdiv at 1 in U. rewrite Rmult_assoc, Rinv_l in U by lra.
  replace (z / 1) with z in U by field. lra.
Qed.

Theorem thm_1_ball_keys_holds : thm_1_ball_keys.
Proof.
  set (s := fun i : nat => match i with 1%nat => 1 | 2%nat => -1 | _ => 0 end).
  exists 1%nat, 3%nat, 100, (fun i => pole (s i)), (fun i => pole (s i)).
  assert (Z : forall i, 0 < 0 + exp (100 * (s i * 1)) + exp (100 * (s i * -1)) + exp (100 * (s i * 0))).
  { intros i. exponentials. lra. } config.
  - intros [|[|[|i]]] _; rewrite dot_pole; unfold s; lra.
  - intros [|[|[|i]]] _; rewrite dot_pole; unfold s; lra.
  - intros i _. sums. apply Rgt_not_eq, Z.
  - intros i _. sums. repeat apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat, Z|apply exp_pos].
  - sums. cbn [s]. replace (100 * (1 * 1)) with 100 by ring. replace (100 * (1 * -1)) with (-100) by ring. replace (100 * (1 * 0)) with 0 by ring.
    replace (100 * (-1 * 1)) with (-100) by ring. replace (100 * (-1 * -1)) with 100 by ring. replace (100 * (-1 * 0)) with 0 by ring.
    replace (100 * (0 * 1)) with 0 by ring. replace (100 * (0 * -1)) with 0 by ring. replace (100 * (0 * 0)) with 0 by ring. rewrite exp_0.
    replace (3 * / (0 + 1 + 1 + 1) * 1) with 1 by field. rewrite ln_1. intro H.
    assert (A := M_1_above 100 ltac:(lra)). assert (E := exp_pos 100). assert (B := exp_ineq1_le 100).
    assert (E' : exp (-100) * exp 100 = 1) by (rewrite <- exp_plus; replace (-100 + 100) with 0 by ring; apply exp_0).
    assert (N := exp_pos (-100)). set (e := exp 100) in *. set (n := exp (-100)) in *.
    assert (L : 100 - ln 2 <= ln (SphereMGF 1 100)).
    { replace (100 - ln 2) with (ln (e / 2)) by (unfold e; rewrite ln_div, ln_exp by (try apply exp_pos; lra); ring). apply ln_mono; [apply Rdiv_lt_0_compat; lra|exact A]. }
    assert (T : ln 8 < 2 * ln (3 * / (0 + e + n + 1) * e)).
    { replace (2 * ln (3 * / (0 + e + n + 1) * e)) with (ln ((3 * / (0 + e + n + 1) * e) ^ 2)) by (rewrite ln_pow; [simpl; ring|]; repeat apply Rmult_lt_0_compat; try lra; apply Rinv_0_lt_compat; lra).
      apply ln_increasing; [lra|]. replace ((3 * / (0 + e + n + 1) * e) ^ 2) with (9 * (/ (1 + n + n * n)) ^ 2).
      - assert (n <= / 101) by (apply (Rmult_le_reg_r e); [lra|]; rewrite E'; lra).
        assert (J : / (1 + n + n * n) >= / (1 + 2 / 101)) by (apply Rle_ge, Rinv_le_contravar; nra). nra.
      - assert (F : e + n + 1 = e * (1 + n + n * n)) by (replace (e * (1 + n + n * n)) with (e + n * e + n * (n * e)) by ring; rewrite E'; ring).
        replace (0 + e + n + 1) with (e * (1 + n + n * n)) by lra. field. split; nra. }
    replace (0 + n + e + 1) with (0 + e + n + 1) in H by ring.
    replace (ln 8) with (3 * ln 2) in T by (replace 8 with (2 ^ 3) by ring; rewrite ln_pow by lra; simpl; ring). lra.
Qed.

(** ** Theorem 2: a trap at kappa = 3, beta = 2 *)
Theorem thm_2_monotone_holds : thm_2_monotone.
Proof.
  exists 2%nat, 3, 3, 2, (-1), (-5 / 6). config. replace (-1 + 1 / 2 * 2) with 0 by field. cone.
  assert (T := tangents 0 3 2 ltac:(lra) ltac:(lra) ltac:(lra) (-1) (-5 / 6) ltac:(lra) ltac:(lra)).
  assert (L := over_sq_lower 0 (square (-5 / 6) 3 2) ltac:(lra) ltac:(unfold square; lra)).
  replace (square (-5 / 6) 3 2 + (0 + 1) ^ 2) with (2 ^ 2) in L by (unfold square; field). rewrite sqrt_pow2 in L by lra.
  unfold cone_slope in T. intro H. lra.
Qed.

Theorem thm_2_trap_one_holds : thm_2_trap_one.
Proof.
  exists 0, 3, (/ 2), 2. assert (A : cone_slope 0 (-1) 3 2 > 0) by (apply trap_sufficient; try lra; replace (2 ^ 2 / (2 * 2 - 2 * 0 - 2)) with 2 by field; lra). config.
  - cone. exact A.
  - cone. rewrite !slope_at_widest. assert (U := over_sq_below 0 ltac:(lra) ((3 - 2) ^ 2) ltac:(lra)).
    assert (V := over_sq_below 0 ltac:(lra) ((/ 2 - 2) ^ 2) ltac:(lra)). intro H. lra.
Qed.

(** ** Theorems 3 and 4 *)
Lemma lnM_sq_between nu u v : nu > -1 -> 0 <= u < v -> over_sq nu v / 2 * (v - u) < lnM_sq nu v - lnM_sq nu u < over_sq nu u / 2 * (v - u).
Proof.
  intros Hn Huv. destruct (MVT_cor2 (lnM_sq nu) (fun t => over_sq nu t / 2) u v ltac:(lra)) as (c & E & Hc).
  - intros c Hc. apply is_derive_Reals, lnM_sq_derive; lra.
  - rewrite E. assert (A := over_sq_decreases nu Hn u c ltac:(lra)). assert (B := over_sq_decreases nu Hn c v ltac:(lra)). split; nra.
Qed.

(** M_2 of a root. *)
Lemma ln_M_2 v : 0 <= v -> ln (SphereMGF (-1 + 3) (sqrt v)) = lnM_sq 0 v.
Proof. intros Hv. rewrite ln_SphereMGF. replace (-1 + 3) with (2 * 0 + 2) by ring. apply lnM_sqrt; lra. Qed.

Lemma gap_3_5 u v : 0 <= u < v -> lnM_sq 0 v - lnM_sq 0 u < (v - u) / 4.
Proof. intros H. assert (B := lnM_sq_between 0 u v ltac:(lra) H). assert (O := over_sq_below 0 ltac:(lra) u ltac:(lra)). nra. Qed.

Lemma ln_M_2_at v : ln (SphereMGF (-1 + 3) v) = Generating.lnM 2 v.
Proof. rewrite ln_SphereMGF. f_equal. ring. Qed.

(** Both directions at kappa = beta = 1/2, the centres at 3/5 of the axis: the loss is below that at the axes. *)
Lemma below_the_angle v : 0 <= v <= 1 -> lnM_sq 0 v - lnM_sq 0 ((4 / 5) ^ 2) < 16 / 125.
Proof.
  intros Hv. assert (M : lnM_sq 0 v <= lnM_sq 0 1).
  { destruct (Rle_lt_or_eq_dec v 1 ltac:(lra)) as [L|L]; [|rewrite L; lra]. assert (B := lnM_sq_between 0 v 1 ltac:(lra) ltac:(lra)).
    assert (P := over_sq_pos 0 ltac:(lra) 1 ltac:(lra)). nra. }
  assert (G := gap_3_5 ((4 / 5) ^ 2) 1 ltac:(lra)). lra.
Qed.

Theorem thm_3_centre_holds : thm_3_centre.
Proof.
  set (c := vadd (vscal (3 / 5) (axis 1)) (vscal (4 / 5) (axis 0))).
  exists 3%nat, (3 / 5), (/ 2), (/ 2), (/ 2), (axis 1), c, c.
  assert (E : dot 2 (axis 1) (axis 1) = 1) by (numbers; ring). assert (C : dot 2 c c = 1) by (unfold c; numbers; field).
  assert (A : dot 2 c (axis 1) = 3 / 5) by (unfold c; numbers; ring).
  cbn [Nat.sub]. rewrite E, C, A, INR_3.
  set (u := vadd (vscal (/ 2) c) (vscal (/ 2) (vadd c (vscal (-1 * (1 + -1 * (3 / 5)) * (3 / 5)) (axis 1))))).
  set (w := vadd (vscal (/ 2) (axis 1)) (vscal (/ 2) (vadd (axis 1) (vscal (-1 * (1 + -1 * (3 / 5)) * 1) (axis 1))))).
  assert (U : dot 2 u u = 544 / 625) by (unfold u, c; numbers; field). assert (W : dot 2 w w = (4 / 5) ^ 2) by (unfold w; numbers; field).
  rewrite U, W. repeat match goal with |- _ /\ _ => split end; try solve [lra | mgf].
  rewrite !ln_M_2 by lra. assert (B := below_the_angle (544 / 625) ltac:(lra)). intro H. lra.
Qed.

(** The same centres in R^3, with n_B = 3/5 n_A - 4/5 e_A. *)
Section Printed.
Let nA := axis 1.
Let nB := vadd (vscal (3 / 5) (axis 1)) (vscal (-4 / 5) (axis 0)).
Let cx := vadd (vscal (3 / 5) (axis 0)) (vscal (4 / 5) (axis 2)).
Let cy := vadd (vscal (9 / 25) (axis 0)) (vadd (vscal (12 / 25) (axis 1)) (vscal (4 / 5) (axis 2))).

Lemma printed_centres : dot 3 nA nA = 1 /\ dot 3 nB nB = 1 /\ dot 3 nA nB = 3 / 5 /\ dot 3 cx cx = 1 /\ dot 3 cx nA = 0
  /\ dot 3 cy cy = 1 /\ dot 3 cy nB = 0 /\ dot 3 cx cy = 107 / 125 /\ dot 3 cx nB = -12 / 25 /\ dot 3 cy nA = 12 / 25.
Proof. unfold nA, nB, cx, cy. repeat split; numbers; field. Qed.

Lemma printed_projections : dot 3 (vadd cx (vscal (-1 * (-12 / 25)) nB)) (vadd cx (vscal (-1 * (-12 / 25)) nB)) = 481 / 625
  /\ dot 3 (vadd cy (vscal (-1 * (12 / 25)) nA)) (vadd cy (vscal (-1 * (12 / 25)) nA)) = 481 / 625.
Proof. unfold nA, nB, cx, cy. split; numbers; field. Qed.
End Printed.

(** Their loss in numbers, and that it is below the bound. *)
Ltac printed :=
  destruct printed_centres as (A1 & A2 & A3 & A4 & A5 & A6 & A7 & A8 & A9 & A10); destruct printed_projections as (P1 & P2);
  cbv zeta in *; rewrite ?A1, ?A2, ?A3, ?A4, ?A5, ?A6, ?A7, ?A8, ?A9, ?A10, ?P1, ?P2, ?INR_3;
  assert (S := sqrt_sq_eq (481 / 625) ltac:(lra)); rewrite ?S;
  repeat match goal with |- _ /\ _ => split end; try solve [lra | mgf];
  repeat match goal with |- context [sqrt ?u] => lazymatch u with 544 / 625 => fail | (4 / 5) ^ 2 => fail | 481 / 625 => fail
    | _ => first [replace u with (544 / 625) by field | replace u with ((4 / 5) ^ 2) by field] end end;
  rewrite !ln_M_2 by lra; assert (B := below_the_angle (544 / 625) ltac:(lra)); intro H; lra.

Theorem paper_thm_3_holds : paper_thm_3.
Proof.
  exists 3%nat, (/ 2), (/ 2), (/ 2), (3 / 5), (axis 1), (vadd (vscal (3 / 5) (axis 1)) (vscal (-4 / 5) (axis 0))),
    (vadd (vscal (3 / 5) (axis 0)) (vscal (4 / 5) (axis 2))), (vadd (vscal (9 / 25) (axis 0)) (vadd (vscal (12 / 25) (axis 1)) (vscal (4 / 5) (axis 2)))).
  printed.
Qed.

Theorem paper_eq_215_holds : paper_eq_215.
Proof.
  exists 3%nat, (/ 2), (/ 2), (/ 2), (axis 1), (vadd (vscal (3 / 5) (axis 1)) (vscal (-4 / 5) (axis 0))),
    (vadd (vscal (3 / 5) (axis 0)) (vscal (4 / 5) (axis 2))), (vadd (vscal (9 / 25) (axis 0)) (vadd (vscal (12 / 25) (axis 1)) (vscal (4 / 5) (axis 2)))).
  printed.
Qed.

Theorem paper_thm_4_a9_holds : paper_thm_4_a9.
Proof.
  exists 3%nat, 1, 1, (/ 10), (/ 4), (/ 2). rewrite INR_3. repeat match goal with |- _ /\ _ => split end; try solve [lra | mgf].
  set (s := 1 ^ 2 + 1 ^ 2 * (1 + -1 * (/ 10) ^ 2 + (/ 10) ^ 2 * (/ 2) ^ 2) + 2 * / 10 * / 2 * 1 * 1).
  set (r := 1 ^ 2 + 1 ^ 2 * (1 + -1 * (/ 10) ^ 2 + (/ 10) ^ 2 * (/ 4) ^ 2) + 2 * / 10 * / 4 * 1 * 1).
  assert (Hs : s < 3) by (unfold s; lra). assert (Hr : 0 <= r < s) by (unfold r, s; lra). rewrite !ln_M_2 by lra.
  assert (B := lnM_sq_between 0 r s ltac:(lra) Hr). assert (L := over_sq_lower 0 s ltac:(lra) ltac:(lra)).
  assert (Q : sqrt (s + (0 + 1) ^ 2) < 2).
  { replace 2 with (sqrt (2 ^ 2)) by (apply sqrt_pow2; lra). apply sqrt_lt_1; lra. }
  assert (P := sqrt_pos (s + (0 + 1) ^ 2)).
  assert (I : / (0 + 1 + sqrt (s + (0 + 1) ^ 2)) >= / 3) by (apply Rle_ge, Rinv_le_contravar; lra).
  assert (D : s - r > 5 / 100) by (unfold r, s; lra). intro H. nra.
Qed.

(** ** Corollary 3: six points of A, rotated by the angle of cosine 3/5

    The inverse temperature is 40 log(7/6), so that every exponential is a power of 7/6. *)
Definition leaf (p q : R) : vector := vadd (vscal p (axis 0)) (vscal q (axis 2)).
Definition turned (a : vector) : vector :=
  vadd (vadd (vscal (dot 3 (axis 0) a) (vadd (vscal (-1 + 3 / 5) (axis 0)) (vscal (sqrt (1 + -1 * (3 / 5) ^ 2)) (axis 1))))
    (vscal (dot 3 (axis 1) a) (vadd (vscal (-1 + 3 / 5) (axis 1)) (vscal (-1 * sqrt (1 + -1 * (3 / 5) ^ 2)) (axis 0))))) a.

Lemma turned_both p q p' q' : dot 3 (turned (leaf p q)) (turned (leaf p' q')) = p * p' + q * q'.
Proof. unfold turned, leaf. numbers. field. Qed.
Lemma turned_one p q p' q' : dot 3 (turned (leaf p q)) (leaf p' q') = 3 / 5 * (p * p') + q * q'.
Proof. unfold turned, leaf. numbers. field. Qed.

Lemma power n v : 40 * v = INR n -> exp (40 * ln (7 / 6) * v) = (7 / 6) ^ n.
Proof.
  intros H. replace (40 * ln (7 / 6) * v) with (INR n * ln (7 / 6)) by (rewrite <- H; ring).
  rewrite <- ln_pow by lra. apply exp_ln, pow_lt. lra.
Qed.

Theorem cor_3_loss_holds : cor_3_loss.
Proof.
  pose (p := fun i : nat => match i with 1%nat | 2%nat => 3 / 4 | _ => 1 end).
  pose (q := fun i : nat => match i with 1%nat => sqrt 7 / 4 | 2%nat => - (sqrt 7 / 4) | _ => 0 end).
  assert (S7 := sqrt_sqrt 7 ltac:(lra)). assert (L0 : 0 < ln (7 / 6)) by (rewrite <- ln_1; apply ln_increasing; lra).
  exists 3%nat, (3 / 5), 6%nat, (40 * ln (7 / 6)), (axis 0), (axis 1), (fun i => leaf (p i) (q i)).
  repeat match goal with |- _ /\ _ => split end; try solve [numbers; lra].
  - intros [|[|[|i]]] _; unfold leaf, p, q; numbers; nra.
  - intros i _. unfold leaf; numbers. lra.
  - intros i _ j _. lra.
  - intros i _. sums. exponentials. lra.
  - intros i _. lra.
  - intros i _. sums. exponentials. lra.
  - intros i _. sums. exponentials. lra.
  - repeat change (vadd (vadd (vscal (dot 3 (axis 0) ?a) (vadd (vscal (-1 + 3 / 5) (axis 0)) (vscal (sqrt (1 + -1 * (3 / 5) ^ 2)) (axis 1))))
      (vscal (dot 3 (axis 1) ?a) (vadd (vscal (-1 + 3 / 5) (axis 1)) (vscal (-1 * sqrt (1 + -1 * (3 / 5) ^ 2)) (axis 0))))) ?a) with (turned a).
    sums. cbn [p q]. rewrite ?turned_both, ?turned_one. change (INR 6) with (1 + 1 + 1 + 1 + 1 + 1).
    repeat match goal with |- context [exp (40 * ln (7 / 6) * ?v)] => first
      [ rewrite (power 40 v) by (simpl; lra) | rewrite (power 5 v) by (simpl; lra) | rewrite (power 30 v) by (simpl; lra)
      | rewrite (power 31 v) by (simpl; lra) | rewrite (power 18 v) by (simpl; lra) | rewrite (power 24 v) by (simpl; lra)
      | replace (exp (40 * ln (7 / 6) * v)) with (/ (7 / 6) ^ 4)
          by (rewrite <- (power 4 (- v)) by (simpl; lra); rewrite <- exp_Ropp; f_equal; ring) ] end.
    pose (SA := (7 / 6) ^ 40 + (7 / 6) ^ 5 + 4 * (7 / 6) ^ 30). pose (SB := 2 * (7 / 6) ^ 30 + 4 * (7 / 6) ^ 40).
    pose (RA := (7 / 6) ^ 31 + / (7 / 6) ^ 4 + 4 * (7 / 6) ^ 18). pose (RB := 2 * (7 / 6) ^ 18 + 4 * (7 / 6) ^ 24).
    repeat match goal with |- context [ln ?u] => lazymatch u with SA => fail | SB => fail | RA => fail | RB => fail | 7 / 6 => fail
      | _ => first [replace u with SA by (unfold SA; lra) | replace u with SB by (unfold SB; lra) | replace u with RA by (unfold RA; lra) | replace u with RB by (unfold RB; lra)] end end.
    intro H. assert (K : ln RA + 2 * ln RB + 41 * ln (7 / 6) < ln SA + 2 * ln SB).
    { replace 41 with (INR 41) by (simpl; lra). replace 2 with (INR 2) by (simpl; lra). rewrite <- !ln_pow by (unfold RB, SB; lra).
      assert (A1 : 0 < RA) by (unfold RA; lra). assert (A2 : 0 < RB ^ 2) by (apply pow_lt; unfold RB; lra). assert (A3 : 0 < (7 / 6) ^ 41) by lra.
      assert (A4 : 0 < SA) by (unfold SA; lra). assert (A5 : 0 < SB ^ 2) by (apply pow_lt; unfold SB; lra).
      assert (A12 : 0 < RA * RB ^ 2) by (apply Rmult_lt_0_compat; assumption).
      rewrite <- (ln_mult RA), <- (ln_mult (RA * RB ^ 2)), <- (ln_mult SA) by assumption.
      apply ln_increasing; [apply Rmult_lt_0_compat; assumption|].
      unfold SA, SB, RA, RB. lra. }
    assert (T : sqrt 7 / 4 * (sqrt 7 / 4) = 7 / 16) by lra. assert (T1 : sqrt 7 / 4 * - (sqrt 7 / 4) = - (7 / 16)) by lra.
    assert (T2 : - (sqrt 7 / 4) * - (sqrt 7 / 4) = 7 / 16) by lra. rewrite ?T, ?T1, ?T2 in H. lra.
Qed.
