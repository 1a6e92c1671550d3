"""Why a version was not let out."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError


class ReleaseRefusedError(ValidationError):
    """Something stands in the way; ``messages`` are sentences in the reader's language."""

    def __init__(self, obstacles: Sequence[str]) -> None:
        super().__init__(list(obstacles))
