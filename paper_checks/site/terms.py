"""The glossary: terms of the field in plain words, statuses and checks, and the symbols in which claims are stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sympy as sp

from modgap.paper_checks.site.evidence import RULES
from modgap.paper_checks.site.words import RELATIONS, STATUSES
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.latex import latex
from modgap.theory.language.symbols import Defined, definitions
from modgap.theory.rocq.standing import KERNELS

__all__ = ["Term", "anchor", "symbols", "symbols_of", "words"]


@dataclass(frozen=True)
class Term:
    """A term with its meaning in words, and as a formula where there is one."""

    group: str
    name: str
    meaning: str
    anchor: str
    tex: str = ""


FIELD = {
    "modality gap": "The angle Δ between the mean directions (centres) of the image and the text embeddings, Δ = "
    "arccos(c_x·c_y) (Definition 2 of the paper). Where a mean vanishes, as at the optimum of Theorem 1, the "
    "gap is undefined.",
    "embedding, pair": (
        "A unit vector of R^h that stands for an image (x_i) or a text (y_i); row i of both is a pair, an image "
        "with its caption."
    ),
    "contrastive loss (MCL loss, InfoNCE)": (
        "The mean over the pairs of the cross-entropies of both directions: how badly a softmax over cosines at "
        "temperature τ picks the partner of x_i among all y, and that of y_i among all x (Definition 1 of the "
        "paper)."
    ),
    "temperature": (
        "τ > 0, by which cosines are divided in the softmax; β = 1/τ is the inverse temperature. CLIP ends its "
        "training at τ = 0.01, β = 100."
    ),
    "query, key": (
        "In one direction of the loss the query is what looks for its partner and the keys are the candidates."
    ),
    "partition function": "The sum (or mean) of e^{β x·y} over all keys y: the denominator of the softmax.",
    "population loss": (
        "The limit of the loss less 2 log N as the number N of independent pairs grows: a function of the law of "
        "the pairs alone (`mcl.limit.almost_sure`)."
    ),
    "coupling": "A law of pairs (x, y). Couplings of two given laws differ in which x goes with which y.",
    "von Mises–Fisher law": (
        "The law on the unit sphere with density proportional to e^{κ c·x}: centre c, concentration κ. At κ = 0 "
        "it is uniform and has no centre."
    ),
    "centre": "The mean direction of a law on the sphere: its mean, divided by the length of the mean.",
    "concentration": "κ ≥ 0, how narrowly a von Mises–Fisher law lies around its centre.",
    "pair of centres (centre pair)": (
        "The one pair (c_x, c_y) that sits at the two centres. Some theorems of the paper are read as statements "
        "on the loss of this one pair; a statement on the population speaks of all pairs."
    ),
    "cone constraint": (
        "Each modality follows a von Mises–Fisher law of given concentration around a centre that is free (Theorem 2)."
    ),
    "subspace constraint": (
        "The embeddings of the two modalities lie in two different hyperplanes A and B through the origin (Theorem 3)."
    ),
    "dimension collapse": "The embeddings of a modality lie in a proper subspace of the embedding space.",
    "intersection C": (
        "C = A ∩ B, of dimension h − 2. e_A and e_B are the unit normals of C within A and B, and e_A·e_B = cos φ."
    ),
    "principal angles": (
        "The angles between two subspaces, from the singular values of the product of orthonormal bases. Two "
        "hyperplanes have the angle 0 (h − 2 times) and φ."
    ),
    "intra-modal isometry (IMS)": (
        "x_i·c_x = y_i·c_y: an image leans towards its centre as far as its text leans towards its own (Theorem 4)."
    ),
    "perfect alignment": (
        "A pair is perfectly aligned if no vector that the other modality may hold is nearer to x_i than y_i is "
        "(`def.alignment`)."
    ),
    "hyperplane rotation": "The rotation of the plane of e_A and e_B by φ, which takes A to B (`cor.3`).",
    "shared space projection (SSP)": (
        "Projection on C and renormalisation (`cor.4`); for data, on the directions that both modalities use."
    ),
    "translation": "Adding the difference of the mean embeddings to one modality, and renormalising (`translation`).",
    "trap": "An interval from the widest gap on in which a smaller gap has a larger loss, so that descent is held at "
    "the widest gap (`thm.2.trap`).",
    "capacity": (
        "The number of pairs from which on the bound of Theorem 1 says more than that a probability is at most 1 "
        "(`thm.1.capacity`)."
    ),
    "softmax trace inequality": (
        "The mean softmax probability of the positive pair is at most e^β/(N M_h(β)) (`thm.1.trace`): what all of"
        " Theorem 1 follows from."
    ),
    "Turán ratio": "(I_ν² − I_{ν−1} I_{ν+1})/I_ν², which measures how far the modified Bessel function is from being "
    "log-linear in its order (`bessel.turan`).",
    "Riccati equation": "A' = 1 − A² − ((2ν+1)/z) A, which the ratio A = I_{ν+1}/I_ν of Bessel functions solves "
    "(`bessel.ratio.riccati`). A function that is on the right side of the equation bounds the ratio.",
    "ball arithmetic": (
        "Numbers with rigorous error bounds: every value is an interval that certainly holds the exact one."
    ),
    "claim": "A statement with hypotheses and a permanent id, under which it is never changed; its status is computed "
    "from the evidence.",
    "trust list": (
        "What a claim and all that it rests on take as given: theorems of analysis, definitions, and the programs"
        " that check."
    ),
    "digest of the ledger": (
        "A SHA-256 of all statements, statuses and kinds of evidence: two ledgers with one digest claim the same."
    ),
}


def anchor(text: str) -> str:
    """Return a fragment made of the letters of a term."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("á", "a").replace("–", "-")).strip("-")


