"""The screens of groups."""

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse
from django.utils.functional import cached_property
from wagtail.users.views import groups

from pages.admin.accounts.changes import group_values, record_change
from pages.admin.accounts.forms import HeldGroupForm
from pages.admin.accounts.panels import held_panel
from pages.admin.accounts.standing import Refusal
from pages.admin.accounts.views import Guarded, ProtectedDelete


class GroupScreen(Guarded):
    """Mixin of the form's two views: form and panels cut to what the person holds, every change written down."""

    @cached_property
    def permission_panel_forms(self) -> list[Any]:
        view: Any = self
        classes = (held_panel(one, self.standing) for one in groups.get_permission_panel_classes())
        return [one(**view.get_permission_panel_form_kwargs(one)) for one in classes if one is not None]

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the acting person's standing."""
        return {**super().get_form_kwargs(), "standing": self.standing}  # type: ignore[misc]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say when there is more than is shown."""
        return {**super().get_context_data(**kwargs), "is_cut": not self.standing.mine.everything}  # type: ignore[misc]

    def process_form(self) -> HttpResponse:
        """Save the form and the panels together with what they changed."""
        view: Any = self
        with transaction.atomic():
            before = _values(view.object.pk)
            response: HttpResponse = super().process_form()  # type: ignore[misc]
            after = _values(view.object.pk)
            if after:
                record_change(view.object, before, after)
        return response


class AccountGroupCreateView(GroupScreen, groups.CreateView):
    pass


class AccountGroupEditView(GroupScreen, groups.EditView):
    def why_not(self) -> Refusal:
        """See ``Standing``."""
        return self.standing.why_not_change_group(self.get_object())


class AccountGroupDeleteView(ProtectedDelete, groups.DeleteView):
    def why_not(self) -> Refusal:
        """See ``Standing``."""
        return self.standing.why_not_delete_group(self.object)

    @transaction.atomic
    def delete_action(self) -> None:
        """Write down what goes, then delete it."""
        record_change(self.object, group_values(self.object), {})
        super().delete_action()


class AccountGroupViewSet(groups.GroupViewSet):
    add_view_class = AccountGroupCreateView
    edit_view_class = AccountGroupEditView
    delete_view_class = AccountGroupDeleteView
    create_template_name = "pages/admin/accounts/group.html"
    edit_template_name = "pages/admin/accounts/group.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        """The form that knows who fills it in."""
        return HeldGroupForm


def _values(pk: Any) -> dict[str, Any]:
    group = Group.objects.filter(pk=pk).first()
    return group_values(group) if group else {}
