(** * Means along an axis

    A point x of the sphere of R^(k + 2) under the density e^{kappa c.x} has the coordinate c.x = cos t, with the density
    sin^k t e^{kappa cos t} over half a turn. [axis_mean] is the mean of a function of that coordinate: its moments,
    comparison of means, and the sign of the mean of an odd function. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Square Sphere.Moments Sphere.Exponential Sphere.Mean.
From Modgap Require Bessel.Generating.
Open Scope R_scope.

(** Continuous on [-1, 1]. *)
Definition tame (g : R -> R) : Prop := forall u, -1 <= u <= 1 -> continuous g u.

Lemma tame_derive g : (forall u, -1 <= u <= 1 -> ex_derive g u) -> tame g.
Proof. intros D u Hu. exact (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule) g u (D u Hu)). Qed.

Section Axis.
Variables (k : nat) (kappa : R).

Definition weighted (g : R -> R) (t : R) : R := sin t ^ k * g (cos t) * exp (kappa * cos t).
Definition total : R := J 0 k * hyper0F1 (INR k / 2 + 1) (kappa ^ 2 / 4).
Definition axis_mean (g : R -> R) : R := RInt (weighted g) 0 PI / total.

Lemma total_pos : 0 < total.
Proof. assert (K := pos_INR k). apply Rmult_lt_0_compat; [apply J_pos|]. apply hyper_pos; [lra|]. assert (0 <= kappa ^ 2) by apply pow2_ge_0. lra. Qed.

Lemma weighted_continuous g : tame g -> forall t, continuous (weighted g) t.
Proof.
  intros H t. unfold weighted. apply (continuous_mult (K := R_AbsRing)).
  - apply (continuous_mult (K := R_AbsRing)).
    + apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)). auto_derive. exact I.
    + apply (continuous_comp cos g); [apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)); auto_derive; exact I|]. apply H. assert (B := COS_bound t). lra.
  - apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)). auto_derive. exact I.
Qed.

Lemma weighted_ex g a b : tame g -> ex_RInt (weighted g) a b.
Proof. intros H. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros t _. apply weighted_continuous, H. Qed.

Lemma axis_is_RInt g : tame g -> is_RInt (weighted g) 0 PI (total * axis_mean g).
Proof.
  intros H. assert (T := total_pos). unfold axis_mean. assert (E : forall x : R, total * (x / total) = x) by (intros; field; lra).
  rewrite E. apply (RInt_correct (V := R_CompleteNormedModule)), weighted_ex, H.
Qed.

Lemma axis_mean_of g l : is_RInt (weighted g) 0 PI (total * l) -> axis_mean g = l.
Proof. intros H. assert (T := total_pos). unfold axis_mean. rewrite (is_RInt_unique _ _ _ _ H). field. lra. Qed.

Lemma axis_mean_ext f g : (forall u, -1 <= u <= 1 -> f u = g u) -> axis_mean f = axis_mean g.
Proof. intros H. unfold axis_mean. f_equal. apply RInt_ext. intros t _. unfold weighted. rewrite H; [reflexivity|]. assert (B := COS_bound t). lra. Qed.

Lemma axis_mean_le f g : tame f -> tame g -> (forall u, -1 <= u <= 1 -> f u <= g u) -> axis_mean f <= axis_mean g.
Proof.
  intros Hf Hg H. apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, total_pos|]. apply RInt_le; [apply Rlt_le, PI_RGT_0|apply weighted_ex, Hf|apply weighted_ex, Hg|].
  intros t Ht. assert (B := COS_bound t). unfold weighted. apply Rmult_le_compat_r; [apply Rlt_le, exp_pos|].
  apply Rmult_le_compat_l; [apply pow_le, Rlt_le, sin_gt_0; lra|]. apply H. lra.
Qed.

Lemma tame_linear f g a b : tame f -> tame g -> tame (fun u => a * f u + b * g u).
Proof.
  intros Hf Hg u Hu. apply (continuous_plus (V := R_NormedModule)); apply (continuous_mult (K := R_AbsRing)); try apply continuous_const; [apply Hf|apply Hg]; exact Hu.
Qed.

