"""Every symbol on the page of a claim, with what it stands for there: of its statement, and of its steps besides.

Letters come from the claim's own hypotheses and from those that a step makes besides; what they usually stand for in
the project is said beside that. Functions say what their definitions say. A letter that is neither declared nor defined
is bound: by the sum, the mean, the integral or the derivative that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import sympy as sp
from sympy import Basic, IndexedBase, Symbol

from modgap.theory.kernel.claims import Claim
from modgap.theory.language.domain import Domain, Vectors, free_variables
from modgap.theory.language.latex import declaration, hypotheses, latex
from modgap.theory.language.symbols import Defined, definitions

__all__ = ["LETTERS", "STANDARD", "Sign", "on_page"]

#: What letters usually stand for: in every room, or in the rooms that are named first.
LETTERS: dict[str, str] = {
    "h": "the dimension of the space of the embeddings",
    "N": "the number of pairs",
    "beta": "the inverse temperature, β = 1/τ",
    "kappa": "the concentration of a von Mises–Fisher law",
    "kappa_x": "the concentration of the law of the images",
    "kappa_y": "the concentration of the law of the texts",
    "nu": "the order of the Bessel functions; for dimension h it is h/2 − 1",
    "c_x": "the centre of the images",
    "c_y": "the centre of the texts",
    "n_A": "the unit normal of the hyperplane A",
    "n_B": "the unit normal of the hyperplane B",
    "e_A": "the unit vector of A that is orthogonal to C = A ∩ B",
    "P": "the law of the pairs (x, y)",
    "cone/w": "the cosine of the gap, or a number in its place",
    "infonce/x": "the queries, embeddings of images",
    "infonce/y": "the keys, embeddings of texts",
    "subspace/rho": "the cosine of the angle φ of the two hyperplanes",
    "alignment/rho": "the cosine of the angle φ of the two hyperplanes",
    "collapse/rho": "the cosine of the angle φ of the two hyperplanes",
    "printed/rho": "the cosine of the angle φ of the two hyperplanes",
    "alignment/x": "an image's embedding, or the images' embeddings",
    "alignment/y": "a text's embedding, or the texts' embeddings",
    "subspace/phi": "the angle of the two hyperplanes",
}

#: Functions and constants that need no definition here, as they are printed, and what they are.
STANDARD: dict[str, tuple[str, str]] = {
    "Dot": (r"x\cdot y", "the inner product of two vectors"),
    "Norm": (r"\left|x\right|", "the Euclidean length of a vector"),
    "besseli": (r"I_{\nu}\left(z\right)", "the modified Bessel function of the first kind (DLMF 10.25.2)"),
    "gamma": (r"\Gamma\left(x\right)", "the Gamma function (DLMF 5.2.1)"),
    "hyper": (r"{}_0F_1\left(;b;w\right)", "the hypergeometric function Σ_k w^k/((b)_k k!) (DLMF 16.2.1)"),
    "factorial": ("k!", "the factorial"),
    "RisingFactorial": (r"\left(a\right)_{k}", "the rising factorial a(a+1)⋯(a+k−1) (DLMF 5.2.4)"),
    "exp": ("e^{x}", "the exponential function"),
    "Exp1": ("e", "the base of the natural logarithm"),
    "Pi": (r"\pi", "the number π"),
    "Derivative": (r"\frac{d}{d z}", "the derivative in the letter below, all others kept"),
    "Integral": (r"\int f\,dz", "the integral over the letter after d"),
    "ImaginaryUnit": ("i", "the imaginary unit"),
    "digamma": (r"\psi\left(x\right)", "the digamma function (DLMF 5.2.2)"),
    "binomial": (r"\binom{n}{k}", "the binomial coefficient"),
}
#: Sets that hypotheses name, by what stands for them in LaTeX.
SETS = {
    r"\mathbb{R}": (r"\mathbb{R},\ \mathbb{R}^{h}", "the real numbers, and vectors of h of them"),
    r"\mathbb{Z}": (r"\mathbb{Z}", "the integers"),
    "S^{": ("S^{h-1}", "the unit sphere of R^h"),
    r"\bar{B}": (r"\bar{B}^{h}", "the vectors of R^h of length at most 1"),
}


@dataclass(frozen=True)
class Sign:
    """A symbol: its name, how it is printed, what it stands for; and conditions or a definition in LaTeX."""

    name: str
    tex: str
    meaning: str
    formulas: list[str] = field(default_factory=list)


def on_page(claim: Claim, steps: Iterable[tuple[Basic, Domain]]) -> tuple[list[Sign], list[Sign]]:
    """Return the symbols of a claim's statement and hypotheses, and those that its steps have besides.

    Parameters
    ----------
    claim : Claim
        The claim.
    steps : iterable of (relation, Domain)
        What the page shows of its steps.
    """
    own = list(_signs(claim, [claim.statement, *claim.domain.conditions], [claim.domain], {}))
    known = {sign.name: sign for sign in own}
    spoken, domains = [], []
    for statement, domain in steps:
        spoken += [statement, *domain.conditions]
        domains.append(domain)
    more = list(_signs(claim, spoken, [claim.domain, *dict.fromkeys(domains)], known))
    return own, more


def _signs(claim: Claim, spoken: list[Basic], domains: list[Domain], known: Mapping[str, Sign]) -> Iterator[Sign]:
    """Yield the symbols of expressions, and of all that their definitions say, but those known; letters first."""
    meanings = [meaning for _, meaning in definitions(sp.Tuple(*spoken))]
    sizes = [size for domain in domains for v in domain.vectors for size in (v.dim, v.count) if size is not None]
    everything = [*spoken, *meanings, *sizes]
    declared = {
        symbol: domain
        for domain in reversed(domains)
        for symbol in (*domain.symbols, *(v.symbol for v in domain.vectors))
    }
    letters = {a for part in everything for a in part.atoms(Symbol, IndexedBase)}
    # A family is printed by its own name and by the label that it is indexed by.
    names = {str(letter): letter for letter in sorted(letters, key=str)}
    bound = []
    for name, letter in names.items():
        home = next((declared[d] for d in declared if str(d) == name), None)
        if name in known:
            continue
        if home is None:
            bound.append(letter)
        else:
            yield _letter(claim, name, next(d for d in declared if str(d) == name), home)
    if bound:
        printed = r",\ ".join(latex(letter) for letter in bound)
        yield Sign(
            " ".join(map(str, bound)), printed, "bound: each belongs to the sum, the mean, the integral or the "
            "derivative that names it, and means nothing outside of it",
        )  # fmt: skip
    yield from _functions(everything, known)
    yield from _sets(domains, known)


def _letter(claim: Claim, name: str, symbol: Basic, domain: Domain) -> Sign:
    room = claim.derive.__module__.split(".")[-2] if claim.derive.__module__.count(".") else ""
    role = LETTERS.get(f"{room}/{name}", LETTERS.get(name, ""))
    vector: Vectors | None = next((v for v in domain.vectors if v.symbol == symbol), None)
    if vector is not None:
        return Sign(name, latex(symbol), role or _kind(vector), [declaration(vector)])
    own = [c for c in domain.conditions if free_variables(c) == {symbol}]
    formulas = [*hypotheses(Domain(symbol)), *map(latex, own)]
    return Sign(name, latex(symbol), role or ("any integer with" if symbol.is_integer else "any number with"), formulas)


def _kind(vector: Vectors) -> str:
    if "coupling" in vector.kind:
        return "a law of pairs"
    many = vector.count is not None
    return {"pairing": "a coupling", "frame": "orthonormal vectors"}.get(
        vector.kind, "vectors, as many as are named" if many else "a vector"
    )


def _functions(everything: list[Basic], known: Mapping[str, Sign]) -> Iterator[Sign]:
    """Yield what functions and constants stand for; of a symbol with a definition, as it reads where it is shortest."""
    shortest: dict[str, Basic] = {}
    nodes = {node for part in everything for node in sp.preorder_traversal(part)}
    for node in sorted(nodes, key=lambda n: (len(latex(n)) if _ours(n) else 0, str(n))):
        name = type(node).__name__
        if name not in known and (_ours(node) or name in STANDARD):
            shortest.setdefault(name, node)
    for name in sorted(shortest):
        node = shortest[name]
        if name in STANDARD:
            yield Sign(name, *STANDARD[name])
        else:
            about = " ".join((type(node).__doc__ or "").split("\n\n")[0].split())
            stands = [f"{latex(node)} = {latex(node.definition())}"] if _says(node) else []
            yield Sign(name, latex(node), about, stands)


def _ours(node: Basic) -> bool:
    return isinstance(node, sp.Function) and not type(node).__module__.startswith("sympy.")


def _says(node: Basic) -> bool:
    return isinstance(node, Defined) and type(node).definition is not Defined.definition


def _sets(domains: list[Domain], known: Mapping[str, Sign]) -> Iterator[Sign]:
    said = " ".join(text for domain in domains for text in hypotheses(domain))
    for mark, (tex, meaning) in SETS.items():
        if mark in said and mark not in known:
            yield Sign(mark, tex, meaning)
