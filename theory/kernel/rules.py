"""The inference rules that ask an engine. Each returns a `Fact` or raises `Unproved` with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.relational import Equality

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import show_defined
from modgap.theory.engines.exponentials import NORMAL_FORMS as EXPONENTIALS
from modgap.theory.engines.known import SYMPY, Known, common_domain, known_positive, slack
from modgap.theory.engines.normal_forms import NORMAL_FORMS, SCHEMAS
from modgap.theory.kernel.asking import look_for_witness
from modgap.theory.kernel.facts import Fact, make, only_from, rule
from modgap.theory.language.domain import Domain, free_variables
from modgap.theory.language.symbols import unfold
from modgap.theory.outcome import Undecided

# --- identity ------------------------------------------------------------------------------------------------------


class NormalForm(Protocol):
    """A terminating rewriting that recognises zero, and what it rests on."""

    name: str
    trusts: tuple[str, ...]

    @property
    def uses(self) -> tuple[Known, ...]:
        """What the rewriting takes as given: facts all of them, or the rule refuses it."""

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return an equal expression, which is 0 where the form recognises that it vanishes."""


class RationalFunctions:
    """Rational functions, every other function being taken as one more independent variable."""

    name = "rational functions"
    uses: tuple[Known, ...] = ()
    trusts: tuple[str, ...] = (SYMPY,)

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Bring to one denominator and cancel."""
        return sp.cancel(sp.together(expr))


@rule
def identity(statement: Basic, domain: Domain, by: NormalForm | None = None, given: Sequence[Fact] = ()) -> Fact:
    """Show an equation: both sides are defined on the domain and their difference has normal form zero.

    Parameters
    ----------
    statement : sympy.Eq
        The equation.
    domain : Domain
        Where it is to hold.
    by : NormalForm, optional
        How zero is recognised; by default as a rational function.
    given : sequence of Fact
        Facts `expression > 0` that make denominators, powers and logarithms defined.

    Raises
    ------
    Refuted
        If a point of the domain certainly violates the equation.
    Undecided
        If the difference has another normal form, or a side is not shown to be defined.
    """
    if not isinstance(statement, Equality):
        raise Undecided(f"identity shows equations, not {statement}")
    normal = by or RationalFunctions()
    if type(normal) not in (RationalFunctions, *NORMAL_FORMS, *EXPONENTIALS):
        raise Undecided(f"{type(normal).__name__} is no normal form of this language")
    common_domain(given, domain)
    if type(normal) not in SCHEMAS:
        common_domain(normal.uses, domain)
    rest = normal.reduce(statement.lhs - statement.rhs, domain)
    if rest != 0:
        look_for_witness(statement, domain)
        raise Undecided(f"the sides of {statement} differ by {rest} in the normal form of {normal.name}")
    show_defined(statement, domain, given)
    return make(
        "identity",
        statement,
        domain,
        f"both sides have one normal form ({normal.name})",
        trusts=normal.trusts,
        premises=(*_facts(normal), *given),
        recheck=lambda other: identity(other, domain, by, given),
    )


def _facts(normal: NormalForm) -> tuple[Fact, ...]:
    """Return what a normal form takes as given, after checking that facts say it."""
    facts = tuple(fact for fact in normal.uses if isinstance(fact, Fact))
    if len(facts) != len(normal.uses):
        raise Undecided(f"the normal form of {normal.name} takes as given what no fact says")
    return facts


# --- sign ----------------------------------------------------------------------------------------------------------


@rule
def sign(statement: Basic, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Show an inequality between polynomial, rational or simple algebraic expressions on a domain.

    Raises `Refuted` with a point where a draw certainly violates it, else `Undecided` where no method settles it.
    """
    difference, strict = slack(statement)
    common_domain(given, domain)
    known = known_positive(given, domain)
    show_defined(statement, domain, given)
    try:
        method = signs.show_sign(difference, domain, strict=strict, given=tuple(known))
    except Undecided:
        look_for_witness(statement, domain)
        raise
    return make(
        "sign",
        statement,
        domain,
        f"the difference has one sign: {method}",
        detail={"method": method},
        trusts=(SYMPY,),
        premises=tuple(given),
        recheck=lambda other: sign(other, domain, given),
    )


