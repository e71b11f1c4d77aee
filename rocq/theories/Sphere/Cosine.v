(** * Means of a coordinate that is not the axis

    A point x of the sphere of R^(k + 2) under the density e^{kappa c.x}, and its coordinate u = e.x for a unit vector e with
    cosine w to c: its density is (1 - u^2)^((k - 1)/2) M_{k+1}(kappa sqrt((1 - w^2)(1 - u^2))) e^{w kappa u}. The mean of a
    concave function of it is at least that under the mixture of the laws for w = 1 and w = -1 with the same mean: the two
    densities cross exactly twice, once on either side of 0. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Square Sphere.Moments Sphere.Exponential Sphere.Mean Sphere.Axis.
From Modgap Require Bessel.Generating.
Open Scope R_scope.

(** ** The mirror *)
Lemma total_even k kappa : total k (- kappa) = total k kappa.
Proof. unfold total. do 2 f_equal. field. Qed.

Lemma mirror_RInt (F : R -> R) l : is_RInt F 0 PI l -> is_RInt (fun t => F (PI - t)) 0 PI l.
Proof.
  intros H. assert (F2 : is_RInt F (-1 * PI + PI) (-1 * 0 + PI) l) by (replace (-1 * PI + PI) with 0 by ring; replace (-1 * 0 + PI) with PI by ring; exact H).
  apply (is_RInt_comp_lin (V := R_NormedModule)) in F2. apply is_RInt_swap in F2. apply (is_RInt_opp (V := R_NormedModule)) in F2.
  eapply is_RInt_ext; [|exact (eq_ind _ (is_RInt _ 0 PI) F2 l ltac:(unfold opp; simpl; ring))].
  intros t _. unfold opp, scal; simpl; unfold mult; simpl. replace (-1 * t + PI) with (PI - t) by ring. ring.
Qed.

Lemma tame_mirror g : tame g -> tame (fun u => g (- u)).
Proof.
  intros T u Hu. apply (continuous_comp (fun u => - u) g); [|apply T; lra]. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)). auto_derive. exact I.
Qed.

Lemma axis_mean_mirror k kappa g : tame g -> axis_mean k kappa (fun u => g (- u)) = axis_mean k (- kappa) g.
Proof.
  intros T. apply axis_mean_of. rewrite <- (total_even k kappa). eapply is_RInt_ext; [|exact (mirror_RInt _ _ (axis_is_RInt k (- kappa) g T))].
  intros t _. unfold weighted. rewrite sin_PI_x. replace (cos (PI - t)) with (- cos t) by (rewrite Rtrigo_facts.cos_pi_minus; reflexivity).
  replace (- kappa * - cos t) with (kappa * cos t) by ring. reflexivity.
Qed.

Lemma tame_mult f g : tame f -> tame g -> tame (fun u => f u * g u).
Proof. intros Hf Hg u Hu. apply (continuous_mult (K := R_AbsRing)); [apply Hf|apply Hg]; exact Hu. Qed.

Section Cosine.
Variables (k : nat) (kappa w : R).
Hypothesis kappa_pos : 0 < kappa.
Hypothesis w_range : -1 <= w <= 1.
Let b := INR (S k) / 2.
Let q := kappa ^ 2 * (1 - w ^ 2) / 4.

Definition across (u : R) : R := hyper0F1 b ((1 - u ^ 2) * q).
Definition cosine_mean (g : R -> R) : R := axis_mean k (w * kappa) (fun u => g u * across u) * (total k (w * kappa) / total k kappa).

Lemma b_pos : 0 < b.
Proof. assert (K := lt_0_INR (S k) ltac:(lia)). unfold b. lra. Qed.

Lemma q_nonneg : 0 <= q.
Proof. assert (0 <= kappa ^ 2) by apply pow2_ge_0. assert (0 <= kappa ^ 2 * (1 - w ^ 2)) by (apply Rmult_le_pos; nra). unfold q. lra. Qed.

