"""Atom feed of the newest publications."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import get_script_prefix
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from records.counts import public_state
from records.models.portal import PortalSettings
from records.public.caching import finish
from records.public.views.lists import newest as newest_records
from rules.clock import moment_of

_ENTRIES = 50


def newest(request: HttpRequest) -> HttpResponseBase:
    """The newest 50 records that are public at this moment, by the start of their window."""
    now = moment_of(request)
    edge = public_state(now).edge
    column = PortalSettings.current()
    root = request.build_absolute_uri(get_script_prefix())
    feed = Atom1Feed(
        title=column.section_name,
        link=root,
        description=column.section_description or _("Newest publications"),
        language="zh-Hans",
        feed_url=request.build_absolute_uri(),
        author_name=column.bureau_name or None,
    )
    for record in newest_records(now)[:_ENTRIES]:
        feed.add_item(
            title=record.title,
            link=root.rstrip("/") + record.path,
            description=record.result,
            unique_id=root.rstrip("/") + (record.permalink or record.path),
            pubdate=record.visible_from,
            updateddate=max(record.updated_at, record.visible_from),
            author_name=record.agency or None,
            categories=record.penalty_types,
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    return finish(request, response, edge)
