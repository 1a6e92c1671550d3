"""How commands speak to other programs: one JSON object on standard output, everything else on standard error."""

import json
from typing import Any

from django.core.management.base import BaseCommand


def give(command: BaseCommand, result: dict[str, Any], as_json: bool, text: str) -> None:
    """Print the result for a program or for a person."""
    command.stdout.write(json.dumps(result, ensure_ascii=False) if as_json else text)
