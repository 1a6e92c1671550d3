"""From a page's state to its public record, in the transaction of the act."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from pages.projection.context import ProjectionContext
from pages.projection.draft import RecordDraft
from pages.projection.project import project
from pages.projection.released import released_version
from pages.projection.releases import entry_release
from records import outbox
from records.models.publication import ENDED_FOR_GOOD, PublicRecord, RecordFile, RecordState
from records.models.release import Release, ReleaseAct
from records.signals import record_taken_down, records_written
from rules.windows import SHANGHAI


def project_page(page: Any, now: datetime | None = None) -> PublicRecord | None:
    """Make the projection say what was released of this page; returns the record, or None when there is none.

    ``page`` is a specific ``DisclosurePage`` as it stands in the database. Call it inside the act's transaction.
    """
    now = now or timezone.now()
    with transaction.atomic():
        existing = PublicRecord.objects.select_for_update().filter(page_id=page.pk).first()
        version = released_version(page)
        if version is None or version.source.is_hidden(now):
            return take_down(existing, now)
        source, start = version.source, version.source.starts_at(version.start)
        context = ProjectionContext.load(now)
        if page.live and existing is not None and existing.visible_from <= now:
            start = existing.visible_from  # a start that has been is history and does not move
        draft = project(source, context, start)
        if existing is not None and _stays_over(existing, draft, source, now):
            return existing
        return write(draft, existing, now, version.release)


def save_record(
    key: str, draft: RecordDraft | None, now: datetime | None = None, saved: bool = False
) -> PublicRecord | None:
    """Make the projection of a thing that is no page say this draft; None takes its record down.

    Nothing is public before it was entered, so a draft's start in the past becomes this moment; a start that has been
    is history and does not move. ``saved``: the thing itself was saved, which lets it out. Call it inside the act's
    transaction.
    """
    now = now or timezone.now()
    with transaction.atomic():
        existing = PublicRecord.objects.select_for_update().filter(key=key).first()
        if draft is None:
            return take_down(existing, now)
        if existing is None and draft.visible_to <= now:
            return None
        if draft.visible_from <= now:
            has_been = existing is not None and existing.visible_from <= now
            draft.visible_from = existing.visible_from if existing is not None and has_been else now
            draft.published_on = draft.visible_from.astimezone(SHANGHAI).date()
        if existing is not None and existing.state == RecordState.PUBLIC:
            if existing.content_hash == draft.content_hash():
                return existing
            if not saved and existing.release is not None:
                return write(draft, existing, now, existing.release)
        return write(draft, existing, now, entry_release(key, draft.content_hash(), now))


def _stays_over(existing: PublicRecord, draft: RecordDraft, page: Any, now: datetime) -> bool:
    """A window that has ended stays ended: only a named person's reason reopens it."""
    return existing.visible_to <= now < draft.visible_to and not (page.window_reason and page.window_decided_by_id)


def write(draft: RecordDraft, existing: PublicRecord | None, now: datetime, release: Release) -> PublicRecord:
    """Write a draft as the next version, unless nothing changed, and tell the engines.

    What a person ended for good stays ended, whoever writes: only the act that makes it public again is let through.
    """
    record = existing or PublicRecord(version=0)
    if existing is not None and existing.state in ENDED_FOR_GOOD and not _makes_public_again(existing, release):
        return existing
    digest = draft.content_hash()
    if existing is not None and existing.content_hash == digest and existing.state == RecordState.PUBLIC:
        return _let_out_by(existing, release)
    _free_address(draft.path, record.pk)
    for name, value in draft.columns().items():
        setattr(record, name, value)
    record.state, record.notice, record.content_hash = RecordState.PUBLIC, "", digest
    record.release = release
    _save_version(record, now)
    _write_files(record)
    return record


def _makes_public_again(existing: PublicRecord, release: Release) -> bool:
    return release.act == ReleaseAct.REPUBLISH and release.pk != existing.release_id


def _let_out_by(record: PublicRecord, release: Release) -> PublicRecord:
    """The same content, let out once more: no new version, but the newest release stands behind it."""
    if record.release_id != release.pk:
        record.release = release
        record.save(update_fields=["release"])
    return record


def _write_files(record: PublicRecord) -> None:
    """Say which files the record shows now."""
    wanted = {("document_id", item["document"]) for item in record.fields.get("attachments", [])}
    wanted |= {("image_id", item["image"]) for item in record.fields.get("images", [])}
    if not wanted and record.version == 1:
        return
    kept = {_use(row): row for row in record.files.all()}
    RecordFile.objects.filter(pk__in=[row.pk for use, row in kept.items() if use not in wanted]).delete()
    RecordFile.objects.bulk_create([RecordFile(record=record, **{name: pk}) for name, pk in sorted(wanted - set(kept))])


def _use(row: RecordFile) -> tuple[str, int | None]:
    return ("document_id", row.document_id) if row.document_id else ("image_id", row.image_id)


def _free_address(path: str, pk: int | None) -> None:
    """A page deleted or moved away leaves its record; the address belongs to the page that stands there now."""
    PublicRecord.objects.filter(path=path).exclude(pk=pk or 0).update(path="")


def take_down(
    record: PublicRecord | None, now: datetime, reason: str = "", state: str = RecordState.REMOVED
) -> PublicRecord | None:
    """End a record's publicity early. A record that time has ended already, or that is down, stays as it is."""
    if record is None or record.state != RecordState.PUBLIC or record.visible_to <= now:
        return record
    record.state, record.notice = state, reason
    _save_version(record, now)
    record_taken_down.send(PublicRecord, record=record, reason=reason, now=now)
    return record


def _save_version(record: PublicRecord, now: datetime) -> PublicRecord:
    record.version += 1
    record.updated_at = now
    record.save()
    outbox.enqueue([record], now)
    records_written.send(PublicRecord, keys=[record.key], bulk=False, now=now)
    return record


def project_descendants(page: Page) -> None:
    """Project again every disclosed page at or below a page (after a move, a new slug, a new restriction)."""
    keys = PublicRecord.objects.filter(page__path__startswith=page.path).values_list("page_id", flat=True)
    for descendant in Page.objects.filter(pk__in=list(keys)).specific():
        project_page(descendant)
