"""The overlap of two laws of pairs: what bounds the softmax probabilities of one law by the energy of another.

With g ∼ N(0, I/β), T_a = e^{β a·g − β|a|²/2} and x̃ = √D x one has E[T_x̃ T_ỹ] = e^{β xᵀDy}, so that the partition
function of a query x is E[T_x̃ F], F = E' T_ỹ'. Cauchy–Schwarz compares F with R = E_Q T_ũ, Q any other law of keys u,
at the midpoint of x̃ and ỹ; the average over the keys of P is exact. Here √D is I − (1−r) e eᵀ, r² = ρ = cos φ.
"""

from __future__ import annotations

from functools import cache

import sympy as sp
from sympy import Expr, Symbol, exp

from modgap.theory.infonce.trace import AT_G, COUPLINGS, FORM, GAUSS, OTHER, PAIR, moment, positive, tilt, with_pair
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, flip, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import Y1, PairLaw, X, Y, declared_coupling, pair_of
from modgap.theory.language.domain import Domain, coupling, unit_vector
from modgap.theory.language.letters import beta, h
from modgap.theory.language.relations import le
from modgap.theory.language.symbols import Dot
from modgap.theory.subspace.centres import e
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted.couplings import finite_by_growth
from modgap.theory.under import Under

#: The law that P is compared with, and two pairs drawn from it, of which the keys u and u' matter.
Q, V, U, V1, U1 = sp.symbols("Q v u v' u'")
#: The square root of ρ = cos φ.
r = Symbol("r", nonnegative=True)
A, B = sp.symbols("a b")
MODEL, MODEL_1 = PairLaw(h, Q, (V, U)), PairLaw(h, Q, (V1, U1))
TWO = COUPLINGS.further(r, r <= 1, coupling(Q, h), unit_vector(e, h))


def bent(x: Expr) -> Expr:
    """Return x̃ = x − (1−r)(x·e) e."""
    return x - (1 - r) * Dot(x, e) * e


def with_model(domain: Domain, law: PairLaw = MODEL) -> Domain:
    """Return a domain with the variables of a pair of the other law."""
    return domain.further(*pair_of(declared_coupling(Q, domain), law.variables))


#: F, R and 𝒲 = T_ỹ R²/F as functions of g; the midpoint of x̃ and ỹ.
F, R = OTHER.mean(tilt(bent(Y1))), MODEL.mean(tilt(bent(U)))
W = tilt(bent(Y)) * R**2 / F
MIDPOINT = bent(X) / 2 + bent(Y) / 2
APART = bent(X) - bent(Y)
PARTITION = OTHER.mean(exp(beta * Dot(bent(X), bent(Y1))))
AT_MIDPOINT = MODEL.mean(exp(beta * Dot(MIDPOINT, bent(U))))
ENERGY = MODEL_1.mean(MODEL.mean(exp(beta * Dot(bent(U1), bent(U)))))
SHARE = exp(-beta * Dot(APART, APART) / 4) * AT_MIDPOINT**2 / PARTITION
PAIRS = with_pair(TWO)


@cache
def _positive() -> tuple[Fact, Fact]:
    """R(g) > 0 and F(g) > 0 for every g."""
    at_g = TWO.further(*AT_G)
    return (
        trusted_measure.positive_mean(MODEL, tilt(bent(U)), with_model(at_g)),
        trusted_measure.positive_mean(OTHER, tilt(bent(Y1)), with_pair(at_g, OTHER)),
    )


def _moment(a: Expr, b: Expr, domain: Domain) -> Fact:
    """E[T_a T_b] = e^{β a·b}."""
    return Under(domain).use(moment(), {A: a, B: b})


def _against(law: PairLaw, key: Expr, a: Expr, inner: Domain, known: Fact) -> Fact:
    """E[T_a E T_b] = E e^{β a·b} over the keys b of a law; `inner` declares the pair, `known` says that E T_b > 0."""
    with_g = inner.further(*AT_G)
    inside = flip(trusted_measure.constant_factor(law, tilt(a), tilt(key), with_g))
    means = trusted_measure.mean_compares(GAUSS, inside, [known])
    swapped = trusted_measure.tonelli(GAUSS, law, tilt(a) * tilt(key), with_g)
    return chain(means, swapped, trusted_measure.mean_compares(law, _moment(a, key, inner)))


