"""What a mass act is asked to do, and what it did."""

from dataclasses import dataclass, field

from records.types.decision_data import DecisionData


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """One decision as it is to read from now on; ``page_id`` is None for a new one."""

    data: DecisionData
    page_id: int | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """One decision that was written. ``over``: its window has ended, it is kept and never public."""

    natural_key: str
    page_id: int
    url_path: str
    warnings: tuple[str, ...] = ()
    over: bool = False


@dataclass(slots=True)
class AppliedBatch:
    """What one group wrote, in the order it was given."""

    created: list[Applied] = field(default_factory=list)
    changed: list[Applied] = field(default_factory=list)
