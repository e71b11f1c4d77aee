(** * The energy of keys that have a mean: above that of the uniform law by beta |E y|^2 at least *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Sums Base.Vectors Base.Factorials Base.Welch Bessel.Hypergeometric Bessel.Generating InfoNCE.Energy.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean Coupling.Trace.
Open Scope R_scope.

(** The even terms of a sum of nonnegative ones, and that of order 1. *)
Lemma even_and_one K a : (forall n, 0 <= a n) -> sumn (S K) (fun l => a (2 * l)%nat) + a 1%nat <= sumn (S (S (2 * K))) a.
Proof.
  intros H. induction K as [|K IH]; [simpl; lra|].
  change (sumn (S (S K)) (fun l => a (2 * l)%nat)) with (sumn (S K) (fun l => a (2 * l)%nat) + a (2 * S K)%nat).
  replace (2 * S K)%nat with (S (S (2 * K))) by lia.
  change (sumn (S (S (S (S (2 * K))))) a) with (sumn (S (S (2 * K))) a + a (S (S (2 * K))) + a (S (S (S (2 * K))))).
  specialize (H (S (S (S (2 * K))))). lra.
Qed.

Theorem energy_and_mean (h N : nat) (beta : R) (q : nat -> R) (m : nat -> nat -> R) :
  (1 <= h)%nat -> 0 <= beta -> (forall i, (i < N)%nat -> dot h (m i) (m i) = 1) ->
  sumn N q * sumn N q * SphereMGF (INR h) beta + beta * form N q (fun i j => dot h (m i) (m j)) <= form N q (fun i j => exp (beta * dot h (m i) (m j))).
Proof.
  intros Hh Hb Hm. assert (Hh2 : 0 < INR h / 2) by (apply (lt_INR 0) in Hh; simpl in Hh; lra).
  set (Q := sumn N q * sumn N q). set (a := fun n => beta ^ n * form N q (fun i j => dpow n (dot h (m i) (m j)))).
  assert (Ha : forall n, 0 <= a n) by (intros n; apply Rmult_le_pos; [apply pow_le, Hb|apply gram_nonneg]).
  assert (HE := series_exp_form N q (fun i j => dot h (m i) (m j)) beta). fold a in HE.
  set (E := form N q (fun i j => exp (beta * dot h (m i) (m j)))) in *.
  assert (A1 : a 1%nat = beta * form N q (fun i j => dot h (m i) (m j))).
  { unfold a. rewrite pow_1. f_equal. apply form_ext. intros. unfold dpow, factR. simpl. field. }
  rewrite <- A1. assert (HM := hyper_is_pseries (INR h / 2) (beta ^ 2 / 4) Hh2). fold (SphereMGF (INR h) beta) in HM.
  assert (HQM := is_series_scal_R Q _ _ HM). enough (Q * SphereMGF (INR h) beta <= E - a 1%nat) by lra.
  apply (is_lim_seq_le (sum_n (fun n => Q * (scal (pow_n (beta ^ 2 / 4) n) (/ (rising (INR h / 2) n * INR (fact n)))))) (fun _ => E - a 1%nat) (Q * SphereMGF (INR h) beta) (E - a 1%nat));
    [|exact HQM|apply is_lim_seq_const].
  intros K. assert (P := partial_le_series a E (S (2 * K)) HE Ha). rewrite sum_n_sumn in P. assert (V := even_and_one K a Ha). rewrite sum_n_sumn.
  enough (sumn (S K) (fun n => Q * (scal (pow_n (beta ^ 2 / 4) n) (/ (rising (INR h / 2) n * INR (fact n))))) <= sumn (S K) (fun l => a (2 * l)%nat)) by lra.
  apply sumn_le. intros k Hk. unfold a. assert (W := welch N h m k q).
  rewrite (sumn_ext N _ q) in W by (intros i Hi; rewrite Hm by exact Hi; rewrite pow1; ring). fold Q in W. unfold welch_constant in W.
  unfold scal; simpl; unfold mult; simpl. rewrite pow_n_pow. fold (factR k).
  assert (Hr := rising_pos (INR h / 2) k Hh2). assert (Hf := factR_pos k). assert (H4 : 0 < 4 ^ k) by (apply pow_lt; lra).
  replace (beta * (beta * 1) / 4) with (beta ^ 2 * / 4) by (simpl; field). rewrite Rpow_mult_distr, pow_inv, <- pow_mult.
  replace (Q * (beta ^ (2 * k) * / 4 ^ k * / (rising (INR h / 2) k * factR k)))
    with (beta ^ (2 * k) * (Q * / (4 ^ k * factR k * rising (INR h / 2) k))) by (field; repeat split; lra).
  replace (k + (k + 0))%nat with (2 * k)%nat by lia. apply Rmult_le_compat_l; [apply pow_le, Hb|].
  assert (Hd : 0 < 4 ^ k * factR k * rising (INR h / 2) k) by (apply Rmult_lt_0_compat; [nra|assumption]).
  apply (Rmult_le_reg_l (4 ^ k * factR k * rising (INR h / 2) k)); [exact Hd|].
  replace (4 ^ k * factR k * rising (INR h / 2) k * (Q * / (4 ^ k * factR k * rising (INR h / 2) k))) with Q by (field; repeat split; lra). exact W.
Qed.

Theorem concentrated_mean X E h beta (y : point X -> vector) : mean X E -> (1 <= h)%nat -> 0 <= beta -> vcont X h y ->
  (forall z, inside X z -> dot h (y z) (y z) = 1) ->
  SphereMGF (INR h) beta + beta * E (fun z => E (fun u => dot h (y z) (y u))) <= E (fun z => E (fun u => exp (beta * dot h (y z) (y u)))).
Proof.
  intros HE Hh Hb V U. set (f := fun z u => exp (beta * dot h (y z) (y u))). set (g := fun z u => dot h (y z) (y u)).
  assert (FC : cont (product X X) (fun p => f (fst p) (snd p))) by (unfold f; cts). assert (GC : cont (product X X) (fun p => g (fst p) (snd p))) by (unfold g; cts).
  change (SphereMGF (INR h) beta + beta * E (fun z => E (g z)) <= E (fun z => E (f z))). set (M := SphereMGF (INR h) beta).
  set (s := E (fun z => E (g z))). set (t := E (fun z => E (f z))).
  assert (Near : forall eta, 0 < eta -> M + beta * s <= t + (2 + 2 * beta) * eta).
  { intros eta He. destruct (modulus X X f FC eta He) as (d1 & Hd1 & F1 & F2). destruct (modulus X X g GC eta He) as (d2 & Hd2 & G1 & G2).
    assert (Hd : 0 < Rmin d1 d2) by (apply Rmin_glb_lt; assumption). assert (L1 := Rmin_l d1 d2). assert (L2 := Rmin_r d1 d2).
    destruct (approximation X E HE (Rmin d1 d2) Hd) as (n & p & w & P).
    assert (S1 := approximation_twice X X E E HE HE f FC eta (Rmin d1 d2) n p w n p w
      ltac:(intros; apply F1; try assumption; eapply Rlt_le_trans; eassumption) ltac:(intros; apply F2; try assumption; eapply Rlt_le_trans; eassumption) P P).
    assert (S2 := approximation_twice X X E E HE HE g GC eta (Rmin d1 d2) n p w n p w
      ltac:(intros; apply G1; try assumption; eapply Rlt_le_trans; eassumption) ltac:(intros; apply G2; try assumption; eapply Rlt_le_trans; eassumption) P P).
    destruct P as (Hp & Hw & W & _).
    assert (N := energy_and_mean h n beta w (fun i => y (p i)) Hh Hb ltac:(intros; apply U, Hp; assumption)). rewrite W, !Rmult_1_l in N. fold M in N. unfold form in N.
    rewrite (sumn_ext n (fun i => sumn n (fun j => w i * w j * exp _)) (fun i => w i * sumn n (fun j => w j * f (p i) (p j)))) in N.
    2: { intros. rewrite <- sumn_scal. apply sumn_ext. intros. unfold f. ring. }
    rewrite (sumn_ext n (fun i => sumn n (fun j => w i * w j * dot _ _ _)) (fun i => w i * sumn n (fun j => w j * g (p i) (p j)))) in N.
    2: { intros. rewrite <- sumn_scal. apply sumn_ext. intros. unfold g. ring. }
    apply Rabs_le_between in S1. apply Rabs_le_between in S2. fold t in S1. fold s in S2.
    set (sf := sumn n (fun i => w i * sumn n (fun j => w j * f _ _))) in *. set (sg := sumn n (fun i => w i * sumn n (fun j => w j * g _ _))) in *.
    assert (beta * s <= beta * (sg + 2 * eta)) by (apply Rmult_le_compat_l; lra). lra. }
  apply Rnot_lt_le. intros L. set (k := 2 + 2 * beta) in *. assert (Hk : 0 < k) by (unfold k; lra).
  specialize (Near ((M + beta * s - t) / (2 * k)) ltac:(apply Rdiv_lt_0_compat; lra)).
  replace (k * ((M + beta * s - t) / (2 * k))) with ((M + beta * s - t) / 2) in Near by (field; lra). lra.
Qed.
