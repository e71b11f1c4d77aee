(** * The von Mises-Fisher law: normaliser, mean, second moments, divergence and entropy, from integrals over the sphere *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions Bessel.Square.
From Modgap Require Import Sphere.Moments Sphere.Integral Sphere.Exponential Sphere.Area Sphere.Mean.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Cone Ledger.InfoNCE Ledger.Alignment Ledger.Integrals.
Open Scope R_scope.

(** ** The normaliser *)
(** Positive numbers and their powers, by their logarithms. *)
Lemma Rpower_split a b x : 0 < a -> 0 < b -> Rpower (a * b) x = Rpower a x * Rpower b x.
Proof. intros Ha Hb. symmetry. apply Rpower_mult_distr; assumption. Qed.

Lemma area_Gamma h : (1 <= h)%nat -> area h = 2 * Rpower PI (1 / 2 * INR h) * / Gamma (1 / 2 * INR h).
Proof. intros H. rewrite area_value by exact H. replace (1 / 2 * INR h) with (INR h / 2) by field. reflexivity. Qed.

(** 2 pi^(h/2)/Gamma(h/2) M_h(z) = (2 pi)^(h/2) z^(1 - h/2) I_{h/2-1}(z) *)
Lemma area_mgf h z : (2 <= h)%nat -> 0 < z ->
  area h * SphereMGF (INR h) z = Rpower (2 * PI) (1 / 2 * INR h) * Rpower z (1 + -1 / 2 * INR h) * besseli (-1 + 1 / 2 * INR h) z.
Proof.
  intros H Hz. assert (P := PI_RGT_0). assert (N := le_INR 2 h H). simpl in N. rewrite area_Gamma by lia. unfold SphereMGF. set (b := 1 / 2 * INR h).
  rewrite (besseli_hyper (-1 + b) z) by (unfold b; lra). replace (-1 + b + 1) with b by ring. replace (1 / 4 * z ^ 2) with (z ^ 2 / 4) by field.
  replace (1 + -1 / 2 * INR h) with (- (-1 + b)) by (unfold b; field). unfold Rdiv. rewrite (Rpower_split z (/ 2)), (Rpower_split 2 PI) by lra.
  rewrite Rpower_Ropp. replace (Rpower (/ 2) (-1 + b)) with (2 * / Rpower 2 b).
  - unfold Gamma. rewrite Rinv_inv. assert (Q := Rpower_pos z (-1 + b)). assert (R := Rpower_pos 2 b). field. lra.
  - rewrite Rpower_plus. unfold Rpower at 2 3. rewrite ln_Rinv by lra. replace (-1 * - ln 2) with (ln 2) by ring. rewrite exp_ln by lra.
    replace (b * - ln 2) with (- (b * ln 2)) by ring. rewrite exp_Ropp. reflexivity.
Qed.

Lemma tilt_length h kappa c : dot h c c = 1 -> 0 < kappa -> sqrt (dot h (vscal kappa c) (vscal kappa c)) = kappa.
Proof. intros Hc Hk. replace (dot h (vscal kappa c) (vscal kappa c)) with (kappa ^ 2) by equal. apply sqrt_pow2. lra. Qed.

Lemma sphere_not_0 h v : (2 <= h)%nat -> 0 < sphere_integral h (fun u => exp (dot h v u)).
Proof.
  intros H. rewrite sphere_value by exact H. apply le_INR in H as N. simpl in N. apply Rmult_lt_0_compat; [apply area_pos; lia|apply SphereMGF_positive; lra].
Qed.

Theorem sphere_exponential_integral_everywhere_holds : sphere_exponential_integral_everywhere.
Proof.
  unfold sphere_exponential_integral_everywhere; intros h v Hh H2. assert (h2 := nat_above h H2). assert (P := PI_RGT_0).
  statement; try (apply sphere_ex; exact h2); try lra.
  - apply Rgt_not_eq, Gamma_pos. lra.
  - rewrite sphere_value, area_Gamma by lia. reflexivity.
Qed.

Theorem sphere_exponential_integral_holds : sphere_exponential_integral.
Proof.
  unfold sphere_exponential_integral; intros h v Hh H2 Hv. assert (h2 := nat_above h H2). assert (P := PI_RGT_0).
  statement; try (apply sphere_ex; exact h2); try lra. rewrite sphere_value by exact h2. apply area_mgf; [exact h2|lra].
Qed.

Theorem vmf_normaliser_holds : vmf_normaliser.
Proof.
  unfold vmf_normaliser; intros h kappa c Hh Hk Hc H2. assert (h2 := nat_above h H2). assert (P := PI_RGT_0).
  statement; try (apply sphere_ex; exact h2); try lra. rewrite sphere_value, tilt_length, area_mgf by assumption. ring.
Qed.

(** ** The generating function *)
Lemma scaled_bessel h z : (2 <= h)%nat -> 0 < z ->
  0 < Rpower z (1 + -1 / 2 * INR h) * besseli (-1 + 1 / 2 * INR h) z
  /\ LogScaledBessel (-1 + 1 / 2 * INR h) z = ln (area h * SphereMGF (INR h) z) - ln (Rpower (2 * PI) (1 / 2 * INR h)).
Proof.
  intros H Hz. apply le_INR in H as N. simpl in N. assert (B := besseli_pos (-1 + 1 / 2 * INR h) z ltac:(lra)).
  assert (Q := Rpower_pos z (1 + -1 / 2 * INR h)). assert (X : 0 < Rpower z (1 + -1 / 2 * INR h) * besseli (-1 + 1 / 2 * INR h) z) by (apply Rmult_lt_0_compat; lra).
  split; [exact X|]. rewrite (area_mgf h z H Hz), Rmult_assoc, (ln_mult _ _ (Rpower_pos _ _) X). unfold LogScaledBessel.
  replace (-1 * (-1 + 1 / 2 * INR h)) with (1 + -1 / 2 * INR h) by field. ring.
Qed.

Theorem vmf_mgf_holds : vmf_mgf.
Proof.
  unfold vmf_mgf; intros h kappa c t Hh Hk Hc H2 Ht. assert (h2 := nat_above h H2). assert (A := area_pos h ltac:(lia)).
  set (r := sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c)))) in *.
  destruct (scaled_bessel h kappa h2 Hk) as [K1 K2], (scaled_bessel h r h2 Ht) as [R1 R2].
  statement; try (apply sphere_ex; exact h2); try assumption; try (apply Rgt_not_eq, sphere_not_0; exact h2).
  rewrite !sphere_value, tilt_length by assumption. fold r. rewrite K2, R2. assert (M := SphereMGF_positive (INR h) kappa ltac:(lra)). assert (N := SphereMGF_positive (INR h) r ltac:(lra)).
  rewrite !ln_mult by assumption. match goal with |- _ = exp ?e => replace e with (ln (SphereMGF (INR h) r) - ln (SphereMGF (INR h) kappa)) by ring end.
  rewrite <- ln_div, exp_ln by (assumption || apply Rdiv_lt_0_compat; assumption). field. lra.
