"""`manage.py explain mask`: offsets in characters, any encoding, clear refusals."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from privacy.masking import Masker
from rules.naming import FULL

TEXT = "证人李明😀\r\n电话 138 1234 5678。"


def explain(file) -> dict:
    out = StringIO()
    call_command("explain", "mask", str(file), "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_offsets_count_characters(tmp_path, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert explain(file) == {
        "hits": [
            {"start": 2, "end": 4, "kind": "name", "text": "李明"},
            {"start": 10, "end": 23, "kind": "mobile", "text": "138 1234 5678"},
        ],
        "masked": "证人李某😀\r\n电话 138****5678。",
    }


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xff\xff"])
def test_what_cannot_be_read_is_answered_with_a_sentence(tmp_path, content):
    file = tmp_path / "b.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=r"b\.txt"):
        explain(file)


def test_the_number_of_a_permit_is_no_identity_number_in_a_field_for_codes():
    masker = Masker.of([("盘锦某某公司", FULL)])
    assert masker.code("211103202603160101") == "211103202603160101"
    assert masker.code("0427-2818888") == "0427-2818888"
    assert masker.code("211103199001011230") == "21**************30"
