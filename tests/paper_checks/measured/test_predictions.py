"""The answers on pairs that the theory describes exactly, on pairs that it does not, and on the page."""

import dataclasses

import numpy as np
import pytest

from modgap.paper_checks.measured import alignment as alignment_checks
from modgap.paper_checks.measured import answers
from modgap.paper_checks.measured import collapse as collapse_checks
from modgap.paper_checks.measured.alignment import isometry, projection
from modgap.paper_checks.measured.collapse import collapse, smallest_angle
from modgap.paper_checks.measured.page import PAGE, with_answers
from modgap.paper_checks.measured.pairs import Pairs, sample_pairs
from modgap.paper_checks.measured.phase import phase, preferred
from modgap.paper_checks.measured.predictions import document, text
from modgap.paper_checks.measured.ranks import seen
from tests.paper_checks.synthetic import hyperplane_pairs


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(collapse_checks, "ROTATIONS", 4)
    monkeypatch.setattr(collapse_checks, "ISOTROPIC_DRAWS", 4)
    monkeypatch.setattr(alignment_checks, "SPLITS", 4)
    monkeypatch.setattr(answers, "DRAWS", 100)
    answers.mean_intervals.cache_clear()


@pytest.fixture(scope="module")
def exact():
    return hyperplane_pairs()


@pytest.fixture(scope="module")
def noise():
    """Rows about two unrelated directions, pairs with nothing in common."""
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((2, 160, 12)) + 2 * np.eye(12)[:2, None]
    return Pairs(*(rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y)), "noise", "none")


def test_hyperplanes_are_seen_and_their_shared_directions_are_no_surprise(quick, exact):
    answer = collapse(exact)
    assert answer.sentence.startswith("In part: ")
    assert "each lies in a hyperplane exactly" in answer.sentence
    position = answer.figures["position"]
    # Two hyperplanes of 12 dimensions share 10 directions wherever they lie.
    assert position["shared_dimension"] == 10
    assert position["shared_dimension_rotated"] == [10, 10]
    assert "no more than by chance" in answer.details[-1]


def test_no_collapse_is_said(quick, noise):
    answer = collapse(noise)
    assert answer.sentence.startswith("No: ")
    assert "not both lie in hyperplanes exactly" in answer.sentence


def test_few_rows_cannot_answer(quick):
    assert "it cannot be told" in collapse(hyperplane_pairs(dim=20, count=16)).sentence


def test_gap_is_the_smallest_angle_of_hyperplanes(quick, exact):
    answer = smallest_angle(exact)
    assert answer.sentence.startswith("Yes: the gap is 60.00°")
    assert answer.figures["smallest_nonzero_degrees"]["0.99"] == pytest.approx(60, abs=1e-6)
    assert answer.figures["centre_to_other_subspace_degrees"]["image"] == pytest.approx(60, abs=1e-6)


def test_gap_of_other_pairs_is_not(quick):
    # The same hyperplanes, but images moved along C: the gap is no longer the angle.
    pairs = hyperplane_pairs()
    images = pairs.images + 1.5 * np.eye(12)[0]
    moved = dataclasses.replace(pairs, images=images / np.linalg.norm(images, axis=1, keepdims=True))
    assert smallest_angle(moved).sentence.startswith("No: ")


def test_phase_of_the_pairs(quick, exact):
    # In 12 dimensions at κ = 6 and β = 100 a shared centre is better; at τ = 1 the paper's centres are.
    assert phase(exact).sentence.startswith("Outside of the region of the paper")
    warm = phase(dataclasses.replace(exact, temperature=1.0))
    assert warm.sentence.startswith("Where the paper has its optimum: at β = 1 ")
    assert warm.figures["places"]["gap"]["gap_degrees"] == pytest.approx(60)
    assert 1 < warm.figures["places"]["gap"]["beta_limit"] < 100
    low, high = warm.figures["kappa_intervals"]["image"]
    assert low < warm.figures["kappa"]["image"] < high


def test_the_preferred_angle_follows_the_temperature(quick, exact):
    cold, hot = preferred(exact), preferred(dataclasses.replace(exact, temperature=1.0))
    assert cold.figures["gap_degrees"] == hot.figures["gap_degrees"] == pytest.approx(60)
    assert hot.figures["preferred_degrees"] == 0.0
    assert "is least at an angle of 0.0°; the gap is 60.0°" in hot.sentence
    assert cold.figures["limit_degrees"] == pytest.approx(89.427, abs=1e-3)


