"""What derivations ask of rules and theorems: their calls are recorded, to be asked again with something wrong."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from modgap import theory
from modgap.theory import evidence, kernel, trusted
from modgap.theory.kernel import facts
from modgap.theory.kernel.facts import Fact

#: The modules whose functions make facts.
ROOMS: tuple[ModuleType, ...] = tuple(
    importlib.import_module(f"{room.__name__}.{module.name}")
    for room in (kernel, evidence, trusted)
    for module in pkgutil.iter_modules(room.__path__)
)

#: Claims that between them cite every theorem that the ledger rests on, and little else.
COVER = (
    "bessel.hypergeometric", "thm.3.limit.perpendicular", "thm.1.stability.population", "vmf.infinitely_divisible",
    "cosh.gaussian", "thm.1.trace.strict", "subspace.angles", "thm.4.directions", "thm.1.loss.power",
    "thm.1.loss.hinge", "thm.2.population.concave", "thm.1.equality.pairs", "bessel.recurrence",
    "thm.3.centre_perp.right_angle", "thm.3.population", "thm.3.population.shared.tangent", "bessel.hadamard",
    "thm.3.population.shared.conditional", "thm.3.angle.narrow.lower", "thm.1.overlap.psi",
    "bessel.ratio.odd_integral", "thm.3.population.perp", "thm.2.direction", "thm.1.one_pair", "thm.2.population",
    "thm.3.population.every", "thm.3.free.sign", "thm.1.sharp", "thm.3.free.global.stability", "mcl.limit",
    "sphere.mgf.convex_in_dimension", "thm.3.population.perp.every",
    "thm.1.noise.leaning", "thm.1.noise.necessary",
)  # fmt: skip


#: How many calls of each function are altered, the first of each shape.
SHAPES = 2


@dataclass(frozen=True)
class Call:
    """A call of a rule or theorem, and the fact that it made."""

    name: str
    function: Callable[..., Fact]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    found: Fact


def rules_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., Fact]]]:
    """Yield the functions of a module that make facts from what they are given."""
    for name, function in vars(module).items():
        own = getattr(function, "__module__", "") == module.__name__ and not name.startswith("_")
        if own and not isinstance(function, type) and hasattr(function, "__wrapped__"):
            yield name, function


def theory_modules() -> Iterator[tuple[str, ModuleType]]:
    """Yield what is loaded of the theory, but for engines and language, which make no facts."""
    for home, module in list(sys.modules.items()):
        if home.startswith("modgap.theory.") and ".engines." not in home and ".language." not in home:
            yield home, module


def forget_shared_facts() -> None:
    """Let the facts that functions of the theory keep for several derivations be made anew."""
    for home, module in theory_modules():
        for value in list(vars(module).values()):
            if hasattr(value, "cache_clear") and getattr(value, "__module__", "") == home:
                value.cache_clear()


@contextmanager
def derived_apart() -> Iterator[None]:
    """Have every fact made anew within, and none of those kept beyond: they say that they were made here."""
    kept = [(claim._kept, dict(claim._kept)) for claim in theory.ledger().values()]
    for now, _ in kept:
        now.clear()
    forget_shared_facts()
    try:
        yield
    finally:
        for now, before in kept:
            now.clear()
            now.update(before)
        forget_shared_facts()


def recorded(ids: Sequence[str]) -> list[Call]:
    """Derive claims, and all that they rest on, anew; return what they ask of rules and theorems, in order."""
    made: list[Call] = []

    def recording(name: str, function: Callable[..., Fact]) -> Callable[..., Fact]:
        def asked(*args: Any, **kwargs: Any) -> Fact:
            found = function(*args, **kwargs)
            made.append(Call(name, function, args, kwargs, found))
            return found

        return asked

    in_place = {
        function: recording(f"{module.__name__.rpartition('.')[2]}.{name}", function)
        for module in ROOMS
        for name, function in rules_of(module)
    }
    replaced: list[tuple[ModuleType, str, Any]] = []
    for _, module in theory_modules():
        for name, value in list(vars(module).items()):
            if callable(value) and getattr(value, "__hash__", None) and value in in_place:
                replaced.append((module, name, value))
                setattr(module, name, in_place[value])
    try:
        with derived_apart():
            for claim_id in ids:
                claim = theory.claim(claim_id)
                claim.derive(claim)
    finally:
        for module, name, value in replaced:
            setattr(module, name, value)
    return made


def chosen(calls: Sequence[Call], shapes: int) -> dict[str, Call]:
    """Return the first calls of each function that differ in the kinds of what is given and found, by name."""
    kept: dict[str, list[tuple[Any, Call]]] = {}
    for call in calls:
        shape = _shape((call.args, call.kwargs)), _shape(call.found)
        known = kept.setdefault(call.name, [])
        if len(known) < shapes and all(shape != other for other, _ in known):
            known.append((shape, call))
    return {f"{name} {number}": call for name, known in kept.items() for number, (_, call) in enumerate(known)}


def _shape(value: Any) -> Any:
    if isinstance(value, Fact):
        return type(value.statement), len(value.domain.conditions)
    if isinstance(value, tuple | list):
        return tuple(map(_shape, value))
    if isinstance(value, dict):
        return tuple(map(_shape, value.values()))
    return type(value)


def forged(fact: Fact, **changes: Any) -> Fact:
    """Return a fact as no rule made it."""
    said = {name: getattr(fact, name) for name in Fact.__dataclass_fields__ if name != "seal"}
    return Fact(**{**said, **changes}, seal=facts._SEAL)
