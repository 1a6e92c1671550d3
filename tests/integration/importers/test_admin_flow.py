"""The upload screen: check, difference, confirmation, report, download, mended rows; and who may do what."""

import io

import openpyxl
import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from importers.defaults import source_of
from importers.models import Channel, ImportRun, RowState, RunState
from importers.tasks import carry_on_run, sweep
from pages.kinds.penalty.models import PenaltyDecisionPage
from tests.factories.imports import numbered
from tests.factories.pages import make_site
from tests.factories.spreadsheets import LABELS, write_xlsx

pytestmark = pytest.mark.django_db
IDENTITY = "11010519491231002X"


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    make_site()


@pytest.fixture
def clerk(django_user_model):
    """A clerk who may send, and not more."""
    group = Group.objects.create(name="报送")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "add_importrun", "view_importrun"]))
    user = django_user_model.objects.create_user("clerk", password="x")
    user.groups.add(group)
    return user


@pytest.fixture
def upload_source():
    return source_of(Channel.UPLOAD, "penalty")


def _upload(client, tmp_path, rows, source, **data):
    content = write_xlsx(tmp_path / "sent.xlsx", [LABELS, *rows]).read_bytes()
    answer = client.post(
        reverse("importers:send"), {"source": source.pk, "file": SimpleUploadedFile("本周.xlsx", content), **data}
    )
    run = ImportRun.objects.latest("pk")
    assert answer.url == reverse("importers:run", args=[run.pk])
    return run


def _carry_on(run):
    carry_on_run(run.pk)
    run.refresh_from_db()
    return run


def test_upload_difference_confirmation_and_report(client, clerk, tmp_path, upload_source):
    client.force_login(clerk)
    run = _upload(client, tmp_path, [numbered(1), numbered(2, CF_SY="")], upload_source)
    waiting = client.get(reverse("importers:run", args=[run.pk])).content.decode()
    assert 'http-equiv="refresh"' in waiting

    assert _carry_on(run).state == RunState.CHECKED
    checked = client.get(reverse("importers:run", args=[run.pk])).content.decode()
    assert "兴住建罚决字〔2026〕1号" in checked
    assert "违法事实" in checked
    assert not PenaltyDecisionPage.objects.exists()

    client.post(reverse("importers:confirm", args=[run.pk]))
    assert _carry_on(run).state == RunState.DONE
    report = client.get(reverse("importers:run", args=[run.pk])).content.decode()
    assert 'http-equiv="refresh"' not in report
    assert PenaltyDecisionPage.objects.get().owner == clerk
    listing = client.get(reverse("importers:list")).content.decode()
    assert "本周.xlsx" in listing


def test_the_bad_rows_are_downloaded_mended_and_sent_again(client, admin_user, tmp_path, upload_source):
    client.force_login(admin_user)
    rows = [numbered(1), numbered(2, CF_SY=""), numbered(3, CF_WSH="")]
    run = _carry_on(_upload(client, tmp_path, rows, upload_source))
    client.post(reverse("importers:confirm", args=[run.pk]))
    _carry_on(run)
    answer = client.get(reverse("importers:download", args=[run.pk]))
    assert "no-store" in answer["Cache-Control"]
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    sheet = book.active
    assert [cell.value for cell in sheet[2]][:3] == [str(run.pk), "行政处罚", "3"]
    labels = [cell.value for cell in sheet[1]]
    sheet.cell(2, labels.index("违法事实") + 1).value = "补充的事实。"
    sheet.cell(3, labels.index("行政处罚决定书文号") + 1).value = "兴住建罚决字〔2026〕3号"
    mended = tmp_path / "mended.xlsx"
    book.save(mended)
    client.post(
        reverse("importers:send"),
        {"source": upload_source.pk, "file": SimpleUploadedFile("改.xlsx", mended.read_bytes())},
    )
    second = _carry_on(ImportRun.objects.latest("pk"))
    client.post(reverse("importers:confirm", args=[second.pk]))
    _carry_on(second)
    assert (second.created, second.quarantined) == (2, 0)
    assert set(run.waiting_rows.values_list("state", flat=True)) == {RowState.MENDED}
    assert PenaltyDecisionPage.objects.count() == 3


def test_values_of_a_source_never_become_formulas_in_the_report(client, admin_user, tmp_path, upload_source):
    client.force_login(admin_user)
    run = _carry_on(_upload(client, tmp_path, [numbered(1, CF_SY="", BZ="@SUM(A1)", CF_FRDB="+1+1")], upload_source))
    client.post(reverse("importers:confirm", args=[run.pk]))
    _carry_on(run)
    book = openpyxl.load_workbook(io.BytesIO(client.get(reverse("importers:download", args=[run.pk])).content))
    assert all(cell.data_type in {"s", "n"} for row in book.active for cell in row)


def test_a_run_is_confirmed_once(client, clerk, tmp_path, upload_source):
    client.force_login(clerk)
    run = _carry_on(_upload(client, tmp_path, [numbered(1)], upload_source))
    for _ in range(2):
        client.post(reverse("importers:confirm", args=[run.pk]))
        _carry_on(run)
    assert (run.created, run.attempts) == (1, 1)


