(** * Stability for probabilities of pairs: what a law is above the bound pays for pairs apart *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Generating.
From Modgap Require Import InfoNCE.Energy InfoNCE.Trace.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean Coupling.Trace.
Open Scope R_scope.

Section Stability.
Variables (X : space) (E : (point X -> R) -> R) (h : nat) (beta : R) (x y : point X -> vector).
Hypothesis HE : mean X E.
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis beta_pos : 0 < beta.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.
Hypothesis queries : forall z, inside X z -> dot h (x z) (x z) = 1.
Hypothesis keys : forall z, inside X z -> dot h (y z) (y z) = 1.

Let Z := Z X E h beta y.
Let x' z := shifted h (x z) (y z).
Let share v z := / Z v * exp (beta * dot h v (y z)).

Lemma apart_pushed a b : dot h a a = 1 -> dot h b b = 1 -> (2 - 2 * dot h a b) / 4 <= reach h a b - 1.
Proof.
  intros Ha Hb. assert (C := cosine_range h a b Ha Hb). unfold reach, mu. rewrite Ha. set (c := dot h a b) in *.
  assert (Hr : 0 <= c * c + 4 - 1) by nra. assert (S := sqrt_sqrt _ Hr). assert (P := sqrt_pos (c * c + 4 - 1)).
  set (s := sqrt (c * c + 4 - 1)) in *. assert ((3 + c) / 2 <= s); [|lra]. apply Rsqr_incr_0_var; [|exact P]. unfold Rsqr. rewrite S. nra.
Qed.

Variables r s : R.
Hypothesis r_least : 1 <= r.
Hypothesis s_is : s = - (r * beta).

Definition paid (z : point X) : R :=
  / Z (x z) * E (fun u => (1 + -1 * exp (s * (1 + -1 * dot h (y z) (y u)))) * exp (beta * dot h (x z) (y u)))
  * dot h (vadd (x z) (vscal (-1) (y z))) (vadd (x z) (vscal (-1) (y z))).

Lemma paid_cont : cont X paid.
Proof.
  unfold paid. assert (C := Z_cont X E h beta y HE y_cont x x_cont). fold Z in C.
  assert (D : cont X (fun z => E (fun u => (1 + -1 * exp (s * (1 + -1 * dot h (y z) (y u)))) * exp (beta * dot h (x z) (y u))))).
  { apply (cont_mean X X E HE (fun z u => (1 + -1 * exp (s * (1 + -1 * dot h (y z) (y u)))) * exp (beta * dot h (x z) (y u)))). cts. }
  cts. intros z _. apply Rgt_not_eq, Z_pos; assumption.
Qed.

Lemma gain z : inside X z -> / (4 * r) * paid z <= ln (share (x' z) z) - ln (share (x z) z).
Proof.
  intros Hz. assert (P : forall v, 0 < Z v) by (intros; apply Z_pos; assumption).
  assert (L1 := apart_pushed (x z) (y z) (queries z Hz) (keys z Hz)). assert (C := cosine_range h (x z) (y z) (queries z Hz) (keys z Hz)).
  set (l := reach h (x z) (y z) - 1) in *. set (e := fun u => exp (beta * dot h (x z) (y u))). set (t := fun u => 1 + -1 * dot h (y z) (y u)).
  assert (EC : cont X e) by (unfold e; cts). assert (TC : cont X t) by (unfold t; cts).
  set (Q := E (fun u => e u * exp (- (l * (beta * t u))))). assert (QC : cont X (fun u => e u * exp (- (l * (beta * t u))))) by cts.
  assert (HQ : 0 < Q) by (apply (mean_pos X E HE); [exact QC|]; intros; apply Rmult_lt_0_compat; apply exp_pos).
  assert (ZQ : Z (x' z) = exp (beta * l) * Q).
  { unfold Q. rewrite <- (mean_scal X E HE) by exact QC. unfold Z, Trace.Z. apply (mean_ext X E HE); [cts|].
    intros u Hu. unfold e, t, x'. rewrite <- !exp_plus. f_equal. rewrite shifted_dot'. fold l. ring. }
  assert (S' : ln (share (x' z) z) = beta * dot h (x z) (y z) - ln Q).
  { unfold share. rewrite ln_mult, ln_Rinv, ln_exp, ZQ, ln_mult, ln_exp by (try apply exp_pos; try apply Rinv_0_lt_compat; auto).
    unfold x'. rewrite shifted_dot', (keys z Hz). fold l. ring. }
  assert (S0 : ln (share (x z) z) = beta * dot h (x z) (y z) - ln (Z (x z))).
  { unfold share. rewrite ln_mult, ln_Rinv, ln_exp by (try apply exp_pos; try apply Rinv_0_lt_compat; auto). ring. }
  rewrite S', S0. assert (P0 := P (x z)). assert (B := ln_below (Q / Z (x z)) (Rdiv_lt_0_compat _ _ HQ P0)). rewrite ln_div in B by assumption.
  apply Rle_trans with (1 - Q / Z (x z)); [|lra]. apply (Rmult_le_reg_r (Z (x z))); [exact P0|].
  replace ((1 - Q / Z (x z)) * Z (x z)) with (Z (x z) - Q) by (field; lra). unfold paid.
  set (T := E _). set (A := dot h (vadd _ _) _).
  assert (HA : A = 2 - 2 * dot h (x z) (y z)) by (unfold A; bilinear; rewrite (dot_sym h (y z) (x z)), (queries z Hz), (keys z Hz); ring).
  replace (/ (4 * r) * (/ Z (x z) * T * A) * Z (x z)) with (A / (4 * r) * T) by (field; lra).
  set (q := A / (4 * r)). assert (Hq : q * r = A / 4) by (unfold q; field; lra). assert (Q1 : 0 <= q <= 1) by (split; nra).
  change (Z (x z)) with (E e). unfold T, Q.
  assert (TT : cont X (fun u => (1 + -1 * exp (s * t u)) * e u)) by cts. change (fun u => _) with (fun u => (1 + -1 * exp (s * t u)) * e u) at 1.
  rewrite <- (mean_scal X E HE), <- (mean_minus X E HE) by assumption. apply (mean_le X E HE); [cts|cts|].
  intros u Hu. assert (D := cosine_range h (y z) (y u) (keys z Hz) (keys u Hu)). assert (T0 : 0 <= beta * t u) by (unfold t; apply Rmult_le_pos; lra).
  assert (K := exp_chord q (- (r * (beta * t u))) Q1). replace (q * - (r * (beta * t u))) with (- (A / 4 * (beta * t u))) in K by (rewrite <- Hq; ring).
  replace (- (r * (beta * t u))) with (s * t u) in K by (rewrite s_is; ring).
  assert (M := exp_le (- (l * (beta * t u))) (- (A / 4 * (beta * t u))) ltac:(rewrite HA; nra)).
  assert (W := exp_pos (beta * dot h (x z) (y u))). fold (e u) in W. nra.
Qed.

Theorem stability_mean : beta + -1 * E (fun z => ln (share (x z) z)) + -1 * ln (SphereMGF (INR h) beta) >= / (4 * r) * E paid.
Proof.
  assert (HM := SphereMGF_pos h beta h_pos). assert (V := vcont_shifted h X x y x_cont y_cont).
  assert (C := softmax_cont X E h beta y HE y_cont x x_cont). assert (C' := softmax_cont X E h beta y HE y_cont x' V).
  assert (P := fun z => softmax_pos X E h beta y HE y_cont x z). assert (P' := fun z => softmax_pos X E h beta y HE y_cont x' z).
  assert (L0 : cont X (fun z => ln (share (x z) z))) by (apply (cont_ln X); [exact C|intros; apply P]).
  assert (L1 : cont X (fun z => ln (share (x' z) z))) by (apply (cont_ln X); [exact C'|intros; apply P']).
  assert (G : E (fun z => / (4 * r) * paid z) <= E (fun z => ln (share (x' z) z) - ln (share (x z) z))).
  { apply (mean_le X E HE); [apply cont_mult; [apply cont_const|apply paid_cont]|apply cont_minus; assumption|exact gain]. }
  rewrite (mean_scal X E HE) in G by apply paid_cont. rewrite (mean_minus X E HE) in G by assumption.
  assert (T := pushed_trace_mean X E h beta x y HE h_pos beta_pos x_cont y_cont (fun z Hz => Req_le _ _ (queries z Hz)) keys).
  assert (J := jensen_ln X E HE (fun z => share (x' z) z) C' ltac:(intros; apply P')).
  assert (L := ln_mono _ _ (mean_pos X E HE (fun z => share (x' z) z) C' ltac:(intros; apply P')) T).
  rewrite ln_mult, ln_Rinv, ln_exp in L by (try apply exp_pos; try apply Rinv_0_lt_compat; exact HM). apply Rle_ge. lra.
Qed.
End Stability.
