"""Exact mathematics: the claims, the rules that judge them, and the ledger. Nothing here decides by floating point.

``theory.ledger()`` maps ids to claims; ``theory.claim("thm.1.finite")`` is one of them.
``theory.check``, ``theory.refute`` and ``theory.strategies`` take a statement of one's own and its hypotheses.
May use: SymPy, python-flint, z3, cvc5. It imports neither of the other packages.
"""

from modgap.extras import require

require("modgap.theory", "sympy", "mpmath", "flint", "z3", "cvc5")

from typing import Any

# First of all, as it digests the source that the next import runs.
from modgap.theory.verification import source

# isort: split
# It announces itself to the kernel, which asks it for points.
import modgap.theory.evidence.sampling  # noqa: F401
from modgap.theory.book import Ledger, claim, ledger

__all__ = ["Ledger", "check", "claim", "ledger", "refute", "source", "strategies"]


def __getattr__(name: str) -> Any:
    """Import what draws points when it is first asked for: Hypothesis takes its time."""
    if name in ("check", "refute"):
        from modgap.theory.own import checks

        return getattr(checks, name)
    if name == "strategies":
        from modgap.theory.own.strategies import strategies

        return strategies
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
