"""How long is it public? ``explain window --act penalty --procedure ordinary --penalty 罚款 …``"""

from argparse import ArgumentParser
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from pages.base.numbered import decision_kinds
from pages.explain.registry import Question, Result, questions, read_date
from records.types import all_kinds
from rules.models import PublicationSettings, Term
from rules.models.terms import Vocabulary
from rules.models.windows import WindowSystem
from rules.windows import NoWindowRuleError, WindowCase

# What people call a party, and its code in the vocabulary.
_PARTIES = {"company": "organisation"}
# What people call an act, and its name in the rules.
_ACTS = {
    "事前公开": "proactive",
}


def _arguments(parser: ArgumentParser) -> None:
    decisions = decision_kinds()
    parser.add_argument("--act", default=decisions[0], help=f"{', '.join(decisions)}, inspection, proactive …")
    parser.add_argument("--procedure", default="", help="ordinary, summary, or as the vocabulary says")
    parser.add_argument(
        "--penalty", dest="types", action="append", default=[], help="a penalty type, any number of times"
    )
    parser.add_argument("--party", default="company", help="company, person, sole_trader")
    parser.add_argument("--grade", default="", help="minor, general, serious; unknown counts as general")
    parser.add_argument("--domain", default="", help="field of enforcement")
    parser.add_argument("--date", required=True, help="date of decision, YYYY-MM-DD")
    parser.add_argument("--published", default="", metavar="DATE", help="first public day; default: the decision's")
    parser.add_argument("--valid-until", default="", metavar="DATE", help="end of a permit's validity")
    parser.add_argument("--effect-until", default="", metavar="DATE", help="end of a penalty that lasts")
    parser.add_argument("--declared-end", default="", metavar="DATE", help="公示截止期 of the source")
    parser.add_argument("--system", choices=WindowSystem.values, default="", help="default: as the settings say")


def _answer(options: dict[str, Any]) -> Result:
    party = _PARTIES.get(options["party"], options["party"])
    case = WindowCase(
        act=_act(options["act"]),
        decided_on=read_date(options["date"]),
        procedure=_code(Vocabulary.PROCEDURE, options["procedure"]),
        penalty_types=tuple(_code(Vocabulary.PENALTY_TYPE, one) for one in options["types"]),
        party_categories=(_code(Vocabulary.PARTY_CATEGORY, party),),
        grade=_code(Vocabulary.GRADE, options["grade"]),
        domain=_code(Vocabulary.DOMAIN, options["domain"]),
        declared_end=_day(options["declared_end"]),
        valid_until=_day(options["valid_until"]),
        effect_until=_day(options["effect_until"]),
    )
    table = PublicationSettings.load().window_table()
    table = replace(table, system=options["system"] or table.system)
    try:
        window = table.propose(case, _day(options["published"]) or case.decided_on)
    except NoWindowRuleError as error:
        raise CommandError(str(error)) from error
    return {
        "visible_from": case.decided_on.isoformat(),
        "visible_to": window.last_day.isoformat(),
        "rule": window.rule.name,
        "basis": window.basis,
    }


def _act(text: str) -> str:
    """The act as the rules name it: a kind of record by its key or name; lists before enforcement share one."""
    for kind in all_kinds():
        if text in {kind.key, str(kind.label), str(kind.singular), kind.section_title, *kind.also_called}:
            return kind.key
    return _ACTS.get(text, text)


def _day(text: str) -> date | None:
    return read_date(text) if text else None


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


questions.register(Question("window", "how long a record is public, by which rule", _arguments, _answer, _text))
