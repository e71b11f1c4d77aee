"""Long formulas over several lines: nothing is lost, and no line ends where none may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modgap.paper_checks.documents.breaking import WIDTH, aligned, lines, pieces
from modgap.theory import ledger
from modgap.theory.language.latex import latex
from modgap.theory.language.printing import parts
from tests.paper_checks.documents.test_tex import unbalanced


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a + b = c - d", ["a ", "+ b ", "= c ", "- d"]),
        ("- a = - b", ["- a ", "= - b"]),
        (r"\left(a + b\right) \cdot - c < d", [r"\left(a + b\right) \cdot - c ", "< d"]),
        (r"\left[0 = 1\right] \leq \frac{a + b}{c} + x", [r"\left[0 = 1\right] ", r"\leq \frac{a + b}{c} ", "+ x"]),
        (r"f(a - b) \neq e^{- x}", ["f(a - b) ", r"\neq e^{- x}"]),
        (r"\{a = b\} > 1", [r"\{a = b\} ", "> 1"]),
        (r"\left. a + b\right| - c", [r"\left. a + b\right| ", "- c"]),
        (r"\left< a + b\right> = c", [r"\left< a + b\right> ", "= c"]),
    ],
)  # fmt: skip
def test_a_line_may_end_between_sides_and_between_terms(formula, expected):
    assert pieces(formula) == expected


@given(st.text(st.sampled_from("ab+-=<>(){}[]\\ ^_,"), max_size=40))
def test_the_pieces_are_the_formula(formula):
    assert "".join(pieces(formula)) == formula
    assert "".join(lines(formula)) == formula


def test_every_statement_is_broken_into_whole_lines():
    longest = 0
    for claim in ledger().values():
        for formula in map(latex, parts(claim.statement)):
            found = lines(formula)
            assert "".join(found) == formula
            assert all(unbalanced(line) is None for line in found), formula
            assert unbalanced(aligned(formula)) is None
            longest = max(longest, len(found))
    assert longest > 2


def test_a_short_formula_stays_on_one_line():
    assert aligned("a = b") == "&a = b"
    wide = " + ".join(["x"] * WIDTH)
    assert len(lines(wide)) == 2
    assert aligned(wide).count(r" \\ &\quad {}+ x") == 1
