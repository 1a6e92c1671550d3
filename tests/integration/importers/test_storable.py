"""A value that no column can hold keeps its own row out, never the file; nothing that is told quotes it."""

import json
import logging

import pytest
from django.core.management import CommandError, call_command
from django.db import DataError, OperationalError, connection

from importers import engine, preparing
from importers.commanding import Order, run_order
from importers.models import ImportRun, RunState
from importers.report import as_json
from pages.acts import apply_decisions
from pages.kinds.penalty.importing import IMPORT
from pages.kinds.penalty.models import PenaltyDecisionPage, PenaltyParty
from pages.kinds.permit.models import PermitDecisionPage, PermitParty
from tests.factories.imports import counts, numbered, send
from tests.factories.pages import make_site
from tests.factories.spreadsheets import write_xlsx
from tests.integration.importers import test_permits as permits

pytestmark = pytest.mark.django_db
NUMBER = "兴住建罚决字〔2026〕{}号"


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def too_long(columns, *models):
    """Column code → a value that is one character longer than its field."""
    fields = {field.name: field for model in models for field in model._meta.concrete_fields}
    values = {}
    for column in columns:
        most = getattr(fields.get(column.attribute), "max_length", None)
        if most:
            values[column.code] = ("9" if column.is_code else "长") * (most + 1)
    return values


PENALTY = {
    **too_long(IMPORT.columns, PenaltyDecisionPage, PenaltyParty),
    "CF_WSH": NUMBER.format("9" * 128),
    "CF_CFLB": "罚款、" + "长" * 256,
    "CF_NR_FK": "9" * 18,
    "CF_NR_WFFF": "9" * 18,
    "CF_JDRQ": "12026/01/01",
}
PERMIT = {
    **too_long(permits.IMPORT.columns, PermitDecisionPage, PermitParty),
    "XK_WSH": NUMBER.format("9" * 128),
    "XK_JDRQ": "0001/01/01",
}


def waiting(run):
    return [(row.line, one["column"]) for row in run.waiting_rows.all() for one in row.problems]


def told(run, caplog):
    """Everything that is said of a run."""
    run.refresh_from_db()
    return json.dumps([as_json(run), run.difference, run.error], ensure_ascii=False) + caplog.text


def test_every_target_column_is_checked_and_every_other_row_goes_in(tmp_path, caplog):
    assert len(PENALTY) >= 20
    rows = []
    for serial, (code, value) in enumerate(PENALTY.items(), 1):
        rows += [numbered(serial, **{code: value}), numbered(1000 + serial)]
    run = send(tmp_path, rows, publish=True)
    assert run.state == RunState.DONE, run.error
    assert counts(run) == (len(rows), len(PENALTY), 0, 0, len(PENALTY), 0)
    assert waiting(run) == [(2 * place, code) for place, code in enumerate(PENALTY, 1)]
    assert {row.sheet for row in run.waiting_rows.all()} == {"行政处罚"}
    assert "长" * 40 not in told(run, caplog)
    assert "INSERT" not in told(run, caplog)


def test_every_target_column_of_a_permit_is_checked(tmp_path):
    rows = []
    for serial, (code, value) in enumerate(PERMIT.items(), 1):
        rows += [permits.row(**{"XK_WSH": f"兴住建许字〔2026〕{serial}号", code: value})]
        rows += [permits.row(XK_WSH=f"兴住建许字〔2026〕{1000 + serial}号")]
    run = permits.send(tmp_path, *rows, publish=True)
    assert run.state == RunState.DONE, run.error
    assert permits.counts(run) == (len(rows), len(PERMIT), 0, 0, len(PERMIT))
    assert waiting(run) == [(2 * place, code) for place, code in enumerate(PERMIT, 1)]


@pytest.mark.parametrize("code", ["9121110329141777L4", "9121110329141777L33", "错"])
def test_a_bad_code_of_the_authority_waits_and_loses_no_file(tmp_path, code):
    run = send(tmp_path, [numbered(1, CF_CFJGDM=code), numbered(2)], publish=True)
    assert (counts(run), waiting(run)) == ((2, 1, 0, 0, 1, 0), [(2, "CF_CFJGDM")])
    run = permits.send(tmp_path, permits.row(XK_XKJGDM=code), permits.row(XK_WSH="兴住建许字〔2026〕2号"), publish=True)
    assert (permits.counts(run), waiting(run)) == ((2, 1, 0, 0, 1), [(2, "XK_XKJGDM")])


