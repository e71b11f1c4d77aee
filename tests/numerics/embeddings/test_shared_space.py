"""How many directions are shared over a grid of thresholds; fits to chosen pairs, in blocks, from mapped files."""

import numpy as np
import pytest

from modgap.numerics.checks import InputError
from modgap.numerics.embeddings import align, shared_space, summary
from modgap.numerics.embeddings.shared_space import printed_scores

FITS = {
    "ssp": (align.fit_shared_space, align.shared_space_projection, {"epsilon": 0.3, "components": 1}),
    "rotation": (align.fit_rotation, align.hyperplane_rotation, {}),
    "translation": (align.fit_translation, align.translation, {}),
    "removal": (align.fit_removal, align.removal, {"count": 2}),
}


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def pairs(n=300, dim=8, seed=0):
    """Two subspaces with principal angles of 1°, 10° and 40°, and noise of 1 % and 5 % of the spread around them."""
    rng = np.random.default_rng(seed)
    angles = np.radians([1, 10, 40])
    frame = np.linalg.qr(rng.normal(size=(dim, dim)))[0]
    planes = frame[:, :3], frame[:, :3] * np.cos(angles) + frame[:, 3:6] * np.sin(angles)
    z = unit(rng.normal(size=(n, 3)) * [1, 0.8, 0.6])
    return tuple(
        unit(z @ plane.T + noise * rng.normal(size=(n, dim))) for plane, noise in zip(planes, (0.01, 0.05), strict=True)
    )


def test_shared_dimensions_over_the_grid():
    x, y = pairs()
    found = align.shared_dimensions(x, y, variances=(0.5, 0.97), epsilons=(1e-6, 0.05, 0.3))
    assert found.subspace_dimensions.tolist()[1] == [3, 3]
    # cos 1° = 0.9998, cos 10° = 0.985, cos 40° = 0.766.
    assert found.shared[1].tolist() == [0, 2, 3]
    for i, variance in enumerate(found.variances):
        for j, epsilon in enumerate(found.epsilons):
            if found.shared[i, j]:
                fit = align.shared_space_projection(x, y, variance, epsilon).fit
                assert fit.shared_dimension == found.shared[i, j]
                assert fit.subspace_dimensions == tuple(found.subspace_dimensions[i])
    assert (np.diff(found.shared, axis=1) >= 0).all()


def test_default_grid_holds_the_default_thresholds():
    found = align.shared_dimensions(*pairs())
    assert (found.variances[2], found.epsilons[1]) == (0.99, 1e-3)
    assert found.shared.shape == (4, 4)


@pytest.mark.parametrize("components", [None, 2])
def test_fit_and_sensitivity_from_one_pass_are_those_of_two(components):
    x, y = pairs()
    chosen = np.random.default_rng(2).random(len(x)) < 0.7
    options = {"epsilon": 0.1, "components": components, "chosen": chosen}
    fit, grid = shared_space.fit_with_sensitivity(x, y, **options)
    np.testing.assert_array_equal(fit.basis, align.fit_shared_space(x, y, **options).basis)
    np.testing.assert_array_equal(grid.shared, align.shared_dimensions(x, y, chosen=chosen).shared)
    with pytest.raises(InputError, match=r"^variance: got 2"):
        shared_space.fit_with_sensitivity(x, y, variance=2.0)


@pytest.mark.parametrize(
    ("options", "message"), [({"variances": (2,)}, "^variances: got 2"), ({"epsilons": (0,)}, "^eps")]
)
def test_bad_grid(options, message):
    with pytest.raises(InputError, match=message):
        align.shared_dimensions(*pairs(), **options)


@pytest.mark.parametrize("method", FITS)
@pytest.mark.parametrize("mapped", [False, True])
def test_chosen_pairs_in_blocks_equal_a_fit_to_them_alone(method, mapped, monkeypatch, tmp_path):
    x, y = pairs()
    chosen = np.random.default_rng(1).random(len(x)) < 0.4
    fit, whole, options = FITS[method]
    expected = whole(x[chosen], y[chosen], **options)
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 8 * 7)
    if mapped:
        np.save(tmp_path / "both.npy", np.stack([x, y]))
        x, y = np.load(tmp_path / "both.npy", mmap_mode="r")
    found = fit(x, y, **options, chosen=chosen)
    assert found.dim == 8
    moved = found.transform(x, y)
    # Signs of singular vectors are free: cosines between what comes out are not.
    np.testing.assert_allclose(moved[0][chosen] @ moved[1][chosen].T, expected.x @ expected.y.T, atol=1e-9)
    blocks = [list(found.blocks(side, values, "x")) for side, values in enumerate((x, y))]
    assert len(blocks[0]) == 43
    for side in (0, 1):
        np.testing.assert_array_equal(np.concatenate(blocks[side]), moved[side])


def test_row_of_which_nothing_is_left_is_counted_across_blocks(monkeypatch):
    x, y = pairs()
    fit = align.translation(x, y).fit
    monkeypatch.setattr(summary, "BLOCK_ENTRIES", 8 * 7)
    gone = type(fit)(-x[100])
    with pytest.raises(InputError, match=r"^x: got row 100 of 300, of which translation leaves nothing"):
        gone.transform(x, y)


def by_the_print(rows, basis):
    """Step 5 of the print, letter by letter: equation (32)."""
    p = basis.T @ rows.T
    moved = np.einsum("hk,kn->knh", basis, p)
    moved /= np.linalg.norm(moved, axis=-1, keepdims=True)
    return moved.var(axis=(1, 2))


def test_printed_scores_are_those_of_the_print():
    rng = np.random.default_rng(5)
    x, y = (rng.standard_normal((40, 6)) + 0.3 for _ in range(2))
    x, y = (rows / np.linalg.norm(rows, axis=1, keepdims=True) for rows in (x, y))
    basis = np.linalg.qr(rng.standard_normal((6, 3)))[0]
    wanted = by_the_print(x, basis) + by_the_print(y, basis)
    np.testing.assert_allclose(printed_scores(x, y, basis), wanted, rtol=1e-12)


def test_printed_scores_measure_no_variance():
    """Rows stretched along one direction keep their printed scores, while their variance there grows."""
    rng = np.random.default_rng(6)
    rows = rng.standard_normal((50, 4))
    stretched = rows * np.array([9.0, 1.0, 1.0, 1.0])
    np.testing.assert_allclose(printed_scores(rows, rows, np.eye(4)), printed_scores(stretched, stretched, np.eye(4)))


def test_the_rankings_are_named():
    rng = np.random.default_rng(7)
    rows = rng.standard_normal((60, 5)) * np.array([4.0, 1.0, 1.0, 1.0, 1.0]) + np.array([0, 0, 0, 0, 9.0])
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    whole = align.fit_shared_space(unit, unit, 1.0).basis
    scores = {"variance": (unit @ whole).var(axis=0), "printed": printed_scores(unit, unit, whole)}
    for name, score in scores.items():
        (kept,) = align.fit_shared_space(unit, unit, 1.0, components=1, ranking=name).basis.T
        np.testing.assert_allclose(kept, whole[:, score.argmax()], atol=1e-12)
    with pytest.raises(InputError, match=r"^ranking: got 'size'; expected one of variance, printed$"):
        align.fit_shared_space(unit, unit, ranking="size")
