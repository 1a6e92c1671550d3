"""Attached files: what is found, who confirms, what the public gets."""

import io
import subprocess
import sys
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from docx import Document
from PIL import Image
from pypdf import PdfReader, PdfWriter

from pages.acts.file_check import confirm_file
from pages.acts.release import ReleaseRefusedError
from pages.base.attachments import DecisionAttachment
from pages.examination.gate import problems
from privacy.files.checks import SamePersonError, check_of, examine, file_problem, public_file
from privacy.files.queue import work
from privacy.models import BureauDocument, FileCheck, FileState
from records.models import PublicRecord
from tests.factories.pages import make_decision
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
PHONE = "13812345678"


def pdf(*texts: str | None) -> bytes:
    """A PDF with one page for each text (ASCII); None: a page that is a picture."""
    objects, kids = ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"], []
    for text in texts:
        content = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET 0 0 0 rg 70 710 400 20 re f" if text else ""
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 100 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 1 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    last = len(objects) + 1
    objects.append(f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>")
    objects.append(f"<< /Type /Catalog /Pages {last} 0 R >>")
    body, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one.replace('100 0 R', f'{last} 0 R')}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root {last + 1} 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    ).encode()


def encrypted() -> bytes:
    writer, out = PdfWriter(clone_from=io.BytesIO(pdf("text"))), io.BytesIO()
    writer.encrypt("secret")
    writer.write(out)
    return out.getvalue()


def docx(text: str) -> bytes:
    out, made = io.BytesIO(), Document()
    made.add_paragraph(text)
    made.save(out)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * (300 << 20))
    return out.getvalue()


def upload(name: str, content: bytes, user=None) -> BureauDocument:
    return BureauDocument.objects.create(title="决定书", file=ContentFile(content, name=name), uploaded_by_user=user)


@pytest.fixture
def people(django_user_model):
    make = django_user_model.objects.create_superuser
    return make("uploader", "", "x"), make("second", "", "x")


@pytest.mark.parametrize(
    ("name", "content", "state"),
    [
        ("a.pdf", lambda: pdf("Decision of the bureau"), FileState.CLEAN),
        ("b.pdf", lambda: pdf(f"Call {PHONE}"), FileState.HITS),
        ("c.pdf", lambda: pdf("Decision", None), FileState.UNCHECKED),
        ("d.pdf", encrypted, FileState.UNREADABLE),
        ("e.pdf", lambda: b"%PDF-1.4 broken", FileState.UNREADABLE),
        ("f.docx", lambda: docx("经查，证人李明在场。"), FileState.HITS),
        ("g.docx", bomb, FileState.UNREADABLE),
        ("h.txt", lambda: f"电话{PHONE}".encode("gb18030"), FileState.HITS),
        ("i.png", lambda: b"\x89PNG", FileState.UNCHECKED),
        ("j.exe", lambda: b"MZ", FileState.UNREADABLE),
    ],
)
def test_the_state_of_a_file(name, content, state):
    check = examine(check_of(upload(name, content())))
    assert check.state == state
    assert PHONE not in str(check.pages)


def test_a_picture_of_a_page_is_never_clean_until_a_second_person_looked_at_every_page(people):
    uploader, second = people
    document = upload("c.pdf", pdf("Decision", None), uploader)
    assert "检查" in file_problem(document)
    work()
    check = check_of(document)
    assert file_problem(document)
    with pytest.raises(SamePersonError):
        confirm_file(check, pages={1, 2}, user=uploader)
    with pytest.raises(ValueError, match="page"):
        confirm_file(check, pages={1}, user=second)
    confirm_file(check, pages={1, 2}, user=second)
    assert file_problem(document)
    assert work() == 1
    assert file_problem(document) == ""


def test_a_confirmation_ends_with_the_file_it_was_given_for(people):
    document = upload("c.pdf", pdf("Decision", None), people[0])
    work()
    confirm_file(check_of(document), pages={1, 2}, user=people[1])
    document.file.save("c.pdf", ContentFile(pdf("Other", None)))
    document._set_document_file_metadata()
    document.save()
    work()
    assert file_problem(document)


