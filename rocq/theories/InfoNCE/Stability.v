(** * Stability: what a configuration is above the bound pays for pairs apart

    Pushing a query to x' raises the logarithm of its softmax probability by at least, for every r >= 1,
      |x - y|^2/(4r) sum_j (1 - e^{-r beta (1 - y_i.y_j)}) w_j,  w_j the softmax weights of x. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Generating InfoNCE.Energy InfoNCE.Trace.
Open Scope R_scope.

Section Stability.
Variables (h N : nat) (beta : R) (x y : nat -> nat -> R).
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis N_pos : (1 <= N)%nat.
Hypothesis beta_pos : 0 < beta.
Hypothesis queries_unit : forall i, (i < N)%nat -> dot h (x i) (x i) = 1.
Hypothesis keys_unit : forall i, (i < N)%nat -> dot h (y i) (y i) = 1.

Notation "a ∙ b" := (dot h a b) (at level 40).
Let Z := partition h N beta y.
Let x' := pushed h x y.
Let lambda i := mu h x y i - 1.
Let in_ball i (Hi : (i < N)%nat) : x i ∙ x i <= 1 := Req_le _ _ (queries_unit i Hi).

Definition apart (i : nat) : R := 2 - 2 * (x i ∙ y i).
Definition paid (r : R) (i : nat) : R :=
  apart i / (4 * r) * sumn N (fun j => (1 - exp (- (r * beta * (1 - y i ∙ y j)))) * exp (beta * (x i ∙ y j))) / Z (x i).

Lemma push_length i : (i < N)%nat -> apart i / 4 <= lambda i.
Proof.
  intros Hi. assert (C := cosine_range h (x i) (y i) (queries_unit i Hi) (keys_unit i Hi)).
  unfold apart, lambda, mu. rewrite (queries_unit i Hi). set (c := x i ∙ y i) in *.
  assert (Hr : 0 <= c * c + 4 - 1) by nra. assert (S := sqrt_sqrt _ Hr). assert (P := sqrt_pos (c * c + 4 - 1)).
  set (s := sqrt (c * c + 4 - 1)) in *. assert ((3 + c) / 2 <= s); [|lra]. apply Rsqr_incr_0_var; [|exact P]. unfold Rsqr. rewrite S. nra.
Qed.

Lemma gain r i : 1 <= r -> (i < N)%nat ->
  paid r i <= ln (exp (beta * (x' i ∙ y i)) / Z (x' i)) - ln (exp (beta * (x i ∙ y i)) / Z (x i)).
Proof.
  intros Hr Hi. assert (P := partition_pos h N beta y N_pos (x i)). assert (P' := partition_pos h N beta y N_pos (x' i)). fold Z in P, P'.
  assert (L1 := push_length i Hi). assert (C := cosine_range h (x i) (y i) (queries_unit i Hi) (keys_unit i Hi)).
  assert (L0 : 0 <= lambda i) by (unfold apart in L1; lra).
  set (s := fun j => beta * (1 - y i ∙ y j)).
  assert (Hs : forall j, (j < N)%nat -> 0 <= s j).
  { intros j Hj. unfold s. assert (K := cosine_range h (y i) (y j) (keys_unit i Hi) (keys_unit j Hj)). apply Rmult_le_pos; lra. }
  assert (E : Z (x' i) = exp (beta * lambda i) * sumn N (fun j => exp (beta * (x i ∙ y j)) * exp (- (lambda i * s j)))).
  { unfold Z at 1, partition. rewrite <- sumn_scal. apply sumn_ext. intros j Hj. rewrite <- !exp_plus. f_equal.
    unfold x'. rewrite pushed_dot'. unfold lambda, s. ring. }
  set (Q := sumn N (fun j => exp (beta * (x i ∙ y j)) * exp (- (lambda i * s j)))) in *.
  assert (HQ : 0 < Q) by (apply sumn_pos; [lia|]; intros; apply Rmult_lt_0_compat; apply exp_pos).
  rewrite !ln_div by (try apply exp_pos; assumption). rewrite !ln_exp, E, ln_mult, ln_exp by (try apply exp_pos; assumption).
  unfold x'. rewrite pushed_dot', (keys_unit i Hi). fold (lambda i).
  replace (beta * (x i ∙ y i + lambda i * 1) - (beta * lambda i + ln Q) - (beta * (x i ∙ y i) - ln (Z (x i)))) with (- (ln Q - ln (Z (x i)))) by ring.
  rewrite <- ln_div by assumption. assert (B := ln_below (Q / Z (x i)) (Rdiv_lt_0_compat _ _ HQ P)).
  apply Rle_trans with (1 - Q / Z (x i)); [|lra].
  apply (Rmult_le_reg_r (Z (x i))); [exact P|]. replace ((1 - Q / Z (x i)) * Z (x i)) with (Z (x i) - Q) by (field; lra).
  unfold paid. set (T := sumn N _). replace (apart i / (4 * r) * T / Z (x i) * Z (x i)) with (apart i / (4 * r) * T) by (field; lra).
  set (q := apart i / (4 * r)). assert (Hq : q * r = apart i / 4) by (unfold q; field; lra). assert (Q1 : 0 <= q <= 1) by (unfold apart in Hq; split; nra).
  unfold T, Z, partition, Q. rewrite <- sumn_scal. replace (sumn N _ - sumn N _) with
    (sumn N (fun j => exp (beta * (x i ∙ y j)) * (1 - exp (- (lambda i * s j))))).
  - apply sumn_le. intros j Hj. specialize (Hs j Hj). assert (K := exp_chord q (- (r * s j)) Q1).
    replace (q * - (r * s j)) with (- (apart i / 4 * s j)) in K by (rewrite <- Hq; ring).
    replace (- (r * beta * (1 - y i ∙ y j))) with (- (r * s j)) by (unfold s; ring).
    assert (M := exp_le (- (lambda i * s j)) (- (apart i / 4 * s j)) ltac:(nra)).
    assert (X := exp_pos (beta * (x i ∙ y j))). assert (q * (1 - exp (- (r * s j))) <= 1 - exp (- (lambda i * s j))) by lra. nra.
  - rewrite <- (Rmult_1_l (sumn N (fun j => exp (beta * (x i ∙ y j)) * exp (- (lambda i * s j))))).
    unfold Rminus. rewrite Ropp_mult_distr_l, <- sumn_scal, <- sumn_plus. apply sumn_ext. intros. ring.
Qed.

Theorem stability r : 1 <= r -> sumn N (paid r) <= INR N * (beta - ln (SphereMGF (INR h) beta))
  - sumn N (fun i => ln (exp (beta * (x i ∙ y i)) / (Z (x i) / INR N))).
Proof.
  intros Hr. assert (HN : 0 < INR N) by (apply lt_0_INR; lia). assert (HM := SphereMGF_pos h beta h_pos).
  assert (HZ := partition_pos h N beta y N_pos). fold Z in HZ.
  set (t := fun i => exp (beta * (x' i ∙ y i)) / (Z (x' i) / INR N)).
  assert (Ht : forall i, (i < N)%nat -> 0 < t i).
  { intros i Hi. apply Rdiv_lt_0_compat; [apply exp_pos|]. apply Rdiv_lt_0_compat; [apply HZ|exact HN]. }
  assert (J := jensen N N_pos t Ht).
  assert (E : sumn N t / INR N = sumn N (fun i => exp (beta * (x' i ∙ y i)) / Z (x' i))).
  { unfold Rdiv at 1. rewrite <- sumn_scal_r. apply sumn_ext; intros i Hi. unfold t. specialize (HZ (x' i)). field. split; lra. }
  rewrite E in J. assert (T := pushed_trace h N beta x y h_pos N_pos beta_pos in_ball keys_unit). fold x' Z in T.
  assert (P : 0 < sumn N (fun i => exp (beta * (x' i ∙ y i)) / Z (x' i))).
  { apply sumn_pos; [lia|]. intros i Hi. apply Rdiv_lt_0_compat; [apply exp_pos|apply HZ]. }
  assert (L := ln_mono _ _ P T). rewrite ln_div, ln_exp in L by (try apply exp_pos; assumption).
  assert (K : INR N * ln (sumn N (fun i => exp (beta * (x' i ∙ y i)) / Z (x' i))) <= INR N * (beta - ln (SphereMGF (INR h) beta))) by (apply Rmult_le_compat_l; lra).
  assert (G : sumn N (paid r) <= sumn N (fun i => ln (t i) - ln (exp (beta * (x i ∙ y i)) / (Z (x i) / INR N)))).
  { apply sumn_le. intros i Hi. eapply Rle_trans; [apply (gain r i Hr Hi)|]. apply Req_le. unfold t.
    assert (A := HZ (x i)). assert (B := HZ (x' i)).
    rewrite !ln_div by (try apply exp_pos; try assumption; apply Rdiv_lt_0_compat; assumption). ring. }
  assert (F : sumn N (fun i => ln (t i) - ln (exp (beta * (x i ∙ y i)) / (Z (x i) / INR N)))
    = sumn N (fun i => ln (t i)) - sumn N (fun i => ln (exp (beta * (x i ∙ y i)) / (Z (x i) / INR N)))).
  { unfold Rminus. rewrite <- (Rmult_1_l (sumn N (fun i => ln (exp (beta * (x i ∙ y i)) / (Z (x i) / INR N))))).
    rewrite Ropp_mult_distr_l, <- sumn_scal, <- sumn_plus. apply sumn_ext; intros; ring. }
  rewrite F in G. lra.
Qed.
End Stability.
