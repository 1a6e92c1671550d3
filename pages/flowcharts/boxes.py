"""The box of a step: its lines, its size, and the room it needs beside it for the labels of its ways."""

from dataclasses import dataclass, field

from pages.flowcharts.graph import Node, NodeKind
from pages.flowcharts.measure import clean, width, wrap

TEXT, SMALL = 15.0, 13.0  # font sizes in pixels
LEADING = 1.4
PAD_X, PAD_Y = 12.0, 9.0
LABEL_ROOM = 7.0
_WIDEST_LINE = 12 * TEXT
# Text in a diamond of width w and height h fits when line / w + lines / h <= 1.
_ACROSS, _DOWN = 0.62, 0.38


@dataclass(frozen=True)
class Line:
    """A line of text: its size and whether it is a remark (unit, time limit)."""

    text: str
    size: float
    is_remark: bool

    @property
    def height(self) -> float:
        """From line to line."""
        return self.size * LEADING


@dataclass
class Box:
    """A step's box. ``x`` is its centre, ``y`` its upper edge; both are set by the layout. ``side`` is kept free."""

    key: str
    kind: NodeKind | None  # None: a way passing between two layers
    width: float
    height: float
    side: float = 0.0
    lines: list[Line] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    layer: int = 0

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def half_slot(self) -> float:
        """Half of the width that no other box of the layer may enter."""
        return self.width / 2 + self.side

    def outline_below(self, place: float) -> tuple[float, float]:
        """The point of the lower outline at a place between -1 (left corner) and 1."""
        if self.kind != NodeKind.DECISION:
            return self.x + place * self.width / 2, self.bottom
        return self.x + place * self.width / 2, self.bottom - abs(place) * self.height / 2


def make_box(node: Node, labels: list[str]) -> Box:
    """The box of a step whose ways bear these labels."""
    side = max((width(clean(label), SMALL) for label in labels), default=0.0) + 2 * LABEL_ROOM
    # Several ways leave side by side, each with its label.
    needed = side * (len(labels) - 1) / 0.6 if len(labels) > 2 else 0.0
    if node.kind == NodeKind.DECISION:
        return _diamond(node, side, needed)
    lines = _lines(node, _WIDEST_LINE)
    widest = max((width(line.text, line.size) for line in lines), default=0.0)
    height = sum(line.height for line in lines) + 2 * PAD_Y
    # Half-round ends take more of the sides.
    round_ends = height / 2 if node.kind in {NodeKind.START, NodeKind.END} else 0.0
    across = max(max(widest, 5 * TEXT) + 2 * PAD_X + round_ends, needed)
    return Box(node.key, node.kind, across, height, side, lines)


def _diamond(node: Node, side: float, needed: float) -> Box:
    found = []
    for characters in range(7, 14):
        lines = _lines(node, characters * TEXT)
        across = max((width(line.text, line.size) for line in lines), default=TEXT) / _ACROSS
        across = max(across, needed)
        down = max(sum(line.height for line in lines), TEXT) / _DOWN
        found.append(Box(node.key, node.kind, across, down, side, lines))
    return min(found, key=lambda box: box.width * box.height)


def _lines(node: Node, room: float) -> list[Line]:
    found = [Line(text, TEXT, False) for text in wrap(node.text, room, TEXT)]
    for remark in (node.unit, node.limit):
        found += [Line(text, SMALL, True) for text in wrap(remark, room, SMALL)]
    return found
