"""Remedies with their time limits, by procedure and day of the decision."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.amounts import chinese_yuan
from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView

_PERIOD = re.compile(r"(\d+|[〇零一二三四五六七八九十百]+)\s*(?:个)?(日|天|月)")
_REVIEW_FIRST = re.compile(r"(?:应当|须|需|必须)?(?:依法)?先(?:行|依法|向[^，。；]{0,40})?[^，。；]{0,20}复议")


@rule("remedy_fits", gettext_lazy("Remedies and their time limits"), ("penalty", "coercion", "other"))
def remedy_fits(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """复议 and 诉讼 with the time limits of law; where 复议 comes first the text says so, elsewhere it does not."""
    text = view.remedy
    if not text.strip():
        return
    days, months = _periods(text)
    review, suit = limits.number("review_days"), limits.number("suit_months")
    if review and ("复议" not in text or review not in days):
        yield Found("remedy", _("The remedies must name review within %(days)s days.") % {"days": review})
    if suit and ("诉讼" not in text or suit not in months):
        yield Found("remedy", _("The remedies must name a lawsuit within %(months)s months.") % {"months": suit})
    if not view.procedure:
        return
    demanded = view.procedure in limits.words("review_first")
    stated = bool(_REVIEW_FIRST.search(text))
    if demanded and not stated:
        yield Found("remedy", _("After this procedure review comes before a lawsuit; the remedies must say so."))
    elif stated and not demanded:
        yield Found("remedy", _("After this procedure the party may choose between review and a lawsuit."))


def _periods(text: str) -> tuple[set[int], set[int]]:
    days: set[int] = set()
    months: set[int] = set()
    for number, unit in _PERIOD.findall(text):
        amount = int(number) if number.isdigit() else chinese_yuan(number)
        if amount is not None:
            (months if unit == "月" else days).add(int(amount))
    return days, months
