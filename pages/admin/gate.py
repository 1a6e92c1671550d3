"""Publishing in the admin stops at what stands in its way: the draft is saved, the sentences stand above it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail import hooks
from wagtail.admin import messages

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
