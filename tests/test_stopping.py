"""Real signals to real commands: each ends within two seconds, leaves no process and no half-written file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[1]
#: Seconds; the machine that tests may be busy with others.
PROMPT = 2.0

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the guard is a forked process")


def start(*command):
    """Start a command in a session of its own, by which what it leaves behind is known."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
        start_new_session=True, encoding="utf-8",
    )  # fmt: skip


def left_behind(session):
    """The processes of a session that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(stat.parent.name)
    return found


def interrupted(process, signum=signal.SIGINT):
    """Send one signal; return the seconds that the command took to end, and what it said."""
    begin = time.monotonic()
    process.send_signal(signum)
    said = process.communicate(timeout=60)
    seconds = time.monotonic() - begin
    deadline = time.monotonic() + 1
    while left_behind(process.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return seconds, said


def under_way(process, delay):
    time.sleep(delay)
    assert process.poll() is None, process.communicate()


def check(process, signum=signal.SIGINT):
    seconds, (out, err) = interrupted(process, signum)
    assert seconds < PROMPT
    assert left_behind(process.pid) == []
    assert process.returncode == 128 + signum
    *before, last = err.strip().splitlines()
    assert last == "modgap: interrupted"
    # What a command had to warn of until then may stand there, and no traceback.
    assert all(line.startswith("modgap: warning: ") for line in before), err
    return out


@pytest.fixture(scope="module")
def embeddings(tmp_path_factory):
    path = tmp_path_factory.mktemp("embeddings") / "pairs.npy"
    np.save(path, np.random.default_rng(0).standard_normal((2, 30_000, 256)).astype(np.float32))
    return path


def commands(folder, embeddings):
    return {
        "verify": ["verify", "--no-cache", "--jobs", "2"],
        "one claim": ["verify", "--no-cache", "thm.3.population.concentrated.every"],
        "derive": ["derive", "--out", str(folder)],
        "site": ["site", "--out", str(folder / "site")],
        "gap": ["gap", str(embeddings), "--figures", str(folder)],
        "align": ["align", str(embeddings), "--method", "ssp", "--out", str(folder / "aligned.npz")],
        "optimize": ["optimize", "--constraint", "none", "--dim", "16", "--pairs", "2000", "--temperature", "0.5"],
    }


@pytest.mark.parametrize(("name", "delay"), [("verify", 5.0), ("derive", 3.0), ("align", 2.5)])
def test_an_interrupt_ends_a_command(name, delay, tmp_path, embeddings):
    stops(name, delay, tmp_path, embeddings)


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.3, 1.0, 2.5, 5.0, 9.0, 15.0])
@pytest.mark.parametrize("name", list(commands(Path(), "")))
def test_an_interrupt_ends_every_command_at_any_time(name, delay, tmp_path, embeddings):
    stops(name, delay, tmp_path, embeddings)


def stops(name, delay, folder, embeddings):
    process = start("-m", "modgap", *commands(folder, embeddings)[name])
    time.sleep(delay)
    if process.poll() is None:
        check(process)
    else:
        # The quick ones may be through: then they have said what they have to say.
        assert process.returncode == 0, process.communicate()
        process.communicate()
        return
    # A folder that the user asked for may be there, but nothing in it.
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_sigterm_clears_up_too():
    process = start("-m", "modgap", "verify", "--no-cache", "--jobs", "2")
    under_way(process, 4)
    check(process, signal.SIGTERM)


DEAF = """
from modgap.stopping import guarded
def work():
    import flint
    print("ready", flush=True)
    flint.fmpz((10**49 + 9) * (10**53 + 31) * (10**61 + 51)).factor()
guarded(work)
"""
STUBBORN = """
import time
from modgap.stopping import guarded
def work():
    print("ready", flush=True)
    while True:
        try:
            time.sleep(60)
        except KeyboardInterrupt:
            pass
guarded(work)
"""
ENGINE = """
from modgap.stopping import guarded
def work():
    from modgap.theory.kernel.arithmetic import ask_z3
    x = [f"x{i}" for i in range(9)]
    def power(v, n): return "(* " + " ".join([v] * n) + ")"
    terms = " ".join(f"(* {power(x[i], 5)} {power(x[(i + 1) % 9], 3)})" for i in range(9))
    text = ["(set-logic QF_NRA)", *(f"(declare-const {v} Real)" for v in x), f"(assert (> (+ {terms}) 7))",
            f"(assert (= (+ {' '.join(power(v, 4) for v in x)}) 5))", f"(assert (= (* {' '.join(x)} x0) 3))",
            "(assert (= (- (* x1 x1 x1) (* x2 x2 x3)) (- (* x4 x4 x5) 2)))", "(check-sat)"]
    print("ready", flush=True)
    ask_z3("\\n".join(text), 2_000_000_000)
guarded(work)
"""


@pytest.mark.parametrize("code", [DEAF, STUBBORN, ENGINE], ids=["holds the interpreter", "swallows it", "z3"])
def test_what_does_not_answer_is_killed(code):
    """An engine in C that holds the interpreter, Python that swallows the interrupt, a solver with a handler."""
    process = start("-c", code)
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    assert process.poll() is None
    seconds, _ = interrupted(process)
    assert seconds < PROMPT
    assert process.returncode == -signal.SIGKILL
    assert left_behind(process.pid) == []


DROPPED = """
import time
from modgap import stopping
class Finalised:
    def __del__(self):
        print("ready", flush=True)
        # Where the interrupt is raised here, Python drops it.
        while not stopping._received:
            time.sleep(0.01)
def work():
    Finalised()
    while True:
        time.sleep(0.01)
stopping.guarded(work)
"""


def test_an_interrupt_that_a_finaliser_drops_is_repeated():
    process = start("-c", DROPPED)
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    check(process)


WORKERS = """
import multiprocessing, time
WORK = {work}
from concurrent.futures import ProcessPoolExecutor
from modgap.stopping import end_without_parent
if __name__ == "__main__":
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn"), initializer=end_without_parent) as pool:
        jobs = [pool.submit(*WORK) for _ in range(2)]
        pool.submit(int)
        time.sleep(3)
        print("ready", flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize("work", ["(time.sleep, 60)", "(sum, range(10**11))"], ids=["waiting", "holding Python's lock"])
def test_workers_do_not_outlive_a_parent_that_was_killed(tmp_path, work):
    script = tmp_path / "parent.py"
    script.write_text(WORKERS.format(work=work))
    process = start(str(script))
    assert process.stdout.readline() == "ready\n"
    assert len(left_behind(process.pid)) >= 3
    interrupted(process, signal.SIGKILL)
    assert left_behind(process.pid) == []


PASSING = """
import signal, sys, time
from modgap.stopping import guarded
def work():
    signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    time.sleep(0.3)
    print("through")
    sys.exit(3)
guarded(work)
"""


def test_other_signals_and_exits_pass():
    process = start("-c", PASSING)
    assert (process.communicate(timeout=30), process.returncode) == (("through\n", ""), 3)


HALF_MADE = """
import time
from modgap.stopping import guarded

class Engine:
    def __init__(self):
        print("ready", flush=True)
        time.sleep(30)
        self.owner = True
    def __del__(self):
        self.owner

guarded(Engine)
"""


def test_what_was_half_made_says_nothing_as_it_goes():
    process = start("-c", HALF_MADE)
    assert process.stdout.readline().strip() in ("ready", b"ready")
    check(process)
