"""How to get what an extra brings: by the place that modgap came from, never by a name that an index may not have."""

from __future__ import annotations

import json

import pytest

from modgap import extras


class Installed:
    """A distribution of which pip has noted so much."""

    def __init__(self, noted):
        self.noted = noted

    def read_text(self, name):
        assert name == "direct_url.json"
        return self.noted


def installing(monkeypatch, noted):
    monkeypatch.setattr(extras, "distribution", lambda name: Installed(noted))
    return extras.installing("figures")


def test_a_checkout_and_a_wheel_are_named_by_their_place(monkeypatch, tmp_path):
    place = tmp_path / "a clone"
    place.mkdir()
    noted = {"url": place.as_uri(), "dir_info": {"editable": True}}
    assert installing(monkeypatch, json.dumps(noted)) == f"pip install -e '{place}[figures]'"
    del noted["dir_info"]
    assert installing(monkeypatch, json.dumps(noted)) == f"pip install '{place}[figures]'"


def test_a_place_that_is_gone_is_not_named(monkeypatch, tmp_path):
    gone = tmp_path / "modgap-0.1.0-py3-none-any.whl"
    said = installing(monkeypatch, json.dumps({"url": gone.as_uri(), "archive_info": {}}))
    assert said.startswith("pip install 'FILE[figures]', where FILE is")
    assert str(tmp_path) not in said


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        (
            {"url": "https://example.org/modgap", "vcs_info": {"vcs": "git", "commit_id": "0123abc"}},
            "pip install 'modgap[figures] @ git+https://example.org/modgap@0123abc'",
        ),
        (
            {"url": "https://example.org/modgap-0.1.0.whl", "archive_info": {}},
            "pip install 'modgap[figures] @ https://example.org/modgap-0.1.0.whl'",
        ),
    ],
)
def test_an_address_is_named_as_it_was_given(monkeypatch, noted, said):
    assert installing(monkeypatch, json.dumps(noted)) == said


@pytest.mark.parametrize("noted", [None, "", "no JSON"])
def test_the_name_alone_is_for_what_came_from_an_index(monkeypatch, noted):
    assert installing(monkeypatch, noted) == "pip install 'modgap[figures]'"
