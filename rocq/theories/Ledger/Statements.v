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

(** bessel.recurrence: Recurrence in the order. *)
Definition bessel_recurrence : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  ((0 < z) /\
   (z <> 0) /\
   ((((-1) * (besseli (1 + nu) z)) + (besseli ((-1) + nu) z)) = (2 * nu * (/ z) * (besseli nu z)))).

(** bessel.derivative: Derivative. *)
Definition bessel_derivative : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  ((0 < z) /\
   (ex_derive (fun z : R => (besseli nu z)) z) /\
   (z <> 0) /\
   ((Derive (fun z : R => (besseli nu z)) z) = ((nu * (/ z) * (besseli nu z)) + (besseli (1 + nu) z)))).

(** bessel.positive: Positivity. *)
Definition bessel_positive : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) > 0)).

(** bessel.ratio.riccati: Riccati equation of the ratio. *)
Definition bessel_ratio_riccati : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   (z <> 0) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) = (1 + ((-1) * ((IvRatio nu z) ^ 2)) + ((-1) * (/ z) * (1 + (2 * nu)) * (IvRatio nu z))))).

(** bessel.ratio.positive: The ratio is positive. *)
Definition bessel_ratio_positive : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) > 0)).

(** bessel.ratio.start: The ratio starts below its tangent at zero. *)
Definition bessel_ratio_start : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   ((IvRatio nu z) <= (z * (/ (2 + (2 * nu)))))).

(** bessel.ratio.lower.simple: Lower bound that follows the ratio from zero. *)
Definition bessel_ratio_lower_simple : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + ((1 + nu) ^ 2))) /\
   ((1 + nu + (sqrt ((z ^ 2) + ((1 + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) > (z * (/ (1 + nu + (sqrt ((z ^ 2) + ((1 + nu) ^ 2)))))))).

(** bessel.ratio.lower: Greatest lower bound of Amos type. *)
Definition bessel_ratio_lower : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((3 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) > (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((3 / 2) + nu) ^ 2)))))))).

(** bessel.ratio.lower.rational: Rational lower bound near zero. *)
Definition bessel_ratio_lower_rational : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((4 + (2 * nu)) <> 0) /\
   ((2 + (2 * nu) + ((z ^ 2) * (/ (4 + (2 * nu))))) <> 0) /\
   ((IvRatio nu z) > (z * (/ (2 + (2 * nu) + ((z ^ 2) * (/ (4 + (2 * nu))))))))).

(** bessel.ratio.lower.linear: How fast the ratio tends to one. *)
Definition bessel_ratio_lower_linear : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   ((IvRatio nu z) > (1 + (((-1) / 2) * (/ z) * (1 + (2 * nu)))))).

(** bessel.ratio.upper.linear: The tangent at zero is an upper bound. *)
Definition bessel_ratio_upper_linear : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((2 + (2 * nu)) <> 0) /\
   ((IvRatio nu z) < (z * (/ (2 + (2 * nu)))))).

(** bessel.ratio.upper.one: The ratio is less than one. *)
Definition bessel_ratio_upper_one : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) < 1)).

(** bessel.ratio.upper: Upper bound that follows the ratio to infinity. *)
Definition bessel_ratio_upper : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))))))).

(** bessel.ratio.upper.origin: Upper bound that follows the ratio from zero. *)
Definition bessel_ratio_upper_origin : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + ((2 + nu) ^ 2))) /\
   ((nu + (sqrt ((z ^ 2) + ((2 + nu) ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ (nu + (sqrt ((z ^ 2) + ((2 + nu) ^ 2)))))))).

(** bessel.ratio.upper.order: Upper bound that makes the Turán determinant positive. *)
Definition bessel_ratio_upper_order : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((nu ^ 2) + (z ^ 2))) /\
   ((nu + (sqrt ((nu ^ 2) + (z ^ 2)))) <> 0) /\
   ((IvRatio nu z) < (z * (/ (nu + (sqrt ((nu ^ 2) + (z ^ 2)))))))).

