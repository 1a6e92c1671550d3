"""Legal basis: each law with those of its articles on which the bureau's powers rest (行政处罚法 39; law.md 8)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.kinds.law.models import Law, Validity, validity
from privacy.masking import Masker
from records.templatetags.display import paragraphs
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import Addresses, CodeField, DayField, LinksField, PublicField
from rules import wording
from rules.models.terms import Tone, Vocabulary


@dataclass(frozen=True)
class Force(PublicField):
    """Whether a law is in force on the day of reading: its first and last day are kept, not the word."""

    searched: bool = False
    template = "components/fields/plain.html"

    def value(self, page: Any, masker: Masker) -> dict[str, str]:
        """{"from", "to"} as ISO texts; an open end is empty."""
        return {"from": _iso(page.in_force_from), "to": _iso(page.in_force_to)}

    def shown(self, value: Any, addresses: Addresses) -> str:
        """In force, not yet, no longer."""
        return str(_today(value).label) if value else ""


@dataclass(frozen=True)
class ArticlesField(PublicField):
    """The articles under headings that can be linked to."""

    section = True
    template = "components/fields/articles.html"

    def value(self, page: Any, masker: Masker) -> list[dict[str, Any]]:
        """[{anchor, number, lines, ended}]."""
        found = page.articles.select_related("replaced_by__law").in_order()
        return [
            {"anchor": one.anchor, "number": one.number, "lines": paragraphs(masker(one.text)), "ended": _ended(one)}
            for one in found
        ]

    def text(self, value: Any) -> str:
        return "".join("".join((one["number"], *one["lines"], one["ended"])) for one in value or [])


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


def _ended(article: Any) -> str:
    """Chinese in every language of the reader, like all that is stored in a record."""
    if article.in_force_to is None:
        return ""
    successor = f"，由{article.replaced_by.citation}替代" if article.replaced_by_id else ""
    return f"有效至{wording.chinese_date(article.in_force_to)}{successor}。"


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
            ArticlesField("articles", _("Articles")),
        ),
        facets=(
            Facet("law_kind", _("Kind of law"), lambda law: [_kind(law)]),
            Facet("issuing_body", _("Issuing body"), lambda law: [law.issuing_body]),
        ),
        unfiltered=("validity",),
        summary_fields=("document_no", "issuing_body"),
        tags=("law_kind", "validity"),
        icon="openquote",
        told_in={"name": "title", "in_force_from": "decided_on"},
    )
)
