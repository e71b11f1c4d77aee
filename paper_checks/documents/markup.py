"""What pages are made of: prose with indices and powers, and formulas as MathML, which browsers render."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

__all__ = ["INDEX", "mathml", "prose"]

#: An index in prose, as in G_{ν,ν+2}, I_ν² or r_2; no part of a name such as log_iv or of a file's.
INDEX = re.compile(r"_(?:\{([^}]*)\}|(\w))(?![^\W²³⁴]|\.\w)")


#: A power in prose, as in e^{β x·y}, R^h or e^90.
_POWER = re.compile(r"\^(?:\{([^{}]*)\}|(\d+|[\w⊥]))")

#: The name of a function right after what it multiplies: TeX sets them a little apart, the converter does not.
_FUNCTION = re.compile(r"(</m(?:n|i|row|sup|sub|subsup|frac)>)(<mi>(?:log|sin|cos|exp)</mi>)")


def prose(text: str) -> Markup:
    """Return prose as HTML with its indices set low and its powers set high."""
    raised = _POWER.sub(r"<sup>\1\2</sup>", str(escape(text)))
    return Markup(INDEX.sub(r"<sub>\1\2</sub>", raised))


@cache
def mathml(tex: str, display: str = "block") -> Markup:
    """Return a formula, given in LaTeX, as MathML; `display` is 'block' or 'inline'."""
    from latex2mathml.converter import convert

    return Markup(_FUNCTION.sub(r'\1<mspace width="0.17em"/>\2', convert(tex, display=display)))
