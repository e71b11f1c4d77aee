(** * Theorem 3 for the population: laws with centres orthogonal to the intersection, and equal coordinates

    The loss is the mean, over the coordinate u of a von Mises-Fisher law along its axis, of
    2 log M(|kappa e + beta D x|) - 2 beta (1 - (1 - rho) u^2), with the square v = (kappa + beta rho u)^2 + beta^2 (1 - u^2). *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment Bessel.Odd Bessel.Support Sphere.Mean Sphere.Axis.
From Modgap Require Bessel.Generating.
Open Scope R_scope.

Lemma over_sq_ex_derive nu v : nu > -1 -> 0 <= v -> ex_derive (over_sq nu) v.
Proof.
  intros Hn Hv. assert (P := hyper_pos (nu + 1) (v / 4) ltac:(lra) ltac:(lra)). assert (E1 := hyper_derive (nu + 1) (v / 4) ltac:(lra)). assert (E2 := hyper_derive (nu + 2) (v / 4) ltac:(lra)).
  assert (D : forall c l, is_derive (hyper0F1 c) (v / 4) l -> ex_derive (fun v => hyper0F1 c (v / 4)) v) by (intros c l H; apply (ex_derive_comp (hyper0F1 c) (fun v => v / 4)); [eexists; exact H|auto_derive; exact I]).
  unfold over_sq. apply ex_derive_div; [apply ex_derive_mult; [auto_derive; exact I|eapply D, E2]|eapply D, E1|lra].
Qed.

Section Perpendicular.
Variables (k : nat) (kappa beta : R).
Hypothesis kappa_pos : 0 < kappa.
Hypothesis beta_pos : 0 < beta.
Let nu := INR k / 2.
Let nu_nonneg : 0 <= nu. Proof. assert (K := pos_INR k). unfold nu. lra. Qed.
Let above : nu > -1. Proof. assert (N := nu_nonneg). lra. Qed.
Let half : nu >= - / 2. Proof. assert (N := nu_nonneg). lra. Qed.

(** A(kappa)/kappa, A(kappa), and the mean of u^2. *)
Definition chord : R := over_sq nu (kappa ^ 2).
Definition first : R := ratio nu kappa.
Definition second : R := 1 - (INR k + 1) * chord.

Definition axis_square (rho u : R) : R := kappa ^ 2 + beta ^ 2 * (1 - u ^ 2 * (1 - rho ^ 2)) + 2 * rho * beta * kappa * u.
Definition perp (rho u : R) : R := 2 * lnM_sq nu (axis_square rho u) - 2 * beta * (1 - u ^ 2 * (1 - rho)).
Definition perp_loss (rho : R) : R := axis_mean k kappa (perp rho) - 2 * lnM_sq nu (kappa ^ 2).

Lemma first_chord : kappa * chord = first.
Proof. unfold first, chord. rewrite ratio_over by (exact above || lra). reflexivity. Qed.

Lemma chord_pos : 0 < chord.
Proof. apply over_sq_pos; [exact above|apply pow2_ge_0]. Qed.

Lemma second_nonneg : 0 <= second.
Proof.
  assert (M := mean_above k kappa (fun u => u ^ 2) 0 0 1). fold nu chord second in M. replace second with (axis_mean k kappa (fun u => u ^ 2)).
  - rewrite <- (Rmult_0_l (/ total k kappa)). assert (T : tame (fun u => u ^ 2)) by (apply tame_derive; intros; auto_derive; exact I).
    assert (Z := mean_above k kappa (fun u => u ^ 2) 0 0 0 T ltac:(intros; nra)). rewrite Rmult_0_l. lra.
  - rewrite (axis_mean_ext k kappa _ (fun u => 0 + 0 * u + 1 * u ^ 2)) by (intros; ring). rewrite mean_polynomial. fold nu chord. unfold second. ring.
Qed.

Lemma second_at_most_one : second <= 1.
Proof. assert (K := pos_INR k). assert (C := chord_pos). unfold second. assert (0 <= (INR k + 1) * chord) by (apply Rmult_le_pos; lra). lra. Qed.

Lemma square_split rho u : axis_square rho u = (kappa + beta * rho * u) ^ 2 + beta ^ 2 * (1 - u ^ 2).
Proof. unfold axis_square. ring. Qed.

Lemma across_nonneg u : -1 <= u <= 1 -> 0 <= beta ^ 2 * (1 - u ^ 2).
Proof. intros Hu. apply Rmult_le_pos; [apply pow2_ge_0|nra]. Qed.

Lemma square_above rho u : -1 <= u <= 1 -> (kappa + beta * rho * u) ^ 2 <= axis_square rho u.
Proof. intros Hu. rewrite square_split. assert (A := across_nonneg u Hu). lra. Qed.

Lemma axis_square_nonneg rho u : -1 <= u <= 1 -> 0 <= axis_square rho u.
Proof. intros Hu. assert (S := square_above rho u Hu). assert (P := pow2_ge_0 (kappa + beta * rho * u)). lra. Qed.

Lemma lnM_ex_derive rho s u : -1 <= u <= 1 -> s ^ 2 = 1 -> ex_derive (fun u => lnM_sq nu (axis_square rho (s * u))) u.
Proof.
  intros Hu Hs. apply (ex_derive_comp (lnM_sq nu) (fun u => axis_square rho (s * u))); [|unfold axis_square; auto_derive; exact I].
  eexists. apply lnM_sq_derive; [exact above|apply axis_square_nonneg]. assert ((s - 1) * (s + 1) = 0) by lra. destruct (Rmult_integral _ _ H) as [E|E]; [replace s with 1 by lra|replace s with (-1) by lra]; lra.
Qed.

Lemma perp_tame rho : tame (perp rho).
Proof.
  apply tame_derive. intros u Hu. unfold perp. apply (ex_derive_minus (V := R_NormedModule)); [|auto_derive; exact I]. apply ex_derive_mult; [auto_derive; exact I|].
  assert (D := lnM_ex_derive rho 1 u Hu ltac:(ring)). eapply ex_derive_ext; [|exact D]. intros t. cbv beta. rewrite Rmult_1_l. reflexivity.
Qed.

Ltac below := eapply Rle_trans; [apply Rplus_le_compat_r; eapply mean_below; [apply perp_tame|]|]; cycle 1.

(** ** Bounds by polynomials *)
Theorem perp_upper rho : 0 <= rho < 1 -> perp_loss rho <= beta ^ 2 * chord + 2 * beta * rho * first ^ 2 - 2 * beta * (1 - (1 - rho) * second).
Proof.
  intros Hr. assert (M := mean_below k kappa (perp rho) (2 * lnM_sq nu (kappa ^ 2) + chord * beta ^ 2 - 2 * beta) (2 * rho * beta * kappa * chord) (2 * beta * (1 - rho) - chord * beta ^ 2 * (1 - rho ^ 2)) (perp_tame rho)).
  fold nu chord second in M. rewrite <- first_chord. unfold perp_loss.
  assert (H : forall u, -1 <= u <= 1 -> perp rho u <= 2 * lnM_sq nu (kappa ^ 2) + chord * beta ^ 2 - 2 * beta + 2 * rho * beta * kappa * chord * u + (2 * beta * (1 - rho) - chord * beta ^ 2 * (1 - rho ^ 2)) * u ^ 2).
  { intros u Hu. assert (T := square_tangent nu above (kappa ^ 2) (axis_square rho u) (pow2_ge_0 kappa) (axis_square_nonneg rho u Hu)). fold chord in T.
    unfold perp. unfold axis_square in T at 2. lra. }
  specialize (M H). assert (C := chord_pos). assert (S := second_nonneg). assert (0 <= chord * beta ^ 2 * (1 - rho ^ 2) * second) by (apply Rmult_le_pos; [apply Rmult_le_pos; [apply Rmult_le_pos; [lra|apply pow2_ge_0]|nra]|lra]). lra.
Qed.

Theorem perp_lower rho : 2 * beta * rho * first ^ 2 - 2 * beta * (1 - (1 - rho) * second) <= perp_loss rho.
Proof.
  assert (M := mean_above k kappa (perp rho) (2 * lnM_sq nu (kappa ^ 2) - 2 * beta) (2 * first * beta * rho) (2 * beta * (1 - rho)) (perp_tame rho)).
  fold nu chord second in M. unfold perp_loss.
  assert (H : forall u, -1 <= u <= 1 -> 2 * lnM_sq nu (kappa ^ 2) - 2 * beta + 2 * first * beta * rho * u + 2 * beta * (1 - rho) * u ^ 2 <= perp rho u).
  { intros u Hu. assert (T := argument_tangent nu above half kappa (kappa + beta * rho * u) ltac:(lra)). fold first in T.
    assert (S := square_mono nu above ((kappa + beta * rho * u) ^ 2) (axis_square rho u) (conj (pow2_ge_0 _) (square_above rho u Hu))). unfold perp. lra. }
  specialize (M H). rewrite first_chord in M. lra.
Qed.

(** By the tangent at (kappa + beta rho)^2, the square at the centre. *)
Theorem perp_concentrated rho : 0 <= rho < 1 -> let z := kappa + beta * rho in
  perp_loss rho <= 2 * beta * rho * ratio nu z - 2 * beta * rho * kappa * (1 - first) * over_sq nu (z ^ 2) + beta ^ 2 * (1 - rho ^ 2) * ((INR k + 1) * chord) * over_sq nu (z ^ 2)
    - 2 * beta * (1 - (1 - rho) * second).
Proof.
  intros Hr z. assert (Hz : 0 <= z) by (unfold z; assert (0 <= beta * rho) by (apply Rmult_le_pos; lra); lra). set (a := over_sq nu (z ^ 2)).
  assert (M := mean_below k kappa (perp rho) (2 * lnM_sq nu (z ^ 2) - 2 * rho * beta * kappa * a + beta ^ 2 * (1 - rho ^ 2) * a - 2 * beta) (2 * rho * beta * kappa * a)
    (2 * beta * (1 - rho) - beta ^ 2 * (1 - rho ^ 2) * a) (perp_tame rho)). fold nu chord in M. unfold perp_loss.
  assert (H : forall u, -1 <= u <= 1 -> perp rho u <= 2 * lnM_sq nu (z ^ 2) - 2 * rho * beta * kappa * a + beta ^ 2 * (1 - rho ^ 2) * a - 2 * beta + 2 * rho * beta * kappa * a * u
    + (2 * beta * (1 - rho) - beta ^ 2 * (1 - rho ^ 2) * a) * u ^ 2).
  { intros u Hu. assert (T := square_tangent nu above (z ^ 2) (axis_square rho u) (pow2_ge_0 z) (axis_square_nonneg rho u Hu)). fold a in T.
    replace (axis_square rho u - z ^ 2) with (2 * rho * beta * kappa * (u - 1) + beta ^ 2 * (1 - rho ^ 2) * (1 - u ^ 2)) in T by (unfold axis_square, z; ring).
    unfold perp. lra. }
  specialize (M H). assert (T := argument_tangent nu above half z kappa Hz). unfold second. rewrite <- first_chord. replace (kappa - z) with (- (beta * rho)) in T by (unfold z; ring). lra.
Qed.

(** ** A narrow law, far from the origin *)
Theorem perp_narrow_upper rho low : 0 <= rho < 1 -> 0 < low -> beta + low <= kappa ->
  perp_loss rho <= 2 * beta * rho * first ^ 2 + slope nu low * beta ^ 2 * rho ^ 2 * second + beta ^ 2 * ((INR k + 1) * chord) / low - 2 * beta * (1 - (1 - rho) * second).
Proof.
  intros Hr Hl Hk.
  assert (M := mean_below k kappa (perp rho) (2 * lnM_sq nu (kappa ^ 2) + beta ^ 2 / low - 2 * beta) (2 * first * beta * rho) (slope nu low * beta ^ 2 * rho ^ 2 - beta ^ 2 / low + 2 * beta * (1 - rho)) (perp_tame rho)).
  fold nu chord in M. unfold perp_loss.
  assert (H : forall u, -1 <= u <= 1 -> perp rho u <= 2 * lnM_sq nu (kappa ^ 2) + beta ^ 2 / low - 2 * beta + 2 * first * beta * rho * u + (slope nu low * beta ^ 2 * rho ^ 2 - beta ^ 2 / low + 2 * beta * (1 - rho)) * u ^ 2).
  { intros u Hu. set (w := kappa + beta * rho * u). assert (Q : -1 <= rho * u) by nra. assert (W : low <= w) by (unfold w; nra).
    assert (T := square_tangent nu above (w ^ 2) (axis_square rho u) (pow2_ge_0 w) (axis_square_nonneg rho u Hu)). rewrite square_split in T at 2. fold w in T.
    assert (P := parabola_above nu above half low kappa w Hl ltac:(lra) W). fold first in P. replace (w - kappa) with (beta * rho * u) in P by (unfold w; ring).
    assert (O : over_sq nu (w ^ 2) <= / low).
    { eapply Rle_trans; [apply (over_sq_mono nu above (low ^ 2)); split; [apply pow2_ge_0|apply pow_incr; lra]|]. rewrite over_sq_ratio by lra. assert (U := bound_upper_one nu low half Hl).
      unfold Rdiv. rewrite <- (Rmult_1_l (/ low)) at 2. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat|]; lra. }
    assert (X := across_nonneg u Hu). assert (beta ^ 2 * (1 - u ^ 2) * over_sq nu (w ^ 2) <= beta ^ 2 * (1 - u ^ 2) * / low) by (apply Rmult_le_compat_l; lra). unfold perp. unfold Rdiv. lra. }
  specialize (M H). rewrite first_chord in M. unfold second, Rdiv in *. lra.
