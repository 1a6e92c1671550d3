"""``manage.py prepare_site``: everything between installed packages and a site that can be looked at."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, call_command
from django.db import connection

from gongshi.login import ensure_login
from gongshi.operations.older import applied_migrations, refuse_older
from gongshi.settings.paths import VAR_DIR


class Command(BaseCommand):
    """Migrate, load the sample content once, make the logins; changes nothing the second time."""

    help = "Migrate the database, load the sample content once and make the logins in var/login.txt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--no-sample`` leaves the site empty."""
        parser.add_argument("--no-sample", action="store_true", help="leave the site without sample content")

    def handle(self, *args: Any, no_sample: bool, **options: Any) -> None:
        refuse_older(applied_migrations(connection))
        call_command("migrate", verbosity=0, stdout=self.stderr)
        if not no_sample:
            call_command("load_sample", stdout=self.stderr)
        if ensure_login(VAR_DIR / "login.txt", roles=not no_sample):
            self.stderr.write("Logins were made: var/login.txt")
