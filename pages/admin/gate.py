"""Publishing in the admin stops at what stands in its way: the draft is saved, the sentences stand above it."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin import messages

from pages.admin.obstacles import obstacles
from pages.models import DisclosurePage
from pages.privacy.gate import problems


@hooks.register("before_publish_page")
def stop_publishing(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Publishing and scheduling from the form; what was typed is saved as a draft by then."""
    if not isinstance(page, DisclosurePage):
        return None
    found = problems(page)
    for one in found:
        messages.error(request, one)
    return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk])) if found else None


@hooks.register("before_bulk_action")
def stop_mass_publishing(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """Publishing many from the list: all or none."""
    if action_type != "publish":
        return None
    stopped = False
    for one in objects:
        page = getattr(one, "specific", one)
        for problem in obstacles(page):
            messages.error(request, f"{page.title}: {problem}")
            stopped = True
    return HttpResponseRedirect(action_class_instance.next_url) if stopped else None
