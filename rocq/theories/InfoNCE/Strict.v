(** * Finitely many pairs never attain the bound, h >= 2

    In some degree 2k the Welch-Sidelnikov inequality of finitely many positive weights is strict: the diagonal alone
    exceeds its left side, as (1/2)_k/(1)_k tends to zero. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Factorials Base.Welch Bessel.Hypergeometric Bessel.Generating InfoNCE.Energy InfoNCE.Trace InfoNCE.Finite.
Open Scope R_scope.

Lemma rising_half_over_one k : (rising (1 / 2) k) ^ 2 * (2 * INR k + 1) <= (rising 1 k) ^ 2.
Proof.
  induction k as [|k IH]; [simpl; lra|].
  change (rising (1 / 2) (S k)) with (rising (1 / 2) k * (1 / 2 + INR k)).
  change (rising 1 (S k)) with (rising 1 k * (1 + INR k)). rewrite S_INR.
  pose proof (pos_INR k) as Hk. set (n := INR k) in *. set (a := rising (1 / 2) k) in *. set (b := rising 1 k) in *.
  assert (0 <= a ^ 2) by apply pow2_ge_0.
  replace ((a * (1 / 2 + n)) ^ 2 * (2 * (n + 1) + 1)) with (a ^ 2 * (2 * n + 1) * ((2 * n + 1) * (2 * n + 3) / 4)) by field.
  replace ((b * (1 + n)) ^ 2) with (b ^ 2 * (1 + n) ^ 2) by ring.
  apply Rmult_le_compat; [nra|nra|exact IH|nra].
Qed.

Lemma rising_le a b k : 0 < a -> a <= b -> rising a k <= rising b k.
Proof.
  intros Ha Hab. induction k as [|k IH]; [simpl; lra|]. simpl. pose proof (pos_INR k).
  apply Rmult_le_compat; [apply Rlt_le, rising_pos, Ha|lra|exact IH|lra].
Qed.

Lemma form_diagonal N q t : (forall i j, (i < N)%nat -> (j < N)%nat -> 0 <= q i * q j * t i j) ->
  sumn N (fun i => q i * q i * t i i) <= form N q t.
Proof.
  intros H. apply sumn_le; intros i Hi.
  assert (G : forall n, (n <= N)%nat -> (i < n)%nat -> q i * q i * t i i <= sumn n (fun j => q i * q j * t i j)).
  { induction n as [|n IH]; intros Hn Hin; [lia|]. simpl.
    destruct (Nat.eq_dec i n) as [->|Ne].
    - assert (0 <= sumn n (fun j => q n * q j * t n j)) by (apply sumn_nonneg; intros j Hj; apply H; lia). lra.
    - assert (q i * q i * t i i <= sumn n (fun j => q i * q j * t i j)) by (apply IH; lia).
      assert (0 <= q i * q n * t i n) by (apply H; lia). lra. }
  apply G; [lia|exact Hi].
Qed.

Theorem energy_strict (h N : nat) (beta : R) (q : nat -> R) (m : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> (forall i, (i < N)%nat -> 0 < q i) ->
  (forall i, (i < N)%nat -> dot h (m i) (m i) = 1) ->
  sumn N q * sumn N q * SphereMGF (INR h) beta < form N q (fun i j => exp (beta * dot h (m i) (m j))).
Proof.
  intros Hh HN Hb Hq Hm.
  assert (Hh2 : 1 <= INR h / 2) by (apply le_INR in Hh; simpl in Hh; lra).
  set (Q := sumn N q * sumn N q).
  assert (HS : 0 < sumn N q) by (apply sumn_pos; [lia|exact Hq]).
  assert (HQ : 0 < Q) by (unfold Q; nra).
  set (D := sumn N (fun i => q i * q i)).
  assert (HD : 0 < D) by (apply sumn_pos; [lia|]; intros i Hi; specialize (Hq i Hi); nra).
  destruct (archimed_cor1 ((D / Q) ^ 2)) as (k & Hk & Hk0); [apply pow_lt, Rdiv_lt_0_compat; assumption|].
  set (a := fun n => beta ^ n * form N q (fun i j => dpow n (dot h (m i) (m j)))).
  assert (Ha : forall n, 0 <= a n) by (intros n; apply Rmult_le_pos; [apply pow_le; lra|apply gram_nonneg]).
  assert (HE := series_exp_form N q (fun i j => dot h (m i) (m j)) beta). fold a in HE.
  set (E := form N q (fun i j => exp (beta * dot h (m i) (m j)))) in *.
  set (b := fun k => Q * ((beta ^ 2 / 4) ^ k * / (rising (INR h / 2) k * factR k))).
  assert (Hr : forall j, 0 < rising (INR h / 2) j) by (intros j; apply rising_pos; lra).
  assert (Hd : forall j, 0 < welch_constant h j).
  { intros j. unfold welch_constant. specialize (Hr j). pose proof (factR_pos j). pose proof (pow_lt 4 j ltac:(lra)). apply Rmult_lt_0_compat; [nra|assumption]. }
  assert (Hbe : forall j, b j = beta ^ (2 * j) * (Q / welch_constant h j)).
  { intros j. unfold b, welch_constant, Rdiv. rewrite Rpow_mult_distr, pow_inv, <- pow_mult. specialize (Hr j). pose proof (factR_pos j). pose proof (pow_lt 4 j ltac:(lra)).
    field. repeat split; lra. }
  assert (Hab : forall j, b j <= a (2 * j)%nat).
  { intros j. assert (W := welch N h m j q).
    rewrite (sumn_ext N _ q) in W by (intros i Hi; rewrite Hm by exact Hi; rewrite pow1; ring). fold Q in W.
    rewrite Hbe. unfold a. apply Rmult_le_compat_l; [apply pow_le; lra|]. apply (Rmult_le_reg_l (welch_constant h j)); [apply Hd|].
    specialize (Hd j). replace (welch_constant h j * (Q / welch_constant h j)) with Q by (field; lra). exact W. }
  assert (Hstrict : b k < a (2 * k)%nat).
  { assert (L : D / factR (2 * k) <= form N q (fun i j => dpow (2 * k) (dot h (m i) (m j)))).
    { eapply Rle_trans; [|apply form_diagonal].
      - unfold D, Rdiv. rewrite <- sumn_scal_r. apply Req_le, sumn_ext. intros i Hi. unfold dpow. rewrite Hm by exact Hi. rewrite pow1. unfold Rdiv. ring.
      - intros i j Hi Hj. assert (Hqi := Hq i Hi). assert (Hqj := Hq j Hj). apply Rmult_le_pos; [nra|].
        unfold dpow. apply Rmult_le_pos; [rewrite pow_mult; apply pow_le, pow2_ge_0|apply Rlt_le, Rinv_0_lt_compat, factR_pos]. }
    rewrite Hbe. unfold a. apply Rlt_le_trans with (beta ^ (2 * k) * (D / factR (2 * k))); [|apply Rmult_le_compat_l; [apply pow_le; lra|exact L]].
    apply Rmult_lt_compat_l; [apply pow_lt; lra|].
    rewrite fact_even. unfold welch_constant. specialize (Hr k). pose proof (factR_pos k) as Hf. pose proof (pow_lt 4 k ltac:(lra)) as H4.
    assert (Hhalf : 0 < rising (1 / 2) k) by (apply rising_pos; lra).
    assert (H1 : 0 < rising 1 k) by (apply rising_pos; lra).
    assert (Hle : rising 1 k <= rising (INR h / 2) k) by (apply rising_le; lra).
    assert (K := rising_half_over_one k). assert (Hkp : 0 < INR k) by (apply lt_0_INR; lia).
    assert (partition : Q * rising (1 / 2) k < D * rising (INR h / 2) k).
    { apply Rlt_le_trans with (D * rising 1 k); [|apply Rmult_le_compat_l; lra].
      apply Rsqr_incrst_0; [|nra|nra]. unfold Rsqr.
      assert (I : Q ^ 2 < D ^ 2 * INR k).
      { apply (Rmult_lt_compat_r (INR k)) in Hk; [|exact Hkp]. rewrite Rinv_l in Hk by lra.
        apply (Rmult_lt_compat_l (Q ^ 2)) in Hk; [|apply pow_lt, HQ].
        replace (Q ^ 2 * ((D / Q) ^ 2 * INR k)) with (D ^ 2 * INR k) in Hk by (field; lra). lra. }
      set (p := rising (1 / 2) k) in *. set (r1 := rising 1 k) in *.
      assert (Q ^ 2 * p ^ 2 < D ^ 2 * (p ^ 2 * (2 * INR k + 1))).
      { assert (0 < p ^ 2) by (apply pow_lt, Hhalf). assert (0 < D ^ 2) by (apply pow_lt, HD).
        replace (D ^ 2 * (p ^ 2 * (2 * INR k + 1))) with (p ^ 2 * (D ^ 2 * (2 * INR k + 1))) by ring. rewrite (Rmult_comm (Q ^ 2)).
        apply Rmult_lt_compat_l; [assumption|]. nra. }
      assert (D ^ 2 * (p ^ 2 * (2 * INR k + 1)) <= D ^ 2 * r1 ^ 2) by (apply Rmult_le_compat_l; [apply pow2_ge_0|exact K]).
      lra. }
    set (p := rising (1 / 2) k) in *. set (r := rising (INR h / 2) k) in *.
    apply (Rmult_lt_reg_r (4 ^ k * factR k * p * r)); [repeat apply Rmult_lt_0_compat; assumption|].
    replace (Q / (4 ^ k * factR k * r) * (4 ^ k * factR k * p * r)) with (Q * p) by (field; repeat split; lra).
    replace (D / (4 ^ k * factR k * p) * (4 ^ k * factR k * p * r)) with (D * r) by (field; repeat split; lra).
    exact partition. }
  assert (HM := hyper_is_pseries (INR h / 2) (beta ^ 2 / 4) ltac:(lra)). fold (SphereMGF (INR h) beta) in HM.
  assert (HQM := is_series_scal_R Q _ _ HM).
  apply Rlt_le_trans with (Q * SphereMGF (INR h) beta + (a (2 * k)%nat - b k)); [lra|].
  apply (is_lim_seq_le_loc (fun n => sum_n b n + (a (2 * k)%nat - b k)) (fun _ => E) (Q * SphereMGF (INR h) beta + (a (2 * k)%nat - b k)) E).
  - exists k. intros K HK. apply Rle_trans with (sum_n a (2 * K)); [|apply partial_le_series; assumption].
    rewrite !sum_n_sumn. eapply Rle_trans; [|apply (sumn_even K a Ha)].
    assert (G : forall n, (k < n)%nat -> sumn n b + (a (2 * k)%nat - b k) <= sumn n (fun l => a (2 * l)%nat)).
    { induction n as [|n IH]; intros Hn; [lia|].
      destruct (Nat.eq_dec k n) as [->|Ne].
      - change (sumn (S n) b) with (sumn n b + b n).
        change (sumn (S n) (fun l => a (2 * l)%nat)) with (sumn n (fun l => a (2 * l)%nat) + a (2 * n)%nat).
        assert (sumn n b <= sumn n (fun l => a (2 * l)%nat)) by (apply sumn_le; intros; apply Hab). lra.
      - assert (I := IH ltac:(lia)). change (sumn (S n) b) with (sumn n b + b n).
        change (sumn (S n) (fun l => a (2 * l)%nat)) with (sumn n (fun l => a (2 * l)%nat) + a (2 * n)%nat). specialize (Hab n). lra. }
    apply G; lia.
  - apply (is_lim_seq_plus' (sum_n b) (fun _ => a (2 * k)%nat - b k)); [|apply is_lim_seq_const].
    eapply is_lim_seq_ext; [|exact HQM]. intros n. apply sum_n_ext. intros j. unfold b.
    unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow. reflexivity.
  - apply is_lim_seq_const.
Qed.

Theorem trace_strict (h N : nat) (beta : R) (x y : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> (forall i, (i < N)%nat -> dot h (x i) (x i) <= 1) ->
  (forall i, (i < N)%nat -> dot h (y i) (y i) = 1) ->
  sumn N (fun i => exp (beta * dot h (x i) (y i)) / partition h N beta y (x i)) < exp beta / SphereMGF (INR h) beta.
Proof.
  intros Hh HN Hb Hx Hy. assert (h_pos : (1 <= h)%nat) by lia.
  apply Rle_lt_trans with (exp beta * sumn N (weight h N beta x y)).
  - rewrite <- sumn_scal. apply sumn_le; intros i Hi. rewrite <- (weight_ratio h N beta x y) by assumption. apply push; assumption.
  - assert (E := energy_strict h N beta (weight h N beta x y) (mid h x y) Hh HN Hb (fun i _ => weight_pos h N beta x y HN i) (fun i Hi => proj2 (mu_facts h N x y Hx Hy i Hi))).
    assert (G := gram_bound h N beta x y HN Hb Hx Hy). assert (HM := SphereMGF_pos h beta h_pos).
    assert (HC : 0 < sumn N (weight h N beta x y)) by (apply sumn_pos; [lia|]; intros; apply weight_pos; assumption).
    set (S := sumn N (weight h N beta x y)) in *. set (M := SphereMGF (INR h) beta) in *.
    assert (K : S * M < 1) by (apply (Rmult_lt_reg_l S); [exact HC|]; lra).
    assert (He := exp_pos beta).
    apply (Rmult_lt_reg_r M); [exact HM|].
    replace (exp beta / M * M) with (exp beta * 1) by (field; lra).
    rewrite Rmult_assoc. apply Rmult_lt_compat_l; lra.
Qed.

(** thm.1.trace and thm.1.queries_in_ball, as the ledger prints them. *)
Definition unit_ball (h N : nat) (x : nat -> nat -> R) : Prop :=
  forall i, (1 <= i <= N)%nat -> dot h (x i) (x i) <= 1.

Theorem thm_1_queries_in_ball (h N : nat) (beta : R) (x y : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> unit_ball h N x -> unit_vectors h N y ->
  sum1 N (fun i => exp (beta * dot h (x i) (y i)) / (sum1 N (fun j => exp (beta * dot h (x i) (y j))) / INR N)) / INR N
  <= exp beta / SphereMGF (INR h) beta.
Proof.
  intros Hh HN Hb Hx Hy. assert (HNR : 0 < INR N) by (apply lt_0_INR; lia).
  assert (T := trace h N beta (fun i => x (S i)) (fun i => y (S i)) ltac:(lia) HN Hb ltac:(intros; apply Hx; lia) ltac:(intros; apply Hy; lia)).
  eapply Rle_trans; [|exact T]. unfold sum1, Rdiv at 1. rewrite <- sumn_scal_r. apply Req_le, sumn_ext. intros i Hi.
  assert (HZ := partition_pos h N beta (fun i => y (S i)) HN (x (S i))). unfold partition in *. field. split; lra.
Qed.

Theorem thm_1_trace (h N : nat) (beta : R) (x y : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> unit_vectors h N x -> unit_vectors h N y ->
  sum1 N (fun i => exp (beta * dot h (x i) (y i)) / (sum1 N (fun j => exp (beta * dot h (x i) (y j))) / INR N)) / INR N
  <= exp beta / SphereMGF (INR h) beta.
Proof.
  intros Hh HN Hb Hx Hy. apply thm_1_queries_in_ball; try assumption. intros i Hi. rewrite Hx by exact Hi. lra.
Qed.

Theorem thm_1_one_sided (h N : nat) (beta : R) (x y : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> unit_ball h N x -> unit_vectors h N y ->
  - sum1 N (fun i => ln (exp (beta * dot h (x i) (y i)) / (sum1 N (fun j => exp (beta * dot h (x i) (y j))) / INR N))) / INR N
  >= - beta + ln (SphereMGF (INR h) beta).
Proof.
  intros Hh HN Hb Hx Hy. assert (HNR : 0 < INR N) by (apply lt_0_INR; lia).
  assert (A := one_sided h N beta (fun i => x (S i)) (fun i => y (S i)) ltac:(lia) HN Hb ltac:(intros; apply Hx; lia) ltac:(intros; apply Hy; lia)).
  unfold partition in A. unfold sum1.
  set (s := sumn N _) in *. apply Rle_ge. apply (Rmult_le_reg_r (INR N)); [exact HNR|].
  replace (- s / INR N * INR N) with (- s) by (field; lra). lra.
Qed.

Theorem thm_1_finite_strict (h N : nat) (beta : R) (x y : nat -> nat -> R) :
  (2 <= h)%nat -> (1 <= N)%nat -> 0 < beta -> unit_vectors h N x -> unit_vectors h N y ->
  MCLLoss h x y beta N - 2 * ln (INR N) > - 2 * beta + 2 * ln (SphereMGF (INR h) beta).
Proof.
  intros Hh HN Hb Hx Hy. apply Rlt_gt.
  assert (HNR : 0 < INR N) by (apply lt_0_INR; lia).
  set (x0 := fun i => x (S i)). set (y0 := fun i => y (S i)).
  assert (Ux : forall i, (i < N)%nat -> dot h (x0 i) (x0 i) = 1) by (intros; apply Hx; lia).
  assert (Uy : forall i, (i < N)%nat -> dot h (y0 i) (y0 i) = 1) by (intros; apply Hy; lia).
  assert (B := one_sided h N beta y0 x0 ltac:(lia) HN Hb (fun i Hi => Req_le _ _ (Uy i Hi)) Ux).
  assert (T := trace_strict h N beta x0 y0 Hh HN Hb (fun i Hi => Req_le _ _ (Ux i Hi)) Uy).
  assert (HM := SphereMGF_pos h beta ltac:(lia)).
  assert (HZ := partition_pos h N beta y0 HN).
  assert (Ht : forall i, (i < N)%nat -> 0 < exp (beta * dot h (x0 i) (y0 i)) / (partition h N beta y0 (x0 i) / INR N)).
  { intros i Hi. apply Rdiv_lt_0_compat; [apply exp_pos|]. apply Rdiv_lt_0_compat; [apply HZ|exact HNR]. }
  assert (J := jensen N HN _ Ht).
  assert (E : sumn N (fun i => exp (beta * dot h (x0 i) (y0 i)) / (partition h N beta y0 (x0 i) / INR N)) / INR N
     = sumn N (fun i => exp (beta * dot h (x0 i) (y0 i)) / partition h N beta y0 (x0 i))).
  { unfold Rdiv at 1. rewrite <- sumn_scal_r. apply sumn_ext; intros i Hi. specialize (HZ (x0 i)). field. split; lra. }
  rewrite E in J.
  assert (P : 0 < sumn N (fun i => exp (beta * dot h (x0 i) (y0 i)) / partition h N beta y0 (x0 i))).
  { apply sumn_pos; [lia|]. intros i Hi. apply Rdiv_lt_0_compat; [apply exp_pos|apply HZ]. }
  apply ln_increasing in T; [|exact P].
  unfold Rdiv in T at 2. rewrite ln_mult, ln_Rinv, ln_exp in T; [|exact HM|apply exp_pos|apply Rinv_0_lt_compat, HM].
  assert (L := loss_split h N beta x y HN). cbv zeta in L. fold x0 y0 in L.
  apply (Rmult_lt_reg_l (INR N)); [exact HNR|]. rewrite L.
  assert (INR N * ln (sumn N (fun i => exp (beta * dot h (x0 i) (y0 i)) / partition h N beta y0 (x0 i))) < INR N * (beta + - ln (SphereMGF (INR h) beta))) by (apply Rmult_lt_compat_l; assumption).
  lra.
Qed.

