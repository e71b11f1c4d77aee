"""Mismatched pairs: statuses, the loss by another quadrature, false variants, and what trusted steps must refuse."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import sympy as sp
from scipy.special import logsumexp

from modgap.theory.balls import enclosure
from modgap.theory.infonce import mismatched
from modgap.theory.infonce.mismatched import (
    BEYOND,
    LEANING,
    LEANING_LOSS,
    NUMBERS,
    STRANGERS,
    UNIFORM,
    beta,
    c,
    epsilon,
    h,
    s,
    u,
)
from modgap.theory.infonce.variants import eta
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, free_vector, unit_vector
from modgap.theory.language.means import G, Law
from modgap.theory.language.symbols import U1, Dot, sphere_mean
from modgap.theory.outcome import Undecided
from modgap.theory.trusted import means as trusted_measure
from tests.theory import sphere_rules as rules
from tests.theory.assumptions import make
from tests.theory.variants import TURNED, Variant, fate
from tests.theory.variants_subspace import changed_statements, dropped_hypotheses, point_of_failure

IDS = {"ids": lambda claim: claim.id}


@pytest.mark.parametrize("claim", mismatched.CLAIMS, **IDS)
def test_proved(claim):
    assert claim.verdict.status is Status.PROVED, claim.verdict.reason


#: That η < 1, and that ε ≤ 1 where only equations are asked: no step needs them, they say that there are such laws.
IDLE = {"thm.1.noise.necessary": {"eta < 1"}, "thm.1.noise.leaning": {"epsilon <= 1"}}


@pytest.mark.slow
@pytest.mark.parametrize("claim", [mismatched.log_cubic, mismatched.necessary], **IDS)
def test_false_variants_die(claim):
    """Turned around, moved, scaled; and without a hypothesis, down to log(1 + t) where it has no value."""
    false = [v for v in changed_statements(claim) if point_of_failure(v, tries=20) is not None]
    dropped = [v for v in dropped_hypotheses(claim) if v.name.removeprefix("without ") not in IDLE.get(claim.id, set())]
    fates = {v.name: v.fate() for v in [*false, *dropped]}
    assert len(fates) >= 3
    assert "survived" not in fates.values()


@pytest.mark.slow
def test_false_variants_of_the_law_die():
    claim = mismatched.leaning_law
    false = [v for v in changed_statements(claim) if point_of_failure(v, tries=4) is not None]
    fates = {v.name: v.fate() for v in false}
    assert len(fates) >= 3
    assert "survived" not in fates.values()


@pytest.mark.parametrize("share", [sp.Rational(1, 2), sp.Rational(99, 100)])
def test_a_smaller_share_is_not_proved(share):
    """With a share of the range's bound the derivation has nothing to offer."""
    claim = mismatched.necessary
    wider = sp.Lt(share * BEYOND.lhs, BEYOND.rhs, evaluate=False)
    domain = Domain(*NUMBERS, eta, eta < 1, wider, reach=claim.domain.reach)
    assert fate(replace(claim, domain=domain)) != "survived"


def test_the_second_order_of_the_logarithm_is_needed():
    """log(1 + t) ≤ t − t² + t³/3 is false, and so is the loss with twice the curvature at a small share."""
    claim = mismatched.log_cubic
    t = mismatched.t
    false = Variant("curvature", replace(claim, statement=sp.Le(sp.log(1 + t), t - t**2 + t**3 / 3, evaluate=False)))
    assert point_of_failure(false) is not None
    assert false.fate() != "survived"
    turned = replace(claim, statement=TURNED[sp.Le](*claim.statement.args, evaluate=False))
    assert fate(turned) != "survived"


# --- against the loss of the law itself ------------------------------------------------------------------------------


def loss(dim, b, tilt, share):
    """Return the loss of pairs x = y of density 1 + ε c·x, a share η drawn anew: sums over a product of two grids."""
    x, uniform = rules.points(dim, 14)
    w = uniform * (1 + tilt * x[:, 0])
    scores = x @ x.T
    matched = -2 * b * ((1 - share) * w.sum() + share * w @ scores @ w)
    return matched + 2 * w @ logsumexp(b * scores, b=w, axis=1)


@pytest.mark.parametrize(("dim", "b", "tilt", "share"), [(2, 3.0, 0.4, 0.6), (3, 4.0, 0.2, 0.5), (3, 1.0, 1.0, 0.9)])
def test_closed_form_is_the_loss_of_the_law(dim, b, tilt, share):
    values = {h: dim, beta: b, epsilon: tilt, eta: share}
    found = float(enclosure.value(LEANING_LOSS, values, Domain(*NUMBERS, eta)).mid())
    assert abs(found - loss(dim, b, tilt, share)) < 1e-9


