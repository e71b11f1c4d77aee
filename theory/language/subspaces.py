"""The symbols of the Theorem 3 chapters: two hyperplanes in the coordinates of one space, and losses in them.

A and B are hyperplanes of R^h at an angle φ, C = A ∩ B, ρ = cos φ. Both are identified with R^{h−1}, C with itself and
the unit vectors of A and of B across C with one unit vector e; then x·y becomes xᵀDy, D = I − (1−ρ) e eᵀ
(`subspace.form`), and the projection of one hyperplane on the other becomes D.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Expr, Symbol, exp, log, sqrt

from modgap.theory.language.couplings import two_pairs
from modgap.theory.language.means import SphereAverage, VonMisesFisherMean
from modgap.theory.language.symbols import U1, U2, Defined, Dot, IvRatio, Norm, SphereMGF, fresh, order_of, sphere_mean


class CrossCosine(Defined):
    """xᵀDy = x·y − (1−ρ)(x·e)(y·e): the inner product of a vector of A with one of B. Arguments: x, y, e, ρ."""

    template, plain = r"{0}^{{\top}} D_{{{3}}}\, {1}", "D"

    def definition(self):
        x, y, e, rho = self.args
        return Dot(x, y) - (1 - rho) * Dot(x, e) * Dot(y, e)

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


class _CoordinateMean:
    """How a mean E g over vMF(c, κ) of a function of coordinates is printed; arguments: d, κ, g as a Lambda of them."""

    args: tuple[Any, ...]
    plain: str
    coordinates: tuple[Symbol, ...] = (U1,)

    def _sympystr(self, printer):
        dim, kappa, averaged = map(printer._print, (*self.args[:2], self.args[2](*self.coordinates)))
        return f"{self.plain}({averaged}; {dim}, {kappa})"


class AxisMean(_CoordinateMean, Defined):
    """E g(x·c) for x ∼ vMF(c, κ) on S^{d−1}: the mean of g(u_1) e^{κu_1} over the sphere divided by M_d(κ).

    Arguments: d, κ, g as a Lambda of `U1`.
    """

    plain = "E_axis"
    is_commutative = True

    def definition(self):
        dim, kappa, function = self.apart()
        return sphere_mean(dim, function(U1) * exp(kappa * U1)) / SphereMGF(dim, kappa)


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
        dim, rho, kappa, beta = self.apart()
        logs = log_partition_across(dim - 1, rho, kappa, beta, U1)
        each = 2 * logs - 2 * beta * (1 - (1 - rho) * U1**2)
        return axis_mean(dim - 1, kappa, each) - 2 * log(SphereMGF(dim - 1, kappa))


class OppositeBound(Defined):
    """A lower bound on the population loss of the laws vMF(e_A, κ) on A and vMF(−e_B, κ) on B, whatever the coupling.

    −2β(E xᵀDx − 2ρA²) + 2 E log M_{h−1}(|κe − βDx|) − 2 log M_{h−1}(κ), A = A(κ) the mean length of the laws: by
    `thm.3.population.coupling` with m = 2A, E xᵀDy is at most E xᵀDx − 2ρA². Arguments: h, ρ, κ, β.
    """

    reduction = "thm.3.population.coupling at m = 2A bounds the loss of opposite centres from below"

    template, plain = r"\mathcal{{L}}^{{\mathrm{{opp}}}}_{{{0}}}\left({1},{2},{3}\right)", "L_opposite"

    def definition(self):
        dim, rho, kappa, beta = self.apart()
        logs = log_partition_across(dim - 1, rho, kappa, beta, -U1)
        each = 2 * logs - 2 * beta * (1 - (1 - rho) * U1**2)
        lost = 4 * beta * rho * IvRatio(order_of(dim - 1), kappa) ** 2
        return axis_mean(dim - 1, kappa, each) + lost - 2 * log(SphereMGF(dim - 1, kappa))


class SharedLossInSpace(Defined):
    """The population loss in R³ of laws vMF(p, κ) on both A and B, p a unit vector of the line C, equal coordinates.

    −2β E xᵀDx + 2 E log M_2(|κp + βDx|) − 2 log M_2(κ); on the circle x·e = ±√(1−u²) with u = x·p, so that
    xᵀDx = 1 − (1−ρ)(1−u²) and |κp + βDx|² = κ² + 2κβu + β²(ρ² + (1−ρ²)u²). Arguments: ρ, κ, β.
    """

    reduction = "on the circle the square of one coordinate is 1 less that of the other"

    template, plain = r"\mathcal{{L}}^{{\parallel}}_{{3}}\left({0},{1},{2}\right)", "L_shared"

    def definition(self):
        rho, kappa, beta = self.apart()
        length = sqrt(kappa**2 + 2 * kappa * beta * U1 + beta**2 * (rho**2 + (1 - rho**2) * U1**2))
        each = 2 * log(SphereMGF(2, length)) - 2 * beta * (1 - (1 - rho) * (1 - U1**2))
        return axis_mean(sp.Integer(2), kappa, each) - 2 * log(SphereMGF(2, kappa))


# --- laws about a centre in C, in any dimension ----------------------------------------------------------------------


class PlaneMean(_CoordinateMean, sp.Function):
    """E g(x·p, x·e) for x ∼ vMF(p, κ) on S^{d−1}, d ≥ 2, and unit vectors p ⟂ e.

    The mean of g(u_1, u_2) e^{κu_1} over the sphere, u_1 and u_2 being two coordinates, divided by M_d(κ). As
    `SphereIntegral`, it has no definition that unfolds. Arguments: d, κ, g as a Lambda of (`U1`, `U2`).
    """

    plain = "E_plane"
    coordinates = (U1, U2)
    is_commutative = True


def plane_mean(dim: Expr, kappa: Expr, of: Expr) -> PlaneMean:
    """Return E of an expression in `U1` and `U2`, the cosines of a point of vMF(p, κ) with p and with e ⟂ p."""
    return PlaneMean(dim, kappa, sp.Lambda((U1, U2), of))


class AcrossMean(_CoordinateMean, Defined):
    """E g(x·e) for x ∼ vMF(p, κ) on S^{d−1}, d ≥ 2, and a unit vector e ⟂ p.

    Given u = x·e, the rest of x is √(1−u²) times a point of the sphere S^{d−2}, over which e^{κ p·x} has the mean
    M_{d−1}(κ√(1−u²)): the mean of g(u_1) M_{d−1}(κ√(1−u_1²)) over the sphere, divided by M_d(κ).
    Arguments: d, κ, g as a Lambda of `U1`.
    """

    reduction = "polar coordinates about an axis across the centre, for the mean of a function of one coordinate"
    plain = "E_across"
    is_commutative = True

    def definition(self):
        dim, kappa, function = self.apart()
        return sphere_mean(dim, function(U1) * mgf_of_rest(dim, kappa, dim - 1)) / SphereMGF(dim, kappa)


def across_mean(dim: Expr, kappa: Expr, of: Expr) -> AcrossMean:
    """Return E of an expression in `U1`, the cosine of a point of vMF(p, κ) with e ⟂ p."""
    return AcrossMean(dim, kappa, sp.Lambda(U1, of))


def mgf_of_rest(dim: Expr, kappa: Expr, of: Expr) -> SphereMGF:
    """Return M_of(κ√(1−u_1²)), 1 − u_1² being the square of what is left of a point of the sphere across e."""
    return SphereMGF(of, kappa * sqrt(1 - U1**2))


def mean_given_across(dim: Expr, kappa: Expr) -> Expr:
    """Return E[x·p | x·e = u_1] = √(1−u_1²) A(κ√(1−u_1²)), A of order (d−1)/2 − 1, for x ∼ vMF(p, κ) on S^{d−1}.

    As A_ν(z) = (z/(2ν+2)) M_{2ν+4}(z)/M_{2ν+2}(z), it is written without a root that vanishes at u_1 = ±1.
    """
    quotient = mgf_of_rest(dim, kappa, dim + 1) / mgf_of_rest(dim, kappa, dim - 1)
    return kappa * (1 - U1**2) / (dim - 1) * quotient


def given_across(of: Expr, dim: Expr, kappa: Expr) -> Expr:
    """Return E[f | x·e = u_1] for f = c u_1 + g(u_2), where u_1 = x·p and u_2 = x·e, x ∼ vMF(p, κ) on S^{d−1}."""
    whole = sp.expand(of)
    factor = whole.coeff(U1, 1)
    rest = sp.expand(whole - factor * U1)
    return factor * mean_given_across(dim, kappa) + rest.xreplace({U2: U1})


def square_of_tilt(rho: Expr, kappa: Expr, beta: Expr, u: Expr, across: Expr) -> Expr:
    """Return |κp + βDx|² for x·p = u and x·e = across: (κ + βu)² + β²(1 − u² − across²) + β²ρ² across²."""
    return (kappa + beta * u) ** 2 + beta**2 * (1 - u**2 - across**2) + beta**2 * rho**2 * across**2


class SharedLoss(Defined):
    """The population loss of laws vMF(p, κ) on both A and B, p a unit vector of C, coupled by equal coordinates.

    −2β E xᵀDx + 2 E log M_{h−1}(|κp + βDx|) − 2 log M_{h−1}(κ), with xᵀDx = 1 − (1−ρ)u_2², u_2 = x·e.
    Arguments: h, ρ, κ, β; h ≥ 3. For h = 3 it is `SharedLossInSpace`, where u_2² = 1 − u_1².
    """

    template, plain = r"\mathcal{{L}}^{{\parallel}}_{{{0}}}\left({1},{2},{3}\right)", "L_shared"

    def definition(self):
        dim, rho, kappa, beta = self.apart()
        logs = log(SphereMGF(dim - 1, sqrt(square_of_tilt(rho, kappa, beta, U1, U2))))
        each = 2 * logs - 2 * beta * (1 - (1 - rho) * U2**2)
        return plane_mean(dim - 1, kappa, each) - 2 * log(SphereMGF(dim - 1, kappa))


# --- without a constraint on the law ---------------------------------------------------------------------------------


def _with_sign(dim: Expr, u: Symbol, of: Callable[[Expr], Expr]) -> Expr:
    """Return the mean of f(u, s) over u uniform on S^{d−1} and a fair sign s, given as s ↦ f(u, s)."""
    return sum((SphereAverage(dim, sp.Lambda(u, of(sp.Integer(s)))) for s in (1, -1)), sp.S.Zero) / 2


def sign_weight(rho: Expr, beta: Expr, q: Expr, point: tuple[Expr, int], other: tuple[Expr, int]) -> Expr:
    """Return e^{β xᵀDx'} for x = (√(1−q) u, √q s) and x' = (√(1−q) u', √q s'), given (u, s) and (u', s')."""
    (u, s), (v, t) = point, other
    return exp(beta * ((1 - q) * Dot(u, v) + rho * q * s * t))


class RandomSignPartition(Defined):
    """Z(m, s) = E' e^{β xᵀDx'}, x = (√(1−q) m, √q s), over x' = (√(1−q) u, √q s') of the law of random sign.

    u is uniform on the sphere of C, S^{h−3}, and s' = ±1 a fair sign, independent of it. Arguments: h, ρ, β, q, m, s.
    """

    template, plain = r"Z^{{\pm}}_{{{0}}}\left({4},{5};{1},{2},{3}\right)", "Z_sign"

    def definition(self):
        dim, rho, beta, q, m, s = self.args
        u = fresh("u", self.args)
        return _with_sign(dim - 2, u, lambda t: sign_weight(rho, beta, q, (m, s), (u, t)))


class RandomSignLoss(Defined):
    """The loss of the pairs with equal coordinates x = y = (√(1−q) m, √q s) in the law of random sign.

    −2β xᵀDx + 2 log E' e^{β xᵀDx'}, averaged over the fair sign s = ±1; x' = (√(1−q) u, √q s'), u uniform on S^{h−3}
    and s' a fair sign. It is the same for every point m of S^{h−3} (`thm.3.free.sign`), and so it is the population
    loss of the law in which m is uniform too. A share q of the squared length lies across C; q = 0 is the collapse
    onto C. Arguments: h, ρ, β, q, m.
    """

    reduction = "the loss of a law that turns into itself is that of one of its pairs"

    template, plain = r"\mathcal{{L}}^{{\pm}}_{{{0}}}\left({3};{1},{2}\right)", "L_sign"

    def definition(self):
        dim, rho, beta, q, m = self.args
        signs = [sp.Integer(s) for s in (1, -1)]
        own = [Dot(sqrt(1 - q) * m, sqrt(1 - q) * m) + rho * (sqrt(q) * s) ** 2 for s in signs]
        logs = [log(RandomSignPartition(dim, rho, beta, q, m, s)) for s in signs]
        return -beta * sum(own, sp.S.Zero) + sum(logs, sp.S.Zero)


class CrossPopulationLoss(Defined):
    """𝓛(P) = −2β E xᵀDy + E log E' e^{β xᵀDy'} + E log E' e^{β x'ᵀDy}: the population loss of a law of pairs (x, y).

    x ranges over the unit sphere of A and y over that of B, in the coordinates of R^{h−1}. Arguments: P, β, e, ρ.
    """

    template, plain = r"\mathcal{{L}}_{{D}}\left({0};{1},{3}\right)", "L_D"

    def definition(self):
        law, beta, e, rho = self.args
        pair, other = two_pairs(law, self.args)
        (x, y), (x1, y1) = pair.variables, other.variables
        forward = log(other.mean(exp(beta * CrossCosine(x, y1, e, rho).definition())))
        backward = log(other.mean(exp(beta * CrossCosine(x1, y, e, rho).definition())))
        own = CrossCosine(x, y, e, rho).definition()
        return -2 * beta * pair.mean(own) + pair.mean(forward) + pair.mean(backward)


# --- any centres -----------------------------------------------------------------------------------------------------


def log_partition_of(x: Expr, c: Expr, e: Expr, dim: Expr, rho: Expr, kappa: Expr, beta: Expr) -> Expr:
    """Return log M_d(|κc + βDx|): by `thm.3.partition`, log M_d(κ) plus log E e^{β xᵀDy} for y ∼ vMF(c, κ)."""
    return log(SphereMGF(dim, Norm(kappa * c + beta * projected(x, e, rho))))


class CoupledCross(sp.Function):
    """E_π[xᵀDy] for a coupling π of vMF(c_x, κ) and vMF(c_y, κ) on S^{d−1}; arguments: π, d, κ, c_x, c_y, e, ρ.

    It has no definition that unfolds. For a drawn π, which stands for a mixture of two couplings, balls know its value.
    """

    is_real = True

    def _sympystr(self, printer):
        return f"E_{printer._print(self.args[0])}[x.Dy]"


class CoupledLoss(Defined):
    """The population loss of pairs drawn from a coupling π of vMF(c_x, κ) on A and vMF(c_y, κ) on B.

    −2β E_π[xᵀDy] + E_x log(M(|κc_y + βDx|)/M(κ)) + E_y log(M(|κc_x + βDy|)/M(κ)), M = M_{h−1}.
    Arguments: π, h, ρ, κ, β, e, c_x, c_y.
    """

    template, plain = r"\mathcal{{L}}_{{{1}}}\left({0};{6},{7},{3},{4},{2}\right)", "L_coupled"

    def definition(self):
        coupling, dim, rho, kappa, beta, e, c_x, c_y = self.args
        paired = CoupledCross(coupling, dim - 1, kappa, c_x, c_y, e, rho)
        point = fresh("x", self.args)

        def part(own: Expr, other: Expr) -> Expr:
            logs = log_partition_of(point, other, e, dim - 1, rho, kappa, beta)
            return VonMisesFisherMean(dim - 1, kappa, own, sp.Lambda(point, logs))

        return -2 * beta * paired + part(c_x, c_y) + part(c_y, c_x) - 2 * log(SphereMGF(dim - 1, kappa))

    def _sympystr(self, printer):
        coupling, _, rho, kappa, beta, _, c_x, c_y = (printer._print(a) for a in self.args)
        return f"{self.plain}({coupling}; {c_x}, {c_y}, {kappa}, {beta}, {rho})"


class EqualCoordinatesLoss(Defined):
    """The population loss of the laws vMF(c, κ) on A and on B, coupled by equal coordinates.

    −2β E xᵀDx + 2 E log(M(|κc + βDx|)/M(κ)), M = M_{h−1}, x ∼ vMF(c, κ). Arguments: h, ρ, κ, β, e, c.
    """

    template, plain = r"\mathcal{{L}}^{{=}}_{{{0}}}\left({5};{1},{2},{3}\right)", "L_equal"

    def definition(self):
        dim, rho, kappa, beta, e, c = self.args
        point = fresh("x", self.args)
        each = 2 * log_partition_of(point, c, e, dim - 1, rho, kappa, beta) - 2 * beta * CrossCosine(
            point, point, e, rho
        )
        mean = VonMisesFisherMean(dim - 1, kappa, c, sp.Lambda(point, each))
        return mean - 2 * log(SphereMGF(dim - 1, kappa))

    def _sympystr(self, printer):
        _, rho, kappa, beta, _, c = (printer._print(a) for a in self.args)
        return f"{self.plain}({c}; {rho}, {kappa}, {beta})"


# --- the angle of the hyperplanes ------------------------------------------------------------------------------------


class AngleSlope(Defined):
    """What the loss of centres e_A, e_B gains per unit of ρ = cos φ: 2β E[u((κ + βρu) a(|κe + βDx|) − u)], u = x·e.

    a(z) = M_{h+1}(z)/((h−1) M_{h−1}(z)) is A(z)/z, continued to z = 0 (`bessel.ratio.over_x`). Arguments: h, ρ, κ, β.
    """

    template, plain = r"\mathcal{{S}}^{{\perp}}_{{{0}}}\left({1},{2},{3}\right)", "S_perp"

    def definition(self):
        dim, rho, kappa, beta = self.apart()
        return axis_mean(dim - 1, kappa, angle_slope_at(U1, dim, rho, kappa, beta))


def angle_slope_at(u: Expr, dim: Expr, rho: Expr, kappa: Expr, beta: Expr) -> Expr:
    """Return 2βu((κ + βρu) a(|κe + βDx|) − u) for x·e = u."""
    length = log_partition_across(dim - 1, rho, kappa, beta, u).args[0].args[1]
    over = SphereMGF(dim + 1, length) / ((dim - 1) * SphereMGF(dim - 1, length))
    return 2 * beta * u * ((kappa + beta * rho * u) * over - u)
