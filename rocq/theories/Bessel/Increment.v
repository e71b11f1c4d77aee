(** * Increments of log M over an interval: chord, integral of the ratio, closed bounds, and the dimension *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials.
From Modgap Require Import Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Generating Bessel.Square.
Open Scope R_scope.

Lemma slope_decreases nu a b : nu >= - / 2 -> 0 < a < b -> slope nu b < slope nu a.
Proof.
  intros Hn Hab. enough (- slope nu a < - slope nu b) by lra.
  apply (increasing_on (fun t => - slope nu t)
    (fun t => - (- 2 * ratio nu t * slope nu t - (2 * nu + 1) / t * slope nu t + (2 * nu + 1) / t ^ 2 * ratio nu t)) a b ltac:(lra)).
  - intros t Ht. assert (D := curvature nu t ltac:(lra) ltac:(lra)).
    exact (is_derive_opp (V := R_NormedModule) _ _ _ D).
  - intros t Ht. assert (C := concave nu t Hn ltac:(lra)). lra.
Qed.

Lemma midpoint_concave nu m t : nu >= - / 2 -> 0 < t < m -> ratio nu (m + t) + ratio nu (m - t) < 2 * ratio nu m.
Proof.
  intros Hn Ht.
  destruct (MVT_cor2 (ratio nu) (slope nu) (m - t) m ltac:(lra)) as (c & Ec & Hc).
  { intros x Hx. apply is_derive_Reals, ratio_derive; lra. }
  destruct (MVT_cor2 (ratio nu) (slope nu) m (m + t) ltac:(lra)) as (d & Ed & Hd).
  { intros x Hx. apply is_derive_Reals, ratio_derive; lra. }
  assert (S := slope_decreases nu c d Hn ltac:(lra)). nra.
Qed.

(** log M over an interval, by its middle. *)
Theorem lnM_chord nu q p : nu >= - / 2 -> 0 <= q < p ->
  lnM (2 * nu + 2) p - lnM (2 * nu + 2) q < (p - q) * ratio nu ((p + q) / 2).
Proof.
  intros Hn Hpq. set (h := 2 * nu + 2). set (m := (p + q) / 2). set (r := (p - q) / 2).
  assert (Hh : h > 0) by (unfold h; lra). assert (En : h / 2 - 1 = nu) by (unfold h; field).
  assert (I := increasing_on (fun t => 2 * t * ratio nu m - (lnM h (m + t) - lnM h (m - t)))
    (fun t => 2 * ratio nu m - (ratio nu (m + t) + ratio nu (m - t))) 0 r ltac:(unfold r; lra)).
  cbv beta in I. replace (m + r) with p in I by (unfold m, r; field). replace (m - r) with q in I by (unfold m, r; field).
  rewrite Rplus_0_r, Rminus_0_r in I. replace (2 * r) with (p - q) in I by (unfold r; field).
  enough (2 * 0 * ratio nu m - (lnM h m - lnM h m) < (p - q) * ratio nu m - (lnM h p - lnM h q)) by lra. apply I.
  - intros t Ht. assert (D := lnM_derive h Hh (m + t)). assert (E := lnM_derive h Hh (m - t)). rewrite En in D, E.
    auto_derive; [derivs|]. change (m + - t) with (m - t).
    replace (Derive (fun x => lnM h x) (m + t)) with (ratio nu (m + t)) by (symmetry; apply is_derive_unique, D).
    replace (Derive (fun x => lnM h x) (m - t)) with (ratio nu (m - t)) by (symmetry; apply is_derive_unique, E). ring.
  - intros t Ht. assert (M := midpoint_concave nu m t Hn ltac:(unfold m, r in *; lra)). lra.
Qed.

Lemma lnM_even h z : lnM h (- z) = lnM h z.
Proof. unfold lnM. rewrite mgf_even. reflexivity. Qed.

Lemma lnM_abs h z : lnM h (Rabs z) = lnM h z.
Proof. unfold Rabs. destruct (Rcase_abs z); [apply lnM_even|reflexivity]. Qed.

Theorem lnM_increment nu k b : nu >= - / 2 -> k > 0 -> b > 0 ->
  lnM (2 * nu + 2) (k + b) - lnM (2 * nu + 2) (Rabs (k - b)) < 2 * b * ratio nu k.
Proof.
  intros Hn Hk Hb. destruct (Rle_lt_dec b k) as [L|L].
  - rewrite Rabs_pos_eq by lra. assert (C := lnM_chord nu (k - b) (k + b) Hn ltac:(lra)).
    replace ((k + b + (k - b)) / 2) with k in C by field. lra.
  - rewrite Rabs_minus_sym, Rabs_pos_eq by lra. assert (C := lnM_chord nu (b - k) (k + b) Hn ltac:(lra)).
    replace ((k + b + (b - k)) / 2) with b in C by field.
    assert (D := over_argument_decreases nu ltac:(lra) k b ltac:(lra)).
    assert (k * ratio nu b < b * ratio nu k); [|lra].
    apply (Rmult_lt_compat_l (k * b)) in D; [|apply Rmult_lt_0_compat; lra].
    replace (k * b * (ratio nu b / b)) with (k * ratio nu b) in D by (field; lra).
    replace (k * b * (ratio nu k / k)) with (b * ratio nu k) in D by (field; lra). exact D.
Qed.

Lemma ratio_continuous (nu z : R) : nu > -1 -> continuous (ratio nu) z.
Proof.
  intros Hn. apply (ex_derive_continuous (K := R_AbsRing) (V := R_NormedModule)).
  assert (E := hyper_derive (nu + 1) (z ^ 2 / 4) ltac:(lra)). assert (F := hyper_derive (nu + 2) (z ^ 2 / 4) ltac:(lra)).
  assert (P := hyper_pos (nu + 1) (z ^ 2 / 4) ltac:(lra) ltac:(nra)). unfold ratio.
  auto_derive. change (z * (z * 1)) with (z ^ 2). repeat split; [eexists; exact F|eexists; exact E|apply Rgt_not_eq; exact P].
Qed.

Theorem ratio_integral nu a b : nu > -1 -> is_RInt (ratio nu) a b (lnM (2 * nu + 2) b - lnM (2 * nu + 2) a).
Proof.
  intros Hn. apply (is_RInt_derive (lnM (2 * nu + 2)) (ratio nu)).
  - intros x _. replace nu with ((2 * nu + 2) / 2 - 1) at 2 by field. apply lnM_derive. lra.
  - intros x _. apply ratio_continuous, Hn.
Qed.

(** ** Closed bounds *)
Section Closed.
Variables a b z : R.
Hypothesis z_pos : z > 0.
Hypothesis b_pos : b > 0.
Hypothesis denominator : a + b > 0.
Let F t := sqrt (t ^ 2 + b ^ 2) - a * ln (a + sqrt (t ^ 2 + b ^ 2)).

Lemma F_derive t : is_derive F t (G a b t).
Proof.
  unfold F. set (s := sqrt (t ^ 2 + b ^ 2)). assert (S : s ^ 2 = t ^ 2 + b ^ 2) by (apply sqrt_sq_eq; nra).
  assert (P : 0 < s) by (apply sqrt_lt_R0; nra). assert (Hs : s >= b) by nra.
  unfold G. unfold s in *. auto_derive.
  - replace (t * (t * 1) + b * (b * 1)) with (t ^ 2 + b ^ 2) by ring. repeat split; try nra; lra.
  - replace (t * (t * 1) + b * (b * 1)) with (t ^ 2 + b ^ 2) by ring. field. split; lra.
Qed.

Lemma F_0 : F 0 = b - a * ln (a + b).
Proof. unfold F. replace (0 ^ 2 + b ^ 2) with (b ^ 2) by ring. rewrite sqrt_pow2 by lra. reflexivity. Qed.

Lemma F_increment : F z - F 0 = sqrt (z ^ 2 + b ^ 2) - b - a * ln ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b)).
Proof.
  assert (S : sqrt (z ^ 2 + b ^ 2) ^ 2 = z ^ 2 + b ^ 2) by (apply sqrt_sq_eq; nra). assert (P := sqrt_pos (z ^ 2 + b ^ 2)).
  rewrite F_0, ln_div by nra. unfold F. ring.
