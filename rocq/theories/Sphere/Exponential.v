(** * Integrals of exponentials over spheres

    The integral of e^{v.x} over the sphere of R^d is area d * 0F1(; d/2; |v|^2/4): by induction on d, with [addition]. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Vectors Bessel.Hypergeometric Sphere.Moments Sphere.Integral.
From Modgap Require Bessel.Generating.
Open Scope R_scope.

(** ** The sphere of R: the hyperbolic cosine is its power series *)
Lemma cosh_derive z : is_derive (fun t => hyper0F1 (1 / 2) (t ^ 2 / 4)) z (z * hyper0F1 (3 / 2) (z ^ 2 / 4)).
Proof.
  assert (D := hyper_derive (1 / 2) (z ^ 2 / 4) ltac:(lra)). assert (E : is_derive (fun t => t ^ 2 / 4) z (z / 2)) by (auto_derive; [auto|field]).
  assert (F := is_derive_comp (hyper0F1 (1 / 2)) (fun t => t ^ 2 / 4) z _ _ D E). unfold scal in F; simpl in F; unfold mult in F; simpl in F.
  replace (z * hyper0F1 (3 / 2) (z ^ 2 / 4)) with (z / 2 * (/ (1 / 2) * hyper0F1 (1 / 2 + 1) (z ^ 2 / 4))); [exact F|]. replace (1 / 2 + 1) with (3 / 2) by field. field.
Qed.

Lemma sinh_derive z : is_derive (fun t => t * hyper0F1 (3 / 2) (t ^ 2 / 4)) z (hyper0F1 (1 / 2) (z ^ 2 / 4)).
Proof.
  assert (D := hyper_derive (3 / 2) (z ^ 2 / 4) ltac:(lra)). assert (E : is_derive (fun t => t ^ 2 / 4) z (z / 2)) by (auto_derive; [auto|field]).
  assert (F := is_derive_comp (hyper0F1 (3 / 2)) (fun t => t ^ 2 / 4) z _ _ D E). unfold scal in F; simpl in F; unfold mult in F; simpl in F.
  assert (G := is_derive_mult (fun t => t) (fun t => hyper0F1 (3 / 2) (t ^ 2 / 4)) z _ _ (is_derive_id z) F ltac:(intros; apply Rmult_comm)). unfold plus, mult, one in G; simpl in G.
  replace (hyper0F1 (1 / 2) (z ^ 2 / 4)) with (1 * hyper0F1 (3 / 2) (z ^ 2 / 4) + z * (z / 2 * (/ (3 / 2) * hyper0F1 (3 / 2 + 1) (z ^ 2 / 4)))); [exact G|].
  rewrite (hyper_contiguous (1 / 2) (z ^ 2 / 4)) by lra. replace (1 / 2 + 1) with (3 / 2) by field. replace (3 / 2 + 1) with (1 / 2 + 2) by field. field.
Qed.

Lemma exp_series z : hyper0F1 (1 / 2) (z ^ 2 / 4) + z * hyper0F1 (3 / 2) (z ^ 2 / 4) = exp z.
Proof.
  set (g := fun t => (hyper0F1 (1 / 2) (t ^ 2 / 4) + t * hyper0F1 (3 / 2) (t ^ 2 / 4)) * exp (- t)).
  assert (D : forall t, is_derive g t 0).
  { intros t. assert (A := is_derive_plus _ _ _ _ _ (cosh_derive t) (sinh_derive t)). assert (B : is_derive (fun t : R => exp (- t)) t (- exp (- t))) by (auto_derive; [trivial|ring]).
    assert (C := is_derive_mult _ (fun t => exp (- t)) t _ _ A B ltac:(intros; apply Rmult_comm)). unfold plus, mult in C; simpl in C.
    match type of C with is_derive _ _ ?l => replace l with 0 in C by ring end. exact C. }
  assert (K : g z = g 0).
  { destruct (MVT_gen g 0 z (fun _ => 0)) as (c & _ & E); [intros; apply D| |lra]. intros t _. apply derivable_continuous_pt. exists 0. apply is_derive_Reals, D. }
  unfold g in K. replace (0 ^ 2 / 4) with 0 in K by field. rewrite Ropp_0, exp_0, (Generating.hyper_0 (1 / 2)), Rmult_0_l in K.
  apply (Rmult_eq_reg_r (exp (- z))); [|apply Rgt_not_eq, exp_pos]. rewrite K, <- exp_plus. replace (z + - z) with 0 by ring. rewrite exp_0. ring.
Qed.

Lemma exp_both z : exp z + exp (- z) = 2 * hyper0F1 (1 / 2) (z ^ 2 / 4).
Proof. rewrite <- (exp_series z), <- (exp_series (- z)). replace ((- z) ^ 2) with (z ^ 2) by ring. ring. Qed.

(** ** One polar angle *)
(** An integral over half a turn is that of the mean of the function and of its mirror image. *)
Lemma mirrored (f g : R -> R) l : (forall t, ex_derive f t) -> (forall t, f t + f (PI - t) = 2 * g t) -> is_RInt g 0 PI l -> is_RInt f 0 PI l.
Proof.
  intros D E G. assert (F := RInt_correct (V := R_CompleteNormedModule) f 0 PI (ex_RInt_everywhere f 0 PI D)). set (L := RInt f 0 PI) in *.
  assert (M : is_RInt (fun t => f (PI - t)) 0 PI L).
  { assert (F2 : is_RInt f (-1 * PI + PI) (-1 * 0 + PI) L) by (replace (-1 * PI + PI) with 0 by ring; replace (-1 * 0 + PI) with PI by ring; exact F).
    apply (is_RInt_comp_lin (V := R_NormedModule)) in F2. apply is_RInt_swap in F2. apply (is_RInt_opp (V := R_NormedModule)) in F2.
    eapply is_RInt_ext; [|exact (eq_ind _ (is_RInt _ 0 PI) F2 L ltac:(unfold opp; simpl; ring))].
    intros t _. unfold opp, scal; simpl; unfold mult; simpl. replace (-1 * t + PI) with (PI - t) by ring. ring. }
  assert (S : is_RInt (fun t => 2 * g t) 0 PI (L + L)) by (eapply is_RInt_ext; [|exact (is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ F M)]; intros t _; apply E).
  assert (T : is_RInt (fun t => 2 * g t) 0 PI (2 * l)) by exact (is_RInt_scal (V := R_NormedModule) _ _ _ 2 _ G).
  assert (U := is_RInt_unique _ _ _ _ S). rewrite (is_RInt_unique _ _ _ _ T) in U. replace l with L by lra. exact F.
Qed.

Section Angle.
Variables (k : nat) (A c a q : R).
Hypothesis q_nonneg : 0 <= q.

Let f (t : R) : R := sin t ^ k * (A * exp (c + cos t * a) * hyper0F1 (INR (S k) / 2) (sin t ^ 2 * q)).

Lemma angle : is_RInt f 0 PI (A * exp c * (J 0 k * hyper0F1 (INR (S (S k)) / 2) (a ^ 2 / 4 + q))).
Proof.
  assert (P : 0 < INR (S k) / 2) by (assert (K := lt_0_INR (S k) ltac:(lia)); lra).
  assert (I := addition (S k) (a ^ 2 / 4) q ltac:(lia) ltac:(nra) q_nonneg). replace (S k - 1)%nat with k in I by lia.
  replace ((INR (S k) + 1) / 2) with (INR (S (S k)) / 2) in I by (rewrite (S_INR (S k)); reflexivity).
  apply (mirrored f (fun t => A * exp c * integrand (S k) (a ^ 2 / 4) q t)).
  - intros t. unfold f. apply ex_derive_mult; [auto_derive; auto|]. apply ex_derive_mult; [auto_derive; auto|].
    apply (ex_derive_comp (hyper0F1 (INR (S k) / 2)) (fun t => sin t ^ 2 * q)); [eexists; apply hyper_derive, P|auto_derive; auto].
  - intros t. unfold f, integrand. replace (S k - 1)%nat with k by lia. rewrite sin_PI_x. replace (cos (PI - t)) with (- cos t) by (rewrite Rtrigo_facts.cos_pi_minus; reflexivity).
    replace (c + - cos t * a) with (c + - (cos t * a)) by ring. rewrite !exp_plus. assert (B := exp_both (cos t * a)).
    replace (a ^ 2 / 4 * cos t ^ 2) with ((cos t * a) ^ 2 / 4) by field. rewrite (Rmult_comm q). set (F := hyper0F1 (INR (S k) / 2) _). 
    transitivity (sin t ^ k * A * exp c * F * (exp (cos t * a) + exp (- (cos t * a)))); [ring|]. rewrite B. ring.
  - apply (is_RInt_scal (V := R_NormedModule)), I.
Qed.
End Angle.

(** ** The sphere of R^d *)
(** The area of the sphere: 2 points, then one factor for each polar angle. *)
Fixpoint area (d : nat) : R :=
  match d with O => 0 | S m => match m with O => 2 | S k => area m * J 0 k end end.

Lemma dot_scaled m t v : dot m (vscal t v) (vscal t v) / 4 = t ^ 2 * (dot m v v / 4).
Proof. bilinear. field. Qed.

Lemma slice k D v c theta u : (S k < D)%nat -> c + dot D v (polar (S k) theta u) = (c + cos theta * v (S k)) + dot (S k) (vscal (sin theta) v) u.
Proof. intros H. rewrite dot_polar by exact H. bilinear. ring. Qed.

Lemma dot_S m v : dot (S m) v v / 4 = v m ^ 2 / 4 + dot m v v / 4.
Proof. unfold dot. simpl sumn. field. Qed.

Theorem sphere_exponential d : (1 <= d)%nat -> forall D v c, (d <= D)%nat ->
  ex_sphere_integral d (fun u => exp (c + dot D v u))
  /\ sphere_integral d (fun u => exp (c + dot D v u)) = area d * exp c * hyper0F1 (INR d / 2) (dot d v v / 4).
Proof.
  intros Hd. destruct d as [|d]; [lia|]. clear Hd. induction d as [|k IH]; intros D v c HD.
  - split; [exact I|]. simpl sphere_integral. simpl area. rewrite dot_vscal_r, dot_axis by lia. rewrite !exp_plus.
    replace (-1 * v 0%nat) with (- v 0%nat) by ring. assert (B := exp_both (v 0%nat)). simpl INR. replace (dot 1 v v / 4) with (v 0%nat ^ 2 / 4) by (unfold dot; simpl; field).
    transitivity (exp c * (exp (v 0%nat) + exp (- v 0%nat))); [ring|]. rewrite B. ring.
  - assert (V : forall theta, sphere_integral (S k) (fun u => exp (c + dot D v (polar (S k) theta u)))
      = area (S k) * exp (c + cos theta * v (S k)) * hyper0F1 (INR (S k) / 2) (sin theta ^ 2 * (dot (S k) v v / 4))).
    { intros theta. rewrite <- dot_scaled. rewrite <- (proj2 (IH (S k) (vscal (sin theta) v) (c + cos theta * v (S k)) (le_n _))).
      apply sphere_integral_ext. intros u _. rewrite slice by lia. reflexivity. }
    assert (Q : 0 <= dot (S k) v v / 4) by (assert (N := dot_nonneg (S k) v); lra).
    assert (G := angle k (area (S k)) c (v (S k)) _ Q).
    assert (R : is_RInt (fun theta => sin theta ^ k * sphere_integral (S k) (fun u => exp (c + dot D v (polar (S k) theta u)))) 0 PI
      (area (S (S k)) * exp c * hyper0F1 (INR (S (S k)) / 2) (dot (S (S k)) v v / 4))).
    { rewrite dot_S. change (area (S (S k))) with (area (S k) * J 0 k).
      match type of G with is_RInt _ _ _ ?l => replace (area (S k) * J 0 k * exp c * hyper0F1 (INR (S (S k)) / 2) (v (S k) ^ 2 / 4 + dot (S k) v v / 4)) with l by ring end.
      eapply is_RInt_ext; [|exact G]. intros theta _. cbv beta. rewrite V. reflexivity. }
    split.
    + split; [|eexists; exact R]. intros theta _. apply (ex_sphere_integral_ext (S k) (fun u => exp ((c + cos theta * v (S k)) + dot (S k) (vscal (sin theta) v) u))).
      * intros u _. rewrite slice by lia. reflexivity.
      * apply IH, le_n.
    + rewrite sphere_integral_step. exact (is_RInt_unique _ _ _ _ R).
Qed.

Lemma J_pos k : 0 < J 0 k.
Proof.
  unfold J. apply RInt_gt_0; [apply PI_RGT_0| |].
  - intros t Ht. simpl. rewrite Rmult_1_l. apply pow_lt, sin_gt_0; lra.
  - intros t _. apply (ex_derive_continuous (fun t => cos t ^ 0 * sin t ^ k)). auto_derive. auto.
Qed.

Lemma area_pos d : (1 <= d)%nat -> 0 < area d.
Proof.
  intros H. destruct d as [|d]; [lia|]. clear H. induction d as [|k IH]; [simpl; lra|]. change (area (S (S k))) with (area (S k) * J 0 k). apply Rmult_lt_0_compat; [exact IH|apply J_pos].
Qed.

(** ** The sphere of a hyperplane *)
Lemma last_coordinate h u : (1 <= h)%nat -> dot h u u = dot (h - 1) u u + u (h - 1)%nat ^ 2.
Proof. intros H. destruct h as [|h]; [lia|]. simpl Nat.sub. rewrite Nat.sub_0_r. unfold dot. simpl. ring. Qed.

Theorem hyperplane_exponential h n v : (2 <= h)%nat -> dot h n n = 1 ->
  ex_hyperplane_integral h n (fun u => exp (dot h v u))
  /\ hyperplane_integral h n (fun u => exp (dot h v u)) = area (h - 1) * hyper0F1 (INR (h - 1) / 2) ((dot h v v - dot h n v ^ 2) / 4).
Proof.
  intros Hh Hn. destruct (sphere_exponential (h - 1) ltac:(lia) h (reflect h n v) 0 ltac:(lia)) as [E V].
  assert (M : forall u, exp (0 + dot h (reflect h n v) u) = exp (dot h v (reflect h n u))) by (intros u; rewrite Rplus_0_l, <- dot_reflect by (lia || exact Hn); reflexivity).
  assert (L : dot (h - 1) (reflect h n v) (reflect h n v) = dot h v v - dot h n v ^ 2).
  { rewrite <- (reflect_reflect h n v v), <- (reflect_last h n) by (lia || exact Hn). rewrite (last_coordinate h (reflect h n v)) by lia. ring. }
  split.
  - unfold ex_hyperplane_integral. apply (ex_sphere_integral_ext (h - 1) (fun u => exp (0 + dot h (reflect h n v) u))); [intros; apply M|exact E].
  - unfold hyperplane_integral. rewrite <- L, <- (Rmult_1_r (area (h - 1))), <- exp_0, <- V. apply sphere_integral_ext. intros u _. symmetry. apply M.
Qed.
