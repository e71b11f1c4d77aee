"""Theorem 3 for the pair of centres: what the subspace constraint does to the loss of one pair.

The paper concludes that the loss is least where the centres c_x, c_y are orthogonal to C = A ∩ B, so that the gap is
the angle φ of the hyperplanes. Among centres orthogonal to C that is right (`thm.3.centre_perp`). Among all centres it
is false for every choice of the parameters: the least loss of the pair is at c_x = c_y in C, with gap zero
(`thm.3.centre.minimum`). What the population does is another matter: see `theory.subspace.population`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import numpy as np
import sympy as sp
from sympy import Abs, Derivative, Expr, IndexedBase, Integral, Symbol, log, sqrt

from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.engines.normal_forms import BesselRing, InnerProducts
from modgap.theory.evidence.rules import counterexample
from modgap.theory.infonce import trace
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, chain, flip, part, substitute
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain, orthonormal_frame, unit_vector
from modgap.theory.language.letters import beta, c_x, c_y, h, kappa, kappa_x, kappa_y, nu, rho, z
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt, sides
from modgap.theory.language.subspaces import AxisLoss, CrossCosine, HyperplanePairLoss, projected
from modgap.theory.language.symbols import Dot, IvRatio, Norm, SphereMGF, VonMisesFisherMGF, order_of
from modgap.theory.sphere import vmf
from modgap.theory.subspace import angles as subspace
from modgap.theory.trusted import series as trusted
from modgap.theory.trusted import subspaces as trusted_subspace
from modgap.theory.under import Under

k, b = bessel_shape.k, bessel_shape.b
#: The cosine of the angle φ of the two hyperplanes, φ in (0, π/2].
s = Symbol("s", real=True)
e = Symbol("e")
#: An orthonormal basis of R^{h−1}: f_1, …, f_{h−2} span C, f_{h−1} = e is the axis across it.
f = IndexedBase("f")

REACH = {h: 12, kappa_x: 30, kappa_y: 30, beta: 30}
SCALARS = (h, h >= 3, rho, rho < 1, kappa_x, kappa_y, beta)
AXIS = (*SCALARS, unit_vector(e, h - 1))
CENTRES = (*AXIS, unit_vector(c_x, h - 1), unit_vector(c_y, h - 1))
FORM = InnerProducts()
ORDER = order_of(h - 1)


def loss(x: Expr, y: Expr, axis: Expr = e) -> HyperplanePairLoss:
    """Return the loss of the pair of centres (x, y)."""
    return HyperplanePairLoss(h, rho, beta, axis, x, kappa_x, y, kappa_y)


def of_axis(at: Expr) -> Expr:
    """Return f(s; κ_y) + f(s; κ_x)."""
    return AxisLoss(h, sp.sympify(at), kappa_y, beta) + AxisLoss(h, sp.sympify(at), kappa_x, beta)


def definitions(at: Expr, d: Domain) -> list[Fact]:
    """Return what f(s; κ_y) and f(s; κ_x) are."""
    return [trusted.definition(AxisLoss(h, sp.sympify(at), kappa, beta), d) for kappa in (kappa_y, kappa_x)]


# --- the two hyperplanes in one space --------------------------------------------------------------------------------

i, j = subspace.i, subspace.j


@claim(
    id="subspace.form",
    title="Two hyperplanes in the coordinates of one space",
    relation="ours",
    source="Theorem 3, its geometry",
    domain=Domain(
        *(*subspace.HYPERPLANES, h >= 3, orthonormal_frame(f, h - 1), i, i <= h - 1, j, j <= h - 1),
        reach={h: 5, i: 4, j: 4},
    ),
    statement=eq(
        Dot(subspace.basis(i, subspace.E_A), subspace.basis(j, subspace.E_B)),
        CrossCosine(f[i], f[j], f[h - 1], sp.cos(subspace.phi)),
    ),
)
def form(this: Claim):
    """A vector of A with coordinates x and one of B with coordinates y have the inner product xᵀDy, ρ = cos φ.

    The bases are (q_1, …, q_{h−2}, e_A) of A and (q_1, …, q_{h−2}, e_B) of B, with q_1, …, q_{h−2} in C; both sides are
    bilinear, so the equation for basis vectors is that for all vectors.
    """
    return Under(this.domain).equal(*sides(this.statement), by=FORM)


@claim(
    id="thm.3.partition",
    title="Partition functions under the subspace constraint",
    relation="as_reported",
    source="Theorem 3",
    domain=Domain(*CENTRES, gt(Norm(kappa_y * c_y + beta * projected(c_x, e, rho)), 0), reach={**REACH, h: 6}),
    statement=eq(
        VonMisesFisherMGF(h - 1, kappa_y, c_y, beta * projected(c_x, e, rho)),
        SphereMGF(h - 1, Norm(kappa_y * c_y + beta * projected(c_x, e, rho))) / SphereMGF(h - 1, kappa_y),
    ),
)
def partition(this: Claim):
    """E e^{β x·y} for x = c_x in A and y ∼ vMF(c_y, κ_y) on B is M_{h−1}(|κ_y c_y + βDc_x|)/M_{h−1}(κ_y).

    Where κ_y c_y + βDc_x = 0, both sides are continuous, and the quotient is 1/M_{h−1}(κ_y).
    """
    d = Under(this.domain)
    vector = beta * projected(c_x, e, rho)
    unfolded = trusted.definition(VonMisesFisherMGF(h - 1, kappa_y, c_y, vector), d)
    length = d.equal(Norm(kappa_y * c_y), kappa_y, FORM)
    integrals = []
    for v, size, known in ((kappa_y * c_y + vector, None, []), (kappa_y * c_y, kappa_y, [length])):
        turned = substitute(trusted.rotation_invariance(h - 1, v, d), *known)
        mean = d.use(part(vmf.mgf.fact, vmf.MEAN_FORM), {h: h - 1, z: size or Norm(v)})
        integrals.append(substitute(turned, mean))
    quotient = substitute(unfolded, *integrals)
    positive = d.use(trace.mgf_positive(), {h: h - 1, beta: kappa_y})
    return chain(quotient, d.equal(quotient.statement.rhs, this.statement.rhs, given=[positive]))


# --- how fast log M grows --------------------------------------------------------------------------------------------

INCREMENT = log(SphereMGF(h, k + b)) - log(SphereMGF(h, k - b))
RATIO = IvRatio(vmf.nu, z)
EXACT, CHORD, STEADY = (
    eq(INCREMENT, Integral(RATIO, (z, Abs(k - b), k + b))),
    lt(INCREMENT, 2 * b * IvRatio(vmf.nu, k)),
    lt(INCREMENT, 2 * b),
)


@cache
def slope_and_form() -> tuple[Fact, Fact]:
    """Return (log S)' = A_ν and S = M_h for z > 0, with S = Γ(ν+1)(2/z)^ν I_ν(z)."""
    axis = Under(h, h >= 2, z)
    scaled = part(vmf.mgf.fact, vmf.BESSEL_FORM)
    ring = BesselRing(bessel.recurrence.fact, bessel.derivative.fact)
    known = axis.use(bessel.positive, {nu: vmf.nu})
    return axis.equal(Derivative(log(scaled.statement.lhs), z), RATIO, ring, given=[known]), scaled


