"""People as the product seeds them: one member of one group, never a superuser."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

ROLES = ("编辑", "审核", "管理员")
_NAMES = dict(zip(ROLES, ("writer", "reviewer", "keeper"), strict=True))


def person(*groups: str, name: str = "", **values: Any) -> Any:
    """A saved member of these groups; the name follows from them unless it is given."""
    name = name or "-".join(_NAMES[group] for group in groups)
    user = get_user_model().objects.create_user(name, f"{name}@example.test", password="x", **values)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user
