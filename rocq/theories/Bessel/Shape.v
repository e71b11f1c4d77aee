(** * The shape of the ratio: increasing, concave, A/z decreasing and convex in z^2; the Turan ratio

    Throughout A = A_nu(z); by the Riccati equation A' stands for 1 - A^2 - (2nu+1)/z A. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Barrier Bessel.Amos.
Open Scope R_scope.

Definition slope (nu z : R) : R := 1 - ratio nu z ^ 2 - (2 * nu + 1) / z * ratio nu z.
(** A/z - A', which is z times the descent of A/z. *)
Definition lag (nu z : R) : R := ratio nu z ^ 2 - 1 + (2 * nu + 2) / z * ratio nu z.
(** 1 - A^2 - 2nu/z A = (I_nu^2 - I_{nu-1} I_{nu+1})/I_nu^2. *)
Definition turan (nu z : R) : R := 1 - ratio nu z ^ 2 - 2 * nu / z * ratio nu z.

Lemma ratio_derive nu z : nu > -1 -> z > 0 -> is_derive (ratio nu) z (slope nu z).
Proof. intros; apply riccati; assumption. Qed.

Lemma ratio_ex_derive nu z : nu > -1 -> z > 0 -> ex_derive (ratio nu) z.
Proof. intros Hn Hz. eexists. apply ratio_derive; assumption. Qed.

Lemma Derive_ratio nu z : nu > -1 -> z > 0 -> Derive (fun t => ratio nu t) z = slope nu z.
Proof. intros Hn Hz. apply is_derive_unique, ratio_derive; assumption. Qed.

Lemma slope_ratio_lag nu z : z > 0 -> slope nu z = ratio nu z / z - lag nu z.
Proof. intros Hz. unfold slope, lag. field. lra. Qed.

Theorem slope_pos nu z : nu >= - / 2 -> z > 0 -> slope nu z > 0.
Proof.
  intros Hnu Hz. assert (P := ratio_positive nu ltac:(lra) z Hz).
  assert (U := bound_upper nu z Hnu Hz). apply G_root in U; [|exact Hz|lra]. unfold slope.
  replace (2 * nu + 1) with (2 * (nu + / 2)) by field. exact U.
Qed.

Lemma G_root_above a z x : z > 0 -> x > G a a z -> 1 - x ^ 2 - 2 * a / z * x < 0.
Proof.
  intros Hz Hx. set (s := sqrt (z ^ 2 + a ^ 2)). assert (S : s ^ 2 = z ^ 2 + a ^ 2) by apply root_square.
  assert (P : 0 < s) by (apply root_pos; lra). assert (Ha : a + s > 0) by nra. unfold G in Hx. fold s in Hx.
  assert (E : 1 - x ^ 2 - 2 * a / z * x = - ((x - z / (a + s)) * (x + (a + s) / z))).
  { replace (- ((x - z / (a + s)) * (x + (a + s) / z))) with (1 - x ^ 2 - x * ((a + s) ^ 2 - z ^ 2) / (z * (a + s))) by (field; lra).
    replace ((a + s) ^ 2 - z ^ 2) with (2 * a * (a + s)) by nra. field. lra. }
  rewrite E. assert (K : 0 < (a + s) / z) by (apply Rdiv_lt_0_compat; lra).
  assert (K2 : 0 < z / (a + s)) by (apply Rdiv_lt_0_compat; lra).
  assert (0 < (x - z / (a + s)) * (x + (a + s) / z)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Theorem lag_pos nu z : nu > -1 -> z > 0 -> lag nu z > 0.
Proof.
  intros Hnu Hz. assert (L := bound_lower_simple nu z Hz Hnu). apply G_root_above in L; [|exact Hz]. unfold lag.
  replace (2 * nu + 2) with (2 * (nu + 1)) by ring. lra.
Qed.

Theorem turan_pos nu z : nu > -1 -> z > 0 -> turan nu z > 0.
Proof.
  intros Hnu Hz. assert (P := ratio_positive nu Hnu z Hz). assert (U := bound_upper_order nu z Hz Hnu).
  apply G_root in U; [exact U|exact Hz|lra].
Qed.

Theorem turan_above nu z : nu > -1 -> z > 0 -> turan nu z <= / (nu + 1).
Proof.
  intros Hnu Hz. assert (L := lag_pos nu z Hnu Hz). assert (U := bound_upper_linear nu z Hz Hnu).
  assert (E : turan nu z = 2 / z * ratio nu z - lag nu z) by (unfold turan, lag; field; lra).
  assert (2 / z * ratio nu z < 2 / z * (z / (2 * nu + 2))) by (apply Rmult_lt_compat_l; [apply Rdiv_lt_0_compat; lra|exact U]).
  replace (2 / z * (z / (2 * nu + 2))) with (/ (nu + 1)) in H by (field; lra). lra.
Qed.

Theorem turan_lower nu z : nu >= 0 -> z > 0 -> turan nu z >= / (nu + / 2 + sqrt (z ^ 2 + (nu + / 2) ^ 2)).
Proof.
  intros Hnu Hz. assert (P := ratio_positive nu ltac:(lra) z Hz). assert (U := bound_upper nu z ltac:(lra) Hz).
  assert (S := root_pos (nu + / 2) z Hz). assert (Q := root_square (nu + / 2) z). unfold G in U.
  set (s := sqrt (z ^ 2 + (nu + / 2) ^ 2)) in *. set (g := z / (nu + / 2 + s)) in *.
  assert (Gp : 0 < g) by (apply Rdiv_lt_0_compat; lra).
  assert (E : / (nu + / 2 + s) = 1 - g ^ 2 - 2 * nu / z * g).
  { unfold g. replace (1 - (z / (nu + / 2 + s)) ^ 2) with (((nu + / 2 + s) ^ 2 - z ^ 2) / (nu + / 2 + s) ^ 2) by (field; lra).
    replace (z ^ 2) with (s ^ 2 - (nu + / 2) ^ 2) by lra. field. split; lra. }
  rewrite E. unfold turan. assert (0 <= 2 * nu / z) by (apply Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat, Hz]).
  assert (2 * nu / z * ratio nu z <= 2 * nu / z * g) by (apply Rmult_le_compat_l; lra). nra.
Qed.

Ltac slopes := repeat match goal with
  | |- _ /\ _ => split
  | |- ex_derive (fun x : R => ratio ?n x) ?z => apply (ratio_ex_derive n z)
  | |- ex_derive (ratio ?n) ?z => apply (ratio_ex_derive n z)
  | |- True => exact I
  end; try lra.

(** ** Second derivatives *)
Theorem curvature nu z : nu > -1 -> z > 0 ->
  is_derive (slope nu) z (- 2 * ratio nu z * slope nu z - (2 * nu + 1) / z * slope nu z + (2 * nu + 1) / z ^ 2 * ratio nu z).
Proof.
  intros Hnu Hz. unfold slope at 1. auto_derive; [slopes|]. rewrite Derive_ratio by assumption. field. lra.
Qed.

Theorem concave nu z : nu >= - / 2 -> z > 0 ->
  - 2 * ratio nu z * slope nu z - (2 * nu + 1) / z * slope nu z + (2 * nu + 1) / z ^ 2 * ratio nu z < 0.
Proof.
  intros Hnu Hz. assert (H : nu > -1) by lra.
  set (y := fun t => 2 * ratio nu t * slope nu t + (2 * nu + 1) / t * slope nu t - (2 * nu + 1) / t ^ 2 * ratio nu t).
  enough (y z > 0) by (unfold y in *; lra).
  apply (sign_from_zero y (fun t => 2 * ratio nu t) (fun t => 2 * slope nu t ^ 2 + 2 * (2 * nu + 1) / t ^ 2 * lag nu t)
    (2 * nu + 1) ((2 * nu + 1) / (2 * nu + 2) ^ 2) 1); [| | | lra| |exact Hz]; clear z Hz; intros z Hz.
  - assert (S := curvature nu z H Hz). unfold y. auto_derive.
    + slopes; first [eexists; exact S | nra].
    + rewrite Derive_ratio by assumption.
      replace (Derive (fun x : R => slope nu x) z) with (- 2 * ratio nu z * slope nu z - (2 * nu + 1) / z * slope nu z + (2 * nu + 1) / z ^ 2 * ratio nu z)
        by (symmetry; apply is_derive_unique, S).
      replace (lag nu z) with (ratio nu z / z - slope nu z) by (rewrite slope_ratio_lag by exact Hz; ring). field. lra.
  - assert (P := ratio_positive nu H z Hz). lra.
  - rewrite Rpower_1 by exact Hz. assert (P := ratio_positive nu H z Hz). assert (Q := slope_pos nu z Hnu Hz).
    assert (S := ratio_start nu H z Hz).
    assert (E : y z = 2 * ratio nu z * slope nu z - (2 * nu + 1) / z * lag nu z).
    { unfold y. replace (lag nu z) with (ratio nu z / z - slope nu z) by (rewrite slope_ratio_lag by exact Hz; ring). field. lra. }
    assert (L : (2 * nu + 1) / z * lag nu z <= (2 * nu + 1) / (2 * nu + 2) ^ 2 * z).
    { unfold Rdiv at 1. rewrite !Rmult_assoc. rewrite (Rmult_comm (/ z)). unfold Rdiv. rewrite Rmult_assoc.
      apply Rmult_le_compat_l; [lra|].
      assert (lag nu z <= (z / (2 * nu + 2)) ^ 2).
      { unfold lag. assert ((2 * nu + 2) / z * ratio nu z <= 1).
        { apply Rle_trans with ((2 * nu + 2) / z * (z / (2 * nu + 2))); [apply Rmult_le_compat_l; [apply Rlt_le, Rdiv_lt_0_compat; lra|exact S]|].
          apply Req_le. field. split; lra. }
        assert (ratio nu z ^ 2 <= (z / (2 * nu + 2)) ^ 2) by (apply pow_incr; lra). lra. }
      apply (Rmult_le_reg_r z); [exact Hz|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
      eapply Rle_trans; [eassumption|]. apply Req_le. field. lra. }
    assert (0 < ratio nu z * slope nu z) by (apply Rmult_lt_0_compat; lra). lra.
  - assert (P := lag_pos nu z H Hz). assert (Q := slope_pos nu z Hnu Hz).
    assert (0 < slope nu z ^ 2) by (apply pow_lt; lra).
    assert (0 <= 2 * (2 * nu + 1) / z ^ 2 * lag nu z); [|lra].
    apply Rmult_le_pos; [apply Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat, pow_lt, Hz]|lra].
Qed.

Theorem over_argument nu z : nu > -1 -> z > 0 -> is_derive (fun t => ratio nu t / t) z (- (lag nu z / z)).
Proof.
  intros Hnu Hz. auto_derive; [slopes|]. rewrite Derive_ratio by assumption. rewrite slope_ratio_lag by assumption. field. lra.
Qed.

Lemma lag_derive nu z : nu > -1 -> z > 0 -> is_derive (lag nu) z (2 * ratio nu z ^ 2 / z - 2 * ratio nu z * lag nu z - (2 * nu + 2) / z * lag nu z).
Proof.
  intros Hnu Hz. unfold lag at 1. auto_derive; [slopes|]. rewrite Derive_ratio by assumption. rewrite slope_ratio_lag by assumption. field. lra.
Qed.

(** Convexity of A/z in z^2, without derivatives. *)
Theorem convex_in_square nu z : nu > -1 -> z > 0 -> (2 * nu + 4 + 2 * z * ratio nu z) * lag nu z > 2 * ratio nu z ^ 2.
Proof.
  intros Hnu Hz.
  set (y := fun t => ((2 * nu + 4 + 2 * t * ratio nu t) * lag nu t - 2 * ratio nu t ^ 2) / t ^ 3).
  assert (K : y z > 0).
  { apply (sign_from_zero y (fun t => 2 * ratio nu t) (fun t => 2 * lag nu t / t ^ 2 * (turan nu t + 2 * ratio nu t / t))
      (2 * nu + 5) (2 / (2 * nu + 2) ^ 2) (-1)); [| | | lra| |exact Hz]; clear z Hz; intros z Hz.
    - assert (S := lag_derive nu z Hnu Hz). unfold y. auto_derive.
      + slopes; try (eexists; exact S). assert (0 < z * (z * (z * 1))) by (repeat apply Rmult_lt_0_compat; lra). lra.
      + rewrite Derive_ratio by assumption.
        replace (Derive (fun x : R => lag nu x) z) with (2 * ratio nu z ^ 2 / z - 2 * ratio nu z * lag nu z - (2 * nu + 2) / z * lag nu z)
          by (symmetry; apply is_derive_unique, S).
        unfold turan. replace (ratio nu z ^ 2) with (lag nu z + 1 - (2 * nu + 2) / z * ratio nu z) by (unfold lag; ring).
        rewrite slope_ratio_lag by assumption.
        replace (ratio nu z * (ratio nu z * 1)) with (lag nu z + 1 - (2 * nu + 2) / z * ratio nu z) by (unfold lag; ring).
        field_simplify_eq; [|lra].
        replace (ratio nu z ^ 2) with (lag nu z + 1 - (2 * nu + 2) / z * ratio nu z) by (unfold lag; ring). field. lra.
    - assert (P := ratio_positive nu Hnu z Hz). lra.
    - assert (P := ratio_positive nu Hnu z Hz). assert (L := lag_pos nu z Hnu Hz). assert (S := ratio_start nu Hnu z Hz).
      replace (Rpower z (-1)) with (/ z) by (replace (-1) with (- (1)) by ring; rewrite Rpower_Ropp, Rpower_1 by exact Hz; reflexivity). unfold y.
      assert (Hz3 : 0 < z ^ 3) by (apply pow_lt, Hz). apply Rle_ge, (Rmult_le_reg_r (z ^ 3)); [exact Hz3|].
      replace (((2 * nu + 4 + 2 * z * ratio nu z) * lag nu z - 2 * ratio nu z ^ 2) / z ^ 3 * z ^ 3) with ((2 * nu + 4 + 2 * z * ratio nu z) * lag nu z - 2 * ratio nu z ^ 2) by (field; lra).
      replace (- (2 / (2 * nu + 2) ^ 2) * / z * z ^ 3) with (- 2 * (z / (2 * nu + 2)) ^ 2) by (field; lra).
      assert (ratio nu z ^ 2 <= (z / (2 * nu + 2)) ^ 2) by (apply pow_incr; lra).
      assert (0 < z * ratio nu z) by (apply Rmult_lt_0_compat; lra).
      assert (0 < (2 * nu + 4 + 2 * z * ratio nu z) * lag nu z) by (apply Rmult_lt_0_compat; lra). lra.
    - assert (P := ratio_positive nu Hnu z Hz). assert (L := lag_pos nu z Hnu Hz). assert (T := turan_pos nu z Hnu Hz).
      assert (0 < 2 * ratio nu z / z) by (apply Rdiv_lt_0_compat; lra).
      apply Rmult_lt_0_compat; [apply Rdiv_lt_0_compat; [lra|apply pow_lt, Hz]|lra]. }
  unfold y in K. assert (Hz3 : 0 < z ^ 3) by (apply pow_lt, Hz).
  apply (Rmult_lt_compat_r (z ^ 3)) in K; [|exact Hz3]. rewrite Rmult_0_l in K. unfold Rdiv in K. rewrite Rmult_assoc, Rinv_l, Rmult_1_r in K by lra. lra.
Qed.

(** ** Far out and near zero, with remainders *)
Section Remainders.
Variables nu z : R.
Hypothesis z_pos : z > 0.

Theorem far_above : nu >= - / 2 -> ratio nu z <= 1 - (2 * nu + 1) / (2 * z) + (2 * nu + 1) ^ 2 / (8 * z ^ 2).
Proof.
  intros Hnu. eapply Rle_trans; [apply Rlt_le, bound_upper; assumption|]. unfold G. set (a := nu + / 2).
  assert (S := root_square a z). assert (P := root_pos a z z_pos). set (s := sqrt (z ^ 2 + a ^ 2)) in *.
  assert (Ha : 0 <= a) by (unfold a; lra). replace (2 * nu + 1) with (2 * a) by (unfold a; field).
  apply (Rmult_le_reg_r (8 * z ^ 2 * (a + s))); [assert (0 < z ^ 2) by (apply pow_lt, z_pos); nra|].
  replace (z / (a + s) * (8 * z ^ 2 * (a + s))) with (8 * z ^ 3) by (field; lra).
  replace ((1 - 2 * a / (2 * z) + (2 * a) ^ 2 / (8 * z ^ 2)) * (8 * z ^ 2 * (a + s))) with ((8 * z ^ 2 - 8 * z * a + 4 * a ^ 2) * (a + s)) by (field; lra).
  assert (Hs : s >= z) by nra. assert (E : s ^ 2 - z ^ 2 = a ^ 2) by lra.
  replace (8 * z ^ 3) with (8 * z * (s ^ 2 - a ^ 2)) by (rewrite S; ring).
  replace (8 * z * (s ^ 2 - a ^ 2)) with (8 * z * (s - a) * (a + s)) by ring.
  apply Rmult_le_compat_r; [lra|]. nra.
Qed.

Theorem far_below : nu > -1 -> ratio nu z >= 1 - (2 * nu + 1) / (2 * z) - (2 * nu + 3) ^ 2 / (8 * z ^ 2).
Proof.
  intros Hnu. apply Rle_ge. eapply Rle_trans; [|apply Rlt_le, bound_lower; assumption]. unfold G. set (b := nu + 3 / 2).
  assert (S := root_square b z). assert (P := root_pos b z z_pos). set (s := sqrt (z ^ 2 + b ^ 2)) in *.
  assert (Hb : / 2 < b) by (unfold b; lra). replace (nu + / 2) with (b - 1) by (unfold b; field).
  replace (2 * nu + 1) with (2 * (b - 1)) by (unfold b; field). replace (2 * nu + 3) with (2 * b) by (unfold b; field).
  assert (Hd : 0 < b - 1 + s) by nra.
  assert (Hz2 : 0 < z ^ 2) by (apply pow_lt, z_pos).
  assert (Hs : s <= z + b ^ 2 / (2 * z)).
  { assert (0 <= b ^ 2 / (2 * z)) by (apply Rmult_le_pos; [nra|apply Rlt_le, Rinv_0_lt_compat; lra]).
    assert (E : z * (b ^ 2 / (2 * z)) = b ^ 2 / 2) by (field; lra). nra. }
  apply (Rmult_le_reg_r (b - 1 + s)); [exact Hd|]. replace (z / (b - 1 + s) * (b - 1 + s)) with z by (field; lra).
  set (x := 2 * (b - 1) / (2 * z) + (2 * b) ^ 2 / (8 * z ^ 2)).
  replace (1 - 2 * (b - 1) / (2 * z) - (2 * b) ^ 2 / (8 * z ^ 2)) with (1 - x) by (unfold x; ring).
  assert (D : b - 1 + s <= z * (1 + x)) by (replace (z * (1 + x)) with (b - 1 + (z + b ^ 2 / (2 * z))) by (unfold x; field; lra); lra).
  destruct (Rle_dec (1 - x) 0) as [L|L]; [nra|].
  apply Rle_trans with ((1 - x) * (z * (1 + x))); [apply Rmult_le_compat_l; lra|]. nra.
Qed.

Theorem near_below : nu > -1 -> ratio nu z >= - (z ^ 3 / ((2 * nu + 2) ^ 2 * (2 * nu + 4))) + z / (2 * nu + 2).
Proof.
  intros Hnu. apply Rle_ge. eapply Rle_trans; [|apply Rlt_le, bound_lower_rational; assumption].
  set (p := 2 * nu + 2). replace (2 * nu + 4) with (p + 2) by (unfold p; ring). assert (Hp : 0 < p) by (unfold p; lra).
  assert (Hz2 : 0 < z ^ 2) by (apply pow_lt, z_pos).
  assert (Hx : 0 < z ^ 2 / (p + 2)) by (apply Rdiv_lt_0_compat; lra). set (x := z ^ 2 / (p + 2)) in *.
  replace (- (z ^ 3 / (p ^ 2 * (p + 2))) + z / p) with (z * ((p - x) / p ^ 2)) by (unfold x; field; lra).
  unfold Rdiv at 2. apply Rmult_le_compat_l; [lra|]. apply (Rmult_le_reg_r (p ^ 2 * (p + x))); [assert (0 < p ^ 2) by (apply pow_lt, Hp); nra|].
  replace ((p - x) / p ^ 2 * (p ^ 2 * (p + x))) with ((p - x) * (p + x)) by (field; lra).
  replace (/ (p + x) * (p ^ 2 * (p + x))) with (p ^ 2) by (field; lra). nra.
Qed.
End Remainders.

(** ** The Turan ratio from order 1/2 on: at most 1/sqrt(z^2 + nu^2 - 1/4) *)
Theorem turan_upper nu z : nu >= / 2 -> z > 0 -> turan nu z <= / sqrt (z ^ 2 + (nu ^ 2 - / 4)).
Proof.
  intros Hnu Hz. assert (H : nu > -1) by lra. set (c := nu ^ 2 - / 4). assert (Hc : 0 <= c) by (unfold c; nra).
  set (T := fun t => sqrt (t ^ 2 + c)).
  assert (HT : forall t, t > 0 -> 0 < T t /\ T t ^ 2 = t ^ 2 + c).
  { intros t Ht. split; [apply sqrt_lt_R0; nra|apply sqrt_sq_eq; nra]. }
  set (y := fun t => / T t - turan nu t). enough (y z >= 0) by (unfold y, T in *; lra).
  set (r := fun t => - t / T t ^ 3 + (2 * ratio nu t + (2 * nu + 2) / t) / T t - 2 / t).
  apply (sign_from_zero_weak y (fun t => 2 * ratio nu t) r (2 * nu + 2) 1 0); [| | |lra| |exact Hz]; clear z Hz; intros z Hz; destruct (HT z Hz) as [P S].
  - unfold y, r, turan, T in *. auto_derive.
    + replace (z * (z * 1) + c) with (z ^ 2 + c) by ring. slopes; nra.
    + replace (z * (z * 1) + c) with (z ^ 2 + c) by ring. rewrite Derive_ratio by assumption. unfold slope. field. split; lra.
  - assert (R := ratio_positive nu H z Hz). lra.
  - rewrite Rpower_O by exact Hz. assert (B := turan_above nu z H Hz). assert (0 < / T z) by (apply Rinv_0_lt_compat, P).
    assert (/ (nu + 1) <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra). unfold y. lra.
  - assert (B := bound_log_concave nu z Hnu Hz). fold c in B. fold (T z) in B. unfold r.
    apply Rle_ge. apply Rle_trans with (- z / T z ^ 3 + (2 * ((T z - (nu + / 2)) / z) + (2 * nu + 2) / z) / T z - 2 / z).
    + replace (- z / T z ^ 3 + (2 * ((T z - (nu + / 2)) / z) + (2 * nu + 2) / z) / T z - 2 / z) with ((T z ^ 2 - z ^ 2) / (z * T z ^ 3)) by (field; lra).
      rewrite S. replace (z ^ 2 + c - z ^ 2) with c by ring. apply Rmult_le_pos; [exact Hc|]. apply Rlt_le, Rinv_0_lt_compat.
      apply Rmult_lt_0_compat; [lra|apply pow_lt, P].
    + assert ((2 * ((T z - (nu + / 2)) / z) + (2 * nu + 2) / z) / T z <= (2 * ratio nu z + (2 * nu + 2) / z) / T z).
      { apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, P|lra]. } lra.
Qed.
