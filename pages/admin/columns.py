"""Columns of our listings that Wagtail has none for."""

from collections.abc import Callable
from typing import Any

from wagtail.admin.ui.tables import Column


class LinkColumn(Column):
    """A link beside the title, in the letters of the other columns; ``address`` gives where it leads."""

    cell_template_name = "pages/admin/columns/link.html"

    def __init__(self, name: str, address: Callable[[Any], str], **options: Any) -> None:
        super().__init__(name, **options)
        self._address = address

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        return {**super().get_cell_context_data(instance, parent_context), "address": self._address(instance)}
