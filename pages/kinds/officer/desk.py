"""Certificates that have ended or end soon, on the editors' desk."""

from collections.abc import Iterator

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.desk import MOST_ROWS, DeskList, DeskRow, desk_lists
from pages.kinds.officer.models import Officer
from rules import wording


def _over() -> QuerySet[Officer]:
    """Off the public list already; somebody has to renew the certificate or note that they left."""
    return Officer.objects.needing_attention(timezone.localdate()).filter(valid_to__lt=timezone.localdate())


def _ending() -> QuerySet[Officer]:
    today = timezone.localdate()
    return Officer.objects.needing_attention(today).filter(valid_to__gte=today)


def _rows(officers: QuerySet[Officer], sentence: str) -> Iterator[DeskRow]:
    for officer in officers.select_related("unit")[:MOST_ROWS]:
        yield DeskRow(
            f"{officer.name} {officer.certificate_no}",
            reverse("wagtailsnippets_pages_officer:edit", args=[quote(officer.pk)]),
            sentence % {"day": wording.long_date(officer.valid_to)},
            officer.unit_part or officer.unit.name,
        )


def attach() -> None:
    """Register the lists."""
    desk_lists.register(
        DeskList(
            "certificates_over",
            gettext_lazy("Certificates that have ended"),
            gettext_lazy("These officers have left the public list. Renew the certificate, or note that they left."),
            lambda user: [_over()],
            lambda user: _rows(_over(), _("Ended on %(day)s")),
            urgent=True,
            order=60,
        )
    )
    desk_lists.register(
        DeskList(
            "certificates_ending",
            gettext_lazy("Certificates that end within 60 days"),
            gettext_lazy("Renew them in time, or the officers leave the public list by themselves."),
            lambda user: [_ending()],
            lambda user: _rows(_ending(), _("Ends on %(day)s")),
            order=62,
        )
    )
