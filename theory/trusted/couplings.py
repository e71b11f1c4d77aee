"""Theorems on couplings that derivations cite, each with its proof or its reference.

As in every file here, a function is one theorem: it checks the form of its premises, computes the conclusion, and
leaves its name in the trust list. Means over a coupling are those of continuous functions over a compact set: whatever
states such a mean is refused where the function is not continuous, or not defined everywhere on that set.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Basic, Eq, Expr, IndexedBase, Le, Symbol
from sympy.core.relational import Relational, StrictGreaterThan

from modgap.theory.engines import signs
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import DEFINITION, cite
from modgap.theory.language.couplings import (
    CouplingMean,
    KeyEnergy,
    inside,
)
from modgap.theory.language.domain import COUPLINGS, Domain, Vectors, bound_names, free_variables
from modgap.theory.language.means import GaussianMean, Law, SphereAverage, Tilt
from modgap.theory.language.symbols import Defined, Dot, SphereMGF, unfold
from modgap.theory.outcome import Undecided
from modgap.theory.trusted.means import AnyLaw, bound_variables, only_compact

# --- what a coupling may be ------------------------------------------------------------------------------------------

#: The indices of the outer and of the inner mean of a configuration.
INDICES = sp.symbols("i j", integer=True)


@rule
def of_configuration(fact: Fact, x: IndexedBase, y: IndexedBase, count: Expr, domain: Domain) -> Fact:
    """A statement on all couplings, said of the one that gives each of N pairs (x_i, y_i) the mass 1/N.

    Every mean E f(x, y) becomes (1/N) Σ_i f(x_i, y_i), an inner one (1/N) Σ_j. The domain declares the two families.
    Where the statement is on couplings whose keys are not uniform (`energy_excess` > 0), h must be at least 2: the
    uniform law of the sphere then has no atoms, so that finitely many keys are not uniform.
    """
    law = _any_coupling(fact, but_uniform=True)
    kinds = ("unit",) if law.kind == "coupling" else ("unit", "ball")
    queries = any(Vectors(x, law.dim, count, kind) in domain.vectors for kind in kinds)
    if not (queries and Vectors(y, law.dim, count) in domain.vectors and count.is_integer and count.is_positive):
        raise Undecided(f"{domain.hypotheses()} does not declare {count} pairs of the space of {law.plain}")
    spoken = spelled_out(fact.statement, law.symbol)
    if set(INDICES) & (free_variables(spoken) | bound_names(spoken) | domain.declared):
        raise Undecided(f"one of {INDICES} is taken")
    statement = as_sums(spoken, law.symbol, (x, y), count, INDICES)
    if law.symbol in free_variables(statement):
        raise Undecided(f"{statement} speaks of {law.symbol} other than in a mean")
    theorem = f"{DEFINITION}a configuration: N pairs are the coupling that gives each of them the mass 1/N"
    return cite(theorem, statement, domain, (fact,), binds=(law.symbol,))


def _any_coupling(fact: Fact, but_uniform: bool = False) -> Vectors:
    """Return the one coupling of a fact, after checking that nothing is asked of it (but that keys are not uniform)."""
    couplings = [v for v in fact.domain.vectors if v.kind in COUPLINGS]
    asked = [c for c in fact.domain.conditions if any(v.symbol in free_variables(c) for v in couplings)]
    if len(couplings) != 1 or (asked and not (but_uniform and _finitely_many_meet(asked, couplings[0], fact.domain))):
        raise Undecided(f"{fact.statement} is not shown for every coupling: {fact.domain.hypotheses()}")
    return couplings[0]


def _finitely_many_meet(asked: list[Basic], law: Vectors, domain: Domain) -> bool:
    """Tell whether all that is asked is that keys are not uniform, where finitely many cannot be."""
    betas = [s for s in domain.symbols if s.is_positive and not s.is_integer]
    excesses = [sp.Gt(energy_excess(law.symbol, law.dim, beta), 0, evaluate=False) for beta in betas]
    return len(asked) == 1 and asked[0] in excesses and sp.Ge(law.dim, 2) in domain.conditions


def _rebuilt(expr: Basic, parts: Sequence[Basic]) -> Basic:
    """Put changed parts together, without simplifying a relation away."""
    return expr.func(*parts, evaluate=False) if isinstance(expr, Relational | sp.And) else expr.func(*parts)


def spelled_out(expr: Basic, law: Basic) -> Basic:
    """Unfold the symbols that abbreviate something about a coupling, so that its means can be seen."""
    if isinstance(expr, Defined) and law in free_variables(expr):
        return spelled_out(expr.definition(), law)
    return _rebuilt(expr, [spelled_out(a, law) for a in expr.args]) if expr.args else expr


def as_sums(
    expr: Basic, law: Basic, families: tuple[IndexedBase, IndexedBase], count: Expr, indices: Sequence[Symbol]
) -> Basic:
    """Replace means over a coupling by means over an index, the outer ones by the first index."""
    if isinstance(expr, CouplingMean) and expr.args[0] == law:
        if not indices:
            raise Undecided(f"{expr} is a mean within a mean within a mean")
        index, *inner = indices
        if set(expr.variables) & bound_names(expr.integrand):
            raise Undecided(f"{expr} binds {expr.variables} anew")
        body = expr.integrand.xreplace({v: f[index] for v, f in zip(expr.variables, families, strict=True)})
        return sp.Sum(as_sums(body, law, families, count, inner), (index, 1, count)) / count
    if not expr.args:
        return expr
    return _rebuilt(expr, [as_sums(a, law, families, count, indices) for a in expr.args])


@rule
def exchanged(fact: Fact) -> Fact:
    """A statement on all couplings of the sphere with itself, said of the law of (y, x) in place of (x, y)."""
    law = _any_coupling(fact)
    if law.kind != "coupling":
        raise Undecided(f"{law.plain}: queries and keys do not range over the same set")

    def turned(expr: Basic, name: Symbol) -> Basic:
        if isinstance(expr, CouplingMean) and expr.args[0] == law.symbol:
            first, second = expr.variables
            body = turned(expr.integrand, name).xreplace({first: second, second: first})
            return CouplingMean(name, sp.Lambda(expr.variables, body))
        return _rebuilt(expr, [turned(a, name) for a in expr.args]) if expr.args else expr

    spoken = spelled_out(fact.statement, law.symbol)
    if law.symbol in free_variables(turned(spoken, sp.Dummy())):
        # A sample of pairs, say, stays as it is while the means around it are turned.
        raise Undecided(f"{fact.statement} speaks of {law.symbol} other than in a mean")
    statement = turned(spoken, law.symbol)
    return cite("the law of (y, x) is a coupling too", statement, fact.domain, (fact,))


# --- means -----------------------------------------------------------------------------------------------------------


@rule
def mean_is_linear(law: AnyLaw, parts: Sequence[tuple[Expr, Expr]], domain: Domain) -> Fact:
    """E Σ_k c_k f_k = Σ_k c_k E f_k for continuous f_k and constants c_k; the domain declares the pair."""
    only_compact(law)
    where = bound_variables(law, domain)
    for factor, _ in parts:
        if set(law.variables) & free_variables(factor):
            raise Undecided(f"{factor} speaks of {law.variables}: it is no constant")
    inside_mean = sum((factor * of for factor, of in parts), sp.S.Zero)
    outside = sum((factor * law.mean(of) for factor, of in parts), sp.S.Zero)
    return cite("means of continuous functions are linear", Eq(law.mean(inside_mean), outside, evaluate=False), where)


@rule
def jensen_mean_logarithm(law: AnyLaw, positive: Fact) -> Fact:
    """From f > 0 everywhere, f continuous: E log f ≤ log E f, the logarithm being concave."""
    only_compact(law)
    if not isinstance(positive.statement, StrictGreaterThan) or positive.statement.rhs != 0:
        raise Undecided(f"{positive.statement} does not say that a function is positive")
    of, domain = positive.statement.lhs, bound_variables(law, positive.domain)
    statement = Le(law.mean(sp.log(of)), sp.log(law.mean(of)), evaluate=False)
    return cite("Jensen's inequality for the logarithm", statement, domain, (positive,), binds=law.variables)


@rule
def finite_by_growth(law: Law, of: Expr, positive: Fact) -> Fact:
    """E f > 0, and a real number, for g ∼ N(0, I/β) and f > 0 with |log f| ≤ C(1 + |g|): E e^{C|g|} is finite.

    Such are e^{v·g}, means of it over points v of a compact set with positive weights, constants, products and powers
    of these.
    """
    if not isinstance(law, Law) or law.beta is None or positive.statement != sp.Gt(of, 0, evaluate=False):
        raise Undecided(f"{positive.statement} does not say that {of} is positive, or {law} is not Gaussian")
    if of.has(GaussianMean):
        raise Undecided(f"{of} is not shown to be finite")
    _grows_exponentially(of, law.variable, positive.domain)
    domain = bound_variables(law, positive.domain)
    theorem = "functions of at most exponential growth have Gaussian means"
    mean = law.mean(of)
    statement = sp.Gt(mean, 0, evaluate=False)
    return cite(theorem, statement, domain, (positive,), binds=law.variables, defined=(mean,))


def _grows_exponentially(of: Expr, g: Symbol, domain: Domain) -> None:
    """Check that the logarithm of a positive function of g grows at most linearly."""
    if g not in free_variables(of):
        return
    match of:
        case Tilt():
            _grows_exponentially(of.definition(), g, domain)
        case sp.Mul():
            for factor in of.args:
                _grows_exponentially(factor, g, domain)
        case sp.Pow() if of.exp.is_Rational:
            _grows_exponentially(of.base, g, domain)
        case SphereAverage() | CouplingMean():
            # Where weights changed their sign the mean could come as near to 0 as it likes; they are continuous, or the
            # premise would not be defined.
            within = inside(of, domain)
            for factor in sp.Mul.make_args(of.integrand):
                signs.show_positive(unfold(factor), within)
                _grows_exponentially(factor, g, within)
        case sp.exp():
            for addend in sp.Add.make_args(sp.expand(of.args[0])):
                if not _is_linear(addend, g):
                    raise Undecided(f"{addend} is not linear in {g}")
        case _:
            raise Undecided(f"{of} is not shown to grow at most exponentially in {g}")


def _is_linear(addend: Expr, g: Symbol) -> bool:
    """Tell whether an addend is a multiple of v·g, or does not speak of g at all."""
    speaking = [f for f in sp.Mul.make_args(addend) if g in free_variables(f)]
    if not speaking:
        return True
    sides = [side for side in speaking[0].args if side != g] if isinstance(speaking[0], Dot) else []
    return len(speaking) == 1 and len(sides) == 1 and g not in free_variables(sides[0])


# --- the uniform law among the laws of keys ---------------------------------------------------------------------------


def energy_excess(coupling: Symbol, dim: Expr, beta: Expr) -> Expr:
    """Return E e^{β y·y'} − M_h(β) for two independent keys; it is E (F − R)² in the notation of `infonce.trace`."""
    return KeyEnergy(coupling, beta) - SphereMGF(dim, beta)
