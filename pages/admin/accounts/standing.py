"""One acting person against all others: whom she sees, whom she may change, what she may hand on."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from pages.admin.accounts.rights import Rights, rights_by_group, rights_of

Refusal = str | Promise | None


def visible_accounts(person: Any) -> QuerySet[Any]:
    """Superusers exist for superusers alone."""
    accounts = get_user_model()._default_manager.all()
    return accounts if person.is_superuser else accounts.filter(is_superuser=False)


class Standing:
    """What a person may do to accounts and groups, as the database stands when it is first asked."""

    def __init__(self, person: Any) -> None:
        self.person = person

    @cached_property
    def by_group(self) -> dict[int, Rights]:
        return rights_by_group()

    @cached_property
    def mine(self) -> Rights:
        return rights_of(self.person, self.by_group)

    def grantable_groups(self) -> QuerySet[Group]:
        """The groups that give nothing which this person does not hold herself."""
        return Group.objects.filter(pk__in=[pk for pk, rights in self.by_group.items() if self.mine.cover(rights)])

    def why_not_change(self, account: Any) -> Refusal:
        """A new password is the account itself, so whoever sets one must be able to do all that it can."""
        if self.mine.cover(rights_of(account, self.by_group)):
            return None
        return _("This account may do more than your own; somebody who may do all that must change it.")

    def why_not_delete(self, account: Any) -> Refusal:
        """As for a change, and never one's own."""
        if account.pk == self.person.pk:
            return _("Nobody deletes her own account.")
        return self.why_not_change(account)

    def why_not_change_group(self, group: Group) -> Refusal:
        """Superusers gain nothing by a group; everybody else would change her own rights."""
        if self.mine.everything or not self.person.groups.filter(pk=group.pk).exists():
            return None
        return _("You belong to this group yourself; somebody outside it must change it.")

    def why_not_delete_group(self, group: Group) -> Refusal:
        """With a group all its rights go, those too that the person could not have given."""
        if not self.mine.cover(self.by_group.get(group.pk, Rights())):
            return _("This group gives rights that you do not hold; somebody who holds them must delete it.")
        return self.why_not_change_group(group)
