"""The screen of a group shows, takes and gives only what the acting person holds; the rest of the group stays."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    Page,
)

from pages.acts.review import PublicityReview
from pages.admin.accounts.standing import Standing
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def right(codename: str, app: str = "pages") -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def section(slug: str) -> Page:
    """A page for rights to stand at."""
    found = Page.objects.filter(slug=slug).first()
    return found or Page.get_first_root_node().add_child(instance=Page(title=slug, slug=slug))


@pytest.fixture
def clerk(client):
    """Somebody of personnel: keeps groups, holds what 编辑 may do below one section, and no more."""
    group = Group.objects.create(name="人事")
    group.permissions.add(*(right(f"{act}_group", "auth") for act in ("add", "change", "delete")))
    group.permissions.add(right("access_admin", "wagtailadmin"), right("view_officer"), right("add_law"))
    GroupPagePermission.objects.create(
        group=group, page=section("penalties"), permission=right("add_page", "wagtailcore")
    )
    below = Collection.get_first_root_node().add_child(name="附件")
    GroupCollectionPermission.objects.create(
        group=group, collection=below, permission=right("add_document", "wagtaildocs")
    )
    user = person(group.name, name="clerk")
    client.force_login(user)
    return user


def sent(name: str, *permissions: Permission, pages: Any = (), documents: Any = ()) -> dict[str, Any]:
    """A group's form as it would be forged; ``pages`` and ``documents``: [(place, [codename or key])]."""
    data: dict[str, Any] = {"name": name, "permissions": [one.pk for one in permissions]}
    for prefix, field, rows in (
        ("page_permissions", "page", pages),
        ("document_permissions", "collection", documents),
        ("image_permissions", "collection", ()),
        ("collection_permissions", "collection", ()),
    ):
        data |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
        data |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
        for number, (place, rights) in enumerate(rows):
            data[f"{prefix}-{number}-{field}"] = place.pk
            data[f"{prefix}-{number}-permissions"] = rights
    return data


def edit(client, group: Group, *permissions: Permission, **rows: Any):
    return client.post(reverse("wagtailusers_groups:edit", args=[group.pk]), sent(group.name, *permissions, **rows))


def held(group: Group) -> tuple[set[str], set[tuple[str, int]], set[tuple[str, int]]]:
    return (
        set(group.permissions.values_list("codename", flat=True)),
        set(group.page_permissions.values_list("permission__codename", "page_id")),
        set(group.collection_permissions.values_list("permission__codename", "collection_id")),
    )


def test_what_one_does_not_hold_is_neither_shown_nor_taken_away(client, clerk):
    group = Group.objects.get(name="审核")
    before = held(group)
    form = client.get(reverse("wagtailusers_groups:edit", args=[group.pk])).context["form"]
    offered = {one.codename for one in form.fields["permissions"].queryset}
    assert {"add_group", "access_admin", "add_law"} <= offered
    assert offered & {"clear_privacy_hit", "override_window", "add_user"} == set()
    assert edit(client, group, right("add_law"), right("access_admin", "wagtailadmin")).status_code == 302
    assert held(group) == before


def test_what_one_holds_is_given_and_taken_and_written_down(client, clerk):
    group, place = Group.objects.create(name="新组"), section("penalties")
    archive = Collection.objects.get(name="附件")
    key = right("add_document", "wagtaildocs").pk
    rows = {"pages": [(place, ["add_page"])], "documents": [(archive, [key])]}
    assert edit(client, group, right("add_law"), **rows).status_code == 302
    assert held(group) == ({"add_law"}, {("add_page", place.pk)}, {("add_document", archive.pk)})
    assert edit(client, group).status_code == 302
    assert held(group) == (set(), set(), set())
    first, second = ModelLogEntry.objects.filter(action="accounts.rights").order_by("timestamp", "pk")
    assert (first.user, first.data["before"]["permissions"]) == (clerk, [])
    assert first.data["after"]["permissions"] == ["pages.add_law"]
    assert first.data["after"]["pages"] == [f"add_page @ {place.title} ({place.pk})"]
    assert second.data["before"] == first.data["after"]


def forgeries() -> list[dict[str, Any]]:
    place, archive = section("penalties"), Collection.objects.get(name="附件")
    return [
        {"permissions": right("override_window")},
        {"permissions": right("change_user", "accounts")},
        {"pages": [(Page.get_first_root_node(), ["add_page"])]},
        {"pages": [(section("permits"), ["add_page"])]},
        {"pages": [(place, ["publish_page"])]},
        {"documents": [(Collection.get_first_root_node(), [right("add_document", "wagtaildocs").pk])]},
        {"documents": [(archive, [right("change_document", "wagtaildocs").pk])]},
    ]


