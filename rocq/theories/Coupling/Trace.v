(** * The softmax trace inequality for probabilities of pairs

    X is a compact set with a mean E, x and y vectors of R^h that depend continuously on a point of it: a pair drawn from
    a coupling, or one of finitely many pairs. The proof is that of [InfoNCE.Trace], with means for sums. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Base.Welch Bessel.Generating.
From Modgap Require Import InfoNCE.Energy InfoNCE.Trace.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean.
Open Scope R_scope.

(** Continuity of what is built from continuous functions. *)
Ltac cts_step := first [assumption | lazymatch goal with
  | |- cont _ (fun _ => ?c) => apply cont_const
  | |- cont _ (fun z => @?f z + @?g z) => apply (cont_plus _ f g)
  | |- cont _ (fun z => @?f z - @?g z) => apply (cont_minus _ f g)
  | |- cont _ (fun z => @?f z * @?g z) => apply (cont_mult _ f g)
  | |- cont _ (fun z => @?f z / @?g z) => apply (cont_div _ f g)
  | |- cont _ (fun z => - @?f z) => apply (cont_opp _ f)
  | |- cont _ (fun z => / @?f z) => apply (cont_inv _ f)
  | |- cont _ (fun z => exp (@?f z)) => apply (cont_exp _ f)
  | |- cont _ (fun z => ln (@?f z)) => apply (cont_ln _ f)
  | |- cont _ (fun z => sqrt (@?f z)) => apply (cont_sqrt _ f)
  | |- cont _ (fun z => Rabs (@?f z)) => apply (cont_abs _ f)
  | |- cont _ (fun z => @?f z ^ ?n) => apply (cont_pow _ f n)
  | |- cont _ (fun z => dot ?h (@?u z) (@?v z)) => apply (cont_dot _ h u v)
  | |- vcont _ _ (fun _ => ?v) => apply vcont_const
  | |- vcont _ _ (fun z => vadd (@?u z) (@?v z)) => apply (vcont_vadd _ _ u v)
  | |- vcont _ _ (fun z => vscal (@?s z) (@?v z)) => apply (vcont_vscal _ _ s v)
  | |- vcont (product ?X ?Y) ?h (fun p => ?v (fst p)) => apply (vcont_fst X Y h v)
  | |- vcont (product ?X ?Y) ?h (fun p => ?v (snd p)) => apply (vcont_snd X Y h v)
  | |- cont (product ?X ?Y) (fun p => ?f (fst p)) => apply (cont_fst X Y f)
  | |- cont (product ?X ?Y) (fun p => ?f (snd p)) => apply (cont_snd X Y f)
  end].
Ltac cts := repeat cts_step.

(** The energy of a law on the sphere, with a density. *)
Section Energy.
Variables (X : space) (E : (point X -> R) -> R) (h : nat) (beta : R) (c : point X -> R) (m : point X -> vector).
Hypothesis HE : mean X E.
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis beta_nonneg : 0 <= beta.
Hypothesis c_cont : cont X c.
Hypothesis m_cont : vcont X h m.
Hypothesis m_unit : forall z, inside X z -> dot h (m z) (m z) = 1.

Lemma kernel_cont : cont (product X X) (fun p => c (fst p) * c (snd p) * exp (beta * dot h (m (fst p)) (m (snd p)))).
Proof. cts. Qed.

Theorem mean_energy : E c ^ 2 * SphereMGF (INR h) beta <= E (fun z => E (fun u => c z * c u * exp (beta * dot h (m z) (m u)))).
Proof.
  set (M := SphereMGF (INR h) beta). assert (HM := SphereMGF_pos h beta h_pos). fold M in HM.
  set (a := E c). set (b := E (fun z => _)).
  assert (Near : forall eta, 0 < eta -> a ^ 2 * M <= b + eta * (2 + 2 * M * Rabs a)).
  { intros eta He. destruct (modulus X X (fun z u => c z * c u * exp (beta * dot h (m z) (m u))) kernel_cont eta He) as (d1 & Hd1 & H1 & H2).
    destruct (uniform X c c_cont eta He) as (d2 & Hd2 & H3).
    assert (Hd : 0 < Rmin d1 d2) by (apply Rmin_glb_lt; assumption).
    assert (L1 := Rmin_l d1 d2). assert (L2 := Rmin_r d1 d2).
    destruct (approximation X E HE (Rmin d1 d2) Hd) as (n & p & w & A).
    assert (S := approximation_twice X X E E HE HE (fun z u => c z * c u * exp (beta * dot h (m z) (m u))) kernel_cont eta (Rmin d1 d2) n p w n p w
      ltac:(intros; apply H1; try assumption; eapply Rlt_le_trans; eassumption) ltac:(intros; apply H2; try assumption; eapply Rlt_le_trans; eassumption) A A).
    cbv beta in S. destruct A as (Hp & Hw & W & A). assert (T := A c eta c_cont ltac:(intros; apply Rlt_le, H3; try assumption; eapply Rlt_le_trans; eassumption)).
    fold a in T. cbv beta in S. fold b in S. set (q := fun i => w i * c (p i)) in T. set (t := sumn n q) in T.
    assert (En := energy h n beta q (fun i => m (p i)) h_pos beta_nonneg ltac:(intros; apply m_unit, Hp; assumption)).
    fold t M in En. unfold form in En.
    assert (Eq : sumn n (fun i => sumn n (fun j => q i * q j * exp (beta * dot h (m (p i)) (m (p j)))))
      = sumn n (fun i => w i * sumn n (fun j => w j * (c (p i) * c (p j) * exp (beta * dot h (m (p i)) (m (p j))))))).
    { apply sumn_ext. intros i Hi. rewrite <- sumn_scal. apply sumn_ext. intros j Hj. unfold q. ring. }
    rewrite Eq in En. set (s := sumn n (fun i => w i * _)) in *. apply Rabs_le_between in S. apply Rabs_le_between in T.
    assert (Q : a ^ 2 - 2 * Rabs a * eta <= t * t).
    { assert (0 <= (t - a) * (t - a)) by apply Rle_0_sqr. assert (2 * a * (a - t) <= 2 * Rabs a * eta); [|nra].
      clear - T. unfold Rabs. destruct (Rcase_abs a); nra. }
    assert ((a ^ 2 - 2 * Rabs a * eta) * M <= t * t * M) by (apply Rmult_le_compat_r; lra). nra. }
  apply Rnot_lt_le. intros L. set (k := 2 + 2 * M * Rabs a) in *.
  assert (Hk : 0 < k) by (unfold k; assert (P := Rabs_pos a); nra).
  specialize (Near ((a ^ 2 * M - b) / (2 * k)) ltac:(apply Rdiv_lt_0_compat; lra)).
  replace ((a ^ 2 * M - b) / (2 * k) * k) with ((a ^ 2 * M - b) / 2) in Near by (field; lra). lra.
Qed.
End Energy.

Theorem energy_mean X E h beta (m : point X -> vector) : mean X E -> (1 <= h)%nat -> 0 <= beta -> vcont X h m ->
  (forall z, inside X z -> dot h (m z) (m z) = 1) -> SphereMGF (INR h) beta <= E (fun z => E (fun u => exp (beta * dot h (m z) (m u)))).
Proof.
  intros HE Hh Hb V U. assert (A := mean_energy X E h beta (fun _ => 1) m HE Hh Hb (cont_const X 1) V U). cbv beta in A. rewrite (one X E HE) in A.
  set (f := fun z u => 1 * 1 * exp (beta * dot h (m z) (m u))). assert (F : cont (product X X) (fun p => f (fst p) (snd p))) by (unfold f; cts).
  change (1 ^ 2 * SphereMGF (INR h) beta <= E (fun z => E (f z))) in A. rewrite (mean_ext X E HE (fun z => E (f z)) (fun z => E (fun u => exp (beta * dot h (m z) (m u))))) in A; [lra|exact (cont_mean X X E HE f F)|].
  intros z Hz. apply (mean_ext X E HE); [exact (cont_in_second X X f F z Hz)|]. intros. unfold f. ring.
Qed.

(** The pushed query x + (mu - 1) y of a pair, and the unit vector half-way between it and the key. *)
Section Push.
Variable h : nat.

Definition reach (a b : vector) : R := mu h (fun _ => a) (fun _ => b) 0.
Definition middle (a b : vector) : vector := mid h (fun _ => a) (fun _ => b) 0.
Definition shifted (a b : vector) : vector := Trace.pushed h (fun _ => a) (fun _ => b) 0.

Lemma reach_facts a b : dot h a a <= 1 -> dot h b b = 1 -> 1 <= reach a b /\ dot h (middle a b) (middle a b) = 1.
Proof. intros Ha Hb. apply (mu_facts h 1 (fun _ => a) (fun _ => b)); auto. Qed.

Lemma shifted_dot a b v : dot h (shifted a b) v = 2 * dot h (middle a b) v - dot h b v.
Proof. apply (pushed_dot h (fun _ => a) (fun _ => b)). Qed.

Lemma shifted_dot' a b v : dot h (shifted a b) v = dot h a v + (reach a b - 1) * dot h b v.
Proof. apply (pushed_dot' h (fun _ => a) (fun _ => b)). Qed.

Lemma heart_of_pairs a b c d : dot h a a <= 1 -> dot h b b = 1 -> dot h c c <= 1 -> dot h d d = 1 ->
  2 * dot h (middle a b) (middle c d)
  <= (2 - 2 * dot h (middle a b) b + 2 * dot h (middle a b) d - dot h b d) + (2 - 2 * dot h (middle c d) d + 2 * dot h (middle c d) b - dot h d b).
Proof.
  intros Ha Hb Hc Hd. set (x := fun i => match i with O => a | _ => c end). set (y := fun i => match i with O => b | _ => d end).
  apply (heart h 2 x y) with (i := 0%nat) (j := 1%nat); try lia; intros [|i] _; assumption.
Qed.

Variable X : space.
Variables x y : point X -> vector.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.

Lemma cont_reach : cont X (fun z => reach (x z) (y z)).
Proof. unfold reach, mu. cts. Qed.

Lemma vcont_middle : vcont X h (fun z => middle (x z) (y z)).
Proof. intros k Hk. unfold middle, mid. assert (R := cont_reach). assert (A := x_cont k Hk). assert (B := y_cont k Hk). cts; intros; lra. Qed.

Lemma vcont_shifted : vcont X h (fun z => shifted (x z) (y z)).
Proof. intros k Hk. unfold shifted, pushed. assert (R := cont_reach). assert (A := x_cont k Hk). assert (B := y_cont k Hk). cts. Qed.
End Push.

Section Softmax.
Variables (X : space) (E : (point X -> R) -> R) (h : nat) (beta : R) (x y : point X -> vector).
Hypothesis HE : mean X E.
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis beta_pos : 0 < beta.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.
Hypothesis queries : forall z, inside X z -> dot h (x z) (x z) <= 1.
Hypothesis keys : forall z, inside X z -> dot h (y z) (y z) = 1.

Definition Z (v : vector) : R := E (fun u => exp (beta * dot h v (y u))).

Lemma Z_cont v : vcont X h v -> cont X (fun z => Z (v z)).
Proof. intros V. apply (cont_mean X X E HE (fun z u => exp (beta * dot h (v z) (y u)))). cts. Qed.

Lemma Z_pos v : 0 < Z v.
Proof. apply (mean_pos X E HE); [cts|]. intros. apply exp_pos. Qed.

Let m z := middle h (x z) (y z).
Let x' z := shifted h (x z) (y z).
Let m_cont : vcont X h m := vcont_middle h X x y x_cont y_cont.
Let x'_cont : vcont X h x' := vcont_shifted h X x y x_cont y_cont.

Lemma softmax_cont v : vcont X h v -> cont X (fun z => / Z (v z) * exp (beta * dot h (v z) (y z))).
Proof. intros V. assert (C := Z_cont v V). cts. intros z _. apply Rgt_not_eq, Z_pos. Qed.

Lemma softmax_pos v z : 0 < / Z (v z) * exp (beta * dot h (v z) (y z)).
Proof. apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, Z_pos|apply exp_pos]. Qed.

(** Pushing a query towards its key does not lower its probability. *)
Lemma push_raises z : inside X z -> / Z (x z) * exp (beta * dot h (x z) (y z)) <= / Z (x' z) * exp (beta * dot h (x' z) (y z)).
Proof.
  intros Hz. destruct (reach_facts h (x z) (y z) (queries z Hz) (keys z Hz)) as [R1 _].
  set (l := reach h (x z) (y z) - 1). assert (P := Z_pos (x z)). assert (P' := Z_pos (x' z)).
  assert (L : Z (x' z) <= exp (beta * l) * Z (x z)).
  { unfold Z. rewrite <- (mean_scal X E HE) by cts. apply (mean_le X E HE); [cts|cts|]. intros u Hu. rewrite <- exp_plus. apply exp_le.
    unfold x'. rewrite shifted_dot'. fold l. assert (C := cosine_range h (y z) (y u) (keys z Hz) (keys u Hu)).
    assert (l * dot h (y z) (y u) <= l * 1) by (apply Rmult_le_compat_l; unfold l; lra). nra. }
  assert (S : exp (beta * dot h (x' z) (y z)) = exp (beta * l) * exp (beta * dot h (x z) (y z))).
  { rewrite <- exp_plus. f_equal. unfold x'. rewrite shifted_dot', (keys z Hz). fold l. ring. }
  rewrite S. apply (Rmult_le_reg_r (Z (x z) * Z (x' z))); [apply Rmult_lt_0_compat; assumption|].
  assert (F := exp_pos (beta * dot h (x z) (y z))).
  replace (/ Z (x z) * exp (beta * dot h (x z) (y z)) * (Z (x z) * Z (x' z))) with (exp (beta * dot h (x z) (y z)) * Z (x' z)) by (field; lra).
  replace (/ Z (x' z) * (exp (beta * l) * exp (beta * dot h (x z) (y z))) * (Z (x z) * Z (x' z)))
    with (exp (beta * dot h (x z) (y z)) * (exp (beta * l) * Z (x z))) by (field; lra).
  apply Rmult_le_compat_l; lra.
Qed.

(** e^{-beta} times the probability after the push. *)
Definition pull z : R := / Z (x' z) * exp (- (2 * beta * (1 - dot h (m z) (y z)))).

Lemma pull_pos z : 0 < pull z.
Proof. apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, Z_pos|apply exp_pos]. Qed.

Lemma pull_cont : cont X pull.
Proof. unfold pull. assert (C := Z_cont x' x'_cont). cts. intros z _. apply Rgt_not_eq, Z_pos. Qed.

Lemma pull_ratio z : inside X z -> / Z (x' z) * exp (beta * dot h (x' z) (y z)) = exp beta * pull z.
Proof.
  intros Hz. unfold pull. rewrite (Rmult_comm (exp beta)), Rmult_assoc, <- exp_plus. f_equal. f_equal.
  unfold x'. rewrite shifted_dot, (keys z Hz). unfold m. ring.
Qed.

Definition gap z u : R := 2 - 2 * dot h (m z) (y z) + 2 * dot h (m z) (y u) - dot h (y z) (y u).

Lemma gap_cont : cont (product X X) (fun p => gap (fst p) (snd p)).
Proof. unfold gap. cts. Qed.

Lemma row_mean z : inside X z -> E (fun u => exp (beta * gap z u)) = / pull z.
Proof.
  intros Hz. assert (P := Z_pos (x' z)). assert (G := exp_pos (2 * beta * (1 - dot h (m z) (y z)))).
  transitivity (exp (2 * beta * (1 - dot h (m z) (y z))) * Z (x' z)).
  - unfold Z. rewrite <- (mean_scal X E HE) by cts. apply (mean_ext X E HE); [unfold gap; cts|].
    intros u Hu. rewrite <- exp_plus. f_equal. unfold gap, x'. rewrite shifted_dot. fold (m z). ring.
  - unfold pull. rewrite exp_Ropp. field. split; lra.
Qed.

(** (a), with a second factor g: it is the case g = 1 that bounds the trace. *)
Lemma gram_below g : cont X g -> (forall z, inside X z -> 0 <= g z) ->
  E (fun z => E (fun u => (pull z * g z) * (pull u * g u) * exp (beta * dot h (m z) (m u)))) <= E (fun z => pull z * g z ^ 2).
Proof.
  intros G G0. assert (PC := pull_cont). assert (GC := gap_cont).
  set (f := fun z u => (pull z * g z) ^ 2 * exp (beta * gap z u)).
  assert (FC : cont (product X X) (fun p => f (fst p) (snd p))) by (unfold f; cts; exact GC).
  assert (FC' := cont_swap X X f FC).
  set (k := fun z u => (pull z * g z) * (pull u * g u) * exp (beta * dot h (m z) (m u))).
  assert (KC : cont (product X X) (fun p => k (fst p) (snd p))) by (unfold k; cts).
  apply Rle_trans with (E (fun z => E (fun u => / 2 * f z u + / 2 * f u z))).
  - apply (mean_le X E HE); [exact (cont_mean X X E HE k KC)| |].
    { apply (cont_mean X X E HE (fun z u => / 2 * f z u + / 2 * f u z)). cts; assumption. }
    intros z Hz. apply (mean_le X E HE); [exact (cont_in_second X X k KC z Hz)| |].
    { assert (A := cont_in_second X X f FC z Hz). assert (B := cont_in_second X X (fun z u => f u z) FC' z Hz). cts; assumption. }
    intros u Hu. assert (K := heart_of_pairs h (x z) (y z) (x u) (y u) (queries z Hz) (keys z Hz) (queries u Hu) (keys u Hu)).
    fold (m z) (m u) in K. fold (gap z u) (gap u z) in K.
    set (s := exp (beta * gap z u / 2)). set (t := exp (beta * gap u z / 2)).
    assert (Es : exp (beta * gap z u) = s * s) by (unfold s; rewrite <- exp_plus; f_equal; field).
    assert (Et : exp (beta * gap u z) = t * t) by (unfold t; rewrite <- exp_plus; f_equal; field).
    assert (L : exp (beta * dot h (m z) (m u)) <= s * t) by (unfold s, t; rewrite <- exp_plus; apply exp_le; nra).
    unfold f. rewrite Es, Et. assert (Pz := pull_pos z). assert (Pu := pull_pos u). assert (Gz := G0 z Hz). assert (Gu := G0 u Hu).
    set (a := pull z * g z) in *. set (b := pull u * g u) in *. assert (0 <= a) by (apply Rmult_le_pos; lra). assert (0 <= b) by (apply Rmult_le_pos; lra).
    assert (a * b * exp (beta * dot h (m z) (m u)) <= a * b * (s * t)) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; assumption|exact L]).
    assert (0 <= (a * s - b * t) * (a * s - b * t)) by apply Rle_0_sqr. nra.
  - assert (Rows : E (fun z => E (fun u => f z u)) = E (fun z => pull z * g z ^ 2)).
    { apply (mean_ext X E HE); [exact (cont_mean X X E HE f FC)|]. intros z Hz. unfold f. rewrite (mean_scal X E HE) by (unfold gap; cts).
      rewrite row_mean by exact Hz. assert (P := pull_pos z). field. lra. }
    apply Req_le. transitivity (E (fun z => / 2 * E (fun u => f z u) + / 2 * E (fun u => f u z))).
    { apply (mean_ext X E HE).
      - apply (cont_mean X X E HE (fun z u => / 2 * f z u + / 2 * f u z)). cts; assumption.
      - intros z Hz. assert (A := cont_in_second X X f FC z Hz). assert (B := cont_in_second X X (fun z u => f u z) FC' z Hz).
        rewrite (mean_plus X E HE), !(mean_scal X E HE); [reflexivity|exact B|exact A|apply cont_mult; [apply cont_const|exact A]|apply cont_mult; [apply cont_const|exact B]]. }
    assert (A := cont_mean X X E HE f FC). assert (B := cont_mean X X E HE (fun z u => f u z) FC').
    rewrite (mean_plus X E HE), !(mean_scal X E HE) by (cts; assumption).
    rewrite <- (fubini X X E E f HE HE FC). rewrite Rows. field.
Qed.

Theorem pulls_below : E pull <= / SphereMGF (INR h) beta.
Proof.
  assert (PC := pull_cont). assert (HM := SphereMGF_pos h beta h_pos).
  assert (U : forall z, inside X z -> dot h (m z) (m z) = 1) by (intros z Hz; apply reach_facts; auto).
  assert (A := mean_energy X E h beta pull m HE h_pos (Rlt_le _ _ beta_pos) PC m_cont U).
  assert (B := gram_below (fun _ => 1) (cont_const X 1) (fun _ _ => Rle_0_1)). cbv beta in B.
  assert (Q := mean_pos X E HE pull PC (fun z _ => pull_pos z)).
  rewrite (mean_ext X E HE (fun z => pull z * 1 ^ 2) pull) in B by (cts; intros; ring).
  set (k := fun z u => (pull z * 1) * (pull u * 1) * exp (beta * dot h (m z) (m u))).
  assert (KC : cont (product X X) (fun p => k (fst p) (snd p))) by (unfold k; cts).
  rewrite (mean_ext X E HE (fun z => E (fun u => pull z * 1 * (pull u * 1) * exp (beta * dot h (m z) (m u))))
    (fun z => E (fun u => pull z * pull u * exp (beta * dot h (m z) (m u))))) in B.
  - set (S := E pull) in *. set (M := SphereMGF (INR h) beta) in *.
    assert (K : S * M <= 1) by (apply (Rmult_le_reg_l S); [exact Q|]; simpl in A; lra).
    apply (Rmult_le_reg_r M); [exact HM|]. rewrite Rinv_l by lra. exact K.
  - exact (cont_mean X X E HE k KC).
  - intros z Hz. apply (mean_ext X E HE); [exact (cont_in_second X X k KC z Hz)|]. intros. ring.
Qed.

Theorem pushed_trace_mean : E (fun z => / Z (x' z) * exp (beta * dot h (x' z) (y z))) <= / SphereMGF (INR h) beta * exp beta.
Proof.
  assert (P := pulls_below). assert (C := softmax_cont x' x'_cont). rewrite (mean_ext X E HE _ (fun z => exp beta * pull z)); [|exact C|apply pull_ratio].
  rewrite (mean_scal X E HE) by apply pull_cont. rewrite Rmult_comm. apply Rmult_le_compat_r; [apply Rlt_le, exp_pos|exact P].
Qed.

Theorem trace_mean : E (fun z => / Z (x z) * exp (beta * dot h (x z) (y z))) <= / SphereMGF (INR h) beta * exp beta.
Proof.
  eapply Rle_trans; [|exact pushed_trace_mean].
  apply (mean_le X E HE); [apply softmax_cont, x_cont|apply softmax_cont, x'_cont|apply push_raises].
Qed.

(** One direction of the loss. *)
Theorem direction_mean : E (fun z => ln (/ Z (x z) * exp (beta * dot h (x z) (y z)))) <= beta - ln (SphereMGF (INR h) beta).
Proof.
  assert (C := softmax_cont x x_cont). assert (HM := SphereMGF_pos h beta h_pos).
  eapply Rle_trans; [apply (jensen_ln X E HE); [exact C|intros; apply softmax_pos]|].
  eapply Rle_trans; [apply ln_mono; [apply (mean_pos X E HE); [exact C|intros; apply softmax_pos]|exact trace_mean]|].
  rewrite ln_mult, ln_Rinv, ln_exp by (try apply exp_pos; try apply Rinv_0_lt_compat; exact HM). lra.
Qed.

Theorem direction_loss : E (fun z => ln (Z (x z))) - beta * E (fun z => dot h (x z) (y z)) >= - beta + ln (SphereMGF (INR h) beta).
Proof.
  assert (D := direction_mean). assert (C := Z_cont x x_cont).
  assert (LC : cont X (fun z => ln (Z (x z)))) by (cts; intros; apply Z_pos).
  assert (Sm := softmax_cont x x_cont).
  rewrite (mean_ext X E HE _ (fun z => beta * dot h (x z) (y z) - ln (Z (x z)))) in D.
  - rewrite (mean_minus X E HE), (mean_scal X E HE) in D by (cts; intros; apply Z_pos). lra.
  - apply (cont_ln X _ Sm). intros. apply softmax_pos.
  - intros z Hz. assert (P := Z_pos (x z)). rewrite ln_mult, ln_Rinv, ln_exp by (try apply exp_pos; try apply Rinv_0_lt_compat; assumption). ring.
Qed.
End Softmax.
