"""The projection of a mass act: all records and outbox rows with a handful of statements."""

from pages.actions.bulk import writer
from pages.actions.bulk.build import Built
from pages.actions.bulk.shared import Shared
from pages.models import OutboxEntry, PublicRecord
from pages.publication import outbox
from pages.publication.draft import RecordDraft
from pages.publication.penalty import project_penalty
from pages.publication.signals import records_written


def project_new(built: list[Built], shared: Shared) -> None:
    """Write the records of new pages; what is a draft or over has none."""
    shown = [one for one in built if one.page.live and one.page.disclosure == "public"]
    if not shown:
        return
    drafts = [
        project_penalty(one.page, shared.context, shared.now, one.parties, one.types, attachments=[], has_links=False)
        for one in shown
    ]
    _free_addresses([draft.path for draft in drafts])
    records = writer.with_ids(PublicRecord, [_record(draft, shared) for draft in drafts])
    writer.insert(PublicRecord, records)
    waiting = [
        writer.row(OutboxEntry, engine=engine, key=draft.key, version=1, available_at=shared.now, created_at=shared.now)
        for draft in drafts
        for engine in outbox.engines()
    ]
    writer.insert(OutboxEntry, writer.with_ids(OutboxEntry, waiting))
    records_written.send(PublicRecord, keys=[draft.key for draft in drafts], bulk=True, now=shared.now)


def _record(draft: RecordDraft, shared: Shared) -> writer.Row:
    columns = draft.columns()
    return writer.row(PublicRecord, **columns, version=1, content_hash=draft.content_hash(), updated_at=shared.now)


def _free_addresses(paths: list[str]) -> None:
    """Records of deleted pages give their addresses to the pages that stand there now."""
    for start in range(0, len(paths), 500):
        PublicRecord.objects.filter(path__in=paths[start : start + 500]).update(path="")
