(** * The statements of the ledger that are proved in Rocq

    Written by modgap.theory.rocq.statements from the claims' own objects, and written anew before each check: an edit
    here is lost. Each is a closed proposition over the symbols of [Ledger.Language]. *)
From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From Modgap Require Import Ledger.Language.
Open Scope R_scope.

Definition IvRatio (nu z : R) : R :=
  ((/ (besseli nu z)) * (besseli (1 + nu) z)).

Definition OddRatio (nu z : R) : R :=
  (z * (/ (2 + (2 * nu))) * (/ (hyper0F1 (1 + nu) ((1 / 4) * (z ^ 2)))) * (hyper0F1 (2 + nu) ((1 / 4) * (z ^ 2)))).

Definition Cosh (t : R) : R :=
  (((1 / 2) * (exp t)) + ((1 / 2) * (exp ((-1) * t)))).

Definition SphereMGF (h z : R) : R :=
  (hyper0F1 ((1 / 2) * h) ((1 / 4) * (z ^ 2))).

Definition LogScaledBessel (nu z : R) : R :=
  (ln ((Rpower z ((-1) * nu)) * (besseli nu z))).

Definition RatioOverArgument (nu z : R) : R :=
  ((/ (2 + (2 * nu))) * (/ (SphereMGF (2 + (2 * nu)) z)) * (SphereMGF (4 + (2 * nu)) z)).

Definition ConeLoss (nu w kappa beta : R) : R :=
  (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * beta * w) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa * w)))))).

Definition ConeSlope (nu w kappa beta : R) : R :=
  (beta * ((-1) + (kappa * (RatioOverArgument nu (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa * w))))))).

Definition RootConcentration (nu z : R) : R :=
  (z * (/ (IvRatio nu z))).

Definition TrapMaximum (nu z beta : R) : R :=
  ((1 / 2) * (/ beta) * (/ (RootConcentration nu z)) * ((z ^ 2) + ((-1) * (beta ^ 2)) + ((-1) * ((RootConcentration nu z) ^ 2)))).

Definition AxisLoss (h s kappa beta : R) : R :=
  (((-1) * (ln (SphereMGF ((-1) + h) kappa))) + ((-1) * beta * s) + (ln (SphereMGF ((-1) + h) (kappa + (beta * s))))).

(** [bessel.recurrence]. *)
Definition bessel_recurrence : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  ((0 < z) /\
   (z <> 0) /\
   ((((-1) * (besseli (1 + nu) z)) + (besseli ((-1) + nu) z)) = (2 * nu * (/ z) * (besseli nu z)))).

(** [bessel.derivative]. *)
Definition bessel_derivative : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  ((0 < z) /\
   (ex_derive (fun z : R => (besseli nu z)) z) /\
   (z <> 0) /\
   ((Derive (fun z : R => (besseli nu z)) z) = ((nu * (/ z) * (besseli nu z)) + (besseli (1 + nu) z)))).

(** [bessel.positive]. *)
Definition bessel_positive : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) > 0)).

(** [bessel.ratio.riccati]. *)
Definition bessel_ratio_riccati : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   (z <> 0) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) = (1 + ((-1) * ((IvRatio nu z) ^ 2)) + ((-1) * (/ z) * (1 + (2 * nu)) * (IvRatio nu z))))).

(** [bessel.ratio.positive]. *)
Definition bessel_ratio_positive : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) > 0)).

(** [bessel.ratio.start]. *)
Definition bessel_ratio_start : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   ((IvRatio nu z) <= (z * (/ (2 + (2 * nu)))))).

(** [bessel.ratio.lower.simple]. *)
Definition bessel_ratio_lower_simple : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + ((1 + nu) ^ 2))) /\
   ((1 + nu + (sqrt ((z ^ 2) + ((1 + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) > (z * (/ (1 + nu + (sqrt ((z ^ 2) + ((1 + nu) ^ 2)))))))).

(** [bessel.ratio.lower]. *)
Definition bessel_ratio_lower : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((3 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) > (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))))))).

(** [bessel.ratio.lower.rational]. *)
Definition bessel_ratio_lower_rational : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((4 + (2 * nu)) <> 0) /\
   ((2 + (2 * nu) + ((z ^ 2) * (/ (4 + (2 * nu))))) <> 0) /\
   ((IvRatio nu z) > (z * (/ (2 + (2 * nu) + ((z ^ 2) * (/ (4 + (2 * nu))))))))).

(** [bessel.ratio.lower.linear]. *)
Definition bessel_ratio_lower_linear : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   ((IvRatio nu z) > (1 + (((-1) / 2) * (/ z) * (1 + (2 * nu)))))).

(** [bessel.ratio.upper.linear]. *)
Definition bessel_ratio_upper_linear : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   ((IvRatio nu z) < (z * (/ (2 + (2 * nu)))))).

(** [bessel.ratio.upper.one]. *)
Definition bessel_ratio_upper_one : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) < 1)).

(** [bessel.ratio.upper]. *)
Definition bessel_ratio_upper : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))))))).

(** [bessel.ratio.upper.origin]. *)
Definition bessel_ratio_upper_origin : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + ((2 + nu) ^ 2))) /\
   ((nu + (sqrt ((z ^ 2) + ((2 + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ (nu + (sqrt ((z ^ 2) + ((2 + nu) ^ 2)))))))).

(** [bessel.ratio.upper.order]. *)
Definition bessel_ratio_upper_order : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((nu ^ 2) + (z ^ 2))) /\
   ((nu + (sqrt ((nu ^ 2) + (z ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ (nu + (sqrt ((nu ^ 2) + (z ^ 2)))))))).

(** [bessel.ratio.upper.geometric]. *)
Definition bessel_ratio_upper_geometric : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) * ((3 / 2) + nu)))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) * ((3 / 2) + nu))))) <> 0) /\
   ((IvRatio nu z) < (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) * ((3 / 2) + nu))))))))).

(** [bessel.ratio.range]. *)
Definition bessel_ratio_range : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) > 0) /\
   ((IvRatio nu z) < 1)).

(** [bessel.ratio.amos]. *)
Definition bessel_ratio_amos : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((3 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) > (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2))))))) /\
   ((IvRatio nu z) < (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))))))).

(** [bessel.ratio.amos_simple]. *)
Definition bessel_ratio_amos_simple : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   (0 <= ((z ^ 2) + ((1 + nu) ^ 2))) /\
   ((1 + nu + (sqrt ((z ^ 2) + ((1 + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ (2 + (2 * nu))))) /\
   ((IvRatio nu z) > (z * (/ (1 + nu + (sqrt ((z ^ 2) + ((1 + nu) ^ 2)))))))).

(** [bessel.ratio.increasing]. *)
Definition bessel_ratio_increasing : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) > 0)).

(** [bessel.ratio.over_x_decreasing]. *)
Definition bessel_ratio_over_x_decreasing : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => ((/ z) * (IvRatio nu z))) z) /\
   ((2 + (2 * nu)) <> 0) /\
   ((Derive (fun z : R => ((/ z) * (IvRatio nu z))) z) < 0) /\
   (((/ z) * (IvRatio nu z)) < (/ (2 + (2 * nu))))).

(** [bessel.ratio.slope]. *)
Definition bessel_ratio_slope : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   (z <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) > 0) /\
   (((/ z) * (IvRatio nu z)) < (/ (2 + (2 * nu)))) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) < ((/ z) * (IvRatio nu z)))).

(** [bessel.ratio.decreasing_in_order]. *)
Definition bessel_ratio_decreasing_in_order : Prop :=
forall (mu : R) (nu : R) (z : R),
  (0 < z) ->
  (mu > (-1)) ->
  (nu > mu) ->
  ((0 < z) /\
   ((besseli mu z) <> 0) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio mu z) > (IvRatio nu z))).

(** [bessel.ratio.concave]. *)
Definition bessel_ratio_concave : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   (ex_derive_n (fun z : R => (IvRatio nu z)) 2 z) /\
   ((Derive_n (fun z : R => (IvRatio nu z)) 2 z) < 0)).

(** [bessel.ratio.over_x_convex]. *)
Definition bessel_ratio_over_x_convex : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => ((/ z) * (IvRatio nu z))) z) /\
   (ex_derive (fun z : R => ((/ z) * (Derive (fun z : R => ((/ z) * (IvRatio nu z))) z))) z) /\
   ((Derive (fun z : R => ((/ z) * (IvRatio nu z))) z) < 0) /\
   ((Derive (fun z : R => ((/ z) * (Derive (fun z : R => ((/ z) * (IvRatio nu z))) z))) z) > 0)).

(** [bessel.ratio.odd_integral]. *)
Definition bessel_ratio_odd_integral : Prop :=
forall (nu : R) (k : R) (b : R),
  (0 < k) ->
  (0 < b) ->
  (nu >= ((-1) / 2)) ->
  (((forall z : R, Rmin (Rabs (b + ((-1) * k))) (b + k) < z < Rmax (Rabs (b + ((-1) * k))) (b + k) -> 0 < z)) /\
   ((forall z : R, Rmin (Rabs (b + ((-1) * k))) (b + k) < z < Rmax (Rabs (b + ((-1) * k))) (b + k) -> (besseli nu z) <> 0)) /\
   (ex_RInt (fun z : R => (IvRatio nu z)) (Rabs (b + ((-1) * k))) (b + k)) /\
   (0 < k) /\
   ((besseli nu k) <> 0) /\
   ((RInt (fun z : R => (IvRatio nu z)) (Rabs (b + ((-1) * k))) (b + k)) < (2 * b * (IvRatio nu k)))).

(** [bessel.ratio.asymptotic]. *)
Definition bessel_ratio_asymptotic : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   (z <> 0) /\
   ((4 + (2 * nu)) <> 0) /\
   ((IvRatio nu z) <= (z * (/ (2 + (2 * nu))))) /\
   ((IvRatio nu z) >= (1 + (((-1) / 2) * (/ z) * (1 + (2 * nu))) + (((-1) / 8) * (/ (z ^ 2)) * ((3 + (2 * nu)) ^ 2)))) /\
   ((IvRatio nu z) <= (1 + (((-1) / 2) * (/ z) * (1 + (2 * nu))) + ((1 / 8) * (/ (z ^ 2)) * ((1 + (2 * nu)) ^ 2)))) /\
   ((IvRatio nu z) >= ((z * (/ (2 + (2 * nu)))) + ((-1) * (z ^ 3) * (/ ((2 + (2 * nu)) ^ 2)) * (/ (4 + (2 * nu))))))).

(** [bessel.ratio.limit.zero]. *)
Definition bessel_ratio_limit_zero : Prop :=
forall (epsilon : R) (nu : R) (z : R),
  (0 < epsilon) ->
  (0 < z) ->
  (nu > (-1)) ->
  (z < ((sqrt epsilon) * (sqrt (4 + (2 * nu))) * (2 + (2 * nu)))) ->
  ((z <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   (((/ z) * (IvRatio nu z)) < (epsilon + (/ (2 + (2 * nu))))) /\
   (((/ z) * (IvRatio nu z)) > ((/ (2 + (2 * nu))) + ((-1) * epsilon)))).

(** [bessel.ratio.limit.infinity]. *)
Definition bessel_ratio_limit_infinity : Prop :=
forall (epsilon : R) (nu : R) (z : R),
  (0 < epsilon) ->
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  (z > ((/ epsilon) * (2 + (2 * nu)))) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) < (1 + epsilon)) /\
   ((IvRatio nu z) > (1 + ((-1) * epsilon)))).

(** [bessel.turan.ratio]. *)
Definition bessel_turan_ratio : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   (((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) = (1 + ((-1) * ((IvRatio nu z) ^ 2)) + ((-2) * nu * (/ z) * (IvRatio nu z))))).

(** [bessel.turan]. *)
Definition bessel_turan : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((1 + nu) <> 0) /\
   ((((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z))) > 0) /\
   ((((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z))) <= ((/ (1 + nu)) * ((besseli nu z) ^ 2)))).

(** [bessel.turan.lower]. *)
Definition bessel_turan_lower : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= 0) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   (((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) >= (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2))))))).

(** [bessel.turan.log_concave]. *)
Definition bessel_turan_log_concave : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   (0 <= (((-1) / 4) + (nu ^ 2) + (z ^ 2))) /\
   ((IvRatio nu z) >= ((/ z) * (((-1) / 2) + (sqrt (((-1) / 4) + (nu ^ 2) + (z ^ 2))) + ((-1) * nu))))).

(** [bessel.turan.upper]. *)
Definition bessel_turan_upper : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= (((-1) / 4) + (nu ^ 2) + (z ^ 2))) /\
   ((((-1) / 4) + (nu ^ 2) + (z ^ 2)) <> 0) /\
   (((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) <= (/ (sqrt (((-1) / 4) + (nu ^ 2) + (z ^ 2)))))).

(** [bessel.log_concave]. *)
Definition bessel_log_concave : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 <= z) /\
   (0 < z) /\
   (0 < ((sqrt z) * (besseli nu z))) /\
   (ex_derive (fun z : R => (ln ((sqrt z) * (besseli nu z)))) z) /\
   (ex_derive_n (fun z : R => (ln ((sqrt z) * (besseli nu z)))) 2 z) /\
   ((Derive_n (fun z : R => (ln ((sqrt z) * (besseli nu z)))) 2 z) <= 0)).

(** [bessel.log_derivative.increasing]. *)
Definition bessel_log_derivative_increasing : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (besseli nu z)) z) /\
   (ex_derive (fun z : R => (z * (/ (besseli nu z)) * (Derive (fun z : R => (besseli nu z)) z))) z) /\
   ((Derive (fun z : R => (z * (/ (besseli nu z)) * (Derive (fun z : R => (besseli nu z)) z))) z) > 0)).

(** [bessel.hypergeometric]. *)
Definition bessel_hypergeometric : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < (2 * (/ z))) /\
   (0 < z) /\
   (0 < (1 + nu)) /\
   (((Rpower (2 * (/ z)) nu) * (besseli nu z) * (Gamma (1 + nu))) = (hyper0F1 (1 + nu) ((1 / 4) * (z ^ 2))))).

(** [bessel.ratio.odd]. *)
Definition bessel_ratio_odd : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((hyper0F1 (1 + nu) ((1 / 4) * (z ^ 2))) <> 0) /\
   (0 < (2 + nu)) /\
   ((IvRatio nu z) = (OddRatio nu z)) /\
   ((OddRatio nu ((-1) * z)) = ((-1) * (OddRatio nu z)))).

(** [sphere.mgf.gaussian]. *)
Definition sphere_mgf_gaussian : Prop :=
forall (h : nat) (z : R),
  (0 < (INR h)) ->
  (0 < z) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) z)) /\
   ((INR h) <> 0) /\
   ((ln (SphereMGF (INR h) z)) <= ((1 / 2) * (z ^ 2) * (/ (INR h))))).

(** [sphere.mgf.derivative]. *)
Definition sphere_mgf_derivative : Prop :=
forall (h : R) (z : R),
  (0 < h) ->
  (0 < z) ->
  ((0 < ((1 / 2) * h)) /\
   (0 < (SphereMGF h z)) /\
   (ex_derive (fun z : R => (ln (SphereMGF h z))) z) /\
   (0 < z) /\
   ((besseli ((-1) + ((1 / 2) * h)) z) <> 0) /\
   ((Derive (fun z : R => (ln (SphereMGF h z))) z) = (IvRatio ((-1) + ((1 / 2) * h)) z))).

(** [sphere.mgf.convex]. *)
Definition sphere_mgf_convex : Prop :=
forall (h : R) (z : R),
  (0 < h) ->
  (0 < z) ->
  (h >= 1) ->
  ((0 < ((1 / 2) * h)) /\
   (0 < (SphereMGF h z)) /\
   (ex_derive (fun z : R => (ln (SphereMGF h z))) z) /\
   (ex_derive_n (fun z : R => (ln (SphereMGF h z))) 2 z) /\
   ((Derive_n (fun z : R => (ln (SphereMGF h z))) 2 z) > 0)).

(** [sphere.mgf.decreasing_in_dimension]. *)
Definition sphere_mgf_decreasing_in_dimension : Prop :=
forall (g : R) (h : R) (z : R),
  (0 < g) ->
  (0 < h) ->
  (0 < z) ->
  (h > g) ->
  ((0 < ((1 / 2) * g)) /\
   (0 < (SphereMGF g z)) /\
   (0 < ((1 / 2) * h)) /\
   (0 < (SphereMGF h z)) /\
   ((ln (SphereMGF g z)) > (ln (SphereMGF h z)))).

(** [sphere.mgf.convex_in_dimension]. *)
Definition sphere_mgf_convex_in_dimension : Prop :=
forall (g : R) (h : R) (z : R),
  (0 < g) ->
  (0 < h) ->
  (0 < z) ->
  ((0 < (((1 / 4) * g) + ((1 / 4) * h))) /\
   (0 < (SphereMGF (((1 / 2) * g) + ((1 / 2) * h)) z)) /\
   (0 < ((1 / 2) * g)) /\
   (0 < (SphereMGF g z)) /\
   (0 < ((1 / 2) * h)) /\
   (0 < (SphereMGF h z)) /\
   ((2 * (ln (SphereMGF (((1 / 2) * g) + ((1 / 2) * h)) z))) <= ((ln (SphereMGF g z)) + (ln (SphereMGF h z))))).

(** [sphere.mgf.upper]. *)
Definition sphere_mgf_upper : Prop :=
forall (h : nat) (z : R),
  (0 < (INR h)) ->
  (0 < z) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) z)) /\
   (0 <= ((z ^ 2) + ((1 + ((1 / 2) * (INR h))) ^ 2))) /\
   ((INR h) <> 0) /\
   (0 < ((/ (INR h)) * ((-1) + (sqrt ((z ^ 2) + ((1 + ((1 / 2) * (INR h))) ^ 2))) + ((1 / 2) * (INR h))))) /\
   ((ln (SphereMGF (INR h) z)) < ((-1) + (sqrt ((z ^ 2) + ((1 + ((1 / 2) * (INR h))) ^ 2))) + (((-1) / 2) * (INR h)) + ((-1) * ((-1) + ((1 / 2) * (INR h))) * (ln ((/ (INR h)) * ((-1) + (sqrt ((z ^ 2) + ((1 + ((1 / 2) * (INR h))) ^ 2))) + ((1 / 2) * (INR h))))))))).

(** [sphere.mgf.lower]. *)
Definition sphere_mgf_lower : Prop :=
forall (h : nat) (z : R),
  (0 < (INR h)) ->
  (0 < z) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) z)) /\
   (0 <= ((z ^ 2) + (((1 / 2) + ((1 / 2) * (INR h))) ^ 2))) /\
   ((INR h) <> 0) /\
   (0 < ((/ (INR h)) * (((-1) / 2) + (sqrt ((z ^ 2) + (((1 / 2) + ((1 / 2) * (INR h))) ^ 2))) + ((1 / 2) * (INR h))))) /\
   ((ln (SphereMGF (INR h) z)) > (((-1) / 2) + (sqrt ((z ^ 2) + (((1 / 2) + ((1 / 2) * (INR h))) ^ 2))) + (((-1) / 2) * (INR h)) + ((-1) * (((-1) / 2) + ((1 / 2) * (INR h))) * (ln ((/ (INR h)) * (((-1) / 2) + (sqrt ((z ^ 2) + (((1 / 2) + ((1 / 2) * (INR h))) ^ 2))) + ((1 / 2) * (INR h))))))))).

(** [thm.1.trace]. *)
Definition thm_1_trace : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.trace.population]. *)
Definition thm_1_trace_population : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.trace.overlap]. *)
Definition thm_1_trace_overlap : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((2 * (ln (SphereMGF (INR h) beta))) <= beta) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.trace.population.ball]. *)
Definition thm_1_trace_population_ball : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (ball_coupling h P) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, ball_sphere h x y -> continuous_pairs h (ball_sphere h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, ball_sphere h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (ball_sphere h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.trace.gaussian]. *)
Definition thm_1_trace_gaussian : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.energy]. *)
Definition thm_1_energy : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime))))))) /\
   ((((-1) * (SphereMGF (INR h) beta)) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))))) >= 0)).

(** [thm.1.population]. *)
Definition thm_1_population : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) >= (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.modalities.three]. *)
Definition thm_1_modalities_three : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R) (P_2 : (vector -> vector -> R) -> R) (P_3 : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  (coupling h P_2) ->
  (coupling h P_3) ->
  ((INR h) >= 2) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P_2 (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P_2 (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P_2 (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P_2 (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P_3 (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P_3 (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P_3 (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P_3 (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) + (((-2) * beta * (P_2 (fun x y : vector => (dot h x y)))) + (P_2 (fun x y : vector => (ln (P_2 (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P_2 (fun x y : vector => (ln (P_2 (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) + (((-2) * beta * (P_3 (fun x y : vector => (dot h x y)))) + (P_3 (fun x y : vector => (ln (P_3 (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P_3 (fun x y : vector => (ln (P_3 (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))))) >= (((-6) * beta) + (6 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.decoupled]. *)
Definition thm_1_decoupled : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (0 < (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-1) * beta * (P (fun x y : vector => (dot h x y)))) + (ln (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))))) >= (((-1) * beta) + (ln (SphereMGF (INR h) beta))))).

(** [thm.1.stability.population]. *)
Definition thm_1_stability_population : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   ((forall x y : vector, spheres h x y -> 0 < ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => ((1 + ((-1) * (exp ((-2) * beta * (1 + ((-1) * (dot h y y_prime))))))) * (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (P (fun x_prime y_prime : vector => ((1 + ((-1) * (exp ((-2) * beta * (1 + ((-1) * (dot h y y_prime))))))) * (exp (beta * (dot h x y_prime)))))) * (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y)))))) /\
   ((beta + ((-1) * (P (fun x y : vector => (ln ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))))) + ((-1) * (ln (SphereMGF (INR h) beta)))) >= ((1 / 8) * (P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (P (fun x_prime y_prime : vector => ((1 + ((-1) * (exp ((-2) * beta * (1 + ((-1) * (dot h y y_prime))))))) * (exp (beta * (dot h x y_prime)))))) * (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))))))))).

(** [thm.1.stability.sharper.population]. *)
Definition thm_1_stability_sharper_population : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   ((forall x y : vector, spheres h x y -> 0 < ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => ((1 + ((-1) * (exp ((-1) * beta * (1 + ((-1) * (dot h y y_prime))))))) * (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (P (fun x_prime y_prime : vector => ((1 + ((-1) * (exp ((-1) * beta * (1 + ((-1) * (dot h y y_prime))))))) * (exp (beta * (dot h x y_prime)))))) * (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y)))))) /\
   ((beta + ((-1) * (P (fun x y : vector => (ln ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))))) + ((-1) * (ln (SphereMGF (INR h) beta)))) >= ((1 / 4) * (P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (P (fun x_prime y_prime : vector => ((1 + ((-1) * (exp ((-1) * beta * (1 + ((-1) * (dot h y y_prime))))))) * (exp (beta * (dot h x y_prime)))))) * (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))))))))).

(** [thm.3.population.coupling]. *)
Definition thm_3_population_coupling : Prop :=
forall (h : nat) (rho : R) (m : R) (e : vector) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot (h - 1)%nat e e = 1) ->
  (coupling (h - 1)%nat P) ->
  ((INR h) >= 3) ->
  (rho <= 1) ->
  ((continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x y)))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((-1) * ((dot (h - 1)%nat e x) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat x x)))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((-1) * ((dot (h - 1)%nat e y) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat y y)))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (dot (h - 1)%nat e (vadd x (vscal (-1) y))))) /\
   ((P (fun x y : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x y)))) <= (((1 / 2) * (P (fun x y : vector => (((-1) * ((dot (h - 1)%nat e x) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat x x))))) + ((1 / 2) * (P (fun x y : vector => (((-1) * ((dot (h - 1)%nat e y) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat y y))))) + ((1 / 2) * rho * (m ^ 2)) + ((-1) * m * rho * (P (fun x y : vector => (dot (h - 1)%nat e (vadd x (vscal (-1) y))))))))).

