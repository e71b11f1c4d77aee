(** * The entire function 0F1(; b; w) = sum_k w^k/((b)_k k!), b > 0

    Radius of convergence, derivative, contiguity and positivity, from the power series. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Factorials.
Open Scope R_scope.

(** The power series 0F1(; b; w) = sum_k w^k/((b)_k k!). *)
Definition hyper0F1 (b w : R) : R := PSeries (fun k => / (rising b k * INR (fact k))) w.

Local Notation f := hyper0F1.

Lemma hyper_coeff_pos b k : 0 < b -> 0 < / (rising b k * INR (fact k)).
Proof. intros Hb. apply Rinv_0_lt_compat, Rmult_lt_0_compat; [apply rising_pos, Hb|apply INR_fact_lt_0]. Qed.

Lemma hyper_radius b : 0 < b -> CV_radius (fun k => / (rising b k * INR (fact k))) = p_infty.
Proof.
  intros Hb. apply CV_radius_infinite_DAlembert.
  - intros n. apply Rgt_not_eq, hyper_coeff_pos, Hb.
  - apply (is_lim_seq_le_le (fun _ => 0) _ (fun n => / b * / (INR n + 1))).
    + intros n. pose proof (hyper_coeff_pos b n Hb). pose proof (hyper_coeff_pos b (S n) Hb).
      pose proof (pos_INR n) as Hn.
      assert (Hr := rising_pos b n Hb). assert (Hf := INR_fact_lt_0 n).
      rewrite Rabs_pos_eq by (apply Rlt_le, Rdiv_lt_0_compat; assumption). split.
      * apply Rlt_le, Rdiv_lt_0_compat; assumption.
      * simpl rising. rewrite fact_simpl, mult_INR, S_INR.
        replace (/ (rising b n * (b + INR n) * ((INR n + 1) * INR (fact n))) / / (rising b n * INR (fact n)))
          with (/ (b + INR n) * / (INR n + 1)) by (field; repeat split; lra).
        apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat; lra|].
        apply Rinv_le_contravar; lra.
    + apply is_lim_seq_const.
    + replace (Finite 0) with (Rbar_mult (/ b) 0) by (simpl; f_equal; ring).
      apply is_lim_seq_scal_l.
      apply (is_lim_seq_ext (fun n => / INR (S n))); [intros; rewrite S_INR; reflexivity|].
      apply (is_lim_seq_incr_1 (fun n => / INR n)).
      replace (Finite 0) with (Rbar_inv p_infty) by reflexivity.
      apply is_lim_seq_inv; [apply is_lim_seq_INR|discriminate].
Qed.

Lemma hyper_is_pseries b w : 0 < b -> is_pseries (fun k => / (rising b k * INR (fact k))) w (hyper0F1 b w).
Proof.
  intros Hb. apply PSeries_correct, CV_radius_inside. rewrite hyper_radius by exact Hb. exact I.
Qed.
Lemma partial_le_series a l n : is_series a l -> (forall k, 0 <= a k) -> sum_n a n <= l.
Proof.
  intros H Hp. apply (is_lim_seq_incr_compare (sum_n a)); [exact H|].
  intros k. rewrite sum_Sn. unfold plus; simpl. specialize (Hp (S k)). lra.
Qed.

Lemma hyper_inside b w : 0 < b -> Rbar_lt (Rabs w) (CV_radius (fun k => / (rising b k * INR (fact k)))).
Proof. intros Hb. rewrite hyper_radius by exact Hb. exact I. Qed.

