"""What theorems take for their premises: of each that derivations cite, every premise is put in doubt in turn."""

from __future__ import annotations

import dataclasses
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
from tests.theory.calls import derived_apart

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


def calls_of(ids, monkeypatch):
    """What the derivations of claims ask the theorems, each call once."""
    made = []

    def recording(function):
        def asked(*args, **kwargs):
            found = function(*args, **kwargs)
            made.append((function, args, kwargs, found))
            return found

        return asked

    for module, name, function in list(theorems()):
        monkeypatch.setattr(module, name, recording(function))
    with derived_apart():
        for claim_id in ids:
            theory.claim(claim_id).derive(theory.claim(claim_id))
    monkeypatch.undo()
    return made


def forged(fact, **changes):
    """A fact as no rule made it."""
    return dataclasses.replace(fact, **changes, seal=facts._SEAL)


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


def is_not_needed(function, args, kwargs, fact, found):
    """Whether a theorem concludes the same where a fact is not given at all, as one that makes something defined."""
    if any(value is fact for value in (*args, *kwargs.values())):
        return False
    try:
        args = tuple(without(value, fact) for value in args)
        return function(*args, **without(kwargs, fact)).statement == found.statement
    except Unproved:
        return False


def says_finite(function, fact, wrong):
    """Whether a premise is there to say that a mean is finite, which a bound on it says as well."""
    bounds = isinstance(wrong, Equality | LessThan) and fact.statement.args[0].has(GaussianMean)
    return bounds and function.__name__ in ("cauchy_schwarz", "positive_mean")


def check(calls):
    seen = set()
    for function, args, kwargs, found in calls:
        for fact in given_in(args, kwargs):
            drawn = forged(fact, strength=Status.TESTED)
            try:
                again = function(*with_changed(args, fact, drawn), **with_changed(kwargs, fact, drawn))
            except Undecided:
                # Where another premise was made from this one, the conclusion names that one: a new one would be lost.
                others = [other for other in given_in(args, kwargs) if other is not fact]
                assert any(fact in ancestors(other) for other in others), function.__name__
            else:
                assert drawn in ancestors(again), function.__name__
                assert weakest(step.strength for step in again.steps()) is Status.TESTED, function.__name__
            key = function.__name__, type(fact.statement), len(fact.domain.symbols), type(found.statement)
            if function.__name__ in OF_ANY_FORM or key in seen:
                continue
            seen.add(key)
            for wrong in wrong_relations(fact):
                other = forged(fact, statement=wrong)
                try:
                    concluded = function(*with_changed(args, fact, other), **with_changed(kwargs, fact, other))
                except Unproved:
                    continue
                if is_not_needed(function, args, kwargs, fact, found) or says_finite(function, fact, wrong):
                    continue
                kinds = {type(wrong), type(concluded.statement)}
                assert concluded.statement != found.statement, f"{function.__name__} takes {wrong} for {fact.statement}"
                assert len(kinds) == 1, f"{function.__name__} concludes {concluded.statement} from {wrong}"
    return {name for name, *_ in seen}


def test_theorems_refuse_other_relations_and_keep_what_is_only_tested(monkeypatch):
    calls = calls_of(FEW, monkeypatch)
    # Elsewhere a fact must say in which line of its chapter it was made, whatever ran before.
    made = [facts.origin(step) for claim_id in FEW for step in theory.claim(claim_id).steps()]
    assert made
    assert not [origin for origin in made if origin and origin.file == __file__]
    asked = check(calls)
    assert len(asked) > 10, sorted(asked)


@pytest.mark.slow
def test_all_theorems_that_the_ledger_cites(monkeypatch):
    shown = [claim.id for claim in theory.ledger().values() if isinstance(claim.result, Fact)]
    asked = check(calls_of(shown, monkeypatch))
    assert len(asked) > 60, sorted(asked)
