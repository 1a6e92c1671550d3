"""Panels of remedies, monitoring sites and publicity during enforcement."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from pages.admin.catalogue_panels import catalogue_panels, rows
from pages.admin.panels import choice


def remedies_panels() -> list[Any]:
    """The list of channels."""
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
