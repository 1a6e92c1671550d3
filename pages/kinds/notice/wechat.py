"""A notice as WeChat's editor takes it: one fragment of HTML whose styles stand at each element.

The editor throws away classes, scripts and style sheets. What is copied is the public record, masked as on the site.
"""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from records.models.publication import PublicRecord
from rules import wording

_FONT = "font-size:16px;line-height:1.75;color:#222;letter-spacing:.5px"
_STYLES = {
    "h2": "font-size:20px;line-height:1.5;font-weight:bold;color:#17406d;margin:0 0 12px",
    "h3": "font-size:17px;line-height:1.6;font-weight:bold;color:#17406d;margin:24px 0 8px",
    "p": f"{_FONT};margin:0 0 14px;text-align:justify",
    "ul": f"{_FONT};margin:0 0 14px;padding-left:1.5em",
    "ol": f"{_FONT};margin:0 0 14px;padding-left:1.5em",
    "blockquote": f"{_FONT};margin:0 0 14px;padding:4px 0 4px 14px;border-left:4px solid #c8ced6;color:#555",
    "figure": "margin:0 0 14px",
    "img": "max-width:100%;height:auto",
    "figcaption": "font-size:14px;color:#666;margin-top:4px",
}
_TAG = re.compile(r"<(h2|h3|p|ul|ol|blockquote|figure|img|figcaption)\b([^>]*)>")
_CLASS = re.compile(r'\s(?:class|loading|width|height)="[^"]*"')
_LINK = re.compile(r"</?a\b[^>]*>")


def wechat_html(record: PublicRecord, body: str, address: str) -> SafeString:
    """Title, date and agency, text, source and address. ``body`` is the record's text with addresses of this site."""
    head = format_html("<h2>{}</h2><p>{}</p>", record.title, f"{record.agency}　{wording.long_date(record.decided_on)}")
    summary = format_html_join("", "<p>{}</p>", ((line,) for line in [record.fields.get("summary")] if line))
    foot = format_html("<p>{}</p>", _("Source: %(address)s") % {"address": address})
    # Links to other places are refused there and would be left as dead blue text.
    return mark_safe(_styled(_LINK.sub("", f"{head}{summary}{body}{foot}")))  # noqa: S308 - parts are escaped


def _styled(html: str) -> str:
    return _TAG.sub(lambda match: f'<{match[1]} style="{_STYLES[match[1]]}"{_CLASS.sub("", match[2])}>', html)
