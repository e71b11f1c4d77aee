(** * The modified Bessel function of the first kind, for every real order

    I_nu(z) = (z/2)^nu sum_k (z^2/4)^k/(k! Gamma(nu+k+1)) (DLMF 10.25.2): recurrence, derivative, positivity, and the
    links to 0F1 and to the quotient [ratio]. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio.
Open Scope R_scope.

Definition coefficient (nu : R) (k : nat) : R := rGamma (nu + INR k + 1) / INR (fact k).
Definition entire (nu w : R) : R := PSeries (coefficient nu) w.
Definition besseli (nu z : R) : R := Rpower (z / 2) nu * entire nu (z ^ 2 / 4).

Lemma coefficient_derive nu n : PS_derive (coefficient nu) n = coefficient (nu + 1) n.
Proof.
  unfold PS_derive, coefficient. change (fact (S n)) with (S n * fact n)%nat. rewrite mult_INR.
  replace (nu + INR (S n) + 1) with (nu + 1 + INR n + 1) by (rewrite S_INR; ring).
  assert (0 < INR (S n)) by (apply lt_0_INR; lia). assert (H1 := INR_fact_lt_0 n). field. split; lra.
Qed.

Lemma coefficient_hyper nu k : nu > -1 -> coefficient nu k = rGamma (nu + 1) * / (rising (nu + 1) k * INR (fact k)).
Proof.
  intros H. unfold coefficient. replace (nu + INR k + 1) with (nu + 1 + INR k) by ring. rewrite rGamma_rising by lra.
  assert (P := rising_pos (nu + 1) k ltac:(lra)). assert (Hf := INR_fact_lt_0 k). field. split; lra.
Qed.

Lemma coefficient_radius_above nu : nu > -1 -> CV_radius (coefficient nu) = p_infty.
Proof.
  intros H. assert (P := rGamma_pos (nu + 1) ltac:(lra)).
  rewrite (CV_radius_ext _ (PS_scal (rGamma (nu + 1)) (fun k => / (rising (nu + 1) k * INR (fact k))))).
  - rewrite CV_radius_scal by lra. apply hyper_radius. lra.
  - intros k. apply coefficient_hyper, H.
Qed.

Lemma coefficient_radius nu : CV_radius (coefficient nu) = p_infty.
Proof.
  destruct (nfloor_ex (Rabs nu) (Rabs_pos nu)) as (m & _ & Hm). assert (A := Rle_abs (- nu)). rewrite Rabs_Ropp in A.
  assert (H : nu + INR (S m) > -1) by (rewrite S_INR; lra). clear A Hm. revert nu H.
  induction (S m) as [|k IH]; intros nu H.
  - simpl in H. apply coefficient_radius_above. lra.
  - rewrite S_INR in H. rewrite <- CV_radius_derive, (CV_radius_ext _ _ (coefficient_derive nu)). apply IH. lra.
Qed.

Lemma entire_inside nu w : Rbar_lt (Rabs w) (CV_radius (coefficient nu)).
Proof. rewrite coefficient_radius. exact I. Qed.

Lemma entire_derive nu w : is_derive (entire nu) w (entire (nu + 1) w).
Proof.
  assert (D := is_derive_PSeries _ w (entire_inside nu w)). unfold entire at 2.
  rewrite <- (PSeries_ext _ _ w (coefficient_derive nu)). exact D.
Qed.

Lemma entire_contiguous nu w : entire (nu - 1) w = nu * entire nu w + w * entire (nu + 1) w.
Proof.
  unfold entire. rewrite <- PSeries_incr_1, <- PSeries_scal, <- PSeries_plus.
  - apply PSeries_ext. intros n. unfold PS_plus, PS_scal, plus, scal; simpl; unfold mult; simpl.
    destruct n as [|n]; unfold PS_incr_1, zero; simpl.
    + unfold coefficient. simpl (INR 0). replace (nu - 1 + 0 + 1) with nu by ring.
      replace (nu + 0 + 1) with (nu + 1) by ring. rewrite (rGamma_step nu). simpl. field.
    + unfold coefficient. replace (nu - 1 + INR (S n) + 1) with (nu + INR (S n)) by ring.
      replace (nu + 1 + INR n + 1) with (nu + INR (S n) + 1) by (rewrite S_INR; ring).
      rewrite (rGamma_step (nu + INR (S n))). rewrite fact_simpl, mult_INR.
      assert (0 < INR (S n)) by (apply lt_0_INR; lia). assert (H1 := INR_fact_lt_0 n). field. split; lra.
  - apply ex_pseries_scal; [unfold mult; simpl; intros; ring|]. apply CV_radius_inside, entire_inside.
  - apply ex_pseries_incr_1. apply CV_radius_inside, entire_inside.
Qed.

Lemma entire_hyper nu w : nu > -1 -> entire nu w = rGamma (nu + 1) * hyper0F1 (nu + 1) w.
Proof.
  intros H. unfold entire, hyper0F1. rewrite <- PSeries_scal. apply PSeries_ext. intros k. apply coefficient_hyper, H.
Qed.

Theorem besseli_recurrence nu z : z > 0 -> besseli (nu - 1) z - besseli (nu + 1) z = 2 * nu / z * besseli nu z.
Proof.
  intros Hz. unfold besseli. replace (Rpower (z / 2) nu) with (Rpower (z / 2) (nu - 1) * (z / 2)).
  - replace (Rpower (z / 2) (nu + 1)) with (Rpower (z / 2) (nu - 1) * (z / 2) * (z / 2)).
    + rewrite entire_contiguous. field. lra.
    + rewrite <- (Rpower_1 (z / 2)) at 2 3 by lra. rewrite <- !Rpower_plus. f_equal. ring.
  - rewrite <- (Rpower_1 (z / 2)) at 2 by lra. rewrite <- Rpower_plus. f_equal. ring.
Qed.

Theorem besseli_derive nu z : z > 0 -> is_derive (besseli nu) z (besseli (nu + 1) z + nu / z * besseli nu z).
Proof.
  intros Hz. assert (Dw : is_derive (fun t => t ^ 2 / 4) z (z / 2)) by (auto_derive; [trivial|field]).
  assert (E := is_derive_comp (entire nu) (fun t => t ^ 2 / 4) z _ _ (entire_derive nu (z ^ 2 / 4)) Dw).
  unfold scal in E; simpl in E; unfold mult in E; simpl in E.
  assert (Dp : is_derive (fun t => Rpower (t / 2) nu) z (nu / z * Rpower (z / 2) nu)).
  { unfold Rpower. auto_derive; [lra|]. change (z * / 2) with (z / 2). field. lra. }
  assert (D := is_derive_mult (fun t => Rpower (t / 2) nu) (fun t => entire nu (t ^ 2 / 4)) z _ _ Dp E ltac:(intros; apply Rmult_comm)).
  unfold plus, mult in D; simpl in D. unfold besseli. rewrite Rpower_plus, Rpower_1 by lra.
  match goal with |- is_derive _ _ ?v => match type of D with is_derive _ _ ?u => replace v with u; [exact D|] end end.
  simpl. field. lra.
Qed.

Section Above.
Variables nu z : R.
Hypothesis nu_above : nu > -1.
Hypothesis z_pos : z > 0.

Theorem besseli_hyper : besseli nu z = Rpower (z / 2) nu * rGamma (nu + 1) * hyper0F1 (nu + 1) (z ^ 2 / 4).
Proof. unfold besseli. rewrite entire_hyper by exact nu_above. ring. Qed.

Theorem besseli_pos : besseli nu z > 0.
Proof.
  rewrite besseli_hyper. assert (P := rGamma_pos (nu + 1) ltac:(lra)). assert (R := Rpower_pos (z / 2) nu).
  assert (F := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) ltac:(nra)). apply Rmult_lt_0_compat; [nra|exact F].
Qed.
End Above.

Theorem ratio_besseli nu z : nu > -1 -> z > 0 -> besseli (nu + 1) z / besseli nu z = ratio nu z.
Proof.
  intros Hnu Hz. rewrite !besseli_hyper by lra. unfold ratio. rewrite (rGamma_step (nu + 1)).
  rewrite Rpower_plus, Rpower_1 by lra. replace (nu + 1 + 1) with (nu + 2) by ring.
  assert (P := rGamma_pos (nu + 2) ltac:(lra)). assert (R := Rpower_pos (z / 2) nu).
  assert (F := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) ltac:(nra)). field. repeat split; lra.
Qed.
