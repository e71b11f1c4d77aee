"""The derivation of a claim as a reader wants it: statement, idea, each step with what checked it and what it trusts.

Everything is read off the checked facts; nothing is written twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

import jinja2
from markupsafe import Markup

from theory.claims import Claim
from theory.facts import Fact
from theory.printing import glossary, latex, parts, plain
from theory.record import digest, recorded

__all__ = ["Step", "document", "render", "with_ancestors"]


@dataclass(frozen=True)
class Step:
    """One step as a reader sees it."""

    number: int
    statement: list[str]
    rule: str
    what: str
    trusts: tuple[str, ...]
    uses: list[str]
    claim: str | None
    label: str


def steps_of(claim: Claim) -> list[Step]:
    """Return the steps in reading order; what a step uses is a step number or the id of another claim."""
    numbers: dict[int, int] = {}
    out = []
    for number, fact in enumerate(claim.steps(), start=1):
        numbers[id(fact)] = number
        out.append(_step(number, fact, numbers))
    return out


def _step(number: int, fact: Fact, numbers: dict[int, int]) -> Step:
    uses = [] if fact.claim else [str(numbers[id(p)]) for p in fact.premises]
    return Step(
        number=number,
        statement=[latex(relation) for relation in parts(fact.statement)],
        rule=fact.rule,
        what=f"the claim {fact.claim.id}" if fact.claim else fact.what,
        trusts=() if fact.claim else fact.trusts,
        uses=uses,
        claim=fact.claim.id if fact.claim else None,
        label=fact.label,
    )


def document(claim: Claim) -> dict[str, Any]:
    """Return everything that a page on a claim shows."""
    verdict = claim.verdict
    return {
        "id": claim.id,
        "title": claim.title,
        "about": claim.about,
        "relation": claim.relation.replace("_", " "),
        "source": claim.source,
        "status": verdict.status.value,
        "reason": verdict.reason,
        "hypotheses": claim.domain.hypotheses(latex=True),
        "statement": [latex(relation) for relation in parts(claim.statement)],
        "statement_plain": plain(claim.statement),
        "definitions": [tex for _, _, tex in glossary(claim.spoken)],
        "steps": steps_of(claim),
        "witness": verdict.evidence[0]["detail"] if verdict.status.value == "refuted" else None,
        "depends": [c.id for c in verdict.depends],
        "trusts": verdict.trusts,
        "version": version("modgap"),
        "digest": digest(recorded()),
    }


@cache
def _environment(form: str) -> jinja2.Environment:
    loader = jinja2.PackageLoader("paper_checks", "templates")
    if form == "html":
        from latex2mathml.converter import convert

        environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        environment.filters["math"] = lambda tex, display="block": Markup(convert(tex, display=display))
        return environment
    # TeX has its own use for braces.
    environment = jinja2.Environment(
        loader=loader, block_start_string="<%", block_end_string="%>", variable_start_string="<<",
        variable_end_string=">>", trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["text"] = _tex_text
    return environment


_TEX = str.maketrans(
    {"_": r"\_", "&": r"\&", "%": r"\%", "#": r"\#", "$": r"\$", "{": r"\{", "}": r"\}", "^": r"\^{}", "~": r"\~{}",
     "\\": r"\textbackslash{}", "<": r"\(<\)", ">": r"\(>\)"}
)  # fmt: skip


def _tex_text(text: str) -> str:
    """Escape plain text for TeX; mathematical letters stay, for an engine that knows Unicode."""
    return text.translate(_TEX)


def with_ancestors(claims: list[Claim]) -> list[Claim]:
    """Return the claims followed by all that they rest on, nearest first, so that a page has no loose ends."""
    found = list(claims)
    for claim in found:
        found += [d for d in claim.verdict.depends if d not in found]
    return found


def render(claims: list[Claim], form: str) -> str:
    """Return one document, HTML or TeX, with the derivations of the claims."""
    return _environment(form).get_template(f"derivations.{form}").render(claims=[document(c) for c in claims])
