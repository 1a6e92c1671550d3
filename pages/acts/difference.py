"""What a draft would change in public: the record as it is beside the record as it would be."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from pages.base.versions import PageVersions
from pages.projection.context import ProjectionContext
from pages.projection.project import project
from records.models import PublicRecord
from records.types import kind_of
from rules import wording
from rules.windows import last_day_before


@dataclass(frozen=True, slots=True)
class Change:
    """One public item, as plain text before and after."""

    label: str
    before: str
    after: str


def draft_difference(page: Any) -> list[Change]:
    """The public items that the draft of a page changes; empty when it has none or cannot be shown yet."""
    record = PublicRecord.objects.filter(page_id=page.pk).first()
    versions = PageVersions(page)
    if record is None or versions.draft is None:
        return []
    draft = versions.page.with_content_json(versions.draft.content)
    draft.compute()
    try:
        made = project(draft, ProjectionContext.load(), record.visible_from)
    except ValidationError:
        return []
    after = PublicRecord(**made.columns())
    return [change for change in _items(record, after) if change.before != change.after]


def _items(before: PublicRecord, after: PublicRecord) -> list[Change]:
    named = {"title": _("Title"), "doc_no": _("Document number"), "result": _("Result"), "party_text": _("Parties")}
    found = [Change(label, getattr(before, name), getattr(after, name)) for name, label in named.items()]
    found.append(Change(_("Types"), "、".join(before.penalty_types), "、".join(after.penalty_types)))
    found.append(Change(_("Public until"), _day(before.visible_to), _day(after.visible_to)))
    for one in kind_of(before.kind).shown:
        found.append(Change(str(one.label), _text(one, before), _text(one, after)))
    found.append(Change(_("Attachments"), _files(before), _files(after)))
    return found


def _text(shown: Any, record: PublicRecord) -> str:
    return " ".join(strip_tags(str(shown.html(record.fields.get(shown.name), {}))).split())


def _files(record: PublicRecord) -> str:
    return "、".join(one["title"] for one in record.fields.get("attachments", []))


def _day(moment: Any) -> str:
    return wording.chinese_date(last_day_before(moment))
