"""Penalty decisions: projected by ``pages.projection.penalty``, drawn by ``records.public.presentation``."""

from django.utils.translation import gettext_lazy as _

from pages.kinds.penalty.importing import IMPORT
from pages.kinds.penalty.models import PenaltyDecisionPage
from records.types import Phase, RecordType, register
from records.types.links import agency_link, article_links, benchmark_link, officer_links, power_link

PENALTY = register(
    RecordType(
        key="penalty",
        label=_("Penalty decisions"),
        singular=_("Penalty decision"),
        section="decisions",
        section_title="行政处罚",
        phase=Phase.AFTER,
        model=PenaltyDecisionPage,
        hint=_("Has a company been penalised?"),
        order=10,
        archived=True,
        deadline="publish_penalty",
        in_navigation=True,
        is_news=True,
        template="pages/decision.html",
        shown=(agency_link(), power_link(), article_links(), benchmark_link(), officer_links()),
        menu_label=_("Penalty decisions"),
        form=IMPORT,
    )
)
