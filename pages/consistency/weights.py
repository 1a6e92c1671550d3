"""The dated settings of the rules, read once for many decisions."""

from dataclasses import dataclass
from datetime import date

from pages.consistency.base import Limits


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of ``ConsistencySetting`` with its limits read."""

    rule: str
    severity: str
    basis: str
    valid_from: date
    limits: Limits


def weights() -> list[Weight]:
    """All rows, oldest first (one query)."""
    from pages.models.consistency import ConsistencySetting

    rows = ConsistencySetting.objects.order_by("valid_from", "pk")
    return [Weight(row.rule, row.severity, row.basis, row.valid_from, row.limits) for row in rows]
