"""What the engines refuse, each for the reason that it gives: one check stands between each of these and an answer."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import (
    Derivative,
    Eq,
    Ge,
    Gt,
    IndexedBase,
    Integral,
    Lambda,
    Piecewise,
    Rational,
    S,
    Sum,
    Symbol,
    besseli,
    exp,
    symbols,
)
from sympy import sign as sign_of

from modgap.theory.bessel import functions as bessel
from modgap.theory.engines import signs
from modgap.theory.engines.definedness import show_converging, show_defined, show_meaning
from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.engines.known import common_domain
from modgap.theory.engines.normal_forms import BesselRing, GammaProducts, InnerProducts, PowerSeries
from modgap.theory.engines.ratio_field import RatioField
from modgap.theory.language.cones import BestCosine, PairedCosine
from modgap.theory.language.domain import Domain, coupling, free_vector, pairing, unit_vector, unit_vectors
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.independent import DrawnDistance, DrawnLoss, NoneReaches, pairs_chance, pairs_mean
from modgap.theory.language.means import GaussianMean, SphereAverage
from modgap.theory.language.samples import Draw, SampleMean
from modgap.theory.language.subspaces import CoupledCross, plane_mean
from modgap.theory.language.symbols import (
    U1,
    BesselZero,
    ConvolutionRoot,
    Dot,
    IvRatio,
    PrincipalCosine,
    SphereIntegral,
    SphereMean,
    SphereMoment,
)
from modgap.theory.outcome import Undecided
from tests.theory.assumptions import make

x, y = symbols("x y", real=True)
z = Symbol("z", positive=True)
j, k, n = symbols("j k n", integer=True)
N, M, h = symbols("N M h", integer=True, positive=True)
v, e, g, s = symbols("v e g s")
f, other = IndexedBase("f"), IndexedBase("other")
D = Domain(x)


def r(kind, *sides):
    return kind(*sides, evaluate=False)


def defined(expr, domain=D):
    """An expression, with a meaning on the domain."""
    return lambda: show_defined(r(Eq, expr, expr), domain)


def assumed(statement, domain):
    return make("assumed", statement, domain, "assumed", detail={}, defined=tuple(statement.args))


real, natural = Symbol("c", real=True), Symbol("c", integer=True)
half = Symbol("half", nonnegative=True)
typed = Symbol("typed", integer=True)

nu, Z = bessel.nu, bessel.z
RECURRENCE, SLOPE = bessel.recurrence.fact, bessel.derivative.fact
SERIES = Sum((Z / 2) ** (2 * k + nu) / (sp.factorial(k) * sp.gamma(k + nu + 1)), (k, 0, sp.oo))


def power_series(expr):
    k0 = sp.Symbol("k", integer=True, nonnegative=True)
    term = (Z / 2) ** (2 * k0 + nu) / (sp.factorial(k0) * sp.gamma(nu + k0 + 1))

    class Definition:
        statement, domain, finite = r(Eq, besseli(nu, Z), Sum(term, (k0, 0, sp.oo))), Domain(nu, Z), True

    return lambda: PowerSeries(Definition()).reduce(expr, Domain(nu, Z))


class OfAnother:
    statement = r(Eq, besseli(nu, Z), Sum((Z / 2) ** (2 * k + nu), (k, 0, sp.oo)))


class AtOneOrder:
    """The recurrence at the order 3 alone."""

    statement = RECURRENCE.statement.xreplace({nu: S(3)})
    domain, finite = Domain(Z), True


class SlopeAtOneOrder(AtOneOrder):
    statement = SLOPE.statement.xreplace({nu: S(3)})


class FarOut:
    """The recurrence, but for z > 5 alone."""

    statement, domain, finite = RECURRENCE.statement, Domain(nu, Z, r(Gt, Z, 5)), True


P = Symbol("P")
OF_P = Domain(z, N, h, coupling(P, h))
SLOPE_OF_A, FIELD = Derivative(IvRatio(x, z), z), Domain(x, z, x > 0)

#: A number between two integers.
BETWEEN = Rational(5, 2)

REFUSED = {
    # --- what is defined ---
    "more than a pole, where a mean may be infinite": (
        lambda: show_meaning(r(Gt, GaussianMean(h, z, Lambda(g, exp(Dot(g, g)))), 1 / x), Domain(h, z, x), ()),
        "needs x ≠ 0",
    ),
    "the derivative of a zero": (
        defined(Derivative(BesselZero(z, S.One), z), Domain(z)),
        "is not shown to be differentiable",
    ),
    "the derivative of cases": (
        defined(Derivative(Piecewise((x, x > 0), (S.Zero, True)), x)),
        "is not shown to be differentiable",
    ),
    "the derivative of a mean": (
        defined(Derivative(SphereAverage(h, Lambda(g, x * Dot(g, v))), x), Domain(x, h, unit_vector(v, h))),
        "is not shown to be differentiable",
    ),
    "an integral over a hyperplane of no dimension": (
        defined(HyperplaneIntegral(BETWEEN, S.Zero, v), Domain(h, unit_vector(v, h))),
        "5/2 is not known to be an integer in",
    ),
    "an exponent of another space": (
        defined(HyperplaneIntegral(h + 1, v, e), Domain(h, free_vector(v, h), unit_vector(e, h + 1))),
        r"v is no vector of R\^\(h \+ 1\)",
    ),
    "a moment in a space of no dimension": (
        defined(SphereMoment(BETWEEN, S.Zero, S.Zero, S.One), Domain()),
        "5/2 is not known to be an integer in",
    ),
    "the moment of a root": (
        defined(SphereMoment(h, v, v, S.Half), Domain(h, free_vector(v, h))),
        "1/2 is not known to be an integer in",
    ),
    "a moment along an axis of another space": (
        defined(SphereMoment(h, v, e, S.One), Domain(h, free_vector(v, h), free_vector(e, h + 1))),
        r"e is no vector of R\^\(h\)",
    ),
    "an angle between two": (
        defined(
            PrincipalCosine(Rational(3, 2), Lambda(j, f[j]), Lambda(j, f[j]), S(2)),
            Domain(h, unit_vectors(f, 2, h)),
        ),
        "3/2 is not known to be an integer in",
    ),
    "a root on a sphere of no dimension": (
        defined(ConvolutionRoot(BETWEEN, z, S.One, S.Zero), Domain(z)),
        "5/2 is not known to be an integer in",
    ),
    "half a root": (
        defined(ConvolutionRoot(h + 2, z, S.Half, S.Zero), Domain(h, z)),
        "1/2 is not known to be an integer in",
    ),
    "a coupling in a space of no dimension": (
        defined(PairedCosine(P, BETWEEN, z, v, v), Domain(h, z, pairing(P), unit_vector(v, h))),
        "5/2 is not known to be an integer in",
    ),
    "the best coupling in a space of no dimension": (
        defined(BestCosine(BETWEEN, S.Zero, z, z), Domain(z)),
        "5/2 is not known to be an integer in",
    ),
    "a zero between two": (defined(BesselZero(z, S.Half), Domain(z)), "1/2 is not known to be an integer in"),
    "the loss of two pairs and a half": (
        defined(DrawnLoss(z, BETWEEN, s), Domain(z, s)),
        "5/2 is not known to be an integer in",
    ),
    "samples of two pairs and a half": (
        defined(pairs_mean(P, BETWEEN, s, S.One), OF_P),
        "5/2 is not known to be an integer in",
    ),
    "from two pairs and a half on": (
        defined(pairs_chance(P, BETWEEN, S(3), z, (k, s), DrawnLoss(z, k, s)), OF_P),
        "5/2 is not known to be an integer in",
    ),
    "the chance that more pairs than so many": (
        defined(pairs_chance(P, N, N, z, (k, s), DrawnLoss(z, k + 1, s)), OF_P),
        "speaks of other than k pairs of s",
    ),
    "twice over and a half": (
        defined(NoneReaches(P, BETWEEN, z, Lambda((v, e), Dot(v, e))), OF_P),
        "5/2 is not known to be an integer in",
    ),
    "a conjunction of what may be infinite": (
        lambda: show_meaning(
            sp.And(
                r(Gt, GaussianMean(h, z, Lambda(g, exp(Dot(g, g)))), 0),
                r(Gt, GaussianMean(h, z, Lambda(g, exp(Dot(g, g)))), 1),
                evaluate=False,
            ),
            Domain(h, z),
            (),
        ),
        "needs GaussianMean",
    ),
    "a temperature that may be negative": (
        lambda: show_meaning(r(Gt, 1 + GaussianMean(h, x, Lambda(g, exp(Dot(g, g)))), 0), Domain(h, x), ()),
        "the inverse temperature x is not known to be positive",
    ),
    "a sample that is a number": (
        defined(SampleMean(N, M, Lambda(x, S.One)), Domain(N, M)),
        "is no mean over samples",
    ),
    "half as many samples": (defined(SampleMean(n, M, Lambda(s, S.One)), Domain(n, M)), "is no mean over samples"),
    "a draw of a number": (defined(Draw(x, S.One, N), Domain(x, N)), "is no draw of a sample"),
    "a draw at no integer": (defined(Draw(s, x, N), Domain(s, x, N)), "is no draw of a sample"),
    "a draw from so many as may be none": (defined(Draw(s, S.One, n), Domain(s, n)), "is no draw of a sample"),
    "a derivative in an integer": (defined(Derivative(n**2 * x, n), Domain(n, x)), "is no derivative in a real"),
    "an index that is no integer": (defined(Sum(real, (real, 1, N)), Domain(N)), "counts the terms .* no integer"),
    "an integral without ends": (defined(Integral(x**2 * y, x), Domain(y)), "is not an integral over an interval"),
    "an integral that jumps": (defined(Integral(sign_of(y), (y, -1, 1))), "is not seen to be continuous"),
    "a mean that jumps": (
        defined(SphereAverage(h, Lambda(g, sign_of(Dot(g, v)))), Domain(h, unit_vector(v, h))),
        "is not seen to be continuous",
    ),
    "a coordinate that is an integer": (
        defined(SphereMean(h + 1, Lambda(n, n**2)), Domain(h)),
        "is assumed to be more than a coordinate is",
    ),
    "a coordinate that is not negative": (
        defined(SphereMean(h + 1, Lambda(half, half**2)), Domain(h)),
        "is assumed to be more than a coordinate is",
    ),
    "an integral over an integer": (
        defined(Integral(natural, (natural, 0, 1)), Domain(x)),
        "is integrated over in .* an integer",
    ),
    "a member of no family": (defined(f[1], Domain(h, unit_vectors(other, 3, h))), "is not a member of a family"),
    "a member of a vector": (defined(f[1, 2], Domain(h, unit_vectors(f, 3, h))), "is not a member of a family"),
    "a vector of another space": (
        defined(SphereIntegral(h, v), Domain(h, free_vector(v, h + 1))),
        r"is no vector of R\^\(h\)",
    ),
    "a normal that is not of length one": (
        defined(HyperplaneIntegral(h + 1, v, e), Domain(h, free_vector(v, h + 1), free_vector(e, h + 1))),
        "is not seen to be a unit vector",
    ),
    "bases of different spaces": (
        defined(
            PrincipalCosine(S.One, Lambda(j, f[j]), Lambda(j, other[j]), S(2)),
            Domain(h, unit_vectors(f, 2, h), unit_vectors(other, 2, h + 1)),
        ),
        "compares bases in different spaces",
    ),
    "a series without a ratio": (
        lambda: show_converging(exp(-(k**2)), k, Domain(k, k >= 0)),
        "the ratio test does not show",
    ),
    "a sum of a series that need not converge": (defined(Sum(x**k, (k, 0, sp.oo)), D), "the ratio test does not show"),
    "a dimension that is no integer": (
        defined(SphereIntegral(S.Half, v), Domain(free_vector(v, S(2)))),
        "is not known to be an integer in",
    ),
    "an imaginary number": (defined(sp.I * x), "I is no real number"),
    "an infinite number": (defined(x + sp.oo), "oo is no real number"),
    "a function that nothing is known of": (defined(sp.zeta(x)), "nothing is known here of where zeta is defined"),
    "vectors of different spaces": (
        defined(Dot(v, e), Domain(h, free_vector(v, h), free_vector(e, h + 1))),
        "is an inner product of vectors of different spaces",
    ),
    "a draw from others than are sampled": (
        defined(SampleMean(N, M, Lambda(s, Draw(s, S.One, h))), Domain(N, M, h)),
        "and s one of samples from|one of samples from",
    ),
    "a sum that starts anywhere": (defined(Sum(j, (j, x, N)), Domain(x, N)), "does not run from an integer"),
    "a sum up to what nobody declares": (defined(Sum(j, (j, 1, N)), D), "a bound of j speaks of undeclared"),
    "a sum over what is declared": (defined(Sum(j, (j, 1, 3)), Domain(j)), "is bound here, and .* declares it"),
    "a vector that nobody declares": (defined(Dot(v, v)), "is not a vector of one space"),
    "a function of too many parameters": (defined(sp.hyper((1, 2), (3,), x)), "is not shown to converge"),
    "some cases": (defined(Piecewise((x, x > 0))), "does not say what it is in all other cases"),
    "a member between two": (
        defined(Dot(f[1], f[x]), Domain(x, h, unit_vectors(f, 3, h))),
        "is not a member of a family",
    ),
    "the derivative of a corner": (defined(Derivative(sp.Abs(x) * x, x)), "is not shown to be differentiable"),
    "what is known of a part": (
        lambda: common_domain([assumed(r(Gt, x, 1), D.further(x > 1))], D),
        "needs hypotheses that",
    ),
    # --- power series and the ring of Bessel functions ---
    "a root of a product of either sign": (
        lambda: GammaProducts().reduce(sp.sqrt(x * y), Domain(x, y)),
        "^the sign of [xy] is not settled",
    ),
    "an inner product with a square": (
        lambda: InnerProducts().reduce(Dot(v**2, v), Domain(h, free_vector(v, h))),
        "is not a linear combination of",
    ),
    "Bessel functions of two arguments": (
        power_series(besseli(nu, Z) - besseli(nu, 2 * Z)),
        "has Bessel functions of different arguments",
    ),
    "the series of another function": (lambda: PowerSeries(OfAnother()), "is not the power series of a Bessel"),
    "a product of Bessel functions": (
        power_series(besseli(nu, Z) * besseli(nu + 1, Z)),
        "is not a multiple of one Bessel function",
    ),
    "the derivative of a product": (
        power_series(Derivative(Z * besseli(nu, Z), Z)),
        "is not the derivative of one Bessel function",
    ),
    "a factor that is no power": (power_series(exp(Z) * besseli(nu, Z)), "is not a power of z times"),
    "a second derivative": (power_series(Derivative(besseli(nu, Z), (Z, 2))), "is not a power of z times"),
    "powers that never meet": (
        power_series(besseli(nu, Z) + sp.sqrt(Z) * besseli(nu, Z)),
        "never meet",
    ),
    "an order that varies": (power_series(besseli(Z, Z)), "varies with its argument"),
    "the recurrence in place of the derivative": (
        lambda: BesselRing(RECURRENCE, RECURRENCE),
        "does not hold for every order",
    ),
    "a logarithm of what may be negative": (
        lambda: Logarithms().reduce(sp.log(x * y), Domain(x, y)),
        "is not settled",
    ),
    "a logarithm under a name that is taken": (
        lambda: Logarithms().reduce(Sum(sp.log(z), (z, 1, 3)), Domain(z)),
        "binds .* anew",
    ),
    "an inner product under a name that is taken": (
        lambda: InnerProducts().reduce(Sum(x * Dot(v, v), (x, 1, 3)), Domain(x, h, free_vector(v, h))),
        "binds .* anew",
    ),
    "the recurrence at one order": (
        lambda: BesselRing(AtOneOrder(), SlopeAtOneOrder()),
        "does not hold for every order",
    ),
    "the recurrence far out": (lambda: BesselRing(FarOut(), SLOPE), "does not hold for every order"),
    "a sum over a name that is taken": (
        lambda: ExponentialSums().reduce(Sum(exp(x), (x, 1, 3)) - Sum(exp(y), (y, 1, 3)), Domain(x, y)),
        "binds .* anew",
    ),
    "a sum over two indices": (
        lambda: ExponentialSums().reduce(Sum(exp(j * k * x), (j, 1, N), (k, 1, N)), Domain(x, N)),
        "runs over several indices at once",
    ),
    # --- plain reasons of positivity ---
    "the Gamma function of what may be negative": (lambda: signs.show_positive(sp.gamma(x), D), "is not settled"),
    "a factorial of what may be negative": (lambda: signs.show_positive(sp.factorial(n), Domain(n)), "is not settled"),
    "a rising factorial of what may be negative": (
        lambda: signs.show_positive(sp.RisingFactorial(x, N), Domain(x, N)),
        "is not settled",
    ),
    "so many rising factors as may be fewer than none": (
        lambda: signs.show_positive(sp.RisingFactorial(z, n), Domain(z, n)),
        "is not settled",
    ),
    "a Bessel function of order -2": (lambda: signs.show_positive(besseli(x, z), Domain(x, z)), "is not settled"),
    "a Bessel function of what may be negative": (
        lambda: signs.show_positive(besseli(N, x), Domain(x, N)),
        "is not settled",
    ),
    "a sum of so many terms as may be none": (
        lambda: signs.show_positive(Sum(exp(j * x), (j, 1, n)), Domain(x, n)),
        "is not settled",
    ),
    "a mean of what may be negative": (
        lambda: signs.show_positive(SphereAverage(h, Lambda(g, Dot(g, v))), Domain(h, unit_vector(v, h))),
        "is not settled",
    ),
    "an integral whose ends are in reverse": (
        lambda: signs.show_positive(Integral(exp(y), (y, 1, x)), Domain(x)),
        "is not settled",
    ),
    "an integral of what may be negative": (
        lambda: signs.show_nonnegative(Integral(y, (y, -1, 1)), D),
        "is not settled",
    ),
    "a sum of what may be negative": (
        lambda: signs.show_positive(Sum(x * j, (j, 1, N)), Domain(x, N)),
        "is not settled",
    ),
    "a root of what may be negative": (lambda: signs.show_nonnegative(x * sp.sqrt(z), Domain(x, z)), "is not settled"),
    # --- samples and couplings ---
    "a vector among coordinates": (
        defined(plane_mean(h + 1, z, U1 * Dot(v, v) * v), Domain(h, z, unit_vector(v, h))),
        "takes a vector for a number",
    ),
    "a coupling that is none": (
        defined(PairedCosine(P, h, z, v, e), Domain(h, z, coupling(P, h), unit_vector(v, h), unit_vector(e, h))),
        "as a coupling of two laws",
    ),
    "a centre of any length": (
        defined(PairedCosine(P, h, z, v, e), Domain(h, z, pairing(P), unit_vector(v, h), free_vector(e, h))),
        r"does not declare e as a unit vector of R\^\(h\)",
    ),
    "an axis of another space": (
        defined(
            CoupledCross(P, h, z, v, e, g, x),
            Domain(x, h, z, pairing(P), unit_vector(v, h), unit_vector(e, h), unit_vector(g, h + 1)),
        ),
        r"g is no vector of R\^\(h\)",
    ),
    "the loss of a sample that is none": (defined(DrawnLoss(z, N, s), Domain(z, N)), "s in .* is no sample that"),
    "the loss of a number": (defined(DrawnLoss(z, N, typed), Domain(z, N, typed)), "typed in .* is no sample that"),
    "samples of queries in the ball": (
        defined(pairs_mean(P, N, s, DrawnLoss(z, N, s)), Domain(z, N, h, coupling(P, h, "ball"))),
        "does not declare P as a coupling of unit vectors",
    ),
    "a distance from no law": (
        defined(DrawnDistance(z, N, s, P), Domain(z, N, h, s, coupling(P, h, "ball"))),
        "does not declare P as a coupling of unit vectors",
    ),
    "more pairs than are drawn": (
        defined(pairs_mean(P, N, s, DrawnLoss(z, N + 1, s)), OF_P),
        "speaks of other than N pairs of s",
    ),
    "a sample beside its loss": (
        defined(pairs_mean(P, N, s, s * DrawnLoss(z, N, s)), OF_P),
        "speaks of s other than by the loss of its pairs",
    ),
    "a sample for a temperature": (
        defined(pairs_mean(P, N, s, DrawnLoss(s, N, s)), OF_P),
        "speaks of s other than by the loss of its pairs",
    ),
    "a half of so many pairs": (
        defined(pairs_chance(P, N, M, z, (y, s), DrawnLoss(z, y, s)), OF_P.further(M, r(Ge, M, N))),
        "y in .* is no number of pairs",
    ),
    "an event of no law": (
        defined(NoneReaches(P, N, z, Lambda((v, e), Dot(v, e))), Domain(z, N, h, coupling(P, h, "ball"))),
        "is not about pairs from a coupling",
    ),
    "an event of half a pair": (
        defined(NoneReaches(P, N, z, Lambda((v,), Dot(v, v))), OF_P),
        "is not about pairs from a coupling",
    ),
    "an event that jumps": (
        defined(NoneReaches(P, N, z, Lambda((v, e), sign_of(Dot(v, e)))), OF_P),
        "is not seen to be continuous",
    ),
    "an event of declared vectors": (
        defined(NoneReaches(P, N, z, Lambda((v, e), Dot(v, e))), OF_P.further(unit_vector(v, h))),
        "is bound in .* declares it",
    ),
    "a series whose ratio may have no leading term": (
        lambda: show_converging((1 / x) ** k / sp.factorial(k), k, Domain(x, k, k >= 0)),
        "the sign of .*x.* is not settled",
    ),
    # --- what normal forms take as given ---
    "a coefficient that is no polynomial": (power_series(besseli(nu, Z) / nu), "is no polynomial"),
    "a bound for the equation of a ratio": (
        lambda: RatioField(assumed(r(Gt, SLOPE_OF_A, x), FIELD)),
        "is not the equation",
    ),
    "the equation of a ratio from its end on": (
        lambda: RatioField(assumed(r(Eq, SLOPE_OF_A, x), Domain(x, z, z >= 1))),
        "is not open in z",
    ),
    "the slope of no ratio": (
        lambda: RatioField(assumed(r(Eq, Derivative(z**2, z), x), FIELD)),
        "is not the equation of a ratio",
    ),
    "the slope of a ratio that nothing gives": (
        lambda: RatioField().reduce(SLOPE_OF_A, FIELD),
        "no Riccati equation is given",
    ),
    "the slope of an exponential": (
        lambda: RatioField().reduce(Derivative(exp(z), z), FIELD),
        "is no algebraic function",
    ),
}


@pytest.mark.parametrize(("attempt", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused_for_its_reason(attempt, reason):
    with pytest.raises(Undecided, match=reason):
        attempt()
