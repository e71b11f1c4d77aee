"""Scripts for relations of real algebra: roots named, equations put in, denominators cleared, then `nra`.

Where a polynomial has positive coefficients after its variables are written as a bound and what they exceed it by,
that form is computed here and checked by Rocq as an identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

import sympy as sp
from sympy import Basic, Expr, Symbol
from sympy.core.relational import Equality, GreaterThan, Relational, StrictGreaterThan, StrictLessThan

from modgap.theory.language.domain import Domain
from modgap.theory.rocq.statements import Scope, UnprintableError, parts, real
from modgap.theory.rocq.steps.certificates import Known, certificate
from modgap.theory.rocq.steps.reading import Step


@dataclass(frozen=True)
class Inequality:
    """An inequality, by its greater and its lesser side."""

    high: Expr
    low: Expr
    strict: bool

    @property
    def slack(self) -> Expr:
        """What the greater side exceeds the lesser by."""
        return self.high - self.low

    @property
    def sign(self) -> str:
        """How zero relates to the slack."""
        return "<" if self.strict else "<="


def inequality(statement: Basic) -> Inequality | None:
    """Return a relation as an inequality; None where it is none."""
    if not isinstance(statement, Relational) or statement.rel_op not in ("<", "<=", ">", ">="):
        return None
    first, second = statement.args
    strict = isinstance(statement, StrictGreaterThan | StrictLessThan)
    upward = isinstance(statement, GreaterThan | StrictGreaterThan)
    return Inequality(first, second, strict) if upward else Inequality(second, first, strict)


@dataclass(frozen=True)
class Bound:
    """A variable's bound: it exceeds `value` (side 1), or falls short of it (side -1)."""

    value: Expr
    side: int
    strict: bool


def bounds(symbol: Symbol, domain: Domain) -> Iterator[Bound]:
    """Yield the bounds of a variable, those of conditions first."""
    for condition in domain.bounds(symbol):
        found = inequality(condition)
        if found is not None:
            yield Bound(condition.args[1], 1 if found.high == symbol else -1, found.strict)
    if symbol.is_positive:
        yield Bound(sp.S.One if symbol.is_integer else sp.S.Zero, 1, not symbol.is_integer)
    elif symbol.is_nonnegative:
        yield Bound(sp.S.Zero, 1, False)


