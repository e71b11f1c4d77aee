"""The size of what is trusted, counted from the sources."""

from __future__ import annotations

import re

import pytest

from modgap.theory.verification import size


@pytest.fixture
def planted(tmp_path):
    files = {
        "kernel/facts.py": '"""Facts."""\n\nfrom modgap.theory.language import symbols\n\nX = 1  # a number\n',
        "language/__init__.py": "",
        "language/symbols.py": "def f():\n    from modgap.theory.outcome import Outcome\n\n    return Outcome\n",
        "outcome.py": "# words\nOutcome = 1\n",
        "trusted/series.py": "from modgap.theory.kernel.facts import X\n\nY = (\n    X,\n\n    2,\n)\n",
        "evidence/rules.py": "from modgap.theory.balls import enclosure\nfrom modgap.theory.kernel.facts import X\n",
        "evidence/draws.py": "from modgap.theory.evidence import rules\n",
        "balls/enclosure.py": "E = 1\n",
        "bessel/bounds.py": "Z = 1\n",
        "rocq/statements.py": "from modgap.theory.language import symbols\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_imports_are_followed_and_chapters_left_out(planted):
    found = size.trust(planted)
    assert found["kernel"] == size.Size(files=4, lines=11, code=6)
    assert found["kernel and trusted theorems"] == size.Size(files=5, lines=18, code=11)
    assert found["every status"] == size.Size(files=6, lines=14, code=9)
    assert found["every status, with trusted theorems"] == size.Size(files=7, lines=21, code=14)
    assert found["statements in Rocq"] == size.Size(files=4, lines=7, code=5)


def test_what_really_runs_is_counted():
    """An import that is not followed would make the kernel look small."""
    names = {path.relative_to(size.ROOT).as_posix() for path in size.closure((size.ROOT / "kernel").glob("*.py"))}
    assert {"kernel/facts.py", "engines/signs.py", "language/domain.py", "outcome.py"} <= names
    assert not {name for name in names if name.split("/")[0] in ("trusted", "bessel", "infonce", "verification")}
    numbers = {path.relative_to(size.ROOT).as_posix() for path in size.closure([size.ROOT / "evidence/rules.py"])}
    assert {"kernel/facts.py", "balls/evaluator.py", "balls/enclosure.py"} <= numbers


def test_no_proof_rests_on_numbers_nor_on_what_is_printed_or_drawn():
    """Not by an import either that stands within a function."""
    theorems = (size.ROOT / "trusted").glob("*.py")
    for path in size.closure([*(size.ROOT / "kernel").glob("*.py"), *theorems]):
        where = path.relative_to(size.ROOT)
        assert where.parts[0] not in ("balls", "evidence"), where
        assert where.as_posix() != "language/latex.py"
        assert not re.search(
            r"^\s*(import|from) (flint|numpy|scipy|mpmath)\b", path.read_text(encoding="utf-8"), re.M
        ), where


def test_statements_are_written_for_rocq_without_the_kernel():
    """What a kernel-checked claim says must not depend on what may make a fact."""
    names = {path.relative_to(size.ROOT).as_posix() for path in size.closure([size.ROOT / "rocq/statements.py"])}
    assert {"language/symbols.py", "language/subspaces.py"} <= names
    assert not {name for name in names if name.split("/")[0] in ("kernel", "engines", "trusted", "balls")}


def test_docstrings_comments_and_blank_lines_are_no_code():
    assert size.code_lines('"""A.\n\nB.\n"""\n\n# c\nx = """d\n\ne"""\n\n\ndef f():\n    """G."""\n    return x\n') == 5


def rows(first):
    """The cells of the rows of docs/trust.md that begin so, as numbers."""
    page = (size.ROOT.parent / "docs/trust.md").read_text(encoding="utf-8")
    return [
        [int(cell.replace(",", "")) for cell in line.split("|")[2:] if re.fullmatch(r" [\d,]+ ", cell)]
        for line in page.splitlines()
        if line.startswith(f"| {first} |")
    ]


def numbers(*sizes):
    return [number for s in sizes for number in (s.files, s.lines, s.code)]


@pytest.fixture(scope="module")
def found():
    return size.trust()


def test_the_page_on_trust_counts_the_same(found):
    every = found["every status"], found["every status, with trusted theorems"]
    assert rows("today, every status") == [numbers(*every)]
    assert rows("today, `proved`") == [numbers(found["kernel"], found["kernel and trusted theorems"])]
    page, written = (size.ROOT.parent / "docs/trust.md").read_text(encoding="utf-8"), found["statements in Rocq"]
    assert f"{written.files} files, {written.lines:,} lines, {written.code:,} of them code" in page


@pytest.mark.parametrize(
    ("row", "folders"),
    [
        ("language", ("language",)),
        ("engines, with what sees that all is defined", ("engines",)),
        ("kernel", ("kernel",)),
        ("outcomes", ("outcome.py",)),
        ("theorems", ("trusted",)),
    ],
)
def test_the_page_on_trust_counts_each_folder_the_same(row, folders):
    believed = size.closure([*(size.ROOT / "kernel").glob("*.py"), *(size.ROOT / "trusted").glob("*.py")])
    lines = sum(
        len(path.read_text(encoding="utf-8").splitlines())
        for path in believed
        if path.relative_to(size.ROOT).parts[0] in folders
    )
    assert [cells[1:] for cells in rows(row)] == [[lines, lines]]


def test_the_page_on_trust_counts_the_balls_the_same(found):
    assert [cells[1:] for cells in rows("balls, and what they certify or refute")] == [
        [found["every status"].lines - found["kernel"].lines]
    ]
