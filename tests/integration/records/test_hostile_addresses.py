"""Whatever stands in an address or a query: a page or a refusal, never a fault of the server."""

from urllib.parse import quote

import pytest

from tests.factories.pages import make_decision

ADDRESSES = (
    "/search/?q={0}",
    "/search/?q=x&year={0}&page={0}",
    "/search/?q=x&kind={0}&penalty={0}&agency={0}&sort={0}",
    "/decisions/?after={0}",
    "/decisions/?before={0}&type={0}",
    "/decisions/{0}/",
    "/d/{0}/{0}/",
    "/documents/{0}/x",
    "/media/{0}",
    "/sitemap-{0}-1.xml",
    "/language/?next={0}",
)
HOSTILE = (
    "\x00", "%00", "'\"<script>", "𠀀" * 200, "〔〕", "[]", "*" * 3000, "\u202e", "../../etc", "-1",
    "1e309", "９９９", "99999999999999999999", "NaN", "%", "_", "AND OR NOT", "兴住建罚决字〔2026〕",
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_breaks_the_server(client, address):
    make_decision(publish=True)
    answers = {text: client.get(address.format(quote(text, safe=""))).status_code for text in HOSTILE}
    assert max(answers.values()) < 500, answers
