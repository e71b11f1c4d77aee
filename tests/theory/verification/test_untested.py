"""Facts that no drawn point could test are listed by name, and the list is that of today's derivations."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import sympy as sp
from sympy import Eq, Ge, Gt, Le, Lt

from modgap.paper_checks.documents.untested import PATH, document, listed, rows, rows_in
from modgap.theory import ledger
from modgap.theory.language.couplings import P, two_pairs
from modgap.theory.language.domain import Domain, coupling
from modgap.theory.language.letters import h
from modgap.theory.language.symbols import Dot
from modgap.theory.outcome import Refuted
from modgap.theory.verification.untested import why_untested
from tests.theory.assumptions import make

x, y = sp.symbols("x y", real=True)
PAGE = PATH.read_text(encoding="utf-8")


def assumed(statement, domain, **about):
    return make("assumed", statement, domain, "assumed", detail={}, **about)


def test_what_a_point_tests_is_not_listed():
    assert why_untested(assumed(Ge(x**2, 0, evaluate=False), Domain(x))) == ""


def test_a_false_fact_is_refuted():
    with pytest.raises(Refuted, match="is false at"):
        why_untested(assumed(Gt(x, 1000, evaluate=False), Domain(x)))


def test_hypotheses_that_no_draw_meets_are_named():
    domain = Domain(x, y, Eq(x**2, y**2 + 2, evaluate=False), Le(x, 5, evaluate=False))
    why = why_untested(assumed(Ge(x**2, 2, evaluate=False), domain))
    assert why == "no point was drawn that meets x**2 = y**2 + 2"


@pytest.mark.parametrize("distance", [Eq, Gt])
def test_points_reach_couplings_of_one_key(distance):
    """E E'⟨y, y'⟩ = 1 has no other, which balls can tell of a key of length exactly 1 alone; the query may be apart."""
    pair, other = two_pairs(P, ())
    (u, v), (_, w) = pair.variables, other.variables
    keys = pair.mean(other.mean(Dot(v, w)))
    apart = pair.mean(Dot(u, v))
    hypotheses = Ge(h, 2), Ge(keys, 1, evaluate=False), (Ge if distance is Eq else Lt)(apart, 1, evaluate=False)
    domain = Domain(h, coupling(P, h), *hypotheses)
    assert why_untested(assumed(Ge(keys, 1, evaluate=False), domain), tries=20) == ""
    with pytest.raises(Refuted, match="is false at"):
        why_untested(assumed(Lt(keys, 1, evaluate=False), domain), tries=20)


def test_a_page_is_read_back_as_facts_by_number_rule_and_statement():
    domain = Domain(x, y)
    facts = [assumed(Ge(side, 0, evaluate=False), domain) for side in (x**2, y**2, x**2)]
    claim = SimpleNamespace(id="some", steps=lambda: facts)
    row = "| `some` | 3 | assumed | `x**2 >= 0` | no point \\| was drawn |"
    (found,) = listed(claim, row)
    assert found is facts[2]
    for this, other in (("3", "2"), ("assumed", "sign"), ("0`", "1`"), ("some", "another")):
        assert listed(claim, row.replace(this, other)) == []


def test_what_has_no_value_says_so():
    unknown = sp.zeta(x)
    why = why_untested(assumed(Eq(unknown, unknown, evaluate=False), Domain(x), defined=(unknown,)))
    assert why.startswith("it has no value by balls")


def test_the_page_is_of_one_form_and_names_claims_of_the_ledger():
    found = rows_in(PAGE)
    assert set(found) <= set(ledger())
    assert document(found) == PAGE


@pytest.mark.slow
@pytest.mark.parametrize("claim_id", ledger())
def test_the_page_names_the_facts_that_no_point_tests(claim_id):
    assert rows_in(PAGE).get(claim_id, []) == rows(claim_id)
