"""One commit gives one document: JSON, TeX and HTML do not depend on hash seed, locale, encoding, time or time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from modgap.paper_checks.cli import cli

ROOT = Path(__file__).parents[2]

#: Refuted, proved by a barrier, proved with a solver, and what they rest on.
FEW = ("thm.1.separate", "bessel.ratio.lower", "bessel.positive")

#: Every document in a process of its own kind; the arguments are the folder and the claims.
MAKE = """
import sys
from pathlib import Path
from modgap.paper_checks.cli import _status
folder, claims = Path(sys.argv[1]), sys.argv[2:]
for form in ("json", "tex", "html"):
    assert _status(["derive", *claims, "--format", form, "--out", str(folder)]) == 0
assert _status(["site", *claims, "--out", str(folder / "site")]) == 0
"""


def installed_locale() -> str:
    """A locale that is as unlike C as this machine has: one with its own letters, decimal comma or encoding."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, encoding="utf-8", check=False).stdout.split()
    others = [name for name in listed if not name.startswith(("C", "POSIX", "en_"))]
    return min(others, key=lambda name: not name.startswith("tr_TR"), default="C.UTF-8")


def environments() -> list[dict[str, str]]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    plain = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "UTC"}
    other = {"PYTHONHASHSEED": "77", "LC_ALL": installed_locale(), "TZ": "Asia/Kathmandu", "OMP_NUM_THREADS": "1"}
    return [kept | plain, kept | other]


def made(folder: Path, environment: dict[str, str], claims: tuple[str, ...]) -> dict[str, bytes]:
    done = subprocess.run([sys.executable, "-c", MAKE, str(folder), *claims], cwd=ROOT, env=environment,
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def check_documents(folder: Path, claims: tuple[str, ...]) -> None:
    first, second = (made(folder / str(n), env, claims) for n, env in enumerate(environments()))
    assert set(first) == set(second)
    assert {"derivations.json", "derivations.tex", "derivations.html", "site/index.html", "site/graph.svg"} <= set(
        first
    )
    assert [name for name in first if first[name] != second[name]] == []


def test_a_few_claims_give_the_same_bytes_everywhere(tmp_path):
    check_documents(tmp_path, FEW)


@pytest.mark.slow
def test_the_whole_ledger_gives_the_same_bytes_everywhere(tmp_path):
    check_documents(tmp_path, ())


def test_what_is_printed_is_utf_8_in_every_locale():
    """Read back as it was meant, though the terminal's letters are ASCII alone."""
    ascii_only, _ = environments()
    args = ("show", "bessel.derivative", "--json")
    command = [sys.executable, "-m", "modgap.paper_checks.cli", *args]
    printed = subprocess.run(command, cwd=ROOT, env=ascii_only, check=True, capture_output=True).stdout
    assert printed.decode("utf-8") == CliRunner().invoke(cli, args).stdout
    assert not printed.isascii()


def test_a_terminal_without_greek_letters_is_no_reason_to_fail():
    ascii_only, _ = environments()
    command = [sys.executable, "-m", "modgap.paper_checks.cli", "list"]
    printed = subprocess.run(command, cwd=ROOT, env=ascii_only, check=True, capture_output=True).stdout
    assert printed.isascii()
    assert b"thm.1.finite" in printed
