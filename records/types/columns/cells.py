"""A cell of a spreadsheet as any reader gives it."""

import datetime as dt

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None


def has_content(cell: Cell) -> bool:
    """Whether a cell holds anything but blanks."""
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip(" \t\r\n\u3000\u00a0\ufeff")))