Theorem hyper_derive b w : 0 < b -> is_derive (f b) w (/ b * f (b + 1) w).
Proof.
  intros Hb.
  assert (D := is_derive_PSeries _ w (hyper_inside b w Hb)).
  replace (/ b * f (b + 1) w) with (PSeries (PS_derive (fun k => / (rising b k * INR (fact k)))) w); [exact D|].
  unfold hyper0F1. rewrite <- PSeries_scal. apply PSeries_ext. intros n.
  unfold PS_derive, PS_scal, scal; simpl; unfold mult; simpl.
  change (rising b n * (b + INR n)) with (rising b (S n)). rewrite rising_l.
  change (fact n + n * fact n)%nat with (fact (S n)). rewrite fact_simpl, mult_INR.
  change (match n with O => 1 | S _ => INR n + 1 end) with (INR (S n)).
  assert (0 < rising (b + 1) n) by (apply rising_pos; lra). assert (Hf := INR_fact_lt_0 n).
  assert (0 < INR (S n)) by (apply lt_0_INR; lia).
  field. repeat split; lra.
Qed.

Theorem hyper_contiguous b w : 0 < b -> f b w = f (b + 1) w + w / (b * (b + 1)) * f (b + 2) w.
Proof.
  intros Hb.
  replace (w / (b * (b + 1)) * f (b + 2) w) with (/ (b * (b + 1)) * (w * f (b + 2) w)) by (field; lra).
  unfold hyper0F1 at 3. rewrite <- PSeries_incr_1, <- PSeries_scal. unfold hyper0F1. rewrite <- PSeries_plus.
  - apply PSeries_ext. intros n.
    change (PS_plus (fun k : nat => / (rising (b + 1) k * INR (fact k)))
      (PS_scal (/ (b * (b + 1))) (PS_incr_1 (fun k : nat => / (rising (b + 2) k * INR (fact k))))) n)
      with (/ (rising (b + 1) n * INR (fact n)) + / (b * (b + 1)) * PS_incr_1 (fun k : nat => / (rising (b + 2) k * INR (fact k))) n).
    destruct n as [|n].
    + simpl. unfold zero; simpl. field. lra.
    + rewrite !rising_l. change (rising (b + 1) (S n)) with (rising (b + 1) n * (b + 1 + INR n)). replace (b + 1 + 1) with (b + 2) by ring.
      change (PS_incr_1 (fun k : nat => / (rising (b + 2) k * INR (fact k))) (S n)) with (/ (rising (b + 2) n * INR (fact n))).
      rewrite fact_simpl, mult_INR.
      assert (E : rising (b + 1) n * (b + 1 + INR n) = (b + 1) * rising (b + 2) n).
      { change (rising (b + 1) n * (b + 1 + INR n)) with (rising (b + 1) (S n)). rewrite rising_l. f_equal. f_equal. ring. }
      assert (H2 : 0 < rising (b + 2) n) by (apply rising_pos; lra). assert (Hf := INR_fact_lt_0 n).
      assert (Hn := pos_INR n). rewrite S_INR.
      assert (E1 : rising (b + 1) n = (b + 1) * rising (b + 2) n / (b + 1 + INR n)) by (rewrite <- E; field; lra).
      rewrite E1. field. repeat split; lra.
  - apply CV_radius_inside, hyper_inside. lra.
  - apply ex_pseries_scal; [unfold mult; simpl; intros; ring|]. apply ex_pseries_incr_1. apply CV_radius_inside, hyper_inside. lra.
Qed.

Theorem hyper_pos b w : 0 < b -> 0 <= w -> 0 < f b w.
Proof.
  intros Hb Hw. assert (HM := hyper_is_pseries b w Hb).
  assert (Hk : forall k, 0 <= scal (pow_n w k) (/ (rising b k * INR (fact k)))).
  { intros k. unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow.
    apply Rmult_le_pos; [apply pow_le; exact Hw|apply Rlt_le, hyper_coeff_pos, Hb]. }
  assert (P := partial_le_series _ _ 0%nat HM Hk). rewrite sum_O in P.
  unfold scal in P; simpl in P; unfold mult, one in P; simpl in P.
  eapply Rlt_le_trans; [|exact P]. rewrite Rmult_1_l, Rmult_1_l, Rinv_1. lra.
Qed.

(** The ratio. *)
