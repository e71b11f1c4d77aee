"""What files of refusals have in common: a theorem answers a right call, and turns away what has one thing wrong."""

from __future__ import annotations

import pytest

from modgap.theory.outcome import Unproved


def asked(theorem, good):
    """Return the call that goes through, of which arguments may be changed."""
    return lambda **changes: theorem(**{**good, **changes})


def changed(good, refused):
    """Return both tests, of theorems with the arguments that are right, and of what is changed in them."""

    @pytest.mark.parametrize("theorem", good, ids=lambda theorem: theorem.__name__)
    def answered(theorem):
        assert theorem(**good[theorem]).rule == "cite"

    @pytest.mark.parametrize("case", refused)
    def turned_away(case):
        theorem, changes, words = refused[case]
        with pytest.raises(Unproved, match=words):
            theorem(**{**good[theorem], **changes})

    return answered, turned_away


def called(good, wrong):
    """Return both tests, of calls that are right, and of wrong ones with the words in which they are refused."""

    @pytest.mark.parametrize("name", good)
    def answered(name):
        assert good[name]().rule == "cite"

    @pytest.mark.parametrize("name", wrong)
    def turned_away(name):
        call, words = wrong[name]
        with pytest.raises(Unproved, match=words):
            call()

    return answered, turned_away
