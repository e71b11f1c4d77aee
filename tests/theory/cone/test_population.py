"""The population form of Theorem 2: its means against sampling and direct quadrature, and premises turned away."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from scipy.optimize import linear_sum_assignment
from sympy import Eq, Ge, Lt, Symbol

from modgap.numerics.bessel.functions import iv_ratio, log_sphere_mgf
from modgap.numerics.vmf.law import VonMisesFisher
from modgap.theory.balls import enclosure
from modgap.theory.bessel.functions import nu
from modgap.theory.cone import population as cone_population
from modgap.theory.cone.centres import beta, c_x, c_y, h, kappa, kappa_x, kappa_y, s, w
from modgap.theory.cone.lemmas import vmf_mgf
from modgap.theory.cone.population import A_Y, LAWS, PAIRED, pi
from modgap.theory.kernel.status import Status
from modgap.theory.language.cones import PartitionMean, log_partition
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.symbols import IvRatio
from modgap.theory.outcome import Outcome, Undecided
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.trusted.cones import concave_in_cosine, coupled_cosine, odd_part
from tests.theory.assumptions import make
from tests.theory.variants import fate

SEED, SIZE = 11, 200_000


def centres(dim, cosine):
    first, second = np.eye(dim)[0], np.zeros(dim)
    second[:2] = cosine, np.sqrt(1 - cosine**2)
    return first, second


def log_partition_in_float(dim, k, b, cosine):
    return log_sphere_mgf(dim, np.sqrt(k**2 + 2 * k * b * cosine + b**2)) - log_sphere_mgf(dim, k)


@pytest.mark.parametrize(("dim", "cosine"), [(2, -0.5), (3, 0.3), (5, -0.9), (16, 0.8)])
def test_mean_log_partition_function_against_samples(dim, cosine):
    print(f"seed {SEED}")
    first, second = centres(dim, cosine)
    points = VonMisesFisher(first, 7.0).sample(SIZE, SEED)
    values = log_partition_in_float(dim, 4.0, 9.0, points @ second)
    exact = PartitionMean(h, w, kappa_x, kappa_y, beta)
    found = enclosure.value(exact, {h: dim, w: cosine, kappa_x: 7, kappa_y: 4, beta: 9})
    # Five standard errors of the mean of the sample.
    assert abs(float(found) - values.mean()) < 5 * values.std() / np.sqrt(SIZE)


def test_inner_mean_is_that_of_samples():
    """F(x·c) = log E e^{β x·y}."""
    print(f"seed {SEED}")
    first, second = centres(4, 0.2)
    powers = np.exp(3.0 * (VonMisesFisher(second, 5.0).sample(SIZE, SEED) @ first))
    error = powers.std() / powers.mean() / np.sqrt(SIZE)
    assert abs(log_partition_in_float(4, 5.0, 3.0, 0.2) - np.log(powers.mean())) < 5 * error


@pytest.mark.parametrize("dim", [2, 3, 6])
@pytest.mark.parametrize("size", [0.0, 1.0, 30.0])
def test_paired_cosine_of_a_drawn_coupling_against_samples(dim, size):
    """A mixture of the two couplings with the weights of the drawn number; 0 stands for independence."""
    print(f"seed {SEED}")
    first, second = centres(dim, -0.3)
    rng = np.random.default_rng(SEED)
    x = VonMisesFisher(first, 3.0).sample(SIZE, rng)
    turned = x.copy()
    turned[:, 0] = x[:, 0] * second[0] - x[:, 1] * second[1]
    turned[:, 1] = x[:, 0] * second[1] + x[:, 1] * second[0]
    alone = VonMisesFisher(second, 3.0).sample(SIZE, rng)
    together = rng.random(SIZE) < size / (1 + size)
    y = np.where(together[:, None], turned, alone)
    cosines = (x * y).sum(1)
    found = enclosure.value(
        PAIRED, {h: dim, kappa: 3, c_x: first, c_y: second, pi: np.array([size])}, cone_population.paired.domain
    )
    assert abs(float(found) - cosines.mean()) < 5 * cosines.std() / np.sqrt(SIZE)
    # y has the law of the second cone.
    mean = y.mean(0)
    assert np.linalg.norm(mean - iv_ratio(dim / 2 - 1, 3.0) * second) < 5 * np.sqrt(dim / SIZE)


def test_identity_coupling_of_one_cone():
    """The right side of the theorem: for c_x = c_y and a coupling that tends to x = y the loss tends to it."""
    point = {h: 3, kappa: 4, beta: 5, c_x: np.eye(3)[0], c_y: np.eye(3)[0], pi: np.array([2.0**40])}
    difference = enclosure.value(cone_population.POPULATION - cone_population.ALIGNED, point, Domain(*LAWS, beta))
    assert abs(float(difference)) < 1e-9


# --- further false variants ------------------------------------------------------------------------------------------

MILLI = sp.Rational(999, 1000)
CLOSE = {h: 3, c_x: np.array([1.0, 0, 0]), c_y: np.array([0, 1.0, 0]), pi: np.array([2.0**30])}
FLAT = {h: 3, kappa_x: 5, kappa_y: 3, beta: Fraction(1, 1000), w: Fraction(-1, 2)}
COUPLING, PARTITION = cone_population.paired, cone_population.partition
WITHOUT_SQUARE = 1 - cone_population.A_K * (1 - cone_population.COSINE)
CHORD, ODD = cone_population.chord, cone_population.odd
NEAR = {nu: Fraction(1, 2), cone_population.p: Fraction(1001, 1000), cone_population.q: Fraction(999, 1000)}
WEAK = {h: 3, kappa_y: 3, beta: Fraction(1, 1000), s: Fraction(1, 2)}


def chord_with(middle, factor=1):
    half = (cone_population.p**2 - cone_population.q**2) / 2
    return Lt(CHORD.statement.lhs, factor * half * cone_population.over(middle), evaluate=False)


def odd_with(right):
    return Lt(ODD.statement.lhs, right, evaluate=False)


VARIANTS = {
    "chord: 0.999 of the right side": (CHORD, chord_with((cone_population.p + cone_population.q) / 2, MILLI), NEAR),
    "chord: slope at the far end": (CHORD, chord_with(cone_population.p), NEAR),
    "chord: slope at the sum": (CHORD, chord_with(cone_population.p + cone_population.q), NEAR),
    "chord: turned around": (CHORD, sp.Gt(*CHORD.statement.args, evaluate=False), NEAR),
    "odd: 0.999 of the right side": (ODD, odd_with(MILLI * ODD.statement.rhs), WEAK),
    "odd: s² for s": (ODD, odd_with(2 * beta * A_Y * s**2), WEAK),
    "odd: half of it": (ODD, odd_with(beta * A_Y * s), WEAK),
    "odd: A(β) for A(κ)": (ODD, odd_with(2 * beta * IvRatio(h / 2 - 1, beta) * s), WEAK),
    "coupling: A for A²": (
        COUPLING,
        sp.Le(PAIRED, WITHOUT_SQUARE, evaluate=False),
        CLOSE | {h: 8, kappa: 20, c_x: np.eye(8)[0], c_y: np.eye(8)[1]},
    ),
    "coupling: 1.002 A²": (
        COUPLING,
        sp.Le(
            PAIRED, 1 - sp.Rational(1002, 1000) * cone_population.A_K**2 * (1 - cone_population.COSINE), evaluate=False
        ),
        CLOSE | {kappa: 1000},
    ),
    "coupling: 0.999 for 1": (
        COUPLING,
        sp.Le(PAIRED, COUPLING.statement.rhs - sp.Rational(1, 1000), evaluate=False),
        CLOSE | {kappa: 1000, c_y: np.array([1.0, 0, 0])},
    ),
    "coupling: sign of the cosine": (
        COUPLING,
        sp.Le(PAIRED, 1 - cone_population.A_K**2 * (1 + cone_population.COSINE), evaluate=False),
        CLOSE | {kappa: 50, c_y: np.array([0.8, 0.6, 0])},
    ),
    "partition: 0.999 of the right side": (
        PARTITION,
        Lt(PARTITION.statement.lhs, PARTITION.statement.rhs * sp.Rational(999, 1000), evaluate=False),
        FLAT,
    ),
    "partition: (1 − w)² for 1 − w": (
        PARTITION,
        Lt(PARTITION.statement.lhs, PARTITION.statement.rhs * (1 - w), evaluate=False),
        FLAT | {w: Fraction(1, 2)},
    ),
    "partition: half of it": (
        PARTITION,
        Lt(PARTITION.statement.lhs, PARTITION.statement.rhs / 2, evaluate=False),
        FLAT,
    ),
    "partition: one concentration squared": (
        PARTITION,
        Lt(PARTITION.statement.lhs, beta * A_Y**2 * (1 - w), evaluate=False),
        FLAT,
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_false_variant_dies(name):
    """False at this point, certainly, and turned away by the claim's derivation."""
    claim, statement, point = VARIANTS[name]
    here = {k: v for k, v in point.items() if k in claim.domain.declared}
    assert enclosure.membership(here, claim.domain) is Outcome.SHOWN
    assert enclosure.decide(statement, here, claim.domain)[0] is Outcome.REFUTED
    assert fate(replace(claim, statement=statement)) != "survived"