Lemma across_derive u : ex_derive across u.
Proof. apply (ex_derive_comp (hyper0F1 b) (fun u => (1 - u ^ 2) * q)); [eexists; apply hyper_derive, b_pos|auto_derive; exact I]. Qed.

Lemma across_tame : tame across.
Proof. apply tame_derive. intros u _. apply across_derive. Qed.

Lemma cosine_is_RInt g : tame g -> is_RInt (weighted k (w * kappa) (fun u => g u * across u)) 0 PI (total k kappa * cosine_mean g).
Proof.
  intros T. assert (P := total_pos k kappa). unfold cosine_mean. replace (total k kappa * (axis_mean k (w * kappa) (fun u => g u * across u) * (total k (w * kappa) / total k kappa)))
    with (total k (w * kappa) * axis_mean k (w * kappa) (fun u => g u * across u)) by (field; lra).
  apply axis_is_RInt, tame_mult; [exact T|apply across_tame].
Qed.

Lemma cosine_mean_of g l : is_RInt (weighted k (w * kappa) (fun u => g u * across u)) 0 PI (total k kappa * l) -> cosine_mean g = l.
Proof.
  intros H. assert (P := total_pos k kappa). assert (Q := total_pos k (w * kappa)). unfold cosine_mean, axis_mean. rewrite (is_RInt_unique _ _ _ _ H). field. lra.
Qed.

(** ** Its mass and its mean *)
Lemma generating s : is_RInt (weighted k (w * kappa) (fun u => exp (s * u) * across u)) 0 PI (J 0 k * hyper0F1 (INR k / 2 + 1) ((w * kappa + s) ^ 2 / 4 + q)).
Proof.
  assert (A := angle k 1 0 (w * kappa + s) q q_nonneg). cbv beta in A. rewrite exp_0, !Rmult_1_l in A. rewrite (S_INR (S k)), (S_INR k) in A.
  replace ((INR k + 1 + 1) / 2) with (INR k / 2 + 1) in A by field. eapply is_RInt_ext; [|exact A]. intros t _. real_numbers. cbv beta. unfold weighted, across, b.
  assert (E := sin2_cos2 t). unfold Rsqr in E. replace (1 - cos t ^ 2) with (sin t ^ 2) by (simpl; lra). rewrite S_INR.
  replace (1 * exp (0 + cos t * (w * kappa + s))) with (exp (s * cos t) * exp (w * kappa * cos t)) by (rewrite <- exp_plus, Rmult_1_l; f_equal; ring). ring.
Qed.

Lemma same_argument : (w * kappa + 0) ^ 2 / 4 + q = kappa ^ 2 / 4.
Proof. unfold q. field. Qed.

Lemma cosine_mean_one : cosine_mean (fun _ => 1) = 1.
Proof.
  apply cosine_mean_of. assert (G := generating 0). rewrite same_argument in G. fold (total k kappa) in G. rewrite Rmult_1_r. eapply is_RInt_ext; [|exact G].
  intros t _. unfold weighted. rewrite Rmult_0_l, exp_0. reflexivity.
Qed.

Lemma id_tame : tame (fun u => u).
Proof. apply tame_derive. intros u _. auto_derive. exact I. Qed.

