(** * Integrals over hyperplanes: one direction of the loss, Theorem 4, and the print's limits of the loss *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Hypergeometric Bessel.Functions Bessel.Square Cone.Centres Sphere.Integral Sphere.Exponential.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Cone Ledger.InfoNCE Ledger.Alignment Ledger.Print Ledger.Integrals.
Open Scope R_scope.

(** ** Across a hyperplane *)
Lemma across_nonneg h n v : dot h n n = 1 -> 0 <= dot h v v - dot h n v ^ 2.
Proof. intros Hn. assert (C := cauchy_schwarz h n v). rewrite Hn in C. lra. Qed.

Lemma hyperplane_positive h n v : (3 <= h)%nat -> dot h n n = 1 -> 0 < hyperplane_integral h n (fun u => exp (dot h v u)).
Proof.
  intros H Hn. rewrite (hyperplane_value h n v _ H Hn eq_refl (across_nonneg h n v Hn)). apply le_INR in H as L. simpl in L.
  apply Rmult_lt_0_compat; [apply area_pos; lia|apply SphereMGF_positive; lra].
Qed.

(** Only the length of the projection counts. *)
Lemma hyperplane_same h n v w : (3 <= h)%nat -> dot h n n = 1 -> dot h v v - dot h n v ^ 2 = dot h w w - dot h n w ^ 2 ->
  hyperplane_integral h n (fun u => exp (dot h v u)) = hyperplane_integral h n (fun u => exp (dot h w u)).
Proof.
  intros H Hn E. rewrite (hyperplane_value h n v _ H Hn E (across_nonneg h n w Hn)). symmetry. apply hyperplane_value; try assumption; [reflexivity|apply across_nonneg, Hn].
Qed.

(** The mean of an exponential under the law about a unit vector c of the hyperplane. *)
Lemma hyperplane_ln h n k c w l : (3 <= h)%nat -> dot h n n = 1 -> dot h c c = 1 -> dot h n c = 0 -> 0 < k -> dot h w w - dot h n w ^ 2 = l ->
  ln (/ hyperplane_integral h n (fun u => exp (dot h (vscal k c) u)) * hyperplane_integral h n (fun u => exp (dot h w u)))
  = ln (SphereMGF (-1 + INR h) (sqrt l)) - ln (SphereMGF (-1 + INR h) k).
Proof.
  intros H Hn Hc Hnc Hk <-. apply le_INR in H as L. simpl in L.
  rewrite (hyperplane_value h n (vscal k c) (k ^ 2) H Hn ltac:(inner; ring) (pow2_ge_0 k)), (hyperplane_value h n w _ H Hn eq_refl (across_nonneg h n w Hn)), (sqrt_pow2 k) by lra.
  apply quotient_of_values; [apply area_pos; lia|apply SphereMGF_positive; lra|apply SphereMGF_positive; lra].
Qed.

(** What makes a statement over hyperplanes of R^h defined. *)
Ltac normal := first [assumption | equal].
Ltac exists_across := repeat match goal with |- _ /\ _ => split end; try match goal with
  | |- ex_hyperplane_integral _ _ _ => apply hyperplane_ex; [assumption|normal]
  | |- hyperplane_integral _ _ _ <> 0 => apply Rgt_not_eq, hyperplane_positive; [assumption|normal]
  | |- 0 < / _ * _ => apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat|]; apply hyperplane_positive; first [assumption | normal]
  | |- 0 <= dot _ _ _ => apply dot_nonneg
  | |- 0 <= 1 + -1 * _ ^ 2 => nra
  | |- 0 < SphereMGF _ _ => apply SphereMGF_positive; lra
  | |- 0 < -1 / 2 + 1 / 2 * INR _ => lra end.
Ltac opaque_ln := repeat match goal with |- context [ln ?t] => generalize (ln t); intro end.

