"""A notice as WeChat's editor takes it: one fragment of HTML whose styles stand at each element.

The editor throws away classes, scripts and style sheets. What is copied is the public record, masked as on the site.
"""

import re

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pages.kinds.notice.text import shown
from records.models.publication import PublicRecord

_FONT = "font-size:16px;line-height:1.75;color:#222;letter-spacing:.5px"
_STYLES = {
    "h1": "font-size:20px;line-height:1.5;font-weight:bold;color:#17406d;margin:0 0 12px",
    "h2": "font-size:17px;line-height:1.6;font-weight:bold;color:#17406d;margin:24px 0 8px",
    "p": f"{_FONT};margin:0 0 14px;text-align:justify",
    "ul": f"{_FONT};margin:0 0 14px;padding-left:1.5em",
    "ol": f"{_FONT};margin:0 0 14px;padding-left:1.5em",
    "blockquote": f"{_FONT};margin:0 0 14px;padding:4px 0 4px 14px;border-left:4px solid #c8ced6;color:#555",
    "figure": "margin:0 0 14px",
    "img": "max-width:100%;height:auto",
    "figcaption": "font-size:14px;color:#666;margin-top:4px",
}
_TAG = re.compile(r"<(h1|h2|p|ul|ol|blockquote|figure|img|figcaption)\b([^>]*)>")
_CLASS = re.compile(r'\s(?:class|loading|width|height)="[^"]*"')
# Links to other places are refused there and would be left as dead blue text; spans only carry classes.
_LOST = re.compile(r"</?(?:a|span|time)\b[^>]*>")


def wechat_html(record: PublicRecord, root: str, address: str) -> SafeString:
    """Title, date and agency, text, source and address; ``root``: of this site, for the pictures."""
    parts = [
        {**one, "address": f"{root}{one['address']}"} if "address" in one else one
        for one in shown(record.fields.get("body", []))
    ]
    html = render_to_string("components/wechat.html", {"record": record, "parts": parts, "address": address})
    return mark_safe(_styled(_LOST.sub("", html)).strip())  # noqa: S308 - the template escapes


def _styled(html: str) -> str:
    return _TAG.sub(lambda match: f'<{match[1]} style="{_STYLES[match[1]]}"{_CLASS.sub("", match[2])}>', html)
