"""What a file is, its content says; how many rows it may have, its rows of data."""

import io
import zipfile

import pytest

from importers.errors import FileRefusedError
from importers.formats import KINDS, Form
from importers.reading import read_file
from importers.sources import Limits, read_sheets
from tests.factories.importing import TODAY, read, surroundings
from tests.factories.spreadsheets import LABELS, row, write_csv, write_xlsx

COLUMNS = [column for column in KINDS["penalty"].columns if column.required]
HEADER = [column.label for column in COLUMNS]
# The rows are counted before any is cleaned.
COUNTING = Form("penalty", "790", COLUMNS, lambda draft, columns, around: None)
ABOVE, BELOW = [["2026年行政处罚信息"]], [["注：本表由某某填报"]]


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.csv", "a.XLS", "a.et", "a"])
def test_a_workbook_is_one_by_any_name(tmp_path, name):
    write_xlsx(tmp_path / "real.xlsx", [LABELS, row()])
    path = (tmp_path / "real.xlsx").rename(tmp_path / name)
    (one,) = read(path).rows
    assert one.data
    assert one.problems == ()


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_text_is_text_by_any_name(tmp_path, name, encoding):
    path = write_csv(tmp_path / name, [LABELS, row()], encoding)
    (one,) = read(path).rows
    assert one.data


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.csv"])
def test_the_old_format_is_told_by_any_name(tmp_path, name):
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FileRefusedError) as refusal:
        read_sheets(tmp_path / name, Limits())
    assert refusal.value.code == "old_format"


def _lines(count):
    """So many rows of data below a title and a header, with a note at their end."""
    data = ([f"某某{n}", f"一〔2026〕{n}号", "事实", "2026/3/1"][: len(HEADER)] for n in range(count))
    return [*ABOVE, HEADER, *data, *BELOW]


def _xlsx(path, table):
    """A workbook written by hand: openpyxl would take half a minute for as many rows."""
    with zipfile.ZipFile(write_xlsx(path, [["甲"]])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    cell = '<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>'
    lines = (
        f'<row r="{n}">{"".join(cell.format(chr(65 + at), n, text) for at, text in enumerate(line))}</row>'
        for n, line in enumerate(table, 1)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(stream.getvalue())
    return path


def _read(path, limits):
    return read_file(path, COUNTING, surroundings(), TODAY, limits).rows


@pytest.mark.parametrize(
    ("rows", "write"),
    [
        pytest.param(5_000, write_csv, id="csv"),
        pytest.param(5_000, _xlsx, id="xlsx"),
        pytest.param(100_000, write_csv, id="csv whole", marks=pytest.mark.soak),
        pytest.param(100_000, _xlsx, id="xlsx whole", marks=pytest.mark.soak),
    ],
)
def test_as_many_rows_of_data_as_the_limit_says(tmp_path, rows, write):
    limits = Limits(rows=rows)
    read_back = _read(write(tmp_path / "a.file", _lines(rows)), limits)
    assert len(read_back) == rows
    assert read_back[-1].cells["CF_WSH"] == f"一〔2026〕{rows - 1}号"
    with pytest.raises(FileRefusedError) as refusal:
        _read(write(tmp_path / "b.file", _lines(rows + 1)), limits)
    assert refusal.value.code == "too_many_rows"
    assert str(rows) in str(refusal.value)


def test_the_limit_is_a_hundred_thousand():
    assert Limits().rows == 100_000
    assert Limits.from_settings().rows == 100_000
