"""An .xlsx is a zip of XML: look at it as a stream, within bounds, before any reader unpacks it into memory."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from importers.errors import FileRefusedError
from importers.sources.limits import Limits
from importers.sources.sniff import not_a_spreadsheet
from importers.sources.text import too_many_columns, too_many_rows

_WORKBOOK = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_CHUNK = 4 * 1024 * 1024

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/?)>")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([^"']*)["']""")
_PLACE = re.compile(rb"^([A-Z]{1,3})([1-9]\d{0,7})$")
_IS_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_SHARED = re.compile(rb"""<(?:\w+:)?c\b[^>]*\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d{1,9})\s*<""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_ITEM_END = re.compile(rb"</(?:\w+:)?si>")


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ElementTree.ParseError,
    KeyError,
    ValueError,
    NotImplementedError,
)


@dataclass(slots=True)
class SheetShape:
    """What a stream over a sheet's XML shows: extent of cells with content, and cells that hold no value."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    characters: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)


def survey(path: Path, limits: Limits) -> dict[str, SheetShape]:
    """Look at every sheet of a workbook within the limits, without unpacking it whole.

    Returns sheet name → shape. Raises ``FileRefusedError`` for what is no workbook, damaged, encrypted or a bomb.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_members(archive, limits)
            lengths = _string_lengths(archive)
            return {name: _shape(archive, member, lengths, limits) for name, member in _sheet_members(archive)}
    except DefusedXmlException as error:
        raise not_a_spreadsheet() from error
    except _UNREADABLE as error:
        raise damaged() from error
    except RuntimeError as error:  # what zipfile raises for a member under a password
        raise FileRefusedError(
            "encrypted", _("The file is protected by a password. Remove the password and send the file again.")
        ) from error


def damaged() -> FileRefusedError:
    """The refusal of a workbook that cannot be read to its end."""
    return FileRefusedError("damaged", _("The file is damaged or incomplete. Save it again and send it again."))


def _check_members(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Bound what unpacking would give; Python's reader stops at the declared size, so a lie cannot pass it."""
    members = archive.infolist()
    names = {member.filename for member in members}
    if _WORKBOOK not in names:
        raise not_a_spreadsheet()
    too_many = len(members) > limits.members or len(names) != len(members)
    if too_many or sum(member.file_size for member in members) > limits.unpacked_bytes:
        raise FileRefusedError(
            "bomb",
            _("The file unpacks to more than %(limit)d MB. Split it, or send it as CSV.")
            % {"limit": limits.unpacked_bytes >> 20},
        )
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            _check_markup(archive, member)


def _check_markup(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Office programs write no document type; whoever does wants entities expanded."""
    with archive.open(member) as stream:
        if b"<!DOCTYPE" in stream.read(4096).upper():
            raise not_a_spreadsheet()


def _sheet_members(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Sheet names with the member that holds each, as the workbook and its relations say."""
    targets = {
        relation.get("Id"): _member_path(relation.get("Target", ""))
        for relation in _parse(archive, "xl/_rels/workbook.xml.rels")
        if relation.get("Type", "").endswith("/worksheet")
    }
    for sheet in _parse(archive, _WORKBOOK).iter():
        if not isinstance(sheet.tag, str) or not sheet.tag.endswith("}sheet"):
            continue
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if relation in targets:
            yield sheet.get("name", ""), targets[relation]


def _member_path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _parse(archive: zipfile.ZipFile, member: str) -> Element:
    return ElementTree.fromstring(archive.read(member), forbid_dtd=True)


def _string_lengths(archive: zipfile.ZipFile) -> list[int]:
    """Bytes of each shared string: one long string named by a million cells is a bomb that no zip shows."""
    if _STRINGS not in archive.namelist():
        return []
    lengths: list[int] = []
    rest = 0
    for buffer in _buffers(archive, _STRINGS, b"si>"):
        start = 0
        for end in _ITEM_END.finditer(buffer):
            lengths.append(rest + end.end() - start)
            start, rest = end.end(), 0
        rest += len(buffer) - start
    return lengths


def _shape(archive: zipfile.ZipFile, member: str, lengths: list[int], limits: Limits) -> SheetShape:
    shape = SheetShape()
    line = 0
    for buffer in _buffers(archive, member, b"row>"):
        line = _look(buffer, shape, lengths, line)
        if shape.rows > limits.lines:
            raise too_many_rows(limits)
        if shape.columns > limits.columns:
            raise too_many_columns(limits)
        if shape.characters > limits.characters:
            raise FileRefusedError(
                "bomb",
                _("The file unpacks to more than %(limit)d MB. Split it, or send it as CSV.")
                % {"limit": limits.characters >> 20},
            )
    return shape


def _buffers(archive: zipfile.ZipFile, member: str, cut: bytes) -> Iterator[bytes]:
    """The member in pieces that end behind ``cut`` where possible, so that no element is divided."""
    carried = b""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            carried += chunk
            end = carried.rfind(cut)
            if end >= 0:
                yield carried[: end + len(cut)]
                carried = carried[end + len(cut) :]
    yield carried


def _look(buffer: bytes, shape: SheetShape, lengths: list[int], line: int) -> int:
    """Add one buffer to the shape; returns the number of rows seen so far."""
    for cell in _CELL.finditer(buffer):
        attributes, is_blank = cell[1], cell[2] == b"/"
        if is_blank:
            continue
        place = _place(attributes)
        shape.cells += 1
        if place is None:
            continue
        shape.rows = max(shape.rows, place[0])
        shape.columns = max(shape.columns, place[1])
        if _IS_ERROR.search(attributes):
            shape.errors.add(place)
    for formula in _FORMULA.finditer(buffer):
        _note_formula(buffer, formula.start(), shape)
    shape.characters += len(buffer) + sum(
        lengths[index] for index in map(int, _SHARED.findall(buffer)) if index < len(lengths)
    )
    line += len(_ROW.findall(buffer))
    # Cells may come without a place; then their rows count, which bounds the sheet just as well.
    shape.rows = max(shape.rows, line if shape.cells and not shape.rows else 0)
    return line


def _note_formula(buffer: bytes, at: int, shape: SheetShape) -> None:
    """Name the cell around a formula."""
    start = max(buffer.rfind(b"<c ", 0, at), buffer.rfind(b":c ", 0, at))
    place = _place(buffer[start:at]) if start >= 0 else None
    shape.formulas.add(place or (1, 1))


def _place(attributes: bytes) -> tuple[int, int] | None:
    """The (line, column) that a cell names, from 1; a disguised place is a ``ValueError``."""
    reference = _REFERENCE.search(attributes)
    if reference is None:
        return None
    match = _PLACE.match(reference[1])
    if match is None:
        raise ValueError("cell without a readable place")
    column = 0
    for letter in match[1]:
        column = column * 26 + letter - 64
    return int(match[2]), column
