"""What a file is, by its first bytes: names and types a browser sends are never believed."""

import enum
from pathlib import Path

from django.utils.translation import gettext as _

from importers.errors import FileRefusedError
from importers.sources.limits import Limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"{\\rtf",
    b"MZ",
    b"\x7fELF",
    b"SQLite format 3",
)


class FileKind(enum.Enum):
    """The two kinds of file that are read."""

    WORKBOOK = "xlsx"
    TEXT = "csv"


def sniff(path: Path, limits: Limits) -> FileKind:
    """Tell workbook from text; raises ``FileRefusedError`` for everything else."""
    size = path.stat().st_size
    if size == 0:
        raise FileRefusedError("empty", _("The file is empty."))
    if size > limits.file_bytes:
        raise FileRefusedError(
            "too_big",
            _("The file is larger than %(limit)d MB. Split it, or send it as CSV.")
            % {"limit": limits.file_bytes >> 20},
        )
    with path.open("rb") as stream:
        head = stream.read(4096)
    if head.startswith(_OLE):
        raise _refuse_ole(path)
    if head.startswith(_ZIP):
        return FileKind.WORKBOOK
    if head.startswith((b"PK\x05\x06", *_OTHER_KINDS)) or _looks_like_markup(head) or _looks_binary(head):
        raise not_a_spreadsheet()
    return FileKind.TEXT


def not_a_spreadsheet() -> FileRefusedError:
    """The refusal of a file that is neither xlsx nor csv."""
    return FileRefusedError("not_a_spreadsheet", _("The file is not a spreadsheet. Send an .xlsx or .csv file."))


def _refuse_ole(path: Path) -> FileRefusedError:
    """Old Office files and password-protected new ones share one container."""
    if _ENCRYPTED_STREAM in path.read_bytes():
        return FileRefusedError(
            "encrypted", _("The file is protected by a password. Remove the password and send the file again.")
        )
    return FileRefusedError(
        "old_format", _("The file is in an old Office format. Save it as .xlsx or .csv and send it again.")
    )


def _looks_like_markup(head: bytes) -> bool:
    """Web pages renamed to .xls or .csv are common exports; they are no tables of cells."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<script", b"<svg"))


def _looks_binary(head: bytes) -> bool:
    """Text has no NUL, except UTF-16 with its mark, which office programs write as "Unicode text"."""
    return b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
