"""QR codes of public records (ISO/IEC 18004)."""

import io

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import get_script_prefix

from records.models.publication import PublicRecord
from records.public.caching import finish
from rules.clock import moment_of


def record_code(request: HttpRequest, key: str) -> HttpResponseBase:
    """The address of a public record as a code that a phone reads, as SVG; 404 for what is not public."""
    now = moment_of(request)
    record = PublicRecord.objects.public(now).filter(key=key).defer("body", "fields").first()
    if record is None:
        raise Http404
    root = request.build_absolute_uri(get_script_prefix()).rstrip("/")
    drawing = io.BytesIO()
    # White is drawn too: in the dark theme a code without its margin is not read.
    segno.make(root + (record.permalink or record.path), error="m").save(
        drawing, kind="svg", scale=4, dark="#000", light="#fff", xmldecl=True, svgclass=None, lineclass=None
    )
    return finish(request, HttpResponse(drawing.getvalue(), content_type="image/svg+xml"), record.visible_to)
