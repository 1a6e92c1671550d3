"""What every projection of one act shares, read once: name policy, root of the column, window rules, divisions."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from wagtail.models import Site

from pages.masking import NamePolicy
from pages.models.entities import EntityPage
from pages.models.publication_settings import PublicationSettings
from pages.models.withdrawals import Correction
from pages.windows import WindowTable


@dataclass(slots=True)
class ProjectionContext:
    """Read-only facts for projectors. ``root_path`` is the ``url_path`` of the column's root page.

    ``phones``: the bureau's own, read by the first who asks (``pages.privacy.hits``).
    """

    now: datetime
    policy: NamePolicy
    root_path: str
    windows: WindowTable
    regions: dict[int, str] = field(default_factory=dict)
    corrections: dict[str, list[Correction]] = field(default_factory=dict)
    phones: frozenset[str] | None = None

    @classmethod
    def load(cls, now: datetime | None = None) -> "ProjectionContext":
        """Read the shared facts (five queries)."""
        settings = PublicationSettings.load()
        corrections: dict[str, list[Correction]] = defaultdict(list)
        for one in Correction.objects.order_by("record_key", "number"):
            corrections[one.record_key].append(one)
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        return cls(
            now=now or timezone.now(),
            policy=settings.name_policy(),
            root_path=site.root_page.url_path,
            windows=settings.window_table(),
            regions=dict(EntityPage.objects.values_list("pk", "region_code")),
            corrections=dict(corrections),
        )

    def path_of(self, url_path: str) -> str:
        """Public address below the base path."""
        return "/" + url_path.removeprefix(self.root_path).lstrip("/")
