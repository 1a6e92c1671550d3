"""双公示 exports: the national template, what belongs into it, identity numbers, the register, and back in again."""

import json
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from python_calamine import CalamineWorkbook

from importers.commanding import Order, run_order
from importers.models import WaitingRow
from pages.acts.withdraw import withdraw
from pages.exports import ExportOrder, export
from pages.exports.models import ExportedItem, ExportRun, Recipient
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.sealing import seal_numbers
from samples import permits
from tests.factories.pages import make_decision, make_party

pytestmark = pytest.mark.django_db

PERSON, NUMBER = "齐望舒", "211103199001011230"
PERIOD = ("--from", "2026-01-01", "--to", "2026-12-31")


@pytest.fixture
def chief(django_user_model):
    return django_user_model.objects.create_superuser("chief", password="x")


@pytest.fixture
def decision() -> PenaltyDecisionPage:
    person = make_party(PERSON, "person", id_type="身份证")
    company = make_party("盘锦澜岚建筑工程有限公司", credit_code="91211103MA0YQ3X22Y", representative="周云帆")
    page = make_decision(publish=True, parties=[person, company], fine=Decimal("15000.50"), remark="内部备注")
    seal_numbers(page.pk, {str(page.parties.first().uid): (NUMBER, "")})
    return page


def run(tmp_path, *words: str, kind: str = "penalty", file_format: str = "xlsx") -> tuple[dict, list[list[str]]]:
    out, path = StringIO(), tmp_path / f"out.{file_format}"
    command = ("export_double_publicity", *PERIOD, "--kind", kind, "--format", file_format)
    call_command(*command, "--output", str(path), "--json", *words, stdout=out)
    rows = [] if file_format == "csv" else CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return json.loads(out.getvalue()), rows


def test_each_party_is_a_row_of_the_thirty_items(tmp_path, decision):
    result, rows = run(tmp_path)
    assert (result["decisions"], result["rows"]) == (1, 2)
    assert len(rows[0]) == 30
    values = dict(zip(rows[0], rows[1], strict=True))
    assert values["行政相对人名称"] == PERSON
    assert values["处罚决定日期"] == "2026/10/08"
    assert values["罚款金额（万元）"] == "1.500050"
    assert values["行政相对人代码_1(统一社会信用代码)"] == ""
    assert values["证件号码"] == ""


def test_permits_have_their_own_twenty_eight_items(tmp_path, decision):
    permits.load()
    result, rows = run(tmp_path, kind="permit")
    assert len(rows[0]) == 28
    assert result["decisions"] == len(rows) - 1 > 0
    assert dict(zip(rows[0], rows[1], strict=True))["当前状态"] == "1"


def test_drafts_withdrawn_ones_and_other_years_stay_out(tmp_path, decision, chief):
    make_decision()
    make_decision(publish=True, decided_on=date(2025, 10, 8))
    gone = make_decision(publish=True)
    withdraw(gone, user=chief, reason="决定被撤销")
    held = make_decision(publish=True, disclosure="not_public", disclosure_basis="《行政处罚法》第四十八条")
    _result, rows = run(tmp_path)
    numbers = {row[13] for row in rows[1:]}
    assert numbers == {decision.doc_no}
    assert held.doc_no not in numbers


def test_identity_numbers_leave_only_with_the_right_and_are_logged(tmp_path, decision, chief, django_user_model):
    _result, rows = run(tmp_path, "--with-identity", "--as", "chief")
    assert rows[1][12] == NUMBER
    assert ExportRun.objects.get().with_identity
    django_user_model.objects.create_user("clerk", password="x")
    for words in (("--with-identity",), ("--with-identity", "--as", "clerk"), ("--as", "clerk")):
        with pytest.raises(CommandError):
            run(tmp_path, *words)
    assert ExportRun.objects.count() == 1


def test_the_register_keeps_what_went_to_whom(tmp_path, decision):
    recipient = Recipient.objects.first()
    result, _rows = run(tmp_path, "--recipient", recipient.name)
    kept = ExportRun.objects.get(pk=result["run"])
    assert (kept.recipient, kept.decisions, kept.rows) == (recipient, 1, 2)
    assert list(ExportedItem.objects.values_list("record_key", flat=True)) == [f"penalty-{decision.pk}"]


def test_the_check_sheet_names_what_the_standard_demands(tmp_path, decision):
    result, _rows = run(tmp_path)
    assert result["missing"]["处罚有效期"] == 2
    assert {"line": 2, "doc_no": decision.doc_no, "column": "CF_YXQ"} in result["problems"]
    check = CalamineWorkbook.from_path(tmp_path / "out.xlsx").get_sheet_by_name("核对表").to_python()
    assert ["缺少必填项：处罚有效期", "2行"] in check


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
def test_the_file_imported_again_changes_nothing(tmp_path, file_format, decision):
    make_decision(publish=True, types=("warning", "fine"), violation_kind="未按规定备案", result="警告，罚款15000元")
    make_decision(publish=True, types=("other",), other_penalty="责令限期拆除", fine=None)
    before = list(PenaltyDecisionPage.objects.order_by("pk").values())
    run(tmp_path, file_format=file_format)
    imported = run_order(Order(tmp_path / f"out.{file_format}", "penalty", publish=True))
    assert [row.problems for row in WaitingRow.objects.all()] == []
    assert (imported.created, imported.changed, imported.quarantined) == (0, 0, 0)
    assert imported.unchanged == 3
    assert list(PenaltyDecisionPage.objects.order_by("pk").values()) == before


def test_no_live_formula_leaves_the_house(tmp_path, decision):
    make_decision(publish=True, violation_kind="=HYPERLINK(1)")
    run(tmp_path, file_format="csv")
    assert ",'=HYPERLINK" in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_the_screen_checks_first_and_then_gives_the_file(admin_client, decision):
    sent = {"kind": "penalty", "first": "2026-01-01", "last": "2026-12-31", "file_format": "xlsx"}
    sent["recipient"] = Recipient.objects.first().pk
    page = admin_client.post(reverse("pages_exports"), {**sent, "check": "1"})
    assert page.context["checked"].rows == 2
    assert not ExportRun.objects.exists()
    answer = admin_client.post(reverse("pages_exports"), {**sent, "export": "1"})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer.headers["Cache-Control"]
    assert ExportRun.objects.get().made_by.is_superuser


def test_a_wrong_period_is_told_at_its_field(admin_client, decision):
    sent = {"kind": "penalty", "first": "2026-12-31", "last": "2026-01-01", "file_format": "xlsx"}
    page = admin_client.post(reverse("pages_exports"), {**sent, "recipient": Recipient.objects.first().pk})
    assert "last" in page.context["form"].errors


def test_whoever_may_not_export_sees_no_screen(client, django_user_model, tmp_path, decision):
    clerk = django_user_model.objects.create_user("clerk", password="x")
    order = ExportOrder("penalty", date(2026, 1, 1), date(2026, 12, 31), user=clerk)
    with pytest.raises(PermissionDenied):
        export(order, tmp_path / "x.xlsx")
    assert not ExportRun.objects.exists()
