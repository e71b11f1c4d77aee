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

(** The exponential lies below its chords: between 0 and u here. *)
Lemma exp_chord t u : 0 <= t <= 1 -> exp (t * u) <= 1 - t + t * exp u.
Proof.
  intros Ht. assert (E := exp_pos (t * u)).
  assert (A : exp u >= exp (t * u) * (1 + (1 - t) * u)).
  { replace (exp u) with (exp (t * u) * exp ((1 - t) * u)) by (rewrite <- exp_plus; f_equal; ring).
    apply Rle_ge, Rmult_le_compat_l; [lra|apply exp_ineq1_le]. }
  assert (B : 1 >= exp (t * u) * (1 + - (t * u))).
  { replace 1 with (exp (t * u) * exp (- (t * u))) at 1 by (rewrite <- exp_plus; replace (t * u + - (t * u)) with 0 by ring; apply exp_0).
    apply Rle_ge, Rmult_le_compat_l; [lra|apply exp_ineq1_le]. }
  assert (t * exp u >= t * (exp (t * u) * (1 + (1 - t) * u))) by (apply Rmult_ge_compat_l; lra).
  assert ((1 - t) * 1 >= (1 - t) * (exp (t * u) * (1 + - (t * u)))) by (apply Rmult_ge_compat_l; lra). nra.
Qed.

(** Bernoulli: t^q <= 1 + q (t - 1) for 0 <= q <= 1. *)
Lemma bernoulli q t : 0 <= q <= 1 -> 0 < t -> Rpower t q <= 1 + q * (t - 1).
Proof. intros Hq Ht. unfold Rpower. assert (C := exp_chord q (ln t) Hq). rewrite exp_ln in C by exact Ht. lra. Qed.
