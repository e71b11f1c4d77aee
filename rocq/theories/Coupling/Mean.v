(** * Means of continuous functions on a compact set: positive normalised linear functionals

    Such a mean is approximated by finitely many weighted points, uniformly over functions of one modulus of continuity:
    hence the order of two means does not matter, and inequalities of finite sums pass to means. *)
From Coq Require Import Reals Lra Lia Psatz Classical_Prop.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Coupling.Definition Coupling.Compact.
Open Scope R_scope.

Record mean (X : space) (E : (point X -> R) -> R) : Prop := Mean {
  one : E (fun _ => 1) = 1;
  linear : forall a b f g, cont X f -> cont X g -> E (fun z => a * f z + b * g z) = a * E f + b * E g;
  positive : forall f, cont X f -> (forall z, inside X z -> 0 <= f z) -> 0 <= E f }.

Section Mean.
Variables (X : space) (E : (point X -> R) -> R).
Hypothesis HE : mean X E.

Lemma mean_le f g : cont X f -> cont X g -> (forall z, inside X z -> f z <= g z) -> E f <= E g.
Proof.
  intros F G H. assert (L := linear X E HE 1 (-1) g f G F).
  assert (P : 0 <= E (fun z => 1 * g z + -1 * f z)); [|lra]. apply (positive X E HE).
  - apply cont_plus; apply cont_mult; try apply cont_const; assumption.
  - intros z Hz. specialize (H z Hz). lra.
Qed.

Lemma mean_ext f g : cont X f -> (forall z, inside X z -> f z = g z) -> E f = E g.
Proof.
  intros F H. assert (G : cont X g) by (apply (cont_ext X f); assumption).
  apply Rle_antisym; apply mean_le; try assumption; intros z Hz; rewrite H by exact Hz; apply Rle_refl.
Qed.

Lemma mean_const c : E (fun _ => c) = c.
Proof.
  assert (L := linear X E HE c 0 (fun _ => 1) (fun _ => 1) (cont_const X 1) (cont_const X 1)). cbv beta in L. rewrite (one X E HE) in L.
  rewrite (mean_ext (fun _ => c) (fun _ => c * 1 + 0 * 1)); [lra|apply cont_const|]. intros. ring.
Qed.

Lemma mean_plus f g : cont X f -> cont X g -> E (fun z => f z + g z) = E f + E g.
Proof.
  intros F G. rewrite (mean_ext (fun z => f z + g z) (fun z => 1 * f z + 1 * g z)); [|apply cont_plus; assumption|intros; ring].
  rewrite (linear X E HE) by assumption. ring.
Qed.

Lemma mean_scal c f : cont X f -> E (fun z => c * f z) = c * E f.
Proof.
  intros F. rewrite (mean_ext (fun z => c * f z) (fun z => c * f z + 0 * f z)); [|apply cont_mult; [apply cont_const|exact F]|intros; ring].
  rewrite (linear X E HE) by assumption. ring.
Qed.

Lemma mean_scal_r c f : cont X f -> E (fun z => f z * c) = E f * c.
Proof.
  intros F. rewrite (mean_ext (fun z => f z * c) (fun z => c * f z)); [rewrite mean_scal by exact F; ring|apply cont_mult; [exact F|apply cont_const]|intros; ring].
Qed.

Lemma mean_opp f : cont X f -> E (fun z => - f z) = - E f.
Proof. intros F. rewrite (mean_ext (fun z => - f z) (fun z => -1 * f z)); [rewrite mean_scal by exact F; ring|apply cont_opp, F|intros; ring]. Qed.

Lemma mean_minus f g : cont X f -> cont X g -> E (fun z => f z - g z) = E f - E g.
Proof. intros F G. unfold Rminus. rewrite mean_plus, mean_opp; [reflexivity|assumption|assumption|apply cont_opp, G]. Qed.

