"""Theorem 2 for all pairs: the population loss of two like cones has no gap at its optimum, however they are paired.

The loss is −2β E_π[x·y] + 2P(w), w = c_x·c_y. A gap lowers P by at most β A(κ)² (1 − w) (`thm.2.population.partition`)
and lowers the best E_π[x·y] by at least A(κ)² (1 − w) (`thm.2.coupling`): so it costs more than it gains.
"""

from __future__ import annotations

import sympy as sp
from sympy import Symbol, log

from modgap.theory.bessel.bounds import HALF
from modgap.theory.bessel.shape import b, k, odd_integral
from modgap.theory.cone.centres import s, w
from modgap.theory.cone.lemmas import CONCAVE, RISES, at_zero_too, over_x, positive, slope, vmf_mgf
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import part, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.cones import (
    BestCosine,
    ConePopulationLoss,
    PairedCosine,
    PartitionMean,
    RatioOverArgument,
    length,
    log_partition,
)
from modgap.theory.language.domain import Domain, pairing, unit_vector
from modgap.theory.language.letters import beta, c_x, c_y, h, kappa, kappa_x, kappa_y, nu, z
from modgap.theory.language.relations import ge, gt, le, lt
from modgap.theory.language.symbols import Dot, IvRatio, SphereMGF
from modgap.theory.outcome import Undecided
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.sphere import vmf
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted.calculus import decreases, integral_of_slope
from modgap.theory.trusted.cones import concave_in_cosine, coupled_cosine, odd_part
from modgap.theory.under import Under

p, q = Symbol("p", positive=True), Symbol("q", nonnegative=True)


def log_m(at: sp.Expr) -> sp.Expr:
    """Return log M_{2ν+2}."""
    return log(SphereMGF(2 * nu + 2, at))


def over(at: sp.Expr) -> sp.Expr:
    """Return a_ν."""
    return RatioOverArgument(nu, at)


# --- the chord of log M in the square of its argument ----------------------------------------------------------------


@claim(
    id="sphere.mgf.chord",
    title="The generating function over an interval, by its middle",
    relation="ours",
    source="Theorem 2, its mathematics",
    domain=Domain(nu, q, p, nu >= -HALF, p > q, reach={nu: 20, p: 40, q: 40}),
    statement=lt(log_m(p) - log_m(q), (p**2 - q**2) / 2 * over((p + q) / 2)),
)
def chord(this: Claim):
    """log M(p) − log M(q) < ((p² − q²)/2) a((p+q)/2): the integral of A against its value in the middle."""
    d, middle = Under(this.domain), (p + q) / 2
    relations = ge(q, 0), lt(q, p)
    order = [d.show(relation) for relation in relations]
    area = integral_of_slope(part(slope.fact, RISES), q, p, order, d, positive())
    halves = [d.show(gt(value, 0)) for value in (middle, (p - q) / 2)]
    below = d.use(odd_integral, {k: middle, b: (p - q) / 2}, given=halves)
    orders = [d.show(gt(nu, -1)), halves[0]]
    ratio = d.use(over_x, {z: middle}, given=orders)
    return d.show(this.statement, area, below, ratio)


# --- one cone against the other ---------------------------------------------------------------------------------------

ORDER = vmf.nu
UNEQUAL = (*vmf.DIMENSION, kappa_x, kappa_y, beta)
REACH = {h: 8, kappa: 20, kappa_x: 20, kappa_y: 20, beta: 20}
#: For what takes a quadrature of logarithms.
FEW = {h: 4, kappa: 6, kappa_x: 6, kappa_y: 6, beta: 6}
A_X, A_Y = IvRatio(ORDER, kappa_x), IvRatio(ORDER, kappa_y)


def mean_partition(at: sp.Expr) -> sp.Expr:
    """Return P_h(w; κ_x, κ_y, β)."""
    return PartitionMean(h, sp.sympify(at), kappa_x, kappa_y, beta)


