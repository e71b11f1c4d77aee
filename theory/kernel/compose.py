"""The logic between facts: chains, substitution, special cases, conjunction. No engine is asked here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Equality, GreaterThan, LessThan, Relational, StrictGreaterThan, StrictLessThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import is_vector, parts_of, show_defined
from modgap.theory.engines.known import common_domain, known_positive, slack
from modgap.theory.engines.normal_forms import linear_parts
from modgap.theory.kernel.facts import Fact, make, rule
from modgap.theory.language.domain import Domain, Vectors, bound_names, free_variables
from modgap.theory.language.means import GaussianMean
from modgap.theory.language.substitution import EVALUATION, substituted
from modgap.theory.language.symbols import Dot, unfold
from modgap.theory.language.terms import is_open_in, refuse_towers
from modgap.theory.outcome import Undecided


@rule
def chain(*facts: Fact, domain: Domain | None = None) -> Fact:
    """Conclude a R d from a R b, b R c, c R d. Links must meet exactly; inequalities must all point one way."""
    where = common_domain(facts, domain)
    start, relation, end = _ascending(facts[0].statement)
    for fact in facts[1:]:
        left, kind, right = _ascending(fact.statement)
        if kind is Equality and right == end:
            left, right = right, left
        if left != end:
            raise Undecided(f"the chain breaks: {end} is not the left side of {fact.statement}")
        relation, end = _weaker(relation, kind), right
    return make("compose", relation(start, end, evaluate=False), where, "chain of relations", premises=facts)


def _ascending(statement: Basic) -> tuple[Expr, type, Expr]:
    match statement:
        case Equality() | LessThan() | StrictLessThan():
            return statement.lhs, type(statement), statement.rhs
        case GreaterThan():
            return statement.rhs, LessThan, statement.lhs
        case StrictGreaterThan():
            return statement.rhs, StrictLessThan, statement.lhs
    raise Undecided(f"{statement} cannot be a link of a chain")


def _weaker(first: type, second: type) -> type:
    """Return the relation that two links have together: any < makes <, else any ≤ makes ≤."""
    return next((kind for kind in (StrictLessThan, LessThan) if kind in (first, second)), Equality)


@rule
def rewrite(expr: Expr, *equations: Fact, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Conclude that an expression, defined by given facts `… > 0`, equals what the equations turn it into."""
    common_domain((*equations, *given), domain)
    show_defined(expr, domain, (*equations, *given))
    same = make(
        "compose", Equality(expr, expr, evaluate=False), domain, "an expression equals itself", premises=tuple(given)
    )
    turned = substitute(same, *equations)
    statement = Equality(expr, turned.statement.rhs, evaluate=False)
    return make("compose", statement, domain, "equals replaced by equals", premises=(turned, *equations, *given))


@rule
def flip(equation: Fact) -> Fact:
    """Conclude b = a from a = b."""
    if not isinstance(equation.statement, Equality):
        raise Undecided(f"{equation.statement} is no equation")
    left, right = equation.statement.args
    statement = Equality(right, left, evaluate=False)
    return make("compose", statement, equation.domain, "an equation read backwards", premises=(equation,))


@rule
def substitute(fact: Fact, *equations: Fact, domain: Domain | None = None) -> Fact:
    """Replace equals by equals in a fact: left sides of the equations by their right sides, one after the other."""
    where = common_domain((fact, *equations), domain)
    statement, parts = fact.statement, _expressions(fact)
    for equation in equations:
        if not isinstance(equation.statement, Equality):
            raise Undecided(f"{equation.statement} is no equation to substitute")
        left, right = equation.statement.args
        if not statement.has(left):
            raise Undecided(f"{left} does not occur in {statement}")
        _holds_where_it_is_used(equation, statement)
        refuse_towers(statement, {left: right})
        statement = _map_sides(statement, lambda side: side.xreplace({left: right}))  # noqa: B023
        parts = {part.xreplace({left: right}) for part in parts}
    what, premises = "equals replaced by equals", (fact, *equations)
    return make("compose", statement, where, what, premises=premises, trusts=(EVALUATION,), defined=parts)


def _expressions(fact: Fact) -> set[Basic]:
    """Return the expressions that a fact says to be defined: all that it speaks of, but means that may be infinite."""
    inside = {p for p in parts_of(fact.statement) if not isinstance(p, Relational | sp.And)}
    return inside if fact.finite else {p for p in inside if not p.has(GaussianMean)}


