"""New record, another window, withdrawal."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from pages.acts.correct import correct
from pages.acts.difference import draft_difference
from pages.acts.open_portal_section import is_open
from pages.acts.release.rights import may_withdraw
from pages.acts.repair import PERMISSION as REPAIR
from pages.acts.repair import repair
from pages.acts.republish import PERMISSION as REPUBLISH
from pages.acts.republish import republish
from pages.acts.site_tree import may_place, place_for
from pages.acts.window import PERMISSION, override_window
from pages.acts.withdraw import Ground, withdraw
from pages.admin.forms.acts import CorrectForm, RepairForm, RepublishForm, WindowForm, WithdrawForm
from pages.admin.transactions import atomic_post
from pages.base.disclosure import DisclosurePage
from records.types import find_kind, kind_of
from rules.models import Term
from rules.windows import LONG_TERM, last_day_before


def new_record(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of a new record in its section, or below this year's archive.

    A place that is missing is made, empty, for somebody who may add records to it and for nobody else.
    """
    model = kind_of(kind).model if find_kind(kind) else None
    if model is None:
        raise Http404
    if not is_open():
        messages.error(request, _("The site is not set up yet; no record can be entered."))
        return redirect("wagtailadmin_home")
    year = timezone.localdate().year
    if not may_place(request.user, kind, year):
        raise PermissionDenied
    place = place_for(kind, year)
    if not place.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    address = reverse("wagtailadmin_pages:add", args=["pages", model._meta.model_name, place.pk])
    return redirect(f"{address}?previous=1" if request.GET.get("previous") else address)


def record_page(pk: int) -> Any:
    """The disclosed page of a key; 404 when it is none."""
    page = get_object_or_404(Page, pk=pk).specific
    if not isinstance(page, DisclosurePage):
        raise Http404
    return page


@atomic_post
def set_window(request: HttpRequest, pk: int) -> HttpResponse:
    """Another window than the rules give."""
    page = record_page(pk)
    if not request.user.has_perm(PERMISSION) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = WindowForm(request.POST or None, initial=_window_now(page), decided_on=page.decided_on)
    act = partial(override_window, page, user=request.user)
    if _is_done(request, form, act, at="last_day", said=_("The publicity window was set.")):
        return _edit(page)
    return _act(request, page, form, _("Set another window"), _("Set the window"))


@atomic_post
def withdraw_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a public record down on a legal ground, with a public reason."""
    page = record_page(pk)
    if not may_withdraw(request.user, page):
        raise PermissionDenied
    form = WithdrawForm(request.POST or None)

    def act(reason: str, ground: Term, **document: Any) -> None:
        withdraw(page, user=request.user, reason=reason, ground=Ground(ground, **document))

    if _is_done(request, form, act, at="reason", said=_("The record was withdrawn.")):
        return _edit(page)
    return _act(request, page, form, _("Withdraw from the public"), _("Withdraw"))


@atomic_post
def repair_record(request: HttpRequest, pk: int) -> HttpResponse:
    """End publicity after credit repair."""
    page = record_page(pk)
    if not request.user.has_perm(REPAIR):
        raise PermissionDenied
    form = RepairForm(request.POST or None)
    act = partial(repair, page, user=request.user)
    if _is_done(request, form, act, at="decided_on", said=_("Publicity was ended after credit repair.")):
        return _edit(page)
    return _act(request, page, form, _("End after credit repair"), _("End publicity"))


@atomic_post
def correct_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a correction."""
    page = record_page(pk)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    form = CorrectForm(request.POST or None)
    act = partial(correct, page, user=request.user)
    if _is_done(request, form, act, at="text", said=_("The correction was published.")):
        return _edit(page)
    difference = draft_difference(page)
    return _act(request, page, form, _("Correct"), _("Publish the correction"), corrects=True, difference=difference)


@atomic_post
def republish_record(request: HttpRequest, pk: int) -> HttpResponse:
    """Make public again what was withdrawn or ended after repair."""
    page = record_page(pk)
    if not request.user.has_perm(REPUBLISH) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = RepublishForm(request.POST or None)
    act = partial(republish, page, user=request.user)
    if _is_done(request, form, act, at="reason", said=_("The record is public again.")):
        return _edit(page)
    return _act(request, page, form, _("Make public again"), _("Make public again"))


def _is_done(request: HttpRequest, form: Form, act: Callable[..., Any], *, at: str, said: str) -> bool:
    """Do what a valid form asks with its values, and say so; what the act refuses is told at the field ``at``."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except ValidationError as error:
        form.add_error(at, error)
        return False
    messages.success(request, said)
    return True


def _window_now(page: DisclosurePage) -> dict[str, Any]:
    if page.expire_at is None:
        return {}
    last = last_day_before(page.expire_at)
    if last >= LONG_TERM:
        return {"long_term": True, "reason": page.window_reason}
    return {"last_day": last, "reason": page.window_reason}


def _act(request: HttpRequest, page: DisclosurePage, form: Any, title: str, button: str, **more: Any) -> HttpResponse:
    context = {"decision": page, "form": form, "title": title, "button": button, "back": _address(page), **more}
    return TemplateResponse(request, "pages/admin/act.html", context)


def _edit(page: DisclosurePage) -> HttpResponseRedirect:
    return HttpResponseRedirect(_address(page))


def _address(page: DisclosurePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
