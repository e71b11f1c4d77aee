"""The examples in docs/examples and the page on adding a claim do what they show: every block is run and compared.

Python blocks are doctests with names in common throughout a page. In `console` blocks a line that starts with `$` is
a command, run by bash in the same folder, and the lines up to the next one are what it prints; `...` stands for
anything.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
PAGES = {path.stem: path for path in [*sorted(EXAMPLES.glob("*.md")), EXAMPLES.parent / "adding-a-claim.md"]}

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> list[tuple[str, str, int]]:
    """Return (language, content, line) of every fenced block."""
    return [(m[1], m[2], text.count("\n", 0, m.start()) + 1) for m in BLOCK.finditer(text)]


def run_page(text: str, name: str) -> list[str]:
    """Run a page's blocks in the current folder; return what differs from what is shown."""
    names: dict[str, object] = {}
    problems = []
    for language, content, line in blocks(text):
        if language == "python":
            problems += run_python(content, names, name, line)
        elif language == "console":
            problems += run_console(content, name, line)
        else:
            problems.append(f"{name}:{line}: nobody runs a block of {language or 'no language'}")
    return problems


def run_python(content: str, names: dict[str, object], name: str, line: int) -> list[str]:
    test = doctest.DocTestParser().get_doctest(content, names, name, name, line)
    if not test.examples:
        return [f"{name}:{line}: a Python block without a prompt is not run"]
    said: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS).run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    return ["".join(said)] if said else []


def run_console(content: str, name: str, line: int) -> list[str]:
    problems = []
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    if not content.startswith("$ "):
        return [f"{name}:{line}: output without a command"]
    for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        environment = {**os.environ, "PATH": path, "COLUMNS": "200", "EXAMPLES": str(EXAMPLES)}
        run = ["bash", "-c", f"exec 2>&1\n{command}"]
        done = subprocess.run(run, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False)
        if done.returncode or not doctest.OutputChecker().check_output(shown, done.stdout, FLAGS):
            problems.append(
                f"{name}:{line}: {command}\nexit status {done.returncode}\nshown:\n{shown}\ngot:\n{done.stdout}"
            )
    return problems


@pytest.mark.parametrize("name", PAGES)
def test_an_example_does_what_it_shows(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    problems = run_page(PAGES[name].read_text(encoding="utf-8"), name)
    assert not problems, "\n\n".join(problems)


def test_no_page_is_empty():
    assert len(PAGES) >= 4
    for path in PAGES.values():
        text = path.read_text(encoding="utf-8")
        assert len(blocks(text)) == text.count("\n```") // 2 >= 5


@pytest.mark.parametrize(
    "block",
    [
        "```python\n>>> 1 + 1\n3\n```",
        "```python\n>>> 1 / 0\n1\n```",
        "```python\n1 + 1\n```",
        "```console\n$ echo yes\nno\n```",
        "```console\n$ echo yes\n```",
        "```console\n$ echo yes; false\nyes\n```",
        "```console\nyes\n```",
        "```sh\necho yes\n```",
        "```\nyes\n```",
    ],
)
def test_a_wrong_example_is_noticed(block):
    assert run_page(f"# A page\n\n{block}\n", "page")


def test_a_right_example_passes():
    text = (
        "```python\n>>> a = 1\n```\n\n```python\n>>> a + 1\n2\n```\n\n```console\n$ echo yes and no\nyes ... no\n```\n"
    )
    assert run_page(text, "page") == []


def test_the_python_of_the_readme_runs():
    """Each block by itself, and its last line is true or a value."""
    text = (EXAMPLES.parents[1] / "README.md").read_text(encoding="utf-8")
    found = [content for language, content, _ in blocks(text) if language == "python"]
    assert len(found) == 2
    for content in found:
        *before, last = content.strip().splitlines()
        names: dict[str, object] = {}
        exec("\n".join(before), names)
        value = eval(last, names)
        assert value is not None
        assert bool(value) or not hasattr(value, "dtype")
