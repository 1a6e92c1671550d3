"""How much of a file is read at all: bounds that hold before anything is unpacked into memory."""

from dataclasses import dataclass
from typing import Self

from django.conf import settings

MEGABYTE = 1024 * 1024
# Titles, header, hints, and notes below the table stand beside the rows that are counted.
_BESIDE_ROWS = 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a file: bytes on disk, bytes unpacked, rows of data and columns of a sheet, characters of all cells."""

    file_bytes: int = 50 * MEGABYTE
    unpacked_bytes: int = 300 * MEGABYTE
    rows: int = 100_000
    columns: int = 100
    characters: int = 200_000_000
    members: int = 2_000

    @property
    def lines(self) -> int:
        """Most lines of a sheet, data or not: what bounds it before its header is known."""
        return self.rows + _BESIDE_ROWS

    @classmethod
    def from_settings(cls) -> Self:
        """The bounds an administrator has set (``IMPORT_MAX_*``)."""
        return cls(
            file_bytes=settings.IMPORT_MAX_MEGABYTES * MEGABYTE,
            unpacked_bytes=settings.IMPORT_MAX_UNPACKED_MEGABYTES * MEGABYTE,
            rows=settings.IMPORT_MAX_ROWS,
            columns=settings.IMPORT_MAX_COLUMNS,
        )
