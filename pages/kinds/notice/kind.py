"""Notices: what of them is public."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from pages.kinds.notice import text
from pages.kinds.notice.models import NoticePage
from records.templatetags.display import kept
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, LinksField, ProseField, PublicField, TagListField
from records.types.html import HtmlField
from rules.models.terms import Vocabulary


@dataclass(frozen=True)
class Body(HtmlField):
    """The text with its pictures, at the addresses of this site."""

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """Stored HTML with addresses."""
        return kept(text.shown(value)) if value else ""


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
        date_label=_("Issued on"),
        template="pages/notice.html",
        icon="calendar-alt",
        shown=(
            PublicField("category", _("Category"), read=_category, tone=of_terms(Vocabulary.NOTICE_CATEGORY)),
            PublicField("author", _("Written by")),
            TagListField("topics", _("Topics"), read=_topics),
            ProseField("summary", _("Abstract")),
            Body("body", _("Text"), draw=text.body_html, words=text.words),
            LinksField("decisions", _("Decisions told of"), read=_decisions, section=True),
        ),
        facets=(
            Facet("category", _("Category"), lambda page: [_category(page)]),
            Facet("topic", _("Topics"), _topics),
        ),
        summary_fields=("author",),
        tags=("category",),
        menu_label=_("Notices and news"),
    )
)
