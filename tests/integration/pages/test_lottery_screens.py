"""The screens of a random inspection: every problem at its field in the official words, nothing typed is lost."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape

from pages.kinds.lottery.models import InspectionTask, RosterEntry, TaskState
from pages.kinds.officer.models import Officer
from rules.models import Term
from tests.factories.lotteries import grant, make_task, publish_results
from tests.factories.officers import make_officer
from tests.factories.pages import make_site
from tests.factories.people import person

pytestmark = pytest.mark.django_db
GOOD, OTHER = "91211103MA0YQ1246M", "91211103MA0YQ1319H"


def steps(task):
    return reverse("pages_lottery", args=[task.pk])


def send(client, task, act, **values):
    return client.post(steps(task), {"act": act, **values})


def sheet(*rows):
    book = openpyxl.Workbook()
    for row in (("检查对象", "统一社会信用代码", "区域", "风险权重", "对象类别"), *rows):
        book.active.append(row)
    stored = io.BytesIO()
    book.save(stored)
    return SimpleUploadedFile("名录.xlsx", stored.getvalue())


def task_form(**values):
    body = make_site()
    category = Term.objects.get(vocabulary="enforcement_category", code="gas").pk
    return {
        "task_no": "兴住建双随机〔2026〕90号", "name": "抽查", "agency": body.pk, "plan": "",
        "items": "燃气经营检查", "basis": "条例", "date_from": "2026-12-01", "date_to": "2026-12-18",
        "ratio": "5", "number": "", "category": category, "officers_per_object": "2", **values,
    }  # fmt: skip


def add(client, **values):
    address = reverse("wagtailsnippets_pages_inspectiontask:add")
    return client.post(address, task_form(**values))


@pytest.mark.parametrize(("group", "may"), [("审核", True), ("编辑", False)])
def test_the_buttons_are_there_for_whom_may_press_them(client, group, may):
    task, user = make_task(), person(group)
    client.force_login(user)
    for act in ("commit", "draw"):
        assert (f'name="act" value="{act}"' in client.get(steps(task)).content.decode()) is may
        if may:
            assert send(client, task, act).status_code == 302
    if may:
        publish_results(task)
        assert send(client, task, "reveal").status_code == 302
        task.refresh_from_db()
        assert task.state == TaskState.REVEALED


def test_a_task_is_entered_and_leads_to_its_steps(admin_client):
    answer = add(admin_client)
    assert answer.headers["Location"] == steps(InspectionTask.objects.get())


@pytest.mark.parametrize(
    ("values", "field", "word"),
    [
        ({"ratio": "", "number": ""}, "ratio", "比例"),
        ({"number": "3"}, "number", "只能填写一项"),
        ({"ratio": "0"}, "ratio", "至少抽取一个"),
        ({"date_to": "2026-11-30"}, "date_to", "不能早于"),
        ({"officers_per_object": "1"}, "officers_per_object", "不得少于两名"),
        ({"category": ""}, "category", "执法类别"),
    ],
)
def test_wrong_facts_are_answered_at_their_field(admin_client, values, field, word):
    answer = add(admin_client, **values)
    assert word in str(answer.context["form"].errors[field])
    assert "兴住建双随机〔2026〕90号" in answer.content.decode()
    assert not InspectionTask.objects.exists()


def test_a_number_is_used_once(admin_client):
    make_task(task_no="兴住建双随机〔2026〕90号")
    assert "已被使用" in str(add(admin_client).context["form"].errors["task_no"])


def test_an_uploaded_roster_is_read(admin_client):
    task = make_task(objects=0)
    upload = sheet(("甲燃气公司", GOOD, "兴隆台区", 2, ""), ("王小明", "", "", None, "自然人"))
    assert send(admin_client, task, "roster", roster="", conflicts="", file=upload).status_code == 302
    rows = list(task.roster.values_list("name", "credit_code", "area", "weight", "is_person"))
    assert rows == [("甲燃气公司", GOOD, "兴隆台区", 2, False), ("王小明", "", "", 1, True)]


def test_an_uploaded_roster_with_slips_is_told_by_line_and_column_and_stands_in_the_lines(admin_client):
    task = make_task(objects=1)
    upload = sheet(
        ("甲燃气公司", GOOD, "", 1, ""), ("乙燃气公司", GOOD, "", 1, ""), ("丙燃气公司", OTHER[:-1] + "0", "", 100, ""),
        ("", "", "兴隆台区", 1, ""), ("丁某", OTHER, "", 1, "自然人"),
    )  # fmt: skip
    answer = send(admin_client, task, "roster", roster="", conflicts="", file=upload)
    told = answer.context["form"].errors["roster"]
    assert told == [
        "第 3 行“统一社会信用代码”：与第 2 行重复。",
        "第 4 行“统一社会信用代码”：该统一社会信用代码的校验码有误。",
        "第 4 行“风险权重”：应为1至99的整数。",
        "第 5 行“检查对象”：缺少名称。",
        "第 6 行“统一社会信用代码”：自然人不应有统一社会信用代码。",
    ]
    assert "丙燃气公司" in answer.content.decode()
    assert task.roster.count() == 1


def test_a_file_that_is_no_spreadsheet_is_told_and_the_lines_stay(admin_client):
    task = make_task(objects=0)
    broken = SimpleUploadedFile("名录.xlsx", b"PK\x03\x04broken")
    answer = send(admin_client, task, "roster", roster="甲公司，，兴隆台区", conflicts="", file=broken)
    assert answer.context["form"].errors["file"]
    assert "甲公司，，兴隆台区" in answer.content.decode()


def test_conflicts_name_officer_and_object(admin_client):
    task = make_task(objects=0)
    number = Officer.objects.first().certificate_no
    typed = f"{number}\t甲公司\t近亲属\n辽X9999\t乙公司"
    answer = send(admin_client, task, "roster", roster="甲公司", conflicts=typed)
    assert answer.context["form"].errors["conflicts"] == [
        "第 2 行“证件编号”：没有持该证件编号的执法人员。",
        "第 2 行“检查对象”：该检查对象不在名录中。",
    ]
    assert escape("辽X9999") in answer.content.decode()
    assert send(admin_client, task, "roster", roster="甲公司", conflicts=f"{number}\t甲公司\t近亲属").status_code == 302
    assert task.conflicts.get().reason == "近亲属"


def test_too_few_officers_and_expired_certificates_are_told_with_the_roster(admin_client):
    task = make_task(officers=1)
    make_officer(("gas",), name="程远", valid_to=date(2026, 10, 20))
    page = send(admin_client, task, "commit")
    html = page.content.decode()
    assert "检查人员不足" in html
    assert "程远（2026年10月20日）" in html
    assert "盘锦试验1号燃气公司" in html
    assert InspectionTask.objects.get().state == TaskState.DRAFT


def test_too_few_objects_are_told(admin_client):
    page = send(admin_client, make_task(objects=2), "commit")
    assert "拟抽取 3 个，名录中只有 2 个" in page.content.decode()


def test_the_four_steps_go_through(admin_client):
    task = make_task()
    for act, state in (("commit", TaskState.COMMITTED), ("draw", TaskState.DRAWN)):
        assert send(admin_client, task, act).status_code == 302
        assert InspectionTask.objects.get().state == state
    early = send(admin_client, task, "reveal")
    assert "尚未发布" in early.content.decode()
    publish_results(task)
    assert send(admin_client, task, "reveal").status_code == 302
    html = admin_client.get(steps(task)).content.decode()
    assert InspectionTask.objects.get().seed in html
    again = send(admin_client, task, "commit")
    assert "已由他人完成" in again.content.decode()


def test_what_was_committed_to_cannot_be_edited(admin_client):
    task = make_task()
    send(admin_client, task, "commit")
    address = reverse("wagtailsnippets_pages_inspectiontask:edit", args=[task.pk])
    assert admin_client.post(address, task_form(name="改名")).status_code == 200
    assert InspectionTask.objects.get().name == "燃气经营企业双随机抽查"
    send(admin_client, task, "roster", roster="新对象", conflicts="")
    assert RosterEntry.objects.filter(name="新对象").count() == 0


def test_who_may_only_prepare_cannot_commit(client, django_user_model):
    task = make_task()
    user = grant(django_user_model.objects.create_user("editor", password="x"), "change_inspectiontask")
    user.user_permissions.add(_admin_access())
    client.force_login(user)
    html = client.get(steps(task)).content.decode()
    assert 'value="commit"' not in html
    assert send(client, task, "commit").status_code in (302, 403)
    assert InspectionTask.objects.get().state == TaskState.DRAFT


def _admin_access():
    from django.contrib.auth.models import Permission

    return Permission.objects.get(codename="access_admin")


def test_the_listing_leads_to_the_steps(admin_client):
    task = make_task()
    listing = admin_client.get(reverse("wagtailsnippets_pages_inspectiontask:list")).content.decode()
    assert f'<a href="{steps(task)}">' in listing
