"""The JSON Schemas are valid, hold for what the commands print, and reject what is not of that form."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from modgap.paper_checks.cli import cli
from modgap.paper_checks.documents.schemas import NAMES, schema

PROVED, REFUTED = "bessel.derivative", "thm.1.separate"


def printed(*args: str) -> Any:
    result = CliRunner().invoke(cli, args, standalone_mode=False)
    if result.exception:
        raise result.exception
    return json.loads(result.stdout)


@cache
def verification() -> Any:
    return printed("verify", PROVED, REFUTED, "--level", "quick", "--jobs", "1", "--json")


@cache
def part_of_the_ledger() -> Any:
    return printed("derive", PROVED, REFUTED, "vmf.mgf", "--format", "json")


@cache
def optimisation() -> Any:
    return printed("optimize", "--constraint", "none", "--dim", "3", "--pairs", "4", "--temperature", "1",
                   "--starts", "1", "--device", "cpu", "--json")  # fmt: skip


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    draw = np.random.default_rng(1)
    path = tmp_path_factory.mktemp("pairs") / "pairs.npy"
    rows = draw.normal(size=(2, 30, 4))
    np.save(path, rows / np.linalg.norm(rows, axis=-1, keepdims=True))
    return {
        "ledger": part_of_the_ledger(),
        "verify": verification(),
        "gap": printed("gap", str(path), "--json", "--bootstrap", "20"),
        "optimize": optimisation(),
        "test": printed("test", PROVED, "--examples", "3", "--json"),
    }


def problems(name: str, document: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(document)]


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_and_says_what_it_is_of(name):
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema(name)["title"].startswith("modgap ")


@pytest.mark.parametrize("name", NAMES)
def test_what_the_command_prints_is_of_the_form(name, outputs):
    assert problems(name, outputs[name]) == []


def places(document: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value that is a member of an object, but for the open detail of evidence."""
    if isinstance(document, dict):
        for key, value in document.items():
            yield (*path, key)
            if key != "detail":
                yield from places(value, (*path, key))
    elif isinstance(document, list):
        # Like members are of one form: the first and the last stand for all.
        for index in sorted({0, len(document) - 1} & set(range(len(document)))):
            yield from places(document[index], (*path, index))


def changed(document: Any, path: tuple[Any, ...], change: Any) -> Any:
    out = copy.deepcopy(document)
    holder = out
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return out


#: Members that a schema leaves open: `gap` and `optimize` may say more than the contract.
OPEN = {
    "gap": {"intervals"},
    "optimize": {"constraint", "dim", "pairs", "temperature", "concentration", "angle_degrees", "loss_of",
                 "gradient_norm", "starts", "theorem", "met", "words"},
}  # fmt: skip


#: What is there only where it has something to say; counts by rule have as many members as rules were used.
OPTIONAL = {"part"}


@pytest.mark.parametrize("name", NAMES)
def test_a_member_that_is_missing_or_of_another_type_is_rejected(name, outputs):
    document = outputs[name]
    tried = 0
    for path in places(document):
        if path[0] in OPEN.get(name, ()):
            continue
        tried += 1
        if path[-1] not in OPTIONAL and "rules" not in path[:-1]:
            assert problems(name, changed(document, path, lambda holder, key: holder.pop(key))), f"{path} dropped"
        wrong = changed(document, path, lambda holder, key: holder.update({key: {"another": [1]}}))
        assert problems(name, wrong) or path[-1] == "detail", f"{path} of another type"
    assert tried > 8


def of_claim(number: int, **members: Any) -> Any:
    return lambda document: document["claims"][number].update(members)


UNTRUE = {
    ("verify", "ok though it differs"): of_claim(0, changes=["status was open, is proved"]),
    ("verify", "not ok though it does not differ"): of_claim(0, ok=False),
    ("verify", "all ok though one is not"): of_claim(0, ok=False, changes=["status was open, is proved"]),
    ("verify", "a cached failure"): lambda d: (
        d.update(ok=False),
        of_claim(0, ok=False, changes=["x"], cached=True)(d),
    ),
    ("verify", "refuted without a counterexample"): of_claim(0, status="refuted"),
    ("verify", "proved by a counterexample"): of_claim(1, status="proved"),
    ("verify", "open with a proof"): of_claim(0, status="open"),
    ("verify", "no evidence"): of_claim(0, evidence=[]),
    ("verify", "an unknown status"): of_claim(0, status="true"),
    ("verify", "no such relation"): of_claim(0, relation="theirs"),
    ("verify", "time before the start"): of_claim(0, seconds=-1),
    ("verify", "no claims"): lambda document: document.update(claims=[]),
    ("verify", "no digest"): lambda document: document.update(digest="md5:0"),
    ("verify", "a member more"): lambda document: document.update(extra=1),
    ("verify", "ok with a complaint"): lambda document: document.update(complaints=["ledger.lock was edited"]),
    ("ledger", "proved without a step"): of_claim(0, steps=[]),
    ("ledger", "refuted with steps"): lambda d: of_claim(1, steps=d["claims"][0]["steps"])(d),
    ("ledger", "an id that is none"): of_claim(0, id="Theorem 1"),
    ("ledger", "unrecorded as computed"): of_claim(0, computed_status="unrecorded"),
    ("ledger", "a member more"): of_claim(0, extra=1),
    ("gap", "a cosine of 2"): lambda document: document.update(paired_cosine=2),
    ("gap", "recall of 3"): lambda document: document["recall"]["image_to_text"].update({"1": 3}),
    ("gap", "an obtuse principal angle"): lambda document: document.update(principal_angles_degrees=[91]),
    ("optimize", "one mean"): lambda document: document.update(mean_norms=[0.5]),
    ("optimize", "another device"): lambda document: document.update(device="abacus"),
}


@pytest.mark.parametrize("case", UNTRUE, ids=lambda case: f"{case[0]}: {case[1]}")
def test_what_contradicts_itself_is_rejected(case, outputs):
    document = copy.deepcopy(outputs[case[0]])
    UNTRUE[case](document)
    assert problems(case[0], document)


def test_the_ledger_has_no_loose_ends(outputs):
    claims = {claim["id"]: claim for claim in outputs["ledger"]["claims"]}
    assert set(claims) >= {PROVED, REFUTED, "vmf.mgf", "sphere.mgf"}
    for claim in claims.values():
        assert set(claim["depends"]) <= set(claims)
        assert claim["computed_status"] == claim["status"]
        for step in claim["steps"]:
            assert all(number < step["number"] for number in step["uses"])
