"""Enforcement bodies (执法主体): who may enforce, on what standing, with which internal units (law.md 8)."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.base.announcing import agency_renamed
from pages.base.proactive import ProactivePage
from pages.base.titles import digest
from rules.validators import validate_credit_code
from rules.windows import WindowCase


class Nature(models.TextChoices):
    """On what a body's power rests (行政处罚法 17, 19, 20)."""

    STATUTORY = "statutory", _("Statutory authority")
    AUTHORISED = "authorised", _("Organisation authorised by law or regulation")
    ENTRUSTED = "entrusted", _("Entrusted organisation")


class AgencyPage(ProactivePage):
    """An enforcement body. Decisions take the authority and source from it; officers belong to it."""

    kind = "agency"

    name = models.CharField(_("Name of the body"), max_length=200)
    nature = models.CharField(_("Nature"), max_length=16, choices=Nature.choices, default=Nature.STATUTORY)
    credit_code = models.CharField(_("Unified social credit code"), max_length=18, validators=[validate_credit_code])
    region_code = models.CharField(
        _("Division code"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^\d{6}$", _("Six digits, GB/T 2260."))],
    )
    staff = models.PositiveIntegerField(_("Authorised staff"), null=True, blank=True)
    head = models.CharField(_("Head"), max_length=64, blank=True)
    phone = models.CharField(_("Phone"), max_length=64, blank=True)
    address = models.CharField(_("Address"), max_length=200, blank=True)
    jurisdiction = models.TextField(_("Jurisdiction and area of enforcement"), blank=True)
    duties = models.TextField(_("Duties"), blank=True)
    remedy_review_body = models.CharField(_("Body for administrative reconsideration"), max_length=200, blank=True)
    remedy_court = models.CharField(_("Court for administrative litigation"), max_length=200, blank=True)
    entrusting_body = models.CharField(_("Entrusting body"), max_length=200, blank=True)
    entrusted_from = models.DateField(_("Entrusted from"), null=True, blank=True)
    entrusted_to = models.DateField(
        _("Entrusted to"), null=True, blank=True, help_text=_("After this day the body leaves the public list.")
    )
    entrustment = models.ForeignKey(
        "privacy.BureauDocument",
        verbose_name=_("Entrustment document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("It must be made public (行政处罚法 20)."),
    )

    # A code names one body: a copy is another one.
    is_copyable = False

    class Meta:
        verbose_name = _("Enforcement body")
        verbose_name_plural = _("Enforcement bodies")
        constraints = [
            models.UniqueConstraint(
                fields=["credit_code"],
                condition=~Q(credit_code=""),
                name="pages_agency_code_once",
                violation_error_message=_("Another body has this credit code."),
            )
        ]

    def compute(self) -> None:
        """A body is its own authority; its name is its title."""
        self.agency_name, self.agency_code = self.name, self.credit_code
        self.title = self.name or self.title
        self.slug = self.slug or f"entity-{self.credit_code.lower() or digest(self.name)}"
        super().compute()

    def window_case(self) -> WindowCase | None:
        """Long-term; an entrusted body until its entrustment ends."""
        if self.effective_on is None:
            return None
        end = self.entrusted_to if self.nature == Nature.ENTRUSTED else None
        return WindowCase(act="proactive", decided_on=self.effective_on, declared_end=end)

    def named_documents(self) -> list[tuple[str, Any]]:
        """The entrustment document is public with the body."""
        is_entrusted = self.nature == Nature.ENTRUSTED and self.entrustment is not None
        return [(str(self._meta.get_field("entrustment").verbose_name), self.entrustment)] if is_entrusted else []

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; the records of its officers carry its name."""
        facts = ("name", "credit_code", "region_code")
        before = AgencyPage.objects.filter(pk=self.pk).values_list(*facts).first() if self.pk else None
        result = super().save(*args, **kwargs)
        if before is not None and before != tuple(getattr(self, fact) for fact in facts):
            agency_renamed.send(type(self), page=self)
        return result


class InternalUnit(Orderable):
    """An internal enforcement unit (内设执法机构): division of duties, person responsible, phone."""

    page: Any = ParentalKey(AgencyPage, on_delete=models.CASCADE, related_name="internal_units")
    name = models.CharField(_("Name"), max_length=100)
    duties = models.TextField(_("Duties"), blank=True)
    responsible = models.CharField(_("Person responsible"), max_length=64, blank=True)
    phone = models.CharField(_("Phone"), max_length=64, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("duties"),
        FieldRowPanel([FieldPanel("responsible"), FieldPanel("phone")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("Internal unit")
        verbose_name_plural = _("Internal units")

    def __str__(self) -> str:
        return self.name
