"""A draft as the public would see it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pages.kinds import kind_of
from pages.models.publication import PublicRecord
from pages.publication.context import ProjectionContext
from pages.publication.draft import projector_for
from pages.views.records import attachments
from rules.windows import LONG_TERM, end_of_day


def render_preview(request: HttpRequest, page: Any) -> HttpResponse:
    """Project a draft that need not be complete, save nothing, and show it with the public template."""
    page.compute()
    now = timezone.now()
    page.decided_on = page.decided_on or timezone.localdate()
    page.expire_at = page.expire_at or end_of_day(LONG_TERM)
    draft = projector_for(page.kind)(page, ProjectionContext.load(now), max(now, page.go_live_at or now))
    record = PublicRecord(**draft.columns())
    kind = kind_of(page.kind)
    extra = kind.extend(record, request.GET, now).context if kind.extend else {}
    return render(request, kind.template, {"record": record, "attachments": attachments(record), **extra})
