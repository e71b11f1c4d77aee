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
from modgap.theory.rocq.steps.certificates import Known, certificate
from modgap.theory.rocq.steps.printing import proposition
from modgap.theory.rocq.steps.reading import Reader, Step, derivation
from modgap.theory.rocq.steps.run import Book, Workshop, attempt, gaps, text, theorems
from modgap.theory.rocq.steps.scripts import further, opened, scripts
from modgap.theory.rocq.steps.search import Attempt, Search, clock

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
    assert "pose proof (p0 (1 + z)) as q0" in attempt(Book().lemma(Reader().step(special))).uses[0]


def test_what_a_statement_lacks_a_symbol_for_is_a_gap_that_says_so():
    book = Book()
    lemmas = book.lemmas(Reader().claim(claim("subspace.angles")))
    assert any("PrincipalCosine" in lemma.lacking for lemma in lemmas)
    assert all(lemma.axiom.startswith("gap_") for lemma in lemmas if lemma.lacking)


def test_a_step_on_what_cannot_be_written_is_no_axiom_without_that_premise():
    """An axiom that dropped a premise would be stronger than the theorem that is cited."""
    unwritten = step(Gt(sp.zeta(z), 0, evaluate=False), z)
    cited = step(Gt(z, 0, evaluate=False), z, premises=[unwritten], rule="cite", cited="some theorem")
    lemma = Book().lemma(cited)
    assert lemma.lacking.startswith("premise: ")
    assert lemma.axiom.startswith("gap_")


def test_a_claim_that_is_proved_from_definitions_is_taken_from_there():
    """Its derivation is not followed, and the claim that is asked for keeps its own."""
    named = "bessel.ratio.positive"
    root = Reader({named, "bessel.ratio.slope"}).claim(claim("bessel.ratio.slope"))
    steps = list(derivation(root))
    assert len(steps) > 2, "the claim that is asked for is derived"
    taken = [s for s in steps if s.checked]
    assert named in {s.claim for s in taken}
    assert not any(s.premises or s.trusts for s in taken)
    assert root.claim == "bessel.ratio.slope"
    assert not root.checked
    book = Book()
    (lemma,) = [lemma for lemma in book.lemmas(root) if lemma.step.claim == named]
    assert "Modgap.Ledger.Check.bessel_ratio_positive_checked" in " ".join(attempt(lemma).scripts)


def test_the_page_counts_what_rocq_stands_behind_in_either_way(monkeypatch):
    monkeypatch.setattr(report, "from_definitions", lambda: frozenset({"bessel.positive", "bessel.turan"}))
    none, two = frozenset(), report.Found(5, 2, 0, frozenset(), frozenset())
    whole = report.Found(5, 0, 0, none, none)
    claims = {"bessel.positive": whole, "thm.1.circle": whole, "thm.1.sharp": two, "bessel.turan": two}
    found = report.Report(claims=claims, unwritten={"vmf.mean": "SphereIntegral: over all"})
    assert report.without_gap(found) == ["thm.1.circle"]
    page = report.page(found, 6)
    assert "2 proved claims are proved from definitions. Of the others, 1 rest on" in page
    assert "Rocq stands behind 3 proved claims" in page
    assert "| `thm.1.sharp` | 2 of 5 steps |" in page
    assert "| `vmf.mean` | speaks of SphereIntegral |" in page
    assert "| `bessel.turan` | 2 of 5 steps |" not in page
    assert report.recorded(page)[1] == sorted(claims), "the digest is of what was exported"


# --- certificates ---------------------------------------------------------------------------------------------------

r, q = Symbol("r", real=True), Symbol("q", real=True)


def shown(found, against):
    """Whether a certificate's sum vanishes, with a positive product in it: what Rocq is to find by `ring`."""
    total = sum(value * sp.Mul(*factors) for value, factors in found.terms)
    rest = sum(multiplier * equation for multiplier, equation in found.zeros)
    allowed = {k.value for k in against}
    return (
        sp.expand(total + rest) == 0
        and all(value > 0 and set(factors) <= allowed for value, factors in found.terms)
        and all(k.strict for k in against if k.value in found.terms[0][1])
    )


