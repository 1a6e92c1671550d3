"""双随机抽查任务 in the admin: the listing, the form of the facts, the way to the steps."""

from typing import Any

from django import forms
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from pages.admin.columns import LinkColumn
from pages.admin.forms.lottery import TaskForm
from pages.admin.own_listings import register_listing
from pages.admin.panels import choice
from pages.admin.views import lotteries
from pages.kinds.lottery.models import InspectionTask

PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("task_no"), FieldPanel("name")]),
            FieldRowPanel([choice("agency"), choice("plan")]),
        ],
        heading=_("Task"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("items", widget=forms.Textarea(attrs={"rows": 3})),
            FieldPanel("basis", widget=forms.Textarea(attrs={"rows": 2})),
            FieldRowPanel([FieldPanel("date_from"), FieldPanel("date_to")]),
        ],
        heading=_("What is inspected, and when"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("ratio"), FieldPanel("number")]),
            FieldRowPanel([choice("category"), FieldPanel("officers_per_object")]),
        ],
        heading=_("What is drawn"),
    ),
]


def _steps_address(task: InspectionTask) -> str:
    return reverse("pages_lottery", args=[task.pk])


class TaskCreateView(CreateView):
    """After the facts comes the roster."""

    def get_success_url(self) -> str:
        return _steps_address(self.object)


class TaskEditView(EditView):
    """The facts, with the way to the steps."""

    @property
    def header_buttons(self) -> list[Any]:
        """The steps come first."""
        button = HeaderButton(_("Steps of the draw"), url=_steps_address(self.object), icon_name="rotate")
        return [button, *super().header_buttons]

    def get_success_url(self) -> str:
        return _steps_address(self.object)


class TaskViewSet(SnippetViewSet):
    """The menu item 双随机抽查任务."""

    model = InspectionTask
    icon = "rotate"
    menu_label = _("Random inspection tasks")
    list_display = [
        "name",
        Column("task_no", label=_("Number of task"), sort_key="task_no"),
        Column("date_from", label=_("Inspections from"), sort_key="date_from"),
        Column("state", label=_("State"), accessor="get_state_display"),
        LinkColumn(
            "steps",
            _steps_address,
            label=_("Steps of the draw"),
            accessor=lambda task: _("Steps of the draw"),
        ),
    ]
    list_filter = ["state", "plan"]
    edit_handler = ObjectList(PANELS, base_form_class=TaskForm)
    add_view_class = TaskCreateView
    edit_view_class = TaskEditView
    search_fields = ["name", "task_no"]
    search_backend_name = None
    copy_view_enabled = False
    list_per_page = 50
    ordering = ["-date_from"]


@hooks.register("register_admin_urls")
def lottery_addresses() -> list[Any]:
    """The steps of a task."""
    return [path("draws/<int:pk>/", lotteries.lottery_steps, name="pages_lottery")]


@hooks.register("register_log_actions")
def lottery_log_actions(actions: Any) -> None:
    """The acts of a draw in the history."""
    actions.register_action("pages.set_roster", _("Set the roster"), _("Set roster and conflicts of interest"))
    actions.register_action("pages.commit_lottery", _("Commit"), _("Committed to a draw"))
    actions.register_action("pages.run_lottery", _("Draw"), _("Drew objects and officers"))
    actions.register_action("pages.reveal_lottery", _("Reveal"), _("Revealed a draw with its results"))


def attach() -> None:
    """Give the kind its listing."""
    register_listing(InspectionTask.kind, TaskViewSet)
