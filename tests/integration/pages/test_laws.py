"""Laws and their articles: in force in their time, public with it, kept after their repeal."""

from datetime import date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from pages.kinds.law.models import Law, LawArticle
from records.models import PublicRecord
from rules.windows import SHANGHAI
from samples import laws
from tests.factories.laws import make_article, make_law
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db


def record_of(law: Law) -> PublicRecord:
    return PublicRecord.objects.get(key=f"law-{law.pk}")


def test_first_and_last_day_belong_to_the_time_of_force():
    law = make_law(in_force_to=date(2026, 6, 30))
    whole = make_article("第一条", law)
    late = make_article("第二条", law, in_force_from=date(2021, 1, 1))
    short = make_article("第三条", law, in_force_to=date(2020, 12, 31))
    found = LawArticle.objects.in_force_on
    assert set(found(date(2019, 4, 22))) == set()
    assert set(found(date(2019, 4, 23))) == {whole, short}
    assert set(found(date(2020, 12, 31))) == {whole, short}
    assert set(found(date(2021, 1, 1))) == {whole, late}
    assert set(found(date(2026, 6, 30))) == {whole, late}
    assert set(found(date(2026, 7, 1))) == set()
    assert set(Law.objects.in_force_on(date(2026, 7, 1))) == set()
    assert set(LawArticle.objects.over_on(date(2026, 7, 1))) == {whole, late, short}
    assert set(LawArticle.objects.over_on(date(2026, 6, 30))) == {short}


def test_the_public_page_of_a_law_shows_its_articles_in_order_under_anchors(client):
    law = make_law()
    later = make_article("第一百零一条", law, text="后一条")
    first = make_article("第九条", law, text="前一条<script>")
    text = client.get(f"/laws/{law.pk}/").content.decode()
    assert text.index(f'id="article-{first.pk}"') < text.index(f'id="article-{later.pk}"')
    assert "&lt;script&gt;" in text
    assert "<script>前" not in text
    later.delete()
    assert f'id="article-{later.pk}"' not in client.get(f"/laws/{law.pk}/").content.decode()
    assert "后一条" not in record_of(law).body


def test_a_law_is_public_after_its_repeal_and_says_so_from_that_day_on(client):
    law = make_law(in_force_to=date(2026, 12, 31))
    at = datetime(2026, 12, 31, 12, tzinfo=SHANGHAI)
    with time_machine.travel(at, tick=False):
        assert "已失效" not in client.get(f"/laws/{law.pk}/").content.decode()
    with time_machine.travel(at.replace(year=2027, month=1, day=1), tick=False):
        assert "已失效" in client.get(f"/laws/{law.pk}/").content.decode()
        assert client.get("/laws/").context["records"][0].title == str(law)


def test_a_number_that_is_none_is_answered_at_the_field_and_nothing_typed_is_lost(admin_client):
    law = make_law()
    address = reverse(LawArticle.snippet_viewset.get_url_name("add"))
    answer = admin_client.post(address, {"law": law.pk, "number": "57条", "text": "录入的条文内容"})
    assert answer.status_code == 200
    assert "number" in answer.context["form"].errors
    assert "录入的条文内容" in answer.content.decode()
    admin_client.post(address, {"law": law.pk, "number": "第五十七条 第（三）项", "text": "录入的条文内容"})
    assert LawArticle.objects.get().number == "第五十七条第三项"
    assert "录入的条文内容" in record_of(law).body


def test_times_are_in_order_and_nothing_replaces_itself():
    article = make_article(in_force_from=date(2021, 1, 1))
    article.in_force_to = date(2020, 1, 1)
    with pytest.raises(ValidationError) as error:
        article.full_clean()
    assert "in_force_to" in error.value.message_dict
    law = article.law
    law.replaced_by = law
    with pytest.raises(ValidationError) as error:
        law.full_clean()
    assert "replaced_by" in error.value.message_dict


def test_one_version_of_an_article_is_entered_once():
    article = make_article()
    twin = LawArticle(law=article.law, number="第五十七条 ", text="x")
    with pytest.raises(ValidationError):
        twin.full_clean()


def test_the_listings_filter_by_validity(admin_client):
    make_article(law=make_law("旧条例", in_force_to=date(2020, 1, 1)))
    make_article(law=make_law("新条例"))
    for model in (Law, LawArticle):
        address = reverse(model.snippet_viewset.get_url_name("list"))
        results = admin_client.get(address, {"validity": "over"}).context["object_list"]
        assert [str(one.law if model is LawArticle else one) for one in results] == ["《旧条例》"]
        results = admin_client.get(address, {"validity": "ahead"}).context["object_list"]
        assert list(results) == []


def test_the_sample_has_one_law_repealed_and_replaced_and_loads_twice():
    make_site()
    laws.load()
    count = LawArticle.objects.count()
    laws.load()
    assert count == LawArticle.objects.count() >= 30
    old = Law.objects.get(name="城市房屋拆迁管理条例")
    assert old.replaced_by.name == "国有土地上房屋征收与补偿条例"
    assert old.articles.get().replaced_by.law == old.replaced_by
    assert laws.article("行政复议法", "第二十三条").law.in_force_from == date(2024, 1, 1)
