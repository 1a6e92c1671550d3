"""What the public addresses answer, and at what cost."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from pages.base.tree import ArchiveYearPage
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from tests.factories.pages import BUREAU, make_decision, make_site
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def address(page: PenaltyDecisionPage) -> str:
    return PublicRecord.objects.get(key=f"penalty-{page.pk}").path


def max_age(response) -> int:
    return int(response["Cache-Control"].split("max-age=")[1].split(",")[0])


def queries(client: Client, path: str) -> int:
    client.get(path)  # route caches and the counts of the process are warm, as on a running server
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_a_decision_shows_its_record(client):
    page = make_decision(publish=True)
    response = client.get(address(page))
    assert response.status_code == 200
    for text in (page.doc_no, "罚款15000元", "未取得施工许可证擅自施工"):
        assert text in strip_tags(response.content.decode())


def test_a_draft_and_an_unknown_address_are_not_found(client):
    page = make_decision()
    assert client.get(f"/decisions/2026/{page.slug}/").status_code == 404
    assert client.get("/decisions/2026/none/").status_code == 404
    assert client.get("/agency-112111030012345672/").status_code == 404


def test_a_waiting_decision_is_not_found_until_its_start_and_gone_from_its_end(client, clock):
    page = make_decision()
    page.go_live_at = NOW + timedelta(hours=3)
    let_out(page.save_revision())
    path = address(page)
    assert client.get(path).status_code == 404
    clock.move_to(NOW + timedelta(hours=3))
    assert client.get(path).status_code == 200
    clock.move_to(page.expire_at - timedelta(seconds=1))
    assert client.get(path).status_code == 200
    clock.move_to(page.expire_at)
    response = client.get(path)
    assert response.status_code == 410
    assert page.doc_no not in response.content.decode()


def test_a_deleted_decision_is_gone(client):
    page = make_decision(publish=True)
    path = address(page)
    page.delete()
    assert client.get(path).status_code == 410


def test_a_new_decision_takes_the_address_of_a_deleted_one(client):
    first = make_decision(publish=True, doc_no="兴住建罚决字〔2026〕901号")
    path = address(first)
    first.delete()
    second = make_decision(publish=True, doc_no="兴住建罚决字〔2026〕901号", result="罚款777元")
    assert address(second) == path
    assert "罚款777元" in strip_tags(client.get(path).content.decode())


def test_the_permanent_address_leads_on_in_any_form_of_the_number(client, clock):
    page = make_decision(publish=True, doc_no="兴住建罚决字〔2026〕902号")
    for number in ("兴住建罚决字〔2026〕902号", "兴住建罚决字[2026]第0902号"):
        response = client.get(f"/d/{BUREAU.credit_code}/{number}/")
        assert (response.status_code, response["Location"]) == (302, address(page))
    assert client.get(f"/d/{BUREAU.credit_code}/无此号/").status_code == 404
    assert client.get(f"/d/{BUREAU.credit_code}/兴住建罚决字〔2026〕903号/").status_code == 404
    clock.move_to(page.expire_at)
    assert client.get(f"/d/{BUREAU.credit_code}/兴住建罚决字〔2026〕902号/").status_code == 410


def test_lists_page_by_key_forwards_and_back(client):
    pages = [make_decision(publish=True, decided_on=date(2026, 10, 1 + number // 2)) for number in range(45)]
    expected = [page.doc_no for page in sorted(pages, key=lambda page: (page.decided_on, page.pk), reverse=True)]
    seen, address_ = [], "/decisions/"
    addresses = []
    while address_:
        context = client.get(address_).context
        seen.append([record.doc_no for record in context["records"]])
        addresses.append(address_)
        address_ = context["next"]
    assert [number for part in seen for number in part] == expected
    assert [len(part) for part in seen] == [20, 20, 5]
    back = client.get(client.get(addresses[2]).context["previous"]).context
    assert [record.doc_no for record in back["records"]] == seen[1]
    assert not client.get("/decisions/").context["previous"]


def test_lists_are_filtered_by_year_and_penalty_type_with_counts(client):
    make_decision(publish=True, types=("fine", "warning"))
    make_decision(publish=True, types=("warning",))
    make_decision(publish=True, decided_on=date(2025, 12, 4))
    context = client.get("/decisions/2026/?type=罚款").context
    assert len(context["records"]) == context["total"] == 1
    years, types = (facet["values"] for facet in context["facets"])
    assert [(value["label"], value["count"]) for value in years] == [("2026年", 1), ("2025年", 1)]
    assert [(value["label"], value["count"]) for value in types] == [("警告", 2), ("罚款", 1)]
    assert client.get("/decisions/2024/").status_code == 404


def test_an_archive_without_public_records_is_no_page(client):
    make_decision()
    assert ArchiveYearPage.objects.get().live
    assert client.get("/decisions/2026/").status_code == 404


def test_every_answer_is_kept_at_most_until_the_next_edge(client, clock):
    page = make_decision(publish=True)
    make_decision(publish=True, decided_on=date(2026, 11, 1))
    path = address(page)
    for surface in (
        path,
        "/",
        "/decisions/",
        "/decisions/2026/",
        "/feed.xml",
        "/sitemap.xml",
        "/sitemap-penalty-2026-1.xml",
    ):
        clock.move_to(NOW)
        assert max_age(client.get(surface)) == 60, surface
        clock.move_to(page.expire_at - timedelta(seconds=20))
        assert max_age(client.get(surface)) <= 20, surface
        clock.move_to(page.expire_at - timedelta(milliseconds=900))
        assert max_age(client.get(surface)) == 0, surface
    clock.move_to(page.expire_at)
    assert max_age(client.get(path)) == 0


def test_unchanged_pages_are_answered_by_etag(client):
    page = make_decision(publish=True)
    for surface in (address(page), "/", "/decisions/", "/feed.xml", "/sitemap.xml"):
        etag = client.get(surface)["ETag"]
        again = client.get(surface, headers={"If-None-Match": etag})
        assert (again.status_code, "Cache-Control" in again) == (304, True), surface
    page.facts = "查明后的事实"
    let_out(page.save_revision())
    assert client.get(address(page), headers={"If-None-Match": etag}).status_code == 200


def test_the_end_of_a_window_beats_if_none_match(client, clock):
    page = make_decision(publish=True)
    response = client.get(address(page))
    clock.move_to(page.expire_at)
    headers = {"If-None-Match": response["ETag"], "If-Modified-Since": response["Last-Modified"]}
    assert client.get(address(page), headers=headers).status_code == 410


def test_public_answers_set_no_cookie(client):
    page = make_decision(publish=True)
    for surface in (address(page), "/", "/decisions/"):
        assert not client.get(surface).cookies


def test_queries_are_few(client):
    page = make_decision(publish=True)
    for _ in range(25):
        make_decision(publish=True)
    assert (
        queries(client, address(page)) <= 5
    )  # the record, column and newest change; its remedies; records it links to
    assert queries(client, "/decisions/") <= 8
    assert queries(client, "/decisions/2026/?type=罚款") <= 8
    assert queries(client, "/") <= 8


def test_an_empty_column_still_has_a_first_page_and_a_list(client):
    make_site()
    assert client.get("/").status_code == 200
    assert client.get("/decisions/").status_code == 200


def test_counts_are_bounded_in_words(client, monkeypatch):
    monkeypatch.setattr("records.public.views.lists._LARGEST_COUNT", 3)
    for _ in range(4):
        make_decision(publish=True)
    context = client.get("/decisions/").context
    assert (context["total"], context["total_is_bounded"]) == (3, True)
    assert "3+" in client.get("/decisions/").content.decode()
