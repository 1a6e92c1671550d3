"""Acts on many accounts from the list, each account asked about and written down by itself."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import ProtectedError
from django.shortcuts import get_list_or_404
from django.utils.functional import cached_property
from wagtail.admin import messages
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction

from pages.admin.accounts.changes import Values, account_values, record_change
from pages.admin.accounts.standing import Standing, visible_accounts
from pages.admin.accounts.views import stands_in_records


class GuardedBulk:
    """Mixin of Wagtail's bulk actions: others' accounts only, and none beyond one's own rights."""

    request: Any

    @cached_property
    def standing(self) -> Standing:
        return Standing(self.request.user)

    def get_queryset(self, model: Any, object_ids: Any) -> list[Any]:
        """The chosen accounts, held while they are changed."""
        rows = visible_accounts(self.request.user).prefetch_related("groups", "user_permissions")
        held = rows.select_for_update() if self.request.method == "POST" else rows
        return get_list_or_404(held, pk__in=list(object_ids))

    def check_perm(self, obj: Any) -> bool:
        """One refused account leaves the others to be acted on, as Wagtail does it."""
        return super().check_perm(obj) and not self.standing.why_not_delete(obj)  # type: ignore[misc]

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        """Act, then write down each change."""
        before = {one.pk: account_values(one) for one in objects}
        done: tuple[int, int] = super().execute_action(objects, **kwargs)  # type: ignore[misc]
        for account in get_user_model()._default_manager.filter(pk__in=before):
            record_change(account, before[account.pk], account_values(account))
        return done


class GuardedAssignRole(GuardedBulk, AssignRoleBulkAction):
    """A group that gives no more than the acting person holds."""

    def get_form(self, form_class: Any = None) -> Any:
        """With the groups that may be given."""
        form = super().get_form(form_class)
        form.fields["role"].queryset = self.standing.grantable_groups()
        return form


class GuardedSetActiveState(GuardedBulk, SetActiveStateBulkAction):
    def get_actionable_objects(self) -> Any:
        """One's own account is named by Wagtail's own sentence."""
        objects, refused = super().get_actionable_objects()
        others = [one for one in refused["items_with_no_access"] if one.pk != self.request.user.pk]
        if len(others) < len(refused["items_with_no_access"]):
            refused["mark_self_as_inactive"] = [self.request.user]
        return objects, {**refused, "items_with_no_access": others}


class GuardedDelete(GuardedBulk, DeleteBulkAction):
    def form_valid(self, form: Any) -> Any:
        """All or none: what records name stays."""
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, stands_in_records())
            return self.render_to_response(self.get_context_data(form=form))

    @classmethod
    def execute_action(cls, objects: Any, **kwargs: Any) -> tuple[int, int]:
        """Write down what goes before it is gone."""
        gone: list[tuple[Any, Values]] = [(one, account_values(one)) for one in objects]
        for account, values in gone:
            record_change(account, values, {})
        return super(GuardedBulk, cls).execute_action(objects, **kwargs)
