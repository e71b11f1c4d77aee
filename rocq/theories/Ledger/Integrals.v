(** * Integrals over spheres: Theorem 2, and the generating function of the von Mises-Fisher law *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Hypergeometric Bessel.Square Cone.Centres Sphere.Integral Sphere.Exponential.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.Cone Ledger.InfoNCE Ledger.Alignment.
Open Scope R_scope.

(** ** The values *)
Lemma sphere_ex h v : (2 <= h)%nat -> ex_sphere_integral h (fun u => exp (dot h v u)).
Proof.
  intros H. apply (ex_sphere_integral_ext h (fun u => exp (0 + dot h v u))); [intros; rewrite Rplus_0_l; reflexivity|]. apply sphere_exponential; lia.
Qed.

Lemma sphere_value h v : (2 <= h)%nat -> sphere_integral h (fun u => exp (dot h v u)) = area h * SphereMGF (INR h) (sqrt (dot h v v)).
Proof.
  intros H. transitivity (sphere_integral h (fun u => exp (0 + dot h v u))); [apply sphere_integral_ext; intros; rewrite Rplus_0_l; reflexivity|].
  etransitivity; [exact (proj2 (sphere_exponential h ltac:(lia) h v 0 (le_n h)))|]. rewrite exp_0. unfold SphereMGF. rewrite (sqrt_sq_eq _ (dot_nonneg h v)).
  replace (1 / 2 * INR h) with (INR h / 2) by field. replace (1 / 4 * dot h v v) with (dot h v v / 4) by field. ring.
Qed.

Lemma hyperplane_ex h n v : (3 <= h)%nat -> dot h n n = 1 -> ex_hyperplane_integral h n (fun u => exp (dot h v u)).
Proof. intros H Hn. apply hyperplane_exponential; [lia|exact Hn]. Qed.

Lemma hyperplane_value h n v l : (3 <= h)%nat -> dot h n n = 1 -> dot h v v - dot h n v ^ 2 = l -> 0 <= l ->
  hyperplane_integral h n (fun u => exp (dot h v u)) = area (h - 1) * SphereMGF (-1 + INR h) (sqrt l).
Proof.
  intros H Hn <- Hl. etransitivity; [exact (proj2 (hyperplane_exponential h n v ltac:(lia) Hn))|]. unfold SphereMGF. rewrite (sqrt_sq_eq _ Hl), minus_INR by lia. simpl (INR 1).
  f_equal. f_equal; field.
Qed.

Lemma quotient_of_values a x y : 0 < a -> 0 < x -> 0 < y -> 0 < / (a * x) * (a * y) /\ ln (/ (a * x) * (a * y)) = ln y - ln x.
Proof.
  intros Ha Hx Hy. replace (/ (a * x) * (a * y)) with (y / x) by (field; lra). split; [apply Rdiv_lt_0_compat; assumption|apply ln_div; assumption].
Qed.

(** A statement over spheres of R^h: what makes it defined, and the logarithms of its quotients. *)
Ltac values h := match goal with |- ex_sphere_integral _ _ => apply sphere_ex; assumption
  | |- _ <> 0 => apply Rgt_not_eq, Rmult_lt_0_compat; first [assumption | apply SphereMGF_positive; lra]
  | |- 0 < / (_ * _) * (_ * _) => apply quotient_of_values; first [assumption | apply SphereMGF_positive; lra] | _ => idtac end.
Ltac logarithms := repeat match goal with |- context [ln (/ (?a * ?x) * (?a * ?y))] =>
  rewrite (proj2 (quotient_of_values a x y ltac:(assumption) ltac:(apply SphereMGF_positive; lra) ltac:(apply SphereMGF_positive; lra))) end.

(** ** Theorem 2 *)
Theorem thm_2_pair_holds : thm_2_pair.
Proof.
  unfold thm_2_pair; intros h kx ky beta cx cy Hh Hkx Hky Hb Hx Hy H2. assert (h2 := nat_above h H2). assert (A := area_pos h ltac:(lia)).
  statement; try (apply sphere_ex; exact h2); rewrite ?sphere_value by exact h2; values h; try mgf.
  logarithms. unfold ConeLoss. replace (2 + 2 * (-1 + 1 / 2 * INR h)) with (INR h) by field.
  replace (dot h (vscal kx cx) (vscal kx cx)) with (kx ^ 2) by equal. replace (dot h (vscal ky cy) (vscal ky cy)) with (ky ^ 2) by equal. rewrite !sqrt_pow2 by lra.
  replace (dot h (vadd (vscal kx cx) (vscal beta cy)) (vadd (vscal kx cx) (vscal beta cy))) with (beta ^ 2 + kx ^ 2 + 2 * beta * kx * dot h cx cy) by equal.
  replace (dot h (vadd (vscal beta cx) (vscal ky cy)) (vadd (vscal beta cx) (vscal ky cy))) with (beta ^ 2 + ky ^ 2 + 2 * beta * ky * dot h cx cy) by equal. ring.
Qed.

Theorem thm_2_holds : thm_2.
Proof.
  unfold thm_2; intros h kx ky beta cx cy Hh Hkx Hky Hb Hx Hy H2 Hw. assert (C := cosine_range h cx cy Hx Hy).
  destruct (thm_2_pair_holds h kx ky beta cx cy Hh Hkx Hky Hb Hx Hy H2) as (?&?&?&?&?&?&?&?&?&?&?&?&?&E).
  destruct (thm_2_pair_holds h kx ky beta cx cx Hh Hkx Hky Hb Hx Hx H2) as (?&?&D&?&?&?&?&?&?&?&?&?&?&F).
  assert (h2 := nat_above h H2). assert (A := area_pos h ltac:(lia)).
  statement; try assumption; try (apply sphere_ex; exact h2); try (rewrite ?sphere_value by exact h2; values h; fail).
  all: rewrite E. all: rewrite Hx in F.
  assert (Q : ln (/ sphere_integral h (fun u => exp (dot h (vscal kx cx) u)) * sphere_integral h (fun u => exp (dot h (vadd (vscal beta cx) (vscal kx cx)) u)))
    = ln (/ sphere_integral h (fun u => exp (dot h (vscal kx cx) u)) * sphere_integral h (fun u => exp (dot h (vadd (vscal kx cx) (vscal beta cx)) u)))).
  { f_equal. f_equal. apply sphere_integral_ext. intros u _. f_equal. bilinear. ring. }
  rewrite Q, Hx. rewrite F.
  rewrite !ConeLoss_same by first [lra | apply square_inside; lra].
  assert (X := no_gap_is_best (-1 + 1 / 2 * INR h) kx beta ltac:(lra) Hkx Hb (dot h cx cy) ltac:(lra)).
  assert (Y := no_gap_is_best (-1 + 1 / 2 * INR h) ky beta ltac:(lra) Hky Hb (dot h cx cy) ltac:(lra)). lra.
Qed.

Theorem vmf_mgf_everywhere_holds : vmf_mgf_everywhere.
Proof.
  unfold vmf_mgf_everywhere; intros h kappa c t Hh Hk Hc H2. assert (h2 := nat_above h H2). assert (A := area_pos h ltac:(lia)).
  statement; try (apply sphere_ex; exact h2); rewrite ?sphere_value by exact h2; values h; try mgf.
  replace (dot h (vscal kappa c) (vscal kappa c)) with (kappa ^ 2) by equal. rewrite sqrt_pow2 by lra. assert (M := SphereMGF_positive (INR h) kappa ltac:(lra)). field. lra.
Qed.
