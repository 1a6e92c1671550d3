"""How is a document number read? ``explain number TEXT…``"""

from argparse import ArgumentParser
from typing import Any

from pages.explain.registry import Question, Result, questions
from rules.numbers import UnreadableNumberError, parse_number


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("texts", nargs="+", metavar="TEXT")


def _answer(options: dict[str, Any]) -> Result:
    return {"results": [_one(text) for text in options["texts"]]}


def _one(text: str) -> dict[str, Any]:
    try:
        number = parse_number(text)
    except UnreadableNumberError as error:
        return {
            "raw": text,
            "normalised": None,
            "agency_mark": None,
            "year": None,
            "serial": None,
            "error": str(error),
        }
    return {
        "raw": text,
        "normalised": number.normalised,
        "agency_mark": number.agency_mark,
        "year": number.year,
        "serial": number.serial,
    }


def _text(result: Result) -> str:
    return "\n".join(f"{one['raw']} → {one['normalised'] or one['error']}" for one in result["results"])


questions.register(Question("number", "a document number as it is compared", _arguments, _answer, _text))
