"""Errors while rows are written: whose fault they are, and what may be told of them."""

import traceback

from django.core.exceptions import ValidationError
from django.db import DatabaseError, InterfaceError, OperationalError

_TOO_LARGE = "54"  # SQLSTATE class "program limit exceeded": a value is too large for an index
_PLACES = 3


def is_of_the_rows(error: Exception) -> bool:
    """Whether fewer rows at once may go in: the database or the model refuses a value, and is itself well."""
    if isinstance(error, OperationalError | InterfaceError):
        return str(getattr(error.__cause__, "sqlstate", "") or "").startswith(_TOO_LARGE)
    return isinstance(error, DatabaseError | ValidationError | ValueError)


def place_of(error: BaseException) -> str:
    """Type and place of an error for the log; its own text may quote cells and is left out."""
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
    places = " < ".join(
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )
    return f"{type(error).__name__} at {places}"