@cache
def _energy() -> Fact:
    """E[R²] = E E' e^{β ũ·ũ'} over two independent keys of Q."""
    at_g, (known, _) = TWO.further(*AT_G), _positive()
    with_other = with_model(TWO, MODEL_1)
    out = trusted_measure.constant_factor(MODEL_1, R, tilt(bent(U1)), with_other.further(*AT_G), [known])
    own = substitute(out, flip(trusted_measure.renamed(MODEL, tilt(bent(U)), MODEL_1, at_g)))
    joint = trusted_measure.mean_compares(GAUSS, flip(own), [known])
    swapped = trusted_measure.tonelli(GAUSS, MODEL_1, R * tilt(bent(U1)), with_other.further(*AT_G), [known])
    inner = _against(MODEL, bent(U), bent(U1), with_model(with_other), known)
    return chain(joint, swapped, trusted_measure.mean_compares(MODEL_1, inner))


@cache
def _weight_finite() -> Fact:
    """E[T_ỹ R²/F] is a real number, and positive."""
    return finite_by_growth(GAUSS, W, positive(W, TWO.further(unit_vector(Y, h), *AT_G), list(_positive())))


@cache
def _share_bound() -> Fact:
    """e^{−β|x̃ − ỹ|²/4} (E_Q e^{β m·ũ})²/Z(x) ≤ E[T_ỹ R²/F], m the midpoint: Cauchy–Schwarz for T_x̃ F · T_ỹ R²/F."""
    with_g, given = Under(PAIRS.further(*AT_G)), list(_positive())
    factor = exp(-beta * Dot(APART, APART) / 8)
    root = factor * tilt(MIDPOINT) * R
    product = with_g.equal(root**2, tilt(bent(X)) * F * W, FORM, given)
    queries = _against(OTHER, bent(Y1), bent(X), with_pair(PAIRS, OTHER), given[1])
    schwarz = trusted_measure.cauchy_schwarz(GAUSS, root, product, (queries, _weight_finite()), given)
    out = trusted_measure.constant_factor(GAUSS, factor, tilt(MIDPOINT) * R, with_g, given)
    middle = _against(MODEL, bent(U), MIDPOINT, with_model(PAIRS), given[0])
    bound = substitute(schwarz, substitute(out, middle), queries)
    scores = partition_positive(PAIRS)
    return PAIRS.combine(le(SHARE, GAUSS.mean(W)), (1 / PARTITION, bound), by=FORM, given=[scores, _weight_finite()])


def partition_positive(domain: Domain) -> Fact:
    """E' e^{β xᵀDy'} > 0."""
    return trusted_measure.positive_mean(OTHER, exp(beta * Dot(bent(X), bent(Y1))), with_pair(domain, OTHER))


@cache
def _weights_average() -> Fact:
    """E[E[T_ỹ R²/F]] = E E' e^{β ũ·ũ'}: the average over the keys of P is exact."""
    d, given = Under(PAIRS.further(*AT_G)), list(_positive())
    swapped = trusted_measure.tonelli(PAIR, GAUSS, W, d, given)
    grouped = d.equal(W, R**2 / F * tilt(bent(Y)), FORM, given)
    out = trusted_measure.constant_factor(PAIR, R**2 / F, tilt(bent(Y)), d, given)
    total = chain(trusted_measure.mean_compares(PAIR, grouped, given), out)
    at_g = Under(TWO.further(*AT_G))
    total = substitute(total, trusted_measure.renamed(PAIR, tilt(bent(Y)), OTHER, at_g))
    cancelled = at_g.equal(total.statement.rhs, R**2, FORM, given)
    inner = trusted_measure.mean_compares(GAUSS, chain(total, cancelled), given)
    return chain(swapped, inner, _energy())


@claim(
    id="thm.3.free.overlap",
    title="Overlap inequality for two laws",
    relation="ours",
    source="the overlap argument for Theorem 1, `thm.1.trace.overlap`, with any other law in place of the uniform one",
    domain=TWO,
    statement=le(PAIR.mean(SHARE), ENERGY),
)
def overlap(this: Claim):
    """E_P[e^{−β|x̃ − ỹ|²/4} (E_Q e^{β m·ũ})²/E' e^{β x̃·ỹ'}] ≤ E_Q E_Q' e^{β ũ·ũ'}, m the midpoint of x̃ and ỹ.

    P and Q are any two laws of pairs on the sphere; x̃ shortens the component of x along e by r.
    """
    square = [partition_positive(PAIRS), _middle_positive()]
    means = trusted_measure.mean_compares(PAIR, _share_bound(), square)
    return chain(means, _weights_average())


def _middle_positive() -> Fact:
    """E_Q e^{β m·ũ} > 0."""
    return trusted_measure.positive_mean(MODEL, exp(beta * Dot(MIDPOINT, bent(U))), with_model(PAIRS))


CLAIMS = (overlap,)
