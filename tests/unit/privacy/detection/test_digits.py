"""Numbers in running text: which groups of digits are one number, and which number it is."""

from datetime import date

import pytest
import time_machine

from privacy.detection import HitKind, detect
from privacy.detection.digits import find_numbers
from privacy.detection.plain import plain

ID, CARD = "211103199001011230", "6222021234567890128"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(date(2026, 4, 1), tick=False):
        yield


def found(text: str) -> list[tuple[str, str, bool]]:
    hits = list(find_numbers(plain(text), text))
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    return [(hit.text, hit.kind.value, hit.certain) for hit in hits]


@pytest.mark.parametrize(
    ("text", "kind", "certain"),
    [
        ("13812345678", "mobile", True),
        ("（13812345678）", "mobile", True),
        ("04272818888", "landline", False),
        ("住宅04272818888", "landline", True),
        ("13812345678.0000001", "mobile", True),
        ("13812345678.5.6", "mobile", True),
        ("账号6222021234567890128A", "bank_card", True),
        ("6222021234567890128辽", "bank_card", True),
        ("身份证1234567890123456", "identity", True),
    ],
)
def test_a_group_is_a_number_by_itself(text, kind, certain):
    assert [(one, sure) for _text, one, sure in found(text)] == [(kind, certain)]


@pytest.mark.parametrize(
    "text",
    [
        "13812345678元", "13812345678 万元", "13812345678.50", "13812345678.5，", "04272818888平方米", f"{CARD}元",
        f"{CARD}A", "监督04272818888", "第13812345678号", "〔2026〕13812345678号", "第 13812345678 号",
        "字13812345678 号", "138123456789", "（2026）13812345678号",
    ],
)  # fmt: skip
def test_amounts_codes_and_serials_of_documents_are_no_numbers_of_persons(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["第13812345678", "13812345678号", "第甲13812345678号", "第13812345678甲乙丙号"])
def test_a_serial_of_a_document_stands_between_its_two_words(text):
    assert [kind for _text, kind, _sure in found(text)] == ["mobile"]


def test_an_amount_may_be_an_identity_number_because_nobody_owes_so_much():
    assert found(f"{ID}元") == [(ID, "identity", True)]


@pytest.mark.parametrize(
    ("text", "number", "kind", "certain"),
    [
        # Mobile numbers: as a whole run, or beginning with three digits that stand together.
        ("138 1234 5678", "138 1234 5678", "mobile", True),
        ("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 1 2 3 4 5 6 7 8", "mobile", True),
        ("138.1234.5678", "138.1234.5678", "mobile", True),
        ("12 138 1234 5678 9", "138 1234 5678", "mobile", True),
        ("138-12345678 12", "138-12345678", "mobile", True),
        ("（86）138·1234·5678", "86）138·1234·5678", "mobile", True),
        ("1380001 2026", "1380001 2026", "mobile", True),
        ("13812345 202612", None, None, None),
        ("13800 202612", "13800 202612", "mobile", False),
        ("电话13800 202612", "13800 202612", "mobile", True),
        ("13800 202613", "13800 202613", "mobile", True),
        # Landlines: the area code alone, then the number.
        ("0427-2818888", "0427-2818888", "landline", False),
        ("（0427）281 8888", "0427）281 8888", "landline", False),
        ("010 8234 5678", "010 8234 5678", "landline", False),
        ("家庭0427-2818888", "0427-2818888", "landline", True),
        # Identity numbers: told by a word, or 18 digits.
        ("身份证211103 900101 123", "211103 900101 123", "identity", True),
        ("211103 19900101 1230", "211103 19900101 1230", "identity", True),
        ("5 211103 19900101 1230", "211103 19900101 1230", "identity", True),
        # Cards: four and more digits together, with blanks or hyphens.
        ("6222 0212 3456 7890 128", "6222 0212 3456 7890 128", "bank_card", True),
        ("6222-0212-3456-7890-128", "6222-0212-3456-7890-128", "bank_card", True),
        ("账号6222 0212 3456 7890 123", "6222 0212 3456 7890 123", "bank_card", False),
        ("账号62220 2123456789 0128", "62220 2123456789 0128", "bank_card", True),
    ],
)
def test_groups_that_are_one_number(text, number, kind, certain):
    assert found(text) == ([(number, kind, certain)] if number else [])


@pytest.mark.parametrize(
    "text",
    [
        "138.12345678", "138.1234-5678", "138 1234 5678元", "第138 1234 5678号",
        "〔2026〕138-1234-5678号", "监督0427-2818888", "5 211103 900101 123", "6222.0212.3456.7890.128",
        "622 2021 2345 6789 0128 1", "2025-12-04 2026-12-03", "211103 900101 123", "12 34567 8",
        "0427 281 88 88", "04 27 2818888",
    ],
)  # fmt: skip
def test_groups_that_are_no_number_of_a_person(text):
    assert found(text) == []


def test_a_group_that_is_a_number_alone_is_no_part_of_another():
    assert found("13812345678 13987654321") == [
        ("13812345678", "mobile", True),
        ("13987654321", "mobile", True),
    ]
    assert found(f"0427 2818888 13812345678 {ID}") == [
        ("13812345678", "mobile", True),
        (ID, "identity", True),
        ("0427 2818888", "landline", False),
    ]


def test_several_numbers_of_one_run_are_several():
    assert [one[0] for one in found("0427-2818888 0412-2345678")] == ["0427-2818888", "0412-2345678"]


def test_the_longest_of_the_numbers_that_begin_at_a_group_counts():
    assert found("0427 2818888 1") == [("0427 2818888 1", "landline", False)]


def test_kinds_in_a_whole_sentence():
    text = f"证号{ID}、卡{CARD}、138 1234 5678"
    assert [hit.kind for hit in detect(text)] == [HitKind.IDENTITY, HitKind.BANK_CARD, HitKind.MOBILE]
