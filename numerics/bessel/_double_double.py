"""Double-double arithmetic for compiled kernels: a value is an unevaluated sum (high, low) of two doubles.

The error-free transformations are Knuth's two_sum and the fused two_product (Ogita, Rump and Oishi 2005); the
composite operations keep a relative error of a few 2^−104 on the positive operands they are used for.  `fma` is an
explicit instruction (a library call where the processor has none), so no contraction by the compiler is relied on.
"""

from __future__ import annotations

from typing import Any

from numba import types
from numba.extending import intrinsic

from modgap.numerics.bessel._jit import inlined


def _fma(typing_context: Any, a: Any, b: Any, c: Any) -> Any:
    def codegen(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.fma(*args)

    return types.float64(types.float64, types.float64, types.float64), codegen


fma: Any = intrinsic(_fma)
"""a·b + c with a single rounding."""


@inlined
def two_sum(a: float, b: float) -> tuple[float, float]:
    """a + b exactly, as rounded sum and error."""
    total = a + b
    shadow = total - a
    return total, (a - (total - shadow)) + (b - shadow)


@inlined
def quick_two_sum(a: float, b: float) -> tuple[float, float]:
    """a + b exactly where |a| ≥ |b|."""
    total = a + b
    return total, b - (total - a)


@inlined
def two_product(a: float, b: float) -> tuple[float, float]:
    """a·b exactly, as rounded product and error."""
    product = a * b
    return product, fma(a, b, -product)


@inlined
def add(a: float, a_low: float, b: float, b_low: float) -> tuple[float, float]:
    """Sum of two double-doubles."""
    high, low = two_sum(a, b)
    return quick_two_sum(high, low + (a_low + b_low))


@inlined
def multiply(a: float, a_low: float, b: float, b_low: float) -> tuple[float, float]:
    """Product of two double-doubles."""
    high, low = two_product(a, b)
    return quick_two_sum(high, low + (a * b_low + a_low * b))


@inlined
def divide(a: float, a_low: float, b: float, b_low: float) -> tuple[float, float]:
    """Quotient of two double-doubles, by one correction of the rounded quotient."""
    quotient = a / b
    product, product_low = two_product(quotient, b)
    rest = ((a - product) - product_low) + (a_low - quotient * b_low)
    return quick_two_sum(quotient, rest / b)
