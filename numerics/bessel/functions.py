"""Modified Bessel functions of the first kind at any order: log I_ν, ratios, and the moment function of the sphere.

For float64 arguments ν = order ≥ −1/2 and x ≥ 0, with A_ν(x) = I_{ν+1}(x)/I_ν(x) and
M_h(x) = E e^{x u_1} = ₀F₁(; h/2; x²/4) for u uniform on the sphere S^{h−1}, h = dim = 2ν + 2.  Nothing under- or
overflows on the way, so orders of embeddings (h = 512 .. 4096, and up to 1e6 and beyond) are as good as h = 3.

Accuracy
--------
Worst error against 200-bit Arb balls at the exact double arguments; 1 ulp = 2^−52 relative.  Measured over a grid of
order ∈ {−1/2 .. 1e6} × x ∈ {1e-300 .. 1e300} and at log-uniform random points (``tests/numerics/test_bessel.py``):

======================== ============ ==================================
function                 worst        goal
======================== ============ ==================================
`iv_ratio`               1.8 ulp      3 ulp
`iv_ratio_complement`    2.5 ulp      4 ulp
`iv_ratio_derivative`    3.9 ulp      8 ulp
`log_sphere_mgf`         2.9 ulp      4 ulp
`log_iv`                 3.8          4, in 2^−52 (1 + ν + |ν log(x/2)| + x)
`log_sphere_mgf_scaled`  4.3 ulp      5 ulp
======================== ============ ==================================

`log_iv` is zero near x = 0.663 ν, where half an ulp of x already moves it by hundreds of ulp: hence its measure.  From
ν ≈ 8000 on, in a sliver around x = 2 where |log I| ≈ ν log ν outgrows that measure, not even the correctly rounded
value meets 4 (5.6 seen at ν ≤ 1e6); there the result is within 0.56 of its own ulp, as good as correctly rounded.

Regions
-------
With s = √(ν² + x²) and u = ν²/s² (picture: ``docs/bessel-regions.png``):

*s ≥ 40*: one expansion in 1/s, DLMF 10.41(ii) rearranged so that it is uniform in ν ≥ 0 (`theory.balls.debye` derives
its polynomials exactly from the Riccati equation and generates the tables),

    log I = s + ν log(x/(ν+s)) − ½ log 2πs + Σ_{k=1}^{K} P_k(u)/s^k,
    A     = x [1/(s+ν) + s^−2 (−½ + Σ ℓ_k(u)/s^k)],
    1 − A = ν (1 + ν/(s+x))/(s+ν) + x s^−2 (½ − Σ ℓ_k(u)/s^k),
    A'    = ν/(s(s+ν)) + s^−2 (½ − u + Σ m_k(u)/s^k),
    log M = d [1 − ½ g(d/2ν) − g(d/ν)/2ν + (B(ν)−B(s))/d + (s+ν)/s² Σ G_k(u)/s^k],   d = s − ν, g(y) = log(1+y)/y,

with B the Binet function (Stirling's series from ν = 16, DLMF 5.11.1; shifted up there by recurrence below).  The last
four have no cancellation; log M is proportional to d = x²/(s+ν) term by term.  Below ν = 4 (where s ≥ 40 means x ≥ 39)
log M is summed from log Γ instead.  K falls from 16 at s = 40 to 3 at s = 8000 (`numerics.bessel._regions`): at each
border the first omitted term, at its maximum over u ∈ [0, 1], is below 2^−55 of the function.  That it bounds the error
in order of magnitude follows from the equation itself: if L_K is the truncated x I'/I and D its defect
ΘL_K + L_K² − s² (exact in `theory.balls.debye.riccati_residual`), then e = L − L_K solves Θe + (L + L_K) e = −D with
L + L_K > 0, so |e| ≤ sup |D|/(L + L_K), and D/(2s) is the first omitted term to leading order.  Subdominant e^{−2x}
contributions are below e^{−78} where ν < 1, and smaller elsewhere.

*s < 40*: backward recurrence n_{k−1} = 2k n_k + x² n_{k+1} of n_k = I_k/x^k (DLMF 10.29.1; all terms positive), in
double-double, from a seed between Amos's bounds (1974, (9) and (11)).  A relative error e of A_k becomes −A_{k−1}A_k e
one step down, and A_k is below Amos's upper bound; the number of steps (7 to 46) is the smallest for which this product
brings the gap of the bounds below 2^−76.  1 − A and A' = 1 − A² − (2ν+1) A/x then lose their few digits (at most
x² ≤ 1600) to cancellation harmlessly.  log M = log1p Σ_{j≥1} t^j/(j! (ν+1)_j), t = x²/4 (DLMF 10.25.2): positive
terms, tail below 2^−58 by its geometric bound; log I = log M + ν log(x/2) − log Γ(ν+1).

*−1/2 ≤ ν < 0, 1 − A, A' and log M − x* (the former small as 2ν + 1 is): at ν = −1/2 hyperbolic functions (DLMF
10.39.1); for x ≥ 40 expansions in 1/x of positive terms with the factor 2ν + 1 taken out, and beside them the
subdominant e^{−2x}, which counts next to ν = −1/2; for x < 40 in double-double the quotient
₁F₁(ν+½; 2ν+2; 2x)/₁F₁(ν+½; 2ν+1; 2x) and ₀F₁(; ν+1; x²/4), positive series.

*Second to fourth derivative of A* (for `numerics.torch_bessel`): `numerics.bessel._higher`.

*max(ν, x) > 1e150*: leading terms (corrections are below 1e-150), scaled against overflow.  *x = 0, x = ∞*: limits.

Input
-----
Numbers or arrays of integers or floats up to 64 bits, broadcast against each other; computed and returned in float64.
Anything else (complex, boolean, string, object) raises `TypeError`.  NaN passes through silently; a point outside
the domain (order < −1/2, infinite order, x < 0) gives NaN and one `BesselDomainWarning`.  The kernels are compiled by
Numba at the first call (seconds, once; then kept on disk) and run in threads on large arrays; working memory beyond the
output is a few hundred kilobytes per thread, plus copies of arguments that are broadcast in a non-trivial pattern.
"""

