"""The alignment methods, on data whose answer the corollaries give, and on input that has none."""

from __future__ import annotations

import numpy as np
import pytest

from modgap.numerics.checks import InputError, NormalisationWarning
from modgap.numerics.embeddings import align
from modgap.numerics.embeddings.gap import modality_gap
from modgap.numerics.embeddings.retrieval import recall
from modgap.numerics.vmf.law import VonMisesFisher

SEED = 5
METHODS = {
    "ssp": align.shared_space_projection,
    "rotation": align.hyperplane_rotation,
    "translation": align.translation,
    "removal": align.removal,
}


def unit(rows):
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


class TwoHyperplanes:
    """Optimal pairs in the sense of Theorem 4: hyperplanes of R^h at an angle, in a random frame."""

    def __init__(self, dim=6, angle=1.0, seed=SEED):
        self.rng = np.random.default_rng(seed)
        self.frame = np.linalg.qr(self.rng.standard_normal((dim, dim)))[0]
        self.C, self.e_A, n_A = self.frame[:, :-2], self.frame[:, -2], self.frame[:, -1]
        self.rho = np.cos(angle)
        self.e_B = np.cos(angle) * self.e_A + np.sin(angle) * n_A
        self.n_A, self.n_B = n_A, np.cos(angle) * n_A - np.sin(angle) * self.e_A

    def pairs(self, count, concentration=2.0, isometric=True):
        """Rows of vMF laws centred at e_A and e_B, with one direction in C a pair."""
        dim = len(self.e_A) - 1
        law = VonMisesFisher(np.eye(dim)[-1], concentration)
        rows = law.sample(count, self.rng)
        directions = unit(rows[:, :-1])
        a = rows[:, -1:]
        b = a if isometric else law.sample(count, self.rng)[:, -1:]
        in_c = directions @ self.C.T
        return np.sqrt(1 - a**2) * in_c + a * self.e_A, np.sqrt(1 - b**2) * in_c + b * self.e_B

    def rotation(self):
        """Corollary 3's rotation, as the matrix that rows are multiplied by from the right."""
        turned = np.column_stack([self.C, self.e_B, self.n_B])
        return self.frame @ turned.T


@pytest.fixture
def planes():
    return TwoHyperplanes()


# --- what the corollaries say ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("angle", [0.1, 1.0, 1.5])
@pytest.mark.parametrize("dim", [3, 6, 20])
def test_rotation_is_that_of_corollary_3(dim, angle):
    planes = TwoHyperplanes(dim, angle)
    x, y = planes.pairs(50 * dim)
    out = align.hyperplane_rotation(x, y, variance=1)
    np.testing.assert_allclose(out.x, y, atol=1e-12)
    np.testing.assert_allclose(out.y, y, atol=1e-15)
    np.testing.assert_allclose(out.x, x @ planes.rotation(), atol=1e-12)
    other = planes.pairs(30)
    np.testing.assert_allclose(out.fit.transform(*other)[0], other[1], atol=1e-12)


@pytest.mark.parametrize("isometric", [True, False])
@pytest.mark.parametrize("dim", [3, 6, 20])
def test_shared_space_is_the_intersection(dim, isometric):
    """Corollary 4: the projected pairs coincide, isometric or not, and no more is kept than C."""
    planes = TwoHyperplanes(dim)
    x, y = planes.pairs(50 * dim, isometric=isometric)
    out = align.shared_space_projection(x, y, variance=1)
    assert out.fit.shared_dimension == dim - 2
    assert out.fit.subspace_dimensions == (dim - 1, dim - 1)
    np.testing.assert_allclose(out.fit.basis @ out.fit.basis.T, planes.C @ planes.C.T, atol=1e-10)
    np.testing.assert_allclose(out.x, out.y, atol=1e-9)
    other = planes.pairs(30, isometric=isometric)
    moved = out.fit.transform(*other)
    np.testing.assert_allclose(moved[0], moved[1], atol=1e-9)


def test_rotation_needs_isometry(planes):
    x, y = planes.pairs(300, isometric=False)
    out = align.hyperplane_rotation(x, y, variance=1)
    assert np.abs(out.x - y).max() > 0.1


@pytest.mark.parametrize("angle", [0.3, 1.2])
def test_translation_closes_the_gap_and_does_not_align(angle):
    """The claim `translation`: |P_C x**|² = (1−a²)/(1+2m(1−ρ)(m−a)), with m the mean of a over this sample."""
    planes = TwoHyperplanes(6, angle)
    x, y = planes.pairs(500)
    out = align.translation(x, y)
    a = x @ planes.e_A
    m = a.mean()
    expected = (1 - a**2) / (1 + 2 * m * (1 - planes.rho) * (m - a))
    np.testing.assert_allclose(((out.x @ planes.C) ** 2).sum(axis=1), expected, rtol=1e-10)
    np.testing.assert_allclose(unit(out.x @ planes.C), unit(y @ planes.C), atol=1e-9)
    assert modality_gap(out.x, y) < 0.2 * modality_gap(x, y)
    assert np.linalg.norm(out.x - y, axis=1).max() > 0.05
    longer = ((out.x @ planes.C) ** 2).sum(axis=1) > 1 - a**2
    np.testing.assert_array_equal(longer, a > m)


