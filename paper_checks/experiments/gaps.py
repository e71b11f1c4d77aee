"""Experiments on the gap: temperature, the start, cones, hyperplanes, and what recall sees of it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch

from modgap.numerics.bessel import inverse_iv_ratio
from modgap.numerics.contrastive.population import centre_pair_slope
from modgap.numerics.embeddings.offsets import score_parts
from modgap.numerics.loss import mcl_loss
from modgap.paper_checks.experiments.bounds import means_distance
from modgap.paper_checks.experiments.plan import ANGLES, BASE, FAMILIES, STARTS, TEMPERATURES
from modgap.paper_checks.experiments.results import (
    AGREE,
    CANNOT_TELL,
    DISAGREE,
    Result,
    Runs,
    Seeded,
    at_end,
    seeded,
    table,
)
from modgap.paper_checks.training.run import Trained

__all__ = ["best_angle", "cone", "hyperplanes", "price", "start", "temperature"]

#: A gap below this counts as closed, degrees.
CLOSED = 10.0
#: Where the centres of moving cones start, degrees.
CONE_START = 120.0
#: Points of recall that a gap may cost before it counts.
DEAR = 5.0
#: Cosines of the angle at which the loss of given laws is looked at.
COSINES = np.linspace(0, 1, 101)


def temperature(runs: Runs) -> Result:
    """Ask whether temperature has an effect on the gap."""
    names = {f"free-t{t:g}": (f"{t:g}",) for t in TEMPERATURES}
    columns: dict[str, Any] = {
        "gap (degrees)": lambda m: at_end(m, "training/gap_degrees"),
        "distance of the means": means_distance,
        "mean, images": lambda m: at_end(m, "training/image_mean"),
        "mean, texts": lambda m: at_end(m, "training/text_mean"),
        "R@1 held out": lambda m: at_end(m, "held-out/text_to_image"),
    }
    rows, record = table(runs, names, columns, ".2f")
    measures = [columns[name] for name in ("gap (degrees)", "distance of the means", "mean, images")]
    ends = [[measure(runs[f"free-t{t:g}"]) for t in (TEMPERATURES[0], TEMPERATURES[-1])] for measure in measures]
    (gap_low, gap_high), _, (mean_low, mean_high) = ends
    apart = any(a.interval.low > b.interval.high or b.interval.low > a.interval.high for a, b in ends)
    wide = {t: at_end(runs[f"start-g{STARTS[1]:g}-t{t:g}"], "training/gap_degrees") for t in (0.02, 0.2)}
    apart |= wide[0.02].interval.low > wide[0.2].interval.high
    effect = (
        "Temperature has an effect, against section A.3 of the paper" if apart else "No effect of temperature is seen"
    )
    sentence = (
        f"From cones 90° apart the gap ends at {gap_low.text('.1f')}° at τ = {TEMPERATURES[0]:g} and "
        f"{gap_high.text('.1f')}° at τ = {TEMPERATURES[-1]:g}, with means of length {mean_low.text('.2f')} and "
        f"{mean_high.text('.2f')}; from {STARTS[1]:g}° apart at {wide[0.02].text('.1f')}° at τ = 0.02 and "
        f"{wide[0.2].text('.1f')}° at τ = 0.2. {effect}: low temperature keeps cones narrow, and with them "
        "what there is of a gap; at high temperature the means vanish and the angle loses its meaning."
    )  # fmt: skip
    return Result("temperature", "Does temperature have an effect on the gap?", ("thm.1", "thm.2"),
                  AGREE if apart else CANNOT_TELL, sentence, ("τ", *columns), rows, record)  # fmt: skip


def start(runs: Runs) -> Result:
    """Ask whether the gap of the start is kept, and what gradients there are to close it."""
    names = {f"start-g{g:g}-t{t:g}": (f"{t:g}", f"{g:g}°") for t in (0.02, 0.2) for g in STARTS}
    names |= {f"free-t{t:g}": (f"{t:g}", "90°") for t in (0.02, 0.2)}
    columns: dict[str, Any] = {
        "gap at the end (degrees)": lambda m: at_end(m, "training/gap_degrees"),
        "distance of the means": means_distance,
        "closing gradient, %": lambda m: seeded(100 * closing_gradient(model) for model in m),
        "R@1 held out": lambda m: at_end(m, "held-out/text_to_image"),
    }
    rows, record = table(runs, dict(sorted(names.items(), key=lambda item: item[1])), columns, ".2f")
    wide, narrow = f"start-g{STARTS[1]:g}-t0.02", "free-t0.02"
    far, near = (at_end(runs[name], "training/gap_degrees") for name in (wide, narrow))
    share = columns["closing gradient, %"](runs[f"start-g{STARTS[1]:g}-t0.02"])
    best = [at_end(runs[name], "held-out/text_to_image") for name in (wide, narrow)]
    kept = far.interval.low > near.interval.high
    sentence = (
        f"At τ = 0.02 the gap ends at {far.text('.1f')}° from a start of {STARTS[1]:g}° and at {near.text('.1f')}° "
        f"from 90°: {'the start is remembered' if kept else 'the start is not remembered beyond the spread'}"
        f". Of the squared gradient in the images {share.text('.2f')} % moves all of them towards the texts' "
        f"centre, to close the wide gap. Recall held out is {best[0].text('.3f')} with the wide gap and "
        f"{best[1].text('.3f')} with the narrow one."
    )
    return Result("start", "Is a gap of the start kept?", ("thm.1.gap_vector",),
                  AGREE if kept else CANNOT_TELL, sentence, ("τ", "start", *columns), rows, record)  # fmt: skip


def closing_gradient(model: Trained) -> float:
    """Return the share N(ḡ·d)²/Σ|g_i|² of the loss's gradient in the images that moves all of them to close the gap.

    d is the direction from the images' centre to that of the texts. Directions across d change how wide the cones are,
    and with it the temperature that pairs see, not how far apart they are.
    """
    x, y = (torch.from_numpy(side[:2000]).double() for side in model.embeddings["training"])
    x.requires_grad_()
    (gradient,) = torch.autograd.grad(mcl_loss(x, y, model.record["history"][-1]["temperature"]), x)
    x = x.detach()
    # What is along x_i only changes its length.
    tangent = gradient - (gradient * x).sum(1, keepdim=True) * x
    own, other = (torch.nn.functional.normalize(side.mean(0), dim=0) for side in (x, y))
    towards = torch.nn.functional.normalize(other - (other @ own) * own, dim=0)
    return float(len(x) * (tangent.mean(0) @ towards) ** 2 / (tangent**2).sum())


def cone(runs: Runs) -> Result:
    """Ask whether hard cones about centres that are learned close their gap, where no trap is predicted."""
    names = {f"cone-t{t:g}": t for t in (0.05, 0.5)}
    traps = {name: _trapped(runs[name], t) for name, t in names.items()}
    columns: dict[str, Any] = {
        "gap at the end (degrees)": lambda m: at_end(m, "training/gap_degrees"),
        "mean, images": lambda m: at_end(m, "training/image_mean"),
        "R@1 held out": lambda m: at_end(m, "held-out/text_to_image"),
    }
    labels = {name: (f"{t:g}", "a trap" if traps[name] else "none") for name, t in names.items()}
    rows, record = table(runs, labels, columns, ".2f")
    met, failed, said = [], [], []
    for name, t in names.items():
        gap, trap = at_end(runs[name], "training/gap_degrees"), traps[name]
        record[name]["trap_predicted"] = trap
        closed, wide = gap.interval.high < CLOSED, gap.interval.low > CONE_START
        met.append(wide if trap else closed)
        failed.append(gap.interval.high < CONE_START if trap else gap.interval.low > CLOSED)
        said.append(f"{gap.text('.1f')}° at τ = {t:g}, where {'a' if trap else 'no'} trap is predicted")
    verdict = AGREE if all(met) else DISAGREE if any(failed) else CANNOT_TELL
    sentence = (
        f"Cones of 30° about centres that start {CONE_START:g}° apart end at {' and '.join(said)} (by the slope of the "
        "centre pair's loss at the widest gap, with the concentration of the means that were reached)."
    )
    return Result("cone", "Do cones that may move close their gap?", ("thm.2", "thm.2.trap"), verdict,
                  sentence, ("τ", "predicted", *columns), rows, record)  # fmt: skip


def _trapped(models: list[Trained], temperature: float) -> bool:
    """Return whether the centre pair of von Mises-Fisher laws with these means has a trap at the widest gap."""
    dim = models[0].record.get("settings", {}).get("dim", BASE.dim)
    kappas = [
        float(inverse_iv_ratio(0.5 * dim - 1, at_end(models, f"training/{side}_mean").mean))
        for side in ("image", "text")
    ]
    return centre_pair_slope(dim, temperature, (kappas[0], kappas[1])) > 0


def hyperplanes(runs: Runs) -> Result:
    """Ask where a free angle between hyperplanes goes, and which angle the loss of the laws reached prefers."""
    names = {f"planes-a{a:g}": ("0.1", "free", f"{a:g}°") for a in ANGLES}
    names |= {f"planes-cone-t{t:g}-a{a:g}": (f"{t:g}", "cones of 45°", f"{a:g}°") for t in (0.1, 0.5) for a in ANGLES}
    columns: dict[str, Any] = {
        "φ at the end": lambda m: seeded(folded(model.record["history"][-1]["angle_degrees"]) for model in m),
        "φ preferred by these laws": lambda m: seeded(best_angle(model) for model in m),
        "correlation of heights": lambda m: seeded(float(np.corrcoef(*_coordinates(model)[1])[0, 1]) for model in m),
        "R@1 held out": lambda m: at_end(m, "held-out/text_to_image"),
    }
    rows, record = table(runs, names, columns, ".2f")
    for name, labels in names.items():
        tau = float(labels[0])
        record[name]["arccos_tau_degrees"] = math.degrees(math.acos(tau))
    ends = [columns["φ at the end"](runs[f"planes-cone-t0.1-a{a:g}"]) for a in ANGLES]
    wants = [columns["φ preferred by these laws"](runs[f"planes-cone-t0.1-a{a:g}"]) for a in ANGLES]
    free = [columns["φ at the end"](runs[f"planes-a{a:g}"]) for a in ANGLES]
    limit = math.degrees(math.acos(0.1))
    met = [end.interval.holds(limit) and end.interval.high - end.interval.low < 2 * CLOSED for end in ends]
    missed = [not end.interval.holds(limit) for end in ends]
    verdict = AGREE if all(met) else DISAGREE if all(missed) else CANNOT_TELL
    sentence = (
        f"With cones of 45° orthogonal to C at τ = 0.1, φ goes from {ANGLES[0]:g}° to {ends[0].text('.1f')}° and "
        f"from {ANGLES[1]:g}° to {ends[1].text('.1f')}°; the laws that were reached would prefer "
        f"{wants[0].text('.1f')}° and {wants[1].text('.1f')}°, and arccos τ, the limit for concentrated laws, is "
        f"{limit:.1f}°. Without cones φ ends at {free[0].text('.1f')}° and "
        f"{free[1].text('.1f')}°."
    )
    return Result("hyperplanes", "Where does a free angle between two hyperplanes go?",
                  ("thm.3.population", "thm.3.angle.right"), verdict, sentence, ("τ", "laws", "start", *columns), rows,
                  record)  # fmt: skip


def folded(degrees: float) -> float:
    """Return the angle of two lines, in [0, 90] degrees."""
    within = degrees % 180
    return min(within, 180 - within)


def _coordinates(model: Trained) -> tuple[tuple[torch.Tensor, torch.Tensor], tuple[np.ndarray, np.ndarray]]:
    """Return the parts in C and the heights along e_A and e_B of some training pairs."""
    x, y = (torch.from_numpy(side[:500]).double() for side in model.embeddings["training"])
    angle = math.radians(model.record["history"][-1]["angle_degrees"])
    heights = x[:, -2], y[:, -2] * math.cos(angle) + y[:, -1] * math.sin(angle)
    return (x[:, :-2], y[:, :-2]), (heights[0].numpy(), heights[1].numpy())


def best_angle(model: Trained) -> float:
    """Return the φ in [0, 90] degrees at which the loss is least, the coordinates in the hyperplanes being kept."""
    (u, v), (a, b) = _coordinates(model)
    temperature, heights = model.record["history"][-1]["temperature"], [torch.from_numpy(h)[:, None] for h in (a, b)]
    losses = []
    for cosine in COSINES:
        sine = math.sqrt(1 - cosine**2)
        x = torch.cat([u, heights[0], torch.zeros_like(heights[0])], dim=1)
        y = torch.cat([v, heights[1] * cosine, heights[1] * sine], dim=1)
        losses.append(float(mcl_loss(x, y, temperature)))
    return math.degrees(math.acos(COSINES[int(np.argmin(losses))]))


def price(runs: Runs) -> Result:
    """Ask what recall sees of a gap: offsets of rows and columns, and recall without the direction of the gap."""
    chosen = [f"start-g{STARTS[1]:g}-t0.02", *(f"free-t{t:g}" for t in TEMPERATURES)]
    names = {name: (_title(name),) for name in chosen}
    parts = {name: [score_parts(*model.embeddings["held-out"]) for model in runs[name]] for name in chosen}

    def column(measure: Any) -> Any:
        return lambda models: seeded(measure(part) for part in parts[by_id[id(models)]])

    by_id = {id(runs[name]): name for name in chosen}
    columns: dict[str, Any] = {
        "rows, %": column(lambda p: 100 * p.row),
        "columns, %": column(lambda p: 100 * p.column),
        "pairs, %": column(lambda p: 100 * p.pair),
        "gap direction, %": column(lambda p: 100 * p.gap_share),
        "R@1": lambda m: seeded(100 * model.record["history"][-1]["held-out/image_to_text"] for model in m),
        "without it": column(lambda p: 100 * p.recall_without["image_to_text"][1]),
    }
    rows, record = table(runs, names, columns, ".1f")
    changes: dict[str, Seeded] = {
        name: seeded(
            100 * (part.recall_without["image_to_text"][1] - model.record["history"][-1]["held-out/image_to_text"])
            for part, model in zip(parts[name], runs[name], strict=True)
        )
        for name in chosen
    }
    wide, share = chosen[0], columns["pairs, %"](runs[chosen[0]])
    gap = at_end(runs[wide], "held-out/gap_degrees")
    free, dear = changes[wide].interval.low > -DEAR, changes[wide].interval.high < -DEAR
    sentence = (
        f"In models with a gap of {gap.text('.1f')}° (τ = 0.02, start {STARTS[1]:g}°) {share.text('.1f')} % of the "
        "variance of scores is in the part that tells pairs apart; taking the direction of the gap away changes "
        f"held-out recall at 1 by {changes[wide].text('+.1f')} points."
    )
    record["change_points"] = {name: change.record() for name, change in changes.items()}
    verdict = AGREE if free else DISAGREE if dear else CANNOT_TELL
    return Result("price", "What does recall see of a gap?", ("thm.1.gap_vector",), verdict, sentence,
                  ("models", *columns), rows, record)  # fmt: skip


def _title(name: str) -> str:
    s = FAMILIES[name].settings
    return f"τ = {s.temperature:g}, start {s.start_gap:g}°"