def words() -> list[Term]:
    """Return the terms of the field, the statuses, the relations to the paper, and the checks."""
    found = [Term("Terms", name, text, anchor(name)) for name, text in FIELD.items()]
    found += [Term("Statuses, strongest first", name, text, f"status-{name}") for name, text in STATUSES.items()]
    found += [Term("Kernels", name, text, f"kernel-{name}") for name, text in KERNELS.items()]
    found += [
        Term("How a claim stands to the paper", name, text, f"relation-{anchor(name)}")
        for name, text in RELATIONS.items()
    ]
    return found + [Term("What checks a step", name, text, f"rule-{name}") for name, text in RULES.items()]


def symbols_of(claim: Claim) -> list[dict[str, str]]:
    """Return the symbols that a statement and its hypotheses speak of, with what their definitions say."""
    meanings: dict[str, dict[str, str]] = {}
    for symbol, meaning in definitions(claim.spoken):
        shown = {"tex": f"{latex(symbol)} = {latex(meaning)}", "symbol": latex(symbol)}
        kept = meanings.setdefault(type(symbol).__name__, {**shown, **_about(type(symbol))})
        if len(shown["tex"]) < len(kept["tex"]):
            kept |= shown
    spoken = [claim.spoken, *(meaning for _, meaning in definitions(claim.spoken))]
    for kind in sorted({type(f) for part in spoken for f in part.atoms(sp.Function)}, key=lambda kind: kind.__name__):
        if kind.__module__.startswith("theory.") and not issubclass(kind, Defined):
            meanings.setdefault(kind.__name__, {"tex": "", "symbol": "", **_about(kind)})
    return list(meanings.values())


def _about(kind: type) -> dict[str, str]:
    text = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    return {"name": kind.__name__, "about": text}


def symbols(entries: Iterable[dict[str, Any]]) -> list[Term]:
    """Return every symbol of the claims once, by its shortest formula, in the order in which they are met."""
    best: dict[str, dict[str, str]] = {}
    for entry in entries:
        for symbol in entry["symbols"]:
            kept = best.setdefault(symbol["name"], symbol)
            if symbol["tex"] and (not kept["tex"] or len(symbol["tex"]) < len(kept["tex"])):
                best[symbol["name"]] = symbol
    return [
        Term("Symbols", name, symbol["about"], f"symbol-{name.lower()}", symbol["tex"]) for name, symbol in best.items()
    ]
