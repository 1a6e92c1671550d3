"""Service guides (服务指南) with the official parts (law.md 8; 行政许可法 30)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.base.basis import BasisLink, RestsOnLaw
from pages.base.powers import PartOfPower
from pages.base.proactive import ProactivePage
from pages.base.titles import digest


class GuidePage(PartOfPower, RestsOnLaw, ProactivePage):
    kind = "guide"

    name = models.CharField(_("Name of the service item"), max_length=255)
    power = models.ForeignKey(
        "pages.PowerPage", verbose_name=_("Power"), null=True, on_delete=models.PROTECT, related_name="guides"
    )
    accepting_body = models.CharField(_("Accepting body"), max_length=200, blank=True)
    approving_body = models.CharField(_("Approving body"), max_length=200, blank=True)
    conditions = models.TextField(_("Conditions of the service item"), blank=True)
    process = models.TextField(_("Process"), blank=True, help_text=_("One step a line."))
    legal_limit = models.CharField(_("Time limit by law"), max_length=120, blank=True)
    promised_limit = models.CharField(_("Promised time limit"), max_length=120, blank=True)
    fee = models.CharField(_("Fee"), max_length=255, blank=True)
    favours = models.TextField(_("Preferential policies"), blank=True)
    supervision = models.TextField(_("Ways of supervision"), blank=True)
    accountability = models.TextField(_("Accountability"), blank=True)
    remedy = models.TextField(_("Remedies"), blank=True, help_text=_("Empty: what the law gives."))
    office_hours = models.CharField(_("Office hours"), max_length=200, blank=True)
    address = models.CharField(_("Address"), max_length=200, blank=True)
    phone = models.CharField(_("Phone"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("Service guide")
        verbose_name_plural = _("Service guides")

    def compute(self) -> None:
        """Its name is its title."""
        self.title = self.name or self.title
        self.slug = self.slug or f"guide-{digest(self.name)}"
        super().compute()

    def named_documents(self) -> list[tuple[str, Any]]:
        """Model texts of the materials are public with the guide."""
        rows = self.materials.all() if self.pk else []
        return [(f"{row.name}（示范文本）", row.sample) for row in rows if row.sample]


class Form(models.TextChoices):
    """In which form a material is handed in."""

    ORIGINAL = "original", _("Original")
    COPY = "copy", _("Photocopy")
    BOTH = "both", _("Original and copy")
    ELECTRONIC = "electronic", _("Electronic file")


class GuideMaterial(Orderable):
    """A material to be handed in (申请材料)."""

    page: Any = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="materials")
    name = models.CharField(_("Name"), max_length=255)
    form = models.CharField(_("Form of the material"), max_length=16, choices=Form.choices, default=Form.ORIGINAL)
    copies = models.PositiveSmallIntegerField(_("Copies"), default=1)
    note = models.CharField(_("Note"), max_length=255, blank=True)
    sample = models.ForeignKey(
        "privacy.BureauDocument",
        verbose_name=_("Model text"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("form"), FieldPanel("copies")]),
        FieldPanel("note"),
        FieldPanel("sample"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("Material")
        verbose_name_plural = _("Materials")

    def __str__(self) -> str:
        return self.name


class GuideBasis(BasisLink):
    """An article on which a guide rests."""

    page: Any = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="bases")

    class Meta(BasisLink.Meta):
        verbose_name = _("Basis of the guide")
        verbose_name_plural = _("Bases of the guide")
