"""The screens of officers in and out: send a file, see the difference, confirm; download list and waiting rows."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from importers.errors import FileRefusedError
from importers.models import OfficerFile
from importers.officers.acts import check_file, confirm_file
from importers.officers.compare import CHANGED, CREATED, UNCHANGED, plan_of
from importers.officers.workbook import officers_workbook, waiting_workbook
from importers.permissions import demand
from importers.sources import Limits
from pages.kinds.officer.models import Officer

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# More lines than a person reads on a screen; the download has them all.
_SHOWN = 300


def may_import(user: Any) -> bool:
    """Who may enter and change officers by hand may do it by file."""
    return user.is_active and user.has_perm("pages.add_officer") and user.has_perm("pages.change_officer")


class OfficerFileForm(forms.Form):
    """The file of a list."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("The list of officers as .xlsx (or .csv). The export has the right columns."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
    )

    def clean_file(self) -> Any:
        """Read and keep it; a file that cannot be used is refused here, at its field."""
        upload = self.cleaned_data["file"]
        limit = Limits.from_settings().file_bytes
        if upload.size > limit:
            raise forms.ValidationError(
                _("The file is larger than %(limit)d MB. Split it, or send it as CSV."), params={"limit": limit >> 20}
            )
        return upload


class OfficerScreen(WagtailAdminTemplateMixin, View):
    """A screen below the listing of officers."""

    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        demand(may_import(request.user))
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, officers, this screen."""
        officers = {"url": reverse(Officer.snippet_viewset.get_url_name("list")), "label": _("Enforcement officers")}
        return [*self.breadcrumbs_items, officers, {"url": "", "label": self.get_page_title()}]


class SendOfficers(OfficerScreen, FormView):
    """Choose a file; it is checked, nothing is written."""

    template_name = "importers/send.html"
    page_title = _("Import officers")
    form_class = OfficerFileForm

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the rows and show what they would change."""
        try:
            file = check_file(form.cleaned_data["file"], self.request.user)
        except FileRefusedError as error:
            form.add_error("file", str(error))
            return self.form_invalid(form)
        return redirect("importers:officers_check", file.pk)


class CheckOfficers(OfficerScreen, TemplateView):
    """The difference, the problems, the button; after the confirmation what was done."""

    template_name = "importers/officers/check.html"

    def get_page_title(self) -> str:
        """The file's name."""
        return get_object_or_404(OfficerFile, pk=self.kwargs["pk"]).file_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Counts, steps, problems."""
        file = get_object_or_404(OfficerFile, pk=self.kwargs["pk"])
        context = _done(file) if file.applied_at else _open(file)
        return super().get_context_data(file=file, warnings=file.warnings, **context, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Write what was shown."""
        file = get_object_or_404(OfficerFile, pk=pk)
        if confirm_file(file, request.POST.get("digest", ""), request.user) is None:
            messages.warning(request, _("The officers have changed since; look at the difference again."))
        else:
            messages.success(request, _("The list was imported."))
        return redirect("importers:officers_check", pk)


def _open(file: OfficerFile) -> dict[str, Any]:
    plan = plan_of(file, timezone.localdate())
    problems = [problem.as_dict() for row in plan.waiting for problem in row.problems]
    steps = [step for step in plan.steps if step.outcome != UNCHANGED]
    counts = {outcome: len(plan.of(outcome)) for outcome in (CREATED, CHANGED, UNCHANGED)}
    return {
        "digest": plan.digest,
        "steps": steps[:_SHOWN],
        "more": max(0, len(steps) - _SHOWN),
        "absent": plan.absent,
        "problems": problems,
        "waiting": len(plan.waiting),
        "tiles": _tiles(counts, len(plan.waiting)),
    }


def _done(file: OfficerFile) -> dict[str, Any]:
    waiting = file.report["waiting"]
    return {
        "problems": [problem for row in waiting for problem in row["problems"]],
        "waiting": len(waiting),
        "tiles": _tiles(file.report, len(waiting)),
    }


def _tiles(counts: dict[str, int], waiting: int) -> list[dict[str, Any]]:
    return [
        {"number": counts[CREATED], "label": _("New officers"), "tone": ""},
        {"number": counts[CHANGED], "label": _("Changed officers"), "tone": ""},
        {"number": counts[UNCHANGED], "label": _("Unchanged"), "tone": ""},
        {"number": waiting, "label": _("Waiting"), "tone": "bad" if waiting else ""},
    ]


def download_officers(request: HttpRequest) -> HttpResponse:
    """The whole list."""
    demand((request.user.is_active and request.user.has_perm("pages.view_officer")) or may_import(request.user))
    officers = Officer.objects.in_order().prefetch_related("categories")
    return _send(officers_workbook(officers), f"officers-{timezone.localdate():%Y%m%d}.xlsx")


def download_waiting(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that wait, as they were sent."""
    demand(may_import(request.user))
    file = get_object_or_404(OfficerFile, pk=pk)
    if file.applied_at:
        waiting = file.report["waiting"]
    else:
        waiting = [
            {"sheet": row.sheet, "line": row.line, "problems": [problem.as_dict() for problem in row.problems]}
            for row in plan_of(file, timezone.localdate()).waiting
        ]
    return _send(waiting_workbook(file, waiting), f"officers-{file.pk}-waiting.xlsx")


def _send(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
