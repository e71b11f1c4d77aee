"""The softmax trace inequality against any law of keys, and what it says where pairs are held in a cone.

In the proof of `thm.1.trace.population` the uniform law of the sphere may be any law Q: the push along the key does not
speak of it, and pairs are compared with Q by the positive definite kernel. What is lost is that the scores
E_{u∼Q} e^{β m·u} depend on m, the point half-way between query and key. Where they are at least D for all of them, as
for the law of least energy D of a set that holds them, a bound follows that this law attains.
"""

from __future__ import annotations

import sympy as sp
from sympy import Symbol, exp

from modgap.theory.infonce import stability
from modgap.theory.infonce.equality import ratio_at_most
from modgap.theory.infonce.stability import SHIFT
from modgap.theory.infonce.trace import (
    COUPLINGS,
    FORM,
    OTHER,
    PAIR,
    THIRD,
    Comparison,
    compared,
    known_of,
    mu,
    positive,
    push,
    ratio,
    scores_positive,
    with_pair,
)
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import chain, substitute
from modgap.theory.kernel.facts import Fact, lemma
from modgap.theory.language.couplings import Y1, PairLaw, X, Y
from modgap.theory.language.domain import coupling, unit_vector
from modgap.theory.language.letters import beta, h
from modgap.theory.language.means import M
from modgap.theory.language.relations import ge, gt, le
from modgap.theory.language.symbols import Dot
from modgap.theory.trusted import couplings as trusted_couplings
from modgap.theory.trusted import means as trusted_measure
from modgap.theory.under import Under

#: Any law of keys u, as that of the second of a pair, and another two drawn from it.
Q = Symbol("Q")
LAW = PairLaw(h, Q, sp.symbols("w u"))
LAW_1 = PairLaw(h, Q, sp.symbols("w' u'"))
LAW_2 = PairLaw(h, Q, sp.symbols("w'' u''"))
u, u1 = LAW.variables[1], LAW_1.variables[1]
BOTH = Under(COUPLINGS.further(coupling(Q, h)))
PAIRS = with_pair(BOTH)
ONE = sp.S.One
#: The point half-way from x to y that is a combination of both.
MIDPOINT = X / 2 + SHIFT * Y / 2

#: The energy of Q, E_Q E_Q e^{β u·u'}.
ENERGY = LAW_1.mean(LAW.mean(exp(beta * Dot(u1, u))))


def scores_of_law(v: sp.Expr) -> sp.Expr:
    """Return E_{u∼Q} e^{β v·u}."""
    return LAW.mean(exp(beta * Dot(v, u)))


@lemma
def midpoint_weighs() -> Fact:
    """E_{u∼Q} e^{β m·u} > 0, m half-way between x and y."""
    weight = trusted_measure.positive_mean(
        LAW, exp(beta * Dot(M, u)), trusted_measure.drawn(LAW, BOTH.further(unit_vector(M, h)))
    )
    return PAIRS.use(weight, {M: MIDPOINT}, stability.step_bounds())


#: Pushed queries and their keys, compared with Q.
AGAINST_LAW = Comparison(BOTH, Y, MIDPOINT, (LAW, LAW_1, LAW_2), u, stability.step_bounds()[:1])


@lemma
def share_of_pushed() -> Fact:
    """E_{u∼Q} e^{β m·u}² e^{β x·y}/E' e^{β x·y'} is at most e^β times what is compared: m has length one."""
    given = stability.step_bounds()
    pushed = PAIRS.use(push(COUPLINGS), {mu: SHIFT}, given)
    after, known = ratio(AGAINST_LAW.query), [*known_of(AGAINST_LAW), given[0], midpoint_weighs()]
    scores = [scores_positive(v, PAIRS, given[0]) for v in (X, AGAINST_LAW.query)]
    named = trusted_measure.renamed(OTHER, AGAINST_LAW.towards(Y1), THIRD, PAIRS)
    weighed = PAIRS.combine(
        le(scores_of_law(MIDPOINT) ** 2 * ratio(X), scores_of_law(MIDPOINT) ** 2 * after),
        (scores_of_law(MIDPOINT) ** 2, pushed),
        given=[*scores, *known],
    )
    weighed = substitute(weighed, named)
    return chain(weighed, PAIRS.equal(weighed.statement.rhs, exp(beta) * AGAINST_LAW.share, FORM, known))


#: E_{u∼Q} e^{β m·u}² e^{β x·y}/E' e^{β x·y'}, m half-way between x and y.
WEIGHTED = scores_of_law(MIDPOINT) ** 2 * ratio(X)


