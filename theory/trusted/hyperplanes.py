"""Theorems on the great sphere S^{h−1} ∩ n^⊥ of a hyperplane that the alignment chapter cites, each with its proof.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list.
"""

from __future__ import annotations

import sympy as sp
from sympy import Eq, Expr

from modgap.theory.engines import signs
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import by_hand
from modgap.theory.language.domain import Domain
from modgap.theory.language.hyperplanes import HyperplaneIntegral, Projection
from modgap.theory.language.symbols import U1, Dot, Norm, sphere_mean, unfold
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.means import vector_of


@rule
def great_sphere(dim: Expr, vector: Expr, unit: Fact) -> Fact:
    """From |n| = 1: ∫ e^{v·x} dx over S^{h−1} ∩ n^⊥ is |S^{h−2}| E_{u∼σ(S^{h−2})} e^{|Pv| u_1}, Pv = v − (v·n)n, h ≥ 3.

    Proof. For x orthogonal to n, v·x = Pv·x. An isometry of n^⊥ with R^{h−1} takes the great sphere with its measure to
    S^{h−2}, and Pv to a vector of the same length; the measure of S^{h−2}, of total 2π^{(h−1)/2}/Γ((h−1)/2), is
    rotation invariant (DLMF 5.19.4). ∎
    """
    normal, domain = _normal_of(dim, vector, unit)
    area = 2 * sp.pi ** ((dim - 1) / 2) / sp.gamma((dim - 1) / 2)
    mean = sphere_mean(dim - 1, sp.exp(Norm(Projection(vector, normal)) * U1))
    statement = Eq(HyperplaneIntegral(dim, vector, normal), area * mean, evaluate=False)
    return by_hand("a great sphere is isometric to a sphere of one dimension less", statement, domain, (unit,))


def _normal_of(dim: Expr, vector: Expr, unit: Fact) -> tuple[Expr, Domain]:
    """Return n and the domain of a fact n·n = 1, after checking dimension and vectors."""
    length, one = unit.statement.args
    if not isinstance(unit.statement, Eq) or one != 1 or not isinstance(length, Dot) or len(set(length.args)) != 1:
        raise Undecided(f"{unit.statement} does not say that a vector has length 1")
    if not dim.is_integer:
        raise Undecided(f"the dimension {dim} is not known to be an integer")
    signs.show_nonnegative(dim - 3, unit.domain)
    normal = length.args[0]
    for value in (vector, normal):
        vector_of(unfold(value), dim, unit.domain)
    return normal, unit.domain
