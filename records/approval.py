"""An approved source: publication without a person looking at each row."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """By which user (None: the product's own installation), for which source, when. Recorded with each release."""

    user_id: int | None
    source: str
    at: datetime