Lemma mean_sumn n (f : nat -> point X -> R) : (forall i, (i < n)%nat -> cont X (f i)) -> E (fun z => sumn n (fun i => f i z)) = sumn n (fun i => E (f i)).
Proof.
  induction n as [|n IH]; intros H; simpl; [apply mean_const|].
  rewrite mean_plus, IH; [reflexivity|auto|apply cont_sumn; auto|auto].
Qed.

Lemma mean_between a b f : cont X f -> (forall z, inside X z -> a <= f z <= b) -> a <= E f <= b.
Proof.
  intros F H. split.
  - rewrite <- (mean_const a). apply mean_le; [apply cont_const|exact F|apply H].
  - rewrite <- (mean_const b). apply mean_le; [exact F|apply cont_const|apply H].
Qed.

Lemma mean_pos f : cont X f -> (forall z, inside X z -> 0 < f z) -> 0 < E f.
Proof.
  intros F P. destruct (positive_below X f F P) as (c & Hc & H). assert (L := mean_le (fun _ => c) f (cont_const X c) F H). rewrite mean_const in L. lra.
Qed.

Lemma mean_near eps f g : cont X f -> cont X g -> (forall z, inside X z -> Rabs (f z - g z) <= eps) -> Rabs (E f - E g) <= eps.
Proof.
  intros F G H. rewrite <- mean_minus by assumption.
  assert (B := mean_between (- eps) eps (fun z => f z - g z) (cont_minus X f g F G)). destruct B as [B1 B2]; [|apply Rabs_le; lra].
  intros z Hz. specialize (H z Hz). apply Rabs_le_between in H. exact H.
Qed.

Lemma inhabited : exists z, inside X z.
Proof.
  apply NNPP. intros N. assert (P := positive X E HE (fun _ => -1) (cont_const X (-1)) (fun z Hz => False_ind _ (N (ex_intro _ z Hz)))).
  rewrite mean_const in P. lra.
Qed.

