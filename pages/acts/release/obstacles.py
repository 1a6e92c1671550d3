"""What stands in the way of letting a version out, asked of exactly that version, by whatever way it would go."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.base.disclosure import DisclosurePage
from pages.base.numbered import NumberedDecisionPage
from pages.examination.findings import findings_of
from pages.examination.gate import problems
from pages.projection.context import ProjectionContext
from records.models import PublicRecord, RecordState, ReleaseAct
from records.models.publication import ENDED_FOR_GOOD
from rules.consistency.weight import Weight
from rules.models.weights import weights
from rules.windows import last_day_before


def obstacles(page: Any) -> list[str]:
    """Sentences for the editor about the newest version of a page; empty when nothing stands in the way."""
    page = page.specific
    if not isinstance(page, DisclosurePage):
        return []
    return obstacles_of([page.get_latest_revision_as_object()])[0]


def obstacles_of(drafts: Sequence[Any], act: str = ReleaseAct.PUBLISH, from_source: bool = False) -> list[list[str]]:
    """Sentences for each of some versions (as objects), in their order: what all share is read once.

    ``act``: 重新公示 passes over the end that a person put to a record; another window lets nothing out that was not
    out before. ``from_source``: the rules about what no import carries are left out.
    """
    if not drafts:
        return []
    ended = ({} if act == ReleaseAct.REPUBLISH else _ended(drafts)) | _ended_elsewhere(drafts)
    found = [[*ended.get(draft.pk, ()), *_window(draft)] for draft in drafts]
    if act == ReleaseAct.WINDOW:
        return found
    settings, context = weights(), ProjectionContext.load()
    return [
        [*before, *_errors(draft, settings, from_source), *problems(draft, context)]
        for draft, before in zip(drafts, found, strict=True)
    ]


def _ended(drafts: Iterable[Any]) -> dict[Any, list[str]]:
    found = PublicRecord.objects.filter(page_id__in=[draft.pk for draft in drafts], state__in=ENDED_FOR_GOOD)
    return {
        page_id: [
            _("This record was ended by “%(state)s”. Only the act “Make public again” can show it once more.")
            % {"state": RecordState(state).label}
        ]
        for page_id, state in found.values_list("page_id", "state")
    }


def _ended_elsewhere(drafts: Iterable[Any]) -> dict[Any, list[str]]:
    """A number that was ended does not come back on another page: renamed, entered or imported anew."""
    numbered = [draft for draft in drafts if isinstance(draft, NumberedDecisionPage) and draft.doc_no_norm]
    found = PublicRecord.objects.filter(
        state__in=ENDED_FOR_GOOD, doc_no_norm__in={draft.doc_no_norm for draft in numbered}
    )
    ended: dict[Any, list[Any]] = {}
    for kind, number, code, page_id, state in found.values_list(
        "kind", "doc_no_norm", "agency_code", "page_id", "state"
    ):
        ended.setdefault((kind, number, code), []).append((page_id, state))
    return {
        draft.pk: [
            _("The record of this number was ended by “%(state)s”. It is made public again there, or not at all.")
            % {"state": RecordState(state).label}
        ]
        for draft in numbered
        for page_id, state in ended.get((draft.kind, draft.doc_no_norm, draft.agency_code), ())
        if page_id != draft.pk
    }


def _window(draft: Any) -> list[str]:
    """What is still to start does not end before: nobody would ever see it."""
    start, end = draft.go_live_at, draft.expire_at
    if start is None or end is None or start <= timezone.now() or start < end:
        return []
    return [
        _(
            "Publicity would end after %(end)s and is scheduled to start only on %(start)s. "
            "Choose a later end, or cancel the scheduled publishing first."
        )
        % {"start": timezone.localtime(start).strftime("%Y-%m-%d %H:%M"), "end": last_day_before(end).isoformat()}
    ]


def _errors(draft: Any, settings: Sequence[Weight], from_source: bool) -> list[str]:
    if not isinstance(draft, NumberedDecisionPage):
        return []
    return [f"{one.label}: {one.message}" for one in findings_of(draft, settings, not from_source) if one.is_error]
