"""A page under every act: what is public is always what somebody entitled let out.

One connection, a savepoint for each example; the clock is passed in, and what waits for a commit is run at each step.
"""

from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import time_machine
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import Client, TestCase
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from wagtail.models import Revision, Workflow

from importers.current import facts_of
from pages.acts import DecisionChange, apply_decisions
from pages.acts.archive import keep_in_year
from pages.acts.correct import correct
from pages.acts.rebuild_records import rebuild_records
from pages.acts.release import release_one
from pages.acts.repair import repair
from pages.acts.republish import republish
from pages.acts.review import PublicityReview
from pages.acts.window import override_window
from pages.acts.withdraw import withdraw
from pages.base.versions import content_hash
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.approval import Approval
from records.models import OutboxEntry, PublicRecord, RecordState, Release
from records.models.publication import ENDED_FOR_GOOD
from tests.factories.officers import make_officer
from tests.factories.pages import make_decision
from tests.factories.people import person

START = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
REFUSED = (PermissionDenied, ValidationError)
# What of a version is watched: the facts, which a source brings, and the remedy, which it leaves as it finds it.
Said = tuple[str, str]


def said(content: Any) -> Said:
    """What is watched of a version's content, or of a record's fields."""
    return str(content["facts"]), str(content["remedy"])