class Algebra:
    """Writes the script for one step.

    Parameters
    ----------
    step, scope : Step, Scope
        The step, and what its variables are called.
    used : list of Step
        The premises that stand among the hypotheses.
    hard : bool
        Whether certificates are looked for, which takes time, in place of what is tried first.
    """

    def __init__(self, step: Step, scope: Scope, used: list[Step], hard: bool = False) -> None:
        self.step, self.scope, self.hard = step, scope, hard
        stated = [part for premise in used for part in parts(premise.statement)]
        self.known = [*stated, *step.domain.conditions]
        self.goals = list(parts(step.statement))
        self.meanings = {
            r.args[0]: r.args[1]
            for r in self.known
            if isinstance(r, Equality) and not isinstance(r.args[0], Symbol | sp.Add)
        }
        self.table: dict[Expr, sp.Dummy] = {}
        self.count = 0

    def script(self) -> list[str]:
        """Return the tactics, in order."""
        opening = ["conj", *self._equations(), *self._roots(), *self._cleared()]
        each = [self._goal(goal) for goal in self.goals]
        if len(each) == 1:
            return [*opening, *each[0]]
        # A conjunction: its parts one by one, from the left.
        grouped = [f"({'; '.join(f'once ({t})' for t in one)})" for one in each]
        return [*opening, f"repeat match goal with |- _ /\\ _ => split end; [{' | '.join(grouped)}]"]

    # --- what is known ---

    def inlined(self, expr: Expr) -> Expr:
        """Return an expression with what equations say of its functions."""
        for _ in range(5):
            new = expr.xreplace(self.meanings)
            if new == expr:
                break
            expr = new
        return expr

    def _equations(self) -> Iterator[str]:
        for left, right in self.meanings.items():
            told, meant = real(left, self.scope), real(right, self.scope)
            if told == meant:
                # A symbol that is written as its definition.
                continue
            equation = f"{told} = {meant}"
            yield f"try match goal with E : {equation} |- _ => rewrite ?E end"

    def _roots(self) -> Iterator[str]:
        for n, base in enumerate(self.radicands()):
            radicand = real(base, self.scope)
            yield f"assert (P{n} := sqrt_pos ({radicand}))"
            hints = "".join(f"{hint} | " for hint in self._hints(base))
            square = f"sqrt ({radicand}) * sqrt ({radicand}) = {radicand}"
            yield f"assert (Q{n} : {square}) by (apply sqrt_sqrt; first [{hints}pos | nra])"
            yield f"try assert (S{n} : 0 < sqrt ({radicand})) by nra"
            for term in sp.Add.make_args(base):
                root, power = term.as_base_exp()
                if power == 2 and not root.is_number:
                    at = real(root, self.scope)
                    yield f"try assert (sqrt ({radicand}) > {at}) by nra"
                    yield f"try assert (sqrt ({radicand}) >= {at}) by nra"
                    yield f"try assert (sqrt ({radicand}) >= - {at}) by nra"

    def radicands(self) -> list[Expr]:
        """Return what roots are taken of outside of binders, innermost first."""
        found: dict[Expr, None] = {}

        def visit(expr: Basic) -> None:
            for part in expr.args:
                visit(part)
            if isinstance(expr, sp.Pow) and expr.exp.is_Rational and expr.exp.q == 2 and not expr.base.is_number:
                found.setdefault(expr.base)

        for side in [side for r in [*self.goals, *self.known] for side in r.args]:
            if not side.atoms(sp.Lambda, sp.Sum, sp.Integral, sp.Derivative):
                visit(side)
        return list(found)

    def _hints(self, expr: Expr) -> Iterator[str]:
        """Yield forms of a radicand in which its sign can be seen: factored, or from a bound of a variable on."""
        put = "(match goal with |- ?r ?x ?y => replace y with ({}) by (first [ring | division]); solve [pos] end)"
        factored = sp.factor(expr)
        if factored != expr:
            yield put.format(real(factored, self.scope))
        for symbol in self.step.domain.symbols:
            body = sp.expand(expr)
            if not (body.has(symbol) and body.is_polynomial(symbol) and sp.degree(body, symbol) == 1):
                continue
            for bound in bounds(symbol, self.step.domain):
                at = sp.factor(body.subs(symbol, bound.value))
                slope = sp.factor(body.coeff(symbol, 1) * bound.side)
                gain = bound.side * (symbol - bound.value)
                terms = " + ".join([real(at, self.scope), f"{real(slope, self.scope)} * {real(gain, self.scope)}"])
                yield put.format(terms)

    def _cleared(self) -> Iterator[str]:
        """Say what the known inequalities say without their denominators."""
        for n, statement in enumerate(self.known):
            found = inequality(statement)
            if found is None:
                continue
            high, low = self.inlined(found.high), self.inlined(found.low)
            numerator, denominator = self.fraction(high - low)
            if denominator.is_number:
                continue
            above, below = self.back(sp.expand(numerator)), self.back(denominator)
            lemma = "Rmult_lt_0_compat" if found.strict else "Rmult_le_pos"
            slack = f"({real(high, self.scope)} - {real(low, self.scope)})"
            quotient = f"replace ({above}) with ({below} * {slack}) by division"
            yield (
                f"try assert (K{n} : 0 {found.sign} {above}) by ({quotient}; apply {lemma}; [first [pos | nra] | lra])"
            )

    # --- goals ---

    def _goal(self, goal: Basic) -> list[str]:
        found = inequality(goal)
        if found is None:
            return ["first [lra | ring | division | close_eq]"]
        high, low = self.inlined(found.high), self.inlined(found.low)
        shown = f"({real(high, self.scope)}) - ({real(low, self.scope)})"
        return [f"assert (G : 0 {found.sign} {shown}); [{self._quotient(high - low, shown, found.strict)} | lra]"]

    def _quotient(self, expr: Expr, shown: str, strict: bool) -> str:
        """Prove it by the signs of numerator and denominator."""
        numerator, denominator = self.fraction(expr)
        expanded = sp.expand(numerator)
        above, below = self.back(expanded), self.back(denominator)
        closing = self._sign(expanded, strict)
        reduced, proof = self._reduced(expanded)
        if proof:
            closing = f"first [{closing} | ({proof}; {self._sign(reduced, strict)})]"
        if denominator == 1:
            return f"(replace ({shown}) with ({above}) by (first [ring | division]); {closing})"
        lemma = "Rdiv_lt_0_compat" if strict else "Rle_mult_inv_pos"
        d, e = self._fresh("D"), self._fresh("E")
        return (
            f"(assert ({d} : 0 < {below}) by ({self._sign(denominator, True)}); "
            f"assert ({e} : {shown} = ({above}) / ({below})) by (first [division | (roots; close_eq)]); "
            f"rewrite {e}; apply {lemma}; [{closing} | exact {d}])"
        )

    def _fresh(self, letter: str) -> str:
        """Return a name that stands for nothing yet."""
        self.count += 1
        return f"{letter}_{self.count}"

    def _sign(self, poly: Expr, strict: bool) -> str:
        """Prove that a polynomial, which the goal shows, is positive or nonnegative."""
        ways = self._certified(poly, strict) if self.hard else [*self._forms(poly), *self._shifted(poly, strict), "nra"]
        return f"first [{' | '.join(['solve [read]', *ways])}]"

    def _certified(self, poly: Expr, strict: bool) -> Iterator[str]:
        """Yield the proof that a polynomial is as claimed, as its negation makes a positive sum vanish."""
        zero = list(self._zero(poly))
        found = certificate(sp.expand(poly), list(self._nonnegative(poly, zero)), zero, strict)
        if found is None:
            return
        put = [f"apply {'Rnot_le_lt' if strict else 'Rnot_lt_le'}; intro"]
        for factor in dict.fromkeys(factor for _, factors in found.terms for factor in factors):
            shown = self.back(factor)
            put.append(f"first [assert (0 < {shown}) by read | assert (0 <= {shown}) by read]")
        terms = [" * ".join([real(value, self.scope), *map(self.back, factors)]) for value, factors in found.terms]
        total = " + ".join(f"({term} * 1)" for term in terms)
        put.append(f"assert (0 < {total}) by summed")
        parts = [f"({total})"]
        for multiplier, equation in found.zeros:
            parts.append(f"{self.back(multiplier)} * ({self.back(equation)})")
            put.append(f"assert ({self.back(equation)} = 0) by (first [lra | nra])")
        z = self._fresh("Z")
        put.append(f"assert ({z} : {' + '.join(parts)} = 0) by (first [ring | division])")
        put += [f"replace ({self.back(equation)}) with 0 in {z} by lra" for _, equation in found.zeros]
        yield f"({'; '.join(f'once ({t})' for t in put)}; lra)"

    def _nonnegative(self, poly: Expr, zero: Sequence[Expr]) -> Iterator[Known]:
        """Yield what is known to be nonnegative, of what a polynomial and what is known to be zero speak of."""
        slacks = [(self.fraction(self.inlined(f.slack))[0], f.strict) for r in self.known if (f := inequality(r))]
        values = dict.fromkeys((sp.expand(value), strict) for value, strict in slacks if value.free_symbols)
        spoken = connected(poly.free_symbols, [e.free_symbols for e in (*zero, *(value for value, _ in values))])
        values = {pair: None for pair in values if pair[0].free_symbols <= spoken}
        yield from (Known(value, strict) for value, strict in values)
        for symbol in sorted(spoken, key=str):
            if any((value - symbol).is_number for value, _ in values):
                continue
            if symbol not in self.step.domain.symbols:
                # What stands for a root is said to be positive, and may be zero.
                sign = Known(symbol, False) if symbol.is_positive else None
            elif symbol.is_integer and symbol.is_positive:
                sign = Known(symbol - 1, False)
            else:
                sign = Known(symbol, bool(symbol.is_positive)) if symbol.is_nonnegative else None
            if sign is not None:
                yield sign
        own = [symbol for symbol in self.step.domain.symbols if poly.has(symbol)]
        yield from (Known((u - v) ** 2, False) for u, v in combinations(own, 2) if sp.degree(poly, u) == 2)

    def _zero(self, poly: Expr) -> Iterator[Expr]:
        """Yield what is known to be zero: squares of roots, and equations without denominators."""
        for root, dummy in self.table.items():
            if isinstance(root, sp.Pow) and root.exp == sp.S.Half and poly.has(dummy):
                radicand, below = self.fraction(root.base)
                if below == 1:
                    yield sp.expand(dummy**2 - radicand)
        for relation in self.known:
            if isinstance(relation, Equality):
                numerator, below = self.fraction(relation.args[0] - relation.args[1])
                if below == 1 and numerator.free_symbols & poly.free_symbols:
                    yield sp.expand(numerator)

    def _reduced(self, poly: Expr) -> tuple[Expr, str]:
        """Return a polynomial without squares of roots, and the tactics that turn the goal's into it."""
        steps = []
        for root, dummy in reversed(list(self.table.items())):
            if not isinstance(root, sp.Pow) or not poly.is_polynomial(dummy) or sp.degree(poly, dummy) < 2:
                continue
            radicand = self._opaque(root.base)
            quotient, rest = sp.div(sp.Poly(poly, dummy), sp.Poly(dummy**2 - radicand, dummy))
            rest, times = sp.expand(rest.as_expr()), sp.expand(quotient.as_expr())
            square, under = f"{self.back(dummy)} * {self.back(dummy)}", self.back(radicand)
            steps.append(
                f"replace ({self.back(poly)}) with ({self.back(rest)} + {self.back(times)} * ({square} - {under})) "
                f"by (first [ring | division]); rewrite sqrt_sqrt by (first [pos | nra]); "
                f"replace ({self.back(rest)} + {self.back(times)} * ({under} - {under})) with ({self.back(rest)}) "
                "by (first [ring | division])"
            )
            poly = rest
        return poly, "; ".join(steps)

    def fraction(self, expr: Expr) -> tuple[Expr, Expr]:
        """Return numerator and denominator of an expression, what is not rational standing as one variable each."""
        return sp.fraction(sp.together(self._opaque(expr)))

    def back(self, expr: Expr) -> str:
        """Write an expression, what stood as a variable being itself again; nothing is evaluated on the way."""
        written = {dummy: real(e, self.scope) for e, dummy in self.table.items() if expr.has(dummy)}
        scope = self.scope
        named, kinds = {**scope.names, **written}, {**scope.types, **dict.fromkeys(written, "R")}
        return real(expr, type(scope)(named, kinds, scope.dims))

    def _opaque(self, expr: Expr) -> Expr:
        if isinstance(expr, Symbol) or expr.is_Rational:
            return expr
        if isinstance(expr, sp.Add | sp.Mul):
            return expr.func(*(self._opaque(a) for a in expr.args))
        if isinstance(expr, sp.Pow) and expr.exp.is_Integer:
            return self._opaque(expr.base) ** expr.exp
        if isinstance(expr, sp.Pow) and expr.exp.is_Rational and expr.exp.q == 2:
            root = self.table.setdefault(sp.sqrt(expr.base), sp.Dummy("s", positive=True))
            return root ** (2 * expr.exp)
        return self.table.setdefault(expr, sp.Dummy("a", real=True))

    def _forms(self, numerator: Expr) -> Iterator[str]:
        """Yield the proof from a form of a polynomial in which its sign can be seen: its factors, or a square."""
        numerator = sp.expand(numerator)
        forms = [sp.factor(numerator)]
        for v in sorted(numerator.free_symbols, key=str):
            if numerator.is_polynomial(v) and sp.degree(numerator, v) == 2:
                a, b, c = (numerator.coeff(v, n) for n in (2, 1, 0))
                forms.append(a * (v + sp.cancel(b / (2 * a))) ** 2 + sp.factor(sp.cancel(c - b**2 / (4 * a))))
        for form in forms:
            if form != numerator:
                same = f"({self.back(form)}) by (first [ring | division])"
                yield f"(replace ({self.back(numerator)}) with {same}; solve [read])"

    def _shifted(self, poly: Expr, strict: bool) -> Iterator[str]:
        """Yield the proof that a polynomial has nonnegative coefficients in what variables exceed their bounds by."""
        domain = self.step.domain
        chosen = {s: list(bounds(s, domain)) for s in domain.symbols if poly.has(s)}
        if poly.free_symbols - set(chosen) or not all(chosen.values()) or not chosen:
            return
        for choice in islice(product(*chosen.values()), 64):
            found = shifted(poly, dict(zip(chosen, choice, strict=True)), strict)
            if found is not None:
                yield self._by_shift(*found)
                return

    def _by_shift(self, expr: Expr, gains: Mapping[Symbol, tuple[Symbol, Bound]]) -> str:
        scope, sets = self.scope, []
        for gain, (symbol, bound) in gains.items():
            scope = scope.extended(gain, "R")
            name, exceeds = scope.names[gain], real(bound.side * (symbol - bound.value), self.scope)
            sign = "<" if bound.strict else "<="
            sets.append(f"pose ({name} := {exceeds}); assert (0 {sign} {name}) by (unfold {name}; lra)")
        names = ", ".join(scope.names[gain] for gain in gains)
        same = f"({real(expr, scope)}) by (unfold {names}; first [ring | division])"
        put = f"match goal with |- _ ?x => replace x with {same} end"
        return f"({'; '.join(sets)}; {put}; clearbody {names.replace(',', '')}; solve [read])"


