"""The second kernel is asked anew, and a statement that is not its claim's, or a proof that is none, is refused."""

import json
import shutil

import pytest

from modgap.theory import claim
from modgap.theory.rocq import check as rocq
from modgap.theory.rocq.check import SOURCES, NotCheckedError, check, digest, generated, kernel_checked, listed
from modgap.theory.rocq.children import run
from modgap.theory.verification.record import recorded_status

pytestmark = pytest.mark.skipif(not SOURCES.exists(), reason="there is no rocq/ beside an installed package")


@pytest.fixture
def copy(tmp_path):
    """A copy of the development that a test may spoil."""
    folder = tmp_path / "rocq"
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("*.vo*", "*.glob", ".*.aux", "Makefile*"))
    return folder


def test_the_generated_files_are_what_the_claims_say():
    for path, text in generated().items():
        assert path.read_text(encoding="utf-8") == text, f"python -m modgap.theory.rocq writes {path.name}"


def test_a_statement_edited_by_hand_is_noticed(copy, monkeypatch):
    monkeypatch.setattr(rocq.shutil, "which", lambda name: f"/usr/bin/{name}")
    path = copy / "theories/Ledger/Statements.v"
    path.write_text(path.read_text().replace("< 1)", "< 2)", 1))
    with pytest.raises(NotCheckedError, match=r"Statements\.v is not what the claims say"):
        check(copy)


def test_without_rocq_nothing_counts_as_checked(copy, monkeypatch):
    monkeypatch.setattr(rocq.shutil, "which", lambda _: None)
    with pytest.raises(NotCheckedError, match="coqc is not installed"):
        check(copy)


def test_a_record_counts_for_the_sources_and_statements_that_it_names(copy, tmp_path):
    one, record = claim("bessel.turan"), tmp_path / "rocq.lock"
    entries = {"bessel.turan": one.statement_digest}
    record.write_text(json.dumps({"sources": digest(copy), "claims": entries}))
    assert kernel_checked(one, copy, record)
    assert not kernel_checked(claim("thm.1.trace"), copy, record)
    record.write_text(json.dumps({"sources": digest(copy), "claims": {"bessel.turan": "sha256:0"}}))
    assert not kernel_checked(one, copy, record)
    record.write_text(json.dumps({"sources": digest(copy), "claims": entries}))
    (copy / "theories/Bessel/Gamma.v").write_text("(* another *)")
    assert not kernel_checked(one, copy, record)


def test_what_is_listed_is_in_the_ledger_once():
    ids = [item.id for item, _ in listed()]
    assert len(ids) == len(set(ids)) >= 90


def test_refuted_is_what_the_ledger_refutes_and_proved_what_it_proves():
    """Two kernels that contradict each other would be the worst that can happen here."""
    for item, refuted in listed():
        assert recorded_status(item.id) == ("refuted" if refuted else "proved"), item.id


needs_rocq = pytest.mark.skipif(not shutil.which("coqc"), reason="coqc is not installed")


@needs_rocq
@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("theories/Bessel/Gamma.v", "End", "Axiom anything : False.\nEnd"),
        ("theories/Base/Sums.v", "Proof. induction n as [|n IH]; simpl; [ring|]. rewrite IH; ring. Qed.", "Admitted."),
    ],
)
def test_what_assumes_its_theorem_is_refused(copy, tmp_path, path, before, after):
    file = copy / path
    text = file.read_text()
    file.write_text(text.replace(before, after, 1) if before in text else text + "\n" + after)
    with pytest.raises(NotCheckedError, match="assume what was to be proved"):
        check(copy, tmp_path / "work")


@needs_rocq
@pytest.mark.slow
def test_a_section_variable_left_outside_a_section_is_an_axiom_that_is_refused(copy, tmp_path):
    (copy / "_CoqProject").write_text("-Q theories Modgap\ntheories/Base/Elementary.v\n")
    for file in (copy / "theories").rglob("*.v"):
        if file.name != "Elementary.v":
            file.unlink()
    file = copy / "theories/Base/Elementary.v"
    file.write_text(file.read_text() + "\nVariable smuggled : 0 = 1.\nLemma use : 0 = 1. Proof. exact smuggled. Qed.\n")
    said = run(["sh", str(copy / "check.sh"), str(tmp_path / "work")])
    assert said.returncode
    assert "smuggled" in said.stdout + said.stderr


