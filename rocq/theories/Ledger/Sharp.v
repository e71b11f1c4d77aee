(** * The bounds with two roots *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Ratio Bessel.Amos Bessel.Sharp.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel.
Open Scope R_scope.

(** The inner root, and what stands before and below the outer one. *)
Lemma two_roots z c a : 0 < z -> 0 < c ->
  0 <= z ^ 2 + c ^ 2 /\ z ^ 2 + c ^ 2 <> 0 /\ 0 <= z ^ 2 + (a + 1 / 2 * / sqrt (z ^ 2 + c ^ 2) * c) ^ 2
  /\ a + sqrt (z ^ 2 + (a + 1 / 2 * / sqrt (z ^ 2 + c ^ 2) * c) ^ 2) + 1 / 2 * / sqrt (z ^ 2 + c ^ 2) * c <> 0
  /\ z * / (a + sqrt (z ^ 2 + (a + 1 / 2 * / sqrt (z ^ 2 + c ^ 2) * c) ^ 2) + 1 / 2 * / sqrt (z ^ 2 + c ^ 2) * c)
    = G (a + c / (2 * sqrt (z ^ 2 + c ^ 2))) (a + c / (2 * sqrt (z ^ 2 + c ^ 2))) z.
Proof.
  intros Hz Hc. assert (Z : 0 < z ^ 2) by (apply pow_lt, Hz). assert (C := pow2_ge_0 c). assert (S := root_pos c z Hz).
  replace (1 / 2 * / sqrt (z ^ 2 + c ^ 2) * c) with (c / (2 * sqrt (z ^ 2 + c ^ 2))) by (field; lra). set (g := c / (2 * sqrt (z ^ 2 + c ^ 2))).
  assert (B := pow2_ge_0 (a + g)). assert (R := root_above (a + g) z Hz). assert (K := Rle_abs (- (a + g))). rewrite Rabs_Ropp in K.
  repeat split; try lra. unfold G, Rdiv. do 2 f_equal. ring.
Qed.

Theorem bessel_ratio_upper_sharp_holds : bessel_ratio_upper_sharp.
Proof.
  unfold bessel_ratio_upper_sharp; intros nu z Hz Hn. destruct (two_roots z (1 / 2 + nu) (1 / 2 + nu) Hz ltac:(lra)) as (A & B & C & D & E).
  claim. rewrite IvRatio_ratio, E by lra. assert (U := bound_upper_sharp nu ltac:(lra) z ltac:(lra)). replace (nu + / 2) with (1 / 2 + nu) in U by field. exact U.
Qed.

Theorem bessel_ratio_lower_sharp_holds : bessel_ratio_lower_sharp.
Proof.
  unfold bessel_ratio_lower_sharp; intros nu z Hz Hn. destruct (two_roots z (3 / 2 + nu) (1 / 2 + nu) Hz ltac:(lra)) as (A & B & C & D & E).
  claim. rewrite IvRatio_ratio, E by lra. assert (L := bound_lower_sharp nu z ltac:(lra) ltac:(lra)). cbv zeta in L.
  replace (nu + / 2) with (1 / 2 + nu) in L by field. replace (nu + 3 / 2) with (3 / 2 + nu) in L by field. exact L.
Qed.
