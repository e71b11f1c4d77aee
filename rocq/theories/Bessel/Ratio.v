(** * The ratio of Bessel functions A_nu = I_{nu+1}/I_nu, as a quotient of power series

    A_nu(z) = z/(2nu+2) 0F1(; nu+2; z^2/4)/0F1(; nu+1; z^2/4), nu > -1. Positive, below its tangent at zero, and
    a solution of the Riccati equation A' = 1 - A^2 - (2nu+1)/z A. [Bessel.Functions] shows that it is the quotient
    of the Bessel functions themselves. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Factorials Bessel.Hypergeometric.
Open Scope R_scope.

Local Notation f := hyper0F1.

(** The ratio. *)
Definition ratio (nu z : R) : R := z / (2 * nu + 2) * f (nu + 2) (z ^ 2 / 4) / f (nu + 1) (z ^ 2 / 4).

Lemma quotient_derive (u v : R -> R) (c z u' v' : R) :
  is_derive u z u' -> is_derive v z v' -> c <> 0 -> v z <> 0 ->
  is_derive (fun t => t / c * u t / v t) z ((/ c * u z + z / c * u') / v z - z / c * u z * v' / v z ^ 2).
Proof.
  intros Hu Hv Hc Hz. auto_derive.
  - repeat split; trivial; eexists; eassumption.
  - replace (Derive (fun x => u x) z) with u' by (symmetry; apply is_derive_unique, Hu).
    replace (Derive (fun x => v x) z) with v' by (symmetry; apply is_derive_unique, Hv).
    field. split; assumption.
Qed.

Section Ratio.
Variable nu : R.
Hypothesis nu_above : nu > -1.

Theorem ratio_positive z : z > 0 -> ratio nu z > 0.
Proof.
  intros Hz. unfold ratio. assert (0 <= z ^ 2 / 4) by nra.
  assert (H1 := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) H). assert (H2 := hyper_pos (nu + 2) (z ^ 2 / 4) ltac:(lra) H).
  apply Rdiv_lt_0_compat; [|exact H1]. apply Rmult_lt_0_compat; [|exact H2]. apply Rdiv_lt_0_compat; lra.
Qed.

Theorem ratio_start z : z > 0 -> ratio nu z <= z / (2 * nu + 2).
Proof.
  intros Hz. unfold ratio. set (w := z ^ 2 / 4). assert (Hw : 0 <= w) by (unfold w; nra).
  assert (H1 := hyper_pos (nu + 1) w ltac:(lra) Hw). assert (H2 := hyper_pos (nu + 2) w ltac:(lra) Hw).
  assert (H3 := hyper_pos (nu + 3) w ltac:(lra) Hw).
  assert (C := hyper_contiguous (nu + 1) w ltac:(lra)).
  replace (nu + 1 + 1) with (nu + 2) in C by ring. replace (nu + 1 + 2) with (nu + 3) in C by ring.
  assert (0 <= w / ((nu + 1) * (nu + 2)) * f (nu + 3) w).
  { apply Rmult_le_pos; [|lra]. apply Rmult_le_pos; [exact Hw|]. apply Rlt_le, Rinv_0_lt_compat. nra. }
  apply (Rmult_le_reg_r (f (nu + 1) w)); [exact H1|].
  replace (z / (2 * nu + 2) * f (nu + 2) w / f (nu + 1) w * f (nu + 1) w) with (z / (2 * nu + 2) * f (nu + 2) w) by (field; lra).
  apply Rmult_le_compat_l; [|lra]. apply Rlt_le, Rdiv_lt_0_compat; lra.
Qed.

Theorem riccati z : z > 0 ->
  is_derive (ratio nu) z (1 - ratio nu z ^ 2 - (2 * nu + 1) / z * ratio nu z).
Proof.
  intros Hz. set (w := z ^ 2 / 4). assert (Hw : 0 <= w) by (unfold w; nra).
  assert (H1 := hyper_pos (nu + 1) w ltac:(lra) Hw).
  assert (C := hyper_contiguous (nu + 1) w ltac:(lra)).
  replace (nu + 1 + 1) with (nu + 2) in C by ring. replace (nu + 1 + 2) with (nu + 3) in C by ring.
  assert (D1 := hyper_derive (nu + 1) w ltac:(lra)). replace (nu + 1 + 1) with (nu + 2) in D1 by ring.
  assert (D2 := hyper_derive (nu + 2) w ltac:(lra)). replace (nu + 2 + 1) with (nu + 3) in D2 by ring.
  assert (Dw : is_derive (fun t => t ^ 2 / 4) z (z / 2)) by (auto_derive; [trivial|field]).
  assert (E1 := is_derive_comp (f (nu + 1)) (fun t => t ^ 2 / 4) z _ _ D1 Dw).
  assert (E2 := is_derive_comp (f (nu + 2)) (fun t => t ^ 2 / 4) z _ _ D2 Dw).
  unfold scal in E1, E2; simpl in E1, E2; unfold mult in E1, E2; simpl in E1, E2.
  unfold ratio.
  replace (1 - (z / (2 * nu + 2) * f (nu + 2) (z ^ 2 / 4) / f (nu + 1) (z ^ 2 / 4)) ^ 2 -
   (2 * nu + 1) / z * (z / (2 * nu + 2) * f (nu + 2) (z ^ 2 / 4) / f (nu + 1) (z ^ 2 / 4)))
  with ((/ (2 * nu + 2) * f (nu + 2) w + z / (2 * nu + 2) * (z / 2 * (/ (nu + 2) * f (nu + 3) w))) / f (nu + 1) w
     - z / (2 * nu + 2) * f (nu + 2) w * (z / 2 * (/ (nu + 1) * f (nu + 2) w)) / f (nu + 1) w ^ 2).
  - exact (quotient_derive (fun t => f (nu + 2) (t ^ 2 / 4)) (fun t => f (nu + 1) (t ^ 2 / 4)) (2 * nu + 2) z _ _ E2 E1 ltac:(lra) (Rgt_not_eq _ _ H1)).
  - fold w. set (F1 := f (nu + 1) w) in *. set (F2 := f (nu + 2) w) in *. set (F3 := f (nu + 3) w) in *.
    assert (K : F3 = (F1 - F2) * ((nu + 1) * (nu + 2)) * 4 / z ^ 2).
    { rewrite C. unfold w. field. repeat split; lra. }
    rewrite K. field. repeat split; lra.
Qed.
End Ratio.
