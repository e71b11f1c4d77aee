(** * Theorem 1 with noise, refuted: four pairs on the circle that are not aligned, and have no mean *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Hypergeometric Bessel.Ratio Bessel.Amos.
From Modgap Require Import Coupling.Compact Coupling.Mean Coupling.Pairs.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Print.
Open Scope R_scope.

(** x = (24 s, 7 t)/25 and y = (7 s, 24 t)/25 with signs s and t. *)
Definition in_plane (a b : R) : vector := fun i => match i with 0%nat => a / 25 | 1%nat => b / 25 | _ => 0 end.
Definition four (f : vector -> vector -> R) : R :=
  (f (in_plane 24 7) (in_plane 7 24) + f (in_plane 24 (-7)) (in_plane 7 (-24)) + f (in_plane (-24) 7) (in_plane (-7) 24) + f (in_plane (-24) (-7)) (in_plane (-7) (-24))) / 4.

Lemma dot_in_plane a b c d : dot 2 (in_plane a b) (in_plane c d) = (a * c + b * d) / 625.
Proof. unfold dot, in_plane. simpl. field. Qed.

Lemma four_coupling : coupling 2 four.
Proof.
  constructor.
  - unfold four. field.
  - intros a b f g _ _. unfold four. field.
  - intros f _ H. assert (N : forall a b c d, a ^ 2 + b ^ 2 = 625 -> c ^ 2 + d ^ 2 = 625 -> 0 <= f (in_plane a b) (in_plane c d)).
    { intros a b c d E F. apply H. split; rewrite dot_in_plane; [replace (a * a + b * b) with 625 by (rewrite <- E; ring)|replace (c * c + d * d) with 625 by (rewrite <- F; ring)]; field. }
    assert (N1 := N 24 7 7 24 ltac:(ring) ltac:(ring)). assert (N2 := N 24 (-7) 7 (-24) ltac:(ring) ltac:(ring)). assert (N3 := N (-24) 7 (-7) 24 ltac:(ring) ltac:(ring)).
    assert (N4 := N (-24) (-7) (-7) (-24) ltac:(ring) ltac:(ring)). unfold four. lra.
Qed.

(** Every partition function is the square of a hyperbolic cosine. *)
Definition spread : R := 336 / 625.

Lemma cosh_square : (exp (2 * spread) + 1 + 1 + exp (- (2 * spread))) / 4 = Cosh spread ^ 2.
Proof.
  unfold Cosh. replace (2 * spread) with (spread + spread) by ring. replace (- (spread + spread)) with (- spread + - spread) by ring. rewrite !exp_plus. replace (-1 * spread) with (- spread) by ring.
  assert (E : exp spread * exp (- spread) = 1) by (rewrite <- exp_plus, Rplus_opp_r; apply exp_0).
  replace ((1 / 2 * exp spread + 1 / 2 * exp (- spread)) ^ 2) with ((exp spread * exp spread + 2 * (exp spread * exp (- spread)) + exp (- spread) * exp (- spread)) / 4) by field. rewrite E. field.
Qed.

(** Each of the four products of one vector with all is 2 spread, twice 0, and -2 spread. *)
Ltac exponents := repeat match goal with |- context [exp (2 * ?e)] => lazymatch e with spread => fail | _ =>
  first [replace (2 * e) with (2 * spread) by (unfold spread; lra) | replace (2 * e) with (- (2 * spread)) by (unfold spread; lra) | replace (2 * e) with 0 by lra] end end.
Ltac partition := unfold four; rewrite !dot_in_plane; exponents; rewrite exp_0, <- cosh_square; field.

Lemma forward_logs : four (fun x y => ln (four (fun x' y' => exp (2 * dot 2 x y')))) = ln (Cosh spread ^ 2).
Proof.
  assert (P1 : four (fun x' y' => exp (2 * dot 2 (in_plane 24 7) y')) = Cosh spread ^ 2) by partition. assert (P2 : four (fun x' y' => exp (2 * dot 2 (in_plane 24 (-7)) y')) = Cosh spread ^ 2) by partition.
  assert (P3 : four (fun x' y' => exp (2 * dot 2 (in_plane (-24) 7) y')) = Cosh spread ^ 2) by partition. assert (P4 : four (fun x' y' => exp (2 * dot 2 (in_plane (-24) (-7)) y')) = Cosh spread ^ 2) by partition.
  unfold four at 1. rewrite P1, P2, P3, P4. field.
Qed.

Lemma backward_logs : four (fun x y => ln (four (fun x' y' => exp (2 * dot 2 x' y)))) = ln (Cosh spread ^ 2).
Proof.
  assert (P1 : four (fun x' y' => exp (2 * dot 2 x' (in_plane 7 24))) = Cosh spread ^ 2) by partition. assert (P2 : four (fun x' y' => exp (2 * dot 2 x' (in_plane 7 (-24)))) = Cosh spread ^ 2) by partition.
  assert (P3 : four (fun x' y' => exp (2 * dot 2 x' (in_plane (-7) 24))) = Cosh spread ^ 2) by partition. assert (P4 : four (fun x' y' => exp (2 * dot 2 x' (in_plane (-7) (-24)))) = Cosh spread ^ 2) by partition.
  unfold four at 1. rewrite P1, P2, P3, P4. field.
Qed.

Lemma own_product : four (fun x y => dot 2 x y) = spread.
Proof. unfold four, spread. rewrite !dot_in_plane. field. Qed.

Lemma strange_product : four (fun x y => four (fun x' y' => dot 2 x y')) = 0.
Proof. unfold four. rewrite !dot_in_plane. field. Qed.

Lemma logs_above : ln (Cosh spread ^ 2) <= spread ^ 2.
Proof.
  destruct (cosh_gaussian_holds spread ltac:(unfold spread; lra)) as (P & _ & L). replace (Cosh spread ^ 2) with (Cosh spread * Cosh spread) by ring. rewrite ln_mult by exact P. lra.
Qed.

(** Four terms of M_2(2), against e^t by (1 - t/32)^32. *)
Lemma M_2_2 : 2277 / 1000 <= SphereMGF 2 2.
Proof.
  unfold SphereMGF. replace (1 / 2 * 2) with 1 by field. replace (1 / 4 * 2 ^ 2) with 1 by field.
  assert (S := hyper_is_pseries 1 1 ltac:(lra)). apply (partial_le_series _ _ 3) in S.
  - rewrite !sum_Sn, sum_O in S. unfold scal, plus in S; simpl in S; unfold mult, Hierarchy.one in S; simpl in S. eapply Rle_trans; [|exact S]. lra.
  - intros k. assert (P := hyper_coeff_pos 1 k ltac:(lra)). unfold scal; simpl; unfold mult; simpl. apply Rmult_le_pos; [|lra]. rewrite pow_n_pow. apply pow_le. lra.
Qed.

Lemma M_2_2_log : 807 / 1000 <= ln (SphereMGF 2 2).
Proof.
  assert (M := M_2_2). set (x := 807 / 32000). assert (E := exp_ineq1_le (- x)). assert (D : forall y, exp (- (y + y)) = exp (- y) * exp (- y)) by (intros y; rewrite <- exp_plus; f_equal; ring).
  assert (E1 : 97478 / 100000 <= exp (- x)) by (unfold x in *; lra). assert (E2 : 9501 / 10000 <= exp (- (x + x))) by (rewrite D; nra). set (x2 := x + x) in *.
  assert (E4 : 9026 / 10000 <= exp (- (x2 + x2))) by (rewrite D; nra). set (x4 := x2 + x2) in *. assert (E8 : 8146 / 10000 <= exp (- (x4 + x4))) by (rewrite D; nra). set (x8 := x4 + x4) in *.
  assert (E16 : 6635 / 10000 <= exp (- (x8 + x8))) by (rewrite D; nra). set (x16 := x8 + x8) in *. assert (E32 : 4402 / 10000 <= exp (- (x16 + x16))) by (rewrite D; nra).
  replace (x16 + x16) with (807 / 1000) in E32 by (unfold x16, x8, x4, x2, x; field). rewrite exp_Ropp in E32. assert (P := exp_pos (807 / 1000)).
  assert (Q : exp (807 / 1000) * / exp (807 / 1000) = 1) by (field; lra). assert (B : exp (807 / 1000) * (4402 / 10000) <= exp (807 / 1000) * / exp (807 / 1000)) by (apply Rmult_le_compat_l; lra).
  rewrite <- (ln_exp (807 / 1000)). destruct (Req_dec (exp (807 / 1000)) (SphereMGF 2 2)) as [->|N]; [lra|apply Rlt_le, ln_increasing; lra].
Qed.

Theorem thm_1_noise_holds : thm_1_noise.
Proof.
  assert (H := four_coupling). exists 2%nat, 2, (11 / 25), four. replace (INR 2) with 2 by (simpl; ring). assert (M := SphereMGF_positive 2 2 ltac:(lra)).
  assert (A : 2 / 3 <= IvRatio (-1 + 1 / 2 * 2) 2 < 1).
  { replace (-1 + 1 / 2 * 2) with 0 by field. rewrite IvRatio_ratio by lra. assert (B := bound_lower_rational 0 2 ltac:(lra) ltac:(lra)). assert (U := bound_upper_one 0 2 ltac:(lra) ltac:(lra)). lra. }
  assert (F := forward_logs). assert (B := backward_logs). assert (O := own_product). assert (S := strange_product).
  assert (L := logs_above). assert (K := M_2_2_log). remember four as P eqn:E.
  repeat match goal with |- _ /\ _ => split end; try solve [lra | assumption | nra | pairs_side]; try (intros; pairs_side).
  rewrite F, B, O, S. unfold spread in *. lra.
Qed.