Qed.

Theorem perp_narrow_lower rho high : 0 <= rho < 1 -> beta + kappa <= high -> beta < kappa ->
  2 * beta * rho * first ^ 2 + slope nu high * beta ^ 2 * rho ^ 2 * second + beta ^ 2 * ((INR k + 1) * chord) * (ratio nu high / high) - 2 * beta * (1 - (1 - rho) * second) <= perp_loss rho.
Proof.
  intros Hr Hh Hk. set (a := ratio nu high / high).
  assert (M := mean_above k kappa (perp rho) (2 * lnM_sq nu (kappa ^ 2) + beta ^ 2 * a - 2 * beta) (2 * first * beta * rho) (slope nu high * beta ^ 2 * rho ^ 2 - beta ^ 2 * a + 2 * beta * (1 - rho)) (perp_tame rho)).
  fold nu chord in M. unfold perp_loss.
  assert (H : forall u, -1 <= u <= 1 -> 2 * lnM_sq nu (kappa ^ 2) + beta ^ 2 * a - 2 * beta + 2 * first * beta * rho * u + (slope nu high * beta ^ 2 * rho ^ 2 - beta ^ 2 * a + 2 * beta * (1 - rho)) * u ^ 2 <= perp rho u).
  { intros u Hu. set (w := kappa + beta * rho * u). assert (Q : -1 <= rho * u <= 1) by (split; nra). assert (B := Rmult_le_compat_l beta _ _ ltac:(lra) (proj1 Q)). assert (B2 := Rmult_le_compat_l beta _ _ ltac:(lra) (proj2 Q)).
    assert (W : 0 < w <= high) by (unfold w; split; lra).
    assert (T := square_tangent nu above (axis_square rho u) (w ^ 2) (axis_square_nonneg rho u Hu) (pow2_ge_0 w)). rewrite square_split in T at 2. fold w in T.
    assert (P := parabola_below nu above half high kappa w ltac:(lra) W). fold first in P. replace (w - kappa) with (beta * rho * u) in P by (unfold w; ring).
    assert (O : a <= over_sq nu (axis_square rho u)).
    { unfold a. rewrite <- over_sq_ratio by lra. apply (over_sq_mono nu above). split; [apply axis_square_nonneg, Hu|].
      apply Rle_trans with ((kappa + beta) ^ 2); [|apply pow_incr; lra]. unfold axis_square.
      assert (X := Rmult_le_pos _ _ (pow2_ge_0 (beta * u)) (ltac:(nra) : 0 <= 1 - rho ^ 2)). assert (Y := Rmult_le_compat_l kappa _ _ ltac:(lra) B2). lra. }
    assert (X := across_nonneg u Hu). assert (beta ^ 2 * (1 - u ^ 2) * a <= beta ^ 2 * (1 - u ^ 2) * over_sq nu (axis_square rho u)) by (apply Rmult_le_compat_l; lra). unfold perp. lra. }
  specialize (M H). rewrite first_chord in M. unfold second in *. lra.