@claim(
    id="sphere.mgf.increment",
    title="Increments of the logarithm of the generating function",
    relation="ours",
    source="Theorem 3",
    domain=Domain(h, h >= 2, k, b, reach={h: 8, k: 8, b: 8}),
    statement=all_of(EXACT, CHORD, STEADY),
)
def increment(this: Claim):
    """log M_h(k+b) − log M_h(k−b) = ∫ A from |k−b| to k+b, which is less than 2b A(k), and so less than 2b."""
    d = Under(this.domain)
    slope, scaled = slope_and_form()
    exact = trusted_subspace.increment_of_log_mgf(slope, scaled, k, b, d)
    chord = d.use(bessel_shape.odd_integral, {nu: vmf.nu})
    below = substitute(chord, flip(exact))
    in_range = d.use(bessel_bounds.upper_one, {nu: vmf.nu, z: k})
    return both(exact, below, d.show(STEADY, below, in_range))


@cache
def growth() -> Fact:
    """Return log M_h(k+b) − log M_h(k−b) < 2b."""
    return part(increment.fact, STEADY)


t = Symbol("t", real=True)


@claim(
    id="thm.3.axis",
    title="One direction of the loss of centres along each other's projections falls from s to every t > s with t ≥ −s",
    relation="ours",
    source="Theorem 3",
    domain=Domain(h, h >= 3, kappa, beta, s, t, s < t, s + t >= 0, reach={**REACH, kappa: 30, s: 2, t: 2}),
    statement=gt(AxisLoss(h, s, kappa, beta), AxisLoss(h, t, kappa, beta)),
)
def axis(this: Claim):
    """f(s) > f(t) for s < t and s + t ≥ 0: with m = κ + β(s+t)/2 > 0, log M(κ+βt) − log M(κ+βs) is less than β(t−s)."""
    d = Under(this.domain)
    middle, half = kappa + beta * (s + t) / 2, beta * (t - s) / 2
    positive = [d.sign(gt(expr, 0)) for expr in (middle, half)]
    step = d.use(growth(), {h: h - 1, k: middle, b: half}, given=positive)
    ends = [(middle + half, kappa + beta * t), (middle - half, kappa + beta * s)]
    sums = [d.equal(long, short) for long, short in ends]
    values = [trusted.definition(AxisLoss(h, at, kappa, beta), d) for at in (s, t)]
    return d.show(this.statement, substitute(step, *sums), *values)


