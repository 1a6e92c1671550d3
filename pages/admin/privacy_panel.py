"""隐私检查: personal information in a draft, shown in its place."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from pages.examination import PERMISSION
from pages.examination.hits import hits_of
from privacy.detection import HitKind
from privacy.files.checks import check_of, file_problem

LABELS = {
    HitKind.IDENTITY: _("Identity number"),
    HitKind.MOBILE: _("Mobile phone"),
    HitKind.LANDLINE: _("Landline"),
    HitKind.BANK_CARD: _("Bank account"),
    HitKind.PLATE: _("Plate number"),
    HitKind.EMAIL: _("E-mail address"),
    HitKind.ADDRESS: _("Home address"),
    HitKind.NAME: _("Name of another person"),
    HitKind.MINOR: _("Minor"),
    HitKind.PROPERTY: _("Certificate of real estate"),
}
_LAW = _("Personal Information Protection Law, article 25; Regulations on Open Government Information, article 15")
_SENSITIVE = _("Personal Information Protection Law, articles 25 and 28")
_BASIS = {HitKind.BANK_CARD: _SENSITIVE, HitKind.MINOR: _SENSITIVE}


class PrivacyPanel(Panel):
    """Hits of the saved draft with the acts that decide about them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/privacy.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """Hits in the order of the document; equal ones share their acts."""
            context = super().get_context_data(parent_context)
            page = self.instance
            context["is_new"] = page.pk is None
            context["hits"] = [] if page.pk is None else shown_hits(page)
            context["files"] = [] if page.pk is None else shown_files(page)
            context["open"] = any(one["hit"].is_open for one in context["hits"])
            user = getattr(self.request, "user", None)
            context["may_clear"] = user is not None and user.has_perm(PERMISSION)
            return context


def shown_hits(page: Any) -> list[dict[str, Any]]:
    """Hits with label, basis and the addresses of the acts; the acts stand at the first of equal hits."""
    seen: set[str] = set()
    shown = []
    for one in hits_of(page):
        shown.append(
            {
                "hit": one,
                "label": LABELS[one.hit.kind],
                "basis": _BASIS.get(one.hit.kind, _LAW),
                "is_first": one.digest not in seen,
                "mask_url": reverse("pages_mask_hit", args=[page.pk, one.digest]) if one.typed.plain else "",
                "clear_url": reverse("pages_clear_hit", args=[page.pk, one.digest]),
            }
        )
        seen.add(one.digest)
    return shown


def shown_files(page: Any) -> list[dict[str, Any]]:
    """Attachments with what their check found and the address at which a second person confirms."""
    shown = []
    for item in page.attachments.all():
        check = check_of(item.document)
        address = reverse("pages_file_check", args=[item.document_id]) if not check.is_passed else ""
        shown.append({"item": item, "check": check, "problem": file_problem(item.document), "address": address})
    return shown
