"""Findings of the consistency rules as errors at the fields of a form."""

from typing import Any

from pages.consistency.base import Finding
from pages.consistency.gather import of_form, party_rows
from pages.consistency.run import examine
from pages.consistency.weights import weights


def add_findings(form: Any, cleaned: dict[str, Any]) -> None:
    """Refuse what may not be published, each finding at its field; a field that is wrong already keeps its message."""
    rows = [index for index, _row in party_rows(form)]
    for finding in examine(of_form(form, cleaned), weights()):
        if finding.is_error:
            _add(form, finding, rows)


def _add(form: Any, finding: Finding, rows: list[int]) -> None:
    if finding.field.startswith("parties-"):
        _prefix, number, name = finding.field.split("-", 2)
        party = form.formsets["parties"].forms[rows[int(number)]]
        if name not in party.errors:
            party.add_error(name if name in party.fields else None, finding.message)
    elif finding.field not in form.errors:
        form.add_error(finding.field if finding.field in form.fields else None, finding.message)
