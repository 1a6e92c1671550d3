"""Upload a file: it is checked first, nothing is written."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from importers.acts import send_for_check
from importers.defaults import ensure_sources
from importers.forms import SendFileForm
from importers.permissions import may_send
from importers.views.base import ImportScreen


class SendFile(ImportScreen, FormView):
    """Choose source and file."""

    template_name = "importers/send.html"
    page_title = _("Send a file")
    form_class = SendFileForm

    def is_allowed(self) -> bool:
        """Only those who may send."""
        return may_send(self.request.user)

    def get_form(self, form_class: Any = None) -> Any:
        """A site always has a source for uploads."""
        ensure_sources()
        return super().get_form(form_class)

    def form_valid(self, form: Any) -> HttpResponse:
        """Store the file and show its run."""
        run = send_for_check(
            user=self.request.user,
            source=form.cleaned_data["source"],
            upload=form.cleaned_data["file"],
            publish=bool(form.cleaned_data.get("publish")),
        )
        return redirect("importers:run", run.pk)
