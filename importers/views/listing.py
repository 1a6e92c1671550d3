"""The list of imports."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from importers.models import ImportRun, RunState, WaitingRow
from importers.permissions import may_see, may_send
from importers.views.base import ImportScreen

_PER_PAGE = 30


class RunList(ImportScreen, TemplateView):
    """Newest first; can be narrowed to a state."""

    template_name = "importers/list.html"
    page_title = _("Imports")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, imports."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_header_buttons(self) -> list[Any]:
        """Send a file; sources."""
        buttons = [HeaderButton(_("Sources"), url=reverse("importers:sources"), icon_name="list-ul", priority=20)]
        if may_send(self.request.user):
            buttons.append(HeaderButton(_("Send a file"), url=reverse("importers:send"), icon_name="upload"))
        return sorted(buttons)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Runs of this page, and what still waits in all."""
        runs = ImportRun.objects.select_related("source", "user")
        state = self.request.GET.get("state", "")
        if state in RunState.values:
            runs = runs.filter(state=state)
        page = Paginator(runs, _PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            page=page,
            states=RunState.choices,
            state=state,
            waiting=WaitingRow.objects.waiting().count(),
            may_send=may_send(self.request.user),
            **kwargs,
        )


def show_in_menu(user: Any) -> bool:
    """Whether the menu offers imports to this person."""
    return may_see(user)
