"""The cache of verdicts: it spares derivations, and nothing that is found in it turns a failure into a pass."""

from __future__ import annotations

import ast
import json
import os
import re
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import sympy as sp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.rules import identity
from modgap.theory.language.domain import Domain
from modgap.theory.verification import cache as caching
from modgap.theory.verification import published, record, source
from modgap.theory.verification import run as verify
from modgap.theory.verification.cache import Cache, default_folder

z = sp.Symbol("z", positive=True)
TRUE = sp.Eq((z + 1) ** 2, z**2 + 2 * z + 1, evaluate=False)
OTHER = sp.Eq((z + 2) ** 2, z**2 + 4 * z + 4, evaluate=False)


class Planted:
    """A claim whose derivation counts how often it is run, and can be made to fail."""

    def __init__(self, name="planted", statement=TRUE, fails=False):
        self.runs, self.name, self.statement, self.fails = 0, name, statement, fails

    def anew(self):
        about = {"title": "", "relation": "ours", "source": "", "domain": Domain(z)}
        return claim(id=self.name, statement=self.statement, **about)(self._derive)

    def _derive(self, c):
        self.runs += 1
        return identity(sp.Eq(z, z, evaluate=False) if self.fails else c.statement, c.domain)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(record, "PATH", tmp_path / "ledger.lock")
    monkeypatch.setattr(published, "PATH", tmp_path / "published.lock")
    record.recorded.cache_clear()
    yield tmp_path / "verdicts"
    record.recorded.cache_clear()


@pytest.fixture
def report_on(folder, monkeypatch):
    """Verify planted claims as a new process would, with a cache."""

    def run(*planted, level="quick", cache=True, write_record=False):
        claims = {p.name: p.anew() for p in planted}
        monkeypatch.setattr(verify, "ledger", lambda: claims)
        kept = Cache(folder) if cache else None
        return verify.verify(level=level, write_record=write_record, cache=kept)

    return run


@pytest.fixture
def kept(report_on):
    """A claim that is recorded as proved, and whose verdict is in the cache."""
    planted = Planted()
    report_on(planted, write_record=True)
    report_on(planted)
    planted.runs = 0
    return planted


def entries(folder):
    return sorted(folder.rglob("*.json"))


def only_entry(folder):
    (path,) = entries(folder)
    return path


def seal(entry):
    entry["seal"] = caching._hash([entry["key"], entry["finding"]])
    return entry


# --- what it spares ----------------------------------------------------------------------------------------------


def test_an_unchanged_claim_is_not_derived_again(report_on, kept):
    report = report_on(kept)
    assert kept.runs == 0
    assert report["ok"]
    assert report["claims"][0]["cached"] is True
    plain = report_on(kept, cache=False)
    assert kept.runs == 1
    assert plain["claims"][0]["cached"] is False
    assert plain["digest"] == report["digest"]
    same = [{k: v for k, v in r["claims"][0].items() if k not in ("cached", "seconds")} for r in (report, plain)]
    assert json.loads(json.dumps(same[0])) == json.loads(json.dumps(same[1]))


def test_what_is_recorded_is_derived(report_on, kept):
    assert report_on(kept, write_record=True)["claims"][0]["cached"] is False
    assert kept.runs == 1


@pytest.mark.parametrize("change", ["level", "statement", "source", "engine", "form"])
def test_anything_that_a_verdict_depends_on_voids_it(report_on, kept, change, monkeypatch):
    if change == "statement":
        kept.statement = OTHER
    if change == "source":
        monkeypatch.setattr(source, "AT_IMPORT", "sha256:0")
    if change == "engine":
        monkeypatch.setattr(source, "_version", lambda name: "0.0" if name == "z3-solver" else "1")
    if change == "form":
        monkeypatch.setattr(caching, "FORM", 2)
    report = report_on(kept, level="default" if change == "level" else "quick")
    assert kept.runs == 1
    assert not report["claims"][0]["cached"]


def test_every_third_party_import_of_theory_is_an_engine():
    distributions = packages_distributions()
    imported = set()
    for path in Path(source.__file__).parents[1].rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module.split(".")[0])
    third_party = imported - set(sys.stdlib_module_names) - {"modgap"}
    assert {"sympy", "flint", "z3", "cvc5"} <= third_party
    assert {d for name in third_party for d in distributions[name]} <= set(source.ENGINES)


