"""`modgap optimize` from the outside: JSON of the contract, verdicts in words, exit statuses, one-line messages."""

import json
import math
import re
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from modgap.numerics.contrastive.loss import theorem1_bound
from modgap.numerics.contrastive.optimize import Geometry, Minimum, geometry, resolve_device
from modgap.numerics.contrastive.pairing import colder_rivals
from modgap.paper_checks.cli import main
from modgap.paper_checks.searches import optimum
from modgap.paper_checks.searches.conclusions import conclusions
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
    files = [Path(optimum.__file__).with_name(f"{name}.py") for name in ("optimum", "further", "conclusions")]
    source = "".join(file.read_text() for file in files)
    # Of these two it is said that they are refuted.
    named = set(re.findall(r"(?:paper\.)?(?:thm|cor)\.[0-9](?:\.[a-z0-9_]+)*", source))
    named -= {"thm.3.centre", "thm.1.batch.uniform"}
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


# --- other losses ----------------------------------------------------------------------------------------------------


def met(report):
    return {conclusion.says.partition(":")[0]: conclusion.met for conclusion in report.conclusions}


CIRCLE = {"constraint": "none", "dim": 2, "pairs": 12, "temperature": 0.5, "starts": 1}


def test_few_mismatched_pairs_leave_aligned_uniform_ones_the_best_that_is_found():
    report = solve(Problem(**CIRCLE, noise=0.3), "cpu")
    assert report.met, report.words
    found = met(report)
    assert all(found[name] for name in ("pairs are aligned", "the gap closes", "the concentration vanishes"))
    assert report.losses[report.best] == pytest.approx(theorem1_bound(2, 0.5) + 2 * 2 * 0.3, abs=1e-6)


def test_beyond_the_threshold_aligned_pairs_leave_uniformity():
    """On the circle at β = 5 the threshold is η = 0.198: at 0.3 pairs stay aligned, in a common cone, with no gap."""
    report = solve(Problem(**{**CIRCLE, "temperature": 0.2}, noise=0.3), "cpu")
    found = met(report)
    assert report.met
    assert found["pairs are aligned"]
    assert found["the gap closes"]
    assert found["pairs are aligned in one common cone"]
    assert not found["the concentration vanishes"]


def test_much_noise_makes_modalities_score_as_at_a_higher_temperature():
    """At η = 0.7 pairs are not aligned: the law of signs is better than every common cone, and is found."""
    report = solve(Problem(**{**CIRCLE, "starts": 2}, noise=0.7), "cpu")
    aligned = [loss for loss, shape in zip(report.losses, report.shapes, strict=True) if shape.pair_distance_max < 0.1]
    signs = colder_rivals(2, 0.5, 0.7)["signs"]
    assert signs - 1e-9 <= min(report.losses) < signs + 0.05
    assert min(aligned) > signs + 0.05
    assert report.shapes[report.best].pair_distance_max > 1


def test_batches_of_two_are_better_off_without_the_uniform_law():
    """`thm.1.batch.uniform`: at β = 10 ten equally spaced points beat the uniform law, 0.19428 against 0.19598 nats."""
    report = solve(Problem("none", 2, 20, 0.1, batch=2, starts=1), "cpu")
    assert report.met, report.words
    # Two points of 20 are the same one with probability 1/20 in the limit law, where they cost log 2 in each direction.
    of_the_law = (19 * report.document()["loss"] + 2 * math.log(2)) / 20
    assert of_the_law <= 0.194275 + 1e-4
    assert met(report)["pairs are aligned"]


def test_the_sigmoid_loss_is_optimal_where_infonce_is():
    simplex = solve(Problem("none", 3, 4, 0.2, loss="sigmoid", starts=1), "cpu")
    assert simplex.met
    assert abs(simplex.document()["excess"]) < 1e-9
    assert met(simplex)["InfoNCE at this temperature is at its bound"]
    many = solve(Problem(**{**CIRCLE, "pairs": 10}, loss="sigmoid"), "cpu")
    assert many.met, many.words
    assert {"pairs are aligned", "the gap closes", "the concentration vanishes"} <= {
        k for k, v in met(many).items() if v
    }


@pytest.mark.parametrize("constraint", ["cone", "subspace"])
def test_other_losses_under_constraints_are_held_against_conclusions(constraint):
    given = CONE if constraint == "cone" else {**SPACE, "concentration": 30.0}
    problem = Problem(**{**given, "pairs": 20, "starts": 1}, loss="sigmoid", noise=0.2, batch=10)
    report = solve(problem, "cpu", max_iterations=40)
    assert report.finding == "undecided"
    says = {"cone": {"the gap is 0"}, "subspace": {"the gap is the angle of the hyperplanes", "projections on C agree",
                                                   "all points lie in C"}}  # fmt: skip
    assert met(report).keys() == says[constraint]
    assert "Nothing more is known" in " ".join(report.words)


