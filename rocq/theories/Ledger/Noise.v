(** * Theorem 1 with noise: where uniform keys lose to keys that lean *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions Bessel.Amos Bessel.Square.
From Modgap Require Import Sphere.Moments Sphere.Exponential Sphere.Mean Sphere.Axis.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.InfoNCE Ledger.Samples Ledger.Population.
Open Scope R_scope.

(** The mean over the sphere of R^(k + 2) of a function of a coordinate, as it is printed. *)
Lemma printed_uniform k x a b : a = (INR k + 1) / 2 -> b = (INR k + 2) / 2 -> / sqrt PI * / Gamma a * (total k 0 * x) * Gamma b = x.
Proof.
  intros Ha Hb. rewrite <- (printed_mean k 0 x (INR k + 2) a b Ha Hb eq_refl) at 2. unfold SphereMGF. replace (1 / 4 * 0 ^ 2) with 0 by field. rewrite Generating.hyper_0. field.
  split; apply Rgt_not_eq; [subst a; assert (K := pos_INR k); apply Gamma_pos; lra|apply sqrt_lt_R0, PI_RGT_0].
Qed.

Lemma uniform_RInt k (X g : R -> R) : tame g -> (forall t, 0 < t < PI -> X t = g (cos t)) ->
  is_RInt (fun theta => Rpower (sin theta) (-2 + (INR k + 2)) * X theta) 0 PI (total k 0 * axis_mean k 0 g).
Proof.
  intros T E. eapply is_RInt_ext; [|exact (axis_is_RInt k 0 g T)]. intros t Ht. apply half_turn in Ht. unfold weighted. rewrite (E t Ht).
  replace (-2 + (INR k + 2)) with (INR k) by ring. rewrite Rpower_pow by (apply sin_gt_0; lra). rewrite Rmult_0_l, exp_0, Rmult_1_r. reflexivity.
Qed.

Section Leaning.
Variables epsilon A L : R.
Hypothesis epsilon_range : 0 < epsilon <= 1.
Hypothesis A_range : 0 < A < 1.

Definition leaning (u : R) : R := (1 + epsilon * u) * (ln (1 + epsilon * A * u) + L).

Lemma leaning_positive u : -1 <= u <= 1 -> 0 < 1 + epsilon * A * u.
Proof. intros Hu. assert (0 < epsilon * A < 1) by (split; nra). nra. Qed.

Lemma leaning_tame : tame leaning.
Proof. apply tame_derive. intros u Hu. unfold leaning. auto_derive. apply leaning_positive, Hu. Qed.

(** By the cubic above the logarithm; u^4 and -u^3 are at most u^2. *)
Lemma leaning_below u : -1 <= u <= 1 ->
  leaning u <= L + (epsilon * L + epsilon * A) * u + (epsilon ^ 2 * A - epsilon ^ 2 * A ^ 2 / 2 + epsilon ^ 3 * A ^ 2 / 2 + epsilon ^ 4 * A ^ 3 / 3) * u ^ 2.
Proof.
  intros Hu. assert (P := leaning_positive u Hu). destruct (log_cubic_holds (epsilon * A * u) ltac:(lra)) as [_ C].
  assert (Q : 0 <= 1 + epsilon * u) by nra. apply (Rmult_le_compat_l _ _ _ Q) in C. unfold leaning.
  assert (U : 0 <= u ^ 2) by apply pow2_ge_0. assert (U3 : - u ^ 3 <= u ^ 2) by nra. assert (U4 : u ^ 4 <= u ^ 2) by nra. assert (E3 : 0 < epsilon ^ 3) by (apply pow_lt; lra). assert (A2 : 0 < A ^ 2) by (apply pow_lt; lra).
  assert (W : 0 <= epsilon ^ 3 * A ^ 2 * (1 / 2 - A / 3)) by (apply Rmult_le_pos; [apply Rmult_le_pos|]; lra).
  assert (W2 : epsilon ^ 3 * A ^ 2 * (1 / 2 - A / 3) <= epsilon ^ 3 * A ^ 2 * (1 / 2)) by (apply Rmult_le_compat_l; [apply Rmult_le_pos|]; lra).
  assert (X := Rmult_le_compat_l _ _ _ W U3). assert (X2 := Rmult_le_compat_r _ _ _ U W2).
  assert (E4 : 0 <= epsilon ^ 4 * A ^ 3 / 3) by (apply Rmult_le_pos; [apply Rmult_le_pos; apply pow_le; lra|lra]). assert (Y := Rmult_le_compat_l _ _ _ E4 U4). lra.
Qed.

Lemma leaning_mean k : axis_mean k 0 leaning <= L + (epsilon ^ 2 * A - epsilon ^ 2 * A ^ 2 / 2 + epsilon ^ 3 * A ^ 2 / 2 + epsilon ^ 4 * A ^ 3 / 3) / (INR k + 2).
Proof.
  assert (K := pos_INR k). assert (M := mean_below k 0 leaning _ _ _ leaning_tame leaning_below). eapply Rle_trans; [exact M|]. apply Req_le.
  replace (0 ^ 2) with 0 by ring. rewrite over_sq_0 by lra. replace (2 * (INR k / 2) + 2) with (INR k + 2) by field. field. lra.
Qed.
End Leaning.

Theorem thm_1_noise_necessary_holds : thm_1_noise_necessary.
Proof.
  unfold thm_1_noise_necessary; intros h beta epsilon eta H0 Hb He Ht H2 H1 Ht1 Small. assert (PI_pos := PI_RGT_0). assert (h2 := nat_above h H2).
  destruct h as [|[|k]]; [lia|lia|]. assert (K := pos_INR k). replace (INR (S (S k))) with (INR k + 2) in * by (rewrite !S_INR; ring). set (nu := -1 + 1 / 2 * (INR k + 2)) in *.
  assert (P := ratio_positive nu ltac:(unfold nu; lra) beta Hb). assert (Q := bound_upper_one nu beta ltac:(unfold nu; lra) Hb).
  assert (RA : IvRatio nu beta = ratio nu beta) by (apply IvRatio_ratio; unfold nu; lra). rewrite !RA in *. set (A := ratio nu beta) in *. set (L := ln (SphereMGF (INR k + 2) beta)).
  assert (I : is_RInt (fun theta : R => Rpower (sin theta) (-2 + (INR k + 2)) * (1 + epsilon * cos theta) * (ln (1 + epsilon * A * cos theta) + L)) 0 PI (total k 0 * axis_mean k 0 (leaning epsilon A L))).
  { eapply is_RInt_ext; [|exact (uniform_RInt k (fun t => leaning epsilon A L (cos t)) _ (leaning_tame epsilon A L ltac:(lra) ltac:(lra)) (fun t _ => eq_refl))]. intros t _. real_numbers. unfold leaning. ring. }
  repeat match goal with |- _ /\ _ => split end; try solve [lra | apply Rgt_not_eq, Gamma_pos; lra | apply SphereMGF_positive; lra | eexists; exact I];
    try (intros theta HT; apply half_turn in HT; first [lra | apply sin_gt_0; lra | apply besseli_neq; unfold nu; lra | apply SphereMGF_positive; lra | apply leaning_positive; [lra|lra|assert (B := COS_bound theta); lra]]).
  rewrite (is_RInt_unique _ _ _ _ I), (printed_uniform k) by field. assert (M := leaning_mean epsilon A L ltac:(lra) ltac:(lra) k).
  set (c := epsilon ^ 2 * A - epsilon ^ 2 * A ^ 2 / 2 + epsilon ^ 3 * A ^ 2 / 2 + epsilon ^ 4 * A ^ 3 / 3) in *. set (d := INR k + 2) in *.
  enough (2 * (c / d) < 2 * beta * (eta * epsilon ^ 2 * / d ^ 2)) by lra.
  assert (E : 0 < / d) by (apply Rinv_0_lt_compat; unfold d; lra). replace (/ d ^ 2) with (/ d * / d) by (field; unfold d; lra). unfold Rdiv.
  assert (D : d * / d = 1) by (field; unfold d; lra). set (i := / d) in *.
  assert (F : 0 < epsilon ^ 2 * (i * i)) by (apply Rmult_lt_0_compat; [apply pow_lt; lra|apply Rmult_lt_0_compat; lra]). apply (Rmult_lt_compat_l _ _ _ F) in Small.
  match type of Small with ?x < _ => replace x with (2 * (c * i) * (d * i)) in Small by (unfold c; field) end. rewrite D in Small. lra.
Qed.
