"""Balls of further functions, for tests of facts and the search for points: no certificate or refutation rests on them.

What is certified, tested or refuted is computed by the rules of `evaluator` alone. Derivatives, infinite sums, means
over samples, over couplings of given laws, Gaussian and von Mises–Fisher ones, zeros and singular values are here.
"""

from __future__ import annotations

from functools import cache, cmp_to_key
from typing import Any

import flint
import sympy as sp
from flint import acb, arb, arb_mat
from sympy import Basic

from modgap.theory.balls import evaluator, gaussian, samples
from modgap.theory.balls import plane as plane_balls
from modgap.theory.balls import zeros as bessel_zeros
from modgap.theory.balls.evaluator import (
    MAX_EVALUATIONS,
    PATIENT,
    Evaluator,
    Unsupported,
    accuracy,
    axis_mean,
    bessel_i,
    inner,
    only_range,
    within,
)
from modgap.theory.balls.holomorphy import Holomorphy, circle_mean
from modgap.theory.balls.quadrature import integral
from modgap.theory.balls.tape import Tape
from modgap.theory.language.cones import PairedCosine
from modgap.theory.language.means import VonMisesFisherMean
from modgap.theory.language.subspaces import AcrossMean, CoupledCross, PlaneMean
from modgap.theory.language.symbols import (
    U1,
    BesselZero,
    ConvolutionRoot,
    Dot,
    IvRatio,
    PrincipalCosine,
    SphereIntegral,
    SphereMGF,
    SphereMoment,
    StruveL,
    order_of,
    sphere_mean,
    unfold,
)
from modgap.theory.outcome import Undecided


def _infinite_sum(ev: Evaluator, expr: sp.Sum) -> arb:
    """Sum a hypergeometric series; the tail is bounded by a geometric one.

    The ratio of successive terms is a rational function r(k). Once |r| ≤ 1/2 on the whole interval [K, ∞), taken
    as a ball in 1/k, the tail from K on is at most 2·|term K|.
    """
    term, (index, low, _) = expr.function, only_range(expr)
    first = ev.integer(low)
    if term.has(BesselZero):
        return _sum_over_zeros(ev, term, index, first)
    ratio = sp.combsimp(sp.powsimp(term.subs(index, index + 1) / term))
    inverse = sp.Dummy("t", positive=True)
    tail_ratio = sp.cancel(sp.together(ratio.subs(index, 1 / inverse)))
    total, k = arb(0), max(first, 0)
    if k != first:
        raise Unsupported(f"the series {term} starts below zero")
    while True:
        value = ev.bound(index, arb(k))(term)
        negligible = abs(total) * arb(2) ** (-flint.ctx.prec - 8) + arb(2) ** (-8 * flint.ctx.prec)
        if k > first + 8 and abs(value) <= negligible:
            t = arb(0).union(arb(1) / k)
            if abs(ev.bound(inverse, t)(tail_ratio)) <= arb(0.5):
                return total + within(2 * abs(value).upper(), isinstance(total, acb))
        total, k = total + value, k + 1
        if k > first + 200_000:
            raise Undecided(f"the series of {term} has not become small after {k} terms")


def _sum_over_zeros(ev: Evaluator, term: Basic, index: sp.Symbol, first: int) -> arb:
    """Sum C/(j² + W) over all positive zeros j = j_{ν,k} of a Bessel function, with C and W free of the index."""
    (zero,) = term.atoms(BesselZero)
    j = sp.Dummy("j")
    unsupported = Unsupported(f"only sums of C/(j² + W) over all zeros j of J_ν are evaluated, not of {term}")
    try:
        inverse = sp.Poly(sp.cancel(1 / term.xreplace({zero: j})), j)
    except sp.PolynomialError as reason:
        raise unsupported from reason
    if zero.args[1] != index or first != 1 or inverse.has(index) or inverse.monoms() not in ([(2,), (0,)], [(2,)]):
        raise unsupported
    square, rest = inverse.coeff_monomial(j**2), inverse.coeff_monomial(1)
    return bessel_zeros.inverse_square_sum(ev(zero.args[0]), ev(rest / square)) / ev(square)