(** [thm.3.free.hot]. *)
Definition thm_3_free_hot : Prop :=
forall (h : nat) (rho : R) (beta : R) (P : (vector -> vector -> R) -> R) (e : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (coupling (h - 1)%nat P) ->
  (dot (h - 1)%nat e e = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  ((continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x y)))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime))))))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime)))))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime))))))))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y))))))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y)))))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y))))))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((dot (h - 1)%nat e x) ^ 2) + ((dot (h - 1)%nat e y) ^ 2)))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x_prime y_prime : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e x_prime)) + ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e y) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x x_prime) + (dot (h - 1)%nat y y_prime))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (P (fun x_prime y_prime : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e x_prime)) + ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e y) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x x_prime) + (dot (h - 1)%nat y y_prime)))))) /\
   ((((-2) * beta * (P (fun x y : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x y))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime))))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y)))))))))) >= (((-2) * beta) + (beta * (((1 + ((-1) * rho)) * (P (fun x y : vector => (((dot (h - 1)%nat e x) ^ 2) + ((dot (h - 1)%nat e y) ^ 2))))) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e x_prime)) + ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e y) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x x_prime) + (dot (h - 1)%nat y y_prime))))))))))).

(** [thm.3.free.hot.collapse]. *)
Definition thm_3_free_hot_collapse : Prop :=
forall (h : nat) (rho : R) (beta : R) (P : (vector -> vector -> R) -> R) (e : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (coupling (h - 1)%nat P) ->
  (dot (h - 1)%nat e e = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  ((continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((dot (h - 1)%nat e x) ^ 2) + ((dot (h - 1)%nat e y) ^ 2)))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x_prime y_prime : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e x_prime)) + ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e y) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x x_prime) + (dot (h - 1)%nat y y_prime))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (P (fun x_prime y_prime : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e x_prime)) + ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e y) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x x_prime) + (dot (h - 1)%nat y y_prime)))))) /\
   (((-2) + (INR h)) <> 0) /\
   (beta <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-2) + (INR h)) beta)) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x y)))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime))))))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime)))))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime))))))))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y))))))) /\
   ((forall x y : vector, spheres (h - 1)%nat x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y)))))))) /\
   (continuous_pairs (h - 1)%nat (spheres (h - 1)%nat) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y))))))))) /\
   ((((1 + ((-1) * rho)) * (P (fun x y : vector => (((dot (h - 1)%nat e x) ^ 2) + ((dot (h - 1)%nat e y) ^ 2))))) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e x_prime)) + ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e y) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x x_prime) + (dot (h - 1)%nat y y_prime))))))) <= ((beta * (/ ((-2) + (INR h)))) + ((/ beta) * (((-2) * (ln (SphereMGF ((-2) + (INR h)) beta))) + (2 * beta) + (((-2) * beta * (P (fun x y : vector => (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x y))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x) * (dot (h - 1)%nat e y_prime)) + (dot (h - 1)%nat x y_prime))))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e x_prime) * (dot (h - 1)%nat e y)) + (dot (h - 1)%nat x_prime y))))))))))))))).

(** [thm.1.trace.any_law]. *)
Definition thm_1_trace_any_law : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R) (Q : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  (coupling h Q) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   ((forall x y : vector, spheres h x y -> (forall w u : vector, spheres h w u -> 0 <= (3 + ((dot h x y) ^ 2))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y)))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * ((Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))) ^ 2) * (exp (beta * (dot h x y)))))) /\
   ((forall w_prime u_prime : vector, spheres h w_prime u_prime -> continuous_pairs h (spheres h) (fun w u : vector => (exp (beta * (dot h u u_prime)))))) /\
   (continuous_pairs h (spheres h) (fun w_prime u_prime : vector => (Q (fun w u : vector => (exp (beta * (dot h u u_prime))))))) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * ((Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))) ^ 2) * (exp (beta * (dot h x y)))))) <= ((Q (fun w_prime u_prime : vector => (Q (fun w u : vector => (exp (beta * (dot h u u_prime))))))) * (exp beta)))).

(** [thm.1.cone]. *)
Definition thm_1_cone : Prop :=
forall (h : nat) (beta : R) (D : R) (P : (vector -> vector -> R) -> R) (Q : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (0 < D) ->
  (coupling h P) ->
  (coupling h Q) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   ((forall w_prime u_prime : vector, spheres h w_prime u_prime -> continuous_pairs h (spheres h) (fun w u : vector => (exp (beta * (dot h u u_prime)))))) /\
   (continuous_pairs h (spheres h) (fun w_prime u_prime : vector => (Q (fun w u : vector => (exp (beta * (dot h u u_prime))))))) /\
   ((forall x y : vector, spheres h x y -> (forall w u : vector, spheres h w u -> 0 <= (3 + ((dot h x y) ^ 2))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y)))))))) /\
   ((forall x y : vector, spheres h x y -> 0 <= ((D + ((-1) * (Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))))) ^ 2))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (D + (sqrt ((D + ((-1) * (Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))))) ^ 2)) + ((-1) * (Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))))))) /\
   (((D ^ 2) * (P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y))))))) <= (((Q (fun w_prime u_prime : vector => (Q (fun w u : vector => (exp (beta * (dot h u u_prime))))))) * (exp beta)) + (D * (P (fun x y : vector => (D + (sqrt ((D + ((-1) * (Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))))) ^ 2)) + ((-1) * (Q (fun w u : vector => (exp (beta * (dot h u (vadd (vscal (1 / 2) x) (vscal ((1 / 2) * ((sqrt (3 + ((dot h x y) ^ 2))) + ((-1) * (dot h x y)))) y))))))))))) * (exp (2 * beta)))))).

(** [thm.3.free.overlap]. *)
Definition thm_3_free_overlap : Prop :=
forall (h : nat) (beta : R) (r : R) (P : (vector -> vector -> R) -> R) (Q : (vector -> vector -> R) -> R) (e : vector),
  (0 < (INR h)) ->
  (0 < beta) ->
  (0 <= r) ->
  (coupling h P) ->
  (coupling h Q) ->
  (dot h e e = 1) ->
  ((INR h) >= 2) ->
  (r <= 1) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h (vadd x (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)) (vadd y_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e y_prime)) e)))))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h (vadd x (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)) (vadd y_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e y_prime)) e))))))) <> 0)) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun v u : vector => (exp (beta * (dot h (vadd u (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u)) e)) (vadd (vadd (vadd (vscal (1 / 2) x) (vscal (1 / 2) y)) (vscal (((-1) / 2) * (1 + ((-1) * r)) * (dot h e x)) e)) (vscal (((-1) / 2) * (1 + ((-1) * r)) * (dot h e y)) e)))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h (vadd x (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)) (vadd y_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e y_prime)) e)))))))) * ((Q (fun v u : vector => (exp (beta * (dot h (vadd u (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u)) e)) (vadd (vadd (vadd (vscal (1 / 2) x) (vscal (1 / 2) y)) (vscal (((-1) / 2) * (1 + ((-1) * r)) * (dot h e x)) e)) (vscal (((-1) / 2) * (1 + ((-1) * r)) * (dot h e y)) e))))))) ^ 2) * (exp (((-1) / 4) * beta * (dot h (vadd (vadd (vadd x (vscal (-1) y)) (vscal ((1 + ((-1) * r)) * (dot h e y)) e)) (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)) (vadd (vadd (vadd x (vscal (-1) y)) (vscal ((1 + ((-1) * r)) * (dot h e y)) e)) (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)))))))) /\
   ((forall v_prime u_prime : vector, spheres h v_prime u_prime -> continuous_pairs h (spheres h) (fun v u : vector => (exp (beta * (dot h (vadd u (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u)) e)) (vadd u_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u_prime)) e)))))))) /\
   (continuous_pairs h (spheres h) (fun v_prime u_prime : vector => (Q (fun v u : vector => (exp (beta * (dot h (vadd u (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u)) e)) (vadd u_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u_prime)) e))))))))) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h (vadd x (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)) (vadd y_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e y_prime)) e)))))))) * ((Q (fun v u : vector => (exp (beta * (dot h (vadd u (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u)) e)) (vadd (vadd (vadd (vscal (1 / 2) x) (vscal (1 / 2) y)) (vscal (((-1) / 2) * (1 + ((-1) * r)) * (dot h e x)) e)) (vscal (((-1) / 2) * (1 + ((-1) * r)) * (dot h e y)) e))))))) ^ 2) * (exp (((-1) / 4) * beta * (dot h (vadd (vadd (vadd x (vscal (-1) y)) (vscal ((1 + ((-1) * r)) * (dot h e y)) e)) (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)) (vadd (vadd (vadd x (vscal (-1) y)) (vscal ((1 + ((-1) * r)) * (dot h e y)) e)) (vscal ((-1) * (1 + ((-1) * r)) * (dot h e x)) e)))))))) <= (Q (fun v_prime u_prime : vector => (Q (fun v u : vector => (exp (beta * (dot h (vadd u (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u)) e)) (vadd u_prime (vscal ((-1) * (1 + ((-1) * r)) * (dot h e u_prime)) e))))))))))).

(** [thm.1.trace.misaligned]. *)
Definition thm_1_trace_misaligned : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (dot h y y_prime)))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (P (fun x_prime y_prime : vector => (dot h y y_prime))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))))) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) <= (((/ (SphereMGF (INR h) beta)) * (exp beta)) + (((-1) / 16) * beta * (1 + ((-1) * (P (fun x y : vector => (P (fun x_prime y_prime : vector => (dot h y y_prime))))))) * (P (fun x y : vector => (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))))) * (exp ((-8) * beta)))))).

(** [thm.1.trace.strict]. *)
Definition thm_1_trace_strict : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((((-1) * (SphereMGF (INR h) beta)) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))))) > 0) ->
  (((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   ((P (fun x y : vector => ((/ (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y)))))) < ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.equality.keys]. *)
Definition thm_1_equality_keys : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((((-1) * (SphereMGF (INR h) beta)) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))))) > 0) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) > (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.equality.pairs]. *)
Definition thm_1_equality_pairs : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((P (fun x y : vector => (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))))) > 0) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) > (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [cor.1]. *)
Definition cor_1 : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((P (fun x y : vector => (P (fun x_prime y_prime : vector => (dot h (vadd x (vscal (-1) y)) (vadd x_prime (vscal (-1) y_prime))))))) > 0) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) > (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [cor.1.concentration]. *)
Definition cor_1_concentration : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  ((INR h) >= 2) ->
  ((P (fun x y : vector => (P (fun x_prime y_prime : vector => (dot h y y_prime))))) > 0) ->
  ((continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) > (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.queries_in_ball]. *)
Definition thm_1_queries_in_ball : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) <= 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.one_sided]. *)
Definition thm_1_one_sided : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) <= 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))))) >= (((-1) * beta) + (ln (SphereMGF (INR h) beta))))).

(** [thm.1.temperatures]. *)
Definition thm_1_temperatures : Prop :=
forall (h : nat) (N : nat) (beta : R) (gamma : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (0 < gamma) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (gamma * (dot h (x j) (y i)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (gamma * (dot h (x j) (y i))))))) * (exp (gamma * (dot h (x i) (y i))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (0 < (SphereMGF (INR h) gamma)) /\
   ((((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))))) + ((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (gamma * (dot h (x j) (y i))))))) * (exp (gamma * (dot h (x i) (y i)))))))))) >= (((-1) * beta) + ((-1) * gamma) + (ln (SphereMGF (INR h) beta)) + (ln (SphereMGF (INR h) gamma))))).

(** [thm.1.diagonal]. *)
Definition thm_1_diagonal : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (INR N) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((/ (INR N)) * (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (x j))))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => (ln ((/ (INR N)) * (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (x j))))))))))) >= (ln (SphereMGF (INR h) beta)))).

(** [thm.1.finite]. *)
Definition thm_1_finite : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  ((0 < (INR N)) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * (ln (INR N))) + ((/ (INR N)) * (sum1 N (fun i : nat => (((-2) * beta * (dot h (x i) (y i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))))))) >= (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.finite.strict]. *)
Definition thm_1_finite_strict : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  ((0 < (INR N)) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-2) * (ln (INR N))) + ((/ (INR N)) * (sum1 N (fun i : nat => (((-2) * beta * (dot h (x i) (y i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))))))) > (((-2) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.bound]. *)
Definition thm_1_bound : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  ((0 < (INR N)) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))) /\
   (beta <> 0) /\
   (0 < (2 * (/ beta))) /\
   (0 < beta) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < ((Rpower (2 * (/ beta)) ((-1) + ((1 / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) beta) * (Gamma ((1 / 2) * (INR h))))) /\
   ((((-2) * (ln (INR N))) + ((/ (INR N)) * (sum1 N (fun i : nat => (((-2) * beta * (dot h (x i) (y i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))))))) >= (((-2) * beta) + (2 * (ln ((Rpower (2 * (/ beta)) ((-1) + ((1 / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) beta) * (Gamma ((1 / 2) * (INR h))))))))).

(** [thm.1.learnable_temperature]. *)
Definition thm_1_learnable_temperature : Prop :=
forall (h : nat) (N : nat) (beta : R) (gamma : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (0 < gamma) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (gamma >= beta) ->
  ((0 < (INR N)) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) gamma)) /\
   ((((-2) * (ln (INR N))) + ((/ (INR N)) * (sum1 N (fun i : nat => (((-2) * beta * (dot h (x i) (y i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))))))) >= (((-2) * gamma) + (2 * (ln (SphereMGF (INR h) gamma)))))).

(** [thm.1.stability]. *)
Definition thm_1_stability : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   ((beta + ((-1) * (ln (SphereMGF (INR h) beta))) + ((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))))) >= ((1 / 8) * (/ (INR N)) * (sum1 N (fun i : nat => ((/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (dot h (vadd (vscal (-1) (y i)) (x i)) (vadd (vscal (-1) (y i)) (x i))) * (sum1 N (fun j : nat => ((1 + ((-1) * (exp ((-2) * beta * (1 + ((-1) * (dot h (y i) (y j)))))))) * (exp (beta * (dot h (x i) (y j))))))))))))).

(** [thm.1.probability]. *)
Definition thm_1_probability : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => ((/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))) <= ((/ (INR N)) * (/ (SphereMGF (INR h) beta)) * (exp beta)))).

(** [thm.1.loss.power]. *)
Definition thm_1_loss_power : Prop :=
forall (h : nat) (N : nat) (beta : R) (q : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (0 < q) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (q <= 1) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> q <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   (q <> 0) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (0 < ((/ (INR N)) * (/ (SphereMGF (INR h) beta)) * (exp beta))) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => ((/ q) * (1 + ((-1) * (Rpower ((/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))) q))))))) >= ((/ q) * (1 + ((-1) * (Rpower ((/ (INR N)) * (/ (SphereMGF (INR h) beta)) * (exp beta)) q)))))).

(** [thm.1.loss.hinge]. *)
Definition thm_1_loss_hinge : Prop :=
forall (h : nat) (N : nat) (beta : R) (t : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => (((1 / 2) * t) + ((1 / 2) * (Rabs (t + ((-1) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))) + (((-1) / 2) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))))) >= (((1 / 2) * t) + ((1 / 2) * (Rabs (t + ((-1) * (/ (INR N)) * (/ (SphereMGF (INR h) beta)) * (exp beta))))) + (((-1) / 2) * (/ (INR N)) * (/ (SphereMGF (INR h) beta)) * (exp beta))))).

(** [sphere.mgf.over_square]. *)
Definition sphere_mgf_over_square : Prop :=
forall (h : nat) (z : R) (lambda : R),
  (0 < (INR h)) ->
  (0 < z) ->
  (0 < lambda) ->
  ((INR h) >= 2) ->
  (lambda <= 1) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) (lambda * z))) /\
   (0 < (SphereMGF (INR h) z)) /\
   ((ln (SphereMGF (INR h) (lambda * z))) >= ((lambda ^ 2) * (ln (SphereMGF (INR h) z))))).

(** [thm.1.overlap.psi]. *)
Definition thm_1_overlap_psi : Prop :=
forall (h : nat) (beta : R) (c : R),
  (0 < (INR h)) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (c >= 0) ->
  (c <= 1) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) (c * beta))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (((2 * (ln (SphereMGF (INR h) (c * beta)))) + ((-1) * beta * (c ^ 2))) >= ((c ^ 2) * (((-1) * beta) + (2 * (ln (SphereMGF (INR h) beta))))))).

(** [thm.1.overlap.condition]. *)
Definition thm_1_overlap_condition : Prop :=
forall (h : nat) (beta : R) (c : R),
  (0 < (INR h)) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (c >= 0) ->
  (c <= 1) ->
  ((2 * (ln (SphereMGF (INR h) beta))) <= beta) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) (c * beta))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (((2 * (ln (SphereMGF (INR h) (c * beta)))) + ((-1) * beta * (c ^ 2))) >= (((-1) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.overlap.range]. *)
Definition thm_1_overlap_range : Prop :=
forall (h : nat) (beta : R),
  (0 < (INR h)) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (beta <= (INR h)) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((2 * (ln (SphereMGF (INR h) beta))) <= beta)).

(** [thm.1.one_pair]. *)
Definition thm_1_one_pair : Prop :=
forall (h : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= 1%nat)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= 1%nat)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  (((forall i : nat, (1 <= i <= 1%nat)%nat -> 0 < (sum1 1%nat (fun j : nat => (exp (beta * (dot h (x i) (y j)))))))) /\
   ((forall i : nat, (1 <= i <= 1%nat)%nat -> 0 < (sum1 1%nat (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))) /\
   ((sum1 1%nat (fun i : nat => (((-2) * beta * (dot h (x i) (y i))) + (ln (sum1 1%nat (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) + (ln (sum1 1%nat (fun j : nat => (exp (beta * (dot h (x j) (y i)))))))))) = 0)).

(** [sphere.mgf.bessel]. *)
Definition sphere_mgf_bessel : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < (2 * (/ z))) /\
   (0 < z) /\
   (0 < (1 + nu)) /\
   (((Rpower (2 * (/ z)) nu) * (besseli nu z) * (Gamma (1 + nu))) = (SphereMGF (2 + (2 * nu)) z))).

(** [sphere.mgf.at_least_one]. *)
Definition sphere_mgf_at_least_one : Prop :=
forall (nu : R) (r : R),
  (0 <= r) ->
  (nu > (-1)) ->
  ((0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) r) >= 1)).

(** [bessel.ratio.over_x]. *)
Definition bessel_ratio_over_x : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) z) <> 0) /\
   (0 < (2 + nu)) /\
   (z <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((RatioOverArgument nu z) = ((/ z) * (IvRatio nu z)))).

(** [sphere.mgf.slope]. *)
Definition sphere_mgf_slope : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) z) <> 0) /\
   (0 < (2 + nu)) /\
   (ex_derive (fun z : R => (RatioOverArgument nu z)) z) /\
   (0 < (SphereMGF (2 + (2 * nu)) z)) /\
   (ex_derive (fun z : R => (ln (SphereMGF (2 + (2 * nu)) z))) z) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((Derive (fun z : R => (RatioOverArgument nu z)) z) < 0) /\
   ((Derive (fun z : R => (ln (SphereMGF (2 + (2 * nu)) z))) z) = (IvRatio nu z)) /\
   ((Derive (fun z : R => (ln (SphereMGF (2 + (2 * nu)) z))) z) = (z * (RatioOverArgument nu z)))).

(** [bessel.ratio.over_x.bounds]. *)
Definition bessel_ratio_over_x_bounds : Prop :=
forall (nu : R) (r : R),
  (0 <= r) ->
  (nu > ((-1) / 2)) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) r) <> 0) /\
   (0 < (2 + nu)) /\
   (0 <= ((r ^ 2) + ((1 + nu) ^ 2))) /\
   ((1 + nu + (sqrt ((r ^ 2) + ((1 + nu) ^ 2)))) <> 0) /\
   (0 <= ((r ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((r ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   ((RatioOverArgument nu r) <= (/ (2 + (2 * nu)))) /\
   ((RatioOverArgument nu r) >= (/ (1 + nu + (sqrt ((r ^ 2) + ((1 + nu) ^ 2)))))) /\
   ((RatioOverArgument nu r) <= (/ ((1 / 2) + nu + (sqrt ((r ^ 2) + (((1 / 2) + nu) ^ 2))))))).

(** [thm.2.slope]. *)
Definition thm_2_slope : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)) > 0) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (ex_derive (fun w : R => (ConeLoss nu w kappa beta)) w) /\
   ((2 + (2 * nu)) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   (0 <= ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))) /\
   (((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)) <> 0) /\
   (0 < (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))) /\
   ((besseli nu (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))) <> 0) /\
   ((Derive (fun w : R => (ConeLoss nu w kappa beta)) w) = (ConeSlope nu w kappa beta)) /\
   ((ConeSlope nu w kappa beta) = (beta * ((-1) + (kappa * (/ (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))) * (IvRatio nu (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))))))).

(** [thm.2.tangent]. *)
Definition thm_2_tangent : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (u >= (-1)) ->
  (w > u) ->
  (w <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   ((2 + (2 * nu)) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa)))) <> 0) /\
   ((((-1) * (ConeLoss nu u kappa beta)) + (ConeLoss nu w kappa beta)) > ((w + ((-1) * u)) * (ConeSlope nu w kappa beta))) /\
   ((((-1) * (ConeLoss nu u kappa beta)) + (ConeLoss nu w kappa beta)) < ((w + ((-1) * u)) * (ConeSlope nu u kappa beta)))).

