"""A rule and what it finds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from rules.consistency.view import DecisionView
from rules.registry import Registry

Text = str | Promise


class Severity(StrEnum):
    """What a finding does: an error keeps a decision from being published, a hint is only told.

    What waits is missing, does not keep it, and stands on the editors' desk until it is there.
    """

    HINT = "hint"
    ERROR = "error"
    WAITS = "waits"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers and words that a rule compares with, from its dated setting."""

    values: Mapping[str, str]

    def number(self, name: str) -> int | None:
        """A whole number, None when the setting names none."""
        text = self.values.get(name, "")
        return int(text) if text.isdigit() else None

    def words(self, name: str) -> frozenset[str]:
        """Codes parted by blanks."""
        return frozenset(self.values.get(name, "").split())


@dataclass(frozen=True, slots=True)
class Found:
    """What a check says of a field. ``field`` of a party is ``parties-<index>-<name>``.

    ``is_missing``: the rule's item is not there at all, rather than wrong.
    """

    field: str
    message: str
    is_missing: bool = False


Check = Callable[[DecisionView, Limits], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pure check. ``acts`` are the kinds it speaks about; ``needs_form`` rules need items that no import carries.

    ``item`` is the field that the rule demands and that the national form has no column for.
    """

    code: str
    label: Text
    check: Check
    acts: frozenset[str] = frozenset({"penalty"})
    needs_form: bool = False
    item: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, with the weight and basis of its dated setting."""

    rule: Rule
    field: str
    message: str
    severity: Severity
    basis: str

    @property
    def is_error(self) -> bool:
        """Whether it keeps the decision from being published."""
        return self.severity is Severity.ERROR

    @property
    def waits(self) -> bool:
        """Whether the item is to be added later."""
        return self.severity is Severity.WAITS


all_rules: Registry[Rule] = Registry("code")


def rule(
    code: str, label: Text, acts: Iterable[str] = ("penalty",), needs_form: bool = False, item: str = ""
) -> Callable[[Check], Check]:
    """Register a check under its code."""

    def keep(check: Check) -> Check:
        all_rules.register(Rule(code, label, check, frozenset(acts), needs_form, item))
        return check

    return keep


def items_of(act: str) -> list[str]:
    """Fields of a kind that its rules demand and the national form has no column for."""
    return list(dict.fromkeys(one.item for one in all_rules if one.item and act in one.acts))