def _bessel_zero(ev: Evaluator, expr: BesselZero) -> arb:
    count = ev.integer(expr.args[1])
    if not 1 <= count <= 10_000:
        raise Undecided(f"{expr} is not evaluated for the index {count}")
    return bessel_zeros.zeros(ev(expr.args[0]), count)[-1]


def _plane_mean(ev: Evaluator, expr: PlaneMean) -> arb:
    """Integrate over two angles."""
    if ev.is_complex():
        raise Undecided(f"{expr} is evaluated at real numbers only")
    dim = ev.integer(expr.args[0])
    body, angles = plane_balls.integrand(dim, expr)
    return plane_balls.mean(dim, Tape(ev, unfold(body), angles))


def _vmf_mean(ev: Evaluator, expr: VonMisesFisherMean) -> arb:
    """Evaluate on the circle, by quadrature in the angle of what the definition averages."""
    dim, kappa, centre, function = expr.args
    if ev.integer(dim) != 2:
        raise Undecided(f"{expr} is evaluated on the circle alone")
    if ev.is_complex():
        raise Undecided(f"{expr} is evaluated at real numbers only")
    point = sp.Dummy("x")
    # e^{−κ} keeps the numbers small; and an absolute accuracy too, as the mean may vanish.
    weighted = function(point) * sp.exp(kappa * Dot(centre, point) - kappa)
    ends = {"rel_tol": accuracy(ev), "abs_tol": accuracy(ev), "eval_limit": PATIENT["eval_limit"]}
    value = circle_mean(ev, weighted, point, **ends)
    return value.real / ev(SphereMGF(dim, kappa) * sp.exp(-kappa))


def _derivative(ev: Evaluator, expr: sp.Derivative) -> Any:
    """Enclose a derivative: of I_ν itself by Cauchy's formula, else by SymPy's rules (for I_ν', DLMF 10.29.1).

    So the derivative of I_ν, on which all others rest, is checked by other means than a formula for it; the circle
    is one within which the function is shown to be holomorphic.
    """
    ((variable, order),) = expr.variable_count
    if order != 1 or not isinstance(expr.expr, sp.besseli):
        if not ev(_differentiated(expr.expr, variable, 0)).is_finite():
            raise Undecided(f"{expr.expr} is not defined here, let alone differentiable")
        return ev(_differentiated(expr.expr, variable, int(order)))
    z, inside = ev(variable), Holomorphy.of(expr.expr, variable)
    radius = _radius(ev, inside, variable, z)

    def integrand(t: acb, analytic: bool) -> acb:
        turn = (acb(0, 2) * acb.pi() * t).exp()
        here = ev.bound(variable, z + radius * turn)
        return acb("nan") if analytic and not inside.holds(here) else here(inside.expr) / (radius * turn)

    value = integral(integrand, acb(0), acb(1), eval_limit=MAX_EVALUATIONS)
    if not value.is_finite():
        raise Undecided(f"quadrature for {expr} does not converge at this precision")
    return value.real


@cache
def _differentiated(expr: Basic, variable: sp.Symbol, order: int) -> Basic:
    body = unfold(expr)
    derivative = sp.diff(body.replace(sp.Derivative, lambda *of: sp.Derivative(*of).doit()), variable, order)
    if derivative.has(sp.Derivative) or body.has(sp.Piecewise):
        raise Unsupported(f"SymPy does not differentiate {expr} for {variable}")
    return derivative


def _radius(ev: Evaluator, inside: Holomorphy, variable: sp.Symbol, z: arb) -> arb:
    """Return the radius of a disc about z in which a function is holomorphic, by its values on a square around it."""
    radius = arb(1) if abs(z) > 2 or z.contains(0) else abs(z.mid()) / 2
    for _ in range(30):
        around = ev.bound(variable, z + within(radius.upper(), True))
        if inside.holds(around) and acb(around(inside.expr)).is_finite():
            return radius
        radius = radius / 2
    raise Undecided(f"{inside.expr} is not shown to be holomorphic around {variable} = {z}")


