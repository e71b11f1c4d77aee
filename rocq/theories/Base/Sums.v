(** * Finite sums of reals, and the inner product of coordinates

    [sumn n f] is f 0 + ... + f (n - 1); [sum1 n f] is f 1 + ... + f n, as the ledger numbers pairs.
    [dot h a b] is the inner product of the first [h] coordinates: a vector of R^h is a function on [nat]. *)
From Coq Require Import Reals Lra Lia Psatz.
Open Scope R_scope.

Fixpoint sumn (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => sumn m f + f m end.

Definition sum1 (n : nat) (f : nat -> R) : R := sumn n (fun i => f (S i)).

Definition dot (h : nat) (a b : nat -> R) : R := sumn h (fun k => a k * b k).

Lemma sumn_ext n f g : (forall i, (i < n)%nat -> f i = g i) -> sumn n f = sumn n g.
Proof. induction n as [|n IH]; intros H; simpl; [reflexivity|]. rewrite IH, H; auto. Qed.

Lemma sumn_plus n f g : sumn n (fun i => f i + g i) = sumn n f + sumn n g.
Proof. induction n as [|n IH]; simpl; [ring|]. rewrite IH; ring. Qed.

Lemma sumn_scal n c f : sumn n (fun i => c * f i) = c * sumn n f.
Proof. induction n as [|n IH]; simpl; [ring|]. rewrite IH; ring. Qed.

Lemma sumn_scal_r n c f : sumn n (fun i => f i * c) = sumn n f * c.
Proof. induction n as [|n IH]; simpl; [ring|]. rewrite IH; ring. Qed.

Lemma sumn_const n c : sumn n (fun _ => c) = INR n * c.
Proof. induction n as [|n IH]; [simpl; ring|]. rewrite S_INR. simpl sumn. rewrite IH; ring. Qed.

Lemma sumn_0 n : sumn n (fun _ => 0) = 0.
Proof. rewrite sumn_const; ring. Qed.

Lemma sumn_swap n m f :
  sumn n (fun i => sumn m (fun j => f i j)) = sumn m (fun j => sumn n (fun i => f i j)).
Proof.
  induction n as [|n IH]; simpl.
  - rewrite sumn_0; reflexivity.
  - rewrite IH, <- sumn_plus; reflexivity.
Qed.

Lemma sumn_le n f g : (forall i, (i < n)%nat -> f i <= g i) -> sumn n f <= sumn n g.
Proof. induction n as [|n IH]; intros H; simpl; [lra|]. apply Rplus_le_compat; auto. Qed.

Lemma sumn_nonneg n f : (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= sumn n f.
Proof. intros H. rewrite <- (sumn_0 n). apply sumn_le; exact H. Qed.

Lemma sumn_pos n f : (0 < n)%nat -> (forall i, (i < n)%nat -> 0 < f i) -> 0 < sumn n f.
Proof.
  intros Hn H. destruct n as [|n]; [lia|]. simpl.
  assert (0 <= sumn n f) by (apply sumn_nonneg; intros; apply Rlt_le, H; lia).
  specialize (H n ltac:(lia)). lra.
Qed.

Lemma sumn_prod n m f g : sumn n f * sumn m g = sumn n (fun i => sumn m (fun j => f i * g j)).
Proof. rewrite <- sumn_scal_r. apply sumn_ext; intros. rewrite sumn_scal; reflexivity. Qed.

Lemma sumn_shift n f : sumn (S n) f = f O + sumn n (fun i => f (S i)).
Proof. induction n as [|n IH]; [simpl; ring|]. change (sumn (S (S n)) f) with (sumn (S n) f + f (S n)). rewrite IH. simpl; ring. Qed.

Lemma sum_f_R0_sumn f n : sum_f_R0 f n = sumn (S n) f.
Proof. induction n as [|n IH]; [simpl; ring|]. simpl sum_f_R0. rewrite IH. reflexivity. Qed.

(** Even-indexed terms of a sum of nonnegative terms. *)
Lemma sumn_even k f : (forall j, 0 <= f j) -> sumn (S k) (fun l => f (2 * l)%nat) <= sumn (S (2 * k)) f.
Proof.
  intros H. induction k as [|k IH]; [simpl; lra|].
  replace (S (2 * S k)) with (S (S (S (2 * k)))) by lia.
  change (sumn (S (S k)) (fun l => f (2 * l)%nat)) with (sumn (S k) (fun l => f (2 * l)%nat) + f (2 * S k)%nat).
  change (sumn (S (S (S (2 * k)))) f) with (sumn (S (2 * k)) f + f (S (2 * k)) + f (S (S (2 * k)))).
  replace (2 * S k)%nat with (S (S (2 * k))) by lia.
  specialize (H (S (2 * k))%nat). lra.
Qed.

(** Cauchy-Schwarz: from x_l^2 <= a_l b_l. *)
Lemma cauchy_schwarz_sumn n x a b :
  (forall l, (l < n)%nat -> 0 <= a l /\ 0 <= b l /\ x l * x l <= a l * b l) ->
  sumn n x * sumn n x <= sumn n a * sumn n b.
Proof.
  induction n as [|n IH]; intros H; simpl; [lra|].
  assert (HI := IH (fun l Hl => H l (Nat.lt_lt_succ_r _ _ Hl))).
  destruct (H n ltac:(lia)) as (Ha & Hb & Hx).
  assert (HA : 0 <= sumn n a) by (apply sumn_nonneg; intros; apply H; lia).
  assert (HB : 0 <= sumn n b) by (apply sumn_nonneg; intros; apply H; lia).
  set (S1 := sumn n x) in *. set (A := sumn n a) in *. set (B := sumn n b) in *.
  set (u := x n) in *. set (p := a n) in *. set (q := b n) in *.
  assert (K : 2 * (S1 * u) <= A * q + p * B).
  { destruct (Rle_dec (S1 * u) 0) as [L|L]; [nra|].
    apply Rsqr_incr_0_var; [|nra]. unfold Rsqr.
    assert ((S1 * u) * (S1 * u) <= (A * B) * (p * q)).
    { replace ((S1 * u) * (S1 * u)) with ((S1 * S1) * (u * u)) by ring.
      apply Rmult_le_compat; nra. }
    assert (0 <= (A * q - p * B) * (A * q - p * B)) by (apply Rle_0_sqr). nra. }
  nra.
Qed.

(** Inner products. *)
Lemma dot_sym h a b : dot h a b = dot h b a.
Proof. unfold dot; apply sumn_ext; intros; ring. Qed.

Lemma dot_lin h s t a b c : dot h (fun k => s * a k + t * b k) c = s * dot h a c + t * dot h b c.
Proof. unfold dot. rewrite <- !sumn_scal, <- sumn_plus. apply sumn_ext; intros; ring. Qed.

Lemma dot_nonneg h a : 0 <= dot h a a.
Proof. apply sumn_nonneg; intros. apply Rle_0_sqr. Qed.

