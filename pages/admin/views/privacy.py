"""Masking and clearing a hit: one question each, then back to the draft."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from pages.acts.privacy import NoSuchHitError, clear_hit, mask_hit
from pages.admin.privacy_panel import shown_hits
from pages.admin.transactions import atomic_post
from pages.admin.views.acts import record_page
from pages.base.disclosure import DisclosurePage
from pages.examination import PERMISSION


class ClearForm(forms.Form):
    """Why a place may be published as it is."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=gettext_lazy("Kept inside with your name. Do not repeat the personal information."),
    )


@atomic_post
def mask_one(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """Put the masked form into the draft."""
    page = record_page(pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = forms.Form(request.POST or None)
    if request.method == "POST":
        count = _heed(mask_hit, page, digest=digest, user=request.user)
        messages.success(request, _("Masked in the draft, places: %(count)s.") % {"count": count})
        return _edit(page)
    return _ask(request, page, digest, form, _("Mask in the draft"), _("Mask"))


@atomic_post
def clear_one(request: HttpRequest, pk: int, digest: str) -> HttpResponse:
    """Let a doubtful place be published."""
    page = record_page(pk)
    if not request.user.has_perm(PERMISSION) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = ClearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _heed(clear_hit, page, digest=digest, user=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Cleared for publication."))
        return _edit(page)
    return _ask(request, page, digest, form, _("Clear for publication"), _("Clear it"))


def _heed(act: Any, page: DisclosurePage, **facts: Any) -> int:
    try:
        return int(act(page, **facts))
    except NoSuchHitError:
        raise Http404 from None


def _ask(request: HttpRequest, page: DisclosurePage, digest: str, form: Any, title: str, button: str) -> HttpResponse:
    draft = page.get_latest_revision_as_object()
    hits = [one for one in shown_hits(draft) if one["hit"].digest == digest]
    if not hits:
        raise Http404
    context = {"page": draft, "hits": hits, "form": form, "title": title, "button": button, "back": _address(page)}
    return TemplateResponse(request, "pages/admin/privacy_act.html", context)


def _edit(page: DisclosurePage) -> HttpResponseRedirect:
    return HttpResponseRedirect(_address(page))


def _address(page: DisclosurePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
