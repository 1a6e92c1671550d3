"""The four steps of a random inspection: 名录 → 承诺 → 抽取 → 公开结果."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.admin.forms.lottery import RosterForm
from pages.admin.transactions import atomic_post
from pages.inspections.acts import (
    ResultsMissingError,
    WrongStateError,
    commit_lottery,
    reveal_lottery,
    run_lottery,
    sealed_task,
    set_roster,
)
from pages.inspections.gather import fitting_officers, wanted
from pages.inspections.wording import by_field
from pages.kinds.lottery.models import InspectionTask, TaskState
from pages.lottery import LotteryError
from records.models import PublicRecord

STEPS = (TaskState.DRAFT, TaskState.COMMITTED, TaskState.DRAWN, TaskState.REVEALED)


@atomic_post
def lottery_steps(request: HttpRequest, pk: int) -> HttpResponse:
    """Show where a task stands; a POST names its act in ``act``."""
    task = get_object_or_404(InspectionTask.objects.select_related("agency", "category", "plan"), pk=pk)
    if not request.user.has_perm("pages.change_inspectiontask"):
        raise PermissionDenied
    form = RosterForm(task=task)
    problems: dict[str, list[str]] = {}
    if request.method == "POST":
        if request.POST.get("act") == "roster":
            form = RosterForm(request.POST, request.FILES, task=task)
        problems, done = _act(request, task, form)
        if done:
            return HttpResponseRedirect(reverse("pages_lottery", args=[task.pk]))
    return TemplateResponse(request, "pages/admin/lottery.html", _context(request, task, form, problems))


def _act(request: HttpRequest, task: InspectionTask, form: RosterForm) -> tuple[dict[str, list[str]], bool]:
    """Sentences by field, and whether the act was done."""
    try:
        said = _do(request, task, form)
    except LotteryError as error:
        return by_field(task, error), False
    except ResultsMissingError as error:
        return {"results": [_("These objects have no published result yet: %(names)s.") % {"names": str(error)}]}, False
    except WrongStateError:
        return {"state": [_("Somebody has taken this step meanwhile. This is how the task stands now.")]}, False
    if said:
        messages.success(request, said)
    return {}, bool(said)


def _do(request: HttpRequest, task: InspectionTask, form: RosterForm) -> str:
    user, act = request.user, request.POST.get("act")
    if act == "roster" and form.is_valid():
        set_roster(task, form.entries, form.pairs, user=user)
        return _("The roster was saved.")
    if act == "commit":
        commit_lottery(task, user=user)
        return _("The commitment is public now.")
    if act == "draw":
        run_lottery(task, user=user)
        return _("Objects and officers were drawn. A draft of a result was begun for each object.")
    if act == "reveal":
        reveal_lottery(task, user=user)
        return _("The draw and its results are public now.")
    return ""


def _context(request: HttpRequest, task: InspectionTask, form: RosterForm, problems: Any) -> dict[str, Any]:
    task.refresh_from_db()
    total = task.roster.count()
    record = PublicRecord.objects.filter(key=task.record_key).first()
    return {
        "task": task,
        "form": form,
        "problems": problems,
        "step": STEPS.index(TaskState(task.state)) + 1,
        "total": total,
        "number": wanted(task, total),
        "officers": fitting_officers(task),
        "drawn": _drawn(task),
        "record": record,
        "may": {name: request.user.has_perm(f"pages.{name}_lottery") for name in ("commit", "run", "reveal")},
        "edit_url": reverse("wagtailsnippets_pages_inspectiontask:edit", args=[task.pk]),
    }


def _drawn(task: InspectionTask) -> list[dict[str, Any]]:
    if not task.outcome:
        return []
    names = {one.id: one for one in sealed_task(task).objects}
    pages = {page.drawn_object: page for page in task.results.all()}
    return [
        {"object": names[row["object"]], "officers": row["officers"], "page": pages.get(row["object"])}
        for row in task.outcome
    ]