#: What follows the first summand of the denominator in the bounds with two roots.
TWO_ROOTS = "nu + (sqrt ((z ^ 2) + (((1 / 2) + nu + ((1 / 2) * (/ (sqrt "

#: How the sides on couplings end: the mean softmax probability of pairs, the energy of keys, the backward loss.
SHARE = "(exp (beta * (dot h x y_prime)))))) * (exp (beta * (dot h x y))))))"
KEYS = "(fun x_prime y_prime : vector => (exp (beta * (dot h y y_prime))))))))"
BACKWARD = "(ln (P (fun x_prime y_prime : vector => (exp (beta * (dot h x_prime y)))))))))"

#: A loss at one angle against its tangent from another, up to the slope.
TANGENT = "(({0} * ((/ (SphereMGF ((-1) + (INR h)) kappa)) * ((/ (sqrt PI))"

#: The last hypothesis on what a gap saves in a partition function, and how its conclusion begins.
INSIDE = "  (w < 1) ->"
CONE = "\n  ((0 < ((1 / 2) * (INR h))) /\\\n   ((SphereMGF (INR h) kappa_x) <> 0)"

#: A file of proofs, a part of a statement that it proves, and what makes that false in its place.
FALSE = [
    ("Bessel", "((IvRatio nu z) < 1)", "((IvRatio nu z) < (99 / 100))"),
    ("Bessel", "((IvRatio nu z) > 0)", "((IvRatio nu z) < 0)"),
    ("Bessel", "((besseli nu z) > 0)", "((besseli nu z) > 1)"),
    ("Bessel", "((IvRatio mu z) > (IvRatio nu z))", "((IvRatio mu z) < (IvRatio nu z))"),
    ("Alignment", "  (((dot h p p) > (dot h p q))).", "  (((dot h p p) < (dot h p q)))."),
    ("Alignment", " >= ((dot h n_A n_B) ^ 2))", " >= (2 * ((dot h n_A n_B) ^ 2)))"),
    ("Methods", "(((-1) * (INR N)) + (2 * (INR m))) ^ 2", "(((-1) * (INR N)) + (3 * (INR m))) ^ 2"),
    ("Samples", "((1 / 3) * (t ^ 3))", "((1 / 4) * (t ^ 3))"),
    ("Integrals", "((dot h c_x c_y) < 1) ->\n  ((ex_sphere", "((dot h c_x c_y) <= 1) ->\n  ((ex_sphere"),
    ("Integrals", "* (SphereMGF (INR h) (sqrt (dot h (vadd t", "* (SphereMGF (1 + (INR h)) (sqrt (dot h (vadd t"),
    ("Across", "= (beta * (sqrt (1 + ((-1) * (a", "= (2 * beta * (sqrt (1 + ((-1) * (a"),
    ("VonMises", "(kappa * (1 + ((-1) * (dot h c c_2))) * ", "(kappa * (1 + ((-2) * (dot h c c_2))) * "),
    ("VonMises", "(1 + ((-1) * (INR h) * (/ kappa) *", "(1 + ((-2) * (INR h) * (/ kappa) *"),
    ("VonMises", "(2 * (Rpower PI ((1 / 2) * (INR h))) * ", "(3 * (Rpower PI ((1 / 2) * (INR h))) * "),
    ("VonMises", "0 PI) * (Gamma ((1 / 2) * (INR h)))) = (Sphere", "0 PI) * (Gamma (1 + (INR h)))) = (Sphere"),
    ("Sharp", f"< (z * (/ ((1 / 2) + {TWO_ROOTS}", f"< (z * (/ (1 + {TWO_ROOTS}"),
    ("Sharp", f"> (z * (/ ((1 / 2) + {TWO_ROOTS}", f"> (z * (/ (0 + {TWO_ROOTS}"),
    ("OddPart", "< (2 * s * beta * (IvRatio ", "< (1 * s * beta * (IvRatio "),
    ("OddPart", "<= (s * (((-1) * (ln", "<= ((s ^ 3) * (((-1) * (ln"),
    ("Circle", "= (((-1) * beta) + (ln ((/ (INR N)) * ", "= (((-1) * beta) + (ln ((/ (1 + (INR N))) * "),
    ("Limit", "(((b ^ 2) * ((-2) + (INR h))) <= 1) ->", "(((b ^ 2) * ((-2) + (INR h))) <= 9) ->"),
    ("InfoNCE", ">= ((1 / 4) * (/ (INR N)) * (sum1 N", ">= (100 * (/ (INR N)) * (sum1 N"),
    ("Partners", "   (d <= 1) /\\\n", "   (d = c) /\\\n"),
    ("Hyperplanes", "<= ((2 * beta * (t ^ 2) * ", "<= ((1 * beta * (t ^ 2) * "),
    # A functional that is no probability: not positive, or not 1 at 1.
    ("Couplings", "  (coupling h P) ->", "  (P (fun x y : vector => 1) = 1) ->"),
    ("Couplings", "  (coupling h P) ->", "  (coupling h (fun f => P f / 2)) ->"),
    ("Couplings", f"{SHARE} <= ((/ (SphereMGF (INR h) beta)) *", f"{SHARE} < ((/ (SphereMGF (INR h) beta)) *"),
    ("Couplings", f"{SHARE} <= ((/ (SphereMGF (INR h) beta)) *", f"{SHARE} <= ((/ (SphereMGF (INR h) (2 * beta))) *"),
    ("Couplings", f"{KEYS} >= 0))", f"{KEYS} > 0))"),
    ("Couplings", "   ((((-1) * (SphereMGF (INR h) beta)) + (P", "   ((((-2) * (SphereMGF (INR h) beta)) + (P"),
    ("Couplings", f"{BACKWARD} >= (((-2) * beta)", f"{BACKWARD} >= (((-1) * beta)"),
    ("Couplings", ">= ((1 / 8) * (P (fun x y", ">= (100 * (P (fun x y"),
    ("Couplings", "(dot h u u_prime))))))) * (exp beta))))", "(dot h u u_prime))))))) * (exp (beta / 2)))))"),
    ("Couplings", "+ ((1 / 2) * rho * (m ^ 2)) +", "+ ((1 / 3) * rho * (m ^ 2)) +"),
    ("Strictly", "(exp (beta * (dot h y y_prime)))))))) > 0) ->", "(exp (beta * (dot h y y_prime)))))))) >= 0) ->"),
    ("Strictly", "(((-1) / 16) * beta * (1 + ", "((-100) * beta * (1 + "),
    ("Strictly", "(vscal (-1) y_prime))))))) > 0) ->", "(vscal (-1) y_prime))))))) >= 0) ->"),
    ("Strictly", "(dot h y y_prime))))) > 0) ->", "(dot h y y_prime))))) >= 0) ->"),
    ("Strictly", "(vadd x (vscal (-1) y))))) + (P (fun", "(vadd x (vscal (-1) y))))) + 1 + (P (fun"),
    ("Laws", "(dot h y y_prime)))))))) * (exp beta))))", "(dot h y y_prime)))))))) * (exp (beta / 2)))))"),
    ("Laws", "((-2) * (P (fun x y : vector => ((/ (INR n))", "((-3) * (P (fun x y : vector => ((/ (INR n))"),
    ("Averages", "(dot h m u))))))) = (((-1) * beta)", "(dot h m u))))))) = (((-2) * beta)"),
    ("Averages", "(2 * (ln (Cosh (q * rho * beta)))) + (2", "(1 * (ln (Cosh (q * rho * beta)))) + (2"),
    ("Averages", "> (2 * q * beta * (1 + ((-1) * rho) +", "> (2 * q * beta * (2 + ((-1) * rho) +"),
    ("Averages", "<= ((beta * (q ^ 2) * ", "<= ((0 * (q ^ 2) * "),
    ("Population", "+ (4 * rho * beta * ((IvRatio", "+ (0 * rho * beta * ((IvRatio"),
    ("Population", "+ ((beta ^ 2) * (/ kappa) * (IvRatio", "+ ((1 / 9) * (beta ^ 2) * (/ kappa) * (IvRatio"),
    ("Population", "< (2 + ((-2) * ((IvRatio", "< (200 + ((-2) * ((IvRatio"),
    ("Population", f">= {TANGENT.format('(sigma + ((-1) * rho))')}", f">= {TANGENT.format('0')}"),
    ("ConePopulation", f"{INSIDE}{CONE}", f"{INSIDE.replace('<', '<=')}{CONE}"),
    ("ConePopulation", "< (beta * (1 + ((-1) * w)) *", "< ((1 / 2) * beta * (1 + ((-1) * w)) *"),
    ("ConePopulation", "(p_1 >= (p_w + ((1 + ((-1) * w)) *", "(p_1 >= (p_w + ((1 / 2) * (1 + ((-1) * w)) *"),
    ("RefutedPopulation", "   (rho <= sigma) /\\\n", "   (rho = sigma) /\\\n"),
    ("RefutedNoise", "((2 * beta * eta) <= ((INR h) * (2", "((2 * beta * eta) <= (0 * (INR h) * (2"),
    ("Circle", ">= (((-2) * (exp ((-1) * beta))) + (2 * (exp beta)))", ">= (((-2) * (exp beta)) + (2 * (exp beta)))"),
    ("Noise", "((INR h) * (2 + ((-1) * (IvRatio", "((INR h) * ((-2) + ((-1) * (IvRatio"),
]


