"""What a decision may not be without, and what a change may not break: such rows wait, whatever else is well."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from importers.formats import ImportFormat
from importers.windows import case_of
from pages.examination.consistency import of_changed, of_page
from records.types.decision_data import DecisionData
from rules.consistency.base import Finding
from rules.consistency.run import examine
from rules.consistency.view import DecisionView
from rules.consistency.weight import Weight
from rules.models import PublicationSettings
from rules.models.weights import weights
from rules.windows import NoWindowRuleError, WindowTable

Objection = tuple[str, str]
"""Code of the column (empty where the form has none), reason."""


def lacking(kind: ImportFormat, data: DecisionData) -> Iterator[Objection]:
    """Items that no page of the kind can be without, and the authority by which it is known."""
    for name in kind.fields:
        field = next((one for one in kind.model._meta.concrete_fields if one.name == name), None)
        if field is not None and not (field.blank or field.null or field.has_default() or getattr(data, name)):
            yield _lacks(kind, kind.fields[name])
    if not (data.agency_code or data.agency_name):
        yield _lacks(kind, kind.fields["agency_name"])


def _lacks(kind: ImportFormat, code: str) -> Objection:
    reason = _("A new record cannot be made without “%(column)s”, which the file does not give.")
    return code, reason % {"column": kind.label_of(code)}


@dataclass
class Demands:
    """What changes of one kind are held against; read once, when the first change asks."""

    kind: ImportFormat

    @cached_property
    def weights(self) -> Sequence[Weight]:
        """The consistency rules with their settings."""
        return weights()

    @cached_property
    def windows(self) -> WindowTable:
        """The rules of publicity."""
        return PublicationSettings.load().window_table()

    def broken(self, page: Any, now: DecisionData, data: DecisionData) -> Iterator[Objection]:
        """What a change from ``now`` to ``facts`` would break: errors that the page does not have yet, its window.

        Of a page that is not public only what the change empties counts; its other errors stop its publication.
        """
        for finding in self._new_errors(page, data):
            name = finding.field.rsplit("-", 1)[-1]
            if page.live or self._is_emptied(name, now, data):
                yield self._code(name), finding.message
        yield from self._without_window(page, data)

    def _new_errors(self, page: Any, data: DecisionData) -> Iterable[Finding]:
        before = {(one.rule.code, one.field) for one in self._errors(of_page(page))}
        found = self._errors(of_changed(page, data))
        return [one for one in found if (one.rule.code, one.field) not in before]

    def _errors(self, view: DecisionView) -> list[Finding]:
        return [one for one in examine(view, self.weights) if one.is_error]

    def _is_emptied(self, name: str, now: DecisionData, data: DecisionData) -> bool:
        return bool(getattr(now, name, None)) and not getattr(data, name, None)

    def _code(self, name: str) -> str:
        return self.kind.code_of("agency_name" if name == "agency" else name)

    def _without_window(self, page: Any, data: DecisionData) -> Iterator[Objection]:
        if page.window_reason and page.expire_at:
            return  # a person has set it
        try:
            self.windows.propose(case_of(data, page), page.becomes_public_on())
        except NoWindowRuleError as error:
            yield self._code("decided_on"), str(error)
