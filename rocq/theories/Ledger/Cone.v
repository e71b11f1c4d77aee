(** * Theorem 2 for the pair of centres in the ledger: each generated statement from [Cone.Centres] *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment Cone.Centres.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere.
Open Scope R_scope.

(** Here the goals are large, and nothing nonlinear is asked of them. *)
Ltac light := solve [assumption | lra | mgf | apply besseli_neq; lra | apply Rgt_not_eq; lra].
Ltac closing := intros; repeat match goal with |- _ /\ _ => split end; try light.

Lemma square_printed w k b : b ^ 2 + k ^ 2 + 2 * b * k * w = square w k b.
Proof. unfold square. ring. Qed.

Lemma ConeLoss_same nu w k b : nu > -1 -> 0 <= square w k b -> ConeLoss nu w k b = cone_loss nu w k b.
Proof.
  intros Hn Hv. unfold ConeLoss, cone_loss. rewrite !ln_SphereMGF, square_printed. replace (2 + 2 * nu) with (2 * nu + 2) by ring.
  rewrite lnM_sqrt, lnM_square by assumption. ring.
Qed.

Lemma ConeSlope_same nu w k b : nu > -1 -> 0 <= square w k b -> ConeSlope nu w k b = cone_slope nu w k b.
Proof.
  intros Hn Hv. unfold ConeSlope, cone_slope. rewrite square_printed, RatioOverArgument_same, sqrt_sq_eq by assumption. reflexivity.
Qed.

Lemma square_inside w k b : 0 < k -> 0 < b -> -1 <= w -> 0 <= square w k b.
Proof. intros Hk Hb Hw. apply square_nonneg; lra. Qed.

Ltac cone := rewrite ?ConeLoss_same, ?ConeSlope_same by first [lra | apply square_inside; lra].

Lemma ConeLoss_derive nu w k b : nu > -1 -> 0 < k -> 0 < b -> square w k b > 0 ->
  is_derive (fun t => ConeLoss nu t k b) w (cone_slope nu w k b).
Proof.
  intros Hn Hk Hb V. assert (Hp : 0 < 2 * k * b) by nra.
  apply (is_derive_ext_loc (fun t => cone_loss nu t k b)); [|apply loss_derive; lra].
  exists (mkposreal (square w k b / (2 * k * b)) (Rdiv_lt_0_compat _ _ V Hp)). intros t Ht. symmetry. apply ConeLoss_same; [exact Hn|].
  unfold ball in Ht; simpl in Ht; unfold AbsRing_ball, abs, minus, plus, opp in Ht; simpl in Ht. apply Rabs_def2 in Ht.
  assert (E : square w k b / (2 * k * b) * (2 * k * b) = square w k b) by (field; lra).
  assert (2 * k * b * (t + - w) > 2 * k * b * (- (square w k b / (2 * k * b)))) by (apply Rmult_gt_compat_l; lra).
  unfold square in *. lra.
Qed.

Theorem thm_2_slope_holds : thm_2_slope.
Proof.
  unfold thm_2_slope; intros nu kappa beta w Hk Hb Hn HV. assert (V : square w kappa beta > 0) by (unfold square; lra).
  assert (D := ConeLoss_derive nu w kappa beta ltac:(lra) Hk Hb V).
  repeat match goal with |- _ /\ _ => split end; try solve [light | apply sqrt_lt_R0; lra | apply besseli_neq; [lra|apply sqrt_lt_R0; lra]].
  - eexists; exact D.
  - derived D. rewrite ConeSlope_same by lra. reflexivity.
  - rewrite ConeSlope_same by lra. unfold cone_slope. replace (beta ^ 2 + kappa ^ 2 + 2 * w * beta * kappa) with (square w kappa beta) by (unfold square; ring).
    assert (R : 0 < sqrt (square w kappa beta)) by (apply sqrt_lt_R0; lra). rewrite IvRatio_ratio by lra.
    rewrite <- (sqrt_sq_eq (square w kappa beta)) at 1 by lra. rewrite over_sq_ratio by lra. field. lra.
Qed.

Theorem thm_2_tangent_holds : thm_2_tangent.
Proof.
  unfold thm_2_tangent; closing; cone; assert (T := tangents nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra) u w ltac:(lra) ltac:(lra)); lra.
Qed.

Theorem thm_2_concave_holds : thm_2_concave.
Proof.
  unfold thm_2_concave; closing. assert (-1 <= s * w + u * (1 + -1 * s)) by nra. cone.
  assert (C := strictly_concave nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra) u w s ltac:(lra) ltac:(lra) ltac:(lra)).
  replace (s * w + u * (1 + -1 * s)) with (s * w + (1 - s) * u) by ring. lra.
Qed.

