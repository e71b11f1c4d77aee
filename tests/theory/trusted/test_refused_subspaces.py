"""What the theorems on subspaces refuse: calls that are right but for one thing, each turned away for that thing."""

from __future__ import annotations

from sympy import Derivative, Eq, Ge, Gt, Le, Lt, S, Symbol, exp, log, sign, sqrt, symbols

from modgap.theory.language.domain import Domain, free_vector, pairing, unit_vector
from modgap.theory.language.subspaces import CoupledCross, CoupledLoss
from modgap.theory.language.symbols import U1, Dot, IvRatio, SphereMGF, VonMisesFisherMoment, order_of
from modgap.theory.trusted.subspaces import (
    axis_mean_compares,
    axis_mean_is_linear,
    axis_mean_of_cosine,
    axis_mean_of_odd,
    axis_mean_of_square,
    best_centres,
    best_centres_range,
    convexity,
    coupled_cross,
    increment_of_log_mgf,
    log_mgf_grows,
    log_mgf_is_even,
    log_mgf_parabola,
    log_mgf_support,
    log_mgf_tangent,
    odd_part_below_chord,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

x, y, s, t = symbols("x y s t", real=True)
z, k, b, kappa, beta, p, q = symbols("z k b kappa beta p q", positive=True)
rho, tau = symbols("rho tau", nonnegative=True)
h, d, n = symbols("h d n", integer=True, positive=True)
whole = Symbol("w", integer=True)
P, c, e, v, f = symbols("P c e v f")

H = Domain(h, h >= 2)
Z = H.further(z)
WHERE = H.further(k, b, kappa, beta, p, q, x, y, t)
T = z * exp(z)
A = IvRatio(order_of(h), z)
SLOPES = r(Eq, Derivative(log(T), z), A)


def of_mgf(domain=Z, dim=h, slope=SLOPES, form=None):
    """The two facts on M, and one thing about them."""
    equal = r(Eq, T, SphereMGF(dim, z)) if form is None else form
    return {"slope": said(slope, domain), "form": said(equal, domain)}


def on(dim, domain):
    """The two facts for another dimension."""
    return of_mgf(domain, dim, r(Eq, Derivative(log(T), z), IvRatio(order_of(dim), z)))


RICCATI = r(Eq, Derivative(A, z), 1 - A**2 - (2 * order_of(h) + 1) / z * A)
FALLS, RISES, BENDS = r(Lt, Derivative(A / z, z), 0), r(Gt, Derivative(A, z), 0), r(Lt, Derivative(A, (z, 2)), 0)
NEAR = Z.further(r(Lt, z, 1))
UPPER, CLOSED = WHERE.further(s, s >= 0, s <= 1), WHERE.further(s, s >= -1, s <= 1)
OPEN = WHERE.further(s, r(Gt, s, -1), r(Lt, s, 1))
ANY = WHERE.further(whole)
LAW = {"dim": h, "kappa": kappa, "domain": WHERE}


def squares(statement, domain=WHERE):
    return {"squares": said(statement, domain)}


def chord(statement, domain=UPPER):
    return {"chord": said(statement, domain)}


def pointwise(statement, domain=CLOSED):
    return {"pointwise": said(statement, domain)}


SCALARS = H.further(kappa, beta, rho, rho <= 1, tau, tau <= 1)

#: k ≤ p, q and k > 0.
ABOVE = [said(r(Le, k, p), WHERE), said(r(Le, k, q), WHERE), said(r(Gt, k, 0), WHERE)]

MOMENTS = Domain(d, d >= 2, k, unit_vector(c, d), free_vector(v, d))
OF_D = IvRatio(order_of(d), k)
FIRST = r(Eq, VonMisesFisherMoment(d, k, c, v, 1), OF_D * Dot(c, v))
SECOND = r(Eq, VonMisesFisherMoment(d, k, c, v, 2), OF_D / k * Dot(v, v) + (1 - d * OF_D / k) * Dot(c, v) ** 2)
PAIRED = Domain(
    d, d >= 2, kappa, rho, rho <= 1, t, n, *(unit_vector(w, d) for w in symbols("c_x c_y e")), pairing(P)
)  # fmt: skip
CROSS = CoupledCross(P, d, kappa, *symbols("c_x c_y e"), rho)


def crossed(*changes):
    return {"law": CROSS.xreplace(dict([changes]))}


#: The range of Theorem 3 at high temperature, for centres in R^(h − 1).
CENTRES = symbols("c_x c_y e")
APART = r(Lt, Dot(CENTRES[0], e) * Dot(CENTRES[1], e), 1)
HIGH = (h, h >= 3, kappa, rho, beta, t, rho > 0, *(unit_vector(w, h - 1) for w in CENTRES), pairing(P), APART)
RANGE_OF_BETA = best_centres_range(h - 1, kappa, beta, rho)
HOT = Domain(*HIGH, rho < 1, *RANGE_OF_BETA)
LOSS = CoupledLoss(P, h, rho, kappa, beta, e, *CENTRES[:2])
LESS = Domain(h, h >= 3, z)


def in_space(statement):
    """The same in R^(h − 1)."""
    return said(statement.xreplace({h: h - 1}), LESS)


def hot(old, new):
    """Another loss, and another range."""
    return {"loss": LOSS.xreplace({old: new}), "domain": Domain(*HIGH, x, rho < 1, *best_centres_range(
        *(part.xreplace({old: new}) for part in (h - 1, kappa, beta, rho))))}  # fmt: skip


GOOD = {
    increment_of_log_mgf: {**of_mgf(), "k": k, "b": b, "domain": WHERE},
    log_mgf_grows: {**squares(r(Le, x**2, y**2)), "dim": h},
    log_mgf_is_even: {**squares(r(Eq, x**2, y**2)), "dim": h},
    odd_part_below_chord: {
        **of_mgf(), "falling": said(FALLS, Z), "convex": said(convexity(order_of(h), z, A), Z),
        "scalars": (kappa, beta, rho), "s": tau, "domain": SCALARS,
    },
    axis_mean_of_odd: {**chord(r(Le, s**3, s)), "s": s, **LAW},
    axis_mean_of_cosine: {**of_mgf(), "kappa": kappa, "domain": WHERE},
    axis_mean_is_linear: {"parts": [(x, U1), (S.One, S.One)], **LAW},
    log_mgf_tangent: {
        **of_mgf(), "falling": said(FALLS, Z), "square": said(r(Ge, x**2, 0), WHERE), "kappa": kappa,
    },
    log_mgf_support: {**of_mgf(), "rising": said(RISES, Z), "at": x, "base": k, "domain": WHERE},
    log_mgf_parabola: {
        **of_mgf(), "bending": said(BENDS, Z), "riccati": said(RICCATI, Z), "points": (k, p, q), "order": ABOVE,
    },
    axis_mean_of_square: {**of_mgf(), "riccati": said(RICCATI, Z), "kappa": kappa, "domain": WHERE},
    axis_mean_compares: {**pointwise(r(Le, s, 1)), "s": s, **LAW},
    coupled_cross: {
        "law": CROSS, "mean": said(FIRST, MOMENTS), "second": said(SECOND, MOMENTS), "domain": PAIRED,
    },
    best_centres: {"loss": LOSS, "riccati": in_space(RICCATI), "falling": in_space(FALLS), "domain": HOT},
}  # fmt: skip

TWO = "are not two positive variables"
AXIS = "is not a positive real variable"
TAKEN = "are not all variables|is taken"
SQUARES = "does not compare two squares"
EQUAL = "does not equate two squares"
ODD = "does not bound an odd function of s by a multiple"
RANGE = "range over|it is not bound"
BOUND = "z is bound here"
ORDER = "no given facts say"
SECOND_MOMENT = "is not the second moment"


def sign_of(what):
    return f"^the sign of {what} is not settled"


def law(dim=h, concentration=kappa, domain=WHERE):
    return {"dim": dim, "kappa": concentration, "domain": domain}


REFUSED = {
    # --- the slope of log M ---
    "a slope from below": (increment_of_log_mgf, of_mgf(slope=r(Gt, *SLOPES.args)), "are not two equations"),
    "a form from below": (increment_of_log_mgf, of_mgf(form=r(Gt, T, SphereMGF(h, z))), "are not two equations"),
    "no M": (increment_of_log_mgf, of_mgf(form=r(Eq, T, z**2)), "does not speak of M"),
    "no A": (increment_of_log_mgf, of_mgf(slope=r(Eq, Derivative(log(T), z), z)), "or .* not of A"),
    "the slope of another": (
        increment_of_log_mgf,
        of_mgf(slope=r(Eq, Derivative(log(z * T), z), A)),
        "is not the derivative of the logarithm",
    ),
    "another order": (
        increment_of_log_mgf,
        of_mgf(slope=r(Eq, Derivative(log(T), z), IvRatio(order_of(h) + 1, z))),
        "is not the derivative of the logarithm",
    ),
    "a dimension that moves": (
        increment_of_log_mgf,
        on(h * z, Z),
        "is not the derivative of the logarithm",
    ),
    "near zero alone": (increment_of_log_mgf, of_mgf(NEAR), "does not contain every z > 0"),
    "any real number": (
        axis_mean_of_cosine,
        {name: said(f.statement.xreplace({z: x}), H.further(x)) for name, f in of_mgf().items()},
        AXIS,
    ),
    "a variable not declared": (increment_of_log_mgf, {"domain": WHERE.without(k)}, TWO),
    "a variable of either sign": (increment_of_log_mgf, {"k": x}, TWO),
    "the variable itself": (increment_of_log_mgf, {"k": z, "domain": WHERE.further(z)}, TWO),
    "no dimension": (
        increment_of_log_mgf,
        {**on(whole, Domain(whole, z)), "domain": WHERE.further(whole)},
        sign_of("w"),
    ),
    # --- log M of two squares ---
    "squares from above": (log_mgf_grows, squares(r(Ge, x**2, y**2)), SQUARES),
    "no power": (log_mgf_grows, squares(r(Le, x, y**2)), SQUARES),
    "a cube": (log_mgf_grows, squares(r(Le, x**3, y**2)), SQUARES),
    "growth in no dimension": (log_mgf_grows, {"dim": whole, **squares(r(Le, x**2, y**2), ANY)}, sign_of("w")),
    "a root of what is undefined": (log_mgf_grows, squares(r(Le, x**2, 1 / t)), "^1/t needs"),
    "squares that are compared": (log_mgf_is_even, squares(r(Le, x**2, y**2)), EQUAL),
    "one square": (log_mgf_is_even, squares(r(Eq, x, y**2)), EQUAL),
    "a square and a cube": (log_mgf_is_even, squares(r(Eq, x**3, y**2)), EQUAL),
    "a square of what is undefined": (log_mgf_is_even, squares(r(Eq, x**2, (x + 1 / t) ** 2)), "^.x [+] 1/t...2 needs"),
    "evenness in no dimension": (log_mgf_is_even, {"dim": whole, **squares(r(Eq, x**2, y**2), ANY)}, sign_of("w")),
    # --- the odd part ---
    "what does not fall": (odd_part_below_chord, {"falling": said(RISES, Z)}, "do not say that A/z decreases"),
    "what is not convex": (odd_part_below_chord, {"convex": said(FALLS, Z)}, "do not say that A/z decreases"),
    "falling near zero": (odd_part_below_chord, {"falling": said(FALLS, NEAR)}, "does not contain every z > 0"),
    "a scalar not declared": (odd_part_below_chord, {"domain": SCALARS.without(beta)}, TAKEN),
    "a variable that is taken": (odd_part_below_chord, {"domain": SCALARS.further(z)}, TAKEN),
    "a scalar of either sign": (
        odd_part_below_chord,
        {"scalars": (x, beta, rho), "domain": SCALARS.further(x)},
        sign_of("x"),
    ),
    "a cosine above one": (
        odd_part_below_chord,
        {"domain": Domain(*SCALARS.symbols, h >= 2, tau <= 1)},
        sign_of("1 - rho"),
    ),
    # --- means over the law of a cosine ---
    "no bound": (axis_mean_of_odd, chord(r(Ge, s**3, s)), ODD),
    "a factor that moves": (axis_mean_of_odd, chord(r(Le, s**3, s**2)), ODD),
    "an even function": (axis_mean_of_odd, chord(r(Le, s**2, s)), ODD),
    "a constant more": (axis_mean_of_odd, chord(r(Le, s**3, s + 1)), ODD),
    "an integer": (
        axis_mean_of_odd,
        {"s": whole, **chord(r(Le, whole**3, whole), ANY.further(whole >= 0, whole <= 1))},
        RANGE,
    ),
    "half of the range": (axis_mean_of_odd, chord(r(Le, s**3, s), WHERE.further(s, s >= 0, r(Le, s, S.Half))), RANGE),
    "a variable that stays": (axis_mean_of_odd, {"domain": WHERE.further(s)}, RANGE),
    "a coordinate": (axis_mean_of_odd, chord(r(Le, s**3 * U1, s * U1), WHERE.further(U1, s, s >= 0, s <= 1)), RANGE),
    "a jump": (axis_mean_of_odd, chord(r(Le, sign(s), s)), "is not seen to be continuous"),
    "a concentration that is averaged": (axis_mean_of_odd, law(concentration=kappa + U1**2), "are bound here"),
    "a dimension that is averaged": (axis_mean_is_linear, law(dim=h + U1**2), "are bound here"),
    "half a dimension": (axis_mean_is_linear, law(dim=h + S.Half), "is not known to be an integer"),
    "a coordinate that is declared": (axis_mean_is_linear, law(domain=WHERE.further(U1)), "is taken"),
    "a concentration undefined": (axis_mean_is_linear, law(concentration=exp(1 / x)), r"^exp\(1/x\) needs"),
    "a concentration of either sign": (axis_mean_is_linear, law(concentration=x), sign_of("x")),
    "one point": (axis_mean_is_linear, law(dim=h - 1), sign_of("h - 3")),
    "no constant": (axis_mean_is_linear, {"parts": [(U1, U1)]}, "u_1 is no constant"),
    "a factor undefined": (axis_mean_is_linear, {"parts": [(1 / x, x)]}, "^1/x needs"),
    "a ratio at what is undefined": (
        axis_mean_is_linear,
        {"parts": [(IvRatio(h, exp(1 / x)), U1)]},
        r"^\(h, exp\(1/x\)\) needs",
    ),
    "a ratio of an order below −1": (axis_mean_is_linear, {"parts": [(IvRatio(x, k), U1)]}, sign_of("x [+] 1")),
    "a ratio at either sign": (axis_mean_is_linear, {"parts": [(IvRatio(h, x), U1)]}, sign_of("x")),
    "an exponential": (axis_mean_is_linear, {"parts": [(S.One, exp(U1))]}, "is not seen to be continuous"),
    "a pole": (axis_mean_is_linear, {"parts": [(S.One, 1 / U1), (-S.One, 1 / U1)]}, "needs u_1 ≠ 0"),
    "a comparison from above": (axis_mean_compares, pointwise(r(Ge, s, -1)), "is not a comparison ≤"),
    "one half of the axis": (axis_mean_compares, pointwise(r(Le, s, 1), WHERE.further(s, s >= 0, s <= 1)), RANGE),
    "a positive half": (
        axis_mean_compares,
        {"s": k, **pointwise(r(Le, k, 1), H.further(kappa, k, k <= 1)), "domain": H.further(kappa)},
        RANGE,
    ),
    "a ratio that moves": (axis_mean_compares, pointwise(r(Le, IvRatio(h, s + 2), 1)), "to be continuous in it"),
    "a concentration of either sign in a comparison": (axis_mean_compares, law(concentration=x), sign_of("x")),
    "an end left out at a pole": (axis_mean_compares, pointwise(r(Le, log(1 - s), 1), OPEN), "needs"),
    "the slope of a square": (axis_mean_of_square, {"riccati": said(SLOPES, Z)}, "is not the Riccati equation"),
    "the equation near zero": (axis_mean_of_square, {"riccati": said(RICCATI, NEAR)}, "does not contain every z > 0"),
    # --- tangents ---
    "no square": (log_mgf_tangent, {"square": said(r(Le, x**2, 0), WHERE)}, "that a square is not negative"),
    "above −1": (log_mgf_tangent, {"square": said(r(Ge, x, -1), WHERE)}, "that a square is not negative"),
    "a tangent to what rises": (log_mgf_tangent, {"falling": said(RISES, Z)}, "does not say that A/z decreases"),
    "a tangent near zero": (log_mgf_tangent, {"falling": said(FALLS, NEAR)}, "does not contain every z > 0"),
    "a tangent at what is undefined": (log_mgf_tangent, {"kappa": exp(1 / x)}, r"^exp\(1/x\) needs"),
    "a tangent at either sign": (log_mgf_tangent, {"kappa": x}, sign_of("x")),
    "a tangent elsewhere": (
        log_mgf_tangent,
        {"kappa": x, "given": [said(r(Gt, x, 0), Domain(x, x > 0))]},
        "needs hypotheses",
    ),
    "a tangent near one": (
        log_mgf_tangent,
        {
            "kappa": 1 - z,
            "square": said(r(Ge, x**2, 0), WHERE.further(z)),
            "given": [said(r(Gt, 1 - z, 0), NEAR)],
        },
        "needs hypotheses",
    ),
    "a support of what falls": (log_mgf_support, {"rising": said(FALLS, Z)}, "does not say that .* increases"),
    "a support near zero": (log_mgf_support, {"rising": said(RISES, NEAR)}, "does not contain every z > 0"),
    "a support where the variable is taken": (log_mgf_support, {"domain": WHERE.further(z)}, BOUND),
    "a support in no dimension": (
        log_mgf_support,
        {
            **on(whole, Domain(whole, z)),
            "rising": said(r(Gt, Derivative(IvRatio(order_of(whole), z), z), 0), Domain(whole, z)),
            "domain": ANY,
        },
        sign_of("w"),
    ),
    "a support of what is undefined": (log_mgf_support, {"at": 1 / x}, "^1/x needs"),
    "a support at either sign": (log_mgf_support, {"base": x}, sign_of("x")),
    # --- parabolas ---
    "what does not bend": (log_mgf_parabola, {"bending": said(RISES, Z)}, "does not say that .* is concave"),
    "no Riccati equation": (log_mgf_parabola, {"riccati": said(SLOPES, Z)}, "is not the Riccati equation"),
    "bending near zero": (log_mgf_parabola, {"bending": said(BENDS, NEAR)}, "does not contain every z > 0"),
    "one order": (log_mgf_parabola, {"order": ABOVE[1:]}, ORDER),
    "points where the variable is taken": (
        log_mgf_parabola,
        {"order": [said(fact.statement, WHERE.further(z)) for fact in ABOVE]},
        BOUND,
    ),
    # --- couplings ---
    "a cosine that is undefined": (coupled_cross, crossed(rho, sqrt(t)), r"^sqrt\(t\) needs"),
    "a cosine of either sign": (coupled_cross, crossed(rho, t), sign_of("t")),
    "no coupling": (coupled_cross, {"domain": PAIRED.without(P)}, "does not declare P as a coupling"),
    "some couplings": (coupled_cross, {"domain": PAIRED.further(r(Gt, CROSS, 0))}, "asks something of P"),
    "an axis of any length": (
        coupled_cross,
        {"domain": PAIRED.without(e).further(free_vector(e, d))},
        "does not declare e as a unit vector",
    ),
    "no mean": (coupled_cross, {"mean": said(r(Eq, k, k), MOMENTS)}, "is not the mean of a von"),
    "another mean": (coupled_cross, {"mean": said(r(Eq, FIRST.lhs, 2 * FIRST.rhs), MOMENTS)}, "is not the mean of vMF"),
    "a mean for some": (coupled_cross, {"mean": said(FIRST, MOMENTS.further(k <= 1))}, "k|every"),
    "another second moment": (coupled_cross, {"second": said(FIRST, MOMENTS)}, SECOND_MOMENT),
    "a second moment with more": (coupled_cross, {"second": said(SECOND, MOMENTS.further(t))}, SECOND_MOMENT),
    "a second moment for some": (coupled_cross, {"second": said(SECOND, MOMENTS.further(k <= 1))}, SECOND_MOMENT),
    # --- centres at high temperature ---
    "centres with no Riccati equation": (best_centres, {"riccati": in_space(FALLS)}, "are not what is needed of"),
    "centres with what rises": (best_centres, {"falling": in_space(RISES)}, "are not what is needed of"),
    "centres near zero": (
        best_centres,
        {"falling": said(FALLS.xreplace({h: h - 1}), LESS.further(r(Lt, z, 1)))},
        "does not contain every z > 0",
    ),
    "centres of a concentration of either sign": (best_centres, hot(kappa, x), sign_of("x")),
    "centres at what is undefined": (
        best_centres,
        {"loss": LOSS.xreplace({beta: beta / t})},
        r"^\(rho, beta/t\) needs",
    ),
    "centres at a cosine above one": (best_centres, {"domain": Domain(*HIGH, *RANGE_OF_BETA)}, sign_of("1 - rho")),
    "centres of some couplings": (
        best_centres,
        {"domain": HOT.further(r(Gt, CROSS.xreplace({d: h - 1}), 0))},
        "asks something of P",
    ),
    "centres beyond the range": (
        best_centres,
        {"domain": Domain(*HIGH, rho < 1, RANGE_OF_BETA[0])},
        "does not ask for the range",
    ),
    "the best centres among the others": (
        best_centres,
        {"domain": Domain(*(part for part in HIGH if part is not APART), rho < 1, *RANGE_OF_BETA)},
        "or admits c_x = c_y",
    ),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