def test_translation_by_a_part_of_the_difference():
    x, y = TwoHyperplanes(6, 1.0).pairs(200)
    whole, half = align.translation(x, y).fit.offset, align.translation(x, y, 0.5)
    np.testing.assert_allclose(half.fit.offset, whole / 2)
    np.testing.assert_allclose(half.x, unit(x + whole / 2))
    np.testing.assert_allclose(align.translation(x, y, 0).x, x, atol=1e-15)
    with pytest.raises(ValueError, match=r"^scale: got nan; expected a finite number$"):
        align.translation(x, y, float("nan"))


def test_removal_drops_the_coordinate_that_tells_the_modalities_apart():
    rng = np.random.default_rng(SEED)
    content = unit(rng.standard_normal((40, 5)))
    x, y = (unit(np.insert(content, 2, side, axis=1)) for side in (0.8, -0.8))
    out = align.removal(x, y)
    assert out.fit.removed.tolist() == [2]
    np.testing.assert_allclose(out.x, out.y, atol=1e-15)
    np.testing.assert_allclose(out.x, content, atol=1e-15)


def test_removal_sees_coordinates_and_not_directions():
    """In another basis no coordinate tells the modalities apart: the other methods do not mind, removal does."""
    rng = np.random.default_rng(SEED)
    content = unit(rng.standard_normal((400, 5)))
    x, y = (unit(np.insert(content, 2, side, axis=1)) for side in (0.8, -0.8))
    turn = np.linalg.qr(rng.standard_normal((6, 6)))[0]
    plain, turned = (align.removal(*pair) for pair in ((x, y), (x @ turn, y @ turn)))
    assert np.abs(plain.x - plain.y).max() < 1e-12
    assert np.abs(turned.x - turned.y).max() > 0.1


@pytest.mark.parametrize("method", ["ssp", "rotation", "translation"])
def test_cosines_do_not_depend_on_the_basis(planes, method):
    x, y = planes.pairs(100)
    y = unit(y + 0.05 * planes.rng.standard_normal(y.shape))
    turn = np.linalg.qr(planes.rng.standard_normal((6, 6)))[0]
    options = {"epsilon": 0.1} if method == "ssp" else {}
    plain, turned = (METHODS[method](*pair, **options) for pair in ((x, y), (x @ turn, y @ turn)))
    np.testing.assert_allclose(turned.x @ turned.y.T, plain.x @ plain.y.T, atol=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_order_of_the_pairs_does_not_matter(planes, method):
    x, y = planes.pairs(60)
    order = planes.rng.permutation(60)
    options = {"variance": 1} if method in ("ssp", "rotation") else {}
    plain, shuffled = METHODS[method](x, y, **options), METHODS[method](x[order], y[order], **options)
    np.testing.assert_allclose(
        np.einsum("ij,ij->i", shuffled.x, shuffled.y), np.einsum("ij,ij->i", plain.x, plain.y)[order], atol=1e-9
    )


@pytest.mark.parametrize("method", METHODS)
def test_rows_have_length_one_and_the_fit_gives_the_same(planes, method):
    x, y = planes.pairs(80)
    out = METHODS[method](x, y)
    for rows in (out.x, out.y):
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-14)
    again = out.fit.transform(x, y)
    np.testing.assert_array_equal(again[0], out.x)
    np.testing.assert_array_equal(again[1], out.y)
    one, many = out.fit.transform(x[:1], y[:7])
    assert (len(one), len(many)) == (1, 7)
    assert out.fit.method == method


def test_components_keep_the_directions_of_largest_variance(planes):
    x, y = planes.pairs(2000)
    stretch = planes.C @ np.diag([4.0, 1.0, 2.0, 0.3]) @ planes.C.T + np.eye(6) - planes.C @ planes.C.T
    x, y = unit(x @ stretch), unit(y @ stretch)
    out = align.shared_space_projection(x, y, variance=1, components=2)
    assert out.fit.shared_dimension == 4
    assert out.x.shape == (2000, 2)
    spread = (x @ out.fit.basis).var(axis=0) + (y @ out.fit.basis).var(axis=0)
    everything = align.shared_space_projection(x, y, variance=1).fit.basis
    of_all = np.sort((x @ everything).var(axis=0) + (y @ everything).var(axis=0))[::-1]
    np.testing.assert_allclose(spread, of_all[:2], rtol=1e-9)


