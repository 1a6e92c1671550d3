"""Form of the document number (GB/T 9704)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView
from rules.numbers import UnreadableNumberError, parse_number


@rule("number_form", gettext_lazy("Form of the document number"), ("penalty", "permit", "coercion", "other"))
def number_form(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Mark, full year in six-cornered brackets, serial without 第 and leading zeros."""
    if not view.doc_no:
        return
    try:
        number = parse_number(view.doc_no)
    except UnreadableNumberError as error:
        yield Found("doc_no", str(error))
        return
    if number.raw != number.normalised:
        yield Found(
            "doc_no",
            _("Documents write this number as %(number)s.") % {"number": number.normalised},
        )
