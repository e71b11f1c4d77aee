"""`modgap reproduce`: figures and tables of the paper, computed anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from modgap.numerics.checks import InputError
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.io.console import output_folder, say_written, with_progress, with_status

__all__ = ["COMMANDS", "TARGETS", "reproduce"]

#: Computes one figure or table: from the folder of encoded data (if given) into a folder; tells whether all was met.
Target = Callable[[str | None, Path], bool]


def _figure1(data: str | None, folder: Path) -> bool:
    """Figure 1: convergence under the three constraints."""
    from modgap.paper_checks.figures.convergence import write_convergence

    written, runs = write_convergence(folder)
    for name, run in runs.items():
        report = run.report
        click.echo(f"{name}: {'as the theory says' if report.met else 'falls short'} ({report.theorem})")
        for sentence in report.words:
            click.echo(f"  {sentence}")
    say_written(written)
    return all(run.report.met for run in runs.values())


def _figure2(data: str | None, folder: Path) -> bool:
    """Figure 2: cosines, UMAP, spectra and principal angles of paired embeddings."""
    from modgap.paper_checks.figures.embeddings import write_embeddings
    from modgap.paper_checks.measured.pairs import find_pairs

    return _show(*write_embeddings(find_pairs(data), folder))


def _figure3(data: str | None, folder: Path) -> bool:
    """Figure 3: the geometry of Theorems 3 and 4 and of Corollaries 2 to 4."""
    from modgap.paper_checks.figures.theorems import write_geometry

    return _show(*write_geometry(folder))


def _figure4(data: str | None, folder: Path) -> bool:
    """Figure 4: UMAP and cosines after shared space projection."""
    from modgap.paper_checks.figures.embeddings import write_projection
    from modgap.paper_checks.measured.pairs import find_pairs

    return _show(*write_projection(find_pairs(data), folder))


def _figure5(data: str | None, folder: Path) -> bool:
    """Figure 5: what translation does to optimal pairs."""
    from modgap.paper_checks.figures.theorems import write_translation

    return _show(*write_translation(folder))


def _figure6(data: str | None, folder: Path) -> bool:
    """Figure 6: the construction of figure 3 in four dimensions."""
    from modgap.paper_checks.figures.printed import write_projection_in_four

    return _show(*write_projection_in_four(folder))


def _figure7(data: str | None, folder: Path) -> bool:
    """Figure 7: how far embeddings lean towards the centre of their modality."""
    from modgap.paper_checks.figures.printed import write_leaning
    from modgap.paper_checks.measured.pairs import find_pairs

    return _show(*write_leaning(find_pairs(data), folder))


def _figure8(data: str | None, folder: Path) -> bool:
    """Figure 8: singular values, as they are and centred."""
    from modgap.paper_checks.figures.printed import write_singular_values
    from modgap.paper_checks.measured.pairs import find_pairs

    return _show(*write_singular_values(find_pairs(data), folder))


def _table(name: str) -> Target:
    """Return the target that measures a table."""

    def measure(data: str | None, folder: Path) -> bool:
        from modgap.paper_checks.measured.tables import text_table, write_table

        written, lines = write_table(name, data, folder)
        click.echo(text_table(name, lines))
        say_written(written)
        return all(line.missing is None for line in lines)

    return measure


def _predictions(data: str | None, folder: Path) -> bool:
    """What the theory predicts for the pairs, held against them."""
    from modgap.paper_checks.measured.pairs import find_pairs
    from modgap.paper_checks.measured.predictions import text, write_predictions

    pairs = find_pairs(data)
    written, found = write_predictions(pairs, folder)
    click.echo(text(pairs, found))
    say_written(written)
    return True


def _experiments(data: str | None, folder: Path) -> bool:
    """Experiments on models of our own: what theory and trained embeddings say to each other."""
    from modgap.paper_checks.experiments.plan import run_all
    from modgap.paper_checks.figures.experiments import write_experiments

    def trained(report: Callable[[int, int], None] | None) -> Any:
        return run_all(folder / "runs", lambda name, done, total: report(done, total) if report else None)

    written, found = write_experiments(with_progress("training …", trained), folder)
    for result in found:
        click.echo(f"{result.question} Theory and experiment: {result.verdict}.\n  {result.sentence}")
    say_written(written)
    return True


def _show(written: list[Path], record: dict[str, Any]) -> bool:
    """Print the caption, which says what the data are, and where the files are."""
    click.echo(record["caption"])
    if record.get("limit"):
        click.echo(f"Limit: {record['limit']}.")
    say_written(written)
    return True


#: What can be reproduced: each writes to a folder and tells whether the theory was met.
TARGETS: dict[str, Target] = {
    "fig1": _figure1,
    "fig2": _figure2,
    "fig3": _figure3,
    "fig4": _figure4,
    "fig5": _figure5,
    "fig6": _figure6,
    "fig7": _figure7,
    "fig8": _figure8,
    "predictions": _predictions,
    "convergence": _experiments,
    **{name: _table(name) for name in ("table1", "table2", "table3")},
}


#: Targets that are computed from pairs.
OF_PAIRS = ("fig2", "fig4", "predictions")


@click.command()
@click.argument("target", metavar="TARGET")
@click.option("--data", metavar="DIR", help="Encoded data sets (`modgap encode`), a folder of `modgap train`, or a "
              "file (2, N, h); without it the 500 pairs at hand.")  # fmt: skip
@click.option("--sample", is_flag=True, help="The pairs that come with the package, in place of --data.")
@click.option("--out", metavar="DIR", default="build/reproduce", show_default=True, help="Where to write.")
def reproduce(target: str, data: str | None, sample: bool, out: str) -> int:
    """Compute a figure or table of the paper anew and write it to a folder.

    TARGET is one of fig1 to fig8, table1 to table3, predictions: what the theory predicts for the pairs, held
    against them, and convergence: experiments on some seventy small models that are trained first, about twenty
    minutes on a core, and go on where they stopped. Figures 1, 3 and 5 are of the theory and take no data. A figure
    whose data are missing is not written: the message says which, and the status is 2. A table is written with empty
    cells, each named, and the status is 1 unless every cell was measured.
    """
    if target not in TARGETS:
        raise InputError("TARGET", repr(target), f"one of {', '.join(TARGETS)}")
    if sample:
        data = _sample(target, data)
    with output_folder(out, "--out") as folder:
        try:
            met = with_status(f"computing {target} …", lambda: TARGETS[target](data, folder))
        except MissingDataError as error:
            raise click.ClickException(f"{target}: {error}") from None
    return 0 if met else 1


COMMANDS = [reproduce]


def _sample(target: str, data: str | None) -> str:
    """Return the file of the embedded sample, or refuse it where the target takes no pairs or has others."""
    from modgap.paper_checks.measured.pairs import embedded_sample

    if data is not None or target not in OF_PAIRS:
        got = f"it with {'--data' if data is not None else target}"
        raise InputError("--sample", got, f"it alone with one of {', '.join(OF_PAIRS)}")
    return str(embedded_sample())
