"""What the panel 一致性检查 shows of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist

from pages.examination.consistency import of_page
from rules.consistency.run import examine
from rules.consistency.weight import Weight
from rules.models.weights import weights


@dataclass(frozen=True)
class ShownFinding:
    """A finding with the name of its field."""

    label: str
    message: str
    basis: str
    is_error: bool
    waits: bool = False


def findings_of(page: Any, settings: Sequence[Weight] | None = None, with_form: bool = True) -> list[ShownFinding]:
    """Errors first, each part in the order of the document. ``settings`` are shared by acts on many.

    ``with_form`` as in ``examine``.
    """
    found = examine(of_page(page), weights() if settings is None else settings, with_form)
    shown = [ShownFinding(_label(page, one.field), one.message, one.basis, one.is_error, one.waits) for one in found]
    return sorted(shown, key=lambda one: not one.is_error)


def _label(page: Any, field: str) -> str:
    model = type(page)
    name = field
    if "-" in field:
        rows, _number, name = field.split("-", 2)
        model = getattr(page, rows).model
    try:
        return str(model._meta.get_field(name).verbose_name)
    except FieldDoesNotExist:
        return ""
