"""BibTeX for claims and for the paper that they are about, and a claim as a paragraph of LaTeX."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from modgap.paper_checks.documents import tex
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.latex import glossary, hypotheses, latex
from modgap.theory.rocq.standing import kernel
from modgap.theory.verification.record import digest, recorded, recorded_standing, recorded_status
from modgap.theory.verification.trust import KINDS, kind

__all__ = ["Origin", "bibtex", "origin", "paragraph"]

_PAPER = """\
@misc{yi2025decipher,
  author        = {Yi, Lingjie and Douady, Raphael and Chen, Chao},
  title         = {{Decipher the Modality Gap in Multimodal Contrastive Learning:
                   From Convergent Representations to Pairwise Alignment}},
  year          = {2025},
  eprint        = {2510.03268},
  archivePrefix = {arXiv},
  note          = {Version 2, the print that claims are held against},
  url           = {https://arxiv.org/abs/2510.03268v2},
}
@inproceedings{yi2026convergent,
  author    = {Yi, Lingjie and others},
  title     = {{The Convergent Representation of Contrastive Vision-Language Models:
               Geometry, Modality Gap and Shared Space Alignment}},
  booktitle = {International Conference on Machine Learning},
  series    = {Proceedings of Machine Learning Research},
  volume    = {306},
  year      = {2026},
  note      = {A later version; known here by its title and abstract},
}"""
#: So many digits of a digest are printed; all of them stand in a field that styles pass over.
SHOWN_DIGITS = 16


def bibtex(*claims: Claim) -> str:
    """Return BibTeX for claims, each once, and once for the paper.

    An entry has the recorded status, the version and where it is from, and the digests of statement and ledger. The
    title of a claim that is refuted says so. The version stands in the note too, as the standard styles print no
    field `version`.
    """
    return "\n".join([*(_entry(claim) for claim in dict.fromkeys(claims)), _PAPER])


def _entry(claim: Claim) -> str:
    number, source = version("modgap"), origin()
    ledger_digest = digest(recorded())
    note = [
        f"Claim {claim.id}, version {number}",
        *([f"commit {source.commit[:12]}{' with changes' if source.changed else ''}"] if source.commit else []),
        f"status {recorded_standing(claim.id)}",
        *(["checked by Rocq too"] if kernel(claim) == "rocq" else []),
        *([f"superseded by {claim.superseded_by}"] if claim.superseded_by else []),
        f"statement {_short(claim.statement_digest)}",
        f"ledger {_short(ledger_digest)}",
    ]
    fields = {
        "author": "{The modgap authors}",
        "title": f"{{{_title(claim)}}}",
        "howpublished": "modgap, a formal-math verification suite for the theory of the modality gap",
        "year": "2026",
        "version": number,
        **({"url": source.url} if source.url else {}),
        "note": tex.text(", ".join(note)),
        **({"commit": source.commit} if source.commit else {}),
        "statement": claim.statement_digest,
        "ledger": ledger_digest,
    }
    lines = [f"@misc{{modgap-{claim.id.replace('.', '-')},"]
    return "\n".join([*lines, *(f"  {name:<12} = {{{value}}}," for name, value in fields.items()), "}"])


def _title(claim: Claim) -> str:
    return ("Refuted: " if recorded_status(claim.id) == "refuted" else "") + tex.prose(claim.title)


def _short(whole: str) -> str:
    name, _, digits = whole.partition(":")
    return f"{name}:{digits[:SHOWN_DIGITS]}"


@dataclass(frozen=True)
class Origin:
    """Where what is installed came from: an address and a commit, each empty where it is not known."""

    url: str = ""
    commit: str = ""
    #: Whether the sources differ from that commit.
    changed: bool = False


@cache
def origin() -> Origin:
    """Return where what is installed came from; no address is named but one that was given.

    It is what pip has noted of an installation from a repository; else the checkout that the package stands in; else
    the commit that was noted as the package was built. Without an address of these it is the one that the distribution
    names as its repository, if it names one.
    """
    about = distribution("modgap")
    noted = json.loads(about.read_text("direct_url.json") or "{}")
    package = Path(__file__).parents[2]
    if vcs := noted.get("vcs_info"):
        found = Origin(_public(noted.get("url", "")), vcs.get("commit_id", ""))
    else:
        found = of_checkout(package) if (package / ".git").exists() else of_build(package)
    urls = dict(line.split(", ", 1) for line in about.metadata.get_all("Project-URL") or [])
    return replace(found, url=found.url or urls.get("Repository", ""))


def of_checkout(root: Path) -> Origin:
    """Return the commit of a checkout, and where it was fetched from if that is an address on the web."""
    commit = _git(root, "rev-parse", "HEAD")
    changed = bool(commit and _git(root, "status", "--porcelain", "--untracked-files=no"))
    return Origin(_public(_git(root, "remote", "get-url", "origin")), commit, changed)


def of_build(package: Path) -> Origin:
    """Return the commit that setup.py noted beside the package, which may have been changed since."""
    try:
        commit, *changed = (package / "commit.txt").read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return Origin()
    return Origin("", commit, bool(changed))


def _git(root: Path, *command: str) -> str:
    """Return what git says of a checkout, and nothing where it says nothing or is not there."""
    try:
        run = ["git", "-C", str(root), *command]
        done = subprocess.run(run, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _public(url: str) -> str:
    """Return an address of the web without a name and password in it; nothing of a place that others cannot reach."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def paragraph(claim: Claim) -> str:
    """Return LaTeX for a paper: title, hypotheses, statement, what symbols mean, status, and what is trusted.

    It needs amsmath and amssymb.
    """
    meanings = [meaning for *_, meaning in glossary(claim.spoken)]
    trusts = recorded().get(claim.id, {}).get("trusts", [])
    counted = {what: sum(kind(name) == what for name in trusts) for what in KINDS}
    words = {
        "by hand": "{} proved in words", "cited": "{} cited", "definition": "{} definition{s}", "engine": "{} engine{s}"
    }  # fmt: skip
    what = "refutation" if recorded_status(claim.id) == "refuted" else "statement"
    checked = f" Rocq checks this {what} too." if kernel(claim) == "rocq" else ""
    parts = [words[what].format(count, s="" if count == 1 else "s") for what, count in counted.items() if count]
    resting = ", ".join(parts) or "nothing"
    asked = ",\\quad ".join(hypotheses(claim.domain))
    lines = [
        rf"\paragraph{{{_title(claim)}}} (\texttt{{{tex.text(claim.id)}}}, {recorded_standing(claim.id)}"
        rf"~\cite{{modgap-{claim.id.replace('.', '-')}}})",
        rf"Hypotheses: \({asked}\)." if asked else "No hypotheses.",
        rf"\[ {latex(claim.statement)} \]",
    ]
    if meanings:
        lines.append("where " + "; ".join(rf"\({meaning}\)" for meaning in meanings) + ".")
    items = "item" if len(trusts) == 1 else "items"
    lines.append(f"It rests on {len(trusts)} trusted {items}: {resting}.{checked}")
    lines += [r"\begin{itemize}", *(rf"\item {tex.prose(name)}" for name in trusts), r"\end{itemize}"] if trusts else []
    return "\n".join(lines)