(** bessel.ratio.upper.geometric: Upper bound with the geometric mean of two orders. *)
Definition bessel_ratio_upper_geometric : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) * ((3 / 2) + nu)))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) * ((3 / 2) + nu))))) <> 0) /\
   ((IvRatio nu z) < (z * (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) * ((3 / 2) + nu))))))))).

(** bessel.ratio.range: Range of the ratio. *)
Definition bessel_ratio_range : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio nu z) > 0) /\
   ((IvRatio nu z) < 1)).

(** bessel.ratio.amos: The bounds of Amos. *)
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

(** bessel.ratio.amos_simple: The simple bounds of Amos. *)
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

(** bessel.ratio.increasing: The ratio increases. *)
Definition bessel_ratio_increasing : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   ((Derive (fun z : R => (IvRatio nu z)) z) > 0)).

(** bessel.ratio.over_x_decreasing: The ratio over its argument decreases. *)
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

(** bessel.ratio.slope: Slope, chord and tangent of the ratio. *)
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

(** bessel.ratio.decreasing_in_order: The ratio decreases in the order. *)
Definition bessel_ratio_decreasing_in_order : Prop :=
forall (mu : R) (nu : R) (z : R),
  (0 < z) ->
  (mu > (-1)) ->
  (nu > mu) ->
  ((0 < z) /\
   ((besseli mu z) <> 0) /\
   ((besseli nu z) <> 0) /\
   ((IvRatio mu z) > (IvRatio nu z))).

(** bessel.ratio.concave: The ratio is strictly concave. *)
Definition bessel_ratio_concave : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (IvRatio nu z)) z) /\
   (ex_derive_n (fun z : R => (IvRatio nu z)) 2 z) /\
   ((Derive_n (fun z : R => (IvRatio nu z)) 2 z) < 0)).

(** bessel.ratio.over_x_convex: The ratio over its argument decreases and is convex in z². *)
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

(** bessel.ratio.odd_integral: The ratio over an interval about k. *)
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

(** bessel.ratio.asymptotic: The ratio near zero and far out, with remainders. *)
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

(** bessel.ratio.limit.zero: Slope of the ratio at zero. *)
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

(** bessel.ratio.limit.infinity: The ratio tends to one. *)
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

(** bessel.turan.ratio: The Turán ratio in terms of the Bessel ratio. *)
Definition bessel_turan_ratio : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   (((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) = (1 + ((-1) * ((IvRatio nu z) ^ 2)) + ((-2) * nu * (/ z) * (IvRatio nu z))))).

(** bessel.turan: Turán's inequality. *)
Definition bessel_turan : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((1 + nu) <> 0) /\
   ((((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z))) > 0) /\
   ((((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z))) <= ((/ (1 + nu)) * ((besseli nu z) ^ 2)))).

(** bessel.turan.lower: Lower bound of the Turán ratio. *)
Definition bessel_turan_lower : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= 0) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= ((z ^ 2) + (((1 / 2) + nu) ^ 2))) /\
   (((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2)))) <> 0) /\
   (((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) >= (/ ((1 / 2) + nu + (sqrt ((z ^ 2) + (((1 / 2) + nu) ^ 2))))))).

(** bessel.turan.log_concave: √z I_ν(z) is logarithmically concave. *)
Definition bessel_turan_log_concave : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   (0 <= (((-1) / 4) + (nu ^ 2) + (z ^ 2))) /\
   ((IvRatio nu z) >= ((/ z) * (((-1) / 2) + (sqrt (((-1) / 4) + (nu ^ 2) + (z ^ 2))) + ((-1) * nu))))).

