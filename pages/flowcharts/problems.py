"""What makes a chart wrong: found here, said at the field by the form."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pages.flowcharts.graph import Chart, NodeKind


@dataclass(frozen=True)
class Problem:
    """``code`` names the rule; ``row`` is the index of the step or way it concerns, None for the whole chart.

    Codes about steps: ``key_twice``, ``second_start``, ``unreachable``, ``no_way_on``, ``goes_on``, ``few_ways``,
    ``never_ends``; about ways: ``no_source``, ``no_target``, ``no_label``, ``label_twice``, ``twice``; about the chart:
    ``no_start``, ``no_end``.
    """

    code: str
    row: int | None = None

    @property
    def is_way(self) -> bool:
        """Whether ``row`` counts ways."""
        return self.code in {"no_source", "no_target", "no_label", "label_twice", "twice"}


def problems(chart: Chart) -> list[Problem]:
    """Everything that is wrong, in the order of the rows; empty for a good chart."""
    return [*_chart_problems(chart), *_node_problems(chart), *_edge_problems(chart)]


def _chart_problems(chart: Chart) -> Iterator[Problem]:
    kinds = {node.kind for node in chart.nodes}
    if NodeKind.START not in kinds:
        yield Problem("no_start")
    if NodeKind.END not in kinds:
        yield Problem("no_end")


def _node_problems(chart: Chart) -> Iterator[Problem]:
    starts = [node.key for node in chart.nodes if node.kind == NodeKind.START]
    reached = chart.reached(starts[0]) if starts else {node.key for node in chart.nodes}
    ends = {node.key for node in chart.nodes if node.kind == NodeKind.END}
    seen: set[str] = set()
    for row, node in enumerate(chart.nodes):
        onward = chart.onward[node.key]
        if node.key in seen:
            yield Problem("key_twice", row)
            continue
        seen.add(node.key)
        if node.kind == NodeKind.START and node.key != starts[0]:
            yield Problem("second_start", row)
        elif node.key not in reached:
            yield Problem("unreachable", row)
        if node.kind == NodeKind.END:
            if onward:
                yield Problem("goes_on", row)
        elif node.kind == NodeKind.DECISION and len({edge.target for edge in onward}) < 2:
            yield Problem("few_ways", row)
        elif not onward:
            yield Problem("no_way_on", row)
        elif ends and not chart.reached(node.key) & ends:
            yield Problem("never_ends", row)


def _edge_problems(chart: Chart) -> Iterator[Problem]:
    kinds = {node.key: node.kind for node in chart.nodes}
    pairs = Counter((edge.source, edge.target) for edge in chart.edges)
    labels = Counter((edge.source, edge.label) for edge in chart.edges)
    for row, edge in enumerate(chart.edges):
        if edge.source not in kinds:
            yield Problem("no_source", row)
        if edge.target not in kinds:
            yield Problem("no_target", row)
        if kinds.get(edge.source) == NodeKind.DECISION:
            if not edge.label:
                yield Problem("no_label", row)
            elif labels[edge.source, edge.label] > 1:
                yield Problem("label_twice", row)
        if pairs[edge.source, edge.target] > 1:
            yield Problem("twice", row)
