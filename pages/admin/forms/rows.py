"""The rows of a form's inline tables while they are checked."""

from typing import Any

from django.core.exceptions import ValidationError


def rows_of(form: Any, name: str) -> list[Any]:
    """The forms of the rows that stay and hold something."""
    formset = form.formsets.get(name)
    if formset is None:
        return []
    formset.is_valid()
    return [one for one in formset.forms if (data := getattr(one, "cleaned_data", {})) and not data.get("DELETE")]


def refuse(form: Any, name: str, message: Any) -> None:
    """A message at the table itself: one that belongs to no row."""
    formset = form.formsets[name]
    formset.is_valid()
    formset.non_form_errors().append(ValidationError(message))
