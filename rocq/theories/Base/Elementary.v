(** * Elementary bounds on exponential, logarithm and powers *)
From Coq Require Import Reals Lra Lia Psatz.
Open Scope R_scope.

Lemma Rpower_pos a b : 0 < Rpower a b.
Proof. apply exp_pos. Qed.

Lemma exp_le a b : a <= b -> exp a <= exp b.
Proof. intros [H|H]; [apply Rlt_le, exp_increasing, H|rewrite H; lra]. Qed.

Lemma ln_mono a b : 0 < a -> a <= b -> ln a <= ln b.
Proof. intros Ha [H|H]; [apply Rlt_le, ln_increasing; assumption|rewrite H; lra]. Qed.

Lemma ln_below t : 0 < t -> ln t <= t - 1.
Proof.
  intros Ht. destruct (Rle_lt_dec (ln t) (t - 1)) as [H|H]; [exact H|exfalso].
  apply exp_increasing in H. rewrite exp_ln in H by exact Ht.
  assert (K := exp_ineq1_le (t - 1)). lra.
Qed.

Lemma ln_below_strict t : 0 < t -> t <> 1 -> ln t < t - 1.
Proof.
  intros Ht H1. destruct (Rlt_le_dec (ln t) (t - 1)) as [H|H]; [exact H|exfalso].
  assert (K := exp_le _ _ H). rewrite exp_ln in K by exact Ht.
  assert (L := exp_ineq1 (t - 1) ltac:(lra)). lra.
Qed.

Lemma ln_above t : 0 < t -> 1 - / t <= ln t.
Proof. intros Ht. assert (H := ln_below (/ t) (Rinv_0_lt_compat _ Ht)). rewrite ln_Rinv in H by exact Ht. lra. Qed.

Lemma ln_div a b : 0 < a -> 0 < b -> ln (a / b) = ln a - ln b.
Proof. intros Ha Hb. unfold Rdiv. rewrite ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption). ring. Qed.

Lemma sqrt_sq_eq a : 0 <= a -> sqrt a ^ 2 = a.
Proof. intros Ha. simpl. rewrite Rmult_1_r. apply sqrt_sqrt, Ha. Qed.
