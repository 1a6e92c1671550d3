"""Records that carry words of others: projected again when those change."""

from collections.abc import Iterable
from typing import Any

from pages.kinds.benchmark.models import BenchmarkPage
from pages.kinds.guide.models import GuidePage
from pages.kinds.law.models import LawArticle
from pages.kinds.power.models import PowerPage
from pages.projection.saving import project_page


def family_of(keys: Iterable[Any]) -> set[int]:
    """Pages and those whose records follow theirs: a power with its benchmarks and guides."""
    wanted = {int(key) for key in keys}
    powers = set(PowerPage.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for model in (BenchmarkPage, GuidePage):
        powers |= set(model.objects.filter(pk__in=wanted, power__isnull=False).values_list("power_id", flat=True))
    if not powers:
        return wanted
    for model in (BenchmarkPage, GuidePage):
        wanted |= set(model.objects.filter(power_id__in=powers).values_list("pk", flat=True))
    return wanted | powers


def project_powers(*keys: Any) -> None:
    """Project powers again, which lead to their benchmarks and guides; no key, or one that is gone, is passed over."""
    for power in PowerPage.objects.filter(pk__in={key for key in keys if key}, live=True):
        project_page(power)


def project_parts(power: Any) -> None:
    """Project the benchmarks and guides of a power again, which name it."""
    for page in [*power.benchmarks.filter(live=True), *power.guides.filter(live=True)]:
        project_page(page)


def project_resting(**articles: Any) -> None:
    """Project what rests on articles again; it shows their texts. ``articles`` are conditions (``law=…``, ``pk=…``)."""
    found = LawArticle.objects.filter(**articles)
    for model in (PowerPage, BenchmarkPage, GuidePage):
        for page in model.objects.filter(bases__article__in=found, live=True).distinct():
            project_page(page)
