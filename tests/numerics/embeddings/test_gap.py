"""The geometry of paired embeddings against brute force, known configurations, and what it must refuse."""

import dataclasses
import math

import mpmath
import numpy as np
import pytest
from scipy import linalg, stats
from scipy.spatial.transform import Rotation

from modgap.numerics.checks import InputError, NormalisationWarning
from modgap.numerics.embeddings.gap import (
    UndefinedGapWarning,
    effective_rank,
    embedding_geometry,
    modality_gap,
    principal_angles,
    principal_subspace,
    vmf_concentration,
)


def two_cones(n=60, dim=7, seed=0):
    """Unit rows about two directions, far from isotropic: the general case."""
    rng = np.random.default_rng(seed)
    rows = rng.normal(size=(2, n, dim)) * np.linspace(1.5, 0.05, dim)
    rows[0, :, 0] += 2
    rows[1, :, 1] += 2
    return rows / np.linalg.norm(rows, axis=2, keepdims=True)


def mean_angle(x, y):
    """Definition 2 word by word, in 40 digits."""
    with mpmath.workdps(40):
        a, b = ([mpmath.fsum(map(mpmath.mpf, column)) for column in rows.T] for rows in (x, y))
        dot = mpmath.fsum(p * q for p, q in zip(a, b, strict=True))
        norms = mpmath.sqrt(mpmath.fsum(p * p for p in a) * mpmath.fsum(q * q for q in b))
        return float(mpmath.acos(dot / norms))


def flat(geometry):
    values = dataclasses.asdict(geometry)
    values.pop("shared_dimension")
    angles = values.pop("principal_angles_degrees")
    pairs = (tuple(v.values()) if isinstance(v, dict) else (v,) for v in values.values())
    return np.array([*angles, *(number for pair in pairs for number in pair)], dtype=float)


def test_gap_against_the_definition():
    x, y = two_cones()
    assert modality_gap(x, y) == pytest.approx(mean_angle(x, y), rel=1e-14)
    assert embedding_geometry(x, y).gap_degrees == pytest.approx(math.degrees(mean_angle(x, y)), rel=1e-14)


@pytest.mark.parametrize("angle", [0.0, 1e-9, 1e-5, 1.0, math.pi / 2, 3.0, math.pi - 1e-7, math.pi])
def test_gap_is_accurate_near_both_ends(angle):
    """Two point masses at a known angle; arccos would return 0 for 1e-9."""
    x = np.tile([1.0, 0.0, 0.0], (5, 1))
    y = np.tile([math.cos(angle), math.sin(angle), 0.0], (5, 1))
    assert modality_gap(x, y) == pytest.approx(angle, rel=1e-14, abs=2e-16)


def test_cosines_against_brute_force():
    x, y = two_cones()
    geometry = embedding_geometry(x, y)
    off = ~np.eye(len(x), dtype=bool)
    assert geometry.paired_cosine == pytest.approx(np.diag(x @ y.T).mean(), rel=1e-13)
    assert geometry.unpaired_cosine == pytest.approx((x @ y.T)[off].mean(), rel=1e-13)
    assert geometry.image_image_cosine == pytest.approx((x @ x.T)[off].mean(), rel=1e-13)
    assert geometry.text_text_cosine == pytest.approx((y @ y.T)[off].mean(), rel=1e-13)
    assert geometry.gap_l2 == pytest.approx(math.dist(x.mean(axis=0), y.mean(axis=0)), rel=1e-13)


def subspace_pair(angles, dim=9, n=400, seed=1):
    """Rows filling two k-dimensional subspaces with these principal angles, in general position."""
    k = len(angles)
    rng = np.random.default_rng(seed)
    frame, _ = np.linalg.qr(rng.normal(size=(dim, dim)))
    first = frame[:, :k]
    second = frame[:, :k] * np.cos(angles) + frame[:, k : 2 * k] * np.sin(angles)
    x, y = rng.normal(size=(n, k)) @ first.T, rng.normal(size=(n, k)) @ second.T
    return tuple(rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))


