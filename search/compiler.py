"""A plan in the language of Elasticsearch. With ``mapping.py`` the only file that speaks it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.query import Query

from records.analysis import fragments, is_chinese, squeeze
from search.mapping import mark
from search.plan import CODE, INITIALS, NUMBER, NUMBER_PART, PHRASE, SYLLABLES, WHOLE, Alternative, Group, SearchPlan

MAX_BUCKETS = 200
_ORDERS: dict[str, list[Any]] = {
    "relevance": ["_score", {"decided_on": "desc"}, {"key": "asc"}],
    "date": [{"decided_on": "desc"}, {"key": "asc"}],
    "amount": [{"amount_fen": {"order": "desc", "missing": "_last"}}, {"decided_on": "desc"}, {"key": "asc"}],
}


def compile_search(plan: SearchPlan, now: datetime) -> Search:
    """One page with exact total and facets; each facet's counts leave its own filter out."""
    search = compile_query(plan, now)
    chosen = {name: _condition(name, values) for name, values in plan.filters}
    if chosen:
        search = search.post_filter(Q("bool", filter=list(chosen.values())))
    for name in plan.facets:
        others = [condition for other, condition in chosen.items() if other != name]
        inner = A("filter", Q("bool", filter=others)) if others else A("filter", Q("match_all"))
        inner.bucket("values", "terms", size=MAX_BUCKETS, field="facets", include=mark(name, ".*"))
        search.aggs.bucket(name, inner)
    return (
        search.sort(*_ORDERS[plan.sort]).extra(from_=plan.offset, size=plan.size, track_total_hits=True).source(False)
    )


def compile_keys(plan: SearchPlan, now: datetime) -> Search:
    """Everything found, in order, for reading on and on with ``search_after``."""
    search = compile_query(plan, now)
    for name, values in plan.filters:
        search = search.filter(_condition(name, values))
    return search.sort(*_ORDERS[plan.sort]).source(False)


def _condition(name: str, values: Iterable[str]) -> Query:
    return Q("terms", facets=[mark(name, value) for value in values])


def value_of(name: str, bucket: str) -> str:
    """The value that a bucket counts."""
    return bucket.removeprefix(mark(name, ""))


def compile_query(plan: SearchPlan, now: datetime) -> Search:
    """The words of a plan within the window at ``now``: the server's own clock is never asked."""
    moment = now.isoformat()
    search: Search = Search().filter("term", state="public")
    search = search.filter("range", visible_from={"lte": moment}).filter("range", visible_to={"gt": moment})
    if plan.relaxed:
        return search.query(_loose(plan))
    if plan.groups:
        search = search.query(Q("bool", must=[_group(group, plan) for group in plan.groups], should=_better(plan)))
    return search


def _group(group: Group, plan: SearchPlan) -> Query:
    choices = [_alternative(alternative, plan) for alternative in group.alternatives]
    return choices[0] if len(choices) == 1 else Q("dis_max", queries=choices)


def _alternative(found: Alternative, plan: SearchPlan) -> Query:
    return _COMPILERS[found.kind](found, plan)


def _phrase(found: Alternative, plan: SearchPlan) -> Query:
    text = fragments(found.text)
    if len(squeeze(found.text)) > 2 and not is_chinese(
        found.text
    ):  # pairs of digits are everywhere: they must stand together
        together = [
            Q("match_phrase", **{name: {"query": text, "boost": found.weight}})
            for name in _fields(plan, ".uni", boosted=False)
        ]
        return Q("dis_max", queries=together)
    single = ".uni" if len(squeeze(found.text)) == 1 else ""
    return Q("combined_fields", query=text, fields=_fields(plan, single), operator="and", boost=found.weight)


def _number(found: Alternative, plan: SearchPlan) -> Query:
    mark, year, serial = found.terms
    parts = [Q("term", doc_no_parts=year), Q("term", doc_no_parts=serial)]
    if mark:
        parts.append(Q("match_phrase", **{"number.uni": fragments(mark)}))
    return Q("bool", filter=parts)


def _whole(found: Alternative, plan: SearchPlan) -> Query:
    return Q("constant_score", filter=Q("term", doc_no_norm=found.text), boost=found.weight)


def _number_part(found: Alternative, plan: SearchPlan) -> Query:
    return Q("match_phrase", **{"number.uni": {"query": fragments(found.text), "boost": plan.weights.number}})


def _code(found: Alternative, plan: SearchPlan) -> Query:
    return Q("constant_score", filter=Q("term", uscc=found.text), boost=found.weight)


def _syllables(found: Alternative, plan: SearchPlan) -> Query:
    return Q("match_phrase", pinyin={"query": " ".join(found.terms), "boost": found.weight})


def _initials(found: Alternative, plan: SearchPlan) -> Query:
    return Q("match_phrase", initials={"query": " ".join(found.text), "boost": found.weight})


_COMPILERS = {
    PHRASE: _phrase,
    NUMBER: _number,
    WHOLE: _whole,
    NUMBER_PART: _number_part,
    CODE: _code,
    SYLLABLES: _syllables,
    INITIALS: _initials,
}


def _fields(plan: SearchPlan, suffix: str = "", boosted: bool = True) -> list[str]:
    weights = plan.weights
    boosts = {"title": weights.title, "names": weights.names, "number": weights.number, "body": weights.body}
    return [f"{name}{suffix}^{boost}" if boosted else f"{name}{suffix}" for name, boost in boosts.items()]


def _better(plan: SearchPlan) -> list[Query]:
    """What does not decide whether, only where: single characters, words beside an identifier, words as typed."""
    if plan.sort != "relevance":
        return []
    text = fragments(plan.text)
    better = [Q("combined_fields", query=text, fields=_fields(plan, ".uni"), boost=plan.weights.single_characters)]
    better += [_group(group, plan) for group in plan.beside]
    for group in (*plan.groups, *plan.beside):
        if len(squeeze(group.typed)) > 1:
            better += [
                Q("match_phrase", **{field: {"query": fragments(group.typed), "boost": plan.weights.phrase}})
                for field in ("title.uni", "names.uni", "body.uni")
            ]
    return better


def _loose(plan: SearchPlan) -> Query:
    """A part of the bigrams is enough, the more and the rarer the better."""
    text = fragments(plan.text)
    pairs = Q("combined_fields", query=text, fields=_fields(plan), minimum_should_match=str(plan.needed))
    return Q("bool", must=[pairs], should=_better(plan))
