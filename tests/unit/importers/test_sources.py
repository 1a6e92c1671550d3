"""Files: every sound form reads the same, every hostile one is refused in one sentence."""

import io
import zipfile

import openpyxl
import pytest

from importers.errors import FileRefusedError
from importers.sources import Limits, read_sheets

TABLE = [["名称", "文号"], ["盘锦某某公司，含“引号”", "一〔2026〕1号"], ["第二行\n换行", ""]]


def _xlsx(path, change=lambda sheet: None):
    workbook = openpyxl.Workbook()
    for row in TABLE:
        workbook.active.append(row)
    change(workbook.active)
    workbook.save(path)
    return path


def _csv(rows=TABLE):
    return "\r\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_every_encoding_reads_the_same(tmp_path, encoding):
    path = tmp_path / "表.csv"
    path.write_bytes(_csv().encode(encoding))
    (sheet,) = read_sheets(path, Limits())
    assert [[cell.replace("\r\n", "\n") for cell in row] for row in sheet.rows] == TABLE
    assert sheet.name == "表"


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_other_delimiters(tmp_path, delimiter):
    path = tmp_path / "a.csv"
    path.write_text("\n".join(delimiter.join(("甲", "乙", "丙")) for _ in range(3)), "utf-8")
    assert read_sheets(path, Limits())[0].rows[0] == ["甲", "乙", "丙"]


def test_a_workbook_gives_lines_as_shown_and_fills_merged_cells(tmp_path):
    def change(sheet):
        sheet["A5"] = "乙"
        sheet.merge_cells("A5:A6")
        sheet["B6"] = "丙"

    (sheet,) = read_sheets(_xlsx(tmp_path / "a.xlsx", change), Limits())
    assert sheet.rows[3] == ["", ""]
    assert sheet.rows[4:] == [["乙", ""], ["乙", "丙"]]


