"""The symbols in which claims are stated, each with its definition.

A statement is a SymPy relation over these symbols. Everything that is printed, checked in exact
algebra, enclosed by balls or sampled is read off that one object. A symbol that abbreviates something
says what it abbreviates in ``definition()``; printing, proof and evaluation all unfold that method.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import sympy as sp
from sympy import Basic, Expr, Integral, Symbol

from modgap.theory.language.domain import bound_names
from modgap.theory.outcome import Undecided


class Named(sp.Function):
    """A symbol that is shown by a head with its arguments."""

    #: Head of the plain form.
    plain = ""

    def _sympystr(self, printer):
        return f"{self.plain}({', '.join(printer._print(a) for a in self.args)})"


class OfFunction(sp.Function):
    """A symbol whose last argument is a function, given as a Lambda of what it binds."""

    @property
    def variables(self) -> tuple[Symbol, ...]:
        """What it binds."""
        return self.args[-1].variables

    @property
    def variable(self) -> Symbol:
        """The first of what it binds: a vector or a sample."""
        return self.variables[0]

    @property
    def integrand(self) -> Expr:
        """The function, as an expression in `variables`."""
        return self.args[-1].expr


class Defined(Named):
    """A symbol that abbreviates another expression of the language."""

    #: LaTeX head, filled with the LaTeX of the arguments by ``str.format``.
    template = ""
    #: Where the definition is not what the docstring opens with but a reduction of it: the theorem that reduces it.
    reduction = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Let a definition be asked once for each symbol: it stands for one expression, whoever asks and when."""
        super().__init_subclass__(**kwargs)
        if "definition" in cls.__dict__:
            cls.definition = cache(cls.__dict__["definition"])  # type: ignore[method-assign]

    def definition(self) -> Expr:
        """Return the expression that this symbol stands for."""
        raise NotImplementedError

    def apart(self) -> tuple[Expr, ...]:
        """Return the arguments of a symbol whose definition binds `U1` or `U2`; none may speak of these, or bind them.

        A function may be one of them, but not bind one within: what the definition puts there would be captured.
        """
        bodies = (expr.expr if isinstance(expr, sp.Lambda) else expr for expr in self.args)
        if {U1, U2} & self.free_symbols.union(*map(bound_names, bodies)):
            raise Undecided(f"an argument of {type(self).__name__} speaks of a coordinate that its definition binds")
        return self.args


def unfold(expr: Basic, *, once: bool = False) -> Basic:
    """Replace every defined symbol by its definition (the outermost layer only, if `once`)."""
    while True:
        layer = expr.replace(lambda e: isinstance(e, Defined), lambda e: e.definition())
        if once or layer == expr:
            return layer
        expr = layer


def definitions(expr: Basic) -> list[tuple[Defined, Expr]]:
    """Return what the defined symbols in `expr` stand for, outermost first."""
    seen: dict[Defined, Expr] = {}
    queue = sorted(expr.atoms(Defined), key=sp.default_sort_key)
    while queue:
        symbol = queue.pop(0)
        if symbol not in seen:
            seen[symbol] = symbol.definition()
            queue += sorted(seen[symbol].atoms(Defined), key=sp.default_sort_key)
    return list(seen.items())


def reductions(expr: Basic) -> frozenset[str]:
    """Return the theorems by which the definitions of symbols in `expr`, of any layer, are reductions."""
    found: set[str] = set()
    seen: set[Basic] = set()
    queue = list(expr.atoms(Defined))
    while queue:
        symbol = queue.pop()
        if symbol not in seen:
            seen.add(symbol)
            found |= {symbol.reduction} - {""}
            queue += symbol.definition().atoms(Defined)
    return frozenset(found)


def fresh(name: str, taken: Iterable[Basic], **assumptions: bool) -> Symbol:
    """Return a variable for a definition to bind: named as asked, with primes where an argument speaks of that one.

    Nor is it one that an argument binds within, where it would be captured once it stands for a Lambda's own variable.
    """
    taken = tuple(taken)
    bodies = (expr.expr if isinstance(expr, sp.Lambda) else expr for expr in taken)
    names = {str(s) for expr in taken for s in expr.free_symbols} | {
        str(v) for body in bodies for v in bound_names(body)
    }
    while name in names:
        name += "'"
    return Symbol(name, **assumptions)


def order_of(dim: Expr) -> Expr:
    """Return ν = h/2 − 1, the Bessel order that belongs to dimension h."""
    return sp.expand(dim / 2) - 1


# --- Bessel functions: SymPy's besseli(order, z) itself, and what is built from it -------------------------------


class IvRatio(Defined):
    """A_ν(z) = I_{ν+1}(z)/I_ν(z)."""

    template, plain = r"A_{{{0}}}\left({1}\right)", "A"

    def definition(self):
        order, z = self.args
        return sp.besseli(order + 1, z) / sp.besseli(order, z)


