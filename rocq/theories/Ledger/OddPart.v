(** * The odd part of the log partition function: of a cone, and of one in a hyperplane *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Ratio Bessel.Square Bessel.Increment Bessel.Odd.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere.
Open Scope R_scope.

Lemma ln_SphereMGF_sqrt nu g v : g = 2 * nu + 2 -> nu > -1 -> 0 <= v -> ln (SphereMGF g (sqrt v)) = lnM_sq nu v.
Proof. intros -> Hn Hv. rewrite ln_SphereMGF. apply lnM_sqrt; assumption. Qed.

Lemma ln_SphereMGF_square nu g z : g = 2 * nu + 2 -> nu > -1 -> ln (SphereMGF g z) = lnM_sq nu (z ^ 2).
Proof. intros -> Hn. rewrite ln_SphereMGF. apply lnM_square. Qed.

Theorem thm_2_population_odd_holds : thm_2_population_odd.
Proof.
  unfold thm_2_population_odd; closing. set (nu := -1 + 1 / 2 * INR h). assert (Hn : nu >= 0) by (unfold nu; lra).
  assert (Q : 0 < beta * kappa_y) by (apply Rmult_lt_0_compat; lra). assert (S : 0 < s * (beta * kappa_y) <= beta * kappa_y) by (split; nra).
  assert (0 <= (beta - kappa_y) ^ 2) by apply pow2_ge_0. rewrite !(ln_SphereMGF_sqrt nu) by first [unfold nu; lra | lra]. rewrite IvRatio_ratio by lra.
  assert (C := odd_at_most_chord nu ltac:(lra) (beta ^ 2 + kappa_y ^ 2) (2 * beta * kappa_y) s ltac:(split; nra) ltac:(lra)).
  assert (I := lnM_increment nu kappa_y beta ltac:(lra) ltac:(lra) ltac:(lra)). rewrite lnM_abs, !lnM_square in I.
  replace (beta ^ 2 + kappa_y ^ 2 + 2 * beta * kappa_y) with ((kappa_y + beta) ^ 2) in C by ring. replace (beta ^ 2 + kappa_y ^ 2 - 2 * beta * kappa_y) with ((kappa_y - beta) ^ 2) in C by ring.
  replace (beta ^ 2 + kappa_y ^ 2 + 2 * s * beta * kappa_y) with (beta ^ 2 + kappa_y ^ 2 + s * (2 * beta * kappa_y)) by ring.
  replace (beta ^ 2 + kappa_y ^ 2 + -2 * s * beta * kappa_y) with (beta ^ 2 + kappa_y ^ 2 - s * (2 * beta * kappa_y)) by ring.
  apply (Rmult_lt_compat_l s) in I; [|lra]. lra.
Qed.

Theorem thm_3_odd_part_holds : thm_3_odd_part.
Proof.
  unfold thm_3_odd_part; closing. set (nu := -3 / 2 + 1 / 2 * INR h). assert (Hn : nu >= 0) by (unfold nu; lra).
  assert (Q : 0 < beta * kappa) by (apply Rmult_lt_0_compat; lra). assert (R : 0 <= rho * beta * kappa) by (rewrite Rmult_assoc; apply Rmult_le_pos; lra).
  set (p := kappa ^ 2 + rho ^ 2 * beta ^ 2). set (q := kappa ^ 2 + beta ^ 2 * (1 + -1 * s ^ 2 * (1 + -1 * rho ^ 2))). set (d := 2 * rho * beta * kappa).
  assert (D : 0 <= d <= p) by (unfold d, p; split; [nra|assert (0 <= (kappa - rho * beta) ^ 2) by apply pow2_ge_0; nra]).
  assert (SD : 0 <= s * d <= p) by (split; [apply Rmult_le_pos; lra|nra]).
  assert (PQ : p <= q).
  { assert (0 <= (1 - s ^ 2) * (1 - rho ^ 2)) by (apply Rmult_le_pos; nra). assert (0 <= beta ^ 2 * ((1 - s ^ 2) * (1 - rho ^ 2))) by (apply Rmult_le_pos; [apply pow2_ge_0|assumption]). unfold p, q. nra. }
  replace (q + -2 * s * rho * beta * kappa) with (q - s * d) by (unfold d; ring). replace (q + 2 * s * rho * beta * kappa) with (q + s * d) by (unfold d; ring).
  rewrite !(ln_SphereMGF_sqrt nu) by first [unfold nu; lra | lra]. rewrite !(ln_SphereMGF_square nu (-1 + INR h)) by first [unfold nu; lra | lra].
  replace ((kappa + -1 * rho * beta) ^ 2) with (p - d) by (unfold p, d; ring). replace ((kappa + rho * beta) ^ 2) with (p + d) by (unfold p, d; ring).
  assert (F := odd_falls nu ltac:(lra) p q (s * d) SD PQ). assert (C := odd_at_most_chord nu ltac:(lra) p d s D ltac:(lra)). lra.
Qed.
