"""The front page's words: what holds, what fails, what is not settled, each with the claims that say so."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FAILS", "FIGURES", "HOLDS", "UNSETTLED", "Finding", "Picture"]


@dataclass(frozen=True)
class Finding:
    """A finding in plain words, and the claims that say it precisely."""

    title: str
    text: str
    claims: tuple[str, ...]
    picture: str = ""


HOLDS = (
    Finding(
        "Without a constraint, the loss is least where the gap is closed.",
        "The loss cannot go below a bound that pairs of equal vectors, spread uniformly over the sphere, attain. "
        "The paper is reported to say this in the limit of many pairs. It is true for every number of pairs and "
        "for every law of pairs.",
        ("thm.1", "thm.1.finite", "cor.1"),
    ),
    Finding(
        "One inequality is behind it.",
        "However the embeddings lie, the softmax gives the right partner on average at most a fixed probability, which "
        "depends on the dimension, the temperature and the number of pairs alone. The constant is sharp.",
        ("thm.1.trace", "thm.1.probability", "thm.1.sharp", "thm.1.capacity"),
        "capacity.png",
    ),
    Finding(
        "Cones alone do not make a gap.",
        "Where each modality fills a cone, the loss of the pair of centres is least where the centres agree, in "
        "every dimension, at every concentration and temperature. For two cones of one concentration this is true"
        " of all pairs.",
        ("thm.2", "thm.2.population"),
    ),
    Finding(
        "Between hyperplanes the smaller angle wins, if the centres are orthogonal to the intersection.",
        "Given that condition, the paper's conclusion is true for the pair of centres and for all pairs.",
        ("thm.3.centre_perp", "thm.3.population.perp"),
    ),
    Finding(
        "Without that condition distant rivals lose at high temperature and for narrow distributions.",
        "Centres farther than an explicit angle from the paper's do worse, whatever the coupling; nearer ones are not "
        "compared. CLIP's embeddings are in neither range.",
        ("thm.3.population.hot.every", "thm.3.population.concentrated.every"),
    ),
    Finding(
        "Two hyperplanes alone do not make a gap.",
        "With no law imposed on the embeddings, aligned pairs in the intersection are an optimum at high temperature. "
        "Their means vanish, and the gap is undefined. Below an exact threshold of the temperature they are not "
        "optimal.",
        ("thm.3.free.global", "thm.3.free.above"),
    ),
    Finding(
        "Pairs on two hyperplanes cannot coincide, but their shadows on the intersection can.",
        "At the optimum the projections of a pair on the common subspace agree, while the pair itself is not "
        "perfectly aligned. Rotating one hyperplane onto the other, or projecting both on the common subspace, "
        "aligns the pairs; translation by the difference of the means does not.",
        ("thm.4", "cor.2", "cor.3", "cor.4", "translation.breaks"),
    ),
)

FAILS = (
    Finding(
        "“The gap converges to the angle between the hyperplanes” is false without that condition.",
        "Over all centres, the pair of centres does best with one shared centre in the intersection: no gap at "
        "all, whatever the parameters. For all pairs a shared centre wins at low temperature and wide angle.",
        ("thm.3.centre", "thm.3.centre.shared", "thm.3.population", "thm.3.population.in_four"),
        "theorem-3-phases.png",
    ),
    Finding(
        "“The gap cannot be below the angle” is false.",
        "Between two hyperplanes every gap from 0° to 180° occurs.",
        ("thm.3.lower_bound",),
    ),
    Finding(
        "A smaller gap need not have a smaller loss.",
        "Under the cone constraint the loss can rise at first as the gap closes, and hold a descent at the widest gap. "
        "This happens in low dimension at low temperature, not at CLIP's size.",
        ("thm.2.monotone", "thm.2.trap", "thm.2.clip"),
        "trap.png",
    ),
    Finding(
        "Aligned is not the same as optimal.",
        "Rotating one modality onto the other can raise the loss, and the hypotheses of Theorem 4 cannot be dropped.",
        ("cor.3.loss", "cor.3.loss.population", "thm.4.norms", "thm.4.oblique"),
    ),
    Finding(
        "The two parts of the loss cannot be bounded one at a time.",
        "A natural step in a proof of Theorem 1 fails: the partition function alone can lie below its value at "
        "the optimum.",
        ("thm.1.separate",),
    ),
)

UNSETTLED = (
    Finding(
        "Two cones of different concentration.",
        "That a gap costs for all pairs is shown for cones of one concentration only. What is missing for others "
        "is one inequality on the best coupling.",
        ("thm.2.covariance", "thm.2.population.unequal"),
    ),
    Finding(
        "The border of Theorem 3.",
        "Where exactly, at finite concentration, the paper's conclusion stops being true is known by computation, with "
        "certified regions on either side.",
        ("thm.3.population.shared_region", "thm.3.population.perpendicular_region"),
    ),
)


@dataclass(frozen=True)
class Picture:
    """A picture with what it shows, for those who see it and for those who do not."""

    file: str
    alt: str
    caption: str


FIGURES = (
    Picture(
        "theorem-3-phases.png",
        "Fifteen maps, one for each of five dimensions and three concentrations: the ratio of inverse temperature and "
        "concentration against the angle of the hyperplanes. To the left of a falling border centres orthogonal to the "
        "intersection have the least loss, to the right of it centres in the intersection. CLIP lies on the left.",
        "Theorem 3: which centres have the least population loss. In blue regions it is that of the "
        "paper, with gap φ; in red ones, at low temperature and wide angle, it is a shared centre, with gap 0.",
    ),
    Picture(
        "capacity.png",
        "Left, curves of the logarithm of the number of pairs from which the bound of Theorem 1 binds, rising as the "
        "temperature falls, one for each dimension. Right, the same as a map of dimension and temperature.",
        "Theorem 1: how many pairs it takes until the bound says anything. At CLIP's dimension and temperature it is "
        "about e⁹⁰, more than any data set has.",
    ),
    Picture(
        "trap.png",
        "Left, one direction of the loss of the pair of centres over the cosine of the gap: in dimension 512 it "
        "falls all the way, in dimension 3 it rises until cosine −0.51. Right, descents from a gap of 175 "
        "degrees: in dimension 512 the gap closes, in dimension 3 it widens to 180 degrees.",
        "Theorem 2: the loss of the pair of centres is least without a gap, but where it rises at first a descent of "
        "it can be held at the widest gap.",
    ),
)
