"""The letters that chapters share, each with the assumptions that it carries wherever it stands.

A letter that one chapter needs alone is made there, and so is one of the same name with other assumptions: a
dimension that need not be an integer, say. How far draws of a letter go is a chapter's own.
"""

from __future__ import annotations

import sympy as sp
from sympy import IndexedBase, Symbol

#: The dimension of the space, the number of pairs.
h, N = sp.symbols("h N", integer=True, positive=True)
#: The order of a Bessel function and its argument.
nu, z = Symbol("nu", real=True), Symbol("z", positive=True)
#: The inverse temperature, and concentrations.
beta, kappa, kappa_x, kappa_y = sp.symbols("beta kappa kappa_x kappa_y", positive=True)
#: A distance, or another size that may vanish.
rho = Symbol("rho", nonnegative=True)
#: Indices of pairs, and the families of queries and keys.
i, j = sp.symbols("i j", integer=True)
x, y = IndexedBase("x"), IndexedBase("y")
#: Two centres.
c_x, c_y = sp.symbols("c_x c_y")
