"""What a projector hands over: the public fields of one record, not yet written."""

import hashlib
import json
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from privacy.masking import Masker


@dataclass(slots=True)
class RecordDraft:
    """Columns of a ``PublicRecord`` that a projector decides: texts masked, times aware, money in fen."""

    key: str
    kind: str
    page_id: int | None
    path: str
    title: str
    decided_on: date
    published_on: date
    visible_from: datetime
    visible_to: datetime
    permalink: str = ""
    doc_no: str = ""
    doc_no_norm: str = ""
    doc_no_parts: list[str] = field(default_factory=list)
    agency: str = ""
    agency_code: str = ""
    region: str = ""
    parties: list[dict[str, str]] = field(default_factory=list)
    party_text: str = ""
    codes: list[str] = field(default_factory=list)
    penalty_types: list[str] = field(default_factory=list)
    result: str = ""
    amount_fen: int | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    position: str = ""
    # No column: what is said of the record elsewhere is masked as the record is.
    masker: Masker = field(default_factory=Masker)

    @property
    def year(self) -> int:
        """Year of the decision, by which archives are kept."""
        return self.decided_on.year

    def columns(self) -> dict[str, Any]:
        return {**{name: getattr(self, name) for name in _names()}, "year": self.year}

    def content_hash(self) -> str:
        """SHA-256 (hex) of everything public; equal hash, no new version."""
        text = json.dumps(self.columns(), ensure_ascii=False, sort_keys=True, default=_plain, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@cache
def _names() -> tuple[str, ...]:
    return tuple(f.name for f in fields(RecordDraft) if f.name != "masker")


def _plain(value: Any) -> str:
    """A moment is hashed in UTC: the database gives it back in another zone than a form does."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
