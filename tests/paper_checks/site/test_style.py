"""Text can be read in light and in dark: contrast of 4.5 at least (WCAG 2, level AA), on the page and on panels."""

from __future__ import annotations

import re

import pytest

from modgap.paper_checks.site.library import SYMBOLS
from modgap.paper_checks.site.pages import asset

GROUNDS = ("paper", "panel")
SCHEMES = [
    dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{([^}]*)\}", asset("style.css"))
]


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark"])
def test_text_can_be_read(scheme):
    for name in ("ink", "soft", "link", *SYMBOLS):
        assert min(contrast(scheme[name], scheme[ground]) for ground in GROUNDS) >= 4.5, name


def test_the_schemes_differ_and_contrast_tells_them_apart():
    light, dark = SCHEMES
    assert set(light) == set(dark)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast(light["ink"], dark["paper"]) < 4.5


def test_statuses_differ_by_more_than_colour():
    """Each has a sign of its own, and in the drawing a border of its own, but for refuted, whose border is bold."""
    borders = dict(re.findall(r"\.node-(\w+) rect \{ ([^}]*) \}", asset("graph.css")))
    assert set(borders) == set(SYMBOLS)
    assert len({re.sub(r"stroke: var\(--\w+\);? ?", "", border) for border in borders.values()}) >= 5
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
