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
        "The paper is reported to say this in the limit of many pairs. It is true for every law of pairs, and the "
        "bound for every number of pairs.",
        ("thm.1", "thm.1.finite", "cor.1"),
    ),
    Finding(
        "One inequality is behind it.",
        "However the embeddings lie, the softmax gives the right partner on average at most a fixed probability, which "
        "depends on the dimension, the temperature and the number of pairs alone. On the circle the constant is sharp.",
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
        "Between given hyperplanes the smaller of two gaps wins, if the centres are orthogonal to the intersection.",
        "Given that condition the gap is the angle of the hyperplanes or what it lacks to 180 degrees, and the smaller "
        "one has the lower loss, for the pair of centres and, where both have one concentration, for all pairs.",
        ("thm.3.centre_perp", "thm.3.population.perp.every"),
    ),
    Finding(
        "Without that condition distant rivals lose at high temperature and for narrow distributions.",
        "Centres farther than an explicit angle from the paper's do worse, whatever the coupling; nearer ones are not "
        "compared by these claims. CLIP's embeddings are in neither range.",
        ("thm.3.population.hot.every", "thm.3.population.concentrated.every"),
    ),
    Finding(
        "Two hyperplanes alone do not make a gap.",
        "With no law imposed on the embeddings, in four dimensions or more, aligned pairs spread evenly over the "
        "intersection are an optimum at high temperature. Their means vanish, and the gap is undefined. Below an exact "
        "threshold of the temperature they are not optimal.",
        ("thm.3.free.global", "thm.3.free.above"),
    ),
    Finding(
        "Pairs on two hyperplanes cannot coincide, but their shadows on the intersection can.",
        "At the optimum the projections of a pair on the common subspace agree, while the other hyperplane holds a "
        "point nearer than the partner, unless the pair is in the intersection or orthogonal to it. Rotating one "
        "hyperplane onto the other, or projecting both on the common subspace, aligns the pairs; translation by the "
        "difference of the means does not, but at the mean cosine.",
        ("thm.4", "cor.2", "cor.3", "cor.4", "translation.breaks"),
    ),
)

FAILS = (
    Finding(
        "“The gap converges to the angle between the hyperplanes” is false without that condition.",
        "Over all centres, the pair of centres does best with one shared centre in the intersection: no gap at "
        "all, whatever the parameters. For all pairs a shared centre wins at points of low temperature and wide angle.",
        ("thm.3.centre", "thm.3.centre.shared", "thm.3.population", "thm.3.population.in_four"),
        "theorem-3-phases.png",
    ),
    Finding(
        "“The gap cannot be below the angle” is false.",
        "Between two hyperplanes every gap from 0° to 180° occurs.",
        ("thm.3.lower_bound",),
    ),
    Finding(
        "“The loss falls as the hyperplanes close” is false for all pairs.",
        "Between two cones of one width, with centres orthogonal to the intersection, the loss has one valley in the "
        "angle. At CLIP's dimension, concentration and temperature its bottom is near 84 degrees.",
        ("thm.3.angle", "thm.3.angle.convex", "thm.3.angle.clip"),
    ),
    Finding(
        "A smaller gap need not have a smaller loss.",
        "Under the cone constraint the loss of the pair of centres can rise at first as the gap closes, and hold a "
        "descent at the widest gap. This happens in low dimension at low temperature, not at CLIP's size.",
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

#: What a practitioner should take from it: six sentences, each of which stands in the README too.
PRACTICE = (
    Finding(
        "The loss does not ask for a gap, and at CLIP's size it hardly asks for none.",
        "At a fixed temperature every law of pairs has at least the loss of aligned, uniform pairs, whose "
        "gap is closed; but in 512 dimensions at τ = 0.01 that bound says something only from e⁹⁰ pairs on.",
        ("thm.1", "cor.1", "thm.1.capacity"),
    ),
    Finding(
        "A gap costs what a higher temperature costs, whatever its angle.",
        "A gap orthogonal to what varies between pairs changes all scores alike. If it takes three quarters of CLIP's "
        "inverse temperature away, 1,020 pairs in 512 dimensions can still have a loss below 3·10⁻⁸.",
        ("thm.1.gap_vector", "thm.1.gap_vector.capacity"),
    ),
    Finding(
        "Neither cones nor hyperplanes alone make a gap.",
        "Two cones of one concentration, hard cones with any law in them (the last step is on paper) and, from four "
        "dimensions on, two hyperplanes with any law at high temperature all have optima without a gap.",
        ("thm.2.population", "thm.1.cone", "thm.3.free.global"),
    ),
    Finding(
        "Cones in two hyperplanes do prefer an angle, and temperature sets it.",
        "For narrow cones it is near arccos τ; at CLIP's size (h = 512, β = 100, κ = 777), as a model with "
        "one κ and fixed centres, it lies between 82.4° and 85°. The gap that we measure on MSCOCO is 72°.",
        ("thm.3.angle.clip", "thm.3.angle.convex"),
    ),
    Finding(
        "Mismatched pairs move the optimum.",
        "By closed forms of the loss, with half of the pairs mismatched (three dimensions, β = 4) one common cone "
        "beats the uniform law; at CLIP's size a cone is certified to win at nine of ten.",
        ("thm.1.noise.uniform", "thm.1.noise.clip"),
    ),
    Finding(
        "Measure before you close a gap.",
        "On 500 pairs of MSCOCO in CLIP ViT-B/16 scores without the gap direction lower recall at 1 from "
        "0.552 to 0.456, and a rotation that aligns pairs can raise the loss; modgap gap tells which share "
        "of your own gap moves ranks.",
        ("cor.3", "cor.3.loss"),
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
        "certified regions on either side in three dimensions.",
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
