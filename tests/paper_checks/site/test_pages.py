"""Every page of the site: valid, whole, without loose ends, loading nothing from elsewhere; and checks with teeth."""

from __future__ import annotations

import re

import pytest

from modgap.paper_checks.site.library import SYMBOLS
from modgap.paper_checks.site.pages import NAVIGATION, texts
from tests.paper_checks.site import checks


@pytest.fixture(scope="module")
def parsed(pages):
    return {path: checks.parse(text) for path, text in pages.items()}


def test_every_page_is_valid_html(pages):
    assert {path: wrong for path, text in pages.items() if (wrong := checks.syntax_errors(text))} == {}


def test_every_link_and_fragment_leads_somewhere(files):
    assert checks.dead_links(files) == []


def test_ids_are_unique(parsed):
    assert {path: wrong for path, page in parsed.items() if (wrong := checks.repeated_ids(page))} == {}


def test_nothing_is_loaded_from_elsewhere(parsed, files):
    assert {path: wrong for path, page in parsed.items() if (wrong := checks.external(page))} == {}
    for path, text in files.items():
        if path.endswith((".css", ".js", ".svg")):
            assert not re.search(r"url\(|@import|fetch\(|XMLHttp|import\(", text), path
            assert set(re.findall(r"https?://[^\"' ]+", text)) <= {"http://www.w3.org/2000/svg"}, path


def test_pages_are_accessible(parsed):
    assert {path: wrong for path, page in parsed.items() if (wrong := checks.unlabelled(page))} == {}


def test_scripts_are_on_pages_that_work_without_them(pages):
    """Only search needs one; the text that the other one copies stands on its page."""
    for path, text in pages.items():
        sources = re.findall(r'<script[^>]* src="([^"]+)"', text)
        if path.startswith("claims/"):
            assert sources == ["../copy.js"]
            assert 'id="bibtex">@misc{' in text
            assert re.search(r"<button[^>]* hidden>", text)
        else:
            assert sources == (["search.js"] if path == "search.html" else []), path
    assert "<noscript>" in pages["search.html"]


def test_every_claim_has_a_page_that_is_linked(library, pages):
    for name in library.entries:
        page = pages[f"claims/{name}.html"]
        for anchor in (
            "words",
            "statement",
            "hypotheses",
            "status",
            "evidence",
            "tests",
            "trusts",
            "dependencies",
            "cite",
        ):
            assert f'id="{anchor}"' in page, (name, anchor)
        assert "<math" in page
        for index in ("claims.html", "graph.html"):
            assert f'href="claims/{name}.html"' in pages[index]


def test_every_status_has_a_badge_with_a_sign_and_a_meaning(library, pages):
    assert set(library.counts) == set(SYMBOLS)
    for name, entry in library.entries.items():
        status = entry["status"]
        badge = (
            f'class="badge {status}" href="../glossary.html#status-{status}"><span aria-hidden="true">{SYMBOLS[status]}'
        )
        assert badge in pages[f"claims/{name}.html"]
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_status_decides_what_a_page_shows(library, pages):
    for name, entry in library.entries.items():
        page = pages[f"claims/{name}.html"]
        assert ('id="counterexample"' in page) == (entry["status"] == "refuted"), name
        assert ("What is missing" in page) == (entry["status"] == "open"), name
        assert ('id="derivation"' in page) == (entry["status"] in ("proved", "certified", "tested", "cited")), name


def test_dependencies_go_both_ways(library, pages):
    def section(name: str, begin: str, end: str) -> str:
        return pages[f"claims/{name}.html"].split(f'id="{begin}"')[1].split(f'id="{end}"')[0]

    below, above = "thm.1.trace", "thm.1.finite"
    assert f"claims/{below}.html" in section(above, "rests-on", "used-by")
    assert f"claims/{above}.html" in section(below, "used-by", "cite")
    assert f"claims/{above}.html" not in section(below, "rests-on", "used-by")


def test_the_counterexample_is_on_the_page(library, pages):
    point = library.entries["thm.3.lower_bound"]["evidence"][0]["detail"]
    page = pages["claims/thm.3.lower_bound.html"]
    assert all(f"<code>{point[side]}</code>" in page for side in ("left", "right"))


def test_navigation_leads_to_all_main_pages(pages):
    assert {page for page, _ in NAVIGATION} <= set(pages)


def test_main_results_stand_alone(pages):
    page = checks.parse(pages["main-results.html"])
    assert checks.loads(page) == []
    text = "".join(page.itertext())
    for internal in ("IvRatio", "SphereMGF", "MCLLoss", "CentrePairLoss", "InA", "besseli", "hyper("):
        assert internal not in text


def test_two_renderings_are_the_same_text(library):
    assert dict(texts(library)) == dict(texts(library))


def test_nothing_tells_the_time(files):
    for path, text in files.items():
        if isinstance(text, str) and not path.startswith(("tests/", "theory/", "numerics/")):
            assert not re.search(r"\b20\d\d-\d\d-\d\d|\b\d\d:\d\d:\d\d\b|\bseconds\b", text), path


# --- the checks have teeth -------------------------------------------------------------------------------------------


def test_a_broken_link_is_caught(files):
    broken = files["index.html"].replace('href="graph.html"', 'href="grpah.html"', 1)
    assert any("leads nowhere" in wrong for wrong in checks.dead_links({**files, "index.html": broken}))


def test_a_broken_fragment_is_caught(files):
    moved = files["glossary.html"].replace('id="status-proved"', 'id="status-proven"', 1)
    assert any("status-proved names no part" in wrong for wrong in checks.dead_links({**files, "glossary.html": moved}))


def test_a_missing_page_is_caught(files):
    assert checks.dead_links({path: text for path, text in files.items() if path != "claims/thm.1.trace.html"})


def test_a_missing_picture_is_caught(files):
    assert checks.dead_links({path: text for path, text in files.items() if path != "pictures/trap.png"})


@pytest.mark.parametrize(
    ("old", "new"),
    [("</main>", ""), ("<h1>", "<h1><h2>"), ('<main id="main"', '<main id="main" id="main"'), ("</ul>", "</ol>")],
)
def test_invalid_html_is_caught(pages, old, new):
    assert checks.syntax_errors(pages["index.html"].replace(old, new, 1))


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example.org/katex.js"></script>',
        '<link rel="stylesheet" href="//fonts.example.org/a.css"/>',
        '<img src="http://example.org/a.png" alt="a"/>',
        "<style>@import url(https://example.org/a.css);</style>",
        '<svg><image href="https://example.org/a.png"/></svg>',
    ],
)
def test_what_loads_from_elsewhere_is_caught(pages, text):
    assert checks.external(checks.parse(pages["index.html"].replace("</main>", text + "</main>", 1)))


def test_a_repeated_id_is_caught(pages):
    assert checks.repeated_ids(checks.parse(pages["index.html"].replace("</main>", '<p id="main"></p></main>', 1)))


@pytest.mark.parametrize(
    ("old", "new"),
    [(' lang="en"', ""), ('alt="', 'title="'), ("h2", "h4"), ('class="skip" href="#main"', 'href="#where"'),
     ("<footer", "<div"), ("<label>", "<span>")],
)  # fmt: skip
def test_what_is_not_accessible_is_caught(pages, old, new):
    tag = re.fullmatch(r"<?(h2|footer|label)>?", old)
    page = pages["index.html"].replace(old, new) if tag else pages["index.html"].replace(old, new, 1)
    page = page.replace(f"</{tag[1]}>", f"</{re.sub(r'[<>]', '', new)}>") if tag else page
    assert checks.unlabelled(checks.parse(page))
