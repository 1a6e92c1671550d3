"""The first three groups of people: 编辑 write, 审核 publish, 管理员 keep rules and settings. Ours, to be changed."""

from typing import Any

_PAGE = {
    "编辑": ["add_page", "change_page"],
    "审核": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
    "管理员": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
}
# Whatever model a site uses for its files, Wagtail asks for the rights of its own two.
_FILES = [
    (app_label, model, f"{act}_{model}")
    for app_label, model in (("wagtaildocs", "document"), ("wagtailimages", "image"))
    for act in ("add", "change", "choose")
]
_WRONG_FILES = {"bureaudocument": ("wagtaildocs", "document"), "bureauimage": ("wagtailimages", "image")}
_SETTINGS = [
    ("pages", model, f"{act}_{model}")
    for model in ("term", "windowrule")
    for act in ("add", "change", "delete", "view")
]
_SETTINGS += [
    ("pages", "publicationsettings", "change_publicationsettings"),
    ("pages", "columnsettings", "change_columnsettings"),
    ("pages", "penaltydecisionpage", "override_window"),
    ("auth", "user", "add_user"),
    ("auth", "user", "change_user"),
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
        group.permissions.add(_permission(apps, "wagtailadmin", "admin", "access_admin"))
        for act in acts:
            apps.get_model("wagtailcore", "GroupPagePermission").objects.create(
                group=group, page=root, permission=_permission(apps, "wagtailcore", "page", act)
            )
        for right in _FILES:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.create(
                group=group, collection=collection, permission=_permission(apps, *right)
            )
        if name == "管理员":
            group.permissions.add(*(_permission(apps, *settings) for settings in _SETTINGS))
    # Wagtail's own two groups would stand beside these with English names.
    group_model.objects.filter(name__in=["Moderators", "Editors"], user__isnull=True).delete()


def plant_officers(apps: Any) -> None:
    """Officers are public as soon as they are saved: those who publish keep them, 编辑 see them."""
    acts = {"编辑": ["view"], "审核": ["add", "change", "view"], "管理员": ["add", "change", "delete", "view"]}
    for group in apps.get_model("auth", "Group").objects.filter(name__in=acts):
        group.permissions.add(*(_permission(apps, "pages", "officer", f"{act}_officer") for act in acts[group.name]))


def grant_acts(apps: Any, name: str, *acts: tuple[str, str]) -> None:
    """Let a group of ours do single acts, each (model, code name); nothing to do where people have removed it."""
    group = apps.get_model("auth", "Group").objects.filter(name=name).first()
    if group is not None:
        group.permissions.add(*(_permission(apps, "pages", model, codename) for model, codename in acts))


def grant_privacy(apps: Any) -> None:
    """Those who publish may clear what a detector doubts, and confirm files."""
    for group in apps.get_model("auth", "Group").objects.filter(name__in=["审核", "管理员"]):
        group.permissions.add(_permission(apps, "pages", "privacydecision", "clear_privacy_hit"))


def mend_files(apps: Any) -> None:
    """Put the rights to files where Wagtail looks for them; groups and collections stay as people have set them."""
    rows = apps.get_model("wagtailcore", "GroupCollectionPermission").objects
    for wrong, (app_label, model) in _WRONG_FILES.items():
        found = rows.filter(permission__content_type__app_label="pages", permission__content_type__model=wrong)
        for row in found.select_related("permission"):
            codename = f"{row.permission.codename.partition('_')[0]}_{model}"
            right = _permission(apps, app_label, model, codename)
            rows.get_or_create(group_id=row.group_id, collection_id=row.collection_id, permission=right)
        found.delete()


def grant_imports(apps: Any) -> None:
    """All three groups send the weekly file and read its report; that a source publishes nobody may say by a seed."""
    send = [_permission(apps, "importers", "importrun", f"{act}_importrun") for act in ("view", "add")]
    for group in apps.get_model("auth", "Group").objects.filter(name__in=_PAGE):
        group.permissions.add(*send)


def _permission(apps: Any, app_label: str, model: str, codename: str) -> Any:
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return permission


def grant_settings(apps: Any, *models: str) -> None:
    """Let the administrators' group keep further tables; nothing to do where people have removed that group."""
    group = apps.get_model("auth", "Group").objects.filter(name="管理员").first()
    if group is not None:
        acts = ("add", "change", "delete", "view")
        group.permissions.add(*(_permission(apps, "pages", m, f"{act}_{m}") for m in models for act in acts))


def grant_records(apps: Any, *models: str) -> None:
    """Let all three groups keep records that are no pages; only administrators delete them."""
    for name in _PAGE:
        group = apps.get_model("auth", "Group").objects.filter(name=name).first()
        acts = ("add", "change", "delete", "view") if name == "管理员" else ("add", "change", "view")
        if group is not None:
            group.permissions.add(*(_permission(apps, "pages", m, f"{act}_{m}") for m in models for act in acts))


def grant_draws(apps: Any) -> None:
    """编辑 prepare a random inspection; 审核 and 管理员 commit, draw and reveal too."""
    model = "inspectiontask"
    prepare = [f"{act}_{model}" for act in ("add", "change", "view")]
    acts = ["commit_draw", "run_draw", "reveal_draw"]
    for name in _PAGE:
        group = apps.get_model("auth", "Group").objects.filter(name=name).first()
        if group is not None:
            codenames = prepare if name == "编辑" else [*prepare, f"delete_{model}", *acts]
            group.permissions.add(*(_permission(apps, "pages", model, codename) for codename in codenames))
