"""Published statements: the list only grows, and verification falls short of a ledger that departs from it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modgap.theory import ledger
from modgap.theory.verification import published, record
from modgap.theory.verification import run as verify

A, B, C = (f"sha256:{letter * 64}" for letter in "abc")
LIST = published.extended("", {"one": A, "two.half": B, "three": C})
QUICK = "bessel.derivative"


def test_what_is_published_is_found_again():
    assert published.parse(LIST) == {"one": A, "two.half": B, "three": C}
    assert published.parse("") == {}


def test_the_list_only_grows():
    longer = published.extended(LIST, {"one": A, "four": B})
    assert longer.startswith(LIST)
    assert published.extended(longer, {"one": A}) == longer
    with pytest.raises(ValueError, match="one would be published with another statement"):
        published.extended(LIST, {"one": B})


@pytest.mark.parametrize(
    "damage",
    [
        lambda t: t.replace(A, B),
        lambda t: t.replace("two.half", "two.whole"),
        lambda t: "".join(t.splitlines(True)[1:]),
        lambda t: "".join(t.splitlines(True)[::2]),
        lambda t: "".join(t.splitlines(True)[::-1]),
        lambda t: t + t.splitlines(True)[0],
        lambda t: t[:-1],
        lambda t: t.replace("\n", "\n\n", 1),
        lambda t: "# a word\n" + t,
    ],
)
def test_an_edited_list_is_broken(damage):
    with pytest.raises(published.ChainError):
        published.parse(damage(LIST))


@settings(deadline=None)
@given(st.integers(0, len(LIST) - 1), st.characters(codec="utf-8"))
def test_no_letter_can_be_changed(at, letter):
    edited = LIST[:at] + letter + LIST[at + 1 :]
    if edited != LIST:
        with pytest.raises(published.ChainError):
            published.parse(edited)


def test_the_ledger_keeps_what_was_published():
    """The whole of the ledger: no published statement has changed, and none is gone."""
    assert published.published()
    assert published.complaints({name: claim.statement_digest for name, claim in ledger().items()}) == []
    recorded = {name: entry["statement"] for name, entry in record.recorded().items()}
    assert published.complaints(recorded) == []


@pytest.fixture
def own(monkeypatch, tmp_path):
    """Record and list of this test's own, at first as they are."""
    for module in (record, published):
        path = tmp_path / module.PATH.name
        path.write_bytes(module.PATH.read_bytes())
        monkeypatch.setattr(module, "PATH", path)
    record.recorded.cache_clear()
    yield tmp_path
    record.recorded.cache_clear()


def complaints() -> list[str]:
    report = verify.verify([QUICK], "quick")
    assert report["ok"] == ("complaints" not in report)
    return report.get("complaints", [])


def test_nothing_is_said_of_a_record_that_is_as_it_was(own):
    assert complaints() == []


def test_a_published_claim_does_not_vanish_or_change(own):
    now = published.extended(published.PATH.read_text(), {"gone": A})
    published.PATH.write_text(now)
    assert complaints() == ["gone was published and is gone"]
    others = {name: digest for name, digest in published.parse(now).items() if name not in (QUICK, "gone")}
    published.PATH.write_text(published.extended("", {**others, QUICK: B}))
    assert complaints() == [f"{QUICK} was published with another statement; a changed statement takes a new id"]


def test_a_broken_list_is_noticed(own):
    published.PATH.write_text(published.PATH.read_text().replace("sha256:0", "sha256:1", 1))
    (said,) = complaints()
    assert "is not as it was published" in said


def test_a_record_edited_by_hand_is_noticed(own):
    """Record and claim may agree again, as after editing both: the digest that was written with them does not."""
    document = json.loads(record.PATH.read_text())
    document["claims"]["bessel.positive"]["statement"] = A
    record.PATH.write_text(json.dumps(document))
    record.recorded.cache_clear()
    assert complaints() == ["ledger.lock was edited: its entries do not have the digest that it states"]


def test_a_published_claim_is_not_recorded_as_unpublished(own):
    with pytest.raises(ValueError, match=f"{QUICK} is published"):
        record.refuse_restatements({}, [QUICK])