Theorem axis_mean_linear f g a b : tame f -> tame g -> axis_mean (fun u => a * f u + b * g u) = a * axis_mean f + b * axis_mean g.
Proof.
  intros Hf Hg. apply axis_mean_of. assert (F := axis_is_RInt f Hf). assert (G := axis_is_RInt g Hg).
  replace (total * (a * axis_mean f + b * axis_mean g)) with (plus (scal a (total * axis_mean f)) (scal b (total * axis_mean g))) by (unfold plus, scal; simpl; unfold mult; simpl; ring).
  eapply is_RInt_ext; [|exact (is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ (is_RInt_scal (V := R_NormedModule) _ _ _ a _ F) (is_RInt_scal (V := R_NormedModule) _ _ _ b _ G))].
  intros t _. unfold weighted, plus, scal; simpl; unfold mult; simpl. ring.
Qed.

(** ** Moments *)
Lemma whole j : is_RInt (fun t => sin t ^ j * exp (kappa * cos t)) 0 PI (J 0 j * hyper0F1 (INR j / 2 + 1) (kappa ^ 2 / 4)).
Proof.
  assert (A := angle j 1 0 kappa 0 (Rle_refl 0)). cbv beta in A. rewrite exp_0 in A. rewrite !S_INR, Rplus_0_r in A.
  replace ((INR j + 1 + 1) / 2) with (INR j / 2 + 1) in A by field.
  replace (J 0 j * hyper0F1 (INR j / 2 + 1) (kappa ^ 2 / 4)) with (1 * 1 * (J 0 j * hyper0F1 (INR j / 2 + 1) (kappa ^ 2 / 4))) by ring.
  eapply is_RInt_ext; [|exact A]. intros t _. real_numbers. cbv beta. rewrite Rmult_0_r, Generating.hyper_0, Rplus_0_l, (Rmult_comm kappa). ring.
Qed.

Let R0 := over_sq (INR k / 2) (kappa ^ 2).

(** Two dimensions more: the integral with sin^(k + 2). *)
Lemma raised : J 0 (S (S k)) * hyper0F1 (INR (S (S k)) / 2 + 1) (kappa ^ 2 / 4) = total * ((INR k + 1) * R0).
Proof.
  assert (K := pos_INR k). assert (Q : 0 <= kappa ^ 2 / 4) by (assert (0 <= kappa ^ 2) by apply pow2_ge_0; lra). assert (P := hyper_pos (INR k / 2 + 1) _ ltac:(lra) Q).
  assert (R := J_raise k). rewrite !S_INR in *. unfold total, R0, over_sq. replace ((INR k + 1 + 1) / 2 + 1) with (INR k / 2 + 2) by field.
  replace (J 0 (S (S k))) with ((INR k + 1) / (INR k + 2) * J 0 k) by (apply (Rmult_eq_reg_l (INR k + 1 + 1)); [rewrite R; field; lra|lra]). field. lra.
Qed.

Lemma tame_polynomial a b c : tame (fun u => a + b * u + c * u ^ 2).
Proof. apply tame_derive. intros u _. auto_derive. exact I. Qed.

Lemma mean_one : axis_mean (fun _ => 1) = 1.
Proof. apply axis_mean_of. rewrite Rmult_1_r. eapply is_RInt_ext; [|exact (whole k)]. intros t _. unfold weighted. real_numbers. ring. Qed.

Lemma mean_across : axis_mean (fun u => 1 - u ^ 2) = (INR k + 1) * R0.
Proof.
  apply axis_mean_of. rewrite <- raised. eapply is_RInt_ext; [|exact (whole (S (S k)))]. intros t _. unfold weighted. assert (T := sin2_cos2 t). unfold Rsqr in T.
  replace (1 - cos t ^ 2) with (sin t * sin t) by (simpl; lra). real_numbers. simpl. ring.
Qed.

