"""Decisions as a file of the 790号 form, with field codes."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from records.types.decision_data import DecisionData

HEADER = tuple(
    f"CF_{code}"
    for code in [
        "XDR_MC",
        "XDR_LB",
        "XDR_SHXYM",
        "FRDB",
        "XDR_ZJLX",
        "XDR_ZJHM",
        "WSH",
        "WFXW",
        "SY",
        "YJ",
        "CFLB",
        "NR",
        "NR_FK",
        "JDRQ",
        "YXQ",
        "CFJG",
        "CFJGDM",
        "SJLY",
        "SJLYDM",
    ]
)
_CATEGORIES = {"organisation": "法人及非法人组织", "person": "自然人"}
_TYPES = {"warning": "警告", "fine": "罚款"}


def row(facts: DecisionData) -> list[str]:
    """One line of the form."""
    party = facts.parties[0]
    fine = "" if facts.fine is None else str(facts.fine / Decimal(10000))
    return [
        party.name,
        _CATEGORIES[party.category],
        party.credit_code,
        party.representative,
        party.id_type,
        party.identity.personal,
        facts.doc_no,
        facts.violation_kind,
        facts.facts,
        facts.basis,
        "、".join(_TYPES[code] for code in facts.penalty_types),
        facts.result,
        fine,
        f"{facts.decided_on:%Y/%m/%d}",
        "2099/12/31",
        facts.agency_name,
        facts.agency_code,
        facts.source_name,
        facts.source_code,
    ]


def write_csv(path: Path, decisions: Iterable[DecisionData]) -> Path:
    """UTF-8 CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        writer.writerows(row(facts) for facts in decisions)
    return path


def write_xlsx(path: Path, decisions: Iterable[DecisionData]) -> Path:
    """xlsx with shared strings, as office programs save."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("行政处罚")
        for number, values in enumerate((HEADER, *map(row, decisions))):
            sheet.write_row(number, 0, values)
    return path
