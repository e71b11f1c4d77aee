"""The wheel, installed bare: one name, a core without extras, and one line where an extra is missing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import requires
from pathlib import Path

import jsonschema
import numba
import numpy
import pytest
import scipy

ROOT = Path(__file__).parents[1]

#: What the core requires, and what comes with it.
CORE = (numpy, scipy, numba)
WITH_CORE = ("llvmlite", "numpy.libs", "scipy.libs", "llvmlite.libs", "numba.libs")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from a copy of the sources, so that nothing is left in the checkout."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    names = files.stdout.split("\n") if files.returncode == 0 else []
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    assert (source / "pyproject.toml").exists(), "the test needs git, which lists the sources"
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init"], ["add", "--all"], [*who, "commit", "--message", "Begin"]):
        subprocess.run(["git", *command], cwd=source, capture_output=True, check=True)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", out, source]
    subprocess.run(build, check=True)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def bare(wheel, tmp_path_factory):
    """A fresh environment with the wheel and the three distributions of the core; a function that runs code there."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel]
    subprocess.run(install, check=True)
    (site,) = (folder / "lib").glob("python*/site-packages")
    assert {p.name.split("-")[0] for p in site.iterdir()} == {"modgap"}
    for module in CORE:
        (site / module.__name__).symlink_to(Path(module.__file__).parent)
    for name in WITH_CORE:
        if (here := Path(numpy.__file__).parents[1] / name).is_dir():
            (site / name).symlink_to(here)

    def run(*command):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        words = [folder / "bin" / command[0], *command[1:]]
        return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


def test_the_wheel_knows_its_commit(wheel):
    with zipfile.ZipFile(wheel) as archive:
        noted = archive.read("modgap/commit.txt").decode()
    assert re.fullmatch("[0-9a-f]{40}\n", noted)


def test_the_wheel_holds_modgap_alone(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"modgap"}
    for needed in ("theory/ledger.lock", "paper_checks/schemas/gap.schema.json", "theory/kernel/facts.py"):
        assert f"modgap/{needed}" in names
    for folder in ("theory", "numerics", "paper_checks"):
        for path in (ROOT / folder).rglob("*.py"):
            assert f"modgap/{path.relative_to(ROOT).as_posix()}" in names


@pytest.mark.parametrize("module", ["bessel", "vmf", "gap", "align", "embeddings.bootstrap", "embeddings.zero_shot"])
def test_the_core_works_at_once(bare, module):
    done = bare("python", "-c", f"import modgap.numerics.{module}, sys; assert 'torch' not in sys.modules")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_core_computes(bare):
    code = "from modgap.numerics.bessel import log_iv; print(repr(float(log_iv(255.0, 10.0))))"
    assert bare("python", "-c", code).stdout.startswith("-751.20779574")


@pytest.mark.parametrize(
    ("module", "extra"),
    [
        ("numerics.loss", "torch"),
        ("numerics.torch_bessel", "torch"),
        ("numerics.contrastive.optimize", "torch"),
        ("theory", "theory"),
        ("paper_checks.figures.trap", "figures"),
    ],
)
def test_a_missing_extra_is_one_line_that_names_it(bare, wheel, module, extra):
    done = bare("python", "-c", f"import modgap.{module}")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(f"which is not installed: pip install '{wheel}[{extra}]'")


@pytest.mark.parametrize("command", [(), ("gap", "a.npy"), ("verify",)])
def test_the_command_says_what_it_lacks(bare, wheel, command):
    done = bare("modgap", *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"modgap: the command needs click, which is not installed: pip install '{wheel}[theory]'\n"


def test_only_the_core_is_required():
    required = [line for line in requires("modgap") if "extra ==" not in line]
    assert {line.partition(">")[0] for line in required} == {"numba", "numpy", "scipy", "threadpoolctl"}


# --- with everything that extras bring -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def complete(wheel, tmp_path_factory):
    """A fresh environment with the wheel, and all else from the one of the tests; a function that runs commands."""
    folder = tmp_path_factory.mktemp("complete")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel]
    subprocess.run(install, check=True)
    (site,) = (folder / "lib").glob("python*/site-packages")
    # A plain path: what .pth files there would bring in, a checkout of modgap among it, stays out.
    (site / "others.pth").write_text(f"{Path(numpy.__file__).parents[1]}\n")

    def run(*command):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        words = [folder / "bin" / "modgap", *command]
        return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.mark.slow
def test_property_tests_run_from_the_wheel(complete):
    done = complete("test", "cor.1", "thm.1.separate", "--examples", "4", "--jobs", "1", "--device", "cpu", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert [(part["id"], part["outcome"]) for part in report["claims"]] == [
        ("cor.1", "held"), ("thm.1.separate", "false, as recorded")
    ]  # fmt: skip
    assert all(part["met"] >= 4 for part in report["claims"][:1])
    schema = json.loads((ROOT / "paper_checks" / "schemas" / "test.schema.json").read_text())
    jsonschema.validate(report, schema)


@pytest.mark.slow
def test_a_violated_claim_of_ones_own_is_shrunk_and_status_1_and_a_bad_id_status_2(complete):
    own = ROOT / "docs" / "examples" / "siglip.py"
    done = complete("test", "--ledger", own, "siglip.too_high", "--jobs", "1", "--device", "cpu", "--json")
    (part,) = json.loads(done.stdout)["claims"]
    assert (done.returncode, part["outcome"]) == (1, "violated")
    # The least witness has one pair, in the least dimension.
    assert (part["witness"]["point"]["N"], part["witness"]["point"]["h"]) == (1, 2)
    done = complete("test", "cor.one")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("modgap: ID: got 'cor.one'; expected")


@pytest.mark.slow
def test_commands_find_what_comes_with_the_wheel(complete):
    assert complete("verify", "bessel.recurrence", "--level", "quick", "--jobs", "1").returncode == 0
    assert json.loads(complete("gap", "--sample", "--json").stdout)["pairs"] == 1000
