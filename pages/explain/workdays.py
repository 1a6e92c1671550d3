"""How many working days? ``explain workdays FROM TO``: both days included."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from pages.explain.registry import Question, Result, questions, read_date
from rules.models.counting import load_calendar


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("first", metavar="FROM", help="YYYY-MM-DD, included")
    parser.add_argument("last", metavar="TO", help="YYYY-MM-DD, included")


def _answer(options: dict[str, Any]) -> Result:
    first, last = read_date(options["first"]), read_date(options["last"])
    if last < first:
        raise CommandError(_("The second date comes before the first."))
    return {"workdays": load_calendar().workdays_between(first, last), "days": (last - first).days + 1}


def _text(result: Result) -> str:
    return _("%(workdays)s working days of %(days)s days") % result


questions.register(Question("workdays", "working days from a day to a day, both included", _arguments, _answer, _text))
