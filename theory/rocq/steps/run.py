"""Have coqc prove the steps of claims: one file and one call for some claims, in which no failure hides another.

Each step becomes a lemma ``premises -> statement``. Where no script was found that proves it, the lemma is taken from
an axiom named a gap; a citation is an axiom that bears the theorem's name. So what a claim still assumes is what
`Print Assumptions` says of it: gaps, theorems, and the axioms of the real numbers.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from modgap.theory.rocq.children import run
from modgap.theory.rocq.steps.printing import UnprintableError, proposition
from modgap.theory.rocq.steps.reading import Step, derivation
from modgap.theory.rocq.steps.scripts import Goal, further, opened, scripts, uses
from modgap.theory.rocq.steps.search import Attempt, Search

HERE = Path(__file__).parent

#: What the steps are proved by, below `rocq/steps`, in the order in which it is compiled.
TACTICS = ("Known.v", "Tactics.v")

HEADER = "From Steps Require Import Tactics{}.\nOpen Scope R_scope.\n"

#: The proofs of claims from definitions.
CHECKED = "From Modgap Require Ledger.Check.\n"


@dataclass(frozen=True)
class Lemma:
    """A step as it is exported.

    Attributes
    ----------
    step : Step
        What it is of.
    name : str
        What its lemma is called, after the digest of statement, premises and rule.
    written : str
        Its closed proposition; empty where that cannot be written.
    premises : tuple of Lemma
        Those of the steps that it uses.
    lacking : str
        What the printer lacks, of this step or of a premise.
    """

    step: Step
    name: str
    written: str
    premises: tuple[Lemma, ...]
    lacking: str = ""

    @property
    def axiom(self) -> str:
        """What it is taken from where it is not proved."""
        kind = f"cite_{slug(self.step.theorem)}" if self.step.theorem and not self.lacking else "gap"
        return f"{kind}_{self.name}"


def slug(theorem: str) -> str:
    """Return the name of a theorem in letters that Rocq takes."""
    return re.sub(r"[^A-Za-z0-9]+", "_", theorem).strip("_")[:60]


class Book:
    """The lemmas of all steps that were asked for; steps that say and use the same are one lemma."""

    def __init__(self) -> None:
        self._of: dict[int, Lemma] = {}
        self._kept: list[Step] = []
        self._named: dict[str, Lemma] = {}

    def lemma(self, step: Step) -> Lemma:
        """Return the lemma of a step."""
        for part in derivation(step):
            if id(part) not in self._of:
                self._kept.append(part)
                self._of[id(part)] = self._made(part)
        return self._of[id(step)]

    def lemmas(self, step: Step) -> list[Lemma]:
        """Return the lemmas of a derivation, premises first, each once."""
        self.lemma(step)
        return list(dict.fromkeys(self._of[id(part)] for part in derivation(step)))

    def _made(self, step: Step) -> Lemma:
        premises = tuple(dict.fromkeys(self._of[id(p)] for p in step.premises))
        try:
            written, lacking = proposition(step), ""
        except UnprintableError as reason:
            written, lacking = "", str(reason)
        parts = [written or repr(step.statement), step.rule, step.what, *(p.name for p in premises)]
        called = "x" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
        if not lacking and any(not p.written for p in premises):
            lacking = "premise: " + next(p.lacking for p in premises if not p.written)
        made = Lemma(step, called, written, tuple(self._of[id(p)] for p in step.premises), lacking)
        return self._named.setdefault(called, made)


def stated(lemma: Lemma) -> str:
    """Return the definition of what a lemma says."""
    return f"(* {lemma.step.kind} *)\nDefinition s_{lemma.name} : Prop :=\n{lemma.written}.\n"


def follows(lemma: Lemma) -> str:
    """Return what is proved of a lemma: that it follows from its premises."""
    return " -> ".join([*(f"s_{p.name}" for p in lemma.premises), f"s_{lemma.name}"])


def _goal(lemma: Lemma) -> Goal:
    return opened(lemma.step, [f"s_{p.name}" for p in lemma.premises])


def attempt(lemma: Lemma) -> Attempt:
    """Return how a proof of a lemma is looked for."""
    goal = _goal(lemma)
    return Attempt(
        lemma.name, follows(lemma), goal.opening(), tuple(uses(goal)), tuple(scripts(goal)), partial(further, goal)
    )


def text(lemma: Lemma, proof: Iterable[str] = ()) -> str:
    """Return the text of a lemma: its statement, the axiom that it falls back to, its proof, and it without premises.

    Parameters
    ----------
    lemma : Lemma
        With a written statement.
    proof : iterable of str
        The tactics that prove it; none makes it a gap, or a citation.
    """
    if lemma.lacking:
        axiom = f"Axiom {lemma.axiom} : s_{lemma.name}.\nDefinition t_{lemma.name} := {lemma.axiom}.\n"
        return stated(lemma) + axiom
    goal = _goal(lemma)
    given = f"{goal.opening()}.\nexact ({' '.join([lemma.axiom, *goal.names])})"
    body = ".\n".join(proof) or given
    closed = " ".join([f"f_{lemma.name}", *(f"t_{p.name}" for p in lemma.premises)])
    return (
        f"{stated(lemma)}Axiom {lemma.axiom} : {follows(lemma)}.\n"
        f"Lemma f_{lemma.name} : {follows(lemma)}.\nProof.\n{body}.\nQed.\n"
        f"Definition t_{lemma.name} : s_{lemma.name} := {closed}.\n"
    )


@dataclass
class Compiled:
    """What coqc said of some claims.

    Attributes
    ----------
    assumes : dict
        By id, what the claim's theorem assumes, by `Print Assumptions`.
    proved, failed : list of Lemma
        The new lemmas, by whether they were proved; citations are in neither.
    broken : str
        What coqc said where it did not compile the file at all.
    """

    assumes: dict[str, frozenset[str]] = field(default_factory=dict)
    proved: list[Lemma] = field(default_factory=list)
    failed: list[Lemma] = field(default_factory=list)
    broken: str = ""


class Workshop:
    """A folder in which the steps of claims are compiled, file after file, each using those before.

    Parameters
    ----------
    folder, theories : Path
        Where the files go, and where the development is.
    book : Book
        Whose lemmas are compiled.
    kept : Path, optional
        The file in which proofs that were found are kept for the next run.
    """

    def __init__(self, folder: Path, theories: Path, book: Book, kept: Path | None = None) -> None:
        self.folder, self.book = folder, book
        self._paths = ["-q", "-w", "none", "-Q", str(theories), "Modgap", "-Q", ".", "Steps"]
        sources = [*(folder / name for name in TACTICS), *(HERE / f"{name}.py" for name in ("algebra", "certificates"))]
        tactics = "".join(source.read_text(encoding="utf-8") for source in sources)
        self._search = Search(["coqtop", *self._paths], folder, kept or folder / "found.json", tactics)
        self._home: dict[str, str] = {}

    def compile(self, module: str, roots: Mapping[str, Step]) -> Compiled:
        """Compile what is new in the derivations of claims as one file, and ask what their statements rest on."""
        lemmas = dict.fromkeys(lemma for root in roots.values() for lemma in self.book.lemmas(root) if lemma.written)
        new = [lemma for lemma in lemmas if lemma.name not in self._home]
        homes = dict.fromkeys(self._home[lemma.name] for lemma in lemmas if lemma.name in self._home)
        tried = [lemma for lemma in new if not lemma.lacking]
        proofs = self._found(tried)
        head = _header(new, homes)
        while True:
            body = [text(lemma, proofs.get(lemma.name, ())) for lemma in new]
            closing = [
                _assumptions(f"{module}.{n}", f"t_{self.book.lemma(r).name}") for n, r in enumerate(roots.values())
            ]
            everything = " , ".join(["I", *(f"f_{lemma.name}" for lemma in tried)])
            closing += [f"Definition everything := ({everything}).", _assumptions(f"{module}.steps", "everything")]
            written = "\n".join([head, *body, *closing])
            (self.folder / f"{module}.v").write_text(written, encoding="utf-8")
            broken = self._coqc(module)
            # What coqtop took and coqc does not is a gap.
            if not broken or not proofs.pop(_stuck_at(broken, written), ()):
                break
        if broken:
            return Compiled(broken=broken)
        self._home |= {lemma.name: module for lemma in new}
        assumes = {claim: _read(self.folder / f"{module}.{n}.out") for n, claim in enumerate(roots)}
        used = _read(self.folder / f"{module}.steps.out")
        rules = [lemma for lemma in tried if not lemma.step.theorem]
        proved = [lemma for lemma in rules if lemma.axiom not in used]
        return Compiled(assumes, proved, [lemma for lemma in rules if lemma.axiom in used])

    def _found(self, tried: Sequence[Lemma]) -> dict[str, tuple[str, ...]]:
        """Return the proofs that are found of lemmas, by name."""
        spoken = dict.fromkeys(part for lemma in tried for part in (*lemma.premises, lemma))
        head = "\n".join([_header(tried, ()), *map(stated, spoken)])
        return self._search.proofs(head, map(attempt, tried))

    def _coqc(self, module: str) -> str:
        """Return what coqc complains of; empty if it compiles."""
        command = ["coqc", *self._paths, f"{module}.v"]
        said = run(command, self.folder)
        return said.stdout + said.stderr if said.returncode else ""


def _header(lemmas: Iterable[Lemma], homes: Iterable[str]) -> str:
    """Return what a file of lemmas begins with; the proofs from definitions only where one is taken."""
    checked = CHECKED if any(lemma.step.checked for lemma in lemmas) else ""
    return HEADER.format("".join(f" {h}" for h in homes)) + checked


def _assumptions(file: str, term: str) -> str:
    return f'Redirect "{file}" Print Assumptions {term}.'


def _read(path: Path) -> frozenset[str]:
    """Return the names that `Print Assumptions` wrote, without the modules that they are of."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = (re.match(r"([\w.']+)\s*(:|$)", line) for line in lines)
    return frozenset(match[1].rpartition(".")[2] for match in found if match) - {"Axioms", "Closed"}


def _stuck_at(said: str, written: str) -> str:
    """Return the lemma in whose proof coqc gave up, by the line that it names."""
    place = re.search(r"line (\d+), characters", said)
    if place is None:
        return ""
    above = "\n".join(written.splitlines()[: int(place[1])])
    stated = re.findall(r"^Lemma f_(\w+) :", above, re.MULTILINE)
    return stated[-1] if stated else ""


def theorems(assumed: Iterable[str]) -> set[str]:
    """Return the slugs of the theorems among what is assumed."""
    return {found[1] for axiom in assumed if (found := re.fullmatch(r"cite_(.*)_x[0-9a-f]{12}", axiom))}


def gaps(assumed: Iterable[str]) -> set[str]:
    """Return the gaps among what is assumed."""
    return {axiom for axiom in assumed if axiom.startswith("gap_")}