(** [thm.2.concave]. *)
Definition thm_2_concave : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R) (s : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (u >= (-1)) ->
  (w > u) ->
  (w <= 1) ->
  (s > 0) ->
  (s < 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa * ((s * w) + (u * (1 + ((-1) * s))))))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa))))) /\
   ((ConeLoss nu ((s * w) + (u * (1 + ((-1) * s)))) kappa beta) > ((s * (ConeLoss nu w kappa beta)) + ((1 + ((-1) * s)) * (ConeLoss nu u kappa beta))))).

(** [thm.2.ends]. *)
Definition thm_2_ends : Prop :=
forall (nu : R) (kappa : R) (beta : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + ((-2) * beta * kappa))))) /\
   ((forall z : R, Rmin (Rabs (beta + ((-1) * kappa))) (beta + kappa) < z < Rmax (Rabs (beta + ((-1) * kappa))) (beta + kappa) -> 0 < z)) /\
   ((forall z : R, Rmin (Rabs (beta + ((-1) * kappa))) (beta + kappa) < z < Rmax (Rabs (beta + ((-1) * kappa))) (beta + kappa) -> (besseli nu z) <> 0)) /\
   (ex_RInt (fun z : R => (IvRatio nu z)) (Rabs (beta + ((-1) * kappa))) (beta + kappa)) /\
   ((((-1) * (ConeLoss nu 1 kappa beta)) + (ConeLoss nu (-1) kappa beta)) > 0) /\
   ((((-1) * (ConeLoss nu 1 kappa beta)) + (ConeLoss nu (-1) kappa beta)) = (((-1) * (RInt (fun z : R => (IvRatio nu z)) (Rabs (beta + ((-1) * kappa))) (beta + kappa))) + (2 * beta)))).

(** [thm.2.direction]. *)
Definition thm_2_direction : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (w >= (-1)) ->
  (w < 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa))))) /\
   ((ConeLoss nu w kappa beta) > (ConeLoss nu 1 kappa beta))).

(** [thm.2.trap.none]. *)
Definition thm_2_trap_none : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (u >= (-1)) ->
  (w > u) ->
  (w <= 1) ->
  ((ConeSlope nu (-1) kappa beta) <= 0) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa))))) /\
   ((ConeLoss nu w kappa beta) < (ConeLoss nu u kappa beta))).

(** [thm.2.trap.never]. *)
Definition thm_2_trap_never : Prop :=
forall (nu : R) (kappa : R) (beta : R),
  (0 < kappa) ->
  (0 < beta) ->
  (beta <= ((1 / 2) + nu)) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + ((-2) * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   ((ConeSlope nu (-1) kappa beta) <= 0)).

(** [thm.2.trap.small]. *)
Definition thm_2_trap_small : Prop :=
forall (nu : R) (kappa : R) (beta : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu > ((-1) / 2)) ->
  (kappa <= (2 + (2 * nu))) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + ((-2) * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   ((ConeSlope nu (-1) kappa beta) <= 0)).

(** [thm.2.clip]. *)
Definition thm_2_clip : Prop :=
forall (kappa : R) (u : R) (w : R),
  (0 < kappa) ->
  (u >= (-1)) ->
  (w > u) ->
  (w <= 1) ->
  ((0 < 256) /\
   (0 < (SphereMGF 512 kappa)) /\
   (0 < (SphereMGF 512 (sqrt (10000 + (kappa ^ 2) + (200 * w * kappa))))) /\
   (0 < (SphereMGF 512 (sqrt (10000 + (kappa ^ 2) + (200 * u * kappa))))) /\
   ((ConeLoss 255 w kappa 100) < (ConeLoss 255 u kappa 100))).

(** [thm.2.trap.necessary]. *)
Definition thm_2_trap_necessary : Prop :=
forall (nu : R) (kappa : R) (beta : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu > ((-1) / 2)) ->
  ((ConeSlope nu (-1) kappa beta) > 0) ->
  ((((-1) + ((-2) * nu) + (2 * beta)) <> 0) /\
   (kappa > (2 + (2 * nu))) /\
   ((2 * beta) > (1 + (2 * nu))) /\
   (kappa > ((beta ^ 2) * (/ ((-1) + ((-2) * nu) + (2 * beta)))))).

(** [thm.2.trap.sufficient]. *)
Definition thm_2_trap_sufficient : Prop :=
forall (nu : R) (kappa : R) (beta : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu > ((-1) / 2)) ->
  (beta > (1 + nu)) ->
  (kappa > ((beta ^ 2) * (/ ((-2) + ((-2) * nu) + (2 * beta))))) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + ((-2) * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   ((ConeSlope nu (-1) kappa beta) > 0)).

(** [thm.2.trap.root]. *)
Definition thm_2_trap_root : Prop :=
forall (nu : R) (kappa : R) (z : R),
  (0 < kappa) ->
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  (kappa > (2 + (2 * nu))) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) z) <> 0) /\
   (0 < (2 + nu)) /\
   (ex_derive (fun z : R => (RatioOverArgument nu z)) z) /\
   ((SphereMGF (2 + (2 * nu)) ((sqrt kappa) * (sqrt ((-2) + kappa + ((-2) * nu))))) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) ((sqrt kappa) * (sqrt ((-1) + kappa + ((-2) * nu))))) <> 0) /\
   ((Derive (fun z : R => (RatioOverArgument nu z)) z) < 0) /\
   ((kappa * (RatioOverArgument nu ((sqrt kappa) * (sqrt ((-2) + kappa + ((-2) * nu)))))) > 1) /\
   ((kappa * (RatioOverArgument nu ((sqrt kappa) * (sqrt ((-1) + kappa + ((-2) * nu)))))) < 1)).

(** [thm.2.trap.inside]. *)
Definition thm_2_trap_inside : Prop :=
forall (nu : R) (z : R) (beta : R),
  (0 < z) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (((((-1) * beta) + (RootConcentration nu z)) ^ 2) < (z ^ 2)) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + ((RootConcentration nu z) ^ 2) + ((-2) * beta * (RootConcentration nu z))))) <> 0) /\
   (0 < (2 + nu)) /\
   ((ConeSlope nu (-1) (RootConcentration nu z) beta) > 0)).

(** [thm.2.trap.outside]. *)
Definition thm_2_trap_outside : Prop :=
forall (nu : R) (z : R) (beta : R),
  (0 < z) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (((((-1) * beta) + (RootConcentration nu z)) ^ 2) >= (z ^ 2)) ->
  (((2 + (2 * nu)) <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + ((RootConcentration nu z) ^ 2) + ((-2) * beta * (RootConcentration nu z))))) <> 0) /\
   (0 < (2 + nu)) /\
   ((ConeSlope nu (-1) (RootConcentration nu z) beta) <= 0)).

(** [thm.2.trap]. *)
Definition thm_2_trap : Prop :=
forall (nu : R) (z : R) (beta : R) (s : R) (t : R),
  (0 < z) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (((((-1) * beta) + (RootConcentration nu z)) ^ 2) < (z ^ 2)) ->
  (s >= 0) ->
  (t > s) ->
  (t <= 1) ->
  ((beta <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) <> 0) /\
   ((RootConcentration nu z) <> 0) /\
   (0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (RootConcentration nu z))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + ((RootConcentration nu z) ^ 2) + (2 * beta * ((-1) + (s * (1 + (TrapMaximum nu z beta)))) * (RootConcentration nu z)))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + ((RootConcentration nu z) ^ 2) + (2 * beta * ((-1) + (t * (1 + (TrapMaximum nu z beta)))) * (RootConcentration nu z)))))) /\
   ((TrapMaximum nu z beta) > (-1)) /\
   ((TrapMaximum nu z beta) < 1) /\
   ((ConeLoss nu ((-1) + (s * (1 + (TrapMaximum nu z beta)))) (RootConcentration nu z) beta) < (ConeLoss nu ((-1) + (t * (1 + (TrapMaximum nu z beta)))) (RootConcentration nu z) beta))).

(** [thm.2.trap.maximum]. *)
Definition thm_2_trap_maximum : Prop :=
forall (nu : R) (z : R) (beta : R) (w : R),
  (0 < z) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (((((-1) * beta) + (RootConcentration nu z)) ^ 2) < (z ^ 2)) ->
  (w >= (-1)) ->
  (w <= 1) ->
  (w <> (TrapMaximum nu z beta)) ->
  ((beta <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) <> 0) /\
   ((RootConcentration nu z) <> 0) /\
   (0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (RootConcentration nu z))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + ((RootConcentration nu z) ^ 2) + (2 * w * beta * (RootConcentration nu z)))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + ((RootConcentration nu z) ^ 2) + (2 * beta * (RootConcentration nu z) * (TrapMaximum nu z beta)))))) /\
   ((TrapMaximum nu z beta) > (-1)) /\
   ((ConeLoss nu w (RootConcentration nu z) beta) < (ConeLoss nu (TrapMaximum nu z beta) (RootConcentration nu z) beta))).

(** [thm.2.trap.pair]. *)
Definition thm_2_trap_pair : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R) (lambda : R),
  (0 < kappa) ->
  (0 < beta) ->
  (0 < lambda) ->
  (nu >= ((-1) / 2)) ->
  (u >= (-1)) ->
  (w > u) ->
  (w <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) lambda)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + (2 * u * beta * lambda))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + (2 * w * beta * lambda))))) /\
   ((2 + (2 * nu)) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + (2 * w * beta * lambda)))) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa)))) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + (2 * u * beta * lambda)))) <> 0) /\
   ((((-1) * (ConeLoss nu u kappa beta)) + ((-1) * (ConeLoss nu u lambda beta)) + (ConeLoss nu w kappa beta) + (ConeLoss nu w lambda beta)) > ((w + ((-1) * u)) * ((ConeSlope nu w kappa beta) + (ConeSlope nu w lambda beta)))) /\
   ((((-1) * (ConeLoss nu u kappa beta)) + ((-1) * (ConeLoss nu u lambda beta)) + (ConeLoss nu w kappa beta) + (ConeLoss nu w lambda beta)) < ((w + ((-1) * u)) * ((ConeSlope nu u kappa beta) + (ConeSlope nu u lambda beta))))).

(** [thm.2.trap.pair.none]. *)
Definition thm_2_trap_pair_none : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R) (lambda : R),
  (0 < kappa) ->
  (0 < beta) ->
  (0 < lambda) ->
  (nu >= ((-1) / 2)) ->
  (u >= (-1)) ->
  (w > u) ->
  (w <= 1) ->
  (((ConeSlope nu (-1) kappa beta) + (ConeSlope nu (-1) lambda beta)) <= 0) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) lambda)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + (2 * w * beta * lambda))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * u * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + (2 * u * beta * lambda))))) /\
   (((ConeLoss nu w kappa beta) + (ConeLoss nu w lambda beta)) < ((ConeLoss nu u kappa beta) + (ConeLoss nu u lambda beta)))).

(** [sphere.mgf.chord]. *)
Definition sphere_mgf_chord : Prop :=
forall (nu : R) (q : R) (p : R),
  (0 <= q) ->
  (0 < p) ->
  (nu >= ((-1) / 2)) ->
  (p > q) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) q)) /\
   (0 < (SphereMGF (2 + (2 * nu)) p)) /\
   ((2 + (2 * nu)) <> 0) /\
   ((SphereMGF (2 + (2 * nu)) (((1 / 2) * q) + ((1 / 2) * p))) <> 0) /\
   (0 < (2 + nu)) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) q))) + (ln (SphereMGF (2 + (2 * nu)) p))) < ((((1 / 2) * (p ^ 2)) + (((-1) / 2) * (q ^ 2))) * (RatioOverArgument nu (((1 / 2) * q) + ((1 / 2) * p)))))).

(** [sphere.mgf.increment]. *)
Definition sphere_mgf_increment : Prop :=
forall (h : nat) (k : R) (b : R),
  (0 < (INR h)) ->
  (0 < k) ->
  (0 < b) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) (k + ((-1) * b)))) /\
   (0 < (SphereMGF (INR h) (b + k))) /\
   (0 < k) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) k) <> 0) /\
   ((forall z : R, Rmin (Rabs (b + ((-1) * k))) (b + k) < z < Rmax (Rabs (b + ((-1) * k))) (b + k) -> 0 < z)) /\
   ((forall z : R, Rmin (Rabs (b + ((-1) * k))) (b + k) < z < Rmax (Rabs (b + ((-1) * k))) (b + k) -> (besseli ((-1) + ((1 / 2) * (INR h))) z) <> 0)) /\
   (ex_RInt (fun z : R => (IvRatio ((-1) + ((1 / 2) * (INR h))) z)) (Rabs (b + ((-1) * k))) (b + k)) /\
   ((((-1) * (ln (SphereMGF (INR h) (k + ((-1) * b))))) + (ln (SphereMGF (INR h) (b + k)))) < (2 * b)) /\
   ((((-1) * (ln (SphereMGF (INR h) (k + ((-1) * b))))) + (ln (SphereMGF (INR h) (b + k)))) < (2 * b * (IvRatio ((-1) + ((1 / 2) * (INR h))) k))) /\
   ((((-1) * (ln (SphereMGF (INR h) (k + ((-1) * b))))) + (ln (SphereMGF (INR h) (b + k)))) = (RInt (fun z : R => (IvRatio ((-1) + ((1 / 2) * (INR h))) z)) (Rabs (b + ((-1) * k))) (b + k)))).

(** [bessel.ratio.over_x_convex.algebraic]. *)
Definition bessel_ratio_over_x_convex_algebraic : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   ((((-1) + ((IvRatio nu z) ^ 2) + ((/ z) * (2 + (2 * nu)) * (IvRatio nu z))) * (4 + (2 * nu) + (2 * z * (IvRatio nu z)))) > (2 * ((IvRatio nu z) ^ 2)))).

(** [bessel.ratio.far]. *)
Definition bessel_ratio_far : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   (ex_derive (fun z : R => (((/ z) * (2 + (2 * nu))) + (IvRatio nu z))) z) /\
   ((1 + ((-1) * (IvRatio nu z))) < ((/ z) * (1 + nu))) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) < ((/ (z ^ 2)) * (2 + (2 * nu)))) /\
   ((Derive (fun z : R => (((/ z) * (2 + (2 * nu))) + (IvRatio nu z))) z) < 0)).

(** [bessel.ratio.far.shifted]. *)
Definition bessel_ratio_far_shifted : Prop :=
forall (h : nat) (kappa : R) (b : R),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (0 <= b) ->
  ((INR h) >= 3) ->
  ((kappa <> 0) /\
   ((b + kappa) <> 0) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (0 < (b + kappa)) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) (b + kappa)) <> 0) /\
   (((/ kappa) * (/ (b + kappa)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) (b + kappa))) <= (/ (kappa ^ 2))) /\
   (((/ (b + kappa)) * (1 + ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) (b + kappa))) <= ((1 / 2) * (/ (kappa ^ 2)) * ((-1) + (INR h)))) /\
   (((((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) (b + kappa))) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) <= (b * (/ (kappa ^ 2)) * ((-1) + (INR h))))).

(** [thm.3.free.bracket]. *)
Definition thm_3_free_bracket : Prop :=
forall (h : nat) (rho : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  ((INR h) >= 4) ->
  (rho > 0) ->
  (rho < 1) ->
  ((0 < ((1 + ((-1) * rho)) * ((-2) + (INR h)))) /\
   ((besseli ((-2) + ((1 / 2) * (INR h))) ((1 + ((-1) * rho)) * ((-2) + (INR h)))) <> 0) /\
   (rho <> 0) /\
   ((2 + ((-1) * rho)) <> 0) /\
   (0 < ((/ rho) * (/ (2 + ((-1) * rho))) * (1 + ((-1) * rho)) * ((-2) + (INR h)))) /\
   ((besseli ((-2) + ((1 / 2) * (INR h))) ((/ rho) * (/ (2 + ((-1) * rho))) * (1 + ((-1) * rho)) * ((-2) + (INR h)))) <> 0) /\
   ((IvRatio ((-2) + ((1 / 2) * (INR h))) ((1 + ((-1) * rho)) * ((-2) + (INR h)))) < (1 + ((-1) * rho))) /\
   ((IvRatio ((-2) + ((1 / 2) * (INR h))) ((/ rho) * (/ (2 + ((-1) * rho))) * (1 + ((-1) * rho)) * ((-2) + (INR h)))) > (1 + ((-1) * rho)))).

(** [thm.3.free.exponent]. *)
Definition thm_3_free_exponent : Prop :=
forall (h : nat) (rho : R) (beta : R) (c : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (c >= 0) ->
  (c <= 1) ->
  ((2 * (ln (SphereMGF ((-2) + (INR h)) beta))) <= (beta * (1 + ((-1) * rho)))) ->
  ((0 < ((-1) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-2) + (INR h)) (c * beta))) /\
   (0 < (SphereMGF ((-2) + (INR h)) beta)) /\
   (((2 * (ln (SphereMGF ((-2) + (INR h)) (c * beta)))) + (beta * (1 + ((-1) * rho)) * (1 + ((-1) * (c ^ 2))))) >= (2 * (ln (SphereMGF ((-2) + (INR h)) beta))))).

(** [thm.3.free.range]. *)
Definition thm_3_free_range : Prop :=
forall (h : nat) (rho : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (beta <= ((1 + ((-1) * rho)) * ((-2) + (INR h)))) ->
  ((0 < ((-1) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-2) + (INR h)) beta)) /\
   ((2 * (ln (SphereMGF ((-2) + (INR h)) beta))) <= (beta * (1 + ((-1) * rho))))).

(** [thm.3.lower_bound], refuted. *)
Definition thm_3_lower_bound : Prop :=
exists (h : nat) (rho : R) (e : vector) (c_x : vector) (c_y : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot (h - 1)%nat e e = 1) /\
   (dot (h - 1)%nat c_x c_x = 1) /\
   (dot (h - 1)%nat c_y c_y = 1) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (~ (((((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e) * (dot (h - 1)%nat c_y e)) + (dot (h - 1)%nat c_x c_y)) <= rho)))).

(** [thm.4.norms], refuted. *)
Definition thm_4_norms : Prop :=
exists (h : nat) (rho : R) (beta : R) (kappa_x : R) (kappa_y : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < beta) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (a > (-1)) /\
   (a < 1) /\
   (b > (-1)) /\
   (b < 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   (~ (((sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) = (sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))))))).

(** [cor.2.with_c], refuted. *)
Definition cor_2_with_c : Prop :=
exists (h : nat) (rho : R) (b : R) (e_A : vector) (n_A : vector) (p : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (b > (-1)) /\
   (b < 1) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) <> 0) /\
   (~ (((dot h (vscal (/ (sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) > (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))))).

(** [cor.2.with_poles], refuted. *)
Definition cor_2_with_poles : Prop :=
exists (h : nat) (rho : R) (b : R) (e_A : vector) (n_A : vector) (p : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (b >= (-1)) /\
   (b <= 1) /\
   ((b ^ 2) > 0) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (1 + ((-1) * (b ^ 2) * (1 + ((-1) * (rho ^ 2)))))) /\
   (~ (((dot h (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal (b * rho) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) > ((sqrt (1 + ((-1) * (b ^ 2) * (1 + ((-1) * (rho ^ 2)))))) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))).

(** [cor.2.with_right_angle], refuted. *)
Definition cor_2_with_right_angle : Prop :=
exists (h : nat) (rho : R) (b : R) (e_A : vector) (n_A : vector) (p : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (b >= (-1)) /\
   (b <= 1) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (~ (((dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) > 0)))).

(** [cor.4.poles], refuted. *)
Definition cor_4_poles : Prop :=
exists (h : nat) (rho : R) (a : R) (e_A : vector) (n_A : vector) (p : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (a >= (-1)) /\
   (a <= 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   (~ (((sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) > 0)))).

(** [paper.def.6.domain], refuted. *)
Definition paper_def_6_domain : Prop :=
exists (nu : R) (kappa : R) (beta : R) (w : R) (t : R),
  ((0 < kappa) /\
   (0 < beta) /\
   (nu >= ((-1) / 2)) /\
   (w >= (-1)) /\
   (w <= 1) /\
   (t >= 0) /\
   (t <= 1) /\
   (~ ((((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)) >= 0)))).

(** [paper.lem.5.domain], refuted. *)
Definition paper_lem_5_domain : Prop :=
exists (nu : R) (kappa : R) (beta : R) (w : R) (s : R),
  ((0 < kappa) /\
   (0 < beta) /\
   (nu >= ((-1) / 2)) /\
   (w > (-1)) /\
   (w <= 1) /\
   (s >= 0) /\
   (s <= 1) /\
   (~ ((((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)) >= 0)))).

(** [paper.lem.12.range], refuted. *)
Definition paper_lem_12_range : Prop :=
exists (h : nat) (n_A : vector) (n_B : vector) (x : vector),
  ((0 < (INR h)) /\
   (dot h n_A n_A = 1) /\
   (dot h n_B n_B = 1) /\
   (dot h x x = 1) /\
   (dot h x n_A = 0) /\
   ((INR h) >= 3) /\
   ((dot h n_A n_B) > 0) /\
   ((dot h n_A n_B) < 1) /\
   (~ (((dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))) < 1)))).

(** [paper.lem.13.sign], refuted. *)
Definition paper_lem_13_sign : Prop :=
exists (h : nat) (rho : R) (k : Z) (l : Z) (e_A : vector) (n_A : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (((IZR k) ^ 2) = 1) /\
   (((IZR l) ^ 2) = 1) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (~ (((dot h (vscal (IZR k) e_A) (vscal (IZR l) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) = rho)))).

(** [paper.eq.326], refuted. *)
Definition paper_eq_326 : Prop :=
exists (h : nat) (rho : R) (kappa : R) (beta : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < kappa) /\
   (0 < beta) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (rho > 0) /\
   (a > 0) /\
   (a < 1) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (~ (((dot h (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) = (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))))).

(** [paper.cor.2], refuted. *)
Definition paper_cor_2 : Prop :=
exists (h : nat) (rho : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (rho > 0) /\
   (a > (-1)) /\
   (a < 1) /\
   (b > (-1)) /\
   (b < 1) /\
   ((a ^ 2) > 0) /\
   ((b ^ 2) > 0) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (~ (((dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) <= (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))))).

(** [paper.cor.3], refuted. *)
Definition paper_cor_3 : Prop :=
exists (h : nat) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (dot h p p = 1) /\
   (dot h q q = 1) /\
   ((INR h) >= 3) /\
   (~ (((dot h p p) > (dot h p q))))).

(** [paper.eq.362], refuted. *)
Definition paper_eq_362 : Prop :=
exists (h : nat) (a : R) (e_A : vector) (n_A : vector) (p : vector),
  ((0 < (INR h)) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   ((INR h) >= 3) /\
   (a > (-1)) /\
   (a < 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (~ (((dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) = (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))))).

(** [paper.cor.4], refuted. *)
Definition paper_cor_4 : Prop :=
exists (h : nat) (rho : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (~ (((dot h p p) > (dot h p q))))).

(** [bessel.turan.joshi_bissu], refuted. *)
Definition bessel_turan_joshi_bissu : Prop :=
exists (nu : R) (z : R),
  ((0 < z) /\
   (nu >= 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   ((nu + z) <> 0) /\
   (~ ((((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) < (/ (nu + z)))))).

(** [bessel.turan.root], refuted. *)
Definition bessel_turan_root : Prop :=
exists (nu : R) (z : R),
  ((0 < z) /\
   (nu >= 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((nu ^ 2) + (z ^ 2))) /\
   (((nu ^ 2) + (z ^ 2)) <> 0) /\
   (~ ((((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) <= (/ (sqrt ((nu ^ 2) + (z ^ 2)))))))).

(** [bessel.turan.lower.half], refuted. *)
Definition bessel_turan_lower_half : Prop :=
exists (nu : R) (z : R),
  ((0 < z) /\
   (nu >= ((-1) / 2)) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   (~ ((((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) >= (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2))))))))).

(** [bessel.ratio.complement.half], refuted. *)
Definition bessel_ratio_complement_half : Prop :=
exists (nu : R) (z : R),
  ((0 < z) /\
   (nu >= ((-1) / 2)) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   (~ (((1 + ((-1) * (IvRatio nu z))) < ((1 / 2) * (/ z) * (1 + (2 * nu))))))).

(** [thm.1.separate], refuted. *)
Definition thm_1_separate : Prop :=
exists (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  ((0 < (INR h)) /\
   (0 < (INR N)) /\
   (0 < beta) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) /\
   ((INR h) >= 2) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (INR N) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((/ (INR N)) * (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (~ ((((/ (INR N)) * (sum1 N (fun i : nat => (ln ((/ (INR N)) * (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))))))) >= (ln (SphereMGF (INR h) beta)))))).

(** [thm.1.ball_keys], refuted. *)
Definition thm_1_ball_keys : Prop :=
exists (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  ((0 < (INR h)) /\
   (0 < (INR N)) /\
   (0 < beta) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) <= 1) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) <= 1) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (~ ((((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))))) >= (((-1) * beta) + (ln (SphereMGF (INR h) beta))))))).

