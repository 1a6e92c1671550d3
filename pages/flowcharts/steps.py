"""The same chart in words: an ordered list for those who do not see the drawing."""

from dataclasses import dataclass

from pages.flowcharts.graph import Chart, Node


@dataclass(frozen=True)
class Step:
    """A step with its number; ``ways`` are (label, number of the next step)."""

    number: int
    node: Node
    ways: tuple[tuple[str, int], ...]


def steps(chart: Chart) -> list[Step]:
    """All steps in the order of the chart, numbered from 1."""
    numbers = {node.key: number for number, node in enumerate(chart.nodes, start=1)}
    return [
        Step(number, node, tuple((edge.label, numbers[edge.target]) for edge in chart.onward[node.key]))
        for number, node in enumerate(chart.nodes, start=1)
    ]
