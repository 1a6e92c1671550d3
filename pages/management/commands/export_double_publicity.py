"""``manage.py export_double_publicity``: published decisions in the national template. See docs/cli.md."""

import json
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from pages.explain.registry import read_date
from pages.exports import Exported, ExportError, ExportOrder, export
from pages.exports.models import Recipient
from pages.exports.run import FORMATS, export_kinds


class Command(BaseCommand):
    """One export, registered."""

    help = "Export published permits or penalties in the national 双公示 template, and register the export."

    def add_arguments(self, parser: CommandParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("--from", dest="first", required=True, metavar="DATE", help="date of decision, included")
        parser.add_argument("--to", dest="last", required=True, metavar="DATE", help="date of decision, included")
        parser.add_argument("--kind", required=True, choices=sorted(export_kinds()))
        parser.add_argument("--format", dest="file_format", default="xlsx", choices=FORMATS)
        parser.add_argument("--output", required=True, type=Path, metavar="FILE")
        parser.add_argument("--recipient", help="who receives it, by name")
        parser.add_argument(
            "--with-identity", action="store_true", help="items 11 and 13 too; needs --as and the right"
        )
        parser.add_argument("--as", dest="user", help="login of the person who exports")
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Export and say what was exported."""
        order = ExportOrder(
            kind=options["kind"],
            first=read_date(options["first"]),
            last=read_date(options["last"]),
            file_format=options["file_format"],
            recipient=_recipient(options["recipient"]),
            with_identity=options["with_identity"],
            user=_user(options["user"]),
        )
        try:
            exported = export(order, options["output"])
        except ExportError as error:
            raise CommandError(str(error)) from error
        except PermissionDenied:
            raise CommandError(_("This account may not make this export.")) from None
        except OSError as error:
            raise CommandError(_("The file cannot be written: %(error)s") % {"error": error}) from error
        result = as_dict(exported)
        text = _("%(decisions)s decisions, %(rows)s rows: %(output)s") % result
        self.stdout.write(json.dumps(result, ensure_ascii=False) if options["json"] else text)


def as_dict(exported: Exported) -> dict[str, Any]:
    """The answer as other programs rely on it."""
    run = exported.run
    return {
        "run": run.pk,
        "kind": run.kind,
        "from": run.period_from.isoformat(),
        "to": run.period_to.isoformat(),
        "format": run.file_format,
        "output": run.file_name,
        "sha256": run.sha256,
        "decisions": run.decisions,
        "rows": run.rows,
        "with_identity": run.with_identity,
        "recipient": run.recipient.name if run.recipient else None,
        "missing": dict(exported.checked.missing),
        "problems": [
            {"line": fault.line, "doc_no": fault.doc_no, "column": fault.code} for fault in exported.checked.faults
        ],
    }


def _user(login: str | None) -> Any:
    if not login:
        return None
    model = get_user_model()
    user = model.objects.filter(**{model.USERNAME_FIELD: login}, is_active=True).first()
    if user is None:
        raise CommandError(_("There is no active account %(login)s.") % {"login": login})
    return user


def _recipient(name: str | None) -> Recipient | None:
    if not name:
        return None
    found = Recipient.objects.filter(name=name, enabled=True).first()
    if found is None:
        names = "、".join(Recipient.objects.filter(enabled=True).values_list("name", flat=True))
        raise CommandError(_("There is no recipient %(name)s; there are: %(names)s.") % {"name": name, "names": names})
    return found
