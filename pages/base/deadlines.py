"""By when records are to be published, and which are late."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from records.types import all_kinds, find_kind
from rules.deadlines.calendar import WorkCalendar
from rules.deadlines.engine import Due, UnknownDeadlineError, due_by, newest
from rules.models.counting import load_calendar
from rules.models.deadlines import DeadlineRule


class DeadlineTable:
    """All rules and the calendar, read once (three queries), for acts on many records."""

    def __init__(self) -> None:
        self.calendar: WorkCalendar = load_calendar()
        self.rules: dict[str, list[DeadlineRule]] = {}
        for rule in DeadlineRule.objects.all():
            self.rules.setdefault(rule.key, []).append(rule)
        self._counted: dict[tuple[str, date], Due | None] = {}

    def due(self, kind: str, day: date | None) -> Due | None:
        """As ``deadline_of``."""
        key = _rule_key(kind)
        if day is None or not key:
            return None
        if (key, day) not in self._counted:
            self._counted[key, day] = self._count(key, day)
        return self._counted[key, day]

    def _count(self, key: str, day: date) -> Due | None:
        fitting = [rule for rule in self.rules.get(key, []) if _in_force(rule, day)]
        try:
            return due_by(newest(fitting, key, day), day, self.calendar)
        except UnknownDeadlineError:
            return None


def deadline_of(kind: str, day: date | None) -> Due | None:
    """By when a record of a kind and date is to be public; None without a date or a rule (three queries)."""
    return DeadlineTable().due(kind, day) if day is not None and _rule_key(kind) else None


@transaction.atomic
def recount() -> int:
    """Count what is provisional or not counted yet, after the calendar or a rule changed; returns how many changed."""
    table, changed = DeadlineTable(), 0
    for page in _uncertain():
        due = table.due(page.kind, page.decided_on)
        if due is not None and (due.due != page.publish_due_on or due.complete == page.due_provisional):
            values = {"publish_due_on": due.due, "due_provisional": not due.complete, "due_rule_id": due.rule_id}
            type(page).objects.filter(pk=page.pk).update(**values)
            changed += 1
    return changed


def _uncertain() -> Iterator[Any]:
    """Records that are to be public and are not, or whose date is provisional or missing."""
    open_ones = (
        Q(due_provisional=True) | Q(publish_due_on__isnull=True) | Q(live=False, first_published_at__isnull=True)
    )
    for kind in all_kinds():
        if kind.model:
            yield from kind.model.objects.filter(open_ones, disclosure="public").iterator()


def _rule_key(kind: str) -> str:
    found = find_kind(kind)
    return found.deadline if found else ""


def _in_force(rule: DeadlineRule, day: date) -> bool:
    return (rule.valid_from is None or rule.valid_from <= day) and (rule.valid_to is None or day <= rule.valid_to)
