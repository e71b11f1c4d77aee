(** * Means under the uniform law of a sphere: where Theorem 1 is attained, and Theorem 3 with free centres and a random sign *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Square Bessel.Increment Sphere.Exponential.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere.
Open Scope R_scope.

Lemma average d m f s c : (1 <= d)%nat -> dot d m m = 1 -> (forall u, f u = exp (c + s * dot d m u)) ->
  ex_sphere_integral d f /\ sphere_average d f = exp c * SphereMGF (INR d) s.
Proof.
  intros Hd Hm E. destruct (average_exponential d f (vscal s m) c Hd) as [X V].
  - intros u _. rewrite dot_vscal_l. apply E.
  - split; [exact X|]. rewrite V, dot_vscal_l, dot_vscal_r, Hm. unfold SphereMGF. f_equal. f_equal; field.
Qed.

Theorem thm_1_attained_holds : thm_1_attained.
Proof.
  unfold thm_1_attained; intros h beta m H0 Hb Hm H2. assert (Hh : (1 <= h)%nat) by (apply INR_le; simpl; lra).
  destruct (average h m (fun u : vector => exp (beta * dot h m u)) beta 0 Hh Hm) as [X V]; [intros; f_equal; ring|].
  rewrite exp_0, Rmult_1_l in V. rewrite V, Hm. assert (M := SphereMGF_positive (INR h) beta ltac:(lra)).
  repeat split; first [assumption | lra].
Qed.

(** The logarithm of the generating function from beta (1 - q) to beta: its slope over its argument decreases. *)
Lemma lnM_fall h nu beta q : h = 2 * nu + 2 -> nu >= - / 2 -> 0 < beta -> 0 <= q < 1 ->
  beta * ratio nu beta * (q - q ^ 2 / 2) <= Generating.lnM h beta - Generating.lnM h (beta * (1 + -1 * q)).
Proof.
  intros -> Hn Hb [[Hq|Hq] Hq1]; [|rewrite <- Hq; replace (beta * (1 + -1 * 0)) with beta by ring; lra].
  set (A := ratio nu beta). set (a := beta * (1 + -1 * q)). assert (Ha : 0 < a < beta) by (unfold a; split; nra).
  assert (I := Generating.increasing_on_weak (fun t => Generating.lnM (2 * nu + 2) t - A / (2 * beta) * t ^ 2) (fun t => ratio nu t - A / beta * t) a beta ltac:(lra)).
  cbv beta in I. assert (E : A / (2 * beta) * beta ^ 2 - A / (2 * beta) * a ^ 2 = beta * A * (q - q ^ 2 / 2)) by (unfold a; field; lra).
  enough (Generating.lnM (2 * nu + 2) a - A / (2 * beta) * a ^ 2 <= Generating.lnM (2 * nu + 2) beta - A / (2 * beta) * beta ^ 2) by lra. apply I.
  - intros t Ht. assert (D := Generating.lnM_derive (2 * nu + 2) ltac:(lra) t). replace ((2 * nu + 2) / 2 - 1) with nu in D by field.
    auto_derive; [repeat split; eexists; exact D|].
    replace (Derive (fun x => Generating.lnM (2 * nu + 2) x) t) with (ratio nu t) by (symmetry; apply is_derive_unique, D). field. lra.
  - intros t Ht. assert (O := over_argument_decreases nu ltac:(lra) t beta ltac:(lra)). fold A in O.
    assert (K : A / beta * t <= ratio nu t / t * t) by (apply Rmult_le_compat_r; lra). replace (ratio nu t / t * t) with (ratio nu t) in K by (field; lra). lra.
Qed.

Lemma Cosh_at_least_one t : 1 <= Cosh t.
Proof. unfold Cosh. replace (-1 * t) with (- t) by ring. assert (A := exp_pos t). assert (B := exp_Ropp t). assert (C : exp t * exp (- t) = 1) by (rewrite B; field; lra). assert (0 <= (exp t - exp (- t)) * (exp t - exp (- t))) by apply Rle_0_sqr. assert (P := exp_pos (- t)). nra. Qed.

Lemma ln_Cosh t : 0 <= t -> 0 <= ln (Cosh t) <= t ^ 2 / 2.
Proof.
  intros Ht. assert (C := Cosh_at_least_one t). split; [rewrite <- ln_1; apply ln_mono; lra|].
  assert (E : ln (Cosh t) = Generating.lnM 1 t).
  { unfold Generating.lnM, Generating.SphereMGF, Cosh. f_equal. replace (-1 * t) with (- t) by ring. assert (B := exp_both t). replace (1 / 2) with (/ 2) in B |- * by field. lra. }
  rewrite E. destruct Ht as [P|P].
  - assert (G := Generating.lnM_gaussian 1 t ltac:(lra) P). lra.
  - rewrite <- P, Generating.lnM_0 by lra. lra.
Qed.

(** ** Free centres with a random sign: the losses are explicit *)
Section Sign.
Variables (h : nat) (rho beta q : R) (m : vector).
Hypothesis rho_nonneg : 0 <= rho.
Hypothesis beta_pos : 0 < beta.
Hypothesis q_nonneg : 0 <= q.
Hypothesis m_unit : dot (h - 2)%nat m m = 1.
Hypothesis h_above : INR h >= 4.
Hypothesis q_below : q < 1.

Lemma four : (4 <= h)%nat.
Proof. apply INR_le. simpl. lra. Qed.

Lemma less_two : INR (h - 2) = -2 + INR h.
Proof. assert (F := four). rewrite minus_INR by lia. simpl. ring. Qed.

Let base := fun u : vector => exp (beta * dot (h - 2)%nat m u).
Let plus := fun u : vector => exp (beta * (q * rho + (1 + -1 * q) * dot (h - 2)%nat m u)).
Let minus := fun u : vector => exp (beta * ((1 + -1 * q) * dot (h - 2)%nat m u + -1 * q * rho)).

Lemma base_value : ex_sphere_integral (h - 2)%nat base /\ sphere_average (h - 2)%nat base = SphereMGF (-2 + INR h) beta.
Proof.
  assert (F := four). destruct (average (h - 2) m base beta 0 ltac:(lia) m_unit) as [X V]; [intros u; unfold base; f_equal; ring|].
  split; [exact X|]. rewrite V, exp_0, less_two. ring.
Qed.

Lemma plus_ex : ex_sphere_integral (h - 2)%nat plus.
Proof. assert (F := four). apply (average (h - 2) m plus (beta * (1 + -1 * q)) (q * rho * beta) ltac:(lia) m_unit). intros u; unfold plus; f_equal; ring. Qed.

Lemma minus_ex : ex_sphere_integral (h - 2)%nat minus.
Proof. assert (F := four). apply (average (h - 2) m minus (beta * (1 + -1 * q)) (-1 * (q * rho * beta)) ltac:(lia) m_unit). intros u; unfold minus; f_equal; ring. Qed.

Lemma partition_value : 1 / 2 * sphere_average (h - 2)%nat plus + 1 / 2 * sphere_average (h - 2)%nat minus
  = Cosh (q * rho * beta) * SphereMGF (-2 + INR h) (beta * (1 + -1 * q)).
Proof.
  assert (F := four).
  rewrite (proj2 (average (h - 2) m plus (beta * (1 + -1 * q)) (q * rho * beta) ltac:(lia) m_unit ltac:(intros u; unfold plus; f_equal; ring))).
  rewrite (proj2 (average (h - 2) m minus (beta * (1 + -1 * q)) (-1 * (q * rho * beta)) ltac:(lia) m_unit ltac:(intros u; unfold minus; f_equal; ring))).
  rewrite less_two. unfold Cosh. ring.
Qed.

Lemma scaled_square : dot (h - 2)%nat (vscal (sqrt (1 + -1 * q)) m) (vscal (sqrt (1 + -1 * q)) m) = 1 - q.
Proof. rewrite dot_vscal_l, dot_vscal_r, m_unit. assert (S := sqrt_sqrt (1 + -1 * q) ltac:(lra)). lra. Qed.

Lemma base_pos : 0 < sphere_average (h - 2)%nat base.
Proof. rewrite (proj2 base_value). apply SphereMGF_positive. lra. Qed.

Lemma partition_pos : 0 < 1 / 2 * sphere_average (h - 2)%nat plus + 1 / 2 * sphere_average (h - 2)%nat minus.
Proof. rewrite partition_value. apply Rmult_lt_0_compat; [assert (C := Cosh_at_least_one (q * rho * beta)); lra|apply SphereMGF_positive; lra]. Qed.

(** The loss at q, and at 0. *)
Definition signed : R := -2 * beta * (1 - q * (1 - rho)) + 2 * ln (Cosh (q * rho * beta)) + 2 * Generating.lnM (-2 + INR h) (beta * (1 + -1 * q)).
Definition unsigned : R := -2 * beta + 2 * Generating.lnM (-2 + INR h) beta.

Lemma signed_value : -1 * beta * (2 * dot (h - 2)%nat (vscal (sqrt (1 + -1 * q)) m) (vscal (sqrt (1 + -1 * q)) m) + 2 * q * rho)
  + ln (1 / 2 * sphere_average (h - 2)%nat plus + 1 / 2 * sphere_average (h - 2)%nat minus)
  + ln (1 / 2 * sphere_average (h - 2)%nat plus + 1 / 2 * sphere_average (h - 2)%nat minus) = signed.
Proof.
  rewrite partition_value, scaled_square, ln_mult, ln_SphereMGF; [unfold signed; ring| |apply SphereMGF_positive; lra].
  assert (C := Cosh_at_least_one (q * rho * beta)). lra.
Qed.

Lemma unsigned_value : -2 * beta * dot (h - 2)%nat m m + ln (sphere_average (h - 2)%nat base) + ln (sphere_average (h - 2)%nat base) = unsigned.
Proof. rewrite (proj2 base_value), m_unit, ln_SphereMGF. unfold unsigned. ring. Qed.

Let nu := -2 + 1 / 2 * INR h.

Lemma signed_upper : signed - unsigned <= 2 * beta * q * (1 - rho - ratio nu beta) + beta * q ^ 2 * (beta * rho ^ 2 + ratio nu beta).
Proof.
  assert (F := lnM_fall (-2 + INR h) nu beta q ltac:(unfold nu; field) ltac:(unfold nu; lra) beta_pos ltac:(lra)).
  assert (C := ln_Cosh (q * rho * beta) ltac:(repeat apply Rmult_le_pos; lra)). unfold signed, unsigned. nra.
Qed.

Lemma signed_lower : 0 < q -> signed - unsigned > 2 * beta * q * (1 - rho - ratio nu (beta * (1 + -1 / 2 * q))).
Proof.
  intros Hq. assert (F := lnM_chord nu (beta * (1 + -1 * q)) beta ltac:(unfold nu; lra) ltac:(split; nra)).
  replace (2 * nu + 2) with (-2 + INR h) in F by (unfold nu; field). replace ((beta + beta * (1 + -1 * q)) / 2) with (beta * (1 + -1 / 2 * q)) in F by field.
  assert (C := ln_Cosh (q * rho * beta) ltac:(repeat apply Rmult_le_pos; lra)). unfold signed, unsigned. nra.
Qed.

Lemma signed_tangent : 0 < q -> signed - unsigned > 2 * beta * q * (1 - rho - ratio nu beta).
Proof.
  intros Hq. assert (L := signed_lower Hq). assert (P : 0 < beta * (1 + -1 / 2 * q) < beta) by (split; nra).
  assert (I : ratio nu (beta * (1 + -1 / 2 * q)) < ratio nu beta).
  { apply (Generating.increasing_on (ratio nu) (slope nu)); [lra|intros t Ht; apply ratio_derive; unfold nu; lra|intros t Ht; apply slope_pos; unfold nu; lra]. }
  assert (0 < 2 * beta * q) by (repeat apply Rmult_lt_0_compat; lra). nra.
Qed.
End Sign.

(** The sides of a statement; its losses in closed form. *)
Ltac signs h rho beta q m := cbv zeta; repeat match goal with |- _ /\ _ => split end;
  try solve [assumption | lra | apply base_value; assumption | apply plus_ex; assumption | apply minus_ex; assumption | apply base_pos; assumption
    | apply partition_pos; assumption | apply besseli_neq; [lra|nra] | apply SphereMGF_positive; lra
    | assert (C := Cosh_at_least_one (q * rho * beta)); lra | apply Rmult_lt_0_compat; lra].

Theorem thm_3_free_partition_holds : thm_3_free_partition.
Proof. unfold thm_3_free_partition; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq1. signs h rho beta q m; apply partition_value; assumption. Qed.

Theorem thm_3_free_sign_holds : thm_3_free_sign.
Proof.
  unfold thm_3_free_sign; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq1. signs h rho beta q m.
  - etransitivity; [apply (unsigned_value h beta m); assumption|]. unfold unsigned. rewrite ln_SphereMGF. ring.
  - etransitivity; [apply (signed_value h rho beta q m); assumption|]. unfold signed. rewrite ln_SphereMGF. ring.
Qed.

(** Both losses in closed form, and A as the ratio that the bounds above speak of. *)
Ltac compared h rho beta q m := signs h rho beta q m; rewrite ?IvRatio_ratio in * by first [lra | nra];
  match goal with |- context [-1 * beta * (2 * dot (h - 2)%nat (vscal ?s m) (vscal ?s m) + 2 * q * rho) + ?a + ?a] =>
    replace (-1 * beta * (2 * dot (h - 2)%nat (vscal s m) (vscal s m) + 2 * q * rho) + a + a) with (signed h rho beta q) by (symmetry; apply signed_value; assumption) end;
  match goal with |- context [-2 * beta * dot (h - 2)%nat m m + ?a + ?a] =>
    replace (-2 * beta * dot (h - 2)%nat m m + a + a) with (unsigned h beta) by (symmetry; apply (unsigned_value h beta m); assumption) end.

Theorem thm_3_free_upper_holds : thm_3_free_upper.
Proof.
  unfold thm_3_free_upper; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq1. compared h rho beta q m.
  assert (U := signed_upper h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)). lra.