Qed.
Theorem closed_upper h : h > 0 -> (forall t, t > 0 -> ratio (h / 2 - 1) t < G a b t) -> 
  lnM h z < sqrt (z ^ 2 + b ^ 2) - b - a * ln ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b)).
Proof.
  intros Hh H. rewrite <- F_increment. assert (I := increasing_on (fun t => F t - lnM h t) (fun t => G a b t - ratio (h / 2 - 1) t) 0 z z_pos).
  cbv beta in I. rewrite lnM_0 in I. enough (F 0 - 0 < F z - lnM h z) by lra. apply I.
  - intros t Ht. exact (is_derive_minus (V := R_NormedModule) _ _ _ _ _ (F_derive t) (lnM_derive h Hh t)).
  - intros t Ht. specialize (H t ltac:(lra)). lra.
Qed.

Theorem closed_lower h : h > 0 -> (forall t, t > 0 -> ratio (h / 2 - 1) t > G a b t) -> 
  lnM h z > sqrt (z ^ 2 + b ^ 2) - b - a * ln ((a + sqrt (z ^ 2 + b ^ 2)) / (a + b)).
Proof.
  intros Hh H. rewrite <- F_increment. assert (I := increasing_on (fun t => lnM h t - F t) (fun t => ratio (h / 2 - 1) t - G a b t) 0 z z_pos).
  cbv beta in I. rewrite lnM_0 in I. enough (0 - F 0 < lnM h z - F z) by lra. apply I.
  - intros t Ht. exact (is_derive_minus (V := R_NormedModule) _ _ _ _ _ (lnM_derive h Hh t) (F_derive t)).
  - intros t Ht. specialize (H t ltac:(lra)). lra.
Qed.
End Closed.

