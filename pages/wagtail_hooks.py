"""What this floor adds to Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from pages.acts.archive import keep_in_year
from pages.acts.open_portal_section import is_open
from pages.acts.release.rights import may_withdraw
from pages.acts.repair import PERMISSION as REPAIR
from pages.acts.republish import PERMISSION as REPUBLISH
from pages.acts.republish import may_republish
from pages.admin import (
    gate,  # noqa: F401  its hooks
    interface,  # noqa: F401  its hooks
    mass_publication,
    recipient_desk,
    refusals,  # noqa: F401  its hooks
)
from pages.admin.accounts import hooks as account_hooks  # noqa: F401  its hooks
from pages.admin.home import FirstRunPanel, PublicityPanel
from pages.admin.menus import groups
from pages.admin.own_listings import explorers
from pages.admin.snippets import PublicitySettings
from pages.admin.views import acts, desk, exports, files, first_run, privacy, wechat
from pages.admin.views.reports import SchedulerReportView
from pages.base.disclosure import DisclosurePage
from pages.base.numbered import NumberedDecisionPage
from pages.exports.run import MAY_EXPORT
from records.types import kind_of

register_snippet(PublicitySettings)


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """The listings in the menu and the look of archives in the explorer."""
    return [*groups(), *explorers()]


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    """Acts and reports of this floor."""
    return [
        path("set-up/", first_run.first_run, name="pages_first_run"),
        path("records/new/<slug:kind>/", acts.new_record, name="pages_new_record"),
        path("records/<int:pk>/window/", acts.set_window, name="pages_window"),
        path("records/<int:pk>/hits/<slug:digest>/mask/", privacy.mask_one, name="pages_mask_hit"),
        path("records/<int:pk>/hits/<slug:digest>/clear/", privacy.clear_one, name="pages_clear_hit"),
        path("files/<int:pk>/check/", files.confirm, name="pages_file_check"),
        path("records/<int:pk>/withdraw/", acts.withdraw_record, name="pages_withdraw"),
        path("records/<int:pk>/repair/", acts.repair_record, name="pages_repair"),
        path("records/<int:pk>/correct/", acts.correct_record, name="pages_correct"),
        path("records/<int:pk>/republish/", acts.republish_record, name="pages_republish"),
        path("recipients/tasks/<int:pk>/", recipient_desk.recipient_task, name="pages_recipient_task"),
        path("records/<int:pk>/wechat/", wechat.copy_for_wechat, name="pages_wechat"),
        path("publications/<int:pk>/", mass_publication.mass_publication, name="pages_mass_publication"),
        path("desk/<slug:key>/", desk.desk_list, name="pages_desk"),
        path("exports/", exports.exports, name="pages_exports"),
        path("reports/scheduler/", SchedulerReportView.as_view(), name="pages_scheduler_report"),
        path(
            "reports/scheduler/results/",
            SchedulerReportView.as_view(results_only=True),
            name="pages_scheduler_report_results",
        ),
    ]


class PublisherMenuItem(MenuItem):
    """Shown to those who may publish."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may publish anything."""
        return page_permission_policy.user_has_any_permission(request.user, ["publish"])


@hooks.register("register_reports_menu_item")
def scheduler_report() -> MenuItem:
    """The report of runs."""
    address = reverse("pages_scheduler_report")
    return PublisherMenuItem(_("Scheduled publishing"), address, icon_name="time", order=700)


class ExportMenuItem(MenuItem):
    """Shown to those who may export."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may export."""
        return request.user.has_perm(MAY_EXPORT)


@hooks.register("register_admin_menu_item")
def exports_item() -> MenuItem:
    """双公示 exports."""
    return ExportMenuItem(_("双公示 exports"), reverse("pages_exports"), icon_name="download", order=310)


@hooks.register("construct_homepage_panels")
def home_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Publicity first, or what has to be done before there can be any."""
    panels.insert(0, PublicityPanel() if is_open() else FirstRunPanel())


@hooks.register("before_create_page")
def note_previous(request: HttpRequest, parent_page: Any, page_class: type) -> None:
    """复制上一条: the form asks its parent page, the one thing of the request that reaches it."""
    parent_page.copy_previous = bool(request.GET.get("previous")) and issubclass(page_class, NumberedDecisionPage)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_drafts_in_year(request: HttpRequest, page: Any) -> None:
    """A draft moves with its date at once; what is public moves when the new date is published."""
    if isinstance(page, DisclosurePage) and not page.live:
        keep_in_year(page, request.user)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The acts that change or end what is public."""
    if isinstance(page, DisclosurePage) and may_withdraw(user, page):
        address = reverse("pages_withdraw", args=[page.pk])
        yield Button(_("Withdraw from the public"), url=address, icon_name="download", priority=45)
        yield Button(_("Correct"), url=reverse("pages_correct", args=[page.pk]), icon_name="edit", priority=46)
        if kind_of(page.kind).is_repairable and user.has_perm(REPAIR):
            address = reverse("pages_repair", args=[page.pk])
            yield Button(_("End after credit repair"), url=address, icon_name="tick-inverse", priority=47)
    if isinstance(page, DisclosurePage) and not page.live and user.has_perm(REPUBLISH) and may_republish(page):
        address = reverse("pages_republish", args=[page.pk])
        yield Button(_("Make public again"), url=address, icon_name="upload", priority=45)
    if isinstance(page, DisclosurePage) and page.live and kind_of(page.kind).fragment:
        yield Button(_("Copy for WeChat"), url=reverse("pages_wechat", args=[page.pk]), icon_name="copy", priority=46)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Acts of this floor in the history."""
    actions.register_action("pages.override_window", _("Set another window"), _("Set another publicity window"))
    actions.register_action("pages.repair", _("Credit repair"), _("Publicity ended after credit repair"))
    actions.register_action("pages.import", _("Write from a source"), _("Written by an import"))
    actions.register_action("pages.republish", _("Make public again"), _("Made public again with a reason"))
    actions.register_action("pages.correct", _("Correct"), _("Correction published"))
    actions.register_action("pages.close_task", _("Tell a recipient"), _("Recipient told"))
    actions.register_action("pages.export", _("Export"), _("Exported for another platform"))
    actions.register_action(
        "pages.examination", _("Decide about personal information"), _("Masked or cleared personal information")
    )
    actions.register_action("pages.file_check", _("Confirm a file"), _("File looked through page by page"))
    actions.register_action("pages.withdraw", _("Withdraw"), _("Withdrawn from the public with a reason"))
