"""No door of Wagtail leads past an act of the product: nothing public vanishes silently, nothing is there twice."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Page

from pages.acts.release import obstacles
from pages.acts.site_tree import section_for
from pages.base.tree import HomePage
from records.models import PublicRecord
from records.types import all_kinds
from tests.factories.pages import make_decision
from tests.factories.powers import make_power
from tests.factories.releases import let_out
from tests.integration.records.test_leaks import make, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision():
    return make_decision(publish=True)


@pytest.fixture
def chief(client, django_user_model):
    """Somebody with every right that the product gives."""
    user = django_user_model.objects.create_user("chief", password="x")
    user.groups.set(Group.objects.all())
    client.force_login(user)
    return client


def said(response) -> str:
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


def many(action: str, page: Page) -> str:
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?next=/admin/&id={page.pk}"


def is_public(page: Page) -> bool:
    return PublicRecord.objects.get(page_id=page.pk).state == "public" and Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("act", ["delete", "unpublish"])
def test_a_public_decision_ends_by_its_withdrawal_alone(chief, decision, act):
    response = chief.post(reverse(f"wagtailadmin_pages:{act}", args=[decision.pk]))
    leads_to = "pages_withdraw" if act == "unpublish" else "wagtailadmin_pages:edit"
    assert (response.status_code, response["Location"]) == (302, reverse(leads_to, args=[decision.pk]))
    assert "理由" in said(response)
    assert is_public(decision)


@pytest.mark.parametrize("act", ["delete", "unpublish"])
def test_nor_do_many_at_once(chief, decision, act):
    response = chief.post(many(act, decision))
    assert response.status_code == 302
    assert decision.title in said(response)
    assert is_public(decision)


def test_what_was_public_stays_with_its_history(chief, decision):
    decision.unpublish()
    response = chief.post(reverse("wagtailadmin_pages:delete", args=[decision.pk]))
    assert "不能删除" in said(response)
    assert Page.objects.filter(pk=decision.pk).exists()


def test_a_draft_that_nobody_saw_may_go(chief):
    page = make_decision()
    chief.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()


def test_a_list_before_enforcement_may_be_adjusted(chief):
    power = make_power()
    assert power.live
    chief.post(reverse("wagtailadmin_pages:unpublish", args=[power.pk]))
    power.refresh_from_db()
    assert not power.live


@pytest.mark.parametrize("act", ["delete", "unpublish", "copy"])
def test_the_structure_of_the_column_stays(chief, decision, act):
    for page in (HomePage.objects.get(), section_for("penalty"), decision.get_parent()):
        response = chief.post(reverse(f"wagtailadmin_pages:{act}", args=[page.pk]))
        assert response.status_code == 302
        assert Page.objects.get(pk=page.pk).live
    assert is_public(decision)


def test_a_record_stands_where_its_kind_and_date_put_it(chief, decision):
    place = reverse("wagtailadmin_pages:move_confirm", args=[decision.pk, section_for("permit").pk])
    before = Page.objects.get(pk=decision.pk).path
    chief.post(place)
    assert Page.objects.get(pk=decision.pk).path == before


def test_no_kind_can_be_copied_as_an_alias_or_published_at_once(chief, decision):
    for kind in all_kinds():
        if not kind.model:
            continue
        page = put(make(kind.key))
        let_out(page.get_latest_revision())
        known = set(Page.objects.values_list("pk", flat=True))
        copy = {"new_title": "抄件", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
        response = chief.post(
            reverse("wagtailadmin_pages:copy", args=[page.pk]), {**copy, "alias": "on", "publish_copies": "on"}
        )
        assert response.status_code == 302, kind.key
        made = Page.objects.exclude(pk__in=known)
        assert len(made) == (1 if page.is_copyable else 0), kind.key
        assert [(one.live, one.alias_of_id) for one in made] in ([], [(False, None)]), kind.key


def test_publishing_many_stops_at_possible_personal_information(chief):
    page = make_decision(facts="经查，榆溪家园3号楼2单元501室拆改承重墙。")
    response = chief.post(many("publish", page), follow=True)
    assert any("个人信息" in group.reason for group in response.context["groups"])
    page.refresh_from_db()
    assert not page.live


@pytest.fixture
def people(django_user_model):
    """One who writes and one who releases."""
    found = {}
    for name in ("编辑", "审核"):
        found[name] = django_user_model.objects.create_user(name, password="x")
        found[name].groups.add(Group.objects.get(name=name))
    return found


def approve(client, page, people) -> int:
    task = page.get_workflow().start(page, people["编辑"]).current_task_state
    assert task.task.name == "公示审核"
    client.force_login(people["审核"])
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    return client.post(address).status_code


def test_what_was_submitted_is_released_by_somebody_else(client, people):
    power = make_power(publish=False)
    assert approve(client, power, people) == 302
    power.refresh_from_db()
    assert power.live


def test_what_contradicts_itself_or_names_somebody_is_not_released(client, people):
    page = make_decision(facts="经查，榆溪家园3号楼2单元501室拆改承重墙。")
    assert any("隐私" in one for one in obstacles(page))
    assert approve(client, page, people) == 302
    page.refresh_from_db()
    assert not page.live