(** [thm.1.long_queries], refuted. *)
Definition thm_1_long_queries : Prop :=
exists (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  ((0 < (INR h)) /\
   (0 < (INR N)) /\
   (0 < beta) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) /\
   ((INR h) >= 2) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (~ ((((/ (INR N)) * (sum1 N (fun i : nat => ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))) <= ((/ (SphereMGF (INR h) beta)) * (exp beta)))))).

(** [thm.1.smaller_constant], refuted. *)
Definition thm_1_smaller_constant : Prop :=
exists (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  ((0 < (INR h)) /\
   (0 < (INR N)) /\
   (0 < beta) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) /\
   ((INR h) >= 2) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) beta) <> 0) /\
   (~ ((((/ (INR N)) * (sum1 N (fun i : nat => ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))) <= ((999999999999 / 1000000000000) * (/ (SphereMGF (INR h) beta)) * (exp beta)))))).

(** [thm.1.overlap.condition_dropped], refuted. *)
Definition thm_1_overlap_condition_dropped : Prop :=
exists (h : nat) (beta : R) (c : R),
  ((0 < (INR h)) /\
   (0 < beta) /\
   ((INR h) >= 2) /\
   (c >= 0) /\
   (c <= 1) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) (c * beta))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (~ ((((2 * (ln (SphereMGF (INR h) (c * beta)))) + ((-1) * beta * (c ^ 2))) >= (((-1) * beta) + (2 * (ln (SphereMGF (INR h) beta)))))))).

(** [paper.eq.46], refuted. *)
Definition paper_eq_46 : Prop :=
exists (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  ((0 < (INR h)) /\
   (0 < (INR N)) /\
   (0 < beta) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) /\
   ((INR h) >= 2) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (~ ((((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))))) >= (ln (SphereMGF (INR h) beta)))))).

(** [thm.2.monotone], refuted. *)
Definition thm_2_monotone : Prop :=
exists (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (u : R) (w : R),
  ((0 < (INR h)) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (0 < beta) /\
   ((INR h) >= 2) /\
   (u >= (-1)) /\
   (w > u) /\
   (w <= 1) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) kappa_x)) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * w * beta * kappa_x))))) /\
   (0 < (SphereMGF (INR h) kappa_y)) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * w * beta * kappa_y))))) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * u * beta * kappa_x))))) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * u * beta * kappa_y))))) /\
   (~ ((((ConeLoss ((-1) + ((1 / 2) * (INR h))) w kappa_x beta) + (ConeLoss ((-1) + ((1 / 2) * (INR h))) w kappa_y beta)) < ((ConeLoss ((-1) + ((1 / 2) * (INR h))) u kappa_x beta) + (ConeLoss ((-1) + ((1 / 2) * (INR h))) u kappa_y beta)))))).

(** [thm.2.trap.one], refuted. *)
Definition thm_2_trap_one : Prop :=
exists (nu : R) (kappa : R) (lambda : R) (beta : R),
  ((0 < kappa) /\
   (0 < lambda) /\
   (0 < beta) /\
   (nu > ((-1) / 2)) /\
   ((ConeSlope nu (-1) kappa beta) > 0) /\
   ((2 + (2 * nu)) <> 0) /\
   (0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + ((-2) * beta * kappa)))) <> 0) /\
   (0 < (2 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (lambda ^ 2) + ((-2) * beta * lambda)))) <> 0) /\
   (~ ((((ConeSlope nu (-1) kappa beta) + (ConeSlope nu (-1) lambda beta)) > 0)))).

(** [thm.3.centre], refuted. *)
Definition thm_3_centre : Prop :=
exists (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (e : vector) (c_x : vector) (c_y : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (0 < beta) /\
   (dot (h - 1)%nat e e = 1) /\
   (dot (h - 1)%nat c_x c_x = 1) /\
   (dot (h - 1)%nat c_y c_y = 1) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))) (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))) (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) /\
   (~ (((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e) * (dot (h - 1)%nat c_y e)) + (dot (h - 1)%nat c_x c_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))) (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e))))))))) >= (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat e e) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat e e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))))))))))))).

(** [cor.3.loss], refuted. *)
Definition cor_3_loss : Prop :=
exists (h : nat) (rho : R) (N : nat) (beta : R) (e_A : vector) (n_A : vector) (x : nat -> vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < (INR N)) /\
   (0 < beta) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) /\
   (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (forall j : nat, (1 <= j <= N)%nat -> 0 <= (1 + ((-1) * (rho ^ 2)))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)) (vadd (vadd (vscal (dot h e_A (x j)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x j)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x j))))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 <= (1 + ((-1) * (rho ^ 2))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)) (x j)))))))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (vadd (vadd (vscal (dot h e_A (x j)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x j)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x j)) (x i)))))))) /\
   (~ ((((/ (INR N)) * (sum1 N (fun i : nat => ((2 * (ln (sum1 N (fun j : nat => (exp (beta * (dot h (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)) (vadd (vadd (vscal (dot h e_A (x j)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x j)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x j))))))))) + ((-2) * beta * (dot h (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)) (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)))))))) <= ((/ (INR N)) * (sum1 N (fun i : nat => (((-2) * beta * (dot h (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)) (x i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (vadd (vadd (vscal (dot h e_A (x i)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x i)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x i)) (x j))))))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (vadd (vadd (vscal (dot h e_A (x j)) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (x j)) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (x j)) (x i))))))))))))))).

(** [paper.thm.3], refuted. *)
Definition paper_thm_3 : Prop :=
exists (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (m : R) (n_A : vector) (n_B : vector) (c_x : vector) (c_y : vector),
  ((0 < (INR h)) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (0 < beta) /\
   (0 < m) /\
   (dot h n_A n_A = 1) /\
   (dot h n_B n_B = 1) /\
   (dot h c_x c_x = 1) /\
   (dot h c_x n_A = 0) /\
   (dot h c_y c_y = 1) /\
   (dot h c_y n_B = 0) /\
   ((INR h) >= 3) /\
   ((dot h n_A n_B) > 0) /\
   ((dot h n_A n_B) < 1) /\
   ((dot h c_x c_y) > 0) /\
   (m < 1) /\
   ((dot h n_A n_B) <= m) /\
   (((dot h c_x n_B) ^ 2) > 0) /\
   (((dot h c_y n_A) ^ 2) > 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 <= (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))) /\
   (~ ((((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))))) >= ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))))))))).

(** [paper.eq.215], refuted. *)
Definition paper_eq_215 : Prop :=
exists (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (n_A : vector) (n_B : vector) (c_x : vector) (c_y : vector),
  ((0 < (INR h)) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (0 < beta) /\
   (dot h n_A n_A = 1) /\
   (dot h n_B n_B = 1) /\
   (dot h c_x c_x = 1) /\
   (dot h c_x n_A = 0) /\
   (dot h c_y c_y = 1) /\
   (dot h c_y n_B = 0) /\
   ((INR h) >= 3) /\
   ((dot h n_A n_B) > 0) /\
   ((dot h n_A n_B) < 1) /\
   ((dot h c_x c_y) > 0) /\
   (((dot h c_x n_B) ^ 2) > 0) /\
   (((dot h c_y n_A) ^ 2) > 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 <= (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_x * (dot h n_A n_B)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (dot h n_A n_B)))))) /\
   (~ ((((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))))) >= ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h n_A n_B)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_x * (dot h n_A n_B))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h n_A n_B)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (dot h n_A n_B)))))))))))).

(** [paper.thm.4.a9], refuted. *)
Definition paper_thm_4_a9 : Prop :=
exists (h : nat) (kappa : R) (beta : R) (a : R) (r : R) (s : R),
  ((0 < (INR h)) /\
   (0 < kappa) /\
   (0 < beta) /\
   ((INR h) >= 3) /\
   (a > 0) /\
   (a < 1) /\
   (r > 0) /\
   (s > r) /\
   (s < 1) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (s ^ 2)))) + (2 * a * s * beta * kappa))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (r ^ 2)))) + (2 * a * r * beta * kappa))))) /\
   (~ (((2 * (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (1 + ((-1) * (a ^ 2)) + (s * (a ^ 2)))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (s ^ 2)))) + (2 * a * s * beta * kappa))))))) <= (2 * (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (1 + ((-1) * (a ^ 2)) + (r * (a ^ 2)))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (r ^ 2)))) + (2 * a * r * beta * kappa))))))))))).

(** [thm.1.gap_vector]. *)
Definition thm_1_gap_vector : Prop :=
forall (h : nat) (a : R) (b : R) (c : R) (d : R) (g : vector) (g_prime : vector) (u : vector) (v : vector),
  (0 < (INR h)) ->
  (dot h g g = 1) ->
  (dot h g_prime g_prime = 1) ->
  (dot h u u = 1) ->
  (dot h u g = 0) ->
  (dot h u g_prime = 0) ->
  (dot h v v = 1) ->
  (dot h v g = 0) ->
  (dot h v g_prime = 0) ->
  ((INR h) >= 3) ->
  (((dot h (vadd (vscal a g) (vscal b u)) (vadd (vscal c g_prime) (vscal d v))) = ((a * c * (dot h g g_prime)) + (b * d * (dot h u v))))).

(** [thm.3.every_gap]. *)
Definition thm_3_every_gap : Prop :=
forall (h : nat) (rho : R) (s : R) (f : nat -> vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (forall i j : nat, (1 <= i <= (h - 1)%nat)%nat -> (1 <= j <= (h - 1)%nat)%nat -> dot (h - 1)%nat (f i) (f j) = (if Nat.eqb i j then 1 else 0)) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (s >= (-1)) ->
  (s <= 1) ->
  ((0 <= (1 + ((-1) * (s ^ 2)))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal s (f 1%nat)) (vscal (sqrt (1 + ((-1) * (s ^ 2)))) (f (h - 1)%nat))) (vadd (vscal s (f 1%nat)) (vscal (sqrt (1 + ((-1) * (s ^ 2)))) (f (h - 1)%nat))))) /\
   ((sqrt (dot (h - 1)%nat (vadd (vscal s (f 1%nat)) (vscal (sqrt (1 + ((-1) * (s ^ 2)))) (f (h - 1)%nat))) (vadd (vscal s (f 1%nat)) (vscal (sqrt (1 + ((-1) * (s ^ 2)))) (f (h - 1)%nat))))) = 1) /\
   ((((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vadd (vscal s (f 1%nat)) (vscal (sqrt (1 + ((-1) * (s ^ 2)))) (f (h - 1)%nat))) (f (h - 1)%nat)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) + (dot (h - 1)%nat (vadd (vscal s (f 1%nat)) (vscal (sqrt (1 + ((-1) * (s ^ 2)))) (f (h - 1)%nat))) (f 1%nat))) = s)).

(** [def.alignment]. *)
Definition def_alignment : Prop :=
forall (h : nat) (N : nat) (i : Z) (j : Z) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((IZR i) >= 1) ->
  ((IZR i) <= (INR N)) ->
  ((IZR j) >= 1) ->
  ((IZR j) <= (INR N)) ->
  (((dot h (x (Z.to_nat i)) (x (Z.to_nat j))) <= (dot h (x (Z.to_nat i)) (x (Z.to_nat i)))) /\
   ((((-1) * (dot h (vadd (vscal (-1) (y (Z.to_nat i))) (x (Z.to_nat i))) (vadd (vscal (-1) (y (Z.to_nat i))) (x (Z.to_nat i))))) + (dot h (vadd (vscal (-1) (y (Z.to_nat j))) (x (Z.to_nat i))) (vadd (vscal (-1) (y (Z.to_nat j))) (x (Z.to_nat i))))) = (((-2) * (dot h (x (Z.to_nat i)) (y (Z.to_nat j)))) + (2 * (dot h (x (Z.to_nat i)) (y (Z.to_nat i))))))).

(** [subspace.coordinates]. *)
Definition subspace_coordinates : Prop :=
forall (h : nat) (rho : R) (e_A : vector) (n_A : vector) (w : vector) (z : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h w w = 1) ->
  (dot h w n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (((dot h z (vadd (vscal (dot h e_A w) e_A) (vadd (vadd w (vscal ((-1) * (dot h e_A w)) e_A)) (vscal ((-1) * (dot h n_A w)) n_A)))) = (dot h w z)) /\
   ((dot h (vadd (vadd w (vscal ((-1) * (dot h e_A w)) e_A)) (vscal ((-1) * (dot h n_A w)) n_A)) (vadd (vadd w (vscal ((-1) * (dot h e_A w)) e_A)) (vscal ((-1) * (dot h n_A w)) n_A))) = (1 + ((-1) * ((dot h e_A w) ^ 2))))).

(** [cor.2.projection]. *)
Definition cor_2_projection : Prop :=
forall (h : nat) (rho : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (z : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (b >= (-1)) ->
  (b <= 1) ->
  ((0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   ((dot h z (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) = (dot h z (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal (b * rho) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) /\
   ((dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) = (1 + ((-1) * (b ^ 2) * (1 + ((-1) * (rho ^ 2))))))).

(** [cor.2]. *)
Definition cor_2 : Prop :=
forall (h : nat) (rho : R) (b : R) (e_A : vector) (n_A : vector) (p : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (b > (-1)) ->
  (b < 1) ->
  ((b ^ 2) > 0) ->
  ((0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) <> 0) /\
   ((dot h (vscal (/ (sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) > (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))).

(** [cor.2.nearest]. *)
Definition cor_2_nearest : Prop :=
forall (h : nat) (rho : R) (b : R) (c : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (b > (-1)) ->
  (b < 1) ->
  (c >= (-1)) ->
  (c <= 1) ->
  ((0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (c ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) <> 0) /\
   ((dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) q) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) <= (dot h (vscal (/ (sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))).

(** [cor.2.in_c]. *)
Definition cor_2_in_c : Prop :=
forall (h : nat) (rho : R) (c : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (c >= (-1)) ->
  (c <= 1) ->
  ((0 <= (1 + ((-1) * (c ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   ((dot h p (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) q) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) <= (dot h p p))).

(** [cor.2.poles]. *)
Definition cor_2_poles : Prop :=
forall (h : nat) (rho : R) (c : R) (k : Z) (e_A : vector) (n_A : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (c >= (-1)) ->
  (c <= 1) ->
  (((IZR k) ^ 2) = 1) ->
  ((0 <= (1 + ((-1) * (c ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   ((dot h (vscal (IZR k) e_A) (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) q) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) <= (dot h (vscal (IZR k) e_A) (vscal (IZR k) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))).

(** [cor.2.right_angle]. *)
Definition cor_2_right_angle : Prop :=
forall (h : nat) (k : Z) (e_A : vector),
  (0 < (INR h)) ->
  (dot h e_A e_A = 1) ->
  ((INR h) >= 3) ->
  (((IZR k) ^ 2) = 1) ->
  (((dot h (vadd (vscal (IZR k) e_A) (vscal (dot h (vscal (-1) e_A) (vscal (IZR k) e_A)) e_A)) (vadd (vscal (IZR k) e_A) (vscal (dot h (vscal (-1) e_A) (vscal (IZR k) e_A)) e_A))) <= 0)).

(** [cor.3]. *)
Definition cor_3 : Prop :=
forall (h : nat) (rho : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (w : vector) (z : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a >= (-1)) ->
  (a <= 1) ->
  ((0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   ((dot h z (vadd (vadd p (vscal (dot h e_A p) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vscal (dot h n_A p) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))))) = (dot h p z)) /\
   ((dot h z (vadd (vadd e_A (vscal (dot h e_A e_A) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vscal (dot h e_A n_A) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))))) = (dot h z (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) /\
   ((dot h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (vadd (vadd w (vscal (dot h e_A w) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vscal (dot h n_A w) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))))) = (dot h n_A w)) /\
   ((dot h (vadd (vadd w (vscal (dot h e_A w) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vscal (dot h n_A w) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vadd z (vscal (dot h e_A z) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vscal (dot h n_A z) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))))) = (dot h w z)) /\
   ((dot h (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) (vadd (vadd (vscal (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) = 1) /\
   ((dot h z (vadd (vadd (vscal (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) + rho) e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) + rho) n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) = (dot h z (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))).

(** [cor.4]. *)
Definition cor_4 : Prop :=
forall (h : nat) (rho : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a > (-1)) ->
  (a < 1) ->
  (b > (-1)) ->
  (b < 1) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) <> 0) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   ((sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) <> 0) /\
   (0 <= (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   ((sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) <> 0) /\
   ((dot h (vscal (/ (sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal (/ (sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) = 1) /\
   ((dot h (vscal (/ (sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal (/ (sqrt (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) = (dot h p q))).

(** [paper.lem.12]. *)
Definition paper_lem_12 : Prop :=
forall (h : nat) (n_A : vector) (n_B : vector) (x : vector) (y : vector),
  (0 < (INR h)) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h x x = 1) ->
  (dot h x n_A = 0) ->
  (dot h y y = 1) ->
  (dot h y n_B = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  ((0 <= (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))) /\
   ((dot h x y) <= (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))) /\
   ((dot h x y) >= ((-1) * (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))))) /\
   ((dot h (vadd (vscal (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))) (vadd (vscal (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))) = (2 * ((dot h x y) + (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))) * (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))))) /\
   ((dot h (vadd (vscal ((-1) * (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))) (vadd (vscal ((-1) * (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))) = (2 * (((-1) * (dot h x y)) + (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))) * (sqrt (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))))).

(** [paper.eq.240]. *)
Definition paper_eq_240 : Prop :=
forall (h : nat) (n_A : vector) (n_B : vector) (x : vector),
  (0 < (INR h)) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h x x = 1) ->
  (dot h x n_A = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  (((dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))) <= 1) /\
   ((dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))) >= ((dot h n_A n_B) ^ 2)) /\
   ((1 + ((-1) * (dot h (vadd x (vscal ((-1) * (dot h n_B x)) n_B)) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))))) = ((dot h n_B x) ^ 2))).

(** [paper.lem.13]. *)
Definition paper_lem_13 : Prop :=
forall (h : nat) (n_A : vector) (n_B : vector) (x : vector) (y : vector),
  (0 < (INR h)) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h x x = 1) ->
  (dot h x n_A = 0) ->
  (dot h y y = 1) ->
  (dot h y n_B = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  (((dot h (vadd (vscal ((-1) * (dot h x y)) x) (vadd y (vscal ((-1) * (dot h n_A y)) n_A))) (vadd (vscal ((-1) * (dot h x y)) x) (vadd y (vscal ((-1) * (dot h n_A y)) n_A)))) = (1 + ((-1) * ((dot h n_A y) ^ 2)) + ((-1) * ((dot h x y) ^ 2)))) /\
   ((dot h (vadd (vscal ((-1) * (dot h x y)) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B))) (vadd (vscal ((-1) * (dot h x y)) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))) = (1 + ((-1) * ((dot h n_B x) ^ 2)) + ((-1) * ((dot h x y) ^ 2)))) /\
   (((((dot h n_A n_B) ^ 2) + ((-1) * ((dot h x y) ^ 2))) * (dot h n_B x)) = (((dot h n_B (vadd (vscal ((-1) * (dot h x y)) x) (vadd y (vscal ((-1) * (dot h n_A y)) n_A)))) * (dot h x y)) + ((-1) * (dot h n_A n_B) * (dot h n_A (vadd (vscal ((-1) * (dot h x y)) y) (vadd x (vscal ((-1) * (dot h n_B x)) n_B)))))))).

(** [paper.thm.4.a8.isometry]. *)
Definition paper_thm_4_a8_isometry : Prop :=
forall (h : nat) (N : nat) (rho : R) (i : Z) (j : Z) (e_A : vector) (n_A : vector) (x : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((IZR i) >= 1) ->
  ((IZR i) <= (INR N)) ->
  ((IZR j) >= 1) ->
  ((IZR j) <= (INR N)) ->
  ((0 <= (1 + ((-1) * (rho ^ 2)))) /\
   ((dot h (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) = (dot h e_A (x (Z.to_nat i)))) /\
   ((dot h (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))) (vadd (vscal (dot h e_A (x (Z.to_nat j))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat j)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat j)))) n_A)) (x (Z.to_nat j))))) = (dot h (x (Z.to_nat i)) (x (Z.to_nat j)))) /\
   ((dot h (vadd (vscal (-1) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))) (vadd (vadd (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (dot h e_A (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))))) e_A)) (vscal ((-1) * (dot h n_A (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))))) n_A)) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i))))) (vadd (vscal (-1) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))) (vadd (vadd (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (dot h e_A (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))))) e_A)) (vscal ((-1) * (dot h n_A (vadd (vscal (dot h e_A (x (Z.to_nat i))) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))))) n_A)) (vadd (vadd (vscal ((-1) * (dot h e_A (x (Z.to_nat i)))) e_A) (vscal ((-1) * (dot h n_A (x (Z.to_nat i)))) n_A)) (x (Z.to_nat i)))))) = 0)).

(** [paper.cor.2.symmetric]. *)
Definition paper_cor_2_symmetric : Prop :=
forall (h : nat) (rho : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (a > (-1)) ->
  (a < 1) ->
  (b > (-1)) ->
  (b < 1) ->
  ((a ^ 2) > 0) ->
  ((b ^ 2) > 0) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   ((dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) = (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))).

(** [paper.cor.2.cap]. *)
Definition paper_cor_2_cap : Prop :=
forall (h : nat) (rho : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (w : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h w w = 1) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (b > (-1)) ->
  (b < 1) ->
  ((b ^ 2) > 0) ->
  ((0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) <> 0) /\
   ((dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) < (sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))))) /\
   ((dot h w (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))) = ((dot h w (vscal (/ (sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))))) * (sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal b e_A) (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p)))))))).

