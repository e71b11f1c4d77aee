(** * Equally spaced pairs of the circle *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Sphere.Moments Sphere.Area Sphere.Mean Sphere.Axis.
From Modgap Require Bessel.Generating.
From Modgap Require Import Ledger.Language Ledger.Statements Ledger.Bessel Ledger.Sphere Ledger.InfoNCE Ledger.Alignment.
Open Scope R_scope.

(** The sum over a period does not depend on where it begins. *)
Lemma period_begun_later N (F : R -> R) : (1 <= N)%nat -> F (INR N) = F 0 -> sum1 N (fun j => F (INR j - 1)) = sum1 N (fun j => F (INR j)).
Proof.
  intros HN P. unfold sum1. destruct N as [|M]; [lia|]. transitivity (sumn (S M) (fun k => F (INR k))); [apply sumn_ext; intros; f_equal; rewrite S_INR; ring|].
  rewrite sumn_shift. change (sumn (S M) (fun i => F (INR (S i)))) with (sumn M (fun i => F (INR (S i))) + F (INR (S M))). rewrite P. change (INR 0) with 0. ring.
Qed.

Lemma period_sum N (g : R -> R) : (1 <= N)%nat -> (forall x, g (x + INR N) = g x) -> forall i, sum1 N (fun j => g (INR j - INR i)) = sum1 N (fun j => g (INR j)).
Proof.
  intros HN P i. induction i as [|i IH]; [unfold sum1; apply sumn_ext; intros; f_equal; simpl (INR 0); ring|]. rewrite <- IH.
  rewrite <- (period_begun_later N (fun x => g (x - INR i)) HN); [unfold sum1; apply sumn_ext; intros; f_equal; rewrite (S_INR i); ring|].
  replace (INR N - INR i) with (0 - INR i + INR N) by ring. apply P.
Qed.

Section Circle.
Variables (N : nat) (beta : R) (e : nat -> vector).
Hypothesis N_pos : 0 < INR N.
Hypothesis frame : forall i j : nat, (1 <= i <= 2)%nat -> (1 <= j <= 2)%nat -> dot 2 (e i) (e j) = (if Nat.eqb i j then 1 else 0).

Definition angle_of (i : nat) : R := 2 * PI * INR i * / INR N.
Definition spaced (i : nat) : vector := vadd (vscal (cos (angle_of i)) (e 1%nat)) (vscal (sin (angle_of i)) (e 2%nat)).
Definition partition : R := sum1 N (fun j => exp (beta * cos (angle_of j))).

Lemma cosine_of_two i j : dot 2 (spaced i) (spaced j) = cos (2 * PI * (INR j - INR i) * / INR N).
Proof.
  unfold spaced. bilinear. rewrite !frame by lia. simpl Nat.eqb. replace (2 * PI * (INR j - INR i) * / INR N) with (angle_of j - angle_of i) by (unfold angle_of; ring).
  rewrite cos_minus. ring.
Qed.

Lemma partition_of i : sum1 N (fun j => exp (beta * dot 2 (spaced i) (spaced j))) = partition.
Proof.
  transitivity (sum1 N (fun j => exp (beta * cos (2 * PI * (INR j - INR i) * / INR N)))); [unfold sum1; apply sumn_ext; intros; rewrite cosine_of_two; reflexivity|].
  apply (period_sum N (fun x => exp (beta * cos (2 * PI * x * / INR N)))); [apply nat_positive, N_pos|]. intros x. do 2 f_equal.
  replace (2 * PI * (x + INR N) * / INR N) with (2 * PI * x * / INR N + 2 * INR 1 * PI) by (simpl; field; lra). apply cos_period.
Qed.

Lemma partition_pos : 0 < partition.
Proof. unfold partition, sum1. apply sumn_pos; [apply nat_positive, N_pos|]. intros. apply exp_pos. Qed.

Lemma own i : dot 2 (spaced i) (spaced i) = 1.
Proof. rewrite cosine_of_two. replace (2 * PI * (INR i - INR i) * / INR N) with 0 by ring. apply cos_0. Qed.

Lemma softmax i : INR N * / sum1 N (fun j => exp (beta * dot 2 (spaced i) (spaced j))) * exp (beta * dot 2 (spaced i) (spaced i)) = INR N / partition * exp beta.
Proof. rewrite partition_of, own, Rmult_1_r. reflexivity. Qed.
End Circle.

Theorem thm_1_circle_holds : thm_1_circle.
Proof.
  unfold thm_1_circle; intros N beta e HN Hb He. assert (P := partition_pos N beta HN).
  assert (Z := partition_of N beta e HN He). assert (W := softmax N beta e HN He). unfold spaced, angle_of in Z, W.
  assert (Q : 0 < INR N / partition N beta) by (apply Rdiv_lt_0_compat; assumption).
  repeat match goal with |- _ /\ _ => split end; try (intros; lra).
  - intros i Hi. rewrite Z. lra.
  - intros i Hi. rewrite W. apply Rmult_lt_0_compat; [exact Q|apply exp_pos].
  - apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, HN|exact P].
  - transitivity (-1 * / INR N * sum1 N (fun _ => ln (INR N / partition N beta * exp beta))).
    + f_equal. unfold sum1. apply sumn_ext. intros i Hi. cbv beta. f_equal. apply W.
    + unfold sum1. rewrite sumn_const. change (sumn N (fun i => exp (beta * cos (2 * PI * INR (S i) * / INR N)))) with (partition N beta).
      rewrite (ln_mult _ _ Q (exp_pos beta)), ln_exp, ln_div, (ln_mult (/ INR N)), ln_Rinv by (assumption || apply Rinv_0_lt_compat, HN). field. lra.
