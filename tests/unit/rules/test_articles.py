"""Numbers of articles are read, brought into one form and put in order."""

import pytest

from rules.articles import sort_key, tidy_article


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("第五十七条", "0057.00.00.00"),
        ("第十条", "0010.00.00.00"),
        ("第一百零二条", "0102.00.00.00"),
        ("第五十六条第六项", "0056.00.00.06"),
        ("第十五条之一第二款第十一项", "0015.01.02.11"),
        (" 第五十九条 第（三）项", "0059.00.00.03"),
    ],
)
def test_a_number_becomes_its_place_in_the_law(number, key):
    assert sort_key(number) == key


@pytest.mark.parametrize("number", ["", "57", "五十七条", "第五十七", "第五十七条的规定", "第X条"])
def test_what_is_no_number_of_an_article_has_no_place(number):
    assert sort_key(number) == ""


def test_one_form_for_each_way_of_writing():
    assert tidy_article("第一百〇二条 第（三）项") == "第一百零二条第三项"
