"""What the importers add to the admin."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import HeaderButton

from importers import admin_urls
from importers.listing import filters_of
from importers.officers.views import may_import
from importers.permissions import may_see
from pages.admin.listing import further_filters
from pages.kinds.officer.listing import OfficerIndexView


def officer_buttons(user):
    """Import and export stand beside the listing of officers."""
    yield HeaderButton(_("Export as xlsx"), url=reverse("importers:officers_export"), icon_name="download")
    if may_import(user):
        yield HeaderButton(_("Import from xlsx"), url=reverse("importers:officers_send"), icon_name="upload")


OfficerIndexView.further_buttons.append(officer_buttons)
further_filters.append(filters_of)


class ImportsMenuItem(MenuItem):
    """Shown to those who may see imports."""

    def is_shown(self, request):
        """Whether this person sees it."""
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def register_menu_item():
    """Imports stand below the page tree."""
    return ImportsMenuItem(_("Imports"), reverse("importers:list"), icon_name="upload", order=250)


@hooks.register("register_admin_urls")
def register_admin_urls():
    """Screens below ``imports/``."""
    return [path("imports/", include(admin_urls, namespace="importers"))]


@hooks.register("register_permissions")
def register_permissions():
    """Offer the importers' permissions when a group is edited."""
    codes = ["view_importrun", "add_importrun", "publish_importrun", "approve_importsource", "export_waitingrow"]
    return Permission.objects.filter(content_type__app_label="importers", codename__in=codes)


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
