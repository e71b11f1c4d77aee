"""Random derivations: rules applied at random to random premises, each conclusion held against balls.

What comes out proved and is false at a point of its domain, or means nothing there, is a hole in the kernel. The seed
is printed; `MODGAP_FUZZ` sets how many steps are taken in place of the default.
"""

from __future__ import annotations

import os
import random

import pytest
import sympy as sp
from sympy import Eq, Ge, Gt, IndexedBase, Lambda, Le, Lt, S, Sum, Symbol

from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.engines.exponentials import ExponentialSums, Logarithms
from modgap.theory.engines.normal_forms import GammaProducts, InnerProducts, PerfectSquares
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.kernel import compose
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.equations import equation, rearrange
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.means import Law
from modgap.theory.language.samples import Draw
from modgap.theory.language.symbols import U1, Dot
from modgap.theory.outcome import Outcome, Undecided, Unproved
from modgap.theory.trusted import couplings, means, samples, series, sums

x, y = sp.symbols("x y", real=True)
p, q = sp.symbols("p q", positive=True)
r = Symbol("r", nonnegative=True)
n, j, k = sp.symbols("n j k", integer=True)
N, M = sp.symbols("N M", integer=True, positive=True)
u, v, s = sp.symbols("u v s")
KINDS = (Eq, Le, Lt, Ge, Gt)
FORMS = (None, GammaProducts(), PerfectSquares(), InnerProducts(), ExponentialSums())

#: Steps of each seed: by default some twenty seconds of an idle core in all, in the slow run some ten minutes.
STEPS, MANY = 1_500, 24_000
POINTS, TRIES = 4, 60


def relation(kind, left, right):
    return kind(left, right, evaluate=False)


