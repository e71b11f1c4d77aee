"""What the theorems on von Mises–Fisher laws refuse: a call that goes through, and with one thing wrong."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy import Eq, Gt, Le, Lt, S, Symbol, symbols

from modgap.theory.kernel.facts import Fact
from modgap.theory.language.cones import PartitionMean, log_partition
from modgap.theory.language.domain import Domain, free_vector, pairing, unit_vector
from modgap.theory.language.letters import beta, c_x, c_y, h, kappa, kappa_x, kappa_y
from modgap.theory.language.symbols import (
    Dot,
    IvRatio,
    Norm,
    SphereMGF,
    VonMisesFisherMGF,
    VonMisesFisherMoment,
    order_of,
)
from modgap.theory.trusted import cones
from tests.theory.assumptions import assumed, r
from tests.theory.trusted.wrong_calls import asked, called

c, e, t, v = symbols("c e t v")
s, w, bare = symbols("s w kappa_0", real=True)
pi = Symbol("pi_c")
whole = Symbol("k", integer=True, positive=True)
H = Symbol("H", integer=True, positive=True)
LAW = (h, kappa, h >= 2, unit_vector(c, h))
TILTED, DIRECTED = (*LAW, free_vector(t, h)), (*LAW, free_vector(e, h))


# --- the mean over a cone is concave ---------------------------------------------------------------------------------


def mgf(kind=Eq, factor: Any = 1, domain: Any = TILTED, k=kappa, dim=h) -> Fact:
    left = VonMisesFisherMGF(dim, k, c, t)
    right = factor * SphereMGF(dim, Norm(k * c + t)) / SphereMGF(dim, k)
    return assumed(r(kind, left, right), Domain(*domain))


COSINE = Domain(h, kappa_x, kappa_y, beta, w, h >= 2, w > -1, w <= 1)
concave = asked(
    cones.concave_in_cosine,
    {"mgf": mgf(), "dim": h, "w": w, "kappa": kappa_x, "other": kappa_y, "beta": beta, "domain": COSINE},
)
NO_MGF, NOT_ANY = "is not the generating function", "be anything of the kind"
CONCAVE = {
    "one dimension": (lambda: concave(domain=Domain(h, kappa_x, kappa_y, beta, w, w > -1, w <= 1)), "h - 2"),
    "a concentration that may be 0": (lambda: concave(kappa=bare, domain=COSINE.further(bare, bare >= 0)), "kappa_0"),
    "a cosine that may be below −1": (lambda: concave(domain=COSINE.without(w).further(w, w <= 1)), "keep w in"),
    "a cosine that may exceed 1": (lambda: concave(domain=COSINE.without(w).further(w, w >= -1)), "keep w in"),
    "a function that is no generating function": (
        lambda: concave(mgf=assumed(r(Eq, SphereMGF(h, kappa), SphereMGF(h, kappa)), Domain(*LAW))),
        NO_MGF,
    ),
    "half of the generating function": (lambda: concave(mgf=mgf(factor=S.Half)), NO_MGF),
    "a bound on the generating function": (lambda: concave(mgf=mgf(Le)), NO_MGF),
    "another dimension": (lambda: concave(dim=H, domain=COSINE.further(H, H >= 2)), NO_MGF),
    "concentrations above 1": (lambda: concave(mgf=mgf(domain=(*LAW, free_vector(t, h), kappa > 1))), NOT_ANY),
    "integers as concentrations": (
        lambda: concave(mgf=mgf(domain=(h, whole, h >= 2, unit_vector(c, h), free_vector(t, h)), k=whole)),
        NOT_ANY,
    ),
    "unit vectors as tilts": (lambda: concave(mgf=mgf(domain=(*LAW, unit_vector(t, h)))), NOT_ANY),
}

# --- the odd part ----------------------------------------------------------------------------------------------------

#: What F(s) − F(−s) is less than, as a multiple of s.
SLOPE = 2 * beta * IvRatio(order_of(h), kappa_y)
ODD = Domain(h, kappa_y, beta, s, h >= 2, s > 0, s <= 1)
ENDS = Domain(h, kappa_x, kappa_y, beta, h >= 2)


def moment(kind=Eq, factor: Any = 1, power: Any = 1, domain: Any = DIRECTED, dim=h, k=kappa) -> Fact:
    left = VonMisesFisherMoment(dim, k, c, e, sp.sympify(power))
    return assumed(r(kind, left, factor * IvRatio(order_of(dim), k) * Dot(c, e)), Domain(*domain))


def odd_bound(kind=Lt, right: Any = SLOPE * s, domain=ODD, k=kappa_y, s=s) -> Fact:
    odd = log_partition(h, s, k, beta) - log_partition(h, -s, k, beta)
    return assumed(r(kind, odd, right), domain)


odd = asked(
    cones.odd_part,
    {
        "bound": odd_bound(),
        "s": s,
        "mean": moment(),
        "dim": h,
        "kappa": kappa_x,
        "other": kappa_y,
        "beta": beta,
        "domain": ENDS,
    },
)


def narrow_where_the_mean_is_wide() -> Fact:
    """What is asked of κ in the bound is asked of it in the conclusion too, though the mean holds for every κ."""
    domain = Domain(h, kappa, beta, s, h >= 2, s > 0, s <= 1, kappa > 5)
    bound = odd_bound(right=SLOPE.xreplace({kappa_y: kappa}) * s, domain=domain, k=kappa)
    return odd(bound=bound, other=kappa, domain=Domain(h, kappa_x, kappa, beta, h >= 2))


NO_MULTIPLE, NOT_EVERY, NO_MEAN = "with a multiple of s", "does not contain every s", "is not the mean of"
COUNTED = Symbol("n", integer=True)
ODDS = {
    "a condition on what the mean binds": (narrow_where_the_mean_is_wide, "needs hypotheses"),
    "one dimension": (lambda: odd(domain=Domain(h, kappa_x, kappa_y, beta)), "h - 2"),
    "no strict bound": (lambda: odd(bound=odd_bound(Le)), NO_MULTIPLE),
    "a bound by a square": (lambda: odd(bound=odd_bound(right=SLOPE * s**2)), NO_MULTIPLE),
    "a bound with another concentration": (lambda: odd(other=kappa_x), NO_MULTIPLE),
    "half of the cosines": (
        lambda: odd(bound=odd_bound(domain=Domain(h, kappa_y, beta, s, h >= 2, s > 0, s <= 1, s < kappa_y))),
        NOT_EVERY,
    ),
    "cosines that are integers": (
        lambda: odd(
            bound=odd_bound(
                right=SLOPE * COUNTED,
                domain=Domain(h, kappa_y, beta, COUNTED, h >= 2, COUNTED > 0, COUNTED <= 1),
                s=COUNTED,
            ),
            s=COUNTED,
        ),
        "does not contain every n",
    ),
    "a cosine of the conclusion": (lambda: odd(domain=ENDS.further(s)), NOT_EVERY),
    "a function that is no moment": (
        lambda: odd(mean=assumed(r(Eq, SphereMGF(h, kappa), SphereMGF(h, kappa)), Domain(*LAW))),
        NO_MEAN,
    ),
    "half of the mean": (lambda: odd(mean=moment(factor=S.Half)), NO_MEAN),
    "a bound on the mean": (lambda: odd(mean=moment(Le)), NO_MEAN),
    "the mean of a cube": (lambda: odd(mean=moment(power=3)), NO_MEAN),
    "the mean in another dimension": (
        lambda: odd(mean=moment(domain=(H, kappa, H >= 2, unit_vector(c, H), free_vector(e, H)), dim=H)),
        NO_MEAN,
    ),
    "the mean in the direction of a unit vector": (lambda: odd(mean=moment(domain=(*LAW, unit_vector(e, h)))), NOT_ANY),
    "the mean at an angle": (lambda: odd(mean=moment(domain=(*LAW, free_vector(e, h), Dot(c, e) >= 0))), NOT_ANY),
}

# --- couplings of two laws -------------------------------------------------------------------------------------------

CENTRES = (unit_vector(c_x, h), unit_vector(c_y, h))
COUPLED = Domain(h, kappa, h >= 2, *CENTRES, pairing(pi))
coupled = asked(
    cones.coupled_cosine,
    {"coupling": pi, "mean": moment(), "dim": h, "kappa": kappa, "first": c_x, "second": c_y, "d": COUPLED},
)
COUPLINGS = {
    "a vector in place of a coupling": (
        lambda: coupled(d=Domain(h, kappa, h >= 2, *CENTRES, unit_vector(pi, S.One))),
        "as a coupling",
    ),
    "a hypothesis on the coupling": (
        lambda: coupled(d=COUPLED.further(r(Gt, cones.PairedCosine(pi, h, kappa, c_x, c_y), 0))),
        "asks something of pi_c",
    ),
    "a first centre that is free": (
        lambda: coupled(d=Domain(h, kappa, h >= 2, free_vector(c_x, h), CENTRES[1], pairing(pi))),
        "c_x as a unit vector",
    ),
    "a second centre of another space": (
        lambda: coupled(d=Domain(h, H, kappa, h >= 2, CENTRES[0], unit_vector(c_y, H), pairing(pi))),
        "c_y as a unit vector",
    ),
    "a concentration that may be 0": (lambda: coupled(kappa=bare, d=COUPLED.further(bare, bare >= 0)), "kappa_0"),
}

GOOD = {"concave": concave, "odd part": odd, "coupled": coupled}
WRONG = {
    f"{name}: {what}": wrong
    for name, cases in zip(GOOD, (CONCAVE, ODDS, COUPLINGS), strict=True)
    for what, wrong in cases.items()
}


def test_the_odd_part_of_one_concentration():
    """The mean may be written with the letter of a concentration of the conclusion, where nothing more is asked."""
    bound = odd_bound(
        right=SLOPE.xreplace({kappa_y: kappa}) * s, domain=Domain(h, kappa, beta, s, h >= 2, s > 0, s <= 1), k=kappa
    )
    found = odd(bound=bound, other=kappa, domain=Domain(h, kappa_x, kappa, beta, h >= 2))
    assert PartitionMean(h, S.One, kappa_x, kappa, beta) in found.statement.lhs.args


test_what_a_theorem_says_goes_through, test_one_thing_wrong_is_refused = called(GOOD, WRONG)
