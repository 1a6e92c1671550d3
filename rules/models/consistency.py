"""What the consistency rules weigh (一致性检查规则), and which items publishing asks for (公示前必备项目)."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from rules.consistency.base import Limits, all_rules

_LINE = re.compile(r"^([a-z_]+)\s*=\s*(.*)$")


class ConsistencySeverity(models.TextChoices):
    """What a finding does."""

    HINT = "hint", _("Hint")
    ERROR = "error", _("Error before publishing")
    OFF = "off", _("Not checked")


def rule_choices() -> list[tuple[str, Any]]:
    """Every rule with its name."""
    return [(rule.code, rule.label) for rule in all_rules]


class ConsistencySetting(models.Model):
    """The weight of a rule for decisions from a day on; the newest row that has begun counts."""

    rule = models.CharField(_("Rule"), max_length=40, choices=rule_choices)
    severity = models.CharField(_("Weight"), max_length=8, choices=ConsistencySeverity.choices)
    values = models.TextField(
        _("Limits"),
        blank=True,
        help_text=_("One a line, name=value: numbers, or codes of vocabularies parted by blanks."),
    )
    basis = models.TextField(_("Basis"))
    valid_from = models.DateField(_("Decisions from"))

    panels = [
        FieldRowPanel([FieldPanel("rule"), FieldPanel("severity")]),
        FieldPanel("valid_from"),
        FieldPanel("values"),
        FieldPanel("basis"),
    ]

    class Meta:
        verbose_name = _("Consistency rule")
        verbose_name_plural = _("Consistency rules")
        ordering = ["rule", "valid_from"]
        constraints = [models.UniqueConstraint(fields=["rule", "valid_from"], name="rules_consistency_once_a_day")]

    def __str__(self) -> str:
        return str(self.get_rule_display())

    def clean(self) -> None:
        """Lines that can be read."""
        for line in self.values.splitlines():
            if line.strip() and not _LINE.match(line.strip()):
                raise ValidationError({"values": _("“%(line)s” is not name=value.") % {"line": line.strip()[:40]}})

    @property
    def limits(self) -> Limits:
        """Numbers and words of this row."""
        found = (_LINE.match(line.strip()) for line in self.values.splitlines())
        return Limits({match[1]: match[2].strip() for match in found if match})


# Items that rules demand and the national form has no column for, by field.
_ITEMS = {"served_on": _("Date of service"), "officers": _("Enforcement officers")}


def item_choices() -> list[tuple[str, Any]]:
    """Every such item with its name, in the order of the rules."""
    items = dict.fromkeys(rule.item for rule in all_rules if rule.item)
    return [(item, _ITEMS[item]) for item in items]


class PublishingItem(models.Model):
    """Whether publishing waits for an item that the national form has no column for; without a row it does."""

    field = models.CharField(_("Item"), max_length=40, choices=item_choices, unique=True)
    bars = models.BooleanField(
        _("Publishing waits for it"),
        default=False,
        help_text=_("Off: the record may be published without it and stands on the desk until it is added."),
    )
    basis = models.TextField(_("Basis"))

    panels = [FieldRowPanel([FieldPanel("field"), FieldPanel("bars")]), FieldPanel("basis")]

    class Meta:
        verbose_name = _("Item asked before publishing")
        verbose_name_plural = _("Items asked before publishing")
        ordering = ["field"]

    def __str__(self) -> str:
        return str(self.get_field_display())
