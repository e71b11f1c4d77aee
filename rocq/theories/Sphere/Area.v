(** * The area of the sphere is 2 pi^(d/2)/Gamma(d/2)

    Each factor of [area] is an integral of a power of the sine: sqrt pi Gamma((k + 1)/2)/Gamma((k + 2)/2). *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Bessel.Gamma Bessel.Wallis Sphere.Moments Sphere.Exponential.
Open Scope R_scope.

Lemma Gamma_1 : Gamma 1 = 1.
Proof. unfold Gamma. rewrite rGamma_1. apply Rinv_1. Qed.

Lemma J_0_0 : J 0 0 = PI.
Proof.
  unfold J. rewrite (RInt_ext _ (fun _ => 1)) by (intros; simpl; ring). rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma J_0_1 : J 0 1 = 2.
Proof.
  apply is_RInt_unique, (is_RInt_ext sin); [intros; simpl; ring|]. replace 2 with (minus (- cos PI) (- cos 0)) by (rewrite cos_PI, cos_0; unfold minus, plus, opp; simpl; ring).
  apply (is_RInt_derive (fun t => - cos t) sin).
  - intros t _. auto_derive; [exact I|ring].
  - intros t _. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. exact I.
Qed.

Theorem J_Gamma k : J 0 k * Gamma ((INR k + 2) / 2) = sqrt PI * Gamma ((INR k + 1) / 2).
Proof.
  assert (S : J 0 k * Gamma ((INR k + 2) / 2) = sqrt PI * Gamma ((INR k + 1) / 2) /\ J 0 (S k) * Gamma ((INR (S k) + 2) / 2) = sqrt PI * Gamma ((INR (S k) + 1) / 2)); [|apply S].
  induction k as [|k [IH0 IH1]].
  - rewrite J_0_0, J_0_1. simpl INR. replace ((0 + 2) / 2) with 1 by field. replace ((0 + 1) / 2) with (1 / 2) by field.
    replace ((1 + 2) / 2) with (1 / 2 + 1) by field. replace ((1 + 1) / 2) with 1 by field. rewrite Gamma_step, Gamma_1, Gamma_half by lra.
    split; [|field]. rewrite sqrt_sqrt by (apply Rlt_le, PI_RGT_0). ring.
  - split; [exact IH1|]. assert (R := J_raise k). assert (K := pos_INR k). rewrite !S_INR in *.
    replace ((INR k + 1 + 1 + 2) / 2) with ((INR k + 2) / 2 + 1) by field. replace ((INR k + 1 + 1 + 1) / 2) with ((INR k + 1) / 2 + 1) by field.
    rewrite !Gamma_step by lra. apply (Rmult_eq_reg_l 2); [|lra].
    transitivity ((INR k + 1 + 1) * J 0 (S (S k)) * Gamma ((INR k + 2) / 2)); [field|]. rewrite R.
    transitivity ((INR k + 1) * (J 0 k * Gamma ((INR k + 2) / 2))); [ring|]. rewrite IH0. field.
Qed.

Theorem area_value d : (1 <= d)%nat -> area d = 2 * Rpower PI (INR d / 2) / Gamma (INR d / 2).
Proof.
  intros H. assert (P := PI_RGT_0). destruct d as [|d]; [lia|]. clear H. induction d as [|k IH].
  - simpl. rewrite Gamma_half, <- Rpower_sqrt by exact P. replace (/ 2) with (1 / 2) by field. assert (Q := Rpower_pos PI (1 / 2)). field. lra.
  - change (area (S (S k))) with (area (S k) * J 0 k). rewrite IH. assert (G := J_Gamma k). assert (K := pos_INR k). rewrite !S_INR.
    replace ((INR k + 1 + 1) / 2) with ((INR k + 1) / 2 + / 2) by field. rewrite Rpower_plus, Rpower_sqrt by exact P.
    replace ((INR k + 1) / 2 + / 2) with ((INR k + 2) / 2) by field.
    assert (G1 := Gamma_pos ((INR k + 1) / 2) ltac:(lra)). assert (G2 := Gamma_pos ((INR k + 2) / 2) ltac:(lra)).
    replace (J 0 k) with (sqrt PI * Gamma ((INR k + 1) / 2) / Gamma ((INR k + 2) / 2)) by (rewrite <- G; field; lra). field. lra.
Qed.