def tilted(along):
    """Pairs of a gap along one axis, of these lengths for texts, and of unit length with what varies."""
    u = np.random.default_rng(0).standard_normal((160, 4))
    u /= np.linalg.norm(u, axis=1, keepdims=True)
    # With its opposite each row has mean 0, so that the gap direction is the first axis.
    u, along = np.concatenate([u, -u]), np.concatenate([along, along])
    images = np.column_stack([np.full(320, -0.6), 0.8 * u])
    texts = np.column_stack([along, np.sqrt(1 - along**2)[:, None] * u])
    return Pairs(images, texts, "a gap", "none")


def test_ranks_see_nothing_of_a_constant_gap():
    answer = seen(tilted(np.full(160, 0.6)))
    assert answer.sentence.startswith("Of the variance of all scores 0.0 % (over random halves [0.0, 0.")
    assert answer.figures["recall_at_1"] == answer.figures["recall_at_1_without"]
    assert answer.figures["gap_share"] == pytest.approx(0, abs=1e-12)


def test_ranks_see_the_offsets_of_what_is_ranked():
    along = np.linspace(0.1, 0.9, 160)
    figures = seen(tilted(along)).figures
    # Images all lie −0.6 along the gap: what varies there are offsets of texts, of variance 0.36 Var(along).
    assert figures["gap_shares"] == pytest.approx({"row": 0, "column": 1, "pair": 0}, abs=1e-9)
    whole = np.var(np.multiply.outer(np.full(320, -0.6), np.concatenate([along, along])) + (
        tilted(along).images[:, 1:] @ tilted(along).texts[:, 1:].T))  # fmt: skip
    assert figures["moving"]["image_to_text"] == pytest.approx(0.36 * np.var(along) / whole)
    assert figures["moving"]["text_to_image"] == pytest.approx(0, abs=1e-12)
    assert figures["recall_at_1"]["text_to_image"] == figures["recall_at_1_without"]["text_to_image"]


def test_isometry_holds_or_not(quick, exact, noise):
    assert isometry(exact).sentence.startswith("Not violated: x·c_x and y·c_y differ by 0.000")
    answer = isometry(noise)
    assert answer.sentence.startswith("Violated: ")
    assert "no nearer to isometry" in answer.details[0]
    assert answer.figures["correlation_interval"][0] < 0 < answer.figures["correlation_interval"][1]


def test_projection_of_pairs_of_the_theory_costs_nothing(quick, exact):
    answer = projection(exact)
    assert "raises the paired cosine and does not cost recall throughout" in answer.sentence
    setting = answer.figures["settings"][0]
    assert setting["shared_dimension"] == [10, 10]
    before = answer.figures["before"]
    assert setting["paired_cosine_change"] == pytest.approx([1 - before["paired_cosine"]] * 2, abs=0.02)


def test_projection_without_shared_directions_says_so(quick, noise, monkeypatch):
    few = dataclasses.replace(noise, images=noise.images[:8], texts=noise.texts[:8])
    monkeypatch.setattr(alignment_checks, "SETTINGS", ((0.9, 1e-6, None),))
    answer = projection(few)
    assert answer.sentence == "It applies at none of the settings."
    assert "applies to 0 of 4 splits" in answer.details[0]


def test_document_and_text_say_the_same(quick, exact):
    found = [isometry(exact)]
    assert document(exact, found)["answers"]["isometry"]["answer"] in text(exact, found)
    assert document(exact, found)["data"] == "two hyperplanes"


# --- the page --------------------------------------------------------------------------------------------------------


@pytest.mark.real_data
@pytest.mark.parametrize("question", [smallest_angle, phase, preferred, seen, isometry, projection])
def test_page_has_this_answer(question):
    answers.mean_intervals.cache_clear()
    answer, page = question(sample_pairs()), PAGE.read_text(encoding="utf-8")
    for line in (f"**{answer.question}** {answer.sentence}", *(f"* {detail}" for detail in answer.details)):
        assert f"{line}\n" in page


@pytest.mark.slow
def test_page_has_all_answers_and_no_others():
    from modgap.paper_checks.measured.predictions import answers as answer_all

    answers.mean_intervals.cache_clear()
    pairs, page = sample_pairs(), PAGE.read_text(encoding="utf-8")
    assert with_answers(page, text(pairs, answer_all(pairs))) == page


def test_page_without_markers_is_refused():
    with pytest.raises(ValueError, match="expected the markers"):
        with_answers("no markers", "")
