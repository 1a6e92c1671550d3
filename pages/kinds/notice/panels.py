"""Panels of a notice."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit
from pages.admin.panels import attachments_panel, choice, publicity_panel
from pages.kinds.notice.forms import NoticeForm
from pages.kinds.notice.models import NoticePage


def notice_panels() -> list[Any]:
    """Title, category, text, decisions, topics, publicity, attachments."""
    return [
        FieldPanel("title"),
        MultiFieldPanel(
            [
                FieldRowPanel([choice("category"), FieldPanel("issued_on")]),
                FieldRowPanel([choice("agency"), FieldPanel("author")]),
                FieldPanel("summary"),
            ],
            heading=_("About the notice"),
        ),
        FieldPanel("body"),
        InlinePanel(
            "decisions",
            heading=_("Decisions told of"),
            label=_("Decision"),
            help_text=_(
                "Names of their parties are masked as on the decision, and the notice is public only while they are."
            ),
        ),
        FieldPanel("tags"),
        publicity_panel(FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_code")])),
        attachments_panel(),
    ]


def attach() -> None:
    """Give the page type its form."""
    edit(NoticePage, notice_panels(), NoticeForm)
