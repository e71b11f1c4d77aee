"""Ways to get a call of a rule or theorem wrong: each argument altered in turn, and hypotheses altered throughout."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp
from sympy import Basic, Expr, Lambda, Symbol
from sympy.core.relational import Relational

from modgap.theory.engines.exponentials import ExponentialSums
from modgap.theory.engines.normal_forms import InnerProducts
from modgap.theory.kernel.facts import Fact
from modgap.theory.language.domain import Domain, Vectors, free_variables
from modgap.theory.outcome import Misread, Unproved
from tests.theory.calls import Call, forged

Wrong = tuple[str, Any]

KINDS = (sp.Eq, sp.Le, sp.Lt, sp.Ge, sp.Gt, sp.Ne)

#: A variable that nothing declares.
STRANGER = Symbol("stranger", real=True)
COUNT = Symbol("another", integer=True, positive=True)

#: What refuses a call that is not of the form that a rule takes.
REFUSALS = (Unproved, ValueError)


def wrongs(call: Call) -> Iterator[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Yield (what is wrong, arguments, keyword arguments) for every single alteration of a call."""
    given = (call.args, call.kwargs)
    for label, (args, kwargs) in [*_altered_throughout(given)]:
        yield label, args, kwargs
    for place, value in enumerate(call.args):
        for label, new in _variants(value):
            yield f"{place}: {label}", (*call.args[:place], new, *call.args[place + 1 :]), call.kwargs
        for other in range(place):
            if type(call.args[other]) is type(value) and call.args[other] is not value:
                swapped = list(call.args)
                swapped[place], swapped[other] = swapped[other], swapped[place]
                yield f"{other} and {place} exchanged", tuple(swapped), call.kwargs
    for name, value in call.kwargs.items():
        for label, new in _variants(value):
            yield f"{name}: {label}", call.args, {**call.kwargs, name: new}