(** By parts: (k + 1) sin^k cos e^{kappa cos} - kappa sin^(k + 2) e^{kappa cos} is a derivative. *)
Lemma mean_along : axis_mean (fun u => u) = kappa * R0.
Proof.
  assert (K := pos_INR k). assert (H : tame (fun u => u)) by (apply tame_derive; intros; auto_derive; exact I). assert (W := whole (S (S k))). rewrite raised in W. assert (A := axis_is_RInt _ H).
  assert (Z : RInt (fun t => (INR k + 1) * (sin t ^ k * cos t * exp (kappa * cos t)) - kappa * (sin t ^ S (S k) * exp (kappa * cos t))) 0 PI = 0).
  { apply (integral_0 (fun t => sin t ^ S k * exp (kappa * cos t))).
    - intros t. auto_derive; [exact I|]. change (match k with 0%nat => 1 | S _ => INR k + 1 end) with (INR (S k)). rewrite S_INR. simpl. ring.
    - intros t. auto_derive. exact I.
    - rewrite sin_0, sin_PI. simpl. ring. }
  assert (S : is_RInt (fun t => (INR k + 1) * (sin t ^ k * cos t * exp (kappa * cos t)) - kappa * (sin t ^ S (S k) * exp (kappa * cos t))) 0 PI
    ((INR k + 1) * (total * axis_mean (fun u => u)) - kappa * (total * ((INR k + 1) * R0)))).
  { exact (is_RInt_minus (V := R_NormedModule) _ _ _ _ _ _ (is_RInt_scal (V := R_NormedModule) _ _ _ (INR k + 1) _ A) (is_RInt_scal (V := R_NormedModule) _ _ _ kappa _ W)). }
  rewrite (is_RInt_unique _ _ _ _ S) in Z. assert (T := total_pos). apply (Rmult_eq_reg_l ((INR k + 1) * total)); [|assert (0 < (INR k + 1) * total) by (apply Rmult_lt_0_compat; lra); lra]. lra.
Qed.

Theorem mean_polynomial a b c : axis_mean (fun u => a + b * u + c * u ^ 2) = a + b * (kappa * R0) + c * (1 - (INR k + 1) * R0).
Proof.
  assert (T1 : tame (fun _ => 1)) by (apply tame_derive; intros; auto_derive; exact I). assert (Tu : tame (fun u => u)) by (apply tame_derive; intros; auto_derive; exact I).
  assert (Tc : tame (fun u => 1 - u ^ 2)) by (apply tame_derive; intros; auto_derive; exact I).
  rewrite (axis_mean_ext _ (fun u => 1 * ((a + c) * 1 + b * u) + - c * (1 - u ^ 2))) by (intros; ring).
  rewrite (axis_mean_linear (fun u => (a + c) * 1 + b * u)) by (try apply (tame_linear (fun _ => 1) (fun u => u)); assumption).
  rewrite (axis_mean_linear (fun _ => 1) (fun u => u)), mean_one, mean_along, mean_across by assumption. ring.
Qed.

Corollary mean_below g a b c : tame g -> (forall u, -1 <= u <= 1 -> g u <= a + b * u + c * u ^ 2) -> axis_mean g <= a + b * (kappa * R0) + c * (1 - (INR k + 1) * R0).
Proof. intros T H. rewrite <- mean_polynomial. apply axis_mean_le; [exact T|apply tame_polynomial|exact H]. Qed.

Corollary mean_above g a b c : tame g -> (forall u, -1 <= u <= 1 -> a + b * u + c * u ^ 2 <= g u) -> a + b * (kappa * R0) + c * (1 - (INR k + 1) * R0) <= axis_mean g.
Proof. intros T H. rewrite <- mean_polynomial. apply axis_mean_le; [apply tame_polynomial|exact T|exact H]. Qed.

(** ** Odd functions *)
Hypothesis kappa_pos : 0 < kappa.

Lemma folded g : tame g -> (forall u, -1 <= u <= 1 -> g (- u) = - g u) ->
  is_RInt (fun t => sin t ^ k * g (cos t) * (exp (kappa * cos t) - exp (- (kappa * cos t)))) 0 (PI / 2) (total * axis_mean g).
