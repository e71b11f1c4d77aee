"""The Python reference: every public name is there with its signature, its source and an example, which is run."""

from __future__ import annotations

import doctest
import importlib
import inspect
import re
from types import ModuleType
from typing import Any

import pytest

from modgap.paper_checks.site import reference
from modgap.paper_checks.site.reference import HIDDEN, MODULES, modules
from modgap.paper_checks.site.sources import ROOT

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
#: What other functions make, and show; and what takes a summary of blocks, which is no part of the reference.
SHOWN_ELSEWHERE = {
    "BesselDomainWarning", "EmbeddingGeometry", "PerModality", "UndefinedGapWarning", "Aligned", "Fit",
    "HyperplaneRotation", "Removal", "SharedDimensions", "SharedSpaceProjection", "Translation", "geometry_of",
}  # fmt: skip


def examples(module: ModuleType, name: str) -> list[doctest.DocTest]:
    """Return the examples of a public name and of its methods, with nothing at hand that they do not import."""
    thing: Any = getattr(module, name)
    parts = [(name, thing)]
    if inspect.isclass(thing):
        parts += [(f"{name}.{part}", value) for part, value in vars(thing).items() if not part.startswith("_")]
    parser = doctest.DocTestParser()
    found = [parser.get_doctest(inspect.getdoc(part) or "", {}, where, module.__name__, 0) for where, part in parts]
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", MODULES)
def test_every_public_name_is_there(name):
    module = importlib.import_module(name)
    shown = next(m for m in modules() if m.name == name)
    public = {n for n in module.__all__ if callable(getattr(module, n))}
    assert {entry.name for entry in shown.entries} == public - HIDDEN


@pytest.mark.parametrize("name", MODULES)
def test_signatures_and_sources_are_those_of_the_code(name):
    module = importlib.import_module(name)
    for entry in next(m for m in modules() if m.name == name).entries:
        thing = inspect.unwrap(getattr(module, entry.name))
        if entry.kind == "function":
            said = re.sub(r"\s", "", entry.signature.split("(", 1)[1].rpartition(")")[0])
            assert [part for part in inspect.signature(thing).parameters if part not in said] == []
            assert inspect.getsourcefile(thing) == str(ROOT / entry.source.partition(":")[0])
        file, _, line = entry.source.partition(":")
        assert entry.name in (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert entry.about.summary, entry.name


@pytest.mark.parametrize("name", MODULES)
def test_every_example_runs(name):
    module = importlib.import_module(name)
    without = []
    for public in {entry.name for entry in next(m for m in modules() if m.name == name).entries}:
        tests = examples(module, public)
        if not tests and public not in SHOWN_ELSEWHERE:
            without.append(public)
        for test in tests:
            said: list[str] = []
            doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=said.append)
            assert said == [], "".join(said)
    assert without == []


def test_an_example_that_is_wrong_is_noticed():
    module = ModuleType("made_up")
    module.double = lambda x: 2 * x
    module.double.__doc__ = "Double.\n\nExamples\n--------\n>>> 2 * 2\n5\n"
    (test,) = examples(module, "double")
    assert doctest.DocTestRunner(optionflags=FLAGS, verbose=False).run(test, out=lambda _: None).failed == 1


def test_pages_show_what_docstrings_say(pages):
    for module in modules():
        page = pages[module.page]
        for entry in module.entries:
            assert f'id="{entry.name}"' in page
            assert f'href="{module.page}#{entry.name}"' in pages["reference.html"]
            for section in entry.about.entries:
                assert f"<b>{section}</b>" in page
            assert page.count("&gt;&gt;&gt;") >= 1
            for method in entry.methods:
                assert f'id="{entry.name}.{method.name}"' in page


def test_pictures_are_on_their_pages_and_on_the_site(pages, files):
    for name, (file, alt) in reference.PICTURES.items():
        page = pages[next(m.page for m in modules() if m.name == name)]
        assert f'src="../pictures/{file}"' in page
        assert alt in page
        assert f"pictures/{file}" in files