Lemma cosine_mean_id : cosine_mean (fun u => u) = w * (kappa * over_sq (INR k / 2) (kappa ^ 2)).
Proof.
  assert (K := pos_INR k). assert (P := total_pos k kappa). apply (Rmult_eq_reg_l (total k kappa)); [|lra].
  apply (slope_of_support (fun s => J 0 k * hyper0F1 (INR k / 2 + 1) ((w * kappa + s) ^ 2 / 4 + q))).
  - intros s. apply Rle_ge. assert (M := cosine_is_RInt _ id_tame). assert (Z := generating 0).
    assert (S := is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ Z (is_RInt_scal (V := R_NormedModule) _ _ _ s _ M)).
    refine (is_RInt_le _ _ 0 PI _ _ (Rlt_le _ _ PI_RGT_0) S (generating s) _). intros t Ht. unfold weighted, plus, scal; simpl; unfold mult; simpl. rewrite Rmult_0_l, exp_0.
    assert (X := exp_ineq1_le (s * cos t)). assert (B := COS_bound t). assert (N : 0 <= across (cos t)) by (apply Rlt_le, hyper_pos; [apply b_pos|apply Rmult_le_pos; [nra|apply q_nonneg]]).
    assert (W : 0 <= sin t ^ k * across (cos t) * exp (w * kappa * cos t)) by (apply Rmult_le_pos; [apply Rmult_le_pos; [apply pow_le, Rlt_le, sin_gt_0; lra|exact N]|apply Rlt_le, exp_pos]).
    assert (Y := Rmult_le_compat_l _ _ _ W X). lra.
  - assert (D := hyper_derive (INR k / 2 + 1) ((w * kappa + 0) ^ 2 / 4 + q) ltac:(lra)).
    assert (E : is_derive (fun s => (w * kappa + s) ^ 2 / 4 + q) 0 (w * kappa / 2)) by (auto_derive; [exact I|field]).
    assert (C := is_derive_scal (fun s => hyper0F1 (INR k / 2 + 1) ((w * kappa + s) ^ 2 / 4 + q)) 0 (J 0 k) _ (is_derive_comp (hyper0F1 (INR k / 2 + 1)) (fun s => (w * kappa + s) ^ 2 / 4 + q) 0 _ _ D E)).
    eapply (eq_ind _ (fun l => is_derive (fun s => J 0 k * hyper0F1 (INR k / 2 + 1) ((w * kappa + s) ^ 2 / 4 + q)) 0 l)); [exact C|].
    rewrite same_argument. unfold scal; simpl; unfold mult; simpl. unfold total, over_sq. replace (INR k / 2 + 1 + 1) with (INR k / 2 + 2) by ring.
    assert (H := hyper_pos (INR k / 2 + 1) (kappa ^ 2 / 4) ltac:(lra) ltac:(assert (0 <= kappa ^ 2) by apply pow2_ge_0; lra)). simpl. field. simpl in H. lra.
Qed.

(** ** The difference of the densities *)
Definition rest (u : R) : R := (1 + w) / 2 * exp (kappa * (1 - w) * u) + (1 - w) / 2 * exp (- (kappa * (1 + w) * u)) - across u.

Lemma rest_derive u : ex_derive rest u.
Proof. unfold rest. apply (ex_derive_minus (V := R_NormedModule)); [auto_derive; exact I|apply across_derive]. Qed.

Lemma split g : tame g ->
  is_RInt (weighted k (w * kappa) (fun u => g u * rest u)) 0 PI (total k kappa * ((1 + w) / 2 * axis_mean k kappa g + (1 - w) / 2 * axis_mean k (- kappa) g - cosine_mean g)).
Proof.
  intros T. assert (A := axis_is_RInt k kappa g T). assert (B := axis_is_RInt k (- kappa) g T). rewrite total_even in B. assert (C := cosine_is_RInt g T).
  assert (S := is_RInt_minus (V := R_NormedModule) _ _ _ _ _ _ (is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ (is_RInt_scal (V := R_NormedModule) _ _ _ ((1 + w) / 2) _ A) (is_RInt_scal (V := R_NormedModule) _ _ _ ((1 - w) / 2) _ B)) C).
  replace (total k kappa * ((1 + w) / 2 * axis_mean k kappa g + (1 - w) / 2 * axis_mean k (- kappa) g - cosine_mean g))
    with (minus (plus (scal ((1 + w) / 2) (total k kappa * axis_mean k kappa g)) (scal ((1 - w) / 2) (total k kappa * axis_mean k (- kappa) g))) (total k kappa * cosine_mean g))
    by (unfold minus, plus, opp, scal; simpl; unfold mult; simpl; ring).
  eapply is_RInt_ext; [|exact S]. intros t _. unfold weighted, rest, minus, plus, opp, scal; simpl; unfold mult; simpl. set (u := cos t).
  replace (exp (kappa * u)) with (exp (kappa * (1 - w) * u) * exp (w * kappa * u)) by (rewrite <- exp_plus; f_equal; ring).
  replace (exp (- kappa * u)) with (exp (- (kappa * (1 + w) * u)) * exp (w * kappa * u)) by (rewrite <- exp_plus; f_equal; ring). ring.