Qed.

(** ** Convexity in the cosine of the angle *)
Definition perp_slope (rho u : R) : R := 2 * beta * u * (- u + (kappa + rho * beta * u) * over_sq nu (axis_square rho u)).

Lemma perp_slope_tame rho : tame (perp_slope rho).
Proof.
  apply tame_derive. intros u Hu. unfold perp_slope. apply ex_derive_mult; [auto_derive; exact I|]. apply (ex_derive_plus (V := R_NormedModule)); [auto_derive; exact I|].
  apply ex_derive_mult; [auto_derive; exact I|]. apply (ex_derive_comp (over_sq nu) (axis_square rho)); [apply over_sq_ex_derive; [exact above|apply axis_square_nonneg, Hu]|unfold axis_square; auto_derive; exact I].
Qed.

(** |p||q| >= p.q for the vectors of which these are the squares. *)
Lemma inner_below rho sigma u : -1 <= u <= 1 ->
  (kappa + beta * rho * u) * (kappa + beta * sigma * u) + beta ^ 2 * (1 - u ^ 2) <= sqrt (axis_square rho u) * sqrt (axis_square sigma u).
Proof.
  intros Hu. rewrite <- sqrt_mult by (apply axis_square_nonneg, Hu). rewrite !square_split. assert (A := across_nonneg u Hu).
  set (p := kappa + beta * rho * u). set (q := kappa + beta * sigma * u). set (s := beta ^ 2 * (1 - u ^ 2)) in *.
  eapply Rle_trans; [apply Rle_abs|]. rewrite <- sqrt_Rsqr_abs. apply sqrt_le_1_alt. unfold Rsqr. assert (0 <= s * (p - q) ^ 2) by (apply Rmult_le_pos; [exact A|apply pow2_ge_0]). nra.