def connected(first: set[Basic], groups: Iterable[set[Basic]]) -> set[Basic]:
    """Return the variables that groups of variables link to the first ones."""
    found, pending = set(first), list(groups)
    while near := [group for group in pending if group & found]:
        found |= set().union(*near)
        pending = [group for group in pending if not group & found]
    return found


def shifted(
    poly: Expr, chosen: Mapping[Symbol, Bound], strict: bool
) -> tuple[Expr, dict[Symbol, tuple[Symbol, Bound]]] | None:
    """Return a polynomial in what its variables exceed bounds by, where all its coefficients are nonnegative then."""
    gains: dict[Symbol, tuple[Symbol, Bound]] = {}
    pending = list(chosen)
    while pending:
        last = [s for s in pending if not any(chosen[other].value.has(s) for other in pending)]
        symbol = (last or pending)[0]
        pending.remove(symbol)
        gain = Symbol(f"{symbol}_gain", nonnegative=True)
        gains[gain] = symbol, chosen[symbol]
        poly = poly.subs(symbol, chosen[symbol].value + chosen[symbol].side * gain)
    poly = sp.expand(poly)
    if poly.free_symbols - set(gains) or not poly.is_polynomial(*gains):
        return None
    terms = sp.Poly(poly, *gains).terms()
    if not all(coefficient.is_nonnegative for _, coefficient in terms):
        return None
    positive = [all(p == 0 or gains[g][1].strict for g, p in zip(gains, powers, strict=True)) for powers, _ in terms]
    return (poly, gains) if any(positive) or not strict else None


def algebra(step: Step, scope: Scope, used: list[Step], hard: bool = False) -> list[str]:
    """Return the script for a relation of real algebra; empty where a part of it cannot be written."""
    try:
        return Algebra(step, scope, used, hard).script()
    except (UnprintableError, sp.PolynomialError):
        return []
