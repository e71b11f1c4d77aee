"""Theorems on samples of independent pairs that derivations cite, each with its proof or its reference.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list.
"""

from __future__ import annotations

import sympy as sp
from sympy import Abs, Expr, IndexedBase, Symbol
from sympy.core.relational import GreaterThan, LessThan, StrictLessThan

from modgap.theory.engines.definedness import show_defined
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand
from modgap.theory.language.couplings import PairLaw, declared_coupling, show_continuous
from modgap.theory.language.domain import PLAIN, Domain, Vectors, bound_names, free_variables
from modgap.theory.language.independent import (
    DrawnDirection,
    DrawnDistance,
    DrawnLoss,
    NoneReaches,
    PairsChance,
    PairsMean,
    grows_by,
    pairs_chance,
    pairs_mean,
)
from modgap.theory.language.samples import SampleDirection, SampleLoss, sample_mean
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.couplings import INDICES, as_sums, spelled_out

#: Each loss of a sample of independent pairs, and the same of a sample from N pairs.
_OF_ATOMS: dict[type, type] = {DrawnDirection: SampleDirection, DrawnLoss: SampleLoss}


@rule
def of_every_coupling(
    fact: Fact,
    law: Symbol,
    size: Expr,
    sample: Symbol,
    of: Expr,
    families: tuple[IndexedBase, IndexedBase],
    domain: Domain,
) -> Fact:
    """From E_s f(s) ≤ c for all N and all laws of N pairs of equal mass, c free of them: the same for every coupling.

    Proof. Let P be a coupling of S × S. Cut the compact set S × S into finitely many Borel cells of diameter at most
    1/m, choose a pair in each, and round the masses of the cells to multiples of 1/N that add up to 1: for N large this
    is a law P_m of N pairs of equal mass (a pair may occur more than once), and E_{P_m} g → E_P g for continuous g, and
    uniformly so over families that are bounded and equicontinuous. Here f is a continuous function of numbers, of the
    loss of the n pairs drawn, which is continuous in them, and of means over P of jointly continuous functions; so it
    is continuous in pairs and law together, and E_s f(s) over n independent pairs of P_m tends to that over n of P,
    since P_m^n → P^n weakly. Each of the former is at most c. ∎

    Parameters
    ----------
    fact : Fact
        E_s f(s) ≤ c over the samples from N pairs, the means over P in f being means over an index.
    law, size, sample, of
        The coupling, n, s, and f as an expression in the loss of the sample and in means over the coupling.
    families : pair of IndexedBase
        The names of the N pairs in the fact.
    domain : Domain
        Where this holds; it declares the coupling, and asks nothing of it.
    """
    (x, y), declared = families, declared_coupling(law, domain)
    if declared.kind != "coupling" or any(law in free_variables(c) for c in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} does not let {law} be any coupling of unit vectors")
    count = next((v.count for v in fact.domain.vectors if v.symbol == x), None)
    if x == y:
        raise Undecided(f"{fact.statement} is about pairs (x, x) alone")
    if count is None or not {Vectors(f, declared.dim, count) for f in (x, y)} <= set(fact.domain.vectors):
        raise Undecided(f"{fact.domain.hypotheses()} does not declare pairs of the space of {law}")
    own = {count, x, y}
    plain = isinstance(count, Symbol) and count.is_integer and count.is_positive and sample.assumptions0 == PLAIN
    if not plain or any(own & free_variables(c) for c in fact.domain.conditions) or own & domain.declared:
        raise Undecided(f"{fact.domain.hypotheses()} does not contain every number of pairs")
    if not isinstance(fact.statement, LessThan) or own & free_variables(fact.statement.rhs):
        raise Undecided(f"{fact.statement} is no bound that is free of {own}")
    _continuous(of)
    mean = sample_mean(count, size, sample, _of_atoms(of, law, families, count))
    if fact.statement.lhs != mean:
        raise Undecided(f"{fact.statement} is not about {mean}")
    statement = LessThan(pairs_mean(law, size, sample, of), fact.statement.rhs, evaluate=False)
    theorem = "laws of finitely many equal atoms are dense among the laws on a compact set"
    return by_hand(theorem, statement, domain, (fact,), binds=(x, y, count))


def _continuous(of: Expr) -> None:
    """Check that an expression is continuous in the losses and means of which it speaks."""
    show_continuous(of.xreplace({loss: sp.Dummy() for loss in of.atoms(DrawnDirection)}))


