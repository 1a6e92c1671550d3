"""Deadlines of the law (law.md 12) and the working-day calendar, as dated rows that administrators keep."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class DeadlineUnit(models.TextChoices):
    """How a limit is counted."""

    WORKING_DAYS = "working_days", _("Working days")
    CALENDAR_DAYS = "calendar_days", _("Calendar days")
    MONTHS = "months", _("Months")
    DATE = "date", _("A day of the next year")


class DeadlineRuleQuerySet(models.QuerySet["DeadlineRule"]):
    """Questions asked about deadlines."""

    def in_force(self, day: date) -> "DeadlineRuleQuerySet":
        """Rows that hold for what begins on a day."""
        return self.filter(
            models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=day),
            models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=day),
        )


class DeadlineRule(models.Model):
    """How long the law gives for one act. Of several rows of a key the newest that is in force counts."""

    key = models.SlugField(_("Key"), max_length=48, help_text=_("Names the deadline; does not change."))
    name = models.CharField(_("Name"), max_length=120)
    trigger = models.CharField(_("Counted from"), max_length=120, help_text=_("The day after it is day one."))
    limit = models.PositiveSmallIntegerField(_("Limit"), default=0)
    unit = models.CharField(_("Unit"), max_length=16, choices=DeadlineUnit.choices)
    before = models.BooleanField(
        _("Counted backwards"), default=False, help_text=_("The act must come before the day.")
    )
    month = models.PositiveSmallIntegerField(
        _("Month"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    day = models.PositiveSmallIntegerField(
        _("Day"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    rolls_on = models.BooleanField(
        _("A holiday at its end moves it"),
        default=False,
        help_text=_("A period of calendar days that ends on a holiday ends on the next working day (民法典 203)."),
    )
    extension = models.PositiveSmallIntegerField(
        _("Possible extension"), default=0, help_text=_("In the same unit, when the responsible person approves it.")
    )
    valid_from = models.DateField(_("In force from"), null=True, blank=True)
    valid_to = models.DateField(_("In force to"), null=True, blank=True)
    basis = models.TextField(_("Basis"))

    objects = DeadlineRuleQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("name")]),
        FieldRowPanel([FieldPanel("trigger"), FieldPanel("before")]),
        FieldRowPanel([FieldPanel("limit"), FieldPanel("unit"), FieldPanel("extension")]),
        FieldRowPanel([FieldPanel("month"), FieldPanel("day"), FieldPanel("rolls_on")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("basis"),
    ]

    class Meta:
        verbose_name = _("Deadline")
        verbose_name_plural = _("Deadlines")
        ordering = ["key", "valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["key", "valid_from"], name="rules_deadline_once"),
            models.UniqueConstraint(
                fields=["key"], condition=models.Q(valid_from__isnull=True), name="rules_deadline_once_undated"
            ),
            models.CheckConstraint(
                condition=~models.Q(unit="date") | models.Q(month__isnull=False, day__isnull=False),
                name="rules_deadline_date_complete",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CalendarDay(models.Model):
    """A day that is a working day or not against what the calendar says: a new paper, a local order."""

    date = models.DateField(_("Date"), unique=True)
    is_workday = models.BooleanField(_("Working day"), default=False)
    basis = models.CharField(_("Basis"), max_length=200)

    panels = [FieldRowPanel([FieldPanel("date"), FieldPanel("is_workday")]), FieldPanel("basis")]

    class Meta:
        verbose_name = _("Special day")
        verbose_name_plural = _("Special days")
        ordering = ["-date"]

    def __str__(self) -> str:
        return self.date.isoformat()


class AnnouncedYear(models.Model):
    """A calendar year whose holidays are announced and entered as special days; until then it is not known."""

    year = models.PositiveSmallIntegerField(
        _("Year"), unique=True, validators=[MinValueValidator(2004), MaxValueValidator(2200)]
    )
    basis = models.CharField(_("Basis"), max_length=200, help_text=_("The State Council's paper on its holidays."))

    panels = [FieldPanel("year"), FieldPanel("basis")]

    class Meta:
        verbose_name = _("Announced year")
        verbose_name_plural = _("Announced years")
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)
