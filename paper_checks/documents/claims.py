"""Claims as JSON holds them: `modgap list`, `modgap show` and `modgap derive --format json`.

The last is the ledger whole, with every step; its form is `paper_checks/schemas/ledger.schema.json`. Nothing in it
depends on time, place or machine, so that one commit gives one document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.language.latex import glossary, hypotheses, latex
from modgap.theory.language.printing import plain
from modgap.theory.rocq.standing import kernel
from modgap.theory.verification import record

if TYPE_CHECKING:
    from modgap.theory.kernel.claims import Claim

__all__ = ["description", "ledger_document", "summary"]


def summary(claim: Claim) -> dict[str, Any]:
    """Return what a list says of a claim, with its recorded status."""
    return {
        "id": claim.id,
        "title": claim.title,
        "relation": claim.relation,
        "status": record.recorded_status(claim.id),
        "by_hand": record.by_hand(claim.id),
        "kernel": kernel(claim),
        "source": claim.source,
    }


def description(claim: Claim, finding: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim whole, with what `theory.verification.run.find` found on it."""
    meanings = glossary(claim.spoken)
    return {
        **summary(claim),
        "about": claim.about,
        "hypotheses": {"plain": claim.domain.hypotheses(), "latex": hypotheses(claim.domain)},
        "statement": {"plain": plain(claim.statement), "latex": latex(claim.statement)},
        "definitions": [{"plain": f"{symbol} = {meaning}", "latex": tex} for symbol, meaning, tex in meanings],
        "computed_status": finding["status"],
        "by_hand": count_by_hand(finding["trusts"]),
        "depends": finding["depends"],
        "trusts": finding["trusts"],
        "rules": dict(Counter(step["rule"] for step in finding["evidence"])),
        "evidence": finding["evidence"],
        "superseded_by": claim.superseded_by,
    }


def ledger_document(claims: list[Claim]) -> dict[str, Any]:
    """Return the ledger's part on some claims, each derived anew at the default level and with every step."""
    return {
        "version": version("modgap"),
        "digest": record.digest(record.recorded()),
        "claims": [_with_steps(claim) for claim in claims],
    }


def _with_steps(claim: Claim) -> dict[str, Any]:
    from modgap.paper_checks.documents.derivation import Abbreviations, functions_of_steps, steps_of
    from modgap.theory.verification.run import finding_of

    finding = finding_of(claim, "default")
    # An open or refuted claim has no derivation.
    facts = [] if finding["status"] in ("open", "refuted") else list(claim.steps())
    short = Abbreviations(claim.statement, facts)
    steps = [
        {
            "number": step.number, "label": step.label, "statement": step.statement, "where": step.where,
            "rule": step.rule, "what": step.what, "claim": step.claim, "trusts": list(step.trusts),
            "source": step.source,
            "uses": [int(number) for number in step.uses],
        }
        for step in (steps_of(claim, short) if facts else [])
    ]  # fmt: skip
    return {
        **description(claim, finding),
        "statement_digest": claim.statement_digest,
        "abbreviations": [*short.meanings(), *(functions_of_steps(claim) if facts else [])],
        "steps": steps,
    }
