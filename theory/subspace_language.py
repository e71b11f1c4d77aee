"""The symbols of the Theorem 3 chapters: two hyperplanes in the coordinates of one space, and losses in them.

A and B are hyperplanes of R^h at an angle φ, C = A ∩ B, ρ = cos φ. Both are identified with R^{h−1}, C with itself and
the unit vectors of A and of B across C with one unit vector e; then x·y becomes xᵀDy, D = I − (1−ρ) e eᵀ
(`subspace.form`), and the projection of one hyperplane on the other becomes D.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, exp, log, sqrt

from theory.language import U1, Defined, Dot, IvRatio, Norm, SphereMGF, order_of, sphere_mean


class CrossCosine(Defined):
    """xᵀDy = x·y − (1−ρ)(x·e)(y·e): the inner product of a vector of A with one of B. Arguments: x, y, e, ρ."""

    template, plain = r"{0}^{{\top}} D_{{{3}}}\, {1}", "D"

    def definition(self):
        x, y, e, rho = self.args
        return Dot(x, y) - (1 - rho) * Dot(x, e) * Dot(y, e)

    def _latex(self, printer, exp=None):
        x, y, _, rho = self.args
        x, y = (rf"\left({printer._print(v)}\right)" if v.is_Add or v.is_Mul else printer._print(v) for v in (x, y))
        body = self.template.format(x, y, None, printer._print(rho))
        return body if exp is None else rf"\left({body}\right)^{{{exp}}}"

    def _eval_is_real(self):
        # Inner products of real vectors, and ρ is real in every domain that declares it.
        return self.args[-1].is_real


def projected(x: Expr, e: Expr, rho: Expr) -> Expr:
    """Return Dx = x − (1−ρ)(x·e)e, the orthogonal projection of a vector of one hyperplane on the other."""
    return x - (1 - rho) * Dot(x, e) * e


class AxisLoss(Defined):
    """f(s) = −βs + log M_{h−1}(κ + βs) − log M_{h−1}(κ), M being even: that of |κ + βs|.

    The loss, less log N, of one direction of a pair of centres, where the projection of one centre on the hyperplane
    of the other is s times that one. Arguments: h, s, κ, β.
    """

    template, plain = r"f_{{{0}}}\left({1};{2},{3}\right)", "f"

    def definition(self):
        dim, s, kappa, beta = self.args
        return -beta * s + log(SphereMGF(dim - 1, kappa + beta * s)) - log(SphereMGF(dim - 1, kappa))


class HyperplanePairLoss(Defined):
    """The loss of the pair (c_x, c_y) less 2 log N, as N → ∞, for laws vMF(c_x, κ_x) on A and vMF(c_y, κ_y) on B.

    −2β c_xᵀDc_y + log(M_{h−1}(|κ_y c_y + βDc_x|)/M_{h−1}(κ_y)) + log(M_{h−1}(|κ_x c_x + βDc_y|)/M_{h−1}(κ_x)): by
    `thm.3.partition` the quotients are E e^{β c_x·y} and E e^{β c_y·x}. Arguments: h, ρ, β, e, c_x, κ_x, c_y, κ_y.
    """

    template, plain = r"L^{{\mathrm{{sub}}}}_{{{0}}}\left({4},{6};{5},{7},{2},{1}\right)", "L_sub"

    def definition(self):
        dim, rho, beta, e, c_x, kappa_x, c_y, kappa_y = self.args

        def part(kappa: Expr, centre: Expr, other: Expr) -> Expr:
            tilted = Norm(kappa * centre + beta * projected(other, e, rho))
            return log(SphereMGF(dim - 1, tilted)) - log(SphereMGF(dim - 1, kappa))

        return -2 * beta * CrossCosine(c_x, c_y, e, rho) + part(kappa_y, c_y, c_x) + part(kappa_x, c_x, c_y)

    def _sympystr(self, printer):
        _, rho, beta, _, *centres = (printer._print(a) for a in self.args)
        return f"{self.plain}({', '.join(centres)}; {beta}, {rho})"


# --- the population --------------------------------------------------------------------------------------------------


class AxisMean(Defined):
    """E g(x·c) for x ∼ vMF(c, κ) on S^{d−1}: the mean of g(u_1) e^{κu_1} over the sphere divided by M_d(κ).

    Arguments: d, κ, g as a Lambda of `U1`.
    """

    plain = "E_axis"
    is_commutative = True

    def definition(self):
        dim, kappa, function = self.args
        return sphere_mean(dim, function(U1) * exp(kappa * U1)) / SphereMGF(dim, kappa)

    def _latex(self, printer, exp=None):
        dim, kappa, function = self.args
        law = rf"u=c\cdot x,\,x\sim\mathrm{{vMF}}_{{{printer._print(dim)}}}(c,{printer._print(kappa)})"
        return rf"\mathbb{{E}}_{{{law}}}\left[{printer._print(function(U1))}\right]"

    def _sympystr(self, printer):
        dim, kappa, function = self.args
        return f"{self.plain}({printer._print(function(U1))}; {printer._print(dim)}, {printer._print(kappa)})"


def axis_mean(dim: Expr, kappa: Expr, of: Expr) -> AxisMean:
    """Return E of an expression in `U1`, the cosine of a point of vMF(c, κ) with c."""
    return AxisMean(dim, kappa, sp.Lambda(U1, of))


def log_partition_across(dim: Expr, rho: Expr, kappa: Expr, beta: Expr, u: Expr) -> Expr:
    """Return log M_d(|κe + βDx|) for x·e = u: |κe + βDx|² = κ² + 2κβρu + β²(1 − (1−ρ²)u²)."""
    return log(SphereMGF(dim, sqrt(kappa**2 + 2 * kappa * beta * rho * u + beta**2 * (1 - (1 - rho**2) * u**2))))


class PerpendicularLoss(Defined):
    """The population loss of the laws vMF(e_A, κ) on A and vMF(e_B, κ) on B, coupled by equal coordinates.

    −2β E xᵀDx + 2 E log M_{h−1}(|κe + βDx|) − 2 log M_{h−1}(κ), with xᵀDx = 1 − (1−ρ)u², u = x·e.
    Arguments: h, ρ, κ, β.
    """

    template, plain = r"\mathcal{{L}}^{{\perp}}_{{{0}}}\left({1},{2},{3}\right)", "L_perp"

    def definition(self):
        dim, rho, kappa, beta = self.args
        logs = log_partition_across(dim - 1, rho, kappa, beta, U1)
        each = 2 * logs - 2 * beta * (1 - (1 - rho) * U1**2)
        return axis_mean(dim - 1, kappa, each) - 2 * log(SphereMGF(dim - 1, kappa))


class OppositeBound(Defined):
    """A lower bound on the population loss of the laws vMF(e_A, κ) on A and vMF(−e_B, κ) on B, whatever the coupling.

    −2β(E xᵀDx − 2ρA²) + 2 E log M_{h−1}(|κe − βDx|) − 2 log M_{h−1}(κ), A = A(κ) the mean length of the laws: by
    `thm.3.population.coupling` with m = 2A, E xᵀDy is at most E xᵀDx − 2ρA². Arguments: h, ρ, κ, β.
    """

    template, plain = r"\mathcal{{L}}^{{\mathrm{{opp}}}}_{{{0}}}\left({1},{2},{3}\right)", "L_opposite"

    def definition(self):
        dim, rho, kappa, beta = self.args
        logs = log_partition_across(dim - 1, rho, kappa, beta, -U1)
        each = 2 * logs - 2 * beta * (1 - (1 - rho) * U1**2)
        lost = 4 * beta * rho * IvRatio(order_of(dim - 1), kappa) ** 2
        return axis_mean(dim - 1, kappa, each) + lost - 2 * log(SphereMGF(dim - 1, kappa))


class SharedLossInSpace(Defined):
    """The population loss in R³ of laws vMF(p, κ) on both A and B, p a unit vector of the line C, equal coordinates.

    −2β E xᵀDx + 2 E log M_2(|κp + βDx|) − 2 log M_2(κ); on the circle x·e = ±√(1−u²) with u = x·p, so that
    xᵀDx = 1 − (1−ρ)(1−u²) and |κp + βDx|² = κ² + 2κβu + β²(ρ² + (1−ρ²)u²). Arguments: ρ, κ, β.
    """

    template, plain = r"\mathcal{{L}}^{{\parallel}}_{{3}}\left({0},{1},{2}\right)", "L_shared"

    def definition(self):
        rho, kappa, beta = self.args
        length = sqrt(kappa**2 + 2 * kappa * beta * U1 + beta**2 * (rho**2 + (1 - rho**2) * U1**2))
        each = 2 * log(SphereMGF(2, length)) - 2 * beta * (1 - (1 - rho) * (1 - U1**2))
        return axis_mean(sp.Integer(2), kappa, each) - 2 * log(SphereMGF(2, kappa))
