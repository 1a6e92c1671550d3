"""A clerk enters a decision by hand, a reviewer schedules it, and at its time the public reads it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.scheduling import runner
from tests.factories.officers import make_officer
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
NOW = datetime(2026, 11, 23, 2, 0, 30, tzinfo=UTC)
PICTURES = os.environ.get("GONGSHI_TEST_PICTURES")


@pytest.fixture(autouse=True)
def clock(live_server):
    with time_machine.travel(NOW) as traveller:
        yield traveller


def log_in(page, name: str, group: str) -> None:
    user = get_user_model().objects.create_user(name, password="a-long-password")
    user.groups.add(Group.objects.get(name=group))
    page.goto("/admin/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", "a-long-password")
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")


def take(page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def set_date(page, name: str, day: str) -> None:
    """Write a date without focus: the calendar that focus opens lies over the buttons."""
    change = "(field, day) => { field.value = day; field.dispatchEvent(new Event('change', { bubbles: true })) }"
    page.locator(f"[name={name}]").evaluate(change, day)


def fill_in(page) -> None:
    page.fill("[name=doc_no]", "兴住建罚决字〔2026〕88号")
    page.fill("[name=parties-0-name]", "王小明")
    page.select_option("[name=parties-0-category]", label="自然人")
    page.fill("[name=parties-0-personal_number]", "211103198709097235")
    page.fill("[name=violation_kind]", "未取得施工许可证擅自施工")
    page.fill("[name=facts]", "经查，王小明未取得施工许可证擅自施工。")
    page.fill("[name=basis]", "《建设工程质量管理条例》第五十七条")
    page.check("label:text-is('罚款') input[name=penalty_types]")
    page.fill("[name=result]", "罚款人民币壹万伍仟元整。")
    page.fill("[name=fine]", "15000")
    set_date(page, "decided_on", "2026-11-20")
    set_date(page, "served_on", "2026-11-21")
    for name in ("沈知远", "陆闻溪"):
        page.check(f"label:has-text('{name}') input[name=officers]")
    page.fill("[name=remedy]", "可在收到本决定书之日起60日内申请行政复议，或者在6个月内提起行政诉讼。")


def test_a_decision_is_entered_scheduled_and_published_by_hand(new_page, clock):
    make_site()
    make_officer(name="沈知远")
    make_officer(name="陆闻溪")
    clerk = new_page()
    log_in(clerk, "clerk", "编辑")
    clerk.click("text=新建处罚决定")
    take(clerk, "entry-new")
    fill_in(clerk)
    clerk.click("button:has-text('保存草稿')")
    clerk.wait_for_url("**/edit/")
    take(clerk, "entry-draft")
    decision = PenaltyDecisionPage.objects.get()
    assert (decision.live, decision.slug) == (False, "2026-88")

    reviewer = new_page()
    log_in(reviewer, "reviewer", "审核")
    reviewer.goto(f"/admin/pages/{decision.pk}/edit/")
    assert "2027年11月20日" in reviewer.inner_text("main")
    take(reviewer, "entry-review")
    reviewer.click("[data-side-panel-toggle=status]")
    reviewer.click("[data-a11y-dialog-show=schedule-publishing-dialog]")
    set_date(reviewer, "go_live_at", "2026-11-23 11:30")
    take(reviewer, "entry-schedule")
    reviewer.click("#schedule-publishing-dialog button[type=submit]")
    reviewer.wait_for_load_state("networkidle")
    reviewer.click("footer [data-w-dropdown-target=toggle]")
    reviewer.click("[name=action-publish]")
    reviewer.wait_for_load_state("networkidle")
    take(reviewer, "entry-scheduled")

    reader = new_page()
    assert reader.goto("/decisions/2026/2026-88/").status == 404
    clock.move_to(datetime(2026, 11, 23, 3, 30, tzinfo=UTC))  # 11:30 in Shanghai; no scheduler has run
    assert reader.goto("/decisions/2026/2026-88/").status == 200
    shown = reader.inner_text("main")
    assert "王某" in shown
    assert "王小明" not in reader.content()
    assert not PenaltyDecisionPage.objects.get().live
    assert runner.run().published == 1
    assert PenaltyDecisionPage.objects.get().live
