"""What keeps a draft from being published: doubtful places in its texts, files that nobody may see yet."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from pages.examination.hits import open_hits
from pages.projection.context import ProjectionContext
from privacy.files.checks import file_problem


def problems(page: Any, context: ProjectionContext | None = None) -> list[str]:
    """Sentences for the editor; empty when nothing stands in the way. ``context`` is shared by acts on many."""
    return [] if page.disclosure != "public" else [*_texts(page, context), *_files(page)]


def _texts(page: Any, context: ProjectionContext | None) -> Iterator[str]:
    fields = dict.fromkeys(one.typed.label for one in open_hits(page, context))
    for label in fields:
        yield _("%(field)s: possible personal information; mask it or clear it under “Privacy check”.") % {
            "field": label
        }


def _files(page: Any) -> Iterator[str]:
    for item in page.attachments.all():
        problem = file_problem(item.document)
        if problem:
            yield _("Attachment %(title)s: %(problem)s") % {"title": item, "problem": problem}
