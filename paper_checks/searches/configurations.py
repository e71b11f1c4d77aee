"""An adversary for claims about configurations: it moves the vectors to where the statement is tightest.

The statement itself, the SymPy relation that is proved, is read as a torch expression, for many configurations at
once and on a GPU where there is one, and minimised over the families of vectors that its domain declares. Floating
point only finds the worst point; whether it violates the statement is for balls to say.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np
import sympy as sp
import torch
from sympy import Basic, Expr
from torch import Tensor

from modgap.numerics.contrastive.constraints import Spheres
from modgap.numerics.contrastive.optimize import minimise
from modgap.theory.balls import enclosure
from modgap.theory.language.domain import Domain, Point
from modgap.theory.language.samples import SampleMean
from modgap.theory.language.symbols import Dot, unfold

__all__ = ["Adversary", "Reader", "about_configurations"]

#: A free vector may be so long.
FREE_LENGTH = 4.0


def about_configurations(statement: Basic, domain: Domain) -> bool:
    """Tell whether a statement is one inequality about families of vectors (and no mean over all samples of them)."""
    families = [v for v in domain.vectors if v.count is not None and v.kind in ("unit", "ball", "free")]
    one_kind = len(families) == len(domain.vectors) and len({(v.count, v.dim) for v in families}) == 1
    one_relation = isinstance(statement, sp.GreaterThan | sp.LessThan)
    return one_kind and one_relation and not statement.has(SampleMean)


class Reader:
    """Evaluates an expression for many configurations at once; every index in scope has an axis of its own.

    Parameters
    ----------
    point : mapping
        The scalars.
    families : mapping of symbol to Tensor
        The vectors, shape (configurations, count, dim).
    """

    AXES = 3

    def __init__(self, point: Mapping[Basic, Any], families: Mapping[Basic, Tensor]):
        self.scalars, self.families = point, families
        self.constants: dict[Basic, Tensor] = {}
        self.device = next(iter(families.values())).device

    def __call__(self, expr: Expr, axes: Mapping[Basic, int]) -> Tensor:
        """Return the values of an expression, shape (configurations, 1, ...) with an axis for each index in scope."""
        if not expr.atoms(sp.IndexedBase):
            return self.constant(expr)
        match expr:
            case sp.Add():
                return functools.reduce(torch.add, (self(a, axes) for a in expr.args))
            case sp.Mul():
                return functools.reduce(torch.mul, (self(a, axes) for a in expr.args))
            case sp.Pow():
                return self(expr.base, axes) ** self.constant(expr.exp)
            case sp.exp():
                return self(expr.args[0], axes).exp()
            case sp.log():
                return self(expr.args[0], axes).log()
            case sp.Abs():
                return self(expr.args[0], axes).abs()
            case sp.Max():
                return functools.reduce(torch.maximum, (self(a, axes) for a in expr.args))
            case sp.Sum():
                ((index, _, _),) = expr.limits
                axis = len(axes) + 1
                inner = self(expr.function, {**axes, index: axis})
                count = next(iter(self.families.values())).shape[1]
                return inner.sum(axis, keepdim=True) * (1 if inner.shape[axis] > 1 else count)
            case Dot():
                return (self.vector(expr.args[0], axes) * self.vector(expr.args[1], axes)).sum(-1)
        raise NotImplementedError(f"{type(expr).__name__} in a claim about configurations")

    def constant(self, expr: Expr) -> Tensor:
        """Return what does not speak of vectors: it comes from balls, which know every function of the language."""
        if expr not in self.constants:
            value = float(enclosure.value(expr, dict(self.scalars)).mid())
            self.constants[expr] = torch.tensor(value, dtype=torch.float64, device=self.device)
        return self.constants[expr].reshape([1] * (self.AXES + 1))

    def vector(self, expr: Expr, axes: Mapping[Basic, int]) -> Tensor:
        """Return the vectors of an expression, with the coordinates on the last axis."""
        match expr:
            case sp.Indexed():
                rows = self.families[expr.base]
                shape = [len(rows), *[1] * self.AXES, rows.shape[2]]
                shape[axes[expr.indices[0]]] = rows.shape[1]
                return rows.reshape(shape)
            case sp.Add():
                return functools.reduce(torch.add, (self.vector(a, axes) for a in expr.args))
            case sp.Mul():
                (head,) = [a for a in expr.args if a.atoms(sp.IndexedBase)]
                return self.constant(expr / head)[..., None] * self.vector(head, axes)
        raise NotImplementedError(f"the vector {expr}")


class Adversary:
    """Minimises the slack of a statement over the vectors, the scalars of a drawn point held fixed.

    Parameters
    ----------
    statement : sympy inequality
        One that `about_configurations` accepts.
    domain : Domain
        Its hypotheses.
    point : mapping
        Where the search starts.
    device : torch.device
        Where the configurations are moved.
    """

    def __init__(self, statement: Basic, domain: Domain, point: Point, device: torch.device | str = "cpu"):
        self.statement, self.domain, self.device = statement, domain, torch.device(device)
        self.kinds = {v.symbol: v.kind for v in domain.vectors}
        self.point = point
        self.scalars = {k: v for k, v in point.items() if k not in self.kinds}
        larger, smaller = statement.args if isinstance(statement, sp.GreaterThan) else reversed(statement.args)
        self.slack = unfold(larger) - unfold(smaller)

    def start(self, starts: int, seed: int) -> Tensor:
        """Return the drawn vectors, and random ones. A row has a spare coordinate, for vectors that may be short."""
        drawn = torch.stack([torch.as_tensor(np.asarray(self.point[s], dtype=np.float64)) for s in self.kinds])
        spare = torch.where(drawn.norm(dim=-1, keepdim=True) < 1, 1.0, 1e-3).double()
        drawn = torch.cat([drawn, spare], dim=-1)
        generator = torch.Generator().manual_seed(seed)
        random = torch.randn(starts - 1, *drawn.shape, generator=generator, dtype=torch.float64)
        return torch.nn.functional.normalize(torch.cat([drawn[None], random]), dim=-1).to(self.device)

    def vectors(self, state: Tensor) -> dict[Basic, Tensor]:
        """Return the families of vectors that a state stands for."""
        made = {}
        for k, (symbol, kind) in enumerate(self.kinds.items()):
            rows = state[:, k, :, :-1]
            scale = {"unit": None, "ball": 1.0, "free": FREE_LENGTH}[kind]
            made[symbol] = torch.nn.functional.normalize(rows, dim=-1) if scale is None else scale * rows
        return made

    def slacks(self, state: Tensor) -> Tensor:
        """Return by how much the statement holds, for each configuration."""
        return Reader(self.scalars, self.vectors(state))(self.slack, {}).flatten()

    def attack(self, starts: int = 2, steps: int = 30, seed: int = 0) -> tuple[float, Point]:
        """Return the least slack found and the point where it is."""
        start = self.start(starts, seed)
        temperatures = torch.ones(starts, dtype=torch.float64, device=self.device)
        found = minimise(lambda state, which: self.slacks(state), Spheres(), start, temperatures, 1e-9, steps)
        best = int(found.loss.argmin())
        worst = {symbol: rows[best].detach().cpu().numpy() for symbol, rows in self.vectors(found.state).items()}
        return float(found.loss[best]), {**self.scalars, **worst}
