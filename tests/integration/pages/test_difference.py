"""What a draft would change in public, item by item, in the words of the page."""

import pytest
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from pages.acts.difference import draft_difference
from pages.acts.officers import keep_officer
from pages.acts.open_portal_section import fill_settings
from records.models import PortalSettings
from tests.factories.decisions import change, decision, fresh
from tests.factories.officers import make_officer

pytestmark = pytest.mark.django_db


def difference(page):
    with override("zh-hans"):
        return {one.label: (one.before, one.after) for one in draft_difference(fresh(page))}


def test_nothing_differs_without_a_draft_or_a_record():
    page = decision(publish=True)
    assert difference(page) == {}
    assert difference(decision(doc_no="兴住建罚决字〔2026〕77号", slug="another")) == {}


def test_each_changed_item_is_told_before_and_after():
    page = decision(publish=True)
    before = page.facts
    change(page, facts="另一事实。", result="警告")
    found = difference(page)
    assert found["违法事实"] == (before, "另一事实。")
    assert found["处罚内容"][1] == "警告"
    assert all(one != two for one, two in found.values())
    assert "标题" not in found


def test_the_settings_of_the_column_are_filled_until_a_person_names_the_bureau():
    PortalSettings.objects.all().delete()
    assert fill_settings({"bureau_name": "盘锦示例局"})
    assert PortalSettings.current().bureau_name == "盘锦示例局"
    assert not fill_settings({"bureau_name": "别的局"})
    assert PortalSettings.current().bureau_name == "盘锦示例局"


def test_the_history_of_an_officer_tells_making_from_changing():
    officer = make_officer()
    made_before = ModelLogEntry.objects.count()
    officer.pk = officer.id = None
    officer.certificate_no += "1"
    keep_officer(officer)
    officer.position = "科长"
    keep_officer(officer)
    assert ModelLogEntry.objects.count() == made_before + 2
    acts = ModelLogEntry.objects.filter(object_id=str(officer.pk)).order_by("timestamp", "pk")
    assert list(acts.values_list("action", flat=True)) == ["wagtail.create", "wagtail.edit"]
