(** * Two inequalities for the loss over hyperplanes, and the overlap inequality for a law of points

    Vectors depend continuously on a point of a compact set with a mean: the queries and keys of a pair, and the points of
    a second law. *)
From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Base.Factorials Base.Welch.
From Modgap Require Import Bessel.Hypergeometric InfoNCE.Energy.
From Modgap Require Import Coupling.Definition Coupling.Compact Coupling.Mean Coupling.Trace.
Open Scope R_scope.

(** ** The inner product of R^h, less 1 - rho times that of the components along e *)
Section Hot.
Variables (h : nat) (rho : R) (e : vector).
Hypothesis rho_nonneg : 0 <= rho.
Hypothesis rho_below : rho <= 1.
Hypothesis e_unit : dot h e e = 1.

Definition bent (a b : vector) : R := -1 * (1 + -1 * rho) * dot h e a * dot h e b + dot h a b.

Lemma bent_nonneg a : rho * dot h e a ^ 2 <= bent a a.
Proof. assert (C := cauchy_schwarz h e a). rewrite e_unit in C. unfold bent. nra. Qed.

Lemma bent_sym a b : bent a b = bent b a.
Proof. unfold bent. rewrite (dot_sym h a b). ring. Qed.

Variables (X : space) (E : (point X -> R) -> R) (x y : point X -> vector).
Hypothesis HE : mean X E.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.
Hypothesis queries : forall z, inside X z -> dot h (x z) (x z) = 1.
Hypothesis keys : forall z, inside X z -> dot h (y z) (y z) = 1.

Let A z := 2 - (1 - rho) * (dot h e (x z) ^ 2 + dot h e (y z) ^ 2) - 2 * bent (x z) (y z).
Let T z u := -1 * (1 + -1 * rho) * dot h e (x z) * dot h e (x u) + -1 * (1 + -1 * rho) * dot h e (y z) * dot h e (y u) + dot h (x z) (x u) + dot h (y z) (y u).

