(** * The lemmas of the print on one direction of the loss, and its Theorem 3: each generated statement

    One direction of the loss is -beta w + log M(m) - log M(kappa) with m^2 = kappa^2 + t^2 beta^2 + 2 w beta kappa. As a function of
    m^2, log M rises and is strictly concave ([lnM_sq_between]); as one of m it rises by less than m does ([lnM_rises_less]). *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment Cone.Centres.
From Modgap Require Bessel.Generating Subspace.Centres.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Cone Ledger.Alignment Ledger.Refuted.
Open Scope R_scope.

(** ** log M of a square *)
Lemma lnM_sq_increases nu u v : nu > -1 -> 0 <= u < v -> lnM_sq nu u < lnM_sq nu v.
Proof.
  intros Hn H. assert (B := lnM_sq_between nu u v Hn H). assert (P := over_sq_pos nu Hn v ltac:(lra)). nra.
Qed.

Lemma lnM_sq_mono nu u v : nu > -1 -> 0 <= u <= v -> lnM_sq nu u <= lnM_sq nu v.
Proof.
  intros Hn H. destruct (Rle_lt_or_eq_dec u v ltac:(lra)) as [L|L]; [|rewrite L; lra]. apply Rlt_le, lnM_sq_increases; lra.
Qed.

Lemma lnM_sq_concave nu u w t : nu > -1 -> 0 <= u < w -> 0 < t < 1 ->
  lnM_sq nu (t * w + (1 - t) * u) > t * lnM_sq nu w + (1 - t) * lnM_sq nu u.
Proof.
  intros Hn Hu Ht. set (m := t * w + (1 - t) * u). assert (M1 : m - u = t * (w - u)) by (unfold m; ring). assert (M2 : w - m = (1 - t) * (w - u)) by (unfold m; ring).
  assert (P : 0 < t * (w - u)) by (apply Rmult_lt_0_compat; lra). assert (Q : 0 < (1 - t) * (w - u)) by (apply Rmult_lt_0_compat; lra).
  assert (A := proj1 (lnM_sq_between nu u m Hn ltac:(lra))). assert (B := proj2 (lnM_sq_between nu m w Hn ltac:(lra))).
  rewrite M1 in A. rewrite M2 in B. apply (Rmult_lt_compat_l (1 - t)) in A; [|lra]. apply (Rmult_lt_compat_l t) in B; [|lra]. nra.
Qed.

(** From u to v, by less than (v - u)/c, if the roots have a sum of at least c. *)
Lemma lnM_rises_less nu c u v : nu >= - / 2 -> 0 < c -> 0 <= u < v -> c <= sqrt u + sqrt v -> lnM_sq nu v - lnM_sq nu u < (v - u) / c.
Proof.
  intros Hn Hc Huv Hs. rewrite <- !lnM_sqrt by lra. assert (L : sqrt u < sqrt v) by (apply sqrt_lt_1; lra).
  assert (G := Generating.lnM_grows_below (2 * nu + 2) (sqrt u) (sqrt v) ltac:(lra) (conj (sqrt_pos u) L)).
  assert (U := sqrt_sq_eq u ltac:(lra)). assert (V := sqrt_sq_eq v ltac:(lra)).
  enough (sqrt v - sqrt u <= (v - u) / c) by lra. apply (Rmult_le_reg_r c); [exact Hc|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra.
  rewrite <- U at 2. rewrite <- V at 2. nra.
Qed.

Lemma root_at_least k u : 0 <= k -> k ^ 2 <= u -> k <= sqrt u.
Proof. intros Hk H. rewrite <- (sqrt_pow2 k Hk). apply sqrt_le_1_alt, H. Qed.

Lemma rises_less_above nu k u v : nu >= - / 2 -> 0 < k -> k ^ 2 <= u -> u < v -> lnM_sq nu v - lnM_sq nu u < (v - u) / (2 * k).
Proof.
  intros Hn Hk Hu Huv. assert (0 <= k ^ 2) by nra. apply lnM_rises_less; try lra.
  assert (A := root_at_least k u ltac:(lra) Hu). assert (B := root_at_least k v ltac:(lra) ltac:(lra)). lra.
Qed.

(** log M in the goal is taken of a root. *)
Lemma ln_mgf_root nu v : nu > -1 -> 0 <= v -> ln (SphereMGF (2 + 2 * nu) (sqrt v)) = lnM_sq nu v.
Proof. intros Hn Hv. rewrite ln_SphereMGF. replace (2 + 2 * nu) with (2 * nu + 2) by ring. apply lnM_sqrt; assumption. Qed.

Lemma ln_mgf_root_in h v : (3 <= h)%nat -> 0 <= v -> ln (SphereMGF (-1 + INR h) (sqrt v)) = lnM_sq (INR h / 2 - 3 / 2) v.
Proof.
  intros Hh Hv. apply le_INR in Hh. simpl in Hh. rewrite ln_SphereMGF. replace (-1 + INR h) with (2 * (INR h / 2 - 3 / 2) + 2) by field. apply lnM_sqrt; lra.
Qed.

Ltac lemma := intros; repeat match goal with |- _ /\ _ => split end; try solve [lra | mgf | apply dot_nonneg].

(** ** Lemmas 5 to 11 and 14 *)
Theorem paper_def_4_holds : paper_def_4.
Proof. unfold paper_def_4; lemma. unfold ConeLoss. replace (2 * beta * kappa * w) with (2 * w * beta * kappa) by ring. ring. Qed.

Theorem paper_def_6_used_holds : paper_def_6_used.
Proof.
  unfold paper_def_6_used; intros nu kappa beta w t Hk Hb Hn Ht Hw. assert (A : - t <= w) by nra.
  assert (0 <= (kappa - t * beta) ^ 2) by apply pow2_ge_0. assert (0 <= (w + t) * (beta * kappa)) by (apply Rmult_le_pos; nra). nra.
Qed.

Theorem paper_lem_5_decreasing_holds : paper_lem_5_decreasing.
Proof.
  unfold paper_lem_5_decreasing; lemma. assert (BK : 0 < beta * kappa) by nra. assert (0 <= s ^ 2 * beta ^ 2) by (apply Rmult_le_pos; nra).
  assert (0 <= u * (beta * kappa)) by nra. assert (u * (beta * kappa) < w * (beta * kappa)) by nra.
  rewrite !ln_mgf_root by nra. assert (G := rises_less_above nu kappa (kappa ^ 2 + s ^ 2 * beta ^ 2 + 2 * u * beta * kappa) (kappa ^ 2 + s ^ 2 * beta ^ 2 + 2 * w * beta * kappa) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)).
  match type of G with _ < ?r => replace r with (beta * (w - u)) in G by (field; lra) end. lra.
Qed.

Theorem paper_lem_5_concave_holds : paper_lem_5_concave.
Proof.
  unfold paper_lem_5_concave; lemma. assert (BK : 0 < beta * kappa) by nra. assert (u * (beta * kappa) < w * (beta * kappa)) by nra.
  set (U := kappa ^ 2 + s ^ 2 * beta ^ 2 + 2 * u * beta * kappa) in *. set (W := kappa ^ 2 + s ^ 2 * beta ^ 2 + 2 * w * beta * kappa) in *.
  assert (UW : U < W) by (unfold U, W; lra).
  replace (kappa ^ 2 + s ^ 2 * beta ^ 2 + 2 * beta * kappa * (u * (1 + -1 * v) + v * w)) with (v * W + (1 - v) * U) by (unfold U, W; ring).
  rewrite !ln_mgf_root by nra. assert (C := lnM_sq_concave nu U W v ltac:(lra) ltac:(lra) ltac:(lra)). lra.
Qed.

Theorem paper_lem_6_holds : paper_lem_6.
Proof.
  unfold paper_lem_6; lemma. assert (BK : 0 < beta * kappa) by nra. unfold ConeLoss.
  set (u := beta ^ 2 + kappa ^ 2 + 2 * beta * kappa * (-1 * w)). set (v := beta ^ 2 + kappa ^ 2 + 2 * beta * kappa * w).
  assert (U0 : 0 <= u) by (unfold u; assert (0 <= (beta - kappa) ^ 2) by apply pow2_ge_0; assert (0 <= (1 - w) * (beta * kappa)) by nra; nra).
  assert (UV : u < v) by (unfold u, v; assert (0 < w * (beta * kappa)) by nra; lra). rewrite !ln_mgf_root by lra.
  assert (S : 2 * kappa <= sqrt u + sqrt v).
  { assert (A := sqrt_sq_eq u U0). assert (B := sqrt_sq_eq v ltac:(lra)). assert (P := sqrt_pos u). assert (Q := sqrt_pos v).
    assert (R : kappa ^ 2 - beta ^ 2 <= sqrt u * sqrt v).
    { rewrite <- sqrt_mult by lra. destruct (Rle_lt_dec (kappa ^ 2 - beta ^ 2) 0) as [L|L]; [assert (K := sqrt_pos (u * v)); lra|].
      apply root_at_least; [lra|]. replace (u * v) with ((beta ^ 2 + kappa ^ 2) ^ 2 - 4 * w ^ 2 * (beta * kappa) ^ 2) by (unfold u, v; ring).
      assert (0 <= (1 - w ^ 2) * (beta * kappa) ^ 2) by (apply Rmult_le_pos; nra). nra. }
    assert ((2 * kappa) ^ 2 <= (sqrt u + sqrt v) ^ 2); [|nra].
    replace ((sqrt u + sqrt v) ^ 2) with (u + v + 2 * (sqrt u * sqrt v)) by (rewrite <- A at 1; rewrite <- B at 1; ring). unfold u, v in *. lra. }
  assert (G := lnM_rises_less nu (2 * kappa) u v ltac:(lra) ltac:(lra) ltac:(lra) S).
  replace ((v - u) / (2 * kappa)) with (2 * w * beta) in G by (unfold u, v; field; lra). lra.
Qed.

Lemma LogScaledBessel_same nu z : nu > -1 -> 0 < z -> LogScaledBessel nu z = Generating.lnM (2 * nu + 2) z + LogScaledBessel nu 1 - Generating.lnM (2 * nu + 2) 1.
Proof.
  intros Hn Hz. assert (F : forall t, 0 < t -> LogScaledBessel nu t = Generating.lnM (2 * nu + 2) t - (nu * ln 2 + ln (Gamma (nu + 1)))).
  { intros t Ht. assert (B := besseli_pos nu t ltac:(lra)). assert (G := Gamma_pos (nu + 1) ltac:(lra)). unfold LogScaledBessel, Generating.lnM.
    rewrite <- (Generating.mgf_bessel nu t) by lra. assert (P := Rpower_pos (2 / t) nu). assert (Q := Rpower_pos t (-1 * nu)).
    rewrite !ln_mult by (first [assumption | apply Rmult_lt_0_compat; assumption]). unfold Rpower. rewrite !ln_exp, ln_div by lra. ring. }
  rewrite !F by lra. ring.
Qed.

Theorem paper_def_6_holds : paper_def_6.
Proof.
  unfold paper_def_6; intros nu kappa beta w_1 w t Hk Hb Hn Hv. set (v := kappa ^ 2 + t ^ 2 * beta ^ 2 + 2 * w * beta * kappa) in *.
  assert (R : 0 < sqrt v) by (apply sqrt_lt_R0; lra). lemma.
  - apply Rmult_lt_0_compat; [apply Rpower_pos|apply besseli_pos; lra].
  - apply Rmult_lt_0_compat; [apply Rpower_pos|apply besseli_pos; lra].
  - rewrite (LogScaledBessel_same nu kappa), (LogScaledBessel_same nu (sqrt v)), !ln_SphereMGF by lra. replace (2 + 2 * nu) with (2 * nu + 2) by ring. ring.
Qed.

Theorem paper_lem_7_holds : paper_lem_7.
Proof.
  unfold paper_lem_7; intros nu z Hz Hn.
  assert (D : is_derive (fun t => LogScaledBessel nu t) z (ratio nu z)).
  { apply (is_derive_ext_loc (fun t => Generating.lnM (2 * nu + 2) t + (LogScaledBessel nu 1 - Generating.lnM (2 * nu + 2) 1))).
    - apply near_positive; [exact Hz|]. intros t Ht. rewrite (LogScaledBessel_same nu t) by lra. equal_reals. ring.
    - assert (E := Generating.lnM_derive (2 * nu + 2) ltac:(lra) z). replace ((2 * nu + 2) / 2 - 1) with nu in E by field.
      auto_derive; [eexists; exact E|]. derived E. ring. }
  lemma.
  - apply besseli_neq; lra.
  - apply Rmult_lt_0_compat; [apply Rpower_pos|apply besseli_pos; lra].
  - eexists; exact D.
  - rewrite IvRatio_ratio by lra. apply ratio_positive; lra.
  - rewrite IvRatio_ratio by lra. apply bound_upper_one; lra.
  - derived D. rewrite IvRatio_ratio by lra. reflexivity.
Qed.

Theorem paper_lem_8_holds : paper_lem_8.
Proof.
  unfold paper_lem_8; intros nu z Hz Hn.
  assert (D : is_derive (fun t => / t * IvRatio nu t) z (- (lag nu z / z))).
  { apply (is_derive_ext_loc (fun t => ratio nu t / t)); [|apply over_argument; lra].
    apply near_positive; [exact Hz|]. intros t Ht. rewrite IvRatio_ratio by lra. apply Rmult_comm. }
  lemma; [apply besseli_neq; lra|eexists; exact D|]. derived D. apply falling; lra.
Qed.

Theorem paper_lem_9_holds : paper_lem_9.
Proof.
  unfold paper_lem_9; intros nu a b Ha Hb Hn Hab. assert (A := besseli_pos nu a ltac:(lra)). assert (B := besseli_pos nu b ltac:(lra)).
  assert (IB : 0 < / besseli nu b) by (apply Rinv_0_lt_compat, B). assert (Ib : 0 < / b) by (apply Rinv_0_lt_compat, Hb).
  lemma; try solve [apply Rmult_lt_0_compat; assumption].
  assert (F : forall t, 0 < t -> ln (besseli nu t) = nu * ln t + LogScaledBessel nu t).
  { intros t Ht. unfold LogScaledBessel. rewrite ln_mult by (first [apply Rpower_pos | apply besseli_pos; lra]). unfold Rpower. rewrite ln_exp. ring. }
  rewrite !ln_mult, !ln_Rinv by assumption. rewrite !F, (LogScaledBessel_same nu a), (LogScaledBessel_same nu b) by lra.
  assert (G := Generating.lnM_grows_below (2 * nu + 2) a b ltac:(lra) ltac:(lra)). nra.
Qed.

Theorem paper_lem_10_holds : paper_lem_10.
Proof.
  unfold paper_lem_10; lemma. assert (BK : 0 < beta * kappa) by nra. assert (0 <= w * (beta * kappa)) by nra. assert (B2 : 0 < beta ^ 2) by nra.
  assert (0 <= s ^ 2 * beta ^ 2) by (apply Rmult_le_pos; nra). assert (s ^ 2 * beta ^ 2 < t ^ 2 * beta ^ 2) by (apply Rmult_lt_compat_r; nra).
  rewrite !ln_mgf_root by nra. apply Rplus_lt_compat_l, lnM_sq_increases; nra.
Qed.

Theorem paper_lem_11_holds : paper_lem_11.
Proof.
  unfold paper_lem_11; lemma. assert (0 <= u * beta) by nra. assert (u * beta < w * beta) by nra.
  replace (kappa ^ 2 + u ^ 2 * beta ^ 2 + 2 * u * beta * kappa) with ((kappa + u * beta) ^ 2) by ring.
  replace (kappa ^ 2 + w ^ 2 * beta ^ 2 + 2 * w * beta * kappa) with ((kappa + w * beta) ^ 2) by ring. rewrite !sqrt_pow2, !ln_SphereMGF by lra.
  assert (G := Generating.lnM_grows_below (2 + 2 * nu) (kappa + u * beta) (kappa + w * beta) ltac:(lra) ltac:(lra)). lra.
Qed.

Theorem paper_lem_14_holds : paper_lem_14.
Proof.
  unfold paper_lem_14; lemma. assert (BK : 0 < a * (beta * kappa)) by (repeat apply Rmult_lt_0_compat; lra). assert (B2 : 0 < beta ^ 2) by nra.
  assert (A2 : 0 < a ^ 2 <= 1) by nra. set (A := a ^ 2) in *.
  set (u := kappa ^ 2 + beta ^ 2 * (1 + -1 * A + A * r ^ 2) + 2 * a * beta * kappa). set (v := kappa ^ 2 + beta ^ 2 * (1 + -1 * A + A * s ^ 2) + 2 * a * beta * kappa).
  assert (D : v - u = beta ^ 2 * (A * (s ^ 2 - r ^ 2))) by (unfold u, v; ring). assert (P : 0 < A * (s ^ 2 - r ^ 2)) by (apply Rmult_lt_0_compat; nra).
  assert (K : forall t, 0 <= t <= 1 -> (t * beta) ^ 2 <= kappa ^ 2 + beta ^ 2 * (1 + -1 * A + A * t ^ 2) + 2 * a * beta * kappa).
  { intros t Ht. assert (0 <= beta ^ 2 * ((1 - A) * (1 - t ^ 2))) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; nra]). assert (0 <= kappa ^ 2) by nra. nra. }
  assert (U := K r ltac:(lra)). assert (V := K s ltac:(lra)). fold u in U. fold v in V. assert (0 <= (r * beta) ^ 2) by apply pow2_ge_0.
  assert (UV : u < v) by nra. rewrite !ln_mgf_root by lra.
  assert (SU := root_at_least (r * beta) u ltac:(nra) U). assert (SV := root_at_least (s * beta) v ltac:(nra) V).
  assert (G := lnM_rises_less nu ((r + s) * beta) u v ltac:(lra) ltac:(nra) ltac:(lra) ltac:(lra)). rewrite D in G.
  replace (beta ^ 2 * (A * (s ^ 2 - r ^ 2)) / ((r + s) * beta)) with (beta * (A * (s - r))) in G by (field; lra). lra.
