"""Inequalities and equations of real algebra, decided by two solvers that must agree.

A question over the reals is turned into polynomials: a root becomes a new variable r with r ≥ 0 and r^2 = radicand, a
fraction is cleared, and every other function (a Bessel ratio, a derivative) is one more real variable of which only
the given facts are known. The query holds no division, because a solver may give x/0 any value it likes; that the
denominators vanish nowhere and the radicands are nowhere negative is shown first. z3 and cvc5 answer the same text;
where one of them gives up, the exact methods of `theory.engines.signs` must confirm the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import cvc5
import sympy as sp
import z3
from sympy import Basic, Expr, Symbol
from sympy.core.relational import (
    Equality,
    GreaterThan,
    LessThan,
    Relational,
    StrictGreaterThan,
    StrictLessThan,
    Unequality,
)

from modgap.theory.engines import signs
from modgap.theory.engines.known import SYMPY, common_domain
from modgap.theory.kernel.asking import look_for_witness
from modgap.theory.kernel.facts import Fact, make, rule
from modgap.theory.language.domain import Domain
from modgap.theory.language.means import GaussianMean
from modgap.theory.outcome import Undecided

Z3, CVC5 = "engine: z3, nonlinear real arithmetic", "engine: cvc5, nonlinear real arithmetic"

#: How far a solver may go with one query, in its own count of steps: a clock would let a busy machine find less.
#: The longest query of the ledger takes z3 77 thousand steps and cvc5 32 thousand (2 s).
STEPS = {"z3": 20_000_000, "cvc5": 1_000_000}
#: How far it may go to see whether a denominator keeps one sign, which another way settles as well.
FEW = {"z3": 500_000, "cvc5": 50_000}

_OPERATORS: dict[type, str] = {
    GreaterThan: ">=",
    StrictGreaterThan: ">",
    LessThan: "<=",
    StrictLessThan: "<",
    Equality: "=",
    Unequality: "distinct",
}
_NEGATED = {">=": "<", ">": "<=", "<=": ">", "<": ">=", "=": "distinct", "distinct": "="}


@dataclass(frozen=True)
class Constraint:
    """A polynomial compared with zero."""

    polynomial: Expr
    operator: str

    def negated(self) -> Constraint:
        """Return the opposite constraint."""
        return Constraint(self.polynomial, _NEGATED[self.operator])


# --- asking ---------------------------------------------------------------------------------------------------------


def _smt(expr: Expr, names: dict[Expr, str]) -> str:
    """Return a polynomial in SMT-LIB's prefix notation."""
    match expr:
        case sp.Rational():
            size = str(abs(expr.p)) if expr.q == 1 else f"(/ {abs(expr.p)} {expr.q})"
            return f"(- {size})" if expr.p < 0 else size
        case sp.Symbol():
            return names[expr]
        case sp.Add() | sp.Mul():
            return f"({'+' if expr.is_Add else '*'} {' '.join(_smt(a, names) for a in expr.args)})"
        case sp.Pow() if expr.exp.is_Integer and expr.exp > 0:
            return f"(* {' '.join([_smt(expr.base, names)] * int(expr.exp))})"
    raise Undecided(f"{expr} is no polynomial for a solver")


def query(constraints: Iterable[Constraint]) -> tuple[str, dict[Expr, str]]:
    """Return the SMT-LIB text of 'these hold together', and the names of the variables in it."""
    constraints = tuple(constraints)
    symbols = sorted(set().union(*(c.polynomial.free_symbols for c in constraints)), key=sp.default_sort_key)
    names: dict[Expr, str] = {s: f"x{n}" for n, s in enumerate(symbols)}
    lines = ["(set-logic QF_NRA)", *(f"(declare-const {name} Real)" for name in names.values())]
    lines += [f"(assert ({c.operator} {_smt(c.polynomial, names)} 0))" for c in constraints]
    return "\n".join([*lines, "(check-sat)"]), names


