"""A small site: one claim of every status and a chain of claims that rest on each other."""

from __future__ import annotations

import pytest

from modgap.paper_checks.documents.derivation import with_ancestors
from modgap.paper_checks.site.library import Library, collect
from modgap.theory import claim

CHOSEN = (
    "thm.1.finite", "thm.1.capacity", "thm.1.overlap", "thm.2.covariance", "thm.3.lower_bound", "cor.2",
    "vmf.infinitely_divisible", "bessel.ratio.riccati",
)  # fmt: skip


@pytest.fixture(scope="session")
def library() -> Library:
    return collect(with_ancestors([claim(name) for name in CHOSEN]))


@pytest.fixture(scope="session")
def files(library) -> dict[str, str | bytes]:
    from modgap.paper_checks.site.build import contents

    return {path: content.decode() if path.endswith((".html", ".svg", ".css", ".js")) else content
            for path, content in contents(library)}  # fmt: skip


@pytest.fixture(scope="session")
def pages(files) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.endswith(".html")}
