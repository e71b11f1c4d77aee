"""Exact expansion polynomials of log I_ν(x) for large s = √(ν² + x²), and the tables numerics rests on.

With Θ = x d/dx the modified Bessel equation reads Θ²I = s² I (DLMF 10.25.1), so L = ΘI/I = x I'_ν/I_ν solves the
Riccati equation ΘL + L² = s².  Put u = ν²/s²; then Θs = s(1 − u), Θu = −2u(1 − u), and the formal solution

    L = s + Σ_{k≥0} (1 − u) ℓ_k(u) s^{−k},   ℓ_0 = −1/2,

is found term by term with polynomials ℓ_k of degree k and rational coefficients.  It is DLMF 10.41(ii) (Debye)
rearranged so that one expansion in 1/s serves every ν ≥ 0.  From it follow, with the same u and s,

    log I_ν(x)        = s + ν log(x/(ν + s)) − ½ log(2πs) + Σ_{k≥1} P_k(u) s^{−k},
    A_ν = I_{ν+1}/I_ν = x [1/(s + ν) + s^{−2} Σ_{k≥0} ℓ_k(u) s^{−k}],
    A'_ν              = ν/(s(s + ν)) + s^{−2} Σ_{k≥0} m_k(u) s^{−k},
    Σ_{k≥1} P_k(u) s^{−k} = −Σ_{k≥1} S_k s^{−k} + (1 − u) Σ_{k≥1} G_k(u) s^{−k},

where S_k are the coefficients of Stirling's series (DLMF 5.11.1) and −(2u P_k' + k P_k) = ℓ_k.

All arithmetic is in `fractions.Fraction`; a polynomial is the tuple of its coefficients, constant term first.
`python -m modgap.theory.balls.debye` prints the module that `numerics` checks in as its tables.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

Polynomial = tuple[Fraction, ...]

TERMS = 16
STIRLING_TERMS = 8

_HALF = Fraction(1, 2)


def evaluate(p: Polynomial, u: Fraction) -> Fraction:
    """Value of the polynomial ``p`` at ``u`` by Horner's rule."""
    total = Fraction(0)
    for coefficient in reversed(p):
        total = total * u + coefficient
    return total


def _add(p: Polynomial, q: Polynomial) -> Polynomial:
    n = max(len(p), len(q))
    p, q = p + (Fraction(0),) * (n - len(p)), q + (Fraction(0),) * (n - len(q))
    return tuple(a + b for a, b in zip(p, q, strict=True))


def _scale(factor: Fraction, p: Polynomial) -> Polynomial:
    return tuple(factor * a for a in p)


def _multiply(p: Polynomial, q: Polynomial) -> Polynomial:
    product = [Fraction(0)] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            product[i + j] += a * b
    return tuple(product)


def _euler(p: Polynomial) -> Polynomial:
    """The polynomial u p'(u)."""
    return tuple(j * a for j, a in enumerate(p))


_ONE_MINUS_U: Polynomial = (Fraction(1), Fraction(-1))


def _trim(p: Polynomial) -> Polynomial:
    while len(p) > 1 and p[-1] == 0:
        p = p[:-1]
    return p


@cache
def ratio_polynomial(k: int) -> Polynomial:
    """ℓ_k, from the coefficient of s^{1−k} in the Riccati equation ΘL + L² = s².

    Parameters
    ----------
    k : int
        Index, k ≥ 0.

    Returns
    -------
    tuple of Fraction
        The k + 1 coefficients of ℓ_k, constant term first.
    """
    if k < 0:
        raise ValueError(f"k must be a non-negative integer, got {k!r}")
    if k == 0:
        return (-_HALF,)
    previous = _multiply(_ONE_MINUS_U, ratio_polynomial(k - 1))
    from_theta = _add(_scale(Fraction(k - 1), previous), _scale(Fraction(2), _euler(previous)))
    squares: Polynomial = (Fraction(0),)
    for i in range(k):
        squares = _add(squares, _multiply(ratio_polynomial(i), ratio_polynomial(k - 1 - i)))
    squares = _multiply(_ONE_MINUS_U, squares)
    return _trim(_scale(_HALF, _add(from_theta, _scale(Fraction(-1), squares))))


@cache
def log_polynomial(k: int) -> Polynomial:
    """P_k for k ≥ 1, the solution of −(2u P' + k P) = ℓ_k."""
    if k < 1:
        raise ValueError(f"k must be a positive integer, got {k!r}")
    return tuple(-a / (2 * j + k) for j, a in enumerate(ratio_polynomial(k)))


