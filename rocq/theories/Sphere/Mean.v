(** * Moments of exponentials over spheres

    The integrals over the sphere of R^d of (a + e.u) e^{c + v.u} and of its square's: each moment is the derivative of
    the one before in a parameter of the exponential, since e^{t x} lies above its tangent; that it exists is known from
    the values of the moments over the sphere of R^(d - 1). *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Hypergeometric Sphere.Moments Sphere.Integral Sphere.Exponential.
Open Scope R_scope.

(** ** Integrals over spheres are monotone and linear *)
Lemma axis_unit s : s ^ 2 = 1 -> dot 1 (vscal s (axis 0)) (vscal s (axis 0)) = 1.
Proof. intros H. transitivity (s ^ 2); [unfold dot, vscal, axis; simpl; ring|exact H]. Qed.

Theorem sphere_integral_le d : forall f g, (forall u, dot d u u = 1 -> f u <= g u) ->
  ex_sphere_integral d f -> ex_sphere_integral d g -> sphere_integral d f <= sphere_integral d g.
Proof.
  induction d as [|[|k] IH]; intros f g H Ef Eg; [simpl; lra| |].
  - simpl. apply Rplus_le_compat; apply H; [unfold dot, axis; simpl; ring|apply axis_unit; ring].
  - rewrite !sphere_integral_step. destruct Ef as [Ef If], Eg as [Eg Ig]. apply RInt_le; [apply Rlt_le, PI_RGT_0|exact If|exact Ig|].
    intros theta Ht. apply Rmult_le_compat_l; [apply pow_le, Rlt_le, sin_gt_0; lra|].
    apply IH; [|apply Ef, Ht|apply Eg, Ht]. intros u Hu. apply H, polar_unit, Hu.
Qed.

Theorem sphere_integral_linear d : forall f g a b, ex_sphere_integral d f -> ex_sphere_integral d g ->
  ex_sphere_integral d (fun u => a * f u + b * g u)
  /\ sphere_integral d (fun u => a * f u + b * g u) = a * sphere_integral d f + b * sphere_integral d g.
Proof.
  induction d as [|[|k] IH]; intros f g a b Ef Eg; [split; [exact I|simpl; ring]|split; [exact I|simpl; ring]|].
  destruct Ef as [Ef If], Eg as [Eg Ig].
  assert (R : is_RInt (fun theta => sin theta ^ k * sphere_integral (S k) (fun u => a * f (polar (S k) theta u) + b * g (polar (S k) theta u))) 0 PI
    (a * sphere_integral (S (S k)) f + b * sphere_integral (S (S k)) g)).
  { rewrite !sphere_integral_step. apply (RInt_correct (V := R_CompleteNormedModule)) in If, Ig.
    apply (is_RInt_ext (fun theta => plus (scal a (sin theta ^ k * sphere_integral (S k) (fun u => f (polar (S k) theta u))))
      (scal b (sin theta ^ k * sphere_integral (S k) (fun u => g (polar (S k) theta u)))))).
    - intros theta Ht. rewrite Rmin_left, Rmax_right in Ht by apply Rlt_le, PI_RGT_0.
      rewrite (proj2 (IH _ _ a b (Ef theta Ht) (Eg theta Ht))). unfold plus, scal; simpl; unfold mult; simpl. ring.
    - apply (is_RInt_plus (V := R_NormedModule)); apply (is_RInt_scal (V := R_NormedModule)); assumption. }
  split; [split; [|eexists; exact R]|rewrite sphere_integral_step; exact (is_RInt_unique _ _ _ _ R)].
  intros theta Ht. apply (IH _ _ a b (Ef theta Ht) (Eg theta Ht)).
Qed.

(** ** A moment is a derivative *)
(** An equation of elements of Coquelicot's module of real numbers is one of real numbers. *)
Ltac real_numbers := match goal with |- ?x = ?y => change (x = y :> R) end.

(** A function above a line through its value at 0 has the line's slope there. *)
Lemma slope_of_support (G : R -> R) m l : (forall t, G t >= G 0 + t * m) -> is_derive G 0 l -> m = l.
Proof.
  intros H D. apply is_derive_Reals in D. apply Rle_antisym; apply Rnot_lt_le; intros L.
  - destruct (D (m - l) ltac:(lra)) as (e & B). assert (E := cond_pos e). specialize (B (e / 2) ltac:(lra)).
    rewrite Rabs_pos_eq in B by lra. specialize (B ltac:(lra)). apply Rabs_def2 in B. specialize (H (e / 2)).
    assert ((G (0 + e / 2) - G 0) / (e / 2) >= m); [|lra]. rewrite Rplus_0_l. apply Rle_ge, (Rmult_le_reg_r (e / 2)); [lra|].
    replace ((G (e / 2) - G 0) / (e / 2) * (e / 2)) with (G (e / 2) - G 0) by (field; lra). lra.
  - destruct (D (l - m) ltac:(lra)) as (e & B). assert (E := cond_pos e). specialize (B (- (e / 2)) ltac:(lra)).
    rewrite Rabs_Ropp, Rabs_pos_eq in B by lra. specialize (B ltac:(lra)). apply Rabs_def2 in B. specialize (H (- (e / 2))).
    assert ((G (0 + - (e / 2)) - G 0) / - (e / 2) <= m); [|lra]. rewrite Rplus_0_l. apply (Rmult_le_reg_r (e / 2)); [lra|].
    replace ((G (- (e / 2)) - G 0) / - (e / 2) * (e / 2)) with (G 0 - G (- (e / 2))) by (field; lra). lra.
Qed.

Theorem moment_is_slope d (f X : vector -> R) (G : R -> R) l : (forall u, dot d u u = 1 -> 0 <= f u) ->
  (forall t, ex_sphere_integral d (fun u => f u * exp (t * X u)) /\ sphere_integral d (fun u => f u * exp (t * X u)) = G t) ->
  is_derive G 0 l -> ex_sphere_integral d (fun u => f u * X u) -> sphere_integral d (fun u => f u * X u) = l.
Proof.
  intros Hf HG D E. apply (slope_of_support G _ _); [|exact D]. intros t. apply Rle_ge.
  destruct (HG t) as [Et <-], (HG 0) as [E0 <-]. destruct (sphere_integral_linear d _ _ 1 t E0 E) as [E1 V1]. rewrite Rmult_1_l in V1. rewrite <- V1.
  apply sphere_integral_le; [|exact E1|exact Et]. intros u Hu. rewrite Rmult_0_l, exp_0.
  assert (B := exp_ineq1_le (t * X u)). assert (P := Hf u Hu). nra.
Qed.

Lemma weighted_slope (g : R -> R) A c a l : is_derive g 0 l -> is_derive (fun t => A * exp (c + t * a) * g t) 0 (A * exp c * (a * g 0 + l)).
Proof.
  intros D. auto_derive; [eexists; exact D|]. replace (Derive (fun x : R => g x) 0) with l by (symmetry; apply is_derive_unique, D). rewrite Rmult_0_l, Rplus_0_r. ring.
Qed.

Lemma weighted_slopes (g k : R -> R) A c a p q l m : is_derive g 0 l -> is_derive k 0 m ->
  is_derive (fun t => A * exp (c + t * a) * (a * g t + (p + t * q) * k t)) 0 (A * exp c * (a * (a * g 0 + p * k 0) + a * l + q * k 0 + p * m)).
Proof.
  intros D E. auto_derive; [repeat split; eexists; eassumption|]. replace (Derive (fun x : R => g x) 0) with l by (symmetry; apply is_derive_unique, D).
  replace (Derive (fun x : R => k x) 0) with m by (symmetry; apply is_derive_unique, E).
  rewrite !Rmult_0_l, !Rplus_0_r. ring.
Qed.

(** ** The values *)
Section Values.
Variable d : nat.
Hypothesis d_pos : (1 <= d)%nat.

Let d_real : 0 < INR d. Proof. apply lt_0_INR. lia. Qed.

(** 0F1 at the dimension and at those two and four above. *)
Definition F (k : R) (v : vector) : R := hyper0F1 (INR d / 2 + k) (dot d v v / 4).

Definition mean (a : R) (e : vector) (c : R) (v : vector) : R := area d * exp c * (a * F 0 v + dot d e v / INR d * F 1 v).

Definition square (a : R) (e : vector) (c : R) (v : vector) : R :=
  area d * exp c * (a ^ 2 * F 0 v + (2 * a * dot d e v + dot d e e) / INR d * F 1 v + dot d e v ^ 2 / (INR d * (INR d + 2)) * F 2 v).

Lemma F_moved k e v : 0 <= k -> is_derive (fun t => F k (vadd v (vscal t e))) 0 (dot d e v / 2 * (/ (INR d / 2 + k) * F (k + 1) v)).
Proof.
  intros Hk. assert (N := d_real). unfold F. assert (D := hyper_derive (INR d / 2 + k) (dot d v v / 4) ltac:(lra)).
  apply (is_derive_ext (fun t => hyper0F1 (INR d / 2 + k) ((dot d v v + 2 * t * dot d e v + t ^ 2 * dot d e e) / 4))).
  - intros t. f_equal. bilinear. rewrite (dot_sym d v e). field.
  - replace (INR d / 2 + (k + 1)) with (INR d / 2 + k + 1) by ring.
    apply (is_derive_comp (hyper0F1 (INR d / 2 + k)) (fun t => (dot d v v + 2 * t * dot d e v + t ^ 2 * dot d e e) / 4)).
    + replace ((dot d v v + 2 * 0 * dot d e v + 0 ^ 2 * dot d e e) / 4) with (dot d v v / 4) by field. exact D.
    + auto_derive; [exact I|]. field.
Qed.

Lemma F_at_0 k v e : F k (vadd v (vscal 0 e)) = F k v.
Proof. unfold F. f_equal. bilinear. field. Qed.

Lemma zeroth c v : ex_sphere_integral d (fun u => exp (c + dot d v u)) /\ sphere_integral d (fun u => exp (c + dot d v u)) = area d * exp c * F 0 v.
Proof. unfold F. rewrite Rplus_0_r. apply sphere_exponential; [exact d_pos|apply le_n]. Qed.

Lemma tilted a e c v t u : exp (c + dot d v u) * exp (t * (a + dot d e u)) = exp ((c + t * a) + dot d (vadd v (vscal t e)) u).
Proof. rewrite <- exp_plus. f_equal. bilinear. ring. Qed.

Lemma mean_value a e c v : ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u)) ->
  sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u)) = mean a e c v.
