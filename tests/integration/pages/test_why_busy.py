"""What keeps a source from changing a decision: its record is over for good, whatever other records are."""

import pytest
from django.utils.translation import override

from pages.acts.bulk.versions import why_busy
from records.models import PublicRecord
from records.models.publication import ENDED_FOR_GOOD
from tests.factories.decisions import decision, fresh

pytestmark = pytest.mark.django_db


def test_a_decision_that_is_public_may_be_changed():
    assert why_busy(decision(publish=True), publish=True) == ""


@pytest.mark.parametrize("state", sorted(ENDED_FOR_GOOD))
def test_one_that_has_ended_for_good_may_not(state):
    page = decision(publish=True)
    other = decision(publish=True, doc_no="兴住建罚决字〔2026〕77号", slug="another")
    PublicRecord.objects.filter(page_id=page.pk).update(state=state)
    with override("zh-hans"):
        assert "信用修复" in why_busy(fresh(page), publish=True)
    assert why_busy(fresh(other), publish=True) == ""