class OddRatio(Defined):
    """Ã_ν(x) = (x/(2ν+2)) ₀F₁(; ν+2; x²/4)/₀F₁(; ν+1; x²/4), the ratio A_ν continued to every real x."""

    template, plain = r"\tilde{{A}}_{{{0}}}\left({1}\right)", "A_odd"

    def definition(self):
        order, x = self.args
        above, below = (sp.hyper((), (order + n,), x**2 / 4) for n in (2, 1))
        return x / (2 * order + 2) * above / below


class Cosh(Defined):
    """cosh t = (e^t + e^{−t})/2."""

    template, plain = r"\cosh\left({0}\right)", "cosh"

    def definition(self):
        (t,) = self.args
        return (sp.exp(t) + sp.exp(-t)) / 2


class BesselZero(Named):
    """j_{ν,k}, the k-th positive zero of J_ν in increasing order, ν > −1 (they are simple and tend to infinity)."""

    plain = "j"


class StruveL(sp.Function):
    """L_ν(z) = Σ_k (z/2)^{2k+ν+1}/(Γ(k+3/2) Γ(k+ν+3/2)), the modified Struve function (DLMF 11.2.2), z > 0."""


class LogScaledBessel(Defined):
    """G_ν(z) = log(z^{−ν} I_ν(z))."""

    template, plain = r"G_{{{0}}}\left({1}\right)", "G"

    def definition(self):
        order, z = self.args
        return sp.log(z ** (-order) * sp.besseli(order, z))


# --- the sphere S^{h−1} and its uniform probability σ ------------------------------------------------------------


#: The coordinates u_1 and u_2 of a point u of the sphere.
U1, U2 = Symbol("u_1", real=True), Symbol("u_2", real=True)


class SphereMean(Defined):
    """E_{u∼σ} f(u_1): the mean over the sphere of a function of one coordinate, given as a Lambda of `U1`.

    By polar coordinates (h ≥ 2) the angle θ between u and the first axis has a density proportional to
    sin^{h−2} θ on [0, π].
    """

    plain = "E_sphere"

    def definition(self):
        dim, function = self.args
        angle = fresh("theta", self.args, real=True)
        weight = sp.gamma(dim / 2) / (sp.sqrt(sp.pi) * sp.gamma((dim - 1) / 2))
        return weight * Integral(function(sp.cos(angle)) * sp.sin(angle) ** (dim - 2), (angle, 0, sp.pi))


def sphere_mean(dim: Expr, of: Expr) -> SphereMean:
    """Return E_{u∼σ} of an expression in `U1`."""
    return SphereMean(dim, sp.Lambda(U1, of))


class SphereMGF(Defined):
    """M_h(z) = ₀F₁(; h/2; z²/4), by `sphere.mgf` the mean of e^{z u_1} over the sphere S^{h−1}."""

    template, plain = r"M_{{{0}}}\left({1}\right)", "M"

    def definition(self):
        dim, z = self.args
        return sp.hyper((), (dim / 2,), z**2 / 4)


class ExponentialIntegral(sp.Function):
    """The integral of an exponential over the unit sphere of a space, positive where the space has a dimension."""

    @property
    def space(self) -> Expr:
        """The dimension of the space."""
        return self.args[0]


class SphereIntegral(ExponentialIntegral):
    """∫_{S^{h−1}} e^{v·x} dx with the surface measure, for a vector expression v.

    It has no definition that unfolds: the step to one coordinate is `trusted.rotation_invariance`.
    """

    def _sympystr(self, printer):
        dim, vector = self.args
        point = fresh("x", self.args)
        return f"Integral_sphere(exp(({printer._print(vector)}).{point}), dim={printer._print(dim)})"


# --- vectors ---------------------------------------------------------------------------------------------------


class Dot(sp.Function):
    """Inner product of two vector expressions (a symbol or an indexed symbol declared as vector by the domain)."""

    @classmethod
    def eval(cls, a, b):
        ordered = sorted((a, b), key=sp.default_sort_key)
        return None if [a, b] == ordered else cls(*ordered)

    def _sympystr(self, printer):
        if self.args[0] == self.args[1]:
            return f"|{printer._print(self.args[0])}|^2"
        return f"<{printer._print(self.args[0])}, {printer._print(self.args[1])}>"


class Norm(Defined):
    """Euclidean norm of a vector expression."""

    template, plain = r"\left|{0}\right|", "norm"

    def definition(self):
        return sp.sqrt(Dot(self.args[0], self.args[0]))


# --- the loss --------------------------------------------------------------------------------------------------


