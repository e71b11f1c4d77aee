"""What the theorems on means under vMF refuse: calls that are right but for one thing, turned away for that thing."""

from __future__ import annotations

from sympy import Eq, Ge, Gt, Le, Lt, S, exp, log, sign, sqrt, symbols

from modgap.theory.language.domain import Domain, Vectors, free_vector, unit_vector
from modgap.theory.language.symbols import U1, Dot, VonMisesFisherMoment
from modgap.theory.trusted.vmf_means import (
    VonMisesFisherLaw,
    mean_compares,
    mean_is_linear,
    mean_of_cosine,
    mean_of_moment,
)
from tests.theory.assumptions import r, said
from tests.theory.trusted.wrong_calls import changed

s, t = symbols("s t", real=True)
kappa, beta = symbols("kappa beta", positive=True)
d, h = symbols("d h", integer=True, positive=True)
c, e, x, y = symbols("c e x y")

OUTSIDE = Domain(d, d >= 2, h, h >= 2, kappa, beta, t, unit_vector(c, d), unit_vector(e, d))
HERE = OUTSIDE.further(unit_vector(x, d))
LAW = VonMisesFisherLaw(d, kappa, c, x)
ONE = (S.One, S.One)
PARTS = [(beta, Dot(x, c)), ONE]


def moment(left=None, value=t, kind=Eq, domain=OUTSIDE):
    return said(r(kind, VonMisesFisherMoment(d, kappa, c, e, 1) if left is None else left, value), domain)


def law(dim=d, concentration=kappa, centre=c, variable=x):
    return {"law": VonMisesFisherLaw(dim, concentration, centre, variable)}


GOOD = {
    mean_compares: {"law": LAW, "pointwise": said(r(Le, Dot(x, c), 1), HERE)},
    mean_is_linear: {"law": LAW, "parts": PARTS, "domain": HERE},
    mean_of_moment: {"law": LAW, "moment": moment()},
    mean_of_cosine: {"law": LAW, "of": s + log(2 + s), "height": s, "domain": OUTSIDE},
}

CENTRE = "as a unit vector of R"
ANOTHER = "is not a moment of VonMisesFisherLaw"

REFUSED = {
    "strictly": (mean_compares, {"pointwise": said(r(Lt, Dot(x, c), 2), HERE)}, "is no equation and no inequality"),
    "a jump": (mean_compares, {"pointwise": said(r(Le, sign(Dot(x, c)), 1), HERE)}, "is not seen to be continuous"),
    "a concentration that is undefined": (mean_is_linear, law(concentration=exp(1 / t)), r"^exp\(1/t\) needs t ≠ 0"),
    "a concentration of either sign": (mean_is_linear, law(concentration=t), "^the sign of t is not settled"),
    "the sphere S^0": (
        mean_is_linear,
        {**law(S.One), "domain": Domain(kappa, beta, unit_vector(c, 1), unit_vector(x, 1))},
        "^the sign of -1 is not settled",
    ),
    "a centre of any length": (mean_is_linear, {"domain": HERE.without(c).further(free_vector(c, d))}, CENTRE),
    "a centre of another dimension": (
        mean_is_linear,
        {"parts": [ONE], "domain": HERE.without(c).further(unit_vector(c, h))},
        CENTRE,
    ),
    "a centre that is one of many": (mean_is_linear, {"domain": HERE.without(c).further(Vectors(c, d, h))}, CENTRE),
    "its own centre": (mean_is_linear, law(centre=x), CENTRE),
    "a variable that is declared": (mean_of_moment, law(variable=e), "e is taken"),
    "a vector in the ball": (
        mean_is_linear,
        {"domain": OUTSIDE.further(Vectors(x, d, None, "ball"))},
        "does not let x range over the sphere",
    ),
    "half of the sphere": (mean_is_linear, {"domain": HERE.further(r(Ge, Dot(x, e), 0))}, "asks something of x"),
    "no constant": (mean_is_linear, {"parts": [(Dot(x, e), Dot(x, c)), ONE]}, "it is no constant"),
    "a part that is undefined": (mean_is_linear, {"parts": [(S.One, sqrt(Dot(x, c)))]}, r"^sqrt\(<c, x>\) needs"),
    "parts that cancel": (mean_is_linear, {"parts": [(S.One, 1 / t), (-S.One, 1 / t)]}, "^1/t needs t ≠ 0"),
    "factors that cancel": (mean_is_linear, {"parts": [(1 / t, t)]}, "^1/t needs t ≠ 0"),
    "a moment from below": (mean_of_moment, {"moment": moment(kind=Gt)}, "is not a moment of a von"),
    "what is no moment": (mean_of_moment, {"moment": moment(t)}, "is not a moment of a von"),
    "a moment of another law": (mean_of_moment, {"moment": moment(VonMisesFisherMoment(d, beta, c, e, 1))}, ANOTHER),
    "a moment about another centre": (mean_of_moment, law(centre=e, variable=y), ANOTHER),
    "a coordinate": (mean_of_cosine, {"of": s * U1}, "are bound here"),
    "a height that is declared": (mean_of_cosine, {"domain": OUTSIDE.further(s)}, "s or x is taken"),
    "a height that is the vector": (mean_of_cosine, {"of": t, "height": x}, "x or x is taken"),
    "a function of the vector": (mean_of_cosine, {"of": s * Dot(x, c)}, "s or x is taken"),
    "a function of the centre": (mean_of_cosine, {"of": s * Dot(c, c)}, "is no function of one coordinate"),
    "a jump of the cosine": (mean_of_cosine, {"of": sign(s)}, "is not seen to be continuous"),
    "a pole at the end": (mean_of_cosine, {"of": log(1 + s)}, "^E_axis.* needs"),
}


test_right_call_is_answered, test_refused = changed(GOOD, REFUSED)
