"""How PostgreSQL finds what is public: in the order of the list, from an index, without sorting."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from records.models import PublicRecord
from records.public.views.keyset import LIST_FIELDS
from records.public.views.lists import newest
from tests.factories.releases import a_release

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

# Enough for the planner to care.
MANY = 5_000
KINDS = ("penalty", *(f"kind-{number}" for number in range(19)))


@pytest.fixture(autouse=True)
def many() -> None:
    now, release = timezone.now(), a_release("penalty-x")
    PublicRecord.objects.bulk_create(
        PublicRecord(
            key=f"penalty-x{number}",
            kind=KINDS[number % len(KINDS)],
            path=f"/decisions/2026/x{number}/",
            title=f"某公司第{number}号案",
            penalty_types=["警告"] if number % 4 == 0 else ["罚款"],
            decided_on=date(2025, 6, 1) + timedelta(days=number % 500),
            published_on=date(2026, 11, 1),
            year=2025 + number % 2,
            visible_from=now - timedelta(days=1 + number % 200),
            visible_to=now + timedelta(days=90) if number % 10 else now,
            content_hash="0" * 64,
            updated_at=now,
            release=release,
        )
        for number in range(MANY)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE records_publicrecord; ANALYZE records_recordfacet")


def plan(records: Any) -> str:
    return str(records.only(*LIST_FIELDS)[:21].explain())


def by_date(records: Any) -> Any:
    return records.order_by("-decided_on", "-pk")


@pytest.mark.parametrize(
    ("index", "narrow"),
    [
        ("records_record_public", lambda public: by_date(public)),
        ("records_record_list", lambda public: by_date(public.filter(kind="penalty"))),
        (
            "records_record_list",
            lambda public: by_date(public.filter(kind="penalty", decided_on__lte=date(2025, 9, 1))),
        ),
        ("records_record_year", lambda public: by_date(public.filter(kind="penalty", year=2026))),
    ],
)
def test_what_is_public_comes_in_the_order_of_its_list(index, narrow):
    found = plan(narrow(PublicRecord.objects.public(timezone.now())))
    assert index in found
    assert "Sort" not in found
    assert "Seq Scan" not in found


def test_a_filter_reads_no_whole_table():
    public = PublicRecord.objects.public(timezone.now())
    found = plan(by_date(public.filter(kind="penalty").with_facet("penalty", "警告")))
    assert "records_facet_" in found
    assert "Seq Scan" not in found


def test_the_newest_of_all_kinds_come_without_sorting_the_whole():
    found = plan(newest(timezone.now()))
    assert "records_record_newest" in found
    assert "Seq Scan" not in found
