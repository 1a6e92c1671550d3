"""What the import screens share."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from importers.permissions import demand, may_see


class ImportScreen(WagtailAdminTemplateMixin, View):
    """A screen below "Imports"; whoever may not see imports is refused before anything is read."""

    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        demand(self.is_allowed())
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self) -> bool:
        """Whether the person may use this screen."""
        return may_see(self.request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, imports, this screen."""
        imports = {"url": reverse("importers:list"), "label": _("Imports")}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, imports, here]
