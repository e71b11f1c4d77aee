"""Prose for TeX: what TeX takes for a command is escaped, and mathematical letters become commands.

What comes out is ASCII and Latin-1 letters, so that every engine and every BibTeX style can set it.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["prose", "text"]

_PLAIN = {
    "_": r"\_", "&": r"\&", "%": r"\%", "#": r"\#", "$": r"\$", "{": r"\{", "}": r"\}", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", "\\": r"\textbackslash{}", "–": "--", "—": "---", "’": "'", "‘": "`", "“": "``",
    "”": "''", "…": r"\ldots{}", "\N{NO-BREAK SPACE}": "~", "\N{NARROW NO-BREAK SPACE}": r"\,",
}  # fmt: skip

_LETTERS = "αβγδεζηθικλμνξπρστυφχψω"
_LETTER_NAMES = """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi
chi psi omega"""
_CAPITALS = "ΓΔΘΛΞΠΣΥΦΨΩ"
_CAPITAL_NAMES = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"

_MATHS = {
    **{letter: f"\\{name}" for letter, name in zip(_LETTERS, _LETTER_NAMES.split(), strict=True)},
    **{letter: f"\\{name}" for letter, name in zip(_CAPITALS, _CAPITAL_NAMES.split(), strict=True)},
    "<": "<", ">": ">", "−": "-", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "∼": r"\sim", "≪": r"\ll",
    "≫": r"\gg", "·": r"\cdot", "×": r"\times", "±": r"\pm", "√": r"\surd", "∞": r"\infty", "∈": r"\in", "∉": r"\notin",
    "∫": r"\int", "∑": r"\sum", "∏": r"\prod", "∂": r"\partial", "∇": r"\nabla", "→": r"\to", "↦": r"\mapsto",
    "←": r"\leftarrow", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow", "∧": r"\land", "∨": r"\lor", "¬": r"\lnot",
    "∀": r"\forall", "∃": r"\exists", "∅": r"\emptyset", "∩": r"\cap", "∪": r"\cup", "⊂": r"\subset",
    "⟂": r"\perp", "⊥": r"\perp", "‖": r"\|", "⟨": r"\langle", "⟩": r"\rangle", "°": r"^{\circ}", "½": r"\tfrac12",
    "¼": r"\tfrac14", "¾": r"\tfrac34", "⅓": r"\tfrac13", "⅔": r"\tfrac23",
    "ᵀ": "^{T}", "ℓ": r"\ell", "ℝ": r"\mathbb{R}", "ℕ": r"\mathbb{N}",
    "𝓛": r"\mathcal{L}", "⊕": r"\oplus", "⊗": r"\otimes", "†": r"\dagger", "′": "'", "≡": r"\equiv", "∝": r"\propto",
    "𝒲": r"\mathcal{W}", "∓": r"\mp", "∖": r"\setminus",
}  # fmt: skip

_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n", strict=True))
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-", strict=True))


def _any_of(letters: dict[str, str]) -> str:
    return "[" + re.escape("".join(letters)) + "]"


_RUNS = re.compile(
    f"(?P<plain>{_any_of(_PLAIN)})|(?P<maths>{_any_of(_MATHS)})"
    f"|(?P<high>{_any_of(_SUPERSCRIPTS)}+)|(?P<low>{_any_of(_SUBSCRIPTS)}+)"
)

#: An index or exponent in prose, as in G_{ν,ν+2}, I_ν, r_2 or z^{−ν}.
_SCRIPT = re.compile("([_^])(?:\\{([^}]*)\\}|(\\w\N{COMBINING TILDE}?))(?!\\w|\\.\\w)")


#: What stands above a letter, as in x̃, ŷ and J̄, once the letter is taken apart.
_ACCENTS = {"\N{COMBINING TILDE}": "tilde", "\N{COMBINING CIRCUMFLEX ACCENT}": "hat", "\N{COMBINING MACRON}": "bar"}
_ACCENTED = re.compile(f"(.)([{''.join(_ACCENTS)}])")


def text(words: str) -> str:
    """Return plain text for TeX, letter for letter."""
    out, end = "", 0
    apart = re.sub("[ũỹĴ]", lambda letter: unicodedata.normalize("NFD", letter.group()), words)
    for accented in _ACCENTED.finditer(apart):
        letter = _MATHS.get(accented[1], accented[1])
        out += _RUNS.sub(_set, apart[end : accented.start()]) + rf"\(\{_ACCENTS[accented[2]]}{{{letter}}}\)"
        end = accented.end()
    return out + _RUNS.sub(_set, apart[end:])


def _set(run: re.Match[str]) -> str:
    found = run.group()
    if run.lastgroup == "plain":
        return _PLAIN[found]
    if run.lastgroup == "maths":
        return rf"\({_MATHS[found]}\)"
    table, sign = (_SUPERSCRIPTS, "^") if run.lastgroup == "high" else (_SUBSCRIPTS, "_")
    return rf"\({{}}{sign}{{{''.join(table[letter] for letter in found)}}}\)"


def prose(words: str) -> str:
    """Return prose for TeX with its indices set low and its exponents high."""
    out, end = "", 0
    for script in _SCRIPT.finditer(words):
        place = "sub" if script[1] == "_" else "super"
        out += text(words[end : script.start()]) + rf"\text{place}script{{{text(script[2] or script[3])}}}"
        end = script.end()
    return out + text(words[end:])
