"""The projection of a mass act: all records and outbox rows with a handful of statements."""

from pages.acts.bulk import writer
from pages.acts.bulk.build import PreparedDecision
from pages.acts.bulk.shared import BulkContext
from pages.projection.draft import RecordDraft
from pages.projection.project import project
from pages.projection.releases import release_rows
from records import outbox
from records.models import OutboxEntry, PublicRecord, Release
from records.signals import records_written


def project_new(built: list[PreparedDecision], shared: BulkContext) -> None:
    """Write the records of new pages; what is a draft or over has none."""
    shown = [one for one in built if one.page.live and one.page.disclosure == "public"]
    if not shown:
        return
    drafts = [project(one.page, shared.context, shared.now) for one in shown]
    _free_addresses([draft.path for draft in drafts])
    releases = _let_out(shown, shared)
    records = [_record(draft, one["id"], shared) for draft, one in zip(drafts, releases, strict=True)]
    writer.with_ids(PublicRecord, records)
    writer.insert(PublicRecord, records)
    waiting = [
        writer.row(OutboxEntry, engine=engine, key=draft.key, version=1, available_at=shared.now, created_at=shared.now)
        for draft in drafts
        for engine in outbox.engines
    ]
    writer.insert(OutboxEntry, writer.with_ids(OutboxEntry, waiting))
    records_written.send(PublicRecord, keys=[draft.key for draft in drafts], bulk=True, now=shared.now)


def _let_out(shown: list[PreparedDecision], shared: BulkContext) -> list[writer.Row]:
    """One release for each new page that an approved source lets out."""
    versions = [(one.page, one.revision_id, one.content_hash) for one in shown]
    rows = writer.with_ids(Release, [writer.row(Release, **one) for one in release_rows(versions, shared)])
    writer.insert(Release, rows)
    return rows


def _record(draft: RecordDraft, release_id: int, shared: BulkContext) -> writer.Row:
    return writer.row(
        PublicRecord,
        **draft.columns(),
        version=1,
        content_hash=draft.content_hash(),
        release_id=release_id,
        updated_at=shared.now,
    )


def _free_addresses(paths: list[str]) -> None:
    """Records of deleted pages give their addresses to the pages that stand there now."""
    for start in range(0, len(paths), 500):
        PublicRecord.objects.filter(path__in=paths[start : start + 500]).update(path="")
