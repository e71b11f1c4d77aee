"""Prose and formulas as pages show them."""

from __future__ import annotations

import pytest

from modgap.paper_checks.documents.markup import mathml, prose


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I_ν² and r_2.", "I<sub>ν</sub>² and r<sub>2</sub>."),
        ("G_{ν,ν+2} of R^h", "G<sub>ν,ν+2</sub> of R<sup>h</sup>"),
        ("e^{β x_i·y_j}, below e^90 pairs", "e<sup>β x<sub>i</sub>·y<sub>j</sub></sup>, below e<sup>90</sup> pairs"),
        ("log_iv in test_claims.py", "log_iv in test_claims.py"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>_x</script>", "&lt;script&gt;<sub>x</sub>&lt;/script&gt;"),
    ],
)
def test_indices_are_low_and_powers_high_and_nothing_else_is_markup(text, shown):
    assert prose(text) == shown


def test_a_function_stands_apart_from_its_factor():
    assert 'mspace width="0.17em"/><mi>log</mi>' in mathml(r"2 \log{\left(N \right)}")
    assert "mspace" not in mathml(r"\log{\left(N \right)}")
    assert 'display="inline"' in mathml("h > 0", "inline")
