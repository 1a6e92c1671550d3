"""Projecting records again after a change that no page knows of: name masks, labels, divisions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from pages.models import (
    DecisionAttachment,
    PenaltyArticle,
    PenaltyDecisionPage,
    PenaltyParty,
    PublicRecord,
    RecordState,
)
from pages.models.subject import subject_models
from pages.publication import outbox
from pages.publication.context import ProjectionContext
from pages.publication.penalty import project_penalty
from pages.publication.signals import records_written
from pages.publication.subjects import sync_record
from pages.publication.sync import sync_page
from pages.titles import compose_title

CHUNK = 500


def reproject() -> tuple[int, int]:
    """Project every record that is or will be public again; returns how many were read and how many changed.

    One transaction a chunk. Call it inside a transaction to let all change at one moment.
    """
    now = timezone.now()
    read = changed = 0
    for records in _chunks(now):
        with transaction.atomic():
            changed += _project(records, now)
        read += len(records)
    others, changed_others = _others(now)
    return read + others, changed + changed_others


def _others(now: datetime) -> tuple[int, int]:
    """Records of the other kinds, one by one: there are far fewer of them."""
    keys = _waiting_records().exclude(kind="penalty").filter(visible_to__gt=now).values_list("page_id", "version")
    changed = 0
    found = list(keys)
    for page_id, version in found:
        written = sync_page(Page.objects.get(pk=page_id).specific, now)
        changed += written is not None and written.version != version
    subjects, changed_subjects = _subjects(now)
    return len(found) + subjects, changed + changed_subjects


def _subjects(now: datetime) -> tuple[int, int]:
    """Records of things that are no pages."""
    context = ProjectionContext.load(now)
    versions = dict(PublicRecord.objects.filter(page__isnull=True).values_list("key", "version"))
    read = changed = 0
    for model in subject_models():
        for subject in model.objects.all():
            written = sync_record(subject, now, context)
            changed += written is not None and written.version != versions.get(written.key)
            read += 1
    return read, changed


def _waiting_records() -> Any:
    return PublicRecord.objects.filter(state=RecordState.PUBLIC, page__isnull=False)


def _chunks(now: datetime) -> Iterator[list[PublicRecord]]:
    last = 0
    waiting = _waiting_records().filter(kind="penalty", visible_to__gt=now)
    while chunk := list(waiting.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        yield chunk
        last = chunk[-1].pk


def _project(records: list[PublicRecord], now: datetime) -> int:
    context = ProjectionContext.load(now)
    pages = _live_pages([record.page_id for record in records])
    parties, types, with_files = _children(list(pages))
    with_links = _linked(list(pages))
    changed, titles = [], []
    for record in records:
        page = pages.get(record.page_id)
        if page is None:
            continue
        draft = project_penalty(
            page,
            context,
            record.visible_from,
            parties[page.pk],
            types[page.pk],
            attachments=None if page.pk in with_files else [],
            has_links=page.pk in with_links,
        )
        titles += _retitle(page, parties[page.pk], context)
        digest = draft.content_hash()
        if digest != record.content_hash:
            for name, value in draft.columns().items():
                setattr(record, name, value)
            record.content_hash, record.version, record.updated_at = digest, record.version + 1, now
            changed.append((record, list(draft.columns())))
    _write(changed, titles, now)
    return len(changed) + _waiting((record for record in records if record.page_id not in pages), now)


def _live_pages(keys: list[Any]) -> dict[Any, PenaltyDecisionPage]:
    found = PenaltyDecisionPage.objects.filter(pk__in=keys, live=True)
    return {
        page.pk: page
        for page in found.select_related("procedure", "grade", "domain", "window_rule", "power", "benchmark")
    }


def _children(keys: list[int]) -> tuple[dict[int, list[Any]], dict[int, list[Any]], set[int]]:
    """Parties and penalty types by page, and the pages that have attachments (three queries)."""
    parties: dict[int, list[Any]] = defaultdict(list)
    for party in PenaltyParty.objects.filter(page_id__in=keys).select_related("category").order_by("sort_order", "pk"):
        parties[party.page_id].append(party)
    types: dict[int, list[Any]] = defaultdict(list)
    through: Any = PenaltyDecisionPage.penalty_types.through
    ordered = through.objects.filter(penaltydecisionpage_id__in=keys).select_related("term")
    for row in ordered.order_by("term__vocabulary", "term__weight", "term_id"):
        types[row.penaltydecisionpage_id].append(row.term)
    files = DecisionAttachment.objects.filter(page_id__in=keys).values_list("page_id", flat=True)
    return parties, types, set(files)


def _linked(keys: list[int]) -> set[int]:
    """Pages that name officers or articles (two queries)."""
    officers: Any = PenaltyDecisionPage.officers.through
    named = officers.objects.filter(penaltydecisionpage_id__in=keys).values_list("penaltydecisionpage_id", flat=True)
    cited = PenaltyArticle.objects.filter(page_id__in=keys).values_list("page_id", flat=True)
    return {*named, *cited}


def _retitle(page: PenaltyDecisionPage, parties: list[Any], context: ProjectionContext) -> list[PenaltyDecisionPage]:
    """The page's own title holds the names as masked too."""
    title = compose_title([(one.name, one.category_code) for one in parties], page.violation_kind, context.policy)
    if not title or title == page.title:
        return []
    page.title = page.draft_title = title
    return [page]


def _write(changed: list[tuple[PublicRecord, list[str]]], titles: list[PenaltyDecisionPage], now: datetime) -> None:
    if titles:
        Page.objects.bulk_update(
            [Page(pk=one.pk, title=one.title, draft_title=one.title) for one in titles], ["title", "draft_title"]
        )
    if not changed:
        return
    records = [record for record, _ in changed]
    columns = [name for name in changed[0][1] if name not in {"key", "page_id"}]
    PublicRecord.objects.bulk_update(records, [*columns, "content_hash", "version", "updated_at"], batch_size=100)
    outbox.enqueue(records, now)
    records_written.send(PublicRecord, keys=[record.key for record in records], bulk=True, now=now)


def _waiting(records: Iterable[PublicRecord], now: datetime) -> int:
    """Records that wait for their first start are projected from their approved revision, one by one."""
    changed = 0
    for record in records:
        written = sync_page(PenaltyDecisionPage.objects.get(pk=record.page_id), now)
        changed += written is not None and written.version != record.version
    return changed
