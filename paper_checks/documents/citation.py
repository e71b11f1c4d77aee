"""BibTeX for a claim, and for the paper that it is about."""

from __future__ import annotations

from importlib.metadata import version

from modgap.paper_checks.documents import tex
from modgap.theory.kernel.claims import Claim
from modgap.theory.verification.record import digest, recorded, recorded_standing

__all__ = ["bibtex"]

_BIBTEX = """\
@misc{{modgap-{key},
  author       = {{{{The modgap authors}}}},
  title        = {{{{{title}}}}},
  howpublished = {{modgap, a formal-math verification suite for the theory of the modality gap}},
  year         = {{2026}},
  version      = {{{version}}},
  note         = {{{note}}},
}}
@misc{{yi2025decipher,
  author        = {{Yi, Lingjie and Douady, Raphael and Chen, Chao}},
  title         = {{{{Decipher the Modality Gap in Multimodal Contrastive Learning:
                   From Convergent Representations to Pairwise Alignment}}}},
  year          = {{2025}},
  eprint        = {{2510.03268}},
  archivePrefix = {{arXiv}},
  url           = {{https://arxiv.org/abs/2510.03268}},
}}"""


def bibtex(claim: Claim) -> str:
    """Return BibTeX for a claim, with its recorded status and the digests of its statement and of the ledger.

    The version stands in the note too, as the standard styles print no field `version`.
    """
    number = version("modgap")
    note = [
        f"Claim {claim.id}, version {number}",
        f"status {recorded_standing(claim.id)}",
        *([f"superseded by {claim.superseded_by}"] if claim.superseded_by else []),
        f"statement {claim.statement_digest}",
        f"ledger {digest(recorded())}",
    ]
    return _BIBTEX.format(
        key=claim.id.replace(".", "-"), title=tex.prose(claim.title), version=number, note=tex.text(", ".join(note))
    )
