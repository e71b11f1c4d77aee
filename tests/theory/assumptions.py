"""Facts that a test assumes, for rules to be asked what they make of them.

Only the kernel makes facts and only trusted modules cite: so what is here runs under the name of such a module.
"""

from __future__ import annotations

from types import FunctionType

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
