"""The ledger as a whole: statuses, dependencies and trusts are those recorded; a planted hole is flagged."""

from __future__ import annotations

import dataclasses
import importlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
import sympy as sp

from modgap import theory
from modgap.theory.bessel import functions as bessel
from modgap.theory.book import CHAPTERS, Ledger
from modgap.theory.evidence.rules import counterexample
from modgap.theory.kernel.claims import Claim, claim
from modgap.theory.kernel.compose import both, flip, specialise, substitute
from modgap.theory.kernel.rules import count_by_hand, identity
from modgap.theory.kernel.status import Status, standing
from modgap.theory.language.domain import Domain
from modgap.theory.language.symbols import IvRatio, reductions
from modgap.theory.outcome import Undecided
from modgap.theory.verification import record
from modgap.theory.verification.told import told
from tests.theory.assumptions import by_hand, cite

LEDGER = theory.ledger()
z = sp.Symbol("z", positive=True)
DOMAIN = Domain(z)


@pytest.mark.parametrize("c", LEDGER.values(), ids=lambda c: c.id)
def test_verdict_is_the_recorded_one(c):
    """Status, statement, rules, dependencies and trust list: any change must be recorded on purpose."""
    assert record.differences(record.recorded()[c.id], record.entry(c, c.verdict)) == []


def test_record_and_ledger_have_the_same_claims():
    assert list(record.recorded()) == list(LEDGER)


@pytest.mark.parametrize("c", LEDGER.values(), ids=lambda c: c.id)
def test_what_a_claim_depends_on_comes_before_it_and_hands_its_trusts_on(c):
    order = list(LEDGER)
    for d in c.verdict.depends:
        assert order.index(d.id) < order.index(c.id)
        assert set(d.verdict.trusts) <= set(c.verdict.trusts)


@pytest.mark.parametrize("c", LEDGER.values(), ids=lambda c: c.id)
def test_evidence_can_be_written_as_json(c):
    assert json.loads(json.dumps(told(c.verdict), allow_nan=False))


def test_exact_coordinates_of_a_witness_are_written_as_fractions():
    point = told(theory.claim("thm.1.noise").verdict)[0]["detail"]["point"]
    assert point["P"][0] == [1, "24/25", "7/25", "7/25", "24/25"]


def test_contract_ids():
    wanted = {
        "bessel.recurrence", "bessel.derivative", "bessel.ratio.riccati", "sphere.mgf", "sphere.mgf.gaussian",
        "vmf.normaliser", "vmf.mgf", "subspace.angles", "thm.1.separate", "thm.1.finite",
    }  # fmt: skip
    assert wanted <= set(LEDGER)
    assert theory.claim("thm.1.separate").verdict.status is Status.REFUTED


def test_every_id_of_the_bessel_and_von_mises_fisher_chapter():
    """As the reconstruction of the mathematics names them; all proved but one, which is cited, as is recorded."""
    names = """
        bessel.recurrence bessel.derivative bessel.ratio.riccati bessel.ratio.range bessel.ratio.increasing
        bessel.ratio.concave bessel.ratio.over_x_decreasing bessel.ratio.decreasing_in_order bessel.ratio.amos
        bessel.ratio.amos_simple bessel.turan bessel.ratio.asymptotic bessel.hadamard bessel.ratio.odd
        bessel.ratio.odd_integral sphere.mgf sphere.mgf.gaussian sphere.mgf.derivative sphere.mgf.upper
        sphere.mgf.lower vmf.normaliser vmf.mean vmf.mgf vmf.second_moment vmf.kl vmf.entropy
    """
    for name in names.split():
        assert record.recorded_status(name) == "proved", name
    assert record.recorded_status("vmf.infinitely_divisible") == "cited"


def test_unknown_id():
    with pytest.raises(KeyError, match=r"no claim has the id 'thm\.9'"):
        theory.claim("thm.9")


def test_an_id_is_used_once():
    with pytest.raises(ValueError, match="same id"):
        Ledger((bessel.recurrence, bessel.recurrence))


# --- planted holes: each must come out as not shown --------------------------------------------------------------