Qed.

Theorem paper_lem_14_right_angle_holds : paper_lem_14_right_angle.
Proof. unfold paper_lem_14_right_angle; lemma. Qed.

Theorem paper_lem_15_mean_holds : paper_lem_15_mean.
Proof.
  unfold paper_lem_15_mean; lemma; [apply besseli_neq; lra|]. rewrite IvRatio_ratio by lra.
  assert (L := bound_lower_linear nu z ltac:(lra) ltac:(lra)). assert (U := bound_upper_one nu z ltac:(lra) ltac:(lra)). assert (P := ratio_positive nu ltac:(lra) z ltac:(lra)).
  replace ((2 * nu + 1) / (2 * z)) with (/ z * (1 + 2 * nu) / 2) in L by (field; lra). nra.
Qed.

Theorem paper_thm_4_a9_fails_holds : paper_thm_4_a9_fails.
Proof.
  unfold paper_thm_4_a9_fails; lemma. assert (BK : 0 < beta * kappa) by nra. assert (AB : 0 < a * (beta * kappa)) by nra. assert (B2 : 0 < beta ^ 2) by nra.
  assert (A2 : 0 < a ^ 2 <= 1) by nra. set (A := a ^ 2) in *.
  set (u := kappa ^ 2 + beta ^ 2 * (1 + -1 * A + A * r ^ 2) + 2 * a * r * beta * kappa). set (v := kappa ^ 2 + beta ^ 2 * (1 + -1 * A + A * s ^ 2) + 2 * a * s * beta * kappa).
  assert (D : v - u = beta ^ 2 * (A * (s ^ 2 - r ^ 2)) + 2 * (a * (beta * kappa)) * (s - r)) by (unfold u, v; ring).
  assert (P : 0 < beta ^ 2 * (A * (s ^ 2 - r ^ 2))) by (repeat apply Rmult_lt_0_compat; nra).
  assert (Q : 0 < a * (beta * kappa) * (s - r)) by (apply Rmult_lt_0_compat; lra).
  assert (U : 0 <= u). { unfold u. assert (0 <= beta ^ 2 * (1 + -1 * A + A * r ^ 2)) by (apply Rmult_le_pos; nra). assert (0 <= a * (beta * kappa) * r) by nra. nra. }
  assert (V : v <= (beta + kappa) ^ 2).
  { unfold v. assert (0 <= beta ^ 2 * (A * (1 - s ^ 2))) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; nra]).
    assert (a * s <= 1) by nra. assert (0 <= (1 - a * s) * (beta * kappa)) by (apply Rmult_le_pos; lra). nra. }
  rewrite !ln_mgf_root by lra. assert (G := proj1 (lnM_sq_between nu u v ltac:(lra) ltac:(lra))).
  assert (L := over_sq_low nu v ltac:(lra) ltac:(lra)). set (R := sqrt ((1 + nu) ^ 2 + (beta + kappa) ^ 2)) in *.
  assert (S : sqrt (v + (nu + 1) ^ 2) <= R) by (apply sqrt_le_1_alt; replace (nu + 1) with (1 + nu) by ring; lra). assert (S0 := sqrt_pos (v + (nu + 1) ^ 2)).
  assert (I : / (1 + nu + R) <= over_sq nu v) by (eapply Rle_trans; [|apply Rge_le, L]; apply Rinv_le_contravar; lra).
  assert (W : 0 < 1 + nu + R) by lra. assert (I0 : 0 < / (1 + nu + R)) by (apply Rinv_0_lt_compat, W).
  assert (E : a <= kappa * over_sq nu v).
  { apply Rle_trans with (kappa * / (1 + nu + R)); [|apply Rmult_le_compat_l; lra]. apply (Rmult_le_reg_r (1 + nu + R)); [exact W|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (F : over_sq nu v / 2 * (v - u) > over_sq nu v * (a * (beta * kappa) * (s - r))) by (assert (O := over_sq_pos nu ltac:(lra) v ltac:(lra)); rewrite D; nra).
  assert (T : 0 <= (kappa * over_sq nu v - a) * (a * beta * (s - r))) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; nra]). unfold A in *. nra.
