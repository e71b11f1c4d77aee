"""Experiments on made-up models: verdicts follow figures, predictions are the theory's, the page."""

import math

import numpy as np
import pytest

from modgap.paper_checks.experiments import bounds, gaps
from modgap.paper_checks.experiments.page import page
from modgap.paper_checks.experiments.plan import ANGLES, FAMILIES, SEEDS, TEMPERATURES
from modgap.paper_checks.experiments.results import AGREE, CANNOT_TELL, DISAGREE, Result, seeded
from modgap.paper_checks.training.run import Trained

SEEN = {
    "excess": 2.0, "loss_minus_2logN": -1.0, "gap_degrees": 5.0, "image_mean": 0.1, "text_mean": 0.1,
    "paired_cosine": 0.5, "image_to_text": 0.4, "text_to_image": 0.4,
}  # fmt: skip


def seen(**changes):
    figures = {f"{part}/{key}": {**SEEN, **changes}[key] for part in ("training", "held-out") for key in SEEN}
    return figures | {"temperature": changes.get("temperature", 0.1), "angle_degrees": changes.get("angle", 60.0)}


def models(**changes):
    """Three models that differ by a little, as those of three seeds do."""
    out = []
    for seed in SEEDS:
        figures = {key: value * (1 + 1e-3 * seed) for key, value in seen(**changes).items()}
        record = {"history": [figures], "data": {"pairs": 7342, "sources": {"a": "A"}}}
        out.append(Trained(None, {}, record))
    return out


@pytest.fixture
def runs():
    return {name: models() for name in FAMILIES}


def test_intervals_are_students():
    found = seeded([1.0, 2.0, 3.0])
    assert found.mean == 2
    assert found.interval.high - 2 == pytest.approx(4.302653 / math.sqrt(3), rel=1e-6)
    assert found.text(".1f") == "2.0 [-0.5, 4.5]"
    part = seeded([1.0, None, 3.0])
    assert (part.mean, part.undefined) == (2.0, 1)
    assert "(1 undefined)" in part.text(".1f")
    assert seeded([None]).text(".1f") == "undefined"
    assert math.isinf(seeded([1.0]).interval.high)


def test_one_crossing_of_the_bound_anywhere_is_seen(runs):
    assert bounds.bound(runs).verdict == AGREE
    runs["wide"][1].record["history"].insert(0, seen(excess=-1e-3))
    found = bounds.bound(runs)
    assert found.verdict == DISAGREE
    assert found.figures["least_excess"] == -1e-3
    assert "The bound is crossed" in found.sentence


@pytest.mark.parametrize(
    ("dim", "beta", "stable", "unstable"), [(2, 5, 0.195, 0.205), (2, 20, 0.049, 0.052), (3, 4, 0.34, 0.36)]
)
def test_the_threshold_of_noise_lies_between_what_the_optimiser_saw(dim, beta, stable, unstable):
    assert stable < bounds.noise_threshold(dim, 1 / beta) < unstable


def test_noise_makes_cones_only_where_means_grow(runs):
    assert bounds.noise(runs).verdict == CANNOT_TELL
    runs["noise-0.5"] = models(image_mean=0.8)
    assert bounds.noise(runs).verdict == AGREE
    runs["noise-0.5"] = models(image_mean=0.01)
    assert bounds.noise(runs).verdict == DISAGREE
    runs["noise-0.5"] = models(image_mean=0.8, gap_degrees=120.0)
    assert bounds.noise(runs).verdict != AGREE


def test_a_learned_temperature_is_held_against_its_prediction(runs):
    for rate in bounds.NOISE:
        predicted = float(bounds.inverse_iv_ratio(1.0, 1 - rate))
        runs[f"learned-noise-{rate:g}"] = models(temperature=1 / predicted / 1.001)
    assert bounds.learned_temperature(runs).verdict == AGREE
    for rate in bounds.NOISE:
        runs[f"learned-noise-{rate:g}"] = models(temperature=0.01)
    assert bounds.learned_temperature(runs).verdict == DISAGREE