def test_a_forged_right_is_refused(client, clerk):
    group = Group.objects.create(name="旧组")
    for number, rows in enumerate(forgeries()):
        permissions = [rows.pop("permissions")] if "permissions" in rows else []
        if number in (0, 2, 5):  # one of each form is enough for a new group
            answer = client.post(reverse("wagtailusers_groups:add"), sent("新组", *permissions, **rows))
            assert answer.status_code == 200, (permissions, rows)
        assert edit(client, group, *permissions, **rows).status_code == 200, (permissions, rows)
        assert held(group) == (set(), set(), set())
    assert not Group.objects.filter(name="新组").exists()
    assert not ModelLogEntry.objects.filter(action="accounts.rights").exists()


def test_rows_of_others_stay_whatever_is_sent(client, clerk):
    group, place = Group.objects.create(name="新组"), section("penalties")
    root, archive = Page.get_first_root_node(), Collection.objects.get(name="附件")
    for codename, page in (("publish_page", place), ("add_page", place), ("add_page", root)):
        GroupPagePermission.objects.create(group=group, page=page, permission=right(codename, "wagtailcore"))
    for codename in ("add_document", "change_document"):
        permission = right(codename, "wagtaildocs")
        GroupCollectionPermission.objects.create(group=group, collection=archive, permission=permission)
    shown = client.get(reverse("wagtailusers_groups:edit", args=[group.pk]))
    pages = next(one for one in shown.context["permission_panels"] if one.prefix == "page_permissions")
    assert [(row["page"].pk, [one.codename for one in row["permissions"]]) for row in pages.initial] == [
        (place.pk, ["add_page"])
    ]
    assert [one[0] for one in pages.permission_types] == ["add_page"]
    row = {"page_permissions-0-DELETE": "on"}
    data = sent(group.name, pages=[(place, ["add_page"])]) | row
    assert client.post(reverse("wagtailusers_groups:edit", args=[group.pk]), data).status_code == 302
    assert held(group) == (
        set(),
        {("publish_page", place.pk), ("add_page", root.pk)},
        {("change_document", archive.pk)},
    )


def test_the_own_group_is_changed_by_others_alone(client, clerk):
    group = clerk.groups.get()
    before = held(group)
    answer = client.get(reverse("wagtailusers_groups:edit", args=[group.pk]), follow=True)
    assert "组外人员" in str(next(iter(answer.context["messages"])))
    assert edit(client, group).status_code == 302
    assert client.post(reverse("wagtailusers_groups:delete", args=[group.pk])).status_code == 302
    assert held(Group.objects.get(pk=group.pk)) == before


def test_a_group_with_more_is_not_deleted(client, clerk):
    group = Group.objects.get(name="审核")
    assert client.post(reverse("wagtailusers_groups:delete", args=[group.pk])).status_code == 302
    assert Group.objects.filter(pk=group.pk).exists()
    less = Group.objects.create(name="空组")
    client.post(reverse("wagtailusers_groups:delete", args=[less.pk]))
    assert not Group.objects.filter(pk=less.pk).exists()
    assert ModelLogEntry.objects.get(action="accounts.rights", object_id=str(less.pk)).data["after"] == {}


def test_who_is_asked_to_approve_can_publish(clerk):
    """Approval publishes, so a group of reviewers is given by those alone who may publish."""
    for task in (PublicityReview, GroupApprovalTask):
        group = Group.objects.create(name=f"复核-{task.__name__}")
        assert group in Standing(clerk).grantable_groups()
        task.objects.create(name="复核", active=True).groups.add(group)
        assert group not in Standing(clerk).grantable_groups()
        assert group in Standing(person("管理员", name=task.__name__)).grantable_groups()


def test_a_superuser_changes_whatever_there_is(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("root", password="x"))
    group, root = Group.objects.create(name="新组"), Page.get_first_root_node()
    assert edit(client, group, right("override_window"), pages=[(root, ["publish_page"])]).status_code == 302
    assert held(group)[:2] == ({"override_window"}, {("publish_page", root.pk)})
    assert ModelLogEntry.objects.filter(action="accounts.rights", object_id=str(group.pk)).exists()
