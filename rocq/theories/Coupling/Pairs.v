(** * Couplings as means on a compact set

    What is proved for means on a compact set holds for couplings: the set is the sphere times the sphere, or the ball
    times the sphere, and a function of pairs is one of its points. *)
From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean Coupling.Trace.
Open Scope R_scope.

Definition pairs (h : nat) : space := product (sphere h) (sphere h).
Definition ball_pairs (h : nat) : space := product (ball h) (sphere h).

(** A mean of functions of two vectors as one of functions of a pair. *)
Definition lifted (P : (vector -> vector -> R) -> R) (f : vector * vector -> R) : R := P (fun x y => f (x, y)).

Lemma pairs_continuous h (f : vector * vector -> R) : cont (pairs h) f <-> continuous_pairs h (spheres h) (fun x y => f (x, y)).
Proof.
  split; intros F.
  - intros x y K eps He. destruct (F (x, y) K eps He) as (d & Hd & H). exists d. split; [exact Hd|]. intros x' y' K' D. exact (H (x', y') K' D).
  - intros [x y] K eps He. destruct (F x y K eps He) as (d & Hd & H). exists d. split; [exact Hd|]. intros [x' y'] K' D. exact (H x' y' K' D).
Qed.

Lemma ball_pairs_continuous h (f : vector * vector -> R) : cont (ball_pairs h) f <-> continuous_pairs h (ball_sphere h) (fun x y => f (x, y)).
Proof.
  split; intros F.
  - intros x y K eps He. destruct (F (x, y) K eps He) as (d & Hd & H). exists d. split; [exact Hd|]. intros x' y' K' D. exact (H (x', y') K' D).
  - intros [x y] K eps He. destruct (F x y K eps He) as (d & Hd & H). exists d. split; [exact Hd|]. intros [x' y'] K' D. exact (H x' y' K' D).
Qed.

Lemma coupling_mean h P : coupling h P -> mean (pairs h) (lifted P).
Proof.
  intros [One Linear Positive]. constructor; [exact One| |].
  - intros a b f g F G. apply (Linear a b (fun x y => f (x, y)) (fun x y => g (x, y))); apply pairs_continuous; assumption.
  - intros f F N. apply (Positive (fun x y => f (x, y))); [apply pairs_continuous, F|]. intros x y K. exact (N (x, y) K).
Qed.

Lemma ball_coupling_mean h P : ball_coupling h P -> mean (ball_pairs h) (lifted P).
Proof.
  intros [One Linear Positive]. constructor; [exact One| |].
  - intros a b f g F G. apply (Linear a b (fun x y => f (x, y)) (fun x y => g (x, y))); apply ball_pairs_continuous; assumption.
  - intros f F N. apply (Positive (fun x y => f (x, y))); [apply ball_pairs_continuous, F|]. intros x y K. exact (N (x, y) K).
Qed.

(** The continuity that a statement asks for. *)
Lemma continuous_coupling h f : cont (pairs h) (fun z => f (fst z) (snd z)) -> continuous_pairs h (spheres h) f.
Proof. exact (proj1 (pairs_continuous h (fun z => f (fst z) (snd z)))). Qed.

Lemma continuous_ball_coupling h f : cont (ball_pairs h) (fun z => f (fst z) (snd z)) -> continuous_pairs h (ball_sphere h) f.
Proof. exact (proj1 (ball_pairs_continuous h (fun z => f (fst z) (snd z)))). Qed.

Lemma cont_coupling X h P f : coupling h P ->
  cont (product X (pairs h)) (fun p => f (fst p) (fst (snd p)) (snd (snd p))) -> cont X (fun z => P (fun x y => f z x y)).
Proof. intros HP F. exact (cont_mean X (pairs h) (lifted P) (coupling_mean h P HP) (fun z u => f z (fst u) (snd u)) F). Qed.

Lemma cont_ball_coupling X h P f : ball_coupling h P ->
  cont (product X (ball_pairs h)) (fun p => f (fst p) (fst (snd p)) (snd (snd p))) -> cont X (fun z => P (fun x y => f z x y)).
