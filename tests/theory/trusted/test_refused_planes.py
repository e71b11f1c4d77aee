"""What the theorems on means of two coordinates refuse: calls that are right but for one thing."""

from __future__ import annotations

from sympy import Eq, Ge, Gt, Le, S, exp, sqrt

from modgap.theory.language.subspaces import square_of_tilt
from modgap.theory.language.symbols import U1, U2, IvRatio
from modgap.theory.trusted.planes import (
    disc,
    log_mgf_given_across,
    plane_mean_compares,
    plane_mean_is_linear,
    plane_mean_of_centre,
    plane_mean_of_square_across,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.test_refused_subspaces import FALLS, NEAR, RISES, WHERE, Z, beta, h, k, kappa, of_mgf, t, x
from tests.theory.trusted.wrong_calls import changed

DISC = disc(WHERE)
LAW = {"dim": h, "kappa": kappa, "domain": WHERE}
TILT = square_of_tilt(S.Half, kappa, beta, U1, U2)


def pointwise(statement, domain=DISC):
    return {"pointwise": said(statement, domain)}


def square(of, domain=DISC, kind=Ge, bound=S.Zero):
    return {"square": said(r(kind, of, bound), domain)}


GOOD = {
    plane_mean_is_linear: {**LAW, "parts": [(x, U1 * U2), (IvRatio(h, k), sqrt(TILT))]},
    plane_mean_compares: {**pointwise(r(Le, U1 * U2, k * U2**2)), **LAW},
    plane_mean_of_centre: LAW,
    plane_mean_of_square_across: LAW,
    log_mgf_given_across: {**of_mgf(), "falling": said(FALLS, Z), **square(TILT), "kappa": kappa, "domain": WHERE},
}

EVERY_POINT = "is not shown for every point of the sphere"
CONSTANT = "is no constant"
SQUARE = "does not say that a polynomial is not negative"
AFFINE = "is not affine in u_1 with a constant factor"


def sign_of(what):
    return f"^the sign of {what} is not settled"


def part(of, factor=S.One):
    return {"parts": [(factor, of)]}


#: What is asked of the law by each theorem.
LAWS = {
    "half a dimension": ({"dim": h + S.Half}, "is not known to be an integer"),
    "two points": ({"dim": h - 1}, sign_of("h - 3")),
    "a coordinate that is declared": ({"domain": WHERE.further(U1)}, "u_1 or u_2 is taken"),
    "the other coordinate": ({"domain": WHERE.further(U2)}, "u_1 or u_2 is taken"),
    "a concentration that is averaged": ({"kappa": kappa + U2**2}, "are bound here"),
    "a concentration of either sign": ({"kappa": x}, sign_of("x")),
}
OF_LAWS = (plane_mean_is_linear, plane_mean_compares, plane_mean_of_centre, plane_mean_of_square_across)

REFUSED = {
    **{
        f"{case}, {theorem.__name__}": (theorem, changes, words)
        for theorem in OF_LAWS
        for case, (changes, words) in LAWS.items()
    },
    # --- means are linear ---
    "a factor that is averaged": (plane_mean_is_linear, part(U1, U2), CONSTANT),
    "a factor that is undefined": (plane_mean_is_linear, part(U1, 1 / x), "^1/x needs"),
    "a ratio that is averaged": (plane_mean_is_linear, part(IvRatio(h, 2 + U2)), "to be continuous in it"),
    "a ratio at either sign": (plane_mean_is_linear, part(IvRatio(h, x)), sign_of("x")),
    "an exponential": (plane_mean_is_linear, part(exp(U1)), "is not seen to be continuous"),
    "a pole": (plane_mean_is_linear, part(1 / U1), "^the sign of -u_1 is not settled"),
    "a root of what may be negative": (plane_mean_is_linear, part(sqrt(1 + U1)), sign_of("u_1")),
    # --- means compare ---
    "a comparison from above": (plane_mean_compares, pointwise(r(Ge, U1, U2)), "is not a comparison"),
    "a comparison of what is equal": (plane_mean_compares, pointwise(r(Eq, U1, U2)), "is not a comparison"),
    "a comparison near the centre": (plane_mean_compares, pointwise(r(Le, U1, U2), DISC.further(U1 >= 0)), EVERY_POINT),
    "a comparison elsewhere": (plane_mean_compares, pointwise(r(Le, U1, t), DISC.further(t > 0)), EVERY_POINT),
    "a comparison with what jumps": (
        plane_mean_compares,
        pointwise(r(Le, U1, exp(U2))),
        "is not seen to be continuous",
    ),
    # --- Jensen ---
    "what does not fall": (log_mgf_given_across, {"falling": said(RISES, Z)}, "does not say that A/z decreases"),
    "falling near zero": (log_mgf_given_across, {"falling": said(FALLS, NEAR)}, "does not contain every z > 0"),
    "a tilt of either sign": (log_mgf_given_across, {"kappa": x}, sign_of("x")),
    "a square near the centre": (log_mgf_given_across, square(TILT, DISC.further(U1 >= 0)), EVERY_POINT),
    "a square above −1": (log_mgf_given_across, square(TILT, bound=-S.One), SQUARE),
    "a positive square": (log_mgf_given_across, square(TILT, kind=Gt), SQUARE),
    "no square": (log_mgf_given_across, square(TILT, kind=Le), SQUARE),
    "no polynomial": (log_mgf_given_across, square(U1 + sqrt(1 - U2**2)), SQUARE),
    "a square of the coordinate": (log_mgf_given_across, square(TILT + U1**2), AFFINE),
    "a factor that moves": (log_mgf_given_across, square(TILT + U1 * U2), AFFINE),
    "a function for a factor": (log_mgf_given_across, square(TILT * IvRatio(h, k)), AFFINE),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
