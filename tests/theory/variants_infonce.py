"""False variants of the claims on configurations of finitely many pairs: each must die, and the table says how.

A variant is a claim's statement changed into a false one and given to the claim's own derivation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import sympy as sp
from sympy import Ge, Gt, Le, Rational, exp, log

from modgap.theory.infonce import pairs as infonce
from modgap.theory.infonce.pairs import MGF, TRACE, gamma
from modgap.theory.infonce.trace import N, beta, h
from modgap.theory.language.letters import x, y
from modgap.theory.language.symbols import LogPartitionMean, MCLLoss, SphereMGF
from modgap.theory.outcome import Undecided, Unproved

SMALL = Rational(1, 1000)


@dataclass(frozen=True)
class Variant:
    """A false variant: of what, its name, and a call that must raise `Unproved`."""

    of: str
    name: str
    attempt: Callable[[], object]


def derive(claim, statement):
    result = replace(claim, statement=statement).result
    if isinstance(result, Unproved):
        raise result
    if not hasattr(result, "rule"):
        raise Undecided(f"refuted at {result.point}")
    return result


def of_claim(claim, **statements) -> list[Variant]:
    return [
        Variant(claim.id, name.replace("_", " "), lambda c=claim, s=statement: derive(c, s))
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
    return of_claim(
        claim,
        constant_a_little_sharper=kind(left, sharper, evaluate=False),
        turned_around=turned(left, right),
        strict_which_the_proof_does_not_give=(sp.Gt if kind is sp.GreaterThan else sp.Lt)(left, right, evaluate=False),
        M_of_twice_the_argument=kind(left, right.xreplace({MGF: SphereMGF(h, 2 * beta)}), evaluate=False)
        if right.has(MGF)
        else kind(left, sharper + size, evaluate=False),
    )


LOSS = MCLLoss(x, y, beta, N) - 2 * log(N)
VARIANTS = [
    *_inequality(infonce.trace, SMALL),
    *of_claim(
        infonce.trace,
        no_mean_over_keys=_le(TRACE.lhs / N, TRACE.rhs / N**2),
        square_of_M=_le(TRACE.lhs, exp(beta) / MGF**2),
        dimension_below=_le(TRACE.lhs, exp(beta) / SphereMGF(h - 1, beta)),
        no_exponential=_le(TRACE.lhs, 1 / MGF),
        keys_and_queries_mixed=_le(TRACE.lhs.xreplace({x: y}), exp(beta / 2) / MGF),
    ),
    *_inequality(infonce.queries_in_ball, SMALL),
    *_inequality(infonce.one_sided, SMALL),
    *of_claim(infonce.one_sided, no_alignment=_ge(LogPartitionMean(x, y, beta, N), log(MGF))),
    *_inequality(infonce.temperatures, SMALL),
    *of_claim(infonce.temperatures, one_temperature=_ge(infonce.temperatures.statement.lhs, -2 * beta + 2 * log(MGF))),
    *_inequality(infonce.diagonal, SMALL),
    *of_claim(
        infonce.diagonal,
        at_most=_le(LogPartitionMean(x, x, beta, N), beta / 2),
        twice=_ge(LogPartitionMean(x, x, beta, N), 2 * log(MGF)),
    ),
    *_inequality(infonce.finite, SMALL),
    *of_claim(
        infonce.finite,
        one_log_N=_ge(LOSS + log(N), -2 * beta + 2 * log(MGF) + log(N) + SMALL),
        no_log_N=_ge(MCLLoss(x, y, beta, N), -2 * beta + 2 * log(MGF) + 2 * log(N) + SMALL),
        once_beta=_ge(LOSS, -beta + 2 * log(MGF)),
        thrice_log_M=_ge(LOSS, -2 * beta + 3 * log(MGF)),
    ),
    *_inequality(infonce.theorem, SMALL),
    *of_claim(
        infonce.finite_strict,
        turned_around=_le(LOSS, -2 * beta + 2 * log(MGF)),
        above_by_a_constant=Gt(LOSS, -2 * beta + 2 * log(MGF) + SMALL, evaluate=False),
        M_of_twice_the_argument=Gt(LOSS, -2 * beta + 2 * log(SphereMGF(h, 2 * beta)), evaluate=False),
        once_beta=Gt(LOSS, -beta + 2 * log(MGF), evaluate=False),
        dimension_below=Gt(LOSS, -2 * beta + 2 * log(SphereMGF(h - 1, beta)), evaluate=False),
    ),
    *_inequality(infonce.stable, SMALL),
    *of_claim(
        infonce.stable,
        factor_2_for_8=_ge(infonce.stable.statement.lhs, 4 * infonce.stable.statement.rhs),
    ),
    *_inequality(infonce.stable_sharper, SMALL),
    *of_claim(
        infonce.stable_sharper,
        factor_1_for_4=_ge(infonce.stable_sharper.statement.lhs, 4 * infonce.stable_sharper.statement.rhs),
    ),
    *_inequality(infonce.learnable_temperature, SMALL),
    *of_claim(infonce.learnable_temperature, lower_cap=_ge(LOSS, -2 * beta + log(MGF) + log(SphereMGF(h, gamma)))),
    *of_claim(
        infonce.capacity,
        ninety_one=Gt(beta - log(SphereMGF(512, beta)), 91, evaluate=False),
        turned_around=_le(beta - log(SphereMGF(512, beta)), 90),
        dimension_128=Gt(beta - log(SphereMGF(128, beta)), 90, evaluate=False),
        twice=Gt(beta - log(SphereMGF(512, beta)), 180, evaluate=False),
    ),
]