(** ** Theorem 4 *)
Section Directions.
Variables (h : nat) (rho kx beta b : R) (e n p q : vector).
Hypothesis h3 : (3 <= h)%nat.
Hypothesis rho_range : 0 <= rho < 1.
Hypothesis b_range : -1 <= b <= 1.
Hypothesis e_unit : dot h e e = 1.
Hypothesis n_unit : dot h n n = 1.
Hypothesis n_e : dot h n e = 0.
Let y p := vadd (vscal (sqrt (1 + -1 * b ^ 2)) p) (vscal b (vadd (vscal rho e) (vscal (sqrt (1 + -1 * rho ^ 2)) n))).

Lemma same_across : dot h p p = 1 -> dot h p e = 0 -> dot h p n = 0 -> dot h q q = 1 -> dot h q e = 0 -> dot h q n = 0 ->
  hyperplane_integral h n (fun u => exp (dot h (vadd (vscal kx e) (vscal beta (y q))) u)) = hyperplane_integral h n (fun u => exp (dot h (vadd (vscal kx e) (vscal beta (y p))) u)).
Proof. intros. apply hyperplane_same; try assumption. unfold y. inner. ring. Qed.
End Directions.

Theorem thm_4_directions_holds : thm_4_directions.
Proof.
  unfold thm_4_directions; intros h rho beta kx ky a b e n p q Hh Hr Hb Hkx Hky He Hn Hne Hp Hpe Hpn Hq Hqe Hqn H3 H1 Ha1 Ha2 Hb1 Hb2. assert (h3 := above_3 h H3).
  exists_across. rewrite (same_across h rho kx beta b e n p q) by assumption. opaque_ln. equal.
Qed.

Theorem thm_4_holds : thm_4.
Proof.
  unfold thm_4; intros h rho beta kx ky a e n p q Hh Hr Hb Hkx Hky He Hn Hne Hp Hpe Hpn Hq Hqe Hqn H3 H1 Ha1 Ha2. assert (h3 := above_3 h H3).
  exists_across. rewrite (same_across h rho kx beta a e n p q) by assumption. opaque_ln. equal.
Qed.

Theorem paper_thm_4_a8_holds : paper_thm_4_a8.
Proof.
  unfold paper_thm_4_a8; intros. assert (h3 : (3 <= h)%nat) by (apply above_3; assumption).
  exists_across. rewrite (same_across h rho kappa beta a e_A n_A p q) by (assumption || lra). opaque_ln. equal.
Qed.

(** ** One direction of the loss *)
Theorem paper_thm_s5_holds : paper_thm_s5.
Proof.
  unfold paper_thm_s5; intros h kappa beta n c x y Hh Hk Hb Hn Hc Hcn Hx Hy H3. assert (h3 := above_3 h H3). assert (Hnc : dot h n c = 0) by (rewrite dot_sym; exact Hcn).
  assert (E : dot h (vadd (vscal kappa c) (vscal beta x)) (vadd (vscal kappa c) (vscal beta x)) - dot h n (vadd (vscal kappa c) (vscal beta x)) ^ 2
    = kappa ^ 2 + beta ^ 2 * sqrt (dot h (vadd x (vscal (-1 * dot h n x) n)) (vadd x (vscal (-1 * dot h n x) n))) ^ 2 + 2 * beta * kappa * dot h c x).
  { rewrite sqrt_sq_eq by apply dot_nonneg. inner. ring. }
  exists_across. rewrite (hyperplane_ln h n kappa c _ _ h3 Hn Hc Hnc Hk E). ring.
Qed.

Theorem thm_3_partition_holds : thm_3_partition.
Proof.
  unfold thm_3_partition; intros h rho kx ky beta e cx cy Hh Hr Hkx Hky Hb He Hx Hy H3 H1 Hv. assert (h3 := above_3 h H3). assert (h2 : (2 <= h - 1)%nat) by lia. assert (A := area_pos (h - 1) ltac:(lia)).
  assert (N := one_less h h3).
  repeat match goal with |- _ /\ _ => split end; try (apply sphere_ex; exact h2); rewrite ?sphere_value, ?N by exact h2; try lra; try apply dot_nonneg; try mgf.
  - apply Rgt_not_eq, Rmult_lt_0_compat; [exact A|apply SphereMGF_positive; lra].
  - match goal with |- context [vscal ky cy] => idtac end.
    replace (dot (h - 1) (vscal ky cy) (vscal ky cy)) with (ky ^ 2) by (inner; ring). rewrite sqrt_pow2 by lra. assert (M := SphereMGF_positive (-1 + INR h) ky ltac:(lra)). field. lra.
