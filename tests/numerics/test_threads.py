"""The cap on threads: held inside for small problems, and given back."""

import pytest
import threadpoolctl
import torch

from modgap.numerics.threads import SMALL, threads_for


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
