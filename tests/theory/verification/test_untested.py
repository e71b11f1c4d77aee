"""Facts that no drawn point could test are listed by name, and the list is that of today's derivations."""

from __future__ import annotations

import pytest
import sympy as sp
from sympy import Eq, Ge, Gt, Le

from modgap.paper_checks.documents.untested import PATH, document, rows, rows_in
from modgap.theory import ledger
from modgap.theory.language.domain import Domain
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
