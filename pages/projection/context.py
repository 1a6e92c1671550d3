"""What every projection of one act shares, read once: name policy, root of the column, window rules, divisions."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from wagtail.models import Site

from pages.kinds.agency.models import AgencyPage
from records.models.withdrawals import Correction
from rules.models.publication_settings import PublicationSettings
from rules.naming import NamePolicy
from rules.windows import WindowTable


@dataclass(slots=True)
class ProjectionContext:
    """Read-only facts for projectors. ``root_path`` is the ``url_path`` of the column's root page.

    ``phones``: the bureau's own, read by the first who asks (``pages.examination.hits``).
    """

    now: datetime
    policy: NamePolicy
    root_path: str
    windows: WindowTable
    _regions: dict[int, str] = field(default_factory=dict)
    _corrections: dict[str, list[Correction]] | None = None
    phones: frozenset[str] | None = None

    @classmethod
    def load(cls, now: datetime | None = None, many: bool = False) -> "ProjectionContext":
        """Read the shared facts. ``many``: all corrections too, which a single record asks for itself."""
        settings = PublicationSettings.load()
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        return cls(
            now=now or timezone.now(),
            policy=settings.name_policy(),
            root_path=site.root_page.url_path,
            windows=settings.window_table(),
            _corrections=_all_corrections() if many else None,
        )

    def region_of(self, agency_id: int | None) -> str:
        """The division of a body; empty when there is none."""
        if agency_id is None:
            return ""
        if agency_id not in self._regions:
            found = AgencyPage.objects.filter(pk=agency_id).values_list("region_code", flat=True).first()
            self._regions[agency_id] = found or ""
        return self._regions[agency_id]

    def corrections_of(self, key: str) -> list[Correction]:
        """The corrections of a record by number."""
        if self._corrections is not None:
            return self._corrections.get(key, [])
        return list(Correction.objects.filter(record_key=key).order_by("number"))

    def path_of(self, url_path: str) -> str:
        """Public address below the base path."""
        return "/" + url_path.removeprefix(self.root_path).lstrip("/")


def _all_corrections() -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for one in Correction.objects.order_by("record_key", "number"):
        found[one.record_key].append(one)
    return dict(found)
