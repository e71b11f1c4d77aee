"""Cited theorems on means: Tonelli, Cauchy–Schwarz, the Gaussian Laplace transform, rotation invariance, Jensen.

Each function is one theorem. It checks the form of its premises, shows that what is averaged is positive, and
computes the conclusion. What is averaged is built from exponentials of inner products, hence continuous and
measurable; being positive, it has a mean in (0, ∞]. Where a theorem needs a finite mean it asks for a fact that
bounds the mean by an expression without means.
"""

from __future__ import annotations

from collections.abc import Sequence

import sympy as sp
from sympy import Eq, Expr, Le, Symbol
from sympy.core.relational import GreaterThan, LessThan

from modgap.theory.engines import signs
from modgap.theory.engines.definedness import show_defined
from modgap.theory.engines.known import common_domain, known_positive
from modgap.theory.engines.normal_forms import linear_parts
from modgap.theory.kernel.facts import Fact, rule
from modgap.theory.kernel.rules import cite
from modgap.theory.language.couplings import PairLaw, declared_coupling, pair_of, show_continuous
from modgap.theory.language.domain import Domain, Vectors, bound_names, free_variables
from modgap.theory.language.means import GaussianMean, Law, SphereAverage
from modgap.theory.language.symbols import U1, Dot, Norm, sphere_mean, unfold
from modgap.theory.outcome import Undecided

#: What is averaged over: a Gaussian vector, a uniform point of the sphere, or a pair drawn from a coupling.
AnyLaw = Law | PairLaw


def bound_variables(law: AnyLaw, domain: Domain) -> Domain:
    """Return the domain without the law's variables, after checking that they range over the whole space of the law."""
    return _bound_pair(law, domain) if isinstance(law, PairLaw) else _bound_vector(law, domain)


def _bound_pair(law: PairLaw, domain: Domain) -> Domain:
    declared = declared_coupling(law.coupling, domain)
    if declared.dim != law.dim or not set(pair_of(declared, law.variables)) <= set(domain.vectors):
        raise Undecided(f"{domain.hypotheses()} does not let {law.variables} range over all pairs of {law.coupling}")
    if any(set(law.variables) & free_variables(c) for c in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} asks something of {law.variables}")
    x, y = law.variables
    return domain.without(x).without(y)


def _bound_vector(law: Law, domain: Domain) -> Domain:
    if law.beta is not None and not law.beta.is_positive:
        raise Undecided(f"the inverse temperature {law.beta} is not known to be positive")
    declared = [v for v in domain.vectors if v.symbol == law.variable]
    if [(v.dim, v.count, v.kind) for v in declared] != [(law.dim, None, law.kind)]:
        raise Undecided(f"{domain.hypotheses()} does not let {law.variable} range over the space of {law}")
    if any(law.variable in free_variables(c) for c in domain.conditions):
        raise Undecided(f"{domain.hypotheses()} asks something of {law.variable}")
    return domain.without(law.variable)


def drawn(law: AnyLaw, domain: Domain) -> Domain:
    """Return a domain with what a law draws, any point of its space."""
    if isinstance(law, PairLaw):
        return domain.further(*pair_of(declared_coupling(law.coupling, domain), law.variables))
    return domain.further(Vectors(law.variable, law.dim, None, law.kind))


def exists(law: AnyLaw, domain: Domain) -> None:
    """Check that there is such a law: its space has a dimension, and its temperature is positive."""
    if isinstance(law, PairLaw):
        found = declared_coupling(law.coupling, domain).dim == law.dim
    else:
        found = law.dim.is_integer and (law.beta is None or law.beta.is_positive)
    if not found:
        raise Undecided(f"{domain.hypotheses()} does not say that there is {law}")


def is_compact(law: AnyLaw) -> bool:
    """Tell whether a law lives on a compact set, on which continuous functions have means."""
    return isinstance(law, PairLaw) or law.beta is None


def only_compact(law: AnyLaw) -> None:
    """Refuse a law on a space that is not compact: means over it may be infinite."""
    if not is_compact(law):
        raise Undecided(f"{law} does not live on a compact set")


def _positive(of: Expr, domain: Domain, given: Sequence[Fact]) -> tuple[Fact, ...]:
    """Show that an expression is defined and positive on a domain; return the facts that this may have used."""
    common_domain(given, domain)
    show_defined(of, domain, given)
    known = known_positive(given, domain)
    signs.show_positive(unfold(of), domain, tuple(known))
    return tuple(fact for fact in known.values() if fact is not None)


