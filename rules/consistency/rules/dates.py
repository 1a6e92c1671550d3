"""Order of days: filing ≤ notice ≤ decision ≤ service ≤ publication."""

from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView

_DAYS = (
    ("filed_on", gettext_lazy("the filing of the case")),
    ("notified_on", gettext_lazy("the notice before the penalty")),
    ("decided_on", gettext_lazy("the decision")),
    ("served_on", gettext_lazy("its service")),
)


@rule("dates_order", gettext_lazy("Order of dates"), ("penalty", "coercion", "other"))
def dates_order(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """No step lies before the step that it follows; days that are not known are passed over."""
    known = [(name, label, day) for name, label in _DAYS if (day := getattr(view, name))]
    for (_before, before, earlier), (name, label, day) in pairwise(known):
        if day < earlier:
            yield Found(
                name,
                _("The dates are out of order: %(later)s cannot be before %(earlier)s.")
                % {"later": label, "earlier": before},
            )


@rule("served_before_publication", gettext_lazy("Publication after service"), needs_form=True, item="served_on")
def served_before_publication(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """A decision is public only once it has been served."""
    if view.served_on is None:
        yield Found("served_on", _("Give the date of service: a decision is published after it has been served."), True)
    elif view.publish_on and view.publish_on < view.served_on:
        yield Found("served_on", _("The decision would be public before it is served."))
