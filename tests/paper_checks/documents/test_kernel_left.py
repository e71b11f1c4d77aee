"""docs/kernel-left.md names every settled claim that Rocq does not check, with the reason, and no other."""

from __future__ import annotations

import re

import pytest

from modgap.paper_checks.documents.kernel_left import PATH, WRITTEN, document, reason
from modgap.theory import claim, ledger
from modgap.theory.rocq.standing import kernel
from modgap.theory.verification.record import recorded_status

RECORDED = {name: recorded_status(name) for name in ledger()}


def test_the_page_is_up_to_date():
    assert PATH.read_text(encoding="utf-8") == document(RECORDED)


def test_claims_are_checked_or_listed_once():
    rows = [line for line in document(RECORDED).splitlines() if line.startswith("| ")]
    named = re.findall(r"`([^`]+)`", "".join(rows))
    settled = [name for name, status in RECORDED.items() if status in ("proved", "refuted")]
    assert len(named) == len(set(named))
    assert set(named) == {name for name in settled if kernel(claim(name)) != "rocq"}


@pytest.mark.parametrize(
    ("name", "refuted", "why"),
    [
        ("thm.2.coupling", False, "no definition of a pairing"),
        ("thm.1.sharp", False, WRITTEN),
        ("thm.3.angle", True, WRITTEN),
        ("mcl.limit", False, "no definition of SampleMean"),
    ],
)
def test_reasons(name, refuted, why):
    assert reason(claim(name), refuted) == why
