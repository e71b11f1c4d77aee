"""The definitions of the page of main results, written down anew: only the words of the language are shared.

Inner products, integrals over spheres and means over a law of pairs are words of the language; whatever is built from
them is defined here a second time, so that the page can be held against the ledger (`restatement.agrees`).
"""

from __future__ import annotations

import sympy as sp
from sympy import Expr, Integral, Sum, Symbol, cos, exp, log, pi, sqrt

from modgap.theory.language.couplings import CouplingMean
from modgap.theory.language.hyperplanes import HyperplaneIntegral
from modgap.theory.language.symbols import Defined, Dot, SphereIntegral

__all__ = ["DEFINITIONS", "GENERIC"]

_ANGLE = Symbol("theta", real=True)


class M(Defined):
    """The mean of e^{z u_1} over the uniform law of the unit sphere of R^h (`sphere.mgf`).

    In terms of the Bessel function it is Γ(h/2)(2/z)^{h/2−1} I_{h/2−1}(z) (`sphere.mgf.bessel`).
    """

    template = r"M_{{{0}}}\left({1}\right)"

    def definition(self):
        dim, z = self.args
        return sp.hyper((), (dim / 2,), z**2 / 4)


class A(Defined):
    """The length of the mean of a von Mises–Fisher law of concentration κ on the unit sphere of R^d, d = 2ν + 2."""

    template = r"A_{{{0}}}\left({1}\right)"

    def definition(self):
        order, z = self.args
        return sp.besseli(order + 1, z) / sp.besseli(order, z)


class L(Defined):
    """The contrastive loss of N pairs at inverse temperature β = 1/τ: both directions' cross-entropies, averaged."""

    template = r"L_{{{3}}}\left({0},{1};{2}\right)"

    def definition(self):
        x, y, beta, count = self.args
        i, j = sp.symbols("i j", integer=True)
        rows = Sum(exp(beta * Dot(sp.Indexed(x, i), sp.Indexed(y, j))), (j, 1, count))
        columns = Sum(exp(beta * Dot(sp.Indexed(x, j), sp.Indexed(y, i))), (j, 1, count))
        own = beta * Dot(sp.Indexed(x, i), sp.Indexed(y, i))
        return Sum((log(rows) - own) + (log(columns) - own), (i, 1, count)) / count


class PopulationLoss(Defined):
    """The same for a law P of pairs (x, y), less 2 log N, in the limit N → ∞ (`mcl.limit`)."""

    template = r"\mathcal{{L}}\left({0};{1}\right)"

    def definition(self):
        law, beta = self.args
        x, y, other_x, other_y = sp.symbols("x y x' y'")

        def mean(of: Expr, pair: tuple[Symbol, Symbol]) -> Expr:
            return CouplingMean(law, sp.Lambda(pair, of))

        own, other = (x, y), (other_x, other_y)
        rows = mean(log(mean(exp(beta * Dot(x, other_y)), other)), own)
        columns = mean(log(mean(exp(beta * Dot(other_x, y)), other)), own)
        return rows + columns - 2 * beta * mean(Dot(x, y), own)


class VonMisesFisherMean(Defined):
    """The mean of e^{t·ξ} over the von Mises–Fisher law of centre c and concentration κ, density ∝ e^{κ c·ξ}."""

    def definition(self):
        dim, kappa, centre, t = self.args
        return SphereIntegral(dim, kappa * centre + t) / SphereIntegral(dim, kappa * centre)

    def _latex(self, printer, exp=None):
        _, kappa, centre, t = (printer._print(a) for a in self.args)
        return rf"\mathbb{{E}}_{{\xi\sim\mathrm{{vMF}}({centre},{kappa})}}\left[e^{{{t}\cdot\xi}}\right]"


class ConePair(Defined):
    """The loss, less 2 log N as N → ∞, of the pair that sits at the centres of two cones (von Mises–Fisher laws)."""

    template = r"L^{{\mathrm{{cone}}}}_{{{0}}}\left({2},{4};{3},{5},{1}\right)"

    def definition(self):
        dim, beta, c_x, kappa_x, c_y, kappa_y = self.args
        keys = log(VonMisesFisherMean(dim, kappa_y, c_y, beta * c_x))
        queries = log(VonMisesFisherMean(dim, kappa_x, c_x, beta * c_y))
        return keys + queries - 2 * beta * Dot(c_x, c_y)


