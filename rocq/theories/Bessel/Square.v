(** * The generating function in terms of the square of its argument

    With v = z^2: log M_{2nu+2} has the derivative a/2 in v, where a(v) = A_nu(z)/z is continued to v = 0, and a
    decreases strictly for v >= 0. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials.
From Modgap Require Import Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Generating.
Open Scope R_scope.

(** log M_{2nu+2}(sqrt v), and A_nu(sqrt v)/sqrt v. *)
Definition lnM_sq (nu v : R) : R := ln (hyper0F1 (nu + 1) (v / 4)).
Definition over_sq (nu v : R) : R := / (2 * nu + 2) * hyper0F1 (nu + 2) (v / 4) / hyper0F1 (nu + 1) (v / 4).

Section Order.
Variable nu : R.
Hypothesis nu_above : nu > -1.

Lemma lnM_square z : lnM (2 * nu + 2) z = lnM_sq nu (z ^ 2).
Proof. unfold lnM, lnM_sq, SphereMGF. do 2 f_equal. field. Qed.

Lemma lnM_sqrt v : 0 <= v -> lnM (2 * nu + 2) (sqrt v) = lnM_sq nu v.
Proof. intros Hv. rewrite lnM_square, sqrt_sq_eq by exact Hv. reflexivity. Qed.

Lemma over_sq_ratio z : z > 0 -> over_sq nu (z ^ 2) = ratio nu z / z.
Proof.
  intros Hz. unfold over_sq, ratio. assert (P := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) ltac:(nra)). field. repeat split; lra.
Qed.

Lemma over_sq_0 : over_sq nu 0 = / (2 * nu + 2).
Proof. unfold over_sq. replace (0 / 4) with 0 by field. rewrite !hyper_0. field. lra. Qed.

Lemma over_sq_pos v : 0 <= v -> 0 < over_sq nu v.
Proof.
  intros Hv. unfold over_sq. assert (P := hyper_pos (nu + 1) (v / 4) ltac:(lra) ltac:(lra)).
  assert (Q := hyper_pos (nu + 2) (v / 4) ltac:(lra) ltac:(lra)).
  apply Rdiv_lt_0_compat; [|exact P]. apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat; lra|exact Q].
Qed.

Lemma lnM_sq_derive v : 0 <= v -> is_derive (lnM_sq nu) v (over_sq nu v / 2).
Proof.
  intros Hv. assert (Dw : is_derive (fun t => t / 4) v (/ 4)) by (auto_derive; [trivial|field]).
  assert (E := is_derive_comp (hyper0F1 (nu + 1)) (fun t => t / 4) v _ _ (hyper_derive (nu + 1) (v / 4) ltac:(lra)) Dw).
  unfold scal in E; simpl in E; unfold mult in E; simpl in E.
  assert (P := hyper_pos (nu + 1) (v / 4) ltac:(lra) ltac:(lra)).
  assert (L := is_derive_comp ln (fun t => hyper0F1 (nu + 1) (t / 4)) v _ _ (is_derive_ln _ P) E).
  unfold scal in L; simpl in L; unfold mult in L; simpl in L. unfold lnM_sq, over_sq. replace (nu + 2) with (nu + 1 + 1) by ring.
  match type of L with is_derive _ _ ?u => match goal with |- is_derive _ _ ?v => replace v with u; [exact L|] end end.
  field. split; lra.
Qed.

Lemma over_argument_decreases a b : 0 < a < b -> ratio nu b / b < ratio nu a / a.
Proof.
  intros Hab. enough (- (ratio nu a / a) < - (ratio nu b / b)) by lra.
  apply (increasing_on (fun t => - (ratio nu t / t)) (fun t => lag nu t / t) a b ltac:(lra)).
  - intros t Ht. assert (D := over_argument nu t nu_above ltac:(lra)).
    assert (E := is_derive_opp (V := R_NormedModule) _ _ _ D). unfold opp in E; simpl in E. rewrite Ropp_involutive in E. exact E.
  - intros t Ht. apply Rdiv_lt_0_compat; [apply lag_pos; lra|lra].
Qed.

Theorem over_sq_decreases u v : 0 <= u < v -> over_sq nu v < over_sq nu u.
Proof.
  intros Huv. assert (Hv : 0 < sqrt v) by (apply sqrt_lt_R0; lra). assert (Ev := sqrt_sq_eq v ltac:(lra)).
  rewrite <- Ev, over_sq_ratio by exact Hv. destruct (Rle_lt_or_eq_dec 0 u (proj1 Huv)) as [Hu|Hu].
  - assert (Hu' : 0 < sqrt u) by (apply sqrt_lt_R0; lra). rewrite <- (sqrt_sq_eq u) by lra. rewrite over_sq_ratio by exact Hu'.
    apply over_argument_decreases. split; [exact Hu'|apply sqrt_lt_1_alt; lra].
  - rewrite <- Hu, over_sq_0. assert (B := bound_upper_linear nu (sqrt v) Hv nu_above).
    apply (Rmult_lt_reg_r (sqrt v)); [exact Hv|]. unfold Rdiv in *. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Lemma over_sq_below v : 0 <= v -> over_sq nu v <= / (2 * nu + 2).
Proof.
  intros [Hv|Hv]; [|rewrite <- Hv, over_sq_0; lra]. rewrite <- over_sq_0. apply Rlt_le, over_sq_decreases. lra.
Qed.
End Order.