Qed.

(** ** On the line *)
Theorem cosh_gaussian_holds : cosh_gaussian.
Proof.
  unfold cosh_gaussian; intros r Hr. assert (E : Cosh r = SphereMGF 1 r).
  { unfold Cosh. assert (A := M_1_exp r). assert (B := M_1_exp (- r)). replace (SphereMGF 1 (- r)) with (SphereMGF 1 r) in B by (unfold SphereMGF; f_equal; ring).
    replace ((- r) ^ 2) with (r ^ 2) in B by ring. replace (-1 * r) with (- r) by ring. lra. }
  rewrite E. destruct (Rle_lt_or_eq_dec 0 r Hr) as [P|P].
  - assert (M := mgf_above_1 1 r ltac:(lra) P). lemma. rewrite ln_SphereMGF. assert (G := Generating.lnM_gaussian 1 r ltac:(lra) P). lra.
  - rewrite <- P in *. rewrite SphereMGF_same, Generating.mgf_0, ln_1 by lra. lra.
Qed.

(** ** Theorem 3 *)
Theorem thm_3_axis_holds : thm_3_axis.
Proof.
  unfold thm_3_axis; lemma. assert (K := Centres.axis_loss_decreases (-1 + INR h) kappa beta ltac:(lra) ltac:(lra) ltac:(lra) s t ltac:(lra) ltac:(lra)).
  unfold Centres.axis_loss in K. rewrite !lnM_abs in K. unfold AxisLoss. rewrite !ln_SphereMGF.
  replace (kappa + beta * s) with (kappa + s * beta) in * by ring. replace (kappa + beta * t) with (kappa + t * beta) in * by ring. lra.
