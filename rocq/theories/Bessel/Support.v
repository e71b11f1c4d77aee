(** * log M between its tangents and parabolas

    In the square of its argument log M is increasing and concave, in its argument convex; its second derivative A' falls. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Generating Bessel.Square Bessel.Increment.
Open Scope R_scope.

Section Order.
Variable nu : R.
Hypothesis nu_above : nu > -1.

Lemma over_sq_mono u v : 0 <= u <= v -> over_sq nu v <= over_sq nu u.
Proof. intros [Hu [Hv|<-]]; [apply Rlt_le, over_sq_decreases; lra|lra]. Qed.

(** ** In the square *)
Theorem square_tangent x y : 0 <= x -> 0 <= y -> lnM_sq nu y <= lnM_sq nu x + (y - x) * (over_sq nu x / 2).
Proof.
  intros Hx Hy. destruct (Rtotal_order x y) as [L|[<-|L]]; [|lra|].
  - destruct (MVT_cor2 (lnM_sq nu) (fun v => over_sq nu v / 2) x y L) as (c & E & Hc); [intros t Ht; apply is_derive_Reals, lnM_sq_derive; lra|].
    assert (D := over_sq_mono x c ltac:(lra)). assert ((y - x) * (over_sq nu c / 2) <= (y - x) * (over_sq nu x / 2)) by (apply Rmult_le_compat_l; lra). lra.
  - destruct (MVT_cor2 (lnM_sq nu) (fun v => over_sq nu v / 2) y x L) as (c & E & Hc); [intros t Ht; apply is_derive_Reals, lnM_sq_derive; lra|].
    assert (D := over_sq_mono c x ltac:(lra)). assert ((x - y) * (over_sq nu x / 2) <= (x - y) * (over_sq nu c / 2)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma square_mono x y : 0 <= x <= y -> lnM_sq nu x <= lnM_sq nu y.
Proof.
  intros H. assert (T := square_tangent y x ltac:(lra) ltac:(lra)). assert (P := over_sq_pos nu nu_above y ltac:(lra)).
  assert (0 <= (y - x) * (over_sq nu y / 2)) by (apply Rmult_le_pos; lra). lra.
Qed.

(** A_nu(z) = z a(z^2), also at 0. *)
Lemma ratio_over z : 0 <= z -> ratio nu z = z * over_sq nu (z ^ 2).
Proof. intros [Hz|<-]; [rewrite over_sq_ratio by lra; field; lra|unfold ratio, Rdiv; ring]. Qed.

Lemma lnM_sq_derive_of t : is_derive (fun t => lnM_sq nu (t ^ 2)) t (ratio nu t).
Proof.
  apply (is_derive_ext (lnM (2 * nu + 2))); [intros x; apply lnM_square|]. replace nu with ((2 * nu + 2) / 2 - 1) at 2 by field. apply lnM_derive. lra.
Qed.

(** ** In the argument *)
Hypothesis nu_half : nu >= - / 2.

Lemma ratio_mono x y : 0 <= x <= y -> ratio nu x <= ratio nu y.
Proof.
  intros [Hx [Hy|<-]]; [|lra]. destruct Hx as [Hx|<-].
  - apply Rlt_le, (increasing_on (ratio nu) (slope nu) x y Hy); [intros t Ht; apply ratio_derive; lra|intros t Ht; apply slope_pos; lra].
  - rewrite ratio_0. apply Rlt_le, Rgt_lt, ratio_positive; lra.
Qed.

Lemma argument_tangent_right x y : 0 <= x -> 0 <= y -> lnM_sq nu (x ^ 2) + ratio nu x * (y - x) <= lnM_sq nu (y ^ 2).
Proof.
  intros Hx Hy. destruct (Rtotal_order x y) as [L|[<-|L]]; [|lra|].
  - destruct (MVT_cor2 (fun t => lnM_sq nu (t ^ 2)) (ratio nu) x y L) as (c & E & Hc); [intros t Ht; apply is_derive_Reals, lnM_sq_derive_of|].
    assert (D := ratio_mono x c ltac:(lra)). assert ((y - x) * ratio nu x <= (y - x) * ratio nu c) by (apply Rmult_le_compat_l; lra). lra.
  - destruct (MVT_cor2 (fun t => lnM_sq nu (t ^ 2)) (ratio nu) y x L) as (c & E & Hc); [intros t Ht; apply is_derive_Reals, lnM_sq_derive_of|].
    assert (D := ratio_mono c x ltac:(lra)). assert ((x - y) * ratio nu c <= (x - y) * ratio nu x) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma ratio_nonneg x : 0 <= x -> 0 <= ratio nu x.
Proof. intros Hx. rewrite <- (ratio_0 nu). apply ratio_mono. lra. Qed.

Theorem argument_tangent x y : 0 <= x -> lnM_sq nu (x ^ 2) + ratio nu x * (y - x) <= lnM_sq nu (y ^ 2).
Proof.
  intros Hx. assert (T := argument_tangent_right x (Rabs y) Hx (Rabs_pos y)). rewrite pow2_abs in T. assert (A := Rle_abs y). assert (P := ratio_nonneg x Hx).
  assert (ratio nu x * (y - x) <= ratio nu x * (Rabs y - x)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(** ** Between parabolas *)
Lemma slope_mono a b : 0 < a <= b -> slope nu b <= slope nu a.
Proof. intros [Ha [Hb|<-]]; [apply Rlt_le, slope_decreases; lra|lra]. Qed.

(** What the growth of A between two points is at least and at most. *)
Lemma ratio_growth k x y : 0 < k -> k <= x <= y -> ratio nu y - ratio nu x <= slope nu k * (y - x).
Proof.
  intros Hk [Hx [Hy|<-]]; [|lra]. destruct (MVT_cor2 (ratio nu) (slope nu) x y Hy) as (c & E & Hc); [intros t Ht; apply is_derive_Reals, ratio_derive; lra|].
  rewrite E. apply Rmult_le_compat_r; [lra|]. apply slope_mono. lra.
Qed.

Lemma ratio_growth_least q x y : 0 < x <= y -> y <= q -> slope nu q * (y - x) <= ratio nu y - ratio nu x.
Proof.
  intros [Hx [Hy|<-]] Hq; [|lra]. destruct (MVT_cor2 (ratio nu) (slope nu) x y Hy) as (c & E & Hc); [intros t Ht; apply is_derive_Reals, ratio_derive; lra|].
  rewrite E. apply Rmult_le_compat_r; [lra|]. apply slope_mono. lra.
Qed.

Let gap s x t := ratio nu x * (t - x) + s / 2 * (t - x) ^ 2 - lnM_sq nu (t ^ 2).

Lemma gap_derive s x t : is_derive (gap s x) t (ratio nu x + s * (t - x) - ratio nu t).
Proof.
  assert (D := lnM_sq_derive_of t). unfold gap. assert (E : is_derive (fun t => ratio nu x * (t - x) + s / 2 * (t - x) ^ 2) t (ratio nu x + s * (t - x))) by (auto_derive; [exact I|field]).
  exact (is_derive_minus (V := R_NormedModule) _ _ _ _ _ E D).
Qed.

Theorem parabola_above k x y : 0 < k -> k <= x -> k <= y -> lnM_sq nu (y ^ 2) <= lnM_sq nu (x ^ 2) + ratio nu x * (y - x) + slope nu k / 2 * (y - x) ^ 2.
Proof.
  intros Hk Hx Hy. enough (gap (slope nu k) x x <= gap (slope nu k) x y) by (unfold gap in *; replace (x - x) with 0 in * by ring; lra).
  destruct (Rtotal_order x y) as [L|[<-|L]]; [|lra|].
  - apply (increasing_on_weak _ (fun t => ratio nu x + slope nu k * (t - x) - ratio nu t) x y L); [intros; apply gap_derive|].
    intros t Ht. assert (G := ratio_growth k x t Hk ltac:(lra)). lra.
  - apply Ropp_le_cancel. apply (increasing_on_weak (fun t => - gap (slope nu k) x t) (fun t => - (ratio nu x + slope nu k * (t - x) - ratio nu t)) y x L).
    + intros t _. exact (is_derive_opp (V := R_NormedModule) _ _ _ (gap_derive (slope nu k) x t)).
    + intros t Ht. assert (G := ratio_growth k t x Hk ltac:(lra)). lra.
Qed.

Theorem parabola_below q x y : 0 < x <= q -> 0 < y <= q -> lnM_sq nu (x ^ 2) + ratio nu x * (y - x) + slope nu q / 2 * (y - x) ^ 2 <= lnM_sq nu (y ^ 2).
Proof.
  intros Hx Hy. enough (gap (slope nu q) x y <= gap (slope nu q) x x) by (unfold gap in *; replace (x - x) with 0 in * by ring; lra).
  destruct (Rtotal_order x y) as [L|[<-|L]]; [|lra|].
  - apply Ropp_le_cancel. apply (increasing_on_weak (fun t => - gap (slope nu q) x t) (fun t => - (ratio nu x + slope nu q * (t - x) - ratio nu t)) x y L).
    + intros t _. exact (is_derive_opp (V := R_NormedModule) _ _ _ (gap_derive (slope nu q) x t)).
    + intros t Ht. assert (G := ratio_growth_least q x t ltac:(lra) ltac:(lra)). lra.
  - apply (increasing_on_weak _ (fun t => ratio nu x + slope nu q * (t - x) - ratio nu t) y x L); [intros; apply gap_derive|].
    intros t Ht. assert (G := ratio_growth_least q t x ltac:(lra) ltac:(lra)). lra.
Qed.
End Order.