def planted(statement, derive, domain=DOMAIN) -> Claim:
    return claim(id="planted", title="", relation="ours", source="", domain=domain, statement=statement)(derive)


TRUE = sp.Eq((z + 1) ** 2, z**2 + 2 * z + 1, evaluate=False)
FALSE = sp.Eq((z + 1) ** 2, z**2 + 3 * z + 1, evaluate=False)


def test_a_true_claim_is_proved():
    assert planted(TRUE, lambda c: identity(c.statement, c.domain)).verdict.status is Status.PROVED


def test_a_false_claim_is_refuted_by_its_own_witness():
    verdict = planted(FALSE, lambda c: identity(c.statement, c.domain)).verdict
    assert verdict.status is Status.REFUTED
    assert verdict.witness is not None


def test_a_derivation_of_something_else_shows_nothing():
    verdict = planted(FALSE, lambda c: identity(TRUE, c.domain)).verdict
    assert verdict.status is Status.OPEN
    assert "not the claim's statement" in verdict.reason


def test_a_derivation_that_needs_more_hypotheses_shows_nothing():
    narrow = Domain(z, z >= 1)
    verdict = planted(sp.Ge(z, 1, evaluate=False), lambda c: theory.kernel.rules.sign(c.statement, narrow)).verdict
    assert verdict.status is Status.OPEN
    assert "hypotheses" in verdict.reason


def test_a_bare_citation_is_cited_not_proved():
    assert planted(TRUE, lambda c: cite("folklore", c.statement, c.domain)).verdict.status is Status.CITED


def test_empty_hypotheses_show_nothing():
    empty = Domain(z, z >= 2, z <= 1)
    verdict = planted(TRUE, lambda c: identity(c.statement, c.domain), empty).verdict
    assert verdict.status is Status.OPEN
    assert "meets the hypotheses" in verdict.reason


def test_what_rests_on_an_open_claim_is_open():
    weak = planted(TRUE, lambda c: identity(FALSE, c.domain))
    strong = planted(TRUE, lambda c: weak.fact)
    assert strong.verdict.status is Status.OPEN
    assert "rests on planted" in strong.verdict.reason


def test_a_changed_hypothesis_changes_the_digest():
    wider = dataclasses.replace(bessel.positive, domain=bessel.ALL_ORDERS)
    assert wider.statement_digest != bessel.positive.statement_digest
    assert wider.verdict.status is not Status.PROVED


def test_relations_are_checked():
    with pytest.raises(ValueError, match="expected one of"):
        claim(id="x", title="", relation="mine", source="", domain=DOMAIN, statement=TRUE)(lambda c: None)


def test_a_fact_speaks_only_of_declared_variables():
    with pytest.raises(Undecided, match="does not declare"):
        identity(sp.Eq(sp.Symbol("w"), sp.Symbol("w"), evaluate=False), DOMAIN)


# --- what is no proof, and no claim ------------------------------------------------------------------------------


def test_two_citations_are_no_proof():
    def derive(c):
        return both(*(cite(f"folklore {n}", relation, c.domain) for n, relation in enumerate(c.statement.args)))

    statement = sp.And(TRUE, sp.Gt(z, 0, evaluate=False), evaluate=False)
    assert planted(statement, derive).verdict.status is Status.CITED


def test_a_theorem_proved_by_hand_about_a_proved_claim_is_no_machine_proof():
    proved = planted(TRUE, lambda c: identity(c.statement, c.domain))
    found = planted(FALSE, lambda c: by_hand("a sentence", c.statement, c.domain, (proved.fact,))).verdict
    assert found.status is Status.CITED
    assert found.trusts[0] == "by hand: a sentence"


def test_a_citation_is_a_citation_when_another_claim_repeats_it():
    cited = planted(TRUE, lambda c: cite("folklore", c.statement, c.domain))
    for repeat in (
        lambda c: cited.fact,
        lambda c: flip(flip(cited.fact)),
        lambda c: specialise(cited.fact, {}, DOMAIN),
    ):
        assert planted(TRUE, repeat).verdict.status is Status.CITED


