(** * Vectors of R^h as functions of the coordinate: sums, multiples, lengths, Cauchy-Schwarz *)
From Coq Require Import Reals Lra Lia Psatz.
From Modgap Require Import Base.Elementary Base.Sums.
Open Scope R_scope.

Definition vector := nat -> R.
Definition vadd (a b : vector) : vector := fun k => a k + b k.
Definition vscal (s : R) (a : vector) : vector := fun k => s * a k.
Definition vzero : vector := fun _ => 0.
Definition norm (h : nat) (a : vector) : R := sqrt (dot h a a).

Section Dimension.
Variable h : nat.

Lemma dot_vadd_l a b c : dot h (vadd a b) c = dot h a c + dot h b c.
Proof. unfold dot, vadd. rewrite <- sumn_plus. apply sumn_ext; intros; ring. Qed.
Lemma dot_vadd_r a b c : dot h c (vadd a b) = dot h c a + dot h c b.
Proof. rewrite !(dot_sym h c). apply dot_vadd_l. Qed.
Lemma dot_vscal_l s a c : dot h (vscal s a) c = s * dot h a c.
Proof. unfold dot, vscal. rewrite <- sumn_scal. apply sumn_ext; intros; ring. Qed.
Lemma dot_vscal_r s a c : dot h c (vscal s a) = s * dot h c a.
Proof. rewrite !(dot_sym h c). apply dot_vscal_l. Qed.
Lemma dot_vzero_l c : dot h vzero c = 0.
Proof. unfold dot, vzero. rewrite (sumn_ext h _ (fun _ => 0)) by (intros; ring). apply sumn_0. Qed.
Lemma dot_vzero_r c : dot h c vzero = 0.
Proof. rewrite dot_sym. apply dot_vzero_l. Qed.

Lemma cauchy_schwarz a b : dot h a b ^ 2 <= dot h a a * dot h b b.
Proof.
  assert (H : forall t, 0 <= dot h a a - 2 * t * dot h a b + t ^ 2 * dot h b b).
  { intros t. assert (P := dot_nonneg h (vadd a (vscal (- t) b))).
    rewrite !dot_vadd_l, !dot_vadd_r, !dot_vscal_l, !dot_vscal_r, (dot_sym h b a) in P. nra. }
  assert (B := dot_nonneg h b). destruct (Req_dec (dot h b b) 0) as [E|E].
  - rewrite E, Rmult_0_r. destruct (Req_dec (dot h a b) 0) as [F|F]; [rewrite F; simpl; lra|exfalso].
    specialize (H ((dot h a a + 1) / (2 * dot h a b))). rewrite E in H.
    replace (dot h a a - 2 * ((dot h a a + 1) / (2 * dot h a b)) * dot h a b + ((dot h a a + 1) / (2 * dot h a b)) ^ 2 * 0) with (-1) in H by (field; exact F). lra.
  - specialize (H (dot h a b / dot h b b)).
    assert (K : 0 <= (dot h a a - 2 * (dot h a b / dot h b b) * dot h a b + (dot h a b / dot h b b) ^ 2 * dot h b b) * dot h b b) by (apply Rmult_le_pos; assumption).
    replace ((dot h a a - 2 * (dot h a b / dot h b b) * dot h a b + (dot h a b / dot h b b) ^ 2 * dot h b b) * dot h b b)
      with (dot h a a * dot h b b - dot h a b ^ 2) in K by (field; exact E). lra.
Qed.

Lemma norm_nonneg a : 0 <= norm h a.
Proof. apply sqrt_pos. Qed.
Lemma norm_square a : norm h a ^ 2 = dot h a a.
Proof. apply sqrt_sq_eq, dot_nonneg. Qed.

Lemma dot_below_norm a b : dot h b b = 1 -> dot h a b <= norm h a.
Proof.
  intros Hb. assert (C := cauchy_schwarz a b). rewrite Hb, Rmult_1_r, <- norm_square in C. assert (N := norm_nonneg a). nra.
Qed.

Lemma cosine_range a b : dot h a a = 1 -> dot h b b = 1 -> -1 <= dot h a b <= 1.
Proof. intros Ha Hb. assert (C := cauchy_schwarz a b). rewrite Ha, Hb in C. split; nra. Qed.
End Dimension.

(** Inner products of combinations, multiplied out. *)
Ltac bilinear := repeat first
  [ rewrite dot_vadd_l | rewrite dot_vadd_r | rewrite dot_vscal_l | rewrite dot_vscal_r | rewrite dot_vzero_l | rewrite dot_vzero_r ].
