(** * Alignment in two hyperplanes: the ledger's statements of linear algebra *)
From Coq Require Import Reals Lra Lia Psatz.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Ledger.Language Ledger.Statements.
Open Scope R_scope.

(** ** Tactics *)
(** Inner products of combinations become polynomials in those of the vectors, of which the known ones get their value. *)
Ltac inner := bilinear; repeat match goal with
  | H : dot ?h ?a ?b = ?c |- context [dot ?h ?a ?b] => rewrite H
  | H : dot ?h ?a ?b = ?c |- context [dot ?h ?b ?a] => rewrite (dot_sym h b a), H
  end; repeat match goal with |- context [dot ?h ?a ?b] =>
    tryif constr_eq a b then fail else match goal with |- context [dot h b a] => rewrite (dot_sym h b a) end end.
(** The squares of the roots of 1 - a^2 in the goal. *)
Ltac roots := repeat match goal with |- context [sqrt (1 + -1 * ?a ^ 2)] =>
  lazymatch goal with H : sqrt (1 + -1 * a ^ 2) ^ 2 = _ |- _ => fail
  | _ => assert (sqrt (1 + -1 * a ^ 2) ^ 2 = 1 + -1 * a ^ 2) by (apply sqrt_sq_eq; nra) end end.
Ltac squares := first [ring
  | match goal with H : _ ^ 2 = _ |- _ => ring [H] end
  | match goal with H : _ ^ 2 = _, K : _ ^ 2 = _ |- _ => ring [H K] end
  | match goal with H : sqrt _ ^ 2 = _, K : sqrt _ ^ 2 = _, L : sqrt _ ^ 2 = _ |- _ => ring [H K L] end].
Ltac equal := roots; inner; squares.
Ltac statement := intros; repeat match goal with |- _ /\ _ => split end; try solve [nra | apply dot_nonneg].
(** The squared length of a vector whose root the goal takes. *)
Ltac length e := match goal with |- context [sqrt (dot ?h ?u ?u)] => replace (dot h u u) with e by (equal) end.

Lemma difference h p q : dot h p p = 1 -> dot h q q = 1 -> dot h (vadd p (vscal (-1) q)) (vadd p (vscal (-1) q)) > 0 -> dot h p q < 1.
Proof. intros Hp Hq. inner. lra. Qed.

Lemma projection_bound h n x y : dot h n n = 1 -> dot h y y = 1 -> dot h y n = 0 ->
  dot h x y <= sqrt (dot h (vadd x (vscal (-1 * dot h n x) n)) (vadd x (vscal (-1 * dot h n x) n))).
Proof.
  intros Hn Hy Hyn. assert (B := dot_below_norm h (vadd x (vscal (-1 * dot h n x) n)) y Hy). unfold norm in B.
  replace (dot h (vadd x (vscal (-1 * dot h n x) n)) y) with (dot h x y) in B by equal. exact B.
Qed.

Lemma index N m : IZR m >= 1 -> IZR m <= INR N -> (1 <= Z.to_nat m <= N)%nat.
Proof. intros A B. apply Rge_le, le_IZR in A. rewrite INR_IZR_INZ in B. apply le_IZR in B. lia. Qed.

Lemma sign_cases t : t ^ 2 = 1 -> t = 1 \/ t = -1.
Proof. intros H. assert (K : (t - 1) * (t + 1) = 0) by lra. apply Rmult_integral in K. destruct K; [left|right]; lra. Qed.

(** ** Coordinates *)
Theorem thm_1_gap_vector_holds : thm_1_gap_vector.
Proof. unfold thm_1_gap_vector; statement. equal. Qed.

Theorem thm_3_every_gap_holds : thm_3_every_gap.
Proof.
  unfold thm_3_every_gap; intros h rho s f Hh Hr F Hh3 Hr1 Hs1 Hs2. assert (H3 : (3 <= h)%nat) by (apply INR_le; simpl; lra).
  assert (F1 := F 1%nat 1%nat ltac:(lia) ltac:(lia)). assert (F2 := F (h - 1)%nat (h - 1)%nat ltac:(lia) ltac:(lia)).
  assert (F3 := F 1%nat (h - 1)%nat ltac:(lia) ltac:(lia)). rewrite Nat.eqb_refl in F1, F2.
  replace (Nat.eqb 1 (h - 1)) with false in F3 by (symmetry; apply Nat.eqb_neq; lia). statement.
  - length 1. apply sqrt_1.
  - equal.
Qed.

Theorem def_alignment_holds : def_alignment.
Proof.
  unfold def_alignment; intros h N i j x y Hh HN Hx Hy Hi1 Hi2 Hj1 Hj2.
  assert (Xi := Hx _ (index N i Hi1 Hi2)). assert (Xj := Hx _ (index N j Hj1 Hj2)). assert (Yi := Hy _ (index N i Hi1 Hi2)). assert (Yj := Hy _ (index N j Hj1 Hj2)).
  split; [assert (C := cosine_range h _ _ Xi Xj); lra|equal].
Qed.

Theorem subspace_coordinates_holds : subspace_coordinates.
Proof. unfold subspace_coordinates; statement; equal. Qed.

(** ** Corollary 2 *)
Theorem cor_2_projection_holds : cor_2_projection.
Proof. unfold cor_2_projection; statement; equal. Qed.

(** The nearest point is nearer than the partner. *)
Lemma longer b rho : 0 <= rho -> rho < 1 -> -1 < b < 1 -> b ^ 2 > 0 -> 1 - b ^ 2 * (1 - rho) < sqrt (1 - b ^ 2 * (1 - rho ^ 2)).
Proof.
  intros Hr H1 Hb H0. assert (L : sqrt (1 - b ^ 2 * (1 - rho ^ 2)) ^ 2 = 1 - b ^ 2 * (1 - rho ^ 2)) by (apply sqrt_sq_eq; nra).
  assert (P := sqrt_pos (1 - b ^ 2 * (1 - rho ^ 2))). set (l := sqrt (1 - b ^ 2 * (1 - rho ^ 2))) in *. clearbody l.
  assert (T : 0 < b ^ 2 < 1) by nra. generalize dependent (b ^ 2). intros t _ L T.
  assert (0 < (1 - rho) * (1 - rho)) by nra. assert (0 < t * ((1 - rho) * (1 - rho) * (1 - t))) by (repeat apply Rmult_lt_0_compat; lra).
  assert ((1 - t * (1 - rho)) ^ 2 < l ^ 2) by (rewrite L; nra). assert (0 <= 1 - t * (1 - rho)) by nra. nra.
Qed.

Theorem cor_2_holds : cor_2.
Proof.
  unfold cor_2; statement.
  - length (1 - b ^ 2 * (1 - rho ^ 2)). apply Rgt_not_eq, sqrt_lt_R0. nra.
  - length (1 - b ^ 2 * (1 - rho ^ 2)). set (l := sqrt (1 - b ^ 2 * (1 - rho ^ 2))).
    assert (L : l ^ 2 = 1 - b ^ 2 * (1 - rho ^ 2)) by (apply sqrt_sq_eq; nra).
    assert (P : 0 < l) by (apply sqrt_lt_R0; nra). rewrite dot_vscal_l.
    match goal with |- _ * ?d > ?e => replace d with (l ^ 2) by (rewrite L; equal); replace e with (1 - b ^ 2 * (1 - rho)) by equal end.
    replace (/ l * l ^ 2) with l by (field; lra). apply Rlt_gt, longer; lra.
Qed.

Theorem cor_2_nearest_holds : cor_2_nearest.
Proof.
  unfold cor_2_nearest; statement.
  - length (1 - b ^ 2 * (1 - rho ^ 2)). apply Rgt_not_eq, sqrt_lt_R0. nra.
  - match goal with |- dot h ?x ?y <= dot h (vscal (/ sqrt (dot h ?v ?v)) ?v) ?x => set (V := v); set (Y := y); set (X := x) end.
    assert (YY : dot h Y Y = 1) by (unfold Y; equal). assert (V2 : dot h V V = 1 - b ^ 2 * (1 - rho ^ 2)) by (unfold V, X; equal).
    assert (VX : dot h V X = dot h V V) by (rewrite V2; unfold V, X; equal). assert (XY : dot h X Y = dot h V Y) by (unfold V, X, Y; equal).
    rewrite dot_vscal_l, VX, XY. assert (B := dot_below_norm h V Y YY). unfold norm in B.
    assert (L : sqrt (dot h V V) ^ 2 = dot h V V) by (apply sqrt_sq_eq, dot_nonneg).
    assert (P : 0 < sqrt (dot h V V)) by (apply sqrt_lt_R0; rewrite V2; nra). rewrite <- L at 2.
    replace (/ sqrt (dot h V V) * sqrt (dot h V V) ^ 2) with (sqrt (dot h V V)) by (field; lra). exact B.
Qed.

Theorem cor_2_in_c_holds : cor_2_in_c.
Proof.
  unfold cor_2_in_c; statement. roots. assert (C := cosine_range h p q ltac:(assumption) ltac:(assumption)).
  assert (S := sqrt_pos (1 + -1 * c ^ 2)). inner. nra.
Qed.

Theorem cor_2_poles_holds : cor_2_poles.
Proof.
  unfold cor_2_poles; statement. roots. inner. match goal with H : IZR k ^ 2 = 1 |- _ => destruct (sign_cases _ H) as [S|S]; rewrite S; nra end.
Qed.

Theorem paper_cor_2_symmetric_holds : paper_cor_2_symmetric.
Proof. unfold paper_cor_2_symmetric; statement. equal. Qed.

Theorem cor_2_right_angle_holds : cor_2_right_angle.
Proof.
  unfold cor_2_right_angle; statement. inner. match goal with H : IZR k ^ 2 = 1 |- _ => destruct (sign_cases _ H) as [S|S]; rewrite S; lra end.
Qed.

Theorem paper_cor_2_cap_holds : paper_cor_2_cap.
Proof.
  unfold paper_cor_2_cap; statement.
  - length (1 - b ^ 2 * (1 - rho ^ 2)). apply Rgt_not_eq, sqrt_lt_R0. nra.
  - length (1 - b ^ 2 * (1 - rho ^ 2)). match goal with |- ?e < _ => replace e with (1 - b ^ 2 * (1 - rho)) by equal end. apply longer; lra.
  - match goal with |- _ = dot _ _ (vscal (/ sqrt (dot ?h ?v ?v)) _) * _ => assert (V2 : dot h v v = 1 - b ^ 2 * (1 - rho ^ 2)) by equal; rewrite V2 end.
    rewrite dot_vscal_r. assert (P : 0 < sqrt (1 - b ^ 2 * (1 - rho ^ 2))) by (apply sqrt_lt_R0; nra). field. lra.
Qed.

Theorem paper_thm_4_a8_isometry_holds : paper_thm_4_a8_isometry.
Proof.
  unfold paper_thm_4_a8_isometry; intros h N rho i j eA nA x Hh HN Hr HE HA HAE Hx HxA H3 H1 Hi1 Hi2 Hj1 Hj2.
  assert (Xi := HxA _ (index N i Hi1 Hi2)). assert (Xj := HxA _ (index N j Hj1 Hj2)). assert (Ui := Hx _ (index N i Hi1 Hi2)). assert (Uj := Hx _ (index N j Hj1 Hj2)).
  set (u := x (Z.to_nat i)) in *. set (v := x (Z.to_nat j)) in *. clearbody u v. clear Hx HxA. statement; [equal|equal|].
  match goal with |- dot ?h ?w ?w = 0 => assert (W : forall z, dot h w z = 0) by (intros z; inner; ring); apply W end.
Qed.

(** ** Corollaries 3 and 4 *)
Theorem cor_3_holds : cor_3.
Proof. unfold cor_3; statement; equal. Qed.

Theorem cor_4_holds : cor_4.
Proof.
  unfold cor_4; intros h rho a b e_A n_A p q Hh Hr HE HN HNE Hp HpE HpN Hq HqE HqN H3 H1 Ha1 Ha2 Hb1 Hb2.
  assert (SA : 0 < sqrt (1 + -1 * a ^ 2)) by (apply sqrt_lt_R0; nra). assert (SB : 0 < sqrt (1 + -1 * b ^ 2)) by (apply sqrt_lt_R0; nra).
  set (r := sqrt (1 + -1 * rho ^ 2)). set (s := sqrt (1 + -1 * a ^ 2)) in *. set (t := sqrt (1 + -1 * b ^ 2)) in *.
  set (u := vadd (vadd (vscal (-1 * dot h e_A (vadd (vscal a e_A) (vscal s p))) e_A) (vscal (-1 * dot h n_A (vadd (vscal a e_A) (vscal s p))) n_A)) (vadd (vscal a e_A) (vscal s p))).
  assert (U : forall z, dot h u z = s * dot h p z) by (intros z; unfold u; inner; ring).
  assert (V : forall c z, dot h p e_A = 0 -> dot h c e_A = 0 -> dot h c n_A = 0 ->
    dot h (vadd (vadd (vscal (-1 * dot h e_A (vadd (vscal t c) (vscal b (vadd (vscal rho e_A) (vscal r n_A))))) e_A)
      (vscal (-1 * dot h n_A (vadd (vscal t c) (vscal b (vadd (vscal rho e_A) (vscal r n_A))))) n_A)) (vadd (vscal t c) (vscal b (vadd (vscal rho e_A) (vscal r n_A))))) z
    = t * dot h c z) by (intros c z _ HcE HcN; inner; ring).
  assert (Vp := fun z => V p z HpE HpE HpN). assert (Vq := fun z => V q z HpE HqE HqN).
  match type of Vp with forall z, dot h ?y z = _ => set (v := y) in * end. match type of Vq with forall z, dot h ?y z = _ => set (w := y) in * end.
  clearbody u v w. assert (UU : sqrt (dot h u u) = s). { rewrite U, (dot_sym h p u), U, Hp, Rmult_1_r. apply sqrt_square. lra. }
  assert (VV : sqrt (dot h v v) = t). { rewrite Vp, (dot_sym h p v), Vp, Hp, Rmult_1_r. apply sqrt_square. lra. }
  assert (WW : sqrt (dot h w w) = t). { rewrite Vq, (dot_sym h q w), Vq, Hq, Rmult_1_r. apply sqrt_square. lra. }
  rewrite UU, VV, WW. statement; try lra; rewrite dot_vscal_l, dot_vscal_r, U;
    first [rewrite (dot_sym h p w), Vq, (dot_sym h q p); field; lra | rewrite (dot_sym h p v), Vp, Hp; field; lra].
Qed.

Theorem paper_cor_3_distinct_holds : paper_cor_3_distinct.
Proof. unfold paper_cor_3_distinct; statement. assert (D := difference h p q ltac:(assumption) ltac:(assumption) ltac:(assumption)). lra. Qed.

Theorem paper_cor_4_distinct_holds : paper_cor_4_distinct.
Proof. unfold paper_cor_4_distinct; statement. assert (D := difference h p q ltac:(assumption) ltac:(assumption) ltac:(assumption)). lra. Qed.

Theorem paper_cor_4_three_holds : paper_cor_4_three.
Proof.
  unfold paper_cor_4_three; statement. inner. generalize dependent (IZR k_1). generalize dependent (IZR k_2). generalize dependent (IZR k_3).
  intros c Hc b Hb a Ha. destruct (sign_cases a Ha), (sign_cases b Hb), (sign_cases c Hc); subst; ring.
Qed.

(** ** Lemmas 12 and 13 of the print *)
Theorem paper_lem_12_holds : paper_lem_12.
Proof.
  unfold paper_lem_12; intros h n_A n_B x y Hh HA HB Hx HxA Hy HyB Hh3 H0 H1.
  assert (B := projection_bound h n_B x y HB Hy HyB). assert (C := projection_bound h n_B x (vscal (-1) y) HB ltac:(equal) ltac:(equal)).
  rewrite dot_vscal_r in C. set (P := vadd x (vscal (-1 * dot h n_B x) n_B)) in *.
  assert (L : sqrt (dot h P P) ^ 2 = dot h P P) by (apply sqrt_sq_eq, dot_nonneg). set (l := sqrt (dot h P P)) in *.
  assert (Py : dot h P y = dot h x y) by (unfold P; equal). statement; try lra.
  - inner. rewrite <- L. ring.
  - inner. rewrite <- L. ring.
Qed.

Theorem paper_eq_240_holds : paper_eq_240.
Proof.
  unfold paper_eq_240; intros h n_A n_B x Hh HA HB Hx HxA Hh3 H0 H1.
  assert (E : dot h (vadd x (vscal (-1 * dot h n_B x) n_B)) (vadd x (vscal (-1 * dot h n_B x) n_B)) = 1 - dot h n_B x ^ 2) by equal.
  rewrite E. set (v := vadd n_B (vadd (vscal (- dot h n_B x) x) (vscal (- dot h n_A n_B) n_A))).
  assert (V : dot h v v = 1 - dot h n_B x ^ 2 - dot h n_A n_B ^ 2) by (unfold v; equal). assert (N := dot_nonneg h v). statement.
Qed.

Theorem paper_lem_13_holds : paper_lem_13.
Proof. unfold paper_lem_13; statement; equal. Qed.