class PageUnderActs(RuleBasedStateMachine):
    """One penalty decision. ``let_out``: what somebody entitled let out; ``ended``: a person ended it."""

    # Steps of all examples, as the invariants saw them.
    seen = 0

    @initialize()
    def begin(self) -> None:
        """A served decision with two officers, and three people."""
        self.stack = ExitStack()
        self.clock = self.stack.enter_context(time_machine.travel(START, tick=False))
        self.stack.enter_context(transaction.atomic())
        self.now, self.serial = START, 0
        self.let_out: set[Said] = set()
        self.ended = False
        self.last_version, self.last_hash = 0, ""
        self.clerk, self.chief, self.admin = (person(group) for group in ("编辑", "审核", "管理员"))
        page = make_decision(served_on=date(2026, 10, 9), facts="事实0")
        page.officers = [make_officer(), make_officer()]
        page.save_revision(user=self.clerk)
        self.pk, self.remedy = page.pk, page.remedy
        PublicityReview.objects.first().groups.add(Group.objects.get(name="审核"))

    def teardown(self) -> None:
        """Forget the example."""
        if hasattr(self, "stack"):
            transaction.set_rollback(True)
            self.stack.close()

    # What the machine asks

    @property
    def page(self) -> Any:
        return PenaltyDecisionPage.objects.get(pk=self.pk)

    @property
    def record(self) -> PublicRecord | None:
        return PublicRecord.objects.filter(page_id=self.pk).first()

    def newest(self) -> Said:
        return said(self.page.get_latest_revision().content)

    def act(self, what: Any) -> bool:
        """Whether an act went through; what it refuses leaves nothing behind."""
        self.went = False
        with suppress(*REFUSED), TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
            what()
            self.went = True
        return self.went

    def write(self, user: Any, **values: Any) -> Revision:
        self.serial += 1
        draft = self.page.get_latest_revision_as_object()
        draft.facts, draft.remedy = f"事实{self.serial}", f"{self.remedy}（第{self.serial}稿）"
        for name, value in values.items():
            setattr(draft, name, value)
        return draft.save_revision(user=user)

    # Acts

    @rule()
    def save_a_draft(self) -> None:
        """A clerk types something new."""
        self.act(lambda: self.write(self.clerk, go_live_at=None))

    @rule(hours=st.integers(1, 72))
    def schedule(self, hours: int) -> None:
        """An examiner lets a new version out for later."""
        revision: list[Revision] = []
        start = self.now + timedelta(hours=hours)
        self.act(lambda: revision.append(self.write(self.clerk, go_live_at=start)))
        newest = self.newest()
        if self.act(lambda: release_one(revision[0], user=self.chief)):
            self.let_out.add(newest)

    @rule()
    def publish(self) -> None:
        """An examiner publishes the newest version from the list."""
        newest = self.newest()
        if self.act(lambda: self.page.get_latest_revision().publish(user=self.chief)):
            self.let_out.add(newest)

    @rule(by_clerk=st.booleans())
    def publish_without_right(self, by_clerk: bool) -> None:
        """Nobody, or somebody without the right, publishes: by the page, skipping Wagtail's own check."""
        user = self.clerk if by_clerk else None
        assert not self.act(lambda: self.page.get_latest_revision().publish(user=user, skip_permission_checks=True))

    @rule()
    def submit(self) -> None:
        """A clerk sends the newest version to the review."""
        if self.page.current_workflow_state is None:
            workflow = Workflow.objects.filter(workflow_tasks__task=PublicityReview.objects.first()).first()
            self.act(lambda: workflow.start(self.page, self.clerk))

    @rule()
    def edit_after_submission(self) -> None:
        """A clerk changes what lies before the examiner."""
        if self.page.current_workflow_state is not None:
            self.act(lambda: self.write(self.clerk, go_live_at=None))

    @rule()
    def approve(self) -> None:
        """An examiner approves what was submitted; only that may go out."""
        state = self.page.current_workflow_task_state
        if state is None:
            return
        approved = said(state.revision.content)
        if self.act(lambda: state.task.specific.on_action(state, self.chief, "approve")):
            self.let_out.add(approved)

    @rule(alias=st.booleans())
    def copy(self, alias: bool) -> None:
        """Copies that ask to stay live, and aliases."""
        self.serial += 1
        page, slug = self.page, f"copy-{self.serial}"
        if alias:
            self.act(lambda: page.create_alias(update_slug=slug, user=self.admin))
        else:
            self.act(lambda: page.copy(update_attrs={"slug": slug}, keep_live=True, user=self.admin))

    @rule()
    def publish_by_interface(self) -> None:
        """Wagtail's interface for programs; it knows no obstacle, so it must publish nothing."""
        client = Client(raise_request_exception=False)
        client.force_login(self.chief)
        before = self.page.live_revision_id
        with transaction.atomic():
            client.post(f"/admin/api/main/pages/{self.pk}/action/publish/", content_type="application/json")
        assert self.page.live_revision_id == before

    @rule(publish=st.booleans())
    def import_a_changed_row(self, publish: bool) -> None:
        """A source says something new; an approved one lets it out."""
        self.serial += 1
        text = f"事实{self.serial}"
        page = self.page
        remedy = page.remedy if page.live else self.newest()[1]
        facts = replace(facts_of(page), facts=text)
        change = DecisionChange(facts, self.pk)
        approval = Approval(self.admin.pk, "周表", self.now) if publish else None
        if self.act(
            lambda: apply_decisions([change], user=self.clerk, publish=publish, approval=approval, now=self.now)
        ):
            self.let_out |= {(text, remedy)} if publish else set()

    @rule()
    def withdraw(self) -> None:
        """An examiner withdraws."""
        was = self.record is not None and self.record.is_public(self.now)
        if self.act(lambda: withdraw(self.page, user=self.chief, reason="依法撤销")) and was:
            self.ended = True

    @rule()
    def repair(self) -> None:
        """An administrator ends publicity after credit repair."""
        if self.act(lambda: repair(self.page, user=self.admin, decided_on=date(2027, 2, 1), deciding_body="信用部门")):
            self.ended = True

    @rule()
    def make_public_again(self) -> None:
        """The one act that undoes an end."""
        newest = self.newest()
        if self.act(lambda: republish(self.page, user=self.admin, reason="复议维持")):
            self.let_out.add(newest)
            self.ended = False

    @rule()
    def correct(self) -> None:
        """A correction lets the draft out."""
        newest = self.newest()
        if self.act(lambda: correct(self.page, user=self.chief, text="更正")):
            self.let_out.add(newest)

    @rule(months=st.integers(1, 20))
    def set_another_window(self, months: int) -> None:
        """Another end; no content goes out by it that was not out."""
        last = date(2026, 11, 1) + timedelta(days=30 * months)
        self.act(lambda: override_window(self.page, user=self.admin, last_day=last, reason="另定期限"))

    @rule()
    def unpublish(self) -> None:
        """Wagtail's own unpublishing, as a program would call it."""
        self.act(lambda: self.page.unpublish(user=self.chief))

    @rule(live=st.booleans())
    def save_past_the_release(self, live: bool) -> None:
        """A program changes the page itself, and may call it live."""

        def save() -> None:
            page = self.page
            page.facts, page.live = "旁门", live or page.live
            page.save()

        self.act(save)

    @rule(year=st.sampled_from([2025, 2026]))
    def move(self, year: int) -> None:
        """The page goes to the archive of another year and back by its date."""
        self.act(lambda: keep_in_year(self.page, self.admin))

    @rule()
    def project_again(self) -> None:
        """A mask or label was changed."""
        self.act(rebuild_records)

    @rule(hours=st.sampled_from([1, 25, 24 * 40]))
    @precondition(lambda self: self.now < START + timedelta(days=300))
    def tick(self, hours: int) -> None:
        """Time passes, and the clock does what is due."""
        self.now += timedelta(hours=hours)
        self.clock.move_to(self.now)
        self.act(lambda: call_command("publish_scheduled", verbosity=0))

    # What always holds

    @invariant()
    def what_a_person_ended_stays_ended(self) -> None:
        """Withdrawn or repaired is public only after 重新公示."""
        if getattr(self, "ended", False):
            record = self.record
            assert record is not None
            assert record.state in ENDED_FOR_GOOD
            assert not self.page.live

    @invariant()
    def what_is_public_was_let_out(self) -> None:
        """Of exactly that content, by somebody entitled."""
        record = getattr(self, "pk", None) and self.record
        if not record or record.state != RecordState.PUBLIC:
            return
        made = record.release
        assert made.page_id == self.pk
        assert content_hash(made.revision.content) == made.content_hash
        assert said(record.fields) == said(made.revision.content)
        assert said(record.fields) in self.let_out
        assert made.source or made.user_id in {self.chief.pk, self.admin.pk}

    @invariant()
    def nothing_else_is_public(self) -> None:
        """Copies and aliases never are."""
        if hasattr(self, "pk"):
            assert not PublicRecord.objects.filter(kind="penalty").exclude(page_id=self.pk).exists()

    @invariant()
    def versions_strictly_grow(self) -> None:
        """Another content, a higher version; and the outbox asks for no version that is not there."""
        record = getattr(self, "pk", None) and self.record
        if not record:
            return
        assert record.version >= self.last_version
        assert record.content_hash == self.last_hash or record.version > self.last_version
        self.last_version, self.last_hash = record.version, record.content_hash
        for entry in OutboxEntry.objects.filter(key=record.key):
            assert entry.version <= record.version

    @invariant()
    def every_release_stands(self) -> None:
        """A row for each version that went out, and none without somebody."""
        if hasattr(self, "pk"):
            PageUnderActs.seen += 1
            for made in Release.objects.filter(page_id=self.pk):
                assert made.user_id or made.source
