"""The main results, written anew from the definitions of `notation` alone, beside what the paper's abstract says.

Each restatement is built anew as a symbolic relation in the variables of its claim; `agrees` unfolds it and the claim's
own statement to the words of the language and compares the two, side by side. Hypotheses are read off the claim.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp
from sympy import Basic, Eq, Ge, Gt, Le, Lt, Sum, exp, log
from sympy.core.relational import Relational

from modgap.paper_checks.site import notation as of
from modgap.theory import claim
from modgap.theory.language.printing import parts
from modgap.theory.language.symbols import Dot, unfold

__all__ = ["GROUPS", "Group", "Result", "agrees", "relations"]


class Variables:
    """The variables of a claim by name: `v.beta`, `v.e_A`."""

    def __init__(self, claim_id: str):
        for variable in claim(claim_id).domain.declared:
            setattr(self, str(variable), variable)

    def __getattr__(self, name: str) -> sp.Expr:
        raise AttributeError(f"the claim has no variable {name}")


@dataclass(frozen=True)
class Result:
    """One result: the claim, what it says in words, and its statement built from first definitions."""

    claim: str
    words: str
    build: Callable[[Variables], tuple[Relational, ...]]


@dataclass(frozen=True)
class Group:
    """Results beside a passage of the abstract, and what they come to."""

    anchor: str
    title: str
    quote: str
    verdict: str
    results: tuple[Result, ...]


def relations(result: Result) -> tuple[Relational, ...]:
    """Return the relations of a result, in the notation of the page."""
    return result.build(Variables(result.claim))


def agrees(result: Result, statement: Basic | None = None) -> bool:
    """Tell whether the restatement and a statement, by default the claim's, unfold to the same relations."""
    own, other = relations(result), parts(claim(result.claim).statement if statement is None else statement)
    return len(own) == len(other) and all(_same(a, b) for a, b in zip(own, other, strict=True))


def _same(a: Basic, b: Basic) -> bool:
    return type(a) is type(b) and all(
        unfold(side) == unfold(other) or sp.expand(unfold(side) - unfold(other)) == 0
        for side, other in zip(a.args, b.args, strict=True)
    )


def relation(kind: type[Relational], left: sp.Expr, right: sp.Expr | int) -> Relational:
    """Return a relation as it is written down."""
    return kind(left, right, evaluate=False)


def _bound(v: Variables) -> sp.Expr:
    return 2 * log(of.M(v.h, v.beta)) - 2 * v.beta


def _finite(v: Variables) -> tuple[Relational, ...]:
    return (relation(Ge, of.L(v.x, v.y, v.beta, v.N) - 2 * log(v.N), _bound(v)),)


def _trace(v: Variables) -> tuple[Relational, ...]:
    i, j = sp.symbols("i j", integer=True)
    keys = Sum(exp(v.beta * Dot(v.x[i], v.y[j])), (j, 1, v.N))
    mean = Sum(v.N * exp(v.beta * Dot(v.x[i], v.y[i])) / keys, (i, 1, v.N)) / v.N
    return (relation(Le, mean, exp(v.beta) / of.M(v.h, v.beta)),)


def _gap_closes(v: Variables) -> tuple[Relational, ...]:
    return (relation(Gt, of.PopulationLoss(v.P, v.beta), _bound(v)),)


def _cones(v: Variables) -> tuple[Relational, ...]:
    apart = of.ConePair(v.h, v.beta, v.c_x, v.kappa_x, v.c_y, v.kappa_y)
    return (relation(Gt, apart, of.ConePair(v.h, v.beta, v.c_x, v.kappa_x, v.c_x, v.kappa_y)),)


def _on_hyperplanes(v: Variables, c_x: sp.Expr, c_y: sp.Expr, e: sp.Expr) -> sp.Expr:
    return of.HyperplanePair(v.h, v.rho, v.beta, e, c_x, v.kappa_x, c_y, v.kappa_y)


def _reported(v: Variables) -> tuple[Relational, ...]:
    return (relation(Ge, _on_hyperplanes(v, v.c_x, v.c_y, v.e), _on_hyperplanes(v, v.e, v.e, v.e)),)


def _shared(v: Variables) -> tuple[Relational, ...]:
    first, last = v.f[1], v.f[v.h - 1]
    value = sum(
        log(of.M(v.h - 1, v.beta + kappa)) - log(of.M(v.h - 1, kappa)) - v.beta for kappa in (v.kappa_x, v.kappa_y)
    )
    at = _on_hyperplanes(v, first, first, last)
    return relation(Eq, at, value), relation(Lt, at, _on_hyperplanes(v, last, last, last))


def _lower_bound(v: Variables) -> tuple[Relational, ...]:
    return (relation(Le, of.Inner(v.c_x, v.c_y, v.e, v.rho), v.rho),)


