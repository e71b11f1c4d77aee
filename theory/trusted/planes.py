"""Theorems on means over a von Mises–Fisher law of functions of two coordinates, each with its proof.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list. x ∼ vMF(p, κ) on S^{d−1}, d ≥ 2, u_1 = x·p and u_2 = x·e for unit vectors p ⟂ e.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Derivative, Eq, Expr, Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictLessThan

from modgap.theory.engines.definedness import SHOW, of_coordinates
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand, cite
from modgap.theory.language.domain import Domain
from modgap.theory.language.subspaces import across_mean, axis_mean, given_across, plane_mean
from modgap.theory.language.substitution import from_below
from modgap.theory.language.symbols import U1, U2, IvRatio, SphereMGF, unfold
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.analysis import _whole_axis
from modgap.theory.trusted.subspaces import _continuous, _defined_factor, _law, _slope_of_log_mgf


def disc(domain: Domain) -> Domain:
    """Return the domain, which does not declare them, with two coordinates of a point of the sphere added."""
    inside, reach = 1 - U1**2 - U2**2 >= 0, {**domain.reach, U1: 1, U2: 1}
    return Domain(*domain.symbols, U1, U2, *domain.vectors, *domain.conditions, inside, reach=reach)


def _on_disc(fact: Fact, domain: Domain) -> None:
    """Check that a fact holds for all pairs of coordinates of a point of the sphere."""
    if not fact.domain.within(disc(domain)):
        raise Undecided(f"{fact.statement} is not shown for every point of the sphere")


def _averaged(of: Expr, domain: Domain) -> None:
    """Check that a function of the two coordinates is defined and continuous on the sphere."""
    ratios = {ratio: sp.Dummy("constant", real=True) for ratio in of.atoms(IvRatio)}
    for ratio in ratios:
        if ratio.has(U1, U2):
            raise Undecided(f"a Bessel ratio of {ratio.args} is not seen to be continuous in it")
        _defined_factor(ratio, domain)
    bare = from_below(of, lambda part: ratios.get(part, part))
    _continuous(bare)
    for expr, relation, where in of_coordinates(bare, domain):
        SHOW[relation](unfold(expr), where)


@rule
def plane_mean_is_linear(parts: Sequence[tuple[Expr, Expr]], dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """E Σ_k c_k g_k(u_1, u_2) = Σ_k c_k E g_k(u_1, u_2) for continuous g_k and constants c_k; E 1 = 1."""
    _law(dim, kappa, domain)
    for factor, of in parts:
        if factor.has(U1, U2):
            raise Undecided(f"{factor} is no constant")
        _defined_factor(factor, domain)
        _averaged(of, domain)
    whole = sum((factor * of for factor, of in parts), sp.S.Zero)
    apart = sum((factor * (plane_mean(dim, kappa, of) if of != 1 else of) for factor, of in parts), sp.S.Zero)
    statement = Eq(plane_mean(dim, kappa, whole), apart, evaluate=False)
    return cite("means of continuous functions are linear", statement, domain)


@rule
def plane_mean_compares(pointwise: Fact, dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """From f(u_1, u_2) ≤ g(u_1, u_2) on the disc u_1² + u_2² ≤ 1, both continuous: E f ≤ E g."""
    if not isinstance(pointwise.statement, LessThan):
        raise Undecided(f"{pointwise.statement} is not a comparison")
    _law(dim, kappa, domain)
    _on_disc(pointwise, domain)
    for side in pointwise.statement.args:
        _averaged(side, domain)
    statement = LessThan(*(plane_mean(dim, kappa, side) for side in pointwise.statement.args), evaluate=False)
    return cite("means compare as functions do", statement, domain, (pointwise,), binds=(U1, U2))


@rule
def plane_mean_of_centre(dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """E u_1 is that of one coordinate: the mean of u_1 e^{κu_1} over the sphere, divided by M_d(κ)."""
    _law(dim, kappa, domain)
    statement = Eq(plane_mean(dim, kappa, U1), axis_mean(dim, kappa, U1), evaluate=False)
    return cite("a mean of a function of one coordinate", statement, domain)


@rule
def plane_mean_of_square_across(dim: Expr, kappa: Symbol, domain: Domain) -> Fact:
    """E u_2² = (1 − E u_1²)/(d−1): the law is invariant under rotations about its centre.

    Proof. For an orthonormal basis p, e, e_3, …, e_d the squares of the d coordinates of x add up to 1, and those of
    the d − 1 coordinates across p have one mean, as a rotation about p that takes one axis to another leaves the law. ∎
    """
    _law(dim, kappa, domain)
    right = (1 - axis_mean(dim, kappa, U1**2)) / (dim - 1)
    statement = Eq(plane_mean(dim, kappa, U2**2), right, evaluate=False)
    return by_hand("a von Mises–Fisher law is invariant under rotations about its centre", statement, domain)


@rule
def log_mgf_given_across(slope: Fact, form: Fact, falling: Fact, square: Fact, kappa: Symbol, domain: Domain) -> Fact:
    """E log M_d(√(c u_1 + g(u_2))) ≤ E log M_d(√(c m(u_2) + g(u_2))), m(u_2) = E[u_1 | u_2], if A(z)/z decreases.

    Proof. φ(v) = log M_d(√v), continuous on [0, ∞), has the slope A(√v)/(2√v) for v > 0, which decreases: φ is
    concave. Given x·e = b with |b| < 1, x = be + √(1−b²) ω, ω in the unit sphere S^{d−2} of e^⟂ with density
    proportional to e^{κ√(1−b²) ω·p}, a von Mises–Fisher law (two points, if d = 2) with mean √(1−b²) A(κ√(1−b²)) p, A
    of order (d−1)/2 − 1: that is m(b). By Jensen's inequality, given b the mean of φ(c u_1 + g) is at most
    φ(c m(b) + g), where c m(b) + g is a mean of numbers ≥ 0. The law of b is that of `AcrossMean`. ∎

    Parameters
    ----------
    slope, form : Fact
        d/dz log S(z) = A_ν(z) and S(z) = M_d(z), both for every z > 0.
    falling : Fact
        (A/z)' < 0 for every z > 0.
    square : Fact
        v ≥ 0 on the disc, v affine in u_1 with a constant factor, and otherwise a polynomial in u_2.
    kappa : sympy.Symbol
        The concentration.
    """
    dim, z, ratio = _slope_of_log_mgf(slope, form)
    if falling.statement != StrictLessThan(Derivative(ratio / z, z), 0, evaluate=False):
        raise Undecided(f"{falling.statement} does not say that A/z decreases")
    _whole_axis(falling.domain, z)
    _law(dim, kappa, domain)
    _on_disc(square, domain)
    v, zero = square.statement.args
    if not isinstance(square.statement, GreaterThan) or zero != 0 or not sp.expand(v).is_polynomial(U1, U2):
        raise Undecided(f"{square.statement} does not say that a polynomial is not negative")
    powers = sp.Poly(sp.expand(v), U1, U2).monoms()
    if any(i > 1 or (i == 1 and j) for i, j in powers) or v.atoms(sp.Function):
        raise Undecided(f"{v} is not affine in {U1} with a constant factor")
    given = given_across(v, dim, kappa)
    left = plane_mean(dim, kappa, sp.log(SphereMGF(dim, sp.sqrt(v))))
    right = across_mean(dim, kappa, sp.log(SphereMGF(dim, sp.sqrt(given))))
    theorem = "Jensen's inequality for log M(√·), given the coordinate across the centre"
    premises = (slope, form, falling, square)
    statement, means = LessThan(left, right, evaluate=False), (left, right)
    return by_hand(theorem, statement, domain, premises, binds=(z, U1, U2), defined=means)
