"""公示设置: vocabularies and publicity window rules, changed by administrators."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.exports.models import Recipient
from rules.models import (
    AnnouncedYear,
    CalendarDay,
    ConsistencySetting,
    DeadlineRule,
    PublishingItem,
    RemedyRule,
    Term,
    WindowRule,
)

ENABLED = BooleanColumn("enabled", label=_("In use"), sort_key="enabled")


class TermViewSet(SnippetViewSet):
    """Choices of the decision form, with the spellings that imports know."""

    model = Term
    icon = "list-ul"
    menu_label = _("Vocabularies")
    list_display = ["label", "vocabulary", "code", "tone", "weight", "valid_from", "valid_to"]
    list_filter = ["vocabulary", "tone"]
    search_fields = ["label", "code", "aliases"]
    search_backend_name = None
    copy_view_enabled = False
    list_per_page = 100


class WindowRuleViewSet(SnippetViewSet):
    """The dated table that says how long a decision stays public."""

    model = WindowRule
    icon = "date"
    menu_label = _("Window rules")
    list_display = ["name", "decided_from", "decided_to", "default_months", "max_months", "priority", ENABLED]
    list_filter = ["enabled", "system"]
    search_fields = ["name", "basis"]
    search_backend_name = None
    list_per_page = 100


class ConsistencySettingViewSet(SnippetViewSet):
    """What each consistency rule weighs, since when."""

    model = ConsistencySetting
    icon = "tick-inverse"
    list_display = ["__str__", "severity", "valid_from", "basis"]
    list_filter = ["severity"]
    search_fields = ["rule", "basis"]
    search_backend_name = None
    list_per_page = 50


class PublishingItemViewSet(SnippetViewSet):
    """Which items that no import carries publishing waits for."""

    model = PublishingItem
    icon = "tick-inverse"
    list_display = ["__str__", BooleanColumn("bars", label=_("Publishing waits for it"), sort_key="bars"), "basis"]
    list_filter = ["bars"]
    search_fields = ["field", "basis"]
    search_backend_name = None


class DeadlineRuleViewSet(SnippetViewSet):
    """What the law gives for each act."""

    model = DeadlineRule
    icon = "time"
    menu_label = _("Deadlines")
    list_display = ["name", "key", "limit", "unit", "valid_from", "valid_to"]
    list_filter = ["unit"]
    search_fields = ["name", "key", "basis"]
    search_backend_name = None
    list_per_page = 100


class CalendarDayViewSet(SnippetViewSet):
    """Days that are other than the calendar says."""

    model = CalendarDay
    icon = "calendar-alt"
    menu_label = _("Special days")
    list_display = ["date", BooleanColumn("is_workday", label=_("Working day"), sort_key="is_workday"), "basis"]
    list_filter = ["is_workday"]
    search_fields = ["basis"]
    search_backend_name = None
    list_per_page = 100


class AnnouncedYearViewSet(SnippetViewSet):
    """Years whose holidays were entered here, because the product does not know them yet."""

    model = AnnouncedYear
    icon = "calendar-check"
    menu_label = _("Announced years")
    list_display = ["year", "basis"]
    search_fields = ["basis"]
    search_backend_name = None


class RecipientViewSet(SnippetViewSet):
    """Who receives exports."""

    model = Recipient
    icon = "group"
    list_display = ["name", "contact", ENABLED]
    search_fields = ["name", "contact"]
    search_backend_name = None


class RemedyRuleViewSet(SnippetViewSet):
    """What the law gives against an act, by procedure and day."""

    model = RemedyRule
    icon = "help"
    menu_label = _("Remedies by law")
    list_display = [
        Column("text", label=_("Text"), accessor=str),
        Column("procedure", label=_("Procedure"), accessor=lambda rule: rule.procedure or ""),
        "valid_from",
        "valid_to",
    ]
    search_fields = ["text", "basis"]
    search_backend_name = None
    list_per_page = 50


class PublicitySettings(SnippetViewSetGroup):
    """The menu 公示设置."""

    menu_label = _("Publicity settings")
    menu_icon = "cogs"
    menu_order = 400
    items = (
        TermViewSet,
        WindowRuleViewSet,
        DeadlineRuleViewSet,
        CalendarDayViewSet,
        AnnouncedYearViewSet,
        ConsistencySettingViewSet,
        PublishingItemViewSet,
        RecipientViewSet,
        RemedyRuleViewSet,
    )
