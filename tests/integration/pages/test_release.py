"""The one way out: every way of Wagtail leads into it or is closed, and the database wants it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import PageViewRestriction, Revision, Workflow

from pages.acts.rebuild_records import rebuild_records
from pages.acts.release import release, release_one
from pages.acts.review import PublicityReview
from pages.base.versions import content_hash
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord, RecordState, Release, SchedulerRun
from records.models.release import NotReleasedError
from tests.factories.decisions import change, decision, fresh, record, releases, shown
from tests.factories.people import person
from tests.factories.releases import let_out, publisher

pytestmark = [pytest.mark.django_db, pytest.mark.engine]
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


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
    with django_assert_max_num_queries(3 * 160):
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
    rebuild_records()
    assert "旁门" not in shown()
    PenaltyDecisionPage.objects.filter(pk=page.pk).update(facts="旁门")
    rebuild_records()
    assert "旁门" not in shown()


def test_a_draft_made_live_by_hand_is_refused():
    page = decision()
    page.live = True
    with pytest.raises(NotReleasedError):
        page.save()
    PenaltyDecisionPage.objects.filter(pk=page.pk).update(live=True)
    call_command("rebuild_records", verbosity=0)
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
    rebuild_records()
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


ACTS_OF_PROGRAMS = ("delete", "unpublish", "move", "copy", "publish", "create_alias", "revert_to_page_revision")


@pytest.mark.parametrize("act", ACTS_OF_PROGRAMS)
def test_the_interface_for_programs_has_no_acts(client, act):
    page = decision(publish=True)
    client.force_login(publisher())
    for one in (page, page.get_parent(), page.agency):
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
