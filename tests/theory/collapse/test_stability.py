"""What a law of pairs pays for not being the collapse: status, drawn laws, false variants."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy as sp

from modgap.theory.collapse import stability
from modgap.theory.collapse.optimum import ANY, COLLAPSED, LOSS
from modgap.theory.kernel.facts import Fact
from modgap.theory.kernel.status import Status


def test_proved():
    assert stability.stability.verdict.status is Status.PROVED, stability.stability.verdict.reason


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"statement": sp.Ge(LOSS, COLLAPSED + 4 * stability.PAIR.mean(stability.PRICE), evaluate=False)},
        {"statement": sp.Le(LOSS, COLLAPSED + 2 * stability.PAIR.mean(stability.PRICE), evaluate=False)},
        {"domain": ANY},
    ],
    ids=["twice the price", "turned around", "without the condition"],
)
def test_false_variants_are_not_shown(change):
    assert not isinstance(replace(stability.stability, **change).result, Fact)
