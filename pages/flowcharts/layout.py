"""A chart laid out: boxes in layers from top to bottom, ways around them.

A way goes down or up only in a column of its own and sideways only between two layers, where no box stands, so no way
crosses a box. A way that leads back goes up beside the chart.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from pages.flowcharts.boxes import Box, make_box
from pages.flowcharts.columns import depths, place
from pages.flowcharts.graph import Chart, Edge
from pages.flowcharts.layers import layers_of, order, split_ways
from pages.flowcharts.measure import clean
from pages.flowcharts.ports import exits
from pages.flowcharts.tracks import TRACK, Run, assign_tracks

MARGIN = 10.0
SLOT_GAP = 10.0
LABEL_ZONE = 22.0
ARROW_ZONE = 16.0
LANE = 16.0
_THREAD = 10.0


@dataclass
class Way:
    """A way as drawn: its corners from start to arrow, its label and where that stands (``anchor`` of its text)."""

    edge: Edge
    points: list[tuple[float, float]] = field(default_factory=list)
    label: str = ""
    label_at: tuple[float, float] = (0.0, 0.0)
    anchor: str = "start"


@dataclass
class Layout:
    """Boxes, ways, and the size of the drawing in pixels."""

    boxes: list[Box]
    ways: list[Way]
    width: float
    height: float


def lay_out(chart: Chart) -> Layout:
    """Lay out any chart, also one that is not right yet."""
    onward, back = split_ways(chart)
    layers = layers_of(chart, onward)
    boxes = {node.key: make_box(node, [edge.label for edge in chart.onward[node.key]]) for node in chart.nodes}
    chains = {edge: _chain(edge, layers, boxes) for edge in onward}
    rows: list[list[str]] = [[] for _ in range(max(layers.values(), default=-1) + 1)]
    for key, box in boxes.items():
        box.layer = layers.get(key, box.layer)
        rows[box.layer].append(key)
    links = [pair for chain in chains.values() for pair in pairwise(chain)]
    # The longest way first: it stands at the left, where a narrow window begins, and branches stand beside it.
    depth = depths(rows, links)
    rows = order([sorted(row, key=lambda key: -depth[key]) for row in rows], links)
    centres = place(rows, links, {key: box.half_slot for key, box in boxes.items()}, SLOT_GAP)
    shift = MARGIN - min((centres[key] - box.half_slot for key, box in boxes.items()), default=0.0)
    for key, box in boxes.items():
        box.x = centres[key] + shift
    return _route(rows, boxes, chains, back)


def _chain(edge: Edge, layers: dict[str, int], boxes: dict[str, Box]) -> list[str]:
    """Source, a thread through each layer between, target; the threads are added to the boxes."""
    keys = [edge.source]
    for layer in range(layers[edge.source] + 1, layers[edge.target]):
        # A line break cannot stand in a key, so no step has this one.
        key = f"\n{layer}\n{edge.source}\n{edge.target}\n{edge.label}"
        boxes[key] = Box(key, None, _THREAD, 0.0, layer=layer)
        keys.append(key)
    return [*keys, edge.target]


def _route(rows: list[list[str]], boxes: dict[str, Box], chains: dict[Edge, list[str]], back: list[Edge]) -> Layout:
    ports = exits(boxes, chains, back)
    right = max((box.x + box.half_slot for box in boxes.values()), default=0.0)
    lanes = {edge: right + LANE * (number + 1) for number, edge in enumerate(back)}
    runs = _runs(boxes, chains, lanes, ports)
    height = _set_heights(rows, boxes, runs, assign_tracks(runs))
    ways = [_way(edge, boxes, runs, ports[edge], lanes.get(edge)) for edge in [*chains, *back]]
    real = [box for box in boxes.values() if box.kind is not None]
    return Layout(real, ways, max([right, *lanes.values()]) + MARGIN, height)


def _runs(
    boxes: dict[str, Box], chains: dict[Edge, list[str]], lanes: dict[Edge, float], ports: dict[Edge, float]
) -> list[Run]:
    """The sideways parts of all ways, each in the gap above the layer of its number."""
    runs = []
    for edge, chain in chains.items():
        for number, (upper, lower) in enumerate(pairwise(chain)):
            begin = ports[edge] * boxes[upper].width / 2 + boxes[upper].x if number == 0 else boxes[upper].x
            runs.append(Run(edge, boxes[lower].layer, begin, boxes[lower].x, True, True))
    for edge, lane in lanes.items():
        source, target = boxes[edge.source], boxes[edge.target]
        begin = source.x + ports[edge] * source.width / 2
        runs.append(Run(edge, source.layer + 1, begin, lane, True, False))
        runs.append(Run(edge, target.layer, lane, target.x, False, True))
    return runs


def _set_heights(rows: list[list[str]], boxes: dict[str, Box], runs: list[Run], tracks: dict[int, int]) -> float:
    """Set ``y`` of boxes and runs from above; the height of the drawing."""
    y = MARGIN
    for layer in range(len(rows) + 1):
        above = LABEL_ZONE if layer else 0.0
        for run in runs:
            if run.gap == layer:
                run.y = y + above + (run.track + 0.5) * TRACK
        used = tracks.get(layer, 0)
        if layer == len(rows):
            return y + (above + used * TRACK if used else 0.0) + MARGIN
        y += above + used * TRACK + (ARROW_ZONE if layer or used else 0.0)
        for key in rows[layer]:
            boxes[key].y = y
        y += max(boxes[key].height for key in rows[layer])
    return y


def _way(edge: Edge, boxes: dict[str, Box], runs: list[Run], port: float, lane: float | None) -> Way:
    source, target = boxes[edge.source], boxes[edge.target]
    start = source.outline_below(port)
    points = [start]
    for run in (run for run in runs if run.edge == edge):
        points += [(run.begin, run.y), (run.end, run.y)]
    points.append((target.x, target.y))
    left = port < 0
    at = (start[0] + (-6.0 if left else 6.0), start[1] + 15.0)
    return Way(edge, _straightened(points), clean(edge.label), at, "end" if left else "start")


def _straightened(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without corners that are none."""
    kept: list[tuple[float, float]] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) < 0.01 and abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept[-1] = point
            continue
        kept.append(point)
    return kept
