"""False variants of the softmax chapter on couplings, its claims and its steps: each must die.

Two kinds: a claim's statement, or its hypotheses, changed into something false and given to the claim's own
derivation, and a step whose premises are not those of its theorem.
"""

from __future__ import annotations

from dataclasses import replace

import sympy as sp
from sympy import Eq, Ge, Gt, IndexedBase, Le, Lt, Rational, Symbol, exp, log

from modgap.theory.infonce import gaussian, population, stability, trace
from modgap.theory.infonce.gaussian import AT_G, GAUSS, KEY, F, R, W, tilt
from modgap.theory.infonce.population import BOUND, LOSS, MISALIGNMENT, TRACE
from modgap.theory.infonce.trace import (
    BALL_COUPLINGS,
    COUPLINGS,
    EXCESS,
    FORM,
    LIKE_UNIFORM,
    MGF,
    ONE_SIDED,
    OTHER,
    PAIR,
    SCALARS,
    SPHERE,
    UNLIKE_UNIFORM,
    beta,
    h,
    ratio,
    with_pair,
)
from modgap.theory.kernel.compose import by_cases, specialise
from modgap.theory.kernel.rules import combination, identity
from modgap.theory.language.couplings import X1, Y1, P, PairLaw, X, Y
from modgap.theory.language.domain import Domain, coupling, free_vector, unit_vector, unit_vectors
from modgap.theory.language.means import G, Law, M, U
from modgap.theory.language.symbols import Dot, SphereMGF
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.trusted import sums as trusted_sums
from tests.theory.assumptions import make
from tests.theory.variants_infonce import Variant, derive, of_claim

SMALL = Rational(1, 1000)
MISALIGNED = population.trace_misaligned.statement
PAIRS = with_pair(COUPLINGS)


def _le(a, b):
    return Le(a, b, evaluate=False)


def _lt(a, b):
    return Lt(a, b, evaluate=False)


def _ge(a, b):
    return Ge(a, b, evaluate=False)


def _gt(a, b):
    return Gt(a, b, evaluate=False)


def _without_its_condition(claim) -> Variant:
    """The claim on all couplings: at the aligned uniform one it is false."""
    wider = replace(claim, domain=Domain(*claim.domain.symbols, h >= 2, *claim.domain.vectors))
    return Variant(claim.id, "without its condition", lambda: derive(wider, claim.statement))


def _trace(claim) -> list[Variant]:
    return of_claim(
        claim,
        constant_a_little_sharper=_le(TRACE.lhs, (1 - SMALL) * TRACE.rhs),
        turned_around=_ge(*TRACE.args),
        square_of_M=_le(TRACE.lhs, exp(beta) / MGF**2),
        dimension_below=_le(TRACE.lhs, exp(beta) / SphereMGF(h - 1, beta)),
        no_exponential=_le(TRACE.lhs, 1 / MGF),
        strict_which_is_false_at_the_uniform_law=_lt(*TRACE.args),
    )


def _bound(claim) -> list[Variant]:
    return of_claim(
        claim,
        above_by_a_constant=_gt(LOSS, BOUND + SMALL),
        turned_around=_le(LOSS, BOUND),
        once_beta=_gt(LOSS, -beta + 2 * log(MGF)),
        M_of_twice_the_argument=_gt(LOSS, -2 * beta + 2 * log(SphereMGF(h, 2 * beta))),
        thrice_log_M=_gt(LOSS, -2 * beta + 3 * log(MGF)),
    )


def _stability(claim, divisor: int) -> list[Variant]:
    left, right = claim.statement.args
    return of_claim(
        claim,
        four_times_the_factor=_ge(left, 4 * right),
        turned_around=_le(left, right),
        above_by_a_constant=_ge(left, right + SMALL),
        no_spread=_ge(left, MISALIGNMENT / divisor),
        twice_log_M=_ge(ONE_SIDED + beta - 2 * log(MGF), right),
    )


