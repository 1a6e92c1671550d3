"""依据变动: what rests on law that was repealed or amended, on the editors' desk."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.admin.desk import MOST_ROWS, DeskList, DeskRow, desk_lists
from pages.base.basis import resting_on_law
from records.types import kind_of
from rules.wording import enumerate_texts


def _waiting(user: Any) -> list[Any]:
    today = timezone.localdate()
    return [model.on_stale_articles(today) for model in resting_on_law()]


def _rows(user: Any) -> Iterator[DeskRow]:
    today = timezone.localdate()
    for model in resting_on_law():
        stale = model.on_stale_articles(today).prefetch_related("bases__article__law", "bases__article__replaced_by")
        for page in stale.order_by("position", "pk")[:MOST_ROWS]:
            yield DeskRow(
                page.title,
                reverse("wagtailadmin_pages:edit", args=[page.pk]),
                enumerate_texts([_line(article) for article in page.stale_articles(today)]),
                str(kind_of(page.kind).singular),
            )


def _line(article: Any) -> str:
    if article.successor is None:
        return _("%(article)s is no longer in force") % {"article": article}
    return _("%(article)s is replaced by %(successor)s") % {"article": article, "successor": article.successor}


def open_desk() -> None:
    """Register the list; called when the app is ready."""
    desk_lists.register(
        DeskList(
            "stale_basis",
            gettext_lazy("Changes of the legal basis"),
            gettext_lazy("Powers, benchmarks and guides that rest on law no longer in force."),
            _waiting,
            _rows,
            urgent=True,
            order=30,
        )
    )