@cache
def derivative_polynomial(k: int) -> Polynomial:
    """m_k for k ≥ 0: x²A' = ΘL − L + ν, so m_k = −(k L_k + 2u L_k') − ℓ_k with L_k = (1 − u) ℓ_k."""
    ell = ratio_polynomial(k)
    weighted = _multiply(_ONE_MINUS_U, ell)
    theta = _add(_scale(Fraction(k), weighted), _scale(Fraction(2), _euler(weighted)))
    return _trim(_scale(Fraction(-1), _add(theta, ell)))


@cache
def mgf_polynomial(k: int) -> Polynomial:
    """G_k = (P_k(u) − P_k(1))/(1 − u) for k ≥ 1: what log M keeps of P_k, of degree k − 1."""
    p = log_polynomial(k)
    return tuple(-sum(p[i + 1 :], Fraction(0)) for i in range(len(p) - 1))


@cache
def _bernoulli(n: int) -> Fraction:
    if n == 0:
        return Fraction(1)
    total, binomial = Fraction(0), 1
    for j in range(n):
        total += binomial * _bernoulli(j)
        binomial = binomial * (n + 1 - j) // (j + 1)
    return -total / (n + 1)


def stirling_coefficient(k: int) -> Fraction:
    """S_k = B_{k+1}/(k(k + 1)), so that log Γ(ν + 1) = (ν + ½) log ν − ν + ½ log 2π + Σ S_k ν^{−k} (DLMF 5.11.1)."""
    return _bernoulli(k + 1) / (k * (k + 1))


def riccati_residual(terms: int) -> dict[int, Polynomial]:
    """What ΘL + L² − s² leaves when L keeps ℓ_0 .. ℓ_terms: non-zero coefficients, by their power of 1/s.

    The powers below ``terms`` must be absent: that is what makes the truncated expansion an approximate solution.
    """
    series: dict[int, Polynomial] = {-1: (Fraction(1),)}
    series |= {k: _multiply(_ONE_MINUS_U, ratio_polynomial(k)) for k in range(terms + 1)}
    residual: dict[int, Polynomial] = {-2: (Fraction(-1),)}
    zero: Polynomial = (Fraction(0),)
    for k, p in series.items():
        inner = _add(_scale(Fraction(k), p), _scale(Fraction(2), _euler(p)))
        theta = _multiply(_ONE_MINUS_U, _scale(Fraction(-1), inner))
        residual[k] = _add(residual.get(k, zero), theta)
        for j, q in series.items():
            residual[k + j] = _add(residual.get(k + j, zero), _multiply(p, q))
    return {k: _trim(p) for k, p in residual.items() if any(p)}


def _literal(a: Fraction) -> str:
    return repr(float(a)).replace("e+", "e")


def _format_table(name: str, rows: list[Polynomial]) -> str:
    lines = [f"{name} = ("]
    for row in rows:
        if len(row) == 1:
            lines.append(f"    ({_literal(row[0])},),")
        else:
            lines += ["    (", *(f"        {_literal(a)}," for a in row), "    ),"]
    return "\n".join([*lines, ")"])


def tables_source() -> str:
    """Source text of the module of float64 tables: every entry is the exact coefficient, correctly rounded."""
    ks = range(1, TERMS + 1)
    stirling = [f"    {_literal(stirling_coefficient(2 * j - 1))}," for j in range(1, STIRLING_TERMS + 1)]
    parts = [
        '"""Debye polynomials in u = ν²/s², rounded to float64.\n\nMade by `theory.balls.debye`; do not edit.\n'
        "Row k − 1 belongs to s^{−k}, coefficients of u⁰, u¹, ...  LOG is P_k, RATIO ℓ_k, DERIVATIVE m_k, MGF G_k;\n"
        'STIRLING holds B_{2j}/(2j(2j − 1)), j = 1, 2, ...\n"""',
        _format_table("LOG", [log_polynomial(k) for k in ks]),
        _format_table("RATIO", [ratio_polynomial(k) for k in ks]),
        _format_table("DERIVATIVE", [derivative_polynomial(k) for k in ks]),
        _format_table("MGF", [mgf_polynomial(k) for k in ks]),
        "\n".join(["STIRLING = (", *stirling, ")"]),
    ]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    print(tables_source(), end="")
