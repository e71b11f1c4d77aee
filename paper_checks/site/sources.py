"""Sources on the site: the tests that hold a claim against points, and the files of `theory` and `numerics`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["ROOT", "TestReference", "code", "page_of", "sources", "tests_of"]

#: The checkout, if this is one: an installed package has no tests beside it.
ROOT = Path(__file__).resolve().parents[2]

#: The test that draws points for every claim, and its functions: what each does, and for which statuses it runs.
EVERY = "tests/properties/test_claims.py"
HELD = ("proved", "certified", "tested", "cited")
FUNCTIONS = {
    "test_statement_holds_at_drawn_points": (
        "draws points from the hypotheses and decides the statement by balls",
        HELD,
    ),
    "test_balls_settle_the_statement_somewhere": ("shows that balls can settle it", (*HELD, "refuted")),
    "test_hypotheses_can_be_met": ("shows that the hypotheses can be met", (*HELD, "refuted", "open")),
}


@dataclass(frozen=True)
class TestReference:
    """A test of a claim: how pytest names it, what it does, and where its text is on the site, if it is."""

    path: str
    what: str
    page: str | None
    anchor: str


@cache
def sources() -> dict[str, list[str]]:
    """Return the lines of the test files that name claims, by path in the repository; none without a checkout."""
    folder = ROOT / "tests"
    files = sorted(folder.rglob("test_*.py")) if (ROOT / EVERY).exists() else []
    shown = [f for f in files if f.parent.name in ("properties", "theory")]
    return {f.relative_to(ROOT).as_posix(): f.read_text(encoding="utf-8").splitlines() for f in shown}


@cache
def code() -> dict[str, list[str]]:
    """Return the lines of the files of `theory` and `numerics`, by path in the repository."""
    found = [file for folder in ("theory", "numerics") for file in (ROOT / folder).rglob("*.py")]
    return {f.relative_to(ROOT).as_posix(): f.read_text(encoding="utf-8").splitlines() for f in found}


def page_of(path: str) -> str:
    """Return the page of the site that shows a test file."""
    return path.removesuffix(".py") + ".html"


def tests_of(claim_id: str, status: str) -> list[TestReference]:
    """Return the property tests of a claim, and the other test files that name it."""
    lines = sources().get(EVERY, [])
    found = []
    for name, (what, statuses) in FUNCTIONS.items():
        line = next((n for n, text in enumerate(lines, start=1) if text.startswith(f"def {name}(")), None)
        if status in statuses:
            page = page_of(EVERY) if line else None
            found.append(TestReference(f"{EVERY}::{name}[{claim_id}]", what, page, f"line-{line}"))
    for path, text in sources().items():
        line = next((n for n, row in enumerate(text, start=1) if f'"{claim_id}"' in row), None)
        if line and path != EVERY:
            found.append(TestReference(path, f"names it in line {line}", page_of(path), f"line-{line}"))
    return found
