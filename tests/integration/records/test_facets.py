"""The facet rows of a record are those that its columns say, whichever way it was written."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from records import facets
from records.models import PublicRecord, RecordFacet
from tests.factories.commits import commit
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def rows(record: PublicRecord) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in RecordFacet.objects.filter(record=record).order_by("pk").values_list("name", "value"):
        found.setdefault(name, []).append(value)
    return {name: sorted(values) for name, values in found.items()}


def said(record: PublicRecord) -> dict[str, list[str]]:
    record.refresh_from_db()
    return {name: sorted(values) for name, values in facets.values_of(record).items()}


def test_rows_follow_the_record_through_every_way_of_writing():
    record = make_record("permit", agency="甲局", facets={"licence": ["施工许可证"], "unit": []}, year=2026)
    assert rows(record) == {"kind": ["permit"], "year": ["2026"], "agency": ["甲局"], "licence": ["施工许可证"]}
    record.facets = {"licence": ["预售许可证", "施工许可证"]}
    record.save()
    assert rows(record) == said(record)
    PublicRecord.objects.filter(pk=record.pk).update(agency="", year=2025, penalty_types=["罚款", "警告", "罚款"])
    assert rows(record) == said(record)
    assert rows(record)["penalty"] == sorted(["罚款", "警告"])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_publicrecord SET kind = 'penalty' WHERE id = %s", [record.pk])
    assert rows(record) == said(record)
    record.delete()
    assert not RecordFacet.objects.exists()


def test_many_records_at_once_and_values_of_any_length():
    first = make_record("permit", agency="乙局")
    others = [PublicRecord.objects.get(pk=first.pk) for _number in range(3)]
    for number, one in enumerate(others):
        one.pk, one.key, one.path, one.facets = (
            None,
            f"permit-m{number}",
            f"/permits/m{number}/",
            {"unit": ["长" * 300]},
        )
    PublicRecord.objects.bulk_create(others)
    for one in PublicRecord.objects.all():
        assert rows(one) == said(one)
    PublicRecord.objects.bulk_update(
        [PublicRecord(pk=one.pk, agency=f"第{one.pk}局") for one in PublicRecord.objects.all()], ["agency"]
    )
    assert RecordFacet.objects.filter(name="agency").values("value").distinct().count() == 4


def test_a_change_of_something_else_leaves_the_rows():
    record = make_record("permit")
    before = set(RecordFacet.objects.values_list("pk", flat=True))
    PublicRecord.objects.filter(pk=record.pk).update(
        visible_to=timezone.now() + timedelta(days=9), title="x", version=2
    )
    assert set(RecordFacet.objects.values_list("pk", flat=True)) == before


def test_triggers_that_were_lost_are_named_and_made_again_with_the_rows():
    record = make_record("permit", agency="丙局")
    commit()
    facets.uninstall(connection)
    assert [error.id for error in facets.check_facets(None, databases=["default"])] == ["pages.E003"] * 2
    PublicRecord.objects.filter(pk=record.pk).update(agency="丁局")
    assert rows(record)["agency"] == ["丙局"]
    commit()
    facets.after_migrate(apps.get_app_config("records"), "default")
    assert facets.check_facets(None, databases=["default"]) == []
    assert rows(record) == said(record)
    PublicRecord.objects.filter(pk=record.pk).update(agency="戊局")
    assert rows(record)["agency"] == ["戊局"]
