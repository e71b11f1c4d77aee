"""The claims that a site shows, with what a reader asks of them as a whole: chapters, statuses, who rests on whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from modgap.paper_checks.documents.citation import bibtex
from modgap.paper_checks.documents.derivation import document, numbered
from modgap.paper_checks.site.reference import files
from modgap.paper_checks.site.symbols import on_page
from modgap.paper_checks.site.terms import symbols_of
from modgap.paper_checks.site.words import paragraph
from modgap.theory.book import CHAPTERS
from modgap.theory.kernel.claims import Claim
from modgap.theory.rocq.standing import kernel
from modgap.theory.verification.told import told
from modgap.theory.verification.trust import items

__all__ = ["SYMBOLS", "Library", "collect", "entry"]

#: What stands beside the word for a status, strongest first, so that no reader depends on colours.
SYMBOLS = {"proved": "✓", "certified": "◆", "tested": "≈", "open": "?", "refuted": "✗", "cited": "§"}


@dataclass(frozen=True)
class Library:
    """The claims of a site in the ledger's order, each with all that its page says."""

    entries: Mapping[str, dict[str, Any]]

    def status(self, claim_id: str) -> str:
        """Return the computed status of a claim."""
        return self.entries[claim_id]["status"]

    def kernel(self, claim_id: str) -> str:
        """Return which kernel stands behind a claim."""
        return self.entries[claim_id]["kernel"]

    @cached_property
    def sources(self) -> frozenset[str]:
        """The files of `theory` that pages of this site point into."""
        named = {item.source for item in items() if any(claim in self.entries for claim in item.claims)}
        for entry in self.entries.values():
            named |= {entry.get("derived_in", ""), *(step.source for step in entry.get("steps", ()))}
        own = {file for where in named if (file := where.rpartition(":")[0]).startswith("theory/")}
        return frozenset(own | files())

    def rests_on(self, claim_id: str) -> list[str]:
        """Return the claims of this site that a claim rests on directly, in the ledger's order."""
        named = set(self.entries[claim_id]["depends"])
        return [other for other in self.entries if other in named]

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        users: dict[str, list[str]] = {name: [] for name in self.entries}
        for name in self.entries:
            for other in self.rests_on(name):
                users[other].append(name)
        return users

    def used_by(self, claim_id: str) -> list[str]:
        """Return the claims of this site that rest directly on a claim, in the ledger's order."""
        return self._users[claim_id]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many claims have which status, strongest first."""
        found = Counter(entry["status"] for entry in self.entries.values())
        return {status: found[status] for status in SYMBOLS if status in found}

    @cached_property
    def chapters(self) -> list[tuple[str, str, list[str]]]:
        """The chapters as (anchor, what they are about, ids of their claims on this site); no empty ones."""
        out = []
        for chapter in CHAPTERS:
            names = [c.id for c in chapter.CLAIMS if c.id in self.entries]
            about = (chapter.__doc__ or "").strip().splitlines()[0]
            if names:
                out.append(("-".join(chapter.__name__.split(".")[-2:]), about, names))
        return out

    @cached_property
    def neighbours(self) -> dict[str, tuple[str | None, str | None]]:
        """The claims before and after each, in the ledger's order."""
        names: list[str | None] = [None, *self.entries, None]
        return {str(names[n]): (names[n - 1], names[n + 1]) for n in range(1, len(names) - 1)}


def collect(claims: Iterable[Claim], done: Callable[[str], None] = lambda _: None) -> Library:
    """Derive the claims and return what a site says of them; `done` is told each id as it is finished."""
    wanted = {claim.id for claim in claims}
    entries = {}
    for claim in (c for chapter in CHAPTERS for c in chapter.CLAIMS if c.id in wanted):
        entries[claim.id] = entry(claim)
        done(claim.id)
    return Library(entries)


def entry(claim: Claim) -> dict[str, Any]:
    """Return all that the page on one claim says of it by itself."""
    from modgap.theory.language.latex import latex

    shown = document(claim)
    own, more = on_page(claim, [(fact.statement, fact.domain) for fact in numbered(claim)[0]])
    return {
        **shown,
        "kernel": kernel(claim),
        "evidence": told(claim.verdict),
        "statement_latex": latex(claim.statement),
        "hypotheses_plain": claim.domain.hypotheses(),
        "paragraph": paragraph(claim, shown["status"]),
        "bibtex": bibtex(claim),
        "superseded_by": claim.superseded_by,
        "symbols": symbols_of(claim),
        "signs": own,
        "signs_of_steps": more,
    }