Qed.

Theorem paper_thm_3_limit_holds : paper_thm_3_limit.
Proof.
  unfold paper_thm_3_limit; intros h kx ky beta nA nB cx cy Hh Hkx Hky Hb HA HB Hx HxA Hy HyB H3 H0 H1 Hw. assert (h3 := above_3 h H3).
  assert (X : dot h (vadd (vscal kx cx) (vscal beta cy)) (vadd (vscal kx cx) (vscal beta cy)) - dot h nA (vadd (vscal kx cx) (vscal beta cy)) ^ 2
    = kx ^ 2 + beta ^ 2 * sqrt (dot h (vadd cy (vscal (-1 * dot h cy nA) nA)) (vadd cy (vscal (-1 * dot h cy nA) nA))) ^ 2 + 2 * beta * kx * dot h cx cy).
  { rewrite sqrt_sq_eq by apply dot_nonneg. inner. ring. }
  assert (Y : dot h (vadd (vscal beta cx) (vscal ky cy)) (vadd (vscal beta cx) (vscal ky cy)) - dot h nB (vadd (vscal beta cx) (vscal ky cy)) ^ 2
    = ky ^ 2 + beta ^ 2 * sqrt (dot h (vadd cx (vscal (-1 * dot h cx nB) nB)) (vadd cx (vscal (-1 * dot h cx nB) nB))) ^ 2 + 2 * beta * ky * dot h cx cy).
  { rewrite sqrt_sq_eq by apply dot_nonneg. inner. ring. }
  exists_across. rewrite (hyperplane_ln h nA kx cx _ _ h3 HA Hx ltac:(rewrite dot_sym; exact HxA) Hkx X), (hyperplane_ln h nB ky cy _ _ h3 HB Hy ltac:(rewrite dot_sym; exact HyB) Hky Y). ring.
Qed.

Theorem paper_thm_3_perpendicular_holds : paper_thm_3_perpendicular.
Proof.
  unfold paper_thm_3_perpendicular; intros h rho m kx ky beta e n Hh Hr Hm Hkx Hky Hb He Hn Hne H3 H1 H0 Hm1 Hrm. assert (h3 := above_3 h H3).
  set (eB := vadd (vscal rho e) (vscal (sqrt (1 + -1 * rho ^ 2)) n)). set (nB := vadd (vscal rho n) (vscal (-1 * sqrt (1 + -1 * rho ^ 2)) e)).
  assert (EE : dot h eB eB = 1) by (unfold eB; equal). assert (NN : dot h nB nB = 1) by (unfold nB; equal). assert (NE : dot h nB eB = 0) by (unfold nB, eB; equal).
  assert (W : dot h e eB = rho) by (unfold eB; inner; ring).
  assert (X : dot h (vadd (vscal kx e) (vscal beta eB)) (vadd (vscal kx e) (vscal beta eB)) - dot h n (vadd (vscal kx e) (vscal beta eB)) ^ 2 = kx ^ 2 + rho ^ 2 * beta ^ 2 + 2 * rho * beta * kx) by (unfold eB; equal).
  assert (Y : dot h (vadd (vscal beta e) (vscal ky eB)) (vadd (vscal beta e) (vscal ky eB)) - dot h nB (vadd (vscal beta e) (vscal ky eB)) ^ 2 = ky ^ 2 + rho ^ 2 * beta ^ 2 + 2 * rho * beta * ky) by (unfold nB, eB; equal).
  assert (RX := hyperplane_ln h n kx e _ _ h3 Hn He Hne Hkx X). assert (RY := hyperplane_ln h nB ky eB _ _ h3 NN EE NE Hky Y).
  exists_across; rewrite RX, RY, W; [ring|].
  assert (0 < rho * beta) by nra. assert (rho * beta < beta * m) by nra.
  replace (kx ^ 2 + rho ^ 2 * beta ^ 2 + 2 * rho * beta * kx) with ((kx + rho * beta) ^ 2) by ring. replace (ky ^ 2 + rho ^ 2 * beta ^ 2 + 2 * rho * beta * ky) with ((ky + rho * beta) ^ 2) by ring.
  replace (kx ^ 2 + beta ^ 2 * m ^ 2 + 2 * beta * kx * m) with ((kx + beta * m) ^ 2) by ring. replace (ky ^ 2 + beta ^ 2 * m ^ 2 + 2 * beta * ky * m) with ((ky + beta * m) ^ 2) by ring.
  rewrite !sqrt_pow2, !ln_SphereMGF by lra.
  assert (GX := Generating.lnM_grows_below (-1 + INR h) (kx + rho * beta) (kx + beta * m) ltac:(lra) ltac:(lra)).
  assert (GY := Generating.lnM_grows_below (-1 + INR h) (ky + rho * beta) (ky + beta * m) ltac:(lra) ltac:(lra)). lra.
