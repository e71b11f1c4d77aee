"""Facts: statements that hold on a domain, together with how that is known.

A fact is made by `make`, which only the files of this room call (a test holds them to it), and a claim counts as shown
only by a fact whose statement is the claim's own. What a rule does not check itself stands in the fact's `trusts`: the
engine that it asked, the theorem that it cited.
"""

from __future__ import annotations

import dis
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import InitVar, dataclass, replace
from functools import cache, partial, wraps
from types import CodeType
from typing import Any, ParamSpec
from weakref import WeakKeyDictionary

from sympy import And, Basic
from sympy.polys.polyerrors import BasePolynomialError

from modgap.theory.engines.definedness import show_meaning
from modgap.theory.engines.known import ARB as ARB
from modgap.theory.engines.signs import noting, relied_on
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import RELATIONS, Domain, Point
from modgap.theory.language.kinds import takes_for_a_number
from modgap.theory.language.terms import keep_apart, refuse_strangers, refuse_towers, scopes
from modgap.theory.outcome import Misread, Undecided

P = ParamSpec("P")


#: What only this file knows: without it no fact is made.
_SEAL = object()

#: Every fact with what it said when it was made.
_AS_MADE: WeakKeyDictionary[Fact, tuple[Any, ...]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Origin:
    """The step of a chapter in which a fact was made: file and line, and the rule that it called with what it gave."""

    file: str
    line: int
    call: partial[Fact]


#: The step that is under way, and the steps in which facts were made. Nothing that is decided depends on it.
_STEP: ContextVar[Origin | None] = ContextVar("_STEP", default=None)
_ORIGINS: WeakKeyDictionary[Fact, Origin] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False, kw_only=True, slots=True, weakref_slot=True)
class Fact:
    """One step of a derivation, with the steps that it used.

    Attributes
    ----------
    statement : sympy relation, or conjunction of relations
        What holds.
    domain : Domain
        Where it holds.
    rule, what : str
        The rule that showed it, and what was checked in words.
    strength : Status
        What this one step is worth: proved, certified or tested.
    trusts : tuple of str
        Engines and cited theorems that this one step rests on.
    premises : tuple of Fact
        The facts that this step used.
    detail : mapping
        Figures of the check.
    recheck : callable or None
        The same check asked of another statement; raises `Unproved` where that one is not shown.
    claim : object or None
        The claim that states this fact, if one does.
    label : str
        What a reader should know this step by; empty for a step on the way.
    finite : bool
        Whether all that it speaks of are real numbers; a relation of means of positive functions may hold in (0, ∞].
    """

    statement: Basic
    domain: Domain
    rule: str
    what: str
    strength: Status = Status.PROVED
    trusts: tuple[str, ...] = ()
    premises: tuple[Fact, ...] = ()
    detail: Mapping[str, Any]
    recheck: Callable[[Basic], Fact] | None = None
    claim: Any = None
    label: str = ""
    finite: bool = True
    seal: InitVar[object] = None

    def __init_subclass__(cls) -> None:
        raise TypeError("a fact is of one kind: Fact has no subclasses")

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("a fact is made by a rule: `Fact` is not to be called")
        _AS_MADE[self] = _said_by(self)
        if step := _STEP.get():
            _ORIGINS[self] = step

    def steps(self) -> Iterator[Fact]:
        """Yield the steps of this derivation, premises first, each once; another claim is one step."""
        seen: set[int] = set()

        def walk(fact: Fact) -> Iterator[Fact]:
            if id(fact) in seen:
                return
            seen.add(id(fact))
            if fact.claim is None:
                for premise in fact.premises:
                    yield from walk(premise)
            yield fact

        return walk(self)


def _said_by(fact: Fact) -> tuple[Any, ...]:
    hypotheses = fact.domain.symbols, fact.domain.conditions, *(tuple(vars(v).values()) for v in fact.domain.vectors)
    return (
        *(fact.statement, fact.domain, hypotheses, fact.strength, fact.claim, fact.finite),
        *(tuple(map(id, fact.premises)), fact.trusts),
    )


