"""What ran is what the sources say: compiled files that are none of theirs are named."""

from __future__ import annotations

import marshal
import os
import struct
import sys
import types
from importlib.util import MAGIC_NUMBER
from pathlib import Path

from modgap.theory.verification import source


def module_of(tmp_path, text, ran):
    """A loaded module of the package whose compiled file holds other code."""
    path, kept = tmp_path / "planted.py", tmp_path / "planted.pyc"
    path.write_text(text)
    about = path.stat()
    header = MAGIC_NUMBER + struct.pack("<III", 0, int(about.st_mtime), about.st_size)
    kept.write_bytes(header + marshal.dumps(compile(ran, str(path), "exec", dont_inherit=True)))
    module = types.ModuleType("modgap.theory.planted")
    module.__file__, module.__cached__ = str(path), str(kept)
    return module


def test_a_compiled_file_of_another_source_is_named(tmp_path, monkeypatch):
    weak = module_of(tmp_path, "def check(x):\n    return x > 0\n", "def check(x):\n    return True \n")
    monkeypatch.setitem(sys.modules, "modgap.theory.planted", weak)
    assert "planted.pyc" in source.stale()


def test_compiled_files_of_their_sources_are_in_order(tmp_path, monkeypatch):
    honest = module_of(tmp_path, "def check(x):\n    return x > 0\n", "def check(x):\n    return x > 0\n")
    monkeypatch.setitem(sys.modules, "modgap.theory.planted", honest)
    assert source.stale() is None


def test_a_compiled_file_that_is_none_is_named(tmp_path, monkeypatch):
    broken = module_of(tmp_path, "", "")
    Path(broken.__cached__).write_bytes(b"no code")
    monkeypatch.setitem(sys.modules, "modgap.theory.planted", broken)
    assert "planted.pyc" in source.stale()


def test_a_compiled_file_that_python_passes_over_is_none_of_ours(tmp_path, monkeypatch):
    """After a source has changed its old compiled file may lie there: where no bytecode is written it stays."""
    changed = module_of(tmp_path, "def check(x):\n    return x > 0\n", "def check(x):\n    return True \n")
    os.utime(changed.__file__, (0, 0))
    monkeypatch.setitem(sys.modules, "modgap.theory.planted", changed)
    assert source.stale() is None
