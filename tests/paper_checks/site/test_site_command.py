"""`modgap site`: writes the whole site or nothing, replaces only what it wrote, and writes the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from modgap.paper_checks.cli import main
from modgap.paper_checks.site import build
from modgap.paper_checks.site.command import _report

FEW = ["bessel.recurrence", "thm.3.lower_bound"]


def run(*args: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["site", *args])
    return stop.value.code


def test_it_writes_a_site_and_says_where(tmp_path, capsys):
    out = tmp_path / "docs"
    assert run(*FEW, "--out", str(out)) == 0
    assert "index.html" in capsys.readouterr().err
    assert {p.stem for p in (out / "claims").iterdir()} == set(FEW)
    assert [p.name for p in tmp_path.iterdir()] == ["docs"]


def test_it_replaces_its_own_site_whole(tmp_path):
    out = tmp_path / "docs"
    assert run(*FEW, "--out", str(out)) == 0
    assert run("bessel.derivative", "--out", str(out)) == 0
    assert {p.stem for p in (out / "claims").iterdir()} == {"bessel.derivative"}


def test_it_leaves_other_folders_alone(tmp_path, capsys):
    (tmp_path / "thesis.tex").write_text("precious")
    assert run(*FEW, "--out", str(tmp_path)) == 2
    message = capsys.readouterr().err
    assert "--out" in message
    assert "modgap site" in message
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.tex"]


def test_it_leaves_nothing_half_written(tmp_path, monkeypatch, library):
    out = tmp_path / "docs"
    build.write(library, out)
    before = sorted(p.name for p in out.iterdir())

    def fail(_):
        yield "index.html", b"half"
        raise RuntimeError("stopped")

    monkeypatch.setattr(build, "contents", fail)
    with pytest.raises(RuntimeError):
        build.write(library, out)
    assert sorted(p.name for p in out.iterdir()) == before
    assert (out / "index.html").read_bytes() != b"half"


@pytest.mark.parametrize(
    ("args", "named"), [(["no.such.claim"], "no.such.claim"), (["--out", "/proc/x/y"], "/proc/x/y")]
)
def test_bad_input_is_told_in_one_line(args, named, capsys):
    assert run(*args) == 2
    message = capsys.readouterr().err
    assert named in message
    assert message.count("\n") == 1


def test_a_status_that_is_not_the_recorded_one_is_told(library, capsys):
    assert _report(library) == 0
    entries = {name: dict(entry, status="open") for name, entry in library.entries.items()}
    assert _report(type(library)(entries)) == 1
    assert "thm.1.finite is open, recorded as proved" in capsys.readouterr().err


@pytest.mark.slow
def test_the_same_bytes_under_another_locale_time_zone_and_hash_seed(tmp_path):
    contents = []
    for seed, zone, locale in (("1", "UTC", "C.UTF-8"), ("2", "Asia/Kathmandu", "POSIX")):
        out = tmp_path / seed
        command = [
            sys.executable,
            "-m",
            "modgap.paper_checks.cli",
            "site",
            "thm.1.finite",
            "cor.2",
            *FEW,
            "--out",
            str(out),
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        subprocess.run(command, check=True, env=environment, capture_output=True)
        contents.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert contents[0] == contents[1]