Qed.

Lemma perp_tangent_at rho sigma u : -1 <= u <= 1 -> perp rho u + (sigma - rho) * perp_slope rho u <= perp sigma u.
Proof.
  intros Hu. assert (V := axis_square_nonneg rho u Hu). assert (W := axis_square_nonneg sigma u Hu). set (z := sqrt (axis_square rho u)). set (y := sqrt (axis_square sigma u)).
  assert (Ez : z ^ 2 = axis_square rho u) by (apply sqrt_sq_eq, V). assert (Ey : y ^ 2 = axis_square sigma u) by (apply sqrt_sq_eq, W).
  assert (T := argument_tangent nu above half z y (sqrt_pos _)). rewrite ratio_over, Ez, Ey in T by (exact above || apply sqrt_pos).
  assert (I := inner_below rho sigma u Hu). fold z y in I. assert (O := over_sq_pos nu above _ V).
  assert (P : (sigma - rho) * beta * u * (kappa + rho * beta * u) * over_sq nu (axis_square rho u) <= z * (y - z) * over_sq nu (axis_square rho u)).
  { apply Rmult_le_compat_r; [lra|]. rewrite square_split in Ez. nra. }
  unfold perp, perp_slope. lra.
Qed.

Theorem perp_tangent rho sigma : perp_loss rho + (sigma - rho) * axis_mean k kappa (perp_slope rho) <= perp_loss sigma.
Proof.
  unfold perp_loss. assert (L := axis_mean_linear k kappa (perp rho) (perp_slope rho) 1 (sigma - rho) (perp_tame rho) (perp_slope_tame rho)).
  assert (M := axis_mean_le k kappa _ (perp sigma) (tame_linear _ _ 1 (sigma - rho) (perp_tame rho) (perp_slope_tame rho)) (perp_tame sigma)).
  cbv beta in L, M. specialize (M ltac:(intros u Hu; assert (T := perp_tangent_at rho sigma u Hu); lra)). lra.
