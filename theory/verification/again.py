"""A step of a derivation, taken once more."""

from __future__ import annotations

from modgap.theory.kernel.facts import Fact, ancestors, origin
from modgap.theory.outcome import Undecided

__all__ = ["again"]


def again(fact: Fact) -> Fact:
    """Apply the rule that made a fact once more to what it was given, and return the fact that it makes now.

    Raises
    ------
    Unproved
        If the rule refuses now, or what it makes is not the same statement on the same domain for the same reason.
    """
    step = origin(fact)
    if step is None:
        raise Undecided(f"{fact.statement} was not made by one step of a rule")
    said = (fact.statement, fact.domain, fact.rule, fact.strength, set(fact.trusts))
    for other in ancestors(step.call()) - ancestors(fact):
        if (other.statement, other.domain, other.rule, other.strength, set(other.trusts)) == said:
            return other
    raise Undecided(f"the rule does not make {fact.statement} any more")
