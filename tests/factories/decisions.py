"""Decisions that a person may publish, and what came of them."""

from datetime import date
from typing import Any

from wagtail.models import Revision

from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord, Release
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision
from tests.factories.releases import let_out


def decision(publish: bool = False, **values: Any) -> PenaltyDecisionPage:
    """A decision that a person may publish: served, with two officers."""
    page = make_decision(served_on=date(2026, 10, 9), **values)
    page.officers = [make_officer(), make_officer()]
    page.save_revision()
    page = fresh(page)
    if publish:
        let_out(page.latest_revision)
    return fresh(page)


def fresh(page: Any) -> PenaltyDecisionPage:
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def change(page: Any, user: Any = None, **values: Any) -> Revision:
    draft = fresh(page).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user)


def record() -> PublicRecord:
    return PublicRecord.objects.get(kind="penalty")


def shown() -> str:
    return str(record().fields["facts"])


def releases() -> list[tuple[int, str]]:
    return list(Release.objects.filter(record_key__startswith="penalty-").order_by("pk").values_list("revision", "act"))
