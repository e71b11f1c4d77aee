(** * Theorem 4 without its constraint: a better partner than the isometric one *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Sphere.Integral Sphere.Exponential.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.InfoNCE Ledger.Alignment Ledger.Print Ledger.Integrals Ledger.Across.
Open Scope R_scope.

(** Between the roots of 34/25 and of 2 log M grows by less than 12/25: its slope is below 1. *)
Lemma little_growth g : g >= 1 -> ln (SphereMGF g (sqrt 2)) - ln (SphereMGF g (sqrt (34 / 25))) < 12 / 25.
Proof.
  intros Hg. rewrite !ln_SphereMGF. assert (A := sqrt_sq_eq 2 ltac:(lra)). assert (B := sqrt_sq_eq (34 / 25) ltac:(lra)). assert (P := sqrt_pos 2). assert (Q := sqrt_pos (34 / 25)).
  assert (L : sqrt (34 / 25) < sqrt 2) by (apply sqrt_lt_1_alt; lra). assert (G := Generating.lnM_grows_below g _ _ Hg (conj Q L)).
  assert (sqrt 2 < 71 / 50) by nra. assert (29 / 25 < sqrt (34 / 25)) by nra. lra.
Qed.

Lemma root_of_0 : sqrt (1 + -1 * 0 ^ 2) = 1.
Proof. replace (1 + -1 * 0 ^ 2) with 1 by ring. apply sqrt_1. Qed.

Lemma root_of_four_fifths : sqrt (1 + -1 * (4 / 5) ^ 2) = 3 / 5.
Proof. replace (1 + -1 * (4 / 5) ^ 2) with ((3 / 5) ^ 2) by field. apply sqrt_pow2. lra. Qed.

(** Orthogonal hyperplanes, beta and kappa 1, the cosine of x with e_A (with the direction across C) 4/5, and that of the
    rival 0: its length in the hyperplane is the root of 2, that of the isometric partner the root of 34/25. *)
Ltac projected := inner; field.

Theorem thm_4_free_holds : thm_4_free.
Proof.
  destruct frame as (h & e & n & p & H3 & He & Hn & Hne & Hp & Hpe & Hpn). assert (h3 := above_3 h H3). exists h, 0, 1, 1, 1, (4 / 5), 0, e, n, p, p.
  exists_across; try assumption; try lra. rewrite root_of_0, root_of_four_fifths. intro E.
  rewrite (fun w => hyperplane_ln h n 1 e w 2 h3 Hn He Hne Rlt_0_1) in E by projected. rewrite (fun w => hyperplane_ln h n 1 e w (34 / 25) h3 Hn He Hne Rlt_0_1) in E by projected.
  assert (G := little_growth (-1 + INR h) ltac:(lra)). revert E G. opaque_ln. inner. lra.
Qed.

Theorem thm_4_oblique_holds : thm_4_oblique.
Proof.
  set (e := axis 0). set (n := axis 1). set (m := axis 2). set (p := axis 3).
  assert (He : dot 4 e e = 1) by (apply dot_axis; lia). assert (Hn : dot 4 n n = 1) by (apply dot_axis; lia). assert (Hm : dot 4 m m = 1) by (apply dot_axis; lia). assert (Hp : dot 4 p p = 1) by (apply dot_axis; lia).
  assert (Hne : dot 4 n e = 0) by (apply dot_axis; lia). assert (Hme : dot 4 m e = 0) by (apply dot_axis; lia). assert (Hmn : dot 4 m n = 0) by (apply dot_axis; lia).
  assert (Hpe : dot 4 p e = 0) by (apply dot_axis; lia). assert (Hpn : dot 4 p n = 0) by (apply dot_axis; lia). assert (Hpm : dot 4 p m = 0) by (apply dot_axis; lia).
  assert (Hnm : dot 4 n m = 0) by (rewrite dot_sym; exact Hmn). clearbody e n m p. assert (h3 : (3 <= 4)%nat) by lia. assert (H4 : INR 4 >= 4) by (simpl; lra).
  exists 4%nat, 0, 1, 1, 1, 0, (4 / 5), 0, e, n, m, p.
  exists_across; try assumption; try lra. rewrite root_of_0, root_of_four_fifths. intro E.
  rewrite (fun w => hyperplane_ln 4 n 1 m w 2 h3 Hn Hm Hnm Rlt_0_1) in E by projected. rewrite (fun w => hyperplane_ln 4 n 1 m w (34 / 25) h3 Hn Hm Hnm Rlt_0_1) in E by projected.
  assert (G := little_growth (-1 + INR 4) ltac:(lra)). revert E G. opaque_ln. inner. lra.
Qed.
