"""The page and collection rights of a group, row by row, cut to what the acting person holds there."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.forms.collections import BaseGroupCollectionMemberPermissionFormSet
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.users.forms import BaseGroupPagePermissionFormSet

from pages.admin.accounts.rights import Place, holds
from pages.admin.accounts.standing import Standing


def held_panel(panel: type[Any], standing: Standing) -> type[Any] | None:
    """A panel class of the group screen for this person; None for one whose rights nobody here can compare."""
    if standing.mine.everything:
        return panel
    for base, mixin in (
        (BaseGroupPagePermissionFormSet, HeldPages),
        (BaseGroupCollectionMemberPermissionFormSet, HeldCollections),
    ):
        if issubclass(panel, base):
            return type(panel.__name__, (mixin, panel), {"standing": standing})
    return None


class HeldRows:
    """Mixin of Wagtail's formsets of rights at a place (``place``: the field of a row's form and of its model)."""

    standing: Standing
    place: ClassVar[str]
    model: ClassVar[Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        formset: Any = self
        offered = set(formset.empty_form.fields["permissions"].queryset.values_list("codename", flat=True))
        # One column each in the table, so they must be those of the boxes.
        formset.permission_types = [one for one in formset.permission_types if one[0] in offered]
        formset.initial = [row for row in map(self._held_part, formset.initial or []) if row["permissions"]]

    @property
    def held(self) -> frozenset[Place]:
        raise NotImplementedError

    def rows(self) -> Any:
        """This panel's rows of the group; none of one that is not saved yet."""
        raise NotImplementedError

    def add_fields(self, form: Any, index: int | None) -> None:
        """Offer only what the person holds at any place at all."""
        super().add_fields(form, index)  # type: ignore[misc]
        field = form.fields["permissions"]
        field.queryset = field.queryset.filter(pk__in={permission for _path, permission in self.held})

    def clean(self) -> None:
        """A right that was not there before must be held at its place."""
        super().clean()  # type: ignore[misc]
        formset: Any = self
        if any(formset.errors):
            return
        known = set(self.rows().values_list(f"{self.place}_id", "permission_id"))
        for place, permission in self._wanted():
            if (place.pk, permission.pk) not in known and not self._is_held(place, permission.pk):
                raise ValidationError(_("You can give only rights that you hold yourself at the same place."))

    @transaction.atomic
    def save(self) -> None:
        """Add and take away what the person holds; leave the rest as it is."""
        formset: Any = self
        wanted = {(place.pk, permission.pk): place for place, permission in self._wanted()}
        for row in self.rows().select_related(self.place):
            kept = wanted.pop((getattr(row, f"{self.place}_id"), row.permission_id), None)
            if kept is None and self._is_held(getattr(row, self.place), row.permission_id):
                row.delete()
        for place, permission in wanted:
            values = {f"{self.place}_id": place, "permission_id": permission}
            self.model.objects.create(group=formset.instance, **values)

    def _is_held(self, place: Any, permission: int) -> bool:
        return holds(self.held, (place.path, permission))

    def _held_part(self, row: dict[str, Any]) -> dict[str, Any]:
        place = row[self.place]
        return {**row, "permissions": [one for one in row["permissions"] if self._is_held(place, one.pk)]}

    def _wanted(self) -> list[tuple[Any, Any]]:
        formset: Any = self
        kept = [one for one in formset.forms if one not in formset.deleted_forms and self.place in one.cleaned_data]
        return [(one.cleaned_data[self.place], right) for one in kept for right in one.cleaned_data["permissions"]]


class HeldPages(HeldRows):
    place = "page"
    model = GroupPagePermission

    @property
    def held(self) -> frozenset[Place]:
        return self.standing.mine.pages

    def rows(self) -> Any:
        formset: Any = self
        return GroupPagePermission.objects.filter(group_id=formset.instance.pk)


class HeldCollections(HeldRows):
    place = "collection"
    model = GroupCollectionPermission

    @property
    def held(self) -> frozenset[Place]:
        return self.standing.mine.collections

    def rows(self) -> Any:
        formset: Any = self
        rows = GroupCollectionPermission.objects.filter(group_id=formset.instance.pk)
        return rows.filter(permission__in=formset.permission_queryset)
