"""Reports in the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from records.models import SchedulerRun


def _errors(run: SchedulerRun) -> str:
    return "；".join(f"{error['title']}: {error['error']}" for error in run.errors)


class SchedulerReportView(ReportView):
    """Every run of the scheduler that is kept: what it did, what failed and why."""

    page_title = _("Scheduled publishing")
    header_icon = "time"
    index_url_name = "pages_scheduler_report"
    index_results_url_name = "pages_scheduler_report_results"
    model = SchedulerRun
    default_ordering = "-started_at"
    paginate_by = 50
    is_searchable = False
    columns = [
        DateColumn("started_at", label=_("Started"), width="15%"),
        Column("published", label=_("Published"), width="8%"),
        Column("changed", label=_("Changed"), width="8%"),
        Column("unpublished", label=_("Ended"), width="8%"),
        Column("failed", label=_("Failed"), width="8%"),
        Column("errors", label=_("Errors"), accessor=_errors),
    ]
    list_export = ["started_at", "finished_at", "published", "changed", "unpublished", "failed"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """For everybody who may publish."""
        if not page_permission_policy.user_has_any_permission(request.user, ["publish"]):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        """Runs, newest first."""
        return SchedulerRun.objects.all()
