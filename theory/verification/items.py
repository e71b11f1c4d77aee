"""The numbered items of the print, what each says in our words, which claims speak of it, and what to say of its proof.

The paper is Yi, Douady and Chen, *Decipher the Modality Gap in Multimodal Contrastive Learning* (arXiv 2510.03268v2).
Every verdict and every remark rests on claims: their statuses are computed, and a test holds the words against them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ITEMS", "KINDS", "VERDICTS", "Item", "Remark"]

#: What is found of an item, and what a reader should take each word for.
VERDICTS = {
    "definition": "a definition, with what it needs",
    "true": "true as printed",
    "true in part": "what is formalised here of it is true",
    "mended": "false as printed in one place, true once that is mended",
    "false": "false as printed",
    "computed": "computed anew where the data is at hand",
}
#: What may be said of a printed proof.
KINDS = {
    "complete": "the printed proof is complete",
    "misprint": "a misprint, harmless",
    "gap": "a gap: a step is missing",
    "wrong step": "a step that does not hold",
}


@dataclass(frozen=True)
class Remark:
    """What is to be said of a printed proof or display: its kind, in words, and the claims that it rests on."""

    kind: str
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Item:
    """One numbered item of the print.

    Attributes
    ----------
    name : str
        As the paper calls it: 'Theorem 1'.
    says : str
        What is printed, in our words.
    verdict : str
        One of `VERDICTS`.
    claims : tuple of str
        The claims that state it, the principal one first; claims that speak of it besides are found by their source.
    remarks : tuple of Remark
        What is to be said of its proof and displays.
    target, command : str
        What `modgap reproduce` calls it, or what carries it out.
    """

    name: str
    says: str
    verdict: str
    claims: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    target: str = ""
    command: str = ""


def _item(name: str, says: str, verdict: str, *claims: str, remarks: tuple[Remark, ...] = (), **more: str) -> Item:
    return Item(name=name, says=says, verdict=verdict, claims=claims, remarks=remarks, **more)


_SHARED = ("paper.thm.3", "paper.thm.3.fails", "paper.thm.3.excess", "paper.thm.3.infimum", "paper.thm.3.approach")
_LIMIT_OF_FOUR = ("paper.thm.4.limit", "paper.thm.4.value", "paper.eq.326")
_UNIFORM = Remark(
    "complete",
    "By a finite net, Hoeffding's inequality and Borel–Cantelli. Here without a net: one distance of sample and law in "
    "the kernel e^{β y·y'} bounds the deviation for all x at once, with explicit tails; "
    "that they make it tend to 0 almost surely is said in words.",
    ("paper.lem.1", "paper.lem.1.law"),
)
_LIMITS = ("mcl.limit.almost_sure", "mcl.limit.tail", "mcl.limit.population", "mcl.limit")

_DEFINITIONS = (
    _item(
        "Definition 1",
        "The multimodal contrastive loss: the mean over pairs of the cross-entropies of both directions.",
        "definition",
        *("thm.1.one_pair", *_LIMITS),
    ),
    _item(
        "Definition 2",
        "The modality gap: the distance of the means (3), or the angle of the centres (4), which is the one used.",
        "definition",
        *("cor.1", "subspace.angles"),
        remarks=(
            Remark(
                "gap",
                "The angle is undefined where a mean vanishes, as at the optimum of Theorem 1; the print does not "
                "say so.",
                ("cor.1", "cor.1.concentration"),
            ),
        ),
    ),
    _item(
        "Definition 3",
        "The von Mises–Fisher law vMF(c, κ) on the sphere, with its normaliser, for κ ≥ 0.",
        "definition",
        *("vmf.normaliser", "vmf.mgf", "vmf.mgf.everywhere"),
    ),
    _item("Definition 4", "The function J(w; κ, ν) of the cosine of the gap.", "definition", "paper.def.4"),
    _item(
        "Definition 5",
        "Two distinct hyperplanes A and B, C their intersection, φ the angle of their normals, 0 < φ_min ≤ φ < π/2.",
        "definition",
        *("subspace.angles", "paper.eq.240", "subspace.form"),
    ),
    _item(
        "Definition 6",
        "The function J̃(w₁, w₂, t; κ, ν), on [−1, 1] × [−1, 1] × [0, 1].",
        "mended",
        *("paper.def.6", "paper.def.6.domain", "paper.def.6.used"),
        remarks=(
            Remark(
                "misprint",
                "The stated domain has points where M̃ is not real; wherever the print uses J̃, it is.",
                ("paper.def.6.domain", "paper.def.6.used"),
            ),
        ),
    ),
    _item(
        "Definition 7",
        "Intra-modal isometry: x_i·x_j = y_i·y_j for all i ≠ j, equality of Gram matrices.",
        "definition",
        *("paper.thm.4.a8.isometry", "paper.thm.4.a8"),
    ),
    _item(
        "Definition 8",
        "A pair is perfectly aligned if x_i·y_i > x_i·y_j and x_i·y_i > x_j·y_i for every j ≠ i of the sample.",
        "definition",
        *("def.alignment", "paper.cor.2.symmetric"),
        remarks=(
            Remark("misprint", "The last index of its second inequality is printed as x.", ("paper.cor.2.symmetric",)),
        ),
    ),
    _item("Definition 9", "Principal angles of two subspaces, recursively.", "definition", "subspace.angles"),
)

_MAIN = (
    _item(
        "Theorem 1",
        "The loss less 2 log N tends to the population loss, which is at least −2/τ + 2 log(Γ(ν+1)(2τ)^ν I_ν(1/τ)); "
        "equality just for aligned pairs, (A1), and uniform laws, (A2).",
        "true",
        *("thm.1", "thm.1.finite", "thm.1.bound", "thm.1.equality.keys", "thm.1.equality.pairs", "thm.1.attained"),
        "mcl.limit.almost_sure",
        remarks=(
            Remark(
                "wrong step",
                "The theorem is true. Its proof, in Theorem S2, bounds E[−x·y/τ] by its least value and puts the "
                "equality "
                "case x = y of that term into the other one. The other term alone is not bounded below by its value at "
                "the uniform law, so that the two cannot be bounded one by one; the softmax trace inequality bounds "
                "their sum.",
                ("thm.1.separate", "thm.1.trace", "thm.1.one_sided"),
            ),
        ),
    ),
    _item(
        "Corollary 1",
        "With von Mises–Fisher laws the least value needs x_i = y_i, (A3), so that the gap is 0, and κ_x = κ_y = 0, "
        "(A4).",
        "true",
        *("cor.1", "cor.1.concentration"),
        remarks=(
            Remark("gap", "At κ = 0 there are no centres, and the gap has no value.", ("cor.1", "cor.1.concentration")),
        ),
    ),
    _item(
        "Theorem 2",
        "Under the cone constraint the loss of the pair of centres is J(cos Δ; κ_y) + J(cos Δ; κ_x), least just at Δ "
        "= 0.",
        "true",
        *("thm.2", "thm.2.pair", "thm.2.population", "thm.2.trap"),
        remarks=(
            Remark(
                "complete", "Concavity, and the comparison of the two ends: complete.", ("thm.2.concave", "thm.2.ends")
            ),
            Remark(
                "gap",
                "That other pairs do not move the centres, 'as confirmed by Theorem 4', is not shown there; for two "
                "like "
                "cones the population loss is least without a gap.",
                ("thm.2.population",),
            ),
        ),
    ),
    _item(
        "Theorem 3",
        "Centres c_x ∈ A∖C, c_y ∈ B∖C with c_x·c_y > 0: the loss of the pair is Ĵ(cos Δ, |P_B c_x|; κ_y) + Ĵ(cos Δ, "
        "|P_A c_y|; κ_x), at least its value at cos φ_min; equality just for (A6) c_x, c_y ⟂ C and (A7) Δ = φ_min.",
        "false",
        *(*_SHARED, "paper.thm.3.limit", "paper.thm.3.perpendicular", "thm.3.centre"),
        remarks=(
            Remark(
                "complete",
                "The formula for the loss of the pair is right, and so is its proof.",
                ("paper.thm.3.limit",),
            ),
            Remark(
                "wrong step",
                "With (A6) as a hypothesis the theorem holds, (A7) included. Without it (215) does not follow from "
                "(212) "
                "and (213): each bounds one direction by a function of the other centre, which is largest, and not "
                "least, "
                "where both are equalities together.",
                ("paper.eq.215", "paper.eq.212.bound", "paper.thm.3.perpendicular"),
            ),
        ),
    ),
    _item(
        "Theorem 4",
        "c ⟂ C, intra-modal isometry, θ_i ∈ (0, π/2): the loss of a pair is J̃(cos Δ, cos θ_i, |P_B x_i|; κ) + "
        "J̃(cos Δ, "
        "cos θ_i, |P_A y_i|; κ), least just for (A8) P_C x_i = P_C y_i and (A9) Δ = φ_min.",
        "false",
        *(*_LIMIT_OF_FOUR, "paper.thm.4.a8", "paper.thm.4.a9", "paper.thm.4.a9.fails", "paper.thm.4.a8.isometry"),
        remarks=(
            Remark(
                "wrong step",
                "At a given angle (A8) is true. The second slot of J̃ is x_i·c_y = cos θ_i cos φ: the step x_i·c_y = "
                "x_i·c_x before (326) does not hold. With it mended, (A9) fails for pairs that lean little.",
                ("paper.eq.326", "paper.thm.4.value", "paper.thm.4.a9.fails"),
            ),
            Remark(
                "misprint",
                "cos Δ in the first slot of (15) and (319) stands for x_i·y_i, as (320) and (342) have it.",
                ("paper.thm.4.limit.display",),
            ),
        ),
    ),
    _item(
        "Corollary 2",
        "If c_x, c_y ⟂ C, P_C x_i = P_C y_i ≠ 0 and φ > 0, then (A10): the pair is not perfectly aligned.",
        "mended",
        *("paper.cor.2", "paper.cor.2.chance", "paper.cor.2.cap", "cor.2", "cor.2.nearest", "paper.cor.2.symmetric"),
        remarks=(
            Remark(
                "gap",
                "The proof compares with all of the sphere of B, where Definition 8 compares with the sample: true as "
                "soon as the sample visits an open cap. The chance that it does not falls geometrically; that the pair "
                "is then almost surely not aligned in samples of all large N is said in words.",
                ("cor.2", "paper.cor.2", "paper.cor.2.cap", "paper.cor.2.chance"),
            ),
        ),
    ),
    _item(
        "Corollary 3",
        "Under (A8), the pairs are perfectly aligned if (A11) Δ = φ = 0.",
        "mended",
        *("paper.cor.3.distinct", "paper.cor.3", "cor.3", "cor.3.loss"),
        remarks=(
            Remark(
                "gap",
                "x_i = y_i then, and Definition 8 being strict, the pair is aligned unless another pair repeats it.",
                ("paper.cor.3", "paper.cor.3.distinct"),
            ),
            Remark(
                "misprint", "'A = B = C' and (362): A ∩ B is then A. The last line lacks its 'not'.", ("paper.eq.362",)
            ),
        ),
    ),
    _item(
        "Corollary 4",
        "Under (A8), (A12): the normalised projections on C are perfectly aligned.",
        "mended",
        *("paper.cor.4.distinct", "paper.cor.4", "paper.cor.4.three", "cor.4", "cor.4.poles"),
        remarks=(
            Remark(
                "gap",
                "The projections of a pair agree, but Definition 8 is strict: two pairs of one direction in C are not "
                "aligned, and for h = 3 any three pairs have two such.",
                ("paper.cor.4", "paper.cor.4.three", "paper.cor.4.distinct"),
            ),
        ),
    ),
)

_AUXILIARY = (
    _item(
        "Theorem S1",
        "One direction of the loss less log N tends almost surely to −E x·y/τ + E log E e^{x·y/τ}.",
        "true",
        *("paper.s1", "mcl.limit.direction.tail", "mcl.limit.direction.population", "mcl.limit.one_more"),
        remarks=(
            Remark(
                "complete",
                "By uniform convergence over a finite net (Lemmas 1 and 2). That a pair has a law of its own, a "
                "coupling, is not named in the print; here it is any one, by bounded differences, with explicit tails "
                "from m to M pairs, free of M; that almost sure convergence follows is said in words.",
                ("paper.s1", "mcl.limit.direction.tail"),
            ),
        ),
    ),
    _item(
        "Theorem S2",
        "One direction is at least −1/τ + log(Γ(ν+1)(2τ)^ν I_ν(1/τ)); equality for (B1) x_i = y_i, (B2) uniform laws.",
        "true",
        *("thm.1.one_sided", "paper.eq.46", "thm.1.separate", "thm.1.trace.strict"),
        remarks=(
            Remark("misprint", "(46), unlike (54), is displayed without −1/τ, and is false so.", ("paper.eq.46",)),
            Remark(
                "wrong step",
                "Step 2 puts the equality case of (48) into the other term, (49): bounding the terms one by one does "
                "not "
                "work.",
                ("thm.1.separate", "thm.1.trace"),
            ),
        ),
    ),
    _item(
        "Theorem S3",
        "One direction of the loss of any pair under the cone constraint, and of the pair of centres.",
        "true",
        *("thm.2.pair", "vmf.mgf.everywhere"),
        remarks=(Remark("complete", "The generating function of a von Mises–Fisher law.", ("vmf.mgf.everywhere",)),),
    ),
    _item(
        "Theorem S4",
        "One direction of the loss of the pair of centres under the cone constraint is least just at (B3) Δ = 0.",
        "true",
        *("thm.2.direction", "thm.2.concave", "thm.2.ends"),
        remarks=(Remark("complete", "By Lemmas 5 and 6.", ("paper.lem.6", "paper.lem.5.concave")),),
    ),
    _item(
        "Theorem S5",
        "One direction of the loss of a pair on two hyperplanes is J̃(x_i·y_i, x_i·c_y, |P_B x_i|; κ_y, ν̃).",
        "true",
        "paper.thm.s5",
        remarks=(
            Remark("misprint", "Last slot and κ are misprinted in (221), (234), (235) and (323).", ("paper.thm.s5",)),
        ),
    ),
    _item(
        "Theorem S6",
        "Ĵ(c_x·c_y, |P_B c_x|; κ_y) ≥ Ĵ(|P_A c_y|, cos φ; κ_y); equality for (B4) c_x ⟂ C, (B5) c_x = P_A c_y/|P_A "
        "c_y|.",
        "true",
        *("paper.thm.s6", "paper.eq.240", "paper.lem.12"),
        remarks=(
            Remark(
                "misprint",
                "In (243) both inequalities for |P_A c_y| are strict; the first is an equality where c_y ⟂ C.",
                ("paper.eq.240",),
            ),
        ),
    ),
    _item(
        "Theorem S7",
        "The loss of a pair with c ⟂ C under isometry is 2J̃(w_i, cos θ_i, t).",
        "mended",
        *_LIMIT_OF_FOUR,
        remarks=(Remark("wrong step", "x_i·c_y = x_i·c_x before (326).", ("paper.eq.326", "paper.thm.4.value")),),
    ),
    _item(
        "Theorem S8",
        "J̃(w_i, cos θ_i, t) is least for (B6) P_C x_i = P_C y_i and (B7) Δ = φ_min.",
        "true",
        *("paper.lem.14", "paper.thm.4.a8", "paper.thm.4.limit"),
        remarks=(
            Remark(
                "complete",
                "By Cauchy–Schwarz and Lemma 14; but the function is not the loss of the pair.",
                ("paper.lem.14", "paper.thm.4.limit"),
            ),
        ),
    ),
)

_LEMMAS = (
    _item(
        "Lemma 1",
        "Means of e^{x·y_j/τ} over a sample converge uniformly in x, almost surely.",
        "true",
        *("paper.lem.1", "paper.lem.1.law", "paper.lem.1.uniform"),
        remarks=(_UNIFORM,),
    ),
    _item(
        "Lemma 2",
        "So do their logarithms.",
        "true",
        *("paper.lem.1", "paper.lem.1.law"),
        remarks=(
            _UNIFORM,
            Remark("misprint", "(76) lacks the factor 1/N.", ("mcl.limit",)),
        ),
    ),
    _item(
        "Lemma 3",
        "The uniform law is the only minimiser of μ ↦ E log E e^{x·y/τ}, x, y ∼ μ.",
        "true",
        *("thm.1.diagonal", "thm.1.equality.keys", "thm.1.energy"),
        remarks=(
            Remark(
                "gap",
                "The lemma is true. The printed proof varies densities only, and that a stationary density is constant "
                "(3.3) is said but not argued; lower semicontinuity gives a minimiser among measures.",
                ("thm.1.diagonal", "thm.1.equality.keys"),
            ),
        ),
    ),
    _item(
        "Lemma 4",
        "The value of that functional at the uniform law.",
        "true",
        *("sphere.mgf", "sphere.mgf.bessel"),
        remarks=(Remark("complete", "By a classical integral.", ("sphere.mgf",)),),
    ),
    _item(
        "Lemma 5",
        "Ĵ(·, s) is strictly decreasing on [0, s] and concave on (−1, 1], for s ∈ [0, 1].",
        "mended",
        *("paper.lem.5.decreasing", "paper.lem.5.concave", "paper.lem.5.domain"),
        remarks=(
            Remark(
                "gap",
                "It decreases on all of [0, 1]. It is concave where M̃ is real, which for s < 1 need not be all of "
                "(−1, 1].",
                ("paper.lem.5.domain", "paper.lem.5.concave"),
            ),
        ),
    ),
    _item(
        "Lemma 6",
        "J(w) < J(−w) for 0 < w ≤ 1.",
        "true",
        "paper.lem.6",
        remarks=(
            Remark(
                "complete",
                "By Lemma 9 and (181), (182); Lemma 5 is quoted as (155) where (156) is meant.",
                ("paper.lem.6",),
            ),
        ),
    ),
    _item(
        "Lemma 7",
        "The slope of log(z^{−ν} I_ν(z)) lies in (0, 1).",
        "true",
        "paper.lem.7",
        remarks=(Remark("complete", "By the recurrence and I_{ν+1} < I_ν.", ("paper.lem.7",)),),
    ),
    _item(
        "Lemma 8",
        "I_{ν+1}(z)/(z I_ν(z)) is strictly decreasing.",
        "true",
        "paper.lem.8",
        remarks=(
            Remark("complete", "By Turán's inequality for modified Bessel functions.", ("paper.lem.8", "bessel.turan")),
        ),
    ),
    _item(
        "Lemma 9",
        "log(I_ν(a)/I_ν(b)) > ν log(a/b) + (a − b) for 0 < a < b.",
        "true",
        "paper.lem.9",
        remarks=(Remark("misprint", "(208) has 0 < b < a, and L(a) on both sides.", ("paper.lem.9",)),),
    ),
    _item(
        "Lemma 10",
        "Ĵ(w, ·) is strictly increasing on (0, 1], for w ∈ [0, 1].",
        "true",
        "paper.lem.10",
        remarks=(Remark("complete", "By the sign of the derivative.", ("paper.lem.10",)),),
    ),
    _item(
        "Lemma 11",
        "Ĵ(w, w) is strictly decreasing on [0, 1].",
        "true",
        *("paper.lem.11", "thm.3.axis"),
        remarks=(Remark("complete", "By Lemma 7.", ("paper.lem.11",)),),
    ),
    _item(
        "Lemma 12",
        "|x·y| ≤ |P_B x| for x ∈ S_X, y ∈ S_Y; equality just for (C1), (C2) y = ±P_B x/|P_B x|.",
        "true",
        *("paper.lem.12", "paper.lem.12.range", "paper.eq.240"),
        remarks=(
            Remark(
                "misprint", "The range r ∈ (0, 1), |w| < 1 of (282), (283) fails for x in C.", ("paper.lem.12.range",)
            ),
        ),
    ),
    _item(
        "Lemma 13",
        "P_B x ∥ y and P_A y ∥ x just for (C3): x, y ⟂ C, or x = ±y ∈ C; in the first case x·y = cos φ.",
        "mended",
        *("paper.lem.13", "paper.lem.13.sign"),
        remarks=(
            Remark("misprint", "In the first case x·y = ±cos φ: x and y may point apart.", ("paper.lem.13.sign",)),
            Remark("complete", "The equivalence, by coordinates along C and across it.", ("paper.lem.13",)),
        ),
    ),
    _item(
        "Lemma 14",
        "J̄(s) = J̃(cos²θ s + sin²θ, cos θ, √(cos²θ s² + sin²θ)) is strictly decreasing on (0, 1], for θ ∈ [0, π/2].",
        "mended",
        *("paper.lem.14", "paper.lem.14.right_angle", "paper.thm.4.limit"),
        remarks=(
            Remark("misprint", "At θ = π/2 it is constant; Theorem 4 has θ < π/2.", ("paper.lem.14.right_angle",)),
            Remark("complete", "For θ < π/2; but J̄ is not the loss of a pair.", ("paper.lem.14", "paper.thm.4.limit")),
        ),
    ),
    _item(
        "Lemma 15",
        "For large κ, P(x_i·x_j ≥ 0) ≈ 1; shown is P(x·c ≥ 0) = ½(1 + L_ν(κ)/I_ν(κ)), with a table.",
        "true",
        *("paper.lem.15.chance", "paper.lem.15.mean", "vmf.mean", "paper.eq.387"),
        remarks=(
            Remark(
                "gap",
                "The proof is of P(x·c ≥ 0), not of P(x_i·x_j ≥ 0). An explicit bound in place of ≈: P(x_i·x_j < 0) ≤ "
                "1 − E x_i·x_j = 1 − A² < (h−1)/κ.",
                ("paper.lem.15.chance", "paper.lem.15.mean", "vmf.mean"),
            ),
            Remark("misprint", "In (385) p stands for h; in (387) I_ν lacks its argument.", ("paper.eq.387",)),
        ),
    ),
)


def _conditions() -> tuple[Item, ...]:
    """Return the conditions that the theorems conclude, each with the claims that speak of it."""
    rows = (
        ("A1", "x_i = y_i for all i, in Theorem 1.", "true", ("thm.1.equality.pairs", "thm.1")),
        ("A2", "Both laws are uniform, in Theorem 1.", "true", ("thm.1.equality.keys", "thm.1")),
        ("A3", "x_i = y_i for all i, and so no gap, in Corollary 1.", "true", ("cor.1",)),
        ("A4", "κ_x = κ_y = 0, in Corollary 1.", "true", ("cor.1.concentration",)),
        ("A5", "No gap, in Theorem 2.", "true", ("thm.2",)),
        ("A6", "c_x, c_y ⟂ C, in Theorem 3.", "false", _SHARED),
        ("A7", "Δ = φ_min, in Theorem 3.", "mended", ("paper.thm.3.perpendicular", "paper.thm.3.fails")),
        ("A8", "P_C x_i = P_C y_i, in Theorem 4.", "true", ("paper.thm.4.a8", "paper.thm.4.a8.isometry")),
        ("A9", "Δ = φ_min, in Theorem 4.", "false", ("paper.thm.4.a9", "paper.thm.4.a9.fails", "paper.lem.14")),
        ("A10", "Not perfectly aligned, in Corollary 2.", "mended", ("paper.cor.2", "paper.cor.2.chance", "cor.2")),
        ("A11", "Δ = φ = 0, in Corollary 3.", "mended", ("paper.cor.3.distinct", "paper.cor.3")),
        (
            "A12",
            "The projections are perfectly aligned, in Corollary 4.",
            "mended",
            ("paper.cor.4.distinct", "paper.cor.4"),
        ),
        ("B1", "x_i = y_i for all i, in Theorem S2.", "true", ("thm.1.equality.pairs",)),
        ("B2", "Both laws are uniform, in Theorem S2.", "true", ("thm.1.equality.keys",)),
        ("B3", "No gap, in Theorem S4.", "true", ("thm.2.direction",)),
        ("B4", "c_x ⟂ C, in Theorem S6.", "true", ("paper.thm.s6", "paper.eq.240", "paper.lem.10")),
        ("B5", "c_x = P_A c_y/|P_A c_y|, in Theorem S6.", "true", ("paper.thm.s6", "paper.lem.12")),
        ("B6", "P_C x_i = P_C y_i, in Theorem S8.", "true", ("paper.thm.4.a8",)),
        ("B7", "Δ = φ_min, in Theorem S8: for the function of Lemma 14.", "true", ("paper.lem.14",)),
        ("C1", "x·y = |P_B x| just for y = P_B x/|P_B x|, in Lemma 12.", "true", ("paper.lem.12",)),
        ("C2", "x·y = −|P_B x| just for y = −P_B x/|P_B x|, in Lemma 12.", "true", ("paper.lem.12",)),
        ("C3", "x, y ⟂ C or x = ±y ∈ C, in Lemma 13.", "true", ("paper.lem.13",)),
    )
    return tuple(_item(f"Condition ({name})", says, verdict, *claims) for name, says, verdict, claims in rows)


def _equations() -> tuple[Item, ...]:
    """Return the displayed equations that carry an argument, by number."""
    rows = (
        ("7", "Limit and bound of Theorem 1.", "true", ("thm.1", "thm.1.bound", "mcl.limit.almost_sure")),
        ("10", "Limit and bound of Theorem 2.", "true", ("thm.2.pair", "thm.2")),
        (
            "14",
            "Limit and bound of Theorem 3: the limit holds, the bound does not.",
            "false",
            ("paper.thm.3", "paper.thm.3.limit"),
        ),
        ("15", "Limit and bound of Theorem 4.", "false", ("paper.thm.4.limit.display", "paper.thm.4.a9")),
        ("46", "One direction of Theorem 1, displayed without −1/τ.", "false", ("paper.eq.46",)),
        ("54", "One direction of Theorem 1.", "true", ("thm.1.one_sided",)),
        ("212", "The X-to-Y direction of the centres, from below.", "true", ("paper.thm.s6", "paper.eq.212.bound")),
        ("213", "The Y-to-X direction of the centres, from below.", "true", ("paper.thm.s6", "paper.eq.212.bound")),
        ("214", "The cosines at centres orthogonal to C.", "true", ("paper.lem.13", "paper.thm.3.perpendicular")),
        ("215", "The sum of both directions, from (212) and (213).", "false", ("paper.eq.215", "paper.eq.212.bound")),
        ("216", "The sum over all angles: its last step is Lemma 11.", "false", ("paper.eq.215", "paper.lem.11")),
        ("217", "The same in J̃.", "false", ("paper.thm.3", "paper.thm.3.fails")),
        ("236", "The bound of Theorem S6.", "true", ("paper.thm.s6",)),
        ("315", "The limit of Theorem 4 in w_i, cos θ_i and t.", "false", _LIMIT_OF_FOUR),
        ("316", "What w_i, w^c_i and t are; w_i has a factor too many, as (339) shows.", "false", ("paper.eq.326",)),
        ("317", "The bound of Theorem 4, from Theorem S8.", "false", ("paper.thm.4.a9", "paper.lem.14")),
        ("318", "The values at φ_min.", "true", ("paper.lem.14",)),
        ("319", "The conclusion of Theorem 4.", "false", ("paper.thm.4.limit.display", "paper.thm.4.a9")),
        ("320", "The limit of Theorem S7.", "false", _LIMIT_OF_FOUR),
        ("321", "What w_i, w^c_i and t are, in Theorem S7.", "false", ("paper.eq.326",)),
        ("326", "x_i·c_y is put equal to x_i·c_x.", "false", ("paper.eq.326", "paper.thm.4.value")),
        ("343", "w^c_i = x_i·c_y = y_i·c_x = cos θ_i.", "false", ("paper.eq.326", "paper.thm.4.value")),
        ("362", "P_B x_i = P_C x_i = P_C y_i = P_A y_i where φ = 0.", "false", ("paper.eq.362",)),
        ("379", "The slope of J̄.", "true", ("paper.lem.14", "paper.lem.14.right_angle")),
        (
            "387",
            "P(x·c ≥ 0) by the modified Struve function.",
            "true",
            ("paper.eq.387",),
        ),
    )
    return tuple(_item(f"Equation ({number})", says, verdict, *claims) for number, says, verdict, claims in rows)


_SSP = "modgap align IMAGES.npy TEXTS.npy --method ssp --out ALIGNED.npz"


def _procedure() -> tuple[Item, ...]:
    """Return the steps of shared space projection, appendix C."""
    rows = (
        (
            "SSP algorithm",
            "Shared space projection: bases, common directions, projection, renormalisation (C.1 to C.3).",
        ),
        ("SSP step 1", "Singular value decompositions of X and Y, uncentred."),
        ("SSP step 2", "The first right singular vectors that hold 99 % of the variance: B_X and B_Y."),
        ("SSP step 3", "The singular value decomposition of G = B_XᵀB_Y."),
        ("SSP step 4", "The d_overlap directions with a singular value above 1 − 10⁻³ make B_S."),
        ("SSP step 5", "Optional: k of these directions, by the variance of normalised projections on each."),
        ("SSP step 6", "Projection on the column space of B_S, or of its k columns."),
        ("SSP step 7", "Renormalisation."),
    )
    score = ("paper.ssp.5", "paper.ssp.5.ranking")
    remark = Remark(
        "wrong step",
        "Normalising leaves the sign of each projection: the score is 1/h − (mean sign · mean coordinate)², and "
        "measures no variance. Both rankings are offered, that of the variance by default.",
        score,
    )
    return tuple(
        _item(name, says, "computed", *score, command=f"{_SSP} --components K --ranking printed", remarks=(remark,))
        if name == "SSP step 5"
        else _item(name, says, "computed", "cor.4", command=_SSP)
        for name, says in rows
    )


_FIGURES = (
    _item(
        "Figure 1",
        "The optimal representations under the three constraints.",
        "computed",
        "thm.1",
        "thm.2",
        target="fig1",
    ),
    _item(
        "Figure 2",
        "MSCOCO with ViT-B/32: cosines, a planar embedding, centred singular values, principal angles.",
        "computed",
        target="fig2",
    ),
    _item(
        "Figure 3",
        "Pairs under the subspace constraint, rotation of a hyperplane, and shared space projection.",
        "computed",
        *("paper.thm.4.a8", "cor.2", "cor.3", "cor.4"),
        target="fig3",
    ),
    _item(
        "Figure 4",
        "MSCOCO after shared space projection: (a) cosines with all 212 directions, (b) a planar embedding with 10; "
        "the caption has them the other way round.",
        "computed",
        target="fig4",
    ),
    _item(
        "Figure 5",
        "What translation by the difference of the means does to the pairs.",
        "computed",
        *("translation", "translation.breaks", "translation.kept"),
        target="fig5",
    ),
    _item(
        "Figure 6",
        "The construction of figure 3 in R⁴, where C is a plane.",
        "computed",
        "paper.cor.4.distinct",
        target="fig6",
    ),
    _item("Figure 7", "The density of cos θ_i for images and texts of MSCOCO.", "computed", target="fig7"),
    _item("Figure 8", "Singular values: all, the 2nd to 50th, and centred.", "computed", target="fig8"),
    _item(
        "Table 1",
        "Zero-shot classification with CLIP ViT-B/32: gap, R1 and R5 for each method.",
        "computed",
        target="table1",
    ),
    _item("Table 2", "The same with CLIP ViT-L/14.", "computed", target="table2"),
    _item(
        "Table 3",
        "Retrieval on MSCOCO with CLIP ViT-L/14: gap, R@1, R@5 and R@10, both ways.",
        "computed",
        target="table3",
    ),
)

ITEMS: tuple[Item, ...] = (
    *_DEFINITIONS,
    *_MAIN,
    *_AUXILIARY,
    *_LEMMAS,
    *_conditions(),
    *_equations(),
    *_procedure(),
    *_FIGURES,
)