(** Jensen's inequality for the logarithm. *)
Theorem jensen_ln f : cont X f -> (forall z, inside X z -> 0 < f z) -> E (fun z => ln (f z)) <= ln (E f).
Proof.
  intros F P. assert (Q := mean_pos f F P).
  apply Rle_trans with (E (fun z => (ln (E f) - 1) + / E f * f z)).
  - apply mean_le; [apply cont_ln; assumption|apply cont_plus; [apply cont_const|apply cont_mult; [apply cont_const|exact F]]|].
    intros z Hz. specialize (P z Hz). assert (B := ln_below (f z / E f) (Rdiv_lt_0_compat _ _ P Q)). rewrite ln_div in B by assumption. unfold Rdiv in B. lra.
  - rewrite mean_plus, mean_const, mean_scal by (try apply cont_const; try apply cont_mult; try apply cont_const; exact F). rewrite Rinv_l by lra. lra.
Qed.

Theorem jensen_square f : cont X f -> E f ^ 2 <= E (fun z => f z ^ 2).
Proof.
  intros F. set (m := E f). assert (L : E (fun z => 2 * m * f z + - m ^ 2) <= E (fun z => f z ^ 2)).
  { apply mean_le; [apply cont_plus; [apply cont_mult; [apply cont_const|exact F]|apply cont_const]|apply cont_pow, F|].
    intros z _. assert (S := pow2_ge_0 (f z - m)). lra. }
  rewrite mean_plus, mean_scal, mean_const in L by (try apply cont_const; try apply cont_mult; try apply cont_const; exact F). fold m in L. lra.
Qed.

(** ** Approximation by finitely many weighted points *)
Definition approximates (delta : R) (n : nat) (p : nat -> point X) (w : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> inside X (p i)) /\ (forall i, (i < n)%nat -> 0 <= w i) /\ sumn n w = 1 /\
  forall f eta, cont X f -> (forall z u, inside X z -> inside X u -> dist X z u < delta -> Rabs (f z - f u) <= eta) ->
    Rabs (E f - sumn n (fun i => w i * f (p i))) <= eta.

Theorem approximation delta : 0 < delta -> exists n p w, approximates delta n p w.
Proof.
  intros Hd. destruct inhabited as [z0 _]. destruct (net X z0 delta Hd) as (n & p & Hp & Cover).
  set (tent := fun i z => Rmax 0 (delta - dist X (p i) z)).
  assert (Tent : forall i z, tent i z = ((delta - dist X (p i) z) + Rabs (delta - dist X (p i) z)) / 2).
  { intros i z. unfold tent, Rmax, Rabs. destruct (Rle_dec 0 (delta - dist X (p i) z)); destruct (Rcase_abs (delta - dist X (p i) z)); lra. }
  assert (TC : forall i, cont X (tent i)).
  { intros i. apply (cont_ext X (fun z => ((delta - dist X (p i) z) + Rabs (delta - dist X (p i) z)) / 2)); [intros; symmetry; apply Tent|].
    assert (D : cont X (fun z => delta - dist X (p i) z)) by (apply cont_minus; [apply cont_const|apply cont_dist]).
    apply cont_div; [apply cont_plus; [exact D|apply cont_abs, D]|apply cont_const|intros; lra]. }
  assert (T0 : forall i z, 0 <= tent i z) by (intros; apply Rmax_l).
  set (total := fun z => sumn n (fun i => tent i z)).
  assert (SC : cont X total) by (apply cont_sumn; intros; apply TC).
  assert (SP : forall z, inside X z -> 0 < total z).
  { intros z Hz. destruct (Cover z Hz) as (i & Hi & D). unfold total.
    assert (Ti : 0 < tent i z) by (unfold tent, Rmax; destruct (Rle_dec 0 (delta - dist X (p i) z)); lra).
    clear - Hi Ti T0. induction n as [|n IH]; [lia|]. simpl. assert (N : 0 <= sumn n (fun i => tent i z)) by (apply sumn_nonneg; auto).
    destruct (Nat.eq_dec i n) as [->|E]; [lra|]. specialize (T0 n z). specialize (IH ltac:(lia)). lra. }
  assert (LC : forall i, cont X (fun z => tent i z / total z)).
  { intros i. apply cont_div; [apply TC|exact SC|]. intros z Hz. specialize (SP z Hz). lra. }
  exists n, p, (fun i => E (fun z => tent i z / total z)). repeat split.
  - exact Hp.
  - intros i Hi. apply (positive X E HE); [apply LC|]. intros z Hz. apply Rmult_le_pos; [apply T0|apply Rlt_le, Rinv_0_lt_compat, SP, Hz].
  - rewrite <- (mean_sumn n (fun i z => tent i z / total z)) by (intros; apply LC). rewrite <- (mean_const 1). symmetry. apply mean_ext; [apply cont_const|].
    intros z Hz. unfold Rdiv. rewrite sumn_scal_r. fold (total z). field. specialize (SP z Hz). lra.
  - intros f eta F H. rewrite (sumn_ext n _ (fun i => E (fun z => f (p i) * (tent i z / total z)))) by (intros; rewrite mean_scal by apply LC; ring).
    rewrite <- (mean_sumn n (fun i z => f (p i) * (tent i z / total z))) by (intros; apply cont_mult; [apply cont_const|apply LC]).
    apply mean_near; [exact F|apply (cont_sumn X n (fun i z => f (p i) * (tent i z / total z))); intros; apply cont_mult; [apply cont_const|apply LC]|].
    intros z Hz. specialize (SP z Hz).
    replace (f z - sumn n (fun i => f (p i) * (tent i z / total z))) with (sumn n (fun i => (f z - f (p i)) * tent i z) / total z).
    + unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ total z)) by (apply Rlt_le, Rinv_0_lt_compat, SP).
      apply (Rmult_le_reg_r (total z)); [exact SP|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. unfold total. rewrite <- sumn_scal.
      clear - T0 H Hz Hp. induction n as [|n IH]; simpl; [rewrite Rabs_R0; lra|].
      eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat; [apply IH; intros; apply Hp; lia|].
      rewrite Rabs_mult, (Rabs_pos_eq (tent n z)) by apply T0.
      destruct (Rlt_dec (dist X (p n) z) delta) as [L|L].
      * apply Rmult_le_compat_r; [apply T0|]. apply H; [exact Hz|apply Hp; lia|]. rewrite dist_sym. exact L.
      * assert (Z : tent n z = 0) by (unfold tent, Rmax; destruct (Rle_dec 0 (delta - dist X (p n) z)); lra). rewrite Z. lra.
    + replace (sumn n (fun i => (f z - f (p i)) * tent i z)) with (f z * total z - sumn n (fun i => f (p i) * tent i z)).
      * rewrite (sumn_ext n (fun i => f (p i) * (tent i z / total z)) (fun i => f (p i) * tent i z * / total z)) by (intros; unfold Rdiv; ring).
        rewrite sumn_scal_r. field. lra.
      * unfold total. rewrite <- sumn_scal. unfold Rminus. rewrite <- (Rmult_1_l (sumn n (fun i => f (p i) * tent i z))), Ropp_mult_distr_l, <- sumn_scal, <- sumn_plus.
        apply sumn_ext. intros. ring.
Qed.
End Mean.

(** ** Two means *)
Section TwoMeans.
Variables (X Y : space) (E : (point X -> R) -> R) (F : (point Y -> R) -> R).
Hypothesis HE : mean X E.
Hypothesis HF : mean Y F.
Variable f : point X -> point Y -> R.
Hypothesis f_cont : cont (product X Y) (fun p => f (fst p) (snd p)).

Lemma modulus eps : 0 < eps -> exists delta, 0 < delta /\
  (forall z u v, inside X z -> inside X u -> inside Y v -> dist X z u < delta -> Rabs (f z v - f u v) <= eps) /\
  (forall z u v, inside X z -> inside Y u -> inside Y v -> dist Y u v < delta -> Rabs (f z u - f z v) <= eps).
Proof.
  intros He. destruct (uniform (product X Y) _ f_cont eps He) as (delta & Hd & H). exists delta. split; [exact Hd|]. split.
  - intros z u v Hz Hu Hv D. apply Rlt_le, (H (z, v) (u, v) (conj Hz Hv) (conj Hu Hv)). simpl. rewrite dist_refl. lra.
  - intros z u v Hz Hu Hv D. apply Rlt_le, (H (z, u) (z, v) (conj Hz Hu) (conj Hz Hv)). simpl. rewrite dist_refl. lra.
Qed.

Lemma cont_in_first v : inside Y v -> cont X (fun z => f z v).
Proof.
  intros Hv z Hz eps He. destruct (f_cont (z, v) (conj Hz Hv) eps He) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros u Hu D. apply (H (u, v) (conj Hu Hv)). simpl. rewrite dist_refl. lra.
Qed.

Lemma cont_in_second z : inside X z -> cont Y (f z).
Proof. intros Hz. exact (cont_section X Y f z Hz f_cont). Qed.

(** The mean over one variable depends continuously on the other. *)
Theorem cont_mean : cont X (fun z => F (f z)).
Proof.
  intros z Hz eps He. destruct (modulus (eps / 2) ltac:(lra)) as (delta & Hd & H & _). exists delta. split; [exact Hd|].
  intros u Hu D. assert (N : Rabs (F (f u) - F (f z)) <= eps / 2); [|lra].
  apply (mean_near Y F HF); try (apply cont_in_second; assumption). intros v Hv. rewrite Rabs_minus_sym. apply H; assumption.
Qed.

Lemma approximation_twice eps delta n p w m q v :
  (forall z u t, inside X z -> inside X u -> inside Y t -> dist X z u < delta -> Rabs (f z t - f u t) <= eps) ->
  (forall z u t, inside X z -> inside Y u -> inside Y t -> dist Y u t < delta -> Rabs (f z u - f z t) <= eps) ->
  approximates X E delta n p w -> approximates Y F delta m q v ->
  Rabs (E (fun z => F (f z)) - sumn n (fun i => w i * sumn m (fun j => v j * f (p i) (q j)))) <= 2 * eps.
Proof.
  intros H1 H2 (Hp & Hw & W & A) (Hq & Hv & V & B).
  assert (S : Rabs (E (fun z => F (f z)) - E (fun z => sumn m (fun j => v j * f z (q j)))) <= eps).
  { apply (mean_near X E HE); [apply cont_mean|apply (cont_sumn X m (fun j z => v j * f z (q j))); intros; apply cont_mult; [apply cont_const|apply cont_in_first; auto]|].
    intros z Hz. apply B; [apply cont_in_second, Hz|]. auto. }
  assert (T : Rabs (E (fun z => sumn m (fun j => v j * f z (q j))) - sumn n (fun i => w i * sumn m (fun j => v j * f (p i) (q j)))) <= eps).
  { apply (A (fun z => sumn m (fun j => v j * f z (q j)))); [apply (cont_sumn X m (fun j z => v j * f z (q j))); intros; apply cont_mult; [apply cont_const|apply cont_in_first; auto]|].
    intros z u Hz Hu D. replace (sumn m (fun j => v j * f z (q j)) - sumn m (fun j => v j * f u (q j))) with (sumn m (fun j => v j * (f z (q j) - f u (q j)))).
    - rewrite <- (Rmult_1_r eps), <- V, <- sumn_scal. clear - H1 Hz Hu D Hq Hv.
      induction m as [|m IH]; simpl; [rewrite Rabs_R0; lra|]. eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat; [apply IH; auto|].
      rewrite Rabs_mult, (Rabs_pos_eq (v m)), (Rmult_comm eps) by auto. apply Rmult_le_compat_l; auto.
    - unfold Rminus. rewrite <- (Rmult_1_l (sumn m (fun j => v j * f u (q j)))), Ropp_mult_distr_l, <- sumn_scal, <- sumn_plus. apply sumn_ext. intros. ring. }
  apply Rabs_le_between in S. apply Rabs_le_between in T. apply Rabs_le. lra.
Qed.
End TwoMeans.

Lemma cont_swap X Y f : cont (product X Y) (fun p => f (fst p) (snd p)) -> cont (product Y X) (fun p => f (snd p) (fst p)).
Proof.
  intros C p [Hy Hx] eps He. destruct (C (snd p, fst p) (conj Hx Hy) eps He) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros q [Hqy Hqx] D. apply (H (snd q, fst q) (conj Hqx Hqy)). simpl in *. lra.
Qed.

(** The order of two means does not matter. *)
Theorem fubini X Y E F f : mean X E -> mean Y F -> cont (product X Y) (fun p => f (fst p) (snd p)) ->
  E (fun z => F (fun u => f z u)) = F (fun u => E (fun z => f z u)).
Proof.
  intros HE HF C. assert (D := cont_swap X Y f C).
  apply cond_eq. intros eps He. destruct (modulus X Y f C (eps / 5) ltac:(lra)) as (delta & Hd & H1 & H2).
  destruct (approximation X E HE delta Hd) as (n & p & w & A). destruct (approximation Y F HF delta Hd) as (m & q & v & B).
  assert (S := approximation_twice X Y E F HE HF f C (eps / 5) delta n p w m q v H1 H2 A B).
  assert (T := approximation_twice Y X F E HF HE (fun u z => f z u) D (eps / 5) delta m q v n p w
    ltac:(intros; apply H2; assumption) ltac:(intros; apply H1; assumption) B A).
  cbv beta in T. replace (sumn m (fun j => v j * sumn n (fun i => w i * f (p i) (q j)))) with (sumn n (fun i => w i * sumn m (fun j => v j * f (p i) (q j)))) in T.
  - change (fun z => F (fun u => f z u)) with (fun z => F (f z)). apply Rabs_le_between in S. apply Rabs_le_between in T. apply Rabs_def1; lra.
  - rewrite (sumn_ext n _ (fun i => sumn m (fun j => v j * (w i * f (p i) (q j))))) by (intros; rewrite <- sumn_scal; apply sumn_ext; intros; ring).
    rewrite sumn_swap. apply sumn_ext. intros. rewrite <- sumn_scal. reflexivity.
Qed.
