"""One act of publishing many, with what became of each: the summary that leads to the records."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MassPublication(models.Model):
    """Keys of pages by what became of them. ``held``: [[key, [reasons]]]; ``waiting``: not asked yet, in their order.

    Reasons are in the language of the person who published.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Published by"), on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(_("Started at"), default=timezone.now)
    waiting = models.JSONField(default=list)
    published = models.JSONField(default=list)
    scheduled = models.JSONField(default=list)
    unchanged = models.JSONField(default=list)
    held = models.JSONField(default=list)

    class Meta:
        verbose_name = _("Publication of many")
        verbose_name_plural = _("Publications of many")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pk} {self.started_at:%Y-%m-%d %H:%M}"

    def note(self, asked: list[int], outcome: Any) -> None:
        """Write down what became of pages that still waited; told twice it counts once. Call it under the row's lock.

        ``outcome`` is a ``PublishSummary``.
        """
        fresh = set(asked) & set(self.waiting)
        self.waiting = [key for key in self.waiting if key not in fresh]
        for name in ("published", "scheduled", "unchanged"):
            getattr(self, name).extend(page.pk for page in getattr(outcome, name) if page.pk in fresh)
        self.held.extend([one.page.pk, list(one.reasons)] for one in outcome.held if one.page.pk in fresh)
