"""Exact mathematics: the claims, the rules that judge them, and the ledger. Nothing here decides by floating point.

``theory.ledger()`` maps ids to claims; ``theory.claim("thm.1.finite")`` is one of them.
"""

from theory.book import Ledger, claim, ledger

__all__ = ["Ledger", "claim", "ledger"]
