"""Steps as lemmas of Rocq: what is written for them, that a false one is refused, and that the page is no older."""

import shutil
from dataclasses import replace

import pytest
import sympy as sp
from sympy import GreaterThan as Ge
from sympy import StrictGreaterThan as Gt
from sympy import Symbol

from modgap.theory import claim
from modgap.theory.kernel import compose
from modgap.theory.kernel.arithmetic import arithmetic
from modgap.theory.language.domain import Domain
from modgap.theory.rocq.check import SOURCES
from modgap.theory.rocq.steps import report
from modgap.theory.rocq.steps.printing import proposition
from modgap.theory.rocq.steps.reading import Reader, Step, derivation
from modgap.theory.rocq.steps.run import Book, Workshop, gaps, text, theorems
from modgap.theory.rocq.steps.scripts import opened, scripts

pytestmark = pytest.mark.skipif(not SOURCES.exists(), reason="there is no rocq/ beside an installed package")

x, y = Symbol("x", real=True), Symbol("y", real=True)
z = Symbol("z", positive=True)


def step(statement, *domain, premises=(), rule="arithmetic", what="", **rest):
    """A step as it may be written down, whether or not a rule makes it."""
    return Step(rule, what, statement, Domain(*domain), tuple(premises), **rest)


def written(fact):
    book = Book()
    return text(book.lemma(Reader().step(fact)))


def flat(text):
    return " ".join(text.split())


def test_a_step_is_a_lemma_that_follows_from_its_premises():
    domain = Domain(x, Gt(x, 1, evaluate=False))
    asked = compose.hypothesis(domain.conditions[0], domain)
    found = flat(written(arithmetic(Gt(x**2, 1, evaluate=False), domain, [asked])))
    premise, conclusion = (Book().lemma(Reader().step(f)).name for f in (asked, asked))
    assert premise == conclusion, "one statement by one rule has one name"
    assert "Prop := forall (x : R), (x > 1) -> (((x ^ 2) > 1))." in found
    assert f": s_{premise} -> s_x" in found
    assert found.count("Axiom gap_x") == 1
    assert "exact (gap_x" in found, "what no tactic proves is said to be a gap"


def test_a_citation_is_an_axiom_that_bears_the_theorem_and_follows_from_its_premises():
    book = Book()
    lemmas = book.lemmas(Reader().claim(claim("bessel.ratio.positive")))
    (cited,) = [lemma for lemma in lemmas if lemma.step.theorem]
    assert f"Axiom cite_a_convergent_series_of_positive_terms_is_positive_{cited.name} : s_x" in text(cited)
    assert theorems({cited.axiom, "gap_xfe0dc5eb8b4b"}) == {"a_convergent_series_of_positive_terms_is_positive"}
    assert gaps({cited.axiom, "gap_xfe0dc5eb8b4b"}) == {"gap_xfe0dc5eb8b4b"}


def test_a_special_case_is_taken_at_its_values():
    general = arithmetic(Ge(x**2, 0, evaluate=False), Domain(x))
    special = compose.specialise(general, {x: z + 1}, Domain(z))
    assert "(p0 (1 + z)) as q0" in flat(written(special)).replace("pose proof ", "")


def test_what_a_statement_lacks_a_symbol_for_is_a_gap_that_says_so():
    book = Book()
    lemmas = book.lemmas(Reader().claim(claim("vmf.normaliser")))
    assert any("SphereIntegral" in lemma.lacking for lemma in lemmas)
    assert all(lemma.axiom.startswith("gap_") for lemma in lemmas if lemma.lacking)


def test_a_step_on_what_cannot_be_written_is_no_axiom_without_that_premise():
    """An axiom that dropped a premise would be stronger than the theorem that is cited."""
    unwritten = step(Gt(sp.zeta(z), 0, evaluate=False), z)
    cited = step(Gt(z, 0, evaluate=False), z, premises=[unwritten], rule="cite", cited="some theorem")
    lemma = Book().lemma(cited)
    assert lemma.lacking.startswith("premise: ")
    assert lemma.axiom.startswith("gap_")


def test_every_step_of_a_derivation_comes_after_its_premises():
    steps = list(derivation(Reader().claim(claim("bessel.ratio.slope"))))
    place = {id(s): n for n, s in enumerate(steps)}
    assert all(place[id(p)] < place[id(s)] for s in steps for p in s.premises)
    assert steps[-1].claim == "bessel.ratio.slope"


def test_a_statement_is_that_of_the_claim():
    one = claim("bessel.ratio.positive")
    assert proposition(one) == proposition(Reader().claim(one))


@pytest.mark.skipif(not report.PAGE.exists(), reason="no run is recorded")
def test_the_page_is_of_this_exporter_and_of_these_statements():
    bears, claims = report.recorded(report.PAGE.read_text(encoding="utf-8"))
    assert claims
    stale = f"{report.PAGE.name} is stale: `python -m modgap.theory.rocq --steps --record` writes it (half an hour)"
    assert bears == report.digest(claims), stale


def test_the_digest_is_of_statements_and_tactics(tmp_path):
    (tmp_path / "steps").mkdir()
    for file in report.TACTICS:
        (tmp_path / file).write_text("one")
    one = report.digest(["bessel.turan"], tmp_path)
    assert one != report.digest(["bessel.positive"], tmp_path)
    (tmp_path / report.TACTICS[0]).write_text("another")
    assert one != report.digest(["bessel.turan"], tmp_path)


