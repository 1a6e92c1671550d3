"""Powers, benchmarks and guides: public with what they rest on, tied to each other, flagged when their basis ends."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from pages.admin import desk
from pages.kinds.guide.models import GuideMaterial
from pages.kinds.power.models import PowerPage
from records.models import PublicRecord
from rules.models import RemedyRule
from rules.models.remedies import remedy_by_law
from samples import benchmarks, guides, laws, powers
from tests.factories.laws import make_article, make_law
from tests.factories.pages import make_decision, make_site
from tests.factories.powers import make_benchmark, make_guide, make_power
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db


def record_of(page) -> PublicRecord:
    return PublicRecord.objects.get(page_id=page.pk)


def page_text(client, page) -> str:
    return client.get(record_of(page).path).content.decode()


def test_a_power_is_public_with_its_basis_and_can_be_filtered(client):
    article = make_article()
    power = make_power(article, unit="建筑市场监管科", duties="1. 立案责任：及时立案。", phone="0427-0000012")
    make_power(article, kind="permit", unit="燃气科")
    text = page_text(client, power)
    assert f'href="/laws/{article.law_id}/#article-{article.pk}"' in text
    for words in ("及时立案", "建筑市场监管科", "0427-0000012", "《建设工程质量管理条例》第五十七条"):
        assert words in text
    facets = {"power_type": ["行政处罚"], "unit": ["建筑市场监管科"], "law": ["建设工程质量管理条例"]}
    assert record_of(power).facets == facets
    for name, values in facets.items():
        found = client.get("/powers/", {name: values[0]}).context["records"]
        assert [one.key for one in found if one.page_id == power.pk], name
    assert [one.page_id for one in client.get("/powers/", {"unit": "建筑市场监管科"}).context["records"]] == [power.pk]


def test_the_list_is_in_its_own_order(client):
    last = make_power(position="020")
    first = make_power(last.articles[0], position="003")
    assert [one.page_id for one in client.get("/powers/").context["records"]] == [first.pk, last.pk]


def test_power_benchmark_and_guide_lead_to_each_other_while_they_are_public(client):
    power = make_power()
    benchmark = make_benchmark(power, (10_000, 20_000))
    guide = make_guide(power)
    text = page_text(client, power)
    assert f'href="{record_of(benchmark).path}"' in text
    assert f'href="{record_of(guide).path}"' in text
    assert f'href="{record_of(power).path}"' in page_text(client, benchmark)
    assert f'href="{record_of(power).path}"' in page_text(client, guide)
    benchmark.unpublish()
    guide.delete()
    text = page_text(client, power)
    assert benchmark.violation not in text
    assert guide.name not in text


def test_a_benchmark_that_moves_to_another_power_leaves_the_first(client):
    first = make_power()
    second = make_power(first.articles[0])
    benchmark = make_benchmark(first, (1, 2))
    benchmark.power = second
    let_out(benchmark.save_revision())
    assert benchmark.violation not in page_text(client, first)
    assert benchmark.violation in page_text(client, second)


def test_a_changed_text_or_name_is_followed_by_all_that_show_it(client):
    article = make_article()
    power = make_power(article)
    benchmark = make_benchmark(power, (1, 2))
    article.text = "修改后的条文"
    article.save()
    article.law.name = "改名后的条例"
    article.law.save()
    power.name = "改名后的处罚"
    let_out(power.save_revision())
    for page in (power, benchmark):
        text = page_text(client, page)
        assert "修改后的条文" in text
        assert "《改名后的条例》第五十七条" in text
        assert "改名后的处罚" in text


def test_the_grade_of_an_amount():
    benchmark = make_benchmark(make_power(), (10_000, 20_000), (20_000, 50_000), (60_000, None))
    grades = list(benchmark.grades.all())
    assert benchmark.grade_for(Decimal("9999.99")) is None
    assert benchmark.grade_for(Decimal(10_000)) == grades[0]
    assert benchmark.grade_for(Decimal(20_000)) == grades[0]
    assert benchmark.grade_for(Decimal("20000.01")) == grades[1]
    assert benchmark.grade_for(Decimal(55_000)) is None
    assert benchmark.grade_for(Decimal(900_000)) == grades[2]
    assert benchmark.grade_for(None) is None


def test_the_public_table_names_ranges_in_the_official_words(client):
    benchmark = make_benchmark(make_power(), (10_000, 20_000), (Decimal("0.50"), None), (None, 300))
    text = strip_tags(page_text(client, benchmark))
    for words in ("10,000元以上20,000元以下", "0.5元以上", "300元以下"):
        assert words in text


def test_a_guide_shows_its_materials(client):
    guide = make_guide(make_power(kind="permit"), conditions="已经确定施工企业。", publish=False)
    guide.materials = [GuideMaterial(name="施工合同", form="both", copies=2)]
    let_out(guide.save_revision())
    text = page_text(client, guide)
    for words in ("施工合同", "原件及复印件", "已经确定施工企业。"):
        assert words in text


def test_what_rests_on_a_repealed_law_is_flagged_everywhere(admin_client):
    law = make_law("旧条例", in_force_to=date(2020, 12, 31), replaced_by=make_law("新条例"))
    stale = make_power(make_article("第六条", law))
    sound = make_power(make_article("第七条", law.replaced_by))
    benchmark = make_benchmark(stale, (1, 2))
    today = timezone.localdate()
    assert list(PowerPage.on_stale_articles(today)) == [stale]
    assert list(PowerPage.on_stale_articles(date(2020, 12, 31))) == []
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[stale.pk])).content.decode()
    assert "依据已失效" in edit
    assert "《新条例》" in edit
    assert "依据已失效" not in admin_client.get(reverse("wagtailadmin_pages:edit", args=[sound.pk])).content.decode()
    listing = admin_client.get(reverse("power_records:index"), {"basis": "over"})
    assert [one.pk for one in listing.context["object_list"]] == [stale.pk]
    assert listing.content.decode().count("依据已失效") > 1
    rows = list(desk.desk_lists.get("stale_basis").rows(None))
    assert {row.title for row in rows} == {stale.title, benchmark.title}
    assert desk.desk_lists.get("stale_basis").count(None) == 2
    assert "《新条例》" in rows[0].detail


def test_an_amended_article_flags_what_rests_on_it_from_the_day_after(admin_client):
    article = make_article()
    power = make_power(article)
    article.in_force_to = timezone.localdate()
    article.save()
    assert not power.stale_articles()
    assert power.stale_articles(date(2099, 1, 1)) == [article]


def test_remedies_follow_procedure_and_day():
    summary = remedy_by_law(date(2026, 5, 1), "简易程序")
    assert summary.startswith("对当场作出的行政处罚决定不服的，应当")
    assert remedy_by_law(date(2026, 5, 1), "summary") == summary
    ordinary = remedy_by_law(date(2026, 5, 1), "普通程序")
    assert "六个月内依法直接向人民法院提起行政诉讼" in ordinary
    assert "先申请" not in ordinary
    assert remedy_by_law(date(2023, 12, 31), "简易程序") == remedy_by_law(date(2023, 12, 31))
    assert "先申请" not in remedy_by_law(date(2023, 12, 31), "简易程序")
    assert "三个月" in remedy_by_law(date(2015, 4, 30))
    assert "六个月" in remedy_by_law(date(2015, 5, 1))


def test_a_decision_without_words_of_its_own_shows_the_remedy_of_its_procedure(client):
    decision = make_decision(publish=True, decided_on=date(2026, 10, 8), remedy="")
    RemedyRule.objects.filter(procedure__isnull=True).update(text="按规则写明的救济途径。")
    path = record_of(decision).path
    assert "按规则写明的救济途径。" in client.get(path).content.decode()
    own = make_decision(
        publish=True,
        decided_on=date(2026, 10, 8),
        remedy="来源写明：可在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
    )
    text = client.get(record_of(own).path).content.decode()
    assert "来源写明：" in text
    assert "按规则写明" not in text


def test_the_sample_hangs_together_and_loads_twice():
    make_site()
    for _ in range(2):
        for part in (laws, powers, benchmarks, guides):
            part.load()
    assert PowerPage.objects.filter(live=True).count() == len(powers.ROWS)
    assert PowerPage.objects.values("power_type").distinct().count() == 10
    assert list(PowerPage.on_stale_articles(timezone.localdate())) == [PowerPage.objects.get(code="XK-099")]
    keys = PublicRecord.objects.filter(kind__in=("power", "benchmark", "guide")).values_list("kind", flat=True)
    assert {kind: list(keys).count(kind) for kind in set(keys)} == {
        "power": len(powers.ROWS), "benchmark": len(benchmarks.ROWS), "guide": len(guides.ROWS),
    }  # fmt: skip
