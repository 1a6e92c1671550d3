"""What every public template may use besides its own context."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from records.framed import Framed
from records.models.portal import PortalSettings
from rules.clock import moment_of

_portal = Framed(PortalSettings.current)


def portal(request: HttpRequest) -> dict[str, Any]:
    """The settings of the column as ``portal``; read only by templates that use it."""
    return {"portal": SimpleLazyObject(lambda: _portal.at(moment_of(request)))}
