"""Theorem 3 without the von Mises–Fisher constraint: where collapse onto C is the optimum among all laws of pairs.

The overlap inequality with the uniform law of the sphere of C in place of the other law gives, for each pair, the
softmax probability times e^{−β|m|²} M(βc)²/M(β), m the midpoint of √D x and √D y and c the length of its part in C.
Where 2 log M(β) ≤ β(1 − cos φ) that factor is least for c = 1, and what is left is the softmax trace inequality with
the bound of the collapse, M = M_{h−2}. By Jensen's inequality no law of pairs has a smaller loss than the collapse.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Expr, exp, log, sqrt

from modgap.theory.collapse.overlap import Q, bent, overlap, r
from modgap.theory.cone.lemmas import at_least_one
from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.infonce import overlap as infonce_overlap
from modgap.theory.infonce import trace
from modgap.theory.infonce.overlap import c
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X1, Y1, P, PairLaw, X, Y, pair_of
from modgap.theory.language.domain import Domain, Vectors, coupling, unit_vector
from modgap.theory.language.letters import beta, h, nu, rho, z
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.subspaces import CrossCosine, CrossPopulationLoss
from modgap.theory.language.symbols import Dot, Norm, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.subspace.centres import e
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.across import uniform_across
from modgap.theory.trusted.calculus import R
from modgap.theory.under import Under

FORM = ExponentialSums()
REACH = {h: 7, beta: 3, c: 1}
D = h - 2
MGF = SphereMGF(D, beta)
#: 2 log M_{h−2}(β) ≤ β(1 − cos φ).
ENOUGH = le(2 * log(MGF), beta * (1 - rho))
SCALARS = (h, h >= 4, rho, rho < 1, beta)
LAWS = (*SCALARS, coupling(P, h - 1), unit_vector(e, h - 1))
ANY = Under(*LAWS, reach=REACH)
HOT = Under(*LAWS, ENOUGH, reach=REACH)
PAIR, OTHER = PairLaw(h - 1, P, (X, Y)), PairLaw(h - 1, P, (X1, Y1))
LOSS = CrossPopulationLoss(P, beta, e, rho)
COLLAPSED = -2 * beta + 2 * log(MGF)


def cross(x: Expr, y: Expr) -> Expr:
    """Return xᵀDy."""
    return CrossCosine(x, y, e, rho).definition()


def with_pair(domain: Domain, law: PairLaw = PAIR) -> Under:
    """Return a domain with the variables of a pair."""
    own = pair_of(Vectors(P, h - 1, None, "coupling"), law.variables)
    return Under(domain).further(*own, reach=REACH)


PARTITION = OTHER.mean(exp(beta * cross(X, Y1)))
RATIO = exp(beta * cross(X, Y)) / PARTITION


@cache
def mgf_positive(domain: Domain) -> Fact:
    """Return M(β) > 0."""
    return Under(domain).use(trace.mgf_positive(), {h: D})


# --- the factor ------------------------------------------------------------------------------------------------------


@claim(
    id="thm.3.free.exponent",
    title="The exponent of the overlap argument with hyperplanes",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, c, c >= 0, c <= 1, ENOUGH, reach=REACH),
    statement=ge(2 * log(SphereMGF(D, beta * c)) + (1 - c**2) * beta * (1 - rho), 2 * log(MGF)),
)
def exponent(this: Claim):
    """2 log M(βc) + (1−c²) β(1−ρ) ≥ 2 log M(β) for 0 ≤ c ≤ 1, as log M(βc) ≥ c² log M(β): needed too, at c = 0."""
    d = Under(this.domain)
    known = d.use(infonce_overlap.exponent, {h: D})
    return d.show(this.statement, known)


@claim(
    id="thm.3.free.range",
    title="Up to β = (1 − cos φ)(h − 2) the condition under which the collapse is shown to be an optimum holds",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=Domain(*SCALARS, le(beta, D * (1 - rho)), reach={**REACH, beta: 8}),
    statement=ENOUGH,
)
def enough(this: Claim):
    """2 log M_{h−2}(β) ≤ β(1 − cos φ) for β ≤ (h−2)(1 − cos φ), as log M_{h−2}(β) ≤ β²/(2(h−2))."""
    d = Under(this.domain)
    known = d.use(vmf.gaussian, {h: D, z: beta})
    return d.combine(this.statement, (2, known), rests=[beta * (D * (1 - rho) - beta) / D], given=[mgf_positive(d)])


# --- each pair -------------------------------------------------------------------------------------------------------


@cache
def _shares() -> Fact:
    """Return E[e^{−β|x̃ − ỹ|²/4} M(βc)²/Z(x)] ≤ M(β)."""
    two = Under(ANY.further(coupling(Q, h - 1)))
    root = two.show(le(sqrt(rho), 1))
    return uniform_across(two.use(overlap, {h: h - 1, r: sqrt(rho)}, given=[root]), Q, e, ANY)


@cache
def _bent_partition(domain: Domain) -> Fact:
    """Return E' e^{β x̃·ỹ'} = E' e^{β xᵀDy'}; the domain declares x."""
    others = Under(with_pair(domain, OTHER))
    left, right = (exp(beta * v) for v in (Dot(*(_bent(v) for v in (X, Y1))), cross(X, Y1)))
    return trusted_measure.mean_compares(OTHER, others.equal(left, right, FORM))


def _bent(x: Expr) -> Expr:
    return bent(x).xreplace({r: sqrt(rho)})


#: Twice the part of the midpoint in C, and its length c as the overlap inequality has it.
IN_C = X + Y - Dot(X + Y, e) * e
LENGTH = Norm(IN_C) / 2


@cache
def _length_within_one() -> tuple[Fact, Fact]:
    """0 ≤ c ≤ 1."""
    d, square = Under(with_pair(ANY)), Dot(IN_C, IN_C)
    above = d.sign(ge(square, 0))
    rests = [Dot(X - Y, X - Y), Dot(X + Y, e) ** 2]
    short = d.combine(le(square, 4), rests=rests, by=FORM)
    known = [above, short, trusted.definition(Norm(IN_C), d)]
    return d.show(ge(LENGTH, 0), *known), d.show(le(LENGTH, 1), *known)


@cache
def _share() -> Expr:
    """Return e^{−β|x̃ − ỹ|²/4} M(βc)²/Z(x)."""
    apart = _bent(X) - _bent(Y)
    return exp(-beta * Dot(apart, apart) / 4) * SphereMGF(D, beta * LENGTH) ** 2 / PARTITION


def _known(domain: Domain) -> list[Fact]:
    """Return what makes the shares positive."""
    return [mgf_positive(domain), *_length_positive(), _scores_positive(domain)]


@cache
def _shares_in_cross() -> Fact:
    """Return E[e^{−β|x̃ − ỹ|²/4} M(βc)²/Z(x)] ≤ M(β) with Z(x) = E' e^{β xᵀDy'}."""
    pairs, shares = Under(with_pair(ANY)), _shares()
    left = shares.statement.lhs.integrand
    bent_partition = _bent_partition(pairs)
    turned = rewrite(left, bent_partition, domain=pairs, given=[*_known(pairs), _bent_positive(pairs)])
    same = pairs.equal(turned.statement.rhs, _share(), FORM, given=_known(pairs))
    return chain(flip(trusted_measure.mean_compares(PAIR, chain(turned, same))), shares)


def _bent_positive(domain: Domain) -> Fact:
    """Return E' e^{β x̃·ỹ'} > 0."""
    scores = exp(beta * Dot(*(_bent(v) for v in (X, Y1))))
    return trusted_measure.positive_mean(OTHER, scores, with_pair(domain, OTHER))


@cache
def _pair_bound() -> Fact:
    """e^{β xᵀDy}/Z(x) ≤ (e^β/M(β)²) e^{−β|x̃ − ỹ|²/4} M(βc)²/Z(x)."""
    d, length = Under(with_pair(HOT)), LENGTH
    at_length = SphereMGF(D, beta * length)
    least = d.use(exponent, {c: length}, given=[*_length_within_one(), *_length_positive()])
    apart = _bent(X) - _bent(Y)
    score = beta * cross(X, Y) + beta * Dot(apart, apart) / 4
    rest = beta * rho * Dot(X - Y, X - Y) / 4
    given = [mgf_positive(d), *_length_positive()]
    exponents = d.combine(
        le(score + 2 * log(MGF), beta + 2 * log(at_length)), (1, least), rests=[rest], by=FORM, given=given
    )
    powers = trusted_sums.exponential_increases(exponents)
    wanted = le(RATIO, exp(beta) / MGF**2 * _share())
    factor = exp(-beta * Dot(apart, apart) / 4) / (MGF**2 * PARTITION)
    return d.combine(wanted, (factor, powers), by=FORM, given=[*given, _scores_positive(d)])


@cache
def _length_positive() -> list[Fact]:
    """M(βc) > 0, as M ≥ 1."""
    d, at = Under(with_pair(ANY)), beta * LENGTH
    not_negative = d.show(ge(at, 0), *list(_length_within_one()))
    least = d.use(at_least_one, {nu: h / 2 - 2, R: at}, given=[not_negative])
    return [not_negative, d.show(gt(SphereMGF(D, at), 0), least)]


def _scores_positive(domain: Domain) -> Fact:
    """Return Z(x) > 0."""
    return trusted_measure.positive_mean(OTHER, exp(beta * cross(X, Y1)), with_pair(domain, OTHER))


@claim(
    id="thm.3.free.trace",
    title="Softmax trace inequality between two hyperplanes, where 2 log M ≤ β(1 − cos φ)",
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=HOT,
    statement=le(PAIR.mean(RATIO), exp(beta) / MGF),
)
def trace_inequality(this: Claim):
    """Where 2 log M_{h−2}(β) ≤ β(1 − cos φ), E[e^{β xᵀDy}/E' e^{β xᵀDy'}] ≤ e^β/M_{h−2}(β) for every law of pairs.

    The right side is its value for the collapse: aligned pairs, uniform on the sphere of C.
    """
    d, factor = Under(this.domain), exp(beta) / MGF**2
    bound = _pair_bound()
    pairs = bound.domain
    out = trusted_measure.constant_factor(PAIR, factor, _share(), pairs, [*_known(pairs)])
    means = chain(trusted_measure.mean_compares(PAIR, bound, [_scores_positive(pairs)]), out)
    return d.combine(this.statement, (1, means), (factor, _shares_in_cross()), by=FORM, given=[mgf_positive(d)])


# --- the loss --------------------------------------------------------------------------------------------------------


@cache
def _forward() -> Fact:
    """β E[xᵀDy] − E log Z(x) ≤ β − log M(β), by Jensen's inequality."""
    d, pairs = HOT, Under(with_pair(HOT))
    positive, scores = mgf_positive(d), _scores_positive(pairs)
    ratio = pairs.combine(gt(RATIO, 0), rests=[RATIO], by=FORM, given=[scores])
    jensen = trusted_couplings.jensen_mean_logarithm(PAIR, ratio)
    mean_positive = trusted_measure.positive_mean(PAIR, RATIO, pairs, given=[scores])
    logs = trusted.log_is_increasing(trace_inequality.fact, mean_positive)
    bound = chain(jensen, logs, d.equal(log(exp(beta) / MGF), beta - log(MGF), Logarithms(positive), given=[positive]))
    means = trusted_measure.mean_compares(
        PAIR, pairs.equal(log(RATIO), beta * cross(X, Y) - log(PARTITION), Logarithms(scores), given=[scores])
    )
    parts = [(beta, cross(X, Y)), (-sp.S.One, log(PARTITION))]
    return substitute(bound, chain(means, trusted_couplings.mean_is_linear(PAIR, parts, pairs)))


@claim(
    id="thm.3.free.global",
    title=(
        "In four dimensions or more, where 2 log M ≤ β(1 − cos φ), no law of pairs has less loss than the "
        "collapse onto the intersection"
    ),
    relation="ours",
    source="Theorem 3, for free laws on the two hyperplanes",
    domain=HOT,
    statement=ge(LOSS, COLLAPSED),
)
def global_bound(this: Claim):
    """Where 2 log M_{h−2}(β) ≤ β(1 − cos φ), as for β ≤ (h−2)(1 − cos φ), no law of pairs does better than collapse.

    The right side is the loss of aligned pairs, uniform on the sphere of C (`thm.3.free.sign`), whose means are 0: at
    this optimum the gap angle is undefined. The second direction is the first one of the law of (y, x).
    """
    d = Under(this.domain)
    one, other = _forward(), d.use(trusted_couplings.exchanged(_forward()))
    loss = trusted.definition(LOSS, d)
    added = d.combine(ge(loss.statement.rhs, COLLAPSED), (1, one), (1, other), given=[mgf_positive(d)])
    return substitute(added, flip(loss))


CLAIMS = (exponent, enough, trace_inequality, global_bound)
