"""The first page of a new site: who runs it and what stands in it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.acts.open_portal_section import is_open, open_first
from pages.admin.forms.first_run import FirstRunForm
from pages.admin.transactions import atomic_post
from pages.kinds.agency.models import AgencyPage

# Who keeps the settings of the column opens it.
PERMISSION = "records.change_portalsettings"


@atomic_post
def first_run(request: HttpRequest) -> HttpResponse:
    """Ask and open; where a column is open already nothing is asked and nothing is done."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if is_open():
        return _open_already(request)
    form = FirstRunForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return TemplateResponse(request, "pages/admin/first_run.html", {"form": form})
    if not open_first(form.opening()):
        return _open_already(request)
    messages.success(request, _("The column is open. Please complete what the public is told of the enforcement body."))
    body = AgencyPage.objects.get(credit_code=form.cleaned_data["credit_code"])
    return redirect("wagtailadmin_pages:edit", body.pk)


def _open_already(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("The column is open already; its settings are in the menu."))
    return redirect("wagtailadmin_home")
