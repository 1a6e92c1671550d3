"""Panels that several kinds of records share."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    Panel,
    PublishingPanel,
    get_form_for_model,
)
from wagtail.admin.widgets import AdminDateTimeInput

from pages.admin.forms.party import PartyForm
from pages.admin.forms.prefill import previous_decision
from pages.admin.privacy_panel import PrivacyPanel
from pages.examination.findings import findings_of


class CopyPreviousPanel(Panel):
    """复制上一条: shown on a new decision while there is a previous one."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/copy_previous.html"

        def is_shown(self) -> bool:
            """Only before the first save."""
            self.previous = None
            if self.instance.pk is None and self.request is not None:
                self.previous = previous_decision(type(self.instance), self.request.user)
            return self.previous is not None

        def get_context_data(self, parent_context: Any = None) -> Any:
            """The previous decision and whether its fields are in the form already."""
            context = super().get_context_data(parent_context)
            context["previous"] = self.previous
            context["copied"] = bool(self.request.GET.get("previous"))
            return context


class PartiesPanel(InlinePanel):
    """Parties with a form of their own: Wagtail's inline panel heeds none."""

    def get_form_options(self) -> dict[str, Any]:
        """Wagtail's options on our form."""
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        formset["form"] = get_form_for_model(
            self.db_field.related_model, form_class=PartyForm, defer_required_on_fields=deferred
        )
        return options


class ConsistencyPanel(Panel):
    """一致性检查: what does not fit, with its basis; hints while drafting."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/consistency.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """The findings about the saved draft, errors first."""
            context = super().get_context_data(parent_context)
            context["is_new"] = self.instance.pk is None
            context["findings"] = [] if self.instance.pk is None else findings_of(self.instance)
            return context


class WindowPanel(Panel):
    """How long the decision will be public, by which rule, and who decided otherwise."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/window.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """The decision and, for those who may, the address at which another window is set."""
            context = super().get_context_data(parent_context)
            context["decision"] = self.instance
            context["ungraded"] = getattr(self.instance, "grade_id", 0) is None
            user = getattr(self.request, "user", None)
            may = self.instance.pk and user is not None and user.has_perm("pages.override_window")
            context["override_url"] = reverse("pages_window", args=[self.instance.pk]) if may else ""
            return context


def choice(name: str) -> FieldPanel:
    """A short list to choose from; Wagtail would open a dialog for each."""
    return FieldPanel(name, widget=forms.Select)


def party_panels() -> list[Panel]:
    """Name and category first; registration numbers of other registers come last."""
    return [
        FieldRowPanel([FieldPanel("name"), choice("category")]),
        FieldRowPanel([FieldPanel("credit_code"), FieldPanel("representative")]),
        FieldRowPanel([FieldPanel("id_type"), FieldPanel("personal_number")]),
        FieldRowPanel([FieldPanel("representative_id_type"), FieldPanel("representative_number")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("registration_no"), FieldPanel("organisation_code")]),
                FieldRowPanel([FieldPanel("tax_no"), FieldPanel("institution_no")]),
                FieldPanel("social_org_no"),
            ],
            heading=_("Other registration numbers"),
            classname="collapsed",
        ),
    ]


def cited_panel() -> InlinePanel:
    """The articles applied, chosen from the laws."""
    return InlinePanel("cited", heading=_("Applied articles"), label=_("Applied article"))


def consistency_panel() -> MultiFieldPanel:
    """The findings at the top, where they are seen first."""
    return MultiFieldPanel([ConsistencyPanel()], heading=_("Consistency check"))


def remark_panel() -> FieldPanel:
    """The remark that stays inside."""
    return FieldPanel("remark", help_text=_("Internal, not shown to the public."))


def publicity_panel(*more: Any) -> MultiFieldPanel:
    """Whether, on what basis and how long a record is public; ``more``: further panels, or names beside the choice."""
    names = [one for one in more if isinstance(one, str)]
    rest = [one for one in more if not isinstance(one, str)]
    return MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("disclosure"), *(FieldPanel(name) for name in names)]),
            FieldPanel("disclosure_basis"),
            PrivacyPanel(heading=_("Privacy check")),
            WindowPanel(),
            *rest,
        ],
        heading=_("Publicity"),
    )


def attachments_panel() -> InlinePanel:
    """Files that are public while the record is."""
    return InlinePanel("attachments", heading=_("Attachments"), label=_("Attachment"))


def start_panels() -> list[Panel]:
    """Only the start can be scheduled: the end follows from the rules, or from an act of its own."""
    widget = AdminDateTimeInput(
        js_overlay_parent_selector="#schedule-publishing-dialog",
        attrs={
            "data-controller": "w-action",
            "data-action": "w-dialog:hidden->w-action#reset",
            "data-w-dialog-target": "notify",
        },
    )
    return [PublishingPanel(children=[FieldPanel("go_live_at", widget=widget)])]


def heading_panel(*more: Any) -> MultiFieldPanel:
    """Who decided under which number; ``more`` below it."""
    return MultiFieldPanel(
        [FieldRowPanel([choice("agency"), FieldPanel("doc_no")]), *more], heading=_("Authority and number")
    )


def closing_panels() -> list[Any]:
    """Publicity with source and remark, attachments."""
    source = FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_code")])
    return [publicity_panel(source, remark_panel()), attachments_panel()]
