"""Theorem 3 for the population, over every coupling: what Jensen's inequality leaves of the loss.

x ∼ vMF(c_x, κ) on A and y ∼ vMF(c_y, κ) on B, coupled in any way. The logarithms of the partition functions are convex
in the embedding, and what is left is −2β times the D-covariance of x and y, which for no coupling exceeds the mean of
the D-variances of the two laws. So the loss is at least −2β V(q), q the mean of (c_x·e)² and (c_y·e)².
"""

from __future__ import annotations

import sympy as sp
from sympy import Symbol, log

from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel.functions import riccati
from modgap.theory.bessel.shape import FALLING, over_x_decreasing
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, free_vector, pairing, unit_vector
from modgap.theory.language.letters import beta, c_x, c_y, h, kappa, kappa_x, kappa_y, nu, rho, z
from modgap.theory.language.relations import ge, le, lt
from modgap.theory.language.subspaces import CoupledCross, CoupledLoss, log_partition_of, projected
from modgap.theory.language.symbols import U1, Dot, Norm, SphereMGF, order_of
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.subspace.centres import FORM, SCALARS, e
from modgap.theory.subspace.hot import ALONG, HOT, REACH, covariance, hot, q
from modgap.theory.subspace.perpendicular import A_AT, OPPOSITE, D, across, perp, s, shared_facts
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.trusted import vmf_means as means
from modgap.theory.under import Under

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
    d = Under(domain)
    values = {h: D, vmf_moments.c: centre, vmf_moments.e: axis}
    length = d.equal(Dot(centre, centre), 1, FORM)
    first, second = (d.use(c, values, given=[length]) for c in (vmf_moments.mean, vmf_moments.second))
    return means.mean_of_moment(law(centre), first), means.mean_of_moment(law(centre), second)


def defined(domain: Domain) -> list[Fact]:
    """Return I_ν(κ) > 0 and I_{ν+1}(κ) > 0, ν = (h−3)/2."""
    orders = (order_of(D), order_of(D) + 1)
    return [Under(domain).use(bessel.positive, {nu: order, z: kappa}) for order in orders]


def partition_support(own: Symbol, other: Symbol, domain: Domain) -> Fact:
    """Return log M(|κc' + βDx|) ≥ log M(κ) + βA(κ) c'ᵀDx: log M is convex, and |v| ≥ c'·v."""
    slope, form, _, rising = shared_facts()
    along = kappa + beta * Dot(x, projected(other, e, rho))
    length = Norm(kappa * other + beta * projected(x, e, rho))
    vector = length.args[0]
    across = vector - Dot(vector, other) * other
    squares = Under(domain).combine(le(along**2, length**2), rests=[Dot(across, across)], by=FORM)
    grows = trusted_subspace.log_mgf_grows(squares, D)
    support = trusted_subspace.log_mgf_support(slope, form, rising, along, kappa, domain)
    return chain(support, grows)


def partition_mean(own: Symbol, other: Symbol, domain: Domain) -> Fact:
    """Return E log M(|κc' + βDx|) ≥ log M(κ) + βA² cᵀDc' for x ∼ vMF(c, κ)."""
    inside = Under(domain.further(unit_vector(x, D)))
    support = partition_support(own, other, inside)
    parts = [
        (log(SphereMGF(D, kappa)), sp.S.One),
        (beta * A_AT, Dot(x, projected(other, e, rho))),
    ]
    line = sum((factor * of for factor, of in parts), sp.S.Zero)
    logs = log_partition_of(x, other, e, D, rho, kappa, beta)
    pointwise = inside.show(ge(logs, line), support)
    compared = means.mean_compares(law(own), pointwise)
    linear = means.mean_is_linear(law(own), parts, inside, defined(domain))
    first, _ = moments(own, projected(other, e, rho), domain)
    return substitute(compared, linear, first)


