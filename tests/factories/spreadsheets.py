"""Small spreadsheets for tests, written by an independent program (openpyxl)."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from pages.kinds.penalty.importing import IMPORT

CODES = [column.code for column in IMPORT.columns]
LABELS = [column.label for column in IMPORT.columns]
GOOD: dict[str, Any] = {
    "CF_XDR_MC": "盘锦示例建筑工程有限公司",
    "CF_XDR_LB": "法人及非法人组织",
    "CF_XDR_SHXYM": "91211103166131861N",
    "CF_FRDB": "李示例",
    "CF_WSH": "兴住建罚决字〔2026〕第001号",
    "CF_WFXW": "未取得施工许可证擅自施工",
    "CF_SY": "该公司在未取得施工许可证的情况下擅自施工。",
    "CF_YJ": "《建筑工程施工许可管理办法》第十二条",
    "CF_CFLB": "罚款",
    "CF_NR": "处以罚款",  # names no amount, so that tests may change the column alone
    "CF_NR_FK": 1.5,
    "CF_JDRQ": "2026/04/02",
    "CF_YXQ": "2099/12/31",
    "CF_CFJG": "兴隆台区住房和城乡建设局",
    "CF_CFJGDM": "9121110329141777L3",
    "CF_SJLY": "兴隆台区住房和城乡建设局",
    "CF_SJLYDM": "9121110329141777L3",
}


def row(**changes: Any) -> list[Any]:
    """A good row of the form with some cells changed, in the form's order."""
    return [{**GOOD, **changes}.get(code, "") for code in CODES]


def write_xlsx(path: Path, rows: Sequence[Sequence[Any]], title: str = "行政处罚") -> Path:
    """Write rows as they are."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = title
    for line in rows:
        sheet.append(list(line))
    workbook.save(path)
    return path


def write_csv(path: Path, rows: Sequence[Sequence[Any]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write rows as text."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path.write_bytes(stream.getvalue().encode(encoding))
    return path
