(** * Finitely many points as a compact set, and how far a law is from them in the kernel e^{beta u.v} *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean Coupling.Trace Coupling.Overlap.
Open Scope R_scope.

Lemma finite_compact n : compactness (fun i j : nat => Rabs (INR i - INR j)) (fun i => (i < n)%nat).
Proof.
  intros Phi Sub Empty Union Local. enough (H : forall m, (m <= n)%nat -> Phi (fun i => (i < m)%nat)) by (apply H; lia).
  induction m as [|m IH]; intros Hm; [apply (Sub _ (fun _ => False)); [intros i Hi; lia|exact Empty]|].
  destruct (Local m ltac:(lia)) as (delta & Hd & H). eapply Sub; [|apply (Union _ _ (IH ltac:(lia)) H)].
  intros i Hi. destruct (Nat.eq_dec i m) as [->|N]; [right|left; lia]. split; [lia|]. rewrite Rminus_eq_0, Rabs_R0. exact Hd.
Qed.

Lemma finite_refl (i : nat) : Rabs (INR i - INR i) = 0.
Proof. rewrite Rminus_eq_0. apply Rabs_R0. Qed.

Lemma finite_triangle (i j k : nat) : Rabs (INR i - INR k) <= Rabs (INR i - INR j) + Rabs (INR j - INR k).
Proof. eapply Rle_trans; [|apply Rabs_triang]. apply Req_le. f_equal. ring. Qed.

Definition finite (n : nat) : space := Space nat _ _ finite_refl (fun i j => Rabs_minus_sym (INR i) (INR j)) finite_triangle (finite_compact n).

Lemma finite_cont n (f : nat -> R) : cont (finite n) f.
Proof.
  intros i _ eps He. exists (/ 2). split; [lra|]. intros j _ D. simpl in *. replace j with i; [rewrite Rminus_eq_0, Rabs_R0; exact He|].
  destruct (Nat.lt_trichotomy i j) as [L|[E|L]]; [|exact E|]; apply le_INR in L; rewrite S_INR in L; apply Rabs_def2 in D; lra.
Qed.

Definition equal_masses (n : nat) (f : nat -> R) : R := / INR n * sumn n f.

Lemma equal_masses_mean n : (1 <= n)%nat -> mean (finite n) (equal_masses n).
Proof.
  intros Hn. assert (P : 0 < INR n) by (apply lt_0_INR; lia). constructor; unfold equal_masses.
  - rewrite sumn_const. field. lra.
  - intros a b f g _ _. rewrite sumn_plus, !sumn_scal. ring.
  - intros f _ H. apply Rmult_le_pos; [apply Rlt_le, Rinv_0_lt_compat, P|apply sumn_nonneg, H].
Qed.

Section Distance.
Variables (X : space) (E : (point X -> R) -> R) (h n : nat) (beta : R) (y : point X -> vector) (z : nat -> vector) (q : vector).
Hypothesis HE : mean X E.
Hypothesis n_pos : (1 <= n)%nat.
Hypothesis beta_pos : 0 < beta.
Hypothesis y_cont : vcont X h y.
Hypothesis q_unit : dot h q q = 1.

Let K (u v : vector) := exp (beta * dot h u v).
Let S v := / INR n * sum1 n (fun k => K v (z k)).

Lemma K_sym u v : K u v = K v u.
Proof. unfold K. rewrite dot_sym. reflexivity. Qed.

Lemma S_cont v : vcont X h v -> cont X (fun u => S (v u)).
Proof. intros V. unfold S. apply cont_mult; [apply cont_const|]. apply (cont_sumn X n (fun k u => K (v u) (z (Datatypes.S k)))). intros k _. unfold K. cts. Qed.

Theorem law_distance : (E (fun u => K q (y u)) - S q) ^ 2
  <= exp beta * (E (fun u => E (fun v => K (y u) (y v))) - 2 * E (fun u => S (y u)) + / INR n * sum1 n (fun j => S (z j))).
Proof.
  assert (N : 0 < INR n) by (apply lt_0_INR; lia). set (N1 := INR (Datatypes.S n)). assert (HN1 : 0 < N1) by (apply lt_0_INR; lia).
  set (g := E (fun u => K q (y u)) - S q). set (s := g / exp beta). assert (HB := exp_pos beta).
  set (d := fun i : nat => match i with O => - s * N1 | _ => - (N1 / INR n) end). set (b := fun i : nat => match i with O => q | _ => z i end).
  assert (Inner : forall c v, equal_masses (Datatypes.S n) (fun i => c * d i * exp (beta * dot h v (b i))) = c * (- s * K v q - S v)).
  { intros c v. unfold equal_masses. rewrite sumn_shift. fold N1. simpl (d 0%nat). simpl (b 0%nat). fold (K v q).
    rewrite (sumn_ext n _ (fun k => (- c * (N1 / INR n)) * K v (z (Datatypes.S k)))) by (intros k _; unfold d, b, K; ring).
    rewrite sumn_scal. unfold S, sum1. field. split; lra. }
  assert (P := kernel_means X (finite (Datatypes.S n)) E (equal_masses (Datatypes.S n)) h beta (fun _ => 1) d y b HE
    (equal_masses_mean (Datatypes.S n) ltac:(lia)) ltac:(lra) (cont_const X 1) (finite_cont _ d) y_cont (fun k _ => finite_cont _ (fun i => b i k))).
  set (f := fun u v => 1 * 1 * exp (beta * dot h (y u) (y v))). assert (FC : cont (product X X) (fun p => f (fst p) (snd p))) by (unfold f; cts).
  assert (E1 : E (fun u => E (fun v => 1 * 1 * exp (beta * dot h (y u) (y v)))) = E (fun u => E (fun v => K (y u) (y v)))).
  { apply (mean_ext X E HE); [exact (cont_mean X X E HE f FC)|]. intros u Hu. apply (mean_ext X E HE); [exact (cont_in_second X X f FC u Hu)|]. intros. unfold K. ring. }
  assert (SC := S_cont y y_cont). assert (KC : cont X (fun u => K q (y u))) by (unfold K; cts).
  assert (E2 : E (fun u => equal_masses (Datatypes.S n) (fun i => 1 * d i * exp (beta * dot h (y u) (b i)))) = - s * E (fun u => K q (y u)) - E (fun u => S (y u))).
  { rewrite <- (mean_scal X E HE) by exact KC. rewrite <- (mean_minus X E HE) by cts. symmetry. apply (mean_ext X E HE); [cts|].
    intros u Hu. rewrite Inner, (K_sym (y u)). ring. }
  assert (E3 : equal_masses (Datatypes.S n) (fun j => equal_masses (Datatypes.S n) (fun i => d j * d i * exp (beta * dot h (b j) (b i))))
    = s ^ 2 * exp beta + 2 * s * S q + / INR n * sum1 n (fun j => S (z j))).
  { unfold equal_masses at 1. rewrite (sumn_ext (Datatypes.S n) _ (fun j => d j * (- s * K (b j) q - S (b j)))) by (intros j _; apply Inner).
    rewrite sumn_shift. fold N1. simpl (d 0%nat). simpl (b 0%nat).
    rewrite (sumn_ext n _ (fun k => (N1 / INR n * s) * K q (z (Datatypes.S k)) + N1 / INR n * S (z (Datatypes.S k)))) by (intros k _; unfold d, b; rewrite (K_sym (z (Datatypes.S k))); ring).
    rewrite sumn_plus, !sumn_scal. replace (K q q) with (exp beta) by (unfold K; rewrite q_unit; f_equal; ring).
    assert (Q : sumn n (fun k => K q (z (Datatypes.S k))) = INR n * S q) by (unfold S, sum1; field; lra). rewrite Q. unfold sum1. field. split; lra. }
  change (0 <= E (fun u => E (fun v => 1 * 1 * exp (beta * dot h (y u) (y v))))
    + 2 * E (fun u => equal_masses (Datatypes.S n) (fun i => 1 * d i * exp (beta * dot h (y u) (b i))))
    + equal_masses (Datatypes.S n) (fun j => equal_masses (Datatypes.S n) (fun i => d j * d i * exp (beta * dot h (b j) (b i))))) in P.
  rewrite E1, E2, E3 in P. set (D := E (fun u => E (fun v => K (y u) (y v)))) in *. set (T := / INR n * sum1 n (fun j => S (z j))) in *.
  set (W := E (fun u => S (y u))) in *. fold g. assert (G : E (fun u => K q (y u)) = g + S q) by (unfold g; ring). rewrite G in P.
  assert (Q : exp beta * (s ^ 2 * exp beta - 2 * s * g) = - g ^ 2) by (unfold s; field; lra).
  assert (0 <= exp beta * (D - 2 * W + T + (s ^ 2 * exp beta - 2 * s * g))) by (apply Rmult_le_pos; lra). lra.
Qed.
End Distance.
