"""What falls due, and the act that each thing needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from wagtail.models import DraftStateMixin, Page, Revision

from pages.acts.release import start_scheduled
from pages.acts.release.locks import lock_pages
from pages.base.disclosure import DisclosurePage

PUBLISH, UNPUBLISH = "publish", "unpublish"


@dataclass(frozen=True, slots=True)
class Due:
    """One act on one object: ``pk`` is the revision's for PUBLISH, the object's for UNPUBLISH."""

    at: datetime
    act: str
    model: type[Model]
    pk: Any


def due(now: datetime, limit: int) -> list[Due]:
    """What is due, earliest first, at most ``limit`` of each kind."""
    found = [Due(at, PUBLISH, Revision, pk) for pk, at in _revisions(now)[:limit]]
    for model in _models():
        ended = model.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk")  # type: ignore[attr-defined]
        found += [Due(at, UNPUBLISH, model, pk) for pk, at in ended.values_list("pk", "expire_at")[:limit]]
    return sorted(found, key=lambda item: item.at)


def moments(now: datetime, until: datetime) -> list[datetime]:
    """When something falls due after ``now`` and up to ``until``, each moment once."""
    starts = Revision.objects.filter(approved_go_live_at__gt=now, approved_go_live_at__lte=until)
    found = set(starts.values_list("approved_go_live_at", flat=True))
    for model in _models():
        ends = model.objects.filter(live=True, expire_at__gt=now, expire_at__lte=until)  # type: ignore[attr-defined]
        found |= set(ends.values_list("expire_at", flat=True).distinct())
    return sorted(found)


def perform(item: Due, now: datetime) -> str:
    """Do one act, all or nothing; the outcome is ``published``, ``changed``, ``unpublished`` or empty.

    Empty means that somebody else was quicker: what is due is asked again under the row's lock.
    """
    with transaction.atomic():
        return _publish(item.pk, now) if item.act == PUBLISH else _unpublish(item.model, item.pk, now)


def name_of(item: Due) -> tuple[str, Any, str]:
    """Model, key and title of the object, for the record of a failure."""
    if item.act == PUBLISH:
        revision = Revision.objects.filter(pk=item.pk).first()
        if revision is None:
            return "", item.pk, ""
        return revision.base_content_type.model, revision.object_id, revision.object_str
    found = item.model._default_manager.filter(pk=item.pk).first()
    return item.model._meta.model_name or "", item.pk, str(found or "")


def _revisions(now: datetime) -> Any:
    return (
        Revision.objects.filter(approved_go_live_at__lte=now)
        .order_by("approved_go_live_at", "pk")
        .values_list("pk", "approved_go_live_at")
    )


def _models() -> Iterator[type[Model]]:
    """Every kind of object that Wagtail publishes by time; all pages count as one."""
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model


def _publish(pk: int, now: datetime) -> str:
    known = Revision.objects.filter(pk=pk).first()
    if known is None:
        return ""
    page = known.content_object
    if isinstance(page, Page):
        lock_pages([page.pk])
    revision = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lte=now).first()
    if revision is None:
        return ""
    if isinstance(page, DisclosurePage):
        return "changed" if start_scheduled(revision).live else "published"
    revision.publish(log_action="wagtail.publish.scheduled")
    return "changed" if getattr(page, "live", False) else "published"


def _unpublish(model: type[Model], pk: Any, now: datetime) -> str:
    if issubclass(model, Page):
        lock_pages([pk])
    rows: Any = model._default_manager.select_for_update().filter(pk=pk, live=True, expire_at__lte=now)
    found = rows.first()
    if found is None:
        return ""
    specific = found.specific if isinstance(found, Page) else found
    specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return "unpublished"