def test_a_changed_row_that_cannot_be_stored_waits(tmp_path):
    send(tmp_path, [numbered(1), numbered(2)], publish=True)
    run = send(tmp_path, [numbered(1, CF_SJLY="长" * 201), numbered(2, CF_WFXW="改过的类型")], publish=True)
    assert (counts(run), waiting(run)) == ((2, 0, 1, 0, 1, 0), [(2, "CF_SJLY")])


def test_characters_that_no_database_takes(tmp_path):
    rows = [numbered(1, CF_SY="事实_x0000_一。"), numbered(2, CF_SY="_x0000_"), numbered(3, CF_NR_FK="_x0000_元")]
    run = send(tmp_path, rows, publish=True)
    assert run.state == RunState.DONE
    assert waiting(run)[0] == (3, "CF_SY")
    assert PenaltyDecisionPage.objects.get(doc_no=NUMBER.format(1)).facts == "事实一。"


def test_a_name_of_a_sheet_that_is_too_long(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [[column.label for column in IMPORT.columns], numbered(1, CF_SY="")])
    import zipfile

    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    long = "表" * 80
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].decode().replace("行政处罚", long).encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    run = run_order(Order(path, "penalty"))
    assert (run.state, run.quarantined) == (RunState.DONE, 1)
    assert len(run.waiting_rows.get().sheet) <= 31


def _refusing(monkeypatch, error, *numbers):
    """Let the act fail as a database does where a group holds one of these numbers."""

    def apply(changes, **order):
        if any(change.data.doc_no in numbers for change in changes):
            raise error
        return apply_decisions(changes, **order)

    monkeypatch.setattr(engine, "apply_decisions", apply)


SECRET = "INSERT INTO secret VALUES ('张三 11010519491231002X')"


def test_a_group_that_the_database_refuses_is_halved_down_to_its_row(tmp_path, monkeypatch, caplog):
    _refusing(monkeypatch, DataError(SECRET), NUMBER.format(7), NUMBER.format(20))
    second = {"CF_XDR_MC": "盘锦别家建筑工程有限公司", "CF_XDR_SHXYM": "9121110381948219J4", "CF_FRDB": "王示例"}
    rows = [numbered(n) for n in range(1, 31)] + [numbered(7, **second)]
    with caplog.at_level(logging.INFO):
        run = send(tmp_path, rows, publish=True)
    assert run.state == RunState.DONE
    assert counts(run) == (31, 28, 0, 0, 3, 0)
    assert [line for line, _column in waiting(run)] == [8, 21, 32]
    assert "张三" not in told(run, caplog)
    assert "INSERT" not in told(run, caplog)
    assert "DataError" in caplog.text


def test_rows_that_only_the_database_refuses_wait_too(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(preparing, "set_misfits_aside", lambda row, kind: row)
    rows = [numbered(n, **({"CF_SJLY": "长" * 201} if n == 5 else {})) for n in range(1, 10)]
    run = send(tmp_path, rows, publish=True)
    refused = int(connection.vendor == "postgresql")  # SQLite keeps no text short
    assert counts(run) == (9, 9 - refused, 0, 0, refused, 0)
    assert "长" * 40 not in told(run, caplog)


@pytest.mark.parametrize("error", [OperationalError(SECRET), RuntimeError(SECRET)])
def test_a_run_that_breaks_tells_no_cell(tmp_path, monkeypatch, caplog, capsys, error):
    _refusing(monkeypatch, error, NUMBER.format(1))
    path = write_xlsx(tmp_path / "a.xlsx", [[column.label for column in IMPORT.columns], numbered(1)])
    with pytest.raises(CommandError) as stopped:
        call_command("import_records", path, kind="penalty", as_json=True)
    run = ImportRun.objects.get()
    for _attempt in range(engine.MOST_ATTEMPTS):
        ImportRun.objects.update(lease_until=None)
        run.refresh_from_db()
        if run.is_working:
            with pytest.raises(engine.RunBrokeError):
                engine.carry_on(run)
    run.refresh_from_db()
    assert (run.state, run.error_code) == (RunState.FAILED, "unexpected")
    everything = told(run, caplog) + capsys.readouterr().out + repr(stopped.value)
    assert type(error).__name__ in caplog.text
    assert "张三" not in everything
    assert "INSERT" not in everything
