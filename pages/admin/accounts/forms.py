"""The forms of accounts and groups, cut to what the acting person holds."""

from typing import Any

from wagtail.users.forms import GroupForm, UserCreationForm, UserEditForm

from pages.admin.accounts.standing import Standing


def _cut(form: Any, standing: Standing) -> None:
    """Nobody changes her own groups; nobody but a superuser makes another one."""
    person = standing.person
    if not person.is_superuser or form.instance.pk == person.pk:
        form.fields.pop("is_superuser", None)
    if form.instance.pk == person.pk:
        form.fields.pop("groups")
    else:
        form.fields["groups"].queryset = standing.grantable_groups()


class AccountCreationForm(UserCreationForm):
    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _cut(self, standing)


class AccountEditForm(UserEditForm):
    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _cut(self, standing)


class HeldGroupForm(GroupForm):
    """A group; rights that the acting person does not hold are neither shown nor touched."""

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not standing.mine.everything:
            # What is not in here Wagtail's form puts back after saving.
            self.registered_permissions: Any = self.registered_permissions.filter(pk__in=standing.mine.plain)
            self.fields["permissions"].queryset = self.registered_permissions.select_related("content_type")
