"""What the two programs that open a stranger's file do, asked in this process."""

import resource

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from privacy.files import extraction, flattening


def pdf(path, password=None):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "内部文件"})
    if password is not None:
        writer.encrypt(password)
    writer.write(path)
    return path


def test_a_file_with_a_password_is_refused_and_one_that_opens_without_is_read(tmp_path):
    with pytest.raises(extraction.RefusedError) as refused:
        list(extraction.pages_of(pdf(tmp_path / "locked.pdf", "secret")))
    assert refused.value.args == ("encrypted",)
    assert list(extraction.pages_of(pdf(tmp_path / "open.pdf", ""))) == [("", True)]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_is_read_in_both_encodings_of_the_office(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("手机138****5678，㐀".encode(encoding))
    assert list(extraction.pages_of(path)) == [("手机138****5678，㐀", True)]


def test_memory_and_time_are_bounded(monkeypatch):
    asked = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, values: asked.append((what, values)))
    extraction.limit()
    assert asked == [(resource.RLIMIT_AS, (1 << 30, 1 << 30)), (resource.RLIMIT_CPU, (30, 30))]


def test_the_public_copy_has_no_title(tmp_path):
    Image.new("RGB", (40, 40), "white").save(tmp_path / "a.pdf", title="内部文件", author="某人")
    flattening.flatten(str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf"))
    found = PdfReader(tmp_path / "b.pdf").metadata or {}
    assert {name: value for name, value in found.items() if name in {"/Title", "/Author", "/Producer"} and value} == {}
