(** * Averages over spheres: means under the uniform law, as integrals divided by that of 1 *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Vectors Bessel.Hypergeometric Bessel.Generating Sphere.Integral Sphere.Exponential.
Open Scope R_scope.

Definition sphere_average (d : nat) (f : vector -> R) : R := sphere_integral d f / sphere_integral d (fun _ => 1).

(** The integral of 1 is the area. *)
Lemma sphere_integral_one d : (1 <= d)%nat -> sphere_integral d (fun _ => 1) = area d.
Proof.
  intros H. transitivity (sphere_integral d (fun u => exp (0 + dot d vzero u))).
  - apply sphere_integral_ext. intros u _. rewrite dot_vzero_l, Rplus_0_r, exp_0. reflexivity.
  - rewrite (proj2 (sphere_exponential d H d vzero 0 (le_n d))), exp_0, dot_vzero_l.
    replace (0 / 4) with 0 by field. rewrite hyper_0. ring.
Qed.

Theorem average_exponential d f v c : (1 <= d)%nat -> (forall u, dot d u u = 1 -> f u = exp (c + dot d v u)) ->
  ex_sphere_integral d f /\ sphere_average d f = exp c * hyper0F1 (INR d / 2) (dot d v v / 4).
Proof.
  intros H E. destruct (sphere_exponential d H d v c (le_n d)) as [X V]. split.
  - apply (ex_sphere_integral_ext d (fun u => exp (c + dot d v u))); [intros u Hu; symmetry; apply E, Hu|exact X].
  - unfold sphere_average. rewrite sphere_integral_one by exact H.
    replace (sphere_integral d f) with (area d * exp c * hyper0F1 (INR d / 2) (dot d v v / 4)) by (rewrite <- V; symmetry; exact (sphere_integral_ext d f _ E)).
    assert (A := area_pos d H). field. lra.
Qed.
