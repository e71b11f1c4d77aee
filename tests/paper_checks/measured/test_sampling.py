"""Random rows: how many, which, and the seed."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.paper_checks.measured.sampling import MOST_PAIRS, SAMPLE_PAIRS, sampled_rows, unit_pairs_of


def test_all_rows_up_to_the_limit_and_a_sample_above():
    few, many = np.arange(MOST_PAIRS), np.arange(MOST_PAIRS + 1)
    assert sampled_rows(few, None, 0, "--n") is few
    drawn = sampled_rows(many, None, 0, "--n")
    assert len(np.unique(drawn)) == SAMPLE_PAIRS
    assert (np.diff(drawn) > 0).all()
    np.testing.assert_array_equal(drawn, sampled_rows(many, None, 0, "--n"))
    assert (drawn != sampled_rows(many, None, 1, "--n")).any()


def test_sample_is_of_the_rows_given():
    rows = np.arange(100, 200, 2)
    assert set(sampled_rows(rows, 20, 0, "--n")) < set(rows)
    assert sampled_rows(rows, 50, 0, "--n") is rows


def test_bad_size():
    with pytest.raises(InputError, match=r"^--n: got 1; expected an integer of at least 2"):
        sampled_rows(np.arange(9), 1, 0, "--n")


def test_rows_come_at_length_one():
    x, y = np.random.default_rng(0).normal(size=(2, 9, 3)).astype(np.float16)
    first, second = unit_pairs_of(x, y, np.array([2, 5]))
    np.testing.assert_allclose(first, x[[2, 5]] / np.linalg.norm(x[[2, 5]].astype(float), axis=1, keepdims=True))
    np.testing.assert_allclose(np.linalg.norm(second, axis=1), 1)