(** [paper.cor.3.distinct]. *)
Definition paper_cor_3_distinct : Prop :=
forall (h : nat) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (dot h p p = 1) ->
  (dot h q q = 1) ->
  ((INR h) >= 3) ->
  ((dot h (vadd p (vscal (-1) q)) (vadd p (vscal (-1) q))) > 0) ->
  (((dot h p p) > (dot h p q))).

(** [paper.cor.4.distinct]. *)
Definition paper_cor_4_distinct : Prop :=
forall (h : nat) (rho : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((dot h (vadd p (vscal (-1) q)) (vadd p (vscal (-1) q))) > 0) ->
  (((dot h p p) > (dot h p q))).

(** [paper.cor.4.three]. *)
Definition paper_cor_4_three : Prop :=
forall (k_1 : Z) (k_2 : Z) (k_3 : Z) (f : vector),
  (dot 3%nat f f = 1) ->
  (((IZR k_1) ^ 2) = 1) ->
  (((IZR k_2) ^ 2) = 1) ->
  (((IZR k_3) ^ 2) = 1) ->
  ((((1 + ((-1) * (dot 3%nat (vscal (IZR k_1) f) (vscal (IZR k_2) f)))) * (1 + ((-1) * (dot 3%nat (vscal (IZR k_1) f) (vscal (IZR k_3) f)))) * (1 + ((-1) * (dot 3%nat (vscal (IZR k_2) f) (vscal (IZR k_3) f))))) = 0)).

(** [thm.1.line]. *)
Definition thm_1_line : Prop :=
forall (beta : R) (p : R),
  (0 < beta) ->
  (0 < p) ->
  (p < 1) ->
  ((((p * (exp beta)) + ((1 + ((-1) * p)) * (exp ((-1) * beta)))) <> 0) /\
   (((p * (exp ((-1) * beta))) + ((1 + ((-1) * p)) * (exp beta))) <> 0) /\
   (((exp beta) + (exp ((-1) * beta))) <> 0) /\
   (((p * (/ ((p * (exp beta)) + ((1 + ((-1) * p)) * (exp ((-1) * beta))))) * (exp beta)) + ((/ ((p * (exp ((-1) * beta))) + ((1 + ((-1) * p)) * (exp beta)))) * (1 + ((-1) * p)) * (exp beta))) <= (2 * (/ ((exp beta) + (exp ((-1) * beta)))) * (exp beta)))).

(** [thm.3.axis]. *)
Definition thm_3_axis : Prop :=
forall (h : nat) (kappa : R) (beta : R) (s : R) (t : R),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (s < t) ->
  ((s + t) >= 0) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (kappa + (s * beta)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (kappa + (t * beta)))) /\
   ((AxisLoss (INR h) s kappa beta) > (AxisLoss (INR h) t kappa beta))).

(** [thm.3.centre.minimum]. *)
Definition thm_3_centre_minimum : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (e : vector) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot (h - 1)%nat e e = 1) ->
  (dot (h - 1)%nat c_x c_x = 1) ->
  (dot (h - 1)%nat c_y c_y = 1) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e) * (dot (h - 1)%nat c_y e)) + (dot (h - 1)%nat c_x c_y)) < 1) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))) (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))) (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (beta + kappa_x))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (beta + kappa_y))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e) * (dot (h - 1)%nat c_y e)) + (dot (h - 1)%nat c_x c_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))) (vadd (vscal kappa_x c_x) (vscal beta (vadd c_y (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_y e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e))))))))) > ((AxisLoss (INR h) 1 kappa_x beta) + (AxisLoss (INR h) 1 kappa_y beta)))).

(** [thm.3.centre.shared]. *)
Definition thm_3_centre_shared : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (f : nat -> vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (forall i j : nat, (1 <= i <= (h - 1)%nat)%nat -> (1 <= j <= (h - 1)%nat)%nat -> dot (h - 1)%nat (f i) (f j) = (if Nat.eqb i j then 1 else 0)) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (beta + kappa_x))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (beta + kappa_y))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_x (f (h - 1)%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_x (f (h - 1)%nat))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_x (f (h - 1)%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_x (f (h - 1)%nat))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_y (f (h - 1)%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_y (f (h - 1)%nat))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_y (f (h - 1)%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_y (f (h - 1)%nat))))))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat)) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat (f 1%nat) (f 1%nat)))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat)))))))) = ((AxisLoss (INR h) 1 kappa_x beta) + (AxisLoss (INR h) 1 kappa_y beta))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat)) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat (f 1%nat) (f 1%nat)))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_x (f 1%nat))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f 1%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f 1%nat))) (vscal kappa_y (f 1%nat)))))))) < (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat)) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat)))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_x (f (h - 1)%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_x (f (h - 1)%nat))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_y (f (h - 1)%nat))) (vadd (vscal beta (vadd (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (f (h - 1)%nat) (f (h - 1)%nat))) (f (h - 1)%nat)) (f (h - 1)%nat))) (vscal kappa_y (f (h - 1)%nat)))))))))).

(** [cosh.gaussian]. *)
Definition cosh_gaussian : Prop :=
forall (r : R),
  (0 <= r) ->
  ((0 < (Cosh r)) /\
   ((ln (Cosh r)) >= 0) /\
   ((ln (Cosh r)) <= ((1 / 2) * (r ^ 2)))).

(** [paper.lem.15.mean]. *)
Definition paper_lem_15_mean : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   ((1 + ((-1) * ((IvRatio nu z) ^ 2))) < ((/ z) * (1 + (2 * nu))))).

(** [paper.def.4]. *)
Definition paper_def_4 : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (w >= (-1)) ->
  (w <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   ((ConeLoss nu w kappa beta) = (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa)))))))).

(** [paper.def.6]. *)
Definition paper_def_6 : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w_1 : R) (w : R) (t : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)) > 0) ->
  ((0 < kappa) /\
   (0 < ((Rpower kappa ((-1) * nu)) * (besseli nu kappa))) /\
   (0 < ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))) /\
   (0 <= ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))) /\
   (0 < (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))) /\
   (0 < ((Rpower ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)) (((-1) / 2) * nu)) * (besseli nu (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))))) /\
   (0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) /\
   ((((-1) * (LogScaledBessel nu kappa)) + ((-1) * w_1 * beta) + (LogScaledBessel nu (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) = (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w_1 * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))))))).

(** [paper.def.6.used]. *)
Definition paper_def_6_used : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w : R) (t : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (t >= 0) ->
  ((w ^ 2) <= (t ^ 2)) ->
  ((((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)) >= 0)).

(** [paper.lem.5.decreasing]. *)
Definition paper_lem_5_decreasing : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R) (s : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (s >= 0) ->
  (s <= 1) ->
  (u >= 0) ->
  (w > u) ->
  (w <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * u * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa)))))) > (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))))))).

(** [paper.lem.5.concave]. *)
Definition paper_lem_5_concave : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R) (v : R) (s : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (s >= 0) ->
  (s <= 1) ->
  (w > u) ->
  (w <= 1) ->
  (v > 0) ->
  (v < 1) ->
  (((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa)) >= 0) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * beta * kappa * ((u * (1 + ((-1) * v))) + (v * w))))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa))))) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * beta * ((u * (1 + ((-1) * v))) + (v * w))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * beta * kappa * ((u * (1 + ((-1) * v))) + (v * w)))))))) > ((v * (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))))) + ((1 + ((-1) * v)) * (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * u * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa)))))))))).

(** [paper.lem.6]. *)
Definition paper_lem_6 : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (w > 0) ->
  (w <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2) + ((-2) * w * beta * kappa))))) /\
   ((ConeLoss nu w kappa beta) < (ConeLoss nu ((-1) * w) kappa beta))).

(** [paper.lem.7]. *)
Definition paper_lem_7 : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 < ((Rpower z ((-1) * nu)) * (besseli nu z))) /\
   (ex_derive (fun z : R => (LogScaledBessel nu z)) z) /\
   ((IvRatio nu z) > 0) /\
   ((IvRatio nu z) < 1) /\
   ((Derive (fun z : R => (LogScaledBessel nu z)) z) = (IvRatio nu z))).

(** [paper.lem.8]. *)
Definition paper_lem_8 : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => ((/ z) * (IvRatio nu z))) z) /\
   ((Derive (fun z : R => ((/ z) * (IvRatio nu z))) z) < 0)).

(** [paper.lem.9]. *)
Definition paper_lem_9 : Prop :=
forall (nu : R) (a : R) (b : R),
  (0 < a) ->
  (0 < b) ->
  (nu >= ((-1) / 2)) ->
  (a < b) ->
  ((0 < b) /\
   ((besseli nu b) <> 0) /\
   (0 < a) /\
   (0 < ((/ (besseli nu b)) * (besseli nu a))) /\
   (b <> 0) /\
   (0 < (a * (/ b))) /\
   ((ln ((/ (besseli nu b)) * (besseli nu a))) > (a + ((-1) * b) + (nu * (ln (a * (/ b))))))).

(** [paper.lem.10]. *)
Definition paper_lem_10 : Prop :=
forall (nu : R) (kappa : R) (beta : R) (w : R) (s : R) (t : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (w >= 0) ->
  (w <= 1) ->
  (s >= 0) ->
  (t > s) ->
  (t <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((s ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))))) < (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((t ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))))))).

(** [paper.lem.11]. *)
Definition paper_lem_11 : Prop :=
forall (nu : R) (kappa : R) (beta : R) (u : R) (w : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (u >= 0) ->
  (w > u) ->
  (w <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((u ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((w ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa))))) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * u * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((u ^ 2) * (beta ^ 2)) + (2 * u * beta * kappa)))))) > (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * w * beta) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((w ^ 2) * (beta ^ 2)) + (2 * w * beta * kappa)))))))).

(** [paper.lem.14]. *)
Definition paper_lem_14 : Prop :=
forall (nu : R) (kappa : R) (beta : R) (a : R) (r : R) (s : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (a > 0) ->
  (a <= 1) ->
  (r >= 0) ->
  (s > r) ->
  (s <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (r ^ 2)))) + (2 * a * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (s ^ 2)))) + (2 * a * beta * kappa))))) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * beta * (1 + ((-1) * (a ^ 2)) + (r * (a ^ 2)))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (r ^ 2)))) + (2 * a * beta * kappa)))))) > (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * beta * (1 + ((-1) * (a ^ 2)) + (s * (a ^ 2)))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (s ^ 2)))) + (2 * a * beta * kappa)))))))).

(** [paper.lem.14.right_angle]. *)
Definition paper_lem_14_right_angle : Prop :=
forall (nu : R) (kappa : R) (beta : R) (r : R) (s : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (r >= 0) ->
  (s > r) ->
  (s <= 1) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2))))) /\
   ((((-1) * beta) + ((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2)))))) = (((-1) * beta) + ((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((beta ^ 2) + (kappa ^ 2)))))))).

(** [paper.thm.s6]. *)
Definition paper_thm_s6 : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (n_A : vector) (n_B : vector) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h c_x c_x = 1) ->
  (dot h c_x n_A = 0) ->
  (dot h c_y c_y = 1) ->
  (dot h c_y n_B = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  ((dot h c_x c_y) > 0) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A))))))))) /\
   (0 <= (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y)))))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))))))))) <= (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y))))))))).

(** [paper.thm.3.infimum]. *)
Definition paper_thm_3_infimum : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (n_A : vector) (n_B : vector) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h c_x c_x = 1) ->
  (dot h c_x n_A = 0) ->
  (dot h c_y c_y = 1) ->
  (dot h c_y n_B = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  ((dot h c_x c_y) > 0) ->
  (((dot h c_x n_B) ^ 2) > 0) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 <= (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))) /\
   (((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))))) > ((((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x)))))) + (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))))))).

(** [paper.thm.3.excess]. *)
Definition paper_thm_3_excess : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (m : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (0 < m) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (m < 1) ->
  (rho <= m) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))) /\
   ((((-1) * (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))))) + ((-1) * (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))))) > 0)).

(** [paper.eq.212.bound]. *)
Definition paper_eq_212_bound : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (n_A : vector) (n_B : vector) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h c_x c_x = 1) ->
  (dot h c_x n_A = 0) ->
  (dot h c_y c_y = 1) ->
  (dot h c_y n_B = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  ((dot h c_x c_y) > 0) ->
  ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) > (dot h n_A n_B)) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A))))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (dot h n_A n_B)))))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))))))))) < (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h n_A n_B)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((dot h n_A n_B) ^ 2)) + (2 * beta * kappa_y * (dot h n_A n_B))))))))).

(** [paper.thm.4.a9.fails]. *)
Definition paper_thm_4_a9_fails : Prop :=
forall (nu : R) (kappa : R) (beta : R) (a : R) (r : R) (s : R),
  (0 < kappa) ->
  (0 < beta) ->
  (nu >= ((-1) / 2)) ->
  (nu > ((-1) / 2)) ->
  (a > 0) ->
  (a <= 1) ->
  (r >= 0) ->
  (s > r) ->
  (s <= 1) ->
  ((a * (1 + nu + (sqrt (((1 + nu) ^ 2) + ((beta + kappa) ^ 2))))) <= kappa) ->
  ((0 < (1 + nu)) /\
   (0 < (SphereMGF (2 + (2 * nu)) kappa)) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (r ^ 2)))) + (2 * a * r * beta * kappa))))) /\
   (0 < (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (s ^ 2)))) + (2 * a * s * beta * kappa))))) /\
   ((((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * beta * (1 + ((-1) * (a ^ 2)) + (r * (a ^ 2)))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (r ^ 2)))) + (2 * a * r * beta * kappa)))))) < (((-1) * (ln (SphereMGF (2 + (2 * nu)) kappa))) + ((-1) * beta * (1 + ((-1) * (a ^ 2)) + (s * (a ^ 2)))) + (ln (SphereMGF (2 + (2 * nu)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)) + ((a ^ 2) * (s ^ 2)))) + (2 * a * s * beta * kappa)))))))).

(** [translation]. *)
Definition translation : Prop :=
forall (h : nat) (rho : R) (a : R) (kappa : R) (e_A : vector) (n_A : vector) (p : vector) (z : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a >= (-1)) ->
  (a <= 1) ->
  ((0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) <> 0) /\
   ((1 + (2 * (1 + ((-1) * rho)) * (((-1) * a) + (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))) <> 0) /\
   ((dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) = (1 + (2 * (1 + ((-1) * rho)) * (((-1) * a) + (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) /\
   ((dot h z (vadd (vadd (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal ((-1) * (dot h e_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) e_A)) (vscal ((-1) * (dot h n_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) n_A))) = ((/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) * (dot h z (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) /\
   ((dot h (vadd (vadd (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal ((-1) * (dot h e_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) e_A)) (vscal ((-1) * (dot h n_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) n_A)) (vadd (vadd (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal ((-1) * (dot h e_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) e_A)) (vscal ((-1) * (dot h n_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) n_A))) = ((/ (1 + (2 * (1 + ((-1) * rho)) * (((-1) * a) + (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) * (1 + ((-1) * (a ^ 2)))))).

(** [translation.breaks]. *)
Definition translation_breaks : Prop :=
forall (h : nat) (rho : R) (kappa : R) (a : R) (e_A : vector) (n_A : vector) (p : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a > (-1)) ->
  (a < 1) ->
  (((a + ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))) ^ 2) > 0) ->
  ((0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) <> 0) /\
   (((a + ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))) * (((-1) * (dot h (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) + (dot h (vadd (vadd (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal ((-1) * (dot h e_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) e_A)) (vscal ((-1) * (dot h n_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) n_A)) (vadd (vadd (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vscal ((-1) * (dot h e_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) e_A)) (vscal ((-1) * (dot h n_A (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))) n_A))))) > 0)).

(** [translation.kept]. *)
Definition translation_kept : Prop :=
forall (h : nat) (rho : R) (kappa : R) (e_A : vector) (n_A : vector) (p : vector) (z : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (0 <= (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) /\
   (0 <= (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p))))) /\
   ((sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p))))) <> 0) /\
   ((dot h z (vscal (/ (sqrt (dot h (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p)))))) (vadd (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) (vscal ((-1) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) e_A)) (vadd (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) e_A) (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p))))) = (dot h z (vadd (vscal (sqrt (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)))) p) (vscal (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))).

(** [paper.ssp.5]. *)
Definition paper_ssp_5 : Prop :=
forall (h : nat) (N : nat) (m : nat) (b : vector) (w : vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 <= (INR m)) ->
  (dot h b b = 1) ->
  ((INR m) <= (INR N)) ->
  (((INR N) <> 0) /\
   ((INR h) <> 0) /\
   ((((/ (INR N)) * (/ (INR h)) * (((INR m) * (dot h b b)) + (((INR N) + ((-1) * (INR m))) * (dot h (vscal (-1) b) (vscal (-1) b))))) + ((-1) * (/ ((INR N) ^ 2)) * (/ ((INR h) ^ 2)) * ((((INR m) * (dot h b w)) + (((INR N) + ((-1) * (INR m))) * (dot h (vscal (-1) b) w))) ^ 2))) = ((/ (INR h)) + ((-1) * (/ ((INR N) ^ 2)) * (/ ((INR h) ^ 2)) * ((((-1) * (INR N)) + (2 * (INR m))) ^ 2) * ((dot h b w) ^ 2))))).

(** [paper.ssp.5.ranking], refuted. *)
Definition paper_ssp_5_ranking : Prop :=
exists (h : nat) (p : R) (q : R) (r : R) (s : R) (b : vector) (c : vector) (f : nat -> vector),
  ((0 < (INR h)) /\
   (0 < p) /\
   (0 < q) /\
   (0 < r) /\
   (0 < s) /\
   (dot h b b = 1) /\
   (dot h c c = 1) /\
   (forall i j : nat, (1 <= i <= h)%nat -> (1 <= j <= h)%nat -> dot h (f i) (f j) = (if Nat.eqb i j then 1 else 0)) /\
   (((p + ((-1) * q)) ^ 2) > ((r + ((-1) * s)) ^ 2)) /\
   ((INR h) <> 0) /\
   (~ ((((/ (INR h)) + ((-1) * (/ ((INR h) ^ 2)) * ((sum1 h (fun j : nat => (dot h b (f j)))) ^ 2))) >= ((/ (INR h)) + ((-1) * (/ ((INR h) ^ 2)) * ((sum1 h (fun j : nat => (dot h c (f j)))) ^ 2))))))).

(** [log.cubic]. *)
Definition log_cubic : Prop :=
forall (t : R),
  (t > (-1)) ->
  ((0 < (1 + t)) /\
   ((ln (1 + t)) <= (t + (((-1) / 2) * (t ^ 2)) + ((1 / 3) * (t ^ 3))))).

(** [mcl.limit.one_more]. *)
Definition mcl_limit_one_more : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector) (u : vector) (v : vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  (dot h u u = 1) ->
  (dot h v v = 1) ->
  ((INR h) >= 2) ->
  (((forall i : nat, (1 <= i <= N)%nat -> 0 < (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))))) /\
   (0 < (INR N)) /\
   (0 < (1 + (INR N))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) + (exp (beta * (dot h v (x i))))))) /\
   (0 < ((sum1 N (fun j : nat => (exp (beta * (dot h u (y j)))))) + (exp (beta * (dot h u v))))) /\
   ((((-1) * (sum1 N (fun i : nat => (((-1) * beta * (dot h (x i) (y i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))))))) + ((INR N) * (ln (INR N))) + ((-1) * (1 + (INR N)) * (ln (1 + (INR N)))) + (((-1) * beta * (dot h u v)) + (sum1 N (fun i : nat => (((-1) * beta * (dot h (x i) (y i))) + (ln ((sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) + (exp (beta * (dot h v (x i))))))))) + (ln ((sum1 N (fun j : nat => (exp (beta * (dot h u (y j)))))) + (exp (beta * (dot h u v))))))) <= ((-1) + (2 * beta) + (exp (2 * beta)))) /\
   ((((-1) * (sum1 N (fun i : nat => (((-1) * beta * (dot h (x i) (y i))) + (ln (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))))))) + ((INR N) * (ln (INR N))) + ((-1) * (1 + (INR N)) * (ln (1 + (INR N)))) + (((-1) * beta * (dot h u v)) + (sum1 N (fun i : nat => (((-1) * beta * (dot h (x i) (y i))) + (ln ((sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) + (exp (beta * (dot h v (x i))))))))) + (ln ((sum1 N (fun j : nat => (exp (beta * (dot h u (y j)))))) + (exp (beta * (dot h u v))))))) >= (1 + ((-1) * (exp (2 * beta))) + ((-2) * beta)))).

(** [paper.lem.1.uniform]. *)
Definition paper_lem_1_uniform : Prop :=
forall (h : nat) (N : nat) (n : nat) (beta : R) (y : nat -> vector) (z : nat -> vector) (q : vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < (INR n)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  (forall i : nat, (1 <= i <= n)%nat -> dot h (z i) (z i) = 1) ->
  (dot h q q = 1) ->
  ((INR h) >= 2) ->
  (((INR N) <> 0) /\
   ((INR n) <> 0) /\
   ((forall j : nat, (1 <= j <= N)%nat -> (INR N) <> 0)) /\
   ((forall j : nat, (1 <= j <= n)%nat -> (INR n) <> 0)) /\
   ((forall j : nat, (1 <= j <= N)%nat -> (INR n) <> 0)) /\
   (((((/ (INR N)) * (sum1 N (fun k : nat => (exp (beta * (dot h q (y k))))))) + ((-1) * (/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h q (z k)))))))) ^ 2) <= ((((/ (INR N)) * (sum1 N (fun j : nat => ((/ (INR N)) * (sum1 N (fun k : nat => (exp (beta * (dot h (y j) (y k)))))))))) + ((/ (INR n)) * (sum1 n (fun j : nat => ((/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h (z j) (z k)))))))))) + ((-2) * (/ (INR N)) * (sum1 N (fun j : nat => ((/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h (y j) (z k))))))))))) * (exp beta)))).

