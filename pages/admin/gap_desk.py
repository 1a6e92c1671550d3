"""补录: what the national form has no column for and a record still lacks, on the editors' desk and in the listings."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.admin.addresses import listing_address
from pages.admin.desk import DeskList, DeskRow, desk_lists
from records.types import RecordType, all_kinds
from rules.consistency.base import items_of
from rules.models.consistency import item_choices


def lacking(act: str, item: str = "") -> Q:
    """Records of a kind, public or still to be, that lack an item, or any of the kind's; inside their window."""
    inside = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    unseen = Q(live=False, first_published_at__isnull=True)
    missing = Q()
    for one in [item] if item else items_of(act):
        missing |= Q(**{f"{one}__isnull": True})
    return Q(disclosure="public", expired=False) & inside & (Q(live=True) | unseen) & missing


def _kinds() -> Iterator[RecordType]:
    return (kind for kind in all_kinds() if kind.model and items_of(kind.key))


def _records(kind: RecordType, item: str = "") -> QuerySet[Any]:
    found: QuerySet[Any] = kind.model.objects.filter(lacking(kind.key, item))
    return found


def _waiting(user: Any) -> list[QuerySet[Any]]:
    return [_records(kind) for kind in _kinds()]


def _rows(user: Any) -> Iterator[DeskRow]:
    """One row for each item of a kind; it leads to the records that lack it."""
    labels = dict(item_choices())
    for kind in _kinds():
        for item in items_of(kind.key):
            count = _records(kind, item).count()
            if count:
                said = ngettext("%(count)d record", "%(count)d records", count) % {"count": count}
                title = _("%(item)s to be added") % {"item": labels[item]}
                yield DeskRow(title, listing_address(kind.key, lacks=item), said, str(kind.singular))


def open_desk() -> None:
    """Register the list; called when the app is ready."""
    desk_lists.register(
        DeskList(
            "gaps",
            gettext_lazy("To be added later"),
            gettext_lazy("The national form has no column for these items; they keep nothing from being published."),
            _waiting,
            _rows,
            order=55,
            is_grouped=True,
        )
    )
