"""The symbols of the alignment chapter: two hyperplanes, what lies in them, and losses of pairs.

e is the unit vector of A orthogonal to C = A ∩ B and n the unit normal of A; ρ is the cosine of the angle of A and B.
"""

from __future__ import annotations

import sympy as sp

from modgap.theory.language.symbols import U1, Defined, Dot, ExponentialIntegral, SphereMGF, fresh, sphere_mean


class AxisB(Defined):
    """e_B = ρ e + √(1−ρ²) n, the unit vector of B orthogonal to C. Arguments: e, n, ρ."""

    template, plain = "e_{{B}}", "e_B"

    def definition(self):
        e, n, cosine = self.args
        return cosine * e + sp.sqrt(1 - cosine**2) * n

    def _sympystr(self, printer):
        return self.plain


class NormalB(Defined):
    """n_B = ρ n − √(1−ρ²) e, the unit normal of B. Arguments: e, n, ρ."""

    template, plain = "n_{{B}}", "n_B"

    def definition(self):
        e, n, cosine = self.args
        return cosine * n - sp.sqrt(1 - cosine**2) * e

    def _sympystr(self, printer):
        return self.plain


class InA(Defined):
    """x(p, a) = √(1−a²) p + a e: the unit vector of A with direction p in C and cosine a with e. Arguments: p, a, e."""

    template, plain = r"x\left({0},{1}\right)", "x"

    def definition(self):
        direction, cosine, axis = self.args
        return sp.sqrt(1 - cosine**2) * direction + cosine * axis

    def _sympystr(self, printer):
        return f"{self.plain}({', '.join(printer._print(a) for a in self.args[:2])})"


class InB(InA):
    """y(q, b) = √(1−b²) q + b e_B: the unit vector of B with direction q in C and cosine b with e_B."""

    template, plain = r"y\left({0},{1}\right)", "y"


class Projection(Defined):
    """P w = w − Σ (w·n) n over the further arguments n.

    Where these are orthonormal it is the orthogonal projection of w on the subspace orthogonal to them all.
    """

    plain = "P"

    def definition(self):
        vector, *normals = self.args
        return vector - sum((Dot(vector, normal) * normal for normal in normals), sp.S.Zero)


class PlaneRotation(Defined):
    """R w for the rotation R of the plane of the orthonormal vectors e and n by the angle of cosine ρ, from e to n.

    R e = ρ e + √(1−ρ²) n, R n = ρ n − √(1−ρ²) e, and R w = w for w orthogonal to both. Arguments: w, e, n, ρ.
    """

    template, plain = r"R_{{{3}}}\left({0}\right)", "R"

    def definition(self):
        vector, e, n, cosine = self.args
        sine = sp.sqrt(1 - cosine**2)
        turned_e, turned_n = (cosine - 1) * e + sine * n, (cosine - 1) * n - sine * e
        return vector + Dot(vector, e) * turned_e + Dot(vector, n) * turned_n


class HyperplaneIntegral(ExponentialIntegral):
    """∫ e^{v·x} dx over the great sphere S^{h−1} ∩ n^⊥ with its surface measure, for a unit vector n.

    As `SphereIntegral`, it has no definition that unfolds. Arguments: h, v, n.
    """

    @property
    def space(self) -> sp.Expr:
        """The dimension of the hyperplane."""
        return self.args[0] - 1

    def _sympystr(self, printer):
        dim, vector, normal = (printer._print(a) for a in self.args)
        return f"Integral_hyperplane(exp(({vector}).{fresh('x', self.args)}), dim={dim}, normal={normal})"


class HyperplaneMGF(Defined):
    """E e^{t·x} for x ∼ vMF(c, κ) on the great sphere S^{h−1} ∩ n^⊥. Arguments: h, κ, c, t, n."""

    plain = "E_vMF"

    def definition(self):
        dim, concentration, centre, t, normal = self.args
        tilted = HyperplaneIntegral(dim, concentration * centre + t, normal)
        return tilted / HyperplaneIntegral(dim, concentration * centre, normal)


class PairLoss(Defined):
    """What one pair adds to the population loss: −2β x·y + log E e^{β x·y'} + log E e^{β x'·y}.

    x' ∼ vMF(c_x, κ_x) on the great sphere of the hyperplane with unit normal n_x, y' ∼ vMF(c_y, κ_y) on that with
    unit normal n_y. Arguments: h, β, x, y, (c_x, κ_x, n_x), (c_y, κ_y, n_y).
    """

    template, plain = r"\ell_{{{1}}}\left({2},\,{3}\right)", "loss"

    def definition(self):
        dim, beta, x, y, (c_x, kappa_x, n_x), (c_y, kappa_y, n_y) = self.args
        forward = sp.log(HyperplaneMGF(dim, kappa_y, c_y, beta * x, n_y))
        return -2 * beta * Dot(x, y) + forward + sp.log(HyperplaneMGF(dim, kappa_x, c_x, beta * y, n_x))

    def _sympystr(self, printer):
        beta, x, y = (printer._print(a) for a in self.args[1:4])
        return f"{self.plain}({x}, {y}; {beta})"


class LossOfPairs(Defined):
    """The loss L_N of `MCLLoss` where the i-th pair is given by Lambda expressions of i. Arguments: X, Y, β, N."""

    plain = "L"

    def definition(self):
        first, second, beta, count = self.args
        i, j = (fresh(name, self.args, integer=True) for name in "ij")

        def score(a, b):
            return beta * Dot(first(a), second(b))

        forward = sp.log(sp.Sum(sp.exp(score(i, j)), (j, 1, count)))
        backward = sp.log(sp.Sum(sp.exp(score(j, i)), (j, 1, count)))
        return sp.Sum(forward + backward - 2 * score(i, i), (i, 1, count)) / count


class OptimalPairsLoss(Defined):
    """The population loss of the optimal pairs of Theorem 4 where κ_x = κ_y = κ, as a mean over a = x·e.

    By `thm.4.loss` with q = p and b = a a pair's loss is −2β(1 − (1−ρ)a²) + 2 log(M(√(β²(1−a²) + (κ+βρa)²))/M(κ)), with
    M of dimension h − 1; a has a density proportional to e^{κa} against the law of a coordinate of S^{h−2}.
    Arguments: h, β, κ, ρ.
    """

    template, plain = r"\mathcal{{L}}_{{{1},{2}}}\left({3}\right)", "population_loss"

    def definition(self):
        dim, beta, kappa, cosine = self.apart()
        squared = beta**2 * (1 - U1**2) + (kappa + beta * cosine * U1) ** 2
        logs = sp.log(sp.hyper((), ((dim - 1) / 2,), squared / 4)) - sp.log(SphereMGF(dim - 1, kappa))
        of_pair = -2 * beta * (1 - (1 - cosine) * U1**2) + 2 * logs
        weight = sp.exp(kappa * U1)
        return sphere_mean(dim - 1, weight * of_pair) / sphere_mean(dim - 1, weight)
