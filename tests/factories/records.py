"""Public records as the projection would hold them, without the page behind them: for what only reads."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from records.models import PublicRecord
from records.types import kind_of
from tests.factories.releases import a_release


def make_record(kind: str, fields: dict[str, Any] | None = None, **columns: Any) -> PublicRecord:
    """A record of this kind that is public now; ``fields`` are those that its declaration shows."""
    now, number = timezone.now(), PublicRecord.objects.count() + 1
    day = timezone.localdate() - timedelta(days=1)
    given = {
        "key": f"{kind}-x{number}",
        "path": f"/{kind_of(kind).section}/x{number}/",
        "title": f"{kind_of(kind).section_title}第{number}号",
        "agency": "兴隆台区住房和城乡建设局",
        "decided_on": day,
        "published_on": day,
        "year": day.year,
        "visible_from": now - timedelta(days=1),
        "visible_to": now + timedelta(days=90),
        "content_hash": "0" * 64,
        "updated_at": now,
        "release": a_release(f"{kind}-x{number}"),
    }
    return PublicRecord.objects.create(kind=kind, fields=fields or {}, **{**given, **columns})
