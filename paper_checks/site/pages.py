"""The pages of the site: which there are, and the text of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from modgap.paper_checks.documents.markup import mathml, prose
from modgap.paper_checks.site import (
    coverage,
    evidence,
    front,
    graph,
    notation,
    proofs,
    reference,
    restatement,
    search_index,
    terms,
    trusted,
)
from modgap.paper_checks.site.library import SYMBOLS, Library
from modgap.paper_checks.site.sources import ROOT, code, page_of, sources, tests_of
from modgap.paper_checks.site.words import RELATIONS, STATUSES
from modgap.theory.kernel.status import standing
from modgap.theory.language.latex import latex
from modgap.theory.verification.record import digest, recorded

__all__ = ["NAVIGATION", "texts"]

NAVIGATION = [
    ("index.html", "Overview"),
    ("main-results.html", "Main results"),
    ("claims.html", "Claims"),
    ("graph.html", "Graph"),
    ("coverage.html", "The paper"),
    ("trust.html", "Trust"),
    ("reference.html", "Python"),
    ("glossary.html", "Glossary"),
]

#: Text between backticks: the id of a claim, or code.
_TICKED = re.compile(r"`([^`]+)`")


@jinja2.pass_context
def _linked(context: jinja2.runtime.Context, text: str) -> Markup:
    """Return prose with the ids of claims in backticks as links."""
    pieces = _TICKED.split(text)
    return Markup("").join(
        prose(piece) if n % 2 == 0 else _code(piece, context["library"], context["root"])
        for n, piece in enumerate(pieces)
    )


def _code(name: str, library: Library, root: str) -> Markup:
    code = Markup("<code>{}</code>").format(name)
    if name not in library.entries:
        return code
    return Markup('<a href="{}claims/{}.html">{}</a>').format(root, name, code)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("modgap.paper_checks.site", "templates"), autoescape=True, trim_blocks=True,
        lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    environment.filters |= {
        "math": mathml,
        "prose": prose,
        "linked": _linked,
        "standing": standing,
        "anchor": terms.anchor,
        "page": page_of,
    }
    return environment


def asset(name: str) -> str:
    """Return the text of a style sheet or script."""
    return (files("modgap.paper_checks.site") / "assets" / name).read_text(encoding="utf-8")


def texts(library: Library) -> Iterator[tuple[str, str]]:
    """Yield (path, text) for every page, style sheet, script and drawing of the site."""
    yield "style.css", asset("style.css") + asset("graph.css")
    yield "copy.js", asset("copy.js")
    whole = graph.whole(library)
    yield "graph.svg", _render("graph.svg", "graph.svg", library, graph=whole, style=asset("graph.css"))
    yield "graph.html", _render("graph.html", "graph.html", library, graph=whole)
    for anchor, about, names in library.chapters:
        yield f"graphs/{anchor}.html", _chapter(library, anchor, about, names)
    yield "claims.html", _render("claims.html", "claims.html", library, held=trusted.held(library))
    yield "trust.html", _trust(library)
    yield "reference.html", _render("reference.html", "reference.html", library, modules=reference.modules())
    for module in reference.modules():
        file, alt = reference.PICTURES.get(module.name, ("", ""))
        picture = (file, alt) if file and (ROOT / "docs" / file).exists() else None
        yield module.page, _render("module.html", module.page, library, module=module, picture=picture)
    yield "index.html", _front_page(library)
    yield "main-results.html", _main_results(library)
    yield (
        "coverage.html",
        _render("coverage.html", "coverage.html", library, **coverage.page(library)),
    )
    glossary = [*terms.words(), *terms.symbols(library.entries.values())]
    yield "glossary.html", _render("glossary.html", "glossary.html", library, groups=_grouped(glossary))
    found = search_index.records(library, glossary, NAVIGATION)
    yield "search.html", _render("search.html", "search.html", library, index=search_index.embedded(found))
    yield "search.js", asset("search.js")
    for claim_id in library.entries:
        yield f"claims/{claim_id}.html", _claim_page(claim_id, library)
    for path, lines in {**sources(), **{path: code()[path] for path in sorted(library.sources)}}.items():
        yield page_of(path), _render("source.html", page_of(path), library, file=path, lines=lines)


def _chapter(library: Library, anchor: str, about: str, names: list[str]) -> str:
    path, found = f"graphs/{anchor}.html", graph.chapter(library, names)
    held = [status for status in library.counts if any(library.status(name) == status for name in names)]
    return _render("chapter.html", path, library, graph=found, anchor=anchor, about=about, names=names, held=held)


def _trust(library: Library) -> str:
    found = {"groups": trusted.groups(library), "held": trusted.held(library), "believed": trusted.BELIEVED}
    return _render("trust.html", "trust.html", library, **found)


def _main_results(library: Library) -> str:
    """Render the page of main results: with the style in it, so that it can be handed on as one file."""
    definitions = [
        {"tex": f"{latex(symbol)} = {latex(symbol.definition())}", "words": " ".join((symbol.__doc__ or "").split())}
        for symbol in notation.GENERIC
    ]
    groups = []
    for group in restatement.GROUPS:
        results = [_result(result, library) for result in group.results if result.claim in library.entries]
        if results:
            groups.append({**vars(group), "results": results})
    path = "main-results.html"
    return _render(path, path, library, groups=groups, definitions=definitions, style=asset("style.css"))


def _result(result: restatement.Result, library: Library) -> dict[str, Any]:
    shown = library.entries[result.claim]
    return {
        "claim": result.claim,
        "words": result.words,
        "statement": [latex(relation) for relation in restatement.relations(result)],
        "hypotheses": shown["hypotheses"],
        "witness": evidence.counterexample(shown["evidence"]),
    }


def _front_page(library: Library) -> str:
    pictures = {picture.file: picture for picture in front.FIGURES if (ROOT / "docs" / picture.file).exists()}
    groups = [
        ("practice", "What to take from it", front.PRACTICE),
        ("holds", "What holds", front.HOLDS),
        ("fails", "What fails", front.FAILS),
        ("unsettled", "What is not settled", front.UNSETTLED),
    ]
    return _render("index.html", "index.html", library, groups=groups, pictures=pictures, held=trusted.held(library))


def _grouped(found: list[terms.Term]) -> list[tuple[str, list[terms.Term]]]:
    """Return the terms by group, groups in the order in which they are met."""
    groups: dict[str, list[terms.Term]] = {}
    for term in found:
        groups.setdefault(term.group, []).append(term)
    return list(groups.items())


def _claim_page(claim_id: str, library: Library) -> str:
    claim = library.entries[claim_id]
    before, after = library.neighbours[claim_id]
    return _render(
        "claim.html",
        f"claims/{claim_id}.html",
        library,
        claim=claim,
        witness=evidence.counterexample(claim["evidence"]),
        kinds=evidence.kinds(claim["evidence"]),
        figures=evidence.figures(claim["evidence"]),
        tests=tests_of(claim_id, claim["status"]),
        trust_anchors=trusted.anchors(),
        proof=proofs.written(claim_id, claim["steps"]),
        runs=proofs.runs(claim["steps"], proofs.linked(claim_id, claim["steps"])),
        rests_on=library.rests_on(claim_id),
        used_by=library.used_by(claim_id),
        graph=graph.around(library, claim_id),
        before=before,
        after=after,
    )


def _render(template: str, path: str, library: Library, **context: Any) -> str:
    """Render one page; `root` leads from it to the top of the site."""
    return _environment().get_template(template).render(
        path=path, root="../" * path.count("/"),
        library=library, navigation=NAVIGATION, symbols=SYMBOLS, statuses=STATUSES, relations=RELATIONS,
        filters=graph.FILTERS,
        version=version("modgap"), digest=digest(recorded()), **context,
    )  # fmt: skip
