"""Legal basis: each law with those of its articles on which the bureau's powers rest (行政处罚法 39; law.md 8)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from pages.kinds.law.models import Law, Validity, validity
from privacy.masking import Masker
from records.templatetags.display import day, paragraphs
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, CodeField, DayField, LinksField, PublicField
from records.types.html import HtmlField
from rules.models.terms import Tone, Vocabulary


@dataclass(frozen=True)
class Force(PublicField):
    """Whether a law is in force on the day of reading: its first and last day are kept, not the word."""

    searched: bool = False

    def value(self, page: Any, masker: Masker) -> dict[str, str]:
        """{"from", "to"} as ISO texts; an open end is empty."""
        return {"from": _iso(page.in_force_from), "to": _iso(page.in_force_to)}

    def html(self, value: Any, addresses: Addresses) -> SafeString | str:
        """In force, not yet, no longer."""
        if not value:
            return ""
        return format_html("{}", _today(value).label)


# What a day makes of a law says something at a glance.
TONES = {Validity.AHEAD: Tone.NEUTRAL, Validity.IN_FORCE: Tone.GOOD, Validity.OVER: Tone.ENDED}


def _today(value: dict[str, str]) -> Validity:
    return validity(_date(value["from"]), _date(value["to"]), timezone.localdate())


def _tone(value: Any) -> Tone:
    return TONES[_today(value)] if value else Tone.NEUTRAL


def _iso(moment: date | None) -> str:
    return moment.isoformat() if moment else ""


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _kind(law: Any) -> str:
    return law.law_kind.label if law.law_kind_id else ""


def _successor(law: Any) -> list[tuple[str, str]]:
    return [(law.replaced_by.record_key, str(law.replaced_by))] if law.replaced_by_id else []


def _articles(law: Any, masker: Masker) -> str:
    """The articles under headings that can be linked to."""
    found = law.articles.select_related("replaced_by__law").in_order()
    parts = ((one.anchor, one.number, _lines(masker(one.text)), _ended(one)) for one in found)
    return format_html_join("", '<section class="gs-article" id="{}"><h3>{}</h3>{}{}</section>', parts)


def _lines(text: str) -> SafeString:
    return format_html_join("", "<p>{}</p>", ((line,) for line in paragraphs(text)))


def _ended(article: Any) -> SafeString | str:
    """Chinese in every language of the reader, like all that is stored in a record."""
    if article.in_force_to is None:
        return ""
    successor = f"，由{article.replaced_by.citation}替代" if article.replaced_by_id else ""
    return format_html('<p class="gs-muted">有效至{}{}。</p>', day(article.in_force_to), successor)


LAW = register(
    RecordType(
        key="law",
        label=_("Legal basis of enforcement"),
        singular=_("Law"),
        section="laws",
        section_title="执法依据",
        phase=Phase.BEFORE,
        subject=Law,
        hint=_("On which laws, regulations and rules does enforcement rest, and are they in force?"),
        order=16,
        date_label=_("In force from"),
        shown=(
            PublicField("law_kind", _("Kind of law"), read=_kind, tone=of_terms(Vocabulary.LAW_KIND)),
            Force("validity", _("Validity"), tone=_tone),
            PublicField("short_name", _("Short name")),
            CodeField("document_no", _("Number of issue")),
            PublicField("issuing_body", _("Issuing body")),
            DayField("adopted_on", _("Adopted or amended on")),
            DayField("in_force_to", _("In force to")),
            LinksField("replaced_by", _("Replaced by"), read=_successor),
            HtmlField("articles", _("Articles"), draw=_articles, words=strip_tags),
        ),
        facets=(
            Facet("law_kind", _("Kind of law"), lambda law: [_kind(law)]),
            Facet("issuing_body", _("Issuing body"), lambda law: [law.issuing_body]),
        ),
        summary_fields=("document_no", "issuing_body"),
        tags=("law_kind", "validity"),
        icon="openquote",
    )
)
