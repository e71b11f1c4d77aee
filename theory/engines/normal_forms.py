"""Normal forms in which zero is recognised: what makes `identity` decidable.

Each form names the engine, the cited facts and the claims that it rests on, so that a derivation's
dependencies are found from what it used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

import sympy as sp
from sympy import Basic, Derivative, Expr, Indexed, KroneckerDelta, Piecewise, Symbol, besseli

from modgap.theory.engines import signs
from modgap.theory.engines.known import SYMPY, Known, known_positive
from modgap.theory.language.domain import LAWS, Domain, bound_names
from modgap.theory.language.symbols import Dot, unfold
from modgap.theory.outcome import Undecided

GAMMA = "engine: SymPy combsimp, quotients of Gamma functions"


# --- products of powers and Gamma functions ------------------------------------------------------------------------


class GammaProducts:
    """Sums of products of powers, Gamma functions, factorials and other functions.

    Every addend is divided by the first; what is left must be a rational function. Bases are positive (the
    rule `identity` checks that where an exponent is not an integer), so exponents may be added.
    """

    name = "products of powers and Gamma functions"
    uses: tuple[Known, ...] = ()
    trusts: tuple[str, ...] = (SYMPY, GAMMA)

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the addends cancel."""
        addends = sp.Add.make_args(sp.expand_power_exp(unfold(expr)))
        for base in dict.fromkeys(b for addend in addends for b in _split_bases(addend)):
            signs.show_nonnegative(base, domain, tuple(known_positive((), domain)))
        total = sum((quotient(addend, addends[0]) for addend in addends[1:]), sp.S.One)
        return sp.cancel(sp.together(total)) * addends[0]


def quotient(a: Expr, b: Expr) -> Expr:
    """Return a/b with Gamma functions and symbolic powers cancelled as far as they go.

    (a)_k is read as Γ(a+k)/Γ(a): whoever asks shows it to be defined, which here means a > 0.
    """
    powers: dict[Expr, Expr] = {}
    rest = sp.S.One
    for factor, sign in [*((f, 1) for f in sp.Mul.make_args(a)), *((f, -1) for f in sp.Mul.make_args(b))]:
        for base, exponent in _prime_powers(factor):
            if base is None:
                rest *= exponent**sign
            else:
                powers[base] = powers.get(base, sp.S.Zero) + sign * exponent
    for base, exponent in powers.items():
        rest *= base ** sp.expand(exponent)
    # SymPy itself would split (a)_k into cases by the sign of a, which is positive wherever the symbol is admitted.
    rest = rest.replace(sp.RisingFactorial, lambda start, length: sp.gamma(start + length) / sp.gamma(start))
    return sp.combsimp(rest.rewrite(sp.gamma))


def _split_bases(factor: Expr) -> Iterable[Expr]:
    """Yield what must not be negative for (ab)^r = a^r b^r and (a^s)^r = a^{sr}, wherever such a power is split."""
    base, exponent = factor.as_base_exp()
    for part in sp.Mul.make_args(base):
        inner, power = part.as_base_exp()
        if (part.is_Pow or part.is_Mul) and part != factor:
            yield from _split_bases(part)
        if exponent.is_integer is not True and (part != base or power != 1):
            yield inner


def _prime_powers(factor: Expr) -> Iterable[tuple[Expr | None, Expr]]:
    """Split base^exponent into powers of primes and of irreducible factors; (None, f) for what has no such form."""
    base, exponent = factor.as_base_exp()
    if isinstance(factor, sp.exp):
        yield sp.E, factor.args[0]
    elif base.is_Rational and base.is_positive:
        for prime, power in sp.factorrat(base).items():
            yield sp.Integer(prime), power * exponent
    elif base.is_Mul:
        for part in base.args:
            for inner, power in _prime_powers(part):
                yield (inner, power * exponent) if inner is not None else (None, power**exponent)
    elif base.is_Pow:
        for inner, power in _prime_powers(base):
            yield (inner, power * exponent) if inner is not None else (None, power**exponent)
    elif base.is_Symbol or base.is_Function or base == sp.pi:
        if isinstance(base, sp.gamma | sp.factorial | sp.RisingFactorial) and exponent.is_Integer:
            yield None, factor
        else:
            yield base, exponent
    else:
        yield None, factor


