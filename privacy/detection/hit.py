"""What a detector finds: a stretch of a text that tells about a person, and how sure that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """Kinds of personal information looked for (浙江省行政处罚结果信息网上公开暂行办法 7; law.md 6.2)."""

    IDENTITY = "identity"  # resident identity number, GB 11643
    MOBILE = "mobile"
    LANDLINE = "landline"
    BANK_CARD = "bank_card"
    PLATE = "plate"
    EMAIL = "email"
    ADDRESS = "address"
    NAME = "name"  # of a person other than the punished
    MINOR = "minor"
    PROPERTY = "property"  # number of a certificate of real estate


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """``text`` is ``original[start:end]``, in characters. What is not ``certain`` a person has to decide."""

    start: int
    end: int
    kind: HitKind
    text: str
    certain: bool


def settle(found: Iterable[Hit]) -> list[Hit]:
    """Hits in order without overlaps: of two that share a character the certain one stays, then the longer."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif _weight(hit) > _weight(kept[-1]):
            kept[-1] = hit
    return kept


def _weight(hit: Hit) -> tuple[bool, int]:
    return hit.certain, hit.end - hit.start
