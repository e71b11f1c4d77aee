(** * The loss of one direction of the pair of centres of two cones, as a function of the cosine w of the gap

    J(w) = -beta w + log M(m) - log M(kappa), m^2 = kappa^2 + 2 kappa beta w + beta^2, M = M_{2nu+2}. Its slope
    beta (-1 + kappa a(m^2)) falls, as a does: J is strictly concave, so it is least at an end, which is w = 1. The trap:
    J rises from the widest gap where the slope at w = -1 is positive. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Hypergeometric Bessel.Ratio Bessel.Amos Bessel.Shape Bessel.Generating Bessel.Square.
Open Scope R_scope.

Definition square (w kappa beta : R) : R := kappa ^ 2 + 2 * kappa * beta * w + beta ^ 2.
Definition cone_loss (nu w kappa beta : R) : R := - beta * w + lnM_sq nu (square w kappa beta) - lnM_sq nu (kappa ^ 2).
Definition cone_slope (nu w kappa beta : R) : R := beta * (-1 + kappa * over_sq nu (square w kappa beta)).

Section Direction.
Variables nu kappa beta : R.
Hypothesis nu_above : nu > -1.
Hypothesis kappa_pos : kappa > 0.
Hypothesis beta_pos : beta > 0.
Let J w := cone_loss nu w kappa beta.
Let S w := cone_slope nu w kappa beta.
Let v w := square w kappa beta.

Lemma square_nonneg w : -1 <= w -> 0 <= v w.
Proof. intros Hw. unfold v, square. assert (0 < kappa * beta) by (apply Rmult_lt_0_compat; lra). assert (0 <= (kappa - beta) ^ 2) by apply pow2_ge_0. nra. Qed.

Lemma square_increases u w : u < w -> v u < v w.
Proof. intros H. unfold v, square. assert (0 < kappa * beta) by (apply Rmult_lt_0_compat; lra). nra. Qed.

Theorem loss_derive w : 0 <= v w -> is_derive J w (S w).
Proof.
  intros Hv. assert (D := lnM_sq_derive nu nu_above (v w) Hv).
  assert (Dw : is_derive v w (2 * kappa * beta)) by (unfold v, square; auto_derive; [trivial|ring]).
  assert (E := is_derive_comp (lnM_sq nu) v w _ _ D Dw). unfold scal in E; simpl in E; unfold mult in E; simpl in E.
  unfold J, cone_loss. fold (v w).
  assert (F : is_derive (fun t => - beta * t + lnM_sq nu (v t) - lnM_sq nu (kappa ^ 2)) w (- beta + 2 * kappa * beta * (over_sq nu (v w) / 2))).
  { assert (A : is_derive (fun t => - beta * t) w (- beta)) by (auto_derive; [trivial|ring]).
    assert (B := is_derive_plus (V := R_NormedModule) _ _ _ _ _ A E). unfold plus in B; simpl in B.
    assert (C : is_derive (fun _ : R => lnM_sq nu (kappa ^ 2)) w 0) by apply (is_derive_const (K := R_AbsRing) (V := R_NormedModule)).
    assert (G := is_derive_minus (V := R_NormedModule) _ _ _ _ _ B C). unfold minus, plus, opp in G; simpl in G.
    match type of G with is_derive _ _ ?x => match goal with |- is_derive _ _ ?y => replace y with x; [exact G|ring] end end. }
  match type of F with is_derive _ _ ?x => match goal with |- is_derive _ _ ?y => replace y with x; [exact F|] end end.
  unfold S, cone_slope. fold (v w). field.
Qed.

Theorem slope_decreases u w : -1 <= u -> u < w -> S w < S u.
Proof.
  intros Hu Hw. unfold S, cone_slope. fold (v w) (v u).
  assert (D := over_sq_decreases nu nu_above (v u) (v w) (conj (square_nonneg u Hu) (square_increases u w Hw))).
  apply Rmult_lt_compat_l; [exact beta_pos|]. apply Rplus_lt_compat_l, Rmult_lt_compat_l; assumption.
Qed.

Lemma chord u w : -1 <= u -> u < w -> exists c, u < c < w /\ J w - J u = S c * (w - u).
Proof.
  intros Hu Hw. destruct (MVT_cor2 J S u w Hw) as (c & E & Hc); [|exists c; split; assumption].
  intros t Ht. apply is_derive_Reals, loss_derive, square_nonneg. lra.
Qed.

Theorem tangents u w : -1 <= u -> u < w -> (w - u) * S w < J w - J u < (w - u) * S u.
Proof.
  intros Hu Hw. destruct (chord u w Hu Hw) as (c & Hc & E). rewrite E, (Rmult_comm (S c)).
  split; apply Rmult_lt_compat_l; try lra; apply slope_decreases; lra.
Qed.

Theorem strictly_concave u w s : -1 <= u -> u < w -> 0 < s < 1 -> J (s * w + (1 - s) * u) > s * J w + (1 - s) * J u.
Proof.
  intros Hu Hw Hs. set (m := s * w + (1 - s) * u). assert (H1 : u < m) by (unfold m; nra). assert (H2 : m < w) by (unfold m; nra).
  assert (A := tangents u m Hu H1). assert (B := tangents m w ltac:(lra) H2).
  assert (E1 : m - u = s * (w - u)) by (unfold m; ring). assert (E2 : w - m = (1 - s) * (w - u)) by (unfold m; ring).
  rewrite E1 in A. rewrite E2 in B. nra.
Qed.

Theorem falls_without_trap : S (-1) <= 0 -> forall u w, -1 <= u -> u < w -> J w < J u.
Proof.
  intros HS u w Hu Hw. destruct (chord u w Hu Hw) as (c & Hc & E).
  assert (K := slope_decreases (-1) c ltac:(lra) ltac:(lra)). assert (S c * (w - u) < 0) by nra. lra.
Qed.
End Direction.

Section Ends.
Variables nu kappa beta : R.
Hypothesis nu_above : nu >= - / 2.
Hypothesis kappa_pos : kappa > 0.
Hypothesis beta_pos : beta > 0.

Lemma loss_ends : cone_loss nu (-1) kappa beta - cone_loss nu 1 kappa beta
  = 2 * beta - (lnM (2 * nu + 2) (kappa + beta) - lnM (2 * nu + 2) (Rabs (kappa - beta))).
Proof.
  unfold cone_loss. rewrite !lnM_square.
  replace (Rabs (kappa - beta) ^ 2) with (square (-1) kappa beta) by (rewrite pow2_abs; unfold square; ring).
  replace ((kappa + beta) ^ 2) with (square 1 kappa beta) by (unfold square; ring). ring.
Qed.

Theorem widest_gap_loses : cone_loss nu (-1) kappa beta > cone_loss nu 1 kappa beta.
Proof.
  assert (E := loss_ends). assert (P := Rabs_pos (kappa - beta)).
  assert (Q : Rabs (kappa - beta) < kappa + beta) by (apply Rabs_def1; lra).
  assert (G := lnM_grows_below (2 * nu + 2) (Rabs (kappa - beta)) (kappa + beta) ltac:(lra) (conj P Q)).
  assert (R : kappa + beta - Rabs (kappa - beta) <= 2 * beta).
  { assert (K := Rle_abs (kappa - beta)). lra. } lra.
Qed.

(** The loss of one direction is least without a gap. *)
Theorem no_gap_is_best w : -1 <= w < 1 -> cone_loss nu w kappa beta > cone_loss nu 1 kappa beta.
Proof.
  intros [Hw H1]. assert (W := widest_gap_loses). destruct (Rle_lt_or_eq_dec (-1) w Hw) as [L|L]; [|rewrite <- L; exact W].
  set (s := (w + 1) / 2). assert (Hs : 0 < s < 1) by (unfold s; lra).
  assert (C := strictly_concave nu kappa beta ltac:(lra) kappa_pos beta_pos (-1) 1 s ltac:(lra) ltac:(lra) Hs).
  replace (s * 1 + (1 - s) * -1) with w in C by (unfold s; field). nra.
Qed.
End Ends.

(** ** The trap: when the slope at the widest gap is positive *)
Section Trap.
Variables nu kappa beta : R.
Hypothesis kappa_pos : kappa > 0.
Hypothesis beta_pos : beta > 0.

Lemma slope_at_widest : cone_slope nu (-1) kappa beta = beta * (-1 + kappa * over_sq nu ((kappa - beta) ^ 2)).
Proof. unfold cone_slope. do 4 f_equal. unfold square. ring. Qed.

Lemma over_sq_upper v : nu >= - / 2 -> 0 <= v -> nu > - / 2 \/ 0 < v -> over_sq nu v <= / (nu + / 2 + sqrt (v + (nu + / 2) ^ 2)).
Proof.
  intros Hnu Hv Hor. destruct (Rle_lt_or_eq_dec 0 v Hv) as [Hv0|Hv0].
  - assert (H : 0 < sqrt v) by (apply sqrt_lt_R0, Hv0). assert (E := sqrt_sq_eq v Hv).
    assert (U := bound_upper nu (sqrt v) Hnu H). unfold G in U. rewrite E in U.
    assert (O := over_sq_ratio nu ltac:(lra) (sqrt v) H). rewrite E in O. rewrite O.
    apply (Rmult_le_reg_r (sqrt v)); [exact H|]. unfold Rdiv in *. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite <- Hv0. destruct Hor as [Hn|Hn]; [|lra]. rewrite over_sq_0 by lra. rewrite Rplus_0_l, sqrt_pow2 by lra.
    apply Rinv_le_contravar; lra.
Qed.

Lemma over_sq_lower v : nu > -1 -> 0 <= v -> over_sq nu v >= / (nu + 1 + sqrt (v + (nu + 1) ^ 2)).
Proof.
  intros Hnu Hv. destruct (Rle_lt_or_eq_dec 0 v Hv) as [Hv0|Hv0].
  - assert (H : 0 < sqrt v) by (apply sqrt_lt_R0, Hv0). assert (E := sqrt_sq_eq v Hv).
    assert (U := bound_lower_simple nu (sqrt v) H Hnu). unfold G in U. rewrite E in U.
    assert (O := over_sq_ratio nu ltac:(lra) (sqrt v) H). rewrite E in O. rewrite O.
    apply Rle_ge, (Rmult_le_reg_r (sqrt v)); [exact H|]. unfold Rdiv in *. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite <- Hv0. rewrite over_sq_0 by lra. rewrite Rplus_0_l, sqrt_pow2 by lra. right. f_equal. ring.
Qed.

Theorem no_trap_at_high_temperature : beta <= nu + / 2 -> cone_slope nu (-1) kappa beta <= 0.
Proof.
  intros Hb. rewrite slope_at_widest. assert (Hv : 0 <= (kappa - beta) ^ 2) by apply pow2_ge_0.
  assert (U := over_sq_upper _ ltac:(lra) Hv ltac:(left; lra)). set (a := nu + / 2) in *.
  assert (S2 := sqrt_sq_eq ((kappa - beta) ^ 2 + a ^ 2) ltac:(nra)). assert (S0 := sqrt_pos ((kappa - beta) ^ 2 + a ^ 2)).
  set (s := sqrt ((kappa - beta) ^ 2 + a ^ 2)) in *.
  assert (K : kappa <= a + s).
  { destruct (Rle_dec kappa a) as [L|L]; [lra|]. assert ((kappa - a) ^ 2 <= s ^ 2) by (rewrite S2; nra). nra. }
  assert (D : 0 < a + s) by lra.
  assert (kappa * over_sq nu ((kappa - beta) ^ 2) <= 1).
  { apply Rle_trans with (kappa * / (a + s)); [apply Rmult_le_compat_l; lra|].
    apply (Rmult_le_reg_r (a + s)); [exact D|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  nra.
Qed.

Theorem no_trap_at_low_concentration : nu > -1 -> kappa <= 2 * nu + 2 -> cone_slope nu (-1) kappa beta <= 0.
Proof.
  intros Hnu Hk. rewrite slope_at_widest. assert (Hv : 0 <= (kappa - beta) ^ 2) by apply pow2_ge_0.
  assert (U := over_sq_below nu Hnu _ Hv).
  assert (kappa * over_sq nu ((kappa - beta) ^ 2) <= 1).
  { apply Rle_trans with (kappa * / (2 * nu + 2)); [apply Rmult_le_compat_l; lra|].
    apply (Rmult_le_reg_r (2 * nu + 2)); [lra|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  nra.
Qed.

Theorem trap_necessary : nu > - / 2 -> cone_slope nu (-1) kappa beta > 0 ->
  kappa > 2 * nu + 2 /\ 2 * beta > 2 * nu + 1 /\ kappa > beta ^ 2 / (2 * beta - 2 * nu - 1).
Proof.
  intros Hnu HS. assert (H1 : kappa > 2 * nu + 2).
  { destruct (Rlt_le_dec (2 * nu + 2) kappa) as [L|L]; [exact L|]. assert (K := no_trap_at_low_concentration ltac:(lra) L). lra. }
  assert (H2 : 2 * beta > 2 * nu + 1).
  { destruct (Rlt_le_dec (2 * nu + 1) (2 * beta)) as [L|L]; [exact L|]. assert (K := no_trap_at_high_temperature ltac:(lra)). lra. }
  repeat split; try assumption. rewrite slope_at_widest in HS. assert (Hv : 0 <= (kappa - beta) ^ 2) by apply pow2_ge_0.
  assert (U := over_sq_upper _ ltac:(lra) Hv ltac:(left; lra)). set (a := nu + / 2) in *.
  assert (S2 := sqrt_sq_eq ((kappa - beta) ^ 2 + a ^ 2) ltac:(nra)). assert (S0 := sqrt_pos ((kappa - beta) ^ 2 + a ^ 2)).
  set (s := sqrt ((kappa - beta) ^ 2 + a ^ 2)) in *. assert (D : 0 < a + s) by (unfold a in *; lra).
  assert (K : a + s < kappa).
  { assert (O : kappa * over_sq nu ((kappa - beta) ^ 2) > 1) by nra.
    assert (1 < kappa * / (a + s)) by (eapply Rlt_le_trans; [exact O|apply Rmult_le_compat_l; lra]).
    apply (Rmult_lt_compat_r (a + s)) in H; [|exact D]. rewrite Rmult_assoc, Rinv_l in H by lra. lra. }
  replace (2 * beta - 2 * nu - 1) with (2 * (beta - a)) by (unfold a; field).
  assert (Hba : 0 < beta - a) by (unfold a; lra). assert (Q : s ^ 2 < (kappa - a) ^ 2) by nra. rewrite S2 in Q.
  apply Rlt_gt, (Rmult_lt_reg_r (2 * (beta - a))); [lra|]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

Theorem trap_sufficient : nu > -1 -> beta > nu + 1 -> kappa > beta ^ 2 / (2 * beta - 2 * nu - 2) -> cone_slope nu (-1) kappa beta > 0.
Proof.
  intros Hnu Hb Hk. rewrite slope_at_widest. assert (Hv : 0 <= (kappa - beta) ^ 2) by apply pow2_ge_0.
  assert (L := over_sq_lower _ Hnu Hv). set (a := nu + 1) in *. replace (2 * beta - 2 * nu - 2) with (2 * (beta - a)) in Hk by (unfold a; ring).
  assert (S2 := sqrt_sq_eq ((kappa - beta) ^ 2 + a ^ 2) ltac:(nra)). assert (S0 := sqrt_pos ((kappa - beta) ^ 2 + a ^ 2)).
  set (s := sqrt ((kappa - beta) ^ 2 + a ^ 2)) in *. assert (D : 0 < a + s) by (unfold a in *; lra).
  assert (Q : beta ^ 2 < kappa * (2 * (beta - a))).
  { apply (Rmult_lt_compat_r (2 * (beta - a))) in Hk; [|lra]. unfold Rdiv in Hk. rewrite Rmult_assoc, Rinv_l in Hk by lra. lra. }
  assert (Ha : 0 < a) by (unfold a; lra).
  assert (K : a + s < kappa).
  { assert (kappa > a) by nra. assert (s ^ 2 < (kappa - a) ^ 2) by (rewrite S2; nra). nra. }
  assert (1 < kappa * over_sq nu ((kappa - beta) ^ 2)).
  { apply Rlt_le_trans with (kappa * / (a + s)); [|apply Rmult_le_compat_l; lra].
    apply (Rmult_lt_reg_r (a + s)); [exact D|]. rewrite Rmult_assoc, Rinv_l by lra. lra. }
  nra.
Qed.
End Trap.
