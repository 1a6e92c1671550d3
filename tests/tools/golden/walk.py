"""Where the public pages lie: what links lead to from the home page, and what only the records know."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.test import Client
from lxml import etree, html

from tests.tools.golden.canonical import model

HOST = "http://testserver"
# Nobody's links lead here.
UNLINKED = [
    "/robots.txt",
    "/sitemap.xml",
    "/healthz",
    "/admin/",
    "/admin/login/",
    "/no/such/page/",
    "/decisions/1999/",
    "/d/000000000000000000/x/",
    "/documents/999999/x.pdf",
    "/media/no.png",
    "/sitemap-penalty-1999-1.xml",
    "/search/?q=",
    "/search/?q=施工许可",
    "/search/?q=没有这样的词",
    "/search/?q=施工&sort=amount&page=2",
]
_PARSER = html.HTMLParser(encoding="utf-8")
# Sitemaps and feeds have their addresses as text. A form that is posted leads nowhere.
_PLACES = """//@href | //@src | //object/@data | //form[not(@method) or @method='get']/@action
    | //*[local-name() = 'loc' or local-name() = 'link' or local-name() = 'id']/text()"""


class Answer:
    """What an address answered, once asked."""

    def __init__(self, client: Client, address: str) -> None:
        self.address = address
        self.response: Any = client.get(address)
        streamed = getattr(self.response, "streaming", False)
        self.content = b"".join(self.response) if streamed else self.response.content
        self.status = self.response.status_code
        self.type = self.response.headers.get("Content-Type", "").partition(";")[0]

    def header(self, name: str) -> str:
        """A header, or a dash."""
        return self.response.headers.get(name, "-")


def _unlinked() -> Iterator[str]:
    yield from UNLINKED
    for path, permalink in model("PublicRecord")._base_manager.order_by("key").values_list("path", "permalink"):
        yield from filter(None, (path, permalink))


@cache
def answers() -> list[Answer]:
    """Every public address with its answer, in the order of the addresses."""
    client, found = Client(), {}
    first = ["/", *_unlinked()]
    waiting, seen = deque(first), {_choice(address) for address in first}
    while waiting:
        address = waiting.popleft()
        found[address] = answer = Answer(client, address)
        for link in links(answer):
            if _choice(link) not in seen:
                seen.add(_choice(link))
                waiting.append(link)
    return [found[address] for address in sorted(found)]


def _choice(address: str) -> tuple[str, Iterable[str]]:
    """The address but for the values of its filters: the first value of a filter stands for all."""
    whole = urlsplit(address)
    if "/search/" in whole.path and address in UNLINKED:
        return address, ()
    return whole.path, tuple(sorted(name for name, _value in parse_qsl(whole.query, keep_blank_values=True)))


def links(answer: Answer) -> Iterator[str]:
    """Links to the site's own pages; a list under a filter leads to the same lists in endless mixtures."""
    found: list[str] = []
    # A redirect says that it is HTML and holds nothing.
    if not answer.content:
        return
    if answer.type.endswith("xml") and not answer.type.startswith("image/"):
        found = etree.fromstring(answer.content).xpath(_PLACES)
    elif answer.type == "text/html" and not urlsplit(answer.address).query and not answer.address.startswith("/admin/"):
        found = html.document_fromstring(answer.content, parser=_PARSER).xpath(_PLACES)
    for link in found:
        yield from _own(answer.address, link)


def _own(address: str, link: str) -> Iterator[str]:
    whole = urlsplit(urljoin(HOST + address, link))
    at_home = f"{whole.scheme}://{whole.netloc}" in {HOST, "http://127.0.0.1:8000"}
    if at_home and not whole.path.startswith(("/static/", "/admin/", "/language/")):
        yield f"{whole.path}?{whole.query}" if whole.query else whole.path
