"""Settings of publication that an administrator changes in the admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from rules import naming
from rules.models.windows import WindowRule, WindowSystem
from rules.windows import WindowTable


class NameForm(models.TextChoices):
    """How a person's name is shown to the public."""

    FULL = naming.FULL, _("Full name")
    SURNAME = naming.SURNAME, _("Surname and 某")
    HIDDEN = naming.HIDDEN, _("Not shown")


class Regime(models.TextChoices):
    """Which day chooses among the rules when one regime follows another (law.md 15: no text was found)."""

    DECISION = "decision", _("The day of decision")
    PUBLICATION = "publication", _("The day of publication")


@register_setting(icon="view")
class PublicationSettings(BaseGenericSetting):
    """How names appear and whose windows hold. No national rule was found, so each is a setting."""

    person_name = models.CharField(
        _("Natural persons"), max_length=8, choices=NameForm.choices, default=NameForm.SURNAME
    )
    sole_trader_name = models.CharField(
        _("Sole traders"), max_length=8, choices=NameForm.choices, default=NameForm.FULL
    )
    representative_name = models.CharField(
        _("Legal representatives"), max_length=8, choices=NameForm.choices, default=NameForm.FULL
    )
    window_system = models.CharField(
        _("Windows of penalties by"),
        max_length=16,
        choices=WindowSystem.choices,
        default=WindowSystem.CREDIT,
        help_text=_("The system whose rules decide in this column; others fill in where it has none."),
    )
    window_regime = models.CharField(
        _("Rules in force on"),
        max_length=16,
        choices=Regime.choices,
        default=Regime.DECISION,
        help_text=_("For what was decided under one regime and becomes public under the next."),
    )

    officer_name = models.CharField(
        _("Enforcement officers in decisions"), max_length=8, choices=NameForm.choices, default=NameForm.FULL
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("person_name"),
                FieldPanel("sole_trader_name"),
                FieldPanel("representative_name"),
                FieldPanel("officer_name"),
            ],
            heading=_("Names in public records"),
        ),
        MultiFieldPanel(
            [FieldPanel("window_system"), FieldPanel("window_regime")],
            heading=_("Publicity windows"),
            help_text=_("Heeded when a record is saved; what is public keeps its end until then."),
        ),
    ]

    class Meta:
        verbose_name = _("Publication")

    def name_policy(self) -> naming.NamePolicy:
        """These settings as the masker reads them."""
        return naming.NamePolicy(self.person_name, self.sole_trader_name, self.representative_name, self.officer_name)

    def window_table(self) -> WindowTable:
        """The window rules under these settings (one query)."""
        return WindowTable(
            list(WindowRule.objects.in_order()), self.window_system, self.window_regime == Regime.PUBLICATION
        )
