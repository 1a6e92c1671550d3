"""What was let out and ended: it comes back by one act only, and the database holds to that."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse
from wagtail.models import Workflow

from pages.acts.release import ReleaseRefusedError, release_one
from pages.acts.repair import repair
from pages.acts.republish import republish
from pages.acts.review import PublicityReview
from pages.acts.window import override_window
from pages.acts.withdraw import Ground, withdraw
from pages.base.versions import PageVersions
from records.models import PublicRecord, RecordState, ReleaseAct, Withdrawal
from rules.models import Term
from tests.factories.decisions import change, decision, fresh, record, shown
from tests.factories.people import person
from tests.factories.releases import let_out, publisher

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def test_the_database_wants_a_release_for_all_that_is_public():
    decision(publish=True)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE records_publicrecord SET release_id = NULL WHERE kind = 'penalty'")


def test_the_database_lets_no_ended_record_come_back_and_no_version_fall():
    page = decision(publish=True)
    withdraw(page, user=publisher(), reason="撤销")
    for change_to in ("state = 'public'", "state = 'removed'", "version = 0 + 1"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE records_publicrecord SET {change_to} WHERE kind = 'penalty'")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE records_release SET reason = '别的'")


def test_ordinary_publishing_does_not_bring_back_what_was_withdrawn():
    chief = publisher()
    page = decision(publish=True)
    withdraw(page, user=chief, reason="撤销")
    with pytest.raises(ReleaseRefusedError):
        release_one(change(page, chief, facts="又来"), user=chief)
    with pytest.raises(ReleaseRefusedError):
        let_out(fresh(page).latest_revision)
    assert (record().state, fresh(page).live) == (RecordState.WITHDRAWN, False)


def test_a_withdrawal_cancels_the_schedule_of_its_page(clock):
    chief = publisher()
    page = decision(publish=True)
    later = change(page, chief, facts="以后", go_live_at=NOW + timedelta(days=1))
    release_one(later, user=chief)
    withdraw(fresh(page), user=chief, reason="撤销")
    clock.move_to(NOW + timedelta(days=2))
    call_command("publish_scheduled", verbosity=0)
    assert (record().state, fresh(page).live) == (RecordState.WITHDRAWN, False)


def test_only_its_own_act_makes_it_public_again_and_closes_the_public_entry(client):
    page = decision(publish=True)
    ground = Term.objects.filter(vocabulary="withdrawal_ground").first()
    withdraw(page, user=publisher(), reason="撤销", ground=Ground(ground, date(2026, 11, 20)))
    with pytest.raises(PermissionDenied):
        republish(fresh(page), user=person("审核"), reason="复议维持")
    with pytest.raises(ValueError, match="reason"):
        republish(fresh(page), user=publisher(), reason=" ")
    republish(fresh(page), user=person("管理员"), reason="复议维持原决定")
    assert (record().state, fresh(page).live) == (RecordState.PUBLIC, True)
    assert record().release.act == ReleaseAct.REPUBLISH
    entry = Withdrawal.objects.get()
    assert (entry.closed_reason, entry.closed_at) == ("复议维持原决定", NOW)
    assert "复议维持原决定" in client.get(reverse("withdrawals")).content.decode()
    assert client.get(record().path).status_code == 200
    with pytest.raises(ValidationError):
        republish(fresh(page), user=publisher(), reason="再来")


def test_another_window_buries_no_draft_and_ends_no_review():
    clerk, admin = person("编辑"), person("管理员")
    page = decision(publish=True)
    change(page, clerk, facts="还在写的")
    workflow = Workflow.objects.filter(workflow_tasks__task=PublicityReview.objects.first()).first()
    workflow.start(fresh(page), clerk)
    override_window(fresh(page), user=admin, last_day=date(2027, 3, 1), reason="缩短")
    versions = PageVersions(fresh(page))
    assert versions.page.with_content_json(versions.draft.content).facts == "还在写的"
    assert fresh(page).current_workflow_state is not None
    assert record().visible_to == datetime(2027, 3, 1, 16, 0, tzinfo=UTC)
    assert shown() != "还在写的"


def test_another_window_keeps_schedule_and_newer_draft_apart():
    clerk, admin = person("编辑"), publisher()
    page = decision(publish=True)
    start = NOW + timedelta(days=3)
    release_one(change(page, admin, facts="定时的", go_live_at=start), user=admin)
    change(page, clerk, facts="最新的草稿", go_live_at=None)
    override_window(fresh(page), user=admin, last_day=date(2027, 3, 1), reason="缩短")
    versions = PageVersions(fresh(page))
    told = [
        versions.page.with_content_json(one.content).facts
        for one in (versions.live, versions.scheduled, versions.draft)
    ]
    assert told[1:] == ["定时的", "最新的草稿"]
    assert versions.latest == versions.draft


def test_repair_asks_for_the_shortest_time_whatever_gave_the_end():
    admin = publisher()
    page = decision(publish=True)
    earliest = page.minimum_rule.min_months
    assert earliest > 0
    override_window(page, user=admin, last_day=date(2027, 1, 1), reason="缩短")
    assert fresh(page).window_rule is None
    with pytest.raises(ValidationError):
        repair(fresh(page), user=admin, decided_on=page.decided_on + timedelta(days=1), deciding_body="信用主管部门")
    assert record().is_public(NOW)


@pytest.mark.parametrize("again", ["renamed", "deleted"])
def test_a_number_that_was_withdrawn_does_not_come_back_on_another_page(again):
    page = decision(publish=True, doc_no="兴住建罚决字〔2024〕33号")
    withdraw(fresh(page), user=publisher(), reason="复议撤销")
    if again == "renamed":
        change(page, publisher(), doc_no="兴住建罚决字〔2026〕8888号").as_object().save()
    else:
        fresh(page).delete()
    second = decision(doc_no="兴住建罚决字（2024）第33号")
    with pytest.raises(ReleaseRefusedError, match=r"撤回|withdrawn"):
        let_out(second.latest_revision)
    assert not PublicRecord.objects.filter(kind="penalty", state="public").exists()


def test_a_page_made_public_again_takes_no_number_that_was_ended_elsewhere():
    first, second = decision(publish=True), decision(publish=True)
    number = first.doc_no
    for page in (first, second):
        withdraw(page, user=publisher(), reason="复议撤销")
    fresh(first).delete()
    change(second, publisher(), doc_no=number)
    with pytest.raises(ReleaseRefusedError, match=r"撤回|withdrawn"):
        republish(fresh(second), user=publisher(), reason="复议维持")
    assert not PublicRecord.objects.filter(kind="penalty", state="public").exists()


def test_an_end_before_the_start_that_is_scheduled_is_refused_on_its_form(client):
    page = decision()
    start = NOW + timedelta(days=30)
    release_one(change(page, publisher(), go_live_at=start), user=publisher())
    client.force_login(person("管理员"))
    sent = {"last_day": "2026-11-30", "reason": "缩短"}
    answer = client.post(reverse("pages_window", args=[page.pk]), sent)
    assert answer.status_code == 200
    assert "2026-12-23 10:00" in str(answer.context["form"].errors["last_day"])
    assert PageVersions(fresh(page)).scheduled.approved_go_live_at == start
    assert fresh(page).window_reason == ""
    assert client.post(reverse("pages_window", args=[page.pk]), sent | {"last_day": "2026-12-31"}).status_code == 302
