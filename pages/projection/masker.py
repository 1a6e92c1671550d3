"""How the texts of a record are masked, for what is said of it elsewhere: a reason, a notice."""

from typing import Any

from django.core.exceptions import ValidationError

from pages.projection.context import ProjectionContext
from pages.projection.project import masker_for, project
from privacy.masking import Masker


def record_masker(page: Any, context: ProjectionContext) -> Masker:
    """Parties, officers and whom the texts of the page tell of, each as its record shows them."""
    try:
        return project(page, context, context.now).masker
    except ValidationError:  # it never had a record
        return masker_for(page.public_parties(), context, page.private_names())
