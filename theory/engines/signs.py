"""The sign of an expression on a domain, exactly.

Three methods, all exact. *Positive coefficients after a shift*: with every variable written as its lower bound
plus a nonnegative one, a polynomial with nonnegative coefficients is nonnegative. *Sturm*: a polynomial of one
variable without a root in an interval has there the sign that it has at one point. *Ends*: what is affine in a
variable, or quadratic and concave, is positive if it is so at both ends of it, or at one towards which it falls.
Functions whose positivity is plain (exponentials, powers of positive numbers, Gamma at positive numbers) count as
further positive variables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

import sympy as sp
from sympy import Expr, Symbol
from sympy.core.relational import GreaterThan, StrictGreaterThan, StrictLessThan

from modgap.theory.language.couplings import CouplingMean, inside
from modgap.theory.language.domain import Domain, free_variables
from modgap.theory.language.means import SphereAverage
from modgap.theory.language.symbols import Dot, ExponentialIntegral
from modgap.theory.outcome import Undecided

#: How many choices of bounds the shift tries.
MAX_CHOICES = 64

#: How a trust list names what computes.
ENGINE = "engine: "

SYMPY = f"{ENGINE}SymPy, exact polynomials and rational functions"

#: What stands in a trust list for a plain reason of positivity; no theorem that a chapter cites.
ELEMENTARY = "elementary: "

#: What is being relied on in the rule that is under way.
_RELIED_ON: ContextVar[set[str] | None] = ContextVar("_RELIED_ON", default=None)


@contextmanager
def noting() -> Iterator[set[str]]:
    """Gather what is relied on within the block: engines, and plain reasons of positivity."""
    relied_on: set[str] = set()
    token = _RELIED_ON.set(relied_on)
    try:
        yield relied_on
    finally:
        _RELIED_ON.reset(token)


def note(*reasons: str) -> None:
    """Note what is relied on, for the trust list of the fact that is being made."""
    relied_on = _RELIED_ON.get()
    if relied_on is not None:
        relied_on.update(reasons)


def relied_on() -> frozenset[str]:
    """Return what was relied on so far in the block that is under way."""
    return frozenset(_RELIED_ON.get() or ())


SHIFT, STURM, ENDS = "positive coefficients after a shift", "Sturm sequence", "concave in a variable, at its ends"


def show_sign(expr: Expr, domain: Domain, *, strict: bool, given: Iterable[Expr] = ()) -> str:
    """Show expr > 0 (or ≥ 0, if not `strict`) on a domain and return the method that did.

    Parameters
    ----------
    expr : sympy.Expr
        The expression.
    domain : Domain
        Where it is to be positive.
    strict : bool
        Whether zero is excluded.
    given : iterable of sympy.Expr
        Expressions already known to be positive there.

    Raises
    ------
    Undecided
        If neither method shows it. That does not mean that it is false.
    """
    method, problem, reasons = _searched(expr, domain, strict, frozenset(given))
    note(*reasons)
    if method is None:
        raise Undecided(problem)
    return method


@lru_cache(maxsize=1 << 16)
def _searched(
    expr: Expr, domain: Domain, strict: bool, known: frozenset[Expr]
) -> tuple[str | None, str, frozenset[str]]:
    """Return the method that shows a sign, or None and why not; and what was relied on, each time as the first time."""
    with noting() as reasons:
        try:
            return _search(expr, domain, strict, known), "", frozenset(reasons)
        except Undecided as reason:
            return None, str(reason), frozenset(reasons)


def _search(expr: Expr, domain: Domain, strict: bool, known: frozenset[Expr]) -> str:
    note(SYMPY)
    for form, positive in _forms(expr, known):
        one_fraction = sp.together(form)
        numerator, denominator = sp.fraction(sp.cancel(one_fraction) if form.is_rational_function() else one_fraction)
        for sign in (1, -1):
            try:
                _polynomial(sign * denominator, domain, True, positive)
                return _polynomial(sign * numerator, domain, strict, positive)
            except Undecided:
                continue
    raise Undecided(f"the sign of {expr} is not settled by {SHIFT} nor by a {STURM}")


def _forms(expr: Expr, known: frozenset[Expr]) -> Iterator[tuple[Expr, frozenset[Expr]]]:
    """Yield an expression with a variable in place of every known sum, which one fraction would break up, and bare."""
    stand_in = {e: sp.Dummy("p", positive=True) for e in known if e.is_Add and expr.has(e)}
    if stand_in:
        yield expr.xreplace(stand_in), known | set(stand_in.values())
    yield expr, known


#: Why a series of positive terms is positive.
SERIES = "₀F₁(; b; w) ≥ 1 for b > 0, w ≥ 0, by its power series (DLMF 16.2.1)"


def show_positive(expr: Expr, domain: Domain, given: Iterable[Expr] = ()) -> str:
    """Show expr > 0 on a domain."""
    return show_sign(expr, domain, strict=True, given=given)


def show_nonnegative(expr: Expr, domain: Domain, given: Iterable[Expr] = ()) -> str:
    """Show expr ≥ 0 on a domain."""
    return show_sign(expr, domain, strict=False, given=given)


def show_nonzero(expr: Expr, domain: Domain, given: Iterable[Expr] = ()) -> str:
    """Show expr ≠ 0 on a domain, by showing one strict sign."""
    try:
        return show_positive(expr, domain, given)
    except Undecided:
        return show_positive(-expr, domain, given)


def _polynomial(expr: Expr, domain: Domain, strict: bool, given: frozenset[Expr]) -> str:
    """Settle numerator or denominator, factor by factor; sums are polynomials in variables and positive atoms."""
    if expr.is_polynomial():
        content, factors = sp.factor_list(expr)
        return _factors(content, factors, expr, domain, strict, given)
    try:
        return _factors(sp.S.One, [(f, 1) for f in sp.Mul.make_args(expr)], expr, domain, strict, given)
    except Undecided:
        opaque = {f: sp.Dummy("f", real=True) for f in expr.atoms(sp.Function) if not isinstance(f, Dot)}
        hidden = expr.xreplace(opaque)
        if not hidden.is_polynomial():
            raise
        shown = {stand_in: f for f, stand_in in opaque.items()}
        content, factors = sp.factor_list(hidden)
        return _factors(content, [(f.xreplace(shown), power) for f, power in factors], expr, domain, strict, given)


def _factors(
    content: Expr, factors: list[tuple[Expr, int]], expr: Expr, domain: Domain, strict: bool, given: frozenset[Expr]
) -> str:
    """Settle a product of a constant and powers of factors."""
    odd = next((n for n, (_, power) in enumerate(factors) if power % 2), None)
    if content.is_negative and odd is not None:
        # Both signs may hold, of i − 1 where 1 ≤ i ≤ 1: the one that is asked for is tried first.
        content, factors[odd] = -content, (-factors[odd][0], factors[odd][1])
    if content.is_zero:
        if strict:
            raise Undecided("zero is not positive")
        return SHIFT
    methods = set()
    for factor, power in factors:
        if power % 2 == 0 and not strict:
            continue
        try:
            methods.add(_irreducible(factor, domain, strict, given))
        except Undecided:
            methods.add(_irreducible(-factor, domain, strict, given))
            content = content * (-1) ** power
    if content.is_positive is not True:
        raise Undecided(f"the constant {content} of {expr} is not positive")
    return next((method for method in (ENDS, STURM) if method in methods), SHIFT)


def _irreducible(expr: Expr, domain: Domain, strict: bool, given: frozenset[Expr]) -> str:
    if expr in given or _plainly_positive(expr, domain, given):
        return SHIFT
    if not strict and (_is_square(expr) or _is_root(expr, domain, given) or _is_even_power(expr, domain, given)):
        return SHIFT
    if expr.is_Add and _sum_of_squares(expr, strict):
        return SHIFT
    body, atoms = _atoms_as_variables(expr, domain, given)
    if _shift_shows(body, domain, strict, atoms):
        return SHIFT
    if not atoms and len(expr.free_symbols) == 1 and _sturm_shows(expr, domain, strict):
        return STURM
    if _ends_show(expr, domain, strict, given):
        return ENDS
    raise Undecided(f"the sign of {expr} is not settled")


def _ends_show(expr: Expr, domain: Domain, strict: bool, given: frozenset[Expr]) -> bool:
    """Tell whether an expression is positive at both ends of a variable in which it is affine or a concave quadratic.

    One end is enough where it is affine and falls towards that end.

    Such a variable is a number with bounds, or the inner product of two unit vectors, which is in [−1, 1].
    """
    for variable, bounds, rest in _affine_candidates(expr, domain):
        stand_in = sp.Dummy("t", real=True)
        body = sp.expand(expr.xreplace({variable: stand_in}))
        degree = sp.degree(body, stand_in) if body.is_polynomial(stand_in) else 0
        if degree not in (1, 2):
            continue
        slope, bend = body.coeff(stand_in, 1), [(-body.coeff(stand_in, 2), False)] if degree == 2 else []
        at = {b: (sp.expand(body.subs(stand_in, b.value)), strict) for b in bounds}
        falling = [[at[b], (b.side * slope, False)] for b in bounds if degree == 1]
        between = [[*bend, at[b], at[c]] for b in bounds for c in bounds if b.side == 1 and c.side == -1]
        if any(_all_shown(needed, rest, given) for needed in [*falling, *between]):
            return True
    return False


def _affine_candidates(expr: Expr, domain: Domain) -> Iterator[tuple[Expr, list[_Bound], Domain]]:
    """Yield variables of an expression with their bounds, and the domain on which the other ones are left."""
    for symbol in domain.symbols:
        spaces = [size for v in domain.vectors for size in (v.dim, v.count) if size is not None]
        if expr.has(symbol) and not any(size.has(symbol) for size in spaces):
            yield symbol, _bounds(symbol, domain), domain.without(symbol)
    units = {v.symbol for v in domain.vectors if v.kind in ("unit", "across") and v.count is None}
    for dot in expr.atoms(Dot):
        if dot.args[0] != dot.args[1] and set(dot.args) <= units:
            yield dot, [_Bound(sp.S.NegativeOne, 1, False), _Bound(sp.S.One, -1, False)], domain


def _all_shown(needed: Iterable[tuple[Expr, bool]], domain: Domain, given: frozenset[Expr]) -> bool:
    try:
        for expr, strict in needed:
            show_sign(expr, domain, strict=strict, given=given)
    except Undecided:
        return False
    return True


def _is_square(expr: Expr) -> bool:
    """Tell whether an expression is v·v, or the square of a polynomial in inner products, which are real."""
    if expr.is_Pow and expr.exp == 2:
        return expr.base.replace(lambda e: isinstance(e, Dot), lambda e: sp.Dummy(real=True)).is_real is True
    return isinstance(expr, Dot) and expr.args[0] == expr.args[1]


def _sum_of_squares(expr: Expr, strict: bool) -> bool:
    """Tell whether a sum has only squares and numbers, all with positive factors (and a number, if `strict`)."""
    terms = [addend.as_coeff_Mul() for addend in expr.args]
    squares = all(factor.is_positive and (rest == 1 or _is_square(rest)) for factor, rest in terms)
    return squares and (not strict or any(rest == 1 for _, rest in terms))


def _is_root(expr: Expr, domain: Domain, given: frozenset[Expr]) -> bool:
    """Tell whether an expression is a root (or another broken power above 0) of what is not negative."""
    if not (expr.is_Pow and expr.exp.is_Rational and expr.exp.is_positive and not expr.exp.is_Integer):
        return False
    try:
        show_nonnegative(expr.base, domain, given)
    except Undecided:
        return False
    return True


def _is_even_power(expr: Expr, domain: Domain, given: frozenset[Expr]) -> bool:
    """Tell whether an expression is an even power of what is real: built of real symbols, inner products and roots."""
    return (
        expr.is_Pow
        and expr.exp.is_Integer
        and expr.exp.is_positive
        and expr.exp.is_even
        and _is_real(expr.base, domain, given)
    )


def _is_real(expr: Expr, domain: Domain, given: frozenset[Expr]) -> bool:
    if isinstance(expr, sp.Rational | sp.Symbol | Dot):
        return isinstance(expr, Dot) or expr.is_real is True
    if isinstance(expr, sp.Add | sp.Mul) or (expr.is_Pow and expr.exp.is_Integer and expr.exp.is_positive):
        parts = (expr.base,) if expr.is_Pow else expr.args
        return all(_is_real(part, domain, given) for part in parts)
    return _is_root(expr, domain, given)


def _plainly_positive(expr: Expr, domain: Domain, given: frozenset[Expr]) -> bool:
    """Tell whether an atom is positive for a plain reason, and note the reason."""
    try:
        reason = _reason_of_positivity(expr, domain, given)
    except Undecided:
        return False
    if reason is None:
        return False
    note(ELEMENTARY + reason)
    return True


def _reason_of_positivity(expr: Expr, domain: Domain, given: frozenset[Expr]) -> str | None:
    """Return why an atom is positive; None, or `Undecided`, where no plain reason is seen."""
    match expr:
        case sp.exp():
            return "e^x > 0"
        case sp.hyper() if not expr.args[0]:
            (parameter,) = expr.args[1]
            show_positive(parameter, domain, given)
            show_nonnegative(expr.args[2], domain, given)
            return SERIES
        case sp.gamma():
            show_positive(expr.args[0], domain, given)
            return "Γ(x) > 0 for x > 0 (DLMF 5.2.1)"
        case ExponentialIntegral():
            show_positive(expr.space, domain, given)
            return "the integral of an exponential over a sphere is positive"
        case sp.besseli():
            order, argument = expr.args
            show_positive(order + 1, domain, given)
            show_positive(argument, domain, given)
            return "I_ν(z) > 0 for ν > −1, z > 0, by its power series (DLMF 10.25.2)"
        case sp.factorial():
            show_nonnegative(expr.args[0], domain, given)
            return "k! > 0"
        case sp.RisingFactorial():
            show_positive(expr.args[0], domain, given)
            show_nonnegative(expr.args[1], domain, given)
            return "(a)_k > 0 for a > 0, k ≥ 0"
        case sp.Pow() if not expr.exp.is_Integer:
            show_positive(expr.base, domain, given)
            return "powers of positive numbers are positive"
        case CouplingMean() | SphereAverage():
            # What is known of an outer variable says nothing of a bound one of that name.
            bound = set(expr.args[-1].variables)
            outer = [e for e in given if not bound & free_variables(e)]
            show_positive(expr.integrand, inside(expr, domain), outer)
            return "the mean of a positive continuous function over a compact set is positive"
        case sp.Sum() if len(expr.limits) == 1 and expr.limits[0][2] is not sp.oo:
            ((index, low, high),) = expr.limits
            show_nonnegative(high - low, domain, given)
            within, term, outer = _terms_of(expr, index, low, high, domain, given)
            show_positive(term, within, outer)
            return "a finite sum of positive terms is positive"
    return None


def _terms_of(
    total: Expr, index: Symbol, low: Expr, high: Expr, domain: Domain, given: frozenset[Expr]
) -> tuple[Domain, Expr, list[Expr]]:
    """Return a sum's term with a new index, where that ranges, and what is known of other variables."""
    fresh = sp.Dummy("index", integer=True)
    bounds = (sp.Ge(fresh, low, evaluate=False), sp.Le(fresh, high, evaluate=False))
    within = Domain(*domain.symbols, fresh, *domain.vectors, *domain.conditions, *bounds)
    return within, total.function.subs(index, fresh), [e for e in given if index not in free_variables(e)]


