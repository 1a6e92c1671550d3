"""One list of the editors' desk."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from pages.admin import desk


def desk_list(request: HttpRequest, key: str) -> HttpResponse:
    """What waits, each with the way to where it is dealt with."""
    found = desk.desk_lists.get(key)
    if found is None:
        raise Http404
    context = {"list": found, "rows": list(found.rows(request.user)), "total": found.count(request.user)}
    return TemplateResponse(request, "pages/admin/desk_list.html", context)
