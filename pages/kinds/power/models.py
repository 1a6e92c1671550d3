"""Powers (权责清单) of 中办发〔2015〕21号 with the columns of the official table (law.md 8)."""

import re
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.base.announcing import power_saved
from pages.base.basis import BasisLink, RestsOnLaw
from pages.base.proactive import ProactivePage
from pages.base.titles import digest
from rules.models.terms import Vocabulary, term_field


def address_of(code: str) -> str:
    """A code as the last part of an address."""
    plain = re.sub(r"[^a-z0-9]+", "-", code.lower()).strip("-")
    return plain if plain and code.isascii() else digest(code)


class PowerPage(RestsOnLaw, ProactivePage):
    """One power. The implementing body (实施主体) is its authority."""

    kind = "power"

    code = models.CharField(
        _("Code of the power"),
        max_length=64,
        unique=True,
        error_messages={"unique": _("Another power has this code.")},
    )
    name = models.CharField(_("Name of the power"), max_length=255)
    power_type = term_field(_("Type of power"), Vocabulary.POWER_TYPE)
    unit = models.CharField(_("Undertaking unit"), max_length=100, blank=True)
    duties = models.TextField(_("Duties and responsibilities"), blank=True)
    accountability = models.TextField(_("Circumstances of accountability"), blank=True)
    time_limit = models.CharField(_("Time limit"), max_length=255, blank=True)
    fee = models.CharField(_("Fee"), max_length=255, blank=True, help_text=_("With its basis, or 不收费."))
    remedy = models.TextField(_("Remedies"), blank=True, help_text=_("Empty: what the law gives."))
    phone = models.CharField(_("Supervision phone"), max_length=64, blank=True)

    is_copyable = False

    class Meta:
        verbose_name = _("Power")
        verbose_name_plural = _("Powers")

    def compute(self) -> None:
        """Its name is its title, its code the address."""
        self.title = self.name or self.title
        self.slug = self.slug or address_of(self.code)
        super().compute()

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; its benchmarks and guides carry its name."""
        with transaction.atomic():
            result = super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                power_saved.send(type(self), page=self)
        return result


class PowerItem(Orderable):
    page: Any = ParentalKey(PowerPage, on_delete=models.CASCADE, related_name="items")
    code = models.CharField(_("Code"), max_length=64, blank=True)
    name = models.CharField(_("Name"), max_length=255)

    panels = [FieldRowPanel([FieldPanel("code"), FieldPanel("name")])]

    class Meta(Orderable.Meta):
        verbose_name = _("Sub-item")
        verbose_name_plural = _("Sub-items")

    def __str__(self) -> str:
        return self.name


class PowerBasis(BasisLink):
    """An article on which a power rests."""

    page: Any = ParentalKey(PowerPage, on_delete=models.CASCADE, related_name="bases")

    class Meta(BasisLink.Meta):
        verbose_name = _("Basis of the power")
        verbose_name_plural = _("Bases of the power")