Qed.

(** ** Moments *)
Section Moments.
Variables (h : nat) (kappa : R) (c e : vector).
Hypothesis h2 : (2 <= h)%nat.
Hypothesis kappa_pos : 0 < kappa.
Hypothesis c_unit : dot h c c = 1.
Let v := vscal kappa c.
Let nu := -1 + 1 / 2 * INR h.

Let two : 2 <= INR h. Proof. apply (le_INR 2) in h2. exact h2. Qed.

Lemma tilt : dot h v v / 4 = kappa ^ 2 / 4.
Proof. unfold v. inner. field. Qed.

Lemma F_0_value : F h 0 v = SphereMGF (INR h) kappa.
Proof. unfold F, SphereMGF. rewrite tilt. f_equal; field. Qed.

Lemma F_1_value : F h 1 v = INR h / kappa * IvRatio nu kappa * SphereMGF (INR h) kappa.
Proof.
  assert (T := two). rewrite IvRatio_ratio by (unfold nu; lra). assert (M := SphereMGF_positive (INR h) kappa ltac:(lra)). unfold ratio, F, SphereMGF in *. rewrite tilt.
  replace (nu + 2) with (INR h / 2 + 1) by (unfold nu; field). replace (nu + 1) with (1 / 2 * INR h) by (unfold nu; field).
  replace (1 / 4 * kappa ^ 2) with (kappa ^ 2 / 4) in * by field. replace (2 * nu + 2) with (INR h) by (unfold nu; field). field. lra.