# --- centres orthogonal to C -----------------------------------------------------------------------------------------


def _value(x: Expr, y: Expr, axis: Expr, at: Expr, d: Domain) -> Fact:
    """Return L(x, y) = f(s; κ_y) + f(s; κ_x), where Dx = s y and Dy = s x up to what is orthogonal to both."""
    here = Under(d)
    symbol = loss(x, y, axis)
    known = [trusted.definition(symbol, here), *definitions(at, here)]
    cross = CrossCosine(x, y, axis, rho)
    known.append(here.equal(cross, at, FORM))
    for size, centre, other in ((kappa_y, y, x), (kappa_x, x, y)):
        tilted = SphereMGF(h - 1, Norm(size * centre + beta * projected(other, axis, rho)))
        straight = SphereMGF(h - 1, size + beta * at)
        known.append(_same_log(tilted, straight, here))
    return here.show(eq(symbol, of_axis(at)), *known)


def _same_log(left: SphereMGF, right: SphereMGF, d: Domain) -> Fact:
    """Return log M(p) = log M(q) from p² = q², M being even."""
    p, q = (mgf.args[1] for mgf in (left, right))
    squares = Under(d).equal(p**2, q**2, FORM)
    return trusted_subspace.log_mgf_is_even(squares, h - 1)


OPPOSITE, ALONG = loss(e, -e), loss(e, e)
SIGNS = (
    eq(loss(-e, -e), ALONG),
    eq(loss(-e, e), OPPOSITE),
)
AREAS = sum(
    (2 * beta * rho - Integral(IvRatio(ORDER, z), (z, Abs(kappa - beta * rho), kappa + beta * rho)))
    for kappa in (kappa_x, kappa_y)
)
BY_AREA, DEARER = eq(OPPOSITE - ALONG, AREAS), gt(OPPOSITE, ALONG)
ACUTE = Under(*AXIS, rho > 0, reach={**REACH, h: 6, kappa_x: 10, kappa_y: 10, beta: 10})


@claim(
    id="thm.3.centre_perp",
    title="Pairs of centres orthogonal to the intersection: the smaller angle has the lower loss of the pair",
    relation="narrower",
    source="Theorem 3, with its conclusion c ⟂ C made a hypothesis",
    domain=ACUTE,
    statement=all_of(BY_AREA, DEARER, *SIGNS),
)
def centre_perp(this: Claim):
    """Unit centres orthogonal to C are ±e_A and ±e_B, and the loss of the pair is least where the signs agree: gap φ.

    Opposite signs, gap π − φ, cost Σ (2βρ − ∫ A) more, summed over κ_x and κ_y, the integral being that from |κ − βρ|
    to κ + βρ; as A < 1 and the interval is no longer than 2βρ, each term is positive. κ = βρ is included.
    """
    d = Under(this.domain)
    values = {(x, y): _value(x, y, e, at, d) for x, y, at in ((e, e, rho), (e, -e, -rho), (-e, -e, rho), (-e, e, -rho))}
    dims = {h: h - 1, b: beta * rho}
    known = [*values.values(), *definitions(rho, d), *definitions(-rho, d)]
    areas = [d.use(part(increment.fact, EXACT), {**dims, k: kappa}) for kappa in (kappa_x, kappa_y)]
    rises = [d.use(growth(), {**dims, k: kappa}) for kappa in (kappa_x, kappa_y)]
    first = d.show(BY_AREA, *known, *areas)
    second = d.show(DEARER, *known, *rises)
    return both(first, second, *(d.show(relation, *known) for relation in SIGNS))


