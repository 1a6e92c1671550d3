"""Subcommands of ``manage.py explain``."""

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from rules.registry import Registry

Result = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """A subcommand: its arguments, its answer as plain JSON, and that answer as text for a person."""

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    answer: Callable[[dict[str, Any]], Result]
    text: Callable[[Result], str]


questions: Registry[Question] = Registry("name", order=lambda one: one.name)


def read_date(text: str) -> date:
    """A date as YYYY-MM-DD. Raises ``CommandError``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(_("%(text)s is no date; write it as 2026-11-22.") % {"text": text}) from None