def test_conclusions_have_teeth():
    """Of configurations that are laid out each meets its own conclusions, and misses the others."""
    problem = Problem("none", 3, 6, 0.5)
    octahedron = torch.cat([torch.eye(3), -torch.eye(3)]).double()
    point = torch.eye(3).double()[:1].expand(6, 3)

    def of(x, y):
        return [c.met for c in conclusions(problem, x, y, geometry(x, y))]

    assert of(octahedron, octahedron) == [True, True, True, False, False]
    assert of(octahedron, -octahedron) == [False, True, True, False, False]
    assert of(point, point) == [True, True, False, False, True]
    assert of(point, -point) == [False, False, False, False, False]
    few = Problem("none", 3, 4, 0.5)
    corners = torch.eye(4).double() - 0.25
    corners = torch.nn.functional.normalize(corners @ torch.linalg.svd(corners)[2].mT[:, :3], dim=1)
    assert [c.met for c in conclusions(few, corners, corners, geometry(corners, corners))][:4] == [True] * 4


@pytest.mark.gpu
def test_other_losses_on_the_device_there_is():
    device = resolve_device("auto").type
    starts = 200 if device == "cuda" else 1
    problem = Problem(**{**CIRCLE, "starts": starts}, loss="sigmoid", noise=0.2, batch=8)
    report = solve(problem, device, max_iterations=2000 if device == "cuda" else 20)
    assert report.device == device
    assert report.finding != "short"


def planted_loss(problem, loss, converged=True):
    """The verdict on a configuration of known loss, as if a search had found it."""
    verdict = judge(problem)
    return verdict.verdict(*planted([loss], [ALIGNED], converged))[1]


@pytest.mark.parametrize("change", [{"noise": 0.2}, {"batch": 4}, {"loss": "sigmoid"}, {"noise": 0.2, "batch": 4}])
def test_a_loss_below_its_bound_falls_short(change):
    problem = Problem(**CIRCLE, **change)
    bound = judge(problem).verdict(*planted([100.0], [ALIGNED]))[0]
    assert planted_loss(problem, bound - 1e-3) == "short"
    assert planted_loss(problem, bound - 1e-3, converged=False) == "short"
    assert planted_loss(problem, bound + 1e-9) == "met"
    assert planted_loss(problem, bound + 5.0, converged=False) == "undecided"


LOSSES = """
import torch
def fine(x, y): return (x - y).square().sum() / len(x)
class Model(torch.nn.Module):
    def forward(self, x, y): return 1 - (x * y).sum(1).mean()
model = Model()
number = 3
def nothing(x, y): return None
def matrix(x, y): return x @ y.T
def detached(x, y): return (x * y).sum().detach()
def constant(x, y): return 0 * (x * y).sum()
def drawn(x, y): return (x * y).sum() * torch.rand(())
def raises(x, y): raise ValueError("a\\nstory")
def nan(x, y): return (x * y).sum() * float("nan")
def overwritten(x, y):
    z = torch.sigmoid(x)
    w = (z * z).sum()
    z.add_(1)
    return w
"""


