"""New decision, another window, withdrawal."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.actions.window import PERMISSION, override_window
from pages.actions.withdraw import withdraw
from pages.admin.forms.acts import WindowForm, WithdrawForm
from pages.admin.transactions import atomic_post
from pages.models import PenaltyDecisionPage
from pages.site_tree import archive_for
from pages.windows import last_day_before


def new_decision(request: HttpRequest) -> HttpResponse:
    """The form of a new decision below this year's archive, which is made when it is missing."""
    archive = archive_for(timezone.localdate().year)
    if not archive.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    address = reverse("wagtailadmin_pages:add", args=["pages", "penaltydecisionpage", archive.pk])
    return redirect(f"{address}?previous=1" if request.GET.get("previous") else address)


@atomic_post
def set_window(request: HttpRequest, pk: int) -> HttpResponse:
    """Another window than the rules give."""
    page = get_object_or_404(PenaltyDecisionPage, pk=pk)
    if not request.user.has_perm(PERMISSION) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = WindowForm(request.POST or None, initial=_window_now(page), decided_on=page.decided_on)
    if request.method == "POST" and form.is_valid():
        override_window(page, user=request.user, **form.cleaned_data)
        messages.success(request, _("The publicity window was set."))
        return _edit(page)
    return _act(request, page, form, _("Set another window"), _("Set the window"))


@atomic_post
def withdraw_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a public decision down with a public reason."""
    page = get_object_or_404(PenaltyDecisionPage, pk=pk)
    if not page.permissions_for_user(request.user).can_unpublish():
        raise PermissionDenied
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw(page, user=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The decision was withdrawn."))
        return _edit(page)
    return _act(request, page, form, _("Withdraw from the public"), _("Withdraw"))


def _window_now(page: PenaltyDecisionPage) -> dict[str, date | str]:
    if page.expire_at is None:
        return {}
    return {"last_day": last_day_before(page.expire_at), "reason": page.window_reason}


def _act(request: HttpRequest, page: PenaltyDecisionPage, form: Any, title: str, button: str) -> HttpResponse:
    context = {"decision": page, "form": form, "title": title, "button": button, "back": _address(page)}
    return TemplateResponse(request, "pages/admin/act.html", context)


def _edit(page: PenaltyDecisionPage) -> HttpResponseRedirect:
    return HttpResponseRedirect(_address(page))


def _address(page: PenaltyDecisionPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