@claim(
    id="thm.2.population.odd",
    title="The log partition function of a cone, towards its centre and away from it",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*vmf.DIMENSION, kappa_y, beta, s, s > 0, s <= 1, reach={**REACH, h: 40, s: 1}),
    statement=lt(log_partition(h, s, kappa_y, beta) - log_partition(h, -s, kappa_y, beta), 2 * beta * A_Y * s),
)
def odd(this: Claim):
    """F(s) − F(−s) < 2β A(κ) s for 0 < s ≤ 1: the two lengths have a mean of at least κ, and a decreases."""
    d = Under(this.domain)
    far, near = length(kappa_y, beta, s), length(kappa_y, beta, -s)
    middle = (far + near) / 2
    order = [
        d.show(relation)
        for relation in (
            ge(near**2, 0),
            ge(near, 0),
            gt(far, near),
            ge(kappa_y, 0),
            le(kappa_y, middle),
            ge(ORDER, -HALF),
        )
    ]
    above = d.use(chord, {nu: ORDER, p: far, q: near}, given=order)
    falls = _falling_in_dimension()
    less = decreases(falls, kappa_y, middle, order, d, _positive_in_dimension())
    ratio = d.use(over_x, {nu: ORDER, z: kappa_y})
    return d.show(this.statement, above, less, ratio)


def _falling_in_dimension() -> Fact:
    """Return a_ν' < 0 with ν = h/2 − 1."""
    return Under(*vmf.DIMENSION, z).use(part(slope.fact, CONCAVE), {nu: ORDER})


def _positive_in_dimension() -> list[Fact]:
    """Return M_h(r) > 0 and M_{h+2}(r) > 0."""
    r = at_zero_too(z)
    return [Under(*vmf.DIMENSION, r).use(fact, {nu: ORDER}) for fact in positive()]


@claim(
    id="thm.2.population.concave",
    title="The mean log partition function lies above its chord",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*UNEQUAL, w, w > -1, w < 1, reach=FEW),
    statement=ge(mean_partition(w), (1 + w) / 2 * mean_partition(1) + (1 - w) / 2 * mean_partition(-1)),
)
def concave(this: Claim):
    """P(w) ≥ ((1+w)/2) P(1) + ((1−w)/2) P(−1): the mean over a cone is concave in the cosine of its centre."""
    return concave_in_cosine(vmf_mgf.fact, h, w, kappa_x, kappa_y, beta, this.domain)


@claim(
    id="thm.2.population.partition",
    title="What a gap can save in the partition function",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*UNEQUAL, w, w >= -1, w < 1, reach=FEW),
    statement=lt(mean_partition(1) - mean_partition(w), beta * A_X * A_Y * (1 - w)),
)
def partition(this: Claim):
    """P(1) − P(w) < β A(κ_x) A(κ_y) (1 − w) for −1 ≤ w < 1, for any two concentrations."""
    d = Under(this.domain)
    ends = odd_part(odd.fact, s, vmf_moments.mean.fact, h, kappa_x, kappa_y, beta, d)
    above = concave_in_cosine(vmf_mgf.fact, h, w, kappa_x, kappa_y, beta, d)
    return d.show(this.statement, above, ends)


@claim(
    id="thm.2.covariance",
    title="What a gap costs the best coupling of unlike cones",
    relation="ours",
    source="Theorem 2; what its population form lacks for unlike cones",
    domain=Domain(*vmf.DIMENSION, kappa_x, kappa_y, w, w >= -1, w < 1, reach=FEW),
    statement=ge(BestCosine(h, sp.S.One, kappa_x, kappa_y) - BestCosine(h, w, kappa_x, kappa_y), A_X * A_Y * (1 - w)),
)
def covariance(this: Claim):
    """The greatest trace of the covariance of x and y over all couplings is not larger with a gap than without one.

    The greatest E[x·y] is A(κ_x) A(κ_y) w plus that trace. For like cones it is `thm.2.coupling`, since E[x·x] = 1.
    """
    raise Undecided(
        "no proof is known for unlike cones: the bound on the transport cost by the means alone is not enough, as the "
        "least cost without a gap is positive; assignments on the circle are in line with it. It would follow from "
        "E Φ(x − m_x + A(κ_x)c_y) ≤ E Φ(x') for κ_x ≤ κ_y, x' ∼ vMF(c_y, κ_x) and the dual potential Φ of the coupling "
        "with one axis, which held in floating point for some fifty pairs of concentrations"
    )


