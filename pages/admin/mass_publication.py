"""Publishing many from a listing, and the page that says what became of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages.acts.mass_publication import MassPublication
from pages.acts.publish_many import publish_many
from pages.admin.selection import listed_keys

# Answers come long before a proxy gives up (60 s); what is left over goes on with the next request.
_SECONDS = 12
_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that are held for one reason."""

    reason: str
    pages: list[Any]


class SameMethodRedirect(HttpResponseRedirect):
    """307: the browser sends the same form on, so confirming is one click."""

    status_code = 307


@hooks.register("register_bulk_action", order=100)
class PublishMany(PageBulkAction):
    """In the place of Wagtail's own: publish what is fit, hold the rest."""

    display_name = _("Publish")
    action_type = "publish"
    aria_label = _("Publish selected pages")
    template_name = "pages/admin/publish_many.html"
    action_priority = 40
    form_class = forms.Form

    def check_perm(self, obj: Any) -> bool:
        """Whether the person may publish this page."""
        return bool(obj.permissions_for_user(self.request.user).can_publish())

    def object_context(self, obj: Any) -> dict[str, Any]:
        """The page alone."""
        return {"item": obj}

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Sequence[int]:
        """What the listing showed, not every page of the site."""
        return listed_keys(self.request, self.next_url)

    def prepare_action(self, objects: list[Any], objects_without_access: Any) -> HttpResponse:
        """Write the order down and go on to its page, which carries it out."""
        demand_publisher(self.request.user)
        refused = [page.pk for page in objects_without_access["items_with_no_access"]]
        order = [page.pk for page in objects]
        made = MassPublication.objects.create(user=self.request.user, waiting=[*order, *refused])
        return SameMethodRedirect(reverse("pages_mass_publication", args=[made.pk]))


def demand_publisher(user: Any) -> None:
    """Raise ``PermissionDenied`` unless the person may publish anything at all."""
    if not page_permission_policy.user_has_any_permission(user, ["publish"]):
        raise PermissionDenied


def mass_publication(request: HttpRequest, pk: int) -> HttpResponse:
    """The summary; a POST goes on with what still waits."""
    demand_publisher(request.user)
    act = get_object_or_404(MassPublication.objects.select_related("user"), pk=pk)
    if request.method == "POST":
        if act.user_id != request.user.pk:
            raise PermissionDenied
        carry_on(act)
        return HttpResponseRedirect(reverse("pages_mass_publication", args=[pk]))
    return TemplateResponse(request, "pages/admin/mass_publication.html", _summary(act))


def carry_on(act: MassPublication, seconds: float = _SECONDS) -> None:
    """Publish what still waits, for about so many seconds."""
    until = monotonic() + seconds
    while act.waiting:
        keys = act.waiting[:_AT_ONCE]
        found = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
        outcome = publish_many([found[key] for key in keys if key in found], user=act.user)
        with transaction.atomic():
            act = MassPublication.objects.select_for_update(of=("self",)).select_related("user").get(pk=act.pk)
            act.note(keys, outcome)
            act.save()
        if monotonic() > until:
            return


def _summary(act: MassPublication) -> dict[str, Any]:
    keys = [*act.published, *act.scheduled, *act.unchanged, *(key for key, _reasons in act.held)]
    pages = Page.objects.in_bulk(keys)
    return {
        "act": act,
        "published": _shown(act.published, pages),
        "scheduled": _shown(act.scheduled, pages),
        "unchanged": _shown(act.unchanged, pages),
        "groups": list(_groups(act, pages)),
    }


def _shown(keys: Sequence[int], pages: dict[int, Any]) -> list[Any]:
    return [pages[key] for key in keys if key in pages]


def _groups(act: MassPublication, pages: dict[int, Any]) -> Iterator[Group]:
    """Held pages by reason, the reason of most first; a page with two reasons stands under both."""
    by_reason: dict[str, list[int]] = defaultdict(list)
    for key, reasons in act.held:
        for reason in reasons:
            by_reason[reason].append(key)
    for reason, keys in sorted(by_reason.items(), key=lambda one: -len(one[1])):
        yield Group(reason, _shown(keys, pages))
