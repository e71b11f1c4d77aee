"""Bessel functions and von Mises–Fisher sampling against SciPy and TensorFlow Probability, side by side in one run.

`python -m benchmarks.bessel` takes about a minute.  Every pair is timed alternately and the best of its repetitions
counts, so that a busy machine slows both sides alike; the ratio is the figure to keep.  SciPy's private `_iv_ratio` is
only a yardstick.  TensorFlow Probability is no dependency: where it is not installed the run says so.
"""

import os
import time
import tracemalloc
import warnings

import mpmath
import numpy as np
import scipy
import scipy.special
import scipy.stats

from modgap.numerics.bessel import functions as bessel
from modgap.numerics.vmf.law import VonMisesFisher

SEED = 20251003
POINTS = 1_000_000
REPEATS = 5


def alternate(ours, theirs, repeats=REPEATS):
    """Best seconds of both, run in turn."""
    best = [float("inf"), float("inf")]
    for _ in range(repeats):
        for side, function in enumerate((ours, theirs)):
            start = time.perf_counter()
            function()
            best[side] = min(best[side], time.perf_counter() - start)
    return best


def log_uniform(rng, low, high):
    return np.exp(rng.uniform(np.log(low), np.log(high), POINTS))


def point_sets():
    rng = np.random.default_rng(SEED)
    yield "h = 3, x in [1, 1e4]", 0.5, log_uniform(rng, 1, 1e4)
    yield "h = 64, x in [1, 1e4]", 31.0, log_uniform(rng, 1, 1e4)
    yield "h = 768, x in [1, 1e4]", 383.0, log_uniform(rng, 1, 1e4)
    yield "h = 1e6, x in [1e2, 1e7]", 499_999.0, log_uniform(rng, 1e2, 1e7)
    yield "mixed h = 2..4096, x in [1e-2, 1e4]", rng.integers(2, 4097, POINTS) / 2 - 1, log_uniform(rng, 1e-2, 1e4)


def scipy_log_iv(order, x):
    return np.log(scipy.special.ive(order, x)) + x


def scipy_log_mgf(order, x):
    return scipy_log_iv(order, x) + scipy.special.gammaln(order + 1) - order * np.log(x / 2)


def scipy_ratio(order, x):
    return scipy.special._ufuncs._iv_ratio(order + 1, x)


def scipy_complement(order, x):
    return scipy.special._ufuncs._iv_ratio_c(order + 1, x)


def scipy_derivative(order, x):
    a = scipy_ratio(order, x)
    return 1 - a * a - (2 * order + 1) * a / x


PAIRS = [
    ("log_iv", bessel.log_iv, "log(ive) + x", scipy_log_iv),
    ("log_sphere_mgf", lambda order, x: bessel.log_sphere_mgf(2 * order + 2, x), "by log(ive)", scipy_log_mgf),
    ("iv_ratio", bessel.iv_ratio, "_iv_ratio", scipy_ratio),
    ("iv_ratio_complement", bessel.iv_ratio_complement, "_iv_ratio_c", scipy_complement),
    ("iv_ratio_derivative", bessel.iv_ratio_derivative, "Riccati by _iv_ratio", scipy_derivative),
]


def compare_functions():
    print(f"\nMillion values per second, {POINTS:,} points; 'lost' is the share of SciPy's values that are not finite")
    print(f"{'points':36} {'function':20} {'ours':>7} {'SciPy':>7} {'ratio':>6} {'lost':>7}  SciPy's way")
    for label, order, x in point_sets():
        for name, ours, way, theirs in PAIRS:
            seconds = alternate(lambda f=ours, v=order, z=x: f(v, z), lambda f=theirs, v=order, z=x: f(v, z))
            lost = 1 - np.isfinite(theirs(order, x)).mean()
            speeds = [POINTS / 1e6 / t for t in seconds]
            row = f"{speeds[0]:7.1f} {speeds[1]:7.2f} {speeds[0] / speeds[1]:6.1f} {lost:7.1%}"
            print(f"{label:36} {name:20} {row}  {way}")


def compare_inverse():
    r = np.random.default_rng(SEED).uniform(0, 1, POINTS)
    start = time.perf_counter()
    bessel.inverse_iv_ratio(383.0, r)
    print(f"\ninverse_iv_ratio, h = 768: {POINTS / 1e6 / (time.perf_counter() - start):.2f} million values per second")


# --- TensorFlow Probability, where it is installed -------------------------------------------------------------------

#: Fewer points, as it takes seconds for so many.
TFP_POINTS = 50_000


