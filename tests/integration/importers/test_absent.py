"""What a file has no column for stays as it is; what an empty cell or a change would break waits."""

from datetime import date

import pytest

from importers.commanding import Order, run_order
from importers.formats import KINDS
from importers.marks import items_of, unpack
from importers.models import ImportTrace
from pages.kinds.penalty.importing import IMPORT
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.kinds.permit.models import PermitDecisionPage
from privacy import crypto
from privacy.models import PartyIdentity
from records.models import PublicRecord
from rules.models import WindowRule
from tests.factories.imports import canonical_dump, counts, decision, numbered, send
from tests.factories.pages import make_site
from tests.factories.releases import let_out
from tests.factories.spreadsheets import CODES, LABELS, write_xlsx
from tests.integration.importers import test_permits as permits

pytestmark = pytest.mark.django_db
NUMBER = "11010519491231002X"
FULL = {
    "CF_XDR_GSZC": "211103000012345",
    "CF_FR_ZJLX": "身份证",
    "CF_FR_ZJHM": NUMBER,
    "CF_NR_WFFF": 0.2,
    "CF_NR": "罚款15000元，没收违法所得2000元",
    "CF_CFLB": "罚款、没收违法所得",
    "CF_NR_ZKDX": "施工许可证12号",
    "CF_GSJZQ": "2027/04/01",
    "BZ": "备注",
}
OPTIONAL = [column.code for column in IMPORT.columns if not column.required]


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


def without(folder, absent, *rows, **order):
    """Send rows in a file that lacks columns."""
    kept = [place for place, code in enumerate(CODES) if code not in absent]
    table = [[line[place] for place in kept] for line in (LABELS, *rows)]
    return run_order(Order(write_xlsx(folder / "without.xlsx", table), "penalty", **order))


def marks():
    return {trace.natural_key: unpack(trace.marks) for trace in ImportTrace.objects.all()}


def reasons(run):
    return [(row.line, one["column"]) for row in run.waiting_rows.all() for one in row.problems]


def test_an_absent_column_says_nothing_whichever_it_is(tmp_path):
    row = numbered(1, **FULL)
    send(tmp_path, [row], publish=True)
    before, said = canonical_dump(), marks()
    numbers = PartyIdentity.objects.get().fingerprint
    for code in OPTIONAL:
        run = without(tmp_path, {code}, row, publish=True)
        assert counts(run) == (1, 0, 0, 1, 0, 0), (code, reasons(run))
    run = without(tmp_path, set(OPTIONAL), row, publish=True)
    assert counts(run) == (1, 0, 0, 1, 0, 0), reasons(run)
    after = canonical_dump()
    assert [after[part] for part in ("pages", "children", "records")] == [
        before[part] for part in ("pages", "children", "records")
    ]
    assert {key: said[key] for key in said} == marks()
    assert PartyIdentity.objects.get().fingerprint == numbers


def test_twelve_live_pages_keep_what_a_poorer_file_does_not_name(tmp_path):
    send(tmp_path, [numbered(n) for n in range(1, 13)], publish=True)
    absent = {"CF_YJ", "CF_NR", "CF_NR_FK", "CF_CFLB"}
    run = without(tmp_path, absent, *(numbered(n, CF_WFXW="改过的类型") for n in range(1, 13)), publish=True)
    assert counts(run) == (12, 0, 12, 0, 0, 0)
    for page in PenaltyDecisionPage.objects.all():
        assert (page.basis, page.result, page.fine) == ("《建筑工程施工许可管理办法》第十二条", "处以罚款", 15000)
        assert [term.code for term in page.penalty_types.all()] == ["fine"]
        assert page.violation_kind == "改过的类型"
    told = [one for one in run.warnings if "处罚依据" in one["value"]]
    assert len(told) == 1