def test_a_citation_is_a_citation_when_a_symbol_is_unfolded():
    ratio = IvRatio(sp.S.Half, z)
    spelled = cite("folklore", sp.Gt(ratio.definition(), 0, evaluate=False), DOMAIN)
    unfolded = cite("definition of IvRatio", sp.Eq(ratio.definition(), ratio, evaluate=False), DOMAIN)
    found = planted(sp.Gt(ratio, 0, evaluate=False), lambda c: substitute(spelled, unfolded))
    assert found.verdict.status is Status.CITED


# --- proofs in words -----------------------------------------------------------------------------------------------


def test_a_reduction_in_a_definition_is_trusted_by_all_that_speak_of_it():
    seen = set()
    for name, known in LEDGER.items():
        entry = record.recorded()[name]
        for theorem in reductions(sp.Tuple(known.spoken)):
            assert entry["status"] == "open" or f"by hand: {theorem}" in entry["trusts"], name
            seen.add(entry["status"])
    assert {"proved", "refuted"} <= seen


def test_proofs_in_words_are_counted_once_each():
    one = planted(TRUE, lambda c: by_hand("a sentence", c.statement, c.domain))
    two = planted(sp.And(TRUE, FALSE, evaluate=False), lambda c: both(one.fact, by_hand("another", FALSE, c.domain)))
    assert count_by_hand(one.verdict.trusts) == 1
    assert count_by_hand(two.verdict.trusts) == 2
    assert count_by_hand(("engine: z3", "Jensen's inequality")) == 0


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "proved"), (1, "proved, resting on 1 proof in words"), (3, "proved, resting on 3 proofs in words")],
)
def test_what_stands_beside_a_status(number, said):
    assert standing("proved", number) == said


@pytest.mark.parametrize("c", LEDGER.values(), ids=lambda c: c.id)
def test_recorded_counts_are_those_of_the_trust_lists(c):
    assert record.by_hand(c.id) == count_by_hand(c.verdict.trusts)


@pytest.mark.parametrize("statement", [sp.true, sp.false, z, sp.Or(z > 1, z < 2, evaluate=False)])
def test_a_claim_states_relations(statement):
    with pytest.raises(ValueError, match="expected relations"):
        planted(statement, lambda c: identity(TRUE, c.domain))


def test_a_false_part_refutes_a_conjunction():
    parts = [TRUE, sp.Gt(z, 0, evaluate=False), sp.Gt(z, 2, evaluate=False)]
    whole = sp.And(*parts, evaluate=False)
    verdict = planted(whole, lambda c: counterexample(c.statement, c.domain, {z: 1})).verdict
    assert verdict.status is Status.REFUTED
    assert verdict.evidence[0]["detail"]["right"].startswith("2")


def test_what_supersedes_a_claim_is_another_one():
    old = dataclasses.replace(bessel.recurrence, superseded_by="bessel.no_such")
    with pytest.raises(ValueError, match="expected the id of another claim"):
        Ledger((old,))
    with pytest.raises(ValueError, match="expected the id of another claim"):
        Ledger((dataclasses.replace(old, superseded_by=old.id),))
    Ledger((dataclasses.replace(old, superseded_by="bessel.derivative"), bessel.derivative))


def claims_made_in(module):
    """The claims that a module makes itself, whatever it lists."""
    return {v for v in vars(module).values() if isinstance(v, Claim) and v.derive.__module__ == module.__name__}


def test_every_claim_of_every_chapter_stands_in_the_ledger():
    listed = set(theory.ledger().values())
    folders = {Path(chapter.__file__).parent for chapter in CHAPTERS}
    paths = sorted(path for folder in folders for path in folder.glob("*.py") if path.stem != "__init__")
    assert len(paths) >= len(CHAPTERS)
    for path in paths:
        module = importlib.import_module(f"modgap.theory.{path.parent.name}.{path.stem}")
        assert claims_made_in(module) <= listed, f"{path} makes a claim that the ledger does not hold"


def test_a_claim_that_no_chapter_lists_is_found():
    @claim(
        id="test.stray", title="", relation="ours", source="", domain=Domain(), statement=sp.Eq(1, 1, evaluate=False)
    )
    def stray(this):
        """A stray."""

    module = SimpleNamespace(__name__=__name__, stray=stray, other=bessel.riccati)
    assert claims_made_in(module) == {stray}
