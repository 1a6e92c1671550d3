"""Findings of the consistency rules as errors at the fields of a form."""

import re
from typing import Any

from pages.examination.consistency import of_form, rows_of
from rules.consistency.base import Finding
from rules.consistency.run import examine
from rules.models.weights import weights

_IN_ROW = re.compile(r"(\w+)-(\d+)-(\w+)")
# Inline rows that the rules speak about, with the field without which a row is none.
_ROWS = {"parties": "name", "cited": "article"}


def add_findings(form: Any, cleaned: dict[str, Any]) -> None:
    """Refuse what may not be published, each finding at its field; a field that is wrong already keeps its message."""
    for finding in examine(of_form(form, cleaned), weights()):
        if finding.is_error:
            _add(form, finding)


def _add(form: Any, finding: Finding) -> None:
    name = finding.field
    in_row = _IN_ROW.fullmatch(name)
    if in_row:
        rows = rows_of(form, in_row[1], _ROWS[in_row[1]])
        form, name = form.formsets[in_row[1]].forms[rows[int(in_row[2])][0]], in_row[3]
    if name not in form.errors:
        form.add_error(name if name in form.fields else None, finding.message)