Proof.
  apply (moment_is_slope d (fun u => exp (c + dot d v u)) (fun u => a + dot d e u) (fun t => area d * exp (c + t * a) * F 0 (vadd v (vscal t e)))).
  - intros. apply Rlt_le, exp_pos.
  - intros t. destruct (zeroth (c + t * a) (vadd v (vscal t e))) as [E V]. split.
    + eapply ex_sphere_integral_ext; [|exact E]. intros u _. cbv beta. symmetry. apply tilted.
    + rewrite <- V. apply sphere_integral_ext. intros u _. apply tilted.
  - assert (D := weighted_slope (fun t => F 0 (vadd v (vscal t e))) (area d) c a _ (F_moved 0 e v (Rle_refl 0))). cbv beta in D. rewrite F_at_0, Rplus_0_l in D.
    assert (N := d_real). replace (mean a e c v) with (area d * exp c * (a * F 0 v + dot d e v / 2 * (/ (INR d / 2 + 0) * F 1 v))) by (unfold mean; field; lra). exact D.
Qed.

(** Where a is large a + e.u is no weight below 0; for other a the square is a combination of moments. *)
Lemma large e : exists A, forall a, A <= a -> forall u, dot d u u = 1 -> 0 <= a + dot d e u.
Proof.
  exists (norm d (vscal (-1) e)). intros a Ha u Hu. assert (B := dot_below_norm d (vscal (-1) e) u Hu). rewrite dot_vscal_l in B. lra.