@lru_cache(maxsize=4096)
def ask_z3(text: str, steps: int = STEPS["z3"]) -> str:
    """Return z3's answer to a query: sat, unsat or unknown; in a context of its own, so that no earlier one matters."""
    solver = z3.SolverFor("QF_NRA", ctx=z3.Context())
    # Its own answer to Ctrl-C would be `unknown`, and the interrupt lost.
    solver.set("ctrl_c", False)
    solver.set("rlimit", steps)
    solver.from_string(text)
    return str(solver.check())


@lru_cache(maxsize=4096)
def ask_cvc5(text: str, steps: int = STEPS["cvc5"]) -> str:
    """Return cvc5's answer to a query: sat, unsat or unknown."""
    solver = cvc5.Solver(cvc5.TermManager())
    solver.setOption("rlimit-per", str(steps))
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "query")
    answer = "unknown"
    while not (command := parser.nextCommand()).isNull():
        answer = command.invoke(solver, parser.getSymbolManager()).strip() or answer
    return answer


# --- from expressions to polynomials ----------------------------------------------------------------------------------


@dataclass
class Reader:
    """Turns relations over a domain into polynomial constraints."""

    domain: Domain
    #: What is known: hypotheses, given facts, what roots are.
    known: list[Constraint] = field(default_factory=list)
    atoms: dict[Expr, Symbol] = field(default_factory=dict)
    roots: dict[Expr, Symbol] = field(default_factory=dict)
    #: Functions that a given fact equates with something else, by which they are replaced.
    meanings: dict[Expr, Expr] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, domain: Domain, given: Sequence[Fact]) -> Reader:
        """Return a reader that knows the domain's hypotheses and the given facts."""
        reader = cls(domain)
        if any(symbol.name.startswith(("atom_", "root_")) for symbol in domain.symbols):
            raise Undecided(f"{domain.hypotheses()} has a variable named as those that stand for functions and roots")
        for symbol in domain.symbols:
            if symbol.is_positive:
                least = sp.S.One if symbol.is_integer else None
                reader.known.append(Constraint(symbol - 1, ">=") if least else Constraint(symbol, ">"))
            elif symbol.is_nonnegative:
                reader.known.append(Constraint(symbol, ">="))
        stated = [part for fact in given for part in parts(fact.statement)]
        for statement in (*domain.conditions, *stated):
            if reader.defines(statement):
                reader.meanings[statement.args[0]] = statement.args[1]
        for statement in (*domain.conditions, *stated):
            if type(statement) in _OPERATORS:
                reader.known.append(reader.constraint(statement, trusted=True))
        return reader

    def defines(self, statement: Basic) -> bool:
        """Tell whether a relation equates one function, not yet replaced, with something that does not contain it."""
        if not isinstance(statement, Equality) or not isinstance(statement.lhs, sp.Function | sp.Derivative):
            return False
        meaning = statement.rhs.xreplace(self.meanings)
        return statement.lhs not in self.meanings and not meaning.has(statement.lhs, *self.meanings)

    def rational(self, expr: Expr, trusted: bool, strict: bool = False) -> Expr:
        """Return an expression as a rational function of variables, roots and atoms.

        Radicands are shown to be ≥ 0 (> 0 if `strict`), unless the expression is `trusted` to be defined.
        """
        if expr.is_Rational or expr in self.domain.symbols:
            return expr
        if isinstance(expr, sp.Add | sp.Mul):
            return expr.func(*(self.rational(a, trusted, strict) for a in expr.args))
        if isinstance(expr, sp.Pow) and (2 * expr.exp).is_Integer:
            base = self.rational(expr.base, trusted, strict)
            if expr.exp.is_negative and not trusted:
                # Put together with other terms it may cancel; it vanishes nowhere all the same.
                self.show_nonzero(base)
            return base**expr.exp if expr.exp.is_Integer else self.root(base, trusted, strict) ** (2 * expr.exp)
        if expr in self.meanings:
            return self.rational(self.meanings[expr], trusted=True)
        return self.atoms.setdefault(expr, Symbol(f"atom_{len(self.atoms)}", real=True))

    def root(self, radicand: Expr, trusted: bool, strict: bool) -> Symbol:
        """Return the variable that stands for the square root of a rational function."""
        needed = self.cleared(radicand, ">" if strict else ">=", trusted)
        if not trusted:
            self.show(needed, f"the radicand of √({radicand})")
        if radicand not in self.roots:
            root = Symbol(f"root_{len(self.roots)}", real=True)
            self.roots[radicand] = root
            numerator, denominator = sp.fraction(sp.together(radicand))
            square = Constraint(denominator * root**2 - numerator, "=")
            self.known += [needed, Constraint(root, ">=")]
            self.known.append(square)
        return self.roots[radicand]

    def cleared(self, expr: Expr, operator: str, trusted: bool) -> Constraint:
        """Return `expr operator 0` without its denominator, whose factors are shown (or trusted) to vanish nowhere."""
        numerator, denominator = sp.fraction(sp.together(expr))
        for base, power in (f.as_base_exp() for f in sp.Mul.make_args(denominator)):
            if base.is_Rational:
                numerator = numerator if base.is_positive else -numerator
                continue
            if trusted:
                self.known.append(Constraint(base, "distinct"))
            else:
                self.show_nonzero(base)
            if power % 2 and not self.positive(base):
                numerator *= base
        return Constraint(numerator, operator)

    def show_nonzero(self, denominator: Expr) -> None:
        """Show that a denominator vanishes nowhere."""
        if not (denominator in self.domain.symbols and denominator.is_positive):
            self.show(self.cleared(denominator, "distinct", trusted=False), f"the denominator {denominator}")

    def positive(self, expr: Expr) -> bool:
        """Tell whether an expression is readily seen to be positive."""
        if expr in self.domain.symbols:
            return bool(expr.is_positive)
        return self.unsatisfiable([Constraint(expr, "<=")], FEW)

    def show_defined(self, expr: Expr, left: Expr) -> None:
        """Show that no denominator vanishes and no radicand is negative of the terms that cancel, leaving `left`.

        What is left is checked as it is read.
        """
        if isinstance(expr, sp.Add | sp.Mul):
            for part in expr.args:
                self.show_defined(part, left)
        elif isinstance(expr, sp.Pow) and (2 * expr.exp).is_Integer:
            self.show_defined(expr.base, left)
            if left.has(expr) and not expr.has(*self.meanings):
                return
            base = self.rational(expr.base, trusted=False)
            if not expr.exp.is_Integer:
                self.root(base, trusted=False, strict=False)
            if expr.exp.is_negative:
                self.show(self.cleared(base, "distinct", trusted=False), f"the denominator {expr.base}")

    def constraint(self, statement: Basic, trusted: bool = False) -> Constraint:
        """Return a relation as a polynomial constraint."""
        left, right = statement.args
        return self.cleared(self.rational(left - right, trusted), _OPERATORS[type(statement)], trusted)

    # --- deciding ---

    def unsatisfiable(self, more: Sequence[Constraint], steps: Mapping[str, int] = STEPS) -> bool:
        """Tell whether what is known contradicts `more`, by both solvers.

        Raises `Undecided` where the solvers contradict each other: then one of them is wrong.
        """
        text, _ = query([*self.known, *more])
        first = ask_z3(text, steps["z3"])
        if first == "sat":
            return False
        second = ask_cvc5(text, steps["cvc5"])
        if (first, second) == ("unsat", "sat"):
            raise Undecided(f"the solvers contradict each other on\n{text}")
        if "unsat" not in (first, second):
            return False
        if not self.consistent():
            raise Undecided(f"what is known on {self.domain.hypotheses()} contradicts itself, and would show anything")
        if first == second:
            self.answers.append(text)
            return True
        return self.confirmed(more)

    def confirmed(self, more: Sequence[Constraint]) -> bool:
        """Tell whether `theory.engines.signs` shows the opposite of the one constraint in `more`, a second opinion."""
        (wrong,) = more
        if wrong.operator not in ("<", "<=") or not wrong.polynomial.free_symbols <= set(self.domain.symbols):
            return False
        try:
            signs.show_sign(wrong.polynomial, self.domain, strict=wrong.operator == "<=")
        except Undecided:
            return False
        self.answers.append(query([*self.known, *more])[0])
        return True

    def show(self, goal: Constraint, what: str) -> None:
        """Show that what is known implies a constraint."""
        if not self.unsatisfiable([goal.negated()]):
            raise Undecided(f"the solvers do not both show {what}: {goal.polynomial} {goal.operator} 0")

    def consistent(self) -> bool:
        """Tell whether what is known is not found to contradict itself (which would show anything)."""
        return ask_z3(query(self.known)[0]) != "unsat"


