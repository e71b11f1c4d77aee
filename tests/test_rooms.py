"""Who may import whom: a room imports only what stands below it, under the one name that is installed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: From the ground up. A room may import itself and what stands on a lower floor; rooms of one floor do not meet.
FLOORS = {
    "theory": (
        {"outcome"}, {"language"}, {"engines"}, {"kernel"}, {"balls"}, {"evidence"}, {"trusted"}, {"under", "limits"},
        {"bessel"}, {"sphere"}, {"infonce", "cone", "alignment"}, {"subspace"}, {"collapse"}, {"printed"}, {"book"},
        {"rocq"}, {"verification"}, {"own"},
    ),
    "numerics": (
        {"checks", "threads"}, {"bessel"}, {"vmf"}, {"contrastive", "embeddings"},
        {"torch_bessel", "loss", "gap", "align"},
    ),
    "paper_checks": (
        {"io"}, {"encoding", "searches", "documents", "training"}, {"measured"}, {"experiments"}, {"figures"},
        {"commands"}, {"site"}, {"cli"},
    ),
}  # fmt: skip
#: What the packages may import of each other.
PACKAGES = {"theory": {"theory"}, "numerics": {"numerics"}, "paper_checks": {"theory", "numerics", "paper_checks"}}


def imports(path):
    """The modules and names that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def strays(root, package):
    """Imports of a package that lead up, across a floor, into another package or round the installed name."""
    floor = {room: n for n, rooms in enumerate(FLOORS[package]) for room in rooms}
    files = sorted((root / package).rglob("*.py"))
    for path in files:
        room = path.relative_to(root / package).with_suffix("").parts[0]
        for name in imports(path):
            top, _, rest = name.partition(".")
            where, _, deep = rest.partition(".")
            other = deep.split(".")[0]
            if top in PACKAGES or (top == "modgap" and where in PACKAGES and where not in PACKAGES[package]):
                yield path, name
            own = room != "__init__" and top == "modgap" and where == package
            if own and other in floor and other != room and floor[other] >= floor[room]:
                yield path, name


@pytest.mark.parametrize("package", FLOORS)
def test_rooms_import_from_below(package):
    assert not list(strays(ROOT, package))


@pytest.mark.parametrize("package", FLOORS)
def test_every_room_stands_on_a_floor(package):
    rooms = {p.stem for p in (ROOT / package).iterdir() if p.is_dir() and any(p.glob("*.py"))}
    files = {p.stem for p in (ROOT / package).glob("*.py")} - {"__init__"}
    assert rooms | files == {room for rooms in FLOORS[package] for room in rooms}


@pytest.mark.parametrize("package", FLOORS)
def test_every_room_says_what_it_is(package):
    for room in (p for p in [ROOT / package, *(ROOT / package).rglob("*")] if p.is_dir() and any(p.glob("*.py"))):
        paragraph = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert "May use:" in paragraph, f"{room}: what may it use?"


@pytest.mark.parametrize(
    ("package", "place", "line"),
    [
        ("theory", "kernel/planted.py", "from modgap.theory.trusted import series"),
        ("theory", "kernel/planted.py", "from modgap.theory.balls import enclosure"),
        ("theory", "language/planted.py", "from modgap.theory.evidence import draws"),
        ("theory", "infonce/planted.py", "def f():\n    import modgap.theory.cone.trap\n"),
        ("theory", "bessel/planted.py", "from modgap.numerics.bessel import log_iv"),
        ("numerics", "bessel/planted.py", "from theory import ledger"),
        ("numerics", "embeddings/planted.py", "from modgap.numerics.contrastive.loss import mcl_loss"),
        ("paper_checks", "io/planted.py", "from modgap.paper_checks.cli import main"),
    ],
)
def test_an_arrow_that_leads_up_is_found(package, place, line, tmp_path):
    path = tmp_path / package / place
    path.parent.mkdir(parents=True)
    path.write_text(line)
    assert [found for found, _ in strays(tmp_path, package)] == [path]