def _atoms_as_variables(expr: Expr, domain: Domain, given: frozenset[Expr]) -> tuple[Expr, set[Symbol]]:
    """Replace what is plainly positive, or given so, by new positive variables, and other functions by variables."""
    new: dict[Expr, Symbol] = {}
    others: dict[Expr, Symbol] = {}

    def variable(e: Expr) -> Symbol:
        return new.setdefault(e, sp.Dummy("p", positive=True))

    def replaced(e: Expr) -> Expr:
        if e in given or _plainly_positive(e, domain, given):
            return variable(e)
        if isinstance(e, sp.Add | sp.Mul) or (isinstance(e, sp.Pow) and e.exp.is_Integer):
            return e.func(*map(replaced, e.args))
        # What is inside of another function, a sum, a mean or a derivative is no variable of the outer expression.
        return e if e.is_Symbol or e.is_number else others.setdefault(e, sp.Dummy("f"))

    body = replaced(expr)
    return body, set(new.values())


def _shift_shows(expr: Expr, domain: Domain, strict: bool, positive: set[Symbol]) -> bool:
    """Write variables as one of their bounds plus or minus a nonnegative one; try every choice of bounds."""
    symbols = [s for s in domain.symbols if _bounds(s, domain)]
    inner = {d: sp.Dummy("d", real=True) for d in expr.atoms(Dot)}
    if sp.expand(expr.xreplace(inner)).free_symbols - set(symbols) - positive:
        # No choice of bounds takes out an inner product, or another variable without bounds.
        return False
    choices = product(*(_bounds(s, domain) for s in symbols))
    return any(
        _coefficients_show(expr, dict(zip(symbols, choice, strict=True)), strict, positive)
        for choice in islice(choices, MAX_CHOICES)
    )


