"""The one way out: every way of Wagtail leads into it or is closed, and the database wants it."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse
from wagtail.models import PageViewRestriction, Revision, Workflow

from pages.actions.repair import repair
from pages.actions.reproject import reproject
from pages.actions.republish import republish
from pages.actions.window import override_window
from pages.actions.withdraw import withdraw
from pages.models import (
    PenaltyDecisionPage,
    PublicityReview,
    PublicRecord,
    RecordState,
    Release,
    ReleaseAct,
    SchedulerRun,
    Term,
    Withdrawal,
)
from pages.models.release import NotReleasedError
from pages.release import ReleaseRefusedError, release, release_one
from pages.versions import PageVersions, content_hash
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision
from tests.factories.people import person
from tests.factories.releases import let_out, publisher

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def decision(publish: bool = False, **values):
    """A decision that a person may publish: served, with two officers."""
    page = make_decision(served_on=date(2026, 10, 9), **values)
    page.officers = [make_officer(), make_officer()]
    page.save_revision()
    page = fresh(page)
    if publish:
        let_out(page.latest_revision)
    return fresh(page)


def fresh(page):
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def change(page, user=None, **values) -> Revision:
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


def test_a_release_says_who_let_out_what():
    page = decision()
    chief = person("审核")
    release_one(page.latest_revision, user=chief, reason="按期公示")
    made = Release.objects.get(record_key=f"penalty-{page.pk}")
    assert (made.user, made.revision_id, made.reason, made.act) == (
        chief,
        page.latest_revision_id,
        "按期公示",
        "publish",
    )
    assert made.content_hash == content_hash(Revision.objects.get(pk=page.latest_revision_id).content)
    assert record().release == made


@pytest.mark.parametrize("who", ["nobody", "编辑", "inactive"])
def test_who_may_not_publish_lets_nothing_out(who):
    page = decision()
    user = None if who == "nobody" else person("审核" if who == "inactive" else who)
    if who == "inactive":
        user.is_active = False
        user.save()
    for act in (lambda: release_one(page.latest_revision, user=user), lambda: page.latest_revision.publish(user=user)):
        with pytest.raises(PermissionDenied):
            act()
    assert (fresh(page).live, PublicRecord.objects.filter(kind="penalty").exists(), releases()) == (False, False, [])


def test_many_are_let_out_each_alone():
    chief = person("审核")
    good, doubtful = decision(), decision(facts="经查，榆溪家园3号楼2单元501室拆改承重墙。")
    result = release([doubtful.latest_revision, good.latest_revision], user=chief)
    assert [one.page_id for one in result.released] == [good.pk]
    assert [held.revision for held in result.held] == [doubtful.latest_revision]
    assert result.held[0].obstacles
    assert (fresh(good).live, fresh(doubtful).live) == (True, False)


def test_the_number_of_queries_for_the_obstacles_of_many_grows_only_with_their_own_rows(django_assert_max_num_queries):
    chief = person("审核")
    pages = [decision() for _ in range(3)]
    with django_assert_max_num_queries(3 * 155):
        release([page.latest_revision for page in pages], user=chief)


def test_the_screen_of_approved_versions_lets_out_what_was_approved(client):
    clerk, chief = person("编辑"), person("审核")
    page = decision()
    task = PublicityReview.objects.first()
    workflow = Workflow.objects.filter(workflow_tasks__task=task).first()
    task.groups.add(Group.objects.get(name="审核"))
    approved = change(page, clerk, facts="送审的事实")
    state = workflow.start(fresh(page), clerk)
    state.current_task_state.task.specific.on_action(state.current_task_state, chief, "approve")
    assert shown() == "送审的事实"
    made = Release.objects.get(revision_id=approved.pk)
    assert (made.user, made.examiner) == (chief, chief)


def test_what_was_edited_after_its_submission_is_not_approved_with_it():
    clerk, chief = person("编辑"), person("审核")
    page = decision()
    task = PublicityReview.objects.first()
    workflow = Workflow.objects.filter(workflow_tasks__task=task).first()
    change(page, clerk, facts="送审的事实")
    workflow.start(fresh(page), clerk)
    change(page, clerk, facts="送审之后改的")
    looked_at = fresh(page).current_workflow_task_state
    assert looked_at.revision != fresh(page).latest_revision
    looked_at.task.specific.on_action(looked_at, chief, "approve")
    assert not PublicRecord.objects.filter(kind="penalty").exists()
    again = fresh(page).current_workflow_task_state
    assert again.revision == fresh(page).latest_revision
    again.task.specific.on_action(again, chief, "approve")
    assert shown() == "送审之后改的"


def test_the_interface_for_programs_publishes_nothing_past_the_release(client):
    page = decision(facts="经查，榆溪家园3号楼2单元501室拆改承重墙。")
    client.force_login(publisher())
    response = client.post(f"/admin/api/main/pages/{page.pk}/action/publish/", content_type="application/json")
    assert response.status_code == 404
    assert (fresh(page).live, PublicRecord.objects.filter(kind="penalty").exists()) == (False, False)


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=9000)])
def test_what_once_was_out_does_not_come_back_through_the_interface_for_programs(client, clock, later):
    """Neither after it was taken off nor after its window."""
    page = decision(publish=True)
    page.unpublish(user=publisher())
    clock.move_to(NOW + later)
    before = (fresh(page).live, fresh(page).live_revision_id, Release.objects.count())
    client.force_login(publisher())
    response = client.post(f"/admin/api/main/pages/{page.pk}/action/publish/", content_type="application/json")
    assert response.status_code == 404
    assert (fresh(page).live, fresh(page).live_revision_id, Release.objects.count()) == before


def test_copies_and_new_pages_are_never_live():
    page = decision(publish=True)
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True, user=publisher())
    assert not copy.live
    with pytest.raises(NotReleasedError):
        page.create_alias(update_slug="alias", user=publisher())
    assert PublicRecord.objects.filter(kind="penalty").count() == 1


def test_a_page_that_is_saved_past_the_release_changes_nothing_public():
    page = decision(publish=True)
    page.facts = "旁门"
    page.save()
    reproject()
    assert "旁门" not in shown()
    PenaltyDecisionPage.objects.filter(pk=page.pk).update(facts="旁门")
    reproject()
    assert "旁门" not in shown()


def test_a_draft_made_live_by_hand_is_refused():
    page = decision()
    page.live = True
    with pytest.raises(NotReleasedError):
        page.save()
    PenaltyDecisionPage.objects.filter(pk=page.pk).update(live=True)
    call_command("reproject", verbosity=0)
    assert not PublicRecord.objects.filter(kind="penalty").exists()


def test_a_released_version_is_never_written_over():
    chief = publisher()
    page = decision()
    revision = change(page, chief, facts="看过的")
    release_one(revision, user=chief)
    draft = fresh(page).get_latest_revision_as_object()
    draft.facts = "没人看过的"
    again = draft.save_revision(user=chief, overwrite_revision=revision)
    assert again.pk != revision.pk
    assert shown() == "看过的"


def test_a_version_that_changed_after_its_release_is_not_shown(caplog):
    page = decision(publish=True)
    revision = page.live_revision
    revision.content["facts"] = "改过的"
    revision.save(update_fields=["content"])
    reproject()
    assert not record().is_public(NOW)
    assert "not released as it stands" in caplog.text


def test_a_start_that_was_released_comes_once_and_one_that_was_not_is_reported(clock):
    page = decision()
    start = NOW + timedelta(days=1)
    revision = change(page, go_live_at=start)
    let_out(revision)
    assert record().visible_from == start
    clock.move_to(start + timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert fresh(page).live
    assert releases() == [(revision.pk, "publish")]
    wrong = change(page, facts="没有放行", go_live_at=None)
    Revision.objects.filter(pk=wrong.pk).update(approved_go_live_at=start)
    with pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0)
    assert "没有放行" not in shown()
    assert SchedulerRun.objects.filter(failed__gt=0).exists()


def test_the_database_wants_a_release_for_all_that_is_public():
    decision(publish=True)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE pages_publicrecord SET release_id = NULL WHERE kind = 'penalty'")


def test_the_database_lets_no_ended_record_come_back_and_no_version_fall():
    page = decision(publish=True)
    withdraw(page, user=publisher(), reason="撤销")
    for change_to in ("state = 'public'", "state = 'removed'", "version = 0 + 1"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE pages_publicrecord SET {change_to} WHERE kind = 'penalty'")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE pages_release SET reason = '别的'")


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
    from pages.actions.withdraw import Ground

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


ACTS_OF_PROGRAMS = ("delete", "unpublish", "move", "copy", "publish", "create_alias", "revert_to_page_revision")


@pytest.mark.parametrize("act", ACTS_OF_PROGRAMS)
def test_the_interface_for_programs_has_no_acts(client, act):
    page = decision(publish=True)
    client.force_login(publisher())
    for one in (page, page.get_parent(), page.authority):
        answer = client.post(f"/admin/api/main/pages/{one.pk}/action/{act}/", "{}", content_type="application/json")
        assert answer.status_code == 404
    assert client.get(f"/admin/api/main/pages/{page.pk}/").status_code == 200
    assert fresh(page).live
    assert record().state == RecordState.PUBLIC


def test_nobody_makes_a_page_of_the_column_private(client):
    page = decision(publish=True)
    client.force_login(publisher())
    for one in (page, *page.get_ancestors()):
        client.post(f"/admin/pages/{one.pk}/privacy/", {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
    assert record().is_public(NOW)


@pytest.mark.parametrize(("group", "gone"), [("编辑", False), ("审核", False), ("管理员", True)])
def test_drafts_of_others_are_deleted_by_those_who_keep_the_column(client, group, gone):
    page = decision()
    client.force_login(person(group))
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert PenaltyDecisionPage.objects.filter(pk=page.pk).exists() is not gone
