"""The public test file from its upload to the public pages: nothing but what the law holds back is held back.

Ten clicks: 数据导入, 上传文件, the file, 检查, 确认导入 by the editor; the count, all of this screen, all of the
listing, 发布, 发布符合条件的记录 by the reviewer. From the report itself it is two less.
"""

from pathlib import Path

import openpyxl
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from importers.defaults import source_of
from importers.listing import publishing_address
from importers.models import Channel, ImportRun
from importers.tasks import carry_on_run
from pages.acts.mass_publication import MassPublication
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from tests.factories.pages import make_site
from tests.factories.people import person

FORMS = Path(__file__).resolve().parents[4] / "shared" / "data" / "forms"
HEAD = 3  # title, header, hints

pytestmark = [pytest.mark.shared_data, pytest.mark.django_db]


def every(step: int, folder: Path) -> bytes:
    """The file with every so many-th row of it."""
    assert FORMS.is_dir(), f"the shared test data is missing: {FORMS}"
    book = openpyxl.load_workbook(FORMS / "penalty.xlsx")
    sheet = book.active
    rows = list(sheet.iter_rows(values_only=True))
    kept = openpyxl.Workbook()
    kept.active.title = sheet.title
    for row in [*rows[:HEAD], *rows[HEAD::step]]:
        kept.active.append(row)
    kept.save(folder / "weekly.xlsx")
    return (folder / "weekly.xlsx").read_bytes()


@pytest.mark.parametrize("step", [19, pytest.param(1, marks=pytest.mark.soak)])
def test_the_whole_way(client, settings, tmp_path, step):
    settings.VAR_DIR = tmp_path / "var"
    with time_machine.travel("2026-11-23 02:00Z"):
        make_site()
        client.force_login(person("编辑"))
        run = _imported(client, every(step, tmp_path))
        assert run.created > 0
        reviewer = person("审核")
        client.force_login(reviewer)
        client.post(publishing_address(run, reviewer), follow=True)
        act = MassPublication.objects.get()
        address = reverse("pages_mass_publication", args=[act.pk])
        while MassPublication.objects.get(pk=act.pk).waiting:
            client.post(address)
        summary = client.get(address)
        act.refresh_from_db()
        over = PenaltyDecisionPage.objects.filter(live=False, expire_at__lte=act.started_at).count()
        assert len(act.published) == run.created - over
        assert {group.reason: len(group.pages) for group in summary.context["groups"]} == (
            {"公示期已过：予以留存，不再公开。": over} if over else {}
        )
        record = PublicRecord.objects.first()
        assert client.get(record.path).status_code == 200
        assert PublicRecord.objects.count() == len(act.published)


def _imported(client, content: bytes) -> ImportRun:
    source = source_of(Channel.UPLOAD, "penalty")
    client.post(reverse("importers:send"), {"source": source.pk, "file": SimpleUploadedFile("本周.xlsx", content)})
    run = ImportRun.objects.get()
    carry_on_run(run.pk)
    client.post(reverse("importers:confirm", args=[run.pk]))
    carry_on_run(run.pk)
    run.refresh_from_db()
    return run
