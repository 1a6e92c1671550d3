"""What the admin's first page says when the engines are behind: rows that were refused, rows that wait too long."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from records.models import OutboxEntry

# The worker takes a row within seconds; after this long it, the broker or the engine is down.
LATE = timedelta(minutes=5)
SHOWN = 10


class OutboxPanel(Component):
    """Nothing at all while search is in order."""

    name = "outbox"
    order = 60
    template_name = "search/admin/outbox_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Figures of this moment."""
        refused = OutboxEntry.objects.filter(dead=True).order_by("engine", "key")
        late = OutboxEntry.objects.filter(dead=False, created_at__lt=timezone.now() - LATE).filter(
            available_at__lt=timezone.now()
        )
        return {"refused": list(refused[:SHOWN]), "refused_count": refused.count(), "late": late.count()}
