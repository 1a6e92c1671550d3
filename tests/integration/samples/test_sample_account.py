"""The invented content is published in somebody's name; that name is no way into the house."""

import pytest
from django.contrib.auth import get_user_model

from pages.acts.correct import correct
from pages.acts.repair import PERMISSION
from pages.seeds.accounts import SAMPLE
from samples import endings
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
