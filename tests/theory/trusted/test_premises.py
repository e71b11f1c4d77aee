"""What theorems take for their premises: of each that derivations cite, every premise is put in doubt in turn."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
import sympy as sp
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    StrictGreaterThan,
    StrictLessThan,
    Unequality,
)

from modgap import theory
from modgap.theory import trusted
from modgap.theory.kernel import facts
from modgap.theory.kernel.facts import Fact, ancestors
from modgap.theory.kernel.status import Status, weakest
from modgap.theory.language.means import GaussianMean
from modgap.theory.outcome import Undecided, Unproved
from tests.theory.calls import forged, recorded

KINDS = (Equality, LessThan, StrictLessThan, GreaterThan, StrictGreaterThan, Unequality)

#: What each relation follows from.
IMPLIED_BY = {
    Equality: {Equality},
    LessThan: {LessThan, StrictLessThan, Equality},
    StrictLessThan: {StrictLessThan},
    GreaterThan: {GreaterThan, StrictGreaterThan, Equality},
    StrictGreaterThan: {StrictGreaterThan},
    Unequality: {Unequality, StrictLessThan, StrictGreaterThan},
}

#: A statement of any form is carried over by these.
OF_ANY_FORM = {"of_configuration", "exchanged", "uniform_across", "at_draws"}

#: A relation that is enough for a theorem by its own words, where derivations give it a stronger one.
ENOUGH = {("tangent_in_square", Unequality): "the tangent is strict wherever the two points differ"}

MODULES = [importlib.import_module(f"{trusted.__name__}.{m.name}") for m in pkgutil.iter_modules(trusted.__path__)]

FEW = (
    "bessel.ratio.start", "sphere.mgf", "thm.1.trace", "thm.2.ends", "bessel.ratio.lower.linear", "vmf.mean",
    "thm.2.trap.none", "thm.1.one_pair", "thm.1.loss.power", "thm.3.partition", "thm.3.free.partition", "thm.1.energy",
)  # fmt: skip


def theorems():
    """The functions of the trusted rooms that are theorems."""
    for module in MODULES:
        for name, function in vars(module).items():
            own = getattr(function, "__module__", "") == module.__name__ and not name.startswith("_")
            if own and not isinstance(function, type) and hasattr(function, "__wrapped__"):
                yield module, name, function


def test_every_theorem_is_a_rule():
    """A function that cites makes its facts under `rule`, which lets no premise be lost."""
    found = [name for _, name, _ in theorems()]
    assert len(found) > 95
    for module in MODULES:
        for name, function in vars(module).items():
            public = getattr(function, "__module__", "") == module.__name__ and not name.startswith("_")
            if public and getattr(function, "__annotations__", {}).get("return") == "Fact":
                assert hasattr(function, "__wrapped__"), f"{module.__name__}.{name}"


def calls_of(ids):
    """What the derivations of claims ask the theorems, wherever these were imported to."""
    inside = f".{trusted.__name__.rpartition('.')[2]}."
    return [
        (call.function, call.args, call.kwargs, call.found)
        for call in recorded(ids)
        if inside in call.function.__module__
    ]


def with_changed(value, old, new):
    """Arguments with one fact in place of another one."""
    if value is old:
        return new
    if isinstance(value, tuple | list):
        return type(value)(with_changed(part, old, new) for part in value)
    if isinstance(value, dict):
        return {key: with_changed(part, old, new) for key, part in value.items()}
    return value


def given_in(args, kwargs):
    return dict.fromkeys(facts._facts_in((args, kwargs)))


def wrong_relations(fact):
    """The same sides under every relation that does not imply the one that is stated."""
    statement = fact.statement
    if isinstance(statement, sp.And):
        first, *rest = statement.args
        for kind in set(KINDS) - IMPLIED_BY[type(first)]:
            yield sp.And(kind(*first.args, evaluate=False), *rest, evaluate=False)
        return
    for kind in set(KINDS) - IMPLIED_BY[type(statement)]:
        yield kind(*statement.args, evaluate=False)


def without(value, fact):
    """Arguments with one fact left out of the sequences that it stands in."""
    if isinstance(value, tuple | list):
        return type(value)(without(part, fact) for part in value if part is not fact)
    return {key: without(part, fact) for key, part in value.items()} if isinstance(value, dict) else value


def concludes_without(function, args, kwargs, fact, concluded):
    """Whether a theorem concludes this where a fact is not given at all, as it may one that makes something defined."""
    if any(value is fact for value in (*args, *kwargs.values())):
        return False
    try:
        args = tuple(without(value, fact) for value in args)
        return function(*args, **without(kwargs, fact)).statement == concluded
    except Unproved:
        return False


def says_finite(function, fact, wrong):
    """Whether a premise is there to say that a mean is finite, which a bound on it says as well."""
    bounds = isinstance(wrong, Equality | LessThan) and fact.statement.args[0].has(GaussianMean)
    return bounds and function.__name__ in ("cauchy_schwarz", "positive_mean")


def makes_a_root_defined(concluded, fact, wrong):
    """Whether a premise is there to make a root defined, which it is of 0 as well."""
    return isinstance(wrong, GreaterThan) and fact.statement.rhs == 0 and concluded.has(sp.sqrt(fact.statement.lhs))


def is_no_stronger(concluded, wrong):
    """Whether a conclusion is of the relation of what was given, or of one that this implies."""
    return concluded is wrong or wrong in IMPLIED_BY.get(concluded, ())


def keeps_what_is_tested(function, args, kwargs, fact):
    """Whether a conclusion from a premise that was only tested is itself no more than that, if there is one."""
    drawn = forged(fact, strength=Status.TESTED)
    try:
        again = function(*with_changed(args, fact, drawn), **with_changed(kwargs, fact, drawn))
    except Undecided:
        # Where another premise was made from this one, the conclusion names that one: a new one would be lost.
        others = [other for other in given_in(args, kwargs) if other is not fact]
        return any(fact in ancestors(other) for other in others)
    return drawn in ancestors(again) and weakest(step.strength for step in again.steps()) is Status.TESTED


def too_much_from(wrong, function, args, kwargs, fact, found):
    """Return what a theorem wrongly concludes where a premise has another relation, or nothing."""
    other = forged(fact, statement=wrong)
    try:
        concluded = function(*with_changed(args, fact, other), **with_changed(kwargs, fact, other)).statement
    except Unproved:
        return None
    if (function.__name__, type(wrong)) in ENOUGH:
        return None
    if concludes_without(function, args, kwargs, fact, concluded) or says_finite(function, fact, wrong):
        return None
    if makes_a_root_defined(concluded, fact, wrong):
        return None
    fair = concluded != found.statement and is_no_stronger(type(concluded), type(wrong))
    return None if fair else f"{function.__name__} concludes {concluded} from {wrong}, not {fact.statement}"


def asked_of(calls):
    """Put every premise of every call in doubt; return the theorems that were asked, and what they wrongly took."""
    seen, wrongly = set(), []
    for function, args, kwargs, found in calls:
        for fact in given_in(args, kwargs):
            if not keeps_what_is_tested(function, args, kwargs, fact):
                wrongly.append(f"{function.__name__} loses that {fact.statement} was only tested")
            key = function.__name__, type(fact.statement), len(fact.domain.symbols), type(found.statement)
            if function.__name__ in OF_ANY_FORM or key in seen:
                continue
            seen.add(key)
            said = [too_much_from(wrong, function, args, kwargs, fact, found) for wrong in wrong_relations(fact)]
            wrongly += filter(None, said)
    return {name for name, *_ in seen}, wrongly


def test_theorems_refuse_other_relations_and_keep_what_is_only_tested():
    calls = calls_of(FEW)
    # Elsewhere a fact must say in which line of its chapter it was made, whatever ran before.
    made = [facts.origin(step) for claim_id in FEW for step in theory.claim(claim_id).steps()]
    assert made
    assert not [origin for origin in made if origin and origin.file == __file__]
    asked, wrongly = asked_of(calls)
    assert not wrongly, wrongly
    assert len(asked) > 10, sorted(asked)


@pytest.mark.slow
def test_all_theorems_that_the_ledger_cites():
    shown = [claim.id for claim in theory.ledger().values() if isinstance(claim.result, Fact)]
    asked, wrongly = asked_of(calls_of(shown))
    assert not wrongly, wrongly
    assert len(asked) > 60, sorted(asked)
