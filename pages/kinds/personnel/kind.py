"""Lists of officers: the page frames a table that is read from the officers' own records (law.md 8)."""

from django.utils.translation import gettext_lazy as _

from pages.kinds.personnel.models import PersonnelListPage
from records.kinds import Facet, Kind, Phase, register
from records.kinds.shown import Prose
from records.public.officer_table import officer_table

PERSONNEL_LIST = register(
    Kind(
        key="personnel_list",
        label=_("Lists of officers"),
        singular=_("List of officers"),
        section="personnel",
        section_title="执法人员清单",
        phase=Phase.BEFORE,
        model=PersonnelListPage,
        hint=_("The whole list of each body: name, unit, post, certificate, category and area."),
        order=12,
        date_label=_("In force from"),
        shown=(Prose("note", _("Note")),),
        facets=(Facet("unit", _("Unit"), lambda page: [page.authority_name]),),
        template="pages/personnel.html",
        extend=officer_table,
        icon="group",
    )
)
