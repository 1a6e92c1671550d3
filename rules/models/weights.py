"""The dated settings of the rules, read once for many decisions."""

from rules.consistency.weight import Weight
from rules.models.consistency import ConsistencySetting, PublishingItem


def weights() -> list[Weight]:
    """All rows, oldest first (two queries)."""
    may_wait = frozenset(PublishingItem.objects.filter(bars=False).values_list("field", flat=True))
    rows = ConsistencySetting.objects.order_by("valid_from", "pk")
    return [Weight(row.rule, row.severity, row.basis, row.valid_from, row.limits, may_wait) for row in rows]
