"""The weekly file from its upload to the public page, by the seeded roles, on the real screens."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from importers.defaults import source_of
from importers.listing import publishing_address, records_address
from importers.models import Channel, ImportedRecord, ImportRun
from importers.tasks import carry_on_run
from pages.acts.mass_publication import MassPublication
from pages.acts.publish_many import publish_many
from pages.admin import desk
from pages.admin.addresses import listing_address
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.models import PublicRecord
from tests.factories.imports import numbered, send
from tests.factories.pages import make_decision, make_site
from tests.factories.people import person
from tests.factories.spreadsheets import LABELS, write_xlsx

pytestmark = pytest.mark.django_db
HOME = "经查，榆溪家园3号楼2单元501室拆改承重墙。"
OVER = {"CF_JDRQ": "2019/04/02"}


@pytest.fixture(autouse=True)
def _site(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    with time_machine.travel("2026-11-23 02:00Z", tick=False):
        make_site()
        yield


@pytest.fixture
def editor():
    return person("编辑")


@pytest.fixture
def reviewer():
    return person("审核")


def links(response) -> list[str]:
    return [unescape(one) for one in re.findall(r'href="([^"]+)"', response.content.decode())]


def bulk(listing: str, keys: str = "id=all", action: str = "publish") -> str:
    """The address to which Wagtail's listing leads with its own script."""
    query = listing.partition("?")[2]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{address}?{query}&{keys}&next={listing.replace('?', '%3F').replace('&', '%26')}"


def finish(client, act: MassPublication):
    """The summary, when all is done: a slow machine needs more than one request."""
    address = reverse("pages_mass_publication", args=[act.pk])
    while MassPublication.objects.get(pk=act.pk).waiting:
        client.post(address)
    act.refresh_from_db()
    return client.get(address)


def upload(client, tmp_path, rows):
    content = write_xlsx(tmp_path / "sent.xlsx", [LABELS, *rows]).read_bytes()
    source = source_of(Channel.UPLOAD, "penalty")
    client.post(reverse("importers:send"), {"source": source.pk, "file": SimpleUploadedFile("本周.xlsx", content)})
    run = ImportRun.objects.latest("pk")
    carry_on_run(run.pk)
    client.post(reverse("importers:confirm", args=[run.pk]))
    carry_on_run(run.pk)
    run.refresh_from_db()
    return run


def test_from_the_file_to_the_public_page(client, tmp_path, editor, reviewer):
    make_decision(doc_no="兴住建罚决字〔2026〕900号")  # somebody else's draft, of no import
    rows = [numbered(1), numbered(2), numbered(3, CF_SY=HOME), numbered(4, CF_SY=HOME), numbered(5, CF_YJ="")]
    rows += [numbered(6, CF_SY=""), *(numbered(serial, **OVER) for serial in range(10, 60))]
    client.force_login(editor)
    run = upload(client, tmp_path, rows)
    assert (run.created, run.quarantined) == (55, 1)

    client.force_login(reviewer)
    report = client.get(reverse("importers:run", args=[run.pk]))
    count = listing_address("penalty", run=run.pk, outcome="new")
    assert count in links(report)
    listing = client.get(count)
    assert listing.context["paginator"].count == 55
    assert listing.context["page_obj"].has_next()

    asked = client.get(bulk(count))
    assert len(asked.context["items"]) == 55
    answer = client.post(bulk(count), follow=True)
    act = MassPublication.objects.get()
    assert answer.request["PATH_INFO"] == reverse("pages_mass_publication", args=[act.pk])
    answer = finish(client, act)
    assert (len(act.published), len(act.scheduled), len(act.held), act.waiting) == (2, 0, 53, [])
    groups = {one.reason: len(one.pages) for one in answer.context["groups"]}
    assert sorted(groups.values()) == [1, 2, 50]
    assert any("个人信息" in reason for reason, number in groups.items() if number == 2)
    assert any("公示期已过" in reason for reason, number in groups.items() if number == 50)
    assert not list(answer.context["messages"])
    held = PenaltyDecisionPage.objects.get(doc_no="兴住建罚决字〔2026〕5号")
    assert reverse("wagtailadmin_pages:edit", args=[held.pk]) in links(answer)

    client.logout()
    public = client.get("/decisions/")
    assert public.content.decode().count("兴住建罚决字〔2026〕") >= 2
    record = PublicRecord.objects.get(doc_no="兴住建罚决字〔2026〕1号")
    page = client.get(record.path)
    assert "六十日内依法申请行政复议" in page.content.decode()
    assert PublicRecord.objects.count() == 2


def test_the_report_leads_straight_to_publishing_for_those_who_may(client, tmp_path, editor, reviewer):
    run = send(tmp_path, [numbered(1), numbered(2)])
    assert publishing_address(run, editor) == ""
    client.force_login(reviewer)
    report = client.get(reverse("importers:run", args=[run.pk]))
    act = publishing_address(run, reviewer)
    assert act in links(report)
    assert len(client.get(act).context["items"]) == 2
    answer = client.post(act, follow=True)
    assert len(answer.context["published"]) == 2
    report = client.get(reverse("importers:run", args=[run.pk]))
    assert publishing_address(run, reviewer) == ""
    assert records_address(run) in links(report)


