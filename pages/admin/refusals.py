"""Wagtail's own ways to end, remove, move and copy pages, as far as they lead past an act of the product.

What has been public stays with its history; a decision is taken down by its withdrawal alone, which gives the public
reason, stands on the list and tells earlier recipients. Records stand where their kind and their date put them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from pages.base.disclosure import DisclosurePage
from pages.base.tree import SectionPage
from records.models import PublicRecord

Refusal = str | Promise | None

_STRUCTURE = _("This page belongs to the structure of the column and stays as it is.")


def why_not_delete(page: Any) -> Refusal:
    """Nothing that was ever public is deleted, nor what it stands below."""
    if isinstance(page, SectionPage):
        return _STRUCTURE
    below = Page.objects.descendant_of(page, inclusive=True).values("pk")
    if PublicRecord.objects.filter(page_id__in=below).exists():
        return _("What has been public cannot be deleted: page and history stay. It can be withdrawn with a reason.")
    return None


def why_not_unpublish(page: Any) -> Refusal:
    """A decision that is public ends by its withdrawal."""
    if isinstance(page, SectionPage):
        return _STRUCTURE
    if _is_decision(page) and page.live:
        return _("A published decision is withdrawn with a public reason; please give it here.")
    return None


def why_not_move(page: Any) -> Refusal:
    """Kind and date say where a record stands."""
    if isinstance(page, SectionPage):
        return _STRUCTURE
    return _("A record stands where its kind and its date put it.") if isinstance(page, DisclosurePage) else None


def why_not_copy(page: Any) -> Refusal:
    """What has a key of its own cannot be twice."""
    if isinstance(page, SectionPage):
        return _STRUCTURE
    if isinstance(page, DisclosurePage) and not page.is_copyable:
        return _("This record has a code, year or task of its own and cannot be copied. Please make a new one.")
    return None


_REFUSALS: dict[str, Callable[[Any], Refusal]] = {
    "delete": why_not_delete,
    "unpublish": why_not_unpublish,
    "move": why_not_move,
}


@hooks.register("before_delete_page")
def stop_deleting(request: HttpRequest, page: Any) -> HttpResponse | None:
    """One page, with what stands below it."""
    return _refused(request, page, why_not_delete(page.specific))


@hooks.register("before_unpublish_page")
def stop_unpublishing(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Leads on to the withdrawal."""
    page = page.specific
    why = why_not_unpublish(page)
    if why and _is_decision(page):
        messages.warning(request, why)
        return HttpResponseRedirect(reverse("pages_withdraw", args=[page.pk]))
    return _refused(request, page, why)


@hooks.register("before_move_page")
def stop_moving(request: HttpRequest, page: Any, destination: Any) -> HttpResponse | None:
    """One page."""
    return _refused(request, page, why_not_move(page.specific))


@hooks.register("before_copy_page")
def stop_copying(request: HttpRequest, page: Any) -> HttpResponse | None:
    """One page."""
    return _refused(request, page, why_not_copy(page.specific))


@hooks.register("before_bulk_action")
def stop_many(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action_class_instance: Any
) -> HttpResponse | None:
    """The same for many from the list: all or none."""
    refusal = _REFUSALS.get(action_type)
    if refusal is None:
        return None
    pages = [one.specific for one in objects if isinstance(one, Page)]
    found = [(page, why) for page in pages if (why := refusal(page))]
    for page, why in found:
        messages.error(request, f"{page.get_admin_display_title()}: {why}")
    return HttpResponseRedirect(action_class_instance.next_url) if found else None


def _is_decision(page: Any) -> bool:
    return isinstance(page, DisclosurePage) and page.ends_by_withdrawal


def _refused(request: HttpRequest, page: Any, why: Refusal) -> HttpResponse | None:
    if not why:
        return None
    messages.error(request, why)
    return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