Qed.

Theorem perp_convex rho sigma m : rho <= m <= sigma -> (sigma - rho) * perp_loss m <= (sigma - m) * perp_loss rho + (m - rho) * perp_loss sigma.
Proof.
  intros H. assert (A := perp_tangent m rho). assert (B := perp_tangent m sigma). set (S := axis_mean k kappa (perp_slope m)) in *.
  assert ((sigma - m) * (perp_loss m + (rho - m) * S) <= (sigma - m) * perp_loss rho) by (apply Rmult_le_compat_l; lra).
  assert ((m - rho) * (perp_loss m + (sigma - m) * S) <= (m - rho) * perp_loss sigma) by (apply Rmult_le_compat_l; lra). lra.
Qed.

(** ** Against the right angle *)
Let missing (u : R) : R := u * (chord - over_sq nu (axis_square 0 u)).

Lemma missing_tame : tame missing.
Proof.
  apply tame_derive. intros u Hu. unfold missing. apply ex_derive_mult; [auto_derive; exact I|]. apply (ex_derive_minus (V := R_NormedModule)); [auto_derive; exact I|].
  apply (ex_derive_comp (over_sq nu) (axis_square 0)); [apply over_sq_ex_derive; [exact above|apply axis_square_nonneg, Hu]|unfold axis_square; auto_derive; exact I].
