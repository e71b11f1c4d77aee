(** * Theorem 3 for the pair of centres of two laws on two hyperplanes

    A and B are hyperplanes of R^h with the angle of cosine rho, in coordinates of R^d, d = h - 1: e is the axis, and the
    inner product of a vector of A with one of B is x.y - (1 - rho)(x.e)(y.e). The loss of the pair of centres is at
    least its value at a shared centre in the intersection, and strictly above it elsewhere; so the infimum over centres
    outside of the intersection is that value, it is not attained there, and the angle of the hyperplanes is never
    optimal. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Generating.
Open Scope R_scope.

Definition cross (d : nat) (x y e : vector) (rho : R) : R := dot d x y - (1 - rho) * dot d x e * dot d y e.
Definition projected (d : nat) (x e : vector) (rho : R) : vector := vadd x (vscal (- ((1 - rho) * dot d x e)) e).
Definition axis_loss (g s kappa beta : R) : R := - beta * s + lnM g (Rabs (kappa + beta * s)) - lnM g kappa.
Definition pair_loss (d : nat) (rho beta : R) (e cx : vector) (kx : R) (cy : vector) (ky : R) : R :=
  - 2 * beta * cross d cx cy e rho
  + (lnM (INR d) (norm d (vadd (vscal ky cy) (vscal beta (projected d cx e rho)))) - lnM (INR d) ky)
  + (lnM (INR d) (norm d (vadd (vscal kx cx) (vscal beta (projected d cy e rho)))) - lnM (INR d) kx).

Section Axis.
Variables g kappa beta : R.
Hypothesis g_above : g >= 1.
Hypothesis kappa_pos : kappa > 0.
Hypothesis beta_pos : beta > 0.

(** One direction of the loss decreases along the axis. *)
Theorem axis_loss_decreases s t : s < t -> s + t >= 0 -> axis_loss g s kappa beta > axis_loss g t kappa beta.
Proof.
  intros Hst H0. unfold axis_loss. assert (Ht : kappa + beta * t > 0) by nra. rewrite (Rabs_pos_eq (kappa + beta * t)) by lra.
  assert (P := Rabs_pos (kappa + beta * s)).
  assert (Q : Rabs (kappa + beta * s) < kappa + beta * t) by (apply Rabs_def1; nra).
  assert (G := lnM_grows_below g _ _ g_above (conj P Q)).
  assert (Rabs (kappa + beta * s) >= kappa + beta * s) by (apply Rle_ge, Rle_abs). nra.
Qed.
End Axis.

Section Centres.
Variables (d : nat) (rho kx ky beta : R) (e : vector).
Hypothesis d_above : (2 <= d)%nat.
Hypothesis rho_range : 0 <= rho < 1.
Hypothesis kx_pos : kx > 0.
Hypothesis ky_pos : ky > 0.
Hypothesis beta_pos : beta > 0.
Hypothesis e_unit : dot d e e = 1.
Let g := INR d.
Let best := axis_loss g 1 kx beta + axis_loss g 1 ky beta.

Lemma g_large : g >= 2.
Proof. unfold g. apply Rle_ge. change 2 with (INR 2). apply le_INR, d_above. Qed.

Lemma axis_loss_1 kappa : kappa > 0 -> axis_loss g 1 kappa beta = - beta + lnM g (kappa + beta) - lnM g kappa.
Proof. intros Hk. unfold axis_loss. rewrite Rabs_pos_eq by lra. rewrite !Rmult_1_r. reflexivity. Qed.

Lemma cross_projected x y : dot d (projected d x e rho) y = cross d x y e rho.
Proof. unfold projected, cross. bilinear. rewrite (dot_sym d e y). ring. Qed.

Lemma cross_sym x y : cross d x y e rho = cross d y x e rho.
Proof. unfold cross. rewrite (dot_sym d x y). ring. Qed.

(** One direction: the tilted centre is at least as long as its component along the centre. *)
Lemma direction_above (kappa : R) (c other : vector) : kappa > 0 -> dot d c c = 1 -> cross d other c e rho < 1 ->
  lnM g (kappa + beta) - lnM g (norm d (vadd (vscal kappa c) (vscal beta (projected d other e rho)))) < beta * (1 - cross d other c e rho).
Proof.
  intros Hk Hc Hw. set (v := vadd (vscal kappa c) (vscal beta (projected d other e rho))).
  assert (N := norm_nonneg d v).
  assert (L : kappa + beta * cross d other c e rho <= norm d v).
  { assert (B := dot_below_norm d v c Hc). unfold v in B at 1. rewrite dot_vadd_l, !dot_vscal_l, cross_projected, Hc in B. lra. }
  assert (G := g_large). destruct (Rlt_le_dec (norm d v) (kappa + beta)) as [H|H].
  - assert (M := lnM_grows_below g (norm d v) (kappa + beta) ltac:(lra) (conj N H)). nra.
  - assert (K0 : 0 <= kappa + beta) by lra. assert (M := lnM_mono g (kappa + beta) (norm d v) ltac:(lra) (conj K0 H)).
    assert (0 < beta * (1 - cross d other c e rho)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Theorem shared_centre_is_best cx cy : dot d cx cx = 1 -> dot d cy cy = 1 -> cross d cx cy e rho < 1 ->
  pair_loss d rho beta e cx kx cy ky > best.
Proof.
  intros Hx Hy Hw. assert (A := direction_above ky cy cx ky_pos Hy Hw).
  assert (B := direction_above kx cx cy kx_pos Hx ltac:(rewrite cross_sym; exact Hw)). rewrite (cross_sym cy cx) in B.
  unfold best, pair_loss. rewrite !axis_loss_1 by assumption. fold g. lra.
Qed.

(** Equal coordinates c in A and in B: the loss is that of a shared centre, but for the square of c.e. *)
Lemma norm_of_shared (kappa : R) (c : vector) : kappa > 0 -> dot d c c = 1 ->
  norm d (vadd (vscal kappa c) (vscal beta (projected d c e rho))) <= kappa + beta.
Proof.
  intros Hk Hc. apply Rsqr_incr_0_var; [|lra]. unfold Rsqr.
  replace (norm d (vadd (vscal kappa c) (vscal beta (projected d c e rho))) * norm d (vadd (vscal kappa c) (vscal beta (projected d c e rho))))
    with (norm d (vadd (vscal kappa c) (vscal beta (projected d c e rho))) ^ 2) by ring.
  rewrite norm_square. unfold projected. bilinear. rewrite Hc, e_unit, (dot_sym d e c).
  assert (R := cosine_range d c e Hc e_unit). set (s := dot d c e) in *.
  assert (0 <= s ^ 2) by apply pow2_ge_0. assert (0 < kappa * beta) by (apply Rmult_lt_0_compat; lra).
  assert (0 <= (1 - rho) * s ^ 2) by (apply Rmult_le_pos; lra).
  assert (0 <= (1 - rho) * s ^ 2 * (1 + rho)) by (apply Rmult_le_pos; lra). nra.
Qed.

Theorem shared_centre_above c : dot d c c = 1 -> pair_loss d rho beta e c kx c ky <= best + 2 * beta * (1 - rho) * dot d c e ^ 2.
Proof.
  intros Hc. assert (G := g_large). assert (A := norm_of_shared ky c ky_pos Hc). assert (B := norm_of_shared kx c kx_pos Hc).
  assert (MA := lnM_mono g _ (ky + beta) ltac:(lra) (conj (norm_nonneg d _) A)).
  assert (MB := lnM_mono g _ (kx + beta) ltac:(lra) (conj (norm_nonneg d _) B)).
  unfold best, pair_loss. rewrite !axis_loss_1 by assumption. fold g. unfold cross. rewrite Hc. lra.
Qed.

(** Centres at the axes, where the gap is the angle of the hyperplanes. *)
Lemma projected_axis k : projected d e e rho k = rho * e k.
Proof. unfold projected, vadd, vscal. rewrite e_unit. ring. Qed.

Lemma norm_axis (kappa s : R) : norm d (vadd (vscal kappa e) (vscal s (projected d e e rho))) = Rabs (kappa + s * rho).
Proof.
  unfold norm. replace (dot d _ _) with ((kappa + s * rho) ^ 2).
  - rewrite <- pow2_abs. apply sqrt_pow2, Rabs_pos.
  - unfold projected. bilinear. rewrite e_unit. ring.
Qed.

Theorem loss_at_angle : pair_loss d rho beta e e kx e ky = axis_loss g rho kx beta + axis_loss g rho ky beta.
Proof.
  unfold pair_loss, axis_loss. rewrite !norm_axis. unfold cross. rewrite e_unit. fold g. ring.
Qed.

Lemma angle_above_best : axis_loss g rho kx beta + axis_loss g rho ky beta > best.
Proof.
  assert (G := g_large). unfold best. assert (A := axis_loss_decreases g kx beta ltac:(lra) kx_pos beta_pos rho 1 ltac:(lra) ltac:(lra)).
  assert (B := axis_loss_decreases g ky beta ltac:(lra) ky_pos beta_pos rho 1 ltac:(lra) ltac:(lra)). lra.
Qed.

(** For every choice of parameters: unit centres outside of the intersection, at an acute angle, whose loss comes as near
    to [best] as one likes; so they beat the angle of the hyperplanes. *)
Section Refutation.
Variable f : vector.
Hypothesis f_unit : dot d f f = 1.
Hypothesis f_across : dot d f e = 0.

Definition near_intersection (s : R) : vector := vadd (vscal (sqrt (1 - s ^ 2)) f) (vscal s e).

Lemma near_unit s : -1 <= s <= 1 -> dot d (near_intersection s) (near_intersection s) = 1.
Proof.
  intros Hs. unfold near_intersection. bilinear. rewrite f_unit, e_unit, (dot_sym d e f), f_across.
  assert (E := sqrt_sq_eq (1 - s ^ 2) ltac:(nra)). replace (_ + _) with (sqrt (1 - s ^ 2) ^ 2 + s ^ 2) by ring. rewrite E. ring.
Qed.

Lemma near_axis s : dot d (near_intersection s) e = s.
Proof. unfold near_intersection. bilinear. rewrite f_across, e_unit. ring. Qed.

Theorem infimum_at_shared_centre eps : eps > 0 -> exists c, dot d c c = 1 /\ dot d c e <> 0 /\ cross d c c e rho > 0 /\
  best < pair_loss d rho beta e c kx c ky < best + eps.
Proof.
  intros He. set (s := Rmin (/ 2) (eps / (4 * beta))).
  assert (Hs : 0 < s) by (apply Rmin_pos; [lra|apply Rdiv_lt_0_compat; lra]).
  assert (H1 : s <= / 2) by apply Rmin_l. assert (H2 : s <= eps / (4 * beta)) by apply Rmin_r.
  assert (H3 : 4 * beta * s <= eps).
  { apply (Rmult_le_compat_l (4 * beta)) in H2; [|lra]. replace (4 * beta * (eps / (4 * beta))) with eps in H2 by (field; lra). exact H2. }
  exists (near_intersection s). assert (U := near_unit s ltac:(lra)). assert (A := near_axis s).
  assert (C : cross d (near_intersection s) (near_intersection s) e rho = 1 - (1 - rho) * s ^ 2) by (unfold cross; rewrite U, A; ring).
  assert (S2 : 0 < s ^ 2 <= / 4) by nra.
  repeat split; [exact U|lra|rewrite C; nra| |].
  - apply Rgt_lt, shared_centre_is_best; try exact U. rewrite C. nra.
  - assert (K := shared_centre_above _ U). rewrite A in K. eapply Rle_lt_trans; [exact K|].
    assert (2 * beta * (1 - rho) * s ^ 2 < eps); [|lra].
    apply Rle_lt_trans with (2 * beta * s ^ 2); [|nra].
    assert (0 <= beta * s ^ 2) by nra. nra.
Qed.

Theorem angle_is_never_best : exists c, dot d c c = 1 /\ dot d c e <> 0 /\ cross d c c e rho > 0 /\
  pair_loss d rho beta e c kx c ky < pair_loss d rho beta e e kx e ky.
Proof.
  assert (A := angle_above_best). rewrite <- loss_at_angle in A.
  destruct (infimum_at_shared_centre (pair_loss d rho beta e e kx e ky - best) ltac:(lra)) as (c & U & N & P & _ & L).
  exists c. repeat split; try assumption. lra.
Qed.
End Refutation.
End Centres.
