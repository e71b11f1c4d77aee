"""Do intervals cover the truth as often as they say? On laws whose figures are known, with wrong variants beside."""

import math

import numpy as np
import pytest
from scipy import integrate, stats

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings import bootstrap
from modgap.numerics.embeddings.bootstrap import NO_VARIATION, bootstrap_intervals, limits, paired_intervals
from modgap.numerics.embeddings.gap import vmf_concentration
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.embeddings.weighted import HitFigures, MeanFigures, PairwiseFigures, Units
from modgap.numerics.embeddings.weighted_spectra import SpectralFigures
from modgap.numerics.vmf.law import VonMisesFisher

LEVEL, RESAMPLES, RUNS, UNITS = 0.95, 200, 150, 150


def least_coverage(runs):
    """Intervals of some dozens of units are known to cover two or three per cent less than they say: that, and three
    standard deviations of a share of so many runs."""
    return LEVEL - 0.025 - 3 * math.sqrt(LEVEL * (1 - LEVEL) / runs)


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def coverages(sample, truth, runs=RUNS, method="bca"):
    """Return for each figure of `truth` how often the interval of `sample(rng)` held it, and the intervals' widths."""
    inside, widths, estimates = ({name: [] for name in truth} for _ in range(3))
    for run in range(runs):
        figures = sample(np.random.default_rng([7, run]))
        intervals = bootstrap_intervals(figures, RESAMPLES, LEVEL, seed=run, method=method)
        for name, value in truth.items():
            found = intervals[name]
            inside[name].append(np.mean((found.low <= value) & (value <= found.high)))
            widths[name].append(np.mean(found.high - found.low))
            estimates[name].append(np.mean(found.estimate))
    shares = {name: float(np.mean(values)) for name, values in inside.items()}
    ratios = {name: np.mean(widths[name]) / (2 * 1.96 * np.std(estimates[name])) for name in truth}
    return shares, ratios


class HalfCopied:
    """x_i from a vMF law on the sphere in R³, and y_i from the same law turned by 40°.

    Half of the pairs are one draw and its image, the others two independent draws. Both laws are vMF of one
    concentration, and all figures have closed forms.
    """

    kappa, angle = 4.0, math.radians(40)

    def __init__(self):
        self.mean = np.array([0.0, 0.6, 0.8])
        c, s = math.cos(self.angle), math.sin(self.angle)
        self.turn = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
        self.law = VonMisesFisher(self.mean, self.kappa)

    def pairs(self, n, rng):
        x, other = self.law.sample(n, rng), self.law.sample(n, rng)
        copied = rng.random((n, 1)) < 0.5
        return x, np.where(copied, x, other) @ self.turn.T

    def truth(self):
        k = self.kappa
        a = 1 / math.tanh(k) - 1 / k
        second = a / k * np.eye(3) + (1 - 3 * a / k) * np.outer(self.mean, self.mean)
        turned = a**2 * math.cos(self.angle)
        paired = (np.trace(self.turn @ second) + turned) / 2
        roots = np.sqrt(np.linalg.eigvalsh(second))
        p = roots / roots.sum()
        spread = math.sqrt(2 * (1 - a**2 - 2 * a / k))
        return {
            "gap_degrees": math.degrees(self.angle),
            "gap_l2": a * 2 * math.sin(self.angle / 2),
            "paired_cosine": paired,
            "alignment": 2 - 2 * paired,
            "unpaired_cosine": turned,
            "image_image_cosine": a**2,
            "text_text_cosine": a**2,
            "vmf_concentration.image": k,
            "vmf_concentration.text": k,
            "ims_error.shift": 0.0,
            "ims_error.rms": spread / math.sqrt(2),
            "ims_error.spread": spread,
            "ims_error.relative": math.sqrt(0.5),
            "ims_error.correlation": 0.5,
            "uniformity.image": self.uniformity(),
            "uniformity.text": self.uniformity(),
            "effective_rank.image": math.exp(-(p * np.log(p)).sum()),
        }

    def uniformity(self):
        """E exp(−4 + 4 x·x′): over x the moment function sinh(z)/z at |κμ + 4x′|, over x′·μ the law's density."""
        k = self.kappa
        moment = lambda z: math.sinh(z) / z  # noqa: E731
        density = lambda t: k * math.exp(k * (t - 1)) / (1 - math.exp(-2 * k))  # noqa: E731
        value, _ = integrate.quad(
            lambda t: density(t) * moment(math.sqrt(k * k + 16 + 8 * k * t)) / moment(k) * math.exp(-4), -1, 1
        )
        return math.log(value)


