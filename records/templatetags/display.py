"""Template filters that write dates, amounts and addresses so that they read well and never break across lines.

How such a piece looks stands in ``components/text/``.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from rules import wording
from rules.models.terms import Tone
from rules.windows import LONG_TERM

register = template.Library()

_ELEMENT = re.compile(r"(<[^>]*>)")
# 2026年11月22日, 11月22日, 2026-11-22; 15,000元, 1.2万元; 兴住建罚决字〔2026〕70号 with at most eight characters
# before its bracket; 第36号.
_NUMBERS = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}"
    r"|\d[\d,.]* ?[万亿]?元"
    r"|[\u4e00-\u9fff]{0,8}[〔\[(（]\d{4}[〕\])）](?:第?\d+号)?|第\d+号"
)


@register.filter
def day(value: date | datetime | str | None) -> str:
    """A date as a <time> element that stays on one line; a text as found in a record's fields (ISO) is read first."""
    if not value:
        return ""
    moment = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return _day(wording.local_date(moment).isoformat(), wording.long_date(moment))


@register.filter
def last_day(moment: datetime | None) -> str:
    """The last day of a window that ends at this moment: an end at midnight belongs to the day before."""
    if not moment:
        return ""
    return day(moment - timedelta(microseconds=1))


@register.filter
def is_long_term(value: str) -> bool:
    """Whether a date as found in a record's fields (ISO) stands for one without end."""
    return value >= LONG_TERM.isoformat()


@register.filter
def tag_moment(moment: datetime | None) -> str:
    """A moment as government page tags want it: YYYY-MM-DD HH:MM, local time."""
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


@register.filter
def fen(yuan_text: str | None) -> int | None:
    """An amount as records hold it ("32740.00" yuan) in whole fen."""
    return int(Decimal(yuan_text) * 100) if yuan_text else None


@register.filter
def yuan(fen: int | None) -> str:
    """Whole fen as an amount with thousands, on one line: 32,740 元."""
    if fen is None:
        return ""
    return keep(_("%(amount)s yuan") % {"amount": wording.yuan_digits(fen)})


@register.filter
def capital(fen: int | None) -> str:
    """Whole fen in the capital figures of documents, for readers of Chinese; empty in English."""
    return "" if fen is None or not wording.is_chinese() else wording.capital_yuan(fen)


@register.filter
def keep(text: Any) -> SafeString:
    """Text that must not break across lines: a document number, a code."""
    return _piece("keep", conditional_escape(text))


def mark(text: str) -> SafeString:
    """What was looked for."""
    return _piece("mark", conditional_escape(text))


@register.filter
def kept(text: Any) -> SafeString:
    """A text, or safe HTML, whose dates, amounts and document numbers stay whole."""
    pieces = _ELEMENT.split(conditional_escape(text))
    pieces[::2] = (_NUMBERS.sub(_whole, piece) for piece in pieces[::2])
    return mark_safe("".join(pieces))  # noqa: S308


@register.filter
def tone_class(tone: str) -> str:
    """The classes of a tag."""
    return "gs-tag" if tone == Tone.NEUTRAL else f"gs-tag gs-tag--{tone}"


def _whole(found: re.Match[str]) -> str:
    return _piece("keep", mark_safe(found[0]))  # noqa: S308 - a piece of what is escaped already


# A list asks for the same dates and numbers again and again, and a template is drawn slower than a dictionary read.
@lru_cache(maxsize=4096)
def _piece(name: str, html: SafeString) -> SafeString:
    return mark_safe(render_to_string(f"components/text/{name}.html", {"text": html}).strip())  # noqa: S308


@lru_cache(maxsize=1024)
def _day(iso: str, text: str) -> SafeString:
    return mark_safe(render_to_string("components/text/day.html", {"iso": iso, "text": text}).strip())  # noqa: S308


@register.filter
def enumerated(texts: Iterable[str]) -> str:
    """罚款、警告."""
    return wording.enumerate_texts(texts)


@register.filter
def address(path: str) -> str:
    """A record's path below the base path as an address of this site."""
    return get_script_prefix().rstrip("/") + path


@register.filter
def paragraphs(text: str) -> list[str]:
    """The non-empty lines of a plain text."""
    return [line.strip() for line in str(text or "").splitlines() if line.strip()]