Qed.

Section Printed.
Variables nu kappa beta : R.
Hypothesis kappa_pos : 0 < kappa.
Hypothesis beta_pos : 0 < beta.

(** One direction at a shared centre is below the others. *)
Lemma shared_below w v : nu >= - / 2 -> 0 < w < 1 -> (kappa + beta * w) ^ 2 <= v -> lnM_sq nu ((kappa + beta) ^ 2) - lnM_sq nu v < beta * (1 - w).
Proof.
  intros Hn Hw Hv. assert (P : 0 < beta * w) by nra. assert (Q : 0 < beta * (1 - w)) by nra.
  destruct (Rlt_le_dec v ((kappa + beta) ^ 2)) as [L|L]; [|assert (M := lnM_sq_mono nu ((kappa + beta) ^ 2) v ltac:(lra) ltac:(nra)); lra].
  assert (R := root_at_least (kappa + beta * w) v ltac:(lra) Hv).
  rewrite <- (lnM_sqrt nu v) by nra. rewrite <- lnM_square by lra. assert (K : sqrt v < kappa + beta) by (rewrite <- (sqrt_pow2 (kappa + beta)) by lra; apply sqrt_lt_1; nra).
  assert (G := Generating.lnM_grows_below (2 * nu + 2) (sqrt v) (kappa + beta) ltac:(lra) (conj (sqrt_pos v) K)). lra.
