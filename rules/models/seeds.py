"""Which of our rows were put in once: whoever changes or deletes one since then keeps that."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlantedSeed(models.Model):
    """A seed that this database has had. Nothing shows these rows: they are between the migrations."""

    model = models.CharField(max_length=64)
    code = models.CharField(max_length=191)

    class Meta:
        verbose_name = _("Initial row")
        verbose_name_plural = _("Initial rows")
        constraints = [models.UniqueConstraint(fields=["model", "code"], name="rules_seed_once")]

    def __str__(self) -> str:
        return f"{self.model} {self.code}"
