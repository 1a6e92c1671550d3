"""What was changed in an account or a group, in the audit log: before and after."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

RIGHTS, PASSWORD = "accounts.rights", "accounts.password"
Values = dict[str, Any]

_LABELS = {
    "name": gettext_lazy("Name"),
    "username": gettext_lazy("Username"),
    "email": gettext_lazy("Email"),
    "active": gettext_lazy("Active"),
    "superuser": gettext_lazy("Administrator"),
    "groups": gettext_lazy("Groups"),
    "permissions": gettext_lazy("Permissions"),
    "pages": gettext_lazy("Page permissions"),
    "collections": gettext_lazy("Collection permissions"),
}


def account_values(user: Any) -> Values:
    """An account's name, standing and rights as the database holds them."""
    return {
        "username": user.get_username(),
        "email": user.email,
        "active": user.is_active,
        "superuser": user.is_superuser,
        "groups": sorted(user.groups.values_list("name", flat=True)),
        "permissions": _codenames(user.user_permissions),
    }


def group_values(group: Group) -> Values:
    """A group's name and rights as the database holds them: ``add_page @ title (key)``."""
    return {
        "name": group.name,
        "permissions": _codenames(group.permissions),
        "pages": _placed(
            group.page_permissions,  # type: ignore[attr-defined]
            "page__title",
            "page_id",
        ),
        "collections": _placed(
            group.collection_permissions,  # type: ignore[attr-defined]
            "collection__name",
            "collection_id",
        ),
    }


def record_change(instance: Any, before: Values, after: Values) -> None:
    """Write one entry, unless nothing changed; the person is whoever makes the request."""
    if before != after:
        # A mark of its own: of entries that share a request's, the history shows the last alone, whomever it is about.
        log(instance=instance, action=RIGHTS, data={"before": before, "after": after}, uuid=uuid4())


def _codenames(permissions: Any) -> list[str]:
    rows = permissions.values_list("content_type__app_label", "codename")
    return sorted(f"{app}.{codename}" for app, codename in rows)


def _placed(rows: Any, title: str, key: str) -> list[str]:
    return sorted(f"{code} @ {name} ({pk})" for code, name, pk in rows.values_list("permission__codename", title, key))


class RightsFormatter(LogFormatter):
    """Says in one line what was added and what was taken away."""

    label = gettext_lazy("Change rights")

    def format_message(self, log_entry: Any) -> str:
        before, after = log_entry.data.get("before") or {}, log_entry.data.get("after") or {}
        said = "; ".join(_differences(before, after))
        return _("Rights changed: %(changes)s") % {"changes": said} if said else _("Rights changed")


def _differences(before: Values, after: Values) -> Iterator[str]:
    for name, label in _LABELS.items():
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if isinstance(old, list) or isinstance(new, list):
            yield f"{label} {_moved(old or [], new or [])}"
        else:
            yield f"{label} {_shown(old)} → {_shown(new)}"


def _moved(old: list[str], new: list[str]) -> str:
    gone = [f"−{one}" for one in old if one not in new]
    return ", ".join([*gone, *(f"+{one}" for one in new if one not in old)])


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value or "–")