Qed.
End Printed.

Lemma above_3 h : INR h >= 3 -> (3 <= h)%nat.
Proof. intros H. apply INR_le. simpl. lra. Qed.

Theorem paper_thm_3_infimum_holds : paper_thm_3_infimum.
Proof.
  unfold paper_thm_3_infimum; intros h kx ky beta nA nB cx cy Hh Hkx Hky Hb HA HB Hx HxA Hy HyB H3 H0 H1 Hw HxB.
  assert (h3 := above_3 h H3). set (nu := INR h / 2 - 3 / 2). assert (Hn : nu >= - / 2) by (unfold nu; lra).
  rewrite (dot_sym h cx nB), (dot_sym h cy nA) in *.
  assert (BX := projection_bound h nB cx cy HB Hy HyB). assert (BY := projection_bound h nA cy cx HA Hx HxA). rewrite (dot_sym h cy cx) in BY.
  assert (LX : dot h (vadd cx (vscal (-1 * dot h nB cx) nB)) (vadd cx (vscal (-1 * dot h nB cx) nB)) = 1 - dot h nB cx ^ 2) by equal.
  set (P := dot h (vadd cx (vscal (-1 * dot h nB cx) nB)) (vadd cx (vscal (-1 * dot h nB cx) nB))) in *.
  set (Q := dot h (vadd cy (vscal (-1 * dot h nA cy) nA)) (vadd cy (vscal (-1 * dot h nA cy) nA))) in *.
  assert (P0 : 0 <= P) by apply dot_nonneg. assert (Q0 : 0 <= Q) by apply dot_nonneg.
  set (w := dot h cx cy) in *. rewrite (sqrt_sq_eq P P0), (sqrt_sq_eq Q Q0).
  assert (WP : w ^ 2 <= P) by (rewrite <- (sqrt_sq_eq P P0); assert (S := sqrt_pos P); nra).
  assert (WQ : w ^ 2 <= Q) by (rewrite <- (sqrt_sq_eq Q Q0); assert (S := sqrt_pos Q); nra).
  assert (W1 : w < 1) by nra. assert (B2 : 0 < beta ^ 2) by nra.
  assert (VX : (ky + beta * w) ^ 2 <= ky ^ 2 + beta ^ 2 * P + 2 * beta * ky * w) by nra.
  assert (VY : (kx + beta * w) ^ 2 <= kx ^ 2 + beta ^ 2 * Q + 2 * beta * kx * w) by nra.
  assert (0 <= (ky + beta * w) ^ 2) by apply pow2_ge_0. assert (0 <= (kx + beta * w) ^ 2) by apply pow2_ge_0.
  lemma. replace (beta ^ 2 + kx ^ 2 + 2 * beta * kx) with ((kx + beta) ^ 2) by ring. replace (beta ^ 2 + ky ^ 2 + 2 * beta * ky) with ((ky + beta) ^ 2) by ring.
  rewrite !(ln_mgf_root_in h) by (try apply pow2_ge_0; try lra; assumption). fold nu.
  assert (SX := shared_below nu ky beta Hky Hb w _ Hn (conj Hw W1) VX). assert (SY := shared_below nu kx beta Hkx Hb w _ Hn (conj Hw W1) VY). lra.