Theorem thm_2_ends_holds : thm_2_ends.
Proof.
  unfold thm_2_ends; closing; assert (I := ratio_RInt nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra)).
  - intros z Hz. apply (within nu kappa beta z); lra.
  - intros z Hz. apply besseli_neq; [lra|]. apply (within nu kappa beta z); lra.
  - eexists; exact I.
  - cone. assert (W := widest_gap_loses nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra)). lra.
  - cone. rewrite (is_RInt_unique _ _ _ _ I). assert (E := loss_ends nu kappa beta).
    rewrite Rabs_minus_sym in E. replace (beta - kappa) with (beta + -1 * kappa) in E by ring. rewrite (Rplus_comm kappa beta) in E. lra.
Qed.

Theorem thm_2_direction_holds : thm_2_direction.
Proof. unfold thm_2_direction; closing. cone. apply no_gap_is_best; lra. Qed.

Theorem thm_2_trap_none_holds : thm_2_trap_none.
Proof.
  unfold thm_2_trap_none; closing. match goal with H : ConeSlope _ _ _ _ <= 0 |- _ => rewrite ConeSlope_same in H by first [lra | apply square_inside; lra] end.
  cone. apply falls_without_trap; lra.
Qed.

Theorem thm_2_trap_never_holds : thm_2_trap_never.
Proof. unfold thm_2_trap_never; closing. cone. apply no_trap_at_high_temperature; lra. Qed.

Theorem thm_2_trap_small_holds : thm_2_trap_small.
Proof. unfold thm_2_trap_small; closing. cone. apply no_trap_at_low_concentration; lra. Qed.

Theorem thm_2_clip_holds : thm_2_clip.
Proof.
  unfold thm_2_clip; closing. cone. apply falls_without_trap; try lra. apply no_trap_at_high_temperature; lra.
Qed.

Theorem thm_2_trap_necessary_holds : thm_2_trap_necessary.
Proof.
  unfold thm_2_trap_necessary; intros nu kappa beta Hk Hb Hn HS. rewrite ConeSlope_same in HS by first [lra | apply square_inside; lra].
  destruct (trap_necessary nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra) HS) as (A & B & C).
  repeat split; try lra. replace (-1 + -2 * nu + 2 * beta) with (2 * beta - 2 * nu - 1) by ring. exact C.
Qed.

Theorem thm_2_trap_sufficient_holds : thm_2_trap_sufficient.
Proof.
  unfold thm_2_trap_sufficient; closing. cone. apply trap_sufficient; try lra.
  replace (2 * beta - 2 * nu - 2) with (-2 + -2 * nu + 2 * beta) by ring. assumption.
Qed.

Theorem thm_2_trap_root_holds : thm_2_trap_root.
Proof.
  unfold thm_2_trap_root; closing; assert (D := RatioOverArgument_derive nu z ltac:(lra) ltac:(lra)).
  - eexists; exact D.
  - derived D. apply falling; lra.
  - rewrite <- sqrt_mult by lra. set (v := kappa * (-2 + kappa + -2 * nu)). assert (Hv : 0 < v) by (unfold v; apply Rmult_lt_0_compat; lra).
    assert (P : 0 < sqrt v) by (apply sqrt_lt_R0, Hv). rewrite over_x_value by lra.
    assert (B := bound_lower_simple nu (sqrt v) ltac:(lra) ltac:(lra)). unfold G in B. rewrite sqrt_sq_eq in B by lra.
    replace (v + (nu + 1) ^ 2) with ((kappa - (nu + 1)) ^ 2) in B by (unfold v; ring). rewrite sqrt_pow2 in B by lra.
    replace (nu + 1 + (kappa - (nu + 1))) with kappa in B by ring.
    apply Rgt_lt, (Rmult_lt_compat_l (kappa * / sqrt v)) in B; [|apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat, P]].
    replace (kappa * / sqrt v * (sqrt v / kappa)) with 1 in B by (field; lra). lra.
  - rewrite <- sqrt_mult by lra. set (v := kappa * (-1 + kappa + -2 * nu)). assert (Hv : 0 < v) by (unfold v; apply Rmult_lt_0_compat; lra).
    assert (P : 0 < sqrt v) by (apply sqrt_lt_R0, Hv). rewrite over_x_value by lra.
    assert (B := bound_upper nu (sqrt v) ltac:(lra) ltac:(lra)). unfold G in B. rewrite sqrt_sq_eq in B by lra.
    replace (v + (nu + / 2) ^ 2) with ((kappa - (nu + / 2)) ^ 2) in B by (unfold v; field). rewrite sqrt_pow2 in B by lra.
    replace (nu + / 2 + (kappa - (nu + / 2))) with kappa in B by ring.
    apply (Rmult_lt_compat_l (kappa * / sqrt v)) in B; [|apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat, P]].
    replace (kappa * / sqrt v * (sqrt v / kappa)) with 1 in B by (field; lra). lra.
