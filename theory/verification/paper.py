"""The paper's list of definitions, theorems, figures and tables, and which claims speak of each: what is covered.

The paper is Yi, Douady and Chen, *Decipher the Modality Gap in Multimodal Contrastive Learning* (arXiv 2510.03268).
Its full text was not at hand. What is known of it are the abstract, the head of Theorem 1, captions of figures, and
summaries by others; each item says how well it is known and what stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from modgap.theory.kernel.claims import Claim

__all__ = ["ITEMS", "UNSEEN", "Item", "mentions", "speaking_of"]


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of the paper's list.

    Attributes
    ----------
    name : str
        As the paper calls it: 'Theorem 1'.
    says : str
        What it is reported to say or show.
    basis : str
        'as reported' where its wording or formula is known, 'reconstruction' where ours is built from summaries; empty
        for figures and tables, which are computed anew where `target` can be.
    claims : tuple of str
        The claims that state it, the principal one first; claims that speak of it besides are found by their source.
    unknown : str
        What could not be settled without the full text.
    target : str
        What `modgap reproduce` calls it, for figures and tables.
    command : str
        What carries it out, for the algorithm.
    """

    name: str
    says: str
    basis: str = ""
    claims: tuple[str, ...] = ()
    unknown: str = ""
    target: str = ""
    command: str = ""


ITEMS = (
    Item(
        name="Definition 1",
        says="The multimodal contrastive loss: the mean over pairs of the cross-entropies of both directions.",
        basis="as reported",
        claims=("thm.1.one_pair", "mcl.limit", "mcl.limit.square"),
        unknown="Whether the paper's normalisation has other conventions than the sum of the two directions.",
    ),
    Item(
        name="Definition 2",
        says="The modality gap: the angle between the centres of the two modalities.",
        basis="as reported",
        claims=("cor.1", "subspace.angles"),
        unknown="What the paper says where a mean vanishes and there is no centre, as at the optimum of Theorem 1.",
    ),
    Item(
        name="Theorem 1",
        says="Without a constraint the loss less 2 log N is bounded below in the limit of many pairs; equality "
        "holds for aligned pairs with uniform marginals alone.",
        basis="as reported",
        claims=(
            "thm.1",
            "thm.1.finite",
            "thm.1.bound",
            "thm.1.equality.keys",
            "thm.1.equality.pairs",
            "thm.1.attained",
        ),
        unknown="The paper's proof and its exact hypotheses on the laws.",
    ),
    Item(
        name="Corollary 1",
        says="So the gap closes and the concentrations vanish.",
        basis="reconstruction",
        claims=("cor.1", "cor.1.concentration"),
        unknown="In what sense the gap is said to close where the centres are undefined.",
    ),
    Item(
        name="Theorem 2",
        says="Under the cone constraint the gap converges to zero, whatever the concentrations.",
        basis="as reported",
        claims=("thm.2", "thm.2.population", "thm.2.trap"),
        unknown="Whether the paper speaks of the pair at the centres only, as its formula is reported, or of all "
        "pairs.",
    ),
    Item(
        name="Theorem 3",
        says="Under the subspace constraint the gap converges to the smallest angle between the two hyperplanes "
        "and cannot go below it; equality holds for centres orthogonal to the intersection with that gap.",
        basis="as reported",
        claims=(
            "thm.3.centre",
            "thm.3.lower_bound",
            "thm.3.centre_perp",
            "thm.3.centre.shared",
            "thm.3.population",
            "thm.3.population.perp",
            "thm.3.population.hot.every",
            "thm.3.population.concentrated.every",
            "thm.3.free.global",
        ),
        unknown="Whether a hypothesis of the paper's that is not reported excludes centres in the intersection. With "
        "the centres' orthogonality as hypothesis the statement is true.",
    ),
    Item(
        name="Theorem 4",
        says="With centres orthogonal to the intersection and intra-modal isometry, the projections of an optimal "
        "pair on the intersection agree.",
        basis="as reported",
        claims=("thm.4", "thm.4.loss", "thm.4.directions"),
        unknown="Over which vectors the paper minimises the loss of a pair.",
    ),
    Item(
        name="Corollary 2",
        says="Such pairs are not perfectly aligned.",
        basis="reconstruction",
        claims=("cor.2", "def.alignment", "cor.2.in_c", "cor.2.poles"),
        unknown="The paper's definition of perfect alignment, and whether it names the exceptions.",
    ),
    Item(
        name="Corollary 3",
        says="Rotating one hyperplane onto the other aligns the pairs.",
        basis="reconstruction",
        claims=("cor.3", "cor.3.loss"),
        unknown="Whether the paper says anything of the loss after rotation.",
    ),
    Item(
        name="Corollary 4",
        says="Projection on the intersection and renormalisation aligns the pairs.",
        basis="reconstruction",
        claims=("cor.4", "cor.4.poles"),
        unknown="Whether the paper asks for isometry here; it is not needed.",
    ),
    Item(
        name="SSP algorithm",
        says="Shared space projection for data: bases of both modalities from their singular vectors, the "
        "directions that both share, projection and renormalisation.",
        basis="reconstruction",
        claims=("cor.4",),
        unknown="Details of the optional choice of directions by projected variance.",
        command="modgap align IMAGES.npy TEXTS.npy --method ssp --out ALIGNED.npz",
    ),
    Item(
        name="Figure 1",
        says="The optimal representations under the three constraints.",
        claims=("thm.1", "thm.2", "thm.3.population"),
        target="fig1",
    ),
    Item(
        name="Figure 2",
        says="Evidence on MSCOCO for the gap and for dimension collapse: cosines, a planar embedding, singular values, "
        "principal angles.",
        unknown="The exact data and settings.",
        target="fig2",
    ),
    Item(
        name="Figure 3",
        says="Pairs under the subspace constraint, rotation of a hyperplane, and shared space projection.",
        claims=("thm.4", "cor.2", "cor.3", "cor.4"),
        target="fig3",
    ),
    Item(
        name="Figure 4",
        says="Embeddings of MSCOCO after shared space projection.",
        unknown="The exact data and settings.",
        target="fig4",
    ),
    Item(
        name="Figure 5",
        says="What translation by the difference of the means does to the pairs.",
        claims=("translation", "translation.breaks", "translation.kept"),
        target="fig5",
    ),
    Item(
        name="Table 1",
        says="Zero-shot classification with CLIP ViT-B/32: gap and recalls for each way to reduce the gap.",
        unknown="The exact prompts and preprocessing.",
        target="table1",
    ),
    Item(
        name="Table 2",
        says="The same with CLIP ViT-L/14.",
        unknown="The exact prompts and preprocessing.",
        target="table2",
    ),
    Item(
        name="Table 3",
        says="Retrieval on MSCOCO with CLIP ViT-L/14.",
        unknown="The exact split and captions.",
        target="table3",
    ),
)

