"""Editors find every page, drafts included, by two characters in Wagtail's own views."""

import json
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from pages.acts import DecisionChange, apply_decisions
from pages.admin.search_backend import entries
from pages.admin.search_backend.models import AdminEntry
from pages.kinds.penalty.importing import PenaltyData
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.tasks import sweep_pages
from records.models import OutboxEntry
from records.types.decision_data import PartyData
from tests.factories.pages import make_decision, make_party, make_site
from tests.factories.releases import let_out

pytestmark = [pytest.mark.engine, pytest.mark.django_db]


@pytest.fixture
def editor(client: Client) -> Client:
    """An administrator, logged in."""
    client.force_login(get_user_model().objects.create_superuser("admin", "a@example.org", "x"))
    return client


@pytest.fixture
def draft() -> PenaltyDecisionPage:
    """A page that the public never saw."""
    party = make_party("盘锦榆溪市政工程有限公司", credit_code="91211103MA0UC1234X")
    return make_decision(doc_no="兴住建罚决字〔2026〕777号", parties=[party])


@pytest.mark.parametrize(
    "typed", ["榆溪", "溪市政", "777号", "罚决字〔2026〕777", "[2026]777", "1234X", "擅自", "榆溪 777"]
)
def test_a_draft_is_found_in_fragments(draft: PenaltyDecisionPage, typed: str):
    make_decision(parties=[make_party("甲公司")], violation_kind="其他")
    assert [page.pk for page in Page.objects.all().autocomplete(typed)] == [draft.pk]
    assert [page.pk for page in PenaltyDecisionPage.objects.all().search(typed)] == [draft.pk]


def test_what_stands_in_the_newest_draft_only_is_found(draft: PenaltyDecisionPage):
    draft.doc_no = "兴住建罚决字〔2026〕888号"
    draft.parties.add(make_party("沈阳珊瑚装饰有限公司"))
    draft.save_revision()
    for typed in ("888号", "珊瑚", "777号"):
        assert [page.pk for page in Page.objects.all().search(typed)] == [draft.pk]


def test_stock_views_find_the_draft(editor: Client, draft: PenaltyDecisionPage):
    addresses = [
        reverse("wagtailadmin_pages:search") + "?q=榆溪",
        reverse("wagtailadmin_explore", args=[draft.get_parent().pk]) + "?q=榆溪",
        reverse("wagtailadmin_explore_root") + "?q=榆溪",
    ]
    for address in addresses:
        response = editor.get(address)
        assert response.status_code == 200
        assert draft.title in response.content.decode(), address


def test_the_chooser_finds_the_draft(editor: Client, draft: PenaltyDecisionPage):
    response = editor.get(reverse("wagtailadmin_choose_page_search"), {"q": "榆溪"})
    assert draft.title in response.content.decode()


def test_counts_by_type_are_right(editor: Client, draft: PenaltyDecisionPage):
    response = editor.get(reverse("wagtailadmin_pages:search"), {"q": "榆溪"})
    assert response.context["all_pages"].count() == 1


def test_entries_hold_no_identity_number(draft: PenaltyDecisionPage):
    number = "211103198709097235"
    draft.facts = f"身份证号{number}"
    draft.save_revision()
    assert number not in json.dumps(list(AdminEntry.objects.values_list("text", flat=True)))


def test_a_page_made_in_bulk_is_found_before_its_entry(draft: PenaltyDecisionPage):
    AdminEntry.objects.all().delete()
    for typed in ("榆溪", "777号", "〔2026〕777", "MA0UC", "溪市政"):
        assert [page.pk for page in Page.objects.all().search(typed)] == [draft.pk]
    assert entries.write_missing() == Page.objects.filter(depth__gt=1).count()
    assert not entries.missing().exists()
    assert [page.pk for page in Page.objects.all().search("777号")] == [draft.pk]


def test_entries_of_many_pages_take_few_queries(draft: PenaltyDecisionPage, django_assert_max_num_queries: Any):
    pks = [make_decision().pk for _ in range(5)]
    pages = Page.objects.filter(pk__in=[*pks, draft.pk])
    with django_assert_max_num_queries(12):
        entries.write(entries.complete(pages))


def test_wagtails_own_index_stays_empty(draft: PenaltyDecisionPage):
    from wagtail.search.models import IndexEntry

    let_out(draft.save_revision())
    assert not IndexEntry.objects.exists()


def test_pages_and_other_models_are_found_under_their_filters(draft: PenaltyDecisionPage):
    assert not list(Page.objects.filter(live=True).search("榆溪"))
    assert list(Page.objects.child_of(draft.get_parent()).search("榆溪"))
    assert [page.pk for page in Page.objects.search("榆溪", order_by="title")] == [draft.pk]


def test_drafts_made_in_bulk_are_found_after_a_lost_task():
    user = get_user_model().objects.create_superuser("bulk")
    code = make_site().credit_code
    parties = (PartyData("盘锦榆溪市政工程有限公司"),)
    facts = PenaltyData("兴住建罚决字〔2026〕777号", date(2026, 10, 8), "事实", parties, agency_code=code)
    apply_decisions([DecisionChange(facts)], user=user, publish=False)
    sweep_pages()
    assert [page.slug for page in Page.objects.all().autocomplete("777号")] == ["2026-777"]


def test_the_first_page_tells_what_an_engine_refused(editor: Client, draft: PenaltyDecisionPage):
    assert "outbox" not in editor.get(reverse("wagtailadmin_home")).content.decode()
    now = timezone.now()
    OutboxEntry.objects.create(
        engine="database",
        key="penalty-1",
        version=1,
        available_at=now,
        created_at=now,
        dead=True,
        last_error="ValueError: <cannot be read>",
    )
    shown = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "penalty-1" in shown
    assert "&lt;cannot be read&gt;" in shown