@claim(
    id="thm.3.population.every",
    title="The population loss of every coupling of two laws, from below",
    relation="ours",
    source="Theorem 3, for the population and every coupling",
    domain=Domain(*LAWS, reach={**IN_SPACE, kappa: 4, beta: 3}),
    statement=le(-2 * beta * covariance(SQUARES), LOSS),
)
def every(this: Claim):
    """The loss of every coupling of vMF(c_x, κ) and vMF(c_y, κ) is at least −2β V(q), q the mean of (c·e)².

    The partition functions leave 2βA² c_xᵀDc_y by convexity; E xᵀDy is at most the mean of E xᵀDx and E yᵀDy less
    ½A²(c_x−c_y)ᵀD(c_x−c_y), as a D-covariance is not negative.
    """
    d = Under(this.domain)
    first, second = partition_mean(c_x, c_y, d), partition_mean(c_y, c_x, d)
    axis = Under(h, h >= 3, kappa, unit_vector(vmf_moments.c, D), free_vector(vmf_moments.e, D))
    one, two = (axis.use(c, {h: D}) for c in (vmf_moments.mean, vmf_moments.second))
    paired = trusted_subspace.coupled_cross(CROSS, one, two, d)
    unfolded = trusted.definition(LOSS, d)
    wanted = le(this.statement.lhs, unfolded.statement.rhs)
    total = d.combine(wanted, (sp.S.One, first), (sp.S.One, second), (2 * beta, paired), by=FORM, given=defined(d))
    return chain(total, unfolded)


HOTTER = HOT.xreplace({q: SQUARES})


@claim(
    id="thm.3.population.hot.every",
    title=(
        "In an explicit range of high temperatures every rival farther than an explicit angle from ±e_A, "
        "±e_B loses, over every coupling"
    ),
    relation="narrower",
    source="Theorem 3, for the population at high temperature",
    domain=Domain(*LAWS, lt(SQUARES, 1), HOTTER, reach={**IN_SPACE, kappa: 6, beta: 2}),
    statement=lt(ALONG, LOSS),
)
def hot_every(this: Claim):
    """For β < 2(1−ρ)(1−q)(1 − κA'/A) every coupling of vMF(c_x, κ) and vMF(c_y, κ) has a larger loss than e_A and e_B.

    q < 1 is the mean of (c_x·e)² and (c_y·e)² of the rival, and e_A, e_B are coupled by equal coordinates. The bound
    falls to 0 as q → 1: at given h, κ, β, φ it covers the rivals with 1 − q > β/(2(1−ρ)(1 − κA'/A)), and leaves open a
    neighbourhood of ±e_A, ±e_B. For no parameters does it show that e_A, e_B are best among all centres.
    """
    d = Under(this.domain)
    squares = d.sign(ge(SQUARES, 0))
    below = d.use(hot, {q: SQUARES}, given=[squares])
    return chain(below, d.use(every))


# --- opposite centres orthogonal to C --------------------------------------------------------------------------------

OPPOSITE_CENTRES = CoupledLoss(pi, h, rho, kappa, beta, e, e, -e)


def opposite_partition(own: sp.Expr, domain: Domain) -> Fact:
    """Return E log M(|κc' + βDx|) for x ∼ vMF(c, κ), c = ±e and c' = −c, as a mean over the height of x along c."""
    inside = Under(domain.further(unit_vector(x, D)))
    toward = -1 if own == e else 1
    length = Norm(-kappa * own + beta * projected(x, e, rho))
    square = across(toward * Dot(x, e)).args[0].args[1] ** 2
    same = trusted_subspace.log_mgf_is_even(inside.equal(length**2, square, FORM), D)
    return chain(
        means.mean_compares(law(own), same), means.mean_of_cosine(law(own), across(toward * s), s, Under(domain))
    )


