"""Lists of officers: the page frames a table that is read from the officers' own records (law.md 8)."""

from django.utils.translation import gettext_lazy as _

from pages.kinds.personnel.models import PersonnelListPage
from records.public.officer_table import officer_table
from records.types import Facet, Phase, RecordType, register
from records.types.fields import ProseField

PERSONNEL_LIST = register(
    RecordType(
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
        shown=(ProseField("note", _("Note")),),
        facets=(Facet("unit", _("Unit"), lambda page: [page.agency_name]),),
        template="pages/personnel.html",
        extend=officer_table,
        icon="group",
    )
)
