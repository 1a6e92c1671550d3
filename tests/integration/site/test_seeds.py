"""Rows of ours are put in once: what people do to them since then stays."""

from itertools import chain

import pytest
from django.apps import apps

from pages.models import Recipient
from pages.seeds import recipients
from rules.models import DeadlineRule, PlantedSeed, RemedyRule, Term, WindowRule
from rules.seeds import planting, rows
from rules.seeds.rows import Seed

pytestmark = pytest.mark.django_db


def test_each_row_has_a_code_of_its_own_and_was_put_in():
    codes = [(seed.model, seed.code) for seed in chain(planting.seeds(apps), recipients.seeds())]
    assert len(set(codes)) == len(codes)
    assert set(codes) == set(PlantedSeed.objects.values_list("model", "code"))
    for model in {model for model, _code in codes}:
        assert apps.get_model(model).objects.count() >= sum(one == model for one, _code in codes)


def test_what_a_person_changed_or_deleted_is_left_alone():
    Term.objects.filter(vocabulary="grade", code="minor").update(label="轻微违法")
    Term.objects.filter(vocabulary="identity_document", code="hk_macao_permit").delete()
    WindowRule.objects.filter(name="建筑市场 一般").update(name="建筑市场（一般）", default_months=9)
    DeadlineRule.objects.filter(key="pay_fine").delete()
    RemedyRule.objects.all().delete()
    Recipient.objects.all().delete()
    before = Term.objects.count(), WindowRule.objects.count(), DeadlineRule.objects.count()
    planting.plant(apps)
    rows.plant(apps, recipients.seeds())
    assert (Term.objects.count(), WindowRule.objects.count(), DeadlineRule.objects.count()) == before
    assert Term.objects.get(vocabulary="grade", code="minor").label == "轻微违法"
    assert not RemedyRule.objects.exists()
    assert not Recipient.objects.exists()


def test_a_row_that_is_new_comes_once():
    new = Seed("pages.Recipient", "新平台", {"name": "新平台", "basis": "依据"})
    rows.plant(apps, [new])
    rows.plant(apps, [new])
    assert Recipient.objects.filter(name="新平台").count() == 1
    Recipient.objects.filter(name="新平台").delete()
    rows.plant(apps, [new])
    assert not Recipient.objects.filter(name="新平台").exists()
