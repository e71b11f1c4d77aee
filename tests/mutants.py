"""Mutation of what is trusted: each refusal and each condition of kernel, engines and theorems disabled in turn.

`python -m tests.mutants` loads these rooms with every check behind a switch, and collects the tests nearest to
them once. First each test runs by itself, all checks on; what is noted is which checks it meets and which of them
refuse something in it. Then each check is switched off in turn, in a process forked before any test ran: the tests in
which it refuses something run first, the quickest of them before the others, then those that only meet it. It is
caught by the first test that fails, and survives where none does.

The report, `--out build/mutants.md`, names every survivor; `--record` writes docs/mutants.md as well, if all ran.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import gc
import hashlib
import importlib.abc
import importlib.machinery
import os
import pickle
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.excused import EXCUSED

ROOT = Path(__file__).parents[1]
ROOMS = ("kernel", "evidence", "engines", "trusted")

#: The tests that are near to every check.
NEAREST = (
    *(f"tests/theory/{room}" for room in (*ROOMS, "language", "balls")),
    "tests/theory/test_attacks.py", "tests/theory/test_fuzz.py", "tests/theory/test_under.py",
    "tests/theory/test_refusals.py",
)  # fmt: skip

#: Tests that take tens of seconds: others ask the same checks of less.
LEFT_OUT = (
    "test_both_sides_by_floating_point", "test_false_identities_die[half of it]",
    "test_false_identities_die[no inner derivative]",
    "test_theorems_refuse_other_relations_and_keep_what_is_only_tested",
)  # fmt: skip

#: Methods, and functions of modules, that are called for their refusal alone where nothing is made of the result.
CHECKS = (
    "show",
    "only_",
    "common_domain",
    "keep_",
    "refuse_",
    "whole_",
    "no_",
    "exists",
    "cleared",
    "rational",
    "hold",
)

#: Functions that are called for something else where nothing is made of the result: all others are for their refusal.
OTHERWISE = ("note",)

#: Seconds of processor time that a test may take beyond ten times what it takes with all checks on.
PATIENCE = 20

#: Where a check refuses nothing it matters by what else it does, as the names that it binds, and so to any test.
MEETING = 8

ENDLESS = "a test that does not end"


@dataclass(frozen=True)
class Mutant:
    """A check that can be switched off: where it stands, and what it asks."""

    path: str
    function: str
    line: int
    what: str
    number: int

    @property
    def name(self) -> str:
        """File, function and check; the second of a kind in one function has a number."""
        return f"{self.path}, {self.function}: {self.what}" + (f" ({self.number})" if self.number > 1 else "")


def _is_for_its_refusal(function: ast.expr) -> bool:
    """Tell whether a call whose result is left lying is one of a check."""
    if isinstance(function, ast.Attribute):
        return function.attr.lstrip("_").startswith(CHECKS)
    return getattr(function, "id", "") not in OTHERWISE


class _Switches(ast.NodeTransformer):
    """Puts every check behind a switch: `if a or b: raise` never raises, or loses one of its parts; a call is left out.

    The call `__live__(n)` tells whether the n-th check is on, and counts it; `__bites__(n, value)` hands on the value.
    """

    def __init__(self, path: str, found: list[Mutant]):
        self._path, self._found, self._within = path, found, ["module"]
        self._seen: Counter[tuple[str, str]] = Counter()

    def _enter(self, node: Any) -> Any:
        self._within.append(node.name)
        self.generic_visit(node)
        self._within.pop()
        return node

    visit_FunctionDef = visit_ClassDef = _enter  # noqa: N815

    def _new(self, node: ast.AST) -> ast.Constant:
        function = ".".join(self._within[1:]) or "module"
        what = " ".join(ast.unparse(node).split())
        self._seen[function, what] += 1
        mutant = Mutant(self._path, function, node.lineno, what, self._seen[function, what])  # type: ignore[attr-defined]
        self._found.append(mutant)
        return ast.Constant(len(self._found) - 1)

    @staticmethod
    def _call(name: str, *args: ast.expr) -> ast.Call:
        return ast.Call(ast.Name(name, ast.Load()), list(args), [])

    def _switched(self, test: ast.expr) -> ast.expr:
        number = self._new(test)
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
            test.values = [self._switched(part) for part in test.values]
        return ast.BoolOp(ast.And(), [self._call("__live__", number), self._call("__bites__", number, test)])

    def visit_If(self, node: ast.If) -> Any:
        if any(isinstance(statement, ast.Raise) for statement in node.body):
            node.test = self._switched(node.test)
        self.generic_visit(node)
        return node

    def visit_Expr(self, node: ast.Expr) -> Any:
        if not isinstance(node.value, ast.Call):
            return node
        if not _is_for_its_refusal(node.value.func):
            return node
        number = self._new(node)
        done = ast.Tuple([node.value, self._call("__bites__", number, ast.Constant(False))], ast.Load())
        return ast.If(self._call("__live__", number), [ast.Expr(done)], [])


def switched(path: Path, found: list[Mutant]) -> ast.Module:
    """Return the syntax tree of a file with each check behind a switch, and append the checks to `found`."""
    tree = _Switches(path.relative_to(ROOT).as_posix(), found).visit(ast.parse(path.read_text(encoding="utf-8")))
    return ast.fix_missing_locations(tree)


@dataclass
class Switchboard:
    """Which check is off, and how often each was met and let something pass."""

    off: int = -1
    met: Counter[int] = field(default_factory=Counter)
    passed: Counter[int] = field(default_factory=Counter)

    def live(self, number: int) -> bool:
        """Count that a check is met; tell whether it is on."""
        self.met[number] += 1
        return number != self.off

    def bites(self, number: int, value: Any) -> Any:
        """Count that a check lets something pass; hand on what it found."""
        if not value:
            self.passed[number] += 1
        return value

    @property
    def refusals(self) -> set[int]:
        """The checks that did not let pass all that they met."""
        return {number for number, count in self.met.items() if self.passed[number] < count}


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module of the three rooms with its checks behind switches; nothing is written."""

    found: list[Mutant]

    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        return compile(switched(Path(path), self.found), path, "exec", dont_inherit=True)


class Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of the three rooms and has them loaded with their checks behind switches."""

    def __init__(self, found: list[Mutant]):
        self._found = found

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        if not fullname.startswith(tuple(f"modgap.theory.{room}." for room in ROOMS)):
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(fullname, spec.origin)
            spec.loader.found = self._found
        return spec


@dataclass
class Run:
    """What came of a test: whether it passed, its processor time, the checks that it met and those that refused."""

    passed: bool
    seconds: float
    met: set[str]
    refused: set[str]


@dataclass
class Verdict:
    """What came of a mutant: the test that caught it, or nothing; and how many tests were asked."""

    caught_by: str
    asked: int


def forked(work: Callable[[], Any]) -> Any:
    """Return what a function returns in a process of its own; None where that process came to no end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            silent = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silent, stream)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(work(), pipe)
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(said) if said else None


class Mutation:
    """Runs the collected tests with one check off after the other, in place of running them once."""

    def __init__(self, found: list[Mutant], only: list[str], every: int, kept: Path):
        self.found, self._only, self._every, self._kept = found, only, every, kept
        self.board = Switchboard()
        self.verdicts: dict[int, Verdict] = {}
        self.failing: list[str] = []
        self.met: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        builtins.__live__ = self.board.live  # type: ignore[attr-defined]
        builtins.__bites__ = self.board.bites  # type: ignore[attr-defined]

    def _passes(self, item: pytest.Item) -> bool:
        from _pytest.runner import runtestprotocol

        # With no next test all fixtures are torn down, so that each test stands alone.
        return all(report.outcome != "failed" for report in runtestprotocol(item, log=False, nextitem=None))

    def _alone(self, item: pytest.Item) -> Run:
        self.board.met.clear()
        self.board.passed.clear()
        start = time.process_time()
        passed = self._passes(item)
        met, refused = ({self.found[n].name for n in ns} for ns in (self.board.met, self.board.refusals))
        return Run(passed, time.process_time() - start, met, refused)

    def _without(self, number: int, items: list[tuple[pytest.Item, float]]) -> Verdict:
        """Try tests in turn, in a process of their own, with a check off."""

        def until_caught() -> tuple[int, str]:
            self.board.off = number
            for place, (item, seconds) in enumerate(items):
                limit = int(time.process_time() + 10 * seconds + PATIENCE) + 1
                resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
                if not self._passes(item):
                    return place + 1, item.nodeid
            return len(items), ""

        asked, caught_by = forked(until_caught) or (len(items), ENDLESS)
        return Verdict(caught_by, asked)

    def pytest_configure(self) -> None:
        """Draw the same examples for every check."""
        from hypothesis import settings

        settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
        settings.load_profile("mutants")

    def _recorded(self, items: list[pytest.Item]) -> dict[pytest.Item, Run]:
        """Run each test by itself with all checks on, unless neither it nor anything of theory changed since."""
        kept: dict[tuple[str, ...], Run] = pickle.loads(self._kept.read_bytes()) if self._kept.exists() else {}
        theory, runs = digest(ROOT / "theory"), {}
        for item in items:
            key = item.nodeid, theory, digest(item.path.parent, item.path.name)
            run = kept.get(key) or forked(lambda item=item: self._alone(item))
            if run is None or not run.passed:
                self.failing.append(item.nodeid)
                say(f"{item.nodeid} fails with all checks on: it is left out, and nothing is recorded")
                continue
            runs[item] = kept[key] = run
            self.met.update(run.met)
            self.refused.update(run.refused)
            if len(runs) % 25 == 0 or item is items[-1]:
                self._kept.parent.mkdir(parents=True, exist_ok=True)
                self._kept.write_bytes(pickle.dumps({key: run for key, run in kept.items() if key[1] == theory}))
        return runs

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for module in {item.module for item in session.items if isinstance(item, pytest.Function)}:
            # What the tests of a module have in common, and derive once.
            getattr(module, "prepare", lambda: None)()
        gc.collect()
        gc.freeze()
        runs = self._recorded([item for item in session.items if _is_near(item)])
        say(f"{len(runs)} tests, {sum(run.seconds for run in runs.values()):.0f} s; {len(self.found)} checks")
        never = [mutant.name for mutant in self.found if not self.refused[mutant.name]]
        say(f"{len(never)} checks refuse nothing in any of them:", *(f"    {name}" for name in never))
        meeting: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in sorted(runs, key=lambda item: runs[item].seconds):
            for name in runs[item].met:
                meeting[name].append(item)
        chosen = [n for n, mutant in enumerate(self.found) if any(part in mutant.path for part in self._only)][
            :: self._every
        ]
        for number in chosen:
            start = time.perf_counter()
            name = self.found[number].name
            refusing = [item for item in meeting[name] if name in runs[item].refused]
            others = [item for item in meeting[name] if name not in runs[item].refused]
            items = [*refusing, *others[:MEETING]]
            verdict = self._without(number, [(item, runs[item].seconds) for item in items])
            self.verdicts[number] = verdict
            said = f"caught by {verdict.caught_by}" if verdict.caught_by else "SURVIVES"
            of = f"{self.refused[name]} refuse of {self.met[name]} that meet it"
            took = time.perf_counter() - start
            say(f"{said}: {name}\n    {verdict.asked} asked, {of}; {took:.1f} s")
        return True


