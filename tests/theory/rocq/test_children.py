"""Real signals to a parent: what it runs ends with it, the whole tree, and what has ended is left alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from modgap.theory.rocq.check import SOURCES
from modgap.theory.rocq.children import Child, run

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked for in /proc")


def programs(session):
    """The programs of a session that still run: their names by their numbers."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, fields = stat.read_text().partition("(")[2].rpartition(")")[::2]
        except OSError:
            continue
        state, _, _, of = fields.split()[:4]
        if int(of) == session and state != "Z":
            found[int(stat.parent.name)] = name
    return found


def commands(session):
    return sorted(programs(session).values())


def become(session, wanted, seconds):
    """Wait until the programs of a session are as wanted; return whether they came to be."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if wanted(commands(session)):
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def parent():
    """Start Python in a session of its own, by which what it leaves behind is known; no failure leaves it running."""
    begun = []

    def start(code):
        environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'theory/rocq'}"}
        begun.append(subprocess.Popen([sys.executable, "-c", code], env=environment, start_new_session=True))
        return begun[-1]

    yield start
    for process in begun:
        for number in programs(process.pid):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        process.wait(10)


def killed(process):
    """Kill a parent as nothing can answer; return what is left of its session two seconds later, or once none is."""
    process.send_signal(signal.SIGKILL)
    process.wait(10)
    become(process.pid, lambda left: not left, 2)
    return commands(process.pid)


TREE = "['sh', '-c', 'sleep 300 & sh -c \"sleep 300; true\"; true']"
# By its own folder: the package takes seconds to import.
RUNS = f"from children import run; run({TREE})"
HOLDS = (
    f"import subprocess, time; from children import Child; "
    f"child = Child({TREE}, stdin=subprocess.PIPE); time.sleep(300)"
)


@pytest.mark.parametrize("code", [RUNS, HOLDS], ids=["waited for", "talked to"])
def test_a_tree_of_programs_does_not_outlive_a_parent_that_was_killed(parent, code):
    process = parent(code)
    assert become(process.pid, lambda found: found.count("sleep") == 2, 30)
    assert killed(process) == []


@pytest.mark.skipif(not shutil.which("coqc") or not SOURCES.exists(), reason="coqc is not installed")
def test_no_compilation_outlives_a_check_that_was_killed(parent, tmp_path):
    code = "from pathlib import Path; from modgap.theory.rocq.check import check; check(work=Path({!r}))"
    process = parent(code.format(str(tmp_path / "work")))
    assert become(process.pid, lambda found: "coqc" in found, 120)
    assert killed(process) == []


def test_an_interrupt_ends_the_tree_too(parent):
    process = parent(RUNS)
    assert become(process.pid, lambda found: found.count("sleep") == 2, 30)
    process.send_signal(signal.SIGINT)
    process.wait(10)
    assert become(process.pid, lambda left: not left, 2)


def test_a_program_that_ends_is_heard_and_its_guard_goes():
    said = run(["sh", "-c", "echo out; echo err >&2; exit 3"])
    assert (said.returncode, said.stdout, said.stderr) == (3, "out\n", "err\n")


def test_what_is_ended_is_ended_once():
    child = Child(["sleep", "300"])
    child.end()
    child.end()
    assert child.process.returncode == -signal.SIGKILL
    assert child._guard.returncode == 0