(** The variance of x - y is not negative. *)
Lemma variance : E (fun z => E (T z)) <= E A + 2 * E (fun z => E (fun u => bent (x z) (y u))).
Proof.
  set (F := fun z u => bent (x z) (y u)).
  assert (FC : cont (product X X) (fun p => F (fst p) (snd p))) by (unfold F, bent; cts).
  assert (FC' := cont_swap X X F FC).
  assert (TC : cont (product X X) (fun p => T (fst p) (snd p))) by (unfold T; cts).
  assert (AC : cont X A) by (unfold A, bent; cts).
  assert (Sub : forall z u, inside X z -> inside X u -> 0 <= A z + A u - 2 * (T z u - F z u - F u z)).
  { intros z u Hz Hu. set (v := vadd (vadd (x z) (vscal (-1) (y z))) (vscal (-1) (vadd (x u) (vscal (-1) (y u))))).
    assert (N := bent_nonneg v). assert (0 <= rho * dot h e v ^ 2) by (apply Rmult_le_pos; [exact rho_nonneg|apply pow2_ge_0]).
    replace (A z + A u - 2 * (T z u - F z u - F u z)) with (bent v v); [lra|]. unfold A, T, F, bent, v. bilinear.
    rewrite (dot_sym h (y z) (x z)), (dot_sym h (y u) (x u)), (dot_sym h (y u) (y z)), (dot_sym h (x u) (x z)), (dot_sym h (y u) (x z)), (dot_sym h (y z) (x u)).
    rewrite (queries z Hz), (queries u Hu), (keys z Hz), (keys u Hu). ring. }
  assert (In : forall z, inside X z -> 0 <= A z + E A - 2 * (E (T z) - E (F z) - E (fun u => F u z))).
  { intros z Hz. assert (C1 := cont_in_second X X T TC z Hz). assert (C2 := cont_in_second X X F FC z Hz). assert (C3 := cont_in_second X X (fun z u => F u z) FC' z Hz). cbv beta in C3.
    assert (P := positive X E HE (fun u => A z + A u - 2 * (T z u - F z u - F u z)) ltac:(cts) (fun u Hu => Sub z u Hz Hu)).
    rewrite (mean_minus X E HE), (mean_plus X E HE), (mean_const X E HE), (mean_scal X E HE), !(mean_minus X E HE) in P by cts. exact P. }
  assert (C1 := cont_mean X X E HE T TC). assert (C2 := cont_mean X X E HE F FC). assert (C3 := cont_mean X X E HE (fun z u => F u z) FC').
  assert (P := positive X E HE (fun z => A z + E A - 2 * (E (T z) - E (F z) - E (fun u => F u z))) ltac:(cts) In).
  rewrite (mean_minus X E HE), (mean_plus X E HE), (mean_const X E HE), (mean_scal X E HE), !(mean_minus X E HE) in P by cts.
  assert (S := fubini X X E E F HE HE FC). fold F. change (fun z => E (fun u => F z u)) with (fun z => E (F z)) in S. change (E (fun z => E (T z)) <= E A + 2 * E (fun z => E (F z))). lra.
Qed.

Theorem hot_mean beta : 0 < beta ->
  -2 * beta * E (fun z => bent (x z) (y z)) + E (fun z => ln (E (fun u => exp (beta * bent (x z) (y u))))) + E (fun z => ln (E (fun u => exp (beta * bent (x u) (y z)))))
  >= -2 * beta + beta * ((1 + -1 * rho) * E (fun z => dot h e (x z) ^ 2 + dot h e (y z) ^ 2) + E (fun z => E (T z))).
Proof.
  intros Hb. set (F := fun z u => bent (x z) (y u)).
  assert (FC : cont (product X X) (fun p => F (fst p) (snd p))) by (unfold F, bent; cts).
  assert (FC' := cont_swap X X F FC).
  assert (J : forall G : point X -> point X -> R, cont (product X X) (fun p => G (fst p) (snd p)) ->
    beta * E (fun z => E (G z)) <= E (fun z => ln (E (fun u => exp (beta * G z u))))).
  { intros G GC. assert (C := cont_mean X X E HE G GC).
    assert (EC : cont (product X X) (fun p => exp (beta * G (fst p) (snd p)))) by cts.
    assert (L : forall z, inside X z -> cont X (fun u => exp (beta * G z u))) by (intros z Hz; exact (cont_in_second X X (fun z u => exp (beta * G z u)) EC z Hz)).
    rewrite <- (mean_scal X E HE) by exact C. apply (mean_le X E HE); [cts| |].
    - apply cont_ln; [exact (cont_mean X X E HE (fun z u => exp (beta * G z u)) EC)|]. intros z Hz. apply (mean_pos X E HE); [apply L, Hz|intros; apply exp_pos].
    - intros z Hz. assert (K := jensen_ln X E HE (fun u => exp (beta * G z u)) (L z Hz) ltac:(intros; apply exp_pos)).
      assert (Gz := cont_in_second X X G GC z Hz). rewrite (mean_ext X E HE _ (fun u => beta * G z u)), (mean_scal X E HE) in K;
        [exact K|exact Gz|apply cont_ln; [apply L, Hz|intros; apply exp_pos]|intros; apply ln_exp]. }
  assert (J1 := J F FC). assert (J2 := J (fun z u => F u z) FC'). cbv beta in J2.
  assert (S := fubini X X E E F HE HE FC). change (fun z => E (fun u => F z u)) with (fun z => E (F z)) in S.
  assert (V := variance). fold F in V. change (fun z => E (fun u => bent (x z) (y u))) with (fun z => E (F z)) in V.
  unfold A in V. assert (BC : cont X (fun z => bent (x z) (y z))) by (unfold bent; cts).
  rewrite (mean_minus X E HE), (mean_minus X E HE), (mean_const X E HE), !(mean_scal X E HE) in V by cts.
  change (fun z => ln (E (fun u => exp (beta * bent (x z) (y u))))) with (fun z => ln (E (fun u => exp (beta * F z u)))).
  change (fun z => ln (E (fun u => exp (beta * bent (x u) (y z))))) with (fun z => ln (E (fun u => exp (beta * F u z)))).
  set (U := E (fun z => dot h e (x z) ^ 2 + dot h e (y z) ^ 2)) in *. set (D := E (fun z => bent (x z) (y z))) in *. set (TT := E (fun z => E (T z))) in *.
  set (FF := E (fun z => E (F z))) in *. rewrite <- S in J2. fold FF in J2. nra.
Qed.

Theorem coupled_mean m : E (fun z => bent (x z) (y z)) <= 1 / 2 * E (fun z => -1 * dot h e (x z) ^ 2 * (1 + -1 * rho) + dot h (x z) (x z))
  + 1 / 2 * E (fun z => -1 * dot h e (y z) ^ 2 * (1 + -1 * rho) + dot h (y z) (y z)) + 1 / 2 * rho * m ^ 2
  + -1 * m * rho * E (fun z => dot h e (vadd (x z) (vscal (-1) (y z)))).
Proof.
  rewrite <- !(mean_scal X E HE) by cts. set (c := 1 / 2 * rho * m ^ 2). rewrite <- (mean_const X E HE c) at 1.
  rewrite <- !(mean_plus X E HE) by cts. apply (mean_le X E HE); [unfold bent; cts|cts|].
  intros z Hz. assert (N := bent_nonneg (vadd (x z) (vscal (-1) (y z)))). unfold c, bent in *. revert N. bilinear.
  rewrite (dot_sym h (y z) (x z)). intros N. assert (0 <= rho * (dot h e (x z) + -1 * dot h e (y z) - m) ^ 2) by (apply Rmult_le_pos; [exact rho_nonneg|apply pow2_ge_0]). nra.
Qed.
End Hot.

(** ** The kernel e^{beta a.b} is positive definite *)
Lemma sumn_split n m f : sumn (n + m) f = sumn n f + sumn m (fun j => f (n + j)%nat).
Proof. induction m as [|m IH]; [rewrite Nat.add_0_r; simpl; ring|]. rewrite Nat.add_succ_r. simpl. rewrite IH. ring. Qed.

Lemma kernel_form N h beta q (m : nat -> vector) : 0 <= beta -> 0 <= form N q (fun i j => exp (beta * dot h (m i) (m j))).
Proof.
  intros Hb. assert (S := series_exp_form N q (fun i j => dot h (m i) (m j)) beta).
  assert (P := partial_le_series _ _ 0%nat S ltac:(intros k; apply Rmult_le_pos; [apply pow_le, Hb|apply gram_nonneg])).
  rewrite sum_O in P. assert (0 <= beta ^ 0 * form N q (fun i j => dpow 0 (dot h (m i) (m j)))) by (apply Rmult_le_pos; [apply pow_le, Hb|apply gram_nonneg]). lra.
Qed.

Lemma kernel_two n m h beta q r (a b : nat -> vector) : 0 <= beta ->
  0 <= sumn n (fun i => sumn n (fun j => q i * q j * exp (beta * dot h (a i) (a j))))
    + 2 * sumn n (fun i => sumn m (fun j => q i * r j * exp (beta * dot h (a i) (b j))))
    + sumn m (fun i => sumn m (fun j => r i * r j * exp (beta * dot h (b i) (b j)))).
Proof.
  intros Hb. set (both := fun (T : Type) (u v : nat -> T) i => if Nat.ltb i n then u i else v (i - n)%nat).
  assert (Lo : forall T u v i, (i < n)%nat -> both T u v i = u i) by (intros; unfold both; destruct (Nat.ltb_spec i n); [reflexivity|lia]).
  assert (Hi : forall T u v j, both T u v (n + j)%nat = v j).
  { intros. unfold both. destruct (Nat.ltb_spec (n + j) n); [lia|]. f_equal. lia. }
  assert (K := kernel_form (n + m) h beta (both R q r) (both vector a b) Hb). unfold form in K.
  set (k := fun i j => both R q r i * both R q r j * exp (beta * dot h (both vector a b i) (both vector a b j))).
  change (0 <= sumn (n + m) (fun i => sumn (n + m) (k i))) in K. rewrite sumn_split in K.
  rewrite (sumn_ext n _ (fun i => sumn n (fun j => q i * q j * exp (beta * dot h (a i) (a j))) + sumn m (fun j => q i * r j * exp (beta * dot h (a i) (b j))))) in K.
  2: { intros i Hin. rewrite sumn_split. f_equal; apply sumn_ext; intros j Hj; unfold k; rewrite ?Hi, ?Lo by assumption; reflexivity. }
  rewrite (sumn_ext m _ (fun i => sumn n (fun j => q j * r i * exp (beta * dot h (a j) (b i))) + sumn m (fun j => r i * r j * exp (beta * dot h (b i) (b j))))) in K.
  2: { intros i Him. rewrite sumn_split. f_equal; apply sumn_ext; intros j Hj; unfold k; rewrite ?Hi, ?Lo by assumption; [rewrite (dot_sym h (b i) (a j)); ring|reflexivity]. }
  rewrite !sumn_plus in K. rewrite (sumn_swap m n) in K. lra.
Qed.

Theorem kernel_means X Y E F h beta (c : point X -> R) (d : point Y -> R) (a : point X -> vector) (b : point Y -> vector) :
  mean X E -> mean Y F -> 0 <= beta -> cont X c -> cont Y d -> vcont X h a -> vcont Y h b ->
  0 <= E (fun z => E (fun u => c z * c u * exp (beta * dot h (a z) (a u))))
    + 2 * E (fun z => F (fun u => c z * d u * exp (beta * dot h (a z) (b u))))
    + F (fun z => F (fun u => d z * d u * exp (beta * dot h (b z) (b u)))).
Proof.
  intros HE HF Hb C D A B.
  set (f := fun z u => c z * c u * exp (beta * dot h (a z) (a u))). set (g := fun z u => c z * d u * exp (beta * dot h (a z) (b u))).
  set (k := fun z u => d z * d u * exp (beta * dot h (b z) (b u))).
  assert (FC : cont (product X X) (fun p => f (fst p) (snd p))) by (unfold f; cts).
  assert (GC : cont (product X Y) (fun p => g (fst p) (snd p))) by (unfold g; cts).
  assert (KC : cont (product Y Y) (fun p => k (fst p) (snd p))) by (unfold k; cts).
  change (0 <= E (fun z => E (f z)) + 2 * E (fun z => F (g z)) + F (fun z => F (k z))). set (t := _ + _).
  assert (Near : forall eta, 0 < eta -> 0 <= t + 8 * eta).
  { intros eta He. destruct (modulus X X f FC eta He) as (d1 & Hd1 & F1 & F2). destruct (modulus X Y g GC eta He) as (d2 & Hd2 & G1 & G2).
    destruct (modulus Y Y k KC eta He) as (d3 & Hd3 & K1 & K2).
    set (delta := Rmin d1 (Rmin d2 d3)). assert (Hd : 0 < delta) by (unfold delta; repeat apply Rmin_glb_lt; assumption).
    assert (L1 : delta <= d1) by apply Rmin_l. assert (L2 : delta <= d2) by (unfold delta; eapply Rle_trans; [apply Rmin_r|apply Rmin_l]).
    assert (L3 : delta <= d3) by (unfold delta; eapply Rle_trans; [apply Rmin_r|apply Rmin_r]).
    destruct (approximation X E HE delta Hd) as (n & p & w & P). destruct (approximation Y F HF delta Hd) as (m & q & v & Q).
    assert (S1 := approximation_twice X X E E HE HE f FC eta delta n p w n p w
      ltac:(intros; apply F1; try assumption; eapply Rlt_le_trans; eassumption) ltac:(intros; apply F2; try assumption; eapply Rlt_le_trans; eassumption) P P).
    assert (S2 := approximation_twice X Y E F HE HF g GC eta delta n p w m q v
      ltac:(intros; apply G1; try assumption; eapply Rlt_le_trans; eassumption) ltac:(intros; apply G2; try assumption; eapply Rlt_le_trans; eassumption) P Q).
    assert (S3 := approximation_twice Y Y F F HF HF k KC eta delta m q v m q v
      ltac:(intros; apply K1; try assumption; eapply Rlt_le_trans; eassumption) ltac:(intros; apply K2; try assumption; eapply Rlt_le_trans; eassumption) Q Q).
    assert (N := kernel_two n m h beta (fun i => w i * c (p i)) (fun j => v j * d (q j)) (fun i => a (p i)) (fun j => b (q j)) Hb). cbv beta in N.
    rewrite (sumn_ext n (fun i => sumn n _) (fun i => w i * sumn n (fun j => w j * f (p i) (p j)))) in N.
    2: { intros. rewrite <- sumn_scal. apply sumn_ext. intros. unfold f. ring. }
    rewrite (sumn_ext n (fun i => sumn m _) (fun i => w i * sumn m (fun j => v j * g (p i) (q j)))) in N.
    2: { intros. rewrite <- sumn_scal. apply sumn_ext. intros. unfold g. ring. }
    rewrite (sumn_ext m (fun i => sumn m _) (fun i => v i * sumn m (fun j => v j * k (q i) (q j)))) in N.
    2: { intros. rewrite <- sumn_scal. apply sumn_ext. intros. unfold k. ring. }
    apply Rabs_le_between in S1. apply Rabs_le_between in S2. apply Rabs_le_between in S3. unfold t. lra. }
  apply Rnot_lt_le. intros L. specialize (Near (- t / 16) ltac:(lra)). lra.
Qed.

(** ** The overlap inequality *)
Section Overlap.
Variables (X Y : space) (E : (point X -> R) -> R) (F : (point Y -> R) -> R) (h : nat) (beta : R) (x y m : point X -> vector) (n : point Y -> vector).
Hypothesis HE : mean X E.
Hypothesis HF : mean Y F.
Hypothesis beta_pos : 0 < beta.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.
Hypothesis m_cont : vcont X h m.
Hypothesis n_cont : vcont Y h n.
Hypothesis half_way : forall z v, inside X z -> dot h (m z) v = (dot h (x z) v + dot h (y z) v) / 2.

Let Z := Z X E h beta y.
Let g z := F (fun v => exp (beta * dot h (n v) (m z))).
Let c z := / Z (x z) * exp (beta * (dot h (x z) (y z) - dot h (m z) (m z))).
Let p z u := dot h (m z) (m z) - dot h (x z) (y z) + dot h (x z) (y u).

Lemma overlap_pairs z u : inside X z -> inside X u -> 2 * dot h (m z) (m u) <= p z u + p u z.
Proof.
  intros Hz Hu. unfold p. set (v := vadd (vadd (x z) (vscal (-1) (y z))) (vscal (-1) (vadd (x u) (vscal (-1) (y u))))).
  assert (N := dot_nonneg h v). revert N. unfold v. bilinear.
  assert (Mz : forall v, dot h v (m z) = (dot h v (x z) + dot h v (y z)) / 2) by (intros v'; rewrite (dot_sym h v'), (half_way z v' Hz), !(dot_sym h v'); reflexivity).
  assert (Mu : forall v, dot h v (m u) = (dot h v (x u) + dot h v (y u)) / 2) by (intros v'; rewrite (dot_sym h v'), (half_way u v' Hu), !(dot_sym h v'); reflexivity).
  rewrite (half_way z (m u)), (half_way z (m z)), (half_way u (m u)), !Mz, !Mu by assumption.
  rewrite (dot_sym h (y z) (x z)), (dot_sym h (y u) (x u)), (dot_sym h (y u) (y z)), (dot_sym h (x u) (x z)), (dot_sym h (y u) (x z)), (dot_sym h (y z) (x u)). lra.
Qed.

Theorem overlap_mean : E (fun z => / Z (x z) * g z ^ 2 * exp (beta * (dot h (x z) (y z) - dot h (m z) (m z))))
  <= F (fun u => F (fun v => exp (beta * dot h (n v) (n u)))).
Proof.
  assert (ZC := Z_cont X E h beta y HE y_cont x x_cont). fold Z in ZC. assert (ZP : forall v, 0 < Z v) by (intros; apply Z_pos; assumption).
  assert (GC : cont X g).
  { apply (cont_mean X Y F HF (fun z v => exp (beta * dot h (n v) (m z)))). cts. }
  assert (G0 : forall z, 0 < g z) by (intros z; apply (mean_pos Y F HF); [cts|intros; apply exp_pos]).
  assert (CC : cont X c) by (unfold c; cts; intros z _; apply Rgt_not_eq, ZP).
  assert (C0 : forall z, 0 < c z) by (intros; apply Rmult_lt_0_compat; [apply Rinv_0_lt_compat, ZP|apply exp_pos]).
  set (S := E (fun z => c z * g z ^ 2)). assert (SC : cont X (fun z => c z * g z ^ 2)) by cts.
  rewrite (mean_ext X E HE _ (fun z => c z * g z ^ 2)); [|cts; intros z _; apply Rgt_not_eq, ZP|intros; unfold c; ring]. fold S.
  set (w := fun z => c z * g z). assert (WC : cont X w) by (unfold w; cts).
  set (f := fun z u => w z ^ 2 * exp (beta * p z u)).
  assert (FC : cont (product X X) (fun q => f (fst q) (snd q))) by (unfold f, p; cts).
  assert (FC' := cont_swap X X f FC).
  set (k := fun z u => w z * w u * exp (beta * dot h (m z) (m u))).
  assert (KC : cont (product X X) (fun q => k (fst q) (snd q))) by (unfold k; cts).
  assert (Rows : E (fun z => E (f z)) = S).
  { apply (mean_ext X E HE); [exact (cont_mean X X E HE f FC)|]. intros z Hz. unfold f. rewrite (mean_scal X E HE) by (unfold p; cts).
    assert (Row : E (fun u => exp (beta * p z u)) = / c z).
    { transitivity (exp (- (beta * (dot h (x z) (y z) - dot h (m z) (m z)))) * Z (x z)).
      - unfold Z, Trace.Z. rewrite <- (mean_scal X E HE) by cts. apply (mean_ext X E HE); [unfold p; cts|].
        intros u Hu. rewrite <- exp_plus. f_equal. unfold p. ring.
      - unfold c. rewrite exp_Ropp. assert (Q := exp_pos (beta * (dot h (x z) (y z) - dot h (m z) (m z)))). assert (Q' := ZP (x z)). field. split; lra. }
    rewrite Row. unfold w. assert (Q := C0 z). field. lra. }
  assert (Pairs : E (fun z => E (k z)) <= S).
  { apply Rle_trans with (E (fun z => E (fun u => / 2 * f z u + / 2 * f u z))).
    - apply (mean_le X E HE); [exact (cont_mean X X E HE k KC)|apply (cont_mean X X E HE (fun z u => / 2 * f z u + / 2 * f u z)); cts|].
      intros z Hz. assert (A := cont_in_second X X f FC z Hz). assert (B := cont_in_second X X (fun z u => f u z) FC' z Hz). cbv beta in B.
      apply (mean_le X E HE); [exact (cont_in_second X X k KC z Hz)|cts|].
      intros u Hu. assert (K := overlap_pairs z u Hz Hu). unfold k, f.
      set (s := exp (beta * p z u / 2)). set (t := exp (beta * p u z / 2)).
      assert (Es : exp (beta * p z u) = s * s) by (unfold s; rewrite <- exp_plus; f_equal; field).
      assert (Et : exp (beta * p u z) = t * t) by (unfold t; rewrite <- exp_plus; f_equal; field).
      assert (L : exp (beta * dot h (m z) (m u)) <= s * t) by (unfold s, t; rewrite <- exp_plus; apply exp_le; nra).
      rewrite Es, Et. assert (Wz : 0 < w z) by (apply Rmult_lt_0_compat; auto). assert (Wu : 0 < w u) by (apply Rmult_lt_0_compat; auto).
      assert (w z * w u * exp (beta * dot h (m z) (m u)) <= w z * w u * (s * t)) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra|exact L]).
      assert (0 <= (w z * s - w u * t) * (w z * s - w u * t)) by apply Rle_0_sqr. nra.
    - assert (A := cont_mean X X E HE f FC). assert (B := cont_mean X X E HE (fun z u => f u z) FC'). cbv beta in B.
      rewrite (mean_ext X E HE _ (fun z => / 2 * E (f z) + / 2 * E (fun u => f u z))).
      + rewrite (mean_plus X E HE), !(mean_scal X E HE) by cts. assert (Fu := fubini X X E E f HE HE FC).
        change (fun z => E (fun u => f z u)) with (fun z => E (f z)) in Fu. rewrite <- Fu, Rows. lra.
      + apply (cont_mean X X E HE (fun z u => / 2 * f z u + / 2 * f u z)). cts.
      + intros z Hz. assert (A' := cont_in_second X X f FC z Hz). assert (B' := cont_in_second X X (fun z u => f u z) FC' z Hz). cbv beta in B'.
        rewrite (mean_plus X E HE), !(mean_scal X E HE) by cts. reflexivity. }
  assert (Cross : E (fun z => F (fun u => w z * -1 * exp (beta * dot h (m z) (n u)))) = - S).
  { unfold S. rewrite <- (mean_opp X E HE) by exact SC. apply (mean_ext X E HE).
    - apply (cont_mean X Y F HF (fun z u => w z * -1 * exp (beta * dot h (m z) (n u)))). cts.
    - intros z Hz. rewrite (mean_scal Y F HF) by cts. unfold w.
      replace (F (fun u => exp (beta * dot h (m z) (n u)))) with (g z); [ring|]. apply (mean_ext Y F HF); [cts|]. intros. rewrite dot_sym. reflexivity. }
  assert (Keys : F (fun z => F (fun u => -1 * -1 * exp (beta * dot h (n z) (n u)))) = F (fun u => F (fun v => exp (beta * dot h (n v) (n u))))).
  { apply (mean_ext Y F HF).
    - apply (cont_mean Y Y F HF (fun z u => -1 * -1 * exp (beta * dot h (n z) (n u)))). cts.
    - intros z Hz. apply (mean_ext Y F HF); [cts|]. intros u Hu. rewrite (dot_sym h (n u) (n z)). ring. }
  assert (K := kernel_means X Y E F h beta w (fun _ => -1) m n HE HF (Rlt_le _ _ beta_pos) WC (cont_const Y (-1)) m_cont n_cont). cbv beta in K.
  rewrite Cross, Keys in K. change (0 <= E (fun z => E (k z)) + 2 * - S + F (fun u => F (fun v => exp (beta * dot h (n v) (n u))))) in K. lra.
Qed.
End Overlap.

(** ** The push, for every law of points: pairs of unit vectors, and the unit vector between the pushed query and the key *)
Section AnyLaw.
Variables (X Y : space) (E : (point X -> R) -> R) (F : (point Y -> R) -> R) (h : nat) (beta : R) (x y m : point X -> vector) (n : point Y -> vector).
Hypothesis HE : mean X E.
Hypothesis HF : mean Y F.
Hypothesis beta_pos : 0 < beta.
Hypothesis x_cont : vcont X h x.
Hypothesis y_cont : vcont X h y.
Hypothesis m_cont : vcont X h m.
Hypothesis n_cont : vcont Y h n.
Hypothesis queries : forall z, inside X z -> dot h (x z) (x z) = 1.
Hypothesis keys : forall z, inside X z -> dot h (y z) (y z) = 1.
Hypothesis between : forall z v, inside X z -> dot h (m z) v = dot h (middle h (x z) (y z)) v.

Let Z := Z X E h beta y.
Let g z := F (fun v => exp (beta * dot h (n v) (m z))).

Lemma share_cont : cont X (fun z => / Z (x z) * exp (beta * dot h (x z) (y z))).
Proof. apply (softmax_cont X E h beta y HE y_cont x x_cont). Qed.

Lemma overlap_cont : cont X g.
Proof. apply (cont_mean X Y F HF (fun z v => exp (beta * dot h (n v) (m z)))). cts. Qed.

Theorem any_law_mean : E (fun z => / Z (x z) * g z ^ 2 * exp (beta * dot h (x z) (y z))) <= F (fun u => F (fun v => exp (beta * dot h (n v) (n u)))) * exp beta.
Proof.
  set (x' := fun z => shifted h (x z) (y z)). assert (V : vcont X h x') by (apply (vcont_shifted h X x y); assumption).
  assert (Half : forall z v, inside X z -> dot h (m z) v = (dot h (x' z) v + dot h (y z) v) / 2).
  { intros z v Hz. rewrite (between z v Hz). unfold x'. rewrite shifted_dot. field. }
  assert (One : forall z, inside X z -> dot h (m z) (m z) = 1).
  { intros z Hz. rewrite (between z _ Hz), dot_sym, (between z _ Hz). apply reach_facts; [apply Req_le, queries, Hz|apply keys, Hz]. }
  assert (O := overlap_mean X Y E F h beta x' y m n HE HF beta_pos V y_cont m_cont n_cont Half). fold Z in O.
  change (E (fun z => / Z (x' z) * g z ^ 2 * exp (beta * (dot h (x' z) (y z) - dot h (m z) (m z)))) <= F (fun u => F (fun v => exp (beta * dot h (n v) (n u))))) in O.
  set (Q := F _) in *. assert (GC := overlap_cont). assert (ZC := Z_cont X E h beta y HE y_cont x x_cont). assert (ZC' := Z_cont X E h beta y HE y_cont x' V). fold Z in ZC, ZC'.
  assert (ZP : forall v, Z v <> 0) by (intros; apply Rgt_not_eq, Z_pos; assumption).
  assert (C' : cont X (fun z => / Z (x' z) * g z ^ 2 * exp (beta * (dot h (x' z) (y z) - dot h (m z) (m z))))) by (cts; auto).
  apply Rle_trans with (E (fun z => / Z (x' z) * g z ^ 2 * exp (beta * (dot h (x' z) (y z) - dot h (m z) (m z))) * exp beta)).
  - apply (mean_le X E HE); [cts; auto|cts; auto|]. intros z Hz.
    assert (P := push_raises X E h beta x y HE beta_pos y_cont (fun z Hz => Req_le _ _ (queries z Hz)) keys z Hz). cbv beta in P. fold (x' z) Z in P.
    rewrite Rmult_assoc with (r3 := exp beta), <- exp_plus, (One z Hz). replace (beta * (dot h (x' z) (y z) - 1) + beta) with (beta * dot h (x' z) (y z)) by ring.
    apply Rle_trans with (/ Z (x z) * exp (beta * dot h (x z) (y z)) * g z ^ 2); [apply Req_le; ring|].
    apply Rle_trans with (/ Z (x' z) * exp (beta * dot h (x' z) (y z)) * g z ^ 2); [|apply Req_le; ring].
    apply Rmult_le_compat_r; [apply pow2_ge_0|exact P].
  - rewrite (mean_scal_r X E HE) by exact C'. apply Rmult_le_compat_r; [apply Rlt_le, exp_pos|exact O].
Qed.

Theorem cone_mean D : 0 < D -> D ^ 2 * E (fun z => / Z (x z) * exp (beta * dot h (x z) (y z)))
  <= F (fun u => F (fun v => exp (beta * dot h (n v) (n u)))) * exp beta + D * E (fun z => D + sqrt ((D + -1 * g z) ^ 2) + -1 * g z) * exp (2 * beta).
Proof.
  intros HD. assert (A := any_law_mean). assert (GC := overlap_cont). assert (SC := share_cont). assert (ZC := Z_cont X E h beta y HE y_cont x x_cont). fold Z in ZC.
  assert (ZP : forall v, Z v <> 0) by (intros; apply Rgt_not_eq, Z_pos; assumption).
  set (s := fun z => / Z (x z) * exp (beta * dot h (x z) (y z))) in *. set (b := fun z => D + sqrt ((D + -1 * g z) ^ 2) + -1 * g z).
  assert (BC : cont X b) by (unfold b; cts). assert (G0 : forall z, 0 < g z) by (intros z; apply (mean_pos Y F HF); [cts|intros; apply exp_pos]).
  rewrite (mean_ext X E HE _ (fun z => s z * g z ^ 2)) in A; [|cts; auto|intros; unfold s; ring].
  assert (B : E (fun z => D ^ 2 * s z) <= E (fun z => s z * g z ^ 2 + D * exp (2 * beta) * b z)).
  { apply (mean_le X E HE); [cts|cts|]. intros z Hz. assert (S0 : 0 < s z) by (apply (softmax_pos X E h beta y HE y_cont x z)).
    assert (S1 : s z <= exp (2 * beta)).
    { unfold s. assert (L : exp (- beta) <= Z (x z)).
      { rewrite <- (mean_const X E HE (exp (- beta))). apply (mean_le X E HE); [cts|cts|]. intros u Hu. apply exp_le.
        assert (C := cosine_range h (x z) (y u) (queries z Hz) (keys u Hu)). nra. }
      assert (U : exp (beta * dot h (x z) (y z)) <= exp beta) by (apply exp_le; assert (C := cosine_range h (x z) (y z) (queries z Hz) (keys z Hz)); nra).
      assert (E0 := exp_pos (- beta)). apply Rle_trans with (/ exp (- beta) * exp beta).
      - apply Rmult_le_compat; [apply Rlt_le, Rinv_0_lt_compat; lra|apply Rlt_le, exp_pos|apply Rinv_le_contravar; assumption|exact U].
      - rewrite exp_Ropp, Rinv_inv, <- exp_plus. apply Req_le. f_equal. ring. }
    specialize (G0 z). unfold b. replace ((D + -1 * g z) ^ 2) with (Rsqr (D - g z)) by (unfold Rsqr; ring). rewrite sqrt_Rsqr_abs.
    unfold Rabs. destruct (Rcase_abs (D - g z)) as [N|N].
    { replace (D + - (D - g z) + -1 * g z) with 0 by ring. rewrite Rmult_0_r, Rplus_0_r, (Rmult_comm (s z)).
      apply Rmult_le_compat_r; [lra|]. apply pow_incr. lra. }
    assert ((D - g z) * ((D + g z) * s z) <= (D - g z) * (2 * D * exp (2 * beta))); [|nra].
    apply Rmult_le_compat_l; [lra|]. apply Rmult_le_compat; lra. }
  rewrite (mean_scal X E HE), (mean_plus X E HE), (mean_scal X E HE) in B by cts. fold b. lra.
Qed.
End AnyLaw.
