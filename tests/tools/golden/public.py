"""The public pages as they are sent."""

import re
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.test import Client

from tests.tools.golden.canonical import file_name, model, normalised, write
from tests.tools.golden.walk import Answer, answers

ENDINGS = {
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rss+xml": ".xml",
    "application/json": ".json",
    "image/svg+xml": ".svg",
}

# A copy of a PDF file is made by a process of its own, whose clock goes on.
_MADE_AT = re.compile(rb"\(D:\d{14}[^)]*\)")


def write_public(folder: Path) -> None:
    """``html/zh-hans``: every page; ``html/en``: the lists and one record of each kind."""
    for answer in answers():
        _write(folder / "html" / "zh-hans", answer)
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for address in _in_english():
        _write(folder / "html" / "en", Answer(client, address))


def _write(folder: Path, answer: Answer) -> None:
    ending = ENDINGS.get(answer.type)
    if answer.status in {301, 302} or not answer.content:
        return
    if ending is None:
        content = _MADE_AT.sub(b"", answer.content)
        write(folder / file_name(answer.address, ".sha256"), sha256(content).hexdigest() + "\n")
    else:
        write(folder / file_name(answer.address, ending), normalised(answer.content.decode()))


def _in_english() -> list[str]:
    seen: dict[str, str] = {}
    for kind, state, path in (
        model("PublicRecord")._base_manager.exclude(path="").order_by("key").values_list("kind", "state", "path")
    ):
        seen.setdefault(f"{kind} {state}", path)
    lists = [
        answer.address
        for answer in answers()
        if answer.address.count("/") <= 2 and answer.type == "text/html" and "?" not in answer.address
    ]
    return sorted({*lists, *seen.values(), "/search/?q=施工许可", "/search/?q=没有这样的词"})