def test_nothing_under_a_black_bar_reaches_the_public(people, client):
    document = upload("b.pdf", pdf(f"Call {PHONE}"), people[0])
    page = make_decision()
    page.attachments = [DecisionAttachment(document=document, title="决定书")]
    revision = page.save_revision()
    for _step in ("waits", "holds a number"):
        with pytest.raises(ReleaseRefusedError):
            let_out(revision)
        work()
    assert client.get(document.url).status_code == 404
    confirm_file(check_of(document), pages={1}, user=people[1])
    work()
    assert problems(page) == []
    let_out(revision)
    answer = client.get(document.url)
    content = b"".join(answer.streaming_content)
    assert answer.status_code == 200
    assert content.startswith(b"%PDF")
    assert PHONE.encode() not in content
    copy = PdfReader(io.BytesIO(content))
    assert [one.extract_text() for one in copy.pages] == [""]
    assert not {"/Author", "/Title"} & {key for key, value in (copy.metadata or {}).items() if value}
    assert PublicRecord.objects.get(page_id=page.pk).fields["attachments"][0]["title"] == "决定书"


def test_only_pdf_files_are_published_and_the_attachment_says_so():
    page = make_decision()
    page.attachments = [DecisionAttachment(document=upload("f.docx", docx("决定书")), title="决定书")]
    work()
    assert "决定书" in problems(page)[0]
    assert "PDF" in problems(page)[0]
    assert public_file(page.attachments.first().document) is None


def test_the_screen_wants_every_page_and_a_second_person(people, client):
    uploader, second = people
    document = upload("c.pdf", pdf("Decision", None), uploader)
    address = reverse("pages_file_check", args=[document.pk])
    client.force_login(second)
    assert "稍后" in client.get(address).content.decode()
    work()
    client.force_login(second)
    assert client.post(address, {"pages": ["1"]}).status_code == 200
    assert check_of(document).confirmed_by is None
    client.force_login(uploader)
    assert client.post(address, {"pages": ["1", "2"]}).status_code == 200
    assert check_of(document).confirmed_by is None
    client.force_login(second)
    assert client.post(address, {"pages": ["1", "2"]}).status_code == 302
    assert check_of(document).confirmed_by == second


def test_no_screen_and_no_act_looks_at_a_file_itself(monkeypatch, people, client):
    document = upload("a.pdf", pdf("Decision"), people[0])

    def look(*files):
        raise AssertionError("a file was looked at in a request")

    monkeypatch.setattr("privacy.files.checks._run", look)
    page = make_decision()
    page.attachments = [DecisionAttachment(document=document, title="决定书")]
    page.save_revision()
    client.force_login(people[1])
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert client.get(reverse("pages_file_check", args=[document.pk])).status_code == 200
    assert problems(page)


def test_a_file_that_cannot_be_read_says_why():
    documents = [upload("d.pdf", encrypted()), upload("e.pdf", b"%PDF-1.4 broken"), upload("j.exe", b"MZ")]
    work()
    assert [check_of(one).reason for one in documents] == ["encrypted", "broken", "unknown_kind"]
    assert len({file_problem(one) for one in documents}) == 3


def test_a_worker_that_died_gives_its_file_free(monkeypatch):
    document = upload("a.pdf", pdf("Decision"))
    FileCheck.objects.update(leased_until=timezone.now() + timedelta(minutes=1))
    assert work() == 0
    FileCheck.objects.update(leased_until=timezone.now() - timedelta(minutes=1))
    assert work() == 1
    assert file_problem(document) == ""


def test_the_reader_of_files_runs_within_bounds(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("abc")
    code = "from privacy.files.extraction import limit; limit(); bytearray(2 << 30)"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_a_picture_of_the_bureau_loses_what_the_camera_wrote():
    from privacy.models import BureauImage

    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "JPEG", exif=exif)
    image = BureauImage.objects.create(title="现场", file=ContentFile(out.getvalue(), name="a.jpg"))
    with image.file.open("rb") as handle:
        content = handle.read()
    assert b"SecretCamera" not in content
    stored = Image.open(io.BytesIO(content))
    assert dict(stored.getexif()) == {}
    assert stored.size == (20, 40)
    assert (image.width, image.height) == (20, 40)
