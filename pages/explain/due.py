"""When is it due? ``explain due RULE DATE…``"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from pages.explain.registry import Question, Result, questions, read_date
from rules.deadlines import UnknownDeadlineError
from rules.models.counting import compute_due, load_calendar


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rule", help="key of the deadline, e.g. publish_penalty")
    parser.add_argument("dates", nargs="+", metavar="DATE", help="YYYY-MM-DD")


def _answer(options: dict[str, Any]) -> Result:
    calendar = load_calendar()
    return {"results": [_one(options["rule"], text, calendar) for text in options["dates"]]}


def _one(rule: str, text: str, calendar: Any) -> dict[str, Any]:
    try:
        found = compute_due(rule, read_date(text), calendar)
    except UnknownDeadlineError as error:
        raise CommandError(str(error)) from error
    return {
        "from": found.start.isoformat(),
        "due": found.due.isoformat(),
        "limit": found.limit,
        "unit": found.unit,
        "rule": found.rule,
        "basis": found.basis,
        "complete": found.complete,
    }


def _text(result: Result) -> str:
    lines = []
    for one in result["results"]:
        provisional = "" if one["complete"] else f" ({_('provisional')})"
        lines.append(f"{one['from']} → {one['due']}{provisional}  {one['rule']}  {one['basis']}")
    return "\n".join(lines)


questions.register(Question("due", "when an act is due, by which rule", _arguments, _answer, _text))
