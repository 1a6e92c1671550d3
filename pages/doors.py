"""The doors of this floor: the home page and the penalty decisions."""

from datetime import datetime

from django.urls import get_script_prefix
from django.utils.translation import gettext_lazy as _

from pages.models import PublicRecord
from pages.navigation import Door, register
from pages.publication.snapshot import peek


def _has_penalty(now: datetime) -> bool:
    counted = peek(now)
    if counted is not None:
        return counted.count() > 0
    return PublicRecord.objects.public(now).filter(kind="penalty").exists()


def _decisions() -> str:
    return get_script_prefix() + "decisions/"


def open_house() -> None:
    """Register the doors; called when the app is ready."""
    register(Door("home", _("Home page"), get_script_prefix, lambda now: True, order=0))
    register(
        Door(
            "decisions",
            _("Penalties"),
            _decisions,
            _has_penalty,
            hint=_("Has a company been penalised?"),
            areas=frozenset({"main", "tile"}),
            order=10,
        )
    )
