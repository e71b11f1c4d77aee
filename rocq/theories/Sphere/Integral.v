(** * Integrals over spheres

    The unit sphere of R^d with its surface measure, in polar coordinates: the last coordinate of a point is cos theta, the
    others are sin theta times a point of the sphere of R^(d - 1); the sphere of R is two points. The unit sphere of the
    hyperplane across a unit vector n is that of R^(h - 1), moved by the reflection that takes the last axis to n. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Vectors.
Open Scope R_scope.

Definition axis (m : nat) : vector := fun k => if Nat.eqb k m then 1 else 0.

Definition polar (m : nat) (theta : R) (u : vector) : vector := fun k => if Nat.ltb k m then sin theta * u k else cos theta * axis m k.

Fixpoint sphere_integral (d : nat) (f : vector -> R) : R :=
  match d with
  | O => 0
  | S m => match m with
    | O => f (axis 0) + f (vscal (-1) (axis 0))
    | S k => RInt (fun theta => sin theta ^ k * sphere_integral m (fun u => f (polar m theta u))) 0 PI
    end
  end.

(** Each integral in it exists. *)
Fixpoint ex_sphere_integral (d : nat) (f : vector -> R) : Prop :=
  match d with
  | O => True
  | S m => match m with
    | O => True
    | S k => (forall theta, 0 < theta < PI -> ex_sphere_integral m (fun u => f (polar m theta u)))
        /\ ex_RInt (fun theta => sin theta ^ k * sphere_integral m (fun u => f (polar m theta u))) 0 PI
    end
  end.

Definition reflect (h : nat) (n u : vector) : vector :=
  let w := vadd (axis (h - 1)) (vscal (-1) n) in vadd u (vscal (-2 * dot h w u / dot h w w) w).

Definition hyperplane_integral (h : nat) (n : vector) (f : vector -> R) : R := sphere_integral (h - 1) (fun u => f (reflect h n u)).

Definition ex_hyperplane_integral (h : nat) (n : vector) (f : vector -> R) : Prop := ex_sphere_integral (h - 1) (fun u => f (reflect h n u)).

(** ** What the definitions mean *)
Lemma dot_axis h m v : (m < h)%nat -> dot h v (axis m) = v m.
Proof.
  intros H. unfold dot, axis. induction h as [|h IH]; [lia|]. simpl. destruct (Nat.eq_dec m h) as [->|N].
  - rewrite Nat.eqb_refl. rewrite (sumn_ext h _ (fun _ => 0)); [rewrite sumn_0; ring|]. intros i Hi. replace (Nat.eqb i h) with false by (symmetry; apply Nat.eqb_neq; lia). ring.
  - rewrite IH by lia. replace (Nat.eqb h m) with false by (symmetry; apply Nat.eqb_neq; lia). ring.
Qed.

(** Coordinates from the dimension m + 1 on are 0: a polar point lies in R^(m + 1). *)
Lemma dot_polar D m v theta u : (m < D)%nat -> dot D v (polar m theta u) = sin theta * dot m v u + cos theta * v m.
Proof.
  intros H. induction D as [|D IH]; [lia|]. unfold dot in *. simpl sumn. destruct (Nat.eq_dec m D) as [->|N].
  - unfold polar, axis at 2. rewrite Nat.ltb_irrefl, Nat.eqb_refl. rewrite <- sumn_scal. rewrite (sumn_ext D _ (fun k => sin theta * (v k * u k))); [ring|].
    intros k Hk. apply Nat.ltb_lt in Hk. rewrite Hk. ring.
  - rewrite IH by lia. unfold polar, axis. replace (Nat.ltb D m) with false by (symmetry; apply Nat.ltb_ge; lia).
    replace (Nat.eqb D m) with false by (symmetry; apply Nat.eqb_neq; lia). ring.
Qed.

(** A point of polar coordinates has length 1. *)
Lemma polar_unit m theta u : dot m u u = 1 -> dot (S m) (polar m theta u) (polar m theta u) = 1.
Proof.
  intros Hu. rewrite dot_polar by lia. rewrite (dot_sym m). unfold dot. rewrite (sumn_ext m _ (fun k => sin theta * (u k * u k))).
  - rewrite sumn_scal. fold (dot m u u). rewrite Hu. unfold polar, axis. rewrite Nat.ltb_irrefl, Nat.eqb_refl. assert (T := sin2_cos2 theta). unfold Rsqr in T. lra.
  - intros k Hk. unfold polar. apply Nat.ltb_lt in Hk. rewrite Hk. ring.
Qed.

Lemma sphere_integral_step k f : sphere_integral (S (S k)) f = RInt (fun theta => sin theta ^ k * sphere_integral (S k) (fun u => f (polar (S k) theta u))) 0 PI.
Proof. reflexivity. Qed.

(** Only values on the sphere count. *)
Theorem sphere_integral_ext d : forall f g, (forall u, dot d u u = 1 -> f u = g u) -> sphere_integral d f = sphere_integral d g.
Proof.
  induction d as [|[|k] IH]; intros f g H; [reflexivity| |].
  - simpl. rewrite !H; [reflexivity| |]; unfold dot, vscal, axis; simpl; ring.
  - rewrite !sphere_integral_step. apply RInt_ext. intros theta _. rewrite (IH _ (fun u => g (polar (S k) theta u))); [reflexivity|]. intros u Hu. apply H, polar_unit, Hu.
Qed.

Theorem ex_sphere_integral_ext d : forall f g, (forall u, dot d u u = 1 -> f u = g u) -> ex_sphere_integral d f -> ex_sphere_integral d g.
Proof.
  induction d as [|[|k] IH]; intros f g H E; [exact I|exact I|]. destruct E as [E1 E2]. split.
  - intros theta Ht. apply (IH (fun u => f (polar (S k) theta u))); [|apply E1, Ht]. intros u Hu. apply H, polar_unit, Hu.
  - eapply ex_RInt_ext; [|exact E2]. intros theta _. cbv beta. rewrite (sphere_integral_ext (S k) _ (fun u => g (polar (S k) theta u))); [reflexivity|]. intros u Hu. apply H, polar_unit, Hu.
Qed.

(** The reflection keeps inner products, and takes the last axis to n. *)
Section Reflection.
Variables (h : nat) (n : vector).
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis n_unit : dot h n n = 1.

Let w := vadd (axis (h - 1)) (vscal (-1) n).

Lemma mirror_square : dot h w w = 2 - 2 * n (h - 1)%nat.
Proof.
  unfold w. bilinear. rewrite n_unit, (dot_sym h (axis (h - 1)) n), !dot_axis by lia. unfold axis. rewrite Nat.eqb_refl. ring.
Qed.

Lemma dot_mirror v : dot h w v = v (h - 1)%nat - dot h n v.
Proof. unfold w. bilinear. rewrite (dot_sym h (axis (h - 1)) v), dot_axis by lia. ring. Qed.

(** Where the last axis is n, nothing moves. *)
Lemma mirror_null v : dot h w w = 0 -> dot h w v = 0.
Proof. intros H. assert (C := cauchy_schwarz h w v). rewrite H, Rmult_0_l in C. assert (0 <= dot h w v ^ 2) by apply pow2_ge_0. nra. Qed.

Lemma dot_reflect u v : dot h v (reflect h n u) = dot h (reflect h n v) u.
Proof. unfold reflect. fold w. bilinear. rewrite (dot_sym h v w). unfold Rdiv. ring. Qed.

Lemma reflect_reflect u v : dot h (reflect h n u) (reflect h n v) = dot h u v.
Proof.
  unfold reflect. fold w. bilinear. rewrite (dot_sym h u w). destruct (Req_dec (dot h w w) 0) as [Z|N]; [rewrite !(mirror_null _ Z); unfold Rdiv; ring|field; exact N].
Qed.

Lemma reflect_last v : reflect h n v (h - 1)%nat = dot h n v.
Proof.
  unfold reflect. fold w. unfold vadd at 1. unfold vscal at 1. assert (L : w (h - 1)%nat = 1 - n (h - 1)%nat) by (unfold w, vadd, vscal, axis; rewrite Nat.eqb_refl; ring). rewrite L.
  assert (M := dot_mirror v). assert (Q := mirror_square). destruct (Req_dec (dot h w w) 0) as [Z|N].
  - rewrite (mirror_null _ Z) in *. unfold Rdiv. rewrite Rmult_0_r, !Rmult_0_l. lra.
  - rewrite M, Q in *. field. lra.
Qed.

(** So the points lie across n, and have the length that they had. *)
Lemma reflect_across u : u (h - 1)%nat = 0 -> dot h n (reflect h n u) = 0.
Proof.
  intros Hu. rewrite <- (reflect_last (reflect h n u)), <- (dot_axis h (h - 1) (reflect h n (reflect h n u))), (dot_sym h), dot_reflect, reflect_reflect, (dot_sym h), dot_axis by lia. exact Hu.
Qed.
End Reflection.