def _closed(fact: Fact, mean: Expr) -> None:
    """Check that a fact says that a mean is finite: equal to, or at most, an expression without means."""
    kinds = isinstance(fact.statement, Eq | LessThan)
    if not kinds or fact.statement.args[0] != mean or fact.statement.args[1].has(GaussianMean, SphereAverage):
        raise Undecided(f"{fact.statement} does not bound {mean}")


# --- rules of the mean -----------------------------------------------------------------------------------------------


@rule
def mean_compares(law: AnyLaw, pointwise: Fact, given: Sequence[Fact] = ()) -> Fact:
    """From f = f' (or f ≤ f') everywhere, both positive: E f = E f' (or E f ≤ E f').

    It is enough to show that one side of the equation, or the smaller function, is positive. Over a compact set,
    continuous functions need not be positive.
    """
    if not isinstance(pointwise.statement, Eq | LessThan):
        raise Undecided(f"{pointwise.statement} is no equation and no inequality ≤ between functions")
    domain = bound_variables(law, pointwise.domain)
    left, right = pointwise.statement.args
    used = _comparable(law, pointwise, given)
    statement = pointwise.statement.func(law.mean(left), law.mean(right), evaluate=False)
    premises = (pointwise, *dict.fromkeys(used))
    return cite("means compare as positive functions do", statement, domain, premises, binds=law.variables)


def _comparable(law: AnyLaw, pointwise: Fact, given: Sequence[Fact]) -> tuple[Fact, ...]:
    """Show that both sides have means that may be compared; return the facts that this took."""
    left, right = pointwise.statement.args
    if is_compact(law) and not pointwise.statement.has(GaussianMean):
        # That they are continuous is what their means need to be defined.
        return tuple(given)
    try:
        return _positive(left, pointwise.domain, given)
    except Undecided:
        if isinstance(pointwise.statement, LessThan):
            raise
        return _positive(right, pointwise.domain, given)


