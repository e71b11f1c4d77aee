"""What checked a claim, told from its evidence: kinds of check with their numbers, figures, the point of failure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["RULES", "counterexample", "figures", "kinds"]

#: What each rule does, for readers.
RULES = {
    "identity": "both sides have the same exact normal form (polynomials, rational functions, Bessel recurrences)",
    "sign": "an exact argument gives the sign of a polynomial or algebraic expression on the whole domain",
    "arithmetic": "two independent solvers find that the opposite contradicts what is given",
    "combination": "exact algebra combines what is given into what is claimed",
    "enclosure": "rigorous ball arithmetic encloses the values over a whole box of parameters",
    "cite": "a named theorem of analysis is applied to exactly its hypotheses; it stands in the list of what is "
    "trusted",
    "compose": "logic alone: a special case, a conjunction, or a chain of steps",
    "claim": "another claim of this reference",
    "tested": "drawn and adversarial points are each decided by balls: evidence, no proof",
    "counterexample": "at one point every hypothesis holds and the statement fails, decided by balls",
    "none": "nothing settles it",
}

#: Names of figures that a reader needs no help with are shown as they are; these are spelled out.
_NAMES = {"bits": "bits of precision", "queries": "questions put to the solvers", "met": "points in the domain"}


def kinds(evidence: Sequence[Mapping[str, Any]]) -> list[tuple[str, int, str]]:
    """Return (rule, how many steps it checked, what it does), in the order in which the rules are met."""
    counts: dict[str, int] = {}
    for step in evidence:
        counts[step["rule"]] = counts.get(step["rule"], 0) + 1
    return [(rule, count, RULES.get(rule, "")) for rule, count in counts.items()]


def figures(evidence: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (what was checked, figures of the check) for the steps that have figures."""
    out = []
    for step in evidence:
        named = [
            (_NAMES.get(name, name), str(value))
            for name, value in step["detail"].items()
            if name not in ("shows", "query", "point", "left", "right", "outcome")
        ]
        if named:
            out.append((step["what"], named))
    return out


def counterexample(evidence: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Return the point where a refuted statement fails and the enclosures of its sides; None for other claims."""
    found = next((step for step in evidence if step["rule"] == "counterexample"), None)
    if found is None:
        return None
    detail = found["detail"]
    return {
        "what": found["what"],
        "point": [(name, _value(value)) for name, value in detail["point"].items()],
        "sides": [(name, str(detail[side])) for side, name in (("left", "left side"), ("right", "right side"))
                  if side in detail],
        "bits": detail.get("bits"),
    }  # fmt: skip


def _value(value: Any) -> str:
    """Return a coordinate of a point, exactly as it was checked; a family of vectors with one vector a line."""
    if isinstance(value, list) and value and isinstance(value[0], list):
        return "\n".join(str(row) for row in value)
    return str(value)
