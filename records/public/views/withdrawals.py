"""撤回公示: the public list of withdrawn decisions. It repeats no facts and names no party."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from records.models.withdrawals import Withdrawal
from records.public.caching import finish
from rules.numbers import UnreadableNumberError, fold_number, normalise_number

_PAGE = 20
_LONGEST = 128


def withdrawals(request: HttpRequest) -> HttpResponseBase:
    """Newest first; ``q`` finds a document number in any form of its brackets, or a part of it."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:_LONGEST]
    found = Withdrawal.objects.select_related("ground")
    if asked:
        found = found.filter(doc_no_norm__contains=_number(asked))
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "withdrawals": page.object_list,
        "total": page.paginator.count,
        "previous": _address(asked, page.number - 1) if page.has_previous() else "",
        "next": _address(asked, page.number + 1) if page.has_next() else "",
        "trail": [(_("Home page"), get_script_prefix())],
    }
    return finish(request, render(request, "pages/withdrawals.html", context), None)


def _number(text: str) -> str:
    try:
        return normalise_number(text)
    except UnreadableNumberError:
        return fold_number(text)


def _address(asked: str, number: int) -> str:
    query = urlencode({**({"q": asked} if asked else {}), "page": number})
    return f"{reverse('withdrawals')}?{query}"
