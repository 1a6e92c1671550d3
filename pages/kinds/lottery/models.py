"""A task of random inspection: its roster, its commitment, its draw (law.md 7, 15).

What is drawn stays inside until the results are public: a list shown before would warn those drawn.
"""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pages.base.subject import PublicSubject
from rules.models.publication_settings import PublicationSettings
from rules.models.terms import Vocabulary, term_field
from rules.validators import validate_credit_code
from rules.windows import SHANGHAI, NoWindowRuleError, WindowCase


class TaskState(models.TextChoices):
    """How far a task has come; it never goes back."""

    DRAFT = "draft", _("Roster being prepared")
    COMMITTED = "committed", _("Committed, not drawn yet")
    DRAWN = "drawn", _("Drawn, results to come")
    REVEALED = "revealed", _("Revealed with its results")


class TaskQuerySet(models.QuerySet["InspectionTask"]):
    def delete(self) -> Any:
        """Only drafts: a commitment is public. The listing deletes several at once by this way."""
        if self.exclude(state=TaskState.DRAFT).exists():
            raise PermissionDenied(_("A task that was committed to cannot be deleted."))
        return super().delete()


class InspectionTask(PublicSubject):
    """One task. From the commitment on a trigger of the database keeps commitment, sealed lists and outcome.

    ``sealed`` is the canonical JSON of what was committed to (public forms only), ``seed_token`` the encrypted seed,
    ``seed`` the same in clear once revealed, ``outcome`` a list of ``{"object": id, "officers": [certificate, …]}``.
    """

    kind = "lottery"

    task_no = models.CharField(
        _("Number of task"),
        max_length=64,
        unique=True,
        help_text=_("For example 兴住建双随机〔2026〕3号."),
        error_messages={"unique": _("Another task has this number.")},
    )
    name = models.CharField(_("Name of task"), max_length=200)
    agency = models.ForeignKey(
        "pages.AgencyPage", verbose_name=_("Inspecting body"), on_delete=models.PROTECT, related_name="+"
    )
    plan = models.ForeignKey(
        "pages.InspectionPlanPage",
        verbose_name=_("Annual inspection plan"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tasks",
    )
    items = models.TextField(_("Items of inspection"), help_text=_("One a line."))
    basis = models.TextField(_("Basis of the inspection"))
    category = term_field(_("Category of enforcement"), Vocabulary.ENFORCEMENT_CATEGORY)
    date_from = models.DateField(_("Inspections from"))
    date_to = models.DateField(_("Inspections to"))
    ratio = models.DecimalField(
        _("Ratio (%)"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("Of the roster, rounded up. Either this or the number."),
    )
    number = models.PositiveIntegerField(_("Number to draw"), null=True, blank=True)
    officers_per_object = models.PositiveSmallIntegerField(
        _("Officers for each object"), default=2, help_text=_("Two at least.")
    )
    state = models.CharField(
        _("State"), max_length=16, choices=TaskState.choices, default=TaskState.DRAFT, editable=False
    )
    commitment = models.CharField(_("Commitment"), max_length=64, blank=True, editable=False)
    sealed = models.TextField(blank=True, editable=False)
    seed_token = models.TextField(blank=True, editable=False)
    seed = models.CharField(_("Seed"), max_length=64, blank=True, editable=False)
    outcome = models.JSONField(default=list, blank=True, editable=False)
    committed_at = models.DateTimeField(null=True, blank=True, editable=False)
    drawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    revealed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("Task of random inspection")
        verbose_name_plural = _("Tasks of random inspection")
        ordering = ["-date_from", "-pk"]
        permissions = [
            ("commit_lottery", _("May commit to a draw")),
            ("run_lottery", _("May draw")),
            ("reveal_lottery", _("May reveal a draw with its results")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", commitment="", sealed="", seed_token="")
                | (~Q(state="draft") & ~Q(commitment="") & ~Q(sealed="") & ~Q(seed_token="")),
                name="pages_task_committed_whole",
            ),
            models.CheckConstraint(
                condition=Q(seed="") & ~Q(state="revealed") | ~Q(seed="") & Q(state="revealed"),
                name="pages_task_seed_revealed_last",
            ),
            models.CheckConstraint(condition=Q(date_to__gte=F("date_from")), name="pages_task_dates_in_order"),
            models.CheckConstraint(condition=Q(officers_per_object__gte=2), name="pages_task_two_officers"),
        ]

    def __str__(self) -> str:
        return f"{self.task_no} {self.name}"

    @property
    def is_open(self) -> bool:
        """Whether its facts may still change."""
        return self.state == TaskState.DRAFT

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Only a draft: a commitment is public."""
        if not self.is_open:
            raise PermissionDenied(_("A task that was committed to cannot be deleted."))
        return super().delete(*args, **kwargs)

    # What the projection asks; see ``pages.base.subject``.

    @property
    def decided_on(self) -> date:
        """The last day of inspections."""
        return self.date_to

    @property
    def record_position(self) -> str:
        """The newest task first."""
        return f"{99999999 - int(self.date_from.strftime('%Y%m%d'))}|{self.task_no}"

    def public_window(self) -> tuple[datetime, datetime] | None:
        """From the commitment on, as long as inspections are public."""
        if self.is_open or self.committed_at is None:
            return None
        try:
            window = (
                PublicationSettings.load()
                .window_table()
                .propose(
                    WindowCase(act="inspection_result", decided_on=self.date_to),
                    self.committed_at.astimezone(SHANGHAI).date(),
                )
            )
        except NoWindowRuleError:
            return None
        return self.committed_at, window.visible_to

    def public_title(self, masker: Any) -> str:
        return str(masker(self.name))

    def public_agency(self) -> tuple[str, str, str]:
        """The inspecting body."""
        return self.agency.name, self.agency.credit_code, self.agency.region_code


class RosterEntry(models.Model):
    """An object of inspection (检查对象名录库) within a task."""

    task = models.ForeignKey(InspectionTask, on_delete=models.CASCADE, related_name="roster")
    name = models.CharField(_("Object of inspection"), max_length=200)
    credit_code = models.CharField(
        _("Unified social credit code"), max_length=18, blank=True, validators=[validate_credit_code]
    )
    is_person = models.BooleanField(_("Natural person"), default=False)
    area = models.CharField(_("Area"), max_length=100, blank=True)
    weight = models.PositiveSmallIntegerField(_("Weight of risk"), default=1)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("Object of inspection")
        verbose_name_plural = _("Objects of inspection")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "credit_code"], condition=~Q(credit_code=""), name="pages_roster_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def public_id(self) -> str:
        """How the draw names it: the credit code, or its place in the roster."""
        return self.credit_code or f"N{self.order:05d}"


class InterestConflict(models.Model):
    """An officer who must not inspect an object (回避); the reason stays inside."""

    task = models.ForeignKey(InspectionTask, on_delete=models.CASCADE, related_name="conflicts")
    officer = models.ForeignKey("pages.Officer", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(RosterEntry, on_delete=models.CASCADE, related_name="conflicts")
    reason = models.CharField(_("Reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("Conflict of interest")
        verbose_name_plural = _("Conflicts of interest")
        constraints = [models.UniqueConstraint(fields=["officer", "entry"], name="pages_conflict_once")]

    def __str__(self) -> str:
        return f"{self.officer} – {self.entry}"
