"""The chapters in the order in which they build on each other, and the ledger of all their claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from modgap.theory.alignment import corollaries as alignment_corollaries
from modgap.theory.alignment import methods as alignment_methods
from modgap.theory.alignment import pairs as alignment
from modgap.theory.bessel import bounds as bessel_bounds
from modgap.theory.bessel import entire as bessel_entire
from modgap.theory.bessel import functions as bessel
from modgap.theory.bessel import shape as bessel_shape
from modgap.theory.bessel import sharp as bessel_sharp
from modgap.theory.bessel import turan as bessel_turan
from modgap.theory.collapse import family as subspace_free
from modgap.theory.collapse import hot as subspace_free_hot
from modgap.theory.collapse import optimum as subspace_free_global
from modgap.theory.collapse import overlap as subspace_free_overlap
from modgap.theory.collapse import stability as subspace_free_stability
from modgap.theory.collapse import threshold as subspace_free_threshold
from modgap.theory.cone import centres as cone
from modgap.theory.cone import lemmas as cone_lemmas
from modgap.theory.cone import population as cone_population
from modgap.theory.cone import trap as cone_trap
from modgap.theory.infonce import almost_sure as mcl_limit_almost_sure
from modgap.theory.infonce import corollaries as infonce_corollaries
from modgap.theory.infonce import limit as mcl_limit
from modgap.theory.infonce import overlap as infonce_overlap
from modgap.theory.infonce import pairs as infonce
from modgap.theory.infonce import population, stability
from modgap.theory.infonce import sharp as infonce_sharp
from modgap.theory.infonce import variants as infonce_variants
from modgap.theory.kernel.claims import Claim
from modgap.theory.printed import alignment as printed_alignment
from modgap.theory.printed import centres as printed_centres
from modgap.theory.printed import chances as printed_chances
from modgap.theory.printed import functions as printed_functions
from modgap.theory.printed import hyperplanes as printed_hyperplanes
from modgap.theory.printed import pairs as printed_pairs
from modgap.theory.printed import procedure as printed_procedure
from modgap.theory.printed import uniform as printed_uniform
from modgap.theory.sphere import bounds as vmf_bounds
from modgap.theory.sphere import generating as sphere_mgf
from modgap.theory.sphere import moments as vmf_moments
from modgap.theory.sphere import vmf
from modgap.theory.subspace import angles as subspace
from modgap.theory.subspace import centres as centre_pair
from modgap.theory.subspace import concentrated as subspace_concentrated
from modgap.theory.subspace import couplings as subspace_couplings
from modgap.theory.subspace import hot as subspace_hot
from modgap.theory.subspace import limit as subspace_limit
from modgap.theory.subspace import narrow as subspace_narrow
from modgap.theory.subspace import perpendicular as subspace_perpendicular
from modgap.theory.subspace import population as subspace_population
from modgap.theory.subspace import preferred as subspace_preferred
from modgap.theory.subspace import shared as subspace_shared
from modgap.theory.subspace import wide as subspace_wide

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
    infonce_variants,
    mcl_limit,
    mcl_limit_almost_sure,
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
    subspace_preferred,
    subspace_narrow,
    subspace_limit,
    subspace_free,
    subspace_free_threshold,
    subspace_free_overlap,
    subspace_free_global,
    subspace_free_stability,
    subspace_free_hot,
    alignment,
    alignment_corollaries,
    alignment_methods,
    printed_uniform,
    printed_functions,
    printed_hyperplanes,
    printed_centres,
    printed_pairs,
    printed_alignment,
    printed_chances,
    printed_procedure,
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
