"""Entrustments that have ended or end soon, on the editors' desk."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.desk import MOST_ROWS, DeskList, DeskRow, desk_lists
from pages.kinds.agency.models import AgencyPage
from rules import wording

# So long before its end an entrustment is to be renewed.
_NOTICE = timedelta(days=60)


def _entrustments() -> QuerySet[AgencyPage]:
    last = timezone.localdate() + _NOTICE
    return AgencyPage.objects.filter(nature="entrusted", entrusted_to__lt=last).order_by("entrusted_to", "pk")


def _entrustment_rows(user: Any) -> Iterator[DeskRow]:
    for body in _entrustments()[:MOST_ROWS]:
        ends = wording.long_date(body.entrusted_to) if body.entrusted_to else ""
        sentence = _("Entrusted until %(day)s") % {"day": ends}
        yield DeskRow(body.name, reverse("wagtailadmin_pages:edit", args=[body.pk]), sentence, body.entrusting_body)


def attach() -> None:
    """Register the list."""
    desk_lists.register(
        DeskList(
            "entrustments",
            gettext_lazy("Entrustments that have ended or end within 60 days"),
            gettext_lazy("A body whose entrustment has ended leaves the public list and may not enforce."),
            lambda user: [_entrustments()],
            _entrustment_rows,
            order=64,
        )
    )
