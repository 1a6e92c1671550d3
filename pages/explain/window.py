"""How long is it public? ``explain window --act penalty --procedure ordinary --penalty 罚款 …``"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from pages.explain.registry import Question, Result, read_date, register
from pages.models import Term, WindowRule
from pages.models.terms import Vocabulary
from pages.windows import NoWindowRuleError, WindowCase, propose_window

# What people call a party, and its code in the vocabulary.
_PARTIES = {"company": "organisation"}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--act", default="penalty", help="penalty, permit, coercion, inspection_result, standing …")
    parser.add_argument("--procedure", default="", help="ordinary, summary, or as the vocabulary says")
    parser.add_argument("--penalty", action="append", default=[], help="a penalty type, any number of times")
    parser.add_argument("--party", default="company", help="company, person, sole_trader")
    parser.add_argument("--grade", default="", help="minor, general, serious; unknown counts as general")
    parser.add_argument("--domain", default="", help="field of enforcement")
    parser.add_argument("--date", required=True, help="date of decision, YYYY-MM-DD")


def _answer(options: dict[str, Any]) -> Result:
    party = _PARTIES.get(options["party"], options["party"])
    case = WindowCase(
        act=options["act"],
        decided_on=read_date(options["date"]),
        procedure=_code(Vocabulary.PROCEDURE, options["procedure"]),
        penalty_types=tuple(_code(Vocabulary.PENALTY_TYPE, one) for one in options["penalty"]),
        party_categories=(_code(Vocabulary.PARTY_CATEGORY, party),),
        grade=_code(Vocabulary.GRADE, options["grade"]),
        domain=_code(Vocabulary.DOMAIN, options["domain"]),
    )
    try:
        window = propose_window(case, list(WindowRule.objects.in_order()))
    except NoWindowRuleError as error:
        raise CommandError(str(error)) from error
    return {
        "visible_from": case.decided_on.isoformat(),
        "visible_to": window.last_day.isoformat(),
        "rule": window.rule.name,
        "basis": window.basis,
    }


def _code(vocabulary: str, text: str) -> str:
    """The code of a term that was named by its code or any of its spellings."""
    if not text:
        return ""
    for term in Term.objects.of(vocabulary):
        if text == term.code or text in term.spellings:
            return term.code
    codes = ", ".join(Term.objects.of(vocabulary).values_list("code", flat=True))
    raise CommandError(_("%(text)s is not in the vocabulary; it has: %(codes)s.") % {"text": text, "codes": codes})


def _text(result: Result) -> str:
    return f"{result['visible_from']} – {result['visible_to']}  {result['rule']}  {result['basis']}"


register(Question("window", "how long a record is public, by which rule", _arguments, _answer, _text))