Qed.

Lemma flat_chord u : -1 <= u <= 1 -> over_sq nu (axis_square 0 u) <= chord.
Proof. intros Hu. apply (over_sq_mono nu above). split; [apply pow2_ge_0|]. assert (S := square_above 0 u Hu). replace (kappa + beta * 0 * u) with kappa in S by ring. exact S. Qed.

Lemma missing_mean : 0 <= axis_mean k kappa missing.
Proof.
  apply odd_nonneg; [exact kappa_pos|exact missing_tame| |].
  - intros u _. unfold missing. replace (axis_square 0 (- u)) with (axis_square 0 u) by (unfold axis_square; ring). ring.
  - intros u Hu. assert (F := flat_chord u ltac:(lra)). unfold missing. apply Rmult_le_pos; lra.
Qed.

Lemma against_right_at rho u : 0 <= rho -> -1 <= u <= 1 ->
  perp rho u <= 1 * (1 * perp 0 u + 1 * (0 + 2 * rho * beta * kappa * chord * u + (beta ^ 2 * rho ^ 2 * chord - 2 * beta * rho) * u ^ 2)) + - (2 * rho * beta * kappa) * missing u.
Proof.
  intros Hr Hu. assert (T := square_tangent nu above (axis_square 0 u) (axis_square rho u) (axis_square_nonneg 0 u Hu) (axis_square_nonneg rho u Hu)).
  replace (axis_square rho u - axis_square 0 u) with (beta ^ 2 * rho ^ 2 * u ^ 2 + 2 * rho * beta * kappa * u) in T by (unfold axis_square; ring).
  assert (F := flat_chord u Hu). assert (Q : 0 <= beta ^ 2 * rho ^ 2 * u ^ 2) by (rewrite <- !Rpow_mult_distr; apply pow2_ge_0).
  assert (beta ^ 2 * rho ^ 2 * u ^ 2 * over_sq nu (axis_square 0 u) <= beta ^ 2 * rho ^ 2 * u ^ 2 * chord) by (apply Rmult_le_compat_l; lra). unfold perp, missing. lra.
Qed.

Theorem perp_right rho : 0 < rho -> beta * rho * chord < 2 * (second - first ^ 2) -> perp_loss rho < perp_loss 0.
Proof.
  intros Hr H. set (p := fun u => 0 + 2 * rho * beta * kappa * chord * u + (beta ^ 2 * rho ^ 2 * chord - 2 * beta * rho) * u ^ 2).
  assert (Tp : tame p) by apply tame_polynomial. assert (Ts := tame_linear _ _ 1 1 (perp_tame 0) Tp).
  assert (M := axis_mean_le k kappa (perp rho) _ (perp_tame rho) (tame_linear _ _ 1 (- (2 * rho * beta * kappa)) Ts missing_tame) (fun u Hu => against_right_at rho u ltac:(lra) Hu)).
  rewrite (axis_mean_linear k kappa (fun u => 1 * perp 0 u + 1 * p u) missing _ _ Ts missing_tame) in M.
  rewrite (axis_mean_linear k kappa (perp 0) p _ _ (perp_tame 0) Tp) in M. unfold p in M. rewrite mean_polynomial in M. fold nu chord second in M. rewrite first_chord in M.
  assert (N := missing_mean). assert (Q : 0 < rho * beta) by (apply Rmult_lt_0_compat; lra). assert (Q2 : 0 < rho * beta * kappa) by (apply Rmult_lt_0_compat; lra).
  assert (0 <= rho * beta * kappa * axis_mean k kappa missing) by (apply Rmult_le_pos; [lra|exact N]).
  assert (S := second_at_most_one). assert (S0 := second_nonneg). assert (C := chord_pos).
  assert (E : 2 * rho * beta * kappa * chord * first = 2 * rho * beta * first ^ 2) by (rewrite <- first_chord; ring). 
  assert (beta * rho * chord * second <= beta * rho * chord * 1) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra|exact S]).
  assert (X : beta * rho * chord * second - 2 * second + 2 * first ^ 2 < 0) by lra. apply (Rmult_lt_compat_l (rho * beta) _ _ Q) in X. rewrite Rmult_0_r in X. unfold perp_loss. lra.
