"""``manage.py load_sample``: the invented bureau and its decisions, so that a living site is shown."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from gongshi import sample


class Command(BaseCommand):
    """Load the sample once; importing it again would change nothing either."""

    help = "Load the invented sample content, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--again`` loads even when it was loaded before."""
        parser.add_argument("--again", action="store_true", help="load even when it was loaded before")

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        if sample.is_loaded() and not again:
            return
        self.stdout.write("Loading the sample content")
        sample.load()
