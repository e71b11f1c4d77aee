"""Steps under one set of hypotheses: each is the rule's own, refuses what the rule refuses, and drops no hypothesis."""

from __future__ import annotations

import pytest
import sympy as sp

from modgap.theory.kernel import compose, rules
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.kernel.claims import claim
from modgap.theory.language.domain import Domain, unit_vector
from modgap.theory.language.relations import all_of, eq, ge, gt, le, lt
from modgap.theory.outcome import Refuted, Undecided, Unproved
from modgap.theory.under import Under

x, y = sp.symbols("x y", real=True)
p = sp.Symbol("p", positive=True)
h = sp.Symbol("h", integer=True, positive=True)
v = sp.Symbol("v")
D = Under(x, p, x >= 1, reach={x: 7})
ABOVE = gt(x * p, 0)


@claim(id="test.above", title="", relation="ours", source="", domain=D, statement=ge(x, 1))
def above(this):
    """x ≥ 1."""
    return Under(this.domain).asked(this.statement)


STEPS = {
    "show": (lambda: D.show(ABOVE), lambda: arithmetic(ABOVE, D)),
    "show by": (lambda: D.show(ABOVE, above.fact), lambda: arithmetic(ABOVE, D, [above.fact])),
    "each": (lambda: D.each(ABOVE, by=[above.fact])[0], lambda: arithmetic(ABOVE, D, [above.fact])),
    "equal": (lambda: D.equal((p * x) / p, x), lambda: rules.identity(eq((p * x) / p, x), D)),
    "sign": (lambda: D.sign(ABOVE), lambda: rules.sign(ABOVE, D)),
    "combine": (
        lambda: D.combine(ge(p * x, p), (p, above.fact), rests=[0]),
        lambda: rules.combination(ge(p * x, p), D, [(p, above.fact)], [sp.S.Zero]),
    ),
    "use": (lambda: D.use(above, {x: x + p}), lambda: compose.specialise(above.fact, {x: x + p}, D)),
    "asked": (lambda: D.asked(ge(x, 1)), lambda: compose.hypothesis(ge(x, 1), D)),
    "both": (lambda: D.both(above, D.show(ABOVE)), lambda: compose.both(above.fact, arithmetic(ABOVE, D))),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_the_rule_s_own(step):
    short, long = (make() for make in STEPS[step])
    assert (short.statement, short.domain, short.rule, short.what, short.trusts, dict(short.detail)) == (
        (long.statement, long.domain, long.rule, long.what, long.trusts, dict(long.detail))
    )
    assert [premise.statement for premise in short.premises] == [premise.statement for premise in long.premises]


FALSE = {
    "show": lambda: D.show(lt(x, p)),
    "show all": lambda: D.show(all_of(ge(x, 1), lt(x, p))),
    "each": lambda: D.each(ge(x, 1), gt(x, 1)),
    "equal": lambda: D.equal(x * p, x + p),
    "sign": lambda: D.sign(gt(x, 1)),
    "combine": lambda: D.combine(ge(p * x, 2 * p), (p, above.fact)),
    "use": lambda: D.use(above, {x: p}),
    "asked": lambda: D.asked(ge(x, 2)),
}


@pytest.mark.parametrize("step", FALSE)
def test_a_false_step_is_refused(step):
    with pytest.raises(Unproved):
        FALSE[step]()


def test_a_refutation_needs_a_point_of_the_hypotheses():
    assert D.fails(le(x, 1), {x: 2, p: 1}).point == {x: 2, p: 1}
    with pytest.raises(Undecided):
        D.fails(le(x, 1), {x: 0, p: 1})


def test_further_hypotheses_are_added_and_none_is_dropped():
    more = D.further(y, h, h >= 2, unit_vector(v, h), le(y, 1), reach={y: 3})
    assert D.within(more)
    assert not more.within(D)
    assert more.reach == {x: 7, y: 3}
    assert more.further(y, le(y, 1)) == more
    assert more.further(reach={x: 1}).reach[x] == 1


def test_it_is_the_domain():
    plain = Domain(x, p, x >= 1, reach={x: 7})
    assert (Under(plain), hash(Under(plain)), Under(plain).reach) == (plain, hash(plain), plain.reach)
    assert plain == Under(plain)
    assert D.further(y) != D
    assert Domain(x) != Under(x, x >= 1)
    assert Domain(x) != (x,)
    # What the kernel asks of a domain is answered by `Domain` alone.
    assert {name for name in vars(Under) if name in vars(Domain)} <= {"__init__", "__doc__", "__module__", "further"}


def test_what_holds_under_more_is_not_taken_for_what_holds_under_less():
    narrow = D.further(x <= 2).show(le(x, 3))
    with pytest.raises(Undecided):
        D.show(le(x, 3), narrow)
    with pytest.raises(Refuted):
        D.show(le(x, 3))