def _sphere_integral(ev: Evaluator, expr: SphereIntegral) -> arb:
    """∫_{S^{h−1}} e^{v·x} dx by polar coordinates about v."""
    dim, vector = expr.args
    length = inner(ev.vector(vector), ev.vector(vector)).sqrt()
    radius = sp.Dummy("r", positive=True)
    area = 2 * sp.pi ** (dim / 2) / sp.gamma(dim / 2)
    return ev.bound(radius, length)(area * sphere_mean(dim, sp.exp(radius * U1)))


def _sphere_moment(ev: Evaluator, expr: SphereMoment) -> arb:
    """∫ (x·e)^n e^{v·x} dx, n = 1 or 2: x has a component w along v, and is uniform across given w."""
    dim, vector, axis, power = expr.args
    v, e, n = ev.vector(vector), ev.vector(axis), ev.integer(power)
    length = inner(v, v).sqrt()
    along = inner(v, e) / length
    radius = sp.Dummy("r", positive=True)
    child, weight = ev.bound(radius, length), sp.exp(radius * U1)
    area = child(2 * sp.pi ** (dim / 2) / sp.gamma(dim / 2))
    moments = [child(sphere_mean(dim, U1**k * weight)) for k in (0, n)]
    if n == 1:
        return area * along * moments[1]
    across = (inner(e, e) - along * along) / (ev(dim) - 1)
    return area * (along * along * moments[1] + across * (moments[0] - moments[1]))


def _convolution_root(ev: Evaluator, expr: ConvolutionRoot) -> arb:
    """Sum the Gegenbauer series; with a_n ≤ (κ/2)^n/(ν+1)_n and |C_n^ν| ≤ (2ν)_n/n! its tail is below a geometric one.

    The ratio of two of these bounds does not grow with n for 2ν ≥ 1, that is h ≥ 3.
    """
    dim, kappa, x, m = ev(expr.args[0]), ev(expr.args[1]), ev(expr.args[3]), ev.integer(expr.args[2])
    order, s = dim / 2 - 1, 1 / arb(m)
    if not (dim >= 3 and -1 <= x <= 1):
        raise Undecided(f"{expr} is summed only for h ≥ 3 and |x| ≤ 1")
    start, total, bound = bessel_i(order, kappa), arb(0), arb(1)
    for n in range(100_000):
        weight = (n + order) / order
        ratio = (n + 1 + order) / (n + order) * (kappa / (2 * (order + n + 1))) ** s * (2 * order + n) / (n + 1)
        if ratio < 0.5 and bound < arb(2) ** (-flint.ctx.prec):
            return total + arb(0, 2 * bound.upper())
        total += weight * (bessel_i(order + n, kappa) / start) ** s * x.gegenbauer_c(arb(n), order)
        bound = bound * ratio
    raise Undecided(f"the series of {expr} has not become small")


def _struve(ev: Evaluator, expr: StruveL) -> arb:
    """L_ν(z) = (z/2)^{ν+1}/(Γ(3/2) Γ(ν+3/2)) · ₁F₂(1; 3/2, ν+3/2; z²/4)."""
    order, z = (ev(a) for a in expr.args)
    if not (order > -1 and z > 0):
        raise Undecided(f"{expr} is evaluated only for ν > −1 and z > 0")
    half = arb(1.5)
    series = acb(z * z / 4).hypgeom([acb(1)], [acb(half), acb(order + half)])
    return (z / 2) ** (order + 1) * half.rgamma() * (order + half).rgamma() * series.real


def _principal_cosine(ev: Evaluator, expr: PrincipalCosine) -> arb:
    """Enclose the k-th largest singular value of the cross Gram matrix."""
    position, left, right, count = expr.args
    size, k = ev.integer(count), ev.integer(position)
    rows = [ev.vector(left(sp.Integer(i))) for i in range(1, size + 1)]
    columns = [ev.vector(right(sp.Integer(j))) for j in range(1, size + 1)]
    gram = arb_mat(size, size, [inner(a, b) for a in rows for b in columns])
    try:
        squares = flint.acb_mat(gram.transpose() * gram).eig(multiple=True)
    except ValueError as reason:
        raise Undecided(f"singular values are not isolated at this precision: {reason}") from reason
    if not 1 <= k <= size:
        raise Undecided(f"{size} principal angles have no number {k}")
    # The k-th largest of numbers in balls lies between the k-th largest lower and the k-th largest upper ends.
    low, high = (_kth_largest([end(v.real) for v in squares], k) for end in (arb.lower, arb.upper))
    return low.union(high).nonnegative_part().sqrt()


