"""A plain paragraph for every claim: written by hand for the principal ones, put together for the others."""

from __future__ import annotations

from modgap.theory.kernel.claims import Claim

__all__ = ["PLAIN", "RELATIONS", "STATUSES", "paragraph"]

#: What a status says of a claim, in one sentence.
STATUSES = {
    "proved": "Every step is machine-checked; it rests only on the claims and theorems that this page names.",
    "certified": "Rigorous ball arithmetic settles it over a whole box of parameters.",
    "tested": "The evidence is numerical: drawn and adversarial points, each decided by balls. It is not proved.",
    "open": "It is neither shown nor refuted.",
    "refuted": "It is false: a certified counterexample is given.",
    "cited": "It is taken from the literature and not derived here.",
}

#: How a claim stands to the paper's print, in one sentence.
RELATIONS = {
    "as reported": "This is the paper's statement as it is printed.",
    "narrower": "It is narrower in scope than what the paper prints.",
    "corrected": "It corrects what the paper prints, or what is said in the literature.",
    "false as reported": "This is a statement as it is printed, or said elsewhere, and it is false.",
    "ours": "It is not in the paper as far as we know.",
}

#: Paragraphs for the principal claims, for readers who do not want the formula.
PLAIN: dict[str, str] = {
    "thm.1": (
        "The paper's first theorem, for any way in which pairs of images and texts can be distributed. The loss "
        "is lowest for exactly one arrangement: each image embedding equals its text embedding, and they are "
        "spread evenly over the whole sphere. Any other arrangement has a strictly greater loss. In that "
        "arrangement there is no gap between the modalities, so contrastive training without a constraint has no "
        "reason to leave one, if it gets to its optimum."
    ),
    "thm.1.finite": (
        "The paper bounds the loss in the limit of infinitely many pairs. This says more: for every number of "
        "pairs, wherever the embeddings lie, the loss less 2 log N is never below that same limit. So the bound "
        "can be used on a batch, not only in the limit. At CLIP's dimension and temperature it is too weak to "
        "bind on any real batch (`thm.1.capacity`)."
    ),
    "thm.1.finite.strict": (
        "Finitely many embeddings never reach the bound, in whatever dimension and at whatever temperature: finitely "
        "many points are never spread perfectly evenly."
    ),
    "thm.1.bound": (
        "The formula of the bound as the paper prints it, with its Gamma and Bessel functions. It is the same "
        "number as in `thm.1.finite`, in the paper's own notation."
    ),
    "thm.1.trace": (
        "Take any image and ask the softmax for its text: on average over the pairs it answers with a probability"
        " of at most a fixed number, which depends on dimension, temperature and the number of pairs alone. No "
        "clever placement of the embeddings beats the even spread. All bounds of Theorem 1 here follow from this "
        "one inequality."
    ),
    "thm.1.trace.population": (
        "The softmax trace inequality for any distribution of pairs, finite or not: the average share that the "
        "right partner has in its partition function is at most what it is when the keys are spread evenly and "
        "every query sits on its key."
    ),
    "thm.1.trace.strict": (
        "If the keys are not spread evenly over the sphere, the softmax trace inequality is strict: something is "
        "lost. This is how one knows that the even spread is the only optimum."
    ),
    "thm.1.population": (
        "The bound of Theorem 1 for any distribution of pairs. It is the softmax trace inequality after taking "
        "logarithms, once for images that look for texts and once for texts that look for images."
    ),
    "thm.1.energy": (
        "How much a distribution of points clusters can be measured by the mean of e^{β y·y'} over two of its "
        "points drawn independently. Among all distributions on the sphere the even spread has the least value."
    ),
    "thm.1.equality.keys": (
        "If the text embeddings are not spread evenly over the sphere, the loss is above its lower bound. By "
        "symmetry the same is true of the images."
    ),
    "thm.1.equality.pairs": "If some images do not coincide with their texts, the loss is above its lower bound.",
    "thm.1.attained": (
        "The bound of Theorem 1 is not an estimate with slack: pairs of equal vectors, spread evenly over the "
        "sphere, have exactly this loss."
    ),
    "cor.1": (
        "If the mean of the image embeddings differs from that of the texts, the arrangement is not optimal. At "
        "the optimum both means are zero. The gap, an angle between the directions of the means, is then not "
        "defined at all: closed is the distance between the means, not an angle."
    ),
    "cor.1.concentration": (
        "At the optimum the embeddings do not lean in any direction: a distribution of keys whose mean is not "
        "zero is not optimal."
    ),
    "thm.1.stability": (
        "If one direction of the loss is close to its bound, the pairs are close to aligned. The closeness is "
        "quantified, as far as the keys are spread out."
    ),
    "thm.1.one_sided": (
        "The loss has two halves, images that look for texts and texts that look for images. Each half is bounded"
        " on its own; the queries may even be shorter than unit length."
    ),
    "thm.1.diagonal": (
        "Wang and Isola's uniformity bound: points on the sphere repel each other least when they are spread "
        "evenly. It is the softmax trace inequality for pairs that coincide."
    ),
    "thm.1.capacity": (
        "How much does Theorem 1 say about CLIP? A probability is at most 1 anyway. In dimension 512 at "
        "temperature 0.01 the bound says more than that only from about e^90 pairs on, far more than any data set"
        " has. So Theorem 1 does not force CLIP's embeddings to close the gap."
    ),
    "thm.1.gap_vector": (
        "A gap that is orthogonal to all that varies between pairs adds one number to all scores and scales the rest. "
        "Softmax and ranks do not see the number. So such a gap costs as much as a higher temperature, at any angle."
    ),
    "thm.1.gap_vector.capacity": (
        "At a quarter of CLIP's inverse temperature there is still room: the vectors of an orthoplex in 510 "
        "dimensions, 1020 pairs, have a loss below 3·10⁻⁸, and the bound of Theorem 1 says something only "
        "from about e^24 pairs on."
    ),
    "thm.1.cone": (
        "Where a law of keys has large scores half-way between all pairs, as a law on a cone may have, the softmax "
        "gives the right partner on average no more than that law allows. That for a hard convex cone this closes the "
        "gap again, whatever the laws are, takes one more step, which is on paper and in no claim."
    ),
    "thm.1.noise.uniform": (
        "Where half of the pairs are mismatched, one common cone of images and texts can have a lower loss than "
        "pairs spread over the sphere, here in three dimensions. Two closed forms are compared; that they are the "
        "losses is in words."
    ),
    "thm.1.noise.necessary": (
        "From a share of mismatched pairs on that is stated for every dimension and temperature, aligned pairs spread "
        "evenly over the sphere are not optimal: aligned pairs that lean a little to one side do better. That the "
        "closed form compared is their loss is in words. Below that share they need not be optimal either."
    ),
    "thm.1.noise.clip": (
        "At CLIP's dimension and temperature, with nine of ten pairs mismatched, the closed form of the loss of a cone "
        "is certified to be less than that of pairs spread over the sphere. Smaller shares are not part of it."
    ),
    "thm.3.angle.convex": (
        "As a function of the cosine of the angle between their hyperplanes, the loss of two cones of one width, with "
        "centres orthogonal to the intersection, is convex: it has one valley, and its best angles can be enclosed "
        "from a few values."
    ),
    "thm.1.separate": (
        "A tempting proof of Theorem 1 bounds the two parts of the loss one at a time: the positive pairs, and "
        "the partition function. It fails. With all images at one point and all texts at the opposite one, the "
        "partition function is far below its value at the optimum."
    ),
    "thm.1.ball_keys": (
        "The keys have to be unit vectors in every dimension, the line included: there three points of the ball go "
        "below the bound. Whether it holds for keys in the ball from two dimensions on is open (`thm.1.ball`)."
    ),
    "thm.1.long_queries": "Queries longer than 1 break the bound: a long query acts like a lower temperature.",
    "thm.1.smaller_constant": (
        "Could the constant of the softmax trace inequality be improved by one part in 10^{12}, for all dimensions and "
        "temperatures at once? No: 32 evenly spaced points on the circle come nearer to it than that."
    ),
    "thm.1.sharp": (
        "Evenly spaced points on the circle come as close to the bound as one likes, at every temperature, and it"
        " is known how many points are enough. So in two dimensions the constant cannot be improved."
    ),
    "thm.1.probability": (
        "The softmax trace inequality in terms of probabilities: the right partner gets at most e^β/(N M_h(β)) on"
        " average."
    ),
    "thm.1.overlap": (
        "A property of the von Mises law that would give another proof of the softmax trace inequality, without "
        "Gaussian vectors. It was tested on the circle at many points and not proved. Nothing else rests on it."
    ),
    "mcl.limit": (
        "The loss of n pairs drawn at random from finitely many equally likely ones, less 2 log n, tends in mean to "
        "the loss of their distribution. The error falls as one over the square root of n, with an explicit constant. "
        "For every distribution it is `mcl.limit.population`."
    ),
    "mcl.limit.almost_sure": (
        "Draw more and more pairs at random from any distribution of pairs. The chance that their loss, less 2 log N, "
        "is ever far from the loss of the distribution after m pairs, up to any number of them, falls exponentially "
        "in m. That it then comes to that number with probability one is a step in words. Nothing is asked of the "
        "distribution."
    ),
    "thm.2": (
        "Put images into one cone and texts into another, and look at the loss of the pair that sits at the two "
        "centres. It is least when the centres agree, whatever the widths of the cones, the temperature and the "
        "dimension. So cones alone do not explain a gap at the optimum."
    ),
    "thm.2.population": (
        "The same for all pairs, not only the central one, when both cones have the same width: however images "
        "and texts are paired, two cones with different centres have a greater loss than one shared cone."
    ),
    "thm.2.population.unequal": (
        "For cones of different widths a gap costs too, provided that one inequality on the best pairing holds. "
        "That inequality (`thm.2.covariance`) is open, so the conclusion stands with this condition."
    ),
    "thm.2.covariance": (
        "What is missing for cones of different widths: that pairing the points of two cones as well as possible "
        "does not become easier when the cones are moved apart. Computations agree with it; there is no proof."
    ),
    "thm.2.concave": (
        "Drawn over the cosine of the gap, each direction of the loss of the pair of centres is a strictly concave "
        "curve, so that its least value is at one of the two ends: no gap, or the widest one."
    ),
    "thm.2.monotone": (
        "One might think that closing the gap always lowers the loss. It does not: from the widest gap the loss "
        "of the pair of centres can rise at first."
    ),
    "thm.2.trap": (
        "When a cone's width and the temperature are in a certain range, one direction of the loss of the pair of "
        "centres rises from the widest gap up to a known point before it falls. A descent of it that starts beyond "
        "that point is held at the widest gap, although no gap would be better. For two cones of one width the "
        "same is true of the sum of both directions."
    ),
    "thm.2.clip": (
        "At CLIP's dimension and temperature there is no such trap: each direction of the loss of the pair of centres "
        "falls all the way as the gap closes, whatever the width of its cone, and so does their sum."
    ),
    "thm.3.centre": (
        "The paper's third theorem, read as a statement on the pair of centres: with images in one hyperplane and"
        " texts in another, the loss is least when both centres are orthogonal to the intersection. This is "
        "false. Centres that coincide inside the intersection have a lower loss, for all parameters "
        "(`thm.3.centre.shared`)."
    ),
    "paper.thm.3": (
        "The paper's third theorem with every hypothesis that it prints: centres outside the intersection, at an acute "
        "angle, hyperplanes at an angle of at least a given one. It says that the loss of the pair of centres is at "
        "least its value at centres orthogonal to the intersection. This is false: two centres close to one point of "
        "the intersection do better, here and for all parameters (`paper.thm.3.fails`). With centres orthogonal to the "
        "intersection as a hypothesis it is true (`paper.thm.3.perpendicular`)."
    ),
    "paper.thm.4.limit": (
        "The formula that the paper prints for the loss of a pair in its fourth theorem. It takes the cosine of an "
        "image "
        "with the centre of the texts for that with the centre of the images, and is not the loss. With that mended it "
        "is (`paper.thm.4.value`), and the theorem's first conclusion is true (`paper.thm.4.a8`)."
    ),
    "paper.cor.2": (
        "The paper's second corollary, with its own definition of perfect alignment, which compares a pair with the "
        "sample. A pair can be aligned in a small sample, so that this is false; against the whole sphere, and once "
        "the "
        "sample has visited an open cap, it is true (`cor.2`, `paper.cor.2.cap`)."
    ),
    "paper.cor.3.distinct": (
        "The paper's third corollary, for pairs that do not repeat each other: once the hyperplanes are rotated "
        "together, "
        "the partners are equal, and every pair is perfectly aligned."
    ),
    "paper.cor.4.distinct": (
        "The paper's fourth corollary, for pairs whose directions in the intersection differ: their normalised "
        "projections are perfectly aligned."
    ),
    "thm.3.centre.shared": (
        "Two hyperplanes share a subspace. If both modalities centre on one common point of it, the pair of "
        "centres has a lower loss than with the centres that the paper reports, whatever the dimension, widths, "
        "temperature and angle; and there the gap is zero."
    ),
    "thm.3.centre.minimum": (
        "The least loss that a pair of centres can have between two hyperplanes, and where: at one shared centre "
        "in the intersection, with no gap."
    ),
    "thm.3.centre_perp": (
        "If one asks for centres orthogonal to the intersection, the paper's conclusion is right: there are only "
        "two possible gaps, φ and 180° − φ, and the smaller one has the lower loss."
    ),
    "thm.3.centre_perp.right_angle": (
        "If the hyperplanes are at a right angle, all centres orthogonal to the intersection have exactly the "
        "same loss: nothing decides between them."
    ),
    "thm.3.lower_bound": (
        "The claim that the gap cannot be smaller than the angle between the hyperplanes. It is false: centres in"
        " the common subspace can coincide."
    ),
    "thm.3.every_gap": "Between two hyperplanes every gap from 0° to 180° can be realised by suitable centres.",
    "thm.3.population": (
        "The third theorem read as a statement on all pairs. It is false in general: at low temperature and wide "
        "angle, distributions that share a centre in the intersection have a lower loss. The counterexample is "
        "certified by rigorous quadrature."
    ),
    "thm.3.population.perp": (
        "With all pairs counted, and centres orthogonal to the intersection, the smaller of the two possible gaps"
        " does better than a bound on what the larger one can do."
    ),
    "thm.3.population.perp.every": (
        "With all pairs counted, and centres orthogonal to the intersection, the smaller of the two possible gaps"
        " wins against every way to pair at the larger one, whatever the dimension, width, temperature and angle."
    ),
    "thm.3.population.concentrated.every": (
        "For narrow distributions, with all pairs counted, every rival pair of centres farther than an explicit angle "
        "from the paper's loses, whatever the coupling. The angle shrinks as the distributions do, and is never 0: "
        "near rivals are not compared. CLIP's embeddings are too wide for this to say anything of them."
    ),
    "thm.3.population.hot.every": (
        "At high temperature, with all pairs counted, every rival pair of centres farther than an explicit angle from "
        "the paper's loses, whatever the coupling. The angle shrinks as the temperature rises, and is never 0: near "
        "rivals are not compared."
    ),
    "thm.3.population.hot.all": (
        "At high temperature, below a bound that is stated for every dimension, width and angle, the paper's centres "
        "beat all others, with all pairs counted and whatever the coupling. The proof is in words, and the bound is "
        "small."
    ),
    "thm.3.angle": (
        "The conclusion that the loss falls as the two hyperplanes close, so that the smallest angle that there is "
        "would be best. With all pairs counted it is false at CLIP's size, for two cones of one width with centres "
        "orthogonal to the intersection: the loss is less at 83.6 degrees than at 20."
    ),
    "thm.3.angle.tangent": (
        "How the loss of two cones of one width in two hyperplanes, with centres orthogonal to the intersection, "
        "changes with the angle between these: the loss lies above lines whose slope in the cosine of the angle is "
        "one integral. It has one valley."
    ),
    "thm.3.angle.clip": (
        "At CLIP's dimension, concentration and temperature the loss of two cones of one width is enclosed by rigorous "
        "quadrature at three angles of their hyperplanes, and is least at the middle one. As it is convex in the "
        "cosine (`thm.3.angle.convex`), its best angles are between 82.4 and 85 degrees."
    ),
    "thm.3.population.in_four": (
        "The third theorem, read as a statement on all pairs, is false in four dimensions too, at an angle of 60°: a "
        "shared centre has the lower loss. A proved upper bound stands for the double integral of that loss."
    ),
    "thm.3.free.global": (
        "If embeddings may lie anywhere on the two hyperplanes, in four dimensions or more and with no law imposed, "
        "then at high temperature nothing beats perfectly aligned pairs spread evenly over the intersection. Their "
        "means vanish, so that there is no gap angle: it does not tend to the angle of the hyperplanes."
    ),
    "thm.3.free.above": (
        "Below an exact threshold of the temperature aligned pairs in the intersection are not optimal any more: "
        "moving a little of each pair out of it, with a random sign, lowers the loss."
    ),
    "thm.3.population.shared_region": (
        "The counterexample to the third theorem is not one unlucky point: on a whole box of parameters, a shared"
        " centre is certified to be better."
    ),
    "thm.3.population.perpendicular_region": (
        "There are parameters where the paper's centres do win against a shared centre: on this box of moderate "
        "temperature it is certified."
    ),
    "thm.3.limit.perpendicular": (
        "An explicit function stands for very narrow distributions, as the temperature falls along with their width: "
        "up to a stated ratio of the two its sign favours the paper's centres over a shared one, at every angle. That "
        "the difference of the losses tends to that function is said in words."
    ),
    "thm.3.limit.shared": (
        "The same function, at low temperature: there its sign favours a shared centre, for every angle and a range of "
        "ratios that is stated. That the difference of the losses tends to it is said in words."
    ),
    "def.alignment": (
        "What it means here that a pair is perfectly aligned: no vector that the other modality could have "
        "offered is nearer to the image than its own text. The paper's own definition compares with the sample, "
        "strictly."
    ),
    "thm.4": (
        "The paper's fourth theorem. Images lie in one hyperplane, texts in another, and a text leans towards its"
        " centre as far as its image does. Then the best text for an image is the one whose shadow on the common "
        "subspace is the same as the image's shadow."
    ),
    "thm.4.directions": (
        "If text and image need not lean equally far, the shadows on the common subspace still point in the same "
        "direction at the optimum; only their lengths may differ."
    ),
    "thm.4.norms": (
        "The fourth theorem needs its hypothesis: if image and text lean differently far towards their centres, "
        "their shadows on the common subspace have different lengths."
    ),
    "thm.4.free": (
        "The equal lean that the fourth theorem assumes is not something that optimisation brings about: without "
        "it the best text can lean differently from its image."
    ),
    "thm.4.oblique": (
        "The fourth theorem needs centres orthogonal to the intersection. With centres in the intersection the "
        "optimal pairs are different ones."
    ),
    "cor.2": (
        "On two different hyperplanes an optimal pair is not perfectly aligned: the other hyperplane holds a "
        "vector nearer to the image than its own text is. Pairs in the intersection, or orthogonal to it, are "
        "exceptions. A finite sample need not hold such a vector (`paper.cor.2`)."
    ),
    "cor.3": (
        "Rotating the images' hyperplane onto that of the texts makes every optimal pair coincide exactly, and "
        "changes no inner product among the images."
    ),
    "cor.3.loss": (
        "Making pairs coincide by rotation can raise the loss. Alignment and loss are two different things: three"
        " pairs are enough for an example."
    ),
    "cor.3.loss.population": (
        "The same for whole distributions: after rotation the pairs coincide, and the loss is greater."
    ),
    "cor.4": (
        "Projecting images and texts on the common subspace, and normalising again, makes optimal pairs coincide."
        " This is shared space projection, and it does not need the assumption of equal lean."
    ),
    "cor.4.poles": (
        "An embedding orthogonal to the common subspace has no shadow there, so that projection cannot place it. "
        "It has to be excluded."
    ),
    "translation": (
        "Shifting all images by the difference of the two means keeps the direction of their shadows on the "
        "common subspace and changes the shadows' lengths, by a formula that is given."
    ),
    "translation.breaks": (
        "Shifting all images by the difference of the two means does not make optimal pairs coincide: the shadows"
        " on the common subspace get different lengths."
    ),
    "translation.kept": "The one exception: pairs that lean exactly as far as the average do coincide after the shift.",
}


def paragraph(claim: Claim, status: str) -> str:
    """Return the plain paragraph of a claim; ids in backticks are for links."""
    if claim.id in PLAIN:
        return PLAIN[claim.id]
    relation = RELATIONS[claim.relation.replace("_", " ")]
    return f"{claim.about} {STATUSES[status]} {relation}"
