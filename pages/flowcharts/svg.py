"""The drawing: SVG without scripts, styles or links, so that no rule of the site forbids it and no text can act.

Colours are attributes, which a style sheet overrides by the classes; a downloaded file shows them as they are.
"""

from xml.etree import ElementTree as Tree  # only writes: nothing foreign is parsed

from pages.flowcharts.boxes import SMALL, Box
from pages.flowcharts.graph import Chart, NodeKind
from pages.flowcharts.layout import Layout, Way, lay_out
from pages.flowcharts.measure import clean

_INK, _PAPER, _GREY, _WAY = "#17406d", "#ffffff", "#4a5361", "#3f4752"
_FILL = {NodeKind.START: "#e4efe9", NodeKind.STEP: _PAPER, NodeKind.DECISION: "#fdf1d0", NodeKind.END: "#e9eef5"}
_HEAD = 8.0


def to_svg(chart: Chart, description: str) -> str:
    """The chart as an SVG document without XML declaration; ``description`` tells those who listen what is shown."""
    layout = lay_out(chart)
    root = _root(layout)
    Tree.SubElement(root, "title", id="flow-title").text = clean(chart.title)
    Tree.SubElement(root, "desc", id="flow-desc").text = clean(description)
    # The paper makes a downloaded file readable on any ground.
    Tree.SubElement(root, "rect", {"class": "gs-flow__paper", "width": "100%", "height": "100%", "fill": _PAPER})
    for way in layout.ways:
        _draw_way(root, way)
    for box in layout.boxes:
        _draw_box(root, box)
    for way in layout.ways:
        _draw_label(root, way)
    return Tree.tostring(root, encoding="unicode")


def _root(layout: Layout) -> Tree.Element:
    width, height = _number(layout.width), _number(layout.height)
    return Tree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "gs-flow__chart",
            "role": "img",
            "aria-labelledby": "flow-title flow-desc",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "font-family": "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
        },
    )


def _draw_box(root: Tree.Element, box: Box) -> None:
    kind = box.kind or NodeKind.STEP
    look = {
        "class": f"gs-flow__box gs-flow__box--{kind.value}",
        "fill": _FILL[kind],
        "stroke": _INK,
        "stroke-width": "1.5",
    }
    if kind == NodeKind.DECISION:
        middle = box.y + box.height / 2
        corners = [(box.x, box.y), (box.right, middle), (box.x, box.bottom), (box.left, middle)]
        Tree.SubElement(root, "polygon", {**look, "points": " ".join(_pair(*corner) for corner in corners)})
    else:
        radius = box.height / 2 if kind in {NodeKind.START, NodeKind.END} else 4.0
        size = {"x": box.left, "y": box.y, "width": box.width, "height": box.height, "rx": radius}
        Tree.SubElement(root, "rect", {**look, **{name: _number(value) for name, value in size.items()}})
    _draw_lines(root, box)


def _draw_lines(root: Tree.Element, box: Box) -> None:
    y = box.y + (box.height - sum(line.height for line in box.lines)) / 2
    for line in box.lines:
        # The base line stands about a third of the leading above the lower edge of its line.
        base = y + line.height / 2 + line.size * 0.36
        look = {
            "class": "gs-flow__remark" if line.is_remark else "gs-flow__text",
            "x": _number(box.x),
            "y": _number(base),
            "font-size": _number(line.size),
            "text-anchor": "middle",
            "fill": _GREY if line.is_remark else "#1a2230",
        }
        Tree.SubElement(root, "text", look).text = line.text
        y += line.height


def _draw_way(root: Tree.Element, way: Way) -> None:
    end = way.points[-1]
    # The line ends inside its arrow head, which comes from above.
    points = [*way.points[:-1], (end[0], end[1] - _HEAD / 2)]
    Tree.SubElement(
        root,
        "polyline",
        {
            "class": "gs-flow__way",
            "points": " ".join(_pair(*point) for point in points),
            "fill": "none",
            "stroke": _WAY,
            "stroke-width": "1.5",
            "stroke-linejoin": "round",
        },
    )
    head = [end, (end[0] - _HEAD / 2, end[1] - _HEAD), (end[0] + _HEAD / 2, end[1] - _HEAD)]
    points_text = " ".join(_pair(*point) for point in head)
    Tree.SubElement(root, "polygon", {"class": "gs-flow__head", "points": points_text, "fill": _WAY})


def _draw_label(root: Tree.Element, way: Way) -> None:
    if not way.label:
        return
    look = {
        "class": "gs-flow__label",
        "x": _number(way.label_at[0]),
        "y": _number(way.label_at[1]),
        "font-size": _number(SMALL),
        "text-anchor": way.anchor,
        "fill": _INK,
    }
    Tree.SubElement(root, "text", look).text = way.label


def _pair(x: float, y: float) -> str:
    return f"{_number(x)},{_number(y)}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
