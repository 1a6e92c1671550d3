"""Panels of remedies, monitoring sites and publicity during enforcement."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.attaching import edit, edit_row
from pages.admin.catalogue_panels import catalogue_panels, rows
from pages.admin.forms.catalogue import CatalogueForm
from pages.admin.panels import choice
from pages.kinds.channel.forms import MonitoringForm
from pages.kinds.channel.models import (
    DuringNoticePage,
    MonitoringSite,
    MonitoringSitePage,
    RemediesPage,
    RemedyChannel,
    ToldMatter,
    WindowPost,
)


def remedies_panels() -> list[Any]:
    return catalogue_panels(InlinePanel("rows", heading=_("Channels"), label=_("Channel"), min_num=1))


def remedy_row() -> list[Any]:
    """Whom, what for, until when, where, how."""
    return [
        FieldRowPanel([choice("channel"), FieldPanel("body")]),
        *rows("scope", "time_limit", ("address", "postcode"), ("phone", "email"), "procedure"),
    ]


def monitoring_panels() -> list[Any]:
    """The list of sites and whom to ask."""
    sites = InlinePanel("rows", heading=_("Monitoring sites"), label=_("Monitoring site"), min_num=1)
    return catalogue_panels(sites, facts=(FieldPanel("contact"),))


def site_row() -> list[Any]:
    """Where, what, what for, and the three dates."""
    return rows(("location", "device"), "purpose", ("legal_review_on", "technical_review_on", "public_since"))


def during_panels() -> list[Any]:
    """The card, what is told, the posts."""
    return catalogue_panels(
        MultiFieldPanel([FieldPanel("showing")], heading=_("Showing the enforcement card")),
        InlinePanel("told", heading=_("Matters to be told"), label=_("Matter to be told"), min_num=1),
        InlinePanel("posts", heading=_("Window posts"), label=_("Window post")),
    )


def told_row() -> list[Any]:
    """Stage, content, document, basis."""
    return rows("stage", "content", ("document", "basis"))


def post_row() -> list[Any]:
    """Post, duties, who, where, phones."""
    return rows("post", "duties", ("staff", "place"), ("phone", "complaint_phone"))


def attach() -> None:
    """Give the page type its form."""
    edit(RemediesPage, remedies_panels(), CatalogueForm)
    edit_row(RemedyChannel, remedy_row())
    edit(MonitoringSitePage, monitoring_panels(), MonitoringForm)
    edit_row(MonitoringSite, site_row())
    edit(DuringNoticePage, during_panels(), CatalogueForm)
    edit_row(ToldMatter, told_row())
    edit_row(WindowPost, post_row())
