"""The two towers: that constraints hold for whatever the towers say, where a run starts, and the two losses."""

import math

import numpy as np
import pytest
import torch

from modgap.numerics.checks import InputError
from modgap.paper_checks.training.settings import Settings
from modgap.paper_checks.training.subwords import BUCKETS, Bags, subwords
from modgap.paper_checks.training.towers import TwoTowers, _in_cone, sigmoid_loss

TEXTS = ["alpha", "alpha beta", "", "gamma delta", "Δ"] * 8


def model(**values):
    torch.manual_seed(0)
    return TwoTowers(Settings(size=8, width=2, **values), 1)


def embedded(towers, pairs=40):
    generator = torch.Generator().manual_seed(1)
    pixels = torch.randint(0, 256, (pairs, 1, 8, 8), generator=generator, dtype=torch.uint8)
    with torch.no_grad():
        # Towers that were trained spread wider than they do at the start.
        for tower in (towers.image, towers.text):
            tower[-1].weight *= 30
        return [side.double() for side in towers(pixels, Bags(TEXTS).rows(np.arange(pairs)))]


def test_free_embeddings_are_unit_rows():
    for side in embedded(model(dim=6)):
        torch.testing.assert_close(side.norm(dim=1), torch.ones(40).double(), atol=1e-6, rtol=0)


def test_cones_hold_their_embeddings():
    towers = model(dim=6, constraint="cone", cone_degrees=30.0, start_gap=120.0)
    towers.set_start(torch.zeros(2, 1, 8, 8, dtype=torch.uint8), Bags(TEXTS).rows(np.arange(2)), torch.Generator())
    centres = torch.nn.functional.normalize(towers.head.centres.detach().double(), dim=1)
    assert math.degrees(math.acos(float(centres[0] @ centres[1]))) == pytest.approx(120, abs=1e-3)
    for side, centre in zip(embedded(towers), centres, strict=True):
        assert torch.rad2deg(torch.acos((side @ centre).clamp(-1, 1))).max() <= 30 + 1e-3


def test_the_edge_of_a_cone_is_reached_and_not_passed():
    """Rows across the centre come to arcsin(1/reach), all others nearer."""
    reach = 1 / math.sin(math.radians(30))
    centre, rows = torch.eye(3)[0], torch.nn.functional.normalize(torch.randn(2000, 3), dim=1)
    angles = torch.rad2deg(torch.acos((_in_cone(rows, centre, reach) @ centre).clamp(-1, 1)))
    assert 29.9 < float(angles.max()) <= 30 + 1e-2
    assert float(angles.min()) < 5


@pytest.mark.parametrize("cone", [None, 45.0])
def test_hyperplanes_hold_their_embeddings(cone):
    x, y = embedded(model(dim=6, constraint="hyperplanes", angle_degrees=60.0, cone_degrees=cone))
    normals = torch.zeros(2, 6).double()
    normals[0, 5] = 1
    normals[1, 4:] = torch.tensor([-math.sin(math.radians(60)), math.cos(math.radians(60))])
    assert (x @ normals[0]).abs().max() < 1e-6
    assert (y @ normals[1]).abs().max() < 1e-6
    assert (x @ normals[1]).abs().max() > 0.1
    axis = torch.tensor([0, 0, 0, 0, math.cos(math.radians(60)), math.sin(math.radians(60))]).double()
    if cone:
        assert (y @ axis).min() >= math.cos(math.radians(45)) - 1e-6


@pytest.mark.parametrize("gap", [0.0, 90.0, 150.0])
def test_the_start_has_the_gap_that_is_asked_for(gap):
    towers = model(dim=32, start_gap=gap)
    generator = torch.Generator().manual_seed(1)
    pixels = torch.randint(0, 256, (40, 1, 8, 8), generator=generator, dtype=torch.uint8)
    bags = Bags(TEXTS).rows(np.arange(40))
    towers.set_start(pixels, bags, generator)
    with torch.no_grad():
        x, y = (torch.nn.functional.normalize(side.mean(0), dim=0) for side in towers.raw(pixels, bags))
    assert math.degrees(math.acos(min(1.0, float(x @ y)))) == pytest.approx(gap, abs=0.1)


def test_only_what_is_to_be_learned_is_learned():
    def learned(**values):
        return sum(len(group["params"]) for group in model(dim=6, **values).groups())

    base = learned()
    assert learned(learn_temperature=True) == base + 1
    assert learned(loss="sigmoid") == base + 1
    assert learned(constraint="cone", cone_degrees=20.0) == base + 1
    assert learned(constraint="hyperplanes", angle_degrees=60.0) == base
    assert learned(constraint="hyperplanes", angle_degrees=60.0, free_angle=True) == base + 1


def test_a_learned_temperature_stays_above_clips():
    towers = model(dim=6, learn_temperature=True)
    with torch.no_grad():
        towers.log_scale += 100
    assert float(towers.temperature.detach()) == pytest.approx(0.01)


def test_the_sigmoid_loss_pair_by_pair():
    rng = np.random.default_rng(0)
    x, y = (torch.from_numpy(v / np.linalg.norm(v, axis=1, keepdims=True)) for v in rng.normal(size=(2, 5, 3)))
    expected = 0.0
    for i in range(5):
        for j in range(5):
            score = (float(x[i] @ y[j]) / 0.5 - 1.5) * (1 if i == j else -1)
            expected += math.log1p(math.exp(-score)) / 5
    found = sigmoid_loss(x, y, torch.tensor(0.5), torch.tensor(-1.5))
    assert float(found) == pytest.approx(expected, rel=1e-12)


def test_bags_are_the_subwords_of_each_text():
    rows = np.array([3, 0, 2, 0])
    buckets, starts = Bags(TEXTS).rows(rows)
    ends = [*starts.tolist()[1:], len(buckets)]
    for row, start, end in zip(rows, starts.tolist(), ends, strict=True):
        assert buckets[start:end].tolist() == subwords(TEXTS[row])
    assert 0 <= buckets.min() <= buckets.max() < BUCKETS
    assert len(subwords("")) > 0


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"dim": 1}, "--dim: got 1; expected an integer of at least 2"),
        ({"temperature": 0.001}, r"--temperature: got 0\.001; expected a number from 0\.01 to 10"),
        ({"temperature": math.nan}, "--temperature: got nan"),
        ({"constraint": "box"}, "--constraint: got 'box'; expected one of none, cone, hyperplanes"),
        ({"constraint": "cone"}, "--cone: got nothing; expected a value with --constraint cone"),
        ({"constraint": "hyperplanes"}, "--angle: got nothing"),
        ({"angle_degrees": 60.0}, r"--angle: got 60\.0 with --constraint none"),
        ({"free_angle": True}, "--free-angle: got True with --constraint none"),
        ({"constraint": "hyperplanes", "angle_degrees": 60.0, "start_gap": 10.0}, "--start-gap: got"),
        ({"noise": 1.5}, r"--noise: got 1\.5; expected a number from 0 to 1"),
        ({"loss": "triplet"}, "--loss: got 'triplet'"),
        ({"epochs": 0}, "--epochs: got 0"),
    ],
)
def test_bad_settings_name_their_option(values, complaint):
    with pytest.raises(InputError, match=complaint):
        Settings(**values)
