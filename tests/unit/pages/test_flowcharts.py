"""Charts are checked, laid out without overlaps, drawn as well-formed SVG, and told in words."""

from itertools import combinations, pairwise
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.flowcharts import Chart, Edge, Layout, Node, NodeKind, lay_out, problems, steps, to_svg
from pages.flowcharts.measure import clean, width, wrap

SVG = "{http://www.w3.org/2000/svg}"
ODD = "立案调查取证、告知（听证）。Aaw1 <>&\"'\x00\x0b\u2028行政处罚"
TEXTS = st.text(st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8")), max_size=60)


@st.composite
def charts(draw_from) -> Chart:
    """Any chart, right or wrong: ways back, ways to itself, ways that jump, steps that nothing reaches."""
    count = draw_from(st.integers(1, 12))
    kinds = st.sampled_from(list(NodeKind))
    nodes = tuple(
        Node(f"k{number}", draw_from(kinds), draw_from(TEXTS), draw_from(TEXTS), draw_from(TEXTS))
        for number in range(count)
    )
    key = st.integers(0, count - 1).map(lambda number: f"k{number}")
    edge = st.builds(Edge, key, key, st.sampled_from(["", "是", "否", "补正"]))
    chain = [Edge(f"k{number}", f"k{number + 1}") for number in range(count - 1) if draw_from(st.booleans())]
    return Chart("图", nodes, (*chain, *draw_from(st.lists(edge, max_size=14))))


def good() -> Chart:
    nodes = (
        Node("1", NodeKind.START, "收到申请"),
        Node("2", NodeKind.DECISION, "材料齐全？", "受理窗口", "5个工作日"),
        Node("3", NodeKind.STEP, "一次告知补正"),
        Node("4", NodeKind.END, "决定"),
    )
    return Chart("图", nodes, (Edge("1", "2"), Edge("2", "4", "是"), Edge("2", "3", "否"), Edge("3", "2")))


def crossed(layout: Layout) -> list[tuple[str, Edge]]:
    """Boxes through whose inside a way goes."""
    found = []
    for way in layout.ways:
        for (x1, y1), (x2, y2) in pairwise(way.points):
            left, right, top, bottom = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            for box in layout.boxes:
                # A way that leaves the side of a diamond goes down within the corner of its frame.
                own = box.key == way.edge.source and (x1, y1) == way.points[0]
                inside = left < box.right - 1 and right > box.left + 1 and top < box.bottom - 1 and bottom > box.y + 1
                if inside and not own:
                    found.append((box.key, way.edge))
    return found


@settings(max_examples=150, deadline=None)
@given(charts())
def test_boxes_never_overlap_and_no_way_crosses_a_box(chart):
    layout = lay_out(chart)
    assert {box.key for box in layout.boxes} == {node.key for node in chart.nodes}
    for one, other in combinations(layout.boxes, 2):
        beside = one.right < other.left or other.right < one.left
        over = one.bottom < other.y or other.bottom < one.y
        assert beside or over
    assert crossed(layout) == []
    assert len(layout.ways) == len(chart.ways)


@settings(max_examples=150, deadline=None)
@given(charts())
def test_everything_stands_in_the_drawing_and_ways_go_straight(chart):
    layout = lay_out(chart)
    for box in layout.boxes:
        assert 0 < box.left < box.right < layout.width
        assert 0 < box.y < box.bottom < layout.height
    for way in layout.ways:
        for x, y in way.points:
            assert 0 < x < layout.width
            assert 0 < y < layout.height
        for (x1, y1), (x2, y2) in pairwise(way.points):
            assert abs(x1 - x2) < 0.1 or abs(y1 - y2) < 0.1
        side = width(way.label, 13) * (1 if way.anchor == "start" else -1)
        assert 0 <= way.label_at[0] + side <= layout.width
        # Every arrow comes from above onto the step to which it leads.
        assert way.points[-1][1] > way.points[-2][1]


@settings(max_examples=150, deadline=None)
@given(charts())
def test_text_never_leaves_its_box(chart):
    for box in lay_out(chart).boxes:
        height = sum(line.height for line in box.lines)
        assert height <= box.height
        for line in box.lines:
            across = width(line.text, line.size)
            if box.kind == NodeKind.DECISION:
                assert across / box.width + height / box.height <= 1.0001
            else:
                assert across <= box.width


@settings(max_examples=100, deadline=None)
@given(charts(), TEXTS)
def test_the_drawing_is_well_formed_and_holds_nothing_but_shapes_and_text(chart, text):
    root = Tree.fromstring(to_svg(chart, text))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "polygon", "polyline", "text"}
    assert not any(name.startswith("on") or name in {"style", "href"} for one in root.iter() for name in one.attrib)
    shown = "".join("".join(one.itertext()) for one in root.iter(f"{SVG}text"))
    for node in chart.nodes:
        assert "".join(clean(node.text).split()) in "".join(shown.split())