# --- premises --------------------------------------------------------------------------------------------------------

UNEQUAL = Domain(h, kappa_x, kappa_y, beta, w, h >= 2, w >= -1, w <= 1)


def said(statement, domain):
    """Make a fact for the sake of its form."""
    return make("cite", statement, domain, "planted")


def concave(mgf=None, domain=UNEQUAL, dim=h, k=kappa_x):
    return concave_in_cosine(mgf or vmf_mgf.fact, dim, w, k, kappa_y, beta, domain)


def odd(bound=None, mean=None, domain=UNEQUAL, dim=h):
    return odd_part(bound or ODD.fact, s, mean or vmf_moments.mean.fact, dim, kappa_x, kappa_y, beta, domain)


def coupled(mean=None, domain=None, first=c_x, variable=pi):
    return coupled_cosine(
        variable, mean or vmf_moments.mean.fact, h, kappa, first, c_y, domain or cone_population.paired.domain
    )


def with_statement(claim, statement):
    return said(statement, claim.domain)


MEAN, MGF = vmf_moments.mean, vmf_mgf
ODD_DOMAIN = ODD.domain
TURNED_AWAY = {
    "concave: another generating function": lambda: concave(
        with_statement(MGF, Eq(MGF.statement.lhs, 2 * MGF.statement.rhs, evaluate=False))
    ),
    "concave: no generating function": lambda: concave(MEAN.fact),
    "concave: for some vectors only": lambda: concave(
        said(MGF.statement, Domain(*MGF.domain.symbols, *MGF.domain.vectors, h >= 2, MGF.domain.symbols[1] > 1))
    ),
    "concave: w not a cosine": lambda: concave(domain=Domain(h, kappa_x, kappa_y, beta, w, h >= 2, w <= 1)),
    "concave: on the line": lambda: concave(domain=Domain(h, kappa_x, kappa_y, beta, w, w >= -1, w <= 1)),
    "concave: another dimension": lambda: concave(dim=h + 1),
    "concave: concentration without a sign": lambda: concave(k=kappa_x - kappa_y),
    "odd: the other way": lambda: odd(said(sp.Gt(*ODD.statement.args, evaluate=False), ODD_DOMAIN)),
    "odd: no multiple of s": lambda: odd(
        said(Lt(ODD.statement.args[0], 2 * beta * A_Y * s**2, evaluate=False), ODD_DOMAIN)
    ),
    "odd: another function": lambda: odd(
        said(Lt(log_partition(h, s, kappa_y, beta), 2 * beta * A_Y * s, evaluate=False), ODD_DOMAIN)
    ),
    "odd: half of the interval": lambda: odd(
        said(ODD.statement, Domain(*ODD_DOMAIN.symbols, h >= 2, s > sp.Rational(1, 2), s <= 1))
    ),
    "odd: another mean": lambda: odd(
        mean=with_statement(MEAN, Eq(MEAN.statement.lhs, 2 * MEAN.statement.rhs, evaluate=False))
    ),
    "odd: another order": lambda: odd(
        mean=with_statement(
            MEAN, MEAN.statement.xreplace({IvRatio(h / 2 - 1, vmf_moments.kappa): IvRatio(h / 2, vmf_moments.kappa)})
        )
    ),
    "coupling: none declared": lambda: coupled(domain=Domain(*(part for part in LAWS if part != LAWS[-1]))),
    "coupling: a vector in its place": lambda: coupled(
        domain=Domain(h, kappa, h >= 2, unit_vector(c_x, h), unit_vector(c_y, h), free_vector(pi, 1))
    ),
    "coupling: centre not of length 1": lambda: coupled(
        domain=Domain(*(part for part in LAWS if part != LAWS[-3]), free_vector(c_x, h))
    ),
    "coupling: another mean": lambda: coupled(with_statement(MEAN, Ge(MEAN.statement.lhs, 0, evaluate=False))),
    "coupling: no mean": lambda: coupled(MGF.fact),
    "coupling: undeclared centre": lambda: coupled(first=Symbol("c_z")),
}