(** [paper.thm.3.approach]. *)
Definition paper_thm_3_approach : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (t : R) (e_A : vector) (n_A : vector) (p : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (t > 0) ->
  (t < 1) ->
  ((0 <= (1 + ((-1) * (t ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))))) ^ 2)) + (2 * beta * kappa_y * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * beta * kappa_x * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))) /\
   (((dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) ^ 2) > 0) /\
   (((dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) ^ 2) > 0) /\
   ((dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) > 0) /\
   (((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))))) ^ 2)) + (2 * beta * kappa_y * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * beta * kappa_x * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))))) <= ((2 * beta * (t ^ 2) * (1 + ((-1) * rho))) + (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x)))))) + (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))))))).

(** [paper.thm.3.fails]. *)
Definition paper_thm_3_fails : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (t : R) (m : R) (e_A : vector) (n_A : vector) (p : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (0 < m) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (t > 0) ->
  (t < 1) ->
  (m < 1) ->
  (rho <= m) ->
  ((2 * beta * (t ^ 2) * (1 + ((-1) * rho))) < (((-1) * (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))))) + ((-1) * (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m)))))))) ->
  ((0 <= (1 + ((-1) * (t ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))))) ^ 2)) + (2 * beta * kappa_y * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * beta * kappa_x * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))) /\
   (((dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) ^ 2) > 0) /\
   (((dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) ^ 2) > 0) /\
   ((dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) > 0) /\
   ((((-1) * (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x))))))) + ((-1) * (((-1) * beta) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))))) > 0) /\
   (((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p))))) ^ 2)) + (2 * beta * kappa_y * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * beta * kappa_x * (dot h (vadd (vscal t e_A) (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (t ^ 2)))) p) (vscal t (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))))) < ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))))))).

(** [thm.3.centre_perp]. *)
Definition thm_3_centre_perp : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (e : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot (h - 1)%nat e e = 1) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_x) e)) (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_x) e)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_x) e)) (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_x) e)))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_y) e)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_y) e)))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_x) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_x) e)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_x) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_x) e)))))) /\
   ((forall z : R, Rmin (Rabs (((-1) * kappa_x) + (rho * beta))) (kappa_x + (rho * beta)) < z < Rmax (Rabs (((-1) * kappa_x) + (rho * beta))) (kappa_x + (rho * beta)) -> 0 < z)) /\
   ((forall z : R, Rmin (Rabs (((-1) * kappa_x) + (rho * beta))) (kappa_x + (rho * beta)) < z < Rmax (Rabs (((-1) * kappa_x) + (rho * beta))) (kappa_x + (rho * beta)) -> (besseli (((-3) / 2) + ((1 / 2) * (INR h))) z) <> 0)) /\
   (ex_RInt (fun z : R => (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) z)) (Rabs (((-1) * kappa_x) + (rho * beta))) (kappa_x + (rho * beta))) /\
   ((forall z : R, Rmin (Rabs (((-1) * kappa_y) + (rho * beta))) (kappa_y + (rho * beta)) < z < Rmax (Rabs (((-1) * kappa_y) + (rho * beta))) (kappa_y + (rho * beta)) -> 0 < z)) /\
   ((forall z : R, Rmin (Rabs (((-1) * kappa_y) + (rho * beta))) (kappa_y + (rho * beta)) < z < Rmax (Rabs (((-1) * kappa_y) + (rho * beta))) (kappa_y + (rho * beta)) -> (besseli (((-3) / 2) + ((1 / 2) * (INR h))) z) <> 0)) /\
   (ex_RInt (fun z : R => (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) z)) (Rabs (((-1) * kappa_y) + (rho * beta))) (kappa_y + (rho * beta))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e) * (dot (h - 1)%nat (vscal (-1) e) e)) + (dot (h - 1)%nat (vscal (-1) e) e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e))))))) > (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat e e) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat e e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat (vscal (-1) e) e) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat (vscal (-1) e) (vscal (-1) e)))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_x) e)) (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_x) e)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e))) (vscal ((-1) * kappa_y) e))))))) = (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat e e) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat e e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e) * (dot (h - 1)%nat (vscal (-1) e) e)) + (dot (h - 1)%nat (vscal (-1) e) e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_x) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_x) e))))))) = (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e) * (dot (h - 1)%nat (vscal (-1) e) e)) + (dot (h - 1)%nat (vscal (-1) e) e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)))))))) /\
   ((((-1) * (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat e e) ^ 2) * (1 + ((-1) * rho))) + (dot (h - 1)%nat e e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e)))))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e) * (dot (h - 1)%nat (vscal (-1) e) e)) + (dot (h - 1)%nat (vscal (-1) e) e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)))))))) = (((-1) * (RInt (fun z : R => (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) z)) (Rabs (((-1) * kappa_x) + (rho * beta))) (kappa_x + (rho * beta)))) + ((-1) * (RInt (fun z : R => (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) z)) (Rabs (((-1) * kappa_y) + (rho * beta))) (kappa_y + (rho * beta)))) + (4 * rho * beta)))).

(** [thm.3.centre_perp.right_angle]. *)
Definition thm_3_centre_perp_right_angle : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (e : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot (h - 1)%nat e e = 1) ->
  ((INR h) >= 3) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)))))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * ((dot (h - 1)%nat e e) ^ 2)) + (dot (h - 1)%nat e e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e)))) (vadd (vscal kappa_y e) (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))))))))) = 0) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-2) * beta * (((-1) * (dot (h - 1)%nat e e) * (dot (h - 1)%nat (vscal (-1) e) e)) + (dot (h - 1)%nat (vscal (-1) e) e))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))) (vadd (vscal kappa_x e) (vscal beta (vadd (vscal (-1) e) (vscal ((-1) * (dot (h - 1)%nat (vscal (-1) e) e)) e)))))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e)) (vadd (vscal beta (vadd e (vscal ((-1) * (dot (h - 1)%nat e e)) e))) (vscal ((-1) * kappa_y) e))))))) = 0)).

(** [thm.2.pair]. *)
Definition thm_2_pair : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h c_x c_x = 1) ->
  (dot h c_y c_y = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))) /\
   (0 < ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))))) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u)))) /\
   (0 < ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) kappa_x)) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF (INR h) kappa_y)) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (dot h c_x c_y)))))) /\
   ((((-2) * beta * (dot h c_x c_y)) + (ln ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))))) + (ln ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u))))))) = ((ConeLoss ((-1) + ((1 / 2) * (INR h))) (dot h c_x c_y) kappa_x beta) + (ConeLoss ((-1) + ((1 / 2) * (INR h))) (dot h c_x c_y) kappa_y beta)))).

(** [thm.2]. *)
Definition thm_2 : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h c_x c_x = 1) ->
  (dot h c_y c_y = 1) ->
  ((INR h) >= 2) ->
  ((dot h c_x c_y) < 1) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))) /\
   (0 < ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))))) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u)))) /\
   (0 < ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u)))))) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_x c_x)) u)))) /\
   (0 < ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_x c_x)) u)))))) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_x) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_x) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_x)) u)))) /\
   (0 < ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_x)) u)))))) /\
   ((((-2) * beta * (dot h c_x c_y)) + (ln ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))))) + (ln ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_y) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u))))))) > (((-2) * beta * (dot h c_x c_x)) + (ln ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_x c_x)) u)))))) + (ln ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa_y c_x) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_x)) u))))))))).

(** [vmf.mgf.everywhere]. *)
Definition vmf_mgf_everywhere : Prop :=
forall (h : nat) (kappa : R) (c : vector) (t : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd t (vscal kappa c)) u)))) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) kappa) <> 0) /\
   (0 <= (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c)))) /\
   (((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd t (vscal kappa c)) u))))) = ((/ (SphereMGF (INR h) kappa)) * (SphereMGF (INR h) (sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c)))))))).

(** [thm.3.partition]. *)
Definition thm_3_partition : Prop :=
forall (h : nat) (rho : R) (kappa_x : R) (kappa_y : R) (beta : R) (e : vector) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot (h - 1)%nat e e = 1) ->
  (dot (h - 1)%nat c_x c_x = 1) ->
  (dot (h - 1)%nat c_y c_y = 1) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((sqrt (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))) > 0) ->
  ((ex_sphere_integral (h - 1)%nat (fun u : vector => (exp (dot (h - 1)%nat (vscal kappa_y c_y) u)))) /\
   ((sphere_integral (h - 1)%nat (fun u : vector => (exp (dot (h - 1)%nat (vscal kappa_y c_y) u)))) <> 0) /\
   (ex_sphere_integral (h - 1)%nat (fun u : vector => (exp (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) u)))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   ((SphereMGF ((-1) + (INR h)) kappa_y) <> 0) /\
   (0 <= (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))) /\
   (((/ (sphere_integral (h - 1)%nat (fun u : vector => (exp (dot (h - 1)%nat (vscal kappa_y c_y) u))))) * (sphere_integral (h - 1)%nat (fun u : vector => (exp (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) u))))) = ((/ (SphereMGF ((-1) + (INR h)) kappa_y)) * (SphereMGF ((-1) + (INR h)) (sqrt (dot (h - 1)%nat (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))) (vadd (vscal kappa_y c_y) (vscal beta (vadd c_x (vscal ((-1) * (1 + ((-1) * rho)) * (dot (h - 1)%nat c_x e)) e)))))))))).

(** [paper.thm.s5]. *)
Definition paper_thm_s5 : Prop :=
forall (h : nat) (kappa : R) (beta : R) (n : vector) (c : vector) (x : vector) (y : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (0 < beta) ->
  (dot h n n = 1) ->
  (dot h c c = 1) ->
  (dot h c n = 0) ->
  (dot h x x = 1) ->
  (dot h y y = 1) ->
  ((INR h) >= 3) ->
  ((ex_hyperplane_integral h n (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((hyperplane_integral h n (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_hyperplane_integral h n (fun u : vector => (exp (dot h (vadd (vscal kappa c) (vscal beta x)) u)))) /\
   (0 < ((/ (hyperplane_integral h n (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (hyperplane_integral h n (fun u : vector => (exp (dot h (vadd (vscal kappa c) (vscal beta x)) u)))))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 <= (dot h (vadd x (vscal ((-1) * (dot h n x)) n)) (vadd x (vscal ((-1) * (dot h n x)) n)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd x (vscal ((-1) * (dot h n x)) n)) (vadd x (vscal ((-1) * (dot h n x)) n)))) ^ 2)) + (2 * beta * kappa * (dot h c x)))))) /\
   ((((-1) * beta * (dot h x y)) + (ln ((/ (hyperplane_integral h n (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (hyperplane_integral h n (fun u : vector => (exp (dot h (vadd (vscal kappa c) (vscal beta x)) u))))))) = (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (dot h x y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd x (vscal ((-1) * (dot h n x)) n)) (vadd x (vscal ((-1) * (dot h n x)) n)))) ^ 2)) + (2 * beta * kappa * (dot h c x))))))))).

(** [paper.thm.3.limit]. *)
Definition paper_thm_3_limit : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (n_A : vector) (n_B : vector) (c_x : vector) (c_y : vector),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h n_A n_A = 1) ->
  (dot h n_B n_B = 1) ->
  (dot h c_x c_x = 1) ->
  (dot h c_x n_A = 0) ->
  (dot h c_y c_y = 1) ->
  (dot h c_y n_B = 0) ->
  ((INR h) >= 3) ->
  ((dot h n_A n_B) > 0) ->
  ((dot h n_A n_B) < 1) ->
  ((dot h c_x c_y) > 0) ->
  ((ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x c_x) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x c_x) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))))) /\
   (ex_hyperplane_integral h n_B (fun u : vector => (exp (dot h (vscal kappa_y c_y) u)))) /\
   ((hyperplane_integral h n_B (fun u : vector => (exp (dot h (vscal kappa_y c_y) u)))) <> 0) /\
   (ex_hyperplane_integral h n_B (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u)))) /\
   (0 < ((/ (hyperplane_integral h n_B (fun u : vector => (exp (dot h (vscal kappa_y c_y) u))))) * (hyperplane_integral h n_B (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u)))))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 <= (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y)))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 <= (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))) /\
   ((((-2) * beta * (dot h c_x c_y)) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x c_x) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x c_x) (vscal beta c_y)) u)))))) + (ln ((/ (hyperplane_integral h n_B (fun u : vector => (exp (dot h (vscal kappa_y c_y) u))))) * (hyperplane_integral h n_B (fun u : vector => (exp (dot h (vadd (vscal beta c_x) (vscal kappa_y c_y)) u))))))) = ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)) (vadd c_x (vscal ((-1) * (dot h c_x n_B)) n_B)))) ^ 2)) + (2 * beta * kappa_y * (dot h c_x c_y))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * (dot h c_x c_y)) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)) (vadd c_y (vscal ((-1) * (dot h c_y n_A)) n_A)))) ^ 2)) + (2 * beta * kappa_x * (dot h c_x c_y)))))))))).

(** [paper.thm.3.perpendicular]. *)
Definition paper_thm_3_perpendicular : Prop :=
forall (h : nat) (rho : R) (m : R) (kappa_x : R) (kappa_y : R) (beta : R) (e_A : vector) (n_A : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < m) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (m < 1) ->
  (rho < m) ->
  ((0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta e_A) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta e_A) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_x)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((rho ^ 2) * (beta ^ 2)) + (2 * rho * beta * kappa_x))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa_y)) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((rho ^ 2) * (beta ^ 2)) + (2 * rho * beta * kappa_y))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))) /\
   ((((-2) * beta * (dot h e_A (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta e_A) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) = ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * rho * beta) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((rho ^ 2) * (beta ^ 2)) + (2 * rho * beta * kappa_x)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * rho * beta) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((rho ^ 2) * (beta ^ 2)) + (2 * rho * beta * kappa_y)))))))) /\
   ((((-2) * beta * (dot h e_A (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta e_A) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) > ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_x))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_x ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_x * m)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa_y))) + ((-1) * beta * m) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa_y ^ 2) + ((beta ^ 2) * (m ^ 2)) + (2 * beta * kappa_y * m))))))))).

(** [thm.4.directions]. *)
Definition thm_4_directions : Prop :=
forall (h : nat) (rho : R) (beta : R) (kappa_x : R) (kappa_y : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a >= (-1)) ->
  (a <= 1) ->
  (b >= (-1)) ->
  (b <= 1) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   ((((-1) * (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))))) + (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))))) = (beta * (sqrt (1 + ((-1) * (a ^ 2)))) * (sqrt (1 + ((-1) * (b ^ 2)))) * (dot h (vadd p (vscal (-1) q)) (vadd p (vscal (-1) q)))))).

(** [thm.4]. *)
Definition thm_4 : Prop :=
forall (h : nat) (rho : R) (beta : R) (kappa_x : R) (kappa_y : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a >= (-1)) ->
  (a <= 1) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   ((((-1) * (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))))) + (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))))) = (beta * (dot h (vadd (vscal (-1) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vadd (vscal (-1) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))))).

(** [thm.4.loss]. *)
Definition thm_4_loss : Prop :=
forall (h : nat) (rho : R) (beta : R) (kappa_x : R) (kappa_y : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (a > (-1)) ->
  (a < 1) ->
  (b > (-1)) ->
  (b < 1) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (0 < kappa_x) /\
   (0 < ((Rpower kappa_x ((3 / 2) + (((-1) / 2) * (INR h)))) * (besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa_x))) /\
   (0 < kappa_y) /\
   (0 < ((Rpower kappa_y ((3 / 2) + (((-1) / 2) * (INR h)))) * (besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa_y))) /\
   (0 < (((kappa_x + (b * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (b ^ 2)))))) /\
   (0 <= (((kappa_x + (b * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (b ^ 2)))))) /\
   (0 < (sqrt (((kappa_x + (b * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (b ^ 2))))))) /\
   (0 < ((Rpower (((kappa_x + (b * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (b ^ 2))))) ((3 / 4) + (((-1) / 4) * (INR h)))) * (besseli (((-3) / 2) + ((1 / 2) * (INR h))) (sqrt (((kappa_x + (b * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (b ^ 2))))))))) /\
   (0 < (((kappa_y + (a * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)))))) /\
   (0 <= (((kappa_y + (a * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)))))) /\
   (0 < (sqrt (((kappa_y + (a * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2))))))) /\
   (0 < ((Rpower (((kappa_y + (a * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2))))) ((3 / 4) + (((-1) / 4) * (INR h)))) * (besseli (((-3) / 2) + ((1 / 2) * (INR h))) (sqrt (((kappa_y + (a * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2))))))))) /\
   ((((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) q) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) = (((-1) * (LogScaledBessel (((-3) / 2) + ((1 / 2) * (INR h))) kappa_x)) + ((-1) * (LogScaledBessel (((-3) / 2) + ((1 / 2) * (INR h))) kappa_y)) + ((-2) * beta * ((a * b * rho) + ((sqrt (1 + ((-1) * (a ^ 2)))) * (sqrt (1 + ((-1) * (b ^ 2)))) * (dot h p q)))) + (LogScaledBessel (((-3) / 2) + ((1 / 2) * (INR h))) (sqrt (((kappa_x + (b * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (b ^ 2))))))) + (LogScaledBessel (((-3) / 2) + ((1 / 2) * (INR h))) (sqrt (((kappa_y + (a * rho * beta)) ^ 2) + ((beta ^ 2) * (1 + ((-1) * (a ^ 2)))))))))).

(** [paper.thm.4.a8]. *)
Definition paper_thm_4_a8 : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (a > 0) ->
  (a < 1) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   ((((-1) * (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))))) + (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))))) = (beta * (dot h (vadd (vscal (-1) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) (vadd (vscal (-1) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) (vadd (vadd (vscal ((-1) * (dot h e_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) e_A) (vscal ((-1) * (dot h n_A (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))))).

(** [paper.thm.4.value]. *)
Definition paper_thm_4_value : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  (dot h e_A e_A = 1) ->
  (dot h n_A n_A = 1) ->
  (dot h n_A e_A = 0) ->
  (dot h p p = 1) ->
  (dot h p e_A = 0) ->
  (dot h p n_A = 0) ->
  (dot h q q = 1) ->
  (dot h q e_A = 0) ->
  (dot h q n_A = 0) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  (a > 0) ->
  (a < 1) ->
  ((0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * beta * kappa * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) ^ 2)) + (2 * beta * kappa * (dot h (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))))) /\
   ((dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) = (a * rho)) /\
   ((dot h (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) = (a * rho)) /\
   ((((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) = ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * beta * kappa * (dot h e_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) ^ 2)) + (2 * beta * kappa * (dot h (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)))))))))))).

(** [paper.thm.4.limit], refuted. *)
Definition paper_thm_4_limit : Prop :=
exists (h : nat) (rho : R) (kappa : R) (beta : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < kappa) /\
   (0 < beta) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (rho > 0) /\
   (a > 0) /\
   (a < 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) ^ 2)) + (2 * a * beta * kappa))))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * a * beta * kappa))))) /\
   (~ (((((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) = ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) ^ 2)) + (2 * a * beta * kappa)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * a * beta * kappa))))))))))).

(** [paper.thm.4.limit.display], refuted. *)
Definition paper_thm_4_limit_display : Prop :=
exists (h : nat) (rho : R) (kappa : R) (beta : R) (a : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < kappa) /\
   (0 < beta) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (rho > 0) /\
   (a > 0) /\
   (a < 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) ^ 2)) + (2 * a * beta * kappa))))) /\
   (0 <= (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * a * beta * kappa))))) /\
   (~ (((((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) = ((((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * rho * beta) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vadd (vscal ((-1) * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)))) (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A))) (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))))) ^ 2)) + (2 * a * beta * kappa)))))) + (((-1) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((-1) * rho * beta) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((sqrt (dot h (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))) (vadd (vscal ((-1) * (dot h n_A (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) n_A) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) q) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))))))) ^ 2)) + (2 * a * beta * kappa))))))))))).

(** [sphere.mgf]. *)
Definition sphere_mgf : Prop :=
forall (h : nat) (z : R),
  (0 < (INR h)) ->
  (0 < z) ->
  ((INR h) >= 2) ->
  ((0 <= PI) /\
   (PI <> 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   ((Gamma (((-1) / 2) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (exp (z * (cos theta))))) 0 PI) /\
   (0 < ((1 / 2) * (INR h))) /\
   (z <> 0) /\
   (0 < (2 * (/ z))) /\
   (0 < z) /\
   (((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (exp (z * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h)))) = (SphereMGF (INR h) z)) /\
   (((Rpower (2 * (/ z)) ((-1) + ((1 / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) z) * (Gamma ((1 / 2) * (INR h)))) = (SphereMGF (INR h) z))).

(** [sphere.exponential_integral]. *)
Definition sphere_exponential_integral : Prop :=
forall (h : nat) (v : vector),
  (0 < (INR h)) ->
  ((INR h) >= 2) ->
  ((sqrt (dot h v v)) > 0) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h v u)))) /\
   (0 < (2 * PI)) /\
   (0 <= (dot h v v)) /\
   (0 < (sqrt (dot h v v))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h v u)))) = ((Rpower (2 * PI) ((1 / 2) * (INR h))) * (Rpower (sqrt (dot h v v)) (1 + (((-1) / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) (sqrt (dot h v v)))))).

(** [sphere.exponential_integral.everywhere]. *)
Definition sphere_exponential_integral_everywhere : Prop :=
forall (h : nat) (v : vector),
  (0 < (INR h)) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h v u)))) /\
   (0 < PI) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((Gamma ((1 / 2) * (INR h))) <> 0) /\
   (0 <= (dot h v v)) /\
   ((sphere_integral h (fun u : vector => (exp (dot h v u)))) = (2 * (Rpower PI ((1 / 2) * (INR h))) * (/ (Gamma ((1 / 2) * (INR h)))) * (SphereMGF (INR h) (sqrt (dot h v v)))))).

(** [vmf.normaliser]. *)
Definition vmf_normaliser : Prop :=
forall (h : nat) (kappa : R) (c : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   (0 < kappa) /\
   (0 < (2 * PI)) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) = ((Rpower kappa (1 + (((-1) / 2) * (INR h)))) * (Rpower (2 * PI) ((1 / 2) * (INR h))) * (besseli ((-1) + ((1 / 2) * (INR h))) kappa)))).

