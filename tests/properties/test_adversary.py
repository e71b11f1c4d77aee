"""Every claim about configurations against an optimiser that looks for a violation.

Hypothesis draws the setting (dimension, number of pairs, temperatures, first vectors) and is steered towards a small
slack; the optimiser moves the vectors; balls say whether the worst point violates the statement, so that no rounding
of the search can pass for a violation, or hide one.
"""

import math
import time
from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, assume, given, settings, target
from hypothesis import strategies as st

from modgap.numerics.contrastive.constraints import Free
from modgap.numerics.contrastive.loss import simplex_bound, theorem1_bound
from modgap.numerics.contrastive.optimize import optimise, resolve_device
from modgap.paper_checks.searches.configurations import Adversary, about_configurations
from modgap.theory import claim, ledger
from modgap.theory.balls import enclosure
from modgap.theory.infonce.pairs import PAIRS, TRACE
from modgap.theory.infonce.trace import N, beta, h
from modgap.theory.language.letters import x, y
from modgap.theory.outcome import Outcome
from modgap.theory.own.strategies import points
from modgap.theory.verification.record import recorded_status

CLAIMS = [c for c in ledger().values() if about_configurations(c.statement, c.domain)]
HELD = [c for c in CLAIMS if recorded_status(c.id) in ("proved", "certified", "tested", "cited")]


def test_there_are_claims_to_attack():
    assert {"thm.1.trace", "thm.1.finite", "thm.1.one_sided", "thm.1.diagonal"} <= {c.id for c in HELD}


def attack(claim, examples):
    met = {Outcome.SHOWN: 0, Outcome.UNDECIDED: 0}

    @settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def under_attack(data):
        point = data.draw(points(claim.domain))
        assume(enclosure.membership(point, claim.domain) is Outcome.SHOWN)
        slack, worst = Adversary(claim.statement, claim.domain, point).attack(seed=1)
        # e^β overflows beyond β = 700; there the search says nothing, and the drawn points of test_claims must do.
        assume(math.isfinite(slack))
        target(-slack / (1 + abs(slack)), label=claim.id)
        outcome, _ = enclosure.decide(claim.statement, worst, claim.domain)
        with np.printoptions(precision=17, threshold=10**6):
            assert outcome is not Outcome.REFUTED, f"{claim.id} is violated, slack {slack!r}, at {worst!r}"
        met[outcome] += 1

    under_attack()
    print(f"{claim.id}: {met}")
    assert sum(met.values()) >= examples // 2


@pytest.mark.parametrize("claim", HELD, ids=lambda c: c.id)
def test_no_adversary_violates(claim):
    attack(claim, examples=3)


@pytest.mark.slow
@pytest.mark.parametrize("claim", HELD, ids=lambda c: c.id)
def test_no_adversary_violates_in_many_settings(claim):
    attack(claim, examples=80)


def setting(dim, count, inverse_temperature, symbols=(x, y)):
    rng = np.random.default_rng(0)
    return {h: dim, N: count, beta: inverse_temperature, **{s: rng.normal(size=(count, dim)) for s in symbols}}


@pytest.mark.parametrize("claim", HELD, ids=lambda c: c.id)
def test_torch_reads_the_statement_as_balls_do(claim):
    """The slack that is minimised is that of the statement, at a drawn point."""
    from modgap.theory.evidence.sampling import find_point

    point = find_point(claim.domain, seed=5)
    adversary = Adversary(claim.statement, claim.domain, point)
    state = adversary.start(1, 0)
    there = {**adversary.scalars, **{s: rows[0].numpy() for s, rows in adversary.vectors(state).items()}}
    larger, smaller = (enclosure.value(side, there, claim.domain) for side in claim.statement.args)
    sign = 1 if adversary.statement.rel_op == ">=" else -1
    exact = sign * float((larger - smaller).mid())
    assert float(adversary.slacks(state)[0]) == pytest.approx(exact, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("statement", "domain", "point"),
    [
        (claim("thm.1.separate").statement, PAIRS, setting(3, 2, 1)),
        (claim("thm.1.long_queries").statement, claim("thm.1.long_queries").domain, setting(2, 2, Fraction(1, 2))),
        (claim("thm.1.ball_keys").statement, claim("thm.1.ball_keys").domain, setting(1, 3, 20)),
        (TRACE.func(TRACE.lhs, TRACE.rhs * Fraction(999, 1000), evaluate=False), PAIRS, setting(2, 8, 1)),
        (TRACE.func(TRACE.lhs, TRACE.rhs * Fraction(999, 1000), evaluate=False), PAIRS, setting(3, 10, Fraction(1, 2))),
    ],
    ids=["separate", "long queries", "ball keys", "smaller constant", "smaller constant in space"],
)
def test_adversary_finds_what_is_false(statement, domain, point):
    """False neighbours fall, and to balls: a checker that never refutes would be worth nothing."""
    slack, worst = Adversary(statement, domain, point).attack(starts=6, steps=100)
    assert slack < 0
    assert enclosure.decide(statement, worst, domain)[0] is Outcome.REFUTED


# --- the whole loss, large on a GPU ----------------------------------------------------------------------------------


def rounding(dim, count, inverse_temperature):
    """Both directions of the bound that `test_theorem1` derives, for the streamed loss in float64."""
    return 4 * 2.0**-53 * (inverse_temperature * (4 * dim + 24) + 4 * count + 8)


@pytest.mark.gpu
@pytest.mark.parametrize("inverse_temperature", [1.0, 14.3, 100.0])
def test_loss_is_never_below_its_bounds(inverse_temperature):
    """h = 512, N = 8192 and a thousand starts for each temperature on a GPU; small on a CPU."""
    device = resolve_device("auto")
    big = device.type == "cuda"
    dim, count, starts, together, steps = (512, 8192, 1000, 4, 30) if big else (8, 32, 4, 4, 40)
    temperature = 1 / inverse_temperature
    floor = max(theorem1_bound(dim, temperature), simplex_bound(count, temperature))
    begin, closest = time.perf_counter(), math.inf
    for seed in range(starts // together):
        constraint = Free(dim)
        state = constraint.start(count, together, seed).to(device)
        losses = optimise(constraint, state, temperature, max_iterations=steps).loss - 2 * math.log(count)
        closest = min(closest, float(losses.min()) - floor)
        least = int(losses.argmin())
        assert closest >= -rounding(dim, count, inverse_temperature), f"seed {seed}, start {least}: {closest!r}"
    seconds = time.perf_counter() - begin
    print(f"{device}, h={dim}, N={count}, beta={inverse_temperature}: {starts / seconds:.3g} starts per second, "
          f"closest approach {closest:.3e} nats")  # fmt: skip
    if big:
        print(f"memory at its peak {torch.cuda.max_memory_allocated() / 2**30:.1f} GiB")
