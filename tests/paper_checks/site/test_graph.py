"""The drawing of the dependencies: every dependency, nothing on top of another thing, the same every time."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from modgap.paper_checks.site import graph
from modgap.paper_checks.site.layers import lay_out, reduced
from modgap.paper_checks.site.library import SYMBOLS, Library
from modgap.paper_checks.site.pages import asset
from modgap.theory.verification.record import by_hand, recorded


def recorded_library() -> Library:
    """A library with the whole ledger's dependencies and statuses, as they are recorded, and nothing else."""
    return Library(
        {
            name: {"title": name, "status": e["status"], "depends": e["depends"], "kernel": "python",
                   "by_hand": by_hand(name)}
            for name, e in recorded().items()
        }
    )  # fmt: skip


@pytest.fixture(scope="module")
def everything():
    return recorded_library()


@pytest.fixture(scope="module")
def drawing(everything):
    return graph.whole(everything)


def reachable(edges, start):
    found, queue = set(), [start]
    while queue:
        for target in edges.get(queue.pop(), ()):
            if target not in found:
                found.add(target)
                queue.append(target)
    return found


def test_every_claim_is_drawn_once_with_sign_and_colour(everything, drawing):
    assert sorted(node.id for node in drawing["nodes"]) == sorted(everything.entries)
    for node in drawing["nodes"]:
        assert node.status == everything.status(node.id)
        assert node.label == f"{SYMBOLS[node.status]} {node.id}"


def test_what_is_left_out_follows_from_what_is_drawn(everything, drawing):
    drawn: dict[str, list[str]] = {}
    for source, target, _ in drawing["edges"]:
        drawn.setdefault(source, []).append(target)
        assert source in everything.rests_on(target)
    for name in everything.entries:
        for other in everything.rests_on(name):
            assert name in reachable(drawn, other)


def test_no_two_boxes_overlap(drawing):
    boxes = [(n.left, n.top, n.left + n.width, n.top + graph.HIGH) for n in drawing["nodes"]]
    for a, b in itertools.combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    assert all(x0 >= 0 and x1 <= drawing["width"] and y0 >= 0 and y1 <= drawing["height"] for x0, y0, x1, y1 in boxes)


def test_lines_run_to_the_right(everything, drawing):
    left = {node.id: node.left for node in drawing["nodes"]}
    assert all(left[source] < left[target] for source, target, _ in drawing["edges"])


def test_the_same_claims_have_the_same_drawing(everything, drawing):
    assert graph.whole(recorded_library()) == drawing
    shuffled = {name: dict(entry, depends=random.Random(3).sample(entry["depends"], len(entry["depends"])))
                for name, entry in everything.entries.items()}  # fmt: skip
    assert graph.whole(Library(shuffled)) == drawing


def test_around_a_claim_are_its_neighbours(everything):
    found = graph.around(everything, "thm.2")
    assert {n.id for n in found["nodes"]} == {"thm.2", *everything.rests_on("thm.2"), *everything.used_by("thm.2")}
    assert [n.id for n in found["nodes"] if n.here] == ["thm.2"]
    left = {n.id: n.left for n in found["nodes"]}
    assert all(left[name] < left["thm.2"] for name in everything.rests_on("thm.2"))


def test_a_crowd_around_a_claim_is_counted(everything):
    busy = max(everything.entries, key=lambda name: len(everything.used_by(name)))
    found = graph.around(everything, busy)
    assert found["more"] == len(everything.used_by(busy)) - graph.MOST > 0
    assert graph.around(everything, "thm.3.lower_bound") is None


def test_reduction_leaves_out_what_follows():
    assert reduced({"a": [], "b": ["a"], "c": ["a", "b"]}) == {"a": [], "b": ["a"], "c": ["b"]}


def test_a_long_line_bends_once_in_each_layer_between():
    layout = lay_out({"a": [], "b": ["a"], "c": ["b"], "d": ["a", "c"]})
    path = next(path for path in layout.edges if path[0] == "a" and path[-1] == "d")
    assert [layout.layer[point] for point in path] == [0, 1, 2, 3]


def test_an_empty_graph_has_a_drawing():
    assert graph.whole(Library({}))["nodes"] == []


def test_the_inline_drawing_is_the_whole_one(library, files):
    for node in graph.whole(library)["nodes"]:
        for path in ("graph.html", "graph.svg"):
            assert f'href="claims/{node.id}.html" class="node-{node.status} {node.kinds}"' in files[path]


# --- by chapter, with filters ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chapters(everything):
    return {anchor: (names, graph.chapter(everything, names)) for anchor, _, names in everything.chapters}


def test_a_chapter_has_its_claims_once_in_both_shapes(chapters):
    for names, found in chapters.values():
        for shape in ("layers", "list"):
            assert sorted(node.id for node in found[shape]["nodes"]) == sorted(names)


def test_what_a_chapter_draws_is_what_its_claims_rest_on(everything, chapters):
    for names, found in chapters.values():
        for shape in ("layers", "list"):
            drawn: dict[str, list[str]] = {}
            for source, target, _ in found[shape]["edges"]:
                assert source in everything.rests_on(target)
                drawn.setdefault(source, []).append(target)
            for name in names:
                for other in set(everything.rests_on(name)) & set(names):
                    assert name in reachable(drawn, other)


def test_a_list_is_narrow_enough_for_a_phone_and_in_the_ledgers_order(everything, chapters):
    order = list(everything.entries)
    for names, found in chapters.values():
        assert found["list"]["width"] <= 348, max(names, key=len)
        tops = {node.id: node.top for node in found["list"]["nodes"]}
        assert sorted(names, key=order.index) == sorted(names, key=tops.get)
        assert all(b - a >= graph.HIGH for a, b in itertools.pairwise(sorted(tops.values())))
        assert all(float(x) >= 0 for *_, path in found["list"]["edges"] for x in re.findall(r"[MC ]([\d.]+),", path))


def test_what_a_chapter_rests_on_elsewhere_is_counted(everything, chapters):
    for names, found in chapters.values():
        elsewhere = {other for name in names for other in everything.rests_on(name)} - set(names)
        assert sum(count for *_, count in found["outside"]) == len(elsewhere)


def test_boxes_and_lines_carry_what_is_filtered(library, files):
    """Each box has its status, its kernel and whether it rests on proofs in words; a line those of both its ends."""
    for anchor, _, names in library.chapters:
        page = files[f"graphs/{anchor}.html"]
        for name in names:
            entry = library.entries[name]
            hand = "hand" if entry["by_hand"] else "free"
            kinds = f"is-{entry['status']} is-{entry['kernel']} is-{hand}"
            assert page.count(f'href="../claims/{name}.html" class="node-{entry["status"]} {kinds}"') == 2
            assert f'id="show-{entry["status"]}"' in page
        for kind in graph.FILTERS:
            assert f'id="show-{kind}"' in page
        for source, target, path in graph.chapter(library, names)["layers"]["edges"]:
            both = " ".join(node.kinds for end in (source, target) for node in graph.whole(library)["nodes"]
                            if node.id == end)  # fmt: skip
            assert f'<path class="{both}" d="{path}">' in page


def test_every_filter_has_a_rule_and_every_rule_a_filter():
    rules = set(re.findall(r"has\(#show-(\w+):not\(:checked\)\) \.is-(\w+)", asset("style.css")))
    assert rules == {(name, name) for name in (*SYMBOLS, *graph.FILTERS)}


def test_chapters_are_linked_from_the_graph(library, files):
    for anchor, _, _ in library.chapters:
        assert f'href="graphs/{anchor}.html"' in files["graph.html"]