Qed.

(** ** The pairs of Theorem 4 *)
Section Pairs.
Variables (h : nat) (rho a b : R) (e n p q : vector).
Hypothesis rho_range : 0 <= rho < 1.
Hypothesis a_range : -1 <= a <= 1.
Hypothesis b_range : -1 <= b <= 1.
Hypothesis e_unit : dot h e e = 1.
Hypothesis n_unit : dot h n n = 1.
Hypothesis n_e : dot h n e = 0.
Hypothesis p_unit : dot h p p = 1.
Hypothesis p_e : dot h p e = 0.
Hypothesis p_n : dot h p n = 0.
Hypothesis q_unit : dot h q q = 1.
Hypothesis q_e : dot h q e = 0.
Hypothesis q_n : dot h q n = 0.
Let eB := vadd (vscal rho e) (vscal (sqrt (1 + -1 * rho ^ 2)) n).
Let nB := vadd (vscal rho n) (vscal (-1 * sqrt (1 + -1 * rho ^ 2)) e).
Let x := vadd (vscal a e) (vscal (sqrt (1 + -1 * a ^ 2)) p).
Let y := vadd (vscal (sqrt (1 + -1 * b ^ 2)) q) (vscal b eB).

Lemma other_unit : dot h eB eB = 1.
Proof. unfold eB. equal. Qed.
Lemma other_normal : dot h nB nB = 1.
Proof. unfold nB. equal. Qed.
Lemma other_across : dot h nB eB = 0.
Proof. unfold nB, eB. equal. Qed.
Lemma cosine_of_pair : dot h x y = a * b * rho + sqrt (1 + -1 * a ^ 2) * sqrt (1 + -1 * b ^ 2) * dot h p q.
Proof. unfold x, y, eB. inner. ring. Qed.
Lemma cosine_of_x : dot h eB x = a * rho.
Proof. unfold x, eB. inner. ring. Qed.
Lemma cosine_of_y : dot h e y = b * rho.
Proof. unfold y, eB. inner. ring. Qed.
Lemma length_of_y k beta : dot h (vadd (vscal k e) (vscal beta y)) (vadd (vscal k e) (vscal beta y)) - dot h n (vadd (vscal k e) (vscal beta y)) ^ 2 = (k + b * rho * beta) ^ 2 + beta ^ 2 * (1 + -1 * b ^ 2).
Proof. unfold y, eB. equal. Qed.
Lemma length_of_x k beta : dot h (vadd (vscal beta x) (vscal k eB)) (vadd (vscal beta x) (vscal k eB)) - dot h nB (vadd (vscal beta x) (vscal k eB)) ^ 2 = (k + a * rho * beta) ^ 2 + beta ^ 2 * (1 + -1 * a ^ 2).
Proof. unfold x, nB, eB. equal. Qed.
Lemma projection_of_y : dot h (vadd (vscal (-1 * dot h n y) n) y) (vadd (vscal (-1 * dot h n y) n) y) = 1 - b ^ 2 * (1 - rho ^ 2).
Proof. unfold y, eB. equal. Qed.
Lemma projection_of_x : dot h (vadd (vscal (-1 * dot h x nB) nB) x) (vadd (vscal (-1 * dot h x nB) nB) x) = 1 - a ^ 2 * (1 - rho ^ 2).
Proof. unfold x, nB. equal. Qed.
End Pairs.

