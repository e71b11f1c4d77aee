(** * Samples: what one more pair changes, and how far the partition functions of two sets of keys are apart *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials Base.Vectors Base.Welch InfoNCE.Energy.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.InfoNCE.
Open Scope R_scope.

(** ** The logarithm *)
(** By the mean value theorem: the difference has the derivative t^3/(1 + t), of the sign of t. *)
Theorem log_cubic_holds : log_cubic.
Proof.
  unfold log_cubic; intros t Ht. split; [lra|]. set (g := fun u => u + -1 / 2 * u ^ 2 + 1 / 3 * u ^ 3 - ln (1 + u)).
  assert (D : forall u, -1 < u -> is_derive g u (u ^ 3 / (1 + u))) by (intros u Hu; unfold g; auto_derive; [lra|simpl; field; lra]).
  assert (In : forall u, Rmin 0 t <= u <= Rmax 0 t -> -1 < u) by (intros u Hu; unfold Rmin, Rmax in Hu; destruct (Rle_dec 0 t); lra).
  destruct (MVT_gen g 0 t (fun u => u ^ 3 / (1 + u))) as [c [Hc Hg]].
  - intros u Hu. apply D, In. lra.
  - intros u Hu. apply derivable_continuous_pt, ex_derive_Reals_0. exists (u ^ 3 / (1 + u)). apply D, In, Hu.
  - assert (C := In c Hc). assert (0 <= c * t) by (unfold Rmin, Rmax in Hc; destruct (Rle_dec 0 t); nra).
    assert (0 <= c ^ 3 / (1 + c) * t).
    { replace (c ^ 3 / (1 + c) * t) with (c ^ 2 * (c * t) * / (1 + c)) by (field; lra).
      apply Rmult_le_pos; [apply Rmult_le_pos; [apply pow2_ge_0|assumption]|apply Rlt_le, Rinv_0_lt_compat; lra]. }
    unfold g in Hg at 1 2. replace (1 + 0) with 1 in Hg by ring. rewrite ln_1 in Hg. unfold Rminus in Hg. lra.
Qed.

(** ** One more pair *)
(** Let S be a sum of n exponentials of scores between -b and b, and e one more. The mean of them all is within a factor of the mean of the n. *)
Lemma mean_of_one_more n b S e : 0 < n -> 0 < b -> n * exp (- b) <= S <= n * exp b -> exp (- b) <= e <= exp b ->
  - ((exp (2 * b) - 1) / n) <= ln (S + e) - ln S - (ln (1 + n) - ln n) <= (exp (2 * b) - 1) / n.
Proof.
  intros Hn Hb HS He. assert (E := exp_pos b). assert (F := exp_pos (- b)).
  assert (EF : exp b * exp (- b) = 1) by (rewrite <- exp_plus; replace (b + - b) with 0 by ring; apply exp_0).
  assert (E2 : exp (2 * b) = exp b ^ 2) by (replace (2 * b) with (b + b) by ring; rewrite exp_plus; ring).
  assert (G : 1 < exp b) by (assert (K := exp_ineq1 b ltac:(lra)); lra). rewrite E2. set (x := exp b) in *. set (y := exp (- b)) in *. clearbody x y.
  assert (P : 0 < S) by nra. assert (Q : 0 < e) by lra. rewrite <- (ln_div _ n), <- ln_div by lra. rewrite <- ln_div by (apply Rdiv_lt_0_compat; lra).
  set (q := (S + e) / S / ((1 + n) / n)). assert (q0 : 0 < q) by (unfold q; repeat apply Rdiv_lt_0_compat; lra).
  assert (U := ln_below q q0). assert (L := ln_above q q0).
  assert (A : S <= x ^ 2 * (n * y)) by nra. assert (B : n * x <= S * x ^ 2) by nra.
  assert (I : 0 < / n) by (apply Rinv_0_lt_compat, Hn). split.
  - enough (- ((x ^ 2 - 1) / n) <= 1 - / q) by lra. unfold q.
    replace (1 - / ((S + e) / S / ((1 + n) / n))) with ((n * e - S) / ((S + e) * n)) by (field; lra).
    apply (Rmult_le_reg_r ((S + e) * n)); [nra|]. replace ((n * e - S) / ((S + e) * n) * ((S + e) * n)) with (n * e - S) by (field; lra).
    replace (- ((x ^ 2 - 1) / n) * ((S + e) * n)) with (- ((x ^ 2 - 1) * (S + e))) by (field; lra).
    assert (n * y <= n * e) by nra. assert (0 <= (x ^ 2 - 1) * e) by (apply Rmult_le_pos; nra).
    assert (Y : x ^ 2 * (S * y ^ 2) = S) by (replace (x ^ 2 * (S * y ^ 2)) with (S * (x * y) ^ 2) by ring; rewrite EF; ring).
    assert (S * y <= n) by nra. assert (S * y ^ 2 <= n * y) by nra. assert (S * (1 - y ^ 2) <= S * (x ^ 2 - 1)).
    { apply Rmult_le_compat_l; [lra|]. assert (0 <= (x - y) ^ 2) by apply pow2_ge_0. nra. } nra.
  - enough (q - 1 <= (x ^ 2 - 1) / n) by lra. unfold q.
    replace ((S + e) / S / ((1 + n) / n) - 1) with ((n * e - S) / (S * (1 + n))) by (field; lra).
    apply (Rmult_le_reg_r (S * (1 + n))); [nra|]. replace ((n * e - S) / (S * (1 + n)) * (S * (1 + n))) with (n * e - S) by (field; lra).
    apply Rle_trans with ((x ^ 2 - 1) * S); [nra|]. apply Rle_trans with ((x ^ 2 - 1) * S * ((1 + n) * / n)); [|right; field; lra].
    rewrite <- (Rmult_1_r ((x ^ 2 - 1) * S)) at 1. apply Rmult_le_compat_l; [apply Rmult_le_pos; nra|]. rewrite Rmult_plus_distr_r, Rinv_r by lra. nra.
Qed.

Lemma sum1_minus n f g : sum1 n f - sum1 n g = sum1 n (fun i => f i - g i).
Proof. replace (sum1 n f - sum1 n g) with (sum1 n f + -1 * sum1 n g) by ring. rewrite <- sum1_scal, <- sum1_plus. apply sum1_ext. intros. ring. Qed.

Section OneMore.
Variables (h N : nat) (beta : R) (y : nat -> vector).
Hypothesis N_pos : 0 < INR N.
Hypothesis beta_pos : 0 < beta.
Hypothesis keys : forall i, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1.

Lemma score_range u v : dot h u u = 1 -> dot h v v = 1 -> exp (- beta) <= exp (beta * dot h u v) <= exp beta.
Proof. intros Hu Hv. assert (C := cosine_range h u v Hu Hv). split; apply exp_le; nra. Qed.

Lemma partition_range u : dot h u u = 1 -> INR N * exp (- beta) <= sum1 N (fun j => exp (beta * dot h u (y j))) <= INR N * exp beta.
Proof. intros Hu. rewrite <- !sum1_const. split; apply sum1_le; intros j Hj; apply score_range; auto. Qed.
End OneMore.

Theorem mcl_limit_one_more_holds : mcl_limit_one_more.
Proof.
  unfold mcl_limit_one_more; intros h N beta x y u v Hh HN Hb Hx Hy Hu Hv H2.
  set (row := fun i => sum1 N (fun j => exp (beta * dot h (x i) (y j)))). set (W := sum1 N (fun j => exp (beta * dot h u (y j)))).
  assert (ZR : forall i, (1 <= i <= N)%nat -> INR N * exp (- beta) <= row i <= INR N * exp beta) by (intros i Hi; apply partition_range; auto).
  assert (ZP : forall i, 0 < row i) by (intros i; apply sum1_pos; [apply nat_positive; assumption|intros; apply exp_pos]).
  assert (WR : INR N * exp (- beta) <= W <= INR N * exp beta) by (apply partition_range; auto).
  assert (T := score_range h beta Hb u v Hu Hv). assert (F := exp_pos (- beta)). assert (WP : 0 < W) by nra.
  assert (D : sum1 N (fun i => -1 * beta * dot h (x i) (y i) + ln (row i + exp (beta * dot h v (x i)))) - sum1 N (fun i => -1 * beta * dot h (x i) (y i) + ln (row i))
      - INR N * (ln (1 + INR N) - ln (INR N)) = sum1 N (fun i => ln (row i + exp (beta * dot h v (x i))) - ln (row i) - (ln (1 + INR N) - ln (INR N)))).
  { rewrite <- sum1_const, !sum1_minus. apply sum1_ext. intros i Hi. ring. }
  assert (K : - (exp (2 * beta) - 1) <= sum1 N (fun i => ln (row i + exp (beta * dot h v (x i))) - ln (row i) - (ln (1 + INR N) - ln (INR N))) <= exp (2 * beta) - 1).
  { assert (B : forall i, (1 <= i <= N)%nat -> _) by (intros i Hi; exact (mean_of_one_more (INR N) beta (row i) _ HN Hb (ZR i Hi) (score_range h beta Hb v (x i) Hv (Hx i Hi)))).
    split.
    - apply Rle_trans with (sum1 N (fun _ => - ((exp (2 * beta) - 1) / INR N))); [rewrite sum1_const; right; field; lra|apply sum1_le; intros i Hi; apply B, Hi].
    - apply Rle_trans with (sum1 N (fun _ => (exp (2 * beta) - 1) / INR N)); [apply sum1_le; intros i Hi; apply B, Hi|rewrite sum1_const; right; field; lra]. }
  assert (M : - beta <= ln (W + exp (beta * dot h u v)) - ln (1 + INR N) <= beta).
  { rewrite <- ln_div by lra. assert (0 < (W + exp (beta * dot h u v)) / (1 + INR N)) by (apply Rdiv_lt_0_compat; lra).
    split; [rewrite <- (ln_exp (- beta)) at 1|rewrite <- (ln_exp beta) at 2]; apply ln_mono; try apply exp_pos; try assumption.
    - apply (Rmult_le_reg_r (1 + INR N)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
    - apply (Rmult_le_reg_r (1 + INR N)); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  assert (C := cosine_range h u v Hu Hv). assert (0 <= beta * (1 - dot h u v)) by (apply Rmult_le_pos; lra). assert (0 <= beta * (1 + dot h u v)) by (apply Rmult_le_pos; lra).
  pairs; try (intros; apply ZP); try (intros; apply Rplus_lt_0_compat; [apply ZP || exact WP|apply exp_pos]).
  all: unfold row in D, K; lra.
Qed.

(** ** Two sets of keys *)
(** The matrix of e^{beta m_i.m_j} is positive semidefinite. *)
Lemma exponential_form_nonneg h N beta q (m : nat -> vector) : 0 <= beta -> 0 <= form N q (fun i j => exp (beta * dot h (m i) (m j))).
Proof.
  intros Hb. apply Rle_trans with (sum_n (fun n => beta ^ n * form N q (fun i j => dpow n (dot h (m i) (m j)))) 0).
  - rewrite sum_n_sumn. apply sumn_nonneg. intros n Hn. apply Rmult_le_pos; [apply pow_le, Hb|apply gram_nonneg].
  - apply partial_le_series; [apply series_exp_form|]. intros n. apply Rmult_le_pos; [apply pow_le, Hb|apply gram_nonneg].
Qed.

(** A sum over N + n + 1 points: those of y, those of z, and q. *)
Definition joined {A : Type} (N n : nat) (y z : nat -> A) (q : A) (i : nat) : A := if Nat.ltb i N then y i else if Nat.ltb i (N + n) then z (i - N)%nat else q.

Lemma sumn_joined {A : Type} N n (y z : nat -> A) q f : sumn (S (N + n)) (fun i => f (joined N n y z q i)) = sumn N (fun i => f (y i)) + sumn n (fun i => f (z i)) + f q.
Proof.
  assert (P : forall m, (m <= n)%nat -> sumn (N + m) (fun i => f (joined N n y z q i)) = sumn N (fun i => f (y i)) + sumn m (fun i => f (z i))).
  { induction m as [|m IH]; intros Hm.
    - rewrite Nat.add_0_r. simpl sumn at 3. rewrite Rplus_0_r. apply sumn_ext. intros i Hi. unfold joined. apply Nat.ltb_lt in Hi. rewrite Hi. reflexivity.
    - rewrite Nat.add_succ_r. simpl sumn. rewrite IH by lia. unfold joined at 1. replace (N + m <? N) with false by (symmetry; apply Nat.ltb_ge; lia).
      replace (N + m <? N + n) with true by (symmetry; apply Nat.ltb_lt; lia). replace (N + m - N)%nat with m by lia. ring. }
  simpl sumn. rewrite (P n) by lia. f_equal. unfold joined. replace (N + n <? N) with false by (symmetry; apply Nat.ltb_ge; lia). rewrite Nat.ltb_irrefl. reflexivity.
Qed.

(** Cauchy-Schwarz for that form: weights w of y, v of z, and t of q; the square in t has no two roots. *)
Lemma form_bounds_square h N n beta (w v : R) (y z : nat -> vector) (q : vector) : 0 <= beta ->
  (w * sumn N (fun i => exp (beta * dot h q (y i))) + v * sumn n (fun i => exp (beta * dot h q (z i)))) ^ 2
  <= (w ^ 2 * sumn N (fun i => sumn N (fun j => exp (beta * dot h (y i) (y j)))) + v ^ 2 * sumn n (fun i => sumn n (fun j => exp (beta * dot h (z i) (z j))))
      + 2 * w * v * sumn N (fun i => sumn n (fun j => exp (beta * dot h (y i) (z j))))) * exp (beta * dot h q q).
Proof.
  intros Hb. set (B := w * _ + v * _). set (A := w ^ 2 * _ + _ + _). set (E := exp (beta * dot h q q)). assert (EP : 0 < E) by apply exp_pos.
  assert (P : forall t, 0 <= A + 2 * t * B + t ^ 2 * E).
  { intros t. set (c := joined N n (fun i => (w, y i)) (fun i => (v, z i)) (t, q)).
    assert (G := exponential_form_nonneg h (S (N + n)) beta (fun i => fst (c i)) (fun i => snd (c i)) Hb). unfold form in G.
    eapply Rle_trans; [exact G|right].
    set (row := fun a => sumn (S (N + n)) (fun j => fst a * fst (c j) * exp (beta * dot h (snd a) (snd (c j))))).
    assert (R : forall a, row a = fst a * (w * sumn N (fun j => exp (beta * dot h (snd a) (y j))) + v * sumn n (fun j => exp (beta * dot h (snd a) (z j))) + t * exp (beta * dot h (snd a) q))).
    { intros a. transitivity (sumn N (fun j => fst a * w * exp (beta * dot h (snd a) (y j))) + sumn n (fun j => fst a * v * exp (beta * dot h (snd a) (z j))) + fst a * t * exp (beta * dot h (snd a) q)).
      - exact (sumn_joined N n (fun i => (w, y i)) (fun i => (v, z i)) (t, q) (fun b => fst a * fst b * exp (beta * dot h (snd a) (snd b)))).
      - rewrite !sumn_scal. ring. }
    transitivity (sumn N (fun i => row (w, y i)) + sumn n (fun i => row (v, z i)) + row (t, q)); [exact (sumn_joined N n (fun i => (w, y i)) (fun i => (v, z i)) (t, q) row)|].
    rewrite (sumn_ext N _ _ (fun i _ => R (w, y i))), (sumn_ext n _ _ (fun i _ => R (v, z i))), R. simpl fst. simpl snd. rewrite !sumn_scal, !sumn_plus, !sumn_scal.
    rewrite (sumn_ext N (fun i => exp (beta * dot h (y i) q)) (fun i => exp (beta * dot h q (y i)))) by (intros; rewrite dot_sym; reflexivity).
    rewrite (sumn_ext n (fun i => exp (beta * dot h (z i) q)) (fun i => exp (beta * dot h q (z i)))) by (intros; rewrite dot_sym; reflexivity).
    rewrite (sumn_swap n N). rewrite (sumn_ext N (fun j => sumn n (fun i => exp (beta * dot h (z i) (y j)))) (fun i => sumn n (fun j => exp (beta * dot h (y i) (z j)))))
      by (intros; apply sumn_ext; intros; rewrite dot_sym; reflexivity).
    unfold A, B, E. ring. }
  specialize (P (- (B / E))). replace (A + 2 * - (B / E) * B + (- (B / E)) ^ 2 * E) with (A - B ^ 2 / E) in P by (field; lra).
  apply (Rmult_le_reg_r (/ E)); [apply Rinv_0_lt_compat, EP|]. rewrite Rmult_assoc, Rinv_r, Rmult_1_r by lra. unfold Rdiv in P. lra.
Qed.

Theorem paper_lem_1_uniform_holds : paper_lem_1_uniform.
Proof.
  unfold paper_lem_1_uniform; intros h N n beta y z q Hh HN Hn Hb Hy Hz Hq H2. pairs.
  assert (F := form_bounds_square h N n beta (/ INR N) (- / INR n) (fun i => y (S i)) (fun i => z (S i)) q ltac:(lra)). rewrite Hq, Rmult_1_r in F.
  unfold sum1. rewrite !sumn_scal.
  match type of F with ?a <= ?b => match goal with |- ?c <= ?d => replace c with a by ring; replace d with b by (field; lra); exact F end end.
Qed.
