"""A plain paragraph for every claim: written by hand for the principal ones, put together for the others."""

from __future__ import annotations

from theory.claims import Claim

__all__ = ["PLAIN", "RELATIONS", "STATUSES", "paragraph"]

#: What a status says of a claim, in one sentence.
STATUSES = {
    "proved": "Every step is machine-checked; it rests only on the claims and theorems that this page names.",
    "certified": "Rigorous ball arithmetic settles it over a whole box of parameters.",
    "tested": "The evidence is numerical: drawn and adversarial points, each decided by balls. It is not proved.",
    "open": "It is neither shown nor refuted.",
    "refuted": "It is false: a certified counterexample is given.",
    "cited": "It is taken from the literature and not derived here.",
}

#: How a claim stands to the paper's print, in one sentence.
RELATIONS = {
    "as reported": "This is the paper's statement as it is reported.",
    "restated": "It restates a known result in our own precise form.",
    "narrower": "It is narrower in scope than what the paper is reported to say.",
    "corrected": "It corrects what the paper or the literature is reported to say.",
    "false as reported": "This is a statement as it is reported, and it is false.",
    "ours": "It is not in the paper as far as we know.",
}

PLAIN: dict[str, str] = {}


def paragraph(claim: Claim, status: str) -> str:
    """Return the plain paragraph of a claim; ids in backticks are for links."""
    if claim.id in PLAIN:
        return PLAIN[claim.id]
    relation = RELATIONS[claim.relation.replace("_", " ")]
    return f"{claim.about} {STATUSES[status]} {relation}"