def test_cones_that_close_those_that_are_trapped_and_what_the_theory_says_of_them(runs):
    """At τ = 0.05 cones of 30° are concentrated enough for a trap, at τ = 0.5 they are not (`thm.2.trap`)."""
    trapped, free = (
        {"image_mean": 0.87, "text_mean": 0.87, "gap_degrees": 172.0},
        {"image_mean": 0.87, "text_mean": 0.87, "gap_degrees": 2.0},
    )
    runs["cone-t0.05"], runs["cone-t0.5"] = models(**trapped), models(**free)
    found = gaps.cone(runs)
    assert found.verdict == AGREE
    assert [row[1] for row in found.rows] == ["a trap", "none"]
    runs["cone-t0.5"] = models(**trapped)
    assert gaps.cone(runs).verdict == DISAGREE


def test_temperature_has_an_effect_where_intervals_part(runs):
    assert gaps.temperature(runs).verdict == CANNOT_TELL
    runs[f"free-t{TEMPERATURES[0]:g}"] = models(image_mean=0.9, gap_degrees=80.0)
    assert gaps.temperature(runs).verdict == AGREE


# --- measures of embeddings ------------------------------------------------------------------------------------------


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def on_planes(spread, degrees, temperature, independent=False, pairs=1500):
    """Return a model with centres e_A and e_B of two hyperplanes of R^8, u and heights of one law."""
    rng = np.random.default_rng(0)
    law = rng.normal(size=(2, pairs, 7)) * spread + np.eye(7)[-1]
    x = unit(law[0])
    y = unit(law[1]) if independent else x
    angle = math.radians(degrees)
    images = np.hstack([x, np.zeros((pairs, 1))])
    texts = np.hstack([y[:, :-1], y[:, -1:] * math.cos(angle), y[:, -1:] * math.sin(angle)])
    history = [seen(angle=degrees, temperature=temperature)]
    return Trained(None, {"training": (images.astype(np.float32), texts.astype(np.float32))}, {"history": history})


@pytest.mark.parametrize("degrees", [10.0, 60.0])
@pytest.mark.parametrize("temperature", [0.2, 0.5])
def test_concentrated_laws_prefer_the_angle_of_the_theory(degrees, temperature):
    """arccos τ for concentrated laws, whatever the angle at which they are found."""
    found = gaps.best_angle(on_planes(0.05, degrees, temperature))
    assert found == pytest.approx(math.degrees(math.acos(temperature)), abs=2)


def test_laws_whose_heights_say_nothing_of_the_pair_prefer_a_right_angle():
    assert gaps.best_angle(on_planes(0.1, 30.0, 0.2, independent=True)) > 80


def test_folded_angles():
    assert [gaps.folded(a) for a in (0, 80, 100, 180, 190, -20, 365)] == [0, 80, 80, 0, 10, 20, 5]


def test_an_orthogonal_gap_is_not_closed_and_one_within_the_spans_is():
    """F2: a gap orthogonal to all that varies is not seen by the loss."""
    rng = np.random.default_rng(0)
    u = unit(rng.normal(size=(400, 6)))
    u = unit(np.vstack([u, -u]))

    def model(x, y):
        sides = (unit(x).astype(np.float32), unit(y).astype(np.float32))
        return Trained(None, {"training": sides}, {"history": [seen(temperature=0.1)]})

    zero, one = np.zeros((800, 1)), np.ones((800, 1))
    apart = gaps.closing_gradient(model(np.hstack([u, one, zero]), np.hstack([u, zero, one])))
    within = gaps.closing_gradient(model(u + 0.7 * np.eye(6)[0], u + 0.7 * np.eye(6)[1]))
    assert apart < 1e-9
    assert within > 1e-3


def test_every_family_is_named_apart_and_three_seeds_each():
    assert len(SEEDS) >= 3
    settings = [family.settings for family in FAMILIES.values()]
    assert len(set(settings)) == len(settings)
    assert {s.angle_degrees for s in settings if s.constraint == "hyperplanes"} == set(ANGLES)


def test_the_page_has_every_answer_with_its_table(runs):
    result = Result("a", "Is it so?", ("thm.1", "frontier F2"), CANNOT_TELL, "Perhaps.", ("τ", "x"), [("1", "2")], {})
    text = page([result], runs)
    assert "| [Is it so?](#is-it-so) | cannot tell |" in text
    assert "## Is it so?\n\n**Theory and experiment: cannot tell.** Perhaps." in text
    assert "| τ | x |\n| --- | --- |\n| 1 | 2 |" in text
    assert "Claims: `thm.1`, frontier F2." in text
