"""Nobody hands on, by whatever screen or forged request, what she does not hold herself."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from pages.admin.accounts.standing import Standing
from privacy.models import BureauDocument, FileCheck, FileState
from tests.factories.people import ROLES, person

pytestmark = pytest.mark.django_db
PASSWORD = "a-new-password-2026"


@pytest.fixture
def keeper(client):
    """A member of the seeded administrators."""
    user = person("管理员", name="chief")
    client.force_login(user)
    return user


@pytest.fixture
def root():
    return get_user_model().objects.create_superuser("zhulongtai", "root@example.test", "x", first_name="赵锦堂")


def sent(name: str, *groups: str, **values: Any) -> dict[str, Any]:
    return {
        "username": name,
        "email": f"{name}@example.test",
        "first_name": "新",
        "last_name": "人",
        "is_active": "on",
        "groups": [str(pk) for pk in Group.objects.filter(name__in=groups).values_list("pk", flat=True)],
        **values,
    }


def edit(client, user, *groups: str, **values: Any):
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    return client.post(address, sent(user.get_username(), *groups, **values))


def many(client, act: str, *users, **values: Any):
    ids = "&".join(f"id={user.pk}" for user in users)
    return client.post(
        f"{reverse('wagtail_bulk_action', args=['accounts', 'user', act])}?{ids}&next=/admin/users/", values
    )


def names(user) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def changes(instance) -> list[dict[str, Any]]:
    found = ModelLogEntry.objects.filter(action="accounts.rights", object_id=str(instance.pk))
    return [entry.data for entry in found.order_by("timestamp", "pk")]


def unseeded() -> Permission:
    """A right that no seeded role has, whatever the seeds come to give."""
    place = ContentType.objects.get_for_model(Group)
    return Permission.objects.get_or_create(codename="beyond", content_type=place, defaults={"name": "beyond"})[0]


def beyond(name: str = "超级组") -> Group:
    """A group that gives it."""
    group = Group.objects.create(name=name)
    group.permissions.add(unseeded())
    return group


def test_the_seeded_administrators_hold_what_they_hand_on(keeper):
    assert set(Standing(keeper).grantable_groups().values_list("name", flat=True)) == set(ROLES)
    assert set(Standing(person("审核")).grantable_groups().values_list("name", flat=True)) == {"编辑", "审核"}
    assert set(Standing(person("编辑")).grantable_groups().values_list("name", flat=True)) == {"编辑"}


def test_a_new_account_is_made_with_groups_and_written_down(client, keeper):
    address = reverse("wagtailusers_users:add")
    assert "is_superuser" not in client.get(address).content.decode()
    answer = client.post(address, sent("bianji", "编辑", "审核", password1=PASSWORD, password2=PASSWORD))
    assert answer.status_code == 302
    made = get_user_model().objects.get(username="bianji")
    assert names(made) == {"编辑", "审核"}
    assert made.check_password(PASSWORD)
    assert [(one["before"], sorted(one["after"]["groups"])) for one in changes(made)] == [({}, ["审核", "编辑"])]
    entry = ModelLogEntry.objects.get(action="accounts.rights")
    assert entry.user == keeper


def test_nobody_but_a_superuser_makes_one(client, keeper):
    new = sent("bianji", "编辑", password1=PASSWORD, password2=PASSWORD, is_superuser="on")
    client.post(reverse("wagtailusers_users:add"), new)
    assert not get_user_model().objects.get(username="bianji").is_superuser
    other = person("编辑")
    edit(client, other, "编辑", is_superuser="on")
    edit(client, keeper, "管理员", is_superuser="on")
    assert not get_user_model().objects.filter(is_superuser=True).exists()


def test_a_group_beyond_the_own_rights_is_given_by_no_way(client, keeper):
    group, other = beyond(), person("编辑")
    answer = edit(client, other, "编辑", group.name)
    assert answer.status_code == 200
    assert "groups" in answer.context["form"].errors
    new = sent("bianji", group.name, password1=PASSWORD, password2=PASSWORD)
    assert "groups" in client.post(reverse("wagtailusers_users:add"), new).context["form"].errors
    assert many(client, "assign_role", other, role=group.pk).status_code == 200
    assert not group.user_set.exists()


def test_nobody_changes_her_own_groups_or_standing(client, keeper):
    assert edit(client, keeper, "编辑", first_name="周", is_active="").status_code == 302
    many(client, "assign_role", keeper, role=Group.objects.get(name="审核").pk)
    many(client, "set_active_state", keeper, mark_as_active="False")
    many(client, "delete", keeper)
    client.post(reverse("wagtailusers_users:delete", args=[keeper.pk]))
    keeper.refresh_from_db()
    assert (names(keeper), keeper.is_active, keeper.first_name) == ({"管理员"}, True, "周")
    shown = client.get(reverse("wagtailusers_users:edit", args=[keeper.pk])).content.decode()
    assert 'name="groups"' not in shown
    assert "管理员" in shown


def test_nor_does_a_superuser(client, root):
    client.force_login(root)
    assert edit(client, root, "编辑", is_superuser="", is_active="").status_code == 302
    root.refresh_from_db()
    assert (root.is_superuser, root.is_active, names(root)) == (True, True, set())
    other = person("编辑")
    edit(client, other, "编辑", is_superuser="on")
    other.refresh_from_db()
    assert other.is_superuser


def test_superusers_are_not_there_for_others(client, keeper, root):
    for listing in ("index", "index_results"):
        answer = client.get(reverse(f"wagtailusers_users:{listing}") + f"?q={root.username}&is_superuser=true")
        assert root.username not in answer.content.decode().replace(f"?q={root.username}", "").replace(
            f'value="{root.username}"', ""
        )
        assert root not in answer.context["object_list"]
    for screen in ("edit", "delete", "history", "history_results", "usage"):
        address = reverse(f"wagtailusers_users:{screen}", args=[root.pk])
        assert client.get(address).status_code == 404, screen
    assert edit(client, root, password1=PASSWORD, password2=PASSWORD).status_code == 404
    assert client.post(reverse("wagtailusers_users:delete", args=[root.pk])).status_code == 404
    for act in ("assign_role", "set_active_state", "delete"):
        assert (
            many(client, act, root, role=Group.objects.get(name="编辑").pk, mark_as_active="False").status_code == 404
        )
    root.refresh_from_db()
    assert (root.is_active, root.check_password("x"), names(root)) == (True, True, set())


def test_choosing_all_chooses_no_superuser(client, keeper, root):
    person("编辑")
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "set_active_state"])
    answer = client.get(f"{address}?id=all&next=/admin/users/")
    assert root.first_name not in answer.content.decode()
    client.post(f"{address}?id=all&next=/admin/users/", {"mark_as_active": "False"})
    root.refresh_from_db()
    keeper.refresh_from_db()
    assert root.is_active
    assert keeper.is_active
    assert not get_user_model().objects.get(username="writer").is_active


@pytest.fixture
def stronger(keeper):
    """Somebody in a group beyond the keeper, by herself and by a right given to her alone."""
    by_group = person("编辑", name="stronger")
    by_group.groups.add(beyond())
    by_right = person("编辑", name="alone")
    by_right.user_permissions.add(unseeded())
    keeper.groups.model.objects.get(name="管理员").permissions.add(Permission.objects.get(codename="delete_user"))
    return by_group, by_right


def test_who_may_do_more_is_not_changed_nor_deleted(client, keeper, stronger):
    for user in stronger:
        answer = client.get(reverse("wagtailusers_users:edit", args=[user.pk]), follow=True)
        assert "权限" in str(next(iter(answer.context["messages"])))
        edit(client, user, "编辑", password1=PASSWORD, password2=PASSWORD, email="thief@example.test", is_active="")
        client.post(reverse("wagtailusers_users:delete", args=[user.pk]))
    many(client, "set_active_state", *stronger, mark_as_active="False")
    many(client, "assign_role", *stronger, role=Group.objects.get(name="审核").pk)
    many(client, "delete", *stronger)
    for user in stronger:
        user.refresh_from_db()
        assert user.check_password("x")
        assert (user.is_active, user.email) == (True, f"{user.username}@example.test")
        assert "审核" not in names(user)


def test_nor_while_her_account_sleeps(client, keeper, stronger):
    get_user_model().objects.filter(pk=stronger[0].pk).update(is_active=False)
    edit(client, stronger[0], "编辑", password1=PASSWORD, password2=PASSWORD)
    stronger[0].refresh_from_db()
    assert stronger[0].check_password("x")


def test_the_list_leads_to_no_screen_that_refuses(client, keeper, stronger):
    shown = client.get(reverse("wagtailusers_users:index")).content.decode()
    assert reverse("wagtailusers_users:edit", args=[keeper.pk]) in shown
    assert reverse("wagtailusers_users:edit", args=[stronger[0].pk]) not in shown


def test_many_at_once_are_changed_and_each_is_written_down(client, keeper, stronger):
    first, second = person("编辑", name="first"), person("编辑", name="second")
    many(client, "assign_role", first, second, role=Group.objects.get(name="审核").pk)
    many(client, "set_active_state", first, mark_as_active="False")
    assert (names(first), names(second)) == ({"编辑", "审核"}, {"编辑", "审核"})
    assert [(one["before"]["groups"], one["after"]["groups"]) for one in changes(second)] == [
        (["编辑"], ["审核", "编辑"])
    ]
    assert [one["after"]["active"] for one in changes(first)] == [True, False]
    shown = client.get(reverse("wagtailusers_users:history", args=[first.pk])).content.decode()
    assert "+审核" in shown
    many(client, "delete", second)
    assert not get_user_model().objects.filter(username="second").exists()
    assert changes(second)[-1]["after"] == {}


def test_a_new_password_is_written_down_without_the_password(client, keeper):
    other = person("编辑")
    assert edit(client, other, "编辑", password1=PASSWORD, password2=PASSWORD).status_code == 302
    entry = ModelLogEntry.objects.get(action="accounts.password")
    assert (entry.user, entry.object_id) == (keeper, str(other.pk))
    assert PASSWORD not in str(list(ModelLogEntry.objects.values()))


def test_an_account_that_records_name_stays(client, keeper, stronger):
    other = person("编辑")
    document = BureauDocument.objects.create(title="决定书", file=ContentFile(b"x", name="a.txt"))
    FileCheck.objects.create(document=document, file_hash="x", state=FileState.CLEAN, confirmed_by=other)
    answer = client.post(reverse("wagtailusers_users:delete", args=[other.pk]), follow=True)
    assert "停用" in str(next(iter(answer.context["messages"])))
    assert many(client, "delete", other).status_code == 200
    assert get_user_model().objects.filter(pk=other.pk).exists()
    assert not changes(other)


def test_there_is_no_copying_of_accounts(client, keeper):
    assert client.get(f"/admin/users/copy/{keeper.pk}/").status_code == 404


@pytest.mark.parametrize("role", ["编辑", "审核"])
def test_other_roles_have_no_screens_of_accounts(client, role):
    client.force_login(person(role))
    other = person("编辑", name="other")
    for name, arguments in (("index", []), ("add", []), ("edit", [other.pk]), ("delete", [other.pk])):
        for where in ("users", "groups"):
            if where == "groups" and arguments:
                arguments = [Group.objects.get(name="编辑").pk]
            assert client.get(reverse(f"wagtailusers_{where}:{name}", args=arguments)).status_code == 302
    many(client, "assign_role", other, role=Group.objects.get(name="审核").pk)
    assert names(other) == {"编辑"}
