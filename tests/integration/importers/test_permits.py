"""Permits by import: the form of 28 items, its older sisters, the same acts and screens as penalties."""

from datetime import date
from pathlib import Path

import pytest

from importers.commanding import Order, run_order
from importers.defaults import ensure_sources
from importers.models import Channel, ImportSource, RunState, WaitingRow
from importers.schedule.inbox import inbox_folder, look_into_inboxes
from pages.kinds.permit.importing import IMPORT
from pages.kinds.permit.models import PermitDecisionPage
from privacy import crypto
from privacy.models import PartyIdentity
from records.models import PublicRecord
from tests.factories.pages import make_site
from tests.factories.releases import let_out
from tests.factories.spreadsheets import write_xlsx

pytestmark = pytest.mark.django_db
FORM = [column for column in IMPORT.columns if column.code not in {"XK_XMMC", "XK_SPLB"}]
GOOD = {
    "XK_XDR_MC": "盘锦澜岚建筑工程有限公司",
    "XK_XDR_LB": "法人及非法人组织",
    "XK_XDR_SHXYM": "91211103MA0YQ3X22Y",
    "XK_FRDB": "周云帆",
    "XK_XKWS": "建筑工程施工许可决定书",
    "XK_WSH": "兴住建许字〔2026〕12号",
    "XK_XKLB": "普通",
    "XK_XKZS": "建筑工程施工许可证",
    "XK_XKBH": "211103202603160101",
    "XK_NR": "准予辽滨嘉园二期3号住宅楼工程施工。",
    "XK_JDRQ": "2026/03/16",
    "XK_YXQZ": "2026/03/16",
    "XK_YXQZI": "2028/03/15",
    "XK_XKJG": "兴隆台区住房和城乡建设局",
    "XK_XKJGDM": "112111030012345672",
    "XK_ZT": "1",
    "XK_LYDW": "兴隆台区住房和城乡建设局",
    "XK_LYDWDM": "112111030012345672",
    "BZ": "",
}
PERSON = {
    "XK_XDR_MC": "王小明",
    "XK_XDR_LB": "自然人",
    "XK_XDR_SHXYM": "",
    "XK_FRDB": "",
    "XK_XDR_ZJLX": "身份证",
    "XK_XDR_ZJHM": "211103198709097235",
    "XK_WSH": "兴住建许字〔2026〕13号",
}


def row(**changes):
    values = {**GOOD, **changes}
    return [values.get(column.code, "") for column in FORM]


def send(folder: Path, *rows, headers=None, name="permits.xlsx", **order):
    make_site()
    table = [headers or [column.label for column in FORM], *rows]
    return run_order(Order(write_xlsx(folder / name, table), "permit", **order))


def counts(run):
    return (run.read, run.created, run.changed, run.unchanged, run.quarantined)


def page(serial: int) -> PermitDecisionPage:
    return PermitDecisionPage.objects.get(doc_no=f"兴住建许字〔2026〕{serial}号")


def test_permits_become_public_pages_and_their_numbers_are_sealed(tmp_path, client):
    run = send(tmp_path, row(), row(**PERSON), publish=True)
    assert run.state == RunState.DONE, run.error
    assert counts(run) == (2, 2, 0, 0, 0)
    permit = page(12)
    assert (permit.live, permit.permit_kind.code, permit.is_in_force) == (True, "general", True)
    assert (permit.valid_from, permit.valid_until) == (date(2026, 3, 16), date(2028, 3, 15))
    assert permit.agency.name == "兴隆台区住房和城乡建设局"
    assert "辽滨嘉园" in client.get(PublicRecord.objects.get(page_id=permit.pk).path).content.decode()
    sealed = PartyIdentity.objects.get(page_id=page(13).pk)
    assert crypto.decrypt(sealed.personal_token) == PERSON["XK_XDR_ZJHM"]
    body = client.get(PublicRecord.objects.get(page_id=page(13).pk).path).content.decode()
    assert "王小明" not in body
    assert PERSON["XK_XDR_ZJHM"] not in body


def test_the_same_file_again_changes_nothing(tmp_path):
    send(tmp_path, row(), row(**PERSON), publish=True)
    before = list(PermitDecisionPage.objects.values_list("pk", "latest_revision_id"))
    again = send(tmp_path, row(), row(**PERSON), publish=True)
    assert counts(again) == (2, 0, 0, 2, 0)
    assert list(PermitDecisionPage.objects.values_list("pk", "latest_revision_id")) == before