def _coefficients_show(expr: Expr, chosen: dict[Symbol, _Bound], strict: bool, positive: set[Symbol]) -> bool:
    shifts = dict.fromkeys(positive, True)
    # A bound may bring in another variable: one that no other pending bound speaks of is replaced first.
    for _ in chosen:
        pending = sorted(expr.free_symbols & set(chosen), key=sp.default_sort_key)
        if not pending:
            break
        last = [s for s in pending if not any(chosen[other].value.has(s) for other in pending)]
        symbol = (last or pending)[0]
        bound = chosen[symbol]
        shift = sp.Dummy(symbol.name, nonnegative=True)
        shifts[shift] = bound.strict
        expr = expr.subs(symbol, bound.value + bound.side * shift)
    expr = sp.expand(expr)
    if expr.free_symbols - set(shifts):
        return False
    if expr.is_number:
        return bool(expr.is_positive if strict else expr.is_nonnegative)
    try:
        poly = sp.Poly(expr, *sorted(shifts, key=sp.default_sort_key))
    except sp.PolynomialError:
        return False
    if not all(c.is_nonnegative for c in poly.coeffs()):
        return False
    return not strict or any(
        coefficient.is_positive and all(power == 0 or shifts[gen] for gen, power in zip(poly.gens, powers, strict=True))
        for powers, coefficient in poly.terms()
    )