Proof. intros HP F. exact (cont_mean X (ball_pairs h) (lifted P) (ball_coupling_mean h P HP) (fun z u => f z (fst u) (snd u)) F). Qed.

Lemma pairs_first h : vcont (pairs h) h (fun z => fst z).
Proof. apply (vcont_fst (sphere h) (sphere h) h (fun x => x)), sphere_vcont. Qed.
Lemma pairs_second h : vcont (pairs h) h (fun z => snd z).
Proof. apply (vcont_snd (sphere h) (sphere h) h (fun x => x)), sphere_vcont. Qed.
Lemma ball_pairs_first h : vcont (ball_pairs h) h (fun z => fst z).
Proof. apply (vcont_fst (ball h) (sphere h) h (fun x => x)), ball_vcont. Qed.
Lemma ball_pairs_second h : vcont (ball_pairs h) h (fun z => snd z).
Proof. apply (vcont_snd (ball h) (sphere h) h (fun x => x)), sphere_vcont. Qed.

Lemma coupling_positive h P f : coupling h P -> cont (pairs h) (fun z => f (fst z) (snd z)) ->
  (forall x y, spheres h x y -> 0 < f x y) -> 0 < P (fun x y => f x y).
Proof.
  intros HP F N. apply (mean_pos (pairs h) (lifted P) (coupling_mean h P HP) (fun z => f (fst z) (snd z)) F).
  intros z K. exact (N (fst z) (snd z) K).
Qed.

Lemma ball_coupling_positive h P f : ball_coupling h P -> cont (ball_pairs h) (fun z => f (fst z) (snd z)) ->
  (forall x y, ball_sphere h x y -> 0 < f x y) -> 0 < P (fun x y => f x y).
Proof.
  intros HP F N. apply (mean_pos (ball_pairs h) (lifted P) (ball_coupling_mean h P HP) (fun z => f (fst z) (snd z)) F).
  intros z K. exact (N (fst z) (snd z) K).
Qed.

(** Continuity of what a statement averages, means within it included. *)
Ltac pairs_step := lazymatch goal with
  | |- cont _ (fun _ => ?c) => apply cont_const
  | H : coupling ?h ?P |- cont ?X (fun z => ?P (fun x y => @?f z x y)) => apply (cont_coupling X h P f H)
  | H : ball_coupling ?h ?P |- cont ?X (fun z => ?P (fun x y => @?f z x y)) => apply (cont_ball_coupling X h P f H)
  | |- vcont _ _ (fun _ => _) => first [apply vcont_const | apply pairs_first | apply pairs_second | apply ball_pairs_first | apply ball_pairs_second | cts_step]
  | |- vcont _ _ fst => first [apply pairs_first | apply ball_pairs_first]
  | |- vcont _ _ snd => first [apply pairs_second | apply ball_pairs_second]
  | |- _ => cts_step
  end.
Ltac pairs_continuous := repeat pairs_step.

(** The sides of a statement: what it averages is continuous, and it divides by and takes the logarithm of what is positive. *)
Ltac pairs_positive := intros; repeat first
  [ apply exp_pos
  | apply Rinv_0_lt_compat
  | apply Rmult_lt_0_compat
  | match goal with H : coupling ?h ?P |- 0 < ?P (fun x y => @?f x y) => apply (coupling_positive h P f H); [solve [pairs_continuous]|intros] end
  | match goal with H : ball_coupling ?h ?P |- 0 < ?P (fun x y => @?f x y) => apply (ball_coupling_positive h P f H); [solve [pairs_continuous]|intros] end
  | lra ].
Ltac pairs_side := intros; cbv beta; lazymatch goal with
  | |- continuous_pairs _ (spheres _) _ => apply continuous_coupling; cbv beta; pairs_continuous; pairs_side
  | |- continuous_pairs _ (ball_sphere _) _ => apply continuous_ball_coupling; cbv beta; pairs_continuous; pairs_side
  | |- _ <> 0 => apply Rgt_not_eq; unfold Rgt; pairs_positive
  | |- 0 < _ => pairs_positive
  | |- _ => idtac
  end.
