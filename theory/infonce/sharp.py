"""How sharp Theorem 1 is: one pair, and equally spaced aligned pairs of the circle.

N equally spaced points of the circle, each its own pair, have a loss in closed form. As N grows it tends to the bound,
within any ε from an explicit N on: the constant of the softmax trace inequality cannot be improved.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import IndexedBase, Symbol, cos, exp, log, sin

from modgap.theory.engines.exponentials import Logarithms
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.infonce.trace import INDEX_I, INDEX_J, positive
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, part, rewrite, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, orthonormal_frame, unit_vectors
from modgap.theory.language.letters import N, beta, h, i, j, x, y, z
from modgap.theory.language.relations import eq, ge, gt, le
from modgap.theory.language.symbols import U1, Dot, MCLLoss, SphereMGF
from modgap.theory.sphere import vmf
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from modgap.theory.trusted.analysis import at_least_first_term
from modgap.theory.under import Under

e = IndexedBase("e")
epsilon = Symbol("epsilon", positive=True)
REACH = {h: 6, N: 12, beta: 20, epsilon: 1}


# --- one pair --------------------------------------------------------------------------------------------------------

ONE = sp.Integer(1)


@claim(
    id="thm.1.one_pair",
    title="The loss of one pair",
    relation="ours",
    source="Definition 1 at N = 1",
    domain=Domain(h, beta, h >= 2, unit_vectors(x, ONE, h), unit_vectors(y, ONE, h), reach=REACH),
    statement=eq(MCLLoss(x, y, beta, ONE), 0),
)
def one_pair(this: Claim):
    """A single pair has loss 0, wherever it lies: a softmax over one candidate is 1."""
    d = Under(this.domain)
    defined = trusted.definition(MCLLoss(x, y, beta, ONE), d)
    (outer,) = (s for s in defined.statement.rhs.atoms(sp.Sum) if i in s.bound_symbols)
    only = trusted_sums.single_term(outer.function, i, d)
    inner = [trusted_sums.single_term(s.function, j, d) for s in only.statement.rhs.atoms(sp.Sum)]
    value, score = substitute(defined, only, *inner), beta * Dot(x[1], y[1])
    return substitute(value, d.equal(log(exp(score)), score, Logarithms()))


# --- equally spaced pairs --------------------------------------------------------------------------------------------

CIRCLE = Under(N, beta, orthonormal_frame(e, sp.Integer(2)), reach=REACH)


def point(index: Symbol) -> sp.Expr:
    """Return the point at the angle 2π·index/N."""
    angle = 2 * sp.pi * index / N
    return cos(angle) * e[1] + sin(angle) * e[2]


POWER = sp.Lambda(U1, exp(beta * U1))
#: (1/N) Σ_j e^{β cos(2πj/N)}: the partition function of each point.
PARTITION = sp.Sum(POWER(cos(2 * sp.pi * j / N)), (j, 1, N)) / N
#: e^{β p_i·p_i}/((1/N) Σ_j e^{β p_i·p_j}).
RATIO = exp(beta * Dot(point(i), point(i))) / (sp.Sum(exp(beta * Dot(point(i), point(j))), (j, 1, N)) / N)


def _cosine(own: Symbol, other: Symbol, domain: Domain) -> Fact:
    """p_i·p_j = cos(2πi/N − 2πj/N)."""
    a, b = 2 * sp.pi * own / N, 2 * sp.pi * other / N
    theorem = trusted_sums.cosine_of_difference(a, b, domain)
    return chain(Under(domain).equal(Dot(point(own), point(other)), theorem.statement.lhs, InnerProducts()), theorem)


@cache
def _ratio() -> Fact:
    """Each point has the ratio e^β/((1/N) Σ_j e^{β cos(2πj/N)})."""
    domain = CIRCLE.further(*INDEX_I)
    pairs = domain.further(*INDEX_J)
    scores = rewrite(exp(beta * Dot(point(i), point(j))), _cosine(i, j, pairs), domain=pairs)
    summed = trusted_sums.sum_compares(scores, j, N)
    turned = chain(summed, trusted_sums.turned_circle(POWER, i, j, N, domain))
    return rewrite(RATIO, _cosine(i, i, domain), turned, domain=domain)


@claim(
    id="thm.1.circle",
    title="Equally spaced aligned pairs of the circle",
    relation="ours",
    source="sharpness of Theorem 1",
    domain=CIRCLE,
    statement=eq(-sp.Sum(log(RATIO), (i, 1, N)) / N, -beta + log(PARTITION)),
)
def circle(this: Claim):
    """One direction of the loss, less log N, of N equally spaced points of the circle, each its own pair."""
    d = Under(this.domain).further(*INDEX_I)
    logs = rewrite(log(RATIO), _ratio(), domain=d)
    closed = d.equal(logs.statement.rhs, beta - log(PARTITION), Logarithms())
    summed = trusted_sums.sum_compares(chain(logs, closed), i, N)
    total = chain(summed, trusted_sums.sum_constant(beta - log(PARTITION), i, N, this.domain))
    turned = rewrite(this.statement.lhs, total, domain=this.domain)
    return chain(turned, Under(this.domain).equal(turned.statement.rhs, this.statement.rhs))


# --- within any ε of the bound ---------------------------------------------------------------------------------------

M2 = SphereMGF(2, beta)
MANY = Under(
    N,
    beta,
    epsilon,
    epsilon < 1,
    ge(N * epsilon, 2 * (exp(beta) - exp(-beta))),
    orthonormal_frame(e, sp.Integer(2)),
    reach={**REACH, N: 40, beta: 1},
)


@cache
def _partition_bound(domain: Domain) -> Fact:
    """(1/N) Σ_j e^{β cos(2πj/N)} ≤ M_2(β) + 2(e^β − e^{−β})/N."""
    a, b = sp.symbols("a b", real=True)
    ordered = Under(domain.further(a, b, le(a, b)))
    scaled = ordered.sign(ge(beta * b - beta * a, 0))
    larger = ordered.combine(le(beta * a, beta * b), (1, scaled))
    bound = trusted_sums.circle_mean(POWER, trusted_sums.exponential_increases(larger), j, N, domain)
    mean = Under(domain).use(part(vmf.mgf.fact, vmf.MEAN_FORM), {z: beta, h: sp.Integer(2)})
    return substitute(bound, mean)


def _mgf_at_least_one(domain: Domain) -> Fact:
    """M_2(β) ≥ 1."""
    series = chain(trusted.definition(M2, domain), trusted.hyper_series(ONE, beta**2 / 4, domain))
    indexed = Under(domain.further(trusted.K))
    terms = indexed.sign(gt(series.statement.rhs.function, 0))
    return substitute(at_least_first_term(terms), flip(series))


@claim(
    id="thm.1.sharp",
    title="The constant of the softmax trace inequality is sharp on the circle",
    relation="ours",
    source="sharpness of Theorem 1",
    domain=MANY,
    statement=ge(sp.Sum(RATIO, (i, 1, N)) / N, (1 - epsilon) * exp(beta) / M2),
)
def sharp(this: Claim):
    """N equally spaced aligned pairs of the circle come within a factor 1 − ε of the bound, for N ≥ 4 sinh(β)/ε.

    So no constant below e^β/M_h(β) will do for h = 2, at any β, and the same is true of the loss.
    """
    d = Under(this.domain)
    ratios = d.further(*INDEX_I).use(_ratio())
    summed = trusted_sums.sum_compares(ratios, i, N)
    value = ratios.statement.rhs
    total = chain(summed, trusted_sums.sum_constant(value, i, N, d))
    mean = rewrite(this.statement.lhs, total, domain=d)
    mean = chain(mean, d.equal(mean.statement.rhs, value))

    (c, m), width = sp.symbols("c m", positive=True), Symbol("width")
    known = (le(c, m + 2 * width / N), ge(m, 1), epsilon < 1, ge(N * epsilon, 2 * width))
    lemma = Under(c, m, width, N, epsilon, *known).show(ge(1 / c, (1 - epsilon) / m))
    bound, least = _partition_bound(d), _mgf_at_least_one(d)
    values = {c: PARTITION, m: M2, width: exp(beta) - exp(-beta)}
    at_values = d.combine(known[0].xreplace(values), (ONE, bound))
    given = [at_values, least, positive(PARTITION, d), _positive_mgf(least)]
    found = d.use(lemma, values, given)
    return substitute(d.combine(ge(value, this.statement.rhs), (exp(beta), found), given=given[2:]), flip(mean))


def _positive_mgf(least: Fact) -> Fact:
    return Under(least.domain).show(gt(M2, 0), least)


# --- one dimension ---------------------------------------------------------------------------------------------------

#: The mass of the point 1 of the line; −1 has the rest.
mass = Symbol("p", positive=True)
HERE, THERE = mass * exp(beta) + (1 - mass) * exp(-beta), (1 - mass) * exp(beta) + mass * exp(-beta)


@claim(
    id="thm.1.line",
    title="Softmax trace inequality on the line, for aligned pairs",
    relation="ours",
    source="the softmax trace inequality at h = 1",
    domain=Domain(beta, mass, mass < 1, reach=REACH),
    statement=le(mass * exp(beta) / HERE + (1 - mass) * exp(beta) / THERE, 2 * exp(beta) / (exp(beta) + exp(-beta))),
)
def line(this: Claim):
    """For pairs x = y of the points 1 and −1 with masses p and 1 − p; M_1(β) = cosh β, and p = 1/2 gives equality.

    A query x = −y has a smaller share, as the partition function at y is at most e^{2β} times that at −y. So this is
    the whole inequality in one dimension; that last step is not part of the claim.
    """
    d, t = Under(this.domain), Symbol("t", positive=True)
    here, there = mass * t + (1 - mass) / t, (1 - mass) * t + mass / t
    lemma = Under(t, mass, t >= 1, mass < 1).show(le(mass * t / here + (1 - mass) * t / there, 2 * t / (t + 1 / t)))
    least = trusted_sums.exponential_increases(d.sign(le(0, beta)))
    turned = d.combine(ge(exp(beta), 1), (ONE, least))
    return d.use(lemma, {t: exp(beta)}, [turned])


CLAIMS = (one_pair, circle, sharp, line)
