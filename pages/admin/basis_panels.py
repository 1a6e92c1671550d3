"""Panels of what rests on law: the articles, and a warning when one of them is no longer in force."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel

from pages.admin.panels import choice


class StaleBasisPanel(Panel):
    """依据已失效: which articles, since when, replaced by which."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/stale_basis.html"

        def is_shown(self) -> bool:
            """Only when there is something to say."""
            self.stale = self.instance.stale_articles() if self.instance.pk else []
            return bool(self.stale)

        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            context["stale"] = self.stale
            return context


def stale_basis_panel() -> MultiFieldPanel:
    """The warning, at the top of the form."""
    return MultiFieldPanel([StaleBasisPanel()], heading=_("Basis no longer in force"))


def bases_panel() -> InlinePanel:
    return InlinePanel(
        "bases",
        heading=_("Legal basis of enforcement"),
        label=_("Article of law"),
        help_text=_("At least one before publishing."),
    )


def implementing_body() -> FieldPanel:
    """The authority under the name that these lists give it."""
    panel = choice("agency")
    panel.heading = _("Implementing body")
    return panel


def place_panel() -> MultiFieldPanel:
    """From when it holds, and its place in the list."""
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel("effective_on"), FieldPanel("position")])], heading=_("Place and date")
    )
