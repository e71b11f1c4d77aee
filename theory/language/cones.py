"""The symbols of the Theorem 2 chapters: the loss of a centre against a cone, its slope, and the pair's loss.

In all of them ν = h/2 − 1 is the order that belongs to the dimension h, and M_{2ν+2} = M_h the generating function of
the sphere. M_h is even and entire, so that the loss is defined where κ = β and w = −1, too, where a von Mises–Fisher
centre and the tilt cancel. In terms of I_ν, log M_h(z) is G_ν(z) = log(z^{−ν} I_ν(z)) up to a constant.
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, exp, log, sqrt

from modgap.theory.language.symbols import U1, Defined, Dot, IvRatio, Named, SphereMGF, VonMisesFisherMGF, sphere_mean


def length(kappa: Expr, beta: Expr, w: Expr) -> Expr:
    """Return √(κ² + 2κβw + β²): the length of κc + βc' for unit vectors c, c' with c·c' = w."""
    return sqrt(kappa**2 + 2 * kappa * beta * w + beta**2)


class RatioOverArgument(Defined):
    """a_ν(z) = M_{2ν+4}(z)/((2ν+2) M_{2ν+2}(z)): the quotient A_ν(z)/z, continued to z = 0 by 1/(2ν+2)."""

    template, plain = r"a_{{{0}}}\left({1}\right)", "a"

    def definition(self):
        order, z = self.args
        return SphereMGF(2 * order + 4, z) / ((2 * order + 2) * SphereMGF(2 * order + 2, z))


class ConeLoss(Defined):
    """J_ν(w; κ, β) = −βw + log M_h(√(κ² + 2κβw + β²)) − log M_h(κ), h = 2ν + 2.

    The loss, less log N, of one direction of a pair: a unit vector against the N → ∞ points of vMF(c, κ), of whose
    centre c it has the cosine w.
    """

    template, plain = r"J_{{{0}}}\left({1};{2},{3}\right)", "J"

    def definition(self):
        order, w, kappa, beta = self.args
        dim = 2 * order + 2
        return -beta * w + log(SphereMGF(dim, length(kappa, beta, w))) - log(SphereMGF(dim, kappa))


class ConeSlope(Defined):
    """S_ν(w; κ, β) = β(κ a_ν(√(κ² + 2κβw + β²)) − 1): the slope of J in w, and its limit where κ = β and w = −1."""

    template, plain = r"S_{{{0}}}\left({1};{2},{3}\right)", "S"

    def definition(self):
        order, w, kappa, beta = self.args
        return beta * (kappa * RatioOverArgument(order, length(kappa, beta, w)) - 1)


class CentrePairLoss(Defined):
    """The loss of the pair (c_x, c_y) less 2 log N, as N → ∞, in the cones vMF(c_x, κ_x) and vMF(c_y, κ_y).

    −2β c_x·c_y + log E_{y∼vMF(c_y,κ_y)} e^{β c_x·y} + log E_{x∼vMF(c_x,κ_x)} e^{β c_y·x}.
    """

    template, plain = r"L^{{\mathrm{{cone}}}}_{{{0}}}\left({2},{4};{3},{5},{1}\right)", "L_cone"

    def definition(self):
        dim, beta, centre_x, kappa_x, centre_y, kappa_y = self.args
        images = log(VonMisesFisherMGF(dim, kappa_y, centre_y, beta * centre_x))
        texts = log(VonMisesFisherMGF(dim, kappa_x, centre_x, beta * centre_y))
        return -2 * beta * Dot(centre_x, centre_y) + images + texts


class RootConcentration(Defined):
    """κ_ν(z) = z/A_ν(z): the concentration κ > 2ν + 2 for which z is the positive root of z = κ A_ν(z)."""

    template, plain = r"\kappa_{{{0}}}\left({1}\right)", "kappa"

    def definition(self):
        order, z = self.args
        return z / IvRatio(order, z)


class TrapMaximum(Defined):
    """w*_ν(z; β) = (z² − κ² − β²)/(2κβ), κ = κ_ν(z): the cosine at which √(κ² + 2κβw + β²) is the root z."""

    template, plain = r"w^*_{{{0}}}\left({1};{2}\right)", "w*"

    def definition(self):
        order, z, beta = self.args
        kappa = RootConcentration(order, z)
        return (z**2 - kappa**2 - beta**2) / (2 * kappa * beta)


# --- all pairs -------------------------------------------------------------------------------------------------------


def log_partition(dim: Expr, s: Expr, kappa: Expr, beta: Expr) -> Expr:
    """Return F(s) = log M_h(√(κ² + 2κβs + β²)) − log M_h(κ): log E e^{β x·y} for y ∼ vMF(c, κ), |x| = 1, x·c = s."""
    return log(SphereMGF(dim, length(kappa, beta, s))) - log(SphereMGF(dim, kappa))


class PartitionMean(Defined):
    """P_h(w; κ_x, κ_y, β) = E_{x∼vMF(c_x,κ_x)} log E_{y∼vMF(c_y,κ_y)} e^{β x·y}, w = c_x·c_y.

    The logarithm is F(c_y·x). In polar coordinates about c_y, x = t c_y + √(1−t²) ξ with ξ uniform on a sphere of one
    dimension less, over which e^{κ_x c_x·x} has the mean e^{κ_x w t} M_{h−1}(κ_x √((1−w²)(1−t²))).
    """

    reduction = "polar coordinates about the other centre, for the mean of a function of one cosine"

    template, plain = r"P_{{{0}}}\left({1};{2},{3},{4}\right)", "P"

    def definition(self):
        dim, w, kappa_x, kappa_y, beta = self.apart()
        across = SphereMGF(dim - 1, kappa_x * sqrt((1 - w**2) * (1 - U1**2)))
        weight = exp(kappa_x * w * U1) * across
        return sphere_mean(dim, log_partition(dim, U1, kappa_y, beta) * weight) / SphereMGF(dim, kappa_x)


class PairedCosine(sp.Function):
    """E_π[x·y] for a coupling π of vMF(c_x, κ) and vMF(c_y, κ); arguments: π, h, κ, c_x, c_y.

    It has no definition that unfolds. For a drawn π, which stands for a mixture of two couplings, balls know its value.
    """

    def _sympystr(self, printer):
        return f"E_{printer._print(self.args[0])}[x.y]"


class BestCosine(Named):
    """W_h(w; κ_x, κ_y): the greatest E[x·y] over all couplings of vMF(c_x, κ_x) and vMF(c_y, κ_y), c_x·c_y = w.

    It has no definition that unfolds, and nothing here evaluates it.
    """

    plain = "W"


class ConePopulationLoss(Defined):
    """The loss less 2 log N, as N → ∞, of pairs drawn from a coupling π of vMF(c_x, κ) and vMF(c_y, κ).

    −2β E_π[x·y] + E_x log E_{y'} e^{β x·y'} + E_y log E_{x'} e^{β x'·y}; arguments: π, h, β, κ, c_x, c_y.
    """

    template, plain = r"\mathcal{{L}}_{{{1}}}\left({0};{4},{5},{3},{2}\right)", "L_population"

    def definition(self):
        coupling, dim, beta, kappa, centre_x, centre_y = self.args
        paired = PairedCosine(coupling, dim, kappa, centre_x, centre_y)
        return -2 * beta * paired + 2 * PartitionMean(dim, Dot(centre_x, centre_y), kappa, kappa, beta)
