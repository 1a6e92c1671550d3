"""Forms and panels are given to the page types from above: what is written below knows nothing of screens."""

import importlib
import pkgutil
from typing import Any

from django.core.checks import Error, Tags, register
from wagtail.models import get_page_models

import pages.kinds
from pages.admin.forms.copy import RecordCopyForm
from pages.admin.forms.window_rule import WindowRuleForm
from pages.admin.panels import party_panels, start_panels
from pages.base.disclosure import DisclosurePage
from pages.base.parties import Party
from pages.examination import declared  # noqa: F401  its checks
from pages.examination.told import own_columns, own_parts
from rules.models import WindowRule

# Wagtail builds the tabs of a page type from the first, with the second as their form.
_NEEDED = ("content_panels", "base_form_class")
# What a kind's folder may hold of screens.
_ATTACHED = ("panels", "listing", "desk")


def edit(model: Any, panels: list[Any], form: type, copy_form: type = RecordCopyForm) -> None:
    """The form of a page type: its panels and what is checked."""
    model.content_panels, model.base_form_class = panels, form
    model.settings_panels, model.copy_form_class = start_panels(), copy_form


def edit_row(model: Any, panels: list[Any]) -> None:
    """The fields of a row of an inline table."""
    model.panels = panels


def edit_snippet(model: Any, form: type) -> None:
    """What is checked of an entry that is no page."""
    model.base_form_class = form


def attach() -> None:
    """Ask each kind for its forms, its listing, its lists on the desk; called when the app is ready."""
    edit_snippet(WindowRule, WindowRuleForm)
    edit_row(Party, party_panels())
    for kind in pkgutil.iter_modules(pages.kinds.__path__):
        folder = importlib.import_module(f"pages.kinds.{kind.name}")
        there = {one.name for one in pkgutil.iter_modules(folder.__path__)}
        for part in (one for one in _ATTACHED if one in there):
            importlib.import_module(f"{folder.__name__}.{part}").attach()


@register(Tags.models)
def check_offered(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A column that no panel offers can be typed by nobody."""
    return [
        Error(
            f"The form of {model.__name__} does not offer {', '.join(names)}.",
            hint="Give it a panel in panels.py of its kind, or make it editable=False.",
            obj=model,
            id="pages.E016",
        )
        for model in get_page_models()
        if issubclass(model, DisclosurePage) and (names := unoffered(model))
    ]


def unoffered(model: Any, handler: Any = None) -> list[str]:
    """Columns of its own, and parts, that the form of a page type (or another one) leaves out."""
    options = (handler or model.get_edit_handler()).get_form_options()
    there = {*options.get("fields", ()), *options.get("formsets", ())}
    own = [*own_columns(model), *(name for name, _columns in own_parts(model))]
    return [name for name in own if name not in there]


@register(Tags.models)
def check_forms(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A page type without a form of its own would show whatever its columns are, unchecked."""
    hint = "Call pages.admin.attaching.edit in the panels of its kind."
    return [
        Error(f"{model.__name__} has no {name} of its own.", hint=hint, obj=model, id="pages.E011")
        for model in get_page_models()
        if issubclass(model, DisclosurePage)
        for name in _NEEDED
        if name not in vars(model)
    ]
