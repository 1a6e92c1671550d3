"""A clerk sends a spreadsheet, reads the difference, confirms, reads the report, and the decision is public."""

import pytest
import time_machine

from importers.defaults import source_of
from importers.models import Channel, ImportRun, RunState
from importers.tasks import sweep
from records.models import PublicRecord
from tests.factories.imports import numbered
from tests.factories.pages import make_site
from tests.factories.spreadsheets import LABELS, write_xlsx

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def administrator(django_user_model, settings, tmp_path):
    """An administrator, an approved source, and a site to import into."""
    settings.VAR_DIR = tmp_path / "var"
    make_site()
    user = django_user_model.objects.create_superuser("director", "d@example.test", "desk-pass-2026")
    source_of(Channel.UPLOAD, "penalty").approve(user=user, reason="两人核对")
    return user


def _sign_in(page):
    page.goto("/admin/login/")
    page.fill("[name=username]", "director")
    page.fill("[name=password]", "desk-pass-2026")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def _fits(page, width):
    """Nothing makes the page itself scroll sideways; wide tables scroll in their own frame."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def test_from_the_spreadsheet_to_the_public_page(page, administrator, tmp_path):
    rows = [numbered(1), numbered(2, CF_SY=""), numbered(3, CF_JDRQ="2026/02/30")]
    path = write_xlsx(tmp_path / "本周处罚信息.xlsx", [LABELS, *rows])
    _sign_in(page)

    page.goto("/admin/imports/send/")
    page.set_input_files("[name=file]", str(path))
    page.check("[name=publish]")
    with page.expect_navigation():
        page.click("main button[type=submit]")
    assert sweep() == 1
    page.goto(page.url)
    assert page.get_by_text("兴住建罚决字〔2026〕1号").is_visible()
    assert _fits(page, 390)
    assert _fits(page, 1280)

    with page.expect_navigation():
        page.click("form[action*=confirm] button")
    assert sweep() == 1
    page.goto(page.url)
    run = ImportRun.objects.get()
    assert run.state == RunState.DONE
    report = page.inner_text("main")
    assert "处罚决定日期" in report
    assert "2026/02/30" in report
    with page.expect_download() as download:
        page.click("a[href$='waiting.xlsx']")
    assert download.value.suggested_filename.endswith(".xlsx")

    page.goto("/decisions/2026/2026-1/")
    assert "盘锦示例建筑工程有限公司" in page.inner_text("main")
    _found_until_its_window_ends(page)


def _found_until_its_window_ends(page):
    """By part of the name and by its number in other brackets; after the end nowhere. No worker or scheduler runs."""
    record = PublicRecord.objects.get()
    ways = ("/search/?q=示例建筑", "/search/?q=兴住建罚决字[2026]第001号", "/decisions/")
    for way in ways:
        page.goto(way)
        assert page.locator(f"a[href='{record.path}']").count() == 1, way
    with time_machine.travel(record.visible_to):
        assert page.goto(record.path).status == 410
        assert "盘锦示例建筑工程有限公司" not in page.content()
        for way in ways:
            page.goto(way)
            assert page.locator(f"a[href='{record.path}']").count() == 0, way
