"""The difference between a file of officers and the database; nothing is written."""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from importers.models import OfficerFile
from importers.officers.form import BY_ATTRIBUTE, BY_CODE, NO, YES, Around, clean_row
from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import Officer, OfficerStatus
from records.types.columns.base import Draft
from records.types.columns.problems import Problem
from records.types.columns.tidy import tidy_name
from rules.models import Term
from rules.models.terms import Vocabulary

CREATED, CHANGED, UNCHANGED = "created", "changed", "unchanged"
_STATUS_LABELS = {"active": "在岗", "suspended": "暂停执法", "left": "离岗"}


@dataclass(slots=True)
class Row:
    """One line of the file: its cells as sent, its values when it is well, else its problems."""

    sheet: str
    line: int
    cells: dict[str, str]
    values: dict[str, Any] | None
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Step:
    """What one good line would do; ``changes`` are (label, before, after) as texts."""

    row: Row
    outcome: str
    officer: Officer
    categories: list[Term]
    changes: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """What the file would do. ``absent`` counts officers on duty whom it does not name: they stay as they are."""

    steps: list[Step]
    waiting: list[Row]
    absent: int

    def of(self, outcome: str) -> list[Step]:
        return [step for step in self.steps if step.outcome == outcome]

    @property
    def digest(self) -> str:
        """Says whether the difference is still the one that was shown."""
        told = [(step.outcome, step.row.line, step.officer.certificate_no, step.changes) for step in self.steps]
        bad = [(row.sheet, row.line) for row in self.waiting]
        return hashlib.sha256(json.dumps([told, bad], ensure_ascii=False).encode()).hexdigest()


def plan_of(file: OfficerFile, today: dt.date) -> Plan:
    """Clean the rows again and compare them with what is entered now (five queries)."""
    rows = list(_clean(file, Around.load(), today))
    _refuse_twins(rows)
    known = {one.certificate_no: one for one in Officer.objects.prefetch_related("categories")}
    terms = {term.code: term for term in Term.objects.of(Vocabulary.ENFORCEMENT_CATEGORY)}
    units = dict(AgencyPage.objects.values_list("pk", "name"))
    steps = [step for row in rows if (step := _step(row, known, terms, units)) is not None]
    named = {row.values["certificate_no"] for row in rows if row.values}
    absent = sum(1 for number, one in known.items() if number not in named and one.status == OfficerStatus.ACTIVE)
    return Plan(steps, [row for row in rows if row.problems], absent)


def _clean(file: OfficerFile, around: Around, today: dt.date) -> Iterable[Row]:
    columns = tuple(BY_CODE[code] for code in file.columns)
    for one in file.rows:
        draft = Draft(one["sheet"], one["line"], {code: one["cells"].get(code, "") for code in file.columns}, today)
        values = clean_row(draft, columns, around)
        yield Row(one["sheet"], one["line"], one["cells"], values, list(draft.problems))


def _refuse_twins(rows: list[Row]) -> None:
    """A number that stands twice in the file names no one: neither line is taken."""
    lines: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.values:
            lines[row.values["certificate_no"]].append(row)
    for twins in lines.values():
        if len(twins) < 2:
            continue
        for row in twins:
            others = "、".join(str(other.line) for other in twins if other is not row)
            _refuse(row, "certificate_no", _("The same number stands in line %(lines)s too.") % {"lines": others})


def _refuse(row: Row, attribute: str, reason: str) -> None:
    column = BY_ATTRIBUTE.get(attribute)
    code = column.code if column else ""
    row.problems.append(Problem(row.sheet, row.line, code, row.cells.get(code, ""), reason))


def _step(row: Row, known: dict[str, Officer], terms: dict[str, Term], units: dict[int, str]) -> Step | None:
    if row.values is None or row.problems:
        return None
    values = {**row.values}
    before = known.get(values["certificate_no"])
    if before is not None and tidy_name(before.name) != values["name"]:
        _refuse(row, "certificate_no", _("This number belongs to %(name)s.") % {"name": before.name})
        return None
    categories = [terms[code] for code in values.pop("categories")]
    changes = _changes(before, {**values, "categories": categories}, units) if before else []
    if before is not None and not changes:
        return Step(row, UNCHANGED, before, categories)
    officer = before or Officer()
    for name, value in values.items():
        setattr(officer, "unit_id" if name == "unit" else name, value)
    if not _is_valid(row, officer):
        return None
    return Step(row, CHANGED if before else CREATED, officer, categories, changes)


def _changes(before: Officer, values: dict[str, Any], units: dict[int, str]) -> list[tuple[str, str, str]]:
    """What differs, as texts; two spellings of the same text are no difference."""
    found = []
    for name, value in values.items():
        if name == "status_since" and values.get("status", before.status) == OfficerStatus.ACTIVE:
            continue
        old, new = shown(name, value_of(before, name), units), shown(name, value, units)
        if tidy_name(old) != tidy_name(new):
            found.append((BY_ATTRIBUTE[name].label, old, new))
    return found


def value_of(officer: Officer, name: str) -> Any:
    """A value of an officer by the attribute of its column."""
    if name == "unit":
        return officer.unit_id
    return list(officer.categories.all()) if name == "categories" else getattr(officer, name)


def shown(name: str, value: Any, units: dict[int, str]) -> str:
    """A value as the list writes it."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case dt.date():
            return value.isoformat()
        case list():
            return "、".join(sorted(term.label for term in value))
    if name == "unit":
        return units.get(value, "")
    return _STATUS_LABELS.get(str(value), str(value)) if name == "status" else str(value)


def _is_valid(row: Row, officer: Officer) -> bool:
    """The model's own checks, told at the columns; the number's uniqueness is known already."""
    try:
        officer.full_clean(exclude=["unit", "latest_revision"], validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for name, reasons in error.message_dict.items():
            for reason in reasons:
                _refuse(row, name, reason)
        return False
    return True
