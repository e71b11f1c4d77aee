"""The derivation of a claim as a reader wants it: statement, idea, each step with what checked it and what it trusts.

Everything is read off the checked facts; nothing is written twice.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import jinja2
import sympy as sp
from sympy import Basic, Symbol
from sympy.core.relational import Relational

from modgap.paper_checks.documents import breaking, tex
from modgap.paper_checks.documents.markup import mathml, prose
from modgap.theory.book import CHAPTERS
from modgap.theory.kernel import facts
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.facts import Fact, origin
from modgap.theory.kernel.rules import count_by_hand
from modgap.theory.kernel.status import standing
from modgap.theory.language.domain import Domain
from modgap.theory.language.latex import glossary, hypotheses, latex
from modgap.theory.language.printing import parts, plain
from modgap.theory.language.symbols import IvRatio, definitions
from modgap.theory.verification.record import digest, recorded
from modgap.theory.verification.told import told

__all__ = [
    "Step",
    "document",
    "functions_of_steps",
    "numbered",
    "render",
    "source_line",
    "source_of",
    "steps_of",
    "with_ancestors",
]


@dataclass(frozen=True)
class Step:
    """One step as a reader sees it."""

    number: int
    statement: list[str]
    where: list[str]
    rule: str
    what: str
    trusts: tuple[str, ...]
    uses: list[str]
    claim: str | None
    label: str
    source: str
    plain: str


def steps_of(claim: Claim, short: Abbreviations) -> list[Step]:
    """Return the steps in reading order; what a step uses is the number of a step."""
    found, numbers = numbered(claim)
    return [_step(n, fact, numbers, claim, short) for n, fact in enumerate(found, start=1)]


def numbered(claim: Claim) -> tuple[list[Fact], dict[int, int | None]]:
    """Return the facts that are steps for a reader, in reading order, and the number of every fact's step by its id.

    A special case that says the same as the fact it is one of, a fact met twice, and the equation of something with
    itself (which a combination leaves where nothing had to be computed) are no steps for a reader.
    """
    numbers: dict[int, int | None] = {}
    seen: dict[tuple[Basic, Domain], int] = {}
    out: list[Fact] = []
    for fact in claim.steps():
        said = (fact.statement, fact.domain)
        if fact.rule == "compose" and len(fact.premises) == 1 and fact.premises[0].statement == fact.statement:
            numbers[id(fact)] = numbers[id(fact.premises[0])]
        elif fact.rule == "identity" and fact.statement.args[0] == fact.statement.args[1]:
            numbers[id(fact)] = None
        elif said in seen:
            numbers[id(fact)] = seen[said]
        else:
            numbers[id(fact)] = seen[said] = len(out) + 1
            out.append(fact)
    return out, numbers


def _step(number: int, fact: Fact, numbers: dict[int, int | None], claim: Claim, short: Abbreviations) -> Step:
    used = () if fact.claim else fact.premises
    shown, said = [latex(short(relation)) for relation in parts(fact.statement)], plain(fact.statement)
    if _says_that_it_is_defined(fact, claim):
        shown = [rf"{latex(short(fact.statement).args[0])} \quad\text{{is defined}}"]
        said = f"{plain(fact.statement.args[0])} is defined"
    uses = list(dict.fromkeys(str(numbers[id(p)]) for p in used if numbers[id(p)] is not None))
    return Step(
        number=number,
        statement=shown,
        where=[latex(short(c)) for c in fact.domain.conditions if c not in claim.domain.conditions],
        rule=fact.rule,
        what=f"the claim {fact.claim.id}" if fact.claim else fact.what,
        trusts=() if fact.claim else fact.trusts,
        uses=uses,
        claim=fact.claim.id if fact.claim else None,
        label=fact.label,
        source=source_line(fact),
        plain=said,
    )


def _says_that_it_is_defined(fact: Fact, claim: Claim) -> bool:
    """Tell whether a step says no more of an expression than that it is defined, which is what X = X amounts to."""
    statement = fact.statement
    same = isinstance(statement, Relational) and statement.rel_op == "==" and statement.args[0] == statement.args[1]
    return bool(same) and statement != claim.statement and fact.claim is None


def source_line(fact: Fact) -> str:
    """Return file and line of the step of a chapter that made a fact; of a claim, those of its derivation."""
    if fact.claim:
        return source_of(fact.claim)
    step = origin(fact)
    return f"{_in_repository(step.file)}:{step.line}" if step else ""


def source_of(claim: Claim) -> str:
    """Return file and line of a claim's derivation; nothing where it is no function."""
    code = getattr(claim.derive, "__code__", None)
    return f"{_in_repository(code.co_filename)}:{code.co_firstlineno}" if code else ""


def _in_repository(file: str) -> str:
    """Return the path of a file of `theory` as the repository has it, and the name alone of any other."""
    path, theory = Path(file), Path(inspect.getfile(facts)).parents[1]
    return f"theory/{path.relative_to(theory).as_posix()}" if path.is_relative_to(theory) else path.name


