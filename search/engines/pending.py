"""Records that wait in the outbox for the database engine: matched directly in their own table.

Only mass acts leave any, for the seconds or minutes until the worker has indexed them. Matching is by literal text here
(no pinyin, no words across punctuation): complete enough to find what was just published.
"""

from typing import Any

from records.models import OutboxEntry
from search.plan import CODE, NUMBER, NUMBER_PART, PHRASE, WHOLE, Alternative, Group, SearchPlan

NAME = "database"
Sql = tuple[str, list[Any]]

_TEXT = (
    "lower(r.title || ' ' || r.doc_no || ' ' || r.doc_no_norm || ' ' || r.party_text || ' ' || r.agency"
    " || ' ' || r.body)"
)
_NUMBER = "lower(replace(replace(r.doc_no_norm, '〔', ''), '〕', ''))"
_CODES = "CAST(r.codes AS text)"


def pending_keys() -> bool:
    """Is anything waiting?"""
    return OutboxEntry.objects.filter(engine=NAME).exists()


def pending_hits(plan: SearchPlan, moment: Any, first: int) -> Sql:
    """SELECT with the columns of the engine's hits; ``moment`` as the database writes times.

    ``first`` is the distance in rank between the documents that the question names.
    """
    words, values = _words(plan)
    rank, rank_values = _rank(plan, first)
    return (
        f"SELECT r.key, r.id, r.amount_fen, r.decided_on, {rank} "  # noqa: S608
        "FROM records_outboxentry o JOIN records_publicrecord r ON r.key = o.key "
        f"WHERE o.engine = %s AND r.state = 'public' AND r.visible_from <= %s AND r.visible_to > %s AND {words}",
        [*rank_values, NAME, moment, moment, *values],
    )


def _rank(plan: SearchPlan, first: int) -> Sql:
    named = plan.named
    if not named or plan.sort != "relevance":
        return "0", []
    levels = " ".join(f"WHEN %s THEN {first * (len(named) - place)}" for place in range(len(named)))
    return f"CASE r.doc_no_norm {levels} ELSE 0 END", [*named]


def _words(plan: SearchPlan) -> Sql:
    if plan.relaxed:
        return "1 = 0", []
    parts = [_group(group) for group in plan.groups]
    return " AND ".join(sql for sql, _values in parts) or "1 = 1", [value for _sql, values in parts for value in values]


def _group(group: Group) -> Sql:
    parts = [part for found in group.alternatives if (part := _alternative(found))]
    return "(" + " OR ".join(sql for sql, _values in parts) + ")", [value for _sql, values in parts for value in values]


def _alternative(found: Alternative) -> Sql | None:
    if found.kind == PHRASE:
        return f"{_TEXT} LIKE %s", [f"%{found.text}%"]
    if found.kind == NUMBER:
        mark, year, serial = found.terms
        return "r.doc_no_norm LIKE %s", [f"%{mark}%〔{year}〕{serial}号"]
    if found.kind == WHOLE:
        return "r.doc_no_norm = %s", [found.text]
    if found.kind == NUMBER_PART:
        return f"{_NUMBER} LIKE %s", [f"%{found.text}%"]
    if found.kind == CODE:
        return f"{_CODES} LIKE %s", [f'%"{found.text}"%']
    return None