Qed.

Section Square.
Variables (e : vector) (c : R) (v : vector).
Hypothesis first : forall a c v, ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u)).
Hypothesis second : forall a, ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u)).

Lemma square_large a : (forall u, dot d u u = 1 -> 0 <= a + dot d e u) ->
  sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u)) = square a e c v.
Proof.
  intros Ha. apply (moment_is_slope d (fun u => exp (c + dot d v u) * (a + dot d e u)) (fun u => a + dot d e u) (fun t => mean a e (c + t * a) (vadd v (vscal t e)))).
  - intros u Hu. apply Rmult_le_pos; [apply Rlt_le, exp_pos|apply Ha, Hu].
  - intros t. assert (M := mean_value a e (c + t * a) (vadd v (vscal t e)) (first _ _ _)).
    assert (Q : forall u, exp (c + t * a + dot d (vadd v (vscal t e)) u) * (a + dot d e u) = exp (c + dot d v u) * (a + dot d e u) * exp (t * (a + dot d e u)))
      by (intros u; rewrite <- tilted; ring). split.
    + eapply ex_sphere_integral_ext; [|exact (first a (c + t * a) (vadd v (vscal t e)))]. intros u _. apply Q.
    + rewrite <- M. apply sphere_integral_ext. intros u _. symmetry. apply Q.
  - assert (N := d_real).
    apply (is_derive_ext (fun t => area d * exp (c + t * a) * (a * F 0 (vadd v (vscal t e)) + (dot d e v + t * dot d e e) / INR d * F 1 (vadd v (vscal t e))))).
    + intros t. unfold mean. bilinear. reflexivity.
    + assert (D0 := F_moved 0 e v (Rle_refl 0)). assert (D1 := F_moved 1 e v Rle_0_1). rewrite Rplus_0_l in D0. replace (1 + 1) with 2 in D1 by ring.
      assert (D := weighted_slopes (fun t => F 0 (vadd v (vscal t e))) (fun t => F 1 (vadd v (vscal t e))) (area d) c a (dot d e v / INR d) (dot d e e / INR d) _ _ D0 D1).
      cbv beta in D. rewrite !F_at_0 in D.
      match type of D with is_derive _ _ ?l => replace (square a e c v) with l by (unfold square; field; lra) end.
      eapply is_derive_ext; [|exact D]. intros t. real_numbers. cbv beta. field. lra.
  - exact (second a).
