"""Saving a page's form: it is checked first, and only the writing is a transaction, so that no check keeps others out.

The checks of a form take most of a save's time; on SQLite nobody else writes during a transaction.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import IntegrityError, OperationalError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from pages.acts.release.locks import lock_pages
from pages.admin.busy import is_busy, mark, note, sentence
from pages.admin.transactions import act

FormValid = Callable[[Any, Any], HttpResponse]


def wrap_forms() -> None:
    """Wrap what both of Wagtail's forms of pages do with a form that is in order."""
    for view in (CreateView, EditView):
        view.form_valid = _in_one_transaction(view.form_valid)


def _in_one_transaction(form_valid: FormValid) -> FormValid:
    @wraps(form_valid)
    def saved(self: Any, form: Any) -> HttpResponse:
        try:
            with act():
                if getattr(self, "page", None) is not None and self.page.pk:
                    lock_pages([self.page.pk])
                return form_valid(self, form)
        except OperationalError as error:
            if not is_busy(error):
                raise
            note(self.request, error)
            return mark(_form_again(self, "busy", sentence()))
        except IntegrityError:
            # The form was in order a moment ago: somebody else has saved the same number, or beside the same page.
            words = _(
                "Nothing was saved: somebody else saved at the same moment. What you typed is kept; please look again."
            )
            answer = _form_again(self, "conflict", words)
            answer.status_code = 409
            return answer

    return saved


def _form_again(view: Any, code: str, words: str) -> HttpResponse:
    """The form with what was typed and a sentence above it; autosave gets the sentence alone."""
    if getattr(view, "expects_json_response", False):
        return view.json_error_response(code, words)
    messages.error(view.request, words)
    view.has_unsaved_changes, view.errors_debug = True, None
    return view.render_to_response(view.get_context_data())
