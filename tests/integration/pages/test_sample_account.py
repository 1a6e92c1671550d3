"""The invented content is published in somebody's name; that name is no way into the house."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from pages.actions.correct import correct
from pages.actions.repair import PERMISSION
from pages.sample import endings
from pages.seeds.accounts import SAMPLE, SAMPLE_NAME, retire_sample
from tests.factories.pages import make_decision

pytestmark = pytest.mark.django_db


def test_it_acts_with_the_rights_of_groups_and_is_inactive():
    page, user = make_decision(publish=True), endings._user()
    draft = page.get_latest_revision_as_object()
    draft.basis = "《建设工程质量管理条例》第五十七条第一款"
    draft.save_revision()
    assert user.has_perm(PERMISSION)
    assert correct(page, user=user, text="条款序号已更正").number == 1
    kept = get_user_model().objects.get(username=SAMPLE)
    assert (kept.is_active, kept.is_superuser, kept.has_usable_password()) == (False, False, False)
    assert endings._user().pk == kept.pk


def test_where_it_was_a_superuser_it_is_none_any_more():
    users = get_user_model().objects
    made = users.create(username=SAMPLE, first_name=SAMPLE_NAME, is_superuser=True, password="!none")
    namesake = users.create_superuser("sample-2", password="x")
    retire_sample(apps)
    made.refresh_from_db()
    namesake.refresh_from_db()
    assert (made.is_active, made.is_superuser) == (False, False)
    assert {group.name for group in made.groups.all()} == {"审核", "管理员"}
    assert namesake.is_superuser


def test_a_person_of_that_name_keeps_her_account():
    users = get_user_model().objects
    users.create_superuser(SAMPLE, password="x", first_name=SAMPLE_NAME)
    retire_sample(apps)
    assert users.get(username=SAMPLE).is_superuser
