"""Permit decisions: what of them is public (law.md 4.2; the identity numbers of items 11 and 13 never are)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.permit.importing import IMPORT
from pages.kinds.permit.models import PermitDecisionPage
from records.tones import of_states, of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import CodeField, DayField, ProseField, PublicField
from rules.models.terms import Tone, Vocabulary


def _permit_kind(page: Any) -> str:
    label = page.permit_kind.label if page.permit_kind_id else ""
    return page.other_kind or label


PERMIT = register(
    RecordType(
        key="permit",
        label=_("Permits"),
        singular=_("Permit decision"),
        section="permits",
        section_title="行政许可",
        phase=Phase.AFTER,
        model=PermitDecisionPage,
        hint=_("Which permits were granted, to whom, and until when?"),
        order=20,
        archived=True,
        deadline="publish_permit",
        in_navigation=True,
        is_news=True,
        shown=(
            PublicField("document_title", _("Title of the permit decision"), full=True),
            PublicField("permit_kind", _("Kind of permit"), read=_permit_kind, tone=of_terms(Vocabulary.PERMIT_KIND)),
            PublicField("licence_name", _("Name of the licence")),
            CodeField("licence_no", _("Number of the licence")),
            DayField("valid_from", _("Valid from")),
            DayField("valid_until", _("Valid until")),
            PublicField(
                "state",
                _("State of the permit"),
                read=lambda page: "有效" if page.is_in_force else "无效",
                tone=of_states({"有效": Tone.GOOD, "无效": Tone.ENDED}),
            ),
            ProseField("content", _("Content of the permit")),
        ),
        facets=(
            Facet("permit_kind", _("Kind of permit"), lambda page: [_permit_kind(page)]),
            Facet("licence", _("Name of the licence"), lambda page: [page.licence_name], of="licence_name"),
        ),
        unfiltered=("state",),
        summary_fields=("valid_until",),
        tags=("state", "permit_kind", "licence_name"),
        menu_label=_("Permits"),
        form=IMPORT,
        examined={
            "kind_code": "permit_kind",
            "kind_named": "other_kind",
            "term_from": "valid_from",
            "term_until": "valid_until",
        },
        told_in={"other_kind": "permit_kind", "is_in_force": "state"},
    )
)
