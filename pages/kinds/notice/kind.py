"""Notices: what of them is public."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.notice import text
from pages.kinds.notice.models import NoticePage
from pages.kinds.notice.wechat import wechat_html
from privacy.masking import Masker
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, LeadField, LinksField, PublicField, TagListField
from rules.models.terms import Vocabulary


@dataclass(frozen=True)
class BodyField(PublicField):
    """The text with its pictures, at the addresses of this site."""

    section = True
    headed = False
    template = "components/fields/body.html"

    def value(self, page: Any, masker: Masker) -> list[dict[str, Any]]:
        """Headings, texts, pictures, quotations."""
        return text.blocks(page, masker)

    def text(self, value: Any) -> str:
        return text.words_of(value or [])

    def shown(self, value: Any, addresses: Addresses) -> list[dict[str, Any]]:
        return text.shown(value or [])


def _category(page: Any) -> str:
    return page.category.label if page.category_id else ""


def _topics(page: Any) -> list[str]:
    return sorted(tag.name for tag in page.tags.all())


def _decisions(page: Any) -> list[tuple[str, str]]:
    return [(record.key, record.title) for record in page.told_records()]


NOTICE = register(
    RecordType(
        key="notice",
        label=_("Notices and news"),
        singular=_("Notice"),
        section="notices",
        section_title="通知公告",
        phase=Phase.NEWS,
        model=NoticePage,
        hint=_("What does the bureau announce, and what can be learned from cases?"),
        order=90,
        in_navigation=True,
        is_news=True,
        has_board=True,
        fragment=wechat_html,
        date_label=_("Issued on"),
        template="pages/notice.html",
        icon="calendar-alt",
        shown=(
            PublicField("category", _("Category"), read=_category, tone=of_terms(Vocabulary.NOTICE_CATEGORY)),
            PublicField("author", _("Written by")),
            TagListField("topics", _("Topics"), read=_topics),
            LeadField("summary", _("Abstract")),
            BodyField("body", _("Text")),
            LinksField("decisions", _("Decisions told of"), read=_decisions, section=True),
        ),
        facets=(
            Facet("category", _("Category"), lambda page: [_category(page)]),
            Facet("topic", _("Topics"), _topics),
        ),
        summary_fields=("author",),
        tags=("category",),
        menu_label=_("Notices and news"),
        told_in={"issued_on": "decided_on", "tags": "topics"},
    )
)
