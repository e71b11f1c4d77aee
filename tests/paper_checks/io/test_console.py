"""JSON values, nesting, warnings, and silence where there is no terminal."""

import json
import math
import warnings

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.console import (
    collected_warnings,
    counted,
    jsonable,
    nested,
    with_progress,
    with_status,
    writable_folder,
)


def test_jsonable():
    value = {1: math.nan, "a": (math.inf, 2.0, np.array([1.0, np.nan])), "b": {"c": np.float64(3)}, "d": None}
    expected = {"1": None, "a": [None, 2.0, [1.0, None]], "b": {"c": 3.0}, "d": None}
    assert json.loads(json.dumps(jsonable(value), allow_nan=False)) == expected


def test_nested():
    assert nested({"a": 1, "b.c": 2, "b.d.e": 3}) == {"a": 1, "b": {"c": 2, "d": {"e": 3}}}


def test_each_warning_once():
    with collected_warnings() as notes:
        for _ in range(3):
            warnings.warn("same", UserWarning, stacklevel=1)
        warnings.warn("other", UserWarning, stacklevel=1)
    assert notes == ["same", "other"]


def test_quiet_in_a_pipe(capsys):
    assert with_status("…", lambda: 1) == 1
    # Without a terminal there is nobody to report to.
    assert with_progress("…", lambda report: report) is None
    assert capsys.readouterr() == ("", "")


def test_progress_on_a_terminal(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")

    def work(report):
        report(1, 2)
        report(2, 2)
        return 3

    assert with_progress("resampling …", work) == 3
    assert capsys.readouterr().out == ""


def test_folder(tmp_path):
    assert writable_folder(str(tmp_path / "a" / "b"), "--x").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"^--x: got .*file.*; expected a folder that can be written to"):
        writable_folder(str(tmp_path / "file"), "--x")


def test_one_is_counted_in_the_singular():
    assert [counted(n, "claim") for n in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