Qed.

(** ** How near the bound they come *)
(** e^{beta cos} falls on the first half of the turn and rises on the second: [risen] is how far it has risen. *)
Section Riemann.
Variable beta : R.
Hypothesis beta_pos : 0 < beta.

Let f (t : R) : R := exp (beta * cos t).
Definition risen (t : R) : R := if Rle_dec t PI then exp (- beta) else exp (beta * cos t).

Lemma exp_mono x y : x <= y -> exp x <= exp y.
Proof. intros [H|<-]; [apply Rlt_le, exp_increasing, H|lra]. Qed.

Lemma at_an_end s t b : 0 <= s <= t -> t <= b <= 2 * PI -> f b <= f t + (risen b - risen s).
Proof.
  intros Hs Hb. assert (P := PI_RGT_0). unfold risen. destruct (Rle_dec b PI) as [L|L]; destruct (Rle_dec s PI) as [M|M]; try lra.
  - assert (C := cos_decr_1 t b ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)). assert (E := exp_mono (beta * cos b) (beta * cos t) ltac:(apply Rmult_le_compat_l; lra)). unfold f. lra.
  - assert (B := COS_bound t). assert (E := exp_mono (- beta) (beta * cos t) ltac:(nra)). unfold f. lra.
  - assert (C := cos_incr_1 s t ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra)). assert (E := exp_mono (beta * cos s) (beta * cos t) ltac:(apply Rmult_le_compat_l; lra)). unfold f. lra.
Qed.

Lemma turn_ex a b : ex_RInt f a b.
Proof. apply ex_RInt_everywhere. intros t. unfold f. auto_derive. exact I. Qed.

Lemma step_integral s b : 0 <= s <= b -> b <= 2 * PI -> (b - s) * f b <= RInt f s b + (b - s) * (risen b - risen s).
Proof.
  intros Hs Hb. set (c := f b - (risen b - risen s)). assert (C : is_RInt (fun _ => c) s b ((b - s) * c)) by apply (is_RInt_const (V := R_NormedModule)).
  assert (L : (b - s) * c <= RInt f s b).
  { apply (is_RInt_le (fun _ => c) f s b); [lra|exact C|apply (RInt_correct (V := R_CompleteNormedModule)), turn_ex|].
    intros t Ht. assert (E := at_an_end s t b ltac:(lra) ltac:(lra)). unfold c. lra. }
  unfold c in L. lra.
Qed.

Lemma turn_Chasles a b c : RInt f a b + RInt f b c = RInt f a c.
Proof. exact (RInt_Chasles (V := R_CompleteNormedModule) f a b c (turn_ex a b) (turn_ex b c)). Qed.

Lemma whole_turn : RInt f 0 (2 * PI) = 2 * PI * SphereMGF 2 beta.
Proof.
  assert (W := whole beta 0). rewrite J_0_0 in W. replace (INR 0 / 2 + 1) with (1 / 2 * 2) in W by (simpl; field). replace (beta ^ 2 / 4) with (1 / 4 * beta ^ 2) in W by field. fold (SphereMGF 2 beta) in W.
  assert (F : is_RInt f 0 PI (PI * SphereMGF 2 beta)) by (eapply is_RInt_ext; [|exact W]; intros t _; unfold f; real_numbers; simpl; ring).
  assert (B : is_RInt f PI (2 * PI) (PI * SphereMGF 2 beta)).
  { assert (G := is_RInt_swap _ _ _ _ F). replace PI with (-1 * PI + 2 * PI) in G at 1 by ring. replace 0 with (-1 * (2 * PI) + 2 * PI) in G by ring.
    apply (is_RInt_comp_lin (V := R_NormedModule)) in G. apply (is_RInt_opp (V := R_NormedModule)) in G.
    eapply is_RInt_ext; [|exact (eq_ind _ (is_RInt _ PI (2 * PI)) G (PI * SphereMGF 2 beta) ltac:(unfold opp; simpl; ring))].
    intros t _. unfold opp, scal; simpl; unfold mult; simpl. unfold f. replace (cos (-1 * t + 2 * PI)) with (cos t); [ring|].
    rewrite <- (cos_neg t). replace (-1 * t + 2 * PI) with (- t + 2 * INR 1 * PI) by (simpl; ring). symmetry. apply cos_period. }
  rewrite <- (turn_Chasles 0 PI), (is_RInt_unique _ _ _ _ F), (is_RInt_unique _ _ _ _ B). real_numbers. ring.
