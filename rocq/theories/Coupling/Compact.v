(** * Compact sets by induction over neighbourhoods, and the continuous functions on them

    A set is compact if every property of its subsets that passes to subsets and to unions of two, and that each point's
    neighbourhood has, is a property of the whole. Segments are so by the supremum, products and closed subsets follow,
    and with them spheres and balls of R^h. *)
From Coq Require Import Reals Lra Lia Psatz Classical_Prop.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors Coupling.Definition.
Open Scope R_scope.

Definition compactness {T : Type} (d : T -> T -> R) (K : T -> Prop) : Prop :=
  forall Phi : (T -> Prop) -> Prop,
    (forall A B : T -> Prop, (forall z, A z -> B z) -> Phi B -> Phi A) -> Phi (fun _ => False) ->
    (forall A B, Phi A -> Phi B -> Phi (fun z => A z \/ B z)) ->
    (forall z, K z -> exists delta, 0 < delta /\ Phi (fun u => K u /\ d z u < delta)) -> Phi K.

Record space := Space {
  point : Type;
  dist : point -> point -> R;
  inside : point -> Prop;
  dist_refl : forall z, dist z z = 0;
  dist_sym : forall z u, dist z u = dist u z;
  dist_triangle : forall z u v, dist z v <= dist z u + dist u v;
  compact : compactness dist inside }.

Definition cont (X : space) (f : point X -> R) : Prop :=
  forall z, inside X z -> forall eps, 0 < eps -> exists delta, 0 < delta /\
    forall u, inside X u -> dist X z u < delta -> Rabs (f u - f z) < eps.

(** ** Continuous functions *)
Section Continuous.
Variable X : space.

Definition nbhd (z : point X) (A : point X -> Prop) : Prop :=
  exists delta, 0 < delta /\ forall u, inside X u -> dist X z u < delta -> A u.

#[local] Instance nbhd_filter z : Filter (nbhd z).
Proof.
  constructor.
  - exists 1. split; [lra|]. auto.
  - intros A B (a & Ha & HA) (b & Hb & HB). exists (Rmin a b). split; [apply Rmin_glb_lt; assumption|].
    intros u Hu Hd. split; [apply HA|apply HB]; try assumption; eapply Rlt_le_trans; [exact Hd|apply Rmin_l|exact Hd|apply Rmin_r].
  - intros A B AB (a & Ha & HA). exists a. auto.
Qed.

Lemma cont_filter f : cont X f <-> forall z, inside X z -> filterlim f (nbhd z) (locally (f z)).
Proof.
  split.
  - intros C z Hz P [eps HP]. destruct (C z Hz eps (cond_pos eps)) as (delta & Hd & H). exists delta. split; [exact Hd|].
    intros u Hu Hzu. apply HP. exact (H u Hu Hzu).
  - intros C z Hz eps He. destruct (C z Hz (fun t => Rabs (t - f z) < eps)) as (delta & Hd & H).
    + exists (mkposreal eps He). intros t Ht. exact Ht.
    + exists delta. auto.
Qed.

Lemma cont_ext f g : (forall z, inside X z -> f z = g z) -> cont X f -> cont X g.
Proof.
  intros E C z Hz eps He. destruct (C z Hz eps He) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros u Hu Hzu. rewrite <- !E by assumption. auto.
Qed.

Lemma cont_const c : cont X (fun _ => c).
Proof. intros z Hz eps He. exists 1. split; [lra|]. intros. rewrite Rminus_eq_0, Rabs_R0. exact He. Qed.

Lemma cont_plus f g : cont X f -> cont X g -> cont X (fun z => f z + g z).
Proof.
  rewrite !cont_filter. intros F G z Hz. eapply (filterlim_comp_2 (H := locally (g z))); [apply F, Hz|apply G, Hz|].
  exact (filterlim_plus (V := R_NormedModule) (f z) (g z)).
Qed.

Lemma cont_mult f g : cont X f -> cont X g -> cont X (fun z => f z * g z).
Proof.
  rewrite !cont_filter. intros F G z Hz. eapply (filterlim_comp_2 (H := locally (g z))); [apply F, Hz|apply G, Hz|].
  exact (filterlim_mult (K := R_AbsRing) (f z) (g z)).
