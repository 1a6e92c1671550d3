"""Every public address that no other route takes: the projection first, then the lists, then Wagtail's other pages."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from records.models.publication import PublicRecord
from records.public.kept_pages import kept_first
from records.public.views import lists, records
from records.types import find_kind, kind_of


@kept_first
def serve(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Answer a public address below the base path, e.g. ``decisions/2026/2026-1/``."""
    if not path:
        return lists.home(request)
    record = PublicRecord.objects.filter(path=f"/{path}").defer("body").first()
    if record is not None:
        return records.show(request, record)
    section = _section(path)
    if section is None:
        answer: HttpResponseBase = wagtail_serve(request, path)
        return answer
    kind, year = section
    whole = path if year is None else path.rstrip("/").rpartition("/")[0] + "/"
    return lists.section(request, kind_of(kind), whole, year)


def _section(path: str) -> tuple[str, int | None] | None:
    """Kind and year of the list at an address (one query); None when there is no list."""
    roots = Site.get_site_root_paths()
    if not roots:
        return None
    pages = Page.objects.filter(url_path=f"{roots[0].root_path}{path}", live=True)
    found = pages.values_list(
        "decisionindexpage__kind", "sectionindexpage__kind", "archiveyearpage__year", "path"
    ).first()
    if found is None:
        return None
    kind, other, year, place = found
    if year is not None:
        kind = (
            Page.objects.filter(path=place[: -Page.steplen]).values_list("decisionindexpage__kind", flat=True).first()
        )
    kind = kind or other
    return (kind, year) if kind and find_kind(kind) else None
