"""What pages are made of: prose with its indices set low, and formulas as MathML, which browsers render."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

__all__ = ["INDEX", "mathml", "prose"]

#: An index in prose, as in G_{ν,ν+2}, I_ν or r_2.
INDEX = re.compile(r"_(?:\{([^}]*)\}|(\w))(?![\w.])")


def prose(text: str) -> Markup:
    """Return prose as HTML with its indices set low."""
    return Markup(INDEX.sub(r"<sub>\1\2</sub>", str(escape(text))))


@cache
def mathml(tex: str, display: str = "block") -> Markup:
    """Return a formula, given in LaTeX, as MathML; `display` is 'block' or 'inline'."""
    from latex2mathml.converter import convert

    return Markup(convert(tex, display=display))
