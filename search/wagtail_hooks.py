"""What search adds to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from search.admin_panel import OutboxPanel


@hooks.register("construct_homepage_panels")
def outbox_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Tell those who keep the site what the engines did not take."""
    if request.user.is_superuser:
        panels.append(OutboxPanel())
