(** * The reciprocal of the Gamma function

    1/Gamma(x) = lim x (x+1) ... (x+n)/(n! n^x), Euler's limit, for every real x (DLMF 5.8.1). It exists, satisfies
    1/Gamma(x) = x/Gamma(x+1), and is positive for x > 0. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials.
Open Scope R_scope.

Definition euler (x : R) (n : nat) : R := rising x (S n) / (INR (fact n) * Rpower (INR n) x).
Definition rGamma (x : R) : R := real (Lim_seq (euler x)).
Definition Gamma (x : R) : R := / rGamma x.

Lemma euler_pos x n : 0 < x -> 0 < euler x n.
Proof.
  intros Hx. apply Rdiv_lt_0_compat; [apply rising_pos, Hx|].
  apply Rmult_lt_0_compat; [apply INR_fact_lt_0|apply Rpower_pos].
Qed.

(** One factor of Euler's product, with n for the larger index. *)
Lemma euler_step x n : 0 < x -> (1 <= n)%nat ->
  euler x (S n) = euler x n * exp (ln (1 + x * / INR (S n)) + x * ln (1 - / INR (S n))).
Proof.
  intros Hx Hn. assert (Hn0 : 0 < INR n) by (apply lt_0_INR; lia). assert (HS : 0 < INR (S n)) by (apply lt_0_INR; lia).
  assert (HS1 := S_INR n). assert (Hi : 0 < / INR (S n)) by (apply Rinv_0_lt_compat, HS).
  assert (Hi1 : 1 - / INR (S n) = INR n * / INR (S n)) by (rewrite HS1; field; lra).
  rewrite Hi1, ln_mult, ln_Rinv by (try apply Rinv_0_lt_compat; assumption).
  rewrite exp_plus, exp_ln by nra. unfold euler, Rpower.
  change (rising x (S (S n))) with (rising x (S n) * (x + INR (S n))). rewrite fact_simpl, mult_INR.
  replace (x * (ln (INR n) + - ln (INR (S n)))) with (x * ln (INR n) + - (x * ln (INR (S n)))) by ring.
  rewrite exp_plus, exp_Ropp.
  assert (E1 := exp_pos (x * ln (INR n))). assert (E2 := exp_pos (x * ln (INR (S n)))). assert (Hf := INR_fact_lt_0 n).
  field. repeat split; lra.
Qed.

Lemma euler_factor x u : 0 < x -> 0 < u -> u <= / 2 ->
  - (x ^ 2 + 2 * x) * u ^ 2 <= ln (1 + x * u) + x * ln (1 - u) <= 0.
Proof.
  intros Hx Hu Hu2. assert (Hxu : 0 < x * u) by (apply Rmult_lt_0_compat; assumption). split.
  - assert (A := ln_above (1 + x * u) ltac:(lra)). assert (B := ln_above (1 - u) ltac:(lra)).
    assert (A' : x * u - x ^ 2 * u ^ 2 <= 1 - / (1 + x * u)).
    { apply (Rmult_le_reg_r (1 + x * u)); [lra|]. rewrite (Rmult_minus_distr_r 1), Rinv_l by lra. assert (0 < x * u * (x * u) * (x * u)) by (apply Rmult_lt_0_compat; nra). nra. }
    assert (B' : - u - 2 * u ^ 2 <= 1 - / (1 - u)).
    { apply (Rmult_le_reg_r (1 - u)); [lra|]. rewrite (Rmult_minus_distr_r 1), Rinv_l by lra. nra. }
    assert (x * (- u - 2 * u ^ 2) <= x * ln (1 - u)) by (apply Rmult_le_compat_l; lra). nra.
  - assert (A := ln_below (1 + x * u) ltac:(lra)). assert (B := ln_below (1 - u) ltac:(lra)).
    assert (x * ln (1 - u) <= x * (- u)) by (apply Rmult_le_compat_l; lra). lra.
Qed.

Lemma half_of_index n : (1 <= n)%nat -> 0 < / INR (S n) <= / 2.
Proof.
  intros Hn. assert (2 <= INR (S n)) by (change 2 with (INR 2); apply le_INR; lia).
  split; [apply Rinv_0_lt_compat; lra|apply Rinv_le_contravar; lra].
Qed.

Lemma euler_converges_pos x : 0 < x -> exists l, 0 < l /\ is_lim_seq (euler x) l.
Proof.
  intros Hx. set (K := x ^ 2 + 2 * x). assert (HK : 0 < K) by (unfold K; nra).
  assert (Down : forall n, euler x (S (S n)) <= euler x (S n)).
  { intros n. rewrite (euler_step x (S n)) by (try lia; assumption). destruct (half_of_index (S n) ltac:(lia)) as [Hu Hu2].
    assert (F := euler_factor x _ Hx Hu Hu2). assert (E := exp_le _ 0 (proj2 F)). rewrite exp_0 in E.
    assert (P := euler_pos x (S n) Hx). nra. }
  assert (Up : forall n, euler x 1 * exp (- K) <= euler x (S n) * exp (- K * / INR (S n))).
  { induction n as [|n IH]; [simpl (INR 1); rewrite Rinv_1, Rmult_1_r; lra|].
    eapply Rle_trans; [exact IH|]. rewrite (euler_step x (S n)) by (try lia; assumption). rewrite Rmult_assoc, <- exp_plus.
    apply Rmult_le_compat_l; [apply Rlt_le, euler_pos, Hx|]. apply exp_le.
    destruct (half_of_index (S n) ltac:(lia)) as [Hu Hu2]. assert (F := euler_factor x _ Hx Hu Hu2). fold K in F.
    assert (HN : 0 < INR (S n)) by (apply lt_0_INR; lia). assert (HN1 := S_INR (S n)).
    set (u := / INR (S (S n))) in *.
    assert (Hv : / INR (S n) - u >= u ^ 2).
    { assert (E : / INR (S n) - u - u ^ 2 = u ^ 2 * / INR (S n)) by (unfold u; rewrite HN1; field; split; lra).
      assert (0 < u ^ 2 * / INR (S n)) by (apply Rmult_lt_0_compat; [nra|apply Rinv_0_lt_compat, HN]). lra. }
    assert (K * (/ INR (S n) - u) >= K * u ^ 2) by (apply Rmult_ge_compat_l; lra). lra. }
  assert (Low : forall n, euler x 1 * exp (- K) <= euler x (S n)).
  { intros n. eapply Rle_trans; [apply Up|]. assert (HN : 0 < / INR (S n)) by (apply Rinv_0_lt_compat, lt_0_INR; lia).
    assert (M : 0 <= K * / INR (S n)) by (apply Rmult_le_pos; lra).
    assert (E := exp_le (- K * / INR (S n)) 0 ltac:(lra)). rewrite exp_0 in E. assert (P := euler_pos x (S n) Hx).
    rewrite <- (Rmult_1_r (euler x (S n))) at 2. apply Rmult_le_compat_l; lra. }
  destruct (ex_finite_lim_seq_decr (fun n => euler x (S n)) (euler x 1 * exp (- K)) Down Low) as (l & Hl).
  exists l. split.
  - apply Rlt_le_trans with (euler x 1 * exp (- K)); [apply Rmult_lt_0_compat; [apply euler_pos, Hx|apply exp_pos]|].
    exact (is_lim_seq_le (fun _ => euler x 1 * exp (- K)) (fun n => euler x (S n)) (euler x 1 * exp (- K)) l Low (is_lim_seq_const _) Hl).
  - apply is_lim_seq_incr_1, Hl.
Qed.

Lemma is_lim_seq_index x : is_lim_seq (fun n => INR n / (INR n + (x + 1))) 1.
Proof.
  apply (is_lim_seq_ext_loc (fun n => 1 - (x + 1) * / (INR n + (x + 1)))).
  - destruct (nfloor_ex (Rabs (x + 1)) (Rabs_pos _)) as (m & _ & Hm). exists (S m). intros n Hn.
    apply le_INR in Hn. rewrite S_INR in Hn. assert (A := Rle_abs (- (x + 1))). rewrite Rabs_Ropp in A. field. lra.
  - replace (Finite 1) with (Finite (1 - (x + 1) * 0)) by (f_equal; ring).
    apply is_lim_seq_minus'; [apply is_lim_seq_const|].
    apply (is_lim_seq_scal_l (fun n => / (INR n + (x + 1))) (x + 1) 0).
    replace (Finite 0) with (Rbar_inv p_infty) by reflexivity. apply is_lim_seq_inv; [|discriminate].
    eapply is_lim_seq_plus; [apply is_lim_seq_INR|apply is_lim_seq_const|reflexivity].
Qed.

Lemma euler_shift (x l : R) : is_lim_seq (euler (x + 1)) l -> is_lim_seq (euler x) (x * l).
Proof.
  intros H. apply (is_lim_seq_ext_loc (fun n => x * (euler (x + 1) n * (INR n / (INR n + (x + 1)))))).
  - destruct (nfloor_ex (Rabs (x + 1)) (Rabs_pos _)) as (m & _ & Hm). exists (S m). intros n Hn.
    assert (Hn0 : 0 < INR n) by (apply lt_0_INR; lia).
    apply le_INR in Hn. rewrite S_INR in Hn. assert (A := Rle_abs (- (x + 1))). rewrite Rabs_Ropp in A.
    unfold euler. rewrite (rising_l x). change (rising (x + 1) (S n)) with (rising (x + 1) n * (x + 1 + INR n)).
    rewrite Rpower_plus, Rpower_1 by exact Hn0. assert (P := Rpower_pos (INR n) x). assert (Hf := INR_fact_lt_0 n).
    field. repeat split; lra.
  - replace (Finite (x * l)) with (Finite (x * (l * 1))) by (f_equal; ring).
    apply (is_lim_seq_scal_l (fun n => euler (x + 1) n * (INR n / (INR n + (x + 1)))) x (l * 1)).
    apply (is_lim_seq_mult' _ _ l 1 H (is_lim_seq_index x)).
Qed.

Lemma euler_converges x : exists l : R, is_lim_seq (euler x) l.
Proof.
  destruct (nfloor_ex (Rabs x) (Rabs_pos x)) as (m & _ & Hm). assert (A := Rle_abs (- x)). rewrite Rabs_Ropp in A.
  assert (H : 0 < x + INR (S m)) by (rewrite S_INR; lra). clear A Hm. revert x H. induction (S m) as [|k IH]; intros x H.
  - simpl in H. destruct (euler_converges_pos x ltac:(lra)) as (l & _ & Hl). exists l. exact Hl.
  - rewrite S_INR in H. destruct (IH (x + 1) ltac:(lra)) as (l & Hl). exists (x * l). apply euler_shift, Hl.
Qed.

Lemma rGamma_limit x : is_lim_seq (euler x) (rGamma x).
Proof. destruct (euler_converges x) as (l & Hl). unfold rGamma. rewrite (is_lim_seq_unique _ _ Hl). exact Hl. Qed.

Theorem rGamma_step x : rGamma x = x * rGamma (x + 1).
Proof.
  assert (H := euler_shift x _ (rGamma_limit (x + 1))). unfold rGamma at 1. rewrite (is_lim_seq_unique _ _ H). reflexivity.
Qed.

Theorem rGamma_pos x : 0 < x -> 0 < rGamma x.
Proof.
  intros Hx. destruct (euler_converges_pos x Hx) as (l & Hl & H). unfold rGamma. rewrite (is_lim_seq_unique _ _ H). exact Hl.
Qed.

Theorem Gamma_pos x : 0 < x -> 0 < Gamma x.
Proof. intros Hx. apply Rinv_0_lt_compat, rGamma_pos, Hx. Qed.

Theorem Gamma_step x : 0 < x -> Gamma (x + 1) = x * Gamma x.
Proof.
  intros Hx. unfold Gamma. rewrite (rGamma_step x). assert (P := rGamma_pos (x + 1) ltac:(lra)). field. lra.
Qed.

Theorem rGamma_1 : rGamma 1 = 1.
Proof.
  assert (H : is_lim_seq (euler 1) 1); [|unfold rGamma; rewrite (is_lim_seq_unique _ _ H); reflexivity].
  apply is_lim_seq_incr_1. apply (is_lim_seq_ext (fun n => 1 + / INR (S n))).
  - intros n. unfold euler. rewrite Rpower_1 by (apply lt_0_INR; lia).
    assert (E : forall k, rising 1 k = INR (fact k)).
    { induction k as [|k IH]; [reflexivity|]. change (rising 1 (S k)) with (rising 1 k * (1 + INR k)).
      rewrite IH, fact_simpl, mult_INR, S_INR. ring. }
    rewrite E. rewrite (fact_simpl (S n)), mult_INR, (S_INR (S n)). assert (Hf := INR_fact_lt_0 (S n)).
    assert (0 < INR (S n)) by (apply lt_0_INR; lia). field. lra.
  - replace (Finite 1) with (Finite (1 + 0)) by (f_equal; ring). apply is_lim_seq_plus'; [apply is_lim_seq_const|].
    apply (is_lim_seq_incr_1 (fun n => / INR n)). replace (Finite 0) with (Rbar_inv p_infty) by reflexivity.
    apply is_lim_seq_inv; [apply is_lim_seq_INR|discriminate].
Qed.

(** 1/Gamma(b + k) = 1/Gamma(b) / (b)_k. *)
Lemma rGamma_rising b k : 0 < b -> rGamma (b + INR k) = rGamma b / rising b k.
Proof.
  intros Hb. induction k as [|k IH]; [simpl; rewrite Rplus_0_r; field|].
  assert (P := rising_pos b k Hb). assert (Hk := pos_INR k). simpl rising. rewrite S_INR.
  rewrite (rGamma_step (b + INR k)), Rplus_assoc in IH.
  apply (Rmult_eq_reg_l (b + INR k)); [|lra]. rewrite IH. field. lra.
Qed.
