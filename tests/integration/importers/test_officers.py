"""Officers come in and go out as xlsx: nothing is written unseen, nothing bad goes in, nothing sent is lost."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError

from importers.models import OfficerFile
from importers.officers import acts
from importers.officers.form import COLUMNS
from importers.officers.workbook import officers_workbook
from pages.kinds.officer.models import Officer
from records.models import PublicRecord
from samples import agencies as bodies
from samples import officers
from tests.factories.officers import make_officer
from tests.factories.pages import BUREAU, make_site

pytestmark = pytest.mark.django_db
SEND = "/admin/imports/officers/"
GOOD: dict[str, Any] = {
    "序号": 1, "姓名": "沈知微", "单位": BUREAU.name, "内设机构": "质量安全监管科", "职务": "科长",
    "证件编号": "辽L04270101", "执法类别": "工程质量、燃气监管", "执法区域": "兴隆台区",
    "证件有效期自": date(2024, 1, 1), "证件有效期至": "2030年12月31日", "状态": "在岗",
}  # fmt: skip


def workbook(*rows: dict[str, Any], head: list[str] | None = None) -> SimpleUploadedFile:
    """A list as somebody else's program writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名单"
    head = head or list(GOOD)
    sheet.append(head)
    for row in rows:
        sheet.append([row.get(label, "") for label in head])
    stream = io.BytesIO()
    book.save(stream)
    return SimpleUploadedFile("名单.xlsx", stream.getvalue())


def send(client: Any, *rows: dict[str, Any]) -> Any:
    return client.post(SEND, {"file": workbook(*rows)}, follow=True)


def send_with(client: Any, head: list[str], *rows: dict[str, Any]) -> Any:
    """Send rows in a file with just these columns."""
    return client.post(SEND, {"file": workbook(*rows, head=head)}, follow=True)


def confirm(client: Any, answer: Any) -> Any:
    return client.post(answer.request["PATH_INFO"], {"digest": answer.context["digest"]}, follow=True)


def reasons(answer: Any) -> list[tuple[int, str]]:
    return [(one["line"], one["column"]) for one in answer.context["problems"]]


@pytest.fixture(autouse=True)
def site():
    make_site()


def test_a_file_is_shown_first_and_written_after_the_confirmation(admin_client):
    answer = send(admin_client, GOOD)
    assert [step.outcome for step in answer.context["steps"]] == ["created"]
    assert not Officer.objects.exists()
    done = confirm(admin_client, answer)
    assert [tile["number"] for tile in done.context["tiles"]] == [1, 0, 0, 0]
    officer = Officer.objects.get()
    assert (officer.name, officer.valid_to, officer.unit.name) == ("沈知微", date(2030, 12, 31), BUREAU.name)
    assert {term.code for term in officer.categories.all()} == {"quality_safety", "gas"}
    assert PublicRecord.objects.get(key=officer.record_key).title == "沈知微"
    assert officer.revisions.count() == 1


def test_the_exported_list_imported_again_changes_nothing(admin_client):
    bodies.load()
    officers.load()
    before = list(PublicRecord.objects.filter(kind="officer").order_by("pk").values_list("key", "version"))
    exported = admin_client.get("/admin/imports/officers/export.xlsx").content
    answer = admin_client.post(SEND, {"file": SimpleUploadedFile("out.xlsx", exported)}, follow=True)
    assert [tile["number"] for tile in answer.context["tiles"]] == [0, 0, len(officers.ROWS), 0]
    assert answer.context["absent"] == 0
    confirm(admin_client, answer)
    assert list(PublicRecord.objects.filter(kind="officer").order_by("pk").values_list("key", "version")) == before


def test_a_change_is_told_before_and_after(admin_client):
    confirm(admin_client, send(admin_client, GOOD))
    answer = send(admin_client, {**GOOD, "职务": "副局长", "状态": "离岗"})
    (step,) = answer.context["steps"]
    assert step.changes == [("职务", "科长", "副局长"), ("状态", "在岗", "离岗")]
    confirm(admin_client, answer)
    officer = Officer.objects.get()
    assert (officer.position, officer.status) == ("副局长", "left")
    assert officer.revisions.count() == 2


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"姓名": ""}, "姓名"),
        ({"单位": "别处的局"}, "单位"),
        ({"证件编号": ""}, "证件编号"),
        ({"证件编号": "辽L/1"}, "证件编号"),
        ({"执法类别": "宇航监管"}, "执法类别"),
        ({"执法区域": ""}, "执法区域"),
        ({"证件有效期自": "2024年13月1日"}, "证件有效期自"),
        ({"证件有效期至": date(2023, 1, 1)}, "证件有效期至"),
        ({"状态": "神游"}, "状态"),
        ({"序号": "甲"}, "序号"),
        ({"职务": "长" * 101}, "职务"),
    ],
)
def test_each_bad_cell_is_told_with_line_and_column_and_keeps_its_row_out(admin_client, change, column):
    answer = send(admin_client, {**GOOD, **change}, {**GOOD, "姓名": "叶闻舟", "证件编号": "辽L04270102"})
    assert reasons(answer) == [(2, column)]
    confirm(admin_client, answer)
    assert list(Officer.objects.values_list("name", flat=True)) == ["叶闻舟"]


def test_a_number_that_stands_twice_names_no_one(admin_client):
    answer = send(admin_client, GOOD, {**GOOD, "姓名": "叶闻舟", "证件编号": "辽l 04270101"})
    assert reasons(answer) == [(2, "证件编号"), (3, "证件编号")]
    assert answer.context["steps"] == []


