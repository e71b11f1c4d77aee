(** * When a law of pairs does not attain the bound: pairs apart, or keys that are not uniform *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Bessel.Generating.
From Modgap Require Import InfoNCE.Energy.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean Coupling.Trace Coupling.Stability.
Open Scope R_scope.

(** ** The mean of a vector *)
Section MeanVector.
Variables (X : space) (E : (point X -> R) -> R) (h : nat) (v : point X -> vector).
Hypothesis HE : mean X E.
Hypothesis v_cont : vcont X h v.

Definition mean_vector : vector := fun k => E (fun z => v z k).

Lemma dot_mean a : E (fun z => dot h a (v z)) = dot h a mean_vector.
Proof.
  unfold dot. rewrite (mean_sumn X E HE h (fun i z => a i * v z i)) by (intros; apply cont_mult; [apply cont_const|auto]).
  apply sumn_ext. intros. apply (mean_scal X E HE). auto.
Qed.

Lemma dot_mean_two : E (fun z => E (fun u => dot h (v z) (v u))) = dot h mean_vector mean_vector.
Proof.
  assert (C : cont X (fun z => dot h mean_vector (v z))) by cts.
  rewrite <- (dot_mean mean_vector). symmetry. apply (mean_ext X E HE); [exact C|]. intros z Hz. rewrite dot_mean. apply dot_sym.
Qed.

Lemma dot_mean_jensen : dot h mean_vector mean_vector <= E (fun z => dot h (v z) (v z)).
Proof.
  unfold dot. rewrite (mean_sumn X E HE h (fun i z => v z i * v z i)) by (intros; apply cont_mult; auto).
  apply sumn_le. intros k Hk. assert (J := jensen_square X E HE (fun z => v z k) (v_cont k Hk)).
  cbv beta in J.
  rewrite (mean_ext X E HE (fun z => v z k ^ 2) (fun z => v z k * v z k)) in J; [change (mean_vector k ^ 2 <= E (fun z => v z k * v z k)) in J; lra|apply (cont_pow X (fun z => v z k)); auto|intros; ring].
Qed.
End MeanVector.

Lemma square_mean X E s : mean X E -> cont X s -> E (fun z => s z ^ 2) <= 0 -> E s <= 0.
Proof. intros HE C H. assert (J := jensen_square X E HE s C). assert (S := pow2_ge_0 (E s)). nra. Qed.

Section Equality.
Variables (X : space) (E : (point X -> R) -> R) (h : nat) (beta : R) (x y : point X -> vector).
Hypothesis HE : mean X E.
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis beta_pos : 0 < beta.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.
Hypothesis queries : forall z, inside X z -> dot h (x z) (x z) = 1.
Hypothesis keys : forall z, inside X z -> dot h (y z) (y z) = 1.

Let Z := Z X E h beta y.
Let M := SphereMGF (INR h) beta.
Let share z := / Z (x z) * exp (beta * dot h (x z) (y z)).
Let b := mean_vector X E y.
Let A z := dot h (vadd (x z) (vscal (-1) (y z))) (vadd (x z) (vscal (-1) (y z))).

Lemma Z_range a : dot h a a = 1 -> exp (- beta) <= Z a <= exp beta.
Proof.
  intros Ha. apply (mean_between X E HE); [cts|]. intros u Hu. assert (C := cosine_range h a (y u) Ha (keys u Hu)). split; apply exp_le; nra.
Qed.

Lemma share_continuous : cont X share.
Proof. apply (softmax_cont X E h beta y HE y_cont x x_cont). Qed.

Lemma share_positive z : 0 < share z.
Proof. apply (softmax_pos X E h beta y HE y_cont x z). Qed.

Lemma bound_above_one : 1 < / M * exp beta.
Proof.
  assert (HM := SphereMGF_pos h beta h_pos). assert (Hh : INR h >= 1) by (apply Rle_ge, (le_INR 1); exact h_pos).
  assert (L := lnM_grows_below (INR h) 0 beta Hh ltac:(lra)). rewrite lnM_0 in L by lra. unfold lnM in L. fold M in HM, L.
  assert (K : M < exp beta) by (rewrite <- (exp_ln M) by exact HM; apply exp_increasing; lra).
  apply (Rmult_lt_reg_l M); [exact HM|]. rewrite Rmult_1_r, <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact K.
Qed.

Lemma A_cont : cont X A.
Proof. unfold A. cts. Qed.

Lemma A_nonneg z : 0 <= A z.
Proof. apply dot_nonneg. Qed.

Lemma A_value z : inside X z -> A z = 2 - 2 * dot h (x z) (y z).
Proof. intros Hz. unfold A. bilinear. rewrite (dot_sym h (y z) (x z)), (queries z Hz), (keys z Hz). ring. Qed.

Lemma b_below : 0 <= 1 - dot h b b.
Proof.
  assert (J := dot_mean_jensen X E h y HE y_cont). fold b in J.
  rewrite (mean_ext X E HE _ (fun _ => 1)) in J; [rewrite (one X E HE) in J; lra|cts|exact keys].
Qed.

Lemma b_key z : inside X z -> (1 - dot h b b) / 2 <= 1 - dot h (y z) b.
Proof. intros Hz. assert (C := cauchy_schwarz h (y z) b). rewrite (keys z Hz) in C. assert (N := b_below). assert (D := dot_nonneg h b). nra. Qed.

(** What the push gains, of the query of each pair. *)
Lemma pay z : inside X z ->
  share z + beta / 16 * exp (-8 * beta) * (1 - dot h b b) * A z <= / Z (shifted h (x z) (y z)) * exp (beta * dot h (shifted h (x z) (y z)) (y z)).
Proof.
  intros Hz. set (s' := / Z (shifted h (x z) (y z)) * _).
  assert (G := gain X E h beta x y HE beta_pos y_cont queries keys 1 (- (1 * beta)) (Rle_refl 1) eq_refl z Hz). cbv beta zeta in G.
  change (/ (4 * 1) * paid X E h beta x y (- (1 * beta)) z <= ln s' - ln (share z)) in G.
  assert (S0 := share_positive z). assert (S1 : 0 < s') by (apply (softmax_pos X E h beta y HE y_cont (fun z => shifted h (x z) (y z)) z)).
  assert (P : exp (- beta) * (beta * exp (- (3 * beta)) * (1 - dot h (y z) b)) * A z <= paid X E h beta x y (- (1 * beta)) z).
  { unfold paid. apply Rmult_le_compat_r; [apply A_nonneg|].
    assert (R := Z_range (x z) (queries z Hz)). assert (ZP : 0 < Z (x z)) by (apply Z_pos; assumption).
    assert (K := b_key z Hz). assert (K' := b_below).
    assert (T : beta * exp (- (3 * beta)) * (1 - dot h (y z) b) <= E (fun u => (1 + -1 * exp (- (1 * beta) * (1 + -1 * dot h (y z) (y u)))) * exp (beta * dot h (x z) (y u)))).
    { unfold b. rewrite <- (dot_mean X E h y HE y_cont (y z)), <- (mean_const X E HE 1) at 1. rewrite <- (mean_minus X E HE), <- (mean_scal X E HE) by cts.
      apply (mean_le X E HE); [cts|cts|]. intros u Hu. assert (C := cosine_range h (y z) (y u) (keys z Hz) (keys u Hu)). assert (C' := cosine_range h (x z) (y u) (queries z Hz) (keys u Hu)).
      set (t := 1 - dot h (y z) (y u)). replace (1 + -1 * dot h (y z) (y u)) with t by (unfold t; ring). assert (T0 : 0 <= t <= 2) by (unfold t; lra).
      replace (exp (- (3 * beta))) with (exp (- (2 * beta)) * exp (- beta)) by (rewrite <- exp_plus; f_equal; ring).
      assert (E1 : exp (- beta) <= exp (beta * dot h (x z) (y u))) by (apply exp_le; nra).
      assert (E2 : beta * t * exp (- (2 * beta)) <= 1 + -1 * exp (- (1 * beta) * t)).
      { assert (Q := exp_ineq1_le (beta * t)). set (e := exp (- (1 * beta) * t)). assert (e0 : 0 < e) by apply exp_pos.
        assert (ee : e * exp (beta * t) = 1) by (unfold e; rewrite <- exp_plus; replace (- (1 * beta) * t + beta * t) with 0 by ring; apply exp_0).
        assert (e1 : exp (- (2 * beta)) <= e) by (apply exp_le; nra). assert (0 <= beta * t) by nra. nra. }
      assert (0 < exp (- beta)) by apply exp_pos. assert (0 < exp (- (2 * beta))) by apply exp_pos. assert (0 <= beta * t * exp (- (2 * beta))) by (apply Rmult_le_pos; [apply Rmult_le_pos|]; lra).
      replace (beta * (exp (- (2 * beta)) * exp (- beta)) * t) with (beta * t * exp (- (2 * beta)) * exp (- beta)) by ring.
      apply Rmult_le_compat; lra. }
    apply Rmult_le_compat; [apply Rlt_le, exp_pos| |rewrite exp_Ropp; apply Rinv_le_contravar; [exact ZP|exact (proj2 R)]|exact T].
    apply Rmult_le_pos; [apply Rmult_le_pos; [lra|apply Rlt_le, exp_pos]|lra]. }
  assert (L : share z * (1 + (ln s' - ln (share z))) <= s').
  { assert (Q := exp_ineq1_le (ln s' - ln (share z))). rewrite <- ln_div, exp_ln in Q by (try apply Rdiv_lt_0_compat; assumption).
    rewrite <- ln_div by assumption. apply Rle_trans with (share z * (s' / share z)); [apply Rmult_le_compat_l; lra|apply Req_le; field; lra]. }
  assert (Sl : exp (- (2 * beta)) <= share z).
  { unfold share. assert (R := Z_range (x z) (queries z Hz)). assert (ZP : 0 < Z (x z)) by (apply Z_pos; assumption).
    assert (C := cosine_range h (x z) (y z) (queries z Hz) (keys z Hz)).
    replace (exp (- (2 * beta))) with (/ exp beta * exp (- beta)) by (rewrite <- exp_Ropp, <- exp_plus; f_equal; ring).
    apply Rmult_le_compat; [apply Rlt_le, Rinv_0_lt_compat, exp_pos|apply Rlt_le, exp_pos|apply Rinv_le_contravar; lra|apply exp_le; nra]. }
  assert (K := b_key z Hz). assert (K' := b_below). assert (A0 := A_nonneg z). set (q := 1 - dot h b b) in *. set (a := A z) in *.
  set (g := / (4 * 1) * paid X E h beta x y (- (1 * beta)) z) in *.
  assert (P' : beta * exp (- (4 * beta)) * q * a / 8 <= g).
  { unfold g. replace (exp (- (4 * beta))) with (exp (- beta) * exp (- (3 * beta))) by (rewrite <- exp_plus; f_equal; ring).
    assert (0 < exp (- beta)) by apply exp_pos. assert (0 < exp (- (3 * beta))) by apply exp_pos. set (e1 := exp (- beta)) in *. set (e3 := exp (- (3 * beta))) in *.
    assert (0 <= e1 * (beta * e3) * a) by (apply Rmult_le_pos; [apply Rmult_le_pos; [lra|apply Rmult_le_pos; lra]|exact A0]).
    assert (e1 * (beta * e3) * a * (q / 2) <= e1 * (beta * e3) * a * (1 - dot h (y z) b)) by (apply Rmult_le_compat_l; assumption). nra. }
  set (e4 := exp (- (4 * beta))) in *. assert (e4p : 0 < e4) by apply exp_pos. assert (Q0 : 0 <= q * a) by (apply Rmult_le_pos; assumption).
  assert (G0 : 0 <= beta * e4 * q * a / 8).
  { assert (0 <= beta * e4 * (q * a)) by (apply Rmult_le_pos; [apply Rmult_le_pos; lra|exact Q0]). lra. }
  assert (E8 : exp (-8 * beta) <= exp (- (2 * beta)) * e4) by (unfold e4; rewrite <- exp_plus; apply exp_le; lra).
  assert (W : exp (- (2 * beta)) * (beta * e4 * q * a / 8) <= share z * (ln s' - ln (share z))) by (apply Rmult_le_compat; [apply Rlt_le, exp_pos|exact G0|exact Sl|lra]).
  assert (beta * (q * a) * exp (-8 * beta) <= beta * (q * a) * (exp (- (2 * beta)) * e4)) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra|exact E8]).
  assert (0 <= beta * (q * a) * exp (-8 * beta)) by (apply Rmult_le_pos; [apply Rmult_le_pos; lra|apply Rlt_le, exp_pos]). nra.
Qed.

Theorem misaligned_mean : E share <= / M * exp beta + -1 / 16 * beta * (1 + -1 * E (fun z => E (fun u => dot h (y z) (y u)))) * E A * exp (-8 * beta).
Proof.
  rewrite (dot_mean_two X E h y HE y_cont). fold b.
  assert (T := pushed_trace_mean X E h beta x y HE h_pos beta_pos x_cont y_cont (fun z Hz => Req_le _ _ (queries z Hz)) keys). fold Z M in T. cbv beta in T.
  assert (V := vcont_shifted h X x y x_cont y_cont). assert (C' := softmax_cont X E h beta y HE y_cont _ V). fold Z in C'. cbv beta in C'.
  assert (SC := share_continuous). assert (AC := A_cont). set (k := beta / 16 * exp (-8 * beta) * (1 - dot h b b)).
  assert (L : E (fun z => share z + k * A z) <= E (fun z => / Z (shifted h (x z) (y z)) * exp (beta * dot h (shifted h (x z) (y z)) (y z)))).
  { apply (mean_le X E HE); [cts|exact C'|exact pay]. }
  rewrite (mean_plus X E HE), (mean_scal X E HE) in L by cts. fold share in L. unfold k in L. change (fun z => share z) with share in L. change (fun z => A z) with A in L. lra.
Qed.

(** Where the mean of a distance is 0, a factor e^{beta distance} changes no mean. *)
Lemma chord t : 0 <= t <= 2 -> exp (beta * t) <= 1 + t / 2 * (exp (2 * beta) - 1).
Proof. intros Ht. assert (C := exp_chord (t / 2) (2 * beta) ltac:(lra)). replace (t / 2 * (2 * beta)) with (beta * t) in C by field. lra. Qed.

(** All keys the same. *)
Lemma one_key : 1 - dot h b b <= 0 -> E share <= 1.
Proof.
  intros Hb. set (d := fun z => vadd (y z) (vscal (-1) b)). set (s := fun z => norm h (d z)).
  assert (SC : cont X s) by (unfold s, norm, d; cts).
  assert (D : forall z, inside X z -> s z ^ 2 = 1 + dot h b b - 2 * dot h b (y z)).
  { intros z Hz. unfold s. rewrite norm_square. unfold d. bilinear. rewrite (dot_sym h (y z) b), (keys z Hz). ring. }
  assert (S0 : E s <= 0).
  { apply (square_mean X E s HE SC). rewrite (mean_ext X E HE _ (fun z => 1 + dot h b b - 2 * dot h b (y z))); [|cts|exact D].
    rewrite (mean_minus X E HE), (mean_const X E HE), (mean_scal X E HE), (dot_mean X E h y HE y_cont) by cts. fold b. lra. }
  assert (B : forall z, inside X z -> share z <= 1 + s z / 2 * (exp (2 * beta) - 1)).
  { intros z Hz. assert (ZP : 0 < Z (x z)) by (apply Z_pos; assumption).
    assert (J := jensen_ln X E HE (fun u => exp (beta * dot h (x z) (y u))) ltac:(cts) ltac:(intros; apply exp_pos)).
    rewrite (mean_ext X E HE _ (fun u => beta * dot h (x z) (y u))) in J; [|apply cont_ln; [cts|intros; apply exp_pos]|intros; apply ln_exp].
    rewrite (mean_scal X E HE), (dot_mean X E h y HE y_cont) in J by cts. fold b in J. change (beta * dot h (x z) b <= ln (Z (x z))) in J.
    apply exp_le in J. rewrite exp_ln in J by exact ZP.
    assert (Bn := b_below). assert (Nb := dot_nonneg h b). assert (Ns : 0 <= s z) by apply norm_nonneg.
    assert (C := cauchy_schwarz h b (y z)). rewrite (keys z Hz) in C. assert (Dz := D z Hz).
    assert (N : dot h (x z) (y z) - dot h (x z) b <= s z).
    { assert (Q := dot_below_norm h (d z) (x z) (queries z Hz)). fold (s z) in Q. unfold d in Q. revert Q. bilinear. rewrite (dot_sym h (y z)), (dot_sym h b). lra. }
    assert (C1 : -1 <= dot h b (y z)) by (clear - C Bn; nra). assert (S2 : s z <= 2) by (clear - Dz C1 Bn Ns; nra). eapply Rle_trans; [|apply chord; split; assumption].
    unfold share. apply Rle_trans with (/ exp (beta * dot h (x z) b) * exp (beta * dot h (x z) (y z))).
    - apply Rmult_le_compat_r; [apply Rlt_le, exp_pos|]. apply Rinv_le_contravar; [apply exp_pos|exact J].
    - rewrite <- exp_Ropp, <- exp_plus. apply exp_le. nra. }
  assert (SH := share_continuous). assert (E1 := exp_le 0 (2 * beta) ltac:(lra)). rewrite exp_0 in E1.
  assert (L := mean_le X E HE share (fun z => 1 + s z / 2 * (exp (2 * beta) - 1)) SH ltac:(cts; intros; lra) B).
  rewrite (mean_ext X E HE (fun z => 1 + s z / 2 * (exp (2 * beta) - 1)) (fun z => 1 + (exp (2 * beta) - 1) / 2 * s z)) in L; [|cts; intros; lra|intros; field].
  rewrite (mean_plus X E HE), (mean_const X E HE), (mean_scal X E HE) in L by (cts; intros; lra).
  assert ((exp (2 * beta) - 1) / 2 * E s <= 0) by nra. lra.
Qed.

(** Each query its key. *)
Lemma aligned : E A <= 0 -> E share <= exp beta * E (fun z => / Z (y z)).
Proof.
  intros HA. set (s := fun z => norm h (vadd (x z) (vscal (-1) (y z)))). assert (SC : cont X s) by (unfold s, norm; cts).
  assert (S0 : E s <= 0).
  { apply (square_mean X E s HE SC). rewrite (mean_ext X E HE _ A); [exact HA|cts|]. intros. apply norm_square. }
  assert (ZC := Z_cont X E h beta y HE y_cont y y_cont). fold Z in ZC. assert (ZP : forall v, 0 < Z v) by (intros; apply Z_pos; assumption).
  assert (IC : cont X (fun z => / Z (y z))) by (cts; intros; apply Rgt_not_eq, ZP).
  set (k := exp beta * exp beta * (exp (2 * beta) - 1) / 2).
  assert (E1 := exp_le 0 (2 * beta) ltac:(lra)). rewrite exp_0 in E1. assert (Eb := exp_pos beta).
  assert (B : forall z, inside X z -> share z <= exp beta * / Z (y z) + k * s z).
  { intros z Hz. assert (Ns : 0 <= s z) by apply norm_nonneg. assert (C := cosine_range h (x z) (y z) (queries z Hz) (keys z Hz)).
    assert (Q : s z ^ 2 = A z) by apply norm_square. rewrite (A_value z Hz) in Q. assert (S2 : s z <= 2) by nra.
    assert (L : Z (y z) <= exp (beta * s z) * Z (x z)).
    { unfold Z, Trace.Z. rewrite <- (mean_scal X E HE) by cts. apply (mean_le X E HE); [cts|cts|]. intros u Hu. rewrite <- exp_plus. apply exp_le.
      assert (N := dot_below_norm h (vscal (-1) (vadd (x z) (vscal (-1) (y z)))) (y u) (keys u Hu)).
      replace (norm h (vscal (-1) (vadd (x z) (vscal (-1) (y z))))) with (s z) in N by (unfold s, norm; f_equal; bilinear; ring).
      revert N. bilinear. nra. }
    assert (Ch := chord (s z) (conj Ns S2)). assert (R := Z_range (y z) (keys z Hz)). assert (Zx := ZP (x z)). assert (Zy := ZP (y z)).
    assert (I : / Z (x z) <= / Z (y z) * exp (beta * s z)).
    { apply (Rmult_le_reg_l (Z (x z) * Z (y z))); [apply Rmult_lt_0_compat; assumption|].
      replace (Z (x z) * Z (y z) * / Z (x z)) with (Z (y z)) by (field; lra). replace (Z (x z) * Z (y z) * (/ Z (y z) * exp (beta * s z))) with (exp (beta * s z) * Z (x z)) by (field; lra). exact L. }
    assert (I1 : / Z (y z) <= exp beta).
    { rewrite <- (Rinv_inv (exp beta)), <- exp_Ropp. apply Rinv_le_contravar; [apply exp_pos|apply R]. }
    assert (I0 : 0 < / Z (y z)) by (apply Rinv_0_lt_compat, Zy).
    assert (U : exp (beta * dot h (x z) (y z)) <= exp beta) by (apply exp_le; nra).
    unfold share. apply Rle_trans with (/ Z (y z) * exp (beta * s z) * exp beta).
    { apply Rmult_le_compat; [apply Rlt_le, Rinv_0_lt_compat, Zx|apply Rlt_le, exp_pos|exact I|exact U]. }
    set (g := s z / 2 * (exp (2 * beta) - 1)) in *. assert (g0 : 0 <= g) by (unfold g; apply Rmult_le_pos; lra).
    replace (k * s z) with (exp beta * (exp beta * g)) by (unfold k, g; field).
    assert (/ Z (y z) * exp (beta * s z) <= / Z (y z) * (1 + g)) by (apply Rmult_le_compat_l; lra).
    assert (/ Z (y z) * g <= exp beta * g) by (apply Rmult_le_compat_r; assumption).
    assert (/ Z (y z) * exp (beta * s z) * exp beta <= (/ Z (y z) + exp beta * g) * exp beta) by (apply Rmult_le_compat_r; lra). lra. }
  assert (SH := share_continuous). assert (L := mean_le X E HE share (fun z => exp beta * / Z (y z) + k * s z) SH ltac:(cts) B).
  rewrite (mean_plus X E HE), !(mean_scal X E HE) in L by cts.
  assert (K0 : 0 <= k) by (unfold k; assert (0 <= exp beta * exp beta) by nra; assert (0 <= exp beta * exp beta * (exp (2 * beta) - 1)) by (apply Rmult_le_pos; lra); lra).
  assert (k * E s <= 0) by nra. lra.
Qed.

(** Keys that are not uniform. *)
Lemma keys_strict : M < E (fun z => Z (y z)) -> E (fun z => / Z (y z)) < / M.
Proof.
  intros HK. assert (HM := SphereMGF_pos h beta h_pos). fold M in HM.
  assert (ZC := Z_cont X E h beta y HE y_cont y y_cont). fold Z in ZC. assert (ZP : forall v, 0 < Z v) by (intros; apply Z_pos; assumption).
  set (c := fun z => / Z (y z)). assert (CC : cont X c) by (unfold c; cts; intros; apply Rgt_not_eq, ZP).
  assert (C0 : forall z, 0 < c z) by (intros; apply Rinv_0_lt_compat, ZP). set (S := E c). change (S < / M).
  assert (S0 : 0 < S) by (apply (mean_pos X E HE); auto). assert (C2 : cont X (fun z => c z ^ 2)) by cts. set (V := E (fun z => c z ^ 2) - S ^ 2).
  set (K := fun z u => exp (beta * dot h (y z) (y u))).
  assert (G : E (fun z => E (fun u => c z * c u * K z u)) <= S - exp (- beta) * V).
  { set (f := fun z u => / 2 * (c z ^ 2 * K z u) + / 2 * (c u ^ 2 * K u z) + - (/ 2) * exp (- beta) * (c z ^ 2 + c u ^ 2 - 2 * (c z * c u))).
    apply Rle_trans with (E (fun z => E (f z))).
    - apply (mean_le X E HE).
      + apply (cont_mean X X E HE (fun z u => c z * c u * K z u)). unfold K. cts.
      + apply (cont_mean X X E HE f). unfold f, K. cts.
      + intros z Hz. apply (mean_le X E HE); [unfold K; cts|unfold f, K; cts|]. intros u Hu. unfold f, K. rewrite (dot_sym h (y u) (y z)).
        assert (C := cosine_range h (y z) (y u) (keys z Hz) (keys u Hu)). assert (L : exp (- beta) <= exp (beta * dot h (y z) (y u))) by (apply exp_le; nra).
        set (k := exp (beta * dot h (y z) (y u))) in *. assert (0 <= (k - exp (- beta)) * (c z - c u) ^ 2) by (apply Rmult_le_pos; [lra|apply pow2_ge_0]). nra.
    - assert (Row : forall z, inside X z -> E (fun u => c z ^ 2 * K z u) = c z).
      { intros z Hz. unfold K. rewrite (mean_scal X E HE) by cts. change (c z ^ 2 * Z (y z) = c z). unfold c. field. apply Rgt_not_eq, ZP. }
      assert (In : forall z, inside X z -> E (f z) = / 2 * c z + / 2 * E (fun u => c u ^ 2 * K u z) + - (/ 2) * exp (- beta) * (c z ^ 2 + E (fun z => c z ^ 2) - 2 * (c z * S))).
      { intros z Hz. unfold f. assert (K1 : cont X (K z)) by (unfold K; cts). assert (K2 : cont X (fun u => K u z)) by (unfold K; cts).
        rewrite (mean_plus X E HE), (mean_plus X E HE), !(mean_scal X E HE (/ 2)), (mean_scal X E HE (- (/ 2) * exp (- beta))), (Row z Hz), (mean_minus X E HE), (mean_plus X E HE), (mean_const X E HE), (mean_scal X E HE 2), (mean_scal X E HE (c z)) by cts.
        reflexivity. }
      assert (FC : cont (product X X) (fun p => f (fst p) (snd p))) by (unfold f, K; cts).
      assert (KC : cont (product X X) (fun p => c (fst p) ^ 2 * K (fst p) (snd p))) by (unfold K; cts).
      assert (K2 := cont_mean X X E HE (fun z u => c u ^ 2 * K u z) (cont_swap X X (fun z u => c z ^ 2 * K z u) KC)). cbv beta in K2.
      rewrite (mean_ext X E HE _ _ (cont_mean X X E HE f FC) In).
      rewrite (mean_plus X E HE), (mean_plus X E HE), !(mean_scal X E HE (/ 2)), (mean_scal X E HE (- (/ 2) * exp (- beta))), (mean_minus X E HE), (mean_plus X E HE), (mean_const X E HE), (mean_scal X E HE 2), (mean_scal_r X E HE) by cts.
      assert (Fu := fubini X X E E (fun z u => c z ^ 2 * K z u) HE HE KC). rewrite <- Fu.
      rewrite (mean_ext X E HE _ c (cont_mean X X E HE (fun z u => c z ^ 2 * K z u) KC) Row). fold S. unfold V. apply Req_le. field. }
  assert (En := mean_energy X E h beta c y HE h_pos (Rlt_le _ _ beta_pos) CC y_cont keys). fold S M in En.
  change (S ^ 2 * M <= E (fun z => E (fun u => c z * c u * K z u))) in En.
  assert (B : E (fun z => Z (y z)) <= / S + exp beta / S ^ 2 * V).
  { apply Rle_trans with (E (fun z => 2 / S - / S ^ 2 * c z + exp beta / S ^ 2 * (c z ^ 2 - 2 * S * c z + S ^ 2))).
    - apply (mean_le X E HE); [exact ZC|cts|]. intros z Hz. assert (R := Z_range (y z) (keys z Hz)). assert (Cz := C0 z). assert (Zz := ZP (y z)).
      assert (Zc : Z (y z) = / c z) by (unfold c; rewrite Rinv_inv; reflexivity).
      replace (Z (y z)) with (2 / S - / S ^ 2 * c z + Z (y z) / S ^ 2 * (c z ^ 2 - 2 * S * c z + S ^ 2)) at 1 by (rewrite Zc; field; split; lra).
      apply Rplus_le_compat_l. replace (c z ^ 2 - 2 * S * c z + S ^ 2) with ((c z - S) ^ 2) by ring. apply Rmult_le_compat_r; [apply pow2_ge_0|].
      apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, pow_lt, S0|apply R].
    - rewrite (mean_plus X E HE), (mean_minus X E HE), (mean_const X E HE), !(mean_scal X E HE), (mean_plus X E HE), (mean_minus X E HE), (mean_const X E HE), (mean_scal X E HE) by cts.
      fold S. unfold V. apply Req_le. field. lra. }
  apply Rnot_le_lt. intros N. assert (SM : 1 <= S * M) by (apply (Rmult_le_compat_r M) in N; [rewrite Rinv_l in N; lra|lra]).
  assert (V0 : V <= 0).
  { assert (P := exp_pos (- beta)). assert (S * 1 <= S * (S * M)) by (apply Rmult_le_compat_l; lra). nra. }
  assert (exp beta / S ^ 2 * V <= 0).
  { assert (0 < exp beta / S ^ 2) by (apply Rdiv_lt_0_compat; [apply exp_pos|apply pow_lt, S0]). nra. }
  assert (/ S <= M); [|lra]. apply (Rmult_le_reg_l S); [exact S0|]. rewrite Rinv_r by lra. exact SM.
Qed.

Theorem trace_strict : M < E (fun z => Z (y z)) \/ 0 < E A -> E share < / M * exp beta.
Proof.
  intros H. assert (B := bound_above_one). assert (HM := SphereMGF_pos h beta h_pos). fold M in HM.
  destruct (Rle_lt_dec (1 - dot h b b) 0) as [Q|Q]; [assert (O := one_key Q); lra|].
  destruct (Rle_lt_dec (E A) 0) as [D|D].
  - destruct H as [H|H]; [|lra]. assert (L := aligned D). assert (K := keys_strict H). assert (P := exp_pos beta).
    eapply Rle_lt_trans; [exact L|]. rewrite Rmult_comm. apply Rmult_lt_compat_r; assumption.
  - assert (L := misaligned_mean). rewrite (dot_mean_two X E h y HE y_cont) in L. fold b in L.
    assert (0 < beta * (1 + -1 * dot h b b) * E A * exp (-8 * beta)) by (repeat apply Rmult_lt_0_compat; try apply exp_pos; lra). lra.
Qed.

Lemma means_apart : 0 < E (fun z => E (fun u => dot h (vadd (x z) (vscal (-1) (y z))) (vadd (x u) (vscal (-1) (y u))))) -> 0 < E A.
Proof.
  intros H. assert (V : vcont X h (fun z => vadd (x z) (vscal (-1) (y z)))) by cts.
  rewrite (dot_mean_two X E h _ HE V) in H. assert (J := dot_mean_jensen X E h _ HE V). unfold A. lra.
Qed.
End Equality.
