"""The kernel e^{β x·y} is positive definite: what is not negative for the laws of any weighted points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import sympy as sp
from sympy import Basic, Expr, Symbol

from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import cite
from modgap.theory.language.domain import Domain, bound_names, free_variables
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.means import AnyLaw, drawn, exists, only_compact, vector_of

#: The theorem, and where it is said of means.
POSITIVE_DEFINITE = (
    "e^{β x·y} is a positive definite kernel (Schoenberg 1942), in the mean too "
    "(Sriperumbudur, Fukumizu and Lanckriet 2011)"
)


@dataclass(frozen=True)
class Family:
    """The members of a declared family with equal masses: an index is drawn from 1, …, count."""

    count: Expr
    index: Symbol

    def __init_subclass__(cls) -> None:
        raise TypeError("families are of one kind: they have no subclasses")

    @property
    def variables(self) -> tuple[Symbol, ...]:
        """The index, as a tuple."""
        return (self.index,)

    def mean(self, of: Expr) -> Expr:
        """Return the mean of an expression in the index."""
        return sp.Sum(of, (self.index, 1, self.count)) / self.count


@dataclass(frozen=True)
class Weighted:
    """Points m with weights a, both functions of what a law draws; the law under a second name for another draw.

    A single vector is a point without a law, of weight 1.
    """

    point: Expr
    weight: Expr = sp.S.One
    law: AnyLaw | Family | None = None
    other: AnyLaw | Family | None = None

    def __init_subclass__(cls) -> None:
        raise TypeError("weighted points are of one kind: they have no subclasses")

    @property
    def names(self) -> tuple[Symbol, ...]:
        """What is averaged over, under both names."""
        return tuple(v for law in (self.law, self.other) if law is not None for v in law.variables)

    def again(self) -> Weighted:
        """Return the same of the other draw."""
        if self.law is None or self.other is None:
            return self
        new = dict(zip(self.law.variables, self.other.variables, strict=True))
        return Weighted(self.point.xreplace(new), self.weight.xreplace(new), self.other)

    def mean(self, of: Expr) -> Expr:
        """Return the mean of an expression in what is drawn."""
        return of if self.law is None else self.law.mean(of)


def score(beta: Expr, first: Weighted, second: Weighted) -> Expr:
    """Return E E' a a' e^{β m·m'}, the first mean outside."""
    inner = first.weight * second.weight * sp.exp(beta * Dot(first.point, second.point))
    return first.mean(second.mean(inner))


@rule
def positive_definite(
    beta: Expr, parts: Sequence[tuple[Expr, Weighted]], dim: Expr, domain: Domain, given: Sequence[Fact] = ()
) -> Fact:
    """Σ_p c_p² E E' a_p a_p' e^{β m_p·m_p'} + 2 Σ_{p<q} c_p c_q E_p E_q' a_p a_q' e^{β m_p·m_q'} ≥ 0 for β ≥ 0.

    It is the double integral of the kernel by a signed measure on a bounded set, in both variables: the sum over p of
    the images under m_p of c_p a_p times the p-th law. Means are those of continuous functions over compact sets.

    Parameters
    ----------
    beta : sympy.Expr
        β.
    parts : sequence of (sympy.Expr, Weighted)
        c_p, a number, and the points m_p with weights a_p of the p-th law.
    dim : sympy.Expr
        The dimension of the space of all points.
    domain : Domain
        What the statement speaks of; it declares none of what is drawn.
    given : sequence of Fact
        What makes points and weights defined; it may speak of what is drawn.
    """
    names = tuple(dict.fromkeys(name for _, part in parts for name in part.names))
    # Names that stand in one term: of two draws from one law, or of one draw from each of two.
    laws = [(p.law.variables, p.other.variables) for _, p in parts if p.law is not None and p.other is not None]
    together = [(*law, *other) for law, other in laws]
    together += [(*law, *other) for (law, _), (_, other) in combinations(laws, 2)]
    if not beta.is_nonnegative or any(len(set(t)) < len(t) for t in together) or set(names) & domain.declared:
        raise Undecided(f"{beta} may be negative, or {names} are not names for different draws")
    if set(names) & free_variables(beta).union(*(free_variables(factor) for factor, _ in parts)):
        raise Undecided(f"a factor, or {beta}, speaks of one of {names}: it is no constant")
    for _, part in parts:
        _show_points(part, names, dim, domain)
    total = sum((factor**2 * score(beta, part, part.again()) for factor, part in parts), sp.S.Zero)
    for count, (factor, part) in enumerate(parts):
        further = parts[count + 1 :]
        total += sum((2 * factor * more * score(beta, part, other.again()) for more, other in further), sp.S.Zero)
    return cite(POSITIVE_DEFINITE, sp.Ge(total, 0, evaluate=False), domain, tuple(given), binds=names)


def _show_points(part: Weighted, names: Sequence[Basic], dim: Expr, domain: Domain) -> None:
    """Check that weighted points are functions of one draw of their law, under two names, and vectors of the space."""
    taken = bound_names(part.point) | bound_names(part.weight)
    own = part.law.variables if part.law is not None else ()
    spoken = free_variables(part.point) | free_variables(part.weight)
    if set(names) & (taken | (spoken - set(own))):
        raise Undecided(f"{part.point} and {part.weight} speak of one of {names} that is not their own draw")
    if part.law is None or part.other is None:
        if part.law is not part.other or part.weight != 1:
            raise Undecided(f"{part} is neither one vector nor drawn from a law under two names")
        vector_of(part.point, dim, domain)
        return
    for law in (part.law, part.other):
        if not isinstance(law, Family):
            only_compact(law)
            exists(law, domain)
    new = dict(zip(own, part.other.variables, strict=True))
    if part.law.mean(sp.S.One).xreplace(new) != part.other.mean(sp.S.One):
        raise Undecided(f"{part.other} is not {part.law} under other names")
    with_draw = domain.further(part.law.index) if isinstance(part.law, Family) else drawn(part.law, domain)
    vector_of(part.point, dim, with_draw)
