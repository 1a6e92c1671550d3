"""What the first page of the admin says in figures: of decisions, whatever else is public."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pages.admin.home import PublicityPanel
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def figures(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    context = PublicityPanel().get_context_data({"request": request})
    return {name: context[name] for name in ("public", "waiting", "ending")}


def test_decisions_of_every_kind_are_counted_and_nothing_else(rf, admin_user):
    now = timezone.now()
    for kind in ("penalty", "permit", "coercion", "other", "notice", "agency"):
        make_record(kind)
        make_record(kind, visible_from=now + timedelta(days=1))
        make_record(kind, visible_to=now + timedelta(days=3))
    assert figures(rf, admin_user) == {"public": 8, "waiting": 4, "ending": 4}


def test_its_button_begins_what_the_declaration_says(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    found = dict(PublicityPanel().get_context_data({"request": request})["beginnings"])
    assert reverse("pages_new_record", args=["penalty"]) in found
