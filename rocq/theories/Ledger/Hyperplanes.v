(** * The pair of centres: orthogonal to the intersection, and near one point of it *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Bessel.Ratio Bessel.Square Bessel.Increment.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Alignment Ledger.Print.
Open Scope R_scope.

(** ** Centres orthogonal to the intersection *)
(** log M of the length of a multiple of a unit vector. *)
Lemma ln_mgf_multiple n h e v c : dot n e e = 1 -> (forall z, dot n v z = c * dot n e z) -> ln (SphereMGF h (sqrt (dot n v v))) = Generating.lnM h c.
Proof.
  intros He Hv. rewrite Hv, (dot_sym n e v), Hv, He, Rmult_1_r. replace (c * c) with (c ^ 2) by ring.
  replace (sqrt (c ^ 2)) with (Rabs c) by (rewrite <- sqrt_Rsqr_abs; f_equal; unfold Rsqr; ring). rewrite ln_SphereMGF. apply lnM_abs.
Qed.

(** Two lengths k + b and |k - b| of log M: what they differ by. *)
Lemma lnM_both_ways h k b : h >= 1 -> 0 < k -> 0 < b -> Generating.lnM h (k + b) - Generating.lnM h (k - b) < 2 * b.
Proof.
  intros Hh Hk Hb. rewrite <- (lnM_abs h (k - b)). assert (A := Rabs_pos (k - b)).
  assert (L : Rabs (k - b) < k + b /\ k + b - Rabs (k - b) <= 2 * b) by (unfold Rabs; destruct (Rcase_abs (k - b)); lra).
  assert (G := Generating.lnM_grows_below h (Rabs (k - b)) (k + b) Hh (conj A (proj1 L))). lra.
Qed.

Lemma IvRatio_integral nu a b : nu > -1 -> 0 <= a -> a <= b -> is_RInt (fun z => IvRatio nu z) a b (Generating.lnM (2 * nu + 2) b - Generating.lnM (2 * nu + 2) a).
Proof.
  intros Hn Ha Hab. apply (is_RInt_ext (ratio nu)); [|apply ratio_integral, Hn]. rewrite Rmin_left, Rmax_right by exact Hab.
  intros z Hz. symmetry. apply IvRatio_ratio; lra.
Qed.

Section Orthogonal.
Variables (h : nat) (rho kx ky beta : R) (e : vector).
Hypothesis e_unit : dot (h - 1) e e = 1.
Hypothesis h_above : INR h >= 3.

Lemma distance k : 0 < k -> 0 <= rho * beta -> 0 <= Rabs (-1 * k + rho * beta) <= k + rho * beta.
Proof. intros Hk Hb. split; [apply Rabs_pos|]. unfold Rabs. destruct (Rcase_abs (-1 * k + rho * beta)); lra. Qed.

Lemma mean_cosine_integral k : 0 < k -> 0 <= rho * beta ->
  is_RInt (fun z => IvRatio (-3 / 2 + 1 / 2 * INR h) z) (Rabs (-1 * k + rho * beta)) (k + rho * beta) (Generating.lnM (-1 + INR h) (k + rho * beta) - Generating.lnM (-1 + INR h) (k - rho * beta)).
Proof.
  intros Hk Hb. assert (D := distance k Hk Hb). replace (-1 + INR h) with (2 * (-3 / 2 + 1 / 2 * INR h) + 2) by field.
  rewrite <- (lnM_abs _ (k - rho * beta)). replace (k - rho * beta) with (- (-1 * k + rho * beta)) by ring. rewrite Rabs_Ropp. apply IvRatio_integral; lra.
Qed.
End Orthogonal.

(** Replace each log M in the goal by the one of its multiple c of e, given c for each sign of the centres. *)
Ltac orthogonal e c := match goal with |- context [ln (SphereMGF ?h (sqrt (dot ?n ?v ?v)))] =>
  replace (ln (SphereMGF h (sqrt (dot n v v)))) with (Generating.lnM h c) by (symmetry; apply (ln_mgf_multiple n h e v c); [assumption|intros; inner; ring]) end.

Theorem thm_3_centre_perp_right_angle_holds : thm_3_centre_perp_right_angle.
Proof.
  unfold thm_3_centre_perp_right_angle; intros h kx ky beta e Hh Hkx Hky Hb He H3. lemma; rewrite ?(ln_SphereMGF _ kx), ?(ln_SphereMGF _ ky).
  - orthogonal e kx. orthogonal e ky. rewrite He. ring.
  - orthogonal e kx. orthogonal e (- ky). rewrite lnM_even. inner. ring.
Qed.

Theorem thm_3_centre_perp_holds : thm_3_centre_perp.
Proof.
  unfold thm_3_centre_perp; intros h rho kx ky beta e Hh Hr Hkx Hky Hb He H3 H1 H0. assert (RB : 0 < rho * beta) by nra.
  assert (X := lnM_both_ways (-1 + INR h) kx (rho * beta) ltac:(lra) Hkx RB). assert (Y := lnM_both_ways (-1 + INR h) ky (rho * beta) ltac:(lra) Hky RB).
  assert (IX := mean_cosine_integral h rho beta H3 kx Hkx ltac:(lra)). assert (IY := mean_cosine_integral h rho beta H3 ky Hky ltac:(lra)).
  assert (DX := distance rho beta kx Hkx ltac:(lra)). assert (DY := distance rho beta ky Hky ltac:(lra)).
  rewrite (is_RInt_unique _ _ _ _ IX), (is_RInt_unique _ _ _ _ IY).
  lemma; rewrite ?(ln_SphereMGF _ kx), ?(ln_SphereMGF _ ky);
    repeat first [orthogonal e (kx - rho * beta) | orthogonal e (ky - rho * beta) | orthogonal e (kx + rho * beta) | orthogonal e (ky + rho * beta)
      | orthogonal e (- (kx - rho * beta)) | orthogonal e (- (ky - rho * beta)) | orthogonal e (- (kx + rho * beta)) | orthogonal e (- (ky + rho * beta))]; rewrite ?lnM_even;
    try (intros z Hz; first [rewrite Rmin_left in Hz by lra | idtac]; first [apply besseli_neq; lra | lra]); try (eexists; eassumption); inner; lra.
Qed.

(** ** Centres near one point of the intersection *)
Section Near.
Variables (h : nat) (rho kappa beta t : R).
Hypothesis h_above : INR h >= 3.
Hypothesis kappa_pos : 0 < kappa.
Hypothesis beta_pos : 0 < beta.
Hypothesis rho_range : 0 < rho < 1.
Hypothesis t_range : 0 < t < 1.

(** One direction of the loss is at most beta t^2 (1 - rho) above that of a shared centre. *)
Lemma near_shared w u : w = 1 - t ^ 2 * (1 - rho) -> u = 1 - t ^ 2 * (1 - rho ^ 2) ->
  -1 * ln (SphereMGF (-1 + INR h) kappa) + -1 * beta * w + ln (SphereMGF (-1 + INR h) (sqrt (kappa ^ 2 + beta ^ 2 * u + 2 * beta * kappa * w)))
  <= beta * t ^ 2 * (1 - rho) + (-1 * beta + -1 * ln (SphereMGF (-1 + INR h) kappa) + ln (SphereMGF (-1 + INR h) (sqrt (beta ^ 2 + kappa ^ 2 + 2 * beta * kappa)))).
Proof.
  intros -> ->. assert (h3 := above_3 h h_above). assert (T : 0 < t ^ 2 < 1) by nra. assert (BK : 0 < beta * kappa) by nra. assert (B2 : 0 < beta ^ 2) by nra.
  assert (P : 0 <= t ^ 2 * (1 - rho) <= 1) by (split; nra). assert (Q : 0 <= t ^ 2 * (1 - rho ^ 2) <= 1) by (split; nra).
  set (p := t ^ 2 * (1 - rho)) in *. set (q := t ^ 2 * (1 - rho ^ 2)) in *.
  assert (0 <= beta ^ 2 * (1 - q)) by (apply Rmult_le_pos; lra). assert (0 <= beta * kappa * (1 - p)) by (apply Rmult_le_pos; lra).
  assert (0 <= beta ^ 2 * q) by (apply Rmult_le_pos; lra). assert (0 <= beta * kappa * p) by (apply Rmult_le_pos; lra). assert (0 <= kappa ^ 2) by apply pow2_ge_0.
  rewrite !(ln_mgf_root_in h) by (try lra; assumption).
  assert (M := lnM_sq_mono (INR h / 2 - 3 / 2) (kappa ^ 2 + beta ^ 2 * (1 - q) + 2 * beta * kappa * (1 - p)) (beta ^ 2 + kappa ^ 2 + 2 * beta * kappa) ltac:(lra) ltac:(lra)).
  replace (beta * t ^ 2 * (1 - rho)) with (beta * p) by (unfold p; ring). lra.
Qed.
End Near.

Theorem paper_thm_3_approach_holds : paper_thm_3_approach.
Proof.
  unfold paper_thm_3_approach; intros h rho kx ky beta t e n p Hh Hr Hkx Hky Hb He Hn Hne Hp Hpe Hpn H3 H1 H0 Ht0 Ht1.
  assert (R := sqrt_sq_eq (1 + -1 * rho ^ 2) ltac:(nra)). assert (T := sqrt_sq_eq (1 + -1 * t ^ 2) ltac:(nra)).
  assert (RP : 0 < sqrt (1 + -1 * rho ^ 2)) by (apply sqrt_lt_R0; nra).
  set (r := sqrt (1 + -1 * rho ^ 2)) in *. set (s := sqrt (1 + -1 * t ^ 2)) in *. clearbody r s.
  set (x := vadd (vscal t e) (vscal s p)). set (y := vadd (vscal s p) (vscal t (vadd (vscal rho e) (vscal r n)))). set (nB := vadd (vscal rho n) (vscal (-1 * r) e)).
  assert (W : dot h x y = 1 - t ^ 2 * (1 - rho)) by (unfold x, y; inner; ring [R T]).
  assert (PX : dot h (vadd (vscal (-1 * dot h x nB) nB) x) (vadd (vscal (-1 * dot h x nB) nB) x) = 1 - t ^ 2 * (1 - rho ^ 2)) by (unfold x, nB; inner; ring [R T]).
  assert (PY : dot h (vadd (vscal (-1 * dot h n y) n) y) (vadd (vscal (-1 * dot h n y) n) y) = 1 - t ^ 2 * (1 - rho ^ 2)) by (unfold y; inner; ring [R T]).
  assert (NY : dot h n y = t * r) by (unfold y; inner; ring). assert (NX : dot h x nB = - (t * r)) by (unfold x, nB; inner; ring).
  assert (TR : 0 < t * r) by nra. assert (U : 0 <= 1 - t ^ 2 * (1 - rho ^ 2)) by nra.
  assert (X := near_shared h rho ky beta t H3 Hky Hb (conj H0 H1) (conj Ht0 Ht1) _ _ eq_refl eq_refl). assert (Y := near_shared h rho kx beta t H3 Hkx Hb (conj H0 H1) (conj Ht0 Ht1) _ _ eq_refl eq_refl).
  rewrite PX, PY, W, !(sqrt_sq_eq _ U). lemma; rewrite ?NX, ?NY; nra || lra.
Qed.

Theorem paper_thm_3_fails_holds : paper_thm_3_fails.
Proof.
  unfold paper_thm_3_fails; intros h rho kx ky beta t m e n p Hh Hr Hkx Hky Hb Hm He Hn Hne Hp Hpe Hpn H3 H1 H0 Ht0 Ht1 Hm1 Hrm HE.
  destruct (paper_thm_3_approach_holds h rho kx ky beta t e n p Hh Hr Hkx Hky Hb He Hn Hne Hp Hpe Hpn H3 H1 H0 Ht0 Ht1) as (?&?&?&?&?&?&?&?&?&?&?&?&?&?&L).
  assert (0 < 2 * beta * t ^ 2 * (1 + -1 * rho)) by (repeat apply Rmult_lt_0_compat; nra). lemma; try assumption; try lra.
Qed.
