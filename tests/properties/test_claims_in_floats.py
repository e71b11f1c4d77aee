"""Claims of the Bessel and von Mises–Fisher chapter in floating point: their own statements, lambdified.

Nothing is spelled a second time: the sides of a statement are unfolded and handed to mpmath. What mpmath has no word
for, an integral over the sphere or a zero of J_ν, is given to it here, by quadrature with another parametrisation than
that of the balls, and by mpmath's own zeros.
"""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest
import sympy as sp
from sympy.core.relational import Equality, StrictGreaterThan, StrictLessThan

from modgap.theory.balls import enclosure
from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import entire as bessel_entire
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.bessel import sharp as bessel_sharp
from modgap.theory.bessel import turan as bessel_turan
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.language.printing import parts
from modgap.theory.language.symbols import BesselZero, SphereIntegral, SphereMean, SphereMoment, unfold
from modgap.theory.outcome import Outcome
from modgap.theory.sphere import bounds as vmf_bounds
from modgap.theory.sphere import generating as sphere_mgf
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.sphere import vmf

CHAPTERS = (
    bessel, bessel_bounds, bessel_sharp, bessel_shape, bessel_turan, bessel_entire, vmf, sphere_mgf, vmf_bounds,
    vmf_moments,
)  # fmt: skip
CLAIMS = [
    c
    for chapter in CHAPTERS
    for c in chapter.CLAIMS
    if c.relation != "false_as_reported" and c.id != "vmf.infinitely_divisible"
]
DIGITS, POINTS = 40, 12


def sphere_moment(dim, vector, axis, power):
    """∫ (e·x)^n e^{v·x} dx over S^{h−1} in the height w = x·v/|v|, with weight (1 − w²)^{(h−3)/2} as w = sin t."""
    vector, axis = np.asarray(vector, float), np.asarray(axis, float)
    length = mpmath.mpf(math.sqrt(vector @ vector))
    along = mpmath.mpf(float(axis @ vector)) / length
    across = mpmath.mpf(float(axis @ axis)) - along**2
    area = 2 * mpmath.pi ** mpmath.mpf((dim - 1) / 2) / mpmath.gamma(mpmath.mpf(dim - 1) / 2)

    def height(t):
        w = mpmath.sin(t)
        of_axis = {0: 1, 1: along * w, 2: along**2 * w**2 + across * (1 - w**2) / (dim - 1)}[int(power)]
        return of_axis * mpmath.exp(length * w) * mpmath.cos(t) ** (dim - 2)

    return area * mpmath.quad(height, [-mpmath.pi / 2, 0, mpmath.pi / 2])


def sum_over_zeros(term, order, upto=40):
    return mpmath.fsum(term(mpmath.besseljzero(order, k)) for k in range(1, upto + 1))


FUNCTIONS = {
    "Dot": lambda a, b: mpmath.mpf(float(np.asarray(a, float) @ np.asarray(b, float))),
    "SphereIntegral": lambda dim, v: sphere_moment(dim, v, v, 0),
    "SphereMoment": sphere_moment,
    "hyper0F1": mpmath.hyp0f1,
}


def in_floats(expr, symbols):
    """Turn one side of a statement into a function of the point."""
    body = unfold(expr)
    body = body.replace(sp.Derivative, lambda *of: sp.Derivative(*of).doit())
    body = body.replace(sp.hyper, lambda above, below, at: sp.Function("hyper0F1")(below[0], at))
    return sp.lambdify(symbols, body, [FUNCTIONS, "mpmath"])


def sides(relation, domain, point):
    symbols = [*domain.symbols, *(v.symbol for v in domain.vectors)]
    values = [number(point[s]) for s in domain.symbols]
    for item in domain.vectors:
        raw = np.asarray(point[item.symbol], float)
        values.append(raw / np.linalg.norm(raw) if item.kind == "unit" else raw)
    return [in_floats(side, tuple(symbols))(*values) for side in relation.args]


def number(value):
    return int(value) if isinstance(value, int | np.integer) else mpmath.mpf(float(value))


def holds(relation, left, right, tolerance):
    scale = tolerance * max(1, abs(left), abs(right))
    if isinstance(relation, Equality):
        return abs(left - right) <= scale
    below = isinstance(relation, sp.LessThan | StrictLessThan)
    smaller, larger = (left, right) if below else (right, left)
    strict = isinstance(relation, StrictLessThan | StrictGreaterThan)
    return smaller < larger if strict else smaller <= larger + scale


def drawn(domain, count):
    chooser, met = SeededChooser(11), []
    while len(met) < count:
        point = draw_point(domain, chooser)
        if enclosure.membership(point, domain) is Outcome.SHOWN:
            met.append(point)
    return met


def costly(claim):
    return bool(claim.statement.atoms(sp.Integral)) or unfold(claim.statement).has(
        SphereIntegral, SphereMoment, SphereMean
    )


@pytest.mark.parametrize("claim", [c for c in CLAIMS if not c.statement.has(BesselZero)], ids=lambda c: c.id)
def test_statement_holds_in_floats(claim):
    with mpmath.workdps(DIGITS):
        for point in drawn(claim.domain, 2 if costly(claim) else POINTS):
            for relation in parts(claim.statement):
                left, right = sides(relation, claim.domain, point)
                if not holds(relation, left, right, mpmath.mpf(10) ** -12):
                    pytest.fail(f"{relation} at {point}: {mpmath.nstr(left, 20)} and {mpmath.nstr(right, 20)}")


@pytest.mark.parametrize("order", [0, 0.5, 3.25])
def test_partial_fractions_in_floats(order):
    """Forty zeros, and beyond them the mean of an integral from below and above; the tail falls like 2/(π j)."""
    claim = bessel_entire.partial_fractions
    left, right = claim.statement.args
    z = mpmath.mpf(3)
    value = in_floats(left, (bessel.nu, bessel.z))(order, z)
    zero = sp.Symbol("j")
    term = sp.lambdify((zero, bessel.z), right.function.replace(BesselZero, lambda *_: zero), "mpmath")
    last = mpmath.besseljzero(order, 40)
    tail = mpmath.quad(lambda t: term(t, z), [last + mpmath.pi / 2, mpmath.inf]) / mpmath.pi
    assert abs(sum_over_zeros(lambda j: term(j, z), order) + tail - value) < 1e-6


def test_a_false_statement_is_noticed():
    relation = sp.Eq(bessel.recurrence.statement.lhs * sp.Rational(1001, 1000), bessel.recurrence.statement.rhs)
    left, right = sides(relation, bessel.recurrence.domain, {bessel.nu: 1.5, bessel.z: 2.0})
    assert not holds(relation, left, right, 1e-12)