def parts(statement: Basic) -> tuple[Basic, ...]:
    """Return the parts of a conjunction, or the one relation."""
    return statement.args if isinstance(statement, sp.And) else (statement,)


# --- the rule -----------------------------------------------------------------------------------------------------


@rule
def arithmetic(statement: Basic, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """Show a relation (or a conjunction of them) of real algebra from given facts, by two solvers.

    Parameters
    ----------
    statement : sympy relation, or conjunction of relations
        Between expressions in the domain's variables, roots, and further functions that the given facts speak of.
    domain : Domain
        Where it is to hold.
    given : sequence of Fact
        Relations that hold there.

    Raises
    ------
    Refuted
        With a point that certainly violates the statement.
    Undecided
        If the solvers do not both show it, or what is given contradicts itself.
    """
    common_domain(given, domain)
    reader = Reader.of(domain, given)
    _functions_are_spoken_of(statement, domain, given)
    try:
        for part in parts(statement):
            for side in part.args:
                reader.show_defined(side, part.args[0] - part.args[1])
            goal = reader.constraint(part)
            if not reader.unsatisfiable([goal.negated()]):
                raise Undecided(f"the solvers do not both show {part}")
    except Undecided:
        if reader.consistent():
            for part in parts(statement):
                look_for_witness(part, domain, solver=True)
        raise
    if not reader.consistent():
        raise Undecided(f"what is given for {statement} contradicts itself")
    detail = {"queries": len(reader.answers), "query": reader.answers[-1]}
    what = "the opposite contradicts what is given: two solvers find the polynomial system unsatisfiable"
    return make(
        "arithmetic",
        statement,
        domain,
        what,
        detail=detail,
        trusts=(SYMPY, Z3, CVC5),
        premises=tuple(given),
        defined=algebraic(statement),
        recheck=lambda other: arithmetic(other, domain, given),
    )


def _functions_are_spoken_of(statement: Basic, domain: Domain, given: Sequence[Fact]) -> None:
    """Check that everything opaque in a statement occurs in a given fact or hypothesis, hence is defined there.

    A mean over the Gaussian law may be infinite in a fact: it takes one that says it is positive, thus finite.
    """
    if infinite := [str(fact.statement) for fact in given if not fact.finite]:
        raise Undecided(f"{infinite} may speak of infinite means, and not of numbers alone")
    stated = [*domain.conditions, *(fact.statement for fact in given)]
    spoken = set().union(*(opaque(s) for s in stated))
    finite = {s.lhs for s in stated if isinstance(s, StrictGreaterThan) and s.rhs == 0}
    strays = {e for e in opaque(statement) if e not in spoken or (e.has(GaussianMean) and e not in finite)}
    if strays:
        raise Undecided(f"no given fact speaks of {sorted(map(str, strays))}: it may be undefined")


def opaque(expr: Basic) -> set[Basic]:
    """Return the parts of an expression that are no real algebra: functions, sums, other powers, imaginary numbers."""
    algebraic = isinstance(expr, sp.Add | sp.Mul | sp.And | Relational)
    if algebraic or (isinstance(expr, sp.Pow) and (2 * expr.exp).is_Integer):
        return set().union(*(opaque(a) for a in expr.args))
    if isinstance(expr, Symbol) or (expr.is_number and expr.is_real and expr.is_finite):
        return set()
    inside = set().union(*(opaque(d.expr) for d in [expr] if isinstance(d, sp.Derivative)))
    return {expr} | inside


def algebraic(expr: Basic) -> set[Basic]:
    """Return the powers in an expression that are real algebra, whose bases a reader has shown to be as they must."""
    if isinstance(expr, sp.Pow) and (2 * expr.exp).is_Integer:
        return {expr} | algebraic(expr.base)
    if isinstance(expr, sp.Add | sp.Mul | sp.And | Relational):
        return set().union(*(algebraic(a) for a in expr.args))
    return set()
