"""The overlap of two convolution roots of the von Mises law of the circle, and its balls.

e^{β cos φ}/I_0(β) has the Fourier coefficients I_n(β)/I_0(β); its convolution root T has their square roots, and is a
probability density (Kent 1977: the von Mises law is infinitely divisible).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flint
from flint import acb, acb_mat, arb
from sympy import Basic

from modgap.theory.balls.quadrature import integral
from modgap.theory.language.symbols import RootOverlap
from modgap.theory.outcome import Undecided

#: How often the quadrature may evaluate its integrand.
EVALUATIONS = 4_000


def _bessel(order: int, z: arb) -> arb:
    return (z / 2) ** order * (z * z / 4).hypgeom_0f1(arb(order + 1)) / arb.fac_ui(order)


class RootDensity:
    """T at balls of complex angles, by its Taylor expansion about their midpoints, for one β.

    T is small away from 0, where its series cancels: the series over a wide ball would say nothing. The expansion has
    ORDER terms; their coefficients are the series' derivatives at a point, where balls are narrow.
    """

    ORDER = 16

    def __init__(self, beta: arb):
        self.beta = beta
        start, roots, bound, n = _bessel(0, beta), [], arb(1), 0
        while bound > arb(2) ** (-2 * flint.ctx.prec - 64) or n < beta:
            n += 1
            bound = bound * beta / (2 * n)
            roots.append((_bessel(n, beta) / start).sqrt())
        self.roots = roots
        weights = [[root] for root in roots]
        for n, row in enumerate(weights, start=1):
            for k in range(1, self.ORDER + 1):
                row.append(row[-1] * n / k)
        self.last = [row.pop() for row in weights]
        self.weights = acb_mat(weights)

    def __call__(self, angle: acb) -> acb:
        """Return T."""
        middle = acb(angle.real.mid(), angle.imag.mid())
        radius = (arb(angle.real.rad()) ** 2 + arb(angle.imag.rad()) ** 2).sqrt()
        turn = (acb(0, 1) * middle).exp()
        forward, backward = (self._along(base) for base in (turn, 1 / turn))
        unit, offset = acb(0, 1), angle - middle
        total, power = acb(1), acb(1)
        for k in range(self.ORDER):
            total = total + power * (forward[0, k] + (-1) ** k * backward[0, k])
            power = power * unit * offset
        rest = self._remainder(arb((abs(middle.imag) + radius).upper()), radius)
        return total + acb(arb(0, rest), arb(0, rest))

    def _along(self, base: acb) -> acb_mat:
        """Return Σ_n √(I_n/I_0) n^k/k! base^n for k = 0, 1, …."""
        powers, power = [], acb(1)
        for _ in self.roots:
            power = power * base
            powers.append(power)
        return acb_mat([powers]) * self.weights

    def _remainder(self, height: arb, radius: arb) -> arb:
        """Bound what the expansion leaves out, and what the series does.

        The first is at most Σ_n 2 √(I_n/I_0) n^K/K! r^K e^{nH}, H being the largest |Im|. As √(I_n/I_0) is at most
        s_n = ((β/2)^n/n!)^{1/2}, whose ratio √(β/(2n + 2)) falls, the second is below a geometric series.
        """
        growth = height.exp()
        taylor, power = arb(0), arb(1)
        for last in self.last:
            power = power * growth
            taylor = taylor + last * power
        first = len(self.roots) + 1
        ratio = (self.beta / (2 * first + 2)).sqrt() * growth
        if not ratio < 1:
            return arb("inf")
        term = ((self.beta / 2) ** first / arb.fac_ui(first)).sqrt() * growth**first
        return (2 * taylor * radius**self.ORDER + 2 * term / (1 - ratio)).upper()


def _root_overlap(ev: Any, expr: RootOverlap) -> arb:
    beta, theta = (ev(a) for a in expr.args)
    if not (beta > 0 and beta.is_exact()):
        raise Undecided(f"{expr} is evaluated at one exact β > 0 only, not at {beta}")
    density, half = RootDensity(beta), acb(theta / 2)

    def integrand(u: acb, analytic: bool) -> acb:
        product = density(u - half) * density(u + half)
        return acb("nan") if analytic and not product.real > 0 else product.sqrt()

    accuracy = 2.0 ** -(12 + flint.ctx.prec // 6)
    value = integral(integrand, acb(0), acb.pi(), rel_tol=accuracy, abs_tol=accuracy, eval_limit=EVALUATIONS)
    if not value.is_finite():
        raise Undecided(f"the quadrature of {expr} does not converge at this precision")
    return value.real / arb.pi()


def nodes() -> dict[type, Callable[[Any, Basic], Any]]:
    """Return the rule that evaluates the overlap."""
    return {RootOverlap: _root_overlap}
