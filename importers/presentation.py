"""A run as its screens show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from importers.formats import KINDS
from importers.listing import records_address
from importers.models import ImportedRecord, ImportRun, RecordOutcome, RunState
from importers.report import problems_of
from importers.steps import Outcome

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of a run; ``tone`` names its colour, ``url`` what it counts."""

    label: str | Promise
    number: int
    tone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Problems or warnings: those shown, and how many there are."""

    shown: list[dict[str, Any]]
    total: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.shown)


def tiles_of(run: ImportRun) -> list[Tile]:
    """The counts of a run; they add up to what was read."""
    tiles = [
        Tile(_("Read"), run.read),
        Tile(_("New decisions"), run.created, "new", records_address(run, RecordOutcome.NEW)),
        Tile(_("Changed decisions"), run.changed, "changed", records_address(run, RecordOutcome.CHANGED)),
        Tile(_("Unchanged"), run.unchanged, "", records_address(run, RecordOutcome.UNCHANGED)),
        Tile(_("Waiting"), run.quarantined, "bad" if run.quarantined else "", "#waiting" if run.quarantined else ""),
        Tile(_("Joined or repeated"), run.skipped),
    ]
    return [*tiles, Tile(_("Publicity over"), run.over)] if run.over else tiles


def difference_of(run: ImportRun) -> list[dict[str, Any]]:
    """The decisions that a checked run would make or change, with field names instead of codes."""
    if run.state != RunState.CHECKED:
        return []
    names = {Outcome.NEW.value: _("New decisions"), Outcome.CHANGED.value: _("Changed decisions")}
    labels = _labels(run)
    return [
        {
            **one,
            "name": names[one["outcome"]],
            "changes": [(labels.get(c, c), old, new) for c, old, new in one["changes"]],
        }
        for one in run.difference.get("decisions", [])
        if one["outcome"] in names
    ]


def problem_lines(run: ImportRun) -> Lines:
    """What keeps rows out."""
    return _lines(run, problems_of(run))


def warning_lines(run: ImportRun) -> Lines:
    """What was taken with a remark; more may be counted than are kept."""
    lines = _lines(run, _with_records(run, run.warnings))
    return Lines(lines.shown, max(run.warning_count, lines.total))


def _with_records(run: ImportRun, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each line with the edit screen of the record that it was read into, where it is known."""
    shown = lines[:_SHOWN]
    pages = {
        (sheet, line): page_id
        for sheet, line, page_id in ImportedRecord.objects.filter(
            run=run, line__in={one["line"] for one in shown}
        ).values_list("sheet", "line", "page_id")
    }
    for one in shown:
        page_id = pages.get((one["sheet"], one["line"]))
        if page_id is not None:
            one["url"] = reverse("wagtailadmin_pages:edit", args=[page_id])
    return lines


def _lines(run: ImportRun, found: Iterable[dict[str, Any]]) -> Lines:
    labels = _labels(run)
    lines = list(found)
    return Lines([{**one, "label": labels.get(one["column"], one["column"])} for one in lines[:_SHOWN]], len(lines))


def _labels(run: ImportRun) -> dict[str, str]:
    return {column.code: column.label for column in KINDS[run.kind].columns} if run.kind in KINDS else {}