CLAIMS = [
    *_trace(population.trace),
    *_trace(population.trace_in_ball),
    *_trace(gaussian.trace_by_gaussian_means),
    *of_claim(
        population.trace_strict,
        constant_a_little_sharper=_lt(TRACE.lhs, (1 - SMALL) * TRACE.rhs),
        turned_around=_ge(*TRACE.args),
        square_of_M=_lt(TRACE.lhs, exp(beta) / MGF**2),
        no_exponential=_lt(TRACE.lhs, 1 / MGF),
    ),
    _without_its_condition(population.trace_strict),
    *of_claim(
        population.trace_misaligned,
        constant_a_little_sharper=_le(MISALIGNED.lhs, MISALIGNED.rhs - SMALL * population.MISALIGNMENT),
        cost_also_where_keys_are_one=_le(TRACE.lhs, TRACE.rhs - beta * exp(-8 * beta) / 16 * population.MISALIGNMENT),
        cost_of_what_is_aligned=_le(MISALIGNED.lhs, MISALIGNED.rhs - SMALL * (1 - population.LENGTH)),
        strict_which_is_false_at_the_uniform_law=_lt(*MISALIGNED.args),
        turned_around=_ge(*MISALIGNED.args),
    ),
    *_bound(population.population),
    *of_claim(population.population, strict_which_is_false_at_the_uniform_law=_gt(LOSS, BOUND)),
    *of_claim(
        population.energy,
        strict_which_is_false_for_uniform_keys=_gt(EXCESS, 0),
        above_by_a_constant=_ge(EXCESS, SMALL),
        turned_around=_le(EXCESS, 0),
        twice_the_argument=_ge(trusted_couplings.energy_excess(P, h, beta) + MGF, SphereMGF(h, 2 * beta)),
        dimension_below=_ge(EXCESS + MGF, SphereMGF(h - 1, beta)),
    ),
    *_bound(population.unlike_keys),
    _without_its_condition(population.unlike_keys),
    *_bound(population.misaligned),
    _without_its_condition(population.misaligned),
    *_bound(population.gap_closes),
    _without_its_condition(population.gap_closes),
    *_bound(population.concentration_vanishes),
    _without_its_condition(population.concentration_vanishes),
    *of_claim(
        population.attained,
        right_plus_a_little=Eq(population.AT_OPTIMUM, -beta + log(MGF) + SMALL, evaluate=False),
        no_beta=Eq(population.AT_OPTIMUM, log(MGF), evaluate=False),
        half_the_argument=Eq(population.AT_OPTIMUM, -beta + log(SphereMGF(h, beta / 2)), evaluate=False),
        dimension_above=Eq(population.AT_OPTIMUM, -beta + log(SphereMGF(h + 1, beta)), evaluate=False),
    ),
    *of_claim(
        population.theorem,
        sign_of_beta=population.theorem.statement.xreplace({population.attained.statement: _gt(beta, 1)}),
        turned_around=_le(LOSS, BOUND),
        above_by_a_constant=_gt(LOSS, BOUND + SMALL),
        attained_by_less=Eq(population.AT_OPTIMUM, -beta + log(MGF) - SMALL, evaluate=False),
    ),
    _without_its_condition(population.theorem),
    *_stability(stability.stability, 8),
    *_stability(stability.sharper, 4),
]

WITH_G = SCALARS.further(free_vector(G, h))
WITH_UNIT_G = SCALARS.further(unit_vector(G, h))
WITH_M = SCALARS.further(unit_vector(M, h))
WITH_BOTH = WITH_M.further(free_vector(G, h))
UNLIKE = COUPLINGS.further(UNLIKE_UNIFORM)
ALIKE = COUPLINGS.further(LIKE_UNIFORM)
x, y = IndexedBase("x"), IndexedBase("y")
N = trace.N
n = Symbol("n", integer=True, nonnegative=True)
CONFIGURATION = Domain(h, N, beta, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h))


def _step(theorem: str, **attempts) -> list[Variant]:
    return [Variant(theorem, name.replace("_", " "), attempt) for name, attempt in attempts.items()]


def _same(expr, domain, given=()):
    return identity(Eq(expr, expr, evaluate=False), domain, FORM, given)


def _tilts(factor, midpoint=None):
    domain = COUPLINGS.further(*KEY, midpoint or unit_vector(M, h), free_vector(G, h))
    left = tilt(2 * M - Y) * tilt(Y)
    return identity(Eq(left, tilt(M) ** 2 * factor, evaluate=False), domain, FORM)


