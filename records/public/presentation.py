"""What a record's page shows of it beside the fields of its kind: rows of the header table, parts, steps of the way.

Everything is read from the ``PublicRecord``; empty values give no row. Templates draw the values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from records.models.publication import PublicRecord
from records.templatetags.display import paragraphs
from records.tones import Tag, of_terms
from records.types import kind_of
from records.types.present import ShownPart, ShownRow
from rules import wording
from rules.models.remedies import remedy_by_law
from rules.models.terms import Vocabulary
from rules.windows import last_day_before

PENALTY_TONE = of_terms(Vocabulary.PENALTY_TYPE)
PROCEDURE_TONE = of_terms(Vocabulary.PROCEDURE)
LONG_TERM_YEAR = 2099  # 2099/12/31 in the source means without end

CODE = "components/fields/code.html"
DAY = "components/fields/day.html"
LIST = "components/fields/list.html"
PARTY = "components/rows/party.html"
WINDOW = "components/rows/window.html"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way: what happened, the day (a date, its ISO text), and whether it lies ahead.

    ``end`` is the moment at which a window ends, in place of a day.
    """

    what: str
    day: date | datetime | str | None = None
    end: datetime | None = None

    @property
    def ahead(self) -> bool:
        """The end of a window always lies ahead of a reader."""
        return self.end is not None


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its name, the search for everything public about it (empty: none), labels and texts of the rest."""

    name: str
    address: str
    rest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """What is needed to find a record again; ``comma`` stands between its parts."""

    names: list[str]
    doc_no: str
    day: str
    address: str
    comma: str


def summary_rows(record: PublicRecord, search_address: str = "") -> list[ShownRow]:
    """The header table. Rows pair up two by two; one left alone takes the whole width."""
    rows = [row for row in _rows(record, search_address) if row.value]
    return _pair(rows)


def _rows(record: PublicRecord, search_address: str) -> Iterator[ShownRow]:
    fields = record.fields
    yield ShownRow(_("Document number"), record.doc_no, CODE)
    yield ShownRow(_("Penalty authority"), record.agency)
    yield from _party_rows(record.parties, search_address)
    yield ShownRow(_("Decided on"), _iso(record.decided_on), DAY)
    yield ShownRow(_("Public from and until"), _window(record), WINDOW)
    yield ShownRow(_("Kind of violation"), fields.get("violation_kind", ""))
    yield ShownRow(_("Kinds of penalty"), record.penalty_types, LIST)
    yield ShownRow(_("Procedure"), fields.get("procedure", ""))
    yield ShownRow(_("Severity"), fields.get("grade", ""))
    yield ShownRow(_("Field of enforcement"), fields.get("domain", ""))
    yield ShownRow(_("In effect until"), fields.get("effect_until"), DAY)
    yield ShownRow(_("Licence concerned"), fields.get("licence", ""))
    yield ShownRow(_("Source of data"), fields.get("source", "") if fields.get("source") != record.agency else "")


def record_rows(record: PublicRecord, own: Iterable[ShownRow], search_address: str = "") -> list[ShownRow]:
    """The header table of any record; ``own`` are the rows of its kind."""
    kind = kind_of(record.kind)
    rows = [
        ShownRow(_("Document number"), record.doc_no, CODE),
        ShownRow(_("Agency"), record.agency if record.agency != record.title else ""),
        *_party_rows(record.parties, search_address),
        ShownRow(str(kind.date_label), _iso(record.decided_on), DAY),
        *own,
        ShownRow(_("Public from and until"), _window(record), WINDOW),
    ]
    return _pair([row for row in rows if row.value])


def record_steps(record: PublicRecord) -> list[Step]:
    """The record's date, publication and its end; a long-term window has none."""
    steps = [
        Step(str(kind_of(record.kind).date_label), record.decided_on),
        Step(_("Made public"), record.visible_from),
    ]
    return steps if _is_long_term(record) else [*steps, Step(_("Publication ends"), end=record.visible_to)]


