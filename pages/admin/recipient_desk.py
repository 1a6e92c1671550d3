"""Recipients who must be told, on the editors' desk."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from pages.admin.desk import MOST_ROWS, DeskList, DeskRow, desk_lists
from pages.admin.forms.acts import CloseTaskForm
from pages.admin.transactions import atomic_post
from pages.exports.models import RecipientTask
from pages.exports.recipients import close_task
from rules import wording

PERMISSION = "pages.change_recipienttask"


def _open(user: Any) -> Any:
    return (
        RecipientTask.objects.filter(done_at__isnull=True)
        if user.has_perm(PERMISSION)
        else RecipientTask.objects.none()
    )


def _rows(user: Any) -> Iterator[DeskRow]:
    for task in _open(user).select_related("recipient")[:MOST_ROWS]:
        detail = _("%(cause)s since %(day)s: tell %(recipient)s") % {
            "cause": task.get_cause_display(),
            "day": wording.long_date(task.opened_at),
            "recipient": task.recipient,
        }
        yield DeskRow(task.title, reverse("pages_recipient_task", args=[task.pk]), detail)


def open_desk() -> None:
    """Register the list; called when the app is ready."""
    desk_lists.register(
        DeskList(
            "recipients",
            gettext_lazy("Recipients to be told"),
            gettext_lazy("They hold records from earlier exports that are withdrawn, repaired or corrected now."),
            lambda user: [_open(user)],
            _rows,
            urgent=True,
            order=30,
        )
    )


@atomic_post
def recipient_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how a recipient was told."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    task = get_object_or_404(RecipientTask, pk=pk)
    back = reverse("pages_desk", args=["recipients"])
    form = CloseTaskForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and task.done_at is None:
        close_task(task, user=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("Noted."))
        return HttpResponseRedirect(back)
    context = {
        "task": task,
        "form": form,
        "title": _("Tell %(recipient)s") % {"recipient": task.recipient},
        "back": back,
    }
    return TemplateResponse(request, "pages/admin/recipient_task.html", context)
