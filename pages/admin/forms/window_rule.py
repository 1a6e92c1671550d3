"""A publicity window rule in words: its conditions are chosen from the vocabularies, and stored as their codes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from pages.base.proactive import ProactivePage
from records.types import all_kinds
from rules.models import Term

# Column of the rule -> vocabulary of its codes.
CONDITIONS = {
    "procedure": "procedure",
    "penalty_types": "penalty_type",
    "party_categories": "party_category",
    "grades": "grade",
    "domains": "domain",
}


class CodesField(forms.MultipleChoiceField):
    """Several codes, kept as one text with blanks between them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, choices: list[tuple[str, str]]) -> None:
        super().__init__(required=False, choices=choices, help_text=_("Nothing ticked: any."))
        self.codes = [code for code, _label in choices]

    def prepare_value(self, value: Any) -> Any:
        """The boxes that are ticked."""
        return value.split() if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        """The codes in the order of the choices."""
        chosen = set(super().clean(value))
        return " ".join(code for code in self.codes if code in chosen)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare code by code."""
        return set(self.prepare_value(initial) or ()) != set(data or ())


class WindowRuleForm(WagtailAdminModelForm):
    """Nothing ticked: the rule asks nothing of that condition."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, vocabulary in CONDITIONS.items():
            kept = getattr(self.instance, name).split()
            self._replace(name, CodesField(list(_terms(vocabulary, kept))))
        acts = [("", _("Any")), *_acts()]
        if self.instance.act not in dict(acts):
            acts.append((self.instance.act, self.instance.act))
        self._replace("act", forms.ChoiceField(required=False, choices=acts))

    def _replace(self, name: str, field: forms.Field) -> None:
        if name not in self.fields:
            return
        field.label = self.fields[name].label
        self.fields[name] = field


def _terms(vocabulary: str, kept: Iterable[str]) -> Iterable[tuple[str, str]]:
    """(code, label) of a vocabulary; a code of the rule that no term has any more stays, or saving would lose it."""
    known = {term.code: str(term) for term in Term.objects.of(vocabulary)}
    yield from known.items()
    yield from ((code, code) for code in kept if code not in known)


def _acts() -> Iterable[tuple[str, str]]:
    yield "proactive", _("Lists before enforcement")
    yield from (
        (kind.key, str(kind.label)) for kind in all_kinds() if kind.model and not issubclass(kind.model, ProactivePage)
    )