Qed.

Theorem paper_eq_212_bound_holds : paper_eq_212_bound.
Proof.
  unfold paper_eq_212_bound; intros h kx ky beta nA nB cx cy Hh Hkx Hky Hb HA HB Hx HxA Hy HyB H3 H0 H1 Hw Hs.
  assert (h3 := above_3 h H3). set (nu := INR h / 2 - 3 / 2). assert (Hn : nu >= - / 2) by (unfold nu; lra).
  set (s := sqrt (dot h (vadd cy (vscal (-1 * dot h cy nA) nA)) (vadd cy (vscal (-1 * dot h cy nA) nA)))) in *. set (r := dot h nA nB) in *.
  assert (BK : 0 < beta * ky) by nra. assert (0 < r * (beta * ky)) by nra. assert (r * (beta * ky) < s * (beta * ky)) by nra. assert (0 <= beta ^ 2 * r ^ 2) by (apply Rmult_le_pos; nra).
  lemma. rewrite !(ln_mgf_root_in h) by (try nra; assumption). fold nu.
  assert (G := rises_less_above nu ky (ky ^ 2 + beta ^ 2 * r ^ 2 + 2 * beta * ky * r) (ky ^ 2 + beta ^ 2 * r ^ 2 + 2 * beta * ky * s) Hn Hky ltac:(lra) ltac:(lra)).
  match type of G with _ < ?e => replace e with (beta * (s - r)) in G by (field; lra) end. lra.
