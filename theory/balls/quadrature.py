"""Integrals along a segment by Arb, with the errors of the integrand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import acb


def integral(function: Callable[[acb, bool], acb], low: acb, high: acb, **options: Any) -> acb:
    """Return a ball that contains the integral, or raise what the integrand raised first.

    python-flint goes on where an integrand raises, and fails in the end without saying of what.
    """
    raised: list[BaseException] = []

    def guarded(t: acb, analytic: bool) -> acb:
        if not raised:
            try:
                return function(t, analytic)
            except BaseException as error:  # an interrupt too
                raised.append(error)
        return acb("nan")

    value = acb.integral(guarded, low, high, **options)
    if raised:
        raise raised[0]
    return value
