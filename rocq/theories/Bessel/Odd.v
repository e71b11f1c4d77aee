(** * The odd part of log M in the square of its argument lies below its chord

    a(v) = A_nu(z)/z with v = z^2 is convex: its fall, (A/z - A')/z^2, decreases. So log M(sqrt(p + s d)) - log M(sqrt(p - s d))
    is convex in s, and vanishes at 0. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Generating Bessel.Square Bessel.Increment.
Open Scope R_scope.

Section Order.
Variable nu : R.
Hypothesis nu_above : nu > -1.

(** ** a is convex *)
Lemma fall_decreases a b : 0 < a < b -> lag nu b / b ^ 2 < lag nu a / a ^ 2.
Proof.
  intros H. enough (- (lag nu a / a ^ 2) < - (lag nu b / b ^ 2)) by lra.
  apply (increasing_on (fun t => - (lag nu t / t ^ 2)) (fun t => ((2 * nu + 4 + 2 * t * ratio nu t) * lag nu t - 2 * ratio nu t ^ 2) / t ^ 3) a b ltac:(lra)).
  - intros t Ht. assert (S := lag_derive nu t nu_above ltac:(lra)). auto_derive.
    + repeat split; [eexists; exact S|]. assert (0 < t * (t * 1)) by nra. lra.
    + replace (Derive (fun x : R => lag nu x) t) with (2 * ratio nu t ^ 2 / t - 2 * ratio nu t * lag nu t - (2 * nu + 2) / t * lag nu t)
        by (symmetry; apply is_derive_unique, S). field. lra.
  - intros t Ht. assert (C := convex_in_square nu t nu_above ltac:(lra)). apply Rdiv_lt_0_compat; [lra|apply pow_lt; lra].
Qed.

Lemma over_sq_derive v : 0 < v -> is_derive (over_sq nu) v (- (lag nu (sqrt v) / sqrt v ^ 2 / 2)).
Proof.
  intros Hv. assert (P := sqrt_lt_R0 v Hv). assert (D : is_derive sqrt v (/ (2 * sqrt v))) by (auto_derive; [exact Hv|field; lra]).
  assert (E := is_derive_comp (fun t => ratio nu t / t) sqrt v _ _ (over_argument nu (sqrt v) nu_above P) D).
  replace (- (lag nu (sqrt v) / sqrt v ^ 2 / 2)) with (scal (/ (2 * sqrt v)) (- (lag nu (sqrt v) / sqrt v))) by (unfold scal; simpl; unfold mult; simpl; field; lra).
  apply (is_derive_ext_loc (fun t => ratio nu (sqrt t) / sqrt t)); [|exact E].
  exists (mkposreal v Hv). intros t Ht. unfold ball in Ht; simpl in Ht; unfold AbsRing_ball, abs, minus, plus, opp in Ht; simpl in Ht. apply Rabs_def2 in Ht.
  assert (T := sqrt_lt_R0 t ltac:(lra)). rewrite <- (over_sq_ratio nu nu_above (sqrt t) T), sqrt_sq_eq by lra. reflexivity.
Qed.

(** Of two steps of one length the later falls less. *)
Lemma later_falls_less p q s t : 0 < p < q -> q <= s -> t - s = q - p -> over_sq nu s - over_sq nu t < over_sq nu p - over_sq nu q.
Proof.
  intros Hp Hs Ht.
  destruct (MVT_cor2 (over_sq nu) (fun v => - (lag nu (sqrt v) / sqrt v ^ 2 / 2)) p q ltac:(lra)) as (c & Ec & Hc);
    [intros v Hv; apply is_derive_Reals, over_sq_derive; lra|].
  destruct (MVT_cor2 (over_sq nu) (fun v => - (lag nu (sqrt v) / sqrt v ^ 2 / 2)) s t ltac:(lra)) as (d & Ed & Hd);
    [intros v Hv; apply is_derive_Reals, over_sq_derive; lra|].
  assert (F := fall_decreases (sqrt c) (sqrt d) (conj (sqrt_lt_R0 c ltac:(lra)) (sqrt_lt_1_alt c d ltac:(lra)))). nra.
Qed.

(** ** The odd part *)
Lemma odd_derive p d s : 0 <= d <= p -> 0 <= s <= 1 ->
  is_derive (fun t => lnM_sq nu (p + t * d) - lnM_sq nu (p - t * d)) s (d / 2 * (over_sq nu (p + s * d) + over_sq nu (p - s * d))).
Proof.
  intros Hd Hs. assert (A := lnM_sq_derive nu nu_above (p + s * d) ltac:(nra)). assert (B := lnM_sq_derive nu nu_above (p - s * d) ltac:(nra)).
  auto_derive; [repeat split; eexists; eassumption|]. change (p + - (s * d)) with (p - s * d).
  replace (Derive (fun x : R => lnM_sq nu x) (p + s * d)) with (over_sq nu (p + s * d) / 2) by (symmetry; apply is_derive_unique, A).
  replace (Derive (fun x : R => lnM_sq nu x) (p - s * d)) with (over_sq nu (p - s * d) / 2) by (symmetry; apply is_derive_unique, B). field.
Qed.

Theorem odd_below_chord p d s : 0 < d <= p -> 0 < s < 1 ->
  lnM_sq nu (p + s * d) - lnM_sq nu (p - s * d) < s * (lnM_sq nu (p + d) - lnM_sq nu (p - d)).
Proof.
  intros Hd Hs. set (f := fun t => lnM_sq nu (p + t * d) - lnM_sq nu (p - t * d)). set (f' := fun s => d / 2 * (over_sq nu (p + s * d) + over_sq nu (p - s * d))).
  assert (D : forall t, 0 <= t <= 1 -> derivable_pt_lim f t (f' t)) by (intros t Ht; apply is_derive_Reals, odd_derive; lra).
  destruct (MVT_cor2 f f' 0 s ltac:(lra)) as (c & Ec & Hc); [intros t Ht; apply D; lra|].
  destruct (MVT_cor2 f f' s 1 ltac:(lra)) as (e & Ee & He); [intros t Ht; apply D; lra|].
  assert (Z : f 0 = 0) by (unfold f; rewrite Rmult_0_l, Rplus_0_r, Rminus_0_r; ring).
  assert (O : f 1 = lnM_sq nu (p + d) - lnM_sq nu (p - d)) by (unfold f; rewrite Rmult_1_l; reflexivity).
  assert (L := later_falls_less (p - e * d) (p - c * d) (p + c * d) (p + e * d) ltac:(split; nra) ltac:(nra) ltac:(ring)).
  assert (I : f' c < f' e) by (unfold f'; apply Rmult_lt_compat_l; lra).
  rewrite <- O. change (f s < s * f 1). assert (G : 0 < s * (1 - s) * (f' e - f' c)) by (apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat|]; lra).
  replace (f 1) with (f' e * (1 - s) + f s) by lra. replace (f s) with (f' c * s) by lra. lra.
Qed.

Theorem odd_at_most_chord p d s : 0 <= d <= p -> 0 <= s <= 1 ->
  lnM_sq nu (p + s * d) - lnM_sq nu (p - s * d) <= s * (lnM_sq nu (p + d) - lnM_sq nu (p - d)).
Proof.
  intros [[Hd|<-] Hp] [[Hs|<-] [H1| ->]]; rewrite ?Rmult_0_r, ?Rmult_0_l, ?Rmult_1_l, ?Rplus_0_r, ?Rminus_0_r; try (apply Req_le; ring).
  apply Rlt_le, odd_below_chord; lra.
Qed.

(** It falls as the middle grows. *)
Lemma odd_falls p q d : 0 <= d <= p -> p <= q -> lnM_sq nu (q + d) - lnM_sq nu (q - d) <= lnM_sq nu (p + d) - lnM_sq nu (p - d).
Proof.
  intros Hd [Hq|<-]; [|lra]. apply Ropp_le_cancel.
  set (f := fun t => - (lnM_sq nu (t + d) - lnM_sq nu (t - d))). change (f p <= f q).
  apply (increasing_on_weak f (fun t => (over_sq nu (t - d) - over_sq nu (t + d)) / 2) p q Hq).
  - intros t Ht. assert (A := lnM_sq_derive nu nu_above (t + d) ltac:(lra)). assert (B := lnM_sq_derive nu nu_above (t - d) ltac:(lra)). unfold f.
    auto_derive; [repeat split; eexists; eassumption|]. change (t + - d) with (t - d).
    replace (Derive (fun x : R => lnM_sq nu x) (t + d)) with (over_sq nu (t + d) / 2) by (symmetry; apply is_derive_unique, A).
    replace (Derive (fun x : R => lnM_sq nu x) (t - d)) with (over_sq nu (t - d) / 2) by (symmetry; apply is_derive_unique, B). field.
  - intros t Ht. destruct (proj1 Hd) as [P|<-]; [|rewrite Rplus_0_r, Rminus_0_r; lra]. assert (M := over_sq_decreases nu nu_above (t - d) (t + d) ltac:(lra)). lra.
Qed.
End Order.
