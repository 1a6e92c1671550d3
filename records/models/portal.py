"""What the column is called, where it stands and who runs it: everything the frame of a public page shows."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField


class LinkBlock(blocks.StructBlock):
    """A named link to another place of the portal."""

    label = blocks.CharBlock(label=_("Name"), max_length=40)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")


def _line(label: Any, length: int, help_text: Any = "", **options: Any) -> "models.CharField[Any, Any]":
    return models.CharField(label, max_length=length, blank=True, help_text=help_text, **options)


def _address(label: Any) -> "models.URLField[Any, Any]":
    return models.URLField(label, blank=True, max_length=300)


def _links(label: Any) -> StreamField:
    return StreamField([("link", LinkBlock())], verbose_name=label, blank=True, max_num=12)


@register_setting(icon="home")
class PortalSettings(BaseGenericSetting):
    """Names, codes and links of the column. The column is part of a portal and claims to be no site of its own.

    Whatever is empty is not shown. The tags of government pages (law.md 11.1) are filled from here.
    """

    section_name = models.CharField(_("Name of the column"), max_length=60, default="行政执法公示")
    bureau_name = _line(_("Run by"), 120, _("The bureau's full name."))
    slogan = _line(_("Heading of the home page"), 60)
    introduction = _line(_("Introduction on the home page"), 200)
    section_description = _line(_("Description of the column"), 200, _("Tag ColumnDescription."))
    section_keywords = _line(_("Keywords of the column"), 200, _("Tag ColumnKeywords, separated by commas."))
    section_type = _line(_("Type of the column"), 60, _("Tag ColumnType."))

    portal_name = _line(_("Name of the portal"), 60)
    portal_url = _address(_("Address of the portal"))
    parent_name = _line(_("Department in the portal"), 60)
    parent_url = _address(_("Address of the department"))
    top_links = _links(_("Links in the top bar"))
    footer_links = _links(_("Links in the footer"))

    site_name = _line(_("Name of the site"), 60, _("Tag SiteName: the portal's name."))
    site_domain = _line(_("Domain of the site"), 120, _("Tag SiteDomain."))
    site_code = _line(
        _("Site code"),
        10,
        _("Tag SiteIDCode: ten characters."),
        validators=[RegexValidator(r"^[0-9A-Za-z]{10}$", _("Ten letters or figures."))],
    )
    icp_number = _line(_("ICP number"), 60)
    icp_url = _address(_("Address for the ICP number"))
    police_number = _line(_("Number of the police record"), 60)
    police_url = _address(_("Address for the police record"))
    report_error_url = _address(_("Address for reporting errors on government websites"))
    phone = _line(_("Phone for supervision"), 60)
    address = _line(_("Postal address"), 120)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("section_name"),
                FieldPanel("bureau_name"),
                FieldPanel("slogan"),
                FieldPanel("introduction"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("address")]),
            ],
            heading=_("Column"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("portal_name"), FieldPanel("portal_url")]),
                FieldRowPanel([FieldPanel("parent_name"), FieldPanel("parent_url")]),
                FieldPanel("top_links"),
                FieldPanel("footer_links"),
            ],
            heading=_("Portal"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("site_name"), FieldPanel("site_domain"), FieldPanel("site_code")]),
                FieldPanel("section_description"),
                FieldPanel("section_keywords"),
                FieldPanel("section_type"),
            ],
            heading=_("Tags of government pages"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("icp_number"), FieldPanel("icp_url")]),
                FieldRowPanel([FieldPanel("police_number"), FieldPanel("police_url")]),
                FieldPanel("report_error_url"),
            ],
            heading=_("Records of the site"),
        ),
    ]

    class Meta:
        verbose_name = _("Column and portal")

    def __str__(self) -> str:
        return self.section_name

    @classmethod
    def current(cls) -> "PortalSettings":
        """The saved settings, or the defaults unsaved: reading a public page never writes."""
        return cls.objects.first() or cls()
