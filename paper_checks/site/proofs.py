"""Proofs in words of the headline claims, each sentence with links to the steps that it describes; what is folded.

A proof is a file `proofs/ID.md`: paragraphs with links `[[words|step|says]]`. The step is named by the id of the claim
that it is, or by a part of its label or of what checked it; of those, the first whose plain statement contains what it
`says` is meant. A link to no step is an error.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from modgap.paper_checks.documents.derivation import Step

__all__ = ["headlines", "linked", "runs", "step_of", "text", "written"]

#: A link of a proof: its words, which step, and what that says.
LINK = re.compile(r"\[\[([^|]+)\|([^|]*)\|(.*?)\]\]", re.S)


@cache
def headlines() -> tuple[str, ...]:
    """Return the ids of the claims that have a proof in words."""
    folder = files("modgap.paper_checks.site") / "proofs"
    return tuple(sorted(file.name.removesuffix(".md") for file in folder.iterdir() if file.name.endswith(".md")))


@cache
def text(claim_id: str) -> str:
    """Return the proof of a claim as it is written; nothing where there is none."""
    file = files("modgap.paper_checks.site") / "proofs" / f"{claim_id}.md"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def step_of(where: str, says: str, steps: Sequence[Step]) -> Step:
    """Return the step that a link means.

    Raises
    ------
    LookupError
        If no step is such.
    """
    for step in steps:
        named = step.claim == where or where in step.label or (step.claim is None and where in step.what)
        if named and says in step.plain:
            return step
    raise LookupError(f"no step is '{where}' and says '{says}'")


def linked(claim_id: str, steps: Sequence[Step]) -> set[int]:
    """Return the numbers of the steps that a claim's proof links to."""
    return {step_of(where, says, steps).number for _, where, says in LINK.findall(text(claim_id))}


def written(claim_id: str, steps: Sequence[Step]) -> list[list[tuple[str, int | None]]]:
    """Return the paragraphs of a claim's proof as pieces, each with the number of the step that it links to, if any."""
    return [list(_pieces(part, steps)) for part in re.split(r"\n\s*\n", text(claim_id)) if part.strip()]


def _pieces(paragraph: str, steps: Sequence[Step]) -> Iterator[tuple[str, int | None]]:
    at = 0
    for link in LINK.finditer(paragraph):
        yield paragraph[at : link.start()], None
        yield link[1], step_of(link[2], link[3], steps).number
        at = link.end()
    yield paragraph[at:].rstrip(), None


def runs(steps: Sequence[Step], shown: Collection[int]) -> list[tuple[bool, list[Step]]]:
    """Return the steps in runs: those that only put together what is known, which are folded, and the others.

    The last step, a step with a label, one that is another claim, and one that a proof links to are never folded.
    """

    def folds(step: Step) -> bool:
        told = step.number in shown or step.number == len(steps) or step.label or step.claim
        return not told and (step.rule == "compose" or step.what.startswith("definition of"))

    return [(folded, list(group)) for folded, group in groupby(steps, folds)]