class PerfectSquares:
    """Rational functions of roots, the root of a square being the absolute value: √(a² − 2ab + b²) = |a − b|."""

    name = "roots of perfect squares"
    uses: tuple[Known, ...] = ()
    trusts: tuple[str, ...] = (SYMPY,)

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Factor what is under a root, and cancel."""
        return sp.cancel(sp.together(expr.replace(_is_square_root, lambda e: sp.sqrt(sp.factor(e.base)))))


def _is_square_root(expr: Expr) -> bool:
    return bool(expr.is_Pow and expr.exp == sp.Rational(1, 2))


# --- the power series of I_ν -------------------------------------------------------------------------------------


class PowerSeries:
    """Linear combinations of I_{ν+n}(z) and their z-derivatives with coefficients c·z^a, compared term by term."""

    name = "power series in z, coefficient by coefficient"
    trusts: tuple[str, ...] = (SYMPY, GAMMA, "term-by-term addition and differentiation of power series")

    def __init__(self, definition: Known):
        self.uses: tuple[Known, ...] = (definition,)
        order, z = definition.statement.lhs.args
        k = definition.statement.rhs.bound_symbols[0]
        term = (z / 2) ** (2 * k + order) / (sp.factorial(k) * sp.gamma(order + k + 1))
        if definition.statement != sp.Eq(besseli(order, z), sp.Sum(term, (k, 0, sp.oo)), evaluate=False):
            raise Undecided(f"{definition.statement} is not the power series of a Bessel function")

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the coefficients of every power of z cancel."""
        k = sp.Dummy("k", integer=True, nonnegative=True)
        if len(arguments := {f.args[1] for f in expr.atoms(besseli)}) > 1:
            raise Undecided(f"{expr} has Bessel functions of different arguments {arguments}")
        terms = [_SeriesTerm.read(addend, k) for addend in sp.Add.make_args(sp.expand(expr))]
        lowest = _lowest([term.exponent for term in terms])
        shifts = [sp.expand(term.exponent - lowest) / 2 for term in terms]
        if not all(shift.is_Integer for shift in shifts):
            raise Undecided(f"the powers of z in {expr} never meet")
        # Relative to 2^{-e}/(k! Γ(g+k+1)), e the lowest power, with the largest g, every coefficient is a
        # polynomial in k and ν, so that zeros of 1/Γ need no separate treatment; that of a term which starts n later
        # has the factor k!/(k − n)!, and vanishes before.
        largest = -_lowest([shift - term.order for term, shift in zip(terms, shifts, strict=True)])
        reference = 1 / (2**lowest * sp.factorial(k) * sp.gamma(largest + k + 1))
        total = sp.S.Zero
        for term, shift in zip(terms, shifts, strict=True):
            part = sp.factor(quotient(term.coefficient.subs(k, k - shift), reference))
            if not part.is_polynomial(k, *(term.order.free_symbols)):
                raise Undecided(f"the coefficient {part} is no polynomial")
            total += part
        return sp.factor(sp.expand(total))


