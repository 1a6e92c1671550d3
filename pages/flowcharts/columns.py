"""Where boxes stand within their layers: the longest way goes straight down, branches stand beside it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

# How much more a straight way counts than the place of a branch.
_STRAIGHT = 10_000.0


def place(
    rows: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], half: Mapping[str, float], gap: float
) -> dict[str, float]:
    """Centres by key. ``half`` is half the slot of each box; slots of one layer are ``gap`` apart at least."""
    uppers: dict[str, list[str]] = {}
    for upper, lower in links:
        uppers.setdefault(lower, []).append(upper)
    heirs = _heirs(rows, links)
    x: dict[str, float] = {}
    for row in rows:
        wanted, weights = [], []
        for key in row:
            above = [upper for upper in uppers.get(key, ()) if upper in x]
            straight = next((upper for upper in above if heirs.get(upper) == key), None)
            weights.append(_STRAIGHT if straight is not None else 1.0)
            near = [straight] if straight is not None else above
            wanted.append(sum(x[other] for other in near) / len(near) if near else 0.0)
        distances = [half[a] + half[b] + gap for a, b in pairwise(row)]
        # Tenths of a pixel: what is meant to be straight is.
        x |= {key: round(at, 1) for key, at in zip(row, settle(wanted, weights, distances), strict=True)}
    return x


def depths(rows: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> dict[str, int]:
    """How many layers still follow below each box."""
    lowers = _lowers(links)
    depth: dict[str, int] = {}
    for row in reversed(rows):
        for key in row:
            depth[key] = 1 + max((depth[other] for other in lowers.get(key, ())), default=0)
    return depth


def _heirs(rows: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each box the one below that goes on longest: it stands straight below."""
    depth = depths(rows, links)
    return {key: max(below, key=lambda other: depth[other]) for key, below in _lowers(links).items()}


def _lowers(links: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    lowers: dict[str, list[str]] = {}
    for upper, lower in links:
        lowers.setdefault(upper, []).append(lower)
    return lowers


def settle(wanted: Sequence[float], weights: Sequence[float], distances: Sequence[float]) -> list[float]:
    """The places nearest to those wanted (weighted least squares) that keep the distances between neighbours.

    Pool adjacent violators: places less the distances before them must not fall.
    """
    offsets = [0.0]
    for distance in distances:
        offsets.append(offsets[-1] + distance)
    pools: list[tuple[float, float, int]] = []
    for want, weight, offset in zip(wanted, weights, offsets, strict=False):
        value, count = want - offset, 1
        while pools and pools[-1][0] > value:
            other, heavy, size = pools.pop()
            value = (value * weight + other * heavy) / (weight + heavy)
            weight, count = weight + heavy, count + size
        pools.append((value, weight, count))
    flat = [value for value, _weight, count in pools for _ in range(count)]
    return [value + offset for value, offset in zip(flat, offsets, strict=False)]
