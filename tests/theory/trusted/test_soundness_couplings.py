"""Attacks on means, couplings and bound variables: each asks for something false or meaningless, and is turned away."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, KroneckerDelta, Le, Piecewise, S, Sum, Symbol, exp, log

from modgap.theory.engines.exponentials import ExponentialSums
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.infonce import trace
from modgap.theory.infonce.gaussian import AT_G, GAUSS
from modgap.theory.infonce.trace import (
    COUPLINGS,
    FORM,
    OTHER,
    PAIR,
    SCALARS,
    SPHERE,
    h,
    with_pair,
)
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.compose import flip, specialise
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language import letters
from modgap.theory.language.couplings import X1, Y1, KeyEnergy, P, PairLaw, PopulationLoss, X, Y
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vector, unit_vectors
from modgap.theory.language.independent import DrawnLoss, NoneReaches, pairs_mean
from modgap.theory.language.means import G, Law, M, U
from modgap.theory.language.samples import sample_mean
from modgap.theory.language.symbols import Dot, SphereMGF, unfold
from modgap.theory.outcome import Unproved
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import sums as trusted_sums
from tests.theory.assumptions import cite

REJECTED = (Unproved, ValueError)

x, y = sp.symbols("x y", real=True)
beta, z = trace.beta, Symbol("z", positive=True)
n = Symbol("n", integer=True)
N = trace.N
i, j, k = sp.symbols("i j k", integer=True)
BALL = trace.BALL_COUPLINGS
PAIRS = with_pair(COUPLINGS)
WITH_G = SCALARS.further(*AT_G)


def eq(left, right):
    return Eq(left, right, evaluate=False)


def gt(left, right=0):
    return Gt(left, right, evaluate=False)


def le(left, right):
    return Le(left, right, evaluate=False)


def positive(expr, domain, given=()):
    return combination(gt(expr), domain, [], [expr], FORM, given)


# --- what is known of a variable says nothing of a bound one of that name -------------------------------------------

ACUTE = PAIRS.further(gt(Dot(X, Y)))
PIECES = Piecewise((1, le(i, 2)), (2, True))

CAPTURED = {
    "a hypothesis, in the sign of a mean": lambda: sign(gt(PAIR.mean(Dot(X, Y))), ACUTE),
    "a fact, in the sign of a mean": lambda: sign(
        gt(PAIR.mean(Dot(X, Y))), ACUTE, [cite("given", gt(Dot(X, Y)), ACUTE)]
    ),
    "a hypothesis, in the definedness of a mean": lambda: identity(
        eq(PAIR.mean(log(Dot(X, Y))), PAIR.mean(log(Dot(X, Y)))), ACUTE
    ),
    "a fact, in the definedness of a mean": lambda: identity(
        eq(PAIR.mean(log(Dot(X, Y))), PAIR.mean(log(Dot(X, Y)))), ACUTE, given=[cite("given", gt(Dot(X, Y)), ACUTE)]
    ),
    "a declaration, in a mean": lambda: identity(
        eq(PAIR.mean(Dot(X, X)), PAIR.mean(S.One)), BALL.further(unit_vector(X, h)), InnerProducts()
    ),
    "the case of an index, in a sum": lambda: identity(
        eq(Sum(PIECES, (i, 1, 3)), Piecewise((Sum(S.One, (i, 1, 3)), le(i, 2)), (Sum(S(2), (i, 1, 3)), True))),
        Domain(i, i <= 3),
        InnerProducts(),
    ),
    "two indices that differ, in a sum": lambda: identity(
        eq(Sum(1 + KroneckerDelta(i, j), (i, 1, n)), Sum(S.One, (i, 1, n))),
        Domain(n, i, j, n >= 1, i > j),
        InnerProducts(),
    ),
    "a value, in a hypothesis": lambda: specialise(
        cite("given", gt(beta), COUPLINGS.further(free_vector(M, h), gt(PAIR.mean(exp(Dot(X, M))) - 2))),
        {M: X},
        PAIRS.further(gt(PAIR.mean(exp(Dot(X, X))) - 2)),
    ),
}


@pytest.mark.parametrize("name", CAPTURED)
def test_captured_variables(name):
    with pytest.raises(REJECTED):
        CAPTURED[name]()


@pytest.mark.parametrize("symbol", [PopulationLoss, KeyEnergy])
def test_definitions_on_couplings_keep_their_pairs_apart(symbol):
    for variable in (X, Y, X1, Y1):
        assert variable in unfold(symbol(P, variable)).free_symbols
        assert variable in unfold(symbol(variable, beta)).free_symbols


# --- functions of a variable are not constants ------------------------------------------------------------------------


def finite_mean():
    """0 < E e^{β m·g} < ∞."""
    domain = SCALARS.further(unit_vector(M, h))
    growing = positive(exp(beta * Dot(M, G)), domain.further(*AT_G))
    return trusted_couplings.finite_by_growth(GAUSS, exp(beta * Dot(M, G)), growing)


DERIVED = {
    "a Gaussian mean": lambda: identity(
        eq(Derivative(finite_mean().statement.lhs, beta), 0), finite_mean().domain, FORM, [finite_mean()]
    ),
    "a positive function": lambda: sign(gt(1 - Derivative(exp(z), z)), Domain(z)),
    "a function that is given to be positive": lambda: sign(
        gt(1 - Derivative(SphereMGF(h, z), z)), Domain(h, z), [cite("given", gt(SphereMGF(h, z)), Domain(h, z))]
    ),
}


@pytest.mark.parametrize("name", DERIVED)
def test_derivative_of_what_looks_constant(name):
    with pytest.raises(REJECTED):
        DERIVED[name]()


# --- means that are infinite ------------------------------------------------------------------------------------------

HEAVY = exp(beta * Dot(G, G + M))
WITH_BOTH = WITH_G.further(unit_vector(M, h))


def test_a_square_is_no_linear_growth():
    with pytest.raises(REJECTED):
        trusted_couplings.finite_by_growth(GAUSS, HEAVY, positive(HEAVY, WITH_BOTH))


def test_a_mean_of_changing_sign_has_no_growth():
    of = SPHERE.mean(Dot(M, U) * exp(beta * Dot(U, G)))
    with pytest.raises(REJECTED):
        trusted_couplings.finite_by_growth(GAUSS, of, cite("given", gt(of), WITH_BOTH))


def test_a_hypothesis_makes_no_mean_finite():
    """E e^{β|g|²} = ∞ is positive: such a hypothesis leaves out no point, and the mean is no number at any."""
    for of, above in ((exp(beta * Dot(G, G)), S.Zero), (exp(beta * Dot(G, G)) - 1, S.Zero)):
        mean = GAUSS.mean(of)
        with pytest.raises(Unproved):
            identity(eq(mean - 2 * mean, -mean), SCALARS.further(gt(mean, above)))


def test_only_means_over_compact_sets_are_linear():
    with pytest.raises(REJECTED):
        trusted_couplings.mean_is_linear(GAUSS, [(S.One, exp(beta * Dot(G, G))), (-S.One, S.One)], WITH_G)


def test_jensen_over_compact_sets_only():
    with pytest.raises(REJECTED):
        trusted_couplings.jensen_mean_logarithm(GAUSS, positive(exp(beta * Dot(G, G)), WITH_G))


# --- couplings --------------------------------------------------------------------------------------------------------


def energy():
    return flip(trusted.definition(KeyEnergy(P, beta), COUPLINGS))


def test_exchange_sees_what_a_symbol_abbreviates():
    found = trusted_couplings.exchanged(energy())
    assert {unfold(side) for side in found.statement.args} == {PAIR.mean(OTHER.mean(exp(beta * Dot(X, X1))))}


def test_configurations_see_what_a_symbol_abbreviates():
    families = unit_vectors(letters.x, N, h), unit_vectors(letters.y, N, h)
    domain = Domain(h, beta, N, h >= 2, coupling(Symbol("Q"), h), *families)
    other = KeyEnergy(Symbol("Q"), beta)
    fact = cite("given", eq(KeyEnergy(Symbol("Q"), beta), other), Domain(h, beta, h >= 2, coupling(Symbol("Q"), h)))
    for known in (flip(trusted.definition(other, fact.domain)), fact):
        found = trusted_couplings.of_configuration(known, letters.x, letters.y, N, domain)
        assert Symbol("Q") not in found.statement.free_symbols


def test_configurations_capture_no_index():
    families = unit_vectors(letters.x, N, h), unit_vectors(letters.y, N, h)
    inner = Sum(exp(i * Dot(X, Y)), (i, 1, 3))
    fact = cite("given", gt(PAIR.mean(inner)), COUPLINGS)
    with pytest.raises(REJECTED):
        trusted_couplings.of_configuration(fact, letters.x, letters.y, N, Domain(h, beta, N, h >= 2, *families))


# --- laws that do not exist, vectors of two spaces --------------------------------------------------------------------

NOWHERE = {
    "the sphere of no dimension": lambda: trusted_measure.mean_of_constant(Law(S.Zero, U), S.One, SCALARS),
    "the sphere of half a dimension": lambda: trusted_measure.mean_of_constant(Law(h / 2, U), S.One, SCALARS),
    "a Gaussian law of negative variance": lambda: trusted_measure.mean_of_constant(Law(h, G, -beta), S.One, SCALARS),
    "a coupling in another dimension": lambda: trusted_measure.mean_of_constant(
        PairLaw(h + 1, P, (X, Y)), S.One, COUPLINGS
    ),
    "a renamed mean of what is undefined": lambda: trusted_measure.renamed(PAIR, log(Dot(X, Y)), OTHER, COUPLINGS),
    "vectors in half a dimension": lambda: Domain(h, unit_vector(U, h / 2)),
    "vectors in less than no dimension": lambda: Domain(n, unit_vector(U, n)),
    "an inner product of vectors of two spaces": lambda: identity(
        eq(Dot(U, M), Dot(U, M)), Domain(h, N, unit_vector(U, h), unit_vector(M, N)), InnerProducts()
    ),
    "the distance of vectors of two spaces": lambda: combination(
        le(Dot(U, M), 1),
        Domain(h, N, unit_vector(U, h), unit_vector(M, N)),
        [],
        [Dot(U - M, U - M) / 2],
        FORM,
    ),
    "an inner product with a number": lambda: identity(
        eq(Dot(U, beta), Dot(U, beta)), Domain(h, beta, unit_vector(U, h)), ExponentialSums()
    ),
    "the square of a vector": lambda: arithmetic(Ge(X**2, 0, evaluate=False), PAIRS),
    "the exponential of a vector": lambda: sign(gt(exp(X)), PAIRS),
    "the exponential of a vector, in a mean": lambda: sign(gt(PAIR.mean(exp(X))), COUPLINGS),
    "the square of a law": lambda: sign(Ge(P**2, 0, evaluate=False), COUPLINGS),
    "the generating function at a vector": lambda: cite(
        "given", Ge(SphereMGF(h, U), 1, evaluate=False), Domain(h, unit_vector(U, h))
    ),
    "what holds for a number, of a vector of that name": lambda: combination(
        Ge(SphereMGF(h, U), 1, evaluate=False),
        Domain(h, unit_vector(U, h)),
        [(S.One, cite("given", Ge(SphereMGF(h, U), 1, evaluate=False), Domain(h, U)))],
    ),
    "a mean over samples of a vector": lambda: cite(
        "given", le(sample_mean(N, N, Symbol("s"), U), 1), Domain(h, N, unit_vector(U, h))
    ),
    "a law as a factor of a loss": lambda: cite(
        "given", le(pairs_mean(P, N, Symbol("s"), P * DrawnLoss(beta, N, Symbol("s"))), 1), COUPLINGS.further(N)
    ),
    "a chance at a vector": lambda: cite(
        "given", le(NoneReaches(P, S.One, M, sp.Lambda((X, Y), Dot(X, Y))), 1), COUPLINGS.further(unit_vector(M, h))
    ),
    "a vector of a pair that reaches a number": lambda: cite(
        "given", le(NoneReaches(P, S.One, S.Zero, sp.Lambda((X, Y), X)), 1), COUPLINGS
    ),
    "a vector for a number": lambda: specialise(
        sign(Ge(Symbol("b") ** 2, 0, evaluate=False), Domain(Symbol("b"))),
        {Symbol("b"): U},
        Domain(h, unit_vector(U, h)),
    ),
}


@pytest.mark.parametrize("name", NOWHERE)
def test_laws_and_vectors_of_no_space(name):
    with pytest.raises(REJECTED):
        NOWHERE[name]()


# --- sums with less than no terms, terms that are undefined -----------------------------------------------------------

SUMS = {
    "fewer than no terms": lambda: identity(eq(Sum(S.One, (k, 1, n)), n), Domain(n), ExponentialSums()),
    "a number of terms that is no integer": lambda: identity(eq(Sum(S.One, (k, 1, z)), z), Domain(z), FORM),
    "a constant a fractional number of times": lambda: trusted_sums.sum_constant(S.One, k, z, Domain(z)),
    "a constant that is undefined": lambda: trusted_sums.sum_constant(1 / x, k, N, Domain(N, x)),
    "factors that are undefined": lambda: trusted_sums.sum_linear([(x, 1 / x)], k, N, Domain(N, x)),
}


@pytest.mark.parametrize("name", SUMS)
def test_sums(name):
    with pytest.raises(REJECTED):
        SUMS[name]()


# --- quotients that an algebra system cancels -------------------------------------------------------------------------

HOLE = (x**2 - 1) / (x - 1)
WITH_HOLE = SCALARS.further(x, x >= 0)

CANCELLED = {
    "the argument of a Bessel function": lambda: trusted.bessel_series(y, HOLE, Domain(x, y, x >= 0)),
    "a parameter of a series": lambda: trusted.hyper_series(HOLE, z, Domain(x, z, x >= 0)),
    "the weight of a chord": lambda: trusted_sums.exponential_chord(
        (x**2 - x) / (x - 1), beta, Domain(x, beta, x >= 0, x <= 1)
    ),
    "a constant factor": lambda: trusted_measure.constant_factor(
        SPHERE, HOLE, exp(Dot(M, U)), WITH_HOLE.further(unit_vector(M, h), unit_vector(U, h))
    ),
    "what is averaged": lambda: trusted_measure.positive_mean(
        SPHERE, HOLE, WITH_HOLE.further(unit_vector(M, h), unit_vector(U, h))
    ),
    "a hypothesis": lambda: specialise(
        cite("given", gt(z), Domain(z, Ge((z**2 - 1) / (z - 1), 0, evaluate=False))), {}, Domain(z)
    ),
    "a definition": lambda: arithmetic(
        gt(SphereMGF(x, z) + 1, SphereMGF(x, z)), Domain(x, z), [trusted.definition(SphereMGF(x, z), Domain(x, z))]
    ),
}


@pytest.mark.parametrize("name", CANCELLED)
def test_cancelled(name):
    with pytest.raises(REJECTED):
        CANCELLED[name]()


def test_numbers_in_these_places_are_fine():
    """What is refused above is the vector, or the law: with a number in its place there is such a fact."""
    s, of = Symbol("s"), DrawnLoss(beta, N, Symbol("s"))
    assert cite("given", Ge(SphereMGF(h, z), 1, evaluate=False), Domain(h, z))
    assert cite("given", le(sample_mean(N, N, s, x), 1), Domain(N, x))
    assert cite("given", le(pairs_mean(P, N, s, beta * of), 1), COUPLINGS.further(N))
    assert cite("given", le(NoneReaches(P, S.One, beta, sp.Lambda((X, Y), Dot(X, Y))), 1), COUPLINGS)
