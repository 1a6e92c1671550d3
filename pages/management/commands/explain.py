"""``manage.py explain``: why does it say that? See docs/cli.md."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from pages.explain.registry import questions


class Command(BaseCommand):
    """One subcommand for each question."""

    help = "Answer “why does it say that?”: due dates, working days, windows, masks, numbers."

    def add_arguments(self, parser: CommandParser) -> None:
        """The subcommands register themselves."""
        subparsers = parser.add_subparsers(dest="question", required=True, metavar="QUESTION")
        for question in questions:
            own = subparsers.add_parser(question.name, help=question.help)
            question.arguments(own)
            own.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        question = next(one for one in questions if one.name == options["question"])
        result = question.answer(options)
        as_json = options["json"]
        self.stdout.write(json.dumps(result, ensure_ascii=False) if as_json else question.text(result))