@pytest.mark.parametrize("method", ["bca", pytest.param("percentile", marks=pytest.mark.slow)])
def test_means_cover_the_truth(method):
    law, runs = HalfCopied(), RUNS if method == "bca" else 60
    truth = {name: v for name, v in law.truth().items() if not name.startswith(("uniformity", "effective"))}
    shares, ratios = coverages(lambda rng: [MeanFigures(Units(*law.pairs(UNITS, rng)))], truth, runs, method)
    assert min(shares.values()) >= least_coverage(runs), shares
    # And they are no wider than the figures scatter.
    assert 0.8 < min(ratios.values()) <= max(ratios.values()) < 1.25, ratios


def test_uniformity_and_rank_cover_the_truth():
    law = HalfCopied()
    truth = {name: v for name, v in law.truth().items() if name.startswith(("uniformity", "effective"))}

    def sample(rng):
        units = Units(*law.pairs(UNITS, rng))
        return [PairwiseFigures(units), SpectralFigures(units)]

    runs = 80
    shares, ratios = coverages(sample, truth, runs)
    assert min(shares.values()) >= least_coverage(runs), shares
    assert 0.75 < min(ratios.values()) <= max(ratios.values()) < 1.3, ratios


def test_principal_angles_cover_the_truth():
    """Rows near ellipses, whose second moments have the same axes, in planes at 20° and 50°."""
    angles = np.radians([20, 50])
    frame = np.linalg.qr(np.random.default_rng(0).normal(size=(4, 4)))[0]
    plane = np.hstack([frame[:, :2] * np.cos(angles) + frame[:, 2:] * np.sin(angles)] * 2)
    plane[:, 2:] = frame[:, 2:] * np.cos(angles) - frame[:, :2] * np.sin(angles)

    def sample(rng):
        turn, noise = rng.uniform(0, 2 * np.pi, size=(2, 100, 1)), 0.05 * rng.normal(size=(2, 100, 2))
        z = np.concatenate([np.cos(turn), 0.8 * np.sin(turn), noise], axis=2)
        return [SpectralFigures(Units(unit(z[0] @ frame.T), unit(z[1] @ plane.T)))]

    runs = 60
    shares, _ = coverages(sample, {"principal_angles_degrees": np.array([20, 50])}, runs)
    assert shares["principal_angles_degrees"] >= least_coverage(runs)


def test_recall_covers_the_share_of_all_queries():
    """Candidates stay; the truth is the share of hits among very many queries, and a query is an observation."""
    rng = np.random.default_rng(3)
    classes = unit(rng.normal(size=(30, 5)))

    def ranks(n, rng):
        labels = rng.integers(30, size=n)
        cosines = unit(classes[labels] + 0.5 * rng.normal(size=(n, 5))) @ classes.T
        return (cosines >= cosines[np.arange(n), labels][:, None]).sum(axis=1)

    many = ranks(200_000, rng)
    truth = {f"recall.{k}": np.mean(many <= k) for k in (1, 5)}
    shares, _ = coverages(lambda rng: [HitFigures("recall", ranks(150, rng))], truth)
    assert min(shares.values()) >= least_coverage(RUNS)


@pytest.mark.parametrize("method", ["bca", pytest.param("percentile", marks=pytest.mark.slow)])
def test_noise_of_means_in_high_dimension(method):
    """Noise lengthens |x̄ − ȳ|, here by a good half of its standard deviation, and in a resample once more."""
    dim, mean_length, runs = 60, 0.6, 60
    concentration = vmf_concentration(mean_length * np.eye(dim)[0])
    laws = [VonMisesFisher(axis, concentration) for axis in np.eye(dim)[:2]]
    truth = {"gap_l2": math.sqrt(2) * mean_length, "gap_degrees": 90.0, "image_image_cosine": mean_length**2}
    shares, _ = coverages(lambda rng: [MeanFigures(Units(*(law.sample(80, rng) for law in laws)))], truth, runs, method)
    if method == "bca":
        assert min(shares.values()) >= least_coverage(runs)
    else:
        assert shares["gap_l2"] < least_coverage(runs)


