"""Settings of every test: no verdict from or for the user's cache, one thread in each worker, real data or a word."""

from __future__ import annotations

import os

import pytest

from modgap.paper_checks.io.arrays import REAL_DATA, MissingDataError, real_data

# A folder in which nothing can be made, for this process and those that tests start.
os.environ["MODGAP_CACHE"] = os.devnull

# Tests run in as many workers as there are cores; more threads in each only wait for one another, many times as long.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

#: Set where the real embeddings must be at hand: then their tests run, and fail without them.
REQUIRED = os.environ.get("MODGAP_REQUIRE_DATA", "") not in ("", "0")


def _missing() -> str:
    """Return what is missing of the real data, as one line; nothing where all of it is at hand."""
    for name in REAL_DATA:
        try:
            real_data(name)
        except MissingDataError as error:
            return str(error)
    return ""


def pytest_collection_modifyitems(config, items):
    needing = [item for item in items if item.get_closest_marker("real_data")]
    if not needing or REQUIRED or not (missing := _missing()):
        return
    for item in needing:
        item.add_marker(pytest.mark.skip(reason=f"real data: {missing}"))


def pytest_terminal_summary(terminalreporter):
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "real data: " in str(report.longrepr)]
    if skipped:
        why = str(skipped[0].longrepr[2]).partition("real data: ")[2]
        terminalreporter.write_line(f"NOT RUN: {len(skipped)} tests on real embeddings. {why}")
