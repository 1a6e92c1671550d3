"""A screen of the admin as a person reads it, as lines of text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from tests.tools.golden.canonical import normalised, without_apps

_PARSER = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
_UNREAD = ("script", "style", "svg", "noscript")
# To other places than this screen.
_LINKS = ".//a[@href and not(starts-with(@href, '#'))]"
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


def read(page: str) -> Screen:
    """Title, then fields, heads of tables, links and texts in the order of the page."""
    tree = html.document_fromstring(page.encode(), parser=_PARSER)
    links = [*tree.xpath("//a/@href"), *(place for _, place in _flat(menus(page)))]
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    main = next(tree.iter("main"), tree.body)
    parts = {
        "title": [_words(title) for title in tree.iter("title")],
        "fields": list(_fields(main)),
        "tables": [" | ".join(_words(cell) for cell in head.iter("th")) for head in main.iter("thead")],
        "blocks": [label for packed in main.xpath(".//@data-w-block-data-value") for label in _labels(packed)],
        "links": [f"{_words(link)}\t{link.get('href')}" for link in main.xpath(_LINKS)],
        "buttons": [
            f"{_words(one)}\t{one.get('name')}\t{one.get('value', '')}" for one in main.xpath(".//button[@name]")
        ],
        "text": [" ".join(text.split()) for text in main.itertext() if text.strip()],
    }
    told = "".join(f"== {name}\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts.items())
    return Screen(without_apps(normalised(told)), links)


def _words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split()) or element.get("aria-label", "")


def _fields(main: Any) -> Iterator[str]:
    labels = {label.get("for"): _words(label) for label in main.xpath(".//label[@for]")}
    for element in main.iter("input", "select", "textarea"):
        told = [element.get("name", "-"), element.tag, element.get("type", ""), labels.get(element.get("id"), "")]
        told += [name for name in _SWITCHES if name in element.attrib]
        told += [f"{name}={element.get(name)}" for name in _LIMITS if name in element.attrib]
        if element.tag == "select":
            told.append(" / ".join(_option(option) for option in element.iter("option")))
        elif element.tag == "input" and element.get("type") not in _SECRET:
            told.append(element.get("value", ""))
        yield " | ".join(told)


def _option(option: Any) -> str:
    return f"*{_words(option)}" if "selected" in option.attrib else _words(option)


def _labels(packed: str) -> Iterator[str]:
    """What the blocks of a stream are called, in what Wagtail packs for its scripts."""
    yield from re.findall(r'"label": "((?:[^"\\]|\\.)*)"', json.dumps(json.loads(packed), ensure_ascii=False))


def menus(page: str) -> list[Any]:
    """[label, address, [entries below]] of the sidebar."""
    found = re.search(r'<script id="wagtail-sidebar-props" type="application/json">(.*?)</script>', page, re.DOTALL)
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