class Abbreviations:
    """Letters for the roots in a statement and for the algebraic bound on a ratio that it claims, if there are any."""

    def __init__(self, statement: Basic, steps: Iterable[Fact] = ()):
        speaking = [statement, *(fact.statement for fact in steps)]
        taken = {str(s) for expr in speaking for s in expr.free_symbols}
        self._letters = (letter for letter in "srtqpdgf" if letter not in taken)
        self._bound_letters = (letter for letter in ("b", "B", "b_1") if letter not in taken)
        self.roots: dict[Basic, Symbol] = {}
        self.bounds: dict[Basic, Basic] = {}
        for relation in parts(statement):
            self._name_roots(relation)
        for relation in parts(statement):
            left, right = (self._without_roots(side) for side in relation.args)
            if isinstance(left, IvRatio) and right.is_Mul and right.has(sp.Add) and not right.has(IvRatio):
                letter = Symbol(next(self._bound_letters))
                self.bounds |= {right: letter, -right: -letter, right**2: letter**2, -(right**2): -(letter**2)}

    def _name_roots(self, relation: Basic) -> None:
        while inner := [p for p in self._without_roots(relation).atoms(sp.Pow) if _is_root(p)]:
            base = min((p.base for p in inner if not any(map(_is_root, p.base.atoms(sp.Pow)))), key=sp.default_sort_key)
            self.roots[base] = Symbol(next(self._letters))

    def _without_roots(self, expr: Basic) -> Basic:
        for base, letter in self.roots.items():
            found = {p: letter ** (2 * p.exp) for p in expr.atoms(sp.Pow) if p.base == base and _is_root(p)}
            expr = _sides(expr, found)
        return expr

    def __call__(self, relation: Basic) -> Basic:
        """Return a relation with the letters put in."""
        return _sides(self._without_roots(relation), self.bounds)

    def meanings(self) -> list[str]:
        """Return what the letters stand for, in LaTeX."""
        roots = [f"{latex(letter)} = {latex(sp.sqrt(base))}" for base, letter in self.roots.items()]
        named = {letter: bound for bound, letter in self.bounds.items() if letter.is_Symbol}
        return roots + [f"{latex(letter)} = {latex(bound)}" for letter, bound in named.items()]


def _is_root(power: sp.Pow) -> bool:
    return power.base.is_Add and power.exp.is_Rational and power.exp.q == 2


def _sides(expr: Basic, values: dict[Basic, Basic]) -> Basic:
    """Replace parts of a relation without letting it simplify itself away."""
    if isinstance(expr, Relational):
        return expr.func(*(side.xreplace(values) for side in expr.args), evaluate=False)
    return expr.xreplace(values)


def functions_of_steps(claim: Claim) -> list[str]:
    """Return what functions stand for that the steps speak of and the statement does not, each at its first values."""
    known = {type(symbol) for symbol, _ in definitions(claim.spoken)}
    found = []
    for symbol, meaning in definitions(sp.Tuple(*(fact.statement for fact in numbered(claim)[0]))):
        if type(symbol) not in known:
            known.add(type(symbol))
            found.append(f"{latex(symbol)} = {latex(meaning)}")
    return found


def document(claim: Claim) -> dict[str, Any]:
    """Return everything that a page on a claim shows."""
    verdict, short = claim.verdict, Abbreviations(claim.statement, claim.steps())
    return {
        "id": claim.id,
        "title": claim.title,
        "about": claim.about,
        "relation": claim.relation.replace("_", " "),
        "source": claim.source,
        "status": verdict.status.value,
        "by_hand": count_by_hand(verdict.trusts),
        "reason": verdict.reason,
        "hypotheses": hypotheses(claim.domain),
        "statement": [latex(relation) for relation in parts(claim.statement)],
        "statement_plain": plain(claim.statement),
        "definitions": [meaning for _, _, meaning in glossary(claim.spoken)],
        "abbreviations": short.meanings(),
        "functions_of_steps": functions_of_steps(claim),
        "steps": steps_of(claim, short),
        "witness": told(verdict)[0]["detail"] if verdict.status.value == "refuted" else None,
        "depends": [c.id for c in verdict.depends],
        "trusts": verdict.trusts,
        "superseded_by": claim.superseded_by,
        "derived_in": source_of(claim),
        "version": version("modgap"),
        "digest": digest(recorded()),
    }


@cache
def _environment(form: str) -> jinja2.Environment:
    loader = jinja2.PackageLoader("paper_checks", "templates")
    if form == "html":
        environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        environment.filters["prose"] = prose
        environment.filters["standing"] = standing
        environment.filters["math"] = mathml
        return environment
    # TeX has its own use for braces.
    environment = jinja2.Environment(
        loader=loader, block_start_string="<%", block_end_string="%>", variable_start_string="<<",
        variable_end_string=">>", comment_start_string="<#", comment_end_string="#>",
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["text"] = tex.text
    environment.filters["aligned"] = breaking.aligned
    environment.filters["prose"] = tex.prose
    environment.filters["standing"] = standing
    return environment


def with_ancestors(claims: list[Claim]) -> list[Claim]:
    """Return the claims followed by all that they rest on, nearest first, so that a page has no loose ends."""
    found = list(claims)
    for claim in found:
        found += [d for d in claim.verdict.depends if d not in found]
    return found


def render(claims: list[Claim], form: str) -> str:
    """Return one document, HTML or TeX, with the derivations of the claims; the TeX in the order of the chapters."""
    about = {"version": version("modgap"), "digest": digest(recorded())}
    template = _environment(form).get_template(f"derivations.{form}")
    if form == "html":
        return template.render(claims=[document(c) for c in claims], **about)
    chapters = [
        {"title": _title(chapter), "claims": [document(c) for c in chapter.CLAIMS if c in claims]}
        for chapter in CHAPTERS
    ]
    known = {c.id for chapter in CHAPTERS for c in chapter.CLAIMS}
    own = [document(c) for c in claims if c.id not in known]
    chapters.append({"title": "Claims of one's own", "claims": own})
    return template.render(chapters=[chapter for chapter in chapters if chapter["claims"]], **about)


def _title(chapter: ModuleType) -> str:
    """Return what a chapter says of itself in its first line."""
    return (chapter.__doc__ or "").strip().splitlines()[0].rstrip(".")