from __future__ import annotations

import functools
import os
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "BesselDomainWarning",
    "inverse_iv_ratio",
    "inverse_iv_ratio_complement",
    "iv_ratio",
    "iv_ratio_complement",
    "iv_ratio_derivative",
    "log_iv",
    "log_sphere_mgf",
    "log_sphere_mgf_scaled",
]

_RATIO, _COMPLEMENT, _DERIVATIVE, _LOG, _MGF, _SCALED, _SECOND, _THIRD, _FOURTH = range(9)
_CHUNK = 1 << 16
_VAST, _TINY_COMPLEMENT = 1e150, 1e-100
_DOMAIN = "order >= -1/2, x >= 0"

FloatArray = NDArray[np.float64]


class BesselDomainWarning(RuntimeWarning):
    """An argument lies outside the domain of the function; the value there is NaN."""


@functools.cache
def _kernels() -> ModuleType:
    """The compiled kernels, imported (and with them Numba) only when a value is first asked for."""
    from modgap.numerics.bessel import _kernels as _bessel_kernels

    return _bessel_kernels


@functools.cache
def _inverse() -> ModuleType:
    from modgap.numerics.bessel import _inverse as _bessel_inverse

    return _bessel_inverse


@functools.cache
def _pool_of(process: int) -> ThreadPoolExecutor:
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return ThreadPoolExecutor(workers or 1, thread_name_prefix="bessel")


def _pool() -> ThreadPoolExecutor:
    """The threads of this process: a forked child does not inherit its parent's."""
    return _pool_of(os.getpid())


def _real_array(value: ArrayLike, name: str) -> NDArray[Any]:
    array = np.asarray(value)
    if array.dtype.kind not in "iuf" or array.dtype.itemsize > 8:
        raise TypeError(f"{name} must be real numbers of at most 64 bits, got dtype {array.dtype}")
    return np.asarray(array, dtype=np.float64)


def _chunks(first: FloatArray, second: FloatArray, out: FloatArray) -> list[tuple[FloatArray, FloatArray, FloatArray]]:
    """Matching one-dimensional pieces of the arguments (of size one where constant) and of the output."""
    flat = out.reshape(-1)
    sides = [
        (side if side.shape == out.shape or side.size == 1 else np.broadcast_to(side, out.shape)).reshape(-1)
        for side in (first, second)
    ]
    pieces = []
    for start in range(0, flat.size, _CHUNK):
        part = slice(start, start + _CHUNK)
        a, b = (side if side.size == 1 else side[part] for side in sides)
        pieces.append((a, b, flat[part]))
    return pieces


def _evaluate_piece(kind: int, order: FloatArray, x: FloatArray, out: FloatArray) -> int:
    """Fill one piece; contiguous and writable arrays are the one kind that the kernels are compiled for."""
    plain = (np.require(side, requirements=["C", "W"]) for side in (order, x))
    return int(_kernels().evaluate(kind, *plain, out))


def _total(work: Callable[..., int], pieces: list[tuple[FloatArray, FloatArray, FloatArray]]) -> int:
    """Do the work on every piece, in threads where there are several, and add up the counts of domain errors."""
    _kernels()
    mapping = map if len(pieces) == 1 else _pool().map
    return sum(mapping(lambda piece: work(*piece), pieces))


def _evaluate(kind: int, order: NDArray[Any], x: NDArray[Any]) -> tuple[FloatArray, int]:
    """Values over the broadcast arguments and the number of domain errors, in threads where there are many."""
    out = np.empty(np.broadcast_shapes(order.shape, x.shape))
    return out, _total(functools.partial(_evaluate_piece, kind), _chunks(order, x, out))


