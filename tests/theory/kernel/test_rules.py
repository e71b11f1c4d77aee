"""The rules that ask an engine: each shows what is true and turns its false neighbour away."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp
from sympy import Derivative, Eq, Ge, Gt, Le, Lt, Piecewise, besseli, cos, gamma, log, sin, sqrt

from modgap import theory
from modgap.theory.bessel import functions as bessel
from modgap.theory.engines.known import ARB
from modgap.theory.engines.normal_forms import BesselRing, GammaProducts, InnerProducts, PowerSeries
from modgap.theory.evidence import sampling
from modgap.theory.evidence.rules import certify, counterexample
from modgap.theory.kernel.claims import claim
from modgap.theory.kernel.rules import combination, identity, sign
from modgap.theory.kernel.status import Status
from modgap.theory.language.domain import Domain, free_vector, orthonormal_frame, unit_vector
from modgap.theory.language.symbols import Dot, IvRatio, Norm
from modgap.theory.outcome import Refuted, Undecided, Unproved
from modgap.theory.trusted import series as trusted
from tests.theory.assumptions import cite, make

x, y = sp.symbols("x y", real=True)
p, s = sp.symbols("p s", positive=True)
n, h = sp.symbols("n h", integer=True, positive=True)
i, j = sp.symbols("i j", integer=True, positive=True)
u, v = sp.symbols("u v")
q = sp.IndexedBase("q")
nu, z = bessel.nu, bessel.z
GAMMA, INNER = GammaProducts(), InnerProducts()


def series():
    return PowerSeries(trusted.bessel_series(nu, z, Domain(nu, z)))


def ring():
    return BesselRing(theory.claim("bessel.recurrence").fact, theory.claim("bessel.derivative").fact)


def rational():
    return None


IV, UP, DOWN = besseli(nu, z), besseli(nu + 1, z), besseli(nu - 1, z)
RATIO = IvRatio(nu, z)
PLANE = Domain(h, h >= 2, x, free_vector(v, h), unit_vector(u, h), orthonormal_frame(q, h))

#: Normal form, left side, right side, a wrong right side, domain.
IDENTITIES = {
    "rational": (rational, (p**2 - s**2) / (p + s), p - s, p + s, Domain(p, s)),
    "opaque functions": (rational, log(p) * (p + 1) - log(p), p * log(p), p * log(s), Domain(p, s)),
    "gamma": (lambda: GAMMA, gamma(p + 2) / gamma(p), p * (p + 1), p * (p + 2), Domain(p)),
    "powers": (lambda: GAMMA, (2 * p) ** x * sqrt(p), 2**x * p ** (x + sp.S.Half), 2**x * p**x, Domain(p, x)),
    "root": (lambda: GAMMA, sqrt(p**2 * s), p * sqrt(s), p * s, Domain(p, s)),
    "rising factorial": (
        lambda: GAMMA,
        sp.RisingFactorial(p, n + 1),
        sp.RisingFactorial(p, n) * (p + n),
        sp.RisingFactorial(p, n) * (p + n + 1),
        Domain(p, n),
    ),
    "recurrence": (series, DOWN - UP, 2 * nu / z * IV, 2 * nu / z * UP, Domain(nu, z)),
    "derivative": (series, Derivative(IV, z), UP + nu / z * IV, UP - nu / z * IV, Domain(nu, z)),
    "other derivative": (series, Derivative(IV, z), DOWN - nu / z * IV, DOWN + nu / z * IV, Domain(nu, z)),
    "ring, two steps": (
        ring,
        besseli(nu + 2, z),
        IV - 2 * (nu + 1) / z * UP,
        IV - 2 * nu / z * UP,
        Domain(nu, z),
    ),
    "ring, second derivative": (
        ring,
        Derivative(IV, z, z),
        (1 + nu**2 / z**2) * IV - Derivative(IV, z) / z,
        (1 - nu**2 / z**2) * IV - Derivative(IV, z) / z,
        Domain(nu, z),
    ),
    "bilinear": (
        lambda: INNER,
        Dot(u + v, u - v),
        1 - Dot(v, v),
        Dot(u, u) + Dot(v, v),
        PLANE,
    ),
    "length": (lambda: INNER, Norm(p * u), p, p**2, Domain(h, p, unit_vector(u, h))),
    "frame": (
        lambda: INNER,
        Dot(cos(x) * q[1] + sin(x) * q[2], q[2] + q[1]),
        sin(x) + cos(x),
        sin(x) - cos(x),
        PLANE,
    ),
    "Pythagoras": (lambda: INNER, Dot(cos(x) * q[1] + sin(x) * q[2], cos(x) * q[1] + sin(x) * q[2]), 1, 2, PLANE),
    "cases": (
        lambda: INNER,
        Piecewise((x, Le(i, h - 1)), (x + i, True)),
        x + Piecewise((0, Le(i, h - 1)), (h, True)),
        x + Piecewise((0, Le(i, h - 1)), (h - 1, True)),
        Domain(h, x, i, i <= h),
    ),
    "equations of the domain": (lambda: INNER, x**3 * y, x * y, x * y**2, Domain(x, y, Eq(x**2, 1))),
}


@pytest.mark.parametrize("name", IDENTITIES)
def test_identity(name):
    form, left, right, wrong, domain = IDENTITIES[name]
    given = ()
    fact = identity(Eq(left, right, evaluate=False), domain, form(), given)
    assert fact.statement == Eq(left, right, evaluate=False)
    assert fact.domain == domain
    with pytest.raises(Unproved):
        identity(Eq(left, wrong, evaluate=False), domain, form(), given)
    with pytest.raises(Unproved):
        fact.recheck(Eq(left, wrong, evaluate=False))


def test_identity_of_the_ratio_needs_its_denominator():
    statement = Eq(Derivative(RATIO, z), 1 - RATIO**2 - (2 * nu + 1) / z * RATIO, evaluate=False)
    fact = identity(statement, Domain(nu, z, nu > -1), ring())
    assert any("I_ν(z) > 0" in reason for reason in fact.trusts)
    fact = identity(statement, Domain(nu, z, nu > -1), ring(), [bessel.positive.fact])
    assert bessel.positive.fact.statement in [premise.statement for premise in fact.premises]
    with pytest.raises(Undecided, match="needs"):
        identity(statement, Domain(nu, z), ring())
    with pytest.raises(Undecided):
        identity(statement, Domain(nu, z), ring(), [bessel.positive.fact])


@pytest.mark.parametrize(
    "undefined",
    [
        Eq((x**2 - 1) / (x - 1), x + 1, evaluate=False),
        Eq(2 * log(x) + x, x + log(x) + log(x), evaluate=False),
        Eq(sqrt(x) ** 3 - sqrt(x) ** 3 + sqrt(x), sqrt(x), evaluate=False),
        Eq(gamma(x + 1) / gamma(x), x, evaluate=False),
        Eq(x**y, x**y, evaluate=False),
    ],
)
def test_identity_of_the_undefined(undefined):
    with pytest.raises(Undecided, match="needs"):
        identity(undefined, Domain(x, y), GAMMA)


def test_identity_finds_a_witness():
    with pytest.raises(Refuted) as caught:
        identity(Eq((p + s) ** 2, p**2 + s**2, evaluate=False), Domain(p, s))
    assert set(caught.value.witness) == {p, s}


def test_identity_shows_equations_only():
    with pytest.raises(Undecided):
        identity(Ge(p, p, evaluate=False), Domain(p))


def test_identity_within_its_domain():
    with pytest.raises(Undecided):
        identity(Eq(x + y, y + x, evaluate=False), Domain(x))


# --- sign, combination ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("true", "false", "domain"),
    [
        (Gt(p + 1 / p, 0, evaluate=False), Gt(p - 1 / p, 0, evaluate=False), Domain(p)),
        (Le(2 * x * y, x**2 + y**2, evaluate=False), Le(3 * x * y, x**2 + y**2, evaluate=False), Domain(x, y)),
        (Lt(1 / (p + s), 1 / p, evaluate=False), Lt(1 / p, 1 / (p + s), evaluate=False), Domain(p, s)),
    ],
)
def test_sign(true, false, domain):
    assert sign(true, domain).statement == true
    with pytest.raises(Refuted):
        sign(false, domain)


def test_sign_with_something_given():
    positive = bessel.positive.fact
    domain = positive.domain
    assert sign(Gt(z * IV, 0, evaluate=False), domain, [positive]).premises == (positive,)
    with pytest.raises(Unproved):
        sign(Gt(z * IV, 0, evaluate=False), Domain(nu, z))
    with pytest.raises(Unproved):
        sign(Gt(z * IV, 0, evaluate=False), Domain(nu, z), [positive])


def test_combination():
    domain = Domain(x, p, x >= 1)
    one = sign(Ge(x, 1, evaluate=False), domain)
    statement = Ge(p * x, p, evaluate=False)
    assert combination(statement, domain, [(p, one)]).statement == statement
    for wrong, factor in ((Ge(p * x, p + 1, evaluate=False), p), (Gt(p * x, p, evaluate=False), p)):
        with pytest.raises(Unproved):
            combination(wrong, domain, [(factor, one)])
    with pytest.raises(Unproved):
        combination(Ge(-x, -1, evaluate=False), domain, [(-sp.S.One, one)])
    with pytest.raises(Unproved):
        combination(Ge(y * x, y, evaluate=False), Domain(x, y, x >= 1), [(y, one)])


# --- enclosure, counterexample, cite, tested -----------------------------------------------------------------------


def test_certify():
    box = {z: (Fraction(1), Fraction(2))}
    fact = certify(Gt(besseli(0, z), sp.Rational(5, 4), evaluate=False), box)
    assert fact.strength is Status.CERTIFIED
    assert fact.trusts == (ARB,)
    assert set(fact.domain.conditions) == {z >= 1, z <= 2}
    with pytest.raises(Unproved):
        certify(Gt(besseli(0, z), sp.Rational(13, 10), evaluate=False), box)


def test_counterexample():
    statement, domain = Ge(x**2, x, evaluate=False), Domain(x, x > 0)
    assert counterexample(statement, domain, {x: 0.5}).point == {x: 0.5}
    for point in ({x: 2}, {x: 1}, {x: -0.5}, {x: 0}):
        with pytest.raises(Undecided):
            counterexample(statement, domain, point)


#: A function that balls do not evaluate, at most 1 in truth; what is claimed of it; and where that is false.
HIDDEN, POINT = sp.erf(x), {x: 2}
CLAIMED = Ge(HIDDEN, x, evaluate=False)
ABOVE = Le(HIDDEN, 1, evaluate=False)


def shown(statement=ABOVE, domain=Domain(x)):  # noqa: B008
    """Make a step that counts as proved, for the sake of its form."""
    return make("planted", statement, domain, "planted")


def through(*bounds):
    """Return the verdict on the claim by that counterexample through bounds."""
    return planted(CLAIMED, Domain(x), lambda this: counterexample(this.statement, this.domain, POINT, bounds)).verdict


def test_counterexample_through_a_bound():
    found = counterexample(CLAIMED, Domain(x), POINT, [shown()])
    assert found.detail["implied"] == "x <= 1"
    assert through(shown()).status is Status.REFUTED
    below = shown(Le(x / 2, HIDDEN, evaluate=False))
    assert counterexample(Le(HIDDEN, 0, evaluate=False), Domain(x), POINT, [below]).point == POINT


@pytest.mark.parametrize(
    "bound",
    [
        lambda: shown(domain=Domain(x, x >= 1)),
        lambda: shown(Le(sp.erf(y), 1, evaluate=False), Domain(y)),
        lambda: shown(Ge(HIDDEN, -1, evaluate=False)),
        lambda: shown(Eq(HIDDEN, 1, evaluate=False)),
        lambda: shown(Le(HIDDEN, 3, evaluate=False)),
        lambda: shown(Le(sp.erf(x) ** 2, 1, evaluate=False)),
    ],
    ids=["on a part", "of another variable", "from the other side", "an equation", "too weak", "of something else"],
)
def test_bounds_that_refute_nothing(bound):
    with pytest.raises(Undecided):
        counterexample(CLAIMED, Domain(x), POINT, [bound()])
    assert through(bound()).status is Status.OPEN


def test_a_bound_that_is_not_shown_here_refutes_nothing():
    drawn = make("planted", ABOVE, Domain(x), "planted", strength=Status.TESTED)
    cited = cite("a theorem that nobody proved", ABOVE, Domain(x))
    of_claim = planted(ABOVE, Domain(x), lambda this: cited).fact
    for bound in (drawn, cited, of_claim):
        assert through(bound).status is Status.OPEN


def test_a_claim_does_not_rest_on_itself():
    own = planted(CLAIMED, Domain(x), lambda this: counterexample(this.statement, this.domain, POINT, [this.fact]))
    first = planted(CLAIMED, Domain(x), lambda this: counterexample(this.statement, this.domain, POINT, [second.fact]))
    second = planted(ABOVE, Domain(x), lambda this: cite("what follows", this.statement, this.domain, [first.fact]))
    for circular in (own, first, second):
        assert circular.verdict.status is Status.OPEN
        assert "itself" in circular.verdict.reason


def test_cite_keeps_the_hypotheses_of_its_premises():
    premise = sign(Gt(x, 0, evaluate=False), Domain(x, x > 1))
    with pytest.raises(Undecided):
        cite("a theorem", Gt(2 * x, 0, evaluate=False), Domain(x), [premise])
    fact = cite("a theorem", Gt(2 * x, 0, evaluate=False), Domain(x, x > 1), [premise])
    assert fact.trusts == ("a theorem",)


def test_cite_drops_no_condition_on_a_variable_that_the_premise_does_not_speak_of():
    """x < y follows from x < p < y; but p is bound, and nothing says that there is one."""
    there = Domain(x, y, p, x < p, p < y)
    parts = [sign(Lt(a, b, evaluate=False), Domain(a, b, a < b)) for a, b in ((x, p), (p, y))]
    premise = combination(Lt(x, y, evaluate=False), there, [(sp.S.One, part) for part in parts])
    with pytest.raises(Undecided, match="asks of"):
        cite("a theorem", Lt(2 * x, 2 * y, evaluate=False), Domain(x, y), [premise], binds=[p])


def test_drawn_evidence_is_worth_no_more_than_that():
    assert sampling.tested(Ge(p + 1 / p, sp.Rational(19, 10), evaluate=False), Domain(p)).strength is Status.TESTED
    with pytest.raises(Refuted):
        sampling.tested(Ge(p + 1 / p, 3, evaluate=False), Domain(p, reach={p: 3}))
    assert "p drawn" in sampling.tested(Ge(p + 1 / p, 1, evaluate=False), Domain(p, reach={p: 3})).detail
    with pytest.raises(Undecided):
        sampling.tested(Ge(p, 0, evaluate=False), Domain(p, x, Eq(sin(x) ** 2 + cos(x) ** 2, 1, evaluate=False)))


# --- a planted hole is flagged -------------------------------------------------------------------------------------


def planted(statement, domain, derive):
    derive.__doc__ = "Planted."
    return claim(id="planted", title="planted", relation="ours", source="", domain=domain, statement=statement)(derive)


def test_a_cited_step_stands_in_the_trust_list():
    def derive(this):
        return cite("a theorem that nobody proved", this.statement, this.domain)

    verdict = planted(Gt(p, 1, evaluate=False), Domain(p), derive).verdict
    assert verdict.status is Status.CITED
    assert "a theorem that nobody proved" in verdict.trusts


def test_a_weak_step_weakens_what_rests_on_it():
    weak = planted(
        Ge(p + 1 / p, sp.Rational(19, 10), evaluate=False),
        Domain(p),
        lambda this: sampling.tested(this.statement, this.domain),
    )
    assert weak.verdict.status is Status.TESTED
    wanted = Ge(p + 1 / p, sp.Rational(18, 10), evaluate=False)

    def derive(this):
        return combination(wanted, this.domain, [(sp.S.One, weak.fact)], [sp.Rational(1, 10)])

    assert planted(wanted, Domain(p), derive).verdict.status is Status.TESTED


def test_an_unproved_step_leaves_the_claim_open():
    open_claim = planted(
        Gt(p, s, evaluate=False), Domain(p, s, p > s**2), lambda this: sign(this.statement, this.domain)
    )
    assert open_claim.verdict.status in (Status.OPEN, Status.REFUTED)
    with pytest.raises(Undecided):
        _ = open_claim.fact
