"""The projection of a mass act: all records and outbox rows with a handful of statements."""

from pages.actions.bulk import writer
from pages.actions.bulk.build import Built
from pages.actions.bulk.shared import Shared
from pages.models import OutboxEntry, PublicRecord
from pages.publication import outbox
from pages.publication.penalty import project_penalty
from pages.publication.signals import records_written


def project_new(built: list[Built], shared: Shared) -> None:
    """Write the records of new pages; what is a draft or over has none."""
    shown = [one for one in built if one.page.live and one.page.disclosure == "public"]
    if not shown:
        return
    drafts = [
        project_penalty(one.page, shared.context, shared.now, one.parties, one.types, attachments=[]) for one in shown
    ]
    _free_addresses([draft.path for draft in drafts])
    ids = writer.reserve_ids(PublicRecord, len(drafts))
    records = [
        PublicRecord(pk=pk, **draft.columns(), version=1, content_hash=draft.content_hash(), updated_at=shared.now)
        for pk, draft in zip(ids, drafts, strict=True)
    ]
    writer.insert(PublicRecord, records)
    entries = outbox.entries_for(records, shared.now)
    if entries:
        for entry, pk in zip(entries, writer.reserve_ids(OutboxEntry, len(entries)), strict=True):
            entry.pk = pk
        writer.insert(OutboxEntry, entries)
    records_written.send(PublicRecord, keys=[record.key for record in records], bulk=True, now=shared.now)


def _free_addresses(paths: list[str]) -> None:
    """Records of deleted pages give their addresses to the pages that stand there now."""
    for start in range(0, len(paths), 500):
        PublicRecord.objects.filter(path__in=paths[start : start + 500]).update(path="")
