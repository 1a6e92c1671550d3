"""Enforcement officers (行政执法人员): the columns of the official list (law.md 8), each with a certificate in time."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin

from pages.base.subject import PublicSubject
from rules.models.terms import Vocabulary, terms_field
from rules.windows import SHANGHAI, end_of_day

# An officer stands on the editors' desk this long before the certificate ends.
NOTICE = timedelta(days=60)
_PARTING = re.compile(r"[、，,；;\n]+")


class OfficerStatus(models.TextChoices):
    """Whether an officer enforces at present."""

    ACTIVE = "active", _("On duty")
    SUSPENDED = "suspended", _("Suspended from enforcement")
    LEFT = "left", _("Left the post")


class OfficerQuerySet(models.QuerySet["Officer"]):
    """Questions asked about officers."""

    def valid_on(self, day: date, category: str = "", area: str = "") -> "OfficerQuerySet":
        """Those who could enforce on a day: certificate valid, on duty then; the day itself counts.

        ``category`` is the code of an enforcement category, ``area`` a text that the officer's area must contain.
        """
        on_duty = Q(status=OfficerStatus.ACTIVE) | Q(status_since__gt=day)
        found = self.filter(on_duty, valid_from__lte=day, valid_to__gte=day)
        if category:
            found = found.filter(
                pk__in=self.model.objects.filter(
                    categories__vocabulary=Vocabulary.ENFORCEMENT_CATEGORY, categories__code=category
                ).values("pk")
            )
        return found.filter(area__contains=area) if area else found

    def needing_attention(self, day: date) -> "OfficerQuerySet":
        """On duty with a certificate that has ended or ends soon; the first to end comes first."""
        return self.filter(status=OfficerStatus.ACTIVE, valid_to__lt=day + NOTICE).order_by("valid_to", "pk")

    def in_order(self) -> "OfficerQuerySet":
        """As the list is printed."""
        return self.order_by("unit_id", "order", "certificate_no")


def tidy_certificate(text: str) -> str:
    """A certificate number in one form: half width, upper case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


class Officer(RevisionMixin, PublicSubject):
    """One officer; public while the certificate is valid and the officer on duty."""

    kind = "officer"

    name = models.CharField(_("Personal name"), max_length=64)
    unit = models.ForeignKey(
        "pages.AgencyPage", verbose_name=_("Unit"), on_delete=models.PROTECT, related_name="officers"
    )
    unit_part = models.CharField(_("Internal unit"), max_length=100, blank=True)
    position = models.CharField(_("Post"), max_length=100, blank=True)
    certificate_no = models.CharField(
        _("Certificate number"),
        max_length=32,
        unique=True,
        validators=[RegexValidator(r"^[\w\-()]{4,32}$", _("Four to 32 letters, digits and hyphens."))],
        error_messages={"unique": _("Another officer has this certificate number.")},
        help_text=_("As on the enforcement certificate."),
    )
    categories = terms_field(_("Categories of enforcement"), Vocabulary.ENFORCEMENT_CATEGORY)
    area = models.CharField(
        _("Area of enforcement"), max_length=200, help_text=_("Several areas are parted by 、, e.g. 兴隆台区.")
    )
    valid_from = models.DateField(_("Certificate valid from"))
    valid_to = models.DateField(
        _("Certificate valid to"),
        help_text=_("After this day the officer leaves the public list without any further act."),
    )
    status = models.CharField(_("Status"), max_length=16, choices=OfficerStatus.choices, default=OfficerStatus.ACTIVE)
    status_since = models.DateField(
        _("Status since"),
        null=True,
        blank=True,
        help_text=_("Until the day before, somebody suspended or gone still counts as on duty."),
    )
    has_legal_qualification = models.BooleanField(_("Passed the legal profession examination"), default=False)
    legal_qualification_no = models.CharField(_("Number of the legal qualification"), max_length=64, blank=True)
    order = models.PositiveIntegerField(_("Place in the list"), default=0)

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("Enforcement officer")
        verbose_name_plural = _("Enforcement officers")
        ordering = ["unit_id", "order", "certificate_no"]
        indexes = [models.Index(fields=["valid_to"], name="pages_officer_valid_to")]
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="pages_officer_dates_in_order")
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Dates in order; the number in one form, so that one certificate cannot be entered twice."""
        super().clean()
        self.certificate_no = tidy_certificate(self.certificate_no or "")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The certificate cannot end before it begins.")})

    def save(self, *args: object, **kwargs: object) -> None:
        """A change of status without a day happened today."""
        self.certificate_no = tidy_certificate(self.certificate_no or "")
        if self.status == OfficerStatus.ACTIVE:
            self.status_since = None
        elif self.status_since is None:
            self.status_since = timezone.localdate()
        super().save(*args, **kwargs)

    @property
    def areas(self) -> list[str]:
        """The areas one by one."""
        return [area.strip() for area in _PARTING.split(self.area) if area.strip()]

    @property
    def is_over(self) -> bool:
        """Whether the certificate has ended."""
        return self.valid_to < timezone.localdate()

    # What the projection asks; see ``pages.base.subject``.

    @property
    def decided_on(self) -> date:
        """The certificate counts from this day."""
        return self.valid_from

    @property
    def record_position(self) -> str:
        """By unit and place."""
        return f"{self.unit_id:08d}|{self.order:05d}|{self.certificate_no}"

    def public_window(self) -> tuple[datetime, datetime] | None:
        """The certificate's time, while the officer is on duty."""
        if self.status != OfficerStatus.ACTIVE:
            return None
        return datetime.combine(self.valid_from, time.min, tzinfo=SHANGHAI), end_of_day(self.valid_to)

    def public_agency(self) -> tuple[str, str, str]:
        return self.unit.name, self.unit.credit_code, self.unit.region_code
