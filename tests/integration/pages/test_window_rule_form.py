"""A publicity window rule is written in words, and keeps its codes."""

import pytest
from django.urls import reverse

from rules.models import WindowRule

pytestmark = pytest.mark.django_db


@pytest.fixture
def edit(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("root", password="x"))
    rule = WindowRule.objects.get(name="36号令 轻微（仅警告、通报批评）")
    WindowRule.objects.filter(pk=rule.pk).update(domains="gone_code")
    return rule, reverse(rule.snippet_viewset.get_url_name("edit"), args=[rule.pk])


def typed(form) -> dict[str, object]:
    """What the browser would send back unchanged."""
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    values = {name: form.fields[name].prepare_value(value) for name, value in values.items()}
    return {name: value for name, value in values.items() if value is not None and value is not False}


def test_the_form_speaks_in_words_and_saving_it_changes_nothing(client, edit):
    rule, address = edit
    response = client.get(address)
    page = response.content.decode()
    assert ("通报批评" in page, "自然人" in page, "不选则不限" in page) == (True, True, True)
    before = WindowRule.objects.filter(pk=rule.pk).values().get()
    assert client.post(address, typed(response.context["form"])).status_code == 302
    assert WindowRule.objects.filter(pk=rule.pk).values().get() == before


def test_what_is_ticked_is_kept_as_codes(client, edit):
    rule, address = edit
    values = typed(client.get(address).context["form"])
    chosen = {"penalty_types": ["fine", "warning"], "grades": ["serious"], "act": "permit", "domains": []}
    assert client.post(address, {**values, **chosen}).status_code == 302
    rule.refresh_from_db()
    assert (rule.penalty_types, rule.grades, rule.act, rule.domains) == ("warning fine", "serious", "permit", "")


def test_a_code_that_nobody_knows_is_refused_at_its_field(client, edit):
    _rule, address = edit
    values = typed(client.get(address).context["form"])
    response = client.post(address, {**values, "grades": ["frightful"]})
    assert response.context["form"].errors["grades"]