Qed.

Lemma square_value a : sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u)) = square a e c v.
Proof.
  destruct (large e) as (A & HA). set (m := Rmax A a). assert (Hm : A <= m) by apply Rmax_l. set (s := m - a).
  assert (V := square_large m (HA m Hm)).
  destruct (sphere_integral_linear d _ _ 1 (- (2 * s)) (second m) (first m c v)) as [E1 V1].
  destruct (sphere_integral_linear d _ _ 1 (s ^ 2) E1 (proj1 (zeroth c v))) as [_ V2].
  rewrite (sphere_integral_ext d _ (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u))) in V2.
  - etransitivity; [exact V2|]. rewrite V1, V, (mean_value m e c v (first m c v)), (proj2 (zeroth c v)). unfold square, mean.
    assert (N := d_real). replace m with (a + s) by (unfold s; ring). field. lra.
  - intros u _. replace m with (a + s) by (unfold s; ring). ring.
Qed.
End Square.
End Values.

(** ** They exist *)
Lemma slice_square k v : dot (S k) (vscal 1 v) (vscal 1 v) = dot (S k) v v.
Proof. bilinear. ring. Qed.

Lemma polar_part k a e theta u : a + dot (S (S k)) e (polar (S k) theta u) = (a + cos theta * e (S k)) + dot (S k) (vscal (sin theta) e) u.
Proof. apply slice. lia. Qed.

