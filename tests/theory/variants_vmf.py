"""False variants of the claims on the sphere, on log M_h, on the von Mises–Fisher law and on hyperplanes.

Each is the claim with another statement or another domain. It certainly fails at the point that is given or drawn, and
the claim's own derivation must not show it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy as sp
from sympy import Basic, Eq, Expr, Rational, Symbol

from modgap.theory.kernel.claims import Claim
from modgap.theory.language.domain import Domain
from modgap.theory.language.printing import parts
from modgap.theory.language.symbols import Dot, IvRatio, Norm, SphereMGF
from modgap.theory.sphere import bounds as vmf_bounds
from modgap.theory.sphere import generating as sphere_mgf
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.sphere import vmf
from modgap.theory.subspace import angles as subspace
from tests.theory.variants import MILLI, TURNED, Variant


def _sides(part: Basic, left: Callable[[Expr], Expr], right: Callable[[Expr], Expr]) -> Basic:
    return part.func(left(part.args[0]), right(part.args[1]), evaluate=False)


def _same(side: Expr) -> Expr:
    return side


#: What is done to one relation of a statement.
CHANGES: dict[str, Callable[[Basic], Basic]] = {
    "right side · 1.001": lambda p: _sides(p, _same, lambda s: s * (1 + MILLI)),
    "right side · 0.999": lambda p: _sides(p, _same, lambda s: s * (1 - MILLI)),
    "right side + 0.001": lambda p: _sides(p, _same, lambda s: s + MILLI),
    "right side − 0.001": lambda p: _sides(p, _same, lambda s: s - MILLI),
    "left side · (−1)": lambda p: _sides(p, lambda s: -s, _same),
    "dimension + 1 on the right": lambda p: _sides(p, _same, _next_dimension),
    "order + ½ on the right": lambda p: _sides(p, _same, _next_order),
    "relation turned around": lambda p: TURNED[type(p)](*p.args, evaluate=False) if type(p) in TURNED else p,
}


def _dimension(expr: Basic) -> list[Symbol]:
    return [s for s in expr.free_symbols if s.name == "h"]


def _next_dimension(side: Expr) -> Expr:
    return side.subs({s: s + 1 for s in _dimension(side)})


def _next_order(side: Expr) -> Expr:
    ratios = {a: IvRatio(a.args[0] + Rational(1, 2), a.args[1]) for a in side.atoms(IvRatio)}
    functions = {f: f.func(f.args[0] + Rational(1, 2), f.args[1]) for f in side.atoms(sp.besseli)}
    return side.xreplace({**ratios, **functions})


def changed(claim: Claim) -> list[Variant]:
    """Return the claim with one relation of its statement changed in each of the ways that change it."""
    found = []
    for part in parts(claim.statement):
        others = [p for p in parts(claim.statement) if p != part]
        for name, change in CHANGES.items():
            variant = change(part)
            if variant == part or not isinstance(variant, sp.core.relational.Relational):
                continue
            statement = sp.And(*others, variant, evaluate=False) if others else variant
            found.append(Variant(f"{name}: {part}"[:90], replace(claim, statement=statement)))
    return found


def _with(claim: Claim, name: str, *hypotheses: object, statement: Basic | None = None) -> Variant:
    """Return the claim on another domain."""
    domain = Domain(*hypotheses, reach=claim.domain.reach)
    return Variant(name, replace(claim, domain=domain, statement=statement or claim.statement))


def _eq(left: Expr, right: Expr) -> Basic:
    return Eq(left, right, evaluate=False)


def _stated(claim: Claim, name: str, statement: Basic) -> Variant:
    return Variant(name, replace(claim, statement=statement))


H, Z, KAPPA, C, E, V, T = vmf.h, vmf.z, vmf.kappa, vmf.c, vmf_moments.e, vmf.v, vmf.t
A = vmf_moments.A

OWN: dict[str, list[Variant]] = {
    "sphere.mgf.gaussian": [
        _stated(vmf.gaussian, "variance 1/(h+1)", sp.Le(vmf.gaussian.statement.lhs, Z**2 / (2 * H + 2), evaluate=False))
    ],
    "vmf.mean": [
        _stated(vmf_moments.mean, "without the centre", _eq(vmf_moments.mean.statement.lhs, A)),
        _stated(vmf_moments.mean, "for A the whole", _eq(vmf_moments.mean.statement.lhs, Dot(C, E))),
    ],
    "vmf.second_moment": [
        _stated(
            vmf_moments.second,
            "as if e were orthogonal to c",
            _eq(vmf_moments.second.statement.lhs, A / KAPPA * Dot(E, E)),
        ),
        _stated(
            vmf_moments.second,
            "the variance in place of the moment",
            _eq(vmf_moments.second.statement.lhs, vmf_moments.second.statement.rhs - A**2 * Dot(C, E) ** 2),
        ),
    ],
    "vmf.kl": [
        _stated(vmf_moments.kl, "half of it", _eq(vmf_moments.kl.statement.lhs, vmf_moments.kl.statement.rhs / 2))
    ],
    "vmf.entropy": [
        _stated(
            vmf_moments.entropy,
            "without −κA",
            _eq(vmf_moments.entropy.statement.lhs, vmf_moments.entropy.statement.rhs + KAPPA * A),
        )
    ],
    "vmf.mgf": [
        _stated(
            vmf.vmf_mgf,
            "|κc| + |t| for |κc + t|",
            _eq(vmf.vmf_mgf.statement.lhs, vmf.vmf_mgf.statement.rhs.subs(Norm(KAPPA * C + T), KAPPA + Norm(T))),
        )
    ],
    "sphere.mgf.convex": [
        _with(sphere_mgf.convex, "every h > 0", sphere_mgf.h, Z),
    ],
    "sphere.mgf.decreasing_in_dimension": [
        _with(sphere_mgf.decreasing_in_dimension, "h < g", sphere_mgf.g, sphere_mgf.h, Z, sphere_mgf.h < sphere_mgf.g),
        _with(sphere_mgf.decreasing_in_dimension, "any two dimensions", sphere_mgf.g, sphere_mgf.h, Z),
    ],
    "sphere.mgf.convex_in_dimension": [
        _stated(
            sphere_mgf.convex_in_dimension,
            "the dimension below the middle",
            sp.Le(
                2 * sp.log(SphereMGF((sphere_mgf.g + sphere_mgf.h) / 4, Z)),
                sphere_mgf.convex_in_dimension.statement.rhs,
                evaluate=False,
            ),
        ),
    ],
    "subspace.angles": [
        _stated(
            subspace.angles,
            "cos φ for every angle",
            sp.And(_eq(subspace.PRINCIPAL_ANGLES.lhs, sp.cos(subspace.phi)), subspace.CENTRE_ANGLE, evaluate=False),
        ),
        _stated(
            subspace.angles,
            "sin φ across",
            sp.And(
                subspace.PRINCIPAL_ANGLES,
                _eq(subspace.CENTRE_ANGLE.lhs, sp.sin(subspace.phi) ** 2),
                evaluate=False,
            ),
        ),
        _stated(
            subspace.angles,
            "one angle 0 fewer",
            sp.And(
                _eq(
                    subspace.PRINCIPAL_ANGLES.lhs,
                    sp.Piecewise((1, sp.Le(subspace.k, subspace.h - 3)), (sp.cos(subspace.phi), True)),
                ),
                subspace.CENTRE_ANGLE,
                evaluate=False,
            ),
        ),
    ],
}

CLAIMS = [
    claim
    for chapter in (vmf, sphere_mgf, vmf_bounds, vmf_moments, subspace)
    for claim in chapter.CLAIMS
    if claim.id != "vmf.infinitely_divisible"
]


def variants(claim: Claim) -> list[Variant]:
    """Return the variants of a claim, those made for it first."""
    return [*OWN.get(claim.id, []), *changed(claim)]
