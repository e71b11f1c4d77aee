"""Long formulas over several lines: a LaTeX formula as pieces that a line may end between."""

from __future__ import annotations

import re

__all__ = ["aligned", "lines", "pieces"]

#: About so many signs of ten points fit on a line of the page.
WIDTH = 75
#: A command, a letter that is escaped, or one sign.
_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|.", re.DOTALL)
_OPEN, _CLOSE = {"{", "(", "[", r"\left", r"\{", r"\begin"}, {"}", ")", "]", r"\right", r"\}", r"\end"}
_RELATIONS = {"=", "<", ">", r"\leq", r"\geq", r"\neq"}
_SIGNS = {"+", "-"}
#: After these a + or - belongs to what follows it.
_NO_TERM = {*_RELATIONS, *_SIGNS, *_OPEN, r"\cdot", r"\text", ","}
#: Commands that set nothing, or nothing wide.
_UNSEEN = {r"\left", r"\right", r"\frac", r"\displaystyle", r"\limits", r"\mathbb", r"\mathcal", r"\,", r"\;", r"\!"}


def pieces(formula: str) -> list[str]:
    """Return a formula in pieces, each but the first from a relation or from a + or − between terms on.

    Nothing is broken within braces or brackets of any kind; put together again the pieces are the formula.
    """
    out, depth, before, delimiter = [""], 0, "", False
    for token in _TOKEN.findall(formula):
        # The bracket after \left or \right is counted with it.
        if not delimiter:
            depth += (token in _OPEN) - (token in _CLOSE)
            between = token in _RELATIONS or (token in _SIGNS and before and before not in _NO_TERM)
            if depth == 0 and between and out[-1].strip():
                out.append("")
        delimiter = token in (r"\left", r"\right")
        out[-1] += token
        if not token.isspace():
            before = token
    return out


def _width(formula: str) -> int:
    """Return about how many signs are set side by side; of a fraction those of both parts, which is too many."""
    return sum(token not in _UNSEEN and token not in "{}^_ " for token in _TOKEN.findall(formula))


def lines(formula: str) -> list[str]:
    """Return a formula in lines of about the width of a page, as far as it can be broken."""
    out: list[str] = []
    for piece in pieces(formula):
        if out and _width(out[-1]) + _width(piece) <= WIDTH:
            out[-1] += piece
        else:
            out.append(piece)
    return out


def aligned(formula: str) -> str:
    r"""Return what is set within `aligned`: the lines, of which all but the first are indented."""
    first, *more = (line.strip() for line in lines(formula))
    # A sign at the start of a line is one between terms.
    return r" \\ ".join([f"&{first}", *(rf"&\quad {{}}{line}" for line in more)])
