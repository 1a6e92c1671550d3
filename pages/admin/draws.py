"""双随机 in the admin: the log's words, the address of the steps."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def draw_log_actions(actions: Any) -> None:
    """The three acts of a draw in the history."""
    actions.register_action("pages.commit_draw", _("Commit"), _("Committed to a draw"))
    actions.register_action("pages.run_draw", _("Draw"), _("Drew objects and officers"))
    actions.register_action("pages.reveal_draw", _("Reveal"), _("Revealed a draw with its results"))
    actions.register_action("pages.set_roster", _("Set the roster"), _("Set roster and conflicts of interest"))
