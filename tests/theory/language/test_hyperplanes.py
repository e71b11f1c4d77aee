"""Vectors declared orthogonal to others, and the symbols of two hyperplanes."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from sympy import Eq, IndexedBase, Lambda, Symbol

from modgap.theory.alignment import pairs as alignment
from modgap.theory.alignment.pairs import E_A, E_B, HYPERPLANES, IN_C, N_A, N_B, P_C, REACH, a, h, in_A, in_B, p, q, rho
from modgap.theory.balls import enclosure
from modgap.theory.balls.evaluator import Evaluator
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.evidence.draws import SeededChooser, draw_point
from modgap.theory.evidence.sampling import find_point
from modgap.theory.kernel.compose import specialise
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import (
    Domain,
    Vectors,
    free_vector,
    orthonormal_frame,
    unit_vector,
    unit_vectors,
    vector_across,
    vectors_across,
)
from modgap.theory.language.hyperplanes import HyperplaneIntegral, HyperplaneMGF, LossOfPairs, PlaneRotation, Projection
from modgap.theory.language.latex import hypotheses, latex
from modgap.theory.language.printing import plain
from modgap.theory.language.symbols import Dot, MCLLoss, Norm, SphereIntegral, VonMisesFisherMGF
from modgap.theory.outcome import Outcome, Undecided, Unproved
from modgap.theory.sphere import vmf
from modgap.theory.trusted.analysis import first_moment

i = Symbol("i", integer=True)
N = Symbol("N", integer=True, positive=True)
beta = Symbol("beta", positive=True)
u, v, w = sp.symbols("u v w")
x, y, frame = IndexedBase("x"), IndexedBase("y"), IndexedBase("f")
SPACE = Domain(*HYPERPLANES, *IN_C, free_vector(w, h), *alignment.leaning(a), reach=REACH)


def eq(left, right):
    return Eq(left, right, evaluate=False)


# --- declarations ----------------------------------------------------------------------------------------------------


def test_hypotheses_say_what_a_vector_is_orthogonal_to():
    domain = Domain(h, N, unit_vector(u, h), vector_across(v, h, u), vectors_across(x, N, h, u, v))
    assert domain.hypotheses()[4:] == [
        "u a unit vector in R^(h)",
        "v a unit vector in R^(h) orthogonal to u",
        "x_1, ..., x_N unit vectors in R^(h) orthogonal to u, v",
    ]
    assert hypotheses(domain)[-1] == r"x_1,\dots,x_{N}\in S^{h - 1}\cap\{u,v\}^{\perp}"


@pytest.mark.parametrize(
    "vectors",
    [
        [vector_across(v, h, u)],
        [vector_across(v, h, u), unit_vector(u, h)],
        [vector_across(v, h, v)],
        [unit_vector(u, h + 1), vector_across(v, h, u)],
        [unit_vector(u, h), vector_across(v, h)],
        [unit_vector(u, h), vector_across(v, h, 2 * u)],
        [unit_vector(u, h), Vectors(v, h, None, "unit", (u,))],
        [unit_vector(u, h), Vectors(v, h, None, "free", (u,))],
        [orthonormal_frame(frame, h), vector_across(v, h, frame)],
        [orthonormal_frame(frame, h), vector_across(v, h, frame[i])],
    ],
    ids=["undeclared", "later", "itself", "other space", "none", "multiple", "unit", "free", "family", "index"],
)
def test_normals_are_vectors_declared_before(vectors):
    with pytest.raises(ValueError, match=r"declared|declares"):
        Domain(h, *vectors)


def test_hypothesis_is_not_dropped():
    strong, weak = Domain(h, unit_vector(u, h), vector_across(v, h, u)), Domain(h, unit_vector(u, h), unit_vector(v, h))
    assert not strong.within(weak)
    fact = identity(eq(Dot(u + v, u + v), 2), strong, InnerProducts())
    with pytest.raises(Undecided, match="not shown to be a vector"):
        specialise(fact, {}, weak)
    with pytest.raises(Undecided, match="not shown to be a vector"):
        specialise(fact, {v: u}, strong)
    with pytest.raises(ValueError, match="no vector of"):
        strong.without(u)


def test_orthogonality_follows_a_renamed_normal():
    fact = identity(eq(Dot(u + v, u + v), 2), Domain(h, unit_vector(u, h), vector_across(v, h, u)), InnerProducts())
    renamed = Domain(h, unit_vector(w, h), vector_across(v, h, w))
    assert specialise(fact, {u: w}, renamed).statement == eq(Dot(w + v, w + v), 2)
    wrong = Domain(h, unit_vector(u, h), unit_vector(w, h), vector_across(v, h, u))
    with pytest.raises(Undecided, match="not shown to be a vector"):
        specialise(fact, {u: w}, wrong)


def test_what_holds_for_every_centre_is_not_said_of_orthogonal_ones_only():
    """A theorem about every unit vector must not take a fact about those across another one."""
    across = Domain(h, h >= 2, vmf.kappa, unit_vector(u, h), vector_across(vmf.c, h, u), reach=vmf.REACH)
    fact = specialise(
        vmf.normaliser.fact,
        {vmf.c: vmf.c},
        across,
        given=[identity(eq(Dot(vmf.c, vmf.c), 1), across, InnerProducts())],
    )
    with pytest.raises(Unproved):
        first_moment(fact, u, across)


@pytest.mark.parametrize(
    ("left", "right"),
    [(Dot(u, v), sp.S.One), (Dot(u + v, v), sp.Integer(2)), (Dot(v, w), sp.S.One), (Dot(v, w), Dot(u, w))],
)
def test_false_products_are_turned_away(left, right):
    domain = Domain(h, h >= 2, unit_vector(u, h), vector_across(v, h, u), free_vector(w, h), reach=REACH)
    with pytest.raises(Unproved):
        identity(eq(left, right), domain, InnerProducts())


# --- balls -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_drawn_vectors_are_orthogonal_and_of_length_one(seed):
    point = find_point(SPACE, seed=seed)
    evaluate = Evaluator(point, SPACE)
    for first, second in ((N_A, E_A), (p, E_A), (p, N_A), (q, N_A), (E_B, N_B), (p, E_B), (p, N_B)):
        assert evaluate(Dot(first, second)).contains(0)
    for vector in (E_A, N_A, p, q, E_B, N_B, in_A(p, a), in_B(q, a)):
        assert evaluate(Dot(vector, vector)).contains(1)
        assert evaluate(Dot(vector, vector)).rad() < 1e-10
    assert evaluate(Dot(E_A, E_B)).overlaps(evaluate(rho))


def test_normals_need_not_be_orthogonal_to_each_other():
    domain = Domain(h, unit_vector(u, h), unit_vector(v, h), vector_across(w, h, u, v))
    evaluate = Evaluator({h: 3, u: [1.0, 0, 0], v: [1.0, 1, 0], w: [3.0, -2, 5]}, domain)
    assert [float(c.mid()) for c in evaluate.vector(w)] == [0, 0, 1]


def test_a_vector_in_the_span_of_its_normals_has_no_direction():
    domain = Domain(h, unit_vector(u, h), vector_across(v, h, u))
    statement = sp.Gt(Dot(v, v), 0, evaluate=False)
    assert enclosure.decide(statement, {h: 2, u: [1.0, 0], v: [2.0, 0]}, domain)[0] is Outcome.UNDECIDED


@pytest.mark.parametrize("dim", [3, 4, 7])
def test_integral_over_a_great_sphere_is_that_of_a_sphere_of_one_dimension_less(dim):
    rng = np.random.default_rng(dim)
    raw = rng.standard_normal(dim)
    normal, flat = np.zeros(dim), np.append(raw[:-1], 0)
    normal[-1] = 2.0
    domain, lower = Domain(h, unit_vector(u, h), free_vector(w, h)), Domain(h, free_vector(w, h))
    whole = enclosure.value(HyperplaneIntegral(h, w, u), {h: dim, u: normal, w: raw}, domain)
    along = enclosure.value(HyperplaneIntegral(h, w, u), {h: dim, u: normal, w: flat}, domain)
    sphere = enclosure.value(SphereIntegral(h, w), {h: dim - 1, w: raw[:-1]}, lower)
    assert whole.overlaps(sphere)
    assert along.overlaps(sphere)
    assert whole.rad() < 1e-10


def test_integral_over_a_great_sphere_by_random_points():
    """An independent look: the mean of e^{v·x} over random points of the great sphere, within five standard errors."""
    rng = np.random.default_rng(5)
    print("seed 5")
    vector, normal = np.array([0.7, -0.4, 0.5, 0.3]), np.array([1.0, 1.0, 0.0, -1.0]) / np.sqrt(3)
    points = rng.standard_normal((200_000, 4))
    points -= np.outer(points @ normal, normal)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    values = np.exp(points @ vector)
    domain = Domain(h, unit_vector(u, h), free_vector(w, h))
    integral = enclosure.value(HyperplaneIntegral(h, w, u), {h: 4, u: normal, w: vector}, domain)
    mean = float(integral.mid()) / (4 * np.pi)
    assert abs(values.mean() - mean) < 5 * values.std() / np.sqrt(len(values))


def test_closed_form_of_the_pair_loss_agrees_with_the_law_on_the_lower_sphere():
    """The mean over vMF on a hyperplane of R^h is that over vMF in R^{h−1}, in coordinates."""
    t = np.array([0.3, -1.1, 0.4])
    domain = Domain(h, beta, unit_vector(u, h), free_vector(w, h))
    lower = enclosure.value(VonMisesFisherMGF(h, beta, u, w), {h: 3, beta: 2, u: [0.0, 0, 1], w: t}, domain)
    raised = Domain(h, beta, unit_vector(u, h), unit_vector(v, h), free_vector(w, h))
    point = {h: 4, beta: 2, u: [0.0, 0, 1, 0], v: [0.0, 0, 0, 1], w: [*t, 0.9]}
    assert enclosure.value(HyperplaneMGF(h, beta, u, w, v), point, raised).overlaps(lower)


def test_loss_of_pairs_is_the_loss():
    domain = Domain(h, N, beta, unit_vectors(x, N, h), unit_vectors(y, N, h))
    point = draw_point(domain, SeededChooser(2))
    ours = enclosure.value(LossOfPairs(Lambda(i, x[i]), Lambda(i, y[i]), beta, N), point, domain)
    assert ours.overlaps(enclosure.value(MCLLoss(x, y, beta, N), point, domain))


def test_rotation_of_a_plane():
    domain = Domain(h, rho, unit_vector(E_A, h), vector_across(N_A, h, E_A), free_vector(w, h))
    point = {h: 3, rho: 0.6, E_A: [1.0, 0, 0], N_A: [0, 1.0, 0], w: [2.0, -1, 5]}
    turned = Evaluator(point, domain).vector(PlaneRotation(w, E_A, N_A, rho))
    np.testing.assert_allclose([float(c.mid()) for c in turned], [0.6 * 2 + 0.8, 0.8 * 2 - 0.6, 5], rtol=1e-15)


# --- printing --------------------------------------------------------------------------------------------------------


def test_symbols_are_printed_by_their_names():
    assert latex(Dot(in_A(p, a), in_B(q, a))) == r"x\left(p,a\right)\cdot y\left(q,a\right)"
    assert plain(Dot(in_A(p, a), E_B)) == "<e_B, x(p, a)>"
    assert latex(Dot(p - q, p - q)) == r"\left|p - q\right|^{2}"
    assert latex(Norm(P_C(w))) == r"\left|P_{\{e_{A},n_{A}\}^{\perp}}\left(w\right)\right|"
    assert plain(Projection(w, N_B)) == "P(w, n_B)"
    assert latex(alignment.pair_loss(in_A(p, a), E_B)) == r"\ell_{\beta}\left(x\left(p,a\right),\,e_{B}\right)"