def show_genuine(facts: Iterable[Fact]) -> None:
    """Check that facts are as a rule made them: neither copied together nor altered since."""
    for fact in facts:
        if type(fact) is not Fact or _AS_MADE.get(fact) != _said_by(fact):
            raise Undecided(f"{getattr(fact, 'statement', fact)} is not as a rule made it")


def only_from(*rooms: str) -> None:
    """Refuse a call that does not stand written in these rooms, whatever name it goes by and whoever carries it out.

    Raises
    ------
    TypeError
        If the call is of another module, or is of none: a function that was handed to one of these rooms, as to `rule`.
    """
    package = __name__.removesuffix(".kernel.facts")
    called, frame = sys._getframe(1).f_code.co_name, sys._getframe(2)
    caller = frame.f_globals.get("__name__", "")
    written = _calls(called, frame.f_code, frame.f_lasti)
    if not written or not caller.startswith(tuple(f"{package}.{room}." for room in rooms)):
        raise TypeError(f"{caller} makes a fact or cites a theorem; only {' and '.join(rooms)} may")


@cache
def _calls(name: str, code: CodeType, at: int) -> bool:
    """Tell whether code that has come to an instruction calls a function by its name: it begins where that is loaded.

    Else what runs there is an iteration or a look-up, or another function, to which this one was handed.
    """
    done = [step for step in dis.get_instructions(code) if step.offset <= at]
    loaded = [step for step in done if step.opname.startswith("LOAD_") and step.argval == name]
    return done[-1].opname.startswith("CALL") and _beginning(done[-1]) in map(_beginning, loaded)


def _beginning(step: dis.Instruction) -> tuple[int | None, int | None]:
    """Return line and column where what an instruction carries out begins."""
    where = step.positions or dis.Positions()
    return where.lineno, where.col_offset


def make(
    rule: str,
    statement: Basic,
    domain: Domain,
    what: str,
    *,
    premises: Sequence[Fact] = (),
    trusts: Sequence[str] = (),
    defined: Iterable[Basic] = (),
    in_range: Iterable[Basic] = (),
    **rest: Any,
) -> Fact:
    """Return a fact, once its premises are seen to be facts and its statement to mean something on its domain.

    It is exact and of the language; it speaks of declared variables only and binds none of them; and it is defined
    on the domain: by what hypotheses and premises speak of, by the `defined` parts that the rule vouches for, by what
    it has shown of roots and logarithms, that what stands in them is `in_range`, and by what `theory.definedness`
    shows. What the rule relied on for signs enters the trusts.
    """
    # What balls decide is no proof, whatever the room says that asks them.
    only_from("kernel", *(("evidence",) if rest.get("strength") in (Status.CERTIFIED, Status.TESTED) else ()))
    show_genuine(premises)
    show_terms(statement, domain)
    if takes_for_a_number(statement, domain):
        raise Undecided(f"{statement} takes a vector, a law or a sample for a number")
    before = relied_on()
    with noting() as own:
        finite = show_meaning(statement, domain, premises, defined, in_range)
    return Fact(
        statement=statement,
        domain=domain,
        rule=rule,
        what=what,
        premises=tuple(premises),
        trusts=tuple(dict.fromkeys((*trusts, *sorted(before | own)))),
        finite=finite,
        seal=_SEAL,
        detail=rest.pop("detail", {}),
        **rest,
    )


def show_terms(statement: Basic, domain: Domain) -> None:
    """Check that a statement is a relation between terms, in which domain and binders declare every variable once."""
    if type(domain) not in (Domain, *Domain.__subclasses__()):
        raise Undecided(f"{domain} is no domain")
    relations = statement.args if type(statement) is And else (statement,)
    if any(type(relation) not in RELATIONS for relation in relations):
        raise Undecided(f"{statement} is no relation, nor a conjunction of relations")
    if not domain.speaks_of(statement):
        raise Undecided(f"{statement} speaks of variables that {domain.hypotheses()} does not declare")
    sizes = [size for v in domain.vectors for size in (v.dim, v.count) if size is not None]
    refuse_strangers(statement, *domain.conditions, *sizes)
    keep_apart(statement, domain)
    for condition in domain.conditions:
        scopes(condition)