def tfp_functions():
    """Return (log I_ν, I_{ν+1}/I_ν) of TensorFlow Probability as functions of arrays, or why there are none.

    Both are compiled to one graph; what is compiled for a shape is kept, and `alternate` counts the best of its runs.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        import tensorflow as tf
        import tensorflow_probability as tfp
    except Exception as error:  # a release may not know the TensorFlow that is installed
        return f"tensorflow_probability: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    kind = tf.TensorSpec(None, tf.float64)
    log_ive = tf.function(tfp.math.log_bessel_ive, input_signature=[kind, kind])
    ratio = tf.function(tfp.math.bessel_iv_ratio, input_signature=[kind, kind])
    print(f"TensorFlow {tf.__version__}, TensorFlow Probability {tfp.__version__}")
    return (
        lambda order, x: log_ive(np.float64(order), x).numpy() + x,
        lambda order, x: ratio(np.float64(order + 1), x).numpy(),
    )


def compare_tfp(theirs):
    print(f"\nBeside TensorFlow Probability: million values per second, {TFP_POINTS:,} points")
    print(f"{'points':36} {'function':20} {'ours':>7} {'TFP':>7} {'ratio':>6}")
    for label, order, x in point_sets():
        order = order if np.ndim(order) == 0 else order[:TFP_POINTS]
        x = x[:TFP_POINTS]
        for name, ours, other in zip(("log_iv", "iv_ratio"), (bessel.log_iv, bessel.iv_ratio), theirs, strict=True):
            calls = (lambda f=ours, v=order, z=x: f(v, z)), (lambda f=other, v=order, z=x: f(v, z))
            speeds = [TFP_POINTS / 1e6 / t for t in alternate(*calls, repeats=3)]
            print(f"{label:36} {name:20} {speeds[0]:7.1f} {speeds[1]:7.3f} {speeds[0] / speeds[1]:6.0f}")


def exact_values(orders, arguments):
    """Return log I_ν(x) and I_{ν+1}(x)/I_ν(x) at every order and argument by mpmath, in 60 digits."""
    with mpmath.workdps(60):
        below, above = ([[mpmath.besseli(v + more, x) for x in arguments] for v in orders] for more in (0, 1))
        logs = [[mpmath.log(value) for value in row] for row in below]
        ratios = [[b / a for a, b in zip(*rows, strict=True)] for rows in zip(below, above, strict=True)]
    return np.array(logs), np.array(ratios)


def compare_accuracy(theirs):
    """Print the largest errors of each library on a grid, and the share of values that are not finite.

    log I_ν(x) crosses zero near x = 0.663 ν, where half an ulp of x already costs many of it: beside the relative
    error stands the one relative to 1 + ν + |ν log(x/2)| + x, the terms that it is a sum of.
    """
    dims, arguments = (3, 64, 768, 4096), [float(x) for x in np.geomspace(1e-2, 1e4, 19)]
    orders = [dim / 2 - 1 for dim in dims]
    logs, ratios = exact_values(orders, arguments)
    order, x = np.meshgrid(orders, arguments, indexing="ij")
    terms = 1 + order + np.abs(order * np.log(x / 2)) + x
    libraries = {"ours": (bessel.log_iv, bessel.iv_ratio), "SciPy": (scipy_log_iv, scipy_ratio)}
    if theirs is not None:
        libraries["TFP"] = theirs
    grid = f"h in {', '.join(map(str, dims))}, {len(arguments)} arguments from 0.01 to 10,000"
    print(f"\nLargest error against mpmath, {grid}:\nrelative, and by the terms of a logarithm; share not finite")
    for name, exact, which in (("log_iv", logs, 0), ("iv_ratio", ratios, 1)):
        for library, functions in libraries.items():
            found = np.array([functions[which](v, np.array(arguments)) for v in orders])
            finite = np.isfinite(found)
            off = np.array(
                [abs(float(mpmath.mpf(float(a)) - b)) for a, b in zip(found[finite], exact[finite], strict=True)]
            )
            relative = max(off / np.abs(exact[finite].astype(float)))
            of_terms = f"{max(off / terms[finite]):9.1e}" if which == 0 else " " * 9
            print(f"  {name:10} {library:6} {relative:9.1e} {of_terms} {1 - finite.mean():7.1%}")


def peak_memory():
    x = np.linspace(1, 1e4, 4 * POINTS)
    print("\nPeak working memory beyond the output, 4e6 points")
    for name, call in [("ours", lambda: bessel.log_iv(383.0, x)), ("log(ive) + x", lambda: scipy_log_iv(383.0, x))]:
        call()
        tracemalloc.start()
        call()
        extra = tracemalloc.get_traced_memory()[1] - x.nbytes
        tracemalloc.stop()
        print(f"  {name:14} {extra / 2**20:8.2f} MiB")


def compare_sampling():
    print("\nvon Mises–Fisher sampling, thousand points per second")
    print(f"{'h':>6} {'concentration':>14} {'points':>8} {'ours':>10} {'SciPy':>10} {'ratio':>7}")
    for dim, concentration, size in [
        (3, 10.0, 100_000),
        (64, 50.0, 50_000),
        (512, 100.0, 20_000),
        (768, 500.0, 10_000),
    ]:
        c = np.eye(dim)[0]
        law, theirs = VonMisesFisher(c, concentration), scipy.stats.vonmises_fisher(c, concentration)
        rng = np.random.default_rng(SEED)
        ours = lambda law=law, size=size: law.sample(size, SEED)  # noqa: E731
        seconds = alternate(ours, lambda law=theirs, size=size, rng=rng: law.rvs(size, random_state=rng), repeats=3)
        speeds = [size / 1e3 / t for t in seconds]
        print(f"{dim:6} {concentration:14g} {size:8} {speeds[0]:10.1f} {speeds[1]:10.1f} {speeds[0] / speeds[1]:7.1f}")


def main():
    print(f"NumPy {np.__version__}, SciPy {scipy.__version__}, {os.cpu_count()} processors, seed {SEED}")
    start = time.perf_counter()
    for _, function, _, _ in PAIRS:
        function(1.0, 2.0)
    print(f"first call (compiles, or loads from the cache): {time.perf_counter() - start:.1f} s")
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        theirs = tfp_functions()
        compare_functions()
        if isinstance(theirs, str):
            print(f"\nNOT RUN: the comparison with TensorFlow Probability ({theirs})")
            compare_accuracy(None)
        else:
            compare_tfp(theirs)
            compare_accuracy(theirs)
        compare_inverse()
        peak_memory()
        compare_sampling()


if __name__ == "__main__":
    main()
