"""What the page of main results says is what the claims say; a changed formula, definition or claim is noticed."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import sympy as sp
import torch
from scipy.integrate import quad

from modgap.numerics.contrastive.loss import mcl_loss
from modgap.paper_checks.site import notation
from modgap.paper_checks.site.restatement import GROUPS, agrees, relations
from modgap.theory import claim, ledger
from modgap.theory.language.latex import latex
from modgap.theory.language.printing import parts
from modgap.theory.language.symbols import Defined, Dot, unfold
from modgap.theory.verification.record import recorded

RESULTS = [result for group in GROUPS for result in group.results]


def by_id(results):
    return pytest.mark.parametrize("result", results, ids=lambda r: r.claim)


@by_id(RESULTS)
def test_the_restatement_is_the_claim(result):
    assert agrees(result)


@by_id(RESULTS)
def test_a_changed_number_is_noticed(result):
    """Each number of a restatement, one after the other, is replaced by another one."""
    for n, relation in enumerate(parts(claim(result.claim).statement)):
        for side in (0, 1):
            changed = [*relation.args]
            changed[side] = 2 * changed[side] + sp.Rational(1, 7)
            others = [*parts(claim(result.claim).statement)]
            others[n] = relation.func(*changed, evaluate=False)
            assert not agrees(result, sp.And(*others, evaluate=False) if len(others) > 1 else others[0])


@by_id([r for r in RESULTS if len(relations(r)) == 1 and not isinstance(relations(r)[0], sp.Eq)])
def test_a_turned_relation_is_noticed(result):
    (relation,) = parts(claim(result.claim).statement)
    weaker = {sp.Gt: sp.Ge, sp.Ge: sp.Gt, sp.Lt: sp.Le, sp.Le: sp.Lt}[type(relation)]
    assert not agrees(result, weaker(*relation.args, evaluate=False))
    assert not agrees(result, relation.func(*reversed(relation.args), evaluate=False))


def test_a_missing_part_is_noticed():
    rotation = next(r for r in RESULTS if r.claim == "cor.3")
    assert not agrees(rotation, sp.And(*parts(claim("cor.3").statement)[:-1], evaluate=False))


def test_another_claim_is_noticed():
    finite = next(r for r in RESULTS if r.claim == "thm.1.finite")
    assert not agrees(finite, claim("thm.1.learnable_temperature").statement)
    assert not agrees(replace(finite, claim="thm.1.trace"))


@pytest.mark.parametrize("kind", notation.DEFINITIONS, ids=lambda k: k.__name__)
def test_a_changed_definition_is_noticed(kind, monkeypatch):
    """A definition that is squared makes at least one restatement disagree; one that does not is not needed."""
    kept = kind.definition
    monkeypatch.setattr(kind, "definition", lambda self: kept(self) ** 2)
    using = [r for r in RESULTS if any(isinstance(f, kind) for f in _all_symbols(r))]
    assert any(not agrees(result) for result in using)


def _all_symbols(result) -> set[Defined]:
    found: set[Defined] = set()
    queue = [*relations(result)]
    while queue:
        new = queue.pop().atoms(Defined) - found
        found |= new
        queue += [f.definition() for f in new]
    return found


def test_every_symbol_is_defined_on_the_page():
    used = {type(symbol) for result in RESULTS for symbol in _all_symbols(result)}
    assert used == set(notation.DEFINITIONS)
    assert {type(symbol) for symbol in notation.GENERIC} | {notation.Length} == used
    assert all(kind.__module__ == notation.__name__ for kind in used)


def test_formulas_bear_no_internal_names():
    internal = {kind.__name__ for c in ledger().values() for kind in map(type, c.statement.atoms(Defined))}
    shown = [latex(relation) for result in RESULTS for relation in relations(result)]
    shown += [latex(symbol) + latex(symbol.definition()) for symbol in notation.GENERIC]
    long = {name for name in internal if len(name) > 4}
    assert not [(name, tex) for name in long for tex in shown if name in tex]
    assert all(symbol.__doc__ for symbol in notation.GENERIC)


def test_the_loss_is_that_of_the_numerics():
    rng = np.random.default_rng(20251003)
    x, y = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in rng.normal(size=(2, 5, 3)))
    loss = notation.L(sp.IndexedBase("x"), sp.IndexedBase("y"), sp.Integer(4), sp.Integer(5)).definition()
    value = loss.doit().replace(Dot, lambda a, b: sp.Float(_vector(a, x, y) @ _vector(b, x, y), 17))
    assert float(value) == pytest.approx(float(mcl_loss(torch.tensor(x), torch.tensor(y), 0.25)), rel=1e-12)


def _vector(indexed, x, y):
    return {"x": x, "y": y}[str(indexed.base)][int(indexed.indices[0]) - 1]


@pytest.mark.parametrize(("dim", "z"), [(2, 0.5), (3, 7.0), (5, 7 / 3), (8, 20.0)])
def test_the_functions_are_the_means_that_the_page_says(dim, z):
    """M is the mean of e^{z u_1} over the sphere, A the mean of u_1 with that weight: by quadrature in the angle."""

    def mean(of):
        return quad(lambda t: of(math.cos(t)) * math.sin(t) ** (dim - 2), 0, math.pi, epsabs=0)[0]

    uniform, tilted = mean(lambda u: 1), mean(lambda u: math.exp(z * u))
    m = unfold(notation.M(sp.Integer(dim), sp.Float(z, 17)))
    assert float(m) == pytest.approx(tilted / uniform, rel=1e-9)
    ratio = unfold(notation.A(sp.Rational(dim, 2) - 1, sp.Float(z, 17)))
    assert float(ratio) == pytest.approx(mean(lambda u: u * math.exp(z * u)) / tilted, rel=1e-9)


def test_every_quotation_is_from_the_abstract():
    """Word for word, so that nothing is put into the authors' mouths."""
    assert all(group.quote in ABSTRACT for group in GROUPS)
    assert all(1 <= len(group.quote.split()) <= 40 for group in GROUPS)


#: What is quoted, from the abstract of arXiv 2510.03268v2: three passages.
ABSTRACT = (
    "we prove that without any constraint or under the cone constraint, the modality gap converges to zero. "
    "Under the subspace constraint (i.e., representations of two modalities fall into two distinct hyperplanes due to "
    "dimension collapse), the modality gap converges to the smallest angle between the two hyperplanes. "
    "[...] our theorems demonstrate that paired samples cannot be perfectly aligned under the subspace constraint. "
    "[...] perfect alignment between two modalities can still be achieved via two ways: hyperplane rotation and shared "
    "space projection."
)


def test_what_the_page_calls_refuted_is_refuted():
    refuted = {r.claim for r in RESULTS if recorded()[r.claim]["status"] == "refuted"}
    assert refuted == {r.claim for r in RESULTS if "refuted" in r.words}
    assert len(refuted) == 3