#: What of the paper nobody here has seen.
UNSEEN = (
    "The paper is said to have 31 theorems and lemmas with 427 equations, most of them in its appendix. Their "
    "text was not at hand, so that only the items of this list can be covered, and no claim here speaks for the "
    "paper's own proofs."
)

#: How ids begin that are named after an item.
_IDS = re.compile(r"(thm|cor)\.(\d+)(?:\.|$)")
_KINDS = {"thm": "Theorem", "cor": "Corollary"}
_NAMED = re.compile(r"\b(Definition|Theorem|Corollary|[Ff]igure|[Tt]able) (\d+)")


def mentions(claim: Claim) -> set[str]:
    """Return the names of the paper's items that a claim speaks of, by its source or by its id.

    Raises
    ------
    ValueError
        If one of them is not on the paper's list.
    """
    named = {f"{kind.capitalize()} {number}" for kind, number in _NAMED.findall(claim.source)}
    if own := _IDS.match(claim.id):
        named.add(f"{_KINDS[own[1]]} {own[2]}")
    strays = named - {item.name for item in ITEMS}
    if strays:
        raise ValueError(f"{claim.id} speaks of {', '.join(sorted(strays))}, expected items of the paper's list")
    return named


def speaking_of(item: Item, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims on an item: those that it names, in its order, then those that speak of it besides."""
    by_id = {claim.id: claim for claim in claims}
    named = [by_id[name] for name in item.claims if name in by_id]
    return named + [c for c in by_id.values() if c not in named and item.name in mentions(c)]