#: The paired cosine E[x·y] with a gap and without one, and how much more the latter is to be.
with_gap, without = sp.symbols("p_w p_1", real=True)
COVARIANCE = ge(without, with_gap + A_X * A_Y * (1 - w))


def both_partitions(at: sp.Expr) -> sp.Expr:
    """Return the second part of the loss, both directions: x against the cone of y, and y against that of x."""
    return mean_partition(at) + PartitionMean(h, sp.sympify(at), kappa_y, kappa_x, beta)


@claim(
    id="thm.2.population.unequal",
    title="Two unlike cones, all pairs: what would be enough",
    relation="narrower",
    source="Theorem 2; the hypothesis on the paired cosines is not shown",
    domain=Domain(*UNEQUAL, w, with_gap, without, w >= -1, w < 1, COVARIANCE, reach={**FEW, with_gap: 1, without: 4}),
    statement=gt(-2 * beta * with_gap + both_partitions(w), -2 * beta * without + both_partitions(1)),
)
def unequal(this: Claim):
    """A gap costs for unlike cones, too, if it lowers the best paired cosine E[x·y] by at least A(κ_x) A(κ_y) (1 − w).

    That hypothesis, said of the best couplings with a gap and without one, is `thm.2.covariance`, which is open. For
    like cones it is not needed (`thm.2.population`).
    """
    d = Under(this.domain)
    saved = [d.use(partition, values) for values in ({}, {kappa_x: kappa_y, kappa_y: kappa_x})]
    return d.show(this.statement, *saved)


# --- two like cones --------------------------------------------------------------------------------------------------

pi = Symbol("pi_c")
LAWS = (*vmf.DIMENSION, kappa, unit_vector(c_x, h), unit_vector(c_y, h), pairing(pi))
PAIRED = PairedCosine(pi, h, kappa, c_x, c_y)
COSINE = Dot(c_x, c_y)
A_K = IvRatio(ORDER, kappa)


@claim(
    id="thm.2.coupling",
    title="How well two like cones can be paired at most",
    relation="ours",
    source="Theorem 2",
    domain=Domain(*LAWS, reach=REACH),
    statement=le(PAIRED, 1 - A_K**2 * (1 - COSINE)),
)
def paired(this: Claim):
    """E_π[x·y] ≤ 1 − A(κ)² (1 − c_x·c_y) for every coupling π: E|x − y|² ≥ |E x − E y|²."""
    d = Under(this.domain)
    distance = coupled_cosine(pi, vmf_moments.mean.fact, h, kappa, c_x, c_y, d)
    inner = distance.statement.rhs
    value = d.equal(inner, 2 * A_K**2 * (1 - COSINE), InnerProducts(), given=[vmf_moments.positive(d)])
    return d.show(this.statement, substitute(distance, value))


POPULATION = ConePopulationLoss(pi, h, beta, kappa, c_x, c_y)
#: The loss at one common centre with x = y.
ALIGNED = -2 * beta + 2 * PartitionMean(h, sp.S.One, kappa, kappa, beta)


@claim(
    id="thm.2.population",
    title="Two like cones, all pairs: the loss is least without a gap",
    relation="narrower",
    source="Theorem 2; for equal concentrations",
    domain=Domain(*LAWS, beta, lt(COSINE, 1), reach=FEW),
    statement=gt(POPULATION, ALIGNED),
)
def population(this: Claim):
    """For κ_x = κ_y, however the two cones are paired, a gap costs: the loss exceeds that of x = y in one cone.

    The right side is the loss of the identity coupling at c_x = c_y. What is missing for unequal concentrations is said
    in `thm.2.population.unequal`.
    """
    d = Under(this.domain)
    below = d.combine(ge(COSINE, -1), (HALF, d.sign(ge(Dot(c_x + c_y, c_x + c_y), 0))), by=InnerProducts())
    saved = d.use(partition, {w: COSINE, kappa_x: kappa, kappa_y: kappa}, given=[below])
    bound = d.use(paired)
    return d.show(this.statement, saved, bound, trusted.definition(POPULATION, d))


CLAIMS = (chord, odd, concave, partition, covariance, unequal, paired, population)