@claim(
    id="thm.3.population.perp.every",
    title="Centres orthogonal to the intersection: the smaller angle beats every coupling at the larger one",
    relation="narrower",
    source="Theorem 3, for the population, with its conclusion c ⟂ C made a hypothesis",
    domain=Domain(*NUMBERS, rho > 0, unit_vector(e, D), pairing(pi), reach={**IN_SPACE, kappa: 6, beta: 3}),
    statement=lt(ALONG, OPPOSITE_CENTRES),
)
def perp_every(this: Claim):
    """For φ < 90° every coupling of vMF(e_A, κ) and vMF(−e_B, κ) has a larger loss than e_A and e_B with gap φ.

    e_A, e_B are coupled by equal coordinates. The partition functions are means over the height along e, for −e_B as
    for e_A; E xᵀDy is at most E xᵀDx − 2ρA², a D-covariance being not negative. So the loss is at least the bound of
    `thm.3.population.perp`. As e is any unit vector across C, the centres (−e_A, e_B) are meant too.
    """
    d = Under(this.domain)
    axis = Under(h, h >= 3, kappa, unit_vector(vmf_moments.c, D), free_vector(vmf_moments.e, D))
    one, two = (axis.use(c, {h: D}) for c in (vmf_moments.mean, vmf_moments.second))
    paired = trusted_subspace.coupled_cross(CoupledCross(pi, D, kappa, e, -e, e, rho), one, two, d)
    slope, form, *_ = shared_facts()
    squares = trusted_subspace.axis_mean_of_square(slope, form, axis_riccati(), kappa, d)
    unfolded = trusted.definition(OPPOSITE_CENTRES, d)
    rival = substitute(unfolded, opposite_partition(e, d), opposite_partition(-e, d))
    parts = [(sp.Integer(2), across(-U1)), (-2 * beta, 1 - (1 - rho) * U1**2)]
    height = [(sp.S.One, sp.S.One), (sp.Mul(-1, 1 - rho, evaluate=False), U1**2)]
    means_of = [trusted_subspace.axis_mean_is_linear(each, D, kappa, d) for each in (parts, height)]
    bound = substitute(trusted.definition(OPPOSITE, d, defined(d)), *means_of, squares)
    wanted = le(bound.statement.rhs, rival.statement.rhs)
    below = d.combine(wanted, (2 * beta, paired), by=FORM, given=defined(d))
    return chain(d.use(perp), bound, below, flip(rival))


def axis_riccati() -> Fact:
    """Return the Riccati equation of A in dimension h − 1, for every z > 0."""
    return Under(h, h >= 3, z).use(riccati, {nu: order_of(D)})


# --- all centres ------------------------------------------------------------------------------------------------------

BEST = trusted_subspace.best_centres_range(D, kappa, beta, rho)


@claim(
    id="thm.3.population.hot.all",
    title="Below an explicit inverse temperature ±(e_A, e_B) have less loss than all others, over every coupling",
    relation="narrower",
    source="Theorem 3, for the population at high temperature",
    domain=Domain(*LAWS, rho > 0, lt(Dot(c_x, e) * Dot(c_y, e), 1), *BEST, reach={**IN_SPACE, kappa: 2, beta: 0.05}),
    statement=lt(ALONG, LOSS),
)
def hot_all(this: Claim):
    """For φ < 90° and β below an explicit β₀(h, κ, φ) all couplings of vMF(c_x, κ) and vMF(c_y, κ) lose to e_A, e_B.

    Excepted are c_x = c_y = ±e, e_A and e_B themselves, coupled by equal coordinates. The proof is in words. β₀ is
    small: 0.008 at h = 3, κ = 1, φ = 60°. At CLIP's size it is far below CLIP's β.
    """
    falling = Under(h, h >= 3, z).use(part(over_x_decreasing.fact, FALLING), {nu: order_of(D)})
    return trusted_subspace.best_centres(LOSS, axis_riccati(), falling, this.domain)


CLAIMS = (every, hot_every, perp_every, hot_all)
