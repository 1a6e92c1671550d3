"""What Django loads as the database's engine: its own backend, each write behind its turn in the line."""

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from gongshi.sqlite.line import WaitedTooLongError, WritersLine

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection. Transactions (settings: IMMEDIATE) and single writes outside of one wait in the line first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._line: WritersLine | None = None

    def line(self) -> WritersLine | None:
        """This connection's place; None for a database in memory, which has one writer."""
        if self._line is None and not self.is_in_memory_db():
            self._line = WritersLine(Path(self.settings_dict["NAME"]))
        return self._line

    def enter_line(self) -> bool:
        """Wait for one's turn; whether there was anything to wait for. Raises ``OperationalError``."""
        line = self.line()
        if line is None or line.held:
            return False
        try:
            line.enter(self.settings_dict["OPTIONS"].get("timeout", 5.0))
        except WaitedTooLongError as error:
            raise OperationalError(f"database is {error}") from error
        return True

    def leave_line(self) -> None:
        """Let the next one write."""
        if self._line is not None:
            self._line.leave()

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that knows its connection."""
        cursor = self.connection.cursor(factory=Cursor)
        cursor.wrapper = self
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self.enter_line()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self.leave_line()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self.leave_line()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.leave_line()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            if self._line is not None:
                self._line.close()


class Cursor(base.SQLiteCursorWrapper):
    """A write outside of a transaction is one of its own."""

    wrapper: DatabaseWrapper

    def execute(self, query: str, params: Any = None) -> Any:
        """As Django's, in turn."""
        entered = self._enter(query)
        try:
            return super().execute(query, params)
        finally:
            if entered:
                self.wrapper.leave_line()

    def executemany(self, query: str, param_list: Any) -> Any:
        """As Django's, in turn."""
        entered = self._enter(query)
        try:
            return super().executemany(query, param_list)
        finally:
            if entered:
                self.wrapper.leave_line()

    def _enter(self, query: str) -> bool:
        alone = not self.wrapper.in_atomic_block and query.lstrip()[:7].upper().startswith(_WRITES)
        return alone and self.wrapper.enter_line()
