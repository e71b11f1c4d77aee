"""All that a file of one's own claims needs, under one roof: variables, hypotheses, relations, rules.

>>> from modgap.theory.own.statements import Domain, claim, ge, positive, sign
>>> z = positive("z")
>>> @claim(id="own.square", title="A square", domain=Domain(z), statement=ge(z**2 + 1, 2 * z))
... def square(this):
...     '''(z - 1)^2 is at least 0.'''
...     return sign(this.statement, this.domain)
>>> square.verdict.status
<Status.PROVED: 'proved'>
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy import Basic, Expr, IndexedBase, Symbol

from modgap.theory.book import ledger
from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.evidence.sampling import tested
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import Claim
from modgap.theory.kernel.claims import claim as _claim
from modgap.theory.kernel.compose import both, chain, flip, hypothesis, part, specialise, substitute
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.language.domain import (
    Domain,
    ball_vectors,
    free_vector,
    free_vectors,
    unit_vector,
    unit_vectors,
)
from modgap.theory.language.symbols import Dot, MCLLoss, SphereMGF

__all__ = [
    "Claim", "Domain", "Dot", "MCLLoss", "SphereMGF", "arithmetic", "ball_vectors", "both", "certify", "chain",
    "claim", "combination", "counterexample", "eq", "family", "flip", "free_vector", "free_vectors", "ge", "gt",
    "hypothesis", "identity", "integer", "le", "ledger", "lt", "mean", "ne", "part", "positive", "real", "sign",
    "specialise", "substitute", "tested", "unit_vector", "unit_vectors",
]  # fmt: skip


def real(name: str) -> Symbol:
    """Return a real variable."""
    return Symbol(name, real=True)


def positive(name: str) -> Symbol:
    """Return a positive real variable."""
    return Symbol(name, positive=True)


def integer(name: str) -> Symbol:
    """Return a positive integer variable, as a dimension or a number of pairs."""
    return Symbol(name, integer=True, positive=True)


def family(name: str) -> IndexedBase:
    """Return the name of a family of vectors, whose members are `x[i]`."""
    return IndexedBase(name)


def mean(term: Expr, index: Symbol, count: Expr) -> Expr:
    """Return the mean of a term over index = 1, ..., count."""
    return sp.Sum(term, (index, 1, count)) / count


def _relation(kind: type) -> Callable[[Any, Any], Basic]:
    def relation(left: Any, right: Any) -> Basic:
        return kind(left, right, evaluate=False)

    relation.__doc__ = f"Return the relation left {kind.rel_op} right, as it is written."  # type: ignore[attr-defined]
    return relation


eq, ne = _relation(sp.Equality), _relation(sp.Unequality)
ge, gt = _relation(sp.GreaterThan), _relation(sp.StrictGreaterThan)
le, lt = _relation(sp.LessThan), _relation(sp.StrictLessThan)


def claim(*, id: str, title: str, domain: Domain, statement: Basic, source: str = "own") -> Any:
    """Turn a derivation into the claim that it derives; its docstring says in words what the claim means.

    Parameters
    ----------
    id, title : str
        A name that no claim of the ledger has, and a short title.
    domain : Domain
        The hypotheses.
    statement : sympy relation, or conjunction of relations
        What is claimed; write it by `ge`, `le`, `eq` and their like, so that SymPy leaves it as it is.
    source : str
        Where it is from.
    """
    return _claim(id=id, title=title, relation="ours", source=source, domain=domain, statement=statement)
