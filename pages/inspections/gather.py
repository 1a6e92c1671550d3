"""From a task's tables to what the draw computes on; names of natural persons leave in their public form."""

from collections import Counter
from collections.abc import Iterable

from pages.kinds.lottery.models import InspectionTask, RosterEntry, TaskState
from pages.kinds.officer.models import Officer as OfficerRecord
from pages.lottery import Conflict, Officer, RosterObject, Rules, Task, number_to_draw
from privacy.masking import Masker
from rules.models.publication_settings import PublicationSettings
from rules.naming import NamePolicy


def gather(task: InspectionTask) -> Task:
    """The task as it would be sealed now (six queries)."""
    entries = list(task.roster.all())
    officers = fitting_officers(task)
    known = {officer.pk for officer in officers}
    # Who cannot be drawn at all needs no exclusion, and their conflicts are nobody's business.
    conflicts = task.conflicts.filter(officer_id__in=known).select_related("officer", "entry")
    return Task(
        id=task.task_no,
        rules=Rules(
            number=wanted(task, len(entries)),
            officers_per_object=task.officers_per_object,
            category=task.category.label if task.category_id else "",
            date_from=task.date_from.isoformat(),
            date_to=task.date_to.isoformat(),
        ),
        objects=tuple(_objects(entries)),
        officers=tuple(_officer(officer) for officer in officers),
        conflicts=tuple(sorted(Conflict(one.officer.certificate_no, one.entry.public_id) for one in conflicts)),
    )


def wanted(task: InspectionTask, total: int) -> int:
    """How many are to be drawn of a roster."""
    if task.number is not None:
        return task.number
    return number_to_draw(total, int(task.ratio * 10)) if task.ratio is not None else 0


def fitting_officers(task: InspectionTask) -> list[OfficerRecord]:
    """Officers of the category whose certificates hold on the first and the last day."""
    if not task.category_id:
        return []
    first = OfficerRecord.objects.valid_on(task.date_from, category=task.category.code)
    last = OfficerRecord.objects.valid_on(task.date_to)
    found = first.filter(pk__in=last.values("pk")).select_related("unit").prefetch_related("categories")
    return list(found.order_by("certificate_no"))


def ending_officers(task: InspectionTask) -> list[OfficerRecord]:
    """Officers of the category who do not fit because their certificate ends before the inspections do."""
    if not task.category_id:
        return []
    found = OfficerRecord.objects.filter(
        categories__code=task.category.code,
        categories__vocabulary="enforcement_category",
        valid_to__lt=task.date_to,
        status="active",
    )
    return list(found.order_by("valid_to").distinct())


def at_their_cap(task: InspectionTask) -> list[RosterEntry]:
    """Objects drawn as often under this plan as its cap allows (国办发〔2024〕54号)."""
    if task.plan is None:
        return []
    others = task.plan.tasks.filter(state__in=[TaskState.DRAWN, TaskState.REVEALED]).exclude(pk=task.pk)
    counts = Counter(row["object"] for outcome in others.values_list("outcome", flat=True) for row in outcome)
    cap = task.plan.yearly_cap
    return [one for one in task.roster.all() if one.credit_code and counts[one.credit_code] >= cap]


def _objects(entries: Iterable[RosterEntry]) -> Iterable[RosterObject]:
    policy: NamePolicy = PublicationSettings.load().name_policy()
    masker = Masker.of((one.name, policy.for_category("person")) for one in entries if one.is_person)
    for one in entries:
        name = masker(one.name) if one.is_person else one.name
        yield RosterObject(one.public_id, name, one.credit_code, one.weight, one.area)


def _officer(officer: OfficerRecord) -> Officer:
    return Officer(
        id=officer.certificate_no,
        unit=officer.unit.name,
        categories=tuple(term.label for term in officer.categories.all()),
        areas=tuple(officer.areas),
        valid_from=officer.valid_from.isoformat(),
        valid_to=officer.valid_to.isoformat(),
    )
