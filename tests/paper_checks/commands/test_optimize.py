"""`modgap optimize` from the outside: JSON of the contract, verdicts in words, exit statuses, one-line messages."""

import json
import math
import re
from pathlib import Path

import pytest
import torch

from modgap.numerics.contrastive.loss import theorem1_bound
from modgap.numerics.contrastive.optimize import Geometry, Minimum
from modgap.paper_checks.cli import main
from modgap.paper_checks.searches import optimum
from modgap.paper_checks.searches.optimum import Problem, solve

KEYS = [
    "loss", "loss_minus_2logN", "bound", "excess", "gap_degrees", "mean_norms", "pair_distance_max", "iterations",
    "converged", "device", "seed",
]  # fmt: skip


@pytest.fixture
def modgap(capsys):
    """Run the command line in this process; return (exit status, stdout, stderr)."""

    def run(*args):
        with pytest.raises(SystemExit) as caught:
            main(["optimize", *(str(arg) for arg in args)])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return run


NONE = ["--constraint", "none", "--dim", 2, "--pairs", 10, "--temperature", 2, "--starts", 1, "--device", "cpu"]


def test_json_has_the_keys_of_the_contract(modgap):
    status, out, err = modgap(*NONE, "--seed", 3, "--json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert list(found)[: len(KEYS)] == KEYS
    assert found["loss"] == pytest.approx(found["loss_minus_2logN"] + 2 * math.log(10))
    assert found["bound"] == theorem1_bound(2, 2.0)
    assert found["excess"] == pytest.approx(found["loss_minus_2logN"] - found["bound"], abs=1e-15)
    assert 0 <= found["excess"] < 1e-6
    assert found["gap_degrees"] is None
    assert found["pair_distance_max"] < 1e-5
    assert (found["seed"], found["device"], found["converged"], found["met"]) == (3, "cpu", True, True)
    assert json.loads(modgap(*NONE, "--seed", 3, "--json")[1]) == found


def test_words_for_people(modgap):
    status, out, _ = modgap(*NONE)
    assert status == 0
    assert "undefined: a mean vanishes" in out
    assert "Theorem 1: no 10 pairs have L_N - 2 log N below" in out
    assert out.endswith("As the theory says (thm.1.finite).\n")


def test_stopped_early_is_consistent_with_a_lower_bound(modgap):
    status, out, _ = modgap(*NONE, "--max-iterations", 2)
    assert status == 0
    assert "Not reached" in out
    assert out.endswith("Search not converged; consistent with the theorem (thm.1.finite).\n")
    status, out, _ = modgap(*NONE, "--max-iterations", 2, "--json")
    found = json.loads(out)
    assert (status, found["met"], found["finding"], found["converged"]) == (0, False, "undecided", False)


def test_claims_that_are_named_exist_and_are_not_refuted():
    recorded = json.loads((Path(optimum.__file__).parents[2] / "theory" / "ledger.lock").read_text())["claims"]
    source = Path(optimum.__file__).read_text()
    named = set(re.findall(r"thm\.[0-9][\w.]*[a-z0-9]", source)) - {"thm.3.centre"}
    assert len(named) > 8
    assert named <= set(recorded)
    assert {recorded[name]["status"] for name in named} <= {"proved", "certified"}


CONE = {"constraint": "cone", "dim": 3, "pairs": 60, "temperature": 0.1, "concentration": 20.0, "starts": 4}
SPACE = {"constraint": "subspace", "dim": 3, "pairs": 60, "temperature": 0.1, "angle": 60.0, "starts": 2}


@pytest.mark.parametrize(
    ("problem", "gap", "phrase"),
    [
        (Problem("none", 6, 5, 0.5, starts=1), None, "the regular simplex's value"),
        (Problem("none", 6, 20, 0.5, starts=1), "any", "too few to reach it"),
        (Problem(**CONE), 0, "ended in the trap"),
        (Problem(**CONE, centres=True), 0, "4 closed the gap"),
        (Problem(**{**CONE, "dim": 16, "temperature": 0.5}), 0, "4 closed the gap, 0 ended in the trap"),
        (Problem(**{**CONE, "dim": 64, "pairs": 12, "temperature": 0.01}), "any", "at its floor"),
        (Problem(**SPACE, concentration=30.0), 60, "centres orthogonal to C, gap 60°"),
        (Problem(**{**SPACE, "angle": 85.0, "temperature": 0.01}, concentration=3.0), 0, "centres in C, gap"),
        (Problem(**SPACE, concentration=5.0, centres=True), 0, "is not the minimum"),
        (Problem(**{**SPACE, "dim": 4, "pairs": 20, "temperature": 1.0}), None, "collapse onto C"),
        (Problem(**{**SPACE, "dim": 4, "pairs": 20, "temperature": 0.5}), "any", "leave C"),
    ],
    ids=lambda value: value.constraint if isinstance(value, Problem) else "",
)
def test_results_are_what_the_theory_says(problem, gap, phrase):
    report = solve(problem, "cpu")
    assert report.met, report.words
    assert phrase in " ".join(report.words)
    found = report.document()["gap_degrees"]
    if gap != "any":
        assert found is None if gap is None else found == pytest.approx(gap, abs=0.01)


def planted(losses, shapes, converged=True):
    """A result as if a search had found it, with nothing behind it."""
    n = len(losses)
    minimum = Minimum(torch.zeros(n, 2, 3, 3), torch.tensor(losses), torch.zeros(n), torch.ones(n).long(),
                      torch.full((n,), converged))  # fmt: skip
    return losses, shapes, minimum


def judge(problem):
    return optimum._judge(problem, torch.device("cpu"))


ALIGNED = Geometry(None, (0.0, 0.0), 0.0)


@pytest.mark.parametrize(
    ("above", "converged", "finding"),
    [(1e-9, False, "met"), (-1e-3, True, "short"), (-1e-3, False, "short"), (1e-3, False, "undecided"),
     (5.0, True, "undecided")],
)  # fmt: skip
def test_verdict_without_constraint_has_teeth(above, converged, finding):
    """Below the bound falls short; stopped early, or worse than random aligned points, shows nothing."""
    problem = Problem("none", 2, 30, 1.0)
    bound = theorem1_bound(2, 1.0)
    assert judge(problem).verdict(*planted([bound + above], [ALIGNED], converged))[1] == finding


@pytest.mark.parametrize(
    ("gap", "excess", "dim", "met"),
    [(0.0, 0.0, 3, "met"), (1.0, 0.0, 3, "short"), (0.0, 1e-3, 3, "short"), (90.0, 2.0, 3, "short"),
     (0.0, -0.1, 3, "short"), (180.0, 2.0, 3, "met"), (180.0, 2.0, 64, "short")],
)  # fmt: skip
def test_verdict_of_cones_has_teeth(gap, excess, dim, met):
    """Only gap 0 at its value, or 180° where that is a trap; one stray start of two is enough to fall short."""
    verdict = judge(Problem(**{**CONE, "dim": dim}))
    centre = verdict.cone.mean_direction[None]
    bound = verdict.state_loss(verdict.cone.place(centre, centre))
    good, tried = Geometry(0.0, (0.9, 0.9), 0.0), Geometry(gap, (0.9, 0.9), 0.0)
    assert verdict.verdict(*planted([bound, bound + excess], [good, tried]))[1] == met
    stopped = verdict.verdict(*planted([bound, bound + excess], [good, tried], converged=False))[1]
    assert stopped == ("undecided" if met == "short" and excess >= 0 else met)


@pytest.mark.parametrize(
    ("kappa", "gap", "finding"),
    [(1e4, 179.98982, "met"), (1e4, 179.5, "short"), (1e4, 90.0, "short"), (1e6, 179.9, "undecided"),
     (1e12, 90.0, "undecided"), (1e30, 90.0, "undecided"), (1e160, 90.0, "undecided")],
)  # fmt: skip
def test_angles_are_judged_by_the_slope_of_the_loss(kappa, gap, finding):
    """A search that stops at a derivative of 1e-6 β may be 0.03° from an end where the slope is 0.018."""
    verdict = judge(Problem("cone", 3, 20, 0.1, concentration=kappa, starts=1))
    loss = verdict._at_gap(math.radians(gap))
    found = verdict.verdict(*planted([loss], [Geometry(gap, (0.9, 0.9), 0.1)]))
    assert found[1] == finding, found
    below = verdict.verdict(*planted([verdict._at_gap(0.0) - 1e-3], [Geometry(gap, (0.9, 0.9), 0.1)]))
    assert below[1] == "short"


@pytest.mark.parametrize(
    ("gap", "converged", "met"), [(60.0, True, "met"), (60.0, False, "undecided"), (55.0, True, "short")]
)
def test_verdict_of_subspaces_has_teeth(gap, converged, met):
    verdict = judge(Problem(**SPACE, concentration=30.0))
    assert verdict.verdict(*planted([-0.5], [Geometry(gap, (0.9, 0.9), 1.0)], converged))[1] == met


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (["--dim", 1], "--dim: got 1; expected an integer >= 2"),
        (["--pairs", 1], "--pairs: got 1; expected an integer >= 2"),
        (["--temperature", 0], "--temperature: got 0; expected a finite number > 0"),
        (["--temperature", 1e-20], "--temperature: got 1e-20; expected a finite number > 0, at least 6e-11: below it"),
        (["--temperature", 1e-320], "--temperature: got 9.99989e-321; expected a finite number > 0, at least 6e-11"),
        (["--temperature", "nan"], "--temperature: got nan; expected a finite number > 0"),
        (["--seed", -1], "--seed: got -1; expected an integer >= 0"),
        (["--starts", 0], "--starts: got 0; expected an integer >= 1"),
        (["--concentration", 3], "--concentration: got 3; expected no concentration without a constraint"),
        (["--angle", 30], "--angle: got 30; expected no angle unless the constraint is subspace"),
        (["--constraint", "cone"], "--concentration: got nothing; expected the concentration of the clouds"),
        (["--constraint", "cone", "--concentration", -2], "--concentration: got -2; expected a finite number > 0"),
        (["--constraint", "subspace", "--dim", 4], "--angle: got nothing; expected the hyperplanes' dihedral angle"),
        (["--constraint", "subspace", "--dim", 2, "--angle", 9], "--dim: got 2; expected an integer >= 3"),
        (["--constraint", "subspace", "--dim", 4, "--angle", 91], "--angle: got 91; expected degrees in (0, 90]"),
        (["--loss", "centres"], "--concentration: got nothing"),
        (["--constraint", "sphere"], "'sphere' is not one of 'none', 'cone', 'subspace'"),
        (["--pairs", "ten"], "'ten' is not a valid integer"),
    ],
)
def test_bad_input_is_one_line_and_status_2(modgap, change, message):
    status, out, err = modgap(*NONE, *change, "--json")
    assert (status, out) == (2, "")
    assert err.startswith("modgap: ")
    assert err.count("\n") == 1
    assert message in err
