"""Files as sheets of plain cells. Front door: ``read_sheets``; what it cannot read it refuses in one sentence."""

from pathlib import Path

from django.utils.translation import gettext as _

from importers.errors import FileRefusedError
from importers.sources.limits import Limits
from importers.sources.sniff import FileKind, sniff
from importers.sources.table import Cell, Sheet, cell_name, has_content
from importers.sources.text import read_text, too_many_rows
from importers.sources.workbook import read_workbook

__all__ = ["Cell", "Limits", "Sheet", "cell_name", "has_content", "read_sheets", "too_many_rows"]


def read_sheets(path: Path, limits: Limits | None = None, name: str = "") -> list[Sheet]:
    """Read a spreadsheet (xlsx, or csv in UTF-8, GB18030 or UTF-16).

    ``name`` is what the sender called the file, when the stored copy has another name.
    Raises ``FileRefusedError`` with the one sentence the sender needs; nothing is read beyond ``limits``.
    """
    limits = limits or Limits.from_settings()
    sheets = read_workbook(path, limits) if sniff(path, limits) is FileKind.WORKBOOK else read_text(path, limits, name)
    if all(sheet.is_blank for sheet in sheets):
        raise FileRefusedError("empty", _("The file holds no rows."))
    return sheets
