"""Exact mathematics: the claims, the rules that judge them, and the ledger. Nothing here decides by floating point.

``theory.ledger()`` maps ids to claims; ``theory.claim("thm.1.finite")`` is one of them.
"""

# First of all, as it digests the source that the next import runs.
from modgap.theory.verification import source

# isort: split
from modgap.theory.book import Ledger, claim, ledger

__all__ = ["Ledger", "claim", "ledger", "source"]
