"""Where ways leave a box: to the side on which their target stands."""

from pages.flowcharts.boxes import Box
from pages.flowcharts.graph import Edge, NodeKind

_NEAR = 4.0


def exits(boxes: dict[str, Box], chains: dict[Edge, list[str]], back: list[Edge]) -> dict[Edge, float]:
    """For each way the place on the lower outline of its source, from -1 (left) to 1 (right)."""
    toward: dict[str, list[tuple[float, Edge]]] = {}
    for edge, chain in chains.items():
        toward.setdefault(edge.source, []).append((boxes[chain[1]].x, edge))
    for edge in back:
        toward.setdefault(edge.source, []).append((float("inf"), edge))
    ports: dict[Edge, float] = {}
    for key, ends in toward.items():
        ends.sort(key=lambda end: end[0])
        places = _places(boxes[key], [x for x, _edge in ends])
        ports |= {edge: at for (_x, edge), at in zip(ends, places, strict=True)}
    return ports


def _places(box: Box, ends: list[float]) -> list[float]:
    """Places for ways to ends in rising order."""
    if len(ends) == 1:
        return [0.0]
    widest = 1.0 if box.kind == NodeKind.DECISION else 0.6
    if len(ends) == 2 and box.kind == NodeKind.DECISION:
        first, second = (end - box.x for end in ends)
        if first < -_NEAR and second > _NEAR:
            return [-1.0, 1.0]
        return [0.0, 1.0] if abs(first) <= abs(second) else [-1.0, 0.0]
    return [widest * (2 * number / (len(ends) - 1) - 1) for number in range(len(ends))]