Qed.

Lemma cont_comp (g : R -> R) f : cont X f -> (forall z, inside X z -> continuous g (f z)) -> cont X (fun z => g (f z)).
Proof. rewrite !cont_filter. intros F G z Hz. eapply filterlim_comp; [apply F, Hz|apply G, Hz]. Qed.

Lemma cont_opp f : cont X f -> cont X (fun z => - f z).
Proof. intros F. apply (cont_comp Ropp); [exact F|]. intros. apply (continuous_opp (V := R_NormedModule) (fun t => t)), continuous_id. Qed.

Lemma cont_minus f g : cont X f -> cont X g -> cont X (fun z => f z - g z).
Proof. intros F G. apply cont_plus; [exact F|apply cont_opp, G]. Qed.

Lemma cont_inv f : cont X f -> (forall z, inside X z -> f z <> 0) -> cont X (fun z => / f z).
Proof. intros F N. apply (cont_comp Rinv); [exact F|]. intros z Hz. apply continuous_Rinv, N, Hz. Qed.

Lemma cont_div f g : cont X f -> cont X g -> (forall z, inside X z -> g z <> 0) -> cont X (fun z => f z / g z).
Proof. intros F G N. apply cont_mult; [exact F|apply cont_inv; assumption]. Qed.

Lemma cont_exp f : cont X f -> cont X (fun z => exp (f z)).
Proof. intros F. apply (cont_comp exp); [exact F|]. intros. apply continuous_exp. Qed.

Lemma cont_ln f : cont X f -> (forall z, inside X z -> 0 < f z) -> cont X (fun z => ln (f z)).
Proof. intros F P. apply (cont_comp ln); [exact F|]. intros z Hz. apply continuous_ln, P, Hz. Qed.

Lemma cont_sqrt f : cont X f -> cont X (fun z => sqrt (f z)).
Proof. intros F. apply (cont_comp sqrt); [exact F|]. intros. apply continuous_sqrt. Qed.

Lemma cont_abs f : cont X f -> cont X (fun z => Rabs (f z)).
Proof. intros F. apply (cont_comp Rabs); [exact F|]. intros. apply continuous_Rabs. Qed.

Lemma cont_pow f n : cont X f -> cont X (fun z => f z ^ n).
Proof. intros F. induction n as [|n IH]; simpl; [apply cont_const|apply cont_mult; assumption]. Qed.

Lemma cont_sumn n (f : nat -> point X -> R) : (forall i, (i < n)%nat -> cont X (f i)) -> cont X (fun z => sumn n (fun i => f i z)).
Proof. induction n as [|n IH]; intros H; simpl; [apply cont_const|]. apply cont_plus; [apply IH|apply H]; auto. Qed.

Lemma dist_nonneg z u : 0 <= dist X z u.
Proof. assert (T := dist_triangle X z u z). rewrite dist_refl, (dist_sym X u z) in T. lra. Qed.

Lemma cont_dist p : cont X (fun z => dist X p z).
Proof.
  intros z Hz eps He. exists eps. split; [exact He|]. intros u Hu Hd.
  assert (A := dist_triangle X p z u). assert (B := dist_triangle X p u z). rewrite (dist_sym X u z) in B. apply Rabs_def1; lra.
Qed.

(** Continuous functions are uniformly so, and have a least value above 0 where they are positive. *)
Theorem uniform f : cont X f -> forall eps, 0 < eps -> exists delta, 0 < delta /\
  forall z u, inside X z -> inside X u -> dist X z u < delta -> Rabs (f z - f u) < eps.
