"""The logins that ./run prints: an administrator's, and with the sample one for each seeded group."""

import re

import pytest
from django.contrib.auth import authenticate, get_user_model

from gongshi.login import ROLES, ensure_login

pytestmark = pytest.mark.django_db


def written(path) -> dict[str, str]:
    text = path.read_text("utf-8")
    found = {"admin": re.search(r"Password: +(\S+)", text).group(1)}
    return found | dict(re.findall(r"^\S+  (\S+) / (\S+)$", text, re.MULTILINE))


def test_each_role_can_walk_in_and_none_but_the_first_is_a_superuser(tmp_path):
    path = tmp_path / "login.txt"
    assert ensure_login(path, roles=True)
    assert path.stat().st_mode & 0o777 == 0o600
    logins = written(path)
    assert set(logins) == {"admin", *(name for _group, name in ROLES)}
    assert len(set(logins.values())) == 4
    for name, password in logins.items():
        user = authenticate(None, username=name, password=password)
        assert user is not None
        assert user.has_perm("wagtailadmin.access_admin")
        assert user.is_superuser == (name == "admin")
    assert {user.groups.get().name for user in get_user_model().objects.exclude(username="admin")} == {
        group for group, _name in ROLES
    }
    assert not ensure_login(path, roles=True)
    assert written(path) == logins


def test_a_site_without_sample_has_the_administrator_alone(tmp_path):
    assert ensure_login(tmp_path / "login.txt")
    assert [user.username for user in get_user_model().objects.all()] == ["admin"]


def test_a_person_of_such_a_name_keeps_her_password(tmp_path):
    person = get_user_model().objects.create_user("reviewer", password="own", last_name="钟")
    ensure_login(tmp_path / "login.txt", roles=True)
    person.refresh_from_db()
    assert person.check_password("own")
    assert "reviewer" not in written(tmp_path / "login.txt")
