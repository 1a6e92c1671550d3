"""A flow chart as data: steps and the ways between them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class NodeKind(StrEnum):
    """What a step is; it decides the shape of its box."""

    START = "start"
    STEP = "step"
    DECISION = "decision"
    END = "end"


@dataclass(frozen=True)
class Node:
    """One step. ``key`` is unique in its chart; ``unit`` is who does it, ``limit`` until when (both may be empty)."""

    key: str
    kind: NodeKind
    text: str
    unit: str = ""
    limit: str = ""


@dataclass(frozen=True)
class Edge:
    """A way from one step to another; ``label`` says when it is taken (是, 否)."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True)
class Chart:
    """Steps in the order in which they are told, and ways. Ways that lead nowhere are left out of ``ways``."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def ways(self) -> tuple[Edge, ...]:
        """The ways between steps that exist, each once."""
        keys = {node.key for node in self.nodes}
        return tuple(dict.fromkeys(edge for edge in self.edges if edge.source in keys and edge.target in keys))

    @cached_property
    def onward(self) -> dict[str, list[Edge]]:
        """The ways out of each step."""
        found: dict[str, list[Edge]] = {node.key: [] for node in self.nodes}
        for edge in self.ways:
            found[edge.source].append(edge)
        return found

    def reached(self, key: str) -> set[str]:
        """All steps that can be reached from a step, itself included."""
        seen, open_keys = {key}, [key]
        while open_keys:
            for edge in self.onward.get(open_keys.pop(), []):
                if edge.target not in seen:
                    seen.add(edge.target)
                    open_keys.append(edge.target)
        return seen