Qed.

(** ** Against centres on both sides *)
Definition opposite (rho u : R) : R := 2 * lnM_sq nu (axis_square rho (-1 * u)) - 2 * beta * (1 - u ^ 2 * (1 - rho)).

Lemma opposite_tame rho : tame (opposite rho).
Proof.
  apply tame_derive. intros u Hu. unfold opposite. apply (ex_derive_minus (V := R_NormedModule)); [|auto_derive; exact I]. apply ex_derive_mult; [auto_derive; exact I|].
  apply lnM_ex_derive; [exact Hu|ring].
Qed.

Lemma odd_part_below rho s : 0 < rho < 1 -> 0 < s < 1 -> lnM_sq nu (axis_square rho s) - lnM_sq nu (axis_square rho (-1 * s)) < 2 * s * rho * beta * first.
Proof.
  intros Hr Hs. assert (Q : 0 < beta * kappa) by (apply Rmult_lt_0_compat; lra). assert (B : 0 < rho * beta) by (apply Rmult_lt_0_compat; lra).
  set (p := kappa ^ 2 + rho ^ 2 * beta ^ 2). set (q := kappa ^ 2 + beta ^ 2 * (1 - s ^ 2 * (1 - rho ^ 2))). set (d := 2 * rho * beta * kappa).
  assert (D : 0 <= d <= p) by (unfold d, p; split; [nra|assert (0 <= (kappa - rho * beta) ^ 2) by apply pow2_ge_0; nra]).
  assert (SD : 0 <= s * d <= p) by (split; [apply Rmult_le_pos; lra|nra]).
  assert (PQ : p <= q).
  { assert (0 <= (1 - s ^ 2) * (1 - rho ^ 2)) by (apply Rmult_le_pos; nra). assert (0 <= beta ^ 2 * ((1 - s ^ 2) * (1 - rho ^ 2))) by (apply Rmult_le_pos; [apply pow2_ge_0|assumption]). unfold p, q. nra. }
  assert (F := odd_falls nu above p q (s * d) SD PQ). assert (C := odd_at_most_chord nu above p d s D ltac:(lra)).
  assert (I := lnM_increment nu kappa (rho * beta) half ltac:(lra) ltac:(lra)). rewrite lnM_abs, !lnM_square in I. fold first in I.
  replace (axis_square rho s) with (q + s * d) by (unfold axis_square, q, d; ring). replace (axis_square rho (-1 * s)) with (q - s * d) by (unfold axis_square, q, d; ring).
  replace ((kappa + rho * beta) ^ 2) with (p + d) in I by (unfold p, d; ring). replace ((kappa - rho * beta) ^ 2) with (p - d) in I by (unfold p, d; ring).
  apply (Rmult_lt_compat_l s) in I; [|lra]. lra.
Qed.

Theorem perp_opposite rho : 0 < rho < 1 -> axis_mean k kappa (perp rho) < 4 * rho * beta * first ^ 2 + axis_mean k kappa (opposite rho).
Proof.
  intros Hr. set (g := fun u => 1 * (0 + 4 * rho * beta * first * u + 0 * u ^ 2) + 1 * (1 * opposite rho u + -1 * perp rho u)).
  assert (T1 := tame_linear _ _ 1 (-1) (opposite_tame rho) (perp_tame rho)). assert (T := tame_linear _ _ 1 1 (tame_polynomial 0 (4 * rho * beta * first) 0) T1).
  assert (P : 0 < axis_mean k kappa g).
  { apply odd_positive; [exact kappa_pos|exact T| |].
    - intros u _. unfold g, opposite, perp. replace (-1 * - u) with u by ring. replace (-1 * u) with (- u) by ring. ring.
    - intros u Hu. assert (O := odd_part_below rho u Hr Hu). unfold g, opposite, perp. lra. }
  unfold g in P. rewrite (axis_mean_linear k kappa (fun u => 0 + 4 * rho * beta * first * u + 0 * u ^ 2) _ 1 1 (tame_polynomial _ _ _) T1) in P.
  rewrite (axis_mean_linear k kappa (opposite rho) (perp rho) 1 (-1) (opposite_tame rho) (perp_tame rho)) in P. rewrite mean_polynomial in P. fold nu chord in P. rewrite first_chord in P. lra.
Qed.
End Perpendicular.