class LogPartitionMean(Defined):
    """(1/N) Σ_i log((1/N) Σ_j e^{β x_i·y_j}), the second part of one direction of the loss."""

    template, plain = r"\Lambda_{{{3}}}\left({0},{1};{2}\right)", "Lambda"

    def definition(self):
        x, y, beta, count = self.args
        i, j = (fresh(name, self.args, integer=True) for name in "ij")
        inner = sp.Sum(sp.exp(beta * Dot(sp.Indexed(x, i), sp.Indexed(y, j))), (j, 1, count)) / count
        return sp.Sum(sp.log(inner), (i, 1, count)) / count


class MCLLoss(Defined):
    """L_N, the symmetric InfoNCE (CLIP) loss at inverse temperature β (Definition 1)."""

    template, plain = r"L_{{{3}}}\left({0},{1};{2}\right)", "L"

    def definition(self):
        x, y, beta, count = self.args
        i, j = (fresh(name, self.args, integer=True) for name in "ij")

        def score(a, b):
            return beta * Dot(sp.Indexed(x, a), sp.Indexed(y, b))

        forward = sp.log(sp.Sum(sp.exp(score(i, j)), (j, 1, count)))
        backward = sp.log(sp.Sum(sp.exp(score(j, i)), (j, 1, count)))
        return sp.Sum(forward + backward - 2 * score(i, i), (i, 1, count)) / count


# --- subspaces -------------------------------------------------------------------------------------------------


class PrincipalCosine(sp.Function):
    """cos θ_k, the k-th largest singular value of the cross Gram matrix of two orthonormal bases.

    Arguments: k, the bases as Lambda expressions of their index, and their common length (Björck and Golub 1973).
    """

    def _sympystr(self, printer):
        return f"cos_theta_{printer._print(self.args[0])}(A, B)"


class VonMisesFisherMGF(Defined):
    """E e^{t·x} for x ∼ vMF(c, κ): the integral of e^{(κc+t)·x} over the sphere divided by that of e^{κc·x}."""

    plain = "E_vMF"

    def definition(self):
        dim, concentration, centre, t = self.args
        return SphereIntegral(dim, concentration * centre + t) / SphereIntegral(dim, concentration * centre)


class SphereMoment(sp.Function):
    """∫_{S^{h−1}} (x·e)^n e^{v·x} dx with the surface measure, for vector expressions v and e and n = 1 or 2.

    As `SphereIntegral`, it has no definition that unfolds.
    """

    def _sympystr(self, printer):
        dim, vector, axis, power = (printer._print(a) for a in self.args)
        point = fresh("x", self.args)
        return f"Integral_sphere(<{axis}, {point}>^{power} exp(({vector}).{point}), dim={dim})"


class VonMisesFisherMoment(Defined):
    """E (x·e)^n for x ∼ vMF(c, κ) and a vector e, n = 1 or 2."""

    plain = "E_vMF"

    def definition(self):
        dim, concentration, centre, axis, power = self.args
        return SphereMoment(dim, concentration * centre, axis, power) / SphereIntegral(dim, concentration * centre)


class VonMisesFisherDivergence(Defined):
    """KL(vMF(c, κ) ‖ vMF(c', κ)) = the mean of κ(c−c')·x, as D_h(κ) cancels in the density ratio."""

    template, plain = r"\mathrm{{KL}}_{{{0}}}\left({1};{2},{3}\right)", "KL_vMF"

    def definition(self):
        dim, concentration, centre, other = self.args
        return VonMisesFisherMoment(dim, concentration, centre, concentration * (centre - other), sp.S.One)


class VonMisesFisherEntropy(Defined):
    """H(vMF(c, κ)) = −E log(density): the logarithm of ∫ e^{κ c·x} dx less κ E c·x."""

    template, plain = r"\mathrm{{H}}_{{{0}}}\left({1};{2}\right)", "H_vMF"

    def definition(self):
        dim, concentration, centre = self.args
        mean = VonMisesFisherMoment(dim, concentration, centre, centre, sp.S.One)
        return sp.log(SphereIntegral(dim, concentration * centre)) - concentration * mean


class ConvolutionRoot(Named):
    """Σ_n ((n+ν)/ν) (I_{ν+n}(κ)/I_ν(κ))^{1/m} C_n^ν(x), h ≥ 3: the density of the m-th convolution root of vMF(c, κ).

    It is taken at an angle of cosine x from the centre, with respect to σ. The Gegenbauer coefficients of vMF(c, κ)
    are I_{ν+n}(κ)/I_ν(κ); where the sum is not negative for every m, the law is infinitely divisible.
    """

    plain = "vMF_root"


class RootOverlap(Named):
    """(1/2π) ∫ √(T(u − θ/2) T(u + θ/2)) du with T(φ) = 1 + 2 Σ_{n≥1} √(I_n(β)/I_0(β)) cos nφ; arguments: β, θ."""

    plain = "root_overlap"