@given(TEXTS, st.integers(30, 300))
def test_no_line_is_wider_than_its_room_and_no_character_is_lost(text, room):
    lines = wrap(text, room, 15)
    assert all(width(line, 15) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


def test_punctuation_never_begins_a_line_and_numbers_stay_whole():
    lines = wrap("自立案之日起九十日内作出决定，案情复杂的，经批准延长30日。", 150, 15)
    assert len(lines) > 1
    assert not any(line[0] in "，。、）" for line in lines)
    assert wrap("经批准经批准经批准30日", 150, 15) == ["经批准经批准经批准", "30日"]


def test_hostile_text_is_text():
    hostile = '</text><script>alert(1)</script><a href="javascript:alert(1)">'
    drawing = to_svg(Chart(hostile, (Node("1", NodeKind.STEP, hostile),), ()), hostile)
    assert "<script" not in drawing
    assert "<a " not in drawing


def test_it_says_what_it_is():
    root = Tree.fromstring(to_svg(good(), "共四步"))
    assert root.attrib["role"] == "img"
    assert [root.find(f"{SVG}{name}").text for name in ("title", "desc")] == ["图", "共四步"]
    ids = [root.find(f"{SVG}{name}").attrib["id"] for name in ("title", "desc")]
    assert root.attrib["aria-labelledby"].split() == ids


def test_the_words_number_steps_and_branches():
    told = steps(good())
    assert [step.number for step in told] == [1, 2, 3, 4]
    assert told[1].ways == (("是", 4), ("否", 3))
    assert told[2].ways == (("", 2),)


def test_a_good_chart_has_no_problems():
    assert problems(good()) == []


@pytest.mark.parametrize(
    ("nodes", "edges", "code", "row"),
    [
        ({0: NodeKind.STEP}, {}, "no_start", None),
        ({3: NodeKind.STEP}, {}, "no_end", None),
        ({2: NodeKind.START}, {}, "second_start", 2),
        ({}, {2: Edge("1", "4")}, "unreachable", 2),
        ({}, {3: Edge("3", "9")}, "no_target", 3),
        ({}, {0: Edge("0", "2")}, "no_source", 0),
        ({}, {3: Edge("3", "3")}, "never_ends", 2),
        ({}, {2: Edge("2", "4", "否")}, "few_ways", 1),
        ({}, {1: Edge("2", "4")}, "no_label", 1),
        ({}, {1: Edge("2", "4", "否")}, "label_twice", 1),
        ({}, {3: Edge("4", "3")}, "goes_on", 3),
        ({2: NodeKind.END}, {3: Edge("1", "3")}, "twice", None),
    ],
)
def test_each_fault_is_found_at_its_row(nodes, edges, code, row):
    chart = good()
    steps_now = tuple(
        Node(node.key, nodes.get(number, node.kind), node.text) for number, node in enumerate(chart.nodes)
    )
    ways = tuple(edges.get(number, edge) for number, edge in enumerate(chart.edges))
    if code == "twice":
        ways, row = (*ways, Edge("1", "2", "再次")), 0
    found = {(problem.code, problem.row) for problem in problems(Chart("图", steps_now, ways))}
    assert (code, row) in found


def test_a_key_given_twice_is_found():
    chart = good()
    twice = Chart("图", (*chart.nodes, Node("4", NodeKind.END, "又一")), chart.edges)
    assert [(problem.code, problem.row) for problem in problems(twice)] == [("key_twice", 4)]
