"""Two acts on one page at the same moment, on committed data: one order of locks, and an end that stays an end.

Each act runs on a connection of its own; both wait for each other before they start and once more at their first lock,
with a random pause behind it, so that every order of the two is met.
"""

import random
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from importers.current import facts_of
from pages.acts import DecisionChange, apply_decisions
from pages.acts.correct import correct
from pages.acts.rebuild_records import rebuild_records
from pages.acts.release import locks, release_one
from pages.acts.window import override_window
from pages.acts.withdraw import withdraw
from pages.base.versions import content_hash
from pages.kinds.benchmark.models import BenchmarkPage
from pages.kinds.officer.models import Officer
from pages.kinds.penalty.models import PenaltyDecisionPage
from pages.kinds.power.models import PowerPage
from records.approval import Approval
from records.models import PublicRecord, RecordState, Release
from records.models.publication import ENDED_FOR_GOOD
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision
from tests.factories.powers import make_benchmark, make_power

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
RUNS, SOAK_RUNS = 10, 200
REFUSED = (PermissionDenied, ValidationError)
Act = Callable[[], Any]
LOCKING = [
    "pages.acts.release.locks",
    "pages.acts.release.act",
    "pages.scheduling.due",
    "pages.acts.rebuild_records",
    "pages.acts.bulk.update",
]


def chief() -> Any:
    users = get_user_model()._default_manager
    return users.filter(username="chief").first() or users.create_superuser("chief", password="x")


def public_decision() -> PenaltyDecisionPage:
    crew = list(Officer.objects.all()[:2]) or [make_officer(), make_officer()]
    return make_decision(served_on=date(2026, 10, 9), officers=crew, publish=True)


def fresh(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def draft_of(page: Any, **values: Any) -> Any:
    draft = fresh(page).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    return draft.save_revision()


class Meeting:
    """Both acts wait for each other at their first lock; behind each lock lies a pause by chance."""

    def __init__(self, seed: int) -> None:
        self.barrier, self.chance = threading.Barrier(2, timeout=30), random.Random(seed)
        self.local, self.lock_pages = threading.local(), locks.lock_pages
        self.raised: list[BaseException] = []

    def lock(self, keys: Any) -> None:
        self._meet()
        self.lock_pages(keys)
        time.sleep(self.chance.random() * 0.02)

    def _meet(self) -> None:
        if getattr(self.local, "met", False):
            return
        self.local.met = True
        with suppress(threading.BrokenBarrierError):
            self.barrier.wait()
        time.sleep(self.chance.random() * 0.02)

    def run(self, act: Act) -> None:
        try:
            act()
        except REFUSED:
            pass
        except BaseException as error:
            self.raised.append(error)
        finally:
            if not getattr(self.local, "met", False):
                self.barrier.abort()
            connections.close_all()


def at_once(first: Act, second: Act, seed: int) -> list[BaseException]:
    """Run two acts side by side; returns what they raised beyond a refusal."""
    meeting = Meeting(seed)
    with ExitStack() as stack:
        for place in LOCKING:
            stack.enter_context(mock.patch(f"{place}.lock_pages", meeting.lock))
        threads = [threading.Thread(target=meeting.run, args=(act,)) for act in (first, second)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    return meeting.raised


def wrong(page: Any) -> list[str]:
    """What must never be true of a page and its record."""
    page, found = fresh(page), []
    record = PublicRecord.objects.get(page_id=page.pk)
    if record.state in ENDED_FOR_GOOD and page.live:
        found.append("an ended record with a live page")
    if record.state == RecordState.PUBLIC:
        made = record.release
        if made is None or content_hash(made.revision.content) != made.content_hash:
            found.append("public without a release of this content")
        elif page.live and record.fields.get("facts") != made.revision.content.get("facts"):
            found.append("public content is not what was let out")
        elif page.live and made.revision_id != page.live_revision_id:
            found.append("the live version is not the one that was let out")
    return found


def withdrawn(page: Any) -> Act:
    return lambda: withdraw(fresh(page), user=chief(), reason="依法撤销")


def published(page: Any) -> Act:
    revision = draft_of(page, facts="另一说法")
    return lambda: release_one(revision, user=chief())


def corrected(page: Any) -> Act:
    draft_of(page, facts="更正后的事实")
    return lambda: correct(fresh(page), user=chief(), text="更正")


def imported(page: Any) -> Act:
    change = DecisionChange(replace(facts_of(page), facts="来源的事实"), page.pk)
    approval = Approval(chief().pk, "周表", timezone.now())
    return lambda: apply_decisions([change], user=chief(), publish=True, approval=approval)


def windowed(page: Any) -> Act:
    last = timezone.localdate() + timedelta(days=90)
    return lambda: override_window(fresh(page), user=chief(), last_day=last, reason="另定期限")


def projected(page: Any) -> Act:
    return rebuild_records


def started(page: Any) -> Act:
    """A scheduled change whose moment has come."""
    moment = timezone.now() + timedelta(seconds=1)
    release_one(draft_of(page, facts="定时的事实", go_live_at=moment), user=chief())
    time.sleep(max(0, (moment - timezone.now()).total_seconds()) + 0.01)
    return lambda: call_command("publish_scheduled", verbosity=0)


PAIRS = [
    (published, withdrawn), (imported, withdrawn), (corrected, withdrawn), (windowed, withdrawn), (started, withdrawn),
    (projected, published), (projected, withdrawn), (imported, published), (windowed, published),
]  # fmt: skip


def race(pair: tuple[Callable[[Any], Act], Callable[[Any], Act]], runs: int) -> None:
    found: list[Any] = []
    chief()  # made before both ask for it
    for seed in range(runs):
        page = public_decision()
        first, second = (make(page) for make in pair)
        found += [(seed, error) for error in at_once(first, second, seed)]
        found += [(seed, one) for one in wrong(page)]
        ended = PublicRecord.objects.get(page_id=page.pk).state in ENDED_FOR_GOOD
        if withdrawn in pair and not ended:
            found.append((seed, "a withdrawal that did not hold"))
        if projected in pair and not ended:
            withdrawn(page)()  # or the next run projects it too
    assert found == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "-".join(one.__name__ for one in pair))
def test_two_acts_at_once(pair) -> None:
    race(pair, RUNS)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: "-".join(one.__name__ for one in pair))
def test_two_acts_at_once_for_long(pair) -> None:
    race(pair, SOAK_RUNS)


def family_race(runs: int) -> None:
    """A power and its benchmark write each other's records."""
    chief()
    power = make_power()
    benchmark = make_benchmark(power, (1000, 5000))
    for seed in range(runs):
        versions = [draft_of(PowerPage.objects.get(pk=power.pk)), draft_of(BenchmarkPage.objects.get(pk=benchmark.pk))]
        acts = [lambda version=version: release_one(version, user=chief()) for version in versions]
        assert at_once(acts[0], acts[1], seed) == []
    assert Release.objects.filter(page_id=power.pk).count() == runs + 1


def test_a_power_beside_its_benchmark() -> None:
    family_race(RUNS)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_a_power_beside_its_benchmark_for_long() -> None:
    family_race(SOAK_RUNS)
