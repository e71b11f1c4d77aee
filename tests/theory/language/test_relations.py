"""Relations stay as they are written, and shared letters are the ones that claims are stated in."""

from __future__ import annotations

import pytest
import sympy as sp

from modgap import theory
from modgap.theory.language import letters
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt

x = sp.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        (eq, sp.core.relational.Equality),
        (lt, sp.core.relational.StrictLessThan),
        (le, sp.core.relational.LessThan),
        (gt, sp.core.relational.StrictGreaterThan),
        (ge, sp.core.relational.GreaterThan),
    ],
)
def test_a_relation_keeps_its_kind_and_sides(write, kind):
    for left, right in [(sp.S.One, sp.S.Zero), (x, x), (x + 1, x), (x**2, 0), (0, 1)]:
        relation = write(left, right)
        assert type(relation) is kind
        assert relation.args == (sp.sympify(left), sp.sympify(right))


def test_a_conjunction_keeps_its_parts():
    true, false = lt(0, 1), lt(1, 0)
    assert set(all_of(true, false, gt(x, x)).args) == {true, false, gt(x, x)}


LETTERS = {v for value in vars(letters).values() for v in [getattr(value, "label", value)] if isinstance(v, sp.Symbol)}


def test_a_letter_that_claims_share_is_the_shared_one():
    declared = [s for claim in theory.ledger().values() for s in claim.domain.symbols]
    assert {letters.h, letters.beta, letters.kappa, letters.nu, letters.z} <= set(declared)
    assert len({letter.name for letter in LETTERS}) == len(LETTERS) >= 15