class Fuzzer:
    """Takes random steps and keeps what they made."""

    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        self.chooser = SeededChooser(seed)
        self.known: list[Fact] = []
        self.made: dict[str, int] = {}
        self.untested: list[str] = []

    # --- what is drawn ---

    def symbol(self):
        return self.rng.choice((x, y, p, q, r, n, j, N, M))

    def term(self, depth: int = 3):
        """A random expression, which may be undefined at many points."""
        pick = self.rng.random()
        if depth == 0 or pick < 0.25:
            return self.rng.choice(
                (self.symbol(), self.symbol(), sp.Integer(self.rng.randint(-2, 3)), sp.Rational(1, 2))
            )
        inner = self.term(depth - 1)
        other = self.term(depth - 1)
        make = self.rng.choice(
            (
                lambda: inner + other,
                lambda: inner - other,
                lambda: inner * other,
                lambda: inner / other if other != 0 else inner,
                lambda: inner**2,
                lambda: sp.sqrt(inner),
                lambda: sp.exp(inner),
                lambda: sp.log(inner) if inner != 0 else inner,
                lambda: sp.Abs(inner),
                lambda: Sum(inner + k, (k, 1, self.rng.choice((N, M, S(2), n)))),
                lambda: Sum(inner * self.rng.choice((N, j)), (self.rng.choice((j, N)), 1, 3)),
                lambda: sp.Integral(inner, (self.rng.choice((x, y, p)), self.rng.choice((0, 1, x)), 2)),
            )
        )
        return make()

    def domain(self):
        conditions = []
        for _ in range(self.rng.randint(0, 2)):
            left, right = self.term(1), self.term(1)
            conditions.append(relation(self.rng.choice((Le, Lt, Ge, Gt)), left, right))
        symbols = self.rng.sample((x, y, p, q, r, n, j, k, N, M), 8)
        return Domain(*symbols, *conditions)

    def statement(self):
        return relation(self.rng.choice(KINDS), self.term(), self.term())

    def fact(self):
        return self.rng.choice(self.known)

    def facts(self):
        return [self.fact() for _ in range(self.rng.randint(0, 2))] if self.known else []

    # --- steps ---

    def step(self):
        """Apply a rule at random; return the fact, or None where it was turned away."""
        name = self.rng.choice([m for m in dir(self) if m.startswith("by_")])
        try:
            fact = getattr(self, name)()
        except (Unproved, ValueError, TypeError, IndexError, ZeroDivisionError, AttributeError, NotImplementedError):
            # What SymPy cannot build at random is no step either.
            return None
        except RecursionError:
            return None
        if fact is not None:
            self.made[name] = self.made.get(name, 0) + 1
            self.known = [*self.known[-60:], fact]
        return fact

    def by_identity(self):
        left = self.term()
        right = self.rng.choice((sp.expand, sp.together, sp.cancel, lambda e: e))(left)
        form = self.rng.choice(FORMS)
        return identity(relation(Eq, left, right), self.domain(), form, self.facts())

    def by_logarithms(self):
        a, b = self.term(2), self.term(2)
        positive = [f for f in self.known if isinstance(f.statement, Gt) and f.statement.rhs == 0][-2:]
        statement = relation(Eq, sp.log(a * b), sp.log(a) + sp.log(b))
        return identity(statement, self.domain(), Logarithms(*positive), positive)

    def by_sign(self):
        square = self.term(2) ** 2 + self.rng.choice((0, 1))
        return sign(relation(self.rng.choice((Ge, Gt)), self.rng.choice((square, self.term(2))), 0), self.domain())

    def by_arithmetic(self):
        given = self.facts()
        domain = given[0].domain if given else self.domain()
        statement = self.statement()
        if given and self.rng.random() < 0.7:
            left, right = given[0].statement.args
            statement = relation(self.rng.choice(KINDS), left + self.term(1), right + self.term(1))
        return arithmetic(statement, domain, given)

    def by_equation(self):
        left = self.term(2)
        return equation(relation(Eq, left, sp.together(left)), self.domain())

    def by_combination(self):
        fact = self.fact()
        factor = self.rng.choice((S.One, p, r, x**2))
        left, right = fact.statement.args
        statement = relation(type(fact.statement), factor * left, factor * right)
        return combination(statement, fact.domain, [(factor, fact)], [self.rng.choice((S.Zero, S.One))])

    def by_chain(self):
        return compose.chain(self.fact(), self.fact())

    def by_flip(self):
        return compose.flip(self.fact())

    def by_rearrange(self):
        fact = self.fact()
        left, right = fact.statement.args
        moved = self.term(1)
        return rearrange(fact, relation(type(fact.statement), left - right + moved, moved))

    def by_substitute(self):
        return compose.substitute(self.fact(), self.fact())

    def by_rewrite(self):
        return compose.rewrite(self.term(), *self.facts(), domain=self.domain())

    def by_specialise(self):
        fact = self.fact()
        names = [name for name in fact.domain.symbols if self.rng.random() < 0.4]
        return compose.specialise(fact, {name: self.term(2) for name in names}, self.domain(), self.facts())

    def by_hypothesis(self):
        domain = self.domain()
        return compose.hypothesis(self.rng.choice(domain.conditions), domain)

    def by_cases(self):
        domain, at, statement = self.domain(), self.term(2), self.statement()
        above = Domain(*domain.symbols, *domain.conditions, relation(Gt, at, 0))
        below = Domain(*domain.symbols, *domain.conditions, relation(Le, at, 0))
        return compose.by_cases(sign(statement, above), sign(statement, below), domain)

    def by_single_term(self):
        return sums.single_term(self.term(), self.rng.choice((j, k)), self.domain())

    def by_sum(self):
        theorem = self.rng.choice((sums.sum_compares, sums.sum_positive, sums.jensen_logarithm))
        return theorem(self.fact(), self.rng.choice((j, k, n, N)), self.rng.choice((N, M, S(3), n)))

    def by_linear_sum(self):
        parts = [(self.term(1), self.term(2)) for _ in range(2)]
        return sums.sum_linear(parts, self.rng.choice((j, k)), self.rng.choice((N, S(2))), self.domain())

    def by_constant_sum(self):
        return sums.sum_constant(self.term(2), self.rng.choice((j, k)), self.rng.choice((N, n)), self.domain())

    def by_monotone(self):
        theorem = self.rng.choice((sums.exponential_increases, sums.hinge_increases))
        return theorem(self.fact())

    def by_two(self):
        return series.log_is_increasing(self.fact(), self.fact())

    def by_power(self):
        return sums.power_increases(self.fact(), self.fact(), self.term(1))

    def by_chord(self):
        return sums.exponential_chord(self.rng.choice((self.term(1), S.Half)), self.term(2), self.domain())

    def by_triangle(self):
        return sums.triangle(self.term(2), j, N, self.domain())

    def by_square_of_sum(self):
        terms = [self.term(1), self.term(1)]
        return samples.square_of_sum(terms, [self.term(1), self.rng.choice((S.One, p))], self.domain())

    def by_square_of_logarithm(self):
        return samples.square_of_logarithm(self.fact())

    def by_draws(self):
        return samples.at_draws(self.fact(), {j: Draw(s, k, N)}, Domain(N, M, s, k, k >= 1))

    def by_sample(self):
        return samples.sample_compares(self.fact(), s, self.rng.choice((N, M)), self.rng.choice((N, M)))

    def by_linear_sample(self):
        return samples.sample_linear([(self.term(1), self.term(2))], s, N, M, self.domain())

    def by_circle(self):
        body = self.rng.choice((U1**2, sp.exp(U1), Sum(U1**k, (k, 1, 2)), sp.log(U1), 1 / (U1 + 2)))
        return sums.turned_circle(Lambda(U1, body), n, j, self.rng.choice((N, S(3))), self.domain())

    def by_mean(self):
        law = Law(S(2), u)
        of = self.rng.choice((sp.exp(Dot(u, v)), Dot(u, v) ** 2, 1 / Dot(u, v), sp.exp(x) * Dot(u, v), self.term(2)))
        domain = Domain(x, p, unit_vector(v, S(2)), unit_vector(u, S(2)))
        theorem = self.rng.choice((self._mean_linear, self._mean_constant, self._mean_positive))
        return theorem(law, of, domain)

    def _mean_linear(self, law, of, domain):
        return couplings.mean_is_linear(law, [(self.term(1), of), (S.One, Dot(u, v))], domain)

    def _mean_constant(self, law, of, domain):
        return means.mean_of_constant(law, of, domain.without(u))

    def _mean_positive(self, law, of, domain):
        return means.positive_mean(law, of, domain)

    def by_family(self):
        f = IndexedBase(self.rng.choice((Symbol("f"), j, k)))
        fact = self.fact()
        return compose.specialise(fact, {self.symbol(): Dot(f[1], f[1])}, fact.domain)

    # --- what is held against balls ---

    def hold(self, fact: Fact) -> int:
        """Evaluate a fact at drawn points; fail where it is false, or has no value at any point of its domain."""
        settled = met = 0
        for _ in range(TRIES):
            try:
                point = draw_point(fact.domain, self.chooser)
            except Undecided:
                continue
            if s in point:
                continue
            if enclosure.membership(point, fact.domain) is not Outcome.SHOWN:
                continue
            met += 1
            try:
                outcome = enclosure.compare(fact.statement, point, fact.domain, bits=96)
            except Unsupported:
                break
            except (Undecided, OverflowError):
                continue
            assert outcome is not Outcome.REFUTED, f"{fact.rule}: {fact.statement} is false at {point}"
            settled += 1
            if settled == POINTS:
                break
        if met and not settled:
            self.untested.append(f"{fact.rule}: {fact.statement}")
        return settled


def run(seed: int, steps: int) -> Fuzzer:
    fuzzer = Fuzzer(seed)
    for count in range(steps):
        fact = fuzzer.step()
        if fact is not None:
            try:
                fuzzer.hold(fact)
            except AssertionError as reason:
                raise AssertionError(f"seed {seed}, step {count}: {reason}") from reason
    return fuzzer


@pytest.mark.parametrize("seed", range(2))
def test_random_derivations_hold(seed):
    fuzzer = run(seed, int(os.environ.get("MODGAP_FUZZ", STEPS)))
    print(f"seed {seed}: {fuzzer.made}, not evaluated: {fuzzer.untested}")
    # A fuzzer whose every step is turned away finds nothing.
    assert sum(fuzzer.made.values()) > 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 104))
def test_many_random_derivations_hold(seed):
    fuzzer = run(seed, MANY)
    print(f"seed {seed}: {fuzzer.made}, not evaluated: {fuzzer.untested}")
    assert len(fuzzer.made) > 15
