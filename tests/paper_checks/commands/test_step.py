"""`modgap verify ID --step N`: one step again, with an exit status, and refusals that name the argument."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from modgap.paper_checks.cli import _status, cli
from modgap.paper_checks.documents.derivation import numbered
from modgap.theory import claim
from modgap.theory.kernel import rules
from modgap.theory.language.printing import plain
from modgap.theory.outcome import Undecided

NAME = "thm.1.finite"


def run(*args: str) -> str:
    result = CliRunner().invoke(cli, args, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def number_of(name: str, rule: str) -> int:
    return next(n for n, fact in enumerate(numbered(claim(name))[0], start=1) if fact.rule == rule)


@pytest.mark.parametrize("rule", ["identity", "combination", "cite", "compose", "claim"])
def test_a_step_of_each_kind_is_taken_again(rule):
    number = number_of(NAME, rule)
    found = json.loads(run("verify", NAME, "--step", str(number), "--json"))
    fact = numbered(claim(NAME))[0][number - 1]
    assert found["ok"]
    assert found["reason"] == ""
    assert (found["id"], found["step"], found["rule"]) == (NAME, number, rule)
    assert found["of"] == len(numbered(claim(NAME))[0])
    assert found["shows"] == plain(fact.statement)
    assert re.fullmatch(r"theory/infonce/\w+\.py:\d+", found["source"])


def test_people_are_told_and_the_status_is_zero(capsys):
    assert _status(["verify", NAME, "--step", "1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{NAME}, step 1 of ")
    assert said.rstrip().endswith("holds")


def test_a_counterexample_is_a_step(capsys):
    assert _status(["verify", "thm.3.lower_bound", "--step", "1"]) == 0
    assert "counterexample" in capsys.readouterr().out


def test_a_step_that_falls_short_is_told_and_the_status_is_one(monkeypatch, capsys):
    """The engine that made it answers otherwise now."""
    number = number_of(NAME, "identity")
    numbered(claim(NAME))
    monkeypatch.setattr(rules, "show_defined", refuse)
    assert _status(["verify", NAME, "--step", str(number)]) == 1
    assert "FALLS SHORT: not today" in capsys.readouterr().out


def refuse(*_):
    raise Undecided("not today")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([NAME, "--step", "999"], "a step of thm.1.finite, 1 to "),
        ([NAME, "--step", "0"], "a step of thm.1.finite, 1 to "),
        (["thm.2.covariance", "--step", "1"], "thm.2.covariance is open"),
        (["--step", "1"], "one ID beside it, not 0"),
        ([NAME, "cor.1", "--step", "1"], "one ID beside it, not 2"),
        ([NAME, "--step", "1", "--record"], "it without --record"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(args, said, capsys):
    assert _status(["verify", *args]) == 2
    message = capsys.readouterr().err
    assert "--step" in message
    assert said in message
    assert message.count("\n") == 1


def test_the_numbers_are_those_of_the_page():
    document = json.loads(run("derive", NAME, "--format", "json"))
    steps = next(part for part in document["claims"] if part["id"] == NAME)["steps"]
    assert len(steps) == len(numbered(claim(NAME))[0])
    assert [step["rule"] for step in steps] == [fact.rule for fact in numbered(claim(NAME))[0]]
    assert all(re.fullmatch(r"theory/[\w/]+\.py:\d+", step["source"]) for step in steps)