@pytest.mark.parametrize(
    ("poly", "known", "zero", "strict"),
    [
        (x * y - x - y + 1, [Known(x - 1, False), Known(y - 1, False)], [], False),
        (x**2 * y, [Known(x, True), Known(y, True)], [], True),
        (x**2 + y**2 - x * y, [Known(x, False), Known(y, False), Known((x - y) ** 2, False)], [], False),
        # The root of a greater number is greater.
        (r - q, [Known(r, False), Known(q, False), Known(z, True)], [r**2 - x - z, q**2 - x], True),
    ],
)
def test_a_certificate_is_an_identity_with_a_positive_product(poly, known, zero, strict):
    found = certificate(poly, known, zero, strict)
    assert shown(found, [*known, Known(sp.expand(-poly), not strict)])


@pytest.mark.parametrize(
    ("poly", "known", "strict"),
    [
        (x * y - x - y, [Known(x - 1, False), Known(y - 1, False)], False),
        (x * y, [Known(x, False), Known(y, True)], True),
        (x - y, [Known(x, True), Known(y, True)], False),
    ],
)
def test_what_fails_somewhere_has_no_certificate(poly, known, strict):
    assert certificate(poly, known, [], strict) is None


def test_a_certificate_is_written_in_the_terms_of_the_step():
    """What stands for a root is written as that root, and is not evaluated on the way: its square stays a square."""
    domain = (x, z, Ge(x, 0, evaluate=False))
    goal = opened(step(Gt(sp.sqrt(x + z), sp.sqrt(x), evaluate=False), *domain), [])
    (script,) = further(goal)
    assert "((sqrt x) ^ 2)" in script
    assert "summed" in script


def test_processor_time_is_read_as_ps_shows_it():
    assert [clock(t) for t in ("00:00:07", "01:02:03", "2-00:00:01", "0:01.50", "")] == [7, 3723, 172801, 1.5, 0]


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
    asked = ["bessel.turan.root", "thm.1.gap_vector.capacity", "thm.2.coupling", "bessel.positive"]
    assert list(report.proofs(map(claim, asked), found)) == ["bessel.positive"]
    assert found.unproved == {"bessel.turan.root": "refuted", "thm.1.gap_vector.capacity": "certified"}
    assert list(found.unwritten) == ["thm.2.coupling"]
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
    monkeypatch.setattr("modgap.theory.rocq.steps.run.further", lambda goal: [])
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


@needs_rocq
@pytest.mark.slow
def test_a_certificate_proves_what_the_tactics_do_not(folder):
    true = step(Gt(sp.sqrt(x + z), sp.sqrt(x), evaluate=False), x, z, Ge(x, 0, evaluate=False))
    assert not compiled(folder, "certified", true).failed
    wrong = replace(true, statement=Gt(sp.sqrt(x), sp.sqrt(x + z), evaluate=False))
    assert [lemma.step for lemma in compiled(folder, "not_certified", wrong).failed] == [wrong]


@needs_rocq
@pytest.mark.slow
def test_a_tactic_without_end_is_interrupted_by_processor_time_and_the_next_is_tried(folder, monkeypatch):
    monkeypatch.setattr("modgap.theory.rocq.steps.search.LIMIT", 1)
    endless = Attempt("x1", "0 <= 1", "idtac", (), ("do 100000 (do 100000 (do 100000 idtac))", "lra"))
    search = Search(["coqtop", "-q"], folder, folder / "kept.json", "")
    header = "From Coq Require Import Reals Lra. Open Scope R_scope."
    assert search.proofs(header, [endless]) == {"x1": ("idtac", "solve [lra]")}
    again = Search(["no such command"], folder, folder / "kept.json", "")
    assert again.proofs(header, [endless]) == {"x1": ("idtac", "solve [lra]")}, "what was found is kept"