Theorem thm_4_loss_holds : thm_4_loss.
Proof.
  unfold thm_4_loss; intros h rho beta kx ky a b e n p q Hh Hr Hb Hkx Hky He Hn Hne Hp Hpe Hpn Hq Hqe Hqn H3 H1 Ha1 Ha2 Hb1 Hb2. assert (h3 := above_3 h H3).
  assert (P : forall k t, -1 < t < 1 -> 0 < (k + t * rho * beta) ^ 2 + beta ^ 2 * (1 + -1 * t ^ 2)).
  { intros k t Ht. assert (0 <= (k + t * rho * beta) ^ 2) by apply pow2_ge_0. assert (0 < beta ^ 2 * (1 + -1 * t ^ 2)) by (apply Rmult_lt_0_compat; nra). lra. }
  assert (PX := P kx b (conj Hb1 Hb2)). assert (PY := P ky a (conj Ha1 Ha2)). assert (SX := sqrt_lt_R0 _ PX). assert (SY := sqrt_lt_R0 _ PY).
  exists_across; try lra; try (apply Rmult_lt_0_compat; [apply Rpower_pos|apply besseli_pos; lra]).
  rewrite (hyperplane_ln h n kx e _ _ h3 Hn He Hne Hkx (length_of_y h rho b e n q ltac:(lra) ltac:(lra) He Hn Hne Hq Hqe Hqn kx beta)).
  rewrite (hyperplane_ln h _ ky _ _ _ h3 (other_normal h rho e n ltac:(lra) He Hn Hne) (other_unit h rho e n ltac:(lra) He Hn Hne) (other_across h rho e n ltac:(lra) He Hn Hne) Hky
    (length_of_x h rho a e n p ltac:(lra) ltac:(lra) He Hn Hne Hp Hpe Hpn ky beta)).
  rewrite (cosine_of_pair h rho a b e n p q) by assumption.
  rewrite (LogScaledBessel_same _ kx), (LogScaledBessel_same _ ky), (LogScaledBessel_same _ (sqrt ((kx + _) ^ 2 + _))), (LogScaledBessel_same _ (sqrt ((ky + _) ^ 2 + _))), !ln_SphereMGF by lra.
  replace (2 * (-3 / 2 + 1 / 2 * INR h) + 2) with (-1 + INR h) by field. ring.
Qed.

