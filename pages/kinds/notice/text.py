"""The text of a notice as safe, masked HTML, and what of it is searched."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import nh3
from django.urls import reverse
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from privacy.masking import Masker

_TAGS = {"p", "b", "strong", "ol", "ul", "li", "a", "br"}
_BLOCKS = {"p", "ol", "ul", "li", "br"}
_MEDIA = re.compile(r'src="media:([^"]+)"')
_WIDTH = "max-1200x1200|format-jpeg"


def body_html(page: Any, masker: Masker) -> SafeString:
    """All parts of a notice. Pictures are named by their stored file (``media:``); the address comes when shown."""
    return mark_safe("".join(_parts(page.body, masker)))  # noqa: S308 - every part is escaped or sanitised


def shown(html: str) -> SafeString:
    """Stored HTML with the addresses of this site."""
    return mark_safe(_MEDIA.sub(lambda match: f'src="{reverse("media", args=[match.group(1)])}"', html))  # noqa: S308


def plain_text(body: Any) -> str:
    """The words of a body, unmasked: for checks inside."""
    return "\n".join(_words(body)) if body else ""


def words(html: str) -> str:
    """The words of stored HTML."""
    return strip_tags(html.replace("</", " </")).strip()


def pictures(page: Any) -> list[int]:
    """Ids of the pictures that the notice shows."""
    return [block.value["image"].pk for block in page.body if block.block_type == "picture" and block.value["image"]]


def _parts(body: Any, masker: Masker) -> Iterator[str]:
    for block in body:
        yield _DRAWERS[block.block_type](block.value, masker)


def _heading(value: str, masker: Masker) -> str:
    return format_html("<h3>{}</h3>", masker(value))


def _text(value: Any, masker: Masker) -> str:
    clean = nh3.clean(
        value.source,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener nofollow",
    )
    masked = masker(clean)
    # A name or a number cut in two by a tag is not seen in the HTML: then the marks inside the text are given up.
    if masker(words(masked)) != words(masked):
        masked = masker(nh3.clean(clean, tags=_BLOCKS))
    return masked


def _picture(value: Any, masker: Masker) -> str:
    rendition = value["image"].get_rendition(_WIDTH)
    caption = format_html("<figcaption>{}</figcaption>", masker(value["caption"])) if value["caption"] else ""
    return format_html(
        '<figure class="gs-figure"><img src="media:{}" alt="{}" width="{}" height="{}" loading="lazy">{}</figure>',
        quote(rendition.file.name),
        masker(value["alternative"]),
        rendition.width,
        rendition.height,
        caption,
    )


def _quotation(value: str, masker: Masker) -> str:
    return format_html('<blockquote class="gs-quote">{}</blockquote>', masker(value))


_DRAWERS = {"heading": _heading, "text": _text, "picture": _picture, "quotation": _quotation}


def _words(body: Any) -> Iterator[str]:
    for block in body:
        if block.block_type == "picture":
            yield f"{block.value['alternative']} {block.value['caption']}"
        else:
            yield words(str(getattr(block.value, "source", block.value)))