Qed.

Lemma cosine_mean_linear f g x y : tame f -> tame g -> cosine_mean (fun u => x * f u + y * g u) = x * cosine_mean f + y * cosine_mean g.
Proof.
  intros Hf Hg. apply cosine_mean_of. assert (F := cosine_is_RInt f Hf). assert (G := cosine_is_RInt g Hg).
  replace (total k kappa * (x * cosine_mean f + y * cosine_mean g)) with (plus (scal x (total k kappa * cosine_mean f)) (scal y (total k kappa * cosine_mean g))) by (unfold plus, scal; simpl; unfold mult; simpl; ring).
  eapply is_RInt_ext; [|exact (is_RInt_plus (V := R_NormedModule) _ _ _ _ _ _ (is_RInt_scal (V := R_NormedModule) _ _ _ x _ F) (is_RInt_scal (V := R_NormedModule) _ _ _ y _ G))].
  intros t _. unfold weighted, plus, scal; simpl; unfold mult; simpl. ring.
Qed.

(** ** Where the densities cross *)
Hypothesis w_inside : -1 < w < 1.

Lemma q_pos : 0 < q.
Proof. assert (0 < kappa ^ 2) by (apply pow_lt, kappa_pos). assert (0 < kappa ^ 2 * (1 - w ^ 2)) by (apply Rmult_lt_0_compat; [assumption|nra]). unfold q. lra. Qed.

Lemma rest_is_derive u : is_derive rest u
  (kappa * (1 - w ^ 2) / 2 * (exp (kappa * (1 - w) * u) - exp (- (kappa * (1 + w) * u))) + 2 * u * q * (/ b * hyper0F1 (b + 1) ((1 - u ^ 2) * q))).
Proof.
  assert (E : is_derive (fun u => (1 - u ^ 2) * q) u (- (2 * u * q))) by (auto_derive; [exact I|ring]).
  assert (C := is_derive_comp (hyper0F1 b) (fun u => (1 - u ^ 2) * q) u _ _ (hyper_derive b ((1 - u ^ 2) * q) b_pos) E).
  assert (L : is_derive (fun u => (1 + w) / 2 * exp (kappa * (1 - w) * u) + (1 - w) / 2 * exp (- (kappa * (1 + w) * u))) u
    (kappa * (1 - w ^ 2) / 2 * (exp (kappa * (1 - w) * u) - exp (- (kappa * (1 + w) * u))))) by (auto_derive; [exact I|field]).
  eapply (eq_ind _ (fun l => is_derive rest u l)); [exact (is_derive_minus (V := R_NormedModule) _ _ _ _ _ L C)|].
  unfold minus, plus, opp, scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma rest_mono x y : 0 <= x <= y -> y <= 1 -> rest x <= rest y.
Proof.
  intros [Hx [Hy|<-]] H1; [|lra]. eapply (Generating.increasing_on_weak rest _ x y Hy); [intros t _; apply rest_is_derive|].
  intros t Ht. cbv beta. assert (Q := q_pos). assert (B := b_pos). assert (W : 0 < kappa * (1 - w ^ 2)) by (apply Rmult_lt_0_compat; nra).
  assert (E : exp (- (kappa * (1 + w) * t)) <= exp (kappa * (1 - w) * t)).
  { assert (0 <= kappa * t) by (apply Rmult_le_pos; lra). destruct (Req_dec (kappa * t) 0) as [Z|Z].
    - replace (- (kappa * (1 + w) * t)) with (- (kappa * t) * (1 + w)) by ring. replace (kappa * (1 - w) * t) with (kappa * t * (1 - w)) by ring. rewrite Z. right. f_equal. ring.
    - apply Rlt_le, exp_increasing. lra. }
  assert (P := hyper_pos (b + 1) ((1 - t ^ 2) * q) ltac:(lra) ltac:(apply Rmult_le_pos; nra)). assert (IB := Rinv_0_lt_compat _ B).
  apply Rle_ge, Rplus_le_le_0_compat; [apply Rmult_le_pos; lra|]. apply Rmult_le_pos; [apply Rmult_le_pos; lra|apply Rmult_le_pos; lra].
