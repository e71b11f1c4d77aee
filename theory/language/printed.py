"""The functions of the print: J̃ of three arguments, in which it writes every limit of the loss of a pair.

The paper is Yi, Douady and Chen, arXiv 2510.03268v2. It writes J̃ with G_ν(z) = log(z^{−ν} I_ν(z)), without value
at z = 0; log M_{2ν+2} differs from G_ν by a constant where z > 0, and is defined at 0, too (`paper.def.6`).
"""

from __future__ import annotations

from sympy import Expr, log, sqrt

from modgap.theory.language.symbols import Defined, LogScaledBessel, SphereMGF


def tilt(kappa: Expr, beta: Expr, w: Expr, t: Expr) -> Expr:
    """Return M̃_κ(w, t) = √(κ² + 2κβw + β²t²), equation (13): the length of κc + βPx for x·c = w and |Px| = t."""
    return sqrt(kappa**2 + 2 * kappa * beta * w + beta**2 * t**2)


class PrintedLoss(Defined):
    """J̃_ν(w₁, w₂, t; κ, β) = −βw₁ + log M_{2ν+2}(M̃) − log M_{2ν+2}(κ), M̃ = √(κ² + 2κβw₂ + β²t²).

    It is Definition 6 with β = 1/τ. Arguments: ν, w₁, w₂, t, κ, β.
    """

    template, plain = r"\tilde{{J}}_{{{0}}}\left({1},{2},{3};{4},{5}\right)", "J_tilde"

    def definition(self):
        order, own, lean, t, kappa, beta = self.args
        dim = 2 * order + 2
        return -beta * own + log(SphereMGF(dim, tilt(kappa, beta, lean, t))) - log(SphereMGF(dim, kappa))


class PrintedBesselLoss(Defined):
    """−βw₁ + G_ν(M̃) − G_ν(κ), M̃ = √(κ² + 2κβw₂ + β²t²): equation (12) letter by letter, which asks M̃ > 0.

    Arguments: ν, w₁, w₂, t, κ, β.
    """

    template, plain = r"\tilde{{J}}^{{(12)}}_{{{0}}}\left({1},{2},{3};{4},{5}\right)", "J_12"

    def definition(self):
        order, own, lean, t, kappa, beta = self.args
        length = tilt(kappa, beta, lean, t)
        return -beta * own + LogScaledBessel(order, length) - LogScaledBessel(order, kappa)
