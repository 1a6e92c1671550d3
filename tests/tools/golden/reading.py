"""A screen of the admin as a person reads it, as lines of text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests.tools.golden.canonical import normalised, without_apps

_UNREAD = ["script", "style", "svg", "noscript"]
_SWITCHES = ("required", "disabled", "readonly", "checked", "multiple")
_LIMITS = ("maxlength", "min", "max", "accept")
# What these hold is a token, or a number of a row.
_SECRET = {"hidden", "password", "checkbox", "radio"}


@dataclass(frozen=True)
class Screen:
    """What is written down of a screen, and where its links lead."""

    text: str
    links: list[str]


def reads_as_page(response: Any) -> bool:
    """Whether there is HTML to read."""
    return response.status_code != 302 and response.headers.get("Content-Type", "").startswith("text/html")


def read(html: str) -> Screen:
    """Title, then fields, heads of tables, links and texts in the order of the page."""
    soup = BeautifulSoup(html, "lxml")
    links = [link["href"] for link in soup.find_all("a", href=True)] + [place for _, place in _flat(menus(html))]
    for unread in soup.find_all(_UNREAD):
        unread.decompose()
    main = soup.find("main") or soup.body or soup
    parts = {
        "title": [_words(soup.title)] if soup.title else [],
        "fields": list(_fields(main)),
        "tables": [" | ".join(_words(cell) for cell in head.find_all("th")) for head in main.find_all("thead")],
        "blocks": [label for packed in _blocks(main) for label in _labels(packed)],
        "links": [f"{_words(link)}\t{link['href']}" for link in main.find_all("a", href=re.compile("^[^#]"))],
        "buttons": [
            f"{_words(one)}\t{one['name']}\t{one.get('value', '')}"
            for one in main.find_all("button", attrs={"name": True})
        ],
        "text": [" ".join(string.split()) for string in main.stripped_strings],
    }
    told = "".join(f"== {name}\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())
    return Screen(without_apps(normalised(told)), links)


def _words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split()) or str(element.get("aria-label", ""))


def _fields(main: Tag) -> Iterator[str]:
    labels = {label.get("for"): _words(label) for label in main.find_all("label")}
    for element in main.find_all(["input", "select", "textarea"]):
        told = [str(element.get("name")), element.name, str(element.get("type", "")), labels.get(element.get("id"), "")]
        told += [name for name in _SWITCHES if element.has_attr(name)]
        told += [f"{name}={element[name]}" for name in _LIMITS if element.has_attr(name)]
        if element.name == "select":
            told.append(" / ".join(_option(option) for option in element.find_all("option")))
        elif element.name == "input" and element.get("type") not in _SECRET:
            told.append(str(element.get("value", "")))
        yield " | ".join(told)


def _option(option: Tag) -> str:
    return f"*{_words(option)}" if option.has_attr("selected") else _words(option)


def _blocks(main: Tag) -> Iterator[str]:
    """What Wagtail packs for its scripts of the blocks of a stream."""
    for element in main.select("[data-w-block-data-value]"):
        yield str(element["data-w-block-data-value"])


def _labels(packed: str) -> Iterator[str]:
    """What the blocks are called."""
    yield from re.findall(r'"label": "((?:[^"\\]|\\.)*)"', json.dumps(json.loads(packed), ensure_ascii=False))


def menus(html: str) -> list[Any]:
    """[label, address, [entries below]] of the sidebar."""
    found = re.search(r'<script id="wagtail-sidebar-props" type="application/json">(.*?)</script>', html, re.DOTALL)
    return list(_entries(json.loads(found[1]))) if found else []


def _entries(packed: Any) -> Iterator[list[Any]]:
    """Entries in what Wagtail packs for its scripts: the arguments of an entry are its facts and those below it."""
    if isinstance(packed, dict):
        facts, *below = packed.get("_args", [{}])
        if isinstance(facts, dict) and "label" in facts:
            yield [facts["label"], facts.get("url", ""), list(_entries(below))]
        else:
            yield from _entries(list(packed.values()))
    elif isinstance(packed, list):
        for inner in packed:
            yield from _entries(inner)


def _flat(entries: list[Any]) -> Iterator[tuple[str, str]]:
    for label, address, inner in entries:
        yield label, address
        yield from _flat(inner)
