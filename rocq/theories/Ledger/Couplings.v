(** * Theorem 1 for probabilities of pairs: the ledger's statements on couplings from the theorems of [Coupling] *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors InfoNCE.Energy.
From Modgap Require Bessel.Generating.
From Modgap Require Import Coupling.Compact Coupling.Mean Coupling.Trace Coupling.Pairs Coupling.Stability Coupling.Overlap.
From Modgap Require Import Ledger.Language Ledger.Statements.
Open Scope R_scope.

Lemma mgf_same h z : SphereMGF h z = Generating.SphereMGF h z.
Proof. unfold SphereMGF, Generating.SphereMGF. f_equal; field. Qed.

Lemma dimension_above h : INR h >= 2 -> (1 <= h)%nat.
Proof. intros H. apply INR_le. simpl. lra. Qed.

Lemma mgf_above_zero d z : 0 < d -> 0 < SphereMGF d z.
Proof. intros H. rewrite mgf_same. apply Generating.mgf_pos. lra. Qed.

Ltac coupled := intros; repeat match goal with |- _ /\ _ => split end;
  try solve [lra | intros; apply mgf_above_zero; lra | apply Rgt_not_eq, mgf_above_zero; lra
    | intros; apply pow2_ge_0 | intros; match goal with |- 0 <= 3 + ?c ^ 2 => assert (S := pow2_ge_0 c); lra end | pairs_side].

Section Coupled.
Variables (h : nat) (beta : R) (P : (vector -> vector -> R) -> R).
Hypothesis h_above : INR h >= 2.
Hypothesis beta_pos : 0 < beta.

Lemma trace_of_coupling : coupling h P ->
  P (fun x y => / P (fun x' y' => exp (beta * dot h x y')) * exp (beta * dot h x y)) <= / SphereMGF (INR h) beta * exp beta.
Proof.
  intros HP. rewrite mgf_same.
  exact (trace_mean (pairs h) (lifted P) h beta fst snd (coupling_mean h P HP) (dimension_above h h_above) beta_pos (pairs_first h) (pairs_second h)
    (fun z K => Req_le _ _ (proj1 K)) (fun z K => proj2 K)).
Qed.

Lemma trace_of_ball_coupling : ball_coupling h P ->
  P (fun x y => / P (fun x' y' => exp (beta * dot h x y')) * exp (beta * dot h x y)) <= / SphereMGF (INR h) beta * exp beta.
Proof.
  intros HP. rewrite mgf_same.
  exact (trace_mean (ball_pairs h) (lifted P) h beta fst snd (ball_coupling_mean h P HP) (dimension_above h h_above) beta_pos (ball_pairs_first h) (ball_pairs_second h)
    (fun z K => proj1 K) (fun z K => proj2 K)).
Qed.

Lemma energy_of_coupling : coupling h P -> SphereMGF (INR h) beta <= P (fun x y => P (fun x' y' => exp (beta * dot h y y'))).
Proof.
  intros HP. rewrite mgf_same. exact (energy_mean (pairs h) (lifted P) h beta snd (coupling_mean h P HP) (dimension_above h h_above) (Rlt_le _ _ beta_pos)
    (pairs_second h) (fun z K => proj2 K)).
Qed.

Lemma forward_of_coupling : coupling h P ->
  P (fun x y => ln (P (fun x' y' => exp (beta * dot h x y')))) - beta * P (fun x y => dot h x y) >= - beta + ln (SphereMGF (INR h) beta).
Proof.
  intros HP. rewrite mgf_same.
  exact (direction_loss (pairs h) (lifted P) h beta fst snd (coupling_mean h P HP) (dimension_above h h_above) beta_pos (pairs_first h) (pairs_second h)
    (fun z K => Req_le _ _ (proj1 K)) (fun z K => proj2 K)).
Qed.

Lemma backward_of_coupling : coupling h P ->
  P (fun x y => ln (P (fun x' y' => exp (beta * dot h x' y)))) - beta * P (fun x y => dot h x y) >= - beta + ln (SphereMGF (INR h) beta).
Proof.
  intros HP. rewrite mgf_same.
  assert (D := direction_loss (pairs h) (lifted P) h beta snd fst (coupling_mean h P HP) (dimension_above h h_above) beta_pos (pairs_second h) (pairs_first h)
    (fun z K => Req_le _ _ (proj2 K)) (fun z K => proj1 K)).
  replace (fun x y : vector => ln (P (fun x' y' => exp (beta * dot h x' y)))) with (fun x y : vector => ln (P (fun x' y' => exp (beta * dot h y x')))).
  - replace (fun x y : vector => dot h x y) with (fun x y : vector => dot h y x); [exact D|]. extensionality x. extensionality y. apply dot_sym.
  - extensionality x. extensionality y. do 2 f_equal. extensionality x'. extensionality y'. rewrite dot_sym. reflexivity.
Qed.

Lemma loss_of_coupling : coupling h P ->
  -2 * beta * P (fun x y => dot h x y) + P (fun x y => ln (P (fun x' y' => exp (beta * dot h x y')))) + P (fun x y => ln (P (fun x' y' => exp (beta * dot h x' y))))
  >= -2 * beta + 2 * ln (SphereMGF (INR h) beta).
Proof. intros HP. assert (A := forward_of_coupling HP). assert (B := backward_of_coupling HP). lra. Qed.

Lemma stability_of_coupling r s : coupling h P -> 1 <= r -> s = - (r * beta) ->
  beta + -1 * P (fun x y => ln (/ P (fun x' y' => exp (beta * dot h x y')) * exp (beta * dot h x y))) + -1 * ln (SphereMGF (INR h) beta)
  >= / (4 * r) * P (fun x y => / P (fun x' y' => exp (beta * dot h x y'))
    * P (fun x' y' => (1 + -1 * exp (s * (1 + -1 * dot h y y'))) * exp (beta * dot h x y'))
    * dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))).
Proof.
  intros HP Hr Hs. rewrite mgf_same.
  exact (stability_mean (pairs h) (lifted P) h beta fst snd (coupling_mean h P HP) (dimension_above h h_above) beta_pos (pairs_first h) (pairs_second h)
    (fun z K => proj1 K) (fun z K => proj2 K) r s Hr Hs).
Qed.

Lemma decoupled_of_coupling : coupling h P ->
  -1 * beta * P (fun x y => dot h x y) + ln (P (fun x y => P (fun x' y' => exp (beta * dot h x y')))) >= -1 * beta + ln (SphereMGF (INR h) beta).
Proof.
  intros HP. assert (F := forward_of_coupling HP).
  assert (J := jensen_ln (pairs h) (lifted P) (coupling_mean h P HP) (fun z => P (fun x' y' => exp (beta * dot h (fst z) y')))
    ltac:(pairs_continuous) ltac:(intros; cbv beta; pairs_positive)).
  change (P (fun x y => ln (P (fun x' y' => exp (beta * dot h x y')))) <= ln (P (fun x y => P (fun x' y' => exp (beta * dot h x y'))))) in J. lra.
Qed.
End Coupled.

Theorem thm_1_trace_population_holds : thm_1_trace_population.
Proof. unfold thm_1_trace_population; coupled. apply trace_of_coupling; assumption. Qed.

(** The statement of the ledger's second proof is the same. *)
Theorem thm_1_trace_gaussian_holds : thm_1_trace_gaussian.
Proof. unfold thm_1_trace_gaussian; coupled. apply trace_of_coupling; assumption. Qed.

Theorem thm_1_trace_overlap_holds : thm_1_trace_overlap.
Proof. unfold thm_1_trace_overlap; coupled. apply trace_of_coupling; assumption. Qed.

Theorem thm_1_trace_population_ball_holds : thm_1_trace_population_ball.
Proof. unfold thm_1_trace_population_ball; coupled. apply trace_of_ball_coupling; assumption. Qed.

Theorem thm_1_energy_holds : thm_1_energy.
Proof. unfold thm_1_energy; coupled. assert (E := energy_of_coupling h beta P ltac:(assumption) ltac:(assumption) ltac:(assumption)). lra. Qed.

Theorem thm_1_population_holds : thm_1_population.
Proof. unfold thm_1_population; coupled. apply loss_of_coupling; assumption. Qed.

Theorem thm_1_modalities_three_holds : thm_1_modalities_three.
Proof.
  unfold thm_1_modalities_three; coupled.
  assert (A := loss_of_coupling h beta P ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  assert (B := loss_of_coupling h beta P_2 ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  assert (C := loss_of_coupling h beta P_3 ltac:(assumption) ltac:(assumption) ltac:(assumption)). lra.
Qed.

Theorem thm_1_decoupled_holds : thm_1_decoupled.
Proof. unfold thm_1_decoupled; coupled. apply decoupled_of_coupling; assumption. Qed.

Theorem thm_1_stability_population_holds : thm_1_stability_population.
Proof.
  unfold thm_1_stability_population; coupled. replace (1 / 8) with (/ (4 * 2)) by field.
  apply (stability_of_coupling h beta P ltac:(assumption) ltac:(assumption) 2); [assumption|lra|ring].
Qed.

Theorem thm_1_stability_sharper_population_holds : thm_1_stability_sharper_population.
Proof.
  unfold thm_1_stability_sharper_population; coupled. replace (1 / 4) with (/ (4 * 1)) by field.
  apply (stability_of_coupling h beta P ltac:(assumption) ltac:(assumption) 1); [assumption|lra|ring].
Qed.

(** ** The loss over hyperplanes, for every pair of laws *)
Section Bent.
Variables (n : nat) (rho : R) (e : vector) (P : (vector -> vector -> R) -> R).
Hypothesis rho_nonneg : 0 <= rho.
Hypothesis e_unit : dot n e e = 1.
Hypothesis HP : coupling n P.

Notation "a ⋅ b" := (-1 * (1 + -1 * rho) * dot n e a * dot n e b + dot n a b) (at level 40).

Lemma coupled_of_coupling m : P (fun x y => x ⋅ y) <= 1 / 2 * P (fun x y => -1 * dot n e x ^ 2 * (1 + -1 * rho) + dot n x x)
  + 1 / 2 * P (fun x y => -1 * dot n e y ^ 2 * (1 + -1 * rho) + dot n y y) + 1 / 2 * rho * m ^ 2 + -1 * m * rho * P (fun x y => dot n e (vadd x (vscal (-1) y))).
Proof. exact (coupled_mean n rho e rho_nonneg e_unit (pairs n) (lifted P) fst snd (coupling_mean n P HP) (pairs_first n) (pairs_second n) m). Qed.

Lemma hot_of_coupling beta : 0 < beta ->
  -2 * beta * P (fun x y => x ⋅ y) + P (fun x y => ln (P (fun x' y' => exp (beta * (x ⋅ y'))))) + P (fun x y => ln (P (fun x' y' => exp (beta * (x' ⋅ y)))))
  >= -2 * beta + beta * ((1 + -1 * rho) * P (fun x y => dot n e x ^ 2 + dot n e y ^ 2)
    + P (fun x y => P (fun x' y' => -1 * (1 + -1 * rho) * dot n e x * dot n e x' + -1 * (1 + -1 * rho) * dot n e y * dot n e y' + dot n x x' + dot n y y'))).
Proof.
  exact (hot_mean n rho e rho_nonneg e_unit (pairs n) (lifted P) fst snd (coupling_mean n P HP) (pairs_first n) (pairs_second n) (fun z K => proj1 K) (fun z K => proj2 K) beta).
Qed.
End Bent.

Theorem thm_3_population_coupling_holds : thm_3_population_coupling.
Proof. unfold thm_3_population_coupling; coupled. apply coupled_of_coupling; assumption. Qed.

Theorem thm_3_free_hot_holds : thm_3_free_hot.
Proof. unfold thm_3_free_hot; coupled. apply hot_of_coupling; assumption. Qed.

Theorem thm_3_free_hot_collapse_holds : thm_3_free_hot_collapse.
Proof.
  unfold thm_3_free_hot_collapse; coupled. assert (L := hot_of_coupling (h - 1) rho e P ltac:(assumption) ltac:(assumption) ltac:(assumption) beta ltac:(assumption)).
  match goal with |- ?t <= beta * / ?d + / beta * (_ + 2 * beta + ?l) => set (T := t) in *; set (LL := l) in * end.
  assert (G := Generating.lnM_gaussian (-2 + INR h) beta ltac:(lra) ltac:(lra)). unfold Generating.lnM in G. rewrite <- mgf_same in G.
  set (M := ln _) in *. apply (Rmult_le_reg_l beta); [assumption|].
  replace (beta * (beta * / (-2 + INR h) + / beta * (-2 * M + 2 * beta + LL))) with (2 * (beta ^ 2 / (2 * (-2 + INR h))) + -2 * M + 2 * beta + LL) by (field; lra). lra.
Qed.

(** ** A second law of points *)
Section Second.
Variables (h : nat) (beta : R) (P Q : (vector -> vector -> R) -> R).
Hypothesis beta_pos : 0 < beta.
Hypothesis HP : coupling h P.
Hypothesis HQ : coupling h Q.

Definition between (x y : vector) : vector := vadd (vscal (1 / 2) x) (vscal (1 / 2 * (sqrt (3 + dot h x y ^ 2) + -1 * dot h x y)) y).

Lemma between_cont : vcont (pairs h) h (fun z => between (fst z) (snd z)).
Proof. unfold between. pairs_continuous. Qed.

Lemma between_middle z v : inside (pairs h) z -> dot h (between (fst z) (snd z)) v = dot h (middle h (fst z) (snd z)) v.
Proof.
  intros [Hx _]. change (dot h (fst z) (fst z) = 1) in Hx. unfold between, middle, InfoNCE.Trace.mid, InfoNCE.Trace.mu. rewrite dot_lin. bilinear. rewrite Hx.
  replace (dot h (fst z) (snd z) * dot h (fst z) (snd z) + 4 - 1) with (3 + dot h (fst z) (snd z) ^ 2) by ring. field.
Qed.

Lemma any_law_of_couplings : P (fun x y => / P (fun x' y' => exp (beta * dot h x y')) * Q (fun w u => exp (beta * dot h u (between x y))) ^ 2 * exp (beta * dot h x y))
  <= Q (fun w' u' => Q (fun w u => exp (beta * dot h u u'))) * exp beta.
Proof.
  exact (any_law_mean (pairs h) (pairs h) (lifted P) (lifted Q) h beta fst snd (fun z => between (fst z) (snd z)) snd (coupling_mean h P HP) (coupling_mean h Q HQ) beta_pos
    (pairs_first h) (pairs_second h) between_cont (pairs_second h) (fun z K => proj1 K) (fun z K => proj2 K) between_middle).
Qed.

Lemma cone_of_couplings D : 0 < D -> D ^ 2 * P (fun x y => / P (fun x' y' => exp (beta * dot h x y')) * exp (beta * dot h x y))
  <= Q (fun w' u' => Q (fun w u => exp (beta * dot h u u'))) * exp beta
    + D * P (fun x y => D + sqrt ((D + -1 * Q (fun w u => exp (beta * dot h u (between x y)))) ^ 2) + -1 * Q (fun w u => exp (beta * dot h u (between x y)))) * exp (2 * beta).
Proof.
  exact (cone_mean (pairs h) (pairs h) (lifted P) (lifted Q) h beta fst snd (fun z => between (fst z) (snd z)) snd (coupling_mean h P HP) (coupling_mean h Q HQ) beta_pos
    (pairs_first h) (pairs_second h) between_cont (pairs_second h) (fun z K => proj1 K) (fun z K => proj2 K) between_middle D).
Qed.

Variables (r : R) (e : vector).
Definition shrunk (x : vector) : vector := vadd x (vscal (-1 * (1 + -1 * r) * dot h e x) e).
Definition centre (x y : vector) : vector := vadd (vadd (vadd (vscal (1 / 2) x) (vscal (1 / 2) y)) (vscal (-1 / 2 * (1 + -1 * r) * dot h e x) e)) (vscal (-1 / 2 * (1 + -1 * r) * dot h e y) e).
Definition apart (x y : vector) : vector := vadd (vadd (vadd x (vscal (-1) y)) (vscal ((1 + -1 * r) * dot h e y) e)) (vscal (-1 * (1 + -1 * r) * dot h e x) e).

Lemma centre_half z v : inside (pairs h) z -> dot h (centre (fst z) (snd z)) v = (dot h (shrunk (fst z)) v + dot h (shrunk (snd z)) v) / 2.
Proof. intros _. unfold centre, shrunk. bilinear. field. Qed.

Lemma centre_apart x y : dot h (shrunk x) (shrunk y) - dot h (centre x y) (centre x y) = -1 / 4 * dot h (apart x y) (apart x y).
Proof. unfold apart, centre, shrunk. bilinear. rewrite (dot_sym h x e), (dot_sym h y e), (dot_sym h y x). field. Qed.

Lemma overlap_of_couplings : P (fun x y => / P (fun x' y' => exp (beta * dot h (shrunk x) (shrunk y'))) * Q (fun v u => exp (beta * dot h (shrunk u) (centre x y))) ^ 2
    * exp (-1 / 4 * beta * dot h (apart x y) (apart x y)))
  <= Q (fun v' u' => Q (fun v u => exp (beta * dot h (shrunk u) (shrunk u')))).
Proof.
  assert (O := overlap_mean (pairs h) (pairs h) (lifted P) (lifted Q) h beta (fun z => shrunk (fst z)) (fun z => shrunk (snd z)) (fun z => centre (fst z) (snd z)) (fun z => shrunk (snd z))
    (coupling_mean h P HP) (coupling_mean h Q HQ) beta_pos
    ltac:(unfold shrunk; pairs_continuous) ltac:(unfold shrunk; pairs_continuous) ltac:(unfold centre; pairs_continuous) ltac:(unfold shrunk; pairs_continuous) centre_half).
  eapply Rle_trans; [apply Req_le|exact O]. unfold lifted at 1. f_equal. extensionality x. extensionality y.
  cbv beta iota delta [fst snd]. rewrite centre_apart. unfold Z, lifted. do 2 f_equal. ring.
Qed.
End Second.

Theorem thm_1_trace_any_law_holds : thm_1_trace_any_law.
Proof.
  unfold thm_1_trace_any_law; coupled. apply any_law_of_couplings; assumption.
Qed.

Theorem thm_1_cone_holds : thm_1_cone.
Proof. unfold thm_1_cone; coupled. apply cone_of_couplings; assumption. Qed.

Theorem thm_3_free_overlap_holds : thm_3_free_overlap.
Proof. unfold thm_3_free_overlap; coupled. apply overlap_of_couplings; assumption. Qed.