def test_a_column_that_comes_back_is_compared_with_what_was_said_last(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    without(tmp_path, {"CF_YJ"}, numbered(1, CF_WFXW="改过的类型"), publish=True)
    run = send(tmp_path, [numbered(1, CF_WFXW="改过的类型", CF_YJ="新的依据")], publish=True)
    assert counts(run) == (1, 0, 1, 0, 0, 0)
    assert decision(1).basis == "新的依据"
    page = decision(1)
    page.basis = "编辑改过的依据"
    let_out(page.save_revision())
    without(tmp_path, {"CF_YJ"}, numbered(1, CF_WFXW="又改的类型"), publish=True)
    assert decision(1).basis == "编辑改过的依据"
    same = send(tmp_path, [numbered(1, CF_WFXW="又改的类型", CF_YJ="新的依据")], publish=True)
    assert (same.unchanged, decision(1).basis) == (1, "编辑改过的依据")
    run = send(tmp_path, [numbered(1, CF_WFXW="又改的类型", CF_YJ="第三个依据")], publish=True)
    assert reasons(run) == [(2, "CF_YJ")]


def test_a_column_that_comes_for_the_first_time_fills_what_was_never_said(tmp_path):
    without(tmp_path, {"CF_YJ", "CF_XDR_GSZC"}, numbered(1), publish=True)
    ((_key, said),) = marks().items()
    assert "basis" not in said
    party = next(items_of(one) for name, one in said.items() if name.startswith("party:"))
    assert "registration_no" not in party
    assert "name" in party
    run = send(tmp_path, [numbered(1, CF_XDR_GSZC="211103000012345")], publish=True)
    assert counts(run) == (1, 0, 1, 0, 0, 0)
    assert decision(1).basis
    assert decision(1).parties.get().registration_no == "211103000012345"


def test_an_authority_that_is_not_named_makes_no_second_page(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    for absent in ({"CF_CFJGDM"}, {"CF_CFJGDM", "CF_CFJG"}):
        run = without(tmp_path, absent, numbered(1, CF_WFXW=f"类型{len(absent)}"), publish=True)
        assert counts(run) == (1, 0, 1, 0, 0, 0)
    run = send(tmp_path, [numbered(1, CF_CFJGDM="", CF_WFXW="类型三")], publish=True)
    assert counts(run) == (1, 0, 1, 0, 0, 0)
    page = PenaltyDecisionPage.objects.get()
    assert (page.agency_name, page.agency_code) == ("兴隆台区住房和城乡建设局", "9121110329141777L3")


def test_a_new_row_without_any_authority_waits(tmp_path):
    run = without(tmp_path, {"CF_CFJGDM", "CF_CFJG"}, numbered(1))
    assert (counts(run), reasons(run)) == ((1, 0, 0, 0, 1, 0), [(2, "CF_CFJG")])


@pytest.mark.parametrize("code", ["CF_YJ", "CF_NR", "CF_CFLB", "CF_WFXW", "CF_CFJG", "CF_SJLY", "CF_FRDB", "CF_NR_FK"])
@pytest.mark.parametrize("publish", [True, False])
def test_an_empty_cell_erases_nothing_that_is_demanded(tmp_path, code, publish):
    send(tmp_path, [numbered(1), numbered(2)], publish=publish)
    before = canonical_dump()["pages"]
    run = send(tmp_path, [numbered(1, **{code: ""}), numbered(2, CF_WFXW="改过的类型")], publish=publish)
    assert counts(run) == (2, 0, 1, 0, 1, 0)
    assert reasons(run) == [(2, code)]
    after = canonical_dump()["pages"]
    key = decision(1).natural_key
    assert after[key] == before[key]


def test_an_empty_cell_of_an_optional_column_erases(tmp_path):
    send(tmp_path, [numbered(1, BZ="备注")], publish=True)
    run = send(tmp_path, [numbered(1)], publish=True)
    assert (run.changed, decision(1).remark) == (1, "")


def test_an_empty_cell_keeps_each_identity_number(tmp_path):
    send(tmp_path, [numbered(1, **FULL, CF_XDR_ZJHM="", CF_FRDB="李示例")], publish=True)
    other = {**FULL, "CF_FR_ZJHM": "", "BZ": "别的备注"}
    send(tmp_path, [numbered(1, **other)], publish=True)
    sealed = PartyIdentity.objects.get()
    assert crypto.decrypt(sealed.representative_token) == NUMBER


def test_a_category_that_is_only_guessed_changes_none(tmp_path):
    trader = {"CF_XDR_LB": "个体工商户", "CF_XDR_MC": "盘锦示例百货店"}
    send(tmp_path, [numbered(1, **trader)], publish=True)
    for lines in ([numbered(1, **{**trader, "CF_XDR_LB": ""}, BZ="一")], [numbered(1, **trader, BZ="二")]):
        without(tmp_path, {"CF_XDR_LB"}, *lines, publish=True)
        send(tmp_path, lines, publish=True)
        assert decision(1).parties.get().category.code == "sole_trader"


def test_a_change_that_breaks_a_public_page_waits_and_a_draft_is_only_told(tmp_path):
    stated = {"CF_NR": "罚款15000元"}
    send(tmp_path, [numbered(1, **stated)], publish=True)
    run = send(tmp_path, [numbered(1, **stated, CF_NR_FK=2), numbered(2)], publish=True)
    assert counts(run) == (2, 1, 0, 0, 1, 0)
    assert run.waiting_rows.get().problems[0]["column"] in {"CF_NR_FK", "CF_NR"}
    assert (decision(1).fine, PublicRecord.objects.get(page=decision(1)).amount_fen) == (15000, 1_500_000)
    send(tmp_path, [numbered(3)])
    run = send(tmp_path, [numbered(3, CF_NR_FK=2)])
    assert counts(run) == (1, 0, 1, 0, 0, 0)


def test_an_error_that_the_page_has_already_keeps_no_change_out(tmp_path):
    bad = {"CF_NR_FK": 2}
    send(tmp_path, [numbered(1, **bad)], publish=True)
    run = send(tmp_path, [numbered(1, **bad, CF_WFXW="改过的类型")], publish=True)
    assert counts(run) == (1, 0, 1, 0, 0, 0)


def test_a_changed_row_that_no_window_rule_covers_waits(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    end = decision(1).expire_at
    WindowRule.objects.filter(act="penalty").update(decided_from=date(2026, 4, 1))
    run = send(tmp_path, [numbered(1, CF_JDRQ="2026/03/02"), numbered(2)], publish=True)
    assert (counts(run), reasons(run)) == ((2, 1, 0, 0, 1, 0), [(2, "CF_JDRQ")])
    assert (decision(1).live, decision(1).expire_at, decision(1).decided_on) == (True, end, date(2026, 4, 2))


def test_two_sheets_with_different_columns_say_together_what_they_say(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for sheet, absent in ((book.active, {"CF_YJ"}), (book.create_sheet("乙"), {"CF_WFXW"})):
        kept = [place for place, code in enumerate(CODES) if code not in absent]
        for line in (LABELS, numbered(1)):
            sheet.append([line[place] for place in kept])
    book.save(tmp_path / "two.xlsx")
    run = run_order(Order(tmp_path / "two.xlsx", "penalty"))
    assert counts(run) == (2, 1, 0, 0, 0, 1)
    assert decision(1).basis
    assert decision(1).violation_kind


def test_the_dry_run_tells_the_same(tmp_path):
    send(tmp_path, [numbered(1)], publish=True)
    run = send(tmp_path, [numbered(1, CF_YJ=""), numbered(2)], dry_run=True)
    assert counts(run) == (2, 1, 0, 0, 1, 0)


def _permit(folder, absent=(), **changes):
    kept = [column for column in permits.FORM if column.code not in absent]
    values = {**permits.GOOD, **changes}
    table = [[column.label for column in kept], [values.get(column.code, "") for column in kept]]
    return run_order(Order(write_xlsx(folder / "permit.xlsx", table), "permit", publish=True))


def test_permits_keep_what_a_file_does_not_name(tmp_path):
    _permit(tmp_path, XK_ZT="2", BZ="备注")
    before = PublicRecord.objects.get().content_hash
    for column in permits.FORM:
        if not column.required:
            run = _permit(tmp_path, {column.code}, XK_ZT="2", BZ="备注")
            assert counts(run)[:5] == (1, 0, 0, 1, 0), (column.code, reasons(run))
    _permit(tmp_path, {"XK_ZT", "XK_XKWS", "XK_XKLB", "XK_YXQZ"}, BZ="别的")
    page = PermitDecisionPage.objects.get()
    assert (page.is_in_force, page.document_title, page.remark) == (False, "建筑工程施工许可决定书", "别的")
    assert (page.permit_kind.code, page.valid_from) == ("general", date(2026, 3, 16))
    _permit(tmp_path, XK_ZT="", BZ="备注")
    assert not PermitDecisionPage.objects.get().is_in_force
    _permit(tmp_path, XK_ZT="2", BZ="备注")
    assert PublicRecord.objects.get().content_hash == before


@pytest.mark.parametrize("code", ["XK_XKWS", "XK_XKLB", "XK_YXQZ", "XK_YXQZI", "XK_XKJG"])
def test_an_empty_cell_erases_nothing_that_a_permit_must_have(tmp_path, code):
    _permit(tmp_path)
    before = PublicRecord.objects.get().content_hash
    run = _permit(tmp_path, **{code: ""}, BZ="别的")
    assert PublicRecord.objects.get().content_hash == before or code == "XK_XKWS"
    page = PermitDecisionPage.objects.get()
    assert page.document_title == "建筑工程施工许可决定书"
    # A title that is left out is not renamed after the licence: nothing is said of it.
    assert reasons(run) == ([] if code == "XK_XKWS" else [(2, code)])


def test_a_new_permit_that_cannot_be_made_waits(tmp_path):
    run = _permit(tmp_path, {"XK_XKWS", "XK_XKZS"})
    assert (run.created, reasons(run)) == (0, [(2, "XK_XKWS")])
    assert any("行政许可决定文书名称" in one["value"] for one in run.warnings)


def test_a_column_for_a_permits_state_fills_what_was_never_said(tmp_path):
    _permit(tmp_path, {"XK_ZT"})
    assert PermitDecisionPage.objects.get().is_in_force
    run = _permit(tmp_path, XK_ZT="2")
    assert (run.changed, PermitDecisionPage.objects.get().is_in_force) == (1, False)


def test_every_demanded_column_is_told_once(tmp_path):
    rows = [numbered(n) for n in range(1, 4)]
    run = without(tmp_path, set(OPTIONAL) - {"CF_CFJGDM"}, *rows)
    demanded = [one.label for one in KINDS["penalty"].columns if one.code in OPTIONAL and one.is_demanded]
    (told,) = [one for one in run.warnings if "处罚依据" in one["value"]]
    assert all(label in told["value"] for label in demanded if label != "处罚机关统一社会信用代码")
    assert len(run.warnings) == 1