#: What a rule meets that reads a premise for what it is not, or asks an engine about what that cannot read.
_OF_ANOTHER_FORM = (AttributeError, IndexError, KeyError, TypeError, ValueError, BasePolynomialError)


def rule(function: Callable[P, Fact]) -> Callable[P, Fact]:
    """Turn a function into one that makes a fact by a rule: every fact that it is given is a premise of what it makes.

    So nothing that was used is lost, and what is merely tested lowers all that follows from it. Arguments that the
    function does not have are a mistake in the call, a `TypeError`, and no refusal.
    """
    parameters = inspect.signature(function)

    @wraps(function)
    def applied(*args: P.args, **kwargs: P.kwargs) -> Fact:
        parameters.bind(*args, **kwargs)
        given = set(_facts_in((args, kwargs)))
        show_genuine(given)
        for term in _terms_in((args, kwargs)):
            refuse_towers(term)
        # The outermost rule is the step: what it asks of other rules belongs to it.
        token = _STEP.set(_STEP.get() or Origin(*_chapter_line(), partial(applied, *args, **kwargs)))
        try:
            with noting():
                found = function(*args, **kwargs)
        except _OF_ANOTHER_FORM as reason:
            raise Misread(f"what {function.__name__} is given is not of the form that it takes: {reason}") from reason
        finally:
            _STEP.reset(token)
        if isinstance(found, Fact):
            lost = given - ancestors(found)
            if lost:
                raise Undecided(f"{function.__name__} does not name {[str(f.statement) for f in lost]} as premises")
        return found

    return applied


def _chapter_line() -> tuple[str, int]:
    """Return file and line of the nearest caller that is of a chapter, and of no room that chapters are built on."""
    package = __name__.removesuffix(".kernel.facts")
    below = ("kernel.", "evidence.", "engines.", "balls.", "language.", "trusted.", "under", "limits")
    rooms = tuple(f"{package}.{room}" for room in below)
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(rooms):
        frame = frame.f_back
    return frame.f_code.co_filename, frame.f_lineno


def origin(fact: Fact) -> Origin | None:
    """Return the step in which a fact was made; None for a claim that is used as a fact."""
    return _ORIGINS.get(fact)


def _facts_in(given: Any) -> Iterator[Fact]:
    if isinstance(given, Fact):
        yield given
    elif isinstance(given, Mapping):
        yield from _facts_in(tuple(given.values()))
    elif isinstance(given, list | tuple):
        for part in given:
            yield from _facts_in(part)


def _terms_in(given: Any) -> Iterator[Basic]:
    """Yield the terms that a rule is given, of which engines read some before what comes out is checked."""
    if isinstance(given, Basic):
        yield given
    elif isinstance(given, Domain):
        yield from given.conditions
    elif isinstance(given, Mapping):
        yield from _terms_in((*given, *given.values()))
    elif isinstance(given, list | tuple):
        for part in given:
            yield from _terms_in(part)


def ancestors(fact: Fact) -> set[Fact]:
    """Return a fact and all that it rests on."""
    seen, queue = {fact}, [fact]
    while queue:
        for premise in queue.pop().premises:
            if premise not in seen:
                seen.add(premise)
                queue.append(premise)
    return seen


def lemma(derivation: Callable[..., Fact]) -> Callable[..., Fact]:
    """Derive a fact once per set of arguments and label it by the first line of the docstring: a lemma for readers."""
    label = (derivation.__doc__ or "").strip().splitlines()[0]

    @cache
    @wraps(derivation)
    def derived(*args: Any) -> Fact:
        found = derivation(*args)
        show_genuine((found,))
        labelled = replace(found, label=label, seal=_SEAL)
        if found in _ORIGINS:
            _ORIGINS[labelled] = _ORIGINS[found]
        return labelled

    return derived


@dataclass(frozen=True, eq=False)
class Refutation:
    """A certified counterexample: a point that satisfies every hypothesis and violates the statement.

    Where the statement is an inequality, it may be what it implies by known `bounds` on its sides that fails there.
    """

    statement: Basic
    domain: Domain
    point: Point
    what: str
    detail: Mapping[str, Any]
    trusts: tuple[str, ...] = (ARB,)
    bounds: tuple[Fact, ...] = ()
