(** * The signs of the limit function: which centres win where cones are narrow and temperatures low in proportion *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary.
From Modgap Require Import Ledger.Language Ledger.Statements.
Open Scope R_scope.

(** The limit function of n = h - 2, with l for the logarithm of (1 + b)/(1 + rho b). *)
Definition limit_function (n rho b l : R) : R :=
  b ^ 2 * (/ (1 + b) * (n - 1 + rho ^ 2) + -1 * / (1 + rho * b) * n) - n * l - b * (1 - rho) * n + 2 * b * (1 - rho) * (n + 1).

(** What remains of it where l is replaced by its bound t b (1 - rho)/((1 + b) (1 + rho b)). *)
Lemma limit_factored n rho b t : 0 <= rho < 1 -> 0 < b ->
  limit_function n rho b (t * (b * (1 - rho) / ((1 + b) * (1 + rho * b))))
  = b * (1 - rho) / ((1 + b) * (1 + rho * b)) * ((n + 2) * (1 + b) * (1 + rho * b) - n * b ^ 2 - b * (1 + rho) * (1 + rho * b) - n * t).
Proof. intros Hr Hb. assert (0 <= rho * b) by (apply Rmult_le_pos; lra). unfold limit_function. field. lra. Qed.

Lemma factor_pos rho b : 0 <= rho < 1 -> 0 < b -> 0 < b * (1 - rho) / ((1 + b) * (1 + rho * b)).
Proof. intros Hr Hb. assert (0 <= rho * b) by (apply Rmult_le_pos; lra). apply Rdiv_lt_0_compat; apply Rmult_lt_0_compat; lra. Qed.

Lemma limit_falls n rho b k l : 0 <= n -> k <= l -> limit_function n rho b l <= limit_function n rho b k.
Proof. intros Hn H. unfold limit_function. apply (Rmult_le_compat_l n) in H; lra. Qed.

Section Quotient.
Variables rho b : R.
Hypothesis rho_range : 0 <= rho < 1.
Hypothesis b_pos : 0 < b.
Let x := / (1 + rho * b) * (1 + b).

Lemma quotient_pos : 0 < x.
Proof. assert (0 <= rho * b) by (apply Rmult_le_pos; lra). apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat|]; lra. Qed.

Lemma log_below : ln x <= (1 + b) * (b * (1 - rho) / ((1 + b) * (1 + rho * b))).
Proof.
  assert (0 <= rho * b) by (apply Rmult_le_pos; lra). eapply Rle_trans; [apply ln_below, quotient_pos|]. apply Req_le. unfold x. field. lra.
Qed.

Lemma log_above : (1 + rho * b) * (b * (1 - rho) / ((1 + b) * (1 + rho * b))) <= ln x.
Proof.
  assert (0 <= rho * b) by (apply Rmult_le_pos; lra). eapply Rle_trans; [|apply ln_above, quotient_pos]. apply Req_le. unfold x. field. lra.
Qed.
End Quotient.

(** The statements speak of h, and of the limit function in another order of terms. *)
Ltac limited := repeat match goal with |- _ /\ _ => split end; [apply Rgt_not_eq; lra|apply Rgt_not_eq; lra|apply quotient_pos; lra|].

Theorem thm_3_limit_perpendicular_holds : thm_3_limit_perpendicular.
Proof.
  unfold thm_3_limit_perpendicular; intros h rho b Hh Hr Hb H3 H1 Hn. assert (R : 0 <= rho * b) by (apply Rmult_le_pos; lra). limited.
  set (n := -2 + INR h) in *. assert (N : 1 <= n) by (unfold n; lra).
  match goal with |- ?e > 0 => replace e with (limit_function n rho b (ln (/ (1 + rho * b) * (1 + b)))) by (unfold limit_function, n; field; lra) end.
  assert (F := limit_falls n rho b _ _ ltac:(lra) (log_below rho b ltac:(lra) Hb)). rewrite limit_factored in F by lra.
  enough (0 < b * (1 - rho) / ((1 + b) * (1 + rho * b)) * ((n + 2) * (1 + b) * (1 + rho * b) - n * b ^ 2 - b * (1 + rho) * (1 + rho * b) - n * (1 + b))) by lra.
  apply Rmult_lt_0_compat; [apply factor_pos; lra|].
  replace ((n + 2) * (1 + b) * (1 + rho * b) - n * b ^ 2 - b * (1 + rho) * (1 + rho * b) - n * (1 + b))
    with (2 - b ^ 2 * n + b + (n + 1) * (rho * b) + n * (b * (rho * b)) + (rho * b) * (b * (1 - rho))) by ring.
  assert (0 <= (n + 1) * (rho * b)) by (apply Rmult_le_pos; lra). assert (0 <= n * (b * (rho * b))) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]).
  assert (0 <= rho * b * (b * (1 - rho))) by (apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]). lra.
Qed.

Theorem thm_3_limit_shared_holds : thm_3_limit_shared.
Proof.
  unfold thm_3_limit_shared; intros h rho b Hh Hr Hb H3 H1 Hn. assert (R : 0 <= rho * b) by (apply Rmult_le_pos; lra). limited.
  set (n := -2 + INR h) in *. assert (N : 1 <= n) by (unfold n; lra).
  match goal with |- ?e < 0 => replace e with (limit_function n rho b (ln (/ (1 + rho * b) * (1 + b)))) by (unfold limit_function, n; field; lra) end.
  assert (F := limit_falls n rho b _ _ ltac:(lra) (log_above rho b ltac:(lra) Hb)). rewrite limit_factored in F by lra.
  enough (b * (1 - rho) / ((1 + b) * (1 + rho * b)) * ((n + 2) * (1 + b) * (1 + rho * b) - n * b ^ 2 - b * (1 + rho) * (1 + rho * b) - n * (1 + rho * b)) < 0) by lra.
  assert (P := factor_pos rho b ltac:(lra) Hb). apply Ropp_lt_cancel. rewrite Ropp_0, Ropp_mult_distr_r. apply Rmult_lt_0_compat; [exact P|].
  replace (-2 + rho + INR h + rho ^ 2) with (n + rho + rho ^ 2) in Hn by (unfold n; ring). replace (INR h) with (n + 2) in Hn by (unfold n; ring). lra.
Qed.