Proof.
  intros C eps He.
  enough (H : exists delta, 0 < delta /\ forall z, inside X z -> forall u, inside X u -> dist X z u < delta -> Rabs (f z - f u) < eps).
  { destruct H as (delta & Hd & H). exists delta. auto. }
  apply (compact X (fun A => exists delta, 0 < delta /\ forall z, A z -> forall u, inside X u -> dist X z u < delta -> Rabs (f z - f u) < eps)).
  - intros A B AB (delta & Hd & H). exists delta. auto.
  - exists 1. split; [lra|]. intros z [].
  - intros A B (a & Ha & HA) (b & Hb & HB). exists (Rmin a b). split; [apply Rmin_glb_lt; assumption|].
    intros z [Hz|Hz] u Hu Hd; [apply HA|apply HB]; try assumption; eapply Rlt_le_trans; [exact Hd|apply Rmin_l|exact Hd|apply Rmin_r].
  - intros z Hz. destruct (C z Hz (eps / 2) ltac:(lra)) as (delta & Hd & H). exists (delta / 2). split; [lra|].
    exists (delta / 2). split; [lra|]. intros v [Hv Hzv] u Hu Hvu.
    assert (T := dist_triangle X z v u). assert (A := H v Hv ltac:(lra)). assert (B := H u Hu ltac:(lra)).
    apply Rabs_def2 in A. apply Rabs_def2 in B. apply Rabs_def1; lra.
Qed.

Theorem positive_below f : cont X f -> (forall z, inside X z -> 0 < f z) -> exists c, 0 < c /\ forall z, inside X z -> c <= f z.
Proof.
  intros C P. apply (compact X (fun A => exists c, 0 < c /\ forall z, A z -> c <= f z)).
  - intros A B AB (c & Hc & H). exists c. auto.
  - exists 1. split; [lra|]. intros z [].
  - intros A B (a & Ha & HA) (b & Hb & HB). exists (Rmin a b). split; [apply Rmin_glb_lt; assumption|].
    intros z [Hz|Hz]; [eapply Rle_trans; [apply Rmin_l|auto]|eapply Rle_trans; [apply Rmin_r|auto]].
  - intros z Hz. assert (Pz := P z Hz). destruct (C z Hz (f z / 2) ltac:(lra)) as (delta & Hd & H). exists delta. split; [exact Hd|].
    exists (f z / 2). split; [lra|]. intros u [Hu Hzu]. assert (A := H u Hu Hzu). apply Rabs_def2 in A. lra.
Qed.

(** Finitely many points are as near to all as one wishes. *)
Theorem net (z0 : point X) eps : 0 < eps -> exists (n : nat) (p : nat -> point X),
  (forall i, (i < n)%nat -> inside X (p i)) /\ forall z, inside X z -> exists i, (i < n)%nat /\ dist X (p i) z < eps.
Proof.
  intros He. apply (compact X (fun A => exists (n : nat) (p : nat -> point X),
    (forall i, (i < n)%nat -> inside X (p i)) /\ forall z, A z -> exists i, (i < n)%nat /\ dist X (p i) z < eps)).
  - intros A B AB (n & p & Hp & H). exists n, p. auto.
  - exists O, (fun _ => z0). split; [intros i Hi; lia|intros z []].
  - intros A B (n & p & Hp & HA) (m & q & Hq & HB). exists (n + m)%nat, (fun i => if Nat.ltb i n then p i else q (i - n)%nat). split.
    + intros i Hi. destruct (Nat.ltb_spec i n); [apply Hp; assumption|apply Hq; lia].
    + intros z [Hz|Hz]; [destruct (HA z Hz) as (i & Hi & D); exists i|destruct (HB z Hz) as (i & Hi & D); exists (n + i)%nat]; (split; [lia|]).
      * destruct (Nat.ltb_spec i n); [exact D|lia].
      * destruct (Nat.ltb_spec (n + i) n); [lia|]. replace (n + i - n)%nat with i by lia. exact D.
  - intros z Hz. exists eps. split; [exact He|]. exists 1%nat, (fun _ => z). split; [auto|]. intros u [_ Hu]. exists O. split; [lia|exact Hu].
Qed.
End Continuous.

