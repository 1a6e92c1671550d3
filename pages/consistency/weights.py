"""The dated settings of the rules, read once for many decisions."""

from dataclasses import dataclass
from datetime import date

from pages.consistency.base import Limits


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of ``ConsistencySetting`` with its limits read.

    ``may_wait``: fields whose absence keeps nothing from being published (``PublishingItem``).
    """

    rule: str
    severity: str
    basis: str
    valid_from: date
    limits: Limits
    may_wait: frozenset[str] = frozenset()


def weights() -> list[Weight]:
    """All rows, oldest first (two queries)."""
    from pages.models.consistency import ConsistencySetting, PublishingItem

    may_wait = frozenset(PublishingItem.objects.filter(bars=False).values_list("field", flat=True))
    rows = ConsistencySetting.objects.order_by("valid_from", "pk")
    return [Weight(row.rule, row.severity, row.basis, row.valid_from, row.limits, may_wait) for row in rows]