def _population(v: Variables) -> tuple[Relational, ...]:
    return (relation(Le, of.Perpendicular(v.rho, v.kappa, v.beta), of.Shared(v.rho, v.kappa, v.beta)),)


def _perpendicular(v: Variables) -> tuple[Relational, ...]:
    def loss(sign_x: int, sign_y: int) -> sp.Expr:
        return _on_hyperplanes(v, sign_x * v.e, sign_y * v.e, v.e)

    z = sp.Symbol("z", positive=True)

    def mean(kappa: sp.Expr) -> sp.Expr:
        ends = sp.Abs(v.beta * v.rho - kappa), v.beta * v.rho + kappa
        return sp.Integral(of.A(v.h / 2 - sp.Rational(3, 2), z), (z, *ends))

    cost = 4 * v.beta * v.rho - mean(v.kappa_x) - mean(v.kappa_y)
    return (
        relation(Gt, loss(1, -1), loss(1, 1)),
        relation(Eq, loss(-1, -1), loss(1, 1)),
        relation(Eq, loss(-1, 1), loss(1, -1)),
        relation(Eq, loss(1, -1) - loss(1, 1), cost),
    )


class Hyperplanes:
    """The vectors of Theorem 4 in the variables of a claim."""

    def __init__(self, v: Variables):
        self.v = v
        self.e_B, self.n_B = of.AxisB(v.e_A, v.n_A, v.rho), of.NormalB(v.e_A, v.n_A, v.rho)

    def x(self, direction: sp.Expr, cosine: sp.Expr) -> sp.Expr:
        """Return a unit vector of A."""
        return of.OfA(direction, cosine, self.v.e_A)

    def y(self, direction: sp.Expr, cosine: sp.Expr) -> sp.Expr:
        """Return a unit vector of B."""
        return of.OfB(direction, cosine, self.e_B)

    def on_c(self, vector: sp.Expr) -> sp.Expr:
        """Return the projection on C."""
        return of.Across(vector, self.v.e_A, self.v.n_A)


def _isometric(v: Variables) -> tuple[Relational, ...]:
    on = Hyperplanes(v)
    x, same, other = on.x(v.p, v.a), on.y(v.p, v.a), on.y(v.q, v.a)

    def loss(y: sp.Expr) -> sp.Expr:
        return of.OnePair(v.h, v.beta, x, y, v.e_A, v.n_A, v.rho, v.kappa_x, v.kappa_y)

    apart = on.on_c(x) - on.on_c(other)
    return (relation(Eq, loss(other) - loss(same), v.beta * Dot(apart, apart)),)


def _unaligned(v: Variables) -> tuple[Relational, ...]:
    on = Hyperplanes(v)
    x = on.x(v.p, v.b)
    projected = of.Across(x, on.n_B)
    return (relation(Gt, Dot(projected / of.Length(projected), x), Dot(x, on.y(v.p, v.b))),)


def _rotated(v: Variables) -> tuple[Relational, ...]:
    on = Hyperplanes(v)
    x, y = on.x(v.p, v.a), on.y(v.p, v.a)

    def turned(w: sp.Expr) -> sp.Expr:
        return of.Rotation(w, v.e_A, v.n_A, v.rho)

    return (
        relation(Eq, Dot(turned(v.p), v.z), Dot(v.p, v.z)),
        relation(Eq, Dot(turned(v.e_A), v.z), Dot(on.e_B, v.z)),
        relation(Eq, Dot(turned(v.w), on.n_B), Dot(v.w, v.n_A)),
        relation(Eq, Dot(turned(v.w), turned(v.z)), Dot(v.w, v.z)),
        relation(Eq, Dot(turned(x), y), 1),
        relation(Eq, Dot(turned(x), v.z), Dot(y, v.z)),
    )


def _projected(v: Variables) -> tuple[Relational, ...]:
    on = Hyperplanes(v)

    def shadow(vector: sp.Expr) -> sp.Expr:
        return on.on_c(vector) / of.Length(on.on_c(vector))

    x = shadow(on.x(v.p, v.a))
    return (
        relation(Eq, Dot(x, shadow(on.y(v.p, v.b))), 1),
        relation(Eq, Dot(x, shadow(on.y(v.q, v.b))), Dot(v.p, v.q)),
    )


def _translated(v: Variables) -> tuple[Relational, ...]:
    on = Hyperplanes(v)
    mean = of.A(v.h / 2 - sp.Rational(3, 2), v.kappa)
    moved = on.x(v.p, v.a) + mean * on.e_B - mean * v.e_A
    here, there = on.on_c(moved / of.Length(moved)), on.on_c(on.y(v.p, v.a))
    return (relation(Gt, (v.a - mean) * (Dot(here, here) - Dot(there, there)), 0),)


