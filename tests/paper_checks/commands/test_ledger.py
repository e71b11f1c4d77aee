"""`modgap list`, `show`, `verify`, `cite`, `derive` as a user meets them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from modgap.paper_checks.cli import _status, cli
from modgap.paper_checks.documents import readme
from modgap.theory import ledger
from modgap.theory.verification import record

QUICK = "bessel.derivative"


def run(*args: str) -> str:
    result = CliRunner().invoke(cli, args, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def test_list_names_every_claim():
    rows = json.loads(run("list", "--json"))
    assert [row["id"] for row in rows] == list(ledger())
    assert {"id", "title", "relation", "status", "kernel", "by_hand", "source"} <= set(rows[0])
    assert QUICK in run("list")


def test_list_verify_and_show_say_which_kernel_checked(monkeypatch):
    from modgap.theory.rocq import standing

    checked = {QUICK: ledger()[QUICK].statement_digest}
    monkeypatch.setattr(standing, "_recorded", lambda: checked)
    rows = {row["id"]: row["kernel"] for row in json.loads(run("list", "--json"))}
    assert {name for name, kernel in rows.items() if kernel == "rocq"} == {QUICK}
    assert [row["id"] for row in json.loads(run("list", "--kernel", "rocq", "--json"))] == [QUICK]
    report = json.loads(run("verify", QUICK, "thm.1.separate", "--level", "quick", "--jobs", "1", "--json"))
    assert [part["kernel"] for part in report["claims"]] == ["rocq", "python"]
    assert json.loads(run("show", QUICK, "--json"))["kernel"] == "rocq"
    assert "kernel-checked" in run("show", QUICK)
    assert "checked by Rocq too" in run("cite", QUICK)
    assert "Rocq checks this statement too" in run("cite", QUICK, "--latex")
    checked.clear()
    assert json.loads(run("show", QUICK, "--json"))["kernel"] == "python"
    assert "kernel-checked" not in run("show", QUICK)
    assert "Rocq" not in run("cite", QUICK)


def test_show_prints_the_checked_statement():
    document = json.loads(run("show", QUICK, "--json"))
    assert document["statement"]["plain"] == "d/dz I(nu, z) = nu*I(nu, z)/z + I(nu + 1, z)"
    assert document["hypotheses"]["plain"] == ["nu real", "z > 0"]
    assert document["computed_status"] == document["status"] == "proved"
    assert "DLMF 10.25.2" in run("show", QUICK)


def test_verify_reports_as_the_contract_says():
    report = json.loads(run("verify", QUICK, "thm.1.separate", "--level", "quick", "--jobs", "1", "--json"))
    assert {"version", "level", "digest", "part", "ok", "claims"} == set(report)
    assert report["part"].startswith("2 of the ")
    assert report["digest"] == record.digest(record.recorded())
    first, second = report["claims"]
    assert {"id", "title", "relation", "recorded", "status", "ok", "seconds", "hypotheses", "depends", "trusts",
            "evidence"} <= set(first)  # fmt: skip
    assert (first["status"], second["status"]) == ("proved", "refuted")
    assert report["ok"]
    assert all({"rule", "what", "detail"} == set(e) for part in report["claims"] for e in part["evidence"])


#: With its status it is wider than the terminals that programs assume.
LENGTHY = "sphere.mgf.decreasing_in_dimension"


def test_a_pipe_is_given_every_status_and_time_in_full():
    line = next(line for line in run("verify", LENGTHY).splitlines() if LENGTHY in line)
    assert re.fullmatch(rf" *{LENGTHY} +proved, resting on \d proofs? in words +proved +\d+\.\d\d *", line)


def test_verify_in_processes_agrees():
    one, two = (json.loads(run("verify", QUICK, "bessel.positive", "--jobs", n, "--json")) for n in "12")
    assert one["digest"] == two["digest"]


def test_verify_says_what_came_from_an_earlier_run(monkeypatch, tmp_path):
    monkeypatch.setenv("MODGAP_CACHE", str(tmp_path))
    args = ("verify", QUICK, "--level", "quick", "--json")
    first, again, anew = (json.loads(run(*args, *more))["claims"][0] for more in ((), (), ("--no-cache",)))
    assert (first["cached"], again["cached"], anew["cached"]) == (False, True, False)
    assert again["evidence"] == first["evidence"]
    said = run("verify", QUICK, "--level", "quick")
    assert f"1 of the {len(ledger())} claims of the ledger (1 of them from an earlier run" in said
    assert "--no-cache derives them anew): 1 proved; all as recorded" in said
    assert "earlier run" not in run("verify", QUICK, "--level", "quick", "--no-cache")


@pytest.mark.parametrize("key", ["status", "trusts", "depends", "statement"])
def test_verify_falls_short_when_the_record_differs(key, monkeypatch, capsys):
    """A changed record stands for a changed theory: a lost proof, a new trusted theorem, another statement."""
    entries = json.loads(json.dumps(record.recorded()))
    entries[QUICK][key] = ["another"] if isinstance(entries[QUICK][key], list) else "another"
    monkeypatch.setattr(record, "recorded", lambda: entries)
    assert _status(["verify", QUICK, "--level", "quick", "--jobs", "1"]) == 1
    assert "another" in capsys.readouterr().out


def test_another_statement_is_not_recorded_under_a_published_id(monkeypatch, capsys):
    entries = json.loads(json.dumps(record.recorded()))
    entries[QUICK]["statement"] = "another"
    monkeypatch.setattr(record, "recorded", lambda: entries)
    monkeypatch.setattr(record, "write", lambda *_: pytest.fail("it was recorded"))
    assert _status(["verify", "--record"]) == 2
    assert f"{QUICK} would be recorded with another statement" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["show", "thm.9"], "modgap: ID: got 'thm.9'; expected the id of a claim"),
        (["cite", "thm.9"], "got 'thm.9'"),
        (["verify", "thm.9"], "got 'thm.9'"),
        (["verify", "--record", QUICK], "--record: got it with bessel.derivative; expected no ids"),
        (["verify", "--unpublished", QUICK], "--unpublished: got bessel.derivative; expected it along with --record"),
        (["verify", "--level", "huge"], "--level"),
        (["verify", "--jobs", "0"], "--jobs"),
        (["derive", QUICK, "--format", "docx"], "--format"),
        (["derive", QUICK, "--format", "pdf"], "--out: got nothing; expected a folder"),
        (["derive", QUICK, "--out", "/dev/null/x"], "--out: got '/dev/null/x' (Not a directory); expected a folder"),
        (["lits"], "lits"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(args, complaint, capsys):
    assert _status(args) == 2
    captured = capsys.readouterr()
    assert complaint in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_digest_depends_on_statements_and_evidence_alone():
    entries = record.recorded()
    assert record.digest(dict(reversed(entries.items()))) == record.digest(entries)
    changed = {**entries, QUICK: {**entries[QUICK], "rules": ["cite"]}}
    assert record.digest(changed) != record.digest(entries)


@pytest.mark.parametrize("claim_id", [QUICK, "thm.1.separate", "sphere.mgf"])
def test_derivation_page_is_well_formed_and_whole(claim_id):
    claim = ledger()[claim_id]
    page = run("derive", claim_id)
    tree = ET.fromstring(page.removeprefix("<!doctype html>\n"))
    text = "".join(tree.itertext())
    assert claim.title in text
    assert claim.verdict.status.value in text
    for trust in claim.verdict.trusts:
        assert trust in text
    section = next(s for s in tree.iter("section") if s.get("id") == claim_id)
    assert len(section.findall(".//ol/li")) == len(list(claim.steps()))


def test_derivation_page_has_no_loose_ends():
    page = run("derive", "vmf.mgf")
    tree = ET.fromstring(page.removeprefix("<!doctype html>\n"))
    anchors = {node.get("id") for node in tree.iter()}
    links = {node.get("href") for node in tree.iter("a")}
    assert "#sphere.mgf" in links
    assert links <= {f"#{anchor}" for anchor in anchors}


def test_derive_writes_a_file_or_nothing(tmp_path):
    run("derive", QUICK, "--format", "json", "--out", str(tmp_path))
    assert json.loads((tmp_path / "derivations.json").read_text())["claims"][0]["id"] == QUICK
    assert [p.name for p in tmp_path.iterdir()] == ["derivations.json"]


def test_readme_and_page_of_claims_are_those_of_the_record():
    text = readme.README.read_text(encoding="utf-8")
    assert readme.with_counts(text) == text
    assert readme.PAGE.read_text(encoding="utf-8") == readme.page()


def test_readme_needs_its_markers():
    with pytest.raises(ValueError, match="markers"):
        readme.with_counts("no table here")


# --- finding one's way -----------------------------------------------------------------------------------------------


def listed(*options: str) -> set[str]:
    return {row["id"] for row in json.loads(run("list", *options, "--json"))}


def test_filters_of_the_list():
    whole = {c.id: c for c in ledger().values()}
    assert listed("--status", "open", "--status", "tested") == {
        i for i in whole if record.recorded_status(i) in ("open", "tested")
    }
    # A chapter is a whole part of an id: thm.1 is none of thm.10.
    assert listed("--chapter", "thm.1") == {i for i in whole if f"{i}.".startswith("thm.1.")}
    said = {i for i, c in whole.items() if "turán" in f"{i} {c.title} {c.source} {c.about}".casefold()}
    assert listed("--search", "TURÁN", "--search", "bessel") >= said & listed("--chapter", "bessel") != set()
    assert "No claim is such" in run("list", "--search", "no such words")


@pytest.mark.parametrize("command", [("show",), ("verify",), ("cite",), ("trusts",), ("derive",), ("test",)])
def test_a_mistyped_id_is_answered_with_the_nearest(command, capsys):
    assert _status([*command, "thm.1.finit"]) == 2
    assert "; did you mean thm.1.finite or " in capsys.readouterr().err


def test_a_mistyped_command_is_answered_with_the_nearest(capsys):
    assert _status(["gp"]) == 2
    assert "Did you mean 'gap'; expected one of the commands" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "verify", "cite", "trusts", "derive", "test"])
def test_a_shell_can_complete_ids(command):
    shell = ShellComplete(cli, {}, "modgap", "_MODGAP_COMPLETE")
    found = [item.value for item in shell.get_completions([command], "thm.1.fin")]
    assert found == [i for i in ledger() if i.startswith("thm.1.fin")] != []
    if command in ("verify", "derive", "test"):
        assert shell.get_completions([command, "--ledger", "mine.py"], "thm.1.fin") == []
