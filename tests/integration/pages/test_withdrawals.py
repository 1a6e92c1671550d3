"""Withdrawal, credit repair, correction: public at once, kept where they must be, told to whoever holds an export."""

import re
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command, get_commands, load_command_class
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from pages.acts.correct import correct
from pages.acts.repair import repair
from pages.acts.withdraw import Ground, withdraw
from pages.exports.models import Recipient, RecipientTask
from records import protection
from records.models import Correction, PublicRecord, RecordState, Withdrawal
from rules.models import Term
from tests.factories.pages import make_decision, make_party

pytestmark = [pytest.mark.django_db, pytest.mark.engine]

PERSON = "齐望舒"


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel("2026-11-23T02:00:00Z", tick=False) as moved:
        yield moved


@pytest.fixture
def chief(django_user_model):
    return django_user_model.objects.create_superuser("chief", password="x")


@pytest.fixture
def decision():
    return make_decision(publish=True, parties=[make_party(PERSON, "person")], decided_on=date(2026, 4, 8))


def ground(code: str = "revoked", day: date = date(2026, 11, 20)) -> Ground:
    term = Term.objects.get(vocabulary="withdrawal_ground", code=code)
    return Ground(term, day, "兴隆台区人民政府", "兴政复决字〔2026〕8号")


