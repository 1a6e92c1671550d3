"""Officers as xlsx: the whole list, and the rows that wait. Every cell is text or a date, none a formula."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from importers.models import OfficerFile
from importers.officers.compare import shown, value_of
from importers.officers.form import COLUMNS
from importers.reading import REPORT_HEADERS
from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import Officer

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"单位": 30, "执法类别": 34, "证件编号": 20, "执法区域": 24}


def officers_workbook(officers: Iterable[Officer]) -> bytes:
    """The official list in the columns that the import reads; imported again it changes nothing."""
    units = dict(AgencyPage.objects.values_list("pk", "name"))
    rows = [[_cell(officer, column.attribute, units) for column in COLUMNS] for officer in officers]
    return _book("执法人员清单", [column.label for column in COLUMNS], rows)


def _cell(officer: Officer, name: str, units: dict[int, str]) -> Any:
    value = value_of(officer, name)
    return value if isinstance(value, dt.date) else shown(name, value, units)


def waiting_workbook(file: OfficerFile, waiting: Iterable[dict[str, Any]]) -> bytes:
    """The rows that wait, as they were sent, each with its line and what is wrong, to mend and send again."""
    cells = {(row["sheet"], row["line"]): row["cells"] for row in file.rows}
    labels = [column.label for column in COLUMNS if column.code in file.columns]
    rows = []
    for row in waiting:
        reasons = "；".join(f"{one['column']}：{one['reason']}" for one in row["problems"])
        sent = cells[row["sheet"], row["line"]]
        rows.append([str(file.pk), row["sheet"], str(row["line"]), reasons, *(sent.get(label, "") for label in labels)])
    return _book("待改正", [*REPORT_HEADERS, *labels], rows)


def _book(title: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        sheet = book.add_worksheet(title)
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF5", "text_wrap": True, "valign": "top", "border": 1})
        text = book.add_format({"num_format": "@"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for place, label in enumerate(head):
            sheet.set_column(place, place, _WIDTHS.get(label, 14), text)
            sheet.write_string(0, place, label, bold)
        sheet.freeze_panes(1, 0)
        for line, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                if isinstance(value, dt.date):
                    sheet.write_datetime(line, place, dt.datetime.combine(value, dt.time.min), day)
                elif value:
                    sheet.write_string(line, place, str(value), text)
        sheet.autofilter(0, 0, max(1, sheet.dim_rowmax or 1), len(head) - 1)
    return stream.getvalue()