Qed.

Lemma F_2_value : F h 2 v = INR h * (INR h + 2) / kappa ^ 2 * (F h 0 v - F h 1 v).
Proof.
  assert (T := two). unfold F. rewrite tilt, Rplus_0_r. rewrite (hyper_contiguous (INR h / 2)) by lra. field. lra.
Qed.

Lemma first_moment : ex_sphere_integral h (fun u => dot h e u ^ 1 * exp (dot h v u))
  /\ sphere_integral h (fun u => dot h e u ^ 1 * exp (dot h v u)) = area h * SphereMGF (INR h) kappa * (dot h c e * IvRatio nu kappa).
Proof.
  assert (T := two). destruct (sphere_mean h ltac:(lia) 0 e 0 v) as [E V].
  assert (S : forall u, exp (0 + dot h v u) * (0 + dot h e u) = dot h e u ^ 1 * exp (dot h v u)) by (intros u; rewrite !Rplus_0_l; ring). split.
  - eapply ex_sphere_integral_ext; [|exact E]. intros u _. apply S.
  - transitivity (mean h 0 e 0 v); [rewrite <- V; apply sphere_integral_ext; intros u _; symmetry; apply S|].
    unfold mean. rewrite exp_0, F_1_value. unfold v. rewrite dot_vscal_r, (dot_sym h e c). field. lra.
Qed.

Lemma second_moment : ex_sphere_integral h (fun u => dot h e u ^ 2 * exp (dot h v u))
  /\ sphere_integral h (fun u => dot h e u ^ 2 * exp (dot h v u))
    = area h * SphereMGF (INR h) kappa * (dot h c e ^ 2 * (1 + -1 * INR h * / kappa * IvRatio nu kappa) + / kappa * dot h e e * IvRatio nu kappa).
Proof.
  assert (T := two). destruct (sphere_square h ltac:(lia) 0 e 0 v) as [E V].
  assert (S : forall u, exp (0 + dot h v u) * (0 + dot h e u) * (0 + dot h e u) = dot h e u ^ 2 * exp (dot h v u)) by (intros u; rewrite !Rplus_0_l; ring). split.
  - eapply ex_sphere_integral_ext; [|exact E]. intros u _. apply S.
  - transitivity (square h 0 e 0 v); [rewrite <- V; apply sphere_integral_ext; intros u _; symmetry; apply S|].
    unfold square. rewrite exp_0, F_2_value, F_1_value, F_0_value. unfold v. rewrite dot_vscal_r, (dot_sym h e c). field. lra.
Qed.

Lemma over_normaliser x : / (area h * SphereMGF (INR h) kappa) * (area h * SphereMGF (INR h) kappa * x) = x.
Proof.
  assert (T := two). assert (A := area_pos h ltac:(lia)). assert (M := SphereMGF_positive (INR h) kappa ltac:(lra)). field. lra.
Qed.
End Moments.

(** What the four statements ask to be defined. *)
Ltac law h2 := statement; try (apply sphere_ex; exact h2); try (apply Rgt_not_eq, sphere_not_0; exact h2); try (apply sphere_not_0; exact h2);
  try (apply besseli_neq; lra); try assumption; try lra.

Theorem vmf_mean_holds : vmf_mean.
Proof.
  unfold vmf_mean; intros h kappa c e Hh Hk Hc H2. assert (h2 := nat_above h H2). destruct (first_moment h kappa c e h2 Hk Hc) as [E V].
  law h2. rewrite V, sphere_value, tilt_length by assumption. apply over_normaliser; assumption.
Qed.

Theorem vmf_second_moment_holds : vmf_second_moment.
Proof.
  unfold vmf_second_moment; intros h kappa c e Hh Hk Hc H2. assert (h2 := nat_above h H2). destruct (second_moment h kappa c e h2 Hk Hc) as [E V].
  law h2. rewrite V, sphere_value, tilt_length by assumption. apply over_normaliser; assumption.
Qed.

Theorem vmf_kl_holds : vmf_kl.
Proof.
  unfold vmf_kl; intros h kappa c d Hh Hk Hc Hd H2. assert (h2 := nat_above h H2). destruct (first_moment h kappa c (vscal kappa (vadd c (vscal (-1) d))) h2 Hk Hc) as [E V].
  law h2. rewrite V, sphere_value, tilt_length by assumption. rewrite over_normaliser by assumption. inner. ring.