@rule
def constant_factor(law: AnyLaw, factor: Expr, of: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """E[c f] = c E f for a constant c > 0 and a positive f; the domain declares the law's variable."""
    where = bound_variables(law, domain)
    if set(law.variables) & free_variables(factor):
        raise Undecided(f"{factor} speaks of {law.variables}: it is no constant")
    used = [*_positive(factor, domain, given), *_positive(of, domain, given)]
    statement = Eq(law.mean(factor * of), factor * law.mean(of), evaluate=False)
    premises = tuple(dict.fromkeys(used))
    return cite("a positive constant factor leaves the mean", statement, where, premises, binds=law.variables)


@rule
def mean_of_sum(law: AnyLaw, terms: Sequence[Expr], domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """E[f_1 + … + f_k] = E f_1 + … + E f_k for positive f, in (0, ∞]; the domain declares the law's variable."""
    where = bound_variables(law, domain)
    if not terms:
        raise Undecided("there is nothing to add")
    used = [fact for term in terms for fact in _positive(term, domain, given)]
    statement = Eq(law.mean(sp.Add(*terms)), sp.Add(*map(law.mean, terms)), evaluate=False)
    premises = tuple(dict.fromkeys(used))
    return cite("means of positive functions add up", statement, where, premises, binds=law.variables)


@rule
def mean_of_constant(law: AnyLaw, constant: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """E c = c, the law being a probability."""
    if set(law.variables) & (free_variables(constant) | domain.declared):
        raise Undecided(f"{constant} speaks of {law.variables}, or they are not bound")
    exists(law, domain)
    used = show_defined(constant, domain, given)
    statement = Eq(law.mean(constant), constant, evaluate=False)
    return cite("the mean of a constant", statement, domain, used)


@rule
def positive_mean(
    law: AnyLaw, of: Expr, domain: Domain, finite: Fact | None = None, given: Sequence[Fact] = ()
) -> Fact:
    """E f > 0, a real number, for positive f: over a compact set if f is continuous, or where a fact bounds it."""
    where = bound_variables(law, domain)
    mean = law.mean(of)
    used = list(_positive(of, domain, given))
    if isinstance(law, Law) and law.beta is not None:
        if finite is None:
            raise Undecided(f"nothing shows that {mean} is finite")
        _closed(finite, mean)
        used.append(finite)
    else:
        # The mean is said to exist below: no other check asks this of it.
        show_continuous(of)
    statement = sp.Gt(mean, 0, evaluate=False)
    theorem = "the mean of a positive function is positive; of a continuous one over a compact set, finite"
    premises = tuple(dict.fromkeys((*given, *used)))
    return cite(theorem, statement, where, premises, binds=law.variables, defined=(mean,))


@rule
def tonelli(outer: AnyLaw, inner: AnyLaw, of: Expr, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """E_g E_u f(g, u) = E_u E_g f(g, u) for positive f (continuous, hence measurable): Tonelli's theorem."""
    where = bound_variables(inner, bound_variables(outer, domain))
    used = _positive(of, domain, given)
    statement = Eq(outer.mean(inner.mean(of)), inner.mean(outer.mean(of)), evaluate=False)
    theorem = "Tonelli's theorem: iterated means of a positive measurable function may be exchanged"
    return cite(theorem, statement, where, used, binds=(*outer.variables, *inner.variables))


@rule
def renamed(law: AnyLaw, of: Expr, other: AnyLaw, domain: Domain, given: Sequence[Fact] = ()) -> Fact:
    """E_u f(u) = E_m f(m): bound variables may be renamed; `other` is the law with the new names.

    What is `given` makes both sides defined; it may speak of the variables under either name.
    """
    new = dict(zip(law.variables, other.variables, strict=True))
    names = set(other.variables)
    taken = free_variables(of) | bound_names(of)
    if names & taken or (names | set(law.variables)) & domain.declared:
        raise Undecided(f"one of {names} and {law.variables} is taken")
    if law.mean(sp.S.One).xreplace(new) != other.mean(sp.S.One):
        raise Undecided(f"{other} is not {law} under other names")
    statement = Eq(law.mean(of), other.mean(of.xreplace(new)), evaluate=False)
    binds = (*law.variables, *other.variables)
    return cite("a bound variable may be renamed", statement, domain, tuple(given), binds=binds)


# --- theorems --------------------------------------------------------------------------------------------------------


@rule
def cauchy_schwarz(law: Law, c: Expr, product: Fact, finite: tuple[Fact, Fact], given: Sequence[Fact] = ()) -> Fact:
    """From c² = a·b everywhere, a, b, c > 0, E a and E b finite: (E c)² ≤ E a · E b.

    Parameters
    ----------
    law : Law
        What is averaged over.
    c : sympy.Expr
        The function on the left, positive.
    product : Fact
        c² = a·b, for every value of the law's variable.
    finite : pair of Fact
        E a ≤ or = something finite, or E a > 0, which says that it is finite; E b likewise. a and b are read off them.
    given : sequence of Fact
        What makes a, b and c positive.
    """
    domain = bound_variables(law, product.domain)
    means = [fact.statement.args[0] for fact in finite]
    if not all(isinstance(mean, GaussianMean | SphereAverage) for mean in means):
        raise Undecided(f"{means} are not means")
    for fact, mean in zip(finite, means, strict=True):
        if fact.statement != sp.Gt(mean, 0, evaluate=False) or not fact.finite:
            _closed(fact, mean)
    a, b = (mean.integrand for mean in means)
    if [law.mean(a), law.mean(b)] != means:
        raise Undecided(f"{means} are not means over {law}")
    if product.statement != Eq(c**2, a * b, evaluate=False):
        raise Undecided(f"{product.statement} does not say that the square of {c} is {a} times {b}")
    used = [fact for f in (a, b, c) for fact in _positive(f, product.domain, given)]
    statement = Le(law.mean(c) ** 2, law.mean(a) * law.mean(b), evaluate=False)
    premises = (product, *finite, *dict.fromkeys((*given, *used)))
    terms = (*means, law.mean(c))
    return cite("the Cauchy–Schwarz inequality", statement, domain, premises, binds=law.variables, defined=terms)


@rule
def gaussian_laplace(law: Law, vector: Expr, domain: Domain) -> Fact:
    """E e^{β a·g} = e^{β|a|²/2} for g ∼ N(0, I/β) and a vector a of R^h."""
    if law.beta is None or not law.beta.is_positive or law.variable in free_variables(vector):
        raise Undecided(f"{law} is no Gaussian law, or {vector} speaks of {law.variable}")
    vector_of(vector, law.dim, domain)
    left = law.mean(sp.exp(law.beta * Dot(vector, law.variable)))
    statement = Eq(left, sp.exp(law.beta * Dot(vector, vector) / 2), evaluate=False)
    return cite("the Laplace transform of the Gaussian law", statement, domain)


def _show_uniform(law: Law, vector: Expr, domain: Domain) -> None:
    """Check that a law is uniform on the sphere of a space of which this is a vector, free of what is averaged over."""
    if law.kind != "unit" or law.variable in free_variables(vector):
        raise Undecided(f"{law} is not uniform on the sphere, or {vector} speaks of {law.variable}")
    vector_of(vector, law.dim, domain)


@rule
def rotation(law: Law, vector: Expr, domain: Domain) -> Fact:
    """E_{u∼σ} e^{a·u} = E_{u∼σ} e^{|a| u_1}, for a vector a of R^h: σ is rotation invariant."""
    signs.show_nonnegative(law.dim - 2, domain)
    if U1 in domain.declared or not law.dim.is_integer:
        raise Undecided(f"{U1} is taken, or the dimension {law.dim} is no integer")
    _show_uniform(law, vector, domain)
    left = law.mean(sp.exp(Dot(vector, law.variable)))
    statement = Eq(left, sphere_mean(law.dim, sp.exp(Norm(vector) * U1)), evaluate=False)
    return cite("the uniform law of the sphere is rotation invariant", statement, domain)


@rule
def mean_is_zero(law: Law, vector: Expr, domain: Domain) -> Fact:
    """E_{u∼σ} a·u = 0 for a vector a of R^h: u and −u have the same law."""
    _show_uniform(law, vector, domain)
    statement = Eq(law.mean(Dot(vector, law.variable)), 0, evaluate=False)
    return cite("the uniform law of the sphere is rotation invariant", statement, domain)


@rule
def mean_of_square(law: Law, vector: Expr, domain: Domain) -> Fact:
    """E_{u∼σ} (a·u)² = |a|²/h for a vector a of R^h: u·b has one law for every unit b, and h such squares make 1."""
    _show_uniform(law, vector, domain)
    left, right = law.mean(Dot(vector, law.variable) ** 2), Dot(vector, vector) / law.dim
    return cite("the uniform law of the sphere is rotation invariant", Eq(left, right, evaluate=False), domain)


@rule
def mean_of_coordinate(law: Law, of: Expr, height: Symbol, axis: Symbol, known: Fact) -> Fact:
    """From E_{u∼σ} g(u·e) ≤ b for every unit vector e: E_{u∼σ} g(u_1) ≤ b. Or ≥, or =, b free of e.

    σ is rotation invariant, and a rotation takes e to the first vector of the basis; there is such a vector e. That g
    is defined and continuous on [−1, 1] is what the mean in the premise needs, u·e being any number of it.

    Parameters
    ----------
    law : Law
        The uniform law of a sphere S^{h−1}, h ≥ 2.
    of : sympy.Expr
        g, an expression in `height`.
    height, axis : sympy.Symbol
        The variable of g, and e, a unit vector of which the domain asks nothing else.
    known : Fact
        The premise.
    """
    domain = known.domain.without(axis)
    signs.show_nonnegative(law.dim - 2, domain)
    left, right = known.statement.args
    if law.kind != "unit" or Vectors(axis, law.dim) not in known.domain.vectors:
        raise Undecided(f"{law} is not uniform on the sphere, or {axis} is no unit vector of its space")
    if any(axis in free_variables(condition) for condition in known.domain.conditions) or axis in free_variables(right):
        raise Undecided(f"{known.statement} is not shown for every {axis} with one bound")
    if (free_variables(of) - {height}) & {U1, law.variable, *(v.symbol for v in known.domain.vectors)}:
        raise Undecided(f"{of} is no function of one coordinate")
    if not isinstance(known.statement, Eq | LessThan | GreaterThan) or left != law.mean(
        of.xreplace({height: Dot(law.variable, axis)})
    ):
        raise Undecided(f"{known.statement} does not bound the mean of {of}")
    if not known.finite:
        raise Undecided(f"{known.statement} may be one between infinite means")
    mean = sphere_mean(law.dim, of.xreplace({height: U1}))
    statement = known.statement.func(mean, right, evaluate=False)
    theorem = "the uniform law of the sphere is rotation invariant"
    return cite(theorem, statement, domain, (known,), binds=(axis,), defined=(mean,))


def vector_of(value: Expr, dim: Expr, domain: Domain) -> None:
    """Check that an expression is a linear combination of declared vectors of R^dim."""
    declared = {v.symbol: v for v in domain.vectors}
    parts = linear_parts(value, domain)
    if not parts or any(declared[getattr(atom, "base", atom)].dim != dim for atom in parts):
        raise Undecided(f"{value} is not a vector of R^({dim})")


@rule
def in_ball(vector: Symbol, domain: Domain) -> Fact:
    """|x|² ≤ 1 for a vector that the domain declares to lie in the unit ball or on the sphere."""
    if not any(v.symbol == vector and v.count is None and v.kind in ("ball", "unit") for v in domain.vectors):
        raise Undecided(f"{domain.hypotheses()} does not declare {vector} as a vector in the unit ball")
    return cite("declared: vectors of length at most 1", Le(Dot(vector, vector), 1, evaluate=False), domain)
