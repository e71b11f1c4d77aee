"""Definitions bind names that nothing else speaks of."""

from __future__ import annotations

import math

import sympy as sp

from modgap.theory.language.means import SphereAverage, VonMisesFisherMean
from modgap.theory.language.symbols import U1, Dot, SphereMean, unfold

c, x = sp.symbols("c x")
other = sp.Symbol("x'")


def test_a_mean_in_a_mean_binds_a_name_of_its_own():
    """E_u E_v e^{uv}, the inner definition unfolded first: its angle is not the outer one."""
    v = sp.Symbol("v", real=True)
    nested = SphereMean(3, sp.Lambda(U1, SphereMean(3, sp.Lambda(v, sp.exp(v * U1)))))
    inner, outer = sorted(unfold(nested).atoms(sp.Integral), key=lambda integral: len(integral.function.free_symbols))[
        ::-1
    ]
    assert inner.function.free_symbols == {inner.variables[0], outer.variables[0]}
    value = inner.function.subs({inner.variables[0]: 0.5, outer.variables[0]: 1.2})
    assert abs(float(value) - math.exp(math.cos(0.5) * math.cos(1.2)) * math.sin(0.5)) < 1e-12


def test_the_vector_of_a_law_is_not_captured_within():
    inner = SphereAverage(2, sp.Lambda(other, sp.exp(Dot(x, other))))
    mean = VonMisesFisherMean(2, Dot(x, x), c, sp.Lambda(x, inner)).definition()
    (outer,) = [m for m in mean.atoms(SphereAverage) if m.integrand.has(SphereAverage)]
    (within,) = outer.integrand.atoms(SphereAverage)
    assert outer.variable != within.variable
    assert within.integrand.free_symbols == {outer.variable, within.variable}