def test_no_interval_of_a_gap_within_noise():
    rng = np.random.default_rng(0)
    x, y = unit(rng.normal(size=(2, 60, 100)))
    found = paired_intervals(x, y, resamples=100, spectra=False, pairwise=False)["gap_l2"]
    assert math.isnan(found.low)
    assert found.note.startswith("no interval: ")


# --- wrong variants are caught ---------------------------------------------------------------------------------------


class WithCopies(MeanFigures):
    """Wrong: copies of a row are compared with each other, as if the resample were a new sample."""

    def __call__(self, weights):
        n, mean = weights.sum(axis=1), weights @ self._data.x / weights.sum(axis=1, keepdims=True)
        return {"image_image_cosine": (n**2 * (mean**2).sum(axis=1) - n) / (n**2 - n)}


@pytest.mark.parametrize("method", ["bca", "percentile"])
def test_comparing_copies_is_caught(method):
    dim, mean_length = 30, 0.25
    law = VonMisesFisher(np.eye(dim)[0], vmf_concentration(mean_length * np.eye(dim)[0]))
    truth, runs = {"image_image_cosine": mean_length**2}, 60

    def sample(kind):
        return lambda rng: [kind(Units(*(law.sample(30, rng) for _ in range(2))))]

    right, wrong = (coverages(sample(kind), truth, runs, method)[0] for kind in (MeanFigures, WithCopies))
    assert wrong["image_image_cosine"] < least_coverage(runs) <= right["image_image_cosine"]


def test_resampling_candidates_is_caught():
    """Wrong: with copies among the candidates the partner has rivals as near as itself; even the estimate falls out."""
    rng = np.random.default_rng(4)
    x = unit(rng.normal(size=(80, 6)))
    y = unit(x + 0.4 * rng.normal(size=(80, 6)))
    estimate = recall(x, y)["image_to_text"][1]
    right = paired_intervals(x, y, resamples=200, spectra=False, pairwise=False)["recall.image_to_text.1"]
    assert right.low < estimate < right.high
    draws = rng.integers(80, size=(200, 80))
    wrong = np.quantile([recall(x[rows], y[rows])["image_to_text"][1] for rows in draws], [0.025, 0.975])
    assert wrong[1] < right.low


def test_resampling_texts_one_by_one_is_caught():
    """Wrong: five texts of one image are no five observations; intervals that say so are too narrow."""

    def pairs(rng, n=40):
        x = unit(rng.normal(size=(n, 4)))
        side = unit(x + 0.8 * rng.normal(size=(n, 4)))
        owner = np.repeat(np.arange(n), 5)
        return x, unit(side[owner] + 0.05 * rng.normal(size=(5 * n, 4))), owner

    x, y, owner = pairs(np.random.default_rng(0), 40_000)
    truth, runs = {"paired_cosine": np.einsum("ij,ij->", x[owner], y) / len(y)}, 60

    def one_by_one(rng):
        x, y, owner = pairs(rng)
        return [MeanFigures(Units(x[owner], y))]

    right, _ = coverages(lambda rng: [MeanFigures(Units(*pairs(rng)))], truth, runs)
    wrong, _ = coverages(one_by_one, truth, runs)
    assert wrong["paired_cosine"] < least_coverage(runs) <= right["paired_cosine"]


# --- the method itself -----------------------------------------------------------------------------------------------


class Mean:
    """The mean of a sample, as a figure."""

    notes = {}  # noqa: RUF012

    def __init__(self, values):
        self.values, self.units = values, len(values)

    def __call__(self, weights):
        return {"mean": weights @ self.values / weights.sum(axis=1)}


@pytest.mark.parametrize("method", ["bca", "percentile"])
@pytest.mark.parametrize("constant", [0.1, 1 / 3, -1e-30, 0.0])
@pytest.mark.parametrize("n", [37, 5000])
def test_constant_figures_have_no_width_and_say_so(method, constant, n):
    """Weighted means of 0.1 differ by some ulps."""
    found = bootstrap_intervals([Mean(np.full(n, constant))], 50, seed=1, method=method)["mean"]
    assert found.low == found.high == found.estimate
    assert found.estimate == pytest.approx(constant, rel=1e-13)
    assert found.note == NO_VARIATION
    varied = np.full(n, constant)
    varied[0] += 1e-6
    found = bootstrap_intervals([Mean(varied)], 50, seed=1, method=method)["mean"]
    assert NO_VARIATION not in found.note