def test_principal_angles_are_recovered_ascending():
    angles = np.array([1e-7, 0.03, 0.6, math.pi / 2])
    geometry = embedding_geometry(*subspace_pair(angles))
    assert geometry.principal_angles_degrees == pytest.approx(np.degrees(angles), rel=1e-12, abs=1e-13)
    # cos 0.03 = 0.99955 is above 0.999, cos 0.6 is not.
    assert geometry.shared_dimension == 2


@pytest.mark.parametrize(("p", "q"), [(3, 3), (2, 5), (5, 2), (6, 6)])
def test_principal_angles_against_scipy(p, q):
    """SciPy's own angles are good to about the root of rounding; the order of the arguments does not matter."""
    rng = np.random.default_rng(7)
    first, second = (np.linalg.qr(rng.normal(size=(9, d)))[0] for d in (p, q))
    angles = principal_angles(first, second)
    np.testing.assert_allclose(angles, np.sort(linalg.subspace_angles(first, second)), atol=1e-7)
    np.testing.assert_allclose(angles, principal_angles(second, first), atol=1e-14)


def test_shared_dimension_turns_at_one_minus_epsilon():
    turn = math.acos(1 - 1e-3)
    shared = [embedding_geometry(*subspace_pair([turn * f])).shared_dimension for f in (0.999, 1.001)]
    assert shared == [1, 0]


def test_principal_subspace_holds_the_share_and_no_less():
    rng = np.random.default_rng(2)
    left, _ = np.linalg.qr(rng.normal(size=(50, 6)))
    right, _ = np.linalg.qr(rng.normal(size=(6, 6)))
    values = np.sqrt([90.0, 8.0, 0.6, 0.5, 0.45, 0.45])
    rows = (left * values) @ right.T
    # 98.6 % in three directions, 99.1 % in four.
    basis = principal_subspace(rows)
    assert basis.shape == (6, 4)
    np.testing.assert_allclose(basis.T @ basis, np.eye(4), atol=1e-14)
    np.testing.assert_allclose(basis @ (basis.T @ right[:, :4]), right[:, :4], atol=1e-12)


def test_effective_rank_of_known_spectra():
    assert effective_rank(np.eye(7)) == pytest.approx(7, rel=1e-14)
    assert effective_rank(np.ones((5, 3))) == pytest.approx(1, rel=1e-12)
    p = np.array([0.5, 0.25, 0.25])
    assert effective_rank(np.diag(8 * p)) == pytest.approx(2**1.5, rel=1e-14)


@pytest.mark.parametrize("concentration", [0.5, 5.0, 300.0])
def test_concentration_in_three_dimensions_is_langevins(concentration):
    """For h = 3 the mean resultant length is coth κ - 1/κ."""
    length = 1 / math.tanh(concentration) - 1 / concentration
    assert vmf_concentration(np.array([0.0, length, 0.0])) == pytest.approx(concentration, rel=1e-11)


def test_concentration_of_a_sample_matches_scipys_fit():
    sample = stats.vonmises_fisher([0.0, 0.6, 0.8, 0.0], 12.0, seed=3).rvs(2000)
    _, expected = stats.vonmises_fisher.fit(sample)
    geometry = embedding_geometry(sample, sample[::-1])
    assert geometry.vmf_concentration.image == pytest.approx(expected, rel=1e-6)
    assert geometry.vmf_concentration.image == pytest.approx(12.0, rel=0.05)


def test_concentration_at_the_ends():
    assert vmf_concentration(np.array([1e-17, 0.0])) == 0
    assert vmf_concentration(np.array([1.0, 0.0])) == math.inf


def test_invariant_under_rotation_permutation_and_scale():
    x, y = two_cones(dim=3)
    whole = flat(embedding_geometry(x, y))
    rotation = Rotation.random(rng=4).as_matrix()
    order = np.random.default_rng(5).permutation(len(x))
    np.testing.assert_allclose(flat(embedding_geometry(x @ rotation, y @ rotation)), whole, rtol=1e-10, atol=1e-11)
    np.testing.assert_allclose(flat(embedding_geometry(x[order], y[order])), whole, rtol=1e-10, atol=1e-11)
    scales = np.random.default_rng(6).uniform(0.1, 1e200, size=(len(x), 1))
    with pytest.warns(NormalisationWarning, match=r"^x: rows are not of unit norm"):
        scaled = embedding_geometry(x * scales, y)
    np.testing.assert_allclose(flat(scaled), whole, rtol=1e-10, atol=1e-11)
    assert embedding_geometry(x, y[order]).paired_cosine != pytest.approx(embedding_geometry(x, y).paired_cosine)