def _of_atoms(of: Expr, law: Symbol, families: tuple[IndexedBase, IndexedBase], count: Symbol) -> Expr:
    """Return what an expression says of the law of N pairs of equal mass."""
    spoken = spelled_out(of, law)
    if set(INDICES) & (free_variables(spoken) | bound_names(spoken)):
        raise Undecided(f"one of {INDICES} is taken in {of}")
    losses = {d: _OF_ATOMS[type(d)](*families, d.args[0], count, *d.args[1:]) for d in spoken.atoms(DrawnDirection)}
    found = as_sums(spoken.xreplace(losses), law, families, count, INDICES)
    if law in free_variables(found):
        raise Undecided(f"{of} speaks of {law} other than in a mean")
    return found


@rule
def bounded_differences(mean: Fact, low: Fact, high: Fact, excess: Expr, positive: Fact) -> Fact:
    """From E|Z_n| ≤ c and |one more pair| ≤ D: Pr(|Z_n| ≥ c + t) ≤ 2 e^{−n t²/(2 w² D²)}, t > 0, by McDiarmid 1989.

    Z_n = L_n − w log n − R, where L_n is one direction of the loss of n independent pairs (w = 1), or both (w = 2), and
    R does not depend on them. Proof. Let one pair of n ≥ 2 be replaced. The other n − 1 form a configuration, and the
    loss does not depend on the order of pairs; so n L_n − w n log n, before and after, differs from what it is for the
    others by at most w D (D for each direction, the roles being exchanged), and the two differ by at most 2 w D. For
    n = 1 nothing changes, as L_1 = 0. So Z_n has differences of at most 2 w D/n, and by McDiarmid's inequality
    |Z_n − E Z_n| ≥ t has a probability of at most 2 exp(−2t²/(n (2wD/n)²)); and |E Z_n| ≤ E|Z_n| ≤ c. ∎

    Parameters
    ----------
    mean : Fact
        E_s |Z_n| ≤ c.
    low, high : Fact
        −D ≤ `grows_by` ≤ D for all N ≥ 1, all N pairs and one more; D speaks of none of them.
    excess : sympy.Expr
        t.
    positive : Fact
        D > 0.
    """
    average, bound = mean.statement.args
    if not isinstance(mean.statement, LessThan) or not isinstance(average, PairsMean):
        raise Undecided(f"{mean.statement} does not bound a mean over independent pairs")
    law, size, _ = average.args
    sample = average.variable
    loss, weight = _centred(average.integrand, size, sample)
    difference, own = _of_one_more(low, high, loss.args[0], declared_coupling(law, mean.domain).dim)
    if positive.statement != sp.Gt(difference, 0, evaluate=False) or not excess.is_positive:
        raise Undecided(f"{positive.statement} does not say that {difference} is positive, or {excess} may be 0")
    if not isinstance(size, Symbol):
        raise Undecided(f"{size} is no number of pairs")
    tail = 2 * sp.exp(-size * excess**2 / (2 * weight**2 * difference**2))
    k = sp.Symbol("k", integer=True)
    event = Abs(average.integrand.args[0].xreplace({loss: loss.func(loss.args[0], k, sample), size: k}))
    chance = pairs_chance(law, size, size, bound + excess, (k, sample), event)
    statement = LessThan(chance, tail, evaluate=False)
    premises = (mean, low, high, positive)
    theorem = "McDiarmid's inequality for bounded differences"
    return by_hand(theorem, statement, mean.domain, premises, binds={low: own, high: own})


def _centred(integrand: Expr, size: Expr, sample: Symbol) -> tuple[DrawnDirection, int]:
    """Return the loss and w of an expression |L_n − w log n − R|, R free of the sample and of n."""
    (inner,) = integrand.args
    (loss,) = inner.atoms(DrawnDirection)
    if not isinstance(integrand, Abs):
        raise Undecided(f"{integrand} is not the absolute value of a loss of {size} pairs, less what it tends to")
    weight = 2 if type(loss) is DrawnLoss else 1
    # SymPy writes |−e| as |e|; with a factor other than ±1 a multiple of the loss is left over.
    rest = sp.Add(*(inner.coeff(loss) * part for part in inner.args)) - loss + weight * sp.log(size)
    if {size, sample} & free_variables(rest):
        raise Undecided(f"{rest} speaks of {sample} or of {size}")
    return loss, weight


