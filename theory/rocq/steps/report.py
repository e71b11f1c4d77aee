"""What became of the steps that were exported, as the page docs/kernel-steps.md; the page is written by no one else."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import sympy as sp

from modgap.theory.book import ledger
from modgap.theory.kernel.claims import Claim, is_theorem
from modgap.theory.kernel.status import Status
from modgap.theory.language.symbols import reductions
from modgap.theory.rocq import children
from modgap.theory.rocq.check import SOURCES, NotCheckedError, listed
from modgap.theory.rocq.standing import kernel
from modgap.theory.rocq.steps import run
from modgap.theory.rocq.steps.printing import UnprintableError, proposition
from modgap.theory.rocq.steps.reading import Reader, Step, derivation
from modgap.theory.rocq.steps.run import Book, Lemma, Workshop, gaps, slug, theorems

#: The page that a run with --record writes.
PAGE = SOURCES.parent / "docs/kernel-steps.md"

#: What decides what is compiled: the exporter, below the package, and the tactics, below `rocq/`.
EXPORTER = (
    "statements.py",
    *(
        f"steps/{part}.py"
        for part in ("algebra", "certificates", "exponents", "printing", "reading", "run", "scripts", "search")
    ),
)
TACTICS = tuple(f"steps/{name}" for name in run.TACTICS)

#: What has to be compiled before the steps, of the development: for the steps alone, and for claims from definitions.
NEEDED, PROOFS = "theories/Ledger/Statements.vo theories/Bessel/Wallis.vo", "theories/Ledger/Check.vo"

#: Where a run compiles, and keeps what it found for the next.
WORK = SOURCES.parent / "build/rocq-steps"


@dataclass(frozen=True)
class Found:
    """What a claim's derivation came to in Rocq.

    Attributes
    ----------
    steps, gaps, unwritten : int
        The lemmas of the derivation; those that its theorem takes for granted; those of them without a proposition.
    assumed, trusted : frozenset of str
        The theorems that `Print Assumptions` names, and those that our kernel lists for these steps, as `slug` writes
        them.
    checked : int
        The claims that it takes from their proofs from definitions.
    broken : str
        What coqc said where it did not compile the file.
    """

    steps: int
    gaps: int
    unwritten: int
    assumed: frozenset[str]
    trusted: frozenset[str]
    checked: int = 0
    broken: str = ""

    @property
    def complete(self) -> bool:
        """Whether every step was proved, or is a citation."""
        return not (self.gaps or self.broken)

    @property
    def reproduced(self) -> bool:
        """Whether Rocq names the very theorems of the trust list."""
        return self.complete and self.assumed == self.trusted


@dataclass
class Report:
    """What a run came to.

    Attributes
    ----------
    claims : dict
        By id, what became of the claims that were handed to Rocq.
    proved, failed : list of Lemma
        The steps that were proved, and those that were not; citations are in neither.
    lemmas : dict
        All steps by the names of their lemmas.
    left : list of str
        The claims that there was no time for.
    unwritten : dict
        By id, what the statements of the claims that could not be written speak of.
    unproved : dict
        By id, the status of the claims that have no proof to export: certified, refuted, cited, tested, open.
    asked, known : int
        How many claims were asked for, of how many in the ledger.
    seconds : float
        How long Rocq took.
    """

    claims: dict[str, Found] = field(default_factory=dict)
    proved: list[Lemma] = field(default_factory=list)
    failed: list[Lemma] = field(default_factory=list)
    lemmas: dict[str, Lemma] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    unwritten: dict[str, str] = field(default_factory=dict)
    unproved: dict[str, str] = field(default_factory=dict)
    asked: int = 0
    known: int = 0
    seconds: float = 0.0


# --- the run --------------------------------------------------------------------------------------------------------


def prepared(folder: Path, sources: Path = SOURCES, needed: str = NEEDED) -> Path:
    """Compile what the steps rest on in a folder, what changed since the last time, and return where their files go.

    Raises
    ------
    NotCheckedError
        If coqc is missing or refuses it.
    """
    if not all(map(shutil.which, ("coqc", "coqtop", "coq_makefile"))):
        raise NotCheckedError("coqc is not installed (Debian: apt-get install coq libcoq-coquelicot)")
    bring(sources, folder)
    built = f"coq_makefile -f _CoqProject -o Makefile.coq && make -s -f Makefile.coq COQEXTRAFLAGS='-w none' {needed}"
    each = [f"coqc -q -w none -Q theories Modgap -Q steps Steps {file}" for file in TACTICS]
    said = children.run(["sh", "-c", " && ".join([built, *each])], folder)
    if said.returncode:
        raise NotCheckedError("coqc refused what the steps rest on:\n" + (said.stdout + said.stderr)[-2000:])
    return folder / "steps"


def bring(sources: Path, folder: Path) -> None:
    """Copy the sources that differ from what a folder has, and delete what is no source any more."""
    wanted = {path.relative_to(sources): path.read_bytes() for path in sources.rglob("*.v")}
    wanted[Path("_CoqProject")] = (sources / "_CoqProject").read_bytes()
    for old in folder.rglob("*.v"):
        if old.relative_to(folder) not in wanted:
            old.unlink()
    for path, content in wanted.items():
        there = folder / path
        if not there.exists() or there.read_bytes() != content:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(content)


def export(
    ids: Iterable[str] = (), minutes: float = 30.0, say: Callable[[str], None] = print, work: Path = WORK
) -> Report:
    """Export the steps of claims and have coqc prove them: first the claims that are not proved from definitions.

    Parameters
    ----------
    ids : iterable of str
        The claims; by default all.
    minutes : float
        No claim is begun after that; those that are left are reported.
    say : callable
        Told of each claim.
    work : Path
        Where what is compiled and found is kept for the next run.
    """
    wanted = [ledger()[i] for i in ids] or list(ledger().values())
    report, book = Report(asked=len({claim.id for claim in wanted}), known=len(ledger())), Book()
    checked = from_definitions()
    begun = time.monotonic()
    shop = Workshop(prepared(work, needed=PROOFS), work / "theories", book, work / "found.json")
    roots = proofs(wanted, report, checked)
    sizes = {i: len(list(derivation(root))) for i, root in roots.items()}
    for n, batch in enumerate(batches(sorted(roots, key=lambda i: (i in checked, sizes[i], i)), sizes)):
        if time.monotonic() - begun > 60 * minutes:
            report.left += batch
            continue
        add(report, shop, f"batch_{n}", {i: roots[i] for i in batch})
        for i in batch:
            say(f"{i}: {verdict(report.claims[i])}")
    report.seconds = time.monotonic() - begun
    return report


def from_definitions() -> frozenset[str]:
    """Return the claims that Rocq proves from definitions, by the record of these very sources and statements."""
    return frozenset(claim.id for claim, refuted in listed() if not refuted and kernel(claim) == "rocq")


def proofs(claims: Iterable[Claim], report: Report, checked: Collection[str] = ()) -> dict[str, Step]:
    """Return the steps that state the claims that are proved; what is left out goes into a report.

    Of the claims that these rest on, those that are checked from definitions are taken from there.

    A claim that rests on an enclosure has no proof for Rocq to follow, and one that is refuted has a point instead.
    """
    reader = Reader(checked)
    roots: dict[str, Step] = {}
    for claim in claims:
        root = reader.claim(claim) if claim.verdict.status is Status.PROVED else None
        if root is None:
            report.unproved[claim.id] = claim.verdict.status.value
            continue
        try:
            proposition(root)
        except UnprintableError as reason:
            report.unwritten[claim.id] = str(reason)
            continue
        roots[claim.id] = root
    return roots


def batches(ids: Iterable[str], sizes: Mapping[str, int], size: int = 25) -> Iterator[list[str]]:
    """Yield claims in groups of about so many steps, as a call of coqc takes its time to begin."""
    batch: list[str] = []
    for i in ids:
        if batch and sum(sizes[j] for j in batch) + sizes[i] > size:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def add(report: Report, shop: Workshop, module: str, roots: Mapping[str, Step]) -> None:
    """Compile the steps of claims and put what came of them into a report."""
    compiled = shop.compile(module, roots)
    report.proved += compiled.proved
    report.failed += compiled.failed
    for claim_id, root in roots.items():
        lemmas = shop.book.lemmas(root)
        report.lemmas |= {lemma.name: lemma for lemma in lemmas}
        assumes = compiled.assumes.get(claim_id, frozenset())
        report.claims[claim_id] = Found(
            len(lemmas),
            len(gaps(assumes)),
            sum(not lemma.written for lemma in lemmas),
            frozenset(theorems(assumes)),
            frozenset(map(slug, trusted(root))),
            sum(lemma.step.checked for lemma in lemmas),
            compiled.broken,
        )


def trusted(root: Step) -> set[str]:
    """Return the theorems that our kernel lists for steps, but those by which definitions of symbols are reductions."""
    steps = list(derivation(root))
    own = {f"by hand: {theorem}" for theorem in reductions(sp.Tuple(*(step.statement for step in steps)))}
    return {t for step in steps for t in step.trusts if is_theorem(t) and t not in own}


# --- the page -------------------------------------------------------------------------------------------------------


def digest(claims: Iterable[str], sources: Path = SOURCES) -> str:
    """Return the SHA-256 of the exporter, the tactics, and the statements of claims."""
    here = Path(__file__).parents[1]
    files = [*(here / name for name in EXPORTER), *(sources / name for name in TACTICS)]
    stated = [ledger()[i].statement_digest for i in sorted(claims) if i in ledger()]
    parts = [*(file.read_text(encoding="utf-8") for file in files), *stated]
    return "sha256:" + hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def recorded(text: str) -> tuple[str, list[str]]:
    """Return the digest that a page bears, and the claims in its table."""
    found = re.search(r"`(sha256:[0-9a-f]+)`", text)
    table = text.partition("## By claim")[2]
    return (found[1] if found else ""), re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


HEAD = """# The steps of the ledger in Rocq

