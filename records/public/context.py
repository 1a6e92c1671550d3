"""What every public template may use besides its own context."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from records.models.portal import PortalSettings


def portal(request: HttpRequest) -> dict[str, Any]:
    """The settings of the column as ``portal``; asked of the database only by templates that use it (one query)."""
    return {"portal": SimpleLazyObject(PortalSettings.current)}
