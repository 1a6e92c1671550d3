"""One mail when the site falls ill, one when it is well again, a reminder while it lasts.

What was told is kept in a file: the database may be what is ill. An illness counts when two looks in a row of the same
looker see it: the workers and the operating system's timer look by turns.
"""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from filelock import FileLock

from gongshi.health.finding import Finding


def tell(findings: list[Finding], looker: str = "timer") -> bool:
    """Compare with what was told last and send a mail when it is news; whether one was sent."""
    folder = Path(settings.VAR_DIR) / "health"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "alarm.lock"):
        path = folder / "alarm.json"
        before = _read(path)
        seen = {finding.symptom for finding in findings if not finding.well}
        earlier = before.get("seen_by", {})
        sure = seen & set(earlier.get(looker, []))
        now = timezone.now()
        told, sent = set(before.get("told", [])), False
        if settings.ALARM_ADDRESS and (_is_news(sure, seen, told) or (sure and _is_old(before, now))):
            _send(findings, healthy=not sure)
            sent, told = True, sure
        at = now.isoformat() if sent else before.get("at", "")
        _write(path, {"seen_by": {**earlier, looker: sorted(seen)}, "told": sorted(told), "at": at})
    return sent


def _is_news(sure: set[str], seen: set[str], told: set[str]) -> bool:
    """A symptom that was not told yet, or all well after something was told."""
    return bool(sure - told) or (bool(told) and not seen)


def _is_old(before: dict[str, Any], now: datetime) -> bool:
    at = before.get("at", "")
    return bool(at) and now - datetime.fromisoformat(at) >= timedelta(hours=settings.ALARM_REPEAT_HOURS)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, state: dict[str, Any]) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(state), encoding="utf-8")
    fresh.replace(path)


def _send(findings: list[Finding], healthy: bool) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        ill = [finding for finding in findings if not finding.well]
        subject = _("Publicity site: all is well again") if healthy else _("Publicity site: something is wrong")
        lines = [f"{finding.name}: {finding.symptom} ({finding.detail})" for finding in ill]
        advice = _("What to do about each stands in docs/runbook.md under its name.")
        body = "\n".join([str(settings.SITE_URL), "", *lines, *(["", advice] if ill else [])])
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [settings.ALARM_ADDRESS])