*Written by `python -m modgap.theory.rocq --steps --record`; an edit here is lost.*

Beside statements proved from definitions ([kernel.md](kernel.md)), the steps of our own derivations are handed \
to Rocq, one by one: each becomes a lemma that its statement follows from those of the steps that it cites. A \
few tactics are tried, chosen by the rule that made the step (`theory/rocq/steps/scripts.py`); for polynomials a \
certificate is looked for besides (`certificates.py`), which Rocq checks. A citation becomes an axiom that bears the \
theorem's name, with its premises before it; another claim that Rocq proves from definitions is taken from there, and \
its derivation is not followed. A step that none of the tactics proves is an axiom named a gap, never passed over. \
What a claim then rests on is what `Print Assumptions` says of its theorem; held against what our kernel lists for the \
same steps, that reproduces the list independently of our code.

What this does not say: a step's proposition is its relation over Rocq's total functions, and not that its terms \
are defined; symbols are unfolded to their definitions; citations are axioms for the instance that is cited. No \
status depends on any of it. A tactic is looked for within {limit} seconds of processor time, \
so that a slower machine may report more gaps, but a busy one does not; what is found is compiled with no limit.
"""


def page(report: Report, limit: int) -> str:
    """Return the text of the page."""
    found = report.claims
    complete = [i for i, f in found.items() if f.complete]
    reproduced = [i for i in complete if found[i].reproduced]
    counts = (
        f"{report.asked} of the {report.known} claims that the ledger had at this run were asked for; of the others "
        f"nothing is said here. {len(found)} were exported, with what they rest on {len(report.lemmas)} steps that "
        f"differ; why not the rest is said [below](#left-out). {len(report.proved)} steps were proved "
        f"and {len(report.failed)} not; the others are citations, or speak of what has no symbol in Rocq. "
        f"{len(complete)} claims have no gap; {len(reproduced)} of them assume the very theorems of their trust list, "
        f"the others fewer or others, as the table says. It took {report.seconds / 60:.0f} minutes."
    )
    return "\n".join([
        HEAD.format(limit=limit),
        counts + "\n",
        f"Exporter, tactics and the statements of these claims: `{digest(found)}`. Their derivations are not part of "
        "the digest: they may have been changed since.\n",
        _union(report),
        _by_rule(report),
        _lacking(report),
        _failures(report),
        _claims(found),
        _left(report),
    ])  # fmt: skip


def without_gap(report: Report) -> list[str]:
    """Return the claims that rest on their citations alone, of those that are not proved from definitions."""
    return sorted({i for i, found in report.claims.items() if found.complete} - from_definitions())


def _union(report: Report) -> str:
    """Say how many proved claims Rocq checks in either way, and name what the steps add and what is lacking."""
    definitions, steps = from_definitions(), without_gap(report)
    gaps = {i: f"{found.gaps} of {found.steps} steps" for i, found in report.claims.items() if not found.complete}
    lacking = gaps | {i: f"speaks of {construct(reason)}" for i, reason in report.unwritten.items()}
    rows = [(f"`{i}`", why) for i, why in sorted(lacking.items()) if i not in definitions]
    text = (
        f"{len(definitions)} proved claims are proved from definitions. Of the others, {len(steps)} rest on the "
        f"theorems that they cite and on no gap: {', '.join(f'`{i}`' for i in steps) or 'none'}. "
        f"Rocq stands behind {len(definitions) + len(steps)} proved claims in one way or the other.\n\n"
        "Of those that were asked for, it stands behind these in neither way:"
    )
    return f"## From definitions, or without a gap\n\n{text}\n\n" + _table("claim | what is lacking", rows)


def _table(head: str, rows: Iterable[Iterable[object]]) -> str:
    columns = head.count("|") + 1
    lines = [f"| {head} |", "|" + "---|" * columns, *(f"| {' | '.join(map(str, row))} |" for row in rows)]
    return "\n".join(lines) + "\n"


def _by_rule(report: Report) -> str:
    proved = Counter(lemma.step.kind for lemma in report.proved)
    failed = Counter(lemma.step.kind for lemma in report.failed)
    lacking = Counter(lemma.step.kind for lemma in report.lemmas.values() if lemma.lacking)
    taken = Counter(lemma.step.kind for lemma in report.lemmas.values() if lemma.step.theorem and not lemma.lacking)
    kinds = Counter(lemma.step.kind for lemma in report.lemmas.values())
    rows = [(k, n, proved[k], failed[k], taken[k], lacking[k]) for k, n in sorted(kinds.items(), key=lambda p: -p[1])]
    totals = map(sum, zip(*(counts for _, *counts in rows), strict=True))
    head = "rule | steps | proved | not proved | axioms named after a theorem | not written"
    return "## By rule\n\n" + _table(head, [*rows, ("all", *totals)])


def _lacking(report: Report) -> str:
    reasons = Counter(construct(lemma.lacking) for lemma in report.lemmas.values() if not lemma.written)
    text = "## What has no symbol\n\nSteps whose statement cannot be written, by what they speak of first.\n\n"
    rows = sorted(reasons.items(), key=lambda p: (-p[1], p[0]))
    return text + _table("construct | steps", rows)


def construct(reason: str) -> str:
    """Return the kind of thing that a message of the printer names."""
    head = reason.partition(":")[0]
    return head if reason.count(":") else re.sub(r"^(the \w+(?: \w+)?|\S+, a).*", r"\1 …", reason)


def _failures(report: Report) -> str:
    rows = [
        (f"`{lemma.name}`", lemma.step.kind, f"`{_short(str(lemma.step.statement))}`")
        for lemma in sorted(report.failed, key=lambda lemma: (lemma.step.kind, lemma.name))
    ]
    text = "Each is one that our kernel accepted, and that the tactics did not prove."
    return f"## Steps that were not proved\n\n{text}\n\n" + _table("lemma | rule | statement", rows)


def _short(text: str, width: int = 100) -> str:
    plain = text.replace("|", "¦").replace("`", "'")
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def _claims(found: Mapping[str, Found]) -> str:
    rows = [
        (f"`{i}`", f.steps, f.checked, f.gaps, f.unwritten, len(f.assumed), verdict(f))
        for i, f in sorted(found.items())
    ]
    head = "claim | steps | claims from definitions | gaps | of them not written | theorems assumed | held against ours"
    return "## By claim\n\n" + _table(head, rows)


def verdict(found: Found) -> str:
    """Return in words how what Rocq says a claim assumes stands to what our kernel lists for its steps."""
    if found.broken:
        return "not compiled"
    others, missing = sorted(found.assumed - found.trusted), sorted(found.trusted - found.assumed)
    said = [f"also {', '.join(others)}"] if others else []
    if not found.complete:
        return "; ".join(["gaps", *said])
    said += [f"without {', '.join(missing)}"] if missing else []
    return "; ".join(said) or "the same"


def _left(report: Report) -> str:
    lines = [f"{report.known - report.asked} claims were not asked for."] if report.known > report.asked else []
    if report.unproved:
        lines.append(f"Without a proof to export: {len(report.unproved)} ({_counted(report.unproved.values())}).")
    if report.unwritten:
        reasons = _counted(map(construct, report.unwritten.values()))
        lines.append(f"With a statement that speaks of what has no symbol: {len(report.unwritten)} ({reasons}).")
    if report.left:
        lines.append(f"For {len(report.left)} there was no time: {', '.join(f'`{i}`' for i in sorted(report.left))}.")
    return "## Left out\n\n" + "\n\n".join(lines or ["None."]) + "\n"


def _counted(kinds: Iterable[str]) -> str:
    return ", ".join(f"{n} {kind}" for kind, n in sorted(Counter(kinds).items(), key=lambda p: (-p[1], p[0])))