(** What the values are along a polar angle. *)
Lemma F_angle k j v theta : F (S k) j (vscal (sin theta) v) = hyper0F1 (INR (S k) / 2 + j) (sin theta ^ 2 * (dot (S k) v v / 4)).
Proof. unfold F. rewrite dot_scaled. reflexivity. Qed.

Lemma F_angle_derive k j v theta : 0 <= j -> ex_derive (fun theta => hyper0F1 (INR (S k) / 2 + j) (sin theta ^ 2 * (dot (S k) v v / 4))) theta.
Proof.
  intros Hj. assert (P := lt_0_INR (S k) ltac:(lia)).
  apply (ex_derive_comp (hyper0F1 (INR (S k) / 2 + j)) (fun t => sin t ^ 2 * (dot (S k) v v / 4))); [eexists; apply hyper_derive; lra|auto_derive; auto].
Qed.

(** The outer integrands are smooth. *)
Lemma outer_ex_derive (f g : R -> R) k A c w a q p t : ex_derive f t -> ex_derive g t ->
  ex_derive (fun t => sin t ^ k * (A * exp (c + cos t * w) * ((a + cos t * q) * f t + sin t * sin t * p * g t))) t.
Proof. intros Hf Hg. auto_derive. repeat split; assumption. Qed.

Lemma outer_square_ex_derive (f g h : R -> R) k A c w a q p r n s t : ex_derive f t -> ex_derive g t -> ex_derive h t ->
  ex_derive (fun t => sin t ^ k * (A * exp (c + cos t * w) * ((a + cos t * q) ^ 2 * f t + (2 * (a + cos t * q) * (sin t * sin t * p) + sin t * sin t * r) * n * g t
    + (sin t * sin t) ^ 2 * s * h t))) t.
Proof. intros Hf Hg Hh. auto_derive. repeat split; assumption. Qed.

Theorem sphere_mean d : (1 <= d)%nat -> forall a e c v,
  ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u))
  /\ sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u)) = mean d a e c v.
Proof.
  intros Hd. enough (E : forall a e c v, ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u)))
    by (intros; split; [apply E|apply mean_value; [exact Hd|apply E]]).
  destruct d as [|d]; [lia|]. clear Hd. induction d as [|k IH]; intros a e c v; [exact I|].
  assert (S1 : forall theta u, exp ((c + cos theta * v (S k)) + dot (S k) (vscal (sin theta) v) u) * ((a + cos theta * e (S k)) + dot (S k) (vscal (sin theta) e) u)
    = exp (c + dot (S (S k)) v (polar (S k) theta u)) * (a + dot (S (S k)) e (polar (S k) theta u))) by (intros; rewrite !polar_part; reflexivity).
  split.
  - intros theta _. eapply ex_sphere_integral_ext; [|apply IH]. intros u _. apply S1.
  - assert (P0 := F_angle_derive k 0 v). assert (P1 := F_angle_derive k 1 v).
    apply (ex_RInt_ext (fun theta => sin theta ^ k * mean (S k) (a + cos theta * e (S k)) (vscal (sin theta) e) (c + cos theta * v (S k)) (vscal (sin theta) v))).
    + intros theta _. f_equal. rewrite <- mean_value by (lia || apply IH). apply sphere_integral_ext. intros u _. apply S1.
    + apply (ex_RInt_ext (fun theta => sin theta ^ k * (area (S k) * exp (c + cos theta * v (S k)) * ((a + cos theta * e (S k)) * hyper0F1 (INR (S k) / 2 + 0) (sin theta ^ 2 * (dot (S k) v v / 4))
        + sin theta * sin theta * (dot (S k) e v / INR (S k)) * hyper0F1 (INR (S k) / 2 + 1) (sin theta ^ 2 * (dot (S k) v v / 4)))))).
      * intros theta _. real_numbers. unfold mean. rewrite !F_angle, dot_vscal_l, dot_vscal_r. unfold Rdiv. ring.
      * apply ex_RInt_everywhere. intros theta. specialize (P0 theta (Rle_refl 0)). specialize (P1 theta Rle_0_1).
        exact (outer_ex_derive (fun t => hyper0F1 (INR (S k) / 2 + 0) (sin t ^ 2 * (dot (S k) v v / 4))) (fun t => hyper0F1 (INR (S k) / 2 + 1) (sin t ^ 2 * (dot (S k) v v / 4))) k _ _ _ _ _ _ theta P0 P1).
