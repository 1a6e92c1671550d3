"""The form of monitoring sites."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.catalogue import CatalogueForm


class MonitoringForm(CatalogueForm):
    """Devices are reviewed before their location is made public (行政处罚法 41)."""

    def check_row(self, form: Any) -> None:
        """Both reviews come first."""
        since = form.cleaned_data.get("public_since")
        for name in ("legal_review_on", "technical_review_on"):
            reviewed = form.cleaned_data.get(name)
            if since and reviewed and reviewed > since:
                form.add_error(name, _("The review must be done before the location is made public (行政处罚法 41)."))
