"""The text of a notice in safe, masked parts, and what of it is searched."""

from collections.abc import Iterator
from typing import Any

import nh3
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe

from privacy.masking import Masker

_TAGS = {"p", "b", "strong", "ol", "ul", "li", "a", "br"}
_BLOCKS = {"p", "ol", "ul", "li", "br"}
_WIDTH = "max-1200x1200|format-jpeg"


def blocks(page: Any, masker: Masker) -> list[dict[str, Any]]:
    """All parts of a notice as plain JSON. Pictures are named by their stored file; the address comes when shown."""
    return [{"type": block.block_type, **_READERS[block.block_type](block.value, masker)} for block in page.body]


def shown(stored: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Stored parts for a template: pictures with their addresses at this site, texts as the safe HTML that they are."""
    return [_shown(one) for one in stored]


def _shown(part: dict[str, Any]) -> dict[str, Any]:
    if part["type"] == "picture":
        return {**part, "address": reverse("media", args=[part["file"]])}
    return {**part, "html": mark_safe(part["html"])} if part["type"] == "text" else part  # noqa: S308 - sanitised


def words_of(stored: list[dict[str, Any]]) -> str:
    found = (words(one["html"]) if "html" in one else one.get("text", one.get("caption", "")) for one in stored)
    return " ".join(filter(None, found))


def plain_text(body: Any) -> str:
    """The words of a body, unmasked: for checks inside."""
    return "\n".join(_words(body)) if body else ""


def words(html: str) -> str:
    return strip_tags(html.replace("</", " </")).strip()


def pictures(page: Any) -> list[int]:
    """Ids of the pictures that the notice shows."""
    return [block.value["image"].pk for block in page.body if block.block_type == "picture" and block.value["image"]]


def _plain(value: str, masker: Masker) -> dict[str, Any]:
    return {"text": masker(value)}


def _text(value: Any, masker: Masker) -> dict[str, Any]:
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
    return {"html": masked}


def _picture(value: Any, masker: Masker) -> dict[str, Any]:
    rendition = value["image"].get_rendition(_WIDTH)
    return {
        "file": rendition.file.name,
        "alternative": masker(value["alternative"]),
        "caption": masker(value["caption"]),
        "width": rendition.width,
        "height": rendition.height,
    }


_READERS = {"heading": _plain, "text": _text, "picture": _picture, "quotation": _plain}


def _words(body: Any) -> Iterator[str]:
    for block in body:
        if block.block_type == "picture":
            yield f"{block.value['alternative']} {block.value['caption']}"
        else:
            yield words(str(getattr(block.value, "source", block.value)))