Qed.

Lemma rest_0 : rest 0 < 0.
Proof.
  assert (Q := q_pos). assert (B := b_pos). assert (S : hyper0F1 b 0 < hyper0F1 b q).
  { apply (Generating.increasing_on (hyper0F1 b) (fun x => / b * hyper0F1 (b + 1) x) 0 q Q); [intros t _; apply hyper_derive, B|].
    intros t Ht. apply Rlt_gt, Rmult_lt_0_compat; [apply Rinv_0_lt_compat, B|apply hyper_pos; lra]. }
  rewrite Generating.hyper_0 in S. unfold rest, across. rewrite !Rmult_0_r, Ropp_0, exp_0. replace ((1 - 0 ^ 2) * q) with q by ring. lra.
Qed.

Lemma rest_1 : 0 <= rest 1.
Proof.
  unfold rest, across. replace ((1 - 1 ^ 2) * q) with 0 by ring. rewrite Generating.hyper_0. assert (X := exp_ineq1_le (kappa * (1 - w) * 1)). assert (Y := exp_ineq1_le (- (kappa * (1 + w) * 1))).
  apply (Rmult_le_compat_l ((1 + w) / 2)) in X; [|lra]. apply (Rmult_le_compat_l ((1 - w) / 2)) in Y; [|lra]. lra.
Qed.

Lemma crossing : exists c, 0 < c <= 1 /\ (forall u, 0 <= u <= c -> rest u <= 0) /\ (forall u, c <= u <= 1 -> 0 <= rest u).
Proof.
  assert (C : continuity rest) by (intros u; apply derivable_continuous_pt, ex_derive_Reals_0, rest_derive). assert (Z := rest_0). assert (O := rest_1).
  destruct (IVT_cor rest 0 1 C ltac:(lra)) as (c & Hc & E); [assert (0 <= - rest 0 * rest 1) by (apply Rmult_le_pos; lra); lra|].
  assert (Hc0 : c <> 0) by (intros ->; lra). exists c. split; [lra|]. split; intros u Hu; rewrite <- E; apply rest_mono; lra.
Qed.
End Cosine.

Lemma rest_mirror k kappa w u : rest k kappa w (- u) = rest k kappa (- w) u.
Proof.
  unfold rest, across. replace ((1 - (- u) ^ 2) * (kappa ^ 2 * (1 - w ^ 2) / 4)) with ((1 - u ^ 2) * (kappa ^ 2 * (1 - (- w) ^ 2) / 4)) by field.
  replace (kappa * (1 - w) * - u) with (- (kappa * (1 + - w) * u)) by ring. replace (- (kappa * (1 + w) * - u)) with (kappa * (1 - - w) * u) by ring. unfold Rminus. rewrite Ropp_involutive. ring.
Qed.

Definition concave_on (f : R -> R) : Prop := forall x m y, -1 <= x -> x <= m <= y -> y <= 1 -> (y - m) * f x + (m - x) * f y <= (y - x) * f m.

Theorem cosine_concave k kappa w f : 0 < kappa -> -1 < w < 1 -> tame f -> concave_on f ->
  (1 + w) / 2 * axis_mean k kappa f + (1 - w) / 2 * axis_mean k (- kappa) f <= cosine_mean k kappa w f.
