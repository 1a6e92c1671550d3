"""What the dated rows say: which holds on a day, in what words they refuse, how settings are read."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from rules.deadlines.engine import UnknownDeadlineError
from rules.models import DeadlineRule, PublicationSettings, RemedyRule
from rules.models.counting import compute_due
from rules.models.terms import terms_field
from rules.naming import NamePolicy

pytestmark = pytest.mark.django_db


def test_a_deadline_holds_from_its_first_to_its_last_day():
    DeadlineRule.objects.filter(key="pay_fine").update(valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 30))
    known = {
        day: DeadlineRule.objects.filter(key="pay_fine").in_force(day).exists()
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1))
    }
    assert list(known.values()) == [False, True, True, False]
    due = compute_due("pay_fine", date(2026, 3, 2))
    assert (due.due, due.limit, due.unit) == (date(2026, 3, 17), 15, "calendar_days")
    with pytest.raises(UnknownDeadlineError, match="2026-07-01"):
        compute_due("pay_fine", date(2026, 7, 1))


def test_each_name_has_its_own_setting():
    names = {"person_name": "hidden", "sole_trader_name": "surname", "representative_name": "hidden"}
    said = PublicationSettings(**names, officer_name="surname").name_policy()
    assert said == NamePolicy("hidden", "surname", "hidden", "surname")


def test_a_remedy_that_ends_before_it_begins_is_refused_at_its_end():
    rule = RemedyRule(text="可以申请行政复议。", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 31))
    with override("zh-hans"), pytest.raises(ValidationError) as refused:
        rule.clean()
    assert list(refused.value.message_dict) == ["valid_to"]


def test_a_field_of_terms_is_called_as_it_was_named():
    assert terms_field("处罚种类", "penalty_type").verbose_name == "处罚种类"
