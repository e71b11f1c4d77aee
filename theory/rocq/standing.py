"""Which kernel stands behind a claim: as recorded of the very sources that are there, and of the very statement."""

from __future__ import annotations

from functools import cache

from modgap.theory.kernel.claims import Claim
from modgap.theory.rocq import check

__all__ = ["KERNELS", "kernel"]

#: What each kernel's word is worth, for readers.
KERNELS = {
    "rocq": "kernel-checked: Rocq proves (or refutes) this very statement from definitions, without an axiom of ours",
    "python": "checked by this project's own kernel alone",
}


def kernel(claim: Claim) -> str:
    """Return which kernel stands behind a claim.

    `"rocq"` where `theory/rocq.lock` says that Rocq checked this very statement, and the sources of the proofs are
    those that were compiled then; an installed package has no such sources. `"python"` everywhere else.

    Examples
    --------
    >>> from modgap.theory import claim
    >>> kernel(claim("thm.1"))
    'python'
    """
    recorded = _recorded().get(claim.id)
    return "rocq" if recorded is not None and recorded == claim.statement_digest else "python"


@cache
def _recorded() -> dict[str, str]:
    """Return what counts of the record; read once, as a list asks of every claim."""
    return check.recorded(check.SOURCES, check.RECORD)