@pytest.mark.parametrize(("method", "name"), [("bca", "BCa"), ("percentile", "percentile")])
def test_against_scipy(method, name):
    sample = np.random.default_rng(5).exponential(size=40) ** 2
    ours = bootstrap_intervals([Mean(sample)], 20_000, 0.9, seed=1, method=method)["mean"]
    theirs = stats.bootstrap(
        (sample,), np.mean, n_resamples=20_000, confidence_level=0.9, method=name, rng=np.random.default_rng(2)
    ).confidence_interval
    width = theirs.high - theirs.low
    assert abs(ours.low - theirs.low) < 0.02 * width
    assert abs(ours.high - theirs.high) < 0.03 * width
    # Skewness moves the ends by more than that: the two methods are told apart.
    other = bootstrap_intervals([Mean(sample)], 20_000, 0.9, seed=1, method={"bca": "percentile"}.get(method, "bca"))
    assert abs(other["mean"].high - theirs.high) > 0.05 * width


def test_groups_give_the_acceleration_of_the_whole_jackknife(monkeypatch):
    sample = np.random.default_rng(6).exponential(size=1500) ** 2
    ends = []
    for groups in (1500, 100):
        monkeypatch.setattr(bootstrap, "GROUPS", groups)
        found = bootstrap_intervals([Mean(sample)], 4000)["mean"]
        ends.append((float(found.low), float(found.high)))
    assert np.abs(np.subtract(*ends)).max() < 0.06 * (ends[0][1] - ends[0][0])


def test_seed_and_block_decide():
    x, y = HalfCopied().pairs(40, np.random.default_rng(0))
    first, again, other = (paired_intervals(x, y, resamples=50, seed=seed) for seed in (1, 1, 2))
    for name, interval in first.items():
        np.testing.assert_array_equal((again[name].low, again[name].high), (interval.low, interval.high))
    assert other["gap_l2"].low != first["gap_l2"].low
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "MOST_ROWS", 7)
        assert paired_intervals(x, y, resamples=50, seed=1)["gap_l2"].low == pytest.approx(first["gap_l2"].low)


def test_report_counts_up_to_all():
    seen = []
    bootstrap_intervals([Mean(np.arange(30.0))], 150, report=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (180, 180)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_what_cannot_be_trusted_says_so():
    rng = np.random.default_rng(0)
    x, y = unit(rng.normal(size=(2, 30, 40)) + 3 * np.eye(40)[:2, None])
    few = paired_intervals(x, y, resamples=40)
    assert few["effective_rank.image"].note.startswith("not to be trusted: a resample holds about 19 distinct rows")
    assert "no interval: resampling moves the figure farther than" in few["effective_rank.image"].note
    assert math.isnan(few["effective_rank.image"].low)
    assert few["gap_l2"].note == ""
    same = paired_intervals(x, x, resamples=40, spectra=False)
    assert (same["recall.image_to_text.1"].low, same["recall.image_to_text.1"].high) == (1, 1)
    assert same["recall.image_to_text.1"].note.startswith("all resamples agree")
    assert limits(0.5, np.full(30, 0.5), np.full(30, 0.5)) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"resamples": 19}, "^resamples: got 19; expected an integer of at least 20"),
        ({"level": 1.0}, r"^level: got 1; expected a number in \(0, 1\)"),
        ({"seed": -1}, "^seed: got -1; expected an integer of at least 0"),
        ({"method": "basic"}, "^method: got 'basic'; expected one of bca, percentile"),
    ],
)
def test_bad_parameters(options, message):
    with pytest.raises(InputError, match=message):
        bootstrap_intervals([Mean(np.arange(5.0))], **options)


def test_figures_of_other_units():
    with pytest.raises(InputError, match=r"^figures: got \[4, 5\] units; expected figures of the same units"):
        bootstrap_intervals([Mean(np.arange(4.0)), Mean(np.arange(5.0))])
