"""What a decision's page shows of its record: rows of the header table, parts of the text, steps of the way.

Everything is read from the ``PublicRecord``; empty values give no row. Values are safe HTML.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from records.models.publication import PublicRecord
from records.templatetags.display import day, keep, last_day
from records.tones import Tag, of_terms
from records.types import kind_of
from rules import wording
from rules.models.remedies import remedy_by_law
from rules.models.terms import Vocabulary
from rules.windows import last_day_before

PENALTY_TONE = of_terms(Vocabulary.PENALTY_TYPE)
PROCEDURE_TONE = of_terms(Vocabulary.PROCEDURE)
LONG_TERM_YEAR = 2099  # 2099/12/31 in the source means without end


@dataclass(frozen=True)
class Row:
    """A label and its value (safe HTML); ``full`` takes the whole width of the table."""

    label: str
    value: str
    full: bool = False


@dataclass(frozen=True)
class Part:
    """A headed part of the text; ``id`` is its anchor."""

    id: str
    heading: str
    text: str


@dataclass(frozen=True)
class Step:
    """A step of the way: what happened, when (safe HTML), and whether it lies ahead."""

    what: str
    when: str
    ahead: bool = False


def summary_rows(record: PublicRecord, search_address: str = "") -> list[Row]:
    """The header table. Rows pair up two by two; one left alone takes the whole width."""
    rows = [row for row in _rows(record, search_address) if row.value]
    return _pair(rows)


def _rows(record: PublicRecord, search_address: str) -> Iterator[Row]:
    fields = record.fields
    yield Row(_("Document number"), keep(record.doc_no) if record.doc_no else "")
    yield Row(_("Penalty authority"), record.agency)
    yield from _party_rows(record.parties, search_address)
    yield Row(_("Decided on"), day(record.decided_on))
    yield Row(_("Public from and until"), _window(record))
    yield Row(_("Kind of violation"), fields.get("violation_kind", ""))
    yield Row(_("Kinds of penalty"), _list(record.penalty_types))
    yield Row(_("Procedure"), fields.get("procedure", ""))
    yield Row(_("Severity"), fields.get("grade", ""))
    yield Row(_("Field of enforcement"), fields.get("domain", ""))
    yield Row(_("In effect until"), _effect(fields.get("effect_until")))
    yield Row(_("Licence concerned"), fields.get("licence", ""))
    yield Row(_("Source of data"), fields.get("source", "") if fields.get("source") != record.agency else "")


def record_rows(record: PublicRecord, own: Iterable[Any], search_address: str = "") -> list[Row]:
    """The header table of any record; ``own`` are the rows of its kind (label, value, full)."""
    kind = kind_of(record.kind)
    rows = [
        Row(_("Document number"), keep(record.doc_no) if record.doc_no else ""),
        Row(_("Agency"), record.agency if record.agency != record.title else ""),
        *_party_rows(record.parties, search_address),
        Row(str(kind.date_label), day(record.decided_on)),
        *(Row(one.label, one.value, one.full) for one in own),
        Row(_("Public from and until"), _window(record)),
    ]
    return _pair([row for row in rows if row.value])


def record_steps(record: PublicRecord) -> list[Step]:
    """The record's date, publication and its end; a long-term window has none."""
    steps = [
        Step(str(kind_of(record.kind).date_label), day(record.decided_on)),
        Step(_("Made public"), day(record.visible_from)),
    ]
    if not _is_long_term(record):
        steps.append(Step(_("Publication ends"), last_day(record.visible_to), ahead=True))
    return steps


def _party_rows(parties: list[dict[str, str]], search_address: str) -> Iterator[Row]:
    if len(parties) == 1:
        party = parties[0]
        yield Row(_("Party"), _party_name(party, search_address))
        yield Row(_("Credit code"), keep(party["code"]) if party.get("code") else "")
        yield Row(_representative_label(party), party.get("representative", ""))
        return
    for number, party in enumerate(parties, 1):
        yield Row(_("Party %(number)s") % {"number": number}, _party_line(party, search_address), full=True)


def _representative_label(party: dict[str, str]) -> str:
    """A sole trader (个体工商户) has an operator, no legal representative."""
    return _("Operator") if party.get("category") == "sole_trader" else _("Legal representative")


