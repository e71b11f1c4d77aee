"""Exact mathematics: the claims, the rules that judge them, and the ledger. Nothing here decides by floating point.

``theory.ledger()`` maps ids to claims; ``theory.claim("thm.1.finite")`` is one of them.
May use: SymPy, python-flint, z3, cvc5. It imports neither of the other packages.
"""

from modgap.extras import require

require("modgap.theory", "sympy", "mpmath", "flint", "z3", "cvc5")

# First of all, as it digests the source that the next import runs.
from modgap.theory.verification import source

# isort: split
from modgap.theory.book import Ledger, claim, ledger

__all__ = ["Ledger", "claim", "ledger", "source"]
