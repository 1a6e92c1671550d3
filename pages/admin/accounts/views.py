"""What the screens of accounts and of groups share: who looks, whether she may, and the row held while she writes."""

from typing import Any

from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.admin.accounts.standing import Refusal, Standing


class Guarded:
    """Mixin of Wagtail's generic views; ``index_url_name`` is where a refused person is sent with the reason."""

    request: HttpRequest
    index_url_name: str

    @cached_property
    def standing(self) -> Standing:
        return Standing(self.request.user)

    def why_not(self) -> Refusal:
        """Why the acting person may not do this to this object."""
        return None

    def get_queryset(self) -> QuerySet[Any]:
        """Hold the row while it is changed: who may change it is asked of the row that is written."""
        rows: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return rows.select_for_update() if self.request.method == "POST" else rows

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail's question about the right to the screen comes first."""
        view: Any = self
        allowed = view.permission_required is None or view.user_has_permission(view.permission_required)
        why = self.why_not() if allowed else None
        if why:
            return self.refused(why)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def refused(self, why: Refusal) -> HttpResponse:
        """Back to the list with the reason."""
        messages.error(self.request, why)
        return HttpResponseRedirect(reverse(self.index_url_name))


class ProtectedDelete(Guarded):
    """Mixin of views that delete: what acts and records point to stays."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except ProtectedError:
            return self.refused(stands_in_records())


def stands_in_records() -> str:
    """What is said of an account that cannot be deleted."""
    return _("Records name this account, so it cannot be deleted. It can be made inactive.")
