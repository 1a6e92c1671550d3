"""A second person looks through an attached file, page by page."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.acts.file_check import confirm_file
from pages.admin.privacy_panel import LABELS
from pages.examination import PERMISSION
from privacy.detection import HitKind
from privacy.files.checks import SamePersonError, check_of
from privacy.models import BureauDocument, FileCheck


class PagesForm(forms.Form):
    """A box for each page."""

    pages = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args: Any, check: FileCheck, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pages"].label = _("I have looked at these pages and found nothing that must not be public")
        self.fields["pages"].choices = [(str(one["page"]), _describe(one)) for one in check.pages]  # type: ignore[attr-defined]

    def clean_pages(self) -> set[int]:
        chosen = {int(one) for one in self.cleaned_data["pages"]}
        missing = [number for number, _label in self.fields["pages"].choices if int(number) not in chosen]  # type: ignore[attr-defined]
        if missing:
            raise forms.ValidationError(_("Not looked at yet: page %(pages)s.") % {"pages": "、".join(missing)})
        return chosen


def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of pages, and the confirmation."""
    document = get_object_or_404(BureauDocument, pk=pk)
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    check = check_of(document)
    form = PagesForm(request.POST or None, check=check)
    if request.method == "POST" and form.is_valid():
        try:
            confirm_file(check, pages=form.cleaned_data["pages"], user=request.user)
        except SamePersonError:
            form.add_error(None, _("You uploaded this file: another person has to look through it."))
        except ValueError:
            form.add_error(None, _("This file cannot be read."))
        else:
            messages.success(request, _("The file is confirmed; its copy for the public is made when it is published."))
            return HttpResponseRedirect(request.path)
    context = {"document": document, "check": check, "form": form, "title": _("Look through page by page")}
    return TemplateResponse(request, "pages/admin/file_check.html", context)


def _describe(page: dict[str, Any]) -> str:
    notes = [str(LABELS[HitKind(kind)]) for kind in page["kinds"]]
    if not page["text"]:
        notes.append(_("no readable text or a picture"))
    number = _("Page %(number)s") % {"number": page["page"]}
    return f"{number} · {'、'.join(notes)}" if notes else number