class Inner(Defined):
    """The inner product in R^h of a vector of A and one of B, both given by h − 1 coordinates (`subspace.form`).

    The first h − 2 coordinates are along C = A ∩ B; the last, along e, is that orthogonal to C; ρ = cos φ.
    """

    template = r"\left\langle {0},{1}\right\rangle_{{{3}}}"

    def definition(self):
        x, y, e, rho = self.args
        return Dot(x, y) - (1 - rho) * Dot(x, e) * Dot(y, e)

    def _eval_is_real(self):
        return self.args[-1].is_real


class HyperplanePair(Defined):
    """The loss, less 2 log N as N → ∞, of the pair at the centres of von Mises–Fisher laws on A and on B.

    c_x and c_y are coordinates, as above; P_e c = c − (1−ρ)(c·e) e are those of a centre projected on the other
    hyperplane, and the quotients of M are the means of e^{β c_x·y} and e^{β c_y·x} (`thm.3.partition`).
    """

    template = r"L^{{\mathrm{{sub}}}}_{{{0}}}\left({4},{6};{5},{7},{2},{1}\right)"

    def definition(self):
        dim, rho, beta, e, c_x, kappa_x, c_y, kappa_y = self.args

        def direction(kappa: Expr, centre: Expr, query: Expr) -> Expr:
            moved = kappa * centre + beta * (query - (1 - rho) * Dot(query, e) * e)
            return log(M(dim - 1, Length(moved))) - log(M(dim - 1, kappa))

        own = direction(kappa_y, c_y, c_x) + direction(kappa_x, c_x, c_y)
        return own - 2 * beta * Inner(c_x, c_y, e, rho)


class Length(Defined):
    """The Euclidean length of a vector."""

    template = r"\left|{0}\right|"

    def definition(self):
        return sqrt(Dot(self.args[0], self.args[0]))


def circle_mean(kappa: Expr, of: Expr) -> Expr:
    """Return the mean of a function of the angle θ to the centre, for the von Mises law on the circle."""
    return Integral(of * exp(kappa * cos(_ANGLE)), (_ANGLE, 0, pi)) / pi / M(2, kappa)


class Perpendicular(Defined):
    """In R³, the loss of all pairs, less 2 log N as N → ∞, with the centres e_A and e_B and equal coordinates.

    Both laws are von Mises laws of concentration κ on the circles of A and B; θ is the angle to the centre.
    """

    template = r"\mathcal{{L}}^{{\perp}}\left({0},{1},{2}\right)"

    def definition(self):
        rho, kappa, beta = self.args
        u = cos(_ANGLE)
        length = sqrt(kappa**2 + 2 * kappa * beta * rho * u + beta**2 * (1 - (1 - rho**2) * u**2))
        each = 2 * log(M(2, length)) - 2 * beta * (1 - (1 - rho) * u**2)
        return circle_mean(kappa, each) - 2 * log(M(2, kappa))


class Shared(Defined):
    """The same with one shared centre on the line C, so with no gap."""

    template = r"\mathcal{{L}}^{{\parallel}}\left({0},{1},{2}\right)"

    def definition(self):
        rho, kappa, beta = self.args
        u = cos(_ANGLE)
        length = sqrt(kappa**2 + 2 * kappa * beta * u + beta**2 * (rho**2 + (1 - rho**2) * u**2))
        each = 2 * log(M(2, length)) - 2 * beta * (1 - (1 - rho) * (1 - u**2))
        return circle_mean(kappa, each) - 2 * log(M(2, kappa))


class AxisB(Defined):
    """The unit vector of B orthogonal to C, where e_A is that of A and n_A the unit normal of A."""

    template = "e_{{B}}"

    def definition(self):
        e, n, rho = self.args
        return rho * e + sqrt(1 - rho**2) * n


class NormalB(Defined):
    """The unit normal of B."""

    template = "n_{{B}}"

    def definition(self):
        e, n, rho = self.args
        return rho * n - sqrt(1 - rho**2) * e


class OfA(Defined):
    """The unit vector of A that has the direction p in C and the cosine a with e_A."""

    template = r"x\left({0},{1}\right)"

    def definition(self):
        direction, cosine, axis = self.args
        return cosine * axis + sqrt(1 - cosine**2) * direction


