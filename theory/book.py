"""The chapters in the order in which they build on each other, and the ledger of all their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from theory import (
    alignment,
    alignment_corollaries,
    alignment_methods,
    bessel,
    bessel_bounds,
    bessel_entire,
    bessel_shape,
    bessel_sharp,
    bessel_turan,
    centre_pair,
    cone,
    cone_lemmas,
    cone_population,
    cone_trap,
    infonce,
    infonce_corollaries,
    infonce_overlap,
    infonce_sharp,
    mcl_limit,
    population,
    sphere_mgf,
    stability,
    subspace,
    subspace_concentrated,
    subspace_couplings,
    subspace_free,
    subspace_free_global,
    subspace_free_hot,
    subspace_free_overlap,
    subspace_free_threshold,
    subspace_hot,
    subspace_limit,
    subspace_perpendicular,
    subspace_population,
    subspace_shared,
    subspace_wide,
    vmf,
    vmf_bounds,
    vmf_moments,
)
from theory.claims import Claim

CHAPTERS = (
    bessel,
    bessel_bounds,
    bessel_sharp,
    bessel_shape,
    bessel_turan,
    bessel_entire,
    vmf,
    sphere_mgf,
    vmf_bounds,
    vmf_moments,
    population,
    stability,
    infonce,
    infonce_corollaries,
    infonce_overlap,
    infonce_sharp,
    mcl_limit,
    cone_lemmas,
    cone,
    cone_trap,
    cone_population,
    subspace,
    centre_pair,
    subspace_population,
    subspace_shared,
    subspace_wide,
    subspace_perpendicular,
    subspace_hot,
    subspace_couplings,
    subspace_concentrated,
    subspace_limit,
    subspace_free,
    subspace_free_threshold,
    subspace_free_overlap,
    subspace_free_global,
    subspace_free_hot,
    alignment,
    alignment_corollaries,
    alignment_methods,
)


class Ledger(Mapping[str, Claim]):
    """All claims by id, in the order of the chapters."""

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
    """Return the ledger: every claim of every chapter."""
    return Ledger(tuple(c for chapter in CHAPTERS for c in chapter.CLAIMS))


def claim(claim_id: str) -> Claim:
    """Return one claim by its id; raise KeyError where there is none."""
    return ledger()[claim_id]