(** [vmf.mgf]. *)
Definition vmf_mgf : Prop :=
forall (h : nat) (kappa : R) (c : vector) (t : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  ((INR h) >= 2) ->
  ((sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c)))) > 0) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (exp (dot h (vadd t (vscal kappa c)) u)))) /\
   (0 < kappa) /\
   (0 < ((Rpower kappa (1 + (((-1) / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) kappa))) /\
   (0 <= (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c)))) /\
   (0 < (sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c))))) /\
   (0 < ((Rpower (sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c)))) (1 + (((-1) / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) (sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c))))))) /\
   (((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (sphere_integral h (fun u : vector => (exp (dot h (vadd t (vscal kappa c)) u))))) = (exp (((-1) * (LogScaledBessel ((-1) + ((1 / 2) * (INR h))) kappa)) + (LogScaledBessel ((-1) + ((1 / 2) * (INR h))) (sqrt (dot h (vadd t (vscal kappa c)) (vadd t (vscal kappa c))))))))).

(** [vmf.mean]. *)
Definition vmf_mean : Prop :=
forall (h : nat) (kappa : R) (c : vector) (e : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (((dot h e u) ^ 1) * (exp (dot h (vscal kappa c) u))))) /\
   (0 < kappa) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (sphere_integral h (fun u : vector => (((dot h e u) ^ 1) * (exp (dot h (vscal kappa c) u)))))) = ((dot h c e) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa)))).

(** [vmf.second_moment]. *)
Definition vmf_second_moment : Prop :=
forall (h : nat) (kappa : R) (c : vector) (e : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (((dot h e u) ^ 2) * (exp (dot h (vscal kappa c) u))))) /\
   (kappa <> 0) /\
   (0 < kappa) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (sphere_integral h (fun u : vector => (((dot h e u) ^ 2) * (exp (dot h (vscal kappa c) u)))))) = ((((dot h c e) ^ 2) * (1 + ((-1) * (INR h) * (/ kappa) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa)))) + ((/ kappa) * (dot h e e) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa))))).

(** [vmf.kl]. *)
Definition vmf_kl : Prop :=
forall (h : nat) (kappa : R) (c : vector) (c_2 : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  (dot h c_2 c_2 = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (((dot h (vscal kappa (vadd c (vscal (-1) c_2))) u) ^ 1) * (exp (dot h (vscal kappa c) u))))) /\
   (0 < kappa) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (sphere_integral h (fun u : vector => (((dot h (vscal kappa (vadd c (vscal (-1) c_2))) u) ^ 1) * (exp (dot h (vscal kappa c) u)))))) = (kappa * (1 + ((-1) * (dot h c c_2))) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa)))).

(** [vmf.entropy]. *)
Definition vmf_entropy : Prop :=
forall (h : nat) (kappa : R) (c : vector),
  (0 < (INR h)) ->
  (0 < kappa) ->
  (dot h c c = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) /\
   ((sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))) <> 0) /\
   (ex_sphere_integral h (fun u : vector => (((dot h c u) ^ 1) * (exp (dot h (vscal kappa c) u))))) /\
   (0 < (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) /\
   (0 < kappa) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (0 < (2 * PI)) /\
   (0 < ((Rpower kappa (1 + (((-1) / 2) * (INR h)))) * (Rpower (2 * PI) ((1 / 2) * (INR h))) * (besseli ((-1) + ((1 / 2) * (INR h))) kappa))) /\
   ((((-1) * kappa * ((/ (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u))))) * (sphere_integral h (fun u : vector => (((dot h c u) ^ 1) * (exp (dot h (vscal kappa c) u))))))) + (ln (sphere_integral h (fun u : vector => (exp (dot h (vscal kappa c) u)))))) = (((-1) * kappa * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa)) + (ln ((Rpower kappa (1 + (((-1) / 2) * (INR h)))) * (Rpower (2 * PI) ((1 / 2) * (INR h))) * (besseli ((-1) + ((1 / 2) * (INR h))) kappa)))))).

(** [thm.2.population.odd]. *)
Definition thm_2_population_odd : Prop :=
forall (h : nat) (kappa_y : R) (beta : R) (s : R),
  (0 < (INR h)) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (s > 0) ->
  (s <= 1) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + ((-2) * s * beta * kappa_y))))) /\
   (0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * s * beta * kappa_y))))) /\
   (0 < kappa_y) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa_y) <> 0) /\
   ((((-1) * (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + ((-2) * s * beta * kappa_y)))))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * s * beta * kappa_y)))))) < (2 * s * beta * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa_y)))).

(** [thm.3.odd_part]. *)
Definition thm_3_odd_part : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (s : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (s >= 0) ->
  (s <= 1) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (s ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * s * rho * beta * kappa))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (s ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * s * rho * beta * kappa))))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (kappa + ((-1) * rho * beta)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) (kappa + (rho * beta)))) /\
   ((((-1) * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (s ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * s * rho * beta * kappa)))))) + (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * (s ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * s * rho * beta * kappa)))))) <= (s * (((-1) * (ln (SphereMGF ((-1) + (INR h)) (kappa + ((-1) * rho * beta))))) + (ln (SphereMGF ((-1) + (INR h)) (kappa + (rho * beta)))))))).

(** [bessel.ratio.upper.sharp]. *)
Definition bessel_ratio_upper_sharp : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((z ^ 2) + (((1 / 2) + nu) ^ 2)) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) * ((1 / 2) + nu))) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) * ((1 / 2) + nu))) ^ 2))) + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) * ((1 / 2) + nu))) <> 0) /\
   ((IvRatio nu z) < (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) * ((1 / 2) + nu))) ^ 2))) + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) * ((1 / 2) + nu))))))).

(** [bessel.ratio.lower.sharp]. *)
Definition bessel_ratio_lower_sharp : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((3 / 2) + nu) ^ 2))) /\
   (((z ^ 2) + (((3 / 2) + nu) ^ 2)) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) * ((3 / 2) + nu))) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) * ((3 / 2) + nu))) ^ 2))) + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) * ((3 / 2) + nu))) <> 0) /\
   ((IvRatio nu z) > (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) * ((3 / 2) + nu))) ^ 2))) + ((1 / 2) * (/ (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) * ((3 / 2) + nu))))))).

(** [thm.1.circle]. *)
Definition thm_1_circle : Prop :=
forall (N : nat) (beta : R) (e : nat -> vector),
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i j : nat, (1 <= i <= 2%nat)%nat -> (1 <= j <= 2%nat)%nat -> dot 2%nat (e i) (e j) = (if Nat.eqb i j then 1 else 0)) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (forall j : nat, (1 <= j <= N)%nat -> (INR N) <> 0))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR j) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR j) * (/ (INR N)))) (e 2%nat)))))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (INR N) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR j) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR j) * (/ (INR N)))) (e 2%nat))))))))) * (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))))))))) /\
   ((forall j : nat, (1 <= j <= N)%nat -> (INR N) <> 0)) /\
   (0 < ((/ (INR N)) * (sum1 N (fun j : nat => (exp (beta * (cos (2 * PI * (INR j) * (/ (INR N)))))))))) /\
   (((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR j) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR j) * (/ (INR N)))) (e 2%nat))))))))) * (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))))))))))) = (((-1) * beta) + (ln ((/ (INR N)) * (sum1 N (fun j : nat => (exp (beta * (cos (2 * PI * (INR j) * (/ (INR N))))))))))))).

(** [thm.3.limit.perpendicular]. *)
Definition thm_3_limit_perpendicular : Prop :=
forall (h : nat) (rho : R) (b : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < b) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (((b ^ 2) * ((-2) + (INR h))) <= 1) ->
  (((1 + b) <> 0) /\
   ((1 + (rho * b)) <> 0) /\
   (0 < ((/ (1 + (rho * b))) * (1 + b))) /\
   ((((b ^ 2) * (((/ (1 + b)) * ((-3) + (INR h) + (rho ^ 2))) + ((-1) * (/ (1 + (rho * b))) * ((-2) + (INR h))))) + ((-1) * ((-2) + (INR h)) * (ln ((/ (1 + (rho * b))) * (1 + b)))) + ((-1) * b * (1 + ((-1) * rho)) * ((-2) + (INR h))) + (2 * b * (1 + ((-1) * rho)) * ((-1) + (INR h)))) > 0)).

(** [thm.3.limit.shared]. *)
Definition thm_3_limit_shared : Prop :=
forall (h : nat) (rho : R) (b : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < b) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((((-1) * b * (1 + rho)) + ((-1) * (b ^ 2) * ((-2) + rho + (INR h) + (rho ^ 2))) + ((-1) * (1 + (rho * b)) * ((-2) + (INR h))) + ((INR h) * (1 + b) * (1 + (rho * b)))) < 0) ->
  (((1 + b) <> 0) /\
   ((1 + (rho * b)) <> 0) /\
   (0 < ((/ (1 + (rho * b))) * (1 + b))) /\
   ((((b ^ 2) * (((/ (1 + b)) * ((-3) + (INR h) + (rho ^ 2))) + ((-1) * (/ (1 + (rho * b))) * ((-2) + (INR h))))) + ((-1) * ((-2) + (INR h)) * (ln ((/ (1 + (rho * b))) * (1 + b)))) + ((-1) * b * (1 + ((-1) * rho)) * ((-2) + (INR h))) + (2 * b * (1 + ((-1) * rho)) * ((-1) + (INR h)))) < 0)).

(** [thm.1.stability.sharper]. *)
Definition thm_1_stability_sharper : Prop :=
forall (h : nat) (N : nat) (beta : R) (x : nat -> vector) (y : nat -> vector),
  (0 < (INR h)) ->
  (0 < (INR N)) ->
  (0 < beta) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (x i) (x i) = 1) ->
  (forall i : nat, (1 <= i <= N)%nat -> dot h (y i) (y i) = 1) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j)))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> 0 < ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i))))))) /\
   ((beta + ((-1) * (ln (SphereMGF (INR h) beta))) + ((-1) * (/ (INR N)) * (sum1 N (fun i : nat => (ln ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (exp (beta * (dot h (x i) (y i)))))))))) >= ((1 / 4) * (/ (INR N)) * (sum1 N (fun i : nat => ((/ (sum1 N (fun j : nat => (exp (beta * (dot h (x i) (y j))))))) * (dot h (vadd (vscal (-1) (y i)) (x i)) (vadd (vscal (-1) (y i)) (x i))) * (sum1 N (fun j : nat => ((1 + ((-1) * (exp ((-1) * beta * (1 + ((-1) * (dot h (y i) (y j)))))))) * (exp (beta * (dot h (x i) (y j))))))))))))).

(** [thm.4.free], refuted. *)
Definition thm_4_free : Prop :=
exists (h : nat) (rho : R) (beta : R) (kappa_x : R) (kappa_y : R) (a : R) (b : R) (e_A : vector) (n_A : vector) (p : vector) (q : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < beta) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h q q = 1) /\
   (dot h q e_A = 0) /\
   (dot h q n_A = 0) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (a >= (-1)) /\
   (a <= 1) /\
   (b >= (-1)) /\
   (b <= 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (b ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u)))))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) /\
   (~ (((((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (b ^ 2)))) p) (vscal b (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))) >= (((-2) * beta * (dot h (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p)) (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x e_A) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x e_A) (vscal beta (vadd (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p) (vscal a (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A))) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal beta (vadd (vscal a e_A) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) p))) (vscal kappa_y (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))) u))))))))))).

(** [thm.4.oblique], refuted. *)
Definition thm_4_oblique : Prop :=
exists (h : nat) (rho : R) (beta : R) (kappa_x : R) (kappa_y : R) (a : R) (c : R) (d : R) (e_A : vector) (n_A : vector) (m : vector) (p : vector),
  ((0 < (INR h)) /\
   (0 <= rho) /\
   (0 < beta) /\
   (0 < kappa_x) /\
   (0 < kappa_y) /\
   (dot h e_A e_A = 1) /\
   (dot h n_A n_A = 1) /\
   (dot h n_A e_A = 0) /\
   (dot h m m = 1) /\
   (dot h m e_A = 0) /\
   (dot h m n_A = 0) /\
   (dot h p p = 1) /\
   (dot h p e_A = 0) /\
   (dot h p n_A = 0) /\
   (dot h p m = 0) /\
   ((INR h) >= 4) /\
   (rho < 1) /\
   (a >= (-1)) /\
   (a <= 1) /\
   (c >= (-1)) /\
   (c <= 1) /\
   (d >= (-1)) /\
   (d <= 1) /\
   (0 <= (1 + ((-1) * (a ^ 2)))) /\
   (0 <= (1 + ((-1) * (c ^ 2)))) /\
   (0 <= (1 + ((-1) * (d ^ 2)))) /\
   (0 <= (1 + ((-1) * (rho ^ 2)))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x m) u)))) /\
   ((hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x m) u)))) <> 0) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (d ^ 2)))) p) (vscal d (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x m) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (d ^ 2)))) p) (vscal d (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) u)))))) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y m) u)))) /\
   ((hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y m) u)))) <> 0) /\
   (ex_hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal kappa_y m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal c e_A) (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p)))))) u)))) /\
   (0 < ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y m) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal kappa_y m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal c e_A) (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p)))))) u)))))) /\
   (ex_hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) u)))) /\
   (0 < ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x m) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) u)))))) /\
   (~ (((((-2) * beta * (dot h (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal c e_A) (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p)))) (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (d ^ 2)))) p) (vscal d (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x m) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (d ^ 2)))) p) (vscal d (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y m) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal kappa_y m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal c e_A) (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p)))))) u))))))) >= (((-2) * beta * (dot h (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal c e_A) (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p)))) (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) + (ln ((/ (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vscal kappa_x m) u))))) * (hyperplane_integral h n_A (fun u : vector => (exp (dot h (vadd (vscal kappa_x m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p) (vscal c (vadd (vscal rho e_A) (vscal (sqrt (1 + ((-1) * (rho ^ 2)))) n_A)))))))) u)))))) + (ln ((/ (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vscal kappa_y m) u))))) * (hyperplane_integral h (vadd (vscal rho n_A) (vscal ((-1) * (sqrt (1 + ((-1) * (rho ^ 2))))) e_A)) (fun u : vector => (exp (dot h (vadd (vscal kappa_y m) (vscal beta (vadd (vscal a m) (vscal (sqrt (1 + ((-1) * (a ^ 2)))) (vadd (vscal c e_A) (vscal (sqrt (1 + ((-1) * (c ^ 2)))) p)))))) u))))))))))).

(** [thm.3.population.perp]. *)
Definition thm_3_population_perp : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (rho > 0) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + (4 * rho * beta * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + ((-2) * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) > (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))))).

(** [thm.3.population.upper]. *)
Definition thm_3_population_upper : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) <= (((-2) * beta * (1 + ((-1) * rho * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((-1) * (1 + ((-1) * rho)) * (1 + ((/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + ((-1) * (/ kappa) * ((-1) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))))) + ((beta ^ 2) * (/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))))).

(** [thm.3.population.hot]. *)
Definition thm_3_population_hot : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (q : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  (0 <= q) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (q < 1) ->
  ((beta * (/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) < ((1 + ((-1) * q)) * (2 + ((-2) * rho)) * ((-1) + ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2) + ((/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + ((/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))))) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) < ((-2) * beta * (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2) * (1 + ((-1) * q * (1 + ((-1) * rho))))) + ((-1) * (1 + ((-1) * rho)) * ((q * (1 + ((-1) * (/ kappa) * ((-1) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) + ((/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))))))).

(** [thm.3.population.upper.concentrated]. *)
Definition thm_3_population_upper_concentrated : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) <= (((-2) * beta * (1 + ((-1) * rho * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((-1) * (1 + ((-1) * rho)) * (1 + ((/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + ((-1) * (/ kappa) * ((-1) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))))) + ((beta ^ 2) * (/ (kappa ^ 2)) * (1 + (2 * (rho ^ 2))) * ((-1) + (INR h)))))).

(** [thm.3.population.concentrated.bound]. *)
Definition thm_3_population_concentrated_bound : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (q : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  (0 <= q) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (q < 1) ->
  ((((-1) + (INR h)) * ((beta * (1 + (2 * (rho ^ 2)))) + ((1 + ((-1) * q)) * (3 + ((-3) * rho))))) < (2 * kappa * (1 + ((-1) * q)) * (1 + ((-1) * rho)))) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) < ((-2) * beta * (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2) * (1 + ((-1) * q * (1 + ((-1) * rho))))) + ((-1) * (1 + ((-1) * rho)) * ((q * (1 + ((-1) * (/ kappa) * ((-1) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) + ((/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))))))).

(** [thm.3.population.lower.concentrated]. *)
Definition thm_3_population_lower_concentrated : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (((-2) * beta * (1 + ((-1) * rho * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((-1) * (1 + ((-1) * rho)) * (1 + ((/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + ((-1) * (/ kappa) * ((-1) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))))) <= (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))))).

(** [thm.3.angle.tangent]. *)
Definition thm_3_angle_tangent : Prop :=
forall (h : nat) (rho : R) (sigma : R) (kappa : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 <= sigma) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (sigma < 1) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * sigma)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> ((-1) + (INR h)) <> 0)) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))) <> 0)) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < ((1 / 2) + ((1 / 2) * (INR h))))) /\
   (ex_RInt (fun theta : R => (2 * beta * (Rpower (sin theta) ((-3) + (INR h))) * (((-1) * (cos theta)) + ((/ ((-1) + (INR h))) * (/ (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta)))))) * (kappa + (rho * beta * (cos theta))) * (SphereMGF (1 + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) * (cos theta) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * sigma)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) >= (((sigma + ((-1) * rho)) * ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => (2 * beta * (Rpower (sin theta) ((-3) + (INR h))) * (((-1) * (cos theta)) + ((/ ((-1) + (INR h))) * (/ (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta)))))) * (kappa + (rho * beta * (cos theta))) * (SphereMGF (1 + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) * (cos theta) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) + (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h)))))))))).

(** [thm.3.angle.convex]. *)
Definition thm_3_angle_convex : Prop :=
forall (h : nat) (rho : R) (sigma : R) (kappa : R) (beta : R) (m : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 <= sigma) ->
  (0 < kappa) ->
  (0 < beta) ->
  (0 <= m) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (sigma < 1) ->
  (rho <= m) ->
  (m <= sigma) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (m ^ 2)))))) + (2 * m * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (m ^ 2)))))) + (2 * m * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * m)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * sigma)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (((sigma + ((-1) * rho)) * (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (m ^ 2)))))) + (2 * m * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * m)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h)))))))) <= (((m + ((-1) * rho)) * (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * sigma)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h)))))))) + ((sigma + ((-1) * m)) * (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))))))).

(** [thm.3.angle.right]. *)
Definition thm_3_angle_right : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  ((INR h) >= 3) ->
  (rho > 0) ->
  (rho < 1) ->
  ((rho * beta * (/ kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) < (2 + ((-2) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((-2) * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2))))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2))))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) < (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2))))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))))).

(** [thm.3.angle.narrow.upper]. *)
Definition thm_3_angle_narrow_upper : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (k : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  (0 < k) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  ((beta + k) <= kappa) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   (0 < k) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) k) <> 0) /\
   (k <> 0) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) <= (((-2) * rho * beta * (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((-1) * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) + ((rho ^ 2) * (beta ^ 2) * (1 + ((-1) * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))) * (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) k) ^ 2)) + ((-1) * (/ k) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) k)))) + ((-2) * beta * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + ((beta ^ 2) * (/ k) * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))))).

(** [thm.3.angle.narrow.lower]. *)
Definition thm_3_angle_narrow_lower : Prop :=
forall (h : nat) (rho : R) (kappa : R) (beta : R) (q : R),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < kappa) ->
  (0 < beta) ->
  (0 < q) ->
  ((INR h) >= 3) ->
  (rho < 1) ->
  (q >= (beta + kappa)) ->
  (kappa > beta) ->
  ((0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-1) + (INR h)) kappa)) /\
   ((SphereMGF ((-1) + (INR h)) kappa) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < kappa) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) kappa) <> 0) /\
   (kappa <> 0) /\
   (0 < q) /\
   ((besseli (((-3) / 2) + ((1 / 2) * (INR h))) q) <> 0) /\
   (q <> 0) /\
   ((((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * ((2 * (ln (SphereMGF ((-1) + (INR h)) (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) >= (((-2) * rho * beta * (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) ^ 2)) + ((-1) * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)))) + ((rho ^ 2) * (beta ^ 2) * (1 + ((-1) * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa))) * (1 + ((-1) * ((IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) q) ^ 2)) + ((-1) * (/ q) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) q)))) + ((-2) * beta * (/ kappa) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa)) + ((beta ^ 2) * (/ kappa) * (/ q) * ((-2) + (INR h)) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) kappa) * (IvRatio (((-3) / 2) + ((1 / 2) * (INR h))) q))))).

(** [thm.2.population.partition]. *)
Definition thm_2_population_partition : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (w : R),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (w >= (-1)) ->
  (w < 1) ->
  ((0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) kappa_x) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   ((Gamma (((-1) / 2) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < ((1 / 2) * (INR h)))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) kappa_y))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) (kappa_x * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kappa_x * (cos theta))))) 0 PI) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) 0) * (exp (kappa_x * (cos theta))))) 0 PI) /\
   (0 < kappa_x) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa_x) <> 0) /\
   (0 < kappa_y) /\
   ((besseli ((-1) + ((1 / 2) * (INR h))) kappa_y) <> 0) /\
   ((((-1) * ((/ (SphereMGF (INR h) kappa_x)) * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) (kappa_x * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kappa_x * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h)))))) + ((/ (SphereMGF (INR h) kappa_x)) * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) 0) * (exp (kappa_x * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h)))))) < (beta * (1 + ((-1) * w)) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa_x) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa_y)))).

