"""Theorem 3 for the population, over every coupling: what Jensen's inequality leaves of the loss.

x ∼ vMF(c_x, κ) on A and y ∼ vMF(c_y, κ) on B, coupled in any way. The logarithms of the partition functions are convex
in the embedding, and what is left is −2β times the D-covariance of x and y, which for no coupling exceeds the mean of
the D-variances of the two laws. So the loss is at least −2β V(q), q the mean of (c_x·e)² and (c_y·e)².
"""

from __future__ import annotations

import sympy as sp
from sympy import Eq, Symbol, log
from sympy import GreaterThan as Ge
from sympy import LessThan as Le
from sympy import StrictGreaterThan as Gt
from sympy import StrictLessThan as Lt

from theory import bessel, trusted, trusted_couplings, trusted_measure, trusted_subspace, vmf_moments
from theory import trusted_vmf_means as means
from theory.bessel import nu, z
from theory.centre_pair import FORM, SCALARS, beta, c_x, c_y, e, h, kappa_x, kappa_y, rho
from theory.claims import Claim, claim
from theory.compose import chain, specialise, substitute
from theory.couplings import X1, Y1, P, PairLaw, X, Y
from theory.domain import Domain, coupling, free_vector, pairing, unit_vector
from theory.facts import Fact
from theory.language import Dot, Norm, SphereMGF, order_of
from theory.rules import combination, identity, sign
from theory.solvers import arithmetic
from theory.subspace_hot import ALONG, HOT, REACH, covariance, hot, q
from theory.subspace_language import CoupledCross, CoupledLoss, CrossPopulationLoss, log_partition_of, projected
from theory.subspace_perpendicular import A_AT, D, shared_facts
from theory.subspace_population import cross
from theory.vmf import kappa

# --- any law of pairs ------------------------------------------------------------------------------------------------

PAIR, OTHER = PairLaw(D, P, (X, Y)), PairLaw(D, P, (X1, Y1))
ANY = Domain(h, h >= 3, rho, rho <= 1, beta, unit_vector(e, D), coupling(P, D), reach={h: 6, beta: 20})
SPREAD = PAIR.mean(cross(X, X)) + PAIR.mean(cross(Y, Y))
MEANS = PAIR.mean(OTHER.mean(cross(X, X1))) + PAIR.mean(OTHER.mean(cross(Y, Y1)))


@claim(
    id="thm.3.population.jensen",
    title="What Jensen's inequality leaves of the population loss, for every law of pairs",
    relation="ours",
    source="Theorem 3, as reconstructed, for the population and every coupling",
    domain=ANY,
    statement=Le(-beta * (SPREAD - MEANS), CrossPopulationLoss(P, e, rho, beta), evaluate=False),
)
def jensen(this: Claim):
    """The loss is at least −β (tr D Cov x + tr D Cov y), for any law of pairs: x, y need not be von Mises–Fisher.

    Jensen's inequality in both logarithms leaves −2β tr D Cov(x, y) = −β E E' (x−x')ᵀD(y−y'), and D ≥ 0. The traces
    are E xᵀDx − E E' xᵀDx' and the like, x' and y' from an independent pair.
    """
    d = this.domain
    pairs = _with(d, X, Y)
    all_four = _with(pairs, X1, Y1)
    logs = [_log_mean(score, all_four) for score in (cross(X, Y1), cross(X1, Y))]
    constants = [(cross(X, Y) - cross(X, X) / 2 - cross(Y, Y) / 2, sp.S.One)]
    half = sp.Rational(1, 2)
    own = [(sp.S.One, cross(X1, Y1)), (-half, cross(X1, X1)), (-half, cross(Y1, Y1))]
    mixed = [(sp.S.One, cross(X, X1)), (sp.S.One, cross(Y, Y1))]
    less, scores = [*constants, *own, *mixed], [(sp.S.One, cross(X, Y1)), (sp.S.One, cross(X1, Y))]
    apart = X - X1 - Y + Y1
    across, along = apart - Dot(apart, e) * e, Dot(apart, e)
    rests = [half * Dot(across, across), half * rho * along**2]
    pointwise = combination(Le(_total(less), _total(scores), evaluate=False), all_four, [], rests, by=FORM)
    inner = substitute(
        trusted_measure.mean_compares(OTHER, pointwise),
        trusted_couplings.mean_is_linear(OTHER, less, all_four),
        trusted_couplings.mean_is_linear(OTHER, scores, all_four),
        trusted_measure.mean_of_constant(OTHER, sp.S.One, pairs),
    )
    kept = [(beta, inner.statement.lhs)]
    parts = [(sp.S.One, log_fact.statement.rhs) for log_fact in logs]
    lower = Le(_total(kept), _total(parts), evaluate=False)
    below = arithmetic(lower, pairs, [inner, *logs])
    outer = [
        *((factor * beta, of) for factor, of in ((sp.S.One, cross(X, Y)), (-half, cross(X, X)), (-half, cross(Y, Y)))),
        *((factor * beta, OTHER.mean(of)) for factor, of in (*own, *mixed)),
    ]
    same = identity(Eq(below.statement.lhs, _total(outer), evaluate=False), pairs)
    compared = substitute(
        trusted_measure.mean_compares(PAIR, substitute(below, same)),
        trusted_couplings.mean_is_linear(PAIR, outer, pairs),
        trusted_couplings.mean_is_linear(PAIR, parts, pairs),
    )
    turned = []
    for _, of in own:
        mean = OTHER.mean(of)
        turned.append(trusted_measure.mean_of_constant(PAIR, mean, d))
        turned.append(trusted_measure.renamed(OTHER, of, PAIR, d))
    unfolded = trusted.definition(CrossPopulationLoss(P, e, rho, beta), d)
    return arithmetic(this.statement, d, [compared, *turned, unfolded])