@dataclass(frozen=True)
class _SeriesTerm:
    """c·z^a·I_ν(z), or with I_ν'(z), as a series: coefficient and exponent of the k-th term."""

    coefficient: Expr
    exponent: Expr
    order: Expr

    @classmethod
    def read(cls, addend: Expr, k: Symbol) -> _SeriesTerm:
        heads = [f for f in sp.Mul.make_args(addend) if isinstance(f, besseli | Derivative)]
        if len(heads) != 1:
            raise Undecided(f"{addend} is not a multiple of one Bessel function")
        head = heads[0]
        differentiated = isinstance(head, Derivative)
        if differentiated and not isinstance(head.expr, besseli):
            raise Undecided(f"{head} is not the derivative of one Bessel function")
        order, z = (head.expr if differentiated else head).args
        if order.free_symbols & z.free_symbols:
            raise Undecided(f"the order of {head} varies with its argument")
        coefficient, power = (addend / head).as_coeff_exponent(z)
        if coefficient.has(z) or (differentiated and head.variable_count != sp.Tuple(sp.Tuple(z, 1))):
            raise Undecided(f"{addend} is not a power of {z} times a Bessel function or its derivative")
        exponent = 2 * k + order
        coefficient = coefficient / (2**exponent * sp.factorial(k) * sp.gamma(order + k + 1))
        if differentiated:
            return cls(coefficient * exponent, sp.expand(exponent + power - 1), order)
        return cls(coefficient, sp.expand(exponent + power), order)


def _lowest(exponents: list[Expr]) -> Expr:
    lowest = exponents[0]
    for exponent in exponents[1:]:
        if sp.expand(exponent - lowest).is_negative:
            lowest = exponent
    return lowest


# --- the Bessel ring -----------------------------------------------------------------------------------------------


