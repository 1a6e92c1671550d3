"""An answer as the public page shows it: marked titles and extracts, filters, chips, orders and pages as links."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from records.models import PublicRecord
from records.types import find_kind
from search.forms import MAX_DEPTH, SORTS, SearchQuery, filter_names
from search.highlight import extracts, marked
from search.service import Answer

MAX_VALUES = 12
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Result:
    """One record of the list; title and extracts are safe HTML."""

    record: PublicRecord
    title: str
    extracts: list[str]


def address(query: SearchQuery, view: str = "search") -> str:
    """Where a question is answered, base path included."""
    parameters = query.parameters()
    return f"{reverse(view)}?{parameters}" if parameters else reverse(view)


def url_of(record: PublicRecord) -> str:
    """The full address of a record's page."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + record.path


def context(answer: Answer) -> dict[str, Any]:
    """Everything that the template of the result list shows."""
    query, hits = answer.query, answer.hits
    return {
        "query": query.words,
        "results": [_result(record, answer) for record in answer.records],
        "total": hits.shown(hits.total),
        "total_is_bounded": hits.bounded(hits.total),
        "facets": list(_facets(answer)),
        "chips": list(_chips(query)),
        "clear_url": address(replace(query, filters=(), page=1)),
        "sort_links": _sort_links(query) if answer.records else [],
        "csv_url": address(replace(query, page=1), "search_csv") if answer.records else "",
        "banner": banner(answer),
        **_pages(answer),
    }


def banner(answer: Answer) -> str:
    """What a visitor should know about this answer; empty when there is nothing to say."""
    told = []
    if answer.degraded:
        told.append(_("The search service does not answer at present. These results come straight from the database."))
    if answer.plan.relaxed and answer.records:
        told.append(_("No record has all of these words. These have some of them."))
    return " ".join(told)


def value_label(name: str, value: str) -> str:
    """A filter's value as people read it."""
    kind = find_kind(value) if name == "kind" else None
    return str(kind.label) if kind else value


def _result(record: PublicRecord, answer: Answer) -> Result:
    phrases = answer.plan.phrases
    # The text begins with the kind of violation, which the title says already.
    text = record.body.removeprefix(f"{record.fields.get('violation_kind', '')}\n")
    return Result(record, marked(record.title, phrases), list(extracts(text, phrases)))


def _facets(answer: Answer) -> Iterator[dict[str, Any]]:
    labels = filter_names()
    for name in answer.plan.facets:
        counts = answer.hits.facets.get(name, {})
        chosen = answer.query.values(name)
        values = list(dict.fromkeys([*chosen, *counts]))[: MAX_VALUES + len(chosen)]
        ordered = (
            sorted(values, reverse=True)
            if name == "year"
            else sorted(values, key=lambda value: (-counts.get(value, 0), value))
        )
        yield {"name": name, "label": labels[name], "values": [_value(answer, name, value) for value in ordered]}


def _value(answer: Answer, name: str, value: str) -> dict[str, Any]:
    hits, number = answer.hits, answer.hits.facets.get(name, {}).get(value, 0)
    return {
        "value": value,
        "label": value_label(name, value),
        "count": f"{hits.shown(number):,}{'+' if hits.bounded(number) else ''}",
        "url": address(answer.query.toggled(name, value)),
        "active": value in answer.query.values(name),
    }


def _chips(query: SearchQuery) -> Iterator[dict[str, str]]:
    for name, values in query.filters:
        for value in values:
            yield {"label": value_label(name, value), "url": address(query.toggled(name, value))}


def _sort_links(query: SearchQuery) -> list[dict[str, Any]]:
    shown = [name for name in SORTS if query.words or name != "relevance"]
    current = query.sort if query.sort in shown else "date"
    return [
        {"label": SORTS[name], "url": address(replace(query, sort=name, page=1)), "active": name == current}
        for name in shown
    ]


def _pages(answer: Answer) -> dict[str, Any]:
    query = answer.query
    last = max(1, -(-min(answer.hits.total, MAX_DEPTH) // query.size))
    shown = sorted({1, last, *range(max(1, query.page - _AROUND), min(last, query.page + _AROUND) + 1)})
    links: list[dict[str, Any]] = []
    for number in shown:
        if links and number - links[-1]["label"] > 1:
            links.append({"label": 0, "url": "", "current": False})
        links.append({"label": number, "url": address(replace(query, page=number)), "current": number == query.page})
    return {
        "pages": links,
        "previous": address(replace(query, page=min(query.page - 1, last))) if query.page > 1 else "",
        "next": address(replace(query, page=query.page + 1)) if query.page < last else "",
    }
