"""Wagtail's screens lead into the one release: what stands in the way is said above the saved draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from pages.acts.release import ReleaseRefusedError, release_one
from pages.base.disclosure import DisclosurePage


@hooks.register("before_publish_page")
def release_from_form(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Publishing and scheduling from the form: the version just saved goes out here, and Wagtail's own step is skipped.

    Wagtail would publish without asking who may (``skip_permission_checks=True``).
    """
    if not isinstance(page, DisclosurePage):
        return None
    edit = HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    try:
        released = release_one(page.latest_revision, user=request.user)
    except ReleaseRefusedError as error:
        for one in error.messages:
            messages.error(request, one)
        return edit
    current = type(page).objects.get(pk=page.pk)
    messages.success(request, _said(current, released is not None))
    return HttpResponseRedirect(reverse("wagtailadmin_explore", args=[current.get_parent().pk]))


def _said(page: Any, released: bool) -> str:
    title = page.get_admin_display_title()
    if not released:
        return _("“%(title)s” was saved. Its publicity window is over, so it is not public.") % {"title": title}
    if page.has_unpublished_changes or not page.live:
        return _("“%(title)s” is scheduled for publishing.") % {"title": title}
    return _("“%(title)s” was published.") % {"title": title}
