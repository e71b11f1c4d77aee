"""Facts that a test assumes, for rules to be asked what they make of them.

Only the kernel makes facts and only trusted modules cite: so what is here runs under the name of such a module.
"""

from __future__ import annotations

import sympy as sp

from modgap.theory.kernel import facts, rules


def _by(function, room):
    """Return a function of the kernel as if it were called in a module of a room, where the call stands written."""
    name = function.__name__
    world = {"__name__": f"modgap.theory.{room}.assumed", name: function}
    exec(f"def call(*args, **kwargs):\n    return {name}(*args, **kwargs)\n", world)
    return world["call"]


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