def outcome(call: Call, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return the words in which a call is refused; nothing where it is answered, or breaks off."""
    try:
        call.function(*args, **kwargs)
    except Misread:
        return ""
    except REFUSALS as reason:
        return words(f"{type(reason).__name__} {reason}")
    except Exception:
        # What an engine cannot read is no refusal to rely on.
        return ""
    return ""


def words(text: str) -> str:
    """Return the plain words of a message: what is left without the expressions in it."""
    return " ".join(re.findall(r"(?<![\w.*(])[A-Za-z][a-z]+(?![\w*(])", text))[:90]


def _variants(value: Any) -> Iterator[Wrong]:
    for kind, variants in _BY_KIND:
        if isinstance(value, kind):
            yield from _built(variants(value))
            return
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from _built(_of_record(value))
    elif hasattr(value, "reduce"):
        yield "no normal form", None
        yield "another normal form", InnerProducts()
        yield "one more normal form", ExponentialSums()


def _built(variants: Iterator[Any]) -> Iterator[Wrong]:
    """Build variants one by one; one that cannot be built is left out, as nobody can ask it."""
    while True:
        try:
            label, make = next(variants)
            made = make()
        except StopIteration:
            return
        except Exception:
            continue
        yield label, made


Recipe = tuple[str, Callable[[], Any]]


def _of_fact(fact: Fact) -> Iterator[Recipe]:
    for label, make in _of_statement(fact.statement):
        yield label, lambda make=make: forged(fact, statement=make())
    for label, make in _of_domain(fact.domain):
        yield f"on a domain, {label}", lambda make=make: forged(fact, domain=make())
    yield "infinite", lambda: forged(fact, finite=False)


def _of_statement(statement: Basic) -> Iterator[Recipe]:
    if not isinstance(statement, Relational):
        yield "first part alone", lambda: statement.args[0]
        return
    left, right = statement.args
    for kind in KINDS:
        if kind is not type(statement):
            yield kind.__name__, lambda kind=kind: kind(left, right, evaluate=False)
    same = type(statement)
    yield "read backwards", lambda: same(right, left, evaluate=False)
    for side, other, put in ((left, right, False), (right, left, True)):
        for label, make in _of_expr(side):
            name = f"{'right' if put else 'left'} side {label}"
            yield (
                name,
                lambda make=make, other=other, put=put: same(
                    *((other, make()) if put else (make(), other)), evaluate=False
                ),
            )
    yield "twice", lambda: sp.And(statement, sp.Gt(left + 7, right, evaluate=False), evaluate=False)


def _of_expr(expr: Expr) -> Iterator[Recipe]:
    for label, new in (("0", sp.S.Zero), ("1", sp.S.One), ("2", sp.S(2)), ("-1", -sp.S.One), ("1/2", sp.S.Half)):
        if expr != new:
            yield label, lambda new=new: new
    for label, make in (
        ("and 1", lambda: expr + 1),
        ("negated", lambda: -expr),
        ("doubled", lambda: 2 * expr),
        ("squared", lambda: expr**2),
        ("inverse", lambda: 1 / expr),
        ("root", lambda: sp.sqrt(expr)),
        ("a stranger", lambda: STRANGER),
        ("one over a stranger", lambda: 1 / STRANGER),
        ("times a stranger", lambda: expr * STRANGER),
        ("another count", lambda: COUNT),
    ):
        yield label, make
    if isinstance(expr, Symbol):
        for assumptions in ({}, {"real": True}, {"positive": True}, {"integer": True}):
            yield f"a symbol {assumptions}", lambda a=assumptions: Symbol("other", **a)
    for number, part in enumerate(expr.args[:4]):
        if isinstance(part, Expr):
            yield f"part {number} and 1", lambda part=part: expr.xreplace({part: part + 1})
            yield f"part {number} alone", lambda part=part: part
            yield f"part {number} doubled", lambda part=part: expr.xreplace({part: 2 * part})
    for symbol in sorted(map(str, free_variables(expr)))[:4]:
        (found,) = (s for s in free_variables(expr) if str(s) == symbol)
        yield f"{symbol} a stranger", lambda found=found: expr.xreplace({found: STRANGER})
        yield f"{symbol} squared", lambda found=found: expr.xreplace({found: found**2})
        yield f"{symbol} is 1", lambda found=found: expr.xreplace({found: sp.S.One})


def _of_lambda(function: Lambda) -> Iterator[Recipe]:
    for label, make in _of_expr(function.expr):
        yield f"body {label}", lambda make=make: Lambda(function.signature, make())
    first = function.variables[0]
    for label, body in (
        ("identity", first), ("square", first**2), ("inverse", 1 / first), ("logarithm", sp.log(first)),
        ("cube", first**3), ("exponential", sp.exp(first)), ("modulus", sp.Abs(first)),
    ):  # fmt: skip
        yield label, lambda body=body: Lambda(function.signature, body)
    yield "of two", lambda: Lambda((*function.variables, STRANGER), function.expr)


def _of_domain(domain: Domain) -> Iterator[Recipe]:
    parts = [*domain.symbols, *domain.vectors, *domain.conditions]
    for part in parts:
        name = part.symbol if isinstance(part, Vectors) else part
        yield f"without {name}", lambda part=part: Domain(*(p for p in parts if p is not part))
        if isinstance(part, Vectors):
            for label, make in _of_record(part):
                yield (
                    f"{name}, {label}",
                    lambda part=part, make=make: Domain(*(make() if p is part else p for p in parts)),
                )
        if isinstance(part, Relational):
            for label, make in _of_statement(part):
                yield (
                    f"{name} {label}",
                    lambda part=part, make=make: Domain(*(make() if p is part else p for p in parts)),
                )
    yield "with one more", lambda: Domain(*parts, STRANGER)
    yield "with one more condition", lambda: Domain(*parts, STRANGER, STRANGER > 5)
    if domain.symbols:
        yield "narrower", lambda: domain.further(sp.Gt(domain.symbols[0], 7, evaluate=False))


def _of_record(record: Any) -> Iterator[Recipe]:
    for field in dataclasses.fields(record):
        if field.init and field.type is not dataclasses.InitVar:
            for label, new in _variants(getattr(record, field.name)):
                yield f"{field.name} {label}", lambda new=new, n=field.name: dataclasses.replace(record, **{n: new})


def _of_sequence(values: Any) -> Iterator[Recipe]:
    kind = type(values) if type(values) in (tuple, list) else tuple
    if not values:
        return
    for label, new in (("empty", []), ("without the first", values[1:]), ("without the last", values[:-1])):
        yield label, lambda new=new: kind(new)
    yield "reversed", lambda: kind(reversed(values))
    yield "first twice", lambda: kind([values[0], *values])
    for place, value in enumerate(values[:3]):
        for label, new in _variants(value):
            yield f"[{place}] {label}", lambda place=place, new=new: kind([*values[:place], new, *values[place + 1 :]])


def _of_mapping(values: dict[Any, Any]) -> Iterator[Recipe]:
    for key, value in values.items():
        yield f"without {key}", lambda key=key: {k: v for k, v in values.items() if k is not key}
        for label, new in _variants(value):
            yield f"{key}: {label}", lambda key=key, new=new: {**values, key: new}
        for label, new in _variants(key):
            yield (
                f"{key} is {label}",
                lambda key=key, new=new, value=value: {
                    **{k: v for k, v in values.items() if k is not key},
                    new: value,
                },
            )


_BY_KIND: tuple[tuple[Any, Callable[[Any], Iterator[Recipe]]], ...] = (
    (Fact, _of_fact),
    (Domain, _of_domain),
    (Lambda, _of_lambda),
    (Relational, _of_statement),
    (sp.And, _of_statement),
    (Expr, _of_expr),
    (dict, _of_mapping),
    ((tuple, list), _of_sequence),
)


# --- throughout ------------------------------------------------------------------------------------------------------


def _altered_throughout(given: Any) -> Iterator[Wrong]:
    domains = [*_domains_in(given)]
    symbols = dict.fromkeys(s for domain in domains for s in domain.symbols)
    for symbol in list(symbols)[:8]:
        for assumptions in (
            {"real": True}, {"nonnegative": True}, {"positive": True}, {"integer": True},
            {"integer": True, "nonnegative": True},
        ):  # fmt: skip
            other = Symbol(symbol.name, **assumptions)
            if other != symbol:
                label = f"{symbol} {' '.join(assumptions)} throughout"
                yield from _built(iter([(label, lambda o=other, s=symbol: _mapped(given, {s: o}, ()))]))
    conditions = dict.fromkeys(c for domain in domains for c in domain.conditions)
    for condition in list(conditions)[:10]:
        label = f"without {condition} throughout"
        yield from _built(iter([(label, lambda c=condition: _mapped(given, {}, (c,)))]))
    vectors = dict.fromkeys(v for domain in domains for v in domain.vectors)
    for item in list(vectors)[:6]:
        for label, make in _of_record(item):
            name = f"{item.symbol}, {label} throughout"
            yield from _built(iter([(name, lambda i=item, m=make: _mapped(given, {}, (), {i: m()}))]))


def _domains_in(given: Any) -> Iterator[Domain]:
    if isinstance(given, Fact):
        yield given.domain
    elif isinstance(given, Domain):
        yield given
    elif isinstance(given, dict):
        yield from _domains_in(tuple(given.values()))
    elif isinstance(given, tuple | list):
        for part in given:
            yield from _domains_in(part)


def _mapped(given: Any, new: dict[Any, Any], left_out: tuple[Any, ...], items: Any = None) -> Any:
    """Return arguments in which variables, conditions and declarations are others wherever they stand."""

    def go(value: Any) -> Any:
        if isinstance(value, Fact):
            return forged(value, statement=go(value.statement), domain=go(value.domain))
        if isinstance(value, Domain):
            parts = (*value.symbols, *value.vectors, *value.conditions)
            return Domain(*(go(part) for part in parts if part not in left_out))
        if isinstance(value, Vectors):
            value = (items or {}).get(value, value)
            return dataclasses.replace(value, dim=go(value.dim), count=value.count and go(value.count))
        if isinstance(value, Basic):
            return value.xreplace(new)
        if isinstance(value, dict):
            return {go(k): go(v) for k, v in value.items()}
        if isinstance(value, tuple | list):
            return type(value)(map(go, value))
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = [f.name for f in dataclasses.fields(value) if f.init]
            return dataclasses.replace(value, **{n: go(getattr(value, n)) for n in fields})
        return value

    return go(given)