def compile_proofs(folder, name):
    """Compile the proofs of statements in one file; of what it needs the statements are enough (`-vos`)."""
    make = f"coq_makefile -f _CoqProject -o Makefile.coq && make -s -f Makefile.coq theories/Ledger/{name}.vok"
    return run(["sh", "-c", make], folder)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """The files whose statements are made false below, compiled once with their true statements."""
    folder = tmp_path_factory.mktemp("compiled") / "rocq"
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("*.vo*", "*.glob", ".*.aux", "Makefile*"))
    for name in dict.fromkeys(name for name, _, _ in FALSE):
        said = compile_proofs(folder, name)
        assert not said.returncode, said.stderr
    return folder


def refuses(compiled, folder, name, true, false):
    """Return whether one change of the statements keeps the proofs of a file from compiling, and by that file."""
    shutil.copytree(compiled, folder)
    statements = folder / "theories/Ledger/Statements.v"
    text = statements.read_text()
    assert true in text
    statements.write_text(text.replace(true, false, 1))
    said = compile_proofs(folder, name)
    return said.returncode and f"Ledger/{name}.v" in said.stderr


@needs_rocq
@pytest.mark.slow
@pytest.mark.parametrize(("name", "true", "false"), FALSE)
def test_a_false_variant_of_a_statement_does_not_compile(compiled, tmp_path, name, true, false):
    assert refuses(compiled, tmp_path / "rocq", name, true, false), "a false statement was proved"


@needs_rocq
@pytest.mark.slow
def test_a_claim_that_holds_is_not_refuted(compiled, tmp_path):
    """1 - A < (2 nu + 1)/(2z) fails at order -1/2, and holds from 1/2 on: there is no point then."""
    text = (compiled / "theories/Ledger/Statements.v").read_text()
    begin = text.index("Definition bessel_ratio_complement_half ")
    true = text[begin : text.index("<> 0)", begin)]
    assert "(nu >= ((-1) / 2))" in true
    false = true.replace("(nu >= ((-1) / 2))", "(nu >= (1 / 2))")
    assert refuses(compiled, tmp_path / "rocq", "Refuted", true, false), "a claim that holds was refuted"
