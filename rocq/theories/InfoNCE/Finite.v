(** * Theorem 1 for every finite number of pairs *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Factorials Base.Welch Bessel.Hypergeometric Bessel.Generating InfoNCE.Energy InfoNCE.Trace.
Open Scope R_scope.

(** The symmetric InfoNCE (CLIP) loss at inverse temperature beta; pairs are numbered 1, ..., N. *)
Definition MCLLoss (h : nat) (x y : nat -> nat -> R) (beta : R) (N : nat) : R :=
  sum1 N (fun i => ln (sum1 N (fun j => exp (beta * dot h (x i) (y j))))
                 + ln (sum1 N (fun j => exp (beta * dot h (x j) (y i))))
                 - 2 * (beta * dot h (x i) (y i))) / INR N.

Definition unit_vectors (h N : nat) (x : nat -> nat -> R) : Prop :=
  forall i, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1.

Lemma loss_split (h N : nat) (beta : R) (x y : nat -> nat -> R) : (1 <= N)%nat ->
  let x0 := fun i => x (S i) in let y0 := fun i => y (S i) in
  INR N * (MCLLoss h x y beta N - 2 * ln (INR N)) =
    - sumn N (fun i => ln (exp (beta * dot h (x0 i) (y0 i)) / (partition h N beta y0 (x0 i) / INR N)))
    - sumn N (fun i => ln (exp (beta * dot h (y0 i) (x0 i)) / (partition h N beta x0 (y0 i) / INR N))).
Proof.
  intros HN x0 y0. assert (HNR : 0 < INR N) by (apply lt_0_INR; lia).
  unfold MCLLoss, sum1.
  assert (E : sumn N (fun i => ln (sumn N (fun j => exp (beta * dot h (x (S i)) (y (S j)))))
                 + ln (sumn N (fun j => exp (beta * dot h (x (S j)) (y (S i)))))
                 - 2 * (beta * dot h (x (S i)) (y (S i))))
     = 2 * INR N * ln (INR N)
       - sumn N (fun i => ln (exp (beta * dot h (x0 i) (y0 i)) / (partition h N beta y0 (x0 i) / INR N)))
       - sumn N (fun i => ln (exp (beta * dot h (y0 i) (x0 i)) / (partition h N beta x0 (y0 i) / INR N)))).
  { replace (2 * INR N * ln (INR N)) with (sumn N (fun _ => 2 * ln (INR N))) by (rewrite sumn_const; ring).
    unfold Rminus. rewrite <- (Rmult_1_l (sumn N (fun i => ln (exp (beta * dot h (x0 i) (y0 i)) / _)))).
    rewrite <- (Rmult_1_l (sumn N (fun i => ln (exp (beta * dot h (y0 i) (x0 i)) / _)))).
    rewrite !Ropp_mult_distr_l, <- !sumn_scal, <- !sumn_plus. apply sumn_ext; intros i Hi.
    assert (Z1 := partition_pos h N beta y0 HN (x0 i)). assert (Z2 := partition_pos h N beta x0 HN (y0 i)).
    unfold Rdiv. rewrite !ln_mult, !ln_Rinv, !ln_mult, !ln_Rinv, !ln_exp;
      try apply exp_pos; try assumption; try (apply Rinv_0_lt_compat);
      try (apply Rmult_lt_0_compat; [assumption|apply Rinv_0_lt_compat; assumption]); try assumption.
    unfold partition, x0, y0. rewrite (dot_sym h (y (S i)) (x (S i))).
    rewrite (sumn_ext N (fun j => exp (beta * dot h (y (S i)) (x (S j)))) (fun j => exp (beta * dot h (x (S j)) (y (S i)))))
      by (intros; rewrite dot_sym; reflexivity).
    ring. }
  rewrite E. field. lra.
Qed.

Theorem thm_1_finite (h N : nat) (beta : R) (x y : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> unit_vectors h N x -> unit_vectors h N y ->
  MCLLoss h x y beta N - 2 * ln (INR N) >= - 2 * beta + 2 * ln (SphereMGF (INR h) beta).
Proof.
  intros Hh HN Hb Hx Hy. apply Rle_ge.
  assert (HNR : 0 < INR N) by (apply lt_0_INR; lia).
  assert (Ux : forall i, (i < N)%nat -> dot h (x (S i)) (x (S i)) = 1) by (intros; apply Hx; lia).
  assert (Uy : forall i, (i < N)%nat -> dot h (y (S i)) (y (S i)) = 1) by (intros; apply Hy; lia).
  assert (A := one_sided h N beta (fun i => x (S i)) (fun i => y (S i)) ltac:(lia) HN Hb (fun i Hi => Req_le _ _ (Ux i Hi)) Uy).
  assert (B := one_sided h N beta (fun i => y (S i)) (fun i => x (S i)) ltac:(lia) HN Hb (fun i Hi => Req_le _ _ (Uy i Hi)) Ux).
  assert (L := loss_split h N beta x y HN). cbv zeta in L.
  apply (Rmult_le_reg_l (INR N)); [exact HNR|]. rewrite L. lra.
Qed.

