"""How many questions a public answer asks the database: few, and no more for 100,000 records than for ten."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone

from records.models import PublicRecord
from records.types import all_kinds
from samples import notices, permits
from tests.factories.commits import commit
from tests.factories.pages import make_decision
from tests.factories.records import make_record
from tests.factories.releases import a_release

pytestmark = pytest.mark.django_db

MOST = 8
# The first visitor after a record was written counts anew what lists and doors hold.
MOST_COLD = 12
# Enough that a page of the list is a small part; the count of questions does not follow the number of records.
MANY = 3_000


@pytest.fixture
def many(monkeypatch) -> PublicRecord:
    make_decision(publish=True)
    monkeypatch.setattr(permits, "rows", lambda: permits.FIXED[:1])
    permits.load()
    monkeypatch.setattr(notices, "ROWS", notices.ROWS[:1])
    notices.load()
    first = PublicRecord.objects.filter(kind="penalty").first()
    now, release = timezone.now(), a_release("penalty-x")
    PublicRecord.objects.bulk_create(
        [
            PublicRecord(
                key=f"penalty-x{number}",
                kind="penalty",
                path=f"/decisions/2026/x{number}/",
                title=f"某公司第{number}号案",
                penalty_types=["罚款"],
                decided_on=date(2026, 1, 1) + timedelta(days=number % 300),
                published_on=date(2026, 11, 1),
                year=2026,
                visible_from=now - timedelta(days=1),
                visible_to=now + timedelta(days=90),
                content_hash="0" * 64,
                updated_at=now,
                release=release,
            )
            for number in range(MANY)
        ]
    )
    commit()
    return first


def cold() -> None:
    """As the first visitor after a change finds it: nothing is counted yet."""
    caches["counts"].clear()


@pytest.mark.parametrize("path", ["/decisions/", "/decisions/2026/", "/decisions/?type=罚款", "/permits/", "/notices/"])
def test_a_list_asks_at_most_eight_questions(client, many, path, django_assert_max_num_queries):
    client.get(path)  # what a process keeps for ever (content types, the site's root) is asked once
    cold()
    with django_assert_max_num_queries(MOST_COLD):
        assert client.get(path).status_code == 200
    with django_assert_max_num_queries(MOST):
        client.get(path)


@pytest.mark.parametrize("kind", [kind.key for kind in all_kinds()])
def test_a_record_asks_at_most_eight_questions(client, many, kind, django_assert_max_num_queries):
    record = PublicRecord.objects.filter(kind=kind).first() or make_record(kind)
    client.get(record.path)
    with django_assert_max_num_queries(MOST):
        assert client.get(record.path).status_code == 200
    cold()
    with django_assert_max_num_queries(MOST_COLD):
        assert client.get(record.path).status_code == 200


@pytest.mark.parametrize("path", ["/", "/contents/", "/feed.xml"])
def test_other_pages_ask_a_bounded_number(client, many, path, django_assert_max_num_queries):
    client.get(path)
    with django_assert_max_num_queries(MOST):
        assert client.get(path).status_code == 200
