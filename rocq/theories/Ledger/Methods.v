(** * What is done about a gap: translation by the difference of the means, and shared space projection *)
From Coq Require Import Reals Lra Lia Psatz.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Bessel.Ratio Bessel.Amos.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.InfoNCE Ledger.Alignment.
Open Scope R_scope.

(** ** Translation *)
Lemma mean_cosine_range h kappa : INR h >= 3 -> 0 < kappa -> 0 < IvRatio (-3 / 2 + 1 / 2 * INR h) kappa < 1.
Proof. intros Hh Hk. rewrite IvRatio_ratio by lra. split; [apply ratio_positive; lra|apply bound_upper_one; lra]. Qed.

(** The point a e_A + s p of A, translated by the difference m (e_B - e_A) of the means, and the point of B of the same coordinates. *)
Section Translation.
Variables (h : nat) (rho m a s r : R) (e n p : vector).
Hypothesis e_unit : dot h e e = 1.
Hypothesis n_unit : dot h n n = 1.
Hypothesis p_unit : dot h p p = 1.
Hypothesis n_e : dot h n e = 0.
Hypothesis p_e : dot h p e = 0.
Hypothesis p_n : dot h p n = 0.
Hypothesis r_square : r ^ 2 = 1 + -1 * rho ^ 2.
Hypothesis s_square : s ^ 2 = 1 + -1 * a ^ 2.
Hypothesis rho_range : 0 <= rho < 1.
Hypothesis m_range : 0 < m < 1.
Hypothesis a_range : -1 <= a <= 1.

Let e_B := vadd (vscal rho e) (vscal r n).
Let moved := vadd (vadd (vscal m e_B) (vscal (-1 * m) e)) (vadd (vscal a e) (vscal s p)).
Let length_square := 1 + 2 * (1 + -1 * rho) * (-1 * a + m) * m.
(** What is left of a vector without its coordinates along e and n. *)
Let rest v := vadd (vadd v (vscal (-1 * dot h e v) e)) (vscal (-1 * dot h n v) n).

Lemma moved_square : dot h moved moved = length_square.
Proof. unfold moved, e_B, length_square. inner. ring [r_square s_square]. Qed.

Lemma moved_positive : 0 < length_square.
Proof.
  unfold length_square. assert (0 <= (1 - rho) * (m * (1 - a))) by (apply Rmult_le_pos; nra).
  assert (0 <= (m - / 2) ^ 2) by apply pow2_ge_0. assert (0 <= m * (1 - m) <= / 4) by (split; nra). assert ((1 - rho) * (m * (1 - m)) <= 1 * / 4) by (apply Rmult_le_compat; lra). nra.
Qed.

Lemma root_positive : 0 < sqrt (dot h moved moved).
Proof. rewrite moved_square. apply sqrt_lt_R0, moved_positive. Qed.

Lemma rest_moved t z : dot h z (rest (vscal t moved)) = t * (s * dot h z p).
Proof. unfold rest, moved, e_B. inner. ring. Qed.

Lemma rest_moved_square : let v := rest (vscal (/ sqrt (dot h moved moved)) moved) in dot h v v = / length_square * (1 + -1 * a ^ 2).
Proof.
  intros v. unfold v. rewrite rest_moved, (dot_sym h _ p), rest_moved, p_unit, <- s_square. assert (P := root_positive). assert (L := moved_positive).
  replace (/ length_square) with ((/ sqrt (dot h moved moved)) ^ 2); [ring|]. rewrite moved_square in *. rewrite <- (sqrt_sq_eq length_square) at 2 by lra. field. lra.
Qed.

Lemma same_place z : a = m -> dot h z (vscal (/ sqrt (dot h moved moved)) moved) = dot h z (vadd (vscal s p) (vscal a e_B)).
Proof.
  intros E. rewrite moved_square. replace length_square with 1 by (unfold length_square; rewrite E; ring). rewrite sqrt_1. unfold moved, e_B. inner. rewrite E. field.
Qed.
End Translation.

Ltac translated A := match goal with |- context [IvRatio ?nu ?k] => set (A := IvRatio nu k) in * end.

