"""The declaration: what is public, the form by which sources tell of it, and its panels."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel

from pages.admin.attaching import edit
from pages.admin.forms.copy import DecisionCopyForm
from pages.admin.forms.decision import DecisionForm
from pages.admin.panels import PartiesPanel, choice, cited_panel, closing_panels, heading_panel
from records.types import Facet, Phase, RecordType, register
from records.types.columns.base import CodeColumn, DateColumn, Draft, LineColumn, NameColumn, TextColumn
from records.types.columns.party import DecisionDateColumn, NumberColumn, party_columns, warn_credit_code
from records.types.fields import DayField, ProseField, PublicField
from records.types.importing import ImportContext, ImportForm, Values
from records.types.links import article_links
from rules.models.terms import Vocabulary
from tests.trial.models import RectificationPage


def _domain(draft: Draft, around: ImportContext, header: frozenset[str]) -> Values:
    return {"domain": around.of(Vocabulary.DOMAIN).exact(draft.values["domain_words"])}


def _label(page: RectificationPage) -> str:
    return page.domain.label if page.domain else ""


FORM = ImportForm(
    kind="rectification",
    name="trial",
    label="责令改正",
    prefix="ZL",
    subject="matter",
    combine=_domain,
    left_out={"handler": "told to nobody", "cited": "chosen"},
    columns=(
        *party_columns("ZL", ("被责令人",)),
        NumberColumn(code="ZL_WSH", label="责令改正文书号", attribute="doc_no", required=True),
        LineColumn(code="ZL_SX", label="责令事项", attribute="matter", required=True),
        TextColumn(code="ZL_YQ", label="改正要求", attribute="demand", required=True),
        LineColumn(
            code="ZL_LY",
            label="执法领域",
            attribute="domain_words",
            fills={"domain": ""},
            export=lambda line: _label(line.page),
        ),
        DecisionDateColumn(code="ZL_RQ", label="责令日期", attribute="decided_on", required=True),
        DateColumn(code="ZL_YXQ", label="责令有效期至", attribute="valid_until"),
        NameColumn(code="ZL_JG", label="责令机关", attribute="agency_name", expected=True),
        CodeColumn(
            code="ZL_JGDM", label="责令机关代码", attribute="agency_code", expected=True, check=warn_credit_code
        ),
        NameColumn(code="ZL_LYDW", label="数据来源单位", attribute="source_name"),
        CodeColumn(code="ZL_LYDM", label="数据来源单位代码", attribute="source_code", check=warn_credit_code),
        TextColumn(code="BZ", label="备注", attribute="remark"),
    ),
)

register(
    RecordType(
        key="rectification",
        label="责令改正",
        singular="责令改正决定",
        section="rectifications",
        section_title="责令改正",
        phase=Phase.AFTER,
        model=RectificationPage,
        archived=True,
        deadline="publish_other",
        shown=(
            PublicField("matter", "责令事项", full=True),
            PublicField("domain", "执法领域", read=_label),
            DayField("valid_until", "有效期至"),
            ProseField("demand", "改正要求"),
            article_links(),
        ),
        facets=(Facet("domain", "执法领域", lambda page: [_label(page)]),),
        tags=("domain",),
        told_in={"cited": "articles"},
        internal=("handler",),
        form=FORM,
    )
)


def attach() -> None:
    """The form of the editors."""
    panels = [
        heading_panel(choice("domain"), FieldPanel("matter")),
        PartiesPanel("parties", heading="当事人", label="当事人", min_num=1),
        FieldPanel("demand"),
        cited_panel(),
        FieldRowPanel([FieldPanel("decided_on"), FieldPanel("valid_until"), FieldPanel("handler")]),
        *closing_panels(),
    ]
    edit(RectificationPage, panels, DecisionForm, DecisionCopyForm)