(** ** Segments, boxes, closed subsets, products *)
Lemma segment_compact : compactness (fun a b => Rabs (a - b)) (fun t => -1 <= t <= 1).
Proof.
  intros Phi Sub Empty Union Local.
  set (E := fun s => -1 <= s <= 1 /\ Phi (fun t => -1 <= t <= s)).
  assert (E0 : E (-1)).
  { split; [lra|]. destruct (Local (-1) ltac:(lra)) as (delta & Hd & H). eapply Sub; [|exact H].
    intros t Ht. replace t with (-1) by lra. rewrite Rminus_eq_0, Rabs_R0. lra. }
  assert (B : bound E) by (exists 1; intros s [Hs _]; lra).
  destruct (completeness E B (ex_intro _ _ E0)) as [m [Upper Least]].
  assert (Hm : -1 <= m <= 1) by (split; [apply Upper, E0|apply Least; intros s [Hs _]; lra]).
  destruct (Local m Hm) as (delta & Hd & H).
  assert (Near : exists s, E s /\ m - delta < s).
  { apply NNPP. intros N. assert (m <= m - delta); [|lra]. apply Least. intros s Hs. apply Rnot_lt_le. intros L. apply N. exists s. auto. }
  destruct Near as (s & [Hs Phis] & Hms). assert (s <= m) by (apply Upper; split; assumption).
  assert (Further : E (Rmin 1 (m + delta / 2))).
  { split; [split; [apply Rmin_glb; lra|apply Rmin_l]|]. apply (Sub _ (fun t => -1 <= t <= s \/ (-1 <= t <= 1 /\ Rabs (m - t) < delta))); [|apply Union; assumption].
    intros t [Ht Ht']. assert (A := Rmin_l 1 (m + delta / 2)). assert (A' := Rmin_r 1 (m + delta / 2)).
    destruct (Rle_dec t s); [left; lra|right]. split; [lra|]. apply Rabs_def1; lra. }
  assert (M := Upper _ Further). destruct Further as [_ P]. revert M P. unfold Rmin. destruct (Rle_dec 1 (m + delta / 2)); [auto|lra].
Qed.

Definition box (h : nat) (z : vector) : Prop := forall k, (k < h)%nat -> -1 <= z k <= 1.

Lemma distance_refl h z : distance h z z = 0.
Proof. unfold distance. rewrite (sumn_ext h _ (fun _ => 0)); [apply sumn_0|]. intros. rewrite Rminus_eq_0. apply Rabs_R0. Qed.

Lemma distance_sym h z u : distance h z u = distance h u z.
Proof. apply sumn_ext. intros. apply Rabs_minus_sym. Qed.

Lemma distance_triangle h z u v : distance h z v <= distance h z u + distance h u v.
Proof.
  unfold distance. rewrite <- sumn_plus. apply sumn_le. intros k Hk. eapply Rle_trans; [|apply Rabs_triang]. apply Req_le. f_equal. ring.
Qed.