def _with(d: Domain, *vectors: Symbol) -> Domain:
    return Domain(*d.symbols, *d.vectors, *(unit_vector(v, D) for v in vectors), *d.conditions, reach=d.reach)


def _total(parts: list[tuple[sp.Expr, sp.Expr]]) -> sp.Expr:
    return sum((factor * of for factor, of in parts), sp.S.Zero)


def _log_mean(score: sp.Expr, all_four: Domain) -> Fact:
    """Return β E' s ≤ log E' e^{βs}."""
    positive = sign(Gt(sp.exp(beta * score), 0, evaluate=False), all_four)
    jensen_ = trusted_couplings.jensen_mean_logarithm(OTHER, positive)
    return substitute(jensen_, trusted_couplings.mean_is_linear(OTHER, [(beta, score)], all_four))


# --- two von Mises–Fisher laws ---------------------------------------------------------------------------------------

x, pi = Symbol("x"), Symbol("pi_s")
NUMBERS = (*(part for part in SCALARS if part not in (kappa_x, kappa_y)), kappa)
AXIS = (*NUMBERS, unit_vector(e, D))
LAWS = (*AXIS, unit_vector(c_x, D), unit_vector(c_y, D), pairing(pi))
#: Balls evaluate means over a law on the circle alone.
IN_SPACE = {**REACH, h: 0}

LOSS = CoupledLoss(pi, h, rho, kappa, beta, e, c_x, c_y)
CROSS = CoupledCross(pi, D, kappa, c_x, c_y, e, rho)
#: The mean of the squared cosines of the centres with the axis across C.
SQUARES = (Dot(c_x, e) ** 2 + Dot(c_y, e) ** 2) / 2


def law(centre: Symbol) -> means.VonMisesFisherLaw:
    """Return vMF(c, κ) on S^{h−2}, the law of x."""
    return means.VonMisesFisherLaw(D, kappa, centre, x)


def moments(centre: Symbol, axis: sp.Expr, domain: Domain) -> tuple[Fact, Fact]:
    """Return E (x·v) and E (x·v)² under vMF(c, κ)."""
    values = {vmf_moments.h: D, vmf_moments.c: centre, vmf_moments.e: axis}
    length = identity(Eq(Dot(centre, centre), 1, evaluate=False), domain, FORM)
    first, second = (specialise(c.fact, values, domain, given=[length]) for c in (vmf_moments.mean, vmf_moments.second))
    return means.mean_of_moment(law(centre), first), means.mean_of_moment(law(centre), second)


def defined(domain: Domain) -> list[Fact]:
    """Return I_ν(κ) > 0 and I_{ν+1}(κ) > 0, ν = (h−3)/2."""
    orders = (order_of(D), order_of(D) + 1)
    return [specialise(bessel.positive.fact, {nu: order, z: kappa}, domain) for order in orders]


