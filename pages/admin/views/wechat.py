"""复制到微信: a public record as a fragment that the WeChat editor takes over."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.admin.views.acts import record_page
from records.models import PublicRecord
from records.types import kind_of


def copy_for_wechat(request: HttpRequest, pk: int) -> HttpResponse:
    """The public record with inline styles; what is not public cannot be copied."""
    page = record_page(pk)
    fragment = kind_of(page.kind).fragment
    if fragment is None:
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    record = PublicRecord.objects.public(timezone.now()).filter(page_id=page.pk).first()
    html, code = "", ""
    if record is not None:
        root = request.build_absolute_uri(get_script_prefix()).rstrip("/")
        html = fragment(record, request.build_absolute_uri("/").rstrip("/"), f"{root}{record.path}")
        code = reverse("record_code", args=[record.key])
    context = {
        "notice": page,
        "html": html,
        "code": code,
        "title": _("Copy for WeChat"),
        "back": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return TemplateResponse(request, "pages/admin/wechat.html", context)