RIGHT = sp.S.Zero
TIED = tuple(pair.xreplace({rho: RIGHT}) for pair in (OPPOSITE, ALONG))


@claim(
    id="thm.3.centre_perp.right_angle",
    title="Orthogonal hyperplanes leave the sign of the centres open",
    relation="ours",
    source="Theorem 3, the case φ = π/2",
    domain=Domain(h, h >= 3, kappa_x, kappa_y, beta, unit_vector(e, h - 1), reach=REACH),
    statement=all_of(*(eq(pair, 0) for pair in TIED)),
)
def right_angle(this: Claim):
    """For φ = π/2 all centres orthogonal to C have the gap π/2 and the same loss, 0: an exact tie."""
    d = Under(this.domain)
    known = [trusted.definition(pair, d) for pair in TIED]
    for size in (kappa_x, kappa_y):
        for sign_of in (1, -1):
            tilted = Norm(size * sign_of * e + beta * projected(e, e, RIGHT))
            other = Norm(size * e + beta * projected(-sign_of * e, e, RIGHT))
            known += [_same_log(SphereMGF(h - 1, at), SphereMGF(h - 1, size), d) for at in (tilted, other)]
    crosses = [d.equal(CrossCosine(e, at, e, RIGHT), 0, FORM) for at in (e, -e)]
    return both(*(d.show(eq(pair, 0), *known, *crosses) for pair in TIED))


# --- all centres -----------------------------------------------------------------------------------------------------

COSINE = CrossCosine(c_x, c_y, e, rho)


def _bound(sign_of: int, d: Domain) -> Fact:
    """Return xᵀDy ≤ 1 (or ≥ −1): 2 ∓ 2 xᵀDy is ρ|x∓y|² + (1−ρ)(|P(x∓y)|² + (x·e)² + (y·e)²), P the projection on C."""
    apart = c_x - sign_of * c_y
    across = apart - Dot(apart, e) * e
    half = sp.Rational(1, 2)
    rests = [half * rho * Dot(apart, apart), *(half * (1 - rho) * t for t in (Dot(across, across),))]
    rests += [half * (1 - rho) * Dot(c, e) ** 2 for c in (c_x, c_y)]
    relation = le(COSINE, 1) if sign_of > 0 else ge(COSINE, -1)
    return Under(d).combine(relation, rests=rests, by=FORM)


@claim(
    id="thm.3.centre.minimum",
    title="The loss of every other pair of centres is above that of a shared centre in the intersection",
    relation="corrected",
    source="Theorem 3; the true minimum in place of the reported one",
    domain=Domain(*CENTRES, lt(COSINE, 1), reach={**REACH, h: 6}),
    statement=gt(loss(c_x, c_y), of_axis(1)),
)
def minimum(this: Claim):
    """Every pair of centres with a gap has a loss above f(1; κ_x) + f(1; κ_y), that of c_x = c_y in C.

    With w = cos Δ < 1, each direction is at least f(w), because |κc + βDc'| ≥ κ + βw by Cauchy–Schwarz and M
    increases; and f(w) > f(1), because log M_{h−1} grows by less than 1 per unit of its argument.
    """
    d = Under(this.domain)
    known = [trusted.definition(loss(c_x, c_y), d), *definitions(COSINE, d), _bound(1, d)]
    above = _bound(-1, d)
    for concentration, centre, other in ((kappa_y, c_y, c_x), (kappa_x, c_x, c_y)):
        tilted = concentration * centre + beta * projected(other, e, rho)
        along = concentration + beta * COSINE
        rest = tilted - along * centre
        squares = d.combine(le(along**2, Norm(tilted) ** 2), rests=[Dot(rest, rest)], by=FORM)
        known.append(trusted_subspace.log_mgf_grows(squares, h - 1))
        values = {s: COSINE, t: sp.S.One, kappa: concentration}
        sum_of_ends = d.show(ge(COSINE + 1, 0), above)
        known.append(d.use(axis, values, given=[sum_of_ends]))
    return d.show(this.statement, *known)