(** bessel.turan.upper: Upper bound of the Turán ratio. *)
Definition bessel_turan_upper : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= (1 / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (0 <= (((-1) / 4) + (nu ^ 2) + (z ^ 2))) /\
   ((((-1) / 4) + (nu ^ 2) + (z ^ 2)) <> 0) /\
   (((/ ((besseli nu z) ^ 2)) * (((besseli nu z) ^ 2) + ((-1) * (besseli (1 + nu) z) * (besseli ((-1) + nu) z)))) <= (/ (sqrt (((-1) / 4) + (nu ^ 2) + (z ^ 2)))))).

(** bessel.log_concave: √z I_ν(z) is logarithmically concave, as a second derivative. *)
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

(** bessel.log_derivative.increasing: z I_ν'(z)/I_ν(z) increases. *)
Definition bessel_log_derivative_increasing : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (ex_derive (fun z : R => (besseli nu z)) z) /\
   (ex_derive (fun z : R => (z * (/ (besseli nu z)) * (Derive (fun z : R => (besseli nu z)) z))) z) /\
   ((Derive (fun z : R => (z * (/ (besseli nu z)) * (Derive (fun z : R => (besseli nu z)) z))) z) > 0)).

(** bessel.hypergeometric: The entire function behind the Bessel function. *)
Definition bessel_hypergeometric : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < (2 * (/ z))) /\
   (0 < z) /\
   (0 < (1 + nu)) /\
   (((Rpower (2 * (/ z)) nu) * (besseli nu z) * (Gamma (1 + nu))) = (hyper0F1 (1 + nu) ((1 / 4) * (z ^ 2))))).

(** bessel.ratio.odd: The ratio continued to the real line is odd. *)
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

(** sphere.mgf.gaussian: The sphere is sub-Gaussian. *)
Definition sphere_mgf_gaussian : Prop :=
forall (h : nat) (z : R),
  (0 < (INR h)) ->
  (0 < z) ->
  ((INR h) >= 2) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) z)) /\
   ((INR h) <> 0) /\
   ((ln (SphereMGF (INR h) z)) <= ((1 / 2) * (z ^ 2) * (/ (INR h))))).

(** sphere.mgf.derivative: Derivative of log M. *)
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

(** sphere.mgf.convex: log M is convex in the argument. *)
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

(** sphere.mgf.decreasing_in_dimension: log M decreases in the dimension. *)
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

(** sphere.mgf.convex_in_dimension: log M is convex in the dimension. *)
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

(** sphere.mgf.upper: Upper bound on log M. *)
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

(** sphere.mgf.lower: Lower bound on log M. *)
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

(** thm.1.trace: Softmax trace inequality. *)
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

(** thm.1.queries_in_ball: Softmax trace inequality for queries in the ball. *)
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

(** thm.1.one_sided: Each direction of the loss alone. *)
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

(** thm.1.temperatures: A temperature for each direction. *)
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

(** thm.1.diagonal: Uniformity bound. *)
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

(** thm.1.finite: Theorem 1 for every number of pairs. *)
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

(** thm.1.finite.strict: No configuration of finitely many pairs attains the bound. *)
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

(** thm.1.bound: The lower bound of Theorem 1, as printed. *)
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

(** thm.1.learnable_temperature: The bound decreases in the inverse temperature. *)
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

(** thm.1.stability: Stability of the bound. *)
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

(** thm.1.probability: Mean softmax probability of the positive pair. *)
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

(** thm.1.loss.power: Power losses of the softmax probability. *)
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

(** thm.1.loss.hinge: Hinge losses of the softmax probability. *)
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

(** sphere.mgf.over_square: log M over the square of its argument decreases. *)
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

(** thm.1.overlap.psi: The exponent of the overlap argument. *)
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

(** thm.1.overlap.condition: Where the overlap argument works. *)
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

(** thm.1.overlap.range: The overlap argument works up to β = h. *)
Definition thm_1_overlap_range : Prop :=
forall (h : nat) (beta : R),
  (0 < (INR h)) ->
  (0 < beta) ->
  ((INR h) >= 2) ->
  (beta <= (INR h)) ->
  ((0 < ((1 / 2) * (INR h))) /\
   (0 < (SphereMGF (INR h) beta)) /\
   ((2 * (ln (SphereMGF (INR h) beta))) <= beta)).

