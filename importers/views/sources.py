"""Sources, and the administrator's word that lets one publish."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from importers.defaults import ensure_sources
from importers.forms import ApprovalForm
from importers.models import ImportSource
from importers.permissions import demand, may_approve
from importers.views.base import ImportScreen


class SourceList(ImportScreen, TemplateView):
    """Every source with its approval."""

    template_name = "importers/sources.html"
    page_title = _("Import sources")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ensure_sources()
        sources = ImportSource.objects.select_related("approved_by", "agency")
        return super().get_context_data(
            sources=sources, may_approve=may_approve(self.request.user), form=ApprovalForm(), **kwargs
        )


def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a source publish."""
    source = _sent_source(request, pk)
    form = ApprovalForm(request.POST)
    if form.is_valid():
        source.approve(user=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("“%(source)s” may publish from now on.") % {"source": source})
    else:
        messages.error(request, _("An approval needs a reason."))
    return redirect("importers:sources")


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on the source gives drafts."""
    source = _sent_source(request, pk)
    source.revoke(user=request.user)
    messages.success(request, _("“%(source)s” gives drafts from now on.") % {"source": source})
    return redirect("importers:sources")


def _sent_source(request: HttpRequest, pk: int) -> ImportSource:
    demand(request.method == "POST" and may_approve(request.user))
    return get_object_or_404(ImportSource, pk=pk)