Qed.

(** ** The trap, by the root z of z = kappa A(z) *)
Section Root.
Variables nu z beta : R.
Hypothesis nu_above : nu >= - / 2.
Hypothesis z_pos : 0 < z.
Hypothesis beta_pos : 0 < beta.
Let kappa := RootConcentration nu z.

Lemma IvRatio_neq : IvRatio nu z <> 0.
Proof. rewrite IvRatio_ratio by lra. apply Rgt_not_eq, ratio_positive; lra. Qed.

Lemma root_value : kappa = z / ratio nu z.
Proof. unfold kappa, RootConcentration. rewrite IvRatio_ratio by lra. reflexivity. Qed.

Lemma root_above : kappa > z.
Proof.
  rewrite root_value. assert (P := ratio_positive nu ltac:(lra) z ltac:(lra)). assert (U := bound_upper_one nu z ltac:(lra) ltac:(lra)).
  apply Rlt_gt, (Rmult_lt_reg_r (ratio nu z)); [exact P|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

Lemma root_over : over_sq nu (z ^ 2) = / kappa.
Proof. rewrite over_sq_ratio, root_value by lra. assert (P := ratio_positive nu ltac:(lra) z ltac:(lra)). field. lra. Qed.

Let best := TrapMaximum nu z beta.

Lemma best_value : best = (z ^ 2 - beta ^ 2 - kappa ^ 2) / (2 * beta * kappa).
Proof. assert (K := root_above). unfold best, TrapMaximum. fold kappa. field. lra. Qed.

Lemma square_best : square best kappa beta = z ^ 2.
Proof. assert (K := root_above). rewrite best_value. unfold square. field. lra. Qed.

Lemma slope_best : cone_slope nu best kappa beta = 0.
Proof. assert (K := root_above). unfold cone_slope. rewrite square_best, root_over. field. lra. Qed.

Hypothesis near : (- 1 * beta + kappa) ^ 2 < z ^ 2.

Lemma best_inside : -1 < best < 1.
Proof.
  assert (K := root_above). assert (P : 0 < 2 * beta * kappa) by nra. rewrite best_value. split.
  - apply (Rmult_lt_reg_r (2 * beta * kappa)); [exact P|].
    replace ((z ^ 2 - beta ^ 2 - kappa ^ 2) / (2 * beta * kappa) * (2 * beta * kappa)) with (z ^ 2 - beta ^ 2 - kappa ^ 2) by (field; lra). nra.
  - apply (Rmult_lt_reg_r (2 * beta * kappa)); [exact P|].
    replace ((z ^ 2 - beta ^ 2 - kappa ^ 2) / (2 * beta * kappa) * (2 * beta * kappa)) with (z ^ 2 - beta ^ 2 - kappa ^ 2) by (field; lra). nra.
Qed.
End Root.

Theorem thm_2_trap_inside_holds : thm_2_trap_inside.
Proof.
  unfold thm_2_trap_inside; closing; [apply IvRatio_neq; lra|]. assert (K := root_above nu z ltac:(lra) ltac:(lra)); cbv zeta in K. cone. rewrite slope_at_widest.
  set (k := RootConcentration nu z) in *. assert (D := over_sq_decreases nu ltac:(lra) ((k - beta) ^ 2) (z ^ 2)).
  assert (E : over_sq nu (z ^ 2) < over_sq nu ((k - beta) ^ 2)) by (apply D; split; [apply pow2_ge_0|replace (k - beta) with (-1 * beta + k) by ring; assumption]).
  rewrite (root_over nu z) in E by lra. fold k in E. apply (Rmult_lt_compat_l k) in E; [|lra]. rewrite Rinv_r in E by lra. apply Rmult_lt_0_compat; lra.
Qed.

Theorem thm_2_trap_outside_holds : thm_2_trap_outside.
Proof.
  unfold thm_2_trap_outside; closing; [apply IvRatio_neq; lra|]. assert (K := root_above nu z ltac:(lra) ltac:(lra)); cbv zeta in K. cone. rewrite slope_at_widest.
  set (k := RootConcentration nu z) in *. replace (-1 * beta + k) with (k - beta) in * by ring.
  assert (E : over_sq nu ((k - beta) ^ 2) <= over_sq nu (z ^ 2)).
  { destruct (Rle_lt_or_eq_dec (z ^ 2) ((k - beta) ^ 2) ltac:(lra)) as [L|L]; [|rewrite L; lra].
    apply Rlt_le, over_sq_decreases; [lra|]. split; [apply pow2_ge_0|exact L]. }
  rewrite (root_over nu z) in E by lra. fold k in E. 
  assert (E2 : k * over_sq nu ((k - beta) ^ 2) <= k * / k) by (apply Rmult_le_compat_l; lra). rewrite Rinv_r in E2 by lra.
  assert (X : beta * (-1 + k * over_sq nu ((k - beta) ^ 2)) <= beta * 0) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Theorem thm_2_trap_holds : thm_2_trap.
Proof.
  unfold thm_2_trap; intros nu z beta s t Hz Hb Hn Hnear Hs Hst Ht1. assert (K := root_above nu z ltac:(lra) ltac:(lra)); cbv zeta in K.
  assert (B := best_inside nu z beta ltac:(lra) ltac:(lra) ltac:(lra) Hnear); cbv zeta in B. assert (S0 := slope_best nu z beta ltac:(lra) ltac:(lra) ltac:(lra)); cbv zeta in S0.
  set (k := RootConcentration nu z) in *. set (w := TrapMaximum nu z beta) in *.
  repeat match goal with |- _ /\ _ => split end; try light; [apply IvRatio_neq; lra|].
  assert (-1 <= -1 + s * (1 + w)) by nra. assert (-1 + s * (1 + w) < -1 + t * (1 + w)) by nra. assert (-1 + t * (1 + w) <= w) by nra. cone.
  destruct (chord nu k beta ltac:(lra) ltac:(lra) ltac:(lra) (-1 + s * (1 + w)) (-1 + t * (1 + w)) ltac:(lra) ltac:(lra)) as (c & Hc & E).
  assert (P := slope_decreases nu k beta ltac:(lra) ltac:(lra) ltac:(lra) c w ltac:(lra) ltac:(lra)). cbv zeta beta in P. rewrite S0 in P.
  assert (0 < cone_slope nu c k beta * (-1 + t * (1 + w) - (-1 + s * (1 + w)))) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Theorem thm_2_trap_maximum_holds : thm_2_trap_maximum.
Proof.
  unfold thm_2_trap_maximum; intros nu z beta w Hz Hb Hn Hnear Hw Hw1 Hne. assert (K := root_above nu z ltac:(lra) ltac:(lra)); cbv zeta in K.
  assert (B := best_inside nu z beta ltac:(lra) ltac:(lra) ltac:(lra) Hnear); cbv zeta in B. assert (S0 := slope_best nu z beta ltac:(lra) ltac:(lra) ltac:(lra)); cbv zeta in S0.
  set (k := RootConcentration nu z) in *. set (m := TrapMaximum nu z beta) in *.
  repeat match goal with |- _ /\ _ => split end; try light; [apply IvRatio_neq; lra|]. cone.
  destruct (Rlt_le_dec w m) as [L|L].
  - assert (T := tangents nu k beta ltac:(lra) ltac:(lra) ltac:(lra) w m ltac:(lra) L). cbv zeta beta in T. rewrite S0 in T. lra.
  - assert (T := tangents nu k beta ltac:(lra) ltac:(lra) ltac:(lra) m w ltac:(lra) ltac:(lra)). cbv zeta beta in T. rewrite S0 in T. lra.
Qed.

Theorem thm_2_trap_pair_holds : thm_2_trap_pair.
Proof.
  unfold thm_2_trap_pair; closing; cone; assert (T := tangents nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra) u w ltac:(lra) ltac:(lra));
    assert (T' := tangents nu lambda beta ltac:(lra) ltac:(lra) ltac:(lra) u w ltac:(lra) ltac:(lra)); lra.
Qed.

Theorem thm_2_trap_pair_none_holds : thm_2_trap_pair_none.
Proof.
  unfold thm_2_trap_pair_none; closing.
  match goal with H : ConeSlope _ _ _ _ + _ <= 0 |- _ => rewrite !ConeSlope_same in H by first [lra | apply square_inside; lra]; rename H into HS end. cone.
  assert (-1 <= u) by lra.
  assert (T := tangents nu kappa beta ltac:(lra) ltac:(lra) ltac:(lra) u w ltac:(lra) ltac:(lra)).
  assert (T' := tangents nu lambda beta ltac:(lra) ltac:(lra) ltac:(lra) u w ltac:(lra) ltac:(lra)).
  assert (Q : cone_slope nu u kappa beta <= cone_slope nu (-1) kappa beta).
  { destruct (Rle_lt_or_eq_dec (-1) u ltac:(lra)) as [L|L]; [|rewrite <- L; lra]. apply Rlt_le, slope_decreases; lra. }
  assert (Q' : cone_slope nu u lambda beta <= cone_slope nu (-1) lambda beta).
  { destruct (Rle_lt_or_eq_dec (-1) u ltac:(lra)) as [L|L]; [|rewrite <- L; lra]. apply Rlt_le, slope_decreases; lra. }
  assert (X : (w - u) * (cone_slope nu u kappa beta + cone_slope nu u lambda beta) <= (w - u) * 0) by (apply Rmult_le_compat_l; lra). lra.
Qed.
