"""Items that each kind of decision must have, and terms that begin before they end."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView

_NAMED = {"permit": "other_kind", "other": "other_type"}
_TERM_END = {"permit": "valid_until", "coercion": "period_until"}


@rule("required_items", gettext_lazy("Items that must be filled"), ("permit", "coercion", "other"), needs_form=True)
def required_items(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """The items that the standard or the law demands of this kind of decision."""
    for name in sorted(limits.words(view.act) - view.filled):
        yield Found(name, _("This item must be filled before publishing."))


@rule("other_named", gettext_lazy("Other kind, named"), ("permit", "other"))
def other_named(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """其他 says which."""
    if view.kind_code == "other" and not view.kind_named.strip():
        yield Found(_NAMED[view.act], _("“其他” is chosen; name the kind."))
    if view.kind_named.strip() and view.kind_code and view.kind_code != "other":
        yield Found(_NAMED[view.act], _("Name a kind of its own only when “其他” is chosen."))


@rule("term_order", gettext_lazy("Begin and end of the term"), ("permit", "coercion"))
def term_order(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Nothing ends before it begins."""
    if view.term_from and view.term_until and view.term_until < view.term_from:
        yield Found(_TERM_END[view.act], _("The term cannot end before it begins."))


@rule("coercion_term", gettext_lazy("Longest term of a measure"), ("coercion",), needs_form=True)
def coercion_term(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Sealing, seizing and freezing have a longest term, longer with an approved extension."""
    if view.kind_code not in limits.words("measures") or view.term_due is None:
        return
    if view.term_until is None:
        yield Found("period_until", _("This measure needs an end of its term."))
    elif view.term_until > view.term_due:
        yield Found(
            "period_until",
            _("The law allows this measure until %(day)s; a longer one needs an approved extension.")
            % {"day": view.term_due.isoformat()},
        )
