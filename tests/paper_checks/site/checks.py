"""What must be true of a static site, whatever is on it; each check returns sentences on what is wrong."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import html5lib

#: Attributes by which a browser loads something of its own accord, by element; links that a reader follows are no such.
LOADING = {
    "img": "src", "script": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "embed": "src",
    "link": "href", "object": "data", "image": "href", "use": "href",
}  # fmt: skip
PREFIX = "{http://www.w3.org/1999/xlink}"


@cache
def parse(text: str) -> ET.Element:
    """Parse a page as the standard says, once; raise where it has an error."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def syntax_errors(text: str) -> list[str]:
    try:
        parse(text)
    except html5lib.html5parser.ParseError as error:
        return [f"not valid HTML: {error}"]
    return []


def name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def ids(page: ET.Element) -> list[str]:
    return [element.attrib["id"] for element in page.iter() if "id" in element.attrib]


def repeated_ids(page: ET.Element) -> list[str]:
    seen = ids(page)
    return [f"the id {i!r} stands twice" for i in sorted(set(seen)) if seen.count(i) > 1]


def loads(page: ET.Element) -> list[str]:
    """Return the addresses of what a browser would load for a page."""
    found = []
    for element in page.iter():
        attribute = LOADING.get(name(element), "")
        for key in (attribute, PREFIX + attribute, "srcset", "poster", "background"):
            if key and key in element.attrib:
                found.append(element.attrib[key])
        style = element.attrib.get("style", "") + (element.text or "" if name(element) == "style" else "")
        if "url(" in style or "@import" in style:
            found.append(f"style: {style[:80]}")
    return found


def external(page: ET.Element) -> list[str]:
    return [f"loads {at}" for at in loads(page) if urlsplit(at).scheme or at.startswith(("//", "style:"))]


def links(page: ET.Element) -> list[str]:
    """Return the addresses within the site that a page leads to or loads."""
    found = [e.attrib[key] for e in page.iter() for key in ("href", "action") if key in e.attrib]
    return [
        at for at in dict.fromkeys([*found, *loads(page)]) if not urlsplit(at).scheme and not at.startswith("style:")
    ]


def dead_links(files: dict[str, str | bytes]) -> list[str]:
    """Say which links of a site, given as path to text, lead nowhere, or to a fragment that is not there."""
    pages = {path: parse(text) for path, text in files.items() if path.endswith(".html") and isinstance(text, str)}
    targets = {path: set(ids(page)) for path, page in pages.items()}
    wrong = []
    for path, page in pages.items():
        for link in links(page):
            parts = urlsplit(link)
            there = normpath(str(PurePosixPath(path).parent / unquote(parts.path))) if parts.path else path
            if there not in files:
                wrong.append(f"{path}: {link} leads nowhere")
            elif parts.fragment and unquote(parts.fragment) not in targets.get(there, set()):
                wrong.append(f"{path}: {link} names no part of {there}")
    return wrong


def unlabelled(page: ET.Element) -> list[str]:
    """Say what a reader who cannot see, or has no mouse, would miss."""
    wrong = []
    elements = list(page.iter())
    root = page if name(page) == "html" else page.find("html")
    if root is None or not root.attrib.get("lang"):
        wrong.append("the page names no language")
    for landmark in ("header", "nav", "main", "footer", "title", "h1"):
        if not any(name(e) == landmark for e in elements):
            wrong.append(f"the page has no {landmark}")
    if sum(name(e) == "h1" for e in elements) > 1:
        wrong.append("the page has more than one h1")
    wrong += ["a picture has no words" for e in elements if name(e) == "img" and not e.attrib.get("alt")]
    labelled = {e.attrib.get("for") for e in elements if name(e) == "label"}
    inside = {id(e) for label in elements if name(label) == "label" for e in label.iter()}
    wrong += [
        "a field has no label"
        for e in elements
        if name(e) == "input" and id(e) not in inside and e.attrib.get("id") not in labelled
    ]
    wrong += ["a link says nothing" for e in elements if name(e) == "a" and not "".join(e.itertext()).strip()]
    skip = next((e for e in elements if name(e) == "a"), None)
    if skip is None or skip.attrib.get("href") != "#main":
        wrong.append("the first link does not skip to the text")
    wrong += [f"{n} levels of headings are left out" for n in _jumps(elements)]
    return wrong


def _jumps(elements: list[ET.Element]) -> list[int]:
    levels = [int(name(e)[1]) for e in elements if name(e) in ("h1", "h2", "h3", "h4", "h5", "h6")]
    return [b - a - 1 for a, b in pairwise(levels) if b > a + 1]
