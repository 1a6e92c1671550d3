"""Picture every public list and page and every screen of the editors, at 1280 and 390 px, and say what is wrong.

    ./run &                                         # a site with its sample content
    .venv/bin/python tests/tools/pictures.py http://127.0.0.1:8000 var/pictures [--only WORD]

The addresses are found in the site's own database, so a new kind of record is pictured without a change here. A public
page must answer with its status, fit its width and be accessible (axe-core); a screen of the admin must answer and fit.
No script may end in an error. Exit code 1: something did not, and is named.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongshi.settings.dev")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.admin.utils import quote  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402
from wagtail.admin.viewsets import viewsets  # noqa: E402
from wagtail.snippets.views.snippets import SnippetViewSet  # noqa: E402

from pages.admin import desk  # noqa: E402
from pages.exports.models import RecipientTask  # noqa: E402
from pages.kinds.lottery.models import InspectionTask  # noqa: E402
from records.models import PublicRecord  # noqa: E402
from records.types import all_kinds  # noqa: E402
from tests.browser.conftest import AXE, CHROMIUM, DESK, PHONE, QUIET  # noqa: E402

Place = tuple[str, str, int]


def public_places() -> Iterator[Place]:
    """Name, address and expected status of everything a citizen may open."""
    yield from [("home", "/", 200), ("contents", "/contents/", 200), ("withdrawals", "/withdrawals/", 200)]
    yield from [
        ("search", "/search/?q=施工许可", 200),
        ("nothing", "/search/?q=没有这样的词", 200),
        ("missing", "/no/", 404),
    ]
    for kind in all_kinds():
        yield f"list-{kind.key}", f"/{kind.section}/", 200
        record = PublicRecord.objects.public(timezone.now()).filter(kind=kind.key).first()
        if record is not None:
            yield f"page-{kind.key}", record.path, 200
    gone = PublicRecord.objects.filter(state="removed").first()
    if gone is not None:
        yield "gone", gone.path, 410


def admin_places() -> Iterator[Place]:
    """Name, address and expected status of the screens of the editors."""
    for name in ("wagtailadmin_home", "pages_exports", "pages_scheduler_report", "importers:list"):
        yield f"admin-{name.replace(':', '-')}", reverse(name), 200
    for entry in desk.open_lists(get_user_model().objects.filter(is_superuser=True).first()):
        yield f"admin-desk-{entry['list'].key}", reverse("pages_desk", args=[entry["list"].key]), 200
    for kind in all_kinds():
        if kind.model:
            yield from page_screens(kind)
    for one in viewsets.viewsets:
        if isinstance(one, SnippetViewSet):
            yield from snippet_screens(one)
    for task in InspectionTask.objects.all()[:3]:
        yield f"admin-draw-{task.pk}", reverse("pages_lottery", args=[task.pk]), 200
    for task in RecipientTask.objects.all()[:1]:
        yield "admin-recipient-task", reverse("pages_recipient_task", args=[task.pk]), 200


def page_screens(kind: Any) -> Iterator[Place]:
    """New, edit and what may be done with a published page of a kind."""
    model = kind.model
    page = model.objects.filter(live=True).first() or model.objects.first()
    yield f"new-{kind.key}", reverse("pages_new_record", args=[kind.key]), 200
    if page is None:
        return
    yield f"edit-{kind.key}", reverse("wagtailadmin_pages:edit", args=[page.pk]), 200
    yield f"list-admin-{kind.key}", reverse("wagtailadmin_explore", args=[page.get_parent().pk]), 200
    if kind.key not in {"penalty", "notice"}:
        return
    for act in ("withdraw", "repair", "correct", "window") if kind.key == "penalty" else ("wechat",):
        yield f"act-{kind.key}-{act}", reverse(f"pages_{act}", args=[page.pk]), 200
    yield f"history-{kind.key}", reverse("wagtailadmin_pages:history", args=[page.pk]), 200


def snippet_screens(views: SnippetViewSet) -> Iterator[Place]:
    """List, new and edit of a kind of record that is no page."""
    name = views.model._meta.model_name
    served = {pattern.name for pattern in views.get_urlpatterns()}
    yield f"snippets-{name}", reverse(views.get_url_name("list")), 200
    if "add" in served:
        yield f"snippet-new-{name}", reverse(views.get_url_name("add")), 200
    first = views.model._default_manager.first()
    if first is not None and "edit" in served:
        yield f"snippet-edit-{name}", reverse(views.get_url_name("edit"), args=[quote(first.pk)]), 200


def wrong_with(page: Page, place: Place, address: str, width: int) -> Iterator[str]:
    """Open a place and say what is wrong with it."""
    name, path, status = place
    said: list[str] = []
    page.on("pageerror", heard := lambda error: said.append(str(error)))
    answer = page.goto(address + path)
    page.remove_listener("pageerror", heard)
    yield from (f"{name} {width}: {error}" for error in said)
    found = answer.status if answer else 0
    if found != status:
        yield f"{name} {width}: answered {found}"
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        yield f"{name} {width}: {wide} px wide"
    if "/admin/" not in path:
        page.evaluate(AXE.read_text("utf-8"))
        violations = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        yield from (
            f"{name} {width}: {one['id']} {[node['target'] for node in one['nodes']][:3]}" for one in violations
        )


def log_in(page: Page, address: str) -> None:
    """As the administrator whom the sample content made."""
    said = dict(
        line.split(":", 1) for line in (settings.VAR_DIR / "login.txt").read_text("utf-8").splitlines() if ":" in line
    )
    name, password = said["Login"].strip(), said["Password"].strip()
    page.goto(f"{address}/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_url(f"{address}/admin/")


def main() -> int:
    """Walk through all places at both widths."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="only places whose name holds this word")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    places = [place for place in (*public_places(), *admin_places()) if given.only in place[0]]
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        for width in (DESK, PHONE):
            page = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN").new_page()
            log_in(page, given.address)
            for place in places:
                wrong += wrong_with(page, place, given.address, width)
                page.screenshot(path=given.folder / f"{place[0]}-{width}.png", full_page=True)
        browser.close()
    print(*wrong, f"{len(places)} places, {len(wrong)} things wrong", sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
