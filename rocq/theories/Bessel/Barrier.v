(** * The comparison lemma: an integrating factor keeps the sign

    If y' = -(q + p/z) y + r for z > 0 with q >= 0 and r >= 0, and y does not fall below -C z^m near zero with
    m + p > 0, then y >= 0; where r > 0 even y > 0. The proof differentiates min(z^p y, 0)^2, which does not increase,
    so that q need not be integrated. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary.
Open Scope R_scope.

(** min(x, 0)^2 is differentiable, with the derivative 2 min(x, 0). *)
Definition g (x : R) : R := Rmin x 0 * Rmin x 0.

Lemma neg_part_sq_derive x : is_derive g x (2 * Rmin x 0).
Proof.
  destruct (Rtotal_order x 0) as [H|[H|H]].
  - rewrite Rmin_left by lra. apply (is_derive_ext_loc (fun t => t * t)).
    + exists (mkposreal (- x) ltac:(lra)). intros t Ht. unfold g.
      unfold ball in Ht; simpl in Ht; unfold AbsRing_ball, abs, minus, plus, opp in Ht; simpl in Ht.
      apply Rabs_def2 in Ht. rewrite Rmin_left by lra. reflexivity.
    + auto_derive; [trivial|ring].
  - subst x. rewrite Rmin_left by lra. replace (2 * 0) with 0 by ring.
    apply is_derive_Reals. intros eps Heps. exists (mkposreal eps Heps). intros t Ht0 Ht. simpl in Ht.
    unfold g. rewrite Rplus_0_l, (Rmin_left 0 0) by lra.
    assert (Hm : Rabs (Rmin t 0) <= Rabs t).
    { destruct (Rle_dec t 0); [rewrite Rmin_left by lra; lra|]. rewrite Rmin_right by lra. rewrite Rabs_R0. apply Rabs_pos. }
    replace ((Rmin t 0 * Rmin t 0 - 0 * 0) / t - 0) with (Rmin t 0 * (Rmin t 0 / t)) by (field; exact Ht0).
    assert (Hp := Rabs_pos_lt t Ht0). assert (Hq := Rabs_pos (Rmin t 0)).
    rewrite Rabs_mult. unfold Rdiv. rewrite Rabs_mult, Rabs_inv.
    assert (Rabs (Rmin t 0) * / Rabs t <= 1).
    { apply (Rmult_le_reg_r (Rabs t)); [exact Hp|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
    assert (0 <= Rabs (Rmin t 0) * / Rabs t) by (apply Rmult_le_pos; [lra|apply Rlt_le, Rinv_0_lt_compat, Hp]).
    nra.
  - rewrite Rmin_right by lra. replace (2 * 0) with 0 by ring.
    apply (is_derive_ext_loc (fun _ => 0)).
    + exists (mkposreal x H). intros t Ht. unfold g.
      unfold ball in Ht; simpl in Ht; unfold AbsRing_ball, abs, minus, plus, opp in Ht; simpl in Ht.
      apply Rabs_def2 in Ht. rewrite Rmin_right by lra. symmetry; apply Rmult_0_l.
    + apply (is_derive_const (K := R_AbsRing) (V := R_NormedModule)).
Qed.

Section Sign.
Variables (y q r : R -> R) (p C m : R).
Hypothesis equation : forall z, z > 0 -> is_derive y z (- (q z + p / z) * y z + r z).
Hypothesis damping : forall z, z > 0 -> q z >= 0.
Hypothesis near : forall z, z > 0 -> y z >= - C * Rpower z m.
Hypothesis order : p + m > 0.

Let u (z : R) : R := Rpower z p * y z.

Lemma u_derive z : z > 0 -> is_derive u z (- q z * u z + Rpower z p * r z).
Proof.
  intros Hz. assert (E := equation z Hz). unfold u, Rpower.
  replace (- q z * (exp (p * ln z) * y z) + exp (p * ln z) * r z)
    with (p * / z * exp (p * ln z) * y z + exp (p * ln z) * (- (q z + p / z) * y z + r z)) by (field; lra).
  set (d := - (q z + p / z) * y z + r z) in *. clearbody d.
  auto_derive.
  - repeat split; [lra|]. eexists; exact E.
  - replace (Derive (fun x => y x) z) with d by (symmetry; apply is_derive_unique, E). field. lra.
Qed.

Lemma decreasing a b : (forall z, z > 0 -> r z >= 0) -> 0 < a -> a < b -> g (u b) <= g (u a).
Proof.
  intros Hr Ha Hab.
  assert (D : forall z, z > 0 -> is_derive (fun t => g (u t)) z ((- q z * u z + Rpower z p * r z) * (2 * Rmin (u z) 0))).
  { intros z Hz. exact (is_derive_comp g u z _ _ (neg_part_sq_derive (u z)) (u_derive z Hz)). }
  destruct (MVT_gen (fun t => g (u t)) a b (fun z => (- q z * u z + Rpower z p * r z) * (2 * Rmin (u z) 0))) as (c & Hc & E).
  - intros z Hz. rewrite Rmin_left in Hz by lra. apply D. lra.
  - intros z Hz. rewrite Rmin_left in Hz by lra.
    apply derivable_continuous_pt. eexists. apply is_derive_Reals. apply D. lra.
  - rewrite Rmin_left in Hc by lra. assert (Hc0 : c > 0) by lra.
    assert (Hq := damping c Hc0). assert (Hrc := Hr c Hc0). assert (Hp := Rpower_pos c p).
    assert ((- q c * u c + Rpower c p * r c) * (2 * Rmin (u c) 0) <= 0).
    { destruct (Rle_dec (u c) 0) as [L|L].
      - rewrite Rmin_left by lra. assert (0 <= - q c * u c) by nra. assert (0 <= Rpower c p * r c) by nra. nra.
      - rewrite Rmin_right by lra. lra. }
    assert ((- q c * u c + Rpower c p * r c) * (2 * Rmin (u c) 0) * (b - a) <= 0) by nra. lra.
Qed.

Theorem sign_from_zero_weak : (forall z, z > 0 -> r z >= 0) -> forall z, z > 0 -> y z >= 0.
Proof.
  intros Hr z Hz. destruct (Rlt_dec (y z) 0) as [L|L]; [exfalso|lra].
  assert (Hu : u z < 0) by (unfold u; assert (Hp := Rpower_pos z p); nra).
  set (s := p + m) in *. set (e := - u z / (Rabs C + 1)).
  assert (HC := Rabs_pos C). assert (He : 0 < e) by (apply Rdiv_lt_0_compat; lra).
  set (t := Rmin (z / 2) (Rpower e (/ s))).
  assert (Ht : 0 < t) by (apply Rmin_pos; [lra|apply Rpower_pos]).
  assert (Htz : t < z) by (eapply Rle_lt_trans; [apply Rmin_l|lra]).
  assert (Hts : Rpower t s <= e).
  { apply Rle_trans with (Rpower (Rpower e (/ s)) s).
    - apply Rle_Rpower_l; [lra|]. split; [exact Ht|apply Rmin_r].
    - rewrite Rpower_mult, Rinv_l, Rpower_1 by lra. lra. }
  assert (D := decreasing t z Hr Ht Htz).
  assert (Hn := near t Ht).
  assert (HT : u t >= - C * Rpower t s).
  { unfold u, s. rewrite Rpower_plus. assert (Hp := Rpower_pos t p). nra. }
  assert (B : - u z > C * Rpower t s).
  { assert (K := Rpower_pos t s). assert (C <= Rabs C) by apply Rle_abs.
    assert (C * Rpower t s <= Rabs C * e) by nra.
    assert (Ee : (Rabs C + 1) * e = - u z) by (unfold e; field; lra). nra. }
  unfold g in D. rewrite (Rmin_left (u z)) in D by lra.
  destruct (Rle_dec (u t) 0) as [M|M].
  - rewrite Rmin_left in D by lra. nra.
  - rewrite Rmin_right in D by lra. nra.
Qed.

Theorem sign_from_zero : (forall z, z > 0 -> r z > 0) -> forall z, z > 0 -> y z > 0.
Proof.
  intros Hr. assert (W := sign_from_zero_weak (fun z Hz => Rgt_ge _ _ (Hr z Hz))).
  intros z Hz. destruct (W z Hz) as [L|E]; [exact L|exfalso].
  assert (D := equation z Hz). rewrite E in D. rewrite Rmult_0_r, Rplus_0_l in D.
  apply is_derive_Reals in D. specialize (D (r z) (Hr z Hz)) as (d & Hd).
  set (t := Rmin (z / 2) (d / 2)).
  assert (Ht : 0 < t) by (apply Rmin_pos; [lra|destruct d as [dd Hdd]; simpl; lra]).
  assert (Ht1 : t <= z / 2) by apply Rmin_l. assert (Ht2 : t <= d / 2) by apply Rmin_r.
  specialize (Hd (- t) ltac:(lra)).
  rewrite Rabs_Ropp, Rabs_pos_eq in Hd by lra. specialize (Hd ltac:(destruct d as [dd Hdd]; simpl in *; lra)).
  apply Rabs_def2 in Hd. rewrite E in Hd.
  assert (Hy := W (z + - t) ltac:(lra)).
  destruct Hd as [_ Hd].
  assert ((y (z + - t) - 0) / - t <= 0).
  { unfold Rdiv. rewrite Rminus_0_r. rewrite Rinv_opp.
    assert (0 < / t) by (apply Rinv_0_lt_compat, Ht). nra. }
  lra.
Qed.
(** Where r may vanish, y is positive once it is positive arbitrarily near zero, if q is bounded. *)
Theorem sign_from_start (Q : R) : (forall z, z > 0 -> r z >= 0) -> (forall z, z > 0 -> q z <= Q) ->
  (forall e, e > 0 -> exists t, 0 < t < e /\ y t > 0) -> forall z, z > 0 -> y z > 0.
Proof.
  intros Hr HQ Hs z Hz. assert (W := sign_from_zero_weak Hr).
  destruct (Hs z Hz) as (t & (Ht & Htz) & Hy).
  set (v := fun s => exp (Q * s) * u s).
  assert (D : forall s, s > 0 -> is_derive v s (exp (Q * s) * ((Q - q s) * u s + Rpower s p * r s))).
  { intros s Hs0. assert (U := u_derive s Hs0). unfold v. set (d := - q s * u s + Rpower s p * r s) in *.
    replace (exp (Q * s) * ((Q - q s) * u s + Rpower s p * r s)) with (Q * exp (Q * s) * u s + exp (Q * s) * d) by (unfold d; ring).
    clearbody d. auto_derive; [eexists; exact U|].
    replace (Derive (fun x => u x) s) with d by (symmetry; apply is_derive_unique, U). ring. }
  destruct (MVT_gen v t z (fun s => exp (Q * s) * ((Q - q s) * u s + Rpower s p * r s))) as (c & Hc & E).
  - intros s Hs0. rewrite Rmin_left in Hs0 by lra. apply D. lra.
  - intros s Hs0. rewrite Rmin_left in Hs0 by lra. apply derivable_continuous_pt. eexists. apply is_derive_Reals, D. lra.
  - rewrite Rmin_left in Hc by lra. assert (Hc0 : c > 0) by lra.
    assert (0 <= u c) by (unfold u; apply Rmult_le_pos; [apply Rlt_le, Rpower_pos|apply Rge_le, W, Hc0]).
    assert (0 <= Rpower c p * r c) by (apply Rmult_le_pos; [apply Rlt_le, Rpower_pos|apply Rge_le, Hr, Hc0]).
    assert (K := HQ c Hc0). assert (0 <= (Q - q c) * u c) by (apply Rmult_le_pos; lra).
    assert (0 <= exp (Q * c) * ((Q - q c) * u c + Rpower c p * r c) * (z - t)).
    { apply Rmult_le_pos; [|lra]. apply Rmult_le_pos; [apply Rlt_le, exp_pos|lra]. }
    assert (Vt : 0 < v t) by (unfold v, u; apply Rmult_lt_0_compat; [apply exp_pos|apply Rmult_lt_0_compat; [apply Rpower_pos|exact Hy]]).
    assert (Vz : 0 < v z) by lra. unfold v, u in Vz.
    assert (P1 := exp_pos (Q * z)). assert (P2 := Rpower_pos z p).
    destruct (W z Hz) as [L|L]; [exact L|]. rewrite L in Vz. lra.
Qed.
End Sign.

