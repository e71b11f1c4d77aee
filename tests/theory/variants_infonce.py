"""False variants of the Theorem 1 chapter: each must die, and the table says how.

Two kinds: a claim's statement changed into a false one and given to the claim's own derivation, and a step whose
premises are not those of its theorem.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import sympy as sp
from sympy import Eq, Ge, Gt, Le, Rational, exp, log

from theory import infonce, trace, trusted_measure, trusted_sums
from theory.compose import specialise
from theory.domain import free_vector, unit_vector
from theory.gaussian import G, Law, M, U
from theory.infonce import MGF, PAIRS, TRACE, gamma
from theory.language import Dot, LogPartitionMean, MCLLoss, SphereMGF
from theory.outcome import Undecided, Unproved
from theory.rules import combination, identity
from theory.trace import FORM, GAUSS, INDEX_I, INDEX_J, KEYS, SCALARS, SPHERE, N, R, W, beta, h, i, j, more, tilt, x, y

SMALL = Rational(1, 1000)


@dataclass(frozen=True)
class Variant:
    """A false variant: of what, its name, and a call that must raise `Unproved`."""

    of: str
    name: str
    attempt: Callable[[], object]


def _derive(claim, statement):
    result = replace(claim, statement=statement).result
    if isinstance(result, Unproved):
        raise result
    if not hasattr(result, "rule"):
        raise Undecided(f"refuted at {result.point}")
    return result


def _of_claim(claim, **statements) -> list[Variant]:
    return [
        Variant(claim.id, name.replace("_", " "), lambda c=claim, s=statement: _derive(c, s))
        for name, statement in statements.items()
    ]


def _le(a, b):
    return Le(a, b, evaluate=False)


def _ge(a, b):
    return Ge(a, b, evaluate=False)


def _inequality(claim, size) -> list[Variant]:
    """What every inequality of the chapter is varied by: `size` is the scale on which it may be off."""
    left, right = claim.statement.args
    sharper = right + size if isinstance(claim.statement, sp.GreaterThan) else right - size
    kind = claim.statement.func
    turned = _le if kind is sp.GreaterThan else _ge
    return _of_claim(
        claim,
        constant_a_little_sharper=kind(left, sharper, evaluate=False),
        turned_around=turned(left, right),
        strict_which_the_proof_does_not_give=(sp.Gt if kind is sp.GreaterThan else sp.Lt)(left, right, evaluate=False),
        M_of_twice_the_argument=kind(left, right.xreplace({MGF: SphereMGF(h, 2 * beta)}), evaluate=False)
        if right.has(MGF)
        else kind(left, sharper + size, evaluate=False),
    )


LOSS = MCLLoss(x, y, beta, N) - 2 * log(N)
CLAIMS = [
    *_inequality(infonce.trace, SMALL),
    *_of_claim(
        infonce.trace,
        no_mean_over_keys=_le(TRACE.lhs / N, TRACE.rhs / N**2),
        square_of_M=_le(TRACE.lhs, exp(beta) / MGF**2),
        dimension_below=_le(TRACE.lhs, exp(beta) / SphereMGF(h - 1, beta)),
        no_exponential=_le(TRACE.lhs, 1 / MGF),
        keys_and_queries_mixed=_le(TRACE.lhs.xreplace({x: y}), exp(beta / 2) / MGF),
    ),
    *_inequality(infonce.queries_in_ball, SMALL),
    *_inequality(infonce.one_sided, SMALL),
    *_of_claim(infonce.one_sided, no_alignment=_ge(LogPartitionMean(x, y, beta, N), log(MGF))),
    *_inequality(infonce.temperatures, SMALL),
    *_of_claim(infonce.temperatures, one_temperature=_ge(infonce.temperatures.statement.lhs, -2 * beta + 2 * log(MGF))),
    *_inequality(infonce.diagonal, SMALL),
    *_of_claim(
        infonce.diagonal,
        at_most=_le(LogPartitionMean(x, x, beta, N), beta / 2),
        twice=_ge(LogPartitionMean(x, x, beta, N), 2 * log(MGF)),
    ),
    *_inequality(infonce.finite, SMALL),
    *_of_claim(
        infonce.finite,
        one_log_N=_ge(LOSS + log(N), -2 * beta + 2 * log(MGF) + log(N) + SMALL),
        no_log_N=_ge(MCLLoss(x, y, beta, N), -2 * beta + 2 * log(MGF) + 2 * log(N) + SMALL),
        once_beta=_ge(LOSS, -beta + 2 * log(MGF)),
        thrice_log_M=_ge(LOSS, -2 * beta + 3 * log(MGF)),
    ),
    *_inequality(infonce.theorem, SMALL),
    *_inequality(infonce.learnable_temperature, SMALL),
    *_of_claim(infonce.learnable_temperature, lower_cap=_ge(LOSS, -2 * beta + log(MGF) + log(SphereMGF(h, gamma)))),
    *_of_claim(
        infonce.capacity,
        ninety_one=Gt(beta - log(SphereMGF(512, beta)), 91, evaluate=False),
        turned_around=_le(beta - log(SphereMGF(512, beta)), 90),
        dimension_128=Gt(beta - log(SphereMGF(128, beta)), 90, evaluate=False),
        twice=Gt(beta - log(SphereMGF(512, beta)), 180, evaluate=False),
    ),
]

WITH_G = more(SCALARS, free_vector(G, h))
WITH_UNIT_G = more(SCALARS, unit_vector(G, h))
WITH_M = more(SCALARS, unit_vector(M, h))
WITH_BOTH = more(WITH_M, free_vector(G, h))
KEYS_I, KEYS_J = more(KEYS, *INDEX_I), more(KEYS, *INDEX_J)


def _step(theorem: str, **attempts) -> list[Variant]:
    return [Variant(theorem, name.replace("_", " "), attempt) for name, attempt in attempts.items()]


def _same(expr, domain, given=()):
    return identity(Eq(expr, expr, evaluate=False), domain, FORM, given)


def _schwarz(c=None, weights=None):
    root = exp(-beta * (1 - Dot(M, y[i]))) * tilt(M) * R
    on_g = [trace.sphere_positive(), trace.tilts_positive()]
    domain = more(trace.KEY_AND_MIDPOINT, free_vector(G, h))
    product = identity(Eq(root**2, tilt(trace.PUSHED) * trace.F * W, evaluate=False), domain, FORM, on_g)
    finite = (trace.tilt_against_keys(), weights or trace.weight_bound())
    return trusted_measure.cauchy_schwarz(GAUSS, c or root, product, finite, on_g)


STEPS = [
    *_step(
        "tilt identity T_{2m−y} T_y = T_m² e^{−2β(1−m·y)}",
        factor_1=lambda: _tilts(exp(-beta * (1 - Dot(M, y[i])))),
        factor_4=lambda: _tilts(exp(-4 * beta * (1 - Dot(M, y[i])))),
        plus=lambda: _tilts(exp(2 * beta * (1 - Dot(M, y[i])))),
        no_unit_midpoint=lambda: _tilts(exp(-2 * beta * (1 - Dot(M, y[i]))), free_vector(M, h)),
    ),
    *_step(
        "Cauchy–Schwarz",
        wrong_root=lambda: _schwarz(c=tilt(M) * R),
        weight_not_shown_finite=lambda: _schwarz(weights=_same(GAUSS.mean(W), KEYS_I)),
        weight_of_another_function=lambda: _schwarz(weights=trace.sphere_square()),
        root_with_M=lambda: _schwarz(c=tilt(M) * R * MGF),
    ),
    *_step(
        "Tonelli",
        one_name_for_both=lambda: trusted_measure.tonelli(GAUSS, GAUSS, tilt(M), WITH_BOTH),
        difference_of_functions=lambda: trusted_measure.tonelli(GAUSS, Law(h, M), tilt(M) - 1, WITH_BOTH),
        inner_variable_not_declared=lambda: trusted_measure.tonelli(GAUSS, SPHERE, tilt(U), WITH_G),
        midpoint_not_on_the_sphere=lambda: trusted_measure.tonelli(
            GAUSS, Law(h, M), tilt(M), more(WITH_G, free_vector(M, h))
        ),
    ),
    *_step(
        "Gaussian Laplace transform",
        of_the_variable=lambda: trusted_measure.gaussian_laplace(GAUSS, G, WITH_G),
        of_a_scalar=lambda: trusted_measure.gaussian_laplace(GAUSS, beta, SCALARS),
        of_an_affine_vector=lambda: trusted_measure.gaussian_laplace(GAUSS, M + 1, WITH_M),
        for_the_sphere=lambda: trusted_measure.gaussian_laplace(SPHERE, M, WITH_M),
        in_another_dimension=lambda: trusted_measure.gaussian_laplace(Law(h + 1, G, beta), M, WITH_M),
    ),
    *_step(
        "means",
        of_a_unit_vector=lambda: trusted_measure.mean_compares(GAUSS, _same(tilt(G), WITH_UNIT_G)),
        of_a_difference=lambda: trusted_measure.mean_compares(GAUSS, _same(tilt(M) - 1, WITH_BOTH)),
        factor_that_varies=lambda: trusted_measure.constant_factor(GAUSS, tilt(M), tilt(M), WITH_BOTH),
        negative_factor=lambda: trusted_measure.constant_factor(GAUSS, -beta, tilt(M), WITH_BOTH),
        constant_that_varies=lambda: trusted_measure.mean_of_constant(SPHERE, tilt(U), SCALARS),
        name_taken=lambda: trusted_measure.renamed(SPHERE, tilt(U), M, WITH_M),
        finite_without_a_reason=lambda: trusted_measure.positive_mean(GAUSS, tilt(M), WITH_BOTH),
    ),
    *_step(
        "rotation invariance",
        on_the_line=lambda: trusted_measure.rotation(Law(sp.Integer(1), U), M, more(SCALARS, unit_vector(M, 1))),
        of_the_variable=lambda: trusted_measure.rotation(SPHERE, U, more(SCALARS, unit_vector(U, h))),
        of_a_gaussian=lambda: trusted_measure.rotation(GAUSS, M, WITH_M),
        of_a_scalar=lambda: trusted_measure.rotation(SPHERE, beta, WITH_M),
    ),
    *_step(
        "finite sums",
        half_of_the_indices=lambda: trusted_sums.sum_compares(_same(tilt(y[j]), _at_g(KEYS_J, Ge(j, 2))), j, N),
        index_without_range=lambda: trusted_sums.term_at_most_sum(
            trace.positive(tilt(y[j]), _at_g(KEYS_J)), j, sp.Symbol("k", integer=True), N
        ),
        factor_with_the_index=lambda: trusted_sums.sum_linear([(Dot(y[j], y[j]), sp.S.One)], j, N, KEYS),
        constant_with_the_index=lambda: trusted_sums.sum_constant(Dot(y[j], y[j]), j, N, KEYS),
        terms_not_positive=lambda: trusted_sums.sum_positive(_same(tilt(y[j]), _at_g(KEYS_J)), j, N),
    ),
    *_step(
        "Jensen",
        terms_not_positive=lambda: trusted_sums.jensen_logarithm(_same(tilt(y[j]), _at_g(KEYS_J)), j, N),
        some_terms=lambda: trusted_sums.jensen_logarithm(trace.positive(tilt(y[j]), _at_g(KEYS_J, Ge(j, 2))), j, N),
        other_number=lambda: trusted_sums.jensen_logarithm(trace.positive(tilt(y[j]), _at_g(KEYS_J)), j, N + 1),
        zero_terms=lambda: trusted_sums.jensen_logarithm(
            trace.positive(tilt(y[j]), _at_g(KEYS_J)), j, sp.Symbol("n", integer=True, nonnegative=True)
        ),
    ),
    *_step(
        "the push",
        no_lower_bound=lambda: specialise(trace.push(PAIRS), {trace.mu: Rational(1, 2)}, more(PAIRS, *INDEX_I)),
        root_not_shown=lambda: specialise(trace.push(PAIRS), {trace.mu: trace.SHIFT}, more(PAIRS, *INDEX_I)),
        other_root=lambda: specialise(
            trace.push(PAIRS), {trace.mu: -trace.ROOT - trace.COSINE}, more(PAIRS, *INDEX_I), trace.shift_exists(PAIRS)
        ),
        midpoint_not_unit=lambda: specialise(
            trace.key_bound(), {M: x[i] + y[i]}, more(PAIRS, *INDEX_I), trace.shift_exists(PAIRS)
        ),
        keys_beyond_one=lambda: combination(_le(Dot(y[i], y[j]), Rational(999, 1000)), more(KEYS_I, *INDEX_J), []),
    ),
]


def _tilts(factor, midpoint=None):
    domain = more(KEYS_I, midpoint or unit_vector(M, h), free_vector(G, h))
    left = tilt(2 * M - y[i]) * tilt(y[i])
    return identity(Eq(left, tilt(M) ** 2 * factor, evaluate=False), domain, FORM)


def _at_g(domain, *conditions):
    return more(domain, free_vector(G, h), *conditions)


VARIANTS = [*CLAIMS, *STEPS]
