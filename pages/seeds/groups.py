"""The first three groups of people: 编辑 write, 审核 publish, 管理员 keep rules and settings. Ours, to be changed."""

from collections.abc import Iterable
from typing import Any

EDITORS, EXAMINERS, KEEPERS = "编辑", "审核", "管理员"
ALL = (EDITORS, EXAMINERS, KEEPERS)
_PAGE = {
    EDITORS: ["add_page", "change_page"],
    EXAMINERS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    KEEPERS: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
}
# Whatever model a site uses for its files, Wagtail asks for the rights of its own two.
_FILES = [
    (app_label, model, f"{act}_{model}")
    for app_label, model in (("wagtaildocs", "document"), ("wagtailimages", "image"))
    for act in ("add", "change", "choose")
]
# Tables of rules and settings that the keepers keep.
_KEPT = (
    *("term", "windowrule", "consistencysetting", "publishingitem", "deadlinerule", "calendarday", "announcedyear"),
    *("remedyrule",),
)
_WRITE, _WHOLE = ("add", "change", "view"), ("add", "change", "delete", "view")
Right = tuple[str, str, str]


def _acts(model: str, acts: Iterable[str], app_label: str = "pages") -> list[Right]:
    return [(app_label, model, f"{act}_{model}") for act in acts]


# Laws are no pages: who may enter them says the table, as with the tasks of random inspections and the officers.
_RIGHTS: dict[str, list[Right]] = {
    EDITORS: [
        *_acts("officer", ("view",)),
        *_acts("law", _WRITE),
        *_acts("lawarticle", _WRITE),
        *_acts("inspectiontask", _WRITE),
    ],
    EXAMINERS: [
        *_acts("officer", _WRITE),
        *_acts("law", _WRITE),
        *_acts("lawarticle", _WRITE),
    ],
    KEEPERS: [
        *_acts("officer", _WHOLE),
        *_acts("law", _WHOLE),
        *_acts("lawarticle", _WHOLE),
        *(right for model in _KEPT for right in _acts(model, _WHOLE, "rules")),
        *_acts("recipient", _WHOLE),
        *_acts("publicationsettings", ("change",), "rules"),
        *_acts("portalsettings", ("change",), "records"),
        ("pages", "penaltydecisionpage", "override_window"),
        ("pages", "exportrun", "make_export"),
        ("pages", "exportrun", "view_exportrun"),
        ("records", "creditrepair", "repair_credit"),
        ("records", "withdrawal", "republish_record"),
        ("accounts", "user", "add_user"),
        ("accounts", "user", "change_user"),
    ],
}
# Those who publish draw, clear what a detector doubts, confirm files, and tell earlier recipients of an end.
_PUBLISHING: list[Right] = [
    *_acts("inspectiontask", _WHOLE),
    *(("pages", "inspectiontask", act) for act in ("commit_lottery", "run_lottery", "reveal_lottery")),
    ("privacy", "privacydecision", "clear_privacy_hit"),
    ("pages", "recipienttask", "change_recipienttask"),
]


def plant(apps: Any) -> None:
    """Make the groups that are not there; a group that is there was changed by people and stays.

    Django makes permissions only after all migrations, so the ones needed are made here as it would make them.
    """
    group_model = apps.get_model("auth", "Group")
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for name, acts in _PAGE.items():
        group, made = group_model.objects.get_or_create(name=name)
        if not made:
            continue
        for act in acts:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.create(
                group=group, page=root, permission=permission(apps, "wagtailcore", "page", act)
            )
        for right in _FILES:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.create(
                group=group, collection=collection, permission=permission(apps, *right)
            )
        rights = [("wagtailadmin", "admin", "access_admin"), *_RIGHTS[name], *(() if name == EDITORS else _PUBLISHING)]
        group.permissions.add(*(permission(apps, *right) for right in rights))
    # Wagtail's own two groups would stand beside these with English names.
    group_model.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()


def grant(apps: Any, names: Iterable[str], rights: Iterable[Right]) -> None:
    """Give rights to groups of ours; nothing to do for one that people have removed."""
    wanted = [permission(apps, *right) for right in rights]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=names):
        group.permissions.add(*wanted)


def permission(apps: Any, app_label: str, model: str, codename: str) -> Any:
    """The permission, made where it is missing."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    found, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found
