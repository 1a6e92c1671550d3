"""What the importers add to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks


@hooks.register("register_log_actions")
def register_log_actions(actions):
    """Acts around imports that are written to the log."""
    actions.register_action(
        "importers.approve_source", _("Approve publication by import"), _("Approved publication by import")
    )
    actions.register_action(
        "importers.revoke_source", _("Revoke publication by import"), _("Revoked publication by import")
    )
    actions.register_action("importers.send_file", _("Send a file"), _("Sent a file"))
    actions.register_action("importers.confirm_run", _("Confirm an import"), _("Confirmed an import"))
    actions.register_action("importers.cancel_run", _("Cancel an import"), _("Cancelled an import"))
    actions.register_action("importers.export_rows", _("Download waiting rows"), _("Downloaded waiting rows"))
    actions.register_action("importers.dismiss_rows", _("Dismiss waiting rows"), _("Dismissed waiting rows"))
