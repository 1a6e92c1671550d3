"""Projecting records again after a change that no page knows of: name masks, labels, divisions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from pages.acts.release.locks import lock_pages
from pages.acts.reread import Children, released_rows
from pages.base.disclosure import DisclosurePage
from pages.base.numbered import NumberedDecisionPage
from pages.base.shape import DecisionShape, shape_of
from pages.base.subject import subject_models
from pages.projection.context import ProjectionContext
from pages.projection.project import project
from pages.projection.saving import project_page
from pages.projection.subjects import project_entry
from records import outbox
from records.models import PublicRecord, RecordState
from records.signals import records_written
from records.types import all_kinds

CHUNK = 500
# Columns of every page that the projection does not read.
_UNREAD = frozenset(one.name for one in DisclosurePage._meta.local_fields) - {"window_rule"}


def rebuild_records() -> tuple[int, int]:
    """Project every record that is or will be public again; returns how many were read and how many changed.

    One transaction a step. Call it inside a transaction to let all change at one moment.
    """
    read = changed = 0
    for step_read, step_changed in rebuild_steps():
        read, changed = read + step_read, changed + step_changed
    return read, changed


def rebuild_steps() -> Iterator[tuple[int, int]]:
    """The same, some records at a time: how many of each step were read and changed; each is committed by then."""
    now = timezone.now()
    numbered = [kind.key for kind in all_kinds() if kind.model and issubclass(kind.model, NumberedDecisionPage)]
    for kind in numbered:
        yield from _decisions(kind, now)
    for page_id in _other_pages(numbered, now):
        yield 1, _again(page_id, now)
    yield from _subjects(now)


def _decisions(kind: str, now: datetime) -> Iterator[tuple[int, int]]:
    for page_ids in _chunks(kind, now):
        with transaction.atomic():
            changed = _project(shape_of(kind), page_ids, now)
        yield len(page_ids), changed


def _other_pages(numbered: list[str], now: datetime) -> list[int]:
    """Pages that are no numbered decisions, one by one: there are far fewer of them."""
    others = _waiting_records().exclude(kind__in=numbered).filter(visible_to__gt=now)
    return list(others.order_by("page_id").values_list("page_id", flat=True))


def _again(page_id: Any, now: datetime) -> int:
    """One record, from the version that was let out; under the page's lock, so no act is lost beside it."""
    with transaction.atomic():
        lock_pages([page_id])
        page = Page.objects.filter(pk=page_id).first()
        before = PublicRecord.objects.filter(page_id=page_id).values_list("version", flat=True).first()
        written = project_page(page.specific, now) if page else None
        return int(written is not None and written.version != before)


def _subjects(now: datetime) -> Iterator[tuple[int, int]]:
    """Records of things that are no pages."""
    context = ProjectionContext.load(now)
    versions = dict(PublicRecord.objects.filter(page__isnull=True).values_list("key", "version"))
    for model in subject_models():
        for subject in model.objects.all():
            written = project_entry(subject, now, context)
            yield 1, int(written is not None and written.version != versions.get(written.key))


def _waiting_records() -> Any:
    return PublicRecord.objects.filter(state=RecordState.PUBLIC, page__isnull=False)


def _chunks(kind: str, now: datetime) -> Iterator[list[int]]:
    """Pages of the records of a kind, some at a time."""
    last = 0
    waiting = _waiting_records().filter(kind=kind, visible_to__gt=now)
    while chunk := list(waiting.filter(pk__gt=last).order_by("pk").values_list("pk", "page_id")[:CHUNK]):
        yield [page for _record, page in chunk]
        last = chunk[-1][0]


def _locked_records(page_ids: list[int]) -> list[PublicRecord]:
    """Pages first, then records, and only then read: what another act commits meanwhile is waited for."""
    lock_pages(page_ids)
    return list(_waiting_records().select_for_update(of=("self",)).filter(page_id__in=page_ids).order_by("pk"))


def _project(shape: DecisionShape, page_ids: list[int], now: datetime) -> int:
    records = _locked_records(page_ids)
    context = ProjectionContext.load(now, many=True)
    pages = _live_pages(shape, page_ids)
    children = Children.load(shape, list(pages))
    plain = released_rows(pages, children)
    changed, titles, single = [], [], []
    for record in records:
        page = pages.get(record.page_id)
        if page is None or page.pk not in plain:
            single.append(record.page_id)
            continue
        children.hand_to(page)
        draft = project(page, context, record.visible_from)
        titles += _retitle(page, context)
        digest = draft.content_hash()
        if digest != record.content_hash:
            for name, value in draft.columns().items():
                setattr(record, name, value)
            record.content_hash, record.version, record.updated_at = digest, record.version + 1, now
            changed.append((record, list(draft.columns())))
    _write(changed, titles, now)
    return len(changed) + sum(_again(page_id, now) for page_id in single)


def _live_pages(shape: DecisionShape, keys: list[Any]) -> dict[Any, Any]:
    """With what their own columns lead to."""
    columns = shape.model._meta.local_concrete_fields
    read = [one.name for one in columns if one.many_to_one and one.name not in _UNREAD]
    found = shape.model.objects.filter(pk__in=keys, live=True).select_related(*read)
    return {page.pk: page for page in found}


def _retitle(page: Any, context: ProjectionContext) -> list[Any]:
    """The page's own title holds the names as masked too."""
    title = page.composed_title(context.policy)
    if not title or title == page.title:
        return []
    page.title = page.draft_title = title
    return [page]


def _write(changed: list[tuple[PublicRecord, list[str]]], titles: list[Any], now: datetime) -> None:
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