IN_C, ACROSS = f[1], f[h - 1]
FRAME = (*SCALARS, orthonormal_frame(f, h - 1))
CHEAPER = lt(loss(IN_C, IN_C, ACROSS), loss(ACROSS, ACROSS, ACROSS))


@claim(
    id="thm.3.centre.shared",
    title="For the loss of the pair a shared centre in the intersection beats the reported one, at all parameters",
    relation="corrected",
    source="Theorem 3: the certified region where its reported form fails is everything",
    domain=Domain(*FRAME, reach={**REACH, h: 5}),
    statement=all_of(eq(loss(IN_C, IN_C, ACROSS), of_axis(1)), CHEAPER),
)
def shared(this: Claim):
    """For all h ≥ 3, κ_x, κ_y, β > 0 and φ in (0, π/2]: centres c_x = c_y in C, gap 0, have a lower loss than e_A, e_B.

    Every unit vector of C is the first of some orthonormal basis of R^{h−1} whose last is e. f(1) < f(cos φ), as
    f' = β(A − 1) < 0.
    """
    d = Under(this.domain)
    inside = _value(IN_C, IN_C, ACROSS, sp.S.One, d)
    reported = _value(ACROSS, ACROSS, ACROSS, rho, d)
    falls = [d.use(axis, {s: rho, t: sp.S.One, kappa: at}) for at in (kappa_x, kappa_y)]
    return both(inside, d.show(CHEAPER, inside, reported, *falls))


@claim(
    id="thm.3.every_gap",
    title="Every gap occurs between the hyperplanes",
    relation="corrected",
    source="Theorem 3, its claim that the gap cannot be below the angle",
    domain=Domain(h, h >= 3, rho, rho < 1, s, s >= -1, s <= 1, orthonormal_frame(f, h - 1), reach={h: 5, s: 1}),
    statement=all_of(
        eq(CrossCosine(IN_C, s * IN_C + sqrt(1 - s**2) * ACROSS, ACROSS, rho), s),
        eq(Norm(s * IN_C + sqrt(1 - s**2) * ACROSS), 1),
    ),
)
def every_gap(this: Claim):
    """For every s in [−1, 1] there are unit centres in A and in B with c_x·c_y = s: so with every gap in [0, π].

    c_x is any unit vector of C, and c_y = s c_x + √(1−s²) e_B.
    """
    return both(*(identity(relation, this.domain, FORM) for relation in this.statement.args))


# --- what is false ---------------------------------------------------------------------------------------------------


#: h = 3, both centres along the line C, e across it.
SHARED_CENTRE = {
    **{h: 3, rho: Fraction(1, 2), kappa_x: 1, kappa_y: 1, beta: 1},
    **{e: np.array([0.0, 1.0]), c_x: np.array([1.0, 0.0]), c_y: np.array([1.0, 0.0])},
}


@claim(
    id="thm.3.centre",
    title="The loss of a pair of centres is least at the angle of the hyperplanes",
    relation="false_as_reported",
    source="Theorem 3",
    superseded_by="paper.thm.3",
    domain=Domain(*CENTRES, reach={**REACH, h: 6}),
    statement=ge(loss(c_x, c_y), loss(e, e)),
)
def centre(this: Claim):
    """Over all c_x in A and c_y in B the loss of the pair is not least at c_x = e_A, c_y = e_B with gap φ.

    Centres that coincide in C do better, for these parameters and for all others (`thm.3.centre.shared`).
    """
    return counterexample(this.statement, this.domain, SHARED_CENTRE)


@claim(
    id="thm.3.lower_bound",
    title="The gap is at least the angle of the hyperplanes",
    relation="false_as_reported",
    source="Theorem 3",
    domain=Domain(*(h, h >= 3, rho, rho < 1), *(unit_vector(c, h - 1) for c in (e, c_x, c_y)), reach={h: 6}),
    statement=le(COSINE, rho),
)
def lower_bound(this: Claim):
    """The hyperplanes' angle bounds the gap from below only between centres orthogonal to C: others may coincide.

    By `thm.3.every_gap` every gap in [0, π] occurs.
    """
    point = {symbol: SHARED_CENTRE[symbol] for symbol in (h, rho, e, c_x, c_y)}
    return counterexample(this.statement, this.domain, point)


CLAIMS = (
    form,
    partition,
    increment,
    axis,
    centre_perp,
    right_angle,
    minimum,
    shared,
    every_gap,
    centre,
    lower_bound,
)
