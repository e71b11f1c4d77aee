"""Facts that a test assumes, for rules to be asked what they make of them.

Only the kernel makes facts and only trusted modules cite: so what is here runs under the name of such a module.
"""

from __future__ import annotations

from types import FunctionType

import sympy as sp

from modgap.theory.kernel import facts, rules


def _by(function, room):
    """Return a function of the kernel as if it were called from a module of a room."""

    def call(*args, **kwargs):
        return function(*args, **kwargs)

    world = {"__name__": f"modgap.theory.{room}.assumed", "function": function}
    return FunctionType(call.__code__, world, call.__name__, None, tuple(_cell(function) for _ in call.__closure__))


def _cell(value):
    return (lambda: value).__closure__[0]


make = _by(facts.make, "kernel")
cite = _by(rules.cite, "trusted")
by_hand = _by(rules.by_hand, "trusted")


def r(kind, *sides):
    """A relation, as it stands."""
    return kind(*sides, evaluate=False)


def said(statement, domain):
    """A fact for the sake of its form; nothing of it need be true, or defined."""
    return make("assumed", statement, domain, "assumed", defined=tuple(sp.preorder_traversal(statement)))


def assumed(statement, domain):
    """A fact for the sake of its form, which must be defined."""
    return make("assumed", statement, domain, "assumed", detail={})