Proof.
  intros T O. assert (A := RInt_correct (V := R_CompleteNormedModule) _ _ _ (weighted_ex g 0 (PI / 2) T)). assert (B := RInt_correct (V := R_CompleteNormedModule) _ _ _ (weighted_ex g (PI / 2) PI T)).
  set (p := RInt (weighted g) 0 (PI / 2)) in *. set (q := RInt (weighted g) (PI / 2) PI) in *.
  assert (E : total * axis_mean g = p + q).
  { rewrite <- (is_RInt_unique _ _ _ _ (axis_is_RInt g T)). exact (is_RInt_unique _ _ _ _ (is_RInt_Chasles (V := R_NormedModule) _ _ _ _ _ _ A B)). }
  rewrite E. assert (M : is_RInt (fun t => weighted g (PI - t)) 0 (PI / 2) q).
  { assert (F : is_RInt (weighted g) (-1 * (PI / 2) + PI) (-1 * 0 + PI) q) by (replace (-1 * (PI / 2) + PI) with (PI / 2) by field; replace (-1 * 0 + PI) with PI by ring; exact B).
    apply (is_RInt_comp_lin (V := R_NormedModule)) in F. apply is_RInt_swap in F. apply (is_RInt_opp (V := R_NormedModule)) in F.
    eapply is_RInt_ext; [|exact (eq_ind _ (is_RInt _ 0 (PI / 2)) F q ltac:(unfold opp; simpl; ring))].
    intros t _. unfold opp, scal; simpl; unfold mult; simpl. replace (-1 * t + PI) with (PI - t) by ring. ring. }
  eapply is_RInt_ext; [|exact (is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ A M)]. intros t _. unfold weighted, plus; simpl.
  rewrite sin_PI_x. replace (cos (PI - t)) with (- cos t) by (rewrite Rtrigo_facts.cos_pi_minus; reflexivity). rewrite O by (assert (C := COS_bound t); lra).
  replace (kappa * - cos t) with (- (kappa * cos t)) by ring. ring.
Qed.

Lemma odd_factor t : 0 < t < PI / 2 -> 0 < sin t ^ k /\ 0 < cos t < 1 /\ 0 < exp (kappa * cos t) - exp (- (kappa * cos t)).
Proof.
  intros Ht. assert (P := PI_RGT_0). assert (C : 0 < cos t) by (apply cos_gt_0; lra). assert (S : 0 < sin t) by (apply sin_gt_0; lra).
  split; [apply pow_lt, S|]. split; [split; [exact C|]|].
  - rewrite <- cos_0. apply cos_decreasing_1; lra.
  - assert (X : 0 < kappa * cos t) by (apply Rmult_lt_0_compat; assumption). assert (Y := exp_increasing (- (kappa * cos t)) (kappa * cos t) ltac:(lra)). lra.
Qed.

Theorem odd_nonneg g : tame g -> (forall u, -1 <= u <= 1 -> g (- u) = - g u) -> (forall u, 0 < u < 1 -> 0 <= g u) -> 0 <= axis_mean g.
Proof.
  intros T O P. assert (F := folded g T O). assert (Q := total_pos). assert (L := PI_RGT_0).
  assert (N : 0 <= total * axis_mean g).
  { apply (is_RInt_ge_0 _ 0 (PI / 2)) in F; [exact F|lra|]. intros t Ht. destruct (odd_factor t Ht) as (A & B & C).
    apply Rmult_le_pos; [apply Rmult_le_pos; [lra|apply P, B]|lra]. }
  apply (Rmult_le_reg_l total); [exact Q|]. lra.
Qed.

Theorem odd_positive g : tame g -> (forall u, -1 <= u <= 1 -> g (- u) = - g u) -> (forall u, 0 < u < 1 -> 0 < g u) -> 0 < axis_mean g.
Proof.
  intros T O P. assert (F := folded g T O). assert (Q := total_pos). assert (L := PI_RGT_0).
  assert (N : 0 < total * axis_mean g).
  { rewrite <- (is_RInt_unique _ _ _ _ F). apply RInt_gt_0; [lra| |].
    - intros t Ht. destruct (odd_factor t Ht) as (A & B & C). apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; [lra|apply P, B]|lra].
    - intros t _. apply (continuous_ext (fun t => minus (weighted g t) (sin t ^ k * g (cos t) * exp (- (kappa * cos t))))); [intros; unfold weighted, minus, plus, opp; simpl; ring|].
      apply (continuous_minus (V := R_NormedModule)); [apply weighted_continuous, T|]. apply (continuous_ext (fun t => weighted g t * exp (- (2 * kappa * cos t)))).
      + intros x. unfold weighted. rewrite !Rmult_assoc, <- exp_plus. do 3 f_equal. ring.
      + apply (continuous_mult (K := R_AbsRing)); [apply weighted_continuous, T|]. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)). auto_derive. exact I. }
  apply (Rmult_lt_reg_l total); [exact Q|]. lra.
Qed.
End Axis.
