"""双公示导出: check first, then the file; the register below."""

import tempfile
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.admin.forms.export import ExportForm
from pages.exports import ExportOrder, check, export
from pages.exports.models import ExportRun
from pages.exports.run import MAY_EXPORT
from records.public.caching import forbid_keeping

_SHOWN_RUNS = 50


def exports(request: HttpRequest) -> HttpResponseBase:
    """The form, the check sheet of what it asks for, the file, and what left the house before."""
    if not request.user.has_perm(MAY_EXPORT):
        raise PermissionDenied
    form = ExportForm(request.POST or None, user=request.user, initial=_this_month())
    checked = None
    if request.method == "POST" and form.is_valid():
        order = ExportOrder(user=request.user, **form.cleaned_data)
        if "export" in request.POST:
            return _file(order)
        checked = check(order)
    context = {
        "form": form,
        "checked": checked,
        "runs": ExportRun.objects.select_related("recipient", "made_by")[:_SHOWN_RUNS],
        "title": _("双公示 exports"),
    }
    return TemplateResponse(request, "pages/admin/exports.html", context)


def _file(order: ExportOrder) -> HttpResponseBase:
    """The file goes straight to the person and stays nowhere else."""
    name = f"{order.kind}-{order.first:%Y%m%d}-{order.last:%Y%m%d}.{order.file_format}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        export(order, path)
        content = path.open("rb")
    return forbid_keeping(FileResponse(content, as_attachment=True, filename=name))


def _this_month() -> dict[str, Any]:
    today = timezone.localdate()
    return {"first": today.replace(day=1), "last": today}