Qed.

Theorem paper_thm_s6_holds : paper_thm_s6.
Proof.
  unfold paper_thm_s6; intros h kx ky beta nA nB cx cy Hh Hkx Hky Hb HA HB Hx HxA Hy HyB H3 H0 H1 Hw.
  assert (h3 := above_3 h H3). set (nu := INR h / 2 - 3 / 2). assert (Hn : nu >= - / 2) by (unfold nu; lra).
  rewrite (dot_sym h cx nB), (dot_sym h cy nA).
  assert (BY := projection_bound h nA cy cx HA Hx HxA). rewrite (dot_sym h cy cx) in BY.
  destruct (paper_eq_240_holds h nA nB cx Hh HA HB Hx HxA H3 H0 H1) as (_ & LP & _).
  set (P := dot h (vadd cx (vscal (-1 * dot h nB cx) nB)) (vadd cx (vscal (-1 * dot h nB cx) nB))) in *. assert (P0 : 0 <= P) by apply dot_nonneg.
  set (Q := dot h (vadd cy (vscal (-1 * dot h nA cy) nA)) (vadd cy (vscal (-1 * dot h nA cy) nA))) in *. assert (Q0 : 0 <= Q) by apply dot_nonneg.
  set (s := sqrt Q) in *. set (r := dot h nA nB) in *. set (w := dot h cx cy) in *. rewrite (sqrt_sq_eq P P0).
  assert (BK : 0 < beta * ky) by nra. assert (0 < w * (beta * ky)) by nra. assert (WS : w * (beta * ky) <= s * (beta * ky)) by nra. assert (B2 : 0 < beta ^ 2) by nra.
  assert (0 <= beta ^ 2 * r ^ 2) by (apply Rmult_le_pos; nra). assert (beta ^ 2 * r ^ 2 <= beta ^ 2 * P) by (apply Rmult_le_compat_l; lra).
  lemma. rewrite !(ln_mgf_root_in h) by (try nra; assumption). fold nu.
  assert (M := lnM_sq_mono nu (ky ^ 2 + beta ^ 2 * r ^ 2 + 2 * beta * ky * w) (ky ^ 2 + beta ^ 2 * P + 2 * beta * ky * w) ltac:(lra) ltac:(split; nra)).
  destruct (Rle_lt_or_eq_dec w s BY) as [L|L]; [|rewrite <- L; lra].
  assert (G := rises_less_above nu ky (ky ^ 2 + beta ^ 2 * r ^ 2 + 2 * beta * ky * w) (ky ^ 2 + beta ^ 2 * r ^ 2 + 2 * beta * ky * s) Hn Hky ltac:(nra) ltac:(nra)).
  match type of G with _ < ?e => replace e with (beta * (s - w)) in G by (field; lra) end. lra.
Qed.

Theorem paper_thm_3_excess_holds : paper_thm_3_excess.
Proof.
  unfold paper_thm_3_excess; lemma. assert (0 < beta * m) by nra. assert (beta * m < beta) by nra.
  replace (beta ^ 2 + kappa_x ^ 2 + 2 * beta * kappa_x) with ((kappa_x + beta) ^ 2) by ring. replace (beta ^ 2 + kappa_y ^ 2 + 2 * beta * kappa_y) with ((kappa_y + beta) ^ 2) by ring.
  replace (kappa_x ^ 2 + beta ^ 2 * m ^ 2 + 2 * beta * kappa_x * m) with ((kappa_x + beta * m) ^ 2) by ring.
  replace (kappa_y ^ 2 + beta ^ 2 * m ^ 2 + 2 * beta * kappa_y * m) with ((kappa_y + beta * m) ^ 2) by ring.
  rewrite !sqrt_pow2, !ln_SphereMGF by lra.
  assert (X := Generating.lnM_grows_below (-1 + INR h) (kappa_x + beta * m) (kappa_x + beta) ltac:(lra) ltac:(lra)).
  assert (Y := Generating.lnM_grows_below (-1 + INR h) (kappa_y + beta * m) (kappa_y + beta) ltac:(lra) ltac:(lra)). lra.
Qed.

Lemma one_less h : (3 <= h)%nat -> INR (h - 1) = -1 + INR h.
Proof. intros H. rewrite minus_INR by lia. simpl. ring. Qed.