def test_the_digest_is_of_names_and_contents(tmp_path):
    (tmp_path / "a.py").write_text("1")
    before = source.digest(tmp_path)
    for name, content in [("a.py", "2"), ("b.py", "1"), ("a.py", "1\0b.py\x001")]:
        other = tmp_path / str(hash((name, content)))
        other.mkdir()
        (other / name).write_text(content)
        assert source.digest(other) != before
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "c.py").write_text("")
    assert source.digest(tmp_path) != before


# --- what is not kept --------------------------------------------------------------------------------------------


def test_an_open_claim_is_tried_again(report_on, folder):
    unsettled = Planted(fails=True)
    report_on(unsettled)
    report_on(unsettled)
    assert unsettled.runs == 2
    assert entries(folder) == []


def test_nothing_is_kept_of_a_source_that_was_edited_meanwhile(report_on, folder, monkeypatch):
    monkeypatch.setattr(source, "digest", lambda: "sha256:edited")
    report_on(Planted())
    assert entries(folder) == []


def test_old_versions_are_forgotten_and_other_peoples_folders_are_not(report_on, folder, monkeypatch):
    (folder / "pictures").mkdir(parents=True)
    monkeypatch.setattr(source, "digest", lambda: source.AT_IMPORT)
    for n in range(caching.KEPT + 3):
        monkeypatch.setattr(source, "AT_IMPORT", f"sha256:{n}")
        report_on(Planted())
    assert len(entries(folder)) == caching.KEPT
    assert (folder / "pictures").is_dir()


# --- corrupted, edited, swapped, foreign -------------------------------------------------------------------------


def edits():
    """Ways to tamper with an entry: name -> what it does to the parsed entry."""

    def of_finding(**changes):
        return lambda e: {**e, "finding": {**e["finding"], **changes}}

    def of_key(**changes):
        return lambda e: {**e, "key": {**e["key"], **changes}}

    return {
        "status": of_finding(status="certified"),
        "status that is none": of_finding(status="true"),
        "evidence": of_finding(evidence=[]),
        "evidence of another kind": of_finding(evidence=[{"rule": "cite", "what": "", "detail": {}}]),
        "trusts": of_finding(trusts=[]),
        "depends": of_finding(depends=["another"]),
        "rules": of_finding(rules=["cite"]),
        "seconds": of_finding(seconds=float("nan")),
        "seconds that are none": of_finding(seconds="fast"),
        "a field more": of_finding(ok=True),
        "statement": of_finding(statement="sha256:0"),
        "another claim": of_key(claim="another"),
        "another level": of_key(level="full"),
        "another source": of_key(source="sha256:0"),
        "another version of an engine": lambda e: of_key(environment={**e["key"]["environment"], "sympy": "1.0"})(e),
        "no finding": lambda e: {"key": e["key"], "seal": e["seal"]},
        "finding null": lambda e: {**e, "finding": None},
        "seal": lambda e: {**e, "seal": "0" * 64},
        "a list": lambda e: [e],
        "a word": lambda e: "proved",
        "nothing": lambda e: None,
    }


@pytest.mark.parametrize("name", edits())
def test_an_edited_entry_is_passed_over(report_on, kept, folder, name):
    path = only_entry(folder)
    path.write_text(json.dumps(edits()[name](json.loads(path.read_text()))))
    kept.fails = True
    report = report_on(kept)
    assert kept.runs == 1
    assert not report["ok"]
    assert report["claims"][0]["status"] == "open"


@pytest.mark.parametrize("name", sorted(set(edits()) - {"seal", "a list", "a word", "nothing", "no finding", "seconds",
                                                         "trusts", "depends"}))  # fmt: skip
def test_a_new_seal_does_not_save_an_entry_that_does_not_fit(report_on, kept, folder, name):
    """Entries that are sealed but are not a finding on this claim, not one that settles it, or not as recorded."""
    path = only_entry(folder)
    path.write_text(json.dumps(seal(edits()[name](json.loads(path.read_text())))))
    kept.fails = True
    assert not report_on(kept)["ok"]
    assert kept.runs == 1


def test_a_kept_verdict_is_still_held_against_the_record(report_on, kept):
    other = Planted()
    document = json.loads(record.PATH.read_text())
    document["claims"]["planted"]["status"] = "tested"
    record.PATH.write_text(json.dumps(document))
    record.recorded.cache_clear()
    report = report_on(other)
    assert not report["ok"]
    assert other.runs == 1
    assert "status was tested, is proved" in report["claims"][0]["changes"]