class BesselRing:
    """Rational functions of z, ν, I_ν(z), I_{ν+1}(z): where every I_{ν+n} and every derivative is at home.

    Orders that do not differ by an integer have their own pair of functions.

    Built from the two facts that make it so; their equations are solved for what is rewritten.

    Parameters
    ----------
    recurrence : Known
        I_{ν−1} − I_{ν+1} = (2ν/z) I_ν.
    derivative : Known
        I_ν' = I_{ν+1} + (ν/z) I_ν.
    """

    name = "rational functions of ν, z, I_ν and I_{ν+1}"
    trusts: tuple[str, ...] = (SYMPY,)

    def __init__(self, recurrence: Known, derivative: Known):
        self.uses: tuple[Known, ...] = (recurrence, derivative)
        self.order, self.z = (next(iter(recurrence.statement.rhs.atoms(besseli)))).args
        above = besseli(self.order + 1, self.z)
        self._above = sp.solve(recurrence.statement.lhs - recurrence.statement.rhs, above)[0]
        below = besseli(self.order - 1, self.z)
        self._below = sp.solve(recurrence.statement.lhs - recurrence.statement.rhs, below)[0]
        self._slope = derivative.statement.rhs
        self._hold_everywhere(recurrence, derivative)

    def _hold_everywhere(self, recurrence: Known, derivative: Known) -> None:
        """Check that the two facts are the general ones, since they are used at every order and positive argument."""
        order, z = self.order, self.z
        middle = besseli(order, z)
        expected = (
            sp.Eq(besseli(order - 1, z) - besseli(order + 1, z), 2 * order / z * middle, evaluate=False),
            sp.Eq(Derivative(middle, z), besseli(order + 1, z) + order / z * middle, evaluate=False),
        )
        anywhere = (
            order.is_Symbol and z.is_Symbol and order.is_real and order.is_nonnegative is order.is_integer is None
        )
        for fact, statement in zip((recurrence, derivative), expected, strict=True):
            if not anywhere or fact.statement != statement or fact.domain.conditions:
                raise Undecided(f"{fact.statement} does not hold for every order and positive argument")

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return the expression with all Bessel functions written in I_ν and I_{ν+1} of their base orders."""
        expr = unfold(expr)
        while derivatives := [d for d in expr.atoms(Derivative) if not d.expr.has(Derivative)]:
            expr = expr.xreplace({d: self._differentiate(d) for d in derivatives})
        bases = self._bases({f.args[0] for f in expr.atoms(besseli)})
        while outside := [f for f in expr.atoms(besseli) if sp.expand(f.args[0] - bases(f.args[0])) not in (0, 1)]:
            expr = expr.xreplace({f: self._towards(f, bases(f.args[0])) for f in outside})
        return sp.cancel(sp.together(expr))

    @staticmethod
    def _bases(orders: set[Expr]) -> Callable[[Expr], Expr]:
        """Return what gives the lowest of the orders that differ from one by an integer."""
        classes: list[list[Expr]] = []
        for order in sorted(orders, key=sp.default_sort_key):
            home = next((c for c in classes if sp.expand(order - c[0]).is_Integer), None)
            if home is None:
                classes.append([order])
            else:
                home.append(order)
        lowest = [(c[0], min(c, key=lambda order: sp.expand(order - c[0]))) for c in classes]
        return lambda order: next(base for member, base in lowest if sp.expand(order - member).is_Integer)

    def _towards(self, f: Expr, base: Expr) -> Expr:
        order, z = f.args
        if sp.expand(order - base) > 1:
            return self._at(self._above, sp.expand(order - 1), z)
        return self._at(self._below, sp.expand(order + 1), z)

    def _at(self, formula: Expr, order: Expr, z: Expr) -> Expr:
        return formula.subs({self.order: order, self.z: z}, simultaneous=True)

    def _differentiate(self, node: Derivative) -> Expr:
        """Differentiate a rational function of Bessel functions, each of these by the derivative fact."""
        ((variable, count),) = node.variable_count
        result = node.expr
        for _ in range(int(count)):
            functions = list(result.atoms(besseli))
            if any(f.args[0].has(variable) for f in functions):
                raise Undecided(f"{node} has a Bessel function whose order varies with {variable}")
            stand_in = {f: sp.Dummy(f"F_{n}") for n, f in enumerate(functions)}
            body = result.xreplace(stand_in)
            # The chain rule; that the arguments are positive and differentiable is for `identity` to show.
            slopes = {f: self._at(self._slope, *f.args) * sp.diff(f.args[1], variable) for f in functions}
            inner = sum((sp.diff(body, stand_in[f]) * slopes[f] for f in functions), sp.S.Zero)
            back = {symbol: f for f, symbol in stand_in.items()}
            result = (sp.diff(body, variable) + inner).xreplace(back)
        return result


# --- inner products ------------------------------------------------------------------------------------------------


class InnerProducts:
    """Polynomials in inner products: bilinearity, the norms and orthogonalities that the domain declares.

    Piecewise expressions are split into cases over their conditions, and equations among the domain's
    conditions are used to reduce polynomials. No coordinates are chosen.
    """

    name = "inner products by bilinearity, case by case"
    uses: tuple[Known, ...] = ()
    trusts: tuple[str, ...] = (SYMPY,)

    def reduce(self, expr: Expr, domain: Domain) -> Expr:
        """Return 0 where the expression vanishes in every case."""
        refuse_shadows(unfold(expr), domain)
        for case_domain, case in _cases(unfold(expr), domain):
            value = sp.expand(case.replace(lambda e: isinstance(e, Dot), lambda e: bilinear(e, case_domain)))  # noqa: B023
            value = value.replace(
                lambda e: isinstance(e, KroneckerDelta),
                lambda e: sp.S.Zero if _differ(e.args, case_domain) else e,  # noqa: B023
            )
            value = _pythagoras(value)
            value = _modulo(sp.cancel(sp.together(value)), case_domain)
            if value != 0:
                return value
        return sp.S.Zero


def refuse_shadows(expr: Basic, domain: Domain) -> None:
    """Refuse an expression that binds a variable of the domain anew: what is asked of that one is not known here."""
    if shadows := bound_names(expr) & domain.declared:
        raise Undecided(f"{expr} binds {sorted(map(str, shadows))} anew")


def _cases(expr: Expr, domain: Domain) -> Iterable[tuple[Domain, Expr]]:
    """Split an expression along the conditions `i ≤ bound` of its Piecewise parts; else i equals its upper bound."""
    conditions = sorted({c for p in expr.atoms(Piecewise) for _, c in p.args if c != sp.true}, key=sp.default_sort_key)
    choices = [((c, True), (c, False)) for c in conditions]
    for chosen in product(*choices):
        case, extra, values = expr, [], {}
        for condition, holds in chosen:
            case = case.replace(
                lambda e: isinstance(e, Piecewise),
                lambda e: e.func(*((v, holds if c == condition else c) for v, c in e.args)),  # noqa: B023
            )
            if holds:
                extra.append(condition)
            else:
                values[condition.lhs] = _only_value_left(condition, domain)
        yield Domain(*domain.symbols, *domain.vectors, *domain.conditions, *extra), case.subs(values, simultaneous=True)


def _only_value_left(condition: Basic, domain: Domain) -> Expr:
    """Return the one integer i with not (i ≤ a) that the domain's bound i ≤ a + 1 leaves."""
    if isinstance(condition, sp.Le) and condition.lhs.is_integer and condition.rhs.is_integer:
        for bound in domain.bounds(condition.lhs):
            if isinstance(bound, sp.Le) and sp.expand(bound.rhs - condition.rhs) == 1:
                return bound.rhs
    raise Undecided(f"the case against {condition} does not fix a value")