@pytest.mark.parametrize("name", TURNED_AWAY)
def test_premises_are_checked(name):
    with pytest.raises((Undecided, AttributeError, ValueError)) as caught:
        raise AssertionError(f"survived: {TURNED_AWAY[name]().statement}")
    assert caught.type is Undecided, caught.value


def test_conclusions_of_the_theorems():
    assert isinstance(concave().statement, sp.Ge)
    assert odd().statement.rhs == 2 * beta * A_Y * IvRatio(h / 2 - 1, kappa_x)
    assert coupled().statement.lhs == 2 - 2 * PAIRED


def test_chord_is_sharp():
    """The chord's bound is an equality to second order, so that no smaller constant would do."""
    point = {nu: Fraction(1, 2), cone_population.p: Fraction(1001, 1000), cone_population.q: Fraction(999, 1000)}
    left, right = (enclosure.value(side, point) for side in cone_population.chord.statement.args)
    assert 1 - 1e-5 < float(left / right) < 1


# --- what is open ----------------------------------------------------------------------------------------------------


def test_the_covariance_of_unlike_cones_is_open():
    verdict = cone_population.covariance.verdict
    assert verdict.status is Status.OPEN
    assert "no proof is known" in verdict.reason
    assert cone_population.covariance not in cone_population.population.verdict.depends