Qed.

Theorem sphere_square d : (1 <= d)%nat -> forall a e c v,
  ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u))
  /\ sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u)) = square d a e c v.
Proof.
  intros Hd. enough (E : forall a e c v, ex_sphere_integral d (fun u => exp (c + dot d v u) * (a + dot d e u) * (a + dot d e u)))
    by (intros; split; [apply E|apply square_value; [exact Hd|intros; apply sphere_mean, Hd|intros; apply E]]).
  destruct d as [|d]; [lia|]. clear Hd. induction d as [|k IH]; intros a e c v; [exact I|].
  assert (S1 : forall theta u, exp ((c + cos theta * v (S k)) + dot (S k) (vscal (sin theta) v) u) * ((a + cos theta * e (S k)) + dot (S k) (vscal (sin theta) e) u)
      * ((a + cos theta * e (S k)) + dot (S k) (vscal (sin theta) e) u)
    = exp (c + dot (S (S k)) v (polar (S k) theta u)) * (a + dot (S (S k)) e (polar (S k) theta u)) * (a + dot (S (S k)) e (polar (S k) theta u))) by (intros; rewrite !polar_part; reflexivity).
  split.
  - intros theta _. eapply ex_sphere_integral_ext; [|apply IH]. intros u _. apply S1.
  - assert (P0 := F_angle_derive k 0 v). assert (P1 := F_angle_derive k 1 v). assert (P2 := F_angle_derive k 2 v).
    apply (ex_RInt_ext (fun theta => sin theta ^ k * square (S k) (a + cos theta * e (S k)) (vscal (sin theta) e) (c + cos theta * v (S k)) (vscal (sin theta) v))).
    + intros theta _. f_equal. rewrite <- square_value by (lia || (intros; apply sphere_mean; lia) || (intros; apply IH)). apply sphere_integral_ext. intros u _. apply S1.
    + set (p := dot (S k) e v). set (q := dot (S k) e e). set (n := INR (S k)).
      apply (ex_RInt_ext (fun theta => sin theta ^ k * (area (S k) * exp (c + cos theta * v (S k)) * ((a + cos theta * e (S k)) ^ 2 * hyper0F1 (n / 2 + 0) (sin theta ^ 2 * (dot (S k) v v / 4))
        + (2 * (a + cos theta * e (S k)) * (sin theta * sin theta * p) + sin theta * sin theta * q) * / n * hyper0F1 (n / 2 + 1) (sin theta ^ 2 * (dot (S k) v v / 4))
        + (sin theta * sin theta) ^ 2 * (p ^ 2 / (n * (n + 2))) * hyper0F1 (n / 2 + 2) (sin theta ^ 2 * (dot (S k) v v / 4)))))).
      * intros theta _. real_numbers. unfold square. rewrite !F_angle, !dot_vscal_l, !dot_vscal_r. unfold p, q, n, Rdiv. ring.
      * apply ex_RInt_everywhere. intros theta. specialize (P0 theta (Rle_refl 0)). specialize (P1 theta Rle_0_1). specialize (P2 theta ltac:(lra)).
        exact (outer_square_ex_derive (fun t => hyper0F1 (n / 2 + 0) (sin t ^ 2 * (dot (S k) v v / 4))) (fun t => hyper0F1 (n / 2 + 1) (sin t ^ 2 * (dot (S k) v v / 4)))
          (fun t => hyper0F1 (n / 2 + 2) (sin t ^ 2 * (dot (S k) v v / 4))) k _ _ _ _ _ _ _ _ _ theta P0 P1 P2).
Qed.