def _public(kind: int, order: ArrayLike, x: ArrayLike, names: tuple[str, str], domain: str) -> Any:
    first, second = _real_array(order, names[0]), _real_array(x, names[1])
    out, bad = _evaluate(kind, first, second)
    if bad:
        warnings.warn(f"{bad} points outside {domain}: NaN", BesselDomainWarning, stacklevel=3)
    return out[()]


def iv_ratio(order: ArrayLike, x: ArrayLike) -> Any:
    """A_ν(x) = I_{ν+1}(x)/I_ν(x), the mean resultant length of the von Mises–Fisher distribution in dimension 2ν + 2.

    Parameters
    ----------
    order : array_like
        ν, −1/2 ≤ ν < ∞.
    x : array_like
        0 ≤ x ≤ ∞, broadcast against ``order``.

    Returns
    -------
    float64 or ndarray of float64
        In [0, 1]: x/(2ν + 2) as x → 0, 1 − (ν + ½)/x as x → ∞.  NaN with `BesselDomainWarning` outside the domain.

    Raises
    ------
    TypeError
        If an argument is not real.

    References
    ----------
    DLMF 10.29, 10.41; D. E. Amos, Math. Comp. 28 (1974) 239–251.

    Examples
    --------
    >>> from modgap.numerics.bessel import iv_ratio
    >>> round(float(iv_ratio(255, 777.0)), 12)
    0.723709592006
    >>> iv_ratio([0, 1], 2.0).round(6)
    array([0.697775, 0.433127])
    """
    return _public(_RATIO, order, x, ("order", "x"), _DOMAIN)


def iv_ratio_complement(order: ArrayLike, x: ArrayLike) -> Any:
    """1 − I_{ν+1}(x)/I_ν(x) to full relative accuracy, down to (ν + ½)/x as x → ∞.

    Arguments, errors and domain as in `iv_ratio`.

    Examples
    --------
    >>> from modgap.numerics.bessel import iv_ratio_complement
    >>> f"{float(iv_ratio_complement(0, 1e20)):.6e}"
    '5.000000e-21'
    """
    return _public(_COMPLEMENT, order, x, ("order", "x"), _DOMAIN)


def iv_ratio_derivative(order: ArrayLike, x: ArrayLike) -> Any:
    """dA_ν/dx = 1 − A² − (2ν + 1) A/x to full relative accuracy, down to (ν + ½)/x² as x → ∞.

    Arguments, errors and domain as in `iv_ratio`.  At x = 0 it is 1/(2ν + 2).

    Examples
    --------
    >>> from modgap.numerics.bessel import iv_ratio_derivative
    >>> round(float(iv_ratio_derivative(0, 0.0)), 12)
    0.5
    """
    return _public(_DERIVATIVE, order, x, ("order", "x"), _DOMAIN)


def log_iv(order: ArrayLike, x: ArrayLike) -> Any:
    """log I_ν(x), where `scipy.special.ive` has long under- or overflowed.

    Arguments, errors and domain as in `iv_ratio`.  Limits: at x = 0 it is 0 for ν = 0, −∞ for ν > 0 and +∞ for
    −1/2 ≤ ν < 0; +∞ at x = ∞.  Absolute error below 4 · 2^−52 (1 + ν + |ν log(x/2)| + x), see the module.

    Examples
    --------
    >>> from modgap.numerics.bessel import log_iv
    >>> round(float(log_iv(255, 10.0)), 6)
    -751.207796
    """
    return _public(_LOG, order, x, ("order", "x"), _DOMAIN)


def log_sphere_mgf(dim: ArrayLike, x: ArrayLike) -> Any:
    """log M_h(x) = log E e^{x u_1} for u uniform on the unit sphere of R^h.

    Parameters
    ----------
    dim : array_like
        h, 1 ≤ h < ∞; it need not be an integer.
    x : array_like
        0 ≤ x ≤ ∞, broadcast against ``dim``.

    Returns
    -------
    float64 or ndarray of float64
        log [Γ(h/2) (2/x)^{h/2−1} I_{h/2−1}(x)] to full relative accuracy, down to x²/(2h) as x → 0.

    Raises
    ------
    TypeError
        If an argument is not real.

    Examples
    --------
    >>> from modgap.numerics.bessel import log_sphere_mgf
    >>> round(float(log_sphere_mgf(512, 100.0)), 6)
    9.588838
    """
    return _public(_MGF, dim, x, ("dim", "x"), "dim >= 1, x >= 0")