Theorem thm_3_centre_minimum_holds : thm_3_centre_minimum.
Proof.
  unfold thm_3_centre_minimum; intros h rho kx ky beta e cx cy Hh Hr Hkx Hky Hb He Hx Hy H3 H1 Hw. assert (h3 := above_3 h H3).
  assert (S : Centres.pair_loss (h - 1) rho beta e cx kx cy ky > Centres.axis_loss (INR (h - 1)) 1 kx beta + Centres.axis_loss (INR (h - 1)) 1 ky beta)
    by (apply Centres.shared_centre_is_best; try lra; try lia; try assumption; unfold Centres.cross; lra).
  unfold Centres.pair_loss, Centres.cross, Centres.projected, Centres.axis_loss, norm in S. rewrite !lnM_abs, one_less in S by exact h3.
  lemma. unfold AxisLoss. rewrite !ln_SphereMGF.
  replace (-1 * (1 + -1 * rho) * dot (h - 1) cy e) with (- ((1 - rho) * dot (h - 1) cy e)) by ring.
  replace (-1 * (1 + -1 * rho) * dot (h - 1) cx e) with (- ((1 - rho) * dot (h - 1) cx e)) by ring. lra.
Qed.

Theorem thm_3_centre_shared_holds : thm_3_centre_shared.
Proof.
  unfold thm_3_centre_shared; intros h rho kx ky beta f Hh Hr Hkx Hky Hb F H3 H1. assert (h3 := above_3 h H3).
  assert (F1 := F 1%nat 1%nat ltac:(lia) ltac:(lia)). assert (F2 := F (h - 1)%nat (h - 1)%nat ltac:(lia) ltac:(lia)).
  assert (F3 := F 1%nat (h - 1)%nat ltac:(lia) ltac:(lia)). rewrite Nat.eqb_refl in F1, F2.
  replace (Nat.eqb 1 (h - 1)) with false in F3 by (symmetry; apply Nat.eqb_neq; lia).
  assert (U : 0 <= rho * beta < beta) by nra.
  assert (S : forall k, 0 < k -> let v := vadd (vscal beta (vadd (vscal (-1 * (1 + -1 * rho) * dot (h - 1) (f 1%nat) (f (h - 1)%nat)) (f (h - 1)%nat)) (f 1%nat))) (vscal k (f 1%nat)) in
    sqrt (dot (h - 1) v v) = k + beta * 1).
  { intros k Hk v. replace (dot (h - 1) v v) with ((k + beta * 1) ^ 2) by (unfold v; equal). apply sqrt_pow2. lra. }
  assert (T : forall k, 0 < k -> let v := vadd (vscal beta (vadd (vscal (-1 * (1 + -1 * rho) * dot (h - 1) (f (h - 1)%nat) (f (h - 1)%nat)) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal k (f (h - 1)%nat)) in
    sqrt (dot (h - 1) v v) = k + rho * beta).
  { intros k Hk v. replace (dot (h - 1) v v) with ((k + rho * beta) ^ 2) by (unfold v; equal). apply sqrt_pow2. lra. }
  cbv zeta in S, T. lemma; unfold AxisLoss; rewrite ?(S kx Hkx), ?(S ky Hky), ?(T kx Hkx), ?(T ky Hky), ?F1, ?F2, ?F3, !ln_SphereMGF.
  - ring.
  - assert (X := Generating.lnM_grows_below (-1 + INR h) (kx + rho * beta) (kx + beta * 1) ltac:(lra) ltac:(lra)).
    assert (Y := Generating.lnM_grows_below (-1 + INR h) (ky + rho * beta) (ky + beta * 1) ltac:(lra) ltac:(lra)). lra.
Qed.

(** ** Theorem 1 on the line *)
Theorem thm_1_line_holds : thm_1_line.
Proof.
  unfold thm_1_line; intros beta p Hb Hp H1. replace (-1 * beta) with (- beta) by ring. assert (E := exp_pos beta). assert (N := exp_pos (- beta)).
  assert (L : exp (- beta) < exp beta) by (apply exp_increasing; lra). set (a := exp beta) in *. set (b := exp (- beta)) in *.
  assert (A : 0 < p * a + (1 + -1 * p) * b) by nra. assert (B : 0 < p * b + (1 + -1 * p) * a) by nra. lemma.
  enough (0 <= 2 * / (a + b) * a - (p * / (p * a + (1 + -1 * p) * b) * a + / (p * b + (1 + -1 * p) * a) * (1 + -1 * p) * a)) by lra.
  replace (2 * / (a + b) * a - (p * / (p * a + (1 + -1 * p) * b) * a + / (p * b + (1 + -1 * p) * a) * (1 + -1 * p) * a))
    with (a * ((2 * p - 1) ^ 2 * (a - b) * b) * / ((a + b) * (p * a + (1 + -1 * p) * b) * (p * b + (1 + -1 * p) * a))) by (field; lra).
  apply Rmult_le_pos; [|apply Rlt_le, Rinv_0_lt_compat; repeat apply Rmult_lt_0_compat; lra].
  apply Rmult_le_pos; [lra|]. apply Rmult_le_pos; [|lra]. apply Rmult_le_pos; [apply pow2_ge_0|lra].
Qed.
