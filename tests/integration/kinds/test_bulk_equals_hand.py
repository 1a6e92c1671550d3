"""Whatever kind a source tells of: in bulk or by hand, the same rows; and many cost no more questions than a few."""

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Revision

from pages.acts import Approval, DecisionChange, apply_decisions
from pages.acts.rebuild_records import rebuild_records
from pages.base.shape import shape_of
from pages.base.versions import content_hash
from records import outbox
from records.models import PublicRecord, RecordState, Release
from tests.factories.by_hand import make_by_hand, rows_of
from tests.factories.kinds import SAID
from tests.factories.pages import make_site
from tests.factories.releases import a_release

pytestmark = pytest.mark.django_db
every_kind = pytest.mark.parametrize("kind", sorted(SAID))
# The act, its rows and its records; an archive that is made first costs more, once a year.
MOST_QUESTIONS = 47


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-23 02:00:00.123Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def user():
    make_site()
    return get_user_model().objects.create_superuser("importer")


@pytest.fixture
def engine():
    outbox.engines.register("test")
    yield
    outbox.engines.unregister("test")


def apply(user, *changes, publish=True):
    approval = Approval(user.pk, "测试来源", timezone.now()) if publish else None
    return apply_decisions(changes, user=user, publish=publish, approval=approval)


def made_and_undone(make):
    """The rows that an act leaves, read before it is taken back."""
    with transaction.atomic():
        rows = rows_of(make())
        transaction.set_rollback(True)
    return rows


def differences(bulk, hand):
    """Table, column and both values where they differ."""
    for name, rows in hand.items():
        for made, expected in zip(bulk[name], rows, strict=True):
            yield from ((name, key, made.get(key), value) for key, value in expected.items() if made.get(key) != value)


@every_kind
@pytest.mark.parametrize("publish", [True, False])
def test_all_columns_are_those_that_a_hand_would_have_left(user, engine, kind, publish):
    facts = SAID[kind]()
    model = shape_of(kind).model

    def in_bulk():
        made = apply(user, DecisionChange(facts), publish=publish).created[0]
        return model.objects.get(pk=made.page_id)

    bulk = made_and_undone(in_bulk)
    hand = made_and_undone(lambda: make_by_hand(facts, user, publish))
    assert {name: len(rows) for name, rows in bulk.items()} == {name: len(rows) for name, rows in hand.items()}
    assert list(differences(bulk, hand)) == []
    assert bool(bulk["record"]) == publish


@every_kind
def test_hashes_tell_what_they_hash(user, kind):
    apply(user, DecisionChange(SAID[kind]()))
    page = shape_of(kind).model.objects.get()
    assert Release.objects.get().content_hash == content_hash(page.latest_revision.content)
    before = PublicRecord.objects.get()
    page.save()
    after = PublicRecord.objects.get()
    assert (after.version, after.content_hash) == (before.version, before.content_hash)
    assert rebuild_records()[1] == 0


@every_kind
def test_a_changed_one_keeps_its_history(user, kind, clock):
    apply(user, DecisionChange(SAID[kind]()))
    model = shape_of(kind).model
    page_id = model.objects.get().pk
    clock.shift(60)
    apply(user, DecisionChange(SAID[kind](remark="查明后补记"), page_id))
    page = model.objects.get()
    assert (page.remark, page.live, page.parties.count()) == ("查明后补记", True, 2)
    assert [one.content["remark"] for one in Revision.objects.order_by("pk")] == ["无", "查明后补记"]


@every_kind
def test_many_ask_no_more_than_a_few(user, kind):
    apply(user, DecisionChange(SAID[kind](1)))
    asked = []
    for first, count in ((10, 3), (20, 40)):
        with CaptureQueriesContext(connection) as caught:
            apply(user, *(DecisionChange(SAID[kind](serial)) for serial in range(first, first + count)))
        asked.append(len(caught))
    assert asked[0] == asked[1] <= MOST_QUESTIONS


@every_kind
def test_a_number_that_was_ended_does_not_come_back_on_a_new_page(user, kind):
    facts = SAID[kind]()
    number = shape_of(kind).model(doc_no=facts.doc_no, agency_code=facts.agency_code)
    number._compute_number()
    PublicRecord.objects.create(
        key=f"{kind}-0", kind=kind, path="", title="", doc_no_norm=number.doc_no_norm, agency_code=facts.agency_code,
        state=RecordState.WITHDRAWN, decided_on=facts.decided_on, published_on=facts.decided_on, year=2026,
        visible_from=timezone.now(), visible_to=timezone.now(), content_hash="0" * 64, updated_at=timezone.now(),
        release=a_release(f"{kind}-0"),
    )  # fmt: skip
    apply(user, DecisionChange(facts))
    page = shape_of(kind).model.objects.get()
    assert (page.live, PublicRecord.objects.filter(page_id=page.pk).exists()) == (False, False)