def log_sphere_mgf_scaled(dim: ArrayLike, x: ArrayLike) -> Any:
    """log(e^{−x} M_h(x)) = log M_h(x) − x ≤ 0 without the cancellation of the difference.

    Arguments, errors and domain as in `log_sphere_mgf`; −(h−1)/2 log x + O(1) as x → ∞, −log 2 there for dim = 1.

    Examples
    --------
    >>> from modgap.numerics.bessel import log_sphere_mgf_scaled
    >>> round(float(log_sphere_mgf_scaled(512, 1e6)), 6)
    -2192.349766
    """
    return _public(_SCALED, dim, x, ("dim", "x"), "dim >= 1, x >= 0")


def _triple(order: FloatArray, x: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    return _evaluate(_RATIO, order, x)[0], _evaluate(_COMPLEMENT, order, x)[0], _evaluate(_DERIVATIVE, order, x)[0]


def _solve_chunk(complement: bool, order: FloatArray, given: FloatArray, out: FloatArray) -> int:
    """Fill ``out`` with the inverse; ends and domain errors here, the open interval by iteration.  Counts errors."""
    order, given = np.broadcast_to(order, out.shape), np.broadcast_to(given, out.shape)
    # One of the two is given to all its digits, and where it is the smaller it counts.
    r, c = (1.0 - given, given) if complement else (given, 1.0 - given)
    out[:] = np.nan
    valid = (order >= -0.5) & (order < np.inf) & (given >= 0.0) & (given <= 1.0)
    nothing, everything = (c == 1.0, c == 0.0) if complement else (r == 0.0, r == 1.0)
    out[valid & nothing] = 0.0
    out[valid & everything] = np.inf
    inside = valid & (given > 0.0) & (given < 1.0)
    tanh = inside & (order == -0.5)
    out[tanh] = _inverse().arctanh(r[tanh], c[tanh])
    # A = x/(a + √(a² + x²)), a = ν + ½, to far beyond double precision.
    vast = inside & ((order > _VAST) | (c < _TINY_COMPLEMENT))
    with np.errstate(over="ignore"):
        out[vast] = 2.0 * ((order[vast] + 0.5) * (r[vast] / (1.0 + r[vast])) / c[vast])
        inside &= ~(tanh | vast)
        out[inside] = _inverse().solve(order[inside], r[inside], c[inside], _triple)
    return int(np.count_nonzero(~valid & ~np.isnan(order) & ~np.isnan(given)))


def _inverted(complement: bool, order: ArrayLike, given: ArrayLike, name: str) -> Any:
    first, second = _real_array(order, "order"), _real_array(given, name)
    out = np.empty(np.broadcast_shapes(first.shape, second.shape))
    bad = _total(functools.partial(_solve_chunk, complement), _chunks(first, second, out))
    if bad:
        warnings.warn(f"{bad} points outside order >= -1/2, 0 <= {name} <= 1: NaN", BesselDomainWarning, stacklevel=3)
    return out[()]


def inverse_iv_ratio(order: ArrayLike, r: ArrayLike) -> Any:
    """The x ≥ 0 with I_{ν+1}(x)/I_ν(x) = r: the concentration whose mean resultant length is r.

    Parameters
    ----------
    order : array_like
        ν, −1/2 ≤ ν < ∞.
    r : array_like
        0 ≤ r ≤ 1, broadcast against ``order``.

    Returns
    -------
    float64 or ndarray of float64
        r (2ν + 2) as r → 0, (ν + ½)/(1 − r) as r → 1; 0 at 0 and ∞ at 1.  NaN with `BesselDomainWarning` outside the
        domain.  The round trip reproduces both r and 1 − r to a few ulp: it is as good as the rounding of x allows.

    Raises
    ------
    TypeError
        If an argument is not real.

    Examples
    --------
    >>> from modgap.numerics.bessel import inverse_iv_ratio, iv_ratio
    >>> round(float(iv_ratio(255, inverse_iv_ratio(255, 0.9))), 12)
    0.9
    """
    return _inverted(False, order, r, "r")


def inverse_iv_ratio_complement(order: ArrayLike, c: ArrayLike) -> Any:
    """The x ≥ 0 with 1 − I_{ν+1}(x)/I_ν(x) = c: the concentration of data whose mean resultant length is 1 − c.

    Where the data are concentrated the spread c keeps the digits that 1 − c has lost.

    Parameters
    ----------
    order : array_like
        ν, −1/2 ≤ ν < ∞.
    c : array_like
        0 ≤ c ≤ 1, broadcast against ``order``.

    Returns
    -------
    float64 or ndarray of float64
        (ν + ½)/c as c → 0; ∞ at 0 and 0 at 1.  Errors and domain as in `inverse_iv_ratio`.

    Examples
    --------
    >>> from modgap.numerics.bessel import inverse_iv_ratio_complement
    >>> float(inverse_iv_ratio_complement(0.5, 1e-30) * 1e-30)
    1.0
    """
    return _inverted(True, order, c, "c")
