"""What the admin's first page says of publicity: what comes next, and whether the scheduler lives."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from pages.admin import desk
from pages.admin.counting import count_each
from pages.admin.views import first_run
from pages.base.numbered import decision_kinds
from records.counts import count_public
from records.models import PublicRecord, RecordRebuild, SchedulerRun
from records.types import all_kinds

# The scheduler runs each minute; after this long without a run something is wrong.
_SILENT = timedelta(minutes=5)


class FirstRunPanel(Component):
    """In place of the figures while there is no home page."""

    name = "first_run"
    order = 50
    template_name = "pages/admin/first_run_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Whether this person may set the site up."""
        return {"may": parent_context["request"].user.has_perm(first_run.PERMISSION)}


def _beginnings() -> list[tuple[str, Any]]:
    """Address and words of the buttons that begin a record."""
    return [
        (reverse("pages_new_record", args=[kind.key]), kind.begin_label) for kind in all_kinds() if kind.begin_label
    ]


class PublicityPanel(Component):
    """Counts, next moments, last run of the scheduler; a way to a new decision."""

    name = "publicity"
    order = 50
    template_name = "pages/admin/home_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Figures of this moment."""
        now = timezone.now()
        last = SchedulerRun.last()
        decisions = decision_kinds()
        records = PublicRecord.objects.filter(kind__in=decisions)
        ending = records.public(now).filter(visible_to__lte=now + timedelta(days=7))
        counted = count_each([("waiting", records.waiting(now)), ("ending", ending)])
        return {
            "public": sum(count_public(now, kind) for kind in decisions),
            "waiting": counted["waiting"],
            "ending": counted["ending"],
            "last": last,
            "silent": last is None or last.started_at < now - _SILENT,
            "following": RecordRebuild.objects.unfinished().last(),
            "report": reverse("pages_scheduler_report"),
            "beginnings": _beginnings(),
            "desk": desk.open_lists(parent_context["request"].user),
        }
