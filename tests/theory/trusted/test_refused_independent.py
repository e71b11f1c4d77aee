"""What the theorems on samples of independent pairs refuse: a call that goes through, and with one thing wrong."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Abs, Ge, Gt, IndexedBase, Le, Lt, S, Symbol, exp, log, sqrt, symbols

from modgap.theory.kernel.facts import Fact
from modgap.theory.language.couplings import X1, Y1, DirectionLoss, KeyEnergy, P, PairLaw, X, Y
from modgap.theory.language.domain import (
    Domain,
    coupling,
    unit_vector,
    unit_vectors,
    vector_across,
)
from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnLoss,
    grows_by,
    pairs_chance,
    pairs_mean,
)
from modgap.theory.language.letters import N, beta, h, i, x, y
from modgap.theory.language.samples import SampleLoss, sample_mean
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided
from modgap.theory.trusted import independent
from tests.theory.assumptions import assumed, r
from tests.theory.calls import forged
from tests.theory.trusted.wrong_calls import asked, called

n, m, M, other = symbols("n m M n'", integer=True, positive=True)
k = Symbol("k", integer=True)
s, q, v, u, w = symbols("s q v u w")
a, c, t = symbols("a c t", positive=True)
level = Symbol("l", real=True)
loose = Symbol("r", nonnegative=True)
z = IndexedBase("z")
Q = Symbol("Q")
PAIR, OTHER = PairLaw(h, P, (X, Y)), PairLaw(h, P, (X1, Y1))
LAWS = Domain(h, n, beta, h >= 2, coupling(P, h))


# --- every coupling --------------------------------------------------------------------------------------------------

ATOMS = Domain(h, N, n, beta, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h))
#: L_n ≤ 2 log n + 4β, and a mean of cosines is at most 1.
OF = DrawnLoss(beta, n, s) + PAIR.mean(Dot(X, Y))
MOST = 2 * log(n) + 4 * beta + 1


def of_atoms(extra: Any = 0, families=(x, y), count=N, size=n, sample=s) -> Any:
    """What `OF` is for N pairs of equal mass."""
    cosines = sp.Sum(Dot(families[0][i], families[1][i]), (i, 1, count)) / count
    return sample_mean(count, size, sample, SampleLoss(*families, beta, count, size, sample) + cosines + extra)


def at_most(mean: Any = None, kind=Le, most=MOST, domain=ATOMS) -> Fact:
    return assumed(r(kind, of_atoms() if mean is None else mean, most), domain)


every = asked(
    independent.of_every_coupling,
    {"fact": at_most(), "law": P, "size": n, "sample": s, "of": OF, "families": (x, y), "domain": LAWS},
)
THREE = Domain(h, n, beta, h >= 2, unit_vectors(x, S(3), h), unit_vectors(y, S(3), h))
TWICE = Domain(h, n, m, beta, h >= 2, unit_vectors(x, 2 * m, h), unit_vectors(y, 2 * m, h))
NUMBER = Domain(h, N, n, beta, P, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h))
ANY_COUPLING, PAIRS_OF, EVERY_NUMBER = "any coupling of unit", "does not declare pairs of", "every number of pairs"


def single_vectors() -> Fact:
    single = Domain(h, N, n, beta, h >= 2, unit_vector(x, h), unit_vector(y, h))
    return every(fact=at_most(n, domain=single))


def on_the_diagonal() -> Fact:
    """Σ log of a softmax is at most log n if each query is its own key: of such laws alone."""
    domain = Domain(h, N, n, beta, h >= 2, unit_vectors(x, N, h))
    loss = sample_mean(N, n, s, SampleLoss(x, x, beta, N, n, s))
    return every(fact=at_most(loss, most=2 * log(n), domain=domain), of=DrawnLoss(beta, n, s), families=(x, x))


def floored() -> Fact:
    domain, of = ATOMS, sp.floor(DrawnLoss(beta, n, s))
    loss = sp.floor(SampleLoss(x, y, beta, N, n, s))
    return every(fact=at_most(sample_mean(N, n, s, loss), domain=domain), of=of)


def index_of_the_sum() -> Fact:
    """The index i of a mean over atoms is not the i that a statement speaks of."""
    cosines = sp.Sum(i * Dot(x[i], y[i]), (i, 1, N)) / N
    mean = sample_mean(N, n, s, SampleLoss(x, y, beta, N, n, s) + cosines)
    of = DrawnLoss(beta, n, s) + PAIR.mean(i * Dot(X, Y))
    return every(fact=at_most(mean), of=of, domain=LAWS.further(i))


def law_as_a_number() -> Fact:
    """No rule makes such a premise."""
    honest = at_most(of_atoms())
    mean = sample_mean(N, n, s, P * SampleLoss(x, y, beta, N, n, s))
    stated = r(Le, mean, honest.statement.rhs)
    return every(fact=forged(honest, statement=stated, domain=NUMBER), of=P * DrawnLoss(beta, n, s))


EVERY = {
    "queries in the ball": (lambda: every(domain=Domain(h, n, beta, h >= 2, coupling(P, h, "ball"))), ANY_COUPLING),
    "a hypothesis on the law": (lambda: every(domain=LAWS.further(r(Gt, KeyEnergy(P, beta), 2))), ANY_COUPLING),
    "single vectors": (single_vectors, PAIRS_OF),
    "another dimension": (lambda: every(domain=Domain(n, beta, coupling(P, S(3)))), PAIRS_OF),
    "three pairs": (lambda: every(fact=at_most(of_atoms(count=S(3)), domain=THREE)), EVERY_NUMBER),
    "an even number of pairs": (
        lambda: every(fact=at_most(of_atoms(count=2 * m), domain=TWICE), domain=LAWS.further(m)),
        EVERY_NUMBER,
    ),
    "a sample that is assumed to be a number": (lambda: every(sample=Symbol("s", real=True)), EVERY_NUMBER),
    "two pairs at least": (lambda: every(fact=at_most(domain=ATOMS.further(N >= 2))), EVERY_NUMBER),
    "the number of pairs among the variables": (lambda: every(domain=LAWS.further(N)), EVERY_NUMBER),
    "a bound from below": (lambda: every(fact=at_most(kind=Ge, most=-beta)), "is no bound"),
    "a bound by the number of pairs": (lambda: every(fact=at_most(most=log(N) * 9 + MOST)), "is no bound"),
    "the loss of a sample of another size": (
        lambda: every(size=other, of=OF.xreplace({n: other}), domain=LAWS.further(other)),
        "is not about",
    ),
    "queries that are their keys": (on_the_diagonal, "pairs \\(x, x\\) alone"),
    "a function that jumps": (floored, "floor in .* is not seen to be continuous"),
    "an index of the statement": (index_of_the_sum, "is taken in"),
    "a law that is taken for a number": (law_as_a_number, "speaks of P other than in a mean"),
}

# --- bounded differences ---------------------------------------------------------------------------------------------

ERROR = DrawnDirection(beta, n, s) - log(n) - DirectionLoss(P, beta)
CHANGE = 2 * beta + exp(2 * beta)
WITH_T = LAWS.further(t)
ONE = Domain(h, N, beta, h >= 2, unit_vectors(x, N, h), unit_vectors(y, N, h), unit_vector(u, h), unit_vector(w, h))


def mean_error(of: Any = None, kind=Le, size=n, domain=WITH_T, most=9 * beta) -> Fact:
    return assumed(r(kind, pairs_mean(P, size, s, Abs(ERROR) if of is None else of), most), domain)


def growth(kind: Any, side: Any, domain: Domain = ONE, beta=beta, count=N) -> Fact:
    return assumed(r(kind, grows_by(x, y, beta, count, u, w), side), domain)


def grown(domain: Domain, change: Any = CHANGE, beta=beta, count=N, **changes: Any) -> Fact:
    """Ask with both bounds on the growth of the loss on another domain."""
    bounds = [growth(kind, side, domain, beta, count) for kind, side in ((Ge, -change), (Le, change))]
    return tail(low=bounds[0], high=bounds[1], **changes)


def positive(change: Any = CHANGE, kind=Gt, domain=None) -> Fact:
    return assumed(r(kind, change, 0), domain or Domain(beta))


tail = asked(
    independent.bounded_differences,
    {
        "mean": mean_error(),
        "low": growth(Ge, -CHANGE),
        "high": growth(Le, CHANGE),
        "excess": t,
        "positive": positive(),
    },
)
VECTORS = unit_vectors(x, N, h), unit_vectors(y, N, h), unit_vector(u, h), unit_vector(w, h)
NO_MEAN, NO_LOSS, ONE_MORE = "does not bound a mean", "is not the absolute value", "and one more"
NUMBERS, OF_THEM = "every number of pairs of R", "speaks of one of"


def by_dimension() -> Fact:
    """Where N pairs in N dimensions are all that is known, nothing is known of more pairs in these."""
    one = Domain(N, beta, *(type(v)(v.symbol, N, v.count and N) for v in VECTORS))
    domain = Domain(N, n, beta, t, coupling(P, N))
    return grown(one, mean=mean_error(domain=domain))


def by_temperature() -> Fact:
    """Where 1/N is the inverse temperature, the pairs are as many as it says."""
    error = DrawnDirection(1 / N, n, s) - log(n) - DirectionLoss(P, 1 / N)
    mean = mean_error(Abs(error), domain=Domain(h, N, n, t, h >= 2, coupling(P, h)), most=S(9))
    one = Domain(h, N, h >= 2, *VECTORS)
    return grown(one, S(11), 1 / N, mean=mean, positive=positive(S(11), domain=Domain()))


DIFFERENCES = {
    "a bound from below": (lambda: tail(mean=mean_error(kind=Ge, most=S.Zero)), NO_MEAN),
    "no mean": (lambda: tail(mean=assumed(r(Le, t, t), WITH_T)), NO_MEAN),
    "a change that may be 0": (lambda: tail(positive=positive(kind=Ge)), "does not say"),
    "another change": (lambda: tail(positive=positive(2 * CHANGE)), "does not say"),
    "no excess": (lambda: tail(mean=mean_error(domain=LAWS.further(loose)), excess=loose), "may be 0"),
    "a certain number of pairs": (
        lambda: tail(mean=mean_error(Abs(ERROR.xreplace({n: S(5)})), size=S(5))),
        "is no number of pairs",
    ),
    "a growing function of the error": (lambda: tail(mean=mean_error(sp.cosh(ERROR))), NO_LOSS),
    "two losses": (lambda: tail(mean=mean_error(Abs(ERROR + DrawnLoss(beta, n, s)))), "not of the form"),
    "twice the error": (lambda: tail(mean=mean_error(Abs(2 * ERROR))), "speaks of s or of n"),
    "a limit that goes with n": (lambda: tail(mean=mean_error(Abs(ERROR - 1 / n))), "speaks of s or of n"),
    "a strict bound from below": (lambda: tail(low=growth(Gt, -CHANGE)), "not a lower and an upper"),
    "a strict bound from above": (lambda: tail(high=growth(Lt, CHANGE)), "not a lower and an upper"),
    "a bound for two pairs at least": (lambda: tail(low=growth(Ge, -CHANGE, ONE.further(N >= 2))), ONE_MORE),
    "a third family": (lambda: grown(ONE.further(unit_vectors(z, N, h))), ONE_MORE),
    "a third vector": (lambda: grown(ONE.further(unit_vector(v, h))), ONE_MORE),
    "a key across its query": (
        lambda: grown(Domain(h, N, beta, h >= 2, *VECTORS[:3], vector_across(w, h, u))),
        ONE_MORE,
    ),
    "another dimension": (lambda: grown(ONE, mean=mean_error(domain=Domain(n, beta, t, coupling(P, S(7))))), NUMBERS),
    "families of different size": (
        lambda: grown(Domain(h, N, beta, h >= 2, VECTORS[0], unit_vectors(y, N + 1, h), *VECTORS[2:])),
        NUMBERS,
    ),
    "three pairs": (
        lambda: grown(
            Domain(h, beta, h >= 2, unit_vectors(x, S(3), h), unit_vectors(y, S(3), h), *VECTORS[2:]), count=S(3)
        ),
        NUMBERS,
    ),
    "two pairs at least": (lambda: grown(ONE.further(N >= 2)), OF_THEM),
    "a change by the number of pairs": (
        lambda: grown(ONE, CHANGE + N, positive=positive(CHANGE + N, domain=Domain(beta, N))),
        OF_THEM,
    ),
    "a dimension that is the number of pairs": (by_dimension, OF_THEM),
    "a temperature that is the number of pairs": (by_temperature, OF_THEM),
    "a bound on something else from above": (lambda: tail(high=assumed(r(Le, beta, CHANGE), ONE)), "do not bound"),
    "a bound on something else from below": (lambda: tail(low=assumed(r(Ge, beta, -CHANGE), ONE)), "do not bound"),
    "a lesser bound from below": (lambda: tail(low=growth(Ge, -2 * CHANGE)), "do not bound"),
}

# --- the union of tails ----------------------------------------------------------------------------------------------

TAIL_DOMAIN = Domain(h, beta, n, m, c, a, h >= 2, coupling(P, h), Ge(n, m))
UP_TO = Domain(h, beta, m, M, c, a, h >= 2, coupling(P, h), Ge(M, m))
AT_K = Abs(DrawnDirection(beta, k, s) - log(k) - DirectionLoss(P, beta))

SMALL = 2 * exp(-n * a)


def one_tail(of=AT_K, low=n, high=n, most=SMALL, kind=Le, domain=TAIL_DOMAIN, above: Any = c) -> Fact:
    return assumed(r(kind, pairs_chance(P, low, high, above, (k, s), of), most), domain)


union = asked(
    independent.union_of_tails,
    {
        "tail": one_tail(),
        "size": n,
        "low": m,
        "high": M,
        "rate": a,
        "positive": assumed(r(Gt, a, 0), Domain(a)),
        "domain": UP_TO,
    },
)
NO_TAIL, NO_FORM = "does not bound a chance", "is not of the form"
UNION = {
    "a bound from below": (lambda: union(tail=one_tail(kind=Ge, most=-a)), NO_TAIL),
    "no chance": (lambda: union(tail=assumed(r(Le, a, 2 * exp(-n * a)), TAIL_DOMAIN)), NO_TAIL),
    "a chance for one of several sizes": (lambda: union(tail=one_tail(low=S.One)), NO_FORM),
    "a chance up to another size": (lambda: union(tail=one_tail(high=2 * n)), NO_FORM),
    "a larger tail": (lambda: union(tail=one_tail(most=3 * exp(-n * a))), NO_FORM),
    "a level that goes with n": (lambda: union(tail=one_tail(above=c / n)), NO_FORM),
    "a tail up to nine pairs": (lambda: union(tail=one_tail(domain=TAIL_DOMAIN.further(n <= 9))), "asks more than"),
    "a rate that may be 0": (lambda: union(positive=assumed(r(Ge, a, 0), Domain(a))), "is not that a is positive"),
    "a tail for these many pairs": (
        lambda: union(tail=one_tail(domain=TAIL_DOMAIN.further(M)), domain=UP_TO),
        "speaks of M",
    ),
    "fewer pairs than the first": (lambda: union(domain=UP_TO.without(M).further(M)), "needs M - m ≥ 0"),
    "no pairs to begin with": (
        lambda: union(
            tail=one_tail(domain=Domain(h, beta, n, k, c, a, h >= 2, coupling(P, h), Ge(n, k))),
            low=k,
            domain=Domain(h, beta, k, M, c, a, h >= 2, coupling(P, h), Ge(M, k)),
        ),
        "k",
    ),
}

# --- Markov's inequality ---------------------------------------------------------------------------------------------

CAP = Domain(h, n, t, level, h >= 2, level < 1, coupling(P, h), unit_vector(v, h))
IN_CAP = CAP.further(unit_vector(X, h), unit_vector(Y, h))
TWO_LAWS = CAP.further(coupling(Q, h))


def below(kind=Le, domain=IN_CAP, of: Any = None, top: Any = S.One) -> Fact:
    return assumed(r(kind, Dot(v, Y) if of is None else of, top), domain)


def gap(kind=Lt, low: Any = level, top: Any = S.One, domain=CAP) -> Fact:
    return assumed(r(kind, low, top), domain)


markov = asked(
    independent.markov,
    {"law": P, "pairs": (PAIR,), "most": below(), "gap": gap(), "times": n, "domain": CAP, "tilt": t},
)
NO_PAIRS, NO_GAP, NOT_ALL = "are no independent pairs", "are not f ≤ r and c < r", "is not shown for all pairs"
IN_BALL = Domain(h, n, t, level, h >= 2, level < 1, coupling(P, h, "ball"), unit_vector(v, h))
MARKOV = {
    "queries in the ball": (
        lambda: markov(domain=IN_BALL, most=below(domain=IN_BALL.further(*IN_CAP.vectors[2:]))),
        NO_PAIRS,
    ),
    "a pair from another law": (lambda: markov(pairs=(PairLaw(h, Q, (X, Y)),), domain=TWO_LAWS), NO_PAIRS),
    "one pair twice": (lambda: markov(pairs=(PAIR, PAIR)), NO_PAIRS),
    "a bound from below": (lambda: markov(most=below(Ge, top=-S.One), gap=gap(top=-S.One)), NO_GAP),
    "no gap": (lambda: markov(gap=gap(Le)), NO_GAP),
    "a gap to something else": (lambda: markov(gap=gap(top=S(2))), NO_GAP),
    "keys across a vector": (
        lambda: markov(most=below(domain=CAP.further(unit_vector(X, h), vector_across(Y, h, v)))),
        NOT_ALL,
    ),
    "keys in a half space": (lambda: markov(most=below(domain=IN_CAP.further(r(Ge, Dot(v, Y), 0)))), NOT_ALL),
    "a level that is a cosine of the pair": (
        lambda: markov(gap=gap(low=Dot(v, Y) / 2, domain=IN_CAP)),
        "are bound",
    ),
    "a tilt that may be 0": (lambda: markov(tilt=loose, domain=CAP.further(loose)), "no positive constant"),
    "a tilt that is not defined": (lambda: markov(tilt=1 + Abs(log(level))), "needs l > 0"),
    "a number of times that may be 0": (lambda: markov(times=k, domain=CAP.further(k)), "k"),
    "a function that jumps": (
        lambda: markov(most=below(of=sp.floor(Dot(v, Y)))),
        "floor in .* is not seen to be continuous",
    ),
}

# --- the distance of a sample and its law ----------------------------------------------------------------------------


def root(kind=Le, left: Any = None, domain=None) -> Fact:
    return assumed(r(kind, exp(beta / 2) / sqrt(n) if left is None else left, c), domain or LAWS.further(c, t))


distance = asked(independent.distance_tail, {"beta": beta, "law": P, "size": n, "mean": root(), "excess": t})
DISTANCE = {
    "a bound from below": (lambda: distance(mean=root(Ge)), "does not bound"),
    "a bound on something else": (lambda: distance(mean=root(left=exp(beta) / sqrt(n))), "does not bound"),
    "no excess": (lambda: distance(excess=loose, mean=root(domain=LAWS.further(c, loose))), "may be 0"),
    "an inverse temperature that may be 0": (
        lambda: distance(beta=loose, mean=root(left=exp(loose / 2) / sqrt(n), domain=LAWS.further(c, t, loose))),
        "may be 0",
    ),
    "queries in the ball": (
        lambda: distance(mean=root(domain=Domain(h, n, beta, c, t, coupling(P, h, "ball")))),
        "no coupling of unit",
    ),
    "a number of pairs that may be 0": (
        lambda: distance(size=k, mean=root(left=exp(beta / 2) / sqrt(k), domain=LAWS.further(c, t, k, k >= 0))),
        "k",
    ),
}

GOOD = {
    "every coupling": every, "bounded differences": tail, "union of tails": union, "markov": markov,
    "distance": distance,
}  # fmt: skip
WRONG = {
    f"{name}: {what}": wrong
    for name, cases in zip(GOOD, (EVERY, DIFFERENCES, UNION, MARKOV, DISTANCE), strict=True)
    for what, wrong in cases.items()
}


test_what_a_theorem_says_goes_through, test_one_thing_wrong_is_refused = called(GOOD, WRONG)


def test_a_sample_is_no_inverse_temperature():
    mean = r(Le, pairs_mean(P, n, s, DrawnDirection(beta, n, s)), n * CHANGE)
    assert assumed(mean, LAWS).statement == mean
    with pytest.raises(Undecided, match="a sample for a number"):
        assumed(r(Le, pairs_mean(P, n, s, DrawnDirection(s, n, s)), n), LAWS)
