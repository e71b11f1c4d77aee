"""Which models the experiments train: families of one setting, each with several seeds, kept in a folder by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from modgap.paper_checks.training.pictures import read_pictures
from modgap.paper_checks.training.run import Trained, train
from modgap.paper_checks.training.settings import Settings

__all__ = ["ANGLES", "BASE", "FAMILIES", "MAIN", "NOISE", "SEEDS", "STARTS", "TEMPERATURES", "Family", "run_all"]

SEEDS = (0, 1, 2)
#: Small and short: some fifteen seconds each on a core. 6,342 pairs are trained on, 1,000 held out.
BASE = Settings(dim=16, size=16, width=12, batch=128, epochs=12, held_out=1000)
TEMPERATURES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
STARTS, ANGLES, NOISE = (30.0, 150.0), (20.0, 80.0), (0.1, 0.3, 0.5)
#: Told of the family, how many models are ready, and how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Family:
    """A setting that is trained once with each seed.

    Attributes
    ----------
    name : str
        Of the folders: ``<name>-s<seed>``.
    settings : Settings
        With the first seed.
    seeds : tuple of int
        Two where a family is there for a look; the interval of so few is wide, and decides little.
    """

    name: str
    settings: Settings
    seeds: tuple[int, ...] = SEEDS


def _families() -> list[Family]:
    def family(name: str, **changes: object) -> Family:
        settings = replace(BASE, **changes)  # type: ignore[arg-type]
        return Family(name, settings, SEEDS if name in MAIN else SEEDS[:2])

    planes = {"constraint": "hyperplanes", "free_angle": True}
    return [
        *(family(f"free-t{t:g}", temperature=t, start_gap=90.0) for t in TEMPERATURES),
        *(family(f"start-g{g:g}-t{t:g}", temperature=t, start_gap=g) for g in STARTS for t in (0.02, 0.2)),
        *(family(f"cone-t{t:g}", temperature=t, constraint="cone", cone_degrees=30.0, start_gap=120.0)
          for t in (0.05, 0.5)),
        *(family(f"planes-a{a:g}", temperature=0.1, angle_degrees=a, **planes) for a in ANGLES),
        *(family(f"planes-cone-t{t:g}-a{a:g}", temperature=t, angle_degrees=a, cone_degrees=45.0, **planes)
          for t in (0.1, 0.5) for a in ANGLES),
        *(family(f"noise-{n:g}", temperature=0.1, dim=4, noise=n) for n in (0.0, *NOISE)),
        *(family(f"learned-noise-{n:g}", temperature=0.1, dim=4, noise=n, learn_temperature=True) for n in NOISE),
        family("sigmoid", temperature=0.1, loss="sigmoid", start_gap=90.0),
        family("wide", temperature=0.05, dim=64, start_gap=90.0),
    ]  # fmt: skip


#: Families that are trained with all seeds; the others with two.
MAIN = frozenset(
    {
        "free-t0.01", "free-t0.02", "free-t0.1", "free-t0.5", "start-g150-t0.02", "cone-t0.05", "cone-t0.5",
        "planes-cone-t0.1-a20", "planes-cone-t0.1-a80", "noise-0", "noise-0.1", "noise-0.5", "wide",
    }
)  # fmt: skip
FAMILIES = {family.name: family for family in _families()}


def run_all(folder: Path, progress: Progress = lambda name, done, total: None) -> dict[str, list[Trained]]:
    """Train what is not there yet; return the models of every family, by seed.

    Parameters
    ----------
    folder : Path
        Gets a folder for each model; an interrupted run goes on.
    progress : callable
        Told before every model, and at the end.

    Raises
    ------
    MissingDataError
        If the icons are not installed.
    InputError
        If the folder holds other runs, or cannot be written to.
    """
    pictures = read_pictures(["material"], BASE.size)
    found: dict[str, list[Trained]] = {name: [] for name in FAMILIES}
    models = [(seed, family) for seed in SEEDS for family in FAMILIES.values() if seed in family.seeds]
    for done, (seed, family) in enumerate(models):
        progress(family.name, done, len(models))
        settings = replace(family.settings, seed=seed)
        found[family.name].append(train(pictures, settings, folder / f"{family.name}-s{seed}"))
    progress("", len(models), len(models))
    return found
