"""The mutants: a check behind a switch does what it did, and nothing once it is off; an excuse is one of a check."""

from __future__ import annotations

import ast
import builtins

import pytest

from tests.excused import EXCUSED
from tests.mutants import ROOMS, ROOT, Switchboard, _Switches, switched

SOURCE = """
def f(a, b, holds, note=bool):
    if a or b:
        raise ValueError(a)
    holds()
    note(a)
    return True
"""


def refuse():
    raise ValueError("shown not to be")


@pytest.fixture
def board(monkeypatch):
    made = Switchboard()
    monkeypatch.setattr(builtins, "__live__", made.live, raising=False)
    monkeypatch.setattr(builtins, "__bites__", made.bites, raising=False)
    return made


def loaded():
    found, names = [], {}
    tree = _Switches("f.py", found).visit(ast.parse(SOURCE))
    exec(compile(ast.fix_missing_locations(tree), "f.py", "exec"), names)
    return names["f"], {mutant.what: number for number, mutant in enumerate(found)}


def test_a_check_that_is_off_refuses_nothing(board):
    f, number = loaded()
    asked = {"a or b": (True, True), "a": (True, False), "b": (False, True), "holds()": (False, False, refuse)}
    assert set(number) == set(asked)
    for what, given in asked.items():
        call = (*given, *[bool] * (3 - len(given)))
        board.off = -1
        with pytest.raises(ValueError, match=r"."):
            f(*call)
        board.off = number[what]
        assert f(*call)


def test_what_refuses_is_noted(board):
    f, number = loaded()
    f(False, False, bool)
    assert board.refusals == set()
    with pytest.raises(ValueError, match="shown"):
        f(False, False, refuse)
    assert board.refusals == {number["holds()"]}


def test_every_excuse_is_one_of_a_check():
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / "theory" / room).glob("*.py")):
            switched(path, found)
    names = [mutant.name for mutant in found]
    assert len(set(names)) == len(names) > 800
    assert set(EXCUSED) <= set(names)