Lemma box_compact h : compactness (distance h) (box h).
Proof.
  induction h as [|h IH]; intros Phi Sub Empty Union Local.
  - destruct (Local (fun _ => 0) ltac:(intros k Hk; lia)) as (delta & Hd & H). apply (Sub _ _ (fun u Hu => conj Hu Hd) H).
  - apply (Sub _ (fun u => box h u /\ -1 <= u h <= 1)); [intros u Hu; split; [intros k Hk; apply Hu; lia|apply Hu; lia]|].
    apply (segment_compact (fun A => Phi (fun u => box h u /\ A (u h)))).
    + intros A B AB. apply Sub. intros u [Hu Au]. auto.
    + apply (Sub _ (fun _ => False)); [intros u [_ []]|exact Empty].
    + intros A B PA PB. apply (Sub _ (fun u => (box h u /\ A (u h)) \/ (box h u /\ B (u h)))); [intros u [Hu [Au|Bu]]; auto|]. apply Union; assumption.
    + intros t Ht.
      enough (Slab : exists delta, 0 < delta /\ Phi (fun u => box h u /\ (-1 <= u h <= 1 /\ Rabs (t - u h) < delta))) by exact Slab.
      apply (IH (fun A => exists delta, 0 < delta /\ Phi (fun u => A u /\ (-1 <= u h <= 1 /\ Rabs (t - u h) < delta)))).
      * intros A B AB (delta & Hd & H). exists delta. split; [exact Hd|]. apply (Sub _ _ (fun u Hu => conj (AB u (proj1 Hu)) (proj2 Hu)) H).
      * exists 1. split; [lra|]. apply (Sub _ (fun _ => False)); [intros u [[] _]|exact Empty].
      * intros A B (a & Ha & HA) (b & Hb & HB). exists (Rmin a b). split; [apply Rmin_glb_lt; assumption|].
        eapply Sub; [|apply (Union _ _ HA HB)]. intros u [[Au|Bu] [Hu Hd]]; [left|right]; (split; [assumption|]; split; [assumption|]); eapply Rlt_le_trans; [exact Hd|apply Rmin_l|exact Hd|apply Rmin_r].
      * intros z Hz. set (z' := fun k => if Nat.eqb k h then t else z k).
        assert (Bz' : box (S h) z').
        { intros k Hk. unfold z'. destruct (Nat.eqb_spec k h); [exact Ht|]. apply Hz. lia. }
        destruct (Local z' Bz') as (delta & Hd & H). exists (delta / 2). split; [lra|]. exists (delta / 2). split; [lra|].
        apply (Sub _ _) with (2 := H). intros u [[Hu Hzu] [Hut Htu]]. split.
        -- intros k Hk. destruct (Nat.eq_dec k h) as [->|N]; [exact Hut|]. apply Hu. lia.
        -- unfold distance in *. simpl sumn. rewrite (sumn_ext h _ (fun k => Rabs (z k - u k))).
           ++ unfold z'. rewrite Nat.eqb_refl. lra.
           ++ intros k Hk. unfold z'. destruct (Nat.eqb_spec k h); [lia|reflexivity].
Qed.

Lemma closed_compact {T : Type} (d : T -> T -> R) (K C : T -> Prop) :
  (forall z, C z -> K z) -> (forall z, K z -> ~ C z -> exists delta, 0 < delta /\ forall u, K u -> d z u < delta -> ~ C u) ->
  compactness d K -> compactness d C.
Proof.
  intros Inside Closed HK Phi Sub Empty Union Local.
  apply (Sub _ (fun z => C z /\ K z)); [auto|]. apply (HK (fun A => Phi (fun z => C z /\ A z))).
  - intros A B AB. apply Sub. intros z [Cz Az]. auto.
  - apply (Sub _ (fun _ => False)); [intros z [_ []]|exact Empty].
  - intros A B PA PB. eapply Sub; [|apply (Union _ _ PA PB)]. intros z [Cz [Az|Bz]]; auto.
  - intros z Kz. destruct (classic (C z)) as [Cz|N].
    + destruct (Local z Cz) as (delta & Hd & H). exists delta. split; [exact Hd|]. eapply Sub; [|exact H]. intros u (Cu & Ku & Hu). auto.
    + destruct (Closed z Kz N) as (delta & Hd & H). exists delta. split; [exact Hd|]. eapply Sub; [|exact Empty]. intros u (Cu & Ku & Hu). exact (H u Ku Hu Cu).
Qed.

Lemma product_compact {S T : Type} (d : S -> S -> R) (e : T -> T -> R) (K : S -> Prop) (L : T -> Prop) :
  compactness d K -> compactness e L -> compactness (fun p q => d (fst p) (fst q) + e (snd p) (snd q)) (fun p => K (fst p) /\ L (snd p)).
Proof.
  intros HK HL Phi Sub Empty Union Local.
  apply (HK (fun A => Phi (fun p => A (fst p) /\ L (snd p)))).
  - intros A B AB. apply Sub. intros p [Ap Lp]. auto.
  - apply (Sub _ (fun _ => False)); [intros p [[] _]|exact Empty].
  - intros A B PA PB. eapply Sub; [|apply (Union _ _ PA PB)]. intros p [[Ap|Bp] Lp]; auto.
  - intros z Kz. enough (Tube : exists delta, 0 < delta /\ Phi (fun p => (K (fst p) /\ d z (fst p) < delta) /\ L (snd p))) by exact Tube.
    apply (HL (fun B => exists delta, 0 < delta /\ Phi (fun p => (K (fst p) /\ d z (fst p) < delta) /\ B (snd p)))).
    + intros A B AB (delta & Hd & H). exists delta. split; [exact Hd|]. eapply Sub; [|exact H]. intros p [Dp Ap]. auto.
    + exists 1. split; [lra|]. apply (Sub _ (fun _ => False)); [intros p [_ []]|exact Empty].
    + intros A B (a & Ha & HA) (b & Hb & HB). exists (Rmin a b). split; [apply Rmin_glb_lt; assumption|].
      eapply Sub; [|apply (Union _ _ HA HB)].
      intros p [[Kp Dp] [Ap|Bp]]; [left|right]; (split; [split; [exact Kp|]|assumption]); eapply Rlt_le_trans; [exact Dp|apply Rmin_l|exact Dp|apply Rmin_r].
    + intros u Lu. destruct (Local (z, u) (conj Kz Lu)) as (delta & Hd & H). exists (delta / 2). split; [lra|]. exists (delta / 2). split; [lra|].
      eapply Sub; [|exact H]. intros p [[Kp Dp] [Lp Ep]]. simpl. split; [auto|lra].
Qed.

Definition boxes (h : nat) : space := Space vector (distance h) (box h) (distance_refl h) (distance_sym h) (distance_triangle h) (box_compact h).

Lemma product_refl X Y (p : point X * point Y) : dist X (fst p) (fst p) + dist Y (snd p) (snd p) = 0.
Proof. rewrite !dist_refl. ring. Qed.

Lemma product_sym X Y (p q : point X * point Y) : dist X (fst p) (fst q) + dist Y (snd p) (snd q) = dist X (fst q) (fst p) + dist Y (snd q) (snd p).
Proof. rewrite (dist_sym X), (dist_sym Y). reflexivity. Qed.

Lemma product_triangle X Y (p q r : point X * point Y) :
  dist X (fst p) (fst r) + dist Y (snd p) (snd r) <= dist X (fst p) (fst q) + dist Y (snd p) (snd q) + (dist X (fst q) (fst r) + dist Y (snd q) (snd r)).
Proof. assert (A := dist_triangle X (fst p) (fst q) (fst r)). assert (B := dist_triangle Y (snd p) (snd q) (snd r)). lra. Qed.

Definition product (X Y : space) : space :=
  Space (point X * point Y) _ _ (product_refl X Y) (product_sym X Y) (product_triangle X Y) (product_compact _ _ _ _ (compact X) (compact Y)).

Lemma cont_fst X Y f : cont X f -> cont (product X Y) (fun p => f (fst p)).
Proof.
  intros C p [Hp _] eps He. destruct (C (fst p) Hp eps He) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros q [Hq _] D. apply H; [exact Hq|]. simpl in D. assert (N := dist_nonneg Y (snd p) (snd q)). lra.
Qed.

Lemma cont_snd X Y f : cont Y f -> cont (product X Y) (fun p => f (snd p)).
Proof.
  intros C p [_ Hp] eps He. destruct (C (snd p) Hp eps He) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros q [_ Hq] D. apply H; [exact Hq|]. simpl in D. assert (N := dist_nonneg X (fst p) (fst q)). lra.
Qed.

Lemma cont_section X Y f z : inside X z -> cont (product X Y) (fun p => f (fst p) (snd p)) -> cont Y (f z).
Proof.
  intros Hz C u Hu eps He. destruct (C (z, u) (conj Hz Hu) eps He) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros v Hv D. apply (H (z, v) (conj Hz Hv)). simpl. rewrite dist_refl. lra.
Qed.

(** ** Vectors that depend continuously on a point *)
Definition vcont (X : space) (h : nat) (v : point X -> vector) : Prop := forall k, (k < h)%nat -> cont X (fun z => v z k).

Lemma vcont_const X h v : vcont X h (fun _ => v).
Proof. intros k Hk. apply cont_const. Qed.

Lemma vcont_vadd X h u v : vcont X h u -> vcont X h v -> vcont X h (fun z => vadd (u z) (v z)).
Proof. intros U V k Hk. apply cont_plus; auto. Qed.

Lemma vcont_vscal X h s v : cont X s -> vcont X h v -> vcont X h (fun z => vscal (s z) (v z)).
Proof. intros S V k Hk. apply cont_mult; auto. Qed.

Lemma vcont_fst X Y h v : vcont X h v -> vcont (product X Y) h (fun p => v (fst p)).
Proof. intros V k Hk. apply (cont_fst X Y (fun z => v z k)); auto. Qed.

Lemma vcont_snd X Y h v : vcont Y h v -> vcont (product X Y) h (fun p => v (snd p)).
Proof. intros V k Hk. apply (cont_snd X Y (fun z => v z k)); auto. Qed.

Lemma cont_dot X h u v : vcont X h u -> vcont X h v -> cont X (fun z => dot h (u z) (v z)).
Proof. intros U V. apply (cont_sumn X h (fun k z => u z k * v z k)). intros k Hk. apply cont_mult; auto. Qed.

Lemma coordinate_below_distance h z u k : (k < h)%nat -> Rabs (u k - z k) <= distance h z u.
Proof.
  intros Hk. unfold distance. induction h as [|h IH]; [lia|]. simpl. assert (N : 0 <= sumn h (fun i => Rabs (z i - u i))) by (apply sumn_nonneg; intros; apply Rabs_pos).
  destruct (Nat.eq_dec k h) as [->|E]; [rewrite Rabs_minus_sym; lra|]. assert (P := Rabs_pos (z h - u h)). specialize (IH ltac:(lia)). lra.
Qed.

Lemma vcont_id (X : space) h (v : point X -> vector) : (forall z u, distance h (v z) (v u) <= dist X z u) -> vcont X h v.
Proof.
  intros D k Hk z Hz eps He. exists eps. split; [exact He|]. intros u Hu Hzu.
  eapply Rle_lt_trans; [apply coordinate_below_distance, Hk|]. eapply Rle_lt_trans; [apply D|exact Hzu].
Qed.

(** ** The sphere and the ball *)
Lemma ball_in_box h z : dot h z z <= 1 -> box h z.
Proof.
  intros H k Hk. assert (L : z k * z k <= dot h z z).
  { clear H. unfold dot. induction h as [|h IH]; [lia|]. simpl. assert (P := dot_nonneg h z). unfold dot in P. assert (Q := Rle_0_sqr (z h)). unfold Rsqr in Q.
    destruct (Nat.eq_dec k h) as [->|E]; [lra|]. specialize (IH ltac:(lia)). lra. }
  split; nra.
Qed.

Lemma square_cont h : cont (boxes h) (fun z => dot h z z).
Proof. assert (V : vcont (boxes h) h (fun z => z)) by (apply (vcont_id (boxes h) h (fun z => z)); intros; apply Rle_refl). apply (cont_dot (boxes h) h); exact V. Qed.

Lemma ball_compact h : compactness (distance h) (fun z => dot h z z <= 1).
Proof.
  apply (closed_compact _ (box h)); [intros z Hz; apply ball_in_box, Hz| |apply box_compact].
  intros z Hz N. destruct (square_cont h z Hz (dot h z z - 1) ltac:(lra)) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros u Hu D L. assert (A := H u Hu D). apply Rabs_def2 in A. lra.
Qed.

Lemma sphere_compact h : compactness (distance h) (fun z => dot h z z = 1).
Proof.
  apply (closed_compact _ (box h)); [intros z Hz; apply ball_in_box; lra| |apply box_compact].
  intros z Hz N. destruct (square_cont h z Hz (Rabs (dot h z z - 1)) ltac:(apply Rabs_pos_lt; lra)) as (delta & Hd & H). exists delta. split; [exact Hd|].
  intros u Hu D L. assert (A := H u Hu D). rewrite L, Rabs_minus_sym in A. lra.
Qed.

Definition sphere (h : nat) : space := Space vector (distance h) _ (distance_refl h) (distance_sym h) (distance_triangle h) (sphere_compact h).
Definition ball (h : nat) : space := Space vector (distance h) _ (distance_refl h) (distance_sym h) (distance_triangle h) (ball_compact h).

Lemma sphere_vcont h : vcont (sphere h) h (fun z => z).
Proof. apply (vcont_id (sphere h) h (fun z => z)). intros. apply Rle_refl. Qed.
Lemma ball_vcont h : vcont (ball h) h (fun z => z).
Proof. apply (vcont_id (ball h) h (fun z => z)). intros. apply Rle_refl. Qed.
