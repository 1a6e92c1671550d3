"""Tasks of random inspection with roster and officers."""

from datetime import date
from itertools import count
from typing import Any

from django.contrib.auth.models import Permission

from pages.kinds.inspection.results import InspectionResultPage
from pages.kinds.lottery.models import InspectionTask, RosterEntry
from rules.models import Term
from tests.factories.officers import make_officer
from tests.factories.pages import make_site
from tests.factories.releases import let_out

_serial = count(1)


def make_task(objects: int = 8, officers: int = 4, **values: Any) -> InspectionTask:
    """A saved task in preparation; ``values`` are its columns."""
    body = make_site()
    for number in range(officers):
        make_officer(("gas",), name=f"人员{number}")
    task = InspectionTask(
        **{
            "task_no": f"兴住建双随机〔2026〕{next(_serial)}号",
            "name": "燃气经营企业双随机抽查",
            "agency": body,
            "items": "燃气经营检查\n燃气设施保护检查",
            "basis": "《城镇燃气管理条例》第四十一条",
            "category": Term.objects.get(vocabulary="enforcement_category", code="gas"),
            "date_from": date(2026, 10, 12),
            "date_to": date(2026, 10, 30),
            "number": 3,
            **values,
        }
    )
    task.save()
    for number in range(1, objects + 1):
        RosterEntry.objects.create(task=task, name=f"盘锦试验{number}号燃气公司", area="兴隆台区", order=number)
    return task


def grant(user: Any, *codenames: str) -> Any:
    """The user with further rights."""
    user.user_permissions.add(*Permission.objects.filter(codename__in=codenames, content_type__app_label="pages"))
    return type(user).objects.get(pk=user.pk)


def publish_results(task: InspectionTask) -> list[InspectionResultPage]:
    """Fill in and publish the draft of each drawn object: nothing found."""
    found = []
    for page in InspectionResultPage.objects.filter(task=task).order_by("pk"):
        page.decided_on = date(2026, 10, 30)
        page.result = Term.objects.get(vocabulary="inspection_result", code="nothing_found")
        let_out(page.save_revision())
        found.append(page)
    return found
