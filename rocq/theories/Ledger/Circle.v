(** * Equally spaced pairs of the circle *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.InfoNCE Ledger.Alignment.
Open Scope R_scope.

(** The sum over a period does not depend on where it begins. *)
Lemma period_begun_later N (F : R -> R) : (1 <= N)%nat -> F (INR N) = F 0 -> sum1 N (fun j => F (INR j - 1)) = sum1 N (fun j => F (INR j)).
Proof.
  intros HN P. unfold sum1. destruct N as [|M]; [lia|]. transitivity (sumn (S M) (fun k => F (INR k))); [apply sumn_ext; intros; f_equal; rewrite S_INR; ring|].
  rewrite sumn_shift. change (sumn (S M) (fun i => F (INR (S i)))) with (sumn M (fun i => F (INR (S i))) + F (INR (S M))). rewrite P. change (INR 0) with 0. ring.
Qed.

Lemma period_sum N (g : R -> R) : (1 <= N)%nat -> (forall x, g (x + INR N) = g x) -> forall i, sum1 N (fun j => g (INR j - INR i)) = sum1 N (fun j => g (INR j)).
Proof.
  intros HN P i. induction i as [|i IH]; [unfold sum1; apply sumn_ext; intros; f_equal; simpl (INR 0); ring|]. rewrite <- IH.
  rewrite <- (period_begun_later N (fun x => g (x - INR i)) HN); [unfold sum1; apply sumn_ext; intros; f_equal; rewrite (S_INR i); ring|].
  replace (INR N - INR i) with (0 - INR i + INR N) by ring. apply P.
Qed.

Section Circle.
Variables (N : nat) (beta : R) (e : nat -> vector).
Hypothesis N_pos : 0 < INR N.
Hypothesis frame : forall i j : nat, (1 <= i <= 2)%nat -> (1 <= j <= 2)%nat -> dot 2 (e i) (e j) = (if Nat.eqb i j then 1 else 0).

Definition angle_of (i : nat) : R := 2 * PI * INR i * / INR N.
Definition spaced (i : nat) : vector := vadd (vscal (cos (angle_of i)) (e 1%nat)) (vscal (sin (angle_of i)) (e 2%nat)).
Definition partition : R := sum1 N (fun j => exp (beta * cos (angle_of j))).

Lemma cosine_of_two i j : dot 2 (spaced i) (spaced j) = cos (2 * PI * (INR j - INR i) * / INR N).
Proof.
  unfold spaced. bilinear. rewrite !frame by lia. simpl Nat.eqb. replace (2 * PI * (INR j - INR i) * / INR N) with (angle_of j - angle_of i) by (unfold angle_of; ring).
  rewrite cos_minus. ring.
Qed.

Lemma partition_of i : sum1 N (fun j => exp (beta * dot 2 (spaced i) (spaced j))) = partition.
Proof.
  transitivity (sum1 N (fun j => exp (beta * cos (2 * PI * (INR j - INR i) * / INR N)))); [unfold sum1; apply sumn_ext; intros; rewrite cosine_of_two; reflexivity|].
  apply (period_sum N (fun x => exp (beta * cos (2 * PI * x * / INR N)))); [apply nat_positive, N_pos|]. intros x. do 2 f_equal.
  replace (2 * PI * (x + INR N) * / INR N) with (2 * PI * x * / INR N + 2 * INR 1 * PI) by (simpl; field; lra). apply cos_period.
Qed.

Lemma partition_pos : 0 < partition.
Proof. unfold partition, sum1. apply sumn_pos; [apply nat_positive, N_pos|]. intros. apply exp_pos. Qed.

Lemma own i : dot 2 (spaced i) (spaced i) = 1.
Proof. rewrite cosine_of_two. replace (2 * PI * (INR i - INR i) * / INR N) with 0 by ring. apply cos_0. Qed.

Lemma softmax i : INR N * / sum1 N (fun j => exp (beta * dot 2 (spaced i) (spaced j))) * exp (beta * dot 2 (spaced i) (spaced i)) = INR N / partition * exp beta.
Proof. rewrite partition_of, own, Rmult_1_r. reflexivity. Qed.
End Circle.

Theorem thm_1_circle_holds : thm_1_circle.
Proof.
  unfold thm_1_circle; intros N beta e HN Hb He. assert (P := partition_pos N beta HN).
  assert (Z := partition_of N beta e HN He). assert (W := softmax N beta e HN He). unfold spaced, angle_of in Z, W.
  assert (Q : 0 < INR N / partition N beta) by (apply Rdiv_lt_0_compat; assumption).
  repeat match goal with |- _ /\ _ => split end; try (intros; lra).
  - intros i Hi. rewrite Z. lra.
  - intros i Hi. rewrite W. apply Rmult_lt_0_compat; [exact Q|apply exp_pos].
  - apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, HN|exact P].
  - transitivity (-1 * / INR N * sum1 N (fun _ => ln (INR N / partition N beta * exp beta))).
    + f_equal. unfold sum1. apply sumn_ext. intros i Hi. cbv beta. f_equal. apply W.
    + unfold sum1. rewrite sumn_const. change (sumn N (fun i => exp (beta * cos (2 * PI * INR (S i) * / INR N)))) with (partition N beta).
      rewrite (ln_mult _ _ Q (exp_pos beta)), ln_exp, ln_div, (ln_mult (/ INR N)), ln_Rinv by (assumption || apply Rinv_0_lt_compat, HN). field. lra.
Qed.
