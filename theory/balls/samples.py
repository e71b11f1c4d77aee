"""Balls for samples: draws, means over samples and chances, summed as they stand where samples are few."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement, product
from typing import Any

from flint import arb
from sympy import Basic, Expr, Symbol

from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnDistance,
    DrawnLoss,
    NoneReaches,
    PairsChance,
    PairsMean,
)
from modgap.theory.language.samples import Draw, SampleMean
from modgap.theory.language.symbols import Defined
from modgap.theory.outcome import Undecided

#: A mean over more samples than this is not evaluated.
MAX_SAMPLES = 1024


def _draw(ev: Any, expr: Draw) -> arb:
    """Return the index; a number in place of a sample stands for some sample, by its digits."""
    sample, position = ev.env.get(expr.args[0]), ev.integer(expr.args[1])
    if isinstance(sample, arb) and sample.is_exact() and position >= 1:
        digits = int(1e6 * abs(float(sample))) + position
        return arb(1 + digits * digits % 7919 % ev.integer(expr.args[2]))
    if not isinstance(sample, tuple) or not 1 <= position <= len(sample):
        raise Undecided(f"{expr} is no draw of a sample here")
    return arb(sample[position - 1])


def _sample_mean(ev: Any, expr: SampleMean) -> Any:
    count, size = ev.integer(expr.args[0]), ev.integer(expr.args[1])
    if count**size > MAX_SAMPLES:
        raise Undecided(f"{expr} is a mean over {count}^{size} samples")
    samples = product(range(1, count + 1), repeat=size)
    return sum((ev.bound(expr.variable, s)(expr.integrand) for s in samples), arb(0)) / count**size


def _direction(beta: Any, queries: list[Any], keys: list[Any]) -> Any:
    scores = [[beta * sum((a * b for a, b in zip(x, y, strict=True)), arb(0)) for y in keys] for x in queries]
    terms = (sum((s.exp() for s in row), arb(0)).log() - row[k] for k, row in enumerate(scores))
    return sum(terms, arb(0)) / len(queries)


def _drawn(ev: Any, expr: DrawnDirection) -> Any:
    beta, size, sample = ev(expr.args[0]), ev.integer(expr.args[1]), ev.env.get(expr.args[2])
    if not isinstance(sample, tuple) or not 1 <= size <= len(sample):
        raise Undecided(f"{expr} is no loss of pairs of a sample here")
    queries, keys = ([pair[side] for pair in sample[:size]] for side in (0, 1))
    forward = _direction(beta, queries, keys)
    return forward + _direction(beta, keys, queries) if isinstance(expr, DrawnLoss) else forward


def _drawn_distance(ev: Any, expr: DrawnDistance) -> Any:
    beta, size, sample = ev(expr.args[0]), ev.integer(expr.args[1]), ev.env.get(expr.args[2])
    if not isinstance(sample, tuple) or not 1 <= size <= len(sample):
        raise Undecided(f"{expr} is about no pairs of a sample here")
    points = [(arb(1) / size, pair[1]) for pair in sample[:size]]
    points += [(-mass, key) for mass, _, key in ev.env[expr.args[3]]]

    def kernel(y: list[Any], z: list[Any]) -> Any:
        return (beta * sum((a * b for a, b in zip(y, z, strict=True)), arb(0))).exp()

    return sum((c * d * kernel(y, z) for c, y in points for d, z in points), arb(0))


def _prepared(ev: Any, of: Expr, *bound: Symbol) -> Any:
    """Return an evaluator that knows the defined parts that do not speak of the sample: they are the same for all."""
    for part in of.atoms(Defined):
        if not part.free_symbols & set(bound):
            ev = ev.bound(part, ev(part))
    return ev


def _few(ev: Any, expr: Basic, size: int, atoms: int) -> None:
    if size < 1 or atoms**size > MAX_SAMPLES:
        raise Undecided(f"{expr} is about {atoms}^{size} samples here")


def _pairs_mean(ev: Any, expr: PairsMean) -> Any:
    """Sum over the multisets of pairs: a loss does not depend on the order of its pairs."""
    law, size = ev.env[expr.args[0]], ev.integer(expr.args[1])
    _few(ev, expr, size, len(law))
    inner, total = _prepared(ev, expr.integrand, expr.variable), arb(0)
    for drawn in combinations_with_replacement(range(len(law)), size):
        weight = math.factorial(size) // math.prod(math.factorial(n) for n in Counter(drawn).values())
        mass = math.prod((law[a][0] for a in drawn), start=arb(weight))
        total += mass * inner.bound(expr.variable, tuple(law[a][1:] for a in drawn))(expr.integrand)
    return total


def _pairs_chance(ev: Any, expr: PairsChance) -> Any:
    """Sum the masses of the samples that certainly meet the bound; those that may meet it make the ball wider."""
    law, low, high = ev.env[expr.args[0]], *(ev.integer(a) for a in expr.args[1:3])
    _few(ev, expr, high, len(law))
    if not 1 <= low <= high:
        raise Undecided(f"{expr} is about no numbers of pairs")
    (k, sample), bound = expr.variables, ev(expr.args[3])
    inner, total = _prepared(ev, expr.integrand, k, sample), arb(0)
    for drawn in product(law, repeat=high):
        mass = math.prod((atom[0] for atom in drawn), start=arb(1))
        at = inner.bound(sample, tuple(atom[1:] for atom in drawn))
        total += mass * _meets((at.bound(k, arb(n))(expr.integrand) for n in range(low, high + 1)), bound)
    return total


def _meets(values: Iterator[Any], bound: Any) -> arb:
    """Return 1 where one of the values is certainly at least the bound, 0 where none can be, and else both."""
    may = False
    for value in values:
        if value >= bound:
            return arb(1)
        may = may or not value < bound
    return arb(0.5, 0.5) if may else arb(0)


def _none_reaches(ev: Any, expr: NoneReaches) -> Any:
    law, times, bound, _ = ev.env[expr.args[0]], ev.integer(expr.args[1]), ev(expr.args[2]), expr.args[3]
    variables = expr.variables
    _few(ev, expr, len(variables) // 2, len(law))
    total = arb(0)
    for drawn in product(law, repeat=len(variables) // 2):
        at = ev
        for variable, vector in zip(variables, (v for atom in drawn for v in atom[1:]), strict=True):
            at = at.bound(variable, vector)
        value = at(expr.integrand)
        below = arb(1) if value < bound else arb(0) if value >= bound else arb(0.5, 0.5)
        total += math.prod((atom[0] for atom in drawn), start=below)
    return total**times


def nodes() -> dict[type, Callable[[Any, Basic], Any]]:
    """Return the rules that evaluate draws, losses of samples, means over samples and chances."""
    return {
        Draw: _draw,
        SampleMean: _sample_mean,
        DrawnDirection: _drawn,
        DrawnDistance: _drawn_distance,
        PairsMean: _pairs_mean,
        PairsChance: _pairs_chance,
        NoneReaches: _none_reaches,
    }
