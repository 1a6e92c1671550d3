"""The six parts of a decision document (行政处罚法 59)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView

_PERFORMANCE = re.compile(r"(?:日|天|月|年)(?:内|以内|之内|之日起|前)|当场(?:缴纳|收缴)|立即|期限")

_PAID_BY = re.compile(r"(?:缴纳|缴至|缴到|交纳)")


@rule("six_parts", gettext_lazy("Six parts of a decision document"), needs_form=True)
def six_parts(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Party; facts; penalty and basis; remedies; authority and date. Performance has a rule of its own."""
    present = {
        "agency": bool(view.agency),
        "facts": bool(view.facts.strip()),
        "basis": bool(view.basis.strip()),
        "penalty_types": bool(view.penalty_types),
        "result": bool(view.result.strip()),
        "remedy": bool(view.remedy.strip()),
        "decided_on": view.decided_on is not None,
    }
    for name, filled in present.items():
        if not filled:
            yield Found(name, _("A decision document must have this part."))


@rule("performance", gettext_lazy("How and until when the penalty is performed"), needs_form=True)
def performance(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """The fourth part: whoever pays must read how and by when."""
    if (
        {"fine", "confiscate_gains"} & view.penalty_types
        and view.result.strip()
        and not _PERFORMANCE.search(view.result)
        and not _PAID_BY.search(view.remedy)  # the public page heads that field 履行方式与救济途径
    ):
        yield Found("result", _("Say how and until when the penalty is to be performed."))
