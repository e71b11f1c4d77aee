"""Property tests of claims: draws from their own hypotheses, adversaries, the float twin, and false variants."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import numpy as np
from sympy import Basic

from modgap.paper_checks.searches.twins import TOLERANCE, Twin, compare
from modgap.theory import ledger
from modgap.theory.balls.evaluator import Unsupported
from modgap.theory.kernel.claims import Claim
from modgap.theory.language.domain import Domain, Point
from modgap.theory.own.draws import Findings, Search, descend, hold
from modgap.theory.own.load import load
from modgap.theory.own.variants import neighbours
from modgap.theory.verification.record import recorded_status
from modgap.theory.verification.told import plain_point

__all__ = ["Plan", "claims_of", "run"]

#: Points at which the float twin is compared.
TWIN_POINTS = 8
#: Starts of a batch of searches, on a CPU and on a GPU.
STARTS = {"cpu": 2, "cuda": 64}


@dataclass(frozen=True)
class Plan:
    """How claims are tested: points wanted, seed, whether an adversary searches, where, and whose claims they are."""

    examples: int
    seed: int
    adversary: bool
    device: str
    ledger: str | None = None


@cache
def claims_of(path: str | None) -> dict[str, Claim]:
    """Return the claims of a file of one's own, or the ledger's."""
    return dict(ledger()) if path is None else load(path)


def run(claim_id: str, plan: Plan) -> dict[str, Any]:
    """Test one claim; return its part of the report."""
    claim, begin = claims_of(plan.ledger)[claim_id], time.perf_counter()
    findings = hold(claim.statement, claim.domain, plan.examples, plan.seed, _searches(claim, plan))
    twin = None if findings.reason else _twin(claim, findings, plan)
    recorded = "unrecorded" if plan.ledger else recorded_status(claim_id)
    outcome = _outcome(findings, recorded)
    return {
        "id": claim.id,
        "title": claim.title,
        "recorded": recorded,
        "outcome": outcome,
        "ok": _is_fine(outcome, recorded) and (twin is None or twin.agrees),
        "drawn": findings.drawn,
        "met": findings.met,
        "shown": findings.shown,
        "undecided": findings.undecided,
        "searches": findings.searched,
        "witness": _witness(findings),
        "reason": findings.reason or None,
        "twin": twin and {**asdict(twin), "tolerance": TOLERANCE},
        "variants": _variants(claim, plan) if plan.ledger and not findings.reason else None,
        "seconds": round(time.perf_counter() - begin, 3),
    }


def _outcome(findings: Findings, recorded: str) -> str:
    if findings.reason:
        return "not evaluated"
    if not findings.met:
        return "hypotheses not met"
    if findings.refutation is not None:
        return "false, as recorded" if recorded == "refuted" else "violated"
    return "false, not met" if recorded == "refuted" else "held"


def _is_fine(outcome: str, recorded: str) -> bool:
    """Tell whether an outcome is what a claim's status lets expect; an open claim may be beyond evaluation."""
    if outcome == "not evaluated":
        return recorded == "open"
    return outcome in ("held", "false, as recorded", "false, not met")


def _witness(findings: Findings) -> dict[str, Any] | None:
    found = findings.refutation
    if found is None:
        return None
    return {"found_by": findings.found_by, "point": plain_point(found.point), **found.detail}


def _searches(claim: Claim, plan: Plan) -> list[Search]:
    if not plan.adversary:
        return []
    if not claim.domain.vectors:
        return [descend]
    try:
        from modgap.paper_checks.searches.configurations import Adversary, about_configurations
    except ModuleNotFoundError:
        return [descend]
    if not about_configurations(claim.statement, claim.domain):
        return [descend]

    def attack(statement: Basic, domain: Domain, start: Point) -> Point:
        try:
            adversary = Adversary(statement, domain, start, plan.device)
            slack, worst = adversary.attack(STARTS[plan.device], seed=plan.seed)
        except (NotImplementedError, Unsupported):
            return descend(statement, domain, start)
        return worst if np.isfinite(slack) else start

    return [attack]


def _twin(claim: Claim, findings: Findings, plan: Plan) -> Twin | None:
    return compare(claim.statement, claim.domain, findings.points[:TWIN_POINTS], plan.device)


def _variants(claim: Claim, plan: Plan) -> dict[str, bool]:
    """Return of each altered statement whether draws refute it; one that has room between its sides may survive."""
    return {
        what: hold(statement, claim.domain, plan.examples, plan.seed).refutation is not None
        for what, statement in neighbours(claim.statement).items()
    }