(** [thm.2.population.unequal]. *)
Definition thm_2_population_unequal : Prop :=
forall (h : nat) (kappa_x : R) (kappa_y : R) (beta : R) (w : R) (p_w : R) (p_1 : R),
  (0 < (INR h)) ->
  (0 < kappa_x) ->
  (0 < kappa_y) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (w >= (-1)) ->
  (w < 1) ->
  (p_1 >= (p_w + ((1 + ((-1) * w)) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa_x) * (IvRatio ((-1) + ((1 / 2) * (INR h))) kappa_y)))) ->
  ((0 < ((1 / 2) * (INR h))) /\
   ((SphereMGF (INR h) kappa_x) <> 0) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   ((Gamma (((-1) / 2) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < ((1 / 2) * (INR h)))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) kappa_y))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) (kappa_x * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kappa_x * (cos theta))))) 0 PI) /\
   ((SphereMGF (INR h) kappa_y) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) kappa_x))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x * (cos theta))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_x))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) (kappa_y * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kappa_y * (cos theta))))) 0 PI) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) 0) * (exp (kappa_x * (cos theta))))) 0 PI) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_x))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) 0) * (exp (kappa_y * (cos theta))))) 0 PI) /\
   ((((-2) * p_w * beta) + ((/ (SphereMGF (INR h) kappa_x)) * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) (kappa_x * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kappa_x * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h))))) + ((/ (SphereMGF (INR h) kappa_y)) * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_x))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) (kappa_y * (sqrt ((1 + ((-1) * (w ^ 2))) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (w * kappa_y * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h)))))) > (((-2) * p_1 * beta) + ((/ (SphereMGF (INR h) kappa_x)) * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_y))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_y ^ 2) + (2 * beta * kappa_y * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) 0) * (exp (kappa_x * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h))))) + ((/ (SphereMGF (INR h) kappa_y)) * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (((-1) * (ln (SphereMGF (INR h) kappa_x))) + (ln (SphereMGF (INR h) (sqrt ((beta ^ 2) + (kappa_x ^ 2) + (2 * beta * kappa_x * (cos theta))))))) * (SphereMGF ((-1) + (INR h)) 0) * (exp (kappa_y * (cos theta))))) 0 PI) * (Gamma ((1 / 2) * (INR h)))))))).

(** [thm.1.sharp]. *)
Definition thm_1_sharp : Prop :=
forall (N : nat) (beta : R) (epsilon : R) (e : nat -> vector),
  (0 < (INR N)) ->
  (0 < beta) ->
  (0 < epsilon) ->
  (forall i j : nat, (1 <= i <= 2%nat)%nat -> (1 <= j <= 2%nat)%nat -> dot 2%nat (e i) (e j) = (if Nat.eqb i j then 1 else 0)) ->
  (epsilon < 1) ->
  ((epsilon * (INR N)) >= (((-2) * (exp ((-1) * beta))) + (2 * (exp beta)))) ->
  (((INR N) <> 0) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (forall j : nat, (1 <= j <= N)%nat -> (INR N) <> 0))) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (sum1 N (fun j : nat => (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR j) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR j) * (/ (INR N)))) (e 2%nat)))))))) <> 0)) /\
   ((forall i : nat, (1 <= i <= N)%nat -> (INR N) <> 0)) /\
   (0 < 1) /\
   ((SphereMGF 2 beta) <> 0) /\
   (((/ (INR N)) * (sum1 N (fun i : nat => ((INR N) * (/ (sum1 N (fun j : nat => (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR j) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR j) * (/ (INR N)))) (e 2%nat))))))))) * (exp (beta * (dot 2%nat (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat))) (vadd (vscal (cos (2 * PI * (INR i) * (/ (INR N)))) (e 1%nat)) (vscal (sin (2 * PI * (INR i) * (/ (INR N)))) (e 2%nat)))))))))) >= ((/ (SphereMGF 2 beta)) * (1 + ((-1) * epsilon)) * (exp beta)))).

(** [thm.1.noise.necessary]. *)
Definition thm_1_noise_necessary : Prop :=
forall (h : nat) (beta : R) (epsilon : R) (eta : R),
  (0 < (INR h)) ->
  (0 < beta) ->
  (0 < epsilon) ->
  (0 < eta) ->
  ((INR h) >= 2) ->
  (epsilon <= 1) ->
  (eta < 1) ->
  (((INR h) * (2 + ((-1) * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta)) + (epsilon * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta)) + ((2 / 3) * (epsilon ^ 2) * ((IvRatio ((-1) + ((1 / 2) * (INR h))) beta) ^ 2))) * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta)) < (2 * beta * eta)) ->
  ((0 <= PI) /\
   (PI <> 0) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   ((Gamma (((-1) / 2) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < beta)) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> (besseli ((-1) + ((1 / 2) * (INR h))) beta) <> 0)) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (1 + (epsilon * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta) * (cos theta))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < ((1 / 2) * (INR h)))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF (INR h) beta))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (1 + (epsilon * (cos theta))) * ((ln (1 + (epsilon * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta) * (cos theta)))) + (ln (SphereMGF (INR h) beta))))) 0 PI) /\
   (0 < ((1 / 2) * (INR h))) /\
   ((INR h) <> 0) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (((2 * ((/ (sqrt PI)) * (/ (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-2) + (INR h))) * (1 + (epsilon * (cos theta))) * ((ln (1 + (epsilon * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta) * (cos theta)))) + (ln (SphereMGF (INR h) beta))))) 0 PI) * (Gamma ((1 / 2) * (INR h))))) + ((-2) * beta * (1 + ((-1) * eta) + (eta * (epsilon ^ 2) * (/ ((INR h) ^ 2)))))) < ((2 * (ln (SphereMGF (INR h) beta))) + ((-2) * beta * (1 + ((-1) * eta)))))).

(** [thm.1.noise.uniform], refuted. *)
Definition thm_1_noise_uniform : Prop :=
exists (beta : R) (eta : R) (kappa : R),
  ((0 < beta) /\
   (0 < eta) /\
   (0 < kappa) /\
   (eta < 1) /\
   (0 < (3 / 2)) /\
   (0 < (SphereMGF 3 kappa)) /\
   (0 < kappa) /\
   ((besseli (1 / 2) kappa) <> 0) /\
   ((SphereMGF 3 kappa) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (3 / 2))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF 3 (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => (2 * (exp (kappa * (cos theta))) * (ln (SphereMGF 3 (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa * (cos theta)))))) * (sin theta))) 0 PI) /\
   (0 < (SphereMGF 3 beta)) /\
   (~ (((((-2) * (ln (SphereMGF 3 kappa))) + ((-2) * beta * (1 + ((-1) * eta) + (eta * ((IvRatio (1 / 2) kappa) ^ 2)))) + ((/ (SphereMGF 3 kappa)) * ((1 / 2) * (RInt (fun theta : R => (2 * (exp (kappa * (cos theta))) * (ln (SphereMGF 3 (sqrt ((beta ^ 2) + (kappa ^ 2) + (2 * beta * kappa * (cos theta)))))) * (sin theta))) 0 PI)))) >= ((2 * (ln (SphereMGF 3 beta))) + ((-2) * beta * (1 + ((-1) * eta)))))))).

(** [thm.3.population], refuted. *)
Definition thm_3_population : Prop :=
exists (rho : R) (kappa : R) (beta : R),
  ((0 <= rho) /\
   (0 < kappa) /\
   (0 < beta) /\
   (rho < 1) /\
   (0 < 1) /\
   (0 < (SphereMGF 2 kappa)) /\
   ((SphereMGF 2 kappa) <> 0) /\
   (PI <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < 1)) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF 2 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => (((2 * (ln (SphereMGF 2 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF 2 (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((rho ^ 2) + (((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => (((2 * (ln (SphereMGF 2 (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((rho ^ 2) + (((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * (1 + ((-1) * rho)) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (~ (((((-2) * (ln (SphereMGF 2 kappa))) + ((/ (SphereMGF 2 kappa)) * ((/ PI) * (RInt (fun theta : R => (((2 * (ln (SphereMGF 2 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI)))) <= (((-2) * (ln (SphereMGF 2 kappa))) + ((/ (SphereMGF 2 kappa)) * ((/ PI) * (RInt (fun theta : R => (((2 * (ln (SphereMGF 2 (sqrt ((kappa ^ 2) + ((beta ^ 2) * ((rho ^ 2) + (((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * (1 + ((-1) * rho)) * (1 + ((-1) * ((cos theta) ^ 2))))))) * (exp (kappa * (cos theta))))) 0 PI)))))))).

(** [thm.3.angle], refuted. *)
Definition thm_3_angle : Prop :=
exists (rho : R) (sigma : R) (kappa : R) (beta : R),
  ((0 <= rho) /\
   (0 <= sigma) /\
   (0 < kappa) /\
   (0 < beta) /\
   (rho <= sigma) /\
   (sigma < 1) /\
   (0 < (511 / 2)) /\
   (0 < (SphereMGF 511 kappa)) /\
   ((SphereMGF 511 kappa) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (511 / 2))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF 511 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => (((sin theta) ^ 509) * ((2 * (ln (SphereMGF 511 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * sigma)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF 511 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) /\
   (ex_RInt (fun theta : R => (((sin theta) ^ 509) * ((2 * (ln (SphereMGF 511 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (~ (((((-2) * (ln (SphereMGF 511 kappa))) + ((/ (SphereMGF 511 kappa)) * ((117907135327315123162618507204552377022449836094748414928785576403287033205307588762608440711040930716549554783513369486187059246770249476686700563481635 / 13093562431584567480052758787310396608866568184172259157933165472384535185618698219533080369303616628603546736510240284036869026183541572213314110357504) * (RInt (fun theta : R => (((sin theta) ^ 509) * ((2 * (ln (SphereMGF 511 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (sigma ^ 2)))))) + (2 * sigma * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * sigma)))))) * (exp (kappa * (cos theta))))) 0 PI)))) <= (((-2) * (ln (SphereMGF 511 kappa))) + ((/ (SphereMGF 511 kappa)) * ((117907135327315123162618507204552377022449836094748414928785576403287033205307588762608440711040930716549554783513369486187059246770249476686700563481635 / 13093562431584567480052758787310396608866568184172259157933165472384535185618698219533080369303616628603546736510240284036869026183541572213314110357504) * (RInt (fun theta : R => (((sin theta) ^ 509) * ((2 * (ln (SphereMGF 511 (sqrt ((kappa ^ 2) + ((beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * (rho ^ 2)))))) + (2 * rho * beta * kappa * (cos theta))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI)))))))).

(** [cor.3.loss.population], refuted. *)
Definition cor_3_loss_population : Prop :=
exists (h : nat) (beta : R) (kappa : R) (rho : R),
  ((0 < (INR h)) /\
   (0 < beta) /\
   (0 < kappa) /\
   (0 <= rho) /\
   ((INR h) >= 3) /\
   (rho < 1) /\
   (0 <= PI) /\
   (PI <> 0) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((Gamma ((-1) + ((1 / 2) * (INR h)))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (sin theta))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (((-1) / 2) + ((1 / 2) * (INR h))))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (SphereMGF ((-1) + (INR h)) kappa))) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (hyper0F1 (((-1) / 2) + ((1 / 2) * (INR h))) (((1 / 4) * ((kappa + (beta * (cos theta))) ^ 2)) + ((1 / 4) * (beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2)))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (((-2) * beta) + ((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + (2 * (ln (hyper0F1 (((-1) / 2) + ((1 / 2) * (INR h))) (((1 / 4) * ((kappa + (beta * (cos theta))) ^ 2)) + ((1 / 4) * (beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2))))))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (0 < (((-1) / 2) + ((1 / 2) * (INR h)))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) <> 0) /\
   ((forall theta : R, Rmin 0 PI < theta < Rmax 0 PI -> 0 < (hyper0F1 (((-1) / 2) + ((1 / 2) * (INR h))) (((1 / 4) * ((kappa + (rho * beta * (cos theta))) ^ 2)) + ((1 / 4) * (beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2)))))))) /\
   (ex_RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + (2 * (ln (hyper0F1 (((-1) / 2) + ((1 / 2) * (INR h))) (((1 / 4) * ((kappa + (rho * beta * (cos theta))) ^ 2)) + ((1 / 4) * (beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2)))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) /\
   (~ (((((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (((-2) * beta) + ((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + (2 * (ln (hyper0F1 (((-1) / 2) + ((1 / 2) * (INR h))) (((1 / 4) * ((kappa + (beta * (cos theta))) ^ 2)) + ((1 / 4) * (beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2))))))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (/ ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))) <= (((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (((-2) * (ln (SphereMGF ((-1) + (INR h)) kappa))) + (2 * (ln (hyper0F1 (((-1) / 2) + ((1 / 2) * (INR h))) (((1 / 4) * ((kappa + (rho * beta * (cos theta))) ^ 2)) + ((1 / 4) * (beta ^ 2) * (1 + ((-1) * ((cos theta) ^ 2)))))))) + ((-2) * beta * (1 + ((-1) * ((cos theta) ^ 2) * (1 + ((-1) * rho)))))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))) * (/ ((/ (sqrt PI)) * (/ (Gamma ((-1) + ((1 / 2) * (INR h))))) * (RInt (fun theta : R => ((Rpower (sin theta) ((-3) + (INR h))) * (exp (kappa * (cos theta))))) 0 PI) * (Gamma (((-1) / 2) + ((1 / 2) * (INR h))))))))))).

(** [thm.1.noise], refuted. *)
Definition thm_1_noise : Prop :=
exists (h : nat) (beta : R) (eta : R) (P : (vector -> vector -> R) -> R),
  ((0 < (INR h)) /\
   (0 < beta) /\
   (0 < eta) /\
   (coupling h P) /\
   ((INR h) >= 2) /\
   (eta < 1) /\
   ((2 * beta * eta) <= ((INR h) * (2 + ((-1) * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta))) * (IvRatio ((-1) + ((1 / 2) * (INR h))) beta))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (dot h x y_prime)))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (P (fun x_prime y_prime : vector => (dot h x y_prime))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (~ ((((2 * beta * eta * (((-1) * (P (fun x y : vector => (P (fun x_prime y_prime : vector => (dot h x y_prime)))))) + (P (fun x y : vector => (dot h x y))))) + (((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))))) >= ((2 * (ln (SphereMGF (INR h) beta))) + ((-2) * beta * (1 + ((-1) * eta)))))))).

(** [thm.1.attained]. *)
Definition thm_1_attained : Prop :=
forall (h : nat) (beta : R) (m : vector),
  (0 < (INR h)) ->
  (0 < beta) ->
  (dot h m m = 1) ->
  ((INR h) >= 2) ->
  ((ex_sphere_integral h (fun u : vector => (exp (beta * (dot h m u))))) /\
   (0 < (sphere_average h (fun u : vector => (exp (beta * (dot h m u)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((((-1) * beta * (dot h m m)) + (ln (sphere_average h (fun u : vector => (exp (beta * (dot h m u))))))) = (((-1) * beta) + (ln (SphereMGF (INR h) beta))))).

(** [thm.1]. *)
Definition thm_1 : Prop :=
forall (h : nat) (beta : R) (P : (vector -> vector -> R) -> R) (m : vector),
  (0 < (INR h)) ->
  (0 < beta) ->
  (coupling h P) ->
  (dot h m m = 1) ->
  ((INR h) >= 2) ->
  ((((-1) * (SphereMGF (INR h) beta)) + (P (fun x y : vector => (dot h (vadd x (vscal (-1) y)) (vadd x (vscal (-1) y))))) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))))) > 0) ->
  ((ex_sphere_integral h (fun u : vector => (exp (beta * (dot h m u))))) /\
   (0 < (sphere_average h (fun u : vector => (exp (beta * (dot h m u)))))) /\
   (0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (dot h x y))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))) /\
   ((forall x y : vector, spheres h x y -> 0 < (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))) /\
   (beta <> 0) /\
   (0 < (2 * (/ beta))) /\
   (0 < beta) /\
   (0 < ((Rpower (2 * (/ beta)) ((-1) + ((1 / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) beta) * (Gamma ((1 / 2) * (INR h))))) /\
   ((((-1) * beta * (dot h m m)) + (ln (sphere_average h (fun u : vector => (exp (beta * (dot h m u))))))) = (((-1) * beta) + (ln (SphereMGF (INR h) beta)))) /\
   ((((-2) * beta * (P (fun x y : vector => (dot h x y)))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x y_prime)))))))) + (P (fun x y : vector => (ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y))))))))) > (((-2) * beta) + (2 * (ln ((Rpower (2 * (/ beta)) ((-1) + ((1 / 2) * (INR h)))) * (besseli ((-1) + ((1 / 2) * (INR h))) beta) * (Gamma ((1 / 2) * (INR h))))))))).

(** [thm.3.free.partition]. *)
Definition thm_3_free_partition : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q < 1) ->
  ((ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   ((((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))) = ((Cosh (q * rho * beta)) * (SphereMGF ((-2) + (INR h)) (beta * (1 + ((-1) * q)))))) /\
   ((((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))) = ((Cosh (q * rho * beta)) * (SphereMGF ((-2) + (INR h)) (beta * (1 + ((-1) * q))))))).

(** [thm.3.free.sign]. *)
Definition thm_3_free_sign : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q < 1) ->
  ((ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   (0 < ((-1) + ((1 / 2) * (INR h)))) /\
   (0 < (SphereMGF ((-2) + (INR h)) beta)) /\
   (0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   (0 < (Cosh (q * rho * beta))) /\
   (0 < (SphereMGF ((-2) + (INR h)) (beta * (1 + ((-1) * q))))) /\
   ((((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))))) = (((-2) * beta) + (2 * (ln (SphereMGF ((-2) + (INR h)) beta))))) /\
   ((((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))))) = ((2 * (ln (Cosh (q * rho * beta)))) + (2 * (ln (SphereMGF ((-2) + (INR h)) (beta * (1 + ((-1) * q)))))) + ((-2) * beta * (1 + ((-1) * q * (1 + ((-1) * rho)))))))).

(** [thm.3.free.upper]. *)
Definition thm_3_free_upper : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q < 1) ->
  ((ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   (0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   (0 < beta) /\
   ((besseli ((-2) + ((1 / 2) * (INR h))) beta) <> 0) /\
   ((((-1) * (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))))) + (((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))))) <= ((-1) * q * beta * ((-2) + (2 * rho) + (2 * (IvRatio ((-2) + ((1 / 2) * (INR h))) beta)) + ((-1) * q * ((beta * (rho ^ 2)) + (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))))))).

(** [thm.3.free.lower]. *)
Definition thm_3_free_lower : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q > 0) ->
  (q < 1) ->
  ((ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   (0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   (0 < (beta * (1 + (((-1) / 2) * q)))) /\
   ((besseli ((-2) + ((1 / 2) * (INR h))) (beta * (1 + (((-1) / 2) * q)))) <> 0) /\
   ((((-1) * (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))))) + (((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))))) > (2 * q * beta * (1 + ((-1) * rho) + ((-1) * (IvRatio ((-2) + ((1 / 2) * (INR h))) (beta * (1 + (((-1) / 2) * q))))))))).

(** [thm.3.free.above]. *)
Definition thm_3_free_above : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q > 0) ->
  (q < 1) ->
  ((q * ((beta * (rho ^ 2)) + (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))) < ((-2) + (2 * rho) + (2 * (IvRatio ((-2) + ((1 / 2) * (INR h))) beta)))) ->
  ((0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   ((((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))))) < (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))))))).

(** [thm.3.free.gain]. *)
Definition thm_3_free_gain : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q < 1) ->
  ((q * ((beta * (rho ^ 2)) + (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))) <= ((-1) + rho + (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))) ->
  ((0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   (0 < beta) /\
   ((besseli ((-2) + ((1 / 2) * (INR h))) beta) <> 0) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   ((((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))))) <= (((-1) * q * beta * ((-1) + rho + (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))) + (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))))))).

(** [thm.3.free.below]. *)
Definition thm_3_free_below : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q > 0) ->
  (q < 1) ->
  ((IvRatio ((-2) + ((1 / 2) * (INR h))) beta) <= (1 + ((-1) * rho))) ->
  ((0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   ((((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))))) > (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))))))).

(** [thm.3.free.second_variation]. *)
Definition thm_3_free_second_variation : Prop :=
forall (h : nat) (rho : R) (beta : R) (q : R) (m : vector),
  (0 < (INR h)) ->
  (0 <= rho) ->
  (0 < beta) ->
  (0 <= q) ->
  (dot (h - 2)%nat m m = 1) ->
  ((INR h) >= 4) ->
  (rho < 1) ->
  (q > 0) ->
  (q < 1) ->
  ((0 < beta) /\
   ((besseli ((-2) + ((1 / 2) * (INR h))) beta) <> 0) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u))))) /\
   (0 < (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) /\
   (0 <= (1 + ((-1) * q))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u))))))) /\
   (ex_sphere_integral (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))) /\
   (0 < (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) /\
   ((2 * q * beta * (1 + ((-1) * rho) + ((-1) * (IvRatio ((-2) + ((1 / 2) * (INR h))) beta)))) < (((-1) * (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))))) + (((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho)))))))))))) /\
   ((((-1) * (((-2) * beta * (dot (h - 2)%nat m m)) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))) + (ln (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (dot (h - 2)%nat m u)))))))) + (((-1) * beta * ((2 * (dot (h - 2)%nat (vscal (sqrt (1 + ((-1) * q))) m) (vscal (sqrt (1 + ((-1) * q))) m))) + (2 * q * rho))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))) + (ln (((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * ((q * rho) + ((1 + ((-1) * q)) * (dot (h - 2)%nat m u)))))))) + ((1 / 2) * (sphere_average (h - 2)%nat (fun u : vector => (exp (beta * (((1 + ((-1) * q)) * (dot (h - 2)%nat m u)) + ((-1) * q * rho))))))))))) <= ((beta * (q ^ 2) * ((beta * (rho ^ 2)) + (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))) + (2 * q * beta * (1 + ((-1) * rho) + ((-1) * (IvRatio ((-2) + ((1 / 2) * (INR h))) beta))))))).

(** [paper.lem.1.law]. *)
Definition paper_lem_1_law : Prop :=
forall (h : nat) (n : nat) (beta : R) (P : (vector -> vector -> R) -> R) (z : nat -> vector) (q : vector),
  (0 < (INR h)) ->
  (0 < (INR n)) ->
  (0 < beta) ->
  (coupling h P) ->
  (forall i : nat, (1 <= i <= n)%nat -> dot h (z i) (z i) = 1) ->
  (dot h q q = 1) ->
  ((INR h) >= 2) ->
  (((INR n) <> 0) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (exp (beta * (dot h q y))))) /\
   ((forall x y : vector, spheres h x y -> (INR n) <> 0)) /\
   (continuous_pairs h (spheres h) (fun x y : vector => ((/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h y (z k))))))))) /\
   ((forall j : nat, (1 <= j <= n)%nat -> (INR n) <> 0)) /\
   ((forall x y : vector, spheres h x y -> continuous_pairs h (spheres h) (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))) /\
   (continuous_pairs h (spheres h) (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime))))))) /\
   (((((-1) * (/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h q (z k))))))) + (P (fun x y : vector => (exp (beta * (dot h q y)))))) ^ 2) <= ((((-2) * (P (fun x y : vector => ((/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h y (z k)))))))))) + ((/ (INR n)) * (sum1 n (fun j : nat => ((/ (INR n)) * (sum1 n (fun k : nat => (exp (beta * (dot h (z j) (z k)))))))))) + (P (fun x y : vector => (P (fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime)))))))) * (exp beta)))).
