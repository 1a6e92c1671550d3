"""Telling people what the scheduler did. The admin shows every run; a mail goes out when an address is set."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import override

from records.models import SchedulerRun

logger = logging.getLogger(__name__)


def tell(report: SchedulerRun) -> None:
    """Mail a run that did something. A failure that was told an hour ago is not told again each minute."""
    if not settings.NOTIFY_ADDRESSES or not report.did_something or _only_repeats(report):
        return
    with override(settings.LANGUAGE_CODE):
        try:
            send_mail(_subject(report), _text(report), settings.DEFAULT_FROM_EMAIL, list(settings.NOTIFY_ADDRESSES))
        except OSError:
            logger.exception("the scheduler's mail could not be sent")


def _only_repeats(report: SchedulerRun) -> bool:
    if report.published or report.changed or report.unpublished:
        return False
    earlier = SchedulerRun.objects.filter(started_at__lt=report.started_at, failed__gt=0).first()
    return earlier is not None and _failing(earlier) == _failing(report)


def _failing(report: SchedulerRun) -> set[tuple[str, str, str]]:
    return {(error["model"], error["pk"], error["act"]) for error in report.errors}


def _subject(report: SchedulerRun) -> str:
    if report.failed:
        return _("Scheduled publishing: %(failed)s failed") % {"failed": report.failed}
    return _("Scheduled publishing: %(published)s published, %(changed)s changed, %(ended)s ended") % {
        "published": report.published,
        "changed": report.changed,
        "ended": report.unpublished,
    }


def _text(report: SchedulerRun) -> str:
    lines = [
        _("Published: %(number)s") % {"number": report.published},
        _("Changed: %(number)s") % {"number": report.changed},
        _("Ended: %(number)s") % {"number": report.unpublished},
        _("Failed: %(number)s") % {"number": report.failed},
        "",
        *(f"{error['title']} ({error['pk']}): {error['error']}" for error in report.errors),
    ]
    return "\n".join(lines)
