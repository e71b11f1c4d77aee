(** * Bounds with two roots

    The logarithmic slope y = z A'/A solves z y' = m + y - y R(y), m = 2nu + 1, R(y)^2 = (y + m)^2 + 4 z^2. With c = nu + 1/2
    the function w = c/sqrt(z^2 + c^2) has z w' = - w (1 - w^2), less than what the equation asks for: y lies above it.
    This is the upper bound; the lower one is that of the next order, by the recurrence. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Barrier Bessel.Amos Bessel.Shape.
Open Scope R_scope.

Section Slope.
Variable nu : R.
Hypothesis nu_above : nu > - / 2.
Let c := nu + / 2.
Let m := 2 * nu + 1.

Definition log_slope (z : R) : R := z * slope nu z / ratio nu z.
Let y := log_slope.
Let s (z : R) : R := sqrt (z ^ 2 + c ^ 2).
Let w (z : R) : R := c / s z.

Let c_pos : 0 < c. Proof. unfold c. lra. Qed.
Let m_c : m = 2 * c. Proof. unfold m, c. field. Qed.

Lemma s_facts z : z > 0 -> s z > c /\ s z ^ 2 = z ^ 2 + c ^ 2.
Proof.
  intros Hz. assert (C := c_pos). assert (R := root_above c z Hz). rewrite Rabs_pos_eq in R by lra. split; [exact R|apply root_square].
Qed.

Lemma w_facts z : z > 0 -> 0 < w z < 1 /\ w z ^ 2 * (z ^ 2 + c ^ 2) = c ^ 2.
Proof.
  intros Hz. destruct (s_facts z Hz) as [S1 S2]. assert (C := c_pos). unfold w. split; [split|].
  - apply Rdiv_lt_0_compat; lra.
  - apply (Rmult_lt_reg_r (s z)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite <- S2. field. lra.
Qed.

Lemma w_derive z : z > 0 -> is_derive w z (- (w z * (1 - w z ^ 2)) / z).
Proof.
  intros Hz. destruct (s_facts z Hz) as [S1 S2]. assert (C := c_pos).
  replace (- (w z * (1 - w z ^ 2)) / z) with (- (c * (z / s z)) / s z ^ 2).
  - unfold w, s in *. auto_derive.
    + replace (z * (z * 1) + c * (c * 1)) with (z ^ 2 + c ^ 2) by ring. repeat split; [nra|lra].
    + replace (z * (z * 1) + c * (c * 1)) with (z ^ 2 + c ^ 2) by ring. field. lra.
  - unfold w. replace (1 - (c / s z) ^ 2) with (z ^ 2 / s z ^ 2); [field; lra|]. replace (z ^ 2) with (s z ^ 2 - c ^ 2) by lra. field. lra.
Qed.

Lemma y_derive z : z > 0 -> is_derive y z ((m + (1 - m) * y z - y z ^ 2 - 2 * z * ratio nu z * y z) / z).
Proof.
  intros Hz. assert (H : nu > -1) by lra. assert (P := ratio_positive nu H z Hz). assert (D := ratio_derive nu z H Hz). assert (E := curvature nu z H Hz).
  unfold y, log_slope. auto_derive; [repeat split; [eexists; exact E|eexists; exact D|lra]|].
  replace (Derive (fun x : R => slope nu x) z) with (- 2 * ratio nu z * slope nu z - (2 * nu + 1) / z * slope nu z + (2 * nu + 1) / z ^ 2 * ratio nu z) by (symmetry; apply is_derive_unique, E).
  replace (Derive (fun x : R => ratio nu x) z) with (slope nu z) by (symmetry; apply is_derive_unique, D). unfold m. field. lra.
Qed.

(** R(y) is z/A + zA. *)
Let Ry (z : R) : R := z / ratio nu z + z * ratio nu z.
Let Rw (z : R) : R := sqrt ((w z + m) ^ 2 + 4 * z ^ 2).
Let K (z : R) : R := Ry z + w z * (y z + w z + 2 * m) / (Ry z + Rw z).

Lemma y_pos z : z > 0 -> y z > 0.
Proof.
  intros Hz. assert (P := ratio_positive nu ltac:(lra) z Hz). assert (S := slope_pos nu z ltac:(lra) Hz). apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra.
Qed.

Lemma Ry_facts z : z > 0 -> 0 < Ry z /\ Ry z = y z + m + 2 * z * ratio nu z /\ Ry z ^ 2 = (y z + m) ^ 2 + 4 * z ^ 2.
Proof.
  intros Hz. assert (P := ratio_positive nu ltac:(lra) z Hz). assert (Y : y z = z / ratio nu z - z * ratio nu z - m) by (unfold y, log_slope, slope, m; field; lra).
  assert (Q : 0 < z / ratio nu z) by (apply Rdiv_lt_0_compat; lra). unfold Ry. repeat split.
  - assert (0 < z * ratio nu z) by (apply Rmult_lt_0_compat; lra). lra.
  - rewrite Y. ring.
  - rewrite Y. field. lra.
Qed.

Lemma Rw_facts z : z > 0 -> 0 < Rw z /\ Rw z ^ 2 = (w z + m) ^ 2 + 4 * z ^ 2.
Proof.
  intros Hz. assert (A := pow2_ge_0 (w z + m)). assert (B : 0 < z ^ 2) by (apply pow_lt, Hz). split; [apply sqrt_lt_R0; lra|apply sqrt_sq_eq; lra].
Qed.

Lemma difference_derive z : z > 0 -> is_derive (fun t => y t - w t) z (- (K z / z + -1 / z) * (y z - w z) + (m + 2 * w z - w z ^ 3 - w z * Rw z) / z).
Proof.
  intros Hz. destruct (Ry_facts z Hz) as (R1 & R2 & R3), (Rw_facts z Hz) as [W1 W2].
  assert (D := is_derive_minus (V := R_NormedModule) _ _ _ _ _ (y_derive z Hz) (w_derive z Hz)). unfold minus, plus, opp in D; simpl in D.
  match type of D with is_derive _ _ ?u => match goal with |- is_derive _ _ ?v => replace v with u; [exact D|] end end.
  assert (E : K z * (y z - w z) = y z * Ry z - w z * Rw z).
  { unfold K. replace (y z * Ry z - w z * Rw z) with ((y z - w z) * Ry z + w z * ((Ry z ^ 2 - Rw z ^ 2) / (Ry z + Rw z))) by (field; lra). rewrite R3, W2. field. lra. }
  replace (- (K z / z + -1 / z) * (y z - w z)) with ((- (K z * (y z - w z)) + (y z - w z)) / z) by (field; lra). rewrite E.
  replace (y z * Ry z) with (y z * (y z + m + 2 * z * ratio nu z)) by (rewrite <- R2; reflexivity). field. lra.
Qed.

Theorem log_slope_above z : z > 0 -> y z > w z.
Proof.
  intros Hz. enough (y z - w z > 0) by lra. assert (M := m_c). assert (C := c_pos).
  apply (sign_from_zero (fun t => y t - w t) (fun t => K t / t) (fun t => (m + 2 * w t - w t ^ 3 - w t * Rw t) / t) (-1) (/ (2 * nu + 2)) 2);
    [exact difference_derive| | |lra| |exact Hz]; clear z Hz; intros z Hz.
  - destruct (Ry_facts z Hz) as (R1 & _ & _), (Rw_facts z Hz) as [W1 _], (w_facts z Hz) as [W0 _]. assert (Y := y_pos z Hz).
    assert (0 < w z * (y z + w z + 2 * m) / (Ry z + Rw z)) by (apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat|]; lra).
    apply Rle_ge, Rlt_le, Rdiv_lt_0_compat; [unfold K; lra|exact Hz].
  - destruct (w_facts z Hz) as [W0 _]. assert (P := ratio_positive nu ltac:(lra) z Hz). assert (S := ratio_start nu ltac:(lra) z Hz).
    replace (Rpower z 2) with (z ^ 2) by (rewrite <- (Rpower_pow 2 z Hz); reflexivity).
    assert (Y : y z = 1 - z * (lag nu z / ratio nu z)) by (unfold y, log_slope; rewrite slope_ratio_lag by exact Hz; field; lra).
    assert (L : lag nu z / ratio nu z <= ratio nu z).
    { apply (Rmult_le_reg_r (ratio nu z)); [exact P|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. unfold lag.
      assert ((2 * nu + 2) / z * ratio nu z <= (2 * nu + 2) / z * (z / (2 * nu + 2))) by (apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra|exact S]).
      replace ((2 * nu + 2) / z * (z / (2 * nu + 2))) with 1 in H by (field; lra). lra. }
    assert (z * (lag nu z / ratio nu z) <= z * (z / (2 * nu + 2))) by (apply Rmult_le_compat_l; lra).
    replace (- / (2 * nu + 2) * z ^ 2) with (- (z * (z / (2 * nu + 2)))) by (field; lra). lra.
  - destruct (w_facts z Hz) as [W0 W1], (Rw_facts z Hz) as [V0 V1]. apply Rdiv_lt_0_compat; [|exact Hz].
    set (v := w z) in *. set (q := Rw z) in *. assert (A : 0 < m + 2 * v - v ^ 3) by (assert (v ^ 3 <= v) by nra; lra).
    assert (B : (v * q) ^ 2 < (m + 2 * v - v ^ 3) ^ 2).
    { replace ((v * q) ^ 2) with (v ^ 2 * q ^ 2) by ring. rewrite V1. replace (v ^ 2 * ((v + m) ^ 2 + 4 * z ^ 2)) with (v ^ 2 * (v + m) ^ 2 + 4 * (v ^ 2 * (z ^ 2 + c ^ 2)) - v ^ 2 * (2 * c) ^ 2) by ring.
      rewrite W1, <- M. replace (4 * c ^ 2) with (m ^ 2) by (rewrite M; ring).
      enough (0 < (1 - v ^ 2) * (4 * m * v + v ^ 2 * (4 - v ^ 2))) by nra. apply Rmult_lt_0_compat; [nra|]. assert (0 < v ^ 2) by (apply pow_lt; lra). assert (0 < 4 - v ^ 2) by nra.
      assert (0 < v ^ 2 * (4 - v ^ 2)) by (apply Rmult_lt_0_compat; assumption). assert (0 < m * v) by (apply Rmult_lt_0_compat; lra). lra. }
    assert (0 < v * q) by (apply Rmult_lt_0_compat; lra). nra.
Qed.

Theorem bound_upper_sharp z : z > 0 -> ratio nu z < G (c + c / (2 * s z)) (c + c / (2 * s z)) z.
Proof.
  intros Hz. assert (P := ratio_positive nu ltac:(lra) z Hz). apply G_root; [exact Hz|lra|]. assert (Y := log_slope_above z Hz). destruct (s_facts z Hz) as [S1 _]. assert (C := c_pos).
  unfold y, log_slope, w in Y. apply (Rmult_gt_compat_r (ratio nu z / z)) in Y; [|apply Rdiv_lt_0_compat; lra].
  replace (z * slope nu z / ratio nu z * (ratio nu z / z)) with (slope nu z) in Y by (field; lra).
  replace (1 - ratio nu z ^ 2 - 2 * (c + c / (2 * s z)) / z * ratio nu z) with (slope nu z - c / s z * (ratio nu z / z)) by (unfold slope, c; field; lra). lra.
Qed.
End Slope.

Lemma roots_apart z b t c : z > 0 -> 0 < t <= c -> b = t - / 2 -> sqrt (z ^ 2 + (b + 1) ^ 2) - sqrt (z ^ 2 + b ^ 2) <= c / sqrt (z ^ 2 + c ^ 2).
Proof.
  intros Hz Ht Hb. assert (S0 := root_square c z). assert (P0 := root_pos c z Hz). set (s := sqrt (z ^ 2 + c ^ 2)) in *.
  assert (S1 := root_square b z). assert (P1 := root_pos b z Hz). set (p := sqrt (z ^ 2 + b ^ 2)) in *.
  assert (S2 := root_square (b + 1) z). assert (P2 := root_pos (b + 1) z Hz). set (q := sqrt (z ^ 2 + (b + 1) ^ 2)) in *.
  assert (S3 := root_square t z). assert (P3 := root_pos t z Hz). set (r := sqrt (z ^ 2 + t ^ 2)) in *.
  assert (A : 2 * r <= p + q).
  { assert (X : z ^ 2 + b * (b + 1) <= p * q).
    { destruct (Rle_dec (z ^ 2 + b * (b + 1)) 0) as [N|N]; [nra|]. apply Rsqr_incr_0_var; [|nra]. unfold Rsqr.
      replace (p * q * (p * q)) with (p ^ 2 * q ^ 2) by ring. rewrite S1, S2. assert (0 <= (z * (b + 1) - z * b) ^ 2) by apply pow2_ge_0. nra. }
    apply Rsqr_incr_0_var; [|lra]. unfold Rsqr. subst b. nra. }
  assert (B : t * s <= c * r).
  { apply Rsqr_incr_0_var; [|apply Rmult_le_pos; lra]. unfold Rsqr. replace (t * s * (t * s)) with (t ^ 2 * s ^ 2) by ring. replace (c * r * (c * r)) with (c ^ 2 * r ^ 2) by ring.
    rewrite S0, S3. assert (t ^ 2 <= c ^ 2) by nra. assert (0 < z ^ 2) by nra. nra. }
  apply (Rmult_le_reg_r ((p + q) * s)); [apply Rmult_lt_0_compat; lra|].
  replace (c / s * ((p + q) * s)) with (c * (p + q)) by (field; lra). replace ((q - p) * ((p + q) * s)) with ((q ^ 2 - p ^ 2) * s) by ring.
  replace (q ^ 2 - p ^ 2) with (2 * t) by (rewrite S1, S2; subst b; field). apply Rle_trans with (c * (2 * r)); [lra|]. apply Rmult_le_compat_l; lra.
Qed.

Theorem bound_lower_sharp nu z : nu > -1 -> z > 0 ->
  let g := (nu + 3 / 2) / (2 * sqrt (z ^ 2 + (nu + 3 / 2) ^ 2)) in ratio nu z > G (nu + / 2 + g) (nu + / 2 + g) z.
Proof.
  intros Hn Hz g. assert (U := bound_upper_sharp (nu + 1) ltac:(lra) z Hz). cbv zeta in U. replace (nu + 1 + / 2) with (nu + 3 / 2) in U by field. fold g in U.
  set (c := nu + 3 / 2) in *. assert (R := root_above c z Hz). rewrite Rabs_pos_eq in R by (unfold c; lra). set (s := sqrt (z ^ 2 + c ^ 2)) in *.
  assert (C : / 2 < c) by (unfold c; lra). assert (Hg : 0 < g <= / 2).
  { unfold g. split; [apply Rdiv_lt_0_compat; lra|]. apply (Rmult_le_reg_r (2 * s)); [lra|]. replace (c / (2 * s) * (2 * s)) with c by (field; lra). lra. }
  assert (A := roots_apart z (nu + / 2 + g) (c + g - / 2) c Hz ltac:(lra) ltac:(unfold c; field)). fold s in A. replace (c / s) with (2 * g) in A by (unfold g; field; lra).
  replace (nu + / 2 + g + 1) with (c + g) in A by (unfold c; field). unfold G in *.
  assert (S2 := root_square (c + g) z). assert (P2 := root_pos (c + g) z Hz). set (q := sqrt (z ^ 2 + (c + g) ^ 2)) in *.
  assert (R1 := root_above (nu + / 2 + g) z Hz). assert (K := Rle_abs (- (nu + / 2 + g))). rewrite Rabs_Ropp in K. set (p := sqrt (z ^ 2 + (nu + / 2 + g) ^ 2)) in *.
  assert (P := ratio_positive nu Hn z Hz). assert (P1 := ratio_positive (nu + 1) ltac:(lra) z Hz). assert (E := ratio_contiguous nu z Hn Hz).
  replace (z / (c + g + q)) with ((q - (c + g)) / z) in U.
  2: { apply (Rmult_eq_reg_r (z * (c + g + q))); [|nra]. transitivity (q ^ 2 - (c + g) ^ 2); [field; lra|]. rewrite S2. field. lra. }
  set (n := (2 * nu + 2) / z + ratio (nu + 1) z) in *. assert (N : 0 < n) by (unfold n; assert (0 < (2 * nu + 2) / z) by (apply Rdiv_lt_0_compat; lra); lra).
  assert (L : n < (nu + / 2 + g + p) / z).
  { unfold n. apply Rlt_le_trans with ((2 * nu + 2) / z + (q - (c + g)) / z); [lra|]. replace ((2 * nu + 2) / z + (q - (c + g)) / z) with ((2 * nu + 2 + (q - (c + g))) / z) by (field; lra).
    unfold Rdiv. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, Hz|]. unfold c in *. lra. }
  assert (V : ratio nu z = / n) by (apply (Rmult_eq_reg_r n); [rewrite E; field|]; lra). rewrite V. replace (z / (nu + / 2 + g + p)) with (/ ((nu + / 2 + g + p) / z)) by (field; lra).
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; lra|exact L].
Qed.
