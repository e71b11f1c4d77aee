"""Mutation of what is trusted: each refusal and each condition of kernel, engines and theorems disabled in turn.

`python -m tests.mutants --out build/mutants.md --every 1` copies the checkout, disables one check after the other,
runs the tests nearest to it, and writes what survived. `--every 20` takes each twentieth.
"""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ("kernel", "trusted", "engines")

#: Tests that are near to every check, after those that mirror the file.
COMMON = ("tests/theory/test_attacks.py", "tests/theory/kernel/test_soundness.py")

#: Checks that cannot matter, each with the reason.
EXCUSED: dict[str, str] = {}

#: Seconds that the tests of one mutant may take.
PATIENCE = 600


@dataclass(frozen=True)
class Mutant:
    """A check that is disabled: where it stands, and what stands there instead."""

    path: Path
    line: int
    what: str
    start: int
    end: int
    text: str

    @property
    def name(self) -> str:
        """File, line and check."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line}: {self.what}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield the mutants of a file: `if condition: raise` never raises, `a or b` loses one of its parts.

    A call of a check for its refusal alone (`show_defined(…)`, `_whole_axis(…)`) is left out, too.
    """
    source = path.read_text(encoding="utf-8")
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))

    def at(node: ast.AST, end: bool = False) -> int:
        line, column = (node.end_lineno, node.end_col_offset) if end else (node.lineno, node.col_offset)
        return starts[line - 1] + column

    def mutant(node: ast.AST, text: str) -> Mutant:
        what = " ".join(ast.unparse(node).split())
        return Mutant(path, node.lineno, what, at(node), at(node, end=True), text)

    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.If) and any(isinstance(s, ast.Raise) for s in node.body):
            yield mutant(node.test, "False")
            if isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.Or):
                for part in node.test.values:
                    yield mutant(part, "False")
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            function = node.value.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            if name.lstrip("_").startswith(("show_", "only_", "common_domain", "keep_", "refuse_", "whole_", "no_")):
                yield mutant(node, "pass")


def nearest(path: Path) -> list[str]:
    """Return the tests nearest to a file: those that mirror it, its room's, and those of attacks."""
    room = path.parent.name
    mirror = ROOT / "tests" / "theory" / room / f"test_{path.stem}.py"
    others = sorted((ROOT / "tests" / "theory" / room).glob("test_*.py"))
    found = [mirror, *(ROOT / name for name in COMMON), *others]
    return list(dict.fromkeys(str(p.relative_to(ROOT)) for p in found if p.exists()))


def survives(mutant: Mutant, copy: Path) -> bool:
    """Run the nearest tests on a copy in which the check is disabled; tell whether all pass."""
    place = copy / mutant.path.relative_to(ROOT)
    honest = place.read_bytes()
    try:
        place.write_bytes(honest[: mutant.start] + mutant.text.encode() + honest[mutant.end :])
        command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-n", "0", *nearest(mutant.path)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            return subprocess.run(command, cwd=copy, timeout=PATIENCE, env=environment, **quiet).returncode == 0
        except subprocess.TimeoutExpired:
            return False
    finally:
        place.write_bytes(honest)


def run(out: Path, every: int, only: str) -> int:
    """Try the mutants and write the report; return how many survive without an excuse."""
    files = [path for room in ROOMS for path in sorted((ROOT / "theory" / room).glob("*.py")) if only in str(path)]
    chosen = [m for path in files for m in mutants(path)][::every]
    alive: list[Mutant] = []
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "checkout"
        left_out = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(ROOT, copy, ignore=left_out)
        for mutant in chosen:
            survived = survives(mutant, copy)
            print("SURVIVES" if survived else "killed  ", mutant.name, flush=True)
            alive += [mutant] if survived else []
    lines = [f"{len(chosen) - len(alive)} of {len(chosen)} mutants are caught ({time.perf_counter() - start:.0f} s)."]
    lines += ["", *(f"- {m.name}: {EXCUSED.get(m.name, 'no reason is known')}" for m in alive)]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(["# Mutants of what is trusted", "", *lines]) + "\n", encoding="utf-8")
    return sum(m.name not in EXCUSED for m in alive)


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/mutants.md"))
    parser.add_argument("--every", type=int, default=1, help="take each n-th mutant")
    parser.add_argument("--only", default="", help="files whose path contains this")
    options = parser.parse_args()
    sys.exit(min(run(options.out, options.every, options.only), 1))


if __name__ == "__main__":
    main()