def _of_one_more(low: Fact, high: Fact, beta: Expr, dim: Expr) -> tuple[Expr, tuple[Symbol, ...]]:
    """Return D of −D ≤ `grows_by` ≤ D, and the variables for all values of which this is checked to hold."""
    if not isinstance(low.statement, GreaterThan) or not isinstance(high.statement, LessThan):
        raise Undecided(f"{low.statement}, {high.statement} are not a lower and an upper bound")
    domain, bound = high.domain, high.statement.rhs
    families = [v for v in domain.vectors if v.count is not None]
    points = [v for v in domain.vectors if v.count is None]
    if low.domain != domain or len(families) != 2 or len(points) != 2 or {v.kind for v in domain.vectors} != {"unit"}:
        raise Undecided(f"{domain.hypotheses()} does not declare N pairs of unit vectors and one more")
    (x, y), (u, v), count = (f.symbol for f in families), (p.symbol for p in points), families[0].count
    own = {x, y, u, v, count}
    for_all = {v.dim for v in domain.vectors} == {dim} and {f.count for f in families} == {count}
    if not for_all or not isinstance(count, Symbol):
        raise Undecided(f"{domain.hypotheses()} does not contain every number of pairs of R^({dim})")
    # One number of pairs would not be every one for a dimension or an inverse temperature that goes with it.
    if any(own & free_variables(expr) for expr in (*domain.conditions, dim, beta, bound)):
        raise Undecided(f"{bound}, {beta} or {domain.hypotheses()} speaks of one of {own}")
    change = grows_by(x, y, beta, count, u, v)
    if high.statement.lhs != change or low.statement.lhs != change or low.statement.rhs != -bound:
        raise Undecided(f"{low.statement}, {high.statement} do not bound {change}")
    return bound, (x, y, u, v, count)


@rule
def union_of_tails(
    tail: Fact, size: Symbol, low: Symbol, high: Symbol, rate: Expr, positive: Fact, domain: Domain
) -> Fact:
    """From Pr(f(n) ≥ c) ≤ 2 e^{−na} for n ≥ m, a > 0: Pr(f(k) ≥ c for some k, m ≤ k ≤ M) ≤ 2 e^{−ma}/(1 − e^{−a}).

    Proof. The first k of M independent pairs are k independent pairs; the probability of a union is at most the sum of
    probabilities, and a geometric series is summed. ∎ The bound is free of M. So it is one on the probability that
    f(k) ≥ c for some k ≥ m at all, and as it tends to 0 for m → ∞, f(k) ≥ c happens for finitely many k, almost surely.
    """
    chance, bound = tail.statement.args
    if not isinstance(tail.statement, LessThan) or not isinstance(chance, PairsChance):
        raise Undecided(f"{tail.statement} does not bound a chance")
    law, first, last, level, function = chance.args
    own = free_variables(level) | free_variables(rate) | free_variables(function)
    if (first, last) != (size, size) or bound != 2 * sp.exp(-size * rate) or size in own:
        raise Undecided(f"{tail.statement} is not of the form Pr(f({size}) ≥ c) ≤ 2 e^(−{size} a)")
    asked = {c for c in tail.domain.conditions if size in free_variables(c)}
    if asked != {sp.Ge(size, low)} or positive.statement != sp.Gt(rate, 0, evaluate=False):
        raise Undecided(
            f"{asked} asks more than {size} ≥ {low}, or {positive.statement} is not that {rate} is positive"
        )
    if high in tail.domain.declared:
        raise Undecided(f"{tail.statement} speaks of {high}, or rests on what is asked of it")
    total = 2 * sp.exp(-low * rate) / (1 - sp.exp(-rate))
    statement = LessThan(PairsChance(law, low, high, level, function), total, evaluate=False)
    theorem = "the union bound and the geometric series"
    return by_hand(theorem, statement, domain, (tail, positive), binds={tail: (size,)}, defined=(total,))


