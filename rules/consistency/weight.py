"""A dated setting of a rule, as the checks read it."""

from dataclasses import dataclass
from datetime import date

from rules.consistency.base import Limits


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