def _is_near(item: pytest.Item) -> bool:
    """Tell whether a test is one to be asked: quick, or of those that were chosen to be asked this."""
    chosen = item.path.name == "test_refusals.py"
    return chosen or (item.get_closest_marker("slow") is None and item.name not in LEFT_OUT)


def say(*lines: str) -> None:
    """Print to where the command was called, whatever pytest makes of its streams."""
    print(*lines, sep="\n", file=sys.__stdout__, flush=True)


def digest(folder: Path, pattern: str = "**/*.py") -> str:
    """Return the SHA-256 of the sources in a folder."""
    content = hashlib.sha256()
    for path in sorted(folder.glob(pattern)):
        content.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return content.hexdigest()


def report(mutation: Mutation, seconds: float) -> str:
    """Return the report: how many were caught, and every survivor with the reason why it does not matter."""
    found, verdicts = mutation.found, mutation.verdicts
    alive = [found[n] for n, verdict in verdicts.items() if not verdict.caught_by]
    counts = Counter(found[n].path.split("/")[1] for n in verdicts)
    living = Counter(mutant.path.split("/")[1] for mutant in alive)
    endless = sum(verdict.caught_by == ENDLESS for verdict in verdicts.values())
    lines = [
        "# Mutants of what is trusted",
        "",
        "Generated by `python -m tests.mutants --record`: each check of kernel, engines and trusted theorems is",
        "switched off in turn, and the tests nearest to it must notice.",
        "",
        f"Sources: SHA-256 of theory/, {digest(ROOT / 'theory')}. Processor time: {seconds / 60:.0f} minutes.",
        "",
        "| room | checks | caught | survive |",
        "|---|---|---|---|",
        *(f"| {room} | {counts[room]} | {counts[room] - living[room]} | {living[room]} |" for room in counts),
        f"| all | {len(verdicts)} | {len(verdicts) - len(alive)} | {len(alive)} |",
        "",
        f"Of those caught, {endless} were caught by a test that came to no end within ten times its time.",
        "",
        "## Survivors",
        "",
        *(f"- `{mutant.name}`: {EXCUSED.get(mutant.name, '**no reason is known**')}" for mutant in alive),
        *(["None."] if not alive else []),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "mutants.md")
    parser.add_argument("--every", type=int, default=1, help="take each n-th check")
    parser.add_argument("--only", nargs="+", default=[""], help="checks of files whose path contains one of these")
    parser.add_argument("--tests", nargs="+", default=NEAREST, help="files or folders of tests to run")
    parser.add_argument("--record", action="store_true", help="write docs/mutants.md as well, if all checks were tried")
    options = parser.parse_args()
    # What comes with the interpreter's packages is loaded once; what is to be switched is loaded behind switches.
    found: list[Mutant] = []
    sys.meta_path.insert(0, Finder(found))
    mutation = Mutation(found, options.only, options.every, options.out.with_suffix(".tests"))
    start = time.perf_counter()
    quiet = ["-q", "-s", "-n", "0", "-p", "no:cacheprovider", "-m", "not browser"]
    status = pytest.main([*quiet, *options.tests], plugins=[mutation])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        sys.exit(int(status))
    text = report(mutation, time.perf_counter() - start)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(text, encoding="utf-8")
    if options.record and len(mutation.verdicts) == len(found) and not mutation.failing:
        (ROOT / "docs" / "mutants.md").write_text(text, encoding="utf-8")
    alive = [found[n].name for n, verdict in mutation.verdicts.items() if not verdict.caught_by]
    sys.exit(int(bool(mutation.failing) or any(name not in EXCUSED for name in alive)))


if __name__ == "__main__":
    main()
