"""The invented bureau published in time."""

from datetime import date

import pytest
import time_machine

from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from samples import days
from tests.factories.pages import make_decision
from tests.factories.powers import make_power


@pytest.mark.django_db
@time_machine.travel("2026-11-23T10:00:00+08:00", tick=False)
def test_what_loading_would_make_overdue_was_published_in_time(client):
    pages = [make_decision(publish=True, served_on=date(2026, 10, 12)), make_power()]
    days.load()
    for page in pages:
        record, due = PublicRecord.objects.get(page_id=page.pk), type(page).objects.get(pk=page.pk).publish_due_on
        assert page.decided_on <= record.published_on <= due < date(2026, 11, 23)
        assert client.get(record.path).status_code == 200
    before = list(PublicRecord.objects.order_by("pk").values_list("version", "published_on", "visible_from"))
    days.load()
    assert list(PublicRecord.objects.order_by("pk").values_list("version", "published_on", "visible_from")) == before


@pytest.mark.django_db
@time_machine.travel("2026-10-12T10:00:00+08:00", tick=False)
def test_what_is_not_due_yet_keeps_its_start():
    page = make_decision(publish=True)
    days.load()
    assert PublicRecord.objects.get(page_id=page.pk).published_on == date(2026, 10, 12)
    assert PenaltyDecisionPage.objects.get(pk=page.pk).publish_due_on >= date(2026, 10, 12)
