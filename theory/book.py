"""The chapters in the order in which they build on each other, and the ledger of all their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from modgap.theory.kernel.claims import Claim

#: The rooms of claims and their chapters, each after those that it builds on.
ROOMS = {
    "bessel": "functions bounds sharp shape turan entire",
    "sphere": "vmf generating bounds moments",
    "infonce": "population gaussian stability pairs corollaries overlap sharp variants mismatched cones limit "
    "almost_sure",
    "cone": "lemmas centres trap population",
    "subspace": "angles centres population shared wide perpendicular hot couplings concentrated preferred narrow limit",
    "collapse": "family threshold overlap optimum stability hot",
    "alignment": "pairs corollaries methods",
    "printed": "uniform functions hyperplanes centres pairs alignment chances procedure",
}

CHAPTERS = tuple(
    import_module(f"modgap.theory.{room}.{chapter}") for room, chapters in ROOMS.items() for chapter in chapters.split()
)


class Ledger(Mapping[str, Claim]):
    """All claims by id, in the order of the chapters.

    Examples
    --------
    >>> from modgap import theory
    >>> ledger = theory.ledger()
    >>> ledger["bessel.recurrence"].title
    'Recurrence in the order'
    """

    def __init__(self, claims: tuple[Claim, ...]):
        self._claims = {c.id: c for c in claims}
        if len(self._claims) != len(claims):
            raise ValueError("two claims bear the same id")
        for c in claims:
            if c.superseded_by is not None and (c.superseded_by == c.id or c.superseded_by not in self._claims):
                raise ValueError(f"{c.id} is superseded by {c.superseded_by!r}; expected the id of another claim")

    def __getitem__(self, claim_id: str) -> Claim:
        try:
            return self._claims[claim_id]
        except KeyError:
            raise KeyError(f"no claim has the id {claim_id!r}; `modgap list` names them all") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)


@cache
def ledger() -> Ledger:
    """Return the ledger: every claim of every chapter.

    Examples
    --------
    >>> from modgap import theory
    >>> "thm.1.finite" in theory.ledger()
    True
    """
    return Ledger(tuple(c for chapter in CHAPTERS for c in chapter.CLAIMS))


def claim(claim_id: str) -> Claim:
    """Return one claim by its id; raise KeyError where there is none.

    Examples
    --------
    >>> from modgap import theory
    >>> theory.claim("thm.1.finite").title
    'Theorem 1 for every number of pairs'
    """
    return ledger()[claim_id]