@rule
def markov(
    law: Symbol,
    pairs: tuple[PairLaw, ...],
    most: Fact,
    gap: Fact,
    times: Expr,
    domain: Domain,
    tilt: Expr | None = None,
) -> Fact:
    """From f ≤ r for all pairs, and c < r: Pr(f < c, n times over) ≤ ((g(r) − E g(f))/(g(r) − g(c)))^n, by Markov.

    g(z) is z, or e^{tz} for a tilt t > 0; f is continuous. Proof. g increases, so that g(r) − g(f) is not negative, and
    above g(r) − g(c) > 0 where f < c: the probability of that is at most the quotient. Powers are of independent pairs,
    or groups of pairs. ∎

    Parameters
    ----------
    law, pairs
        The coupling, and the independent pairs that f is of.
    most, gap : Fact
        f ≤ r on the domain with these pairs; c < r.
    times : sympy.Expr
        n.
    domain : Domain
        Where this holds; it declares the coupling, and no variable of the pairs.
    tilt : sympy.Expr, optional
        t.
    """
    of, bound = most.statement.args
    level, top = gap.statement.args
    variables = tuple(v for pair in pairs for v in pair.variables)
    declared = declared_coupling(law, domain)
    own = {Vectors(variable, declared.dim) for variable in variables}
    if declared.kind != "coupling" or any(pair.coupling != law for pair in pairs) or len(own) != 2 * len(pairs):
        raise Undecided(f"{pairs} are no independent pairs of unit vectors from {law}")
    if not isinstance(most.statement, LessThan) or not isinstance(gap.statement, StrictLessThan) or bound != top:
        raise Undecided(f"{most.statement} and {gap.statement} are not f ≤ r and c < r")
    if not own <= set(most.domain.vectors) or any(set(variables) & free_variables(c) for c in most.domain.conditions):
        raise Undecided(f"{most.statement} is not shown for all pairs: {most.domain.hypotheses()}")
    taken = (free_variables(level) | free_variables(top) | free_variables(times) | domain.declared) & set(variables)
    if taken or (tilt is not None and (not tilt.is_positive or set(variables) & free_variables(tilt))):
        raise Undecided(f"{taken} are bound, or {tilt} is no positive constant")
    if tilt is not None:
        show_defined(tilt, domain)

    def g(value: Expr) -> Expr:
        return value if tilt is None else sp.exp(tilt * value)

    mean = g(of)
    for pair in reversed(pairs):
        mean = pair.mean(mean)
    quotient = (g(top) - mean) / (g(top) - g(level))
    chance = NoneReaches(law, times, level, sp.Lambda(variables, of))
    statement = LessThan(chance, quotient**times, evaluate=False)
    theorem = "Markov's inequality for independent pairs"
    return by_hand(theorem, statement, domain, (most, gap), binds={most: variables}, defined=(quotient, statement.rhs))


@rule
def distance_tail(beta: Expr, law: Symbol, size: Symbol, mean: Fact, excess: Expr) -> Fact:
    """From e^{β/2}/√n ≤ r: Pr(D_n² ≥ (r + t)²) ≤ 2 e^{−n t²/(2e^β)} for t, β > 0, by McDiarmid 1989.

    Proof. Let φ map into the Hilbert space of the kernel, φ(y)·φ(y') = e^{β y·y'} and |φ|² = e^β (see
    `kernels`); D_n is the length of (1/n) Σ_j φ(y_j) − E φ(y). Its mean square is (e^β − |E φ(y)|²)/n, so that
    E D_n ≤ e^{β/2}/√n ≤ r. One key replaced by another changes D_n by at most |φ(y) − φ(y')|/n ≤ 2e^{β/2}/n. By
    McDiarmid's inequality D_n ≥ E D_n + t has a probability of at most exp(−2t²/(n (2e^{β/2}/n)²)), which is
    e^{−n t²/(2e^β)}. ∎

    Parameters
    ----------
    beta, law, size, excess
        β, a coupling of unit vectors, n and t.
    mean : Fact
        e^{β/2}/√n ≤ r, where this is to hold.
    """
    root, bound = mean.statement.args
    if not isinstance(mean.statement, LessThan) or root != sp.exp(beta / 2) / sp.sqrt(size):
        raise Undecided(f"{mean.statement} does not bound e^(β/2)/√n")
    if not (beta.is_positive and excess.is_positive) or declared_coupling(law, mean.domain).kind != "coupling":
        raise Undecided(f"{beta} or {excess} may be 0, or {law} is no coupling of unit vectors")
    k, sample = sp.Symbol("k", integer=True), sp.Symbol("s")
    chance = pairs_chance(law, size, size, (bound + excess) ** 2, (k, sample), DrawnDistance(beta, k, sample, law))
    tail = 2 * sp.exp(-size * excess**2 / (2 * sp.exp(beta)))
    statement = LessThan(chance, tail, evaluate=False)
    return by_hand("McDiarmid's inequality for the mean of a kernel's features", statement, mean.domain, (mean,))