Qed.

Theorem vmf_entropy_holds : vmf_entropy.
Proof.
  unfold vmf_entropy; intros h kappa c Hh Hk Hc H2. assert (h2 := nat_above h H2). destruct (first_moment h kappa c c h2 Hk Hc) as [E V]. assert (P := PI_RGT_0).
  assert (N := area_mgf h kappa h2 Hk). assert (B := besseli_pos (-1 + 1 / 2 * INR h) kappa ltac:(lra)).
  law h2.
  - apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; apply Rpower_pos|exact B].
  - rewrite V, sphere_value, tilt_length, over_normaliser, Hc, N by assumption.
    rewrite (Rmult_comm (Rpower kappa _)). ring.
Qed.

(** ** The generating function of a coordinate *)
Lemma power_of_sine k theta : 0 < sin theta -> Rpower (sin theta) (-2 + (INR k + 2)) = sin theta ^ k.
Proof. intros H. replace (-2 + (INR k + 2)) with (INR k) by ring. apply Rpower_pow, H. Qed.

Lemma coordinate k z : is_RInt (fun theta => Rpower (sin theta) (-2 + (INR k + 2)) * exp (z * cos theta)) 0 PI (J 0 k * SphereMGF (INR k + 2) z).
Proof.
  assert (A := angle k 1 0 z 0 (Rle_refl 0)). cbv beta in A. rewrite exp_0 in A.
  replace (J 0 k * SphereMGF (INR k + 2) z) with (1 * 1 * (J 0 k * hyper0F1 (INR (S (S k)) / 2) (z ^ 2 / 4 + 0))).
  - eapply is_RInt_ext; [|exact A]. intros theta Ht. rewrite Rmin_left, Rmax_right in Ht by apply Rlt_le, PI_RGT_0.
    real_numbers. cbv beta. rewrite Rmult_0_r, Generating.hyper_0, power_of_sine by (apply sin_gt_0; lra). rewrite Rplus_0_l, (Rmult_comm z). ring.
  - unfold SphereMGF. rewrite !S_INR, Rplus_0_r. replace ((INR k + 1 + 1) / 2) with (1 / 2 * (INR k + 2)) by field. replace (1 / 4 * z ^ 2) with (z ^ 2 / 4) by field. ring.
Qed.

Theorem sphere_mgf_holds : sphere_mgf.
Proof.
  unfold sphere_mgf; intros h z Hh Hz H2. assert (h2 := nat_above h H2). assert (P := PI_RGT_0).
  destruct h as [|[|k]]; [lia|lia|]. assert (K := pos_INR k). replace (INR (S (S k))) with (INR k + 2) in * by (rewrite !S_INR; ring). assert (I := coordinate k z).
  statement; try lra.
  - apply Rgt_not_eq, Gamma_pos. lra.
  - intros theta Ht. rewrite Rmin_left, Rmax_right in Ht by lra. apply sin_gt_0; lra.
  - eexists; exact I.
  - apply Rmult_lt_0_compat; [lra|apply Rinv_0_lt_compat; lra].
  - rewrite (is_RInt_unique _ _ _ _ I). assert (G := J_Gamma k). assert (G1 := Gamma_pos ((INR k + 1) / 2) ltac:(lra)). assert (S := sqrt_lt_R0 PI P).
    replace (1 / 2 * (INR k + 2)) with ((INR k + 2) / 2) by field. replace (-1 / 2 + (INR k + 2) / 2) with ((INR k + 1) / 2) by field.
    transitivity (/ sqrt PI * / Gamma ((INR k + 1) / 2) * SphereMGF (INR k + 2) z * (J 0 k * Gamma ((INR k + 2) / 2))); [ring|]. rewrite G. field. lra.
  - destruct (sphere_mgf_bessel_holds (-1 + 1 / 2 * (INR k + 2)) z Hz ltac:(lra)) as (_ & _ & _ & _ & B).
    replace (1 + (-1 + 1 / 2 * (INR k + 2))) with (1 / 2 * (INR k + 2)) in B by field. replace (2 + 2 * (-1 + 1 / 2 * (INR k + 2))) with (INR k + 2) in B by field. exact B.
Qed.