def test_swapped_entries_are_passed_over(report_on, folder):
    one, two = Planted("one"), Planted("two", OTHER)
    report_on(one, two, write_record=True)
    report_on(one, two)
    first, second = entries(folder)
    a, b = first.read_bytes(), second.read_bytes()
    first.write_bytes(b)
    second.write_bytes(a)
    one.fails = two.fails = True
    report = report_on(one, two)
    assert [part["status"] for part in report["claims"]] == ["open", "open"]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_the_bytes_gives_another_finding(kept, folder, data):
    path = only_entry(folder)
    intact, planted = path.read_bytes(), kept.anew()
    finding = Cache(folder).load(planted, "quick")
    assert finding is not None
    damaged = bytearray(intact)
    kind = data.draw(st.sampled_from(["flip", "cut", "insert", "drop", "repeat"]))
    at = data.draw(st.integers(0, len(intact) - 1))
    if kind == "flip":
        for where in [at, *data.draw(st.lists(st.integers(0, len(intact) - 1), max_size=3))]:
            damaged[where] ^= 1 << data.draw(st.integers(0, 7))
    elif kind == "cut":
        del damaged[at:]
    elif kind == "insert":
        damaged[at:at] = data.draw(st.binary(min_size=1, max_size=40))
    elif kind == "drop":
        del damaged[at : at + data.draw(st.integers(1, 40))]
    else:
        damaged *= 2
    try:
        path.write_bytes(damaged)
        assert Cache(folder).load(planted, "quick") in (None, finding)
    finally:
        path.write_bytes(intact)


def replaced_by_a_folder(path):
    path.unlink()
    path.mkdir()


def replaced_by_a_pipe(path):
    path.unlink()
    os.mkfifo(path)


DAMAGE = {
    "writable by all": lambda path: path.chmod(0o666),
    "empty": lambda path: path.write_bytes(b""),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "deeply nested": lambda path: path.write_text("[" * 100_000),
    "a folder": replaced_by_a_folder,
    "a pipe": replaced_by_a_pipe,
    "gone": Path.unlink,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_no_entry_of_the_users_own_is_passed_over(report_on, kept, folder, name):
    DAMAGE[name](only_entry(folder))
    kept.fails = True
    assert not report_on(kept)["ok"]
    kept.fails = False
    assert report_on(kept)["ok"]


def test_another_users_entry_is_passed_over(report_on, kept, monkeypatch):
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    report_on(kept)
    assert kept.runs == 1


def test_a_file_that_may_not_be_read_is_passed_over(report_on, kept, monkeypatch):
    """As root every file may be read, hence the refusal is planted."""

    def refuse(*_):
        raise PermissionError("not yours")

    monkeypatch.setattr(caching, "_read_own", refuse)
    assert report_on(kept)["ok"]
    assert kept.runs == 1


@pytest.mark.parametrize("place", ["a file", "nowhere", None])
def test_where_nothing_can_be_kept_all_is_derived(report_on, folder, tmp_path, monkeypatch, place):
    (tmp_path / "file").touch()
    places = {"a file": tmp_path / "file", "nowhere": Path(os.devnull, "verdicts"), None: None}
    planted = Planted()
    monkeypatch.setattr(verify, "ledger", lambda: {planted.name: planted.anew()})
    for runs in (1, 2):
        monkeypatch.setattr(verify, "ledger", lambda: {planted.name: planted.anew()})
        report = verify.verify(level="quick", cache=Cache(places[place]))
        assert report["claims"][0]["status"] == "proved"
        assert planted.runs == runs


def test_many_writers_leave_whole_entries(kept, folder):
    planted = kept.anew()
    finding = Cache(folder).load(planted, "quick")

    def work(n):
        cache = Cache(folder)
        for _ in range(25):
            if n % 2:
                cache.store(planted, "quick", finding)
            else:
                assert cache.load(planted, "quick") == finding

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert [p.suffix for p in folder.rglob("*") if p.is_file()] == [".json"]


def test_entries_are_the_users_alone(kept, folder):
    assert stat.S_IMODE(only_entry(folder).stat().st_mode) == 0o600


# --- where it is -------------------------------------------------------------------------------------------------


def test_the_folder_is_the_users_cache_unless_told_otherwise(monkeypatch, tmp_path):
    assert default_folder() == Path(os.devnull)
    monkeypatch.setenv("MODGAP_CACHE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.setenv("MODGAP_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert default_folder() == tmp_path / "xdg" / "modgap" / "verdicts"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".cache" / "modgap" / "verdicts"


def test_the_key_says_with_what(kept, folder):
    key = json.loads(only_entry(folder).read_text())["key"]
    assert key["source"] == source.AT_IMPORT == source.digest()
    assert re.match(r"\d+\.\d+", key["environment"]["sympy"])
    assert key["environment"]["python"] == sys.version