@pytest.mark.parametrize(("dim", "b"), [(2, 5.0), (3, 4.0)])
def test_the_threshold_is_where_leaning_begins_to_gain(dim, b):
    """A little beyond it a small ε gains, a little below it none does: the second order decides."""
    ratio = rules.ratio(dim, b)
    threshold = dim * ratio * (2 - ratio) / (2 * b)
    gains = [loss(dim, b, 0.02, share) < loss(dim, b, 0.0, share) for share in (0.97 * threshold, 1.03 * threshold)]
    assert gains == [False, True]


# --- the trusted steps ------------------------------------------------------------------------------------------------

ON_C = Domain(*LEANING)
SQUARE = make("cite", sp.Le(UNIFORM.mean(Dot(c, u) ** 2), 1, evaluate=False), ON_C, "planted")


def test_mean_of_square():
    found = trusted_measure.mean_of_square(UNIFORM, 2 * c, ON_C)
    assert found.statement == sp.Eq(UNIFORM.mean(Dot(2 * c, u) ** 2), Dot(2 * c, 2 * c) / h, evaluate=False)
    at = {h: 3, beta: 1.0, epsilon: 0.5, c: np.array([0.6, 0.0, 0.8])}
    x, w = rules.points(3)
    assert abs(w @ (x @ at[c]) ** 2 - 1 / 3) < 1e-12
    on_circle = {**at, h: 2, c: np.array([0.6, 0.8])}
    left, right = (float(enclosure.value(side, on_circle, ON_C).mid()) for side in found.statement.args)
    assert abs(left - right) < 1e-12


def test_mean_of_coordinate():
    found = trusted_measure.mean_of_coordinate(UNIFORM, s**2, s, c, SQUARE)
    assert found.statement == sp.Le(sphere_mean(h, U1**2), 1, evaluate=False)
    assert c not in found.domain.declared
    # The height stands for both coordinates alike, whatever is assumed of its letter.
    assert of_coordinate(of=beta**2, height=beta).statement == found.statement


def planted(statement, domain=ON_C):
    return make("cite", statement, domain, "planted")


def of_coordinate(of=s**2, height=s, axis=c, known=SQUARE, law=UNIFORM):
    return trusted_measure.mean_of_coordinate(law, of, height, axis, known)


ANY_LENGTH = Domain(*NUMBERS, free_vector(c, h))
ASKED = Domain(*LEANING, unit_vector(mismatched.x, h), sp.Ge(Dot(c, mismatched.x), 0, evaluate=False))
REFUSED = {
    "another function": lambda: of_coordinate(of=s**4),
    "an axis of any length": lambda: of_coordinate(known=planted(SQUARE.statement, ANY_LENGTH)),
    "an axis of which something is asked": lambda: of_coordinate(known=planted(SQUARE.statement, ASKED)),
    "a bound that speaks of the axis": lambda: of_coordinate(
        known=planted(sp.Le(UNIFORM.mean(Dot(c, u) ** 2), Dot(c, c), evaluate=False))
    ),
    "strictly": lambda: of_coordinate(known=planted(sp.Lt(UNIFORM.mean(Dot(c, u) ** 2), 1, evaluate=False))),
    "a function that has a jump": lambda: of_coordinate(
        of=sp.sign(s), known=planted(sp.Le(UNIFORM.mean(sp.sign(Dot(c, u))), 1, evaluate=False))
    ),
    "a function that is undefined at an end": lambda: of_coordinate(
        of=sp.log(1 + s), known=planted(sp.Le(UNIFORM.mean(sp.log(1 + Dot(c, u))), 1, evaluate=False))
    ),
    "a Gaussian law": lambda: of_coordinate(law=Law(h, G, beta)),
    "the square under a Gaussian law": lambda: trusted_measure.mean_of_square(Law(h, G, beta), c, ON_C),
    "the square of a number": lambda: trusted_measure.mean_of_square(UNIFORM, beta, ON_C),
    "the square with the vector that is averaged": lambda: trusted_measure.mean_of_square(UNIFORM, u, ON_C),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    with pytest.raises(Undecided):
        REFUSED[name]()


def test_strangers_by_balls():
    at = {h: 2, beta: 1.0, epsilon: 0.5, c: np.array([0.6, 0.8])}
    assert abs(float(enclosure.value(STRANGERS, at, ON_C).mid()) - 0.5**2 / 4) < 1e-12