def change(page, **values):
    """A saved draft of the page as it stands, with other values."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(clean=False)


def record_of(page) -> PublicRecord:
    return PublicRecord.objects.get(page_id=page.pk)


def exported(tmp_path, name: str) -> None:
    words = ("--from", "2026-01-01", "--to", "2026-12-31", "--kind", "penalty", "--output", str(tmp_path / "x.xlsx"))
    call_command("export_double_publicity", *words, "--recipient", name, stdout=StringIO())


def test_the_address_answers_with_a_dated_notice_and_no_facts(client, decision, chief):
    withdraw(decision, user=chief, reason=f"复议撤销{PERSON}的处罚", ground=ground())
    answer = client.get(record_of(decision).path)
    html = strip_tags(answer.content.decode())
    assert answer.status_code == 410
    assert "2026年11月23日撤回公示" in html
    assert "撤销" in html
    assert PERSON not in html
    assert decision.facts not in html
    assert decision.doc_no not in client.get("/decisions/").content.decode()


def test_the_public_list_is_found_by_number_and_names_nobody(client, decision, chief):
    withdraw(decision, user=chief, reason=f"复议撤销{PERSON}的处罚", ground=ground())
    serial = decision.doc_no_norm.split("〕")[1].removesuffix("号")
    for asked in (decision.doc_no, f"兴住建罚决字[2026]{serial}号", "兴住建罚决字"):
        html = client.get("/withdrawals/", {"q": asked}).content.decode()
        assert decision.doc_no in html, asked
        assert PERSON not in html
        assert decision.violation_kind not in html
    assert decision.doc_no not in client.get("/withdrawals/", {"q": "别的字〔2020〕1号"}).content.decode()


def test_its_clock_is_three_working_days(decision, chief):
    withdraw(decision, user=chief, reason="复议撤销", ground=ground(day=date(2026, 11, 19)))
    one = Withdrawal.objects.get()
    assert one.due_on == date(2026, 11, 24)
    assert one.withdrawn_at.date() <= one.due_on


def test_the_list_has_a_door_only_while_it_holds_something(client, decision, chief):
    assert "/withdrawals/" not in client.get("/contents/").content.decode()
    make_decision(publish=True)
    withdraw(decision, user=chief, reason="复议撤销", ground=ground())
    assert "/withdrawals/" in client.get("/contents/").content.decode()


def test_every_earlier_recipient_is_to_be_told_once(tmp_path, decision, chief):
    first, second = Recipient.objects.all()[:2]
    exported(tmp_path, first.name)
    exported(tmp_path, first.name)
    exported(tmp_path, second.name)
    withdraw(decision, user=chief, reason="复议撤销", ground=ground())
    assert set(RecipientTask.objects.values_list("recipient__name", "cause")) == {
        (first.name, "withdrawal"),
        (second.name, "withdrawal"),
    }
    assert RecipientTask.objects.count() == 2


def test_a_task_is_closed_with_a_note_from_the_desk(admin_client, tmp_path, decision, chief):
    exported(tmp_path, Recipient.objects.first().name)
    withdraw(decision, user=chief, reason="复议撤销", ground=ground())
    task = RecipientTask.objects.get()
    address = reverse("pages_recipient_task", args=[task.pk])
    assert address in admin_client.get(reverse("pages_desk", args=["recipients"])).content.decode()
    admin_client.post(address, {"note": ""})
    task.refresh_from_db()
    assert task.done_at is None
    admin_client.post(address, {"note": "电话告知"})
    task.refresh_from_db()
    assert (task.note, task.done_by.is_superuser) == ("电话告知", True)
    assert address not in admin_client.get(reverse("pages_desk", args=["recipients"])).content.decode()


def test_repair_waits_for_the_shortest_window_and_ends_neutrally(client, decision, chief):
    with pytest.raises(ValidationError):
        repair(decision, user=chief, decided_on=date(2026, 7, 7), deciding_body="信用主管部门")
    assert client.get(record_of(decision).path).status_code == 200
    repair(decision, user=chief, decided_on=date(2026, 7, 8), deciding_body="信用主管部门")
    record = record_of(decision)
    assert record.state == RecordState.REPAIRED
    html = client.get(record.path).content.decode()
    assert "信用修复" in html
    assert "撤" not in html.split("<main")[1].split("</main")[0].replace("撤下", "")
    assert not Withdrawal.objects.exists()


def test_repair_needs_its_right(decision, django_user_model):
    clerk = django_user_model.objects.create_user("clerk", password="x")
    with pytest.raises(PermissionDenied):
        repair(decision, user=clerk, decided_on=date(2026, 9, 1), deciding_body="…")


def test_a_correction_is_numbered_dated_public_and_masked(client, decision, chief):
    change(decision, result="罚款16000元", fine=Decimal("16000.00"))
    correct(decision, user=chief, text=f"{PERSON}的罚款金额更正为16000元")
    change(decision, served_on=date(2026, 4, 10))
    correct(decision, user=chief, text="送达日期更正")
    html = strip_tags(client.get(record_of(decision).path).content.decode())
    assert "罚款16000元" in html
    assert "2026年11月23日" in html
    assert "齐某的罚款金额更正为16000元" in html
    assert PERSON not in html
    assert list(Correction.objects.values_list("number", flat=True)) == [1, 2]


def test_a_correction_without_a_change_or_with_one_that_waits_is_refused(decision, chief):
    with pytest.raises(ValidationError):
        correct(decision, user=chief, text="更正")
    change(decision, facts="经查，当事人擅自施工。", go_live_at=timezone.now() + timedelta(days=3))
    with pytest.raises(ValidationError):
        correct(decision, user=chief, text="更正")
    change(decision, facts="", go_live_at=None)
    with pytest.raises(ValidationError):
        correct(decision, user=chief, text="更正")
    assert not Correction.objects.exists()
    assert record_of(decision).version == 1


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_itself_refuses_to_change_a_correction(decision, chief, act):
    change(decision, facts="经查，当事人擅自施工。")
    made = correct(decision, user=chief, text="更正")
    rows = Correction.objects.filter(pk=made.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(text="别的") if act == "update" else rows._raw_delete(rows.db)
    assert Correction.objects.get().text == "更正"


def test_a_lost_trigger_is_named_and_made_again():
    assert protection.missing(connection) == []
    protection.unprotect(connection)
    assert len(protection.missing(connection)) == 4
    found = protection.check_protection(None, ["default"])
    assert [error.id for error in found] == ["pages.E001"] * 4
    manage(re.search(r"manage\.py migrate[ a-z-]*", found[0].hint)[0])
    assert protection.missing(connection) == []


def manage(line: str) -> None:
    """Run a command of a hint as it is typed, in this connection."""
    name, *words = line.split()[1:]
    command = load_command_class(get_commands()[name], name)
    options = vars(command.create_parser("manage.py", name).parse_args([*words, "-v", "0"]))
    command.execute(*options.pop("args", ()), **options)


@pytest.mark.parametrize("name", ["pages_withdraw", "pages_repair", "pages_correct"])
def test_an_empty_form_is_answered_at_its_fields(admin_client, decision, name):
    answer = admin_client.post(reverse(name, args=[decision.pk]), {"next": ""})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert record_of(decision).state == RecordState.PUBLIC


def test_the_screen_withdraws(admin_client, decision):
    sent = {"ground": ground().term.pk, "arisen_on": "2026-11-20", "reason": "复议撤销"}
    admin_client.post(reverse("pages_withdraw", args=[decision.pk]), sent)
    assert Withdrawal.objects.get().ground.code == "revoked"
    tomorrow = (date(2026, 11, 23) + timedelta(days=1)).isoformat()
    other = make_decision(publish=True)
    answer = admin_client.post(reverse("pages_withdraw", args=[other.pk]), {**sent, "arisen_on": tomorrow})
    assert "arisen_on" in answer.context["form"].errors
