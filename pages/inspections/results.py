"""Results of what was drawn: begun as drafts, hidden until the draw is revealed."""

from datetime import date
from typing import Any

from pages.acts.site_tree import place_for
from pages.kinds.inspection.results import InspectionObject, InspectionResultPage
from pages.kinds.lottery.models import InspectionTask
from pages.kinds.officer.models import Officer
from pages.lottery import Task
from rules.models import Term


def make_drafts(task: InspectionTask, facts: Task, user: Any) -> list[InspectionResultPage]:
    """One draft for each drawn object, with object, task, items and officers filled in."""
    entries = {one.public_id: one for one in task.roster.all()}
    people = Officer.objects.in_bulk(
        [name for row in task.outcome for name in row["officers"]], field_name="certificate_no"
    )
    made = []
    for row in task.outcome:
        page = _draft(task, facts.rules.date_to)
        page.parties = [_object(entries[row["object"]])]
        page.inspectors = [people[name] for name in row["officers"]]
        page.drawn_object, page.owner = row["object"], user
        place_for(page.kind, task.date_to.year).add_child(instance=page)
        page.save_revision(user=user)
        made.append(page)
    return made


def without_result(task: InspectionTask) -> list[str]:
    """Names of drawn objects whose result nobody has published yet."""
    done = set(task.results.filter(live=True).values_list("drawn_object", flat=True))
    names = {one.public_id: one.name for one in task.roster.all()}
    return [names[row["object"]] for row in task.outcome if row["object"] not in done]


def _draft(task: InspectionTask, last_day: str) -> InspectionResultPage:
    body = task.agency
    return InspectionResultPage(
        live=False,
        task=task,
        task_no=task.task_no,
        task_name=task.name,
        items=task.items,
        decided_on=date.fromisoformat(last_day),
        agency=body,
        agency_name=body.name,
        agency_code=body.credit_code,
        source_name=body.name,
        source_code=body.credit_code,
    )


def _object(entry: Any) -> InspectionObject:
    category = Term.objects.get(vocabulary="party_category", code="person" if entry.is_person else "organisation")
    return InspectionObject(name=entry.name, credit_code=entry.credit_code, category=category)