Theorem translation_holds : translation.
Proof.
  unfold translation; intros h rho a kappa e n p z Hh Hr Hk He Hn Hne Hp Hpe Hpn H3 H1 Ha1 Ha2. assert (B := besseli_neq (-3 / 2 + 1 / 2 * INR h) kappa ltac:(lra) Hk).
  assert (M := mean_cosine_range h kappa H3 Hk). translated m. clearbody m. assert (R := sqrt_sq_eq (1 + -1 * rho ^ 2) ltac:(nra)). assert (S := sqrt_sq_eq (1 + -1 * a ^ 2) ltac:(nra)).
  set (r := sqrt (1 + -1 * rho ^ 2)) in *. set (s := sqrt (1 + -1 * a ^ 2)) in *.
  assert (L := moved_positive rho m a (conj Hr H1) M ltac:(lra)). assert (V := moved_square h rho m a s r e n p He Hn Hp Hne Hpe Hpn R S).
  statement; try assumption; try lra.
  - apply Rgt_not_eq, root_positive; try assumption; lra.
  - rewrite (dot_vscal_r h s p z). apply rest_moved; assumption.
  - apply rest_moved_square; try assumption; lra.
Qed.

Theorem translation_breaks_holds : translation_breaks.
Proof.
  unfold translation_breaks; intros h rho kappa a e n p Hh Hr Hk He Hn Hne Hp Hpe Hpn H3 H1 Ha1 Ha2 Hd. assert (B := besseli_neq (-3 / 2 + 1 / 2 * INR h) kappa ltac:(lra) Hk).
  assert (M := mean_cosine_range h kappa H3 Hk). translated m. clearbody m. assert (R := sqrt_sq_eq (1 + -1 * rho ^ 2) ltac:(nra)). assert (S := sqrt_sq_eq (1 + -1 * a ^ 2) ltac:(nra)).
  set (r := sqrt (1 + -1 * rho ^ 2)) in *. set (s := sqrt (1 + -1 * a ^ 2)) in *.
  assert (L := moved_positive rho m a (conj Hr H1) M ltac:(lra)).
  statement; try assumption; try lra.
  - apply Rgt_not_eq, root_positive; try assumption; lra.
  - assert (Q := rest_moved_square h rho m a s r e n p He Hn Hp Hne Hpe Hpn R S (conj Hr H1) M ltac:(lra)). cbv zeta beta in Q. rewrite Q.
    match goal with |- _ * (-1 * dot h ?w ?w + _) > 0 => replace (dot h w w) with (1 + -1 * a ^ 2) by (inner; ring [R S]) end.
    set (l := 1 + 2 * (1 + -1 * rho) * (-1 * a + m) * m) in *.
    replace ((a + -1 * m) * (-1 * (1 + -1 * a ^ 2) + / l * (1 + -1 * a ^ 2))) with (2 * (1 - rho) * m * (a + -1 * m) ^ 2 * (1 - a ^ 2) * / l) by (unfold l in *; field; lra).
    apply Rmult_lt_0_compat; [|apply Rinv_0_lt_compat, L]. apply Rmult_lt_0_compat; [|nra]. apply Rmult_lt_0_compat; [nra|lra].
Qed.

Theorem translation_kept_holds : translation_kept.
Proof.
  unfold translation_kept; intros h rho kappa e n p z Hh Hr Hk He Hn Hne Hp Hpe Hpn H3 H1. assert (B := besseli_neq (-3 / 2 + 1 / 2 * INR h) kappa ltac:(lra) Hk).
  assert (M := mean_cosine_range h kappa H3 Hk). translated m. clearbody m. assert (R := sqrt_sq_eq (1 + -1 * rho ^ 2) ltac:(nra)). assert (S := sqrt_sq_eq (1 + -1 * m ^ 2) ltac:(nra)).
  set (r := sqrt (1 + -1 * rho ^ 2)) in *. set (s := sqrt (1 + -1 * m ^ 2)) in *. statement; try assumption; try (apply Rgt_not_eq, root_positive; try assumption; lra).
  apply same_place; try assumption; lra.
Qed.

(** ** Shared space projection *)
Theorem paper_ssp_5_holds : paper_ssp_5.
Proof. unfold paper_ssp_5; statement; try lra. inner. field. lra. Qed.

(** The directions (3/5, 4/5) and (1, 0) of the plane. *)
Theorem paper_ssp_5_ranking_holds : paper_ssp_5_ranking.
Proof.
  exists 2%nat, 2, 1, 1, 1, (fun k => match k with O => 3 / 5 | _ => 4 / 5 end), (fun k => match k with O => 1 | _ => 0 end), (fun i k => if Nat.eqb i (S k) then 1 else 0).
  unfold dot, sum1; simpl. repeat split; try lra.
  intros i j Hi Hj. destruct i as [|[|[|i]]], j as [|[|[|j]]]; try lia; simpl; ring.
Qed.
