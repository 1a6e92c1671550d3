"""What "all of the listing" means: the records that the listing showed, with its filters and its search."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, ResolverMatch, resolve
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page


def listed_keys(request: HttpRequest, address: str) -> Sequence[int]:
    """Keys of the pages that the listing at an address of the admin shows on all its screens, in its order.

    Empty when the address is no listing of pages: Wagtail itself would then take every page of the site.
    """
    parts = urlsplit(address)
    try:
        match = resolve(parts.path)
        view = _listing_view(match)
    except (Resolver404, ObjectDoesNotExist):
        return []
    if view is None:
        return []
    view.setup(_request(request, parts.path, parts.query), *match.args, **match.kwargs)
    return [page.pk for page in view.get_queryset()]


def _listing_view(match: ResolverMatch) -> Any:
    """The view of a listing as Wagtail would make it; None for any other address."""
    function, parent = match.func, match.kwargs.get("parent_page_id")
    if parent is not None and match.url_name == "wagtailadmin_explore":
        function = page_viewset_registry.get_by_parent_page_id(parent).get_view_by_name("index")
    view_class = getattr(function, "view_class", None)
    given: dict[str, Any] = getattr(function, "view_initkwargs", {})
    if view_class is None or not issubclass(view_class, IndexView):
        return None
    view = view_class(**given)
    if isinstance(view, ExplorableIndexView):
        view.parent_page = Page.objects.get(pk=parent).specific if parent else Page.get_first_root_node()
    return view


def _request(request: HttpRequest, path: str, query: str) -> HttpRequest:
    """The request by which this person would see the listing."""
    asked = HttpRequest()
    asked.__dict__.update(request.__dict__)
    asked.method, asked.path, asked.path_info, asked.GET = "GET", path, path, QueryDict(query)
    return asked
