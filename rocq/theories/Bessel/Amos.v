(** * Bounds of Amos type on the ratio *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Bessel.Hypergeometric Bessel.Ratio Bessel.Barrier.
Open Scope R_scope.

(** Amos' lower bound: A_nu(z) > z/(nu + 1 + sqrt((nu + 1)^2 + z^2)) for nu > -1. *)
Definition amos (c z : R) : R := z / (c + sqrt (c ^ 2 + z ^ 2)).

Lemma amos_facts c z : c > 0 -> z > 0 ->
  let s := sqrt (c ^ 2 + z ^ 2) in
  s > c /\ s ^ 2 = c ^ 2 + z ^ 2 /\ is_derive (amos c) z (1 / s - amos c z / z) /\ 1 - amos c z ^ 2 - 2 * c / z * amos c z = 0.
Proof.
  intros Hc Hz s. assert (Hr : 0 < c ^ 2 + z ^ 2) by nra.
  assert (Hs : s * s = c ^ 2 + z ^ 2) by (apply sqrt_sqrt; lra).
  assert (Hs0 : 0 < s) by (apply sqrt_lt_R0, Hr).
  assert (Hsc : s > c) by nra.
  split; [exact Hsc|]. split; [nra|]. split.
  - unfold amos. fold s.
    replace (1 / s - z / (c + s) / z) with ((1 * (c + s) - z * (z / s)) / (c + s) ^ 2).
    + unfold s. auto_derive.
      * replace (c * (c * 1) + z * (z * 1)) with (c ^ 2 + z ^ 2) by ring. fold s. repeat split; lra.
      * replace (c * (c * 1) + z * (z * 1)) with (c ^ 2 + z ^ 2) by ring. fold s. field. split; lra.
    + assert (E : z * z = s * s - c * c) by nra.
      replace ((1 * (c + s) - z * (z / s)) / (c + s) ^ 2) with ((s * (c + s) - z * z) / (s * (c + s) ^ 2)) by (field; lra).
      rewrite E. field. lra.
  - unfold amos. fold s. assert (E : c ^ 2 = s * s - z ^ 2) by lra.
    replace (1 - (z / (c + s)) ^ 2 - 2 * c / z * (z / (c + s))) with ((s * s - (c ^ 2 + z ^ 2)) / (c + s) ^ 2) by (field; lra).
    rewrite Hs. field. lra.
Qed.

Theorem amos_lower nu z : nu > -1 -> z > 0 -> IvRatio nu z > amos (nu + 1) z.
Proof.
  intros Hnu Hz0.
  assert (G : forall t, t > 0 -> IvRatio nu t - amos (nu + 1) t > 0); [|specialize (G z Hz0); lra].
  apply (sign_from_zero (fun t => IvRatio nu t - amos (nu + 1) t) (fun t => IvRatio nu t + amos (nu + 1) t)
    (fun t => 2 * amos (nu + 1) t / t - 1 / sqrt ((nu + 1) ^ 2 + t ^ 2)) (2 * nu + 1) (/ (2 * nu + 2)) 1).
  - intros t Ht. destruct (amos_facts (nu + 1) t ltac:(lra) Ht) as (_ & _ & D & E).
    assert (R := riccati nu Hnu t Ht).
    assert (M := is_derive_minus (V := R_NormedModule) _ _ _ _ _ R D). unfold minus, plus, opp in M; simpl in M.
    eapply is_derive_ext; [|replace (- (IvRatio nu t + amos (nu + 1) t + (2 * nu + 1) / t) * (IvRatio nu t - amos (nu + 1) t) + (2 * amos (nu + 1) t / t - 1 / sqrt ((nu + 1) ^ 2 + t ^ 2))) with (1 - IvRatio nu t * (IvRatio nu t * 1) - (2 * nu + 1) / t * IvRatio nu t + - (1 / sqrt ((nu + 1) * ((nu + 1) * 1) + t * (t * 1)) - amos (nu + 1) t / t)); [exact M|]].
    + intros; reflexivity.
    + replace ((nu + 1) * ((nu + 1) * 1) + t * (t * 1)) with ((nu + 1) ^ 2 + t ^ 2) by ring.
      set (S := 1 / sqrt ((nu + 1) ^ 2 + t ^ 2)). set (A := IvRatio nu t). set (b := amos (nu + 1) t) in *.
      assert (E' : b ^ 2 = 1 - 2 * (nu + 1) / t * b) by lra.
      replace (- (A + b + (2 * nu + 1) / t) * (A - b) + (2 * b / t - S))
        with (b ^ 2 - A ^ 2 - (2 * nu + 1) / t * A + (2 * nu + 1) / t * b + 2 * b / t - S) by (field; lra).
      rewrite E'. field. lra.
  - intros t Ht. assert (P := ratio_positive nu Hnu t Ht).
    destruct (amos_facts (nu + 1) t ltac:(lra) Ht) as (Hs & _).
    assert (0 < amos (nu + 1) t) by (unfold amos; apply Rdiv_lt_0_compat; lra). lra.
  - intros t Ht. rewrite Rpower_1 by exact Ht. assert (P := ratio_positive nu Hnu t Ht).
    destruct (amos_facts (nu + 1) t ltac:(lra) Ht) as (Hs & _).
    assert (amos (nu + 1) t <= / (2 * nu + 2) * t); [|lra].
    unfold amos, Rdiv. rewrite Rmult_comm. apply Rmult_le_compat_r; [lra|]. apply Rinv_le_contravar; lra.
  - lra.
  - intros t Ht. destruct (amos_facts (nu + 1) t ltac:(lra) Ht) as (Hs & _).
    unfold amos. set (s := sqrt ((nu + 1) ^ 2 + t ^ 2)) in *.
    replace (2 * (t / (nu + 1 + s)) / t - 1 / s) with ((s - (nu + 1)) / (s * (nu + 1 + s))) by (field; lra).
    apply Rdiv_lt_0_compat; [lra|nra].
Qed.

