"""State of a decision × public surface: what is not public now is nowhere, and what is, is everywhere."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction

from pages.base.attachments import DecisionAttachment
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.models import BureauDocument
from records.models import PublicRecord
from tests.factories.files import passed
from tests.factories.pages import BUREAU, make_decision
from tests.factories.releases import let_out

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
NUMBER = "兴住建罚决字〔2026〕555号"
CANARY = "黑天鹅字样"
BYTES = b"%PDF-1.7 0123456789"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def document() -> BureauDocument:
    return passed(BureauDocument.objects.create(title="决定书", file=ContentFile(BYTES, name="jueding.pdf")))


@pytest.fixture
def page(document) -> PenaltyDecisionPage:
    make_decision(publish=True)  # a neighbour, so that lists are not empty
    page = make_decision(doc_no=NUMBER, violation_kind=CANARY)
    page.attachments = [DecisionAttachment(document=document, title="决定书")]
    return page


def address(document: BureauDocument) -> str:
    return f"/documents/{document.pk}/{document.filename}"


def publish(page: PenaltyDecisionPage, **values) -> PenaltyDecisionPage:
    for name, value in values.items():
        setattr(page, name, value)
    let_out(page.save_revision())
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def draft(page, clock) -> None:
    page.save_revision()


def scheduled(page, clock) -> None:
    publish(page, go_live_at=NOW + timedelta(days=1))


def live(page, clock) -> None:
    publish(page)


def started(page, clock) -> None:
    publish(page, go_live_at=NOW + timedelta(hours=1))
    clock.move_to(NOW + timedelta(hours=1))


def expired(page, clock) -> None:
    clock.move_to(publish(page).expire_at)


def unpublished(page, clock) -> None:
    publish(page).unpublish()


def private(page, clock) -> None:
    PageViewRestriction.objects.create(page=publish(page), restriction_type="login")


def deleted(page, clock) -> None:
    publish(page).delete()


def held(page, clock) -> None:
    publish(page, disclosure="not_public")


STATES = {
    draft: (404, 404),
    scheduled: (404, 404),
    held: (404, 404),
    live: (200, 302),
    started: (200, 302),
    expired: (410, 410),
    unpublished: (410, 410),
    private: (410, 410),
    deleted: (410, 410),
}


@pytest.mark.parametrize(("state", "answers"), STATES.items(), ids=[state.__name__ for state in STATES])
def test_every_surface_tells_the_same(client, clock, page, document, state, answers):
    path, permanent = f"/decisions/2026/{page.slug}/", f"/d/{BUREAU.credit_code}/{NUMBER}/"
    state(page, clock)
    assert client.get(path).status_code == answers[0]
    assert client.get(permanent).status_code == answers[1]
    public = answers[0] == 200
    for surface in ("/", "/decisions/", "/decisions/2026/", "/feed.xml", "/sitemap-penalty-2026-1.xml"):
        body = client.get(surface).content.decode()
        assert ((path if "sitemap" in surface else CANARY) in body) is public, surface
    file = address(document)
    for method, headers in (
        (client.get, {}),
        (client.head, {}),
        (client.get, {"Range": "bytes=0-3"}),
        (client.get, {"If-None-Match": f'"{document.file_hash or document.file.name}"'}),
    ):
        response = method(file, headers=headers)
        assert (response.status_code in {200, 206, 304}) is public, (state, headers)
        if not public:
            assert response.status_code == answers[0]
            assert BYTES not in response.getvalue()


def test_the_exact_second_of_start_and_end(client, clock, page, document):
    start = NOW + timedelta(hours=3, seconds=7)
    page = publish(page, go_live_at=start)
    path, file = PublicRecord.objects.get(page=page).path, address(document)
    for moment, expected in (
        (start - timedelta(seconds=1), 404),
        (start, 200),
        (page.expire_at - timedelta(seconds=1), 200),
        (page.expire_at, 410),
        (page.expire_at + timedelta(seconds=1), 410),
    ):
        clock.move_to(moment)
        assert (client.get(path).status_code, client.get(file).status_code) == (expected, expected), moment
    assert page.expire_at.isoformat() == "2027-10-08T16:00:00+00:00"  # 24:00 in Shanghai


def test_a_file_is_sent_whole_in_part_and_by_mark(client, page, document):
    publish(page)
    file = address(document)
    whole = client.get(file)
    assert (whole.getvalue(), whole["Content-Length"], whole["X-Content-Type-Options"]) == (BYTES, "19", "nosniff")
    assert whole["Content-Security-Policy"].startswith("default-src 'none'")
    part = client.get(file, headers={"Range": "bytes=5-7"})
    assert (part.status_code, part.getvalue(), part["Content-Range"]) == (206, b"1.7", "bytes 5-7/19")
    assert client.get(file, headers={"Range": "bytes=-4"}).getvalue() == b"6789"
    assert client.get(file, headers={"Range": "bytes=99-"}).status_code == 416
    for malformed in (
        f"bytes={'9' * 5000}-", f"bytes=0-{'9' * 5000}", f"bytes=-{'9' * 5000}", "bytes=7-5", "bytes=-",
        "bytes=0-1,3-4", "bytes=٣-٤", "bytes=1-2x", "lines=1-2", "bytes", "bytes=+1-2", "bytes=1 - 2",
    ):  # fmt: skip
        answer = client.get(file, headers={"Range": malformed})
        assert (answer.status_code, answer.getvalue()) == (200, BYTES), malformed[:20]
    assert client.get(file, headers={"Range": "bytes=-0"}).status_code == 416
    assert client.get(file, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.head(file).getvalue() == b""


def test_a_file_is_kept_no_longer_than_the_window(client, clock, page, document):
    page = publish(page)
    file = address(document)
    clock.move_to(page.expire_at - timedelta(seconds=5))
    assert client.get(file)["Cache-Control"] == "public, max-age=4, must-revalidate"


def test_nginx_may_send_the_file(client, page, document, settings):
    settings.FILES_ACCEL_PREFIX = "/protected-media/"
    publish(page)
    response = client.get(address(document))
    assert response["X-Accel-Redirect"] == f"/protected-media/{document.checks.get().public_copy.name}"
    assert response.content == b""


def test_an_upload_is_private_and_its_storage_name_leads_nowhere(client, document):
    assert client.get(address(document)).status_code == 404
    assert client.get(f"/documents/{document.pk}/other.pdf").status_code == 404
    assert client.get(f"/media/{document.file.name}").status_code == 404
    client.force_login(get_user_model().objects.create_superuser("root"))
    response = client.get(address(document))
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")
    assert client.get(f"/media/{document.file.name}").status_code == 404


def test_a_file_that_a_new_version_drops_is_private_again(client, page, document):
    page = publish(page)
    file = address(document)
    assert file in client.get(PublicRecord.objects.get(page=page).path).content.decode()
    page.attachments = []
    publish(page)
    assert client.get(file).status_code == 404