def _party_name(party: dict[str, str], search_address: str) -> str:
    """The name, leading to everything public about the same credit code."""
    if party.get("code") and search_address:
        return format_html('<a href="{}?q={}">{}</a>', search_address, party["code"], party["name"])
    return party["name"]


def _party_line(party: dict[str, str], search_address: str) -> str:
    rest = [
        (label, keep(party[key]))
        for key, label in (("code", _("Credit code")), ("representative", _representative_label(party)))
        if party.get(key)
    ]
    return format_html(
        "{}{}", _party_name(party, search_address), format_html_join("", ' <span class="gs-muted">{}</span> {}', rest)
    )


def _is_long_term(record: PublicRecord) -> bool:
    """Asked of the last day in Shanghai: the moment of its end is another year in UTC."""
    return last_day_before(record.visible_to).year >= LONG_TERM_YEAR


def _window(record: PublicRecord) -> str:
    if _is_long_term(record):
        return format_html(_("{start}, long-term"), start=day(record.visible_from))
    return format_html(_("{start} to {end}"), start=day(record.visible_from), end=last_day(record.visible_to))


def _effect(value: Any) -> str:
    if not value:
        return ""
    return wording.long_term() if int(value[:4]) >= LONG_TERM_YEAR else day(value)


def _list(labels: list[str]) -> str:
    return wording.enumerate_texts(labels)


def _pair(rows: list[Row]) -> list[Row]:
    paired: list[Row] = []
    open_half = False
    for row in rows:
        if row.full and open_half:
            paired[-1] = replace(paired[-1], full=True)
        open_half = not row.full and not open_half
        paired.append(row)
    if open_half:
        paired[-1] = replace(paired[-1], full=True)
    return paired


def decision_parts(record: PublicRecord) -> list[Part]:
    """Facts, basis, remedy; a part without text is left out. The remedy is never left out."""
    parts = [
        Part("facts", _("Facts of the violation"), record.fields.get("facts", "")),
        Part("basis", _("Basis of the penalty"), record.fields.get("basis", "")),
        Part("remedy", _("How to comply and how to appeal"), _remedy(record)),
        Part("disclosure", _("Basis of publication"), _disclosure(record.fields)),
    ]
    return [part for part in parts if part.text]


def _remedy(record: PublicRecord) -> str:
    """The source's own words, else what the law gave on that day (the 790号 form has no such item)."""
    own: str = record.fields.get("remedy", "")
    return own or remedy_by_law(record.decided_on, record.fields.get("procedure", ""))


def decision_tags(record: PublicRecord) -> list[Tag]:
    """Each kind of penalty and the procedure, in the tones of their vocabularies."""
    procedure = record.fields.get("procedure", "")
    tags = [Tag(escape(label), PENALTY_TONE(label)) for label in record.penalty_types]
    return [*tags, Tag(escape(procedure), PROCEDURE_TONE(procedure))] if procedure else tags


def _disclosure(fields: dict[str, Any]) -> str:
    return "\n".join(disclosure_lines(fields))


def disclosure_lines(fields: dict[str, Any]) -> list[str]:
    """Basis of publication, basis of its window, reason for another one."""
    names = ("disclosure_basis", "window_basis", "window_reason")
    return [fields[name] for name in names if fields.get(name)]


def timeline(record: PublicRecord) -> list[Step]:
    """Decision, service, publication and its end, which always lies ahead of a reader."""
    served = record.fields.get("served_on")
    steps = [
        Step(_("Decision made"), day(record.decided_on)),
        Step(_("Decision served"), day(served)),
        Step(_("Made public"), day(record.visible_from)),
        Step(_("Publication ends"), last_day(record.visible_to), ahead=True),
    ]
    return [step for step in steps if step.when]


def citation(record: PublicRecord, address: str) -> str:
    """Agency, title, number, date, permanent address: enough to find the record again (safe HTML)."""
    parts = [
        record.agency if record.agency != record.title else "",
        record.title,
        keep(record.doc_no) if record.doc_no else "",
        keep(wording.long_date(record.decided_on)),
        address,
    ]
    comma = "，" if wording.is_chinese() else ", "
    return format_html_join(comma, "{}", ((part,) for part in parts if part))
