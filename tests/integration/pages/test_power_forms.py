"""The forms of powers and benchmarks: bad input is answered at the field, and nothing typed is lost."""

import pytest
from django.urls import reverse

from pages.acts.site_tree import section_for
from pages.kinds.benchmark.models import BenchmarkPage
from pages.kinds.law.models import LawArticle
from pages.kinds.power.models import PowerPage
from rules.models import Term
from tests.factories.laws import make_article, make_law
from tests.factories.pages import make_site
from tests.factories.powers import make_power

pytestmark = pytest.mark.django_db


def table(name, rows):
    """The fields of an inline table."""
    found = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
    found |= {f"{name}-MIN_NUM_FORMS": "0", f"{name}-MAX_NUM_FORMS": "1000"}
    for number, row in enumerate(rows):
        values = {"ORDER": str(number + 1), "DELETE": "", "id": "", **row}
        found |= {f"{name}-{number}-{key}": value for key, value in values.items()}
    return found


def post(client, kind, tables, publish=True, **values):
    """Send the form of a new page."""
    model = {"power": PowerPage, "benchmark": BenchmarkPage}[kind]
    facts = {"disclosure": "public", "effective_on": "2026-01-01", "agency": make_site().pk, **values}
    for name, rows in {"bases": [], "attachments": [], **tables}.items():
        facts |= table(name, rows)
    if publish:
        facts["action-publish"] = "action-publish"
    address = reverse("wagtailadmin_pages:add", args=["pages", model._meta.model_name, section_for(kind).pk])
    return client.post(address, facts)


def power(client, bases=None, publish=True, **values):
    rows = [{"article": make_article().pk}] if bases is None else bases
    kind = Term.objects.get(vocabulary="power_type", code="penalty").pk
    facts = {"code": "CF-777", "name": "对违法行为的处罚", "power_type": kind, "duties": "录入的责任事项", **values}
    return post(client, "power", {"items": [], "bases": rows}, publish, **facts)


def grades(*pairs):
    usual = Term.objects.get(vocabulary="circumstance", code="usual").pk
    rows = [{"amount_from": a, "amount_to": b, "percent": "", "other_penalty": ""} for a, b in pairs]
    return [{"circumstance": usual, "standard": "录入的标准", **row} for row in rows]


def benchmark(client, *pairs):
    basis = make_article()
    values = {"violation": "违法行为", "power": make_power(basis).pk, "penalty": ""}
    return post(client, "benchmark", {"bases": [{"article": basis.pk}], "grades": grades(*pairs)}, **values)


def test_a_complete_power_is_published(admin_client):
    assert power(admin_client).status_code == 302
    page = PowerPage.objects.get()
    assert page.live
    assert page.slug == "cf-777"


def test_a_power_without_basis_is_refused_at_its_table_and_kept(admin_client):
    answer = power(admin_client, bases=[])
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "没有依据的事项不得公布" in text
    assert "录入的责任事项" in text
    assert not PowerPage.objects.exists()
    assert power(admin_client, bases=[], publish=False).status_code == 302
    assert not PowerPage.objects.get().live


def test_a_power_without_type_is_refused_at_the_field(admin_client):
    answer = power(admin_client, power_type="")
    assert "power_type" in answer.context["form"].errors


def test_an_article_named_twice_is_refused_at_its_row(admin_client):
    article = make_article()
    answer = power(admin_client, bases=[{"article": article.pk}, {"article": article.pk}])
    assert "article" in answer.context["form"].formsets["bases"].forms[1].errors
    assert not PowerPage.objects.exists()


def test_a_code_used_twice_names_the_other_power(admin_client):
    make_power(code="CF-777", name="先前的事项")
    answer = power(admin_client, bases=[{"article": LawArticle.objects.get().pk}])
    assert "先前的事项" in "".join(answer.context["form"].errors["code"])


@pytest.mark.parametrize(
    ("pairs", "row", "field"),
    [
        ([("20000", "10000")], 0, "amount_to"),
        ([("20000", "30000"), ("10000", "40000")], 1, "amount_from"),
        ([("20000", "30000"), ("", ""), ("10000", "40000")], 2, "amount_from"),
        ([("-1", "5")], 0, "amount_from"),
    ],
)
def test_amounts_out_of_order_are_refused_at_the_field(admin_client, pairs, row, field):
    answer = benchmark(admin_client, *pairs)
    assert answer.status_code == 200
    assert field in answer.context["form"].formsets["grades"].forms[row].errors
    assert "录入的标准" in answer.content.decode()
    assert not BenchmarkPage.objects.exists()


def test_grades_in_order_are_published(admin_client):
    assert benchmark(admin_client, ("10000", "20000"), ("20000", "50000"), ("50000", "")).status_code == 302
    assert BenchmarkPage.objects.get().live


def test_a_benchmark_without_grades_is_refused(admin_client):
    assert "发布前请至少填写一个裁量档次" in benchmark(admin_client).content.decode()


def test_an_article_is_found_by_law_number_and_words(admin_client):
    wanted = make_article("第五十七条", text="未取得施工许可证")
    make_article("第六十四条", wanted.law, text="偷工减料")
    other = make_article("第五十七条", make_law("物业管理条例"), text="挪用")
    chooser = LawArticle.snippet_viewset.chooser_viewset
    address = reverse(chooser.get_url_name("choose_results"))
    for asked, found in (
        ({"q": "质量 第五十七条"}, [wanted]),
        ({"q": "施工许可"}, [wanted]),
        ({"law": other.law_id}, [other]),
    ):
        results = admin_client.get(address, asked).context["results"].object_list
        assert list(results) == found, asked
