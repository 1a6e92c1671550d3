"""The invented bureau's seven flow charts, one for each act, with the periods of the laws."""

from datetime import date
from functools import partial

from pages.kinds.flowchart.models import FlowChartPage, FlowEdge, FlowNode
from samples.flowchart_rows import CHARTS
from samples.making import publish, term


def load() -> None:
    """Publish what is missing."""
    for place, (act, basis, nodes, edges) in enumerate(CHARTS, start=1):
        publish(
            FlowChartPage,
            f"flow-{act.replace('_', '-')}",
            partial(_fill, nodes=nodes, edges=edges),
            act=term("flow_act", act),
            basis=basis,
            effective_on=date(2026, 3, 1),
            position=f"{place:02}",
        )


def _fill(page: FlowChartPage, nodes: str, edges: str) -> None:
    """Lines of "key kind text | unit | limit" and ways of "from>to:answer"."""
    page.nodes = [_node(line) for line in nodes.strip().splitlines()]
    page.edges = [_edge(one) for one in edges.split()]


def _node(line: str) -> FlowNode:
    facts, unit, limit = (part.strip() for part in f"{line} | | ".split("|")[:3])
    key, kind, text = facts.split(maxsplit=2)
    return FlowNode(key=key, kind=kind, text=text, unit=unit, limit=limit)


def _edge(text: str) -> FlowEdge:
    ends, _sign, label = text.partition(":")
    source, target = ends.split(">")
    return FlowEdge(source=source, target=target, label=label)