(** ** log M is convex in the dimension: Cauchy-Schwarz between the power series *)
Lemma rising_midpoint a b k : 0 < a -> 0 < b -> rising a k * rising b k <= rising ((a + b) / 2) k * rising ((a + b) / 2) k.
Proof.
  intros Ha Hb. induction k as [|k IH]; [simpl; lra|]. simpl. assert (Hk := pos_INR k). set (n := INR k) in *.
  assert (A := rising_pos a k Ha). assert (B := rising_pos b k Hb). assert (M := rising_pos ((a + b) / 2) k ltac:(lra)).
  replace (rising a k * (a + n) * (rising b k * (b + n))) with (rising a k * rising b k * ((a + n) * (b + n))) by ring.
  replace (rising ((a + b) / 2) k * ((a + b) / 2 + n) * (rising ((a + b) / 2) k * ((a + b) / 2 + n)))
    with (rising ((a + b) / 2) k * rising ((a + b) / 2) k * (((a + b) / 2 + n) * ((a + b) / 2 + n))) by ring.
  assert (0 <= (a - b) ^ 2) by apply pow2_ge_0. apply Rmult_le_compat; nra.
Qed.

Theorem hyper_midpoint a b w : 0 < a -> 0 < b -> 0 <= w ->
  hyper0F1 ((a + b) / 2) w * hyper0F1 ((a + b) / 2) w <= hyper0F1 a w * hyper0F1 b w.
Proof.
  intros Ha Hb Hw. set (m := (a + b) / 2). assert (Hm : 0 < m) by (unfold m; lra).
  set (c := fun d k => scal (pow_n w k) (/ (rising d k * INR (fact k)))).
  assert (Pos : forall d k, 0 < d -> 0 <= c d k).
  { intros d k Hd. unfold c, scal; simpl; unfold mult; simpl. rewrite pow_n_pow.
    apply Rmult_le_pos; [apply pow_le, Hw|apply Rlt_le, hyper_coeff_pos, Hd]. }
  assert (Part : forall n, sum_n (c m) n * sum_n (c m) n <= hyper0F1 a w * hyper0F1 b w).
  { intros n. assert (A : sum_n (c a) n <= hyper0F1 a w) by (apply partial_le_series; [apply hyper_is_pseries, Ha|intros; apply Pos, Ha]).
    assert (B : sum_n (c b) n <= hyper0F1 b w) by (apply partial_le_series; [apply hyper_is_pseries, Hb|intros; apply Pos, Hb]).
    rewrite !sum_n_Reals, !sum_f_R0_sumn in *.
    eapply Rle_trans; [apply (cauchy_schwarz_sumn (S n) (c m) (c a) (c b))|].
    - intros l _. repeat split; try (apply Pos; assumption).
      unfold c, scal; simpl; unfold mult; simpl. rewrite pow_n_pow.
      assert (X := rising_midpoint a b l Ha Hb). fold m in X. assert (RA := rising_pos a l Ha). assert (RB := rising_pos b l Hb). assert (RM := rising_pos m l Hm).
      assert (Hf := INR_fact_lt_0 l). assert (Hp := pow_le w l Hw).
      replace (w ^ l * / (rising m l * INR (fact l)) * (w ^ l * / (rising m l * INR (fact l)))) with (w ^ l * w ^ l * / (INR (fact l) * INR (fact l)) * / (rising m l * rising m l)) by (field; lra).
      replace (w ^ l * / (rising a l * INR (fact l)) * (w ^ l * / (rising b l * INR (fact l)))) with (w ^ l * w ^ l * / (INR (fact l) * INR (fact l)) * / (rising a l * rising b l)) by (field; lra).
      apply Rmult_le_compat_l.
      + apply Rmult_le_pos; [nra|apply Rlt_le, Rinv_0_lt_compat; nra].
      + apply Rinv_le_contravar; [nra|exact X].
    - apply Rmult_le_compat; try assumption; apply sumn_nonneg; intros; apply Pos; assumption. }
  apply (is_lim_seq_le (fun n => sum_n (c m) n * sum_n (c m) n) (fun _ => hyper0F1 a w * hyper0F1 b w) (hyper0F1 m w * hyper0F1 m w) (hyper0F1 a w * hyper0F1 b w) Part).
  - assert (L := hyper_is_pseries m w Hm). apply (is_lim_seq_mult' _ _ _ _ L L).
  - apply is_lim_seq_const.
Qed.

Theorem lnM_convex_in_dimension g h z : g > 0 -> h > 0 -> 2 * lnM ((g + h) / 2) z <= lnM g z + lnM h z.
Proof.
  intros Hg Hh. unfold lnM. assert (P := mgf_pos g Hg z). assert (Q := mgf_pos h Hh z). assert (M := mgf_pos ((g + h) / 2) ltac:(lra) z).
  rewrite <- ln_mult by assumption. replace (2 * ln (SphereMGF ((g + h) / 2) z)) with (ln (SphereMGF ((g + h) / 2) z * SphereMGF ((g + h) / 2) z)) by (rewrite ln_mult by assumption; ring).
  apply ln_mono; [nra|]. unfold SphereMGF. replace ((g + h) / 2 / 2) with ((g / 2 + h / 2) / 2) by field. apply hyper_midpoint; [lra|lra|nra].
Qed.
