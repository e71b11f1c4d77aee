(** * Rising factorials, divided powers x^n/n!, and the identities of binomial and Chu-Vandermonde *)
From Coq Require Import Reals Lra Lia Psatz.
From Modgap Require Import Base.Sums.
Open Scope R_scope.

(** The rising factorial (b)_k. *)
Fixpoint rising (b : R) (k : nat) : R :=
  match k with O => 1 | S m => rising b m * (b + INR m) end.

Lemma rising_nonneg b k : 0 <= b -> 0 <= rising b k.
Proof. intros Hb; induction k as [|k IH]; simpl; [lra|]. pose proof (pos_INR k). nra. Qed.

Lemma rising_pos b k : 0 < b -> 0 < rising b k.
Proof. intros Hb; induction k as [|k IH]; simpl; [lra|]. pose proof (pos_INR k). nra. Qed.

Lemma rising_l b k : rising b (S k) = b * rising (b + 1) k.
Proof.
  induction k as [|k IH]; [simpl; ring|].
  change (rising b (S (S k))) with (rising b (S k) * (b + INR (S k))). rewrite IH.
  simpl rising. rewrite S_INR. ring.
Qed.

Definition factR (n : nat) : R := INR (fact n).
Lemma factR_pos n : 0 < factR n. Proof. apply INR_fact_lt_0. Qed.
Lemma factR_neq n : factR n <> 0. Proof. apply Rgt_not_eq, factR_pos. Qed.
Lemma factR_S n : factR (S n) = (INR n + 1) * factR n.
Proof. unfold factR. rewrite fact_simpl, mult_INR, S_INR; ring. Qed.

(** x^n/n! *)
Definition dpow (n : nat) (x : R) : R := x ^ n / factR n.

Lemma dpow_plus n x y : dpow n (x + y) = sumn (S n) (fun i => dpow i x * dpow (n - i) y).
Proof.
  unfold dpow. rewrite binomial, sum_f_R0_sumn. unfold Rdiv. rewrite <- sumn_scal_r.
  apply sumn_ext; intros i Hi. unfold C. fold (factR n) (factR i) (factR (n - i)).
  pose proof (factR_neq n); pose proof (factR_neq i); pose proof (factR_neq (n - i)).
  field; auto.
Qed.

(** Chu-Vandermonde for (x)_k/k!. *)
Definition drising (k : nat) (x : R) : R := rising x k / factR k.

Lemma drising_S k x : (INR k + 1) * drising (S k) x = (x + INR k) * drising k x.
Proof.
  unfold drising. simpl rising. rewrite factR_S. pose proof (pos_INR k). pose proof (factR_neq k). field. split; [assumption|lra].
Qed.

Lemma vandermonde k x y : sumn (S k) (fun l => drising l x * drising (k - l) y) = drising k (x + y).
Proof.
  induction k as [|k IH].
  - unfold drising, factR; simpl; field.
  - pose proof (pos_INR k) as Hk.
    apply (Rmult_eq_reg_l (INR k + 1)); [|lra].
    rewrite drising_S, <- IH, <- !sumn_scal.
    transitivity (sumn (S (S k)) (fun l => INR l * drising l x * drising (S k - l) y)
                  + sumn (S (S k)) (fun l => drising l x * (INR (S k - l) * drising (S k - l) y))).
    { rewrite <- sumn_plus. apply sumn_ext; intros l Hl.
      rewrite minus_INR by lia. rewrite S_INR. ring. }
    rewrite (sumn_shift (S k) (fun l => INR l * drising l x * drising (S k - l) y)).
    change (sumn (S (S k)) (fun l => drising l x * (INR (S k - l) * drising (S k - l) y)))
      with (sumn (S k) (fun l => drising l x * (INR (S k - l) * drising (S k - l) y)) + drising (S k) x * (INR (S k - S k) * drising (S k - S k) y)).
    replace (S k - S k)%nat with O by lia. simpl (INR 0).
    replace (0 * drising 0 x * drising (S k - 0) y) with 0 by ring.
    replace (drising (S k) x * (0 * drising 0 y)) with 0 by ring.
    rewrite Rplus_0_l, Rplus_0_r, <- sumn_plus. apply sumn_ext; intros l Hl.
    replace (S k - S l)%nat with (k - l)%nat by lia.
    replace (S k - l)%nat with (S (k - l)) by lia.
    rewrite !S_INR.
    rewrite (drising_S l x).
    rewrite (drising_S (k - l) y), minus_INR by lia. ring.
Qed.