def _schwarz(c=None, weights=None):
    with_g = COUPLINGS.further(*KEY, unit_vector(M, h), *AT_G)
    given = [gaussian.sphere_positive(), gaussian.tilts_positive(COUPLINGS)]
    root = exp(-beta * (1 - Dot(M, Y))) * tilt(M) * R
    product = identity(Eq(root**2, tilt(gaussian.PUSHED) * F * W, evaluate=False), with_g, FORM, given)
    finite = gaussian.tilt_against_keys(COUPLINGS), weights or gaussian.weight_finite(COUPLINGS)
    return trusted_measure.cauchy_schwarz(GAUSS, c or root, product, finite, given)


def _added(law=GAUSS, terms=None, domain=None):
    terms = (tilt(M), tilt(U)) if terms is None else terms
    return trusted_measure.mean_of_sum(law, terms, domain or WITH_BOTH.further(unit_vector(U, h)))


def _grows(of):
    positive = trace.positive(exp(beta * Dot(M, G)), WITH_BOTH)
    return trusted_couplings.finite_by_growth(GAUSS, of, make("assumed", _gt(of, 0), positive.domain, "for this test"))


STEPS = [
    *_step(
        "tilt identity T_{2m−y} T_y = T_m² e^{−2β(1−m·y)}",
        factor_1=lambda: _tilts(exp(-beta * (1 - Dot(M, Y)))),
        factor_4=lambda: _tilts(exp(-4 * beta * (1 - Dot(M, Y)))),
        plus=lambda: _tilts(exp(2 * beta * (1 - Dot(M, Y)))),
        no_unit_midpoint=lambda: _tilts(exp(-2 * beta * (1 - Dot(M, Y))), free_vector(M, h)),
    ),
    *_step(
        "Cauchy–Schwarz",
        wrong_root=lambda: _schwarz(c=tilt(M) * R),
        weight_not_shown_finite=lambda: _schwarz(weights=_same(GAUSS.mean(W), COUPLINGS.further(*KEY))),
        weight_of_another_function=lambda: _schwarz(weights=gaussian.sphere_square()),
        root_with_M=lambda: _schwarz(c=tilt(M) * R * MGF),
    ),
    *_step(
        "growth",
        gaussian_factor=lambda: _grows(exp(beta * Dot(G, G))),
        exponential_of_an_exponential=lambda: _grows(exp(exp(beta * Dot(M, G)))),
        sum_of_unlike_functions=lambda: _grows(1 + exp(beta * Dot(M, G))),
        on_the_sphere=lambda: trusted_couplings.finite_by_growth(
            SPHERE, tilt(U), trace.positive(exp(beta * Dot(M, G)), WITH_BOTH)
        ),
        positivity_of_another_function=lambda: trusted_couplings.finite_by_growth(
            GAUSS, tilt(M), trace.positive(exp(beta * Dot(M, G)), WITH_BOTH)
        ),
    ),
    *_step(
        "configurations",
        conditions_on_the_coupling=lambda: trusted_couplings.of_configuration(
            population.misaligned.fact, x, y, N, CONFIGURATION
        ),
        queries_in_the_ball=lambda: trusted_couplings.of_configuration(
            population.trace.fact, x, y, N, Domain(h, N, beta, h >= 2, *_ball_pairs())
        ),
        keys_in_the_ball=lambda: trusted_couplings.of_configuration(
            population.trace_in_ball.fact, x, y, N, Domain(h, N, beta, h >= 2, *_ball_keys())
        ),
        another_number_of_keys=lambda: trusted_couplings.of_configuration(
            population.trace.fact, x, y, N + 1, CONFIGURATION
        ),
        perhaps_no_pairs=lambda: trusted_couplings.of_configuration(
            population.trace.fact, x, y, n, Domain(h, n, beta, h >= 2, unit_vectors(x, n, h), unit_vectors(y, n, h))
        ),
        strict_on_the_line=lambda: trusted_couplings.of_configuration(
            make(
                "assumed",
                population.trace_strict.statement,
                Domain(h, beta, coupling(P, h), UNLIKE_UNIFORM),
                "for this test",
            ),
            x,
            y,
            N,
            CONFIGURATION,
        ),
    ),
    *_step(
        "exchange of queries and keys",
        queries_in_the_ball=lambda: trusted_couplings.exchanged(population.trace_in_ball.fact),
        conditions_on_the_keys=lambda: trusted_couplings.exchanged(population.trace_strict.fact),
        no_coupling=lambda: trusted_couplings.exchanged(trace.mgf_positive()),
    ),
    *_step(
        "means over couplings",
        of_some_pairs=lambda: trusted_measure.mean_compares(PAIR, _same(Dot(X, Y), PAIRS.further(_gt(Dot(X, Y), 0)))),
        of_queries_in_the_ball_only=lambda: trusted_measure.mean_compares(
            PAIR, _same(Dot(X, Y), BALL_COUPLINGS.further(unit_vector(X, h), unit_vector(Y, h)))
        ),
        factor_that_varies=lambda: trusted_couplings.mean_is_linear(PAIR, [(Dot(X, Y), sp.S.One)], PAIRS),
        logarithm_of_a_cosine=lambda: trusted_couplings.mean_is_linear(PAIR, [(sp.S.One, log(Dot(X, Y)))], PAIRS),
        not_continuous=lambda: trusted_couplings.mean_is_linear(PAIR, [(sp.S.One, sp.sign(Dot(X, Y)))], PAIRS),
        jensen_of_a_cosine=lambda: trusted_couplings.jensen_mean_logarithm(PAIR, _same(Dot(X, Y), PAIRS)),
        names_that_are_taken=lambda: trusted_measure.renamed(PAIR, Dot(X, Y), OTHER, with_pair(COUPLINGS, OTHER)),
        names_of_another_coupling=lambda: trusted_measure.renamed(
            PAIR, Dot(X, Y), PairLaw(h, Symbol("Q"), (X1, Y1)), COUPLINGS
        ),
        coupling_not_declared=lambda: trusted_measure.mean_of_constant(PAIR, beta, SCALARS),
    ),
    *_step(
        "cases",
        one_case_only=lambda: by_cases(population.unlike_keys.fact, population.unlike_keys.fact, COUPLINGS),
        cases_that_leave_a_gap=lambda: by_cases(
            _positive_where(UNLIKE_UNIFORM), _positive_where(_lt(EXCESS, 0)), COUPLINGS
        ),
        cases_of_two_things=lambda: by_cases(_positive_where(UNLIKE_UNIFORM), _positive_where(_le(beta, 0)), COUPLINGS),
        two_statements=lambda: by_cases(
            _positive_where(UNLIKE_UNIFORM), _same(EXCESS, ALIKE, [trace.mgf_positive()]), COUPLINGS
        ),
    ),
    *_step(
        "chords",
        chord_beyond_its_end=lambda: trusted_sums.exponential_chord(sp.Integer(2), beta, SCALARS),
        chord_before_its_start=lambda: trusted_sums.exponential_chord(-beta, beta, SCALARS),
        chord_of_a_negative_weight=lambda: trusted_sums.exponential_chord(sp.Integer(-1), beta, SCALARS),
        chord_of_an_unknown_weight=lambda: trusted_sums.exponential_chord(beta, beta, SCALARS),
    ),
    *_step(
        "Tonelli",
        one_name_for_both=lambda: trusted_measure.tonelli(GAUSS, GAUSS, tilt(M), WITH_BOTH),
        difference_of_functions=lambda: trusted_measure.tonelli(GAUSS, Law(h, M), tilt(M) - 1, WITH_BOTH),
        inner_variable_not_declared=lambda: trusted_measure.tonelli(GAUSS, SPHERE, tilt(U), WITH_G),
        midpoint_not_on_the_sphere=lambda: trusted_measure.tonelli(
            GAUSS, Law(h, M), tilt(M), WITH_G.further(free_vector(M, h))
        ),
        pair_not_declared=lambda: trusted_measure.tonelli(GAUSS, PAIR, tilt(Y), COUPLINGS.further(*AT_G)),
    ),
    *_step(
        "Gaussian Laplace transform",
        of_the_variable=lambda: trusted_measure.gaussian_laplace(GAUSS, G, WITH_G),
        of_a_scalar=lambda: trusted_measure.gaussian_laplace(GAUSS, beta, SCALARS),
        of_an_affine_vector=lambda: trusted_measure.gaussian_laplace(GAUSS, M + 1, WITH_M),
        for_the_sphere=lambda: trusted_measure.gaussian_laplace(SPHERE, M, WITH_M),
        in_another_dimension=lambda: trusted_measure.gaussian_laplace(Law(h + 1, G, beta), M, WITH_M),
        of_a_coupling=lambda: trusted_measure.gaussian_laplace(GAUSS, P, COUPLINGS),
    ),
    *_step(
        "means",
        of_a_unit_vector=lambda: trusted_measure.mean_compares(GAUSS, _same(tilt(G), WITH_UNIT_G)),
        of_a_difference=lambda: trusted_measure.mean_compares(GAUSS, _same(tilt(M) - 1, WITH_BOTH)),
        factor_that_varies=lambda: trusted_measure.constant_factor(GAUSS, tilt(M), tilt(M), WITH_BOTH),
        negative_factor=lambda: trusted_measure.constant_factor(GAUSS, -beta, tilt(M), WITH_BOTH),
        constant_that_varies=lambda: trusted_measure.mean_of_constant(SPHERE, tilt(U), SCALARS),
        name_taken=lambda: trusted_measure.renamed(SPHERE, tilt(U), Law(h, M), WITH_M),
        finite_without_a_reason=lambda: trusted_measure.positive_mean(GAUSS, tilt(M), WITH_BOTH),
        mean_of_the_gaussian_is_not_shown_zero=lambda: trusted_measure.mean_is_zero(GAUSS, M, WITH_M),
        sum_with_a_term_of_either_sign=lambda: _added(terms=(tilt(M), Dot(M, G))),
        sum_with_a_negative_term=lambda: _added(terms=(tilt(M), -tilt(U))),
        # Of a compact law the mean is defined whatever the sign: only the theorem's own hypothesis turns this away.
        sum_on_a_sphere_with_a_term_of_either_sign=lambda: _added(law=SPHERE, terms=(exp(Dot(M, U)), Dot(M, U))),
        sum_of_nothing=lambda: _added(terms=()),
        sum_over_a_vector_that_is_asked_something=lambda: _added(
            domain=WITH_BOTH.further(unit_vector(U, h), _gt(Dot(G, M), 0))
        ),
        sum_over_a_vector_of_another_kind=lambda: _added(law=SPHERE, terms=(tilt(M), tilt(U)), domain=WITH_BOTH),
        mean_of_the_square=lambda: trusted_measure.mean_is_zero(SPHERE, U, SCALARS.further(unit_vector(U, h))),
    ),
    *_step(
        "rotation invariance",
        on_the_line=lambda: trusted_measure.rotation(Law(sp.Integer(1), U), M, SCALARS.further(unit_vector(M, 1))),
        of_the_variable=lambda: trusted_measure.rotation(SPHERE, U, SCALARS.further(unit_vector(U, h))),
        of_a_gaussian=lambda: trusted_measure.rotation(GAUSS, M, WITH_M),
        of_a_scalar=lambda: trusted_measure.rotation(SPHERE, beta, WITH_M),
    ),
    *_step(
        "the push",
        no_lower_bound=lambda: specialise(trace.push(COUPLINGS), {trace.mu: Rational(1, 2)}, PAIRS),
        root_not_shown=lambda: specialise(trace.push(COUPLINGS), {trace.mu: trace.SHIFT}, PAIRS),
        other_root=lambda: specialise(
            trace.push(COUPLINGS), {trace.mu: -trace.ROOT - trace.COSINE}, PAIRS, trace.shift_exists(COUPLINGS)
        ),
        midpoint_not_unit=lambda: specialise(
            gaussian.key_bound(COUPLINGS), {M: X + Y}, PAIRS, trace.shift_exists(COUPLINGS)
        ),
        keys_beyond_one=lambda: combination(_le(Dot(Y, Y1), Rational(999, 1000)), with_pair(PAIRS, OTHER), []),
        ratio_with_the_wrong_key=lambda: combination(_le(ratio(X), ratio(X + Y1)), with_pair(PAIRS, OTHER), []),
    ),
]


def _ball_pairs():
    from modgap.theory.language.domain import ball_vectors

    return ball_vectors(x, N, h), unit_vectors(y, N, h)


def _ball_keys():
    from modgap.theory.language.domain import ball_vectors

    return ball_vectors(x, N, h), ball_vectors(y, N, h)


def _positive_where(condition):
    return trace.positive(beta, COUPLINGS.further(condition))


VARIANTS = [*CLAIMS, *STEPS]