def test_a_cancelled_run_changes_nothing(client, clerk, tmp_path, upload_source):
    client.force_login(clerk)
    run = _carry_on(_upload(client, tmp_path, [numbered(1)], upload_source))
    client.post(reverse("importers:cancel", args=[run.pk]))
    client.post(reverse("importers:confirm", args=[run.pk]))
    assert _carry_on(run).state == RunState.CANCELLED
    assert not PenaltyDecisionPage.objects.exists()


def test_a_lost_task_is_taken_up_by_the_sweeper(client, clerk, tmp_path, upload_source):
    client.force_login(clerk)
    run = _upload(client, tmp_path, [numbered(1)], upload_source)
    assert sweep() == 1
    run.refresh_from_db()
    assert run.state == RunState.CHECKED


def test_publication_needs_the_administrators_word(client, clerk, admin_user, tmp_path, upload_source):
    client.force_login(clerk)
    denied = client.post(reverse("importers:approve", args=[upload_source.pk]), {"reason": "想发布"})
    assert denied.status_code in {302, 403}
    upload_source.refresh_from_db()
    assert not upload_source.publishes
    run = _carry_on(_upload(client, tmp_path, [numbered(1)], upload_source, publish="on"))
    assert not run.publish

    client.force_login(admin_user)
    client.post(reverse("importers:approve", args=[upload_source.pk]), {"reason": ""})
    upload_source.refresh_from_db()
    assert not upload_source.publishes
    client.post(reverse("importers:approve", args=[upload_source.pk]), {"reason": "两人核对"})
    client.force_login(clerk)
    run = _carry_on(_upload(client, tmp_path, [numbered(1)], upload_source, publish="on"))
    client.post(reverse("importers:confirm", args=[run.pk]))
    _carry_on(run)
    page = PenaltyDecisionPage.objects.get()
    assert page.live
    assert page.approved_by == admin_user


def test_an_approval_taken_back_before_the_confirmation_gives_drafts(client, admin_user, tmp_path, upload_source):
    upload_source.approve(user=admin_user, reason="两人核对")
    client.force_login(admin_user)
    run = _carry_on(_upload(client, tmp_path, [numbered(1)], upload_source, publish="on"))
    client.post(reverse("importers:revoke", args=[upload_source.pk]))
    client.post(reverse("importers:confirm", args=[run.pk]))
    _carry_on(run)
    assert not PenaltyDecisionPage.objects.get().live


@pytest.mark.parametrize("name", ["list", "send", "sources", "run", "confirm", "cancel", "dismiss", "download"])
def test_whoever_has_no_right_sees_no_import(client, django_user_model, clerk, tmp_path, upload_source, name):
    client.force_login(clerk)
    run = _upload(client, tmp_path, [numbered(1)], upload_source)
    stranger = django_user_model.objects.create_user("stranger", password="x")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    address = reverse(
        f"importers:{name}", args=[run.pk] if name in {"run", "confirm", "cancel", "dismiss", "download"} else []
    )
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code in {302, 403, 405}
        assert "本周" not in answer.content.decode()
    run.refresh_from_db()
    assert run.state == RunState.CHECKING


def test_the_clerk_may_not_download_identity_numbers(client, clerk, tmp_path, upload_source):
    client.force_login(clerk)
    person = {"CF_XDR_LB": "自然人", "CF_XDR_MC": "张示例", "CF_XDR_SHXYM": "", "CF_XDR_ZJHM": IDENTITY}
    run = _carry_on(_upload(client, tmp_path, [numbered(1, **person, CF_SY="")], upload_source))
    client.post(reverse("importers:confirm", args=[run.pk]))
    _carry_on(run)
    assert client.get(reverse("importers:download", args=[run.pk])).status_code in {302, 403}
    page = client.get(reverse("importers:run", args=[run.pk])).content.decode()
    assert IDENTITY not in page


def test_dismissed_rows_are_erased(client, clerk, tmp_path, upload_source):
    client.force_login(clerk)
    run = _carry_on(_upload(client, tmp_path, [numbered(1, CF_SY="")], upload_source))
    client.post(reverse("importers:confirm", args=[run.pk]))
    _carry_on(run)
    client.post(reverse("importers:dismiss", args=[run.pk]))
    row = run.waiting_rows.get()
    assert (row.state, row.cells) == (RowState.DISMISSED, {})


def test_a_refused_file_says_why_on_its_page(client, clerk, upload_source):
    client.force_login(clerk)
    client.post(
        reverse("importers:send"), {"source": upload_source.pk, "file": SimpleUploadedFile("a.xlsx", b"%PDF-1.4 ")}
    )
    run = _carry_on(ImportRun.objects.latest("pk"))
    assert run.state == RunState.FAILED
    assert run.error in client.get(reverse("importers:run", args=[run.pk])).content.decode()
