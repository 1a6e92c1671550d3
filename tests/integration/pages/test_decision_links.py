"""What a penalty rests on: articles, officers and body as links on its public page."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from pages.examination.findings import findings_of
from pages.kinds.law.models import LawArticle
from pages.kinds.penalty.models import PenaltyArticle, PenaltyDecisionPage
from records.models import PublicRecord
from rules.models import PublicationSettings
from samples import agencies as bodies
from samples import benchmarks, laws, links, officers, powers
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision, make_party, make_site
from tests.factories.releases import let_out
from tests.integration.pages.test_hand_entry import add, clock, management, reviewer

__all__ = ["clock", "reviewer"]
pytestmark = pytest.mark.django_db
RULES = "建设工程质量管理条例"


@pytest.fixture
def article() -> LawArticle:
    make_site()
    laws.load()
    return laws.article(RULES, "第五十七条")


def linked(article: LawArticle) -> PenaltyDecisionPage:
    page = make_decision(facts="执法人员沈知远到场检查。")
    page.officers = [make_officer(name="沈知远")]
    page.cited = [PenaltyArticle(article=article)]
    let_out(page.save_revision())
    return page


def test_articles_officers_and_body_are_links(client, article):
    page = linked(article)
    record = PublicRecord.objects.get(page_id=page.pk)
    assert record.fields["articles"] == [{"key": f"law-{article.law_id}", "label": f"《{RULES}》第五十七条"}]
    html = client.get(record.path).content.decode()
    law = PublicRecord.objects.get(key=f"law-{article.law_id}")
    assert f'href="{law.path}"' in html
    assert "沈知远" in html


def test_names_of_officers_follow_the_setting(client, article):
    page = linked(article)
    settings = PublicationSettings.load()
    settings.officer_name = "surname"
    settings.save()
    record = PublicRecord.objects.get(page_id=page.pk)
    assert record.fields["officers"][0]["label"] == "沈某"
    assert "沈知远" not in client.get(record.path).content.decode()


def test_an_article_that_was_not_in_force_is_refused_at_its_row(client, reviewer, article):
    article.in_force_to = date(2026, 11, 19)
    article.save()
    rows = {f"cited-{name}": value for name, value in management(1).items()}
    values = {**rows, "cited-0-article": article.pk, "cited-0-ORDER": "1"}
    response = add(client, **values)
    assert response.status_code == 200
    row = response.context["form"].formsets["cited"].forms[0]
    assert "不具有效力" in "".join(row.errors["article"])
    article.in_force_to = None
    article.save()
    assert add(client, **values).status_code == 302


def test_the_samples_newest_penalties_are_consistent():
    make_site()
    laws.load()
    bodies.load()
    officers.load()
    powers.load()
    benchmarks.load()
    company = {"credit_code": "91211103MA0YQ3X22Y", "representative": "周云帆"}
    page = make_decision(
        publish=True,
        basis=f"《{RULES}》第五十七条",
        decided_on=date(2026, 10, 8),
        parties=[make_party(**company)],
    )
    links.load()
    page = PenaltyDecisionPage.objects.get(pk=page.pk)
    assert not findings_of(page)
    assert page.filed_on <= page.notified_on <= page.decided_on <= page.served_on
    assert "十五日内" in page.remedy
    assert len(page.officers.all()) == 2
    assert page.benchmark.violation == page.violation_kind
    record = PublicRecord.objects.get(page_id=page.pk)
    assert record.fields["power"] == [{"key": f"power-{page.power_id}", "label": page.power.title}]
    page.fine = Decimal("9999")
    page.result = "罚款9999元"
    outside = [one for one in findings_of(page) if one.is_error]
    assert [one.label for one in outside] == ["罚款金额（元）"]
    page.benchmark_reason = "当事人主动消除危害后果"
    assert not [one for one in findings_of(page) if one.is_error]
    assert [row.article.number for row in page.cited.all()] == ["第五十七条"]
    revisions = page.revisions.count()
    links.load()
    assert page.revisions.count() == revisions


def test_the_edit_screen_shows_articles_and_officers(client, article):
    page = linked(article)
    client.force_login(get_user_model().objects.create_superuser("root", password="x"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "适用条款" in html
    assert "沈知远" in html