def _party_rows(parties: list[dict[str, str]], search_address: str) -> Iterator[ShownRow]:
    if len(parties) == 1:
        party = parties[0]
        yield ShownRow(_("Party"), _party(party, search_address), PARTY)
        yield ShownRow(_("Credit code"), party.get("code", ""), CODE)
        yield ShownRow(_representative_label(party), party.get("representative", ""))
        return
    for number, party in enumerate(parties, 1):
        label = _("Party %(number)s") % {"number": number}
        yield ShownRow(label, _party(party, search_address, whole=True), PARTY, full=True)


def _representative_label(party: dict[str, str]) -> str:
    """A sole trader (个体工商户) has an operator, no legal representative."""
    return _("Operator") if party.get("category") == "sole_trader" else _("Legal representative")


def _party(party: dict[str, str], search_address: str, whole: bool = False) -> Party:
    """The name, leading to everything public about the same credit code; ``whole``: with all that is known."""
    code = party.get("code", "")
    address = f"{search_address}?q={code}" if code and search_address else ""
    rest = ((_("Credit code"), code), (_representative_label(party), party.get("representative", "")))
    return Party(party["name"], address, tuple(one for one in rest if one[1]) if whole else ())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _is_long_term(record: PublicRecord) -> bool:
    """Asked of the last day in Shanghai: the moment of its end is another year in UTC."""
    return last_day_before(record.visible_to).year >= LONG_TERM_YEAR


def _window(record: PublicRecord) -> dict[str, Any]:
    return {"start": record.visible_from, "end": None if _is_long_term(record) else record.visible_to}


def _pair(rows: list[ShownRow]) -> list[ShownRow]:
    paired: list[ShownRow] = []
    open_half = False
    for row in rows:
        if row.full and open_half:
            paired[-1] = replace(paired[-1], full=True)
        open_half = not row.full and not open_half
        paired.append(row)
    if open_half:
        paired[-1] = replace(paired[-1], full=True)
    return paired


def decision_parts(record: PublicRecord) -> list[ShownPart]:
    """Facts, basis, remedy; a part without text is left out. The remedy is never left out."""
    parts = [
        ShownPart("facts", _("Facts of the violation"), paragraphs(record.fields.get("facts", ""))),
        ShownPart("basis", _("Basis of the penalty"), paragraphs(record.fields.get("basis", ""))),
        ShownPart("remedy", _("How to comply and how to appeal"), paragraphs(_remedy(record))),
        ShownPart("disclosure", _("Basis of publication"), paragraphs("\n".join(disclosure_lines(record.fields)))),
    ]
    return [part for part in parts if part.value]


def _remedy(record: PublicRecord) -> str:
    """The source's own words, else what the law gave on that day (the 790号 form has no such item)."""
    own: str = record.fields.get("remedy", "")
    return own or remedy_by_law(record.decided_on, record.fields.get("procedure", ""))


def decision_tags(record: PublicRecord) -> list[Tag]:
    """Each kind of penalty and the procedure, in the tones of their vocabularies."""
    procedure = record.fields.get("procedure", "")
    tags = [Tag(label, PENALTY_TONE(label)) for label in record.penalty_types]
    return [*tags, Tag(procedure, PROCEDURE_TONE(procedure))] if procedure else tags


def disclosure_lines(fields: dict[str, Any]) -> list[str]:
    """Basis of publication, basis of its window, reason for another one."""
    names = ("disclosure_basis", "window_basis", "window_reason")
    return [fields[name] for name in names if fields.get(name)]


def timeline(record: PublicRecord) -> list[Step]:
    """Decision, service, publication and its end."""
    steps = [
        Step(_("Decision made"), record.decided_on),
        Step(_("Decision served"), record.fields.get("served_on")),
        Step(_("Made public"), record.visible_from),
        Step(_("Publication ends"), end=record.visible_to),
    ]
    return [step for step in steps if step.day or step.end]


def citation(record: PublicRecord, address: str) -> Citation:
    """Agency, title, number, date, permanent address: enough to find the record again."""
    names = [record.agency, record.title] if record.agency and record.agency != record.title else [record.title]
    comma = "，" if wording.is_chinese() else ", "
    return Citation(names, record.doc_no, wording.long_date(record.decided_on), address, comma)