@dataclass(frozen=True)
class _Bound:
    """A variable is ≥ value (side 1) or ≤ value (side −1)."""

    value: Expr
    side: int
    strict: bool


def _bounds(symbol: Symbol, domain: Domain) -> list[_Bound]:
    """Return the bounds of a variable: the sharpest numeric one from below and from above, then symbolic ones."""
    found = []
    for relation in domain.bounds(symbol):
        side = 1 if isinstance(relation, GreaterThan | StrictGreaterThan) else -1
        found.append(_Bound(relation.rhs, side, isinstance(relation, StrictGreaterThan | StrictLessThan)))
    if symbol.is_positive:
        found.append(_Bound(sp.S.One, 1, False) if symbol.is_integer else _Bound(sp.S.Zero, 1, True))
    elif symbol.is_nonnegative:
        found.append(_Bound(sp.S.Zero, 1, False))
    sharpest = []
    for side in (1, -1):
        numeric = [b for b in found if b.side == side and b.value.is_number]
        if numeric:
            sharpest.append(max(numeric, key=lambda b: (b.side * b.value, b.strict)))
    return sharpest + [b for b in found if not b.value.is_number]


def _sturm_shows(expr: Expr, domain: Domain, strict: bool) -> bool:
    """Tell whether a univariate polynomial over Q is positive on the interval that the domain gives its variable."""
    (symbol,) = expr.free_symbols
    if not expr.is_polynomial(symbol) or symbol not in domain.symbols:
        return False
    poly = sp.Poly(expr, symbol)
    if not (poly.domain.is_QQ or poly.domain.is_ZZ):
        return False
    (low, low_open), (high, high_open) = _interval(symbol, domain)
    if not all(end.is_Rational or end.is_infinite for end in (low, high)):
        return False
    roots = poly.count_roots(None if low == -sp.oo else low, None if high == sp.oo else high)
    for end, left_out in ((low, low_open or not strict), (high, high_open or not strict)):
        if end.is_finite and left_out and poly.eval(end) == 0:
            roots -= 1
    middle = (low + high) / 2 if low.is_finite and high.is_finite else low + 1 if low.is_finite else sp.Min(high, 1) - 1
    return roots == 0 and bool(poly.eval(middle) > 0)


def _interval(symbol: Symbol, domain: Domain) -> tuple[tuple[Expr, bool], tuple[Expr, bool]]:
    """Return the numeric ends of a variable's interval, each with whether it is left out."""
    ends = {1: (-sp.oo, True), -1: (sp.oo, True)}
    for bound in _bounds(symbol, domain):
        if bound.value.is_number:
            ends[bound.side] = (bound.value, bound.strict)
    return ends[1], ends[-1]