(** thm.1.one_pair: The loss of one pair. *)
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

(** sphere.mgf.bessel: The generating function as a Bessel function, for every order. *)
Definition sphere_mgf_bessel : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu > (-1)) ->
  ((z <> 0) /\
   (0 < (2 * (/ z))) /\
   (0 < z) /\
   (0 < (1 + nu)) /\
   (((Rpower (2 * (/ z)) nu) * (besseli nu z) * (Gamma (1 + nu))) = (SphereMGF (2 + (2 * nu)) z))).

(** sphere.mgf.at_least_one: The generating function is at least 1. *)
Definition sphere_mgf_at_least_one : Prop :=
forall (nu : R) (r : R),
  (0 <= r) ->
  (nu > (-1)) ->
  ((0 < (1 + nu)) /\
   ((SphereMGF (2 + (2 * nu)) r) >= 1)).

(** bessel.ratio.over_x: The ratio over its argument, continued to zero. *)
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

(** sphere.mgf.slope: Slope of the logarithm of the generating function. *)
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

(** bessel.ratio.over_x.bounds: Bounds on the ratio over its argument, zero included. *)
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

(** thm.2.slope: Slope of the loss in the cosine of the gap. *)
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

(** thm.2.tangent: Chords of the loss lie between its tangents. *)
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

(** thm.2.concave: The loss is strictly concave in the cosine of the gap. *)
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

(** thm.2.ends: The widest gap against none. *)
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

(** thm.2.direction: One direction of the loss is least without a gap. *)
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

(** thm.2.trap.none: Without a trap the loss decreases in the cosine of the gap. *)
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

(** thm.2.trap.never: No trap at high temperature. *)
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

(** thm.2.trap.small: No trap at low concentration. *)
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

(** thm.2.clip: No trap for CLIP. *)
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

(** thm.2.trap.necessary: What a trap needs. *)
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

(** thm.2.trap.sufficient: What is enough for a trap. *)
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

(** thm.2.trap.root: The root of z = κ A(z). *)
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

(** thm.2.trap.inside: A trap where the concentration and the inverse temperature are closer than the root. *)
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

(** thm.2.trap.outside: No trap where the concentration and the inverse temperature are farther apart than the root. *)
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

(** thm.2.trap: The trap: the loss rises from the widest gap to w*. *)
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

(** thm.2.trap.maximum: Where the loss is largest. *)
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

(** thm.2.trap.pair: The pair's loss between its tangents. *)
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

(** thm.2.trap.pair.none: Without a trap the pair's loss decreases in the cosine of the gap. *)
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

(** sphere.mgf.chord: The generating function over an interval, by its middle. *)
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

(** sphere.mgf.increment: Increments of the logarithm of the generating function. *)
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

(** bessel.ratio.over_x_convex.algebraic: Convexity of the ratio over its argument, without derivatives. *)
Definition bessel_ratio_over_x_convex_algebraic : Prop :=
forall (nu : R) (z : R),
  (0 < z) ->
  (nu >= ((-1) / 2)) ->
  ((0 < z) /\
   ((besseli nu z) <> 0) /\
   (z <> 0) /\
   ((((-1) + ((IvRatio nu z) ^ 2) + ((/ z) * (2 + (2 * nu)) * (IvRatio nu z))) * (4 + (2 * nu) + (2 * z * (IvRatio nu z)))) > (2 * ((IvRatio nu z) ^ 2)))).

(** bessel.ratio.far: The ratio far out: how near it is to one, and how slowly it grows. *)
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

(** bessel.ratio.far.shifted: The ratio far out, at two concentrations. *)
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

(** thm.3.free.bracket: Where the threshold lies. *)
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

(** thm.3.free.exponent: The exponent of the overlap argument with hyperplanes. *)
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

(** thm.3.free.range: Where collapse is shown to be the optimum. *)
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
