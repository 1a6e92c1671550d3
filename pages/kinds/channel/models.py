"""What a party can do and must be told: remedies and supervision, monitoring sites, publicity during enforcement."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.base.catalogues import CataloguePage
from rules.models.terms import Vocabulary, term_field


class RemediesPage(CataloguePage):
    """救济渠道与监督方式: hearing, statement, defence, reconsideration, litigation, complaints (law.md 8)."""

    kind = "remedies"
    slug_prefix = "remedies"

    class Meta:
        verbose_name = _("Ways of remedy and supervision")
        verbose_name_plural = _("Lists of remedies and supervision")


class RemedyChannel(Orderable):
    """One way: to whom, within which time, where, and how it is received and answered."""

    page: Any = ParentalKey(RemediesPage, on_delete=models.CASCADE, related_name="rows")
    channel = term_field(_("Kind of channel"), Vocabulary.REMEDY_CHANNEL)
    body = models.CharField(_("Receiving body"), max_length=200)
    scope = models.CharField(_("Whom and what it is for"), max_length=300, blank=True)
    time_limit = models.CharField(_("Time limit of the remedy"), max_length=300, blank=True)
    address = models.CharField(_("Address"), max_length=200, blank=True)
    postcode = models.CharField(_("Postcode"), max_length=12, blank=True)
    phone = models.CharField(_("Phone"), max_length=64, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    procedure = models.TextField(_("Reception and answer"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Channel")
        verbose_name_plural = _("Channels")

    def __str__(self) -> str:
        return self.body


class MonitoringSitePage(CataloguePage):
    """电子技术监控设备设置地点: sites must be reviewed and made public before use (行政处罚法 41)."""

    kind = "monitoring_site"
    slug_prefix = "sites"

    contact = models.CharField(
        _("Contact for queries"), max_length=200, help_text=_("Where a party can query, state and defend.")
    )

    class Meta:
        verbose_name = _("List of monitoring sites")
        verbose_name_plural = _("Lists of monitoring sites")


class MonitoringSite(Orderable):
    """One device: where it stands, what for, when it was reviewed, since when it is public."""

    page: Any = ParentalKey(MonitoringSitePage, on_delete=models.CASCADE, related_name="rows")
    location = models.CharField(_("Location"), max_length=200)
    device = models.CharField(_("Device"), max_length=100)
    purpose = models.CharField(_("Purpose"), max_length=300)
    legal_review_on = models.DateField(_("Legal review on"), null=True)
    technical_review_on = models.DateField(_("Technical review on"), null=True)
    public_since = models.DateField(_("Location public since"), null=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Monitoring site")
        verbose_name_plural = _("Monitoring sites")

    def __str__(self) -> str:
        return self.location


class DuringNoticePage(CataloguePage):
    """事中公示: cards shown, what a party is told, and who sits at which window (国办发〔2018〕118号; G6, G7)."""

    kind = "during_notice"
    slug_prefix = "during"

    showing = models.TextField(_("Showing the enforcement card"), blank=True)

    class Meta:
        verbose_name = _("Publicity during enforcement")
        verbose_name_plural = _("Notices of publicity during enforcement")


class ToldMatter(Orderable):
    """What officers must tell a party at a stage."""

    page: Any = ParentalKey(DuringNoticePage, on_delete=models.CASCADE, related_name="told")
    stage = models.CharField(_("Stage of enforcement"), max_length=60)
    content = models.TextField(_("What the party is told"))
    document = models.CharField(_("Enforcement document"), max_length=200, blank=True)
    basis = models.CharField(_("Basis"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Matter to be told")
        verbose_name_plural = _("Matters to be told")

    def __str__(self) -> str:
        return self.stage


class WindowPost(Orderable):
    """A post at a service window (岗位信息公示): duties, who holds it, whom to ask."""

    page: Any = ParentalKey(DuringNoticePage, on_delete=models.CASCADE, related_name="posts")
    post = models.CharField(_("Window post"), max_length=100)
    duties = models.TextField(_("Duties"))
    staff = models.CharField(_("Staff and certificates"), max_length=200, blank=True)
    place = models.CharField(_("Window or room"), max_length=100, blank=True)
    phone = models.CharField(_("Phone for advice"), max_length=64, blank=True)
    complaint_phone = models.CharField(_("Phone for complaints"), max_length=64, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("Window post")
        verbose_name_plural = _("Window posts")

    def __str__(self) -> str:
        return self.post
