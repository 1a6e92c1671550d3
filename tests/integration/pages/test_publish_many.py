"""Publishing many: what is fit goes out, the rest is held with its reasons, and no one stops another."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pages.acts import publish_many as act
from pages.acts.mass_publication import MassPublication
from pages.acts.publish_many import publish_many
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from rules.models import PublishingItem
from rules.models.remedies import RemedyTable
from tests.factories.pages import make_decision
from tests.factories.people import person

pytestmark = pytest.mark.django_db
HOME = "经查，榆溪家园3号楼2单元501室拆改承重墙。"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23 02:00Z", tick=False):
        yield


@pytest.fixture
def reviewer():
    return person("审核")


def fit(**values):
    """A draft that lacks only what the national form has no column for."""
    return make_decision(remedy=RemedyTable().proposed(datetime(2026, 10, 8, tzinfo=UTC).date()), **values)


def held_of(summary) -> dict[int, tuple[str, ...]]:
    return {one.page.pk: one.reasons for one in summary.held}


def test_each_goes_its_own_way(reviewer):
    out, bare, home, hidden = fit(), make_decision(remedy=""), fit(facts=HOME), fit(disclosure="not_public")
    over = fit(decided_on=datetime(2015, 10, 8, tzinfo=UTC).date())
    later = fit(go_live_at=datetime(2026, 12, 1, tzinfo=UTC))
    public = make_decision(publish=True)
    summary = publish_many([out, bare, home, hidden, over, later, public], user=reviewer)
    assert (summary.published, summary.scheduled, summary.unchanged) == ([out], [later], [public])
    held = held_of(summary)
    assert set(held) == {bare.pk, home.pk, hidden.pk, over.pk}
    words = {bare: "应当载明", home: "个人信息", hidden: "不予公开", over: "公示期已过"}
    assert all(word in "".join(held[page.pk]) for page, word in words.items())
    assert set(PublicRecord.objects.values_list("page_id", flat=True)) == {out.pk, later.pk, public.pk}
    over.refresh_from_db()
    assert (over.live, over.expired) == (False, False)


def test_who_may_not_publish_publishes_nothing():
    page = fit()
    summary = publish_many([page], user=person("编辑"))
    assert not summary.published
    assert "无权" in held_of(summary)[page.pk][0]
    assert not PublicRecord.objects.exists()


def test_a_version_that_came_meanwhile_is_not_published_unseen(reviewer):
    page, other = fit(), fit()
    draft = PenaltyDecisionPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.facts = "另有其他内容。"
    draft.save_revision()
    summary = publish_many([page, other], user=reviewer)
    assert summary.published == [other]
    assert "修改" in held_of(summary)[page.pk][0]


def test_one_that_fails_stops_no_other(reviewer, monkeypatch):
    pages = [fit(), fit(), fit()]
    let_out = act._let_out

    def broken(page, user):
        let_out(page, user)
        if page == pages[0]:
            raise DatabaseError
        if page == pages[1]:
            raise RuntimeError

    monkeypatch.setattr(act, "_let_out", broken)
    summary = publish_many(pages, user=reviewer)
    assert summary.published == [pages[2]]
    assert set(held_of(summary)) == {pages[0].pk, pages[1].pk}
    assert list(PublicRecord.objects.values_list("page_id", flat=True)) == [pages[2].pk]


def test_a_locked_record_is_held(reviewer):
    page = fit()
    page.locked, page.locked_by = True, person("审核", name="other")
    page.save()
    assert "锁定" in held_of(publish_many([page], user=reviewer))[page.pk][0]


def test_what_all_share_is_asked_once(reviewer):
    """Rules, switches and the bureau's own phones are read once for twenty records."""
    pages = [make_decision(remedy="") for _ in range(20)]
    with CaptureQueriesContext(connection) as asked:
        assert len(publish_many(pages, user=reviewer).held) == 20
    for table in ("rules_consistencysetting", "rules_publishingitem", "pages_internalunit"):
        assert sum(f'FROM "{table}"' in query["sql"] for query in asked) == 1, table


@pytest.mark.parametrize("item", ["served_on", "officers"])
def test_a_switch_says_whether_an_item_bars(reviewer, item):
    row = PublishingItem.objects.get(field=item)
    assert row.basis
    row.bars = True
    row.save()
    page = fit()
    reasons = held_of(publish_many([page], user=reviewer))[page.pk]
    assert len(reasons) == 1
    row.delete()
    assert held_of(publish_many([page], user=reviewer))[page.pk] == reasons
    PublishingItem.objects.create(field=item, bars=False, basis="本机关设定")
    assert publish_many([page], user=reviewer).published == [page]


def test_a_fault_in_an_item_is_no_gap(reviewer):
    early = fit(served_on=datetime(2026, 9, 1, tzinfo=UTC).date())
    assert held_of(publish_many([early], user=reviewer))


def test_an_order_told_twice_counts_once(reviewer):
    page = fit()
    made = MassPublication.objects.create(user=reviewer, waiting=[page.pk])
    outcome = publish_many([page], user=reviewer)
    for _ in range(2):
        made.note([page.pk], outcome)
    assert (made.published, made.waiting) == ([page.pk], [])


def test_wagtails_own_way_leads_here(client, reviewer):
    page = fit()
    client.force_login(reviewer)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{address}?id={page.pk}&next=/admin/", follow=True)
    assert answer.context["published"] == [page.page_ptr]
    assert client.get(f"{address}?id=all&next=/admin/").status_code == 404
