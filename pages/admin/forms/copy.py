"""Copying a record: a new draft with the same text, without number, window and approval of the first."""

from typing import Any

from django import forms
from wagtail.admin.forms.pages import CopyForm

from pages.base.titles import digest


class RecordCopyForm(CopyForm):
    """Wagtail's form without its traps: an alias or a published copy would go out past every check of publishing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias", "copy_subpages"):
            self.fields.pop(name, None)
        siblings = self.page.get_siblings().count()
        self.fields["new_slug"].initial = f"{self.page.slug}-{digest(f'{self.page.pk}-{siblings}')}"
        self.fields["new_parent_page"].widget = forms.HiddenInput()


class DecisionCopyForm(RecordCopyForm):
    """The title of a decision follows from its facts, its address from its number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("new_title", "new_slug"):
            self.fields[name].widget = forms.HiddenInput()
