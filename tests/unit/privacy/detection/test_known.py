"""All detectors over one text: what is left to others, and what is surely somebody's identity."""

import pytest

from privacy.detection import Hit, HitKind, detect, is_identity_of_a_person

IDENTITY = "211103199001011230"


def test_nothing_is_found_in_nothing():
    assert detect("") == []


@pytest.mark.parametrize("known", ["李明", "138"])
def test_known_is_what_equals_the_hit_without_blanks(known):
    text = "证人李 明，电话138 1234 5678"
    expected = ["138 1234 5678"] if known == "李明" else ["李 明", "138 1234 5678"]
    assert [hit.text for hit in detect(text, {known})] == expected


def test_a_long_text_is_read_like_a_short_one():
    text = "证人李明证实，法定代表人：赵六，" + "。" * 3000 + "电话13812345678"
    assert [hit.text for hit in detect(text)] == ["李明", "赵六", "13812345678"]
    assert [hit.text for hit in detect(text, (), False)] == ["李明", "13812345678"]
    assert [hit.text for hit in detect(text[:30], (), False)] == ["李明"]


def test_hits_come_in_order_with_what_was_typed():
    text = f"ａ＠qq.com，辽L12345，住盘锦市石油大街112号，不动产权第0012345号，证人李明，{IDENTITY}"
    hits = detect(text)
    assert [hit.kind.value for hit in hits] == ["email", "plate", "address", "property", "name", "identity"]
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)


@pytest.mark.parametrize(
    ("kind", "text", "sure"),
    [
        (HitKind.IDENTITY, IDENTITY, True),
        (HitKind.IDENTITY, "２11103 19900101-1230", True),
        (HitKind.IDENTITY, "11010119900307889x", False),
        (HitKind.IDENTITY, "21110319900101123X", False),
        (HitKind.IDENTITY, "211103202603160101", False),
        (HitKind.MOBILE, IDENTITY, False),
    ],
)
def test_an_identity_beyond_doubt(kind, text, sure):
    assert is_identity_of_a_person(Hit(0, len(text), kind, text, True)) is sure


def test_the_last_sign_of_an_identity_may_be_a_small_letter():
    assert is_identity_of_a_person(Hit(0, 18, HitKind.IDENTITY, "11010119900307070x", True))
