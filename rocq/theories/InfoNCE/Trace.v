(** * The softmax trace inequality for finitely many pairs, from the power series of M_h and from nothing else

    sum_i e^{beta x_i.y_i}/sum_j e^{beta x_i.y_j} <= e^beta/M_h(beta), for |x_i| <= 1 and |y_i| = 1.

    Each query is pushed to x' = x + (mu - 1) y, so that m = (x' + y)/2 is a unit vector; this does not lower its
    softmax probability. With c_i = e^{-2 beta (1 - m_i.y_i)}/partition(x'_i), Z(v) = sum_j e^{beta v.y_j}:
    (a) sum_ij c_i c_j e^{beta m_i.m_j} <= sum_i c_i, pair by pair by AM-GM, since for unit vectors m_i, y_i
          2 - (m_i - m_j).(y_i - y_j) - y_i.y_j - m_i.m_j = |(y_i - y_j) - (m_i - m_j)|^2/2 >= 0;
    (b) M_h(beta) (sum_i c_i)^2 <= sum_ij c_i c_j e^{beta m_i.m_j} ([energy]).
    Hence sum_i c_i <= 1/M_h(beta). *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Factorials Base.Welch Bessel.Hypergeometric Bessel.Generating InfoNCE.Energy.
Open Scope R_scope.

Section Softmax.
Variables (h N : nat) (beta : R) (x y : nat -> nat -> R).
Hypothesis h_pos : (1 <= h)%nat.
Hypothesis N_pos : (1 <= N)%nat.
Hypothesis beta_pos : 0 < beta.
Hypothesis queries_in_ball : forall i, (i < N)%nat -> dot h (x i) (x i) <= 1.
Hypothesis keys_unit : forall i, (i < N)%nat -> dot h (y i) (y i) = 1.

Notation "a ∙ b" := (dot h a b) (at level 40).

Definition partition (v : nat -> R) : R := sumn N (fun j => exp (beta * (v ∙ y j))).

Lemma partition_pos v : 0 < partition v.
Proof. clear - N_pos. apply sumn_pos; [lia|]. intros; apply exp_pos. Qed.

(** The pushed query x' = x + (mu - 1) y and the midpoint m of x' and y. *)
Definition mu (i : nat) : R := sqrt ((x i ∙ y i) * (x i ∙ y i) + 4 - x i ∙ x i) - x i ∙ y i.
Definition mid (i : nat) : nat -> R := fun k => / 2 * x i k + mu i / 2 * y i k.
Definition pushed (i : nat) : nat -> R := fun k => 1 * x i k + (mu i - 1) * y i k.

Lemma difference_nonneg a b : 0 <= a ∙ a - 2 * (a ∙ b) + b ∙ b.
Proof.
  assert (H := dot_nonneg h (fun k => 1 * a k + -1 * b k)).
  rewrite dot_lin in H. rewrite (dot_sym h a), (dot_sym h b) in H.
  rewrite !dot_lin in H. rewrite (dot_sym h b a) in H. lra.
Qed.

Lemma mu_facts i : (i < N)%nat -> 1 <= mu i /\ mid i ∙ mid i = 1.
Proof.
  intros Hi. assert (Hx := queries_in_ball i Hi). assert (Hy := keys_unit i Hi).
  assert (Hd := difference_nonneg (x i) (y i)).
  set (c := x i ∙ y i) in *. set (l := x i ∙ x i) in *.
  assert (Hr : 0 <= c * c + 4 - l) by nra.
  assert (Hs := sqrt_sqrt _ Hr). assert (Hs0 := sqrt_pos (c * c + 4 - l)).
  set (s := sqrt (c * c + 4 - l)) in *.
  assert (Hmu : mu i = s - c) by reflexivity.
  split.
  - rewrite Hmu. nra.
  - unfold mid at 1. rewrite dot_lin. rewrite (dot_sym h (x i)), (dot_sym h (y i)).
    unfold mid. rewrite !dot_lin. rewrite (dot_sym h (y i) (x i)). fold c l. rewrite Hy, Hmu. nra.
Qed.

Lemma pushed_dot i v : pushed i ∙ v = 2 * (mid i ∙ v) - y i ∙ v.
Proof. unfold pushed, mid. rewrite !dot_lin. field. Qed.

Lemma pushed_dot' i v : pushed i ∙ v = x i ∙ v + (mu i - 1) * (y i ∙ v).
Proof. unfold pushed. rewrite dot_lin. ring. Qed.

Lemma key_cosine i j : (i < N)%nat -> (j < N)%nat -> y i ∙ y j <= 1.
Proof. intros Hi Hj. assert (H := difference_nonneg (y i) (y j)). rewrite !keys_unit in H by assumption. lra. Qed.

(** Pushing a query towards its key does not lower its softmax probability. *)
Lemma push i : (i < N)%nat -> exp (beta * (x i ∙ y i)) / partition (x i) <= exp (beta * (pushed i ∙ y i)) / partition (pushed i).
Proof.
  intros Hi. destruct (mu_facts i Hi) as [Hmu _].
  assert (HZ := partition_pos (x i)). assert (HZ' := partition_pos (pushed i)).
  set (t := exp (beta * (mu i - 1))).
  assert (E : exp (beta * (pushed i ∙ y i)) = t * exp (beta * (x i ∙ y i))).
  { unfold t. rewrite <- exp_plus. f_equal. rewrite pushed_dot', keys_unit by assumption. ring. }
  assert (L : partition (pushed i) <= t * partition (x i)).
  { unfold partition, t. rewrite <- sumn_scal. apply sumn_le; intros j Hj.
    rewrite <- exp_plus. rewrite pushed_dot'.
    assert (K := key_cosine i j Hi Hj).
    destruct (Rle_lt_or_eq_dec (beta * (x i ∙ y j + (mu i - 1) * (y i ∙ y j))) (beta * (mu i - 1) + beta * (x i ∙ y j))) as [q|q].
    - assert ((mu i - 1) * (y i ∙ y j) <= (mu i - 1) * 1) by (apply Rmult_le_compat_l; lra).
      assert (beta * ((mu i - 1) * (y i ∙ y j)) <= beta * ((mu i - 1) * 1)) by (apply Rmult_le_compat_l; lra). lra.
    - apply Rlt_le, exp_increasing, q.
    - rewrite q; lra. }
  rewrite E. assert (He := exp_pos (beta * (x i ∙ y i))).
  apply (Rmult_le_reg_r (partition (x i) * partition (pushed i))); [apply Rmult_lt_0_compat; assumption|].
  replace (exp (beta * (x i ∙ y i)) / partition (x i) * (partition (x i) * partition (pushed i))) with (exp (beta * (x i ∙ y i)) * partition (pushed i)) by (field; lra).
  replace (t * exp (beta * (x i ∙ y i)) / partition (pushed i) * (partition (x i) * partition (pushed i))) with (exp (beta * (x i ∙ y i)) * (t * partition (x i))) by (field; lra).
  apply Rmult_le_compat_l; lra.
Qed.

(** e^{-beta} times the probability after the push. *)
Definition weight (i : nat) : R := exp (- (2 * beta * (1 - mid i ∙ y i))) / partition (pushed i).

Lemma weight_pos i : 0 < weight i.
Proof. apply Rdiv_lt_0_compat; [apply exp_pos|apply partition_pos]. Qed.

Lemma weight_ratio i : (i < N)%nat -> exp (beta * (pushed i ∙ y i)) / partition (pushed i) = exp beta * weight i.
Proof.
  intros Hi. unfold weight, Rdiv. rewrite <- Rmult_assoc, <- exp_plus. f_equal. f_equal.
  rewrite pushed_dot, keys_unit by assumption. ring.
Qed.

Definition exponent (i j : nat) : R := 2 - 2 * (mid i ∙ y i) + 2 * (mid i ∙ y j) - y i ∙ y j.

(** The heart: half the square of the length of (y_i - y_j) - (m_i - m_j). *)
Lemma heart i j : (i < N)%nat -> (j < N)%nat -> 2 * (mid i ∙ mid j) <= exponent i j + exponent j i.
Proof.
  intros Hi Hj.
  destruct (mu_facts i Hi) as [_ Mi]. destruct (mu_facts j Hj) as [_ Mj].
  assert (Yi := keys_unit i Hi). assert (Yj := keys_unit j Hj).
  assert (H := dot_nonneg h (fun k => 1 * (1 * y i k + -1 * y j k) + -1 * (1 * mid i k + -1 * mid j k))).
  repeat (rewrite dot_lin in H).
  repeat rewrite (dot_sym h _ (fun k => 1 * (1 * y i k + -1 * y j k) + -1 * (1 * mid i k + -1 * mid j k))) in H.
  repeat (rewrite dot_lin in H).
  unfold exponent.
  rewrite (dot_sym h (mid i) (y i)), (dot_sym h (mid j) (y j)), (dot_sym h (mid i) (y j)), (dot_sym h (mid j) (y i)).
  rewrite (dot_sym h (y j) (y i)), (dot_sym h (mid j) (mid i)) in *.
  rewrite (dot_sym h (mid i) (y i)), (dot_sym h (mid j) (y j)), (dot_sym h (mid i) (y j)), (dot_sym h (mid j) (y i)) in H.
  rewrite Mi, Mj, Yi, Yj in H. lra.
Qed.

Lemma row_sum i : (i < N)%nat -> sumn N (fun j => weight i * weight i * exp (beta * exponent i j)) = weight i.
Proof.
  intros Hi. rewrite sumn_scal.
  replace (sumn N (fun j => exp (beta * exponent i j))) with (exp (2 * beta * (1 - mid i ∙ y i)) * partition (pushed i)).
  - unfold weight. rewrite exp_Ropp.
    assert (0 < exp (2 * beta * (1 - mid i ∙ y i))) by apply exp_pos. assert (HZ := partition_pos (pushed i)).
    field. split; lra.
  - unfold partition. rewrite <- sumn_scal. apply sumn_ext; intros j Hj. rewrite <- exp_plus. f_equal.
    unfold exponent. rewrite pushed_dot. ring.
Qed.

Lemma gram_bound : form N weight (fun i j => exp (beta * (mid i ∙ mid j))) <= sumn N weight.
Proof.
  assert (D : 2 * form N weight (fun i j => exp (beta * (mid i ∙ mid j)))
     <= sumn N (fun i => sumn N (fun j => weight i * weight i * exp (beta * exponent i j))) + sumn N (fun i => sumn N (fun j => weight j * weight j * exp (beta * exponent j i)))).
  { unfold form. rewrite <- sumn_scal, <- sumn_plus. apply sumn_le; intros i Hi.
    rewrite <- sumn_scal, <- sumn_plus. apply sumn_le; intros j Hj.
    set (u := exp (beta * exponent i j / 2)). set (v := exp (beta * exponent j i / 2)).
    assert (Eu : exp (beta * exponent i j) = u * u) by (unfold u; rewrite <- exp_plus; f_equal; field).
    assert (Ev : exp (beta * exponent j i) = v * v) by (unfold v; rewrite <- exp_plus; f_equal; field).
    assert (L : exp (beta * (mid i ∙ mid j)) <= u * v).
    { unfold u, v. rewrite <- exp_plus.
      assert (K := heart i j Hi Hj).
      assert (beta * (mid i ∙ mid j) <= beta * exponent i j / 2 + beta * exponent j i / 2) by nra.
      destruct H as [H|H]; [apply Rlt_le, exp_increasing, H|rewrite H; lra]. }
    rewrite Eu, Ev. assert (Ci := weight_pos i). assert (Cj := weight_pos j).
    assert (weight i * weight j * exp (beta * (mid i ∙ mid j)) <= weight i * weight j * (u * v)) by (apply Rmult_le_compat_l; [nra|exact L]).
    assert (0 <= (weight i * u - weight j * v) * (weight i * u - weight j * v)) by apply Rle_0_sqr. nra. }
  rewrite (sumn_swap N N (fun i j => weight j * weight j * exp (beta * exponent j i))) in D.
  rewrite (sumn_ext N (fun i => sumn N (fun j => weight i * weight i * exp (beta * exponent i j))) weight) in D by (intros; apply row_sum; assumption).
  lra.
Qed.

Theorem weights_bound : sumn N weight <= / SphereMGF (INR h) beta.
Proof.
  assert (E := energy h N beta weight mid h_pos (Rlt_le _ _ beta_pos) (fun i Hi => proj2 (mu_facts i Hi))).
  assert (G := gram_bound). assert (HM := SphereMGF_pos h beta h_pos).
  assert (HC : 0 < sumn N weight) by (apply sumn_pos; [lia|]; intros; apply weight_pos).
  set (S := sumn N weight) in *. set (M := SphereMGF (INR h) beta) in *.
  assert (K : S * M <= 1) by (apply (Rmult_le_reg_l S); [exact HC|]; lra).
  apply (Rmult_le_reg_r M); [exact HM|]. rewrite Rinv_l by lra. exact K.
Qed.

Theorem pushed_trace : sumn N (fun i => exp (beta * (pushed i ∙ y i)) / partition (pushed i)) <= exp beta / SphereMGF (INR h) beta.
Proof.
  rewrite (sumn_ext N _ (fun i => exp beta * weight i)) by (intros; apply weight_ratio; assumption). rewrite sumn_scal.
  apply Rmult_le_compat_l; [apply Rlt_le, exp_pos|apply weights_bound].
Qed.

(** The softmax trace inequality. *)
Theorem trace : sumn N (fun i => exp (beta * (x i ∙ y i)) / partition (x i)) <= exp beta / SphereMGF (INR h) beta.
Proof. eapply Rle_trans; [|exact pushed_trace]. apply sumn_le; intros i Hi. apply push, Hi. Qed.

(** Jensen's inequality for the logarithm. *)
Lemma jensen (t : nat -> R) : (forall i, (i < N)%nat -> 0 < t i) ->
  sumn N (fun i => ln (t i)) <= INR N * ln (sumn N t / INR N).
Proof using N_pos.
  clear - N_pos.
  intros Ht. assert (HN : 0 < INR N) by (apply lt_0_INR; lia).
  assert (HT : 0 < sumn N t) by (apply sumn_pos; [lia|exact Ht]).
  set (s := sumn N t / INR N). assert (Hs : 0 < s) by (apply Rdiv_lt_0_compat; assumption).
  apply Rle_trans with (sumn N (fun i => (ln s - 1) + / s * t i)).
  - apply sumn_le; intros i Hi. specialize (Ht i Hi).
    assert (K := ln_below (t i / s) (Rdiv_lt_0_compat _ _ Ht Hs)).
    unfold Rdiv in K. rewrite ln_mult, ln_Rinv in K; [lra|exact Hs|exact Ht|apply Rinv_0_lt_compat, Hs].
  - rewrite sumn_plus, sumn_const, sumn_scal. apply Req_le.
    assert (E : sumn N t = INR N * s) by (unfold s; field; lra).
    rewrite E. field. lra.
Qed.

(** One direction of the loss: sum_i log(e^{beta x_i.y_i}/((1/N) sum_j e^{beta x_i.y_j})) <= N (beta - log M_h(beta)). *)
Theorem one_sided :
  sumn N (fun i => ln (exp (beta * (x i ∙ y i)) / (partition (x i) / INR N))) <= INR N * (beta - ln (SphereMGF (INR h) beta)).
Proof.
  assert (HN : 0 < INR N) by (apply lt_0_INR; lia).
  assert (HM := SphereMGF_pos h beta h_pos).
  assert (Ht : forall i, (i < N)%nat -> 0 < exp (beta * (x i ∙ y i)) / (partition (x i) / INR N)).
  { intros i Hi. apply Rdiv_lt_0_compat; [apply exp_pos|]. apply Rdiv_lt_0_compat; [apply partition_pos|exact HN]. }
  eapply Rle_trans; [apply jensen, Ht|].
  apply Rmult_le_compat_l; [lra|].
  assert (E : sumn N (fun i => exp (beta * (x i ∙ y i)) / (partition (x i) / INR N)) / INR N
     = sumn N (fun i => exp (beta * (x i ∙ y i)) / partition (x i))).
  { unfold Rdiv at 1. rewrite <- sumn_scal_r. apply sumn_ext; intros i Hi. assert (HZ := partition_pos (x i)). field. split; lra. }
  rewrite E. replace (beta - ln (SphereMGF (INR h) beta)) with (ln (exp beta / SphereMGF (INR h) beta)).
  - assert (T := trace).
    assert (P : 0 < sumn N (fun i => exp (beta * (x i ∙ y i)) / partition (x i))).
    { apply sumn_pos; [lia|]. intros i Hi. apply Rdiv_lt_0_compat; [apply exp_pos|apply partition_pos]. }
    destruct T as [T|T]; [apply Rlt_le, ln_increasing; assumption|rewrite T; lra].
  - unfold Rdiv. rewrite ln_mult, ln_Rinv, ln_exp; [ring|exact HM|apply exp_pos|apply Rinv_0_lt_compat, HM].
Qed.
End Softmax.
