"""Other enforcement decisions: what of them is public."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.kinds.other.importing import IMPORT
from pages.kinds.other.models import OtherDecisionPage
from records.tones import of_terms
from records.types import Facet, Phase, RecordType, register
from records.types.fields import DayField, ProseField, PublicField
from records.types.links import article_links
from rules.models.terms import Vocabulary


def _type(page: Any) -> str:
    return page.other_type or (page.decision_type.label if page.decision_type_id else "")


OTHER = register(
    RecordType(
        key="other",
        label=_("Other enforcement decisions"),
        singular=_("Other enforcement decision"),
        section="others",
        section_title="其他行政执法决定",
        deadline="publish_other",
        phase=Phase.AFTER,
        model=OtherDecisionPage,
        hint=_("What else did the bureau decide: confirmations, rewards, levies, rulings?"),
        order=50,
        archived=True,
        is_news=True,
        shown=(
            PublicField("document_title", _("Title of the decision"), full=True),
            PublicField("decision_type", _("Type of decision"), read=_type, tone=of_terms(Vocabulary.OTHER_DECISION)),
            PublicField("subject", _("Matter"), full=True),
            DayField("served_on", _("Date of service")),
            ProseField("content", _("Content of the decision")),
            ProseField("basis", _("Basis of the decision")),
            ProseField("remedy", _("Remedies")),
            article_links(),
        ),
        facets=(Facet("decision_type", _("Type of decision"), lambda page: [_type(page)]),),
        tags=("decision_type",),
        menu_label=_("Other enforcement decisions"),
        form=IMPORT,
        examined={"kind_code": "decision_type", "kind_named": "other_type"},
        told_in={"other_type": "decision_type", "cited": "articles"},
    )
)
