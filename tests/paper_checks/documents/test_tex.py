"""TeX: prose is escaped, documents are balanced, and where an engine is at hand they compile."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modgap.paper_checks.cli import _status
from modgap.paper_checks.commands import derive as derive_command
from modgap.paper_checks.documents import tex
from modgap.paper_checks.documents.derivation import render
from modgap.theory import ledger
from modgap.theory.book import CHAPTERS
from modgap.theory.verification import record

#: One claim of every outcome that a document sets in its own way.
SAMPLE = ("sphere.mgf", "bessel.ratio.amos", "thm.1.separate")


@cache
def document() -> str:
    return render([ledger()[name] for name in SAMPLE], "tex")


def unbalanced(text: str) -> str | None:
    """Return the first brace, environment or formula of a TeX text that is not closed by its own kind, or None."""
    text = re.sub(r"(?<!\\)%.*", "", text)
    opened: list[str] = []
    closes = {"}": "{", r"\)": r"\(", r"\]": r"\["}
    for token in re.findall(r"\\(?:begin|end)\{\w+\}|\\[^a-zA-Z]|[{}]", text):
        if token in ("{", r"\(", r"\[") or token.startswith(r"\begin"):
            opened.append(token)
        elif token in closes or token.startswith(r"\end"):
            opener = closes.get(token) or token.replace("end", "begin", 1)
            if not opened or opened.pop() != opener:
                return token
    return opened[-1] if opened else None


@pytest.mark.parametrize("text", ["{", "}", r"\begin{a}\end{b}", r"\(", r"\[ { \] }", r"\begin{a}{\end{a}}", r"\)"])
def test_the_check_of_balance_finds_what_is_open(text):
    assert unbalanced(text)


def test_the_check_of_balance_knows_escapes_and_comments():
    assert unbalanced("\\{ \\\\ \\(x\\) % {\n\\begin{a}\\end{a}") is None


def test_the_document_is_balanced():
    assert unbalanced(document()) is None


@settings(deadline=None)
@given(st.text(st.sampled_from("ab_^{}\\%$#&~<>νκ²½⁻¹₀−≤√…–. 1"), max_size=30))
def test_prose_is_balanced_whatever_it_holds(words):
    for made in (tex.text(words), tex.prose(words)):
        assert unbalanced(made) is None
        assert made.isascii() or set(made) <= set(map(chr, range(256)))


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("50 % of A_ν", r"50 \% of A\textsubscript{\(\nu\)}"),
        ("z^{−ν} I_ν(z)", r"z\textsuperscript{\(-\)\(\nu\)} I\textsubscript{\(\nu\)}(z)"),
        ("10⁻¹⁴", r"10\({}^{-14}\)"),
        ("I_ν.", r"I\textsubscript{\(\nu\)}."),
        ("a_b.c", r"a\_b.c"),
        ("a\\b", r"a\textbackslash{}b"),
        ("von Mises–Fisher", "von Mises--Fisher"),
        ("Turán", "Turán"),
    ],
)
def test_prose(words, made):
    assert tex.prose(words) == made


def test_every_letter_of_the_ledger_can_be_set():
    """Titles, explanations, hypotheses, chapters and trusts; what the steps say is checked as documents are made."""
    words = [chapter.__doc__ for chapter in CHAPTERS]
    for claim in ledger().values():
        words += [claim.title, claim.about, claim.source]
    words += [trust for entry in record.recorded().values() for trust in entry["trusts"]]
    assert {letter for said in words for letter in tex.prose(said) if ord(letter) > 255} == set()


def test_the_document_holds_no_letter_beyond_latin_1():
    assert {letter for letter in document() if ord(letter) > 255} == set()


def test_no_step_has_an_empty_title():
    text = document()
    assert r"\emph{}" not in text
    assert re.search(r"\\item$", text, re.MULTILINE)


def test_the_document_is_one_of_chapters():
    text = document()
    assert text.count(r"\documentclass") == text.count(r"\tableofcontents") == 1
    titles = re.findall(r"\\section\{(.*)\}", text)
    assert len(titles) == len(set(titles)) == 3
    assert len(re.findall(r"\\subsection\{", text)) == 3
    assert set(re.findall(r"\\hyperref\[(.*?)\]", text)) <= {"#1"} | set(re.findall(r"\\label\{(.*?)\}", text))


ENGINE = next((e for e in ("pdflatex", *derive_command.ENGINES) if shutil.which(e)), None)


@pytest.mark.skipif(ENGINE is None, reason="no TeX engine is installed; the checks of balance above still hold")
def test_the_document_compiles(tmp_path):
    assert ENGINE is not None
    (tmp_path / "d.tex").write_text(document(), encoding="utf-8")
    run = [ENGINE, "-interaction=nonstopmode", "-halt-on-error", "d.tex"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-800:]
    log = (tmp_path / "d.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF")


def test_without_an_engine_there_is_a_clear_message_and_no_file(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(derive_command, "_rendered", lambda *_: pytest.fail("derived for nothing"))
    assert _status(["derive", "sphere.mgf", "--format", "pdf", "--out", str(tmp_path / "out")]) == 2
    message = capsys.readouterr().err
    assert "--format: got pdf; expected one of lualatex, xelatex, pdflatex installed" in message
    assert not (tmp_path / "out").exists()


def test_an_engine_that_fails_leaves_no_file(monkeypatch, tmp_path, capsys):
    broken = tmp_path / "bin" / "lualatex"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\necho '! Undefined control sequence.'\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(broken) if name == "lualatex" else None)
    monkeypatch.setattr(derive_command, "_rendered", lambda *_: "")
    assert _status(["derive", "sphere.mgf", "--format", "pdf", "--out", str(tmp_path / "out")]) == 2
    assert "Undefined control sequence" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
