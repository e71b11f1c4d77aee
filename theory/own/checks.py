"""`check` and `refute`: one statement on one domain, without a file, an id or a derivation."""

from __future__ import annotations

from sympy import Basic

from modgap.theory.evidence.sampling import tested
from modgap.theory.kernel.asking import EFFORT, Effort
from modgap.theory.kernel.claims import Claim, Verdict
from modgap.theory.kernel.claims import claim as claim_of
from modgap.theory.kernel.compose import both
from modgap.theory.kernel.facts import Fact, Refutation
from modgap.theory.language.domain import Domain
from modgap.theory.language.printing import parts
from modgap.theory.own.draws import SEED, descend, hold

__all__ = ["check", "refute"]


def check(statement: Basic, domain: Domain, *, examples: int = 200, searches: int = 6, seed: int = SEED) -> Verdict:
    """Hold an inequality against drawn points and an adversary; the verdict is `tested`, `refuted` or `open`.

    Parameters
    ----------
    statement : sympy inequality, or conjunction of inequalities
        Not evaluated by SymPy: write it by `theory.own.statements.ge` and its like.
    domain : Domain
        Its hypotheses.
    examples : int
        How many points are drawn that meet them.
    searches : int
        From how many of them the adversary starts, where there are vectors.
    seed : int
        Of the draws.

    Returns
    -------
    Verdict
        With `status`, `evidence`, and `witness` where it is refuted: a certified counterexample. Where it is open,
        `reason` says why; an equation is never `tested`, since balls cannot show that two numbers agree.

    Examples
    --------
    >>> from modgap import theory
    >>> from modgap.theory.own.statements import Domain, ge, positive
    >>> z = positive("z")
    >>> theory.check(ge(z + 1 / z, 2), Domain(z)).status.value
    'tested'
    >>> theory.check(ge(z + 1 / z, 3), Domain(z)).status.value
    'refuted'
    """
    asked = claim_of(
        id="own", title="a statement of one's own", relation="ours", source="own", domain=domain, statement=statement
    )(lambda this: _tested(this, seed))
    token = EFFORT.set(Effort(examples, searches))
    try:
        return asked.verdict
    finally:
        EFFORT.reset(token)


def _tested(this: Claim, seed: int) -> Fact:
    facts = [tested(part, this.domain, seed) for part in parts(this.statement)]
    return facts[0] if len(facts) == 1 else both(*facts, domain=this.domain)


def refute(
    statement: Basic, domain: Domain, *, examples: int = 200, search: bool = True, seed: int = SEED
) -> Refutation | None:
    """Look for a certified counterexample: by draws, then by descent from some of them, and shrink it.

    Parameters
    ----------
    statement : sympy relation, or conjunction of relations
    domain : Domain
        The hypotheses that the counterexample is to satisfy.
    examples : int
        How many points are drawn that meet them.
    search : bool
        Whether to go on by descent where draws find nothing.
    seed : int
        Of the draws.

    Returns
    -------
    Refutation or None
        With `point`, and both sides there in `detail`; None where nothing was found, which shows nothing.

    Examples
    --------
    >>> from modgap import theory
    >>> from modgap.theory.own.statements import Domain, ge, integer
    >>> n = integer("n")
    >>> theory.refute(ge(n**2, 2 * n), Domain(n)).point
    {n: 1}
    """
    return hold(statement, domain, examples, seed, [descend] if search else []).refutation