def _kth_largest(numbers: list[arb], k: int) -> arb:
    def order(a: arb, b: arb) -> int:
        return int(bool(a < b)) - int(bool(a > b))

    return sorted(numbers, key=cmp_to_key(order))[k - 1]


def _paired_cosine(ev: Evaluator, expr: PairedCosine) -> arb:
    """E_π[x·y] for the coupling that a drawn number stands for: a mixture of two, weights |r|/(1+|r|) and 1/(1+|r|).

    In the first y = Rx, R turning c_x to c_y in their plane: with A = A_ν(κ), E[x·Rx] = 1 − (1 − w) E|x'|², x' the part
    of x in the plane, whose mean square is 1 − (h − 2) A/κ. In the second x and y are independent: A² w.
    """
    coupling, dim, kappa, first, second = expr.args
    ratio, w = ev(IvRatio(order_of(dim), kappa)), inner(ev.vector(first), ev.vector(second))
    size = abs(ev.env[coupling][0])
    turned = 1 - (1 - w) * (1 - (ev(dim) - 2) * ratio / ev(kappa))
    return (size * turned + ratio * ratio * w) / (1 + size)


def _coupled_cross(ev: Evaluator, expr: CoupledCross) -> arb:
    """E_π[xᵀDy] for the coupling that a drawn number stands for: a mixture of two, weights |r|/(1+|r|) and 1/(1+|r|).

    In the first y = Rx, R the reflection that takes c_x to c_y: with E xxᵀ = (A/κ)I + (1 − dA/κ) c_x c_xᵀ, E[xᵀDRx] is
    (A/κ) tr DR + (1 − dA/κ) c_xᵀDc_y, where tr DR = d − 2 − (1−ρ)(1 − 2(u·e)²), u along c_x − c_y. In the second x and
    y are independent: A² c_xᵀDc_y.
    """
    coupling, dim, kappa, first, second, axis, rho = expr.args
    d, c = ev(dim), 1 - ev(rho)
    ratio = ev(IvRatio(order_of(dim), kappa))
    over, (x, y, e) = ratio / ev(kappa), (ev.vector(v) for v in (first, second, axis))
    if not (ev(kappa) > 0 and d == len(x) and all(inner(v, v).contains(1) for v in (x, y, e))):
        raise Undecided(f"{expr} is no mean under laws about unit vectors of R^({dim})")
    cross = inner(x, y) - c * inner(x, e) * inner(y, e)
    apart = [a - b for a, b in zip(x, y, strict=True)]
    along = inner(apart, e) * inner(apart, e) / inner(apart, apart)
    if not along.is_finite():
        raise Undecided("the reflection between like centres is not defined")
    turned = over * (d - 2 - c * (1 - 2 * along)) + (1 - d * over) * cross
    size = abs(ev.env[coupling][0])
    return (size * turned + ratio * ratio * cross) / (1 + size)


evaluator.FURTHER.update(
    {
        **gaussian.nodes(),
        **samples.nodes(),
        sp.Sum: _infinite_sum,
        sp.Derivative: _derivative,
        SphereIntegral: _sphere_integral,
        SphereMoment: _sphere_moment,
        BesselZero: _bessel_zero,
        StruveL: _struve,
        ConvolutionRoot: _convolution_root,
        PrincipalCosine: _principal_cosine,
        PairedCosine: _paired_cosine,
        AcrossMean: axis_mean,
        PlaneMean: _plane_mean,
        VonMisesFisherMean: _vmf_mean,
        CoupledCross: _coupled_cross,
    }
)
