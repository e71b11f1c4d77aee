"""False variants of the alignment chapter: each is false at a certified point, and its derivation must turn it away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import sympy as sp
from sympy import Eq, Ge, Gt, Le, Lt, Rational, sqrt

from modgap.theory.alignment import corollaries as co
from modgap.theory.alignment import methods as me
from modgap.theory.alignment import pairs as al
from modgap.theory.alignment.pairs import (
    E_A,
    E_B,
    N_A,
    N_B,
    P_C,
    a,
    b,
    beta,
    h,
    in_A,
    in_B,
    kappa_x,
    kappa_y,
    p,
    q,
    rho,
    square,
)
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain, free_vector, free_vectors, unit_vector, vector_across
from modgap.theory.language.hyperplanes import PlaneRotation, Projection
from modgap.theory.language.symbols import Dot, IvRatio, Norm
from modgap.theory.outcome import Unproved
from modgap.theory.trusted import hyperplanes as trusted_hyperplanes
from tests.theory.variants import TURNED, Variant

SMALL, MORE = Rational(1, 1000), Rational(1001, 1000)


def _eq(left, right):
    return Eq(left, right, evaluate=False)


def _of(claim: Claim, domains: dict[str, Domain] | None = None, **statements) -> Iterator[Variant]:
    for name, statement in statements.items():
        yield Variant(name.replace("_", " "), replace(claim, statement=statement))
    for name, domain in (domains or {}).items():
        yield Variant(name, replace(claim, domain=domain))


def _equation(claim: Claim) -> Iterator[Variant]:
    """What every claim that is one equation is varied by."""
    left, right = claim.statement.args
    yield from _of(
        claim,
        a_thousandth_more=_eq(left, right + SMALL),
        a_thousandth_larger=_eq(left, MORE * right),
        sign_flipped=_eq(left, -right),
    )


def _inequality(claim: Claim) -> Iterator[Variant]:
    """What every inequality is varied by: turned around, and sharper by a thousandth."""
    left, right = claim.statement.args
    sharper = right + SMALL if isinstance(claim.statement, sp.Gt) else right - SMALL
    yield from _of(
        claim,
        turned_around=TURNED[type(claim.statement)](left, right, evaluate=False),
        a_thousandth_sharper=claim.statement.func(left, sharper, evaluate=False),
    )


def _parts(claim: Claim) -> Iterator[Variant]:
    """What every conjunction of equations is varied by: one of them at a time."""
    for place, equation in enumerate(claim.statement.args):
        if not isinstance(equation, Eq):
            continue
        for name, right in (("a thousandth more", equation.rhs + SMALL), ("sign flipped", -equation.rhs)):
            others = [*claim.statement.args]
            others[place] = _eq(equation.lhs, right)
            changed = replace(claim, statement=sp.And(*others, evaluate=False))
            yield Variant(f"{name}, part {place}", changed)


def _weaker(domain: Domain, *without, more=()) -> Domain:
    """Return the domain with some of its parts replaced."""
    kept = [part for part in (*domain.symbols, *domain.vectors, *domain.conditions) if part not in without]
    return Domain(*kept, *more, reach=domain.reach)


# --- Theorem 4 -------------------------------------------------------------------------------------------------------

ROOTS = sqrt(1 - a**2) * sqrt(1 - b**2)
EXCESS = beta * ROOTS * square(p - q)
Q_OFF_C = [
    Domain(*al.HYPERPLANES, al.IN_C[0], unit_vector(q, h), *rest, reach=al.REACH)
    for rest in (
        (beta, kappa_x, kappa_y, *al.leaning(a), *al.leaning(b)),
        (beta, kappa_x, kappa_y, *al.leaning(a)),
    )
]
i, j, x, y = al.i, al.j, al.x, al.y


def _loss(order, first, second, sign_of_lean=1):
    """The closed form with another order, other concentrations, or another sign of ρ a b."""
    terms = (al.logarithm(kappa, cosine) for kappa, cosine in (first, second))
    logs = sum(terms).xreplace({h: order + 1})
    return -2 * beta * (ROOTS * Dot(p, q) + sign_of_lean * rho * a * b) + logs


FREE_PAIRS = Domain(
    *(h, al.N, free_vectors(x, al.N, h), free_vectors(y, al.N, h), *al.PAIRS.symbols[2:], *al.PAIRS.conditions),
    reach=al.PAIRS.reach,
)

THEOREM = [
    *_parts(al.alignment),
    *_of(
        al.alignment,
        {"vectors of any length": FREE_PAIRS},
        no_factor_two=sp.And(_eq(al.BY_DISTANCE.lhs, al.BY_DISTANCE.rhs / 2), al.COINCIDENT, evaluate=False),
        other_pairs_nearer=sp.And(al.BY_DISTANCE, Gt(*al.COINCIDENT.args, evaluate=False), evaluate=False),
    ),
    *_parts(al.coordinates),
    *_of(
        al.coordinates,
        {"w not in A": Domain(*al.HYPERPLANES, unit_vector(al.w, h), free_vector(al.z, h), reach=al.REACH)},
        not_squared=sp.And(al.WHOLE, _eq(al.SHARE.lhs, 1 - Dot(al.w, E_A)), evaluate=False),
        component_left_out=sp.And(_eq(Dot(P_C(al.w), al.z), Dot(al.w, al.z)), al.SHARE, evaluate=False),
    ),
    *_equation(al.directions),
    *_of(
        al.directions,
        {"q not in C": Q_OFF_C[0]},
        twice=_eq(al.directions.statement.lhs, 2 * EXCESS),
        no_length_of_y=_eq(al.directions.statement.lhs, beta * sqrt(1 - a**2) * square(p - q)),
        isometric_form=_eq(al.directions.statement.lhs, beta * square(P_C(al.X) - P_C(al.Y))),
        no_temperature=_eq(al.directions.statement.lhs, EXCESS / beta),
    ),
    *_equation(al.theorem),
    *_of(
        al.theorem,
        {"q not in C": Q_OFF_C[1]},
        whole_distance=_eq(al.theorem.statement.lhs, beta * square(al.X - al.Y_IMS)),
        distance_not_squared=_eq(al.theorem.statement.lhs, beta * Norm(P_C(al.X) - P_C(al.Y_IMS))),
        of_directions=_eq(al.theorem.statement.lhs, beta * square(p - q)),
    ),
    *_equation(al.loss_of_pair),
    *_of(
        al.loss_of_pair,
        concentrations_exchanged=_eq(al.pair_loss(al.X, al.Y), _loss(h - 1, (kappa_x, a), (kappa_y, b))),
        order_of_the_whole_space=_eq(al.pair_loss(al.X, al.Y), _loss(h, (kappa_y, a), (kappa_x, b))),
        lean_subtracted=_eq(al.pair_loss(al.X, al.Y), _loss(h - 1, (kappa_y, a), (kappa_x, b), -1)),
    ),
]

# --- Corollary 2 -----------------------------------------------------------------------------------------------------

SAME_HYPERPLANE = Domain(
    *(h, h >= 3, rho, rho <= 1, unit_vector(E_A, h), vector_across(N_A, h, E_A), al.IN_C[0]),
    *(*al.inside(b), Gt(b**2, 0)),
    reach=al.REACH,
)
SECOND = [
    *_parts(co.projection),
    *_of(
        co.projection,
        {"p not in C": _weaker(co.projection.domain, al.IN_C[0], more=[unit_vector(p, h)])},
        not_foreshortened=sp.And(_eq(co.WHERE.lhs, Dot(in_B(p, b), al.z)), co.LENGTH, evaluate=False),
        sine_not_squared=sp.And(co.WHERE, _eq(co.LENGTH.lhs, 1 - b**2 * (1 - rho)), evaluate=False),
    ),
    *_inequality(co.corollary),
    *_of(
        co.corollary,
        {"p not in C": _weaker(co.corollary.domain, al.IN_C[0], more=[unit_vector(p, h)])},
        nearest_not_normalised=Gt(Dot(co.X, co.PROJECTED), Dot(co.X, co.Y), evaluate=False),
        opposite_point=Gt(Dot(co.X, -co.NEAREST), Dot(co.X, co.Y), evaluate=False),
        as_near_as_itself=Gt(Dot(co.X, co.NEAREST), 1, evaluate=False),
    ),
    *_inequality(co.nearest_point),
    *_of(
        co.nearest_point,
        {"q not in C": _weaker(co.nearest_point.domain, al.IN_C[1], more=[unit_vector(q, h)])},
        partner_is_nearest=Le(Dot(co.X, co.ANY), Dot(co.X, co.Y), evaluate=False),
        farthest=Ge(Dot(co.X, co.ANY), -Dot(co.X, co.NEAREST) + SMALL, evaluate=False),
    ),
    *_of(
        co.in_c,
        {"p not in C": _weaker(co.in_c.domain, al.IN_C[0], more=[free_vector(p, h)])},
        opposite=Le(Dot(p, co.ANY), Dot(p, -p), evaluate=False),
        turned_around=Gt(*co.in_c.statement.args, evaluate=False),
        at_most_three_quarters=Le(Dot(p, co.ANY), Rational(3, 4), evaluate=False),
        in_the_plane_of_the_normals=Le(Dot(p, co.ANY), sqrt(1 - rho**2), evaluate=False),
    ),
    *_inequality(co.poles),
    *_of(
        co.poles,
        {"q not in C": _weaker(co.poles.domain, al.IN_C[1], more=[unit_vector(q, h)])},
        opposite_pole=Le(Dot(co.k * E_A, co.ANY), Dot(co.k * E_A, -co.k * E_B), evaluate=False),
        square_of_the_cosine=Le(Dot(co.k * E_A, co.ANY), rho**2, evaluate=False),
    ),
    *_of(
        co.right_angle,
        a_thousandth_sharper=Le(square(co.RIGHT_ANGLE), -SMALL, evaluate=False),
        not_projected=Le(square(co.k * E_A), 0, evaluate=False),
        at_sixty_degrees=Le(
            square(Projection(co.k * E_A, N_B.xreplace({rho: sp.S.Half, N_A: sp.S.Zero}))), 0, evaluate=False
        ),
        of_another_vector=Le(square(co.RIGHT_ANGLE + E_A), 0, evaluate=False),
    ),
]

# --- the methods -----------------------------------------------------------------------------------------------------


def _turned(vector, cosine=rho):
    return PlaneRotation(vector, E_A, N_A, cosine)


def _conjunction(statement, place, relation):
    return sp.And(*(relation if k == place else r for k, r in enumerate(statement.args)), evaluate=False)


def _where(statement, left):
    (place,) = (k for k, relation in enumerate(statement.args) if relation.lhs == left)
    return place


TO_Y = _where(me.rotation.statement, Dot(me.R(me.X), al.z))
COINCIDE = _where(me.rotation.statement, Dot(me.R(me.X), me.Y))
MOVED = _where(me.TRANSLATION, square(me.MOVED))
SHARE = _where(me.TRANSLATION, square(P_C(me.TRANSLATED)))


def _translation(place, right):
    left = me.TRANSLATION.args[place].lhs
    return me.with_means(_conjunction(me.TRANSLATION, place, _eq(left, right)))


WHOLE_SPACE = IvRatio(h / 2 - 1, me.kappa)
METHODS = [
    *_parts(me.rotation),
    *_of(
        me.rotation,
        {"p not in C": _weaker(me.rotation.domain, al.IN_C[0], more=[unit_vector(p, h)])},
        by_twice_the_angle=_conjunction(
            me.rotation.statement, TO_Y, _eq(Dot(_turned(_turned(me.X)), al.z), Dot(me.Y, al.z))
        ),
        the_other_way=_conjunction(
            me.rotation.statement, TO_Y, _eq(Dot(PlaneRotation(me.X, E_A, -N_A, rho), al.z), Dot(me.Y, al.z))
        ),
        pairs_keep_their_cosine=_conjunction(
            me.rotation.statement, COINCIDE, _eq(Dot(me.R(me.X), me.Y), Dot(me.X, me.Y))
        ),
    ),
    *_parts(me.shared_space),
    *_of(
        me.shared_space,
        {"q not in C": _weaker(me.shared_space.domain, al.IN_C[1], more=[unit_vector(q, h)])},
        not_renormalised=me.equations((Dot(P_C(me.X), P_C(in_B(q, b))), Dot(p, q)), (me.SAME_DIRECTION, sp.S.One)),
        not_projected=me.equations((Dot(me.X, in_B(q, b)), Dot(p, q)), (me.SAME_DIRECTION, sp.S.One)),
        any_pair_coincides=me.equations((me.ANY_PAIR, sp.S.One), (me.SAME_DIRECTION, sp.S.One)),
    ),
    *_parts(me.translation),
    *_of(
        me.translation,
        {"p not in C": _weaker(me.translation.domain, al.IN_C[0], more=[unit_vector(p, h)])},
        lean_the_other_way=_translation(MOVED, 1 + 2 * me.m * (1 - rho) * (me.m + a)),
        any_angle=_translation(MOVED, 1 + 2 * me.m * (me.m - a)),
        length_kept=_translation(SHARE, 1 - a**2),
        mean_of_the_whole_sphere=me.TRANSLATION.xreplace({me.m: WHOLE_SPACE}).func(
            *(
                _eq(left, right.xreplace({me.m: WHOLE_SPACE}) if k == MOVED else me.with_means(right))
                for k, (left, right) in enumerate((me.with_means(r.lhs), r.rhs) for r in me.TRANSLATION.args)
            ),
            evaluate=False,
        ),
    ),
    *_inequality(me.translation_breaks),
    *_of(
        me.translation_breaks,
        {"p not in C": _weaker(me.translation_breaks.domain, al.IN_C[0], more=[unit_vector(p, h)])},
        always_longer=me.with_means(Gt(square(P_C(me.TRANSLATED)), square(P_C(me.Y)), evaluate=False)),
        always_shorter=me.with_means(Lt(square(P_C(me.TRANSLATED)), square(P_C(me.Y)), evaluate=False)),
        by_the_square=me.with_means(
            Gt((square(P_C(me.TRANSLATED)) - square(P_C(me.Y))) * (a - me.m), (a - me.m) ** 2, evaluate=False)
        ),
    ),
    *_equation(me.translation_kept),
    *_of(
        me.translation_kept,
        not_renormalised_and_back=me.with_means(
            _eq(Dot(me.TRANSLATED.xreplace({a: me.m}), al.z), Dot(in_A(p, me.m), al.z))
        ),
        at_half_the_mean=me.with_means(
            _eq(*(side.xreplace({a: me.m / 2}) for side in (Dot(me.TRANSLATED, al.z), Dot(me.Y, al.z))))
        ),
        at_the_centre=me.with_means(
            _eq(Dot(me.TRANSLATED.xreplace({a: sp.S.One}), al.z), Dot(P_C(me.Y.xreplace({a: me.m})), al.z))
        ),
    ),
]

VARIANTS = [*THEOREM, *SECOND, *METHODS]

# --- the theorems on great spheres, given other premises than theirs -------------------------------------------------


@dataclass(frozen=True)
class Step:
    """A cited theorem with wrong premises: the call must raise `Unproved`."""

    of: str
    name: str
    attempt: Callable[[], object]


PLANE = Domain(h, h >= 2, unit_vector(E_A, h), free_vector(al.w, h))
SPACE = Domain(h, h >= 3, unit_vector(E_A, h), free_vector(al.w, h), free_vector(al.z, h + 1))


def _unit(vector, domain):
    return al.by_inner_products(square(vector), sp.S.One, domain)


def _steps() -> Iterator[Step]:
    for theorem in (trusted_hyperplanes.great_sphere,):
        cases = {
            "on a pair of points": lambda t=theorem: t(h, al.w, _unit(E_A, PLANE)),
            "vector of another space": lambda t=theorem: t(h, al.z, _unit(E_A, SPACE)),
            "normal of another dimension": lambda t=theorem: t(h + 1, al.w, _unit(E_A, SPACE)),
            "no vector": lambda t=theorem: t(h, h, _unit(E_A, SPACE)),
            "normal of no known length": lambda t=theorem: t(h, E_A, identity(_eq(square(al.w), square(al.w)), SPACE)),
            "product of two vectors": lambda t=theorem: t(h, E_A, identity(_eq(Dot(al.w, E_A), Dot(al.w, E_A)), SPACE)),
        }
        for name, attempt in cases.items():
            yield Step(theorem.__name__, name, attempt)


STEPS = list(_steps())
REJECTED = Unproved
