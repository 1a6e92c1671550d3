"""Every public address that no other route takes: the projection first, then the lists, then Wagtail's other pages."""

from django.http import HttpRequest, HttpResponseBase
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from pages.models.publication import PublicRecord
from pages.views import lists, records


def serve(request: HttpRequest, path: str = "") -> HttpResponseBase:
    """Answer a public address below the base path, e.g. ``decisions/2026/2026-1/``."""
    if not path:
        return lists.home(request)
    record = PublicRecord.objects.filter(path=f"/{path}").defer("body").first()
    if record is not None:
        return records.show(request, record)
    section = _section(path)
    if section == ("decisionindexpage", None):
        return lists.decisions(request, path)
    if section is not None and section[1] is not None:
        return lists.decisions(request, path.rstrip("/").rpartition("/")[0] + "/", year=section[1])
    return wagtail_serve(request, path)


def _section(path: str) -> tuple[str, int | None] | None:
    """Type and year of the list page at an address (one query); None when there is no list."""
    roots = Site.get_site_root_paths()
    if not roots:
        return None
    pages = Page.objects.filter(url_path=f"{roots[0].root_path}{path}", live=True)
    return (
        pages.filter(content_type__app_label="pages", content_type__model__in=("decisionindexpage", "archiveyearpage"))
        .values_list("content_type__model", "archiveyearpage__year")
        .first()
    )
