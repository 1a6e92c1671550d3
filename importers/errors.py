"""Why a whole file is refused: one clear sentence, nothing changed."""

from django.utils.functional import Promise


class FileRefusedError(Exception):
    """The file as a whole cannot be imported.

    ``code`` names the reason for programs (``not_a_spreadsheet``, ``encrypted``, ``damaged``, ``too_big``,
    ``too_many_rows``, ``too_many_columns``, ``formula``, ``mixed_encoding``, ``no_header``, ``empty`` …);
    ``str()`` is the sentence for the person who sent it, in the active language.
    """

    def __init__(self, code: str, message: str | Promise) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
