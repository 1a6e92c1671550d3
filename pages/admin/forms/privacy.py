"""Doubtful places as errors at the fields of a form that is to be published."""

from typing import Any

from django.utils.translation import gettext as _

from pages.examination.hits import hits_in
from pages.examination.texts import typed_in
from pages.projection.context import ProjectionContext


def add_hits(form: Any, cleaned: dict[str, Any]) -> None:
    """Refuse what somebody still has to decide about, at its field; nothing typed is lost."""
    if cleaned.get("disclosure") == "not_public":
        return
    page = form.instance
    names = {name for row in _parties(form) for name in (row.get("name"), row.get("representative")) if name}
    for one in hits_in(page, typed_in(page, cleaned), ProjectionContext.load()):
        name = one.typed.field
        if one.is_open and one.hit.text not in names and name in form.fields and name not in form.errors:
            message = _("Possible personal information: “%(text)s”. Save the draft, then mask or clear it.")
            form.add_error(name, message % {"text": one.hit.text})


def _parties(form: Any) -> list[dict[str, Any]]:
    formset = form.formsets.get("parties")
    return [getattr(one, "cleaned_data", {}) for one in formset.forms] if formset is not None else []