def quantiles(concentration, count):
    """Return the angles of the middle quantiles of vMF(e_1, κ) on the circle."""
    angles = np.linspace(-np.pi, np.pi, 100_001)
    density = np.exp(concentration * (np.cos(angles) - 1))
    mass = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2)])
    return np.interp((np.arange(count) + 0.5) / count, mass / mass[-1], angles)


@pytest.mark.parametrize(("first", "second", "gap"), [(1, 3, 1.5), (1, 3, np.pi), (2, 10, 2.0), (1, 2, 1.0)])
def test_covariance_on_the_circle(first, second, gap):
    """W(1) − W(w) > A(κ_x) A(κ_y) (1 − w), by an optimal assignment of quantiles.

    A cell of n quantiles moves a point by at most its own width, on average by 2π/n, so that each W is off by at most
    4π/n; what is left of the inequality is larger than that for both.
    """
    count = 600
    a, b = quantiles(first, count), quantiles(second, count)

    def best(turn):
        cosines = np.cos(a[:, None] - b[None, :] - turn)
        return cosines[linear_sum_assignment(-cosines)].mean()

    left = best(0) - best(gap)
    right = iv_ratio(0, first) * iv_ratio(0, second) * (1 - np.cos(gap))
    print(f"W(1) − W(w) = {left:.4f}, A A (1 − w) = {right:.4f}")
    assert left - right > 8 * np.pi / count
