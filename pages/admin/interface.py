"""Wagtail's interface for programs in the admin: what the admin itself reads from it stays, its acts do not.

They would pass by every gate of the screens: publish without obstacles, delete and unpublish what has been public.
"""

from typing import Any, ClassVar

from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter


class ReadOnlyPages(PagesAdminAPIViewSet):
    actions: ClassVar[dict[str, Any]] = {}


@hooks.register("construct_admin_api")
def close_acts(router: WagtailAPIRouter) -> None:
    """In the place of Wagtail's own."""
    router.register_endpoint("pages", ReadOnlyPages)