def test_a_number_of_somebody_else_is_refused(admin_client):
    make_officer(name="叶闻舟", certificate_no=GOOD["证件编号"])
    assert reasons(send(admin_client, GOOD)) == [(2, "证件编号")]


def test_rows_that_wait_are_downloaded_as_sent_and_go_in_once_mended(admin_client):
    done = confirm(admin_client, send(admin_client, {**GOOD, "执法类别": "宇航监管"}))
    file = OfficerFile.objects.get()
    content = admin_client.get(f"{SEND}{file.pk}/waiting.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    head = [cell.value for cell in sheet[1]]
    row = {label: cell.value for label, cell in zip(head, sheet[2], strict=True)}
    assert row["姓名"] == "沈知微"
    assert "执法类别" in row["问题"]
    assert done.context["waiting"] == 1
    sheet.cell(2, head.index("执法类别") + 1).value = "燃气监管"
    stream = io.BytesIO()
    sheet.parent.save(stream)
    again = admin_client.post(SEND, {"file": SimpleUploadedFile("mended.xlsx", stream.getvalue())}, follow=True)
    assert reasons(again) == []
    confirm(admin_client, again)
    assert Officer.objects.get().name == "沈知微"


def test_nothing_in_the_export_is_a_formula():
    make_officer(name="=cmd()", position='=HYPERLINK("https://example.test")')
    sheet = openpyxl.load_workbook(io.BytesIO(officers_workbook(Officer.objects.all()))).active
    assert [cell.value for cell in sheet[1]] == [column.label for column in COLUMNS]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_difference_that_has_changed_since_is_shown_again(admin_client):
    answer = send(admin_client, GOOD)
    make_officer(name="沈知微", certificate_no=GOOD["证件编号"])
    again = confirm(admin_client, answer)
    assert OfficerFile.objects.get().applied_at is None
    assert [step.outcome for step in again.context["steps"]] == ["changed"]


def test_a_confirmation_sent_twice_writes_once(admin_client):
    answer = send(admin_client, GOOD)
    confirm(admin_client, answer)
    confirm(admin_client, answer)
    assert Officer.objects.get().revisions.count() == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", "姓名,电话\n甲,1\n".encode()])
def test_a_file_that_is_no_list_is_refused_at_its_field(admin_client, content):
    answer = admin_client.post(SEND, {"file": SimpleUploadedFile("x.xlsx", content)})
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not OfficerFile.objects.exists()


def test_officers_whom_the_file_does_not_name_stay(admin_client):
    other = make_officer(name="叶闻舟")
    answer = send(admin_client, GOOD)
    assert answer.context["absent"] == 1
    confirm(admin_client, answer)
    assert Officer.objects.filter(pk=other.pk, status="active").exists()


def test_only_those_who_may_enter_officers_may_import(client, django_user_model):
    user = django_user_model.objects.create_user("reader", password="x")
    client.force_login(user)
    assert client.get(SEND).status_code in {302, 403}
    assert client.get("/admin/imports/officers/export.xlsx").status_code in {302, 403}


def test_the_listing_leads_to_import_and_export(admin_client):
    html = admin_client.get("/admin/snippets/pages/officer/").content.decode()
    assert SEND in html
    assert "/admin/imports/officers/export.xlsx" in html


def test_a_column_that_a_file_lacks_changes_nothing(admin_client):
    full = {**GOOD, "序号": 7, "职务": "副局长", "状态": "离岗", "状态起始日": date(2026, 3, 1)}
    full |= {"法律职业资格": "是", "法律职业资格证编号": "A20192111030001"}
    confirm(admin_client, send_with(admin_client, list(full), full))
    officer = Officer.objects.values().get()
    for column in COLUMNS:
        if not column.required:
            answer = send_with(admin_client, [label for label in full if label != column.label], full)
            assert [tile["number"] for tile in answer.context["tiles"]] == [0, 0, 1, 0], column.label
    needed = [column.label for column in COLUMNS if column.required]
    answer = send_with(admin_client, needed, {**full, "执法区域": "盘锦市"})
    (step,) = answer.context["steps"]
    assert step.changes == [("执法区域", "兴隆台区", "盘锦市")]
    confirm(admin_client, answer)
    kept = ("latest_revision_id", "area", "first_published_at", "last_published_at", "live_revision_id")
    after = Officer.objects.values().get()
    assert {**after, **dict.fromkeys(kept)} == {**officer, **dict.fromkeys(kept)}
    assert after["area"] == "盘锦市"


def test_a_line_that_the_database_refuses_stops_no_other(admin_client, monkeypatch):
    keep = acts.keep_officer

    def refusing(officer: Officer, user: Any) -> None:
        if officer.name == "沈知微":
            raise DataError("value too long: 机密单元格")
        keep(officer, user)

    monkeypatch.setattr(acts, "keep_officer", refusing)
    answer = send(admin_client, GOOD, {**GOOD, "姓名": "叶闻舟", "证件编号": "辽L04270102"})
    assert reasons(answer) == []
    done = confirm(admin_client, answer)
    assert list(Officer.objects.values_list("name", flat=True)) == ["叶闻舟"]
    assert [tile["number"] for tile in done.context["tiles"]] == [1, 0, 0, 1]
    assert "机密单元格" not in done.content.decode()
