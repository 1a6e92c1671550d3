"""Every public address with what it answers, and every pattern of addresses with its name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.urls import URLPattern, get_resolver

from tests.tools.golden.canonical import write
from tests.tools.golden.walk import answers

HEADERS = ("Content-Type", "Cache-Control", "Last-Modified", "Location", "Content-Disposition", "Vary")


def write_addresses(folder: Path) -> None:
    """``addresses.txt``: address, status, headers; below them pattern and name."""
    lines = [
        "\t".join([answer.address, str(answer.status), *(answer.header(name) for name in HEADERS)])
        for answer in answers()
    ]
    patterns = sorted(_patterns(get_resolver().url_patterns, "", ""))
    write(folder / "addresses.txt", "\n".join([*lines, "", *patterns]) + "\n")


def _patterns(entries: list[Any], before: str, space: str) -> Iterator[str]:
    for entry in entries:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield f"{route}\t{space}{entry.name or '-'}"
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _patterns(entry.url_patterns, route, inner)
