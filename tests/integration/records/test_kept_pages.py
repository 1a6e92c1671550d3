"""A rendered page is kept, checked at each request with one query, and never shown when it is no longer true."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.acts.withdraw import withdraw
from records.models import PortalSettings, PublicRecord
from records.public import kept_pages
from records.signals import records_written
from rules.models import Term
from tests.factories.commits import commit
from tests.factories.pages import make_decision
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keeping(settings: Any) -> None:
    settings.KEEP_PAGES = True


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that were drawn, not given as kept."""
    found: list[str] = []
    finish = kept_pages.finish_and_keep

    def note(request: Any, *args: Any, **kwargs: Any) -> Any:
        found.append(request.get_full_path())
        return finish(request, *args, **kwargs)

    for view in ("lists", "records"):
        monkeypatch.setattr(f"records.public.views.{view}.finish_and_keep", note)
    return found


def record(kind: str = "permit", **columns: Any) -> PublicRecord:
    one = make_record(kind, **columns)
    commit()
    return one


def change(one: PublicRecord, **columns: Any) -> None:
    PublicRecord.objects.filter(pk=one.pk).update(**columns)
    commit()


def kept_entries() -> int:
    return len(caches["pages"]._cache)  # type: ignore[attr-defined]


def test_a_page_is_drawn_once_and_checked_with_one_query(client, drawn):
    path = record(title="甲公司施工许可").path
    first = client.get(path)
    with CaptureQueriesContext(connection) as asked:
        second = client.get(path)
    assert (len(drawn), len(asked)) == (1, 1)
    assert second.content == first.content
    assert {name: second[name] for name in ("ETag", "Last-Modified", "Content-Type", "Vary")} == {
        name: first[name] for name in ("ETag", "Last-Modified", "Content-Type", "Vary")
    }
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.head(path).status_code == 200
    assert len(drawn) == 1


@pytest.mark.parametrize("path", ["/", "/contents/", "/permits/"])
def test_a_list_holds_until_any_record_is_written(client, drawn, path):
    record()
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    assert (len(drawn), len(asked)) == (1, 1)
    record(title="新许可")
    client.get(path)
    assert len(drawn) == 2


def test_what_was_withdrawn_is_gone_at_once(client, admin_user):
    page = make_decision(publish=True)
    commit()
    path = PublicRecord.objects.get(page_id=page.pk).path
    for address in (path, "/decisions/", "/"):
        assert client.get(address).content == client.get(address).content
    withdraw(page, user=admin_user, reason="依申请撤回公示")
    commit()
    assert client.get(path).status_code == 410
    assert path not in client.get("/").content.decode()
    assert path not in client.get("/decisions/").content.decode()


@pytest.mark.parametrize("columns", [{"state": "removed"}, {"visible_to": timezone.now()}, {"path": ""}])
def test_whatever_ends_a_record_ends_its_page(client, columns):
    one = record()
    assert client.get(one.path).status_code == client.get(one.path).status_code == 200
    change(one, **columns)
    assert client.get(one.path).status_code in {404, 410}


def test_a_record_that_was_deleted_has_no_page(client):
    one = record()
    assert client.get(one.path).status_code == client.get(one.path).status_code == 200
    PublicRecord.objects.filter(pk=one.pk).delete()
    assert client.get(one.path).status_code == 404


def test_a_window_ends_by_time_alone(client, time_machine):
    one = record(title="甲公司施工许可", visible_to=timezone.now() + timedelta(hours=1))
    for path in (one.path, "/permits/"):
        assert one.title in client.get(path).content.decode()
        assert one.title in client.get(path).content.decode()
    time_machine.move_to(one.visible_to)
    assert client.get(one.path).status_code == 410
    assert one.title not in client.get("/permits/").content.decode()


def test_a_new_version_is_shown(client):
    one = record(title="旧题")
    client.get(one.path)
    change(one, title="新题", version=2)
    assert "新题" in client.get(one.path).content.decode()


def test_a_link_goes_with_what_it_leads_to(client):
    agency = record("agency", key="agency-7", path="/agencies/7/")
    one = record("penalty", fields={"agency_link": [{"key": "agency-7", "label": "兴隆台区住建局"}]})
    assert agency.path in client.get(one.path).content.decode()
    change(agency, state="removed")
    assert agency.path not in client.get(one.path).content.decode()


def test_the_frame_follows_settings_navigation_and_terms(client, drawn):
    one = record()
    client.get(one.path)
    PortalSettings.objects.create(section_name="试验栏目")
    commit()
    assert "试验栏目" in client.get(one.path).content.decode()
    PortalSettings.objects.update(section_name="改名栏目")
    commit()
    assert "改名栏目" in client.get(one.path).content.decode()
    assert "/notices/" not in client.get(one.path).content.decode()
    record("notice")
    assert "/notices/" in client.get(one.path).content.decode()
    before = len(drawn)
    Term.objects.filter(pk=Term.objects.first().pk).update(tone="good")
    commit()
    client.get(one.path)
    client.get(one.path)
    assert len(drawn) == before + 1


def test_each_language_and_host_has_a_page_of_its_own(client, drawn):
    one = record()
    client.get(one.path)
    client.cookies["language"] = "en"
    assert "Now public" in client.get(one.path).content.decode()
    assert "Now public" in client.get(one.path).content.decode()
    client.get(one.path, headers={"host": "other.example"})
    assert len(drawn) == 3
    # No other cookie makes a page of its own, and none is in it.
    client.cookies["csrftoken"] = "x" * 32
    client.get(one.path)
    assert len(drawn) == 3


def test_a_stranger_cannot_fill_the_cache(client):
    one = record(facets={"licence": ["施工许可证"]})
    for path in (one.path, "/permits/"):
        client.get(path)
    before = kept_entries()
    for query in ("utm=1", "type=x", "licence=x", "licence=施工许可证&licence=施工许可证", "after=" + "9" * 300):
        for path in (one.path, "/permits/", "/", "/contents/"):
            client.get(f"{path}?{query}")
    assert kept_entries() == before
    client.get("/permits/?licence=施工许可证")
    assert kept_entries() == before + 1


def test_a_cache_that_does_not_answer_stops_nobody(client, settings):
    one = record()
    redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {**settings.CACHES, "counts": redis, "pages": redis}
    assert client.get(one.path).status_code == 200
    assert client.get("/permits/").status_code == 200


def test_a_transaction_that_writes_keeps_nothing(client):
    one = record()
    client.get(one.path)
    before = kept_entries()
    PublicRecord.objects.filter(pk=one.pk).update(title="未定之题", version=2)
    records_written.send(PublicRecord, keys=[one.key], bulk=False, now=timezone.now())
    for path in (one.path, "/permits/"):
        assert "未定之题" in client.get(path).content.decode()
    assert kept_entries() == before
