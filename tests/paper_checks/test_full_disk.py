"""A disk that takes no more, met by every command that writes: one line, status 2, and nothing half-written."""

from __future__ import annotations

import errno
import io
import resource
import sys
from contextlib import contextmanager
from pathlib import Path

import numba
import numpy as np
import pytest

from modgap.numerics.contrastive.loss import theorem1_bound
from modgap.numerics.embeddings.summary import summarise
from modgap.paper_checks.cli import main

#: Bytes that a file may have while a command runs.
ROOM = 4096


@contextmanager
def small_files():
    """No file may grow beyond `ROOM` bytes: the system refuses the rest, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files(folder):
    return {path.relative_to(folder).as_posix(): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


OPTIMIZE = ("optimize", "--constraint", "none", "--dim", 8, "--pairs", 100, "--temperature", 1, "--starts", 1,
            "--max-iterations", 1, "--device", "cpu", "--out", "out.npz")  # fmt: skip
TRAIN = ("train", "--data", "elusive", "--size", 8, "--width", 2, "--dim", 4, "--epochs", 1, "--batch", 64,
         "--held-out", 50, "--device", "cpu", "--out", "out")  # fmt: skip


@pytest.fixture(scope="module")
def compiled():
    """Kernels are compiled, and kept, where there is room."""
    theorem1_bound(8, 1.0)
    summarise(np.eye(3), np.eye(3))


SLOW = pytest.mark.slow
COMMANDS = [
    pytest.param(("gap", "--sample", "--figures", "out"), "--figures", "out/cosines.pdf", marks=SLOW),
    (("align", "--sample", "--method", "translation", "--bootstrap", 0, "--out", "out.npz"), "--out", "out.npz"),
    pytest.param(("derive", "thm.1.one_pair", "--out", "out"), "--out", "out/derivations.html", marks=SLOW),
    (("reproduce", "table1", "--out", "out"), "--out", "out/table1.csv"),
    (OPTIMIZE, "--out", "out.npz"),
    pytest.param(TRAIN, "--out", "out/checkpoint.npz", marks=SLOW),
]


@pytest.mark.usefixtures("compiled")
@pytest.mark.parametrize(("command", "option", "file"), COMMANDS)
@pytest.mark.parametrize("there", [False, pytest.param(True, marks=SLOW)], ids=["new", "replacing"])
def test_a_full_disk_leaves_what_was_there(command, option, file, there, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    if there and command[0] != "train":
        Path(file).parent.mkdir(exist_ok=True)
        Path(file).write_bytes(b"old")
    before = files(tmp_path)
    with small_files(), pytest.raises(SystemExit) as ended:
        main([str(word) for word in command])
    assert ended.value.code == 2
    err = capsys.readouterr().err.splitlines()
    # A command may have warned of something before.
    assert err[-1] == f"modgap: {option}: got '{file}' (File too large); expected a file that can be written"
    assert not any("Traceback" in line for line in err)
    assert files(tmp_path) == before


class Full(io.RawIOBase):
    """A file on a full disk, until it is emptied."""

    full = True

    def writable(self):
        return True

    def write(self, data):
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(data)


@pytest.mark.parametrize("command", [("cite", "thm.1"), ("list", "--search", "Turán", "--json"), ("--help",)])
def test_standard_output_that_is_full(command, monkeypatch, capsys):
    disk = Full()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(disk)))
        with pytest.raises(SystemExit) as ended:
            main(command)
        disk.full = False
        sys.stdout.close()
    assert ended.value.code == 2
    expected = "modgap: standard output: got No space left on device; expected a place that takes what is written\n"
    assert capsys.readouterr().err == expected


def test_the_compilers_cache_may_find_no_room(tmp_path, monkeypatch):
    """What was compiled works without it."""
    source = tmp_path / "kernels.py"
    source.write_text(
        "from modgap.numerics.bessel._jit import kernel\n\n\n@kernel\ndef total(x):\n    return x.sum()\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path / "cache"))
    import kernels  # type: ignore[import-not-found]

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        assert kernels.total(np.ones(3)) == 3
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.modules.pop("kernels", None)
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file() and path.stat().st_size]
