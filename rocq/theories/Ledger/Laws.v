(** * How far a law of keys is from finitely many keys: the ledger's statement from [Coupling.Finite] *)
From Coq Require Import Reals Lra Lia.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Base.Elementary Base.Sums Base.Vectors.
From Modgap Require Import Coupling.Compact Coupling.Mean Coupling.Trace Coupling.Pairs Coupling.Finite.
From Modgap Require Import Ledger.Language Ledger.Statements.
Open Scope R_scope.

Theorem paper_lem_1_law_holds : paper_lem_1_law.
Proof.
  unfold paper_lem_1_law; intros h n beta P z q H0 Hn Hb HP Hz Hq H2.
  assert (N : (1 <= n)%nat) by (apply (INR_lt 0) in Hn; lia).
  repeat match goal with |- _ /\ _ => split end; try solve [intros; lra | pairs_side].
  - apply continuous_coupling. apply cont_mult; [apply cont_const|].
    apply (cont_sumn (pairs h) n (fun k p => exp (beta * dot h (snd p) (z (S k))))). intros k _. pairs_continuous.
  - assert (D := law_distance (pairs h) (lifted P) h n beta snd z q (coupling_mean h P HP) N Hb (pairs_second h) Hq).
    unfold lifted in D. simpl fst in D. simpl snd in D. match type of D with ?a <= ?b => apply Rle_trans with a; [|apply Rle_trans with b; [exact D|]] end; apply Req_le; ring.
Qed.