def test_rotation_of_unequal_subspaces_keeps_the_larger(planes):
    rng = np.random.default_rng(SEED)
    x, y = unit(rng.standard_normal((200, 8))), unit(rng.standard_normal((200, 8)) * ([1] * 3 + [1e-3] * 5))
    fit = align.hyperplane_rotation(x, y).fit
    assert fit.source.shape == fit.target.shape == (8, 8)
    np.testing.assert_allclose(fit.rotation @ fit.rotation.T, np.eye(8), atol=1e-12)


def test_rotation_aligns_pairs_at_random_where_there_are_few():
    """Why a fit is to be judged on other pairs: with fewer pairs than dimensions, unrelated rows are made to match."""
    rng = np.random.default_rng(SEED)
    x, y, x_other, y_other = (unit(rng.standard_normal((30, 40))) for _ in range(4))
    out = align.hyperplane_rotation(x, y)
    assert recall(out.x, out.y, ks=(1,))["image_to_text"][1] == 1
    moved = out.fit.transform(x_other, y_other)
    assert recall(*moved, ks=(1,))["image_to_text"][1] < 0.2


# --- bad input -------------------------------------------------------------------------------------------------------


def expect(message):
    return pytest.raises(InputError, match=message)


def test_no_shared_direction():
    rng = np.random.default_rng(SEED)
    x, y = np.zeros((20, 6)), np.zeros((20, 6))
    x[:, :3], y[:, 3:] = rng.standard_normal((2, 20, 3))
    with expect(
        r"^X and Y: got d_overlap = 0 \(subspaces of dimensions 3 and 3, largest cosine .*\); expected a princ"
    ):
        align.shared_space_projection(unit(x), unit(y), names=("X", "Y"))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"variance": 0}, r"^variance: got 0; expected a share in \(0, 1\]$"),
        ({"variance": 1.5}, r"^variance: got 1.5; expected"),
        ({"variance": float("nan")}, r"^variance: got nan; expected"),
        ({"epsilon": 0}, r"^epsilon: got 0; expected a number in \(0, 1\)$"),
        ({"epsilon": 1}, r"^epsilon: got 1; expected"),
        ({"components": 0}, r"^components: got 0; expected an integer from 1 to d_overlap = 4$"),
        ({"components": 5}, r"^components: got 5; expected an integer from 1 to d_overlap = 4$"),
        ({"components": 2.0}, r"^components: got 2.0; expected an integer"),
        ({"components": True}, r"^components: got True; expected an integer"),
    ],
)
def test_bad_parameters_of_the_projection(planes, options, message):
    with expect(message):
        align.shared_space_projection(*planes.pairs(60), **{"variance": 1, **options})


@pytest.mark.parametrize("count", [0, -1, 6, 1.0])
def test_bad_count(planes, count):
    with expect(rf"^count: got {count}; expected an integer from 1 to h - 1 = 5$"):
        align.removal(*planes.pairs(20), count=count)


def test_bad_variance_of_the_rotation(planes):
    with expect("^variance: got -1; expected a share"):
        align.hyperplane_rotation(*planes.pairs(20), variance=-1)


@pytest.mark.parametrize("method", METHODS)
def test_bad_pairs(planes, method):
    x, y = planes.pairs(20)
    with expect(r"^Y: got shape \(19, 6\); expected the shape \(20, 6\) of X"):
        METHODS[method](x, y[:19], names=("X", "Y"))
    with expect("^X: got row 3 of 20, which is zero"):
        METHODS[method](np.where(np.arange(20)[:, None] == 3, 0, x), y, names=("X", "Y"))
    with pytest.warns(NormalisationWarning, match="^y: rows are not of unit norm"):
        METHODS[method](x, 2 * y)


@pytest.mark.parametrize("method", METHODS)
def test_fit_of_another_dimension(planes, method):
    fit = METHODS[method](*planes.pairs(60)).fit
    with expect(r"^b: got shape \(4, 5\); expected \(N, 6\), the dimension of the fit$"):
        fit.transform(planes.pairs(4)[0], unit(np.ones((4, 5))), names=("a", "b"))


def test_row_of_which_nothing_is_left(planes):
    """±e_A has no direction in C: the exception of Corollary 4."""
    x, y = planes.pairs(60)
    fit = align.shared_space_projection(x, y, variance=1).fit
    rows = np.vstack([x[:2], planes.e_A])
    with expect("^x: got row 2 of 3, of which ssp leaves nothing; expected rows with a direction left$"):
        fit.transform(rows, y[:3])


def test_translation_onto_the_origin():
    height = np.sqrt(3) / 2
    x = np.array([[0.5, height], [0.5, -height]])
    fit = align.translation(x, -x).fit
    with expect("^x: got row 0 of 1, of which translation leaves nothing"):
        fit.transform(-fit.offset[None], x)