(** What the print's limit of the loss leaves out: the cosine of a point with the other centre is a rho. *)
Section Limit.
Variables (h : nat) (rho kappa beta a : R) (e n p q : vector).
Hypothesis h_above : INR h >= 3.
Hypothesis rho_range : 0 < rho < 1.
Hypothesis a_range : 0 < a < 1.
Hypothesis kappa_pos : 0 < kappa.
Hypothesis beta_pos : 0 < beta.

Lemma direction_above l : l = (kappa + a * rho * beta) ^ 2 + beta ^ 2 * (1 + -1 * a ^ 2) ->
  ln (SphereMGF (-1 + INR h) (sqrt l)) < ln (SphereMGF (-1 + INR h) (sqrt (kappa ^ 2 + beta ^ 2 * (1 - a ^ 2 * (1 - rho ^ 2)) + 2 * a * beta * kappa))).
Proof.
  intros ->. assert (h3 := above_3 h h_above). assert (BK : 0 < a * (beta * kappa)) by (repeat apply Rmult_lt_0_compat; lra). assert (0 < a * (beta * kappa) * (1 - rho)) by (apply Rmult_lt_0_compat; lra).
  assert (0 < beta ^ 2 * (1 + -1 * a ^ 2)) by (apply Rmult_lt_0_compat; nra). assert (0 <= (kappa + a * rho * beta) ^ 2) by apply pow2_ge_0.
  rewrite !(ln_mgf_root_in h) by (try nra; assumption). apply lnM_sq_increases; [lra|]. split; nra.
Qed.
End Limit.

Lemma frame : exists (h : nat) (e n p : vector), INR h >= 3 /\ dot h e e = 1 /\ dot h n n = 1 /\ dot h n e = 0 /\ dot h p p = 1 /\ dot h p e = 0 /\ dot h p n = 0.
Proof. exists 3%nat, (axis 0), (axis 1), (axis 2). split; [simpl; lra|]. repeat split; rewrite dot_axis by lia; reflexivity. Qed.

Lemma middle : exists t, 0 < t < 1.
Proof. exists (/ 2). lra. Qed.

Theorem paper_thm_4_value_holds : paper_thm_4_value.
Proof.
  unfold paper_thm_4_value; intros h rho k beta a e n p q Hh Hr Hk Hb He Hn Hne Hp Hpe Hpn Hq Hqe Hqn H3 H1 H0 Ha0 Ha1. assert (h3 := above_3 h H3).
  rewrite (projection_of_y h rho a e n q), (projection_of_x h rho a e n p), (cosine_of_y h rho a e n q), (cosine_of_x h rho a e n p) by (assumption || lra).
  rewrite !(sqrt_sq_eq (1 - a ^ 2 * (1 - rho ^ 2))) by nra.
  exists_across; try nra.
  rewrite (hyperplane_ln h n k e _ _ h3 Hn He Hne Hk (length_of_y h rho a e n q ltac:(lra) ltac:(lra) He Hn Hne Hq Hqe Hqn k beta)).
  rewrite (hyperplane_ln h _ k _ _ _ h3 (other_normal h rho e n ltac:(lra) He Hn Hne) (other_unit h rho e n ltac:(lra) He Hn Hne) (other_across h rho e n ltac:(lra) He Hn Hne) Hk
    (length_of_x h rho a e n p ltac:(lra) ltac:(lra) He Hn Hne Hp Hpe Hpn k beta)).
  replace (k ^ 2 + beta ^ 2 * (1 - a ^ 2 * (1 - rho ^ 2)) + 2 * beta * k * (a * rho)) with ((k + a * rho * beta) ^ 2 + beta ^ 2 * (1 + -1 * a ^ 2)) by ring. ring.
Qed.

(** At a point where p = q, rho = a. *)
Ltac limit := destruct frame as (h & e & n & p & H3 & He & Hn & Hne & Hp & Hpe & Hpn); destruct middle as (t & Ht); exists h, t, 1, 1, t, e, n, p, p; assert (h3 := above_3 h H3);
  rewrite (projection_of_y h t t e n p), (projection_of_x h t t e n p) by (assumption || lra); rewrite !(sqrt_sq_eq (1 - t ^ 2 * (1 - t ^ 2))) by nra;
  exists_across; try assumption; try nra;
  rewrite (hyperplane_ln h n 1 e _ _ h3 Hn He Hne Rlt_0_1 (length_of_y h t t e n p ltac:(lra) ltac:(lra) He Hn Hne Hp Hpe Hpn 1 1));
  rewrite (hyperplane_ln h _ 1 _ _ _ h3 (other_normal h t e n ltac:(lra) He Hn Hne) (other_unit h t e n ltac:(lra) He Hn Hne) (other_across h t e n ltac:(lra) He Hn Hne) Rlt_0_1
    (length_of_x h t t e n p ltac:(lra) ltac:(lra) He Hn Hne Hp Hpe Hpn 1 1));
  assert (D := direction_above h t 1 1 t H3 Ht Ht Rlt_0_1 Rlt_0_1 _ eq_refl).

Theorem paper_thm_4_limit_holds : paper_thm_4_limit.
Proof. limit. intro E. lra. Qed.

Theorem paper_thm_4_limit_display_holds : paper_thm_4_limit_display.
Proof.
  limit. rewrite (cosine_of_pair h t t t e n p p), Hp by assumption. intro E. assert (R := sqrt_sq_eq (1 + -1 * t ^ 2) ltac:(nra)).
  assert (0 < (1 - t) * (1 - t ^ 2)) by (apply Rmult_lt_0_compat; nra). nra.
Qed.