def test_who_only_writes_publishes_nothing(client, tmp_path, editor):
    run = send(tmp_path, [numbered(1)])
    client.force_login(editor)
    asked = client.get(bulk(records_address(run)))
    assert not asked.context["items"]
    assert client.post(bulk(records_address(run))).status_code in (302, 403)
    assert not MassPublication.objects.exists()
    assert not PublicRecord.objects.exists()


def test_a_summary_is_carried_on_by_the_one_who_began_it(client, tmp_path, editor, reviewer):
    run = send(tmp_path, [numbered(1)])
    act = MassPublication.objects.create(user=reviewer, waiting=[PenaltyDecisionPage.objects.get().pk])
    address = reverse("pages_mass_publication", args=[act.pk])
    other = person("审核", name="other")
    for user in (editor, other):
        client.force_login(user)
        assert client.post(address).status_code in (302, 403)
    assert not PublicRecord.objects.exists()
    client.force_login(other)
    assert client.get(address).context["act"] == act
    client.force_login(reviewer)
    shown = client.get(address).content.decode()
    assert "data-carry-on" in shown
    client.post(address)
    act.refresh_from_db()
    assert (act.waiting, len(act.published)) == ([], 1)
    assert "data-carry-on" not in client.get(address).content.decode()
    assert run.created == 1


def test_all_of_a_listing_is_what_the_listing_shows(client, tmp_path, reviewer):
    run = send(tmp_path, [numbered(1), numbered(2, **OVER)])
    mine = make_decision(doc_no="兴住建罚决字〔2026〕900号")
    client.force_login(reviewer)
    drafts = listing_address("penalty", state="draft")
    assert {one["item"].pk for one in client.get(bulk(drafts)).context["items"]} == {
        mine.pk,
        PenaltyDecisionPage.objects.get(doc_no__endswith="〔2026〕1号").pk,
    }
    of_run = listing_address("penalty", run=run.pk, state="draft")
    assert [one["item"].specific.doc_no for one in client.get(bulk(of_run)).context["items"]] == [
        "兴住建罚决字〔2026〕1号"
    ]
    archive = reverse("wagtailadmin_explore", args=[mine.get_parent().pk])
    below = {one["item"].pk for one in client.get(bulk(archive)).context["items"]}
    assert below == set(mine.get_parent().get_children().values_list("pk", flat=True))
    assert client.get(bulk("/nowhere/")).status_code == 404


def test_the_rows_of_a_report_lead_to_their_records(client, tmp_path, editor):
    run = send(tmp_path, [numbered(1, CF_FRDB=""), numbered(2, CF_SY="")])
    page = PenaltyDecisionPage.objects.get()
    client.force_login(editor)
    report = client.get(reverse("importers:run", args=[run.pk]))
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in links(report)
    assert "#waiting" in links(report)
    assert 'id="waiting"' in report.content.decode()


def test_each_run_knows_its_own_records(tmp_path):
    first = send(tmp_path, [numbered(1), numbered(2)])
    second = send(tmp_path, [numbered(1), numbered(2, BZ="补充"), numbered(3)], name="second.xlsx")
    said = [
        [(one.line, one.outcome) for one in ImportedRecord.objects.filter(run=run).order_by("line")]
        for run in (first, second)
    ]
    assert said == [[(2, "new"), (3, "new")], [(2, "unchanged"), (3, "changed"), (4, "new")]]


def test_what_the_form_lacks_waits_on_the_desk_and_leads_to_its_records(client, tmp_path, editor, reviewer):
    send(tmp_path, [numbered(1), numbered(2), numbered(3, **OVER)])
    pages = list(PenaltyDecisionPage.objects.filter(decided_on__year=2026))
    assert len(publish_many(pages[:1], user=reviewer).published) == 1
    client.force_login(editor)
    gaps = desk.desk_lists.get("gaps")
    assert gaps.count(editor) == 2
    shown = client.get(reverse("pages_desk", args=["gaps"]))
    lists = [row.url for row in shown.context["rows"]]
    assert lists == [listing_address("penalty", lacks=item) for item in ("served_on", "officers")]
    assert client.get(lists[0]).context["paginator"].count == 2
    draft = pages[1].get_latest_revision_as_object()
    draft.served_on = draft.decided_on
    draft.save()
    draft.save_revision()
    assert client.get(lists[0]).context["paginator"].count == 1
    assert gaps.count(editor) == 2


def test_overdue_is_what_is_due_inside_its_window_and_meant_to_be_public(tmp_path, editor):
    send(tmp_path, [numbered(1), numbered(2), numbered(3, **OVER)])
    hidden = PenaltyDecisionPage.objects.get(doc_no__endswith="〔2026〕2号")
    hidden.disclosure = "not_public"
    hidden.save()
    due = PenaltyDecisionPage.objects.get(doc_no__endswith="〔2026〕1号").title
    assert late_ones(editor) == [due]
    with time_machine.travel(timezone.now() + timedelta(days=1500)):
        assert late_ones(editor) == []


def late_ones(user) -> list[str]:
    """Decisions on the desk's list of what is late; the bureau's own page is a draft of this site too."""
    return [row.title for row in desk.desk_lists.get("late").rows(user) if row.title.endswith("案")]