Qed.

Lemma part_of_turn N n : (1 <= N)%nat -> (n <= N)%nat ->
  2 * PI / INR N * sum1 n (fun j => f (angle_of N j)) <= RInt f 0 (angle_of N n) + 2 * PI / INR N * (risen (angle_of N n) - risen 0).
Proof.
  intros HN. apply lt_0_INR in HN as N0. assert (P := PI_RGT_0). assert (D : 0 < 2 * PI / INR N) by (apply Rdiv_lt_0_compat; lra).
  assert (Step : forall i, angle_of N (S i) - angle_of N i = 2 * PI / INR N) by (intros i; unfold angle_of; rewrite S_INR; field; lra).
  induction n as [|n IH]; intros Hn.
  - unfold sum1. simpl sumn. replace (angle_of N 0) with 0 by (unfold angle_of; simpl; ring). rewrite RInt_point. unfold zero; simpl. lra.
  - specialize (IH ltac:(lia)). unfold sum1 in *. simpl sumn. rewrite <- (turn_Chasles 0 (angle_of N n)).
    assert (A : 0 <= angle_of N n) by (unfold angle_of; assert (K := pos_INR n); assert (I := Rinv_0_lt_compat _ N0); apply Rmult_le_pos; [apply Rmult_le_pos|]; lra).
    assert (B : angle_of N (S n) <= 2 * PI).
    { unfold angle_of. apply le_INR in Hn. apply Rle_trans with (2 * PI * INR N * / INR N); [|right; field; lra].
      apply Rmult_le_compat_r; [apply Rlt_le, Rinv_0_lt_compat, N0|]. apply Rmult_le_compat_l; lra. }
    assert (T := step_integral (angle_of N n) (angle_of N (S n)) ltac:(specialize (Step n); lra) B). rewrite (Step n) in T. lra.
Qed.

Theorem partition_above_mean N : (1 <= N)%nat -> partition N beta <= INR N * SphereMGF 2 beta + (exp beta - exp (- beta)).
Proof.
  intros HN. apply lt_0_INR in HN as N0. assert (P := PI_RGT_0). assert (T := part_of_turn N N HN (le_n N)).
  replace (angle_of N N) with (2 * PI) in T by (unfold angle_of; field; lra). rewrite whole_turn in T. unfold risen in T.
  destruct (Rle_dec (2 * PI) PI) as [L|L]; [lra|]. destruct (Rle_dec 0 PI) as [L2|L2]; [|lra]. rewrite cos_2PI, Rmult_1_r in T. fold (partition N beta) in T.
  change (sum1 N (fun j => f (angle_of N j))) with (partition N beta) in T. apply (Rmult_le_reg_l (2 * PI / INR N)); [apply Rdiv_lt_0_compat; lra|]. eapply Rle_trans; [exact T|]. right. field. lra.
Qed.
End Riemann.

Theorem thm_1_sharp_holds : thm_1_sharp.
Proof.
  unfold thm_1_sharp; intros N beta epsilon e HN Hb Hp He H1 Large. assert (N1 := nat_positive N HN). assert (P := partition_pos N beta HN).
  assert (Z := partition_of N beta e HN He). assert (W := softmax N beta e HN He). unfold spaced, angle_of in Z, W.
  assert (M1 : 1 <= SphereMGF 2 beta) by (rewrite SphereMGF_same; apply Generating.mgf_at_least_one; lra).
  repeat match goal with |- _ /\ _ => split end; try (intros; lra).
  - intros i Hi. rewrite Z. lra.
  - match goal with |- ?m >= _ => replace m with (INR N / partition N beta * exp beta) end.
    2: { transitivity (/ INR N * sum1 N (fun _ => INR N / partition N beta * exp beta)); [unfold sum1; rewrite sumn_const; field; lra|]. f_equal. unfold sum1. apply sumn_ext. intros i Hi. symmetry. apply W. }
     assert (U := partition_above_mean beta Hb N N1). set (M := SphereMGF 2 beta) in *. set (z := partition N beta) in *.
    replace (-1 * beta) with (- beta) in Large by ring. assert (X := exp_pos beta). apply Rle_ge.
    replace (/ M * (1 + -1 * epsilon) * exp beta) with ((1 - epsilon) * / M * exp beta) by ring. apply Rmult_le_compat_r; [lra|]. apply (Rmult_le_reg_l (M * z)); [apply Rmult_lt_0_compat; lra|].
    replace (M * z * ((1 - epsilon) * / M)) with ((1 - epsilon) * z) by (field; lra). replace (M * z * (INR N / z)) with (INR N * M) by (field; lra).
    assert (V : (1 - epsilon) * z <= (1 - epsilon) * (INR N * M + epsilon * INR N / 2)) by (apply Rmult_le_compat_l; lra).
    assert (0 <= INR N * epsilon * (M - 1)) by (apply Rmult_le_pos; [apply Rmult_le_pos|]; lra). assert (0 < INR N * epsilon) by (apply Rmult_lt_0_compat; lra). nra.
Qed.