@rule
def combination(
    statement: Basic,
    domain: Domain,
    parts: Sequence[tuple[Expr, Fact]],
    rests: Sequence[Expr] = (),
    by: NormalForm | None = None,
    given: Sequence[Fact] = (),
) -> Fact:
    """Show an inequality as a combination of known ones with nonnegative factors, plus nonnegative rests.

    Parameters
    ----------
    statement : sympy inequality
        What is to be shown; its slack must equal Σ factor · (slack of the fact) + Σ rests.
    domain : Domain
        Where it is to hold.
    parts : sequence of (factor, Fact)
        Known inequalities with their factors.
    rests : sequence of sympy.Expr
        Further terms. One of the terms must be positive if the statement is strict.
    by : NormalForm, optional
        How that equation is recognised; by default as one of rational functions.
    given : sequence of Fact
        Facts `expression > 0` for the signs of factors and rests, and for what must be defined.

    Raises
    ------
    Refuted
        If a point of the domain certainly violates the statement.
    Undecided
        If the equation or a sign is not shown.
    """
    wanted, strict = slack(statement)
    facts = [fact for _, fact in parts]
    common_domain([*facts, *given], domain)
    for fact in facts:
        show_defined(fact.statement, domain, given)
    slacks = [(factor, *slack(fact.statement)) for factor, fact in parts]
    total = sum((factor * value for factor, value, _ in slacks), sp.S.Zero) + sum(rests, sp.S.Zero)
    known = tuple(known_positive(given, domain))
    terms = [(sp.sympify(f), strictly) for f, _, strictly in slacks] + [(sp.sympify(r), True) for r in rests]
    positive = [_has_sign(term, domain, known) and may_be_strict for term, may_be_strict in terms]
    try:
        if strict and not any(positive):
            raise Undecided(f"no term of the combination for {statement} is shown to be positive")
        same = identity(Equality(wanted, total, evaluate=False), domain, by, given)
    except Undecided:
        look_for_witness(statement, domain)
        raise
    return make(
        "combination",
        statement,
        domain,
        "a sum of known inequalities with nonnegative factors and of nonnegative terms",
        trusts=(SYMPY,),
        premises=(same, *facts, *given),
        recheck=lambda other: combination(other, domain, parts, rests, by, given),
    )


def _has_sign(term: Expr, domain: Domain, known: tuple[Expr, ...]) -> bool:
    """Show that a term is nonnegative; return whether it is even shown to be positive."""
    try:
        signs.show_positive(unfold(term), domain, known)
    except Undecided:
        signs.show_nonnegative(unfold(term), domain, known)
        return False
    return True


# --- cite ----------------------------------------------------------------------------------------------------------


#: How the trust list names what only abbreviates: no theorem.
DEFINITION = "definition of "


def cite(
    theorem: str,
    statement: Basic,
    domain: Domain,
    premises: Sequence[Fact] = (),
    binds: Sequence[Symbol] | Mapping[Fact, Sequence[Symbol]] = (),
    defined: Sequence[Basic] = (),
) -> Fact:
    """Take a statement from a named theorem. The theorem enters the trust list.

    Premises are the theorem's hypotheses; they may speak of further variables that the theorem `binds`
    (an index that is summed over), whose range the theorem checks. One that does not speak of such a variable may
    not rest on conditions on it. Where a theorem checks such a range in some premises only, `binds` maps these to the
    variables that it binds in each: in the others they are variables like any other. What the theorem says to exist (a
    mean, an integral, the sum of a series) is `defined` by it; all else is shown to be.
    """
    only_from("trusted", "kernel")
    for premise in premises:
        hypotheses = premise.domain
        for symbol in binds.get(premise, ()) if isinstance(binds, Mapping) else binds:
            speaks = symbol in free_variables(premise.statement)
            if not speaks and any(symbol in free_variables(condition) for condition in hypotheses.conditions):
                # Such conditions would be dropped without a trace: p < z and z < q, of which p < q is all that is left.
                raise Undecided(f"{premise.statement} rests on what {hypotheses.hypotheses()} asks of {symbol}")
            hypotheses = hypotheses.without(symbol)
        if not hypotheses.within(domain):
            raise Undecided(f"{premise.statement} needs hypotheses that {domain.hypotheses()} does not make")
    return make("cite", statement, domain, theorem, trusts=(theorem,), premises=tuple(premises), defined=defined)


#: How the trust list names a theorem that is proved in a docstring here, and not in the literature that it names.
BY_HAND = "by hand: "


def count_by_hand(trusts: Iterable[str]) -> int:
    """Return how many proofs in words a trust list holds."""
    return sum(trust.startswith(BY_HAND) for trust in trusts)


def by_hand(
    theorem: str,
    statement: Basic,
    domain: Domain,
    premises: Sequence[Fact] = (),
    binds: Sequence[Symbol] | Mapping[Fact, Sequence[Symbol]] = (),
    defined: Sequence[Basic] = (),
) -> Fact:
    """Take a statement whose proof is written beside it for people to check; the trust list says that it is such."""
    only_from("trusted")
    return cite(BY_HAND + theorem, statement, domain, premises, binds, defined)
