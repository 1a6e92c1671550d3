"""Layers from top to bottom: which ways lead back, on which layer a step stands, in which order within it."""

from itertools import pairwise

from pages.flowcharts.graph import Chart, Edge

_SWEEPS = 12


def split_ways(chart: Chart) -> tuple[list[Edge], list[Edge]]:
    """Ways that lead on and ways that lead back (to a step from which one came)."""
    onward: list[Edge] = []
    back: list[Edge] = []
    done: set[str] = set()
    for node in chart.nodes:
        if node.key not in done:
            _visit(chart, node.key, done, onward, back)
    return onward, back


def _visit(chart: Chart, root: str, done: set[str], onward: list[Edge], back: list[Edge]) -> None:
    """Depth first without recursion: a chart may be long."""
    path = {root: iter(chart.onward[root])}
    while path:
        key = next(reversed(path))
        edge = next(path[key], None)
        if edge is None:
            del path[key]
            done.add(key)
        elif edge.target in path:
            back.append(edge)
        else:
            onward.append(edge)
            if edge.target not in done:
                path[edge.target] = iter(chart.onward[edge.target])


def layers_of(chart: Chart, onward: list[Edge]) -> dict[str, int]:
    """The layer of each step: one below the lowest of those before it."""
    layer = {node.key: 0 for node in chart.nodes}
    waiting = {node.key: sum(edge.target == node.key for edge in onward) for node in chart.nodes}
    ready = [key for key, count in waiting.items() if not count]
    while ready:
        key = ready.pop(0)
        for edge in onward:
            if edge.source == key:
                layer[edge.target] = max(layer[edge.target], layer[key] + 1)
                waiting[edge.target] -= 1
                if not waiting[edge.target]:
                    ready.append(edge.target)
    return layer


def order(rows: list[list[str]], links: list[tuple[str, str]]) -> list[list[str]]:
    """The order within each layer with the fewest crossings found; ``links`` join neighbouring layers."""
    below: dict[str, list[str]] = {}
    above: dict[str, list[str]] = {}
    for upper, lower in links:
        below.setdefault(upper, []).append(lower)
        above.setdefault(lower, []).append(upper)
    best, fewest = rows, crossings(rows, below)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        downward = sweep % 2 == 0
        rows = _sweep(rows, above if downward else below, downward)
        count = crossings(rows, below)
        if count < fewest:
            best, fewest = rows, count
    return best


def _sweep(rows: list[list[str]], neighbours: dict[str, list[str]], downward: bool) -> list[list[str]]:
    rows = [list(row) for row in rows]
    indices = range(1, len(rows)) if downward else range(len(rows) - 2, -1, -1)
    for index in indices:
        fixed = rows[index - 1 if downward else index + 1]
        place = {key: number / max(1, len(fixed) - 1) for number, key in enumerate(fixed)}
        own = {key: number / max(1, len(rows[index]) - 1) for number, key in enumerate(rows[index])}
        weight = {}
        for key in rows[index]:
            near = [place[other] for other in neighbours.get(key, []) if other in place]
            weight[key] = sum(near) / len(near) if near else own[key]
        rows[index].sort(key=lambda key, weight=weight: weight[key])  # type: ignore[misc]
    return rows


def crossings(rows: list[list[str]], below: dict[str, list[str]]) -> int:
    """How many links cross."""
    count = 0
    for upper, lower in pairwise(rows):
        place = {key: number for number, key in enumerate(lower)}
        ends = [(number, place[key]) for number, top in enumerate(upper) for key in below.get(top, []) if key in place]
        count += sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for index, a in enumerate(ends) for b in ends[index + 1 :])
    return count