@pytest.fixture
def losses(tmp_path, monkeypatch):
    (tmp_path / "mine.py").write_text(LOSSES)
    (tmp_path / "broken.py").write_text("import nothing_of_that_name")
    (tmp_path / "leaves.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in ("mine", "broken", "leaves"):
        sys.modules.pop(name, None)


OWN = ["--constraint", "none", "--dim", 3, "--pairs", 8, "--starts", 1, "--device", "cpu"]


@pytest.mark.parametrize("reference", ["mine:fine", "mine.py:fine", "mine:model"])
def test_a_loss_of_ones_own(modgap, losses, reference):
    status, out, err = modgap(*OWN, "--loss", reference, "--json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert (found["loss_function"], found["bound"], found["excess"]) == (reference, None, None)
    assert found["loss"] == pytest.approx(0, abs=1e-9)
    assert found["alignment"] == pytest.approx(0, abs=1e-9)
    assert found["conclusions"][0] == {
        "says": "pairs are aligned", "claims": ["thm.1"], "value": found["pair_distance_max"], "within": 1e-4,
        "met": True,
    }  # fmt: skip
    status, out, _ = modgap(*OWN, "--loss", reference)
    assert status == 0
    assert out.endswith("Not held against a theorem's value: none speaks of this loss.\n")


def test_a_bound_of_ones_own_is_attacked(modgap, losses):
    """|x_i − y_i|² is 0 at least and 0.1 not: status 1, and the pairs that show it are kept."""
    status, out, _ = modgap(*OWN, "--loss", "mine:fine", "--at-least", 0)
    assert (status, "Nothing below 0 was found" in out) == (0, True)
    status, out, err = modgap(*OWN, "--loss", "mine:fine", "--at-least", 0.1, "--out", "worst.npz", "--json")
    assert (status, json.loads(out)["finding"]) == (1, "short")
    assert "wrote worst.npz" in err
    with np.load("worst.npz", allow_pickle=False) as kept:
        assert float(np.square(kept["images"] - kept["texts"]).sum() / 8) == pytest.approx(json.loads(out)["loss"])
    assert "Falls short of the bound that was given" in modgap(*OWN, "--loss", "mine:fine", "--at-least", 0.1)[1]


def test_mismatched_pairs_and_batches_of_a_loss_of_ones_own(modgap, losses):
    """Attracted to partners that change, all points meet in one: the loss of mismatched pairs tells them apart."""
    status, out, _ = modgap(*OWN, "--loss", "mine:fine", "--noise", 0.5, "--batch", 6, "--json")
    found = json.loads(out)
    assert status == 0
    assert found["loss"] == pytest.approx(0, abs=1e-8)
    assert found["mean_norms"] == pytest.approx([1, 1], abs=1e-6)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["mine:nothing"], "got NoneType from 'mine:nothing'; expected one real number, as a torch tensor"),
        (["mine:matrix"], "got a tensor of shape (8, 8) from"),
        (["mine:detached"], "got a tensor without a gradient from"),
        (["mine:constant"], "got a gradient of 0 at random unit rows from"),
        (["mine:drawn"], "got two values for one input from"),
        (["mine:raises"], "got ValueError: a story from"),
        (["mine:nan"], "got the value nan or its gradient from"),
        (["mine:overwritten"], "got a value without a gradient (RuntimeError: one of the variables needed"),
        (["mine:number"], "got 'mine:number', which is of type int; expected a function of x and y"),
        (["mine:Model"], "got 'mine:Model', which is a class; expected"),
        (["mine:other"], "got 'mine:other'; expected a name that mine has"),
        (["broken:f"], "expected a module that can be imported (ModuleNotFoundError: No module named 'nothing_of"),
        (["leaves:f"], "expected a module that can be imported (SystemExit: 3)"),
        (["nowhere.py:f"], "expected a module that can be imported (FileNotFoundError: there is no such file)"),
        (["hinge"], "got 'hinge'; expected infonce, centres, sigmoid, MODULE:FUNCTION or FILE.py:FUNCTION"),
        (["mine:f g"], "got 'mine:f g'; expected infonce"),
        (["infonce"], "--temperature: got nothing; expected a finite number > 0, which infonce needs"),
        (["mine:fine", "--noise", 1.5], "--noise: got 1.5; expected a share of the pairs, from 0 to 1"),
        (["mine:fine", "--noise", "nan"], "--noise: got nan; expected"),
        (["mine:fine", "--noise", 0.1], "--noise: got 0.1 of 8 pairs; expected a rate that mismatches two pairs"),
        (["mine:fine", "--batch", 9], "--batch: got 9; expected an integer from 2 to the number of pairs, 8"),
        (["mine:fine", "--at-least", "inf"], "--at-least: got inf; expected a finite number"),
        (["mine:fine", "--out", "here.npy"], "--out: got 'here.npy'; expected a file name that ends in .npz"),
        (["sigmoid", "--temperature", 1e-20], "--temperature: got 1e-20"),
    ],
)  # fmt: skip
def test_bad_losses_are_one_line_and_status_2(modgap, losses, arguments, message):
    status, out, err = modgap(*OWN, "--json", "--loss", *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("modgap: --")
    assert err.count("\n") == 1
    assert message in err


@pytest.mark.parametrize("change", [["--noise", 0.1], ["--batch", 2]])
def test_the_pair_of_centres_has_no_pairs_to_mismatch(modgap, change):
    cone = ["--constraint", "cone", "--dim", 3, "--pairs", 8, "--temperature", 1, "--concentration", 3]
    status, _, err = modgap(*cone, "--loss", "centres", *change)
    assert (status, err) == (
        2,
        f"modgap: {change[0]}: got it with --loss centres; expected it with a loss of all pairs\n",
    )
