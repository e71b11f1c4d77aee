"""Mismatched pairs and mini-batches: expectations counted out, thresholds against minimisation."""

import itertools
import math

import pytest
import torch

from modgap.numerics.checks import InputError
from modgap.numerics.contrastive.constraints import Free
from modgap.numerics.contrastive.loss import mcl_loss
from modgap.numerics.contrastive.pairing import (
    colder_rivals,
    minibatches,
    mismatch_cost,
    mismatch_threshold,
    mismatched_rows,
)
from modgap.numerics.contrastive.sigmoid import sigmoid_loss


@pytest.mark.parametrize(("loss", "directions"), [("infonce", 2), ("sigmoid", 1)])
def test_the_cost_is_the_mean_over_all_permutations_of_partners(loss, directions):
    x, y = Free(3).start(4, 1, 0)[0]
    tau, rate = 0.3, 0.35

    def of(partners):
        if loss == "infonce":
            return mcl_loss(x, partners, tau)
        # Who is near whom does not change: only the labels follow the partners.
        return sigmoid_loss(x, partners, tau, -1.0)

    shuffled = torch.stack([of(y[list(order)]) for order in itertools.permutations(range(4))]).mean()
    expected = (1 - rate) * of(y) + rate * shuffled
    found = of(y) + directions / tau * mismatch_cost(x, y, rate)
    torch.testing.assert_close(found, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("dim", "beta", "known"), [(2, 5.0, 0.198), (2, 20.0, 0.050), (3, 4.0, 0.352)])
def test_thresholds(dim, beta, known):
    assert mismatch_threshold(dim, 1 / beta) == pytest.approx(known, abs=5e-4)


def noisy(x, y, beta, rate):
    """The loss of mismatched pairs, less 2 log N."""
    return float(mcl_loss(x, y, 1 / beta) + 2 * beta * mismatch_cost(x, y, rate)) - 2 * math.log(len(x))


@pytest.mark.parametrize(("dim", "beta", "rate"), [(2, 2.0, 0.45), (3, 4.0, 0.2), (4, 1.0, 0.1), (4, 9.0, 0.5)])
def test_rivals_have_the_losses_that_are_said(dim, beta, rate):
    """Laid out: all sign patterns, lengths a = b but for the first two, which are exchanged; and orthogonal cones."""
    found = colder_rivals(dim, 1 / beta, rate)
    signs = torch.tensor(list(itertools.product([-1.0, 1.0], repeat=dim)), dtype=torch.float64)
    c = min(math.atanh(1 - rate), beta / dim)
    # a_k b_k = c/β for every k and both of length 1: a = √(c/β) r, b = √(c/β)/r with Σ r² = Σ r⁻² = β/c.
    other = (beta / c - (dim - 2)) / 2
    ratio = torch.ones(dim, dtype=torch.float64)
    ratio[0] = math.sqrt(other + math.sqrt(max(other**2 - 1, 0.0)))
    ratio[1] = 1 / ratio[0]
    x, y = math.sqrt(c / beta) * signs * ratio, math.sqrt(c / beta) * signs / ratio
    assert found["signs"] == pytest.approx(noisy(x, y, beta, rate), abs=1e-12)
    if dim == 4:
        angles = torch.arange(32, dtype=torch.float64) * 2 * math.pi / 32
        u = torch.stack([angles.cos(), angles.sin(), 0 * angles, 0 * angles], dim=1)
        best = math.inf
        for share in torch.linspace(0.01, 1, 400, dtype=torch.float64):
            low, high = (1 - share).sqrt(), share.sqrt()
            x, y = (high * u + low * torch.eye(4, dtype=torch.float64)[k] for k in (2, 3))
            best = min(best, noisy(x, y, beta, rate))
        assert found["orthogonal cones"] == pytest.approx(best, abs=1e-4)
        assert found["orthogonal cones"] <= best + 1e-12


def test_the_threshold_is_necessary_only():
    """On the circle at β = 2, η = 0.45, just below it, the law of signs beats aligned uniform pairs by 0.088."""
    assert mismatch_threshold(2, 0.5) > 0.454
    turn = torch.arange(64, dtype=torch.float64) * 2 * math.pi / 64
    circle = torch.stack([turn.cos(), turn.sin()], dim=1)
    uniform = noisy(circle, circle, 2.0, 0.45)
    assert uniform == pytest.approx(-0.552012917, abs=1e-8)
    assert colder_rivals(2, 0.5, 0.45)["signs"] == pytest.approx(uniform - 0.0886, abs=1e-3)


@pytest.mark.parametrize("rate", [0.0, 0.3, 0.5, 1.0])
def test_a_share_is_moved_and_no_partner_stays(rate):
    rows = torch.arange(10, 20)
    moved = mismatched_rows(rows, rate, torch.Generator().manual_seed(0))
    assert sorted(moved.tolist()) == rows.tolist()
    assert int((moved != rows).sum()) == round(10 * rate)


def test_one_row_cannot_be_mismatched():
    with pytest.raises(InputError, match=r"^--noise: got 0.1 of 8 pairs"):
        mismatched_rows(torch.arange(8), 0.1, torch.Generator())


def test_few_batches_are_all_there_are():
    rows, whole = minibatches(6, 3)
    assert whole
    assert len({tuple(row) for row in rows.tolist()}) == math.comb(6, 3)
    assert minibatches(40, 40)[0].tolist() == [list(range(40))]


def test_many_batches_treat_all_rows_and_meetings_alike():
    rows, whole = minibatches(32, 4, seed=1)
    assert not whole
    assert (rows.sort(1).values.diff(dim=1) > 0).all()
    assert (rows.flatten().bincount() == len(rows) // 8).all()
    meetings = torch.zeros(32, 32)
    for row in rows:
        meetings[row[:, None], row] += 1
    apart = meetings[~torch.eye(32, dtype=torch.bool)]
    assert float(apart.mean()) == pytest.approx(20, abs=1)
    assert float(apart.min()) >= 3
    torch.testing.assert_close(rows, minibatches(32, 4, seed=1)[0])
    assert not torch.equal(rows, minibatches(32, 4, seed=2)[0])


def test_left_over_rows_and_large_sizes():
    rows, _ = minibatches(50, 8)
    assert int(rows.max()) == 49
    assert len(minibatches(30_000, 64)[0]) <= 3 * 30_000 // 64


@pytest.mark.parametrize("size", [1, 9])
def test_bad_sizes(size):
    with pytest.raises(InputError, match=r"^--batch: got"):
        minibatches(8, size)
