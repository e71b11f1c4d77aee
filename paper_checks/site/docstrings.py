"""Docstrings as pages show them: paragraphs, and the sections of the NumPy convention, as texts and definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from inspect import cleandoc

__all__ = ["Docstring", "Entry", "parse"]

#: Sections whose lines are names with descriptions; others are text.
LISTED = ("Parameters", "Other Parameters", "Attributes", "Returns", "Yields", "Raises", "Warns", "Methods", "See Also")


@dataclass(frozen=True)
class Entry:
    """One line of a section with what is indented below it: `name : kind`, or a kind alone."""

    name: str
    kind: str
    text: str


@dataclass(frozen=True)
class Docstring:
    """A docstring taken apart.

    Attributes
    ----------
    paragraphs : list of str
        What stands before the first section, the summary first; each on one line.
    entries : dict
        The listed sections by name.
    texts : dict
        The other sections by name, line by line.
    """

    paragraphs: list[str] = field(default_factory=list)
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """The first paragraph."""
        return self.paragraphs[0] if self.paragraphs else ""


def parse(text: str) -> Docstring:
    """Take a docstring apart.

    Examples
    --------
    >>> found = parse('Add two numbers.\\n\\nParameters\\n----------\\na, b : float\\n    The numbers.\\n')
    >>> found.summary, found.entries["Parameters"]
    ('Add two numbers.', [Entry(name='a, b', kind='float', text='The numbers.')])
    """
    # Code is between one backtick or two; pages know one.
    before, *sections = re.split(r"(?m)^(?=[A-Z][A-Za-z ]+\n-{3,}$)", cleandoc(text).replace("``", "`"))
    found = Docstring(_paragraphs(before))
    for section in sections:
        name, _, body = section.split("\n", 2) if section.count("\n") > 1 else (*section.split("\n"), "")
        if name in LISTED:
            found.entries[name] = _entries(body)
        else:
            found.texts[name] = body.strip("\n")
    return found


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _entries(body: str) -> list[Entry]:
    found = []
    for chunk in re.split(r"(?m)^(?=\S)", body):
        head, _, text = chunk.partition("\n")
        if head.strip():
            name, colon, kind = head.partition(" : ")
            found.append(Entry(name.strip(), kind.strip() if colon else "", " ".join(text.split())))
    return found
