"""What theorems refuse: calls that derivations make of them, each with one thing wrong, are turned away in words.

The lines of refusals.txt are chosen by `python -m tests.refusals`: for a check of the theorems, one call that nothing
else turns away in the same words, where one was found. After a change of a derivation that makes such a call, choose
anew and read the difference.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.theory.calls import COVER, SHAPES, Call, chosen, recorded
from tests.theory.wrongs import outcome, wrongs

#: Of each call, the alterations that are refused and the words in which they are.
REFUSED: dict[str, dict[str, str]] = defaultdict(dict)
for _line in Path(__file__).with_name("refusals.txt").read_text(encoding="utf-8").splitlines():
    _call, _label, _words = _line.split("\t")
    REFUSED[_call][_label] = _words


@cache
def calls() -> dict[str, Call]:
    """Derive what is altered, once."""
    return chosen(recorded(COVER), SHAPES)


def prepare():
    """Derive before the tests are run in processes of their own."""
    calls()


@pytest.mark.slow
@pytest.mark.parametrize("key", REFUSED)
def test_a_call_with_one_thing_wrong_is_refused(key):
    call, wanted = calls()[key], REFUSED[key]
    assert outcome(call, call.args, call.kwargs) == ""
    found = {label: outcome(call, args, kwargs) for label, args, kwargs in wrongs(call) if label in wanted}
    assert found == wanted