def partition_support(own: Symbol, other: Symbol, domain: Domain) -> Fact:
    """Return log M(|κc' + βDx|) ≥ log M(κ) + βA(κ) c'ᵀDx: log M is convex, and |v| ≥ c'·v."""
    slope, form, _, rising = shared_facts()
    along = kappa + beta * Dot(x, projected(other, e, rho))
    length = Norm(kappa * other + beta * projected(x, e, rho))
    vector = length.args[0]
    across = vector - Dot(vector, other) * other
    squares = combination(Le(along**2, length**2, evaluate=False), domain, [], [Dot(across, across)], by=FORM)
    grows = trusted_subspace.log_mgf_grows(squares, D)
    support = trusted_subspace.log_mgf_support(slope, form, rising, along, kappa, domain)
    return chain(support, grows)


def partition_mean(own: Symbol, other: Symbol, domain: Domain) -> Fact:
    """Return E log M(|κc' + βDx|) ≥ log M(κ) + βA² cᵀDc' for x ∼ vMF(c, κ)."""
    inside = Domain(*domain.symbols, *domain.vectors, unit_vector(x, D), *domain.conditions, reach=domain.reach)
    support = partition_support(own, other, inside)
    parts = [
        (log(SphereMGF(D, kappa)), sp.S.One),
        (beta * A_AT, Dot(x, projected(other, e, rho))),
    ]
    line = sum((factor * of for factor, of in parts), sp.S.Zero)
    logs = log_partition_of(x, other, e, D, rho, kappa, beta)
    pointwise = arithmetic(Ge(logs, line, evaluate=False), inside, [support])
    compared = means.mean_compares(law(own), pointwise)
    linear = means.mean_is_linear(law(own), parts, inside, defined(domain))
    first, _ = moments(own, projected(other, e, rho), domain)
    return substitute(compared, linear, first)


@claim(
    id="thm.3.population.every",
    title="The population loss of every coupling of two laws, from below",
    relation="ours",
    source="Theorem 3, as reconstructed, for the population and every coupling",
    domain=Domain(*LAWS, reach={**IN_SPACE, kappa: 4, beta: 3}),
    statement=Le(-2 * beta * covariance(SQUARES), LOSS, evaluate=False),
)
def every(this: Claim):
    """The loss of every coupling of vMF(c_x, κ) and vMF(c_y, κ) is at least −2β V(q), q the mean of (c·e)².

    The partition functions leave 2βA² c_xᵀDc_y by convexity; E xᵀDy is at most the mean of E xᵀDx and E yᵀDy less
    ½A²(c_x−c_y)ᵀD(c_x−c_y), as a D-covariance is not negative.
    """
    d = this.domain
    first, second = partition_mean(c_x, c_y, d), partition_mean(c_y, c_x, d)
    axis = Domain(h, h >= 3, kappa, unit_vector(vmf_moments.c, D), free_vector(vmf_moments.e, D))
    one, two = (specialise(c.fact, {vmf_moments.h: D}, axis) for c in (vmf_moments.mean, vmf_moments.second))
    paired = trusted_subspace.coupled_cross(CROSS, one, two, d)
    unfolded = trusted.definition(LOSS, d)
    wanted = Le(this.statement.lhs, unfolded.statement.rhs, evaluate=False)
    total = combination(
        wanted, d, [(sp.S.One, first), (sp.S.One, second), (2 * beta, paired)], by=FORM, given=defined(d)
    )
    return chain(total, unfolded)


HOTTER = HOT.xreplace({q: SQUARES})


@claim(
    id="thm.3.population.hot.every",
    title="At high temperature centres orthogonal to the intersection are best, over every coupling",
    relation="narrower",
    source="Theorem 3, as reported, for the population at high temperature",
    domain=Domain(*LAWS, Lt(SQUARES, 1), HOTTER, reach={**IN_SPACE, kappa: 6, beta: 2}),
    statement=Lt(ALONG, LOSS, evaluate=False),
)
def hot_every(this: Claim):
    """For β < 2(1−ρ)(1−q)(1 − κA'/A) every coupling of vMF(c_x, κ) and vMF(c_y, κ) has a larger loss than e_A and e_B.

    q < 1 is the mean of (c_x·e)² and (c_y·e)², and e_A, e_B are coupled by equal coordinates. Only centres with q = 1,
    which are ±e_A and ±e_B, are left out.
    """
    d = this.domain
    squares = sign(Ge(SQUARES, 0, evaluate=False), d)
    below = specialise(hot.fact, {q: SQUARES}, d, given=[squares])
    return chain(below, specialise(every.fact, {}, d))


CLAIMS = (jensen, every, hot_every)
