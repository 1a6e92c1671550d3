"""The administrator's login of a site started by ``./run``."""

import secrets
from pathlib import Path

from django.contrib.auth import get_user_model

from gongshi.start_secrets import write_private

NAME = "admin"


def ensure_login(path: Path) -> bool:
    """Give the user ``admin`` a new password and write both to ``path`` (mode 0600) unless that file exists.

    Return whether it was written. Whoever may delete the file may also open the database.
    """
    if path.exists():
        return False
    password = secrets.token_urlsafe(12)
    user, _ = get_user_model().objects.get_or_create(username=NAME)
    user.is_staff = user.is_superuser = user.is_active = True
    user.set_password(password)
    user.save()
    write_private(path, f"Login:        {NAME}\nPassword:     {password}\n")
    return True
