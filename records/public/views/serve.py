"""Every public address that no other route takes: the projection first, then the lists, then Wagtail's other pages."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.views import serve as wagtail_serve

from records.models.publication import PublicRecord
from records.public.kept_pages import kept_first
from records.public.sections import find_section
from records.public.views import lists, records
from records.types import kind_of
from rules.clock import moment_of


@kept_first
def serve(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Answer a public address below the base path, e.g. ``decisions/2026/2026-1/``."""
    if not path:
        return lists.home(request)
    record = PublicRecord.objects.filter(path=f"/{path}").defer("body").first()
    if record is not None:
        return records.show(request, record)
    section = find_section(path, moment_of(request))
    if section is not None:
        whole = path if section.year is None else path.rstrip("/").rpartition("/")[0] + "/"
        return lists.section(request, kind_of(section.kind), whole, section.year)
    answer: HttpResponseBase = wagtail_serve(request, path)
    return answer
