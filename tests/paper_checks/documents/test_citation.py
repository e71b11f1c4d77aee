"""`modgap cite` and CITATION.cff: complete, of valid form, and of one version and year."""

from __future__ import annotations

import email.message
import json
import re
import shutil
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from modgap.paper_checks.cli import cli
from modgap.paper_checks.documents import citation
from modgap.paper_checks.documents.citation import Origin, bibtex
from modgap.theory import ledger
from modgap.theory.verification import record

ROOT = Path(__file__).parents[3]
CFF = (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def entries(text: str) -> dict[str, dict[str, str]]:
    """Read BibTeX: key -> fields. Braces must balance, and nothing may stand between fields."""
    found, rest = {}, text
    while rest.strip():
        head = re.match(r"\s*@(\w+)\{([^,{}\s\\]+),\s*", rest)
        assert head, rest[:80]
        fields, rest = {"type": head[1]}, rest[head.end() :]
        while not rest.startswith("}"):
            name = re.match(r"(\w+)\s*=\s*", rest)
            assert name, rest[:80]
            value, rest = _braced(rest[name.end() :])
            fields[name[1]] = value
            separator = re.match(r",\s*", rest)
            assert separator
            rest = rest[separator.end() :]
        found[head[2]], rest = fields, rest[1:]
    return found


def _braced(text: str) -> tuple[str, str]:
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            assert letter == "}"
            return text[1:at], text[at + 1 :]
    raise AssertionError(f"not closed: {text[:80]}")


@pytest.mark.parametrize("name", ["thm.1.trace", "thm.1.separate", "thm.2.covariance"])
def test_cite_names_claim_status_version_and_digests(name):
    text = CliRunner().invoke(cli, ["cite", name], standalone_mode=False).stdout
    cited = entries(text)[f"modgap-{name.replace('.', '-')}"]
    note = cited["note"].replace(r"\_", "_")
    assert f"Claim {name}, version {version('modgap')}" in note
    assert f"status {record.recorded()[name]['status']}" in note
    statement, whole = record.recorded()[name]["statement"], record.digest(record.recorded())
    # What is printed fits on a line; nothing is lost by it.
    assert f"statement {statement[:23]}, ledger {whole[:23]}" in note
    assert (cited["statement"], cited["ledger"]) == (statement, whole)
    assert cited["version"] == version("modgap")
    assert entries(text)["yi2025decipher"]["eprint"] == "2510.03268"


def test_every_claim_can_be_cited():
    keys = set()
    for claim in ledger().values():
        text = bibtex(claim)
        (key,) = entries(text).keys() - {"yi2025decipher", "yi2026convergent"}
        keys.add(key)
        assert not re.search(r"(?<!\\)[%#&]", text)
        assert {letter for letter in text if ord(letter) > 255} == set()
    assert len(keys) == len(ledger())


def test_several_claims_make_one_file_without_repetition():
    args = ["cite", "thm.1", "thm.1.separate", "thm.1"]
    text = CliRunner().invoke(cli, args, standalone_mode=False).stdout
    assert list(entries(text)) == ["modgap-thm-1", "modgap-thm-1-separate", "yi2025decipher", "yi2026convergent"]
    assert text.count("@misc") == 3


def test_the_title_of_what_is_false_says_so():
    refuted, proved = (next(iter(entries(bibtex(ledger()[i])).values())) for i in ("thm.1.separate", "thm.1"))
    assert refuted["title"].startswith("{Refuted: ")
    assert not proved["title"].startswith("{Refuted: ")


def test_address_and_commit_stand_in_an_entry_where_they_are_known(monkeypatch):
    monkeypatch.setattr(citation, "origin", lambda: Origin("https://example.org/modgap", "0123456789abcdef" * 2))
    cited = next(iter(entries(bibtex(ledger()["thm.1"])).values()))
    assert cited["url"] == "https://example.org/modgap"
    assert "commit 0123456789ab," in cited["note"]
    monkeypatch.setattr(citation, "origin", lambda: Origin("", "0123456789abcdef" * 2, changed=True))
    cited = next(iter(entries(bibtex(ledger()["thm.1"])).values()))
    assert "commit 0123456789ab with changes," in cited["note"]
    monkeypatch.setattr(citation, "origin", Origin)
    cited = bibtex(ledger()["thm.1"])
    assert "commit" not in cited
    assert "url" not in cited.partition("@misc{yi")[0]


def git(folder, *command):
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", folder, *who, *command], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path):
    git(tmp_path, "init", "--quiet")
    (tmp_path / "a").write_text("1\n", encoding="utf-8")
    git(tmp_path, "add", "a")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def test_the_commit_of_a_checkout_is_known_and_whether_it_was_changed(checkout):
    commit = git(checkout, "rev-parse", "HEAD")
    assert citation.of_checkout(checkout) == Origin("", commit)
    (checkout / "new").write_text("1\n", encoding="utf-8")
    assert not citation.of_checkout(checkout).changed
    (checkout / "a").write_text("2\n", encoding="utf-8")
    assert citation.of_checkout(checkout) == Origin("", commit, changed=True)


@pytest.mark.parametrize(
    ("remote", "named"),
    [
        ("https://example.org/modgap.git", "https://example.org/modgap.git"),
        ("https://someone:secret@example.org:8443/modgap", "https://example.org:8443/modgap"),
        ("/somewhere/modgap", ""),
        ("file:///somewhere/modgap", ""),
        ("git@example.org:modgap.git", ""),
        ("ssh://git@example.org/modgap.git", ""),
    ],
)
def test_no_address_is_named_that_others_cannot_reach(checkout, remote, named):
    git(checkout, "remote", "add", "origin", remote)
    assert citation.of_checkout(checkout).url == named


def test_the_commit_of_a_build_is_what_was_noted(tmp_path):
    assert citation.of_build(tmp_path) == Origin()
    for written, expected in [("", Origin()), ("0123abc\n", Origin("", "0123abc")),
                              ("0123abc changed\n", Origin("", "0123abc", changed=True))]:  # fmt: skip
        (tmp_path / "commit.txt").write_text(written, encoding="utf-8")
        assert citation.of_build(tmp_path) == expected


@pytest.mark.parametrize(
    ("noted", "expected"),
    [
        ({"url": "https://a:b@example.org/m", "vcs_info": {"vcs": "git", "commit_id": "0123abc"}},
         Origin("https://example.org/m", "0123abc")),
        ({"url": "file:///somewhere/m", "dir_info": {"editable": True}}, Origin("", "4567def")),
        ({"url": "file:///somewhere/m-0.1.0-py3-none-any.whl", "archive_info": {}}, Origin("", "4567def")),
        ({}, Origin("", "4567def")),
    ],
)  # fmt: skip
def test_what_pip_has_noted_of_a_repository_comes_first(monkeypatch, noted, expected):
    class Installed:
        metadata = email.message.Message()

        def read_text(self, name):
            return json.dumps(noted) if noted else None

    for way in ("of_checkout", "of_build"):
        monkeypatch.setattr(citation, way, lambda place: Origin("", "4567def"))
    monkeypatch.setattr(citation, "distribution", lambda name: Installed())
    assert citation.origin.__wrapped__() == expected
    Installed.metadata["Project-URL"] = "Repository, https://example.org/named"
    assert citation.origin.__wrapped__().url == (expected.url or "https://example.org/named")


ENGINES = [engine for engine in ("lualatex", "xelatex", "pdflatex") if shutil.which(engine)]


@pytest.mark.skipif(not ENGINES, reason="TeX: none of lualatex, xelatex and pdflatex is installed")
@pytest.mark.parametrize(
    "names",
    [
        ["thm.1.trace", "thm.1.separate", "bessel.ratio.amos", "thm.2.covariance"],
        pytest.param(list(ledger()), marks=pytest.mark.slow, id="every claim"),
    ],
)
def test_paragraphs_can_be_set(names, tmp_path):
    body = CliRunner().invoke(cli, ["cite", "--latex", *names], standalone_mode=False).stdout
    head = "\\documentclass{article}\\usepackage{amsmath,amssymb}\\begin{document}\n"
    (tmp_path / "claims.tex").write_text(head + body + "\n\\end{document}\n", encoding="utf-8")
    run = [ENGINES[0], "-interaction=nonstopmode", "-halt-on-error", "claims.tex"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, encoding="utf-8", errors="replace", check=False)
    assert done.returncode == 0, done.stdout[-800:]


def test_a_paragraph_says_statement_hypotheses_status_and_trust():
    text = citation.paragraph(ledger()["thm.1.separate"])
    assert r"\paragraph{Refuted: " in text
    assert r"\texttt{thm.1.separate}" in text
    assert "h \\geq 2" in text
    assert "Arb ball arithmetic" in text


def test_one_trusted_item_is_counted_in_the_singular():
    text = citation.paragraph(ledger()["paper.thm.3"])
    assert text.count(r"\item") == 1
    assert "It rests on 1 trusted item: 1 engine." in text


def test_a_title_is_escaped():
    claim = next(iter(ledger().values()))
    object_with = type("Claim", (), {**vars(claim), "title": "50 % of A_ν & {more} ≤ 10⁻³", "superseded_by": "b_c",
                                     "statement_digest": "sha256:0"})  # fmt: skip
    cited = next(iter(entries(bibtex(object_with())).values()))
    assert cited["title"] == r"{50 \% of A\textsubscript{\(\nu\)} \& \{more\} \(\le\) 10\({}^{-3}\)}"
    assert r"superseded by b\_c" in cited["note"]


def cff(key: str) -> str:
    found = re.search(rf"^{key}: *\"?(.*?)\"?$", CFF, re.MULTILINE)
    assert found, f"CITATION.cff has no {key}"
    return found[1]


def test_citation_file_has_what_the_format_requires():
    assert cff("cff-version") == "1.2.0"
    assert cff("message")
    assert cff("title")
    assert cff("type") == "software"
    assert re.search(r"^authors:\n(  - name: \".+\"\n)+", CFF, re.MULTILINE)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", cff("date-released"))
    assert "arXiv:2510.03268" in CFF


def test_one_version_and_one_year():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cff("version") == project["version"] == version("modgap")
    assert cff("license") == project["license"]
    first = next(iter(entries(bibtex(next(iter(ledger().values())))).values()))
    assert first["year"] == cff("date-released")[:4]
