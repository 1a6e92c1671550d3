"""Settings of publication that an administrator changes in the admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from pages import masking


class NameForm(models.TextChoices):
    """How a person's name is shown to the public."""

    FULL = masking.FULL, _("Full name")
    SURNAME = masking.SURNAME, _("Surname and 某")
    HIDDEN = masking.HIDDEN, _("Not shown")


@register_setting(icon="view")
class PublicationSettings(BaseGenericSetting):
    """How names appear. No national rule was found, so each form is a setting; the default is the careful one."""

    person_name = models.CharField(
        _("Natural persons"), max_length=8, choices=NameForm.choices, default=NameForm.SURNAME
    )
    sole_trader_name = models.CharField(
        _("Sole traders"), max_length=8, choices=NameForm.choices, default=NameForm.FULL
    )
    representative_name = models.CharField(
        _("Legal representatives"), max_length=8, choices=NameForm.choices, default=NameForm.FULL
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("person_name"), FieldPanel("sole_trader_name"), FieldPanel("representative_name")],
            heading=_("Names in public records"),
        )
    ]

    class Meta:
        verbose_name = _("Publication")

    def name_policy(self) -> masking.NamePolicy:
        """These settings as the masker reads them."""
        return masking.NamePolicy(self.person_name, self.sole_trader_name, self.representative_name)