@claim(
    id="thm.1.trace.any_law",
    title="Softmax trace inequality against any law of keys",
    relation="ours",
    source="Theorem 1, in a stronger form",
    domain=BOTH,
    statement=le(PAIR.mean(WEIGHTED), exp(beta) * ENERGY),
)
def any_law(this: Claim):
    """The mean of e^{β x·y}/Z(x), weighted by E_{u∼Q} e^{β m·u} squared, is at most e^β E_Q E_Q e^{β u·u'}.

    m = (x + μy)/2 has length one and lies on the shorter arc from x to y, Q is any law. For the uniform law the weight
    is M_h(β)², and this is `thm.1.trace.population`.
    """
    d = Under(this.domain)
    means = trusted_measure.mean_compares(PAIR, share_of_pushed(), [scores_positive(X, PAIRS), midpoint_weighs()])
    out = trusted_measure.constant_factor(PAIR, exp(beta), AGAINST_LAW.share, PAIRS, known_of(AGAINST_LAW))
    named = trusted_measure.renamed(
        LAW_2, exp(beta * Dot(u1, LAW_2.variables[1])), LAW, trusted_measure.drawn(LAW_1, BOTH)
    )
    energy = trusted_measure.mean_compares(LAW_1, named)
    total = substitute(means, out)
    return d.combine(this.statement, (ONE, total), (exp(beta), substitute(compared(AGAINST_LAW), energy)), by=FORM)


# --- a cone ----------------------------------------------------------------------------------------------------------

#: A level for E_{u∼Q} e^{β m·u}, and twice how far below it that is: 0 where it is at least the level.
level = Symbol("D", positive=True)
AT = scores_of_law(MIDPOINT)
BELOW = sp.sqrt((level - AT) ** 2) + level - AT


@lemma
def below_level() -> Fact:
    """D² p ≤ E_{u∼Q} e^{β m·u}² p + e^{2β} D (|δ| + δ), δ = D − E_{u∼Q} e^{β m·u}, for p = e^{β x·y}/Z(x)."""
    here = Under(PAIRS.further(level))
    known = [midpoint_weighs(), scores_positive(X, PAIRS), stability.step_bounds()[0]]
    size = sp.sqrt((level - AT) ** 2)
    p, q, d, f = sp.symbols("p q D f", positive=True)
    a_ = Symbol("a", real=True)
    scalars = Under(p, q, d, f, a_, ge(a_, d - f), ge(a_, f - d), le(p, q))
    asked = [scalars.asked(condition) for condition in scalars.conditions]
    # D² − f² = 2Dδ − δ² ≤ D (|δ| + δ), and p ≤ q where |δ| + δ ≥ 0.
    statement = le(d**2 * p, f**2 * p + q * d * (a_ + d - f))
    found = scalars.show(statement, *asked)
    values = {p: ratio(X), q: exp(2 * beta), d: level, f: AT, a_: size}
    # Numbers by hypothesis and not by assumption, so that SymPy keeps the root of the square.
    j, k = sp.symbols("j k")
    sizes = [Under(j, k, gt(j, 0), gt(k, 0)).show(ge(sp.sqrt((j - k) ** 2), gap)) for gap in (j - k, k - j)]
    turned = [here.use(fact, {j: level, k: AT}, known) for fact in sizes]
    given = [*turned, ratio_at_most(), positive(ratio(X), PAIRS, known[1:2]), *known]
    return here.use(found, values, given)


@claim(
    id="thm.1.cone",
    title="Softmax trace inequality for pairs half-way between which a law of keys has large scores",
    relation="ours",
    source="Theorem 2, for hard cones and arbitrary laws",
    domain=BOTH.further(level),
    statement=le(level**2 * PAIR.mean(ratio(X)), exp(beta) * ENERGY + exp(2 * beta) * level * PAIR.mean(BELOW)),
)
def cone(this: Claim):
    """D² E p ≤ e^β E_Q E_Q e^{β u·u'} + 2 e^{2β} D E (D − E_{u∼Q} e^{β m·u})_+ for every law Q and every level D > 0.

    p = e^{β x·y}/Z(x), and m lies on the shorter arc from x to y. The last mean is 0 where scores with Q are at least D
    half-way between all pairs. So it is in a closed geodesically convex set, a cap of at most 90° say, for the law Q of
    least energy D among those on it: there E p ≤ e^β/D, which aligned pairs with that law attain. That last step is on
    the page beyond the print, and not in this claim.
    """
    d = Under(this.domain)
    here = Under(PAIRS.further(level))
    known = [midpoint_weighs(), scores_positive(X, PAIRS), stability.step_bounds()[0]]
    means = trusted_measure.mean_compares(PAIR, below_level(), known)
    left = trusted_couplings.mean_is_linear(PAIR, [(level**2, ratio(X))], here)
    parts = [(ONE, WEIGHTED), (exp(2 * beta) * level, BELOW)]
    same = here.equal(means.statement.rhs.integrand, sum((c * of for c, of in parts), sp.S.Zero), given=known)
    right = chain(trusted_measure.mean_compares(PAIR, same), trusted_couplings.mean_is_linear(PAIR, parts, here))
    return d.combine(this.statement, (ONE, substitute(means, left, right)), (ONE, any_law.fact), by=FORM)


CLAIMS = (any_law, cone)