def test_a_change_of_the_source_is_taken_over_and_an_editors_word_kept(tmp_path):
    send(tmp_path, row(), publish=True)
    permit = page(12)
    permit.remark = "编辑补充"
    let_out(permit.save_revision())
    run = send(tmp_path, row(XK_YXQZI="2029/03/15", XK_ZT="2"), publish=True)
    assert counts(run) == (1, 0, 1, 0, 0)
    permit = page(12)
    assert (permit.valid_until, permit.is_in_force, permit.remark) == (date(2029, 3, 15), False, "编辑补充")
    assert PublicRecord.objects.get(page_id=permit.pk).fields["state"] == "无效"
    assert permit.parties.count() == 1


def test_several_holders_join_one_permit(tmp_path):
    run = send(tmp_path, row(), row(XK_XDR_MC="盘锦朔霁市政工程有限公司", XK_XDR_SHXYM="9121119912H3B1G615"))
    assert (run.created, run.skipped) == (1, 1)
    assert [party.name for party in page(12).parties.all()] == ["盘锦澜岚建筑工程有限公司", "盘锦朔霁市政工程有限公司"]
    assert not page(12).live


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"XK_XDR_MC": ""}, "XK_XDR_MC"),
        ({"XK_WSH": "第一号"}, "XK_WSH"),
        ({"XK_NR": ""}, "XK_NR"),
        ({"XK_JDRQ": "2099/01/01"}, "XK_JDRQ"),
        ({"XK_JDRQ": "三月"}, "XK_JDRQ"),
        ({"XK_XDR_SHXYM": "91211103MA0YQ3X22X"}, "XK_XDR_SHXYM"),
    ],
)
def test_what_keeps_a_row_waiting(tmp_path, changes, column):
    run = send(tmp_path, row(**changes))
    assert (run.created, run.quarantined) == (0, 1)
    assert column in {problem["column"] for problem in WaitingRow.objects.get().problems}


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"XK_YXQZI": "2026/03/15"}, "XK_YXQZI", "早于"),
        ({"XK_XKLB": "其他"}, "XK_XKLB", "注明"),
        ({"XK_XKLB": "备案"}, "XK_XKLB", "其他"),
        ({"XK_ZT": "9"}, "XK_ZT", "状态"),
        ({"XK_XDR_LB": "自然人"}, "XK_XDR_SHXYM", "自然人"),
    ],
)
def test_what_is_only_told(tmp_path, changes, column, words):
    run = send(tmp_path, row(**changes))
    assert run.created == 1
    assert any(one["column"] == column and words in one["reason"] for one in run.warnings), run.warnings


@pytest.mark.parametrize(
    ("words", "code", "named"), [("01", "general", ""), ("05-登记", "registration", ""), ("其他-备案", "other", "备案")]
)
def test_words_and_codes_of_the_kind(tmp_path, words, code, named):
    send(tmp_path, row(XK_XKLB=words))
    assert (page(12).permit_kind.code, page(12).other_kind) == (code, named)


def test_a_form_of_2015_counts_its_states_otherwise(tmp_path):
    headers = [
        "XK_WSH",
        "XK_XMMC",
        "XK_SPLB",
        "XK_NR",
        "XK_XDR",
        "XK_XDR_SHXYM",
        "XK_FR",
        "XK_JDRQ",
        "XK_JZQ",
        "XK_XZJG",
        "XK_ZT",
    ]
    line = [
        "兴住建许字〔2016〕2号",
        "辽滨嘉园一期",
        "普通",
        "准予施工。",
        GOOD["XK_XDR_MC"],
        GOOD["XK_XDR_SHXYM"],
        "周云帆",
        "2016/05/04",
        "2018/05/03",
        GOOD["XK_XKJG"],
        "1",
    ]
    run = send(tmp_path, line, headers=headers)
    assert run.created == 1, run.error
    permit = PermitDecisionPage.objects.get()
    assert (permit.is_in_force, permit.document_title) == (False, "辽滨嘉园一期")
    assert permit.valid_until == date(2018, 5, 3)


def test_a_penalty_file_sent_as_permits_is_refused(tmp_path):
    run = send(
        tmp_path, ["甲", "乙", "丙", "丁"], headers=["行政相对人名称", "行政处罚决定书文号", "法定代表人", "备注"]
    )
    assert run.state == RunState.FAILED


def test_the_watched_folder_takes_permits(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    make_site()
    folder = inbox_folder("permit")
    folder.mkdir(parents=True)
    write_xlsx(folder / "weekly.xlsx", [[column.label for column in FORM], row()])
    look_into_inboxes()
    assert look_into_inboxes() == 1
    assert PermitDecisionPage.objects.count() == 1
    assert [path.name for path in (folder / "done").iterdir() if path.suffix == ".xlsx"]


def test_the_upload_screen_offers_permits(client, django_user_model):
    make_site()
    ensure_sources()
    assert ImportSource.objects.filter(kind="permit", channel=Channel.UPLOAD).exists()
    client.force_login(django_user_model.objects.create_superuser("root", password="x"))
    assert "后台上传（行政许可）" in client.get("/admin/imports/send/").content.decode()
