"""What a verdict rests on, as JSON can hold it: statements in plain text, points by exact numbers."""

from __future__ import annotations

from typing import Any

from modgap.theory.kernel.claims import Verdict
from modgap.theory.language.domain import Point
from modgap.theory.language.printing import plain


def told(verdict: Verdict) -> list[dict[str, Any]]:
    """Return the evidence of a verdict, step by step: rule, what was checked, and details."""
    return [{**step, "detail": _detail(step["detail"])} for step in verdict.evidence]


def _detail(detail: dict[str, Any]) -> dict[str, Any]:
    written = dict(detail)
    if "shows" in detail:
        written["shows"] = plain(detail["shows"])
    if "point" in detail:
        written["point"] = plain_point(detail["point"])
    return written


def plain_point(point: Point) -> dict[str, Any]:
    """Return a point as JSON can hold it; floats keep their exact value, vectors their raw coordinates."""
    return {str(symbol): _value(value) for symbol, value in point.items()}


def _value(value: Any) -> Any:
    if hasattr(value, "tolist"):
        return _value(value.tolist())
    if isinstance(value, list):
        return [_value(part) for part in value]
    return value if isinstance(value, int | float) else str(value)
