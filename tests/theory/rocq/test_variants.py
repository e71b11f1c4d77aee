"""Of each claim that Rocq checks: its proof does not prove the statement whose relation is turned round."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from modgap.theory.rocq.check import SOURCES, listed

needs_rocq = pytest.mark.skipif(not shutil.which("coqtop"), reason="coqtop is not installed")

TURNED = {"<=": ">", "<": ">=", ">=": "<", ">": "<=", "=": "<>", "<>": "="}
#: Where a proof may come to no end on what is false; nothing depends on how long it is.
PATIENCE = 30


def statements() -> dict[str, str]:
    """Return the proposition of each claim, by its name in Rocq."""
    text = (SOURCES / "theories/Ledger/Statements.v").read_text(encoding="utf-8")
    return dict(re.findall(r"Definition (\w+) : Prop :=\n(.*?)\.\n(?=\n|$|\(\*|Definition)", text, re.S))


def proofs() -> dict[str, list[tuple[str, str]]]:
    """Return the names and proofs of the claims in each file of proofs."""
    found = defaultdict(list)
    for file in sorted((SOURCES / "theories/Ledger").glob("*.v")):
        pattern = r"(?:Theorem|Lemma) (\w+)_holds : \w+\.\n(Proof.*?Qed\.)"
        found[file.stem] = re.findall(pattern, file.read_text(encoding="utf-8"), re.S)
    return {stem: named for stem, named in found.items() if named}


def turned(proposition: str) -> str:
    """Turn round the relation that a proposition ends in: the outermost one behind its last conjunction or arrow."""
    start = max(proposition.rfind("/\\\n"), proposition.rfind("->\n"), 0)
    depths, depth = {}, 0
    for at, sign in enumerate(proposition):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if at >= start and (found := re.match(r" (<=|>=|<>|<|>|=) ", proposition[at:])):
            depths[at] = depth, found[1]
    at = min(depths, key=lambda place: (depths[place][0], -place))
    old = depths[at][1]
    return proposition[:at] + f" {TURNED[old]} " + proposition[at + len(old) + 2 :]


def asked(stem: str, changed: bool) -> str:
    """Write what Rocq is to read: each claim's statement, turned round or not, with the proof of the claim."""
    own = (SOURCES / f"theories/Ledger/{stem}.v").read_text(encoding="utf-8")
    header = "\n".join(re.findall(r"^(?:From .*?\.|Open Scope \w+\.|Import .*?\.)$", own, re.M))
    lines = [header, f"From Modgap Require Import Ledger.{stem}.", f"Set Default Timeout {PATIENCE}."]
    known = statements()
    for name, proof in proofs()[stem]:
        says = turned(known[name]) if changed else known[name]
        # What the proof unfolds is the statement that is written here, and not the one that it was made for.
        here = proof.replace("Statements.", "")
        lines += [f"Definition {name} : Prop :=\n{says}.", f"Theorem {name}_again : {name}.", here, "Abort All."]
        lines.append(f"Check {name}_again.")
    return "\n".join(lines) + "\n"


def proved(stem: str, changed: bool, compiled: Path) -> set[str]:
    """Return the claims of a file whose proofs prove their statements, turned round or not."""
    command = ["coqtop", "-q", "-Q", str(compiled / "theories"), "Modgap"]
    said = subprocess.run(command, input=asked(stem, changed), capture_output=True, text=True, check=False)
    return set(re.findall(r"^(?:\w+ < )*(\w+)_again$", said.stdout, re.M))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """The development, compiled."""
    folder = tmp_path_factory.mktemp("rocq") / "work"
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("*.vo*", "*.glob", ".*.aux", "Makefile*"))
    command = "coq_makefile -f _CoqProject -o Makefile.coq && make -s -j2 -f Makefile.coq"
    assert not subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False).returncode
    return folder


def test_every_claim_has_a_proof_and_a_relation_to_turn_round():
    names = {claim.id.replace(".", "_") for claim, _ in listed()}
    assert names == {name for named in proofs().values() for name, _ in named} == set(statements())
    for proposition in statements().values():
        assert turned(proposition) != proposition
        assert turned(turned(proposition)) == proposition


@needs_rocq
@pytest.mark.slow
@pytest.mark.parametrize("stem", proofs())
def test_no_proof_proves_its_statement_turned_round(stem, compiled):
    names = {name for name, _ in proofs()[stem]}
    assert proved(stem, False, compiled) == names
    assert not proved(stem, True, compiled)
