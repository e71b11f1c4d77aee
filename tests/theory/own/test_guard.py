"""A foreign file uses rules; whatever might make a fact of it, or change a rule, is refused with its line."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import MutableMapping, MutableSequence, MutableSet
from contextvars import ContextVar

import pytest
import sympy as sp

from modgap.theory import claim as ledger_claim
from modgap.theory.kernel.facts import Fact, make
from modgap.theory.language.domain import Domain
from modgap.theory.outcome import Undecided
from modgap.theory.own import guard
from modgap.theory.own.load import load
from modgap.theory.own.run import verify
from modgap.theory.own.variants import negation, neighbours, proves_its_negation

HEAD = "from modgap.theory.own.statements import Domain, claim, ge, gt, positive, sign\nz = positive('z')\n"
SQUARE = """
@claim(id="own.square", title="A square", domain=Domain(z), statement=ge(z**2 + 1, 2 * z))
def square(this):
    '''(z - 1)^2 is at least 0.'''
    return sign(this.statement, this.domain)
"""
FALSE = SQUARE.replace("2 * z", "3 * z").replace("own.square", "own.false").replace("def square", "def other")


def own(tmp_path, text):
    path = tmp_path / "own.py"
    path.write_text(text)
    return load(path)


def test_a_file_of_claims_is_derived(tmp_path):
    claims = own(tmp_path, HEAD + SQUARE + FALSE)
    report = verify(list(claims.values()), "quick")
    assert [part["status"] for part in report["claims"]] == ["proved", "refuted"]
    assert [part["ok"] for part in report["claims"]] == [True, False]
    assert not report["ok"]


FORGED = {
    "make": "from modgap.theory.kernel.facts import make",
    "fact": "from modgap.theory.kernel.facts import Fact",
    "cite": "from modgap.theory.kernel.rules import cite",
    "by hand": "from modgap.theory.trusted.sums import by_hand",
    "through a module": "from modgap.theory.trusted import sums\nsums.cite",
    "a module of the kernel": "from modgap.theory.kernel import facts",
    "whole": "from modgap.theory.kernel.rules import *",
    "plain import": "import modgap.theory.kernel.facts",
    "another package": "import os",
    "through sympy": "import sympy as sp\nsp.core",
    "from sympy": "from sympy import utilities",
    "further through sympy": "import sympy as sp\nsp.Symbol.sys",
    "a module under another name": "import sympy as sp\nmine = sp\nmine.external",
    "a module in a list": "import sympy as sp\n[m.external for m in [sp]]",
    "a module of a room": "from modgap.theory.language.symbols import sp\nsp.external",
    "through a room": "from modgap.theory.language import symbols\nsymbols.sp.external",
    "through the package": "from modgap import theory\ntheory.kernel.facts.inspect",
    "the kernel through the package": "from modgap import theory\ntheory.kernel.facts.rule",
    "a room handed on": "from modgap.theory.trusted import sums\nlist(map(str, [sums]))",
    "what imports": "from sympy.external import import_module",
    "text as code": "from sympy import sympify",
    "a class": "class Mine:\n    name, uses, trusts = 'mine', (), ()\n    def reduce(self, e, d):\n        return 0",
    "an attribute": "square.status = 1",
    "an item of a module": "square.__dict__['x'] = 1",
    "a private name": "Domain._x",
    "getattr": "getattr(Domain, 'x')",
    "eval": "eval('1')",
    "dunder": "__import__('os')",
    "builtins": "__builtins__",
    "type": "type('Mine', (), {})",
    "a frame": "(n for n in ()).gi_frame",
    "relative": "from . import x",
    "deleting": "del z.x",
}


@pytest.mark.parametrize("what", FORGED)
def test_a_forger_is_refused_with_the_line(what, tmp_path):
    with pytest.raises(guard.ForeignError, match=r"own\.py, line \d+: "):
        own(tmp_path, HEAD + SQUARE + FORGED[what] + "\n")


def test_text_is_no_expression(tmp_path):
    with pytest.raises(guard.ForeignError, match="SymPy would run it as code"):
        own(tmp_path, HEAD + SQUARE + "from sympy import Add\nAdd('1 + 1', 1)\n")
    later = SQUARE.replace("return sign", "from sympy import Add\n    Add('z', 1)\n    return sign")
    with pytest.raises(guard.ForeignError, match="SymPy would run it as code"):
        verify(list(own(tmp_path, HEAD + later).values()), "quick")
    assert sp.sympify("1 + 1") == 2


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEAD, "no claim"),
        (HEAD + SQUARE + SQUARE.replace("def square", "def other"), "'own.square' is taken"),
        (HEAD + SQUARE.replace("own.square", "thm.1"), "'thm.1' is taken"),
        (HEAD + SQUARE + SQUARE, "square is defined twice"),
        (HEAD + "1 / 0\n", "line 3: ZeroDivisionError"),
        (HEAD + "def f(:\n", "line 3: invalid syntax"),
        (HEAD + SQUARE.replace("domain=Domain(z)", "domain=Domain()"), "speaks of variables"),
    ],
)
def test_a_bad_file_is_one_line(text, complaint, tmp_path):
    with pytest.raises(guard.ForeignError) as error:
        own(tmp_path, text)
    assert complaint in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_one_line(tmp_path):
    with pytest.raises(guard.ForeignError, match="No such file"):
        load(tmp_path / "none.py")


def test_the_kernel_takes_no_fact_that_was_put_together():
    """Second line: what a forger might get hold of makes no fact outside the kernel."""
    z = sp.Symbol("z", positive=True)
    statement = sp.Ge(z**2, 2 * z, evaluate=False)
    with pytest.raises((TypeError, Undecided)):
        Fact(statement=statement, domain=Domain(z), rule="sign", what="trust me", detail={})
    with pytest.raises(TypeError, match="makes a fact"):
        make("sign", statement, Domain(z), "trust me")


def test_no_derivation_shows_the_opposite_too(tmp_path):
    (square,) = own(tmp_path, HEAD + SQUARE).values()
    assert not proves_its_negation(square)
    assert negation(square.statement) == sp.Lt(*square.statement.args, evaluate=False)
    assert set(neighbours(square.statement)) == {"reversed", "moved by 1/10", "moved by 1", "a side scaled by 11/10"}
    assert not proves_its_negation(ledger_claim("bessel.positive"))


READING = """
import math
import sympy as sp
from modgap import theory
from modgap.theory.language import symbols
from modgap.theory.trusted import sums

half, known, dot = sp.Rational(1, 2) + math.floor(1.5), theory.ledger, symbols.Dot
"""


def test_a_module_may_be_read_from(tmp_path):
    assert list(own(tmp_path, HEAD + READING + SQUARE)) == ["own.square"]


@pytest.mark.parametrize("room", guard.ROOMS[:-1])
def test_nothing_that_may_be_imported_can_be_altered(room):
    """A table of an engine, with an entry replaced, would change what a rule does."""
    package = importlib.import_module(room.removesuffix("."))
    for info in pkgutil.iter_modules(package.__path__):
        public = vars(importlib.import_module(f"{package.__name__}.{info.name}")).items()
        kinds = (MutableMapping, MutableSequence, MutableSet, ContextVar)
        assert not [name for name, value in public if name[0] != "_" and isinstance(value, kinds)], info.name
