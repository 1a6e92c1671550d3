"""Wagtail's app of users and groups with screens of our own."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    user_viewset = "pages.admin.accounts.users.AccountViewSet"
    group_viewset = "pages.admin.accounts.groups.AccountGroupViewSet"
