"""`manage.py check_privacy`: what got past the projection is found, and not repeated."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from records.models import PublicRecord
from tests.factories.pages import make_decision, make_party

pytestmark = pytest.mark.django_db


def check() -> dict:
    out, code = StringIO(), 0
    try:
        call_command("check_privacy", "--json", stdout=out)
    except SystemExit as end:
        code = end.code
    return {"exit": code, **json.loads(out.getvalue())}


def test_what_the_projection_wrote_is_clean_and_what_was_smuggled_in_is_found():
    page = make_decision(
        publish=True, facts="证人李明，电话13812345678。", parties=[make_party("盘锦澜岚公司", representative="赵六")]
    )
    assert check() == {"exit": 0, "records": 1, "hits": []}
    record = PublicRecord.objects.get(page_id=page.pk)
    record.fields["remedy"] = "电话13812345678"
    record.save()
    found = check()
    assert found["hits"] == [{"key": record.key, "field": "remedy", "kind": "mobile"}]
    assert found["exit"] == 1
    assert "138123" not in str(found)
