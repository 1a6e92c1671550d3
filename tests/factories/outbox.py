"""Much for the search engines to do."""

from django.utils import timezone

from records import outbox
from records.models import PublicRecord
from tests.factories.pages import make_decision


def many(number: int) -> None:
    """Public records and what the engines have to do for them, made from one real decision."""
    make_decision(publish=True)
    first = PublicRecord.objects.get()
    fields = {field.attname: getattr(first, field.attname) for field in PublicRecord._meta.fields}
    copies = [
        PublicRecord(**{**fields, "id": None, "page_id": None, "key": f"penalty-9{n:05d}", "path": f"/copy/{n}/"})
        for n in range(number)
    ]
    PublicRecord.objects.bulk_create(copies)
    outbox.enqueue(copies, timezone.now())
