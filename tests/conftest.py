"""Settings of every test: no kept verdicts, the quick level, one thread in each worker, real data or a word."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from modgap.paper_checks.io.arrays import REAL_DATA, MissingDataError, real_data
from modgap.theory import ledger
from modgap.theory.kernel.asking import EFFORT, LEVELS

# A folder in which nothing can be made, for this process and those that tests start.
os.environ["MODGAP_CACHE"] = os.devnull

# One level for all: a derivation is kept by its level, and made once more at another one.
EFFORT.set(LEVELS["quick"])

# Tests run in as many workers as there are cores; more threads in each only wait for one another, many times as long.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

#: Single tests by their ids, and claims, that the slow run takes: see the head of the file.
LONG = {
    line
    for line in (Path(__file__).parent / "long.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}

#: What takes longest of all by default: as a room of more than one test it is not begun last.
LONGEST = ("tests/theory/test_fuzz.py",)

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


def room_of(nodeid: str) -> str:
    """Return what a test is run with in one worker.

    That is the room whose claims it derives, or the file or folder whose fixtures it shares, or itself alone.
    """
    path, _, name = nodeid.partition("::")
    inside = path.removeprefix("tests/theory/").split("/") if path.startswith("tests/theory/") else []
    if len(inside) > 1:
        return inside[0]
    known = ledger().get(name.rpartition("[")[2].removesuffix("]"))
    if known:
        return known.derive.__module__.split(".")[-2]
    return sharing(path) or (path if path in LONGEST else nodeid)


@cache
def sharing(path: str) -> str:
    """Return the folder or the file within which fixtures are shared, or nothing: each worker would make them anew."""
    file = Path(__file__).parents[1] / path
    for place, scope in ((file.parent / "conftest.py", "session"), (file, "module")):
        if place.is_file() and f'scope="{scope}"' in place.read_text(encoding="utf-8"):
            return path if place == file else path.rpartition("/")[0]
    return ""


def pytest_xdist_make_scheduler(config, log):
    """Let tests of one room share a worker: a derivation is made once a process, and each would derive every claim."""
    from xdist.scheduler import LoadScopeScheduling

    class ByRoom(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return room_of(nodeid)

    return ByRoom(config, log)


def long_names(nodeid: str) -> set[str]:
    """Return the lines of the list of long tests that a test answers to: its id, or its case.

    A case is a claim, or a false variant of a claim, as `thm.1: turned around`.
    """
    case = nodeid.partition("[")[2].removesuffix("]")
    return LONG & {nodeid, case, case.partition(":")[0]}


# Before the marks are selected by.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    answered = set()
    for item in items:
        if names := long_names(item.nodeid):
            answered |= names
            item.add_marker(pytest.mark.slow)
    whole = config.args == config.getini("testpaths") and not config.option.ignore
    if whole and (stray := LONG - answered):
        raise pytest.UsageError(f"tests/long.txt names what is no test and no claim: {', '.join(sorted(stray))}")
    needing = [item for item in items if item.get_closest_marker("real_data")]
    if not needing or REQUIRED or not (missing := _missing()):
        return
    for item in needing:
        item.add_marker(pytest.mark.skip(reason=f"real data: {missing}"))


#: How the reasons begin of what is said aloud where it was not run, and what it is.
LOUD = {"real data: ": "tests on real embeddings", "TeX: ": "tests that typeset"}


def pytest_terminal_summary(terminalreporter):
    for prefix, what in LOUD.items():
        skipped = [report for report in terminalreporter.stats.get("skipped", []) if prefix in str(report.longrepr)]
        if skipped:
            why = str(skipped[0].longrepr[2]).partition(prefix)[2]
            terminalreporter.write_line(f"NOT RUN: {len(skipped)} {what}. {why}")
