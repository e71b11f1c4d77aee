"""The cap on threads: held inside for small problems, and given back; work spread over as many as are allowed."""

import threading

import numpy as np
import pytest
import threadpoolctl
import torch

from modgap.numerics.embeddings.metrics import uniformity_of
from modgap.numerics.embeddings.retrieval import both_ranks
from modgap.numerics.threads import SMALL, spread, threads_for


def threads():
    return {info["num_threads"] for info in threadpoolctl.threadpool_info()}, torch.get_num_threads()


@pytest.fixture
def three_threads():
    before = torch.get_num_threads()
    with threadpoolctl.threadpool_limits(3):
        torch.set_num_threads(3)
        yield
        torch.set_num_threads(before)


@pytest.mark.usefixtures("three_threads")
def test_small_problems_have_one_thread_and_large_ones_what_there_was():
    before = threads()
    assert before[1] == 3
    with threads_for(500 * 512):
        assert threads() == ({1}, 1)
    assert threads() == before
    with threads_for(SMALL + 1):
        assert threads() == before
    with pytest.raises(ZeroDivisionError), threads_for(1):
        _ = 1 / 0
    assert threads() == before


@pytest.mark.usefixtures("three_threads")
def test_work_is_spread_over_the_threads_allowed_with_one_for_linear_algebra_in_each():
    before, meeting = threads(), threading.Barrier(3)

    def work(part):
        meeting.wait(20)  # a single thread would wait here in vain
        limits = {info["num_threads"] for info in threadpoolctl.threadpool_info() if info["user_api"] == "blas"}
        return part, threading.get_ident(), limits

    found = list(spread(work, range(3)))
    assert [part for part, _, _ in found] == [0, 1, 2]
    assert len({thread for _, thread, _ in found}) == 3
    assert all(limits == {1} for _, _, limits in found)
    assert threads() == before
    with threadpoolctl.threadpool_limits(1):
        assert list(spread(lambda _: threading.get_ident(), [0, 1])) == [threading.get_ident()] * 2


@pytest.mark.usefixtures("three_threads")
def test_an_error_in_one_part_ends_the_others_and_gives_the_threads_back():
    before, begun = threads(), []

    def work(part):
        begun.append(part)
        if part == 0:
            raise ZeroDivisionError
        return part

    with pytest.raises(ZeroDivisionError):
        list(spread(work, range(10_000)))
    assert len(begun) < 10_000
    assert threads() == before


@pytest.mark.usefixtures("three_threads")
def test_few_entries_begin_no_threads():
    """To begin threads takes longer than a small matrix does; who asks a thousand times would wait for nothing else."""
    here = threading.get_ident()
    assert set(spread(lambda _: threading.get_ident(), range(5), entries=100)) == {here}
    assert here not in set(spread(lambda _: threading.get_ident(), range(5)))


def test_results_do_not_depend_on_the_number_of_threads():
    rng = np.random.default_rng(0)
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in rng.normal(size=(2, 2100, 5)))
    found = []
    for count in (1, 2, 5):
        with threadpoolctl.threadpool_limits(count):
            found.append((uniformity_of(x), *(ranks.tolist() for ranks in both_ranks(x, y, np.arange(len(x))))))
    assert found[0] == found[1] == found[2]
