"""The print as data: its numbered items, which claims speak of each, and its abstract, sentence by sentence.

The paper is Yi, Douady and Chen, *Decipher the Modality Gap in Multimodal Contrastive Learning* (arXiv 2510.03268v2).
A later version, Yi et al., *The Convergent Representation of Contrastive Vision-Language Models: Geometry, Modality Gap
and Shared Space Alignment* (ICML 2026, PMLR 306), is known here by its title and abstract alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from modgap.theory.kernel.claims import Claim
from modgap.theory.verification.items import ITEMS, KINDS, VERDICTS, Item, Remark

__all__ = ["ABSTRACT", "ITEMS", "KINDS", "LATER", "VERDICTS", "Item", "Remark", "as_data", "mentions", "speaking_of"]

#: What the abstract says, in our words, what is found of it, and the claims that this rests on.
ABSTRACT: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "Without any constraint the modality gap converges to zero.",
        "True of the optimum: it has x_i = y_i and uniform laws. Its means vanish, so that the angle of the centres "
        "has "
        "no value there.",
        ("thm.1", "cor.1", "thm.1.finite"),
    ),
    (
        "Under the cone constraint the modality gap converges to zero.",
        "True for the pair of centres, whatever the concentrations; for all pairs of two like cones, too.",
        ("thm.2", "thm.2.population"),
    ),
    (
        "Under the subspace constraint it converges to the smallest angle between the two hyperplanes.",
        "True for centres orthogonal to the intersection. Not so over all centres: those near one point of the "
        "intersection have a lower loss, for every choice of the parameters.",
        ("paper.thm.3.perpendicular", "paper.thm.3", "paper.thm.3.fails", "paper.thm.3.infimum"),
    ),
    (
        "This identifies dimension collapse as the fundamental origin of the gap.",
        "Not by Theorem 3 as printed. With no law imposed on the embeddings, two hyperplanes let aligned pairs "
        "without a "
        "gap be optimal at high temperature.",
        ("paper.thm.3.fails", "thm.3.free.global", "thm.3.population.hot.every", "thm.3.population.concentrated.every"),
    ),
    (
        "Paired samples cannot be perfectly aligned under the subspace constraint.",
        "True of optimal pairs against the whole sphere, but for two exceptional sets; against a finite sample a pair "
        "may be aligned, until the sample visits an open cap; the chance that it has not falls geometrically.",
        ("cor.2", "paper.cor.2", "paper.cor.2.cap", "paper.cor.2.chance"),
    ),
    (
        "The gap influences downstream performance by affecting the alignment of pairs.",
        "No theorem of the print says how. Not by its size: a gap across what varies moves all scores alike, so that "
        "no ranking and no softmax sees it. Closing a gap by translation does change which projections agree.",
        ("thm.1.gap_vector", "translation.breaks"),
    ),
    (
        "Perfect alignment can still be achieved by hyperplane rotation.",
        "True of pairs with (A8) that do not repeat each other; the loss may rise.",
        ("cor.3", "paper.cor.3.distinct", "paper.cor.3", "cor.3.loss"),
    ),
    (
        "Perfect alignment can still be achieved by shared space projection.",
        "True of pairs with (A8) of different directions in the intersection.",
        ("cor.4", "paper.cor.4.distinct", "paper.cor.4"),
    ),
)

#: The later version of the paper, and what is known of it.
LATER = {
    "title": "The Convergent Representation of Contrastive Vision-Language Models: Geometry, Modality Gap and Shared "
    "Space "
    "Alignment",
    "where": "ICML 2026, PMLR 306",
    "known": "Its title and abstract. Whether its theorems are those of the print, and with which hypotheses, is "
    "unknown "
    "here: every verdict is on arXiv 2510.03268v2.",
}

#: How ids begin that are named after an item.
_IDS = re.compile(r"(?:paper\.)?(thm|cor|lem|def)\.(s?\d+)(?:\.|$)")
_KINDS = {"thm": "Theorem", "cor": "Corollary", "lem": "Lemma", "def": "Definition"}
_NAMED = re.compile(r"\b(Definition|Theorem|Corollary|Lemma|[Ff]igure|[Tt]able) (S?\d+)")


def mentions(claim: Claim) -> set[str]:
    """Return the names of the paper's items that a claim speaks of, by its source or by its id.

    Raises
    ------
    ValueError
        If one of them is not on the paper's list.
    """
    named = {f"{kind.capitalize()} {number}" for kind, number in _NAMED.findall(claim.source)}
    if own := _IDS.match(claim.id):
        named.add(f"{_KINDS[own[1]]} {own[2].upper()}")
    strays = named - {item.name for item in ITEMS}
    if strays:
        raise ValueError(f"{claim.id} speaks of {', '.join(sorted(strays))}, expected items of the paper's list")
    return named


def speaking_of(item: Item, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims on an item: those that it names, in its order, then those that speak of it besides."""
    by_id = {claim.id: claim for claim in claims}
    named = [by_id[name] for name in item.claims if name in by_id]
    return named + [c for c in by_id.values() if c not in named and item.name in mentions(c)]


def as_data(statuses: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the items as JSON can hold them, each claim with its status."""
    return [
        {
            "item": item.name,
            "says": item.says,
            "verdict": item.verdict,
            "claims": {name: statuses[name] for name in item.claims},
            "remarks": [{"kind": r.kind, "text": r.text, "claims": list(r.claims)} for r in item.remarks],
            **({"target": item.target} if item.target else {}),
            **({"command": item.command} if item.command else {}),
        }
        for item in ITEMS
    ]
