"""The screens of accounts."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from wagtail.admin.views import generic
from wagtail.log_actions import log
from wagtail.users.views import users

from pages.admin.accounts.changes import PASSWORD, account_values, record_change
from pages.admin.accounts.forms import AccountCreationForm, AccountEditForm
from pages.admin.accounts.standing import Refusal, visible_accounts
from pages.admin.accounts.views import Guarded, ProtectedDelete


class AccountFilterSet(users.UserFilterSet):
    """Without the question who is a superuser for those who see none."""

    def __init__(self, *args: Any, request: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        if not request.user.is_superuser:
            del self.filters["is_superuser"]

    class Meta(users.UserFilterSet.Meta):
        pass


class AccountIndexView(Guarded, users.IndexView):
    """The accounts that a person sees; a way to change only those that she may change."""

    @property
    def columns(self) -> list[Any]:
        shown = super().columns
        return shown if self.request.user.is_superuser else [one for one in shown if one.name != "is_superuser"]

    def get_base_queryset(self) -> QuerySet[Any]:
        """Rights of all rows in a handful of queries."""
        shown = visible_accounts(self.request.user).select_related("wagtail_userprofile")
        return shown.prefetch_related("groups", "user_permissions")

    def get_edit_url(self, instance: Any) -> str | None:
        """Nothing for an account beyond one's own rights."""
        return None if self.standing.why_not_change(instance) else super().get_edit_url(instance)

    def get_delete_url(self, instance: Any) -> str | None:
        """As for the change."""
        return None if self.standing.why_not_delete(instance) else super().get_delete_url(instance)


class OneAccount(Guarded):
    """Mixin of screens about one account: a superuser's is not there for others."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        """The account of the address."""
        account = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if account.is_superuser and not self.request.user.is_superuser:
            raise Http404
        return account


class AccountCreateView(Guarded, users.CreateView):
    """A new account with at most the rights of whoever makes it."""

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the acting person's standing."""
        return {**super().get_form_kwargs(), "standing": self.standing}

    def save_instance(self) -> Any:
        """Save and write down what the new account may do."""
        account = super().save_instance()
        record_change(account, {}, account_values(account))
        return account


class AccountEditView(OneAccount, users.EditView):
    """An account that may do no more than whoever changes it."""

    def why_not(self) -> Refusal:
        """See ``Standing``."""
        return self.standing.why_not_change(self.object)

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the acting person's standing."""
        return {**super().get_form_kwargs(), "standing": self.standing}

    def save_instance(self) -> Any:
        """Save and write down what changed; a new password without the password."""
        before = account_values(self.model._default_manager.get(pk=self.object.pk))
        account = super().save_instance()
        record_change(account, before, account_values(account))
        if self.form.cleaned_data.get("password1"):
            log(instance=account, action=PASSWORD)
        return account

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Own groups are told, not asked."""
        own = self.object.groups.all() if self.editing_self else None
        allowed = not self.standing.why_not_delete(self.object)
        return {**super().get_context_data(**kwargs), "own_groups": own, "can_delete": self.can_delete and allowed}


class AccountDeleteView(OneAccount, ProtectedDelete, users.DeleteView):
    """Never one's own and none beyond one's own rights."""

    def why_not(self) -> Refusal:
        """See ``Standing``."""
        return self.standing.why_not_delete(self.object)

    @transaction.atomic
    def delete_action(self) -> None:
        """Write down what goes, then delete it."""
        record_change(self.object, account_values(self.object), {})
        super().delete_action()


class AccountHistoryView(OneAccount, users.HistoryView):
    pass


class AccountUsageView(OneAccount, generic.UsageView):
    pass


class AccountViewSet(users.UserViewSet):
    """Wagtail's, without copying: a copy would bring the rights of the first with it."""

    filterset_class = AccountFilterSet
    index_view_class = AccountIndexView
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
    delete_view_class = AccountDeleteView
    history_view_class = AccountHistoryView
    usage_view_class = AccountUsageView
    copy_view_enabled = False
    create_template_name = "pages/admin/accounts/create.html"
    edit_template_name = "pages/admin/accounts/edit.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        """Forms that know who fills them in."""
        return AccountEditForm if for_update else AccountCreationForm
