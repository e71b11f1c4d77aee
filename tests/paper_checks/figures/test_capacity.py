"""The capacity of Theorem 1: balls against the claim's own statement, against the notes, and what the page prints."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from sympy import log

from modgap import theory
from modgap.paper_checks.figures import capacity
from modgap.theory.balls import enclosure
from modgap.theory.infonce.pairs import MGF, beta, h

PAGE = Path(__file__).parents[3] / "docs" / "theorem-1.md"

#: (h, τ) -> β − log M_h(β) in nats, worked out once with another library.
KNOWN = {
    (2, 0.1): 2.06,
    (3, 0.1): 3.00,
    (8, 0.1): 5.56,
    (128, 0.5): 1.98,
    (128, 0.1): 9.61,
    (128, 0.07): 13.49,
    (512, 0.07): 14.09,
    (512, 0.01): 90.41,
    (1024, 0.01): 95.14,
}


@pytest.mark.parametrize(("place", "value"), KNOWN.items())
def test_known_values_are_certified(place, value):
    ball = capacity.capacity_ball(*place)
    assert ball.rad() < 1e-12
    assert abs(ball - value) < 0.00501


@pytest.mark.parametrize("place", KNOWN)
def test_capacity_is_the_log_of_the_bound_of_the_claim(place):
    dim, temperature = place
    bound = theory.claim("thm.1.trace").statement.rhs
    assert bound.has(MGF)
    value = enclosure.value(log(bound), {h: dim, beta: 1 / temperature}, bits=512)
    assert value.rad() < 1e-30
    assert abs(value - capacity.capacity_ball(dim, temperature)) < 1e-12


def test_clip_is_far_below_its_capacity():
    assert capacity.capacity_ball(*capacity.CLIP) > 90
    assert all(math.log(count) < 20 for count in capacity.BATCHES.values())


@pytest.mark.parametrize(("dim", "count"), [(2, 256), (512, 32_768), (1024, 400_000_000)])
def test_bound_binds_above_the_largest_temperature_only(dim, count):
    temperature = capacity.largest_temperature(dim, count)
    assert capacity.capacity_ball(dim, temperature) < math.log(count)
    assert capacity.capacity_ball(dim, temperature * 0.999) > math.log(count)


def tables() -> list[list[list[str]]]:
    """The tables of the page, as rows of cells."""
    blocks = re.findall(r"(?:^\|.*\n)+", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [[[cell.strip() for cell in row.strip("|\n").split("|")] for row in block.splitlines()] for block in blocks]


def test_the_page_prints_the_capacities():
    header, _, *rows = next(table for table in tables() if table[0][0] == r"h \ τ")
    assert len(rows) == len(capacity.DIMENSIONS)
    for dim, *cells in rows:
        for temperature, cell in zip(header[1:], cells, strict=True):
            assert cell == f"{capacity.capacity(int(dim), float(temperature)):.2f}"


def test_the_page_prints_the_temperatures():
    header, _, *rows = next(table for table in tables() if table[0][0] == r"h \ N")
    assert header[1:] == list(capacity.BATCHES)
    for dim, *cells in rows:
        for count, cell in zip(capacity.BATCHES.values(), cells, strict=True):
            assert float(cell) == pytest.approx(capacity.largest_temperature(int(dim), count), rel=5e-3)


def test_figure_and_tables_are_drawn(tmp_path):
    path = tmp_path / "capacity.png"
    capacity.figure().savefig(path, dpi=20)
    assert path.stat().st_size > 1000
    assert capacity.table().row_count == capacity.table_of_temperatures().row_count == len(capacity.DIMENSIONS)


@pytest.mark.parametrize(("place", "message"), [((1, 0.1), "dim must be"), ((2, 0.0), "temperature must be")])
def test_bad_arguments(place, message):
    with pytest.raises(ValueError, match=message):
        capacity.capacity(*place)
