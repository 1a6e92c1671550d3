"""One import: its progress, its difference to confirm, its report."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.log_actions import log

from importers.acts import cancel_run, confirm_run, dismiss_rows
from importers.listing import publishing_address, records_address
from importers.models import ImportRun
from importers.permissions import demand, may_export, may_send
from importers.presentation import difference_of, problem_lines, tiles_of, warning_lines
from importers.report import waiting_rows_workbook
from importers.views.base import ImportScreen

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RunScreen(ImportScreen, TemplateView):
    """Shows a run as it stands; a run at work is looked at again every two seconds, without JavaScript."""

    template_name = "importers/run.html"

    @cached_property
    def run(self) -> ImportRun:
        return get_object_or_404(ImportRun.objects.select_related("source", "user"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """The file's name."""
        return self.run.file_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Counts, difference, problems, warnings and what the person may do."""
        run = self.run
        lines = problem_lines(run)
        return super().get_context_data(
            run=run,
            tiles=tiles_of(run),
            difference=difference_of(run),
            problems=lines,
            warnings=warning_lines(run),
            waiting=run.waiting_rows.waiting().count(),
            readable=run.waiting_rows.readable().exists(),
            percent=round(100 * run.progress / run.total) if run.total else 0,
            records=records_address(run),
            publishing=publishing_address(run, self.request.user),
            may_send=may_send(self.request.user),
            may_export=may_export(self.request.user),
            **kwargs,
        )


def _sent_run(request: HttpRequest, pk: int) -> ImportRun:
    """The run that a button acts on; buttons send a POST."""
    demand(request.method == "POST" and may_send(request.user))
    return get_object_or_404(ImportRun.objects.select_related("source"), pk=pk)


def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Apply a checked run."""
    if not confirm_run(_sent_run(request, pk), user=request.user):
        messages.warning(request, _("This import no longer waits for confirmation."))
    return redirect("importers:run", pk)


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a checked run up."""
    if cancel_run(_sent_run(request, pk), user=request.user):
        messages.success(request, _("The import was cancelled; nothing was changed."))
    return redirect("importers:run", pk)


def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the waiting rows of a run go."""
    count = dismiss_rows(_sent_run(request, pk), user=request.user)
    messages.success(
        request, ngettext("%(count)d row was dismissed.", "%(count)d rows were dismissed.", count) % {"count": count}
    )
    return redirect("importers:run", pk)


def download_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The waiting rows as a spreadsheet, to mend and send again. They may hold identity numbers: logged."""
    demand(may_export(request.user))
    run = get_object_or_404(ImportRun, pk=pk)
    rows = run.waiting_rows.readable().count()
    log(run, "importers.export_rows", user=request.user, data={"rows": rows})
    response = HttpResponse(waiting_rows_workbook(run), content_type=_WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="import-{run.pk}-waiting.xlsx"'
    response["Cache-Control"] = "no-store"
    return response
