"""A draft as the public would see it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pages.base import sockets
from pages.projection.context import ProjectionContext
from pages.projection.project import project
from records.models.publication import PublicRecord
from records.public.views.records import attachments
from records.types import kind_of
from rules.windows import LONG_TERM, end_of_day


@sockets.preview.plug
def render_preview(request: HttpRequest, page: Any) -> HttpResponse:
    """Project a draft that need not be complete, save nothing, and show it with the public template."""
    page.compute()
    now = timezone.now()
    page.decided_on = page.decided_on or timezone.localdate()
    page.expire_at = page.expire_at or end_of_day(LONG_TERM)
    draft = project(page, ProjectionContext.load(now), max(now, page.go_live_at or now))
    record = PublicRecord(**draft.columns())
    kind = kind_of(page.kind)
    extra = kind.extend(record, request.GET, now).context if kind.extend else {}
    return render(request, kind.template, {"record": record, "attachments": attachments(record), **extra})
