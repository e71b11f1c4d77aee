(** * Facts on the symbols that steps take for known: series, recurrences, derivatives

    All proved from the definitions, by the theorems of [Bessel]; the ledger cites them as definitions, or derives them
    from power series. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Ledger.Language Ledger.Statements Base.Elementary Base.Factorials.
From Modgap Require Import Bessel.Gamma Bessel.Hypergeometric Bessel.Ratio Bessel.Functions.
Open Scope R_scope.

(** ** Power series *)
Lemma besseli_series nu z : 0 < z ->
  besseli nu z = Series (fun k => Rpower (z / 2) (2 * INR k + nu) / (INR (fact k) * Gamma (INR k + nu + 1))).
Proof.
  intros Hz. unfold besseli, entire, PSeries. rewrite <- Series_scal_l. apply Series_ext. intros k.
  unfold coefficient, Gamma. replace (nu + INR k + 1) with (INR k + nu + 1) by ring.
  rewrite Rpower_plus. replace (Rpower (z / 2) (2 * INR k)) with ((z ^ 2 / 4) ^ k).
  - unfold Rdiv. rewrite Rinv_mult, Rinv_inv. ring.
  - replace (2 * INR k) with (INR (2 * k)) by (rewrite mult_INR; reflexivity).
    rewrite Rpower_pow by lra. rewrite pow_mult. f_equal. field.
Qed.

Lemma hyper_series b w : hyper0F1 b w = Series (fun k => w ^ k / (rising b k * INR (fact k))).
Proof. unfold hyper0F1, PSeries. apply Series_ext. intros k. unfold Rdiv. ring. Qed.

Lemma exp_series x : exp x = Series (fun k => x ^ k / INR (fact k)).
Proof.
  rewrite exp_Reals. unfold PSeries. apply Series_ext. intros k. unfold Rdiv. ring.
Qed.

(** ** Recurrences and derivatives *)
Lemma known_recurrence nu z : 0 < z -> besseli (nu - 1) z - besseli (nu + 1) z = 2 * nu * besseli nu z / z.
Proof. intros Hz. rewrite besseli_recurrence by lra. field. lra. Qed.

Lemma known_derive nu z : 0 < z -> is_derive (fun t => besseli nu t) z (nu * besseli nu z / z + besseli (nu + 1) z).
Proof.
  intros Hz. assert (D := besseli_derive nu z Hz).
  replace (nu * besseli nu z / z + besseli (nu + 1) z) with (besseli (nu + 1) z + nu / z * besseli nu z) by (field; lra).
  exact D.
Qed.

Lemma ex_derive_besseli nu z : 0 < z -> ex_derive (fun t => besseli nu t) z.
Proof. intros Hz. eexists. apply known_derive, Hz. Qed.

Lemma Derive_besseli nu z : 0 < z -> Derive (fun t => besseli nu t) z = nu * besseli nu z / z + besseli (nu + 1) z.
Proof. intros Hz. apply is_derive_unique, known_derive, Hz. Qed.

Lemma known_riccati nu z : nu > -1 -> 0 < z ->
  is_derive (fun t => IvRatio nu t) z (- IvRatio nu z ^ 2 + 1 - (2 * nu + 1) * IvRatio nu z / z).
Proof.
  intros Hn Hz. assert (P := besseli_pos nu z Hn). unfold IvRatio. rewrite (Rplus_comm 1 nu).
  assert (D := is_derive_div (fun t => besseli (nu + 1) t) (fun t => besseli nu t) z _ _
    (known_derive (nu + 1) z Hz) (known_derive nu z Hz) ltac:(lra)).
  assert (R := known_recurrence (nu + 1) z Hz). replace (nu + 1 - 1) with nu in R by ring.
  apply (is_derive_ext (fun t => besseli (nu + 1) t / besseli nu t)); [intros t; unfold Rdiv; apply Rmult_comm|].
  match goal with |- is_derive _ _ ?v => match type of D with is_derive _ _ ?u => replace v with u; [exact D|] end end.
  unfold minus, plus, opp, mult; simpl.
  replace (besseli (nu + 1 + 1) z) with (besseli nu z - 2 * (nu + 1) * besseli (nu + 1) z / z) by lra.
  field. split; lra.
Qed.

Lemma ex_derive_ratio nu z : 0 < nu + 1 -> 0 < z -> ex_derive (fun t => IvRatio nu t) z.
Proof. intros Hn Hz. eexists. apply known_riccati; lra. Qed.

Lemma Derive_ratio nu z : 0 < nu + 1 -> 0 < z ->
  Derive (fun t => IvRatio nu t) z = - IvRatio nu z ^ 2 + 1 - (2 * nu + 1) * IvRatio nu z / z.
Proof. intros Hn Hz. apply is_derive_unique, known_riccati; lra. Qed.

Lemma ex_derive_hyper b w : 0 < b -> ex_derive (fun t => hyper0F1 b t) w.
Proof. intros Hb. eexists. apply hyper_derive, Hb. Qed.

Lemma Derive_hyper b w : 0 < b -> Derive (fun t => hyper0F1 b t) w = / b * hyper0F1 (b + 1) w.
Proof. intros Hb. apply is_derive_unique, hyper_derive, Hb. Qed.

(** ** Factorials and Gamma one further *)
Lemma fact_next k : INR (fact (k + 1)) = (INR k + 1) * INR (fact k).
Proof. rewrite Nat.add_1_r, fact_simpl, mult_INR, S_INR. reflexivity. Qed.

Lemma rising_next b k : rising b (k + 1) = rising b k * (b + INR k).
Proof. rewrite Nat.add_1_r. reflexivity. Qed.

Lemma rising_Gamma b k : 0 < b -> rising b k = Gamma (b + INR k) / Gamma b.
Proof.
  intros Hb. unfold Gamma. rewrite rGamma_rising by exact Hb.
  assert (P := rGamma_pos b Hb). assert (Q := rising_pos b k Hb). field. split; lra.
Qed.
