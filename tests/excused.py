"""Checks of what is trusted that no test can catch when they are switched off, each with the reason.

`tests.mutants` reads them; `tests/test_mutants.py` holds each to be the name of a check that stands.
"""

from __future__ import annotations

#: Checks that cannot matter, each with the reason.
EXCUSED: dict[str, str] = {
    "theory/kernel/arithmetic.py, Reader.show_defined: self.show_defined(expr.base, left)": (
        "what is read of the base next asks the same of every power in it"
    ),
    "theory/kernel/arithmetic.py, Reader.cleared: self.show_nonzero(base)": (
        "`rational` has shown of each factor that it vanishes nowhere, or replaced a function by what a fact says it is"
    ),
    "theory/engines/definedness.py, show_meaning: not statement.has(GaussianMean)": (
        "without such a mean every side that is not 0 is asked for the same once more, and refused again"
    ),
    "theory/kernel/compose.py, specialise: show_defined(wanted, domain, given)": (
        "the instance as it was written is shown to be defined just before; this asks it of what SymPy makes of it"
    ),
}
