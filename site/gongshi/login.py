"""The logins of a site started by ``./run``: the administrator's, and one for each role of the sample."""

import secrets
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from gongshi.start_secrets import write_private

NAME = "admin"
# A newcomer walks through the house as each of them: (group, user name).
ROLES = (("编辑", "editor"), ("审核", "reviewer"), ("管理员", "manager"))
# Marks accounts made here: a person who happens to have such a name keeps her password.
MARK = "演示账号"


def ensure_login(path: Path, roles: bool = False) -> bool:
    """Give the user ``admin`` a new password and write both to ``path`` (mode 0600) unless that file exists.

    With ``roles`` the same for one account in each seeded group. Return whether the file was written. Whoever may
    delete the file may also open the database.
    """
    if path.exists():
        return False
    user, _ = get_user_model().objects.get_or_create(username=NAME)
    user.is_staff = user.is_superuser = user.is_active = True
    lines = [f"Login:        {NAME}\nPassword:     {_new_password(user)}\n"]
    if roles:
        lines += [line for group, name in ROLES for line in _role_line(group, name)]
    write_private(path, "".join(lines))
    return True


def _role_line(group: str, name: str) -> list[str]:
    seeded = Group.objects.filter(name=group).first()
    values = {"first_name": group, "last_name": MARK, "email": f"{name}@example.invalid"}
    user, _ = get_user_model().objects.get_or_create(username=name, defaults=values)
    if seeded is None or user.last_name != MARK:
        return []
    user.is_active, user.is_superuser = True, False
    password = _new_password(user)
    user.groups.set([seeded])
    return [f"{group}  {name} / {password}\n"]


def _new_password(user: Any) -> str:
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save()
    return password