def test_what_has_no_proof_is_not_exported_and_the_page_says_how_many_were_asked_for():
    found = report.Report(asked=4, known=9)
    asked = ["bessel.turan.root", "thm.1.gap_vector.capacity", "vmf.normaliser", "bessel.positive"]
    assert list(report.proofs(map(claim, asked), found)) == ["bessel.positive"]
    assert found.unproved == {"bessel.turan.root": "refuted", "thm.1.gap_vector.capacity": "certified"}
    assert list(found.unwritten) == ["vmf.normaliser"]
    page = report.page(found, 6)
    assert "4 of the 9 claims that the ledger had at this run were asked for" in page
    assert "Without a proof to export: 2 (1 certified, 1 refuted)." in page
    assert "5 claims were not asked for." in page


# --- with coqc ------------------------------------------------------------------------------------------------------

needs_rocq = pytest.mark.skipif(not shutil.which("coqc"), reason="coqc is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where what the steps rest on is compiled."""
    return report.prepared(tmp_path_factory.mktemp("steps") / "rocq")


def compiled(folder, name, root):
    return Workshop(folder, folder.parent / "theories", Book()).compile(name, {"": root})


@needs_rocq
@pytest.mark.slow
def test_claims_are_proved_step_by_step_and_assume_their_trust_lists(folder):
    found = report.Report()
    shop = Workshop(folder, folder.parent / "theories", Book())
    for module, names in (("one", ["bessel.ratio.positive"]), ("two", ["cor.2.right_angle", "bessel.ratio.positive"])):
        report.add(found, shop, module, {name: Reader().claim(claim(name)) for name in names})
    assert found.claims["cor.2.right_angle"].reproduced
    assert found.claims["bessel.ratio.positive"].assumed == {"a_convergent_series_of_positive_terms_is_positive"}
    assert not any(f.broken for f in found.claims.values())


POSITIVE = step(Gt(x, 0, evaluate=False), x, Gt(x, 0, evaluate=False), rule="compose", what="a hypothesis")


@needs_rocq
@pytest.mark.slow
@pytest.mark.parametrize(
    ("true", "false"),
    [
        (step(Ge(x**2 + 1, 2 * x, evaluate=False), x), Ge(x**2, 2 * x, evaluate=False)),
        (step(Gt(z + 1 / z, 1, evaluate=False), z), Gt(z + 1 / z, 2, evaluate=False)),
        (
            step(Gt(x**3 + x, 0, evaluate=False), x, Gt(x, 0, evaluate=False), premises=[POSITIVE]),
            Gt(x**3 - x, 0, evaluate=False),
        ),
        (
            step(sp.Eq((x + y) ** 2, x**2 + 2 * x * y + y**2, evaluate=False), x, y, rule="identity"),
            sp.Eq((x + y) ** 2, x**2 + x * y + y**2, evaluate=False),
        ),
        (
            step(Gt(x, -1, evaluate=False), x, Gt(x, 0, evaluate=False), rule="combination", premises=[POSITIVE]),
            Gt(x, 1, evaluate=False),
        ),
    ],
)
def test_a_false_step_is_refused_and_hides_no_other(folder, true, false):
    wrong = replace(true, statement=false)
    both = step(
        sp.And(true.statement, false, evaluate=False),
        *(*true.domain.symbols, *true.domain.conditions),
        premises=[wrong, true],
        rule="compose",
        what="both",
    )
    found = compiled(folder, "false_step", both)
    assert not found.broken
    assert [lemma.step for lemma in found.failed] == [wrong]
    assert true in [lemma.step for lemma in found.proved]
    assert len(gaps(found.assumes[""])) == 1


@needs_rocq
@pytest.mark.slow
def test_a_false_special_case_is_refused(folder):
    general = step(Ge(x**2, 0, evaluate=False), x)
    special = step(
        Ge(z**2, 0, evaluate=False), z, premises=[general], rule="compose", what="special case", values={x: z}
    )
    wrong = replace(special, statement=Ge(z**2, 1, evaluate=False))
    assert not compiled(folder, "special", special).failed
    assert [lemma.step for lemma in compiled(folder, "false_special", wrong).failed] == [wrong]


@needs_rocq
@pytest.mark.slow
def test_a_script_that_coqc_cannot_read_costs_one_lemma(folder, monkeypatch):
    broken = step(Ge(y**2, 0, evaluate=False), y)
    monkeypatch.setattr(
        "modgap.theory.rocq.steps.run.scripts", lambda goal: ["no tactic )("] if goal.step is broken else scripts(goal)
    )
    sound = step(Ge(x**2, 0, evaluate=False), x)
    both = step(
        sp.And(sound.statement, broken.statement, evaluate=False),
        x,
        y,
        premises=[sound, broken],
        rule="compose",
        what="both",
    )
    found = compiled(folder, "unreadable", both)
    assert not found.broken
    assert [lemma.step for lemma in found.failed] == [broken]


def test_a_goal_names_what_stands_above_the_bar():
    goal = opened(step(Gt(x + z, 0, evaluate=False), x, z, Gt(x, 0, evaluate=False), premises=[POSITIVE]), ["s_one"])
    assert goal.names == ["p0", "x", "z", "H0", "H1"]
    assert goal.opening() == "intros p0; unfold s_one in *; hnf; intros x z H0 H1; sizes"
