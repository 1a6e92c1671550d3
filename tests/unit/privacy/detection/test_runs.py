"""Runs of digits and what holds their groups apart."""

import pytest

from privacy.detection.plain import UNSEEN
from privacy.detection.runs import runs


def read(text: str, **options) -> list[list[str]]:
    for groups in (found := list(runs(text, **options))):
        for group in groups:
            assert text[group.start : group.end].replace(UNSEEN, "").upper() == group.digits
    return [[group.digits for group in groups] for groups in found]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("1234567890", [["1234567890"]]),
        ("123456789", []),
        ("甲1234567890乙", [["1234567890"]]),
        ("138-1234 5678", [["138", "1234", "5678"]]),
        ("(0427)2818888，0427-2818888", [["0427", "2818888"], ["0427", "2818888"]]),
        (f"21110319900101{UNSEEN}123x", [["21110319900101123X"]]),
        (f"12345{UNSEEN}{UNSEEN}67890", [["1234567890"]]),
        ("2111031990010112 3X", [["2111031990010112", "3X"]]),
        ("12345      67890", [["12345", "67890"]]),
        ("12345       67890", []),
        ("1 2 3 4 5 ", []),
        ("1234567890 x", [["1234567890", "X"]]),
        ("1234567890Xa", [["1234567890"]]),
        ("1234567890、1234567890", [["1234567890"], ["1234567890"]]),
    ],
)
def test_groups_with_their_places(text, groups):
    assert read(text) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("91211103MA10G3XY7J", []),
        ("9121110312MA10G3XY7J", []),
        ("52211121583543491M", [["52211121583543491"]]),
        ("52211121583543491M9", []),
        ("9A1234567890", []),
        ("A1234567890", [["1234567890"]]),
        ("辽1234567890", [["1234567890"]]),
        ("9ABCDEFGHIJKL1234567890", []),
        ("1234567890A", [["1234567890"]]),
        ("1234567890A9", []),
        ("1234567890AB", [["1234567890"]]),
        ("12 1234567890A9", []),
        ("1234567890 12A9", [["1234567890"]]),
        ("9A12 1234567890", [["1234567890"]]),
        ("9A12 12345", []),
    ],
)
def test_what_goes_on_behind_letters_is_a_code_and_no_number(text, groups):
    assert read(text) == groups


def test_the_least_number_of_digits_counts_digits_and_not_gaps():
    assert read("1-2-3-4", least=4) == [["1", "2", "3", "4"]]
    assert read("1-2-3-4", least=5) == []
    assert read("123", least=3) == [["123"]]
    assert read("12", least=3) == []