def _holds_where_it_is_used(equation: Fact, statement: Basic) -> None:
    """Refuse to use an equation under a binder of its variables, or under a derivative unless it holds nearby too."""
    left, right = equation.statement.args
    variables = free_variables(left) | free_variables(right)
    for binder in statement.atoms(ExprWithLimits, sp.Lambda, sp.Subs):
        if binder.has(left) and variables & _bound_by(binder):
            raise Undecided(f"{equation.statement} speaks of a variable that {binder} binds")
    for derivative in statement.atoms(sp.Derivative):
        for variable in variables & set(derivative.variables):
            if derivative.expr.has(left) and not is_open_in(equation.domain, variable):
                raise Undecided(f"{equation.statement} need not hold around a point, as {derivative} asks")


def _bound_by(binder: Basic) -> set[Basic]:
    return set(binder.variables)


def _map_sides(statement: Basic, change: Callable[[Basic], Basic]) -> Basic:
    """Rebuild a relation, or a conjunction of them, from its changed sides, without simplifying it away."""
    if isinstance(statement, sp.And):
        return sp.And(*(_map_sides(part, change) for part in statement.args), evaluate=False)
    return statement.func(*(change(side) for side in statement.args), evaluate=False)


@rule
def specialise(fact: Fact, values: Mapping[Basic, Expr], domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Use a fact at particular values of its variables, once they are shown to satisfy its hypotheses."""
    common_domain(given, domain)
    strays = set(values) - fact.domain.declared
    if strays:
        raise Undecided(f"{strays} are no variables of {fact.statement}")
    for value in values.values():
        show_defined(sp.sympify(value), domain, given)
    _no_capture((fact.statement, *fact.domain.conditions), values)
    exact = {symbol: sp.sympify(value) for symbol, value in values.items()}
    for part in (fact.statement, *fact.domain.conditions):
        refuse_towers(part, exact)
    known, stated = tuple(known_positive(given, domain)), {g.statement for g in given}
    for symbol in fact.domain.symbols:
        _meets_assumptions(symbol, sp.sympify(values.get(symbol, symbol)), domain, known, stated)
    for item in fact.domain.vectors:
        _meets_declaration(item, values, domain, stated)
    for condition in fact.domain.conditions:
        wanted = condition.xreplace(exact)
        if wanted in stated:
            continue
        _instance_is_defined(condition, exact, domain, given)
        if wanted != sp.true and wanted not in domain.conditions and unfold(wanted) not in domain.conditions:
            difference, strict = slack(wanted)
            show_defined(wanted, domain, given)
            signs.show_sign(unfold(difference), domain, strict=strict, given=known)
    _derivatives_stay(fact.statement, values)
    statement = _map_sides(fact.statement, lambda side: side.xreplace(exact))
    parts = [p.xreplace(exact) for p in _expressions(fact)]
    premises = (fact, *given)
    return make("compose", statement, domain, "special case", premises=premises, trusts=(EVALUATION,), defined=parts)


def _instance_is_defined(condition: Basic, values: Mapping[Basic, Expr], domain: Domain, given: Sequence[Fact]) -> None:
    """Check that an instance of a hypothesis is defined, before SymPy may cancel what is not."""
    show_defined(substituted(condition, values), domain, given)


def _no_capture(statements: Sequence[Basic], values: Mapping[Basic, Expr]) -> None:
    """Refuse values of, and values that speak of, a variable that a statement or a hypothesis binds."""
    bound = set().union(*(bound_names(statement) for statement in statements))
    if bound & {s for value in values.values() for s in sp.sympify(value).free_symbols} or bound & set(values):
        raise Undecided(f"a value among {values} speaks of a variable that {statements[0]}, or its domain, binds")


def _derivatives_stay(statement: Basic, values: Mapping[Basic, Expr]) -> None:
    """Refuse values that change what a derivative is taken in, other than to a new name for it."""
    for derivative in statement.atoms(sp.Derivative):
        inside = derivative.expr.free_symbols
        for variable in set(derivative.variables):
            new = values.get(variable, variable)
            kept = inside - set(values) - {variable}
            others = {s for v in inside & set(values) - {variable} for s in sp.sympify(values[v]).free_symbols}
            if not isinstance(new, Symbol) or new.is_integer or new in kept | others:
                raise Undecided(f"{values} changes the variable of {derivative}")


def _meets_assumptions(
    symbol: Symbol, value: Expr, domain: Domain, known: tuple[Expr, ...], stated: set[Basic]
) -> None:
    if not domain.speaks_of(value):
        raise Undecided(f"{value} speaks of variables that {domain.hypotheses()} does not declare")
    if is_vector(value, domain):
        raise Undecided(f"{value} is a vector, and {symbol} is a number")
    if symbol.is_integer and not value.is_integer:
        raise Undecided(f"{value} is not known to be an integer")
    if symbol.is_positive:
        signs.show_positive(unfold(value), domain, known)
    elif symbol.is_nonnegative:
        if GreaterThan(value, 0, evaluate=False) not in stated:
            signs.show_nonnegative(unfold(value), domain, known)
    elif symbol.is_real and not _is_real(value):
        raise Undecided(f"{value} is not known to be real")


def _is_real(value: Expr) -> bool:
    """Tell whether an expression that is shown to be defined is real, as all functions and powers are where defined."""
    if isinstance(value, sp.Add | sp.Mul | sp.Pow):
        return all(_is_real(a) for a in value.args)
    return isinstance(value, sp.Function) or value.is_real is True


@rule
def both(*facts: Fact, domain: Domain | None = None) -> Fact:
    """Conclude the conjunction."""
    where = common_domain(facts, domain)
    return make("compose", sp.And(*(f.statement for f in facts), evaluate=False), where, "both", premises=facts)


def _meets_declaration(item: Vectors, values: Mapping[Basic, Expr], domain: Domain, stated: set[Basic]) -> None:
    """Check that what replaces a declared vector is itself, or one like it, or a vector of the same space.

    A unit vector may be replaced by a combination of declared vectors that is stated to have length one, a family
    by another of the same size, space and kind.
    """
    value = values.get(item.symbol, item.symbol)
    dim = sp.sympify(item.dim).subs(values, simultaneous=True)
    count = None if item.count is None else sp.sympify(item.count).subs(values, simultaneous=True)
    normals = tuple(normal.xreplace(dict(values)) for normal in item.normals)
    if Vectors(value, dim, count, item.kind, normals) in domain.vectors:
        return
    unproved = Undecided(f"{value} is not shown to be a vector of R^({dim}) of the kind '{item.kind}'")
    has_length_one = Equality(Dot(value, value), 1, evaluate=False) in stated
    if count is not None or not (item.kind == "free" or (item.kind == "unit" and has_length_one)):
        raise unproved
    declared = {v.symbol: v for v in domain.vectors}
    try:
        parts = linear_parts(sp.sympify(value), domain)
    except Undecided as reason:
        raise unproved from reason
    if not parts or any(declared[getattr(atom, "base", atom)].dim != dim for atom in parts):
        raise unproved


@rule
def part(fact: Fact, statement: Basic) -> Fact:
    """Conclude one part of a conjunction."""
    if not isinstance(fact.statement, sp.And) or statement not in fact.statement.args:
        raise Undecided(f"{statement} is no part of {fact.statement}")
    return make("compose", statement, fact.domain, "part of a conjunction", premises=(fact,))


@rule
def hypothesis(condition: Basic, domain: Domain) -> Fact:
    """Conclude what the domain asks."""
    if condition not in domain.conditions:
        raise Undecided(f"{domain.hypotheses()} does not ask that {condition}")
    return make("compose", condition, domain, "a hypothesis")


@rule
def by_cases(positive: Fact, otherwise: Fact, domain: Domain) -> Fact:
    """Conclude what holds both where the domain is narrowed by e > 0 and where it is narrowed by e ≤ 0."""
    extra = [[c for c in fact.domain.conditions if c not in domain.conditions] for fact in (positive, otherwise)]
    if positive.statement != otherwise.statement or any(len(conditions) != 1 for conditions in extra):
        raise Undecided(f"{positive.statement} and {otherwise.statement} are not one statement in two cases")
    (above,), (below,) = extra
    cases = (StrictGreaterThan(above.lhs, 0, evaluate=False), LessThan(above.lhs, 0, evaluate=False))
    if (above, below) != cases:
        raise Undecided(f"{above} and {below} do not exclude each other")
    show_defined(above.lhs, domain)
    for fact, condition in ((positive, above), (otherwise, below)):
        common_domain([fact], Domain(*domain.symbols, *domain.vectors, *domain.conditions, condition))
    return make("compose", positive.statement, domain, "case by case", premises=(positive, otherwise))
