"""What `make record` writes into README.md and docs/claims.md says what the record says."""

from __future__ import annotations

from modgap.paper_checks.documents import readme
from modgap.theory import ledger
from modgap.theory.rocq.standing import kernel


def test_the_table_of_claims_says_what_rocq_checked():
    rows = [line.split(" | ") for line in readme.page().splitlines() if line.startswith("| `")]
    assert len(rows) == len(ledger())
    said = {row[0].strip("| `"): row[3].strip() for row in rows}
    assert said == {name: "Rocq" if kernel(c) == "rocq" else "" for name, c in ledger().items()}


def test_the_counts_stand_between_the_markers():
    text = readme.with_counts(f"a\n{readme.BEGIN}\nold\n{readme.END}\nb\n")
    assert text.startswith("a\n")
    assert text.endswith("b\n")
    assert "old" not in text
    assert f"{sum(kernel(c) == 'rocq' for c in ledger().values())} claims are also checked by Rocq" in text
