(** * Theorem 2 for the population: the mean of log M over a cone

    The mean, under the law of concentration kx about c_x, of log M(|ky c_y + beta x|) - log M(ky): a concave function of the
    coordinate c_y.x, whose odd part is below a line. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment Bessel.Odd Bessel.Support Sphere.Mean Sphere.Axis Sphere.Cosine.
From Modgap Require Bessel.Generating.
Open Scope R_scope.

Section Partition.
Variables (k : nat) (kx ky beta : R).
Hypothesis kx_pos : 0 < kx.
Hypothesis ky_pos : 0 < ky.
Hypothesis beta_pos : 0 < beta.
Let nu := INR k / 2.
Let above : nu > -1. Proof. assert (K := pos_INR k). unfold nu. lra. Qed.
Let half : nu >= - / 2. Proof. assert (K := pos_INR k). unfold nu. lra. Qed.

Definition cone_square (u : R) : R := beta ^ 2 + ky ^ 2 + 2 * beta * ky * u.
Definition cone_log (u : R) : R := lnM_sq nu (cone_square u) - lnM_sq nu (ky ^ 2).

Lemma cone_square_nonneg u : -1 <= u <= 1 -> 0 <= cone_square u.
Proof.
  intros Hu. assert (Q : 0 < beta * ky) by (apply Rmult_lt_0_compat; lra). assert (0 <= (beta - ky) ^ 2) by apply pow2_ge_0.
  assert (0 <= beta * ky * (1 + u)) by (apply Rmult_le_pos; lra). unfold cone_square. lra.
Qed.

Lemma cone_tame : tame cone_log.
Proof.
  apply tame_derive. intros u Hu. unfold cone_log. apply (ex_derive_minus (V := R_NormedModule)); [|auto_derive; exact I].
  apply (ex_derive_comp (lnM_sq nu) cone_square); [eexists; apply lnM_sq_derive; [exact above|apply cone_square_nonneg, Hu]|unfold cone_square; auto_derive; exact I].
Qed.

Lemma cone_concave : concave_on cone_log.
Proof.
  intros x m y Hx Hm Hy. assert (Sm := cone_square_nonneg m ltac:(lra)).
  assert (X := square_tangent nu above _ _ Sm (cone_square_nonneg x ltac:(lra))). assert (Y := square_tangent nu above _ _ Sm (cone_square_nonneg y ltac:(lra))).
  set (o := over_sq nu (cone_square m) / 2) in *. apply (Rmult_le_compat_l (y - m)) in X; [|lra]. apply (Rmult_le_compat_l (m - x)) in Y; [|lra].
  replace (cone_square x - cone_square m) with (2 * beta * ky * (x - m)) in X by (unfold cone_square; ring). replace (cone_square y - cone_square m) with (2 * beta * ky * (y - m)) in Y by (unfold cone_square; ring).
  unfold cone_log. lra.
Qed.

Lemma cone_odd s : 0 < s < 1 -> cone_log s - cone_log (- s) < 2 * beta * ratio nu ky * s.
Proof.
  intros Hs. assert (Q : 0 < beta * ky) by (apply Rmult_lt_0_compat; lra). assert (0 <= (beta - ky) ^ 2) by apply pow2_ge_0.
  assert (C := odd_at_most_chord nu above (beta ^ 2 + ky ^ 2) (2 * beta * ky) s ltac:(split; lra) ltac:(lra)).
  assert (I := lnM_increment nu ky beta half ltac:(lra) ltac:(lra)). rewrite lnM_abs, !lnM_square in I.
  replace (beta ^ 2 + ky ^ 2 + 2 * beta * ky) with ((ky + beta) ^ 2) in C by ring. replace (beta ^ 2 + ky ^ 2 - 2 * beta * ky) with ((ky - beta) ^ 2) in C by ring.
  apply (Rmult_lt_compat_l s) in I; [|lra]. unfold cone_log, cone_square.
  replace (beta ^ 2 + ky ^ 2 + 2 * beta * ky * s) with (beta ^ 2 + ky ^ 2 + s * (2 * beta * ky)) by ring. replace (beta ^ 2 + ky ^ 2 + 2 * beta * ky * - s) with (beta ^ 2 + ky ^ 2 - s * (2 * beta * ky)) by ring. lra.
Qed.

Lemma along_ratio : kx * over_sq nu (kx ^ 2) = ratio nu kx.
Proof. symmetry. apply ratio_over; [exact above|lra]. Qed.

(** Laws on either side. *)
Lemma cone_opposite : axis_mean k kx cone_log - axis_mean k (- kx) cone_log < 2 * beta * ratio nu ky * ratio nu kx.
Proof.
  set (g := fun u => 1 * (0 + 2 * beta * ratio nu ky * u + 0 * u ^ 2) + -1 * (1 * cone_log u + -1 * cone_log (- u))).
  assert (Tm := tame_mirror _ cone_tame). assert (T1 := tame_linear _ _ 1 (-1) cone_tame Tm). assert (T0 := tame_polynomial 0 (2 * beta * ratio nu ky) 0).
  assert (P : 0 < axis_mean k kx g).
  { apply odd_positive; [exact kx_pos|exact (tame_linear _ _ 1 (-1) T0 T1)| |].
    - intros u _. unfold g. rewrite Ropp_involutive. ring.
    - intros u Hu. assert (O := cone_odd u Hu). unfold g. lra. }
  unfold g in P. rewrite (axis_mean_linear k kx _ _ 1 (-1) T0 T1), (axis_mean_linear k kx _ _ 1 (-1) cone_tame Tm), mean_polynomial, (axis_mean_mirror k kx _ cone_tame) in P.
  fold nu in P. rewrite along_ratio in P. lra.
Qed.

Lemma cosine_mean_opposite : cosine_mean k kx (-1) cone_log = axis_mean k (- kx) cone_log.
Proof.
  apply cosine_mean_of. rewrite <- (total_even k kx). eapply is_RInt_ext; [|exact (axis_is_RInt k (- kx) _ cone_tame)]. intros t _. unfold weighted, across.
  replace ((1 - cos t ^ 2) * (kx ^ 2 * (1 - (-1) ^ 2) / 4)) with 0 by field. rewrite Generating.hyper_0. replace (-1 * kx * cos t) with (- kx * cos t) by ring. rewrite Rmult_1_r. reflexivity.
Qed.

Theorem cone_partition w : -1 <= w < 1 -> axis_mean k kx cone_log - cosine_mean k kx w cone_log < beta * (1 - w) * ratio nu kx * ratio nu ky.
Proof.
  intros Hw. assert (O := cone_opposite). destruct (Req_dec w (-1)) as [->|N]; [rewrite cosine_mean_opposite; lra|].
  assert (C := cosine_concave k kx w cone_log kx_pos ltac:(lra) cone_tame cone_concave). apply (Rmult_lt_compat_l ((1 - w) / 2)) in O; lra.
Qed.
End Partition.
