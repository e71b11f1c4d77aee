(** * Couplings: probabilities of pairs of vectors

    A coupling of queries x and keys y is a Borel probability on a compact set of pairs of vectors of R^h: keys of length
    1, queries of length 1 too, or at most 1. It is given by the means of continuous functions: a linear functional that
    is positive, and 1 at the constant 1. By the theorem of Riesz and Markov each such functional is the mean of exactly
    one probability. Functions need only be given on the set; what they say elsewhere, and coordinates from h on, do not
    count: a function that is continuous here does not depend on them. *)
From Coq Require Import Reals.
From Modgap Require Import Base.Sums Base.Vectors.
Open Scope R_scope.

Definition distance (h : nat) (a b : vector) : R := sumn h (fun k => Rabs (a k - b k)).

Definition spheres (h : nat) (x y : vector) : Prop := dot h x x = 1 /\ dot h y y = 1.

Definition ball_sphere (h : nat) (x y : vector) : Prop := dot h x x <= 1 /\ dot h y y = 1.

Definition continuous_pairs (h : nat) (K : vector -> vector -> Prop) (f : vector -> vector -> R) : Prop :=
  forall x y, K x y -> forall eps, 0 < eps -> exists delta, 0 < delta /\
    forall x' y', K x' y' -> distance h x x' + distance h y y' < delta -> Rabs (f x' y' - f x y) < eps.

Record probability (h : nat) (K : vector -> vector -> Prop) (mean : (vector -> vector -> R) -> R) : Prop := {
  mean_one : mean (fun _ _ => 1) = 1;
  mean_linear : forall a b f g, continuous_pairs h K f -> continuous_pairs h K g ->
    mean (fun x y => a * f x y + b * g x y) = a * mean f + b * mean g;
  mean_positive : forall f, continuous_pairs h K f -> (forall x y, K x y -> 0 <= f x y) -> 0 <= mean f }.

Definition coupling (h : nat) (mean : (vector -> vector -> R) -> R) : Prop := probability h (spheres h) mean.

Definition ball_coupling (h : nat) (mean : (vector -> vector -> R) -> R) : Prop := probability h (ball_sphere h) mean.
