"""Amounts: in figures, in Chinese capitals and in the text are one and the same, and the total is their sum."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.stated import Stated, stated_amounts
from rules.consistency.view import DecisionView

_YUAN = Decimal("0.01")


@rule("amount_capitals", gettext_lazy("Amount in figures and in Chinese capitals"))
def amount_capitals(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Inside a clause the capitals say what the figures say."""
    for one in stated_amounts(view.result):
        if one.figures and one.capitals and not set(one.capitals) <= set(one.figures):
            yield Found(
                "result",
                _("The capitals say %(capitals)s yuan, the figures %(figures)s yuan.")
                % {"capitals": _said(one.capitals), "figures": _said(one.figures)},
            )


@rule("amount_sum", gettext_lazy("Amounts of the text and of the fields"))
def amount_sum(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Fine and confiscation as the text states them, and their total."""
    clauses = stated_amounts(view.result)
    for name, amount in (("fine", view.fine), ("confiscated", view.confiscated)):
        named = [one for one in clauses if one.label == name]
        if named and amount is not None and not _agrees(named, amount, limits.number("rounding") or 0):
            yield Found(
                name,
                _("The content of the penalty says %(text)s yuan, this field %(field)s yuan.")
                % {"text": _said([one for clause in named for one in clause.amounts]), "field": _said([amount])},
            )
    total = (view.fine or Decimal(0)) + (view.confiscated or Decimal(0))
    for one in clauses:
        rounding = limits.number("rounding") or 0
        if one.label == "total" and total and not any(_same(said, total, rounding) for said in one.amounts):
            yield Found(
                "result",
                _("The total is not the sum of its parts: %(text)s yuan, not %(sum)s yuan.")
                % {"text": _said(one.amounts), "sum": _said([total])},
            )


def _agrees(clauses: list[Stated], amount: Decimal, rounding: int) -> bool:
    """The amount stands in a clause, or is the sum of clauses with one amount each.

    A text in whole yuan may be rounded: ``rounding`` is by how many yuan it may differ, not reached.
    """
    if any(_same(one, amount, rounding) for clause in clauses for one in clause.amounts):
        return True
    total = sum((next(iter(clause.amounts)) for clause in clauses if len(clause.amounts) == 1), Decimal(0))
    return _same(total, amount, rounding)


def _same(stated: Decimal, amount: Decimal, rounding: int) -> bool:
    is_whole = stated == stated.to_integral_value()
    return stated == amount or (is_whole and abs(stated - amount) < rounding)


def _said(amounts: object) -> str:
    unique = sorted({one.quantize(_YUAN).normalize() for one in amounts})  # type: ignore[attr-defined]
    return "、".join(f"{one:,f}" for one in unique)
