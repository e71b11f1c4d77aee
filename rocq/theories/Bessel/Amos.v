(** * Bounds of Amos type on the ratio

    A function below its own Riccati right-hand side is a lower barrier, one above it an upper barrier. For
      G_{a,b}(z) = z/(a + sqrt(z^2 + b^2))
    the residual is 1 - G^2 - (2nu+1)/z G - G' = (a^2 + b^2 - (2nu+2) a + (2a - 2nu - 1) s - b^2/s)/(a + s)^2,
    s = sqrt(z^2 + b^2), whose sign is elementary. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Barrier.
Open Scope R_scope.

Section Barriers.
Variables (nu p C m : R) (b b' : R -> R).
Hypothesis nu_above : nu > -1.
Hypothesis slope : forall z, z > 0 -> is_derive b z (b' z).
Hypothesis damped : forall z, z > 0 -> ratio nu z + b z + (2 * nu + 1 - p) / z >= 0.
Hypothesis order : p + m > 0.

Definition residual (z : R) : R := 1 - b z ^ 2 - (2 * nu + 1) / z * b z - b' z.

Lemma minus_equation z : z > 0 -> is_derive (fun t => ratio nu t - b t) z
  (- ((ratio nu z + b z + (2 * nu + 1 - p) / z) + p / z) * (ratio nu z - b z) + residual z).
Proof.
  intros Hz. assert (D := is_derive_minus (V := R_NormedModule) _ _ _ _ _ (riccati nu nu_above z Hz) (slope z Hz)).
  unfold minus, plus, opp in D; simpl in D. eapply is_derive_ext; [reflexivity|].
  match type of D with is_derive _ _ ?u => match goal with |- is_derive _ _ ?v => replace v with u; [exact D|] end end.
  unfold residual. field. lra.
Qed.

Theorem lower_barrier_weak : (forall z, z > 0 -> b z <= C * Rpower z m) -> (forall z, z > 0 -> residual z >= 0) ->
  forall z, z > 0 -> ratio nu z >= b z.
Proof.
  intros Hn Hr z Hz. assert (G := sign_from_zero_weak _ _ _ p C m minus_equation damped).
  enough (ratio nu z - b z >= 0) by lra. apply G; try assumption.
  intros t Ht. assert (P := ratio_positive nu nu_above t Ht). specialize (Hn t Ht). lra.
Qed.

Theorem lower_barrier : (forall z, z > 0 -> b z <= C * Rpower z m) -> (forall z, z > 0 -> residual z > 0) ->
  forall z, z > 0 -> ratio nu z > b z.
Proof.
  intros Hn Hr z Hz. assert (G := sign_from_zero _ _ _ p C m minus_equation damped).
  enough (ratio nu z - b z > 0) by lra. apply G; try assumption.
  intros t Ht. assert (P := ratio_positive nu nu_above t Ht). specialize (Hn t Ht). lra.
Qed.
End Barriers.

Section UpperBarriers.
Variables (nu : R) (b b' : R -> R).
Hypothesis nu_above : nu > -1.
Hypothesis slope : forall z, z > 0 -> is_derive b z (b' z).
Hypothesis b_nonneg : forall z, z > 0 -> b z >= 0.

Lemma upper_equation z : z > 0 -> is_derive (fun t => b t - ratio nu t) z
  (- ((ratio nu z + b z) + (2 * nu + 1) / z) * (b z - ratio nu z) + - residual nu b b' z).
Proof.
  intros Hz. assert (D := is_derive_minus (V := R_NormedModule) _ _ _ _ _ (slope z Hz) (riccati nu nu_above z Hz)).
  unfold minus, plus, opp in D; simpl in D. eapply is_derive_ext; [reflexivity|].
  match type of D with is_derive _ _ ?u => match goal with |- is_derive _ _ ?v => replace v with u; [exact D|] end end.
  unfold residual. field. lra.
Qed.

Lemma upper_near z : z > 0 -> b z - ratio nu z >= - / (2 * nu + 2) * Rpower z 1.
Proof.
  intros Hz. rewrite Rpower_1 by exact Hz. assert (S := ratio_start nu nu_above z Hz). specialize (b_nonneg z Hz).
  unfold Rdiv in S. lra.
Qed.

Lemma upper_damped z : z > 0 -> ratio nu z + b z >= 0.
Proof. intros Hz. assert (P := ratio_positive nu nu_above z Hz). specialize (b_nonneg z Hz). lra. Qed.

Theorem upper_barrier_weak : (forall z, z > 0 -> residual nu b b' z <= 0) -> forall z, z > 0 -> ratio nu z <= b z.
Proof.
  intros Hr z Hz. enough (b z - ratio nu z >= 0) by lra.
  apply (sign_from_zero_weak _ _ _ (2 * nu + 1) (/ (2 * nu + 2)) 1 upper_equation upper_damped upper_near); [lra| |exact Hz].
  intros t Ht. specialize (Hr t Ht). lra.
Qed.

Theorem upper_barrier : (forall z, z > 0 -> residual nu b b' z < 0) -> forall z, z > 0 -> ratio nu z < b z.
Proof.
  intros Hr z Hz. enough (b z - ratio nu z > 0) by lra.
  apply (sign_from_zero _ _ _ (2 * nu + 1) (/ (2 * nu + 2)) 1 upper_equation upper_damped upper_near); [lra| |exact Hz].
  intros t Ht. specialize (Hr t Ht). lra.
Qed.
End UpperBarriers.

(** The contiguous ratios: 1/A_nu = (2nu+2)/z + A_{nu+1}. *)
Theorem ratio_contiguous nu z : nu > -1 -> z > 0 -> ratio nu z * ((2 * nu + 2) / z + ratio (nu + 1) z) = 1.
Proof.
  intros Hnu Hz. unfold ratio. set (w := z ^ 2 / 4). assert (Hw : 0 <= w) by (unfold w; nra).
  assert (C := hyper_contiguous (nu + 1) w ltac:(lra)).
  replace (nu + 1 + 1) with (nu + 2) in * by ring. replace (nu + 1 + 2) with (nu + 3) in * by ring.
  assert (H1 := hyper_pos (nu + 1) w ltac:(lra) Hw). assert (H2 := hyper_pos (nu + 2) w ltac:(lra) Hw).
  assert (E : hyper0F1 (nu + 3) w = (hyper0F1 (nu + 1) w - hyper0F1 (nu + 2) w) * ((nu + 1) * (nu + 2)) * 4 / z ^ 2).
  { rewrite C. unfold w. field. repeat split; lra. }
  rewrite E. field. repeat split; lra.
Qed.

(** ** The family G_{a,b} *)
Definition G (a b z : R) : R := z / (a + sqrt (z ^ 2 + b ^ 2)).

Section G.
Variables a b z : R.
Hypothesis z_pos : z > 0.
Hypothesis denominator : a + Rabs b > 0.
Let s := sqrt (z ^ 2 + b ^ 2).

Lemma root_square : s ^ 2 = z ^ 2 + b ^ 2.
Proof. apply sqrt_sq_eq. nra. Qed.
Lemma root_pos : 0 < s.
Proof. apply sqrt_lt_R0. nra. Qed.
Lemma root_above : s > Rabs b.
Proof.
  assert (S := root_square). assert (P := root_pos). assert (Q := Rabs_pos b).
  assert (B : Rabs b * Rabs b = b ^ 2) by (rewrite <- Rabs_mult, Rabs_pos_eq by nra; ring). nra.
Qed.
Lemma G_denominator : a + s > 0.
Proof. assert (S := root_above). lra. Qed.
Lemma G_pos : G a b z > 0.
Proof. assert (D := G_denominator). unfold G. fold s. apply Rdiv_lt_0_compat; lra. Qed.

Lemma G_derive : is_derive (G a b) z ((a * s + b ^ 2) / (s * (a + s) ^ 2)).
Proof.
  assert (D := G_denominator). assert (S := root_square). assert (P := root_pos). unfold G.
  replace ((a * s + b ^ 2) / (s * (a + s) ^ 2)) with ((a + s - z * (z / s)) / (a + s) ^ 2).
  - unfold s in *. auto_derive.
    + replace (z * (z * 1) + b * (b * 1)) with (z ^ 2 + b ^ 2) by ring. repeat split; [nra|lra].
    + replace (z * (z * 1) + b * (b * 1)) with (z ^ 2 + b ^ 2) by ring. field. split; lra.
  - replace (b ^ 2) with (s ^ 2 - z ^ 2) by lra. field. split; lra.
Qed.

Lemma G_residual nu : residual nu (G a b) (fun t => (a * sqrt (t ^ 2 + b ^ 2) + b ^ 2) / (sqrt (t ^ 2 + b ^ 2) * (a + sqrt (t ^ 2 + b ^ 2)) ^ 2)) z
  = (a ^ 2 + b ^ 2 - (2 * nu + 2) * a + (2 * a - 2 * nu - 1) * s - b ^ 2 / s) / (a + s) ^ 2.
Proof.
  assert (D := G_denominator). assert (S := root_square). assert (P := root_pos). unfold residual, G. fold s.
  assert (E : z ^ 2 = s ^ 2 - b ^ 2) by lra.
  replace (1 - (z / (a + s)) ^ 2) with (1 - z ^ 2 / (a + s) ^ 2) by (field; lra). rewrite E. field. repeat split; lra.
Qed.
End G.

(** G falls as its parameters grow. *)
Lemma G_compare a b a' b' z : z > 0 -> a' + sqrt (z ^ 2 + b' ^ 2) > 0 ->
  a' + sqrt (z ^ 2 + b' ^ 2) < a + sqrt (z ^ 2 + b ^ 2) -> G a b z < G a' b' z.
Proof.
  intros Hz H0 H. unfold G, Rdiv. apply Rmult_lt_compat_l; [exact Hz|]. apply Rinv_lt_contravar; [|exact H].
  apply Rmult_lt_0_compat; lra.
Qed.

(** The slope of G_{nu+1/2, nu+1/2} and others: [x < G] is the sign of the quadratic that G solves. *)
Lemma G_root a z x : z > 0 -> x >= 0 -> (x < G a a z <-> 1 - x ^ 2 - 2 * a / z * x > 0).
Proof.
  intros Hz Hx. set (s := sqrt (z ^ 2 + a ^ 2)). assert (S : s ^ 2 = z ^ 2 + a ^ 2) by apply root_square.
  assert (P : 0 < s) by (apply root_pos; lra).
  assert (Ha : a + s > 0) by nra.
  assert (E : 1 - x ^ 2 - 2 * a / z * x = (z / (a + s) - x) * (x + (a + s) / z)).
  { replace ((z / (a + s) - x) * (x + (a + s) / z)) with (1 - x ^ 2 - x * ((a + s) ^ 2 - z ^ 2) / (z * (a + s))) by (field; lra).
    replace ((a + s) ^ 2 - z ^ 2) with (2 * a * (a + s)) by nra. field. lra. }
  unfold G. fold s. rewrite E. assert (K : 0 < (a + s) / z) by (apply Rdiv_lt_0_compat; lra).
  split; intros H; [apply Rmult_lt_0_compat; lra|].
  destruct (Rlt_le_dec x (z / (a + s))) as [L|L]; [exact L|exfalso]. nra.
Qed.

Section Bounds.
Variables nu z : R.
Hypothesis z_pos : z > 0.

Let slope_of a b t := (a * sqrt (t ^ 2 + b ^ 2) + b ^ 2) / (sqrt (t ^ 2 + b ^ 2) * (a + sqrt (t ^ 2 + b ^ 2)) ^ 2).

Lemma G_upper a b : nu > -1 -> a + Rabs b > 0 ->
  (forall t, t > 0 -> let s := sqrt (t ^ 2 + b ^ 2) in a ^ 2 + b ^ 2 - (2 * nu + 2) * a + (2 * a - 2 * nu - 1) * s - b ^ 2 / s < 0) ->
  ratio nu z < G a b z.
Proof.
  intros Hnu Hd Hr. apply (upper_barrier nu (G a b) (slope_of a b)); try assumption.
  - intros t Ht. apply G_derive; assumption.
  - intros t Ht. apply Rgt_ge, G_pos; assumption.
  - intros t Ht. unfold slope_of. rewrite G_residual by assumption. specialize (Hr t Ht). cbv zeta in Hr.
    assert (D := G_denominator a b t Ht Hd). unfold Rdiv at 1.
    apply Ropp_lt_cancel. rewrite Ropp_0, Ropp_mult_distr_l. apply Rmult_lt_0_compat; [lra|].
    apply Rinv_0_lt_compat. apply pow_lt. lra.
Qed.

Theorem bound_upper_origin : nu > -1 -> ratio nu z < G nu (nu + 2) z.
Proof.
  intros Hnu. assert (A : Rabs (nu + 2) = nu + 2) by (apply Rabs_pos_eq; lra). apply G_upper; [exact Hnu|lra|].
  intros t Ht s. assert (P : 0 < s) by (apply root_pos, Ht). assert (R := root_above (nu + 2) t Ht). fold s in R. rewrite A in R.
  replace (nu ^ 2 + (nu + 2) ^ 2 - (2 * nu + 2) * nu + (2 * nu - 2 * nu - 1) * s - (nu + 2) ^ 2 / s)
    with (- ((s - (nu + 2)) ^ 2 / s)) by (field; lra).
  assert (0 < (s - (nu + 2)) ^ 2 / s) by (apply Rdiv_lt_0_compat; [apply pow_lt; lra|exact P]). lra.
Qed.

Theorem bound_upper_order : nu > -1 -> ratio nu z < G nu nu z.
Proof.
  intros Hnu. eapply Rlt_trans; [apply bound_upper_origin, Hnu|]. apply G_compare; [exact z_pos| |].
  - assert (R := root_above nu z z_pos). assert (K := Rle_abs (- nu)). rewrite Rabs_Ropp in K. lra.
  - apply Rplus_lt_compat_l, sqrt_lt_1_alt. nra.
Qed.

Theorem bound_upper_linear : nu > -1 -> ratio nu z < z / (2 * nu + 2).
Proof.
  intros Hnu. eapply Rlt_trans; [apply bound_upper_origin, Hnu|]. unfold G, Rdiv.
  assert (R := root_above (nu + 2) z z_pos). rewrite Rabs_pos_eq in R by lra.
  apply Rmult_lt_compat_l; [exact z_pos|]. apply Rinv_lt_contravar; [nra|lra].
Qed.

Theorem bound_lower : nu > -1 -> ratio nu z > G (nu + / 2) (nu + 3 / 2) z.
Proof.
  intros Hnu. set (a := nu + / 2). set (b := nu + 3 / 2). assert (A : Rabs b = b) by (apply Rabs_pos_eq; unfold b; lra).
  assert (Hd : a + Rabs b > 0) by (rewrite A; unfold a, b; lra).
  apply (lower_barrier nu (2 * nu + 1) (/ (2 * nu + 2)) 1 (G a b) (slope_of a b)); try assumption.
  - intros t Ht. apply G_derive; assumption.
  - intros t Ht. assert (P := ratio_positive nu Hnu t Ht). assert (Q := G_pos a b t Ht Hd).
    replace ((2 * nu + 1 - (2 * nu + 1)) / t) with 0 by (field; lra). lra.
  - lra.
  - intros t Ht. rewrite Rpower_1 by exact Ht. assert (R := root_above b t Ht). rewrite A in R. unfold G, Rdiv.
    rewrite Rmult_comm. apply Rmult_le_compat_r; [lra|]. apply Rinv_le_contravar; [lra|]. unfold a, b in *. lra.
  - intros t Ht. unfold slope_of. rewrite G_residual by assumption. assert (D := G_denominator a b t Ht Hd).
    assert (R := root_above b t Ht). rewrite A in R. set (s := sqrt (t ^ 2 + b ^ 2)) in *.
    apply Rdiv_lt_0_compat; [|apply pow_lt; lra].
    assert (0 < b) by (unfold b; lra).
    replace (a ^ 2 + b ^ 2 - (2 * nu + 2) * a + (2 * a - 2 * nu - 1) * s - b ^ 2 / s) with (b * (s - b) / s) by (unfold a, b; field; lra).
    apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; lra|lra].
Qed.

Theorem bound_lower_simple : nu > -1 -> ratio nu z > G (nu + 1) (nu + 1) z.
Proof.
  intros Hnu. eapply Rgt_trans; [apply bound_lower, Hnu|].
  assert (R := root_above (nu + 3 / 2) z z_pos). rewrite Rabs_pos_eq in R by lra.
  assert (S1 := root_square (nu + 3 / 2) z). assert (S2 := root_square (nu + 1) z).
  assert (P2 : 0 < sqrt (z ^ 2 + (nu + 1) ^ 2)) by (apply root_pos, z_pos).
  set (s1 := sqrt (z ^ 2 + (nu + 3 / 2) ^ 2)) in *. set (s2 := sqrt (z ^ 2 + (nu + 1) ^ 2)) in *.
  apply G_compare; [exact z_pos|fold s1; lra|]. fold s1 s2.
  assert (s2 > nu + 1) by nra. nra.
Qed.

Theorem bound_lower_rational : nu > -1 -> ratio nu z > z / (2 * nu + 2 + z ^ 2 / (2 * nu + 4)).
Proof.
  intros Hnu. assert (C := ratio_contiguous nu z Hnu z_pos). assert (P := ratio_positive nu Hnu z z_pos).
  assert (U : ratio (nu + 1) z < z / (2 * (nu + 1) + 2)).
  { assert (O := ratio_positive (nu + 1) ltac:(lra) z z_pos).
    destruct (Rle_lt_or_eq_dec _ _ (ratio_start (nu + 1) ltac:(lra) z z_pos)) as [L|L]; [exact L|exfalso].
    assert (C2 := ratio_contiguous (nu + 1) z ltac:(lra) z_pos). assert (O2 := ratio_positive (nu + 1 + 1) ltac:(lra) z z_pos).
    assert (z / (2 * (nu + 1) + 2) * ((2 * (nu + 1) + 2) / z) = 1) by (field; lra).
    rewrite L in C2. assert (0 < z / (2 * (nu + 1) + 2)) by (apply Rdiv_lt_0_compat; lra). nra. }
  set (q := ratio (nu + 1) z) in *. replace (2 * (nu + 1) + 2) with (2 * nu + 4) in U by ring.
  assert (0 < q) by (unfold q; apply ratio_positive; lra).
  assert (E : ratio nu z = / ((2 * nu + 2) / z + q)).
  { assert (0 < (2 * nu + 2) / z) by (apply Rdiv_lt_0_compat; lra). apply (Rmult_eq_reg_r ((2 * nu + 2) / z + q)); [|lra]. rewrite C. field. split; nra. }
  rewrite E. replace (z / (2 * nu + 2 + z ^ 2 / (2 * nu + 4))) with (/ ((2 * nu + 2) / z + z / (2 * nu + 4))).
  - assert (0 < (2 * nu + 2) / z) by (apply Rdiv_lt_0_compat; lra).
    apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|lra].
  - field. repeat split; nra.
Qed.

Theorem bound_upper_geometric : nu > - / 2 -> ratio nu z < z / (nu + / 2 + sqrt (z ^ 2 + (nu + / 2) * (nu + 3 / 2))).
Proof.
  intros Hnu. set (b := sqrt ((nu + / 2) * (nu + 3 / 2))). assert (Hb : b ^ 2 = (nu + / 2) * (nu + 3 / 2)) by (apply sqrt_sq_eq; nra).
  assert (Hb0 : 0 < b) by (apply sqrt_lt_R0; nra).
  rewrite <- Hb. fold (G (nu + / 2) b z). assert (A : Rabs b = b) by (apply Rabs_pos_eq; lra).
  apply G_upper; [lra|lra|]. intros t Ht s. assert (P : 0 < s) by (apply root_pos, Ht).
  replace ((nu + / 2) ^ 2 + b ^ 2 - (2 * nu + 2) * (nu + / 2) + (2 * (nu + / 2) - 2 * nu - 1) * s - b ^ 2 / s)
    with (b ^ 2 - (nu + / 2) * (nu + 3 / 2) - b ^ 2 / s) by (field; lra).
  rewrite <- Hb. assert (0 < b ^ 2 / s) by (apply Rdiv_lt_0_compat; [apply pow_lt, Hb0|exact P]). lra.
Qed.
End Bounds.

(** ** Orders from -1/2 on *)
Theorem bound_upper_one nu z : nu >= - / 2 -> z > 0 -> ratio nu z < 1.
Proof.
  intros Hnu Hz. assert (H : nu > -1) by lra.
  assert (D : forall t, t > 0 -> is_derive (fun _ => 1) t 0) by (intros; apply (is_derive_const (K := R_AbsRing) (V := R_NormedModule))).
  assert (N : forall t, t > 0 -> (fun _ : R => 1) t >= 0) by (intros; simpl; lra).
  assert (Q : forall t, t > 0 -> - residual nu (fun _ => 1) (fun _ => 0) t >= 0).
  { intros t Ht. unfold residual. replace (- _) with ((2 * nu + 1) / t) by ring.
    apply Rle_ge, Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat, Ht]. }
  assert (W : forall t, t > 0 -> ratio nu t <= 1).
  { apply (upper_barrier_weak nu (fun _ : R => 1) (fun _ : R => 0) H D N). intros t Ht. assert (X := Q t Ht). cbv beta in X |- *. apply Rge_le in X. apply Ropp_le_cancel. rewrite Ropp_0. exact X. }
  enough (1 - ratio nu z > 0) by lra.
  apply (sign_from_start _ _ _ (2 * nu + 1) (/ (2 * nu + 2)) 1 (upper_equation nu _ _ H D) (upper_damped nu _ H N) (upper_near nu _ H N) ltac:(lra) 2 Q); [|  |exact Hz].
  - intros t Ht. specialize (W t Ht). simpl. lra.
  - intros e He. exists (Rmin (e / 2) (nu + 1)). assert (0 < Rmin (e / 2) (nu + 1)) by (apply Rmin_pos; lra).
    assert (M1 := Rmin_l (e / 2) (nu + 1)). assert (M2 := Rmin_r (e / 2) (nu + 1)). split; [lra|].
    assert (S := ratio_start nu H (Rmin (e / 2) (nu + 1)) ltac:(lra)).
    assert (Rmin (e / 2) (nu + 1) / (2 * nu + 2) <= / 2).
    { apply (Rmult_le_reg_r (2 * nu + 2)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
    simpl. lra.
Qed.

Theorem bound_upper nu z : nu >= - / 2 -> z > 0 -> ratio nu z < G (nu + / 2) (nu + / 2) z.
Proof.
  intros Hnu Hz. destruct (Req_dec nu (- / 2)) as [->|Ne].
  - replace (- / 2 + / 2) with 0 by ring. unfold G. replace (z ^ 2 + 0 ^ 2) with (z ^ 2) by ring.
    rewrite sqrt_pow2 by lra. replace (z / (0 + z)) with 1 by (field; lra). apply bound_upper_one; [lra|exact Hz].
  - assert (A : Rabs (nu + / 2) = nu + / 2) by (apply Rabs_pos_eq; lra). apply G_upper; [exact Hz|lra|lra|].
    intros t Ht s. assert (P : 0 < s) by (apply root_pos, Ht).
    replace ((nu + / 2) ^ 2 + (nu + / 2) ^ 2 - (2 * nu + 2) * (nu + / 2) + (2 * (nu + / 2) - 2 * nu - 1) * s - (nu + / 2) ^ 2 / s)
      with (- ((nu + / 2) * (s + (nu + / 2)) / s)) by (field; lra).
    assert (0 < (nu + / 2) * (s + (nu + / 2)) / s) by (apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; lra|exact P]). lra.
Qed.

Theorem bound_upper_geometric_half nu z : nu >= - / 2 -> z > 0 ->
  ratio nu z < z / (nu + / 2 + sqrt (z ^ 2 + (nu + / 2) * (nu + 3 / 2))).
Proof.
  intros Hnu Hz. destruct (Req_dec nu (- / 2)) as [->|Ne]; [|apply bound_upper_geometric; lra].
  replace (- / 2 + / 2) with 0 by ring. replace (z ^ 2 + 0 * (- / 2 + 3 / 2)) with (z ^ 2) by ring.
  rewrite sqrt_pow2 by lra. replace (z / (0 + z)) with 1 by (field; lra). apply bound_upper_one; [lra|exact Hz].
Qed.

(** ** Orders from 1/2 on: A > 1 - (2nu+1)/(2z), and A >= (sqrt(z^2 + nu^2 - 1/4) - nu - 1/2)/z *)
Theorem bound_lower_linear nu z : nu >= / 2 -> z > 0 -> ratio nu z > 1 - (2 * nu + 1) / (2 * z).
Proof.
  intros Hnu Hz. set (b := fun t => 1 - (2 * nu + 1) / (2 * t)). set (b' := fun t => (2 * nu + 1) / (2 * t ^ 2)).
  assert (D : forall t, t > 0 -> is_derive b t (b' t)).
  { intros t Ht. unfold b, b'. auto_derive; [lra|]. field. lra. }
  assert (Q : forall t, t > 0 -> ratio nu t + b t + (2 * nu + 1 - (nu + / 2)) / t >= 0).
  { intros t Ht. assert (P := ratio_positive nu ltac:(lra) t Ht). unfold b.
    replace (ratio nu t + (1 - (2 * nu + 1) / (2 * t)) + (2 * nu + 1 - (nu + / 2)) / t) with (ratio nu t + 1) by (field; lra). lra. }
  assert (E := minus_equation nu (nu + / 2) b b' ltac:(lra) D).
  enough (ratio nu z - b z > 0) by (unfold b in *; lra).
  refine (sign_from_start _ _ _ (nu + / 2) 1 0 E Q _ ltac:(lra) 2 _ _ _ z Hz).
  - intros t Ht. rewrite Rpower_O by exact Ht. assert (P := ratio_positive nu ltac:(lra) t Ht). unfold b.
    assert (0 < (2 * nu + 1) / (2 * t)) by (apply Rdiv_lt_0_compat; lra). lra.
  - intros t Ht. unfold residual, b, b'.
    replace (_ - _ - _ - _) with ((nu + / 2) * (nu - / 2) / t ^ 2) by (field; lra).
    apply Rle_ge, Rmult_le_pos; [nra|apply Rlt_le, Rinv_0_lt_compat, pow_lt, Ht].
  - intros t Ht. assert (O := bound_upper_one nu t ltac:(lra) Ht). unfold b.
    replace (ratio nu t + (1 - (2 * nu + 1) / (2 * t)) + (2 * nu + 1 - (nu + / 2)) / t) with (ratio nu t + 1) by (field; lra). lra.
  - intros e He. exists (Rmin (e / 2) (/ 2)). assert (H0 : 0 < Rmin (e / 2) (/ 2)) by (apply Rmin_pos; lra).
    assert (M1 := Rmin_l (e / 2) (/ 2)). assert (M2 := Rmin_r (e / 2) (/ 2)). set (t := Rmin (e / 2) (/ 2)) in *. split; [lra|].
    assert (P := ratio_positive nu ltac:(lra) t H0). unfold b.
    assert (1 < (2 * nu + 1) / (2 * t)); [|lra].
    apply (Rmult_lt_reg_r (2 * t)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem bound_log_concave nu z : nu >= / 2 -> z > 0 -> ratio nu z >= (sqrt (z ^ 2 + (nu ^ 2 - / 4)) - (nu + / 2)) / z.
Proof.
  intros Hnu Hz. set (c := nu ^ 2 - / 4). assert (Hc : 0 <= c) by (unfold c; nra).
  set (T := fun t => sqrt (t ^ 2 + c)). set (b := fun t => (T t - (nu + / 2)) / t).
  set (b' := fun t => ((nu + / 2) - c / T t) / t ^ 2).
  assert (HT : forall t, t > 0 -> 0 < T t /\ T t ^ 2 = t ^ 2 + c).
  { intros t Ht. split; [apply sqrt_lt_R0; nra|apply sqrt_sq_eq; nra]. }
  apply (lower_barrier_weak nu (nu + / 2) (/ (nu + / 2)) 1 b b'); try lra.
  - intros t Ht. destruct (HT t Ht) as [P S]. unfold b, b'.
    replace ((nu + / 2 - c / T t) / t ^ 2) with ((t / T t * t - (T t - (nu + / 2))) / t ^ 2).
    + unfold T in *. auto_derive.
      * replace (t * (t * 1) + c) with (t ^ 2 + c) by ring. repeat split; [nra|lra].
      * replace (t * (t * 1) + c) with (t ^ 2 + c) by ring. field. split; lra.
    + replace c with (T t ^ 2 - t ^ 2) by lra. field. split; lra.
  - intros t Ht. destruct (HT t Ht) as [P S]. assert (R := ratio_positive nu ltac:(lra) t Ht). unfold b.
    replace (ratio nu t + (T t - (nu + / 2)) / t + (2 * nu + 1 - (nu + / 2)) / t) with (ratio nu t + T t / t) by (field; lra).
    assert (0 < T t / t) by (apply Rdiv_lt_0_compat; lra). lra.
  - intros t Ht. destruct (HT t Ht) as [P S]. rewrite Rpower_1 by exact Ht. unfold b.
    apply (Rmult_le_reg_r (t * (nu + / 2))); [nra|].
    replace ((T t - (nu + / 2)) / t * (t * (nu + / 2))) with ((T t - (nu + / 2)) * (nu + / 2)) by (field; lra).
    replace (/ (nu + / 2) * t * (t * (nu + / 2))) with (t ^ 2) by (field; lra). unfold c in S. nra.
  - intros t Ht. destruct (HT t Ht) as [P S]. unfold residual, b, b'.
    replace (_ - _ - _ - _) with (c / T t / t ^ 2).
    + apply Rle_ge, Rmult_le_pos; [apply Rmult_le_pos; [exact Hc|apply Rlt_le, Rinv_0_lt_compat, P]|].
      apply Rlt_le, Rinv_0_lt_compat, pow_lt, Ht.
    + replace ((nu + / 2 - c / T t) / t ^ 2) with ((nu + / 2) / t ^ 2 - c / T t / t ^ 2) by (field; lra).
      replace (((T t - (nu + / 2)) / t) ^ 2) with ((T t ^ 2 - 2 * (nu + / 2) * T t + (nu + / 2) ^ 2) / t ^ 2) by (field; lra).
      rewrite S. unfold c. field. split; lra.
Qed.

(** ** In the order *)
Theorem ratio_decreasing_in_order mu nu z : mu > -1 -> nu > mu -> z > 0 -> ratio mu z > ratio nu z.
Proof.
  intros Hmu Hnu Hz. assert (Hnu1 : nu > -1) by lra.
  apply (lower_barrier mu (2 * mu + 1) (/ (2 * nu + 2)) 1 (ratio nu) (fun t => 1 - ratio nu t ^ 2 - (2 * nu + 1) / t * ratio nu t)); try lra.
  - intros t Ht. apply riccati; assumption.
  - intros t Ht. assert (P := ratio_positive mu Hmu t Ht). assert (Q := ratio_positive nu Hnu1 t Ht).
    replace ((2 * mu + 1 - (2 * mu + 1)) / t) with 0 by (field; lra). lra.
  - intros t Ht. rewrite Rpower_1 by exact Ht. assert (S := ratio_start nu Hnu1 t Ht). unfold Rdiv in S. lra.
  - intros t Ht. assert (Q := ratio_positive nu Hnu1 t Ht). unfold residual.
    replace (_ - _ - _ - _) with (2 * (nu - mu) * ratio nu t / t) by (field; lra).
    apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; lra|exact Ht].
Qed.