def test_swapping_the_modalities_swaps_their_figures():
    x, y = two_cones()
    there, back = embedding_geometry(x, y), embedding_geometry(y, x)
    assert there.gap_degrees == pytest.approx(back.gap_degrees, rel=1e-14)
    assert there.image_image_cosine == back.text_text_cosine != there.text_text_cosine
    assert there.effective_rank.image == back.effective_rank.text != there.effective_rank.text
    assert there.vmf_concentration.image == back.vmf_concentration.text != there.vmf_concentration.text
    np.testing.assert_allclose(there.principal_angles_degrees, back.principal_angles_degrees, atol=1e-12)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_vanishing_mean_leaves_the_gap_undefined(dtype):
    angles = 2 * np.pi * np.arange(9) / 9
    circle = np.column_stack([np.cos(angles), np.sin(angles)]).astype(dtype)
    cone = np.tile(np.array([[0.6, 0.8]], dtype=dtype), (9, 1))
    with pytest.warns(UndefinedGapWarning, match=r"^y: the mean vanishes .* undefined$"):
        assert math.isnan(modality_gap(cone, circle))
    with pytest.warns(UndefinedGapWarning, match=r"^x: the mean vanishes"):
        geometry = embedding_geometry(circle, cone)
    assert math.isnan(geometry.gap_degrees)
    assert geometry.vmf_concentration == type(geometry.vmf_concentration)(image=0.0, text=math.inf)
    assert geometry.gap_l2 == pytest.approx(1, rel=1e-6)


def test_few_rows_are_flagged():
    x, y = two_cones(n=7, dim=7)
    assert embedding_geometry(x, y).few_rows
    x, y = two_cones(n=8, dim=7)
    assert not embedding_geometry(x, y).few_rows


def test_norm_warning_turns_at_one_in_a_thousand():
    x, y = two_cones()
    y[3] *= 1.0009
    modality_gap(x, y)
    y[3] *= 1.0002
    with pytest.warns(NormalisationWarning, match=r"^y: rows are not of unit norm \(row 3 has norm 1.0011"):
        modality_gap(x, y)


def bad(change):
    x, y = two_cones(n=6, dim=3)
    return change(x, y)


def with_row(rows, value):
    rows[4] = value
    return rows


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda x, y: (x, with_row(y, 0)), "^y: got row 4 of 6, which is zero; expected non-zero rows"),
        (lambda x, y: (with_row(x, np.nan), y), "^x: got row 4 of 6, which holds NaN or infinity"),
        (lambda x, y: (x, with_row(y, -np.inf)), "^y: got row 4 of 6, which holds NaN or infinity"),
        (lambda x, y: (x, y[:5]), r"^y: got shape \(5, 3\); expected the shape \(6, 3\) of x"),
        (lambda x, y: (x, y[:, :2]), r"^y: got shape \(6, 2\); expected the shape \(6, 3\) of x"),
        (lambda x, y: (x[0], y[0]), r"^x: got shape \(3,\); expected a two-dimensional array \(N, h\)"),
        (lambda x, y: (x[:1], y[:1]), r"^x: got shape \(1, 3\); expected \(N, h\) with N >= 2"),
        (lambda x, y: (x[:, :0], y), r"^x: got shape \(6, 0\)"),
        (lambda x, y: (x + 0j, y), "^x: got an array of dtype complex128; expected real"),
        (lambda x, y: (x.astype(object), y), "^x: got an array of dtype object; expected real"),
    ],
)
@pytest.mark.parametrize("function", [modality_gap, embedding_geometry])
def test_bad_input(function, change, message):
    with pytest.raises(InputError, match=message):
        function(*bad(change))
