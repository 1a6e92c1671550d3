"""What the audit log calls these acts, and the bulk actions in place of Wagtail's."""

from typing import Any

from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from pages.admin.accounts.bulk import GuardedAssignRole, GuardedDelete, GuardedSetActiveState
from pages.admin.accounts.changes import PASSWORD, RIGHTS, RightsFormatter

# Acts that no snippet or setting brings into the screen of a group by itself.
_ACTS = (
    "override_window",
    "repair_credit",
    "clear_privacy_hit",
    "make_export",
    "view_exportrun",
    "change_recipienttask",
)

for action in (GuardedAssignRole, GuardedDelete, GuardedSetActiveState):
    # Behind Wagtail's own, which are of the same type: the last one holds.
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Of accounts and groups."""
    actions.register_action(RIGHTS)(RightsFormatter)
    actions.register_action(PASSWORD, _("Set password"), _("A new password was set"))


@hooks.register("register_permissions")
def permissions_of_acts() -> Any:
    """Rights that the seeded groups have, so that they can be given and taken by hand as well."""
    return Permission.objects.filter(content_type__app_label="pages", codename__in=_ACTS)