def bilinear(dot: Dot, domain: Domain) -> Expr:
    """Expand an inner product over its vectors and replace what the domain declares about them."""
    left, right = (linear_parts(side, domain) for side in dot.args)
    return sum((a * b * _known_product(u, v, domain) for u, a in left.items() for v, b in right.items()), sp.S.Zero)


def linear_parts(vector: Expr, domain: Domain) -> dict[Expr, Expr]:
    """Write a vector expression as {vector: coefficient}."""
    names = {v.symbol for v in domain.vectors if v.kind not in LAWS}
    atoms = [a for a in vector.atoms(Indexed, Symbol) if getattr(a, "base", a) in names]
    expanded = sp.expand(vector)
    parts = {a: expanded.coeff(a) for a in atoms}
    if sp.expand(expanded - sum(c * a for a, c in parts.items())) != 0:
        raise Undecided(f"{vector} is not a linear combination of {atoms}")
    return parts


def _known_product(u: Expr, v: Expr, domain: Domain) -> Expr:
    declared = {item.symbol: item for item in domain.vectors}
    if isinstance(u, Indexed) and isinstance(v, Indexed) and u.base == v.base and declared[u.base].kind == "frame":
        return KroneckerDelta(u.indices[0], v.indices[0])
    first, second = (declared[getattr(w, "base", w)] for w in (u, v))
    if u == v and first.kind in ("unit", "across"):
        return sp.S.One
    return sp.S.Zero if u in second.normals or v in first.normals else Dot(u, v)


def _differ(indices: tuple[Expr, ...], domain: Domain) -> bool:
    try:
        signs.show_nonzero(indices[0] - indices[1], domain)
    except Undecided:
        return False
    return True


def _pythagoras(expr: Expr) -> Expr:
    """Replace sin² by 1 − cos²."""
    for angle in {f.args[0] for f in expr.atoms(sp.sin)}:
        stand_in = sp.Dummy("s")
        poly = sp.expand(expr).xreplace({sp.sin(angle): stand_in})
        if poly.is_polynomial(stand_in):
            expr = sp.rem(poly, stand_in**2 + sp.cos(angle) ** 2 - 1, stand_in).xreplace({stand_in: sp.sin(angle)})
    return sp.expand(expr)


def _modulo(expr: Expr, domain: Domain) -> Expr:
    """Reduce a polynomial modulo the equations among the domain's conditions."""
    relations = [c.lhs - c.rhs for c in domain.conditions if isinstance(c, sp.Eq)]
    names = sorted(sp.Tuple(*relations).free_symbols, key=sp.default_sort_key)
    if not relations or expr.is_number or not expr.is_polynomial(*names):
        return expr
    others = [g for g in sp.Poly(expr).gens if g not in names]
    basis = sp.groebner(relations, *names, *others, field=True)
    return sp.expand(basis.reduce(sp.expand(expr))[1])


#: The normal forms of this module.
NORMAL_FORMS = (GammaProducts, PerfectSquares, PowerSeries, BesselRing, InnerProducts)

#: Those that use their facts at every order and argument: they check that these hold everywhere.
SCHEMAS = (PowerSeries, BesselRing)
