"""`modgap verify ID --step N`: one step of a derivation again, its engine asked anew."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from modgap.numerics.checks import InputError

if TYPE_CHECKING:
    from modgap.theory.kernel.claims import Claim
    from modgap.theory.kernel.facts import Fact

__all__ = ["again", "line"]

#: The rooms whose answers are kept within a process.
ASKED = ("modgap.theory.engines.", "modgap.theory.kernel.", "modgap.theory.balls.", "modgap.theory.language.")


def again(claim: Claim, number: int) -> dict[str, Any]:
    """Take one step of a claim's derivation once more, and return what was found of it.

    The rule that made the step is applied to the same premises, with nothing that engines were asked before kept. A
    step that is another claim has that one derived; the one step of a refuted claim is its counterexample.

    Raises
    ------
    InputError
        If the claim has no step of that number.
    """
    from modgap.theory.outcome import Unproved
    from modgap.theory.verification.again import again as redo

    fact, count = _step(claim, number)
    start, reason = time.perf_counter(), ""
    try:
        if fact is None:
            _refute(claim)
        elif fact.claim:
            reason = _derived(fact)
        else:
            _forget()
            redo(fact)
    except Unproved as refusal:
        reason = str(refusal)
    return {
        "id": claim.id, "step": number, "of": count, "ok": not reason, "reason": reason,
        "seconds": round(time.perf_counter() - start, 3), **_about(claim, fact),
    }  # fmt: skip


def _step(claim: Claim, number: int) -> tuple[Fact | None, int]:
    """Return the fact that is the step, None for a counterexample; and how many steps there are."""
    from modgap.paper_checks.documents.derivation import numbered

    status = claim.verdict.status.value
    found: list[Any] = [None] if status == "refuted" else numbered(claim)[0]
    if not found:
        raise InputError("--step", str(number), f"a claim that is shown or refuted: {claim.id} is {status}")
    if not 1 <= number <= len(found):
        raise InputError("--step", str(number), f"a step of {claim.id}, 1 to {len(found)}")
    return found[number - 1], len(found)


def _about(claim: Claim, fact: Fact | None) -> dict[str, Any]:
    from modgap.paper_checks.documents.derivation import source_line, source_of
    from modgap.theory.language.printing import plain

    if fact is None:
        about = {"rule": "counterexample", "what": "a point where the hypotheses hold and the statement fails"}
        return {**about, "claim": None, "shows": f"not: {plain(claim.statement)}", "source": source_of(claim)}
    what = f"the claim {fact.claim.id}" if fact.claim else fact.what
    return {
        "rule": fact.rule, "what": what, "claim": fact.claim.id if fact.claim else None,
        "shows": plain(fact.statement), "source": source_line(fact),
    }  # fmt: skip


def _derived(fact: Fact) -> str:
    """Derive the claim that a step is; return what speaks against it, nothing if it is as it was used."""
    from modgap.theory.kernel.facts import Fact

    other = fact.claim
    found = other.derive(other)
    if isinstance(found, Fact) and found.statement == other.statement and found.domain.within(other.domain):
        return ""
    return f"{other.id} does not derive its statement"


def _refute(claim: Claim) -> None:
    from modgap.theory.evidence.rules import counterexample
    from modgap.theory.kernel.facts import Refutation
    from modgap.theory.outcome import Undecided

    found = claim.result
    if not isinstance(found, Refutation):
        raise Undecided(f"{claim.id} has no counterexample")
    _forget()
    counterexample(claim.statement, claim.domain, found.point, found.bounds)


def _forget() -> None:
    """Drop what the rooms that rules ask have kept, so that they reckon anew."""
    for name, module in list(sys.modules.items()):
        if name.startswith(ASKED):
            for kept in list(vars(module).values()):
                if callable(getattr(kept, "cache_clear", None)):
                    kept.cache_clear()


def line(found: dict[str, Any]) -> str:
    """Return what was found of a step, for people."""
    outcome = "holds" if found["ok"] else f"FALLS SHORT: {found['reason']}"
    return (
        f"{found['id']}, step {found['step']} of {found['of']} ({found['rule']}: {found['what']})\n"
        f"  {found['shows']}\n"
        f"  {found['source']}\n"
        f"  taken anew in {found['seconds']:.2f} s: {outcome}"
    )
