"""Every kind of pages has its listing, under the address by which desks and imports lead to it."""

import pytest
from django.urls import resolve

from pages.admin.addresses import listing_address
from pages.admin.menus import listing_of
from records.types import all_kinds

KINDS = [kind for kind in all_kinds() if kind.model]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_listing_is_found_by_the_key_of_its_kind(kind):
    address = listing_address(kind.key, state="draft")
    match = resolve(address.partition("?")[0])
    assert match.func.view_class.model is None or match.func.view_initkwargs["model"] is kind.model
    assert listing_of(kind).model is kind.model