def test_guarded_text_of_csv_is_text(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('甲,乙\n"=""00123""",1\n', "utf-8")
    (sheet,) = read_sheets(path, Limits())
    assert sheet.rows[1] == ["00123", "1"]
    assert not sheet.formulas


def test_formulas_and_error_values_are_named_by_their_cell(tmp_path):
    def change(sheet):
        sheet["B2"] = "=1+1"
        sheet["C3"] = "#REF!"
        sheet["C3"].data_type = "e"

    (sheet,) = read_sheets(_xlsx(tmp_path / "a.xlsx", change), Limits())
    assert sheet.formulas == {(2, 2)}
    assert sheet.errors == {(3, 3)}


def _zip(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def _rebuilt(tmp_path, change):
    """A sound workbook with members changed: name → bytes in, bytes out."""
    source = _xlsx(tmp_path / "sound.xlsx")
    stream = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, change(member.filename, old.read(member.filename)))
    return stream.getvalue()


def _sheet_xml(cells):
    return lambda name, data: data.replace(b"</sheetData>", cells + b"</sheetData>") if "sheet1" in name else data


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
HOSTILE = {
    "empty": ("empty", lambda t: b""),
    "blank_lines": ("empty", lambda t: b"\n,,,\n\n"),
    "pdf": ("not_a_spreadsheet", lambda t: b"%PDF-1.7\n"),
    "png": ("not_a_spreadsheet", lambda t: b"\x89PNG\r\n\x1a\n" + b"\x00" * 99),
    "html_as_xls": ("not_a_spreadsheet", lambda t: "<html><table><tr><td>甲</td></tr></table></html>".encode()),
    "xml_agencies": ("not_a_spreadsheet", lambda t: b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'),
    "nul": ("not_a_spreadsheet", lambda t: b"a,b\n1,\x00\n"),
    "docx": ("not_a_spreadsheet", lambda t: _zip(word__document="x")),
    "empty_zip": ("not_a_spreadsheet", lambda t: _zip()),
    "encrypted": ("encrypted", lambda t: OLE + "EncryptedPackage".encode("utf-16-le")),
    "old_xls": ("old_format", lambda t: OLE),
    "truncated": ("damaged", lambda t: _xlsx(t / "s.xlsx").read_bytes()[:-300]),
    "truncated_early": ("damaged", lambda t: _xlsx(t / "s.xlsx").read_bytes()[:900]),
    "broken_deflate": ("damaged", lambda t: _flip(_xlsx(t / "s.xlsx"))),
    "wide": ("too_many_columns", lambda t: _csv([[str(n) for n in range(200)]]).encode()),
    "wide_xlsx": (
        "too_many_columns",
        lambda t: _rebuilt(t, _sheet_xml(b'<row r="9"><c r="XFD9"><v>1</v></c></row>')),
    ),
    "far_row": (
        "too_many_rows",
        lambda t: _rebuilt(t, _sheet_xml(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    ),
    "disguised_place": ("damaged", lambda t: _rebuilt(t, _sheet_xml(b'<row><c r="&#88;FD9"><v>1</v></c></row>'))),
    "doctype": (
        "not_a_spreadsheet",
        lambda t: _rebuilt(
            t, lambda name, data: b'<!DOCTYPE x [<!ENTITY a "b">]>' + data if "workbook.xml" in name else data
        ),
    ),
    "zip_bomb": (
        "bomb",
        lambda t: _rebuilt(t, lambda name, data: data + b" " * 40_000_000 if "styles" in name else data),
    ),
    "string_bomb": (
        "bomb",
        lambda t: _rebuilt_with_strings(t),
    ),
    "mixed_encoding": (
        "mixed_encoding",
        lambda t: "甲乙丙丁,戊\n".encode("gb18030") * 3 + "盘锦某某建筑工程有限公司,己\n".encode(),
    ),
    "broken_gb18030": ("mixed_encoding", lambda t: "甲乙丙".encode("gb18030") + b"\xff\xff,\n"),
    "open_quote": ("damaged", lambda t: '甲,乙\n"没有结束,丙\n'.encode()),
    "odd_utf16": ("damaged", lambda t: b"\xff\xfe\x00\xd8\x00"),
    "lone_quote": ("damaged", lambda t: '甲,"乙"丙\n'.encode()),
}


def _flip(path):
    """Bytes of the sheet changed inside the archive."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 90
    data[start : start + 40] = bytes(byte ^ 0x5A for byte in data[start : start + 40])
    return bytes(data)


def _rebuilt_with_strings(tmp_path):
    """One long shared string named by very many cells: small in the zip, huge in memory."""
    long_string = b"x" * 30_000
    data = _rebuilt(
        tmp_path,
        _sheet_xml(b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(10, 9000))),
    )
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/sharedStrings.xml", b"<sst><si><t>" + long_string + b"</t></si></sst>")
    return stream.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(tmp_path, name):
    code, build = HOSTILE[name]
    path = tmp_path / "sent.xlsx"
    path.write_bytes(build(tmp_path))
    with pytest.raises(FileRefusedError) as refusal:
        read_sheets(path, Limits(unpacked_bytes=30_000_000, file_bytes=1_000_000))
    assert refusal.value.code == code
    assert str(refusal.value).strip()


def test_a_file_above_the_limit_is_not_opened(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\n" * 50, "utf-8")
    with pytest.raises(FileRefusedError) as refusal:
        read_sheets(path, Limits(file_bytes=100))
    assert refusal.value.code == "too_big"
    with pytest.raises(FileRefusedError) as refusal:
        read_sheets(path, Limits(rows=10))
    assert refusal.value.code == "too_many_rows"


def test_gb18030_that_happens_to_be_valid_utf8_is_no_mixture(tmp_path):
    path = tmp_path / "a.csv"
    # 联通 in GB18030 is the well-known pair of characters that is valid UTF-8 too.
    path.write_bytes("名称,文号\n联通,一\n盘锦移动,二\n".encode("gb18030"))
    assert read_sheets(path, Limits())[0].rows[1] == ["联通", "一"]
