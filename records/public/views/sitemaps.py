"""Sitemap and robots.txt: every public record's address, in parts that stay below the limits of the format."""

from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import get_script_prefix, reverse

from records.counts import YearCount, public_state, year_counts
from records.models.publication import PublicRecord
from records.public.caching import finish
from records.types import all_kinds, find_kind
from rules.clock import moment_of

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# The format allows 50,000 addresses a file; fewer keep one answer quick.
PART_SIZE = 5_000


def index(request: HttpRequest) -> HttpResponseBase:
    """The parts of the sitemap, by kind and year."""
    now = moment_of(request)
    parts = (
        reverse("sitemap_part", args=[key, year, part])
        for key in (kind.key for kind in all_kinds())
        for year, part in _parts(year_counts(now, key))
    )
    lines = (f"<sitemap><loc>{escape(request.build_absolute_uri(part))}</loc></sitemap>" for part in parts)
    return _xml(request, "sitemapindex", lines, public_state(now).edge)


def part(request: HttpRequest, kind: str, year: int, part: int) -> HttpResponseBase:
    """The addresses of one part; 404 when nothing public is in it."""
    now = moment_of(request)
    if find_kind(kind) is None:
        raise Http404
    if (year, part) not in set(_parts(year_counts(now, kind))):
        raise Http404
    root = request.build_absolute_uri(get_script_prefix()).rstrip("/")
    records = PublicRecord.objects.public(now).filter(kind=kind, year=year).order_by("-decided_on", "-pk")
    start = (part - 1) * PART_SIZE
    rows = records.values_list("path", "updated_at")[start : start + PART_SIZE]
    lines = (
        f"<url><loc>{escape(root + path)}</loc><lastmod>{updated.isoformat(timespec='seconds')}</lastmod></url>"
        for path, updated in rows
    )
    return _xml(request, "urlset", lines, public_state(now).edge)


def robots(request: HttpRequest) -> HttpResponseBase:
    """What crawlers are asked to leave alone, and where the sitemap is."""
    root = get_script_prefix()
    lines = ["User-agent: *", f"Disallow: {root}admin/", f"Disallow: {root}search/"]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    return finish(request, response, None)


def _parts(years: list[YearCount]) -> Iterator[tuple[int, int]]:
    for one in years:
        for number in range(-(-one.count // PART_SIZE)):
            yield one.year, number + 1


def _xml(request: HttpRequest, element: str, lines: Iterator[str], edge: datetime | None) -> HttpResponseBase:
    body = f'<?xml version="1.0" encoding="UTF-8"?><{element} xmlns="{_SPACE}">{"".join(lines)}</{element}>'
    return finish(request, HttpResponse(body, content_type="application/xml; charset=utf-8"), edge)
