(** * Theorem 1 for probabilities of pairs: the ledger's statements on couplings from the theorems of [Coupling] *)
From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors InfoNCE.Energy.
From Modgap Require Bessel.Generating.
From Modgap Require Import Coupling.Compact Coupling.Mean Coupling.Trace Coupling.Pairs.
From Modgap Require Import Ledger.Language Ledger.Statements.
Open Scope R_scope.

Lemma mgf_same h z : SphereMGF h z = Generating.SphereMGF h z.
Proof. unfold SphereMGF, Generating.SphereMGF. f_equal; field. Qed.

Lemma dimension_above h : INR h >= 2 -> (1 <= h)%nat.
Proof. intros H. apply INR_le. simpl. lra. Qed.

Lemma mgf_above_zero h z : INR h >= 2 -> 0 < SphereMGF (INR h) z.
Proof. intros H. rewrite mgf_same. apply SphereMGF_pos, dimension_above, H. Qed.

Ltac coupled := intros; repeat match goal with |- _ /\ _ => split end;
  try solve [lra | apply mgf_above_zero; assumption | apply Rgt_not_eq, mgf_above_zero; assumption | pairs_side].

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
End Coupled.

Theorem thm_1_trace_population_holds : thm_1_trace_population.
Proof. unfold thm_1_trace_population; coupled. apply trace_of_coupling; assumption. Qed.

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
