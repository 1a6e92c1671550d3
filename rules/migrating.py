"""The first tables of an app in one operation: made from what they are, not step by step from what they were."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """``operations`` say what the models are (``CreateModel``, ``AddField``, ``AddIndex``, ``AddConstraint``).

    Django renders the models anew at each of them, those that are related too: for page types that is all of them, and
    the time of an empty database is spent on it. Here they are rendered once, after the last.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How Django writes it down."""
        return self.__class__.__qualname__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Add the models to a state that is not rendered."""
        vars(state).pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make each table with all its columns, indexes and constraints."""
        for model in self._models(app_label, to_state):
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Drop them in the other order."""
        for model in reversed(self._models(app_label, from_state)):
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)

    def _models(self, app_label: str, state: Any) -> list[Any]:
        made = (one for one in self.operations if isinstance(one, CreateModel))
        return [state.apps.get_model(app_label, one.name) for one in made]

    def describe(self) -> str:
        """For ``migrate -v 2``."""
        return "Create the first tables"
