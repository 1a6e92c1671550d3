"""Reading an address."""

from django.http import QueryDict

from search.forms import MAX_CHARACTERS, SearchQuery


def test_an_address_is_read_and_written_back():
    query = SearchQuery.from_address(QueryDict("q=施工&year=2026&year=2025&penalty=罚款&sort=date&page=3"))
    assert query.filters == (("penalty", ("罚款",)), ("year", ("2025", "2026")))
    assert (query.words, query.sort, query.page) == ("施工", "date", 3)
    assert SearchQuery.from_address(QueryDict(query.parameters())) == query


def test_nonsense_is_left_out():
    query = SearchQuery.from_address(QueryDict(f"q=%00{'长' * 500}&year=abc&page=-1&sort=x&size=9&other=1"))
    assert query == SearchQuery(words="长" * MAX_CHARACTERS)


def test_no_page_lies_deeper_than_an_engine_reads():
    assert SearchQuery.of("", page=999_999).page == 500


def test_a_filter_is_put_on_and_taken_off():
    query = SearchQuery.of("x", page=4).toggled("year", "2026")
    assert (query.values("year"), query.page) == (("2026",), 1)
    assert query.toggled("year", "2026") == SearchQuery.of("x")
