"""Penalty decisions without a severity, on the editors' desk."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.desk import MOST_ROWS, DeskList, DeskRow, desk_lists
from pages.kinds.penalty.models import PenaltyDecisionPage


def _ungraded() -> QuerySet[PenaltyDecisionPage]:
    """Decisions whose severity nobody has said: their window counts them as general until then."""
    open_ones = PenaltyDecisionPage.objects.filter(grade__isnull=True, disclosure="public")
    return open_ones.filter(Q(expire_at__gt=timezone.now()) | Q(expire_at__isnull=True))


def _ungraded_rows(user: Any) -> Iterator[DeskRow]:
    for page in _ungraded().order_by("-decided_on", "-pk")[:MOST_ROWS]:
        yield DeskRow(
            page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]), page.doc_no, _("Severity not decided yet")
        )


def attach() -> None:
    """Register the list."""
    desk_lists.register(
        DeskList(
            "ungraded",
            gettext_lazy("Severity to be decided"),
            gettext_lazy("Their window counts them as general until then."),
            lambda user: [_ungraded()],
            _ungraded_rows,
            order=50,
        )
    )
