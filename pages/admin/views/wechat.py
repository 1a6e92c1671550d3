"""复制到微信: a public notice as a fragment that the WeChat editor takes over."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.kinds.notice.models import NoticePage
from pages.kinds.notice.wechat import wechat_html
from records.models import PublicRecord


def copy_for_wechat(request: HttpRequest, pk: int) -> HttpResponse:
    """The public record of a notice with inline styles; what is not public cannot be copied."""
    page = get_object_or_404(NoticePage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    record = PublicRecord.objects.public(timezone.now()).filter(page_id=page.pk).first()
    html, code = "", ""
    if record is not None:
        root = request.build_absolute_uri(get_script_prefix()).rstrip("/")
        html = wechat_html(record, request.build_absolute_uri("/").rstrip("/"), f"{root}{record.path}")
        code = reverse("record_code", args=[record.key])
    context = {
        "notice": page,
        "html": html,
        "code": code,
        "title": _("Copy for WeChat"),
        "back": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return TemplateResponse(request, "pages/admin/wechat.html", context)