Qed.

Theorem thm_3_free_lower_holds : thm_3_free_lower.
Proof.
  unfold thm_3_free_lower; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq0 Hq1. compared h rho beta q m.
  assert (U := signed_lower h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) Hq0). lra.
Qed.

Theorem thm_3_free_above_holds : thm_3_free_above.
Proof.
  unfold thm_3_free_above; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq0 Hq1 C. compared h rho beta q m.
  assert (U := signed_upper h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  assert (0 < beta * q) by (apply Rmult_lt_0_compat; lra). set (A := ratio _ _) in *. nra.
Qed.

Theorem thm_3_free_gain_holds : thm_3_free_gain.
Proof.
  unfold thm_3_free_gain; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq1 C. compared h rho beta q m.
  assert (U := signed_upper h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)).
  assert (0 <= beta * q) by (apply Rmult_le_pos; lra). set (A := ratio _ _) in *. nra.
Qed.

Theorem thm_3_free_below_holds : thm_3_free_below.
Proof.
  unfold thm_3_free_below; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq0 Hq1 C. compared h rho beta q m.
  assert (U := signed_tangent h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) Hq0).
  assert (0 < 2 * beta * q) by (repeat apply Rmult_lt_0_compat; lra). set (A := ratio _ _) in *. nra.
Qed.

Theorem thm_3_free_second_variation_holds : thm_3_free_second_variation.
Proof.
  unfold thm_3_free_second_variation; intros h rho beta q m H0 Hr Hb Hq Hm H4 Hr1 Hq0 Hq1. compared h rho beta q m.
  - assert (U := signed_tangent h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) Hq0). lra.
  - assert (U := signed_upper h rho beta q ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption) ltac:(assumption)). lra.
Qed.
