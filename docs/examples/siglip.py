"""Claims of one's own on SigLIP's loss of one direction, -mean log sigmoid(z (beta x.y - b)), z = 1 for pairs."""

from sympy import Rational, exp, log

from modgap.theory.own.statements import (
    Domain,
    Dot,
    claim,
    family,
    ge,
    integer,
    lt,
    mean,
    positive,
    real,
    sign,
    tested,
    unit_vectors,
)

N, h, i = integer("N"), integer("h"), integer("i")
beta, b = positive("beta"), real("b")
x, y = family("x"), family("y")
PAIRS = Domain(
    N, h, beta, b, unit_vectors(x, N, h), unit_vectors(y, N, h), ge(h, 2), reach={beta: 20, b: 10, N: 3, h: 3}
)

#: What the pairs themselves contribute: the mean of log(1 + e^{b - beta x_i.y_i}).
POSITIVES = mean(log(1 + exp(b - beta * Dot(x[i], y[i]))), i, N)


#: The floor is attained, and balls cannot tell that two numbers agree: the test leaves them a little room.
ROOM = Rational(1, 10**6)


@claim(
    id="siglip.floor",
    title="The positives' floor",
    domain=PAIRS,
    statement=ge(POSITIVES, log(1 + exp(b - beta)) - ROOM),
)
def floor(this):
    """No configuration has a smaller loss of the positive pairs than aligned ones, where x.y = 1."""
    return tested(this.statement, this.domain)


@claim(id="siglip.too_high", title="A floor too high", domain=PAIRS, statement=ge(POSITIVES, 1))
def too_high(this):
    """The loss of the positive pairs is not at least 1: aligned pairs with a small bias are below."""
    return tested(this.statement, this.domain)


@claim(id="siglip.sides", title="Room for aligned pairs", domain=Domain(beta), statement=lt(-beta, beta))
def sides(this):
    """The least exponent of a positive pair is less than the greatest one."""
    return sign(this.statement, this.domain)
