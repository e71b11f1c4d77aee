"""`modgap align`: the alignment methods on paired embeddings, with what they change, into an .npz file."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click
import numpy as np
from numpy.typing import NDArray

from modgap.numerics.checks import InputError
from modgap.numerics.threads import threads_for
from modgap.paper_checks.commands.align_report import Part, print_report
from modgap.paper_checks.io.console import ARGUMENTS, collected_warnings, jsonable, say_written, warn, with_status
from modgap.paper_checks.io.npz import RowBlocks, npz_target, write_npz
from modgap.paper_checks.measured.intervals import check_resamples
from modgap.paper_checks.measured.pairs import given_pairs
from modgap.paper_checks.measured.sampling import sampled_rows, unit_pairs_of

if TYPE_CHECKING:
    from modgap.numerics.embeddings.align import Fit, SharedDimensions

__all__ = ["COMMANDS", "align"]

METHODS = ("ssp", "rotation", "translation", "removal")
#: The options that a method takes; given to another one they are bad usage.
OPTIONS = {"ssp": ("variance", "epsilon", "components", "ranking"), "rotation": ("variance",),
           "translation": ("scale",), "removal": ("count",)}  # fmt: skip
#: With fewer pairs than this in either part, a mean or a fit says nothing.
LEAST_PAIRS = 2


@click.command()
@click.argument("images", metavar="[IMAGES.npy]", required=False)
@click.argument("texts", metavar="[TEXTS.npy]", required=False)
@click.option("--sample", "embedded", is_flag=True, help="The pairs that come with the package, in place of files.")
@click.option("--method", required=True, type=click.Choice(METHODS), help="How to align.")
@click.option("--out", required=True, metavar="FILE.npz", help="Where to write the transformed pairs.")
@click.option("--variance", type=float, help="ssp, rotation: share of the squared singular values kept (default 0.99).")
@click.option("--epsilon", type=float, help="ssp: a direction is shared if its cosine exceeds 1 - EPSILON (0.001).")
@click.option("--components", type=int, help="ssp: keep only so many of the shared directions.")
@click.option(
    "--ranking",
    type=click.Choice(("variance", "printed")),
    help="ssp: how directions are ranked (variance), by their variance or by step 5 as printed.",
)
@click.option("--scale", type=float, help="translation: by this multiple of the difference of the means (default 1).")
@click.option("--count", type=int, help="removal: how many coordinates to leave out (default 1).")
@click.option(
    "--fit-share", "--fit", "share", type=float, help="Fit to this share of the pairs, drawn at random; report on both."
)
@click.option("--bootstrap", "resamples", type=int, default=1000, show_default=True, help="For the intervals; 0: none.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of that draw and of the resamples.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else on stdout.")
def align(
    images: str | None,
    texts: str | None,
    embedded: bool,
    method: str,
    out: str,
    share: float | None,
    resamples: int,
    seed: int,
    as_json: bool,
    **given: Any,
) -> None:
    """Align paired embeddings after training, and say what that does to gap and retrieval.

    IMAGES.npy and TEXTS.npy are as for `modgap gap`. FILE.npz gets the arrays `images` and `texts`, transformed (all
    pairs, rows of length 1), `fitted` (which of them the method was fitted to), `method` and what it kept. Without
    --fit-share the method is fitted to the pairs that it is evaluated on, which flatters it.
    """
    check_resamples(resamples)
    target = npz_target(out)
    before = {target} if target.exists() else set()
    job = Job(method, _options(method, given), *given_pairs(images, texts, embedded), share, seed)
    click.get_current_context().with_resource(threads_for(job.x.size))
    with collected_warnings() as notes:
        fit, sensitivity = with_status("fitting …", job.fitted)
    warn(notes)
    parts = {name: job.part(fit, rows, resamples) for name, rows in job.parts().items()}
    document = job.document(fit, sensitivity, parts)
    with_status("writing …", lambda: write_npz(target, job.arrays(fit)))
    if as_json:
        click.echo(json.dumps(jsonable(document), indent=2, allow_nan=False))
    else:
        print_report(document, parts)
    say_written([target], before)


COMMANDS = [align]


def _options(method: str, given: dict[str, Any]) -> dict[str, Any]:
    options = {name: value for name, value in given.items() if value is not None}
    for name in options:
        if name not in OPTIONS.get(method, ()):
            takers = ", ".join(m for m, names in OPTIONS.items() if name in names)
            raise InputError(f"--{name}", f"{options[name]} with --method {method}", f"the method {takers}")
    return options


class Job:
    """One method on one set of pairs, of which it is fitted to a share."""

    def __init__(
        self,
        method: str,
        options: dict[str, Any],
        x: NDArray[Any],
        y: NDArray[Any],
        share: float | None,
        seed: int,
    ) -> None:
        from modgap.numerics.checks import paired_forms

        self.x, self.y = paired_forms(x, y, ARGUMENTS)
        self.method, self.options, self.share, self.seed = method, options, share, seed
        self.chosen = _chosen(len(x), share, seed)

    def fitted(self) -> tuple[Fit, SharedDimensions | None]:
        """Return the fit, and for the projection how many directions other thresholds would share."""
        try:
            return self._fitted()
        except InputError as error:
            if error.argument not in self.options:
                raise
            raise InputError(f"--{error.argument}", error.got, error.expected) from None

    def _fitted(self) -> tuple[Fit, SharedDimensions | None]:
        from modgap.numerics.embeddings import align as methods
        from modgap.numerics.embeddings.shared_space import fit_with_sensitivity

        options = {**self.options, "names": ARGUMENTS, "chosen": self.chosen}
        if self.method == "ssp":
            return fit_with_sensitivity(self.x, self.y, **options)
        calls: dict[str, Callable[..., Fit]] = {
            "rotation": methods.fit_rotation,
            "translation": methods.fit_translation,
            "removal": methods.fit_removal,
        }
        return calls[self.method](self.x, self.y, **options), None

    def parts(self) -> dict[str, NDArray[np.int64]]:
        """Return the rows of each part."""
        rows = {"fitted": np.flatnonzero(self.chosen), "held_out": np.flatnonzero(~self.chosen)}
        return {name: part for name, part in rows.items() if len(part)}

    def part(self, fit: Fit, rows: NDArray[np.int64], resamples: int) -> Part:
        """Return the figures of a part, or of a sample of it, before and after."""
        before = unit_pairs_of(self.x, self.y, sampled_rows(rows, None, self.seed, ""))
        return Part.of(before, fit.transform(*before, ARGUMENTS), len(rows), resamples, self.seed)

    def document(self, fit: Fit, sensitivity: SharedDimensions | None, parts: dict[str, Part]) -> dict[str, Any]:
        """Return the JSON document; `before` and `after` are those of the held-out pairs, where there are any."""
        judged = parts.get("held_out", parts["fitted"])
        return {
            "method": self.method,
            "options": self.options,
            "kept": _kept(fit),
            "sensitivity": None if sensitivity is None else vars(sensitivity),
            "pairs": len(self.x),
            "fitted_pairs": parts["fitted"].pairs,
            "evaluated_on": "held-out pairs" if "held_out" in parts else "the pairs it was fitted to",
            "evaluated_pairs": judged.pairs,
            "seed": self.seed,
            "before": judged.before,
            "after": judged.after,
            "fitted": parts["fitted"].document(),
            "held_out": parts["held_out"].document() if "held_out" in parts else None,
        }

    def arrays(self, fit: Fit) -> dict[str, Any]:
        """Return what the file is to hold: embeddings in single precision unless the input had double."""
        kind = np.float64 if self.x.dtype.itemsize >= 8 else np.float32
        sides = {
            name: RowBlocks(len(values), kind, _Blocks(fit, side, values, argument))
            for side, (name, values, argument) in enumerate(
                zip(("images", "texts"), (self.x, self.y), ARGUMENTS, strict=True)
            )
        }
        return {**sides, "fitted": self.chosen, "method": np.array(self.method), **_arrays(fit)}


@dataclass(frozen=True, eq=False)
class _Blocks:
    fit: Fit
    side: int
    values: NDArray[Any]
    name: str

    def __call__(self) -> Any:
        return self.fit.blocks(self.side, self.values, self.name, quiet=True)


def _chosen(pairs: int, share: float | None, seed: int) -> NDArray[np.bool_]:
    """Return which pairs the method is fitted to."""
    chosen = np.ones(pairs, dtype=bool)
    if seed < 0:
        raise InputError("--seed", str(seed), "an integer of at least 0")
    if share is None:
        return chosen
    count = round(share * pairs) if math.isfinite(share) else 0
    if not LEAST_PAIRS <= count <= pairs - LEAST_PAIRS:
        raise InputError(
            "--fit-share", f"{share:g} of {pairs} pairs", f"a share that leaves {LEAST_PAIRS} pairs on both sides"
        )
    chosen[np.random.default_rng(seed).permutation(pairs)[count:]] = False
    return chosen


def _arrays(fit: Fit) -> dict[str, NDArray[Any]]:
    """Return what a fit kept, as arrays by name."""
    return {name: np.asarray(value) for name, value in vars(fit).items()}


def _kept(fit: Fit) -> dict[str, Any]:
    """Return what a fit kept in short: numbers as they are, of a matrix its shape."""
    return {
        name: array.tolist() if array.ndim == 0 or array.dtype.kind == "i" else {"shape": list(array.shape)}
        for name, array in _arrays(fit).items()
    }