class OfB(OfA):
    """The unit vector of B that has the direction q in C and the cosine a with e_B."""

    template = r"y\left({0},{1}\right)"


class Across(Defined):
    """Orthogonal projection: on C = A ∩ B, orthogonal to e_A and n_A, and on B, orthogonal to n_B."""

    def definition(self):
        vector, *normals = self.args
        return vector - sum((Dot(vector, normal) * normal for normal in normals), sp.S.Zero)

    def _latex(self, printer, exp=None):
        vector, *normals = (printer._print(a) for a in self.args)
        body = rf"P_{{{'C' if len(normals) == 2 else 'B'}}}\left({vector}\right)"
        return body if exp is None else rf"\left({body}\right)^{{{exp}}}"


class Rotation(Defined):
    """The rotation of the plane of e_A and n_A that takes e_A to e_B and n_A to n_B, and leaves C in its place."""

    template = r"R\left({0}\right)"

    def definition(self):
        w, e, n, rho = self.args
        sine = sqrt(1 - rho**2)
        return w + Dot(w, e) * ((rho - 1) * e + sine * n) + Dot(w, n) * ((rho - 1) * n - sine * e)


class HyperplaneMean(Defined):
    """The mean of e^{t·ξ} over the von Mises–Fisher law of centre c and concentration κ on the hyperplane ⟂ n."""

    def definition(self):
        dim, kappa, centre, t, normal = self.args
        return HyperplaneIntegral(dim, kappa * centre + t, normal) / HyperplaneIntegral(dim, kappa * centre, normal)

    def _latex(self, printer, exp=None):
        _, kappa, centre, t, normal = (printer._print(a) for a in self.args)
        law = rf"\xi\sim\mathrm{{vMF}}({centre},{kappa}),\,\xi\perp {normal}"
        return rf"\mathbb{{E}}_{{{law}}}\left[e^{{\left({t}\right)\cdot\xi}}\right]"


class OnePair(Defined):
    """What one pair of vectors of A and B adds to the loss of all pairs, the laws having the centres e_A and e_B."""

    template = r"\ell\left({2},{3}\right)"

    def definition(self):
        dim, beta, x, y, e, n, rho, kappa_x, kappa_y = self.args
        keys = log(HyperplaneMean(dim, kappa_y, AxisB(e, n, rho), beta * x, NormalB(e, n, rho)))
        queries = log(HyperplaneMean(dim, kappa_x, e, beta * y, n))
        return keys + queries - 2 * beta * Dot(x, y)


def _generic() -> list[Defined]:
    """Return each definition once, at arguments that a reader can take for any."""
    h, count = sp.symbols("h N", integer=True, positive=True)
    z, beta, kappa, kappa_x, kappa_y = sp.symbols("z beta kappa kappa_x kappa_y", positive=True)
    rho, nu, a = sp.symbols("rho nu a", real=True)
    x, y, law, c, t, c_x, c_y, e, v, w, p, q, xi = sp.symbols("x y P c t c_x c_y e v w p q n")
    e_A, n_A = sp.symbols("e_A n_A")
    families = sp.IndexedBase("x"), sp.IndexedBase("y")
    e_B, n_B = AxisB(e_A, n_A, rho), NormalB(e_A, n_A, rho)
    return [
        M(h, z), A(nu, z), L(*families, beta, count), PopulationLoss(law, beta), VonMisesFisherMean(h, kappa, c, t),
        ConePair(h, beta, c_x, kappa_x, c_y, kappa_y), Inner(x, y, e, rho),
        HyperplanePair(h, rho, beta, e, c_x, kappa_x, c_y, kappa_y), Perpendicular(rho, kappa, beta),
        Shared(rho, kappa, beta), e_B, n_B, OfA(p, a, e_A), OfB(q, a, e_B), Across(v, e_A, n_A), Across(v, n_B),
        Rotation(w, e_A, n_A, rho), HyperplaneMean(h, kappa, c, t, xi),
        OnePair(h, beta, x, y, e_A, n_A, rho, kappa_x, kappa_y),
    ]  # fmt: skip


#: Each definition at generic arguments, in the order in which a reader needs them; of |v| the page speaks in words.
GENERIC = _generic()
DEFINITIONS = (Length, *dict.fromkeys(type(symbol) for symbol in GENERIC))
