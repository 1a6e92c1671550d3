"""A public flow chart as a file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from records.models.publication import PublicRecord
from records.public.caching import finish
from rules.clock import moment_of


def chart_file(request: HttpRequest, key: str) -> HttpResponseBase:
    """The drawing of a public chart as an SVG file to keep; 404 for what is not public or is no chart."""
    now = moment_of(request)
    record = PublicRecord.objects.public(now).filter(key=key).first()
    drawing = record.fields.get("chart") if record else ""
    if record is None or not drawing:
        raise Http404
    response = HttpResponse('<?xml version="1.0" encoding="UTF-8"?>\n' + drawing, content_type="image/svg+xml")
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{record.title}.svg") or "attachment"
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return finish(request, response, record.visible_to)
