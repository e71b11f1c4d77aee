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
    # What is concluded is defined only where these hold, and what makes a fact asks that it is defined.
    **{
        f"theory/trusted/{where}": f"the conclusion is defined only {there}, and is asked to be defined"
        for where, there in {
            "cones.py, odd_part: _positive_symbols(domain, kappa, other, beta)": "for κ, κ' > 0; β may be any",
            "cones.py, coupled_cosine: _sphere(dim, d)": "in the dimensions h ≥ 2 of the premise on the mean",
            "cones.py, coupled_cosine: _positive_symbols(d, kappa)": "for κ > 0",
            "subspaces.py, axis_mean_of_odd: _continuous(left)": "where what is averaged is continuous",
            "vmf_means.py, mean_of_cosine: show_continuous(of)": "where what is averaged is continuous",
            "subspaces.py, axis_mean_of_cosine: _law(dim, kappa, domain)": "for κ > 0, d ≥ 2 and unbound κ, d",
            "subspaces.py, axis_mean_of_square: _law(dim, kappa, domain)": "for κ > 0, d ≥ 2 and unbound κ, d",
            "subspaces.py, coupled_cross: _law(dim, kappa, domain)": "for κ > 0, in the dimensions of the premise",
            "subspaces.py, best_centres: show_defined(loss, domain)": "where the loss is",
            "subspaces.py, best_centres: not is_unit(e, dim, domain)": "for unit vectors e",
        }.items()
    },
    "theory/evidence/sampling.py, module: announce(Balls())": (
        "it is called when the room is imported, before a check can be switched off; without it nobody finds a point"
    ),
}
