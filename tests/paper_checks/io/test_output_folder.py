"""Folders that a command writes to: nothing is left of a run that failed, and what is replaced is said."""

from __future__ import annotations

import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.console import output_folder, say_written


def fail(folder, error, *made):
    with output_folder(str(folder), "--figures") as there:
        assert there.is_dir()
        for name in made:
            (there.parent / name).touch()
        raise error


def test_what_was_made_for_nothing_goes_again(tmp_path):
    with pytest.raises(RuntimeError):
        fail(tmp_path / "a" / "b", RuntimeError())
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_or_was_filled_stays(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        fail(tmp_path / "a" / "b", KeyboardInterrupt(), "result")
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["result"]
    with pytest.raises(RuntimeError):
        fail(tmp_path, RuntimeError())
    assert tmp_path.is_dir()


def test_a_message_names_the_option_that_was_given(tmp_path):
    with pytest.raises(InputError, match=r"^--figures: got 'x' \(full\); expected"):
        fail(tmp_path, InputError("--out", "'x' (full)", "a file that can be written"))


def test_what_is_replaced_is_said(tmp_path, capsys):
    old, new = tmp_path / "old", tmp_path / "new"
    say_written([old, new], {old})
    assert capsys.readouterr().err == f"modgap: wrote {new}\nmodgap: replaced {old}\n"