GROUPS = (
    Group(
        "free",
        "Without a constraint",
        "we prove that without any constraint or under the cone constraint, the modality gap converges to zero.",
        "True without a constraint. The loss has a lower bound, for every number of pairs, and a law of pairs whose "
        "two means differ stays strictly above it. At the optimum both means vanish, so that the gap, an angle "
        "between means, is undefined there.",
        (
            Result("thm.1.trace", "The mean softmax probability of the right partner, times N, is bounded.", _trace),
            Result("thm.1.finite", "So the loss is bounded below, for every number of pairs.", _finite),
            Result("cor.1", "Where the two means differ, the loss is strictly above the bound.", _gap_closes),
        ),
    ),
    Group(
        "cone",
        "Under the cone constraint",
        "we prove that without any constraint or under the cone constraint, the modality gap converges to zero.",
        "True for the pair of centres: its loss is least where the centres agree, whatever the dimension, the "
        "concentrations and the temperature. For all pairs of two cones of one concentration see "
        "`thm.2.population`; for cones of different concentration it is open (`thm.2.covariance`).",
        (Result("thm.2", "Two cones whose centres differ have a greater loss than two that share a centre.", _cones),),
    ),
    Group(
        "subspace",
        "Under the subspace constraint",
        "Under the subspace constraint (i.e., representations of two modalities fall into two distinct hyperplanes "
        "due to dimension collapse), the modality gap converges to the smallest angle between the two hyperplanes.",
        "True of two given hyperplanes if the centres are orthogonal to their intersection (for all pairs at one "
        "concentration, `thm.3.population.perp.every`), false in general: a shared centre in the intersection, with no "
        "gap, is better for the pair of centres at all parameters, and for all pairs at points of low temperature and "
        "wide angle. For all pairs, every rival farther than an explicit angle from the "
        "paper's centres loses at high temperature (`thm.3.population.hot.every`) and for narrow distributions "
        "(`thm.3.population.concentrated.every`). Without "
        "a law imposed there is no gap angle at high temperature (`thm.3.free.global`).",
        (
            Result(
                "thm.3.centre_perp",
                "With centres orthogonal to C, equal signs (gap φ) have a lower loss than opposite ones (gap π − φ).",
                _perpendicular,
            ),
            Result(
                "thm.3.centre",
                "The general statement for the pair of centres, which is refuted: no centres do better than e_A and "
                "e_B.",
                _reported,
            ),
            Result(
                "thm.3.centre.shared",
                "What is true instead: centres that coincide at a unit vector of C do better than e_A and e_B. "
                "f_1, …, f_{h−1} is an orthonormal basis; e is f_{h−1}, and f_1 lies in C.",
                _shared,
            ),
            Result(
                "thm.3.population",
                "The statement for all pairs in R³, refuted as well: e_A and e_B do no worse than a shared centre.",
                _population,
            ),
            Result(
                "thm.3.lower_bound",
                "That the gap cannot be below the angle, refuted: the cosine of the gap is at most ρ = cos φ.",
                _lower_bound,
            ),
        ),
    ),
    Group(
        "pairs",
        "Pairs under the subspace constraint",
        "our theorems demonstrate that paired samples cannot be perfectly aligned under the subspace constraint.",
        "True against the whole sphere of the other hyperplane, given that a text leans towards its centre as far as "
        "its image does (intra-modal isometry), for pairs that neither lie in the intersection nor are orthogonal to "
        "it; in a finite sample pairs can be aligned (`paper.cor.2`). The projections on the intersection agree.",
        (
            Result(
                "thm.4",
                "The loss of a pair exceeds that of the partner with the same projection on C by β times the squared "
                "distance of the projections.",
                _isometric,
            ),
            Result("cor.2", "A point of B is nearer to x than its optimal partner y is.", _unaligned),
        ),
    ),
    Group(
        "repair",
        "Two ways to align",
        "perfect alignment between two modalities can still be achieved via two ways: hyperplane rotation and shared "
        "space projection.",
        "True. The rotation keeps all inner products, takes A to B and each x to its optimal partner; projection on C "
        "makes optimal pairs coincide where they have a direction there. Translation by the difference of the means "
        "does not. Aligned pairs need not have a lower loss (`cor.3.loss`).",
        (
            Result(
                "cor.3",
                "The rotation fixes C, takes e_A to e_B and A to B, keeps inner products, and takes x to y.",
                _rotated,
            ),
            Result("cor.4", "After projection on C and renormalisation optimal pairs coincide.", _projected),
            Result(
                "translation.breaks",
                "After translation the projections on C have different lengths, unless a is A(κ).",
                _translated,
            ),
        ),
    ),
)
