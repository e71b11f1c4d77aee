"""Hyperplanes and the angle between them."""

from __future__ import annotations

import sympy as sp
from sympy import IndexedBase, KroneckerDelta, Lambda, Piecewise, Symbol, cos, sin

from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain, orthonormal_frame
from modgap.theory.language.letters import h
from modgap.theory.language.relations import all_of, eq, le
from modgap.theory.language.symbols import Dot, PrincipalCosine
from modgap.theory.trusted import series as trusted
from modgap.theory.under import Under

i, j, k = sp.symbols("i j k", integer=True, positive=True)
a, b = sp.symbols("a b", integer=True)
phi = Symbol("phi", positive=True)
q = IndexedBase("q")

# Any two hyperplanes with dihedral angle φ are, in a suitable orthonormal basis q_1, …, q_h of the space,
# A = span(C, e_A) and B = span(C, e_B) with C = span(q_1, …, q_{h−2}) and these normals of C:
E_A = q[h - 1]
E_B = cos(phi) * q[h - 1] + sin(phi) * q[h]
ANGLE = (phi, le(phi, sp.pi / 2))
HYPERPLANES = (h, h >= 2, *ANGLE, orthonormal_frame(q, h))
REACH = {h: 5}


def basis(index: Symbol, normal: sp.Expr) -> sp.Expr:
    """Return the index-th vector of the orthonormal basis (q_1, …, q_{h−2}, normal) of a hyperplane."""
    return Piecewise((q[index], le(index, h - 2)), (normal, True))


def entry(index: Symbol) -> sp.Expr:
    """Return the cosine of the index-th principal angle: 1 in C, cos φ across."""
    return Piecewise((1, le(index, h - 2)), (cos(phi), True))


PRINCIPAL_ANGLES = eq(PrincipalCosine(k, Lambda(i, basis(i, E_A)), Lambda(j, basis(j, E_B)), h - 1), entry(k))
CENTRE_ANGLE = eq(Dot(a * E_A, b * E_B) ** 2, cos(phi) ** 2)


@claim(
    id="subspace.angles",
    title="Principal angles of two hyperplanes",
    relation="as_reported",
    source="Theorem 3, its geometry",
    domain=Domain(*HYPERPLANES, k, k <= h - 1, a, b, eq(a**2, 1), eq(b**2, 1), reach={**REACH, a: 1, b: 1}),
    statement=all_of(PRINCIPAL_ANGLES, CENTRE_ANGLE),
)
def angles(this: Claim):
    """The principal angles of A and B are 0 (h − 2 times) and φ, and unit centres orthogonal to C differ by φ or π − φ.

    A unit vector of A orthogonal to C is a·e_A with a = ±1, likewise b·e_B in B; the cosine of their angle is ±cos φ.
    """
    indices = Under(*HYPERPLANES, i, i <= h - 1, j, j <= h - 1)
    product = Dot(basis(i, E_A), basis(j, E_B))
    gram = indices.equal(product, KroneckerDelta(i, j) * entry(i), InnerProducts())
    ordered = trusted.cosine_between_zero_and_one(phi, Domain(*ANGLE))
    cosines = trusted.singular_values_of_diagonal(gram, ordered, k, Domain(*HYPERPLANES, k, k <= h - 1))
    centres = identity(CENTRE_ANGLE, this.domain, InnerProducts())
    return both(cosines, centres)


CLAIMS = (angles,)