Proof.
  intros Hk Hw T V. destruct (crossing k kappa w Hk ltac:(lra) Hw) as (c & Hc & Cb & Ca). destruct (crossing k kappa (- w) Hk ltac:(lra) ltac:(lra)) as (d & Hd & Db & Da).
  set (s := (f c - f (- d)) / (c + d)). set (a := f c - s * c).
  set (p := fun u => 1 * (a + s * u + 0 * u ^ 2) + -1 * f u). assert (Tl := tame_polynomial a s 0). assert (Tp : tame p) by exact (tame_linear _ _ 1 (-1) Tl T).
  assert (S := split k kappa w p Tp). assert (P := total_pos k kappa).
  assert (Es : s * (c + d) = f c - f (- d)) by (unfold s; field; lra).
  assert (N : 0 <= total k kappa * ((1 + w) / 2 * axis_mean k kappa p + (1 - w) / 2 * axis_mean k (- kappa) p - cosine_mean k kappa w p)).
  { apply (is_RInt_ge_0 _ 0 PI) in S; [exact S|apply Rlt_le, PI_RGT_0|]. intros t Ht. unfold weighted. apply Rmult_le_pos; [|apply Rlt_le, exp_pos].
    apply Rmult_le_pos; [apply pow_le, Rlt_le, sin_gt_0; lra|]. assert (B := COS_bound t). set (u := cos t) in *.
    assert (E : (c + d) * p u = (c - u) * f (- d) + (u + d) * f c - (c + d) * f u) by (unfold p, a; replace (f (- d)) with (f c - s * (c + d)) by lra; ring).
    assert (R : 0 <= rest k kappa w u /\ 0 <= (c + d) * p u \/ rest k kappa w u <= 0 /\ (c + d) * p u <= 0).
    { destruct (Rle_lt_dec c u) as [U|U].
      - left. split; [apply Ca; lra|]. assert (X := V (- d) c u ltac:(lra) ltac:(lra) ltac:(lra)). lra.
      - destruct (Rle_lt_dec u (- d)) as [L|L].
        + left. split; [rewrite <- (Ropp_involutive u), rest_mirror; apply Da; lra|]. assert (X := V u (- d) c ltac:(lra) ltac:(lra) ltac:(lra)). lra.
        + right. split; [|assert (X := V (- d) u c ltac:(lra) ltac:(lra) ltac:(lra)); lra].
          destruct (Rle_lt_dec 0 u) as [O|O]; [apply Cb; lra|]. rewrite <- (Ropp_involutive u), rest_mirror. apply Db. lra. }
    apply (Rmult_le_reg_l (c + d)); [lra|]. rewrite Rmult_0_r, <- Rmult_assoc. destruct R as [[R1 R2]|[R1 R2]]; [apply Rmult_le_pos; assumption|].
    replace ((c + d) * p u * rest k kappa w u) with (- ((c + d) * p u) * - rest k kappa w u) by ring. apply Rmult_le_pos; lra. }
  assert (M : 0 <= (1 + w) / 2 * axis_mean k kappa p + (1 - w) / 2 * axis_mean k (- kappa) p - cosine_mean k kappa w p) by (apply (Rmult_le_reg_l (total k kappa)); [exact P|lra]).
  unfold p in M. rewrite !(axis_mean_linear k _ _ _ 1 (-1) Tl T), !mean_polynomial in M. rewrite (cosine_mean_linear k kappa w _ _ 1 (-1) Tl T) in M.
  assert (L : cosine_mean k kappa w (fun u => a + s * u + 0 * u ^ 2) = a + s * (w * (kappa * over_sq (INR k / 2) (kappa ^ 2)))).
  { assert (One : tame (fun _ => 1)) by (apply tame_derive; intros; auto_derive; exact I). rewrite <- (cosine_mean_id k kappa w ltac:(lra)).
    transitivity (cosine_mean k kappa w (fun u => a * 1 + s * u)); [unfold cosine_mean; f_equal; apply axis_mean_ext; intros; ring|].
    rewrite (cosine_mean_linear k kappa w _ _ a s One id_tame), cosine_mean_one by lra. ring. }
  rewrite L in M. replace ((- kappa) ^ 2) with (kappa ^ 2) in M by ring. lra.
Qed.
